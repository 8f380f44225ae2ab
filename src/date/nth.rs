//! Weeks, weekdays and days by their number in a month: الأسبوع الأول من أكتوبر, الثلاثاء الثالث من أيلول (C.7).

use super::calendar::CivilDate;
use super::fields::{Month, deictic, is_from, month, noun, numbered_month, of_unit, singular};
use super::months::{Before, with_year};
use super::read::{Read, valid};
use super::value::{Calendar, Date, Granularity, Point};
use super::{Candidate, weekday_from_iso};
use crate::certainty::Certainty;
use crate::item::{Clitics, Window};
use crate::lexicon::{NounForm, OrdForm, Sense, Unit};
use crate::number::{is_definite, ordinal, reading, sense};

/// A month by its name, behind شهر or not, or by its number.
fn any_month(w: &Window<'_>, at: usize) -> Option<Month> {
    numbered_month(w, at).or_else(|| month(w, at + usize::from(singular(w, at, Unit::Month).is_some())))
}

/// `الأسبوع الأول من أكتوبر 2014`, `الأسبوع الأخير في شباط 2020`: seven days from the 1st, 8th, 15th, 22nd, or
/// the last seven.
pub(super) fn week_of_month(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let r = singular(w, at, Unit::Week).filter(|r| r.clitics.has(Clitics::ARTICLE))?;
    let last = w.get(at + 1).is_some_and(|i| is_definite(w, i) && w.bare(i).as_str().ends_with("خير"));
    let (which, behind) = match ordinal(w, at + 1) {
        Some(o) if (1..=4).contains(&o.value) => (o.value as u8, o.next),
        None if last => (5, at + 2),
        _ => return None,
    };
    let of = reading(w, behind, |s, r| matches!(s, Sense::From | Sense::Prep) && r.items == 1)?;
    let mut read = match any_month(w, behind + of.items) {
        Some(month) => with_year(w, month, Before::Nothing),
        None => of_unit(w, behind, Unit::Month).map(Read::of_reference)?,
    };
    if read.point.year.is_none()
        && read.point.deictic.is_none()
        && let Some((n, next)) = deictic(w, read.next)
    {
        read.point.deictic = Some(n);
        read.next = next;
    }
    let (first, end) = if last {
        let (month, year) = (read.point.month?, read.point.year);
        let year = year.filter(|_| read.point.calendar == Calendar::Gregorian)?;
        let end = (28..=31).rev().find(|&day| CivilDate::new(year, month, day).is_ok())?;
        (end - 6, end)
    } else {
        (which * 7 - 6, which * 7)
    };
    let day = |day: u8| Point { day: Some(day), granularity: Granularity::Day, ..read.point };
    let date = Date::Interval { from: day(first), to: day(end) };
    Some(Candidate::new(w, r.start, read.next, date, Certainty::Likely, read.flags))
}

/// `أول يوم من رمضان`, `ثاني أيام شهر شوال`: a day of a month by its number.
pub(super) fn nth_day(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (day, r) = sense(w, at, |s, r| match s {
        Sense::Ord(n, OrdForm::Masculine) if !r.clitics.has(!(Clitics::WAW | Clitics::BEH)) => Some(*n),
        _ => None,
    })?;
    let (unit, form, noun) = noun(w, at + 1)?;
    let days = unit == Unit::Day && matches!(form, NounForm::Singular | NounForm::Plural);
    if !days || !noun.clitics.is_none() {
        return None;
    }
    let of = usize::from(is_from(w, at + 2));
    let month = any_month(w, at + 2 + of).filter(|month| month.clitics.is_none())?;
    let read = with_year(w, month, Before::Day);
    let point = Point { day: Some(day), granularity: Granularity::Day, ..read.point };
    valid(&point)
        .then(|| Candidate::new(w, r.start, read.next, Date::Point(point), Certainty::Certain, read.flags))
}

/// `الثلاثاء الثالث من أيلول 2014`, `الاثنين الأخير من مارس 2013`: the third or the last of its month.
pub(super) fn nth_weekday(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (iso, r) = sense(w, at, |s, r| match s {
        Sense::Weekday(n) if r.clitics.has(Clitics::ARTICLE) => Some(*n),
        _ => None,
    })?;
    let weekday = weekday_from_iso(iso)?;
    let last = w.get(at + 1).is_some_and(|i| is_definite(w, i) && w.bare(i).as_str().contains("خير"));
    let (which, behind) = match ordinal(w, at + 1) {
        Some(o) if !last && (1..=5).contains(&o.value) => (o.value, o.next),
        _ if last => (5, at + 2),
        _ => return None,
    };
    let joint = reading(w, behind, |s, _| matches!(s, Sense::From))?;
    let month_at = behind + joint.items;
    let month = any_month(w, month_at)?;
    let read = with_year(w, month, Before::Nothing);
    let (Some(year), Calendar::Gregorian, false) =
        (read.point.year, read.point.calendar, read.point.before_era)
    else {
        return None;
    };
    let number = month.number;
    // الأربعاء الثالث من أيلول 2014, and the third is a Wednesday: that day.
    let same = CivilDate::new(year, number, which as u8).is_ok_and(|day| day.weekday() == weekday);
    if same && !last {
        return None;
    }
    let first = CivilDate::new(year, number, 1).ok()?;
    let ahead = (7 + weekday.number_from_monday() - first.weekday().number_from_monday()) % 7;
    let mut day = 1 + ahead + 7 * (which as u8 - 1);
    if last && CivilDate::new(year, number, day).is_err() {
        day -= 7;
    }
    let mut point = Point::new(Calendar::Gregorian, Granularity::Day);
    (point.year, point.month, point.day) = (Some(year), Some(number), Some(day));
    valid(&point)
        .then(|| Candidate::new(w, r.start, read.next, Date::Point(point), Certainty::Certain, read.flags))
}
