//! Times of day, with minutes, half of the day and zone (`numbers-and-dates`, C.11).

use super::Options;
use super::duration::starts_with_waw;
use super::fields::{article, noun, plain, singular};
use super::value::{Clock, Zone};
use crate::certainty::Certainty;
use crate::class::{CharClass, digit_value};
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{Era, NounForm, Period, Sense, Unit};
use crate::number::{
    cardinal, counted_noun, has, is_article, is_definite, is_letters, is_or, is_owned, is_waw, ordinal,
    reading, sense,
};

/// A time of day: clock, first byte, next item, certainty.
pub(super) fn clock(w: &Window<'_>, at: usize) -> Option<(Clock, usize, usize, Certainty)> {
    // Digits alone are a time with a colon or a point in them, or before a word for a half of the day.
    let mut bare_hour = false;
    if let Some(ItemKind::Number(digits)) = w.get(at).map(|item| item.kind)
        && digits.plain
        && !w.is_sign(at + 1, CharClass::Colon)
    {
        if let Some(found) = military(w, at) {
            return Some(found);
        }
        let free = |i: &Item| matches!(i.kind, ItemKind::Break | ItemKind::Sign(CharClass::Opener));
        bare_hour = (1..=12).contains(&digits.value)
            && (w.get(at).is_some_and(|i| i.spaced)
                || w.before(at, 1).is_none_or(free)
                || at.checked_sub(1).is_some_and(|b| is_article(w, b) || is_waw(w, b)))
            && w.get(at + 1).is_some_and(|i| i.spaced && w.text_of(i).chars().nth(2).is_some())
            && sense(w, at + 1, |s, r| {
                (matches!(s, Sense::Period(_))
                    && r.clitics == Clitics::default()
                    && (r.items == 1 || is_second_of_two(w, at)))
                .then_some(())
            })
            .is_some()
            && !at.checked_sub(1).is_some_and(|b| has(w, b, |s| matches!(s, Sense::Time(Unit::Day, _))));
        bare_hour |= (1..=12).contains(&digits.value)
            && (is_opening_hour(w, at)
                || is_second_hour(w, at)
                || is_first_of_two(w, at) && later_half(w, at + 1).is_some()
                || w.get(at).is_some_and(|i| i.spaced) && zone(w, at + 1).is_some());
        if !bare_hour {
            return None;
        }
    }
    if let Some((hour, r)) = sense(w, at, |s, _| if let Sense::Clock(h) = s { Some(*h) } else { None }) {
        let clock = Clock { hour, minute: 0, second: None, half_unknown: false, zone: None };
        return Some((clock, r.start, at + r.items, Certainty::Likely));
    }
    let head = sense(w, at, |s, r| match s {
        Sense::Time(Unit::Hour, NounForm::Singular) if r.clitics.has(Clitics::ARTICLE) => Some(()),
        _ => None,
    })
    .map(|((), r)| r);
    // الساعة الآن الثامنة
    let now = usize::from(head.is_some() && has(w, at + 1, |s| matches!(s, Sense::Now)));
    let first = if head.is_some() { at + 1 + now } else { at };
    // الساعة الـ9, الساعة: 11:13
    let colon = w.is_sign(first, CharClass::Colon) && plain(w, first + 1).is_some();
    let first = first + usize::from(head.is_some() && (is_article(w, first) || colon));
    if head.is_some()
        && let Some((clock, _, next, certainty)) = military(w, first)
    {
        return Some((clock, head?.start, next, certainty));
    }
    // الساعة (5) مساء
    let opened =
        usize::from(head.is_some() && w.is_sign(first, CharClass::Opener) && plain(w, first + 1).is_some());
    let first = first + opened;
    let Told { hour, minute, second, start, mut next, exact } =
        digital(w, first, head.is_some() || bare_hour).or_else(|| spoken(w, first, head.is_some()))?;
    if opened == 1 {
        w.is_sign(next, CharClass::Closer).then_some(())?;
        next += 1;
    }
    let (second, behind) = match second {
        None if minute > 0 => {
            seconds(w, next).map_or((None, next), |(second, behind)| (Some(second), behind))
        }
        told => (told, next),
    };
    next = behind;
    let period = sense(w, next, |s, r| match s {
        Sense::Period(p) if !r.clitics.has(Clitics::WAW | Clitics::BEH | Clitics::LAM) => Some(*p),
        _ => None,
    })
    .or_else(|| afternoon_letter(w, next));
    // الساعة السابعة من مساء الخميس
    let of = usize::from(period.is_none() && has(w, next, |s| matches!(s, Sense::From)));
    let period = period
        .map(|(p, r)| (p, r.items))
        .or_else(|| half_of_day(w, next + of).filter(|_| of > 0).map(|(p, items)| (p, of + items)))
        .or_else(|| at_night(w, next).filter(|_| hour <= 12))
        .or_else(|| part_of_named_day(w, next))
        .or_else(|| behind_bracket(w, first, next))
        .or_else(|| latin_half(w, next));
    // الفجر 4:30 الظهر 12:05: the prayer before the time, not the next one.
    let prayed = || prayer_before(w, at).filter(|_| exact).map(|half| (half, 0));
    let period = match period {
        Some(_) if prayer(w, next).is_some() => prayed().or(period),
        Some(_) => period,
        None => prayed(),
    };
    let is_first = || is_first_of_two(w, at) || head.is_some();
    let lent = if period.is_none() && is_first() { later_half(w, next) } else { None };
    // 2:02:52 دقيقة is how long it took.
    if second.is_some()
        && head.is_none()
        && noun(w, next).is_some_and(|(unit, ..)| matches!(unit, Unit::Minute | Unit::Hour))
    {
        return None;
    }
    let mut clock = Clock { hour, minute, second, half_unknown: false, zone: None };
    if let Some((period, items)) = period {
        if hour <= 12 {
            clock.hour = half_day(hour, period);
        }
        next += items;
    } else if let Some((twelve, r)) = twelve(w, next).filter(|_| hour == 12 && minute == 0) {
        clock.hour = twelve;
        next += r.items;
    } else if let Some(half) = lent.filter(|_| (1..=12).contains(&hour)) {
        clock.hour = half_before((hour, minute), half);
    } else {
        clock.half_unknown = hour < 13 && !(exact && hour == 0) && !two_digit_hour(w, first);
    }
    if let Some((zone, behind)) = zone(w, next) {
        clock.zone = Some(zone);
        clock.half_unknown &= !matches!(zone, Zone::Utc | Zone::Offset(_));
        next = behind;
        // الساعة السابعة بالتوقيت المحلي من صباح أمس
        if period.is_none()
            && hour <= 12
            && has(w, next, |s| matches!(s, Sense::From))
            && let Some((half, items)) = half_of_day(w, next + 1)
        {
            (clock.hour, clock.half_unknown) = (half_day(hour, half), false);
            next += 1 + items;
        }
    }
    let certainty = match (head, period) {
        (None, None)
            if clock.zone.is_some() || lent.is_some() || is_alternative(w, at) || is_second_hour(w, at) =>
        {
            Certainty::Certain
        }
        (None, None) => {
            let shape = w.get(first).is_some_and(|i| i.kind != ItemKind::Word) || minute > 0;
            // 9:00-17:00
            let span = w.before(first, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Dash))
                && w.before(first, 3).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Colon));
            // 23:00 و23:59
            let joined = first.checked_sub(1).is_some_and(|b| is_waw(w, b))
                && w.before(first, 3).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Colon));
            if !shape
                || !span
                    && !joined
                    && w.before(first, 1).is_some_and(|i| {
                        !w.get(first).is_some_and(|f| f.spaced)
                            && i.kind != ItemKind::Break
                            && !matches!(i.kind, ItemKind::Sign(CharClass::Opener))
                    })
            {
                return None;
            }
            Certainty::Likely
        }
        _ => Certainty::Certain,
    };
    let start = head.map_or(start, |r| r.start);
    Some((clock, start, next, certainty))
}

/// Whether a letter for a half of the day stands behind the hour and behind one that it leads to, or that leads to it: من 9
/// ص إلى 5 م. Alone, ص is a page and م a metre.
fn is_opening_hour(w: &Window<'_>, at: usize) -> bool {
    let half = |i: usize| {
        w.get(i).is_some_and(|item| is_letters(w.text_of(item), "ص") || is_letters(w.text_of(item), "م"))
    };
    let hour =
        |i: usize| plain(w, i).is_some_and(|(hour, len)| len <= 2 && (1..=12).contains(&hour)) && half(i + 1);
    let leads = |i: usize| has(w, i, |s| matches!(s, Sense::To)) || w.is_sign(i, CharClass::Dash);
    hour(at)
        && (leads(at + 2) && hour(at + 3)
            || at.checked_sub(1).is_some_and(leads) && at.checked_sub(3).is_some_and(hour))
}

/// Whether the hour begins a span of two: من الثامنة إلى, بين 2 و.
fn is_first_of_two(w: &Window<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|b| has(w, b, |s| matches!(s, Sense::From | Sense::Between | Sense::Since)))
}

/// Whether و joins it to an hour behind بين الساعة: بين الساعة 8 و9, بين الساعة الثامنة والتاسعة.
pub(super) fn is_second_hour(w: &Window<'_>, at: usize) -> bool {
    let apart = at.checked_sub(1).is_some_and(|b| is_waw(w, b));
    let first = at.checked_sub(if apart { 2 } else { 1 });
    // بين الساعة 8 و10 أشخاص
    let counted = w.get(at + 1).is_some_and(|i| i.spaced && i.is_unknown()) && counted_noun(w, at + 1)
        || has(w, at + 1, |s| matches!(s, Sense::Measure));
    let joined = (apart || starts_with_waw(w, at)) && !counted;
    let hour = |at: usize| noun(w, at).is_some_and(|(unit, ..)| unit == Unit::Hour);
    joined
        && first.and_then(|first| first.checked_sub(1)).is_some_and(hour)
        && first
            .and_then(|first| first.checked_sub(2))
            .is_some_and(|b| has(w, b, |s| matches!(s, Sense::Between)))
}

/// Whether an hour leads to this one: الساعة 2 و4 بعد الظهر, 8 صباحا إلى 3 بعد الظهر.
fn is_second_of_two(w: &Window<'_>, at: usize) -> bool {
    let leads = |b: usize| has(w, b, |s| matches!(s, Sense::To)) || is_waw(w, b);
    let hour = |b: usize| plain(w, b).is_some_and(|(hour, _)| (1..=12).contains(&hour));
    let told = |b: usize| {
        is_first_of_two(w, b)
            || b.checked_sub(1).is_some_and(|b| noun(w, b).is_some_and(|(unit, ..)| unit == Unit::Hour))
    };
    let period = |b: usize| has(w, b, |s| matches!(s, Sense::Period(_)));
    at.checked_sub(1).is_some_and(leads) && at.checked_sub(2).is_some_and(|b| hour(b) && told(b) || period(b))
}

/// The hour on the 24-hour clock that an hour at or behind `next` leads to, if its half of the day is told: إلى العاشرة مساء.
/// The hour before it has the same half.
fn later_half(w: &Window<'_>, next: usize) -> Option<(u8, u8)> {
    let leads = is_or(w, next)
        || has(w, next, |s| matches!(s, Sense::To))
        || w.is_sign(next, CharClass::Dash)
        || is_waw(w, next);
    let at = next + usize::from(leads);
    if !leads && !starts_with_waw(w, at) {
        return None;
    }
    let head = has(w, at, |s| matches!(s, Sense::Time(Unit::Hour, NounForm::Singular)));
    let first = at + usize::from(head);
    let told = match plain(w, first) {
        Some((hour @ 1..=12, _)) if !w.is_sign(first + 1, CharClass::Colon) => {
            Told { hour: hour as u8, minute: 0, second: None, start: 0, next: first + 1, exact: true }
        }
        _ => digital(w, first, head).or_else(|| spoken(w, first, head))?,
    };
    let (period, _) = named_half(w, told.next).or_else(|| afternoon_letter(w, told.next))?;
    (1..=12).contains(&told.hour).then(|| (half_day(told.hour, period), told.minute))
}

/// The hour on the 24-hour clock of the time that leads to `later`: the last of its name before that.
fn half_before((hour, minute): (u8, u8), later: (u8, u8)) -> u8 {
    let hour = hour % 12;
    if (hour + 12, minute) < later { hour + 12 } else { hour }
}

/// Whether a time stands behind the label and its colon: آخر تحديث: 10:21.
fn is_label_of_time(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| {
        matches!(
            w.bare(i).as_str(),
            "تحديث"
                | "التحديث"
                | "الوقت"
                | "التوقيت"
                | "الدوام"
                | "الموعد"
                | "النشر"
                | "الإفطار"
        )
    })
}

/// Whether the hour is the other of two: الساعة الثانية أو الثالثة.
pub(super) fn is_alternative(w: &Window<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|b| is_or(w, b))
        && at.checked_sub(3).is_some_and(|b| noun(w, b).is_some_and(|(unit, ..)| unit == Unit::Hour))
}

/// `صباحا`, `بعد الظهر` without a proclitic.
fn named_half(w: &Window<'_>, at: usize) -> Option<(Period, Reading)> {
    sense(w, at, |s, r| match s {
        Sense::Period(p) if r.clitics == Clitics::default() => Some(*p),
        _ => None,
    })
}

/// `الليل`, `في الليل`, `بالليل` behind an hour, and how many items.
fn at_night(w: &Window<'_>, at: usize) -> Option<(Period, usize)> {
    let word = |at: usize, known: &str| w.get(at).is_some_and(|i| w.bare(i).as_str() == known);
    if word(at, "الليل") || word(at, "بالليل") {
        return Some((Period::Night, 1));
    }
    (word(at, "في") && word(at + 1, "الليل")).then_some((Period::Night, 2))
}

/// `AM`, `pm` behind an hour.
fn latin_half(w: &Window<'_>, at: usize) -> Option<(Period, usize)> {
    let text = w.get(at).filter(|i| i.kind == ItemKind::Opaque).map(|i| w.text_of(i))?;
    // 07:44AM
    let text = glued_minutes(w, at).and_then(|_| text.get(2..)).unwrap_or(text);
    if text.eq_ignore_ascii_case("pm") {
        return Some((Period::Pm, 1));
    }
    text.eq_ignore_ascii_case("am").then_some((Period::Am, 1))
}

/// The minutes in 44AM, as it is written behind 07:.
fn glued_minutes(w: &Window<'_>, at: usize) -> Option<u64> {
    let text = w.get(at).filter(|i| !i.spaced && i.kind == ItemKind::Opaque).map(|i| w.text_of(i))?;
    let (digits, half) = text.split_at_checked(2)?;
    let told = half.eq_ignore_ascii_case("am") || half.eq_ignore_ascii_case("pm");
    digits.parse().ok().filter(|_| told)
}

/// `ظهر`, `عصر`, `فجر`, `ليل` before the day that it is of: الساعة الثانية ظهر اليوم.
pub(super) fn part_of_named_day(w: &Window<'_>, at: usize) -> Option<(Period, usize)> {
    let today = |i: usize| {
        noun(w, i).is_some_and(|(unit, _, r)| unit == Unit::Day && r.clitics.has(Clitics::ARTICLE))
    };
    let named = Starts::WEEKDAY.with(Starts::DAY_WORD);
    // ظهر يوم السبت
    let noun = usize::from(singular(w, at + 1, Unit::Day).is_some_and(|r| r.clitics == Clitics::default()));
    let day = w.can(at + 1 + noun, named) || today(at + 1);
    day.then(|| part_of_day(w, at)).flatten().map(|period| (period, 1))
}

/// The half of the day that a part of it is in, by its noun.
fn part_of_day(w: &Window<'_>, at: usize) -> Option<Period> {
    Some(match w.bare(w.get(at)?).as_str() {
        "فجر" | "ضحى" => Period::Am,
        "ظهر" => Period::Noon,
        "عصر" | "مساء" | "مغرب" => Period::Pm,
        "ليل" | "ليلة" => Period::Night,
        _ => return None,
    })
}

/// The half of the day behind the bracket that holds the time: (4:30) بعد الزوال. It stays outside the span.
fn behind_bracket(w: &Window<'_>, at: usize, next: usize) -> Option<(Period, usize)> {
    if !w.is_enclosed(at, next) {
        return None;
    }
    named_half(w, next + 1).map(|(period, _)| (period, 0))
}

/// `منتصف الليل`, `منتصف النهار` behind twelve: which twelve it is.
fn twelve(w: &Window<'_>, at: usize) -> Option<(u8, Reading)> {
    sense(w, at, |s, r| match s {
        Sense::Clock(hour) if r.clitics == Clitics::default() => Some(*hour),
        _ => None,
    })
}

/// `صباح`, `بعد ظهر`, `مساء`, `عصر` behind من, and how many items.
fn half_of_day(w: &Window<'_>, at: usize) -> Option<(Period, usize)> {
    named_half(w, at)
        .map(|(period, r)| (period, r.items))
        .or_else(|| part_of_day(w, at).map(|period| (period, 1)))
}

/// How far the next prayer of a timetable is.
const PRAYERS: usize = 8;

/// The half of the day of a prayer or of sunrise.
fn prayer(w: &Window<'_>, at: usize) -> Option<Period> {
    Some(match w.bare(w.get(at)?).as_str() {
        "الفجر" | "الشروق" => Period::Am,
        "الظهر" => Period::Noon,
        "العصر" | "المغرب" | "العشاء" => Period::Pm,
        _ => return None,
    })
}

/// The half of the day that a prayer right before its time tells: العصر: 3:30, أذان المغرب الساعة 6:13; by its own noun, or
/// among others. المغرب is a country too, and العصر a club.
fn prayer_before(w: &Window<'_>, at: usize) -> Option<Period> {
    let back = 1 + usize::from(
        at.checked_sub(1).is_some_and(|b| w.is_sign(b, CharClass::Colon) || w.is_sign(b, CharClass::Dash)),
    );
    let name = at.checked_sub(back)?;
    let half = prayer(w, name)?;
    let noun = w.before(name, 1).is_some_and(|i| {
        let bare = w.bare(i);
        let word = bare.as_str();
        matches!(word.strip_prefix('و').unwrap_or(word), "أذان" | "آذان" | "صلاة" | "وقت" | "موعد")
    });
    let own = w.get(name).map(|i| w.text_of(i));
    let other = |i: usize| prayer(w, i).is_some() && w.get(i).map(|i| w.text_of(i)) != own;
    let listed = || w.recent(name, PRAYERS).any(other) || (at..at + PRAYERS).any(other);
    (noun || listed()).then_some(half)
}

/// `1200 بتوقيت غرينتش`: four digits before a zone.
fn military(w: &Window<'_>, at: usize) -> Option<(Clock, usize, usize, Certainty)> {
    let (value, 4) = plain(w, at)? else { return None };
    let (hour, minute) = (value / 100, value % 100);
    // June 2025 GMT
    if w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Opaque) {
        return None;
    }
    // 2023 is a year, whatever follows.
    let agency = w.get(at + 1).is_some_and(|i| w.bare(i).as_str() == "ت");
    if hour > 23 || minute > 59 || minute % 5 != 0 && !agency {
        return None;
    }
    let (zone, next) = zone(w, at + 1)?;
    let clock =
        Clock { hour: hour as u8, minute: minute as u8, second: None, half_unknown: false, zone: Some(zone) };
    Some((clock, w.get(at)?.span.start, next, Certainty::Certain))
}

/// `بتوقيت غرينتش`, `(بالتوقيت المحلي)`, `GMT+3`, and the item behind.
fn zone(w: &Window<'_>, at: usize) -> Option<(Zone, usize)> {
    let opened = usize::from(w.is_sign(at, CharClass::Opener));
    let named = sense(w, at + opened, |s, _| if let Sense::Zone(name) = s { Some(*name) } else { None });
    if let Some((name, r)) = named {
        let end = at + opened + r.items;
        // The bracket that was opened before the time stays outside.
        return Some((
            Zone::named(name),
            end + usize::from(opened == 1 && w.is_sign(end, CharClass::Closer)),
        ));
    }
    let utc = w.get(at).filter(|i| i.kind == ItemKind::Opaque && matches!(w.text_of(i), "GMT" | "UTC"))?;
    let sign = w.get(at + 1).filter(|i| !i.spaced && i.span.start == utc.span.end);
    let east = match sign.map(|i| w.text_of(i)) {
        Some("+") => 1,
        Some("-" | "−") => -1,
        _ => return Some((Zone::Utc, at + 1)),
    };
    let Some((hours @ 0..=14, 1..=2)) = plain(w, at + 2) else { return Some((Zone::Utc, at + 1)) };
    Some((Zone::Offset(east * hours as i16 * 60), at + 3))
}

/// م behind a clock time is PM (C.5).
fn afternoon_letter(w: &Window<'_>, at: usize) -> Option<(Period, Reading)> {
    let ((), r) = sense(w, at, |s, r| match s {
        Sense::Era(Era::Ce) if r.items == 1 => Some(()),
        _ => None,
    })?;
    is_letters(w.text_of(w.get(at)?), "م").then_some((Period::Pm, r))
}

/// 09:05 and 18:00 leave no doubt; 9:05 does.
fn two_digit_hour(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| {
        let text = w.text_of(i);
        let zero = text.chars().next().and_then(digit_value) == Some(0);
        matches!(i.kind, ItemKind::Number(d) if d.len == 2 && zero)
    })
}

/// A time as it is told, and the item behind it.
struct Told {
    hour: u8,
    minute: u8,
    second: Option<u8>,
    /// Its first byte, behind proclitics.
    start: usize,
    next: usize,
    /// Whether it is told in digits.
    exact: bool,
}

/// `10:30`, `10:30:15`; `06.39` only with a period mark or الساعة.
fn digital(w: &Window<'_>, at: usize, head: bool) -> Option<Told> {
    if let Some((hour, len)) = plain(w, at) {
        let colon = w
            .get(at + 1)
            .is_some_and(|i| !i.spaced && i.kind == ItemKind::Sign(CharClass::Colon) && i.span.len() <= 3);
        if colon
            && len <= 2
            && let glued = glued_minutes(w, at + 2)
            && let Some((minute @ 0..=59, 2)) = glued.map(|minute| (minute, 2)).or_else(|| plain(w, at + 2))
            && !w.get(at + 2)?.spaced
            && hour <= 24
        {
            // AM is read with its own rule.
            let mut next = if glued.is_some() { at + 2 } else { at + 3 };
            let seconds =
                w.get(next).is_some_and(|i| !i.spaced && i.kind == ItemKind::Sign(CharClass::Colon));
            let mut second = None;
            if seconds && let Some((told @ 0..=59, 2)) = plain(w, next + 1) {
                second = Some(told as u8);
                next += 2;
            } else if seconds {
                return None;
            }
            // البقرة: 2:255, but الدوام: 9:00 صباحا and الساعة: 8:30.
            let timed =
                |s: &Sense| matches!(s, Sense::Time(Unit::Hour, _) | Sense::Period(_) | Sense::DayNoun);
            let scripture = w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Colon))
                && !at.checked_sub(2).is_some_and(|b| has(w, b, timed) || is_label_of_time(w, b))
                && !has(w, next, |s| matches!(s, Sense::Period(_)))
                && afternoon_letter(w, next).is_none();
            let (hour, minute) = (hour as u8, minute as u8);
            return ((!scripture || head) && (hour < 24 || minute == 0)).then_some(Told {
                hour: hour % 24,
                minute,
                second,
                start: w.get(at)?.span.start,
                next,
                exact: true,
            });
        }
        if !head || len > 2 || hour > 24 || colon {
            return None;
        }
        // الساعة 7/30
        if w.is_sign(at + 1, CharClass::Slash)
            && !w.is_sign(at + 3, CharClass::Slash)
            && w.get(at + 1).is_some_and(|i| !i.spaced)
            && let Some((minute @ (0 | 5..=59), 2)) = plain(w, at + 2)
            && hour < 24
        {
            let start = w.get(at)?.span.start;
            let (hour, minute) = (hour as u8, minute as u8);
            return Some(Told { hour, minute, second: None, start, next: at + 3, exact: true });
        }
        // الساعة 3 و18 دقيقة
        let hour = hour as u8 % 24;
        let (hour, minute, next) = behind_hour(w, hour, at + 1)?;
        let start = w.get(at)?.span.start;
        return Some(Told { hour, minute, second: None, start, next, exact: true });
    }
    let item = w.get(at)?;
    let ItemKind::Number(_) = item.kind else { return None };
    let text = w.text_of(item);
    let (hour, minute) =
        text.split_once(['.', ',']).filter(|(h, m)| h.chars().count() <= 2 && m.chars().count() == 2)?;
    let zero = hour.chars().count() == 2 && hour.chars().next().and_then(digit_value) == Some(0);
    let read = |s: &str| s.chars().try_fold(0_u8, |n, c| Some(n * 10 + digit_value(c)?));
    let (hour, minute) = (read(hour)?, read(minute)?);
    let marked = head
        || has(w, at + 1, |s| matches!(s, Sense::Period(_)))
        || zone(w, at + 1).is_some()
        || zero && afternoon_letter(w, at + 1).is_some();
    (marked && hour < 24 && minute < 60).then_some(Told {
        hour,
        minute,
        second: None,
        start: item.span.start,
        next: at + 1,
        exact: true,
    })
}

/// `العاشرة والنصف`, `الثانية عشرة إلا ربعا` behind الساعة; without it only before a half of the day.
fn spoken(w: &Window<'_>, at: usize, head: bool) -> Option<Told> {
    let (hour, start, next) = ordinal(w, at)
        .filter(|o| (1..=12).contains(&o.value) && w.get(at).is_some_and(|i| is_definite(w, i)))
        .map(|o| (o.value as u8, o.start, o.next))
        .or_else(|| {
            reading(w, at, |s, r| *s == Sense::Unit(1) && r.clitics.has(Clitics::ARTICLE))
                .map(|r| (1, r.start, at + 1))
        })
        .or_else(|| {
            // الساعة ثلاثة وثلث: the speech of every day.
            let unit = |s: &Sense, r: &Reading| match s {
                Sense::Unit(n) if r.clitics == Clitics::default() => Some(*n),
                Sense::Ten if r.clitics == Clitics::default() => Some(10),
                _ => None,
            };
            sense(w, at, unit).filter(|_| head).map(|(n, r)| (n, r.start, at + 1))
        })?;
    let minutes_at = next;
    let (hour, minute, next) = behind_hour(w, hour, minutes_at)?;
    let of = usize::from(has(w, next, |s| matches!(s, Sense::From)));
    let period = has(w, next, |s| matches!(s, Sense::Period(_)))
        || of > 0 && half_of_day(w, next + of).is_some()
        || part_of_named_day(w, next).is_some();
    // في الساعات الأولى من صباح الأحد, الساعة الأولى من المباراة: an ordinal of hours.
    let hours = |s: &Sense| matches!(s, Sense::Time(Unit::Hour | Unit::Minute | Unit::Second, _));
    let time = Starts::TIME.with(Starts::WEEKDAY).with(Starts::DAY_WORD).with(Starts::DAY_NOUN);
    let of_something = of > 0 && !period && !w.can(next + of, time);
    if !head && at.checked_sub(1).is_some_and(|b| has(w, b, hours)) || head && of_something && minute == 0 {
        return None;
    }
    // عند السابعة والنصف; an ordinal behind its noun is none.
    let minutes = minute > 0
        && (has(w, minutes_at, |s| matches!(s, Sense::Except))
            || next
                .checked_sub(1)
                .is_some_and(|last| noun(w, last).is_some_and(|(unit, ..)| unit == Unit::Minute)));
    let halved = (next == minutes_at + 1 && article(w, minutes_at) || minutes)
        && !w.before(at, 1).is_some_and(|i| is_definite(w, i))
        && !w.can(next, Starts::ORDINAL);
    let first_of_two = || is_first_of_two(w, at) && later_half(w, next).is_some();
    let marked = (period && !is_ordinal_of_noun(w, at)) || halved || !head && first_of_two();
    // العاشرة بتوقيت بيروت
    let zoned = || !is_ordinal_of_noun(w, at) && zone(w, next).is_some();
    let told = head || marked || zoned() || is_alternative(w, at) || is_second_hour(w, at);
    told.then_some(Told { hour, minute, second: None, start, next, exact: false })
}

/// Whether the ordinal is no hour before صباحا and the like: a masculine one, or of the definite noun before it (الجولة
/// الثانية صباح اليوم), which a weekday or a day is not.
fn is_ordinal_of_noun(w: &Window<'_>, at: usize) -> bool {
    let feminine = w.get(at).is_some_and(|i| w.bare(i).as_str().ends_with(['ة', 'ه', 'ى']));
    let time = Starts::TIME
        .with(Starts::WEEKDAY)
        .with(Starts::DAY_WORD)
        .with(Starts::DAY_NOUN)
        .with(Starts::DEICTIC);
    let time = time.with(Starts::MONTH).with(Starts::PERIOD).with(Starts::ORDINAL);
    // موعد الإفطار السادسة مساء: no noun of its gender.
    let noun = w.before(at, 1).is_some_and(|i| {
        let bare = w.bare(i);
        let alike = ["ة", "ات", "ى", "ها", "ه", "هم"].iter().any(|end| bare.as_str().ends_with(end));
        alike && (is_definite(w, i) || is_owned(w, i)) && !i.starts(time)
    });
    let ordinal = has(w, at, |s| matches!(s, Sense::Ord(..)));
    ordinal && (!feminine || noun)
}

/// `والنصف`, `إلا ربعا`, `وعشر دقائق` behind an hour: the hour, the minute, the item behind.
fn behind_hour(w: &Window<'_>, mut hour: u8, mut next: usize) -> Option<(u8, u8, usize)> {
    let mut minute = 0_i16;
    for _ in 0..2 {
        let except = has(w, next, |s| matches!(s, Sense::Except));
        let part_at = if except || is_waw(w, next) { next + 1 } else { next };
        let part = sense(w, part_at, |s, r| match s {
            Sense::Frac(1, below @ (2..=4)) if except || is_waw(w, next) || r.clitics.has(Clitics::WAW) => {
                Some(60 / i16::from(*below))
            }
            _ => None,
        })
        .map(|(minutes, _)| (minutes, part_at + 1))
        .or_else(|| minutes(w, part_at, except || is_waw(w, next)))
        .or_else(|| {
            part_accusative(w, part_at).filter(|_| except).map(|below| (60 / i16::from(below), part_at + 1))
        })
        .or_else(|| spoken_half(w, part_at));
        let Some((minutes, behind)) = part else { break };
        minute += if except { -minutes } else { minutes };
        next = behind;
    }
    if minute < 0 {
        minute += 60;
        hour = if hour == 1 { 12 } else { hour.checked_sub(1)? };
    }
    Some((hour, u8::try_from(minute).ok().filter(|m| *m < 60)?, next))
}

/// `وعشر دقائق`.
fn minutes(w: &Window<'_>, at: usize, joined: bool) -> Option<(i16, usize)> {
    // ودقيقتين, ودقيقة, والدقيقة 37, والدقيقة العاشرة
    if let Some((Unit::Minute, form, r)) = noun(w, at)
        && (joined || r.clitics.has(Clitics::WAW))
    {
        if r.clitics.has(Clitics::ARTICLE) {
            let told = plain(w, at + 1).map(|(minute, _)| (minute, at + 2));
            let (minute, next) = told.or_else(|| ordinal(w, at + 1).map(|o| (o.value, o.next)))?;
            return Some((i16::try_from(minute).ok().filter(|minute| (1..=59).contains(minute))?, next));
        }
        return match form {
            NounForm::Dual => Some((2, at + 1)),
            NounForm::Singular => Some((1, at + 1)),
            _ => None,
        };
    }
    let number = cardinal(w, at, Options::default())?;
    let (unit, ..) = noun(w, number.next)?;
    if unit != Unit::Minute || !(joined || starts_with_waw(w, at)) {
        return None;
    }
    let value = number.value.to_integer().filter(|v| (1..=59).contains(v))?;
    Some((i16::try_from(value).ok()?, number.next + 1))
}

/// `و10 ثوان`, `وثلاثين ثانية`, `والثانية 58` behind minutes.
fn seconds(w: &Window<'_>, at: usize) -> Option<(u8, usize)> {
    if w.get(at).is_some_and(|i| w.bare(i).as_str() == "والثانية") {
        let joint = usize::from(is_waw(w, at + 1));
        let (second, _) = plain(w, at + 1 + joint).filter(|(second, _)| *second < 60)?;
        return Some((u8::try_from(second).ok()?, at + 2 + joint));
    }
    let joint = usize::from(is_waw(w, at));
    let number =
        cardinal(w, at + joint, Options::default()).filter(|_| joint == 1 || starts_with_waw(w, at))?;
    let value = number.value.to_integer().filter(|value| (1..=59).contains(value))?;
    let (unit, ..) = noun(w, number.next)?;
    (unit == Unit::Second).then_some((u8::try_from(value).ok()?, number.next + 1))
}

/// `ونص`, as it is said: الساعة ثمانية ونص is not eight.
fn spoken_half(w: &Window<'_>, at: usize) -> Option<(i16, usize)> {
    matches!(w.bare(w.get(at)?).as_str(), "ونص").then_some((30, at + 1))
}

/// `ربعا`, `ثلثا` behind إلا: a fourth, a third.
pub(super) fn part_accusative(w: &Window<'_>, at: usize) -> Option<u8> {
    match w.bare(w.get(at)?).as_str() {
        "ربعا" => Some(4),
        "ثلثا" => Some(3),
        _ => None,
    }
}

/// The hour on the 24-hour clock (CLDR day periods for `ar`).
fn half_day(hour: u8, period: Period) -> u8 {
    match period {
        Period::Am => hour % 12,
        Period::Pm => hour % 12 + 12,
        Period::Noon if hour <= 3 => hour + 12,
        Period::Night if (7..=11).contains(&hour) => hour + 12,
        Period::Night if hour == 12 => 0,
        Period::Noon | Period::Night => hour,
    }
}
