//! Tokenizers and token filters for [tantivy](https://docs.rs/tantivy), on its `tantivy-tokenizer-api` alone.
//!
//! The offsets of a token are always those of the word as it stands in the document, so that snippets and
//! highlights land on the vocalised text. Index and query have to go through the same tokenizer.
//!
//! | to index | use |
//! |---|---|
//! | search terms: clitics and endings off, no stop words | [`TermTokenizer`] |
//! | normalized words | [`WordTokenizer`] and [`NormalizeFilter`] |
//! | terms of the words of another tokenizer | that tokenizer and [`StemFilter`] |
//!
//! tantivy's default pipeline drops words of more than 40 bytes; a vocalised word is as long soon, its term is not.
//! Put such a filter behind these, not before.
//!
//! ```
//! use tantivy_tokenizer_api::{TokenStream, Tokenizer};
//! use warraq::tantivy::TermTokenizer;
//!
//! let text = "كَلِمَاتٌ مِنَ الْعَرَبِيَّةِ";
//! let mut tokenizer = TermTokenizer::default();
//! let mut stream = tokenizer.token_stream(text);
//! assert_eq!(stream.next().unwrap().text, "كلم");
//! let token = stream.next().unwrap();
//! assert_eq!((&*token.text, &text[token.offset_from..token.offset_to]), ("عرب", "الْعَرَبِيَّةِ"));
//! // The stop word between leaves its place to phrases.
//! assert_eq!(token.position, 2);
//! ```

use alloc::borrow::Cow;
use alloc::string::String;

use tantivy_tokenizer_api::{Token, TokenFilter, TokenStream, Tokenizer as Api};

use crate::normalize::Normalizer;
use crate::search::{SearchTerms, StopWords, Terms};
use crate::token::{TokenKind, Tokenizer, Tokens};

/// The search terms of a text, from [`SearchTerms`].
///
/// Stop words that are dropped leave their positions out, as tantivy's own filter does.
///
/// ```
/// use tantivy_tokenizer_api::{TokenStream, Tokenizer};
/// use warraq::{LetterCase, SearchTerms, tantivy::TermTokenizer};
/// let mut tokenizer = TermTokenizer::new(SearchTerms::new().letter_case(LetterCase::Lower));
/// assert_eq!(tokenizer.token_stream("Cairo").next().unwrap().text, "cairo");
/// ```
#[derive(Clone, Debug, Default)]
pub struct TermTokenizer {
    terms: SearchTerms,
    token: Token,
}

impl TermTokenizer {
    /// Terms by these options.
    ///
    /// ```
    /// let tokenizer = warraq::tantivy::TermTokenizer::new(warraq::SearchTerms::new());
    /// ```
    pub fn new(terms: SearchTerms) -> Self {
        Self { terms, token: Token::default() }
    }
}

impl Api for TermTokenizer {
    type TokenStream<'a> = TermStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> TermStream<'a> {
        self.token.reset();
        let terms = self.terms.stop_words(StopWords::Keep).terms(text);
        TermStream { terms, drops: self.terms.drops_stop_words(), token: &mut self.token }
    }
}

/// The terms of one text, from [`TermTokenizer`].
#[derive(Debug)]
pub struct TermStream<'a> {
    terms: Terms<'a>,
    drops: bool,
    token: &'a mut Token,
}

impl TokenStream for TermStream<'_> {
    fn advance(&mut self) -> bool {
        for term in self.terms.by_ref() {
            self.token.position = self.token.position.wrapping_add(1);
            if !(self.drops && term.is_stop_word()) {
                let span = term.span();
                (self.token.offset_from, self.token.offset_to) = (span.start, span.end);
                replace(&mut self.token.text, &term.into_term());
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

/// The words, numbers, handles and addresses of a text as they stand, from [`Tokenizer`].
///
/// ```
/// use tantivy_tokenizer_api::{TokenStream, Tokenizer};
/// use warraq::tantivy::WordTokenizer;
/// let mut tokenizer = WordTokenizer::default();
/// let mut stream = tokenizer.token_stream("قال: «نعم»");
/// assert_eq!(stream.next().unwrap().text, "قال");
/// assert_eq!(stream.next().unwrap().text, "نعم");
/// assert!(stream.next().is_none());
/// ```
#[derive(Clone, Debug, Default)]
pub struct WordTokenizer {
    tokenizer: Tokenizer,
    token: Token,
}

impl WordTokenizer {
    /// Words by these options; white space is never a token here.
    ///
    /// ```
    /// let tokenizer = warraq::tantivy::WordTokenizer::new(warraq::Tokenizer::new());
    /// ```
    pub fn new(tokenizer: Tokenizer) -> Self {
        Self { tokenizer, token: Token::default() }
    }
}

impl Api for WordTokenizer {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        self.token.reset();
        WordStream { tokens: self.tokenizer.tokens(text), token: &mut self.token }
    }
}

/// The words of one text, from [`WordTokenizer`].
#[derive(Debug)]
pub struct WordStream<'a> {
    tokens: Tokens<'a>,
    token: &'a mut Token,
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        let sign = |kind| {
            matches!(
                kind,
                TokenKind::Punctuation | TokenKind::Symbol | TokenKind::Whitespace | TokenKind::Other
            )
        };
        let Some(word) = self.tokens.by_ref().find(|token| !sign(token.kind())) else { return false };
        self.token.position = self.token.position.wrapping_add(1);
        (self.token.offset_from, self.token.offset_to) = (word.span().start, word.span().end);
        replace(&mut self.token.text, word.text());
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

/// Normalizes the text of each token; the offsets stay those of the document. What becomes empty is dropped.
///
/// ```
/// use tantivy_tokenizer_api::{TokenFilter, TokenStream, Tokenizer};
/// use warraq::{Normalizer, tantivy::{NormalizeFilter, WordTokenizer}};
/// let filter = NormalizeFilter::new(Normalizer::search());
/// let mut tokenizer = filter.transform(WordTokenizer::default());
/// let mut stream = tokenizer.token_stream("الْعَرَبِيَّةُ");
/// let token = stream.next().unwrap();
/// assert_eq!((&*token.text, token.offset_to), ("العربيه", "الْعَرَبِيَّةُ".len()));
/// ```
#[derive(Clone, Debug, Default)]
pub struct NormalizeFilter {
    normalizer: Normalizer,
}

impl NormalizeFilter {
    /// Normalizes like this.
    ///
    /// ```
    /// let filter = warraq::tantivy::NormalizeFilter::new(warraq::Normalizer::lucene());
    /// ```
    pub const fn new(normalizer: Normalizer) -> Self {
        Self { normalizer }
    }
}

impl TokenFilter for NormalizeFilter {
    type Tokenizer<T: Api> = Filtered<Self, T>;

    fn transform<T: Api>(self, tokenizer: T) -> Filtered<Self, T> {
        Filtered { filter: self, inner: tokenizer }
    }
}

/// Makes a term of each token, as [`SearchTerms::term`] does; stop words stay.
///
/// ```
/// use tantivy_tokenizer_api::{TokenFilter, TokenStream, Tokenizer};
/// use warraq::tantivy::{StemFilter, WordTokenizer};
/// let mut tokenizer = StemFilter::default().transform(WordTokenizer::default());
/// assert_eq!(tokenizer.token_stream("والكتاب").next().unwrap().text, "كتاب");
/// ```
#[derive(Clone, Debug, Default)]
pub struct StemFilter {
    terms: SearchTerms,
}

impl StemFilter {
    /// Terms by these options.
    ///
    /// ```
    /// let filter = warraq::tantivy::StemFilter::new(warraq::SearchTerms::new());
    /// ```
    pub const fn new(terms: SearchTerms) -> Self {
        Self { terms }
    }
}

impl TokenFilter for StemFilter {
    type Tokenizer<T: Api> = Filtered<Self, T>;

    fn transform<T: Api>(self, tokenizer: T) -> Filtered<Self, T> {
        Filtered { filter: self, inner: tokenizer }
    }
}

/// What a filter makes of the text of a token.
trait Rewrite: Clone + Send + Sync + 'static {
    fn rewrite<'t>(&self, text: &'t str) -> Cow<'t, str>;
}

impl Rewrite for NormalizeFilter {
    fn rewrite<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.normalizer.normalize(text)
    }
}

impl Rewrite for StemFilter {
    fn rewrite<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.terms.term(text)
    }
}

/// A tokenizer behind a [`NormalizeFilter`] or a [`StemFilter`].
#[derive(Clone, Debug)]
pub struct Filtered<F, T> {
    filter: F,
    inner: T,
}

impl<F: Rewrite, T: Api> Api for Filtered<F, T> {
    type TokenStream<'a> = FilteredStream<'a, F, T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        FilteredStream { filter: &self.filter, inner: self.inner.token_stream(text) }
    }
}

/// The tokens of one text behind a filter.
#[derive(Debug)]
pub struct FilteredStream<'a, F, S> {
    filter: &'a F,
    inner: S,
}

impl<F: Rewrite, S: TokenStream> TokenStream for FilteredStream<'_, F, S> {
    fn advance(&mut self) -> bool {
        while self.inner.advance() {
            let token = self.inner.token_mut();
            let text = self.filter.rewrite(&token.text);
            if *text != *token.text {
                token.text = text.into_owned();
            }
            if !token.text.is_empty() {
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        self.inner.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.inner.token_mut()
    }
}

/// Keeps the memory of the last token.
fn replace(text: &mut String, by: &str) {
    text.clear();
    text.push_str(by);
}
