//! Times of day: hour, half of the day and zone put together (C.11).

use super::duration::{hours_minutes_seconds, minutes_and_seconds};
use super::fields::{ends, noun, plain};
use super::halves::{
    after_noon, afternoon_letter, at_night, behind_bracket, half_before, half_before_day, half_day,
    half_of_day, latin_half, named_half, part_of_named_day, prayer, prayer_before,
};
use super::hours::{
    Told, are_hours, begins_pair, behind_hour, digital, ends_hours, hour_after, is_alternative,
    is_first_of_two, is_hour_of_day, is_opening_hour, is_second_hour, is_second_of_two, later_half, seconds,
    span_from, spoken,
};
use super::value::{Clock, Zone};
use super::zone::zone;
use crate::certainty::{Certainty, Flags};
use crate::class::{CharClass, digit_value};
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{DayHalf, NounForm, Sense, Unit};
use crate::number::{
    Found, counted_noun, end_of, has, is_article, is_letters, is_waw, ordinal, sense, starts_with_waw,
};

/// A time of day.
pub(super) fn clock(w: &Window<'_>, at: usize) -> Option<Found<Clock>> {
    // Digits alone are a time with a colon or a point in them, or before a word for a half of the day.
    let mut bare_hour = false;
    if let Some(ItemKind::Number(digits)) = w.get(at).map(|item| item.kind)
        && digits.plain
        && !w.is_sign(at + 1, CharClass::Colon)
    {
        if let Some(found) = military(w, at, false) {
            return Some(found);
        }
        bare_hour = (1..=12).contains(&digits.value) && is_bare_hour(w, at);
        if !bare_hour {
            return None;
        }
    }
    if let Some(named) = named_clock(w, at) {
        return Some(named);
    }
    let (head, first) = behind_noun(w, at);
    if let Some(start) = head
        && let Some(found) = military(w, first, true)
    {
        return Some(Found { start, ..found });
    }
    // الساعة (5) مساء
    let opened =
        usize::from(head.is_some() && w.is_sign(first, CharClass::Opener) && plain(w, first + 1).is_some());
    let first = first + opened;
    let Told { hour, minute, mut second, start, mut next, exact } =
        digital(w, first, head.is_some() || bare_hour).or_else(|| spoken(w, first, head.is_some()))?;
    if opened == 1 {
        w.is_sign(next, CharClass::Closer).then_some(())?;
        next += 1;
    }
    let mut said_again = behind_repetition(w, next, (hour, minute), opened == 1);
    next = said_again.map_or(next, |(next, _)| next);
    if second.is_none()
        && minute > 0
        && let Some((told, behind)) = seconds(w, next)
    {
        (second, next) = (Some(told), behind);
    }
    // في الساعة الأولى: of something; one o'clock is الواحدة.
    let first_hour = || {
        w.spells_behind(w.before(at, 1), &["في", "فى", "خلال", "بعد"])
            && !w.spells(w.get(next), &["تماما"])
            && ordinal(w, first).is_some_and(|told| told.value == 1 && told.next == next)
    };
    // الساعة الرابعة (4 مساء)
    let half = half_told(w, at, first, next, (hour, exact))
        .or_else(|| said_again.take().and_then(|(_, half)| half).map(|half| (half, 0)));
    if half.is_none() && first_hour() && zone(w, next).is_none() {
        return None;
    }
    // The other hours of a night are of both halves.
    let told = |half: &DayHalf| *half != DayHalf::Night || (7..=11).contains(&hour);
    let half = half.or_else(|| half_before_day(w, at).filter(told).map(|half| (half, 0)));
    let may_lend = half.is_none()
        && (head.is_some()
            || is_first_of_two(w, at)
            || are_hours(w, at)
            || begins_pair(w, at, next)
            || (minute > 0 || w.is_sign(first + 1, CharClass::Colon)) && w.is_sign(next, CharClass::Dash));
    let lent = if may_lend { later_half(w, next) } else { None };
    if is_length(w, first) || second.is_some() && head.is_none() && is_measured(w, next) {
        return None;
    }
    let earlier = span_from(w, first).filter(|_| half.is_none() && (1..=12).contains(&hour));
    let mut clock = Clock { hour, minute, second, half_unknown: false, zone: None };
    if let Some((half, items)) = half {
        let evening = || {
            let said = next + usize::from(w.can(next, Starts::FROM));
            w.spells(w.get(said), &["مساء", "مساءا", "المساء"])
        };
        // من 12 مساء إلى 4 مساء: noon.
        let span = || {
            (is_first_of_two(w, first) || is_first_of_two(w, at))
                && later_half(w, next + items).is_some_and(|(hour, _)| hour > 12)
        };
        if hour == 12 && minute == 0 && evening() && !span() {
            // Midnight, as it is said, and no certain one (C.11).
            (clock.hour, clock.half_unknown) = (0, true);
        } else if hour <= 12 {
            clock.hour = half_day(hour, half);
        }
        next += items;
        next = behind_repetition(w, next, (hour, minute), false).map_or(next, |(next, _)| next);
    } else if let Some((twelve, r)) = twelve(w, next).filter(|_| hour == 12 && minute == 0) {
        clock.hour = twelve;
        next += r.items;
    } else if let Some(later) = lent.filter(|_| (1..=12).contains(&hour)) {
        clock.hour = half_before((hour, minute), later);
    } else if let Some(earlier) = earlier {
        clock.hour = hour_after(hour, earlier);
    } else {
        clock.half_unknown = hour < 13 && !(exact && hour == 0) && !two_digit_hour(w, first);
    }
    next = with_zone(w, at, next, hour, half.is_none(), &mut clock).unwrap_or(next);
    let sure = head.is_some()
        || half.is_some()
        || clock.zone.is_some()
        || lent.is_some()
        || earlier.is_some()
        || is_alternative(w, at)
        || is_second_hour(w, at)
        || ends_hours(w, at);
    if !sure && !is_time_by_shape(w, first, minute) && !is_hour_of_day(w, at) {
        return None;
    }
    let certainty = if sure { Certainty::Certain } else { Certainty::Likely };
    Some(found(w, head.unwrap_or(start), next, clock, certainty))
}

fn found(w: &Window<'_>, start: usize, next: usize, value: Clock, certainty: Certainty) -> Found<Clock> {
    Found { start, end: end_of(w, next), next, value, certainty, flags: Flags::NONE }
}

/// Whether the hours, minutes and seconds at `at` are how long something took: طول الفيديو 3:45 دقيقة, بزمن قدره 2:05:48.
fn is_length(w: &Window<'_>, at: usize) -> bool {
    minutes_and_seconds(w, at).is_some() || hours_minutes_seconds(w, at).is_some()
}

/// Whether a unit stands at `at` that makes a length of what stands before: 2:02:52 دقيقة.
fn is_measured(w: &Window<'_>, at: usize) -> bool {
    noun(w, at).is_some_and(|(unit, ..)| matches!(unit, Unit::Minute | Unit::Hour))
}

/// `منتصف الليل`, `منتصف الليل والنصف`
fn named_clock(w: &Window<'_>, at: usize) -> Option<Found<Clock>> {
    let (hour, r) = sense(w, at, |s, _| if let Sense::Clock(h) = s { Some(*h) } else { None })?;
    let behind = at + r.items;
    let (minute, next) = match behind_hour(w, hour, behind) {
        Some((of, minute, next)) if of == hour && ends(w, next) => (minute, next),
        _ => (0, behind),
    };
    let mut clock = Clock { hour, minute, second: None, half_unknown: false, zone: None };
    // منتصف الليل بتوقيت غرينتش
    let told = zone(w, next);
    clock.zone = told.map(|(zone, _)| zone);
    Some(found(w, r.start, told.map_or(next, |(_, behind)| behind), clock, Certainty::Likely))
}

/// The half of the day that is told behind the time, or that its prayer tells, and how many items it has.
fn half_told(
    w: &Window<'_>,
    at: usize,
    first: usize,
    next: usize,
    (hour, exact): (u8, bool),
) -> Option<(DayHalf, usize)> {
    let half = half_behind(w, first, next, hour);
    // الفجر 4:30 الظهر 12:05: the prayer before the time, not the next one.
    let prayed = || prayer_before(w, at).filter(|_| exact).map(|half| (half, 0));
    match half {
        // الإمساك 4:08 الفجر 4:28: the prayer of the next time.
        Some(_) if prayer(w, next).is_some() && w.is_sign(next + 2, CharClass::Colon) => prayed(),
        Some(_) if prayer(w, next).is_some() => prayed().or(half),
        Some(_) => half,
        None => prayed(),
    }
}

/// The zone behind a time that was told with this hour, and what it says of the half of the day, if that is open; the item
/// behind it.
fn with_zone(
    w: &Window<'_>,
    at: usize,
    next: usize,
    hour: u8,
    open: bool,
    clock: &mut Clock,
) -> Option<usize> {
    let (zone, mut next) = zone(w, next)?;
    clock.zone = Some(zone);
    // الثامنة مساء (السادسة بتوقيت غرينتش)
    if clock.half_unknown
        && matches!(zone, Zone::Utc)
        && let Some(local) = hour_before(w, at)
        && (hour + 12..=hour + 16).contains(&local)
    {
        clock.hour = hour + 12;
    }
    // في الثامنة مساء بتوقيت القاهرة والتاسعة بتوقيت مكة
    if clock.half_unknown
        && let Some(local) = hour_elsewhere(w, at)
    {
        clock.hour = if (hour % 12).abs_diff(local) <= 4 { hour % 12 } else { hour % 12 + 12 };
        clock.half_unknown = clock.hour.abs_diff(local) > 4;
    }
    clock.half_unknown &= !matches!(zone, Zone::Utc | Zone::Offset(_));
    // الساعة السابعة بالتوقيت المحلي من صباح أمس
    if open
        && hour <= 12
        && w.can(next, Starts::FROM)
        && let Some((half, items)) = half_of_day(w, next + 1)
    {
        (clock.hour, clock.half_unknown) = (half_day(hour, half), false);
        next += 1 + items;
    }
    Some(next)
}

/// Where the same time ends that is told once more, in figures and in words, and the half of the day in its brackets: الساعة
/// الرابعة (4) مساء, الساعة (15:00) الثالثة بعد الظهر, الساعة الرابعة (4 مساء). One of the two stands in brackets.
fn behind_repetition(
    w: &Window<'_>,
    at: usize,
    (hour, minute): (u8, u8),
    enclosed: bool,
) -> Option<(usize, Option<DayHalf>)> {
    let opened = w.is_sign(at, CharClass::Opener);
    if opened == enclosed {
        return None;
    }
    let first = at + usize::from(opened);
    let again = digital(w, first, true).or_else(|| spoken(w, first, true))?;
    let same = again.hour % 12 == hour % 12 && again.minute == minute;
    let half = named_half(w, again.next).filter(|_| opened);
    let end = again.next + half.map_or(0, |(_, r)| r.items);
    let closed = !opened || w.is_sign(end, CharClass::Closer);
    (same && closed).then(|| (end + usize::from(opened), half.map(|(half, _)| half)))
}

/// The hour of another zone to which و joins the one at `at`, if its half of the day is told: الثامنة مساء بتوقيت القاهرة.
fn hour_elsewhere(w: &Window<'_>, at: usize) -> Option<u8> {
    /// Items that a zone has at most, and و.
    const ZONE: usize = 4;
    let joined = at.checked_sub(1).is_some_and(|b| is_waw(w, b)) || starts_with_waw(w, at);
    if !joined || !w.recent(at, ZONE).any(|i| has(w, i, |s| matches!(s, Sense::Zone(_)))) {
        return None;
    }
    let half_at = w.recent(at, ZONE).find(|&i| named_half(w, i).is_some())?;
    hour_of_half(w, half_at)
}

/// The local hour in front of the bracket that the time at `at` stands in: الثامنة مساء (السادسة بتوقيت غرينتش).
fn hour_before(w: &Window<'_>, at: usize) -> Option<u8> {
    let opener = at.checked_sub(1).filter(|&b| w.is_sign(b, CharClass::Opener))?;
    hour_of_half(w, opener.checked_sub(1)?)
}

/// The hour on the 24-hour clock that is told right before the half of the day at `at`: الثامنة مساء.
fn hour_of_half(w: &Window<'_>, at: usize) -> Option<u8> {
    let (half, _) = named_half(w, at)?;
    let told = at.checked_sub(1)?;
    let hour = plain(w, told).map(|(hour, _)| hour).or_else(|| ordinal(w, told).map(|found| found.value))?;
    u8::try_from(hour).ok().filter(|hour| (1..=12).contains(hour)).map(|hour| half_day(hour, half))
}

/// Whether إلى and a time with minutes stand at `at`: من 7 إلى 10:30.
fn leads_to_minutes(w: &Window<'_>, at: usize) -> bool {
    w.can(at, Starts::TO)
        && plain(w, at + 1).is_some_and(|(hour, len)| hour < 24 && len <= 2)
        && w.is_sign(at + 2, CharClass::Colon)
        && plain(w, at + 3).is_some_and(|(minute, len)| minute < 60 && len == 2)
        && [at + 2, at + 3].iter().all(|&i| w.is_glued(i))
}

/// Whether an hour from one to twelve without a colon is a time of day: before a half of the day or a zone, or beside
/// another hour.
fn is_bare_hour(w: &Window<'_>, at: usize) -> bool {
    let free = |i: &Item| matches!(i.kind, ItemKind::Break | ItemKind::Sign(CharClass::Opener));
    let apart = w.get(at).is_some_and(|i| i.spaced)
        || w.before(at, 1).is_none_or(free)
        || at.checked_sub(1).is_some_and(|b| is_article(w, b) || is_waw(w, b))
        || w.before(at, 1).is_some_and(|i| is_letters(w.text_of(i), "وال"))
        // من 7-8 مساء
        || at.checked_sub(1).is_some_and(|b| w.is_sign(b, CharClass::Dash))
            && (is_second_of_two(w, at) || at.checked_sub(2).is_some_and(|first| are_hours(w, first)));
    let before_half = || {
        w.get(at + 1).is_some_and(|i| i.spaced && w.text_of(i).chars().nth(2).is_some())
            && sense(w, at + 1, |s, r| {
                (matches!(s, Sense::DayHalf(_))
                    && r.clitics.is_none()
                    && (r.items == 1 || is_second_of_two(w, at)))
                .then_some(())
            })
            .is_some()
            // يوم 9 مساء is a day, اليوم 9 مساء an hour of today.
            && !at.checked_sub(1).is_some_and(|b| {
                noun(w, b).is_some_and(|(unit, _, r)| unit == Unit::Day && !r.clitics.has(Clitics::ARTICLE))
            })
    };
    // 10م بتوقيت السعودية
    let in_zone = || {
        let letter = w.get(at + 1).is_some_and(|i| matches!(w.text_of(i), "م" | "ص"));
        letter && w.spells(w.get(at + 2), &["بتوقيت", "بالتوقيت"])
    };
    apart && (before_half() || in_zone())
        || is_opening_hour(w, at)
        || is_second_hour(w, at)
        || is_first_of_two(w, at) && (later_half(w, at + 1).is_some() || leads_to_minutes(w, at + 1))
        || are_hours(w, at)
        || ends_hours(w, at)
        // الساعة 8 أو 9
        || is_alternative(w, at) && !counted_noun(w, at + 1)
        // من 10 صباحا حتى 2
        || apart && ends(w, at + 1) && span_from(w, at).is_some()
        || apart && zone(w, at + 1).is_some()
        // 12 منتصف الليل
        || apart && plain(w, at).is_some_and(|(hour, _)| hour == 12) && twelve(w, at + 1).is_some()
}

/// The first byte of الساعة, if it stands at `at`, and the item where the hour is told: الساعة الآن الثامنة, الساعة الـ9,
/// الساعة: 11:13.
fn behind_noun(w: &Window<'_>, at: usize) -> (Option<usize>, usize) {
    let head = sense(w, at, |s, r| match s {
        Sense::Time(Unit::Hour, NounForm::Singular) if r.clitics.has(Clitics::ARTICLE) => Some(r.start),
        // بين الساعتين الثامنة والتاسعة
        Sense::Time(Unit::Hour, NounForm::Dual)
            if r.clitics.has(Clitics::ARTICLE) && is_first_of_two(w, at) =>
        {
            Some(r.start)
        }
        _ => None,
    });
    let Some((start, _)) = head else { return (None, at) };
    let first = at + 1 + usize::from(w.can(at + 1, Starts::NOW));
    let colon = w.is_sign(first, CharClass::Colon) && plain(w, first + 1).is_some();
    (Some(start), first + usize::from(is_article(w, first) || colon))
}

/// The half of the day behind a time that began at `first`, and how many items it has.
fn half_behind(w: &Window<'_>, first: usize, next: usize, hour: u8) -> Option<(DayHalf, usize)> {
    let period = sense(w, next, |s, r| match s {
        Sense::DayHalf(p) if !r.clitics.has(Clitics::WAW | Clitics::BEH | Clitics::LAM) => Some(*p),
        _ => None,
    })
    .or_else(|| afternoon_letter(w, next))
    // 8:00 صباح الخير: a greeting, or a show of that name.
    .filter(|_| !w.spells(w.get(next + 1), &["الخير", "النور", "الورد"]));
    // الساعة السابعة من مساء الخميس
    let of = usize::from(period.is_none() && w.can(next, Starts::FROM));
    period
        .map(|(p, r)| (p, r.items))
        .or_else(|| half_of_day(w, next + of).filter(|_| of > 0).map(|(p, items)| (p, of + items)))
        .or_else(|| at_night(w, next).filter(|_| hour <= 12))
        .or_else(|| part_of_named_day(w, next))
        .or_else(|| after_noon(w, next))
        .or_else(|| behind_bracket(w, first, next))
        .or_else(|| latin_half(w, next))
}

/// Whether digits or minutes that nothing else marks as a time stand as one does: first, in brackets, behind a blank, or
/// behind a time and its dash or و (9:00-17:00, 23:00 و23:59).
fn is_time_by_shape(w: &Window<'_>, first: usize, minute: u8) -> bool {
    let colon = || w.before(first, 3).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Colon));
    let dash = w.before(first, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Dash));
    let joined = dash || first.checked_sub(1).is_some_and(|b| is_waw(w, b));
    let glued = w.before(first, 1).is_some_and(|i| {
        !w.get(first).is_some_and(|f| f.spaced)
            && !matches!(i.kind, ItemKind::Break | ItemKind::Sign(CharClass::Opener))
    });
    let digits = w.get(first).is_some_and(|i| i.kind != ItemKind::Word);
    (digits || minute > 0) && (!glued || joined && colon())
}

/// `1200 بتوقيت غرينتش`: four digits before a zone; with `head`, behind الساعة, before a half of the day too, or with a zero
/// first.
fn military(w: &Window<'_>, at: usize, head: bool) -> Option<Found<Clock>> {
    let (value, 4) = plain(w, at)? else { return None };
    let (hour, minute) = (value / 100, value % 100);
    // June 2025 GMT
    if w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Opaque) {
        return None;
    }
    // 2023 is a year, whatever follows.
    let agency = w.spells(w.get(at + 1), &["ت"]);
    // بحلول 0917 بتوقيت جرينتش, but not نهاية 2023 بتوقيت القاهرة
    let named = w.spells(w.get(at + 1), &["بتوقيت"]) && !(1950..=2050).contains(&value);
    if hour > 23 || minute > 59 || minute % 5 != 0 && !agency && !head && !named {
        return None;
    }
    let half = named_half(w, at + 1).filter(|_| head);
    let behind = at + 1 + half.map_or(0, |(_, r)| r.items);
    let zone = zone(w, behind);
    if zone.is_none() && half.is_none() && !(head && hour < 10) {
        return None;
    }
    let (zone, next) = zone.map_or((None, behind), |(zone, next)| (Some(zone), next));
    let hour = match half {
        Some((half, _)) if hour <= 12 => half_day(hour as u8, half),
        _ => hour as u8,
    };
    let clock = Clock { hour, minute: minute as u8, second: None, half_unknown: false, zone };
    Some(found(w, w.get(at)?.span.start, next, clock, Certainty::Certain))
}

/// `منتصف الليل`, `منتصف النهار` behind twelve: which twelve it is.
pub(super) fn twelve(w: &Window<'_>, at: usize) -> Option<(u8, Reading)> {
    sense(w, at, |s, r| match s {
        Sense::Clock(hour) if r.clitics.is_none() => Some(*hour),
        _ => None,
    })
}

/// 09:05 and 18:00 leave no doubt; 9:05 does.
fn two_digit_hour(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| {
        let text = w.text_of(i);
        let zero = text.chars().next().and_then(digit_value) == Some(0);
        matches!(i.kind, ItemKind::Number(d) if d.len == 2 && zero)
    })
}
