//! Dates that name their day, month or year: in words and digits, numeric, dual
//! (C.7, C.14, C.16).

use super::day::{Prefix, core, invalid_named, prefix};
use super::fields::{
    self, counts_noun, deictic, licensed_by_preposition, mixed, month, of_unit, part, plain, singular, year,
    year_separator,
};
use super::months::{dated, month_alone, month_year_digits, named};
use super::nth::{nth_day, nth_weekday, week_of_month};
use super::numeric::{day_month_by, day_month_digits, invalid_numeric, numeric};
use super::read::{Read, valid};
use super::value::{Calendar, Date, DatePart, Granularity, Point};
use super::years::{this_year, year_alone};
use super::{Blocked, Candidate, two_calendars, weekday_from_iso};
use crate::certainty::{Certainty, Flags};
use crate::class::CharClass;
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{MonthClass, Sense, Unit};
use crate::number::{
    end_of, ends_month_phrase, follows, has, is_article, is_definite, ordinal, reading, sense,
};

/// Everything absolute that starts at `at`.
pub(super) fn dates(w: &Window<'_>, at: usize, found: &mut impl FnMut(Candidate)) {
    let Some(item) = w.get(at) else { return };
    let day = Starts::DIGITS
        .with(Starts::ORDINAL)
        .with(Starts::NUMBER)
        .with(Starts::FIRST)
        .with(Starts::WEEKDAY)
        .with(Starts::TIME)
        .with(Starts::DAY_NOUN);
    if item.starts(day) {
        let before = prefix(w, at);
        // يوم الثلاثاء الـ21 من رجب
        let article = usize::from(before.start.is_some() && is_article(w, before.next));
        let before = Prefix { next: before.next + article, ..before };
        let first = core(w, before.next).or_else(|| {
            // الجمعة (5 مايو)
            let opened = before.weekday.is_some() && w.is_sign(before.next, CharClass::Opener);
            let inside =
                core(w, before.next + 1).filter(|day| opened && w.is_sign(day.next, CharClass::Closer))?;
            Some(Read { next: inside.next + 1, ..inside })
        });
        if let Some(dual) = first.as_ref().and_then(|first| two_calendars::dual(w, &before, first)) {
            found(dual);
        }
        if item.starts(Starts::TIME)
            && let Some(week) = week_of_month(w, at)
        {
            found(week);
        }
        if item.starts(Starts::ORDINAL.with(Starts::FIRST))
            && let Some(first) = nth_day(w, at)
        {
            found(first);
        }
        if item.starts(Starts::WEEKDAY)
            && let Some(nth) = nth_weekday(w, at)
        {
            found(nth);
            return;
        }
        full(w, at, &before, first, found);
        if before.start.is_some()
            && let Some(day) = month_before_day(w, &before)
        {
            found(day);
        }
    }
    // ثورة 17 تشرين
    if w.can(at, Starts::DIGITS) && named(w, at) && has(w, at + 1, |s| matches!(s, Sense::MonthHead(_))) {
        found(Candidate::nothing(w, item.span.start, at + 2));
    }
    let numbered = || w.follows(at, Starts::NUMBER_SIGN);
    let invalid = || {
        invalid_numeric(w, at)
            .filter(|_| numeric(w, at).is_none() && !numbered())
            .or_else(|| invalid_named(w, at))
    };
    if let Some(next) = invalid() {
        let start = w.get(at).map_or(0, |i| i.span.start);
        found(Candidate::nothing(w, start, next));
    }
    if item.starts(Starts::MONTH)
        && let Some(day) = month_before_day(w, &Prefix { next: at, ..Prefix::default() })
    {
        found(day);
    }
    if item.starts(Starts::POINTER)
        && let Some((read, certainty)) = this_year(w, at)
    {
        found(Candidate::new(w, read.start, read.next, Date::Point(read.point), certainty, read.flags));
    }
    if item
        .starts(Starts::DIGITS.with(Starts::MONTH).with(Starts::TIME).with(Starts::PART).with(Starts::NUMBER))
    {
        months_and_years(w, at, found);
    }
}

/// `سبتمبر 23, 2023`, `مارس 10 عام 1944`, `الأربعاء نوفمبر 09, 2011`: the month before its day, as in English, with the year
/// only.
fn month_before_day(w: &Window<'_>, prefix: &Prefix) -> Option<Candidate> {
    let name = month(w, prefix.next).filter(|m| m.clitics.is_none())?;
    let day = plain(w, name.next).filter(|&(n, len)| (1..=31).contains(&n) && len <= 2)?.0 as u8;
    let (year_at, _) = year_separator(w, name.next + 1);
    let found = year(w, year_at, false)
        .filter(|y| y.digits == 4 && (1000..=2100).contains(&y.value) && !counts_noun(w, y.next))?;
    let calendar = found.calendar.unwrap_or(name.calendar);
    let mut point = Point::new(name.calendar, Granularity::Day);
    (point.year, point.month, point.day) = (Some(found.value), Some(name.number), Some(day));
    let mismatch = prefix.weekday.zip(point.civil()).is_some_and(|(weekday, date)| date.weekday() != weekday);
    let start = prefix.start.unwrap_or(name.start);
    let flags = mixed(w, start, end_of(w, found.next)).with(Flags::WEEKDAY_MISMATCH.when(mismatch));
    (calendar == name.calendar && valid(&point))
        .then(|| Candidate::new(w, start, found.next, Date::Point(point), Certainty::Certain, flags))
}

/// Whether what stands before says that a time begins or ends there: اعتبارا من 3/2, ينتهي في 25/4.
fn begins(w: &Window<'_>, at: usize) -> bool {
    let word = |back: usize, known: &[&str]| w.spells_behind(w.before(at, back), known);
    word(1, &["من"]) && word(2, &["اعتبارا", "ابتداء", "بدءا", "انطلاقا"])
        || word(1, &["في", "فى"])
            && word(2, &["ينتهي", "تنتهي", "يبدأ", "تبدأ", "بدأ", "بدأت", "انتهى", "انتهت", "ولد", "توفي"])
}

/// A day with its prefix: weekday, يوم, ليلة.
fn full(w: &Window<'_>, at: usize, prefix: &Prefix, first: Option<Read>, found: &mut impl FnMut(Candidate)) {
    let until = || {
        let bound = |s: &Sense| matches!(s, Sense::To | Sense::Since | Sense::Before | Sense::After);
        plain(w, at).is_some_and(|(day, _)| day > 12) && follows(w, at, bound)
    };
    let read = first.or_else(|| {
        let trigger = || {
            prefix.noun
                || prefix.weekday.is_some()
                || dated(w, at)
                || until()
                || begins(w, at)
                || fields::same_year(w, prefix.next + 3).is_some()
                // في 27/09 الساعة 06:05
                || licensed_by_preposition(w, at) && is_hour_told(w, prefix.next + 3)
        };
        // بتاريخ 3-6, الخميس 2-6, but not the score of Thursday's match.
        let told = || {
            let score = || w.recent(prefix.next, 8).any(|i| w.can(i, Starts::SCORE));
            let small = || {
                plain(w, prefix.next).is_some_and(|(a, _)| a <= 9)
                    && plain(w, prefix.next + 2).is_some_and(|(b, _)| b <= 9)
            };
            (dated(w, at) || (prefix.noun || prefix.weekday.is_some()) && !small() && !score())
                && !w.get(prefix.next + 3).is_some_and(|i| i.kind == ItemKind::Word && !i.is_unknown())
        };
        day_month_digits(w, prefix.next, trigger)
            .or_else(|| day_month_by(w, prefix.next, CharClass::Dash, told))
    });
    let Some(mut read) = read else { return };
    let start = prefix.start.unwrap_or(read.start);
    let mut next = read.next;
    // 5 مايو (الاثنين)
    let behind = || {
        let bracket = w.is_sign(next, CharClass::Opener) && w.is_sign(next + 2, CharClass::Closer);
        let day = |s: &Sense, r: &Reading| match s {
            Sense::Weekday(n) if r.clitics.has(Clitics::ARTICLE) && !r.clitics.has(!Clitics::ARTICLE) => {
                Some(*n)
            }
            _ => None,
        };
        bracket.then(|| sense(w, next + 1, day)).flatten().and_then(|(n, _)| weekday_from_iso(n))
    };
    let told_behind = if prefix.weekday.is_none() { behind() } else { None };
    let weekday = prefix.weekday.or(told_behind);
    next += 3 * usize::from(told_behind.is_some());
    let mut certainty = Certainty::Certain;
    if read.point.year.is_none() && read.point.deictic.is_none() {
        if let Some((n, behind)) = deictic(w, next).or_else(|| of_unit(w, next, Unit::Year)) {
            read.point.deictic = Some(n);
            next = behind;
        } else if let Some((year, behind)) =
            fields::same_year(w, next).filter(|_| read.point.calendar == Calendar::Gregorian)
        {
            read.point.year = Some(year);
            next = behind;
        } else {
            read.point.weekday = weekday;
        }
    } else if let (Some(weekday), Some(date)) = (weekday, read.point.civil()) {
        read.flags = read.flags.with(Flags::WEEKDAY_MISMATCH.when(date.weekday() != weekday));
    }
    if prefix.night {
        read.point.part = Some(DatePart::Eve);
    }
    let digits_only = read.class.is_none();
    if digits_only {
        let two_digits = read.flags.contains(Flags::SHORT_YEAR);
        // في 12/03/24 18:35
        let timed = || {
            let clock = plain(w, next).is_some() && w.is_sign(next + 1, CharClass::Colon);
            licensed_by_preposition(w, at) && (clock || is_hour_told(w, next))
        };
        let trigger = prefix.start.is_some() || dated(w, at) || read.point.deictic.is_some() || timed();
        if two_digits {
            certainty = if trigger { Certainty::Likely } else { Certainty::Weak };
        }
    }
    // A day and a month name without a year can be the name of a square or a party (C.16, B1).
    let bare = read.point.year.is_none() && read.point.deictic.is_none();
    if bare && prefix.start.is_none() && named(w, at) {
        found(Candidate {
            blocked: Blocked::Name,
            ..Candidate::new(w, start, next, Date::Point(read.point), Certainty::Weak, read.flags)
        });
        return;
    }
    if let Some((MonthClass::DayOrYear, false)) = read.class
        && bare
        && read.point.calendar == Calendar::Hijri
        && prefix.start.is_none()
    {
        // صفر and محرم want a year or a month noun besides the day, or the day as an ordinal, العاشر من محرم, or as غرة.
        let noun = (prefix.next..next).any(|i| singular(w, i, Unit::Month).is_some());
        let ordinal = ordinal(w, prefix.next).is_some_and(|o| w.can(o.next, Starts::FROM));
        // 10 محرم: an adjective has a noun before it.
        let forbidden = || w.spells(w.get(next), &["على", "شرعا"]);
        let muharram = read.point.month == Some(1) && plain(w, prefix.next).is_some() && !forbidden();
        // في ثالث محرم, عاشر المحرم
        let construct = || {
            let ordinal = |s: &Sense, r: &Reading| matches!(s, Sense::Ord(..)) && r.clitics.is_none();
            reading(w, prefix.next, ordinal).is_some()
                && (w.get(prefix.next + 1).is_some_and(|i| is_definite(w, i))
                    || w.follows(at, Starts::PREP.with(Starts::FROM).with(Starts::TO)))
        };
        // غرة صفر
        let first = w.can(prefix.next, Starts::FIRST);
        certainty = if noun || ordinal || muharram || first || construct() {
            Certainty::Likely
        } else {
            Certainty::Weak
        };
    }
    let flags = read.flags.with(mixed(w, start, end_of(w, next)));
    certainty = if fields::mixed_run(w, start, end_of(w, next)) { certainty.lower() } else { certainty };
    found(Candidate::new(w, start, next, Date::Point(read.point), certainty, flags));
}

/// Whether الساعة and its number stand at `at`, and no hour is a part of something: في 3/4 الساعة.
fn is_hour_told(w: &Window<'_>, at: usize) -> bool {
    singular(w, at, Unit::Hour).is_some_and(|r| r.clitics.has(Clitics::ARTICLE))
        && (plain(w, at + 1).is_some() || w.can(at + 1, Starts::ORDINAL))
}

/// Months and years: `خلال أبريل 2023`, `عام 2024`, `منذ 2010`, `في مارس`.
fn months_and_years(w: &Window<'_>, at: usize, found: &mut impl FnMut(Candidate)) {
    if w.get(at).is_some_and(Item::is_number) {
        month_year_digits(w, at).into_iter().for_each(&mut *found);
        if let Some((read, certainty)) = year_alone(w, at) {
            if !behind_month(w, at) {
                two_calendars::years(w, &read).into_iter().for_each(&mut *found);
            }
            found(Candidate::new(w, read.start, read.next, Date::Point(read.point), certainty, read.flags));
        }
        return;
    }
    // A part of a period in front: مطلع عام 2023.
    let (part, first, start) = match part(w, at).or_else(|| half_of_month(w, at)) {
        Some((part, r)) => (Some(part), at + r.items, Some(r.start)),
        None => (None, at, None),
    };
    if let Some((read, certainty)) = month_alone(w, first, part.is_some()) {
        let mut point = read.point;
        point.part = part.or(point.part);
        let begin = start.unwrap_or(read.start);
        let mut month = Candidate::new(w, begin, read.next, Date::Point(point), certainty, read.flags);
        if part.is_none() && point.year.is_none() && point.deictic.is_none() && named(w, at) {
            month.blocked = Blocked::Name;
        }
        found(month);
    }
    if let Some((mut read, certainty)) = year_alone(w, first) {
        if part.is_none() && !behind_month(w, at) {
            two_calendars::years(w, &read).into_iter().for_each(&mut *found);
        }
        read.point.part = part;
        found(Candidate::new(
            w,
            start.unwrap_or(read.start),
            read.next,
            Date::Point(read.point),
            certainty,
            read.flags,
        ));
    }
}

/// Whether a month stands before the year: رجب سنة 725 هـ (1325 م).
fn behind_month(w: &Window<'_>, at: usize) -> bool {
    // (ت 808هـ/1406م): died, no month.
    let month = |b: usize| w.can(b, Starts::MONTH) && !has(w, b, |s| matches!(s, Sense::MonthLetter(_)));
    at.checked_sub(1).is_some_and(|b| month(b) || ends_month_phrase(w, b))
}

/// `نصف شهر مارس` is its middle.
fn half_of_month(w: &Window<'_>, at: usize) -> Option<(DatePart, Reading)> {
    if !w.can(at, Starts::NUMBER) {
        return None;
    }
    let r = reading(w, at, |s, r| *s == Sense::Frac(1, 2) && !r.clitics.has(Clitics::ARTICLE))?;
    singular(w, at + 1, Unit::Month)?;
    month(w, at + 2).is_some().then_some((DatePart::Middle, r))
}
