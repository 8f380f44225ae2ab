//! What goes on behind an item, looked at once, so that most rules are not asked about most numbers. Knows what joins the
//! words of a number or a date, not what they say.

use super::{AHEAD, Item, ItemKind, Starts, Window};
use crate::class::CharClass;

impl Window<'_> {
    /// Whether the item is a word with which neither grammar goes on: without a sense, and known to no rule by its letters, or
    /// only something that is counted.
    pub(crate) fn is_only_a_word(&self, at: usize) -> bool {
        const KNOWN: [&str; 14] = [
            "و",
            "أو",
            "او",
            "نقطة",
            "الزمن",
            "الزمان",
            "جزء",
            "جزءا",
            "أجزاء",
            "اجزاء",
            "ل",
            "ال",
            "نفس",
            "ذات",
        ];
        self.get(at).filter(|item| item.kind == ItemKind::Word && item.starts.ends()).is_some_and(|item| {
            if !item.is_unknown() {
                return true;
            }
            let bare = self.bare(item);
            let word = bare.as_str();
            !(KNOWN.contains(&word) || word.ends_with("خير") || is_part_of_time(word))
        })
    }

    /// Looks at what goes on behind `at`, once for all that will ask.
    pub(crate) fn look_ahead(&mut self, at: usize) {
        let ends = |i: &usize| {
            self.get(*i).is_none_or(|item| item.kind == ItemKind::Break) || self.is_only_a_word(*i)
        };
        let end = (at + 1..at + AHEAD / 2).find(ends);
        let goes_on = |i: usize| match self.get(i) {
            Some(Item { kind: ItemKind::Sign(class), .. }) if is_no_joint(*class) => Starts::NONE,
            // UTC+5:30, PM
            Some(Item { kind: ItemKind::Opaque, .. }) => Starts::ALL,
            Some(item) if item.is_unknown() && is_part_of_time(self.bare(item).as_str()) => Starts::ALL,
            Some(item) => item.starts,
            None => Starts::NONE,
        };
        // A longer list may say anything in the end.
        let found =
            end.map_or(Starts::ALL, |end| (at + 1..end).map(goes_on).fold(Starts::NONE, Starts::with));
        self.ahead = (at, found);
    }

    /// What can go on at the items behind `at`, up to a word with which neither grammar does; everything, where nobody
    /// has looked. Of signs those that stand in a number or a date.
    pub(crate) fn goes_on(&self, at: usize) -> Starts {
        if self.ahead.0 == at { self.ahead.1 } else { Starts::ALL }
    }
}

/// Whether a word without a sense is one of a date, that its rules know by its letters: من عصر اليوم, إلى 5 منه.
fn is_part_of_time(word: &str) -> bool {
    ["ظهر", "عصر", "مغرب", "منه", "الموافقة"].contains(&word)
}

/// Whether a sign says nothing of what stands beside it.
fn is_no_joint(class: CharClass) -> bool {
    matches!(
        class,
        CharClass::Comma
            | CharClass::Opener
            | CharClass::Closer
            | CharClass::FullStop
            | CharClass::Quote
            | CharClass::Percent
            | CharClass::Currency
            | CharClass::Semicolon
    )
}
