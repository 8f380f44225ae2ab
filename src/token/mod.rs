//! Typed, zero-copy tokens over the runs of a text. Knows characters and shapes, no language:
//! neither numbers' values nor sentences.

mod emoji;
mod kind;
mod options;
mod plain;
mod shape;
mod western;

pub use kind::{Script, Token, TokenKind};
pub use options::{Addresses, Boundaries, Letters, Tokenizer, Whitespace};

use core::iter::FusedIterator;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::class::{CharClass, class_at};
use crate::run::{Run, RunKind, Runs};
use crate::span::Span;

/// The tokens of a text, from [`Tokenizer::tokens`].
///
/// ```
/// use warraq::ArabicText as _;
/// let mut tokens = "أهلا بكم".arabic_tokens();
/// tokens.next();
/// assert_eq!(tokens.rest(), " بكم");
/// ```
#[derive(Clone, Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
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
    /// Whether the short ways are left alone.
    #[cfg(test)]
    long: bool,
}

impl<'t> Tokens<'t> {
    const fn new(text: &'t str, options: Tokenizer) -> Self {
        Self {
            text,
            runs: Runs::new(text),
            options,
            plain: options.is_plain(),
            foreign: 0,
            word: 0,
            #[cfg(test)]
            long: false,
        }
    }

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

    /// The end of an Arabic word whose first run is `run`.
    fn arabic_word(&self, run: Span) -> usize {
        let mut end = run.end;
        // Abbreviations of single letters: ق.م، أ.د، ق.هـ.
        if self.byte(end) == b'.' {
            let first = run.of(self.text);
            if is_single_letter(first) {
                return self.letters(end).0;
            }
            // With a proclitic before them: وم.ت.ف, بـأ.ف.ب, وأ.د. Of two letters only the known ones, for what has lost
            // the blank behind its stop begins so too.
            if let Some(letter) = behind_proclitic(first) {
                let (behind, count) = self.letters(end);
                let second = self.text.get(end + 1..behind).and_then(|rest| rest.chars().next());
                let pair = || {
                    matches!((letter, second), ('أ', Some('د')) | ('ص', Some('ب')) | ('ق', Some('م' | 'ه')))
                };
                if count > 1 || count == 1 && pair() {
                    return behind;
                }
            }
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

    /// Where the single letters with dots before them end that stand at `end`, and how many there are.
    fn letters(&self, mut end: usize) -> (usize, usize) {
        let mut count = 0;
        while self.byte(end) == b'.' {
            let mut ahead = Runs::new(self.text);
            ahead.jump(end + 1);
            match ahead.next() {
                Some(Run { span, kind: RunKind::Arabic }) if is_single_letter(span.of(self.text)) => {
                    (end, count) = (span.end, count + 1);
                }
                _ => break,
            }
        }
        (end, count)
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
            CharClass::Connector if self.begins_word(start) => self.western(start, end),
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

    /// Whether a letter stands behind the `_` at `at`: the blanks of a form (`____`) are no word.
    fn begins_word(&self, at: usize) -> bool {
        let rest = self.text.as_bytes().get(at..).unwrap_or(&[]);
        let blanks = rest.iter().take_while(|&&byte| byte == b'_').count();
        blanks > 0
            && self
                .class(at + blanks)
                .is_some_and(|(class, _)| matches!(class, CharClass::LatinLetter | CharClass::OtherLetter))
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

/// The letter behind a proclitic of one letter, if the run has only these two, with marks and tatweel or without.
fn behind_proclitic(run: &str) -> Option<char> {
    if run.len() > 12 || !run.starts_with(['و', 'ف', 'ب', 'ل', 'ك']) {
        return None;
    }
    let mut letters = run.chars().filter(|&c| crate::class::class_of(c).is_letter()).skip(1);
    let letter = letters.next()?;
    letters.next().is_none().then_some(letter)
}

/// Whether the run is one letter, with marks and tatweel or without.
fn is_single_letter(run: &str) -> bool {
    run.len() <= 12 && run.chars().filter(|&c| crate::class::class_of(c).is_letter()).count() == 1
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "the loop of every layer")]
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
            // UAX #29 binds U+202F to words, and marks to the space before them.
            let mut classes = text.chars().map(crate::class::class_of).filter(|c| !c.is_whitespace());
            let visible = classes.next();
            let told = visible.into_iter().chain(classes).find(|c| c.is_letter() || c.is_digit());
            let kind = kind_of(told.or(visible).unwrap_or(first));
            if kind == TokenKind::Whitespace && self.options.whitespace == Whitespace::Skip {
                self.runs.jump(start + text.len());
                continue;
            }
            return Some(self.token(start, start + text.len(), kind));
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
            // Of letters outside Arabic, no run is wanted: a word of UAX #29 is shorter, or longer, and a run that is
            // walked for each of its tokens takes quadratic time.
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
