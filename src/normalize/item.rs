//! A character with the place it came from, as the passes of `window` carry it, and canonical
//! composition that keeps track of these places. Knows no operation.

use alloc::vec::Vec;

use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};

/// Where a character of the output comes from. `()` forgets it and costs nothing.
pub(super) trait Source: Copy {
    /// The bytes from `start` to `end` of the window's text.
    fn at(start: usize, end: usize) -> Self;

    /// The smallest range that covers both.
    fn join(self, other: Self) -> Self;
}

impl Source for () {
    fn at(_: usize, _: usize) {}

    fn join(self, (): ()) {}
}

/// A range of bytes, relative to the start of the window's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Source for Place {
    fn at(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A character of a window.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<S> {
    pub(super) c: char,
    pub(super) source: S,
}

impl<S: Source> Item<S> {
    /// Another character in the same place.
    pub(super) fn with(self, c: char) -> Self {
        Self { c, ..self }
    }
}

/// Puts `from` into NFC, in `to` (UAX #15, D117): every character is decomposed, marks are sorted by
/// their combining class, and each is composed with the last starter that nothing keeps it from.
/// What `to` held is lost, and `from` is left decomposed. O(length), as there are only a few
/// combining classes.
///
/// The parts of a character have the place of the whole, a mark that moves keeps its own, and a
/// composite has the place that covers exactly the characters in it.
pub(super) fn nfc<S: Source>(from: &mut Vec<Item<S>>, to: &mut Vec<Item<S>>) {
    to.clear();
    // The marks since the last starter start here; whether they are out of order, and the class of
    // the last of them.
    let (mut start, mut sorted, mut last) = (0, true, 0);
    for &item in &*from {
        decompose_canonical(item.c, |c| {
            let order = canonical_combining_class(c);
            if order == 0 {
                if !sorted {
                    sort(to, start);
                }
                (start, sorted) = (to.len() + 1, true);
            } else if order < last {
                sorted = false;
            }
            last = order;
            to.push(item.with(c));
        });
    }
    if !sorted {
        sort(to, start);
    }
    core::mem::swap(from, to);

    to.clear();
    let mut starter: Option<usize> = None;
    // The class of the last mark that stands between the starter and here.
    let mut between: Option<u8> = None;
    for &item in &*from {
        let order = canonical_combining_class(item.c);
        if between.is_none_or(|last| last < order)
            && let Some(base) = starter.and_then(|at| to.get_mut(at))
            && let Some(composite) = compose(base.c, item.c)
        {
            *base = Item { c: composite, source: base.source.join(item.source) };
            continue;
        }
        if order == 0 {
            (starter, between) = (Some(to.len()), None);
        } else {
            between = Some(order);
        }
        to.push(item);
    }
}

/// Sorts the marks from `start` on by their combining class; equal ones stay in their order. O(length): no comparison
/// sort of a run as long as the text is.
fn sort<S: Source>(items: &mut [Item<S>], start: usize) {
    /// More marks than any letter has.
    const MANY: usize = 64;
    let Some(marks) = items.get_mut(start..) else { return };
    let class = |mark: &Item<S>| canonical_combining_class(mark.c);
    if marks.len() < MANY {
        marks.sort_by_key(class);
        return;
    }
    // Where the marks of each class begin.
    let mut places = [0; 256];
    for mark in &*marks {
        if let Some(place) = places.get_mut(usize::from(class(mark)) + 1) {
            *place += 1;
        }
    }
    let mut before = 0;
    for place in &mut places {
        before += *place;
        *place = before;
    }
    let unsorted = marks.to_vec();
    for mark in unsorted {
        let place = places.get_mut(usize::from(class(&mark)));
        if let Some(place) = place
            && let Some(there) = marks.get_mut(*place)
        {
            (*there, *place) = (mark, *place + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Shown;
    use super::*;
    use alloc::string::String;
    use unicode_normalization::UnicodeNormalization as _;

    fn items(text: &str) -> Vec<Item<Place>> {
        text.char_indices().map(|(at, c)| Item { c, source: Place::at(at, at + c.len_utf8()) }).collect()
    }

    fn composed(text: &str) -> Vec<Item<Place>> {
        let (mut from, mut to) = (items(text), Vec::new());
        nfc(&mut from, &mut to);
        to
    }

    #[track_caller]
    fn same(text: &str) {
        let result: String = composed(text).iter().map(|item| item.c).collect();
        let expected: String = text.nfc().collect();
        assert_eq!(Shown(&result), Shown(&expected), "{}", text.escape_unicode());
    }

    #[test]
    fn composition_is_that_of_unicode() {
        for c in char::MIN..=char::MAX {
            same(c.encode_utf8(&mut [0; 4]));
            same(&String::from_iter(['ا', '\u{651}', c, '\u{64E}', '\u{654}']));
            let nfd: String = [c, '\u{323}'].into_iter().nfd().collect();
            same(&nfd);
        }
        let parts: Vec<char> = "اويە\u{64E}\u{651}\u{654}\u{655}\u{653}\u{670}\u{6E3}\u{338}\u{301}\u{323}\
            eas \u{1100}\u{1161}\u{11A8}\u{AC00}\u{9C7}\u{9BE}\u{344}\u{958}\u{212B}\u{1E69}\u{F73}\u{F71}\u{F72}"
            .chars()
            .collect();
        let mut seed = 1_u32;
        for _ in 0..200_000 {
            let mut text = String::new();
            for _ in 0..6 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push(parts[(seed >> 16) as usize % parts.len()]);
            }
            same(&text);
        }
        // Runs of marks as no letter has them.
        for marks in 60..300 {
            let mut text = String::from("ا");
            for _ in 0..marks {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push(parts[4 + (seed >> 16) as usize % 10]);
            }
            same(&text);
        }
    }

    #[test]
    fn places_are_exact() {
        let places = |text| -> Vec<(char, usize, usize)> {
            composed(text).iter().map(|item| (item.c, item.source.start, item.source.end)).collect()
        };
        // A mark that moves keeps its place.
        assert_eq!(places("ب\u{651}\u{64E}"), [('ب', 0, 2), ('\u{64E}', 4, 6), ('\u{651}', 2, 4)]);
        // A composite covers its parts, over a mark that stays between them.
        assert_eq!(places("ا\u{64E}\u{654}"), [('أ', 0, 6), ('\u{64E}', 2, 4)]);
        // The parts of a character that falls apart have the place of the whole.
        assert_eq!(places("أ\u{655}"), [('إ', 0, 4), ('\u{654}', 0, 2)]);
    }
}
