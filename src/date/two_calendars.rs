//! The same day in two calendars (C.13 H3, C.14).

use super::Candidate;
use super::day::{Prefix, core, prefix};
use super::fields::{counts_noun, mixed, singular, year};
use super::hijri::{HijriDate, HijriRule};
use super::read::Read;
use super::value::{Calendar, Date, Point};
use crate::certainty::{Certainty, Flags};
use crate::class::CharClass;
use crate::item::Window;
use crate::lexicon::{Sense, Unit};
use crate::number::{end_of, is_letters, reading};

/// The first day of the Gregorian calendar, 15 October 1582, in days from 1 January 1970.
const REFORM: i64 = -141_427;

/// `12 ربيع الأول 1445هـ الموافق 27 سبتمبر 2023م` and the other way round.
pub(super) fn dual(w: &Window<'_>, before: &Prefix, first: &Read) -> Option<Candidate> {
    if !first.point.is_full_day() {
        return None;
    }
    let link = link(w, first.next);
    let between = prefix(w, link.next);
    let second = core(w, between.next).filter(|r| r.point.is_full_day())?;
    // 28 شعبان 1445هـ - 9 مارس 2024م, 1436/01/10 - 2014/11/03
    let joined = link.slash || link.first == Some(CharClass::Dash);
    if !(link.agreed || link.opened() || joined) {
        return None;
    }
    let (hijri, gregorian) = sides(first, &second)?;
    let end = link.close(w, second.next)?;
    agree(&hijri, &gregorian).then(|| {
        let start = before.start.unwrap_or(first.start);
        let weekday = before.weekday.or(between.weekday);
        let other = weekday.zip(gregorian.civil()).is_some_and(|(stated, day)| day.weekday() != stated);
        let flags = Flags::WEEKDAY_MISMATCH.when(other).with(first.flags).with(second.flags).with(mixed(
            w,
            start,
            end_of(w, end),
        ));
        Candidate::new(w, start, end, Date::Dual { hijri, gregorian }, Certainty::Certain, flags)
    })
}

/// `748هـ/1348م`, `سنة 748 هـ (1348 م)`, `عام 1445هـ الموافق لعام 2023م`: the era of both is written, and a
/// day of the one lies in the other.
pub(super) fn years(w: &Window<'_>, first: &Read) -> Option<Candidate> {
    if first.point.before_era {
        return None;
    }
    let link = link(w, first.next);
    let joined = link.agreed || link.opened() || link.slash || link.first == Some(CharClass::Dash);
    // 725 هـ 1325 م
    if !joined && link.next != first.next {
        return None;
    }
    let noun = singular(w, link.next, Unit::Year).is_some();
    let mut second = Read::of_year(year(w, link.next + usize::from(noun), true).filter(|year| {
        // 637م / 16هـ
        year.digits >= 3 || year.digits > 0 && year.calendar == Some(Calendar::Hijri)
    })?);
    // لسنة 2026 الموافق 1447 هجري, عام 1444هـ/2023: one era is told, or that both are the same year.
    let told = match (first.era, second.era) {
        (true, true) => true,
        // But not باع 1445هـ/2023 طالبا.
        (true, false) => joined && first.point.calendar == Calendar::Hijri && !counts_noun(w, second.next),
        (false, era) => link.agreed && (era || first.point.calendar == Calendar::Gregorian),
    };
    if !first.era && !second.era && second.point.year < Some(1600) {
        second.point.calendar = Calendar::Hijri;
    }
    let (hijri, gregorian) = sides(first, &second).filter(|_| told && !second.point.before_era)?;
    let end = link.close(w, second.next)?;
    let (ah, ce) = (hijri.year?, gregorian.year?);
    let ends = [(1, 1), (12, 29)].map(|(month, day)| {
        let day = HijriDate::new(ah, month, day).ok()?.to_civil(HijriRule::Civil)?;
        Some(day.day().year())
    });
    let [Some(from), Some(to)] = ends else { return None };
    (from..=to).contains(&ce).then(|| {
        let (start, flags) = (first.start, first.flags.with(second.flags));
        let flags = flags.with(mixed(w, start, end_of(w, end)));
        Candidate::new(w, start, end, Date::Dual { hijri, gregorian }, Certainty::Certain, flags)
    })
}

/// What stands between the halves.
struct Link {
    /// A bracket, a hyphen or a comma.
    first: Option<CharClass>,
    slash: bool,
    /// الموافق
    agreed: bool,
    /// Where the second half begins.
    next: usize,
}

impl Link {
    fn opened(&self) -> bool {
        self.first == Some(CharClass::Opener)
    }

    /// Where all of it ends.
    fn close(&self, w: &Window<'_>, next: usize) -> Option<usize> {
        let closed = w.is_sign(next, CharClass::Closer);
        (closed || !self.opened()).then_some(next + usize::from(self.opened()))
    }
}

fn link(w: &Window<'_>, next: usize) -> Link {
    let mut next = behind_calendar(w, next);
    let signs = [CharClass::Opener, CharClass::Dash, CharClass::Comma];
    let first = signs.into_iter().find(|&class| w.is_sign(next, class));
    next += usize::from(first.is_some());
    // 925هـ = 1519م
    let equals = w.get(next).is_some_and(|i| w.text_of(i) == "=");
    let slash = w.is_sign(next, CharClass::Slash) || equals;
    if slash {
        next += 1;
    }
    let mut agreed = w.spells(w.get(next), &["الموافقة"]);
    if agreed {
        next += 1;
    }
    if let Some(r) = reading(w, next, |s, _| matches!(s, Sense::Agrees)) {
        agreed = true;
        next += r.items;
        if let Some(letter) = w.get(next) {
            next += usize::from(is_letters(w.text_of(letter), "ل") || is_letters(w.text_of(letter), "لـ"));
        }
    }
    if w.is_sign(next, CharClass::Colon) {
        next += 1;
    }
    Link { first, slash, agreed, next }
}

/// Behind the name of a calendar in brackets, if one stands there: `(حسب تقويم أم القرى)`.
fn behind_calendar(w: &Window<'_>, at: usize) -> usize {
    let word = |i: usize, known: &[&str]| w.get(i).is_some_and(|i| known.contains(&w.bare(i).as_str()));
    let named = w.is_sign(at, CharClass::Opener)
        && (at + 1..at + 4).any(|i| word(i, &["تقويم", "التقويم", "بتقويم", "لتقويم"]));
    let end = (at + 2..at + 7).find(|&i| w.is_sign(i, CharClass::Closer));
    end.filter(|_| named).map_or(at, |end| end + 1)
}

/// The Hijri half and the Gregorian one.
fn sides(first: &Read, second: &Read) -> Option<(Point, Point)> {
    match (first.point.calendar, second.point.calendar) {
        (Calendar::Hijri, Calendar::Gregorian) => Some((first.point, second.point)),
        (Calendar::Gregorian, Calendar::Hijri) => Some((second.point, first.point)),
        _ => None,
    }
}

/// Whether both halves of a dual date can be the same day: within two days (H3).
fn agree(hijri: &Point, gregorian: &Point) -> bool {
    let (Some(year), Some(month), Some(day)) = (hijri.year, hijri.month, hijri.day) else { return false };
    let converted = HijriDate::new(year, month, day).ok().and_then(|h| h.to_civil(HijriRule::UmmAlQura));
    let civil = gregorian.civil();
    converted.zip(civil).is_some_and(|(c, g)| {
        let (said, meant) = (g.to_days(), c.day().to_days());
        // What was before October 1582 is told by the Julian calendar, days behind the Gregorian one.
        let century = i64::from(if g.month() <= 2 { g.year() - 1 } else { g.year() }).div_euclid(100);
        let julian = said + century - century.div_euclid(4) - 2;
        (meant - said).abs() <= 2 || said < REFORM && (meant - julian).abs() <= 2
    })
}
