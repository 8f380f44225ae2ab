//! The operations by name, for programs that take them from a command line or a file.

use core::fmt;
use core::str::FromStr;

use super::Normalizer;
use super::letters::{
    Alef, AlefMaqsura, ForeignLetters, Hamza, HamzaSeats, LookAlikes, NoonGhunna, SmallLetters, TehMarbuta,
};
use super::ops::{Composition, Digits, Elongation, Invisible, Marks, PresentationForms, Tatweel, Zwnj};
use crate::error::{Error, ErrorKind};

/// An operation of [`Normalizer`], named as the builder's method; it stands for that method with
/// its usual argument, such as [`Marks::ALL`] or [`Digits::Latin`].
///
/// ```
/// use warraq::{ErrorKind, Normalizer, Operation};
///
/// let mut normalizer = Normalizer::new();
/// for name in "marks,alef,digits".split(',') {
///     normalizer = normalizer.operation(name.parse()?);
/// }
/// assert_eq!(normalizer.normalize("أُحُدٌ ٣"), "احد 3");
///
/// let error = "spelling".parse::<Operation>().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::UnknownOperation);
/// # Ok::<(), warraq::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Operation {
    /// `marks(Marks::ALL)`, see [`Marks`].
    Marks,
    /// `alef(Alef::Fold)`, see [`Alef`].
    Alef,
    /// `alef_maqsura(AlefMaqsura::Yeh)`, see [`AlefMaqsura`].
    AlefMaqsura,
    /// `teh_marbuta(TehMarbuta::Heh)`, see [`TehMarbuta`].
    TehMarbuta,
    /// `hamza_seats(HamzaSeats::Carrier)`, see [`HamzaSeats`].
    HamzaSeats,
    /// `hamza(Hamza::Delete)`, see [`Hamza`].
    Hamza,
    /// `look_alikes(LookAlikes::Fold)`, see [`LookAlikes`].
    LookAlikes,
    /// `foreign_letters(ForeignLetters::Fold)`, see [`ForeignLetters`].
    ForeignLetters,
    /// `small_letters(SmallLetters::Letter)`, see [`SmallLetters`].
    SmallLetters,
    /// `noon_ghunna(NoonGhunna::Fold)`, see [`NoonGhunna`].
    NoonGhunna,
    /// `tatweel(Tatweel::Delete)`, see [`Tatweel`].
    Tatweel,
    /// `presentation_forms(PresentationForms::Decompose)`, see [`PresentationForms`].
    PresentationForms,
    /// `invisible(Invisible::Delete)`, see [`Invisible`].
    Invisible,
    /// `zwnj(Zwnj::Delete)`, see [`Zwnj`].
    Zwnj,
    /// `digits(Digits::Latin)`, see [`Digits`].
    Digits,
    /// `composition(Composition::Nfc)`, see [`Composition`].
    Composition,
    /// `elongation(Elongation::SHORTEN)`, see [`Elongation`].
    Elongation,
}

impl Operation {
    /// Every operation.
    ///
    /// ```
    /// use warraq::Operation;
    /// assert!(Operation::ALL.contains(&Operation::Tatweel));
    /// ```
    pub const ALL: &'static [Self] = &[
        Self::Marks,
        Self::Alef,
        Self::AlefMaqsura,
        Self::TehMarbuta,
        Self::HamzaSeats,
        Self::Hamza,
        Self::LookAlikes,
        Self::ForeignLetters,
        Self::SmallLetters,
        Self::NoonGhunna,
        Self::Tatweel,
        Self::PresentationForms,
        Self::Invisible,
        Self::Zwnj,
        Self::Digits,
        Self::Composition,
        Self::Elongation,
    ];

    /// The name of the builder's method.
    ///
    /// ```
    /// assert_eq!(warraq::Operation::AlefMaqsura.name(), "alef_maqsura");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Marks => "marks",
            Self::Alef => "alef",
            Self::AlefMaqsura => "alef_maqsura",
            Self::TehMarbuta => "teh_marbuta",
            Self::HamzaSeats => "hamza_seats",
            Self::Hamza => "hamza",
            Self::LookAlikes => "look_alikes",
            Self::ForeignLetters => "foreign_letters",
            Self::SmallLetters => "small_letters",
            Self::NoonGhunna => "noon_ghunna",
            Self::Tatweel => "tatweel",
            Self::PresentationForms => "presentation_forms",
            Self::Invisible => "invisible",
            Self::Zwnj => "zwnj",
            Self::Digits => "digits",
            Self::Composition => "composition",
            Self::Elongation => "elongation",
        }
    }
}

impl Normalizer {
    /// Switches an operation on with its usual argument.
    ///
    /// ```
    /// use warraq::{Normalizer, Operation};
    /// const NO_TATWEEL: Normalizer = Normalizer::new().operation(Operation::Tatweel);
    /// assert_eq!(NO_TATWEEL.normalize("عـــاجل"), "عاجل");
    /// ```
    pub const fn operation(self, operation: Operation) -> Self {
        match operation {
            Operation::Marks => self.marks(Marks::ALL),
            Operation::Alef => self.alef(Alef::Fold),
            Operation::AlefMaqsura => self.alef_maqsura(AlefMaqsura::Yeh),
            Operation::TehMarbuta => self.teh_marbuta(TehMarbuta::Heh),
            Operation::HamzaSeats => self.hamza_seats(HamzaSeats::Carrier),
            Operation::Hamza => self.hamza(Hamza::Delete),
            Operation::LookAlikes => self.look_alikes(LookAlikes::Fold),
            Operation::ForeignLetters => self.foreign_letters(ForeignLetters::Fold),
            Operation::SmallLetters => self.small_letters(SmallLetters::Letter),
            Operation::NoonGhunna => self.noon_ghunna(NoonGhunna::Fold),
            Operation::Tatweel => self.tatweel(Tatweel::Delete),
            Operation::PresentationForms => self.presentation_forms(PresentationForms::Decompose),
            Operation::Invisible => self.invisible(Invisible::Delete),
            Operation::Zwnj => self.zwnj(Zwnj::Delete),
            Operation::Digits => self.digits(Digits::Latin),
            Operation::Composition => self.composition(Composition::Nfc),
            Operation::Elongation => self.elongation(Elongation::SHORTEN),
        }
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Operation {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.iter().find(|operation| operation.name() == name);
        found.copied().ok_or(Error::new(ErrorKind::UnknownOperation))
    }
}
