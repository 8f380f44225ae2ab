//! The word lists beside this file: which words begin or end in what only looks like a clitic, and how
//! the closed classes come apart. Knows words, no rules.
//!
//! Read at the first word (some 15,000 lines, a few milliseconds) into one table. A line that cannot be read
//! is left out; a test reads every line.

use alloc::boxed::Box;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use crate::fold::Folded;
use crate::words::WordTable;

/// What the lists say of a word, each a bit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lists(u32);

impl Lists {
    pub(super) const WAW: Self = Self(1);
    pub(super) const FEH: Self = Self(1 << 1);
    pub(super) const BEH: Self = Self(1 << 2);
    pub(super) const KAF: Self = Self(1 << 3);
    pub(super) const LAM: Self = Self(1 << 4);
    pub(super) const SEEN: Self = Self(1 << 5);
    /// ال belongs to the stem.
    pub(super) const ARTICLE: Self = Self(1 << 6);
    /// The ending belongs to the stem.
    pub(super) const ENDING: Self = Self(1 << 7);
    /// An imperfect, third person singular.
    pub(super) const IMPERFECT: Self = Self(1 << 8);
    /// A name with lam that takes no article.
    pub(super) const NAME: Self = Self(1 << 9);
    /// The word is written with a hamza or a madda on an alef in the second place; in all lists together.
    pub(super) const HAMZA: Self = Self(1 << 10);
    /// It is written with ى at its end; with ي.
    pub(super) const MAQSURA: Self = Self(1 << 11);
    pub(super) const YEH: Self = Self(1 << 12);

    /// It begins with ي.
    pub(super) const YEH_WORD: Self = Self(1 << 13);
    /// A frequent noun.
    pub(super) const NOUN: Self = Self(1 << 14);
    /// A noun that with its pronoun outweighs a form of another list.
    pub(super) const OWNED: Self = Self(1 << 15);
    /// It is written with ة at its end; with ه.
    pub(super) const TEH_MARBUTA: Self = Self(1 << 16);
    pub(super) const HEH: Self = Self(1 << 17);

    /// Any of the lists of words by their first letter.
    pub(super) const LETTERS: Self = Self(0x3F);

    pub(super) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

const FILES: [(&str, Lists); 14] = [
    (include_str!("waw-stems.txt"), Lists::WAW),
    (include_str!("feh-stems.txt"), Lists::FEH),
    (include_str!("beh-stems.txt"), Lists::BEH),
    (include_str!("kaf-stems.txt"), Lists::KAF),
    (include_str!("lam-stems.txt"), Lists::LAM),
    (include_str!("seen-stems.txt"), Lists::SEEN),
    (include_str!("al-stems.txt"), Lists::ARTICLE),
    (include_str!("enclitic-stems.txt"), Lists::ENDING),
    (include_str!("verbs-imperfect.txt"), Lists::IMPERFECT),
    (include_str!("yeh-words.txt"), Lists::YEH_WORD),
    (include_str!("nouns.txt"), Lists::NOUN),
    (include_str!("names.txt"), Lists(0)),
    // Words, and no more: what they outweigh is an inflection of another list.
    (include_str!("known.txt"), Lists(0)),
    (include_str!("owned.txt"), Lists::OWNED),
];
const CLOSED: &str = include_str!("closed.txt");
const AMBIGUOUS: &str = include_str!("ambiguous.txt");

/// How a word comes apart: the letters of each segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Whole {
    pub(super) lengths: Box<[u8]>,
    /// Whether another reading is about as likely.
    pub(super) ambiguous: bool,
}

#[derive(Debug, Default)]
struct Word {
    lists: Lists,
    whole: Option<Whole>,
}

/// The lists, by the folded form of their words.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: WordTable<Word>,
}

/// The lexicon, read at the first call.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceBox<Lexicon> = OnceBox::new();
    LEXICON.get_or_init(|| Box::new(Lexicon::read()))
}

impl Lexicon {
    fn read() -> Self {
        let mut words: WordTable<Word> = WordTable::with_capacity(15_000);
        for (file, lists) in FILES {
            for line in file.lines() {
                if let Some((key, name)) = stem(line) {
                    let name = if name { Lists::NAME } else { Lists::default() };
                    let word = words.entry(&key);
                    word.lists = Lists(word.lists.0 | lists.0 | name.0 | written(line).0);
                }
            }
        }
        // The closed classes last: they are sure.
        for (file, ambiguous) in [(AMBIGUOUS, true), (CLOSED, false)] {
            for line in file.lines() {
                if let Some((key, lengths)) = segments(line) {
                    let word = words.entry(&key);
                    word.lists = Lists(word.lists.0 | written(line).0);
                    word.whole = Some(Whole { lengths, ambiguous });
                }
            }
        }
        Self { words }
    }

    fn find(&self, folded: &[u8]) -> Option<&Word> {
        self.words.get(folded)
    }

    /// What the lists say of a folded word.
    pub(super) fn lists(&self, folded: &[u8]) -> Lists {
        self.find(folded).map_or(Lists::default(), |word| word.lists)
    }

    /// How a folded word comes apart, if it is of a closed class, or has two readings.
    pub(super) fn whole(&self, folded: &[u8]) -> Option<&Whole> {
        self.find(folded)?.whole.as_ref()
    }

    /// Whether the word is in any list.
    pub(super) fn knows(&self, folded: &[u8]) -> bool {
        self.find(folded).is_some()
    }
}

/// A folded word, or the lengths of its segments.
type Bytes = Box<[u8]>;

fn is_data(line: &str) -> bool {
    !(line.is_empty() || line.starts_with('#'))
}

/// What the fold hides of a word.
fn written(line: &str) -> Lists {
    let word = line.split('\t').next().unwrap_or("");
    let mut all = Lists::default();
    let mut add = |is: bool, list: Lists| all.0 |= if is { list.0 } else { 0 };
    add(matches!(word.chars().nth(1), Some('أ' | 'إ' | 'آ')), Lists::HAMZA);
    add(word.ends_with('ى'), Lists::MAQSURA);
    add(word.ends_with('ي'), Lists::YEH);
    add(word.ends_with('ة'), Lists::TEH_MARBUTA);
    add(word.ends_with('ه'), Lists::HEH);
    all
}

fn key(word: &str) -> Option<Bytes> {
    Some(Folded::new(word)?.as_bytes().into())
}

/// A stem, and whether it is marked as a name.
fn stem(line: &str) -> Option<(Bytes, bool)> {
    let (word, name) = match line.split_once('\t') {
        None => (line, false),
        Some((word, "name")) => (word, true),
        Some(_) => return None,
    };
    is_data(line).then(|| key(word)).flatten().map(|key| (key, name))
}

/// A word and the lengths of its segments in its first reading.
fn segments(line: &str) -> Option<(Bytes, Bytes)> {
    let (word, readings) = line.split_once('\t').filter(|_| is_data(line))?;
    let word = key(word)?;
    let first = readings.split('|').next()?;
    let lengths: Vec<u8> = first.split('+').map(|part| part.chars().count() as u8).collect();
    // A segment that is not written, as the article's alef behind ل, is left to the rules.
    let written = lengths.iter().map(|&n| usize::from(n)).sum::<usize>() * 2 == word.len();
    written.then(|| (word, lengths.into_boxed_slice()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        for (file, _) in FILES {
            for line in file.lines().filter(|line| is_data(line)) {
                assert!(stem(line).is_some(), "{line}");
            }
        }
        for line in CLOSED.lines().filter(|line| is_data(line)) {
            assert!(segments(line).is_some(), "{line}");
        }
        let ambiguous = AMBIGUOUS.lines().filter(|line| is_data(line));
        let (read, all) =
            ambiguous.fold((0, 0), |(n, all), line| (n + u32::from(segments(line).is_some()), all + 1));
        assert!(read * 100 >= all * 95, "{read} of {all}");
    }

    #[test]
    fn no_line_stands_twice() {
        for (file, _) in FILES.into_iter().chain([(CLOSED, Lists::NAME)]) {
            let mut seen = alloc::collections::BTreeSet::new();
            for line in file.lines().filter(|line| is_data(line)) {
                assert!(seen.insert(line), "{line}");
            }
        }
    }

    #[test]
    fn words_are_found() {
        let of = |word: &str| lexicon().lists(Folded::new(word).unwrap().as_bytes());
        assert!(
            of("وزير").has(Lists::WAW) && of("كُرسي").has(Lists::KAF) && of("ألمانيا").has(Lists::ARTICLE)
        );
        assert!(of("لندن").has(Lists::NAME) && of("يقول").has(Lists::IMPERFECT));
        assert!(of("مدرسة").has(Lists::NOUN));
        assert_eq!(of("مزلاج"), Lists::default());
        let whole = lexicon().whole(Folded::new("أفلا").unwrap().as_bytes()).unwrap();
        assert_eq!((&*whole.lengths, whole.ambiguous), (&[1, 1, 2][..], false));
    }
}
