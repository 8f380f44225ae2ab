//! Pages to read: what is promised and how it is held, recipes, and where the calls of other tools went.

#[doc = include_str!("guarantees.md")]
pub mod guarantees {}

#[doc = include_str!("cookbook.md")]
pub mod cookbook {}

#[doc = include_str!("migrating.md")]
pub mod migrating {}
