//! What tells that a noun of time is a length, by what stands around it: a lone unit, decades, contracts
//! (C.10).

use super::fields::{self, noun};
use super::offset::is_distance;
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{List, NounForm, Sense, Unit};
use crate::number::{Exact, follows, follows_bound, has, is_definite, is_owned, is_waw, starts_with_waw};

/// Whether a noun of time is a length without a number: لمدة عام, طوال شهر, عقد من الزمن.
pub(super) fn lasts(w: &Window<'_>, at: usize) -> bool {
    let before = |i: &Item| w.in_list(i, List::LengthNoun);
    // انقضى شهر من تاريخ الطلب, مر أسبوع على البدء
    let passed = |i: &Item| w.spells(i, &["مر", "مرت", "انقضى", "انقضت", "مضت"]);
    // بعد عام على رحيله, قبل يوم من الحادث
    let beside = |s: &Sense| matches!(s, Sense::Before | Sense::After);
    // خلال شهر من تاريخ النشر, but not خلال شهر من العام
    let within = || {
        let named = Starts::WHICH.with(Starts::DEICTIC).with(Starts::THIS).with(Starts::NOW);
        w.follows(at, Starts::WITHIN) && fields::is_from(w, at + 1) && !w.can(at + 2, named)
    };
    // من ثلاثة أشهر إلى سنة, بين ستة أشهر وسنة
    let ends = || {
        let joined = w.get(at).is_some_and(|i| w.readings(i).any(|r| r.clitics.has(Clitics::WAW)));
        let unit = at.checked_sub(if w.follows(at, Starts::TO) { 2 } else { 1 });
        let counted = |unit: usize| {
            w.can(unit, Starts::TIME)
                && unit.checked_sub(1).is_some_and(|n| w.can(n, Starts::NUMBER.with(Starts::DIGITS)))
        };
        let leads = if joined { Starts::BETWEEN } else { Starts::FROM };
        (joined || w.follows(at, Starts::TO))
            && unit.is_some_and(counted)
            && w.recent(at, 6).any(|i| w.can(i, leads))
            && fields::ends(w, at + 1)
    };
    let offset = || {
        (w.spells(w.get(at + 1), &["على"]) || fields::is_from(w, at + 1))
            && (follows(w, at, beside) || w.before(at, 1).is_some_and(passed))
    };
    // من شهر إلى ثلاثة أشهر, بين سنة وسنتين
    let span = || {
        let leads = |s: &Sense| matches!(s, Sense::From | Sense::Between);
        if !follows(w, at, leads) {
            return false;
        }
        let to = usize::from(w.can(at + 1, Starts::TO));
        let second = at + 1 + to.max(usize::from(is_waw(w, at + 1)));
        let counted = w.can(second, Starts::NUMBER.with(Starts::DIGITS)) && w.can(second + 1, Starts::TIME);
        let joined = |r: &Reading| to == 1 || second > at + 1 || r.clitics.has(Clitics::WAW);
        noun(w, second).is_some_and(|(_, form, r)| form == NounForm::Dual && joined(&r))
            || (second > at + 1 || starts_with_waw(w, second)) && counted
            || to == 1 && is_other_unit(w, at, second)
    };
    // من شهر إلى سنة, its second end
    let span_end = || {
        w.follows(at, Starts::TO)
            && at.checked_sub(3).is_some_and(|b| w.can(b, Starts::FROM))
            && is_other_unit(w, at - 2, at)
    };
    let whole = |i: &Item| w.spells(i, &["كامل", "كاملة", "كاملا"]);
    // مدة العقد سنة
    let of_what =
        || w.before(at, 1).is_some_and(|i| is_definite(w, i)) && w.spells_behind(w.before(at, 2), &["مدة"]);
    w.before(at, 1).is_some_and(before)
        || at.checked_sub(1).is_some_and(|b| is_distance(w, b))
        || is_of_time(w, at + 1)
        || w.get(at + 1).is_some_and(whole)
        || is_spent(w, at)
        || of_what()
        || offset()
        || within()
        || ends()
        || span()
        || span_end()
        || is_bounded(w, at)
        || stands_apart(w, at)
}

/// Whether the second of two lone nouns of time is the longer, and no date begins with it: من شهر إلى سنة, but not من يوم
/// إلى يوم and من شهر إلى شهر رمضان.
fn is_other_unit(w: &Window<'_>, first: usize, second: usize) -> bool {
    let lone = |at: usize| {
        noun(w, at)
            .filter(|(_, form, r)| *form == NounForm::Singular && !r.clitics.has(Clitics::ARTICLE))
            .map(|(unit, ..)| unit)
    };
    let which = w.get(second + 1).is_some_and(|i| i.starts(Starts::WHICH) || is_definite(w, i));
    lone(first).zip(lone(second)).is_some_and(|(first, second)| first < second) && !which
}

/// Whether a month or a year is what a court, a warranty or a verb gives: الحبس سنة, الضمان سنتين, مكث شهرا; but no month of
/// something (قضى شهر العسل) and no date.
fn is_spent(w: &Window<'_>, at: usize) -> bool {
    let before =
        |back: usize, known: &[&str]| w.before(at, back).is_some_and(|i| known.contains(&w.bare(i).as_str()));
    if !w.in_list(w.before(at, 1), List::Given)
        || before(2, &["ما"])
        || before(1, &["مدى"]) && !before(2, &["على"])
        || !noun(w, at).is_some_and(|(unit, ..)| matches!(unit, Unit::Month | Unit::Year))
    {
        return false;
    }
    let definite = |i: usize| w.get(i).is_some_and(|i| is_definite(w, i) || is_owned(w, i));
    // استعمال عام, ضمان عام: in general.
    if w.spells(w.get(at), &["عام"])
        && !before(1, &["مدى"])
        && !w.before(at, 1).is_some_and(|i| is_definite(w, i))
    {
        return false;
    }
    // لسنة قابلا للتجديد
    let noun = |i: usize| {
        let word =
            |i: &Item| i.kind == ItemKind::Word && i.is_unknown() && !w.bare(i).as_str().ends_with('ا');
        w.get(i).is_some_and(word)
    };
    let which = w.get(at + 1).is_some_and(|i| i.starts(Starts::WHICH));
    !(which || definite(at + 1) || noun(at + 1) && definite(at + 2))
}

/// Whether the unit stands behind a bound and no date begins with it: لا تقل عن سنة, قرابة شهر, but not قرابة شهر رمضان.
fn is_bounded(w: &Window<'_>, at: usize) -> bool {
    let free = || w.get(at + 1).is_none_or(|i| !i.starts(Starts::WHICH) && !is_definite(w, i));
    // نحو عام جديد: towards one.
    let towards = || {
        w.spells(w.before(at, 1), &["نحو"])
            && w.get(at + 1).is_some_and(|i| {
                i.kind == ItemKind::Word && i.is_unknown() || w.spells(i, &["جديد", "جديدة"])
            })
    };
    follows_bound(w, at) && free() && !towards()
}

/// Whether two decades or centuries are so long a time, and no contracts and no horns: منذ عقدين, العقدين الماضيين.
pub(super) fn is_dated(w: &Window<'_>, at: usize) -> bool {
    let leads = |s: &Sense| {
        matches!(
            s,
            Sense::Since
                | Sense::Within
                | Sense::Before
                | Sense::After
                | Sense::Prep
                | Sense::From
                | Sense::To
                | Sense::Approx
                | Sense::Bound(_)
                | Sense::Between
        )
    };
    let lasts = |i: &Item| w.in_list_behind(i, List::Lasting);
    follows(w, at, leads)
        || w.before(at, 1).is_some_and(lasts)
        || has(w, at + 1, |s| matches!(s, Sense::Deictic(_) | Sense::From | Sense::Unit(2)))
        || w.get(at + 1)
            .is_some_and(|i| is_waw(w, at + 1) || w.readings(i).any(|r| r.clitics.has(Clitics::WAW)))
}

/// `من الزمن`
pub(super) fn is_of_time(w: &Window<'_>, at: usize) -> bool {
    w.can(at, Starts::FROM) && w.spells(w.get(at + 1), &["الزمن", "الزمان"])
}

/// The item behind `من الزمن`, where it stands at `at`.
pub(super) fn behind_of_time(w: &Window<'_>, at: usize) -> usize {
    // من الزمن الماضي
    let which = w.get(at + 2).is_some_and(|i| i.starts(Starts::DEICTIC));
    if is_of_time(w, at) && !which { at + 2 } else { at }
}

/// Whether the unit says how long before or after what: بعد العيد بأسبوع, قبل موعده بساعة.
pub(super) fn stands_apart(w: &Window<'_>, at: usize) -> bool {
    if !noun(w, at).is_some_and(|(.., r)| r.clitics.has(Clitics::BEH)) {
        return false;
    }
    let offset =
        |back: usize| at.checked_sub(back).is_some_and(|b| w.can(b, Starts::BEFORE.with(Starts::AFTER)));
    let word = |back: usize| w.before(at, back).is_some_and(|i| i.kind == ItemKind::Word);
    // بعد وصولها إلى المستشفى بساعة
    let to = |back: usize| w.before(at, back).is_some_and(|i| w.spells(i, &["إلى", "من", "في"]));
    // بعد انتقاله إلى الهلال بعقد لمدة ثلاث سنوات: a contract.
    let decade = noun(w, at).is_some_and(|(unit, ..)| unit >= Unit::Decade);
    // وبعدها بعام
    let owned = w.spells_behind(w.before(at, 1), &["بعدها", "بعده", "بعدهم", "قبلها", "قبله", "قبلهم"]);
    // but not وبعدها بعام الحزن
    let named = w.get(at + 1).is_some_and(|i| is_definite(w, i));
    owned && !named
        || word(1) && (offset(2) || word(2) && offset(3) || to(2) && word(3) && offset(4) && !decade)
}

/// Whether عقد between `number`, so many, and what follows `noun` is a contract: وقعت 3 عقود, 215 عقدا بقيمة, 1200 عقد زواج.
pub(super) fn is_contract(w: &Window<'_>, number: usize, many: Exact, noun: usize) -> bool {
    // على مدى أربعة عقود لبناء الدولة
    let contract = |i: usize| has(w, i, |s| matches!(s, Sense::Contract));
    let span = |s: &Sense| matches!(s, Sense::Since | Sense::Before | Sense::After | Sense::Within);
    let timed = follows(w, number, span);
    let purpose = w.get(noun + 1).is_some_and(|i| w.bare(i).as_str().starts_with('ل'));
    let lasts = || timed || w.in_list_behind(w.before(number, 1), List::Lasting);
    // Nobody counts a thousand years by the decade.
    let kind = || {
        // 15 عقد زواج, which no decades are
        w.in_list(w.get(noun + 1), List::ContractKind) && (!lasts() || many > Exact::integer(10))
    };
    // ثلاثة عقود عمل, but not ثلاثة عقود عمل فيها مراسلا
    let of_work = || {
        let worked = |i: &Item| w.spells(i, &["فيها", "خلالها", "على", "معها"]) || is_definite(w, i);
        w.spells(w.get(noun + 1), &["عمل"]) && !lasts() && !w.get(noun + 2).is_some_and(worked)
    };
    if many > Exact::integer(99) || kind() || of_work() {
        return true;
    }
    contract(noun + 1) && !(purpose && lasts()) || !timed && w.recent(number, 3).any(contract)
}
