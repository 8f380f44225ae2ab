//! Years without a month: behind their noun, or where their era or what stands before them says so
//! (`numbers-and-dates`, C.6).

use super::fields::{self, Year, counts_measure, counts_noun, deictic, expand, mixed, plain, singular, year};
use super::read::Read;
use super::value::{Calendar, Granularity, Point};
use crate::certainty::{Certainty, Profiles};
use crate::class::CharClass;
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{List, Sense, Unit, is_listed};
use crate::number::{
    self, Exact, cardinal, counted_noun, has, is_definite, is_or, is_particle, is_waw, reading,
};

/// A year with its noun, or licensed by a preposition or an event (C.6).
pub(super) fn year_alone(w: &Window<'_>, at: usize) -> Option<(Read, Certainty)> {
    if !w.can(at, Starts::TIME.with(Starts::DIGITS)) {
        return spoken_year(w, at);
    }
    match singular(w, at, Unit::Year) {
        Some(noun) => year_behind_noun(w, at, noun),
        None => year_by_place(w, at),
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
    if !licensed || !fields::is_spoken_year(w, at) {
        return None;
    }
    Some((year_read(year(w, at, true)?), Certainty::Likely))
}

/// `عام 2024`, `السنة الهجرية 1444`, `العام الماضي 2022`.
fn year_behind_noun(w: &Window<'_>, at: usize, r: Reading) -> Option<(Read, Certainty)> {
    // تحت 23 عاما 2026, خلال ثلاثين سنة 2000 كتاب: the number has its noun.
    let before = |test: fn(&Window<'_>, usize) -> bool| at.checked_sub(1).is_some_and(|b| test(w, b));
    let tens = before(|w, b| has(w, b, |s| matches!(s, Sense::Tens(_))));
    let digits = || before(|w, b| plain(w, b).is_some_and(|(_, len)| len <= 3));
    if tens || digits() && w.get(at).is_some_and(|i| w.bare(i).as_str() == "عاما") {
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
        && (year(w, behind, false).is_some_and(|y| y.digits == 4 && !counts_noun(w, y.next))
            || is_year_in_brackets(w, behind))
    {
        next = behind;
    }
    // The annals count from the Hijra: توفي سنة ست وسبعين.
    let classical = w.options.profiles.contains(Profiles::CLASSICAL)
        && !r.clitics.has(Clitics::ARTICLE)
        && w.get(at).is_some_and(|i| w.bare(i).as_str().ends_with("سنة"));
    if let Some(read) = bracketed(w, r.start, next, classical) {
        return Some((read, Certainty::Certain));
    }
    // ولد سنة: 1975
    let labelled = w.is_sign(next, CharClass::Colon)
        && plain(w, next + 1).is_some_and(|(value, len)| len == 4 && (1000..=2100).contains(&value));
    next += usize::from(labelled);
    let mut found = year(w, next, true)
        .or_else(|| {
            fields::small_year(w, next)
                .filter(|y| classical && agrees(w, next) && !w.can(y.next, Starts::TIME))
        })
        .filter(|y| y.digits != 1 || y.calendar.is_some())?;
    found.calendar =
        found.calendar.or(stated).or((classical && found.value < 1000).then_some(Calendar::Hijri));
    // بشكل عام 25 لاعبا, 30 سنة 10 منها.
    let other = at.checked_sub(1).is_some_and(|b| {
        has(w, b, |s| matches!(s, Sense::General))
            || matches!(w.get(b).map(|i| i.kind), Some(ItemKind::Number(_)))
    });
    if found.digits == 2 && other {
        return None;
    }
    let ours = found.digits == 4 && (1900..=2050).contains(&found.value);
    let amount = has(w, found.next, |s| matches!(s, Sense::Mult(..))) && !ours;
    if found.calendar.is_none() && (amount || has(w, found.next, |s| matches!(s, Sense::Per(_)))) {
        return None;
    }
    // بنهاية السنة 2150 موظفا
    if r.clitics.has(Clitics::ARTICLE) && found.calendar.is_none() && !ours && counts_noun(w, found.next) {
        return None;
    }
    if found.calendar.is_none() && (is_volume(w, at, &found) || shares_hundred(w, &found)) {
        return None;
    }
    let certainty = if found.digits == 2 { Certainty::Likely } else { Certainty::Certain };
    let mut read = year_read(found);
    read.start = r.start;
    read.flags = read.flags.with(mixed(w, read.start, fields::end(w, read.next)));
    Some((read, certainty))
}

/// Whether a year of ours stands in brackets at `at`: العام الماضي (2007).
fn is_year_in_brackets(w: &Window<'_>, at: usize) -> bool {
    w.is_sign(at, CharClass::Opener)
        && w.is_sign(at + 2, CharClass::Closer)
        && is_ours(w, at + 1)
        && !counts_noun(w, at + 3)
}

/// Whether four digits at `at` are a year that newspapers write of.
fn is_ours(w: &Window<'_>, at: usize) -> bool {
    plain(w, at).is_some_and(|(value, len)| len == 4 && (1900..=2050).contains(&value))
}

/// `هذا العام 2018`: the year that this one is, with what points at it.
pub(super) fn this_year(w: &Window<'_>, at: usize) -> Option<(Read, Certainty)> {
    let this = reading(w, at, |s, _| matches!(s, Sense::This))?;
    singular(w, at + 1, Unit::Year).filter(|r| r.clitics.has(Clitics::ARTICLE) && is_ours(w, at + 2))?;
    let behind = at + 3;
    let other = has(w, behind, |s| matches!(s, Sense::Mult(..) | Sense::Per(_)));
    // هذا العام 1950 من الطلاب, هذا العام 2000 و500 طن, هذه السنة 2000 جندي
    let some =
        has(w, behind, |s| matches!(s, Sense::From)) && w.get(behind + 1).is_some_and(|i| is_definite(w, i));
    let sum = is_waw(w, behind) && plain(w, behind + 1).is_some();
    let round = plain(w, at + 2).is_some_and(|(value, _)| value % 100 == 0) && counted_noun(w, behind);
    if counts_noun(w, behind) || other || some || sum || round {
        return None;
    }
    let mut read = year_read(year(w, at + 2, false)?);
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
    let other = is_or(w, or) || w.get(or).is_some_and(|i| w.bare(i).as_str() == "وقيل");
    spoken
        && year.value < 2000
        && other
        && w.can(or + 1, Starts::NUMBER)
        && cardinal(w, or + 1, number::Options::default())
            .is_some_and(|more| more.value > Exact::integer(100))
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
    let mut read = year_read(found);
    (read.start, read.next) = (start, next);
    Some(read)
}

/// A year without a noun, by its era or what stands before it: `منذ 2010`, `حرب 1967`, `في 2019 و2020`.
fn year_by_place(w: &Window<'_>, at: usize) -> Option<(Read, Certainty)> {
    if is_short(w, at) {
        let mut short = year_read(year(w, at, true)?);
        short.point.year = short.point.year.map(|year| 1900 + year % 100);
        return Some((short, Certainty::Likely));
    }
    let found = year(w, at, false)?;
    let item = w.get(at)?;
    let in_frame = found.digits == 4 && (1000..=2100).contains(&found.value);
    // What neither its size nor its era makes a year is none.
    if !in_frame && found.calendar.is_none() {
        return None;
    }
    let spaced = item.spaced || is_particle(w, at);
    let before = |test: fn(&Sense) -> bool| spaced && at.checked_sub(1).is_some_and(|b| has(w, b, test));
    // على بعد 2000 م is a distance.
    if w.before(at, 2).is_some_and(|i| w.bare(i).as_str() == "على")
        && w.before(at, 1).is_some_and(|i| w.bare(i).as_str() == "بعد")
    {
        return None;
    }
    // منذ and the like say that a time follows; في and إلى do not, so that a round number behind
    // them is rather a count: إلى 1500 قتيل.
    let firm = before(|s| matches!(s, Sense::Since | Sense::Part(_)))
        || w.before(at, 1).is_some_and(|i| w.bare(i).as_str() == "بحلول");
    let round = found.value % 100 == 0;
    // أنفق في 2019 مليار دولار
    let multiplied = has(w, found.next, |s| matches!(s, Sense::Mult(..))) && number::is_named_year(w, at);
    let odd_year =
        !round && (1900..=2050).contains(&found.value) && (!is_measured(w, found.next) || multiplied);
    let counts_none = odd_year && follows_war_or_season(w, at);
    // حرب 1967, كأس آسيا 2023, but not دفعة 2000 جندي and يورو 1500.
    let event = in_frame
        && item.spaced
        && (1..=3).any(|words| ends_event(w, at, words))
        && !w.before(at, 1).is_some_and(|i| is_listed_behind_article(w, i))
        && (counts_none || multiplied || !counts_noun(w, found.next))
        && !(round && (found.value < 1800 || counted_noun(w, found.next)));
    let genitive = round && (counted_noun(w, found.next) || before(|s| matches!(s, Sense::To)));
    // 2244 في 1080 بيكسل
    let times = w.before(at, 2).is_some_and(|i| matches!(i.kind, ItemKind::Number(_)));
    let old = (1000..1800).contains(&found.value)
        && found.value % 100 > 10
        && !times
        && !counts_noun(w, found.next);
    let framed = (1800..=2100).contains(&found.value) || old;
    // ارتفع عدد القتلى إلى 1653: an amount, if what goes there is one.
    let change = || before(|s| matches!(s, Sense::To)) && follows_change(w, at);
    // ما بين 1518 و1600
    let weak = before(|s| matches!(s, Sense::Prep))
        && framed
        && !genitive
        && !change()
        && !before(|s| matches!(s, Sense::Between));
    // عين في 2015 مديرا: what is counted in so odd a number is a measure, or is not in it.
    let odd = odd_year && (counts_none || weak && is_when(w, at) && !counts_cases(w, found.next));
    // بالفترة نفسها من 2022, but not أكثر من 2000 and من 1990 شخصا.
    let compared = w.before(at, 2).is_some_and(|i| w.readings(i).any(|r| r.items > 1))
        || w.before(at, 2)
            .is_some_and(|i| matches!(w.bare(i).as_str(), "أعلى" | "أدنى" | "أكبر" | "أصغر" | "بدلا"));
    let counted_next = counted_noun(w, found.next);
    let beside = odd_year && is_compared(w, at, found.next);
    let of = before(|s| matches!(s, Sense::From))
        && (1900..=2100).contains(&found.value)
        && !(round || compared || counted_next);
    // في 2019 و2020
    let listed = at.checked_sub(1).is_some_and(|b| is_waw(w, b) || is_or(w, b))
        && plain_before(w, at, 2)
        && first_of_list(w, at).checked_sub(1).is_some_and(|b| {
            // كأس العالم 1998 و2002 و2006, مواليد 2014 و2016
            let event = (1..=3).any(|words| ends_event(w, b + 1, words));
            // 31 ديسمبر 2022 و2021, حربي 1967 و1973
            event
                || w.can(b, Starts::MONTH)
                || has(w, b, |s| matches!(s, Sense::Prep | Sense::DateNoun | Sense::Time(Unit::Year, _)))
        })
        && (1900..=2100).contains(&found.value)
        && !genitive;
    // تأسس 1907, مواليد 1985
    let dated =
        // مواليد 1991 لفت الأنظار
        before(|s| matches!(s, Sense::DateNoun))
            && (1800..=2100).contains(&found.value)
            && (!counted_next || odd_year && !counts_noun(w, found.next));
    let before_licenses =
        firm || event || weak || of || listed || dated || beside || is_heading(w, at, &found);
    // كأس العالم قطر 2022
    // مونديال قطر 2022 شهد
    let named_event = w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Word && i.is_unknown())
        && (!counted_next || odd_year && !ends_in_alef(w, found.next) && !counts_noun(w, found.next))
        && (2..=4).any(|back| {
            at.checked_sub(back).is_some_and(|b| {
                w.get(b).is_some_and(|i| {
                    let items = w.readings(i).find(|r| r.senses().iter().any(|s| matches!(s, Sense::Event)));
                    items.is_some_and(|r| b + r.items + 1 == at || b + r.items + 2 == at)
                })
            })
        });
    // القرار 2401 (2018), القرار رقم 242 (1967)
    let decision = |back: usize| {
        w.before(at, back).is_some_and(|i| {
            let bare = w.bare(i);
            let word = bare.as_str().trim_start_matches(['ا', 'ل', 'و', 'ب']);
            matches!(word, "قرار" | "قراره" | "قانون" | "مرسوم")
        })
    };
    let decided = || {
        let sign = at.checked_sub(3).is_some_and(|b| has(w, b, |s| matches!(s, Sense::NumberSign)));
        plain(w, at - 2).is_some()
            && w.is_sign(at + 1, CharClass::Closer)
            && (decision(3) || sign && decision(4))
    };
    // بلغ 34 سنة (2016)
    let aside =
        || w.is_sign(at - 1, CharClass::Opener) && (singular(w, at - 2, Unit::Year).is_some() || decided());
    // المواليد: 1975, سنة الإنتاج: 2024
    let noun_of_year = |b: usize| {
        singular(w, b, Unit::Year).is_some_and(|r| !r.clitics.has(Clitics::ARTICLE))
            || has(w, b, |s| matches!(s, Sense::DateNoun))
    };
    let labelled = || {
        w.is_sign(at - 1, CharClass::Colon)
            && (has(w, at - 2, |s| matches!(s, Sense::DateNoun))
                || at.checked_sub(3).is_some_and(noun_of_year))
    };
    // سنة الصنع 2015, تاريخ النشر 2017
    let made = || {
        w.before(at, 1).is_some_and(|i| is_definite(w, i) && i.is_unknown())
            && (singular(w, at - 2, Unit::Year).is_some_and(|r| !r.clitics.has(!Clitics::WAW))
                || w.before(at, 2).is_some_and(|i| matches!(w.bare(i).as_str(), "تاريخ" | "وتاريخ"))
                    && !counted_next)
            && !w.before(at, 1).is_some_and(|i| w.text_of(i).starts_with('و'))
    };
    let labelled = at > 1
        && ((1900..=2100).contains(&found.value) && (labelled() || aside() || made() || is_of_title(w, at))
            || (1300..=1500).contains(&found.value) && labelled());
    // الأشهر التسعة الأولى 2023, تحت 23 عاما 2026
    let unit = |back: usize| at.checked_sub(back).and_then(|b| fields::noun(w, b)).map(|(unit, ..)| unit);
    let behind_length = (1900..=2100).contains(&found.value)
        && (w.before(at, 1).is_some_and(|i| w.bare(i).as_str().ends_with("لأولى"))
            && (unit(2) == Some(Unit::Month) || unit(3) == Some(Unit::Month))
            || w.before(at, 1).is_some_and(|i| w.bare(i).as_str() == "عاما")
                && at.checked_sub(2).is_some_and(|b| plain(w, b).is_some()));
    // للسنة المالية 2026
    let of_year = |b: usize| singular(w, b, Unit::Year).is_some_and(|r| r.clitics.has(Clitics::ARTICLE));
    let event_adjective = w.before(at, 1).is_some_and(|i| is_definite(w, i))
        && at.checked_sub(2).is_some_and(|b| has(w, b, |s| matches!(s, Sense::Event)) || of_year(b));
    let licensed =
        in_frame && (before_licenses || event_adjective || named_event || labelled || behind_length);
    let bracketed = w.is_sign(found.next, CharClass::Closer);
    // 748هـ/1948م: behind a year no metre.
    let joined =
        w.before(at, 1).is_some_and(|i| matches!(i.kind, ItemKind::Sign(CharClass::Slash | CharClass::Dash)));
    let second = joined && at.checked_sub(2).is_some_and(|b| has(w, b, |s| matches!(s, Sense::Era(_))));
    let marked = found.calendar.is_some()
        // صلح الحديبية (6هـ)
        && (found.digits >= 3 || found.before_era || bracketed && is_opened(w, at))
        && (found.calendar != Some(Calendar::Gregorian) || found.before_era || found.value <= 2100)
        && (!is_metre(w, &found) || licensed || bracketed || second || is_no_length(w, at, &found));
    let counted = !multiplied
        && (counts_noun(w, found.next) && !firm && (!odd || is_measured(w, found.next))
            || has(w, found.next, |s| matches!(s, Sense::Mult(..) | Sense::Per(_))))
        || followed_by_number(w, found.next);
    if !marked && (!licensed || counted) {
        return None;
    }
    let mut read = year_read(found);
    read.flags = read.flags.with(mixed(w, read.start, fields::end(w, read.next)));
    Some((read, Certainty::Likely))
}

/// Whether an event stands with the article that has a year only without it.
fn is_listed_behind_article(w: &Window<'_>, item: &Item) -> bool {
    let bare = w.bare(item);
    bare.as_str().split_once("ال").is_some_and(|(_, word)| is_listed(List::BareEvent, word))
}

/// Whether a bracket opens right before the item.
fn is_opened(w: &Window<'_>, at: usize) -> bool {
    w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Opener))
}

/// Whether the year begins its line, as in a time-line: `1914: اندلاع الحرب`.
fn is_heading(w: &Window<'_>, at: usize, year: &Year) -> bool {
    let first = w.before(at, 1).is_none_or(|i| i.kind == ItemKind::Break);
    let text = w
        .get(year.next + 1)
        .is_some_and(|i| i.spaced && i.kind == ItemKind::Word && !i.starts(Starts::NUMBER));
    first && (1800..=2050).contains(&year.value) && w.is_sign(year.next, CharClass::Colon) && text
}

/// Whether the year is that of the work, the event or the study before it: فيلم «الأرض» (1970), معركة ميسلون (1920); or stands in a
/// reference before its page: القاهرة، 1980، ص 45.
fn is_of_title(w: &Window<'_>, at: usize) -> bool {
    if !is_ours(w, at) {
        return false;
    }
    // الرقم المجاني (1910), عدد المشاركين (2015), رواه مسلم (1907): no titles.
    let amount = |i: &Item| {
        let bare = w.bare(i);
        let word = bare.as_str().strip_prefix('و').unwrap_or(bare.as_str());
        is_listed(List::Amount, word) || is_listed(List::Collector, word)
    };
    let title = |i: &Item| match i.kind {
        ItemKind::Word => {
            let bare = w.bare(i);
            let word = bare.as_str();
            i.is_unknown() && word.chars().nth(2).is_some() && !amount(i) && !word.ends_with('ا')
        }
        ItemKind::Sign(class) => matches!(class, CharClass::Quote | CharClass::Closer),
        _ => false,
    };
    let named = w.before(at, 2).is_some_and(title) && !w.before(at, 3).is_some_and(amount);
    let behind = w.get(at + 2);
    let free = behind.is_none_or(|i| {
        i.kind != ItemKind::Word || w.readings(i).all(|r| !r.senses().iter().any(|s| s.measures()))
    }) && !counted_accusative(w, at + 2);
    if w.is_sign(at - 1, CharClass::Opener) {
        return w.is_sign(at + 1, CharClass::Closer) && named && free;
    }
    let page = || w.get(at + 2).is_some_and(|i| matches!(w.bare(i).as_str(), "ص" | "ط" | "ج" | "مج" | "صص"));
    named
        && w.is_sign(at - 1, CharClass::Comma)
        && w.is_sign(at + 1, CharClass::Comma)
        && page()
        && plain(w, at + 3).is_some()
}

/// Whether an accusative that a number could count stands at `at`.
fn counted_accusative(w: &Window<'_>, at: usize) -> bool {
    ends_in_alef(w, at) && counted_noun(w, at)
}

/// Whether two digits at `at` are a year of the last century by the word before them: مواليد 61, حرب 73, حدود 67.
pub(super) fn is_short(w: &Window<'_>, at: usize) -> bool {
    const WARS: [u64; 4] = [48, 56, 67, 73];
    let Some((value, 2)) = plain(w, at) else { return false };
    let Some(before) = w.before(at, 1) else { return false };
    let bare = w.bare(before);
    let word = bare.as_str().trim_start_matches(['و', 'ب', 'ل']);
    let war = matches!(word, "حرب" | "نكسة" | "نكبة" | "أراضي" | "عرب" | "فلسطينيو" | "فلسطينيي" | "هزيمة");
    // في حدود 48 is about so many.
    let border = bare.as_str() == "حدود" && w.before(at, 2).is_none_or(|i| w.bare(i).as_str() != "في");
    (word == "مواليد" && value > 31 || (war || border) && WARS.contains(&value))
        && !followed_by_number(w, at + 1)
        && !counts_noun(w, at + 1)
        && (war || !counted_noun(w, at + 1))
}

/// Whether the year at `at` stands beside another that is compared with it, and no amount does: في 2018 مقارنة مع 2017.
fn is_compared(w: &Window<'_>, at: usize, next: usize) -> bool {
    const REACH: usize = 8;
    let compared = w.before(at, 1).is_some_and(|i| matches!(w.bare(i).as_str(), "مع" | "ب"))
        && w.before(at, 2).is_some_and(|i| matches!(w.bare(i).as_str(), "مقارنة" | "بالمقارنة" | "قياسا"));
    // مقارنة مع 1935 في الربع السابق, مقارنة بـ1937 أمس
    let period =
        has(w, next, |s| matches!(s, Sense::Prep)) && w.can(next + 1, Starts::TIME.with(Starts::PART_NOUN));
    let amount = period || w.can(next, Starts::DAY_WORD);
    let year = |i: usize| {
        let leads = |s: &Sense| matches!(s, Sense::Prep | Sense::Time(Unit::Year, _));
        is_ours(w, i) && i.checked_sub(1).is_some_and(|b| w.can(b, Starts::MONTH) || has(w, b, leads))
    };
    compared && !amount && w.recent(at - 2, REACH).any(year)
}

/// Whether a verb or noun of change stands before إلى in the same line: ارتفع عدد القتلى إلى, ليصل إلى, انخفاض المؤشر إلى.
pub(super) fn follows_change(w: &Window<'_>, at: usize) -> bool {
    const CHANGES: [&str; 26] = [
        "ارتفع",
        "ارتفاع",
        "يرتفع",
        "ترتفع",
        "وصل",
        "وصول",
        "يصل",
        "تصل",
        "انخفض",
        "انخفاض",
        "ينخفض",
        "تنخفض",
        "تراجع",
        "يتراجع",
        "هبط",
        "هبوط",
        "زاد",
        "زيادة",
        "قفز",
        "صعد",
        "صعود",
        "نزل",
        "تقلص",
        "تضاعف",
        "رفع",
        "خفض",
    ];
    const REACH: usize = 8;
    // Another sentence, or what is said of a noun between: وصل زوار المتحف الذي يعود إلى 1907.
    let ends = |i: &Item| {
        matches!(i.kind, ItemKind::Sign(CharClass::FullStop | CharClass::Question))
            || matches!(
                w.bare(i).as_str(),
                "الذي" | "التي" | "يعود" | "تعود" | "يرجع" | "ترجع" | "عاد" | "عادت"
            )
    };
    let Some(to) = at.checked_sub(1) else { return false };
    w.recent(to, REACH).map_while(|i| w.get(i).filter(|i| !ends(i))).any(|i| {
        let bare = w.bare(i);
        let word = bare.as_str();
        let word = word.strip_prefix("ال").unwrap_or(word);
        let behind = word.strip_prefix(['و', 'ف', 'ل', 'س']).unwrap_or(word);
        CHANGES.iter().any(|change| {
            [word, behind].iter().any(|word| {
                word.strip_prefix(change).is_some_and(|end| matches!(end, "" | "ت" | "ه" | "ها" | "وا"))
            })
        })
    })
}

/// Whether what has a year and counts nothing stands before the item: أحدثت حرب 1967 تطورا, صيف 1912 وكنا.
fn follows_war_or_season(w: &Window<'_>, at: usize) -> bool {
    const NOUNS: [&str; 8] = ["حرب", "نكسة", "ثورة", "انتفاضة", "مونديال", "صيف", "شتاء", "خريف"];
    w.before(at, 1).is_some_and(|i| NOUNS.contains(&w.bare(i).as_str()))
}

/// Whether an accusative stands at `at`, as far as its last letter tells.
fn ends_in_alef(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| w.bare(i).as_str().ends_with('ا'))
}

/// Whether what says when stands before the item: في, خلال, قبل.
fn is_when(w: &Window<'_>, at: usize) -> bool {
    w.before(at, 1).is_some_and(|i| {
        let bare = w.bare(i);
        let word = bare.as_str();
        let word = word.strip_prefix('و').unwrap_or(word);
        matches!(word, "في" | "فى" | "خلال" | "قبل" | "بعد" | "حتى")
    })
}

/// Whether what is counted by the thousand stands at `at`, with nothing that makes it definite: في 2015 حالة, but أصدر في 2015
/// رواية.
pub(super) fn counts_cases(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| is_listed(List::Case, w.bare(i).as_str()))
        && !w.get(at + 1).is_some_and(|i| is_definite(w, i))
}

/// Whether a measure, an amount or a percentage is counted at `at`, and no noun of another kind.
fn is_measured(w: &Window<'_>, at: usize) -> bool {
    counts_measure(w, at)
        || has(w, at, |s| matches!(s, Sense::Money(_) | Sense::MoneyFamily(_) | Sense::Time(..)))
}

/// The first of the years that و joins to the one at `at`: في 2010 و2014 و2018.
fn first_of_list(w: &Window<'_>, mut at: usize) -> usize {
    while let Some(joint) = at.checked_sub(1).filter(|&b| is_waw(w, b) || is_or(w, b))
        && plain_before(w, at, 2)
    {
        at = joint - 1;
    }
    at
}

/// Whether a year of four digits stands so many items before.
fn plain_before(w: &Window<'_>, at: usize, back: usize) -> bool {
    at.checked_sub(back)
        .and_then(|b| plain(w, b))
        .is_some_and(|(year, len)| len == 4 && (1900..=2100).contains(&year))
}

/// Whether a word for an event, or a phrase of so many words, ends before `at`.
fn ends_event(w: &Window<'_>, at: usize, words: usize) -> bool {
    let at_words = |i: &Item| {
        w.readings(i).any(|r| r.items == words && r.senses().iter().any(|s| matches!(s, Sense::Event)))
    };
    w.before(at, words).is_some_and(at_words)
}

/// Whether the mark is م alone, which behind digits that nothing licenses as a year is a metre.
fn is_metre(w: &Window<'_>, year: &Year) -> bool {
    let mark = year.next.checked_sub(1).and_then(|i| w.get(i));
    mark.is_some_and(|i| crate::number::is_letters(w.text_of(i), "م"))
}

/// Whether digits before م are those of a year and no length: of the last two centuries behind a word, a comma or a colon
/// (تعداد 2015م, القاهرة، 2003م), older behind a word (معركة حطين 1187م); nothing near them is long, high or wide (على ارتفاع
/// 1974م), and they are not round: no whole fifty (2000م), of older ones no whole ten.
fn is_no_length(w: &Window<'_>, at: usize, year: &Year) -> bool {
    const LENGTHS: [&str; 27] = [
        "ارتفاع",
        "يرتفع",
        "ترتفع",
        "طول",
        "عرض",
        "عمق",
        "مساحة",
        "مساحت",
        "مسافة",
        "مسافات",
        "علو",
        "تعلو",
        "سباق",
        "جبل",
        "جبال",
        "قمة",
        "بعد",
        "أرض",
        "قطعة",
        "شقة",
        "فيلا",
        "سطح",
        "منسوب",
        "سعة",
        "بئر",
        "نفق",
        "رقم",
    ];
    const OWNED: [&str; 5] = ["", "ه", "ها", "ا", "ات"];
    let is_length = |i: &Item| {
        let bare = w.bare(i);
        let word = bare.as_str();
        let stem = word.strip_prefix(['و', 'ف', 'ب', 'ل']).unwrap_or(word);
        let stem = stem.strip_prefix("ال").unwrap_or(stem);
        [word, stem].iter().any(|word| {
            LENGTHS.iter().any(|length| word.strip_prefix(length).is_some_and(|end| OWNED.contains(&end)))
        })
    };
    // بلغ عمقه 1187م, نحو 1935م
    let amount = |i: &Item| {
        ["بلغ", "يبلغ", "تبلغ", "بلغت", "وصل", "يصل", "تصل", "نحو", "حوالي", "قرابة", "على", "من", "إلى"]
            .contains(&w.bare(i).as_str())
    };
    let sold = w.get(year.next).is_some_and(|i| w.bare(i).as_str() == "للبيع");
    let ours = (1800..=2100).contains(&year.value) && year.value % 50 != 0;
    let older = (1000..1800).contains(&year.value) && year.value % 10 != 0;
    w.before(at, 1).is_some_and(|i| match i.kind {
        ItemKind::Word => (ours || older) && !amount(i) && !sold,
        ItemKind::Sign(CharClass::Comma | CharClass::Colon) => ours,
        _ => false,
    }) && !w.recent(at, 5).filter_map(|i| w.get(i)).any(is_length)
}

/// A hyphen, slash or colon with digits behind it: no lone year.
fn followed_by_number(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| {
        matches!(
            i.kind,
            ItemKind::Sign(CharClass::Dash | CharClass::Slash | CharClass::Colon | CharClass::Comma)
        ) && !i.spaced
    }) && w.get(at + 1).is_some_and(|i| !i.spaced && matches!(i.kind, ItemKind::Number(_)))
}

/// A year as a date.
pub(super) fn year_read(found: Year) -> Read {
    let found = expand(found);
    let mut point = Point::new(found.calendar.unwrap_or_default(), Granularity::Year);
    point.year = Some(found.value);
    point.before_era = found.before_era;
    let era = found.calendar.is_some();
    Read { point, start: found.start, next: found.next, flags: found.flags, class: None, era }
}
