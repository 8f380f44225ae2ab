//! Findings, values, options and maps in the formats of serde.
//!
//! Plain enums and structs of options derive where they are declared. Here stands what is written in a form
//! of its own: values in their notation, findings with their text, sets as lists of names.

use alloc::vec::Vec;
use core::fmt::{self, Display};
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Error as _, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::class::{NumeralSystem, NumeralSystems};
use crate::normalize::{Normalizer, Operation};
use crate::{
    Chunk, CivilDate, Clock, Date, Duration, Entity, Exact, Flags, GuardKind, HijriDate, Layers, Number,
    OffsetMap, Point, Profiles, Region, Resolved, Segment, Sentence, Span, Term, Token, TokenKind, Unit,
    UnitKind, Value, Zone,
};

macro_rules! as_printed {
    ($($type:ty),*) => {$(
        /// A string: as it prints.
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    )*};
}

as_printed!(
    Operation,
    CivilDate,
    HijriDate,
    Region,
    Exact,
    Number,
    Date,
    Point,
    Duration,
    Clock,
    Zone,
    Value,
    Resolved,
    GuardKind,
    NumeralSystem
);

/// Reads what [`FromStr`] reads.
struct Parsed<T>(PhantomData<T>, &'static str);

impl<T: FromStr<Err: Display>> Visitor<'_> for Parsed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.1)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

macro_rules! parsed {
    ($($type:ty: $expected:literal,)*) => {$(
        /// From the string that it prints as; what [`FromStr`] refuses is an error.
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Parsed(PhantomData, $expected))
            }
        }
    )*};
}

parsed! {
    Operation: "an operation such as alef=fold",
    CivilDate: "a day such as 2023-01-20",
    HijriDate: "a day such as 1445-03-12",
    Region: "a region such as MA",
}

/// The list of its operations.
///
/// ```
/// use warraq::Normalizer;
/// let normalizer: Normalizer = serde_json::from_str(r#"["alef=fold", "marks"]"#)?;
/// assert_eq!(normalizer.normalize("أَنا"), "انا");
/// assert_eq!(serde_json::to_string(&normalizer)?, r#"["marks=all","alef=fold"]"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Normalizer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.operations())
    }
}

/// From the list of its operations, the later of two of one name; a name or choice that is none is an error.
impl<'de> Deserialize<'de> for Normalizer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<Operation>::deserialize(deserializer)?.into_iter().collect())
    }
}

/// Start and end in bytes. An end before the start is refused.
impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename = "Span", deny_unknown_fields)]
        struct Ends {
            start: usize,
            end: usize,
        }
        let Ends { start, end } = Ends::deserialize(deserializer)?;
        if end < start {
            Err(D::Error::custom("a span ends before it starts"))
        } else {
            Ok(Self { start, end })
        }
    }
}

/// The list of their CLDR identifiers.
impl Serialize for NumeralSystems {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// The list of [`Flags::names`].
impl Serialize for Flags {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.names())
    }
}

/// `input_len`, `output_len` and `pieces`: for each stretch of the output in order, start and end of its source, and the
/// length of what comes from all of it, 0 where the two agree byte for byte. Bytes; O(pieces).
///
/// ```
/// use warraq::{Normalizer, OffsetMap};
/// let (_, map) = Normalizer::search().normalize_mapped("قَلَم").into_parts();
/// let json = serde_json::to_string(&map)?;
/// assert_eq!(json, r#"{"input_len":10,"output_len":6,"pieces":[[0,2,0],[4,6,0],[8,10,0]]}"#);
/// assert_eq!(serde_json::from_str::<OffsetMap>(&json)?, map);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for OffsetMap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (input_len, output_len) = (self.input_len(), self.output_len());
        MapParts { input_len, output_len, pieces: self.told() }.serialize(serializer)
    }
}

/// Every number is looked at: what is no map between two texts is an error. O(pieces).
impl<'de> Deserialize<'de> for OffsetMap {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let MapParts { input_len, output_len, pieces } = MapParts::deserialize(deserializer)?;
        Self::from_told(input_len, output_len, pieces)
            .ok_or_else(|| D::Error::custom("no map between two texts"))
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "OffsetMap", deny_unknown_fields)]
struct MapParts {
    input_len: usize,
    output_len: usize,
    pieces: Vec<(usize, usize, usize)>,
}

macro_rules! named_set {
    ($type:ident: $($member:ident = $name:literal),*) => {
        /// The list of the names of its members, in small letters.
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let all = [$((Self::$member, $name)),*];
                serializer.collect_seq(all.iter().filter(|(one, _)| self.contains(*one)).map(|(_, name)| name))
            }
        }

        /// From a list of names; one that is none is an error.
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[derive(Deserialize)]
                #[expect(clippy::upper_case_acronyms, reason = "the names of the constants")]
                enum Name {
                    $(#[serde(rename = $name)] $member,)*
                }
                let names = Vec::<Name>::deserialize(deserializer)?.into_iter();
                Ok(names.fold(Self::NONE, |set, name| set.with(match name { $(Name::$member => Self::$member),* })))
            }
        }
    };
}

named_set!(Layers: SENTENCES = "sentences", TOKENS = "tokens", ENTITIES = "entities");
named_set!(Profiles: DIALECT = "dialect", CLASSICAL = "classical");

/// The fields that all findings have.
fn found<S: Serializer>(serializer: S, span: Span, text: &str) -> Result<S::SerializeMap, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    map.serialize_entry("start", &span.start)?;
    map.serialize_entry("end", &span.end)?;
    map.serialize_entry("text", text)?;
    Ok(map)
}

/// `kind`, and the `script` of a word.
fn kind<M: SerializeMap>(map: &mut M, kind: TokenKind) -> Result<(), M::Error> {
    map.serialize_entry("kind", kind.as_str())?;
    match kind {
        TokenKind::Word(script) => map.serialize_entry("script", script.as_str()),
        _ => Ok(()),
    }
}

fn optional<M: SerializeMap>(map: &mut M, key: &str, value: Option<impl Serialize>) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(key, &value))
}

macro_rules! places {
    ($($type:ident)*) => {$(
        /// `start` and `end` in bytes, and `text`.
        impl Serialize for $type<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                found(serializer, self.span(), self.text())?.end()
            }
        }
    )*};
}

places!(Sentence Chunk);

/// `start`, `end`, `text`, `kind`, and the `script` of a word, the `systems` of digits.
///
/// ```
/// use warraq::ArabicText as _;
/// let token = "مكتبة".arabic_tokens().next().unwrap();
/// let json = serde_json::to_string(&token).unwrap();
/// assert_eq!(json, r#"{"start":0,"end":10,"text":"مكتبة","kind":"word","script":"arabic"}"#);
/// ```
impl Serialize for Token<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = found(serializer, self.span(), self.text())?;
        kind(&mut map, self.kind())?;
        let systems = self.systems();
        optional(&mut map, "systems", (!systems.is_empty()).then_some(systems))?;
        map.end()
    }
}

/// `start`, `end`, `text`, `value` in its notation, `certainty`, `flags`, and where they are known `systems`, `unit`,
/// `bound` and `relation`.
///
/// ```
/// use warraq::ArabicText as _;
/// let found = "حوالي ٥٠ كم".arabic_numbers().next().unwrap();
/// let json = serde_json::to_value(&found).unwrap();
/// assert_eq!(json["value"], "card:50");
/// assert_eq!(json["systems"], serde_json::json!(["arab"]));
/// assert_eq!(json["unit"]["measure"], "km");
/// assert_eq!(json["bound"], "about");
/// ```
impl Serialize for Entity<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = found(serializer, self.span(), self.text())?;
        map.serialize_entry("value", self.value())?;
        map.serialize_entry("certainty", &self.certainty())?;
        map.serialize_entry("flags", &self.flags())?;
        let systems = self.systems();
        optional(&mut map, "systems", (!systems.is_empty()).then_some(systems))?;
        optional(&mut map, "unit", self.unit())?;
        optional(&mut map, "bound", self.bound())?;
        optional(&mut map, "relation", self.relation())?;
        map.end()
    }
}

/// `start`, `end`, `text`, and `currency`, `family` or `measure`.
impl Serialize for Unit<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = found(serializer, self.span(), self.text())?;
        match self.kind() {
            UnitKind::Currency(code) => map.serialize_entry("currency", code)?,
            UnitKind::CurrencyFamily(name) => map.serialize_entry("family", name)?,
            UnitKind::Measure(symbol) => map.serialize_entry("measure", symbol)?,
        }
        map.end()
    }
}

/// `start`, `end`, `text`, `role`, `kind`, and the `script` of a word.
///
/// ```
/// use warraq::CliticSegmenter;
/// let word = CliticSegmenter::new().segment("والكتاب");
/// let json = serde_json::to_value(word.segments().collect::<Vec<_>>()).unwrap();
/// assert_eq!((&json[1]["text"], &json[1]["role"]), (&"ال".into(), &"article".into()));
/// ```
impl Serialize for Segment<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = found(serializer, self.span(), self.text())?;
        map.serialize_entry("role", &self.role())?;
        kind(&mut map, self.kind())?;
        map.end()
    }
}

/// `start`, `end`, `text`, `term`, `stop_word`, `kind`, and the `script` of a word.
///
/// ```
/// let term = warraq::SearchTerms::new().terms("بِالْكِتَابِ").next().unwrap();
/// let json = serde_json::to_value(&term).unwrap();
/// assert_eq!((&json["text"], &json["term"]), (&"بِالْكِتَابِ".into(), &"كتاب".into()));
/// ```
impl Serialize for Term<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = found(serializer, self.span(), self.text())?;
        map.serialize_entry("term", self.term())?;
        map.serialize_entry("stop_word", &self.is_stop_word())?;
        kind(&mut map, self.kind())?;
        map.end()
    }
}
