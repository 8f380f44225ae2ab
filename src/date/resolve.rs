//! From what is said to the days that are meant, by a reference date that the caller gives
//! (`numbers-and-dates`, C.9). No clock is read.

use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use super::calendar::{CivilDate, Weekday};
use super::hijri::{HijriDate, HijriRule};
use super::value::{Calendar, Clock, Date, Duration, Granularity, Point, TimeUnit};
use crate::error::{Error, Reason};
use crate::region::Region;

/// Which day a weekday without more means.
///
/// ```
/// use warraq::{ArabicText as _, CivilDate, Context, WeekdayPolicy};
/// let monday = CivilDate::new(2023, 1, 23).unwrap();
/// let found = "يوم الخميس".arabic_dates().next().unwrap();
/// let news = Context::new().reference(monday).weekdays(WeekdayPolicy::Past);
/// assert_eq!(found.resolve(&news).unwrap().to_string(), "day:2023-01-19");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum WeekdayPolicy {
    /// The nearest one, the reference day included.
    #[default]
    Nearest,
    /// The last one, the reference day included: news.
    Past,
    /// The next one, the reference day included.
    Future,
}

/// Which year a date without one means.
///
/// ```
/// use warraq::{ArabicText as _, CivilDate, Context, YearPolicy};
/// let monday = CivilDate::new(2023, 1, 23).unwrap();
/// let found = "في 28 ديسمبر".arabic_dates().next().unwrap();
/// assert!(found.resolve(&Context::new().reference(monday)).is_err());
/// let news = Context::new().reference(monday).years(YearPolicy::Past);
/// assert_eq!(found.resolve(&news).unwrap().to_string(), "day:2022-12-28");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum YearPolicy {
    /// None: the date is not resolved.
    #[default]
    Unknown,
    /// The year that puts it nearest to the reference date; of two equally near ones the earlier.
    Nearest,
    /// The last one, the reference day included: news.
    Past,
    /// The next one, the reference day included.
    Future,
}

/// What a date is resolved against: a reference date above all. Nothing is taken from the system.
///
/// ```
/// use warraq::{ArabicText as _, CivilDate, Context};
///
/// let context = Context::new().reference(CivilDate::new(2023, 1, 23).unwrap());
/// let found = "20 يناير الجاري".arabic_dates().next().unwrap();
/// assert_eq!(found.resolve(&context).unwrap().to_string(), "day:2023-01-20");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Context {
    reference: Option<CivilDate>,
    week_start: Weekday,
    hijri: HijriRule,
    weekdays: WeekdayPolicy,
    years: YearPolicy,
    hijri_periods: bool,
}

impl Default for Context {
    fn default() -> Self {
        Self::new()
    }
}

impl Context {
    /// No reference date; weeks start on Saturday, as in most Arab countries (CLDR `weekData`);
    /// Hijri days by the Umm al-Qura tables; a bare weekday is the nearest one.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Context};
    /// let found = "عام 2024".arabic_dates().next().unwrap();
    /// assert_eq!(found.resolve(&Context::new()).unwrap().to_string(), "year:2024");
    /// ```
    pub const fn new() -> Self {
        Self {
            reference: None,
            week_start: Weekday::Saturday,
            hijri: HijriRule::UmmAlQura,
            weekdays: WeekdayPolicy::Nearest,
            years: YearPolicy::Unknown,
            hijri_periods: false,
        }
    }

    /// The day from which relative dates count.
    ///
    /// ```
    /// use warraq::{ArabicText as _, CivilDate, Context};
    /// let context = Context::new().reference(CivilDate::new(2024, 3, 1).unwrap());
    /// let found = "أمس".arabic_dates().next().unwrap();
    /// assert_eq!(found.resolve(&context).unwrap().to_string(), "day:2024-02-29");
    /// ```
    pub const fn reference(mut self, day: CivilDate) -> Self {
        self.reference = Some(day);
        self
    }

    /// The first day of the week: Saturday unless said otherwise, Sunday in Saudi Arabia and
    /// Yemen, Monday in the Maghreb and Lebanon.
    ///
    /// ```
    /// use warraq::{ArabicText as _, CivilDate, Context, Weekday};
    /// let context = Context::new().reference(CivilDate::new(2023, 1, 23).unwrap()).week_start(Weekday::Monday);
    /// let found = "الأسبوع المقبل".arabic_dates().next().unwrap();
    /// assert_eq!(found.resolve(&context).unwrap().to_string(), "ival:2023-01-30..2023-02-05");
    /// ```
    pub const fn week_start(mut self, day: Weekday) -> Self {
        self.week_start = day;
        self
    }

    /// The rule by which Hijri days are converted.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Context, HijriRule};
    /// let found = "غرة رمضان 1444".arabic_dates().next().unwrap();
    /// let civil = Context::new().hijri(HijriRule::Civil);
    /// assert_eq!(found.resolve(&civil).unwrap().to_string(), "day:2023-03-23");
    /// ```
    pub const fn hijri(mut self, rule: HijriRule) -> Self {
        self.hijri = rule;
        self
    }

    /// Which day a bare weekday means.
    ///
    /// ```
    /// use warraq::{ArabicText as _, CivilDate, Context, WeekdayPolicy};
    /// let context = Context::new().reference(CivilDate::new(2023, 1, 23).unwrap()).weekdays(WeekdayPolicy::Future);
    /// let found = "يوم الأحد".arabic_dates().next().unwrap();
    /// assert_eq!(found.resolve(&context).unwrap().to_string(), "day:2023-01-29");
    /// ```
    pub const fn weekdays(mut self, policy: WeekdayPolicy) -> Self {
        self.weekdays = policy;
        self
    }

    /// Which year a date without one means.
    ///
    /// ```
    /// use warraq::{ArabicText as _, CivilDate, Context, YearPolicy};
    /// let context = Context::new().reference(CivilDate::new(2023, 1, 23).unwrap()).years(YearPolicy::Nearest);
    /// let found = "في 28 ديسمبر".arabic_dates().next().unwrap();
    /// assert_eq!(found.resolve(&context).unwrap().to_string(), "day:2022-12-28");
    /// ```
    pub const fn years(mut self, policy: YearPolicy) -> Self {
        self.years = policy;
        self
    }

    /// Whether Hijri months, years and larger periods are resolved to the days that they cover. A Hijri month is no month of
    /// the Gregorian calendar, so nobody is given one unasked.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Context};
    /// let found = "رمضان 1445هـ".arabic_dates().next().unwrap();
    /// assert!(found.resolve(&Context::new()).is_err());
    /// let days = found.resolve(&Context::new().hijri_periods(true))?;
    /// assert_eq!(days.to_string(), "ival:2024-03-11..2024-04-09");
    /// # Ok::<(), warraq::Error>(())
    /// ```
    pub const fn hijri_periods(mut self, resolve: bool) -> Self {
        self.hijri_periods = resolve;
        self
    }

    /// The first day of the week in a region, by its ISO 3166-1 code (CLDR `weekData`): Saturday in most
    /// Arab countries, Sunday in Saudi Arabia and Yemen, Monday in the others.
    ///
    /// ```
    /// use warraq::{ArabicText as _, CivilDate, Context};
    /// let context = Context::new().reference(CivilDate::new(2023, 1, 23).unwrap()).region("TN".parse().unwrap());
    /// let found = "الأسبوع المقبل".arabic_dates().next().unwrap();
    /// assert_eq!(found.resolve(&context).unwrap().to_string(), "ival:2023-01-30..2023-02-05");
    /// ```
    pub const fn region(self, region: Region) -> Self {
        self.week_start(match &region.letters() {
            b"BH" | b"DJ" | b"DZ" | b"EG" | b"IQ" | b"JO" | b"KW" | b"LY" | b"OM" | b"QA" | b"SD" | b"SY" => {
                Weekday::Saturday
            }
            b"SA" | b"YE" => Weekday::Sunday,
            _ => Weekday::Monday,
        })
    }

    fn need(&self) -> Result<CivilDate, Error> {
        self.reference.ok_or(Error::new(Reason::NeedsReference))
    }
}

/// A Gregorian period with its granularity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Period {
    start: CivilDate,
    granularity: Granularity,
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
    shape: Shape,
    tolerance: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Shape {
    One(Period),
    Set(Period, Vec<Period>),
    Interval(Period, Period),
    DateTime(Period, Clock),
}

impl Resolved {
    fn ends(&self) -> (Period, Period) {
        match &self.shape {
            Shape::One(p) | Shape::DateTime(p, _) => (*p, *p),
            Shape::Interval(from, to) => (*from, *to),
            Shape::Set(first, others) => (*first, others.last().copied().unwrap_or(*first)),
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

    /// The time of day, where one is stated.
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

impl Date {
    /// The Gregorian day, month, year or interval that is meant, as [`Entity::resolve`](crate::Entity::resolve) has it. What
    /// is said of a part of a period, as in `أواخر 2019`, is resolved to the whole of it: [`Point::part`] tells which.
    ///
    /// # Errors
    ///
    /// Those of [`Entity::resolve`](crate::Entity::resolve).
    ///
    /// ```
    /// use warraq::{ArabicText as _, Context, Value};
    /// let found = "عام 2024".arabic_dates().next().unwrap();
    /// let Value::Date(date) = found.value() else { panic!() };
    /// assert_eq!(date.resolve(&Context::new())?.to_string(), "year:2024");
    /// # Ok::<(), warraq::Error>(())
    /// ```
    pub fn resolve(&self, context: &Context) -> Result<Resolved, Error> {
        resolve(self, context)
    }
}

fn resolve(date: &Date, context: &Context) -> Result<Resolved, Error> {
    let exact = |shape: Shape| Ok(Resolved { shape, tolerance: 0 });
    let out_of_range = || Error::new(Reason::OutOfRange);
    match date {
        Date::Point(p) => point(p, context),
        Date::Dual { gregorian, .. } => point(gregorian, context),
        Date::DateTime(p, clock) => {
            let day = point(p, context)?;
            match day.shape {
                Shape::One(p) => Ok(Resolved { shape: Shape::DateTime(p, *clock), tolerance: day.tolerance }),
                _ => Err(Error::new(Reason::Century)),
            }
        }
        Date::Set(points) => {
            let (first, others) = points.split_first().ok_or(Error::new(Reason::Century))?;
            let first = point(first, context)?;
            let mut tolerance = first.tolerance;
            let mut all = Vec::with_capacity(others.len());
            // Centuries are no points.
            let is_point = |one: &Resolved| matches!(one.shape, Shape::One(_));
            is_point(&first).then_some(()).ok_or(Error::new(Reason::Century))?;
            for p in others {
                let one = point(p, context)?;
                tolerance = tolerance.max(one.tolerance);
                all.push(one.ends().0);
            }
            Ok(Resolved { shape: Shape::Set(first.ends().0, all), tolerance })
        }
        Date::Interval { from, to } => {
            let (mut first, last) = (point(from, context)?, point(to, context)?);
            // من ديسمبر إلى يناير الماضي: the end decides, the beginning lies before it.
            if from.year.is_none() && first.start() > last.start() {
                first =
                    point(&Point { year: Some(first.start().year() - 1), deictic: None, ..*from }, context)?;
            }
            // من 5 مارس 2020 إلى 10 يوليو الجاري, said in 2019: none of the two days is to be guessed.
            if first.start() > last.ends().1.start {
                return Err(Error::new(Reason::Reversed));
            }
            let (from, to) = (first, last);
            let tolerance = from.tolerance.max(to.tolerance);
            Ok(Resolved { shape: Shape::Interval(from.ends().0, to.ends().1), tolerance })
        }
        Date::Relative { unit, count, .. } => {
            exact(relative(context.need()?, *unit, *count, context).ok_or_else(out_of_range)?)
        }
        Date::Offset { before, duration } => {
            exact(offset(context.need()?, *before, *duration).ok_or_else(out_of_range)?)
        }
        Date::Weekday { weekday: day, deictic } => {
            let start =
                weekday(context.need()?, *day, *deictic, context.weekdays).ok_or_else(out_of_range)?;
            exact(Shape::One(Period { start, granularity: Granularity::Day }))
        }
        Date::Weekdays { weekdays, deictic } => {
            let reference = context.need()?;
            let mut days = Vec::with_capacity(weekdays.len());
            for &day in weekdays {
                let start = weekday(reference, day, *deictic, context.weekdays).ok_or_else(out_of_range)?;
                days.push(Period { start, granularity: Granularity::Day });
            }
            let (&first, others) = days.split_first().ok_or(Error::new(Reason::Century))?;
            exact(Shape::Set(first, others.to_vec()))
        }
        Date::Time(_) => Err(Error::new(Reason::Time)),
        Date::Duration(_) => Err(Error::new(Reason::Duration)),
        Date::Recurrence(_) => Err(Error::new(Reason::Recurrence)),
    }
}

fn first_of_month(year: i32, month: i32) -> Option<CivilDate> {
    let months = year.checked_mul(12)?.checked_add(month - 1)?;
    CivilDate::new(months.div_euclid(12), (months.rem_euclid(12) + 1) as u8, 1).ok()
}

fn relative(r: CivilDate, unit: TimeUnit, count: i32, context: &Context) -> Option<Shape> {
    let one = |start: Option<CivilDate>, granularity| Some(Shape::One(Period { start: start?, granularity }));
    let years = |span: i32, first: i32| {
        let from = r.year().div_euclid(span) * span + first + count * span;
        let year =
            |y: i32| Some(Period { start: CivilDate::new(y, 1, 1).ok()?, granularity: Granularity::Year });
        Some(Shape::Interval(year(from)?, year(from + span - 1)?))
    };
    match unit {
        TimeUnit::Day => one(r.add_days(i64::from(count)), Granularity::Day),
        TimeUnit::Week => {
            let into = (7 + r.weekday().number_from_monday() - context.week_start.number_from_monday()) % 7;
            let start = r.add_days(i64::from(count) * 7 - i64::from(into))?;
            let day = |start| Period { start, granularity: Granularity::Day };
            Some(Shape::Interval(day(start), day(start.add_days(6)?)))
        }
        TimeUnit::Month => one(first_of_month(r.year(), i32::from(r.month()) + count), Granularity::Month),
        TimeUnit::Quarter => {
            let first = (i32::from(r.month()) - 1) / 3 * 3 + 1 + 3 * count;
            let month = |month| {
                Some(Period { start: first_of_month(r.year(), month)?, granularity: Granularity::Month })
            };
            Some(Shape::Interval(month(first)?, month(first + 2)?))
        }
        TimeUnit::Year => one(CivilDate::new(r.year() + count, 1, 1).ok(), Granularity::Year),
        TimeUnit::Decade => years(10, 0),
        TimeUnit::Century => years(100, 1),
    }
}

fn offset(r: CivilDate, before: bool, d: Duration) -> Option<Shape> {
    let sign = if before { -1 } else { 1 };
    let months = i32::try_from(d.years).ok()?.checked_mul(12)?.checked_add(i32::try_from(d.months).ok()?)?;
    let days = i64::from(d.weeks) * 7 + i64::from(d.days) + i64::from(d.hours) / 24;
    let moved = r.add_months(sign * months)?.add_days(i64::from(sign) * days)?;
    let fine = d.weeks > 0 || d.days > 0 || d.hours > 0 || d.minutes > 0 || d.seconds > 0;
    let (start, granularity) = if fine {
        (moved, Granularity::Day)
    } else if d.months > 0 {
        (first_of_month(moved.year(), i32::from(moved.month()))?, Granularity::Month)
    } else {
        (CivilDate::new(moved.year(), 1, 1).ok()?, Granularity::Year)
    };
    Some(Shape::One(Period { start, granularity }))
}

/// R4 and R5: strictly before or after the reference with a deictic, by the policy without.
fn weekday(r: CivilDate, day: Weekday, deictic: Option<i8>, policy: WeekdayPolicy) -> Option<CivilDate> {
    let ahead = i64::from((7 + day.number_from_monday() - r.weekday().number_from_monday()) % 7);
    let strictly_after = if ahead == 0 { 7 } else { ahead };
    let shift = match deictic {
        Some(n @ 1..) => strictly_after + i64::from(n - 1) * 7,
        Some(n @ ..=-1) => ahead - 7 + i64::from(n + 1) * 7,
        Some(0) => ahead,
        None => match policy {
            WeekdayPolicy::Past => {
                if ahead == 0 {
                    0
                } else {
                    ahead - 7
                }
            }
            WeekdayPolicy::Future => ahead,
            WeekdayPolicy::Nearest => {
                if ahead > 3 {
                    ahead - 7
                } else {
                    ahead
                }
            }
        },
    };
    r.add_days(shift)
}

fn point(p: &Point, context: &Context) -> Result<Resolved, Error> {
    let out_of_range = || Error::new(Reason::OutOfRange);
    if let (None, Some(day), Some(n)) = (p.month, p.day, p.deictic) {
        let r = context.need()?;
        let month = first_of_month(r.year(), i32::from(r.month()) + i32::from(n)).ok_or_else(out_of_range)?;
        let start = CivilDate::new(month.year(), month.month(), day)?;
        return Ok(Resolved {
            shape: Shape::One(Period { start, granularity: Granularity::Day }),
            tolerance: 0,
        });
    }
    let year = match p.year {
        Some(year) => year,
        None => implied_year(p, context)?,
    };
    match p.calendar {
        Calendar::Gregorian => {
            let shape = gregorian(p, year).ok_or_else(out_of_range)?;
            Ok(Resolved { shape, tolerance: 0 })
        }
        Calendar::Hijri => {
            if p.before_era {
                return Err(Error::new(Reason::BeforeHijra));
            }
            let (Some(month), Some(day), None) = (p.month, p.day, p.part) else {
                return hijri_period(p, year, context);
            };
            let converted =
                HijriDate::new(year, month, day)?.to_civil(context.hijri).ok_or_else(out_of_range)?;
            let start = converted.day();
            Ok(Resolved {
                shape: Shape::One(Period { start, granularity: Granularity::Day }),
                tolerance: converted.tolerance_days(),
            })
        }
        Calendar::SolarHijri => Err(Error::new(Reason::SolarHijri)),
    }
}

/// The days of a Hijri month, year or larger period, if they are asked for (H6).
fn hijri_period(p: &Point, year: i32, context: &Context) -> Result<Resolved, Error> {
    if !context.hijri_periods {
        return Err(Error::new(Reason::Hijri));
    }
    let month = i32::from(p.month.unwrap_or(1));
    // Months from the beginning of the first year.
    let of_year = |year: i32| year.checked_sub(1).and_then(|years| years.checked_mul(12));
    let (first, months) = match p.granularity {
        Granularity::Day | Granularity::Week | Granularity::Month => {
            (of_year(year).map(|m| m + month - 1), 1)
        }
        Granularity::Quarter => (of_year(year).map(|m| m + 3 * (month - 1)), 3),
        Granularity::Half => (of_year(year).map(|m| m + 6 * (month - 1)), 6),
        Granularity::Year => (of_year(year), 12),
        Granularity::Decade => (of_year(year), 120),
        Granularity::Century => (year.checked_mul(100).and_then(|last| of_year(last - 99)), 1200),
    };
    let out_of_range = || Error::new(Reason::OutOfRange);
    let convert = |months: i32, day: u8| {
        let date = HijriDate::new(months.div_euclid(12) + 1, (months.rem_euclid(12) + 1) as u8, day)?;
        date.to_civil(context.hijri).ok_or_else(out_of_range)
    };
    let first = first.ok_or_else(out_of_range)?;
    let granularity = Granularity::Day;
    // The eve of a day is told of the day: nothing is shifted (H5).
    if let (Granularity::Day, Some(day)) = (p.granularity, p.day) {
        let converted = convert(first, day)?;
        let day = Period { start: converted.day(), granularity };
        return Ok(Resolved { shape: Shape::One(day), tolerance: converted.tolerance_days() });
    }
    let (from, behind) = (convert(first, 1)?, convert(first + months, 1)?);
    let last = behind.day().add_days(-1).ok_or_else(out_of_range)?;
    Ok(Resolved {
        shape: Shape::Interval(
            Period { start: from.day(), granularity },
            Period { start: last, granularity },
        ),
        tolerance: from.tolerance_days().max(behind.tolerance_days()),
    })
}

fn gregorian(p: &Point, year: i32) -> Option<Shape> {
    // There is no year 0: 1 BCE is the year before 1 CE.
    let astronomical = if p.before_era { 1 - year } else { year };
    let month = p.month.map_or(1, i32::from);
    let span = |first: Option<CivilDate>, last: Option<CivilDate>, granularity| {
        Some(Shape::Interval(Period { start: first?, granularity }, Period { start: last?, granularity }))
    };
    let january = |y: i32| CivilDate::new(y, 1, 1).ok();
    match p.granularity {
        Granularity::Day | Granularity::Week => {
            let start = CivilDate::new(astronomical, p.month?, p.day?).ok()?;
            Some(Shape::One(Period { start, granularity: Granularity::Day }))
        }
        Granularity::Month => Some(Shape::One(Period {
            start: first_of_month(astronomical, month)?,
            granularity: Granularity::Month,
        })),
        Granularity::Quarter | Granularity::Half => {
            let months = if p.granularity == Granularity::Half { 6 } else { 3 };
            let first = (month - 1) * months + 1;
            span(
                first_of_month(astronomical, first),
                first_of_month(astronomical, first + months - 1),
                Granularity::Month,
            )
        }
        Granularity::Year => {
            Some(Shape::One(Period { start: january(astronomical)?, granularity: Granularity::Year }))
        }
        Granularity::Decade => span(january(astronomical), january(astronomical + 9), Granularity::Year),
        Granularity::Century => {
            let last = if p.before_era { 1 - (year - 1) * 100 - 1 } else { year * 100 };
            span(january(last - 99), january(last), Granularity::Year)
        }
    }
}

/// The year that a deictic or a weekday gives to a date without one (R2, R3, R7, R8).
fn implied_year(p: &Point, context: &Context) -> Result<i32, Error> {
    let none = || Error::new(Reason::NeedsYear);
    if p.deictic.is_none() && p.weekday.is_none() && context.years == YearPolicy::Unknown {
        return Err(none());
    }
    let r = context.need()?;
    let (year, month) = match p.calendar {
        Calendar::Gregorian => (r.year(), r.month()),
        Calendar::Hijri => {
            let hijri = HijriDate::from_civil(r, context.hijri).ok_or(Error::new(Reason::OutOfRange))?;
            (hijri.year(), hijri.month())
        }
        Calendar::SolarHijri => {
            return Err(Error::new(Reason::SolarHijri));
        }
    };
    if let Some(n) = p.deictic {
        let Some(of) = p.month().or(match p.granularity {
            Granularity::Quarter | Granularity::Half => Some(month),
            _ => None,
        }) else {
            return Ok(year + i32::from(n));
        };
        if matches!(p.granularity, Granularity::Quarter | Granularity::Half) {
            return Ok(year + i32::from(n));
        }
        return Ok(match n {
            0 => year,
            ..=-1 => year + i32::from(n) + i32::from(of < month),
            _ => year + i32::from(n) - i32::from(of > month),
        });
    }
    // R7: the nearest year within five whose weekday agrees. R6: the year by the policy.
    let (Some(month), Some(day)) = (p.month(), p.day.or(Some(1))) else { return Err(none()) };
    if p.weekday.is_none() && p.granularity == Granularity::Month && p.calendar != Calendar::Gregorian {
        return Err(none());
    }
    let reach = if p.weekday.is_some() { 5 } else { 4 };
    // The month of the reference day is not over: it counts as a whole.
    let from = match p.granularity {
        Granularity::Month => r.add_days(1 - i64::from(r.day())).unwrap_or(r),
        _ => r,
    };
    let mut best: Option<(i64, i32)> = None;
    for candidate in year - reach..=year + reach {
        let civil = match p.calendar {
            Calendar::Gregorian => CivilDate::new(candidate, month, day).ok(),
            _ => HijriDate::new(candidate, month, day)
                .ok()
                .and_then(|h| h.to_civil(context.hijri))
                .map(|c| c.day()),
        };
        let Some(civil) = civil.filter(|c| p.weekday.is_none_or(|weekday| c.weekday() == weekday)) else {
            continue;
        };
        let ahead = civil.to_days() - from.to_days();
        let allowed = p.weekday.is_some()
            || match context.years {
                YearPolicy::Unknown | YearPolicy::Nearest => true,
                YearPolicy::Past => ahead <= 0,
                YearPolicy::Future => ahead >= 0,
            };
        let distance = ahead.abs();
        if allowed && best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, year)| year).ok_or_else(none)
}
