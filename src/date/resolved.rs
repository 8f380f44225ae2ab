//! What a date resolves to: Gregorian days, months or years, one or several.

use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use super::calendar::CivilDate;
use super::value::{Clock, Granularity};

/// A Gregorian period with its granularity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Period {
    pub(super) start: CivilDate,
    pub(super) granularity: Granularity,
}

impl Period {
    fn end_exclusive(self) -> Option<CivilDate> {
        match self.granularity {
            Granularity::Century => self.start.add_months(1200),
            Granularity::Decade => self.start.add_months(120),
            Granularity::Year => self.start.add_months(12),
            Granularity::Half => self.start.add_months(6),
            Granularity::Quarter => self.start.add_months(3),
            Granularity::Month => self.start.add_months(1),
            Granularity::Week => self.start.add_days(7),
            Granularity::Day => self.start.add_days(1),
        }
    }

    fn days(self) -> Range<CivilDate> {
        self.start..self.end_exclusive().unwrap_or(CivilDate::MAX)
    }

    fn fields(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.start.year(), self.start.month());
        match self.granularity {
            Granularity::Month => write!(f, "{year:04}-{month:02}"),
            Granularity::Day | Granularity::Week => write!(f, "{}", self.start),
            _ if year < 1 => write!(f, "{}BCE", 1 - year),
            _ => write!(f, "{year}"),
        }
    }
}

/// What a value resolves to: Gregorian days, months or years.
///
/// Prints as `day:2023-01-20`, `month:2023-01`, `year:2022`, `days:{…}`, `ival:…..…`, `dt:…`.
///
/// ```
/// use warraq::{ArabicText as _, Context};
/// let found = "أبريل 2023".arabic_dates().next().unwrap();
/// let resolved = found.resolve(&Context::new()).unwrap();
/// assert_eq!(resolved.start().to_string(), "2023-04-01");
/// assert_eq!(resolved.end_exclusive().to_string(), "2023-05-01");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Resolved {
    pub(super) shape: Shape,
    pub(super) tolerance: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    One(Period),
    Set(Period, Vec<Period>),
    Interval(Period, Period),
    DateTime(Period, Clock),
}

impl Resolved {
    pub(super) fn ends(&self) -> (Period, Period) {
        match &self.shape {
            Shape::One(p) | Shape::DateTime(p, _) => (*p, *p),
            Shape::Interval(from, to) => (*from, *to),
            // عامي 2023 و2020: in the order of the text.
            Shape::Set(first, others) => {
                let all = || core::iter::once(*first).chain(others.iter().copied());
                let from = all().min_by_key(|period| period.start).unwrap_or(*first);
                (from, all().max_by_key(|period| period.start).unwrap_or(*first))
            }
        }
    }

    /// The first day.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Context};
    /// let found = "بين عامي 2010 و2020".arabic_dates().next().unwrap();
    /// assert_eq!(found.resolve(&Context::new()).unwrap().start().to_string(), "2010-01-01");
    /// ```
    pub fn start(&self) -> CivilDate {
        self.ends().0.start
    }

    /// The day behind the last one; at the end of the calendar, which has none, 9999-12-31 itself.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Context};
    /// let found = "بين عامي 2010 و2020".arabic_dates().next().unwrap();
    /// assert_eq!(found.resolve(&Context::new()).unwrap().end_exclusive().to_string(), "2021-01-01");
    /// ```
    pub fn end_exclusive(&self) -> CivilDate {
        let last = self.ends().1;
        last.end_exclusive().unwrap_or(CivilDate::MAX)
    }

    /// The finest field that is known.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Context, Granularity};
    /// let found = "عام 2024".arabic_dates().next().unwrap();
    /// assert_eq!(found.resolve(&Context::new()).unwrap().granularity(), Granularity::Year);
    /// ```
    pub fn granularity(&self) -> Granularity {
        self.ends().0.granularity
    }

    /// The periods that are named, each from its first day to the day behind its last: the days of `يومي 11 و21 أبريل`, the one
    /// day, month or interval of all else.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Context};
    /// let found = "يومي 11 و21 أبريل 2023".arabic_dates().next().unwrap();
    /// let resolved = found.resolve(&Context::new())?;
    /// let days: Vec<_> = resolved.periods().map(|period| period.start.to_string()).collect();
    /// assert_eq!(days, ["2023-04-11", "2023-04-21"]);
    /// # Ok::<(), warraq::Error>(())
    /// ```
    pub fn periods(&self) -> impl Iterator<Item = Range<CivilDate>> + '_ {
        let (first, others): (Range<CivilDate>, &[Period]) = match &self.shape {
            Shape::Set(first, others) => (first.days(), others),
            Shape::One(_) | Shape::Interval(..) | Shape::DateTime(..) => {
                (self.start()..self.end_exclusive(), &[])
            }
        };
        core::iter::once(first).chain(others.iter().map(|period| period.days()))
    }

    /// The time of day, where one is stated with its day. `None` for days and periods alone; a time without a day does
    /// not resolve.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Context};
    /// let found = "14 مارس 2024 الساعة 12 ظهرا".arabic_dates().next().unwrap();
    /// let clock = found.resolve(&Context::new())?.clock().unwrap();
    /// assert_eq!((clock.hour, clock.minute), (12, 0));
    /// # Ok::<(), warraq::Error>(())
    /// ```
    pub const fn clock(&self) -> Option<Clock> {
        match &self.shape {
            Shape::DateTime(_, clock) => Some(*clock),
            Shape::One(_) | Shape::Set(..) | Shape::Interval(..) => None,
        }
    }

    /// By how many days a converted Hijri day may be off: the sighting of the moon is local.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Context};
    /// let found = "12 ربيع الأول 1345هـ".arabic_dates().next().unwrap();
    /// assert_eq!(found.resolve(&Context::new()).unwrap().tolerance_days(), 1);
    /// ```
    pub const fn tolerance_days(&self) -> u8 {
        self.tolerance
    }
}

impl fmt::Display for Resolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.shape {
            Shape::One(p) => {
                f.write_str(match p.granularity {
                    Granularity::Month => "month:",
                    Granularity::Year => "year:",
                    _ => "day:",
                })?;
                p.fields(f)
            }
            Shape::Set(first, others) => {
                f.write_str(match first.granularity {
                    Granularity::Month => "months:{",
                    Granularity::Year => "years:{",
                    _ => "days:{",
                })?;
                first.fields(f)?;
                for p in others {
                    f.write_str(",")?;
                    p.fields(f)?;
                }
                f.write_str("}")
            }
            Shape::Interval(from, to) => {
                f.write_str("ival:")?;
                from.fields(f)?;
                f.write_str("..")?;
                to.fields(f)
            }
            Shape::DateTime(p, clock) => {
                f.write_str("dt:")?;
                p.fields(f)?;
                write!(f, "T{clock}")
            }
        }
    }
}
