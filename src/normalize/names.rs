//! The operations as values: with their choice, their name, what they lose; to and from strings, for
//! programs that take them from a command line or a file, or report them.

use core::fmt;
use core::str::FromStr;

use super::Normalizer;
use super::letters::{
    Alef, AlefMaqsura, DaggerAlef, FarsiYeh, FinalMarks, ForeignLetters, Hamza, HamzaSeats, LookAlikes,
    NoonGhunna, SmallLetters, TanwinCarrier, TehMarbuta,
};
use super::ops::{
    Composition, Digits, Elongation, Invisible, Marks, Phrases, PresentationForms, Punctuation, Spaces,
    Switches, Tatweel, Zwnj,
};
use crate::error::{Error, Reason};

/// What a reader can no longer tell after an operation; ordered from nothing to much.
///
/// ```
/// use warraq::{Loss, Normalizer};
///
/// let worst = |normalizer: Normalizer| normalizer.operations().map(|o| o.loss()).max();
/// assert_eq!(worst(Normalizer::clean()), Some(Loss::Nothing));
/// assert_eq!(worst(Normalizer::ml()), Some(Loss::Reading));
/// assert_eq!(worst(Normalizer::search()), Some(Loss::Meaning));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Loss {
    /// Nothing that is read: how the same text is encoded, laid out or displayed.
    Nothing,
    /// Help for reading, emphasis, a way of spelling: words merge only where these told them apart.
    Reading,
    /// Letters that tell words apart: two different words may become one.
    Meaning,
}

/// How a choice is written, and what it loses.
trait Choice: Copy + PartialEq + 'static {
    /// The choice that the bare name of the operation stands for.
    const USUAL: Self;

    fn loss(self) -> Loss;
    fn write(self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
    fn read(name: &str) -> Option<Self>;
}

/// The names of the choices of an enum, the usual one first, with what each loses.
macro_rules! choices {
    ($($type:ident { $usual:ident = $usual_name:literal $usual_loss:ident,
        $($other:ident = $name:literal $loss:ident,)* })*) => {$(
        impl Choice for $type {
            const USUAL: Self = Self::$usual;

            fn loss(self) -> Loss {
                match self {
                    Self::$usual => Loss::$usual_loss,
                    $(Self::$other => Loss::$loss,)*
                }
            }

            fn write(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    Self::$usual => $usual_name,
                    $(Self::$other => $name,)*
                })
            }

            fn read(name: &str) -> Option<Self> {
                match name {
                    $usual_name => Some(Self::$usual),
                    $($name => Some(Self::$other),)*
                    _ => None,
                }
            }
        }
    )*};
}

choices! {
    Alef {
        Fold = "fold" Meaning, Keep = "keep" Nothing, Hamza = "hamza" Meaning,
        HamzaAndWasla = "hamza_and_wasla" Meaning,
    }
    AlefMaqsura { Yeh = "yeh" Meaning, Keep = "keep" Nothing, Reverse = "reverse" Meaning, }
    TehMarbuta { Heh = "heh" Meaning, Keep = "keep" Nothing, Teh = "teh" Meaning, }
    HamzaSeats { Carrier = "carrier" Meaning, Keep = "keep" Nothing, Hamza = "hamza" Meaning, }
    Hamza { Delete = "delete" Meaning, Keep = "keep" Nothing, }
    LookAlikes { Fold = "fold" Reading, Keep = "keep" Nothing, }
    FarsiYeh { ByPlace = "by_place" Reading, Keep = "keep" Nothing, }
    ForeignLetters { Fold = "fold" Meaning, Keep = "keep" Nothing, }
    SmallLetters { Letter = "letter" Reading, Keep = "keep" Nothing, Delete = "delete" Reading, }
    NoonGhunna { Fold = "fold" Reading, Keep = "keep" Nothing, }
    FinalMarks { Delete = "delete" Reading, Keep = "keep" Nothing, }
    TanwinCarrier { Delete = "delete" Reading, Keep = "keep" Nothing, }
    DaggerAlef { Promote = "promote" Reading, Keep = "keep" Nothing, }
    Tatweel { Delete = "delete" Nothing, Keep = "keep" Nothing, DeleteAll = "delete_all" Reading, }
    PresentationForms { Decompose = "decompose" Nothing, Keep = "keep" Nothing, }
    Phrases { Expand = "expand" Nothing, Keep = "keep" Nothing, Allah = "allah" Nothing, }
    Invisible { Delete = "delete" Nothing, Keep = "keep" Nothing, }
    Zwnj { Delete = "delete" Reading, Keep = "keep" Nothing, Space = "space" Reading, }
    Digits {
        Latin = "latin" Nothing, Keep = "keep" Nothing, LatinAll = "latin_all" Nothing,
        Arabic = "arabic" Nothing, Extended = "extended" Nothing,
    }
    Punctuation {
        Ascii = "ascii" Nothing, Keep = "keep" Nothing, Arabic = "arabic" Nothing, Urdu = "urdu" Nothing,
    }
    Composition { Nfc = "nfc" Nothing, Keep = "keep" Nothing, }
    Spaces { Collapse = "collapse" Nothing, Keep = "keep" Nothing, }
}

impl Choice for Marks {
    const USUAL: Self = Self::ALL;

    fn loss(self) -> Loss {
        if self == Self::NONE { Loss::Nothing } else { Loss::Reading }
    }

    fn write(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self, f)
    }

    fn read(names: &str) -> Option<Self> {
        if names == "none" {
            return Some(Self::NONE);
        }
        names.split('+').try_fold(Self::NONE, |set, name| {
            let more = match name {
                "all" => Self::ALL,
                "tashkeel" => Self::TASHKEEL,
                _ => Self::NAMES.iter().find(|(_, known)| *known == name)?.0,
            };
            Some(set.with(more))
        })
    }
}

impl Choice for Elongation {
    const USUAL: Self = Self::SHORTEN;

    fn loss(self) -> Loss {
        if self == Self::KEEP { Loss::Nothing } else { Loss::Reading }
    }

    fn write(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.limits() {
            None => f.write_str("keep"),
            Some((from, to)) => write!(f, "{from}:{to}"),
        }
    }

    fn read(limits: &str) -> Option<Self> {
        if limits == "keep" {
            return Some(Self::KEEP);
        }
        let (from, to) = limits.split_once(':')?;
        if limits.contains('+') {
            return None;
        }
        let (from, to) = (from.parse().ok()?, to.parse().ok()?);
        let read = Self::SHORTEN.from(from).to(to);
        // What the builder would mend is no choice that was meant.
        (read.limits() == Some((usize::from(from), usize::from(to)))).then_some(read)
    }
}

/// Declares the operations in the order in which they apply.
macro_rules! operations {
    ($($(#[$doc:meta])* $variant:ident($type:ident) $field:ident,)*) => {
        /// An operation of [`Normalizer`] with its choice: one call of the builder as a value.
        ///
        /// As a string it is `name=choice`, the name that of the builder's method: `alef=fold`,
        /// `marks=harakat+tanwin`, `elongation=3:2`. The name alone stands for the usual choice.
        ///
        /// ```
        /// use warraq::{Digits, ErrorKind, Normalizer, Operation};
        ///
        /// let operations: Result<Normalizer, _> = "marks,alef=fold,digits".split(',').map(str::parse::<Operation>).collect();
        /// let normalizer = operations?;
        /// assert_eq!(normalizer.normalize("أُحُدٌ ٣"), "احد 3");
        /// assert!(normalizer.operations().any(|o| o == Operation::Digits(Digits::Latin)));
        ///
        /// let error = "spelling".parse::<Operation>().unwrap_err();
        /// assert_eq!(error.kind(), ErrorKind::UnknownOperation);
        /// let error = "alef=bet".parse::<Operation>().unwrap_err();
        /// assert_eq!(error.to_string(), "the operation of the normalizer has no such choice");
        /// # Ok::<(), warraq::Error>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Operation {
            $($(#[$doc])* $variant($type),)*
        }

        impl Operation {
            /// Every operation with its usual choice, in the order in which they apply.
            ///
            /// ```
            /// use warraq::{Operation, Tatweel};
            /// assert!(Operation::ALL.contains(&Operation::Tatweel(Tatweel::Delete)));
            /// ```
            pub const ALL: &'static [Self] = &[$(Self::$variant(<$type as Choice>::USUAL),)*];

            /// The name of the builder's method.
            ///
            /// ```
            /// use warraq::{AlefMaqsura, Operation};
            /// assert_eq!(Operation::AlefMaqsura(AlefMaqsura::Yeh).name(), "alef_maqsura");
            /// ```
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant(_) => stringify!($field),)*
                }
            }

            /// What the operation loses in Arabic text.
            ///
            /// ```
            /// use warraq::{Loss, Operation, Tatweel};
            /// assert_eq!(Operation::Tatweel(Tatweel::Delete).loss(), Loss::Nothing);
            /// ```
            pub fn loss(self) -> Loss {
                match self {
                    $(Self::$variant(choice) => choice.loss(),)*
                }
            }
        }

        impl Normalizer {
            /// Switches an operation on, or off if its choice is to keep.
            ///
            /// ```
            /// use warraq::{Normalizer, Operation, Tatweel};
            /// const NO_TATWEEL: Normalizer = Normalizer::new().operation(Operation::Tatweel(Tatweel::Delete));
            /// assert_eq!(NO_TATWEEL.normalize("عـــاجل"), "عاجل");
            /// ```
            pub const fn operation(self, operation: Operation) -> Self {
                self.switched(self.switches.operation(operation))
            }

            /// The operations that are switched on, in the order in which they apply. Collected
            /// again, they give an equal normalizer.
            ///
            /// ```
            /// use warraq::Normalizer;
            /// let names: Vec<_> = Normalizer::clean().operations().map(|o| o.to_string()).collect();
            /// assert_eq!(names, ["presentation_forms=decompose", "invisible=delete", "composition=nfc", "tatweel=delete"]);
            /// ```
            pub fn operations(&self) -> impl Iterator<Item = Operation> + use<> {
                let (on, off) = (self.switches, Switches::NONE);
                [$((on.$field != off.$field).then_some(Operation::$variant(on.$field)),)*].into_iter().flatten()
            }
        }

        impl Switches {
            const fn operation(mut self, operation: Operation) -> Self {
                match operation {
                    $(Operation::$variant(choice) => self.$field = choice,)*
                }
                self
            }
        }

        impl fmt::Display for Operation {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())?;
                f.write_str("=")?;
                match *self {
                    $(Self::$variant(choice) => choice.write(f),)*
                }
            }
        }

        impl FromStr for Operation {
            type Err = Error;

            fn from_str(text: &str) -> Result<Self, Error> {
                let (name, choice) = text.split_once('=').map_or((text, None), |(n, c)| (n, Some(c)));
                match name {
                    $(stringify!($field) => choice
                        .map_or(Some(<$type as Choice>::USUAL), <$type as Choice>::read)
                        .map(Self::$variant)
                        .ok_or(Error::new(Reason::UnknownChoice)),)*
                    _ => Err(Error::new(Reason::UnknownOperation)),
                }
            }
        }
    };
}

operations! {
    /// See [`PresentationForms`](super::PresentationForms).
    PresentationForms(PresentationForms) presentation_forms,
    /// See [`Phrases`](super::Phrases).
    Phrases(Phrases) phrases,
    /// See [`Invisible`](super::Invisible).
    Invisible(Invisible) invisible,
    /// See [`Zwnj`](super::Zwnj).
    Zwnj(Zwnj) zwnj,
    /// See [`Composition`](super::Composition).
    Composition(Composition) composition,
    /// See [`DaggerAlef`](super::DaggerAlef).
    DaggerAlef(DaggerAlef) dagger_alef,
    /// See [`TanwinCarrier`](super::TanwinCarrier).
    TanwinCarrier(TanwinCarrier) tanwin_carrier,
    /// See [`FinalMarks`](super::FinalMarks).
    FinalMarks(FinalMarks) final_marks,
    /// See [`Marks`](super::Marks).
    Marks(Marks) marks,
    /// See [`SmallLetters`](super::SmallLetters).
    SmallLetters(SmallLetters) small_letters,
    /// See [`Hamza`](super::Hamza).
    Hamza(Hamza) hamza,
    /// See [`Tatweel`](super::Tatweel).
    Tatweel(Tatweel) tatweel,
    /// See [`FarsiYeh`](super::FarsiYeh).
    FarsiYeh(FarsiYeh) farsi_yeh,
    /// See [`LookAlikes`](super::LookAlikes).
    LookAlikes(LookAlikes) look_alikes,
    /// See [`ForeignLetters`](super::ForeignLetters).
    ForeignLetters(ForeignLetters) foreign_letters,
    /// See [`NoonGhunna`](super::NoonGhunna).
    NoonGhunna(NoonGhunna) noon_ghunna,
    /// See [`Alef`](super::Alef).
    Alef(Alef) alef,
    /// See [`TehMarbuta`](super::TehMarbuta).
    TehMarbuta(TehMarbuta) teh_marbuta,
    /// See [`HamzaSeats`](super::HamzaSeats).
    HamzaSeats(HamzaSeats) hamza_seats,
    /// See [`AlefMaqsura`](super::AlefMaqsura).
    AlefMaqsura(AlefMaqsura) alef_maqsura,
    /// See [`Digits`](super::Digits).
    Digits(Digits) digits,
    /// See [`Punctuation`](super::Punctuation).
    Punctuation(Punctuation) punctuation,
    /// See [`Elongation`](super::Elongation).
    Elongation(Elongation) elongation,
    /// See [`Spaces`](super::Spaces).
    Spaces(Spaces) spaces,
}

/// The operations switched on one after the other; of two of one name, the later counts.
impl FromIterator<Operation> for Normalizer {
    fn from_iter<I: IntoIterator<Item = Operation>>(operations: I) -> Self {
        Self::with(operations.into_iter().fold(Switches::NONE, Switches::operation))
    }
}

/// Switches further operations on.
impl Extend<Operation> for Normalizer {
    fn extend<I: IntoIterator<Item = Operation>>(&mut self, operations: I) {
        *self = self.switched(operations.into_iter().fold(self.switches, Switches::operation));
    }
}
