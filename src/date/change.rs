//! Amounts that change, before which no year stands: ارتفع عدد القتلى إلى 1653, تراجع العدد من 2050 إلى 1980.

use super::fields::plain;
use crate::class::CharClass;
use crate::item::{Item, ItemKind, Starts, Window};
use crate::lexicon::{List, behind_proclitics, is_listed_with};

/// Whether a verb or noun of change stands before إلى in the same line: ارتفع عدد القتلى إلى, ليصل إلى, انخفاض المؤشر إلى.
pub(super) fn follows_change(w: &Window<'_>, at: usize) -> bool {
    const OWNED: [&str; 5] = ["", "ت", "ه", "ها", "وا"];
    const REACH: usize = 8;
    // Another sentence, or what is said of a noun between: وصل زوار المتحف الذي يعود إلى 1907.
    let ends = |i: &Item| {
        matches!(i.kind, ItemKind::Sign(CharClass::FullStop | CharClass::Question))
            || matches!(
                w.bare(i).as_str(),
                "الذي" | "التي" | "يعود" | "تعود" | "يرجع" | "ترجع" | "عاد" | "عادت"
            )
    };
    let Some(to) = at.checked_sub(1) else { return false };
    w.recent(to, REACH).map_while(|i| w.get(i).filter(|i| !ends(i))).any(|i| {
        let listed = |word: &str| is_listed_with(List::Change, word, &OWNED);
        // سيرتفع, وسيصل
        behind_proclitics(w.bare(i).as_str(), |word| {
            listed(word) || word.strip_prefix('س').is_some_and(listed)
        })
    })
}

/// Whether the amount at `at` changes to a smaller one: تراجع العدد من 2050 إلى 1980, no years told backwards.
pub(super) fn falls_from(w: &Window<'_>, at: usize) -> bool {
    let amount = |i: usize| plain(w, i).map(|(value, _)| value);
    let (from, to) = (amount(at), amount(at + 2));
    to.is_some() && from > to && w.can(at + 1, Starts::TO) && follows_change(w, at)
}
