//! To and from the calendars of ICU4X (`icu_calendar` 2).

use icu_calendar::cal::Hijri;
use icu_calendar::cal::hijri::UmmAlQura;
use icu_calendar::{Date, Iso};

use crate::error::{Error, Reason};
use crate::{CivilDate, HijriDate, HijriRule};

/// Every day of the years -9999..=9999 is a day of ICU's.
///
/// ```
/// use icu_calendar::{Date, Iso};
/// use warraq::{ArabicText as _, Context};
/// let found = "في 27 سبتمبر 2023".arabic_dates().next().unwrap();
/// let day: Date<Iso> = found.resolve(&Context::new())?.start().try_into()?;
/// assert_eq!(day, Date::try_new_iso(2023, 9, 27).unwrap());
/// # Ok::<(), warraq::Error>(())
/// ```
///
/// # Errors
///
/// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) if ICU refuses the day, which the version that this was built with does not.
impl TryFrom<CivilDate> for Date<Iso> {
    type Error = Error;

    fn try_from(day: CivilDate) -> Result<Self, Error> {
        Self::try_new_iso(day.year(), day.month(), day.day()).map_err(|_| Error::new(Reason::OutOfRange))
    }
}

/// # Errors
///
/// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) outside the years -9999..=9999.
///
/// ```
/// use icu_calendar::Date;
/// use warraq::CivilDate;
/// let day = CivilDate::try_from(Date::try_new_iso(1979, 11, 20).unwrap())?;
/// assert_eq!(day.to_string(), "1979-11-20");
/// # Ok::<(), warraq::Error>(())
/// ```
impl TryFrom<Date<Iso>> for CivilDate {
    type Error = Error;

    fn try_from(day: Date<Iso>) -> Result<Self, Error> {
        Self::new(day.year().extended_year(), day.month().ordinal, day.day_of_month().0)
    }
}

impl HijriDate {
    /// The date by ICU's Umm al-Qura, with the feature `icu`: the day that
    /// [`HijriRule::UmmAlQuraComputed`] gives, which formats and counts on in ICU.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) outside the years -9999..=9999.
    ///
    /// ```
    /// use warraq::HijriDate;
    /// let date = HijriDate::new(1445, 3, 12)?.to_icu()?;
    /// assert_eq!((date.month().ordinal, date.day_of_month().0), (3, 12));
    /// # Ok::<(), warraq::Error>(())
    /// ```
    pub fn to_icu(self) -> Result<Date<Hijri<UmmAlQura>>, Error> {
        let civil = self.to_civil(HijriRule::UmmAlQuraComputed).ok_or(Error::new(Reason::OutOfRange))?;
        Ok(Date::<Iso>::try_from(civil.day())?.to_calendar(Hijri::new_umm_al_qura()))
    }
}
