//! Findings, values, options and maps in the formats of serde.
//!
//! Plain enums and structs of options derive where they are declared. Here stands what is written in a form
//! of its own: values in their notation, findings with their text, sets as lists of names, options whose fields are
//! not named like the methods that set them.

use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Error as _, Unexpected, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::chunk::Limit;
use crate::class::{NumeralSystem, NumeralSystems};
use crate::entity::EntityOptions;
use crate::normalize::{Normalizer, Operation};
use crate::{
    Analyzer, Chunk, Chunker, CivilDate, Clock, Date, DateOrder, Duration, Entity, Exact, Flags, GuardKind,
    Guards, HijriDate, Layers, Mode, Names, Number, OffsetMap, Packing, Point, Profiles, Region, Resolved,
    Segment, Sentence, SentenceSplitter, Span, Term, Token, TokenKind, Unit, UnitKind, Value, Weekday, Zone,
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
    Weekday,
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

impl<T: FromStr> Visitor<'_> for Parsed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.1)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
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
    Weekday: "a weekday such as MON",
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
        serializer.collect_seq(self.operations().collect::<Vec<_>>())
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
        serializer.collect_seq(self.iter().collect::<Vec<_>>())
    }
}

/// The list of [`Flags::names`].
impl Serialize for Flags {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.names().collect::<Vec<_>>())
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
    ($type:ident $names:ident: $($member:ident = $name:literal),*) => {
        #[derive(Serialize, Deserialize)]
        #[expect(clippy::upper_case_acronyms, reason = "the names of the constants")]
        enum $names {
            $(#[serde(rename = $name)] $member,)*
        }

        /// The list of the names of its members, in small letters.
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let all = [$((Self::$member, $names::$member)),*].into_iter();
                let names = all.filter(|(one, _)| self.contains(*one)).map(|(_, name)| name);
                serializer.collect_seq(names.collect::<Vec<_>>())
            }
        }

        /// From a list of names; one that is none is an error.
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let names = Vec::<$names>::deserialize(deserializer)?.into_iter();
                Ok(names.fold(Self::NONE, |set, name| set.with(match name { $($names::$member => Self::$member),* })))
            }
        }
    };
}

named_set!(Layers LayerName: SENTENCES = "sentences", TOKENS = "tokens", ENTITIES = "entities");
named_set!(Profiles ProfileName: DIALECT = "dialect", CLASSICAL = "classical");

#[derive(Serialize, Deserialize)]
#[serde(rename = "Analyzer", default, deny_unknown_fields)]
struct AnalyzerKeys {
    layers: Layers,
    mode: Mode,
    names: Names,
    region: Option<Region>,
    profiles: Profiles,
    guards: Guards,
    date_order: DateOrder,
    splitter: SentenceSplitter,
}

impl Default for AnalyzerKeys {
    fn default() -> Self {
        Self::of(Analyzer::new())
    }
}

impl AnalyzerKeys {
    fn of(Analyzer { layers, entities, splitter }: Analyzer) -> Self {
        let EntityOptions { mode, names, region, profiles, order, guards, everything: _ } = entities;
        Self { layers, mode, names, region, profiles, guards, date_order: order, splitter }
    }
}

/// A map whose keys are the names of the methods; `region` may be null.
impl Serialize for Analyzer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        AnalyzerKeys::of(*self).serialize(serializer)
    }
}

/// From a map whose keys are the names of the methods; what is missing is as in [`Analyzer::new`], a key that is none an
/// error.
///
/// ```
/// use warraq::{Analyzer, Mode};
/// let analyzer: Analyzer = serde_json::from_str(r#"{"mode": "strict", "region": "MA"}"#)?;
/// assert_eq!(analyzer, Analyzer::new().mode(Mode::Strict).region("MA".parse()?));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
impl<'de> Deserialize<'de> for Analyzer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let AnalyzerKeys { layers, mode, names, region, profiles, guards, date_order, splitter } =
            AnalyzerKeys::deserialize(deserializer)?;
        let entities =
            EntityOptions { mode, names, region, profiles, order: date_order, guards, everything: false };
        Ok(Self { layers, entities, splitter })
    }
}

#[derive(Serialize, Deserialize, Default)]
#[serde(rename = "Chunker", default, deny_unknown_fields)]
struct ChunkerKeys {
    max_bytes: Option<usize>,
    max_chars: Option<usize>,
    packing: Packing,
    splitter: SentenceSplitter,
}

/// `max_bytes` and `max_chars`, one of them null, `packing` and `splitter`.
impl Serialize for Chunker {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { limit, packing, splitter } = *self;
        let (max_bytes, max_chars) = match limit {
            Limit::Bytes(most) => (Some(most), None),
            Limit::Chars(most) => (None, Some(most)),
        };
        ChunkerKeys { max_bytes, max_chars, packing, splitter }.serialize(serializer)
    }
}

/// From a map with either `max_bytes` or `max_chars`.
///
/// ```
/// use warraq::Chunker;
/// let chunker: Chunker = serde_json::from_str(r#"{"max_chars": 500}"#)?;
/// assert_eq!(chunker, Chunker::max_chars(500));
/// assert!(serde_json::from_str::<Chunker>("{}").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
impl<'de> Deserialize<'de> for Chunker {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let ChunkerKeys { max_bytes, max_chars, packing, splitter } = ChunkerKeys::deserialize(deserializer)?;
        let limit = match (max_bytes, max_chars) {
            (Some(most), None) => Limit::Bytes(most),
            (None, Some(most)) => Limit::Chars(most),
            _ => return Err(D::Error::custom("either max_bytes or max_chars")),
        };
        Ok(Self { limit, packing, splitter })
    }
}

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
