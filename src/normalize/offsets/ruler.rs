//! Counting characters and UTF-16 units of a text from marks set once, not from its start each time.

use alloc::vec::Vec;

/// Bytes between two marks.
const STEP: usize = 1024;

/// What a position is counted in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::normalize) enum Unit {
    Chars,
    Utf16,
}

/// A position in all three units.
#[derive(Clone, Copy, Default, Debug)]
struct Mark {
    bytes: usize,
    chars: usize,
    utf16: usize,
}

impl Mark {
    const fn get(self, unit: Unit) -> usize {
        match unit {
            Unit::Chars => self.chars,
            Unit::Utf16 => self.utf16,
        }
    }

    const fn behind(self, c: char) -> Self {
        Self { bytes: self.bytes + c.len_utf8(), chars: self.chars + 1, utf16: self.utf16 + c.len_utf16() }
    }
}

/// The marks of one text, which is given again with each question.
#[derive(Debug)]
pub(in crate::normalize) struct Ruler(Vec<Mark>);

impl Ruler {
    /// O(length), 24 bytes for each 1024.
    pub(in crate::normalize) fn new(text: &str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut at = Mark::default();
        let mut next = STEP;
        marks.push(at);
        for c in text.chars() {
            at = at.behind(c);
            if at.bytes >= next {
                marks.push(at);
                next = at.bytes + STEP;
            }
        }
        Self(marks)
    }

    /// The last mark for which `before` holds.
    fn mark(&self, before: impl Fn(&Mark) -> bool) -> Mark {
        let index = self.0.partition_point(before).saturating_sub(1);
        self.0.get(index).copied().unwrap_or_default()
    }

    /// The units before byte `at`. O(log length + 1024).
    pub(in crate::normalize) fn count(&self, text: &str, at: usize, unit: Unit) -> usize {
        let mark = self.mark(|mark| mark.bytes <= at);
        let rest = text.get(mark.bytes..at).unwrap_or("");
        rest.chars().fold(mark, Mark::behind).get(unit)
    }

    /// The byte behind `count` units; `up` tells which way to go from between the two halves of a
    /// surrogate pair. The end, when there are less. O(log length + 1024).
    pub(in crate::normalize) fn byte(&self, text: &str, count: usize, unit: Unit, up: bool) -> usize {
        let mut at = self.mark(|mark| mark.get(unit) <= count);
        for c in text.get(at.bytes..).unwrap_or("").chars() {
            let next = at.behind(c);
            if at.get(unit) >= count || (next.get(unit) > count && !up) {
                break;
            }
            at = next;
        }
        at.bytes
    }
}
