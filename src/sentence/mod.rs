//! Sentences as spans of the original text. Knows tokens and the lists of abbreviations and of words around a stop;
//! nothing of numbers' values or dates. The files, in the order to read them:
//!
//! | file | what it holds |
//! |---|---|
//! | `scan` | the next character that a sentence could end at |
//! | `rules` | the way from stop to stop, and the questions that a decision asks |
//! | `parts` | white space, marks of a stop, tokens by their looks |
//! | `decision` | the decision at one stop, in the order of the rules |
//! | `decision/letters` | the dot behind letters and abbreviations, a step for each kind |
//! | `decision/amounts` | what goes on behind the dot of a unit, a half of the day or an era |
//! | `units` | units and eras with a dot |
//! | `pauses` | ellipses and runs of dots |
//! | `quotes` | quotations that end inside their sentence |
//! | `asides` | brackets and dashes inside a sentence |
//! | `tail` | what behind a stop still belongs to its sentence |
//! | `abbreviations` | abbreviations, and those that a user adds or takes out |
//! | `lexicon` | the words around a stop, from `abbreviations.txt` and `words.txt` |

mod abbreviations;
mod asides;
mod decision;
mod lexicon;
mod parts;
mod pauses;
mod quotes;
mod rules;
mod scan;
mod tail;
mod units;

use core::iter::FusedIterator;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::class::class_at;
use crate::span::Span;
use crate::token::{Token, Tokenizer, Tokens, Whitespace};

pub use abbreviations::{Abbreviation, Abbreviations};

/// Which rules decide where a sentence ends.
///
/// ```
/// use warraq::{SentenceRules, SentenceSplitter};
/// let text = "زار د. سامي الموقع. ";
/// let uax29 = SentenceSplitter::new().rules(SentenceRules::Uax29);
/// assert_eq!(uax29.sentences(text).map(|s| s.text()).collect::<Vec<_>>(), ["زار د. ", "سامي الموقع. "]);
/// assert_eq!(SentenceSplitter::new().sentences(text).count(), 1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum SentenceRules {
    /// UAX #29 with the differences that [`SentenceSplitter`] lists.
    #[default]
    Arabic,
    /// UAX #29 to the letter, as unicode-segmentation has it: white space belongs to the sentence before it,
    /// and the sentences put end to end are the text. The other options are ignored.
    Uax29,
}

/// What a single line end means. A blank line, and U+2029 PARAGRAPH SEPARATOR, always end a
/// sentence.
///
/// Line ends are those of Unicode (UAX #14, BK, CR, LF, NL): LF, CR, CR LF as one, NEL, U+2028,
/// vertical tab, form feed.
///
/// ```
/// use warraq::{LineBreaks, SentenceSplitter};
/// let text = "وصل الوفد\nإلى بغداد.";
/// assert_eq!(SentenceSplitter::new().sentences(text).count(), 2);
/// assert_eq!(SentenceSplitter::new().line_breaks(LineBreaks::Wrapped).sentences(text).count(), 1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum LineBreaks {
    /// A line end ends the sentence: headings, mastheads, captions, one paragraph a line.
    #[default]
    Sentence,
    /// A line end is a space, as in text that was wrapped at a fixed width. A line that begins
    /// with a list marker (`1.` `١-` `أ)`) still begins a sentence.
    Wrapped,
}

/// Whether a semicolon (`؛` `;`) ends a sentence.
///
/// ```
/// use warraq::{Semicolons, SentenceSplitter};
/// let text = "حضر الجميع؛ فبدأ الحفل.";
/// assert_eq!(SentenceSplitter::new().sentences(text).count(), 1);
/// assert_eq!(SentenceSplitter::new().semicolons(Semicolons::End).sentences(text).count(), 2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Semicolons {
    /// It joins clauses of one sentence.
    #[default]
    Inside,
    /// It ends the sentence.
    End,
}

/// What an ellipsis (`..` `...` `…`) means.
///
/// ```
/// use warraq::{Ellipses, SentenceSplitter};
/// let text = "انتظرت طويلا... عبثا.";
/// assert_eq!(SentenceSplitter::new().sentences(text).count(), 1);
/// assert_eq!(SentenceSplitter::new().ellipses(Ellipses::End).sentences(text).count(), 2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Ellipses {
    /// A pause, unless the line ends there or the next word plainly opens a sentence (`وأضاف`,
    /// `هل`, a capital after Latin letters).
    #[default]
    Pause,
    /// It ends the sentence like a full stop.
    End,
}

/// Whether the end of an ayah (U+06DD with its number, U+08E2) ends a sentence.
///
/// ```
/// use warraq::{AyahMarks, SentenceSplitter};
/// let text = "الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ \u{06DD}٢ الرَّحْمَٰنِ الرَّحِيمِ \u{06DD}٣";
/// let splitter = SentenceSplitter::new().ayah_marks(AyahMarks::End);
/// assert_eq!(splitter.sentences(text).count(), 2);
/// assert_eq!(SentenceSplitter::new().sentences(text).count(), 1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum AyahMarks {
    /// It is a sign like any other.
    #[default]
    Inside,
    /// The sentence ends behind its number, and behind a place of sajdah (`۩`) that follows it; a
    /// start of rub el hizb (`۞`) belongs to what follows.
    End,
}

/// Options of the sentence splitter.
///
/// UAX #29 (section 5, sentence boundaries) is the ground; it knows neither abbreviations nor
/// the use of the Arabic marks. Where the two differ:
///
/// | rule | example | UAX #29 |
/// |---|---|---|
/// | a dot after a title, an initial, letters with dots | `د. أحمد`, `ج. ر. تولكين`, `ق.م.` | ends |
/// | a dot after a list marker | `1. المقدمة` | ends |
/// | an ellipsis | `صمت... ثم` | ends |
/// | marks alone in brackets | `الخبر (؟) صحيح` | end |
/// | a reference mark, an emoji behind the stop | `انتهى.[1]`, `انتهى. [1]`, `انتهى.[بحاجة لمصدر]`, `شكرا! 🌹` | next sentence |
/// | a stop in brackets or between dashes inside the sentence | `ولد سنة 1890 (أو 1891؟) بالقاهرة` | ends |
/// | the dot of an abbreviation before a closing bracket | `(732 هـ.) في` | ends |
/// | a label and its number at the start | `المادة 1. يسمى` | ends |
/// | spaces before the stop, inside quotes and runs | `انتهى . . .` | several |
/// | an ASCII quote behind the stop | by the white space around it, else by parity | always closes |
/// | a quotation that ends with a stop ends the sentence, whatever follows but `،` | `«نعم.» ثم` | the same |
/// | but one that asks does not before a word that goes on | `«ما الأدب؟» من أشهر كتبه` | ends |
/// | nor before the verb that tells who spoke | `«إلى أين؟» سأله أخوه`, `- إلى أين؟ - سأل السائق` | ends |
/// | nor before what says how, when or why | `قال: «اخرج!» مشيرا إلى الباب`, `«ارحل!» و«كفى!»` | ends |
/// | nor if it is the title of a work that is named | `مسلسل «من القاتل؟» حقق نجاحا` | ends |
/// | a question that only leads to the clause | `وردا على سؤال: هل يترشح؟ أجاب بالنفي` | ends |
/// | a dot behind the letter that something is named by | `فيتامين C. وهو ضروري` ends, `J. سميث` does not | ends |
/// | behind an acronym before what begins a clause, and a letter that ends a name | `عاش في D.C. ثم عاد`, `USB-C. الكابل` end, `C.I.A. الأمريكية` does not | ends |
/// | a time alone before its clause | `في سنة 92 هـ. فتح طارق الأندلس`, `عام 1948 م. صدر` | ends |
/// | a unit behind a slash or a number | `30 كم/س. ومن`, `12 م.ب. يعمل` end | the same |
/// | the name of a site | `العربية.نت` | ends |
/// | a lower-case letter behind a stop | continues after Latin, not after Arabic: `انتهى. iPhone` | always continues |
/// | a single line end | [`LineBreaks`] | ends |
///
/// What it gets wrong: a name that begins like a verb of speech (`ج. وقال`), a dotted
/// abbreviation at the end of a sentence whose follower does not show it (`وكالة ق.ن.ب. الجيش…`), a
/// sentence that ends in a single letter (`أعطاه الطبيب د. الجرعة…`), an ellipsis that ends one.
///
/// ```
/// use warraq::{LineBreaks, SentenceSplitter};
///
/// const SPLITTER: SentenceSplitter = SentenceSplitter::new().line_breaks(LineBreaks::Wrapped);
/// let text = "زار أ.د. سامي الموقع\nعام 300 ق.م. تقريبا. وقال: «رائع!»";
/// let sentences: Vec<_> = SPLITTER.sentences(text).map(|s| s.text()).collect();
/// assert_eq!(sentences, ["زار أ.د. سامي الموقع\nعام 300 ق.م. تقريبا.", "وقال: «رائع!»"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
#[must_use]
pub struct SentenceSplitter {
    rules: SentenceRules,
    line_breaks: LineBreaks,
    semicolons: Semicolons,
    ellipses: Ellipses,
    ayah_marks: AyahMarks,
}

impl SentenceSplitter {
    /// The defaults: those of the enums of the options.
    ///
    /// ```
    /// assert_eq!(warraq::SentenceSplitter::new().sentences("نعم. لا.").count(), 2);
    /// ```
    #[inline]
    pub const fn new() -> Self {
        Self {
            rules: SentenceRules::Arabic,
            line_breaks: LineBreaks::Sentence,
            semicolons: Semicolons::Inside,
            ellipses: Ellipses::Pause,
            ayah_marks: AyahMarks::Inside,
        }
    }

    /// Which rules decide where a sentence ends.
    ///
    /// ```
    /// use warraq::{SentenceRules, SentenceSplitter};
    /// let splitter = SentenceSplitter::new().rules(SentenceRules::Uax29);
    /// assert_eq!(splitter.sentences("ق.م. انتهى.").count(), 3);
    /// ```
    #[inline]
    pub const fn rules(mut self, rules: SentenceRules) -> Self {
        self.rules = rules;
        self
    }

    /// What a single line end means.
    ///
    /// ```
    /// use warraq::{LineBreaks, SentenceSplitter};
    /// let splitter = SentenceSplitter::new().line_breaks(LineBreaks::Wrapped);
    /// assert_eq!(splitter.sentences("عنوان\nطويل\n\nنص").count(), 2);
    /// ```
    #[inline]
    pub const fn line_breaks(mut self, line_breaks: LineBreaks) -> Self {
        self.line_breaks = line_breaks;
        self
    }

    /// Whether `؛` and `;` end a sentence.
    ///
    /// ```
    /// use warraq::{Semicolons, SentenceSplitter};
    /// let splitter = SentenceSplitter::new().semicolons(Semicolons::End);
    /// assert_eq!(splitter.sentences("أولا؛ ثانيا").count(), 2);
    /// ```
    #[inline]
    pub const fn semicolons(mut self, semicolons: Semicolons) -> Self {
        self.semicolons = semicolons;
        self
    }

    /// What `..`, `...` and `…` mean.
    ///
    /// ```
    /// use warraq::{Ellipses, SentenceSplitter};
    /// let splitter = SentenceSplitter::new().ellipses(Ellipses::End);
    /// assert_eq!(splitter.sentences("صمت… ثم مضى").count(), 2);
    /// ```
    #[inline]
    pub const fn ellipses(mut self, ellipses: Ellipses) -> Self {
        self.ellipses = ellipses;
        self
    }

    /// Whether the end of an ayah ends a sentence.
    ///
    /// ```
    /// use warraq::{AyahMarks, SentenceSplitter};
    /// let splitter = SentenceSplitter::new().ayah_marks(AyahMarks::End);
    /// assert_eq!(splitter.sentences("اللَّهُ الصَّمَدُ \u{06DD}٢ لَمْ يَلِدْ").count(), 2);
    /// ```
    #[inline]
    pub const fn ayah_marks(mut self, ayah_marks: AyahMarks) -> Self {
        self.ayah_marks = ayah_marks;
        self
    }

    /// The sentences of `text`, lazily. O(n) in all, no allocation per sentence (the list of
    /// abbreviations is read once, at the first short word before a stop). Never panics.
    ///
    /// ```
    /// let mut sentences = warraq::SentenceSplitter::new().sentences("  نعم. لا!  ");
    /// assert_eq!(sentences.next().map(|s| s.text()), Some("نعم."));
    /// assert_eq!(sentences.next().map(|s| s.text()), Some("لا!"));
    /// assert_eq!(sentences.next().map(|s| s.text()), None);
    /// ```
    #[inline]
    pub const fn sentences(self, text: &str) -> Sentences<'_> {
        let tokens = Tokenizer::new().whitespace(Whitespace::Keep).tokens(text);
        let quotes = parts::Quotes::new();
        Sentences { text, tokens, options: self, abbreviations: None, at: 0, held: None, quotes }
    }

    /// The same with abbreviations of your own, or without some of the crate's.
    ///
    /// ```
    /// use warraq::{Abbreviation, Abbreviations, SentenceSplitter};
    ///
    /// let own = Abbreviations::new().add("عب", Abbreviation::Title);
    /// let text = "كتبه عب. سامي. انتهى.";
    /// assert_eq!(SentenceSplitter::new().sentences(text).count(), 3);
    /// assert_eq!(SentenceSplitter::new().sentences_with(text, &own).count(), 2);
    /// ```
    #[inline]
    pub const fn sentences_with<'t>(self, text: &'t str, abbreviations: &'t Abbreviations) -> Sentences<'t> {
        let sentences = self.sentences(text);
        Sentences { abbreviations: Some(abbreviations), ..sentences }
    }
}

/// One sentence: a span without white space at its ends. `Copy`; borrows from the text.
///
/// ```
/// use warraq::ArabicText as _;
/// let sentence = "كيف الحال؟ بخير.".arabic_sentences().next().unwrap();
/// assert_eq!((sentence.text(), sentence.span().len()), ("كيف الحال؟", 19));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sentence<'t> {
    text: &'t str,
    start: usize,
}

impl<'t> Sentence<'t> {
    /// The sentence as it stands in the original, line ends inside included.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// assert_eq!(" نعم! ".arabic_sentences().next().unwrap().text(), "نعم!");
    /// ```
    #[inline]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Where it stands in the original, in bytes.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Span};
    /// assert_eq!(" نعم! ".arabic_sentences().next().unwrap().span(), Span::new(1, 8));
    /// ```
    #[inline]
    pub const fn span(&self) -> Span {
        Span { start: self.start, end: self.start + self.text.len() }
    }
}

/// The sentences of a text, from [`SentenceSplitter::sentences`].
///
/// In order; between two of them, before the first and behind the last lies white space only, so
/// no character is lost. Text of nothing but controls or marks is a sentence too, unless
/// it is white space. The look-ahead behind a stop is a few tokens, and at most 16 of a tail of
/// emoji.
///
/// ```
/// use warraq::ArabicText as _;
/// let mut sentences = "وصل الوفد. بدأ الاجتماع.".arabic_sentences();
/// sentences.next();
/// assert_eq!(sentences.rest(), " بدأ الاجتماع.");
/// ```
#[derive(Clone, Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Sentences<'t> {
    text: &'t str,
    tokens: Tokens<'t>,
    options: SentenceSplitter,
    abbreviations: Option<&'t Abbreviations>,
    /// The end of the last sentence.
    at: usize,
    /// The last token with a mark inside that was no stop.
    held: Option<Token<'t>>,
    quotes: parts::Quotes,
}

impl<'t> Sentences<'t> {
    /// What follows the last sentence, with the white space before it.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// assert_eq!("نعم. ".arabic_sentences().rest(), "نعم. ");
    /// ```
    #[inline]
    pub fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }
}

impl<'t> Iterator for Sentences<'t> {
    type Item = Sentence<'t>;

    fn next(&mut self) -> Option<Sentence<'t>> {
        let mut start = self.at;
        if self.options.rules == SentenceRules::Uax29 {
            let text = self.rest().split_sentence_bounds().next()?;
            self.at += text.len();
            return Some(Sentence { text, start });
        }
        while let Some((_, len)) = class_at(self.text, start).filter(|(class, _)| class.is_whitespace()) {
            start += len;
        }
        if start >= self.text.len() {
            self.at = self.text.len();
            return None;
        }
        self.at = self.sentence_end(start);
        Some(Sentence { text: self.text.get(start..self.at).unwrap_or(""), start })
    }
}

impl FusedIterator for Sentences<'_> {}
