//! The Hijri calendars: which civil day a Hijri date means, and how sure that is. Knows the arithmetic calendar and
//! the table of Umm al-Qura; knows no region, no clock and no text but `YYYY-MM-DD`.

use core::fmt;
use core::str::FromStr;

use super::calendar::{CivilDate, MAX_YEAR, parse_iso, write_iso};
use super::umm_al_qura::{COMPUTED_YEARS, FIRST_COMPUTED_YEAR, FIRST_YEAR, YEARS};
use crate::error::{Error, Reason};

/// A day of the Hijri calendar as a text writes it: year, month and day, without a say on which civil day it was.
///
/// Months began, and in most countries begin, when the new moon is sighted. Which civil day a Hijri date means is
/// therefore a question of who wrote it; [`to_civil`](Self::to_civil) takes the [`HijriRule`] to go by and says how far
/// off the answer may be.
///
/// The years are -9999..=9999, with a year 0. Dates are ordered in time and print like civil ones, `1445-03-12`.
///
/// ```
/// use warraq::{HijriDate, HijriRule};
///
/// let date = HijriDate::new(1445, 3, 12)?; // 12 ربيع الأول 1445
/// let civil = date.to_civil(HijriRule::UmmAlQura).unwrap();
/// assert_eq!(civil.day().to_string(), "2023-09-27");
/// assert_eq!(civil.tolerance_days(), 0);
/// # Ok::<_, warraq::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HijriDate {
    // The order of the fields is the order of dates.
    year: i32,
    month: u8,
    day: u8,
}

impl HijriDate {
    /// The day `day` (from 1) of the month `month` (1 Muharram – 12 Dhu al-Hijja) of the year `year`.
    ///
    /// Day 30 is accepted in every month, since a month has 29 days under one rule or sighting and 30 under another.
    /// Day 31 is accepted in the three months that the printed Umm al-Qura calendar gave 31 days: 1345-05, 1348-11 and
    /// 1349-11.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) if the year is not within -9999..=9999; [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) if there is no such month
    /// or day.
    ///
    /// ```
    /// use warraq::{ErrorKind, HijriDate};
    /// assert_eq!(HijriDate::new(1445, 2, 30)?.to_string(), "1445-02-30");
    /// assert_eq!(HijriDate::new(1445, 2, 31).unwrap_err().kind(), ErrorKind::Invalid);
    /// assert_eq!(HijriDate::new(10_000, 1, 1).unwrap_err().kind(), ErrorKind::OutOfRange);
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub const fn new(year: i32, month: u8, day: u8) -> Result<Self, Error> {
        if year < -MAX_YEAR || year > MAX_YEAR {
            return Err(Error::new(Reason::OutOfRange));
        }
        let printed = HijriRule::UmmAlQura.length(year, month);
        let last = if printed > 30 { printed } else { 30 };
        if month == 0 || month > 12 || day == 0 || day > last {
            return Err(Error::new(Reason::NoSuchDay));
        }
        Ok(Self { year, month, day })
    }

    /// The year of the era; 0 is the year before the first.
    ///
    /// ```
    /// assert_eq!("1412-08-27".parse::<warraq::HijriDate>()?.year(), 1412);
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, 1–12.
    ///
    /// ```
    /// assert_eq!("1412-08-27".parse::<warraq::HijriDate>()?.month(), 8);
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1–31.
    ///
    /// ```
    /// assert_eq!("1412-08-27".parse::<warraq::HijriDate>()?.day(), 27);
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The civil day of this date by a rule; `None` if that lies outside the years -9999..=9999.
    ///
    /// The Hijri day begins at sunset. The answer is the civil day that its daylight falls in: the night of (ليلة) a
    /// Hijri day is the night before.
    ///
    /// A day that the month does not have by the rule rolls over: the 30th of a month of 29 days is the day after the
    /// 29th, as it was for whoever wrote it after the same new moon, and not the 29th again. Such a date shows that its
    /// author went by another calendar, so its tolerance is never 0. To reject such dates instead, check
    /// [`HijriRule::month_length`] first.
    ///
    /// ```
    /// use warraq::{CivilDate, HijriDate, HijriRule};
    ///
    /// // The Basic Law of Saudi Arabia, 27 Sha'ban 1412 = 1 March 1992; ICU's table has 2 March.
    /// let law = HijriDate::new(1412, 8, 27)?.to_civil(HijriRule::UmmAlQura).unwrap();
    /// assert_eq!((law.day(), law.tolerance_days()), (CivilDate::new(1992, 3, 1)?, 1));
    ///
    /// let missing = HijriDate::new(1444, 9, 30)?.to_civil(HijriRule::UmmAlQura).unwrap();
    /// let next = HijriDate::new(1444, 10, 1)?.to_civil(HijriRule::UmmAlQura).unwrap();
    /// assert_eq!(HijriRule::UmmAlQura.month_length(1444, 9), Some(29));
    /// assert_eq!(missing.day(), next.day());
    /// assert_eq!((missing.tolerance_days(), next.tolerance_days()), (1, 0));
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub fn to_civil(self, rule: HijriRule) -> Option<HijriConversion> {
        let before: i64 = (1..self.month).map(|month| i64::from(rule.length(self.year, month))).sum();
        let day = CivilDate::from_days(rule.start(self.year) + before + i64::from(self.day) - 1)?;
        let rolled = self.day.saturating_sub(rule.length(self.year, self.month));
        let tolerance_days = rule.tolerance_days(self.year).max(rolled);
        Some(HijriConversion { day, rule, tolerance_days })
    }

    /// The Hijri date of a civil day by a rule; `None` if that lies outside the years -9999..=9999.
    ///
    /// Every civil day has exactly one Hijri date by a rule, and [`to_civil`](Self::to_civil) by the same rule leads
    /// back to it.
    ///
    /// ```
    /// use warraq::{CivilDate, HijriDate, HijriRule};
    /// let day = CivilDate::new(1979, 11, 20)?;
    /// assert_eq!(HijriDate::from_civil(day, HijriRule::UmmAlQura), HijriDate::new(1400, 1, 1).ok());
    /// assert_eq!(HijriDate::from_civil(day, HijriRule::Civil), HijriDate::new(1399, 12, 29).ok());
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub fn from_civil(day: CivilDate, rule: HijriRule) -> Option<Self> {
        let days = day.to_days();
        // The year of the arithmetic calendar: the greatest one that does not start after the day. The rules start
        // their years at most a few days from there, so the answer is it or a neighbour.
        let mut year = ((30 * (days - EPOCH) + 10_646).div_euclid(CYCLE)) as i32;
        if days < rule.start(year) {
            year -= 1;
        } else if days >= rule.start(year + 1) {
            year += 1;
        }
        if !(-MAX_YEAR..=MAX_YEAR).contains(&year) {
            return None;
        }
        let mut rest = days - rule.start(year);
        let mut month = 1;
        while month < 12 && rest >= i64::from(rule.length(year, month)) {
            rest -= i64::from(rule.length(year, month));
            month += 1;
        }
        Some(Self { year, month, day: rest as u8 + 1 })
    }
}

impl fmt::Display for HijriDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_iso(f, self.year, self.month, self.day)
    }
}

/// Reads exactly what `Display` writes: `YYYY-MM-DD` in ASCII digits, with a minus sign before a negative year.
///
/// Anything else, and a day that [`HijriDate::new`] refuses, is [`ErrorKind::Invalid`](crate::ErrorKind::Invalid).
///
/// ```
/// use warraq::{ErrorKind, HijriDate};
/// assert_eq!("0575-07-02".parse(), HijriDate::new(575, 7, 2));
/// assert_eq!("575-7-2".parse::<HijriDate>().unwrap_err().kind(), ErrorKind::Invalid);
/// # Ok::<_, warraq::Error>(())
/// ```
impl FromStr for HijriDate {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (year, month, day) = parse_iso(text).ok_or(Error::new(Reason::DateForm))?;
        Self::new(year, month, day)
    }
}

/// The answer of [`HijriDate::to_civil`]: a civil day, the rule it was found by, and how far off it may be.
///
/// ```
/// use warraq::{HijriDate, HijriRule, Weekday};
/// // «يوم الاثنين ثاني رجب سنة خمس وسبعين وخمس مئة»: the rule hits the Monday.
/// let civil = HijriDate::new(575, 7, 2)?.to_civil(HijriRule::Civil).unwrap();
/// assert_eq!(civil.day().to_string(), "1179-12-10");
/// assert_eq!(civil.day().weekday(), Weekday::Monday);
/// assert_eq!((civil.rule(), civil.tolerance_days()), (HijriRule::Civil, 2));
/// # Ok::<_, warraq::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HijriConversion {
    day: CivilDate,
    rule: HijriRule,
    tolerance_days: u8,
}

impl HijriConversion {
    /// The civil day by the rule.
    ///
    /// ```
    /// # use warraq::{HijriDate, HijriRule};
    /// let civil = HijriDate::new(1447, 8, 24)?.to_civil(HijriRule::UmmAlQura).unwrap();
    /// assert_eq!(civil.day().to_string(), "2026-02-12");
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub const fn day(&self) -> CivilDate {
        self.day
    }

    /// The rule it was found by.
    ///
    /// ```
    /// # use warraq::{HijriDate, HijriRule};
    /// let civil = HijriDate::new(1447, 8, 24)?.to_civil(HijriRule::Tabular).unwrap();
    /// assert_eq!(civil.rule(), HijriRule::Tabular);
    /// # Ok::<_, warraq::Error>(())
    /// ```
    pub const fn rule(&self) -> HijriRule {
        self.rule
    }

    /// By how many days, before or after, the day that was meant may differ: 0, 1 or 2.
    ///
    /// By [`HijriRule::UmmAlQura`] 0 in 1420–1450 AH, where the printed calendar and its later recomputation agree in
    /// every month, provided that the author went by Umm al-Qura, which is for the caller to judge by the region; 1 in
    /// the rest of 1300–1600 AH; 2 before and after, where the rule is arithmetic. 2 by the arithmetic rules
    /// everywhere: within 1300–1600 AH they start months up to two days from Umm al-Qura. For a day that the month
    /// does not have by the rule, at least the number of days it rolled over.
    ///
    /// ```
    /// # use warraq::{HijriDate, HijriRule};
    /// let tolerance = |year, rule| HijriDate::new(year, 1, 1).unwrap().to_civil(rule).unwrap().tolerance_days();
    /// assert_eq!([1299, 1300, 1419, 1420].map(|year| tolerance(year, HijriRule::UmmAlQura)), [2, 1, 1, 0]);
    /// assert_eq!([1450, 1451, 1600, 1601].map(|year| tolerance(year, HijriRule::UmmAlQura)), [0, 1, 1, 2]);
    /// assert_eq!(tolerance(1445, HijriRule::Civil), 2);
    /// ```
    pub const fn tolerance_days(&self) -> u8 {
        self.tolerance_days
    }
}

/// Which Hijri calendar to go by.
///
/// # Umm al-Qura
///
/// The calendar of Saudi administration, which CLDR prefers for the Emirates, Bahrain, Kuwait, Qatar and Saudi Arabia.
/// There are two tables of it: the calendar as it was printed, and a later recomputation that ICU and Java carry. They
/// start 740 of the 1,896 months of 1343–1500 AH on different days. The printed one is what people dated by: 1 Muharram
/// 1400 was 20 November 1979, and the recomputation has the 21st. This rule takes
///
/// | years AH | from |
/// |---|---|
/// | to 1299 | the arithmetic calendar, [`Civil`](Self::Civil) |
/// | 1300–1342 | ICU's table (1882-11-12 to 1924-07-31) |
/// | 1343–1500 | the printed calendar (1924-08-01 to 2077-11-16), as `hijridate` 2.6.0 has collected it |
/// | 1501–1600 | ICU's table (2077-11-17 to 2174-11-25) |
/// | from 1601 | the arithmetic calendar |
///
/// The parts join without a gap or an overlap, and every civil day has one date. At three of the four joints the
/// tables agree on it. At 1343 they do not: ICU gives the Dhu al-Hijja of 1342 29 days, and the printed calendar starts
/// 1343 on the last of them. The printed day stands, and 1342-12 has 28 days here; since days roll over
/// ([`HijriDate::to_civil`]), 1342-12-29 is still the day that ICU says. The printed calendar itself has five months of
/// 28 days and three of 31, all before 1365.
///
/// # The arithmetic calendars
///
/// Months of 30 and 29 days in turn, and a 30th day in the last month of eleven years out of thirty, the years 2, 5,
/// 7, 10, 13, 16, 18, 21, 24, 26 and 29 of the cycle. They follow the moon on average and are the means for dates of
/// history, where no table exists.
///
/// The rules are those that CLDR calls `islamic-umalqura` (with the printed table in place of ICU's, or as
/// [`UmmAlQuraComputed`](Self::UmmAlQuraComputed) with ICU's), `islamic-civil` and `islamic-tbla`. In memory the
/// tables take 1,840 bytes.
///
/// ```
/// use warraq::{HijriDate, HijriRule};
/// let new_year = HijriDate::new(1400, 1, 1)?;
/// let day = |rule| new_year.to_civil(rule).unwrap().day().to_string();
/// assert_eq!(HijriRule::default(), HijriRule::UmmAlQura);
/// assert_eq!(day(HijriRule::UmmAlQura), "1979-11-20");
/// assert_eq!(day(HijriRule::Civil), "1979-11-21");
/// assert_eq!(day(HijriRule::Tabular), "1979-11-20");
/// # Ok::<_, warraq::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum HijriRule {
    /// The printed Umm al-Qura calendar, with ICU's table and the arithmetic calendar around it.
    #[default]
    UmmAlQura,
    /// ICU's recomputation of Umm al-Qura for all of 1300–1600 AH, with the arithmetic calendar around it: what
    /// ICU, Java and JavaScript answer.
    UmmAlQuraComputed,
    /// The arithmetic calendar that starts on Friday 16 July 622 (Julian).
    Civil,
    /// The arithmetic calendar that starts on Thursday 15 July 622 (Julian), the epoch of the astronomers: always one
    /// day before [`Civil`](Self::Civil).
    Tabular,
}

/// The civil epoch, 622-07-19 Gregorian, in days from 1970-01-01.
const EPOCH: i64 = -492_148;
/// Days of thirty years, eleven of them with a leap day.
const CYCLE: i64 = 10_631;

impl HijriRule {
    /// The number of days of the month `month` (1–12): 29 or 30, and in a few months of Umm al-Qura 28 or 31. `None` if
    /// there is no such month, or the year is not within -9999..=9999.
    ///
    /// ```
    /// use warraq::HijriRule;
    /// assert_eq!(HijriRule::UmmAlQura.month_length(1444, 9), Some(29));
    /// assert_eq!(HijriRule::Civil.month_length(1444, 9), Some(30));
    /// assert_eq!(HijriRule::UmmAlQura.month_length(1444, 13), None);
    /// ```
    pub const fn month_length(self, year: i32, month: u8) -> Option<u8> {
        if year < -MAX_YEAR || year > MAX_YEAR || month == 0 || month > 12 {
            return None;
        }
        Some(self.length(year, month))
    }

    /// `month_length` of a month that exists; of another one any number.
    const fn length(self, year: i32, month: u8) -> u8 {
        match self.packed(year) {
            Some(packed) if month >= 1 && month <= 12 => 28 + (packed >> (2 * (month - 1)) & 3) as u8,
            // A leap year is one whose successor starts 355 days later, see `start`.
            _ if month == 12 && (11 * year + 14).rem_euclid(30) < 11 => 30,
            _ => 29 + month % 2,
        }
    }

    /// The first day of the year, in days from 1970-01-01.
    const fn start(self, year: i32) -> i64 {
        // 354 days a year, and the leap days of the years before it.
        let civil = EPOCH + 354 * (year as i64 - 1) + (11 * year as i64 + 3).div_euclid(30);
        match (self, self.packed(year)) {
            (Self::Tabular, _) => civil - 1,
            (_, Some(packed)) => civil + (packed as i32 >> 24) as i64,
            (_, None) => civil,
        }
    }

    /// The year in the table of Umm al-Qura, if the rule and the year have one.
    const fn packed(self, year: i32) -> Option<u32> {
        if !matches!(self, Self::UmmAlQura | Self::UmmAlQuraComputed) || year < FIRST_YEAR {
            return None;
        }
        let behind = year - FIRST_COMPUTED_YEAR;
        let computed = behind >= 0 && (behind as usize) < COMPUTED_YEARS.len();
        let (years, first): (&[u32], i32) = match self {
            Self::UmmAlQuraComputed if computed => (&COMPUTED_YEARS, FIRST_COMPUTED_YEAR),
            _ => (&YEARS, FIRST_YEAR),
        };
        // `get`, for a `const fn`.
        match years.split_at_checked((year - first) as usize) {
            Some((_, [packed, ..])) => Some(*packed),
            _ => None,
        }
    }

    const fn tolerance_days(self, year: i32) -> u8 {
        match (self, year) {
            (Self::UmmAlQura | Self::UmmAlQuraComputed, 1420..=1450) => 0,
            (Self::UmmAlQura | Self::UmmAlQuraComputed, 1300..=1600) => 1,
            _ => 2,
        }
    }
}
