//! Any number, written in words and read back; any name of an operation, read and written.
#![no_main]

mod common;

use common::{laws, text};
use libfuzzer_sys::fuzz_target;
use warraq::{CivilDate, HijriDate, HijriRule, Operation, Tafqit};

fuzz_target!(|data: &[u8]| {
    if let Some(bytes) = data.first_chunk::<16>() {
        let number = i128::from_le_bytes(*bytes);
        laws::read_back(number >> (data.last().copied().unwrap_or(0) % 128));
        let _ = Tafqit::new().ordinal(number as u64);
        if let Some(day) = CivilDate::from_days((number >> 64) as i64) {
            for rule in [HijriRule::UmmAlQura, HijriRule::Civil, HijriRule::Tabular] {
                let hijri = HijriDate::from_civil(day, rule);
                assert!(hijri.is_none_or(|h| h.to_civil(rule).is_some_and(|c| c.day() == day)));
            }
        }
        let _ = CivilDate::new(number as i32, (number >> 32) as u8, (number >> 40) as u8);
    }
    if let Ok(operation) = text(data).0.parse::<Operation>() {
        assert_eq!(operation.to_string().parse(), Ok(operation));
    }
});
