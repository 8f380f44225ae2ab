//! Arabic text: normalization, tokens, numerals and dates with exact values, sentences.
//!
//! A `&str` goes in; what comes out borrows from it and carries byte spans into it. Nothing is
//! normalized in order to find it, so a span always points at the text as it was written.
//!
//! # A tour
//!
//! The methods of [`ArabicText`] do the usual thing on any `&str`; a builder for each job holds the
//! options.
//!
//! ```
//! use warraq::ArabicText as _;
//!
//! let text = "شارك ٢٥٠ كاتبًا في المعرض يوم 20 يناير 2023. وقال د. سامي: رائع!";
//!
//! let sentences: Vec<_> = text.arabic_sentences().map(|s| s.text()).collect();
//! assert_eq!(sentences, ["شارك ٢٥٠ كاتبًا في المعرض يوم 20 يناير 2023.", "وقال د. سامي: رائع!"]);
//!
//! let number = text.arabic_numbers().next().unwrap();
//! assert_eq!((number.text(), number.value().to_string()), ("٢٥٠", "card:250".to_owned()));
//!
//! let date = text.arabic_dates().next().unwrap();
//! assert_eq!(&text[date.span()], "يوم 20 يناير 2023");
//! assert_eq!(date.value().to_string(), "day:2023-01-20");
//! ```
//!
//! The tables of [`Number`] and [`Date`] explain the notation of values.
//!
//! | to | use | options |
//! |---|---|---|
//! | normalize for storing, for search, for models | [`Normalizer::clean`], [`search`](Normalizer::search), [`ml`](Normalizer::ml) | [`Normalizer`] |
//! | search in normalized text, show the original | [`Normalizer::normalize_mapped`] | [`Mapped`], [`OffsetMap`] |
//! | cut into typed tokens | [`arabic_tokens`](ArabicText::arabic_tokens) | [`Tokenizer`] |
//! | take `وبالمدرسة` apart | [`CliticSegmenter::segment`], [`CliticSegmenter::segments`] | [`Mode`], [`CliticScheme`] |
//! | index and query a text | [`SearchTerms::terms`], [`SearchTerms::term`] | [`SearchTerms`] |
//! | cut into sentences | [`arabic_sentences`](ArabicText::arabic_sentences) | [`SentenceSplitter`], [`Abbreviations`] |
//! | cut into chunks for retrieval and models | [`Chunker::chunks`] | [`Chunker`] |
//! | find numbers in digits and words | [`arabic_numbers`](ArabicText::arabic_numbers) | [`Analyzer`] |
//! | find dates, times, durations | [`arabic_dates`](ArabicText::arabic_dates) | [`Analyzer`] |
//! | know which day a date means | [`Entity::resolve`] | [`Context`] |
//! | know the unit, the bound, the parts of what was found | [`Entity::unit`], [`Entity::bound`], [`Entity::parts`] | |
//! | write a number in words, in other digits | [`Tafqit`], [`Exact::in_digits`] | [`Gender`], [`Case`], [`Grouping`] |
//! | read dialects, chronicles | [`Analyzer::profiles`] | [`Profiles`] |
//! | normalize files larger than memory | `NormalizeReader`, `NormalizeWriter` (feature `std`) | [`Normalizer`] |
//! | do all of it in one pass | [`Analyzer::analyze`] | [`Analyzer`] |
//! | convert Hijri days | [`HijriDate`], [`CivilDate`] | [`HijriRule`] |
//! | ask what a character is | [`class::class_of`] | |
//!
//! # Relative dates
//!
//! `20 يناير الجاري` says what it says: the 20th of January of the current year. The value stays
//! symbolic until the caller gives a reference date; no clock is ever read.
//!
//! ```
//! use warraq::{ArabicText as _, CivilDate, Context};
//!
//! let date = "في 20 يناير الجاري".arabic_dates().next().unwrap();
//! assert_eq!(date.value().to_string(), "day:XXXX-01-20@cur");
//!
//! let published = Context::new().reference(CivilDate::new(2023, 1, 23)?);
//! assert_eq!(date.resolve(&published)?.to_string(), "day:2023-01-20");
//! # Ok::<(), warraq::Error>(())
//! ```
//!
//! # What is promised
//!
//! No panic on any `&str`, linear time, no text lost, spans on character boundaries, the same answer on
//! every platform and with every instruction set, exact values, no I/O of its own, no clock, one `unsafe` block. All of it
//! holds for hostile text. [`guide::guarantees`] says what each promise means, what it costs, and which test
//! holds it.
//!
//! # More to read
//!
//! [`guide::cookbook`]: search keys, highlights, cleaning for models, timelines, chunks. [`guide::migrating`]:
//! from Lucene and Elasticsearch, CAMeL Tools, PyArabic, charabia. [`guide::rules`]: by which rules numbers and dates
//! are read.
//!
//! # Features
//!
//! | feature | default | |
//! |---|---|---|
//! | `std` | yes | readers and writers that normalize; passes `std` on to the dependencies; without it the crate is `no_std` + `alloc`, and the answers are the same |
//! | `simd` | yes | the fast paths of normalization, tokens and sentences with the instruction set that the processor has ([`Tier`]); the answers are the same without it |
//! | `rayon` | no | `Normalizer::normalize_batch`: many texts on all cores |
//! | `jiff` | no | [`CivilDate`], [`Clock`] and [`Duration`] to and from the civil types of jiff 1 |
//! | `icu` | no | [`CivilDate`] to and from the dates of icu_calendar 2 |
//! | `tantivy` | no | tokenizers and token filters for tantivy |
//! | `serde` | no | options, days, spans and [`OffsetMap`] are read and written in any format; findings and values are written in those that describe themselves: `serde_json::to_string(&finding)` |
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(not(feature = "simd"), forbid(unsafe_code))]
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::todo,
    clippy::unimplemented,
    clippy::get_unwrap,
    clippy::unwrap_in_result,
    clippy::panic_in_result_fn,
    clippy::indexing_slicing,
    clippy::string_slice
)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::indexing_slicing
    )
)]

extern crate alloc;

mod analyze;
mod certainty;
mod chunk;
pub mod class;
mod clitic;
mod date;
mod entity;
mod error;
mod ext;
mod fold;
#[cfg(any(doc, doctest))]
pub mod guide;
mod interop;
mod item;
mod lexicon;
mod normalize;
mod number;
mod region;
pub mod run;
mod search;
mod sentence;
mod simd;
mod span;
mod token;
mod words;

pub use analyze::{Analysis, Analyzer, Finding, Layers};
pub use certainty::{Certainty, DateOrder, Flags, Mode, Profiles};
pub use chunk::{Chunk, Chunker, Chunks, Packing};
pub use clitic::{CliticScheme, CliticSegmenter, Role, Segment, Segmentation, SegmentedTokens};
pub use date::{
    Calendar, CivilDate, Clock, Context, Date, DatePart, Duration, Granularity, HijriConversion, HijriDate,
    HijriRule, Point, Resolved, TimeUnit, Weekday, WeekdayPolicy, YearPolicy, Zone,
};
pub use entity::{Dates, Entities, Entity, Guards, Names, Numbers, Relation, Unit, UnitKind, Value};
pub use error::{Error, ErrorKind};
pub use ext::ArabicText;
#[cfg(feature = "tantivy")]
pub use interop::tantivy;
pub use lexicon::Bound;
pub use normalize::{
    Alef, AlefMaqsura, Change, Changes, Composition, DaggerAlef, Digits, Edit, Edits, Elongation, FarsiYeh,
    FinalMarks, ForeignLetters, Hamza, HamzaSeats, Invisible, LookAlikes, Loss, Mapped, Marks, NoonGhunna,
    Normalizer, OffsetMap, Operation, Phrases, PresentationForms, Punctuation, SmallLetters, Spaces,
    TanwinCarrier, Tatweel, TehMarbuta, Zwnj,
};
#[cfg(feature = "std")]
pub use normalize::{InvalidBytes, InvalidUtf8, NormalizeReader, NormalizeWriter};
pub use number::{Case, Exact, Gender, Grouping, GuardKind, Hundreds, InDigits, Number, PerScale, Tafqit};
pub use region::Region;
pub use search::{LetterCase, SearchTerms, Stemming, StopWords, Term, Terms};
pub use sentence::{
    Abbreviation, Abbreviations, AyahMarks, Ellipses, LineBreaks, Semicolons, Sentence, SentenceRules,
    SentenceSplitter, Sentences,
};
pub use simd::Tier;
pub use span::Span;
pub use token::{Addresses, Boundaries, Letters, Script, Token, TokenKind, Tokenizer, Tokens, Whitespace};

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
