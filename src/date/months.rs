//! Months without a day, and a month with the year behind it (C.6, C.16).

use super::Candidate;
use super::fields::{
    self, Month, Year, counts_measure, counts_noun, deictic, expand, is_spoken_year, licensed_by_preposition,
    mixed, month, numbered_month, of_unit, plain, singular, year, year_separator,
};
use super::read::Read;
use super::value::{Calendar, Date, DatePart, Granularity, Point};
use crate::certainty::{Certainty, Flags};
use crate::class::{CharClass, digit_value};
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{List, MonthClass, Sense, Unit};
use crate::number::{
    self, OURS, counted_noun, end_of, follows_bound, has, is_definite, is_ours, is_owned, reading,
    year_of_ours,
};

/// What of a date stands before its month.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    Nothing,
    Day,
    /// The day and a dash, which then stands before the year as well: 7-مايو-2020.
    DayAndDash,
}

/// A month with the year behind it, if there is one.
pub(super) fn with_year(w: &Window<'_>, month: Month, before: Before) -> Read {
    let mut point = Point::new(month.calendar, Granularity::Month);
    point.month = Some(month.number);
    let mut read = Read {
        point,
        start: month.start,
        next: month.next,
        flags: Flags::NONE,
        class: Some((month.class, month.twin)),
        era: false,
    };
    let (mut at, noun) = year_separator(w, month.next);
    // 7-مايو-2020, 16 ديسمبر - 2022
    let ours = || is_ours(w, month.next + 1);
    let spaced = |at: usize| w.get(at).is_some_and(|i| i.spaced);
    let hyphen = (w.is_sign(month.next, CharClass::Dash) || w.is_sign(month.next, CharClass::Slash))
        && match before {
            Before::DayAndDash => true,
            Before::Day => ours() && spaced(month.next + 1),
            // مايو-2024, يناير/2024
            Before::Nothing => ours() && !spaced(month.next) && !spaced(month.next + 1),
        };
    if hyphen {
        at = month.next + 1;
    }
    // Two digits are a year behind a noun, or where they can be no day: نوفمبر 97.
    let short = plain(w, at).is_some_and(|(value, len)| len == 2 && value > 31) || is_spoken_year(w, at);
    let enclosed = || {
        let opened = at == month.next && w.is_sign(at, CharClass::Opener);
        let ours = |y: &Year| {
            let closed = w.is_sign(y.next, CharClass::Closer) && !counts_noun(w, y.next + 1);
            y.digits == 4 && (1000..=2100).contains(&y.value) && closed
        };
        year(w, at + 1, false).filter(|y| opened && ours(y)).map(|y| Year { next: y.next + 1, ..y })
    };
    let small = || fields::small_year(w, at).filter(|_| noun && month.calendar == Calendar::Hijri);
    let found = year(w, at, noun || short)
        .or_else(small)
        .or_else(enclosed)
        .filter(|y| y.digits != 3 || month.calendar == Calendar::Hijri || noun || y.calendar.is_some())
        .filter(|y| noun || at == month.next || year_is_plausible(w, y, at))
        .filter(|y| y.calendar.is_some() || !touches_date_sign(w, y.next) || hyphen)
        // نيسان 1990 مركبة and أكتوبر 85 حالة count; behind its day, only a round number can: 5 مارس 2000 جندي.
        .filter(|y| {
            let sure = match y.digits {
                4 if before != Before::Nothing => y.value % 100 != 0,
                4 => {
                    let ours = OURS.contains(&y.value) && y.value % 100 != 0;
                    // في مارس 2019 وفقا للمصدر
                    let led = || {
                        month.calendar == Calendar::Gregorian
                            && is_led(w, month.next)
                            && (!counts_measure(w, y.next) || number::is_named_year(w, at))
                    };
                    ours && (month.class == MonthClass::Unambiguous || led())
                }
                _ => false,
            };
            sure || noun || y.calendar.is_some() || !counts_noun(w, y.next)
        })
        // مسلسلات رمضان 2019: no year of the Hijra.
        .filter(|y| {
            month.calendar != Calendar::Hijri || y.calendar.is_some() || !(1700..=2100).contains(&y.value)
        });
    if let Some(found) = found.filter(|y| y.calendar.is_none_or(|c| c == month.calendar)) {
        let found = if found.calendar.is_none() && month.calendar != Calendar::Gregorian {
            Year { calendar: Some(month.calendar), ..found }
        } else {
            found
        };
        let era = found.next > at + 1 && found.digits > 0;
        let found = expand(found);
        read.point.year = Some(found.value);
        read.point.before_era = found.before_era;
        read.next = found.next;
        read.flags = found.flags;
        read.era = era;
    }
    read
}

/// Whether a preposition or شهر stands before the month of one word that ends before `next`.
fn is_led(w: &Window<'_>, next: usize) -> bool {
    let noun = |at: usize| singular(w, at, Unit::Month).is_some();
    next.checked_sub(1)
        .is_some_and(|at| licensed_by_preposition(w, at) || at.checked_sub(1).is_some_and(noun))
}

/// After a comma only four digits are a year, and only if they count nothing.
fn year_is_plausible(w: &Window<'_>, year: &Year, at: usize) -> bool {
    year.digits == 4 && !counts_noun(w, at + 1)
}

/// Whether a slash or hyphen with digits behind it touches.
fn touches_date_sign(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| !i.spaced && matches!(i.kind, ItemKind::Sign(CharClass::Slash)))
        && w.get(at + 1).is_some_and(|i| !i.spaced && i.is_number())
}

/// Whether a date noun stands before `at`: بتاريخ, المؤرخ في, الصادر في.
pub(super) fn dated(w: &Window<'_>, at: usize) -> bool {
    w.recent(at, 2).any(|i| w.can(i, Starts::DATE_NOUN.with(Starts::AGREES)))
}

/// Whether a name head stands before `at`: ميدان, ثورة.
pub(super) fn named(w: &Window<'_>, at: usize) -> bool {
    // ملعب "20 أغسطس"
    let quoted = at.checked_sub(1).is_some_and(|b| w.is_sign(b, CharClass::Quote));
    at.checked_sub(1 + usize::from(quoted)).is_some_and(|b| fields::is_name_head(w, b))
}

/// `05/2023` behind شهر or a word for a date.
pub(super) fn month_year_digits(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let touching = |at: usize| w.is_glued(at);
    let (first, second) = (plain(w, at)?, plain(w, at + 2)?);
    // تاريخ الإنتاج 2023/03
    let turned = first.1 == 4 && second.1 == 2;
    // تاريخ الإنتاج: 2023-03
    let slash = |at: usize| {
        let sign = |class| w.is_sign(at, class);
        sign(CharClass::Slash) || turned && sign(CharClass::Dash)
    };
    let ((month @ 1..=12, 1..=2), (year @ 1900..=2100, 4)) =
        (if turned { (second, first) } else { (first, second) })
    else {
        return None;
    };
    let joined =
        slash(at + 1) && touching(at + 1) && touching(at + 2) && !(slash(at + 3) && touching(at + 3));
    let noun = at.checked_sub(1).is_some_and(|b| singular(w, b, Unit::Month).is_some());
    // تاريخ الانتهاء: 12/2026, صالح حتى: 12/2026
    let labelled = || {
        let leads = |s: &Sense| matches!(s, Sense::DateNoun | Sense::To);
        at.checked_sub(1).is_some_and(|b| w.is_sign(b, CharClass::Colon))
            && w.recent(at, 3).any(|i| has(w, i, leads))
    };
    // صالح لغاية 10/2026, من 9/2025 حتى 6/2026
    let until = || w.follows(at, Starts::TO.with(Starts::SINCE));
    let from = || {
        let slash_behind =
            |i: usize| w.is_sign(i + 1, CharClass::Slash) && plain(w, i + 2).is_some_and(|(_, len)| len == 4);
        w.follows(at, Starts::FROM) && w.can(at + 3, Starts::TO) && slash_behind(at + 4)
    };
    // سرعة غالق حتى 1/2000
    let limits = || (month > 1 || year % 100 != 0) && (until() || from());
    // القضية المقيدة في 5/2019
    let numbered = |i: &Item| {
        number::leads_to_number(w, i)
            || w.in_list_behind(i, List::Decision)
            || w.spells_behind(i, &["الطعن", "القضية", "الملف", "القرار", "المادة"])
    };
    // إنتاج 5/2023 انتهاء 5/2025, تنتهي الصلاحية في 10/2022
    let made = || {
        const MADE: [&str; 6] = ["إنتاج", "انتاج", "انتهاء", "إنتهاء", "صلاحية", "صدور"];
        w.spells_behind(w.before(at, 1), &MADE)
            || is_ours(w, at + 2)
                && w.spells(w.before(at, 1), &["في", "فى"])
                && fields::ends(w, at + 3)
                && !w.recent(at, 4).filter_map(|i| w.get(i)).any(numbered)
    };
    // تاريخ الموسم 2010-11
    let season = turned && w.is_sign(at + 1, CharClass::Dash) && month == (year + 1) % 100;
    let told = noun || dated(w, at) && !season || labelled();
    if !joined || !(told || !turned && (is_padded_month(w, at) || limits() || made())) {
        return None;
    }
    let mut point = Point::new(Calendar::Gregorian, Granularity::Month);
    (point.year, point.month) = (i32::try_from(year).ok(), u8::try_from(month).ok());
    let start = w.get(at)?.span.start;
    Some(Candidate::unflagged(w, start, at + 3, Date::Point(point), Certainty::Certain))
}

/// Whether the digits of a month have a zero before them, as the number of a law or a file has not: الصلاحية 08/2027,
/// 01/2018 - 03/2021, but not المرسوم 05/2019.
fn is_padded_month(w: &Window<'_>, at: usize) -> bool {
    let zero = |i: &Item| w.text_of(i).chars().next().and_then(digit_value) == Some(0);
    let numbered = |i: &Item| number::leads_to_number(w, i) || w.in_list_behind(i, List::Decision);
    w.get(at).is_some_and(zero) && !(1..=2).any(|back| w.before(at, back).is_some_and(numbered))
}

/// The number of Ramadan.
const RAMADAN: u8 = 9;

/// Whether the Hijri month at `at` is one that is kept or sighted, by what stands before it: هلال شوال, صيام رمضان; but not the
/// name of a person, الأستاذ هلال شعبان, قيام رمضان قديروف بزيارة.
fn is_kept(w: &Window<'_>, at: usize, next: usize, month: &fields::Month) -> bool {
    if month.calendar != Calendar::Hijri
        || w.before(at, 2).is_some_and(|i| i.starts(Starts::PERSON) || is_definite(w, i))
    {
        return false;
    }
    let word = |words: &[&str]| w.spells_behind(w.before(at, 1), words);
    let fasts = w.in_list_behind(w.before(at, 1), List::Fasting);
    // صام رمضان إيمانا, قيام رمضان وليلة القدر, but not صام رمضان صبحي; يجب صوم رمضان على كل مسلم is no علي.
    let free = || {
        let goes_on = |i: &Item| {
            let bare = w.bare(i);
            // صام رمضان وأتبعه ستا من شوال, but not قيام رمضان وأخيه
            let joined = bare.as_str().starts_with('و') && (fasts || !is_owned(w, i));
            !i.is_unknown() || joined || bare.as_str().ends_with('ا')
        };
        w.get(next).is_none_or(goes_on) && !w.spells(w.get(next), &["عن"])
    };
    // إذا دخل رمضان
    let comes =
        || word(&["دخل", "أقبل", "هل"]) && w.spells(w.before(at, 2), &["إذا", "عندما", "لما", "كلما"]);
    let observed = || fasts || word(&["قيام", "قضاء"]) && !w.spells(w.get(next), &["على"]);
    word(&["هلال", "صيام", "صوم"]) || comes() || month.number == RAMADAN && free() && observed()
}

/// A month with its noun, year or deictic, as far as it is licensed (C.16).
pub(super) fn month_alone(w: &Window<'_>, at: usize, part: bool) -> Option<(Read, Certainty)> {
    if !w.can(at, Starts::MONTH.with(Starts::TIME)) {
        return None;
    }
    let noun = singular(w, at, Unit::Month).filter(|r| !r.clitics.has(Clitics::ARTICLE));
    let month_at = if noun.is_some() { at + 1 } else { at };
    let Some(month) = month(w, month_at) else { return month_by_number(w, at, part) };
    // في المحرم سنة 610, which is "the forbidden" else.
    let muharram =
        month.calendar == Calendar::Hijri && month.number == 1 && !month.clitics.has(!Clitics::ARTICLE);
    if !muharram
        && (month.clitics.has(Clitics::ARTICLE | Clitics::KAF) || noun.is_some() && !month.clitics.is_none())
    {
        return None;
    }
    let mut read = with_year(w, month, Before::Nothing);
    if let Some(r) = noun {
        read.start = r.start;
    }
    let dated = read.point.year.is_some();
    let mut deictic_found = false;
    if !dated && let Some((n, behind)) = deictic(w, read.next).or_else(|| of_unit(w, read.next, Unit::Year)) {
        read.point.deictic = Some(n);
        read.next = behind;
        deictic_found = true;
        // متم يونيو الماضي 2012
        if let Some(year) = year_of_ours(w, behind)
            && read.point.calendar == Calendar::Gregorian
            && !counts_noun(w, behind + 1)
            && !counted_noun(w, behind + 1)
        {
            (read.point.year, read.point.deictic, read.next) = (Some(year), None, behind + 1);
        }
    }
    let again = if dated || deictic_found { None } else { fields::same_year(w, read.next) };
    if let Some((year, behind)) = again.filter(|_| read.point.calendar == Calendar::Gregorian) {
        (read.point.year, read.next) = (Some(year), behind);
        deictic_found = true;
    }
    // حتى آخر تشرين الأول
    let last = w.spells(w.before(at, 1), &["آخر"])
        && at >= 2
        && (w.follows(at - 1, Starts::PREP.with(Starts::FROM).with(Starts::TO).with(Starts::SINCE)));
    // في آخر أيام رمضان
    let last_days = w.spells(w.before(at, 1), &["أيام"]) && w.spells(w.before(at, 2), &["آخر"]);
    if (last || last_days) && read.point.part.is_none() && !deictic_found {
        read.point.part = Some(DatePart::End);
        read.start = w.before(at, 1 + usize::from(last_days)).map_or(read.start, |i| i.span.start);
    }
    let firm = dated || deictic_found || noun.is_some() || month.twin;
    let prefixed = month.clitics.has(Clitics::BEH | Clitics::LAM | Clitics::FEH | Clitics::WAW);
    // الخام تسليم مارس
    let delivered = || w.spells(w.before(at, 1), &["تسليم", "لتسليم"]);
    let kept = is_kept(w, at, read.next, &month);
    let preposition = part
        || last
        || last_days
        || licensed_by_preposition(w, at) && !prefixed
        || from_licenses(w, at, read.next)
        || delivered()
        || kept;
    let joined = is_joined_to_month(w, at) || is_beside_month(w, at, &month);
    let licensed = match month.class {
        MonthClass::Unambiguous => true,
        _ if joined => true,
        MonthClass::Licensed | MonthClass::Ab => firm || preposition,
        MonthClass::DayOrYear => {
            if month.calendar == Calendar::Hijri {
                // في صفر سنة 656
                let year = (month.next..read.next).any(|i| singular(w, i, Unit::Year).is_some());
                noun.is_some() || dated && (read.era || year)
            } else {
                firm
            }
        }
        MonthClass::NoPreposition => firm,
        MonthClass::Person => {
            let person = at.checked_sub(1).is_some_and(|b| {
                w.can(b, Starts::PERSON) && w.get(b).is_some_and(|i| !w.bare(i).as_str().ends_with('ى'))
            });
            // في رمضان على قناة and في رمضان لصالح الأيتام are no علي and no صالح.
            let inside = w.follows(at, Starts::WITHIN) || w.spells(w.before(at, 1), &["في", "فى"]);
            let preposition_behind = || (inside || kept) && w.spells(w.get(read.next), &["على"]);
            let named = |s: &Sense, r: &Reading| {
                matches!(s, Sense::Particle | Sense::Person)
                    && !r.clitics.has(Clitics::BEH | Clitics::LAM | Clitics::KAF)
            };
            let particle = reading(w, read.next, named).is_some() && !preposition_behind();
            (firm || preposition) && (dated || !person) && (firm || !particle)
        }
    };
    let person = w.follows(at, Starts::PERSON);
    let certainty = match month.class {
        _ if !licensed => return None,
        // الدكتورة آذار
        MonthClass::Unambiguous if person && !firm && month.calendar == Calendar::Gregorian => return None,
        MonthClass::Unambiguous if dated || deictic_found => Certainty::Certain,
        _ => Certainty::Likely,
    };
    // A bare name joined to a word before, as in فمارس, is the verb.
    if prefixed && month.class != MonthClass::Unambiguous && !firm && !joined {
        return None;
    }
    read.flags = read.flags.with(mixed(w, read.start, end_of(w, read.next)));
    Some((read, certainty))
}

/// Whether a month that needs nothing stands beside that of the Gregorian year, with a comma or و between (L6): مارس وأبريل,
/// فبراير، مارس، أبريل.
fn is_beside_month(w: &Window<'_>, at: usize, one: &Month) -> bool {
    let sure = |at: usize, clitics: u8| {
        month(w, at).filter(|other| {
            other.class == MonthClass::Unambiguous
                && other.calendar == one.calendar
                && !other.clitics.has(!clitics)
                && (clitics == 0 || other.clitics.has(clitics))
        })
    };
    let comma = |at: usize| w.is_sign(at, CharClass::Comma);
    // في أبريل، مارس اللاعب التدريبات: the verb.
    let before = || {
        let other = at.checked_sub(2)?;
        let ends = fields::ends(w, one.next) || w.get(one.next).is_none();
        (ends && comma(at - 1) && sure(other, 0)?.next == at - 1).then_some(())
    };
    one.calendar == Calendar::Gregorian
        && one.clitics.is_none()
        && (sure(one.next, Clitics::WAW).is_some()
            || comma(one.next) && sure(one.next + 1, 0).is_some()
            || before().is_some())
}

/// Whether و joins the month to months before it, of which the first is licensed: في شباط وآذار ونيسان.
fn is_joined_to_month(w: &Window<'_>, at: usize) -> bool {
    const MONTHS: usize = 4;
    let calendar = month(w, at).map(|m| m.calendar);
    let joins = |i: usize| {
        month(w, i)
            .is_some_and(|m| m.clitics.has(Clitics::WAW) && !m.clitics.has(!Clitics::WAW) && m.next == i + 1)
    };
    let first = (1..=MONTHS).find_map(|back| {
        let before = at.checked_sub(back)?;
        (!joins(before)).then_some(before)
    });
    joins(at)
        && first.is_some_and(|i| {
            month(w, i).is_some_and(|m| {
                m.clitics.is_none()
                    && Some(m.calendar) == calendar
                    && m.next == i + 1
                    && (m.class == MonthClass::Unambiguous || licensed_by_preposition(w, i))
            })
        })
}

/// `شهر 10 2014`, `الشهر التاسع سنة 2014`: with its year only, or behind a part of a period.
fn month_by_number(w: &Window<'_>, at: usize, part: bool) -> Option<(Read, Certainty)> {
    let month = numbered_month(w, at)?;
    let mut read = with_year(w, month, Before::Nothing);
    // في شهر 11 من العام الماضي
    let relative = deictic(w, read.next).or_else(|| of_unit(w, read.next, Unit::Year));
    if let Some((n, behind)) = relative.filter(|_| read.point.year.is_none() && plain(w, at + 1).is_some()) {
        (read.point.deictic, read.next) = (Some(n), behind);
        return Some((read, Certainty::Likely));
    }
    // في شهر 11, but not بعد شهر 11 شخصا.
    let digits = plain(w, at + 1).is_some();
    let free = |i: &Item| match i.kind {
        ItemKind::Word => w.can(read.next, Starts::PREP.with(Starts::FUNCTION)),
        ItemKind::Sign(class) => {
            matches!(class, CharClass::FullStop | CharClass::Closer | CharClass::Question)
        }
        ItemKind::Break => true,
        ItemKind::Number(_) | ItemKind::Opaque => false,
    };
    let named =
        || licensed_by_preposition(w, at) && !follows_bound(w, at) && w.get(read.next).is_none_or(free);
    // راتب شهر 4, بشهر 6: one month is counted by no digits.
    let told = || {
        let count = |b: usize| w.can(b, Starts::DIGITS.with(Starts::NUMBER));
        let long =
            at.checked_sub(1).is_some_and(|b| count(b) || w.in_list_behind(w.get(b), List::LengthNoun));
        let each = w.spells_behind(w.before(at, 1), &["كل"]);
        fields::ends(w, read.next) && !long && !each && !follows_bound(w, at)
    };
    // فاتورة شهر 9 وصلت, راتب شهر 9 في حسابك
    let paid = || w.in_list_behind(w.before(at, 1), List::Paid) && !counts_noun(w, read.next);
    if !(digits && (part || named() || told() || paid())) {
        read.point.year?;
    }
    Some((read, Certainty::Likely))
}

/// من licenses a month only before إلى, punctuation, or the end (C.6).
fn from_licenses(w: &Window<'_>, at: usize, next: usize) -> bool {
    let from = w.follows(at, Starts::FROM);
    // اعتبارا من مارس تطبق الزيادة
    let begins =
        || w.spells_behind(w.before(at, 2), &["اعتبارا", "إعتبارا", "ابتداء", "بدءا", "انطلاقا", "بداية"]);
    // ستة أيام من شوال, العشر الأوائل من رمضان, النصف الأول من شعبان
    let part = || {
        let back = |back: usize| at.checked_sub(back);
        let which = back(2).is_some_and(|b| w.can(b, Starts::ORDINAL))
            && w.spells_behind(w.before(at, 3), &["النصف", "الثلث", "الأسبوع"]);
        let tens = || w.spells(w.before(at, 2), &["الأوائل", "الأواخر", "الاواخر", "الاوائل"]);
        let days = || {
            back(2).is_some_and(|b| {
                w.can(b, Starts::NUMBER) || fields::noun(w, b).is_some_and(|(unit, ..)| unit == Unit::Day)
            })
        };
        which || tens() || days()
    };
    let hijri = || fields::month(w, at).is_some_and(|m| m.calendar == Calendar::Hijri);
    // بدءا من رجب طيب أردوغان
    let clause =
        || w.get(next).is_none_or(|i| !i.is_unknown() || w.bare(i).as_str().starts_with(['س', 'ي', 'ت']));
    from && (begins() && (!hijri() || clause())
        || hijri() && part()
        || w.get(next).is_none_or(|i| {
            matches!(
                i.kind,
                ItemKind::Sign(CharClass::FullStop | CharClass::Comma | CharClass::Closer) | ItemKind::Break
            ) || w.can(next, Starts::TO)
        }))
}
