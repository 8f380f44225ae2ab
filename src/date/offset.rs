//! So long before or after now: `قبل 5 سنوات`, `بعد أسبوع`, `منذ عام` (C.9); but not from something
//! else than now: `بعد عام على رحيله`.

use super::Candidate;
use super::duration::duration;
use super::fields::{is_first_or_last, is_from, noun, singular};
use super::value::Date;
use crate::certainty::Certainty;
use crate::class::CharClass;
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{List, NounForm, Sense, Unit};
use crate::number::{is_definite, is_or, reading, sense};

/// `قبل 5 سنوات`, `بعد أسبوعين`, `منذ ثلاثة أيام`.
pub(super) fn offset(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let (before, r) = sense(w, at, |s, r| match s {
        _ if r.items > 1 || r.clitics.has(Clitics::ARTICLE) => None,
        Sense::Before | Sense::Since => Some(true),
        Sense::After | Sense::Within => Some(false),
        _ => None,
    })
    .or_else(|| {
        // في غضون أسبوع: the one phrase among them.
        let within = |s: &Sense, r: &Reading| (matches!(s, Sense::Within) && r.items == 2).then_some(false);
        sense(w, at, within)
    })?;
    // على بعد ساعتين بالسيارة: so far off.
    if is_distance(w, at) {
        return None;
    }
    let head = r.items;
    // قبل نحو 20 عاما: the bound stays outside the value.
    let bound =
        reading(w, at + head, |s, r| matches!(s, Sense::Approx | Sense::Bound(_)) && r.clitics.is_none());
    let first = at + head + bound.map_or(0, |r| r.items);
    // قبل (5) أيام
    let bracket = usize::from(w.is_sign(first, CharClass::Opener) && w.is_sign(first + 2, CharClass::Closer));
    let first = first + bracket;
    let d = duration(w, first, true)?;
    // A unit without a number is one unit only where nothing else says which: بعد عام 2020 and قبل
    // شهر رمضان name theirs.
    let alone = d.next == first + 1 && noun(w, first).is_some_and(|(_, form, _)| form == NounForm::Singular);
    // منذ عام على الأقل, منذ سنة بالقاهرة, منذ عام لأول مرة say nothing of it.
    let after = w.can(at, Starts::AFTER);
    let apart = |i: &Item| {
        let bare = w.bare(i);
        bare.as_str() == "على"
            // قبل سنة وللحين
            || bare.as_str().starts_with('و')
            || !after && ["بال", "لل", "لأول"].iter().any(|start| bare.as_str().starts_with(start))
    };
    let named = |i: &Item| (i.starts(Starts::WHICH) || is_definite(w, i)) && !apart(i);
    if alone && w.get(d.next).is_some_and(named) {
        return None;
    }
    // يوما بعد يوم is said of no time.
    let unit = |at: usize| noun(w, at).map(|(unit, ..)| unit);
    if alone && at.checked_sub(1).is_some_and(|b| unit(b) == unit(first)) {
        return None;
    }
    // بعد ثلاثة أيام من الحادث counts from something else, من الآن from now.
    let mut next = d.next;
    // قبل أسبوعين إلى ثلاثة أسابيع من الولادة
    if (w.can(next, Starts::TO) || is_or(w, next))
        && let Some(longer) = duration(w, next + 1, true)
        && is_from(w, longer.next)
    {
        return None;
    }
    // قبل أربعة أيام فقط من المباراة
    // خلال خمسة أيام عمل من تاريخ الفاتورة
    if w.spells(w.get(next), &["فقط", "تقريبا", "عمل"]) {
        let elsewhere =
            counts_from_event(w, at, next + 1) || is_from(w, next + 1) && !w.can(next + 2, Starts::NOW);
        if elsewhere {
            return None;
        }
    }
    // خلال 12 شهرا تنتهي في 30 يونيو, but not بعد أسبوع تبدأ الدراسة.
    let bounded = |i: &Item| {
        let verb = w.spells(i, &["تنتهي", "انتهت", "ينتهي", "انتهى", "تبدأ", "بدأت"]);
        let day =
            Starts::DIGITS.with(Starts::MONTH).with(Starts::WEEKDAY).with(Starts::ORDINAL).with(Starts::TIME);
        let limit = |i: &Item| w.spells(i, &["من", "اعتبارا"]);
        verb && (w.get(next + 1).is_some_and(limit)
            || w.can(next + 1, Starts::DIGITS)
            || w.can(next + 1, Starts::PREP) && w.can(next + 2, day))
    };
    let told = |i: &Item| {
        matches!(
            w.bare(i).as_str(),
            "المنتهية"
                | "المنتهي"
                | "قضاها"
                | "قضاهما"
                | "قضتها"
                | "قضوها"
                | "أمضاها"
                | "أمضتها"
                | "عاشها"
                | "دامت"
                | "استمرت"
                | "زواج"
                | "خدمة"
        )
    };
    let counted = w.get(first).is_some_and(|i| is_definite(w, i));
    if w.get(next).is_some_and(|i| told(i) || bounded(i))
        || counts_from_event(w, at, next)
        || counted && is_first_or_last(w, next)
    {
        return None;
    }
    // ومن المقرر begins anew; منذ سنتين من صداع counts from now, whatever follows, and من قبل مسلحين says by whom.
    let since = w.can(at, Starts::SINCE);
    let by_whom = || w.spells(w.get(next + 1), &["قبل", "طرف", "جانب", "جديد", "دون", "أجل"]);
    if reading(w, next, |s, r| matches!(s, Sense::From) && !r.clitics.has(Clitics::WAW)).is_some()
        && !by_whom()
    {
        let today = || singular(w, next + 1, Unit::Day).is_some_and(|r| r.clitics.has(Clitics::ARTICLE));
        let now = w.can(next + 1, Starts::NOW) || today();
        (since || now).then_some(())?;
        next += 2 * usize::from(now);
    }
    let date = Date::Offset { before, duration: d.value, throughout: w.can(at, Starts::WITHIN) };
    Some(Candidate::unflagged(w, r.start, next, date, Certainty::Certain))
}

/// Whether بعد at `at` is a distance: تقع على بعد ساعة من العاصمة.
pub(super) fn is_distance(w: &Window<'_>, at: usize) -> bool {
    w.can(at, Starts::AFTER) && w.spells_behind(w.before(at, 1), &["على"])
}

/// Whether what begins at `at` with a length up to `next` counts from what على names: بعد عام على رحيله. Only بعد does, not
/// before a phrase (بعد يومين على متن سفينة), and not behind a verb that asks for على itself: حصل بعد سنتين على الدكتوراه.
fn counts_from_event(w: &Window<'_>, at: usize, next: usize) -> bool {
    const VERBS: [&str; 16] = [
        "حصل",
        "عثر",
        "فاز",
        "وافق",
        "اتفق",
        "صادق",
        "أقدم",
        "تعاقد",
        "تغلب",
        "سيطر",
        "استولى",
        "استولت",
        "أشرف",
        "اعتدى",
        "اطلع",
        "تعرف",
    ];
    const ENDINGS: [&str; 6] = ["", "ت", "وا", "ا", "تا", "نا"];
    const REACH: usize = 3;
    let text = |at: usize, word: &str| w.spells(w.get(at), &[word]);
    // Behind و or ف, س and the letter of an imperfect: ويحصل, ستفوز.
    let is_verb = |word: &str| {
        VERBS.iter().any(|verb| word.strip_prefix(verb).is_some_and(|ending| ENDINGS.contains(&ending)))
    };
    let asks = |i: usize| {
        w.get(i).filter(|i| i.kind == ItemKind::Word).is_some_and(|i| {
            let bare = w.bare(i);
            let word = bare.as_str();
            let joined = word.strip_prefix(['و', 'ف']).unwrap_or(word);
            let future = joined.strip_prefix('س').unwrap_or(joined);
            let stem = future.strip_prefix(['ي', 'ت', 'ن']).unwrap_or(future);
            [word, joined, stem].into_iter().any(is_verb)
        })
    };
    // عثر على جثته بعد أسبوعين على اختفائه: the verb has its own.
    let served = || w.recent(at, REACH).any(|i| text(i, "على") || text(i, "عليه") || text(i, "عليها"));
    if !text(next, "على") {
        return false;
    }
    // قبل ثلاثة أيام على الأقل من موعد السفر
    let least = ["الأقل", "الاقل", "الأكثر", "الاكثر"].iter().any(|least| text(next + 1, least));
    least && is_from(w, next + 2)
        || w.can(at, Starts::AFTER)
            && !w.in_list(w.get(next + 1), List::AlaPhrase)
            && (served() || !w.recent(at, REACH).any(asks))
}
