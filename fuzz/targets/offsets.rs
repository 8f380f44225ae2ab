//! The map from the normalized text back to the original, there and back.
#![no_main]

mod common;

use common::{laws, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let (text, options) = text(data);
    laws::offsets(&laws::normalizer(options), text);
});
