//! The block kernel: the part of a normalization that a table can tell, many bytes at a time. This
//! file chooses the instruction set and holds the only `unsafe` of the crate; `kernel` holds the
//! algorithm, `tables` what it reads. Knows nothing of operations: what it cannot decide, it stops
//! before, and the scalar walk goes on from there.

mod block;
#[cfg(feature = "simd")]
mod kernel;
mod scan;
mod short;
mod tables;
mod tier;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

pub(crate) use block::{Block, Set, Sets};
pub(crate) use scan::ByteSet;
pub(crate) use tables::{Entry, Tables};

/// Takes what the kernel did, for a map back to the source. Positions are bytes of the whole text and
/// of the whole output.
#[cfg_attr(not(feature = "simd"), allow(dead_code, reason = "the kernel calls it"))]
pub(crate) trait Log {
    /// Whether anything is taken.
    const ON: bool;

    /// Up to 64 bytes of the source: which have a byte in the output, and which belong to the
    /// character of the byte before them.
    fn block(&mut self, src: usize, out: usize, keep: u64, tail: u64);

    /// The mark of two bytes at `src` and the one behind it changed places; the first is at `out` now.
    fn swapped(&mut self, src: usize, out: usize);
}
pub use tier::Tier;

/// Copies the bytes of `text` from `at` on to `out`, rewritten by the tables, up to the first
/// character that the tables cannot decide, or to the end. Where it stopped: a character boundary.
///
/// `at` has to be a character boundary, and what stands before it has to be in `out` already, in
/// its normalized form. O(bytes passed); nothing is allocated when `out` has room for the rest of
/// the text and one block more.
#[cfg(feature = "simd")]
pub(crate) fn translate<L: Log>(
    tier: Tier,
    tables: &Tables,
    text: &str,
    at: usize,
    out: &mut String,
    log: &mut L,
) -> usize {
    let mut bytes = core::mem::take(out).into_bytes();
    bytes.reserve(text.len().saturating_sub(at) + kernel::BLOCK);
    let log = &mut kernel::Shifted { log, src: 0, out: bytes.len() };
    let mut done = kernel::rewrite(tier, tables, text.as_bytes(), at, bytes.spare_capacity_mut(), log);
    if !text.is_char_boundary(done.read) {
        done = kernel::Done { read: at, written: 0 };
    }
    *out = trusted(bytes, done.written);
    done.read
}

/// Appends what the tables make of a short text, or the text itself where nothing changes, which is
/// told; `None`, and nothing appended, where they do not tell. O(length).
#[inline]
pub(crate) fn append_short(tables: &Tables, text: &str, out: &mut String) -> Option<()> {
    let mut buffer = [0; _];
    let (len, changed) = short::rewrite(tables, text.as_bytes(), &mut buffer)?;
    if changed {
        let mut bytes = core::mem::take(out).into_bytes();
        bytes.extend_from_slice(buffer.get(..len)?);
        *out = trusted(bytes, 0);
    } else {
        out.push_str(text);
    }
    Some(())
}

/// What the tables make of a short text, borrowed where nothing changes; `None` where they do not tell.
/// O(length).
#[inline]
pub(crate) fn short<'t>(tables: &Tables, text: &'t str) -> Option<Cow<'t, str>> {
    let mut buffer = [0; _];
    let (len, changed) = short::rewrite(tables, text.as_bytes(), &mut buffer)?;
    Some(if changed { Cow::Owned(trusted(buffer.get(..len)?.to_vec(), 0)) } else { Cow::Borrowed(text) })
}

/// The bytes, and `written` more that stand behind them in the spare capacity, as a string.
#[cfg(feature = "simd")]
#[allow(unsafe_code, reason = "the only block of the crate; the proof is beside it")]
#[inline]
fn trusted(mut bytes: Vec<u8>, written: usize) -> String {
    let len = bytes.len() + written.min(bytes.capacity() - bytes.len());
    // SAFETY: The bytes that are made part of the string are initialized, and they are UTF-8.
    //
    // Initialized: only `translate` has a `written` that is not 0. It gives the spare capacity as
    // `MaybeUninit` to `kernel::rewrite`, which is safe code and returns the sum of the lengths that it
    // advanced by; each time it advances, it has just stored at least as many bytes from there on. The
    // length is held to the capacity once more. Vectors narrower than 64 bytes are stored in halves of
    // eight lanes, each where the one before ended: there is room for all of them, because each half
    // keeps at most its eight bytes, so that the last starts at least eight before the end of the vector.
    //
    // UTF-8: the bytes before were those of a string. What `kernel::rewrite` wrote is counted only if it
    // stopped at a character boundary of the input, which `translate` asks; it does whenever there is
    // room, as there is. Until there each character of the valid text was either copied byte for byte,
    // or dropped with all its bytes, or, if it is one of U+0600–U+06FF, replaced by the one or two bytes
    // that `Tables::set` took from a `char`; two neighbouring two-byte characters may have changed
    // places (`Tables::set` gives an order only to what has two bytes). The bytes FE and FF, which the
    // tables hold where neighbours decide, stand behind the stop and are not counted. Zeros behind the
    // end of the text pad the last block: they stay, come last, and are taken off the count as many as
    // they were. The same holds of the buffer of `short::rewrite`, which is asked for a whole text only.
    // That each tier and the short road write what the scalar code writes is held by the tests
    // `every_tier_*` and `every_pair_*` in `normalize`, over all characters, lengths, and random strings.
    unsafe {
        bytes.set_len(len);
        String::from_utf8_unchecked(bytes)
    }
}

/// The bytes as a string; nothing is taken on trust without the feature.
#[cfg(not(feature = "simd"))]
#[inline]
fn trusted(bytes: Vec<u8>, _: usize) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}

/// The first character of `text` from `at` on that the tables change or cannot decide, or the end.
/// O(bytes passed).
#[cfg(feature = "simd")]
pub(crate) fn scan(tier: Tier, tables: &Tables, text: &str, at: usize) -> usize {
    kernel::scan(tier, tables, text.as_bytes(), at)
}

/// Never called: without the feature there is only [`Tier::Scalar`].
#[cfg(not(feature = "simd"))]
pub(crate) fn translate<L: Log>(_: Tier, _: &Tables, _: &str, at: usize, _: &mut String, _: &mut L) -> usize {
    at
}

/// Never called: without the feature there is only [`Tier::Scalar`].
#[cfg(not(feature = "simd"))]
pub(crate) fn scan(_: Tier, _: &Tables, _: &str, at: usize) -> usize {
    at
}
