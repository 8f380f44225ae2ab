//! What a word can mean in a number or a date, read from the data files beside this one. Knows
//! words and phrases, not grammar: the same word has all its senses here.
//!
//! The files are parsed at the first look-up (some 2,600 lines) into a tree of words, a phrase below its
//! beginning, and one open-addressed table of its nodes. A line that cannot be read is left out; a test
//! reads every line.

mod lists;
mod starts;
pub(crate) mod stem;

use alloc::boxed::Box;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use crate::fold::Folded;

pub(crate) use lists::{List, behind_proclitics, is_listed, is_listed_behind};
pub(crate) use starts::Starts;
use stem::Head;
pub(crate) use stem::Stem;

/// One meaning of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    Zero,
    /// One to nine.
    Unit(u8),
    /// أحد, إحدى: one, before ten or tens only.
    A1,
    /// اثنا and its forms: two, before ten only.
    P12,
    Ten,
    /// Eleven to nineteen in one word, as in the dialects.
    Teen(u8),
    Tens(u8),
    Hundred,
    /// مئات behind a unit: أربع مئات.
    HundredPlural,
    /// Fused and dual hundreds: 200 to 900.
    Hundreds(u16),
    Mult(u8, MultForm),
    /// تلتلاف: so many thousands in one word.
    Thousands(u8),
    /// An ordinal from one to ten.
    Ord(u8, OrdForm),
    /// A fraction that stands alone: 1/3, 2/3.
    Frac(u8, u8),
    /// The plural of a part, after a unit: أرباع.
    FracPlural(u8),
    Minus,
    DecimalWord,
    /// `في المئة`, `في الألف`.
    Per(u16),
    NumberSign,
    PhoneWord,
    VersionWord,
    ScoreWord,
    Measure,
    /// One or two of a measure, a part of which may be joined: متر ونصف.
    Whole(u8),
    Degree,
    /// A currency by its code.
    Money(&'static str),
    /// A currency whose nation is not said.
    MoneyFamily(&'static str),
    /// A unit of measurement by its symbol.
    Symbol(&'static str),
    /// أكثر من and its like.
    Bound(Bound),
    /// A fixed phrase in which nothing is a number or a date.
    Name,
    Month(u8, MonthClass),
    /// كانون (1), تشرين (2), which the next word or digit completes.
    MonthHead(u8),
    /// ك (1), ت (2) before a digit.
    MonthLetter(u8),
    HijriMonth(u8, MonthClass),
    /// ISO number, Monday is 1.
    Weekday(u8),
    Time(Unit, NounForm),
    Night,
    DayNoun,
    Event,
    /// A word of contracts: وقع, إيجار.
    Contract,
    DateNoun,
    /// الموافق between the halves of a dual date.
    Agrees,
    Prep,
    Since,
    Within,
    Before,
    After,
    To,
    From,
    Between,
    Approx,
    Part(Part),
    First,
    Deictic(i8),
    This,
    That,
    ThisDay,
    DayWord(i8),
    Every,
    /// الآن
    Now,
    Era(Era),
    Decade(u8),
    Period(Period),
    Clock(u8),
    /// The name of a zone in the IANA database, `local`, or `?`.
    Zone(&'static str),
    Except,
    /// خلون, مضت of the nights of a month.
    Passed,
    /// بقين, بقيت of its nights.
    Remaining,
    PartQuarter,
    PartHalf,
    NameHead,
    /// No noun: أو, ثم, عندما.
    Function,
    /// Before عام that is an adjective.
    General,
    /// بضع: no number follows.
    Vague,
    Person,
    Particle,
}

impl Sense {
    /// Whether the word measures: a unit, a currency, or another measure such as كوب.
    pub(crate) const fn measures(self) -> bool {
        matches!(
            self,
            Self::Measure | Self::Whole(_) | Self::Money(_) | Self::MoneyFamily(_) | Self::Symbol(_)
        )
    }

    /// Whether the word counts: a part of a cardinal with a value of its own.
    pub(crate) const fn counts(self) -> bool {
        matches!(
            self,
            Self::Unit(_)
                | Self::Ten
                | Self::Teen(_)
                | Self::Tens(_)
                | Self::Hundred
                | Self::Hundreds(_)
                | Self::Thousands(_)
                | Self::Mult(..)
        )
    }
}

/// The forms of a multiplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MultForm {
    Singular,
    /// ألفا: after a coefficient, or "two thousand of".
    Accusative,
    Plural,
    Dual,
    /// ألفي: "two thousand of".
    ConstructDual,
}

/// How an ordinal can stand in a compound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OrdForm {
    Masculine,
    Feminine,
    /// حادي, only in a compound.
    CompoundOnly,
}

/// What a month name needs to be read as one (`numbers-and-dates`, C.16).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MonthClass {
    /// Nothing.
    Unambiguous,
    /// A licenser: a day, a year, a month noun, a preposition.
    Licensed,
    /// A day or a year or a month noun.
    DayOrYear,
    /// A day, a year, a month noun or a twin, but no preposition.
    NoPreposition,
    /// As `Licensed`, but blocked beside a person's name.
    Person,
    /// آب with its madda as `Licensed`; without it a day and a year; أب never.
    Ab,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

/// The forms of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NounForm {
    Singular,
    Accusative,
    Dual,
    ConstructDual,
    Plural,
}

/// A part of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Start,
    Middle,
    End,
}

/// How exact a number is said to be.
///
/// ```
/// use warraq::{ArabicText as _, Bound};
/// assert_eq!("أكثر من 50 شخصا".arabic_numbers().next().unwrap().bound(), Some(Bound::MoreThan));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Bound {
    /// نحو, حوالي, تقريبا
    About,
    /// أكثر من
    MoreThan,
    /// أقل من
    LessThan,
    /// لا يقل عن
    AtLeast,
    /// لا يتجاوز
    AtMost,
}

/// An era mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Era {
    Ce,
    Bce,
    Ah,
    Bh,
    SolarHijri,
}

/// A half of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    Am,
    Pm,
    Noon,
    Night,
}

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

/// Key and senses of a data line; `None` for comments, empty lines and what cannot be read.
fn read_line(line: &'static str) -> Option<(Vec<u8>, Vec<Sense>)> {
    let (words, list) = line.split_once('\t').filter(|_| !line.starts_with('#'))?;
    let mut key = Vec::new();
    for word in words.split(' ') {
        if !key.is_empty() {
            key.push(b' ');
        }
        key.extend_from_slice(Folded::new(word)?.as_bytes());
    }
    let mut senses = Vec::new();
    for item in list.split(' ') {
        senses.push(read_sense(item)?);
    }
    Some((key, senses))
}

fn read_sense(item: &'static str) -> Option<Sense> {
    let mut fields = item.split(':');
    let name = fields.next()?;
    let mut next = || fields.next();
    let number = |field: Option<&'static str>| field?.parse::<u8>().ok();
    Some(match name {
        "zero" => Sense::Zero,
        "unit" if item.as_bytes().get(5).is_some_and(u8::is_ascii_digit) => Sense::Unit(number(next())?),
        "unit" => Sense::Symbol(next()?),
        "a1" => Sense::A1,
        "p12" => Sense::P12,
        "ten" => Sense::Ten,
        "teen" => Sense::Teen(number(next())?),
        "thousands" => Sense::Thousands(number(next())?),
        "tens" => Sense::Tens(number(next())?),
        "hundred" => Sense::Hundred,
        "hundredp" => Sense::HundredPlural,
        "hundreds" => Sense::Hundreds(next()?.parse().ok()?),
        "mult" => Sense::Mult(number(next())?, MultForm::Singular),
        "multa" => Sense::Mult(number(next())?, MultForm::Accusative),
        "multp" => Sense::Mult(number(next())?, MultForm::Plural),
        "multd" => Sense::Mult(number(next())?, MultForm::Dual),
        "multc" => Sense::Mult(number(next())?, MultForm::ConstructDual),
        "ord" => Sense::Ord(number(next())?, OrdForm::Masculine),
        "ordf" => Sense::Ord(number(next())?, OrdForm::Feminine),
        "ord1" => Sense::Ord(number(next())?, OrdForm::CompoundOnly),
        "frac" => {
            let (above, below) = next()?.split_once('/')?;
            Sense::Frac(above.parse().ok()?, below.parse().ok()?)
        }
        "fracp" => Sense::FracPlural(number(next())?),
        "minus" => Sense::Minus,
        "point" => Sense::DecimalWord,
        "per" => Sense::Per(next()?.parse().ok()?),
        "number-sign" => Sense::NumberSign,
        "phone" => Sense::PhoneWord,
        "version" => Sense::VersionWord,
        "score" => Sense::ScoreWord,
        "measure" => Sense::Measure,
        "whole" => Sense::Whole(number(next())?),
        "degree" => Sense::Degree,
        "money" => Sense::Money(next()?),
        "family" => Sense::MoneyFamily(next()?),
        "bound" => Sense::Bound(match next()? {
            "about" => Bound::About,
            "more" => Bound::MoreThan,
            "less" => Bound::LessThan,
            "least" => Bound::AtLeast,
            "most" => Bound::AtMost,
            _ => return None,
        }),
        "name" => Sense::Name,
        "month" => Sense::Month(number(next())?, month_class(next()?)?),
        "hmonth" => Sense::HijriMonth(number(next())?, month_class(next()?)?),
        "month-head" => Sense::MonthHead(number(next())?),
        "month-letter" => Sense::MonthLetter(number(next())?),
        "wday" => Sense::Weekday(number(next())?),
        "time" => {
            let unit = match next()? {
                "second" => Unit::Second,
                "minute" => Unit::Minute,
                "hour" => Unit::Hour,
                "day" => Unit::Day,
                "week" => Unit::Week,
                "month" => Unit::Month,
                "year" => Unit::Year,
                "decade" => Unit::Decade,
                "century" => Unit::Century,
                _ => return None,
            };
            let form = match next()? {
                "sg" => NounForm::Singular,
                "acc" => NounForm::Accusative,
                "du" => NounForm::Dual,
                "duc" => NounForm::ConstructDual,
                "pl" => NounForm::Plural,
                _ => return None,
            };
            Sense::Time(unit, form)
        }
        "night" => Sense::Night,
        "day-noun" => Sense::DayNoun,
        "event" => Sense::Event,
        "contract" => Sense::Contract,
        "date-noun" => Sense::DateNoun,
        "agrees" => Sense::Agrees,
        "prep" => Sense::Prep,
        "since" => Sense::Since,
        "within" => Sense::Within,
        "before" => Sense::Before,
        "after" => Sense::After,
        "to" => Sense::To,
        "from" => Sense::From,
        "between" => Sense::Between,
        "approx" => Sense::Approx,
        "part" => match next()? {
            "start" => Sense::Part(Part::Start),
            "mid" => Sense::Part(Part::Middle),
            "end" => Sense::Part(Part::End),
            _ => return None,
        },
        "part-noun" => match next()? {
            "quarter" => Sense::PartQuarter,
            "half" => Sense::PartHalf,
            _ => return None,
        },
        "first" => Sense::First,
        "deictic" => Sense::Deictic(next()?.parse().ok()?),
        "this" => Sense::This,
        "that" => Sense::That,
        "this-day" => Sense::ThisDay,
        "dayword" => Sense::DayWord(next()?.parse().ok()?),
        "every" => Sense::Every,
        "now" => Sense::Now,
        "era" => Sense::Era(match next()? {
            "ce" => Era::Ce,
            "bce" => Era::Bce,
            "ah" => Era::Ah,
            "bh" => Era::Bh,
            "sh" => Era::SolarHijri,
            _ => return None,
        }),
        "decade" => Sense::Decade(number(next())?),
        "period" => Sense::Period(match next()? {
            "am" => Period::Am,
            "pm" => Period::Pm,
            "noon" => Period::Noon,
            "night" => Period::Night,
            _ => return None,
        }),
        "clock" => Sense::Clock(number(next())?),
        "zone" => Sense::Zone(next()?),
        "except" => Sense::Except,
        "passed" => Sense::Passed,
        "remaining" => Sense::Remaining,
        "head" => Sense::NameHead,
        "person" => Sense::Person,
        "particle" => Sense::Particle,
        "function" => Sense::Function,
        "general" => Sense::General,
        "vague" => Sense::Vague,
        _ => return None,
    })
}

fn month_class(name: &str) -> Option<MonthClass> {
    Some(match name {
        "u" => MonthClass::Unambiguous,
        "m" => MonthClass::Licensed,
        "n" => MonthClass::DayOrYear,
        "w" => MonthClass::NoPreposition,
        "p" => MonthClass::Person,
        "ab" => MonthClass::Ab,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
