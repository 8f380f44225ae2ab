//! What a date is resolved against: all that a text leaves open. No clock is read.

use super::calendar::{CivilDate, Weekday};
use super::hijri::HijriRule;
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
#[must_use]
pub struct Context {
    reference: Option<CivilDate>,
    pub(super) week_start: Weekday,
    pub(super) hijri: HijriRule,
    pub(super) weekdays: WeekdayPolicy,
    pub(super) years: YearPolicy,
    pub(super) hijri_periods: bool,
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

    /// Whether Hijri months, years and larger periods are resolved to the days that they cover. Off by default, because a
    /// Hijri month spans parts of two Gregorian months.
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

    pub(super) fn need(&self) -> Result<CivilDate, Error> {
        self.reference.ok_or(Error::new(Reason::NeedsReference))
    }
}
