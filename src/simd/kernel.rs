//! The algorithm, once for every width of vector.
//!
//! ```text
//! for each block of LEN bytes, whatever characters its borders cut:
//!     load it, and the same shifted by one byte to the left and to the right
//!     a byte D8–DB is the first of a character of U+0600–U+06FF, a byte behind one is the second;
//!         both know the index of their character: (first & 3) << 6 | second & 63
//!     look both up: new byte, or 0 (deleted), or 255 (stop)
//!     find what else may not be passed: tatweel behind heh, marks out of order, other scripts
//!     press the bytes that stay together, store the whole vector, advance by their number
//! ```
//!
//! Deletions need no branch: on real text a branch on them is mispredicted too often. With 64 bytes
//! (AVX-512) a look-up is two `vpermi2b`, with fewer it is a `pshufb` for each 16 characters that
//! hold one that changes; the rows of U+0680–U+06FF are looked up only where a letter of theirs
//! stands. Two marks in the wrong order, as shadda and fatha are typed, change places after the
//! store. Still not optimal: three-byte characters that change (presentation forms) and words that
//! end in هـ leave the kernel.

use core::mem::MaybeUninit;

use fearless_simd::prelude::*;

use super::tables::{STOP, Tables};
use super::tier::Tier;

/// The widest vector.
pub(super) const BLOCK: usize = 64;
/// Bytes that a block looks at on either side.
const MARGIN: usize = 2;

/// How far the kernel came.
pub(super) struct Done {
    /// Where it stopped in the input.
    pub(super) read: usize,
    /// How many bytes it wrote.
    pub(super) written: usize,
}

pub(super) fn rewrite(
    tier: Tier,
    tables: &Tables,
    text: &[u8],
    at: usize,
    out: &mut [MaybeUninit<u8>],
) -> Done {
    dispatch::<false>(tier, tables, text, at, out)
}

pub(super) fn scan(tier: Tier, tables: &Tables, text: &[u8], at: usize) -> usize {
    dispatch::<true>(tier, tables, text, at, &mut []).read
}

fn dispatch<const SCAN: bool>(
    tier: Tier,
    tables: &Tables,
    text: &[u8],
    at: usize,
    out: &mut [MaybeUninit<u8>],
) -> Done {
    /// Runs the blocks in a function that has the instructions of the token.
    macro_rules! run {
        ($token:expr) => {
            if let Some(token) = $token {
                return token.vectorize(
                    #[inline(always)]
                    || blocks::<_, SCAN>(token, tables, text, at, out),
                );
            }
        };
    }
    let level = fearless_simd::Level::new();
    match tier {
        #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
        Tier::Avx512 => run!(level.as_avx512()),
        #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
        Tier::Avx2 => run!(level.as_avx2()),
        #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
        Tier::Sse42 => run!(level.as_sse4_2()),
        #[cfg(target_arch = "aarch64")]
        Tier::Neon => run!(level.as_neon()),
        #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
        Tier::WasmSimd128 => run!(level.as_wasm_simd128()),
        _ => {}
    }
    let _ = level;
    Done { read: at, written: 0 }
}

/// The part of the tables that stays in registers.
struct Lookup<'t, S: Simd> {
    tables: &'t Tables,
    /// For vectors of 64 bytes.
    wide: Option<Wide<S>>,
}

#[derive(Clone, Copy)]
struct Wide<S: Simd> {
    lead: [S::u8s; 4],
    tail: [S::u8s; 4],
    order: [S::u8s; 4],
}

/// Four vectors of 64 bytes: a table of 256.
#[inline(always)]
fn quarters<S: Simd>(simd: S, table: &[u8; 256]) -> [S::u8s; 4] {
    let mut parts = table.chunks_exact(64);
    core::array::from_fn(|_| match parts.next() {
        Some(part) if part.len() == S::u8s::LEN => S::u8s::from_slice(simd, part),
        _ => S::u8s::splat(simd, 0),
    })
}

impl<'t, S: Simd> Lookup<'t, S> {
    #[inline(always)]
    fn new(simd: S, tables: &'t Tables) -> Self {
        let wide = (S::u8s::LEN == 64).then(|| Wide {
            lead: quarters(simd, &tables.lead),
            tail: quarters(simd, &tables.tail),
            order: quarters(simd, &tables.order),
        });
        Self { tables, wide }
    }

    /// One look-up in a table of 256 bytes.
    #[inline(always)]
    fn in_quarters(simd: S, [a, b, c, d]: [S::u8s; 4], index: S::u8s) -> S::u8s {
        let low = a.concat_swizzle_dyn(b, index & 0x7F);
        let high = c.concat_swizzle_dyn(d, index & 0x7F);
        index.simd_lt(S::u8s::splat(simd, 0x80)).select(low, high)
    }

    /// One look-up in the given rows of 16 bytes; what stands in no such row stays.
    #[inline(always)]
    fn in_rows(simd: S, table: &[u8; 256], mut rows: u16, index: S::u8s, other: S::u8s) -> S::u8s {
        let (row, column) = (index & 0xF0, index & 0x0F);
        let mut found = other;
        while rows != 0 {
            let r = rows.trailing_zeros() as usize;
            rows &= rows - 1;
            let Some(part) = table.get(r * 16..r * 16 + 16) else { break };
            let part = S::u8s::block_splat(<S::u8s as SimdBase<S>>::Block::from_slice(simd, part));
            let value = part.swizzle_dyn_within_blocks(column);
            found = row.simd_eq(S::u8s::splat(simd, (r << 4) as u8)).select(value, found);
        }
        found
    }

    /// The new first bytes in the lanes of first bytes, the new second bytes in those of second bytes;
    /// the other lanes hold anything.
    #[inline(always)]
    fn bytes(&self, simd: S, lead: S::mask8s, index: S::u8s, current: S::u8s, high: bool) -> S::u8s {
        if let Some(wide) = &self.wide {
            lead.select(Self::in_quarters(simd, wide.lead, index), Self::in_quarters(simd, wide.tail, index))
        } else {
            // Both tables in one walk over the rows.
            let mut rows = if high { self.tables.rows } else { self.tables.rows & 0xFF };
            let (row, column) = (index & 0xF0, index & 0x0F);
            let mut found = current;
            while rows != 0 {
                let r = rows.trailing_zeros() as usize;
                rows &= rows - 1;
                let (Some(leads), Some(tails)) =
                    (self.tables.lead.get(r * 16..r * 16 + 16), self.tables.tail.get(r * 16..r * 16 + 16))
                else {
                    break;
                };
                let leads = S::u8s::block_splat(<S::u8s as SimdBase<S>>::Block::from_slice(simd, leads));
                let tails = S::u8s::block_splat(<S::u8s as SimdBase<S>>::Block::from_slice(simd, tails));
                let value = lead
                    .select(leads.swizzle_dyn_within_blocks(column), tails.swizzle_dyn_within_blocks(column));
                found = row.simd_eq(S::u8s::splat(simd, (r << 4) as u8)).select(value, found);
            }
            found
        }
    }

    /// The combining classes of the marks whose order matters, in the lanes of Arabic characters.
    #[inline(always)]
    fn orders(&self, simd: S, index: S::u8s) -> S::u8s {
        match &self.wide {
            Some(wide) => Self::in_quarters(simd, wide.order, index),
            None => {
                Self::in_rows(simd, &self.tables.order, self.tables.order_rows, index, S::u8s::splat(simd, 0))
            }
        }
    }
}

/// The lanes of `before` and `current` two to the left.
#[inline(always)]
fn two_back<S: Simd>(before: S::u8s, current: S::u8s) -> S::u8s {
    match S::u8s::LEN {
        16 => before.slide::<14>(current),
        32 => before.slide::<30>(current),
        _ => before.slide::<62>(current),
    }
}

/// What the last bytes of a block tell the next one.
struct Carry<S: Simd> {
    /// The first bytes of marks among the last four bytes.
    marks: u64,
    /// Those of marks out of order among the last two.
    swapped: u64,
    /// A mark may follow: the last byte ends a character that stays.
    bearer: u64,
    orders: S::u8s,
}

impl<S: Simd> Carry<S> {
    /// Behind an ASCII character.
    #[inline(always)]
    fn ascii(simd: S) -> Self {
        Self { marks: 0, swapped: 0, bearer: 1, orders: S::u8s::splat(simd, 0) }
    }

    /// Behind the first `at` bytes of the text.
    #[inline(always)]
    fn at(simd: S, tables: &Tables, text: &[u8], at: usize) -> Self {
        let mut carry = Self::ascii(simd);
        let Some([.., last]) = text.get(..at) else { return carry };
        if last.is_ascii() {
            return carry;
        }
        let index = |end: usize| {
            let lead = text.get(end.checked_sub(2)?).filter(|&lead| lead & 0xFC == 0xD8)?;
            Some(usize::from((lead & 3) << 6 | text.get(end - 1)? & 0x3F))
        };
        let order =
            |end: Option<usize>| end.and_then(index).and_then(|i| tables.order.get(i)).copied().unwrap_or(0);
        let (first, second) = (order(Some(at)), order(at.checked_sub(2)));
        let lead = index(at).and_then(|i| tables.lead.get(i)).copied().unwrap_or(STOP);
        carry.bearer = u64::from(first != 0 || (lead != 0 && lead != STOP));
        if first != 0 {
            carry.marks = if second == 0 { 0b0100 } else { 0b0101 };
            carry.swapped = u64::from(first < second);
            let mut orders = [0; BLOCK];
            if let Some(last) = orders.get_mut(S::u8s::LEN - 2..S::u8s::LEN) {
                last.fill(first);
            }
            carry.orders = S::u8s::from_slice(simd, orders.get(..S::u8s::LEN).unwrap_or(&[]));
        }
        carry
    }
}

#[inline(always)]
fn blocks<S: Simd, const SCAN: bool>(
    simd: S,
    tables: &Tables,
    text: &[u8],
    at: usize,
    out: &mut [MaybeUninit<u8>],
) -> Done {
    let len = S::u8s::LEN;
    let all = u64::MAX >> (64 - len);
    let lookup = Lookup::new(simd, tables);
    let ordered = tables.order_rows != 0;
    let mut carry = if ordered { Carry::at(simd, tables, text, at) } else { Carry::ascii(simd) };
    let (mut read, mut written) = (at, 0);
    let mut padded = [0; BLOCK + 2 * MARGIN];
    while read < text.len() {
        // The block with two bytes more on either side; at the ends of the text a copy between zeros.
        let valid = text.len() - read;
        let window = match read.checked_sub(MARGIN).and_then(|from| text.get(from..read + len + MARGIN)) {
            Some(window) => window,
            None => pad(text, read, len, &mut padded),
        };
        let load = |from: usize| match window.get(from..from + len) {
            Some(bytes) => S::u8s::from_slice(simd, bytes),
            None => S::u8s::splat(simd, 0),
        };
        let current = load(MARGIN);
        let end = valid.min(len);
        let inside = all >> (len - end);

        // Every byte of other kinds has the high bit.
        let ascii = current.simd_lt(S::u8s::splat(simd, 0x80)).to_bitmask() & all;
        if ascii == all && !tables.ascii_digits {
            if !SCAN {
                if !store::<S>(current, out, written) {
                    break;
                }
                written += end;
            }
            read += end;
            carry = Carry::ascii(simd);
            continue;
        }

        let (before, after) = (load(MARGIN - 1), load(MARGIN + 1));
        let arabic = S::u8s::splat(simd, 0xD8);
        let lead_mask = (current & 0xFC).simd_eq(arabic);
        let tail_mask = (before & 0xFC).simd_eq(arabic);
        let (lead, tail) = (lead_mask.to_bitmask(), tail_mask.to_bitmask());
        // Only where it makes fewer rows of a look-up.
        let high = len != 64 && (current & 0xFE).simd_eq(S::u8s::splat(simd, 0xDA)).any_true()
            || len != 64 && (before & 0xFE).simd_eq(S::u8s::splat(simd, 0xDA)).any_true();
        let index = (lead_mask.select(current, before) << 6) | (lead_mask.select(after, current) & 0x3F);
        let looked_up = lookup.bytes(simd, lead_mask, index, current, high);
        let value = (lead_mask | tail_mask).select(looked_up, current);
        let deleted = looked_up.simd_eq(S::u8s::splat(simd, 0)).to_bitmask() & (lead | tail);
        let mut stop = value.simd_eq(S::u8s::splat(simd, STOP)).to_bitmask();

        let other = !(lead | tail | ascii) & inside;
        if other != 0 {
            stop |= foreign(window, other);
        }
        if tables.tatweel {
            let tatweel = (current.simd_eq(S::u8s::splat(simd, 0xD9))
                & after.simd_eq(S::u8s::splat(simd, 0x80)))
            .to_bitmask();
            if tatweel != 0 {
                stop |= behind_heh(tables, window, tatweel);
            }
        }
        if tables.ascii_digits {
            stop |= ((current & 0xF0).simd_eq(S::u8s::splat(simd, 0x30))
                & (current & 0x0F).simd_lt(S::u8s::splat(simd, 10)))
            .to_bitmask();
        }
        let mut swapped = 0;
        if ordered {
            let orders = (lead_mask | tail_mask).select(lookup.orders(simd, index), S::u8s::splat(simd, 0));
            // By the first byte, so that what stands two lanes apart is neighbours.
            let marks = !orders.simd_eq(S::u8s::splat(simd, 0)).to_bitmask() & lead;
            let next = Carry {
                marks: marks >> (len - 4),
                swapped: 0,
                bearer: ((!deleted & (tail | ascii)) >> (len - 1)) & 1,
                orders,
            };
            if marks != 0 {
                // A mark that stands on nothing that stays.
                stop |= marks & !((!deleted & (tail | ascii)) << 1 | carry.bearer);
                let second = marks & (marks << 2 | carry.marks >> 2);
                if second != 0 {
                    let wrong = orders.simd_lt(two_back::<S>(carry.orders, orders)).to_bitmask();
                    swapped = wrong & second;
                    let third = second & (marks << 4 | carry.marks);
                    stop |= third & (swapped | swapped << 2 | carry.swapped);
                    // Where one of both is not in this block's reach.
                    stop |= swapped & (1 << (len - 1));
                    if written == 0 {
                        stop |= swapped & 1;
                    }
                }
            }
            carry = Carry { swapped: swapped >> (len - 2), ..next };
        }
        if SCAN {
            let changed = value.simd_eq(current).to_bitmask() ^ all;
            stop |= (changed & !tail) | (changed & tail) >> 1 | swapped;
            // The first byte of its character was in the block before.
            if changed & tail & 1 != 0 {
                return Done { read: read - 1, written };
            }
        }
        let stop = stop & inside;
        let (end, kept) = if stop == 0 {
            (end, !deleted & inside)
        } else {
            let end = stop.trailing_zeros() as usize;
            (end, !deleted & !(u64::MAX << end))
        };
        if !SCAN {
            let pressed = if kept == all {
                value
            } else {
                value.compress(<S::mask8s as SimdMask<S>>::from_bitmask(simd, kept))
            };
            if !store::<S>(pressed, out, written) {
                break;
            }
            if swapped != 0 {
                swap(swapped & !(u64::MAX.checked_shl(end as u32).unwrap_or(0)), kept, out, written);
            }
            written += kept.count_ones() as usize;
        }
        read += end;
        if stop != 0 {
            break;
        }
    }
    Done { read, written }
}

/// The block at `read` between zeros, for the ends of the text.
#[inline(never)]
fn pad<'p>(text: &[u8], read: usize, len: usize, padded: &'p mut [u8; BLOCK + 2 * MARGIN]) -> &'p [u8] {
    padded.fill(0);
    let from = read.saturating_sub(MARGIN);
    let part = text.get(from..text.len().min(read + len + MARGIN)).unwrap_or(&[]);
    let skip = MARGIN - (read - from);
    if let Some(place) = padded.get_mut(skip..skip + part.len()) {
        place.copy_from_slice(part);
    }
    padded.get(..len + 2 * MARGIN).unwrap_or(&[])
}

/// Stores a whole vector; whether there was room.
#[inline(always)]
fn store<S: Simd>(value: S::u8s, out: &mut [MaybeUninit<u8>], at: usize) -> bool {
    let Some(place) = out.get_mut(at..at + S::u8s::LEN) else { return false };
    for (place, &byte) in place.iter_mut().zip(value.as_slice()) {
        place.write(byte);
    }
    true
}

/// Lets the marks at these lanes and the marks before them change places in the output.
#[inline(always)]
fn swap(mut lanes: u64, kept: u64, out: &mut [MaybeUninit<u8>], written: usize) {
    while lanes != 0 {
        let lane = lanes.trailing_zeros();
        lanes &= lanes - 1;
        let second = written + (kept & !(u64::MAX << lane)).count_ones() as usize;
        if let Some([a, b, c, d]) = second.checked_sub(2).and_then(|from| out.get_mut(from..from + 4)) {
            core::mem::swap(a, c);
            core::mem::swap(b, d);
        }
    }
}

/// Of these bytes of other scripts, the first ones of characters that must be looked at.
///
/// What is passed stays under every set of switches that the kernel is used for, and canonical
/// composition leaves it alone wherever it stands: Latin and IPA letters, Cyrillic letters, general
/// punctuation without blanks and controls, Chinese characters, pictographs. A test asks the
/// class table.
#[inline(always)]
fn foreign(window: &[u8], mut lanes: u64) -> u64 {
    let mut stop = 0;
    while lanes != 0 {
        let lane = lanes.trailing_zeros() as usize;
        lanes &= lanes - 1;
        let byte = |ahead: usize| window.get(MARGIN + lane + ahead).copied().unwrap_or(0);
        let passed = match byte(0) {
            0x80..=0xBF => true,
            0xC2 => byte(1) != 0xA0,
            0xC3..=0xCB | 0xD0 | 0xD1 | 0xE4..=0xE9 => true,
            0xE2 => byte(1) == 0x80 && matches!(byte(2), 0x90..=0xA7 | 0xB0..=0xBF),
            0xF0 => byte(1) == 0x9F,
            _ => false,
        };
        if !passed {
            stop |= 1 << lane;
            break;
        }
    }
    stop
}

/// Of these tatweels, those that stand behind a heh, or may do so when the deleted characters
/// between are gone.
#[inline(always)]
fn behind_heh(tables: &Tables, window: &[u8], mut lanes: u64) -> u64 {
    let mut stop = 0;
    while lanes != 0 {
        let lane = lanes.trailing_zeros() as usize;
        lanes &= lanes - 1;
        let free = match window.get(lane..lane + 2) {
            Some(&[_, 0..0x80]) => true,
            // A run of tatweels goes the way of its first.
            Some(&[0xD9, 0x80]) => true,
            Some(&[lead @ 0xD8..=0xDB, tail]) => {
                let i = usize::from((lead & 3) << 6 | tail & 0x3F);
                match (tables.lead.get(i), tables.tail.get(i)) {
                    (Some(0 | &STOP), _) => false,
                    (Some(0xD9), Some(0x87)) => false,
                    _ => true,
                }
            }
            _ => false,
        };
        if !free {
            stop |= 1 << lane;
        }
    }
    stop
}
