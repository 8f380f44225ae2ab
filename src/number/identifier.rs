//! What digits name rather than count: the number of a document, a law, a case (`numbers-and-dates`, A.9).

use alloc::boxed::Box;
use alloc::string::String;

use unicode_normalization::UnicodeNormalization;

use super::article::is_indefinite_plural;
use super::value::Number;
use super::{Found, counted_noun, end_of, has, is_definite, is_waw};
use crate::certainty::{Certainty, Flags};
use crate::class::{CharClass, NumeralSystems, class_of, digit_value};
use crate::item::{Item, ItemKind, Starts, Window};
use crate::lexicon::{Sense, behind_proclitics};

/// Whether the word is what numbered laws are called.
fn is_law_noun(w: &Window<'_>, item: &Item) -> bool {
    w.spells_behind(item, &["قانون", "مرسوم", "ظهير", "أمر", "قرار", "منشور", "قانوني"])
}

/// Whether two numbers name a law or a decree right behind its noun: القانون 90-11, القانون التنظيمي 111-14.
fn is_law(w: &Window<'_>, at: usize) -> bool {
    let law = |i: &Item| i.kind == ItemKind::Word && is_law_noun(w, i);
    let before = || w.before(at, 1);
    match w.get(at + 1).map(|i| (i.kind, i.spaced)) {
        // قانون 159 لسنة 1988, الطعن 5199 لسنة 86
        Some((ItemKind::Word, true)) => {
            let case = |i: &Item| w.spells_behind(i, &["طعن", "قضية", "دعوى"]);
            let of_year = |i: &Item| w.spells(i, &["لسنة", "لعام"]);
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
    // رقم س/4/567, رقم (م/51): a letter before its first digits
    let letter = |i: &Item| i.kind == ItemKind::Word && w.bare(i).as_str().chars().nth(1).is_none();
    let slash = |i: &Item| !i.spaced && i.kind == ItemKind::Sign(CharClass::Slash);
    let lettered = !item.spaced && w.before(at, 1).is_some_and(slash) && w.before(at, 2).is_some_and(letter);
    let lead = if lettered { 2 } else { 0 };
    let mut back = 1 + lead;
    if w.before(at, back).is_some_and(|i| {
        matches!(i.kind, ItemKind::Sign(CharClass::Opener | CharClass::Colon | CharClass::Slash))
    }) {
        back += 1;
    }
    // رقم العضوية: 00452
    // الرقم القياسي 15 لقبا is a record.
    let record = |i: &Item| w.bare(i).as_str().ends_with("القياسي");
    let noun = |at: usize| {
        w.before(at, back).is_some_and(|i| i.kind == ItemKind::Word && is_definite(w, i) && !record(i))
    };
    // رقم قومي 29001011234567, but not رقم قياسي 15 لقبا
    let adjective = || {
        digits.len >= 5
            && !counted_noun(w, at + 1)
            && w.spells(
                w.before(at, back),
                &["قومي", "وطني", "ضريبي", "تأميني", "مدني", "تسلسلي", "جامعي", "وظيفي", "مرجعي"],
            )
    };
    if (noun(at) || adjective()) && at.checked_sub(back + 1).is_some_and(|s| w.can(s, Starts::NUMBER_SIGN)) {
        back += 1;
    }
    let sign = at.checked_sub(back)?;
    // رقم الأعمال 850 مليون is an amount.
    let amount = has(w, at + 1, |s| matches!(s, Sense::Mult(..)));
    // الجريدة الرسمية عدد 5964, القانون عدد 26, as the Maghreb numbers them
    let by_count = || {
        // What else is numbered so; the nouns of laws aside.
        const NUMBERED: [&str; 7] = ["فصل", "جريدة", "رائد", "قضية", "ملف", "محضر", "حكم"];
        let legal = |back: usize| {
            w.before(sign, back).is_some_and(|i| is_law_noun(w, i) || w.spells_behind(i, &NUMBERED))
        };
        let definite = |back: usize| w.before(sign, back).is_some_and(|i| is_definite(w, i));
        // القانون عدد 560 مقعدا: so many of them.
        let counted = |i: &Item| {
            let bare = w.bare(i);
            bare.as_str().ends_with(['ا', 'ة']) && !i.starts(Starts::TIME) && counted_noun(w, at + 1)
                || is_indefinite_plural(bare.as_str())
        };
        // حكم عدد 3 مباريات
        let short = || digits.len < 3 && w.spells_behind(w.before(sign, 1), &["حكم"]);
        w.spells(w.get(sign), &["عدد"])
            && !short()
            && (legal(1) || legal(2) && definite(1) && definite(2))
            && !w.get(at + 1).is_some_and(counted)
    };
    let numbered = w.can(sign, Starts::CUE) && w.can(sign, Starts::NUMBER_SIGN) || by_count();
    if lettered && !numbered {
        return None;
    }
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
    // قرار مجلس الأمن 1701
    let by_council = |at: usize| {
        w.spells(w.before(at, 1), &["الأمن"])
            && w.spells_behind(w.before(at, 2), &["مجلس"])
            && w.before(at, 3).is_some_and(|i| {
                let word = w.bare(i);
                behind_proclitics(word.as_str(), |word| {
                    ["قرار", "قرارا", "قراري", "قراران", "قرارين", "قرارات"].contains(&word)
                })
            })
            && !counted_noun(w, at + 1)
            // 13-0, 100%
            && !w.get(at + 1).is_some_and(|i| {
                matches!(i.kind, ItemKind::Sign(CharClass::Dash | CharClass::Percent | CharClass::Slash))
            })
    };
    // رقم 412 و418
    let second = || {
        let number = |i: &Item| i.is_number();
        at.checked_sub(1).is_some_and(|b| is_waw(w, b))
            && w.before(at, 2).is_some_and(number)
            && (at.checked_sub(3).is_some_and(|b| w.can(b, Starts::NUMBER_SIGN))
                || at.checked_sub(2).is_some_and(by_council))
            && !counted_noun(w, at + 1)
    };
    let named = if digits.plain {
        numbered || second() || by_council(at) || is_law(w, at)
    } else {
        numbered && dotted() || law()
    };
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
    // رقم 13/ت/5678, رقم 219/م
    let part = |at: usize| {
        let field = |i: &Item| touches(i) && (matches!(i.kind, ItemKind::Number(d) if d.plain) || letter(i));
        w.get(at).is_some_and(|i| touches(i) && i.kind == ItemKind::Sign(CharClass::Slash))
            && w.get(at + 1).is_some_and(field)
    };
    let parts = (0..6).take_while(|i| part(next + 2 * i)).count();
    if (parts > 1 || parts == 1 && w.get(next + 1).is_some_and(letter)) && numbered {
        next += 2 * parts;
    } else if w.get(next).is_some_and(joined)
        && w.get(next + 1).is_some_and(|i| matches!(i.kind, ItemKind::Number(d) if d.plain))
        && !chained(next + 2)
    {
        next += 2;
    }
    let end = end_of(w, next);
    let start = w.before(at, lead)?.span.start;
    let written = w.text.get(start..end)?;
    let text: String = written
        .nfc()
        .filter_map(|c| {
            digit_value(c)
                .map(|d| char::from(b'0' + d))
                .or((matches!(c, '/' | '-' | '.') || class_of(c).is_arabic_letter()).then_some(c))
        })
        .collect();
    Some(Found {
        start,
        end,
        next,
        value: Number::Identifier(Box::from(text.as_str())),
        certainty: Certainty::Certain,
        flags: Flags::MIXED_DIGITS.when(NumeralSystems::of(written).is_mixed()),
    })
}
