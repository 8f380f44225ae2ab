//! What ال before digits makes of them: which one it is, الدورة الـ42, or how many they are, المتهمين الـ37
//! (`numbers-and-dates`, A.6).

use super::value::Exact;
use super::{counted_noun, ends_in_pronoun, follows_bound, is_complement, is_counted, is_definite};
use crate::item::{ItemKind, Window};

/// ال + digits after a definite noun and before none is an ordinal (A.6).
pub(super) fn ordinal_by_place(w: &Window<'_>, at: usize, next: usize, value: Exact) -> Option<u64> {
    let noun = w.before(at, 2).filter(|i| i.kind == ItemKind::Word)?;
    // في دورتها الـ78: definite by its pronoun.
    let bare = w.bare(noun);
    let word = bare.as_str();
    let owned = ends_in_pronoun(word) || word.ends_with("نا");
    let long = word.chars().nth(4).is_some() || word.chars().nth(3).is_some() && noun.is_unknown();
    let definite = is_definite(w, noun) || owned && long;
    if is_plural(word) || is_of_several(w, at) {
        return None;
    }
    // الدورة الـ42 لمعرض الكتاب: of what, not how many; but of القتلى الـ30 بينهم there are thirty.
    let one = word.ends_with('ة') || word.ends_with("ذكرى");
    let prepositions: &[char] = if one { &['ل', 'ب'] } else { &['ل'] };
    let joined = w.get(next).is_some_and(|i| is_complement(w.bare(i).as_str(), prepositions));
    // الدورة الـ42 شهدت
    let one_of_many = word.ends_with('ة') && !is_counted(w, next);
    let follows = counted_noun(w, next) && !joined && !one_of_many;
    (definite && !follows).then_some(u64::try_from(value.to_integer()?).ok()?)
}

/// Whether what stands before ال and its digits says how much and not which: لا يتجاوز الـ13, تحت سن الـ18, فوق الـ60; or
/// they say how many the plural before them are: المتهمين الـ37.
pub(super) fn is_amount(w: &Window<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(2) else { return false };
    is_of_several(w, at)
        || follows_bound(w, at - 1)
        || w.get(before).is_some_and(|i| {
            let bare = w.bare(i);
            matches!(
                bare.as_str(),
                "سن" | "السن"
                    | "فوق"
                    | "تحت"
                    | "دون"
                    | "تجاوز"
                    | "يتجاوز"
                    | "تتجاوز"
                    | "بلغ"
                    | "عمر"
            ) || is_plural(bare.as_str())
        })
}

/// Whether a plural and its genitive stand before ال and the digits at `at`: قطاعات السوق الـ15.
fn is_of_several(w: &Window<'_>, at: usize) -> bool {
    w.before(at, 3).is_some_and(|i| {
        let bare = w.bare(i);
        i.is_unknown() && bare.as_str().ends_with("ات") && bare.as_str().chars().nth(4).is_some()
    })
}

/// Whether a word with the article is a plural by its shape: المتهمين, الشركات, الدوائر, الأعضاء, الأندية, البنوك; or one of
/// those that no shape tells from a singular.
fn is_plural(word: &str) -> bool {
    const OTHERS: [&str; 24] = [
        "الدول",
        "الفرق",
        "المدن",
        "الطلاب",
        "القتلى",
        "الجرحى",
        "الأسرى",
        "المرضى",
        "النقاط",
        "الكتب",
        "الغرف",
        "العمال",
        "الركاب",
        "القضاة",
        "الرجال",
        "السفن",
        "النواب",
        "المراكز",
        "المدارس",
        "المناطق",
        "المصانع",
        "المقاعد",
        "المواقع",
        "المنازل",
    ];
    let behind = word.strip_prefix(['و', 'ب', 'ل', 'ف', 'ك']).unwrap_or(word);
    let Some(stem) = word.strip_prefix("ال").or_else(|| behind.strip_prefix("ال")) else { return false };
    let mut letters = ['\0'; 6];
    let count = stem.chars().zip(&mut letters).map(|(c, place)| *place = c).count();
    let sound = count > 4 && ["ون", "ين", "ات"].iter().any(|end| stem.ends_with(end));
    let broken = match letters {
        // فعول, أفعال, أفعلة
        [_, _, 'و', _, '\0', _] | ['أ', _, _, 'ا', _, '\0'] | ['أ', _, _, _, 'ة', '\0'] => true,
        // فعائل and its like, but not the participle مساعد.
        [first, _, 'ا', _, last, '\0'] => last != '\0' && last != 'ة' && first != 'م',
        // فعاليل
        [_, _, 'ا', _, 'ي', last] => last != '\0' && last != 'ة',
        _ => false,
    };
    sound || broken || OTHERS.contains(&word) || OTHERS.contains(&behind)
}
