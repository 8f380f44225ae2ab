//! Arabic text.
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

extern crate alloc;

mod analyze;
mod certainty;
pub mod class;
mod date;
mod entity;
mod error;
mod ext;
mod fold;
mod item;
mod lexicon;
mod normalize;
mod number;
pub mod run;
mod sentence;
mod span;
mod token;

pub use analyze::{Analysis, Analyzer, Finding, Layers};
pub use certainty::{Certainty, Flags, Mode};
pub use date::{
    Calendar, CivilDate, Clock, Context, Date, DatePart, Duration, Granularity, HijriConversion, HijriDate,
    HijriRule, Point, Resolved, TimeUnit, Weekday, WeekdayPolicy,
};
pub use entity::{Dates, Entities, Entity, Names, Numbers, Region, Value};
pub use error::{Error, ErrorKind};
pub use ext::ArabicText;
pub use normalize::{
    Alef, AlefMaqsura, Composition, Digits, Elongation, ForeignLetters, Hamza, HamzaSeats, Invisible,
    LookAlikes, Marks, NoonGhunna, Normalizer, Operation, PresentationForms, SmallLetters, Tatweel,
    TehMarbuta, Zwnj,
};
pub use number::{Exact, Number, PerScale};
pub use sentence::{AyahMarks, Ellipses, LineBreaks, Semicolons, Sentence, SentenceSplitter, Sentences};
pub use span::Span;
pub use token::{Script, Token, TokenKind, Tokenizer, Tokens, Whitespace};
