//! Every layer in one pass.

use crate::certainty::Mode;
use crate::entity::{Dates, Entities, EntityOptions, Numbers};

/// Options.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Analyzer {
    options: EntityOptions,
}

impl Analyzer {
    /// Defaults.
    pub const fn new() -> Self {
        Self { options: EntityOptions { mode: Mode::Balanced, names: false, region: None } }
    }

    /// Mode.
    pub const fn mode(mut self, mode: Mode) -> Self {
        self.options.mode = mode;
        self
    }

    /// Region.
    pub fn region(mut self, region: &str) -> Self {
        self.options.region =
            <[u8; 2]>::try_from(region.as_bytes()).ok().map(|r| r.map(|b| b.to_ascii_uppercase()));
        self
    }

    /// Entities.
    pub fn entities(self, text: &str) -> Entities<'_> {
        Entities::new(text, self.options)
    }

    /// Numbers.
    pub fn numbers(self, text: &str) -> Numbers<'_> {
        Numbers::new(self.entities(text))
    }

    /// Dates.
    pub fn dates(self, text: &str) -> Dates<'_> {
        Dates::new(self.entities(text))
    }
}
