//! The methods on `str`: each with the defaults of its builder, nothing else.

use crate::sentence::{SentenceSplitter, Sentences};
use crate::token::{Tokenizer, Tokens};

mod sealed {
    pub trait Sealed {}
    impl Sealed for str {}
}

/// What this crate does, as methods of `str`, with the default options.
///
/// Each method says which builder holds its options. Sealed: implemented for `str` only.
pub trait ArabicText: sealed::Sealed {
    /// The tokens of the text without white space; options in [`Tokenizer`].
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// let words: Vec<_> = "قرأ 3 كتب.".arabic_tokens().map(|t| t.text()).collect();
    /// assert_eq!(words, ["قرأ", "3", "كتب", "."]);
    /// ```
    fn arabic_tokens(&self) -> Tokens<'_>;

    /// The sentences of the text; options in [`SentenceSplitter`].
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// let text = "قال د. أحمد: نعم. ثم سكت!";
    /// let sentences: Vec<_> = text.arabic_sentences().map(|s| s.text()).collect();
    /// assert_eq!(sentences, ["قال د. أحمد: نعم.", "ثم سكت!"]);
    /// ```
    fn arabic_sentences(&self) -> Sentences<'_>;
}

impl ArabicText for str {
    #[inline]
    fn arabic_tokens(&self) -> Tokens<'_> {
        Tokenizer::new().tokens(self)
    }

    #[inline]
    fn arabic_sentences(&self) -> Sentences<'_> {
        SentenceSplitter::new().sentences(self)
    }
}
