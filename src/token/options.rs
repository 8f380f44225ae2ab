//! Options of the tokenizer.

use super::Tokens;

/// Whether white space is yielded as tokens of its own.
///
/// ```
/// use warraq::{Tokenizer, Whitespace};
/// let text = "حبر  وورق";
/// assert_eq!(Tokenizer::new().tokens(text).count(), 2);
/// assert_eq!(Tokenizer::new().whitespace(Whitespace::Keep).tokens(text).count(), 3);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Whitespace {
    /// White space lies between the tokens.
    #[default]
    Skip,
    /// White space is a token too: the tokens put end to end are the text.
    Keep,
}

/// Where tokens end.
///
/// ```
/// use warraq::{Boundaries, Tokenizer};
/// let tokens = |boundaries| {
///     let tokenizer = Tokenizer::new().boundaries(boundaries);
///     tokenizer.tokens("في 20م، #وسم").map(|t| t.text()).collect::<Vec<_>>()
/// };
/// assert_eq!(tokens(Boundaries::Arabic), ["في", "20", "م", "،", "#وسم"]);
/// assert_eq!(tokens(Boundaries::Uax29), ["في", "20م", "،", "#", "وسم"]);
/// assert_eq!(tokens(Boundaries::Whitespace), ["في", "20م،", "#وسم"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Boundaries {
    /// UAX #29 with the differences that [`Tokenizer`] lists.
    #[default]
    Arabic,
    /// UAX #29 to the letter, as unicode-segmentation has it. The kinds are told from the first letter or
    /// digit of a segment, or its first character. [`Letters`] and [`Addresses`] are ignored.
    Uax29,
    /// White space alone: what stands between is one token, its kind told the same way.
    Whitespace,
}

/// Whether a token is split between Arabic letters and digits.
///
/// ```
/// use warraq::{ArabicText as _, Letters, Tokenizer};
/// let joined = Tokenizer::new().letters(Letters::JoinDigits);
/// let tokens: Vec<_> = joined.tokens("بـ50% سنة ٢٠٢٤م").map(|t| t.text()).collect();
/// assert_eq!(tokens, ["بـ50", "%", "سنة", "٢٠٢٤م"]);
/// assert_eq!("بـ50%".arabic_tokens().count(), 3);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Letters {
    /// `و21` is two tokens, a word and a number.
    #[default]
    Alone,
    /// It is one, a word, as `G20` is with every setting.
    JoinDigits,
}

/// Whether URLs, e-mail addresses, mentions and hashtags are one token.
///
/// ```
/// use warraq::{Addresses, Tokenizer};
/// let split = Tokenizer::new().addresses(Addresses::Split);
/// let tokens: Vec<_> = split.tokens("#وسم a@b.co").map(|t| t.text()).collect();
/// assert_eq!(tokens, ["#", "وسم", "a", "@", "b.co"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Addresses {
    /// Each is one token, with its kind.
    #[default]
    Whole,
    /// They are words, numbers and signs like all others.
    Split,
}

/// Options of the tokenizer.
///
/// UAX #29 is the ground. Where Arabic needs another boundary, the rule is one of these:
///
/// | rule | example | UAX #29 |
/// |---|---|---|
/// | a border between Arabic letters and digits splits ([`Letters`]) | `و21` → `و`·`21` | one word |
/// | a border between scripts splits | `الـiPhone` → `الـ`·`iPhone` | one word |
/// | a dot joins Arabic letters only one by one, behind a proclitic too | `ق.م`, `وم.ت.ف` one, `انتهى.وبدأ` three tokens | one word |
/// | digits are joined by `.` `,` `٫` `٬` only | `1،5` and `1;5` three tokens | one word |
/// | invisible controls at a word's edge stand alone | `20`·U+200F·`/` | part of the word |
/// | marks after white space stand alone | | part of the white space |
/// | addresses, handles and names of files are one token ([`Addresses`]) | `#وسم_عربي`, `report_v2.pdf` | several |
/// | and end before what is glued to them | `www.x.comالمصدر`, `Email:a@b.co` | |
/// | an emoji sequence is one token, a run of one punctuation mark too | `؟!` | one each |
///
/// ```
/// use warraq::{Tokenizer, Whitespace};
///
/// let tokenizer = Tokenizer::new().whitespace(Whitespace::Keep);
/// let text = "قَالُوا: نعم!";
/// assert_eq!(tokenizer.tokens(text).map(|t| t.text()).collect::<String>(), text);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
#[must_use]
pub struct Tokenizer {
    pub(super) whitespace: Whitespace,
    pub(super) boundaries: Boundaries,
    pub(super) letters: Letters,
    pub(super) addresses: Addresses,
}

impl Tokenizer {
    /// The defaults: no tokens for white space.
    ///
    /// ```
    /// assert_eq!(warraq::Tokenizer::new().tokens("").count(), 0);
    /// ```
    #[inline]
    pub const fn new() -> Self {
        Self {
            whitespace: Whitespace::Skip,
            boundaries: Boundaries::Arabic,
            letters: Letters::Alone,
            addresses: Addresses::Whole,
        }
    }

    /// Where tokens end.
    ///
    /// ```
    /// use warraq::{Boundaries, Tokenizer};
    /// let tokenizer = Tokenizer::new().boundaries(Boundaries::Uax29);
    /// assert_eq!(tokenizer.tokens("الـiPhone").count(), 1);
    /// ```
    #[inline]
    pub const fn boundaries(mut self, boundaries: Boundaries) -> Self {
        self.boundaries = boundaries;
        self
    }

    /// Whether Arabic letters and the digits beside them are one token.
    ///
    /// ```
    /// use warraq::{Letters, Tokenizer};
    /// assert_eq!(Tokenizer::new().letters(Letters::JoinDigits).tokens("و21").count(), 1);
    /// ```
    #[inline]
    pub const fn letters(mut self, letters: Letters) -> Self {
        self.letters = letters;
        self
    }

    /// Whether addresses and handles are one token.
    ///
    /// ```
    /// use warraq::{Addresses, Tokenizer};
    /// assert_eq!(Tokenizer::new().addresses(Addresses::Split).tokens("@user").count(), 2);
    /// ```
    #[inline]
    pub const fn addresses(mut self, addresses: Addresses) -> Self {
        self.addresses = addresses;
        self
    }

    /// Whether every boundary is that of [`Tokenizer::new`].
    pub(super) const fn is_plain(self) -> bool {
        matches!(
            (self.boundaries, self.letters, self.addresses),
            (Boundaries::Arabic, Letters::Alone, Addresses::Whole)
        )
    }

    /// Whether white space is yielded.
    ///
    /// ```
    /// use warraq::{Tokenizer, Whitespace};
    /// assert_eq!(Tokenizer::new().whitespace(Whitespace::Keep).tokens(" ").count(), 1);
    /// ```
    #[inline]
    pub const fn whitespace(mut self, whitespace: Whitespace) -> Self {
        self.whitespace = whitespace;
        self
    }

    /// The tokens of `text`, lazily. O(n) in all, no allocation on the way of ordinary words
    /// (the patterns of hosts and e-mail addresses are compiled once, at the first candidate). Never panics.
    ///
    /// ```
    /// let tokens: Vec<_> = warraq::Tokenizer::new().tokens("عام 2024م").map(|t| t.text()).collect();
    /// assert_eq!(tokens, ["عام", "2024", "م"]);
    /// ```
    #[inline]
    pub const fn tokens(self, text: &str) -> Tokens<'_> {
        Tokens::new(text, self)
    }
}
