//! Bridges to other crates, each behind a feature of its name. Nothing else in the crate knows them.

#[cfg(feature = "icu")]
mod icu;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "rayon")]
mod rayon;
#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "tantivy")]
pub mod tantivy;
