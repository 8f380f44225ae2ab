//! The walk over a text: ordinary characters by the table of the plan, stretches that stay as they
//! are copied whole, and the passes of `window` wherever neighbours matter.
//!
//! ```text
//! for each character:
//!     the table knows the answer without its neighbours  → take it
//!     it is a mark, and a look at the letter before will do → take it
//!     otherwise → forget the output since the last ASCII character,
//!                 run the window from there to the next ASCII blank, go on behind it
//! ```
//!
//! An ASCII character composes with nothing before it and is never deleted, so that what was written
//! before one is final, and whoever starts to read at one misses nothing. Every byte is read at
//! most twice: O(length).

use alloc::string::String;

use super::plan::{Cell, Plan, Step, may_compose};
use super::window::Window;
use crate::class::{CharClass, class_and_inert_at};

/// heh, as it ends an output.
const HEH: &[u8] = "ه".as_bytes();
/// ASCII is skipped in blocks of this length.
const BLOCK: usize = 16;
/// After a change, letters are written one by one until so many in a row have stayed.
const CALM: usize = 3;

/// What a look at the neighbours says about one character of two bytes.
enum Verdict {
    Keep,
    Delete,
    /// It goes before the mark that precedes it.
    Swap(char),
    Window,
}

/// One walk. `SCAN` stops at the first change and writes nothing; `RUNS` watches for runs of one
/// letter.
pub(super) struct Walk<'p, 't> {
    pub(super) plan: &'p Plan,
    pub(super) window: Window<'p>,
    pub(super) text: &'t str,
}

impl Walk<'_, '_> {
    /// Appends the normalized text from byte `start` to `out`. With `SCAN`, the place up to which
    /// nothing changes, from where a walk can start, or `None` when nothing changes at all.
    #[inline(never)]
    pub(super) fn walk<const SCAN: bool, const RUNS: bool>(
        &mut self,
        start: usize,
        out: &mut String,
    ) -> Option<usize> {
        let text = self.text;
        let bytes = text.as_bytes();
        let plan = self.plan;
        let mut at = start;
        // The input from here to `at` is output as it is, and not written yet.
        let mut copied = start;
        // A safe place in the input, and the length of the output there.
        let mut safe = (start, out.len());
        // The last letter of the output and how often it stands there, if `RUNS`.
        let mut last = '\0';
        let mut run = 1;

        'text: while let Some(&lead) = bytes.get(at) {
            let verdict = 'verdict: {
                if lead < 0x80 {
                    if RUNS {
                        last = '\0';
                    }
                    safe = (at, out.len() + (at - copied));
                    if let Some(zero) = plan.ascii_zero {
                        if lead.is_ascii_digit() {
                            if SCAN {
                                return Some(safe.0);
                            }
                            push_str(out, text, copied, at);
                            out.push(char::from_u32(zero as u32 + u32::from(lead - b'0')).unwrap_or(zero));
                            copied = at + 1;
                        }
                        at += 1;
                        continue 'text;
                    }
                    at += 1;
                    while let Some(block) = bytes.get(at..at + BLOCK)
                        && block.is_ascii()
                    {
                        at += BLOCK;
                        safe = (at - 1, out.len() + (at - 1 - copied));
                    }
                    continue 'text;
                }
                if let 0xD8..=0xDB = lead {
                    let mut cell = plan.cell(lead, bytes.get(at + 1).copied().unwrap_or(0x80));
                    if RUNS && cell.is_base() {
                        if cell.to == last {
                            run += 1;
                            if run >= plan.run {
                                break 'verdict Verdict::Window;
                            }
                        } else {
                            last = cell.to;
                            run = 1;
                        }
                    }
                    match cell.step {
                        Step::Keep => {
                            at += 2;
                            continue 'text;
                        }
                        Step::Replace | Step::Delete => {
                            if SCAN {
                                return Some(safe.0);
                            }
                            push_str(out, text, copied, at);
                            // Where one character changes, more do: no stretches here.
                            let mut calm = 0;
                            loop {
                                match cell.step {
                                    Step::Keep => {
                                        out.push(cell.to);
                                        calm += 1;
                                    }
                                    Step::Replace => {
                                        out.push(cell.to);
                                        calm = 0;
                                    }
                                    Step::Delete => calm = 0,
                                    _ => break,
                                }
                                at += 2;
                                if let (Some(&blank @ 0..0x80), None) = (bytes.get(at), plan.ascii_zero) {
                                    safe = (at, out.len());
                                    out.push(char::from(blank));
                                    at += 1;
                                    last = '\0';
                                }
                                if calm >= CALM {
                                    break;
                                }
                                cell = match (bytes.get(at), bytes.get(at + 1)) {
                                    (Some(&lead @ 0xD8..=0xDB), Some(&tail)) => plan.cell(lead, tail),
                                    _ => break,
                                };
                                if RUNS && cell.is_base() {
                                    // The first of a run is enough to go back to the careful loop.
                                    if cell.to == last {
                                        break;
                                    }
                                    last = cell.to;
                                    run = 1;
                                }
                            }
                            copied = at;
                            continue 'text;
                        }
                        Step::Window => Verdict::Window,
                        _ => self.neighbours(cell, at, (copied < at).then_some(at), out),
                    }
                } else {
                    let Some((class, inert, len)) = class_and_inert_at(text, at) else { break 'text };
                    let step = plan.other.get(class as usize).copied().unwrap_or(Step::Keep);
                    let may_move = plan.composes && !inert && step != Step::Delete;
                    let letter = RUNS && class == CharClass::ArabicLetter;
                    if may_move || letter || step == Step::Window {
                        break 'verdict Verdict::Window;
                    }
                    if let Step::Delete | Step::Replace = step {
                        if SCAN {
                            return Some(safe.0);
                        }
                        push_str(out, text, copied, at);
                        copied = at + len;
                        if step == Step::Replace {
                            out.push(' ');
                        }
                    }
                    if RUNS && step != Step::Delete {
                        last = '\0';
                    }
                    at += len;
                    continue 'text;
                }
            };
            match verdict {
                Verdict::Keep => {
                    last = '\0';
                    at += 2;
                }
                Verdict::Delete => {
                    if SCAN {
                        return Some(safe.0);
                    }
                    push_str(out, text, copied, at);
                    at += 2;
                    copied = at;
                }
                Verdict::Swap(mark) => {
                    if SCAN {
                        return Some(safe.0);
                    }
                    last = '\0';
                    push_str(out, text, copied, at);
                    at += 2;
                    copied = at;
                    if let Some(before) = out.pop() {
                        out.push(mark);
                        out.push(before);
                    }
                }
                Verdict::Window => {
                    last = '\0';
                    let end = bytes.get(at..).and_then(|rest| rest.iter().position(is_blank));
                    let end = end.map_or(bytes.len(), |len| at + len);
                    let stretch = text.get(safe.0..end).unwrap_or("");
                    let result = self.window.run(stretch);
                    if SCAN {
                        if !result.iter().copied().eq(stretch.chars()) {
                            return Some(safe.0);
                        }
                    } else {
                        if copied <= safe.0 {
                            push_str(out, text, copied, safe.0);
                        } else {
                            out.truncate(safe.1);
                        }
                        out.extend(result);
                    }
                    at = end;
                    copied = end;
                    safe = (end, out.len());
                }
            }
        }
        if !SCAN {
            push_str(out, text, copied, bytes.len());
        }
        None
    }

    /// A mark that stays, a tatweel, or a letter that goes, judged by what stands beside it.
    fn neighbours(&self, cell: Cell, at: usize, pending: Option<usize>, out: &str) -> Verdict {
        match cell.step {
            Step::Tatweel => {
                // Heh, as it stands in the output.
                let heh = match pending {
                    Some(at) => self.text.as_bytes().get(..at).is_some_and(|text| text.ends_with(HEH)),
                    None => out.as_bytes().ends_with(HEH),
                };
                if heh { Verdict::Window } else { Verdict::Delete }
            }
            Step::Drop => {
                let bytes = self.text.as_bytes();
                let bare = match (bytes.get(at + 2), bytes.get(at + 3)) {
                    (None | Some(0..0x80), _) => true,
                    (Some(&lead @ 0xD8..=0xDB), Some(&tail)) => self.plan.cell(lead, tail).is_base(),
                    _ => false,
                };
                if bare { Verdict::Delete } else { Verdict::Window }
            }
            _ if !self.plan.composes => Verdict::Keep,
            Step::Composing | Step::ComposingDeleted => match self.before(at) {
                Before::Edge if cell.step == Step::Composing => Verdict::Keep,
                Before::Edge => Verdict::Delete,
                Before::Cell(base) if base.is_base() && base.order == 0 => {
                    // The letter as it is written, and as it is in the output.
                    let written = self.text.get(at - 2..at).and_then(|c| c.chars().next()).unwrap_or('ا');
                    if may_compose(written) || may_compose(base.to) {
                        Verdict::Window
                    } else if cell.step == Step::Composing {
                        Verdict::Keep
                    } else {
                        Verdict::Delete
                    }
                }
                _ => Verdict::Window,
            },
            _ => match self.before(at) {
                Before::Edge => Verdict::Keep,
                Before::Cell(base) if base.is_base() => Verdict::Keep,
                Before::Cell(mark) if mark.is_mark() => {
                    let sorted = mark.order <= cell.order;
                    match self.before(at - 2) {
                        Before::Cell(first) if first.is_mark() => {
                            if sorted && first.order <= mark.order {
                                Verdict::Keep
                            } else {
                                Verdict::Window
                            }
                        }
                        Before::Cell(base) if !base.is_base() => Verdict::Window,
                        Before::Other => Verdict::Window,
                        _ if sorted => Verdict::Keep,
                        _ => Verdict::Swap(cell.to),
                    }
                }
                _ => Verdict::Window,
            },
        }
    }

    /// What stands right before byte `at` in the input.
    fn before(&self, at: usize) -> Before {
        let text = self.text.as_bytes().get(..at).unwrap_or(&[]);
        match *text {
            [] | [.., 0..0x80] => Before::Edge,
            [.., lead @ 0xD8..=0xDB, tail] => Before::Cell(self.plan.cell(lead, tail)),
            _ => Before::Other,
        }
    }
}

/// What stands before a mark.
enum Before {
    /// Nothing, or an ASCII character: it takes part in no Arabic composition.
    Edge,
    /// A character of the table.
    Cell(Cell),
    Other,
}

#[inline]
fn push_str(out: &mut String, text: &str, from: usize, to: usize) {
    if from < to {
        out.push_str(text.get(from..to).unwrap_or(""));
    }
}

/// What ends a window. No operation deletes these.
fn is_blank(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}
