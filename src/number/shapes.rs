//! Numbers that are more than a count: fractions, ranges, identifiers
//! (`numbers-and-dates`, A.8, A.9, B.6).

use alloc::boxed::Box;
use alloc::string::String;

use super::again::is_label;
use super::measured::is_same_noun;
use super::value::{Exact, Number};
use super::{
    Found, Options, cardinal, counted_noun, end_of, follows_bound, glued_before, has, is_article,
    is_definite, is_letters, is_owned, is_waw, reading, sense,
};
use crate::certainty::{Certainty, Flags};
use crate::class::{CharClass, NumeralSystems, digit_value};
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{MultForm, Sense};

/// `3/4`, `ثلاثة أرباع`, `ثلثي الأعضاء`, `½` (A.8, B.6).
pub(super) fn fraction(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    let item = w.get(at)?;
    if let ItemKind::Number(above) = item.kind {
        w.get(at + 1).filter(|s| !s.spaced && s.kind == ItemKind::Sign(CharClass::Slash))?;
        let last = w.get(at + 2).filter(|l| !l.spaced)?;
        let ItemKind::Number(below) = last.kind else { return None };
        let apart =
            w.get(at + 3).is_none_or(|i| i.spaced || !matches!(i.kind, ItemKind::Sign(CharClass::Slash)));
        let proper =
            above.plain && below.plain && above.value > 0 && above.value < below.value && below.value <= 100;
        // 4/3 is 3/4 written by eye, from right to left (A.8).
        let reversed = above.plain && below.plain && above.value == below.value + 1 && above.value <= 5;
        // 3/5/85 is no 5/85.
        let inside = !item.spaced
            && w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Slash))
            && w.before(at, 2).is_some_and(|i| matches!(i.kind, ItemKind::Number(_)));
        // المادة 2/5
        let apart = apart && !inside && !w.before(at, 1).is_some_and(|i| is_label(w, i));
        if !(proper || reversed && below.value > 1) || !apart || glued_before(w, at).is_none() {
            return None;
        }
        let flags = Flags::MIXED_DIGITS
            .when(NumeralSystems::of(w.text.get(item.span.start..last.span.end)?).is_mixed())
            .with(Flags::REVERSED.when(reversed));
        return Some(Found {
            start: item.span.start,
            end: last.span.end,
            next: at + 3,
            value: Number::Fraction(above.value.min(below.value) as i64, above.value.max(below.value)),
            certainty: if reversed { Certainty::Weak } else { Certainty::Certain },
            flags,
        });
    }
    if item.kind == ItemKind::Sign(CharClass::Fraction) {
        let (above, below) = vulgar(w.text_of(item))?;
        let value = Number::Fraction(above, below);
        let free = w.before(at, 1).is_none_or(|i| !matches!(i.kind, ItemKind::Number(_)));
        return free.then_some(Found {
            start: item.span.start,
            end: item.span.end,
            next: at + 1,
            value,
            certainty: Certainty::Certain,
            flags: Flags::NONE,
        });
    }
    if let Some((above, below, start)) = counted_parts(w, at) {
        return Some(Found {
            start,
            end: end_of(w, at + 2),
            next: at + 2,
            value: Number::Fraction(i64::from(above), u64::from(below)),
            certainty: Certainty::Certain,
            flags: Flags::NONE,
        });
    }
    if let Some(share) = share(w, at) {
        return Some(share);
    }
    let ((above, below), reading) = sense(w, at, |s, r| match s {
        Sense::Frac(above, below) if !r.clitics.has(Clitics::ARTICLE) => Some((*above, *below)),
        _ => None,
    })?;
    let part = |certainty| {
        Some(Found {
            start: reading.start,
            end: w.get(at)?.span.end,
            next: at + 1,
            value: Number::Fraction(i64::from(above), u64::from(below)),
            certainty,
            flags: Flags::NONE,
        })
    };
    // ثلثان من الكتاب
    if above > 1
        && has(w, at + 1, |s| matches!(s, Sense::From))
        && w.get(at + 2).is_some_and(|i| is_definite(w, i))
    {
        return part(Certainty::Certain);
    }
    // ثلث ما بقي
    if above == 1 && below <= 4 && w.get(at + 1).is_some_and(|i| w.bare(i).as_str() == "ما") {
        return part(Certainty::Likely);
    }
    // نصفهم, ثلثاها: of what the pronoun stands for.
    let owned = w.get(at).is_some_and(|i| {
        let bare = w.bare(i);
        bare.as_str().ends_with("هم") || bare.as_str().ends_with("ها")
    });
    if owned {
        return part(Certainty::Likely);
    }
    // The part of something: a definite noun follows (B.6), or a measure: نصف كيلو.
    let measure = matches!((above, below), (1, 2..=4))
        && super::reading(w, at + 1, |s, r| s.measures() && r.clitics == Clitics::default()).is_some();
    let construct = above > 1 && w.get(at).is_some_and(|i| !w.bare(i).as_str().ends_with('ن'));
    let annexed =
        construct && counted_noun(w, at + 1) || matches!((above, below), (1, 2..=4)) && is_annexed(w, at + 1);
    let whole = w.get(at + 1).filter(|i| measure || annexed || is_definite(w, i) || is_owned(w, i))?;
    // عشر أمثالها: ten of them. نص المادة: what is written there.
    let texts = [
        "المادة",
        "القرار",
        "القانون",
        "البيان",
        "الاتفاق",
        "الاتفاقية",
        "الخطاب",
        "الرسالة",
        "الحوار",
        "الآية",
        "الحديث",
    ];
    let text = || w.get(at).is_some_and(|i| w.bare(i).as_str().ends_with("نص"));
    if w.bare(whole).as_str().starts_with("أمثال") || texts.contains(&w.bare(whole).as_str()) && text() {
        return None;
    }
    // مترين ونصف المتر: of what was counted.
    let counted = || at.checked_sub(1).is_some_and(|b| is_same_noun(w, b, at + 1));
    let waw = reading.clitics.has(Clitics::WAW) && (counted() || cardinal_ends_before(w, at));
    if waw
        || w.readings(whole)
            .flat_map(|r| r.senses())
            .any(|s| matches!(s, Sense::Time(..) | Sense::Mult(..) | Sense::Name))
    {
        return None;
    }
    let sure = matches!((above, below), (1, 2..=4) | (2, 3));
    // ثمن is "price" far more often than an eighth (B.9).
    let price = below == 8;
    part(if sure {
        Certainty::Certain
    } else if price {
        Certainty::Weak
    } else {
        Certainty::Likely
    })
}

/// ثلاثة أرباع, ثلاثة أرباعهم: how many parts of how many, and where they begin.
pub(super) fn counted_parts(w: &Window<'_>, at: usize) -> Option<(u8, u8, usize)> {
    let (above, r) = sense(w, at, |s, _| if let Sense::Unit(n @ 3..=9) = s { Some(*n) } else { None })?;
    let below = plural_part(w, at + 1).or_else(|| parts_of_them(w, at + 1))?;
    Some((above, below, r.start))
}

/// `السدس`, `الثلثان` alone, and what else is the share of an heir: للأم النصف, للزوجة الثمن, which is the price else. Not
/// before an adjective or من: the last third, the first quarter of a year.
fn share(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    const HEIRS: [&str; 8] = ["زوج", "بنت", "أب", "أم", "أخت", "أخ", "جد", "جدة"];
    let ((above, below), r) = sense(w, at, |s, r| match s {
        Sense::Frac(above, below) if r.clitics.has(Clitics::ARTICLE) => Some((*above, *below)),
        _ => None,
    })?;
    let described = w.get(at + 1).is_some_and(|i| w.bare(i).as_str().starts_with("ال"))
        || has(w, at + 1, |s| matches!(s, Sense::From | Sense::Ord(..)));
    let heir = |i: &Item| {
        let bare = w.bare(i);
        let word = bare.as_str();
        let word = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        let noun = word.strip_prefix("لل");
        let wife = noun.is_some_and(|noun| noun.starts_with("زوجة") || noun.starts_with("زوجات"));
        wife || below < 8
            && (matches!(word, "له" | "لها" | "لهم" | "لهما" | "لهن")
                || noun.is_some_and(|noun| HEIRS.contains(&noun)))
    };
    // خط الثلث is a script.
    let script = w.before(at, 1).is_some_and(|i| w.bare(i).as_str().ends_with("خط"));
    let own = matches!((above, below), (1, 3 | 6) | (2, 3)) && !script;
    let theirs = matches!(below, 2 | 4 | 8) && w.before(at, 1).is_some_and(heir);
    // أكثر من النصف, أقل من الربع
    let bound = matches!((above, below), (1, 2 | 4)) && follows_bound(w, at);
    let found = Found {
        start: r.start,
        end: end_of(w, at + 1),
        next: at + 1,
        value: Number::Fraction(i64::from(above), u64::from(below)),
        certainty: Certainty::Likely,
        flags: Flags::NONE,
    };
    ((own || theirs || bound) && !described).then_some(found)
}

/// Whether a noun stands at `at` that one behind it makes definite: سكان العالم, عدد سكان المدينة.
fn is_annexed(w: &Window<'_>, at: usize) -> bool {
    let noun = |at: usize| w.get(at).is_some_and(|i| i.spaced && i.is_unknown()) && counted_noun(w, at);
    let whole =
        |at: usize| w.get(at).is_some_and(|i| i.kind == ItemKind::Word && i.spaced && is_definite(w, i));
    noun(at) && (whole(at + 1) || noun(at + 1) && whole(at + 2))
}

/// `عشرون وثلاثة أخماس`, `ثلاثة وثلث`: a number and a part that has no end as a decimal is a ratio; one
/// that has is added.
pub(super) fn mixed_number(w: &Window<'_>, at: usize, options: Options) -> Option<Found<Number>> {
    w.get(at).filter(|item| item.starts(Starts::NUMBER))?;
    let whole = cardinal(w, at, options)?;
    // خمسة وثلاثة أرباع is read as 35 … in مئة وثلاثة أرباع the unit before the part is the part's.
    let (whole_value, part_at) = if let Some(part) = part_behind(w, whole.next) {
        (whole.value, part)
    } else {
        let unit_at = whole.next.checked_sub(1).filter(|&u| u > at)?;
        let unit = unit_of(w, unit_at)?;
        plural_part(w, whole.next)?;
        (whole.value.plus(Exact::integer(-i128::from(unit)))?, unit_at)
    };
    let whole_value = whole_value.to_integer().filter(|&v| v > 0)?;
    let counted = unit_of(w, part_at).zip(plural_part(w, part_at + 1));
    let (above, below, next) = if let Some((above, below)) = counted {
        (i128::from(above), i128::from(below), part_at + 2)
    } else {
        // Halves, thirds and quarters of what was counted; خمسة وخمس دول counts twice.
        let (above, below) = sense(w, part_at, |s, r| match s {
            Sense::Frac(above, below @ ..=4) if !r.clitics.has(Clitics::ARTICLE) => Some((*above, *below)),
            _ => None,
        })?
        .0;
        (i128::from(above), i128::from(below), part_at + 1)
    };
    let exact = (1000 * above) % below == 0;
    if exact && next == part_at + 1 {
        // The cardinal has it.
        return None;
    }
    let value = if exact {
        Number::Cardinal(Exact::new(whole_value * 1000 + 1000 * above / below, 3))
    } else {
        let total = whole_value.checked_mul(below)?.checked_add(above)?;
        Number::Fraction(i64::try_from(total).ok()?, u64::try_from(below).ok()?)
    };
    Some(Found {
        start: whole.start,
        end: end_of(w, next),
        next,
        value,
        certainty: Certainty::Certain,
        flags: whole.flags,
    })
}

/// Where a part joined by و begins.
fn part_behind(w: &Window<'_>, at: usize) -> Option<usize> {
    let here = if is_waw(w, at) { at + 1 } else { at };
    let joined = has_reading(w, w.get(here)?, |r| r.clitics.has(Clitics::WAW)) || here > at;
    let part = plural_part(w, here + 1).is_some() && unit_of(w, here).is_some()
        || has(w, here, |s| matches!(s, Sense::Frac(_, 3)));
    (joined && part).then_some(here)
}

fn unit_of(w: &Window<'_>, at: usize) -> Option<u8> {
    sense(w, at, |s, _| if let Sense::Unit(n @ 3..=9) = s { Some(*n) } else { None }).map(|(n, _)| n)
}

fn plural_part(w: &Window<'_>, at: usize) -> Option<u8> {
    sense(w, at, |s, r| match s {
        Sense::FracPlural(below) if r.clitics == Clitics::default() => Some(*below),
        _ => None,
    })
    .map(|(below, _)| below)
}

/// The parts in أرباعهم, أخماسها.
fn parts_of_them(w: &Window<'_>, at: usize) -> Option<u8> {
    const PARTS: [(&str, u8); 4] = [("أرباع", 4), ("أخماس", 5), ("أسباع", 7), ("أعشار", 10)];
    let bare = w.bare(w.get(at).filter(|i| i.is_unknown())?);
    let noun = ["ها", "هم", "ه"].iter().find_map(|pronoun| bare.as_str().strip_suffix(pronoun))?;
    PARTS.iter().find(|(parts, _)| *parts == noun).map(|&(_, below)| below)
}

/// `واحد من عشرة` where weak readings are asked for, `جزء من مئة`, `واحد على عشرين`, `1 على 3` (B.6).
pub(super) fn ratio(w: &Window<'_>, at: usize, options: Options) -> Option<Found<Number>> {
    let minus = has(w, at, |s| matches!(s, Sense::Minus));
    let first_at = at + usize::from(minus);
    let first = cardinal(w, first_at, options)?;
    let behind = w.get(first.next).filter(|item| item.kind == ItemKind::Word)?;
    let word = w.text_of(behind);
    // Every one of these is short, and most words are none of them.
    let parts = ["جزء", "جزءا", "أجزاء", "اجزاء"].iter().any(|&letters| is_letters(word, letters));
    let over = first.next + usize::from(parts);
    let on = w.get(over).is_some_and(|item| is_letters(w.text_of(item), "على"));
    let of = has(w, over, |s| matches!(s, Sense::From));
    if !(on || of && (parts || options.recall)) {
        return None;
    }
    glued_before(w, first_at)?;
    let second = cardinal(w, over + 1, options)?;
    let (above, below) = (first.value.to_integer()?, second.value.to_integer()?);
    let proper = 0 < above && above < below;
    if below < 2 || above <= 0 || !(proper || options.recall && !of) {
        return None;
    }
    let certainty = match above {
        _ if parts => Certainty::Certain,
        1 if on => Certainty::Certain,
        // As sure as the numbers that it is made of.
        _ if options.recall => first.certainty.max(second.certainty),
        _ => return None,
    };
    let above = i64::try_from(above).ok()?;
    let start = if minus { reading(w, at, |s, _| matches!(s, Sense::Minus))?.start } else { first.start };
    Some(Found {
        start,
        end: second.end,
        next: second.next,
        value: Number::Fraction(if minus { -above } else { above }, u64::try_from(below).ok()?),
        certainty,
        flags: first.flags.with(second.flags),
    })
}

/// Whether a number word or digits stand right before `at`.
fn cardinal_ends_before(w: &Window<'_>, at: usize) -> bool {
    let Some(back) = at.checked_sub(1) else { return false };
    matches!(w.get(back).map(|i| i.kind), Some(ItemKind::Number(_))) || has(w, back, |s| s.counts())
}

pub(super) fn vulgar(sign: &str) -> Option<(i64, u64)> {
    Some(match sign {
        "½" => (1, 2),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    })
}

/// `11-21`, `من 10 إلى 15`, `بين 60 و68` (A.8).
pub(super) fn range(w: &Window<'_>, at: usize, options: Options) -> Option<Found<Number>> {
    let make = |start: usize, a: &Found<Exact>, b: &Found<Exact>| {
        // من 3 إلى 5 ملايين: a multiplier behind the second number counts for both.
        let mut from = a.value;
        let shared = multiplied(w, b);
        if let Some(power) = shared
            && from.below(3)
            && b.value > from.shift(power)?
        {
            from = from.shift(power)?;
        }
        // من 8 إلى 10 مساء: hours, which the calendar has.
        let period =
            |s: &Sense, r: &Reading| matches!(s, Sense::Period(_)) && r.clitics == Clitics::default();
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
    };
    let item = w.get(at)?;
    let digits = matches!(item.kind, ItemKind::Number(_));
    if digits || item.starts(Starts::NUMBER) {
        glued_before(w, at)?;
        // من 40 مليون إلى 35: the word belongs to the number before it.
        if !digits && multiplies(w, at) {
            return None;
        }
        let a = cardinal(w, at, options)?;
        // ثلاثة إلى خمسة رجال: of what is counted, or it is a change from the one to the other.
        if let Some(to) = reading(w, a.next, |s, r| matches!(s, Sense::To) && r.clitics == Clitics::default())
        {
            // ارتفع الطلب في 2027 إلى 1.3 مليون: from when, not from what.
            let year =
                matches!(item.kind, ItemKind::Number(d) if d.plain && (1800..=2100).contains(&d.value));
            if year && at.checked_sub(1).is_some_and(|b| has(w, b, |s| matches!(s, Sense::Prep))) {
                return None;
            }
            let b = cardinal(w, a.next + to.items, options)?;
            let enclosed = w.is_enclosed(at, b.next);
            // The multiplier of the second is that of both, if the first is the smaller then.
            let power = multiplied(w, &b).filter(|&power| a.value.shift(power).is_some_and(|a| a < b.value));
            let below = a.value.to_integer().filter(|&a| a > 0);
            // عيار 21 إلى 3000: from no such number.
            let apart = || matches!((below, b.value.to_integer()), (Some(a), Some(b)) if power.is_none() && b / a >= 50);
            let grade = || w.before(at, 1).is_some_and(|i| w.bare(i).as_str() == "عيار");
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
                        | Sense::Period(_)
                        | Sense::Zone(_)
                        | Sense::Era(_)
                        | Sense::Month(..)
                        | Sense::MonthHead(_)
                        | Sense::HijriMonth(..)
                        | Sense::Deictic(_)
                )
            };
            let noun = at.checked_sub(1).is_some_and(|i| has(w, i, |s| matches!(s, Sense::Time(..))));
            // كم is no year of our era.
            let dated = reading(w, b.next, |s, r| r.clitics == Clitics::default() && dated(s)).is_some();
            // من المركز 10 إلى 15 ألف متفرج
            let other = noun || dated || power.is_some() && labelled;
            return if counted && !other { make(a.start, &a, &b) } else { None };
        }
        if !digits {
            return None;
        }
        let sign = w.get(a.next)?;
        let dash = is_dash(w, sign) || w.text_of(sign) == "~";
        let b_item = w.get(a.next + 1)?;
        // 20- 50 and 20 -50, but not the first item of a list.
        let lopsided = sign.spaced != b_item.spaced
            && w.before(at, 1).is_none_or(|i| matches!(i.kind, ItemKind::Break | ItemKind::Number(_)));
        if !dash || lopsided || !matches!(b_item.kind, ItemKind::Number(_)) {
            return None;
        }
        let b = cardinal(w, a.next + 1, options)?;
        let chained = w.get(b.next).is_some_and(|i| {
            !i.spaced && matches!(i.kind, ItemKind::Sign(CharClass::Dash | CharClass::Slash))
        });
        return if chained { None } else { make(a.start, &a, &b) };
    }
    let (between, head) = sense(w, at, |s, _| match s {
        Sense::From => Some(false),
        Sense::Between => Some(true),
        _ => None,
    })?;
    let a = limit(w, at + head.items, options)?;
    let operator = w.get(a.next)?;
    let to = if between {
        // بين الـ18 والـ25
        if is_waw(w, a.next) || is_letters(w.text_of(operator), "وال") {
            a.next + 1
        } else if has_reading(w, operator, |r| r.clitics.has(Clitics::WAW)) {
            a.next
        } else if has(w, a.next, |s| matches!(s, Sense::To)) {
            a.next + 1
        } else {
            return None;
        }
    } else {
        // من 15 لـ 20
        let to = reading(w, a.next, |s, _| matches!(s, Sense::To)).map(|r| a.next + r.items);
        to.or_else(|| is_letters(w.text_of(operator), "ل").then_some(a.next + 1))?
    };
    let b = limit(w, to, options)?;
    // من 5 لـ 10 مايو, من 2010 لـ 2015, بين الـ18 والـ25 من مايو: of the calendar, which does not read them so.
    let lam = is_letters(w.text_of(operator), "ل");
    let articled = is_article(w, at + head.items);
    let of = usize::from(has(w, b.next, |s| matches!(s, Sense::From)));
    let year = b.value >= Exact::integer(1000) && b.value <= Exact::integer(2100) && lam;
    if (lam || articled) && (w.can(b.next + of, Starts::MONTH) || year) {
        return None;
    }
    make(head.start, &a, &b)
}

/// Whether a multiplier stands at `at` whose coefficient stands before it.
fn multiplies(w: &Window<'_>, at: usize) -> bool {
    let coefficient = |i: &Item| matches!(i.kind, ItemKind::Number(_)) || i.starts(Starts::NUMBER);
    reading(w, at, |s, r| matches!(s, Sense::Mult(..)) && r.clitics == Clitics::default()).is_some()
        && w.before(at, 1).is_some_and(coefficient)
}

/// The power of ten of the multiplier that a number ends with.
fn multiplied(w: &Window<'_>, number: &Found<Exact>) -> Option<u8> {
    let last = number.next.checked_sub(1)?;
    let several = w.get(last).is_some_and(|i| i.span.start > number.start);
    sense(w, last, |s, r| match s {
        Sense::Mult(p, MultForm::Singular | MultForm::Plural | MultForm::Accusative) => Some(*p),
        // أربع مئة
        Sense::Hundred | Sense::HundredPlural if several && r.clitics == Clitics::default() => Some(2),
        _ => None,
    })
    .map(|(power, _)| power)
}

/// A number with its minus or without: من -5 إلى 10.
fn limit(w: &Window<'_>, at: usize, options: Options) -> Option<Found<Exact>> {
    let at = at + usize::from(is_article(w, at));
    if !w.get(at).is_some_and(|i| matches!(i.kind, ItemKind::Sign(CharClass::Dash | CharClass::MathSymbol))) {
        return cardinal(w, at, options);
    }
    let minus = w.get(at + 1).is_some_and(|i| !i.spaced) && matches!(w.text_of(w.get(at)?), "-" | "−");
    let found = cardinal(w, at + 1, options).filter(|_| minus)?;
    Some(Found { start: w.get(at)?.span.start, value: found.value.negated(), ..found })
}

fn has_reading(w: &Window<'_>, item: &Item, test: impl Fn(&Reading) -> bool) -> bool {
    w.readings(item).any(|r| test(&r))
}

/// Whether the word is what numbered laws are called.
fn is_law_noun(w: &Window<'_>, item: &Item) -> bool {
    let bare = w.bare(item);
    let word = bare.as_str().trim_start_matches(['و', 'ب', 'ل']);
    let word = word.strip_prefix("ال").unwrap_or(word);
    matches!(word, "قانون" | "مرسوم" | "ظهير" | "أمر" | "قرار" | "منشور" | "قانوني")
}

/// Whether two numbers name a law or a decree right behind its noun: القانون 90-11, القانون التنظيمي 111-14.
fn is_law(w: &Window<'_>, at: usize) -> bool {
    let law = |i: &Item| i.kind == ItemKind::Word && is_law_noun(w, i);
    let before = || w.before(at, 1);
    match w.get(at + 1).map(|i| (i.kind, i.spaced)) {
        // قانون 159 لسنة 1988, الطعن 5199 لسنة 86
        Some((ItemKind::Word, true)) => {
            let case = |i: &Item| {
                matches!(w.bare(i).as_str(), "الطعن" | "طعن" | "القضية" | "قضية" | "الدعوى" | "دعوى")
            };
            let of_year = |i: &Item| matches!(w.bare(i).as_str(), "لسنة" | "لعام");
            w.get(at + 1).is_some_and(of_year) && before().is_some_and(|i| law(i) || case(i))
        }
        Some((ItemKind::Sign(CharClass::Dash | CharClass::Slash), false)) => {
            let number = |i: &Item| matches!(i.kind, ItemKind::Number(d) if d.plain && d.len <= 4);
            let pair = w.get(at).is_some_and(number) && w.get(at + 2).is_some_and(|i| number(i) && !i.spaced);
            let adjective = || before().is_some_and(|i| i.is_unknown() && is_definite(w, i));
            pair && (before().is_some_and(law) || adjective() && w.before(at, 2).is_some_and(law))
        }
        _ => false,
    }
}

/// Digits after رقم: they name something (A.9).
pub(super) fn identifier(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    let item = w.get(at)?;
    let ItemKind::Number(digits) = item.kind else { return None };
    let mut back = 1;
    if w.before(at, back)
        .is_some_and(|i| matches!(i.kind, ItemKind::Sign(CharClass::Opener | CharClass::Colon)))
    {
        back += 1;
    }
    // رقم العضوية: 00452
    // الرقم القياسي 15 لقبا is a record.
    let record = |i: &Item| w.bare(i).as_str().ends_with("القياسي");
    let noun = |at: usize| {
        w.before(at, back).is_some_and(|i| i.kind == ItemKind::Word && is_definite(w, i) && !record(i))
    };
    if noun(at) && at.checked_sub(back + 1).is_some_and(|s| has(w, s, |s| matches!(s, Sense::NumberSign))) {
        back += 1;
    }
    let sign = at.checked_sub(back)?;
    // رقم الأعمال 850 مليون is an amount.
    let amount = has(w, at + 1, |s| matches!(s, Sense::Mult(..)));
    let numbered = w.can(sign, Starts::CUE) && has(w, sign, |s| matches!(s, Sense::NumberSign));
    // القانون رقم 31.08
    let dotted = || {
        let dots = w.text_of(item).chars().filter(|c| *c == '.').count();
        let law = |more: usize| w.before(at, back + more).is_some_and(|i| is_law_noun(w, i));
        // الظهير الشريف رقم 1.02.239, as Morocco numbers them
        // القانون التنظيمي رقم 28.11
        let adjective = || w.before(at, back + 1).is_some_and(|i| i.is_unknown() && is_definite(w, i));
        dots == 1 && digits.len <= 6 && (law(1) || adjective() && law(2))
            || dots == 2 && digits.len <= 8 && (law(1) || law(2))
    };
    // القانون 67.12
    let law = || {
        let parts = w.text_of(item).split_once('.');
        let two = |part: &str| part.chars().count() == 2;
        parts.is_some_and(|(number, year)| two(number) && two(year))
            && w.before(at, 1).is_some_and(|i| is_law_noun(w, i))
    };
    // رقم 412 و418
    let second = || {
        let number = |i: &Item| matches!(i.kind, ItemKind::Number(_));
        at.checked_sub(1).is_some_and(|b| is_waw(w, b))
            && w.before(at, 2).is_some_and(number)
            && at.checked_sub(3).is_some_and(|b| has(w, b, |s| matches!(s, Sense::NumberSign)))
            && !counted_noun(w, at + 1)
    };
    let named =
        if digits.plain { numbered || second() || is_law(w, at) } else { numbered && dotted() || law() };
    if amount || !named {
        return None;
    }
    // The year of a law belongs to its number: رقم 12/2003.
    let mut next = at + 1;
    let joined = |i: &Item| match i.kind {
        ItemKind::Sign(CharClass::Slash) => true,
        // رقم 20-70
        ItemKind::Sign(CharClass::Dash) => !i.spaced && w.get(next + 1).is_some_and(|i| !i.spaced),
        _ => false,
    };
    let chained =
        |at: usize| w.get(at).is_some_and(|i| !i.spaced && i.kind == ItemKind::Sign(CharClass::Dash));
    // رقم 1/3/4/5521
    let touches = |i: &Item| !i.spaced;
    let part = |at: usize| {
        w.get(at).is_some_and(|i| touches(i) && i.kind == ItemKind::Sign(CharClass::Slash))
            && w.get(at + 1).is_some_and(|i| touches(i) && matches!(i.kind, ItemKind::Number(d) if d.plain))
    };
    let parts = (0..6).take_while(|i| part(next + 2 * i)).count();
    if parts > 1 && numbered {
        next += 2 * parts;
    } else if w.get(next).is_some_and(joined)
        && w.get(next + 1).is_some_and(|i| matches!(i.kind, ItemKind::Number(d) if d.plain))
        && !chained(next + 2)
    {
        next += 2;
    }
    let end = end_of(w, next);
    let written = w.text.get(item.span.start..end)?;
    let text: String = written
        .chars()
        .filter_map(|c| {
            digit_value(c).map(|d| char::from(b'0' + d)).or(matches!(c, '/' | '-' | '.').then_some(c))
        })
        .collect();
    Some(Found {
        start: item.span.start,
        end,
        next,
        value: Number::Identifier(Box::from(text.as_str())),
        certainty: Certainty::Certain,
        flags: Flags::MIXED_DIGITS.when(NumeralSystems::of(written).is_mixed()),
    })
}

/// Whether the sign joins two numbers: a dash of whatever length, tatweel for one, or an underscore that touches both.
pub(super) fn is_dash(w: &Window<'_>, sign: &Item) -> bool {
    let text = w.text_of(sign);
    matches!(text, "-" | "–" | "—" | "\u{2011}" | "\u{2012}")
        || text.starts_with('\u{640}')
        || text == "_" && sign.kind == ItemKind::Sign(CharClass::Dash)
}
