//! What digits name rather than count: the number of a document, a law, a case (A.9).

use alloc::boxed::Box;
use alloc::string::String;

use unicode_normalization::UnicodeNormalization;

use super::article::is_indefinite_plural;
use super::value::Number;
use super::{Found, counted_noun, end_of, has, is_definite, is_ours, is_waw};
use crate::certainty::{Certainty, Flags};
use crate::class::{CharClass, NumeralSystems, class_of, digit_value};
use crate::item::{Digits, Item, ItemKind, Starts, Window};
use crate::lexicon::{List, Sense};

/// Whether the word is what numbered laws are called.
fn is_law_noun(w: &Window<'_>, item: &Item) -> bool {
    w.in_list_behind(item, List::Law)
}

/// What leads from a number to its year: قانون 159 لسنة 1988.
const OF_YEAR: [&str; 2] = ["لسنة", "لعام"];

/// Whether two numbers name a law or a decree right behind its noun: القانون 90-11, القانون التنظيمي 111-14.
fn is_law(w: &Window<'_>, at: usize) -> bool {
    let law = |i: &Item| i.kind == ItemKind::Word && is_law_noun(w, i);
    let before = || w.before(at, 1);
    match w.get(at + 1).map(|i| (i.kind, i.spaced)) {
        // قانون 159 لسنة 1988, الطعن 5199 لسنة 86
        Some((ItemKind::Word, true)) => {
            let case = |i: &Item| w.spells_behind(i, &["طعن", "قضية", "دعوى"]);
            let of_year = |i: &Item| w.spells(i, &OF_YEAR);
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

/// Digits after رقم: they name something (A.9). The year of a law belongs to its number: رقم 12/2003.
pub(super) fn identifier(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    let named = Named::new(w, at)?;
    // رقم الأعمال 850 مليون is an amount.
    let amount = || has(w, at + 1, |s| matches!(s, Sense::Mult(..)));
    if !named.is_named() || amount() {
        return None;
    }
    let next = named.end_of_parts();
    let (start, end) = (w.before(at, named.lead)?.span.start, end_of(w, next));
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

/// Whether the item is one letter: رقم م/51.
fn is_letter(w: &Window<'_>, item: &Item) -> bool {
    item.kind == ItemKind::Word && w.bare(item).as_str().chars().nth(1).is_none()
}

/// Digits that may name something.
struct Named<'w, 't> {
    w: &'w Window<'t>,
    at: usize,
    digits: Digits,
    /// Items of a letter and its slash before the digits: رقم س/4/567.
    lead: usize,
    /// How far back the word stands that says what they are: رقم, رمز, عدد.
    back: usize,
    /// Where it stands.
    sign: usize,
}

impl<'w, 't> Named<'w, 't> {
    fn new(w: &'w Window<'t>, at: usize) -> Option<Self> {
        let item = w.get(at)?;
        let ItemKind::Number(digits) = item.kind else { return None };
        let slash = |i: &Item| !i.spaced && i.kind == ItemKind::Sign(CharClass::Slash);
        let lettered = !item.spaced
            && w.before(at, 1).is_some_and(slash)
            && w.before(at, 2).is_some_and(|i| is_letter(w, i));
        let lead = if lettered { 2 } else { 0 };
        let mut back = 1 + lead;
        // رقم العضوية: 00452, رمز التحقق هو 4829
        let joint = |i: &Item| {
            matches!(i.kind, ItemKind::Sign(CharClass::Opener | CharClass::Colon | CharClass::Slash))
                || digits.len >= 4
                    && (digits.len > 4 || !counted_noun(w, at + 1))
                    && w.spells(i, &["هو", "هي"])
        };
        back += usize::from(w.before(at, back).is_some_and(joint));
        let of = Self { w, at, digits, lead, back, sign: at.checked_sub(back)? };
        let behind_sign = at.checked_sub(back + 1).is_some_and(|s| w.can(s, Starts::NUMBER_SIGN));
        if !behind_sign || !of.has_noun() && !of.has_adjective() {
            return Some(of);
        }
        Some(Self { back: back + 1, sign: at - back - 1, ..of })
    }

    fn before(&self, back: usize) -> Option<&Item> {
        self.w.before(self.at, back)
    }

    /// رقم العضوية 00452, but الرقم القياسي 15 لقبا is a record.
    fn has_noun(&self) -> bool {
        let record = |i: &Item| self.w.bare(i).as_str().ends_with("القياسي");
        self.before(self.back)
            .is_some_and(|i| i.kind == ItemKind::Word && is_definite(self.w, i) && !record(i))
    }

    /// رقم قومي 29001011234567, but not رقم قياسي 15 لقبا
    fn has_adjective(&self) -> bool {
        self.digits.len >= 5
            && !counted_noun(self.w, self.at + 1)
            && self.w.in_list(self.before(self.back), List::IdKind)
    }

    fn is_named(&self) -> bool {
        let numbered = self.is_numbered();
        if self.lead > 0 && !numbered {
            return false;
        }
        if self.digits.plain {
            numbered
                || self.is_second()
                || is_of_council(self.w, self.at)
                || is_of_decision(self.w, self.at)
                || is_law(self.w, self.at)
        } else {
            numbered && self.is_dotted() || self.is_dotted_law()
        }
    }

    /// رقم 412, عدد 5964
    fn is_numbered(&self) -> bool {
        self.w.can(self.sign, Starts::NUMBER_SIGN) && !self.is_no_code() || self.is_by_count()
    }

    /// كود الخصم 20%, رمز التحقق 6 أرقام: so many, and no code.
    fn is_no_code(&self) -> bool {
        let w = self.w;
        // رمز المنطقة 011
        let zero =
            || w.get(self.at).is_some_and(|i| w.text_of(i).chars().next().and_then(digit_value) == Some(0));
        w.spells_behind(w.get(self.sign), &["رمز", "كود", "صندوق"])
            && (self.digits.len < 4 && !zero()
                || self.digits.len == 4 && !stands_alone(w, self.at)
                || w.is_sign(self.at + 1, CharClass::Percent)
                || w.can(self.at + 1, Starts::PER.with(Starts::MEASURE).with(Starts::MONEY)))
    }

    /// الجريدة الرسمية عدد 5964, القانون عدد 26, أمر رئاسي عدد 117, as the Maghreb numbers them.
    fn is_by_count(&self) -> bool {
        let (w, sign) = (self.w, self.sign);
        if !w.spells(w.get(sign), &["عدد"]) {
            return false;
        }
        let law = |back: usize| w.before(sign, back).is_some_and(|i| is_law_noun(w, i));
        let legal = |back: usize| law(back) || w.in_list_behind(w.before(sign, back), List::CountNumbered);
        let definite = |back: usize| w.before(sign, back).is_some_and(|i| is_definite(w, i));
        let adjective = || w.in_list(w.before(sign, 1), List::LawKind);
        // القانون عدد 560 مقعدا: so many of them.
        let counted = |i: &Item| {
            let bare = w.bare(i);
            bare.as_str().ends_with(['ا', 'ة']) && !i.starts(Starts::TIME) && counted_noun(w, self.at + 1)
                || is_indefinite_plural(bare.as_str())
        };
        // حكم عدد 3 مباريات
        let short = || self.digits.len < 3 && w.spells_behind(w.before(sign, 1), &["حكم"]);
        (legal(1) || legal(2) && definite(1) && definite(2) || law(2) && adjective())
            && !short()
            && !w.get(self.at + 1).is_some_and(counted)
    }

    /// رقم 412 و418, القراران 242 و338
    fn is_second(&self) -> bool {
        let (w, at) = (self.w, self.at);
        let Some(first) = at.checked_sub(2).filter(|_| is_waw(w, at - 1)) else { return false };
        w.get(first).is_some_and(Item::is_number)
            && (w.follows(first, Starts::NUMBER_SIGN) || is_of_council(w, first) || is_of_decision(w, first))
            && !counted_noun(w, at + 1)
    }

    /// القانون رقم 31.08
    fn is_dotted(&self) -> bool {
        let w = self.w;
        let Some(item) = w.get(self.at) else { return false };
        let dots = w.text_of(item).chars().filter(|c| *c == '.').count();
        let law = |more: usize| self.before(self.back + more).is_some_and(|i| is_law_noun(w, i));
        // القانون التنظيمي رقم 28.11
        let adjective = || self.before(self.back + 1).is_some_and(|i| i.is_unknown() && is_definite(w, i));
        dots == 1 && self.digits.len <= 6 && (law(1) || adjective() && law(2))
            // الظهير الشريف رقم 1.02.239, as Morocco numbers them
            || dots == 2 && self.digits.len <= 8 && (law(1) || law(2))
    }

    /// القانون 67.12
    fn is_dotted_law(&self) -> bool {
        let two = |part: &str| part.chars().count() == 2;
        let parts = self.w.get(self.at).and_then(|i| self.w.text_of(i).split_once('.'));
        parts.is_some_and(|(number, year)| two(number) && two(year))
            && self.before(1).is_some_and(|i| is_law_noun(self.w, i))
    }

    /// The item behind what belongs to the number: رقم 12/2003, رقم 1/3/4/5521, رقم 13/ت/5678, رقم 20-70.
    fn end_of_parts(&self) -> usize {
        const MOST: usize = 6;
        let w = self.w;
        let next = self.at + 1;
        let plain = |at: usize| w.get(at).is_some_and(|i| matches!(i.kind, ItemKind::Number(d) if d.plain));
        let letter = |at: usize| w.get(at).is_some_and(|i| is_letter(w, i));
        let part = |at: usize| {
            w.is_glued(at)
                && w.is_sign(at, CharClass::Slash)
                && w.is_glued(at + 1)
                && (plain(at + 1) || letter(at + 1))
        };
        let parts = (0..MOST).take_while(|i| part(next + 2 * i)).count();
        if (parts > 1 || parts == 1 && letter(next + 1)) && self.is_numbered() {
            return next + 2 * parts;
        }
        let dash = |at: usize| w.is_glued(at) && w.is_sign(at, CharClass::Dash);
        let joined = w.is_sign(next, CharClass::Slash) || dash(next) && w.is_glued(next + 1);
        if joined && plain(next + 1) && !dash(next + 2) { next + 2 } else { next }
    }
}

/// Whether no more is said of the number at `at` than what it names: no 13-0, no 100%, no noun that it counts.
fn stands_alone(w: &Window<'_>, at: usize) -> bool {
    // المرسوم التشريعي 148 لعام 1949
    let of_year = w.spells(w.get(at + 1), &OF_YEAR);
    (of_year || !counted_noun(w, at + 1))
        && !w.get(at + 1).is_some_and(|i| {
            matches!(i.kind, ItemKind::Sign(CharClass::Dash | CharClass::Percent | CharClass::Slash))
        })
}

/// قرار مجلس الأمن 1701
fn is_of_council(w: &Window<'_>, at: usize) -> bool {
    w.spells(w.before(at, 1), &["الأمن"])
        && w.spells_behind(w.before(at, 2), &["مجلس"])
        && w.spells_behind(w.before(at, 3), &DECISIONS)
        && stands_alone(w, at)
}

const DECISIONS: [&str; 6] = ["قرار", "قرارا", "قراري", "قراران", "قرارين", "قرارات"];

/// تطبيق القرار 1701, القرار الأممي 2254, المرسوم التشريعي 148, القرار 242 (1967), but not أيد القرار 120 عضوا: three digits
/// and more that are no year, where the decision is cited.
fn is_of_decision(w: &Window<'_>, at: usize) -> bool {
    const REACH: usize = 6;
    const COUNTED: [&str; 5] = ["عدد", "عددهم", "أعداد", "لصالح", "ضد"];
    let number = matches!(
        w.get(at).map(|i| i.kind),
        Some(ItemKind::Number(d)) if d.plain && (3..=4).contains(&d.len) && !(1980..=2050).contains(&d.value)
    );
    let definite =
        |back: usize| w.before(at, back).is_some_and(|i| i.kind == ItemKind::Word && is_definite(w, i));
    let noun = |back: usize| definite(back) && w.in_list_behind(w.before(at, back), List::Cited);
    let Some(back) = (1..=2).find(|&back| noun(back)).filter(|_| number) else { return false };
    let unknown = |back: usize| definite(back) && w.before(at, back).is_some_and(Item::is_unknown);
    let official = || back == 2 && w.spells(w.before(at, 1), &["الدولي", "الأممي", "التشريعي", "الرئاسي"]);
    let cited = || {
        w.in_list_behind(w.before(at, back + 1), List::Citing)
            // أكد أن القرار 1701
            || w.spells_behind(w.before(at, back + 1), &["أن", "إن"])
            || w.before(at, back + 1).is_none_or(|i| i.kind == ItemKind::Break)
            || w.before(at, back).is_some_and(|i| w.text_of(i).starts_with(['ب', 'ك']))
    };
    let dual = || w.before(at, back).is_some_and(|i| w.bare(i).as_str().ends_with('ن'));
    // القرار 242 (1967)
    let of_year =
        || w.is_sign(at + 1, CharClass::Opener) && w.is_sign(at + 3, CharClass::Closer) && is_ours(w, at + 2);
    // بلغ عدد المفرج عنهم بموجب المرسوم 450
    let counted = || w.recent(at, REACH).any(|i| w.spells_behind(w.get(i), &COUNTED));
    // القرارات 1929، 1970، 2024
    let listed = w.is_sign(at + 1, CharClass::Comma) && w.get(at + 2).is_some_and(Item::is_number);
    (1..back).all(unknown)
        && (official() || cited() || dual() || of_year())
        && !listed
        && !counted()
        && !has(w, at + 1, |s| matches!(s, Sense::Per(_)))
        && !w.can(at + 1, Starts::FROM.with(Starts::MEASURE).with(Starts::MONEY))
        // أن القرار 1701 ينص
        && (stands_alone(w, at) || w.get(at + 1).is_some_and(|i| {
            let bare = w.bare(i);
            i.is_unknown() && bare.as_str().starts_with('ي') && !bare.as_str().ends_with(['ا', 'ة'])
        }))
}
