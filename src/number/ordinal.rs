//! Ordinals in words (`numbers-and-dates`, B.5). Knows no dates: a day written as an ordinal is
//! read by the date grammar through this.

use super::{Found, counted_noun, end_of, has, is_definite, is_waw, reading, sense};
use crate::certainty::{Certainty, Flags};
use crate::item::{Clitics, Reading, Window};
use crate::lexicon::{OrdForm, Sense};

fn ones(w: &Window<'_>, at: usize) -> Option<((u8, OrdForm), Reading)> {
    sense(w, at, |s, r| match s {
        Sense::Ord(n, form) if r.items == 1 => Some((*n, *form)),
        // الواحد والعشرون
        Sense::Unit(1) if r.clitics.has(Clitics::ARTICLE) => Some((1, OrdForm::CompoundOnly)),
        _ => None,
    })
}

/// The ordinal that starts at `at`, with the article or, before a noun, without (O1).
pub(crate) fn ordinal(w: &Window<'_>, at: usize) -> Option<Found<u64>> {
    let found = |start: usize, next: usize, value: u64, certainty: Certainty| {
        Some(Found { start, end: end_of(w, next), next, value, certainty, flags: Flags::NONE })
    };
    let Some(((n, form), first)) = ones(w, at) else { return tens(w, at) };
    let article = first.clitics.has(Clitics::ARTICLE);
    if let Some(r) = reading(w, at + 1, |s, r| *s == Sense::Ten && r.items == 1)
        && !r.clitics.has(Clitics::WAW | Clitics::BEH | Clitics::LAM)
        && n < 10
    {
        return found(first.start, at + 2, u64::from(n) + 10, Certainty::Certain);
    }
    let tens_at = if is_waw(w, at + 1) { at + 2 } else { at + 1 };
    if let Some((tens, r)) = sense(w, tens_at, |s, _| if let Sense::Tens(t) = s { Some(*t) } else { None })
        && r.clitics.has(Clitics::ARTICLE)
        && (r.clitics.has(Clitics::WAW) || tens_at == at + 2)
        && article
        && n < 10
    {
        let value = u64::from(n) + u64::from(tens);
        let (value, next) = after_hundred(w, tens_at + 1, value);
        return found(first.start, next, value, Certainty::Certain);
    }
    if form == OrdForm::CompoundOnly {
        return None;
    }
    if article {
        // 300 ألف كيلومتر في الثانية is the unit (O5).
        let unit = n == 2
            && form == OrdForm::Feminine
            && at.checked_sub(2).is_some_and(|m| has(w, m, |s| matches!(s, Sense::Measure)))
            && at.checked_sub(1).is_some_and(|p| has(w, p, |s| *s == Sense::Prep));
        if unit {
            return None;
        }
        let (value, next) = after_hundred(w, at + 1, u64::from(n));
        return found(first.start, next, value, Certainty::Likely);
    }
    let certainty = match (n, form) {
        // ثاني أكبر, ثالث دولة.
        (2..=10, OrdForm::Masculine) if counted_noun(w, at + 1) && !first.clitics.has(!Clitics::WAW) => {
            Certainty::Likely
        }
        (_, OrdForm::Masculine) => Certainty::Weak,
        _ => return None,
    };
    found(first.start, at + 1, u64::from(n), certainty)
}

/// `الأول بعد المئة` is 101.
fn after_hundred(w: &Window<'_>, at: usize, value: u64) -> (u64, usize) {
    let after = has(w, at, |s| *s == Sense::After);
    let base = sense(w, at + 1, |s, r| match s {
        Sense::Hundred if r.clitics.has(Clitics::ARTICLE) => Some(100),
        Sense::Mult(3, _) if r.clitics.has(Clitics::ARTICLE) => Some(1000),
        _ => None,
    });
    match base {
        Some((base, _)) if after => (value + base, at + 2),
        _ => (value, at),
    }
}

/// ال + tens, hundred or thousand after a definite noun: `الذكرى الثلاثين` (O3).
fn tens(w: &Window<'_>, at: usize) -> Option<Found<u64>> {
    let (value, reading) = sense(w, at, |s, r| {
        if !r.clitics.has(Clitics::ARTICLE) || r.clitics.has(Clitics::BEH | Clitics::KAF) {
            return None;
        }
        match s {
            Sense::Tens(n) => Some(u64::from(*n)),
            Sense::Hundred => Some(100),
            _ => None,
        }
    })?;
    let noun =
        w.before(at, 1).filter(|i| is_definite(w, i) && w.bare(i).as_str().chars().nth(3).is_some())?;
    if counted_noun(w, at + 1) || reading.clitics.has(Clitics::WAW) || noun.span.is_empty() {
        return None;
    }
    let end = end_of(w, at + 1);
    Some(Found {
        start: reading.start,
        end,
        next: at + 1,
        value,
        certainty: Certainty::Likely,
        flags: Flags::NONE,
    })
}
