//! From one date to another: `من 28 مارس إلى 3 أبريل`, `بين عامي 2010 و2020`, `2019/2020` (C.8).

use super::Candidate;
use super::change::{falls_from, follows_change};
use super::day::core;
use super::fields::{self, counts_measure, counts_noun, leads_to, mixed, month, noun, plain, singular, year};
use super::lone_year::counts_cases;
use super::numeric::{day_month_by, day_month_digits};
use super::partial::{Partial, element, joined_at, month_element};
use super::value::{Calendar, Date, Granularity, Point};
use super::year_rows::is_name;
use crate::certainty::{Certainty, Flags};
use crate::class::CharClass;
use crate::item::{Clitics, Item, ItemKind, Starts, Window};
use crate::lexicon::{List, NounForm, Sense, Unit};
use crate::number::{
    self, OURS, counted_noun, end_of, follows, has, is_definite, is_joined_article, is_ours, reading,
};

/// The interval from `a` to `b`, whichever stands first; the second lends the first what it lacks.
pub(super) fn interval(
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
    let flags = flags.with(mixed(w, start, end_of(w, b.next)));
    Some(Candidate::new(w, start, b.next, Date::Interval { from, to }, certainty, flags))
}

/// `من A إلى B`.
pub(super) fn from_to(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let r = reading(w, at, |s, r| matches!(s, Sense::From) && r.items == 1)?;
    if let Some(found) = slashed(w, at, r.start) {
        return Some(found);
    }
    let to = |at: usize| leads_to(w, at).map(|items| at + items);
    if let Some(found) = early_pair(w, at + 1, r.start, to).or_else(|| reign(w, at, r.start)) {
        return Some(found);
    }
    // من الأحد 5 مايو إلى الخميس 9 مايو
    let day_at = |at: usize| {
        let noun = usize::from(singular(w, at, Unit::Day).is_some_and(|r| r.clitics.is_none()));
        // من الأحد 5 إلى الخميس 9 مايو
        let day = || plain(w, at + noun + 1).is_some_and(|(day, len)| len <= 2 && (1..=31).contains(&day));
        let bare = || day() && w.can(at + noun + 2, Starts::TO);
        let weekday = w.can(at + noun, Starts::WEEKDAY) && (core(w, at + noun + 1).is_some() || bare());
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
    // من عام 2010 لعام 2015
    let lam = || {
        let noun = singular(w, a.next, Unit::Year).or_else(|| singular(w, a.next, Unit::Month));
        noun.filter(|r| r.clitics.has(Clitics::LAM) && !r.clitics.has(!Clitics::LAM)).map(|_| 0)
    };
    let to = if dash { 1 } else { leads_to(w, a.next).or_else(lam)? };
    let b = element(w, day_at(a.next + to), a.day.is_some() && a.has_month(), true)?;
    // زاد السعر من 1900 لـ 2000: so much.
    let by_lam = !dash && reading(w, a.next, |s, _| matches!(s, Sense::To)).is_none();
    if by_lam && a.month.is_none() && a.day.is_none() && follows_change(w, at + 1) {
        return None;
    }
    // من 10 إلى 15 says nothing of dates; من 2010 إلى 2020 does if nothing is counted.
    let bare_years = a.month.is_none() && b.month.is_none() && a.day.is_none();
    // من 4400 إلى 3300 قبل الميلاد; حكم من 1251 إلى 1517م, but not من 1250 إلى 1515م.
    let rises = a.year.map(|(year, ..)| year) < b.year.map(|(year, ..)| year);
    let eras = b.era && (a.era || b.is_of_other_era() || rises && !a.is_round() && !b.is_round());
    // من عام 1750 إلى عام 1760, في الفترة من 1790 إلى 1799
    let framed = years_in_frame(&a, &b)
        || singular(w, at + 1, Unit::Year).is_some()
        || span && b.year.is_some_and(|(year, ..)| year >= 1000);
    // من 2010 إلى 2015 مديرا: such years count a measure, or nothing.
    let free = rises && years_of_ours(&a, &b) && !follows_change(w, at + 1);
    let counted = if free { counts_measure(w, b.next) } else { counts_noun(w, b.next) };
    let falls = || !a.era && !b.era && falls_from(w, at + 1);
    if bare_years && (counted && !b.era || !eras && !framed || falls()) {
        return None;
    }
    if b.day.is_some() && !b.has_month() {
        return None;
    }
    let certainty = if bare_years { Certainty::Likely } else { Certainty::Certain };
    interval(w, r.start, a, b, certainty)
}

/// `21/4 - 20/5`, as in calendars, without من.
pub(super) fn slashed_days(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let from = day_month_digits(w, at, || true).filter(|from| w.is_sign(from.next, CharClass::Dash))?;
    let to = day_month_digits(w, from.next + 1, || true)?;
    let days = from.point.day > from.point.month && to.point.day > Some(12)
        || from.point.day > Some(12) && to.point.day > to.point.month;
    let date = Date::Interval { from: from.point, to: to.point };
    let flags = mixed(w, from.start, end_of(w, to.next));
    days.then(|| Candidate::new(w, from.start, to.next, date, Certainty::Likely, flags))
}

/// `من 1/6 إلى 15/6`: days and months in digits, at least one of them no proper fraction.
fn slashed(w: &Window<'_>, at: usize, start: usize) -> Option<Candidate> {
    let told = w.can(at + 1, Starts::DATE_NOUN);
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
    let flags = mixed(w, start, end_of(w, to.next));
    Some(Candidate::new(w, start, to.next, date, Certainty::Likely, flags))
}

fn years_in_frame(a: &Partial, b: &Partial) -> bool {
    let ok = |p: &Partial| {
        p.year.is_some_and(|(y, c, before)| before || c != Calendar::Gregorian || (1800..=2100).contains(&y))
    };
    ok(a) && ok(b)
}

/// Whether both are one of [`OURS`], and not both round.
fn years_of_ours(a: &Partial, b: &Partial) -> bool {
    let ours = |p: &Partial| {
        p.year.is_some_and(|(y, c, before)| !before && c == Calendar::Gregorian && OURS.contains(&y))
    };
    ours(a) && ours(b) && !(a.is_round() && b.is_round())
}

/// `بين عامي 2010 و2020`, `ما بين عامي 1911-1934`, `بين 3 و5 مايو`.
pub(super) fn between(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let r = reading(w, at, |s, _| matches!(s, Sense::Between))?;
    let mut first = at + r.items;
    // بين عامي 1977 و1983, بين العامين 1977 و1983
    let dual = noun(w, first).filter(|&(unit, form, r)| {
        form == NounForm::ConstructDual
            || form == NounForm::Dual
                && unit == Unit::Year
                && r.clitics.has(Clitics::ARTICLE)
                && plain(w, first + 1).is_some_and(|(_, len)| len == 4)
    });
    if dual.is_some() {
        first += 1;
    }
    let era = plain(w, first).is_some() && fields::era_mark(w, first + 1).is_some();
    let days = dual.is_none_or(|(unit, ..)| unit == Unit::Day) && !era;
    if dual.is_none_or(|(unit, ..)| unit == Unit::Year)
        && let Some(found) = early_pair(w, first, r.start, |at| joined_at(w, at))
    {
        return Some(found);
    }
    // بين 1948 و1967
    let bare = dual.is_none() && plain(w, first).is_some_and(|(_, len)| len == 4)
        // ما بين 303هـ و354هـ
        || dual.is_none() && era;
    // بين عام 1990 و1995, بين سنة 648هـ وسنة 923هـ
    let noun = singular(w, first, Unit::Year).is_some_and(|r| r.clitics.is_none());
    let years = dual.is_some_and(|(unit, ..)| unit == Unit::Year) || bare || noun;
    let a = element(w, first, days, years)?;
    let second = joined_at(w, a.next)
        // بين الـ18 والـ25 من مايو
        .or_else(|| is_joined_article(w, a.next).then_some(a.next + 1))
        .or_else(|| ((dual.is_some() || bare) && w.is_sign(a.next, CharClass::Dash)).then_some(a.next + 1));
    let second =
        second.or_else(|| reading(w, a.next, |s, _| matches!(s, Sense::To)).map(|r| a.next + r.items))?;
    let b = element(w, second, false, years)?;
    // بين 2005 و2010 عمل
    let round = (a.is_round() || b.is_round()) && !years_of_ours(&a, &b);
    let amount = || {
        w.recent(at, 5).filter_map(|i| w.get(i)).any(|i| {
            let bare = w.bare(i);
            ["تراوح", "ارتفاع", "عدد", "طول", "سعر", "وزن", "مساح"]
                .iter()
                .any(|noun| bare.as_str().contains(noun))
        })
    };
    // ما بين 1516 و1917
    let rises = a.year.map(|(year, ..)| year) < b.year.map(|(year, ..)| year);
    // انتخب بين 2003 و2011 رئيسا: such years count a measure, or cases, or nothing.
    let free = rises && years_of_ours(&a, &b) && !amount();
    let multiplied =
        has(w, b.next, |s| matches!(s, Sense::Mult(..))) && number::is_named_year(w, second) && !amount();
    let counted = !multiplied
        && if free {
            counts_measure(w, b.next) || counts_cases(w, b.next)
        } else {
            counts_noun(w, b.next) || round && counted_noun(w, b.next)
        };
    let framed = years_in_frame(&a, &b)
        || rises
            && !amount()
            && [&a, &b]
                .iter()
                .all(|p| p.year.is_some_and(|(year, ..)| (1000..=2050).contains(&year)) && !p.is_round())
            && [&a, &b].iter().any(|p| p.year.is_some_and(|(year, ..)| year >= 1800 || year % 10 != 0))
            && !counted_noun(w, b.next);
    // حكم بين 1520 و1566م, بين 2480 و2130 قبل الميلاد, but not بين 1500 و2000م.
    let era = b.era && (b.is_of_other_era() || !a.is_round() || !b.is_round());
    if !era && (bare || noun) && (counted || bare && !framed) {
        return None;
    }
    interval(w, r.start, a, b, Certainty::Certain)
}

/// `11-21 أبريل 2023`, `609- 699 ه`, and days in descending order.
pub(super) fn dashed(w: &Window<'_>, at: usize) -> Option<Candidate> {
    // The longest first part: a weekday, a day, من, a month of two words and its twin, a year, an era.
    let joint = |class| matches!(class, CharClass::Dash | CharClass::Slash);
    let dash = |i: usize| w.get(i).is_some_and(|i| matches!(i.kind, ItemKind::Sign(class) if joint(class)));
    if !(at + 1..at + 12).any(dash) {
        return None;
    }
    // 16:09 - 2025/03/20: minutes are no day.
    let minutes = at.checked_sub(1).is_some_and(|b| w.is_sign(b, CharClass::Colon))
        && w.is_glued(at)
        && w.before(at, 2).is_some_and(Item::is_number);
    if minutes {
        return None;
    }
    if let Some(years) = early_years(w, at) {
        return Some(years);
    }
    let a = element(w, at, true, true)?;
    // يناير/مارس 2023
    let numbered = w.before(at, 1).is_some_and(Item::is_number);
    // 14/15 فبراير: one day and the next.
    let night = !numbered
        && w.is_sign(a.next, CharClass::Slash)
        && a.day.is_some()
        && !a.has_month()
        && plain(w, a.next + 1)
            .is_some_and(|(day, len)| len <= 2 && plain(w, at).is_some_and(|(first, _)| first + 1 == day))
        && is_night(w, at);
    let slash = !numbered
        && w.is_sign(a.next, CharClass::Slash)
        && a.month.is_some()
        && a.day.is_none()
        && a.year.is_none();
    w.get(a.next).filter(|i| i.kind == ItemKind::Sign(CharClass::Dash) || slash || night)?;
    let b = element(w, a.next + 1, false, true)?;
    let number = |p: &Partial| p.month.map(|(_, number)| number);
    if slash && (b.day.is_some() || number(&b) <= number(&a) || b.year.is_none()) {
        return None;
    }
    // (1332 - 1406م): in brackets no metres, nor there behind the years of the Hijra: (520 - 595 هـ = 1126 - 1198 م).
    let leads = |i: &Item| {
        use CharClass::{Comma, Dash, Opener, Slash};
        matches!(i.kind, ItemKind::Sign(Opener | Slash | Dash | Comma)) || w.text_of(i) == "="
    };
    // 132-656هـ / 750-1258م
    let second = || {
        let joint = |i: &Item| i.kind == ItemKind::Sign(CharClass::Slash) || w.text_of(i) == "=";
        w.before(at, 1).is_some_and(joint) && at.checked_sub(2).is_some_and(|b| w.can(b, Starts::ERA))
    };
    let bracketed = w.before(at, 1).is_some_and(leads) && w.is_sign(b.next, CharClass::Closer) || second();
    let marked = b.year.is_some_and(|(year, calendar, before)| {
        calendar != Calendar::Gregorian || before || b.era && bracketed && year <= 2100
    });
    // (القاهرة 1911 - 2006), (القاهرة: 1948-1952)
    let placed = || {
        let colon = usize::from(w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Colon)));
        w.before(at, 1 + colon).is_some_and(is_name)
            && w.before(at, 2 + colon).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Opener))
            && !w
                .before(at, 1 + colon)
                .is_some_and(|i| number::leads_to_number(w, i) || w.in_list_behind(i, List::Counting))
    };
    let opened = w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Opener)) || placed();
    // فترة الحكم: 1520-1566, سنوات النشاط 1955–2015
    let label = |i: &Item| w.spells_behind(i, &["الحكم", "النشاط", "اللعب", "العهد", "الولاية", "الخدمة"]);
    let colon = usize::from(w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Colon)));
    let labelled = w.before(at, 1 + colon).is_some_and(label);
    // (1935 - 2003): the years of a life.
    let lived = match (a.year, b.year) {
        (Some((from, ..)), Some((to, ..))) => {
            let years = 500..=2100;
            let even = from % 100 == 0 && to % 100 == 0;
            (opened && w.is_sign(b.next, CharClass::Closer) || labelled)
                && years.contains(&from)
                && years.contains(&to)
                && from < to
                && !even
        }
        _ => false,
    };
    // الخطة الخمسية 2015-2020
    let event = |back: usize| at.checked_sub(back).is_some_and(|i| w.can(i, Starts::EVENT));
    // أربع سنوات 2016-2020
    let plural = |s: &Sense| matches!(s, Sense::Time(Unit::Year, NounForm::Plural));
    let noun_before = event(1)
        // © 2019-2024
        || w.before(at, 1).is_some_and(|i| w.text_of(i) == "\u{A9}")
        || follows(w, at, plural)
        || event(2) && w.before(at, 1).is_some_and(|i| is_definite(w, i)) && !counted_noun(w, b.next);
    // في 1985-1987
    let within = || w.follows(at, Starts::PREP.with(Starts::WITHIN)) && !counts_noun(w, b.next);
    // 1929-1933: الكساد الكبير, 2010 – 2015 وزير المالية, but not 1900-2050 مشارك
    let heading = || {
        let counted = |s: &Sense| s.measures() || s.counts() || matches!(s, Sense::Time(..) | Sense::Prep);
        let role = |i: &Item| {
            i.kind == ItemKind::Word
                && !has(w, b.next, counted)
                && !w.bare(i).as_str().starts_with(['ل', 'ب'])
        };
        // • 1998-2002: مدير
        let bullet =
            usize::from(w.before(at, 1).is_some_and(|i| matches!(w.text_of(i), "•" | "-" | "*" | "–")));
        w.before(at, 1 + bullet).is_none_or(|i| i.kind == ItemKind::Break)
            && is_ours(w, at)
            && is_ours(w, at + 2)
            && b.next == at + 3
            && (w.is_sign(b.next, CharClass::Colon)
                || w.get(b.next).is_some_and(role) && w.get(b.next + 1).is_some_and(|i| is_definite(w, i))
                || w.in_list(w.get(b.next), List::Degree))
    };
    if a.month.is_none()
        && a.day.is_none()
        && !(marked && b.month.is_none())
        && !lived
        && !heading()
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

/// Whether what leads to a day stands before the item: ليلة 14/15 فبراير, في 25/26 أكتوبر, but not العدد 1/2.
fn is_night(w: &Window<'_>, at: usize) -> bool {
    let leads = |s: &Sense| {
        matches!(
            s,
            Sense::Prep | Sense::Night | Sense::DayNoun | Sense::Time(Unit::Day, _) | Sense::Weekday(_)
        )
    };
    w.before(at, 1).is_none_or(|i| i.kind == ItemKind::Break)
        || at.checked_sub(1).is_some_and(|b| has(w, b, leads))
}

/// `(65-86هـ)`, `(41 - 132 هـ)`, `(11 هـ - 40 هـ)`, `(27 ق.م - 14 م)`: years that are too small to be told without the era
/// behind both or the last.
fn early_years(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let dash = |at: usize| w.is_sign(at, CharClass::Dash).then_some(at + 1);
    let free = !w
        .before(at, 1)
        .is_some_and(|i| matches!(i.kind, ItemKind::Sign(CharClass::Slash | CharClass::Dash)));
    early_pair(w, at, w.get(at)?.span.start, dash).filter(|_| free)
}

/// `حكم البلاد من 1732 إلى 1792`: two years behind the verb of who ruled, without an era, at the end of what is said.
fn reign(w: &Window<'_>, at: usize, start: usize) -> Option<Candidate> {
    const REACH: usize = 4;
    const RULED: [&str; 8] = ["حكم", "حكمت", "تولى", "تولت", "احتل", "احتلت", "استعمر", "استعمرت"];
    // حكم عليه بغرامة, احتلت الجامعة المركز
    const OTHER: [&str; 9] =
        ["عليه", "عليها", "عليهم", "المرتبة", "المركز", "المراكز", "الترتيب", "بغرامة", "بالسجن"];
    let year = |at: usize| {
        plain(w, at).filter(|&(year, len)| len >= 3 && (600..=2050).contains(&year)).map(|(year, _)| year)
    };
    let second = at + 2 + leads_to(w, at + 2)?;
    let (first, last) = (year(at + 1)?, year(second)?);
    let word = |words: &[&str]| (1..=REACH).any(|back| w.spells_behind(w.before(at, back), words));
    let round = first % 100 == 0 && last % 100 == 0;
    if !word(&RULED) || word(&OTHER) || first >= last || round || !fields::ends(w, second + 1) {
        return None;
    }
    let point = |year: u64| {
        let mut point = Point::new(Calendar::Gregorian, Granularity::Year);
        point.year = i32::try_from(year).ok();
        point
    };
    let date = Date::Interval { from: point(first), to: point(last) };
    Some(Candidate::unflagged(w, start, second + 1, date, Certainty::Certain))
}

/// The same with `joint` between them, `من 11 هـ إلى 40 هـ`, `بين 303 و354 هـ`; each may have its noun before it.
fn early_pair(
    w: &Window<'_>,
    at: usize,
    start: usize,
    joint: impl Fn(usize) -> Option<usize>,
) -> Option<Candidate> {
    const LONG: [&str; 6] = ["عمق", "ارتفاع", "بعد", "يبعد", "طول", "مسافة"];
    let noun = |at: usize| {
        at + usize::from(singular(w, at, Unit::Year).is_some_and(|r| !r.clitics.has(!Clitics::WAW)))
    };
    let number =
        |at: usize, most| plain(w, at).filter(|&(year, len)| len <= most && year > 0).map(|(year, _)| year);
    let at = noun(at);
    let first = number(at, 4)?;
    let told = fields::era_mark(w, at + 1);
    let second = noun(joint(told.map_or(at + 1, |(.., behind)| behind))?);
    let last = number(second, 4)?;
    let (calendar, before, next) = fields::era_mark(w, second + 1)?;
    let early = || number(at, 3).is_some() && number(second, 3).is_some();
    // على عمق (145-153م)
    let long = || w.recent(at, 5).any(|i| w.spells_behind(w.get(i), &LONG));
    // ولد ما بين 570 و573م, حكم بين 1250 و1260م
    let lived = || {
        let lives = |i: &Item| i.starts(Starts::DATE_NOUN) || w.in_list_behind(i, List::Ruled);
        let round = first % 100 == 0 && last % 100 == 0;
        (1..=3).filter_map(|back| w.before(at, back)).any(lives) && first >= 100 && !round && !long()
    };
    let (earlier, later) = match told {
        // Of the Hijra alone, or falling before our era: 12-14 م are metres.
        None => match (calendar, before) {
            (Calendar::Hijri, false) => (early() && first < last).then_some((false, false)),
            // (395-641م), but not (120-150 م)
            (Calendar::Gregorian, false) => {
                let odd = (first % 5 != 0 || last % 5 != 0) && !long();
                let years = || {
                    odd && first >= 100
                        && w.before(at, 1).is_some_and(|i| w.text_of(i) == "(")
                        && w.is_sign(next, CharClass::Closer)
                };
                ((lived() || years()) && first < last).then_some((false, false))
            }
            // بين 400 و300 ق.م
            (_, true) => (first > last).then_some((true, true)),
            _ => None,
        },
        // From before the era into it: 27 ق.م - 14 م.
        Some((of, true, _)) if of == calendar && !before => Some((true, false)),
        Some((Calendar::Hijri, false, _)) if calendar == Calendar::Hijri && !before => {
            (first < last).then_some((false, false))
        }
        _ => None,
    }?;
    let point = |year: u64, before_era: bool| {
        let mut point = Point::new(calendar, Granularity::Year);
        (point.year, point.before_era) = (i32::try_from(year).ok(), before_era);
        point
    };
    let date = Date::Interval { from: point(first, earlier), to: point(last, later) };
    let sure = told.is_some() || first >= 100;
    let certainty = if sure { Certainty::Certain } else { Certainty::Likely };
    Some(Candidate::unflagged(w, start, next, date, certainty))
}

/// `تموز 13 إلى 15`, `يوليو 13-15, 2023`: the month before its days.
pub(super) fn month_first(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let name = month(w, at).filter(|m| m.clitics.is_none())?;
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
    let flags = mixed(w, name.start, end_of(w, next));
    let valid = super::read::valid(&from) && super::read::valid(&to);
    valid.then(|| Candidate::new(w, name.start, next, Date::Interval { from, to }, Certainty::Likely, flags))
}

/// `مارس إلى مايو`, without من.
pub(super) fn month_to_month(w: &Window<'_>, at: usize) -> Option<Candidate> {
    // A year and its noun stand between, at most.
    (at + 1..at + 6).find(|&i| w.can(i, Starts::TO))?;
    let a = Partial::of(&month_element(w, at)?);
    let to = reading(w, a.next, |s, r| matches!(s, Sense::To) && r.clitics.is_none())?;
    let b = Partial::of(&month_element(w, a.next + to.items)?);
    let from = w.follows(at, Starts::FROM.with(Starts::BETWEEN));
    (!from && (a.month != b.month || a.year.is_some()))
        .then(|| interval(w, a.start, a, b, Certainty::Likely))
        .flatten()
}

/// `عام 2008 إلى عام 2010`, without من.
pub(super) fn year_to_year(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let noun = |at: usize| singular(w, at, Unit::Year).is_some_and(|r| r.clitics.is_none());
    if !noun(at) || !w.can(at + 2, Starts::TO) || !noun(at + 3) {
        return None;
    }
    let leads = |s: &Sense| matches!(s, Sense::From | Sense::Between | Sense::Since);
    let (a, b) = (element(w, at, false, true)?, element(w, at + 3, false, true)?);
    let from = follows(w, at, leads);
    (!from && years_in_frame(&a, &b)).then(|| interval(w, a.start, a, b, Certainty::Likely)).flatten()
}

/// `19 إلى 21 أكتوبر`, without من.
pub(super) fn day_to_day(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (day @ 1..=31, 1..=2) = plain(w, at)? else { return None };
    let to = reading(w, at + 1, |s, r| matches!(s, Sense::To) && r.clitics.is_none())?;
    let b = element(w, at + 1 + to.items, false, false)
        .filter(|b| b.day > Some(day as u8) && b.month.is_some())?;
    let leads = |s: &Sense| matches!(s, Sense::From | Sense::Between);
    if follows(w, at, leads) {
        return None;
    }
    let start = w.get(at)?.span.start;
    let a = Partial { day: Some(day as u8), start, next: at + 1, ..Partial::default() };
    interval(w, start, a, b, Certainty::Likely)
}

/// Two bare month names with a hyphen between are a range behind a preposition.
fn licensed_pair(w: &Window<'_>, at: usize) -> bool {
    fields::licensed_by_preposition(w, at)
        || w.follows(at, Starts::FROM)
        || w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Opener))
}

/// `25/26` behind موسم: the years of a season, of two digits each.
fn short_season(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (a, 2) = plain(w, at)? else { return None };
    let named = |i: &Item| w.spells_behind(i, &["موسم"]);
    // السنة المالية 26/27, العام الدراسي 24/25
    let year = || at.checked_sub(2).is_some_and(|b| singular(w, b, Unit::Year).is_some());
    let before = at.checked_sub(1)?;
    w.get(before).filter(|i| named(i) || fields::is_kind_of_year(w, before) && year())?;
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
pub(super) fn year_pair(w: &Window<'_>, at: usize) -> Option<Candidate> {
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
        .filter(|&(calendar, before, _)| !before && (calendar == Calendar::Hijri || w.is_glued(next)));
    let calendar = era.map_or(Calendar::Gregorian, |(calendar, ..)| calendar);
    let next = era.map_or(next, |(.., behind)| behind);
    // عام 1990-1995
    let span = noun.is_some()
        && len == 4
        && (a + 1..=a + 100).contains(&b)
        && b <= 2100
        && !counts_noun(w, first_at + 3)
        && !matches!(w.text_of(joint), "/" | "\\" | "_");
    // (1939-45), الحرب الأهلية 1975-90
    let event = || {
        let named = |back: usize| at.checked_sub(back).is_some_and(|b| w.can(b, Starts::EVENT));
        let described = |back: usize| w.before(at, back).is_some_and(|i| is_definite(w, i));
        // الحرب العالمية الثانية 1939-45
        (1..=3).any(|back| named(back) && (1..back).all(described))
    };
    // but not هاتف (1234-56), المقاس (1939-45)
    let enclosed = || {
        let coded = |i: &Item| number::leads_to_number(w, i) || w.in_list_behind(i, List::Coded);
        w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Opener))
            && w.is_sign(next, CharClass::Closer)
            && a >= 1400
            && b <= 2100
            && !w.before(at, 2).is_some_and(coded)
    };
    let tail = len == 2
        && b > a
        && matches!(w.text_of(joint), "-" | "–")
        && (noun.is_some() || event() || enclosed())
        && !counts_noun(w, first_at + 3);
    let span = span || tail;
    if !(1000..=2100).contains(&a)
        || !(b == a + 1 || reversed || span)
        || more
        || (len == 2 && b != a + 1 && !tail)
    {
        return None;
    }
    let point = |year: u64| {
        let mut point = Point::new(calendar, Granularity::Year);
        point.year = i32::try_from(year).ok();
        point
    };
    let start = noun.map_or(w.get(first_at)?.span.start, |(.., r)| r.start);
    let trigger = noun.is_some() || w.recent(at, 3).any(|i| w.can(i, Starts::EVENT));
    let certainty = if trigger { Certainty::Certain } else { Certainty::Likely };
    let flags = Flags::REVERSED.when(reversed).with(mixed(w, start, end_of(w, next)));
    let (from, to) = (point(a.min(b)), point(a.max(b)));
    Some(Candidate::new(w, start, next, Date::Interval { from, to }, certainty, flags))
}
