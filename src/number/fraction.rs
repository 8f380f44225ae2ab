//! Fractions and ratios, in digits, in words and in both (A.8, B.6).

use super::cardinal::{is_tenth, multiplier};
use super::measured::is_same_noun;
use super::restated::is_label;
use super::value::{Exact, Number};
use super::{
    Found, cardinal, counted_noun, end_of, ends_in_pronoun, follows_bound, glued_before, has, is_definite,
    is_letters, is_owned, is_waw, reading, sense,
};
use crate::certainty::{Certainty, Flags};
use crate::class::{CharClass, NumeralSystems};
use crate::item::{Clitics, Digits, Item, ItemKind, Starts, Window};
use crate::lexicon::{List, MultForm, Sense, behind_proclitics, is_listed, is_listed_behind};

/// `3/4`, `ثلاثة أرباع`, `ثلثي الأعضاء`, `½` (A.8, B.6).
pub(super) fn fraction(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    match w.get(at)?.kind {
        ItemKind::Number(above) => in_digits(w, at, above),
        ItemKind::Sign(CharClass::Fraction) => by_sign(w, at),
        _ => parts(w, at).or_else(|| share(w, at)).or_else(|| in_words(w, at)),
    }
}

/// `3/4`; `4/3` is the same, typed by eye.
fn in_digits(w: &Window<'_>, at: usize, above: Digits) -> Option<Found<Number>> {
    let item = w.get(at)?;
    w.get(at + 1).filter(|s| !s.spaced && s.kind == ItemKind::Sign(CharClass::Slash))?;
    let last = w.get(at + 2).filter(|l| !l.spaced)?;
    let ItemKind::Number(below) = last.kind else { return None };
    let apart = w.get(at + 3).is_none_or(|i| i.spaced || !matches!(i.kind, ItemKind::Sign(CharClass::Slash)));
    let proper =
        above.plain && below.plain && above.value > 0 && above.value < below.value && below.value <= 100;
    // 4/3 is 3/4 written by eye, from right to left (A.8).
    let reversed = above.plain && below.plain && above.value == below.value + 1 && above.value <= 5;
    // 3/5/85 is no 5/85.
    let inside = !item.spaced
        && w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Slash))
        && w.before(at, 2).is_some_and(Item::is_number);
    // المادة 2/5
    let apart = apart && !inside && !w.before(at, 1).is_some_and(|i| is_label(w, i));
    let fits = (proper || reversed && below.value > 1) && apart;
    if !fits || glued_before(w, at).is_none() || is_citation(w, at) || is_of_day(w, at) {
        return None;
    }
    let flags = Flags::MIXED_DIGITS
        .when(NumeralSystems::of(w.text.get(item.span.start..last.span.end)?).is_mixed())
        .with(Flags::REVERSED.when(reversed));
    Some(Found {
        start: item.span.start,
        end: last.span.end,
        next: at + 3,
        value: Number::Fraction(above.value.min(below.value) as i64, above.value.max(below.value)),
        certainty: if reversed { Certainty::Weak } else { Certainty::Certain },
        flags,
    })
}

/// `½`
fn by_sign(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    let item = w.get(at)?;
    let (above, below) = vulgar(w.text_of(item))?;
    let value = Number::Fraction(above, below);
    let free = w.before(at, 1).is_none_or(|i| !i.is_number());
    free.then_some(Found {
        start: item.span.start,
        end: item.span.end,
        next: at + 1,
        value,
        certainty: Certainty::Certain,
        flags: Flags::NONE,
    })
}

/// `ثلاثة أرباع`
fn parts(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    let (above, below, start) = counted_parts(w, at)?;
    Some(Found {
        start,
        end: end_of(w, at + 2),
        next: at + 2,
        value: Number::Fraction(i64::from(above), u64::from(below)),
        certainty: Certainty::Certain,
        flags: Flags::NONE,
    })
}

/// `ثلث السكان`, `نصف كيلو`, `ثلثا ما`: one part in words, as far as what stands behind says that it is one.
fn in_words(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    let ((above, below), found) = sense(w, at, |s, r| match s {
        Sense::Frac(above, below) if !r.clitics.has(Clitics::ARTICLE) => Some((*above, *below)),
        _ => None,
    })?;
    // ربع العشر, of what is due on money; نصف الثمن is half the price.
    let of_part = sense(w, at + 1, |s, r| match s {
        Sense::Frac(1, parts @ (2..=6 | 9 | 10)) if r.clitics.has(Clitics::ARTICLE) => {
            (above == 1 && !r.clitics.has(!Clitics::ARTICLE)).then_some(*parts)
        }
        _ => None,
    });
    if let Some((parts, _)) = of_part.filter(|_| !w.get(at + 2).is_some_and(|i| is_definite(w, i))) {
        return Some(Found {
            start: found.start,
            end: end_of(w, at + 2),
            next: at + 2,
            value: Number::Fraction(1, u64::from(below) * u64::from(parts)),
            certainty: Certainty::Likely,
            flags: Flags::NONE,
        });
    }
    let part = |certainty| {
        Some(Found {
            start: found.start,
            end: w.get(at)?.span.end,
            next: at + 1,
            value: Number::Fraction(i64::from(above), u64::from(below)),
            certainty,
            flags: Flags::NONE,
        })
    };
    // عُشر نقطة
    if below == 10 && w.get(at).is_some_and(|i| is_tenth(w, i)) && counted_noun(w, at + 1) {
        return part(Certainty::Likely);
    }
    // ثلثان من الكتاب
    if above > 1 && w.can(at + 1, Starts::FROM) && w.get(at + 2).is_some_and(|i| is_definite(w, i)) {
        return part(Certainty::Certain);
    }
    // من ربع إلى نصف كوب
    let to_part = || {
        w.can(at + 1, Starts::TO)
            && has(w, at + 2, |s| matches!(s, Sense::Frac(1, 2..=4)))
            && w.can(at + 3, Starts::MEASURE)
    };
    if above == 1 && below <= 4 && to_part() {
        return part(Certainty::Certain);
    }
    // ثلث ما بقي
    if below <= 4 && w.spells(w.get(at + 1), &["ما"]) {
        return part(Certainty::Likely);
    }
    // نصفهم, ثلثاها: of what the pronoun stands for.
    let owned = w.get(at).is_some_and(|i| {
        let bare = w.bare(i);
        ends_in_pronoun(bare.as_str())
    });
    if owned {
        return part(Certainty::Likely);
    }
    // The part of something: a definite noun follows (B.6), or a measure: نصف كيلو.
    let measure = matches!((above, below), (1, 2..=4))
        && reading(w, at + 1, |s, r| s.measures() && r.clitics.is_none()).is_some();
    let construct = above > 1 && w.get(at).is_some_and(|i| !w.bare(i).as_str().ends_with('ن'));
    // ثلث سكان العالم, and خمس سكان العالم, where five of them are not counted
    let mass = || w.in_list(w.get(at + 1), List::Mass);
    let annexed =
        construct && counted_noun(w, at + 1) || above == 1 && (below <= 4 || mass()) && is_annexed(w, at + 1);
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
    let waw = found.clitics.has(Clitics::WAW) && (counted() || cardinal_ends_before(w, at));
    if waw
        || w.readings(whole)
            .flat_map(|r| r.senses())
            .any(|s| matches!(s, Sense::Time(..) | Sense::Mult(..) | Sense::Name))
    {
        return None;
    }
    // القاعة لا تسع الحاضرين: the verb.
    if below == 9 {
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

/// Whether the digits around a slash are no part of anything: a day and a month of a weekday or at the end of what is said
/// behind في (الجمعة 5/17, صدر في 5/6), or frequencies (50/60 هرتز).
fn is_of_day(w: &Window<'_>, at: usize) -> bool {
    let next = w.get(at + 3);
    let ends = next.is_none_or(|i| !matches!(i.kind, ItemKind::Word | ItemKind::Number(_)));
    let weekday = || w.follows(at, Starts::WEEKDAY) && ends;
    let month = |i: usize| matches!(w.get(i).map(|i| i.kind), Some(ItemKind::Number(d)) if d.value <= 12);
    // يضرب الناتج في 2/3
    let times = |i: usize| {
        w.get(i).is_some_and(|i| {
            let bare = w.bare(i);
            ["ضرب", "مضروب", "كسر", "ناتج", "احتمال", "نسبة"].iter().any(|stem| bare.as_str().contains(stem))
        })
    };
    let dated = || {
        ends && month(at + 2)
            && w.spells(w.before(at, 1), &["في", "فى", "بتاريخ"])
            && !w.recent(at, 6).any(times)
            && !w.before(at, 2).is_some_and(Item::is_number)
    };
    weekday() || dated() || w.spells(next, &["هرتز", "هيرتز"])
}

/// Whether the digits around a slash are a volume and its page, behind the title of a book or what leads to it: صحيح البخاري
/// (1/23), انظر: المغني 3/45; but not كتاب الشفاء 3/4 منه, where a part of something is told.
fn is_citation(w: &Window<'_>, at: usize) -> bool {
    const REACH: usize = 4;
    let enclosed = w.is_enclosed(at, at + 3);
    let of = || {
        w.can(at + 3, Starts::FROM.with(Starts::MEASURE))
            || w.spells(w.get(at + 3), &["منه", "منها", "منهم"])
            || w.get(at + 3).is_some_and(|i| is_definite(w, i))
    };
    // النيل و1/2: a sum.
    if !enclosed && of() || at.checked_sub(1).is_some_and(|b| is_waw(w, b)) {
        return false;
    }
    // طبقات ابن سعد 3/45, انظر المجموع 5/22: other words too, behind which a fraction is a small one.
    let small = matches!(w.get(at + 2).map(|i| i.kind), Some(ItemKind::Number(d)) if d.value <= 10);
    if !small && w.spells_behind(w.before(at, 2), &["انظر", "ينظر", "راجع"]) {
        return true;
    }
    let title = |i: &Item| {
        let bare = w.bare(i);
        let other = |word: &str| matches!(word, "طبقات" | "معجم" | "شرح" | "كشاف" | "صحيح" | "فتح");
        let known = |word: &str| is_listed(List::Title, word) || !small && other(word);
        behind_proclitics(bare.as_str(), known) || is_listed_behind(List::Collector, bare.as_str())
    };
    // انظر: المغني 3/45، والمجموع 5/22, but not انظر الجدول: السكر 1/2
    let leads = |i: usize| {
        w.is_sign(i + 1, CharClass::Colon) && w.spells_behind(w.get(i), &["انظر", "ينظر", "راجع", "يراجع"])
    };
    let same = |i: &usize| !w.is_sign(*i, CharClass::FullStop);
    if w.recent(at, 3 * REACH).take_while(same).any(leads) {
        return true;
    }
    let head = at - usize::from(enclosed);
    w.recent(head, REACH)
        .take_while(same)
        .filter_map(|i| w.get(i))
        .filter(|i| i.kind == ItemKind::Word)
        .any(title)
}

/// ثلاثة أرباع, ثلاثة أرباعهم: how many parts of how many, and where they begin.
fn counted_parts(w: &Window<'_>, at: usize) -> Option<(u8, u8, usize)> {
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
    // للأخت لأب النصف, للأخت الشقيقة النصف
    let which = w.spells(w.before(at, 1), &["لأب", "لأم", "الشقيقة"]);
    let theirs = matches!(below, 2 | 4 | 8) && w.before(at, 1 + usize::from(which)).is_some_and(heir);
    // أكثر من النصف, أقل من الربع
    let bound = matches!((above, below), (1, 2 | 4))
        && (follows_bound(w, at) || w.spells(w.before(at, 1), &["بنسبة", "بمقدار", "بواقع"]))
        // انخفض إلى النصف
        || matches!((above, below), (1, 2)) && w.follows(at, Starts::TO)
        // بين الربع والثلث
        || w.follows(at, Starts::BETWEEN)
            && sense(w, at + 1, |s, r| {
                (matches!(s, Sense::Frac(..)) && r.clitics.has(Clitics::WAW) && r.clitics.has(Clitics::ARTICLE))
                    .then_some(())
            })
            .is_some();
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
pub(super) fn mixed_number(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    w.get(at).filter(|item| item.starts(Starts::NUMBER))?;
    let whole = cardinal(w, at)?;
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
        Number::Cardinal(Exact::new(whole_value.checked_mul(1000)?.checked_add(1000 * above / below)?, 3))
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
    let joined = w.readings(w.get(here)?).any(|r| r.clitics.has(Clitics::WAW)) || here > at;
    let part = plural_part(w, here + 1).is_some() && unit_of(w, here).is_some()
        || has(w, here, |s| matches!(s, Sense::Frac(_, 3)));
    let owned = || w.get(here).is_some_and(|i| ends_in_pronoun(w.bare(i).as_str()));
    (joined && part && !owned()).then_some(here)
}

fn unit_of(w: &Window<'_>, at: usize) -> Option<u8> {
    sense(w, at, |s, _| if let Sense::Unit(n @ 3..=9) = s { Some(*n) } else { None }).map(|(n, _)| n)
}

fn plural_part(w: &Window<'_>, at: usize) -> Option<u8> {
    sense(w, at, |s, r| match s {
        Sense::FracPlural(below) if r.clitics.is_none() => Some(*below),
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

/// `واحد من عشرة` where weak readings are asked for, `خمسة أجزاء من مئة`, `واحد على عشرين`, `1 على 3` (B.6).
pub(super) fn ratio(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    let minus = w.can(at, Starts::MINUS);
    let first_at = at + usize::from(minus);
    let first = cardinal(w, first_at)?;
    let behind = w.get(first.next).filter(|item| item.kind == ItemKind::Word)?;
    let word = w.text_of(behind);
    // Every one of these is short, and most words are none of them.
    let parts = ["جزء", "جزءا", "أجزاء", "اجزاء"].iter().any(|&letters| is_letters(word, letters));
    let over = first.next + usize::from(parts);
    let on = w.get(over).is_some_and(|item| is_letters(w.text_of(item), "على"));
    let of = w.can(over, Starts::FROM);
    if !(on || of && (parts || w.options.recall)) {
        return None;
    }
    glued_before(w, first_at)?;
    let second = cardinal(w, over + 1)?;
    let (above, below) = (first.value.to_integer()?, second.value.to_integer()?);
    let proper = 0 < above && above < below;
    if below < 2 || above <= 0 || !(proper || w.options.recall && !of) {
        return None;
    }
    let certainty = match above {
        _ if parts => Certainty::Certain,
        1 if on => Certainty::Certain,
        // As sure as the numbers that it is made of.
        _ if w.options.recall => first.certainty.max(second.certainty),
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

/// `ثلث مليون`, `ثلاثة أرباع المليون`, `ثلثي مليار`: what a multiplier has so many parts of, as a ratio where no decimal ends.
/// What [`cardinal`] reads is left to it.
pub(super) fn part_of_multiplier(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    if !(w.can(at + 1, Starts::NUMBER) || w.can(at + 2, Starts::NUMBER)) {
        return None;
    }
    let parts = counted_parts(w, at).map(|(above, below, start)| (above, below, start, at + 2));
    let (above, below, start, next) = parts.or_else(|| {
        let ((above, below), r) = sense(w, at, |s, r| match s {
            Sense::Frac(above, below @ (2 | 3 | 4 | 6)) if !r.clitics.has(Clitics::ARTICLE) => {
                Some((*above, *below))
            }
            _ => None,
        })?;
        Some((above, below, r.start, at + 1))
    })?;
    let (power, ..) = multiplier(w, next).filter(|(_, form, r)| {
        matches!(form, MultForm::Singular | MultForm::Accusative) && !r.clitics.has(!Clitics::ARTICLE)
    })?;
    let whole = 10_i128.checked_pow(u32::from(power))?.checked_mul(i128::from(above))?;
    let below = i128::from(below);
    let value = if whole % below == 0 {
        Number::Cardinal(Exact::integer(whole / below))
    } else {
        Number::Fraction(i64::try_from(whole).ok()?, u64::try_from(below).ok()?)
    };
    Some(Found {
        start,
        end: end_of(w, next + 1),
        next: next + 1,
        value,
        certainty: Certainty::Certain,
        flags: Flags::NONE,
    })
}
