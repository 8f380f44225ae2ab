//! Dates.

mod calendar;
mod hijri;
mod umm_al_qura;

pub use calendar::{CivilDate, Weekday};
pub use hijri::{HijriConversion, HijriDate, HijriRule};
