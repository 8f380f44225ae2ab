//! Digits that what stands before them makes a year, so that no multiplier and no half behind them is theirs
//! (`numbers-and-dates`, C.6): في عام 2019 مليون دولار, بين 2014 و2020 ملايين اللاجئين, منذ 2014 ونصف السكان.

use super::{has, is_waw};
use crate::item::{ItemKind, Starts, Window};
use crate::lexicon::{NounForm, Sense, Unit};

/// Whether the digits at `at` are a year of ours, 1900 to 2050, by what stands before them.
pub(crate) fn is_named_year(w: &Window<'_>, at: usize) -> bool {
    let Some(year) = year_of_ours(w, at) else { return false };
    if leads(w, at, year) {
        return true;
    }
    // The second of two.
    let Some(joint) = at.checked_sub(1) else { return false };
    let joined = is_waw(w, joint) || has(w, joint, |s| matches!(s, Sense::To));
    let first = joint.checked_sub(1).and_then(|first| Some((first, year_of_ours(w, first)?)));
    first.is_some_and(|(first, earlier)| {
        let between = |b: usize| has(w, b, |s| matches!(s, Sense::Between | Sense::From));
        joined && earlier < year && (leads(w, first, earlier) || first.checked_sub(1).is_some_and(between))
    })
}

/// Whether a noun of years, a month, or what says when stands before the year at `at`; a round number is a year behind its
/// noun only.
fn leads(w: &Window<'_>, at: usize, year: u64) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let noun = |s: &Sense| matches!(s, Sense::Time(Unit::Year, NounForm::Singular | NounForm::ConstructDual));
    let when = |s: &Sense| matches!(s, Sense::Since | Sense::Within | Sense::Part(_) | Sense::Event);
    let named = || w.get(before).is_some_and(|i| matches!(w.bare(i).as_str(), "في" | "فى" | "بحلول"));
    has(w, before, noun)
        || !year.is_multiple_of(100) && (w.can(before, Starts::MONTH) || has(w, before, when) || named())
}

fn year_of_ours(w: &Window<'_>, at: usize) -> Option<u64> {
    match w.get(at)?.kind {
        ItemKind::Number(digits) if digits.plain && digits.len == 4 => {
            Some(digits.value).filter(|value| (1900..=2050).contains(value))
        }
        _ => None,
    }
}
