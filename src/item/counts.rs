//! The numbers that have been read, each once.

use super::Window;
use crate::certainty::{Certainty, Flags};

/// A number that has been read, as far as others are to know.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counted {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) next: usize,
    /// The value, times ten to the power of `scale`.
    pub(crate) mantissa: i128,
    pub(crate) scale: u8,
    pub(crate) certainty: Certainty,
    pub(crate) flags: Flags,
}

/// Whether a number was looked for at an item, and where it stands in the window if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count(u16);

impl Count {
    pub(super) const UNREAD: Self = Self(0);
    const NONE: Self = Self(1);
}

impl Window<'_> {
    /// Whether a number has been looked for at `at`.
    #[inline]
    pub(crate) fn is_counted(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.count != Count::UNREAD)
    }

    /// The number that was found there.
    #[inline]
    pub(crate) fn counted(&self, at: usize) -> Option<Counted> {
        let Count(place) = self.items.get(at)?.count;
        self.counts.get(usize::from(place.checked_sub(2)?)).copied()
    }

    /// The item behind the number at `at`, or behind the item itself where none was found.
    #[inline]
    pub(crate) fn behind_count(&self, at: usize) -> usize {
        self.counted(at).map_or(at + 1, |counted| counted.next)
    }

    /// Keeps the number that was read at `at`.
    pub(crate) fn keep_count(&mut self, at: usize, found: Option<Counted>) {
        let Some(item) = self.items.get_mut(at) else { return };
        item.count = match (found, u16::try_from(self.counts.len() + 2)) {
            (Some(counted), Ok(place)) => {
                self.counts.push(counted);
                Count(place)
            }
            (None, _) => Count::NONE,
            // So many are not kept.
            (_, Err(_)) => Count::UNREAD,
        };
    }
}
