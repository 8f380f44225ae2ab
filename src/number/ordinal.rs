//! Ordinals in words (B.5). Knows no dates: a day written as an ordinal is
//! read by the date grammar through this.

use super::article::is_plural;
use super::lone_word::is_quantity;
use super::{
    Found, counted_noun, end_of, ends_in_pronoun, has, is_complement, is_definite, is_waw, reading, sense,
};
use crate::certainty::{Certainty, Flags};
use crate::class::CharClass;
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{List, MultForm, OrdForm, Sense, is_listed};

fn ones(w: &Window<'_>, at: usize) -> Option<((u8, OrdForm), Reading)> {
    sense(w, at, |s, r| match s {
        Sense::Ord(n, form) if r.items == 1 => Some((*n, *form)),
        // الواحد والعشرون
        Sense::Unit(1) if r.clitics.has(Clitics::ARTICLE) => Some((1, OrdForm::CompoundOnly)),
        _ => None,
    })
}

/// The ordinal that starts at `at`, with the article or, before a noun, without (O1).
pub(crate) fn ordinal(w: &Window<'_>, at: usize) -> Option<Found<u64>> {
    if !w.can(at, Starts::ORDINAL.with(Starts::NUMBER)) {
        return None;
    }
    let found = |start: usize, next: usize, value: u64, certainty: Certainty| {
        Some(Found { start, end: end_of(w, next), next, value, certainty, flags: Flags::NONE })
    };
    let Some(((n, form), first)) = ones(w, at) else { return definite(w, at).or_else(|| teens(w, at)) };
    let article = first.clitics.has(Clitics::ARTICLE);
    if is_initial(w, at, n) {
        return None;
    }
    if form == OrdForm::Rank {
        let ranked = first.clitics.is_none() && is_rank(w, at);
        return ranked.then(|| found(first.start, at + 1, u64::from(n), Certainty::Likely)).flatten();
    }
    if let Some(r) = reading(w, at + 1, |s, r| matches!(s, Sense::Ten) && r.items == 1)
        && !r.clitics.has(Clitics::WAW | Clitics::BEH | Clitics::LAM)
        && n < 10
        // المباراة الثانية عشرة آلاف متفرج
        && !(has(w, at + 2, |s| matches!(s, Sense::Mult(_, MultForm::Plural)))
            && w.get(at + 1).is_some_and(|i| w.bare(i).as_str().ends_with('ة')))
        // أول عشرة مراكز: the first ten. Eleventh is حادي عشر.
        && (n > 1 || article || form == OrdForm::CompoundOnly)
    {
        let (value, next) = after_hundred(w, at + 2, u64::from(n) + 10);
        return found(first.start, next, value, Certainty::Certain);
    }
    let tens_at = if is_waw(w, at + 1) { at + 2 } else { at + 1 };
    if let Some((tens, r)) = sense(w, tens_at, |s, _| if let Sense::Tens(t) = s { Some(*t) } else { None })
        && r.clitics.has(Clitics::ARTICLE)
        && (r.clitics.has(Clitics::WAW) || tens_at == at + 2)
        && article
        && n < 10
    {
        let value = u64::from(n) + u64::from(tens);
        let (value, next) = after_hundred(w, tens_at + 1, value);
        return found(first.start, next, value, Certainty::Certain);
    }
    if form == OrdForm::CompoundOnly {
        return definite(w, at);
    }
    if article {
        // 300 ألف كيلومتر في الثانية is the unit (O5).
        let unit = n == 2
            && form == OrdForm::Feminine
            && (at.checked_sub(2).is_some_and(|m| w.can(m, Starts::MEASURE))
                && at.checked_sub(1).is_some_and(|p| w.can(p, Starts::PREP))
                || is_rate(w, at));
        // جزء من الثانية, الثانية الأخيرة: of time.
        let word = |i: &Item, known: &[&str]| known.contains(&w.bare(i).as_str());
        let second = n == 2
            && form == OrdForm::Feminine
            && (w.get(at + 1).is_some_and(|i| word(i, &["الأخيرة", "الاخيرة"]))
                || w.follows(at, Starts::FROM)
                    && w.before(at, 2).is_some_and(|i| is_part_of_second(w.bare(i).as_str()))
                || w.before(at, 1).is_some_and(|i| is_part_of_second(w.bare(i).as_str())));
        if unit || second {
            return None;
        }
        let (value, next) = after_hundred(w, at + 1, u64::from(n));
        let sure = if next > at + 1 { Certainty::Certain } else { Certainty::Likely };
        return found(first.start, next, value, sure);
    }
    // ولاية ثالثة, طابق ثالث: of the indefinite noun before it, which it agrees with.
    let agrees = || {
        // شارة رابعة, منطقة رابعة العدوية: a name.
        let name = n == 4
            && (w.get(at + 1).is_some_and(|i| is_definite(w, i))
                || w.spells_behind(w.before(at, 1), &["شارة", "إشارة", "علامة", "منصة", "ساحة", "مجزرة"]));
        first.clitics.is_none()
            && !name
            && w.before(at, 1).is_some_and(|i| {
                let bare = w.bare(i);
                let word = bare.as_str();
                let feminine = word.ends_with('ة');
                i.kind == ItemKind::Word
                    && i.is_unknown()
                    && !is_definite(w, i)
                    && word.chars().nth(2).is_some()
                    && feminine == (form == OrdForm::Feminine)
                    && !ends_in_pronoun(word)
            })
    };
    let certainty = match (n, form) {
        (3..=9, OrdForm::Feminine | OrdForm::Masculine) if agrees() => Certainty::Likely,
        (2..=10, OrdForm::Feminine) if first.clitics.is_none() && is_her_rank(w, at) => Certainty::Likely,
        // ثاني أكبر, ثالث دولة.
        // بثالث ذهبية, لثالث مرة, كثاني أكبر اقتصاد
        (2..=10, OrdForm::Masculine) if counted_noun(w, at + 1) && !first.clitics.has(Clitics::FEH) => {
            Certainty::Likely
        }
        // خامس الخلفاء, رابع الكواكب
        // عاشر السلاطين, but not رجل عاشر الملوك: he kept them company.
        (2..=10, OrdForm::Masculine)
            if first.clitics.is_none()
                && is_of_several(w, at + 1, n)
                && (n < 10 || w.spells(w.get(at + 1), &RULERS)) =>
        {
            Certainty::Likely
        }
        (_, OrdForm::Masculine) | (3..=10, OrdForm::Feminine) => Certainty::Weak,
        _ => return None,
    };
    found(first.start, at + 1, u64::from(n), certainty)
}

/// Whether the verb of who takes a place stands before: حل ثالثا, جاء المنتخب رابعا, أنهى السباق خامسا; but not the third point
/// of a list.
fn is_rank(w: &Window<'_>, at: usize) -> bool {
    const REACH: usize = 4;
    let listed = w.is_sign(at + 1, CharClass::Colon)
        || w.is_sign(at + 1, CharClass::Comma)
        || w.recent(at, 2 * REACH).any(|i| w.spells_behind(w.get(i), &["أولا"]));
    // Who takes it, and no other verb: جاء إلى بيتنا ثانيا, حل المساء وعاد ثانيا.
    let who = |i: usize| {
        w.get(i).is_some_and(|i| {
            let other = Starts::PREP.with(Starts::TO).with(Starts::FROM).with(Starts::FUNCTION);
            i.kind == ItemKind::Word && !i.starts(other) && !w.text_of(i).starts_with(['و', 'ف'])
        })
    };
    let verb = |i: usize| w.in_list_behind(w.get(i), List::RankVerb);
    !listed && w.recent(at, REACH).find(|&i| verb(i) || !who(i)).is_some_and(verb)
}

/// The same of what is feminine: حلت الشركة ثالثة عالميا; but جاءت ثانية alone is once more, and جاءت فكرة ثالثة one more.
fn is_her_rank(w: &Window<'_>, at: usize) -> bool {
    let hers = |i: &Item| {
        let word = w.bare(i);
        w.in_list_behind(i, List::RankVerb) && (word.as_str().ends_with('ت') || word.as_str().contains("تحل"))
    };
    let adverb = || w.in_list(w.get(at + 1), List::RankedIn);
    let table = || {
        w.spells(w.get(at + 1), &["في", "على", "ضمن", "بين"])
            && w.spells_behind(w.get(at + 2), &["ترتيب", "تصنيف", "سباق", "مسابقة", "نهائي"])
    };
    let name = |i: &Item| i.is_unknown() && !w.bare(i).as_str().ends_with('ة');
    let who = w.before(at, 1).is_some_and(|i| hers(i) || is_definite(w, i) || name(i));
    // حلت رابعة., حلت تونس ثالثة بعد مصر
    let placed = || {
        (1..=2).any(|back| w.spells_behind(w.before(at, back), &["حلت", "تحل"]))
            && w.get(at + 1).is_none_or(|i| i.kind != ItemKind::Word || w.spells(i, &["بعد", "خلف", "وراء"]))
    };
    who && (adverb() || table() || placed())
        && (1..=3).any(|back| w.before(at, back).is_some_and(hers))
        && is_rank(w, at)
}

/// Plurals that no shape tells, of whom the tenth is told too.
const RULERS: [&str; 5] = ["السلاطين", "الأئمة", "الأباطرة", "الخلفاء", "الرؤساء"];

/// Whether an unknown plural with the article stands at `at`, by its shape.
fn is_of_several(w: &Window<'_>, at: usize, n: u8) -> bool {
    w.get(at).filter(|i| i.is_unknown()).is_some_and(|i| {
        let bare = w.bare(i);
        let stem = bare.as_str().strip_prefix("ال").unwrap_or("");
        let persons = stem.ends_with("اء") && stem.chars().count() == 5 && !stem.starts_with(['ا', 'إ']);
        // ثاني الساقين: of two.
        let two = n == 2 && ["ين", "ان"].iter().any(|ending| stem.ends_with(ending));
        persons || RULERS.contains(&bare.as_str()) || is_plural(bare.as_str()) && !two
    })
}

/// Whether what is counted before is so many in a second: 60 إطارا في الثانية, 30 لقطة بالثانية.
fn is_rate(w: &Window<'_>, at: usize) -> bool {
    // في الثانية ظهرا, في الثانية والنصف, في الثانية من الدوري
    let other = Starts::DAY_HALF.with(Starts::ORDINAL).with(Starts::NUMBER).with(Starts::FROM);
    if w.can(at + 1, other) || w.spells(w.get(at + 1), &["ثانوي"]) {
        return false;
    }
    let glued = w.spells(w.get(at), &["بالثانية"]);
    let noun = at.checked_sub(1 + usize::from(!glued));
    (glued || w.spells(w.before(at, 1), &["في", "فى"]))
        && noun.is_some_and(|noun| {
            w.get(noun).is_some_and(Item::is_unknown)
                && counted_noun(w, noun)
                && w.before(noun, 1).is_some_and(|i| i.is_number() || i.starts(Starts::NUMBER))
        })
}

/// Whether الأولي is "the initial" and no الأولى written without its dots: behind a noun that is no feminine and no plural by
/// its form, nor a time.
fn is_initial(w: &Window<'_>, at: usize, n: u8) -> bool {
    const FEMININES: [&str; 6] = ["الحرب", "الدار", "القدم", "الأرض", "العين", "اليد"];
    let written = || {
        w.get(at).is_some_and(|i| {
            let bare = w.bare(i);
            bare.as_str().ends_with("لأولي") || bare.as_str().ends_with("لاولي")
        })
    };
    let masculine = |i: &Item| {
        let bare = w.bare(i);
        let word = bare.as_str();
        let ending = ["ة", "ات", "اء", "ى"].iter().any(|end| word.ends_with(end));
        !i.starts(Starts::TIME)
            && is_definite(w, i)
            && !ending
            && !is_plural(word)
            && !FEMININES.contains(&word)
    };
    n == 1 && written() && w.before(at, 1).is_some_and(masculine)
}

/// What is said of parts of a second before من: جزء, جزأين, أقل, جزء من المئة من.
fn is_part_of_second(word: &str) -> bool {
    ["جزء", "جزأ", "جزئ", "أجزاء", "اجزاء", "أعشار"]
        .iter()
        .any(|part| word.strip_prefix('ب').unwrap_or(word).starts_with(part))
        || matches!(word, "أقل" | "أكثر" | "المئة" | "المائة" | "الألف" | "عشر" | "أعشار" | "بعشر")
}

/// `الأول بعد المئة` is 101, `الثاني بعد الألف والمئتين` 1202.
fn after_hundred(w: &Window<'_>, at: usize, value: u64) -> (u64, usize) {
    if !w.can(at, Starts::AFTER) {
        return (value, at);
    }
    let Some((mut base, r, mut next)) = round(w, at + 1) else { return (value, at) };
    if r.clitics.has(Clitics::WAW) || base < 100 {
        return (value, at);
    }
    if base >= 1000
        && let Some((more, r, behind)) = round(w, next)
        && r.clitics.has(Clitics::WAW)
        && (100..1000).contains(&more)
    {
        base += more;
        next = behind;
    }
    (value + base, next)
}

/// `الأحد عشر`, `الاثني عشر`: cardinals with the article that stand for ordinals where nothing is counted.
fn teens(w: &Window<'_>, at: usize) -> Option<Found<u64>> {
    const PLURALS: [&str; 7] = ["الأئمة", "الطلبة", "القضاة", "القادة", "السادة", "الإخوة", "الأساقفة"];
    let (n, r) = sense(w, at, |s, r| match s {
        Sense::A1 if r.clitics.has(Clitics::ARTICLE) => Some(11),
        Sense::P12 if r.clitics.has(Clitics::ARTICLE) => Some(12),
        _ => None,
    })?;
    let ten = reading(w, at + 1, |s, r| matches!(s, Sense::Ten) && r.clitics.is_none())?;
    // الأعضاء الأحد عشر and الأئمة الاثنا عشر are counted, المادة الاثني عشر is not.
    let many = w.before(at, 1).is_some_and(|i| {
        let bare = w.bare(i);
        is_definite(w, i) && (!bare.as_str().ends_with('ة') || PLURALS.contains(&bare.as_str()))
            // تلاميذه الاثني عشر
            || i.is_unknown() && (is_broken_owned(bare.as_str()) || is_sound_owned(bare.as_str()))
    });
    if many || counted_noun(w, at + 1 + ten.items) {
        return None;
    }
    let next = at + 2;
    let (start, end) = (r.start, end_of(w, next));
    Some(Found { start, end, next, value: n, certainty: Certainty::Likely, flags: Flags::NONE })
}

/// ال + tens, hundreds or a multiplier where nothing is counted: after a definite noun an ordinal
/// (`الذكرى الثلاثين`), alone a weak one; with what is added (`المئتين والخامس عشر`) (O3).
fn definite(w: &Window<'_>, at: usize) -> Option<Found<u64>> {
    let (mut value, reading, mut next) = round(w, at)?;
    let mut sure = if next > at + 1 { Certainty::Likely } else { Certainty::Weak };
    if value == 1000
        && let Some((more, r, behind)) = round(w, next)
        && r.clitics.has(Clitics::WAW)
        && (100..1000).contains(&more)
    {
        // الألف والمئة
        value += more;
        next = behind;
        sure = Certainty::Certain;
    } else if (100..1000).contains(&value)
        && let Some((more, behind)) = joined_ordinal(w, next)
    {
        value += more;
        next = behind;
        sure = Certainty::Certain;
    }
    if value < 100 {
        // العشرون بعد المئة
        let (more, behind) = after_hundred(w, next, value);
        if behind > next {
            (value, next, sure) = (more, behind, Certainty::Certain);
        }
    }
    // الذكرى الخمسين, عيده الخمسين
    // المادة (الأربعين)
    let enclosed = usize::from(w.is_enclosed(at, next));
    let noun = w.before(at, 1 + enclosed).is_some_and(|i| {
        let bare = w.bare(i);
        let word = bare.as_str();
        let owned =
            ends_in_pronoun(word) && !i.starts(Starts::TIME.with(Starts::NUMBER).with(Starts::ORDINAL));
        (is_definite(w, i) || owned) && word.chars().nth(3).is_some()
    });
    // الذكرى الخمسين لتأسيس: of what, not how many.
    let of = || w.get(next).is_some_and(|i| is_complement(w.bare(i).as_str(), &['ل']));
    let one = || w.before(at, 1 + enclosed).is_some_and(|i| is_numbered(w.bare(i).as_str()));
    let counts = counted_noun(w, next) && !(noun && (of() || value < 100 && one()));
    // المادتين التاسعة عشرة والعشرين
    let listed = w.follows(at, Starts::ORDINAL.with(Starts::TEN))
        && at
            .checked_sub(2)
            .is_some_and(|b| w.can(b, Starts::ORDINAL) || w.get(b).is_some_and(|i| is_definite(w, i)));
    if counts
        || reading.clitics.has(Clitics::WAW) && !listed
        || reading.clitics.has(Clitics::BEH | Clitics::KAF)
    {
        return None;
    }
    // تجاوز عددهم الخمسين: so many.
    if is_quantity(w, at) {
        return None;
    }
    // أجزائه الثلاثين, أجزاء القرآن الثلاثين
    let of_several = || w.before(at, 1).is_some_and(|i| counts_owned(w, at, i));
    // بلغ من العمر السبعين
    if of_several() || w.spells(w.before(at, 1), &["العمر"]) {
        return None;
    }
    // الأسئلة العشرون: there are twenty.
    // النواب المئة والعشرون
    if (next == at + 1 || value >= 100)
        && w.before(at, 1).is_some_and(|i| i.is_unknown() && is_plural(w.bare(i).as_str()))
    {
        return None;
    }
    let certainty = if (noun || listed) && value < 1000 { sure.max(Certainty::Likely) } else { sure };
    let (start, end) = (reading.start, end_of(w, next));
    Some(Found { start, end, next, value, certainty, flags: Flags::NONE })
}

/// Whether a word is a broken plural with its possessor, of a shape that no singular has: رسائله, أجزائه, تلاميذه, ركابها.
fn is_broken_owned(word: &str) -> bool {
    ["ها", "هم", "ه"].iter().filter_map(|owner| word.strip_suffix(owner)).any(|noun| {
        let mut letters = ['\0'; 7];
        let count = noun.chars().zip(&mut letters).map(|(c, place)| *place = c).count();
        let shape = match letters {
            // قصائد, تلاميذ
            [_, _, 'ا', 'ئ', last, '\0', _] | [_, _, 'ا', _, 'ي', last, '\0'] => {
                !matches!(last, '\0' | 'ة' | 'ي')
            }
            // أبواب, أجزائ
            ['أ', _, _, 'ا', last, '\0', _] => count == 5 && last != 'ة',
            _ => false,
        };
        shape || is_listed(List::Plural, noun)
    })
}

/// Whether a word may be a sound plural before its possessor: لاعبيه.
fn is_sound_owned(word: &str) -> bool {
    let stems = ["يها", "يهم", "يه"].iter().filter_map(|end| word.strip_suffix(end));
    stems.into_iter().any(|noun| noun.chars().nth(3).is_some())
}

/// Whether the noun right before the number at `at` is a plural with its possessor, and no singular that ordinals number:
/// أجزائه الثلاثين, أجزاء القرآن الثلاثين.
pub(super) fn counts_owned(w: &Window<'_>, at: usize, noun: &Item) -> bool {
    let bare = w.bare(noun);
    let word = bare.as_str();
    let parts = || w.spells(w.before(at, 2), &["أجزاء"]);
    noun.is_unknown() && !is_numbered(word) && (is_broken_owned(word) || is_definite(w, noun) && parts())
}

/// Whether a singular, with the article or its possessor, is what ordinals number: الدقيقة, يومها, عيده.
pub(super) fn is_numbered(word: &str) -> bool {
    let word = word.strip_prefix(['و', 'ب', 'ل', 'ف']).filter(|rest| rest.starts_with("ال")).unwrap_or(word);
    if let Some(stem) = word.strip_prefix("ال") {
        return is_listed(List::Numbered, stem);
    }
    let owned = |word: &str| {
        let stems = ["ها", "هم", "ه"].iter().filter_map(|owner| word.strip_suffix(owner));
        stems.into_iter().any(|stem| is_listed(List::Numbered, stem))
    };
    owned(word) || word.strip_prefix(['و', 'ب', 'ل', 'ف']).is_some_and(owned)
}

/// A round number with the article, in one word or as a unit and مئة.
fn round(w: &Window<'_>, at: usize) -> Option<(u64, Reading, usize)> {
    let article = |r: &Reading| r.items == 1 && r.clitics.has(Clitics::ARTICLE);
    if let Some((n, r)) = sense(w, at, |s, r| {
        if article(r) {
            match s {
                Sense::Tens(n) => Some(u64::from(*n)),
                Sense::Hundred => Some(100),
                Sense::Hundreds(n) => Some(u64::from(*n)),
                Sense::Mult(power, MultForm::Singular) => 10_u64.checked_pow(u32::from(*power)),
                _ => None,
            }
        } else {
            None
        }
    }) {
        return Some((n, r, at + 1));
    }
    let (n, r) = sense(w, at, |s, r| match s {
        Sense::Unit(n @ 3..=9) if article(r) => Some(u64::from(*n)),
        _ => None,
    })?;
    reading(w, at + 1, |s, r| matches!(s, Sense::Hundred) && r.clitics.is_none())?;
    Some((n * 100, r, at + 2))
}

/// `والسادس`, `والخامس عشر`, `والعشرين` behind hundreds.
fn joined_ordinal(w: &Window<'_>, at: usize) -> Option<(u64, usize)> {
    let joined = |r: &Reading| r.clitics.has(Clitics::WAW) && r.clitics.has(Clitics::ARTICLE);
    if let Some((tens, _)) = sense(w, at, |s, r| match s {
        Sense::Tens(n) if joined(r) => Some(u64::from(*n)),
        _ => None,
    }) {
        return Some((tens, at + 1));
    }
    let ((n, form), r) = ones(w, at)?;
    let found = ordinal(w, at).filter(|o| joined(&r) && o.value < 100)?;
    (form != OrdForm::CompoundOnly || found.value > u64::from(n)).then_some((found.value, found.next))
}
