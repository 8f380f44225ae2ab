//! Dates in all modes, resolved in several contexts.
#![no_main]

mod common;

use common::{laws, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    laws::dates(text(data).0);
});
