//! Proclitics and enclitics of every word.
#![no_main]

mod common;

use common::{laws, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    laws::clitics(text(data).0);
});
