//! How sure a finding is, and what is remarkable about it. A leaf: knows no grammar.

use core::fmt;

/// How sure a finding is. Ordered: `Weak < Likely < Certain`.
///
/// ```
/// use warraq::{ArabicText as _, Certainty};
/// let found = "منذ 2010".arabic_dates().next().unwrap();
/// assert_eq!(found.certainty(), Certainty::Likely);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Certainty {
    /// One reading among several; reported in [`Mode::Recall`] only.
    Weak,
    /// The usual reading of these words here.
    Likely,
    /// The form leaves no other reading.
    Certain,
}

impl Certainty {
    /// `weak`, `likely`, `certain`.
    ///
    /// ```
    /// assert_eq!(warraq::Certainty::Certain.as_str(), "certain");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }

    /// One step less sure.
    pub(crate) const fn lower(self) -> Self {
        match self {
            Self::Certain => Self::Likely,
            _ => Self::Weak,
        }
    }
}

/// Which findings are reported, and which clitics are cut off.
///
/// ```
/// use warraq::{Analyzer, Mode};
/// let recall = Analyzer::new().mode(Mode::Recall);
/// assert_eq!(recall.entities("واحد منهم").count(), 1);
/// assert_eq!(Analyzer::new().entities("واحد منهم").count(), 0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Mode {
    /// Only what is certain.
    Strict,
    /// What is certain or likely.
    #[default]
    Balanced,
    /// Everything, weak readings too.
    Recall,
}

impl Mode {
    pub(crate) const fn least(self) -> Certainty {
        match self {
            Self::Strict => Certainty::Certain,
            Self::Balanced => Certainty::Likely,
            Self::Recall => Certainty::Weak,
        }
    }
}

/// The order of day, month and year in an all-numeric date, where the digits allow several.
///
/// CLDR has day, month, year for every Arabic locale. A first field of four digits is the year whatever the order is. If
/// the order gives no valid date, one that does is used.
///
/// ```
/// use warraq::{Analyzer, DateOrder};
/// let first = |order| Analyzer::new().date_order(order).dates("بتاريخ 03/04/2023").next().unwrap();
/// assert_eq!(first(DateOrder::Dmy).value().to_string(), "day:2023-04-03");
/// assert_eq!(first(DateOrder::Mdy).value().to_string(), "day:2023-03-04");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum DateOrder {
    /// Day, month, year.
    #[default]
    Dmy,
    /// Year, month, day, also where the year has two digits.
    Ymd,
    /// Month, day, year.
    Mdy,
}

/// A set of optional varieties of Arabic (dialect, classical), off by default.
///
/// ```
/// use warraq::{Analyzer, Profiles};
/// let dialect = Analyzer::new().profiles(Profiles::DIALECT);
/// assert_eq!(dialect.numbers("دفع تلتمية وخمسين جنيه").next().unwrap().value().to_string(), "card:350");
/// assert_eq!(Analyzer::new().numbers("دفع تلتمية جنيه").count(), 0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Profiles(u8);

impl Profiles {
    /// Modern Standard Arabic alone.
    pub const NONE: Self = Self(0);
    /// Number words of the dialects of Egypt, the Levant, the Gulf and the Maghreb, and hundreds joined to
    /// what follows without و.
    pub const DIALECT: Self = Self(1);
    /// Dates of classical and legal texts: `لسبع خلون من رجب`, `سلخ شعبان`.
    pub const CLASSICAL: Self = Self(2);

    /// Both sets together.
    ///
    /// ```
    /// use warraq::Profiles;
    /// assert!(Profiles::DIALECT.with(Profiles::CLASSICAL).contains(Profiles::DIALECT));
    /// ```
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of `other` are in the set.
    ///
    /// ```
    /// use warraq::Profiles;
    /// assert!(!Profiles::NONE.contains(Profiles::DIALECT));
    /// ```
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// A set of notes on how a finding was read.
///
/// ```
/// use warraq::{ArabicText as _, Flags};
/// let found = "شارك ١2 فريقا".arabic_numbers().next().unwrap();
/// assert!(found.flags().contains(Flags::MIXED_DIGITS));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Flags(u16);

impl Flags {
    /// Nothing remarkable.
    pub const NONE: Self = Self(0);
    /// Digits of more than one numeral system.
    pub const MIXED_DIGITS: Self = Self(1);
    /// Written in visual order and repaired.
    pub const REVERSED: Self = Self(1 << 1);
    /// A separator in an unusual role.
    pub const LENIENT: Self = Self(1 << 2);
    /// Day and month could be exchanged; read as [`DateOrder`] asks.
    pub const AMBIGUOUS_ORDER: Self = Self(1 << 3);
    /// The month was read before the day: nothing else was possible, or [`DateOrder`] asks for it.
    pub const MONTH_FIRST: Self = Self(1 << 4);
    /// The calendar of a numeric date follows from its year alone.
    pub const CALENDAR_INFERRED: Self = Self(1 << 5);
    /// The stated weekday is not that of the date.
    pub const WEEKDAY_MISMATCH: Self = Self(1 << 6);
    /// A year of two digits.
    pub const SHORT_YEAR: Self = Self(1 << 7);
    /// Part of a name such as a street; reported only when names are asked for.
    pub const IN_NAME: Self = Self(1 << 8);
    /// A four-digit number that could be a year.
    pub const MAYBE_YEAR: Self = Self(1 << 9);
    /// Letters that are no known unit stand right behind the digits.
    pub const GLUED: Self = Self(1 << 10);

    /// A day more or less: counted towards the end of a month whose length is not known.
    pub const APPROXIMATE: Self = Self(1 << 11);

    const NAMES: [(Self, &'static str); 12] = [
        (Self::MIXED_DIGITS, "mixed_digits"),
        (Self::REVERSED, "reversed"),
        (Self::LENIENT, "lenient"),
        (Self::AMBIGUOUS_ORDER, "ambiguous_order"),
        (Self::MONTH_FIRST, "month_first"),
        (Self::CALENDAR_INFERRED, "calendar_inferred"),
        (Self::WEEKDAY_MISMATCH, "weekday_mismatch"),
        (Self::SHORT_YEAR, "short_year"),
        (Self::IN_NAME, "in_name"),
        (Self::MAYBE_YEAR, "maybe_year"),
        (Self::GLUED, "glued"),
        (Self::APPROXIMATE, "approximate"),
    ];

    /// Whether all of `other` are set.
    ///
    /// ```
    /// use warraq::Flags;
    /// assert!(Flags::REVERSED.contains(Flags::NONE));
    /// ```
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Both sets together.
    ///
    /// ```
    /// use warraq::Flags;
    /// assert!(Flags::REVERSED.with(Flags::LENIENT).contains(Flags::LENIENT));
    /// ```
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether nothing is remarkable.
    ///
    /// ```
    /// assert!(warraq::Flags::NONE.is_empty());
    /// ```
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The names of the flags that are set.
    ///
    /// ```
    /// use warraq::Flags;
    /// assert_eq!(Flags::LENIENT.names().collect::<Vec<_>>(), ["lenient"]);
    /// ```
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES.into_iter().filter(move |&(flag, _)| self.contains(flag)).map(|(_, name)| name)
    }

    pub(crate) const fn when(self, condition: bool) -> Self {
        if condition { self } else { Self::NONE }
    }
}

impl fmt::Debug for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}
