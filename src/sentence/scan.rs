//! The scan for the next character that a sentence could end at, so that the text between is not
//! cut into tokens. Knows bytes and classes; what a hit means is decided by the rules.

use crate::class::{CharClass, class_at, class_of_low};

/// Sets of watched classes: those of every splitter, and those that an option adds.
pub(super) const STOPS: u8 = 1;
pub(super) const SEMICOLONS: u8 = 2;
pub(super) const AYAH_MARKS: u8 = 4;

/// The sets that a class is in.
const fn watched(class: CharClass) -> u8 {
    match class {
        CharClass::FullStop | CharClass::Question | CharClass::Ellipsis | CharClass::LineEnd => STOPS,
        CharClass::Semicolon => SEMICOLONS,
        CharClass::AyahMark => AYAH_MARKS,
        _ => 0,
    }
}

/// For each byte, the sets that a character with this byte may be in, made from the class table.
///
/// A two-byte character is watched by its lead, except under the four leads that nearly every
/// Arabic letter has: there by its second byte. Longer characters are watched by their lead.
static BYTES: [u8; 256] = bytes();

#[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
const fn bytes() -> [u8; 256] {
    let mut table = [0; 256];
    let mut cp = 0;
    while cp < 0x800 {
        let sets = watched(class_of_low(cp));
        let lead = 0xC0 | cp >> 6;
        let byte = match lead {
            _ if cp < 0x80 => cp,
            0xD8..=0xDB => 0x80 | cp & 0x3F,
            _ => lead,
        };
        table[byte as usize] |= sets;
        cp += 1;
    }
    let mut lead = 0xE0;
    while lead < 0xF8 {
        table[lead] = STOPS | SEMICOLONS | AYAH_MARKS;
        lead += 1;
    }
    table
}

/// How many bytes are looked at together.
const STRIDE: usize = 16;

/// A superset of the watched bytes in so few comparisons, and without branches, that the compiler
/// makes vectors of them; a look into the table for each byte is several times slower. A test
/// holds it to be a superset.
#[inline]
#[expect(clippy::needless_bitwise_bool, reason = "`||` branches, and is not made a vector")]
fn is_suspect(b: u8) -> bool {
    (b == b'.')
        | (b == b'!')
        | (b == b'?')
        | (b == b';')
        | (b == 0x94)
        | (b.wrapping_sub(b'\n') < 4)
        | (b.wrapping_sub(0x9B) < 5)
        | (b.wrapping_sub(0xC2) < 0x16)
        | (b >= 0xDC)
}

/// The first byte from `at` on that is in one of `sets`.
fn next_byte(bytes: &[u8], mut at: usize, sets: u8) -> Option<usize> {
    // The marks of the Quran share second bytes with common letters; texts with them are short.
    let strides = if sets & AYAH_MARKS == 0 { bytes.get(at..)?.as_chunks::<STRIDE>().0 } else { &[] };
    for stride in strides {
        if stride.iter().fold(0, |any, &b| any | u8::from(is_suspect(b))) != 0
            && let Some(found) = stride.iter().position(|&b| is_watched(b, sets))
        {
            return Some(at + found);
        }
        at += STRIDE;
    }
    bytes.get(at..)?.iter().position(|&b| is_watched(b, sets)).map(|found| at + found)
}

#[inline]
fn is_watched(b: u8, sets: u8) -> bool {
    BYTES.get(usize::from(b)).is_some_and(|&byte| byte & sets != 0)
}

/// The first character from `at` on in one of `sets`: its byte offset, class and length.
/// `at` is a character boundary. O(distance).
pub(super) fn next(text: &str, mut at: usize, sets: u8) -> Option<(usize, CharClass, usize)> {
    let bytes = text.as_bytes();
    loop {
        at = next_byte(bytes, at, sets)?;
        // A second byte is watched in two-byte characters only: the leads of all longer ones are.
        if bytes.get(at).is_some_and(|b| (0x80..0xC0).contains(b)) {
            at -= 1;
        }
        let (class, len) = class_at(text, at)?;
        if watched(class) & sets != 0 {
            return Some((at, class, len));
        }
        at += len;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::class_of;

    #[test]
    fn every_watched_byte_is_suspect() {
        for b in 0..=255 {
            assert!(is_suspect(b) || !is_watched(b, STOPS | SEMICOLONS), "{b:X}");
        }
    }

    #[test]
    fn every_watched_character_is_found() {
        let mut text = alloc::string::String::new();
        for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
            for sets in [STOPS, STOPS | SEMICOLONS, STOPS | AYAH_MARKS] {
                text.clear();
                text.push_str("مممممممم");
                text.push(c);
                text.push_str("مممممممم");
                let found = next(&text, 0, sets);
                let expected = (watched(class_of(c)) & sets != 0).then(|| (16, class_of(c), c.len_utf8()));
                assert_eq!(found, expected, "{c:?}");
            }
        }
    }
}
