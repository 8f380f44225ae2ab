//! A word on the way into the lexicon: its letters, and what is told from four of them. Knows letters,
//! no words.

use crate::fold::{Folded, lexical_pair};

/// The letters of a word, or of what is left of it, two bytes each: folded, or such that each folds into
/// two bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stem<'w> {
    letters: &'w [u8],
}

impl<'w> Stem<'w> {
    /// The letters of a word: its own bytes where it is letters of U+0600–U+06FF alone, else their folded
    /// form, which is put into `room`. `None` if it is longer than any word of a lexicon. O(length).
    #[inline]
    pub(crate) fn new(word: &'w str, letters: bool, room: &'w mut Option<Folded>) -> Option<Self> {
        if letters {
            return Some(Self { letters: word.as_bytes() });
        }
        *room = Folded::new(word);
        room.as_ref().map(|folded| Self { letters: folded.as_bytes() })
    }

    pub(super) const fn of_folded(letters: &'w [u8]) -> Self {
        Self { letters }
    }

    /// How many letters.
    #[inline]
    pub(crate) const fn len(self) -> usize {
        self.letters.len() / 2
    }

    /// The low byte of the code point of a folded letter of U+0600–U+06FF; 0 behind the end.
    #[inline]
    pub(crate) fn letter(self, place: usize) -> u8 {
        match self.letters.get(2 * place..).and_then(<[u8]>::first_chunk::<2>) {
            Some(&[lead, tail]) => {
                let [lead, tail] = lexical_pair(lead, tail);
                lead << 6 | tail & 0x3F
            }
            None => 0,
        }
    }

    /// The same without the first `count` letters.
    #[inline]
    pub(crate) fn without(self, count: usize) -> Self {
        Self { letters: self.letters.get(2 * count..).unwrap_or(&[]) }
    }

    /// A number told from the length and the first two and the last letters: the same for all words that
    /// fold alike, different for most others.
    #[inline]
    pub(super) fn signature(self) -> u32 {
        let last = self.len().wrapping_sub(1);
        u32::from(self.letter(0))
            | u32::from(self.letter(1)) << 8
            | u32::from(self.letter(last)) << 16
            | (self.len() as u32) << 24
    }

    /// Whether the letters fold into these.
    #[inline]
    pub(super) fn is(self, folded: &[u8]) -> bool {
        self.letters.len() == folded.len()
            && self.letters.as_chunks::<2>().0.iter().zip(folded.as_chunks::<2>().0).all(
                |(&[lead, tail], &folded)| lead & 0xFC == 0xD8 && lexical_pair(lead, tail) == folded,
            )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::{CharClass, class_of};

    #[test]
    fn words_that_fold_alike_have_one_signature() {
        let stem = |word: &'static str| Stem::of_folded(word.as_bytes());
        assert_eq!(stem("أيّار").letter(0), 0x27);
        for (a, b) in [("أيار", "ايار"), ("ليلة", "ليله"), ("تشرین", "تشرين"), ("مستشفى", "مستشفي")] {
            assert_eq!(stem(a).signature(), stem(b).signature());
            assert!(stem(a).is(b.as_bytes()) && !stem(a).is(a.as_bytes()), "{a}");
        }
        assert_ne!(stem("عام").signature(), stem("عاما").signature());
        assert_eq!(stem("وبالعام").without(4).signature(), stem("عام").signature());
        assert!(!stem("عم").is("عام".as_bytes()) && !stem("12").is("عا".as_bytes()));
    }

    #[test]
    fn every_letter_has_a_fold() {
        for c in ('\u{600}'..='\u{6FF}').filter(|&c| class_of(c).is_arabic_letter()) {
            let mut bytes = [0; 2];
            c.encode_utf8(&mut bytes);
            assert_ne!(lexical_pair(bytes[0], bytes[1]), [0; 2], "{:X}", c as u32);
        }
        assert!(class_of('\u{640}') == CharClass::Tatweel);
    }
}
