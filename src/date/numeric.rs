//! Dates in digits alone: `20/01/2023`, `٩ /١١ /١٤٤١هـ`, `20.1.2023` (C.7).

use super::fields::{self, Year, deictic, expand_digits, mixed, plain};
use super::read::{Read, valid};
use super::value::{Calendar, Granularity, Point};
use crate::certainty::{DateOrder, Flags};
use crate::class::{CharClass, class_of, digit_value};
use crate::item::{ItemKind, Starts, Window};
use crate::lexicon::List;
use crate::number::{counted_noun, end_of};

/// Digits, a separator, digits, the same separator, digits; and an era (C.7).
pub(super) fn numeric(w: &Window<'_>, at: usize) -> Option<Read> {
    let first = w.get(at)?;
    let ItemKind::Number(digits) = first.kind else { return None };
    let mut fields = [(0_u64, 0_usize); 3];
    let mut next = at + 1;
    let mut early = None;
    if digits.plain {
        *fields.get_mut(0)? = (digits.value, digits.len);
        // 2024م/2/10
        if digits.len == 4
            && let Some((calendar, false, behind)) = fields::era_mark(w, next)
        {
            // Nothing apart: عام 2024م - 2 - 3 سنوات.
            if !(behind..behind + 4).all(|i| w.is_glued(i)) {
                return None;
            }
            early = Some(calendar);
            next = behind;
        }
        let separator = w.text_of(w.get(next)?);
        for field in fields.iter_mut().skip(1) {
            let sign = w.get(next)?;
            // 14\3\2011 is written too.
            let date_sign = matches!(sign.kind, ItemKind::Sign(CharClass::Slash | CharClass::Dash))
                || w.text_of(sign) == "\\";
            if !date_sign || w.text_of(sign) != separator {
                return None;
            }
            *field = plain(w, next + 1)?;
            next += 2;
        }
    } else {
        dotted(w.text_of(first), &mut fields)?;
    }
    let behind = w.get(next);
    if behind.is_some_and(|i| !i.spaced && matches!(i.kind, ItemKind::Sign(CharClass::Slash)))
        && w.get(next + 1).is_some_and(|i| !i.spaced && i.is_number())
    {
        return None;
    }
    // The era stands behind the last field, wherever the year is.
    order(w, at, next, fields, fields::era_mark(w, next).or(early.map(|calendar| (calendar, false, next))))
}

/// The three fields of `20.01.2023`.
fn dotted(text: &str, fields: &mut [(u64, usize); 3]) -> Option<()> {
    let mut at = 0;
    for c in text.chars() {
        if let Some(value) = digit_value(c) {
            let (total, len) = fields.get_mut(at)?;
            *total = total.saturating_mul(10).saturating_add(u64::from(value));
            *len += 1;
        } else if c == '.' {
            at += 1;
        } else if !class_of(c).is_invisible() {
            return None;
        }
    }
    (at == 2).then_some(())
}

fn order(
    w: &Window<'_>,
    at: usize,
    next: usize,
    fields: [(u64, usize); 3],
    era: Option<(Calendar, bool, usize)>,
) -> Option<Read> {
    let [(a, a_len), (b, b_len), (c, c_len)] = fields;
    if b_len > 2 || a_len > 4 || c_len > 4 {
        return None;
    }
    let mut flags = Flags::NONE;
    let order = w.options.order;
    let year_first = a_len == 4 || a_len == 2 && c_len <= 2 && order == DateOrder::Ymd;
    let (y, m, d) = match (a_len, c_len) {
        (2 | 4, 1..=2) if year_first => (a, b, c),
        (1..=2, 4 | 2) if order == DateOrder::Mdy => (c, a, b),
        (1..=2, 4 | 2) => (c, b, a),
        _ => return None,
    };
    let mut year = Year {
        value: i32::try_from(y).ok()?,
        calendar: era.map(|(calendar, ..)| calendar),
        before_era: era.is_some_and(|(_, before, _)| before),
        start: 0,
        next,
        flags,
        digits: if year_first { a_len } else { c_len },
    };
    let calendar = year.calendar.unwrap_or_else(|| {
        if year.digits == 4 && (1300..=1600).contains(&year.value) {
            flags = flags.with(Flags::CALENDAR_INFERRED);
            Calendar::Hijri
        } else {
            Calendar::Gregorian
        }
    });
    // رقم 3/2/5541
    let known = |year: i32| (1300..=1600).contains(&year) || (1800..=2100).contains(&year);
    if year.digits == 4 && !known(year.value) && w.follows(at, Starts::NUMBER_SIGN) {
        return None;
    }
    year = expand_digits(Year { calendar: Some(calendar), ..year });
    let mut point = Point::new(calendar, Granularity::Day);
    point.year = Some(year.value);
    let mut set = |month: u64, day: u64| {
        point.month = u8::try_from(month).ok();
        point.day = u8::try_from(day).ok();
        point.month.is_some_and(|m| (1..=12).contains(&m)) && point.day.is_some() && valid(&point)
    };
    if set(m, d) {
        if !year_first && m <= 12 && d <= 12 && m != d {
            flags = flags.with(Flags::AMBIGUOUS_ORDER);
        }
        flags = flags.with(Flags::MONTH_FIRST.when(!year_first && order == DateOrder::Mdy));
    } else {
        // The other order only where nothing else is possible.
        if year_first || !set(d, m) {
            return None;
        }
        flags = flags.with(Flags::MONTH_FIRST.when(order != DateOrder::Mdy));
    }
    let next = era.map_or(next, |(.., behind)| behind);
    let start = w.get(at)?.span.start;
    Some(Read {
        point,
        start,
        next,
        flags: flags.with(year.flags).with(mixed(w, start, end_of(w, next))),
        class: None,
        era: era.is_some(),
    })
}

/// Whether digits at `at` have the shape of a numeric date; if they are no valid one, neither they
/// nor their parts are reported (C.7).
pub(super) fn invalid_numeric(w: &Window<'_>, at: usize) -> Option<usize> {
    let (_, a_len) = plain(w, at)?;
    let separator =
        w.get(at + 1).filter(|i| matches!(i.kind, ItemKind::Sign(CharClass::Slash | CharClass::Dash)))?;
    let (_, b_len) = plain(w, at + 2)?;
    let again = w.get(at + 3).filter(|i| w.text_of(i) == w.text_of(separator))?;
    let (_, c_len) = plain(w, at + 4)?;
    let touching = !separator.spaced && !again.spaced && w.is_glued(at + 4);
    (touching && b_len <= 2 && (a_len == 4) != (c_len == 4) && a_len.min(c_len) <= 2).then_some(at + 5)
}

/// Whether a day and its month head the report of an agency: الكويت - 15 - 2 (كونا), واشنطن 15 - 2 (كونا).
fn is_of_dateline(w: &Window<'_>, at: usize) -> bool {
    let dash = usize::from(at.checked_sub(1).is_some_and(|b| w.is_sign(b, CharClass::Dash)));
    let head = w.before(at, dash + 2).is_none_or(|i| i.kind == ItemKind::Break);
    head && w.before(at, dash + 1).is_some_and(|i| i.kind == ItemKind::Word)
        && w.is_sign(at + 1, CharClass::Dash)
        && w.is_sign(at + 3, CharClass::Opener)
        && w.in_list(w.get(at + 4), List::Agency)
        && w.is_sign(at + 5, CharClass::Closer)
}

/// `22/4` after a day noun, with a deictic behind it (C.7).
pub(super) fn day_month_digits(w: &Window<'_>, at: usize, trigger: impl Fn() -> bool) -> Option<Read> {
    day_month_by(w, at, CharClass::Slash, trigger)
}

/// The same with a slash or a hyphen: `بتاريخ 3-6`.
pub(super) fn day_month_by(
    w: &Window<'_>,
    at: usize,
    joint: CharClass,
    trigger: impl Fn() -> bool,
) -> Option<Read> {
    let (day @ 1..=31, 1..=2) = plain(w, at)? else { return None };
    // السبت 16 / 5
    let counted = |at: usize| counted_noun(w, at) && !w.can(at, Starts::TIME.with(Starts::CLOCK));
    // فاز الأهلي الخميس 2 / 1, الدوام من الأحد إلى الخميس 8 / 3
    let told = || {
        let score = w.recent(at, 8).any(|i| w.can(i, Starts::SCORE));
        let open = || {
            let desk = |i: usize| w.spells_behind(w.get(i), &["دوام", "الدوام", "عيادة", "العيادة"]);
            w.recent(at, 5).any(desk)
        };
        score
            || open()
            || w.follows(at, Starts::WEEKDAY) && w.before(at, 2).is_some_and(|i| i.starts(Starts::TO))
    };
    let apart = joint == CharClass::Slash
        && w.get(at + 2).is_some_and(|i| i.spaced)
        && !counted(at + 3)
        && (day > 12 || !told());
    let line = is_of_dateline(w, at);
    w.get(at + 1).filter(|i| (!i.spaced || apart || line) && i.kind == ItemKind::Sign(joint))?;
    w.get(at + 2).filter(|i| !i.spaced || joint == CharClass::Slash || line)?;
    let (month @ 1..=31, 1..=2) = plain(w, at + 2)? else { return None };
    // امتحان الخميس 8/20 is a mark.
    let mark = |i: usize| w.spells_behind(w.get(i), &["امتحان", "اختبار", "درجة", "علامة", "حضور", "نسبة"]);
    // الأحد 9/22: the other order, as nothing else is possible; but الجمعة 7/24, at every hour of every day.
    let turned = month > 12
        && (day, month) != (7, 24)
        && joint == CharClass::Slash
        && w.follows(at, Starts::WEEKDAY)
        && !(matches!(month, 15 | 20 | 25 | 30) && w.recent(at, 5).any(mark));
    let (day, month) = if turned { (month, day) } else { (day, month) };
    if month > 12 {
        return None;
    }
    let next = at + 3;
    // 21/4- 20/5 are two of them.
    let slash =
        |at: usize| w.get(at).is_some_and(|i| !i.spaced && i.kind == ItemKind::Sign(CharClass::Slash));
    let another = plain(w, next + 1).is_some() && slash(next + 2) && plain(w, next + 3).is_some();
    let dash = w.get(next).is_some_and(|i| !i.spaced && i.kind == ItemKind::Sign(CharClass::Dash));
    let more = slash(next) || dash && !another;
    if more || !(line || trigger() || deictic(w, next).is_some()) {
        return None;
    }
    let mut point = Point::new(Calendar::Gregorian, Granularity::Day);
    point.month = Some(month as u8);
    point.day = Some(day as u8);
    let start = w.get(at)?.span.start;
    let flags = Flags::MONTH_FIRST.when(turned);
    valid(&point).then_some(Read { point, start, next, flags, class: None, era: false })
}
