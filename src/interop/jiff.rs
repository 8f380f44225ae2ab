//! To and from the civil types of jiff 1.

use ::jiff::Span;
use ::jiff::civil::{Date, DateTime, Time};

use crate::error::{Error, ErrorKind};
use crate::{CivilDate, Clock, Duration};

/// Both have the years -9999..=9999, so that no day is lost.
///
/// # Errors
///
/// [`ErrorKind::OutOfRange`] if jiff refuses the day, which version 1 does not.
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
        let out_of_range = || Error::new(ErrorKind::OutOfRange);
        let year = i16::try_from(day.year()).map_err(|_| out_of_range())?;
        Self::new(year, day.month() as i8, day.day() as i8).map_err(|_| out_of_range())
    }
}

/// # Errors
///
/// [`ErrorKind::OutOfRange`] outside the years -9999..=9999, which jiff does not have.
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
/// [`ErrorKind::NotResolvable`] where the half of the day is not known.
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
            return Err(Error::new(ErrorKind::NotResolvable));
        }
        let second = clock.second.unwrap_or(0);
        Self::new(clock.hour as i8, clock.minute as i8, second as i8, 0)
            .map_err(|_| Error::new(ErrorKind::OutOfRange))
    }
}

/// The same units; nothing is turned into another unit.
///
/// # Errors
///
/// [`ErrorKind::OutOfRange`] beyond the limits of jiff, such as 19,998 years.
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
        let Duration { years, months, weeks, days, hours, minutes, seconds, .. } = duration;
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
            .ok_or(Error::new(ErrorKind::OutOfRange))?;
        Ok(span)
    }
}

impl CivilDate {
    /// The day at a time, with the feature `jiff`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotResolvable`] where the half of the day is not known.
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
