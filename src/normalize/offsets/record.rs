//! Filling a map, once from left to right.

use alloc::vec::Vec;
use core::mem;
use core::ops::Range;

use super::OffsetMap;
use super::entry::{Block, Entry, View};

/// Takes the changes in the order of the text. What is not told stands one to one: the caller tells
/// positions that agree with that.
#[derive(Default)]
pub(in crate::normalize) struct Recorder {
    entries: Vec<Entry>,
    /// What [`Self::rewritten`] sorts out, and where the source of it begins.
    pieces: Vec<Piece>,
}

/// A stretch of output all of which comes from all of a stretch of the source.
#[derive(Clone, Copy)]
struct Piece {
    src: usize,
    end: usize,
    out_len: usize,
    /// The lowest source position of this piece and those behind it.
    lowest: usize,
    /// Not one to one though the lengths agree.
    whole: bool,
}

impl Recorder {
    /// Allocates nothing.
    pub(in crate::normalize) const fn new() -> Self {
        Self { entries: Vec::new(), pieces: Vec::new() }
    }

    /// 64 bytes of the source from `src`, whose output starts at `out`: bit i of `keep` tells that byte
    /// `src + i` has a byte in the output, bit i of `tail` that it belongs to the character of the
    /// byte before it in the source. Without either bit it is deleted. O(1).
    ///
    /// - A character that gets shorter has tail bits from its second byte on (also where keep is
    ///   set), and lies in one block: bit 0 of `tail` is clear. Characters that keep their length
    ///   need no tail bits.
    /// - Only the bytes up to the last one that is deleted or tied are spoken for: a block that ends
    ///   early has its high bits set in `keep`, and what is told next may start there.
    /// - A block of `keep == !0` and `tail == 0` need not be told.
    #[inline]
    pub(in crate::normalize) fn block(&mut self, src: usize, out: usize, keep: u64, tail: u64) {
        if !keep | tail != 0 {
            self.entries.push(Entry::block(src, out, keep, tail));
        }
    }

    /// The last block, if bytes from `src` still fit in, and the place of `src` in it.
    fn open(&mut self, src: usize) -> Option<(&mut Entry, Block, usize)> {
        let last = self.entries.last_mut()?;
        let View::Block(block) = last.view() else { return None };
        let at = src.checked_sub(last.src())?;
        (at < 64).then_some((last, block, at))
    }

    /// The bytes of a range of the source are not in the output. Amortised O(1), and so is the
    /// memory: half a byte for each byte of the source at most.
    pub(in crate::normalize) fn deleted(&mut self, range: Range<usize>, out: usize) {
        let Range { start: mut src, end } = range;
        if let Some((last, Block { keep, tail }, at)) = self.open(src)
            && src < end
        {
            let len = (end - src).min(64 - at);
            *last = Entry::block(last.src(), last.out(), keep & !bits(at, len), tail);
            src += len;
        }
        if src >= end {
            return;
        }
        // A long stretch in one entry, also when it came piece by piece.
        if let Some(last) = self.entries.last_mut() {
            let grows = match last.view() {
                View::Span(_, 0) => true,
                View::Block(Block { keep, .. }) => keep == 0,
                _ => false,
            };
            if grows && last.ends() == (src, out) {
                *last = Entry::span(last.src(), out, end - last.src(), 0);
                return;
            }
        }
        self.entries.push(if end - src > 64 {
            Entry::span(src, out, end - src, 0)
        } else {
            Entry::block(src, out, !bits(0, end - src), 0)
        });
    }

    /// A character of `src_len` bytes became one of `out_len`, which is less. Amortised O(1), and
    /// memory as for [`Self::deleted`].
    pub(in crate::normalize) fn shrunk(&mut self, src: usize, src_len: usize, out: usize, out_len: usize) {
        if src_len > 64 || out_len == 0 || out_len >= src_len {
            self.entries.push(Entry::span(src, out, src_len, out_len));
            return;
        }
        let change = |Block { keep, tail }, at| {
            let gone = bits(at + out_len, src_len - out_len);
            (keep & !gone, tail | bits(at + 1, src_len - 1))
        };
        match self.open(src) {
            Some((last, block, at)) if at + src_len <= 64 => {
                let (keep, tail) = change(block, at);
                *last = Entry::block(last.src(), last.out(), keep, tail);
            }
            _ => {
                let (keep, tail) = change(Block { keep: !0, tail: 0 }, 0);
                self.entries.push(Entry::block(src, out, keep, tail));
            }
        }
    }

    /// A stretch of `src_len` bytes from `src` was rewritten to what starts at `out`: for each
    /// character of it in order, the range of its source, counted from `src`, and its length in bytes.
    ///
    /// Ranges may overlap and stand in any order; source bytes in none of them are deleted. A
    /// character of the same length as its source, which it shares with no other, costs nothing.
    /// O(number of items).
    pub(in crate::normalize) fn rewritten(
        &mut self,
        src: usize,
        out: usize,
        items: impl IntoIterator<Item = (Range<usize>, usize)>,
        src_len: usize,
    ) {
        for (range, out_len) in items {
            // Whatever comes from nowhere belongs to the byte it stands before, or the last one.
            let start = range.start.min(src_len.saturating_sub(1));
            let end = range.end.clamp((start + 1).min(src_len), src_len);
            self.piece(src + start, src + end, out_len, false);
        }
        self.sort_out(src, out);
        let (done, out_len) = self.drain().unwrap_or((src, 0));
        if done < src + src_len {
            self.deleted(done..src + src_len, out + out_len);
        }
    }

    /// Takes a piece for [`Self::sort_out`].
    pub(super) fn piece(&mut self, src: usize, end: usize, out_len: usize, whole: bool) {
        if out_len == 0 {
            return;
        }
        match self.pieces.last_mut() {
            // Two characters of one, or the same range told in parts.
            Some(last) if (last.src, last.end) == (src, end) => {
                last.out_len += out_len;
                last.whole = true;
            }
            _ => self.pieces.push(Piece { src, end, out_len, lowest: src, whole }),
        }
    }

    /// Records the pieces that were taken, as stretches in order wherever they are, and as tangles
    /// where their sources overlap or stand in another order. `src` is where the source of what
    /// was recorded ends, `out` where their output starts. Leaves the pieces where they are.
    pub(super) fn sort_out(&mut self, src: usize, out: usize) {
        let mut pieces = mem::take(&mut self.pieces);
        let mut lowest = usize::MAX;
        for piece in pieces.iter_mut().rev() {
            lowest = lowest.min(piece.src);
            piece.lowest = lowest;
        }
        let (mut src, mut out) = (src, out);
        let mut rest = pieces.as_slice();
        while let Some(first) = rest.first() {
            // A tangle ends where all behind it comes from behind it.
            let mut end = first.end;
            let mut len = 1;
            while let Some(next) = rest.get(len)
                && next.lowest < end
            {
                end = end.max(next.end);
                len += 1;
            }
            let start = first.lowest;
            if src < start {
                self.deleted(src..start, out);
            }
            let (tangle, behind) = rest.split_at_checked(len).unwrap_or((rest, &[]));
            rest = behind;
            if let [piece] = tangle {
                let src_len = piece.end - piece.src;
                if piece.out_len < src_len {
                    self.shrunk(piece.src, src_len, out, piece.out_len);
                } else if piece.out_len > src_len || (piece.whole && src_len > 1) {
                    self.entries.push(Entry::span(piece.src, out, src_len, piece.out_len));
                }
                out += piece.out_len;
            } else {
                for piece in tangle {
                    self.entries.push(Entry::member(start, out, piece.src - start, piece.end - piece.src));
                    out += piece.out_len;
                }
                self.entries.push(Entry::foot(start, out, end - start, tangle.len()));
            }
            src = end;
        }
        self.pieces = pieces;
    }

    /// Forgets the pieces that were sorted out, and tells where their sources end and how long they
    /// are in the output.
    pub(super) fn drain(&mut self) -> Option<(usize, usize)> {
        let end = self.pieces.iter().map(|piece| piece.end).max()?;
        let out_len = self.pieces.iter().map(|piece| piece.out_len).sum();
        self.pieces.clear();
        Some((end, out_len))
    }

    /// Takes back all that was told of byte `src` of the source and those behind it. Characters of
    /// the output that come from both sides of it are taken back too. Amortised O(1).
    #[cfg_attr(not(test), expect(dead_code, reason = "for the walk that fills the map as it goes"))]
    pub(in crate::normalize) fn rewind(&mut self, src: usize) {
        while let Some(last) = self.entries.last().copied() {
            if last.ends().0 <= src && !matches!(last.view(), View::Member(..)) {
                return;
            }
            match last.view() {
                View::Block(block) if last.src() < src => {
                    let at = src - last.src();
                    let (start, end) = block.group(at);
                    let kept = block.cut(if end > at && start < at { start } else { at });
                    self.entries.pop();
                    self.block(last.src(), last.out(), kept.keep, kept.tail);
                    return;
                }
                View::Span(_, 0) if last.src() < src => {
                    self.entries.pop();
                    self.entries.push(Entry::span(last.src(), last.out(), src - last.src(), 0));
                    return;
                }
                View::Foot(_, members) => {
                    let left = self.entries.len().saturating_sub(members + 1);
                    self.entries.truncate(left);
                }
                _ => {
                    self.entries.pop();
                }
            }
        }
    }

    /// The map between a source and an output of these lengths. O(entries), for giving memory back.
    pub(in crate::normalize) fn finish(self, input_len: usize, output_len: usize) -> OffsetMap {
        let mut entries = self.entries;
        entries.shrink_to_fit();
        OffsetMap { entries, input_len, output_len }
    }
}

/// `len` bits from bit `at`.
const fn bits(at: usize, len: usize) -> u64 {
    if len == 0 || at >= 64 { 0 } else { (!0 >> (64 - if len < 64 { len } else { 64 })) << at }
}
