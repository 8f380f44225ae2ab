//! What a date in a text says: exact, and symbolic until a reference date is given.

use alloc::vec::Vec;
use core::fmt;

use super::calendar::{CivilDate, Weekday};
use crate::error::{Error, Reason};

/// The calendar a date is written in.
///
/// ```
/// use warraq::{ArabicText as _, Calendar, Date, Value};
/// let found = "غرة رمضان 1444".arabic_dates().next().unwrap();
/// assert!(matches!(found.value(), Value::Date(Date::Point(p)) if p.calendar() == Calendar::Hijri));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Calendar {
    /// Gregorian, proleptic before 1582.
    #[default]
    Gregorian,
    /// Islamic lunar calendar; which rule converts it is the context's choice.
    Hijri,
    /// Solar Hijri (Persian, Afghan): recognised, never converted.
    SolarHijri,
}

/// The finest field that a point in time states.
///
/// ```
/// use warraq::{ArabicText as _, Date, Granularity, Value};
/// let found = "أبريل 2023".arabic_dates().next().unwrap();
/// assert!(matches!(found.value(), Value::Date(Date::Point(p)) if p.granularity() == Granularity::Month));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Granularity {
    /// A hundred years.
    Century,
    /// Ten years that share their first three digits.
    Decade,
    /// A year.
    Year,
    /// Six months of a year.
    Half,
    /// Three months of a year.
    Quarter,
    /// A month.
    Month,
    /// A week.
    Week,
    /// A day.
    Day,
}

/// A part of a period.
///
/// ```
/// use warraq::{ArabicText as _, Date, DatePart, Value};
/// let found = "مطلع الشهر الجاري".arabic_dates().next().unwrap();
/// assert!(matches!(found.value(), Value::Date(Date::Relative { part: Some(DatePart::Start), .. })));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DatePart {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
    /// The night before the day, on which a Hijri day begins.
    Eve,
    /// The night of the day.
    Night,
}

impl DatePart {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Start => "~START",
            Self::Middle => "~MID",
            Self::End => "~END",
            Self::Eve => "~EVE",
            Self::Night => "~NIGHT",
        }
    }
}

/// A point in time as far as it is stated: any field may be missing.
///
/// ```
/// use warraq::{ArabicText as _, Date, Value};
///
/// let found = "20 يناير الجاري".arabic_dates().next().unwrap();
/// let Value::Date(Date::Point(point)) = found.value() else { panic!() };
/// assert_eq!((point.year(), point.month(), point.day()), (None, Some(1), Some(20)));
/// assert_eq!(point.deictic(), Some(0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    pub(super) calendar: Calendar,
    pub(super) granularity: Granularity,
    /// Year, first year of the decade, or number of the century.
    pub(super) year: Option<i32>,
    pub(super) before_era: bool,
    /// Half, quarter or month of the year.
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    pub(super) deictic: Option<i8>,
    pub(super) weekday: Option<Weekday>,
    pub(super) part: Option<DatePart>,
}

impl Point {
    pub(super) const fn new(calendar: Calendar, granularity: Granularity) -> Self {
        Self {
            calendar,
            granularity,
            year: None,
            before_era: false,
            month: None,
            day: None,
            deictic: None,
            weekday: None,
            part: None,
        }
    }

    /// The calendar of the fields.
    ///
    /// ```
    /// # use warraq::{ArabicText as _, Calendar, Date, Value};
    /// # let found = "عام 2024".arabic_dates().next().unwrap();
    /// # let Value::Date(Date::Point(point)) = found.value() else { panic!() };
    /// assert_eq!(point.calendar(), Calendar::Gregorian);
    /// ```
    pub const fn calendar(&self) -> Calendar {
        self.calendar
    }

    /// The finest field that is stated.
    ///
    /// ```
    /// # use warraq::{ArabicText as _, Date, Granularity, Value};
    /// # let found = "عام 2024".arabic_dates().next().unwrap();
    /// # let Value::Date(Date::Point(point)) = found.value() else { panic!() };
    /// assert_eq!(point.granularity(), Granularity::Year);
    /// ```
    pub const fn granularity(&self) -> Granularity {
        self.granularity
    }

    /// The year, counted in its era; the first year of a decade, the number of a century. `None` where the text states
    /// none: 20 يناير, and 20 يناير الجاري, whose year [`deictic`](Self::deictic) tells.
    ///
    /// ```
    /// # use warraq::{ArabicText as _, Date, Value};
    /// # let found = "عام 2024".arabic_dates().next().unwrap();
    /// # let Value::Date(Date::Point(point)) = found.value() else { panic!() };
    /// assert_eq!(point.year(), Some(2024));
    /// ```
    pub const fn year(&self) -> Option<i32> {
        self.year
    }

    /// Whether the year is counted backwards, before the era.
    ///
    /// ```
    /// # use warraq::{ArabicText as _, Date, Value};
    /// # let found = "عام 334 ق.م".arabic_dates().next().unwrap();
    /// # let Value::Date(Date::Point(point)) = found.value() else { panic!() };
    /// assert!(point.is_before_era());
    /// ```
    pub const fn is_before_era(&self) -> bool {
        self.before_era
    }

    /// The month, 1 to 12. `None` of a day whose month [`deictic`](Self::deictic) tells: الخامس من الشهر المقبل.
    ///
    /// ```
    /// # use warraq::{ArabicText as _, Date, Value};
    /// # let found = "3 غشت 2023".arabic_dates().next().unwrap();
    /// # let Value::Date(Date::Point(point)) = found.value() else { panic!() };
    /// assert_eq!(point.month(), Some(8));
    /// ```
    pub const fn month(&self) -> Option<u8> {
        match self.granularity {
            Granularity::Month | Granularity::Day => self.month,
            _ => None,
        }
    }

    /// The day of the month, 1 to 31. `None` of a month, a year or a larger period.
    ///
    /// ```
    /// # use warraq::{ArabicText as _, Date, Value};
    /// # let found = "3 غشت 2023".arabic_dates().next().unwrap();
    /// # let Value::Date(Date::Point(point)) = found.value() else { panic!() };
    /// assert_eq!(point.day(), Some(3));
    /// ```
    pub const fn day(&self) -> Option<u8> {
        self.day
    }

    /// Offset from the reference date: 0 is the current period, −1 the previous one, 1 the next; for a day without a month,
    /// the offset of the month.
    ///
    /// ```
    /// # use warraq::{ArabicText as _, Date, Value};
    /// # let found = "3 غشت المقبل".arabic_dates().next().unwrap();
    /// # let Value::Date(Date::Point(point)) = found.value() else { panic!() };
    /// assert_eq!(point.deictic(), Some(1));
    /// ```
    pub const fn deictic(&self) -> Option<i8> {
        self.deictic
    }

    /// Which quarter of its year is meant, 1 to 4.
    ///
    /// ```
    /// # use warraq::{ArabicText as _, Date, Value};
    /// # let found = "الربع الثالث من 2023".arabic_dates().next().unwrap();
    /// # let Value::Date(Date::Point(point)) = found.value() else { panic!() };
    /// assert_eq!((point.quarter(), point.month()), (Some(3), None));
    /// ```
    pub const fn quarter(&self) -> Option<u8> {
        if matches!(self.granularity, Granularity::Quarter) { self.month } else { None }
    }

    /// Which half of its year is meant, 1 or 2.
    ///
    /// ```
    /// # use warraq::{ArabicText as _, Date, Value};
    /// # let found = "النصف الأول من 1998".arabic_dates().next().unwrap();
    /// # let Value::Date(Date::Point(point)) = found.value() else { panic!() };
    /// assert_eq!(point.half(), Some(1));
    /// ```
    pub const fn half(&self) -> Option<u8> {
        if matches!(self.granularity, Granularity::Half) { self.month } else { None }
    }

    /// The weekday that stands beside a date without a year.
    ///
    /// ```
    /// # use warraq::{ArabicText as _, Date, Value, Weekday};
    /// # let found = "الأربعاء 21 فبراير".arabic_dates().next().unwrap();
    /// # let Value::Date(Date::Point(point)) = found.value() else { panic!() };
    /// assert_eq!(point.weekday(), Some(Weekday::Wednesday));
    /// ```
    pub const fn weekday(&self) -> Option<Weekday> {
        self.weekday
    }

    /// The part of the period that is meant. `None` where all of it is.
    ///
    /// ```
    /// # use warraq::{ArabicText as _, Date, DatePart, Value};
    /// # let found = "أواخر عام 2019".arabic_dates().next().unwrap();
    /// # let Value::Date(Date::Point(point)) = found.value() else { panic!() };
    /// assert_eq!(point.part(), Some(DatePart::End));
    /// ```
    pub const fn part(&self) -> Option<DatePart> {
        self.part
    }

    /// Whether year, month and day are stated.
    pub(super) const fn is_full_day(&self) -> bool {
        matches!(self.granularity, Granularity::Day) && self.year.is_some()
    }

    /// The point as a day of the Gregorian calendar, if it is one.
    pub(super) fn civil(&self) -> Option<CivilDate> {
        let full = self.calendar == Calendar::Gregorian && self.is_full_day() && !self.before_era;
        CivilDate::new(self.year?, self.month?, self.day?).ok().filter(|_| full)
    }

    fn kind(&self) -> &'static str {
        match (self.calendar, self.granularity) {
            (Calendar::Gregorian, Granularity::Day | Granularity::Week) => "day:",
            (Calendar::Gregorian, Granularity::Month) => "month:",
            (Calendar::Gregorian, Granularity::Quarter) => "quarter:",
            (Calendar::Gregorian, Granularity::Half) => "half:",
            (Calendar::Gregorian, Granularity::Year) => "year:",
            (Calendar::Gregorian, Granularity::Decade) => "decade:",
            (Calendar::Gregorian, Granularity::Century) => "century:",
            (Calendar::Hijri, Granularity::Day | Granularity::Week) => "hday:",
            (Calendar::Hijri, Granularity::Month) => "hmonth:",
            (Calendar::Hijri, Granularity::Quarter) => "hquarter:",
            (Calendar::Hijri, Granularity::Half) => "hhalf:",
            (Calendar::Hijri, Granularity::Century) => "hcentury:",
            (Calendar::Hijri, _) => "hyear:",
            (Calendar::SolarHijri, Granularity::Day) => "shday:",
            (Calendar::SolarHijri, Granularity::Month) => "shmonth:",
            (Calendar::SolarHijri, _) => "shyear:",
        }
    }

    /// The fields without kind and suffixes.
    fn fields(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = self.month.unwrap_or(0);
        match self.granularity {
            Granularity::Day if self.month.is_none() => write!(f, "XXXX-XX-{:02}", self.day.unwrap_or(0))?,
            Granularity::Century => write!(f, "{}", self.year.unwrap_or(0))?,
            Granularity::Decade => write!(f, "{}X", self.year.unwrap_or(0) / 10)?,
            Granularity::Year => match self.year {
                Some(year) => write!(f, "{year}")?,
                None => f.write_str("XXXX")?,
            },
            _ => {
                match self.year {
                    Some(year) => write!(f, "{year:04}")?,
                    None => f.write_str("XXXX")?,
                }
                match self.granularity {
                    Granularity::Half => write!(f, "-H{month}")?,
                    Granularity::Quarter => write!(f, "-Q{month}")?,
                    Granularity::Month => write!(f, "-{month:02}")?,
                    _ => write!(f, "-{month:02}-{:02}", self.day.unwrap_or(0))?,
                }
            }
        }
        if self.before_era {
            f.write_str(if self.calendar == Calendar::Gregorian { "BCE" } else { "BH" })
        } else {
            Ok(())
        }
    }

    fn suffix(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(deictic) = self.deictic {
            f.write_str(deictic_mark(deictic))?;
        }
        if let Some(weekday) = self.weekday {
            write!(f, "&{}", weekday.as_str())?;
        }
        if let Some(part) = self.part {
            f.write_str(part.as_str())?;
        }
        Ok(())
    }

    /// As an end of an interval or an element of a set: Gregorian points without their kind.
    fn end(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.calendar != Calendar::Gregorian {
            f.write_str(self.kind())?;
        }
        self.fields(f)?;
        self.suffix(f)
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind())?;
        self.fields(f)?;
        self.suffix(f)
    }
}

const fn deictic_mark(deictic: i8) -> &'static str {
    match deictic {
        ..=-2 => "@prev2",
        -1 => "@prev",
        0 => "@cur",
        1 => "@next",
        _ => "@next2",
    }
}

/// A length of time in calendar units; a field that is not stated is 0.
///
/// Prints as an ISO 8601 duration.
///
/// ```
/// use warraq::ArabicText as _;
/// let text = "استمر ستة أشهر وعشرين يوما، وسبح 50 مترا في 21.07 ثانية";
/// let found: Vec<_> = text.arabic_dates().map(|found| found.value().to_string()).collect();
/// assert_eq!(found, ["dur:P6M20D", "dur:PT21.07S"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Duration {
    /// Years; decades and centuries are counted in years.
    pub years: u32,
    /// Months.
    pub months: u32,
    /// Weeks.
    pub weeks: u32,
    /// Days.
    pub days: u32,
    /// Hours.
    pub hours: u32,
    /// Minutes.
    pub minutes: u32,
    /// Whole seconds.
    pub seconds: u32,
    /// Billionths of a second beside the whole ones, fewer than 1,000,000,000.
    pub nanoseconds: u32,
    /// How a duration of zero is printed, in the unit that was named.
    pub(super) nothing: Option<&'static str>,
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::default() {
            return f.write_str("PT0S");
        }
        if let Some(nothing) = self.nothing
            && *self == (Self { nothing: self.nothing, ..Self::default() })
        {
            return f.write_str(nothing);
        }
        f.write_str("P")?;
        for (count, unit) in [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')] {
            if count > 0 {
                write!(f, "{count}{unit}")?;
            }
        }
        let seconds = self.seconds > 0 || self.nanoseconds > 0;
        if self.hours > 0 || self.minutes > 0 || seconds {
            f.write_str("T")?;
        }
        for (count, unit) in [(self.hours, 'H'), (self.minutes, 'M')] {
            if count > 0 {
                write!(f, "{count}{unit}")?;
            }
        }
        if seconds {
            write!(f, "{}", self.seconds)?;
            if self.nanoseconds > 0 {
                let (mut parts, mut digits) = (self.nanoseconds, 9);
                while parts % 10 == 0 {
                    (parts, digits) = (parts / 10, digits - 1);
                }
                write!(f, ".{parts:0digits$}")?;
            }
            f.write_str("S")?;
        }
        Ok(())
    }
}

/// A time of day.
///
/// ```
/// use warraq::ArabicText as _;
/// let found = "الساعة العاشرة والنصف صباحا".arabic_dates().next().unwrap();
/// assert_eq!(found.value().to_string(), "time:10:30");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Clock {
    /// Hour, 0 to 23; 1 to 12 where the half of the day is not known.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 59, where it is stated.
    pub second: Option<u8>,
    /// Whether the half of the day is not known.
    pub half_unknown: bool,
    /// The zone that is stated.
    pub zone: Option<Zone>,
}

/// The zone of a time of day, as it is stated; it is not resolved to an offset.
///
/// Prints as `Z` for UTC and as `+03:00` for an offset; other zones print nothing.
///
/// ```
/// use warraq::{ArabicText as _, Date, Value, Zone};
/// let found = "الساعة 18:00 بتوقيت القاهرة".arabic_dates().next().unwrap();
/// let Value::Date(Date::Time(clock)) = found.value() else { panic!() };
/// assert_eq!(clock.zone, Some(Zone::Iana("Africa/Cairo")));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Zone {
    /// Coordinated universal time.
    Utc,
    /// Minutes east of UTC.
    Offset(i16),
    /// A name of the IANA time zone database.
    Iana(&'static str),
    /// The zone of the place that the text is about.
    Local,
    /// A place that the database has more than one zone for.
    Unresolved,
}

impl Clock {
    /// A time of day, without seconds and without a zone.
    ///
    /// ```
    /// use warraq::Clock;
    /// assert_eq!(Clock::new(18, 45)?.to_string(), "18:45");
    /// assert!(Clock::new(24, 0).is_err());
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) for an hour above 23 or a minute above 59.
    pub const fn new(hour: u8, minute: u8) -> Result<Self, Error> {
        if hour > 23 || minute > 59 {
            return Err(Error::new(Reason::NoSuchTime));
        }
        Ok(Self { hour, minute, second: None, half_unknown: false, zone: None })
    }
}

impl Zone {
    pub(super) fn named(name: &'static str) -> Self {
        match name {
            "Etc/UTC" => Self::Utc,
            "local" => Self::Local,
            "?" => Self::Unresolved,
            name => Self::Iana(name),
        }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Utc => f.write_str("Z"),
            Self::Offset(minutes) => {
                let sign = if *minutes < 0 { '-' } else { '+' };
                let minutes = minutes.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
            _ => Ok(()),
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        if self.half_unknown {
            f.write_str("?")?;
        }
        self.zone.map_or(Ok(()), |zone| zone.fmt(f))
    }
}

/// A calendar unit that a relative date counts.
///
/// ```
/// use warraq::{ArabicText as _, Date, TimeUnit, Value};
/// let found = "العام الماضي".arabic_dates().next().unwrap();
/// assert!(matches!(found.value(), Value::Date(Date::Relative { unit: TimeUnit::Year, count: -1, .. })));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum TimeUnit {
    /// Days.
    Day,
    /// Weeks, from the first day of the week of the context.
    Week,
    /// Months.
    Month,
    /// Quarters of a year.
    Quarter,
    /// Years.
    Year,
    /// Decades.
    Decade,
    /// Centuries.
    Century,
}

/// The value of a date, a time or a duration in a text. Prints in a fixed notation:
///
/// | notation | text |
/// |---|---|
/// | `day:2023-04-11` `month:2023-04` `year:2024` | 11 أبريل 2023 |
/// | `day:XXXX-01-20@cur` | 20 يناير الجاري: a year is not stated, the current one is meant |
/// | `day:XXXX-XX-05@next` | الخامس من الشهر المقبل: neither year nor month |
/// | `hday:1445-03-12` `hmonth:1445-03` `hyear:1445` | 12 ربيع الأول 1445هـ |
/// | `hquarter:1445-Q1` `hhalf:1445-H1` | الربع الأول من عام 1445هـ |
/// | `shday:1402-01-01` `shmonth:1402-01` `shyear:1402` | the solar Hijri calendar of Iran and Afghanistan |
/// | `centuries:{19,20}` | القرنين التاسع عشر والعشرين |
/// | `days:{2023-04-11,2023-04-21}` `months:{2023-04,2023-05}` `years:{2020,2021}` | يومي 11 و21 أبريل 2023 |
/// | `ival:2010..2020` | بين عامي 2010 و2020 |
/// | `dual:hday:1445-03-12=day:2023-09-27` | both calendars |
/// | `rel:day+0` `rel:-P5Y` `wday:TUE@prev` | اليوم، قبل 5 سنوات، الثلاثاء الماضي |
/// | `time:10:30` `dt:2019-10-17T10:07` `dur:P3D` `dur:PT9.84S` | times and durations |
/// | `time:10:00?` | الساعة العاشرة: the half of the day is not known |
/// | `quarter:2023-Q1` `half:1998-H1` | الربع الأول من عام 2023, النصف الأول من 1998 |
/// | `decade:199X` `century:21` `hcentury:4` | التسعينيات، القرن الحادي والعشرين، القرن الرابع الهجري |
/// | `wdays:{FRI,SAT}` `set:FRI` | يومي الجمعة والسبت، كل يوم جمعة |
///
/// Behind a point may stand what it counts from the reference (`@prev2` `@prev` `@cur` `@next` `@next2`), its weekday
/// (`&WED`), the part that is meant (`~START` `~MID` `~END` `~EVE` `~NIGHT`); behind a year its era (`334BCE`, `BH`).
///
/// ```
/// use warraq::ArabicText as _;
/// let found = "يومي 11 و21 أبريل 2023".arabic_dates().next().unwrap();
/// assert_eq!(found.value().to_string(), "days:{2023-04-11,2023-04-21}");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Date {
    /// One point in time.
    Point(Point),
    /// Several points of one granularity, not what lies between them.
    Set(Vec<Point>),
    /// From … to …, both included at their granularity.
    Interval {
        /// The first day, month or year.
        from: Point,
        /// The last one.
        to: Point,
    },
    /// The same day in two calendars.
    Dual {
        /// The Hijri side.
        hijri: Point,
        /// The Gregorian side, which decides.
        gregorian: Point,
    },
    /// The `count`-th calendar unit from the current one.
    Relative {
        /// The unit.
        unit: TimeUnit,
        /// How many units from the current one.
        count: i32,
        /// The part of the unit that is meant.
        part: Option<DatePart>,
    },
    /// So much time before or after the reference.
    Offset {
        /// Whether it lies before the reference.
        before: bool,
        /// How much time.
        duration: Duration,
        /// Whether all of it is meant, as in `الأيام الثلاثة الماضية` and `خلال 48 ساعة`, and not the day at its other
        /// end. It is not printed.
        throughout: bool,
    },
    /// A day of the week.
    Weekday {
        /// Which day.
        weekday: Weekday,
        /// Which one from the reference date, as [`Point::deictic`].
        deictic: Option<i8>,
    },
    /// Days of the week that are meant together.
    Weekdays {
        /// Which days, in the order of the text.
        weekdays: Vec<Weekday>,
        /// Which ones from the reference date, as [`Point::deictic`].
        deictic: Option<i8>,
    },
    /// A time of day.
    Time(Clock),
    /// A day and a time of day.
    DateTime(Point, Clock),
    /// A length of time.
    Duration(Duration),
    /// Every week on this day.
    Recurrence(Weekday),
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(point) => write!(f, "{point}"),
            Self::Set(points) => {
                f.write_str(match points.first().map(|p| p.granularity) {
                    Some(Granularity::Month) => "months:{",
                    Some(Granularity::Year) => "years:{",
                    Some(Granularity::Century) => "centuries:{",
                    _ => "days:{",
                })?;
                for (i, point) in points.iter().enumerate() {
                    if i > 0 {
                        f.write_str(",")?;
                    }
                    point.end(f)?;
                }
                f.write_str("}")
            }
            Self::Interval { from, to } => {
                f.write_str("ival:")?;
                from.end(f)?;
                f.write_str("..")?;
                to.end(f)
            }
            Self::Dual { hijri, gregorian } => write!(f, "dual:{hijri}={gregorian}"),
            Self::Relative { unit, count, part } => {
                let unit = match unit {
                    TimeUnit::Day => "day",
                    TimeUnit::Week => "week",
                    TimeUnit::Month => "month",
                    TimeUnit::Quarter => "quarter",
                    TimeUnit::Year => "year",
                    TimeUnit::Decade => "decade",
                    TimeUnit::Century => "century",
                };
                write!(f, "rel:{unit}{count:+}{}", part.map_or("", DatePart::as_str))
            }
            Self::Offset { before, duration, .. } => {
                write!(f, "rel:{}{duration}", if *before { '-' } else { '+' })
            }
            Self::Weekday { weekday, deictic } => {
                write!(f, "wday:{}{}", weekday.as_str(), deictic.map_or("", deictic_mark))
            }
            Self::Weekdays { weekdays, deictic } => {
                f.write_str("wdays:{")?;
                for (i, weekday) in weekdays.iter().enumerate() {
                    let comma = if i > 0 { "," } else { "" };
                    write!(f, "{comma}{}{}", weekday.as_str(), deictic.map_or("", deictic_mark))?;
                }
                f.write_str("}")
            }
            Self::Time(clock) => write!(f, "time:{clock}"),
            Self::DateTime(point, clock) => {
                f.write_str("dt:")?;
                point.end(f)?;
                write!(f, "T{clock}")
            }
            Self::Duration(duration) => write!(f, "dur:{duration}"),
            Self::Recurrence(weekday) => write!(f, "set:{}", weekday.as_str()),
        }
    }
}
