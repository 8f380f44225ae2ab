//! A date as far as it has been read: what the grammars of this room hand to each other.

use super::calendar::CivilDate;
use super::fields::{Year, expand};
use super::value::{Calendar, Granularity, Point};
use crate::certainty::Flags;
use crate::lexicon::MonthClass;

/// A date read so far.
#[derive(Clone, Copy)]
pub(super) struct Read {
    pub(super) point: Point,
    pub(super) start: usize,
    pub(super) next: usize,
    pub(super) flags: Flags,
    /// The class of its month name, if it has one, and whether a twin licenses it.
    pub(super) class: Option<(MonthClass, bool)>,
    /// Whether the era is written.
    pub(super) era: bool,
}

impl Read {
    /// A year as a date.
    pub(super) fn of_year(found: Year) -> Self {
        let found = expand(found);
        let mut point = Point::new(found.calendar.unwrap_or_default(), Granularity::Year);
        point.year = Some(found.value);
        point.before_era = found.before_era;
        let era = found.calendar.is_some();
        Self { point, start: found.start, next: found.next, flags: found.flags, class: None, era }
    }

    /// A day of the month that the reference tells.
    pub(super) fn of_reference((deictic, next): (i8, usize)) -> Self {
        let mut point = Point::new(Calendar::Gregorian, Granularity::Day);
        point.deictic = Some(deictic);
        Self { point, start: 0, next, flags: Flags::NONE, class: None, era: false }
    }
}

/// The length of a month; a Hijri month may have 30 days under one rule or another.
pub(super) fn valid(point: &Point) -> bool {
    let (Some(month), Some(day)) = (point.month, point.day) else { return true };
    if !(1..=12).contains(&month) || day == 0 {
        return false;
    }
    match point.calendar {
        Calendar::Gregorian => {
            CivilDate::new(point.year.filter(|_| !point.before_era).unwrap_or(2000), month, day).is_ok()
        }
        Calendar::Hijri => day <= 30,
        Calendar::SolarHijri => day <= 31,
    }
}
