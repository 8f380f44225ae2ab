//! The year of another report: سنة 480 أو 481, وقيل 482 (C.6).

use super::fields::{Year, ends, plain, singular, year};
use super::value::Calendar;
use crate::class::CharClass;
use crate::item::{Clitics, Item, Window};
use crate::lexicon::{List, Unit};
use crate::number::is_or;

/// Whether another report follows: وقيل, ويقال.
fn is_told(w: &Window<'_>, at: usize) -> bool {
    let short = |i: &Item| (6..=10).contains(&i.span.len()) || !i.is_letters();
    w.get(at).is_some_and(|i| short(i) && w.spells(i, &["وقيل", "قيل", "ويقال", "يقال"]))
}

/// Whether the number at `at` may be one that is told beside another, as far as a glance tells.
pub(super) fn may_report(w: &Window<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|joint| is_told(w, joint) || is_or(w, joint))
}

/// The calendar of the year that stands right before, behind its noun, of which the number up to `next` is told too: سنة 480 أو
/// 481, سنة 128 وقيل 129, سنة ثلاث عشرة ومائة وقيل سبع عشرة ومائة. They are near each other.
pub(super) fn other_report(w: &Window<'_>, at: usize, found: &Year) -> Option<Calendar> {
    const REACH: usize = 10;
    let (value, next, marked) = (found.value, found.next, found.calendar.is_some());
    let joint = at.checked_sub(1)?;
    let told = is_told(w, joint);
    // سنة خمسين وقيل إحدى وخمسين: of which century is not told.
    if !(told || is_or(w, joint)) || !ends(w, next) || value < 100 && !marked {
        return None;
    }
    let apart = if told { 50 } else { 12 };
    w.recent(joint, REACH).find_map(|noun| {
        singular(w, noun, Unit::Year).filter(|r| !r.clitics.has(Clitics::ARTICLE))?;
        // كل سنة 100 أو 110, لمدة سنة 100 أو 105
        let counts = |i: &Item| w.spells(i, &["كل"]) || w.in_list(i, List::LengthNoun);
        w.before(noun, 1).is_none_or(|i| !counts(i)).then_some(())?;
        let first = year(w, noun + 1, true)?;
        let comma = usize::from(w.is_sign(first.next, CharClass::Comma));
        (first.next + comma == joint && (first.value - value).abs() <= apart && first.value != value)
            .then(|| first.calendar.unwrap_or_default())
    })
}

/// Whether another year of four digits stands before وقيل at `at - 1`, near to the year `own`: سنة 1950 وقيل 1952.
pub(super) fn is_told_too(w: &Window<'_>, at: usize, own: i32) -> bool {
    const REACH: usize = 4;
    /// How far two reports of one event lie apart, in years.
    const APART: u64 = 50;
    let own = own.unsigned_abs().into();
    let year = |i: usize| plain(w, i).is_some_and(|(year, len)| len == 4 && year.abs_diff(own) <= APART);
    at.checked_sub(1).is_some_and(|joint| is_told(w, joint)) && w.recent(at, REACH).any(year)
}
