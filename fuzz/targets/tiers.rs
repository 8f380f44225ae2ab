//! Every instruction set gives what the scalar code gives.
#![no_main]

mod common;

use common::{laws, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let (text, options) = text(data);
    let times = 1 + (options >> 56) as usize % 8;
    laws::tiers(&laws::normalizer(options), &text.repeat(times));
});
