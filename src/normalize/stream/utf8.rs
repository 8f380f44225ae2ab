//! Bytes in chunks, read as UTF-8 and handed on as text: characters that a chunk border cuts, bytes
//! that are no UTF-8. Knows nothing of Arabic.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::super::Normalizer;
use super::cut::Pieces;

/// What the readers and writers do with bytes that are not UTF-8.
///
/// ```
/// use std::io::Read as _;
/// use warraq::{InvalidBytes, Normalizer};
///
/// let clean = Normalizer::clean();
/// let mut text = String::new();
/// let bytes = b"\xD9\x83\xD8\xAA\xFF\xD8\xA8".as_slice();
/// clean.reader(bytes).invalid_bytes(InvalidBytes::Replace).read_to_string(&mut text)?;
/// assert_eq!(text, "كت\u{FFFD}ب");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum InvalidBytes {
    /// The text before them comes out, then the error [`InvalidUtf8`].
    #[default]
    Error,
    /// U+FFFD takes their place, exactly where [`String::from_utf8_lossy`] would put it.
    Replace,
}

/// Bytes that are not UTF-8, in a [`NormalizeReader`](crate::NormalizeReader) or a
/// [`NormalizeWriter`](crate::NormalizeWriter): what is inside an [`io::Error`](std::io::Error) of
/// the kind [`InvalidData`](std::io::ErrorKind::InvalidData).
///
/// ```
/// use std::io::Read as _;
/// use warraq::{InvalidUtf8, Normalizer};
///
/// let clean = Normalizer::clean();
/// let mut text = String::new();
/// let error = clean.reader(b"\xD9\x83\xFF".as_slice()).read_to_string(&mut text).unwrap_err();
/// let invalid = error.get_ref().and_then(|inner| inner.downcast_ref::<InvalidUtf8>());
/// assert_eq!(invalid.map(InvalidUtf8::valid_up_to), Some(2));
/// assert_eq!(text, "ك");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct InvalidUtf8 {
    valid_up_to: u64,
}

impl InvalidUtf8 {
    /// The offset, in bytes from the start of the whole input, of the first byte that is not part
    /// of a character. Everything before it is normalized and has come out. O(1).
    ///
    /// ```
    /// use std::io::Write as _;
    /// use warraq::{InvalidUtf8, Normalizer};
    ///
    /// let clean = Normalizer::clean();
    /// let mut writer = clean.writer(Vec::new());
    /// writer.write_all(b"one ")?;
    /// let error = writer.write_all(b"two\xC0").unwrap_err();
    /// let invalid = error.get_ref().and_then(|inner| inner.downcast_ref::<InvalidUtf8>());
    /// assert_eq!(invalid.map(InvalidUtf8::valid_up_to), Some(7));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub const fn valid_up_to(&self) -> u64 {
        self.valid_up_to
    }
}

impl fmt::Display for InvalidUtf8 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not UTF-8 at byte {}", self.valid_up_to)
    }
}

impl core::error::Error for InvalidUtf8 {}

/// Normalizes bytes that come in chunks, however they are cut.
#[derive(Debug)]
pub(super) struct Stream<'n> {
    pieces: Pieces<'n>,
    invalid: InvalidBytes,
    /// The start of a character that the last chunk cut: up to three bytes.
    partial: Vec<u8>,
    /// How many bytes before `partial` were read.
    read: u64,
    failed: bool,
}

impl<'n> Stream<'n> {
    pub(super) const fn new(normalizer: &'n Normalizer, invalid: InvalidBytes) -> Self {
        Self { pieces: Pieces::new(normalizer), invalid, partial: Vec::new(), read: 0, failed: false }
    }

    pub(super) const fn set_invalid(&mut self, invalid: InvalidBytes) {
        self.invalid = invalid;
    }

    /// Takes the next chunk and appends to `out` what is certain by now. Once it has failed it fails
    /// again. O(length).
    pub(super) fn push(&mut self, chunk: &[u8], out: &mut String) -> Result<(), InvalidUtf8> {
        if self.failed {
            return Err(InvalidUtf8 { valid_up_to: self.read });
        }
        let chunk = self.complete(chunk, out)?;
        let (valid, rest) = valid_start(chunk);
        self.text(valid, out);
        // Rare: the end of a chunk that cuts a character, and invalid bytes.
        let mut chunks = rest.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            self.text(chunk.valid(), out);
            let invalid = chunk.invalid();
            if chunks.peek().is_none() && is_incomplete(invalid) {
                self.partial.extend_from_slice(invalid);
            } else if !invalid.is_empty() {
                self.replace(invalid.len(), out)?;
            }
        }
        Ok(())
    }

    /// The input ends here.
    pub(super) fn finish(&mut self, out: &mut String) -> Result<(), InvalidUtf8> {
        if self.failed {
            return Err(InvalidUtf8 { valid_up_to: self.read });
        }
        let partial = self.partial.len();
        self.partial.clear();
        if partial > 0 {
            self.replace(partial, out)?;
        }
        self.pieces.finish(out);
        Ok(())
    }

    fn text(&mut self, text: &str, out: &mut String) {
        if !text.is_empty() {
            self.read += text.len() as u64;
            self.pieces.push(text, out);
        }
    }

    /// Completes the character that the last chunk cut; the rest of this one.
    fn complete<'b>(&mut self, mut chunk: &'b [u8], out: &mut String) -> Result<&'b [u8], InvalidUtf8> {
        while !self.partial.is_empty()
            && let Some((&byte, rest)) = chunk.split_first()
        {
            let mut character = [0; 4];
            let joined = self.partial.iter().chain([&byte]);
            let len = character.iter_mut().zip(joined).map(|(to, &from)| *to = from).count();
            let joined = character.get(..len).unwrap_or_default();
            if let Ok(text) = core::str::from_utf8(joined) {
                self.partial.clear();
                self.text(text, out);
                chunk = rest;
            } else if is_incomplete(joined) {
                self.partial.push(byte);
                chunk = rest;
            } else {
                // This byte starts something else.
                self.partial.clear();
                self.replace(len - 1, out)?;
            }
        }
        Ok(chunk)
    }

    /// So many bytes that are no character.
    fn replace(&mut self, len: usize, out: &mut String) -> Result<(), InvalidUtf8> {
        match self.invalid {
            InvalidBytes::Replace => {
                self.read += len as u64;
                self.pieces.push("\u{FFFD}", out);
                Ok(())
            }
            InvalidBytes::Error => {
                self.failed = true;
                self.pieces.finish(out);
                Err(InvalidUtf8 { valid_up_to: self.read })
            }
        }
    }
}

/// The chunk as text, without a character at its end that it may cut; nothing when it is not valid.
fn valid_start(chunk: &[u8]) -> (&str, &[u8]) {
    // A character has up to three bytes behind its first.
    let tail = match *chunk {
        [.., 0xC0..=0xFF] => 1,
        [.., 0xE0..=0xFF, _] => 2,
        [.., 0xF0..=0xFF, _, _] => 3,
        _ => 0,
    };
    let (whole, rest) = chunk.split_at(chunk.len() - tail);
    validate(whole).map_or(("", chunk), |text| (text, rest))
}

#[cfg(feature = "simd")]
fn validate(bytes: &[u8]) -> Option<&str> {
    simdutf8::basic::from_utf8(bytes).ok()
}

#[cfg(not(feature = "simd"))]
fn validate(bytes: &[u8]) -> Option<&str> {
    core::str::from_utf8(bytes).ok()
}

/// Whether bytes that are not UTF-8 are the start of a character.
fn is_incomplete(bytes: &[u8]) -> bool {
    core::str::from_utf8(bytes).is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
}
