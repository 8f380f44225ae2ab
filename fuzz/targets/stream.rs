//! Readers and writers, cut anywhere, on bytes that need not be UTF-8.
#![no_main]

mod common;

use common::{laws, parts};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let (bytes, options) = parts(data);
    laws::stream(&laws::normalizer(options), bytes, 1 + (options >> 56) as usize % 100);
});
