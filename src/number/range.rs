//! Ranges: `11-21`, `من 10 إلى 15`, `10 إلى 15 ألف`, `بين 60 و68` (A.8).

use super::signed::{behind_below_zero, is_minus_sign};
use super::value::{Exact, Number};
use super::{
    Found, cardinal, end_of, follows, glued_before, has, is_article, is_definite, is_letters, is_ours,
    is_waw, reading, sense,
};
use crate::certainty::Certainty;
use crate::class::CharClass;
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{MultForm, Sense};

/// A range that starts at `at`, with the word that leads to it if there is one.
pub(super) fn range(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    // ثلاثة ونصفا في المئة إلى مليار: the hundred is of the percentage.
    let of_percent = |b: usize| reading(w, b, |s, r| matches!(s, Sense::Per(_)) && r.items == 2).is_some();
    if at.checked_sub(1).is_some_and(of_percent) {
        return None;
    }
    let item = w.get(at)?;
    let to =
        |next: usize| reading(w, next, |s, r| matches!(s, Sense::To) && r.clitics.is_none()).map(|r| r.items);
    match item.kind {
        ItemKind::Number(_) => {
            // The -2 of الحرارة -2 إلى 5 is read from its sign on.
            let negative = !item.spaced && w.before(at, 1).is_some_and(|i| is_minus(w, i));
            if negative && to(at + 1).is_some() {
                return None;
            }
            glued_before(w, at)?;
            let a = cardinal(w, at)?;
            match to(a.next) {
                Some(_) if is_inside_number(w, at) => None,
                Some(items) => to_limit(w, at, &a, items),
                None => dashed(w, at, &a),
            }
        }
        ItemKind::Sign(_) if is_minus(w, item) => {
            let a = limit(w, at)?;
            to_limit(w, at, &a, to(a.next)?)
        }
        _ if item.starts(Starts::NUMBER) => {
            glued_before(w, at)?;
            // سعر الكيلو الواحد إلى 20 دينارا: no number from which it goes.
            let one = |s: &Sense, r: &Reading| {
                (matches!(s, Sense::Unit(1)) && r.clitics.has(Clitics::ARTICLE)).then_some(())
            };
            if sense(w, at, one).is_some() {
                return None;
            }
            // من 40 مليون إلى 35: the word belongs to the number before it.
            if multiplies(w, at) {
                return None;
            }
            let a = cardinal(w, at)?;
            let items = to(a.next)?;
            if is_inside_number(w, at) { None } else { to_limit(w, at, &a, items) }
        }
        _ => between_limits(w, at),
    }
}

/// Whether what stands at `at` is a part of a number that starts before it: من مئة وعشرين إلى تسعين.
fn is_inside_number(w: &Window<'_>, at: usize) -> bool {
    const PARTS: usize = 6;
    w.recent(at, PARTS)
        .take_while(|&i| w.can(i, Starts::NUMBER.with(Starts::DIGITS)) || is_waw(w, i))
        .any(|i| cardinal(w, i).is_some_and(|number| number.next > at))
}

/// Whether the sign is a minus, as far as what stands before it tells.
fn is_minus(w: &Window<'_>, sign: &Item) -> bool {
    sign.spaced && is_minus_sign(w, sign)
}

/// The range from `a` to `b`, if it rises.
fn rising(w: &Window<'_>, start: usize, a: &Found<Exact>, b: &Found<Exact>) -> Option<Found<Number>> {
    // من 7 إلى 10:30 is a span of hours.
    if w.is_sign(b.next, CharClass::Colon)
        && w.is_glued(b.next)
        && w.is_glued(b.next + 1)
        && matches!(w.get(b.next + 1).map(|i| i.kind), Some(ItemKind::Number(d)) if d.len == 2 && d.value < 60)
    {
        return None;
    }
    // من 3 إلى 5 ملايين: a multiplier behind the second number counts for both.
    let mut from = a.value;
    let shared = multiplied(w, b);
    if let Some(power) = shared
        && b.value > from.shift(power)?
    {
        from = from.shift(power)?;
    }
    // من 8 إلى 10 مساء: hours, which the calendar has.
    let period = |s: &Sense, r: &Reading| matches!(s, Sense::DayHalf(_)) && r.clitics.is_none();
    if b.value <= Exact::integer(12) && reading(w, b.next, period).is_some() {
        return None;
    }
    // من ثلاثة إلى خمسة أيام is no length of five days.
    let timed = has(w, b.next, |s| matches!(s, Sense::Time(..) | Sense::Per(_)));
    let least = if timed || shared.is_some() { Certainty::Certain } else { Certainty::Likely };
    // انخفض من 18 إلى 12 ألف: the multiplier is that of both here too, where the two are near each other; but from 500 to
    // a thousand, and from 500 to 50 thousand, the span rises.
    let falls = shared.and_then(|power| {
        let more = from.shift(power)?;
        let twice = b.value.plus(b.value)?;
        let told = w.get(b.next.saturating_sub(1)).is_some_and(|last| last.span.start > b.start)
            && multiplied(w, a).is_none();
        (told && from.below(3) && more > b.value && more < twice).then_some(more)
    });
    let (from, to) = falls.map_or((from, b.value), |more| (b.value, more));
    (from < to).then(|| Found {
        start,
        end: b.end,
        next: b.next,
        value: Number::Range(from, to),
        certainty: a.certainty.min(b.certainty).max(least),
        flags: a.flags.with(b.flags),
    })
}

/// ثلاثة إلى خمسة رجال: of what is counted, or it is a change from the one to the other.
fn to_limit(w: &Window<'_>, at: usize, a: &Found<Exact>, to: usize) -> Option<Found<Number>> {
    // ارتفع الطلب في 2027 إلى 1.3 مليون: from when, not from what.
    let year = matches!(w.get(at)?.kind, ItemKind::Number(d) if d.plain && (1800..=2100).contains(&d.value));
    if year && w.follows(at, Starts::PREP) {
        return None;
    }
    let b = cardinal(w, a.next + to)?;
    if at.checked_sub(1).is_some_and(|from| w.can(from, Starts::FROM) && is_from_when(w, from, at, &b)) {
        return None;
    }
    let enclosed = w.is_enclosed(at, b.next);
    // The multiplier of the second is that of both, if the first is the smaller then.
    let power = multiplied(w, &b).filter(|&power| a.value.shift(power).is_some_and(|a| a < b.value));
    let below = a.value.to_integer().filter(|&a| a > 0);
    // عيار 21 إلى 3000: from no such number.
    let apart =
        || matches!((below, b.value.to_integer()), (Some(a), Some(b)) if power.is_none() && b / a >= 50);
    let grade = || w.spells(w.before(at, 1), &["عيار"]);
    if !enclosed && (apart() || grade()) {
        return None;
    }
    // 10 إلى 15 ألف, 25 إلى 30%
    let percent = |i: &Item| i.kind == ItemKind::Sign(CharClass::Percent);
    let labelled = at.checked_sub(1).is_some_and(|i| w.get(i).is_some_and(|i| is_definite(w, i)));
    let counted = enclosed
        || w.get(b.next).is_some_and(|i| i.kind == ItemKind::Word && i.spaced || percent(i))
        || power.is_some();
    // Hours, days of a month and years are the calendar's.
    let dated = |s: &Sense| {
        matches!(
            s,
            Sense::From
                | Sense::To
                | Sense::Between
                | Sense::DayHalf(_)
                | Sense::Zone(_)
                | Sense::Era(_)
                | Sense::Month(..)
                | Sense::MonthHead(_)
                | Sense::HijriMonth(..)
                | Sense::Deictic(_)
        )
    };
    let noun = follows(w, at, |s| matches!(s, Sense::Time(..)));
    // كم is no year of our era.
    let dated = reading(w, b.next, |s, r| r.clitics.is_none() && dated(s)).is_some();
    // من المركز 10 إلى 15 ألف متفرج
    let other = noun || dated || power.is_some() && labelled;
    if counted && !other { rising(w, a.start, a, &b) } else { None }
}

/// `11-21`, `20 - 50`.
fn dashed(w: &Window<'_>, at: usize, a: &Found<Exact>) -> Option<Found<Number>> {
    let sign = w.get(a.next)?;
    let dash = is_dash(w, sign) || w.text_of(sign) == "~";
    let b_item = w.get(a.next + 1)?;
    // 20- 50 and 20 -50, but not the first item of a list.
    let lopsided = sign.spaced != b_item.spaced
        && w.before(at, 1).is_none_or(|i| matches!(i.kind, ItemKind::Break | ItemKind::Number(_)));
    if !dash || lopsided || !b_item.is_number() {
        return None;
    }
    let b = cardinal(w, a.next + 1)?;
    let chained = w
        .get(b.next)
        .is_some_and(|i| !i.spaced && matches!(i.kind, ItemKind::Sign(CharClass::Dash | CharClass::Slash)));
    // 38 - 40 - 42 are three, and the minutes of 3:00 - 6:00 no number.
    let number = |i: &Item| i.is_number();
    let listed = w.get(b.next).is_some_and(|i| is_dash(w, i)) && w.get(b.next + 1).is_some_and(number)
        || w.before(at, 1).is_some_and(|i| is_dash(w, i)) && w.before(at, 2).is_some_and(number);
    let minutes = w.is_glued(at)
        && at.checked_sub(1).is_some_and(|b| w.is_sign(b, CharClass::Colon))
        && w.before(at, 2).is_some_and(number)
        && w.is_sign(b.next, CharClass::Colon);
    let chained = chained || listed || minutes;
    if chained { None } else { rising(w, a.start, a, &b) }
}

/// `من 10 إلى 15`, `بين 60 و68`.
fn between_limits(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    let (between, head) = sense(w, at, |s, _| match s {
        Sense::From => Some(false),
        Sense::Between => Some(true),
        _ => None,
    })?;
    let mut a = limit(w, at + head.items + scale_between(w, at + head.items))?;
    // بين 5 درجات تحت الصفر و3 درجات
    if let Some(next) = behind_below_zero(w, a.next) {
        a = Found { value: a.value.negated(), end: end_of(w, next), next, ..a };
    }
    let operator = w.get(a.next)?;
    let to = if between {
        // بين الـ18 والـ25
        if is_waw(w, a.next) || is_letters(w.text_of(operator), "وال") {
            a.next + 1
        } else if w.readings(operator).any(|r| r.clitics.has(Clitics::WAW)) {
            a.next
        } else if w.can(a.next, Starts::TO) {
            a.next + 1
        } else {
            return None;
        }
    } else {
        // من 15 لـ 20
        let to = reading(w, a.next, |s, _| matches!(s, Sense::To)).map(|r| a.next + r.items);
        to.or_else(|| is_letters(w.text_of(operator), "ل").then_some(a.next + 1))?
    };
    let mut b = limit(w, to)?;
    if !between && is_from_when(w, at, at + head.items, &b) {
        return None;
    }
    // بين 5 درجات تحت الصفر و3 درجات تحت الصفر
    if a.value < Exact::integer(0)
        && let Some(next) = behind_below_zero(w, b.next)
    {
        b = Found { value: b.value.negated(), end: end_of(w, next), next, ..b };
    }
    // من 5 لـ 10 مايو, من 2010 لـ 2015, بين الـ18 والـ25 من مايو: of the calendar, which does not read them so.
    let lam = is_letters(w.text_of(operator), "ل");
    let articled = is_article(w, at + head.items);
    let of = usize::from(w.can(b.next, Starts::FROM));
    let year = b.value >= Exact::integer(1000) && b.value <= Exact::integer(2100) && lam;
    let bracketed = w.is_sign(to, CharClass::Opener);
    if (lam || articled || bracketed) && (w.can(b.next + of, Starts::MONTH) || year) {
        return None;
    }
    rising(w, head.start, &a, &b)
}

/// Whether من and the year at `year` say of which time something rose to the amount `to`, and not from what: في الربع الأول من
/// 2023 إلى 320 مليون درهم.
fn is_from_when(w: &Window<'_>, from: usize, year: usize, to: &Found<Exact>) -> bool {
    const REACH: usize = 4;
    let time = Starts::PART_NOUN.with(Starts::TIME).with(Starts::MONTH).with(Starts::ORDINAL);
    let period = |i: usize| w.can(i, time) || w.spells(w.get(i), &["نفسها", "ذاتها", "الفترة"]);
    // من 2015 إلى 2020 مليون لاجئ: so many.
    let shared = to.next.checked_sub(2).is_some_and(|number| is_ours(w, number));
    let amount = multiplied(w, to).is_some() && !shared;
    is_ours(w, year) && amount && w.recent(from, REACH).any(period)
}

/// How many words at `at` say of what two limits are: بين سن 15 و18, بين خطي عرض 30 و35.
fn scale_between(w: &Window<'_>, at: usize) -> usize {
    const SCALES: [&str; 6] = ["سن", "عمر", "عمق", "مستويي", "درجتي", "حدي"];
    // بين خطي 3 و4 للمترو: two lines.
    let globe = w.spells(w.get(at), &["خطي", "دائرتي"]);
    let of = w.spells(w.get(at + 1), &["عرض", "طول", "العرض", "الطول", "حرارة"]);
    if w.spells(w.get(at), &SCALES) || globe && of { 1 + usize::from(of) } else { 0 }
}

/// Whether a multiplier stands at `at` whose coefficient stands before it.
fn multiplies(w: &Window<'_>, at: usize) -> bool {
    let coefficient = |i: &Item| i.is_number() || i.starts(Starts::NUMBER);
    reading(w, at, |s, r| matches!(s, Sense::Mult(..)) && r.clitics.is_none()).is_some()
        && w.before(at, 1).is_some_and(coefficient)
}

/// The power of ten of the multiplier that a number ends with.
fn multiplied(w: &Window<'_>, number: &Found<Exact>) -> Option<u8> {
    let last = number.next.checked_sub(1)?;
    let several = w.get(last).is_some_and(|i| i.span.start > number.start);
    sense(w, last, |s, r| match s {
        Sense::Mult(p, MultForm::Singular | MultForm::Plural | MultForm::Accusative) => Some(*p),
        // أربع مئة
        Sense::Hundred | Sense::HundredPlural if several && r.clitics.is_none() => Some(2),
        _ => None,
    })
    .map(|(power, _)| power)
}

/// A number with its minus or without: من -5 إلى 10.
fn limit(w: &Window<'_>, at: usize) -> Option<Found<Exact>> {
    let at = at + usize::from(is_article(w, at));
    // من (500) إلى (1000)
    if w.is_sign(at, CharClass::Opener) && w.is_sign(at + 2, CharClass::Closer) {
        let inside = cardinal(w, at + 1).filter(|inside| inside.next == at + 2)?;
        return Some(Found { start: w.get(at)?.span.start, end: end_of(w, at + 3), next: at + 3, ..inside });
    }
    if !w.get(at).is_some_and(|i| matches!(i.kind, ItemKind::Sign(CharClass::Dash | CharClass::MathSymbol))) {
        return cardinal(w, at);
    }
    let minus = w.is_glued(at + 1) && is_minus_sign(w, w.get(at)?);
    let found = cardinal(w, at + 1).filter(|_| minus)?;
    Some(Found { start: w.get(at)?.span.start, value: found.value.negated(), ..found })
}

/// Whether the sign joins two numbers: a dash of whatever length, tatweel for one, or an underscore that touches both.
pub(super) fn is_dash(w: &Window<'_>, sign: &Item) -> bool {
    let text = w.text_of(sign);
    matches!(text, "-" | "–" | "—" | "\u{2011}" | "\u{2012}")
        || text.starts_with('\u{640}')
        || text == "_" && sign.kind == ItemKind::Sign(CharClass::Dash)
}
