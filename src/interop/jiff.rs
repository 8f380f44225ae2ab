//! To and from the civil types of jiff 1.

use ::jiff::Span;
use ::jiff::civil::{Date, DateTime, Time};

use crate::error::{Error, Reason};
use crate::{CivilDate, Clock, Duration};

/// Both have the years -9999..=9999, so that no day is lost.
///
/// # Errors
///
/// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) if jiff refuses the day, which version 1 does not.
///
/// ```
/// use warraq::{ArabicText as _, CivilDate, Context};
/// let context = Context::new().reference(CivilDate::try_from(jiff::civil::date(2023, 1, 23))?);
/// let found = "يوم الثلاثاء الماضي".arabic_dates().next().unwrap();
/// let day: jiff::civil::Date = found.resolve(&context)?.start().try_into()?;
/// assert_eq!(day, jiff::civil::date(2023, 1, 17));
/// # Ok::<(), warraq::Error>(())
/// ```
impl TryFrom<CivilDate> for Date {
    type Error = Error;

    fn try_from(day: CivilDate) -> Result<Self, Error> {
        let out_of_range = || Error::new(Reason::OutOfRange);
        let year = i16::try_from(day.year()).map_err(|_| out_of_range())?;
        Self::new(year, day.month() as i8, day.day() as i8).map_err(|_| out_of_range())
    }
}

/// # Errors
///
/// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) outside the years -9999..=9999, which jiff does not have.
///
/// ```
/// use warraq::CivilDate;
/// assert_eq!(CivilDate::try_from(jiff::civil::date(2024, 2, 29))?.to_string(), "2024-02-29");
/// # Ok::<(), warraq::Error>(())
/// ```
impl TryFrom<Date> for CivilDate {
    type Error = Error;

    fn try_from(day: Date) -> Result<Self, Error> {
        Self::new(i32::from(day.year()), day.month().unsigned_abs(), day.day().unsigned_abs())
    }
}

/// A time whose half of the day is known.
///
/// # Errors
///
/// [`ErrorKind::NotResolvable`](crate::ErrorKind::NotResolvable) where the half of the day is not known.
///
/// ```
/// use jiff::civil::{Time, time};
/// use warraq::{ArabicText as _, Date, Value};
/// let clock = |text: &str| match text.arabic_dates().next().unwrap().value() {
///     Value::Date(Date::Time(clock)) => *clock,
///     other => panic!("{other}"),
/// };
/// assert_eq!(Time::try_from(clock("الساعة العاشرة والنصف مساء"))?, time(22, 30, 0, 0));
/// assert!(Time::try_from(clock("الساعة العاشرة")).is_err());
/// # Ok::<(), warraq::Error>(())
/// ```
impl TryFrom<Clock> for Time {
    type Error = Error;

    fn try_from(clock: Clock) -> Result<Self, Error> {
        if clock.half_unknown {
            return Err(Error::new(Reason::HalfUnknown));
        }
        let second = clock.second.unwrap_or(0);
        Self::new(clock.hour as i8, clock.minute as i8, second as i8, 0)
            .map_err(|_| Error::new(Reason::OutOfRange))
    }
}

/// Hour, minute and second, none where it is 0; what is smaller is not kept.
///
/// ```
/// use jiff::civil::time;
/// use warraq::Clock;
/// assert_eq!(Clock::from(time(22, 30, 5, 0)).to_string(), "22:30:05");
/// ```
impl From<Time> for Clock {
    fn from(time: Time) -> Self {
        Self {
            hour: time.hour().unsigned_abs(),
            minute: time.minute().unsigned_abs(),
            second: (time.second() != 0).then_some(time.second().unsigned_abs()),
            half_unknown: false,
            zone: None,
        }
    }
}

/// The same units; nothing is turned into another unit.
///
/// # Errors
///
/// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) beyond the limits of jiff, such as 19,998 years.
///
/// ```
/// use jiff::{Span, ToSpan as _};
/// use warraq::{ArabicText as _, Date, Value};
/// let found = "استمر ستة أشهر وعشرين يوما".arabic_dates().next().unwrap();
/// let Value::Date(Date::Duration(duration)) = found.value() else { panic!() };
/// assert_eq!(Span::try_from(*duration)?.fieldwise(), 6.months().days(20));
/// # Ok::<(), warraq::Error>(())
/// ```
impl TryFrom<Duration> for Span {
    type Error = Error;

    fn try_from(duration: Duration) -> Result<Self, Error> {
        let Duration { years, months, weeks, days, hours, minutes, seconds, nanoseconds, .. } = duration;
        let mut span = Self::new();
        let mut set = |n: u32, set: fn(Self, i64) -> Result<Self, ::jiff::Error>| -> Option<()> {
            span = set(span, i64::from(n)).ok()?;
            Some(())
        };
        set(years, Self::try_years)
            .and_then(|()| set(months, Self::try_months))
            .and_then(|()| set(weeks, Self::try_weeks))
            .and_then(|()| set(days, Self::try_days))
            .and_then(|()| set(hours, Self::try_hours))
            .and_then(|()| set(minutes, Self::try_minutes))
            .and_then(|()| set(seconds, Self::try_seconds))
            .and_then(|()| set(nanoseconds, Self::try_nanoseconds))
            .ok_or(Error::new(Reason::OutOfRange))?;
        Ok(span)
    }
}

/// The same units; parts of a second are put together.
///
/// # Errors
///
/// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) for what is less than nothing.
///
/// ```
/// use jiff::ToSpan as _;
/// use warraq::Duration;
/// assert_eq!(Duration::try_from(6.months().days(20))?.to_string(), "P6M20D");
/// assert_eq!(Duration::try_from(9.seconds().milliseconds(840))?.to_string(), "PT9.84S");
/// assert!(Duration::try_from(-3.days()).is_err());
/// # Ok::<(), warraq::Error>(())
/// ```
impl TryFrom<Span> for Duration {
    type Error = Error;

    fn try_from(span: Span) -> Result<Self, Error> {
        let count = |n: i64| u32::try_from(n).map_err(|_| Error::new(Reason::OutOfRange));
        let mut duration = Self::default();
        duration.years = count(i64::from(span.get_years()))?;
        duration.months = count(i64::from(span.get_months()))?;
        duration.weeks = count(i64::from(span.get_weeks()))?;
        duration.days = count(i64::from(span.get_days()))?;
        duration.hours = count(i64::from(span.get_hours()))?;
        duration.minutes = count(span.get_minutes())?;
        let parts = span
            .get_milliseconds()
            .checked_mul(1_000_000)
            .and_then(|parts| parts.checked_add(span.get_microseconds().checked_mul(1_000)?))
            .and_then(|parts| parts.checked_add(span.get_nanoseconds()))
            .ok_or(Error::new(Reason::OutOfRange))?;
        duration.seconds = span
            .get_seconds()
            .checked_add(parts.div_euclid(1_000_000_000))
            .ok_or(Error::new(Reason::OutOfRange))
            .and_then(count)?;
        duration.nanoseconds = count(parts.rem_euclid(1_000_000_000))?;
        Ok(duration)
    }
}

impl CivilDate {
    /// The day at a time; a zone that is stated is left to the caller; with the feature `jiff`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotResolvable`](crate::ErrorKind::NotResolvable) where the half of the day is not known.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Context, Date, Value};
    /// let found = "17 أكتوبر 2019 10:07 ص".arabic_dates().next().unwrap();
    /// let Value::Date(Date::DateTime(_, clock)) = found.value() else { panic!() };
    /// let day = found.resolve(&Context::new())?.start();
    /// assert_eq!(day.at_clock(*clock)?, jiff::civil::date(2019, 10, 17).at(10, 7, 0, 0));
    /// # Ok::<(), warraq::Error>(())
    /// ```
    pub fn at_clock(self, clock: Clock) -> Result<DateTime, Error> {
        Ok(Date::try_from(self)?.to_datetime(Time::try_from(clock)?))
    }
}
