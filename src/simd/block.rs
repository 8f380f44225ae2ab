//! What 64 bytes hold, a bit for each: the parts of words, so that a tokenizer finds the end of a word
//! by counting bits. Knows no characters: the sets of U+0600–U+06FF are given.

#![allow(
    clippy::inline_always,
    reason = "vector code has to be inlined into the function with the instructions"
)]

/// Bytes that a [`Block`] tells of.
pub(crate) const LEN: usize = 64;

/// Two sets of characters of U+0600–U+06FF, one inside the other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sets {
    /// All of them.
    pub(crate) wide: Set,
    /// Some of them.
    pub(crate) narrow: Set,
}

/// A set of characters of U+0600–U+06FF, in the form of two `pshufb` tables.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(feature = "simd"), allow(dead_code, reason = "the vector code reads it"))]
pub(crate) struct Set {
    /// Bit r of byte c: U+0600 + 16 r + c is in the set.
    low: [u8; 16],
    /// Bit r of byte c: U+0680 + 16 r + c is in the set.
    high: [u8; 16],
    /// The same by the low byte of the code point.
    all: [bool; 256],
}

impl Set {
    /// The characters U+0600 + i for which `all` is true at i.
    #[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
    pub(crate) const fn new(all: [bool; 256]) -> Self {
        let mut set = Self { low: [0; 16], high: [0; 16], all };
        let mut i = 0;
        while i < 256 {
            let bit = (all[i] as u8) << (i >> 4 & 7);
            if i < 128 {
                set.low[i & 15] |= bit;
            } else {
                set.high[i & 15] |= bit;
            }
            i += 1;
        }
        set
    }

    /// Whether these two bytes are a character of the set.
    #[inline]
    pub(crate) fn contains(&self, lead: u8, tail: u8) -> bool {
        let index = usize::from((lead & 3) << 6 | tail & 0x3F);
        lead & 0xFC == 0xD8 && self.all.get(index).is_some_and(|&member| member)
    }
}

/// What the bytes from one place of a text on hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    /// Where they stand: a character boundary.
    start: usize,
    /// How many there are; zero before the first is asked for.
    len: usize,
    /// The bytes of characters of the wide set, and those that are not in the narrow one.
    members: u64,
    wider: u64,
    /// ASCII letters and digits.
    alphanumeric: u64,
    /// 1 where the last byte of the block is the first of a character of the set.
    over: usize,
}

impl Block {
    /// Nothing has been looked at.
    pub(crate) const NONE: Self = Self { start: 0, len: 0, members: 0, wider: 0, alphanumeric: 0, over: 0 };

    /// The end of the stretch of characters of the wide set that starts at `at`, a character boundary, and
    /// whether all are of the narrow one, which of a stretch that is longer than a block is denied. O(length).
    #[inline]
    pub(crate) fn members(&mut self, sets: &Sets, text: &[u8], at: usize) -> (usize, bool) {
        let mut inside = at.wrapping_sub(self.start);
        if inside >= self.len {
            *self = Self::read(sets, text, at);
            inside = 0;
        }
        let mut ones = (!(self.members >> inside)).trailing_zeros() as usize;
        if inside + ones >= LEN {
            // It may go on behind the block.
            if inside > 0 {
                *self = Self::read(sets, text, at);
                ones = (!self.members).trailing_zeros() as usize;
                inside = 0;
            }
            if ones >= LEN {
                return (self.long(sets, text, at), false);
            }
        }
        // Below 64 by now.
        let stretch = (1 << ones) - 1;
        (at + ones, (self.wider >> inside) & stretch == 0)
    }

    /// The end of a stretch of members that is longer than the block.
    #[cold]
    #[inline(never)]
    fn long(&mut self, sets: &Sets, text: &[u8], mut at: usize) -> usize {
        loop {
            *self = Self::read(sets, text, at);
            let ones = (!self.members).trailing_zeros() as usize;
            at += ones;
            if ones < LEN || at >= text.len() {
                return at;
            }
            at += self.over;
        }
    }

    /// The end of the stretch of ASCII letters and digits that goes on at `at`, a character boundary; `at`
    /// itself where it does not. O(length).
    #[inline]
    pub(crate) fn alphanumeric(&mut self, sets: &Sets, text: &[u8], mut at: usize) -> usize {
        loop {
            let mut inside = at.wrapping_sub(self.start);
            if inside >= self.len {
                if at >= text.len() {
                    return at;
                }
                *self = Self::read(sets, text, at);
                inside = 0;
            }
            let ones = (!(self.alphanumeric >> inside)).trailing_zeros() as usize;
            at += ones;
            if inside + ones < LEN {
                return at;
            }
        }
    }

    /// Looks at the bytes from `at` on, a character boundary.
    #[inline(never)]
    fn read(sets: &Sets, text: &[u8], at: usize) -> Self {
        let rest = text.get(at..).unwrap_or(&[]);
        let mut padded = [0; LEN + 1];
        let bytes = rest.first_chunk().unwrap_or_else(|| {
            if let Some(part) = padded.get_mut(..rest.len()) {
                part.copy_from_slice(rest);
            }
            &padded
        });
        let Masks { wide, narrow, alphanumeric } = masks(sets, bytes);
        let over = (wide >> (LEN - 1)) as usize;
        Self { start: at, len: LEN, members: wide | wide << 1, wider: wide & !narrow, alphanumeric, over }
    }
}

/// The first bytes of members of both sets, and ASCII letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
struct Masks {
    wide: u64,
    narrow: u64,
    alphanumeric: u64,
}

#[cfg(feature = "simd")]
#[inline]
fn masks(sets: &Sets, bytes: &[u8; LEN + 1]) -> Masks {
    let level = fearless_simd::Level::new();
    fearless_simd::dispatch!(level, simd => vector_masks(simd, sets, bytes))
}

/// The same without vectors.
#[cfg(not(feature = "simd"))]
#[inline]
fn masks(sets: &Sets, bytes: &[u8; LEN + 1]) -> Masks {
    scalar_masks(sets, bytes)
}

#[cfg(any(test, not(feature = "simd")))]
fn scalar_masks(sets: &Sets, bytes: &[u8; LEN + 1]) -> Masks {
    let mut masks = Masks::default();
    for (i, pair) in bytes.windows(2).enumerate() {
        let &[lead, tail] = pair else { continue };
        masks.wide |= u64::from(sets.wide.contains(lead, tail)) << i;
        masks.narrow |= u64::from(sets.narrow.contains(lead, tail)) << i;
        masks.alphanumeric |= u64::from(lead.is_ascii_alphanumeric()) << i;
    }
    masks
}

#[cfg(feature = "simd")]
#[inline(always)]
fn vector_masks<S: fearless_simd::Simd>(simd: S, sets: &Sets, bytes: &[u8; LEN + 1]) -> Masks {
    use fearless_simd::prelude::*;

    let vector = |from: usize| match bytes.get(from..from + S::u8s::LEN) {
        Some(bytes) => S::u8s::from_slice(simd, bytes),
        None => S::u8s::splat(simd, 0),
    };
    let zero = S::u8s::splat(simd, 0);
    let rows = whole(simd, &[1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0]);
    let mut masks = Masks::default();
    let mut from = 0;
    while from < LEN {
        let (lead, behind) = (vector(from), vector(from + 1));
        // Bits 4 to 6 of the code point.
        let row = rows.swizzle_dyn_within_blocks(((lead & 1) << 2) | ((behind >> 4) & 3));
        let half = (lead & 2).simd_eq(zero);
        let arabic = (lead & 0xFC).simd_eq(S::u8s::splat(simd, 0xD8));
        let letter = ((lead | 0x20) - b'a').simd_lt(S::u8s::splat(simd, 26));
        let digit = (lead - b'0').simd_lt(S::u8s::splat(simd, 10));
        masks.wide |= (arabic & members(simd, &sets.wide, half, row, behind)).to_bitmask() << from;
        masks.narrow |= (arabic & members(simd, &sets.narrow, half, row, behind)).to_bitmask() << from;
        masks.alphanumeric |= (letter | digit).to_bitmask() << from;
        from += S::u8s::LEN;
    }
    masks
}

/// A table of 16 bytes in each block of a vector.
#[cfg(feature = "simd")]
#[inline(always)]
fn whole<S: fearless_simd::Simd>(simd: S, table: &[u8; 16]) -> S::u8s {
    use fearless_simd::prelude::*;

    S::u8s::block_splat(<S::u8s as SimdBase<S>>::Block::from_slice(simd, table))
}

/// The lanes of a set, by the half of the table, the bit of the row, and the last byte.
#[cfg(feature = "simd")]
#[inline(always)]
fn members<S: fearless_simd::Simd>(
    simd: S,
    set: &Set,
    half: S::mask8s,
    row: S::u8s,
    tail: S::u8s,
) -> S::mask8s {
    use fearless_simd::prelude::*;

    let column = tail & 0x0F;
    let low = whole(simd, &set.low).swizzle_dyn_within_blocks(column);
    let high = whole(simd, &set.high).swizzle_dyn_within_blocks(column);
    !(half.select(low, high) & row).simd_eq(S::u8s::splat(simd, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn every(n: usize) -> Set {
        let mut all = [false; 256];
        let mut i = 0;
        while i < 256 {
            all[i] = i % n != 0 && i != 0x55;
            i += 1;
        }
        Set::new(all)
    }

    const SETS: Sets = Sets { wide: every(15), narrow: every(3) };

    #[test]
    fn a_set_holds_what_it_was_made_of() {
        for c in '\u{600}'..='\u{6FF}' {
            let low = c as usize & 0xFF;
            let mut bytes = [0; 2];
            c.encode_utf8(&mut bytes);
            assert_eq!(
                SETS.narrow.contains(bytes[0], bytes[1]),
                !low.is_multiple_of(3) && low != 0x55,
                "{low:X}"
            );
        }
        assert!(!SETS.wide.contains(b'a', 0x81) && !SETS.wide.contains(0xDC, 0x81));
    }

    #[test]
    fn vectors_and_bytes_tell_the_same() {
        let mut bytes = [0; LEN + 1];
        for lead in 0..=255 {
            for tail in 0..=255 {
                // Each pair at another place.
                let at = (usize::from(lead) * 7 + usize::from(tail)) % LEN;
                bytes.fill(b' ');
                [bytes[at], bytes[at + 1]] = [lead, tail];
                assert_eq!(masks(&SETS, &bytes), scalar_masks(&SETS, &bytes), "{lead:X} {tail:X}");
            }
        }
    }

    #[test]
    fn stretches_end_where_a_character_does_not_belong() {
        for run in 0..200 {
            for lead_in in 0..70 {
                let text =
                    alloc::format!("{}{}.x1{}", " ".repeat(lead_in), "\u{601}".repeat(run), "y".repeat(run));
                let mut block = Block::NONE;
                // Begun somewhere before.
                block.alphanumeric(&SETS, text.as_bytes(), lead_in / 2);
                let (end, narrow) = block.members(&SETS, text.as_bytes(), lead_in);
                assert_eq!((end, narrow), (lead_in + 2 * run, run < 32), "{run} {lead_in}");
                assert_eq!(block.alphanumeric(&SETS, text.as_bytes(), end), end);
                let end = block.alphanumeric(&SETS, text.as_bytes(), end + 1);
                assert_eq!(end, text.len());
            }
        }
        let mut block = Block::NONE;
        let (end, narrow) = block.members(&SETS, "\u{601}\u{603}\u{601}".as_bytes(), 0);
        assert!(end == 6 && !narrow);
    }
}
