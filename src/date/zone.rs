//! Time zones behind a time (`numbers-and-dates`, C.11).

use super::fields::plain;
use super::value::Zone;
use crate::class::CharClass;
use crate::item::{ItemKind, Window};
use crate::lexicon::Sense;
use crate::number::sense;

/// `بتوقيت غرينتش`, `(بالتوقيت المحلي)`, `GMT+3`, and the item behind.
pub(super) fn zone(w: &Window<'_>, at: usize) -> Option<(Zone, usize)> {
    let opened = usize::from(w.is_sign(at, CharClass::Opener));
    let named = sense(w, at + opened, |s, _| if let Sense::Zone(name) = s { Some(*name) } else { None });
    if let Some((name, r)) = named {
        let end = at + opened + r.items;
        // The bracket that was opened before the time stays outside.
        return Some((
            Zone::named(name),
            end + usize::from(opened == 1 && w.is_sign(end, CharClass::Closer)),
        ));
    }
    let utc = w.get(at).filter(|i| i.kind == ItemKind::Opaque && matches!(w.text_of(i), "GMT" | "UTC"))?;
    let sign = w.get(at + 1).filter(|i| !i.spaced && i.span.start == utc.span.end);
    let east = match sign.map(|i| w.text_of(i)) {
        Some("+") => 1,
        Some("-" | "−") => -1,
        _ => return Some((Zone::Utc, at + 1)),
    };
    let Some((hours @ 0..=14, 1..=2)) = plain(w, at + 2) else { return Some((Zone::Utc, at + 1)) };
    Some((Zone::Offset(east * hours as i16 * 60), at + 3))
}

/// Whether a zone ends right before `at`.
pub(super) fn follows_zone(w: &Window<'_>, at: usize) -> bool {
    let zone = |s: &Sense| matches!(s, Sense::Zone(_));
    (1..=3).any(|items| {
        w.before(at, items)
            .is_some_and(|i| w.readings(i).any(|r| r.items == items && r.senses().iter().any(zone)))
    })
}
