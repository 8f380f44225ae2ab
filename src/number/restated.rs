//! One number said twice, in figures and in words, with brackets around one of the two: laws, contracts and judgments.

use super::cardinal::{chained, multiplier, read_once};
use super::value::Exact;
use super::{Found, end_of, has, is_alternative, is_ours, is_waw, joins, last_alternative};
use crate::certainty::Certainty;
use crate::class::CharClass;
use crate::item::{Counted, Item, ItemKind, Starts, Window};
use crate::lexicon::{List, MultForm, NounForm, Sense, Unit};
use crate::span::Span;

/// A cardinal that starts at `at`, in the longest reading (N1); the one that was read there already, if it
/// was.
pub(crate) fn cardinal(w: &Window<'_>, at: usize) -> Option<Found<Exact>> {
    if !w.is_counted(at) {
        return read(w, at);
    }
    w.counted(at).map(|Counted { start, end, next, mantissa, scale, certainty, flags }| Found {
        start,
        end,
        next,
        value: Exact::new(mantissa, scale),
        certainty,
        flags,
    })
}

/// Reads the numbers of all items but for the last `ahead` once for all that will ask: one after the other, as their grammar
/// stays in the nearest cache.
pub(crate) fn remember(w: &mut Window<'_>, ahead: usize) {
    for at in w.at..w.len().saturating_sub(ahead) {
        if w.can(at, Starts::DIGITS.with(Starts::NUMBER)) && !w.is_counted(at) {
            let found = read(w, at).map(|Found { start, end, next, value, certainty, flags }| Counted {
                start,
                end,
                next,
                mantissa: value.mantissa(),
                scale: value.scale(),
                certainty,
                flags,
            });
            w.keep_count(at, found);
        }
    }
}

/// The number at `at`, with the same one in brackets beside it, in figures or in words: خمس (5) سنوات, 30 (ثلاثين) يوما,
/// (30) ثلاثين يوما; and what multiplies one in brackets: (32.2) مليون.
pub(super) fn read(w: &Window<'_>, at: usize) -> Option<Found<Exact>> {
    let mut found = read_once(w, at)?;
    // نص مليون
    if found.next == at + 1
        && w.can(at, Starts::MULT)
        && w.spells_behind(w.before(at, 1), &["نص"])
        && let Some((power, MultForm::Singular, r)) = multiplier(w, at)
        && r.clitics.is_none()
    {
        found.value = Exact::new(5, 1).shift(power)?;
        found.start = w.before(at, 1)?.span.start;
        found.certainty = Certainty::Certain;
        return Some(found);
    }
    if let Some(restated) = restated(w, at) {
        return Some(restated);
    }
    match w.get(found.next).map(|i| i.kind) {
        // شهر واحد (1): it says that there is one month.
        Some(ItemKind::Sign(CharClass::Opener))
            if found.value != Exact::integer(1) || !w.follows(at, Starts::TIME) =>
        {
            if let Some(next) = behind_repetition(w, at, &found) {
                (found.next, found.end, found.certainty) = (next, end_of(w, next), Certainty::Certain);
            }
        }
        Some(ItemKind::Sign(CharClass::Closer | CharClass::Slash)) if found.next == at + 1 => {
            return Some(beyond_bracket(w, at, &found).unwrap_or(found));
        }
        Some(ItemKind::Word) if is_alternative(w, at, found.next) => {
            found.value = shared(w, &found).unwrap_or(found.value);
        }
        _ => {}
    }
    Some(found)
}

/// A figure and right behind it the same in words, as bills have it: 1500 ألف وخمسمائة جنيه.
#[inline(never)]
fn restated(w: &Window<'_>, at: usize) -> Option<Found<Exact>> {
    let ItemKind::Number(digits) = w.get(at)?.kind else { return None };
    let words = at + 1;
    // 2023 وألفين are two.
    let joined = w.get(words)?;
    if !digits.plain || digits.len < 4 || !joined.starts(Starts::NUMBER) || w.text_of(joined).starts_with('و')
    {
        return None;
    }
    let figure = Exact::integer(i128::from(digits.value));
    // 1000 ألف are a million.
    let multiplies = |next: usize| {
        next == words + 1 && multiplier(w, words).is_some_and(|(_, form, _)| form == MultForm::Singular)
    };
    let again = read_once(w, words).filter(|again| again.value == figure && !multiplies(again.next))?;
    let start = w.get(at)?.span.start;
    Some(Found { start, certainty: Certainty::Certain, ..again })
}

/// The value of a number before أو, with the multiplier behind the last of them: 3 أو 4 ملايين, خمسة أو ستة آلاف, 2 أو 3 أو 4
/// آلاف. Only of those that are near each other; 5 أو 200 ألف are not.
#[inline(never)]
fn shared(w: &Window<'_>, found: &Found<Exact>) -> Option<Exact> {
    let (first, other) =
        last_alternative(w, found.next + 1, |at| read_once(w, at)).filter(|_| found.value.below(3))?;
    let (power, ..) = multiplier(w, other.next.checked_sub(1)?).filter(|_| other.next > first + 1)?;
    let value = found.value.shift(power)?;
    let thrice = |value: Exact| value.plus(value)?.plus(value);
    (value < thrice(other.value)? && other.value < thrice(value)?).then_some(value)
}

/// A figure in brackets with what stands behind them, if that says it in words, or multiplies it.
#[inline(never)]
fn beyond_bracket(w: &Window<'_>, at: usize, found: &Found<Exact>) -> Option<Found<Exact>> {
    let opener = w.before(at, 1).filter(|_| w.is_enclosed(at, found.next))?;
    // المادة (5) خمسة أعضاء: the number of the article, whatever follows. But العدد (68) ألفا.
    let count = |i: &Item| w.bare(i).as_str().ends_with("عدد") && multiplier(w, found.next + 1).is_some();
    let labelled = w.before(at, 2).is_some_and(|i| is_label(w, i) && !count(i));
    let (start, behind) = (opener.span.start, found.next + 1);
    // سنة (428) ثمان وعشرين وأربع مئة is one year.
    let year = at
        .checked_sub(2)
        .is_some_and(|b| has(w, b, |s| matches!(s, Sense::Time(Unit::Year, NounForm::Singular))));
    if !matches!(w.get(at)?.kind, ItemKind::Number(_)) || labelled || year {
        return None;
    }
    // (1500) ألف وخمسمائة ريال
    let again = || read_once(w, behind).filter(|again| again.value == found.value);
    if w.can(behind, Starts::NUMBER)
        && let Some(again) = again()
    {
        let (next, end) = (again.next, again.end);
        return Some(Found { start, end, next, certainty: Certainty::Certain, ..found.clone() });
    }
    if let Some((power, form, r)) = multiplier(w, behind) {
        let multiplies = r.clitics.is_none()
            && !joins(w, behind, r.clitics)
            && !matches!(form, MultForm::Dual | MultForm::ConstructDual);
        let (mut value, mut next, power) = chained(w, found.value.shift(power)?, behind + 1, power)?;
        let joined = joined_bracket(w, next, power);
        if let Some((part, end)) = joined {
            (value, next) = (value.plus(part)?, end);
        }
        // (1) مليون شكر: the point of a list.
        let first = w.before(at, 2).is_none_or(|i| i.kind == ItemKind::Break);
        let amount = |s: &Sense| matches!(s, Sense::Measure | Sense::Money(_) | Sense::MoneyFamily(_));
        let point = first && joined.is_none() && found.value < Exact::integer(100) && !has(w, next, amount);
        let more = multiplies && !point && found.value.below(power.max(3));
        return more.then(|| Found { start, end: end_of(w, next), next, value, ..found.clone() });
    }
    None
}

/// What و joins to a multiplied bracket, below its power of ten: (68) ألفا و(234), (7) ملايين و(500) ألف, (68) ألفا و234.
fn joined_bracket(w: &Window<'_>, at: usize, power: u8) -> Option<(Exact, usize)> {
    let bracket = usize::from(w.is_sign(at + 1, CharClass::Opener));
    let part = read_once(w, at + 1 + bracket)
        .filter(|part| is_waw(w, at) && part.value.below(power) && part.value.to_integer().is_some())?;
    if bracket == 0 {
        // (2) مليون و2024
        let year = part.next == at + 2 && is_ours(w, at + 1);
        return (!year).then_some((part.value, part.next));
    }
    let behind = part.next + 1;
    w.is_sign(part.next, CharClass::Closer).then_some(())?;
    let (less, next) = match multiplier(w, behind) {
        Some((less, _, r)) if r.clitics.is_none() && less < power => (less, behind + 1),
        _ => (0, behind),
    };
    Some((part.value.shift(less).filter(|value| value.below(power))?, next))
}

/// Whether the word has a number of its own behind it: للمادة (5), البند 3.
pub(super) fn is_label(w: &Window<'_>, item: &Item) -> bool {
    w.in_list_behind(item, List::NumberedPart)
}

/// Where the bracket ends that says the number at `at` once more.
#[inline(never)]
fn behind_repetition(w: &Window<'_>, at: usize, found: &Found<Exact>) -> Option<usize> {
    if w.before(at, 1).is_some_and(|i| is_label(w, i)) {
        return None;
    }
    let digits = |at: usize| w.get(at).is_some_and(Item::is_number);
    let again = read_once(w, found.next + 1)?;
    let same = again.value == found.value && digits(at) != digits(found.next + 1);
    // 4500 (أربعة آلاف وخمسمائة ريال)
    let unit = has(w, again.next, |s| s.measures());
    let closer = again.next + usize::from(unit);
    (same && w.is_sign(closer, CharClass::Closer)).then_some(closer + 1)
}

/// The bracket behind a unit or noun that says its number once more: ثلاثين يوما (30), شهر واحد (1), 5000 دينار (خمسة آلاف
/// دينار). Its content, and the item behind that.
pub(crate) fn repetition(w: &Window<'_>, at: usize) -> Option<(Span, usize)> {
    let opens = |at: usize| w.is_sign(at, CharClass::Opener);
    let number = w.counted(at);
    // Behind the unit, or behind واحد and its like.
    let opener = match number {
        // (4500) جنيه (أربعة آلاف وخمسمائة جنيه)
        Some(number) => {
            let closer = usize::from(w.is_enclosed(at, number.next));
            Some(number.next + 1 + closer).filter(|&at| opens(at))
        }
        None if w.can(at, Starts::TIME) => (at + 1..at + 3).find(|&at| opens(at)),
        None => None,
    }?;
    said_again(w, at, number, opener)
}

#[inline(never)]
fn said_again(w: &Window<'_>, at: usize, number: Option<Counted>, opener: usize) -> Option<(Span, usize)> {
    let value = if let Some(number) = number {
        Exact::new(number.mantissa, number.scale)
    } else {
        if opener > at + 1 && !has(w, at + 1, |s| matches!(s, Sense::Unit(1))) {
            return None;
        }
        // A unit alone is one, a dual two.
        let (value, _) = super::sense(w, at, |s, _| match s {
            Sense::Time(_, NounForm::Singular) => Some(1),
            Sense::Time(_, NounForm::Dual) => Some(2),
            _ => None,
        })?;
        Exact::integer(value)
    };
    if w.get(opener - 1)?.kind != ItemKind::Word {
        return None;
    }
    let word = |at: usize, known: &str| w.spells(w.get(at), &[known]);
    // (فقط أربعة آلاف ريال لا غير), as cheques have it.
    let only = usize::from(word(opener + 1, "فقط"));
    let again = read_once(w, opener + 1 + only).filter(|again| again.value == value)?;
    let closes = |at: usize| w.is_sign(at, CharClass::Closer);
    let unit = again.next + usize::from(!closes(again.next));
    let no_more = usize::from(word(unit, "فقط")) + 2 * usize::from(word(unit, "لا") && word(unit + 1, "غير"));
    let next = unit + no_more;
    let start = w.get(opener + 1)?.span.start;
    closes(next).then(|| (Span::new(start, end_of(w, next)), next))
}
