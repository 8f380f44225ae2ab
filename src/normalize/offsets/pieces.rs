//! A map read from left to right as pieces, and what is made of that: the changes, whether two maps
//! mean the same, and two maps in a row.

#[cfg(feature = "serde")]
use alloc::vec::Vec;
use core::fmt;
use core::iter::FusedIterator;

use super::entry::View;
use super::{OffsetMap, Recorder};
use crate::span::Span;

/// A stretch of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) src: Span,
    pub(super) out: Span,
    /// Each byte from one byte; otherwise all of it from all of `src`.
    pub(super) linear: bool,
}

impl Piece {
    /// The source of one byte of it.
    pub(super) fn of(self, out: usize) -> Span {
        self.within(Span::new(out, out + 1)).src
    }

    /// The part of it in a range of the output.
    fn within(self, range: Span) -> Self {
        let out = Span::new(self.out.start.max(range.start), self.out.end.min(range.end));
        let src = if self.linear {
            let start = self.src.start + (out.start - self.out.start);
            Span::new(start, start + out.len())
        } else {
            self.src
        };
        Self { src, out, ..self }
    }
}

impl OffsetMap {
    /// The piece that byte `out` of the output lies in: a linear one starts there, another may start
    /// before it. `index` entries start at or before it.
    pub(super) fn piece(&self, index: usize, out: usize) -> Piece {
        let next = self.entries.get(index).map_or(self.output_len, |entry| entry.out()).max(out + 1);
        let behind = |src_end: usize, out_end: usize| {
            let src = src_end + out.saturating_sub(out_end);
            Piece { src: Span::new(src, src + (next - out)), out: Span::new(out, next), linear: true }
        };
        let Some(entry) = index.checked_sub(1).and_then(|i| self.entries.get(i)) else { return behind(0, 0) };
        let (src, start) = (entry.src(), entry.out());
        match entry.view() {
            View::Block(block) if out < start + block.kept() => {
                let at = block.select(out - start);
                let run = block.run(at);
                if run > 0 {
                    let from = Span::new(src + at, src + at + run);
                    Piece { src: from, out: Span::new(out, out + run), linear: true }
                } else {
                    let (first, end) = block.group(at);
                    let to = Span::new(start + block.rank(first), start + block.rank(end));
                    Piece { src: Span::new(src + first, src + end), out: to, linear: false }
                }
            }
            View::Span(src_len, out_len) if out < start + out_len => {
                let (src, out) = (Span::new(src, src + src_len), Span::new(start, start + out_len));
                Piece { src, out, linear: false }
            }
            // Never linear: what it corresponds to is not what stands beside it.
            View::Member(from, end) => {
                Piece { src: Span::new(from, end), out: Span::new(start, next), linear: false }
            }
            _ => {
                let (src_end, out_end) = entry.ends();
                behind(src_end, out_end)
            }
        }
    }

    /// The pieces of a range of the output, in order.
    pub(super) fn pieces(&self, range: Span) -> Pieces<'_> {
        Pieces { map: self, index: self.index_at_output(range.start), range }
    }

    fn all_pieces(&self) -> Pieces<'_> {
        Pieces { map: self, index: 0, range: Span::new(0, self.output_len) }
    }

    /// Whether every byte of the output comes from the same bytes in both; the lengths agree.
    pub(super) fn same_pieces(&self, other: &Self) -> bool {
        let (mut mine, mut theirs) = (self.all_pieces(), other.all_pieces());
        let (mut a, mut b) = (mine.next(), theirs.next());
        while let (Some(x), Some(y)) = (a, b) {
            let end = x.out.end.min(y.out.end);
            let both = Span::new(x.out.start.max(y.out.start), end);
            let (p, q) = (x.within(both), y.within(both));
            if (p.src, p.linear) != (q.src, q.linear) {
                return false;
            }
            if x.out.end == end {
                a = mine.next();
            }
            if y.out.end == end {
                b = theirs.next();
            }
        }
        a.is_none() && b.is_none()
    }

    /// The map of two steps in a row: `self` from a first text to a second, `next` from that to a
    /// third. O(changes of both · log of the changes of `self`).
    ///
    /// It tells for every byte of the third text what `self` tells of all that `next` tells of it.
    /// Of maps whose lengths do not fit together, it is the map of what `next` takes from the output of `self`.
    ///
    /// ```
    /// use warraq::{Alef, Digits, Marks, Normalizer};
    ///
    /// let (marks, digits) = (Normalizer::new().marks(Marks::ALL), Normalizer::new().digits(Digits::Latin));
    /// let text = "قَبلَ ٣ أيّام";
    /// let first = marks.normalize_mapped(text);
    /// let second = digits.normalize_mapped(first.text());
    /// let both = Normalizer::new().marks(Marks::ALL).digits(Digits::Latin).normalize_mapped(text);
    /// assert_eq!(second.text(), both.text());
    /// assert_eq!(&first.map().then(second.map()), both.map());
    /// ```
    #[must_use]
    pub fn then(&self, next: &Self) -> Self {
        let mut told = Told::default();
        for step in next.all_pieces() {
            let inside = Span::new(step.src.start.min(self.output_len), step.src.end.min(self.output_len));
            if step.linear {
                for piece in self.pieces(inside) {
                    let piece = piece.within(inside);
                    if piece.linear { told.linear(piece.src) } else { told.whole(piece.src, piece.out.len()) }
                }
            } else if !inside.is_empty() {
                told.whole(self.source(inside), step.out.len());
            }
        }
        told.finish(self.input_len)
    }

    /// All that the map means, for [`from_told`](Self::from_told): ranges of the source in the order of the output,
    /// each with the length of what comes from all of it; 0 where each byte comes from one.
    #[cfg(feature = "serde")]
    pub(crate) fn told(&self) -> Vec<(usize, usize, usize)> {
        let mut told: Vec<(usize, usize, usize)> = Vec::new();
        for piece in self.all_pieces() {
            match told.last_mut() {
                Some((_, end, 0)) if piece.linear && *end == piece.src.start => *end = piece.src.end,
                _ => {
                    let len = if piece.linear { 0 } else { piece.out.len() };
                    told.push((piece.src.start, piece.src.end, len));
                }
            }
        }
        told
    }

    /// The map that [`told`](Self::told) is of; `None` for what is told of none. O(n).
    #[cfg(feature = "serde")]
    pub(crate) fn from_told(
        input_len: usize,
        output_len: usize,
        pieces: impl IntoIterator<Item = (usize, usize, usize)>,
    ) -> Option<Self> {
        // No text is longer; entries have no room for more.
        if isize::try_from(input_len.max(output_len)).is_err() {
            return None;
        }
        let mut told = Told::default();
        // Up to where the source is told.
        let mut reach = 0;
        for (start, end, out_len) in pieces {
            let src = Span { start, end };
            let linear = out_len == 0;
            // A piece that belongs to no tangle stands behind all before it.
            let from = if linear { reach } else { told.src };
            if start < from || start >= end || end > input_len {
                return None;
            }
            reach = reach.max(end);
            let len = if linear { src.len() } else { out_len };
            told.len.checked_add(len).filter(|&len| len <= output_len)?;
            if linear { told.linear(src) } else { told.whole(src, out_len) }
        }
        (told.len == output_len).then(|| told.finish(input_len))
    }

    /// The changes, in order: the longest stretches that do not correspond byte for byte. Two maps
    /// that are equal have the same. O(changes) in all.
    ///
    /// Bytes of the source and of the output that lie in none correspond one to one, and so do their
    /// numbers; a letter that became another of the same length is not here, but in
    /// [`Mapped::changes`](crate::Mapped::changes).
    ///
    /// ```
    /// use warraq::{Edit, Normalizer, Span};
    ///
    /// let map = Normalizer::search().normalize_mapped("قَلَم").into_parts().1;
    /// let edits: Vec<_> = map.edits().collect();
    /// assert_eq!(edits, [
    ///     Edit { source: Span::new(2, 4), target: Span::new(2, 2) },
    ///     Edit { source: Span::new(6, 8), target: Span::new(4, 4) },
    /// ]);
    /// ```
    pub fn edits(&self) -> Edits<'_> {
        Edits { pieces: self.all_pieces(), src: 0, out: 0 }
    }
}

/// A map in the making, told piece by piece in the order of the output.
#[derive(Default)]
struct Told {
    recorder: Recorder,
    /// How far the source and the output are settled.
    src: usize,
    out: usize,
    /// How far the output is told.
    len: usize,
}

impl Told {
    /// Records the pieces that were not linear: where the next one is, no other can be in a tangle with them.
    fn settle(&mut self) {
        self.recorder.sort_out(self.src, self.out);
        if let Some((end, len)) = self.recorder.drain() {
            (self.src, self.out) = (end, self.out + len);
        }
    }

    fn linear(&mut self, src: Span) {
        self.settle();
        if self.src < src.start {
            self.recorder.deleted(self.src..src.start, self.out);
        }
        (self.src, self.out) = (src.end, self.out + src.len());
        self.len += src.len();
    }

    fn whole(&mut self, src: Span, out_len: usize) {
        self.len += out_len;
        self.recorder.piece(src.start, src.end, out_len, true);
    }

    fn finish(mut self, input_len: usize) -> OffsetMap {
        self.settle();
        if self.src < input_len {
            self.recorder.deleted(self.src..input_len, self.out);
        }
        self.recorder.finish(input_len, self.len)
    }
}

/// See [`OffsetMap::pieces`].
#[derive(Clone)]
pub(super) struct Pieces<'m> {
    map: &'m OffsetMap,
    /// Entries that start at or before the start of the range, at least so many.
    index: usize,
    range: Span,
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if self.range.is_empty() {
            return None;
        }
        while self.map.entries.get(self.index).is_some_and(|entry| entry.out() <= self.range.start) {
            self.index += 1;
        }
        let piece = self.map.piece(self.index, self.range.start);
        self.range.start =
            piece.out.end.clamp(self.range.start + 1, self.range.end.max(self.range.start + 1));
        Some(piece)
    }
}

/// A change: a range of the source and what became of it.
///
/// ```
/// let edit = warraq::OffsetMap::identity(5).edits().next();
/// assert_eq!(edit, None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// Bytes of the source; empty in no map of this crate.
    pub source: Span,
    /// Bytes of the output; empty where the source was deleted.
    pub target: Span,
}

/// Iterator over the changes of an [`OffsetMap`], from [`OffsetMap::edits`].
///
/// ```
/// let map = warraq::Normalizer::search().normalize_mapped("قَلَم").into_parts().1;
/// let mut edits: warraq::Edits<'_> = map.edits();
/// assert_eq!(edits.by_ref().count(), 2);
/// assert_eq!(edits.next(), None);
/// ```
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Edits<'m> {
    pieces: Pieces<'m>,
    /// How far both texts are read.
    src: usize,
    out: usize,
}

impl Iterator for Edits<'_> {
    type Item = Edit;

    fn next(&mut self) -> Option<Edit> {
        let mut open = Edit { source: Span::new(self.src, self.src), target: Span::new(self.out, self.out) };
        loop {
            let piece = self.pieces.next();
            match piece {
                Some(piece) if !piece.linear => {
                    open.target.end = piece.out.end;
                    continue;
                }
                Some(piece) => {
                    open.source.end = piece.src.start;
                    (self.src, self.out) = (piece.src.end, piece.out.end);
                }
                None => {
                    open.source.end = self.pieces.map.input_len;
                    (self.src, self.out) = (open.source.end, open.target.end);
                }
            }
            if !(open.source.is_empty() && open.target.is_empty()) {
                return Some(open);
            }
            piece?;
            open = Edit { source: Span::new(self.src, self.src), target: Span::new(self.out, self.out) };
        }
    }
}

impl FusedIterator for Edits<'_> {}

impl fmt::Debug for Edits<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
