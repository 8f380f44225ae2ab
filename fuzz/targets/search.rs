//! Search terms.
#![no_main]

mod common;

use common::{laws, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    laws::search(text(data).0);
});
