//! What a token is: data only.

use crate::class::{CharClass, NumeralSystems};
use crate::span::Span;

/// The script of a word, as far as this crate tells scripts apart.
///
/// ```
/// use warraq::{ArabicText as _, Script, TokenKind};
/// let token = "Bağdat".arabic_tokens().next();
/// assert_eq!(token.map(|t| t.kind()), Some(TokenKind::Word(Script::Latin)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Script {
    /// The Arabic script, in whatever language.
    Arabic,
    /// The Latin script.
    Latin,
    /// Any other script.
    Other,
}

impl Script {
    /// `arabic`, `latin`, `other`.
    ///
    /// ```
    /// assert_eq!(warraq::Script::Arabic.as_str(), "arabic");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Arabic => "arabic",
            Self::Latin => "latin",
            Self::Other => "other",
        }
    }
}

/// What a token is.
///
/// ```
/// use warraq::{ArabicText as _, TokenKind};
/// let kinds: Vec<_> = "#وسم 12٪".arabic_tokens().map(|t| t.kind().as_str()).collect();
/// assert_eq!(kinds, ["hashtag", "number", "punctuation"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(tag = "kind", content = "script", rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters of one script with their marks; Latin letters and digits together too (`MP3`).
    Word(Script),
    /// Digits with inner separators (`1,234.5`, `١٬٢٣٤٫٥`).
    Number,
    /// One punctuation mark, or a run of the same one, or of question and exclamation marks.
    Punctuation,
    /// A currency, mathematical or other sign; ﷺ, ۝.
    Symbol,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// `@name`.
    Mention,
    /// `#word_word`.
    Hashtag,
    /// One emoji sequence.
    Emoji,
    /// A run of white space, line ends included; yielded only when asked for.
    Whitespace,
    /// What is left: controls, unassigned characters, marks that stand on nothing.
    Other,
}

impl TokenKind {
    /// The name of the kind in lower case, without the script.
    ///
    /// ```
    /// assert_eq!(warraq::TokenKind::Email.as_str(), "email");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Word(_) => "word",
            Self::Number => "number",
            Self::Punctuation => "punctuation",
            Self::Symbol => "symbol",
            Self::Url => "url",
            Self::Email => "email",
            Self::Mention => "mention",
            Self::Hashtag => "hashtag",
            Self::Emoji => "emoji",
            Self::Whitespace => "whitespace",
            Self::Other => "other",
        }
    }
}

/// A span of the text and its kind. `Copy`; borrows from the text.
///
/// ```
/// use warraq::ArabicText as _;
/// let token = "مكتبة".arabic_tokens().next().unwrap();
/// assert_eq!((token.text(), token.span().len()), ("مكتبة", 10));
/// ```
#[derive(Clone, Copy)]
pub struct Token<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
    pub(super) kind: TokenKind,
    /// Whether it is known to be letters of U+0600–U+06FF alone, so that nobody has to look again.
    pub(super) letters: bool,
}

impl PartialEq for Token<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.text, self.start, self.kind) == (other.text, other.start, other.kind)
    }
}

impl Eq for Token<'_> {}

impl core::hash::Hash for Token<'_> {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        (self.text, self.start, self.kind).hash(state);
    }
}

impl core::fmt::Debug for Token<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let Self { text, start, kind, .. } = self;
        f.debug_struct("Token").field("text", text).field("start", start).field("kind", kind).finish()
    }
}

impl<'t> Token<'t> {
    /// The text of the token, as it stands in the original.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// assert_eq!("قَالَ".arabic_tokens().next().unwrap().text(), "قَالَ");
    /// ```
    #[inline]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Where it stands in the original, in bytes.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Span};
    /// assert_eq!("في 5".arabic_tokens().last().unwrap().span(), Span::new(5, 6));
    /// ```
    #[inline]
    pub const fn span(&self) -> Span {
        Span { start: self.start, end: self.start + self.text.len() }
    }

    /// What it is.
    ///
    /// ```
    /// use warraq::{ArabicText as _, TokenKind};
    /// assert_eq!("٪".arabic_tokens().next().unwrap().kind(), TokenKind::Punctuation);
    /// ```
    #[inline]
    pub const fn kind(&self) -> TokenKind {
        self.kind
    }

    /// The numeral systems of the digits in it, in whatever kind of token. O(length).
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// let token = "١2".arabic_tokens().next().unwrap();
    /// assert_eq!(format!("{:?}", token.systems()), "{Latn, Arab}");
    /// ```
    pub fn systems(&self) -> NumeralSystems {
        NumeralSystems::of(self.text)
    }

    /// Whether it is known, without another look, to be letters of U+0600–U+06FF alone.
    #[inline]
    pub(crate) const fn is_letters(&self) -> bool {
        self.letters
    }

    /// Whether it is white space with a line end in it.
    pub(crate) fn has_line_end(&self) -> bool {
        self.kind == TokenKind::Whitespace
            && self.text.chars().any(|c| crate::class::class_of(c) == CharClass::LineEnd)
    }
}
