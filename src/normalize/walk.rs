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

use super::ops::Switches;
use super::plan::{Cell, Plan, Step, may_compose};
use super::wide;
use super::window::Window;
use crate::class::{CharClass, class_and_inert_at};

const HEH: char = 'ه';
/// ASCII is skipped in blocks of this length.
const BLOCK: usize = 16;
/// After a change, letters are written one by one until so many in a row have stayed.
const CALM: usize = 4;

/// What is to be done with the next character.
enum Verdict {
    Keep,
    /// So many bytes go.
    Delete(usize),
    /// A character takes the place of so many bytes.
    Replace(char, usize),
    /// It goes before the mark that precedes it.
    Swap(char),
    Window,
}

/// One walk. `SCAN` stops at the first change and writes nothing; `RUNS` watches for runs of one
/// letter.
pub(super) struct Walk<'p, 't> {
    plan: &'p Plan,
    window: Window<'p, ()>,
    text: &'t str,
    /// How far the input is read.
    at: usize,
    /// The input from here to `at` is output as it is, and not written yet.
    copied: usize,
    /// The last ASCII character: a safe place to start from. Its place in the output is that in the
    /// stretch not written yet, or `safe_len` once it is written.
    safe: usize,
    safe_len: usize,
    /// The last letter of the output and how often it stands there, if `RUNS`.
    last: char,
    run: usize,
}

impl<'p, 't> Walk<'p, 't> {
    pub(super) fn new(plan: &'p Plan, switches: &'p Switches, text: &'t str) -> Self {
        let window = Window::new(switches);
        Self { plan, window, text, at: 0, copied: 0, safe: 0, safe_len: 0, last: '\0', run: 0 }
    }

    /// Where a walk can start so that nothing changes before, or `None` when nothing changes at all.
    pub(super) fn scan(&mut self) -> Option<usize> {
        if self.plan.wide {
            return wide::scan(self.plan, &mut self.window, self.text);
        }
        let mut nothing = String::new();
        if self.plan.run == 0 {
            self.walk::<true, false>(&mut nothing)
        } else {
            self.walk::<true, true>(&mut nothing)
        }
    }

    /// Appends the normalized text from byte `start` to `out`.
    pub(super) fn write(&mut self, start: usize, out: &mut String) {
        if self.plan.wide {
            return wide::write(self.plan, &mut self.window, self.text, start, out);
        }
        (self.at, self.copied, self.safe, self.safe_len) = (start, start, start, out.len());
        self.last = '\0';
        if self.plan.run == 0 {
            self.walk::<false, false>(out);
        } else {
            self.walk::<false, true>(out);
        }
        self.flush(out);
    }

    fn walk<const SCAN: bool, const RUNS: bool>(&mut self, out: &mut String) -> Option<usize> {
        let bytes = self.text.as_bytes();
        loop {
            self.calm::<RUNS>();
            let verdict = match bytes.get(self.at) {
                None => return None,
                Some(&digit @ 0..0x80) => {
                    let zero = self.plan.ascii_zero.unwrap_or('0');
                    let c = char::from_u32(zero as u32 + u32::from(digit & 0xF)).unwrap_or(zero);
                    self.safe = self.at;
                    Verdict::Replace(c, 1)
                }
                Some(&lead @ 0xD8..=0xDB) => {
                    let cell = self.plan.cell(lead, bytes.get(self.at + 1).copied().unwrap_or(0x80));
                    if RUNS && cell.is_base() && self.is_run(cell.to) {
                        Verdict::Window
                    } else {
                        match cell.step {
                            // Where one letter changes, more do.
                            Step::Keep | Step::Replace | Step::Delete if SCAN => return Some(self.safe),
                            Step::Keep | Step::Replace | Step::Delete => {
                                self.flush(out);
                                self.busy::<RUNS>(cell, out);
                                continue;
                            }
                            Step::Window => Verdict::Window,
                            _ => self.neighbours(cell, out),
                        }
                    }
                }
                Some(_) => match class_and_inert_at(self.text, self.at) {
                    Some((class, _, len)) => match self.plan.other.get(class as usize) {
                        Some(Step::Delete) => Verdict::Delete(len),
                        Some(Step::Replace) => Verdict::Replace(' ', len),
                        _ => Verdict::Window,
                    },
                    None => return None,
                },
            };
            match verdict {
                Verdict::Keep => {
                    self.last = '\0';
                    self.at += 2;
                }
                Verdict::Window => {
                    let (start, end, same) = self.window();
                    if SCAN && !same {
                        return Some(start);
                    }
                    if !SCAN {
                        if self.copied <= start {
                            out.push_str(self.text.get(self.copied..start).unwrap_or(""));
                        } else {
                            out.truncate(self.safe_len);
                        }
                        out.extend(self.window.result().iter().map(|item| item.c));
                    }
                    (self.at, self.copied, self.safe, self.safe_len) = (end, end, end, out.len());
                    self.last = '\0';
                }
                _ if SCAN => return Some(self.safe),
                Verdict::Delete(len) => {
                    self.flush(out);
                    self.at += len;
                    self.copied = self.at;
                }
                Verdict::Replace(c, len) => {
                    self.flush(out);
                    out.push(c);
                    self.at += len;
                    self.copied = self.at;
                    self.last = '\0';
                }
                Verdict::Swap(mark) => {
                    self.flush(out);
                    if let Some(before) = out.pop() {
                        out.push(mark);
                        out.push(before);
                    }
                    self.at += 2;
                    self.copied = self.at;
                    self.last = '\0';
                }
            }
        }
    }

    /// Passes over all that stays, and stops before what may not.
    #[inline]
    fn calm<const RUNS: bool>(&mut self) {
        let plan = self.plan;
        let bytes = self.text.as_bytes();
        let (mut at, mut safe) = (self.at, self.safe);
        // Whether a mark here would stand on a letter.
        let mut base = false;
        while let Some(&lead) = bytes.get(at) {
            if lead < 0x80 {
                if plan.ascii_zero.is_some() && lead.is_ascii_digit() {
                    break;
                }
                safe = at;
                at += 1;
                if plan.ascii_zero.is_none() && bytes.get(at).is_some_and(u8::is_ascii) {
                    while let Some(block) = bytes.get(at..at + BLOCK)
                        && block.is_ascii()
                    {
                        at += BLOCK;
                        safe = at - 1;
                    }
                }
                base = true;
                if RUNS {
                    self.last = '\0';
                }
            } else if let 0xD8..=0xDB = lead {
                let cell = plan.cell(lead, bytes.get(at + 1).copied().unwrap_or(0x80));
                match cell.step {
                    Step::Keep => {
                        if RUNS {
                            if cell.to == self.last {
                                break;
                            }
                            self.last = cell.to;
                            self.run = 1;
                        }
                        base = true;
                    }
                    Step::Mark if base => {
                        base = false;
                        if RUNS {
                            self.last = '\0';
                        }
                    }
                    _ => break,
                }
                at += 2;
            } else {
                let Some((class, inert, len)) = class_and_inert_at(self.text, at) else { break };
                let step = plan.other.get(class as usize).copied().unwrap_or(Step::Keep);
                let letter = RUNS && class == CharClass::ArabicLetter;
                if !matches!(step, Step::Keep | Step::Mark) || (plan.composes && !inert) || letter {
                    break;
                }
                base = false;
                if RUNS {
                    self.last = '\0';
                }
                at += len;
            }
        }
        (self.at, self.safe) = (at, safe);
    }

    /// Writes letter by letter where some change, until a few in a row have stayed, or one needs more
    /// than the table.
    #[inline]
    fn busy<const RUNS: bool>(&mut self, first: Cell, out: &mut String) {
        let plan = self.plan;
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        let mut cell = first;
        let mut stayed = 0;
        loop {
            match cell.step {
                Step::Keep => {
                    out.push(cell.to);
                    stayed += 1;
                }
                Step::Replace => {
                    out.push(cell.to);
                    stayed = 0;
                }
                Step::Delete => stayed = 0,
                _ => break,
            }
            at += 2;
            if stayed >= CALM {
                break;
            }
            let Some(&(mut lead)) = bytes.get(at) else { break };
            if lead < 0x80 && plan.ascii_zero.is_none() {
                (self.safe, self.safe_len) = (at, out.len());
                self.last = '\0';
                out.push(char::from(lead));
                at += 1;
                lead = bytes.get(at).copied().unwrap_or(0);
            }
            let 0xD8..=0xDB = lead else { break };
            cell = plan.cell(lead, bytes.get(at + 1).copied().unwrap_or(0x80));
            if RUNS && cell.is_base() {
                if cell.to == self.last {
                    break;
                }
                (self.last, self.run) = (cell.to, 1);
            }
        }
        (self.at, self.copied) = (at, at);
    }

    /// Counts a letter of the output; whether it may complete a run that is shortened.
    fn is_run(&mut self, letter: char) -> bool {
        self.run = if letter == self.last { self.run + 1 } else { 1 };
        self.last = letter;
        self.run >= self.plan.run
    }

    /// Writes the stretch that is output as it is.
    #[inline]
    fn flush(&mut self, out: &mut String) {
        if self.safe >= self.copied {
            self.safe_len = out.len() + (self.safe - self.copied);
        }
        if self.copied < self.at {
            out.push_str(self.text.get(self.copied..self.at).unwrap_or(""));
            self.copied = self.at;
        }
    }

    /// Runs the passes from the last safe place to the next blank: these two places, and whether
    /// the passes change anything.
    fn window(&mut self) -> (usize, usize, bool) {
        let bytes = self.text.as_bytes();
        let end = bytes.get(self.at..).and_then(|rest| rest.iter().position(|&byte| is_blank(byte)));
        let end = end.map_or(bytes.len(), |len| self.at + len);
        let stretch = self.text.get(self.safe..end).unwrap_or("");
        self.window.run(stretch);
        (self.safe, end, self.window.result().iter().map(|item| item.c).eq(stretch.chars()))
    }

    /// A mark that stays, a tatweel, or a letter that goes, judged by what stands beside it.
    fn neighbours(&self, cell: Cell, out: &str) -> Verdict {
        let at = self.at;
        match cell.step {
            Step::Tatweel => {
                // What stands before in the output: not written yet, or written.
                let stretch = self.text.get(self.copied..at).unwrap_or("");
                let before = if stretch.is_empty() { out } else { stretch };
                if before.ends_with(HEH) { Verdict::Window } else { Verdict::Delete(2) }
            }
            Step::Drop => {
                let bytes = self.text.as_bytes();
                let bare = match (bytes.get(at + 2), bytes.get(at + 3)) {
                    (None | Some(0..0x80), _) => true,
                    (Some(&lead @ 0xD8..=0xDB), Some(&tail)) => self.plan.cell(lead, tail).is_base(),
                    _ => false,
                };
                if bare { Verdict::Delete(2) } else { Verdict::Window }
            }
            _ if !self.plan.composes => Verdict::Keep,
            Step::Composing | Step::ComposingDeleted => match self.before(at) {
                Before::Edge if cell.step == Step::Composing => Verdict::Keep,
                Before::Edge => Verdict::Delete(2),
                Before::Cell(base) if base.is_base() && base.order == 0 => {
                    // The letter as it is written, and as it is in the output.
                    let written = self.text.get(at - 2..at).and_then(|c| c.chars().next()).unwrap_or('ا');
                    if may_compose(written) || may_compose(base.to) {
                        Verdict::Window
                    } else if cell.step == Step::Composing {
                        Verdict::Keep
                    } else {
                        Verdict::Delete(2)
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
    #[inline]
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

/// What ends a window. No operation deletes these.
fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}
