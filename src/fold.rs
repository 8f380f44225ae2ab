//! The one fold of letters: which letter stands for which, as a set of switches, and the table
//! compiled from it. `normalize` builds its plans from this; words are looked up in data files
//! through [`Folded`]. It knows single letters, never their neighbours.

use unicode_normalization::UnicodeNormalization as _;

use crate::class::{CharClass, class_of, class_of_low};

/// A set of letter folds. Each constant is one switch of `normalize`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct LetterFolds(u32);

impl LetterFolds {
    /// آ أ إ ٱ ٲ ٳ ٵ → ا
    pub(crate) const ALEF: Self = Self(1 | Self::ALEF_HAMZA.0 | Self::ALEF_WASLA.0);
    /// ٲ ٳ ٵ → ا
    const ALEF_OTHER: Self = Self(1);
    /// آ أ إ → ا
    pub(crate) const ALEF_HAMZA: Self = Self(1 << 13);
    /// ٱ → ا
    pub(crate) const ALEF_WASLA: Self = Self(1 << 14);
    /// ى → ي
    pub(crate) const MAQSURA: Self = Self(1 << 1);
    /// ة → ه
    pub(crate) const TEH_MARBUTA_TO_HEH: Self = Self(1 << 2);
    /// ة → ت
    pub(crate) const TEH_MARBUTA_TO_TEH: Self = Self(1 << 3);
    /// ؤ → و
    pub(crate) const WAW_SEAT: Self = Self(1 << 4);
    /// ئ → ي
    pub(crate) const YEH_SEAT: Self = Self(1 << 5);
    /// ؤ ئ → ء
    pub(crate) const SEATS_TO_HAMZA: Self = Self(1 << 6);
    /// ء → nothing
    pub(crate) const DROP_HAMZA: Self = Self(1 << 7);
    /// Letters of Persian and Urdu keyboards that look like an Arabic letter.
    pub(crate) const LOOKALIKES: Self = Self(1 << 8);
    /// پ چ ژ ڤ گ → ب ج ز ف ك
    pub(crate) const FOREIGN: Self = Self(1 << 9);
    /// ں → ن
    pub(crate) const NOON_GHUNNA: Self = Self(1 << 10);
    /// Small waw and yeh become the letters.
    pub(crate) const SMALL_TO_LETTER: Self = Self(1 << 11);
    /// Small waw and yeh are deleted.
    pub(crate) const DROP_SMALL: Self = Self(1 << 12);

    pub(crate) const fn none() -> Self {
        Self(0)
    }

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether any letter is dropped.
    pub(crate) const fn drops(self) -> bool {
        self.has(Self::DROP_HAMZA) || self.has(Self::DROP_SMALL)
    }

    /// What the letter becomes, to closure (ۃ → ة → ه); `None` when it is dropped. Letters
    /// without a fold come back as they are.
    pub(crate) const fn letter(self, letter: char) -> Option<char> {
        let mut c = letter;
        loop {
            match self.once(c) {
                None => return None,
                Some(next) if next as u32 == c as u32 => return Some(c),
                Some(next) => c = next,
            }
        }
    }

    const fn once(self, c: char) -> Option<char> {
        let folded = match c {
            'آ' | 'أ' | 'إ' if self.has(Self::ALEF_HAMZA) => 'ا',
            'ٱ' if self.has(Self::ALEF_WASLA) => 'ا',
            'ٲ' | 'ٳ' | 'ٵ' if self.has(Self::ALEF_OTHER) => 'ا',
            'ى' if self.has(Self::MAQSURA) => 'ي',
            'ة' if self.has(Self::TEH_MARBUTA_TO_HEH) => 'ه',
            'ة' if self.has(Self::TEH_MARBUTA_TO_TEH) => 'ت',
            'ؤ' if self.has(Self::WAW_SEAT) => 'و',
            'ئ' if self.has(Self::YEH_SEAT) => 'ي',
            'ؤ' | 'ئ' if self.has(Self::SEATS_TO_HAMZA) => 'ء',
            'ء' if self.has(Self::DROP_HAMZA) => return None,
            'ک' | 'ڪ' if self.has(Self::LOOKALIKES) => 'ك',
            'ی' | 'ې' | 'ے' | 'ۓ' if self.has(Self::LOOKALIKES) => 'ي',
            'ھ' | 'ہ' | 'ە' | 'ۀ' | 'ۂ' if self.has(Self::LOOKALIKES) => 'ه',
            'ۃ' if self.has(Self::LOOKALIKES) => 'ة',
            'پ' if self.has(Self::FOREIGN) => 'ب',
            'چ' if self.has(Self::FOREIGN) => 'ج',
            'ژ' if self.has(Self::FOREIGN) => 'ز',
            'ڤ' if self.has(Self::FOREIGN) => 'ف',
            'گ' if self.has(Self::FOREIGN) => 'ك',
            'ں' if self.has(Self::NOON_GHUNNA) => 'ن',
            '\u{06E5}' if self.has(Self::SMALL_TO_LETTER) => 'و',
            '\u{06E6}' | '\u{08C9}' if self.has(Self::SMALL_TO_LETTER) => 'ي',
            '\u{06E5}' | '\u{06E6}' | '\u{08C9}' if self.has(Self::DROP_SMALL) => return None,
            _ => c,
        };
        Some(folded)
    }
}

/// The folds under which words are looked up: numbers, months, abbreviations.
///
/// ئ is kept: مئة with it folded would be the dialect word for water.
const LEXICAL: LetterFolds = LetterFolds::ALEF
    .with(LetterFolds::MAQSURA)
    .with(LetterFolds::TEH_MARBUTA_TO_HEH)
    .with(LetterFolds::WAW_SEAT)
    .with(LetterFolds::LOOKALIKES);

/// The lexical fold of U+0600–U+06FF as the two bytes of its UTF-8; zeros for what is dropped.
const LEXICAL_BYTES: [[u8; 2]; 256] = lexical_bytes();

#[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
const fn lexical_bytes() -> [[u8; 2]; 256] {
    let mut bytes = [[0; 2]; 256];
    let mut i = 0;
    while i < 256 {
        let cp = 0x600 + i as u32;
        let class = class_of_low(cp);
        let dropped = class.is_arabic_mark() || class.is_invisible() || matches!(class, CharClass::Tatweel);
        if !dropped
            && let Some(c) = char::from_u32(cp)
            && let Some(folded) = LEXICAL.letter(c)
        {
            let folded = folded as u32;
            bytes[i] = [0xC0 | (folded >> 6) as u8, 0x80 | (folded & 0x3F) as u8];
        }
        i += 1;
    }
    bytes
}

/// The lexical fold of a character of U+0600–U+06FF, by its two bytes in UTF-8; zeros if it is dropped.
#[expect(clippy::indexing_slicing, reason = "eight bits index 256 entries; `get` is not const")]
#[inline]
pub(crate) const fn lexical_pair(lead: u8, tail: u8) -> [u8; 2] {
    LEXICAL_BYTES[((lead & 3) << 6 | tail & 0x3F) as usize]
}

/// U+0654 in UTF-8.
const HAMZA_ABOVE: [u8; 2] = [0xD9, 0x94];

/// Room for the longest key of a lexicon.
const CAPACITY: usize = 48;

/// A word as it is looked up: without marks, tatweel and invisible controls, presentation forms
/// decomposed, letters folded. On the stack.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Folded {
    bytes: [u8; CAPACITY],
    len: u8,
}

impl Folded {
    /// The folded form, or `None` if it is longer than any key could be. O(length), and no more
    /// than a constant for a word that is too long.
    pub(crate) fn new(word: &str) -> Option<Self> {
        let bytes = word.as_bytes();
        if let Some(folded) = Self::plain(bytes) {
            return Some(folded);
        }
        let mut folded = Self { bytes: [0; CAPACITY], len: 0 };
        let mut at = 0;
        while let Some(&lead) = bytes.get(at) {
            if let 0xD8..=0xDB = lead {
                let low = bytes.get(at + 1).copied().unwrap_or(0x80);
                let pair =
                    LEXICAL_BYTES.get(usize::from((lead & 3) << 6 | low & 0x3F)).copied().unwrap_or_default();
                if pair[0] != 0 {
                    let len = usize::from(folded.len);
                    folded.bytes.get_mut(len..len + 2)?.copy_from_slice(&pair);
                    folded.len += 2;
                } else if [lead, low] == HAMZA_ABOVE {
                    folded.seat();
                }
                at += 2;
            } else {
                let c = word.get(at..)?.chars().next()?;
                at += c.len_utf8();
                let class = class_of(c);
                if class == CharClass::ArabicForm {
                    for part in core::iter::once(c).nfkc().filter_map(|part| LEXICAL.letter(part)) {
                        folded.push_char(part)?;
                    }
                } else if !(class.is_mark() || class.is_invisible() || class == CharClass::ArabicFormMark) {
                    folded.push_char(c)?;
                }
            }
        }
        Some(folded)
    }

    /// The folded form of a word of U+0600–U+06FF alone that is not too long: most words.
    #[inline]
    fn plain(word: &[u8]) -> Option<Self> {
        let (letters, []) = word.as_chunks::<2>() else { return None };
        let mut bytes = [0; CAPACITY];
        let (places, _) = bytes.as_chunks_mut::<2>();
        let mut len = 0;
        let mut other = false;
        for &[lead, low] in letters {
            let pair =
                LEXICAL_BYTES.get(usize::from((lead & 3) << 6 | low & 0x3F)).copied().unwrap_or_default();
            other |= lead & 0xFC != 0xD8 || [lead, low] == HAMZA_ABOVE;
            *places.get_mut(len)? = pair;
            len += usize::from(pair[0] != 0);
        }
        // What was dropped last may have left a byte behind the end.
        (!other).then_some(Self { bytes, len: 2 * len as u8 })
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.len)).unwrap_or(&[])
    }

    /// A hamza over the last letter: ئ is one letter, whether it was written as one or two.
    fn seat(&mut self) {
        let len = usize::from(self.len);
        if let Some(last) = len.checked_sub(2).and_then(|start| self.bytes.get_mut(start..len))
            && *last == *"ي".as_bytes()
        {
            last.copy_from_slice("ئ".as_bytes());
        }
    }

    /// The word without marks, tatweel and invisible controls, its letters as they are; of a word
    /// that is longer than any of the lexicon, the start.
    pub(crate) fn bare(word: &str) -> Self {
        let mut bare = Self { bytes: [0; CAPACITY], len: 0 };
        let mut push = |c: char| {
            let class = class_of(c);
            let skipped = class.is_mark() || class.is_invisible() || class == CharClass::Tatweel;
            skipped || bare.push_char(c).is_some()
        };
        // Only marks from U+0653 to U+0655 make another letter of one, here.
        let composes = |pair: &[u8]| matches!(pair, [0xD9, 0x93..=0x95] | [0xE0..=0xFF, _]);
        if word.as_bytes().windows(2).any(composes) {
            word.nfc().all(&mut push);
        } else {
            word.chars().all(&mut push);
        }
        bare
    }

    pub(crate) fn as_str(&self) -> &str {
        core::str::from_utf8(self.as_bytes()).unwrap_or("")
    }

    fn push_char(&mut self, c: char) -> Option<()> {
        self.push(c.encode_utf8(&mut [0; 4]).as_bytes())
    }

    fn push(&mut self, more: &[u8]) -> Option<()> {
        let len = usize::from(self.len);
        self.bytes.get_mut(len..len + more.len())?.copy_from_slice(more);
        self.len += more.len() as u8;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    fn fold(word: &str) -> alloc::string::String {
        let folded = Folded::new(word).unwrap();
        core::str::from_utf8(folded.as_bytes()).unwrap().to_string()
    }

    #[test]
    fn words_fold_for_lookup() {
        assert_eq!(fold("أَيَّار"), "ايار");
        assert_eq!(fold("مائة"), "مائه");
        assert_eq!(fold("هـــ"), "ه");
        assert_eq!(fold("\u{FEEB}"), "ه");
        assert_eq!(fold("تشرین"), "تشرين");
        assert_eq!(fold("ﻻ"), "لا");
        assert_eq!(fold("ا\u{200F}ب"), "اب");
        assert_eq!(fold("مي\u{0654}ة"), fold("مئة"));
        assert_eq!(fold("دقاى\u{064E}\u{0654}ق"), fold("دقائق"));
        assert_eq!(Folded::bare("وا\u{0654}حد").as_str(), "وأحد");
        assert!(Folded::new(&"ب".repeat(100)).is_none());
        assert_eq!(fold(&"\u{064B}".repeat(1000)), "");
    }
}
