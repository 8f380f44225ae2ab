//! What a search engine indexes of a text: words without clitics and endings, numbers in one system of
//! digits, each with its span in the original. Knows tokens, clitics and the normalizer; no grammar.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use core::iter::FusedIterator;

use once_cell::race::OnceBox;

use crate::certainty::Mode;
use crate::class::{CharClass, class_of};
use crate::clitic::{CliticSegmenter, Role, Segmentation};
use crate::normalize::{AlefMaqsura, Digits, Normalizer, Phrases};
use crate::span::Span;
use crate::token::{Script, Token, TokenKind, Tokenizer, Tokens};
use crate::words::WordTable;

/// Whether stop words (`في`, `وهذا`, `إليهم`) are among the terms.
///
/// ```
/// use warraq::{SearchTerms, StopWords};
/// let keep = SearchTerms::new().stop_words(StopWords::Keep);
/// assert_eq!(keep.terms("في البيت").count(), 2);
/// assert_eq!(SearchTerms::new().terms("في البيت").count(), 1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum StopWords {
    /// They are left out.
    #[default]
    Drop,
    /// They are terms; [`Term::is_stop_word`] tells them.
    Keep,
}

/// How much of a word is kept in its search term.
///
/// ```
/// use warraq::{SearchTerms, Stemming};
/// let term = |stemming| {
///     let terms = SearchTerms::new().stemming(stemming);
///     terms.terms("والمدرسات").next().unwrap().into_term().into_owned()
/// };
/// assert_eq!(term(Stemming::Light), "مدرس");
/// assert_eq!(term(Stemming::Clitics), "مدرسات");
/// assert_eq!(term(Stemming::None), "والمدرسات");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Stemming {
    /// The whole word, normalized.
    None,
    /// Without proclitics and pronouns.
    Clitics,
    /// Without proclitics, pronouns and the endings of number and gender.
    #[default]
    Light,
}

/// How capital letters are treated.
///
/// ```
/// use warraq::{LetterCase, SearchTerms};
/// assert_eq!(SearchTerms::new().term("Cairo"), "Cairo");
/// assert_eq!(SearchTerms::new().letter_case(LetterCase::Lower).term("Cairo"), "cairo");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum LetterCase {
    /// They stay, as light10 leaves them.
    #[default]
    Keep,
    /// They become small letters, in every script that has them.
    Lower,
}

/// Options of the search terms.
///
/// The terms are what `Normalizer::search` makes of the words, stemmed in the manner of light10 (Larkey,
/// Ballesteros and Connell 2007): the article, و, ل and the like in front, `ات ان ون ين يه ه ي` behind, and
/// the alef of a written tanwin, never what leaves too little. Where light10 cuts blindly, [`CliticSegmenter`] says what is a clitic: `ألمانيا`,
/// `إلى`, `وردة` and `كرسي` stay, `بكتابها` and `كتاب` meet. Two things more let forms of one word meet: the
/// teh before a pronoun (`حكومته`, `حكومة`) and the hamza before one (`وزرائهم`, `وزراء`).
///
/// Index and query have to go the same way. Latin words keep their case unless asked ([`LetterCase`]); numbers have
/// ASCII digits and separators; handles and hashtags are kept whole and normalized, addresses unchanged; signs and emoji
/// give no term.
///
/// ```
/// use warraq::SearchTerms;
///
/// let text = "وبالمدارس الجديدة في القاهرة ١٢٣ طالباً";
/// let terms: Vec<_> = SearchTerms::new().terms(text).map(|t| t.term().to_owned()).collect();
/// assert_eq!(terms, ["مدارس", "جديد", "قاهر", "123", "طالب"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
#[must_use]
pub struct SearchTerms {
    stop_words: StopWords,
    stemming: Stemming,
    #[cfg_attr(feature = "serde", serde(rename = "clitics", alias = "mode"))]
    mode: Mode,
    letter_case: LetterCase,
}

impl SearchTerms {
    /// The defaults: light stems, no stop words, clitics by [`Mode::Balanced`].
    ///
    /// ```
    /// assert_eq!(warraq::SearchTerms::new().terms("والكتاب").next().unwrap().term(), "كتاب");
    /// ```
    #[inline]
    pub const fn new() -> Self {
        Self {
            stop_words: StopWords::Drop,
            stemming: Stemming::Light,
            mode: Mode::Balanced,
            letter_case: LetterCase::Keep,
        }
    }

    /// Whether stop words are among the terms.
    ///
    /// ```
    /// use warraq::{SearchTerms, StopWords};
    /// assert_eq!(SearchTerms::new().stop_words(StopWords::Keep).terms("هذا").count(), 1);
    /// ```
    #[inline]
    pub const fn stop_words(mut self, stop_words: StopWords) -> Self {
        self.stop_words = stop_words;
        self
    }

    /// How much of a word is kept in its search term.
    ///
    /// ```
    /// use warraq::{SearchTerms, Stemming};
    /// let terms = SearchTerms::new().stemming(Stemming::None);
    /// assert_eq!(terms.terms("العربيّة").next().unwrap().term(), "العربيه");
    /// ```
    #[inline]
    pub const fn stemming(mut self, stemming: Stemming) -> Self {
        self.stemming = stemming;
        self
    }

    /// How much must speak for a cut.
    ///
    /// ```
    /// use warraq::{Mode, SearchTerms};
    /// let strict = SearchTerms::new().clitics(Mode::Strict);
    /// assert_eq!(strict.terms("بزنزور").next().unwrap().term(), "بزنزور");
    /// ```
    #[inline]
    pub const fn clitics(mut self, mode: Mode) -> Self {
        self.mode = mode;
        self
    }

    /// How capital letters are treated.
    ///
    /// ```
    /// use warraq::{LetterCase, SearchTerms};
    /// let lower = SearchTerms::new().letter_case(LetterCase::Lower);
    /// assert_eq!(lower.terms("MP3").next().unwrap().term(), "mp3");
    /// ```
    #[inline]
    pub const fn letter_case(mut self, letter_case: LetterCase) -> Self {
        self.letter_case = letter_case;
        self
    }

    /// Whether stop words are left out.
    #[cfg(feature = "tantivy")]
    pub(crate) const fn drops_stop_words(self) -> bool {
        matches!(self.stop_words, StopWords::Drop)
    }

    /// The terms of `text`, lazily and in order. O(n) in all; allocates where a word changes. Never panics.
    ///
    /// ```
    /// use warraq::{SearchTerms, Span};
    /// let term = SearchTerms::new().terms("الْعَرَبِيَّة").next().unwrap();
    /// assert_eq!((term.term(), term.span()), ("عرب", Span::new(0, 26)));
    /// ```
    #[inline]
    pub const fn terms(self, text: &str) -> Terms<'_> {
        Terms { tokens: Tokenizer::new().tokens(text), options: self }
    }

    /// The term of one word, of a text or of a query: the one that [`terms`](Self::terms) gives it, stop word or not.
    /// What is more than one token, such as a word with a comma, is normalized only and meets no term of a text: queries as
    /// people type them go through [`terms`](Self::terms) as well. O(length).
    ///
    /// ```
    /// let terms = warraq::SearchTerms::new();
    /// assert_eq!(terms.term("للطالبات"), terms.term("طالبة"));
    /// ```
    pub fn term<'w>(&self, word: &'w str) -> Cow<'w, str> {
        let mut tokens = Tokenizer::new().tokens(word);
        let whole = tokens.next().filter(|token| token.text().len() == word.len());
        match whole.map(|token| token.kind()) {
            Some(TokenKind::Url | TokenKind::Email) => return Cow::Borrowed(word),
            Some(TokenKind::Mention | TokenKind::Hashtag) => return self.foreign(word),
            None => return self.foreign(word),
            _ if !word.chars().any(|c| class_of(c).is_arabic_letter()) => return self.foreign(word),
            _ => {}
        }
        match plain(word) {
            Cow::Borrowed(word) => self.arabic(&self.segment(word)),
            Cow::Owned(word) => Cow::Owned(self.arabic(&self.segment(&word)).into_owned()),
        }
    }

    /// A word of another script, a number, a handle.
    fn foreign(self, word: &str) -> Cow<'_, str> {
        let mut normal = normalizer().normalize(word);
        // ١٢٫٥ is 12.5.
        if normal.contains(['٫', '٬']) {
            normal = Cow::Owned(normal.replace('٫', ".").replace('٬', ","));
        }
        let lower = self.letter_case == LetterCase::Lower && normal.chars().any(char::is_uppercase);
        if lower { Cow::Owned(normal.to_lowercase()) } else { normal }
    }

    /// The term of a word of plain letters, and whether it is a stop word; `None` for one that is left out.
    fn key(self, text: &str) -> Option<(Cow<'_, str>, bool)> {
        let word = self.segment(text);
        let stop_word = is_stop(&word);
        let left_out = stop_word && self.stop_words == StopWords::Drop;
        (!left_out).then(|| (self.arabic(&word), stop_word))
    }

    fn segment(self, word: &str) -> Segmentation<'_> {
        CliticSegmenter::new().mode(self.mode).segment(word)
    }

    fn arabic<'w>(self, word: &Segmentation<'w>) -> Cow<'w, str> {
        if self.stemming == Stemming::None {
            return normalizer().normalize(word.text());
        }
        let written = word.stem().text();
        let stem = normalizer().normalize(written);
        // لله is ل and الله.
        if *stem == *"الله" || *stem == *"له" && word.text().ends_with(written) && is_lillah(word.text())
        {
            return Cow::Borrowed("الله");
        }
        if self.stemming == Stemming::Clitics {
            return stem;
        }
        // The alef of the accusative, where its tanwin is written: طالبًا.
        let alef = stem.strip_suffix('ا').filter(|_| written.contains('\u{64B}'));
        let bare = alef.filter(|bare| bare.chars().nth(1).is_some()).unwrap_or(&stem);
        let len = light(bare, word.enclitics().next().is_some());
        shortened(stem, len)
    }
}

/// Whether the word ends in لله.
fn is_lillah(word: &str) -> bool {
    normalizer().normalize(word).ends_with("لله")
}

/// The letters of presentation forms; most words are none.
fn plain(word: &str) -> Cow<'_, str> {
    static CLEAN: Normalizer = Normalizer::clean().phrases(Phrases::Allah);
    if word.chars().any(|c| class_of(c) == CharClass::ArabicForm) {
        Cow::Owned(CLEAN.normalize(word).into_owned())
    } else {
        Cow::Borrowed(word)
    }
}

fn normalizer() -> &'static Normalizer {
    static SEARCH: Normalizer = Normalizer::search().digits(Digits::LatinAll);
    &SEARCH
}

/// The first `len` bytes.
fn shortened(text: Cow<'_, str>, len: usize) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(..len).unwrap_or(text)),
        Cow::Owned(mut text) => {
            if text.is_char_boundary(len) {
                text.truncate(len);
            }
            Cow::Owned(text)
        }
    }
}

/// Endings of number and gender in their order, and the letters that must be left. Two are enough where the
/// word has a feminine of two letters too: لغات and لغة. Four before اة, so that مباراة and مباريات do not
/// stay apart but حياة is not حي.
const ENDINGS: [(&str, usize); 10] = [
    ("تان", 3),
    ("تين", 3),
    ("ان", 3),
    ("ات", 2),
    ("ون", 3),
    ("ين", 3),
    ("يه", 3),
    ("اه", 4),
    ("ه", 2),
    ("ي", 3),
];

/// The length of a normalized stem without its endings.
fn light(stem: &str, pronoun: bool) -> usize {
    let mut rest = stem;
    let strip = |rest: &mut &str, ending: &str, least: usize| {
        // Few words have the last letter of an ending.
        if rest.as_bytes().last_chunk::<2>() != ending.as_bytes().last_chunk::<2>() {
            return false;
        }
        let shorter = rest.strip_suffix(ending).filter(|shorter| shorter.chars().count() >= least);
        *rest = shorter.unwrap_or(rest);
        shorter.is_some()
    };
    if pronoun {
        // The hamza behind a long alef, on whatever it sits: وزراي, وزراو and وزراء before هم.
        for hamza in ["اي", "او", "اء"] {
            if rest.ends_with(hamza) && strip(&mut rest, hamza.trim_start_matches('ا'), 3) {
                return rest.len();
            }
        }
        // لغتهم
        if rest.ends_with('ت') && is_short_feminine(rest) {
            strip(&mut rest, "ت", 2);
            return rest.len();
        }
        // حكومت before ه is حكومة, and حيات is حياة; معنا is معنى.
        let _ = strip(&mut rest, "ات", 3) || strip(&mut rest, "ت", 3) || strip(&mut rest, "ا", 3);
    }
    for (ending, least) in ENDINGS {
        let ended = strip(&mut rest, ending, least);
        // مدرستي
        if ended && ending == "ي" {
            strip(&mut rest, "ت", 3);
        }
    }
    // وزراء, إجراءات
    if rest.ends_with("اء") {
        strip(&mut rest, "ء", 3);
    }
    rest.len()
}

/// Whether a noun before its pronoun is a feminine of two letters and ة, of which nothing else tells: لغت, but not بيت.
fn is_short_feminine(noun: &str) -> bool {
    static NOUNS: OnceBox<WordTable<()>> = OnceBox::new();
    let nouns = NOUNS.get_or_init(|| {
        let mut nouns = WordTable::with_capacity(64);
        for noun in include_str!("feminines.txt").lines().filter(|line| !line.starts_with('#')) {
            nouns.entry(noun.as_bytes());
        }
        Box::new(nouns)
    });
    nouns.get(noun.as_bytes()).is_some()
}

/// What stop words are looked up by: على is one, علي a name.
fn stop_key(word: &str) -> Cow<'_, str> {
    static KEEPING: Normalizer = Normalizer::search().alef_maqsura(AlefMaqsura::Keep);
    KEEPING.normalize(word)
}

/// Whether a word is in the list.
fn is_stop_word(word: &str) -> bool {
    static WORDS: OnceBox<WordTable<()>> = OnceBox::new();
    let words = WORDS.get_or_init(|| {
        let mut words = WordTable::with_capacity(512);
        for word in include_str!("stopwords.txt").lines().filter(|line| !line.starts_with('#')) {
            words.entry(stop_key(word).as_bytes());
        }
        Box::new(words)
    });
    words.get(stop_key(word).as_bytes()).is_some()
}

/// A term and the token that it was made of.
///
/// ```
/// use warraq::SearchTerms;
/// let term = SearchTerms::new().terms("بِالْكِتَابِ").next().unwrap();
/// assert_eq!((term.term(), term.text()), ("كتاب", "بِالْكِتَابِ"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Term<'t> {
    token: Token<'t>,
    key: Cow<'t, str>,
    stop_word: bool,
}

impl<'t> Term<'t> {
    /// What is indexed.
    ///
    /// ```
    /// assert_eq!(warraq::SearchTerms::new().terms("بالقاهرة").next().unwrap().term(), "قاهر");
    /// ```
    #[inline]
    pub fn term(&self) -> &str {
        &self.key
    }

    /// The same, taken out; borrowed where it is a part of the text.
    ///
    /// ```
    /// use std::borrow::Cow;
    /// let term = warraq::SearchTerms::new().terms("كتاب").next().unwrap();
    /// assert!(matches!(term.into_term(), Cow::Borrowed("كتاب")));
    /// ```
    #[inline]
    pub fn into_term(self) -> Cow<'t, str> {
        self.key
    }

    /// The token as it stands in the original, for snippets and highlights.
    ///
    /// ```
    /// assert_eq!(warraq::SearchTerms::new().terms("١٢٣").next().unwrap().text(), "١٢٣");
    /// ```
    #[inline]
    pub const fn text(&self) -> &'t str {
        self.token.text()
    }

    /// Where it stands in the original, in bytes.
    ///
    /// ```
    /// use warraq::{SearchTerms, Span};
    /// assert_eq!(SearchTerms::new().terms("«كتاب»").next().unwrap().span(), Span::new(2, 10));
    /// ```
    #[inline]
    pub const fn span(&self) -> Span {
        self.token.span()
    }

    /// The kind of the token.
    ///
    /// ```
    /// use warraq::{SearchTerms, TokenKind};
    /// assert_eq!(SearchTerms::new().terms("12").next().unwrap().kind(), TokenKind::Number);
    /// ```
    #[inline]
    pub const fn kind(&self) -> TokenKind {
        self.token.kind()
    }

    /// Whether the word, or its stem without clitics, is in the list of stop words.
    ///
    /// ```
    /// use warraq::{SearchTerms, StopWords};
    /// let keep = SearchTerms::new().stop_words(StopWords::Keep);
    /// assert!(keep.terms("وإليهم").next().unwrap().is_stop_word());
    /// ```
    #[inline]
    pub const fn is_stop_word(&self) -> bool {
        self.stop_word
    }
}

/// The terms of a text, from [`SearchTerms::terms`].
///
/// ```
/// let mut terms = warraq::SearchTerms::new().terms("كتاب، قلم!");
/// terms.next();
/// assert_eq!(terms.next().map(|t| t.into_term()).as_deref(), Some("قلم"));
/// assert!(terms.next().is_none());
/// ```
#[derive(Clone, Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Terms<'t> {
    tokens: Tokens<'t>,
    options: SearchTerms,
}

impl<'t> Terms<'t> {
    /// The term of a word; `None` for a stop word that is left out.
    fn word(&self, token: Token<'t>) -> Option<Term<'t>> {
        let (key, stop_word) = match plain(token.text()) {
            Cow::Borrowed(text) => self.options.key(text)?,
            Cow::Owned(text) => {
                let (key, stop_word) = self.options.key(&text)?;
                (Cow::Owned(key.into_owned()), stop_word)
            }
        };
        (!key.is_empty()).then_some(Term { token, key, stop_word })
    }
}

/// Whether the word, or its stem, is a stop word; الله is none, nor is لله.
fn is_stop(word: &Segmentation<'_>) -> bool {
    let stem = word.stem().text();
    // With the article a word is a noun: الأحد is Sunday.
    let noun = word.proclitics().any(|proclitic| proclitic.role() == Role::Article);
    let cut = stem.len() < word.text().len() && !noun;
    // إلي before هم is إلى.
    let maqsura = || {
        let bare = stem.strip_suffix('ي').filter(|_| word.enclitics().next().is_some());
        bare.is_some_and(|bare| is_stop_word(&alloc::format!("{bare}ى")))
    };
    is_stop_word(word.text()) || cut && (is_stop_word(stem) || maqsura()) && !is_lillah(word.text())
}

impl<'t> Iterator for Terms<'t> {
    type Item = Term<'t>;

    fn next(&mut self) -> Option<Term<'t>> {
        loop {
            let token = self.tokens.next()?;
            let key = match token.kind() {
                TokenKind::Word(Script::Arabic) => {
                    if let Some(term) = self.word(token) {
                        return Some(term);
                    }
                    continue;
                }
                TokenKind::Url | TokenKind::Email => Cow::Borrowed(token.text()),
                TokenKind::Word(_) | TokenKind::Number | TokenKind::Mention | TokenKind::Hashtag => {
                    self.options.foreign(token.text())
                }
                _ => continue,
            };
            return Some(Term { token, key, stop_word: false });
        }
    }
}

impl FusedIterator for Terms<'_> {}
