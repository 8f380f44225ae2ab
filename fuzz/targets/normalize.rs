//! Any operations: once is enough, borrowed means unchanged, all ways of calling agree, lines are alone.
#![no_main]

mod common;

use common::{laws, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let (text, options) = text(data);
    laws::normalize(&laws::normalizer(options), text);
});
