//! Findings: the candidates of both grammars, of which those are kept that together explain the
//! text best (D.2). Knows no grammar.

mod context;
mod machine;
mod unit;

pub use context::Relation;
pub(crate) use machine::Machine;
pub use unit::{Unit, UnitKind};

use core::fmt;
use core::iter::FusedIterator;

use crate::certainty::{Certainty, DateOrder, Flags, Mode, Profiles};
use crate::class::NumeralSystems;
use crate::date::{Context, Date, Resolved};
use crate::error::{Error, Reason};
use crate::item;
use crate::number::{GuardKind, Number};
use crate::region::Region;
use crate::span::Span;

/// What was found: a number, a date, or what only looks like one. Prints in the notation of its kind.
///
/// ```
/// use warraq::{ArabicText as _, Value};
/// let found = "عام 2024".arabic_dates().next().unwrap();
/// assert!(matches!(found.value(), Value::Date(_)));
/// assert_eq!(found.value().to_string(), "year:2024");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value {
    /// A number.
    Number(Number),
    /// A date, a time or a duration.
    Date(Date),
    /// What looks like a number and is none; only where [`Guards::Report`] asks for it.
    Guard(GuardKind),
}

impl Value {
    /// The Gregorian day, month, year or interval that is meant, as [`Entity::resolve`] has it; also of one of the
    /// [`alternatives`](Entity::alternatives).
    ///
    /// ```
    /// use warraq::{ArabicText as _, Context};
    /// let found = "بتاريخ 3/4/2023".arabic_dates().next().unwrap();
    /// let other = &found.alternatives()[0];
    /// assert_eq!(other.resolve(&Context::new())?.to_string(), "day:2023-03-04");
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`Entity::resolve`].
    pub fn resolve(&self, context: &Context) -> Result<Resolved, Error> {
        match self {
            Self::Date(date) => date.resolve(context),
            Self::Number(_) | Self::Guard(_) => Err(Error::new(Reason::Number)),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Guard(kind) => kind.fmt(f),
        }
    }
}

/// A number or a date in a text: where it stands, what it says, how sure that is.
///
/// ```
/// use warraq::{ArabicText as _, Certainty};
///
/// let text = "في يومي 11 و21 أبريل 2023";
/// let found = text.arabic_dates().next().unwrap();
/// assert_eq!(found.text(), "يومي 11 و21 أبريل 2023");
/// assert_eq!(found.value().to_string(), "days:{2023-04-11,2023-04-21}");
/// assert_eq!(found.certainty(), Certainty::Certain);
/// ```
#[derive(Clone)]
pub struct Entity<'t> {
    /// The whole text.
    source: &'t str,
    start: usize,
    len: usize,
    value: Value,
    certainty: Certainty,
    flags: Flags,
    /// By which it was read: what stands beside it is read by the same.
    options: item::Options,
}

/// Equal when they stand at the same place and say the same.
impl PartialEq for Entity<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.text(), &self.value) == (other.start, other.text(), &other.value)
            && (self.certainty, self.flags) == (other.certainty, other.flags)
    }
}

impl Eq for Entity<'_> {}

impl fmt::Debug for Entity<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entity")
            .field("text", &self.text())
            .field("start", &self.start)
            .field("value", &self.value)
            .field("certainty", &self.certainty)
            .field("flags", &self.flags)
            .finish()
    }
}

impl<'t> Entity<'t> {
    /// The text of the finding, as it stands in the original.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// assert_eq!("فريق و21 لاعبا".arabic_numbers().next().unwrap().text(), "21");
    /// ```
    pub fn text(&self) -> &'t str {
        self.span().of(self.source)
    }

    /// Where it stands in the original, in bytes.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Span};
    /// assert_eq!("فريق و21".arabic_numbers().next().unwrap().span(), Span::new(11, 13));
    /// ```
    pub const fn span(&self) -> Span {
        Span { start: self.start, end: self.start + self.len }
    }

    /// What it says, exactly.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// assert_eq!("١٢٫٥٪".arabic_numbers().next().unwrap().value().to_string(), "pct:12.5");
    /// ```
    pub const fn value(&self) -> &Value {
        &self.value
    }

    /// How sure the reading is.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Certainty};
    /// assert_eq!("عام 2024".arabic_dates().next().unwrap().certainty(), Certainty::Certain);
    /// ```
    pub const fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// What is remarkable about it.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Flags};
    /// let found = "بتاريخ 3/4/2023".arabic_dates().next().unwrap();
    /// assert!(found.flags().contains(Flags::AMBIGUOUS_ORDER));
    /// ```
    pub const fn flags(&self) -> Flags {
        self.flags
    }

    /// The numeral systems of its digits; empty for words. O(length).
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// use warraq::class::NumeralSystem;
    /// let found = "27 سبتمبر ٢٠٢٣".arabic_dates().next().unwrap();
    /// assert!(found.systems().contains(NumeralSystem::Latn));
    /// assert!(found.systems().contains(NumeralSystem::Arab));
    /// ```
    pub fn systems(&self) -> NumeralSystems {
        NumeralSystems::of(self.text())
    }

    /// The Gregorian day, month, year or interval that is meant.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NeedsReference`] for a relative date without a reference in the context,
    /// [`ErrorKind::NotResolvable`] for a number, a time, a duration, a recurrence; for a date without a year, unless
    /// [`Context::years`] says which; for a Hijri month or year, unless [`Context::hijri_periods`] asks for it;
    /// [`ErrorKind::OutOfRange`] outside the years that a [`CivilDate`](crate::CivilDate) holds,
    /// [`ErrorKind::Invalid`] for an interval that the reference ends before it begins.
    ///
    /// [`ErrorKind::NeedsReference`]: crate::ErrorKind::NeedsReference
    /// [`ErrorKind::NotResolvable`]: crate::ErrorKind::NotResolvable
    /// [`ErrorKind::OutOfRange`]: crate::ErrorKind::OutOfRange
    /// [`ErrorKind::Invalid`]: crate::ErrorKind::Invalid
    ///
    /// ```
    /// use warraq::{ArabicText as _, CivilDate, Context};
    /// let context = Context::new().reference(CivilDate::new(2023, 1, 23)?);
    /// let found = "يوم الثلاثاء الماضي".arabic_dates().next().unwrap();
    /// assert_eq!(found.resolve(&context)?.to_string(), "day:2023-01-17");
    /// # Ok::<(), warraq::Error>(())
    /// ```
    pub fn resolve(&self, context: &Context) -> Result<Resolved, Error> {
        self.value.resolve(context)
    }
}

/// Whether a date that is part of a name is reported: a street, a party, a battle.
///
/// ```
/// use warraq::{Analyzer, Flags, Names};
/// let found = Analyzer::new().names(Names::Report).dates("ثورة 25 يناير").next().unwrap();
/// assert!(found.flags().contains(Flags::IN_NAME));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Names {
    /// It is not reported, and neither are the numbers in it.
    #[default]
    Suppress,
    /// It is reported with [`Flags::IN_NAME`].
    Report,
}

/// Whether number-like text that is not a number is reported: telephone numbers, versions, models.
///
/// ```
/// use warraq::{Analyzer, Guards};
/// let text = "للتواصل: +966 50 123 4567";
/// assert_eq!(Analyzer::new().entities(text).count(), 0);
/// let found = Analyzer::new().guards(Guards::Report).entities(text).next().unwrap();
/// assert_eq!(found.value().to_string(), "guard:phone");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Guards {
    /// It is not reported, and nothing inside of it is.
    #[default]
    Suppress,
    /// It is reported as [`Value::Guard`].
    Report,
}

/// What the search for numbers and dates may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct EntityOptions {
    pub(crate) mode: Mode,
    pub(crate) names: Names,
    pub(crate) region: Option<Region>,
    pub(crate) profiles: Profiles,
    pub(crate) order: DateOrder,
    pub(crate) guards: Guards,
    /// Whether every candidate is reported.
    pub(crate) everything: bool,
}

impl EntityOptions {
    /// What of it the grammars are told.
    fn reading(self) -> item::Options {
        item::Options {
            region: self.region.map(Region::letters),
            profiles: self.profiles,
            order: self.order,
            recall: self.mode == Mode::Recall,
        }
    }
}

/// The numbers and dates of a text in their order, from
/// [`Analyzer::entities`](crate::Analyzer::entities).
///
/// ```
/// use warraq::Analyzer;
/// let mut found = Analyzer::new().entities("شارك 11 فريقا في 27 سبتمبر 2023");
/// assert_eq!(found.next().unwrap().value().to_string(), "card:11");
/// assert_eq!(found.next().unwrap().value().to_string(), "day:2023-09-27");
/// ```
#[derive(Clone, Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Entities<'t> {
    machine: Machine<'t>,
    /// The byte behind the last entity that was yielded.
    at: usize,
    tokens: crate::token::Tokens<'t>,
}

impl<'t> Entities<'t> {
    pub(crate) fn new(text: &'t str, options: EntityOptions) -> Self {
        Self { machine: Machine::new(text, options), at: 0, tokens: item_tokens(text) }
    }

    /// What has not been searched yet: everything behind the last finding.
    ///
    /// ```
    /// use warraq::Analyzer;
    /// let mut found = Analyzer::new().entities("عام 2024 وعام 2025");
    /// found.next();
    /// assert_eq!(found.rest(), " وعام 2025");
    /// ```
    pub fn rest(&self) -> &'t str {
        self.machine.text().get(self.at..).unwrap_or("")
    }
}

/// The tokens that a [`Machine`] is fed with.
pub(crate) fn item_tokens(text: &str) -> crate::token::Tokens<'_> {
    crate::token::Tokenizer::new().tokens(text)
}

impl<'t> Iterator for Entities<'t> {
    type Item = Entity<'t>;

    fn next(&mut self) -> Option<Entity<'t>> {
        loop {
            if let Some(entity) = self.machine.pop() {
                self.at = entity.span().end;
                return Some(entity);
            }
            match self.tokens.next() {
                Some(token) => self.machine.push(token),
                None if self.machine.finished() => return None,
                None => self.machine.finish(),
            }
        }
    }
}

impl FusedIterator for Entities<'_> {}

/// Defines an iterator over the entities of one sort.
macro_rules! only {
    ($(#[$doc:meta])* $name:ident, $sort:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        #[must_use = "iterators are lazy and do nothing unless consumed"]
        pub struct $name<'t>(Entities<'t>);

        impl<'t> $name<'t> {
            pub(crate) fn new(entities: Entities<'t>) -> Self {
                Self(entities)
            }

            /// What has not been searched yet: everything behind the last finding that was yielded.
            ///
            /// ```
            /// use warraq::ArabicText as _;
            /// assert_eq!("عام 2024".arabic_dates().rest(), "عام 2024");
            /// assert_eq!("11 فريقا".arabic_numbers().rest(), "11 فريقا");
            /// ```
            pub fn rest(&self) -> &'t str {
                self.0.rest()
            }
        }

        impl<'t> Iterator for $name<'t> {
            type Item = Entity<'t>;

            fn next(&mut self) -> Option<Entity<'t>> {
                self.0.find(|entity| matches!(entity.value, Value::$sort(_)))
            }
        }

        impl FusedIterator for $name<'_> {}
    };
}

only! {
    /// The numbers of a text, from [`ArabicText::arabic_numbers`](crate::ArabicText::arabic_numbers):
    /// its entities without the dates, so a number inside a date is not among them.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// assert_eq!("11 فريقا في 27 سبتمبر 2023".arabic_numbers().count(), 1);
    /// ```
    Numbers, Number
}

only! {
    /// The dates, times and durations of a text, from
    /// [`ArabicText::arabic_dates`](crate::ArabicText::arabic_dates).
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// assert_eq!("11 فريقا في 27 سبتمبر 2023".arabic_dates().count(), 1);
    /// ```
    Dates, Date
}
