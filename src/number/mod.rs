//! Numbers in digits and in words, with exact values. Knows nothing of calendars: a date that
//! contains a number reads it through [`cardinal`] and [`ordinal`].
//!
//! What the tags of rules in comments mean, such as (A.3) or (N5), stands in `src/guide/rules.md`. The files, in the
//! order to read them:
//!
//! | file | what it holds |
//! |---|---|
//! | `value` | exact values |
//! | `digits` | digit clusters: which separator means what |
//! | `group` | numbers below a thousand in words |
//! | `cardinal` | cardinals in words, in digits and in both |
//! | `lone_word` | how sure one number word alone is |
//! | `restated` | one number said twice, in figures and in words |
//! | `year` | digits that what stands before them makes a year |
//! | `ordinal` | ordinals in words |
//! | `article` | what ال before digits makes of them |
//! | `fraction` | fractions and ratios |
//! | `signed` | signs, percent, leading points; digits that no integer holds |
//! | `measured` | amounts with a part of their unit behind it |
//! | `range` | ranges |
//! | `score` | scores of matches |
//! | `identifier` | what digits name rather than count |
//! | `guard` | what looks like a number and is none |
//! | `write` | numbers written out, in digits and in words |

mod article;
mod cardinal;
mod digits;
mod fraction;
mod group;
mod guard;
mod identifier;
mod lone_word;
mod measured;
mod ordinal;
mod range;
mod restated;
mod score;
mod signed;
mod value;
mod write;
mod year;

pub use value::{Exact, Number, PerScale};
pub use write::{Case, Gender, Grouping, Hundreds, InDigits, Tafqit};

pub(crate) use article::is_joined_article;
pub(crate) use digits::plain_at;
pub use guard::GuardKind;
pub(crate) use guard::{ends_month_phrase, guard, is_all_week};
pub(crate) use ordinal::ordinal;
pub(crate) use restated::{cardinal, remember, repetition};
pub(crate) use score::is_score;
pub(crate) use signed::{is_minus_sign, per_scale};
pub(crate) use year::{OURS, is_named_year, is_ours, year_of_ours};

use fraction::{fraction, mixed_number, part_of_multiplier, ratio};
use identifier::identifier;
use measured::measured;
use range::range;
use score::score;
use signed::{large, signed};

use crate::certainty::{Certainty, Flags};
use crate::class::{CharClass, class_of};
pub(crate) use crate::item::Options;
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{List, Sense};

/// A value with its place: bytes `start..end`, items up to `next`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quantity {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) next: usize,
    pub(crate) value: Exact,
    pub(crate) flags: Flags,
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

/// Whether the item before `at` can have such a sense.
pub(crate) fn follows(w: &Window<'_>, at: usize, test: impl Fn(&Sense) -> bool) -> bool {
    at.checked_sub(1).is_some_and(|before| has(w, before, test))
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

/// Whether و stands before the word at `at`, as a reading of it takes it off.
pub(crate) fn starts_with_waw(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| w.readings(i).any(|r| r.clitics.has(Clitics::WAW)))
}

/// Whether what stands at `at` is joined by و: its own, as `clitics` has it, or one that stands alone before it.
pub(crate) fn joins(w: &Window<'_>, at: usize, clitics: Clitics) -> bool {
    clitics.has(Clitics::WAW) || at.checked_sub(1).is_some_and(|b| is_waw(w, b))
}

/// Whether the item is ال before digits, with tatweel or without: الـ42.
pub(crate) fn is_article(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| i.kind == ItemKind::Word && is_letters(w.text_of(i), "ال"))
}

/// Whether the item is a preposition of one letter and tatweel, before digits: بـ.
fn is_proclitic(w: &Window<'_>, item: &Item) -> bool {
    let text = w.text_of(item);
    item.kind == ItemKind::Word
        && text.ends_with('\u{640}')
        && ["ب", "ل", "ك"].iter().any(|letter| is_letters(text, letter))
}

/// Whether the item is أو.
pub(crate) fn is_or(w: &Window<'_>, at: usize) -> bool {
    // Two letters of two bytes, if no mark is on them.
    w.get(at).is_some_and(|i| (i.span.len() == 4 || !i.is_letters()) && w.spells(i, &["أو", "او"]))
}

/// Whether the item is ونص, as ونصف is said.
pub(crate) fn is_and_half(w: &Window<'_>, at: usize) -> bool {
    w.spells(w.get(at), &["ونص"])
}

/// Whether the item is a point of decimals.
fn is_point(item: &Item) -> bool {
    matches!(item.kind, ItemKind::Sign(CharClass::FullStop | CharClass::DecimalSeparator))
}

/// The last of the numbers that أو joins from `at` on, and where it begins: in 2 أو 3 أو 4 آلاف behind the first أو, the last
/// four words. A few, as such lists are short.
fn last_alternative(
    w: &Window<'_>,
    at: usize,
    read: impl Fn(usize) -> Option<Found<Exact>>,
) -> Option<(usize, Found<Exact>)> {
    const CHAIN: usize = 3;
    let (mut first, mut last) = (at, read(at)?);
    for _ in 0..CHAIN {
        if !is_or(w, last.next) {
            break;
        }
        first = last.next + 1;
        last = read(first)?;
    }
    Some((first, last))
}

/// Whether أو at `next` joins the number at `at` to another. Behind a definite noun it is the number of that: الخيار 1 أو 2
/// مليون.
fn is_alternative(w: &Window<'_>, at: usize, next: usize) -> bool {
    is_or(w, next) && !w.before(at, 1).is_some_and(|i| is_definite(w, i))
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
const STEMS: [&str; 13] = [
    "الى",
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
    ["ها", "هم", "ه", "هما", "هن"].iter().any(|pronoun| word.ends_with(pronoun))
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
    let long = letters.take(3).count() == 3 || w.can(at, Starts::MEASURE);
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
    w.is_glued(at)
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
    let decimal = text == "ر" && w.before(at, 2).is_some_and(Item::is_number);
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
        || is_definite(w, word) && (restated::is_label(w, word) || is_counted(w, at + 1))
}

/// Every number that starts at `at`, the likeliest reading first.
pub(crate) fn numbers(w: &Window<'_>, at: usize, found: &mut impl FnMut(Found<Number>)) {
    let Some(item) = w.get(at) else { return };
    // في القرن التاسع عشر مليون نسمة
    let in_ordinal = |b| w.can(b, Starts::ORDINAL) && ordinal(w, b).is_some_and(|o| o.next > at);
    if w.can(at, Starts::TEN) && at.checked_sub(1).is_some_and(in_ordinal) {
        return;
    }
    let digits = item.starts(Starts::DIGITS);
    // صفر - صفر
    let zero = item.starts(Starts::ZERO);
    if (digits || zero)
        && let Some(named) = identifier(w, at).or_else(|| score(w, at))
    {
        found(named);
        return;
    }
    // 15 قتيلا: no sum, no fraction, no range, but perhaps a part behind the noun.
    if matches!(item.kind, ItemKind::Number(digits) if digits.plain) && w.is_only_a_word(w.behind_count(at)) {
        measured(w, at).into_iter().chain(signed(w, at)).for_each(found);
        return;
    }
    let ordinal = if item.starts(Starts::ORDINAL.with(Starts::NUMBER)) { ordinal(w, at) } else { None };
    let limits =
        Starts::DIGITS.with(Starts::NUMBER).with(Starts::SIGN).with(Starts::FROM).with(Starts::BETWEEN);
    let range = if item.starts(limits) { range(w, at) } else { None };
    let counted = item.starts(Starts::DIGITS.with(Starts::NUMBER).with(Starts::SIGN));
    ordinal.map(|o| o.map(Number::Ordinal)).into_iter().for_each(&mut *found);
    if item.starts(Starts::DIGITS.with(Starts::NUMBER).with(Starts::WHOLE)) {
        measured(w, at).into_iter().for_each(&mut *found);
    }
    range.into_iter().for_each(&mut *found);
    if counted {
        fraction(w, at).into_iter().for_each(&mut *found);
        part_of_multiplier(w, at).into_iter().for_each(&mut *found);
        mixed_number(w, at).into_iter().for_each(&mut *found);
        ratio(w, at).into_iter().for_each(&mut *found);
        large(w, at).into_iter().for_each(&mut *found);
        signed(w, at).into_iter().for_each(found);
    }
}

/// Whether the item says that a number or an amount follows: رقم, المادة, العدد.
pub(crate) fn leads_to_number(w: &Window<'_>, item: &Item) -> bool {
    w.in_list_behind(item, List::Amount) || w.readings(item).any(|r| r.senses().contains(&Sense::NumberSign))
}

/// Whether a noun that shows it is counted stands at `at`: a measure, or an accusative.
fn is_counted(w: &Window<'_>, at: usize) -> bool {
    let accusative = w.get(at).is_some_and(|i| w.bare(i).as_str().ends_with(['ا', 'ة']));
    w.can(at, Starts::MEASURE) || (accusative && counted_noun(w, at))
}
