//! Numbers in digits and in words, with exact values. Knows nothing of calendars: a date that
//! contains a number reads it through [`quantity`] and [`ordinal`].

mod again;
mod alone;
mod article;
mod cardinal;
mod digits;
mod group;
mod guard;
mod measured;
mod ordinal;
mod score;
mod shapes;
mod value;
mod write;

pub use value::{Exact, Number, PerScale};
pub use write::{Case, Gender, Grouping, Hundreds, InDigits, Tafqit};

pub(crate) use again::repetition;
pub(crate) use cardinal::{cardinal, remember};
pub use guard::GuardKind;
pub(crate) use guard::{ends_month_phrase, guard};
pub(crate) use ordinal::ordinal;

use article::{is_amount, ordinal_by_place};
use measured::measured;
use score::score;
use shapes::{fraction, identifier, mixed_number, range, ratio};

use crate::certainty::{Certainty, Flags};
use alloc::string::String;

use crate::class::{CharClass, NumeralSystems, class_of, digit_value};
pub(crate) use crate::item::Options;
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{MultForm, Sense};

/// A value with its place: bytes `start..end`, items up to `next`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quantity {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) next: usize,
    pub(crate) value: Exact,
    pub(crate) flags: Flags,
    /// Whether it is written in digits only.
    pub(crate) digits: bool,
}

/// A candidate for a finding: a value (`None` for what must not be reported), where it stands,
/// and how sure it is.
#[derive(Clone, Debug)]
pub(crate) struct Found<T> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) next: usize,
    pub(crate) value: T,
    pub(crate) certainty: Certainty,
    pub(crate) flags: Flags,
}

impl<T> Found<T> {
    pub(crate) fn map<U>(self, f: impl FnOnce(T) -> U) -> Found<U> {
        let Self { start, end, next, value, certainty, flags } = self;
        Found { start, end, next, value: f(value), certainty, flags }
    }
}

/// The first sense at `at` for which `pick` has an answer, with its reading.
pub(crate) fn sense<T>(
    w: &Window<'_>,
    at: usize,
    pick: impl Fn(&Sense, &Reading) -> Option<T>,
) -> Option<(T, Reading)> {
    let item = w.get(at)?;
    if item.is_unknown() {
        return None;
    }
    w.readings(item).find_map(|reading| {
        reading.senses().iter().find_map(|s| pick(s, &reading)).map(|found| (found, reading))
    })
}

/// The first reading at `at` with such a sense.
pub(crate) fn reading(w: &Window<'_>, at: usize, test: impl Fn(&Sense, &Reading) -> bool) -> Option<Reading> {
    sense(w, at, |s, r| test(s, r).then_some(())).map(|((), r)| r)
}

/// Whether the item can have such a sense.
pub(crate) fn has(w: &Window<'_>, at: usize, test: impl Fn(&Sense) -> bool) -> bool {
    reading(w, at, |s, _| test(s)).is_some()
}

/// Byte end of the item before `next`.
pub(crate) fn end_of(w: &Window<'_>, next: usize) -> usize {
    next.checked_sub(1).and_then(|last| w.get(last)).map_or(0, |i| i.span.end)
}

/// Whether the item is the conjunction و alone, as in `و21` and `خمسة و عشرون`.
pub(crate) fn is_waw(w: &Window<'_>, at: usize) -> bool {
    let Some(item) = w.get(at).filter(|i| i.kind == ItemKind::Word) else { return false };
    let text = w.text_of(item);
    text == "و" || !item.is_letters() && (is_letters(text, "و") || matches!(text, "\u{FEED}" | "\u{FEEE}"))
}

/// Whether the item is ال before digits, with tatweel or without: الـ42.
pub(crate) fn is_article(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| i.kind == ItemKind::Word && is_letters(w.text_of(i), "ال"))
}

/// Whether the item is أو.
pub(crate) fn is_or(w: &Window<'_>, at: usize) -> bool {
    // Two letters of two bytes, if no mark is on them.
    w.get(at)
        .is_some_and(|i| (i.span.len() == 4 || !i.is_letters()) && matches!(w.bare(i).as_str(), "أو" | "او"))
}

/// Whether a bound or an approximator ends right before `at`: نحو, أكثر من, ما لا يقل عن.
pub(crate) fn follows_bound(w: &Window<'_>, at: usize) -> bool {
    let says = |s: &Sense| matches!(s, Sense::Bound(_) | Sense::Approx);
    (1..=4).any(|items| {
        w.before(at, items).is_some_and(|i| {
            i.starts(Starts::CUE) && w.readings(i).any(|r| r.items == items && r.senses().iter().any(says))
        })
    })
}

/// Whether the word is `letters` with nothing but tatweel and marks added.
pub(crate) fn is_letters(word: &str, letters: &str) -> bool {
    // Most words differ in their first letter, and what is written plainly is the same or not.
    if word == letters {
        return true;
    }
    if word.len() <= letters.len() || !word.as_bytes().starts_with(letters.as_bytes().get(..2).unwrap_or(&[]))
    {
        return false;
    }
    let mut left = letters.chars();
    for c in word.chars() {
        let class = class_of(c);
        if class.is_mark() || class.is_invisible() || class == CharClass::Tatweel {
            continue;
        }
        if left.next() != Some(c) {
            return false;
        }
    }
    left.next().is_none()
}

/// Words that only look as if they carried the article.
const STEMS: [&str; 12] = [
    "والد",
    "بالون",
    "بالغ",
    "التزام",
    "التهاب",
    "المان",
    "ألمان",
    "التماس",
    "التحاق",
    "التفاف",
    "الكترون",
    "إلكترون",
];

/// ل in UTF-8.
const LAM: [u8; 2] = [0xD9, 0x84];

/// Whether the word carries the article in writing, behind proclitics in their order or without.
pub(crate) fn is_definite(w: &Window<'_>, item: &Item) -> bool {
    // An article has its lam among the first four letters, between which marks may stand.
    let lam = |text: &str| {
        let (pairs, _) = text.as_bytes().as_chunks::<2>();
        pairs.iter().take(4).any(|&pair| pair == LAM)
    };
    if item.kind != ItemKind::Word || item.is_letters() && !lam(w.text_of(item)) {
        return false;
    }
    let bare = w.bare(item);
    let word = bare.as_str();
    let strip = |word: &'_ str, letters: &[char]| word.strip_prefix(letters).map_or(word.len(), str::len);
    let tail = |len: usize| word.get(word.len() - len..).unwrap_or("");
    let behind = tail(strip(word, &['و', 'ف']));
    let rest = tail(strip(behind, &['ب', 'ك']));
    let article = rest.starts_with("ال") || behind.starts_with("لل");
    article && !STEMS.iter().any(|stem| word.starts_with(stem) || behind.starts_with(stem))
}

/// Whether an unknown word ends like a noun with its possessor: ثروته, جلستها.
pub(crate) fn is_owned(w: &Window<'_>, item: &Item) -> bool {
    let bare = w.bare(item);
    let word = bare.as_str();
    item.kind == ItemKind::Word && item.is_unknown() && word.chars().nth(3).is_some() && ends_in_pronoun(word)
}

/// Whether a word ends like one with its possessor: her, their or his.
fn ends_in_pronoun(word: &str) -> bool {
    ["ها", "هم", "ه"].iter().any(|pronoun| word.ends_with(pronoun))
}

/// Whether a word begins like a preposition with its noun, and is no accusative: لمعرض of الدورة الـ42 لمعرض الكتاب.
fn is_complement(word: &str, prepositions: &[char]) -> bool {
    // لسوريا, but not لاعبا.
    let counted = word.ends_with('ا')
        && (!word.starts_with('ل')
            || ["لاعبا", "لقبا", "لغما", "لترا", "لقاحا", "لوحا", "لونا", "لصا", "لواء"].contains(&word));
    word.starts_with(prepositions) && word.chars().nth(3).is_some() && !counted
}

/// Whether a noun that could be counted stands at `at`: an Arabic word of three letters or more,
/// without the article, that is no function word.
pub(crate) fn counted_noun(w: &Window<'_>, at: usize) -> bool {
    let Some(item) = w.get(at).filter(|i| i.kind == ItemKind::Word) else { return false };
    let function = |s: &Sense| {
        matches!(
            s,
            Sense::Prep
                | Sense::From
                | Sense::To
                | Sense::Between
                | Sense::Deictic(_)
                | Sense::This
                | Sense::That
                | Sense::Function
        )
    };
    let letters = w.text_of(item).chars().filter(|&c| class_of(c).is_letter());
    let long = letters.take(3).count() == 3 || has(w, at, |s| matches!(s, Sense::Measure));
    !is_definite(w, item) && long && !has(w, at, function)
}

/// The letters that are proclitics before digits (A.6), and whether they end in the article.
const PROCLITICS: [(&str, bool); 20] = [
    ("و", false),
    ("ف", false),
    ("ب", false),
    ("ل", false),
    ("ك", false),
    ("وب", false),
    ("ول", false),
    ("فب", false),
    ("فل", false),
    ("وك", false),
    ("ال", true),
    ("وال", true),
    ("فال", true),
    ("بال", true),
    ("لل", true),
    ("كال", true),
    ("وبال", true),
    ("ولل", true),
    ("وكال", true),
    ("فبال", true),
];

/// Whether a word that leads to a number or a date stands right before the digits at `at` without the blank: من881, في2020.
pub(crate) fn is_particle(w: &Window<'_>, at: usize) -> bool {
    let leads = |s: &Sense| {
        matches!(
            s,
            Sense::Prep
                | Sense::From
                | Sense::To
                | Sense::Since
                | Sense::Within
                | Sense::Before
                | Sense::After
                | Sense::Approx
                | Sense::Between
        )
    };
    w.get(at).is_some_and(|i| !i.spaced)
        && at.checked_sub(1).is_some_and(|b| {
            w.get(b).is_some_and(|i| i.kind == ItemKind::Word && w.bare(i).as_str().chars().nth(1).is_some())
                && (has(w, b, leads)
                    || w.get(b).is_some_and(|i| {
                        matches!(
                            w.bare(i).as_str(),
                            "على"
                                | "عن"
                                | "مع"
                                | "عدد"
                                | "مقابل"
                                | "رقم"
                                | "بقيمة"
                                | "بمبلغ"
                                | "بلغ"
                                | "تجاوز"
                                | "عددها"
                                | "عددهم"
                                | "سكانها"
                        )
                    }))
        })
}

/// The letters glued before the digits at `at`, judged as proclitics (A.6): `None` if they are a
/// label, otherwise whether they end in the article.
fn glued_before(w: &Window<'_>, at: usize) -> Option<bool> {
    let item = w.get(at)?;
    let Some(word) = w.before(at, 1).filter(|i| i.kind == ItemKind::Word) else { return Some(false) };
    let text = w.text_of(word);
    // One space is usual after tatweel: بـ 50%.
    let touching = !item.spaced || text.ends_with('ـ') || is_letters(text, "ال");
    if !touching {
        return Some(false);
    }
    if is_particle(w, at) {
        return Some(false);
    }
    // 5ر27: the decimal reh of the agencies.
    let decimal = text == "ر" && w.before(at, 2).is_some_and(|i| matches!(i.kind, ItemKind::Number(_)));
    match PROCLITICS.iter().find(|(letters, _)| is_letters(text, letters)) {
        Some(&(_, article)) => Some(article),
        None if item.spaced || decimal || is_reference(w, word, at) => Some(false),
        None => None,
    }
}

/// Whether digits may touch the word: the letter of a page, a volume or a tradition (ص416, ج3), or a definite noun that lost its
/// blank: a label (المادة19), or before what is counted (القطار12 جنيها).
fn is_reference(w: &Window<'_>, word: &Item, at: usize) -> bool {
    let text = w.text_of(word);
    let behind = |classes: &[CharClass]| classes.iter().any(|&class| w.is_sign(at + 1, class));
    // ج1. is an answer.
    if behind(&[CharClass::Slash])
        || is_letters(text, "ج") && behind(&[CharClass::FullStop, CharClass::Colon, CharClass::Dash])
    {
        return false;
    }
    ["ص", "ج", "مج", "ح"].iter().any(|letter| is_letters(text, letter))
        || is_definite(w, word) && (again::is_label(w, word) || is_counted(w, at + 1))
}

/// Every number that starts at `at`, the likeliest reading first.
pub(crate) fn numbers(w: &Window<'_>, at: usize, options: Options, found: &mut impl FnMut(Found<Number>)) {
    let Some(item) = w.get(at) else { return };
    let digits = item.starts(Starts::DIGITS);
    if digits && let Some(named) = identifier(w, at).or_else(|| score(w, at)) {
        found(named);
        return;
    }
    let ordinal = if item.starts(Starts::ORDINAL.with(Starts::NUMBER)) { ordinal(w, at) } else { None };
    let range = if item.starts(Starts::DIGITS.with(Starts::NUMBER).with(Starts::FROM).with(Starts::BETWEEN)) {
        range(w, at, options)
    } else {
        None
    };
    let counted = item.starts(Starts::DIGITS.with(Starts::NUMBER).with(Starts::SIGN));
    ordinal.map(|o| o.map(Number::Ordinal)).into_iter().for_each(&mut *found);
    if item.starts(Starts::DIGITS.with(Starts::NUMBER).with(Starts::MEASURE)) {
        measured(w, at, options).into_iter().for_each(&mut *found);
    }
    range.into_iter().for_each(&mut *found);
    if counted {
        fraction(w, at).into_iter().for_each(&mut *found);
        part_of_multiplier(w, at).into_iter().for_each(&mut *found);
        mixed_number(w, at, options).into_iter().for_each(&mut *found);
        ratio(w, at, options).into_iter().for_each(&mut *found);
        large(w, at, options).into_iter().for_each(&mut *found);
        signed(w, at, options).into_iter().for_each(found);
    }
}

/// Digits that are more than an `i128` holds, one run or with one separator of decimals; with their minus.
fn large(w: &Window<'_>, at: usize, options: Options) -> Option<Found<Number>> {
    // Few numbers are so long.
    if matches!(w.get(at)?.kind, ItemKind::Number(digits) if digits.len <= 38) {
        return None;
    }
    let word = reading(w, at, |s, _| matches!(s, Sense::Minus));
    let sign = w.get(at).is_some_and(|i| matches!(i.kind, ItemKind::Sign(_))) && is_minus(w, at);
    let start = word.map_or(item_start(w, at), |r| r.start);
    let negative = word.is_some() || sign;
    let at = at + usize::from(negative);
    let item = w.get(at)?;
    let ItemKind::Number(digits) = item.kind else { return None };
    if digits.len <= 38 || digits::quantity(w, at, options).is_some() {
        return None;
    }
    if !negative {
        glued_before(w, at)?;
    }
    // Behind a point of its own: no integer.
    let point =
        |i: &Item| matches!(i.kind, ItemKind::Sign(CharClass::FullStop | CharClass::DecimalSeparator));
    if !item.spaced && w.before(at, 1).is_some_and(point) {
        return None;
    }
    let mut text = String::new();
    for c in w.text_of(item).chars() {
        match digit_value(c) {
            Some(value) => text.push(char::from(b'0' + value)),
            None if matches!(class_of(c), CharClass::FullStop | CharClass::DecimalSeparator) => {
                text.push('.');
            }
            None => {}
        }
    }
    let decimals = text.split('.').nth(1).is_some_and(|part| part.ends_with('0'));
    let text = if decimals { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    let text = text.trim_start_matches('0');
    if text.matches('.').count() > 1 {
        return None;
    }
    // One digit stays before the point.
    let text = alloc::format!(
        "{}{}{text}",
        if negative { "-" } else { "" },
        if text.starts_with('.') { "0" } else { "" }
    );
    // The least of all has no positive counterpart.
    let value = match text.parse::<i128>() {
        Ok(value) => Number::Cardinal(Exact::integer(value)),
        Err(_) => Number::Large(text.into_boxed_str()),
    };
    Some(Found {
        start,
        end: item.span.end,
        next: at + 1,
        value,
        certainty: Certainty::Certain,
        flags: Flags::MIXED_DIGITS.when(NumeralSystems::of(w.text_of(item)).is_mixed()),
    })
}

/// A cardinal or percentage with sign and percent mark.
fn signed(w: &Window<'_>, at: usize, options: Options) -> Option<Found<Number>> {
    let mut start = None;
    let mut body = at;
    let mut negative = false;
    let mut percent = None;
    // %50, ٪٥٠ and -5: signs before the digits.
    loop {
        let sign = w.get(body)?;
        match sign.kind {
            ItemKind::Sign(CharClass::Percent) if percent.is_none() => {
                percent = per_scale(w.text_of(sign));
                percent?;
            }
            ItemKind::Sign(CharClass::Dash | CharClass::MathSymbol) if !negative && is_minus(w, body) => {
                negative = true;
            }
            _ => break,
        }
        start.get_or_insert(sign.span.start);
        body += 1;
        if w.get(body).is_none_or(|i| i.spaced && percent.is_none()) {
            return None;
        }
    }
    if let Some(reading) = reading(w, body, |s, _| matches!(s, Sense::Minus)) {
        negative = true;
        start.get_or_insert(reading.start);
        body += 1;
    }
    // -4/5
    if negative
        && percent.is_none()
        && let Some(Found { value: Number::Fraction(above, below), end, next, flags, .. }) = fraction(w, body)
    {
        let value = Number::Fraction(-above, below);
        let start = start.unwrap_or(item_start(w, body));
        return Some(Found { start, end, next, value, certainty: Certainty::Certain, flags });
    }
    let q =
        leading_point(w, body).or_else(|| cardinal(w, body, options)).or_else(|| part_of_hundred(w, body))?;
    // The article before digits, seen from the digits themselves: بـ and الـ stand outside.
    let number = matches!(w.get(body)?.kind, ItemKind::Number(_));
    let article = if number && body == at { glued_before(w, at)? } else { false };
    let mut end = q.end;
    let mut next = q.next;
    let mut value = if negative { q.value.negated() } else { q.value };
    let behind = behind_closer(w, at, next);
    let outside = || w.before(at, 1).filter(|_| behind > next).map(|i| i.span.start);
    if let Some(sign) = w.get(behind)
        && sign.kind == ItemKind::Sign(CharClass::Percent)
        && percent.is_none()
    {
        percent = per_scale(w.text_of(sign));
        start = outside().or(start);
        end = sign.span.end;
        next = behind + 1;
    } else if let Some((per, reading)) = sense(w, behind, |s, r| match s {
        Sense::Per(per) if !r.clitics.has(Clitics::WAW) => Some(*per),
        _ => None,
    }) && percent.is_none()
    {
        percent = Some(if per == 100 { PerScale::Hundred } else { PerScale::Thousand });
        start = outside().or(start);
        next = behind + reading.items;
        end = end_of(w, next);
    } else if percent.is_none()
        && is_or(w, next)
        && !w.before(at, 1).is_some_and(|i| is_definite(w, i))
        && let Some(scale) = percent_of(w, next + 1, options)
    {
        percent = Some(scale);
    } else if let Some(dash) = w.get(next)
        && !negative
        && percent.is_none()
        && matches!(dash.kind, ItemKind::Sign(CharClass::Dash))
        && !dash.spaced
        && has(w, next + 1, |s| matches!(s, Sense::Degree))
    {
        // A minus typed by eye: 5- درجات (A.5, V4).
        value = value.negated();
        end = dash.span.end;
        next += 1;
    }
    // 2½
    if digits_then_fraction(w, body, next)
        && let Some((above, below @ (2 | 4 | 5 | 8))) = w.get(next).and_then(|i| shapes::vulgar(w.text_of(i)))
    {
        let part = Exact::new(i128::from(above) * 1000 / i128::from(below), 3);
        value = if negative { value.plus(part.negated())? } else { value.plus(part)? };
        end = end_of(w, next + 1);
        next += 1;
    }
    // 2 1/2 كوب
    if next == body + 1
        && w.get(next).is_some_and(|i| i.spaced && i.starts(Starts::DIGITS))
        && let Some(Found { value: Number::Fraction(above, below @ (2 | 4 | 5 | 8)), next: behind, .. }) =
            fraction(w, next)
        && has(w, behind, |s| matches!(s, Sense::Measure))
        && matches!(w.get(body).map(|i| i.kind), Some(ItemKind::Number(d)) if d.plain)
    {
        value = value.plus(Exact::new(i128::from(above) * 1000 / i128::from(below), 3))?;
        (next, end) = (behind, end_of(w, behind));
    }
    let start = start.unwrap_or(q.start);
    if let Some(scale) = percent {
        let found = Found {
            start,
            end,
            next,
            value: Number::Percent(value, scale),
            certainty: Certainty::Certain,
            flags: q.flags,
        };
        return Some(found);
    }
    // نصف بالمئة is a number only with its percent.
    if q.certainty == Certainty::Weak
        && part_of_hundred(w, body).is_some_and(|p| p.next == q.next)
        && cardinal(w, body, options).is_none()
    {
        return None;
    }
    let digits = matches!(w.get(body)?.kind, ItemKind::Number(_));
    if digits
        && article
        && next == body + 1
        && let Some(n) = ordinal_by_place(w, at, next, value)
    {
        return Some(Found {
            start,
            end,
            next,
            value: Number::Ordinal(n),
            certainty: Certainty::Likely,
            flags: q.flags,
        });
    }
    let year_like = matches!(w.get(body)?.kind, ItemKind::Number(d) if d.plain && d.len == 4 && (1000..=2100).contains(&d.value));
    let flags = q.flags.with(Flags::MAYBE_YEAR.when(year_like && next == body + 1));
    let glued = digits
        && next == body + 1
        && w.get(next).is_some_and(|i| i.kind == ItemKind::Word && !i.spaced && i.is_unknown());
    let certainty = match q.certainty {
        // 22/4 and 1:4 that are no fraction and no time say nothing on their own (A.8).
        _ if digits
            && (touches_ratio_sign(w, next)
                || at.checked_sub(2).is_some_and(|b| touches_ratio_sign(w, b + 1))) =>
        {
            Certainty::Weak
        }
        _ if negative => Certainty::Certain,
        // مجموعة الـ20, دول الـ77: a name rather than a count (A.6).
        _ if article && next == body + 1 && !is_counted(w, next) => {
            // الدول الـ27 اتفقت, تحت سن الـ18
            let behind = w.before(at, 2).is_some_and(|i| i.is_unknown() && is_definite(w, i));
            if behind && w.get(next).is_some_and(|i| i.kind == ItemKind::Word) || is_amount(w, at) {
                Certainty::Likely
            } else {
                Certainty::Weak
            }
        }
        c => c,
    };
    Some(Found {
        start,
        end,
        next,
        value: Number::Cardinal(value),
        certainty,
        flags: flags.with(Flags::GLUED.when(glued)),
    })
}

/// The percent mark behind the number at `at`, which is that of the number before أو too: 5 أو 6%.
fn percent_of(w: &Window<'_>, at: usize, options: Options) -> Option<PerScale> {
    const CHAIN: usize = 3;
    let mut other = cardinal(w, at, options)?;
    for _ in 0..CHAIN {
        if !is_or(w, other.next) {
            break;
        }
        other = cardinal(w, other.next + 1, options)?;
    }
    if let Some(sign) = w.get(other.next).filter(|i| i.kind == ItemKind::Sign(CharClass::Percent)) {
        return per_scale(w.text_of(sign));
    }
    sense(w, other.next, |s, r| match s {
        Sense::Per(per) if !r.clitics.has(Clitics::WAW) => {
            Some(if *per == 100 { PerScale::Hundred } else { PerScale::Thousand })
        }
        _ => None,
    })
    .map(|(scale, _)| scale)
}

/// `next`, or the item behind the bracket that closes there if the number at `at` stands in it alone: (15) بالمئة.
fn behind_closer(w: &Window<'_>, at: usize, next: usize) -> usize {
    next + usize::from(w.is_enclosed(at, next))
}

fn item_start(w: &Window<'_>, at: usize) -> usize {
    w.get(at).map_or(0, |item| item.span.start)
}

/// `.77`, `٫٥`: nothing before the point.
fn leading_point(w: &Window<'_>, at: usize) -> Option<Found<Exact>> {
    let sign = w.get(at)?;
    let point = matches!(sign.kind, ItemKind::Sign(CharClass::FullStop | CharClass::DecimalSeparator));
    let free = sign.spaced
        || w.before(at, 1).is_none_or(|i| {
            matches!(i.kind, ItemKind::Break | ItemKind::Sign(CharClass::Opener | CharClass::Dash))
        });
    let digits = w.get(at + 1).filter(|i| !i.spaced)?;
    let ItemKind::Number(number) = digits.kind else { return None };
    if !(point && free && number.plain && sign.span.len() <= 2) || number.len > 18 {
        return None;
    }
    let mut value = Exact::new(i128::from(number.value), number.len as u8);
    let mut next = at + 2;
    // .5 مليون
    if let Some((power, r)) = multiplied_by(w, next)
        && r.clitics == Clitics::default()
    {
        value = value.shift(power)?;
        next += 1;
    }
    Some(Found {
        start: sign.span.start,
        end: end_of(w, next),
        next,
        value,
        certainty: Certainty::Certain,
        flags: Flags::LENIENT,
    })
}

/// The power of a multiplier at `at` that multiplies what stands before it: not joined, and no dual.
fn multiplied_by(w: &Window<'_>, at: usize) -> Option<(u8, Reading)> {
    sense(w, at, |s, r| match s {
        Sense::Mult(power, MultForm::Singular | MultForm::Accusative)
            if !r.clitics.has(!Clitics::ARTICLE) =>
        {
            Some(*power)
        }
        _ => None,
    })
}

/// `ثلث مليون`, `ثلاثة أرباع المليون`, `ثلثي مليار`: what a multiplier has so many parts of, as a ratio where no decimal ends.
/// What [`cardinal`] reads is left to it.
fn part_of_multiplier(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    if !(w.can(at + 1, Starts::NUMBER) || w.can(at + 2, Starts::NUMBER)) {
        return None;
    }
    let parts = shapes::counted_parts(w, at).map(|(above, below, start)| (above, below, start, at + 2));
    let (above, below, start, next) = parts.or_else(|| {
        let ((above, below), r) = sense(w, at, |s, r| match s {
            Sense::Frac(above, below @ (2 | 3 | 4 | 6)) if !r.clitics.has(Clitics::ARTICLE) => {
                Some((*above, *below))
            }
            _ => None,
        })?;
        Some((above, below, r.start, at + 1))
    })?;
    let (power, _) = multiplied_by(w, next)?;
    let whole = 10_i128.checked_pow(u32::from(power))?.checked_mul(i128::from(above))?;
    let below = i128::from(below);
    let value = if whole % below == 0 {
        Number::Cardinal(Exact::integer(whole / below))
    } else {
        Number::Fraction(i64::try_from(whole).ok()?, u64::try_from(below).ok()?)
    };
    let flags = Flags::NONE;
    Some(Found {
        start,
        end: end_of(w, next + 1),
        next: next + 1,
        value,
        certainty: Certainty::Certain,
        flags,
    })
}

/// Whether a noun that shows it is counted stands at `at`: a measure, or an accusative.
fn is_counted(w: &Window<'_>, at: usize) -> bool {
    let accusative = w.get(at).is_some_and(|i| w.bare(i).as_str().ends_with(['ا', 'ة']));
    has(w, at, |s| matches!(s, Sense::Measure)) || (accusative && counted_noun(w, at))
}

/// Whether a vulgar fraction stands right behind plain digits.
fn digits_then_fraction(w: &Window<'_>, body: usize, next: usize) -> bool {
    next == body + 1
        && matches!(w.get(body).map(|i| i.kind), Some(ItemKind::Number(d)) if d.plain)
        && w.get(next).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Fraction))
}

/// Whether a slash or colon at `at` touches digits on both sides.
fn touches_ratio_sign(w: &Window<'_>, at: usize) -> bool {
    let number = |i: Option<&Item>| i.is_some_and(|i| matches!(i.kind, ItemKind::Number(_)));
    w.get(at)
        .is_some_and(|i| !i.spaced && matches!(i.kind, ItemKind::Sign(CharClass::Slash | CharClass::Colon)))
        && number(w.get(at + 1).filter(|i| !i.spaced))
        && number(w.before(at, 1))
}

fn per_scale(sign: &str) -> Option<PerScale> {
    Some(match sign {
        "%" | "٪" | "\u{FF05}" => PerScale::Hundred,
        "‰" | "\u{0609}" => PerScale::Thousand,
        "‱" | "\u{060A}" => PerScale::TenThousand,
        _ => return None,
    })
}

/// A minus sign stands directly before the digits and behind a space, a bracket or the start (A.4).
fn is_minus(w: &Window<'_>, at: usize) -> bool {
    let Some(sign) = w.get(at) else { return false };
    let dash = matches!(w.text_of(sign), "-" | "−" | "\u{2011}");
    // 20 -50 is a span, and 10%-15%.
    let number = w.before(at, 1).is_some_and(|i| matches!(i.kind, ItemKind::Number(_)));
    let percents = w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Percent))
        && w.before(at, 2).is_some_and(|i| matches!(i.kind, ItemKind::Number(_)));
    let free = sign.spaced && !number
        || !percents
            && w.before(at, 1).is_none_or(|i| {
                matches!(i.kind, ItemKind::Break | ItemKind::Sign(CharClass::Opener | CharClass::Percent))
            });
    let point = || {
        w.get(at + 1).is_some_and(|i| {
            matches!(i.kind, ItemKind::Sign(CharClass::FullStop | CharClass::DecimalSeparator))
        }) && w.get(at + 2).is_some_and(|i| !i.spaced && matches!(i.kind, ItemKind::Number(_)))
    };
    dash && free
        && w.get(at + 1).is_some_and(|i| {
            !i.spaced
                && (matches!(i.kind, ItemKind::Number(_) | ItemKind::Sign(CharClass::Percent)) || point())
        })
        && !counts_things(w, at)
}

/// Whether the number behind the sign at `at` counts people or things, of which there are never less than none: -720 من
/// أبناء, -3 أشخاص.
fn counts_things(w: &Window<'_>, at: usize) -> bool {
    let behind = at + 2;
    let from = has(w, behind, |s| matches!(s, Sense::From));
    let several = from && w.get(behind + 1).is_some_and(Item::is_unknown);
    let few = matches!(w.get(at + 1).map(|i| i.kind), Some(ItemKind::Number(d)) if d.plain && d.value <= 10);
    let noun =
        few && w.get(behind).is_some_and(|i| i.is_unknown() && article::is_plural_stem(w.bare(i).as_str()));
    let people =
        w.get(behind).is_some_and(|i| matches!(w.bare(i).as_str(), "شخصا" | "أشخاص" | "قتلى" | "جرحى"));
    several || people || noun && counted_noun(w, behind)
}

/// نصف, ربع before a percent word.
fn part_of_hundred(w: &Window<'_>, at: usize) -> Option<Found<Exact>> {
    let ((above, below), reading) = sense(w, at, |s, _| match s {
        Sense::Frac(above, below @ (2 | 4 | 5 | 8 | 10)) => Some((*above, *below)),
        _ => None,
    })?;
    has(w, at + 1, |s| matches!(s, Sense::Per(_))).then_some(())?;
    let value = Exact::new(i128::from(above) * 1000 / i128::from(below), 3);
    let end = w.get(at)?.span.end;
    Some(Found {
        start: reading.start,
        end,
        next: at + 1,
        value,
        certainty: Certainty::Weak,
        flags: Flags::NONE,
    })
}
