//! One small opaque error.

use core::fmt;

/// Why a value could not be resolved or an explicit string not be read.
///
/// Opaque: [`Error::kind`] tells the sorts apart that a program may want to tell apart, the
/// message is for people and may change.
///
/// ```
/// use warraq::{ArabicText as _, Context, ErrorKind};
///
/// let date = "20 يناير الجاري".arabic_dates().next().unwrap();
/// let error = date.resolve(&Context::new()).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::NeedsReference);
/// assert_eq!(error.to_string(), "a reference date is needed to resolve this value");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
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
    /// No operation of the normalizer has this name.
    UnknownOperation,
}

impl Error {
    pub(crate) const fn new(kind: ErrorKind) -> Self {
        Self { kind }
    }

    /// The sort of the error.
    ///
    /// ```
    /// use warraq::{CivilDate, ErrorKind};
    /// assert_eq!("?".parse::<CivilDate>().map_err(|e| e.kind()), Err(ErrorKind::Invalid));
    /// ```
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            ErrorKind::NeedsReference => "a reference date is needed to resolve this value",
            ErrorKind::NotResolvable => "this value does not name a day, month, year or interval",
            ErrorKind::OutOfRange => "the date lies outside the years that can be represented",
            ErrorKind::Invalid => "the text does not have the form that is asked for",
            ErrorKind::UnknownOperation => "no operation of the normalizer has this name",
        })
    }
}

impl core::error::Error for Error {}
