//! A normalized text that knows where it came from: the two texts and the map between them.

#[cfg(test)]
mod tests;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;
use core::iter::{FusedIterator, Peekable};
use core::ops::Range;

use once_cell::race::OnceBox;

use super::Normalizer;
#[cfg(test)]
use super::item::Place;
use super::offsets::{Edits, OffsetMap, Recorder, Ruler, Unit};
#[cfg(test)]
use super::window::Window;
use crate::span::Span;

/// A normalized text with the way back to the text it was made from.
///
/// From [`Normalizer::normalize_mapped`]. Search in [`text`](Self::text), and show the reader what
/// [`highlight`](Self::highlight) gives.
///
/// ```
/// use warraq::Normalizer;
///
/// let text = "قرأتُ الكِتَـــابَ أمس";
/// let mapped = Normalizer::search().normalize_mapped(text);
/// assert_eq!(mapped.text(), "قرات الكتاب امس");
///
/// let at = mapped.text().find("كتاب").unwrap();
/// let found = at..at + "كتاب".len();
/// assert_eq!(mapped.source(found.clone()).of(text), "كِتَـــاب");
/// assert_eq!(mapped.highlight(found).of(text), "كِتَـــابَ");
/// ```
pub struct Mapped<'t> {
    original: &'t str,
    text: Cow<'t, str>,
    map: OffsetMap,
    /// Of the original and of the text; made when a question in other units comes.
    rulers: OnceBox<(Ruler, Ruler)>,
}

impl<'t> Mapped<'t> {
    fn new(original: &'t str, text: Cow<'t, str>, map: OffsetMap) -> Self {
        Self { original, text, map, rulers: OnceBox::new() }
    }

    /// The normalized text.
    ///
    /// ```
    /// assert_eq!(warraq::Normalizer::search().normalize_mapped("أَنا").text(), "انا");
    /// ```
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text that was given.
    ///
    /// ```
    /// assert_eq!(warraq::Normalizer::search().normalize_mapped("أَنا").original(), "أَنا");
    /// ```
    pub const fn original(&self) -> &'t str {
        self.original
    }

    /// The map from the one to the other, in bytes.
    ///
    /// ```
    /// let mapped = warraq::Normalizer::search().normalize_mapped("أَنا");
    /// assert_eq!(mapped.map().edits().count(), 1);
    /// ```
    pub const fn map(&self) -> &OffsetMap {
        &self.map
    }

    /// The normalized text, borrowed when it is equal to the original, and the map.
    ///
    /// ```
    /// let (text, map) = warraq::Normalizer::search().normalize_mapped("انا").into_parts();
    /// assert!(matches!(text, std::borrow::Cow::Borrowed("انا")));
    /// assert!(map.is_identity());
    /// ```
    pub fn into_parts(self) -> (Cow<'t, str>, OffsetMap) {
        (self.text, self.map)
    }

    /// The smallest range of the original that covers all that the given bytes of the normalized
    /// text come from, on character boundaries. Cost and empty ranges: [`OffsetMap::source`].
    ///
    /// ```
    /// let mapped = warraq::Normalizer::search().normalize_mapped("سلﻻم");
    /// assert_eq!(mapped.text(), "سللام");
    /// // Both letters come from the one ligature.
    /// assert_eq!(mapped.source(4..6).of(mapped.original()), "ﻻ");
    /// ```
    pub fn source(&self, range: impl Into<Span>) -> Span {
        self.map.source(range).to_boundaries(self.original)
    }

    /// The smallest range of the normalized text that covers all that comes from the given bytes of
    /// the original, on character boundaries. Cost and empty ranges: [`OffsetMap::target`].
    ///
    /// ```
    /// let mapped = warraq::Normalizer::search().normalize_mapped("سلﻻم");
    /// assert_eq!(mapped.target(4..7).of(mapped.text()), "لا");
    /// ```
    pub fn target(&self, range: impl Into<Span>) -> Span {
        self.map.target(range).to_boundaries(&self.text)
    }

    /// [`source`](Self::source), widened to whole graphemes: letters with all marks that stand on
    /// them, also those that were deleted; see [`Span::to_graphemes`]. What to mark on a screen.
    ///
    /// ```
    /// let mapped = warraq::Normalizer::search().normalize_mapped("بِسْمِ");
    /// assert_eq!(mapped.source(0..4).of(mapped.original()), "بِس");
    /// assert_eq!(mapped.highlight(0..4).of(mapped.original()), "بِسْ");
    /// ```
    pub fn highlight(&self, range: impl Into<Span>) -> Span {
        self.map.source(range).to_graphemes(self.original)
    }

    /// [`source`](Self::source) in characters of both texts (Unicode scalar values), for callers
    /// whose strings are arrays of code points, as in Python.
    ///
    /// The first question in characters or UTF-16 costs O(length of both texts), those that follow
    /// O(log length).
    ///
    /// ```
    /// let mapped = warraq::Normalizer::search().normalize_mapped("قَلَم جديد");
    /// assert_eq!(mapped.source_chars(1..3), 2..5);
    /// ```
    pub fn source_chars(&self, range: Range<usize>) -> Range<usize> {
        self.source_in(range, Unit::Chars)
    }

    /// [`source`](Self::source) in UTF-16 code units of both texts, for callers in JavaScript, Java
    /// or C#. Half of a surrogate pair stands for the whole. Cost: [`source_chars`](Self::source_chars).
    ///
    /// ```
    /// let mapped = warraq::Normalizer::search().normalize_mapped("😀 قَلَم");
    /// assert_eq!(mapped.text(), "😀 قلم");
    /// assert_eq!(mapped.source_utf16(4..6), 5..8);
    /// ```
    pub fn source_utf16(&self, range: Range<usize>) -> Range<usize> {
        self.source_in(range, Unit::Utf16)
    }

    fn source_in(&self, range: Range<usize>, unit: Unit) -> Range<usize> {
        let (original, text) =
            self.rulers.get_or_init(|| Box::new((Ruler::new(self.original), Ruler::new(&self.text))));
        let start = text.byte(&self.text, range.start, unit, false);
        let end = if range.is_empty() { start } else { text.byte(&self.text, range.end, unit, true) };
        let span = self.source(start..end);
        original.count(self.original, span.start, unit)..original.count(self.original, span.end, unit)
    }

    /// The stretches in which the texts differ, in order, each as long as it can be. O(length of
    /// both texts) in all.
    ///
    /// ```
    /// let mapped = warraq::Normalizer::search().normalize_mapped("قرأتُ الكِتاب");
    /// let changes: Vec<_> = mapped.changes().map(|change| (change.original, change.normalized)).collect();
    /// assert_eq!(changes, [("أ", "ا"), ("\u{64F}", ""), ("\u{650}", "")]);
    /// ```
    pub fn changes(&self) -> Changes<'_> {
        let from = (self.original, &*self.text);
        Changes { original: from.0, text: from.1, edits: self.map.edits().peekable(), src: 0, out: 0 }
    }
}

impl Clone for Mapped<'_> {
    fn clone(&self) -> Self {
        Self::new(self.original, self.text.clone(), self.map.clone())
    }
}

/// Equal when both texts and what the map means are.
impl PartialEq for Mapped<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.original == other.original && self.text == other.text && self.map == other.map
    }
}

impl Eq for Mapped<'_> {}

impl fmt::Debug for Mapped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mapped")
            .field("original", &self.original)
            .field("text", &self.text)
            .field("map", &self.map)
            .finish_non_exhaustive()
    }
}

impl Normalizer {
    /// The normalized text together with the map back to `text`. O(length).
    ///
    /// The text is that of [`normalize`](Self::normalize).
    ///
    /// ```
    /// let mapped = warraq::Normalizer::search().normalize_mapped("الطَّقسُ ٢٥ درجة");
    /// assert_eq!(mapped.text(), "الطقس 25 درجه");
    /// assert_eq!(mapped.source(11..13).of(mapped.original()), "٢٥");
    /// ```
    pub fn normalize_mapped<'t>(&self, text: &'t str) -> Mapped<'t> {
        let Some(start) = self.walk(text, ()).scan() else {
            return Mapped::new(text, Cow::Borrowed(text), OffsetMap::identity(text.len()));
        };
        let mut out = String::with_capacity(text.len() + 64);
        out.push_str(text.get(..start).unwrap_or(""));
        let mut walk = self.walk(text, Recorder::new());
        walk.write(start, &mut out);
        let map = walk.into_track().finish(text.len(), out.len());
        Mapped::new(text, if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }, map)
    }

    /// The same by the passes alone: what any faster way must give.
    #[cfg(test)]
    fn mapped_by_passes<'t>(&self, text: &'t str) -> Mapped<'t> {
        let mut window = Window::<Place>::new(&self.switches);
        let mut recorder = Recorder::new();
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            // No operation looks across an ASCII blank.
            let blank = rest.bytes().skip(1).position(|byte| matches!(byte, b' ' | b'\t'..=b'\r'));
            let len = blank.map_or(rest.len(), |behind| behind + 1);
            window.run(rest.get(..len).unwrap_or(rest));
            let result = window.result();
            let items = result.iter().map(|item| (item.source.start..item.source.end, item.c.len_utf8()));
            recorder.rewritten(at, out.len(), items, len);
            out.extend(result.iter().map(|item| item.c));
            at += len;
        }
        let map = recorder.finish(text.len(), out.len());
        Mapped::new(text, if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }, map)
    }
}

/// A stretch that normalizing changed.
///
/// ```
/// let mapped = warraq::Normalizer::search().normalize_mapped("٢٥ درجة");
/// let change = mapped.changes().next().unwrap();
/// assert_eq!((change.original, change.normalized), ("٢٥", "25"));
/// assert_eq!((change.source, change.target), (warraq::Span::new(0, 4), warraq::Span::new(0, 2)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Change<'m> {
    /// As it was.
    pub original: &'m str,
    /// What became of it; empty where it was deleted.
    pub normalized: &'m str,
    /// Bytes of the original.
    pub source: Span,
    /// Bytes of the normalized text.
    pub target: Span,
}

/// Iterator over the stretches that normalizing changed, from [`Mapped::changes`].
///
/// ```
/// let mapped = warraq::Normalizer::search().normalize_mapped("كتاب");
/// let mut changes: warraq::Changes<'_> = mapped.changes();
/// assert_eq!(changes.next(), None);
/// ```
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Changes<'m> {
    original: &'m str,
    text: &'m str,
    edits: Peekable<Edits<'m>>,
    /// How far both texts are read.
    src: usize,
    out: usize,
}

impl<'m> Changes<'m> {
    /// The bytes up to the next edit, in which both texts correspond one to one.
    fn aligned(&mut self) -> (&'m [u8], &'m [u8]) {
        let end = self.edits.peek().map_or(self.original.len(), |edit| edit.source.start);
        let len = end.saturating_sub(self.src);
        let take = |text: &'m str, at: usize| text.as_bytes().get(at..).unwrap_or(&[]);
        let (a, b) = (take(self.original, self.src), take(self.text, self.out));
        (a.get(..len).unwrap_or(a), b.get(..len).unwrap_or(b))
    }

    /// Reads over what follows if it changed.
    fn changed(&mut self) -> bool {
        let (a, b) = self.aligned();
        if a.is_empty() {
            let Some(edit) = self.edits.next() else { return false };
            let source = edit.source.to_boundaries(self.original);
            let target = edit.target.to_boundaries(self.text);
            (self.src, self.out) = (source.end.max(self.src), target.end.max(self.out));
            return true;
        }
        let len =
            self.original.get(self.src..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        if a.get(..len) == b.get(..len) && a.len() >= len {
            return false;
        }
        (self.src, self.out) = (self.src + len, self.out + len);
        true
    }
}

impl<'m> Iterator for Changes<'m> {
    type Item = Change<'m>;

    fn next(&mut self) -> Option<Change<'m>> {
        let (a, b) = self.aligned();
        let same = a.iter().zip(b).position(|(x, y)| x != y).unwrap_or(a.len());
        // The start of a character: the first bytes of two letters may agree.
        let start = |text: &str, at: usize| Span::new(at, at).to_boundaries(text).start;
        let source = start(self.original, self.src + same);
        let target = start(self.text, self.out + same);
        (self.src, self.out) = (source.max(self.src), target.max(self.out));
        let (src, out) = (self.src, self.out);
        while self.changed() {}
        let (source, target) = (Span::new(src, self.src), Span::new(out, self.out));
        if source.is_empty() && target.is_empty() {
            return None;
        }
        Some(Change { original: source.of(self.original), normalized: target.of(self.text), source, target })
    }
}

impl FusedIterator for Changes<'_> {}

impl fmt::Debug for Changes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
