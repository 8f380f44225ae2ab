//! Normalization: a [`Normalizer`] is a set of switches and the table compiled from it. This file
//! holds the builder and the presets; it knows no rule of Arabic.
//!
//! | file | |
//! |---|---|
//! | `letters`, `ops` | the choices, documented |
//! | `names` | the operations by name |
//! | `plan` | choices → table |
//! | `walk` | the fast road: table, stretches, a look at the letter before |
//! | `track` | what the walk tells of places |
//! | `window` | the meaning: all operations as passes in order |
//! | `item` | a character with its place, and composition that keeps track of it |
//! | `forms` | presentation forms and ligatures of phrases |
//! | `words` | rules that read a word: its end, its marks, lists of words |
//! | `signs` | rules that read signs beside each other: numbers, punctuation |
//! | `wide` | the slow road, for these |
//! | `stream` | readers and writers |
//! | `mapped` | a normalized text and its source |
//! | `offsets` | the map from the output back to the source |

mod classes;
mod forms;
mod item;
mod letters;
mod mapped;
mod names;
mod neighbours;
mod offsets;
mod ops;
mod plan;
mod signs;
#[cfg(feature = "std")]
mod stream;
mod track;
mod walk;
mod wide;
mod window;
mod words;

#[cfg(test)]
mod tests;

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

pub use letters::{
    Alef, AlefMaqsura, DaggerAlef, FarsiYeh, FinalMarks, ForeignLetters, Hamza, HamzaSeats, LookAlikes,
    NoonGhunna, SmallLetters, TanwinCarrier, TehMarbuta,
};
pub use mapped::{Change, Changes, Mapped};
pub use names::{Loss, Operation};
pub use offsets::{Edit, Edits, OffsetMap};
pub use ops::{
    Composition, Digits, Elongation, Invisible, Marks, Phrases, PresentationForms, Punctuation, Spaces,
    Tatweel, Zwnj,
};
#[cfg(feature = "std")]
pub use stream::{InvalidBytes, InvalidUtf8, NormalizeReader, NormalizeWriter};

use crate::simd::{self, Tier};
use ops::Switches;
use plan::Plan;
use track::Track;
use walk::Walk;

/// Rewrites Arabic text by the operations that are switched on.
///
/// [`Normalizer::new`] does nothing at all; each method switches one operation on, and its page
/// says what the operation loses. The presets are named sets of switches:
///
/// | preset | for | loses |
/// |---|---|---|
/// | [`clean`](Self::clean) | storing | stretching, direction and joining hints |
/// | [`search`](Self::search) | index and query keys | the reading, and some differences of meaning |
/// | [`ml`](Self::ml) | feeding models | the reading, emphasis |
/// | [`lucene`](Self::lucene), [`lucene_digits`](Self::lucene_digits) | the place of Lucene's filters | as these |
/// | [`camel`](Self::camel) | the place of CAMeL Tools | as these |
///
/// All methods are `const`, so that a normalizer can be a `static` and cost nothing at run time.
///
/// ```
/// use warraq::{Alef, Digits, Marks, Normalizer};
///
/// static SEARCH: Normalizer = Normalizer::search();
/// assert_eq!(SEARCH.normalize("الْعَرَبِيَّةُ"), "العربيه");
///
/// const MINE: Normalizer = Normalizer::new().marks(Marks::ALL).alef(Alef::Fold).digits(Digits::Latin);
/// assert_eq!(MINE.normalize("أُنْشِئَ عامَ ١٩٨٤"), "انشئ عام 1984");
/// ```
///
/// # Promises
///
/// - **Idempotent:** normalizing twice gives the same as normalizing once, for every set of
///   switches.
/// - **Canonical equivalence:** with [`Composition::Nfc`], as in all presets but those of other
///   programs, input in NFC and in NFD give the same output.
/// - **Only Arabic:** other scripts and emoji pass byte for byte, but for NFC itself, digits,
///   spaces and invisible controls.
/// - **Memory:** nothing is allocated when nothing changes.
/// - **Time:** linear in the input, whatever it is; no recursion, no panic. Operations that read whole
///   words or the signs beside them ([`FinalMarks`], [`TanwinCarrier`], [`DaggerAlef`], [`FarsiYeh`],
///   [`AlefMaqsura::Reverse`], [`Phrases`], [`Spaces`], digits and [`Punctuation`] to Arabic) are slower
///   than the rest: the text is looked through for what they change, and each word that holds some of it is
///   taken apart.
///
/// # Order
///
/// The operations mean what they would mean one after the other in this order, whatever the order
/// in which they were switched on: presentation forms and phrases, invisible controls, composition,
/// rules that read the marks of a word (dagger alef, the alef of tanwin, case endings), deletions,
/// ی by its place, folds of letters, digits and punctuation, composition and folds again until
/// nothing changes, final ي, the separators between digits, punctuation beside words, elongation; with
/// rules that read words or signs, all of it again until nothing changes; spaces.
///
/// ```
/// use warraq::{Composition, Normalizer, Tatweel};
///
/// // A tatweel goes, and the alef and the hamza it kept apart are one letter.
/// let clean = Normalizer::new().composition(Composition::Nfc).tatweel(Tatweel::Delete);
/// assert_eq!(clean.normalize("ا\u{640}\u{654}"), "أ");
/// ```
#[derive(Clone)]
#[must_use]
pub struct Normalizer {
    switches: Switches,
    plan: Plan,
    /// `None` for the best one.
    tier: Option<Tier>,
}

/// The presets.
impl Normalizer {
    /// For storing: composition, presentation forms (phrases such as ﷺ kept), invisible controls,
    /// tatweel. No letter, mark or digit is lost, only stretching and hints for display.
    ///
    /// The non-joiner U+200C stays: Persian and Kurdish spell with it.
    ///
    /// ```
    /// let clean = warraq::Normalizer::clean();
    /// assert_eq!(clean.normalize("ﻣﺮﺣﺒًﺎ \u{202B}بالعـــالم\u{202C} 1445هـ"), "مرحبًا بالعالم 1445هـ");
    /// ```
    pub const fn clean() -> Self {
        Self::with(CLEAN)
    }

    /// For index and query keys: [`clean`](Self::clean), and all marks deleted, alef, alef maqsura,
    /// teh marbuta, hamza seats, look-alikes and small letters folded, digits to ASCII, U+200C
    /// deleted.
    ///
    /// Words that differ only in these become one; never show the result to a reader.
    ///
    /// ```
    /// let search = warraq::Normalizer::search();
    /// assert_eq!(search.normalize("مسؤولةٌ إلى مستشفى ٢٠٢٤"), "مسووله الي مستشفي 2024");
    /// assert_eq!(search.normalize("کتابی"), search.normalize("كتابى"));
    /// ```
    pub const fn search() -> Self {
        Self::with(Switches {
            marks: Marks::ALL,
            alef: Alef::Fold,
            alef_maqsura: AlefMaqsura::Yeh,
            teh_marbuta: TehMarbuta::Heh,
            hamza_seats: HamzaSeats::Carrier,
            look_alikes: LookAlikes::Fold,
            small_letters: SmallLetters::Letter,
            zwnj: Zwnj::Delete,
            digits: Digits::Latin,
            ..CLEAN
        })
    }

    /// For feeding models: [`clean`](Self::clean), and all marks deleted, digits to ASCII, runs of
    /// three and more equal letters shortened to two.
    ///
    /// Letters are not folded, so that words merge only where vowels told them apart.
    ///
    /// ```
    /// let ml = warraq::Normalizer::ml();
    /// assert_eq!(ml.normalize("شُكْرًا جزيييييلاً إلى ٣ أصدقاء"), "شكرا جزييلا إلى 3 أصدقاء");
    /// ```
    pub const fn ml() -> Self {
        Self::with(Switches {
            marks: Marks::ALL,
            digits: Digits::Latin,
            elongation: Elongation::SHORTEN,
            ..CLEAN
        })
    }

    /// Exactly what Lucene's `ArabicNormalizer` does, which Elasticsearch, OpenSearch and Solr call
    /// `arabic_normalization`: آ أ إ to ا, ى to ي, ة to ه, U+064B–U+0652 and every tatweel deleted. No
    /// composition: a letter and its hamza in two code points stay two, and other marks stay.
    ///
    /// ```
    /// let lucene = warraq::Normalizer::lucene();
    /// assert_eq!(lucene.normalize("مـدرسةُ أحمدَ 1445هـ ٣"), "مدرسه احمد 1445ه ٣");
    /// ```
    pub const fn lucene() -> Self {
        Self::with(LUCENE)
    }

    /// [`lucene`](Self::lucene) behind Lucene's `DecimalDigitFilter`, as in its `ArabicAnalyzer`: the
    /// decimal digits of every script, as of this crate's version of Unicode, become ASCII.
    ///
    /// ```
    /// let lucene = warraq::Normalizer::lucene_digits();
    /// assert_eq!(lucene.normalize("إلى ٣٫٥ و۷ و７"), "الي 3٫5 و7 و7");
    /// ```
    pub const fn lucene_digits() -> Self {
        Self::with(Switches { digits: Digits::LatinAll, ..LUCENE })
    }

    /// Exactly what CAMeL Tools does with `dediac_ar`, `normalize_alef_ar`,
    /// `normalize_alef_maksura_ar` and `normalize_teh_marbuta_ar`: U+064B–U+0652 and U+0670 deleted, آ أ
    /// إ ٱ to ا, ى to ي, ة to ه. Tatweel stays, and there is no composition.
    ///
    /// ```
    /// let camel = warraq::Normalizer::camel();
    /// assert_eq!(camel.normalize("ٱلمـدرسةُ إلى"), "المـدرسه الي");
    /// ```
    pub const fn camel() -> Self {
        Self::with(Switches {
            marks: Marks::TASHKEEL.with(Marks::SUPERSCRIPT_ALEF),
            alef: Alef::HamzaAndWasla,
            alef_maqsura: AlefMaqsura::Yeh,
            teh_marbuta: TehMarbuta::Heh,
            ..Switches::NONE
        })
    }

    /// The names of the presets.
    ///
    /// ```
    /// use warraq::Normalizer;
    /// assert!(Normalizer::PRESETS.iter().all(|name| Normalizer::preset(name).is_some()));
    /// ```
    pub const PRESETS: &'static [&'static str] =
        &["clean", "search", "ml", "lucene", "lucene-digits", "camel"];

    /// The preset of this name, or `None`.
    ///
    /// ```
    /// use warraq::Normalizer;
    /// assert_eq!(Normalizer::preset("lucene-digits"), Some(Normalizer::lucene_digits()));
    /// assert_eq!(Normalizer::preset("none"), None);
    /// ```
    pub fn preset(name: &str) -> Option<Self> {
        Some(match name {
            "clean" => Self::clean(),
            "search" => Self::search(),
            "ml" => Self::ml(),
            "lucene" => Self::lucene(),
            "lucene-digits" | "lucene_digits" => Self::lucene_digits(),
            "camel" => Self::camel(),
            _ => return None,
        })
    }
}

const LUCENE: Switches = Switches {
    marks: Marks::TASHKEEL,
    alef: Alef::Hamza,
    alef_maqsura: AlefMaqsura::Yeh,
    teh_marbuta: TehMarbuta::Heh,
    tatweel: Tatweel::DeleteAll,
    ..Switches::NONE
};

const CLEAN: Switches = Switches {
    composition: Composition::Nfc,
    presentation_forms: PresentationForms::Decompose,
    invisible: Invisible::Delete,
    tatweel: Tatweel::Delete,
    ..Switches::NONE
};

/// Normalizing.
impl Normalizer {
    /// The normalized text; borrowed when it is equal to the input. O(length).
    ///
    /// ```
    /// use std::borrow::Cow;
    ///
    /// let clean = warraq::Normalizer::clean();
    /// assert!(matches!(clean.normalize("كتاب"), Cow::Borrowed("كتاب")));
    /// assert!(matches!(clean.normalize("كتـــاب"), Cow::Owned(_)));
    /// ```
    pub fn normalize<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.plan.takes_short
            && let Some(result) = simd::short(&self.plan.tables, text)
        {
            return result;
        }
        self.walked(text)
    }

    /// The same by the walk.
    fn walked<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut walk = self.walk(text, ());
        let Some(start) = walk.scan() else { return Cow::Borrowed(text) };
        // With room for one block more than the text.
        let mut out = String::with_capacity(text.len() + 64);
        out.push_str(text.get(..start).unwrap_or(""));
        walk.write(start, &mut out);
        // A change that a later one took back.
        if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
    }

    /// Appends the normalized text to `out`, to reuse its memory or to gather several texts. What
    /// `out` held stays as it is, and nothing of it composes with the text. O(length of `text`).
    ///
    /// ```
    /// let search = warraq::Normalizer::search();
    /// let mut key = String::new();
    /// for word in ["أَحْمَد", "إِبراهيم"] {
    ///     key.clear();
    ///     search.normalize_into(word, &mut key);
    /// }
    /// assert_eq!(key, "ابراهيم");
    /// ```
    pub fn normalize_into(&self, text: &str, out: &mut String) {
        if !(self.plan.takes_short && simd::append_short(&self.plan.tables, text, out).is_some()) {
            out.reserve(text.len() + 64);
            self.walk(text, ()).write(0, out);
        }
    }

    fn walk<'a, T: Track>(&'a self, text: &'a str, track: T) -> Walk<'a, 'a, T> {
        Walk::new(&self.plan, &self.switches, self.tier.unwrap_or_else(Tier::best), text, track)
    }

    /// Uses this instruction set instead of the best one; if the processor lacks it, the portable code is used.
    /// For tests and benchmarks: the result is the same. Every other method of the builder keeps it.
    ///
    /// ```
    /// use warraq::{Normalizer, Tier};
    /// let scalar = Normalizer::search().tier(Tier::Scalar);
    /// assert_eq!(scalar, Normalizer::search());
    /// ```
    pub const fn tier(mut self, tier: Tier) -> Self {
        self.tier = Some(tier);
        self
    }

    /// Whether normalizing leaves the text as it is. O(length); the same as asking whether
    /// [`normalize`](Self::normalize) borrows.
    ///
    /// ```
    /// let search = warraq::Normalizer::search();
    /// assert!(search.is_normalized("كتاب"));
    /// assert!(!search.is_normalized("كِتاب"));
    /// ```
    pub fn is_normalized(&self, text: &str) -> bool {
        matches!(self.normalize(text), Cow::Borrowed(_))
    }
}

/// The switches: each method sets one and leaves the others. A later call overrides an earlier one.
impl Normalizer {
    /// Does nothing at all: every text comes back as it is.
    ///
    /// ```
    /// assert_eq!(warraq::Normalizer::new().normalize("أُحُـــد"), "أُحُـــد");
    /// ```
    pub const fn new() -> Self {
        Self::with(Switches::NONE)
    }

    const fn with(switches: Switches) -> Self {
        Self { plan: Plan::new(&switches), switches, tier: None }
    }

    const fn switched(&self, switches: Switches) -> Self {
        Self { tier: self.tier, ..Self::with(switches) }
    }

    /// Which classes of marks are deleted; see [`Marks`].
    ///
    /// ```
    /// use warraq::{Marks, Normalizer};
    /// let normalizer = Normalizer::new().marks(Marks::ALL);
    /// assert_eq!(normalizer.normalize("عِلْمٌ"), "علم");
    /// ```
    pub const fn marks(self, marks: Marks) -> Self {
        self.switched(Switches { marks, ..self.switches })
    }

    /// What becomes of آ أ إ ٱ; see [`Alef`].
    ///
    /// ```
    /// use warraq::{Alef, Normalizer};
    /// let normalizer = Normalizer::new().alef(Alef::Fold);
    /// assert_eq!(normalizer.normalize("أَنا"), "اَنا");
    /// ```
    pub const fn alef(self, alef: Alef) -> Self {
        self.switched(Switches { alef, ..self.switches })
    }

    /// What becomes of ى; see [`AlefMaqsura`].
    ///
    /// ```
    /// use warraq::{AlefMaqsura, Normalizer};
    /// let normalizer = Normalizer::new().alef_maqsura(AlefMaqsura::Yeh);
    /// assert_eq!(normalizer.normalize("هدى"), "هدي");
    /// ```
    pub const fn alef_maqsura(self, alef_maqsura: AlefMaqsura) -> Self {
        self.switched(Switches { alef_maqsura, ..self.switches })
    }

    /// What becomes of ة; see [`TehMarbuta`].
    ///
    /// ```
    /// use warraq::{Normalizer, TehMarbuta};
    /// let normalizer = Normalizer::new().teh_marbuta(TehMarbuta::Heh);
    /// assert_eq!(normalizer.normalize("سنة"), "سنه");
    /// ```
    pub const fn teh_marbuta(self, teh_marbuta: TehMarbuta) -> Self {
        self.switched(Switches { teh_marbuta, ..self.switches })
    }

    /// What becomes of ؤ and ئ; see [`HamzaSeats`].
    ///
    /// ```
    /// use warraq::{HamzaSeats, Normalizer};
    /// let normalizer = Normalizer::new().hamza_seats(HamzaSeats::Carrier);
    /// assert_eq!(normalizer.normalize("لؤلؤ"), "لولو");
    /// ```
    pub const fn hamza_seats(self, hamza_seats: HamzaSeats) -> Self {
        self.switched(Switches { hamza_seats, ..self.switches })
    }

    /// What becomes of the lone ء; see [`Hamza`].
    ///
    /// ```
    /// use warraq::{Hamza, Normalizer};
    /// let normalizer = Normalizer::new().hamza(Hamza::Delete);
    /// assert_eq!(normalizer.normalize("شيء"), "شي");
    /// ```
    pub const fn hamza(self, hamza: Hamza) -> Self {
        self.switched(Switches { hamza, ..self.switches })
    }

    /// What becomes of letters of Persian and Urdu keyboards that look Arabic; see [`LookAlikes`].
    ///
    /// ```
    /// use warraq::{LookAlikes, Normalizer};
    /// let normalizer = Normalizer::new().look_alikes(LookAlikes::Fold);
    /// assert_eq!(normalizer.normalize("یک"), "يك");
    /// ```
    pub const fn look_alikes(self, look_alikes: LookAlikes) -> Self {
        self.switched(Switches { look_alikes, ..self.switches })
    }

    /// What becomes of پ چ ژ ڤ گ; see [`ForeignLetters`].
    ///
    /// ```
    /// use warraq::{ForeignLetters, Normalizer};
    /// let normalizer = Normalizer::new().foreign_letters(ForeignLetters::Fold);
    /// assert_eq!(normalizer.normalize("گاز"), "كاز");
    /// ```
    pub const fn foreign_letters(self, foreign_letters: ForeignLetters) -> Self {
        self.switched(Switches { foreign_letters, ..self.switches })
    }

    /// What becomes of small waw and small yeh; see [`SmallLetters`].
    ///
    /// ```
    /// use warraq::{Normalizer, SmallLetters};
    /// let normalizer = Normalizer::new().small_letters(SmallLetters::Letter);
    /// assert_eq!(normalizer.normalize("لَهُ\u{6E5}"), "لَهُو");
    /// ```
    pub const fn small_letters(self, small_letters: SmallLetters) -> Self {
        self.switched(Switches { small_letters, ..self.switches })
    }

    /// What becomes of ں; see [`NoonGhunna`].
    ///
    /// ```
    /// use warraq::{NoonGhunna, Normalizer};
    /// let normalizer = Normalizer::new().noon_ghunna(NoonGhunna::Fold);
    /// assert_eq!(normalizer.normalize("ماں"), "مان");
    /// ```
    pub const fn noon_ghunna(self, noon_ghunna: NoonGhunna) -> Self {
        self.switched(Switches { noon_ghunna, ..self.switches })
    }

    /// What becomes of tatweel; see [`Tatweel`].
    ///
    /// ```
    /// use warraq::{Normalizer, Tatweel};
    /// let normalizer = Normalizer::new().tatweel(Tatweel::Delete);
    /// assert_eq!(normalizer.normalize("حســن"), "حسن");
    /// ```
    pub const fn tatweel(self, tatweel: Tatweel) -> Self {
        self.switched(Switches { tatweel, ..self.switches })
    }

    /// What becomes of presentation forms; see [`PresentationForms`].
    ///
    /// ```
    /// use warraq::{Normalizer, PresentationForms};
    /// let normalizer = Normalizer::new().presentation_forms(PresentationForms::Decompose);
    /// assert_eq!(normalizer.normalize("ﺳﻼﻡ"), "سلام");
    /// ```
    pub const fn presentation_forms(self, presentation_forms: PresentationForms) -> Self {
        self.switched(Switches { presentation_forms, ..self.switches })
    }

    /// What becomes of invisible controls; see [`Invisible`].
    ///
    /// ```
    /// use warraq::{Invisible, Normalizer};
    /// let normalizer = Normalizer::new().invisible(Invisible::Delete);
    /// assert_eq!(normalizer.normalize("نعم\u{200F}"), "نعم");
    /// ```
    pub const fn invisible(self, invisible: Invisible) -> Self {
        self.switched(Switches { invisible, ..self.switches })
    }

    /// What becomes of ZERO WIDTH NON-JOINER; see [`Zwnj`].
    ///
    /// ```
    /// use warraq::{Normalizer, Zwnj};
    /// let normalizer = Normalizer::new().zwnj(Zwnj::Delete);
    /// assert_eq!(normalizer.normalize("نمی\u{200C}شود"), "نمیشود");
    /// ```
    pub const fn zwnj(self, zwnj: Zwnj) -> Self {
        self.switched(Switches { zwnj, ..self.switches })
    }

    /// Which digits all digits become; see [`Digits`].
    ///
    /// ```
    /// use warraq::{Digits, Normalizer};
    /// let normalizer = Normalizer::new().digits(Digits::Latin);
    /// assert_eq!(normalizer.normalize("٢٠٢٤"), "2024");
    /// ```
    pub const fn digits(self, digits: Digits) -> Self {
        self.switched(Switches { digits, ..self.switches })
    }

    /// Whether the text is put into NFC; see [`Composition`].
    ///
    /// ```
    /// use warraq::{Composition, Normalizer};
    /// let normalizer = Normalizer::new().composition(Composition::Nfc);
    /// assert_eq!(normalizer.normalize("ا\u{654}"), "أ");
    /// ```
    pub const fn composition(self, composition: Composition) -> Self {
        self.switched(Switches { composition, ..self.switches })
    }

    /// What becomes of runs of one letter; see [`Elongation`].
    ///
    /// ```
    /// use warraq::{Elongation, Normalizer};
    /// let normalizer = Normalizer::new().elongation(Elongation::SHORTEN);
    /// assert_eq!(normalizer.normalize("لاااا"), "لاا");
    /// ```
    pub const fn elongation(self, elongation: Elongation) -> Self {
        self.switched(Switches { elongation, ..self.switches })
    }

    /// What becomes of ی by its place in the word; see [`FarsiYeh`].
    ///
    /// ```
    /// use warraq::{FarsiYeh, Normalizer};
    /// let normalizer = Normalizer::new().farsi_yeh(FarsiYeh::ByPlace);
    /// assert_eq!(normalizer.normalize("علی"), "على");
    /// ```
    pub const fn farsi_yeh(self, farsi_yeh: FarsiYeh) -> Self {
        self.switched(Switches { farsi_yeh, ..self.switches })
    }

    /// Whether the marks of the case ending are deleted; see [`FinalMarks`].
    ///
    /// ```
    /// use warraq::{FinalMarks, Normalizer};
    /// let normalizer = Normalizer::new().final_marks(FinalMarks::Delete);
    /// assert_eq!(normalizer.normalize("الكِتَابُ"), "الكِتَاب");
    /// ```
    pub const fn final_marks(self, final_marks: FinalMarks) -> Self {
        self.switched(Switches { final_marks, ..self.switches })
    }

    /// Whether the alef of tanwin is deleted; see [`TanwinCarrier`].
    ///
    /// ```
    /// use warraq::{Normalizer, TanwinCarrier};
    /// let normalizer = Normalizer::new().tanwin_carrier(TanwinCarrier::Delete);
    /// assert_eq!(normalizer.normalize("شكرًا"), "شكر");
    /// ```
    pub const fn tanwin_carrier(self, tanwin_carrier: TanwinCarrier) -> Self {
        self.switched(Switches { tanwin_carrier, ..self.switches })
    }

    /// What becomes of the dagger alef; see [`DaggerAlef`].
    ///
    /// ```
    /// use warraq::{DaggerAlef, Normalizer};
    /// let normalizer = Normalizer::new().dagger_alef(DaggerAlef::Promote);
    /// assert_eq!(normalizer.normalize("كِت\u{670}ب"), "كِتاب");
    /// ```
    pub const fn dagger_alef(self, dagger_alef: DaggerAlef) -> Self {
        self.switched(Switches { dagger_alef, ..self.switches })
    }

    /// What becomes of ligatures of phrases; see [`Phrases`].
    ///
    /// ```
    /// use warraq::{Normalizer, Phrases};
    /// let normalizer = Normalizer::new().phrases(Phrases::Expand);
    /// assert_eq!(normalizer.normalize("ﷻ"), "جل جلاله");
    /// ```
    pub const fn phrases(self, phrases: Phrases) -> Self {
        self.switched(Switches { phrases, ..self.switches })
    }

    /// What becomes of punctuation; see [`Punctuation`].
    ///
    /// ```
    /// use warraq::{Normalizer, Punctuation};
    /// let normalizer = Normalizer::new().punctuation(Punctuation::Ascii);
    /// assert_eq!(normalizer.normalize("متى؟"), "متى?");
    /// ```
    pub const fn punctuation(self, punctuation: Punctuation) -> Self {
        self.switched(Switches { punctuation, ..self.switches })
    }

    /// What becomes of blanks; see [`Spaces`].
    ///
    /// ```
    /// use warraq::{Normalizer, Spaces};
    /// let normalizer = Normalizer::new().spaces(Spaces::Collapse);
    /// assert_eq!(normalizer.normalize("من \t إلى"), "من إلى");
    /// ```
    pub const fn spaces(self, spaces: Spaces) -> Self {
        self.switched(Switches { spaces, ..self.switches })
    }
}

impl Default for Normalizer {
    /// The same as [`Normalizer::new`].
    fn default() -> Self {
        Self::new()
    }
}

/// Equal when the switches are.
impl PartialEq for Normalizer {
    fn eq(&self, other: &Self) -> bool {
        self.switches == other.switches
    }
}

impl Eq for Normalizer {}

impl fmt::Debug for Normalizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Normalizer").field(&self.switches).finish()
    }
}
