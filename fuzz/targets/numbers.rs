//! Numbers in all modes, and written and read back.
#![no_main]

mod common;

use common::{laws, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    laws::numbers(text(data).0);
});
