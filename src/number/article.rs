//! What ال before digits makes of them: which one it is, الدورة الـ42, or how many they are, المتهمين الـ37
//! (A.6).

use super::ordinal::is_numbered;
use super::value::Exact;
use super::{
    counted_noun, ends_in_pronoun, follows_bound, is_complement, is_counted, is_definite, is_letters,
};
use crate::item::{Item, ItemKind, Starts, Window};
use crate::lexicon::{List, behind_proclitics, is_listed, is_listed_behind};

/// ال + digits after a definite noun and before none is an ordinal (A.6).
pub(super) fn ordinal_by_place(w: &Window<'_>, at: usize, next: usize, value: Exact) -> Option<u64> {
    // الجولتان الـ7 والـ8: the second of them is of the same noun.
    // المرتبة الـ34 عربيا والـ5 خليجيا
    let ranked = usize::from(w.before(at, 2).is_some_and(|i| is_adverb_of_rank(w.bare(i).as_str())));
    let second = at.checked_sub(1).is_some_and(|b| is_joined_article(w, b))
        && w.before(at, 2 + ranked).is_some_and(Item::is_number)
        && w.before(at, 4 + ranked).is_some_and(|i| is_definite(w, i));
    let noun = w.before(at, if second { 4 + ranked } else { 2 }).filter(|i| i.kind == ItemKind::Word)?;
    // في دورتها الـ78: definite by its pronoun.
    let bare = w.bare(noun);
    let word = bare.as_str();
    let owned = ends_in_pronoun(word) || word.ends_with("نا");
    let long = word.chars().nth(4).is_some() || word.chars().nth(3).is_some() && noun.is_unknown();
    // واللقب هو الـ18 في مسيرته
    let pronoun = w.spells_behind(noun, &["هو", "هي", "أنه", "أنها", "إنه", "إنها"])
        // كانت الـ31 عالميا, أصبح الـ14 في الترتيب, حلت مصر الـ40
        || is_rank(w, at, next);
    // الأسباب هي الـ5 التالية: so many of them.
    let pronoun = pronoun && !w.get(next).is_some_and(|i| w.bare(i).as_str().starts_with("ال"));
    let definite = is_definite(w, noun) || owned && long || pronoun;
    // الدور الـ16: the round of sixteen.
    let round = word.ends_with("الدور") || word.ends_with("للدور");
    let of_teams = value.to_integer().is_some_and(|n| matches!(n, 4 | 8 | 16 | 32 | 64));
    let pair = is_dual(word) && (second || is_joined_article(w, next));
    if !pair && (is_owned_plural(word) || is_plural(word) || is_of_several(w, at) || round && of_teams) {
        return None;
    }
    // الدورة الـ42 لمعرض الكتاب: of what, not how many; but of القتلى الـ30 بينهم there are thirty.
    let joined = w.get(next).is_some_and(|i| is_complement(w.bare(i).as_str(), &['ل', 'ب']));
    // الدورة الـ42 شهدت, لليوم الـ227 ارتفع, في عامه الـ90 رحل
    let singular = || {
        let head = noun.starts(Starts::TIME) || is_numbered(word) || is_listed_behind(List::Series, word);
        head || ["ه", "ها", "هم"]
            .iter()
            .filter_map(|owner| word.strip_suffix(owner))
            .any(|noun| behind_proclitics(noun, is_series_stem))
    };
    // أيام الأسبوع الـ7, أندية الدوري الـ18: so many parts of one.
    let parts = || w.in_list_behind(w.before(at, 3), List::PartPlural);
    let one_of_many =
        (word.ends_with('ة') || singular() && !is_few(w, at) && !parts()) && !is_counted(w, next);
    let day = w.can(next, Starts::DAY_WORD.with(Starts::WEEKDAY));
    // المرتبة الـ34 عالميا
    let adverb = w.get(next).is_some_and(|i| is_adverb_of_rank(w.bare(i).as_str()));
    let follows = counted_noun(w, next) && !joined && !one_of_many && !day && !adverb;
    (definite && !follows).then_some(u64::try_from(value.to_integer()?).ok()?)
}

/// Whether ال and the digits at `at` are the rank that somebody has or takes: كانت الـ31 عالميا, حلت مصر الـ40.
fn is_rank(w: &Window<'_>, at: usize, next: usize) -> bool {
    const BEING: [&str; 8] = ["كان", "كانت", "أصبح", "أصبحت", "صار", "صارت", "بات", "باتت"];
    const COMING: [&str; 5] = ["حل", "حلت", "حلوا", "جاء", "جاءت"];
    const TABLES: [&str; 4] = ["ترتيب", "تصنيف", "العالم", "العالمي"];
    // No names: مجموعة الـ77, وفد الـ20
    const SEVERAL: [&str; 5] = ["مجموعة", "وفد", "قمة", "دول", "لجنة"];
    let adverb = || w.in_list(w.get(next), List::RankedIn);
    let in_table =
        || w.spells(w.get(next), &["في", "على", "بين", "ضمن"]) && w.spells_behind(w.get(next + 1), &TABLES);
    let verb = w.before(at, 2);
    let by_verb = || w.spells_behind(verb, &BEING) || w.spells_behind(verb, &COMING);
    // حلت مصر الـ40
    let by_name = || {
        verb.is_some_and(Item::is_unknown)
            && !w.spells_behind(verb, &SEVERAL)
            && w.spells_behind(w.before(at, 3), &COMING)
            && (adverb() || !counted_noun(w, next) && w.spells_behind(w.before(at, 3), &["حل", "حلت"]))
    };
    by_verb() && (adverb() || in_table()) || by_name()
}

/// Whether a singular that ordinals number, as it stands before its possessor: دورت, عام, مهرجان.
fn is_series_stem(noun: &str) -> bool {
    let written = noun.strip_suffix('ت');
    is_listed(List::Series, noun)
        || matches!(noun, "عام" | "يوم" | "شهر" | "ميلاد" | "فوز" | "تعادل" | "انتصار")
        || written.is_some_and(|stem| {
            ["جول", "دور", "نسخ", "طبع", "مرحل", "حلق", "جلس", "بطول", "سن", "قم", "مبارا", "خسار", "هزيم"]
                .contains(&stem)
        })
}

/// Whether a word says among whom or how one is placed, and is no noun that is counted: عالميا, عربيا, تواليا.
fn is_adverb_of_rank(word: &str) -> bool {
    let letters = word.chars().count();
    let often = ["يوميا", "شهريا", "سنويا", "أسبوعيا", "تقريبيا"].contains(&word);
    letters >= 5 && word.ends_with("يا") && !often || ["مؤقتا", "تباعا", "إجمالا"].contains(&word)
}

/// Whether وال and digits stand at `at`, the second of a pair: الجولتان الـ7 والـ8.
pub(crate) fn is_joined_article(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| is_letters(w.text_of(i), "وال")) && w.get(at + 1).is_some_and(Item::is_number)
}

/// Whether a word with the article is a dual: الجولتان, الأسرتين; of the masculine only what is numbered, for المعتقلين is a
/// plural.
fn is_dual(word: &str) -> bool {
    const OTHERS: [&str; 8] =
        ["القرنين", "القرنان", "المركزين", "المركزان", "الأسبوعين", "الموسمين", "الدورين", "الهدفين"];
    word.starts_with("ال") && ["تان", "تين"].iter().any(|end| word.ends_with(end)) || OTHERS.contains(&word)
}

/// Whether what stands before ال and its digits says how much and not which: لا يتجاوز الـ13, تحت سن الـ18, فوق الـ60; or
/// they say how many the plural before them are: المتهمين الـ37.
pub(super) fn is_amount(w: &Window<'_>, at: usize) -> bool {
    if is_few(w, at) || is_age(w, at + 1) {
        return true;
    }
    let Some(before) = at.checked_sub(2) else { return false };
    is_of_several(w, at)
        || follows_bound(w, at - 1)
        || leads_to_amount(w, before)
        || w.get(before).is_some_and(|i| {
            let bare = w.bare(i);
            is_plural(bare.as_str()) || is_owned_plural(bare.as_str())
        })
}

/// Whether an age, a weight or a limit is told by the definite number behind the word at `at`: يناهز الستين, سن الـ18, حاجز
/// المليون.
pub(super) fn leads_to_amount(w: &Window<'_>, at: usize) -> bool {
    // اقترب من الخمسين, نيف على الثمانين, على رأس الأربعين, قارب السبعين; but قارب الثلاثة is a boat of three.
    let near = |item| w.in_list_behind(item, List::Nearing);
    let by_preposition = || w.spells(w.get(at), &["من", "على"]) && near(w.before(at, 1));
    let head = || w.spells(w.get(at), &["رأس"]) && w.spells(w.before(at, 1), &["على"]);
    let verb = || w.in_list(w.get(at), List::Approaching);
    // توفي وهو في الثلاثين
    let age = || w.spells(w.get(at), &["في", "فى"]) && w.spells_behind(w.before(at, 1), &["هو", "هي"]);
    let hundred = || w.spells(w.get(at + 1), &["المئة", "المائة"]);
    w.can(at + 1, Starts::TENS) && (verb() || by_preposition() || head() || age())
        || hundred() && verb()
        || w.in_list(w.get(at), List::Reaching)
}

/// Whether من عمره or its like stands at `at`.
pub(super) fn is_age(w: &Window<'_>, at: usize) -> bool {
    w.can(at, Starts::FROM) && w.in_list(w.get(at + 1), List::Age)
}

/// Whether three to ten of an indefinite plural are counted at `at`: الـ3 أنواع.
fn is_few(w: &Window<'_>, at: usize) -> bool {
    let few = matches!(w.get(at).map(|i| i.kind), Some(ItemKind::Number(d)) if d.plain && (3..=10).contains(&d.value));
    few && w.get(at + 1).is_some_and(|i| {
        let bare = w.bare(i);
        i.is_unknown() && is_indefinite_plural(bare.as_str())
    })
}

/// Whether a plural and its genitive stand before ال and the digits at `at`: قطاعات السوق الـ15, but not مباريات الجولة
/// الـ13, which is one of many.
fn is_of_several(w: &Window<'_>, at: usize) -> bool {
    if w.in_list_behind(w.before(at, 2), List::Series) {
        return false;
    }
    // أهداف الفريق الـ14, but not أعمال الدورة
    let broken = |i: &Item| w.spells(i, &["أهداف", "نقاط", "مقاعد", "أسئلة", "أفراد", "أجزاء"]);
    w.before(at, 3).is_some_and(|i| is_several(w, i) || broken(i))
}

/// Whether an unknown word is a plural in ات: قطاعات.
pub(super) fn is_several(w: &Window<'_>, item: &Item) -> bool {
    let bare = w.bare(item);
    item.is_unknown() && bare.as_str().ends_with("ات") && bare.as_str().chars().nth(4).is_some()
}

/// Whether a word with the article is a plural by its shape: المتهمين, الشركات, الدوائر, الأعضاء, الأندية, البنوك; or one of
/// those that no shape tells from a singular.
pub(super) fn is_plural(word: &str) -> bool {
    let behind = word.strip_prefix(['و', 'ب', 'ل', 'ف', 'ك']).unwrap_or(word);
    let stem =
        word.strip_prefix("ال").or_else(|| behind.strip_prefix("ال")).or_else(|| word.strip_prefix("لل"));
    let Some(stem) = stem else { return false };
    is_indefinite_plural(stem)
}

/// Whether a word is a plural with its possessor: مدنها, أعضائها, أبنائه.
fn is_owned_plural(word: &str) -> bool {
    ["ها", "هم", "ه", "نا"].iter().filter_map(|owner| word.strip_suffix(owner)).any(|noun| {
        // موظفوها, موظفينا
        let sound = noun.strip_suffix(['و', 'ي']).is_some_and(|noun| noun.chars().nth(3).is_some());
        if sound {
            return true;
        }
        let seat = noun.strip_suffix(['ئ', 'ؤ']).is_some_and(|noun| noun.ends_with('ا'));
        noun.chars().nth(3).is_some() && (seat || is_plural_stem(noun)) || noun == "مدن"
    })
}

/// The same of a word without the article.
pub(super) fn is_indefinite_plural(word: &str) -> bool {
    is_plural_stem(word) || is_listed(List::Plural, word)
}

/// The same by its shape alone.
pub(super) fn is_plural_stem(stem: &str) -> bool {
    let mut letters = ['\0'; 6];
    let count = stem.chars().zip(&mut letters).map(|(c, place)| *place = c).count();
    let sound = count > 4 && ["ون", "ين", "ات"].iter().any(|end| stem.ends_with(end));
    let broken = match letters {
        // فعول, أفعال, أفعلة
        [_, _, 'و', last, '\0', _] => last != '\0',
        ['أ', _, _, 'ا', _, '\0'] | ['أ', _, _, _, 'ة', '\0'] => true,
        // فعائل and its like, but not the participle مساعد.
        [first, _, 'ا', _, last, '\0'] => last != '\0' && last != 'ة' && first != 'م',
        // فعاليل
        [_, _, 'ا', _, 'ي', last] => last != '\0' && last != 'ة',
        _ => false,
    };
    sound || broken
}
