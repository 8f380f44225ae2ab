//! Pages to read: what is promised and how it is held, recipes, where the calls of other tools went, and the rules that
//! comments in the sources name by a tag.

#[doc = include_str!("guarantees.md")]
pub mod guarantees {}

#[doc = include_str!("cookbook.md")]
pub mod cookbook {}

#[doc = include_str!("migrating.md")]
pub mod migrating {}

#[doc = include_str!("rules.md")]
pub mod rules {}
