//! Days of the week: alone, several of them, every one (C.8, C.9).

use alloc::vec::Vec;

use super::calendar::Weekday;
use super::day::is_of_midnight;
use super::fields::{deictic, is_name_head, licensed_by_preposition, noun, singular};
use super::sets::listed_days;
use super::value::Date;
use super::{Candidate, weekday_from_iso};
use crate::certainty::Certainty;
use crate::class::CharClass;
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{NounForm, Sense, Unit};
use crate::number::{follows, has, is_definite, is_waw, reading, sense, starts_with_waw};

/// `يومي الخميس والجمعة المقبلين`, `أيام الأحد والثلاثاء والخميس`; without their noun where a dual says something of both,
/// `السبت والأحد المقبلين`.
pub(super) fn weekdays(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let bare = w.can(at, Starts::WEEKDAY);
    let head = noun(w, at).filter(|&(unit, form, r)| {
        // يوما السبت والأحد has the letters of the accusative.
        let set = matches!(form, NounForm::ConstructDual | NounForm::Plural | NounForm::Accusative);
        unit == Unit::Day && set && !r.clitics.has(Clitics::ARTICLE)
    });
    let start = match head {
        Some((.., r)) => r.start,
        None => reading(w, at, |s, _| matches!(s, Sense::Weekday(_))).filter(|_| bare)?.start,
    };
    let day = |at: usize| {
        sense(w, at, |s, r| match s {
            Sense::Weekday(n) if r.clitics.has(Clitics::ARTICLE) => Some((*n, r.clitics)),
            _ => None,
        })
        .map(|(found, _)| found)
    };
    let mut days = Vec::new();
    let mut next = at + usize::from(head.is_some());
    loop {
        let apart = is_waw(w, next) || (!days.is_empty() && w.is_sign(next, CharClass::Comma));
        let joint = usize::from(apart);
        let Some((n, clitics)) = day(next + joint) else { break };
        if !days.is_empty() && joint == 0 && !clitics.has(Clitics::WAW) || days.len() == 7 {
            break;
        }
        days.push(weekday_from_iso(n)?);
        next += joint + 1;
    }
    if days.len() < 2 {
        return None;
    }
    // يومي السبت والأحد 3 و4 مايو
    if let Some(mut dated) = listed_days(w, next) {
        dated.found.start = start;
        return Some(dated).filter(|_| head.is_some());
    }
    let dual = || w.get(next).is_some_and(|i| w.bare(i).as_str().ends_with('ن'));
    if head.is_none() && !(days.len() == 2 && dual() && deictic(w, next).is_some()) {
        return None;
    }
    let (found, next) = deictic(w, next).map_or((None, next), |(n, next)| (Some(n), next));
    let date = Date::Weekdays { weekdays: days, deictic: found };
    Some(Candidate::unflagged(w, start, next, date, Certainty::Certain))
}

/// Where the weekday in apposition to a day ends, as it is or between commas, dashes or brackets: أمس الأحد, أمس (الأحد),
/// غدا - الثلاثاء -; `at` if there is none.
pub(super) fn behind_weekday(w: &Window<'_>, at: usize) -> usize {
    if let Some((_, next)) = weekday_at(w, at, false) {
        return next;
    }
    let pairs = [
        (CharClass::Comma, CharClass::Comma),
        (CharClass::Dash, CharClass::Dash),
        (CharClass::Opener, CharClass::Closer),
    ];
    let told = pairs.iter().find(|(open, _)| w.is_sign(at, *open)).and_then(|(_, close)| {
        let (_, next) = weekday_at(w, at + 1, false)?;
        // The comma behind it stays outside.
        w.is_sign(next, *close).then_some(next + usize::from(*close != CharClass::Comma))
    });
    told.unwrap_or(at)
}

/// A weekday with the article, or without it behind `bare`.
pub(super) fn weekday_at(w: &Window<'_>, at: usize, bare: bool) -> Option<(Weekday, usize)> {
    let (n, r) = sense(w, at, |s, r| match s {
        Sense::Weekday(n) if r.clitics.has(Clitics::ARTICLE) || bare => Some(*n),
        _ => None,
    })?;
    (!r.clitics.has(Clitics::WAW | Clitics::BEH | Clitics::LAM | Clitics::KAF))
        .then_some((weekday_from_iso(n)?, at + 1))
}

/// `يوم الثلاثاء الماضي`, `الجمعة`, `مساء الأحد`.
pub(super) fn weekday(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let noun = singular(w, at, Unit::Day).filter(|r| !r.clitics.has(Clitics::ARTICLE));
    let night = sense(w, at, |s, r| {
        (matches!(s, Sense::Night | Sense::DayNoun) && !r.clitics.has(Clitics::ARTICLE)).then_some(())
    });
    let head = noun.or(night.filter(|_| !is_of_midnight(w, at)).map(|((), r)| r));
    let day_at = if head.is_some() { at + 1 } else { at };
    let (n, r) = sense(w, day_at, |s, r| match s {
        Sense::Weekday(n) if r.clitics.has(Clitics::ARTICLE) || head.is_some() => Some(*n),
        _ => None,
    })?;
    if head.is_some() && !r.clitics.is_none() && !r.clitics.has(Clitics::ARTICLE) {
        return None;
    }
    let weekday = weekday_from_iso(n)?;
    // سورة الجمعة, [الجمعة: 11], الواحد الأحد, للاثنين معا.
    let before = w.before(at, 1);
    let named = at.checked_sub(1).is_some_and(|b| is_name_head(w, b))
        || before.is_some_and(|i| matches!(w.text_of(i), "[" | "الواحد"))
        || n == 1 && r.clitics.has(Clitics::LAM);
    if head.is_none() && named {
        return None;
    }
    let (found, next) = match deictic(w, day_at + 1) {
        Some((n, next)) => (Some(n), next),
        None => (None, day_at + 1),
    };
    // يوم أحد is the battle of Uhud, but for what leads to a day: كل يوم أحد, في يوم أحد مشمس.
    let hill = n == 7 && head.is_some() && !r.clitics.has(Clitics::ARTICLE);
    let damma = || w.get(day_at).is_some_and(|i| w.text_of(i).contains('\u{64F}'));
    let leads =
        |s: &Sense| matches!(s, Sense::Prep | Sense::From | Sense::Every | Sense::Since | Sense::DayHalf(_));
    let part = || w.spells(w.before(at, 1), &["صباح", "مساء", "ذات"]);
    let one = || has(w, day_at + 1, |s| matches!(s, Sense::Unit(1)));
    if hill && (damma() || !one() && !part() && !follows(w, at, leads)) {
        return None;
    }
    // الاثنين is also "the two": alone, it is the weekday only behind يوم or beside a deictic.
    // With its hamza it is the day: مباريات الإثنين, but not الفرق بين الإثنين and الإثنين معا.
    let hamza = w.get(day_at).is_some_and(|i| w.text_of(i).contains(['إ', '\u{655}']))
        && !w.spells(before, &["بين", "أحد", "كلا", "أفضل", "أي", "هذين", "هذان", "مع"])
        && !w.spells(w.get(day_at + 1), &["معا", "سويا", "فقط"]);
    let two = n == 1 && head.is_none() && found.is_none() && !hamza && !is_monday(w, at);
    let certainty = match (found, head) {
        _ if two => Certainty::Weak,
        (Some(_), _) => Certainty::Certain,
        _ => Certainty::Likely,
    };
    let start = head.map_or(r.start, |h| h.start);
    Some(Candidate::unflagged(w, start, next, Date::Weekday { weekday, deictic: found }, certainty))
}

/// Whether الاثنين alone is the day, and not "the two".
fn is_monday(w: &Window<'_>, at: usize) -> bool {
    // الفرق بين الاثنين, أحد الاثنين: two of something.
    if w.spells(w.before(at, 1), &["بين", "أحد", "أفضل", "كلا", "أي"])
        && !(is_waw(w, at + 1) || starts_with_waw(w, at + 1))
    {
        return false;
    }
    licensed_by_preposition(w, at)
        || w.before(at, 1)
            .is_some_and(|i| matches!(w.text_of(i), "مساء" | "صباح" | "ظهر" | "فجر" | "ليل" | "عصر"))
        || w.get(at + 1).is_some_and(|i| matches!(w.text_of(i), "،" | "."))
        || is_monday_beside(w, at)
        || stands_alone(w, at)
}

/// Whether the word has a line or brackets for itself, or for what a colon says of it: (الاثنين), الاثنين: مغلق.
fn stands_alone(w: &Window<'_>, at: usize) -> bool {
    let opens = |i: &Item| matches!(i.kind, ItemKind::Break | ItemKind::Sign(CharClass::Opener));
    let ends = |i: &Item| {
        matches!(
            i.kind,
            ItemKind::Break | ItemKind::Sign(CharClass::Closer | CharClass::Colon | CharClass::Dash)
        )
    };
    w.before(at, 1).is_none_or(opens) && w.get(at + 1).is_none_or(ends)
}

/// Whether الاثنين is a day by what stands beside it: behind a verb or its subject (قالت الوكالة الاثنين إن) and not behind
/// what counts two (كلا الاثنين), or next to another day (الأحد والاثنين).
fn is_monday_beside(w: &Window<'_>, at: usize) -> bool {
    const TWO: [&str; 14] =
        ["كلا", "كلتا", "كلي", "بين", "أن", "ان", "إن", "لأن", "هذين", "هذان", "أحد", "احد", "مع", "أي"];
    const BOTH: [&str; 9] = ["معا", "سويا", "فقط", "الآخرين", "الأولين", "كليهما", "هما", "اللذين", "بالمئة"];
    let day = |at: usize| {
        sense(w, at, |s, r| {
            (matches!(s, Sense::Weekday(n) if *n != 1) && r.clitics.has(Clitics::ARTICLE)).then_some(())
        })
        .is_some()
    };
    if day(at + 1) || at.checked_sub(1).is_some_and(day) {
        return true;
    }
    // الشاهدين الاثنين
    let dual = |i: &Item| {
        let bare = w.bare(i);
        // البلدان الاثنين: of another case, no "both".
        is_definite(w, i) && bare.as_str().ends_with("ين")
    };
    w.before(at, 1).is_some_and(|i| {
        i.kind == ItemKind::Word && i.spaced && !w.spells(i, &TWO) && !dual(i) && !i.starts(Starts::NUMBER)
    }) && w.get(at + 1).is_some_and(|i| i.kind == ItemKind::Word && !w.spells(i, &BOTH))
}

/// `كل يوم جمعة`.
pub(super) fn every(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let r = reading(w, at, |s, _| matches!(s, Sense::Every))?;
    let day_at =
        if singular(w, at + 1, Unit::Day).is_some_and(|d| d.clitics.is_none()) { at + 2 } else { at + 1 };
    let (weekday, next) = weekday_at(w, day_at, true)?;
    // كل أحد is "everyone", كل اثنين "every two"; كل اثنين وخميس are two days.
    let bare = weekday_at(w, day_at, false).is_none();
    let several = || {
        let other = |day| !matches!(day, Weekday::Sunday | Weekday::Monday);
        next_weekday(w, next).is_some_and(|(_, day, _)| other(day))
    };
    if bare && day_at == at + 1 && matches!(weekday, Weekday::Sunday | Weekday::Monday) && !several() {
        return None;
    }
    Some(Candidate::unflagged(w, r.start, next, Date::Recurrence(weekday), Certainty::Certain))
}

/// A weekday without the article behind و at `at`, its own or one alone: first byte, day, next item.
fn next_weekday(w: &Window<'_>, at: usize) -> Option<(usize, Weekday, usize)> {
    let apart = usize::from(is_waw(w, at));
    let day = |s: &Sense, r: &Reading| match s {
        Sense::Weekday(n) if r.clitics.has(Clitics::WAW) != (apart == 1) && !r.clitics.has(!Clitics::WAW) => {
            Some(*n)
        }
        _ => None,
    };
    // كل اثنين واحد: one of every two.
    let (n, r) = sense(w, at + apart, day).filter(|_| !w.spells(w.get(at + apart), &["واحد"]))?;
    Some((r.start, weekday_from_iso(n)?, at + apart + r.items))
}

/// The second and later ones of `كل اثنين وخميس`.
pub(super) fn every_other(w: &Window<'_>, at: usize) -> Option<Candidate> {
    const DAYS: usize = 6;
    let (start, weekday, next) = next_weekday(w, at)?;
    let mut head = at;
    for _ in 0..DAYS {
        head = head.checked_sub(1)?;
        if w.can(head, Starts::POINTER) {
            let every = every(w, head).is_some_and(|found| found.found.next <= at);
            return every.then(|| {
                Candidate::unflagged(w, start, next, Date::Recurrence(weekday), Certainty::Certain)
            });
        }
        let between =
            w.can(head, Starts::WEEKDAY) || is_waw(w, head) || singular(w, head, Unit::Day).is_some();
        between.then_some(())?;
    }
    None
}
