//! Typed, zero-copy tokens over the runs of a text. Knows characters and shapes, no language:
//! neither numbers' values nor sentences.

mod emoji;
mod kind;
mod shape;

pub use kind::{Script, Token, TokenKind};

use core::iter::FusedIterator;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::class::{CharClass, class_at};
use crate::run::{Run, RunKind, Runs, is_letter};
use crate::span::Span;

/// Whether white space is yielded as tokens of its own.
///
/// ```
/// use warraq::{Tokenizer, Whitespace};
/// let text = "حبر  وورق";
/// assert_eq!(Tokenizer::new().tokens(text).count(), 2);
/// assert_eq!(Tokenizer::new().whitespace(Whitespace::Keep).tokens(text).count(), 3);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
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
#[non_exhaustive]
pub enum Boundaries {
    /// UAX #29 with the differences that [`Tokenizer`] lists.
    #[default]
    Arabic,
    /// UAX #29 to the letter, as unicode-segmentation has it. The kinds are told from the first letter or
    /// digit of a segment, or its first character. [`Letters`] and [`Addresses`] have no say.
    Uax29,
    /// White space alone: what stands between is one token, its kind told the same way.
    Whitespace,
}

/// Whether a border between Arabic letters and digits is one between tokens.
///
/// ```
/// use warraq::{ArabicText as _, Letters, Tokenizer};
/// let joined = Tokenizer::new().letters(Letters::JoinDigits);
/// let tokens: Vec<_> = joined.tokens("بـ50% سنة ٢٠٢٤م").map(|t| t.text()).collect();
/// assert_eq!(tokens, ["بـ50", "%", "سنة", "٢٠٢٤م"]);
/// assert_eq!("بـ50%".arabic_tokens().count(), 3);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
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
/// | a dot joins Arabic letters only one by one | `ق.م` one, `انتهى.وبدأ` three tokens | one word |
/// | digits are joined by `.` `,` `٫` `٬` only | `1،5` and `1;5` three tokens | one word |
/// | invisible controls at a word's edge stand alone | `20`·U+200F·`/` | part of the word |
/// | marks after white space stand alone | | part of the white space |
/// | addresses and handles are one token ([`Addresses`]) | `#وسم_عربي` | several |
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
pub struct Tokenizer {
    whitespace: Whitespace,
    boundaries: Boundaries,
    letters: Letters,
    addresses: Addresses,
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
    const fn is_plain(self) -> bool {
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
    /// (the pattern of URLs is compiled once, at the first candidate). Never panics.
    ///
    /// ```
    /// let tokens: Vec<_> = warraq::Tokenizer::new().tokens("عام 2024م").map(|t| t.text()).collect();
    /// assert_eq!(tokens, ["عام", "2024", "م"]);
    /// ```
    #[inline]
    pub const fn tokens(self, text: &str) -> Tokens<'_> {
        Tokens { text, runs: Runs::new(text), options: self, plain: self.is_plain(), foreign: 0, word: 0 }
    }
}

/// The tokens of a text, from [`Tokenizer::tokens`].
///
/// ```
/// use warraq::ArabicText as _;
/// let mut tokens = "أهلا بكم".arabic_tokens();
/// tokens.next();
/// assert_eq!(tokens.rest(), " بكم");
/// ```
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    runs: Runs<'t>,
    options: Tokenizer,
    /// Whether every boundary is that of the default options.
    plain: bool,
    /// Up to here the text is known to be one stretch for UAX #29, and up to there one word, so that the search
    /// for the end of each is paid for once.
    foreign: usize,
    word: usize,
}

impl<'t> Tokens<'t> {
    /// What has not been read yet.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// assert_eq!("كتاب".arabic_tokens().rest(), "كتاب");
    /// ```
    #[inline]
    pub fn rest(&self) -> &'t str {
        self.runs.rest()
    }

    /// The byte at which the next token starts.
    #[inline]
    pub(crate) fn position(&self) -> usize {
        self.runs.position()
    }

    /// Goes on at byte `at`, which must be where a token starts. The byte behind ASCII white space
    /// always is, if it is not white space itself: no token reaches over white space.
    #[inline]
    pub(crate) fn skip_to(&mut self, at: usize) {
        self.runs.jump(at);
        (self.foreign, self.word) = (0, 0);
    }

    #[inline]
    fn token(&mut self, start: usize, end: usize, kind: TokenKind) -> Token<'t> {
        if end != self.runs.position() {
            self.runs.jump(end);
        }
        Token { text: self.text.get(start..end).unwrap_or(""), start, kind, letters: false }
    }

    fn class(&self, at: usize) -> Option<(CharClass, usize)> {
        class_at(self.text, at)
    }

    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The end of the Arabic word that starts here, if the byte behind it tells that no rule about its
    /// neighbours can apply.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "the two calls stand on the way of every word")]
    fn plain_word(&mut self, start: usize) -> Option<Token<'t>> {
        let (end, letters) = self.runs.plain_arabic()?;
        let plain = match self.byte(end) {
            b'\'' | b'_' => false,
            // Single letters may be an abbreviation.
            b'.' => end > start + 2 && is_letter(self.byte(start + 2), self.byte(start + 3)),
            _ => true,
        };
        plain.then(|| Token { letters, ..self.token(start, end, TokenKind::Word(Script::Arabic)) })
    }

    /// The same for a word, number or sign of another kind.
    #[inline]
    fn plain(&mut self, start: usize) -> Option<(usize, TokenKind)> {
        let (first, second) = self.runs.two_bytes();
        match first {
            b' ' | b'\n' => {
                let ends = match second {
                    b'!'..=b'~' | 0xD8..=0xDB | 0xF0 => true,
                    0xC2 => matches!(self.byte(start + 2), 0xAB | 0xBB),
                    _ => false,
                };
                ends.then_some((start + 1, TokenKind::Whitespace))
            }
            b'a'..=b'z' | b'A'..=b'Z' => {
                let end = self.runs.alphanumeric();
                let digit = self.byte(end - 1).is_ascii_digit();
                let plain = match self.byte(end) {
                    b' ' | b'\n' | b')' | b']' | b'"' | b'!' | b'?' | b'/' => true,
                    b',' | b';' => !digit,
                    b'.' | b':' => self.ends_at(end + 1),
                    _ => end == self.text.len() || !digit && self.arabic_sign(end),
                };
                plain.then_some((end, TokenKind::Word(Script::Latin)))
            }
            b'0'..=b'9' => {
                let digits = |at: usize| {
                    let rest = self.text.as_bytes().get(at..).unwrap_or(&[]);
                    at + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
                };
                let mut end = digits(start);
                while matches!(self.byte(end), b'.' | b',') && self.byte(end + 1).is_ascii_digit() {
                    end = digits(end + 1);
                }
                self.plain_number(end)
            }
            b'.' | b',' | b':' | b';' | b'(' | b')' | b'[' | b']' | b'"' | b'\'' | b'/' | b'-' => {
                self.lone_sign(start, 1)
            }
            b'!' | b'?' if !matches!(second, b'!' | b'?') => self.lone_sign(start, 1),
            // ، ؛ ؟ « »
            0xD8 if matches!(second, 0x8C | 0x9B) => self.lone_sign(start, 2),
            0xD8 if second == 0x9F && !matches!(self.byte(start + 2), b'!' | b'?') => {
                self.lone_sign(start, 2)
            }
            0xC2 if matches!(second, 0xAB | 0xBB) => self.lone_sign(start, 2),
            // ٠ to ٩
            0xD9 if matches!(second, 0xA0..=0xA9) => {
                let digits = self.text.as_bytes().get(start..).unwrap_or(&[]).as_chunks::<2>().0;
                let count = digits.iter().take_while(|pair| matches!(pair, [0xD9, 0xA0..=0xA9])).count();
                let end = start + 2 * count;
                self.plain_number(end)
            }
            0xF0 if second == 0x9F => {
                let (class, len) = self.class(start)?;
                let span = Span::new(start, start + len);
                let alone = class == CharClass::Emoji && emoji::stands_alone(self.text, span);
                alone.then_some((span.end, TokenKind::Emoji))
            }
            _ => None,
        }
    }

    /// A number of digits of one system that ends at `end`, if what stands there neither goes on with it nor makes
    /// an address of it.
    #[inline]
    fn plain_number(&self, end: usize) -> Option<(usize, TokenKind)> {
        let plain = match self.byte(end) {
            b' ' | b'\n' | b')' | b']' | b'"' | b'!' | b'?' | b'/' | b':' | b'%' => true,
            b'.' | b',' => self.ends_at(end + 1),
            lead => end == self.text.len() || is_letter(lead, self.byte(end + 1)) || self.arabic_sign(end),
        };
        plain.then_some((end, TokenKind::Number))
    }

    /// Whether one of ، ؛ ؟ » stands at `at`.
    #[inline]
    fn arabic_sign(&self, at: usize) -> bool {
        matches!((self.byte(at), self.byte(at + 1)), (0xD8, 0x8C | 0x9B | 0x9F) | (0xC2, 0xBB))
    }

    /// A punctuation mark of `len` bytes, if an Arabic letter or another sign stands behind it: no mark on it, no
    /// second of its kind.
    #[inline]
    fn lone_sign(&self, start: usize, len: usize) -> Option<(usize, TokenKind)> {
        let end = start + len;
        let behind = self.byte(end);
        let next = self.byte(end + 1);
        let alone = match behind {
            b' '..=b'~' | b'\n' => behind != self.byte(start),
            0xD8 if matches!(next, 0x8C | 0x9B) => behind != self.byte(start),
            0xC2 => matches!(next, 0xAB | 0xBB) && behind != self.byte(start),
            _ => is_letter(behind, next),
        };
        alone.then_some((end, TokenKind::Punctuation))
    }

    /// Whether a space or line end stands at `at`, or the text ends.
    #[inline]
    fn ends_at(&self, at: usize) -> bool {
        matches!(self.byte(at), b' ' | b'\n') || at >= self.text.len()
    }

    /// The end of an Arabic word whose first run is `run`.
    fn arabic_word(&self, run: Span) -> usize {
        let mut end = run.end;
        // Abbreviations of single letters: ق.م، أ.د، ق.هـ.
        if self.byte(end) == b'.' && is_single_letter(run.of(self.text)) {
            while self.byte(end) == b'.' {
                let mut ahead = Runs::new(self.text);
                ahead.jump(end + 1);
                match ahead.next() {
                    Some(Run { span, kind: RunKind::Arabic }) if is_single_letter(span.of(self.text)) => {
                        end = span.end;
                    }
                    _ => break,
                }
            }
            return end;
        }
        loop {
            let Some((CharClass::Apostrophe | CharClass::Connector, len)) = self.class(end) else {
                return end;
            };
            let mut ahead = Runs::new(self.text);
            ahead.jump(end + len);
            match ahead.next() {
                Some(Run { span, kind: RunKind::Arabic }) => end = span.end,
                _ => return end,
            }
        }
    }

    /// The end of a number whose first digits end at `end`: one separator between two digits.
    fn number(&self, mut end: usize) -> usize {
        loop {
            let Some((class, len)) = self.class(end) else { return end };
            let separates = match class {
                CharClass::DecimalSeparator | CharClass::ThousandsSeparator => true,
                CharClass::FullStop | CharClass::Comma => matches!(self.byte(end), b'.' | b','),
                _ => false,
            };
            if !separates || !self.class(end + len).is_some_and(|(c, _)| c.is_digit()) {
                return end;
            }
            let mut ahead = Runs::new(self.text);
            ahead.jump(end + len);
            match ahead.next() {
                Some(run) => end = run.span.end,
                None => return end,
            }
        }
    }

    /// A word that UAX #29 delimits: it starts with a letter that is not Arabic, with `_`, or
    /// with digits that letters follow.
    fn western(&mut self, start: usize, first: usize) -> Token<'t> {
        let whole = self.options.addresses == Addresses::Whole;
        if whole && let Some((end, kind)) = shape::address(self.text, start) {
            return self.token(start, end, kind);
        }
        let ascii = ascii_word(self.text.as_bytes(), start);
        // What lies beyond ASCII, also behind an apostrophe or a dot, is left to UAX #29.
        let joint = usize::from(matches!(self.byte(ascii), b'\'' | b'.' | b':' | b',' | b';'));
        let beyond = self.byte(ascii + joint) >= 0x80
            && self.class(ascii + joint).is_some_and(|(class, _)| joins_western(class));
        let end = if ascii > start && !beyond { ascii } else { self.uax29(start) };
        let end = self.script_border(start, end.max(first));
        let script =
            self.text.get(start..end).unwrap_or("").chars().find_map(|c| match crate::class::class_of(c) {
                CharClass::LatinLetter => Some(Script::Latin),
                CharClass::OtherLetter => Some(Script::Other),
                _ => None,
            });
        let kind = match script {
            Some(script) => TokenKind::Word(script),
            None if self.class(start).is_some_and(|(c, _)| c == CharClass::Connector) => {
                TokenKind::Word(Script::Other)
            }
            None => TokenKind::Number,
        };
        let domain = if whole { shape::domain(self.text, start, end) } else { None };
        let (end, kind) = domain.unwrap_or((end, kind));
        self.token(start, end, kind)
    }

    /// The first UAX #29 segment from `start`, inside the stretch without white space or Arabic.
    fn uax29(&mut self, start: usize) -> usize {
        if self.foreign <= start {
            let mut end = start;
            while let Some((class, len)) = self.class(end) {
                if class.is_whitespace() || class.is_arabic_letter() || class == CharClass::Tatweel {
                    break;
                }
                end += len;
            }
            self.foreign = end;
        }
        let stretch = self.text.get(start..self.foreign).unwrap_or("");
        // Inside a word that was cut between two scripts there is no other boundary.
        if self.word <= start {
            self.word = start + stretch.split_word_bounds().next().map_or(0, str::len);
        }
        let len = self.word - start;
        // Invisible controls at the edge stand alone.
        let word = stretch.get(..len).unwrap_or("");
        start + word.trim_end_matches(|c| crate::class::class_of(c).is_invisible()).len()
    }

    /// Cuts a word where Latin and another script meet.
    fn script_border(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        let mut script = None;
        while at < end {
            let Some((class, len)) = self.class(at) else { break };
            if matches!(class, CharClass::LatinLetter | CharClass::OtherLetter) {
                if script.is_some_and(|s| s != class) {
                    // What joined them stands alone: google.рф.
                    let word = self.text.get(start..at).unwrap_or("");
                    let joint = |c| {
                        let class = crate::class::class_of(c);
                        !(class.is_letter()
                            || class.is_digit()
                            || class.is_mark()
                            || class == CharClass::DigitOther)
                    };
                    let len = word.trim_end_matches(joint).len();
                    return if len > 0 { start + len } else { at };
                }
                script = Some(class);
            }
            at += len;
        }
        end
    }

    fn single(&mut self, span: Span, class: CharClass) -> Token<'t> {
        let Span { start, end } = span;
        if let Some(end) = emoji::sequence(self.text, span, class) {
            return self.token(start, end, TokenKind::Emoji);
        }
        match class {
            CharClass::At | CharClass::Hash => {
                if self.options.addresses == Addresses::Whole
                    && let Some((end, kind)) = shape::handle(self.text, span, class)
                {
                    return self.token(start, end, kind);
                }
                self.token(start, end, TokenKind::Punctuation)
            }
            CharClass::Connector
                if self.byte(start) == b'_'
                    && self.class(end).is_some_and(|(c, _)| {
                        matches!(c, CharClass::LatinLetter | CharClass::Connector | CharClass::OtherLetter)
                    }) =>
            {
                self.western(start, end)
            }
            CharClass::Question => {
                let mut end = end;
                while let Some((CharClass::Question, len)) = self.class(end) {
                    end += len;
                }
                self.token(start, end, TokenKind::Punctuation)
            }
            class if is_punctuation(class) => {
                let end = self.repetition(span);
                self.token(start, end, TokenKind::Punctuation)
            }
            CharClass::Control | CharClass::Unassigned => self.token(start, end, TokenKind::Other),
            _ => self.token(start, end, TokenKind::Symbol),
        }
    }

    /// The end of a run of the character that stands at `span`, if it carries no mark.
    fn repetition(&self, span: Span) -> usize {
        let unit = span.of(self.text);
        if unit.chars().nth(1).is_some() {
            return span.end;
        }
        let mut end = span.end;
        while self.text.get(end..).is_some_and(|rest| rest.starts_with(unit)) {
            let next = end + unit.len();
            if self.class(next).is_some_and(|(c, _)| c.is_mark()) {
                break;
            }
            end = next;
        }
        end
    }

    fn digits(&mut self, run: Span) -> Token<'t> {
        if let Some((end, kind)) = emoji::keycap(self.text, run) {
            return self.token(run.start, end, kind);
        }
        let end = self.number(run.end);
        match self.class(end) {
            Some((CharClass::LatinLetter | CharClass::OtherLetter, _)) => self.western(run.start, run.end),
            // An e-mail address may start with digits.
            Some((CharClass::At | CharClass::Connector | CharClass::Dash, _))
                if self.options.addresses == Addresses::Whole =>
            {
                match shape::address(self.text, run.start) {
                    Some((end, kind)) => self.token(run.start, end, kind),
                    None => self.token(run.start, end, TokenKind::Number),
                }
            }
            _ => self.token(run.start, end, TokenKind::Number),
        }
    }
}

/// The kind of a segment by the class that tells it.
fn kind_of(class: CharClass) -> TokenKind {
    match class {
        class if class.is_arabic_letter() => TokenKind::Word(Script::Arabic),
        CharClass::LatinLetter => TokenKind::Word(Script::Latin),
        class if class.is_letter() => TokenKind::Word(Script::Other),
        class if class.is_digit() => TokenKind::Number,
        CharClass::DigitOther => TokenKind::Number,
        class if class.is_whitespace() => TokenKind::Whitespace,
        CharClass::Emoji | CharClass::EmojiModifier | CharClass::RegionalIndicator => TokenKind::Emoji,
        class if is_punctuation(class) => TokenKind::Punctuation,
        class if class.is_mark() || class.is_invisible() => TokenKind::Other,
        CharClass::ArabicFormMark | CharClass::Tatweel | CharClass::Control | CharClass::Unassigned => {
            TokenKind::Other
        }
        _ => TokenKind::Symbol,
    }
}

fn is_punctuation(class: CharClass) -> bool {
    matches!(
        class,
        CharClass::At
            | CharClass::Hash
            | CharClass::Question
            | CharClass::FullStop
            | CharClass::Ellipsis
            | CharClass::Comma
            | CharClass::Semicolon
            | CharClass::Colon
            | CharClass::Opener
            | CharClass::Closer
            | CharClass::Quote
            | CharClass::Apostrophe
            | CharClass::Dash
            | CharClass::Slash
            | CharClass::Connector
            | CharClass::DecimalSeparator
            | CharClass::ThousandsSeparator
            | CharClass::Percent
            | CharClass::Punctuation
    )
}

/// Whether the run is one letter, with marks and tatweel or without.
fn is_single_letter(run: &str) -> bool {
    run.len() <= 12 && run.chars().filter(|&c| crate::class::class_of(c).is_letter()).count() == 1
}

/// Whether a character may continue a word of ASCII letters by UAX #29.
fn joins_western(class: CharClass) -> bool {
    class.is_mark()
        || class.is_digit()
        || class.is_invisible()
        || matches!(
            class,
            CharClass::LatinLetter
                | CharClass::OtherLetter
                | CharClass::DigitOther
                | CharClass::Apostrophe
                | CharClass::Opener
                | CharClass::Closer
                | CharClass::Punctuation
                | CharClass::Connector
                | CharClass::FullStop
                | CharClass::Colon
                | CharClass::Comma
                | CharClass::Semicolon
                | CharClass::Control
        )
}

/// The end of the UAX #29 word of ASCII characters that starts at `start`.
fn ascii_word(bytes: &[u8], start: usize) -> usize {
    let at = |i: usize| bytes.get(i).copied().unwrap_or(0);
    let mut end = start;
    loop {
        let c = at(end);
        if c.is_ascii_alphanumeric() || c == b'_' {
            end += 1;
        } else if end > start
            && ((matches!(c, b'\'' | b'.' | b':')
                && at(end - 1).is_ascii_alphabetic()
                && at(end + 1).is_ascii_alphabetic())
                || (matches!(c, b'\'' | b'.' | b',' | b';')
                    && at(end - 1).is_ascii_digit()
                    && at(end + 1).is_ascii_digit()))
        {
            end += 2;
        } else {
            return end;
        }
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    #[inline]
    fn next(&mut self) -> Option<Token<'t>> {
        if !self.plain {
            return self.with_options();
        }
        // Most of a text is words with one space between them.
        let mut start = self.runs.position();
        if let (b' ', b'!'..=b'~' | 0xD8..=0xDB) = self.runs.two_bytes()
            && self.options.whitespace == Whitespace::Skip
        {
            start += 1;
            self.runs.jump(start);
        }
        match self.plain_word(start) {
            Some(word) => Some(word),
            None => self.other(),
        }
    }
}

impl<'t> Tokens<'t> {
    /// The next token by other boundaries than those of the default options.
    #[inline(never)]
    fn with_options(&mut self) -> Option<Token<'t>> {
        match self.options.boundaries {
            Boundaries::Arabic => {
                let token = self.other()?;
                let digits = self.options.letters == Letters::JoinDigits;
                Some(if digits { self.joined(token) } else { token })
            }
            Boundaries::Uax29 => self.segment(|rest| rest.split_word_bounds().next()),
            Boundaries::Whitespace => self.segment(|rest| {
                let white = |c| crate::class::class_of(c).is_whitespace();
                let first = rest.chars().next()?;
                let end = rest.find(|c| white(c) != white(first));
                rest.get(..end.unwrap_or(rest.len()))
            }),
        }
    }

    /// The next segment, with the kind that its first letter or digit gives, or its first character.
    fn segment(&mut self, next: impl Fn(&'t str) -> Option<&'t str>) -> Option<Token<'t>> {
        loop {
            let start = self.runs.position();
            let text = next(self.runs.rest()).filter(|text| !text.is_empty())?;
            let (first, _) = self.class(start)?;
            if first.is_whitespace() && self.options.whitespace == Whitespace::Skip {
                self.runs.jump(start + text.len());
                continue;
            }
            let told = text.chars().map(crate::class::class_of).find(|c| c.is_letter() || c.is_digit());
            return Some(self.token(start, start + text.len(), kind_of(told.unwrap_or(first))));
        }
    }

    /// A word or number with the Arabic letters and digits that touch it.
    fn joined(&mut self, token: Token<'t>) -> Token<'t> {
        let mut kind = token.kind;
        if !matches!(kind, TokenKind::Word(Script::Arabic) | TokenKind::Number) {
            return token;
        }
        let mut end = token.span().end;
        loop {
            let mut ahead = Runs::new(self.text);
            ahead.jump(end);
            match ahead.next() {
                Some(Run { span, kind: RunKind::Arabic }) => {
                    kind = TokenKind::Word(Script::Arabic);
                    end = self.arabic_word(span);
                }
                Some(Run { span, kind: RunKind::Digits }) if emoji::keycap(self.text, span).is_none() => {
                    end = self.number(span.end);
                }
                _ => return self.token(token.start, end, kind),
            }
        }
    }

    /// The next token, if it is not an ordinary word.
    #[inline(never)]
    fn other(&mut self) -> Option<Token<'t>> {
        loop {
            let start = self.runs.position();
            if let Some((end, kind)) = self.plain(start) {
                if kind == TokenKind::Whitespace && self.options.whitespace == Whitespace::Skip {
                    self.runs.jump(end);
                    if let Some(word) = self.plain_word(end) {
                        return Some(word);
                    }
                    continue;
                }
                return Some(self.token(start, end, kind));
            }
            // Of letters outside Arabic, no run is wanted: a word of UAX #29 is shorter, or longer.
            if let Some((CharClass::LatinLetter | CharClass::OtherLetter | CharClass::DigitOther, _)) =
                self.class(start)
            {
                return Some(self.western(start, 0));
            }
            let Run { span, kind } = self.runs.next()?;
            let Span { start, end } = span;
            return Some(match kind {
                RunKind::Arabic => {
                    let end = self.arabic_word(span);
                    self.token(start, end, TokenKind::Word(Script::Arabic))
                }
                RunKind::Space | RunKind::LineEnd => {
                    let mut end = end;
                    while let Some((class, len)) = self.class(end) {
                        if !class.is_whitespace() {
                            break;
                        }
                        end += len;
                    }
                    if self.options.whitespace == Whitespace::Skip {
                        self.runs.jump(end);
                        continue;
                    }
                    self.token(start, end, TokenKind::Whitespace)
                }
                RunKind::Latin | RunKind::OtherLetters => self.western(start, 0),
                RunKind::Digits => self.digits(span),
                RunKind::Tatweel | RunKind::Marks | RunKind::Invisible => {
                    self.token(start, end, TokenKind::Other)
                }
                RunKind::Single(class) => self.single(span, class),
            });
        }
    }
}

impl FusedIterator for Tokens<'_> {}
