//! A day with its month, and what stands before it: weekday, يوم, ليلة (C.7, C.14).

use super::calendar::Weekday;
use super::fields::{
    self, Month, day, deictic, is_from, licensed_by_preposition, month, numbered_month, of_unit, plain,
    singular,
};
use super::hours::part_accusative;
use super::months::{Before, with_year};
use super::numeric::numeric;
use super::read::{Read, valid};
use super::value::{Calendar, Granularity, Point};
use super::weekday_from_iso;
use crate::certainty::Flags;
use crate::class::CharClass;
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{List, NounForm, OrdForm, Sense, Unit};
use crate::number::{
    ends_month_phrase, follows, follows_bound, has, is_article, is_definite, is_or, is_owned, is_waw,
    leads_to_number, ordinal, reading, sense,
};

/// What may stand before the day: a weekday, يوم, ليلة, الموافق.
#[derive(Clone, Copy, Default)]
pub(super) struct Prefix {
    pub(super) start: Option<usize>,
    pub(super) next: usize,
    pub(super) weekday: Option<Weekday>,
    pub(super) night: bool,
    pub(super) noun: bool,
}

/// Whether the night at `at` is that of منتصف ليل الجمعة, an hour before a day.
pub(super) fn is_of_midnight(w: &Window<'_>, at: usize) -> bool {
    let midnight = |r: Reading| r.items > 1 && r.senses().contains(&Sense::Clock(0));
    w.before(at, 1).is_some_and(|i| w.readings(i).any(midnight))
}

/// Whether an hour stands before the part of a day at `at`, which is its half then: الساعة الرابعة من فجر الأربعاء.
fn is_of_hour(w: &Window<'_>, at: usize) -> bool {
    let from = usize::from(w.follows(at, Starts::FROM));
    let Some(hour) = at.checked_sub(1 + from) else { return false };
    let told = || singular(w, hour.saturating_sub(1), Unit::Hour).is_some() || is_hour_with_minutes(w, hour);
    // الحفلة الثانية ليلة 14 فبراير, الجولة الثانية فجر الأحد: which of them.
    let spoken = || {
        w.can(hour, Starts::ORDINAL)
            && !w.can(at, Starts::NIGHT)
            && w.get(hour).is_some_and(|i| w.bare(i).as_str().ends_with('ة'))
            && !w.before(hour, 1).is_some_and(|i| is_definite(w, i))
    };
    let known = Starts::ORDINAL.with(Starts::DIGITS).with(Starts::NUMBER).with(Starts::TIME);
    (w.can(hour, known) || part_accusative(w, hour).is_some()) && (told() || spoken())
}

/// Whether a time of day with its minutes ends with `last`: الساعة الثالثة والنصف, الساعة 3:30, الساعة الخامسة إلا ربعا.
fn is_hour_with_minutes(w: &Window<'_>, last: usize) -> bool {
    const REACH: usize = 5;
    let minutes = |i: usize| {
        let known = Starts::ORDINAL.with(Starts::DIGITS).with(Starts::NUMBER).with(Starts::EXCEPT);
        let unit = || singular(w, i, Unit::Minute).is_some();
        let part = || part_accusative(w, i).is_some();
        w.can(i, known) || is_waw(w, i) || w.is_sign(i, CharClass::Colon) || unit() || part()
    };
    let hour = |i: usize| singular(w, i, Unit::Hour).is_some_and(|r| r.clitics.has(Clitics::ARTICLE));
    let first = w.recent(last + 1, REACH).take_while(|&i| minutes(i)).last();
    first.and_then(|first| first.checked_sub(1)).is_some_and(hour)
}

/// What stands before the day of a date that starts at `at`: weekday, noun of day or night, الموافق, each once.
pub(super) fn prefix(w: &Window<'_>, at: usize) -> Prefix {
    let mut prefix = Prefix { next: at, ..Prefix::default() };
    for _ in 0..4 {
        let here = prefix.next;
        let prefixes = Starts::TIME.with(Starts::DAY_NOUN).with(Starts::WEEKDAY);
        if prefix.weekday.is_none() && !w.can(here, prefixes) {
            break;
        }
        let mut advance = |start: usize, items: usize| {
            prefix.start.get_or_insert(start);
            prefix.next = here + items;
        };
        if let Some(r) = singular(w, here, Unit::Day).filter(|r| {
            !r.clitics.has(Clitics::ARTICLE) || w.get(here + 1).is_some_and(|i| i.starts(Starts::ORDINAL))
        }) {
            advance(r.start, 1);
            prefix.noun = true;
        } else if let Some(r) =
            reading(w, here, |s, r| matches!(s, Sense::Night) && !r.clitics.has(Clitics::ARTICLE))
                .filter(|_| !is_of_hour(w, here))
        {
            advance(r.start, 1);
            prefix.night = true;
            prefix.noun = true;
        } else if let Some(r) = reading(w, here, |s, _| matches!(s, Sense::DayNoun))
            && !is_of_midnight(w, here)
            && !is_of_hour(w, here)
        {
            advance(r.start, 1);
            prefix.noun = true;
        } else if let Some((n, r)) = sense(w, here, |s, r| match s {
            Sense::Weekday(n) if r.clitics.has(Clitics::ARTICLE) || prefix.noun => Some(*n),
            _ => None,
        }) && prefix.weekday.is_none()
        {
            advance(r.start, 1);
            prefix.weekday = weekday_from_iso(n);
        } else if prefix.weekday.is_some()
            && let agrees =
                reading(w, here, |s, r| matches!(s, Sense::Agrees) && r.clitics.has(Clitics::ARTICLE))
            && (w.is_sign(here, CharClass::Comma) || agrees.is_some())
        {
            // الموافق, الواقع في
            prefix.next += agrees.map_or(1, |r| r.items);
        } else if prefix.weekday.is_some()
            && w.is_sign(here, CharClass::Dash)
            && w.get(here).is_some_and(|i| i.spaced)
            && core_names(w, here + 1).is_some()
        {
            // الجمعة - 26 أبريل 2024
            prefix.next += 1;
        } else if prefix.weekday.is_some()
            && let Some((_, behind)) = deictic(w, here)
            // الأحد المقبل، الموافق 24 نوفمبر
            && let behind = behind + usize::from(w.is_sign(behind, CharClass::Comma))
            && (plain(w, behind).is_some_and(|(day, len)| len <= 2 && day > 0)
                && (core_names(w, behind).is_some() || w.spells(w.get(behind + 1), &["الجاري"]))
                || w.can(behind, Starts::AGREES))
        {
            // الثلاثاء المقبل 12 مارس, الأحد المقبل الموافق 17 مارس: the day says which.
            prefix.next = behind;
        } else if prefix.weekday.is_some() && w.spells(w.get(here), &["في"]) {
            // يوم الاثنين في 18 شباط
            if !prefix.noun || core_names(w, here + 1).is_none() {
                break;
            }
            prefix.next += 1;
        } else {
            break;
        }
    }
    prefix
}

/// The same, without dates of digits alone.
fn core_names(w: &Window<'_>, at: usize) -> Option<()> {
    let (_, _, behind) = day(w, at)?;
    day_month(w, behind).map(|_| ())
}

/// `DAY [من | - | /] [شهر] MONTH [YEAR] [ERA]`, `MONTH YEAR`, `YEAR` of a numeric date, without
/// prefix and deictic.
pub(super) fn core(w: &Window<'_>, at: usize) -> Option<Read> {
    let day_like = Starts::DIGITS.with(Starts::ORDINAL).with(Starts::NUMBER).with(Starts::FIRST);
    w.get(at).filter(|item| item.starts(day_like))?;
    if let Some(read) = numeric(w, at) {
        return Some(read);
    }
    let (day, mut start, mut behind) = day(w, at)?;
    // بتاريخ (15) مارس 2020
    if w.is_sign(behind, CharClass::Closer)
        && let Some(opener) = w.before(at, 1).filter(|i| i.kind == ItemKind::Sign(CharClass::Opener))
        && month(w, behind + 1).is_some()
        && in_bracket_is_day(w, at, behind + 1)
    {
        (start, behind) = (opener.span.start, behind + 1);
    }
    let no_day = || names_another_noun(w, at) || ends_month_phrase(w, at) || counts_no_day(w, at);
    let mut read = match day_month(w, behind) {
        Some((month, before)) if !no_day() => with_year(w, month, before),
        Some(_) => return None,
        None => pointed_month(w, at, behind).or_else(|| lent_month(w, at, behind)).filter(|_| !no_day())?,
    };
    // الأحد الثاني من مايو من كل عام: the second Sunday of May, and no day of it.
    let yearly = || {
        let every = read.next + usize::from(w.can(read.next, Starts::FROM));
        w.can(every, Starts::EVERY)
    };
    if is_ordinal_of_weekday(w, at) && yearly() {
        return None;
    }
    read.point.day = Some(day);
    read.point.granularity = Granularity::Day;
    read.start = start;
    valid(&read.point).then_some(read)
}

/// The item behind a day in digits that its month does not have, 31 أبريل 2024: neither it nor its parts are reported.
pub(super) fn invalid_named(w: &Window<'_>, at: usize) -> Option<usize> {
    plain(w, at)?;
    let (day, _, behind) = day(w, at)?;
    let (month, before) = day_month(w, behind)?;
    let mut read = with_year(w, month, before);
    read.point.day = Some(day);
    read.point.granularity = Granularity::Day;
    let no_day = names_another_noun(w, at) || ends_month_phrase(w, at) || counts_no_day(w, at);
    // The issue 31 of a journal is none: العدد 31 أبريل 2010.
    let alone =
        w.before(at, 1).is_none_or(|i| matches!(i.kind, ItemKind::Break | ItemKind::Sign(CharClass::Opener)));
    let led = alone
        || licensed_by_preposition(w, at) && !w.follows(at, Starts::TO)
        || w.follows(at, Starts::WEEKDAY.with(Starts::DATE_NOUN).with(Starts::AGREES))
        || at.checked_sub(1).is_some_and(|b| singular(w, b, Unit::Day).is_some());
    (led && read.point.year.is_some() && !no_day && !valid(&read.point)).then_some(read.next)
}

/// Whether an ordinal in words stands at `at` right behind a weekday: الأحد الثاني.
fn is_ordinal_of_weekday(w: &Window<'_>, at: usize) -> bool {
    w.can(at, Starts::ORDINAL) && follows(w, at, |s| matches!(s, Sense::Weekday(_)))
}

/// Whether what stands before the bracket of the number at `at` says that it is a day, or a year behind its month does: بتاريخ
/// (15) مارس, but not the third point of a list, (3) مارس الرياضة, nor the third month, شهر (3) آذار.
fn in_bracket_is_day(w: &Window<'_>, at: usize, month_at: usize) -> bool {
    let leads = |s: &Sense| {
        matches!(
            s,
            Sense::Prep
                | Sense::From
                | Sense::DateNoun
                | Sense::Agrees
                | Sense::Weekday(_)
                | Sense::Time(Unit::Day, _)
        )
    };
    let month_noun = at.checked_sub(2).is_some_and(|b| singular(w, b, Unit::Month).is_some());
    let dated =
        || month(w, month_at).is_some_and(|month| with_year(w, month, Before::Day).point.year.is_some());
    !month_noun && (at.checked_sub(2).is_some_and(|b| has(w, b, leads)) || dated())
}

/// `من الشهر المقبل`, `من هذا الشهر` behind a day, and الجاري alone behind one in digits: `في 20 الجاري`.
fn pointed_month(w: &Window<'_>, at: usize, behind: usize) -> Option<Read> {
    let dated = || {
        let noun = |s: &Sense| {
            matches!(s, Sense::Weekday(_) | Sense::Time(Unit::Day, _) | Sense::DayNoun | Sense::Agrees)
        };
        // تبدأ من 23 الجاري, but not أكثر من 20.
        let from = || at.checked_sub(1).is_some_and(|b| is_from(w, b)) && !follows_bound(w, at);
        // 26-30 الجاري, بين 20 و30 الجاري
        let second = || {
            let day =
                |back: usize| at.checked_sub(back).and_then(|b| plain(w, b)).is_some_and(|(_, len)| len <= 2);
            let between = || at.checked_sub(3).is_some_and(|b| w.can(b, Starts::BETWEEN));
            at.checked_sub(1).is_some_and(|b| w.is_sign(b, CharClass::Dash) || is_waw(w, b) && between())
                && day(2)
        };
        // في الثامن من الجاري
        // في العشرين من الجاري
        let spoken = || w.can(at, Starts::ORDINAL.with(Starts::TENS)) && licensed_by_preposition(w, at);
        // جلسة 20 الجاري
        let this_month = || w.spells(w.get(behind), &["الجاري"]) && !is_number_told(w, at, behind + 1);
        plain(w, at).is_some_and(|(_, len)| len <= 2)
            && (licensed_by_preposition(w, at) || from() || second() || follows(w, at, noun) || this_month())
            || spoken()
    };
    let of = behind + usize::from(plain(w, at).is_none() && is_from(w, behind));
    let current = || deictic(w, of).filter(|&(n, _)| n == 0 && dated());
    // في 21 الشهر الحالي
    let named = || {
        singular(w, behind, Unit::Month)
            .filter(|r| r.clitics.has(Clitics::ARTICLE) && !r.clitics.has(!Clitics::ARTICLE) && dated())?;
        deictic(w, behind + 1)
    };
    let told = of_unit(w, behind, Unit::Month).or_else(current).or_else(named);
    told.map(Read::of_reference).or_else(|| same_month(w, at, behind)).or_else(|| bare_day(w, at, behind))
}

/// A day of the month that only its noun tells, at the end of what is said: ينزل الراتب يوم 27.
fn bare_day(w: &Window<'_>, at: usize, behind: usize) -> Option<Read> {
    let noun = at.checked_sub(1)?;
    let day = singular(w, noun, Unit::Day).is_some_and(|r| r.clitics.is_none());
    // لمدة يوم 1, كل يوم 2
    let length = |i: &Item| w.in_list(i, List::LengthNoun);
    // برنامج التمارين: يوم 4
    let headed =
        |i: &Item| matches!(i.kind, ItemKind::Sign(CharClass::Colon | CharClass::Dash | CharClass::Comma));
    let counted = w.before(noun, 1).is_some_and(|i| length(i) || headed(i))
        || w.follows(noun, Starts::EVERY.with(Starts::DIGITS).with(Starts::NUMBER));
    let (1..=31, 1..=2) = plain(w, at)? else { return None };
    let mut point = Point::new(Calendar::Gregorian, Granularity::Day);
    point.day = None;
    (day && !counted && fields::ends(w, behind)).then_some(Read {
        point,
        start: 0,
        next: behind,
        flags: Flags::NONE,
        class: None,
        era: false,
    })
}

/// Whether what stands beside a number and الجاري says that it is no day: الحساب رقم 15 الجاري, المشروعات الـ12 الجاري تنفيذها.
fn is_number_told(w: &Window<'_>, at: usize, next: usize) -> bool {
    let running = |i: &Item| is_owned(w, i) || w.spells(i, &["العمل", "البحث"]);
    w.before(at, 1).is_some_and(|i| leads_to_number(w, i) || w.spells(i, &["عدد", "منها"]))
        || at.checked_sub(1).is_some_and(|b| is_article(w, b))
        || w.get(next).is_some_and(running)
}

/// A day of a month that was named before: 17 من الشهر ذاته, من نفس الشهر; في 23 منه behind it. The month and its year are
/// those of the last date in the line, if one is near (C.8).
fn same_month(w: &Window<'_>, at: usize, behind: usize) -> Option<Read> {
    /// How far the month stands before, in items; what stands before it is asked as well.
    const NEAR: usize = 30;
    let word = |i: usize, known: &[&str]| w.get(i).is_some_and(|i| known.contains(&w.bare(i).as_str()));
    let month = |i: usize| singular(w, i, Unit::Month).is_some_and(|r| r.clitics.has(Clitics::ARTICLE));
    let day = |s: &Sense| matches!(s, Sense::Time(Unit::Day, _) | Sense::Weekday(_));
    let in_words = |i: usize| fields::month(w, i).map(|name| with_year(w, name, Before::Day));
    // في 20 الجاري ويغادر في 23 منه
    let current = |i: usize| {
        let of_reference =
            w.spells(w.get(i), &["الجاري"]) && i.checked_sub(1).is_some_and(|b| plain(w, b).is_some());
        of_reference.then(|| Read::of_reference((0, i + 1)))
    };
    let last = || {
        let named = |i: usize| w.can(i, Starts::MONTH).then(|| in_words(i)).flatten();
        w.recent(at, NEAR).find_map(|i| numeric(w, i).or_else(|| named(i)).or_else(|| current(i)))
    };
    let told = || {
        // بدلا من 22 منه, حتى الـ22 منه
        let led = licensed_by_preposition(w, at)
            || follows(w, at, day)
            || w.follows(at, Starts::FROM.with(Starts::TO)) && !follows_bound(w, at)
            || at.checked_sub(1).is_some_and(|b| is_article(w, b))
            // يبدأ 1 مايو وينتهي 15 منه
            || w.in_list_behind(w.before(at, 1), List::Returning);
        // المادة الـ5 منه
        let label =
            w.before(at, 2).is_some_and(|i| leads_to_number(w, i) || w.in_list_behind(i, List::Label));
        let led = led && !label;
        // يوم المرأة و21 منه, but not المادتين 2 و3 منه
        let joined = || {
            let waw = at.checked_sub(1).filter(|&b| is_waw(w, b));
            waw.and_then(|waw| w.before(waw, 1)).is_some_and(|i| !i.is_number())
        };
        let digits = || plain(w, at).is_some_and(|(_, len)| len <= 2) && (led || joined());
        (digits() || led && w.can(at, Starts::ORDINAL.with(Starts::TENS))) && last().is_some()
    };
    let next = if is_from(w, behind) {
        const ITSELF: [&str; 4] = ["نفسه", "ذاته", "عينه", "المذكور"];
        let same = fields::same_unit(w, behind + 1, Unit::Month, &ITSELF).is_some();
        // يوم 29 من الشهر, يوم 15 من كل شهر
        let day_before = || follows(w, at, day);
        let every = w.can(behind + 1, Starts::EVERY)
            && singular(w, behind + 2, Unit::Month).is_some_and(|r| !r.clitics.has(Clitics::ARTICLE));
        let alone = month(behind + 1) && !fields::says_which(w, behind + 2);
        // السبت الأول من كل شهر is no first of the month.
        // في الخامس من كل شهر
        let on = || w.spells_behind(w.before(at, 1), &["في", "فى"]);
        if same || every && (day_before() || on()) && !is_ordinal_of_weekday(w, at) {
            Some(behind + 3)
        } else {
            (alone && day_before()).then_some(behind + 2)
        }
    } else {
        (word(behind, &["منه"]) && told()).then_some(behind + 1)
    }?;
    let mut point = last().map_or(Point::new(Calendar::Gregorian, Granularity::Day), |last| last.point);
    (point.granularity, point.day, point.part, point.weekday) = (Granularity::Day, None, None, None);
    Some(Read { point, start: 0, next, flags: Flags::NONE, class: None, era: false })
}

/// The month of the other day behind أو: في 28 أو 29 مارس.
fn lent_month(w: &Window<'_>, at: usize, behind: usize) -> Option<Read> {
    let told = licensed_by_preposition(w, at)
        || at.checked_sub(1).is_some_and(|b| singular(w, b, Unit::Day).is_some());
    if !told || !is_or(w, behind) {
        return None;
    }
    let (_, _, other) = day(w, behind + 1)?;
    let (month, before) = day_month(w, other)?;
    Some(Read { next: behind, ..with_year(w, month, before) })
}

/// Whether an ordinal in words counts the noun before it and not days: الأسبوع الثالث من مايو, but حددت المحكمة الثاني من
/// نيسان, which is not of the gender of its noun, and المجلس الثاني والعشرين من نيسان: few things are numbered so high.
fn names_another_noun(w: &Window<'_>, at: usize) -> bool {
    let feminine = |word: &str| word.ends_with(['ة', 'ى']);
    let agrees = || {
        let noun = w.before(at, 1).is_some_and(|i| feminine(w.bare(i).as_str()));
        noun == w.get(at).is_some_and(|i| feminine(w.bare(i).as_str()))
    };
    let many = || ordinal(w, at).is_some_and(|found| found.value > 20);
    let unit = || w.follows(at, Starts::TIME);
    let ordinal = w.get(at).is_some_and(|i| i.kind == ItemKind::Word && i.starts(Starts::ORDINAL));
    // الثالث والرابع من مايو
    let day_too = |s: &Sense| matches!(s, Sense::Ord(..) | Sense::Tens(_) | Sense::Ten);
    let noun = w.before(at, 1).is_some_and(|i| is_definite(w, i)) && !follows(w, at, day_too);
    let day = at.checked_sub(1).is_some_and(|b| {
        has(w, b, |s| {
            // الأيام الأولى are several.
            let several = matches!(s, Sense::Time(Unit::Day, NounForm::Plural));
            !several
                && matches!(s, Sense::Weekday(_) | Sense::Time(Unit::Day, _) | Sense::Agrees | Sense::Night)
        })
    });
    // بالسادس من أكتوبر agrees with no noun.
    let beh =
        |s: &Sense, r: &Reading| (matches!(s, Sense::Ord(..)) && r.clitics.has(Clitics::BEH)).then_some(());
    ordinal && noun && !day && sense(w, at, beh).is_none() && (unit() || agrees() && !many())
}

/// Whether an ordinal is feminine with no night before it: الجمعة الثانية من رمضان is no second day.
fn counts_no_day(w: &Window<'_>, at: usize) -> bool {
    let first = w
        .get(at)
        .is_some_and(|i| w.bare(i).as_str().ends_with("أولى") || w.bare(i).as_str().ends_with("اولى"));
    let feminine = has(w, at, |s| matches!(s, Sense::Ord(_, OrdForm::Feminine)))
        && (first || !has(w, at, |s| matches!(s, Sense::Ord(_, OrdForm::Masculine) | Sense::First)));
    feminine && !w.follows(at, Starts::NIGHT)
}

/// The month behind a day, and whether a hyphen or slash joins them.
fn day_month(w: &Window<'_>, at: usize) -> Option<(Month, Before)> {
    let mut next = at;
    let mut before = Before::Day;
    if let Some(r) = reading(w, next, |s, _| matches!(s, Sense::From)) {
        next += r.items;
    } else if w.is_sign(next, CharClass::Dash) || w.is_sign(next, CharClass::Slash) {
        next += 1;
        before = Before::DayAndDash;
    }
    if let Some(month) = numbered_month(w, next).filter(|_| next > at && before == Before::Day) {
        return Some((month, before));
    }
    // الحادي والعشرين لذي الحجة, السابع لشهر دجنبر: ل for من behind an ordinal in words.
    let lam = at
        .checked_sub(1)
        .is_some_and(|b| plain(w, b).is_none() && w.can(b, Starts::ORDINAL.with(Starts::NUMBER)));
    let free = |clitics: Clitics| clitics == Clitics::default() || lam && !clitics.has(!Clitics::LAM);
    if let Some(r) = singular(w, next, Unit::Month).filter(|r| free(r.clitics)) {
        next += r.items;
    }
    let month = month(w, next).filter(|m| free(m.clitics) || m.number == 1)?;
    Some((month, before))
}
