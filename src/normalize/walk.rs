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
//! most twice, and twice more where a rule is on that [`wide`] watches for: O(length).

use alloc::string::String;

use super::forms;
use super::neighbours::Verdict;
use super::ops::Switches;
use super::plan::{Cell, Plan, Step};
use super::track::Track;
use super::wide;
use super::window::Window;
use crate::class::{CharClass, class_and_inert_at};
use crate::simd::{self, Tier};

/// ASCII is skipped in blocks of this length.
const BLOCK: usize = 16;
/// Texts below this length are done before a kernel has begun.
const SHORT: usize = 64;
/// After a change, letters are written one by one until so many in a row have stayed.
const CALM: usize = 4;

/// One walk. `SCAN` stops at the first change and writes nothing; `RUNS` watches for runs of one
/// letter.
pub(super) struct Walk<'p, 't, T: Track> {
    pub(super) plan: &'p Plan,
    window: Window<'p, T::Source>,
    track: T,
    whole: &'t str,
    /// The text up to where this part of the walk ends.
    pub(super) text: &'t str,
    /// How far the input is read.
    pub(super) at: usize,
    /// The input from here to `at` is output as it is, and not written yet.
    pub(super) copied: usize,
    /// The last ASCII character: a safe place to start from. Its place in the output is that in the
    /// stretch not written yet, or `safe_len` once it is written.
    safe: usize,
    safe_len: usize,
    /// The kernel went on from `safe` and may have passed more ASCII characters.
    passed: bool,
    /// The kernel got nowhere: what follows may stop it too, such as one control behind another.
    stuck: bool,
    /// Between `safe` and here there are none.
    searched: usize,
    /// The instruction set; `Scalar` also where the kernel must not be used.
    best: Tier,
    /// That of the part of the text that is walked over.
    tier: Tier,
    /// The last letter of the output and how often it stands there, if `RUNS`.
    last: char,
    run: usize,
}

impl<'p, 't, T: Track> Walk<'p, 't, T> {
    pub(super) fn new(plan: &'p Plan, switches: &'p Switches, tier: Tier, text: &'t str, track: T) -> Self {
        let window = Window::new(switches);
        let best = if plan.tables.is_on() && plan.run == 0 { tier } else { Tier::Scalar };
        Self {
            plan,
            window,
            track,
            whole: text,
            text,
            at: 0,
            copied: 0,
            safe: 0,
            safe_len: 0,
            passed: false,
            stuck: false,
            searched: 0,
            best,
            tier: Tier::Scalar,
            last: '\0',
            run: 0,
        }
    }

    /// Where a walk can start so that nothing changes before, or `None` when nothing changes at all.
    pub(super) fn scan(&mut self) -> Option<usize> {
        let mut nothing = String::new();
        self.restrict(0, self.whole.len(), 0);
        let first = if self.plan.run == 0 {
            self.walk::<true, false>(&mut nothing)
        } else {
            self.walk::<true, true>(&mut nothing)
        };
        let Some(watch) = &self.plan.watch else { return first };
        self.window.space = false;
        let first = first.map(|start| wide::stretch_around(self.whole, start));
        let before = self.whole.get(..first.unwrap_or(self.whole.len())).unwrap_or(self.whole);
        let mut at = 0;
        while let Some(stretch) = watch.next(self.plan, before, at) {
            // One that stays ends in no white space, so that none meets that of the next.
            self.window.run(stretch.of(before));
            if !self.window.result().iter().map(|item| item.c).eq(stretch.of(before).chars()) {
                return Some(stretch.start);
            }
            at = stretch.end;
        }
        first
    }

    /// Appends the normalized text from byte `start` to `out`.
    pub(super) fn write(&mut self, start: usize, out: &mut String) {
        let text = self.whole;
        let mut at = start;
        if let Some(watch) = &self.plan.watch {
            // What stands before is not white space, or `scan` would have found it.
            self.window.space = false;
            while let Some(next) = watch.next(self.plan, text, at) {
                self.write_part(at, next.start, out);
                let mut stretch = next;
                loop {
                    self.window.run(stretch.of(text));
                    self.track.rewritten(stretch.start, stretch.len(), out.len(), self.window.result());
                    out.extend(self.window.result().iter().map(|item| item.c));
                    at = stretch.end;
                    // White space at the end of one meets that of the next.
                    if !self.window.space || at == text.len() {
                        break;
                    }
                    stretch = wide::stretch(text, at);
                }
            }
        }
        self.write_part(at, text.len(), out);
    }

    /// The same of the bytes from `from` to `to`.
    fn write_part(&mut self, from: usize, to: usize, out: &mut String) {
        self.restrict(from, to, out.len());
        if self.plan.run == 0 {
            self.walk::<false, false>(out);
        } else {
            self.walk::<false, true>(out);
        }
        self.flush(out);
    }

    /// Starts at byte `from`, with `written` bytes of output, and takes `to` for the end of the text.
    fn restrict(&mut self, from: usize, to: usize, written: usize) {
        self.text = self.whole.get(..to).unwrap_or(self.whole);
        (self.at, self.copied, self.safe, self.safe_len) = (from, from, from, written);
        (self.last, self.passed, self.stuck, self.searched) = ('\0', false, false, from);
        self.tier = if to - from < SHORT { Tier::Scalar } else { self.best };
    }

    /// What was told.
    pub(super) fn into_track(self) -> T {
        self.track
    }

    fn walk<const SCAN: bool, const RUNS: bool>(&mut self, out: &mut String) -> Option<usize> {
        let bytes = self.text.as_bytes();
        loop {
            if self.tier == Tier::Scalar {
                self.calm::<RUNS>();
            } else if !(self.stuck && bytes.get(self.at).is_some_and(|&lead| lead >= 0xE0)) {
                self.blocks::<SCAN>(out);
            }
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
                            Step::Keep if self.tier != Tier::Scalar => Verdict::Keep(2),
                            // Where one letter changes, more do.
                            Step::Keep | Step::Replace | Step::Delete if SCAN => {
                                return Some(self.safe_place::<SCAN>(out));
                            }
                            Step::Keep | Step::Replace | Step::Delete => {
                                self.flush(out);
                                self.busy::<RUNS>(cell, out);
                                continue;
                            }
                            Step::Window => {
                                if !SCAN {
                                    // How long a separator is in the output cannot be told later.
                                    self.safe_place::<SCAN>(out);
                                }
                                self.separator(out).unwrap_or(Verdict::Window)
                            }
                            _ => self.neighbours(cell, out),
                        }
                    }
                }
                Some(_) => match class_and_inert_at(self.text, self.at) {
                    Some((class, inert, len)) => match self.plan.other.get(class as usize) {
                        Some(Step::Delete) => Verdict::Delete(len),
                        Some(Step::Replace) => Verdict::Replace(' ', len),
                        Some(Step::Window) if !SCAN && class == CharClass::ArabicForm => {
                            if self.forms::<RUNS>(out) {
                                continue;
                            }
                            Verdict::Window
                        }
                        Some(Step::Window) if class == CharClass::Zwj && self.joins_emoji() => {
                            Verdict::Keep(len)
                        }
                        Some(Step::Keep) if self.tier != Tier::Scalar && (inert || !self.plan.composes) => {
                            Verdict::Keep(len)
                        }
                        _ => Verdict::Window,
                    },
                    None => return None,
                },
            };
            match verdict {
                Verdict::Keep(len) => {
                    self.last = '\0';
                    self.stuck = false;
                    self.at += len;
                }
                Verdict::Window => {
                    self.safe_place::<SCAN>(out);
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
                        self.track.rewritten(start, end - start, out.len(), self.window.result());
                        out.extend(self.window.result().iter().map(|item| item.c));
                    }
                    (self.at, self.copied, self.safe, self.safe_len) = (end, end, end, out.len());
                    (self.last, self.passed) = ('\0', false);
                }
                _ if SCAN => return Some(self.safe_place::<SCAN>(out)),
                Verdict::Delete(len) => {
                    self.flush(out);
                    self.track.deleted(self.at..self.at + len, out.len());
                    self.at += len;
                    self.copied = self.at;
                }
                Verdict::Replace(c, len) => {
                    self.flush(out);
                    if c.len_utf8() != len {
                        self.track.replaced(self.at, len, out.len(), c.len_utf8());
                    }
                    out.push(c);
                    self.at += len;
                    self.copied = self.at;
                    self.last = '\0';
                }
                Verdict::Swap(mark) => {
                    self.flush(out);
                    if let Some(before) = out.pop() {
                        self.track.swapped(self.at - 2, out.len());
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

    /// Lets the kernel run until it stops.
    #[inline]
    fn blocks<const SCAN: bool>(&mut self, out: &mut String) {
        let from = self.at;
        if SCAN {
            self.at = simd::scan(self.tier, &self.plan.tables, self.text, from);
        } else {
            self.flush(out);
            self.at = simd::translate(self.tier, &self.plan.tables, self.text, from, out, &mut self.track);
            self.copied = self.at;
        }
        self.stuck = self.at == from;
        self.passed |= !self.stuck;
    }

    /// The last ASCII character before `at`, or where the walk started, when the kernel did not keep
    /// track of it; its place in the output is found by counting back. O(bytes that no call before
    /// has looked at).
    fn safe_place<const SCAN: bool>(&mut self, out: &mut String) -> usize {
        if self.passed {
            self.passed = false;
            if SCAN {
                // Nothing is written.
                self.copied = self.at;
            } else {
                self.flush(out);
            }
            let from = self.searched.max(self.safe);
            let behind = self.text.get(from..self.at).unwrap_or("");
            let last = behind.bytes().rposition(|byte| byte.is_ascii()).map(|place| from + place);
            // Of the one at `safe` the place in the output is known.
            if let Some(last) = last.filter(|&last| last > self.safe) {
                let behind = self.text.get(last..self.at).unwrap_or("");
                let written: usize = behind.char_indices().map(|(i, _)| self.output_len(last + i)).sum();
                self.safe = last;
                self.safe_len = out.len().saturating_sub(written);
            }
            self.searched = self.at;
        }
        self.safe
    }

    /// How many bytes the character at byte `at` has in the output, one that needed no window.
    fn output_len(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        match bytes.get(at) {
            Some(b'0'..=b'9') => self.plan.ascii_zero.map_or(1, char::len_utf8),
            Some(0..0x80) => 1,
            Some(&lead @ 0xD8..=0xDB) => {
                let cell = self.plan.cell(lead, bytes.get(at + 1).copied().unwrap_or(0x80));
                match cell.step {
                    Step::Keep | Step::Mark | Step::Composing => 2,
                    Step::Replace => cell.to.len_utf8(),
                    _ => 0,
                }
            }
            _ => match class_and_inert_at(self.text, at) {
                Some((class, _, len)) => match self.plan.other.get(class as usize) {
                    Some(Step::Delete) => 0,
                    Some(Step::Replace) => 1,
                    Some(Step::Window) => match bytes.get(at + 1..at + 3) {
                        Some(&[second, third]) => forms::spelling(second, third).map_or(len, <[u8]>::len),
                        _ => len,
                    },
                    _ => len,
                },
                None => 0,
            },
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
                    if T::ON && cell.to.len_utf8() != 2 {
                        self.track.replaced(at, 2, out.len(), cell.to.len_utf8());
                    }
                    out.push(cell.to);
                    stayed = 0;
                }
                Step::Delete => {
                    self.track.deleted(at..at + 2, out.len());
                    stayed = 0;
                }
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

    /// Spells out a run of presentation forms with the marks on them and the ASCII between them, as far as each
    /// stands for letters that stay or are replaced; false when not even the first one does.
    fn forms<const RUNS: bool>(&mut self, out: &mut String) -> bool {
        let plan = self.plan;
        let bytes = self.text.as_bytes();
        let from = self.at;
        let mut at = from;
        let mut letter_before = false;
        // How many marks stand on the letter, and the order of the last of them.
        let (mut marks, mut last) = (0, 0);
        self.flush(out);
        loop {
            match bytes.get(at..) {
                Some(&[0xEF, second, third, ..]) => {
                    // The initial heh is the Hijri mark when it stands alone or behind digits.
                    if plan.hijri && [second, third] == [0xBB, 0xAB] && !letter_before {
                        let next = match bytes.get(at + 3..) {
                            Some(&[0xEF, second, third, ..]) => forms::spelling(second, third),
                            _ => None,
                        };
                        if next.is_none() || !self.behind_plain_ascii(at) {
                            break;
                        }
                    }
                    let Some(letters) = forms::spelling(second, third) else { break };
                    let (letters, _) = letters.as_chunks::<2>();
                    let cells = letters.iter().map(|&[lead, tail]| plan.cell(lead, tail));
                    if !cells.clone().all(Cell::is_letter)
                        || (RUNS && cells.clone().any(|cell| self.is_run(cell.to)))
                    {
                        break;
                    }
                    if let [_] = letters {
                        self.track.replaced(at, 3, out.len(), 2);
                    } else {
                        self.track.spelled_out(at, 3, out.len(), letters.len());
                    }
                    cells.for_each(|cell| out.push(cell.to));
                    at += 3;
                    letter_before = true;
                    marks = 0;
                }
                Some(&[lead @ 0xD8..=0xDB, tail, ..]) if letter_before => {
                    let cell = plan.cell(lead, tail);
                    match cell.step {
                        Step::Delete => {
                            self.track.deleted(at..at + 2, out.len());
                            // The next mark does not stand right behind the one that is written.
                            marks *= 2;
                        }
                        Step::Mark if !plan.composes || marks == 0 || last <= cell.order => {
                            out.push(cell.to);
                            (marks, last) = (marks + 1, cell.order);
                            self.last = '\0';
                        }
                        Step::Mark if marks == 1 => {
                            if let Some(before) = out.pop() {
                                self.track.swapped(at - 2, out.len());
                                out.push(cell.to);
                                out.push(before);
                            }
                            marks = 2;
                        }
                        _ => break,
                    }
                    at += 2;
                }
                Some(&[ascii @ 0..0x80, ..]) if at > from && plan.ascii_zero.is_none() => {
                    (self.safe, self.safe_len, self.passed) = (at, out.len(), false);
                    self.last = '\0';
                    out.push(char::from(ascii));
                    at += 1;
                    letter_before = false;
                }
                _ => break,
            }
        }
        (self.at, self.copied) = (at, at);
        at > from
    }

    /// Whether the text starts at `at`, or an ASCII character stands before that is no digit.
    fn behind_plain_ascii(&self, at: usize) -> bool {
        match at.checked_sub(1).and_then(|at| self.text.as_bytes().get(at)) {
            Some(before) => before.is_ascii() && !before.is_ascii_digit(),
            None => true,
        }
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
}

/// What ends a window. No operation deletes these.
fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}
