//! The methods on `str`: each with the defaults of its builder, nothing else.

use crate::analyze::Analyzer;
use crate::entity::{Dates, Numbers};
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

    /// The numbers of the text in digits and in words; options in [`Analyzer`].
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// let found = "حضر ثلاثمئة وخمسون زائرا".arabic_numbers().next().unwrap();
    /// assert_eq!(found.value().to_string(), "card:350");
    /// ```
    fn arabic_numbers(&self) -> Numbers<'_>;

    /// The dates, times and durations of the text; options in [`Analyzer`].
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// let found = "صدر في ٢٧ أيلول/سبتمبر ٢٠٢٣".arabic_dates().next().unwrap();
    /// assert_eq!(found.value().to_string(), "day:2023-09-27");
    /// ```
    fn arabic_dates(&self) -> Dates<'_>;

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

    fn arabic_numbers(&self) -> Numbers<'_> {
        Analyzer::new().numbers(self)
    }

    fn arabic_dates(&self) -> Dates<'_> {
        Analyzer::new().dates(self)
    }

    #[inline]
    fn arabic_sentences(&self) -> Sentences<'_> {
        SentenceSplitter::new().sentences(self)
    }
}
