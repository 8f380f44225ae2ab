//! Several dates in one: `يومي 11 و21 أبريل 2023`, `من 28 مارس إلى 3 أبريل`, `2019/2020`
//! (`numbers-and-dates`, C.8).

use alloc::vec::Vec;

use super::Candidate;
use super::absolute::{Before, core, month_alone, with_year};
use super::fields::{self, counts_noun, deictic, joined, mixed, month, noun, of_unit, plain, singular, year};
use super::numeric::{day_month_by, day_month_digits};
use super::read::Read;
use super::value::{Calendar, Date, Granularity, Point};
use super::years::year_read;
use crate::certainty::{Certainty, Flags};
use crate::class::CharClass;
use crate::item::{AHEAD, Clitics, Item, ItemKind, Starts, Window};
use crate::lexicon::{NounForm, Sense, Unit};
use crate::number::{counted_noun, has, is_definite, is_waw, reading, sense};

/// At most so many elements are one set; longer lists go on as another.
const ELEMENTS: usize = 12;

/// Every set and interval that starts at `at`.
pub(super) fn sets(w: &Window<'_>, at: usize, found: &mut impl FnMut(Candidate)) {
    let Some(item) = w.get(at) else { return };
    let mut when = |rules: Starts, rule: fn(&Window<'_>, usize) -> Option<Candidate>| {
        if item.starts(rules)
            && let Some(candidate) = rule(w, at)
        {
            found(candidate);
        }
    };
    let pointed =
        Starts::DIGITS.with(Starts::MONTH).with(Starts::ORDINAL).with(Starts::TIME).with(Starts::FIRST);
    when(Starts::TIME, set);
    when(Starts::FROM, from_to);
    when(Starts::BETWEEN, between);
    when(pointed, dashed);
    when(Starts::MONTH, month_first);
    when(Starts::MONTH, month_to_month);
    when(Starts::TIME, year_to_year);
    when(Starts::DIGITS, listed_days);
    when(Starts::DIGITS, slashed_days);
    when(Starts::DIGITS, day_to_day);
    when(Starts::DIGITS.with(Starts::TIME), year_pair);
}

/// A part of a set or an interval: what is stated, the rest missing.
#[derive(Clone, Copy, Debug, Default)]
struct Partial {
    day: Option<u8>,
    month: Option<(Calendar, u8)>,
    year: Option<(i32, Calendar, bool)>,
    deictic: Option<i8>,
    start: usize,
    next: usize,
    flags: Flags,
    /// Whether an era stands behind the year.
    era: bool,
}

impl Partial {
    fn of(read: &Read) -> Self {
        let p = read.point;
        Self {
            day: p.day,
            month: p.month().map(|m| (p.calendar, m)),
            year: p.year.map(|y| (y, p.calendar, p.before_era)),
            deictic: p.deictic,
            start: read.start,
            next: read.next,
            flags: read.flags,
            era: read.era,
        }
    }

    /// The right element lends what the left one lacks (C.8).
    fn lend(&self, to: &mut Self) {
        if to.month.is_none() && to.day.is_some() {
            to.month = self.month;
        }
        if to.year.is_none() {
            to.year = self.year.filter(|_| to.month.is_some() || to.day.is_none());
            // من 28 ديسمبر إلى 3 يناير 2023 begins in the year before.
            let later = (to.month.map(|m| m.1), to.day) > (self.month.map(|m| m.1), self.day);
            if let Some((year, _, false)) = &mut to.year
                && later
                && to.month.is_some()
                && to.month != self.month
            {
                *year -= 1;
            }
        }
        if let (Some(year), Some((_, calendar, before))) = (&mut to.year, self.year)
            && self.era
            && !to.era
            && to.month.is_none()
        {
            (year.1, year.2) = (calendar, before);
        }
        // من 5 مارس 2020 إلى 10 يوليو الجاري
        if to.year.is_none() {
            to.deictic = to.deictic.or(self.deictic);
        }
    }

    /// Whether the month is stated, by its name or from the reference: 20 من الشهر الجاري.
    fn has_month(&self) -> bool {
        self.month.is_some() || self.day.is_some() && self.deictic.is_some()
    }

    fn point(&self) -> Option<Point> {
        let granularity = match self.day {
            Some(_) if self.has_month() => Granularity::Day,
            Some(_) => return None,
            None if self.has_month() => Granularity::Month,
            None => Granularity::Year,
        };
        let calendar = match (self.month, self.year) {
            (Some((calendar, _)), _) | (None, Some((_, calendar, _))) => calendar,
            (None, None) if granularity == Granularity::Day => Calendar::Gregorian,
            (None, None) => return None,
        };
        let mut point = Point::new(calendar, granularity);
        point.day = self.day;
        point.month = self.month.map(|(_, m)| m);
        if let Some((year, year_calendar, before)) = self.year {
            // A year of the other calendar cannot be lent.
            (year_calendar == calendar).then_some(())?;
            point.year = Some(year);
            point.before_era = before;
        }
        point.deictic = self.deictic;
        Some(point)
    }
}

/// One element at `at`, from a full date down to a bare day (only where `bare_day`) or year (only
/// where `bare_year`).
fn element(w: &Window<'_>, at: usize, bare_day: bool, bare_year: bool) -> Option<Partial> {
    let at = if sense(w, at, |s, r| {
        (matches!(s, Sense::DateNoun | Sense::Time(Unit::Day, NounForm::Singular))
            && !r.clitics.has(Clitics::ARTICLE))
        .then_some(())
    })
    .is_some()
    {
        at + 1
    } else {
        at
    };
    if let Some(mut read) = core(w, at) {
        trailing(w, &mut read);
        return Some(Partial::of(&read));
    }
    if let Some(read) = month_element(w, at) {
        return Some(Partial::of(&read));
    }
    let noun_year = noun(w, at).filter(|&(u, form, _)| u == Unit::Year && form == NounForm::Singular);
    if let Some((.., r)) = noun_year {
        let found = year(w, at + 1, true)?;
        let mut read = year_read(found);
        read.start = r.start;
        return Some(Partial::of(&read));
    }
    if bare_day && let Some((day, start, next)) = fields::day(w, at) {
        let digits = matches!(w.get(at)?.kind, ItemKind::Number(_));
        if digits || w.get(at)?.kind == ItemKind::Word {
            return Some(Partial { day: Some(day), start, next, ..Partial::default() });
        }
    }
    if bare_year {
        let found = year(w, at, false)?;
        let framed = (500..=2200).contains(&found.value) || found.calendar.is_some();
        (framed || lent_era(w, found.next)).then_some(())?;
        return Some(Partial::of(&year_read(found)));
    }
    None
}

/// Whether behind a year and what joins it stands one with its era: 356–323 ق.م, 150 - 204 هـ.
fn lent_era(w: &Window<'_>, joint: usize) -> bool {
    let number = w.get(joint + 1).is_some_and(|i| matches!(i.kind, ItemKind::Number(_)));
    let era = |(calendar, before, _)| before || calendar != Calendar::Gregorian;
    number && fields::era_mark(w, joint + 2).is_some_and(era)
}

fn trailing(w: &Window<'_>, read: &mut Read) {
    if read.point.year.is_none()
        && let Some((n, behind)) = deictic(w, read.next).or_else(|| of_unit(w, read.next, Unit::Year))
    {
        read.point.deictic = Some(n);
        read.next = behind;
    }
}

/// A month in a list or range is licensed by its neighbours (L6).
fn month_element(w: &Window<'_>, at: usize) -> Option<Read> {
    if let Some((read, _)) = month_alone(w, at, true) {
        return Some(read);
    }
    let found = month(w, at).filter(|m| !m.clitics.has(Clitics::ARTICLE))?;
    let mut read = with_year(w, found, Before::Nothing);
    trailing(w, &mut read);
    Some(read)
}

/// Whether the element that starts at `at` is joined by و, and where it starts.
fn joined_at(w: &Window<'_>, at: usize) -> Option<usize> {
    if is_waw(w, at) {
        return Some(at + 1);
    }
    let clitics = sense(w, at, |s, r| {
        matches!(
            s,
            Sense::Month(..)
                | Sense::HijriMonth(..)
                | Sense::Ord(..)
                | Sense::Unit(_)
                | Sense::Tens(_)
                | Sense::Weekday(_)
                | Sense::Time(Unit::Year, NounForm::Singular)
        )
        .then_some(r.clitics)
    })
    .map(|(c, _)| c)?;
    joined(w, at, clitics).then_some(at)
}

/// `يومي A وB`, `أيام A، B وC`, `شهري`, `عامي`, `أعوام`.
fn set(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (unit, form, r) = noun(w, at)?;
    // خلال الأعوام 2018 و2019 and العامين 2018 و2019 have the article, الأيام 3 و5 has not.
    let article = r.clitics.has(Clitics::ARTICLE);
    match form {
        NounForm::ConstructDual => {}
        NounForm::Dual if article => {}
        NounForm::Plural if !article || unit == Unit::Year => {}
        _ => return None,
    }
    let (days, years) = match unit {
        Unit::Day => (true, false),
        Unit::Month => (false, false),
        Unit::Year => (false, true),
        _ => return None,
    };
    // العامين الماليين 2018 و2019; of العامين الهجريين the adjective is an era.
    let adjective = article && w.get(at + 1).is_some_and(|i| i.kind == ItemKind::Word && is_definite(w, i));
    let adjective = adjective && element(w, at + 1, days, false).is_none();
    let era = fields::era_mark(w, at + 1).filter(|_| adjective && years);
    let mut elements: Vec<Partial> = Vec::new();
    let mut next = era.map_or(at + 1 + usize::from(adjective), |(.., behind)| behind);
    // في الأعوام: 1963، 1967
    next += usize::from(years && w.is_sign(next, CharClass::Colon));
    // السنوات (2023، 2024)
    let opened = years && w.is_sign(next, CharClass::Opener);
    next += usize::from(opened);
    let mut dash = false;
    loop {
        let mut one = element(w, next, days, years)?;
        if years && one.day.is_some()
            || (days && one.day.is_none())
            || (!days && !years && one.month.is_none())
        {
            return None;
        }
        if years && one.year.is_none() {
            return None;
        }
        if let (Some((calendar, before_era, _)), Some(year)) = (era, &mut one.year) {
            (year.1, year.2) = (calendar, before_era);
        }
        one.flags = one.flags.with(mixed(w, one.start, fields::end(w, one.next)));
        next = one.next;
        elements.push(one);
        // An element must end inside the look-ahead.
        if elements.len() >= ELEMENTS || next > at + AHEAD / 2 {
            break;
        }
        if let Some(more) = joined_at(w, next).filter(|&m| element(w, m, days, years).is_some()) {
            next = more;
        } else if w.is_sign(next, CharClass::Comma) && element(w, next + 1, days, years).is_some() {
            next += 1;
        } else if elements.len() == 1
            && (w.is_sign(next, CharClass::Dash) || w.is_sign(next, CharClass::Slash))
            && element(w, next + 1, days, years).is_some()
        {
            dash = true;
            next += 1;
        } else {
            break;
        }
    }
    if elements.len() < 2 || opened && !w.is_sign(next, CharClass::Closer) {
        return None;
    }
    next += usize::from(opened);
    for i in (1..elements.len()).rev() {
        let right = *elements.get(i)?;
        right.lend(elements.get_mut(i - 1)?);
    }
    let flags = elements.iter().fold(Flags::NONE, |all, e| all.with(e.flags));
    let points: Option<Vec<Point>> = elements.iter().map(Partial::point).collect();
    let mut points = points?;
    let certainty = if points.iter().any(|p| p.year.is_none() && p.deictic.is_none()) {
        Certainty::Likely
    } else {
        Certainty::Certain
    };
    let end_flags = mixed(w, r.start, fields::end(w, next));
    if dash {
        return interval(w, r.start, *elements.first()?, *elements.get(1)?, certainty);
    }
    // يومي 7 و6 من الشهر المقبل
    let month = |p: &Point| (p.year, p.month, p.deictic, p.granularity);
    let one_month = points
        .iter()
        .all(|p| p.granularity == Granularity::Day && points.first().map(month) == Some(month(p)));
    if one_month || points.iter().all(|p| p.year.is_some() && !p.before_era) {
        points.sort_by_key(|p| (p.year, p.month, p.day));
    }
    Some(Candidate::new(w, r.start, next, Date::Set(points), certainty, flags.with(end_flags)))
}

fn interval(
    w: &Window<'_>,
    start: usize,
    mut a: Partial,
    b: Partial,
    certainty: Certainty,
) -> Option<Candidate> {
    b.lend(&mut a);
    let (mut from, mut to) = (a.point()?, b.point()?);
    if from.granularity != to.granularity || from.calendar != to.calendar {
        return None;
    }
    let key =
        |p: &Point| (if p.before_era { -p.year.unwrap_or(0) } else { p.year.unwrap_or(0) }, p.month, p.day);
    let mut flags = a.flags.with(b.flags);
    // Without years, December is before January.
    let years = from.year.is_some() && to.year.is_some();
    let comparable = years || from.year.is_none() && to.year.is_none() && from.month == to.month;
    if key(&from) > key(&to) && comparable {
        // Authored by eye: V2.
        (from, to) = (to, from);
        flags = flags.with(Flags::REVERSED);
    }
    let flags = flags.with(mixed(w, start, fields::end(w, b.next)));
    Some(Candidate::new(w, start, b.next, Date::Interval { from, to }, certainty, flags))
}

/// `من A إلى B`.
fn from_to(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let r = reading(w, at, |s, r| matches!(s, Sense::From) && r.items == 1)?;
    if let Some(found) = slashed(w, at, r.start) {
        return Some(found);
    }
    // من الأحد 5 مايو إلى الخميس 9 مايو
    let day_at = |at: usize| {
        let noun = usize::from(singular(w, at, Unit::Day).is_some_and(|r| r.clitics == Clitics::default()));
        let weekday = w.can(at + noun, Starts::WEEKDAY) && core(w, at + noun + 1).is_some();
        if weekday { at + noun + 1 } else { at }
    };
    let a = element(w, day_at(at + 1), true, true)?;
    // الفترة من 2006 - 2012
    let span = w.before(at, 1).is_some_and(|i| w.bare(i).as_str().ends_with("لفترة"));
    // تولى الحكم من 1821-1843, but not من 1500-2000 متر.
    let lasted = || {
        let year = |at: usize| plain(w, at).filter(|&(year, len)| len == 4 && (1800..=2100).contains(&year));
        let years = year(at + 1).zip(year(at + 3));
        years.is_some_and(|((a, _), (b, _))| a < b && (a % 100 != 0 || b % 100 != 0))
            && !counts_noun(w, at + 4)
            && !counted_noun(w, at + 4)
    };
    let dash =
        (span || lasted()) && a.month.is_none() && a.day.is_none() && w.is_sign(a.next, CharClass::Dash);
    let to = if dash { 1 } else { reading(w, a.next, |s, _| matches!(s, Sense::To))?.items };
    let b = element(w, day_at(a.next + to), a.day.is_some() && a.has_month(), true)?;
    // من 10 إلى 15 says nothing of dates; من 2010 إلى 2020 does if nothing is counted.
    let bare_years = a.month.is_none() && b.month.is_none() && a.day.is_none();
    // من 4400 إلى 3300 قبل الميلاد
    let told = b.year.is_some_and(|(_, calendar, before)| before || calendar != Calendar::Gregorian);
    // حكم من 1251 إلى 1517م, but not من 1250 إلى 1515م.
    let round = |p: &Partial| p.year.is_some_and(|(year, ..)| year % 10 == 0);
    let rises = a.year.map(|(year, ..)| year) < b.year.map(|(year, ..)| year);
    let eras = b.era && (a.era || told || rises && !round(&a) && !round(&b));
    // من عام 1750 إلى عام 1760, في الفترة من 1790 إلى 1799
    let framed = years_in_frame(&a, &b)
        || singular(w, at + 1, Unit::Year).is_some()
        || span && b.year.is_some_and(|(year, ..)| year >= 1000);
    if bare_years && (counts_noun(w, b.next) && !b.era || !eras && !framed) {
        return None;
    }
    if b.day.is_some() && !b.has_month() {
        return None;
    }
    let certainty = if bare_years { Certainty::Likely } else { Certainty::Certain };
    interval(w, r.start, a, b, certainty)
}

/// `21/4 - 20/5`, as in calendars, without من.
fn slashed_days(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let from = day_month_digits(w, at, || true).filter(|from| w.is_sign(from.next, CharClass::Dash))?;
    let to = day_month_digits(w, from.next + 1, || true)?;
    let days = from.point.day > from.point.month && to.point.day > Some(12)
        || from.point.day > Some(12) && to.point.day > to.point.month;
    let date = Date::Interval { from: from.point, to: to.point };
    let flags = mixed(w, from.start, fields::end(w, to.next));
    days.then(|| Candidate::new(w, from.start, to.next, date, Certainty::Likely, flags))
}

/// `من 1/6 إلى 15/6`: days and months in digits, at least one of them no proper fraction.
fn slashed(w: &Window<'_>, at: usize, start: usize) -> Option<Candidate> {
    let told = has(w, at + 1, |s| matches!(s, Sense::DateNoun));
    let first = at + 1 + usize::from(told);
    let digits = |at: usize| {
        let dash = || day_month_by(w, at, CharClass::Dash, || true).filter(|_| told);
        day_month_digits(w, at, || true).or_else(dash)
    };
    let from = digits(first)?;
    let joint = if w.is_sign(from.next, CharClass::Dash) {
        1
    } else {
        reading(w, from.next, |s, _| matches!(s, Sense::To))?.items
    };
    // من 1/6 إلى 30/6/2023
    let mut from = from;
    let to = match core(w, from.next + joint) {
        Some(to) if to.class.is_none() && to.point.month >= from.point.month => {
            from.point.year = to.point.year;
            to
        }
        _ => digits(from.next + joint)?,
    };
    let dated = |p: &Point| told || p.year.is_some() || p.day > p.month;
    if !dated(&from.point) && !dated(&to.point) {
        return None;
    }
    let date = Date::Interval { from: from.point, to: to.point };
    let flags = mixed(w, start, fields::end(w, to.next));
    Some(Candidate::new(w, start, to.next, date, Certainty::Likely, flags))
}

fn years_in_frame(a: &Partial, b: &Partial) -> bool {
    let ok = |p: &Partial| {
        p.year.is_some_and(|(y, c, before)| before || c != Calendar::Gregorian || (1800..=2100).contains(&y))
    };
    ok(a) && ok(b)
}

/// `بين عامي 2010 و2020`, `ما بين عامي 1911-1934`, `بين 3 و5 مايو`.
fn between(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let r = reading(w, at, |s, _| matches!(s, Sense::Between))?;
    let mut first = at + r.items;
    let dual = noun(w, first).filter(|&(_, form, _)| form == NounForm::ConstructDual);
    if dual.is_some() {
        first += 1;
    }
    let days = dual.is_none_or(|(unit, ..)| unit == Unit::Day);
    // بين 1948 و1967
    let bare = dual.is_none() && plain(w, first).is_some_and(|(_, len)| len == 4);
    // بين عام 1990 و1995, بين سنة 648هـ وسنة 923هـ
    let noun = singular(w, first, Unit::Year).is_some_and(|r| r.clitics == Clitics::default());
    let years = dual.is_some_and(|(unit, ..)| unit == Unit::Year) || bare || noun;
    let a = element(w, first, days, years)?;
    let second = joined_at(w, a.next)
        .or_else(|| ((dual.is_some() || bare) && w.is_sign(a.next, CharClass::Dash)).then_some(a.next + 1));
    let second =
        second.or_else(|| reading(w, a.next, |s, _| matches!(s, Sense::To)).map(|r| a.next + r.items))?;
    let b = element(w, second, false, years)?;
    let round = |p: &Partial| p.year.is_some_and(|(year, ..)| year % 10 == 0);
    let counted = counts_noun(w, b.next) || counted_noun(w, b.next) && (round(&a) || round(&b));
    // حكم بين 1520 و1566م, بين 2480 و2130 قبل الميلاد, but not بين 1500 و2000م.
    let told = b.year.is_some_and(|(_, calendar, before)| before || calendar != Calendar::Gregorian);
    let era = b.era && (told || !round(&a) || !round(&b));
    if !era && (bare || noun) && (counted || bare && !years_in_frame(&a, &b)) {
        return None;
    }
    interval(w, r.start, a, b, Certainty::Certain)
}

/// `11-21 أبريل 2023`, `609- 699 ه`, and days in descending order.
fn dashed(w: &Window<'_>, at: usize) -> Option<Candidate> {
    // The longest first part: a weekday, a day, من, a month of two words and its twin, a year, an era.
    let dash = |i: usize| w.get(i).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Dash));
    if !(at + 1..at + 12).any(dash) {
        return None;
    }
    // 16:09 - 2025/03/20: minutes are no day.
    let minutes = at.checked_sub(1).is_some_and(|b| w.is_sign(b, CharClass::Colon))
        && w.get(at).is_some_and(|i| !i.spaced)
        && w.before(at, 2).is_some_and(|i| matches!(i.kind, ItemKind::Number(_)));
    if minutes {
        return None;
    }
    let a = element(w, at, true, true)?;
    w.get(a.next).filter(|i| i.kind == ItemKind::Sign(CharClass::Dash))?;
    let b = element(w, a.next + 1, false, true)?;
    // (1332 - 1406م): in brackets no metres, nor there behind the years of the Hijra: (520 - 595 هـ = 1126 - 1198 م).
    let leads = |i: &Item| {
        use CharClass::{Comma, Dash, Opener, Slash};
        matches!(i.kind, ItemKind::Sign(Opener | Slash | Dash | Comma)) || w.text_of(i) == "="
    };
    let bracketed = w.before(at, 1).is_some_and(leads) && w.is_sign(b.next, CharClass::Closer);
    let marked = b.year.is_some_and(|(year, calendar, before)| {
        calendar != Calendar::Gregorian || before || b.era && bracketed && year <= 2100
    });
    // (1935 - 2003): the years of a life.
    let opened = w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Opener));
    let lived = match (a.year, b.year) {
        (Some((from, ..)), Some((to, ..))) => {
            let years = 500..=2100;
            let even = from % 100 == 0 && to % 100 == 0;
            opened
                && w.is_sign(b.next, CharClass::Closer)
                && years.contains(&from)
                && years.contains(&to)
                && from < to
                && !even
        }
        _ => false,
    };
    let noun_before = at.checked_sub(1).is_some_and(|i| has(w, i, |s| matches!(s, Sense::Event)));
    // في 1985-1987
    let within = || {
        at.checked_sub(1).is_some_and(|i| has(w, i, |s| matches!(s, Sense::Prep | Sense::Within)))
            && !counts_noun(w, b.next)
    };
    if a.month.is_none()
        && a.day.is_none()
        && !(marked && b.month.is_none())
        && !lived
        && !((noun_before || within()) && years_in_frame(&a, &b))
    {
        return None;
    }
    // A day alone needs the month behind the second day.
    if a.day.is_some() && !a.has_month() && (b.day.is_none() || !b.has_month()) {
        return None;
    }
    if a.has_month() && !b.has_month() {
        return None;
    }
    if a.month.is_some()
        && a.day.is_none()
        && (a.month == b.month || a.year.is_none() && b.year.is_none() && !licensed_pair(w, at))
    {
        return None;
    }
    interval(w, a.start, a, b, Certainty::Certain)
}

/// `تموز 13 إلى 15`, `يوليو 13-15, 2023`: the month before its days.
fn month_first(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let name = month(w, at).filter(|m| m.clitics == Clitics::default())?;
    let day =
        |at: usize| plain(w, at).filter(|&(n, len)| (1..=31).contains(&n) && len <= 2).map(|(n, _)| n as u8);
    let first = day(name.next)?;
    let joint = w.get(name.next + 1)?;
    let to = if joint.kind == ItemKind::Sign(CharClass::Dash) {
        name.next + 2
    } else {
        name.next + 1 + reading(w, name.next + 1, |s, _| matches!(s, Sense::To))?.items
    };
    let last = day(to).filter(|&last| last > first)?;
    let mut next = to + 1;
    let comma = usize::from(w.is_sign(next, CharClass::Comma));
    let found = year(w, next + comma, false).filter(|y| y.digits == 4);
    let mut point = Point::new(name.calendar, Granularity::Day);
    point.month = Some(name.number);
    if let Some(found) = found {
        point.year = Some(found.value);
        next = found.next;
    }
    let end = |day| Point { day: Some(day), ..point };
    let (from, to) = (end(first), end(last));
    let flags = mixed(w, name.start, fields::end(w, next));
    let valid = super::read::valid(&from) && super::read::valid(&to);
    valid.then(|| Candidate::new(w, name.start, next, Date::Interval { from, to }, Certainty::Likely, flags))
}

/// `في 23 و24 مارس 2021`: days before their one month, without يومي.
fn listed_days(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (day @ 1..=31, 1..=2) = plain(w, at)? else { return None };
    // Without a preposition only one day and the next: 3 و4 مايو, 13 و14 و15 محرم.
    let within =
        w.before(at, 1).is_some_and(|i| matches!(w.bare(i).as_str(), "في" | "فى" | "وفي" | "بتاريخ"))
            || is_waw(w, at + 1) && plain(w, at + 2).is_some_and(|(next, _)| next == day + 1);
    if !within {
        return None;
    }
    let (start, end) = (w.get(at)?.span.start, at + 1);
    let mut days = Vec::from([Partial { day: Some(day as u8), start, next: end, ..Partial::default() }]);
    while days.len() < ELEMENTS {
        let last = *days.last()?;
        let joint = is_waw(w, last.next) || w.is_sign(last.next, CharClass::Comma);
        let more = element(w, last.next + usize::from(joint), true, false)
            .filter(|more| joint && more.day > last.day)?;
        days.push(more);
        if more.has_month() {
            break;
        }
    }
    let last = *days.last().filter(|last| last.has_month())?;
    for day in &mut days {
        last.lend(day);
    }
    let points = days.iter().map(Partial::point).collect::<Option<Vec<_>>>()?;
    let certainty =
        if last.year.is_some() || last.deictic.is_some() { Certainty::Certain } else { Certainty::Likely };
    let flags = last.flags.with(mixed(w, start, fields::end(w, last.next)));
    Some(Candidate::new(w, start, last.next, Date::Set(points), certainty, flags))
}

/// `مارس إلى مايو`, without من.
fn month_to_month(w: &Window<'_>, at: usize) -> Option<Candidate> {
    // A year and its noun stand between, at most.
    (at + 1..at + 6).find(|&i| has(w, i, |s| matches!(s, Sense::To)))?;
    let a = Partial::of(&month_element(w, at)?);
    let to = reading(w, a.next, |s, r| matches!(s, Sense::To) && r.clitics == Clitics::default())?;
    let b = Partial::of(&month_element(w, a.next + to.items)?);
    let from = at.checked_sub(1).is_some_and(|b| has(w, b, |s| matches!(s, Sense::From | Sense::Between)));
    (!from && (a.month != b.month || a.year.is_some()))
        .then(|| interval(w, a.start, a, b, Certainty::Likely))
        .flatten()
}

/// `عام 2008 إلى عام 2010`, without من.
fn year_to_year(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let noun = |at: usize| singular(w, at, Unit::Year).is_some_and(|r| r.clitics == Clitics::default());
    if !noun(at) || !has(w, at + 2, |s| matches!(s, Sense::To)) || !noun(at + 3) {
        return None;
    }
    let leads = |s: &Sense| matches!(s, Sense::From | Sense::Between | Sense::Since);
    let (a, b) = (element(w, at, false, true)?, element(w, at + 3, false, true)?);
    let from = at.checked_sub(1).is_some_and(|b| has(w, b, leads));
    (!from && years_in_frame(&a, &b)).then(|| interval(w, a.start, a, b, Certainty::Likely)).flatten()
}

/// `19 إلى 21 أكتوبر`, without من.
fn day_to_day(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (day @ 1..=31, 1..=2) = plain(w, at)? else { return None };
    let to = reading(w, at + 1, |s, r| matches!(s, Sense::To) && r.clitics == Clitics::default())?;
    let b = element(w, at + 1 + to.items, false, false)
        .filter(|b| b.day > Some(day as u8) && b.month.is_some())?;
    let leads = |s: &Sense| matches!(s, Sense::From | Sense::Between);
    if at.checked_sub(1).is_some_and(|b| has(w, b, leads)) {
        return None;
    }
    let start = w.get(at)?.span.start;
    let a = Partial { day: Some(day as u8), start, next: at + 1, ..Partial::default() };
    interval(w, start, a, b, Certainty::Likely)
}

/// Two bare month names with a hyphen between are a range behind a preposition.
fn licensed_pair(w: &Window<'_>, at: usize) -> bool {
    fields::licensed_by_preposition(w, at)
        || at.checked_sub(1).is_some_and(|b| has(w, b, |s| matches!(s, Sense::From)))
        || w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Opener))
}

fn touches(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|item| !item.spaced)
}

/// `25/26` behind موسم: the years of a season, of two digits each.
fn short_season(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (a, 2) = plain(w, at)? else { return None };
    let named = |i: &Item| w.bare(i).as_str().trim_start_matches(['و', 'ب', 'ل', 'ا']) == "موسم";
    w.before(at, 1).filter(|i| named(i))?;
    w.get(at + 1).filter(|i| !i.spaced && matches!(w.text_of(i), "/" | "-" | "–"))?;
    let (b, 2) = plain(w, at + 2)? else { return None };
    let first = if a < 50 { 2000 + a } else { 1900 + a };
    let ends = w.get(at + 3).is_none_or(|i| i.spaced || matches!(i.kind, ItemKind::Break | ItemKind::Word));
    if (a + 1) % 100 != b || !ends {
        return None;
    }
    let point = |year: u64| {
        let mut point = Point::new(Calendar::Gregorian, Granularity::Year);
        point.year = i32::try_from(year).ok();
        point
    };
    let (from, to) = (point(first), point(first + 1));
    let start = w.get(at)?.span.start;
    Some(Candidate::new(w, start, at + 3, Date::Interval { from, to }, Certainty::Certain, Flags::SHORT_YEAR))
}

/// `2019/2020`, `2023\ 2024`, `2022_2023`, `2019-20`: consecutive years (C.8, V1).
fn year_pair(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let noun = noun(w, at).filter(|&(u, form, _)| u == Unit::Year && form == NounForm::Singular);
    let first_at = if noun.is_some() { at + 1 } else { at };
    if let Some(season) = short_season(w, at) {
        return Some(season);
    }
    let (a, 4) = plain(w, first_at)? else { return None };
    let joint = w.get(first_at + 1).filter(|i| matches!(w.text_of(i), "/" | "\\" | "_" | "-" | "–"))?;
    let (b, len) = plain(w, first_at + 2)?;
    let b = match len {
        4 => b,
        2 if !joint.spaced => a / 100 * 100 + b,
        _ => return None,
    };
    let reversed = b + 1 == a && matches!(w.text_of(joint), "/" | "\\");
    let next = first_at + 3;
    let more = w
        .get(next)
        .is_some_and(|i| !i.spaced && matches!(i.kind, ItemKind::Sign(CharClass::Slash | CharClass::Dash)));
    // 1444/1445هـ, 2022/2023م: the era of both.
    let era = fields::era_mark(w, next)
        .filter(|&(calendar, before, _)| !before && (calendar == Calendar::Hijri || touches(w, next)));
    let calendar = era.map_or(Calendar::Gregorian, |(calendar, ..)| calendar);
    let next = era.map_or(next, |(.., behind)| behind);
    // عام 1990-1995
    let span = noun.is_some()
        && len == 4
        && (a + 1..=a + 100).contains(&b)
        && b <= 2100
        && !counts_noun(w, first_at + 3)
        && !matches!(w.text_of(joint), "/" | "\\" | "_");
    if !(1000..=2100).contains(&a) || !(b == a + 1 || reversed || span) || more || (len == 2 && b != a + 1) {
        return None;
    }
    let point = |year: u64| {
        let mut point = Point::new(calendar, Granularity::Year);
        point.year = i32::try_from(year).ok();
        point
    };
    let start = noun.map_or(w.get(first_at)?.span.start, |(.., r)| r.start);
    let trigger = noun.is_some() || w.recent(at, 3).any(|i| has(w, i, |s| matches!(s, Sense::Event)));
    let certainty = if trigger { Certainty::Certain } else { Certainty::Likely };
    let flags = Flags::REVERSED.when(reversed).with(mixed(w, start, fields::end(w, next)));
    let (from, to) = (point(a.min(b)), point(a.max(b)));
    Some(Candidate::new(w, start, next, Date::Interval { from, to }, certainty, flags))
}
