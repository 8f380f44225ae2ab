//! One small opaque error.

use core::fmt;

/// Why a value could not be resolved or an explicit string not be read.
///
/// Opaque: [`Error::kind`] distinguishes the cases that a program may want to handle; the message is for people and
/// may change.
///
/// ```
/// use warraq::{ArabicText as _, Context, ErrorKind};
///
/// let date = "20 يناير الجاري".arabic_dates().next().unwrap();
/// let error = date.resolve(&Context::new()).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::NeedsReference);
/// assert_eq!(error.to_string(), "a reference date is needed to resolve this value");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Error {
    reason: Reason,
}

/// What is wrong, of which [`ErrorKind`] tells the sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Reason {
    NeedsReference,
    NeedsYear,
    NeedsMonth,
    Hijri,
    BeforeHijra,
    SolarHijri,
    Time,
    #[cfg(feature = "jiff")]
    HalfUnknown,
    Duration,
    Recurrence,
    Number,
    NoPeriod,
    OutOfRange,
    NoSuchTime,
    RegionForm,
    DateForm,
    WeekdayForm,
    NoSuchDay,
    Reversed,
    UnknownOperation,
    UnknownChoice,
}

/// The sort of an [`Error`].
///
/// ```
/// use warraq::{CivilDate, ErrorKind};
/// assert_eq!("2023-02-30".parse::<CivilDate>().unwrap_err().kind(), ErrorKind::Invalid);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The value is relative, and the context has no reference date.
    NeedsReference,
    /// The value says too little to be a day, month, year or interval (a number, a day without a
    /// month, a recurrence).
    NotResolvable,
    /// The result would lie outside the years that can be represented.
    OutOfRange,
    /// The string or the date is not valid.
    Invalid,
    /// No operation of the normalizer has this name, or it has no such choice.
    UnknownOperation,
}

impl Error {
    pub(crate) const fn new(reason: Reason) -> Self {
        Self { reason }
    }

    /// The sort of the error.
    ///
    /// ```
    /// use warraq::{CivilDate, ErrorKind};
    /// assert_eq!("?".parse::<CivilDate>().map_err(|e| e.kind()), Err(ErrorKind::Invalid));
    /// ```
    pub const fn kind(&self) -> ErrorKind {
        match self.reason {
            Reason::NeedsReference => ErrorKind::NeedsReference,
            Reason::NeedsYear
            | Reason::NeedsMonth
            | Reason::Hijri
            | Reason::BeforeHijra
            | Reason::SolarHijri
            | Reason::Time
            | Reason::Duration
            | Reason::Recurrence
            | Reason::Number
            | Reason::NoPeriod => ErrorKind::NotResolvable,
            #[cfg(feature = "jiff")]
            Reason::HalfUnknown => ErrorKind::NotResolvable,
            Reason::OutOfRange | Reason::NoSuchTime => ErrorKind::OutOfRange,
            Reason::RegionForm
            | Reason::DateForm
            | Reason::WeekdayForm
            | Reason::NoSuchDay
            | Reason::Reversed => ErrorKind::Invalid,
            Reason::UnknownOperation | Reason::UnknownChoice => ErrorKind::UnknownOperation,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.reason {
            Reason::NeedsReference => "a reference date is needed to resolve this value",
            Reason::NeedsYear => "the year is not stated: Context::years says which one is meant",
            Reason::NeedsMonth => "the month is not stated",
            Reason::Hijri => "Hijri months and years are resolved only with Context::hijri_periods",
            Reason::BeforeHijra => "years before the Hijra are not converted",
            Reason::SolarHijri => "dates of the solar Hijri calendar are not converted",
            Reason::Time => "a time of day without a date cannot be resolved",
            #[cfg(feature = "jiff")]
            Reason::HalfUnknown => "the half of the day is not known",
            Reason::Duration => "a duration cannot be resolved to a date",
            Reason::Recurrence => "a recurring time has no single date",
            Reason::Number => "a number cannot be resolved to a date",
            Reason::NoPeriod => "this value does not name a day, month, year or interval",
            Reason::OutOfRange => "the date lies outside the years that can be represented",
            Reason::NoSuchTime => "a day has no such time",
            Reason::RegionForm => "a region is two letters of ISO 3166-1, such as EG",
            Reason::DateForm => "a date is written YYYY-MM-DD in ASCII digits",
            Reason::WeekdayForm => "a weekday is one of MON, TUE, WED, THU, FRI, SAT, SUN",
            Reason::NoSuchDay => "the month has no such day, or the year no such month",
            Reason::Reversed => "the interval ends before it begins",
            Reason::UnknownOperation => "no operation of the normalizer has this name",
            Reason::UnknownChoice => "the operation of the normalizer has no such choice",
        })
    }
}

impl core::error::Error for Error {}
