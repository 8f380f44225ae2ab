//! Several dates in one: `يومي 11 و21 أبريل 2023`, and which rules of sets and intervals are asked where
//! (C.8).

use alloc::vec::Vec;

use super::Candidate;
use super::fields::{self, mixed, noun, plain};
use super::interval::{
    between, dashed, day_to_day, from_to, interval, month_first, month_to_month, slashed_days, year_pair,
    year_to_year,
};
use super::partial::{Partial, element, joined_at, month_element};
use super::value::{Date, Granularity, Point};
use crate::certainty::{Certainty, Flags};
use crate::class::CharClass;
use crate::item::{AHEAD, Clitics, ItemKind, Starts, Window};
use crate::lexicon::{List, NounForm, Unit};
use crate::number::{end_of, is_definite, is_waw};

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
    when(Starts::MONTH, joined_months);
    when(Starts::TIME, year_to_year);
    when(Starts::DIGITS.with(Starts::ORDINAL), listed_days);
    when(Starts::DIGITS, slashed_days);
    when(Starts::DIGITS, day_to_day);
    when(Starts::DIGITS.with(Starts::TIME), year_pair);
}

/// `يومي A وB`, `أيام A، B وC`, `شهري`, `عامي`, `أعوام`.
fn set(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (unit, form, r) = noun(w, at)?;
    // خلال الأعوام 2018 و2019 and العامين 2018 و2019 have the article, الأيام 3 و5 has not.
    let article = r.clitics.has(Clitics::ARTICLE);
    let counted = at.checked_sub(1).is_some_and(|b| w.can(b, Starts::DIGITS.with(Starts::NUMBER)));
    match form {
        NounForm::ConstructDual => {}
        NounForm::Dual if article => {}
        // خمس سنوات (2021-2025): what is counted heads no list.
        NounForm::Plural if (!article || unit == Unit::Year) && !counted => {}
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
    // يومي السبت 5 والأحد 6 يوليو
    let element = |at: usize| {
        let weekday = days && w.can(at, Starts::WEEKDAY) && fields::day(w, at + 1).is_some();
        element(w, at + usize::from(weekday), days, years)
    };
    loop {
        let mut one = element(next)?;
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
        one.flags = one.flags.with(mixed(w, one.start, end_of(w, one.next)));
        next = one.next;
        elements.push(one);
        // An element must end inside the look-ahead.
        if elements.len() >= ELEMENTS || next > at + AHEAD / 2 {
            break;
        }
        if let Some(more) = joined_at(w, next).filter(|&m| element(m).is_some()) {
            next = more;
        } else if w.is_sign(next, CharClass::Comma) && element(next + 1).is_some() {
            next += 1;
        } else if elements.len() == 1
            && (w.is_sign(next, CharClass::Dash) || w.is_sign(next, CharClass::Slash))
            && element(next + 1).is_some()
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
    let end_flags = mixed(w, r.start, end_of(w, next));
    if dash {
        let last = Partial { next, ..*elements.get(1)? };
        return interval(w, r.start, *elements.first()?, last, certainty);
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

/// `يناير وفبراير الماضيين`, `يناير وفبراير ومارس 2024`: months without شهري, the last of which says the year of all, or
/// whose dual says which they are.
fn joined_months(w: &Window<'_>, at: usize) -> Option<Candidate> {
    const MONTHS_OF_YEAR: usize = 12;
    // بين يناير وفبراير الماضيين is from the one to the other, 5 يناير is a day.
    let other = Starts::BETWEEN
        .with(Starts::PART)
        .with(Starts::TIME)
        .with(Starts::ORDINAL)
        .with(Starts::DIGITS)
        .with(Starts::NUMBER);
    // ثورتي يناير ويونيو 2013: the year is that of the last.
    if w.follows(at, other) || w.in_list_behind(w.before(at, 1), List::EventDual) {
        return None;
    }
    let mut months = Vec::from([Partial::of(&month_element(w, at)?)]);
    let mut last = *months.first()?;
    while last.year.is_none() && last.deictic.is_none() && months.len() < MONTHS_OF_YEAR {
        let comma = usize::from(w.is_sign(last.next, CharClass::Comma));
        last = Partial::of(&month_element(w, joined_at(w, last.next + comma)?)?);
        months.push(last);
    }
    let dual = || w.before(last.next, 1).is_some_and(|i| w.bare(i).as_str().ends_with("ين"));
    let of_year =
        || last.next.checked_sub(2).is_some_and(|i| noun(w, i).is_some_and(|(unit, ..)| unit == Unit::Year));
    if months.len() < 2 || last.year.is_none() && !dual() && !of_year() {
        return None;
    }
    for month in &mut months {
        last.lend(month);
    }
    let points = months.iter().map(Partial::point).collect::<Option<Vec<_>>>()?;
    let start = months.first()?.start;
    Some(Candidate::new(w, start, last.next, Date::Set(points), Certainty::Certain, last.flags))
}

/// `في 23 و24 مارس 2021`, `في الثامن والتاسع من أيار`: days before their one month, without يومي.
pub(super) fn listed_days(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let digits = plain(w, at).is_some();
    let (day, start, end) = fields::day(w, at)?;
    // Without a preposition one day and the next, 3 و4 مايو, at the head of a line any, or before a year.
    let within = w
        .before(at, 1)
        .is_none_or(|i| i.kind == ItemKind::Break || w.spells_behind(i, &["في", "فى", "تاريخ"]))
        || is_waw(w, at + 1) && plain(w, at + 2).is_some_and(|(next, _)| next == u64::from(day) + 1);
    let joined = digits
        && is_waw(w, at + 1)
        && !w
            .before(at, 1)
            .is_some_and(|i| matches!(i.kind, ItemKind::Sign(_)) || w.in_list_behind(i, List::Amount));
    if !within && !joined {
        return None;
    }
    let mut days = Vec::from([Partial { day: Some(day), start, next: end, ..Partial::default() }]);
    while days.len() < ELEMENTS {
        let last = *days.last()?;
        let comma = || (digits && w.is_sign(last.next, CharClass::Comma)).then_some(last.next + 1);
        let more = element(w, joined_at(w, last.next).or_else(comma)?, true, false)
            .filter(|more| more.day > last.day)?;
        days.push(more);
        if more.has_month() {
            break;
        }
    }
    // حدد الوزير 4 و11 و18 أيار
    let last =
        *days.last().filter(|last| last.has_month() && (within || last.year.is_some() || days.len() > 2))?;
    for day in &mut days {
        last.lend(day);
    }
    let points = days.iter().map(Partial::point).collect::<Option<Vec<_>>>()?;
    let certainty =
        if last.year.is_some() || last.deictic.is_some() { Certainty::Certain } else { Certainty::Likely };
    let flags = last.flags.with(mixed(w, start, end_of(w, last.next)));
    Some(Candidate::new(w, start, last.next, Date::Set(points), certainty, flags))
}
