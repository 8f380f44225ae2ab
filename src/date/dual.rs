//! The same day in two calendars (`numbers-and-dates`, C.13 H3, C.14).

use super::Candidate;
use super::absolute::{Prefix, core, prefix};
use super::fields::{self, mixed, sign};
use super::hijri::{HijriDate, HijriRule};
use super::read::Read;
use super::value::{Calendar, Date, Point};
use crate::certainty::{Certainty, Flags};
use crate::class::CharClass;
use crate::item::Window;
use crate::lexicon::Sense;
use crate::number::reading;

/// `12 ربيع الأول 1445هـ الموافق 27 سبتمبر 2023م` and the other way round.
pub(super) fn dual(w: &Window<'_>, before: &Prefix, first: &Read) -> Option<Candidate> {
    if !first.point.is_full_day() {
        return None;
    }
    let mut next = first.next;
    let opened = sign(w, next, CharClass::Opener);
    if opened || sign(w, next, CharClass::Dash) || sign(w, next, CharClass::Comma) {
        next += 1;
    }
    let slash = sign(w, next, CharClass::Slash);
    if slash {
        next += 1;
    }
    let mut agreed = opened || slash;
    if let Some(r) = reading(w, next, |s, _| matches!(s, Sense::Agrees)) {
        agreed = true;
        next += r.items;
        if let Some(letter) = w.get(next).filter(|i| crate::number::is_letters(w.text_of(i), "ل")) {
            next += usize::from(!letter.span.is_empty());
        }
    }
    if sign(w, next, CharClass::Colon) {
        next += 1;
    }
    let between = prefix(w, next);
    let second = core(w, between.next).filter(|r| r.point.is_full_day() && agreed)?;
    if slash && !(first.era && second.era) {
        return None;
    }
    let (hijri, gregorian) = match (first.point.calendar, second.point.calendar) {
        (Calendar::Hijri, Calendar::Gregorian) => (first.point, second.point),
        (Calendar::Gregorian, Calendar::Hijri) => (second.point, first.point),
        _ => return None,
    };
    let mut end = second.next;
    if opened {
        if !sign(w, end, CharClass::Closer) {
            return None;
        }
        end += 1;
    }
    agree(&hijri, &gregorian).then(|| {
        let start = before.start.unwrap_or(first.start);
        let weekday = before.weekday.or(between.weekday);
        let other = weekday.zip(gregorian.civil()).is_some_and(|(stated, day)| day.weekday() != stated);
        let flags = Flags::WEEKDAY_MISMATCH.when(other).with(first.flags).with(second.flags).with(mixed(
            w,
            start,
            fields::end(w, end),
        ));
        Candidate::new(w, start, end, Date::Dual { hijri, gregorian }, Certainty::Certain, flags)
    })
}

/// Whether both halves of a dual date can be the same day: within two days (H3).
fn agree(hijri: &Point, gregorian: &Point) -> bool {
    let (Some(year), Some(month), Some(day)) = (hijri.year, hijri.month, hijri.day) else { return false };
    let converted = HijriDate::new(year, month, day).ok().and_then(|h| h.to_civil(HijriRule::UmmAlQura));
    let civil = gregorian.civil();
    converted.zip(civil).is_some_and(|(c, g)| (c.day().to_days() - g.to_days()).abs() <= 2)
}
