//! Years without a month: behind their noun, or in words (C.6).

use super::fields::{self, Year, counts_noun, deictic, mixed, plain, singular, year};
use super::lone_year::lone_year;
use super::other_report::{may_report, other_report};
use super::read::Read;
use super::value::Calendar;
use crate::certainty::{Certainty, Profiles};
use crate::class::CharClass;
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{List, Sense, Unit};
use crate::number::{
    Exact, OURS, cardinal, counted_noun, end_of, has, is_definite, is_or, is_ours, is_waw, reading,
};

/// A year with its noun, or licensed by a preposition or an event (C.6).
pub(super) fn year_alone(w: &Window<'_>, at: usize) -> Option<(Read, Certainty)> {
    if !w.can(at, Starts::TIME.with(Starts::DIGITS)) {
        return spoken_year(w, at);
    }
    match singular(w, at, Unit::Year) {
        Some(noun) => year_behind_noun(w, at, noun),
        None => lone_year(w, at),
    }
}

/// A year in words without its noun, behind what says that a time follows: منذ ألفين وأحد عشر, بحلول ألفين وثلاثين.
fn spoken_year(w: &Window<'_>, at: usize) -> Option<(Read, Certainty)> {
    if !w.can(at, Starts::NUMBER) {
        return None;
    }
    let time = |s: &Sense| matches!(s, Sense::Since | Sense::Part(_));
    let licensed = at.checked_sub(1).is_some_and(|b| {
        has(w, b, time)
            || w.get(b).is_some_and(|i| {
                let bare = w.bare(i);
                matches!(bare.as_str(), "بحلول" | "صيف" | "شتاء" | "خريف" | "ربيع" | "مونديال" | "انتخابات")
            })
    });
    // ثلاثة آلاف عام قبل الميلاد
    let before_era = || {
        w.counted(at).is_some_and(|number| {
            fields::noun_of_year(w, number.next)
                && fields::era_mark(w, number.next + 1).is_some_and(|(_, before, _)| before)
        })
    };
    // سنة ثلاث عشرة ومائة وقيل سبع عشرة ومائة
    let told_too = || {
        let found = may_report(w, at).then(|| year(w, at, true)).flatten()?;
        other_report(w, at, &found).map(|calendar| (found, calendar))
    };
    if let Some((found, calendar)) = told_too() {
        let mut read = Read::of_year(found);
        if !read.era {
            read.point.calendar = calendar;
        }
        return Some((read, Certainty::Likely));
    }
    if !(before_era() || licensed && fields::is_spoken_year(w, at)) {
        return None;
    }
    Some((Read::of_year(year(w, at, true)?), Certainty::Likely))
}

/// `عام 2024`, `السنة الهجرية 1444`, `العام الماضي 2022`.
fn year_behind_noun(w: &Window<'_>, at: usize, r: Reading) -> Option<(Read, Certainty)> {
    // تحت 23 عاما 2026, خلال ثلاثين سنة 2000 كتاب: the number has its noun.
    let before = |test: fn(&Window<'_>, usize) -> bool| at.checked_sub(1).is_some_and(|b| test(w, b));
    let tens = before(|w, b| has(w, b, |s| matches!(s, Sense::Tens(_))));
    let digits = || before(|w, b| plain(w, b).is_some_and(|(_, len)| len <= 3));
    if tens || digits() && w.spells(w.get(at), &["عاما"]) {
        return None;
    }
    let mut next = at + 1;
    // العام الميلادي 2023 and السنة الهجرية 1444 have their era before the number.
    let mut stated = None;
    if let Some((calendar, before, behind)) = fields::era_mark(w, next)
        && !before
    {
        stated = Some(calendar);
        next = behind;
    }
    // العام الماضي 2022
    if r.clitics.has(Clitics::ARTICLE)
        && let Some((_, behind)) = deictic(w, next)
        && (year(w, behind, false).is_some_and(|y| {
            let round = y.value % 100 == 0 && counted_noun(w, y.next);
            y.digits == 4 && !counts_noun(w, y.next) && !round
        }) || is_year_in_brackets(w, behind))
    {
        next = behind;
    }
    // The annals count from the Hijra: توفي سنة ست وسبعين.
    let classical = w.options.profiles.contains(Profiles::CLASSICAL)
        && !r.clitics.has(Clitics::ARTICLE)
        && w.get(at).is_some_and(|i| w.bare(i).as_str().ends_with("سنة"));
    // توفي ابن عباس رضي الله عنهما سنة ثمان وستين
    let early = !classical
        && !r.clitics.has(Clitics::ARTICLE)
        && !w.spells_behind(w.before(at, 1), &["كل"])
        && is_of_companions(w, at);
    if let Some(read) = bracketed(w, r.start, next, classical) {
        return Some((read, Certainty::Certain));
    }
    // ولد سنة: 1975
    let labelled = w.is_sign(next, CharClass::Colon)
        && plain(w, next + 1).is_some_and(|(value, len)| len == 4 && (1000..=2100).contains(&value));
    next += usize::from(labelled);
    let mut found = year(w, next, true)
        .or_else(|| {
            fields::small_year(w, next).filter(|y| {
                // سنة خمس من البعثة
                let other = early && (w.can(y.next, Starts::FROM) || w.spells(w.get(y.next), &["مرة"]));
                (classical || early) && !other && agrees(w, next) && !w.can(y.next, Starts::TIME)
            })
        })
        .filter(|y| y.digits != 1 || y.calendar.is_some())?;
    found.calendar =
        found.calendar.or(stated).or((classical && found.value < 1000).then_some(Calendar::Hijri));
    // In words alone: سنة 68 may be ours.
    let counted = || w.can(found.next, Starts::FROM) || w.spells(w.get(found.next), &["مرة"]);
    if early && found.calendar.is_none() && found.value < 300 && plain(w, next).is_none() && !counted() {
        found.calendar = Some(Calendar::Hijri);
    }
    // بشكل عام 25 لاعبا, 30 سنة 10 منها.
    let other = at.checked_sub(1).is_some_and(|b| {
        has(w, b, |s| matches!(s, Sense::General))
            || matches!(w.get(b).map(|i| i.kind), Some(ItemKind::Number(_)))
    });
    if found.digits == 2 && other {
        return None;
    }
    // القطاع العام 2000 موظف: no year, but an adjective.
    let adjective = r.clitics.has(Clitics::ARTICLE)
        && found.value % 100 == 0
        && w.before(at, 1).is_some_and(|i| i.is_unknown() && is_definite(w, i));
    if adjective && counted_noun(w, found.next) {
        return None;
    }
    let ours = found.digits == 4 && OURS.contains(&found.value);
    let amount = has(w, found.next, |s| matches!(s, Sense::Mult(..))) && !ours;
    if found.calendar.is_none() && (amount || has(w, found.next, |s| matches!(s, Sense::Per(_)))) {
        return None;
    }
    // بنهاية السنة 2150 موظفا
    // بداية العام 2500 سائح
    let counts = || counts_noun(w, found.next) || counted_noun(w, found.next);
    if r.clitics.has(Clitics::ARTICLE) && found.calendar.is_none() && !ours && counts() {
        return None;
    }
    if found.calendar.is_none() && (is_volume(w, at, &found) || shares_hundred(w, &found)) {
        return None;
    }
    let certainty = if found.digits == 2 { Certainty::Likely } else { Certainty::Certain };
    let mut read = Read::of_year(found);
    read.start = r.start;
    read.flags = read.flags.with(mixed(w, read.start, end_of(w, read.next)));
    Some((read, certainty))
}

/// Whether the first Muslims are told of before `at`, whose years are those of the Hijra: رضي الله عنه, تابعي, صحابي.
fn is_of_companions(w: &Window<'_>, at: usize) -> bool {
    const REACH: usize = 12;
    const DIED: [&str; 10] =
        ["توفي", "توفيت", "مات", "ماتت", "استشهد", "استشهدت", "قتل", "بايع", "أسلم", "ولد"];
    let died = || w.recent(at, REACH / 2).any(|i| w.spells_behind(w.get(i), &DIED));
    w.recent(at, REACH).any(|i| {
        let pair = |word: &str, before: &[&str]| w.spells(w.get(i), &[word]) && w.spells(w.before(i, 1), before);
        w.in_list(w.get(i), List::Companion)
            || pair("الله", &["رضي"])
            // Shrines and schools have these names too.
            || (pair("السلام", &["عليه", "عليها", "عليهما"]) || w.spells(w.get(i), &["الصحابة", "التابعين"])) && died()
    })
}

/// Whether a year of ours stands in brackets at `at`: العام الماضي (2007).
fn is_year_in_brackets(w: &Window<'_>, at: usize) -> bool {
    w.is_sign(at, CharClass::Opener)
        && w.is_sign(at + 2, CharClass::Closer)
        && is_ours(w, at + 1)
        && !counts_noun(w, at + 3)
}

/// `هذا العام 2018`: the year that this one is, with what points at it.
pub(super) fn this_year(w: &Window<'_>, at: usize) -> Option<(Read, Certainty)> {
    let this = reading(w, at, |s, _| matches!(s, Sense::This))?;
    singular(w, at + 1, Unit::Year).filter(|r| r.clitics.has(Clitics::ARTICLE) && is_ours(w, at + 2))?;
    let behind = at + 3;
    let other = has(w, behind, |s| matches!(s, Sense::Mult(..) | Sense::Per(_)));
    // هذا العام 1950 من الطلاب, هذا العام 2000 و500 طن, هذه السنة 2000 جندي
    let some = w.can(behind, Starts::FROM) && w.get(behind + 1).is_some_and(|i| is_definite(w, i));
    let sum = is_waw(w, behind) && plain(w, behind + 1).is_some();
    let round = plain(w, at + 2).is_some_and(|(value, _)| value % 100 == 0) && counted_noun(w, behind);
    if counts_noun(w, behind) || other || some || sum || round {
        return None;
    }
    let mut read = Read::of_year(year(w, at + 2, false)?);
    read.start = this.start;
    Some((read, Certainty::Certain))
}

/// Whether the number word has the gender that سنة asks for: سنة ثلاث, but three of something in غاب سنة ثلاثة أشهر.
fn agrees(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| !w.bare(i).as_str().ends_with('ة'))
}

/// Whether a year in words below a hundred has its hundred behind the other that أو or وقيل gives: سنة خمس وستين أو ست وستين
/// ومائتين.
fn shares_hundred(w: &Window<'_>, year: &Year) -> bool {
    let spoken = w.get(year.next.saturating_sub(1)).is_some_and(|i| i.kind == ItemKind::Word);
    let or = year.next + usize::from(w.is_sign(year.next, CharClass::Comma));
    let other = is_or(w, or) || w.spells(w.get(or), &["وقيل"]);
    spoken
        && year.value < 2000
        && other
        && w.can(or + 1, Starts::NUMBER)
        && cardinal(w, or + 1).is_some_and(|more| more.value > Exact::integer(100))
}

/// Whether the number is that of a journal's volume, السنة 28, or of a court's session, لسنة 44 القضائية.
fn is_volume(w: &Window<'_>, at: usize, year: &Year) -> bool {
    let bare = |at: usize, test: &dyn Fn(&str) -> bool| w.get(at).is_some_and(|i| test(w.bare(i).as_str()));
    let volume = bare(at, &|noun| noun.ends_with("السنة"));
    let session = || bare(year.next, &|word| matches!(word, "القضائية" | "قضائية" | "ق"));
    year.digits == 3 && volume || year.digits == 2 && (volume || session())
}

/// A year in brackets or quotation marks behind its noun: عام (1522).
fn bracketed(w: &Window<'_>, start: usize, at: usize, classical: bool) -> Option<Read> {
    let mark =
        |i: &Item| matches!(i.kind, ItemKind::Sign(CharClass::Opener | CharClass::Closer | CharClass::Quote));
    w.get(at).filter(|i| mark(i))?;
    // بلغ 34 سنة (2016): the number has its noun.
    let counted =
        at.checked_sub(2).is_some_and(|b| matches!(w.get(b).map(|i| i.kind), Some(ItemKind::Number(_))));
    if counted && w.get(at - 1).is_some_and(|noun| noun.span.start == start) {
        return None;
    }
    // سنة (أربع وتسعين وأربعمائة)
    let spoken = || year(w, at + 1, true).filter(|y| y.digits == 0);
    let mut found = year(w, at + 1, classical).filter(|y| y.digits >= 3 || classical).or_else(spoken)?;
    w.get(found.next).filter(|i| mark(i))?;
    let mut next = found.next + 1;
    // سنة (428) ثمان وعشرين وأربع مئة
    if let Some(again) = year(w, next, true).filter(|again| again.digits == 0 && again.value == found.value) {
        (next, found.calendar) = (again.next, found.calendar.or(again.calendar));
    }
    // سنة (260) هـ
    if let Some((calendar, before, behind)) = fields::era_mark(w, next).filter(|_| found.calendar.is_none()) {
        (found.calendar, found.before_era, next) = (Some(calendar), before, behind);
    }
    if classical && found.value < 1000 {
        found.calendar = found.calendar.or(Some(Calendar::Hijri));
    }
    // السنة (2150) موظفا, سنة (100) ألف
    let amount = has(w, next, |s| matches!(s, Sense::Mult(..) | Sense::Per(_)));
    if found.calendar.is_none() && (amount || counts_noun(w, next)) {
        return None;
    }
    let mut read = Read::of_year(found);
    (read.start, read.next) = (start, next);
    Some(read)
}
