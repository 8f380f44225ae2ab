//! Words that a rule asks for by their letters, and that have no sense of their own. Knows words, not what is asked of them.

use alloc::boxed::Box;

use once_cell::race::OnceBox;

use crate::words::WordTable;

/// Each list of `lists.tsv`, which says what it is, by its name there.
macro_rules! lists {
    ($($list:ident = $name:literal,)+) => {
        /// A list of `lists.tsv`, which says what each is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum List {
            $($list,)+
        }

        impl List {
            fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$list),)+
                    _ => None,
                }
            }
        }

        #[cfg(test)]
        const NAMES: &[&str] = &[$($name),+];
    };
}

lists! {
    DayAdjective = "day-adjective",
    Given = "given",
    AlaPhrase = "ala-phrase",
    Amount = "amount",
    Collector = "collector",
    Case = "case",
    Mass = "mass",
    Numbered = "numbered",
    People = "people",
    Plural = "plural",
    BareEvent = "bare-event",
    Change = "change",
    Length = "length",
    BeforeAmount = "before-amount",
    Degree = "degree",
    Imprint = "imprint",
    TimeLabel = "time-label",
    ScaleLabel = "scale-label",
    Sum = "sum",
    Label = "label",
    Price = "price",
    Decision = "decision",
    Surah = "surah",
    SurahToo = "surah-too",
    Book = "book",
    Quantity = "quantity",
    Whole = "whole",
    Series = "series",
    Reaching = "reaching",
    LengthNoun = "length-noun",
    Lasting = "lasting",
    Timed = "timed",
    Title = "title",
    Person = "person",
    Headline = "headline",
    CarMaker = "car-maker",
    Hourly = "hourly",
    Registering = "registering",
    WhichYear = "which-year",
    Agency = "agency",
    LawKind = "law-kind",
    Citing = "citing",
    ContractKind = "contract-kind",
    Team = "team",
    LifeDate = "life-date",
    Companion = "companion",
    Returning = "returning",
    Cited = "cited",
    Quoted = "quoted",
    EventDual = "event-dual",
    NamedDay = "named-day",
    Meeting = "meeting",
    Session = "session",
    Counting = "counting",
    Coded = "coded",
    WarOrSeason = "war-or-season",
    LifeEnd = "life-end",
    NamedEvent = "named-event",
    War = "war",
    Fasting = "fasting",
    Paid = "paid",
    Elative = "elative",
    NumberedPart = "numbered-part",
    PartPlural = "part-plural",
    RankedIn = "ranked-in",
    Nearing = "nearing",
    AircraftMaker = "aircraft-maker",
    Scripture = "scripture",
    IdKind = "id-kind",
    CountNumbered = "count-numbered",
    RankVerb = "rank-verb",
    Ruled = "ruled",
    Press = "press",
    Approaching = "approaching",
    Age = "age",
    Law = "law",
}

impl List {
    const fn bit(self) -> u128 {
        1 << self as u16
    }
}

const FILE: &str = include_str!("lists.tsv");

/// A list and its words; `None` for a comment and for what cannot be read.
fn read_line(line: &'static str) -> Option<(List, impl Iterator<Item = &'static str>)> {
    let (name, words) = line.split_once('\t').filter(|_| !line.starts_with('#'))?;
    Some((List::named(name)?, words.split(' ')))
}

/// Whether a word, without marks but with its letters as they are, stands in the list. O(length).
pub(crate) fn is_listed(list: List, word: &str) -> bool {
    static LISTS: OnceBox<WordTable<u128>> = OnceBox::new();
    let lists = LISTS.get_or_init(|| {
        let mut table: WordTable<u128> = WordTable::with_capacity(256);
        for (list, words) in FILE.lines().filter_map(read_line) {
            for word in words {
                *table.entry(word.as_bytes()) |= list.bit();
            }
        }
        Box::new(table)
    });
    lists.get(word.as_bytes()).is_some_and(|bits| bits & list.bit() != 0)
}

/// Whether a word of the list stands there with one of the endings. O(length × endings).
pub(crate) fn is_listed_with(list: List, word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.strip_suffix(ending).is_some_and(|stem| is_listed(list, stem)))
}

/// The same of the word, or of what stands behind its proclitics.
pub(crate) fn is_listed_behind(list: List, word: &str) -> bool {
    behind_proclitics(word, |stem| is_listed(list, stem))
}

/// Whether the word is known, or what stands behind its proclitics: و or ف, then ب, ل or ك, then the article (ال, or لل with
/// the preposition). None is taken off for certain, as the first letter may be the word's own.
pub(crate) fn behind_proclitics(word: &str, known: impl Fn(&str) -> bool) -> bool {
    let with_article = |word: &str| {
        known(word) || ["ال", "لل"].iter().any(|article| word.strip_prefix(article).is_some_and(&known))
    };
    let with_preposition =
        |word: &str| with_article(word) || word.strip_prefix(['ب', 'ل', 'ك']).is_some_and(with_article);
    with_preposition(word) || word.strip_prefix(['و', 'ف']).is_some_and(with_preposition)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The compiler cannot tell, as each list is named by the file.
    #[cfg(feature = "std")]
    #[test]
    fn every_list_is_asked() {
        fn sources(directory: &std::path::Path, all: &mut alloc::string::String) {
            for entry in std::fs::read_dir(directory).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    sources(&path, all);
                } else if path.extension().is_some_and(|extension| extension == "rs")
                    && !path.ends_with("lists.rs")
                {
                    all.push_str(&std::fs::read_to_string(path).unwrap());
                }
            }
        }
        let mut all = alloc::string::String::new();
        sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
        for name in NAMES {
            let list = alloc::format!("List::{:?}", List::named(name).unwrap());
            let asked = all.split(&list).skip(1).any(|behind| !behind.starts_with(char::is_alphanumeric));
            assert!(asked, "{list}");
        }
    }

    #[test]
    fn every_line_is_read() {
        for line in FILE.lines().filter(|line| !line.starts_with('#')) {
            let (_, mut words) = read_line(line).unwrap();
            assert!(words.all(|word| !word.is_empty()), "{line}");
        }
        for name in NAMES {
            assert!(
                FILE.lines().any(|line| line.split_once('\t').is_some_and(|(list, _)| list == *name)),
                "{name}"
            );
        }
        assert!(is_listed(List::Case, "حالة") && !is_listed(List::Case, "رواية"));
        assert!(is_listed_behind(List::Price, "وبالسعر") && !is_listed(List::Price, "وبالسعر"));
        assert!(is_listed_behind(List::Price, "وللسعر") && is_listed_behind(List::Price, "فلسعر"));
        assert!(!is_listed_behind(List::Price, "بوسعر"));
        assert!(is_listed(List::Plural, "دول") && !is_listed(List::Mass, "دول"));
    }
}
