//! Sets of character classes: what a stretch of text holds, and what a pass or a rule has to do with.

use super::ops::Marks;
use crate::class::{CharClass, class_of};

/// A set of classes, a bit each.
#[derive(Clone, Copy)]
pub(super) struct Classes(u64);

impl Classes {
    pub(super) const NONE: Self = Self(0);
    /// Presentation forms, ligatures and phrases.
    pub(super) const FORMS: Self = Self::with(&[
        CharClass::ArabicForm,
        CharClass::ArabicFormMark,
        CharClass::Symbol,
        CharClass::Currency,
    ]);
    pub(super) const CONTROLS: Self = Self::with(&[CharClass::Invisible, CharClass::Zwnj]);
    pub(super) const JOINER: Self = Self::with(&[CharClass::Zwj]);
    pub(super) const TATWEEL: Self = Self::with(&[CharClass::Tatweel]);
    pub(super) const HAMZA: Self = Self::with(&[CharClass::HamzaMark]);
    /// Every mark of the Arabic script.
    pub(super) const MARKS: Self = Self::with(&Marks::CLASSES);

    pub(super) const fn with(mut classes: &[CharClass]) -> Self {
        let mut set = Self::NONE;
        while let [class, rest @ ..] = classes {
            set = set.and(*class);
            classes = rest;
        }
        set
    }

    /// This set with one more class.
    pub(super) const fn and(self, class: CharClass) -> Self {
        Self(self.0 | 1 << class as u32)
    }

    /// Both sets together.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The classes of these characters.
    pub(super) fn of(chars: impl Iterator<Item = char>) -> Self {
        chars.fold(Self::NONE, |set, c| set.and(class_of(c)))
    }

    pub(super) const fn has(self, class: CharClass) -> bool {
        self.0 >> class as u32 & 1 != 0
    }

    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
