//! Dates that count from the reference: اليوم, العام الماضي, الثلاثاء المقبل, قبل 5 سنوات
//! (C.9).

use super::Candidate;
use super::duration::{duration, duration_before_deictic};
use super::fields::{
    deictic, is_first_or_last, is_from, is_kind_of_year, is_name_head, noun, part, plain, says_which,
    singular,
};
use super::value::{Date, DatePart, Duration, TimeUnit};
use super::weekday::{behind_weekday, every, every_other, weekday, weekday_at, weekdays};
use crate::certainty::Certainty;
use crate::class::CharClass;
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{List, NounForm, Sense, Unit};
use crate::number::{cardinal, counted_noun, follows, has, is_article, is_definite, is_ours, reading, sense};

/// Everything relative that starts at `at`.
pub(super) fn relatives(w: &Window<'_>, at: usize, found: &mut impl FnMut(Candidate)) {
    let Some(item) = w.get(at) else { return };
    let mut when = |rules: Starts, rule: fn(&Window<'_>, usize) -> Option<Candidate>| {
        if item.starts(rules)
            && let Some(candidate) = rule(w, at)
        {
            found(candidate);
        }
    };
    when(Starts::TIME.with(Starts::WEEKDAY), weekdays);
    when(
        Starts::TIME.with(Starts::PART).with(Starts::DAY_NOUN).with(Starts::ORDINAL).with(Starts::FIRST),
        unit,
    );
    when(Starts::POINTER.with(Starts::PART_NOUN), this_quarter);
    when(Starts::POINTER, this_unit);
    when(Starts::DAY_WORD, day_word);
    when(Starts::TIME.with(Starts::DAY_WORD).with(Starts::DAY_NOUN), today);
    when(Starts::WEEKDAY.with(Starts::TIME).with(Starts::DAY_NOUN), weekday);
    when(Starts::POINTER, every);
    when(Starts::WEEKDAY, every_other);
    when(Starts::DAY_WORD, now);
    if item.starts(Starts::TIME)
        || w.goes_on(at).any(Starts::TIME)
            && (item.starts(Starts::DIGITS) || item.starts(Starts::NUMBER) && is_definite(w, item))
    {
        counted(w, at).into_iter().for_each(found);
    }
}

fn time_unit(unit: Unit) -> Option<TimeUnit> {
    Some(match unit {
        Unit::Day => TimeUnit::Day,
        Unit::Week => TimeUnit::Week,
        Unit::Month => TimeUnit::Month,
        Unit::Year => TimeUnit::Year,
        Unit::Decade => TimeUnit::Decade,
        Unit::Century => TimeUnit::Century,
        _ => return None,
    })
}

/// `الشهر الجاري`, `مطلع العام المقبل`, `الليلة الماضية`.
fn unit(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (part, first, start) = match part(w, at) {
        Some((part, r)) => (Some(part), at + r.items, Some(r.start)),
        None => (None, at, None),
    };
    if part.is_none()
        && let Some(r) =
            reading(w, first, |s, r| matches!(s, Sense::Night) && r.clitics.has(Clitics::ARTICLE))
    {
        return tonight(w, first, &r);
    }
    let (unit, form, r) = noun(w, first)?;
    if form != NounForm::Singular || !r.clitics.has(Clitics::ARTICLE) {
        return None;
    }
    let unit = time_unit(unit)?;
    // ربع القرن الماضي, نصف القرن الأخير: no century.
    let part_of_century =
        unit == TimeUnit::Century && w.spells_behind(w.before(at, 1), &["ربع", "نصف", "ثلث"]);
    if is_before_another(w, first + 1) || part_of_century {
        return None;
    }
    // السنة المالية الحالية, العام الدراسي الماضي
    let of_year = unit == TimeUnit::Year && is_kind_of_year(w, first + 1);
    let which = first + 1 + usize::from(of_year);
    let (count, next, certainty) = match deictic(w, which) {
        // في اليوم السابق للجريمة: before some other day.
        Some((_, next))
            if unit == TimeUnit::Day
                && next == first + 2
                && w.get(first + 1).is_some_and(|i| w.bare(i).as_str().ends_with("سابق")) =>
        {
            (-1, next, Certainty::Weak)
        }
        Some((count, next)) => (count, next, Certainty::Certain),
        None if part.is_some()
            && matches!(unit, TimeUnit::Week | TimeUnit::Month | TimeUnit::Year)
            && is_of_now(w, at, first, part) =>
        {
            (0, first + 1, Certainty::Likely)
        }
        None => return None,
    };
    let date = Date::Relative { unit, count: i32::from(count), part };
    Some(Candidate::unflagged(w, start.unwrap_or(r.start), next, date, certainty))
}

/// Whether the part at `at` is one of the period that is now, `first`, without a word for it: منذ بداية العام, where it is
/// counted from now; بنهاية العام.
fn is_of_now(w: &Window<'_>, at: usize, first: usize, part: Option<DatePart>) -> bool {
    const NEAR: usize = 12;
    let counts = |s: &Sense| matches!(s, Sense::Since | Sense::Before | Sense::To);
    let since =
        at.checked_sub(1).is_some_and(|b| has(w, b, counts) || w.spells(w.get(b), &["بحلول", "مع", "حتى"]));
    // منذ بداية العام 120 حادثا
    let counted = plain(w, first + 1).is_some() && counted_noun(w, first + 2);
    // But not في 2008 انهار البنك وأفلس بنهاية العام.
    let by_its_end = || {
        let by = |i: &Item| ["ب", "وب"].iter().any(|by| w.bare(i).as_str().starts_with(by));
        let which = |i: &Item| i.starts(Starts::WHICH) || is_definite(w, i) || i.is_number();
        part == Some(DatePart::End)
            && w.get(at).is_some_and(by)
            && !w.get(first + 1).is_some_and(which)
            && !w.recent(at, NEAR).any(|i| is_ours(w, i))
    };
    since && (counted || !says_which(w, first + 1)) || by_its_end()
}

/// `الليلة`, `الليلة الماضية`.
fn tonight(w: &Window<'_>, at: usize, r: &Reading) -> Option<Candidate> {
    let pointed = deictic(w, at + 1);
    // في اليوم والليلة: every day.
    if pointed.is_none() && (r.clitics.has(Clitics::WAW) || is_no_tonight(w, at)) {
        return None;
    }
    let (count, next) = pointed.unwrap_or((0, at + 1));
    let date = Date::Relative { unit: TimeUnit::Day, count: i32::from(count), part: Some(DatePart::Night) };
    let certainty = if next > at + 1 { Certainty::Certain } else { Certainty::Likely };
    Some(Candidate::unflagged(w, r.start, next, date, certainty))
}

/// Whether the night at `at` is another than that of today: تلك الليلة, الليلة الثانية, الليلة التي; any one, مرتين في الليلة, سعر الليلة
/// 400 درهم; or a title, برنامج "الليلة".
fn is_no_tonight(w: &Window<'_>, at: usize) -> bool {
    const TITLED: [&str; 6] = ["برنامج", "فيلم", "مسلسل", "أغنية", "رواية", "مسرحية"];
    let next = w.get(at + 1);
    // تقام الليلة المباراة: what takes place tonight, behind its verb. No other adjective of a night ends otherwise.
    let verb = || {
        w.before(at, 1).is_some_and(|i| {
            let bare = w.bare(i);
            i.is_unknown()
                && bare.as_str().starts_with(['ي', 'ت', 'ن'])
                && bare.as_str().chars().nth(3).is_some()
        })
    };
    let which = |i: &Item| {
        let bare = w.bare(i);
        let feminine = bare.as_str().ends_with(['ة', 'ه', 'ى']);
        // الليلة الظلماء, الليلة الأطول, الليلة العشرين, في الليلة الفلانية
        let shape = bare.as_str().ends_with("اء")
            || bare.as_str().starts_with("الأ") && bare.as_str().chars().count() == 6
            || i.starts(Starts::NUMBER)
            || w.follows(at, Starts::PREP);
        is_definite(w, i)
            && !i.starts(Starts::WEEKDAY.with(Starts::DEICTIC))
            // الليلة الساعة 10
            && singular(w, at + 1, Unit::Hour).is_none()
            && (shape || feminine && (!verb() || i.starts(Starts::ORDINAL)))
            || w.spells(i, &["نفسها", "ذاتها", "التي"])
    };
    let rate = || {
        let often = |i: &Item| w.spells(i, &["مرة", "مرتين", "مرات"]);
        let counted = || at.checked_sub(3).is_some_and(|b| w.can(b, Starts::DIGITS.with(Starts::NUMBER)));
        w.spells(w.before(at, 1), &["في", "فى"]) && (w.before(at, 2).is_some_and(often) || counted())
    };
    let title = || {
        let quote =
            |i: &Item| i.kind == ItemKind::Sign(CharClass::Quote) || matches!(w.text_of(i), "«" | "»");
        w.before(at, 1).is_some_and(quote)
            && next.is_some_and(quote)
            && w.spells_behind(w.before(at, 2), &TITLED)
    };
    next.is_some_and(which)
        || w.follows(at, Starts::THAT)
        || w.in_list_behind(w.before(at, 1), List::Price)
        || rate()
        || title()
}

/// Whether السابق stands at `at` and says before what: الشهر السابق لوفاته, الربع السابق له.
fn is_before_another(w: &Window<'_>, at: usize) -> bool {
    let word = |at: usize, test: &dyn Fn(&str) -> bool| w.get(at).is_some_and(|i| test(w.bare(i).as_str()));
    word(at, &|bare| bare.ends_with("سابق") || bare.ends_with("سابقة"))
        && word(at + 1, &|bare| {
            matches!(bare, "له" | "لها" | "لهم") || bare.starts_with('ل') && bare.chars().nth(3).is_some()
        })
}

/// `العامين الماضيين`, `الأيام الثلاثة الماضية`, `الـ24 ساعة المقبلة`: so much time from now.
fn counted(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let mut duration_found = Duration::default();
    let (start, end) = match noun(w, at) {
        Some((unit, NounForm::Dual, r)) if r.clitics.has(Clitics::ARTICLE) => {
            duration_found.count(unit, 2)?;
            (r.start, at + 1)
        }
        Some((unit, NounForm::Plural, r)) if r.clitics.has(Clitics::ARTICLE) => {
            let (number, next) = definite_count(w, at + 1)?;
            duration_found.count(unit, number)?;
            (r.start, next)
        }
        Some(_) => return None,
        None => {
            if let Some(d) = duration_before_deictic(w, at) {
                duration_found = d.value;
                (d.start, d.next)
            } else {
                if let Some(found) = both_definite(w, at) {
                    return Some(found);
                }
                // الثلاثة أشهر الأولى
                let d = duration(w, at, false).filter(|d| is_first_or_last(w, d.next))?;
                return Some(Candidate::unflagged(
                    w,
                    d.start,
                    d.next + 1,
                    Date::Duration(d.value),
                    Certainty::Certain,
                ));
            }
        }
    };
    if let Some((n, next)) = deictic(w, end).filter(|(n, _)| matches!(n, -1 | 1)) {
        let date = Date::Offset { before: n < 0, duration: duration_found, throughout: true };
        return Some(Candidate::unflagged(w, start, next, date, Certainty::Certain));
    }
    // الشهرين الأولين من 2018
    let first_two = w.get(end).is_some_and(|i| {
        let bare = w.bare(i);
        ["لأولين", "لأوليين", "لأوليتين", "لأخيرين", "لأخيرتين"].iter().any(|which| bare.as_str().ends_with(which))
    });
    if first_two
        // الشهرين الأولين, العقدين الأخيرين, but not القرنين الأولين, of which era or beast.
        && matches!(noun(w, at), Some((unit, NounForm::Dual, _))
            if !matches!(unit, Unit::Century | Unit::Decade) || unit == Unit::Decade && is_last_two(w, end))
    {
        return Some(Candidate::unflagged(
            w,
            start,
            end + 1,
            Date::Duration(duration_found),
            Certainty::Likely,
        ));
    }
    // خلال السنوات الخمس, الأشهر التسعة الأولى من 2026
    let several = matches!(noun(w, at), Some((_, NounForm::Plural, _)));
    let named = at.checked_sub(1).is_some_and(|b| is_name_head(w, b) || w.can(b, Starts::EVENT));
    if !several || named {
        return None;
    }
    let next = end + usize::from(is_first_or_last(w, end));
    Some(Candidate::unflagged(w, start, next, Date::Duration(duration_found), Certainty::Likely))
}

/// Whether الأخيرين or its feminine stands at `at`.
fn is_last_two(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| {
        let bare = w.bare(i);
        ["لأخيرين", "لأخيرتين", "لاخيرين", "لاخيرتين"].iter().any(|last| bare.as_str().ends_with(last))
    })
}

/// `التسعة الأشهر الأولى`, `الخمس السنوات القادمة`: the number and its unit with an article each.
fn both_definite(w: &Window<'_>, at: usize) -> Option<Candidate> {
    // Two words at the most say so small a number.
    if !w.can(at + 1, Starts::TIME) && !w.can(at + 2, Starts::TIME) || is_article(w, at) {
        return None;
    }
    let (count, unit_at) = definite_count(w, at)?;
    let (unit, NounForm::Plural, r) = noun(w, unit_at)? else { return None };
    if !r.clitics.has(Clitics::ARTICLE) || r.clitics.has(Clitics::WAW) {
        return None;
    }
    let mut length = Duration::default();
    length.count(unit, count)?;
    let start = cardinal(w, at)?.start;
    if let Some((n, next)) = deictic(w, unit_at + 1).filter(|(n, _)| matches!(n, -1 | 1)) {
        let date = Date::Offset { before: n < 0, duration: length, throughout: true };
        return Some(Candidate::unflagged(w, start, next, date, Certainty::Certain));
    }
    let next = unit_at + 1;
    if is_first_or_last(w, next) {
        return Some(Candidate::unflagged(w, start, next + 1, Date::Duration(length), Certainty::Certain));
    }
    // الستة الأيام
    Some(Candidate::unflagged(w, start, next, Date::Duration(length), Certainty::Likely))
}

/// The number behind its noun: `الثلاثة`, `الـ10`, `العشر`.
fn definite_count(w: &Window<'_>, at: usize) -> Option<(u32, usize)> {
    let article = is_article(w, at);
    let number = cardinal(w, at + usize::from(article))?;
    let definite =
        article || w.get(at).is_some_and(|i| w.readings(i).any(|r| r.clitics.has(Clitics::ARTICLE)));
    let count = number.value.to_integer().filter(|_| definite)?;
    Some((u32::try_from(count).ok()?, number.next))
}

/// `هذا الربع`, `الربع المقبل`: of the year.
fn this_quarter(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let this = reading(w, at, |s, _| matches!(s, Sense::This));
    let word = at + usize::from(this.is_some());
    // هذا الثلاثي الهجومي: three persons.
    let r = reading(w, word, |s, r| matches!(s, Sense::PartQuarter) && r.clitics.has(Clitics::ARTICLE))
        .filter(|_| w.spells_behind(w.get(word), &["ربع"]))?;
    if is_before_another(w, word + 1) {
        return None;
    }
    let (count, next) = match (this, deictic(w, word + 1)) {
        (_, Some(found)) => found,
        (Some(_), None) => (0, word + 1),
        (None, None) => return None,
    };
    let date = Date::Relative { unit: TimeUnit::Quarter, count: i32::from(count), part: None };
    Some(Candidate::unflagged(w, this.map_or(r.start, |t| t.start), next, date, Certainty::Likely))
}

/// Whether مثل stands before: في مثل هذا اليوم من عام 1332 is another day.
fn is_like(w: &Window<'_>, at: usize) -> bool {
    w.before(at, 1).is_some_and(|i| w.bare(i).as_str().ends_with("مثل"))
}

/// `هذا العام`, `هذا الأسبوع`; هذا اليوم is often another day than today.
fn this_unit(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let r = reading(w, at, |s, _| matches!(s, Sense::This)).filter(|_| !is_like(w, at))?;
    let (unit, form, n) = noun(w, at + 1)?;
    // هذا العقد is this contract.
    let unit = time_unit(unit).filter(|u| !matches!(u, TimeUnit::Day | TimeUnit::Decade))?;
    // هذا القرن العشرين
    if unit == TimeUnit::Century && w.can(at + 2, Starts::WHICH.with(Starts::NUMBER)) {
        return None;
    }
    if form != NounForm::Singular || !n.clitics.has(Clitics::ARTICLE) || deictic(w, at + 2).is_some() {
        return None;
    }
    Some(Candidate::unflagged(
        w,
        r.start,
        at + 2,
        Date::Relative { unit, count: 0, part: None },
        Certainty::Certain,
    ))
}

/// `أمس`, `غدا`, `أول أمس`, with the weekday in apposition; غد alone behind a part of the day: صباح غد الأحد.
fn day_word(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (count, r) = sense(w, at, |s, r| match s {
        Sense::DayWord(n) if !r.clitics.has(Clitics::KAF) => Some(*n),
        _ => None,
    })?;
    // لامس سعر البرميل 70 دولارا: it touched.
    if r.clitics.has(Clitics::LAM) && w.spells_behind(w.get(at), &["لامس"]) {
        return None;
    }
    // غد is tomorrow in a construct only: غد الأمة is her future.
    let bare = w.spells(w.get(at), &["غد"]);
    let day_part = |s: &Sense| matches!(s, Sense::DayHalf(_) | Sense::DayNoun | Sense::Night | Sense::From);
    let noon = w.spells(w.before(at, 1), &["ظهر", "عصر", "عشية", "ليل"]);
    // غد السبت
    let named = w.can(at + 1, Starts::WEEKDAY);
    if bare && r.items == 1 && !noon && !named && !follows(w, at, day_part) {
        return None;
    }
    // وقد غدا الوضع صعبا, and غدا الأمر at the start: the verb; صحيفة الغد: a name.
    let verb = count == 1
        && r.items == 1
        && (w.spells_behind(w.before(at, 1), &["قد"])
            || w.before(at, 1).is_none_or(|i| i.kind == ItemKind::Break)
                && w.get(at + 1)
                    .is_some_and(|i| is_definite(w, i) && !i.starts(Starts::WEEKDAY.with(Starts::TIME))));
    // صفحات الغد الأردنية: the newspaper.
    let paper = count == 1
        && r.items == 1
        && w.get(at).is_some_and(|i| is_definite(w, i))
        && w.get(at + 1).is_some_and(|i| is_definite(w, i) && !i.starts(Starts::WEEKDAY));
    // تعقد الشركة غدا اجتماعا
    let head = at.checked_sub(1).is_some_and(|b| is_name_head(w, b));
    if paper || verb || head {
        return None;
    }
    let mut next = at + r.items;
    // أمس الأول has its own phrase; الأحد behind أمس is the weekday.
    next = behind_weekday(w, next);
    Some(Candidate::unflagged(
        w,
        r.start,
        next,
        Date::Relative { unit: TimeUnit::Day, count: i32::from(count), part: None },
        Certainty::Certain,
    ))
}

/// `يوم أمس`, `ليلة أمس`, with the weekday in apposition.
fn day_of(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let day = singular(w, at, Unit::Day).filter(|r| !r.clitics.has(Clitics::ARTICLE));
    let night = reading(w, at, |s, r| matches!(s, Sense::Night) && !r.clitics.has(Clitics::ARTICLE));
    let r = day.or(night)?;
    let (count, word) = sense(w, at + 1, |s, r| match s {
        Sense::DayWord(n) if r.clitics.is_none() => Some(*n),
        _ => None,
    })?;
    let next = at + 1 + word.items;
    let next = weekday_at(w, next, false).map_or(next, |(_, behind)| behind);
    let part = night.filter(|_| day.is_none()).map(|_| DatePart::Night);
    let date = Date::Relative { unit: TimeUnit::Day, count: i32::from(count), part };
    Some(Candidate::unflagged(w, r.start, next, date, Certainty::Certain))
}

/// `اليوم`, alone or with its weekday; not ذلك اليوم, اليوم الأول, اليوم العالمي.
fn today(w: &Window<'_>, at: usize) -> Option<Candidate> {
    if let Some(r) = reading(w, at, |s, _| matches!(s, Sense::ThisDay)) {
        if is_like(w, at) {
            return None;
        }
        let date = Date::Relative { unit: TimeUnit::Day, count: 0, part: None };
        return Some(Candidate::unflagged(w, r.start, at + r.items, date, Certainty::Likely));
    }
    if let Some(candidate) = day_of(w, at) {
        return Some(candidate);
    }
    let r = singular(w, at, Unit::Day).filter(|r| r.clitics.has(Clitics::ARTICLE))?;
    if r.clitics.has(Clitics::BEH | Clitics::LAM | Clitics::KAF) {
        return None;
    }
    let back = |test: &dyn Fn(&Sense) -> bool| follows(w, at, test);
    // في اليوم, خلال اليوم: a day, not today. قبل اليوم and بعد اليوم are left as today.
    let statement = w.before(at, 1).is_some_and(|i| w.bare(i).as_str().ends_with("بيان"));
    // أكد ذلك اليوم الأحد: that was today, but not كان ذلك اليوم الجمعة.
    let says = |i: &Item| w.in_list(i, List::Press);
    let told = w.can(at + 1, Starts::WEEKDAY)
        && (w.spells(w.before(at, 1), &["وذلك"]) || w.before(at, 2).is_some_and(says));
    let blocked = back(&|s| matches!(s, Sense::That)) && !told
        || back(&|s| matches!(s, Sense::Within | Sense::Every))
        || at.checked_sub(1).is_some_and(|b| is_name_head(w, b)) && !statement
        || back(&|s| matches!(s, Sense::This))
        || w.before(at, 1).is_some_and(|i| w.spells_behind(i, &["في", "فى", "نفس", "ذات", "طوال", "مدار"]));
    let counts_on = |i: usize| {
        w.get(i).is_some_and(|item| {
            let bare = w.bare(item);
            bare.as_str().ends_with('ا') && counted_noun(w, i)
                || is_from(w, i) && w.get(i + 1).is_some_and(|i| w.bare(i).as_str().starts_with("عمر"))
        })
    };
    // اليوم الثاني, اليوم الأربعين, اليوم المئة
    let ordinal = sense(w, at + 1, |s, r| {
        // أتم اليوم الخمسين عاما, بلغ اليوم الستين من عمره
        let tens = matches!(s, Sense::Tens(_) | Sense::Hundred | Sense::Mult(3, _)) && !counts_on(at + 2);
        let which = matches!(s, Sense::Ord(..)) || tens;
        (which && r.clitics.has(Clitics::ARTICLE) && !r.clitics.has(Clitics::WAW)).then_some(())
    })
    .is_some();
    let same = w.get(at + 1).is_some_and(|i| {
        matches!(w.text_of(i), "نفسه" | "ذاته" | "الذي" | "الذى" | "التي" | "الواحد" | "الموعود")
    });
    if blocked || ordinal || same || deictic(w, at + 1).is_some() || is_described(w, at + 1) {
        return None;
    }
    // اليوم الـ200 من الحرب, اليوم 100 من الحصار, but not اليوم 12 من الجنود
    let event = |i: &Item| {
        matches!(
            w.bare(i).as_str(),
            "الحرب" | "العدوان" | "الحصار" | "الإضراب" | "الاعتصام" | "الحجر" | "الهدنة"
        )
    };
    let of = |at: usize| plain(w, at).is_some() && is_from(w, at + 1);
    if of(at + 1) && w.get(at + 3).is_some_and(event) || is_article(w, at + 1) && of(at + 2) {
        return None;
    }
    // اليوم 3: راحة numbers the days of a plan.
    let numbered = plain(w, at + 1).is_some_and(|(day, len)| len <= 2 && day > 0)
        && w.get(at + 2).is_none_or(|i| {
            // المباراة اليوم 1 – 0, موعدنا اليوم 10:15
            let pair =
                w.get(at + 3).is_some_and(|next| plain(w, at + 3).is_some() && (!next.spaced || i.spaced));
            matches!(i.kind, ItemKind::Break | ItemKind::Sign(CharClass::Opener))
                || matches!(i.kind, ItemKind::Sign(CharClass::Dash | CharClass::Colon)) && !pair
        });
    if numbered || w.can(at + 1, Starts::NUMBER_SIGN) {
        return None;
    }
    let mut next = at + 1;
    next = behind_weekday(w, next);
    Some(Candidate::unflagged(
        w,
        r.start,
        next,
        Date::Relative { unit: TimeUnit::Day, count: 0, part: None },
        Certainty::Certain,
    ))
}

/// Whether an adjective of a day stands at `at`, so that it is not today: اليوم الختامي, اليوم الأخير.
fn is_described(w: &Window<'_>, at: usize) -> bool {
    w.in_list(w.get(at), List::DayAdjective)
}

/// `الآن`, which is rarely said of a time.
fn now(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let r = reading(w, at, |s, _| matches!(s, Sense::Now))?;
    let date = Date::Offset { before: false, duration: Duration::default(), throughout: false };
    Some(Candidate::unflagged(w, r.start, at + r.items, date, Certainty::Weak))
}
