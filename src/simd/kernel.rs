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
//! (AVX-512) a look-up is a `vpermi2b`, with fewer it is a `pshufb` for each 16 characters that
//! hold one that changes. The letters from U+0680 up, of Persian and Urdu, are looked up only in
//! blocks that hold one. Two marks in the wrong order, as shadda and fatha are typed, change places
//! after the store. A scan, which only asks whether anything changes, reads a bit for each
//! character: two `pshufb` for all of them.
//!
//! Still not optimal: three-byte characters that change (presentation forms) and words that end in
//! هـ leave the kernel.

#![allow(
    clippy::inline_always,
    clippy::precedence,
    reason = "vector code has to be inlined into the function with the instructions; shifts before masks"
)]

use core::mem::MaybeUninit;

use fearless_simd::prelude::*;
use fearless_simd::{u8x16, u64x2};

use super::Log;
use super::tables::{LOOK, NONE, STOP, Tables};
use super::tier::Tier;

/// The widest vector.
pub(super) const BLOCK: usize = 64;
/// Bytes that a block looks at on either side.
const MARGIN: usize = 2;

/// Runs an expression in a function that has the instructions of the tier; `None` when the processor
/// does not have them.
macro_rules! with_tier {
    ($tier:expr, $token:ident => $run:expr) => {{
        let level = fearless_simd::Level::new();
        macro_rules! run {
            ($found:expr) => {
                $found.map(|$token| {
                    $token.vectorize(
                        #[inline(always)]
                        || $run,
                    )
                })
            };
        }
        match $tier {
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
            _ => {
                let _ = level;
                None
            }
        }
    }};
}

/// A log of a part of the text.
pub(super) struct Shifted<'l, L> {
    pub(super) log: &'l mut L,
    /// What to add to positions: the part may be a copy, and the output stands behind another.
    pub(super) src: usize,
    pub(super) out: usize,
}

impl<L: Log> Shifted<'_, L> {
    /// Tells a block in parts between the marks that changed places.
    fn changes(&mut self, read: usize, written: usize, keep: u64, none: u64, mut swapped: u64) {
        let (src, out) = (read.wrapping_add(self.src), written + self.out);
        let place = |lane: u32| out + (keep & !(u64::MAX << lane)).count_ones() as usize;
        // What is told ends before `end`, where the lanes of the block end.
        let part = |from: u32, to: u32, log: &mut L| {
            let behind = if to - from < 64 { u64::MAX << (to - from) } else { 0 };
            let keep = keep.checked_shr(from).unwrap_or(u64::MAX) | behind;
            let tail = none.checked_shr(from).unwrap_or(0) & !behind & !keep;
            if !keep != 0 {
                log.block(src + from as usize, place(from), keep, tail);
            }
        };
        let mut from = 0;
        while swapped != 0 {
            let lane = swapped.trailing_zeros();
            swapped &= swapped - 1;
            part(from, lane.saturating_sub(2).max(from), self.log);
            self.log.swapped(src + lane as usize - 2, place(lane) - 2);
            from = lane + 2;
        }
        if from < 64 {
            part(from, 64, self.log);
        }
    }
}

/// How far the kernel came.
pub(super) struct Done {
    /// Where it stopped in the input.
    pub(super) read: usize,
    /// How many bytes it wrote.
    pub(super) written: usize,
}

pub(super) fn rewrite<L: Log>(
    tier: Tier,
    tables: &Tables,
    text: &[u8],
    at: usize,
    out: &mut [MaybeUninit<u8>],
    log: &mut Shifted<'_, L>,
) -> Done {
    let done = with_tier!(tier, token => if tables.order_rows == 0 {
        whole::<_, L, false>(token, tables, text, at, out, log)
    } else {
        whole::<_, L, true>(token, tables, text, at, out, log)
    });
    done.unwrap_or(Done { read: at, written: 0 })
}

pub(super) fn scan(tier: Tier, tables: &Tables, text: &[u8], at: usize) -> usize {
    with_tier!(tier, token => unchanged(token, tables, text, at)).unwrap_or(at)
}

/// The look-ups.
#[derive(Clone, Copy)]
struct Lookup<'t> {
    tables: &'t Tables,
}

impl Lookup<'_> {
    /// With vectors of 64 bytes: one look-up in a table of 256 bytes, or in its first half.
    #[inline(always)]
    fn in_quarters<S: Simd, const FULL: bool>(simd: S, table: &[u8; 256], index: S::u8s) -> S::u8s {
        let quarter = |from: usize| match table.get(from..from + S::u8s::LEN) {
            Some(part) => S::u8s::from_slice(simd, part),
            None => S::u8s::splat(simd, 0),
        };
        // A `vpermi2b` reads seven bits of the index.
        let low = quarter(0).concat_swizzle_dyn(quarter(64), index);
        if FULL {
            let high = quarter(128).concat_swizzle_dyn(quarter(192), index);
            index.simd_lt(S::u8s::splat(simd, 0x80)).select(low, high)
        } else {
            low
        }
    }

    /// One look-up in the given rows of 16 bytes; `other` for what stands in none.
    #[inline(always)]
    fn in_rows<S: Simd>(simd: S, table: &[u8; 256], mut rows: u16, index: S::u8s, other: S::u8s) -> S::u8s {
        let (row, column) = (index & 0xF0, index & 0x0F);
        let mut found = other;
        while rows != 0 {
            let r = rows.trailing_zeros() as usize;
            rows &= rows - 1;
            let Some(part) = table.get(r * 16..r * 16 + 16) else { break };
            let part = S::u8s::block_splat(<S::u8s as SimdBase<S>>::Block::from_slice(simd, part));
            let value = part.swizzle_dyn_within_blocks(column);
            let Some(key) = ROWS.get(r) else { break };
            let key = S::u8s::block_splat(<S::u8s as SimdBase<S>>::Block::from_slice(simd, key));
            found = row.simd_eq(key).select(value, found);
        }
        found
    }

    /// One look-up; `other` in the lanes of rows that are not listed.
    #[inline(always)]
    fn look_up<S: Simd, const FULL: bool>(
        simd: S,
        table: &[u8; 256],
        rows: u16,
        index: S::u8s,
        other: S::u8s,
    ) -> S::u8s {
        if S::u8s::LEN == 64 {
            Self::in_quarters::<S, FULL>(simd, table, index)
        } else {
            Self::in_rows(simd, table, if FULL { rows } else { rows & 0xFF }, index, other)
        }
    }

    /// Looks a block up: all of U+0600–U+06FF, or only the first half.
    #[inline(always)]
    fn block<S: Simd, const FULL: bool, const ORDERED: bool>(
        self,
        simd: S,
        current: S::u8s,
        before: S::u8s,
        after: S::u8s,
    ) -> Found<S> {
        let bits = if FULL { 0xFC } else { 0xFE };
        let arabic = S::u8s::splat(simd, 0xD8);
        let lead = (current & bits).simd_eq(arabic);
        let tail = (before & bits).simd_eq(arabic);
        let second = lead.select(after, current);
        let index = (lead.select(current, before) << 6) | (second & 0x3F);
        let tables = self.tables;
        let tails = Self::look_up::<S, FULL>(simd, &tables.tail, tables.rows, index, second);
        let leads = Self::look_up::<S, FULL>(simd, &tables.lead, tables.lead_rows, index, current);
        let (lead_bits, tail_bits) = (lead.to_bitmask(), tail.to_bitmask());
        let gone = tails.simd_eq(S::u8s::splat(simd, 0)).to_bitmask() & (lead_bits | tail_bits);
        let none = tails.simd_eq(S::u8s::splat(simd, NONE)).to_bitmask() & tail_bits;
        Found {
            value: lead.select(leads, tail.select(tails, current)),
            // A block of a table that is not rewritten has no special leads.
            special: leads.simd_ge(S::u8s::splat(simd, LOOK)).to_bitmask() & lead_bits,
            lead: lead_bits,
            tail: tail_bits,
            gone,
            none,
            orders: if ORDERED {
                let zero = S::u8s::splat(simd, 0);
                let orders = Self::look_up::<S, FULL>(simd, &tables.order, tables.order_rows, index, zero);
                (lead | tail).select(orders, zero)
            } else {
                current
            },
        }
    }
}

/// What the tables say of a block.
struct Found<S: Simd> {
    value: S::u8s,
    /// First and second bytes of the Arabic characters that were looked up.
    lead: u64,
    tail: u64,
    /// First bytes of characters that are not decided yet.
    special: u64,
    /// Both bytes of deleted characters.
    gone: u64,
    /// Second bytes that go because one byte takes the place of two.
    none: u64,
    orders: S::u8s,
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

    /// Behind the first `at` bytes of the text, which may end inside a character.
    #[inline(always)]
    fn at(simd: S, tables: &Tables, text: &[u8], at: usize) -> Self {
        let inside = usize::from(text.get(at).is_some_and(|byte| byte & 0xC0 == 0x80));
        let end = at + inside;
        let mut carry = Self::ascii(simd);
        let Some([.., last]) = text.get(..end) else { return carry };
        if last.is_ascii() {
            return carry;
        }
        let index = |end: usize| {
            let lead = text.get(end.checked_sub(2)?).filter(|&lead| lead & 0xFC == 0xD8)?;
            Some(usize::from((lead & 3) << 6 | text.get(end - 1)? & 0x3F))
        };
        let order =
            |end: Option<usize>| end.and_then(index).and_then(|i| tables.order.get(i)).copied().unwrap_or(0);
        let (first, second) = (order(Some(end)), order(end.checked_sub(2)));
        let lead = index(end).and_then(|i| tables.lead.get(i)).copied().unwrap_or(STOP);
        carry.bearer = u64::from(first != 0 || !matches!(lead, 0 | STOP | LOOK));
        if first != 0 {
            carry.marks = (if second == 0 { 0b0100 } else { 0b0101 }) << inside;
            carry.swapped = u64::from(first < second) << inside;
            let mut orders = [0; BLOCK];
            if let Some(last) = orders.get_mut(S::u8s::LEN - 2 + inside..S::u8s::LEN) {
                last.fill(first);
            }
            carry.orders = S::u8s::from_slice(simd, orders.get(..S::u8s::LEN).unwrap_or(&[]));
        }
        carry
    }
}

/// Blocks of `text` with the margins that a block looks at.
macro_rules! window {
    ($text:expr, $read:expr, $len:expr, $padded:expr) => {
        match $read.checked_sub(MARGIN).and_then(|from| $text.get(from..$read + $len + MARGIN)) {
            Some(window) => window,
            None => pad($text, $read, $len, &mut $padded),
        }
    };
}

#[inline(always)]
fn load<S: Simd>(simd: S, window: &[u8], from: usize) -> S::u8s {
    match window.get(from..from + S::u8s::LEN) {
        Some(bytes) => S::u8s::from_slice(simd, bytes),
        None => S::u8s::splat(simd, 0),
    }
}

/// Rewrites all blocks: those inside the text where they stand, those at its ends in a copy between
/// zeros. A zero stays, so that those behind the text are the last bytes written, and are taken back.
#[inline(always)]
fn whole<S: Simd, L: Log, const ORDERED: bool>(
    simd: S,
    tables: &Tables,
    text: &[u8],
    at: usize,
    out: &mut [MaybeUninit<u8>],
    log: &mut Shifted<'_, L>,
) -> Done {
    let len = S::u8s::LEN;
    let mut carry = if ORDERED { Carry::at(simd, tables, text, at) } else { Carry::ascii(simd) };
    let mut done = Done { read: at, written: 0 };
    let mut padded = [0; BLOCK + 2 * MARGIN];
    while done.read < text.len() {
        let from = done.read;
        if from >= MARGIN && text.len() - from >= len + MARGIN {
            log.src = 0;
            if !blocks::<S, L, ORDERED>(simd, tables, text, &mut done, out, &mut carry, log) {
                break;
            }
        } else {
            let block = pad(text, from, len, &mut padded);
            let behind = (from + len).saturating_sub(text.len());
            let mut part = Done { read: MARGIN, written: done.written };
            log.src = from.wrapping_sub(MARGIN);
            let free = blocks::<S, L, ORDERED>(simd, tables, block, &mut part, out, &mut carry, log);
            done.read = from + part.read - MARGIN;
            done.written = part.written;
            if !free || done.read == from {
                break;
            }
            done.read -= behind;
            done.written -= behind;
        }
    }
    done
}

/// Rewrites blocks as long as one and its margins lie inside the text; false when it has to stop.
#[inline(never)]
fn blocks<S: Simd, L: Log, const ORDERED: bool>(
    simd: S,
    tables: &Tables,
    text: &[u8],
    done: &mut Done,
    out: &mut [MaybeUninit<u8>],
    carry: &mut Carry<S>,
    log: &mut Shifted<'_, L>,
) -> bool {
    simd.vectorize(
        #[inline(always)]
        || hot_blocks::<S, L, ORDERED>(simd, tables, text, done, out, carry, log),
    )
}

#[inline(always)]
fn hot_blocks<S: Simd, L: Log, const ORDERED: bool>(
    simd: S,
    tables: &Tables,
    text: &[u8],
    done: &mut Done,
    out: &mut [MaybeUninit<u8>],
    carrying: &mut Carry<S>,
    log: &mut Shifted<'_, L>,
) -> bool {
    let len = S::u8s::LEN;
    let all = u64::MAX >> (64 - len);
    let lookup = Lookup { tables };
    let (mut read, mut written) = (done.read, done.written);
    let mut carry = Carry { ..*carrying };
    let mut free = true;
    while let Some(window) = read.checked_sub(MARGIN).and_then(|from| text.get(from..read + len + MARGIN)) {
        let current = load(simd, window, MARGIN);
        let ascii = current.simd_lt(S::u8s::splat(simd, 0x80)).to_bitmask();
        if ascii == all {
            if !store::<S>(current, out, written) {
                free = false;
                break;
            }
            written += len;
            read += len;
            carry = Carry::ascii(simd);
            continue;
        }
        let (before, after) = (load(simd, window, MARGIN - 1), load(simd, window, MARGIN + 1));
        let mut found = lookup.block::<S, false, ORDERED>(simd, current, before, after);
        let first = current.simd_ge(S::u8s::splat(simd, 0xC0)).to_bitmask();
        let mut stop = 0;
        // Anything but ASCII and U+0600–U+067F, or a letter from U+0680 up that began before.
        if first & !found.lead != 0 || window.get(MARGIN - 1).is_some_and(|byte| byte & 0xFE == 0xDA) {
            // Guillemets and quotation marks stand in every fifth block of news.
            let begun = window.get(MARGIN - 1).is_some_and(|byte| byte & 0xFE == 0xDA);
            if first & !found.lead & !frequent(simd, window, current, after) != 0 || begun {
                stop = others::<S, ORDERED>(simd, tables, window, &mut found);
            }
        }
        if found.special != 0 {
            stop |= behind_heh(tables, window, found.special);
        }
        let gone = found.gone | found.none;
        let mut swapped = 0;
        if ORDERED {
            let orders = found.orders;
            // By the first byte, so that what stands two lanes apart is neighbours.
            let marks = !orders.simd_eq(S::u8s::splat(simd, 0)).to_bitmask() & found.lead;
            let stays = !gone & (found.tail | ascii);
            // A mark that stands on nothing that stays.
            stop |= marks & !(stays << 1 | carry.bearer);
            let second = marks & (marks << 2 | carry.marks >> 2);
            if second != 0 {
                swapped = second & orders.simd_lt(two_back::<S>(carry.orders, orders)).to_bitmask();
                let third = second & (marks << 4 | carry.marks);
                stop |= third & (swapped | swapped << 2 | carry.swapped);
                // Where one of both is not in this block's reach.
                stop |= swapped & (1 << (len - 1));
                if written == 0 {
                    stop |= swapped & 1;
                }
            }
            carry = Carry {
                marks: marks >> (len - 4),
                swapped: swapped >> (len - 2),
                bearer: (stays >> (len - 1)) & 1,
                orders,
            };
        }
        let mut end = len;
        let mut kept = !gone & all;
        if stop != 0 {
            end = stop.trailing_zeros() as usize;
            let passed = !(u64::MAX << end);
            kept &= passed;
            swapped &= passed;
            free = false;
        }
        if L::ON && (gone | swapped) & all != 0 {
            log.changes(
                read,
                written,
                kept | !all | u64::MAX.checked_shl(end as u32).unwrap_or(0),
                found.none,
                swapped,
            );
        }
        if ORDERED && len == 64 && swapped >> 2 != 0 {
            let (second, iota) = (swapped & !3, S::u8s::from_fn(simd, |i| i as u8));
            let second = second | second << 1;
            let mask = |bits| <S::mask8s as SimdMask<S>>::from_bitmask(simd, bits);
            let index = mask(second).select(iota - 2, mask(second >> 2).select(iota + 2, iota));
            found.value = found.value.swizzle_dyn(index);
            swapped &= 3;
        }
        if !press::<S>(simd, found.value, kept, all, out, written) {
            free = false;
            break;
        }
        if ORDERED && swapped != 0 {
            swap(swapped, kept, out, written);
        }
        written += kept.count_ones() as usize;
        read += end;
        if !free {
            break;
        }
    }
    (done.read, done.written) = (read, written);
    *carrying = carry;
    free
}

/// Looks at a block with characters outside ASCII and U+0600–U+067F: those to stop before.
#[cold]
#[inline(never)]
fn others<S: Simd, const ORDERED: bool>(
    simd: S,
    tables: &Tables,
    window: &[u8],
    found: &mut Found<S>,
) -> u64 {
    simd.vectorize(
        #[inline(always)]
        || {
            let current = load(simd, window, MARGIN);
            let (before, after) = (load(simd, window, MARGIN - 1), load(simd, window, MARGIN + 1));
            let high = S::u8s::splat(simd, 0xDA);
            if ((current & 0xFE).simd_eq(high) | (before & 0xFE).simd_eq(high)).any_true() {
                *found = Lookup { tables }.block::<S, true, ORDERED>(simd, current, before, after);
            }
            let first = current.simd_ge(S::u8s::splat(simd, 0xC0)).to_bitmask();
            let other = first & !found.lead & !frequent(simd, window, current, after);
            if other == 0 { 0 } else { foreign(window, other) }
        },
    )
}

/// Stores the bytes that are kept, close together; whether there was room for a whole block.
#[inline(always)]
fn press<S: Simd>(
    simd: S,
    value: S::u8s,
    kept: u64,
    all: u64,
    out: &mut [MaybeUninit<u8>],
    at: usize,
) -> bool {
    if S::u8s::LEN == 64 {
        // A mispredicted branch on `kept` costs more than the instruction.
        return store::<S>(value.compress(<S::mask8s as SimdMask<S>>::from_bitmask(simd, kept)), out, at);
    }
    if kept == all {
        return store::<S>(value, out, at);
    }
    let Some(place) = out.get_mut(at..at + S::u8s::LEN) else { return false };
    // Eight bytes at a time, each half of a 16-byte shuffle stored where the one before ended.
    let mut end = 0;
    let bytes = value.as_slice();
    for (n, part) in bytes.chunks_exact(16).enumerate() {
        let bits = (kept >> (16 * n)) as usize;
        let (Some(low), Some(high)) = (PRESS.get(bits & 0xFF), PRESS.get(bits >> 8 & 0xFF)) else { break };
        let control = u64x2::simd_from(simd, [*low, *high | 0x0808_0808_0808_0808]).to_bytes();
        let pressed = u8x16::from_slice(simd, part).swizzle_dyn(control);
        for (half, count) in [(0, (bits & 0xFF).count_ones()), (8, (bits >> 8 & 0xFF).count_ones())] {
            if let (Some(place), Some(bytes)) =
                (place.get_mut(end..end + 8), pressed.as_slice().get(half..half + 8))
            {
                for (place, &byte) in place.iter_mut().zip(bytes) {
                    place.write(byte);
                }
            }
            end += count as usize;
        }
    }
    true
}

/// For each set of eight lanes, the lanes that are set, in order, from the lowest byte on.
#[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
static PRESS: [u64; 256] = {
    let mut table = [0; 256];
    let mut set = 0;
    while set < 256 {
        let (mut lane, mut n) = (0, 0);
        while lane < 8 {
            if set >> lane & 1 != 0 {
                table[set] |= lane << (8 * n);
                n += 1;
            }
            lane += 1;
        }
        set += 1;
    }
    table
};

/// Row r, 16 times: `r << 4`.
#[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
static ROWS: [[u8; 16]; 16] = {
    let mut table = [[0; 16]; 16];
    let mut r = 0;
    while r < 16 {
        table[r] = [(r << 4) as u8; 16];
        r += 1;
    }
    table
};

/// Where the text from `at` on is not known to stay.
#[inline(always)]
fn unchanged<S: Simd>(simd: S, tables: &Tables, text: &[u8], at: usize) -> usize {
    let len = S::u8s::LEN;
    let splat =
        |table: &[u8; 16]| S::u8s::block_splat(<S::u8s as SimdBase<S>>::Block::from_slice(simd, table));
    // The rows of second bytes 80–8F, 90–9F, A0–AF, B0–BF, behind D8 (low half) and D9 (high half).
    let row_bits = splat(&[0, 0, 0, 0, 0, 0, 0, 0, 0x11, 0x22, 0x44, 0x88, 0, 0, 0, 0]);
    let (changed, marks) = (splat(&tables.changed), splat(&tables.marks));
    let ordered = tables.order_rows != 0;
    let mut read = at;
    let mut padded = [0; BLOCK + 2 * MARGIN];
    while read < text.len() {
        let window = window!(text, read, len, padded);
        let current = load(simd, window, MARGIN);
        let high = current.simd_ge(S::u8s::splat(simd, 0x80));
        if high.any_true() {
            let before = load(simd, window, MARGIN - 1);
            let half = before.simd_eq(S::u8s::splat(simd, 0xD8)).select(
                S::u8s::splat(simd, 0x0F),
                before
                    .simd_eq(S::u8s::splat(simd, 0xD9))
                    .select(S::u8s::splat(simd, 0xF0), S::u8s::splat(simd, 0)),
            );
            let row = row_bits.swizzle_dyn_within_blocks((current >> 4) & 0x0F) & half;
            let column = current & 0x0F;
            let hit = changed.swizzle_dyn_within_blocks(column) & row;
            let first = current.simd_ge(S::u8s::splat(simd, 0xC0))
                & !(current & 0xFE).simd_eq(S::u8s::splat(simd, 0xD8));
            let begun = before.simd_ge(S::u8s::splat(simd, 0xDA)).to_bitmask() & 1;
            let zero = S::u8s::splat(simd, 0);
            let mut look = !hit.simd_eq(zero) | first;
            if ordered {
                // A mark, with a mark or anything else but a letter before it: looked at one by one.
                let mark = !(marks.swizzle_dyn_within_blocks(column) & row).simd_eq(zero);
                look |= mark;
            }
            if (look.any_true() || begun != 0)
                && let Some(stop) = one_by_one(simd, tables, text, window, read)
            {
                return stop;
            }
        } else {
            // Where one block is ASCII, more are: four at a time, one question for all.
            while let Some(four) = text.get(read + len..read + 5 * len) {
                let part = |n: usize| load(simd, four, n * len);
                let all = (part(0) | part(1)) | (part(2) | part(3));
                if all.simd_ge(S::u8s::splat(simd, 0x80)).any_true() {
                    break;
                }
                read += 4 * len;
            }
        }
        read += len;
    }
    text.len()
}

/// The first character in the block at `read`, or begun before it, that changes or must be looked at.
#[inline(always)]
fn one_by_one<S: Simd>(simd: S, tables: &Tables, text: &[u8], window: &[u8], read: usize) -> Option<usize> {
    let len = S::u8s::LEN;
    let all = u64::MAX >> (64 - len);
    let end = len.min(text.len() - read);
    let inside = all >> (len - end);
    let (before, current, after) =
        (load(simd, window, MARGIN - 1), load(simd, window, MARGIN), load(simd, window, MARGIN + 1));
    let ascii = current.simd_lt(S::u8s::splat(simd, 0x80)).to_bitmask() & all;
    let lookup = Lookup { tables };
    let found = lookup.block::<S, true, true>(simd, current, before, after);
    let first = current.simd_ge(S::u8s::splat(simd, 0xC0)).to_bitmask();
    let other = first & !found.lead & !frequent(simd, window, current, after) & inside;
    let mut stop = if other == 0 { 0 } else { foreign(window, other) };
    let changed = found.value.simd_eq(current).to_bitmask() ^ all;
    stop |= (changed & !found.tail) | (changed & found.tail) >> 1;
    if tables.order_rows != 0 {
        let carry = Carry::at(simd, tables, text, read);
        let zero = S::u8s::splat(simd, 0);
        let marks = !found.orders.simd_eq(zero).to_bitmask() & found.lead;
        let stays = found.tail | ascii;
        // A mark that began in the block before.
        if found.tail & 1 != 0 {
            let mark = Carry::at(simd, tables, text, read + 1);
            let bearer = Carry::at(simd, tables, text, read.saturating_sub(1)).bearer;
            if mark.swapped != 0 || (mark.marks != 0 && bearer == 0) {
                return Some(read.saturating_sub(1));
            }
        }
        stop |= marks & !(stays << 1 | carry.bearer);
        let second = marks & (marks << 2 | carry.marks >> 2);
        stop |= second & found.orders.simd_lt(two_back::<S>(carry.orders, found.orders)).to_bitmask();
    }
    // The first byte of its character was in the block before, where nothing showed that it changes.
    if found.tail & inside & 1 != 0
        && let Some(&[lead, tail]) = window.get(MARGIN - 1..=MARGIN)
        && tables.entry(lead, tail) != Some((lead, tail))
    {
        return Some(read.saturating_sub(1));
    }
    let stop = stop & inside;
    (stop != 0).then(|| read + stop.trailing_zeros() as usize)
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

/// The first bytes of the most frequent characters of other scripts, Latin letters and general
/// punctuation, which stay.
#[inline(always)]
fn frequent<S: Simd>(simd: S, window: &[u8], current: S::u8s, after: S::u8s) -> u64 {
    let ahead = load(simd, window, MARGIN + 2);
    let is = |vector: S::u8s, byte: u8| vector.simd_eq(S::u8s::splat(simd, byte));
    let latin = (current - 0xC2).simd_lt(S::u8s::splat(simd, 10));
    // U+2010–U+2027 and U+2030–U+203F.
    let general = is(current, 0xE2)
        & is(after, 0x80)
        & ((ahead - 0x90).simd_lt(S::u8s::splat(simd, 0x18))
            | (ahead - 0xB0).simd_lt(S::u8s::splat(simd, 0x10)));
    (latin | general).to_bitmask()
}

/// Of these first bytes of other scripts, those of characters that must be looked at.
///
/// What is passed stays under every set of switches that the kernel is used for, and canonical
/// composition leaves it alone wherever it stands: Latin and IPA letters, Cyrillic letters, general
/// punctuation without blanks and controls, symbols, Chinese characters, pictographs. A test asks the
/// class table.
#[inline(always)]
fn foreign(window: &[u8], mut lanes: u64) -> u64 {
    let mut stop = 0;
    while lanes != 0 {
        let lane = lanes.trailing_zeros() as usize;
        lanes &= lanes - 1;
        let byte = |ahead: usize| window.get(MARGIN + lane + ahead).copied().unwrap_or(0);
        let passed = match byte(0) {
            0xD0 | 0xD1 | 0xE4..=0xE9 => true,
            // Symbols and emoji of the first plane, and the selector that follows them.
            0xE2 => matches!(byte(1), 0x98..=0x9E | 0xAC..=0xAF),
            0xEF => byte(1) == 0xB8 && byte(2) == 0x8F,
            // Without the segmented digits.
            0xF0 => byte(1) == 0x9F && byte(2) != 0xAF,
            _ => false,
        };
        if !passed {
            stop |= 1 << lane;
            break;
        }
    }
    stop
}

/// Of these characters that are not decided, those that the kernel has to stop before: all but the
/// tatweels that do not stand behind a heh, nor could when the deleted characters between are gone.
#[cold]
#[inline(never)]
fn behind_heh(tables: &Tables, window: &[u8], mut lanes: u64) -> u64 {
    let mut stop = 0;
    while lanes != 0 {
        let lane = lanes.trailing_zeros() as usize;
        lanes &= lanes - 1;
        let free = match window.get(lane..lane + 4) {
            Some(&[a, b, lead, tail]) if matches!(tables.entry(lead, tail), Some((LOOK, _))) => {
                match (a, b) {
                    (_, 0..0x80) => true,
                    // A run of tatweels goes the way of its first.
                    (0xD8..=0xDB, _) => match tables.entry(a, b) {
                        None | Some((0 | STOP, _)) => false,
                        // ه ھ ۀ ہ ۂ ە
                        Some((0xD9, 0x87) | (0xDA, 0xBE) | (0xDB, 0x80..=0x82 | 0x95)) => false,
                        Some(_) => true,
                    },
                    _ => false,
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
