//! The halves of the day that tell which hour of twelve is meant (C.11).

use super::fields::{ends, noun, singular};
use crate::class::CharClass;
use crate::item::{Clitics, ItemKind, Reading, Starts, Window};
use crate::lexicon::{DayHalf, Era, Sense, Unit};
use crate::number::{is_letters, sense};

/// `صباحا`, `بعد الظهر` without a proclitic.
pub(super) fn named_half(w: &Window<'_>, at: usize) -> Option<(DayHalf, Reading)> {
    sense(w, at, |s, r| match s {
        Sense::DayHalf(p) if r.clitics.is_none() => Some(*p),
        _ => None,
    })
}

/// `الليل`, `في الليل`, `بالليل` behind an hour, and how many items.
pub(super) fn at_night(w: &Window<'_>, at: usize) -> Option<(DayHalf, usize)> {
    let word = |at: usize, known: &str| w.spells(w.get(at), &[known]);
    if word(at, "الليل") || word(at, "بالليل") {
        return Some((DayHalf::Night, 1));
    }
    (word(at, "في") && word(at + 1, "الليل")).then_some((DayHalf::Night, 2))
}

/// `AM`, `pm` behind an hour.
pub(super) fn latin_half(w: &Window<'_>, at: usize) -> Option<(DayHalf, usize)> {
    let text = w.get(at).filter(|i| i.kind == ItemKind::Opaque).map(|i| w.text_of(i))?;
    // 07:44AM
    let text = glued_minutes(w, at).and_then(|_| text.get(2..)).unwrap_or(text);
    if text.eq_ignore_ascii_case("pm") {
        return Some((DayHalf::Pm, 1));
    }
    text.eq_ignore_ascii_case("am").then_some((DayHalf::Am, 1))
}

/// `ظهر`, `عصر`, `فجر`, `ليل` before the day that it is of: الساعة الثانية ظهر اليوم.
pub(super) fn part_of_named_day(w: &Window<'_>, at: usize) -> Option<(DayHalf, usize)> {
    let today = |i: usize| {
        noun(w, i).is_some_and(|(unit, _, r)| unit == Unit::Day && r.clitics.has(Clitics::ARTICLE))
    };
    let named = Starts::WEEKDAY.with(Starts::DAY_WORD);
    // ظهر يوم السبت
    let noun = usize::from(singular(w, at + 1, Unit::Day).is_some_and(|r| r.clitics.is_none()));
    // فجر 10 مايو
    let dated = || w.can(at + 1, Starts::DIGITS) && w.can(at + 2, Starts::MONTH);
    let day = w.can(at + 1 + noun, named) || today(at + 1) || dated();
    day.then(|| part_of_day(w, at)).flatten().map(|period| (period, 1))
}

/// The half of the day before the day that stands before the time at `at`: مساء يوم الأحد 4:30, مساء غد الثلاثاء عند الساعة 8:30.
pub(super) fn half_before_day(w: &Window<'_>, at: usize) -> Option<DayHalf> {
    const REACH: usize = 7;
    let day = |i: usize| w.can(i, Starts::WEEKDAY.with(Starts::DAY_WORD));
    let between = |i: usize| {
        let unit = |(unit, ..): (Unit, _, _)| matches!(unit, Unit::Day | Unit::Hour);
        day(i) || noun(w, i).is_some_and(unit) || w.spells(w.get(i), &["في", "فى", "عند", "على", "تمام"])
    };
    let mut found = false;
    for i in w.recent(at, REACH) {
        if let Some(half) = part_of_day(w, i).or_else(|| named_half(w, i).map(|(half, _)| half)) {
            return found.then_some(half);
        }
        if !between(i) {
            return None;
        }
        let today =
            || noun(w, i).is_some_and(|(unit, _, r)| unit == Unit::Day && r.clitics.has(Clitics::ARTICLE));
        found |= day(i) || today();
    }
    None
}

/// The half of the day that a part of it is in, by its noun.
fn part_of_day(w: &Window<'_>, at: usize) -> Option<DayHalf> {
    Some(match w.bare(w.get(at)?).as_str() {
        "فجر" | "ضحى" => DayHalf::Am,
        "ظهر" => DayHalf::Noon,
        "عصر" | "مساء" | "مغرب" | "زوال" => DayHalf::Pm,
        "ليل" | "ليلة" => DayHalf::Night,
        _ => return None,
    })
}

/// The half of the day behind the bracket that holds the time: (4:30) بعد الزوال. It stays outside the span.
pub(super) fn behind_bracket(w: &Window<'_>, at: usize, next: usize) -> Option<(DayHalf, usize)> {
    if !w.is_enclosed(at, next) {
        return None;
    }
    named_half(w, next + 1).map(|(period, _)| (period, 0))
}

/// `صباح`, `بعد ظهر`, `مساء`, `عصر` behind من, and how many items.
pub(super) fn half_of_day(w: &Window<'_>, at: usize) -> Option<(DayHalf, usize)> {
    named_half(w, at)
        .map(|(period, r)| (period, r.items))
        .or_else(|| part_of_day(w, at).map(|period| (period, 1)))
        .or_else(|| after_noon(w, at))
}

/// بعد زوال before its day, as Morocco has it, and how many items; but not بعد زوال الضباب.
pub(super) fn after_noon(w: &Window<'_>, at: usize) -> Option<(DayHalf, usize)> {
    let day = Starts::TIME.with(Starts::WEEKDAY).with(Starts::DAY_WORD).with(Starts::DIGITS);
    let noon = w.spells(w.get(at), &["بعد"]) && w.spells(w.get(at + 1), &["زوال"]);
    (noon && (ends(w, at + 2) || w.can(at + 2, day))).then_some((DayHalf::Pm, 2))
}

/// م behind a clock time is PM (C.5).
pub(super) fn afternoon_letter(w: &Window<'_>, at: usize) -> Option<(DayHalf, Reading)> {
    let ((), r) = sense(w, at, |s, r| match s {
        Sense::Era(Era::Ce) if r.items == 1 => Some(()),
        _ => None,
    })?;
    is_letters(w.text_of(w.get(at)?), "م").then_some((DayHalf::Pm, r))
}

/// How far the next prayer of a timetable is.
const PRAYERS: usize = 8;

/// The half of the day of a prayer or of sunrise.
pub(super) fn prayer(w: &Window<'_>, at: usize) -> Option<DayHalf> {
    let bare = w.bare(w.get(at)?);
    // العصر 3:02 والمغرب 5:24
    Some(match bare.as_str().strip_prefix('و').unwrap_or(bare.as_str()) {
        "الفجر" | "الشروق" => DayHalf::Am,
        "الظهر" => DayHalf::Noon,
        "العصر" | "المغرب" | "العشاء" => DayHalf::Pm,
        _ => return None,
    })
}

/// The half of the day that a prayer right before its time tells: العصر: 3:30, أذان المغرب الساعة 6:13; by its own noun, or
/// among others. المغرب is a country too, and العصر a club.
pub(super) fn prayer_before(w: &Window<'_>, at: usize) -> Option<DayHalf> {
    let back = 1 + usize::from(
        at.checked_sub(1).is_some_and(|b| w.is_sign(b, CharClass::Colon) || w.is_sign(b, CharClass::Dash)),
    );
    let name = at.checked_sub(back)?;
    let half = prayer(w, name)?;
    let noun = w.spells_behind(w.before(name, 1), &["أذان", "آذان", "صلاة", "وقت", "موعد"]);
    let own = w.get(name).map(|i| w.text_of(i));
    let other = |i: usize| prayer(w, i).is_some() && w.get(i).map(|i| w.text_of(i)) != own;
    let listed = || w.recent(name, PRAYERS).any(other) || (at..at + PRAYERS).any(other);
    (noun || listed()).then_some(half)
}

/// The hour on the 24-hour clock (CLDR day periods for `ar`).
pub(super) fn half_day(hour: u8, period: DayHalf) -> u8 {
    match period {
        DayHalf::Am => hour % 12,
        DayHalf::Pm => hour % 12 + 12,
        // الرابعة ظهرا is said too.
        DayHalf::Noon if hour <= 5 => hour + 12,
        DayHalf::Night if (7..=11).contains(&hour) => hour + 12,
        DayHalf::Night if hour == 12 => 0,
        DayHalf::Noon | DayHalf::Night => hour,
    }
}

/// The hour on the 24-hour clock of the time that leads to `later`: the last of its name before that.
pub(super) fn half_before((hour, minute): (u8, u8), later: (u8, u8)) -> u8 {
    let hour = hour % 12;
    if (hour + 12, minute) < later { hour + 12 } else { hour }
}

/// The minutes in 44AM, as it is written behind 07:.
pub(super) fn glued_minutes(w: &Window<'_>, at: usize) -> Option<u64> {
    let text = w.get(at).filter(|i| !i.spaced && i.kind == ItemKind::Opaque).map(|i| w.text_of(i))?;
    let (digits, half) = text.split_at_checked(2)?;
    let told = half.eq_ignore_ascii_case("am") || half.eq_ignore_ascii_case("pm");
    digits.parse().ok().filter(|_| told)
}
