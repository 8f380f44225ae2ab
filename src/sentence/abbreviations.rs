//! Abbreviations: what they are for, and those that a user adds or takes out.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;

use super::lexicon::{Classes, without_and};
use crate::fold::Folded;

/// What an abbreviation is for, which says what follows its dot.
///
/// ```
/// use warraq::{Abbreviation, Abbreviations, SentenceSplitter};
/// let own = Abbreviations::new().add("فق", Abbreviation::Number);
/// let sentences = |text| SentenceSplitter::new().sentences_with(text, &own).count();
/// assert_eq!(sentences("انظر فق. 12 منه."), 1);
/// assert_eq!(sentences("انظر فق. ثم عد."), 2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Abbreviation {
    /// A title before a name: the sentence goes on; behind a single letter not before a word that no name begins with
    /// (`الحرف د. وأوضح`, `الحرف د. وهو`).
    Title,
    /// A word before a number: it goes on if digits follow.
    Number,
    /// A unit or an era: behind a number the sentence may end with it; else its dot ends the sentence.
    Unit,
    /// Like إلخ: the sentence ends unless what follows plainly goes on.
    MayEnd,
}

impl Abbreviation {
    const fn classes(self) -> Classes {
        match self {
            Self::Title => Classes::TITLE,
            Self::Number => Classes::NUMBER,
            Self::Unit => Classes::UNIT,
            Self::MayEnd => Classes::MAY_END,
        }
    }
}

/// Abbreviations of your own for [`SentenceSplitter::sentences_with`](super::SentenceSplitter::sentences_with),
/// and those of the crate that are none in your texts.
///
/// One is a word, or letters joined by dots, without its last dot: `تق`, `ب.ت.م`. Marks, tatweel and the seats
/// of hamza do not matter. What is longer than a word can be (24 letters) or holds white space never stands
/// before a dot as one, and is left out, as nothing at all is.
///
/// ```
/// use warraq::{Abbreviations, SentenceSplitter};
/// let own = Abbreviations::new().remove("م");
/// let text = "رسم على اللوح م. سامي يكتب.";
/// assert_eq!(SentenceSplitter::new().sentences(text).count(), 1);
/// assert_eq!(SentenceSplitter::new().sentences_with(text, &own).count(), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Abbreviations {
    /// By the folded form; `None` is removed.
    words: BTreeMap<Box<[u8]>, Option<Abbreviation>>,
}

impl Abbreviations {
    /// Starts with the built-in abbreviations.
    ///
    /// ```
    /// let own = warraq::Abbreviations::new();
    /// assert_eq!(own, warraq::Abbreviations::default());
    /// ```
    pub const fn new() -> Self {
        Self { words: BTreeMap::new() }
    }

    /// Adds an abbreviation. A later call for the same word overrides an earlier one.
    ///
    /// ```
    /// use warraq::{Abbreviation, Abbreviations};
    /// let own = Abbreviations::new().add("ذ", Abbreviation::Title);
    /// assert_ne!(own, Abbreviations::new());
    /// ```
    #[must_use]
    pub fn add(self, abbreviation: &str, kind: Abbreviation) -> Self {
        self.put(abbreviation, Some(kind))
    }

    /// Removes an abbreviation: a dot after it then ends the sentence, even after a single letter.
    ///
    /// ```
    /// let own = warraq::Abbreviations::new().remove("د");
    /// assert_ne!(own, warraq::Abbreviations::new());
    /// ```
    #[must_use]
    pub fn remove(self, abbreviation: &str) -> Self {
        self.put(abbreviation, None)
    }

    fn put(mut self, abbreviation: &str, kind: Option<Abbreviation>) -> Self {
        let word = abbreviation.trim_end_matches('.');
        let folded = Folded::new(word).filter(|folded| !folded.as_bytes().is_empty());
        if let Some(folded) = folded.filter(|_| !word.contains(char::is_whitespace)) {
            self.words.insert(folded.as_bytes().into(), kind);
        }
        self
    }

    /// What is said here of a word before a stop.
    pub(super) fn before_stop(&self, word: &Folded) -> Said {
        let whole = self.words.get(word.as_bytes());
        // Behind و a title is one too.
        let behind = || {
            let rest = self.words.get(without_and(word)?.as_bytes())?;
            (*rest != Some(Abbreviation::Unit)).then_some(rest)
        };
        match whole.or_else(behind) {
            None => Said::Nothing,
            Some(None) => Said::NoAbbreviation,
            Some(Some(kind)) => Said::Is(kind.classes()),
        }
    }
}

/// What a user's list says of a word.
pub(super) enum Said {
    Nothing,
    NoAbbreviation,
    Is(Classes),
}
