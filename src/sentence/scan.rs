//! The scan for the next character that a sentence could end at, so that the text between is not
//! cut into tokens. Knows bytes and classes; what a hit means is decided by the rules.

use crate::class::{CharClass, class_at, class_of_low};
use crate::simd::ByteSet;

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

/// For each byte, the sets that a character with this byte may be in, from the class table.
///
/// A two-byte character is watched by its lead, except under the four leads that nearly every
/// Arabic letter has: there by its second byte. Longer characters are watched by their lead.
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
    // To the end of the row, where no byte of UTF-8 is, so that one kind of row is two.
    while lead < 0x100 {
        table[lead] = STOPS | SEMICOLONS | AYAH_MARKS;
        lead += 1;
    }
    table
}

/// The bytes of each combination of sets.
#[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
static WATCHED: [ByteSet; 8] = {
    let mut sets = [ByteSet::new([false; 256]); 8];
    let mut i = 0;
    while i < 8 {
        sets[i] = ByteSet::new(bytes_of(i as u8));
        i += 1;
    }
    sets
};

#[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
const fn bytes_of(sets: u8) -> [bool; 256] {
    let table = bytes();
    let mut all = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        all[byte] = table[byte] & sets != 0;
        byte += 1;
    }
    all
}

/// The first character from `at` on in one of `sets`: its byte offset, class and length.
/// `at` is a character boundary. O(distance).
pub(super) fn next(text: &str, mut at: usize, sets: u8) -> Option<(usize, CharClass, usize)> {
    let bytes = text.as_bytes();
    let watched_bytes = WATCHED.get(usize::from(sets & 7))?;
    loop {
        at += watched_bytes.position(bytes.get(at..)?)?;
        // Pictographs are many and never watched; a test asks the class table.
        if let Some([0xF0, 0x9F, ..]) = bytes.get(at..) {
            at += 4;
            continue;
        }
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

    /// Most of a text is passed over by bytes alone.
    #[test]
    fn ordinary_text_is_not_watched() {
        let set = WATCHED.get(usize::from(STOPS)).unwrap();
        let letters = "كتب السيد عمر فصلا عن تاريخ بغداد ثم خرج مع ابنه إلى ضفة النهر and back home 2024";
        assert_eq!(set.position(letters.as_bytes()), None);
        assert!(set.contains(b'.') && set.contains("؟".as_bytes()[1]));
    }
}
