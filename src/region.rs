//! Regions, which decide how a lone dot is read and on which day a week starts. A leaf.

use core::fmt;
use core::str::FromStr;

use crate::error::{Error, Reason};

/// A region by its ISO 3166-1 code of two letters.
///
/// ```
/// use warraq::Region;
/// assert_eq!("ma".parse::<Region>().unwrap().to_string(), "MA");
/// assert!("Morocco".parse::<Region>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Region([u8; 2]);

impl Region {
    /// The two capital letters.
    pub(crate) const fn letters(self) -> [u8; 2] {
        self.0
    }
}

impl FromStr for Region {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Error> {
        match <[u8; 2]>::try_from(code.as_bytes()) {
            Ok(letters) if code.bytes().all(|b| b.is_ascii_alphabetic()) => {
                Ok(Self(letters.map(|b| b.to_ascii_uppercase())))
            }
            _ => Err(Error::new(Reason::RegionForm)),
        }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|&b| write!(f, "{}", char::from(b)))
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Region({self})")
    }
}
