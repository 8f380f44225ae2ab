//! A word on the way into the lexicon: its letters, and what is told from four of them. Knows letters,
//! no words.

use crate::fold::lexical_pair;

/// The letters of a word, or of what is left of it, two bytes each: folded, or such that each folds into
/// two bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stem<'w> {
    letters: &'w [u8],
    /// The first letters folded, by the low bytes of their code points, from the lowest byte on.
    head: u64,
    /// What the first four can be in front of the word, a byte each.
    roles: u32,
    /// How many are known: eight, less those that were taken off.
    known: u8,
    /// How many there are in all.
    len: u8,
    /// Whether they are letters of U+0600–U+06FF alone.
    plain: bool,
}

/// The first eight letters of a word, folded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head(u64);

/// What a letter can be in front of a word, as bits.
pub(crate) mod role {
    /// و ف
    pub(crate) const CONJUNCTION: u32 = 1;
    /// ب ل ك
    pub(crate) const PREPOSITION: u32 = 1 << 1;
    pub(crate) const ALEF: u32 = 1 << 2;
    pub(crate) const LAM: u32 = 1 << 3;
}

/// What the letter with this low byte can be in front of a word.
const fn role(low: u8) -> u32 {
    match low {
        WAW | FEH => role::CONJUNCTION,
        LAM => role::PREPOSITION | role::LAM,
        BEH | KAF => role::PREPOSITION,
        ALEF => role::ALEF,
        _ => 0,
    }
}

/// The low bytes of the letters that proclitics are made of.
pub(crate) const ALEF: u8 = 0x27;
pub(crate) const BEH: u8 = 0x28;
pub(crate) const FEH: u8 = 0x41;
pub(crate) const KAF: u8 = 0x43;
pub(crate) const LAM: u8 = 0x44;
pub(crate) const WAW: u8 = 0x48;

/// The low byte of the code point that a character of U+0600–U+06FF folds into, 0 if it is dropped; from bit 32 on, its
/// role.
static FOLDED: [u64; 256] = folded();

#[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
const fn folded() -> [u64; 256] {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        let [lead, tail] = lexical_pair(0xD8 | (i >> 6) as u8, i as u8);
        if lead != 0 {
            let low = lead << 6 | tail & 0x3F;
            table[i] = low as u64 | (role(low) as u64) << 32;
        }
        i += 1;
    }
    table
}

#[inline]
fn look_up(index: u64) -> u64 {
    FOLDED.get((index & 0xFF) as usize).copied().unwrap_or(0)
}

/// Four letters folded, zeros where there are zeros; from bit 32 on, their roles, a byte each.
#[inline]
fn fold_four(letters: u64) -> u64 {
    // The index of each: (lead & 3) << 6 | tail & 63.
    let index = (letters << 6 & 0x00C0_00C0_00C0_00C0) | (letters >> 8 & 0x003F_003F_003F_003F);
    look_up(index) | look_up(index >> 16) << 8 | look_up(index >> 32) << 16 | look_up(index >> 48) << 24
}

/// The lowest bytes of eight, and of the eight behind them.
static LOWEST: [[u64; 2]; 17] = {
    let mut masks = [[u64::MAX; 2]; 17];
    let mut i = 0;
    #[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
    while i < 16 {
        masks[i] = [lowest(i), lowest(i.saturating_sub(8))];
        i += 1;
    }
    masks
};

/// The lowest bytes, at most eight.
#[inline]
const fn lowest(bytes: usize) -> u64 {
    let left = 8_usize.saturating_sub(bytes);
    if left < 8 { u64::MAX >> (8 * left) } else { 0 }
}

impl<'w> Stem<'w> {
    /// The letters of a word in its folded form. O(length).
    pub(crate) fn of_folded(letters: &'w [u8]) -> Self {
        let (pairs, rest) = letters.as_chunks::<2>();
        let plain =
            rest.is_empty() && pairs.iter().all(|&[lead, tail]| lexical_pair(lead, tail) == [lead, tail]);
        if plain && let Some(stem) = Self::of(letters, letters.len()) {
            return stem;
        }
        // ق.م: a letter is a character here.
        let chars = core::str::from_utf8(letters).unwrap_or("").chars();
        let head =
            chars.clone().take(8).enumerate().fold(0, |head, (i, c)| head | (c as u64 & 0xFF) << (8 * i));
        let roles = (0..4).fold(0, |roles, i| roles | role((head >> (8 * i)) as u8) << (8 * i));
        Self { letters, head, roles, known: 8, len: chars.count() as u8, plain: false }
    }

    /// The letters of the word of `len` bytes that starts here, of U+0600–U+06FF alone: its own bytes.
    #[inline]
    pub(crate) fn of(bytes: &'w [u8], len: usize) -> Option<Self> {
        let letters = bytes.get(..len)?;
        // Most words have sixteen bytes of the text from their start on.
        let [low, high] = if let Some(bytes) = bytes.first_chunk::<16>() {
            halves(bytes)
        } else {
            let mut padded = [0; 16];
            padded.get_mut(..bytes.len())?.copy_from_slice(bytes);
            halves(&padded)
        };
        let [first, second] = LOWEST.get(len.min(16)).copied().unwrap_or_default();
        let (first, second) = (fold_four(low & first), fold_four(high & second));
        let (head, roles) = (first & 0xFFFF_FFFF | second << 32, (first >> 32) as u32);
        Some(Self { letters, head, roles, known: 8, len: (len / 2).min(0xFF) as u8, plain: true })
    }

    /// How many letters.
    #[inline]
    pub(crate) const fn len(self) -> usize {
        self.len as usize
    }

    /// One of the first letters: the low byte of its folded code point in U+0600–U+06FF; 0 behind the end, and
    /// behind the eighth.
    #[inline]
    pub(crate) const fn letter(self, place: usize) -> u8 {
        if place < 8 { (self.head >> (8 * place)) as u8 } else { 0 }
    }

    /// What the first four letters can be in front of the word, see [`role`], a byte each.
    #[inline]
    pub(crate) const fn roles(self) -> u32 {
        self.roles
    }

    /// The same without the first `count` letters, at most four in all, of U+0600–U+06FF.
    #[inline]
    pub(crate) fn without(self, count: usize) -> Self {
        let letters = self.letters.get(2 * count..).unwrap_or(&[]);
        let less = |n: u8| n.saturating_sub(count as u8);
        let head = self.head >> (8 * (count & 7));
        let roles = self.roles >> (8 * (count as u32 & 3));
        Self { letters, head, roles, known: less(self.known), len: less(self.len), plain: self.plain }
    }

    /// A number told from the length and the first four letters: the same for all words that fold alike,
    /// different for most others.
    #[inline]
    pub(super) const fn signature(self) -> u64 {
        self.signature_without(0)
    }

    /// The same of what is left without the first `count` letters, at most four; of nothing, any number.
    #[inline]
    pub(super) const fn signature_without(self, count: u32) -> u64 {
        self.head >> (8 * (count & 7)) & 0xFFFF_FFFF
            | (self.len() as u64).wrapping_sub(count as u64) << 32 & 0xFF_0000_0000
    }

    /// The first eight letters.
    pub(super) const fn head(self) -> Head {
        Head(self.head)
    }

    /// Whether the letters fold into these, whose first eight are `head`.
    #[inline]
    pub(super) fn is(self, head: Head, folded: &[u8]) -> bool {
        let known = usize::from(self.known);
        if (self.head ^ head.0) & lowest(known) != 0 || self.letters.len() != folded.len() {
            return false;
        }
        if !self.plain {
            return self.letters == folded;
        }
        self.len() <= known
            || self
                .letters
                .as_chunks::<2>()
                .0
                .iter()
                .zip(folded.as_chunks::<2>().0)
                .all(|(&[lead, tail], &folded)| lexical_pair(lead, tail) == folded)
    }
}

#[inline]
fn halves(bytes: &[u8; 16]) -> [u64; 2] {
    let (halves, _) = bytes.as_chunks::<8>();
    match *halves {
        [low, high] => [u64::from_le_bytes(low), u64::from_le_bytes(high)],
        _ => [0; 2],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::{CharClass, class_of};
    use crate::fold::Folded;

    #[test]
    fn words_that_fold_alike_have_one_signature() {
        let stem = |word: &'static str| {
            if word.chars().all(|c| class_of(c).is_arabic_letter()) {
                Stem::of(word.as_bytes(), word.len()).unwrap()
            } else {
                let folded = Folded::new(word).unwrap();
                Stem::of_folded(alloc::boxed::Box::leak(alloc::boxed::Box::new(folded)).as_bytes())
            }
        };
        let is = |word: Stem<'_>, other: &'static str| word.is(stem(other).head(), other.as_bytes());
        assert_eq!(stem("أيّار").letter(0), 0x27);
        for (a, b) in [("أيار", "ايار"), ("ليلة", "ليله"), ("تشرین", "تشرين"), ("مستشفى", "مستشفي")]
        {
            assert_eq!(stem(a).signature(), stem(b).signature());
            assert!(is(stem(a), b), "{a}");
        }
        assert_ne!(stem("عام").signature(), stem("عاما").signature());
        assert_eq!(stem("وبالعام").without(4).signature(), stem("عام").signature());
        assert!(!is(stem("عم"), "عام") && !is(stem("مستشفيات"), "مستشفيان"));
        assert!(!is(stem("والمستشفيات").without(3), "مستشفيان"));
        assert!(is(stem("والمستشفيات").without(3), "مستشفيات"));
        assert!(is(stem("بق.م").without(1), "ق.م") && !is(stem("ق.م"), "قام"));
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
