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

pub mod class;
mod error;
mod ext;
mod fold;
mod normalize;
pub mod run;
mod span;
mod token;

pub use error::{Error, ErrorKind};
pub use ext::ArabicText;
pub use normalize::{
    Alef, AlefMaqsura, Composition, Digits, Elongation, ForeignLetters, Hamza, HamzaSeats, Invisible,
    LookAlikes, Marks, NoonGhunna, Normalizer, Operation, PresentationForms, SmallLetters, Tatweel,
    TehMarbuta, Zwnj,
};
pub use span::Span;
pub use token::{Script, Token, TokenKind, Tokenizer, Tokens, Whitespace};
