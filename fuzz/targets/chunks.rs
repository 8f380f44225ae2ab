//! Chunks of any length.
#![no_main]

mod common;

use common::{laws, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let (text, options) = text(data);
    laws::chunks(text, options as usize % 300);
});
