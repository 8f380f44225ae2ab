//! Time zones behind a time (C.11).

use super::fields::plain;
use super::value::Zone;
use crate::class::CharClass;
use crate::item::{ItemKind, Window};
use crate::lexicon::Sense;
use crate::number::{is_minus_sign, sense};

/// `بتوقيت غرينتش`, `(بالتوقيت المحلي)`, `GMT+3`, and the item behind.
pub(super) fn zone(w: &Window<'_>, at: usize) -> Option<(Zone, usize)> {
    let opened = usize::from(w.is_sign(at, CharClass::Opener));
    let named = sense(w, at + opened, |s, _| if let Sense::Zone(name) = s { Some(*name) } else { None });
    if let Some((name, r)) = named {
        let mut end = at + opened + r.items;
        let mut zone = Zone::named(name);
        // بتوقيت غرينتش+1
        if matches!(zone, Zone::Utc)
            && let Some((offset, behind)) = offset(w, end)
        {
            (zone, end) = (offset, behind);
        }
        // The bracket that was opened before the time stays outside.
        return Some((zone, end + usize::from(opened == 1 && w.is_sign(end, CharClass::Closer))));
    }
    // 18:00 بتوقيت GMT+3
    let named = opened + usize::from(w.spells(w.get(at + opened), &["بتوقيت", "توقيت"]));
    let utc = |at: usize| {
        w.get(at).is_some_and(|i| i.kind == ItemKind::Opaque && matches!(w.text_of(i), "GMT" | "UTC"))
    };
    let end = at + named + 1;
    let (zone, end) = utc(at + named).then(|| offset(w, end).unwrap_or((Zone::Utc, end)))?;
    Some((zone, end + usize::from(opened == 1 && w.is_sign(end, CharClass::Closer))))
}

/// `+3` right behind the name of UTC, and the item behind.
fn offset(w: &Window<'_>, at: usize) -> Option<(Zone, usize)> {
    let sign = w.get(at).filter(|i| !i.spaced)?;
    let east = match w.text_of(sign) {
        "+" => 1,
        _ if is_minus_sign(w, sign) => -1,
        _ => return None,
    };
    let (hours @ 0..=14, 1..=2) = plain(w, at + 1)? else { return None };
    Some((Zone::Offset(east * hours as i16 * 60), at + 2))
}

/// Whether a zone ends right before `at`.
pub(super) fn follows_zone(w: &Window<'_>, at: usize) -> bool {
    let zone = |s: &Sense| matches!(s, Sense::Zone(_));
    (1..=3).any(|items| {
        w.before(at, items)
            .is_some_and(|i| w.readings(i).any(|r| r.items == items && r.senses().iter().any(zone)))
    })
}
