//! Days, times and durations in the types of other crates: there and back, over all days.
#![allow(clippy::unwrap_used, missing_docs)]
#![cfg(all(feature = "jiff", feature = "icu"))]

use icu_calendar::{Date as IcuDate, Iso};
use warraq::{CivilDate, Duration, HijriDate, HijriRule};

#[test]
fn every_tenth_day_goes_there_and_back() {
    let (first, last) = (CivilDate::new(-9999, 1, 1).unwrap(), CivilDate::new(9999, 12, 31).unwrap());
    for days in (first.to_days()..=last.to_days()).step_by(10) {
        let day = CivilDate::from_days(days).unwrap();
        let jiff = jiff::civil::Date::try_from(day).unwrap();
        assert_eq!(jiff.weekday().to_monday_one_offset().unsigned_abs(), day.weekday().number_from_monday());
        assert_eq!(CivilDate::try_from(jiff).unwrap(), day);
        let icu = IcuDate::<Iso>::try_from(day).unwrap();
        assert_eq!(CivilDate::try_from(icu).unwrap(), day);
    }
}

/// Each of the 3,612 months of ICU's table.
#[test]
fn hijri_months_are_those_of_icu() {
    for year in 1300..=1600 {
        for month in 1..=12 {
            let date = HijriDate::new(year, month, 1).unwrap();
            let icu = date.to_icu().unwrap();
            assert_eq!(
                (icu.year().extended_year(), icu.month().ordinal, icu.day_of_month().0),
                (year, month, 1)
            );
            assert_eq!(Some(icu.days_in_month()), HijriRule::UmmAlQuraComputed.month_length(year, month));
        }
    }
}

#[test]
fn durations_keep_their_units() {
    let mut duration = Duration::default();
    (duration.years, duration.days, duration.minutes) = (2, 40, 90);
    let span = jiff::Span::try_from(duration).unwrap();
    assert_eq!((span.get_years(), span.get_days(), span.get_minutes()), (2, 40, 90));
    duration.years = u32::MAX;
    assert!(jiff::Span::try_from(duration).is_err());
}
