//! The block kernel: the part of a normalization that a table can tell, many bytes at a time. This
//! file chooses the instruction set and holds the only `unsafe` of the crate; `kernel` holds the
//! algorithm, `tables` what it reads. Knows nothing of operations: what it cannot decide, it stops
//! before, and the scalar walk goes on from there.

#[cfg(feature = "simd")]
mod kernel;
mod tables;
mod tier;

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
#[allow(unsafe_code, reason = "the only block of the crate; the proof is beside it")]
pub(crate) fn translate<L: Log>(
    tier: Tier,
    tables: &Tables,
    text: &str,
    at: usize,
    out: &mut alloc::string::String,
    log: &mut L,
) -> usize {
    out.reserve(text.len().saturating_sub(at) + kernel::BLOCK);
    // SAFETY: The bytes that are made part of the string are initialized, and they are UTF-8.
    //
    // Initialized: `rewrite` gets the spare capacity as `MaybeUninit` and is safe code. It returns
    // as `written` the sum of the lengths that it advanced by; each time it advances, it has just
    // stored at least as many bytes from there on. `set_len` is held to the capacity once more.
    //
    // UTF-8: what is written is made part of the string only if `rewrite` stopped at a character
    // boundary of the input, which is asked here; it does whenever there is room, as there is. Until
    // there each character of the valid `text` was either copied byte for byte, or
    // dropped with all its bytes, or, if it is one of U+0600–U+06FF, replaced by the one or two bytes
    // that `Tables::new` took from a `char`; two neighbouring two-byte characters may
    // have changed places. That each tier writes what the scalar code writes is held by the tests
    // `every_tier_*` in `normalize`, over all characters, lengths, and random strings.
    unsafe {
        let bytes = out.as_mut_vec();
        let log = &mut kernel::Shifted { log, src: 0, out: bytes.len() };
        let done = kernel::rewrite(tier, tables, text.as_bytes(), at, bytes.spare_capacity_mut(), log);
        let len = bytes.len() + done.written;
        if len > bytes.capacity() || !text.is_char_boundary(done.read) {
            return at;
        }
        bytes.set_len(len);
        done.read
    }
}

/// The first character of `text` from `at` on that the tables change or cannot decide, or the end.
/// O(bytes passed).
#[cfg(feature = "simd")]
pub(crate) fn scan(tier: Tier, tables: &Tables, text: &str, at: usize) -> usize {
    kernel::scan(tier, tables, text.as_bytes(), at)
}

/// Never called: without the feature there is only [`Tier::Scalar`].
#[cfg(not(feature = "simd"))]
pub(crate) fn translate<L: Log>(
    _: Tier,
    _: &Tables,
    _: &str,
    at: usize,
    _: &mut alloc::string::String,
    _: &mut L,
) -> usize {
    at
}

/// Never called: without the feature there is only [`Tier::Scalar`].
#[cfg(not(feature = "simd"))]
pub(crate) fn scan(_: Tier, _: &Tables, _: &str, at: usize) -> usize {
    at
}
