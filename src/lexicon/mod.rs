//! What a word can mean in a number or a date, read from the data files beside this one. Knows
//! words and phrases, not grammar: the same word has all its senses here.
//!
//! The files are parsed at the first look-up (some 900 lines) into one open-addressed table. A
//! line that cannot be read is left out; a test reads every line.

use alloc::boxed::Box;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use crate::fold::Folded;

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
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    first: u16,
    len: u8,
    pub(crate) starts_phrase: bool,
}

/// What a key has in the standard language, and what it has with the words of the dialects.
struct Word {
    key: Box<[u8]>,
    standard: Entry,
    dialect: Entry,
}

/// The words of the data files.
pub(crate) struct Lexicon {
    /// Indices into `words`, plus one; zero is a free slot.
    slots: Vec<u16>,
    words: Vec<Word>,
    senses: Vec<Sense>,
    /// Which beginnings of up to three letters occur, by a hash of them: most words end here.
    beginnings: Box<[u64; BEGINNINGS / 64]>,
}

impl core::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Lexicon").field("words", &self.words.len()).finish_non_exhaustive()
    }
}

/// Bits of the filter, a power of two far above the number of beginnings.
const BEGINNINGS: usize = 1 << 16;

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

/// The odd number next to 2⁶⁴ over the golden ratio.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// A slot for the key: eight bytes at a time, multiplied and folded.
fn slot(key: &[u8]) -> usize {
    let mut hash = key.len() as u64;
    let (words, rest) = key.as_chunks::<8>();
    for word in words {
        hash = (hash ^ u64::from_le_bytes(*word)).wrapping_mul(GOLDEN);
        hash ^= hash >> 32;
    }
    let tail = rest.iter().fold(0, |tail, &byte| tail << 8 | u64::from(byte));
    hash = (hash ^ tail).wrapping_mul(GOLDEN);
    (hash >> 40) as usize & (SLOTS - 1)
}

/// The bit of the first three letters, or of all there are.
fn beginning(key: &[u8]) -> usize {
    bit_of(key.iter().take(6).rev().fold(0, |all, &byte| all << 8 | u64::from(byte)))
}

/// The same of the letters in the lower six bytes, zeros behind the end of the word.
#[inline]
const fn bit_of(letters: u64) -> usize {
    (letters.wrapping_mul(GOLDEN) >> 48) as usize & (BEGINNINGS - 1)
}

/// What the files say of one key.
#[derive(Default)]
struct Gathered {
    standard: Vec<Sense>,
    dialect: Vec<Sense>,
    starts_standard: bool,
    starts_dialect: bool,
}

impl Lexicon {
    fn read() -> Self {
        // Gathered first: a key may stand on several lines and in several files.
        let mut words: alloc::collections::BTreeMap<Vec<u8>, Gathered> = alloc::collections::BTreeMap::new();
        let files = FILES.into_iter().map(|file| (file, false)).chain([(DIALECT, true)]);
        for (line, dialect) in files.flat_map(|(file, dialect)| file.lines().map(move |line| (line, dialect)))
        {
            let Some((key, list)) = read_line(line) else { continue };
            for end in key.iter().enumerate().filter(|&(_, &b)| b == b' ').map(|(end, _)| end) {
                let head = words.entry(key.get(..end).unwrap_or(&[]).to_vec()).or_default();
                head.starts_dialect = true;
                head.starts_standard |= !dialect;
            }
            let word = words.entry(key).or_default();
            let senses = if dialect { &mut word.dialect } else { &mut word.standard };
            for sense in list {
                if !senses.contains(&sense) {
                    senses.push(sense);
                }
            }
        }
        let mut read = Self {
            slots: alloc::vec![0; SLOTS],
            words: Vec::new(),
            senses: Vec::new(),
            beginnings: Box::new([0; BEGINNINGS / 64]),
        };
        for (key, mut word) in words {
            let bit = beginning(&key);
            if let Some(bits) = read.beginnings.get_mut(bit / 64) {
                *bits |= 1 << (bit % 64);
            }
            word.dialect.retain(|sense| !word.standard.contains(sense));
            let entry = |len: usize, starts_phrase| Entry {
                first: read.senses.len() as u16,
                len: len as u8,
                starts_phrase,
            };
            let standard = entry(word.standard.len(), word.starts_standard);
            let dialect = entry(word.standard.len() + word.dialect.len(), word.starts_dialect);
            read.senses.extend(word.standard.iter().chain(&word.dialect));
            let mut at = slot(&key);
            while read.slots.get(at).is_some_and(|&s| s != 0) {
                at = (at + 1) & (SLOTS - 1);
            }
            read.words.push(Word { key: key.into_boxed_slice(), standard, dialect });
            if let Some(free) = read.slots.get_mut(at) {
                *free = read.words.len() as u16;
            }
        }
        read
    }

    /// The senses of an entry.
    pub(crate) fn senses(&self, entry: Entry) -> &[Sense] {
        let first = usize::from(entry.first);
        self.senses.get(first..first + usize::from(entry.len)).unwrap_or(&[])
    }

    /// The entry of a folded word, or of folded words joined by one space each; with the words of the
    /// dialects if asked for. O(length).
    pub(crate) fn find(&self, key: &[u8], dialect: bool) -> Option<Entry> {
        self.begins(beginning(key)).then(|| self.find_slot(key, dialect)).flatten()
    }

    /// The same for the stem of a word that starts at byte `skip`.
    #[inline]
    pub(crate) fn find_stem(&self, word: &Folded, skip: usize, dialect: bool) -> Option<Entry> {
        let begins = self.begins(bit_of(word.first_letters(skip)));
        if begins { self.find_slot(word.as_bytes().get(skip..)?, dialect) } else { None }
    }

    #[inline]
    fn begins(&self, bit: usize) -> bool {
        self.beginnings.get(bit / 64).is_some_and(|bits| bits & 1 << (bit % 64) != 0)
    }

    fn find_slot(&self, key: &[u8], dialect: bool) -> Option<Entry> {
        let mut at = slot(key);
        loop {
            let index = usize::from(*self.slots.get(at)?).checked_sub(1)?;
            let word = self.words.get(index)?;
            if *word.key == *key {
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
    fn words_have_all_their_senses() {
        let key = Folded::new("خَمْس").unwrap();
        let entry = lexicon().find(key.as_bytes(), false).unwrap();
        assert_eq!(lexicon().senses(entry), [Sense::Unit(5), Sense::Frac(1, 5)]);
        let key = Folded::new("تشرين").unwrap();
        assert!(lexicon().find(key.as_bytes(), false).unwrap().starts_phrase);
        let key = Folded::new("خمستاشر").unwrap();
        assert!(lexicon().find(key.as_bytes(), false).is_none());
        assert_eq!(lexicon().senses(lexicon().find(key.as_bytes(), true).unwrap()), [Sense::Teen(15)]);
        assert!(lexicon().find("كتاب".as_bytes(), true).is_none());
    }
}
