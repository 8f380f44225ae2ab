//! Years one after the other, which tell of each other that they are years: 1990، 1995 و2001, أثينا 2004 وبكين 2008.

use core::cmp::Ordering;

use super::fields::plain;
use crate::class::CharClass;
use crate::item::{Item, ItemKind, Window};
use crate::number::{is_or, is_ours, is_waw};

/// Years one after the other, each later than the one before, or each earlier.
pub(super) struct Row {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) len: usize,
}

impl Row {
    /// Those around the year at `at`, at most two on each side; `next` finds the one that follows another, `order` is theirs.
    pub(super) fn around(
        w: &Window<'_>,
        at: usize,
        next: fn(&Window<'_>, usize) -> Option<usize>,
        order: Ordering,
    ) -> Self {
        /// Items from one year to the next, at most.
        const STEP: usize = 4;
        let value = |i: usize| plain(w, i).map(|(value, _)| value);
        let later = |&i: &usize| next(w, i).filter(|&n| value(i).cmp(&value(n)) == order);
        let earlier = |&i: &usize| {
            let found = |&b: &usize| is_ours(w, b) && later(&b) == Some(i);
            (2..=STEP).filter_map(|back| i.checked_sub(back)).find(found)
        };
        let ends = |step: &dyn Fn(&usize) -> Option<usize>| {
            let steps = core::iter::successors(Some(at), step).take(3);
            steps.fold((at, 0), |(_, len), place| (place, len + 1))
        };
        let ((first, before), (last, behind)) = (ends(&earlier), ends(&later));
        Self { first, last, len: before + behind - 1 }
    }
}

/// The year that a comma or و joins to the one at `at`: 1990، 1995 و2001.
pub(super) fn year_joined_to(w: &Window<'_>, at: usize) -> Option<usize> {
    let comma = at + 1 + usize::from(w.is_sign(at + 1, CharClass::Comma));
    let next = comma + usize::from(is_waw(w, comma));
    (next > at + 1 && is_ours(w, next)).then_some(next)
}

/// The year of the name that a comma or و joins to the year at `at`: أثينا 2004 وبكين 2008.
pub(super) fn year_of_next_name(w: &Window<'_>, at: usize) -> Option<usize> {
    let comma = w.is_sign(at + 1, CharClass::Comma);
    let name = at + 1 + usize::from(comma);
    let joined = comma || w.get(name).is_some_and(|i| w.text_of(i).starts_with('و'));
    let year = (1..=2).map(|words| name + words).find(|&year| is_ours(w, year))?;
    (joined && (name..year).all(|i| w.get(i).is_some_and(is_name))).then_some(year)
}

/// Whether a word that no rule knows may be a name: no و or other letter alone.
pub(super) fn is_name(item: &Item) -> bool {
    item.kind == ItemKind::Word && item.is_unknown() && item.span.len() > "بك".len()
}

/// The first of the years that و joins to the one at `at`: في 2010 و2014 و2018.
pub(super) fn first_of_list(w: &Window<'_>, at: usize) -> usize {
    /// So many years that what leads the list is kept wherever the window was cut.
    const YEARS: usize = 13;
    let before = |&at: &usize| {
        let joined = at.checked_sub(1).is_some_and(|b| is_waw(w, b) || is_or(w, b));
        at.checked_sub(2).filter(|_| joined && is_year_before(w, at, 2))
    };
    core::iter::successors(Some(at), before).take(YEARS + 1).last().unwrap_or(at)
}

/// Whether a year of four digits stands so many items before.
pub(super) fn is_year_before(w: &Window<'_>, at: usize, back: usize) -> bool {
    at.checked_sub(back)
        .and_then(|b| plain(w, b))
        .is_some_and(|(year, len)| len == 4 && (1900..=2100).contains(&year))
}
