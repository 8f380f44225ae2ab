//! What a word can mean in a number or a date, read from the data files beside this one. Knows
//! words and phrases, not grammar: the same word has all its senses here.
//!
//! The files are parsed at the first look-up (some 2,600 lines) into a tree of words, a phrase below its
//! beginning, and one open-addressed table of its nodes. A line that cannot be read is left out; a test
//! reads every line.

mod latin;
mod lists;
mod read;
mod sense;
mod starts;
pub(crate) mod stem;

use alloc::boxed::Box;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

pub(crate) use latin::{Latin, digits_beside_unit, is_word_too, latin};
pub(crate) use lists::{List, behind_proclitics, is_listed, is_listed_behind, is_listed_with};
use read::read_line;
pub use sense::Bound;
pub(crate) use sense::{DayHalf, Era, MonthClass, MultForm, NounForm, OrdForm, Part, Sense, Unit};
pub(crate) use starts::Starts;
use stem::Head;
pub(crate) use stem::Stem;

/// The senses of one word or phrase, and whether longer phrases start with it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    first: u16,
    len: u8,
    pub(crate) starts_phrase: bool,
    /// What can start at it.
    pub(crate) starts: Starts,
    /// What the words of a longer phrase are found under.
    pub(crate) place: Place,
}

/// A node of the tree: the words read so far of a phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place(u16);

impl Place {
    /// Nothing has been read.
    pub(crate) const ROOT: Self = Self(0);
}

/// What a word has behind those of its place, in the standard language, and with the words of the dialects.
struct Word {
    place: Place,
    text: Box<[u8]>,
    /// The first letters of the text.
    head: Head,
    standard: Entry,
    dialect: Entry,
}

/// The words of the data files.
pub(crate) struct Lexicon {
    /// Indices into `words`, plus one; zero is a free slot.
    slots: Vec<u16>,
    words: Vec<Word>,
    senses: Vec<Sense>,
    /// Which upper parts of hashes occur: most words end here.
    known: Box<[u64; FILTER / 64]>,
}

impl core::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Lexicon").field("words", &self.words.len()).finish_non_exhaustive()
    }
}

/// Bits of the filter, a power of two far above the number of keys.
const FILTER: usize = 1 << 16;

/// Slots of the table, a power of two well above the number of keys.
const SLOTS: usize = 8192;

const FILES: [&str; 4] = [
    include_str!("numbers.tsv"),
    include_str!("units.tsv"),
    include_str!("dates.tsv"),
    include_str!("names.tsv"),
];
const DIALECT: &str = include_str!("dialect.tsv");

/// The lexicon, read at the first call.
pub(crate) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceBox<Lexicon> = OnceBox::new();
    LEXICON.get_or_init(|| Box::new(Lexicon::read()))
}

/// A word behind others, mixed up. 2⁶⁴ over the golden ratio is next to an odd number.
#[inline]
const fn hash(place: Place, signature: u64) -> u64 {
    (signature | (place.0 as u64) << 40).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The slot where the search for a hash begins, and its bit of the filter.
#[inline]
const fn slot(hash: u64) -> usize {
    (hash >> 51) as usize & (SLOTS - 1)
}

#[inline]
const fn bit(hash: u64) -> usize {
    (hash >> 48) as usize & (FILTER - 1)
}

/// What the files say of one word behind others.
#[derive(Default)]
struct Gathered {
    standard: Vec<Sense>,
    dialect: Vec<Sense>,
    starts_standard: bool,
    starts_dialect: bool,
    longer: alloc::collections::BTreeMap<Vec<u8>, Gathered>,
}

impl Gathered {
    fn add(&mut self, key: &[u8], senses: Vec<Sense>, dialect: bool) {
        let (word, behind) = match key.iter().position(|&byte| byte == b' ') {
            Some(end) => (key.get(..end), key.get(end + 1..)),
            None => (Some(key), None),
        };
        let node = self.longer.entry(word.unwrap_or(&[]).to_vec()).or_default();
        if let Some(behind) = behind {
            node.starts_dialect = true;
            node.starts_standard |= !dialect;
            return node.add(behind, senses, dialect);
        }
        let all = if dialect { &mut node.dialect } else { &mut node.standard };
        for sense in senses {
            if !all.contains(&sense) {
                all.push(sense);
            }
        }
    }
}

impl Lexicon {
    fn read() -> Self {
        // Gathered first: a key may stand on several lines and in several files.
        let mut all = Gathered::default();
        let files = FILES.into_iter().map(|file| (file, false)).chain([(DIALECT, true)]);
        for (line, dialect) in files.flat_map(|(file, dialect)| file.lines().map(move |line| (line, dialect)))
        {
            if let Some((key, senses)) = read_line(line) {
                all.add(&key, senses, dialect);
            }
        }
        let mut read = Self {
            slots: alloc::vec![0; SLOTS],
            words: Vec::new(),
            senses: Vec::new(),
            known: Box::new([0; FILTER / 64]),
        };
        read.put(Place::ROOT, all);
        read
    }

    /// Puts what was gathered behind a place into the table. A phrase has few words.
    fn put(&mut self, place: Place, all: Gathered) {
        for (text, mut word) in all.longer {
            word.dialect.retain(|sense| !word.standard.contains(sense));
            let first = self.senses.len();
            self.senses.extend(word.standard.iter().chain(&word.dialect));
            let here = Place(self.words.len() as u16 + 1);
            let entry = |len: usize, starts_phrase| Entry {
                first: first as u16,
                len: len as u8,
                starts_phrase,
                starts: Starts::of(self.senses.get(first..first + len).unwrap_or(&[])),
                place: here,
            };
            let standard = entry(word.standard.len(), word.starts_standard);
            let dialect = entry(word.standard.len() + word.dialect.len(), word.starts_dialect);
            let stem = Stem::of_folded(&text);
            let (hash, head) = (hash(place, stem.signature()), stem.head());
            if place == Place::ROOT
                && let Some(bits) = self.known.get_mut(bit(hash) / 64)
            {
                *bits |= 1 << (bit(hash) % 64);
            }
            let mut at = slot(hash);
            while self.slots.get(at).is_some_and(|&s| s != 0) {
                at = (at + 1) & (SLOTS - 1);
            }
            if let Some(free) = self.slots.get_mut(at) {
                *free = here.0;
            }
            self.words.push(Word { place, text: text.into_boxed_slice(), head, standard, dialect });
            self.put(here, Gathered { longer: word.longer, ..Gathered::default() });
        }
    }

    /// The senses of an entry.
    pub(crate) fn senses(&self, entry: Entry) -> &[Sense] {
        let first = usize::from(entry.first);
        self.senses.get(first..first + usize::from(entry.len)).unwrap_or(&[])
    }

    /// Without how many of its first letters, none to four, what is left of a word may be an entry, a bit each: most
    /// that may, are. Without a branch: no processor foresees the letters of a word.
    #[inline]
    pub(crate) fn may_hold(&self, word: Stem<'_>) -> u32 {
        let known = |skip: u32| {
            let bit = bit(hash(Place::ROOT, word.signature_without(skip)));
            let bits = self.known.get(bit / 64).copied().unwrap_or(0);
            (bits >> (bit % 64) & 1) as u32
        };
        known(0) | known(1) << 1 | known(2) << 2 | known(3) << 3 | known(4) << 4
    }

    /// The entry of a word; with the words of the dialects if asked for. O(length).
    pub(crate) fn find(&self, word: Stem<'_>, dialect: bool) -> Option<Entry> {
        self.find_slot(Place::ROOT, hash(Place::ROOT, word.signature()), word, dialect)
    }

    /// The entry of a phrase: a word behind those of `place`. O(length).
    pub(crate) fn find_behind(&self, place: Place, word: Stem<'_>, dialect: bool) -> Option<Entry> {
        self.find_slot(place, hash(place, word.signature()), word, dialect)
    }

    fn find_slot(&self, place: Place, hash: u64, stem: Stem<'_>, dialect: bool) -> Option<Entry> {
        let mut at = slot(hash);
        loop {
            let index = usize::from(*self.slots.get(at)?).checked_sub(1)?;
            let word = self.words.get(index)?;
            if word.place == place && stem.is(word.head, &word.text) {
                let entry = if dialect { word.dialect } else { word.standard };
                return (entry.len > 0 || entry.starts_phrase).then_some(entry);
            }
            at = (at + 1) & (SLOTS - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::Folded;

    #[test]
    fn every_line_is_read() {
        let files = FILES.into_iter().chain([DIALECT]);
        for line in files.flat_map(|file| file.lines()).filter(|l| !l.starts_with('#')) {
            assert!(read_line(line).is_some(), "{line}");
        }
    }

    #[test]
    fn no_line_stands_twice() {
        for file in FILES.into_iter().chain([DIALECT]) {
            let mut seen = alloc::collections::BTreeSet::new();
            for line in file.lines().filter(|line| !line.starts_with('#')) {
                assert!(seen.insert(line), "{line}");
            }
        }
    }

    /// A search ends at a free slot.
    #[test]
    fn the_table_has_room() {
        assert!(lexicon().words.len() * 2 < SLOTS, "{}", lexicon().words.len());
    }

    #[test]
    fn words_have_all_their_senses() {
        let find = |word: &str, dialect| {
            let folded = Folded::new(word).unwrap();
            lexicon().find(Stem::of_folded(folded.as_bytes()), dialect)
        };
        assert_eq!(lexicon().senses(find("خَمْس", false).unwrap()), [Sense::Unit(5), Sense::Frac(1, 5)]);
        let head = find("تشرين", false).unwrap();
        assert!(head.starts_phrase);
        let month = Stem::of_folded("الاول".as_bytes());
        assert!(lexicon().find_behind(head.place, month, false).is_some_and(|e| e.starts == Starts::MONTH));
        assert!(find("خمستاشر", false).is_none());
        assert_eq!(lexicon().senses(find("خمستاشر", true).unwrap()), [Sense::Teen(15)]);
        assert!(find("كتاب", true).is_none());
    }
}
