//! Clitics: what is written as one word with another. Knows words and letters; neither numbers nor
//! sentences.

mod cuts;
mod letters;
mod lexicon;
mod pronoun;
mod rules;
mod shapes;
mod verbs;

use core::iter::FusedIterator;

use crate::certainty::{Certainty, Mode};
use crate::span::Span;
use crate::token::{Script, Token, TokenKind, Tokenizer, Tokens};

use cuts::Cuts;
use letters::Letters;

/// What stays one piece in a segmented text.
///
/// ```
/// use warraq::{CliticScheme, CliticSegmenter};
/// let pieces = |scheme| {
///     let segments = CliticSegmenter::new().segments("وبالمدرسة", scheme);
///     segments.map(|s| s.text()).collect::<Vec<_>>()
/// };
/// assert_eq!(pieces(CliticScheme::Full), ["و", "ب", "ال", "مدرسة"]);
/// assert_eq!(pieces(CliticScheme::Atb), ["و", "ب", "المدرسة"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum CliticScheme {
    /// Every clitic is a piece, the article too.
    #[default]
    Full,
    /// The article stays with its stem, as in the Penn Arabic Treebank (Maamouri et al. 2004).
    Atb,
}

/// What a segment of a word is.
///
/// ```
/// use warraq::{CliticSegmenter, Role};
/// let roles: Vec<_> = CliticSegmenter::new().segment("فسيكتبونها").segments().map(|s| s.role()).collect();
/// assert_eq!(roles, [Role::Conjunction, Role::Future, Role::Stem, Role::Pronoun]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Role {
    /// أ of a question.
    Interrogative,
    /// و and ف.
    Conjunction,
    /// س before an imperfect.
    Future,
    /// ب, ل and ك; also the ل that stresses.
    Preposition,
    /// ال, the lone ل of it behind ل (`للطلاب`), or nothing at all (`للجنة`).
    Article,
    /// The word itself. In `له` it is the pronoun.
    Stem,
    /// An attached pronoun.
    Pronoun,
}

impl Role {
    /// The name of the role in lower case.
    ///
    /// ```
    /// assert_eq!(warraq::Role::Article.as_str(), "article");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Interrogative => "interrogative",
            Self::Conjunction => "conjunction",
            Self::Future => "future",
            Self::Preposition => "preposition",
            Self::Article => "article",
            Self::Stem => "stem",
            Self::Pronoun => "pronoun",
        }
    }

    /// Whether it stands before the stem.
    ///
    /// ```
    /// assert!(warraq::Role::Article.is_proclitic() && !warraq::Role::Pronoun.is_proclitic());
    /// ```
    pub const fn is_proclitic(self) -> bool {
        !matches!(self, Self::Stem | Self::Pronoun)
    }
}

/// Options of the segmentation of words into clitics and stem.
///
/// The order is `[أ] [و ف] [س | ب ل ك] [ال] stem [pronoun]`; the interrogative أ is told in closed classes
/// and before a few frequent verbs (`أيعقل`) only, and no pronoun follows the article. Which words only look as if they had a clitic (`وردة`, `كرسي`,
/// `ألمانيا`, `وجه`), and how closed classes come apart (`أفلا`, `إليهم`), stands in word lists in
/// `src/clitic`, looked up under the fold of alef, yeh, teh marbuta and waw with hamza. What the lists do not
/// know is cut if enough of a stem is left.
///
/// A word with a letter of Persian or Urdu (`ی`, `ک`, `گ`) is left whole.
///
/// Limits: context is ignored, so `فقد` always has the same reading. `ي` and `ك` after a noun or a perfect verb are split
/// only where the teh before them is that of a feminine (`سيارتي`), or where the lists know the noun (`بيتي`, `كتابك`);
/// elsewhere (`قطاري`, `كتابي`, which is "written" too) only in [`Mode::Recall`], as `ني` is but in `ـتني` and `ـونني` and
/// behind a verb that the lists know. A foreign name that begins like a proclitic and is in no list is split.
///
/// ```
/// use warraq::CliticSegmenter;
///
/// let segmenter = CliticSegmenter::new();
/// let parts = |word| segmenter.segment(word).segments().map(|s| s.text().to_owned()).collect::<Vec<_>>();
/// assert_eq!(parts("والكتاب"), ["و", "ال", "كتاب"]);
/// assert_eq!(parts("كِتَابُهُمْ"), ["كِتَابُ", "هُمْ"]);
/// assert_eq!(parts("ألمانيا"), ["ألمانيا"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
#[must_use]
pub struct CliticSegmenter {
    mode: Mode,
}

impl CliticSegmenter {
    /// The defaults: [`Mode::Balanced`].
    ///
    /// ```
    /// assert_eq!(warraq::CliticSegmenter::new().segment("كتاب").segments().count(), 1);
    /// ```
    #[inline]
    pub const fn new() -> Self {
        Self { mode: Mode::Balanced }
    }

    /// How much evidence a split needs. A wrong split costs a search engine more than a missed one: strict cuts what
    /// the lists or the form prove (the article behind a proclitic, closed classes, known stems); balanced, the
    /// default, takes the usual reading; recall also what is one of several, as the pronouns `ي` and `ك`.
    ///
    /// ```
    /// use warraq::{CliticSegmenter, Mode};
    /// let segments = |mode, word| CliticSegmenter::new().mode(mode).segment(word).segments().count();
    /// assert_eq!((segments(Mode::Strict, "بزنزور"), segments(Mode::Balanced, "بزنزور")), (1, 2));
    /// assert_eq!((segments(Mode::Balanced, "قطاري"), segments(Mode::Recall, "قطاري")), (1, 2));
    /// assert_eq!(segments(Mode::Strict, "والسلام"), 3);
    /// ```
    #[inline]
    pub const fn mode(mut self, mode: Mode) -> Self {
        self.mode = mode;
        self
    }

    /// One word, in the Arabic script, with marks or without; anything else is all stem. O(length), no
    /// allocation (the lists are read once, at the first word). Never panics.
    ///
    /// ```
    /// use warraq::{CliticSegmenter, Span};
    /// let word = CliticSegmenter::new().segment("للطلاب");
    /// assert_eq!(word.stem().text(), "طلاب");
    /// assert_eq!(word.stem().span(), Span::new(4, 12));
    /// ```
    pub fn segment(self, word: &str) -> Segmentation<'_> {
        self.at(word, 0)
    }

    /// The same of a token, so that the spans are those of its text.
    ///
    /// ```
    /// use warraq::{ArabicText as _, CliticSegmenter, Span};
    /// let token = "في المدرسة".arabic_tokens().last().unwrap();
    /// assert_eq!(CliticSegmenter::new().token(&token).stem().span(), Span::new(9, 19));
    /// ```
    pub fn token<'t>(self, token: &Token<'t>) -> Segmentation<'t> {
        self.at(token.text(), token.span().start)
    }

    fn at(self, text: &str, start: usize) -> Segmentation<'_> {
        let letters = Letters::new(text);
        let mut cuts =
            letters.as_ref().map_or_else(|| Cuts::whole(1), |letters| rules::analyze(letters, self.mode));
        // ﻻعب with its ل as a preposition could not be written so.
        if let Some(letters) = &letters
            && cuts.segments().iter().any(|&(_, letter)| !letters.parts(usize::from(letter)))
        {
            cuts = Cuts::whole(letters.len);
            cuts.certainty = Certainty::Weak;
        }
        let mut ends = [0; 8];
        for (end, &(_, letter)) in ends.iter_mut().zip(cuts.segments()) {
            *end = letters.as_ref().map_or(text.len(), |letters| letters.byte(usize::from(letter)));
        }
        Segmentation { text, start, cuts, ends }
    }

    /// The segmented text: the tokens, each Arabic word in its pieces. O(n) in all, no allocation per token.
    ///
    /// ```
    /// use warraq::{CliticScheme, CliticSegmenter};
    /// let pieces = CliticSegmenter::new().segments("وقال: كتابهم!", CliticScheme::Full);
    /// let pieces: Vec<_> = pieces.map(|s| s.text()).collect();
    /// assert_eq!(pieces, ["و", "قال", ":", "كتاب", "هم", "!"]);
    /// ```
    #[inline]
    pub const fn segments(self, text: &str, scheme: CliticScheme) -> SegmentedTokens<'_> {
        SegmentedTokens { tokens: Tokenizer::new().tokens(text), segmenter: self, scheme, word: None }
    }
}

/// A word in its segments, from [`CliticSegmenter::segment`].
///
/// ```
/// use warraq::{Certainty, CliticSegmenter};
/// let word = CliticSegmenter::new().segment("وبيتهم");
/// assert_eq!(word.proclitics().map(|s| s.text()).collect::<Vec<_>>(), ["و"]);
/// assert_eq!(word.stem().text(), "بيت");
/// assert_eq!(word.enclitics().map(|s| s.text()).collect::<Vec<_>>(), ["هم"]);
/// assert_eq!(word.certainty(), Certainty::Certain);
/// ```
#[derive(Clone, Debug)]
pub struct Segmentation<'t> {
    text: &'t str,
    start: usize,
    cuts: Cuts,
    /// The byte behind each segment.
    ends: [usize; 8],
}

impl<'t> Segmentation<'t> {
    /// The whole word.
    ///
    /// ```
    /// assert_eq!(warraq::CliticSegmenter::new().segment("والكتاب").text(), "والكتاب");
    /// ```
    #[inline]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The segments in order; put end to end they are the word. An article that is not written (`للجنة`) is an
    /// empty one.
    ///
    /// ```
    /// use warraq::{CliticSegmenter, Role};
    /// let word = CliticSegmenter::new().segment("للجنة");
    /// let parts: Vec<_> = word.segments().map(|s| (s.role().as_str(), s.text())).collect();
    /// assert_eq!(parts, [("preposition", "ل"), ("article", ""), ("stem", "لجنة")]);
    /// ```
    pub fn segments(&self) -> impl Iterator<Item = Segment<'t>> + '_ {
        let segments = self.cuts.segments();
        let starts = core::iter::once(0).chain(self.ends);
        segments.iter().zip(starts.zip(self.ends)).map(|(&(role, _), (from, to))| self.piece(role, from, to))
    }

    fn piece(&self, role: Role, from: usize, to: usize) -> Segment<'t> {
        let text = self.text.get(from..to).unwrap_or("");
        Segment { text, start: self.start + from, role, kind: TokenKind::Word(Script::Arabic) }
    }

    /// What stands before the stem.
    ///
    /// ```
    /// let word = warraq::CliticSegmenter::new().segment("فالكتاب");
    /// assert_eq!(word.proclitics().map(|s| s.text()).collect::<Vec<_>>(), ["ف", "ال"]);
    /// ```
    pub fn proclitics(&self) -> impl Iterator<Item = Segment<'t>> + '_ {
        self.segments().filter(|segment| segment.role.is_proclitic())
    }

    /// The word without its clitics.
    ///
    /// ```
    /// assert_eq!(warraq::CliticSegmenter::new().segment("بكتابها").stem().text(), "كتاب");
    /// ```
    pub fn stem(&self) -> Segment<'t> {
        let whole = self.piece(Role::Stem, 0, self.text.len());
        self.segments().find(|segment| segment.role == Role::Stem).unwrap_or(whole)
    }

    /// The pronoun behind the stem; two in `أعطيناكموها`, where the lists know it.
    ///
    /// ```
    /// let word = warraq::CliticSegmenter::new().segment("إليهم");
    /// assert_eq!(word.enclitics().map(|s| s.text()).collect::<Vec<_>>(), ["هم"]);
    /// ```
    pub fn enclitics(&self) -> impl Iterator<Item = Segment<'t>> + '_ {
        self.segments().filter(|segment| segment.role == Role::Pronoun)
    }

    /// The lowest certainty among its splits; [`Certainty::Certain`] if nothing was split, unless the word has two readings.
    ///
    /// ```
    /// use warraq::{Certainty, CliticSegmenter};
    /// assert_eq!(CliticSegmenter::new().segment("وحل").certainty(), Certainty::Weak);
    /// ```
    pub fn certainty(&self) -> Certainty {
        self.cuts.certainty
    }
}

/// A piece of a word, or a token that is no Arabic word.
///
/// ```
/// use warraq::{CliticScheme, CliticSegmenter, Span};
/// let piece = CliticSegmenter::new().segments("بلد والكتاب", CliticScheme::Full).last().unwrap();
/// assert_eq!((piece.text(), piece.span()), ("كتاب", Span::new(13, 21)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Segment<'t> {
    text: &'t str,
    start: usize,
    role: Role,
    kind: TokenKind,
}

impl<'t> Segment<'t> {
    /// The piece as it stands in the original, with its marks.
    ///
    /// ```
    /// assert_eq!(warraq::CliticSegmenter::new().segment("بِبَلَدٍ").stem().text(), "بَلَدٍ");
    /// ```
    #[inline]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Where it stands in the original, in bytes. Empty for an article that is not written.
    ///
    /// ```
    /// use warraq::{CliticSegmenter, Span};
    /// assert_eq!(CliticSegmenter::new().segment("وكتب").stem().span(), Span::new(2, 8));
    /// ```
    #[inline]
    pub const fn span(&self) -> Span {
        Span { start: self.start, end: self.start + self.text.len() }
    }

    /// What it is in its word; a token that is no Arabic word is all stem.
    ///
    /// ```
    /// use warraq::{CliticSegmenter, Role};
    /// assert_eq!(CliticSegmenter::new().segment("كتب").stem().role(), Role::Stem);
    /// ```
    #[inline]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// The kind of the token that it is a piece of.
    ///
    /// ```
    /// use warraq::{CliticScheme, CliticSegmenter, TokenKind};
    /// let last = CliticSegmenter::new().segments("و21", CliticScheme::Full).last().unwrap();
    /// assert_eq!(last.kind(), TokenKind::Number);
    /// ```
    #[inline]
    pub const fn kind(&self) -> TokenKind {
        self.kind
    }
}

/// The pieces of a text, from [`CliticSegmenter::segments`].
///
/// ```
/// use warraq::{CliticScheme, CliticSegmenter};
/// let mut pieces = CliticSegmenter::new().segments("والكتاب هنا", CliticScheme::Atb);
/// assert_eq!(pieces.next().map(|s| s.text()), Some("و"));
/// assert_eq!(pieces.next().map(|s| s.text()), Some("الكتاب"));
/// ```
#[derive(Clone, Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct SegmentedTokens<'t> {
    tokens: Tokens<'t>,
    segmenter: CliticSegmenter,
    scheme: CliticScheme,
    /// The word that is being handed out, and its next segment.
    word: Option<(Segmentation<'t>, usize)>,
}

impl<'t> SegmentedTokens<'t> {
    /// The next piece of the word.
    fn piece(&mut self) -> Option<Segment<'t>> {
        let (word, next) = self.word.as_mut()?;
        loop {
            let segment = word.segments().nth(*next)?;
            *next += 1;
            // An article that is not written, or that goes with its stem.
            if self.scheme == CliticScheme::Atb && segment.role == Role::Article {
                let stem = word.segments().nth(*next)?;
                *next += 1;
                let (from, to) = (segment.start - word.start, stem.span().end - word.start);
                return Some(word.piece(Role::Stem, from, to));
            }
            if !segment.text.is_empty() {
                return Some(segment);
            }
        }
    }
}

impl<'t> Iterator for SegmentedTokens<'t> {
    type Item = Segment<'t>;

    fn next(&mut self) -> Option<Segment<'t>> {
        loop {
            if let Some(piece) = self.piece() {
                return Some(piece);
            }
            self.word = None;
            let token = self.tokens.next()?;
            if token.kind() == TokenKind::Word(Script::Arabic) {
                self.word = Some((self.segmenter.token(&token), 0));
                continue;
            }
            let (text, start) = (token.text(), token.span().start);
            return Some(Segment { text, start, role: Role::Stem, kind: token.kind() });
        }
    }
}

impl FusedIterator for SegmentedTokens<'_> {}
