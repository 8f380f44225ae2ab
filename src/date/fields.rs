//! The parts of a date as they are written: days, months, years, eras, deictics. Each reader takes
//! a place in the window and says what it found and where it ended.

use super::value::{Calendar, DatePart};
use crate::certainty::Flags;
use crate::class::{CharClass, NumeralSystems, class_of};
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{Era, MonthClass, NounForm, Part, Sense, Unit};
pub(super) use crate::number::plain_at as plain;
use crate::number::{self, cardinal, counted_noun, follows, has, is_letters, ordinal, reading, sense};

/// A month name, or two names of one month.
#[derive(Clone, Copy)]
pub(super) struct Month {
    pub(super) calendar: Calendar,
    pub(super) number: u8,
    pub(super) class: MonthClass,
    pub(super) start: usize,
    pub(super) next: usize,
    /// Two names of the same month stand together, which licenses both.
    pub(super) twin: bool,
    pub(super) clitics: Clitics,
}

/// A year with the era behind it.
#[derive(Clone, Copy)]
pub(super) struct Year {
    pub(super) value: i32,
    pub(super) calendar: Option<Calendar>,
    pub(super) before_era: bool,
    pub(super) start: usize,
    pub(super) next: usize,
    pub(super) flags: Flags,
    /// Digits it is written in; 0 for words.
    pub(super) digits: usize,
}

pub(super) fn mixed(w: &Window<'_>, start: usize, end: usize) -> Flags {
    Flags::MIXED_DIGITS.when(w.text.get(start..end).is_some_and(|t| NumeralSystems::of(t).is_mixed()))
}

/// Whether the digits of one run are of several systems, as in `١2`.
pub(super) fn mixed_run(w: &Window<'_>, start: usize, end: usize) -> bool {
    let text = w.text.get(start..end).unwrap_or("");
    text.split(|c| class_of(c).numeral_system().is_none()).any(|run| NumeralSystems::of(run).is_mixed())
}

/// `شهر 3`, `شهر عشرة`, `الشهر التاسع`: a month by its number, which only a day before it or a year
/// behind it tells from a number of months or the third month of something.
pub(super) fn numbered_month(w: &Window<'_>, at: usize) -> Option<Month> {
    let r = singular(w, at, Unit::Month)?;
    let article = r.clitics.has(Clitics::ARTICLE);
    let (number, next) = if article {
        ordinal(w, at + 1).map(|o| (o.value, o.next))?
    } else if let Some((number, 1..=2)) = plain(w, at + 1) {
        (number, at + 2)
    } else {
        let number = cardinal(w, at + 1)?;
        (u64::try_from(number.value.to_integer()?).ok()?, number.next)
    };
    let number = u8::try_from(number).ok().filter(|n| (1..=12).contains(n))?;
    // شهر 3 أيام is no month, nor are the parts of a numeric date.
    if noun(w, next).is_some_and(|(_, form, _)| form != NounForm::Singular)
        || w.get(next).is_some_and(|i| {
            !i.spaced && matches!(i.kind, ItemKind::Sign(CharClass::Slash | CharClass::Dash))
        })
    {
        return None;
    }
    Some(Month {
        calendar: Calendar::Gregorian,
        number,
        class: MonthClass::DayOrYear,
        start: r.start,
        next,
        twin: false,
        clitics: r.clitics,
    })
}

fn one_month(w: &Window<'_>, at: usize) -> Option<Month> {
    if !w.can(at, Starts::MONTH) {
        return None;
    }
    let named = sense(w, at, |s, r| {
        let article = r.clitics.has(Clitics::ARTICLE) && r.items == 1;
        match s {
            Sense::Month(n, class) if !article => Some((Calendar::Gregorian, *n, *class)),
            Sense::HijriMonth(n, class) if !article || *n == 1 => Some((Calendar::Hijri, *n, *class)),
            _ => None,
        }
    });
    if let Some(((calendar, number, class), r)) = named {
        let class = if class == MonthClass::Ab { ab(w, at, r)? } else { class };
        let next = at + r.items;
        return Some(Month {
            calendar,
            number,
            class,
            start: r.start,
            next,
            twin: false,
            clitics: r.clitics,
        });
    }
    // كانون 2, ت1: the names of the Levant completed by a digit.
    let ((head, letter), r) = sense(w, at, |s, r| match s {
        Sense::MonthHead(h) => Some((*h, false)),
        Sense::MonthLetter(h) if r.clitics.is_none() => Some((*h, true)),
        _ => None,
    })?;
    w.get(at + 1).filter(|i| !letter || !i.spaced)?;
    let (which @ 1..=2, 1) = plain(w, at + 1)? else { return None };
    let number = match (head, which) {
        (1, 1) => 12,
        (1, _) => 1,
        (_, 1) => 10,
        _ => 11,
    };
    let class = if letter { MonthClass::DayOrYear } else { MonthClass::Unambiguous };
    let next = at + 2;
    Some(Month {
        calendar: Calendar::Gregorian,
        number,
        class,
        start: r.start,
        next,
        twin: false,
        clitics: r.clitics,
    })
}

/// آب with its madda; اب needs more; أب is "father".
fn ab(w: &Window<'_>, at: usize, reading: Reading) -> Option<MonthClass> {
    let word = w.text.get(reading.start..w.get(at)?.span.end)?;
    if word.contains('آ') || word.contains("ا\u{0653}") {
        Some(MonthClass::Licensed)
    } else if word.contains(['أ', 'إ', '\u{0654}']) {
        None
    } else {
        Some(MonthClass::DayOrYear)
    }
}

/// A month, with the second name of the same month if there is one: `أيلول/سبتمبر`,
/// `نوفمبر (تشرين الثاني)`, `تشرين الثاني نوفمبر`.
pub(super) fn month(w: &Window<'_>, at: usize) -> Option<Month> {
    let first = one_month(w, at)?;
    let same = |at: usize| {
        one_month(w, at)
            .filter(|m| m.calendar == first.calendar && m.number == first.number && m.clitics.is_none())
    };
    let twin = match w.get(first.next).map(|i| i.kind) {
        Some(ItemKind::Sign(CharClass::Slash | CharClass::Dash)) => same(first.next + 1),
        Some(ItemKind::Sign(CharClass::Opener)) => same(first.next + 1)
            .filter(|m| w.is_sign(m.next, CharClass::Closer))
            .map(|m| Month { next: m.next + 1, ..m }),
        Some(ItemKind::Word) => same(first.next),
        _ => None,
    };
    Some(twin.map_or(first, |m| Month { next: m.next, twin: true, ..first }))
}

/// A day of the month in digits, as an ordinal, or غرة for the first.
pub(super) fn day(w: &Window<'_>, at: usize) -> Option<(u8, usize, usize)> {
    let item = w.get(at)?;
    if let Some((value @ 1..=31, len)) = plain(w, at) {
        return (len <= 2).then_some((value as u8, item.span.start, at + 1));
    }
    if let Some(r) = reading(w, at, |s, _| matches!(s, Sense::First)) {
        return Some((1, r.start, at + 1));
    }
    if let Some((tens @ (20 | 30), r)) = sense(w, at, |s, r| match s {
        Sense::Tens(n) if r.clitics.has(Clitics::ARTICLE) => Some(*n),
        _ => None,
    }) {
        return Some((tens, r.start, at + 1));
    }
    // ليلة النصف من شعبان
    if let Some(((), r)) =
        sense(w, at, |s, r| (matches!(s, Sense::Frac(1, 2)) && r.clitics.has(Clitics::ARTICLE)).then_some(()))
    {
        let hijri = |at: usize| {
            w.can(at, Starts::MONTH) && month(w, at).is_some_and(|m| m.calendar == Calendar::Hijri)
        };
        let noun = usize::from(singular(w, at + 2, Unit::Month).is_some());
        // صام النصف من رمضان is half of it.
        let leads = |s: &Sense| {
            matches!(
                s,
                Sense::Prep
                    | Sense::From
                    | Sense::To
                    | Sense::Since
                    | Sense::Night
                    | Sense::DayNoun
                    | Sense::Weekday(_)
                    | Sense::Time(Unit::Day, _)
            )
        };
        let led = r.clitics.has(Clitics::LAM)
            || w.before(at, 1).is_none_or(|i| matches!(i.kind, ItemKind::Break | ItemKind::Sign(_)))
            || follows(w, at, leads) && !number::follows_bound(w, at);
        return (led && is_from(w, at + 1) && hijri(at + 2 + noun)).then_some((15, r.start, at + 1));
    }
    let found = ordinal(w, at).filter(|o| (1..=31).contains(&o.value))?;
    // الجمعة الأولى من رمضان: no day is feminine, but a night. العشر الأول من ذي الحجة are ten.
    let feminine = found.next == at + 1 && w.bare(item).as_str().ends_with(['ة', 'ى']);
    let night = || w.follows(at, Starts::NIGHT);
    let several = |s: &Sense, r: &Reading| {
        matches!(s, Sense::Ten | Sense::Unit(3..)) && r.clitics.has(Clitics::ARTICLE)
    };
    let several = |b: usize| reading(w, b, several).is_some() && !w.can(b, Starts::WEEKDAY);
    if feminine && !night() || at.checked_sub(1).is_some_and(several) {
        return None;
    }
    // الأول من نوعه and its like end in a noun; a day ends before a month, which the caller checks.
    Some((found.value as u8, found.start, found.next))
}

fn era(w: &Window<'_>, at: usize) -> Option<(Era, usize)> {
    // ق. م with a blank behind its dot.
    let is = |at: usize, letter: &str| w.get(at).is_some_and(|i| is_letters(w.text_of(i), letter));
    let dot =
        |at: usize| w.get(at).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::FullStop) && !i.spaced);
    if is(at, "ق") && dot(at + 1) && is(at + 2, "م") {
        return Some((Era::Bce, at + 3 + usize::from(dot(at + 3))));
    }
    if !w.can(at, Starts::ERA) {
        return None;
    }
    let ((era, letters), r) = sense(w, at, |s, r| match s {
        Sense::Era(era) => Some((*era, r.items)),
        _ => None,
    })?;
    let item = w.get(at)?;
    let before_digits = w.get(at + 1).is_some_and(|i| !i.spaced && i.is_number());
    // لم and له are words: an era mark carries no proclitic but in its own entries (للهجرة).
    let bare = w.bare(item);
    let article = !r.clitics.has(!Clitics::ARTICLE) && bare.as_str().chars().nth(4).is_some();
    if (!r.clitics.is_none() && !article) || before_digits || item.kind != ItemKind::Word {
        return None;
    }
    Some((era, at + letters))
}

/// A year in digits: three or four, or with `noun` one to four, or in words; and its era.
pub(super) fn year(w: &Window<'_>, at: usize, noun: bool) -> Option<Year> {
    let item = w.get(at)?;
    let (value, start, next, digits) = if let Some((value, len)) = plain(w, at) {
        // 9 هـ and 44 ق.م are years as they stand; م alone is a metre.
        let least = match era_mark(w, at + 1) {
            Some((calendar, before, _)) if noun || before || calendar != Calendar::Gregorian => 1,
            _ if noun => 2,
            _ => 3,
        };
        // 11500 قبل الميلاد
        let most = if len == 5 && era_mark(w, at + 1).is_some_and(|(_, before, _)| before) { 5 } else { 4 };
        // 0100 begins no year.
        if !(least..=most).contains(&len) || len == 4 && value < 1000 && !noun {
            return None;
        }
        (i32::try_from(value).ok()?, item.span.start, at + 1, len)
    } else if let Some((value, found)) = ordinal_year(w, at).filter(|_| noun) {
        (value, found.start, found.next, 0)
    } else if noun && item.kind == ItemKind::Word && !article(w, at) {
        let found = cardinal(w, at)?;
        let mut value = i32::try_from(found.value.to_integer()?).ok()?;
        let mut next = found.next;
        // سنة ثلاث وأربعين وثلاثمائة بعد الألف
        let thousand = |s: &Sense| matches!(s, Sense::Mult(3, _));
        if value < 1000 && w.can(next, Starts::AFTER) && article(w, next + 1) && has(w, next + 1, thousand) {
            value += 1000;
            next += 2;
        }
        // سنة ثمان للهجرة as it stands, عام سبعة وستين as عام 67.
        let small = match value {
            1..=99 if era_mark(w, next).is_some() => true,
            // عام ثمانية وأربعين, of the Nakba
            48 | 50..=99 => !counts_noun(w, next),
            _ => false,
        };
        if !(small || (100..=9999).contains(&value)) || !starts_bare(w, at, found.start) {
            // سنة خمس وسبعين وخمس مئة is read by the ascending rule inside `cardinal`.
            return None;
        }
        match value {
            48 if small && era_mark(w, next).is_none() => (1948, found.start, next, 0),
            _ => (value, found.start, next, if small { 2 } else { 0 }),
        }
    } else {
        return None;
    };
    let mut year = Year { value, calendar: None, before_era: false, start, next, flags: Flags::NONE, digits };
    let mut mark = next;
    // 2500 سنة قبل الميلاد
    if digits != 1
        && digits != 2
        && noun_of_year(w, mark)
        && era_mark(w, mark + 1).is_some_and(|(_, before, _)| before)
    {
        mark += 1;
        year.next = mark;
    }
    if w.is_sign(mark, CharClass::Opener)
        && w.is_sign(mark + 2, CharClass::Closer)
        && era(w, mark + 1).is_some()
    {
        mark += 1;
    }
    if let Some((era, behind)) = era(w, mark) {
        let bracket = mark > next && w.is_sign(next, CharClass::Opener);
        year.next = behind + usize::from(bracket);
        let (calendar, before_era) = calendar_of(era);
        year.calendar = Some(calendar);
        year.before_era = before_era;
    }
    (value > 0 || digits == 2).then_some(year)
}

/// A small year of the Hijra in words, behind سنة, where a month of it or the annals say that it is one: ذي الحجة سنة ست وثلاثين.
pub(super) fn small_year(w: &Window<'_>, at: usize) -> Option<Year> {
    let found = w.can(at, Starts::NUMBER).then(|| cardinal(w, at)).flatten()?;
    let value = found.value.to_integer().filter(|value| (1..=99).contains(value))?;
    let value = i32::try_from(value).ok()?;
    let (start, next, calendar) = (found.start, found.next, Some(Calendar::Hijri));
    Some(Year { value, calendar, before_era: false, start, next, flags: Flags::NONE, digits: 0 })
}

/// Whether سنة or عام stands at `at`, without a proclitic.
pub(super) fn noun_of_year(w: &Window<'_>, at: usize) -> bool {
    singular(w, at, Unit::Year).is_some_and(|r| r.clitics.is_none())
}

/// A year as an ordinal before its era: السنة الثامنة للهجرة.
fn ordinal_year(w: &Window<'_>, at: usize) -> Option<(i32, number::Found<u64>)> {
    let found = ordinal(w, at).filter(|_| article(w, at))?;
    era_mark(w, found.next)?;
    Some((i32::try_from(found.value).ok()?, found))
}

/// Whether a number in words stands at `at` that is a year of our time, and no round count: ألفين وأربعة.
pub(super) fn is_spoken_year(w: &Window<'_>, at: usize) -> bool {
    w.can(at, Starts::NUMBER)
        && cardinal(w, at).is_some_and(|found| {
            let value = found.value.to_integer().unwrap_or(0);
            (1900..=2100).contains(&value)
                && value % 100 != 0
                && !counts_noun(w, found.next)
                && starts_bare(w, at, found.start)
        })
}

/// The calendar of an era mark at `at`.
pub(super) fn era_mark(w: &Window<'_>, at: usize) -> Option<(Calendar, bool, usize)> {
    let (era, next) = era(w, at)?;
    let (calendar, before) = calendar_of(era);
    Some((calendar, before, next))
}

fn calendar_of(era: Era) -> (Calendar, bool) {
    match era {
        Era::Ce => (Calendar::Gregorian, false),
        Era::Bce => (Calendar::Gregorian, true),
        Era::Ah => (Calendar::Hijri, false),
        Era::Bh => (Calendar::Hijri, true),
        Era::SolarHijri => (Calendar::SolarHijri, false),
    }
}

pub(super) fn article(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| w.readings(i).any(|r| r.clitics.has(Clitics::ARTICLE)))
}

/// Whether a value starts at the first letter of its word, without a proclitic.
fn starts_bare(w: &Window<'_>, at: usize, start: usize) -> bool {
    w.get(at).is_some_and(|i| i.span.start == start)
}

/// A year of two digits after a noun (C.7), if no era is written behind it: عام 79م is as it stands.
pub(super) fn expand(year: Year) -> Year {
    if year.calendar.is_some() { year } else { expand_digits(year) }
}

/// A year of two digits in a full date (C.7): without a reference, 00–49 are 2000–2049.
pub(super) fn expand_digits(year: Year) -> Year {
    if year.digits != 2 || year.before_era {
        return year;
    }
    let flags = year.flags.with(Flags::SHORT_YEAR);
    match year.calendar {
        None | Some(Calendar::Gregorian) => {
            Year { value: year.value + if year.value < 50 { 2000 } else { 1900 }, flags, ..year }
        }
        _ => Year { flags, ..year },
    }
}

/// A noun of time at `at`: its unit and form, the reading.
pub(super) fn noun(w: &Window<'_>, at: usize) -> Option<(Unit, NounForm, Reading)> {
    if !w.can(at, Starts::TIME) {
        return None;
    }
    sense(w, at, |s, _| if let Sense::Time(unit, form) = s { Some((*unit, *form)) } else { None })
        .map(|((unit, form), r)| (unit, form, r))
}

/// The same, of one unit and in the singular: `عام`, `العام`, `لسنة`.
pub(super) fn singular(w: &Window<'_>, at: usize, unit: Unit) -> Option<Reading> {
    noun(w, at)
        .filter(|&(u, form, _)| u == unit && matches!(form, NounForm::Singular | NounForm::Accusative))
        .map(|(.., r)| r)
}

/// Whether من stands at `at` without a proclitic.
pub(super) fn is_from(w: &Window<'_>, at: usize) -> bool {
    reading(w, at, |s, r| matches!(s, Sense::From) && r.clitics.is_none()).is_some()
}

/// Whether what stands behind a noun of time says which one it is: العام الدراسي, العام 2020, العام نفسه.
pub(super) fn says_which(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| {
        number::is_definite(w, i)
            || i.starts(Starts::STRONG.with(Starts::DEICTIC))
            || w.spells(i, &["نفسه", "ذاته", "نفسها", "ذاتها", "الذي", "التي"])
    })
}

/// What may stand between a month and its year: a comma, من, عام, سنة, لعام, من عام. Says whether
/// a noun was there, after which two digits are a year.
pub(super) fn year_separator(w: &Window<'_>, at: usize) -> (usize, bool) {
    let mut next = at;
    if w.is_sign(next, CharClass::Comma) {
        next += 1;
    }
    if let Some(r) = reading(w, next, |s, _| matches!(s, Sense::From)) {
        next += r.items;
    } else if w.spells(w.get(next), &["في"])
        && singular(w, next + 1, Unit::Year).is_some_and(|r| r.clitics.is_none())
    {
        next += 1;
    }
    match singular(w, next, Unit::Year) {
        Some(r) if !r.clitics.has(Clitics::WAW | Clitics::FEH) => {
            // رمضان للعام الهجري 1445
            let stated =
                era_mark(w, next + 1).filter(|&(_, before, _)| !before && r.clitics.has(Clitics::ARTICLE));
            (stated.map_or(next + 1, |(.., behind)| behind), true)
        }
        _ => (next, false),
    }
}

/// `الجاري`, `الماضي`, `قبل الماضي`, `المقبلين`.
pub(super) fn deictic(w: &Window<'_>, at: usize) -> Option<(i8, usize)> {
    if !w.can(at, Starts::DEICTIC) {
        return None;
    }
    let (n, r) = sense(w, at, |s, r| match s {
        Sense::Deictic(n) if r.clitics.has(Clitics::ARTICLE) || r.items > 1 => Some(*n),
        _ => None,
    })?;
    (!r.clitics.has(Clitics::WAW | Clitics::BEH | Clitics::LAM)).then_some((n, at + r.items))
}

/// `من العام الحالي`, `من الشهر الجاري`: a deictic that its noun spells out, of `unit`; a year without من too, as Lebanon
/// writes (في أيار العام الماضي).
pub(super) fn of_unit(w: &Window<'_>, at: usize, unit: Unit) -> Option<(i8, usize)> {
    let from = reading(w, at, |s, _| matches!(s, Sense::From)).map(|r| r.items);
    let from = from.or((unit == Unit::Year).then_some(0))?;
    let this = w.can(at + from, Starts::THIS);
    let noun = at + from + usize::from(this);
    singular(w, noun, unit)
        .filter(|r| r.clitics.has(Clitics::ARTICLE) && (from > 0 || !r.clitics.has(!Clitics::ARTICLE)))?;
    if this { Some((0, noun + 1)) } else { deictic(w, noun + 1) }
}

/// `من العام نفسه`, `من نفس السنة`: the year of the last date in the line, if one is near (C.8), and the item behind it.
pub(super) fn same_year(w: &Window<'_>, at: usize) -> Option<(i32, usize)> {
    /// How far the year stands before, in items.
    const NEAR: usize = 32;
    let next = Some(at + 1).filter(|_| is_from(w, at))?;
    let behind = same_unit(w, next, Unit::Year, &["نفسه", "نفسها", "ذاته", "ذاتها"])?;
    let dated = Starts::MONTH.with(Starts::TIME);
    let last = w.recent(at, NEAR).find_map(|i| {
        let told = || i.checked_sub(1).is_some_and(|b| w.can(b, dated) || w.is_sign(b, CharClass::Slash));
        number::year_of_ours(w, i).filter(|_| told())
    });
    Some((last?, behind))
}

/// `نفس الشهر`, `العام نفسه`: where a unit ends that was named before; `itself` are the words that say so behind it.
pub(super) fn same_unit(w: &Window<'_>, at: usize, unit: Unit, itself: &[&str]) -> Option<usize> {
    let noun = |at: usize| singular(w, at, unit).is_some_and(|r| r.clitics.has(Clitics::ARTICLE));
    let before = w.spells(w.get(at), &["نفس", "ذات"]) && noun(at + 1);
    (before || noun(at) && w.spells(w.get(at + 1), itself)).then_some(at + 2)
}

/// `مطلع`, `نهاية` before a period.
pub(super) fn part(w: &Window<'_>, at: usize) -> Option<(DatePart, Reading)> {
    if !w.can(at, Starts::PART) {
        return first_of_period(w, at).map(|r| (DatePart::Start, r));
    }
    sense(w, at, |s, r| match s {
        Sense::Part(_) if r.clitics.has(Clitics::ARTICLE) => None,
        Sense::Part(Part::Start) => Some(DatePart::Start),
        Sense::Part(Part::Middle) => Some(DatePart::Middle),
        Sense::Part(Part::End) => Some(DatePart::End),
        _ => None,
    })
}

/// أول before a month or a year of now is its beginning: أول الشهر المقبل, منذ أول العام.
fn first_of_period(w: &Window<'_>, at: usize) -> Option<Reading> {
    if !w.can(at, Starts::ORDINAL.with(Starts::FIRST)) || !w.can(at + 1, Starts::TIME) {
        return None;
    }
    let definite = |unit| singular(w, at + 1, unit).is_some_and(|r| r.clitics.has(Clitics::ARTICLE));
    let first = |s: &Sense, r: &Reading| {
        matches!(s, Sense::First | Sense::Ord(1, _)) && !r.clitics.has(Clitics::ARTICLE)
    };
    reading(w, at, first)
        .filter(|r| r.items == 1 && w.spells_behind(w.get(at), &["أول", "اول"]))
        .filter(|_| definite(Unit::Month) || definite(Unit::Year))
}

/// Whether the item before `at` is a preposition or a part of a period that licenses a month or a
/// year (C.6).
pub(super) fn licensed_by_preposition(w: &Window<'_>, at: usize) -> bool {
    w.follows(at, Starts::PREP.with(Starts::PART).with(Starts::BETWEEN))
}

/// Whether what kind of year it is stands at `at`: of money, of schools, of universities.
pub(super) fn is_kind_of_year(w: &Window<'_>, at: usize) -> bool {
    const KINDS: [&str; 6] = ["المالي", "المالية", "الدراسي", "الدراسية", "الجامعي", "الجامعية"];
    w.spells(w.get(at), &KINDS)
}

/// How many items lead to the end of a span at `at`: إلى and its like, or ل before digits, من 2010 لـ 2015.
pub(super) fn leads_to(w: &Window<'_>, at: usize) -> Option<usize> {
    let to = reading(w, at, |s, _| matches!(s, Sense::To)).map(|r| r.items);
    to.or_else(|| {
        let lam = w.get(at).is_some_and(|i| i.kind == ItemKind::Word && is_letters(w.text_of(i), "ل"));
        (lam && w.get(at + 1).is_some_and(Item::is_number)).then_some(1)
    })
}

/// Whether what stands at `at` is counted by its form alone: a measure, a multiplier, a percent sign.
pub(super) fn counts_measure(w: &Window<'_>, at: usize) -> bool {
    let sign = |kind| matches!(kind, ItemKind::Sign(CharClass::Percent | CharClass::Currency));
    // فاز في 2019 للمرة الثانية
    let time = w.spells(w.get(at), &["للمرة", "لمرة"]);
    w.get(at).is_some_and(|i| sign(i.kind))
        || reading(w, at, |s, r| {
            let measure = matches!(
                s,
                Sense::Mult(..) | Sense::Measure | Sense::Per(_) | Sense::Time(_, NounForm::Accusative)
            );
            measure && !(r.clitics.has(Clitics::LAM) && time)
        })
        .is_some()
}

/// Whether a name head stands at `at`: ميدان, شركة. With the article it is a thing of its own: أعلنت الشركة الخميس.
pub(super) fn is_name_head(w: &Window<'_>, at: usize) -> bool {
    reading(w, at, |s, r| matches!(s, Sense::NameHead) && !r.clitics.has(Clitics::ARTICLE)).is_some()
}

/// Whether the number before `at` counts what stands there: a noun in the accusative singular, a
/// measure, a multiplier, a percent sign.
pub(super) fn counts_noun(w: &Window<'_>, at: usize) -> bool {
    let Some(item) = w.get(at) else { return false };
    if counts_measure(w, at) {
        return true;
    }
    // قتل في 2018 خمسة أشخاص, بلغ في 2018 قرابة مليون
    if has(w, at, |s| s.counts() || matches!(s, Sense::Approx | Sense::Bound(_))) {
        return false;
    }
    // كتابا, طالبة, but not بجائزة and وأجندة, which start with a proclitic.
    let bare = w.bare(item);
    let word = bare.as_str();
    let joined = word.starts_with(['و', 'ب', 'ف', 'ل']) && word.chars().nth(4).is_some();
    // كأس العالم 2022 استضافتها قطر
    let owned = ["تها", "اها", "تهما"].iter().any(|ending| word.ends_with(ending));
    // كأس العالم 2022 لكرة القدم
    let ball = ["لكرة", "لكره", "لسلة"].contains(&word);
    word.ends_with(['ا', 'ة']) && counted_noun(w, at) && !joined && !owned && !ball
}

/// Whether what is said ends at `at`.
pub(super) fn ends(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_none_or(|i| match i.kind {
        ItemKind::Break => true,
        ItemKind::Sign(class) => {
            matches!(class, CharClass::FullStop | CharClass::Comma | CharClass::Semicolon | CharClass::Closer)
        }
        _ => false,
    })
}

/// Whether الأولى or الأخيرة stands at `at`.
pub(super) fn is_first_or_last(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| {
        let bare = w.bare(i);
        ["لأولى", "لاولى", "لأخيرة", "لاخيرة"].iter().any(|which| bare.as_str().ends_with(which))
    })
}
