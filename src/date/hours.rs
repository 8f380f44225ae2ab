//! Hours with their minutes and seconds, in digits and in words, one or two (C.11).

use super::change::follows_change;
use super::fields::{self, article, leads_to, noun, plain, singular};
use super::halves::{afternoon_letter, glued_minutes, half_day, half_of_day, named_half, part_of_named_day};
use super::zone::{follows_zone, zone};
use crate::class::{CharClass, digit_value};
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{List, NounForm, Sense, Unit, is_listed_behind};
use crate::number::{
    self, cardinal, counted_noun, has, is_all_week, is_and_half, is_definite, is_letters, is_or, is_owned,
    is_waw, ordinal, reading, sense, starts_with_waw,
};

/// A time as it is told, and the item behind it.
pub(super) struct Told {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: Option<u8>,
    /// Its first byte, behind proclitics.
    pub(super) start: usize,
    pub(super) next: usize,
    /// Whether it is told in digits.
    pub(super) exact: bool,
}

/// `10:30`, `10:30:15`; `06.39` only with a period mark or الساعة.
pub(super) fn digital(w: &Window<'_>, at: usize, head: bool) -> Option<Told> {
    if let Some(told) = apart(w, at) {
        return Some(told);
    }
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
            // 9:00: التسجيل
            let seconds =
                w.get(next).is_some_and(|i| !i.spaced && i.kind == ItemKind::Sign(CharClass::Colon))
                    && w.is_glued(next + 1);
            let mut second = None;
            if seconds && let Some((told @ 0..=59, 2)) = plain(w, next + 1) {
                second = Some(told as u8);
                next += 2;
            } else if seconds {
                return None;
            }
            // البقرة: 2:255, but الدوام: 9:00 صباحا and الساعة: 8:30.
            let timed = |s: &Sense| {
                matches!(
                    s,
                    Sense::Time(Unit::Hour, _) | Sense::DayHalf(_) | Sense::DayNoun | Sense::Weekday(_)
                )
            };
            let scripture = w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Colon))
                && !at.checked_sub(2).is_some_and(|b| has(w, b, timed) || is_label_of_time(w, b))
                && !has(w, next, |s| matches!(s, Sense::DayHalf(_)))
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
        if !head || len > 2 || hour > 24 || colon || is_all_week(w, at) {
            return None;
        }
        // الساعة 7/30
        if w.is_sign(at + 1, CharClass::Slash)
            && !w.is_sign(at + 3, CharClass::Slash)
            && w.is_glued(at + 1)
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
    let of_half = || w.can(at + 1, Starts::FROM) && half_of_day(w, at + 2).is_some();
    // من 9.00 إلى 10.30 صباحا, من الساعة 9.00 إلى 10.30
    let dotted = |i: usize| w.get(i).is_some_and(|i| i.is_number() && w.text_of(i).contains(['.', ',']));
    // ارتفع السعر من 2.50 إلى 3.10 صباح الخميس
    let price = || {
        let amount = |i: usize| {
            let item = w.get(i);
            w.in_list_behind(item, List::Sum) || w.in_list_behind(item, List::Quoted)
        };
        follows_change(w, at) || w.recent(at, 6).any(amount)
    };
    let second = at.checked_sub(2).is_some_and(dotted) && w.follows(at, Starts::TO);
    if !head && second && price() {
        return None;
    }
    let begins_span = || dotted(at + 2) && later_half(w, at + 1).is_some() && !price();
    let ends_span = || {
        at.checked_sub(3).is_some_and(|hour| {
            dotted(hour + 1)
                && w.can(hour + 2, Starts::TO)
                && singular(w, hour, Unit::Hour).is_some()
                && !w.can(at + 1, Starts::MEASURE.with(Starts::MONEY))
        })
    };
    let marked = head
        || begins_span()
        || ends_span()
        || has(w, at + 1, |s| matches!(s, Sense::DayHalf(_)))
        || of_half()
        || zone(w, at + 1).is_some()
        // الاثنين 8.30 م, but not قفز الأحد 8.12 م
        || (zero || w.follows(at, Starts::WEEKDAY) && hour <= 12 && minute % 15 == 0)
            && afternoon_letter(w, at + 1).is_some();
    (marked && hour < 24 && minute < 60).then_some(Told {
        hour,
        minute,
        second: None,
        start: item.span.start,
        next: at + 1,
        exact: true,
    })
}

/// Whether a time stands behind the label of up to three words and its colon: آخر تحديث: 10:21, موعد الإقلاع: 14:25, الجلسة
/// الأولى: 9:30; a result, a scale and a length have a label too: نتيجة المباراة, مدة العرض.
fn is_label_of_time(w: &Window<'_>, at: usize) -> bool {
    let label = |list| {
        w.recent(at + 1, 3).filter_map(|i| w.get(i)).any(|i| is_listed_behind(list, w.bare(i).as_str()))
    };
    label(List::TimeLabel) && !label(List::ScaleLabel)
}

/// `8: 30 مساء`, and `30: 8 مساء` as it is typed from right to left: a blank at the colon, or what is no hour
/// before it, before a half of the day.
fn apart(w: &Window<'_>, at: usize) -> Option<Told> {
    let ((first, first_len), (second, second_len)) = (plain(w, at)?, plain(w, at + 2)?);
    let blank = w.is_sign(at + 1, CharClass::Colon)
        && (w.get(at + 1)?.spaced || w.get(at + 2)?.spaced || second_len == 1 && first > 12);
    let half = has(w, at + 3, |s| matches!(s, Sense::DayHalf(_)));
    if !blank || !half || w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Colon)) {
        return None;
    }
    let (hour, minute) = match (first, second) {
        (1..=12, 0..=59) if first_len <= 2 && second_len == 2 => (first, second),
        (0..=59, 1..=12) if first_len == 2 && second_len <= 2 => (second, first),
        _ => return None,
    };
    let (hour, minute) = (hour as u8, minute as u8);
    Some(Told { hour, minute, second: None, start: w.get(at)?.span.start, next: at + 3, exact: true })
}

/// `العاشرة والنصف`, `الثانية عشرة إلا ربعا` behind الساعة; without it only before a half of the day.
pub(super) fn spoken(w: &Window<'_>, at: usize, head: bool) -> Option<Told> {
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
                Sense::Unit(n) if r.clitics.is_none() => Some(*n),
                Sense::Ten if r.clitics.is_none() => Some(10),
                _ => None,
            };
            sense(w, at, unit).filter(|_| head).map(|(n, r)| (n, r.start, at + 1))
        })?;
    let minutes_at = next;
    let (hour, minute, next) = behind_hour(w, hour, minutes_at)?;
    let of = usize::from(w.can(next, Starts::FROM));
    let period = has(w, next, |s| matches!(s, Sense::DayHalf(_)))
        || of > 0 && half_of_day(w, next + of).is_some()
        || part_of_named_day(w, next).is_some();
    // في الساعات الأولى من صباح الأحد, الساعة الأولى من المباراة: an ordinal of hours.
    let hours = |s: &Sense| matches!(s, Sense::Time(Unit::Hour | Unit::Minute | Unit::Second, _));
    let time = Starts::TIME.with(Starts::WEEKDAY).with(Starts::DAY_WORD).with(Starts::DAY_NOUN);
    let of_something = of > 0 && !period && !w.can(next + of, time);
    // بين الثانية والثالثة: the second one, no second.
    let second = |b: usize| has(w, b, |s| matches!(s, Sense::Ord(..))) && !is_ordinal_of_noun(w, b);
    let of_hours = |b: usize| has(w, b, hours) && !second(b);
    if !head && at.checked_sub(1).is_some_and(of_hours) || head && of_something && minute == 0 {
        return None;
    }
    // عند السابعة والنصف; an ordinal behind its noun is none.
    let minutes = minute > 0
        && (w.can(minutes_at, Starts::EXCEPT)
            || next
                .checked_sub(1)
                .is_some_and(|last| noun(w, last).is_some_and(|(unit, ..)| unit == Unit::Minute)));
    let halved = (next == minutes_at + 1 && article(w, minutes_at) || minutes)
        && !w.before(at, 1).is_some_and(|i| is_definite(w, i))
        && !w.can(next, Starts::ORDINAL);
    let first_of_two =
        || (is_first_of_two(w, at) || begins_pair(w, at, next)) && later_half(w, next).is_some();
    let marked = (period && !is_ordinal_of_noun(w, at)) || halved || !head && first_of_two();
    // العاشرة بتوقيت بيروت
    let zoned = || !is_ordinal_of_noun(w, at) && zone(w, next).is_some();
    let month = || w.can(next, Starts::MONTH) || of > 0 && w.can(next + of, Starts::MONTH);
    // مساء الأحد عند التاسعة, الثلاثاء في الثامنة
    let of_day = || is_hour_of_day(w, at);
    let ends_span = || span_from(w, at).is_some() && !month();
    let told = head
        || marked
        || zoned()
        || is_alternative(w, at)
        || is_second_hour(w, at)
        || ends_span()
        || of_day();
    told.then_some(Told { hour, minute, second: None, start, next, exact: false })
}

/// Whether the feminine ordinal at `at` may be an hour to which و joins another: في السابعة والتاسعة مساء.
pub(super) fn begins_pair(w: &Window<'_>, at: usize, next: usize) -> bool {
    let feminine = w.can(at, Starts::ORDINAL) && w.get(at).is_some_and(|i| w.bare(i).as_str().ends_with('ة'));
    feminine && w.spells(w.before(at, 1), &["في", "عند"]) && starts_with_waw(w, next)
}

/// Whether the feminine ordinal at `at` is an hour of the day before it: الأحد عند التاسعة, غدا في السابعة.
pub(super) fn is_hour_of_day(w: &Window<'_>, at: usize) -> bool {
    let feminine = w.can(at, Starts::ORDINAL) && w.get(at).is_some_and(|i| w.bare(i).as_str().ends_with('ة'));
    let day = |i: usize| {
        w.can(i, Starts::WEEKDAY.with(Starts::DAY_WORD))
            || noun(w, i).is_some_and(|(unit, _, r)| unit == Unit::Day && r.clitics.has(Clitics::ARTICLE))
    };
    // تفتح في الثامنة, وتغلق في الخامسة; تبدأ العاشرة صباحا وتستمر حتى الحادية عشرة
    let doors = || w.spells_behind(w.before(at, 2), &["تفتح", "يفتح", "تغلق", "يغلق"]);
    let until = || {
        const LASTING: [&str; 6] = ["تستمر", "يستمر", "تمتد", "يمتد", "تنتهي", "ينتهي"];
        w.spells_behind(w.before(at, 2), &LASTING) && w.recent(at, 8).any(|i| w.can(i, Starts::DAY_HALF))
    };
    let meets = || w.in_list_behind(w.before(at, 2), List::Meeting);
    let behind = |words: &[&str]| w.spells(w.before(at, 1), words);
    let next = ordinal(w, at).map_or(at + 1, |found| found.next);
    let ends = || fields::ends(w, next) || w.get(next).is_some_and(|i| w.spells_behind(i, &["تغلق", "يغلق"]));
    // تبدأ المحاضرات في الثامنة, يفتح المتحف من العاشرة حتى الثالثة; but not the first of anything
    let hourly = || {
        const REACH: usize = 8;
        let hour = |at: usize| ordinal(w, at).is_some_and(|found| (2..=12).contains(&found.value));
        let leads = behind(&["من"]) && w.can(next, Starts::TO) && hour(next + 1);
        let second = w.follows(at, Starts::TO)
            && at.checked_sub(3).is_some_and(|b| w.can(b, Starts::FROM) && hour(b + 1));
        let line = |i: &usize| !w.is_sign(*i, CharClass::FullStop);
        hour(at)
            && (leads
                || (second || behind(&["في", "عند", "حتى"]))
                    && (ends()
                        || behind_hour(w, 1, next)
                            .is_some_and(|(.., end)| end > next && fields::ends(w, end))))
            && w.recent(at, REACH).take_while(line).any(|i| w.in_list_behind(w.get(i), List::Hourly))
    };
    feminine
        && (hourly()
            || behind(&["في", "عند", "حوالي", "نحو", "تمام"]) && ends() && at.checked_sub(2).is_some_and(day)
            // لقاؤنا عند العاشرة
            || behind(&["عند", "حوالي"]) && ends() && meets()
            || behind(&["في", "عند"]) && ends() && doors()
            || behind(&["حتى", "في", "عند"]) && ends() && until())
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
    // بين الواحدة والثانية ظهرا
    let time = time.with(Starts::MONTH).with(Starts::DAY_HALF).with(Starts::ORDINAL).with(Starts::NUMBER);
    // موعد الإفطار السادسة مساء: no noun of its gender.
    // المباراة السابعة مساء: what takes place then, unless the half of the day belongs to the day behind it.
    let held = || {
        let day = Starts::WEEKDAY.with(Starts::DAY_WORD).with(Starts::DAY_NOUN).with(Starts::TIME);
        // The first and the third one are no hours at which anything is held.
        let late = has(w, at, |s| matches!(s, Sense::Ord(4..=11, _)));
        let at_any = w.spells_behind(w.before(at, 1), &["العودة", "البداية", "النهاية"]);
        (late && w.spells_behind(w.before(at, 1), &["المباراة", "الحفلة", "العودة", "السهرة", "الأمسية"])
            || at_any)
            && !w.can(at + 2, day)
    };
    let noun = !held()
        && w.before(at, 1).is_some_and(|i| {
            let bare = w.bare(i);
            let alike = ["ة", "ات", "ى", "ها", "ه", "هم"].iter().any(|end| bare.as_str().ends_with(end));
            alike && (is_definite(w, i) || is_owned(w, i)) && !i.starts(time) && !follows_zone(w, at)
        });
    let ordinal = has(w, at, |s| matches!(s, Sense::Ord(..)));
    ordinal && (!feminine || noun)
}

/// `والنصف`, `إلا ربعا`, `وعشر دقائق` behind an hour: the hour, the minute, the item behind.
pub(super) fn behind_hour(w: &Window<'_>, mut hour: u8, mut next: usize) -> Option<(u8, u8, usize)> {
    let mut minute = 0_i16;
    for _ in 0..2 {
        let except = w.can(next, Starts::EXCEPT);
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
        .or_else(|| spoken_half(w, part_at))
        .or_else(|| {
            bare_minutes(w, part_at).filter(|_| except || is_waw(w, next) || starts_with_waw(w, part_at))
        });
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
            // والدقيقة العشرين
            let tens = || {
                let tens = cardinal(w, at + 1).filter(|_| article(w, at + 1))?;
                Some((u64::try_from(tens.value.to_integer()?).ok()?, tens.next))
            };
            let (minute, next) =
                told.or_else(|| ordinal(w, at + 1).map(|o| (o.value, o.next))).or_else(tens)?;
            return Some((i16::try_from(minute).ok().filter(|minute| (1..=59).contains(minute))?, next));
        }
        return match form {
            NounForm::Dual => Some((2, at + 1)),
            NounForm::Singular => Some((1, at + 1)),
            _ => None,
        };
    }
    let number = cardinal(w, at)?;
    let (unit, ..) = noun(w, number.next)?;
    if unit != Unit::Minute || !(joined || starts_with_waw(w, at)) {
        return None;
    }
    let value = number.value.to_integer().filter(|v| (1..=59).contains(v))?;
    Some((i16::try_from(value).ok()?, number.next + 1))
}

/// `و10 ثوان`, `وثلاثين ثانية`, `والثانية 58` behind minutes.
pub(super) fn seconds(w: &Window<'_>, at: usize) -> Option<(u8, usize)> {
    if w.spells(w.get(at), &["والثانية"]) {
        let joint = usize::from(is_waw(w, at + 1));
        let (second, _) = plain(w, at + 1 + joint).filter(|(second, _)| *second < 60)?;
        // الجلسة الأولى 8:30 والثانية 10:30: the second one.
        if w.is_sign(at + 2 + joint, CharClass::Colon) && w.is_glued(at + 2 + joint) {
            return None;
        }
        return Some((u8::try_from(second).ok()?, at + 2 + joint));
    }
    let joint = usize::from(is_waw(w, at));
    let number = cardinal(w, at + joint).filter(|_| joint == 1 || starts_with_waw(w, at))?;
    let value = number.value.to_integer().filter(|value| (1..=59).contains(value))?;
    let (unit, ..) = noun(w, number.next)?;
    (unit == Unit::Second).then_some((u8::try_from(value).ok()?, number.next + 1))
}

/// `ونص`, as it is said: الساعة ثمانية ونص is not eight.
fn spoken_half(w: &Window<'_>, at: usize) -> Option<(i16, usize)> {
    is_and_half(w, at).then_some((30, at + 1))
}

/// `وخمس`, `وعشر`, `وعشرين` behind an hour: so many minutes, as it is said, if nothing else is counted.
fn bare_minutes(w: &Window<'_>, at: usize) -> Option<(i16, usize)> {
    let minutes = sense(w, at, |s, r| match s {
        Sense::Unit(5) if !r.clitics.has(!Clitics::WAW) => Some(5),
        Sense::Ten if !r.clitics.has(!Clitics::WAW) => Some(10),
        Sense::Tens(20) if !r.clitics.has(!Clitics::WAW) => Some(20),
        _ => None,
    });
    let feminine = |i: &Item| !w.bare(i).as_str().ends_with(['ة', 'ن']) || w.bare(i).as_str().ends_with("ين");
    let ends = w.get(at + 1).is_none_or(|i| i.kind != ItemKind::Word || i.starts(Starts::DAY_HALF));
    minutes.filter(|_| ends && w.get(at).is_some_and(feminine)).map(|(minutes, _)| (minutes, at + 1))
}

/// `ربعا`, `ثلثا` behind إلا: a fourth, a third.
pub(super) fn part_accusative(w: &Window<'_>, at: usize) -> Option<u8> {
    match w.bare(w.get(at)?).as_str() {
        "ربعا" => Some(4),
        "ثلثا" => Some(3),
        _ => None,
    }
}

/// Whether a letter for a half of the day stands behind the hour, and behind one that it leads to, or that leads to it, من 9
/// ص إلى 5 م, or a day before it: الخميس 9 م. Alone, ص is a page and م a metre.
pub(super) fn is_opening_hour(w: &Window<'_>, at: usize) -> bool {
    let half = |i: usize| {
        w.get(i).is_some_and(|item| is_letters(w.text_of(item), "ص") || is_letters(w.text_of(item), "م"))
    };
    let hour =
        |i: usize| plain(w, i).is_some_and(|(hour, len)| len <= 2 && (1..=12).contains(&hour)) && half(i + 1);
    let leads = |i: usize| leads_to(w, i).is_some() || w.is_sign(i, CharClass::Dash);
    // أمس 3 م and 4 م × 6 م are metres.
    let day = |i: usize| {
        w.can(i, Starts::WEEKDAY.with(Starts::DAY_WORD))
            && w.get(i).is_some_and(|i| w.bare(i).as_str() != "أمس")
            && !w.is_sign(at + 2, CharClass::MathSymbol)
    };
    hour(at)
        && (leads(at + 2) && hour(at + 3)
            || at.checked_sub(1).is_some_and(day)
            || at.checked_sub(1).is_some_and(leads) && at.checked_sub(3).is_some_and(hour))
}

/// Whether the hour begins a span of two: من الثامنة إلى, بين 2 و.
pub(super) fn is_first_of_two(w: &Window<'_>, at: usize) -> bool {
    w.follows(at, Starts::FROM.with(Starts::BETWEEN).with(Starts::SINCE))
}

/// The hour on the 24-hour clock with which the span begins that ends in the hour at `at`, if its half of the day is told: من
/// الثامنة صباحا إلى العاشرة, بين 8:30 صباحا والعاشرة.
pub(super) fn span_from(w: &Window<'_>, at: usize) -> Option<u8> {
    // من الساعة 10 صباحا إلى الساعة 2
    let past_noun =
        |i: usize| i.checked_sub(1).filter(|&b| singular(w, b, Unit::Hour).is_some()).unwrap_or(i);
    let end = past_noun(at);
    let joint = end.checked_sub(1).filter(|&joint| w.can(joint, Starts::TO) || is_waw(w, joint));
    let behind_half = joint.or_else(|| Some(end).filter(|&end| starts_with_waw(w, end)))?;
    // صباحا, بعد الظهر
    let (half_at, half) = (1..=2).find_map(|items| {
        let at = behind_half.checked_sub(items)?;
        named_half(w, at).filter(|(_, r)| r.items == items).map(|(half, _)| (at, half))
    })?;
    let told = half_at.checked_sub(1)?;
    // 8:30
    let told = match told.checked_sub(2) {
        Some(hour) if w.is_sign(told - 1, CharClass::Colon) => hour,
        _ => told,
    };
    let hour = plain(w, told).map(|(hour, _)| hour).or_else(|| ordinal(w, told).map(|found| found.value))?;
    let hour = u8::try_from(hour).ok().filter(|hour| (1..=12).contains(hour))?;
    let first = past_noun(told);
    let leads = if joint.is_some_and(|to| w.can(to, Starts::TO)) {
        is_first_of_two(w, first)
    } else {
        w.follows(first, Starts::BETWEEN)
    };
    leads.then(|| half_day(hour, half))
}

/// The hour of twelve on the 24-hour clock that comes next after another.
pub(super) fn hour_after(hour: u8, earlier: u8) -> u8 {
    let hour = hour % 12;
    if hour > earlier {
        hour
    } else if hour + 12 > earlier {
        hour + 12
    } else {
        hour
    }
}

/// Whether و joins it to an hour behind بين الساعة: بين الساعة 8 و9, بين الساعة الثامنة والتاسعة.
pub(super) fn is_second_hour(w: &Window<'_>, at: usize) -> bool {
    let apart = at.checked_sub(1).is_some_and(|b| is_waw(w, b));
    let first = at.checked_sub(if apart { 2 } else { 1 });
    // بين الساعة 8 و10 أشخاص
    let counted = w.get(at + 1).is_some_and(|i| i.spaced && i.is_unknown()) && counted_noun(w, at + 1)
        || w.can(at + 1, Starts::MEASURE);
    let joined = (apart || starts_with_waw(w, at)) && !counted;
    let hour = |at: usize| noun(w, at).is_some_and(|(unit, ..)| unit == Unit::Hour);
    joined
        && first.and_then(|first| first.checked_sub(1)).is_some_and(hour)
        && first.and_then(|first| first.checked_sub(2)).is_some_and(|b| w.can(b, Starts::BETWEEN))
}

/// Whether the digits at `at` are an hour of a half of the day: one to twelve.
fn is_hour(w: &Window<'_>, at: usize) -> bool {
    plain(w, at).is_some_and(|(hour, len)| len <= 2 && (1..=12).contains(&hour))
}

/// Whether two hours with a dash between them start at `at`, before their half of the day: 8-10 صباحا.
pub(super) fn are_hours(w: &Window<'_>, at: usize) -> bool {
    // but not درجات الحرارة 8-10 ليلا, قرص 1-2 صباحا, ربح برشلونة 3-4 مساء
    let word = |i: &Item| i.spaced && w.text_of(i).chars().nth(2).is_some();
    // فاز 2-1 مساء السبت
    let rises = plain(w, at).zip(plain(w, at + 2)).is_some_and(|((first, _), (last, _))| first < last);
    let leads = |i: usize| {
        w.can(i, Starts::WEEKDAY.with(Starts::DAY_WORD))
            || w.get(i)
                .is_some_and(|i| w.in_list_behind(i, List::Session) || w.in_list_behind(i, List::TimeLabel))
    };
    let led = w.before(at, 1).is_none_or(|i| matches!(i.kind, ItemKind::Break | ItemKind::Sign(_)))
        || w.recent(at, 2).any(leads);
    is_hour(w, at)
        && led
        && w.is_sign(at + 1, CharClass::Dash)
        && is_hour(w, at + 2)
        && rises
        && !number::is_score(w, at)
        && w.get(at + 3).is_some_and(word)
        && has(w, at + 3, |s| matches!(s, Sense::DayHalf(_)))
}

/// Whether the span of hours that الساعة begins ends with the one at `at`: من الساعة 7 إلى 8.
pub(super) fn ends_hours(w: &Window<'_>, at: usize) -> bool {
    let noun = |at: usize| singular(w, at, Unit::Hour).is_some();
    let of_noun = || {
        at.checked_sub(2).is_some_and(|first| is_hour(w, first))
            && at.checked_sub(3).is_some_and(|head| noun(head) && is_first_of_two(w, head))
    };
    // من 8:30 إلى 12, but not النسبة من 1:10 إلى 5
    let of_minutes = || {
        let opens = |hour: usize| plain(w, hour).is_some_and(|(hour, _)| hour >= 5);
        let fives =
            |minutes: usize| plain(w, minutes).is_some_and(|(minute, len)| len == 2 && minute % 5 == 0);
        at.checked_sub(3).is_some_and(|colon| w.is_sign(colon, CharClass::Colon) && fives(colon + 1))
            && at
                .checked_sub(4)
                .is_some_and(|first| is_hour(w, first) && opens(first) && is_first_of_two(w, first))
    };
    is_hour(w, at) && fields::ends(w, at + 1) && w.follows(at, Starts::TO) && (of_noun() || of_minutes())
}

/// Whether an hour leads to this one: الساعة 2 و4 بعد الظهر, 8 صباحا إلى 3 بعد الظهر.
pub(super) fn is_second_of_two(w: &Window<'_>, at: usize) -> bool {
    let leads = |b: usize| leads_to(w, b).is_some() || is_waw(w, b) || w.is_sign(b, CharClass::Dash);
    let hour = |b: usize| plain(w, b).is_some_and(|(hour, _)| (1..=12).contains(&hour));
    let told = |b: usize| {
        is_first_of_two(w, b)
            || b.checked_sub(1).is_some_and(|b| noun(w, b).is_some_and(|(unit, ..)| unit == Unit::Hour))
    };
    let period = |b: usize| has(w, b, |s| matches!(s, Sense::DayHalf(_)));
    at.checked_sub(1).is_some_and(leads) && at.checked_sub(2).is_some_and(|b| hour(b) && told(b) || period(b))
}

/// The hour on the 24-hour clock that an hour at or behind `next` leads to, if its half of the day is told: إلى العاشرة مساء.
/// The hour before it has the same half.
pub(super) fn later_half(w: &Window<'_>, next: usize) -> Option<(u8, u8)> {
    let leads =
        is_or(w, next) || leads_to(w, next).is_some() || w.is_sign(next, CharClass::Dash) || is_waw(w, next);
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
    // بين الثامنة والتاسعة من مساء اليوم
    let of = || w.can(told.next, Starts::FROM).then(|| half_of_day(w, told.next + 1)).flatten();
    let period = named_half(w, told.next)
        .or_else(|| afternoon_letter(w, told.next))
        .map(|(period, _)| period)
        .or_else(|| of().map(|(period, _)| period))?;
    (1..=12).contains(&told.hour).then(|| (half_day(told.hour, period), told.minute))
}

/// Whether the hour is the other of two: الساعة الثانية أو الثالثة.
pub(super) fn is_alternative(w: &Window<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|b| is_or(w, b))
        && at.checked_sub(3).is_some_and(|b| noun(w, b).is_some_and(|(unit, ..)| unit == Unit::Hour))
}
