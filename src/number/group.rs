//! Numbers below a thousand in words, the groups that multipliers are put behind (B.4). The rules N1
//! to N13 are named where they act.

use super::value::Exact;
use super::{counted_noun, has, is_waw, joins, sense};
use crate::fold::Folded;
use crate::item::{Clitics, Reading, Starts, Window};
use crate::lexicon::Sense;

/// A part of a number and the item behind it.
#[derive(Clone, Copy)]
pub(super) struct Piece {
    pub(super) value: Exact,
    pub(super) next: usize,
    /// First byte, behind proclitics.
    pub(super) start: usize,
    /// Whether the conjunction joins it to what stands before.
    pub(super) joined: bool,
    pub(super) digits: bool,
}

/// A word with a numeric sense, or nothing.
pub(super) fn word<T>(w: &Window<'_>, at: usize, pick: impl Fn(&Sense) -> Option<T>) -> Option<(T, Reading)> {
    if !w.can(at, Starts::NUMBER.with(Starts::PLURAL).with(Starts::DECIMAL)) {
        return None;
    }
    sense(w, at, |s, r| (r.items == 1).then(|| pick(s)).flatten())
}

/// The same, without a value.
pub(super) fn reading_word(w: &Window<'_>, at: usize, test: impl Fn(&Sense) -> bool) -> Option<Reading> {
    word(w, at, |s| test(s).then_some(())).map(|((), r)| r)
}

pub(super) fn unit(w: &Window<'_>, at: usize) -> Option<(u8, Reading)> {
    word(w, at, |s| if let Sense::Unit(n) = s { Some(*n) } else { None })
}

/// One before عشر or tens. Folded, وأحد ("and one") is واحد ("one"): N6 takes it apart again.
pub(super) fn a1(w: &Window<'_>, at: usize) -> Option<Reading> {
    if let Some(reading) = reading_word(w, at, |s| matches!(s, Sense::A1)) {
        return Some(reading);
    }
    let (n, reading) = unit(w, at)?;
    (n == 1 && has_hamza(w, at, reading)).then_some(reading)
}

/// Whether the word is written with a hamza on its alef.
fn has_hamza(w: &Window<'_>, at: usize, reading: Reading) -> bool {
    let Some(word) = w.get(at).and_then(|i| w.text.get(reading.start..i.span.end)) else { return false };
    Folded::bare(word).as_str().contains(['أ', 'إ'])
}

/// Where أحد begins in وأحد.
fn hamza(w: &Window<'_>, at: usize, reading: Reading) -> Option<usize> {
    let word = w.text.get(reading.start..w.get(at)?.span.end)?;
    word.find(['أ', 'إ']).map(|behind| reading.start + behind)
}

fn is_ten(w: &Window<'_>, at: usize) -> bool {
    // خمسة بعشرة: no fifteen.
    reading_word(w, at, |s| matches!(s, Sense::Ten))
        .is_some_and(|r| r.clitics.is_none() && !joins(w, at, r.clitics))
}

/// The place of the next part: behind a و that stands alone.
pub(super) fn past_waw(w: &Window<'_>, at: usize) -> usize {
    if is_waw(w, at) { at + 1 } else { at }
}

pub(super) fn piece(w: &Window<'_>, at: usize, reading: Reading, value: i128, next: usize) -> Piece {
    Piece {
        value: Exact::integer(value),
        next,
        start: reading.start,
        joined: joins(w, at, reading.clitics),
        digits: false,
    }
}

/// `sub100 := (unit | A1) +TENS | (unit | A1 | P12) TEN | TENS | TEN | unit`
pub(super) fn below_hundred(w: &Window<'_>, at: usize) -> Option<Piece> {
    if !w.can(at, Starts::NUMBER) {
        return None;
    }
    if let Some((tens, r)) = word(w, at, |s| if let Sense::Tens(n) = s { Some(*n) } else { None }) {
        return Some(piece(w, at, r, i128::from(tens), at + 1));
    }
    if let Some((n, r)) = word(w, at, |s| match s {
        Sense::Ten => Some(10),
        Sense::Teen(n) => Some(*n),
        _ => None,
    }) {
        return Some(piece(w, at, r, i128::from(n), at + 1));
    }
    let ones = unit(w, at).or_else(|| a1(w, at).map(|r| (1, r)));
    if let Some((n, r)) = ones {
        let split = n == 1 && has_hamza(w, at, r) && unit(w, at).is_some();
        if is_ten(w, at + 1) {
            // N6: واحد عشر is eleven, joined if it was written وأحد or follows a number.
            let mut eleven = piece(w, at, r, i128::from(n) + 10, at + 2);
            eleven.joined |= n == 1;
            if split {
                eleven.start = hamza(w, at, r).unwrap_or(r.start);
            }
            return Some(eleven);
        }
        let tens_at = past_waw(w, at + 1);
        if let Some((tens, t)) = word(w, tens_at, |s| if let Sense::Tens(n) = s { Some(*n) } else { None })
            && joins(w, tens_at, t.clitics)
        {
            let mut sum = piece(w, at, r, i128::from(n) + i128::from(tens), tens_at + 1);
            sum.joined |= split;
            if split {
                sum.start = hamza(w, at, r).unwrap_or(r.start);
            }
            return Some(sum);
        }
        let (n, r) = unit(w, at)?;
        return (!split).then(|| piece(w, at, r, i128::from(n), at + 1));
    }
    let r = reading_word(w, at, |s| matches!(s, Sense::P12))?;
    is_ten(w, at + 1).then(|| piece(w, at, r, 12, at + 2))
}

/// `HUND := H2 | HF | unit H | H | FRACTION H`
pub(super) fn hundreds(w: &Window<'_>, at: usize) -> Option<Piece> {
    if !w.can(at, Starts::NUMBER) {
        return None;
    }
    // خمسة بالمئة is five per cent.
    if has(w, at, |s| matches!(s, Sense::Per(_))) {
        return None;
    }
    if let Some((n, r)) = word(w, at, |s| match s {
        Sense::Hundreds(n) => Some(*n),
        Sense::Hundred => Some(100),
        _ => None,
    }) {
        return Some(piece(w, at, r, i128::from(n), at + 1));
    }
    let plain = |s: &Sense| matches!(s, Sense::Hundred);
    if let Some((below, r)) =
        word(w, at, |s| if let Sense::Frac(1, below @ (2 | 4 | 5)) = s { Some(*below) } else { None })
        && let Some(h) = reading_word(w, at + 1, plain).filter(|h| h.clitics.is_none())
        && !joins(w, at + 1, h.clitics)
        && unit(w, at).is_none()
        && !has(w, at + 1, |s| matches!(s, Sense::Per(_)))
    {
        return Some(piece(w, at, r, 100 / i128::from(below), at + 2));
    }
    let (n, r) = unit(w, at).filter(|&(n, _)| n >= 3)?;
    let h = reading_word(w, at + 1, |s| matches!(s, Sense::Hundred | Sense::HundredPlural))?;
    (!joins(w, at + 1, h.clitics) && h.clitics.is_none())
        .then(|| piece(w, at, r, i128::from(n) * 100, at + 2))
}

/// `sub1000 := HUND [+sub100] | sub100`
pub(super) fn below_thousand(w: &Window<'_>, at: usize) -> Option<Piece> {
    let Some(hundreds) = hundreds(w, at) else { return below_hundred(w, at) };
    let at = past_waw(w, hundreds.next);
    // N13: the dialects put them side by side.
    let beside = |p: &Piece| p.joined || w.is_dialect() && is_free(w, at);
    if let Some(rest) = below_hundred(w, at).filter(beside) {
        let value = hundreds.value.plus(rest.value)?;
        let sum = Piece { value, next: rest.next, ..hundreds };
        return Some(unit_behind_tens(w, sum, rest).unwrap_or(sum));
    }
    Some(hundreds)
}

/// Whether no preposition stands before the number word, as in الميت بأربعة آلاف.
pub(super) fn is_free(w: &Window<'_>, at: usize) -> bool {
    reading_word(w, at, |s| s.counts())
        .is_some_and(|r| !r.clitics.has(Clitics::BEH | Clitics::LAM | Clitics::KAF))
}

/// مئتان وثمانون وست آيات: the unit behind its tens, as old books have it.
fn unit_behind_tens(w: &Window<'_>, sum: Piece, rest: Piece) -> Option<Piece> {
    let tens = rest.value.to_integer().is_some_and(|value| value >= 20 && value % 10 == 0);
    let at = past_waw(w, sum.next);
    let (n, _) = unit(w, at).filter(|&(_, r)| tens && joins(w, at, r.clitics))?;
    let counted = counted_noun(w, at + 1) && !is_numeric(w, at + 1);
    let value = sum.value.plus(Exact::integer(i128::from(n)))?;
    counted.then_some(Piece { value, next: at + 1, ..sum })
}

/// Whether a number word stands at `at`: ألفا وأربعمئة is 1,400, ألفا كتاب 2,000.
pub(super) fn is_numeric(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| i.starts(Starts::NUMBER))
}
