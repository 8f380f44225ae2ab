//! Years that references and short lives name: of a book behind its house or its author, of a work in brackets, of where
//! somebody was born and died (C.6).

use super::fields::{ends, plain};
use super::year_rows::is_name;
use crate::class::CharClass;
use crate::item::{Item, ItemKind, Starts, Window};
use crate::lexicon::{List, is_listed_behind};
use crate::number::{counted_noun, is_ours};

/// Whether it is the year of the work, the event or the study before it: فيلم «الأرض» (1970), معركة ميسلون (1920); or
/// stands in a reference before its page: القاهرة، 1980، ص 45.
pub(super) fn is_of_title(w: &Window<'_>, at: usize) -> bool {
    if !is_ours(w, at) {
        return false;
    }
    // الرقم المجاني (1910), عدد المشاركين (2015), رواه مسلم (1907): no titles.
    let amount = |i: &Item| {
        let bare = w.bare(i);
        is_listed_behind(List::Amount, bare.as_str()) || is_listed_behind(List::Collector, bare.as_str())
    };
    let title = |i: &Item| match i.kind {
        ItemKind::Word => {
            let bare = w.bare(i);
            let word = bare.as_str();
            i.is_unknown() && word.chars().nth(2).is_some() && !amount(i) && !word.ends_with('ا')
        }
        ItemKind::Sign(class) => matches!(class, CharClass::Quote | CharClass::Closer),
        _ => false,
    };
    if !w.before(at, 2).is_some_and(title) || w.before(at, 3).is_some_and(amount) {
        return false;
    }
    if w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Opener)) {
        let measures = |i: &Item| w.readings(i).any(|r| r.senses().iter().any(|s| s.measures()));
        let counted = ends_in_alef(w, at + 2) && counted_noun(w, at + 2);
        return w.is_sign(at + 1, CharClass::Closer)
            && !w.get(at + 2).is_some_and(|i| i.kind == ItemKind::Word && measures(i))
            && !counted;
    }
    // (بيروت، 1998)
    let place = || {
        w.before(at, 2).is_some_and(is_name)
            && (3..=5).any(|back| at.checked_sub(back).is_some_and(|b| w.is_sign(b, CharClass::Opener)))
    };
    if w.is_sign(at - 1, CharClass::Comma) && w.is_sign(at + 1, CharClass::Closer) && place() {
        return true;
    }
    let page = |i: &Item| w.spells(i, &["ص", "ط", "ج", "مج", "صص"]);
    w.is_sign(at - 1, CharClass::Comma)
        && w.is_sign(at + 1, CharClass::Comma)
        && w.get(at + 2).is_some_and(page)
        && plain(w, at + 3).is_some()
}

/// At the end of what somebody has studied, and where: بكالوريوس هندسة، جامعة القاهرة 1985.
pub(super) fn is_of_degree(w: &Window<'_>, at: usize, next: usize) -> bool {
    const REACH: usize = 8;
    let degree = |i: &Item| w.in_list(i, List::Degree);
    let place = |i: &Item| is_name(i) || i.kind == ItemKind::Sign(CharClass::Comma);
    let joined = |i: &Item| i.kind == ItemKind::Word && w.text_of(i).starts_with('و');
    (ends(w, next) || w.get(next).is_some_and(joined))
        && w.before(at, 1).is_some_and(place)
        && w.recent(at, REACH).filter_map(|i| w.get(i)).any(degree)
}

/// Behind the place, the house or the edition of a book, where what is said ends: بيروت: دار الفكر، 1990.
pub(super) fn is_of_imprint(w: &Window<'_>, at: usize, next: usize) -> bool {
    const REACH: usize = 8;
    // ص 45-67، 2020
    let page = |i: usize| w.spells(w.get(i), &["ص", "صص"]) && plain(w, i + 1).is_some();
    // العدد الأول، 2015
    let issue = |i: usize| {
        let number = Starts::DIGITS.with(Starts::ORDINAL);
        let periodical =
            || w.recent(i, REACH).any(|i| w.spells_behind(w.get(i), &["مجلة", "مجلد", "دورية", "حولية"]));
        w.spells(w.get(i), &["العدد", "المجلد"])
            && w.can(i + 1, number)
            && (periodical() || w.spells(w.get(next + 1), &["ص", "صص"]))
    };
    let imprint = |i: usize| w.in_list(w.get(i), List::Imprint) || page(i) || issue(i);
    plain(w, at).is_some_and(|(year, len)| len == 4 && (1800..=2050).contains(&year))
        && w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Comma))
        && ends(w, next)
        && w.recent(at, REACH).any(imprint)
}

/// In a reference behind the author, before the page: (الجابري، 1991: 45), (علي وأحمد، 2010، ص 22).
pub(super) fn is_of_author(w: &Window<'_>, at: usize) -> bool {
    const WORDS: usize = 4;
    let page = |i: usize| {
        let letter = usize::from(w.spells(w.get(i), &["ص", "صص", "ج"]));
        let number = i + letter;
        plain(w, number).is_some()
            && (w.is_sign(number + 1, CharClass::Closer) || w.is_sign(number + 1, CharClass::Dash))
    };
    let sign = |class| w.is_sign(at + 1, class);
    is_ours(w, at)
        && w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Comma))
        && (sign(CharClass::Colon) || sign(CharClass::Comma))
        && page(at + 2)
        && (2..=WORDS + 1).find(|&back| !w.before(at, back).is_some_and(is_name)).is_some_and(|back| {
            back > 2 && at.checked_sub(back).is_some_and(|b| w.is_sign(b, CharClass::Opener))
        })
}

/// Of a life, with where it began and ended: (دمشق 1923 - لندن 1998).
pub(super) fn is_of_life(w: &Window<'_>, at: usize) -> bool {
    let year = |i: usize| plain(w, i).is_some_and(|(year, len)| len == 4 && (1000..=2050).contains(&year));
    let place = |i: usize| w.get(i).is_some_and(is_name) && year(i + 1);
    // (ذكور 1200 - إناث 1300)
    let age = |first: usize| {
        let (born, died) = (plain(w, first + 2), plain(w, first + 5));
        born.zip(died).is_some_and(|((born, _), (died, _))| {
            (15..=110).contains(&died.saturating_sub(born)) && (born % 100 != 0 || died % 100 != 0)
        })
    };
    let life = |first: usize| {
        w.is_sign(first, CharClass::Opener)
            && place(first + 1)
            && w.is_sign(first + 3, CharClass::Dash)
            && place(first + 4)
            && w.is_sign(first + 6, CharClass::Closer)
            && age(first)
    };
    [2, 5].iter().filter_map(|&back| at.checked_sub(back)).any(life)
}

/// © 2024
pub(super) fn is_of_rights(w: &Window<'_>, at: usize) -> bool {
    is_ours(w, at) && w.before(at, 1).is_some_and(|i| w.text_of(i) == "\u{A9}")
}

/// Whether an accusative stands at `at`, as far as its last letter tells.
pub(super) fn ends_in_alef(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| w.bare(i).as_str().ends_with('ا'))
}
