//! What an input is: a text, and behind it up to eight bytes that choose the options.
#![allow(dead_code)]

#[path = "../../tests/common/laws.rs"]
pub mod laws;

/// The bytes before the options, and the options. The seeds are texts with eight zeros behind.
pub fn parts(data: &[u8]) -> (&[u8], u64) {
    let (bytes, options) = data.split_at(data.len().saturating_sub(8));
    (bytes, options.iter().fold(0, |all, &byte| all << 8 | u64::from(byte)))
}

/// The same, as a text up to the first byte that is none.
pub fn text(data: &[u8]) -> (&str, u64) {
    let (bytes, options) = parts(data);
    let text = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    (text, options)
}
