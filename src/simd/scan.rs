//! The first byte of a set. Knows bytes only.

#![allow(
    clippy::inline_always,
    reason = "vector code has to be inlined into the function with the instructions"
)]

/// A set of bytes, in the form of two `pshufb` tables: each upper half of a byte has a bit, which is set
/// where a lower half belongs to it. The rows of the set by upper half must be of at most eight kinds.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(feature = "simd"), allow(dead_code, reason = "the vector code reads it"))]
pub(crate) struct ByteSet {
    low: [u8; 16],
    high: [u8; 16],
    all: [bool; 256],
}

impl ByteSet {
    /// The bytes for which `all` is true.
    #[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
    pub(crate) const fn new(all: [bool; 256]) -> Self {
        let mut set = Self { low: [0; 16], high: [0; 16], all };
        // The rows so far that differ.
        let mut kinds = [0_u16; 8];
        let mut count = 0;
        let mut upper = 0;
        while upper < 16 {
            let mut row = 0_u16;
            let mut lower = 0;
            while lower < 16 {
                row |= (all[upper * 16 + lower] as u16) << lower;
                lower += 1;
            }
            let mut kind = 0;
            while kind < count && kinds[kind] != row {
                kind += 1;
            }
            if row != 0 {
                if kind == count {
                    // Evaluated at compile time: a ninth kind does not compile.
                    kinds[count] = row;
                    count += 1;
                }
                set.high[upper] = 1 << kind;
            }
            upper += 1;
        }
        let mut lower = 0;
        while lower < 16 {
            let mut kind = 0;
            while kind < count {
                set.low[lower] |= ((kinds[kind] >> lower & 1) as u8) << kind;
                kind += 1;
            }
            lower += 1;
        }
        set
    }

    /// Whether the byte is in the set.
    #[inline]
    #[cfg_attr(warraq_no_panic, no_panic::no_panic)]
    pub(crate) fn contains(&self, byte: u8) -> bool {
        self.all.get(usize::from(byte)).is_some_and(|&member| member)
    }

    /// The place of the first byte in the set. O(distance).
    #[inline]
    pub(crate) fn position(&self, bytes: &[u8]) -> Option<usize> {
        #[cfg(feature = "simd")]
        {
            let level = fearless_simd::Level::new();
            fearless_simd::dispatch!(level, simd => position(simd, self, bytes))
        }
        #[cfg(not(feature = "simd"))]
        bytes.iter().position(|&byte| self.contains(byte))
    }
}

#[cfg(feature = "simd")]
#[inline(always)]
fn position<S: fearless_simd::Simd>(simd: S, set: &ByteSet, bytes: &[u8]) -> Option<usize> {
    use fearless_simd::prelude::*;

    let table =
        |table: &[u8; 16]| S::u8s::block_splat(<S::u8s as SimdBase<S>>::Block::from_slice(simd, table));
    let (low, high) = (table(&set.low), table(&set.high));
    let zero = S::u8s::splat(simd, 0);
    let mut at = 0;
    while let Some(part) = bytes.get(at..at + S::u8s::LEN) {
        let part = S::u8s::from_slice(simd, part);
        let hit =
            low.swizzle_dyn_within_blocks(part & 0x0F) & high.swizzle_dyn_within_blocks((part >> 4) & 0x0F);
        let found = hit.simd_gt(zero).to_bitmask();
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize);
        }
        at += S::u8s::LEN;
    }
    let rest = bytes.get(at..).unwrap_or(&[]);
    rest.iter().position(|&byte| set.contains(byte)).map(|found| at + found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SET: ByteSet = {
        let mut all = [false; 256];
        let mut i = 0;
        while i < 256 {
            all[i] = matches!(i, 0x0A..=0x0D | 0x21 | 0x2E | 0x3F | 0x94 | 0x9B | 0xC2 | 0xE0..=0xF7);
            i += 1;
        }
        ByteSet::new(all)
    };

    #[test]
    fn every_byte_at_every_place() {
        for byte in 0..=255 {
            for at in 0..140 {
                let mut bytes = [b'a'; 140];
                bytes[at] = byte;
                let expected = SET.contains(byte).then_some(at);
                assert_eq!(SET.position(&bytes), expected, "{byte:X} at {at}");
                assert_eq!(SET.position(&bytes[at..]), expected.map(|_| 0));
            }
        }
        assert_eq!(SET.position(&[]), None);
    }
}
