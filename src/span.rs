//! Byte ranges into the original text. Knows nothing of Arabic.

use core::fmt;
use core::ops::Range;

use unicode_segmentation::GraphemeCursor;

/// A half-open range of **bytes** in the text that was given, always on character boundaries.
///
/// `Copy`, eight or sixteen bytes, and turned into a `&str` with [`Span::of`]. The spans of every
/// item of this crate index the original text, never a normalized copy.
///
/// ```
/// use warraq::Span;
///
/// let span = Span::new(5, 9);
/// assert_eq!(span.of("في عام 2024"), "عا");
/// assert_eq!(span.len(), 4);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end` in bytes. An `end` before `start` gives an empty span.
    ///
    /// ```
    /// assert!(warraq::Span::new(3, 1).is_empty());
    /// ```
    #[inline]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// Length in bytes.
    ///
    /// ```
    /// assert_eq!(warraq::Span::new(2, 6).len(), 4);
    /// ```
    #[inline]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers nothing, as does one whose `end` was set before its `start`.
    ///
    /// ```
    /// assert!(warraq::Span::new(2, 2).is_empty());
    /// ```
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The text under the span; empty when the span is not on character boundaries of `text`,
    /// which happens only with another text than the one it came from. O(1).
    ///
    /// ```
    /// assert_eq!(warraq::Span::new(0, 4).of("من هنا"), "من");
    /// assert_eq!(warraq::Span::new(0, 99).of("من هنا"), "");
    /// ```
    #[inline]
    #[cfg_attr(warraq_no_panic, no_panic::no_panic)]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The smallest span that covers both.
    ///
    /// ```
    /// use warraq::Span;
    /// assert_eq!(Span::new(2, 4).join(Span::new(8, 9)), Span::new(2, 9));
    /// ```
    #[inline]
    pub const fn join(self, other: Self) -> Self {
        Self {
            start: if self.start < other.start { self.start } else { other.start },
            end: if self.end > other.end { self.end } else { other.end },
        }
    }

    /// The same range counted in characters (Unicode scalar values), for callers whose strings
    /// are arrays of code points, as in Python; a character that the span cuts counts whole. O(`self.end`).
    ///
    /// ```
    /// let text = "في عام 2024";
    /// let span = warraq::Span::new(5, 16);
    /// assert_eq!(span.of(text), "عام 2024");
    /// assert_eq!(span.to_chars(text), 3..11);
    /// ```
    pub fn to_chars(self, text: &str) -> Range<usize> {
        let count = |end: usize| text.get(..end).unwrap_or(text).chars().count();
        let inside = self.to_boundaries(text);
        count(inside.start)..count(inside.end)
    }

    /// The same range counted in UTF-16 code units, for callers in JavaScript, Java or C#.
    /// A character that the span cuts counts whole. O(`self.end`).
    ///
    /// ```
    /// assert_eq!(warraq::Span::new(0, 4).to_utf16("😀 سلام"), 0..2);
    /// ```
    pub fn to_utf16(self, text: &str) -> Range<usize> {
        let count = |end: usize| text.get(..end).unwrap_or(text).chars().map(char::len_utf16).sum::<usize>();
        let inside = self.to_boundaries(text);
        count(inside.start)..count(inside.end)
    }

    /// The smallest span around it that cuts no grapheme, what a reader takes for one character
    /// (extended grapheme clusters of UAX #29): a letter with all its marks, an emoji with its joiners,
    /// CR LF. An empty span stays empty between graphemes. O(graphemes at both ends).
    ///
    /// ```
    /// let text = "كِتَاب";
    /// let letter = warraq::Span::new(4, 6);
    /// assert_eq!(letter.of(text), "ت");
    /// assert_eq!(letter.to_graphemes(text).of(text), "تَ");
    /// ```
    pub fn to_graphemes(self, text: &str) -> Self {
        let inside = self.to_boundaries(text);
        let start = boundary(text, inside.start, |cursor| cursor.prev_boundary(text, 0), 0);
        let end = boundary(text, inside.end, |cursor| cursor.next_boundary(text, 0), text.len());
        Self { start, end }
    }

    /// The smallest span around it that cuts no character of `text`, nor reaches over its end; an
    /// empty one becomes the start of the character it lies in.
    pub(crate) fn to_boundaries(self, text: &str) -> Self {
        let mut start = self.start.min(text.len());
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let mut end = if self.is_empty() { start } else { self.end.min(text.len()) };
        while !text.is_char_boundary(end) {
            end += 1;
        }
        Self { start, end }
    }
}

/// `at` if no grapheme is cut there, else what `step` finds.
fn boundary(
    text: &str,
    at: usize,
    step: impl FnOnce(&mut GraphemeCursor) -> Result<Option<usize>, unicode_segmentation::GraphemeIncomplete>,
    edge: usize,
) -> usize {
    // The whole text is given, so that nothing can be incomplete.
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    if cursor.is_boundary(text, 0).unwrap_or(true) {
        return at;
    }
    step(&mut cursor).ok().flatten().unwrap_or(edge)
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start..span.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl core::ops::Index<Span> for alloc::string::String {
    type Output = str;

    /// The same as for the `str` that it holds.
    fn index(&self, span: Span) -> &str {
        span.of(self)
    }
}

impl core::ops::Index<Span> for str {
    type Output = str;

    /// `&text[span]`, the same as [`Span::of`]: never panics, empty for a foreign span.
    fn index(&self, span: Span) -> &str {
        span.of(self)
    }
}
