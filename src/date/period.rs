//! Periods larger than a year or parts of one: decades, centuries, quarters (C.12).

use alloc::vec::Vec;
use core::ops::RangeInclusive;

use super::Candidate;
use super::clock::clock;
use super::duration::{duration, hours_minutes_seconds};
use super::fields::{self, counts_noun, deictic, mixed, noun, part, plain, says_which, singular, year};
use super::lasting::lasts;
use super::value::{Calendar, Date, Granularity, Point};
use super::years::year_alone;
use crate::certainty::Certainty;
use crate::class::CharClass;
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{List, NounForm, Sense, Unit, is_listed};
use crate::number::{Found, end_of, has, is_article, is_definite, is_or, is_waw, ordinal, sense};

/// Every duration, time of day and large period that starts at `at`.
pub(super) fn periods(w: &Window<'_>, at: usize, found: &mut impl FnMut(Candidate)) {
    let Some(item) = w.get(at) else { return };
    let behind_unit = item.starts(Starts::TIME)
        || w.goes_on(at).any(Starts::TIME)
        || hours_minutes_seconds(w, at).is_some();
    if behind_unit
        && item.starts(Starts::DIGITS.with(Starts::NUMBER).with(Starts::TIME).with(Starts::ORDINAL))
        && let Some(d) = duration(w, at, item.starts(Starts::TIME) && lasts(w, at))
    {
        found(Candidate::new(w, d.start, d.next, Date::Duration(d.value), d.certainty, d.flags));
    }
    // الواحدة is a cardinal.
    let one = || item.starts(Starts::NUMBER) && matches!(w.bare(item).as_str(), "الواحدة" | "والواحدة");
    if (item.starts(
        Starts::DIGITS.with(Starts::TIME).with(Starts::CLOCK).with(Starts::PART).with(Starts::ORDINAL),
    ) || one())
        && let Some(Found { value: clock, start, next, certainty, .. }) = clock(w, at)
    {
        let flags = mixed(w, start, end_of(w, next));
        found(Candidate::new(w, start, next, Date::Time(clock), certainty, flags));
    }
    let mut when = |rules: Starts, rule: fn(&Window<'_>, usize) -> Option<Candidate>| {
        if item.starts(rules)
            && let Some(candidate) = rule(w, at)
        {
            found(candidate);
        }
    };
    when(Starts::DECADE.with(Starts::TIME).with(Starts::PART), decade);
    when(Starts::TIME.with(Starts::PART), century);
    when(Starts::TIME, centuries);
    when(Starts::ORDINAL.with(Starts::NUMBER).with(Starts::DIGITS).with(Starts::PART), other_century);
    when(Starts::PART_NOUN.with(Starts::PART), quarter);
}

/// `التسعينيات`, `عقد الثمانينات`, `العقد الثاني من القرن الحادي والعشرين`.
fn decade(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (part, first, start) = match part(w, at) {
        Some((part, r)) => (Some(part), at + r.items, Some(r.start)),
        None => (None, at, None),
    };
    let head = singular(w, first, Unit::Decade);
    let word_at = if head.is_some() { first + 1 } else { first };
    let mut point = Point::new(Calendar::Gregorian, Granularity::Decade);
    point.part = part;
    if let Some((tens, r)) = sense(w, word_at, |s, _| if let Sense::Decade(n) = s { Some(*n) } else { None })
    {
        let mut next = word_at + 1;
        // في الثلاثينات من عمره is an age, في الثلاثينات مئوية a temperature.
        let age = w.can(next, Starts::FROM)
            && w.get(next + 1)
                .is_some_and(|i| w.text_of(i).starts_with("عمر") || w.text_of(i).starts_with("العمر"));
        if age || w.can(next, Starts::DEGREE) || is_age_of_person(w, at, next) {
            return Some(Candidate::nothing(w, r.start, next));
        }
        // أربعينيات وخمسينيات القرن الماضي: of one century.
        let waw = |s: &Sense, r: &Reading| {
            (matches!(s, Sense::Decade(_)) && r.clitics.has(Clitics::WAW)).then_some(())
        };
        // من ستينيات إلى ثمانينيات القرن
        let to = usize::from(w.can(next, Starts::TO) && has(w, next + 1, |s| matches!(s, Sense::Decade(_))));
        let joined = sense(w, next, waw).is_some() || to > 0;
        let (mut base, mut shared) = (1900, false);
        if let Some((first, behind)) = century_behind(w, next + to + usize::from(joined)) {
            base = first;
            next = if joined { next } else { behind };
            shared = joined;
        }
        let article = r.clitics.has(Clitics::ARTICLE) || head.is_some() || shared || next > word_at + 1;
        if !article && part.is_none() {
            return None;
        }
        point.year = Some(base + i32::from(tens));
        let begin = start.or(head.map(|h| h.start)).unwrap_or(r.start);
        return Some(Candidate::unflagged(w, begin, next, Date::Point(point), Certainty::Likely));
    }
    let r = head.filter(|r| r.clitics.has(Clitics::ARTICLE))?;
    let which = ordinal(w, word_at).filter(|o| (1..=10).contains(&o.value))?;
    w.can(which.next, Starts::FROM).then_some(())?;
    let (base, next) = century_behind(w, which.next)?;
    point.year = Some(base + (i32::try_from(which.value).ok()? - 1) * 10);
    Some(Candidate::unflagged(w, start.unwrap_or(r.start), next, Date::Point(point), Certainty::Certain))
}

/// Whether a decade is the age of the person before it: سيدة في أواخر الأربعينات, but not رجل في الأربعينيات من القرن الماضي.
fn is_age_of_person(w: &Window<'_>, at: usize, next: usize) -> bool {
    let century = next + usize::from(w.can(next, Starts::FROM));
    w.spells(w.before(at, 1), &["في", "فى"])
        && w.before(at, 2).is_some_and(|i| {
            let bare = w.bare(i);
            let word = bare.as_str();
            // أول امرأة في الستينات, كان ضابط في الأربعينيات
            let told = || {
                w.in_list(w.before(at, 3), List::Elative)
                    || w.spells_behind(w.before(at, 3), &["كان", "كانت"])
            };
            let person = is_listed(List::Person, word)
                || word.strip_prefix(['و', 'ل', 'ب']).is_some_and(|word| is_listed(List::Person, word));
            person && !told()
        })
        && singular(w, century, Unit::Century).is_none()
}

/// The first year of the century behind a decade: `(من) القرن التاسع عشر`, `القرن الماضي`.
fn century_behind(w: &Window<'_>, at: usize) -> Option<(i32, usize)> {
    let of = at + usize::from(w.can(at, Starts::FROM));
    if let Some((number @ 1.., Calendar::Gregorian, behind)) = century_at(w, of) {
        return Some(((number - 1) * 100, behind));
    }
    // عشرينات هذا القرن
    if w.can(of, Starts::THIS)
        && singular(w, of + 1, Unit::Century).is_some_and(|c| c.clitics.has(Clitics::ARTICLE))
    {
        return Some((2000, of + 2));
    }
    // ستينيات القرن الماضي: what is written today means the twentieth.
    singular(w, of, Unit::Century).filter(|c| c.clitics.has(Clitics::ARTICLE))?;
    match deictic(w, of + 1)? {
        (0, behind) => Some((2000, behind)),
        (-1, behind) => Some((1900, behind)),
        _ => None,
    }
}

/// `القرن الحادي والعشرين`, `القرن 19`, `القرن الماضي` is relative and not read here.
fn century_at(w: &Window<'_>, at: usize) -> Option<(i32, Calendar, usize)> {
    singular(w, at, Unit::Century).filter(|r| r.clitics.has(Clitics::ARTICLE))?;
    let (number, next) = century_number(w, at + 1)?;
    match fields::era_mark(w, next) {
        Some((calendar, false, behind)) => Some((number as i32, calendar, behind)),
        Some((Calendar::Gregorian, true, behind)) => Some((-(number as i32), Calendar::Gregorian, behind)),
        _ => Some((number as i32, Calendar::Gregorian, next)),
    }
}

/// Centuries that people write of, of either era.
const CENTURIES: RangeInclusive<u64> = 1..=99;

/// `الحادي والعشرين`, `19`, `الـ19`
fn century_number(w: &Window<'_>, at: usize) -> Option<(u64, usize)> {
    let article = is_article(w, at);
    let digits_at = at + usize::from(article);
    if let Some((value, len)) = plain(w, digits_at).filter(|(number, _)| CENTURIES.contains(number)) {
        return (len <= 2).then_some((value, digits_at + 1));
    }
    // القرن (19)
    if w.is_enclosed(at + 1, at + 2)
        && w.is_sign(at, CharClass::Opener)
        && let Some((value, 1..=2)) = plain(w, at + 1).filter(|(number, _)| CENTURIES.contains(number))
    {
        return Some((value, at + 3));
    }
    let spoken = ordinal(w, at).map(|o| (o.value, o.next)).or_else(|| tens_century(w, at));
    spoken.filter(|(number, _)| CENTURIES.contains(number))
}

/// القرن العشرين.
fn tens_century(w: &Window<'_>, at: usize) -> Option<(u64, usize)> {
    sense(w, at, |s, r| match s {
        Sense::Tens(n) if r.clitics.has(Clitics::ARTICLE) => Some(u64::from(*n)),
        _ => None,
    })
    .map(|(n, _)| (n, at + 1))
}

fn century(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (part, first, start) = match part(w, at) {
        Some((part, r)) => (Some(part), at + r.items, Some(r.start)),
        None => (None, at, None),
    };
    let (number, calendar, next) = century_at(w, first)?;
    let mut point = Point::new(calendar, Granularity::Century);
    point.year = Some(number.abs());
    point.before_era = number < 0;
    // من القرن الأول حتى الرابع الهجري: the era of the last is that of both.
    if let Some((calendar, before_era)) = era_of_last(w, first, next) {
        (point.calendar, point.before_era) = (calendar, before_era);
    }
    point.part = part;
    let begin = start.or_else(|| singular(w, first, Unit::Century).map(|r| r.start))?;
    Some(Candidate::new(
        w,
        begin,
        next,
        Date::Point(point),
        Certainty::Certain,
        mixed(w, begin, end_of(w, next)),
    ))
}

/// The era behind the last of two centuries, if the first, up to `next`, has none of its own: من القرن الأول حتى الرابع الهجري,
/// أواخر القرن السادس وأوائل السابع الهجري, من القرن السادس إلى القرن الثامن الهجري.
fn era_of_last(w: &Window<'_>, first: usize, next: usize) -> Option<(Calendar, bool)> {
    let (_, bare) = century_number(w, first + 1).filter(|&(_, bare)| bare == next)?;
    let to = joint_of_centuries(w, bare)?;
    let noun = usize::from(singular(w, to, Unit::Century).is_some());
    let (_, behind) = century_number(w, to + noun)?;
    fields::era_mark(w, behind).map(|(calendar, before, _)| (calendar, before))
}

/// Where the second century begins that إلى, أو or a part of it joins to the one that ends at `at`: إلى الخامس, وأوائل العشرين.
fn joint_of_centuries(w: &Window<'_>, at: usize) -> Option<usize> {
    let to = at + usize::from(w.can(at, Starts::TO) || is_or(w, at));
    let part_behind = part(w, to).filter(|(_, r)| to > at || r.clitics.has(Clitics::WAW));
    let second = to + part_behind.map_or(0, |(_, r)| r.items);
    (second > at).then_some(second)
}

/// Whether إلى or أو stands before the ordinal at `at`, and a century near before it, as far as a glance tells.
pub(super) fn may_be_second(w: &Window<'_>, at: usize) -> bool {
    const REACH: usize = 8;
    let leads = at.checked_sub(1).is_some_and(|b| w.can(b, Starts::TO) || is_or(w, b));
    leads && w.recent(at, REACH).any(|i| singular(w, i, Unit::Century).is_some())
}

/// `إلى الخامس`, `أو الثالث الهجري`, `وأوائل العشرين` behind a century that has the noun of both.
fn second_century(w: &Window<'_>, at: usize) -> Option<Candidate> {
    const REACH: usize = 8;
    let (part, first, start) = match part(w, at) {
        Some((part, r)) => (Some(part), at + r.items, r.start),
        None if may_be_second(w, at) => {
            (None, at, ordinal(w, at).map_or(w.get(at)?.span.start, |which| which.start))
        }
        None => return None,
    };
    // القرن الأول إلى الثالثة, القرن الرابع أو أول الخامس: a century is masculine, and has the article.
    w.get(first).filter(|i| i.is_number() || is_definite(w, i) && !w.bare(i).as_str().ends_with('ة'))?;
    let (number, behind) = century_number(w, first)?;
    let own = fields::era_mark(w, behind);
    let (number_before, calendar, _) = w.recent(at, REACH).find_map(|noun| {
        let found = century_at(w, noun)?;
        (joint_of_centuries(w, found.2) == Some(first)).then_some(found)
    })?;
    // من القرن التاسع عشر إلى الأول في الترتيب: no span falls.
    let later = i32::try_from(number).is_ok_and(|number| {
        own.is_some()
            || at.checked_sub(1).is_some_and(|b| is_or(w, b))
            || if number_before < 0 { number < -number_before } else { number > number_before }
    });
    if !later {
        return None;
    }
    // The era of the first, unless the last has its own.
    let (calendar, before_era, next) = own.unwrap_or((calendar, number_before < 0, behind));
    let mut point = Point::new(calendar, Granularity::Century);
    (point.year, point.before_era, point.part) = (i32::try_from(number).ok(), before_era, part);
    Some(Candidate::unflagged(w, start, next, Date::Point(point), Certainty::Certain))
}

/// `ق 3 هـ`, `المائة السابعة للهجرة`: the century in a letter, or as its hundred years; always with the era.
fn short_century(w: &Window<'_>, at: usize) -> Option<Candidate> {
    // طول 3 ق 4 م
    let counted = || w.before(at, 2).is_some_and(Item::is_number);
    let letter = || plain(w, at).is_some() && w.spells(w.before(at, 1), &["ق"]) && !counted();
    let hundred = || {
        w.can(at, Starts::ORDINAL)
            && w.before(at, 1).is_some_and(|i| w.spells_behind(i, &["المائة", "المئة"]) && is_definite(w, i))
    };
    if !(letter() || hundred()) {
        return None;
    }
    let (number, behind) = century_number(w, at)?;
    let (calendar, before_era, next) = fields::era_mark(w, behind)?;
    let mut point = Point::new(calendar, Granularity::Century);
    (point.year, point.before_era) = (i32::try_from(number).ok(), before_era);
    let start = w.before(at, 1)?.span.start;
    Some(Candidate::unflagged(w, start, next, Date::Point(point), Certainty::Certain))
}

/// `(التاسع الميلادي)`, `/16م`, `، الثامن الميلادي`, `الموافق للثاني عشر الميلادي` behind the same century of the other era; or
/// the second of two centuries.
fn other_century(w: &Window<'_>, at: usize) -> Option<Candidate> {
    if let Some(other) = second_century(w, at).or_else(|| short_century(w, at)) {
        return Some(other);
    }
    let joint = w.before(at, 1).is_some_and(|i| {
        matches!(i.kind, ItemKind::Sign(CharClass::Opener | CharClass::Slash | CharClass::Dash))
            || i.starts(Starts::ERA)
            || i.kind == ItemKind::Sign(CharClass::Comma) && w.follows(at - 1, Starts::ERA)
            || i.starts(Starts::AGREES)
    });
    let century = |i: usize| noun(w, i).is_some_and(|(unit, ..)| unit == Unit::Century);
    if !joint || !w.recent(at, 8).any(century) {
        return None;
    }
    let start = ordinal(w, at).map_or(w.get(at)?.span.start, |which| which.start);
    let (number, behind) = century_number(w, at)?;
    let (calendar, before_era, next) = fields::era_mark(w, behind)?;
    let mut point = Point::new(calendar, Granularity::Century);
    point.year = i32::try_from(number).ok();
    point.before_era = before_era;
    Some(Candidate::unflagged(w, start, next, Date::Point(point), Certainty::Certain))
}

/// `القرنين التاسع عشر والعشرين`, `القرون الثاني والثالث والرابع للهجرة`, with one era for all.
fn centuries(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (unit, form, r) = noun(w, at)?;
    // القرن الثامن والتاسع الهجري: one noun for each of them.
    let several = matches!(form, NounForm::Dual | NounForm::Plural | NounForm::Singular);
    if unit != Unit::Century || !several || !r.clitics.has(Clitics::ARTICLE) {
        return None;
    }
    let (first, mut next) = century_number(w, at + 1)?;
    let mut numbers = Vec::from([first]);
    loop {
        let joint = usize::from(is_waw(w, next) || w.is_sign(next, CharClass::Comma));
        let waw = w.get(next).is_some_and(|i| w.readings(i).any(|r| r.clitics.has(Clitics::WAW)));
        let Some((number, behind)) = century_number(w, next + joint).filter(|_| joint == 1 || waw) else {
            break;
        };
        numbers.push(number);
        next = behind;
    }
    if numbers.len() < 2 || form == NounForm::Dual && numbers.len() > 2 {
        return None;
    }
    let era = fields::era_mark(w, next);
    // القرن الثاني عشر والثالث عشر
    let follow = numbers.windows(2).all(|pair| matches!(pair, [a, b] if a + 1 == *b));
    if form == NounForm::Singular && era.is_none() && !follow {
        return None;
    }
    let (calendar, before_era, next) = era.unwrap_or((Calendar::Gregorian, false, next));
    let point = |number| {
        let mut point = Point::new(calendar, Granularity::Century);
        point.year = i32::try_from(number).ok();
        point.before_era = before_era;
        point
    };
    let date = Date::Set(numbers.into_iter().map(point).collect());
    Some(Candidate::new(w, r.start, next, date, Certainty::Certain, mixed(w, r.start, end_of(w, next))))
}

/// `الربع الأول من عام 2023`, `النصف الأول من 1998`.
fn quarter(w: &Window<'_>, at: usize) -> Option<Candidate> {
    // بنهاية الربع الثالث من 2025
    if let Some((part, r)) = part(w, at) {
        // What is a part itself has none: asked first, so that نهاية نهاية goes no deeper.
        let behind = Some(at + r.items).filter(|&behind| w.can(behind, Starts::PART_NOUN))?;
        let mut found = quarter(w, behind)?;
        found.found.start = r.start;
        if let Some(Date::Point(point)) = &mut found.found.value {
            point.part = Some(part);
        }
        return Some(found);
    }
    let (granularity, r) = sense(w, at, |s, r| match s {
        Sense::PartQuarter if r.clitics.has(Clitics::ARTICLE) => Some(Granularity::Quarter),
        Sense::PartHalf if r.clitics.has(Clitics::ARTICLE) => Some(Granularity::Half),
        _ => None,
    })?;
    // الاجتماع الثلاثي الأول: of three.
    if w.get(at).is_some_and(|i| w.bare(i).as_str().ends_with('ي'))
        && w.before(at, 1).is_some_and(|i| {
            let bare = w.bare(i);
            // رزنامة الاختبارات الثلاثي الأول: no adjective of theirs.
            let agrees = !bare.as_str().ends_with('ة') && !bare.as_str().ends_with("ات");
            i.kind == ItemKind::Word && is_definite(w, i) && agrees
        })
    {
        return None;
    }
    let most = if granularity == Granularity::Quarter { 4 } else { 2 };
    let last = w.get(at + 1).is_some_and(|i| is_definite(w, i) && w.bare(i).as_str().ends_with("خير"));
    let (which, mut next) = match ordinal(w, at + 1) {
        Some(o) if (1..=most).contains(&o.value) => (o.value as u8, o.next),
        None if last => (most as u8, at + 2),
        _ => return None,
    };
    let of = w.can(next, Starts::FROM);
    next += usize::from(of);
    let mut point = Point::new(Calendar::Gregorian, granularity);
    point.month = Some(which);
    // في الربع الثالث 1500 سيارة, في الربع الثاني 1950 مليون ريال: so many of them.
    let ours = plain(w, next).is_some_and(|(year, len)| len == 4 && (1990..=2050).contains(&year));
    let amount = !of
        && !ours
        && matches!(w.get(next).map(|i| i.kind), Some(ItemKind::Number(_)))
        && (has(w, next + 1, |s| matches!(s, Sense::Mult(..) | Sense::Per(_))) || counts_noun(w, next + 1));
    if amount {
        return None;
    }
    if let Some((read, _)) = year_alone(w, next) {
        // من عام 1445هـ
        (point.year, point.calendar) = (read.point.year, read.point.calendar);
        next = read.next;
    } else if let Some(found) = year(w, next, false).filter(|y| y.digits == 4) {
        point.year = Some(found.value);
        point.calendar = found.calendar.unwrap_or_default();
        next = found.next;
    } else {
        // من هذا العام
        let pointed = w.can(next, Starts::THIS);
        next += usize::from(pointed);
        singular(w, next, Unit::Year).filter(|r| r.clitics.has(Clitics::ARTICLE))?;
        // العام المالي 2022, السنة المالية الحالية
        let adjective = w.get(next + 1).is_some_and(|i| is_definite(w, i));
        let fiscal = |i: &Item| w.spells(i, &["المالي", "المالية", "الدراسي", "الدراسية"]);
        let behind = next + 1 + usize::from(w.get(next + 1).is_some_and(fiscal));
        let stated = year(w, next + 2, false).filter(|y| adjective && y.digits == 4);
        if let Some(found) = stated {
            point.year = Some(found.value);
            point.calendar = found.calendar.unwrap_or_default();
            return Some(Candidate::unflagged(
                w,
                r.start,
                found.next,
                Date::Point(point),
                Certainty::Certain,
            ));
        }
        // من العام: the one that is told of.
        let this = (pointed || of && !says_which(w, next + 1))
            .then_some((0, if pointed { behind } else { next + 1 }));
        let (n, behind) = deictic(w, behind).or(this)?;
        point.deictic = Some(n);
        next = behind;
    }
    let flags = mixed(w, r.start, end_of(w, next));

    Some(Candidate::new(w, r.start, next, Date::Point(point), Certainty::Certain, flags))
}
