//! The map from a normalized text back to its source. Knows positions only, no text and no rule.
//!
//! | file | |
//! |---|---|
//! | `entry` | 32 bytes and what they mean |
//! | `record` | filling a map from left to right |
//! | `pieces` | the map as a sequence of pieces: changes, comparison, two maps in a row |
//! | `ruler` | positions in characters and UTF-16 units |
//!
//! What a map means is one thing: for each byte of the output, the range of the source that it comes
//! from. All else, here and in the tests, is defined by that.

mod entry;
mod pieces;
mod record;
mod ruler;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use core::fmt;

use crate::span::Span;
use entry::{Entry, View};

pub use pieces::{Edit, Edits};
pub(in crate::normalize) use record::Recorder;
pub(in crate::normalize) use ruler::{Ruler, Unit};

/// Which bytes of a source became which bytes of an output.
///
/// Comes from [`Normalizer::normalize_mapped`](crate::Normalizer::normalize_mapped), by
/// [`Mapped::map`](crate::Mapped::map); positions are **bytes**. Needs neither text, so that it can be
/// kept, sent to another thread, or joined with another map by [`then`](Self::then). For positions
/// on character boundaries, in characters, or in UTF-16, ask [`Mapped`](crate::Mapped), which has the
/// texts.
///
/// Two maps are equal when they mean the same, whatever way they were made.
///
/// # Memory
///
/// Nothing for what stands one to one, such as أ folded to ا. 32 bytes for every 64 bytes of the
/// source that anything is deleted or shortened in, and for every piece that gets longer, composes
/// or changes places.
///
/// ```
/// use warraq::{Normalizer, Span};
///
/// let text = "قَلَم";
/// let mapped = Normalizer::search().normalize_mapped(text);
/// assert_eq!(mapped.text(), "قلم");
///
/// let map = mapped.map();
/// assert_eq!(map.source(0..2), Span::new(0, 2));
/// assert_eq!(map.source(2..4), Span::new(4, 6));
/// assert_eq!(map.source(0..4), Span::new(0, 6));
/// assert_eq!(map.target(0..4), Span::new(0, 2));
/// ```
#[derive(Clone)]
pub struct OffsetMap {
    entries: Vec<Entry>,
    input_len: usize,
    output_len: usize,
}

/// Asking.
impl OffsetMap {
    /// The map of a text of `len` bytes that stays as it is.
    ///
    /// ```
    /// let map = warraq::OffsetMap::identity(10);
    /// assert_eq!(map.source(3..5), warraq::Span::new(3, 5));
    /// ```
    pub const fn identity(len: usize) -> Self {
        Self { entries: Vec::new(), input_len: len, output_len: len }
    }

    /// Length of the source in bytes.
    ///
    /// ```
    /// let map = warraq::Normalizer::search().normalize_mapped("قَلَم").into_parts().1;
    /// assert_eq!((map.input_len(), map.output_len()), (10, 6));
    /// ```
    pub const fn input_len(&self) -> usize {
        self.input_len
    }

    /// Length of the output in bytes.
    ///
    /// ```
    /// assert_eq!(warraq::OffsetMap::identity(10).output_len(), 10);
    /// ```
    pub const fn output_len(&self) -> usize {
        self.output_len
    }

    /// Whether each byte comes from the byte at the same place. The text may have changed all the
    /// same: أ and ا have the same length. O(1).
    ///
    /// ```
    /// let search = warraq::Normalizer::search();
    /// assert!(search.normalize_mapped("أنا").map().is_identity());
    /// assert!(!search.normalize_mapped("أَنا").map().is_identity());
    /// ```
    pub const fn is_identity(&self) -> bool {
        self.entries.is_empty() && self.input_len == self.output_len
    }

    /// Memory in use on the heap, in bytes.
    ///
    /// ```
    /// assert_eq!(warraq::OffsetMap::identity(1 << 20).size(), 0);
    /// ```
    pub const fn size(&self) -> usize {
        self.entries.capacity() * size_of::<Entry>()
    }

    /// The smallest range of the source that covers all that the given bytes of the output come
    /// from. O(log changes), and the length of the tangle in a place where marks changed places.
    ///
    /// An empty range gives the empty range right behind the sources of everything before it, 0 at
    /// the start. What lies outside of the output is ignored.
    ///
    /// ```
    /// use warraq::{Normalizer, Span};
    ///
    /// let map = Normalizer::search().normalize_mapped("سلَام").into_parts().1;
    /// assert_eq!(map.source(4..6), Span::new(6, 8));
    /// // Between the letters: right behind the first, before its mark.
    /// assert_eq!(map.source(4..4), Span::new(4, 4));
    /// assert_eq!(map.source(0..99), Span::new(0, 10));
    /// ```
    pub fn source(&self, output: impl Into<Span>) -> Span {
        let range = clamp(output.into(), self.output_len);
        if range.is_empty() {
            let Some(last) = range.start.checked_sub(1) else { return Span::default() };
            let index = self.index_at_output(last);
            let end = self.members_down(index, 0).map(|(_, src)| src.end).max();
            let end = end.unwrap_or_else(|| self.piece(index, last).of(last).end);
            return Span::new(end, end);
        }
        let (first, last) = (range.start, range.end - 1);
        let (low, high) = (self.index_at_output(first), self.index_at_output(last));
        // Only inside a tangle may what comes later in the output come from before.
        let start = self.members_up(low, range.end).map(|(_, src)| src.start).min();
        let end = self.members_down(high, range.start).map(|(_, src)| src.end).max();
        Span {
            start: start.unwrap_or_else(|| self.piece(low, first).of(first).start),
            end: end.unwrap_or_else(|| self.piece(high, last).of(last).end),
        }
    }

    /// The smallest range of the output that covers all that comes from the given bytes of the
    /// source. O(log changes), and the length of the tangle in a place where marks changed places.
    ///
    /// An empty range, and one that was deleted, give the empty range right behind all that comes
    /// from before it, 0 at the start. What lies outside of the source is ignored.
    ///
    /// ```
    /// use warraq::{Normalizer, Span};
    ///
    /// let map = Normalizer::search().normalize_mapped("سلَام").into_parts().1;
    /// assert_eq!(map.target(6..8), Span::new(4, 6));
    /// // The deleted mark.
    /// assert_eq!(map.target(4..6), Span::new(4, 4));
    /// ```
    pub fn target(&self, source: impl Into<Span>) -> Span {
        let range = clamp(source.into(), self.input_len);
        if !range.is_empty() {
            let (low, high) = (self.place(range.start, range), self.place(range.end - 1, range));
            let mut start = low.hit.map_or(low.all.end, |hit| hit.start);
            let mut end = high.hit.map_or(high.all.start, |hit| hit.end);
            // Nothing up to the tangle that the range ends in, or from that it starts in.
            if let Some(hit) = high.hit
                && start == high.all.start
            {
                start = hit.start;
            }
            if let Some(hit) = low.hit
                && end == low.all.end
            {
                end = hit.end;
            }
            if start < end {
                return Span { start, end };
            }
        }
        let at = self.behind(range.start);
        Span::new(at, at)
    }

    /// Where the output of what ends before source byte `src` ends, or of what that byte lies in.
    fn behind(&self, src: usize) -> usize {
        let Some(last) = src.checked_sub(1) else { return 0 };
        let index = self.index_at_source(last);
        let tangle = self.tangle(index, last);
        if let Some(start) = tangle.clone().map(|(out, _)| out.start).min() {
            return tangle
                .filter(|(_, from)| from.start < src)
                .map(|(out, _)| out.end)
                .max()
                .unwrap_or(start);
        }
        self.group(index, last).end
    }

    /// The output of what source byte `src` lies in.
    fn place(&self, src: usize, range: Span) -> Place {
        let index = self.index_at_source(src);
        let tangle = self.tangle(index, src);
        let join = |spans: Option<Span>, span: Span| Some(spans.map_or(span, |all| all.join(span)));
        let Some(all) = tangle.clone().map(|(out, _)| out).fold(None, join) else {
            let all = self.group(index, src);
            return Place { all, hit: Some(all) };
        };
        let hits = tangle.filter(|(_, from)| meets(*from, range)).map(|(out, _)| out);
        Place { all, hit: hits.fold(None, join) }
    }
}

/// The output of a tangle, or of a group: all of it, and what comes from a range of the source, which
/// in a tangle may be nothing.
struct Place {
    all: Span,
    hit: Option<Span>,
}

/// Finding the entries.
impl OffsetMap {
    /// How many entries start at or before byte `out` of the output.
    fn index_at_output(&self, out: usize) -> usize {
        self.entries.partition_point(|entry| entry.out() <= out)
    }

    /// How many entries start at or before byte `src` of the source.
    fn index_at_source(&self, src: usize) -> usize {
        self.entries.partition_point(|entry| entry.src() <= src)
    }

    /// The output and source range of entry `i`, if it is a member of a tangle.
    fn member(&self, i: usize) -> Option<(Span, Span)> {
        let entry = self.entries.get(i)?;
        let View::Member(start, end) = entry.view() else { return None };
        let out_end = self.entries.get(i + 1).map_or(self.output_len, |next| next.out());
        Some((Span::new(entry.out(), out_end), Span::new(start, end)))
    }

    /// The member before `index` and those of the same tangle that start before `end` in the
    /// output.
    fn members_up(&self, index: usize, end: usize) -> impl Iterator<Item = (Span, Span)> {
        let start = index.checked_sub(1).unwrap_or(self.entries.len());
        (start..self.entries.len()).map_while(|i| self.member(i)).take_while(move |(out, _)| out.start < end)
    }

    /// The member before `index` and those of the same tangle that end behind `start` in the output.
    fn members_down(&self, index: usize, start: usize) -> impl Iterator<Item = (Span, Span)> {
        (0..index).rev().map_while(|i| self.member(i)).take_while(move |(out, _)| out.end > start)
    }

    /// The members of the tangle whose foot stands before `index`, if source byte `src` lies in it.
    fn tangle(&self, index: usize, src: usize) -> impl Iterator<Item = (Span, Span)> + Clone {
        let foot = index.checked_sub(1);
        let members = match foot.and_then(|i| self.entries.get(i)) {
            Some(foot) if src < foot.ends().0 => match foot.view() {
                View::Foot(_, members) => members,
                _ => 0,
            },
            _ => 0,
        };
        let foot = foot.unwrap_or(0);
        (foot.saturating_sub(members)..foot).filter_map(|i| self.member(i))
    }

    /// The output of the group or span that source byte `src` lies in, outside of tangles; `index`
    /// entries start at or before it.
    fn group(&self, index: usize, src: usize) -> Span {
        let Some(entry) = index.checked_sub(1).and_then(|i| self.entries.get(i)) else {
            return Span::new(src, src + 1);
        };
        let (src_end, out_end) = entry.ends();
        if src >= src_end {
            let start = out_end + (src - src_end);
            return Span::new(start, start + 1);
        }
        match entry.view() {
            View::Block(block) => {
                let (start, end) = block.group(src - entry.src());
                Span::new(entry.out() + block.rank(start), entry.out() + block.rank(end))
            }
            _ => Span::new(entry.out(), out_end),
        }
    }
}

/// The part of a range that lies in a text of `len` bytes.
fn clamp(range: Span, len: usize) -> Span {
    let end = range.end.min(len);
    Span { start: range.start.min(end), end }
}

/// Whether two ranges have a byte in common.
const fn meets(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

impl PartialEq for OffsetMap {
    /// Whether every byte of the output comes from the same range of the source. O(changes).
    fn eq(&self, other: &Self) -> bool {
        self.input_len == other.input_len && self.output_len == other.output_len && self.same_pieces(other)
    }
}

impl Eq for OffsetMap {}

/// The lengths and the changes.
impl fmt::Debug for OffsetMap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OffsetMap({} bytes → {}, ", self.input_len, self.output_len)?;
        f.debug_list().entries(self.edits()).finish()?;
        f.write_str(")")
    }
}
