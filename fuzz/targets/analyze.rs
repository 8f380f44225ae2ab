//! All layers in one pass are the layers one by one.
#![no_main]

mod common;

use common::{laws, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    laws::analyze(text(data).0);
});
