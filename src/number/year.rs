//! Digits that what stands before them makes a year, so that no multiplier and no half behind them is theirs
//! (C.6): في عام 2019 مليون دولار, بين 2014 و2020 ملايين اللاجئين, منذ 2014 ونصف السكان.

use core::ops::RangeInclusive;

use super::{has, is_waw, reading};
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{List, NounForm, Sense, Unit};

/// How far a verb of amounts stands before two numbers, in items.
const REACH: usize = 6;

/// Years that newspapers write of.
pub(crate) const OURS: RangeInclusive<i32> = 1900..=2050;

/// Whether four digits at `at` are one of [`OURS`], whatever stands around them.
pub(crate) fn is_ours(w: &Window<'_>, at: usize) -> bool {
    year_of_ours(w, at).is_some()
}

/// Whether the digits at `at` are one of [`OURS`] by what stands before them.
pub(crate) fn is_named_year(w: &Window<'_>, at: usize) -> bool {
    let Some(year) = year_of_ours(w, at) else { return false };
    if leads(w, at, year) {
        return true;
    }
    // The second of two.
    let Some(joint) = at.checked_sub(1) else { return false };
    let joined = is_waw(w, joint) || w.can(joint, Starts::TO);
    let first = joint.checked_sub(1).and_then(|first| Some((first, year_of_ours(w, first)?)));
    first.is_some_and(|(first, earlier)| {
        // تراوحت الأرباح بين 1910 و1990 مليون دينار
        let varies =
            || w.recent(first, REACH).filter_map(|i| w.get(i)).any(|i| w.bare(i).as_str().contains("تراوح"));
        let between = |b: usize| w.can(b, Starts::BETWEEN) && !varies();
        joined && earlier < year && (leads(w, first, earlier) || first.checked_sub(1).is_some_and(between))
    })
}

/// Whether a noun of years, a month, or what says when stands before the year at `at`; a round number is a year behind its
/// noun only.
fn leads(w: &Window<'_>, at: usize, year: i32) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let is = |word: &[&str]| w.get(before).is_some_and(|i| word.contains(&w.bare(i).as_str()));
    let noun = |s: &Sense| matches!(s, Sense::Time(Unit::Year, NounForm::Singular | NounForm::ConstructDual));
    let when = |s: &Sense| matches!(s, Sense::Since | Sense::Within | Sense::Part(_));
    // موسم 2023, but not كلفة الحرب 1970 مليار دولار, في حدود 1950 مليون دولار and أرباح 2014 مليون دولار
    let event = || {
        let named = |s: &Sense, r: &Reading| matches!(s, Sense::Event) && !r.clitics.has(Clitics::ARTICLE);
        let amount = |i: &Item| w.in_list(i, List::BareEvent);
        reading(w, before, named).is_some() && !is(&["حدود"]) && !w.get(before).is_some_and(amount)
    };
    // في الربع الأول 2024 مليون سيارة
    let quarter = || {
        let part = before.checked_sub(1).is_some_and(|part| w.can(part, Starts::PART_NOUN));
        year >= 1990 && w.can(before, Starts::ORDINAL) && part
    };
    // منذ 1950 مليون سنة
    let length = || has(w, at + 2, |s| matches!(s, Sense::Time(..)));
    let told = || w.can(before, Starts::MONTH) || has(w, before, when) || is(&["في", "فى", "بحلول"]);
    has(w, before, noun) || year % 100 != 0 && (told() || event() || quarter()) && !length()
}

/// Four digits at `at`, if they are one of [`OURS`].
pub(crate) fn year_of_ours(w: &Window<'_>, at: usize) -> Option<i32> {
    match w.get(at)?.kind {
        ItemKind::Number(digits) if digits.plain && digits.len == 4 => {
            i32::try_from(digits.value).ok().filter(|year| OURS.contains(year))
        }
        _ => None,
    }
}
