//! What looks like a number and is none: addresses, versions, telephone numbers, model names,
//! references, list markers (A.9). A guard claims its span; nothing inside
//! is reported.

use core::fmt;

use super::article::is_indefinite_plural;
use super::identifier::identifier;
use super::{
    Found, counted_noun, digits, follows, glued_before, has, is_minus_sign, is_proclitic, is_waw, reading,
};
use crate::certainty::{Certainty, Flags};
use crate::class::{CharClass, digit_value};
use crate::item::{Item, ItemKind, Starts, Window};
use crate::lexicon::{List, Sense, behind_proclitics, is_listed};

/// Text that looks like a number but is not one.
///
/// Prints as `guard:phone` and so on.
///
/// ```
/// use warraq::{Analyzer, Guards};
/// let found = Analyzer::new().guards(Guards::Report).entities("الخادم 192.168.1.2 متاح").next().unwrap();
/// assert_eq!((found.text(), found.value().to_string()), ("192.168.1.2", "guard:version".to_owned()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GuardKind {
    /// A fixed phrase, such as نصف النهائي or روسيا اليوم.
    Phrase,
    /// A telephone number.
    Phone,
    /// Digits that name something: codes, ISBN, national numbers.
    Code,
    /// A version or an IP address.
    Version,
    /// A label or a model: م/159, كوفيد-19.
    Model,
    /// A place in a scripture.
    Scripture,
    /// The number of an item of a list.
    ListMarker,
    /// The number of a note, in square brackets behind its word: `سنة 1962[3]`.
    Note,
}

impl fmt::Display for GuardKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Phrase => "guard:phrase",
            Self::Phone => "guard:phone",
            Self::Code => "guard:code",
            Self::Version => "guard:version",
            Self::Model => "guard:model",
            Self::Scripture => "guard:scripture",
            Self::ListMarker => "guard:list",
            Self::Note => "guard:note",
        })
    }
}

/// The guarded stretch that starts at `at`.
pub(crate) fn guard(w: &Window<'_>, at: usize) -> Option<Found<GuardKind>> {
    let item = w.get(at)?;
    let whole = |kind: GuardKind, next: usize| {
        w.get(next - 1).map(|last| Found {
            start: item.span.start,
            end: last.span.end,
            next,
            value: kind,
            certainty: Certainty::Certain,
            flags: Flags::NONE,
        })
    };
    // Fixed phrases: روسيا اليوم, نصف النهائي.
    if item.starts(Starts::NAME)
        && let Some(reading) = w.readings(item).find(|r| r.senses().contains(&Sense::Name))
        && !is_country_today(w, at, reading.items)
        && !is_seventh_day(w, at)
    {
        return whole(GuardKind::Phrase, at + reading.items);
    }
    if is_plus(w, item)
        && let Some(next) = phone(w, at + 1)
    {
        return whole(GuardKind::Phone, next);
    }
    let ItemKind::Number(digits) = item.kind else { return None };
    // على مدار الساعة 24/7
    if digits.value == 24 && is_all_week(w, at) && identifier(w, at).is_none() {
        return whole(GuardKind::Phrase, at + 3);
    }
    let cue = w.recent(at, 3).any(|i| w.can(i, Starts::CUE));
    let near = |sense: Sense, within: usize| cue && w.recent(at, within).any(|i| has(w, i, |s| *s == sense));
    let zeros = w.text_of(item).chars().take_while(|&c| digit_value(c) == Some(0)).count();
    // A long run that starts with a zero is dialled, not counted; nor is 06-5666265.
    // A zero alone is a score's: 0-2. القانون رقم 08-09 is named.
    if zeros > 0
        && identifier(w, at).is_none()
        && digits.plain
        && (digits.len >= 7 || digits.len > 1 && dashed(w, at) > at + 1)
    {
        return whole(GuardKind::Phone, dashed(w, at));
    }
    // 978-9953-0-1234-5, 4-4-2: three runs and more joined by hyphens are a code.
    if dashed(w, at) > at + 4 {
        return whole(GuardKind::Code, dashed(w, at));
    }
    // استقبل الخط الساخن 25300 مكالمة
    let phrase = |first: usize| reading(w, first, |s, r| *s == Sense::PhoneWord && r.items == 2).is_some();
    let calls = || counted_noun(w, at + 1) && w.recent(at, 3).any(phrase);
    // رقم الطلب 00458721 is named.
    if (near(Sense::PhoneWord, 3) && !calls() || zeros > 1 && identifier(w, at).is_none())
        && let Some(next) = phone(w, at)
    {
        return whole(GuardKind::Phone, next);
    }
    // 055 123 4567, 0661 12 34 56: no number begins with a zero and goes on in groups.
    if zeros == 1
        && identifier(w, at).is_none()
        && let Some(next) = groups(w, at)
    {
        return whole(GuardKind::Phone, next);
    }
    // هاتف: 603243: a short one only right behind its word.
    let colon = w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Colon));
    let word = at.checked_sub(1 + usize::from(colon));
    // الخط الساخن 19123
    let told = cue
        && !calls()
        && word.is_some_and(|b| w.can(b, Starts::PHONE) || b.checked_sub(1).is_some_and(phrase));
    if told && digits.plain && (5..=6).contains(&digits.len) {
        return whole(GuardKind::Phone, at + 1);
    }
    // Three or more dotted fields that are no number: an address or a version; dates were tried first.
    if !digits.plain && digits.len <= 38 && digits::quantity(w, at).is_none() && identifier(w, at).is_none() {
        return whole(GuardKind::Version, at + 1);
    }
    // قيمة الإصدار 2.5 مليار
    let amount = || {
        has(w, at + 1, |s| matches!(s, Sense::Mult(..) | Sense::Per(_)))
            || w.get(at + 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Percent))
    };
    if near(Sense::VersionWord, 2) && !digits.plain && !amount() {
        return whole(GuardKind::Version, at + 1);
    }
    let kind = match () {
        () if glued_before(w, at).is_none()
            || is_model(w, at)
            || is_named_model(w, at)
            || is_offset_of_utc(w, at) =>
        {
            GuardKind::Model
        }
        () if is_scripture(w, at) => return whole(GuardKind::Scripture, behind_verses(w, at)),
        () if is_chapter(w, at) => return whole(GuardKind::Scripture, behind_verses(w, at + 2)),
        () if is_list_marker(w, at) => GuardKind::ListMarker,
        () if is_note(w, at) => GuardKind::Note,
        () => return None,
    };
    whole(kind, at + 1)
}

/// Whether اليوم السابع is a day and not the newspaper: behind a preposition of time.
fn is_seventh_day(w: &Window<'_>, at: usize) -> bool {
    let leads = |s: &Sense| {
        matches!(s, Sense::Prep | Sense::Before | Sense::After | Sense::To | Sense::Since | Sense::Within)
    };
    w.spells(w.get(at), &["اليوم"]) && follows(w, at, leads)
}

/// Whether روسيا اليوم and its like are a country and a day: without a word of the press before it, or with a weekday
/// behind it.
fn is_country_today(w: &Window<'_>, at: usize, items: usize) -> bool {
    let country = w.spells_behind(w.get(at), &["روسيا", "الإمارات", "عمان"]);
    let weekday = w.can(at + items, Starts::WEEKDAY);
    let press = w.follows(at, Starts::NAME_HEAD)
        || w.before(at, 1).is_some_and(|i| {
            const VERBS: [&str; 7] = ["نقل", "نشر", "بث", "ذكر", "أفاد", "أورد", "قال"];
            let told = |word: &str| VERBS.iter().any(|verb| word.starts_with(verb));
            w.spells_behind(i, &["شبكة", "موقع", "وكالة", "شاشة", "مراسل", "عن"])
                || behind_proclitics(w.bare(i).as_str(), told)
        });
    country && items == 2 && (weekday || !press)
}

/// Whether 24/7 stands at `at`: at all hours of all days.
pub(crate) fn is_all_week(w: &Window<'_>, at: usize) -> bool {
    let number = |at: usize, value: u64, first: bool| {
        w.get(at).is_some_and(|i| {
            (first || !i.spaced) && matches!(i.kind, ItemKind::Number(d) if d.plain && d.value == value)
        })
    };
    let slash =
        |at: usize| w.get(at).is_some_and(|i| !i.spaced && i.kind == ItemKind::Sign(CharClass::Slash));
    number(at, 24, true) && slash(at + 1) && number(at + 2, 7, false) && !slash(at + 3)
}

/// Whether the digits say how far a zone is from UTC, without a time: GMT+1, غرينتش+3.
fn is_offset_of_utc(w: &Window<'_>, at: usize) -> bool {
    let sign = |i: &Item| !i.spaced && (is_plus(w, i) || is_minus_sign(w, i));
    let utc = |i: &Item| {
        matches!(w.text_of(i), "GMT" | "UTC") || i.starts(Starts::LINK) && !i.starts(Starts::EXCEPT)
    };
    w.before(at, 1).is_some_and(sign) && w.before(at, 2).is_some_and(utc)
}

fn is_plus(w: &Window<'_>, item: &Item) -> bool {
    item.kind == ItemKind::Sign(CharClass::MathSymbol) && w.text_of(item) == "+"
}

/// The item behind the digit runs from `at` that hyphens join without space.
fn dashed(w: &Window<'_>, at: usize) -> usize {
    let mut next = at + 1;
    while w.get(next).is_some_and(|i| !i.spaced && i.kind == ItemKind::Sign(CharClass::Dash))
        && w.get(next + 1).is_some_and(|i| !i.spaced && i.is_number())
    {
        next += 2;
    }
    next
}

/// A telephone number from `at`: 7 to 15 digits in groups (ITU-T E.164).
fn phone(w: &Window<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    let mut total = 0;
    let mut behind_digits = at;
    while let Some(item) = w.get(next) {
        match item.kind {
            ItemKind::Number(d) => {
                // A second number behind a complete one is its own.
                if total + d.len > 15 {
                    break;
                }
                total += d.len;
                behind_digits = next + 1;
            }
            ItemKind::Sign(CharClass::Dash | CharClass::Opener | CharClass::Closer | CharClass::FullStop)
                if !item.spaced || next > at => {}
            _ => break,
        }
        next += 1;
    }
    (7..=15).contains(&total).then_some(behind_digits)
}

/// Where three or more groups of two to four digits end that start at `at` and are nine to twelve digits in all.
fn groups(w: &Window<'_>, at: usize) -> Option<usize> {
    const GROUPS: usize = 5;
    let len = |i: usize| match w.get(i)?.kind {
        ItemKind::Number(d) if d.plain && (2..=4).contains(&d.len) => Some(d.len),
        _ => None,
    };
    let (count, digits) =
        (at..at + GROUPS).map_while(len).fold((0, 0), |(count, all), len| (count + 1, all + len));
    // الأرقام الفائزة 05 12 23 34 41
    let listed = w.get(at + count).is_some_and(Item::is_number)
        || w.recent(at, 3).any(|i| w.spells_behind(w.get(i), &["أرقام", "رقم"]));
    (count >= 3 && (9..=12).contains(&digits) && !listed).then_some(at + count)
}

/// `إف-16`, `كوفيد-19`, `م/159`: letters, a hyphen or slash, digits, all touching. A month or a
/// weekday before the hyphen is a date's.
fn is_model(w: &Window<'_>, at: usize) -> bool {
    let (Some(number), Some(sign), Some(word)) = (w.get(at), w.before(at, 1), w.before(at, 2)) else {
        return false;
    };
    let joined = matches!(sign.kind, ItemKind::Sign(CharClass::Dash | CharClass::Slash))
        && !sign.spaced
        && !number.spaced;
    let word_like = matches!(word.kind, ItemKind::Word | ItemKind::Opaque);
    let dated = at.checked_sub(2).is_some_and(|i| {
        has(w, i, |s| {
            matches!(s, Sense::Month(..) | Sense::HijriMonth(..) | Sense::Weekday(_) | Sense::Time(..))
        })
    });
    // The other half of 748هـ/1348م.
    let era = at.checked_sub(2).is_some_and(|i| has(w, i, |s| matches!(s, Sense::Era(_))))
        && w.before(at, 3).is_some_and(Item::is_number);
    // و-5, بـ-3%
    let minus = at.checked_sub(2).is_some_and(|b| is_waw(w, b)) || is_proclitic(w, word);
    // 120 ملغ/5 مل, 5.4 لتر/100كم
    let rate = at.checked_sub(2).is_some_and(|b| has(w, b, |s| s.measures()))
        && w.before(at, 3).is_some_and(|i| i.is_number() || i.starts(Starts::NUMBER));
    // the last part of رقم 13/ت/5678
    let identified = || {
        [0, 2, 4, 6].iter().any(|&back| {
            at.checked_sub(back).and_then(|first| identifier(w, first)).is_some_and(|id| id.next > at)
        })
    };
    joined
        && !rate
        && word_like
        && !minus
        && !dated
        && !era
        && !at.checked_sub(2).is_some_and(|i| ends_month_phrase(w, i))
        && !identified()
}

/// `بي 52`, `إف 16`, `بوينغ 737`: the name of a letter or a maker, a blank, digits, and nothing that is counted.
fn is_named_model(w: &Window<'_>, at: usize) -> bool {
    let digits = match w.get(at).map(|i| i.kind) {
        Some(ItemKind::Number(digits)) if digits.plain => digits,
        _ => return false,
    };
    // كوفيد 19, كوفيد - 19
    let dash = w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Dash));
    let covid = |i: &Item| w.bare(i).as_str().ends_with("كوفيد");
    if digits.value == 19 && w.before(at, 1 + usize::from(dash)).is_some_and(covid) {
        return true;
    }
    digits.len <= 3
        && w.get(at).is_some_and(|i| i.spaced)
        && w.in_list_behind(w.before(at, 1), List::AircraftMaker)
        && !has(w, at + 1, |s| matches!(s, Sense::Measure | Sense::Per(_) | Sense::Mult(..)))
}

/// Whether a phrase that is a month ends at the item: تشرين الأول.
pub(crate) fn ends_month_phrase(w: &Window<'_>, at: usize) -> bool {
    (1..=2).any(|back| {
        w.before(at, back).is_some_and(|i| {
            w.readings(i).any(|r| {
                r.items == back + 1
                    && r.senses().iter().any(|s| matches!(s, Sense::Month(..) | Sense::HijriMonth(..)))
            })
        })
    })
}

/// `[البقرة: 183]`, `[آل عمران: 103-105]`; in round brackets behind the name of a surah, `(البقرة: 255)`, which behind a verse
/// may be any other word too, `﴾ (النساء: 11-12)`; and without brackets behind سورة.
fn is_scripture(w: &Window<'_>, at: usize) -> bool {
    // (البقرة: 255، 256)
    let before = |at: usize| {
        let sign = at.checked_sub(1)?;
        let other = at.checked_sub(2).filter(|&other| w.get(other).is_some_and(Item::is_number))?;
        (w.is_sign(sign, CharClass::Comma) || is_waw(w, sign)).then_some(other)
    };
    let mut first = at;
    for _ in 0..VERSES / 2 {
        let Some(other) = before(first) else { break };
        first = other;
    }
    is_first_verse(w, first) && (first == at || ends_reference(w, at))
}

/// The same of the first verse that stands behind its surah.
fn is_first_verse(w: &Window<'_>, at: usize) -> bool {
    let Some(sign) = w.before(at, 1) else { return false };
    let joined = matches!(w.text_of(sign), ":" | "/");
    let name = if joined { 2 } else { 1 };
    let Some(surah) = w.before(at, name).filter(|i| i.kind == ItemKind::Word) else { return false };
    // آل عمران
    let words = 1 + usize::from(w.before(at, name + 1).is_some_and(|i| i.kind == ItemKind::Word));
    let told = || {
        joined && words == 2 && w.spells_behind(w.before(at, name + 1), &["سورة"]) && ends_reference(w, at)
    };
    let Some(opener) = at.checked_sub(name + words) else { return told() };
    let listed = || {
        let (bare, many) = (w.bare(surah), words == 2 && w.spells(w.before(at, name + 1), &["آل", "ال"]));
        let sure = is_listed(List::Surah, bare.as_str()) || many;
        (sure || is_listed(List::SurahToo, bare.as_str()) && follows_verse(w, opener))
            && ends_reference(w, at)
    };
    w.get(opener).is_some_and(|sign| match w.text_of(sign) {
        "[" | "﴾" | "{" => joined || listed(),
        "(" => joined && listed(),
        _ => false,
    }) || told()
}

/// Whether what stands before the bracket at `at` is a verse: its closing bracket or quotation mark, or who says it.
fn follows_verse(w: &Window<'_>, at: usize) -> bool {
    w.before(at, 1).is_some_and(|i| matches!(w.text_of(i), "﴾" | "﴿" | "}" | "\"" | "»" | "”"))
        || w.recent(at, VERSES).filter_map(|i| w.get(i)).any(|i| w.in_list_behind(i, List::Scripture))
}

/// Whether nothing that is counted stands behind the verse at `at`, which is none above the 286th.
fn ends_reference(w: &Window<'_>, at: usize) -> bool {
    let verse = matches!(w.get(at).map(|i| i.kind), Some(ItemKind::Number(d)) if d.plain && d.value <= 286);
    let behind = behind_verses(w, at);
    verse
        && (is_waw(w, behind)
            || w.get(behind).is_none_or(|i| match i.kind {
                ItemKind::Break => true,
                ItemKind::Sign(class) => matches!(
                    class,
                    CharClass::Closer
                        | CharClass::Comma
                        | CharClass::Semicolon
                        | CharClass::FullStop
                        | CharClass::Quote
                ),
                _ => false,
            }))
}

/// How far before a reference the words stand that say of what it is, in items.
const VERSES: usize = 16;

/// `(يوحنا 3: 16)`, `إنجيل متى 5: 3-12`: the chapter before its verses.
fn is_chapter(w: &Window<'_>, at: usize) -> bool {
    let number =
        |at: usize| w.get(at).is_some_and(|i| matches!(i.kind, ItemKind::Number(d) if d.plain && d.len <= 3));
    let opened = || {
        w.before(at, 2).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Opener))
            || w.spells_behind(w.before(at, 2), &["إنجيل", "انجيل", "سفر", "رسالة"])
    };
    number(at)
        && w.is_sign(at + 1, CharClass::Colon)
        && number(at + 2)
        && w.in_list(w.before(at, 1), List::Book)
        && opened()
}

/// The item behind the verse at `at`, or behind the last of several: 103-105.
fn behind_verses(w: &Window<'_>, at: usize) -> usize {
    let number = |at: usize| w.get(at).is_some_and(Item::is_number);
    if w.is_sign(at + 1, CharClass::Dash) && number(at + 2) { at + 3 } else { at + 1 }
}

/// `1962[3]`, `المدينة[12]`: in square brackets that touch what stands before them.
fn is_note(w: &Window<'_>, at: usize) -> bool {
    let touches = |i: &Item| !i.spaced;
    w.before(at, 1).is_some_and(|i| touches(i) && w.text_of(i) == "[")
        && w.before(at, 2).is_some_and(|i| match i.kind {
            ItemKind::Word => true,
            // 1962[3], but not 5[2] في المئة
            ItemKind::Number(d) => d.plain && d.len >= 3,
            _ => false,
        })
        && w.get(at)
            .is_some_and(|i| touches(i) && matches!(i.kind, ItemKind::Number(d) if d.plain && d.len <= 3))
        && w.get(at + 1).is_some_and(|i| w.text_of(i) == "]")
}

/// `1.` `١-` `3)` at the start of a line, with text behind it.
fn is_list_marker(w: &Window<'_>, at: usize) -> bool {
    let starts = w.before(at, 1).is_none_or(|i| i.kind == ItemKind::Break);
    let Some((sign, text)) = w.get(at + 1).zip(w.get(at + 2)) else { return false };
    let small = matches!(w.get(at).map(|i| i.kind), Some(ItemKind::Number(d)) if d.plain && d.len <= 3);
    // 312 - أخبرنا
    let apart = matches!(w.text_of(sign), "-" | "–" | "ـ")
        && sign.spaced
        && text.spaced
        && (text.is_unknown() || w.can(at + 2, Starts::PREP))
        // 5 - لاعبا, 7 - ضباط, 10 - في المئة count.
        && (!w.bare(text).as_str().ends_with(['ا', 'ة']) || w.bare(text).as_str().ends_with("نا"))
        && !is_indefinite_plural(w.bare(text).as_str())
        && !has(w, at + 2, |s| matches!(s, Sense::Per(_)));
    let names =
        |text: &Item| text.kind == ItemKind::Word && (text.is_unknown() || w.can(at + 2, Starts::PERSON));
    let mark = match sign.kind {
        ItemKind::Sign(CharClass::FullStop | CharClass::Closer) => true,
        // 4-ماريو
        ItemKind::Sign(CharClass::Dash) => text.spaced || names(text),
        _ => false,
    };
    starts
        && small
        && (mark && !sign.spaced || apart)
        && matches!(text.kind, ItemKind::Word | ItemKind::Opaque)
        && (apart || sign.span.len() == 1)
}
