//! The civil calendar: days of the Gregorian calendar, counted by integer arithmetic. Knows no clock, no time zone
//! and no text but `YYYY-MM-DD`.

use core::fmt;
use core::str::FromStr;

use crate::error::{Error, Reason};

/// The last year in either direction, in both calendars: what four digits can write.
pub(super) const MAX_YEAR: i32 = 9999;

/// A day of the Gregorian calendar, from -9999-01-01 to 9999-12-31.
///
/// Proleptic: the rule of 1582 is carried back to all days before, and the year 0 (1 BC) exists. A date of the Julian
/// calendar is another day; 16 July 622 (Julian), the first day of the Hijri era, is 0622-07-19 here.
///
/// Dates are ordered in time and print as ISO 8601 has it, with four digits for the year and a minus sign before a
/// negative one.
///
/// ```
/// use warraq::{CivilDate, Weekday};
///
/// let day = CivilDate::new(2023, 9, 27)?;
/// assert_eq!((day.year(), day.month(), day.day()), (2023, 9, 27));
/// assert_eq!(day.weekday(), Weekday::Wednesday);
/// assert_eq!(day.to_string(), "2023-09-27");
/// assert_eq!("2023-09-27".parse(), Ok(day));
/// assert!(day < CivilDate::new(2023, 10, 1)?);
/// # Ok::<_, warraq::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDate {
    // The order of the fields is the order of dates.
    year: i32,
    month: u8,
    day: u8,
}

impl CivilDate {
    /// The first day that can be held, the 1st of January of the year -9999.
    ///
    /// ```
    /// assert_eq!(warraq::CivilDate::MIN.add_days(-1), None);
    /// ```
    pub const MIN: Self = Self { year: -MAX_YEAR, month: 1, day: 1 };

    /// The last day that can be held, the 31st of December of 9999.
    ///
    /// ```
    /// assert_eq!(warraq::CivilDate::MAX.add_days(1), None);
    /// ```
    pub const MAX: Self = Self { year: MAX_YEAR, month: 12, day: 31 };

    /// The day `day` (from 1) of the month `month` (1–12) of the year `year`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) if the year is not within -9999..=9999; [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) if that year has no
    /// such month or day.
    ///
    /// ```
    /// use warraq::{CivilDate, ErrorKind};
    /// assert_eq!(CivilDate::new(2024, 2, 29)?.to_string(), "2024-02-29");
    /// assert_eq!(CivilDate::new(2023, 2, 29).unwrap_err().kind(), ErrorKind::Invalid);
    /// assert_eq!(CivilDate::new(10_000, 1, 1).unwrap_err().kind(), ErrorKind::OutOfRange);
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub const fn new(year: i32, month: u8, day: u8) -> Result<Self, Error> {
        if year < -MAX_YEAR || year > MAX_YEAR {
            return Err(Error::new(Reason::OutOfRange));
        }
        if day == 0 || day > month_length(year, month) {
            return Err(Error::new(Reason::NoSuchDay));
        }
        Ok(Self { year, month, day })
    }

    /// The year; 0 is 1 BC, -1 is 2 BC.
    ///
    /// ```
    /// assert_eq!("1992-03-01".parse::<warraq::CivilDate>()?.year(), 1992);
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, 1–12.
    ///
    /// ```
    /// assert_eq!("1992-03-01".parse::<warraq::CivilDate>()?.month(), 3);
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1–31.
    ///
    /// ```
    /// assert_eq!("1992-03-01".parse::<warraq::CivilDate>()?.day(), 1);
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The number of days from 1970-01-01, negative before it.
    ///
    /// ```
    /// assert_eq!("1970-01-01".parse::<warraq::CivilDate>()?.to_days(), 0);
    /// assert_eq!("2000-03-01".parse::<warraq::CivilDate>()?.to_days(), 11_017);
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub const fn to_days(self) -> i64 {
        days_of(self.year as i64, self.month as i64, self.day as i64)
    }

    /// The day that is `days` days after 1970-01-01 (before it, if negative); `None` outside the years -9999..=9999.
    ///
    /// ```
    /// use warraq::CivilDate;
    /// assert_eq!(CivilDate::from_days(-1), CivilDate::new(1969, 12, 31).ok());
    /// assert_eq!(CivilDate::from_days(i64::MAX), None);
    /// ```
    pub const fn from_days(days: i64) -> Option<Self> {
        if days < days_of(-MAX_YEAR as i64, 1, 1) || days > days_of(MAX_YEAR as i64, 12, 31) {
            return None;
        }
        // The inverse of `days_of`: take whole eras of 400 years, then count the leap days within the era.
        let days = days + EPOCH;
        let (era, day) = (days.div_euclid(ERA), days.rem_euclid(ERA));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let march = (5 * day + 2) / 153;
        let month = if march < 10 { march + 3 } else { march - 9 };
        let year = 400 * era + year + (month <= 2) as i64;
        Some(Self { year: year as i32, month: month as u8, day: (day - (153 * march + 2) / 5 + 1) as u8 })
    }

    /// The day of the week.
    ///
    /// ```
    /// use warraq::{CivilDate, Weekday};
    /// assert_eq!("1179-12-10".parse::<CivilDate>()?.weekday(), Weekday::Monday);
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub const fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        match (self.to_days() + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// The day `days` days later (earlier, if negative); `None` outside the years -9999..=9999.
    ///
    /// ```
    /// use warraq::CivilDate;
    /// let day: CivilDate = "2024-02-28".parse()?;
    /// assert_eq!(day.add_days(2), CivilDate::new(2024, 3, 1).ok());
    /// assert_eq!(day.add_days(-59), CivilDate::new(2023, 12, 31).ok());
    /// assert_eq!(day.add_days(i64::MIN), None);
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub const fn add_days(self, days: i64) -> Option<Self> {
        match self.to_days().checked_add(days) {
            Some(days) => Self::from_days(days),
            None => None,
        }
    }

    /// The same day `months` months later (earlier, if negative), or the last day of a month that is too short for it;
    /// `None` outside the years -9999..=9999. Twelve months are a year.
    ///
    /// ```
    /// use warraq::CivilDate;
    /// let day: CivilDate = "2024-01-31".parse()?;
    /// assert_eq!(day.add_months(1), CivilDate::new(2024, 2, 29).ok());
    /// assert_eq!(day.add_months(-2), CivilDate::new(2023, 11, 30).ok());
    /// assert_eq!(day.add_months(12), CivilDate::new(2025, 1, 31).ok());
    /// assert_eq!(day.add_months(i32::MAX), None);
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub const fn add_months(self, months: i32) -> Option<Self> {
        let months = 12 * self.year as i64 + self.month as i64 - 1 + months as i64;
        // An `i32` of months is far below an `i32` of years.
        let (year, month) = (months.div_euclid(12) as i32, months.rem_euclid(12) as u8 + 1);
        let last = month_length(year, month);
        match Self::new(year, month, if self.day < last { self.day } else { last }) {
            Ok(date) => Some(date),
            Err(_) => None,
        }
    }
}

/// Days of 400 years, after which the Gregorian calendar repeats.
const ERA: i64 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const EPOCH: i64 = 719_468;

/// Days from 1970-01-01. The year is taken to begin in March, so that the leap day is its last day and the lengths of
/// the months follow one line, (153m + 2) / 5 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
const fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let year = year - (month <= 2) as i64;
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    let march = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * march + 2) / 5 + day - 1;
    ERA * era + 365 * year + year / 4 - year / 100 + day_of_year - EPOCH
}

/// Days of the month, 0 if there is no such month.
const fn month_length(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_iso(f, self.year, self.month, self.day)
    }
}

/// Reads exactly what `Display` writes: `YYYY-MM-DD` in ASCII digits, with a minus sign before a negative year.
///
/// Anything else, and a day that does not exist, is [`ErrorKind::Invalid`](crate::ErrorKind::Invalid).
///
/// ```
/// use warraq::{CivilDate, ErrorKind};
/// assert_eq!("-0043-03-15".parse::<CivilDate>()?.year(), -43);
/// for wrong in ["2023-02-29", "2023-2-28", "23-02-28", "2023-02-28 ", "٢٠٢٣-٠٢-٢٨"] {
///     assert_eq!(wrong.parse::<CivilDate>().unwrap_err().kind(), ErrorKind::Invalid);
/// }
/// # Ok::<_, warraq::Error>(())
/// ```
impl FromStr for CivilDate {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (year, month, day) = parse_iso(text).ok_or(Error::new(Reason::DateForm))?;
        Self::new(year, month, day)
    }
}

/// `YYYY-MM-DD`, for the dates of both calendars.
pub(super) fn write_iso(f: &mut fmt::Formatter<'_>, year: i32, month: u8, day: u8) -> fmt::Result {
    let sign = if year < 0 { "-" } else { "" };
    write!(f, "{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs())
}

/// The inverse of `write_iso`; does not ask whether there is such a month or day.
pub(super) fn parse_iso(text: &str) -> Option<(i32, u8, u8)> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = rest.as_bytes() else { return None };
    let digits = [y1, y2, y3, y4, m1, m2, d1, d2];
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let [y1, y2, y3, y4, m1, m2, d1, d2] = digits.map(|digit| digit - b'0');
    let year = [y1, y2, y3, y4].iter().fold(0, |year, digit| 10 * year + i32::from(*digit));
    if negative && year == 0 {
        return None;
    }
    Some((if negative { -year } else { year }, 10 * m1 + m2, 10 * d1 + d2))
}

/// A day of the week, in the order of ISO 8601.
///
/// Which day a week starts with is a matter of the region, so weekdays are not ordered.
///
/// ```
/// use warraq::Weekday;
/// assert_eq!(Weekday::Friday.as_str(), "FRI");
/// assert_eq!(Weekday::Friday.number_from_monday(), 5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weekday {
    /// الاثنين
    Monday,
    /// الثلاثاء
    Tuesday,
    /// الأربعاء
    Wednesday,
    /// الخميس
    Thursday,
    /// الجمعة
    Friday,
    /// السبت
    Saturday,
    /// الأحد
    Sunday,
}

impl Weekday {
    /// All seven, from Monday.
    ///
    /// ```
    /// use warraq::Weekday;
    /// assert!(Weekday::ALL.iter().map(|day| day.number_from_monday()).eq(1..=7));
    /// ```
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// Three capital letters, `MON` to `SUN`; also what `Display` writes.
    ///
    /// ```
    /// assert_eq!(warraq::Weekday::Sunday.as_str(), "SUN");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Monday => "MON",
            Self::Tuesday => "TUE",
            Self::Wednesday => "WED",
            Self::Thursday => "THU",
            Self::Friday => "FRI",
            Self::Saturday => "SAT",
            Self::Sunday => "SUN",
        }
    }

    /// The number of the day in ISO 8601: Monday is 1, Sunday is 7.
    ///
    /// ```
    /// assert_eq!(warraq::Weekday::Monday.number_from_monday(), 1);
    /// ```
    pub const fn number_from_monday(self) -> u8 {
        self as u8 + 1
    }
}

impl fmt::Display for Weekday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The three letters that it prints as, capital or small.
///
/// ```
/// use warraq::Weekday;
/// assert_eq!("sun".parse(), Ok(Weekday::Sunday));
/// assert!("Sunday".parse::<Weekday>().is_err());
/// ```
impl FromStr for Weekday {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let named = |day: &Self| day.as_str().eq_ignore_ascii_case(text);
        Self::ALL.into_iter().find(named).ok_or(Error::new(Reason::WeekdayForm))
    }
}
