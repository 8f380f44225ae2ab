//! The operations, each with its choices: what it does, what it loses, where the rule is from.
//! Plain data; how a choice is carried out stands in `plan` and `window`.

use core::fmt;

use crate::class::CharClass;
use crate::fold::LetterFolds;

use super::letters::{
    Alef, AlefMaqsura, DaggerAlef, FarsiYeh, FinalMarks, ForeignLetters, Hamza, HamzaSeats, LookAlikes,
    NoonGhunna, SmallLetters, TanwinCarrier, TehMarbuta,
};

/// A set of classes of marks to delete.
///
/// The classes follow the Unicode code charts: Arabic (U+0600–U+06FF), Arabic Extended-A, -B and
/// -C. Small waw and small yeh are letters, not marks ([`SmallLetters`]); the end of ayah and the
/// place of sajdah are signs, and stay.
///
/// Loses the reading that the marks give, and with [`Marks::HAMZA`] the hamza that is written as
/// a mark of its own and composes with no letter.
///
/// ```
/// use warraq::{Marks, Normalizer};
///
/// let text = "مُدَرِّسٌ";
/// assert_eq!(Normalizer::new().marks(Marks::ALL).normalize(text), "مدرس");
/// assert_eq!(Normalizer::new().marks(Marks::ALL.without(Marks::SHADDA)).normalize(text), "مدرّس");
/// assert_eq!(Normalizer::new().marks(Marks::TANWIN).normalize(text), "مُدَرِّس");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Marks(u16);

impl Marks {
    /// No mark: nothing is deleted.
    pub const NONE: Self = Self(0);
    /// Harakat and sukun: fatha, damma, kasra, sukun (U+064E, U+064F, U+0650, U+0652).
    pub const HARAKAT: Self = Self(1);
    /// Tanwin: fathatan, dammatan, kasratan (U+064B–U+064D), and their open and curly forms of Arabic
    /// Extended-A (U+08E7–U+08E9, U+08F0–U+08F2).
    pub const TANWIN: Self = Self(1 << 1 | Self::OPEN_TANWIN.0);
    /// Shadda, U+0651.
    pub const SHADDA: Self = Self(1 << 2);
    /// Madda and hamza above, hamza below (U+0653, U+0654, U+0655). With composition on, only
    /// those that compose with no letter: an alef and U+0654 are أ, a letter.
    pub const HAMZA: Self = Self(1 << 3);
    /// The dagger alef U+0670 and the subscript alef U+0656.
    pub const DAGGER_ALEF: Self = Self(1 << 4 | 1 << 8);
    /// Honorifics and the signs of Quranic annotation.
    pub const ANNOTATION: Self = Self(1 << 5);
    /// The vowel marks of other orthographies, U+0657–U+065F and their like.
    pub const VOWELS: Self = Self(1 << 6);
    /// Every mark of the Arabic script.
    pub const ALL: Self = Self(0x1FF);

    /// Only the open and curly forms of tanwin: a part of [`TANWIN`](Self::TANWIN).
    pub const OPEN_TANWIN: Self = Self(1 << 7);
    /// Only U+0670: a part of [`DAGGER_ALEF`](Self::DAGGER_ALEF).
    pub const SUPERSCRIPT_ALEF: Self = Self(1 << 4);
    /// The eight marks U+064B–U+0652 of everyday writing: harakat, the three ordinary tanwin, shadda.
    /// What Lucene deletes.
    pub const TASHKEEL: Self = Self(Self::HARAKAT.0 | 1 << 1 | Self::SHADDA.0);

    /// The classes of the marks of the Arabic script.
    pub(super) const CLASSES: [CharClass; 7] = [
        CharClass::Harakat,
        CharClass::Tanwin,
        CharClass::Shadda,
        CharClass::HamzaMark,
        CharClass::DaggerAlef,
        CharClass::Annotation,
        CharClass::VowelMark,
    ];

    /// The names by which a set is written and read, [`ALL`](Self::ALL) and
    /// [`TASHKEEL`](Self::TASHKEEL) apart: the classes, and then their parts.
    pub(super) const NAMES: [(Self, &'static str); 11] = [
        (Self::HARAKAT, "harakat"),
        (Self::TANWIN, "tanwin"),
        (Self::SHADDA, "shadda"),
        (Self::HAMZA, "hamza"),
        (Self::DAGGER_ALEF, "dagger_alef"),
        (Self::ANNOTATION, "annotation"),
        (Self::VOWELS, "vowels"),
        (Self(1 << 1), "ordinary_tanwin"),
        (Self::OPEN_TANWIN, "open_tanwin"),
        (Self::SUPERSCRIPT_ALEF, "superscript_alef"),
        (Self(1 << 8), "subscript_alef"),
    ];

    /// Both sets together.
    ///
    /// ```
    /// use warraq::{Marks, Normalizer};
    /// let vowels = Normalizer::new().marks(Marks::HARAKAT.with(Marks::TANWIN));
    /// assert_eq!(vowels.normalize("حَقٌّ"), "حقّ");
    /// ```
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without the other.
    ///
    /// ```
    /// use warraq::Marks;
    /// assert!(!Marks::ALL.without(Marks::SHADDA).contains(Marks::SHADDA));
    /// ```
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether every class of the other set is in this one.
    ///
    /// ```
    /// use warraq::Marks;
    /// assert!(Marks::ALL.contains(Marks::HARAKAT.with(Marks::TANWIN)));
    /// ```
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether this mark is deleted; false for what is no Arabic mark.
    pub(super) const fn has(self, c: char, class: CharClass) -> bool {
        let part = match class {
            CharClass::Harakat => Self::HARAKAT,
            CharClass::Tanwin => match c {
                '\u{064B}'..='\u{064D}' => Self(1 << 1),
                _ => Self::OPEN_TANWIN,
            },
            CharClass::Shadda => Self::SHADDA,
            CharClass::HamzaMark => Self::HAMZA,
            CharClass::DaggerAlef => match c {
                '\u{0670}' => Self::SUPERSCRIPT_ALEF,
                _ => Self(1 << 8),
            },
            CharClass::Annotation => Self::ANNOTATION,
            CharClass::VowelMark => Self::VOWELS,
            _ => return false,
        };
        self.contains(part)
    }
}

/// The names of the classes, as [`Operation`](super::Operation) writes and reads them.
///
/// ```
/// use warraq::Marks;
/// assert_eq!(Marks::HARAKAT.with(Marks::TANWIN).to_string(), "harakat+tanwin");
/// assert_eq!(Marks::ALL.to_string(), "all");
/// ```
impl fmt::Display for Marks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NONE => return f.write_str("none"),
            Self::ALL => return f.write_str("all"),
            Self::TASHKEEL => return f.write_str("tashkeel"),
            _ => {}
        }
        let mut left = *self;
        for (set, name) in Self::NAMES {
            if left.contains(set) {
                f.write_str(if left == *self { "" } else { "+" })?;
                f.write_str(name)?;
                left = left.without(set);
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Marks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Marks({self})")
    }
}

/// The tatweel (kashida) U+0640, which stretches a word and is no letter.
///
/// Loses nothing that is read: the Hijri mark هـ keeps its tatweel. That is a heh with tatweel that is
/// a word of its own or stands right after digits; further tatweels in it go, and its other
/// spellings, ﻫ (with [`PresentationForms::Decompose`]) and a heh with U+200D (with
/// [`Invisible::Delete`]), become the same هـ.
///
/// ```
/// use warraq::{Normalizer, Tatweel};
///
/// let delete = Normalizer::new().tatweel(Tatweel::Delete);
/// assert_eq!(delete.normalize("جمـــيل"), "جميل");
/// assert_eq!(delete.normalize("سنة 1445هــ، هـ"), "سنة 1445هـ، هـ");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Tatweel {
    /// It stays.
    #[default]
    Keep,
    /// It is deleted, but for the one of the Hijri mark.
    Delete,
    /// It is deleted everywhere: of the Hijri mark هـ a heh is left, as Lucene has it.
    DeleteAll,
}

/// Letters written as glyphs (Arabic Presentation Forms A and B), as old PDF files have them.
///
/// Loses nothing: the letters are what the forms stand for, by the compatibility decomposition of
/// Unicode; an isolated form of a mark becomes the bare mark. Ligatures of phrases (ﷲ ﷺ ﷽), which
/// have a switch of their own ([`Phrases`]), the symbols U+FBB2–U+FBC2, the ornate brackets and the tail U+FE73 stay.
///
/// ```
/// use warraq::{Normalizer, PresentationForms};
///
/// let letters = Normalizer::new().presentation_forms(PresentationForms::Decompose);
/// assert_eq!(letters.normalize("ﺍﻟﻌﺮﺑﻴﺔ ﻻ ﷺ"), "العربية لا ﷺ");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum PresentationForms {
    /// They stay.
    #[default]
    Keep,
    /// They become letters.
    Decompose,
}

/// Controls that are not seen: direction marks, embeddings and isolates, ZERO WIDTH SPACE, WORD JOINER,
/// the byte order mark, and U+200D ZERO WIDTH JOINER outside emoji sequences (UAX #29, GB11).
///
/// Loses hints for display. The non-joiner has a switch of its own, [`Zwnj`]. In the scripts of India
/// and Sri Lanka the joiner is part of the spelling: keep this switch away from text in them.
///
/// ```
/// use warraq::{Invisible, Normalizer};
///
/// let delete = Normalizer::new().invisible(Invisible::Delete);
/// assert_eq!(delete.normalize("\u{202B}كتاب\u{202C} 👨\u{200D}👩"), "كتاب 👨\u{200D}👩");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Invisible {
    /// They stay.
    #[default]
    Keep,
    /// They are deleted.
    Delete,
}

/// U+200C ZERO WIDTH NON-JOINER, which Persian and Kurdish spelling put between the parts of a word.
///
/// Loses, in those languages, a part of the spelling.
///
/// ```
/// use warraq::{Normalizer, Zwnj};
///
/// let text = "می\u{200C}خواهم";
/// assert_eq!(Normalizer::new().zwnj(Zwnj::Delete).normalize(text), "میخواهم");
/// assert_eq!(Normalizer::new().zwnj(Zwnj::Space).normalize(text), "می خواهم");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Zwnj {
    /// It stays.
    #[default]
    Keep,
    /// It is deleted.
    Delete,
    /// It becomes a space.
    Space,
}

/// Ligatures that stand for words or whole phrases: ﷲ, ﷺ, ﷽ and their like (U+FDF0–U+FDFF,
/// U+FDCF, U+FD40–U+FD4F).
///
/// Expanded, a ligature becomes its words, by the compatibility decomposition of Unicode or, where
/// there is none, by the words of its name in the Unicode code charts. A phrase of several words gets a
/// space before or after it where it touches a letter or digit (محمدﷺ); single words do not, so that
/// وﷲ is والله. Loses nothing but the ligature.
///
/// ```
/// use warraq::{Normalizer, Phrases};
///
/// let expand = Normalizer::new().phrases(Phrases::Expand);
/// assert_eq!(expand.normalize("محمدﷺ وﷲ"), "محمد صلى الله عليه وسلم والله");
/// let allah = Normalizer::new().phrases(Phrases::Allah);
/// assert_eq!(allah.normalize("محمد ﷺ وﷲ"), "محمد ﷺ والله");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Phrases {
    /// They stay.
    #[default]
    Keep,
    /// Only ﷲ becomes a word, الله.
    Allah,
    /// All become words.
    Expand,
}

/// The decimal digits: ASCII 0–9, Arabic-Indic ٠–٩, extended ۰–۹ (Persian, Urdu), and the signs
/// between them.
///
/// Loses which digits were written, not their value.
///
/// - To [`Latin`](Digits::Latin), the decimal separator ٫ becomes `.` and the thousands separator ٬
///   becomes `,` between digits, and ٪ becomes `%`.
/// - To [`Arabic`](Digits::Arabic) and [`Extended`](Digits::Extended), the other way round, but `.`
///   and `,` only in what has the shape of one number: groups of exactly three digits after each
///   comma, at most one point, which is the last separator, digits on both sides of each. So dates
///   (1.2.2024), addresses (192.168.0.1) and lists (1,2,3) keep theirs, and so does what touches a
///   Latin letter or one of `/ \ _ @ = & #`. `%` becomes ٪ after a digit if no letter of another script
///   and no digit follows. A time with a point (12.30) and a list such as 100,200 look like
///   numbers and are changed.
/// - To [`LatinAll`](Digits::LatinAll), the decimal digits of every script, and no separators.
///
/// ```
/// use warraq::{Digits, Normalizer};
///
/// assert_eq!(Normalizer::new().digits(Digits::Latin).normalize("١٢٬٥٠٠٫٧٥ ٪"), "12,500.75 %");
/// let arabic = Normalizer::new().digits(Digits::Arabic);
/// assert_eq!(arabic.normalize("12,500.75 و50% و۱۲ في 1.2.2024"), "١٢٬٥٠٠٫٧٥ و٥٠٪ و١٢ في ١.٢.٢٠٢٤");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Digits {
    /// They stay.
    #[default]
    Keep,
    /// All become 0–9.
    Latin,
    /// The decimal digits (general category Nd) of every script become 0–9, as in Lucene's
    /// `DecimalDigitFilter`; ٫ ٬ ٪ stay.
    LatinAll,
    /// All become ٠–٩.
    Arabic,
    /// All become ۰–۹.
    Extended,
}

/// The comma, semicolon, question mark and full stop.
///
/// Loses nothing: the marks mean the same. To ASCII everywhere. To Arabic only where the mark stands
/// right behind an Arabic word or Arabic digit, with nothing between but marks, closing brackets and
/// quotation marks, or other question and exclamation marks, and where neither a digit nor a letter of
/// another script nor one of `/ \ _ @ = & # % + ~` follows; never in what holds `://`, `www.` or `@`. So
/// numbers, Latin text and addresses keep theirs.
///
/// ```
/// use warraq::{Normalizer, Punctuation};
///
/// let ascii = Normalizer::new().punctuation(Punctuation::Ascii);
/// assert_eq!(ascii.normalize("نعم، كيف؟"), "نعم, كيف?");
/// let arabic = Normalizer::new().punctuation(Punctuation::Arabic);
/// assert_eq!(arabic.normalize("نعم, (كيف)? yes, 1,5."), "نعم، (كيف)؟ yes, 1,5.");
/// let urdu = Normalizer::new().punctuation(Punctuation::Urdu);
/// assert_eq!(urdu.normalize("جی ہاں."), "جی ہاں۔");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Punctuation {
    /// They stay.
    #[default]
    Keep,
    /// ، ؛ ؟ ۔ become `, ; ? .`
    Ascii,
    /// `, ; ?` become ، ؛ ؟ after Arabic; the full stop is the same in Arabic.
    Arabic,
    /// As [`Arabic`](Self::Arabic), and a `.` becomes ۔ before white space, a closing bracket, a
    /// quotation mark or the end; the point of an abbreviation changes there too.
    Urdu,
}

/// White space inside a line: the tab, U+00A0, U+2009, U+202F, U+3000 and all others of Unicode that
/// end no line.
///
/// Loses layout: columns and the hint not to break a line. Line ends stay, and a space beside one.
///
/// ```
/// use warraq::{Normalizer, Spaces};
///
/// let one = Normalizer::new().spaces(Spaces::Collapse);
/// assert_eq!(one.normalize("خمسة\u{A0}\u{A0} آلاف\n\tدينار"), "خمسة آلاف\n دينار");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Spaces {
    /// They stay.
    #[default]
    Keep,
    /// A run of them becomes one space.
    Collapse,
}

/// Canonical composition, NFC (UAX #15), over the whole text.
///
/// Loses nothing: canonically equivalent texts are the same text. It puts marks in canonical order
/// (a fatha before a shadda, however they were typed) and makes أ of an alef and U+0654. With it,
/// input in NFC and in NFD give the same output, whatever else is switched on.
///
/// ```
/// use warraq::{Composition, Normalizer};
///
/// let nfc = Normalizer::new().composition(Composition::Nfc);
/// assert_eq!(nfc.normalize("ا\u{654}حمد"), "أحمد");
/// assert_eq!(nfc.normalize("ر\u{651}\u{64E}"), "ر\u{64E}\u{651}");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Composition {
    /// Sequences stay as they are.
    #[default]
    Keep,
    /// They are composed and ordered.
    Nfc,
}

/// Letters repeated for emphasis: جميييييل.
///
/// A run of at least [`from`](Elongation::from) equal letters becomes [`to`](Elongation::to) of
/// them. Letters of Arabic only, one right beside the other, so never across a word border.
///
/// Loses the emphasis; with two letters left, a doubled letter that is meant (تتتبع) keeps a
/// reading. Letters are compared after all other operations.
///
/// ```
/// use warraq::{Elongation, Normalizer};
///
/// let shorten = Normalizer::new().elongation(Elongation::SHORTEN);
/// assert_eq!(shorten.normalize("جمييييل جداااا ١٠٠٠"), "جمييل جداا ١٠٠٠");
/// let one = Normalizer::new().elongation(Elongation::SHORTEN.to(1));
/// assert_eq!(one.normalize("جمييييل"), "جميل");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Elongation {
    /// 0 when switched off.
    from: u8,
    to: u8,
}

impl Elongation {
    /// Runs stay.
    pub const KEEP: Self = Self { from: 0, to: 0 };
    /// Runs of three and more letters become two.
    pub const SHORTEN: Self = Self { from: 3, to: 2 };

    /// The shortest run that is shortened, at least 2; two letters are left unless [`to`](Elongation::to) sets another
    /// number.
    ///
    /// ```
    /// use warraq::{Elongation, Normalizer};
    /// let shorten = Normalizer::new().elongation(Elongation::SHORTEN.from(5));
    /// assert_eq!(shorten.normalize("ييي يييييي"), "ييي يي");
    /// ```
    #[must_use]
    pub const fn from(self, letters: u8) -> Self {
        let from = if letters < 2 { 2 } else { letters };
        let to = if self.from == 0 { 2 } else { self.to };
        Self { from, to }.checked()
    }

    /// How many letters are left, at least 1 and fewer than the shortest run, which is of three letters
    /// if nothing else was said.
    ///
    /// ```
    /// use warraq::{Elongation, Normalizer};
    /// let shorten = Normalizer::new().elongation(Elongation::SHORTEN.to(1));
    /// assert_eq!(shorten.normalize("ييي"), "ي");
    /// ```
    #[must_use]
    pub const fn to(self, letters: u8) -> Self {
        let from = if self.from == 0 { 3 } else { self.from };
        Self { from, to: letters }.checked()
    }

    const fn checked(self) -> Self {
        let most = self.from - 1;
        let to = if self.to == 0 {
            1
        } else if self.to > most {
            most
        } else {
            self.to
        };
        Self { from: self.from, to }
    }

    /// The shortest run and what is left of it; `None` when switched off.
    pub(super) const fn limits(self) -> Option<(usize, usize)> {
        if self.from == 0 { None } else { Some((self.from as usize, self.to as usize)) }
    }
}

/// All choices of a normalizer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Switches {
    pub(super) marks: Marks,
    pub(super) alef: Alef,
    pub(super) alef_maqsura: AlefMaqsura,
    pub(super) teh_marbuta: TehMarbuta,
    pub(super) hamza_seats: HamzaSeats,
    pub(super) hamza: Hamza,
    pub(super) look_alikes: LookAlikes,
    pub(super) foreign_letters: ForeignLetters,
    pub(super) small_letters: SmallLetters,
    pub(super) noon_ghunna: NoonGhunna,
    pub(super) farsi_yeh: FarsiYeh,
    pub(super) final_marks: FinalMarks,
    pub(super) tanwin_carrier: TanwinCarrier,
    pub(super) dagger_alef: DaggerAlef,
    pub(super) phrases: Phrases,
    pub(super) punctuation: Punctuation,
    pub(super) spaces: Spaces,
    pub(super) tatweel: Tatweel,
    pub(super) presentation_forms: PresentationForms,
    pub(super) invisible: Invisible,
    pub(super) zwnj: Zwnj,
    pub(super) digits: Digits,
    pub(super) composition: Composition,
    pub(super) elongation: Elongation,
}

impl Switches {
    pub(super) const NONE: Self = Self {
        marks: Marks::NONE,
        alef: Alef::Keep,
        alef_maqsura: AlefMaqsura::Keep,
        teh_marbuta: TehMarbuta::Keep,
        hamza_seats: HamzaSeats::Keep,
        hamza: Hamza::Keep,
        look_alikes: LookAlikes::Keep,
        foreign_letters: ForeignLetters::Keep,
        small_letters: SmallLetters::Keep,
        noon_ghunna: NoonGhunna::Keep,
        farsi_yeh: FarsiYeh::Keep,
        final_marks: FinalMarks::Keep,
        tanwin_carrier: TanwinCarrier::Keep,
        dagger_alef: DaggerAlef::Keep,
        phrases: Phrases::Keep,
        punctuation: Punctuation::Keep,
        spaces: Spaces::Keep,
        tatweel: Tatweel::Keep,
        presentation_forms: PresentationForms::Keep,
        invisible: Invisible::Keep,
        zwnj: Zwnj::Keep,
        digits: Digits::Keep,
        composition: Composition::Keep,
        elongation: Elongation::KEEP,
    };

    /// Whether a choice is on that needs more of the text than [`super::walk`] sees at once: rules
    /// that read the letters and marks of a word, or ASCII characters beside each other.
    pub(super) const fn wide(&self) -> bool {
        self.contextual() || !matches!(self.spaces, Spaces::Keep)
    }

    /// Whether a rule is on that may apply again to what the others made of the text.
    pub(super) const fn contextual(&self) -> bool {
        !matches!(self.final_marks, FinalMarks::Keep)
            || !matches!(self.tanwin_carrier, TanwinCarrier::Keep)
            || !matches!(self.dagger_alef, DaggerAlef::Keep)
            || !matches!(self.farsi_yeh, FarsiYeh::Keep)
            || !matches!(self.phrases, Phrases::Keep)
            || matches!(self.alef_maqsura, AlefMaqsura::Reverse)
            || matches!(self.digits, Digits::Arabic | Digits::Extended)
            || matches!(self.punctuation, Punctuation::Arabic | Punctuation::Urdu)
    }

    /// The folds of single letters among the choices.
    pub(super) const fn folds(&self) -> LetterFolds {
        let mut folds = LetterFolds::none();
        match self.alef {
            Alef::Keep => {}
            Alef::Hamza => folds = folds.with(LetterFolds::ALEF_HAMZA),
            Alef::HamzaAndWasla => folds = folds.with(LetterFolds::ALEF_HAMZA).with(LetterFolds::ALEF_WASLA),
            Alef::Fold => folds = folds.with(LetterFolds::ALEF),
        }
        if let AlefMaqsura::Yeh = self.alef_maqsura {
            folds = folds.with(LetterFolds::MAQSURA);
        }
        match self.teh_marbuta {
            TehMarbuta::Keep => {}
            TehMarbuta::Heh => folds = folds.with(LetterFolds::TEH_MARBUTA_TO_HEH),
            TehMarbuta::Teh => folds = folds.with(LetterFolds::TEH_MARBUTA_TO_TEH),
        }
        match self.hamza_seats {
            HamzaSeats::Keep => {}
            HamzaSeats::Carrier => folds = folds.with(LetterFolds::WAW_SEAT).with(LetterFolds::YEH_SEAT),
            HamzaSeats::Hamza => folds = folds.with(LetterFolds::SEATS_TO_HAMZA),
        }
        if let Hamza::Delete = self.hamza {
            folds = folds.with(LetterFolds::DROP_HAMZA);
        }
        if let LookAlikes::Fold = self.look_alikes {
            folds = folds.with(LetterFolds::LOOKALIKES);
        }
        if let ForeignLetters::Fold = self.foreign_letters {
            folds = folds.with(LetterFolds::FOREIGN);
        }
        match self.small_letters {
            SmallLetters::Keep => {}
            SmallLetters::Letter => folds = folds.with(LetterFolds::SMALL_TO_LETTER),
            SmallLetters::Delete => folds = folds.with(LetterFolds::DROP_SMALL),
        }
        if let NoonGhunna::Fold = self.noon_ghunna {
            folds = folds.with(LetterFolds::NOON_GHUNNA);
        }
        folds
    }
}
