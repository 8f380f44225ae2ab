//! The segments of a word while it comes apart. Knows places, neither letters nor lists.

use super::Role;
use crate::certainty::Certainty;

/// The segments of a word: the role of each, and the letter behind it.
#[derive(Clone, Debug)]
pub(super) struct Cuts {
    segments: [(Role, u8); Self::MOST],
    count: usize,
    pub(super) certainty: Certainty,
}

impl Cuts {
    /// أ و ب ال, stem, two pronouns, and one to spare.
    const MOST: usize = 8;

    pub(super) fn new() -> Self {
        Self { segments: [(Role::Stem, 0); Self::MOST], count: 0, certainty: Certainty::Certain }
    }

    pub(super) fn push(&mut self, role: Role, end: usize) {
        if let Some(segment) = self.segments.get_mut(self.count) {
            *segment = (role, end as u8);
            self.count += 1;
        }
    }

    pub(super) fn at(&self) -> usize {
        self.segments().last().map_or(0, |&(_, end)| usize::from(end))
    }

    pub(super) fn has(&self, role: Role) -> bool {
        self.segments().iter().any(|&(other, _)| other == role)
    }

    pub(super) fn segments(&self) -> &[(Role, u8)] {
        self.segments.get(..self.count).unwrap_or(&[])
    }

    /// The whole word is the stem.
    pub(super) fn whole(len: usize) -> Self {
        let mut cuts = Self::new();
        cuts.push(Role::Stem, len);
        cuts
    }
}
