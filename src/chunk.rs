//! Chunks of a text for retrieval and language models: sentences put together up to a length, and
//! sentences that are longer cut at the next best place. Knows sentences, tokens and the conjunction و.

use core::iter::FusedIterator;

use crate::class::{CharClass, class_at, class_of};
use crate::clitic::{CliticSegmenter, Role};
use crate::sentence::{Abbreviations, SentenceSplitter, Sentences};
use crate::span::Span;
use crate::token::{Script, Token, TokenKind, Tokenizer, Tokens, Whitespace};

/// Whether short sentences are put together.
///
/// ```
/// use warraq::{Chunker, Packing};
/// let text = "نعم. لا. ربما.";
/// assert_eq!(Chunker::max_chars(20).chunks(text).count(), 1);
/// assert_eq!(Chunker::max_chars(20).packing(Packing::Alone).chunks(text).count(), 3);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Packing {
    /// As many sentences as the length allows are one chunk, but no two paragraphs (a blank line between
    /// them).
    #[default]
    Together,
    /// Each sentence is a chunk, or several if it is too long.
    Alone,
}

/// Options of the chunks.
///
/// A sentence that exceeds the limit is cut in the second half of the allowed length, at the best break found there:
/// after `؛`; else after `،` or `:`; else before a word with the conjunction و; else at white space; else between two
/// tokens. Of several equal breaks the last is taken. A token is never cut: one that exceeds the limit is a longer chunk.
///
/// ```
/// use warraq::Chunker;
///
/// let text = "حضر الوزير؛ وألقى كلمة طويلة، ثم غادر القاعة قبل نهاية الحفل. صفق الجمهور.";
/// let chunks: Vec<_> = Chunker::max_chars(30).chunks(text).map(|chunk| chunk.text()).collect();
/// assert_eq!(chunks, ["حضر الوزير؛ وألقى كلمة طويلة،", "ثم غادر القاعة قبل نهاية", "الحفل. صفق الجمهور."]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub struct Chunker {
    pub(crate) limit: Limit,
    pub(crate) packing: Packing,
    pub(crate) splitter: SentenceSplitter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Limit {
    Bytes(usize),
    Chars(usize),
}

impl Limit {
    fn most(self) -> usize {
        match self {
            Self::Bytes(most) | Self::Chars(most) => most,
        }
    }

    /// The length of a text, and of one that is longer than allowed, any such length.
    fn length(self, text: &str) -> usize {
        match self {
            Self::Bytes(_) => text.len(),
            Self::Chars(most) => text.chars().take(most.saturating_add(1)).count(),
        }
    }
}

impl Chunker {
    /// Chunks of at most so many bytes.
    ///
    /// ```
    /// let text = "وصل الوفد. بدأ الاجتماع.";
    /// assert_eq!(warraq::Chunker::max_bytes(30).chunks(text).count(), 2);
    /// ```
    #[inline]
    pub const fn max_bytes(most: usize) -> Self {
        Self::new(Limit::Bytes(most))
    }

    /// Chunks of at most so many characters (`char`s, marks counted).
    ///
    /// ```
    /// let text = "وصل الوفد. بدأ الاجتماع.";
    /// assert_eq!(warraq::Chunker::max_chars(30).chunks(text).count(), 1);
    /// ```
    #[inline]
    pub const fn max_chars(most: usize) -> Self {
        Self::new(Limit::Chars(most))
    }

    const fn new(limit: Limit) -> Self {
        Self { limit, packing: Packing::Together, splitter: SentenceSplitter::new() }
    }

    /// Whether short sentences are put together.
    ///
    /// ```
    /// use warraq::{Chunker, Packing};
    /// assert_eq!(Chunker::max_bytes(99).packing(Packing::Alone).chunks("نعم. لا.").count(), 2);
    /// ```
    #[inline]
    pub const fn packing(mut self, packing: Packing) -> Self {
        self.packing = packing;
        self
    }

    /// The sentence splitter to use.
    ///
    /// ```
    /// use warraq::{Chunker, LineBreaks, Packing, SentenceSplitter};
    /// let wrapped = SentenceSplitter::new().line_breaks(LineBreaks::Wrapped);
    /// let chunker = Chunker::max_chars(99).packing(Packing::Alone).splitter(wrapped);
    /// assert_eq!(chunker.chunks("وصل الوفد\nإلى بغداد.").count(), 1);
    /// ```
    #[inline]
    pub const fn splitter(mut self, splitter: SentenceSplitter) -> Self {
        self.splitter = splitter;
        self
    }

    /// The chunks of `text`, lazily and in order. Between two of them, before the first and behind the last lies
    /// white space only. O(n) in all, no allocation per chunk. Never panics.
    ///
    /// ```
    /// let mut chunks = warraq::Chunker::max_bytes(2000).chunks("  نعم. لا.  ");
    /// assert_eq!(chunks.next().map(|chunk| chunk.text()), Some("نعم. لا."));
    /// assert!(chunks.next().is_none());
    /// ```
    #[inline]
    pub const fn chunks(self, text: &str) -> Chunks<'_> {
        let sentences = self.splitter.sentences(text);
        Chunks { text, chunker: self, sentences, next: None, rest: None }
    }

    /// The same with abbreviations of your own.
    ///
    /// ```
    /// use warraq::{Abbreviation, Abbreviations, Chunker, Packing};
    /// let own = Abbreviations::new().add("عب", Abbreviation::Title);
    /// let chunker = Chunker::max_chars(99).packing(Packing::Alone);
    /// assert_eq!(chunker.chunks_with("كتبه عب. سامي.", &own).count(), 1);
    /// ```
    #[inline]
    pub const fn chunks_with<'t>(self, text: &'t str, abbreviations: &'t Abbreviations) -> Chunks<'t> {
        let sentences = self.splitter.sentences_with(text, abbreviations);
        Chunks { text, chunker: self, sentences, next: None, rest: None }
    }
}

/// A chunk: a span of the original without white space at its ends. `Copy`.
///
/// ```
/// let chunk = warraq::Chunker::max_bytes(100).chunks(" نعم. ").next().unwrap();
/// assert_eq!((chunk.text(), chunk.span().start), ("نعم.", 1));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chunk<'t> {
    text: &'t str,
    start: usize,
}

impl<'t> Chunk<'t> {
    /// The chunk as it stands in the original.
    ///
    /// ```
    /// assert_eq!(warraq::Chunker::max_bytes(9).chunks("نعم").next().unwrap().text(), "نعم");
    /// ```
    #[inline]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Where it stands in the original, in bytes.
    ///
    /// ```
    /// use warraq::{Chunker, Span};
    /// assert_eq!(Chunker::max_bytes(9).chunks(" نعم").next().unwrap().span(), Span::new(1, 7));
    /// ```
    #[inline]
    pub const fn span(&self) -> Span {
        Span { start: self.start, end: self.start + self.text.len() }
    }
}

/// The chunks of a text, from [`Chunker::chunks`].
///
/// ```
/// let chunks = warraq::Chunker::max_chars(12).chunks("وصل الوفد. بدأ الاجتماع.");
/// assert_eq!(chunks.map(|chunk| chunk.text()).collect::<Vec<_>>(), ["وصل الوفد.", "بدأ", "الاجتماع."]);
/// ```
#[derive(Clone, Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Chunks<'t> {
    text: &'t str,
    chunker: Chunker,
    sentences: Sentences<'t>,
    /// A sentence that did not fit any more.
    next: Option<Span>,
    /// What is left of a sentence that is cut.
    rest: Option<Rest<'t>>,
}

/// A sentence, or what is left of one, that is too long.
#[derive(Clone, Debug)]
struct Rest<'t> {
    span: Span,
    /// Its tokens, of which the first starts it. They go on through all parts: what the tokenizer finds out
    /// about a stretch without blanks is not found out again for each part.
    tokens: Tokens<'t>,
}

/// How good a place is to end at, best last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Token,
    Space,
    Conjunction,
    Comma,
    Semicolon,
}

impl<'t> Chunks<'t> {
    fn chunk(&self, span: Span) -> Chunk<'t> {
        Chunk { text: span.of(self.text), start: span.start }
    }

    /// The next sentence without white space at its ends, which UAX #29 leaves it.
    fn sentence(&mut self) -> Option<Span> {
        if let Some(next) = self.next.take() {
            return Some(next);
        }
        loop {
            let sentence = self.sentences.next()?;
            let white = |c| class_of(c).is_whitespace();
            let text = sentence.text().trim_end_matches(white);
            let skipped = text.len() - text.trim_start_matches(white).len();
            let start = sentence.span().start;
            if skipped < text.len() {
                return Some(Span::new(start + skipped, start + text.len()));
            }
        }
    }

    fn length(&self, span: Span) -> usize {
        self.chunker.limit.length(span.of(self.text))
    }

    /// The first part of what is too long; the rest is kept.
    fn cut(&mut self, whole: Rest<'t>) -> Chunk<'t> {
        let Rest { span, mut tokens } = whole;
        let text = self.text;
        let most = self.chunker.limit.most();
        // With the token that was looked at, and without the white space at its end.
        let (mut length, mut black) = (0, 0);
        // How good the best place is, where the part ends there, and the rest.
        let mut best: Option<((bool, Place), usize, Rest<'t>)> = None;
        let mut last: Option<Token<'_>> = None;
        loop {
            let here = tokens.clone();
            let Some(token) = tokens.next() else { break };
            let start = token.span().start;
            if let Some(before) = last {
                let space = before.kind() == TokenKind::Whitespace;
                let end = if space { before.span().start } else { start };
                let place = place(text, before, token);
                let rank = (place != Place::Token && black * 2 >= most, place);
                let better = best.as_ref().is_none_or(|&(best, ..)| rank >= best);
                // An end of no text is none; a first token that is too long is one chunk.
                let fits = black <= most || best.is_none();
                if better && fits && end > span.start && token.kind() != TokenKind::Whitespace {
                    let span = Span::new(start, span.end);
                    best = Some((rank, end, Rest { span, tokens: here }));
                }
            }
            if black > most && best.is_some() {
                break;
            }
            length += self.chunker.limit.length(token.text());
            if token.kind() != TokenKind::Whitespace {
                black = length;
            }
            last = Some(token);
        }
        match best.filter(|_| black > most) {
            Some((_, end, rest)) => {
                self.rest = Some(rest);
                self.chunk(Span::new(span.start, end))
            }
            None => self.chunk(span),
        }
    }
}

/// What kind of place lies before `token`, behind `before`.
fn place(text: &str, before: Token<'_>, token: Token<'_>) -> Place {
    let space = before.kind() == TokenKind::Whitespace;
    let sign = if space {
        text.get(..before.span().start).and_then(|text| text.char_indices().next_back()).map(|(at, _)| at)
    } else {
        Some(before.span().start)
    };
    match sign.and_then(|at| class_at(text, at)).map(|(class, _)| class) {
        Some(CharClass::Semicolon) => Place::Semicolon,
        Some(CharClass::Comma | CharClass::Colon) if space => Place::Comma,
        _ if !space => Place::Token,
        _ if token.kind() == TokenKind::Word(Script::Arabic) && token.text().starts_with('و') => {
            let word = CliticSegmenter::new().token(&token);
            let first = word.segments().next();
            let joined = first.is_some_and(|first| first.role() == Role::Conjunction);
            if joined { Place::Conjunction } else { Place::Space }
        }
        _ => Place::Space,
    }
}

/// Whether a blank line lies between: two line ends, CR LF as one.
fn is_paragraph(gap: &str) -> bool {
    let ends = gap.chars().filter(|&c| class_of(c) == CharClass::LineEnd).count();
    gap.contains('\u{2029}') || ends - gap.matches("\r\n").count() > 1
}

impl<'t> Iterator for Chunks<'t> {
    type Item = Chunk<'t>;

    fn next(&mut self) -> Option<Chunk<'t>> {
        let most = self.chunker.limit.most();
        let rest = self.rest.take();
        let mut span = match &rest {
            Some(rest) => rest.span,
            None => self.sentence()?,
        };
        let mut length = self.length(span);
        if length > most {
            let rest = rest.unwrap_or_else(|| {
                let mut tokens = Tokenizer::new()
                    .whitespace(Whitespace::Keep)
                    .tokens(self.text.get(..span.end).unwrap_or(""));
                tokens.skip_to(span.start);
                Rest { span, tokens }
            });
            return Some(self.cut(rest));
        }
        if self.chunker.packing == Packing::Together {
            while let Some(sentence) = self.sentence() {
                let more = Span::new(span.end, sentence.end);
                let gap = Span::new(span.end, sentence.start).of(self.text);
                length += self.length(more);
                if length > most || is_paragraph(gap) {
                    self.next = Some(sentence);
                    break;
                }
                span.end = more.end;
            }
        }
        Some(self.chunk(span))
    }
}

impl FusedIterator for Chunks<'_> {}
