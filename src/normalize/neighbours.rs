//! What a look at the characters beside it tells of one, so that no pass is run: marks in order, tatweel, separators
//! between digits, joiners of emoji.

use super::plan::{Cell, Step, may_compose};
use super::track::Track;
use super::walk::Walk;
use super::window::is_heh;
use crate::class::{CharClass, class_of};

/// What is to be done with the next character.
pub(super) enum Verdict {
    /// So many bytes stay.
    Keep(usize),
    /// So many bytes go.
    Delete(usize),
    /// A character takes the place of so many bytes.
    Replace(char, usize),
    /// It goes before the mark that precedes it.
    Swap(char),
    Window,
}

/// What stands before a mark.
enum Before {
    /// Nothing, or an ASCII character: it takes part in no Arabic composition.
    Edge,
    /// A character of the table.
    Cell(Cell),
    Other,
}

impl<T: Track> Walk<'_, '_, T> {
    /// ٫ or ٬, if plain characters on both sides tell whether it stands between digits.
    pub(super) fn separator(&self, out: &str) -> Option<Verdict> {
        let bytes = self.text.as_bytes();
        let sign = match bytes.get(self.at..self.at + 2) {
            Some([0xD9, 0xAB]) => '.',
            Some([0xD9, 0xAC]) => ',',
            _ => return None,
        };
        // What stands before in the output: not written yet, or written.
        let stretch = self.text.get(self.copied..self.at).unwrap_or("");
        let before = if stretch.is_empty() { out } else { stretch };
        let digit_after = match bytes.get(self.at + 2..) {
            Some(&[ascii @ 0..0x80, ..]) => ascii.is_ascii_digit(),
            Some(&[lead @ 0xD8..=0xDB, tail, ..]) => {
                let cell = self.plan.cell(lead, tail);
                (cell.is_base() && cell.order == 0).then_some(cell.to.is_ascii_digit())?
            }
            Some([]) => false,
            _ => return None,
        };
        let between = digit_after && before.ends_with(|c: char| c.is_ascii_digit());
        Some(if between { Verdict::Replace(sign, 2) } else { Verdict::Keep(2) })
    }

    /// Whether the joiner here stands between two pictographs (GB11 of UAX #29), with nothing beside
    /// them that composes.
    pub(super) fn joins_emoji(&self) -> bool {
        let pictograph = |c: char| matches!(class_of(c), CharClass::Emoji | CharClass::TextEmoji);
        let (Some(before), Some(after)) = (self.text.get(..self.at), self.text.get(self.at..)) else {
            return false;
        };
        let mut before = before.chars().rev();
        // At most the selector and the skin tone stand between.
        let mut base = before.next();
        for _ in 0..2 {
            base = base.and_then(|c| match class_of(c) {
                CharClass::EmojiModifier => before.next(),
                _ if c == '\u{FE0F}' => before.next(),
                _ => Some(c),
            });
        }
        let mut after = after.chars().skip(1);
        let next = after.next().is_some_and(pictograph);
        let composes = after.next().is_some_and(|c| c != '\u{FE0F}' && class_of(c).is_mark());
        base.is_some_and(pictograph) && next && !composes
    }

    /// A mark that stays, a tatweel, or a letter that goes, judged by what stands beside it.
    pub(super) fn neighbours(&self, cell: Cell, out: &str) -> Verdict {
        let at = self.at;
        match cell.step {
            Step::Tatweel => {
                // What stands before in the output: not written yet, or written.
                let stretch = self.text.get(self.copied..at).unwrap_or("");
                let before = if stretch.is_empty() { out } else { stretch };
                if before.ends_with(is_heh) { Verdict::Window } else { Verdict::Delete(2) }
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
            _ if !self.plan.composes => Verdict::Keep(2),
            Step::Composing | Step::ComposingDeleted => match self.before(at) {
                Before::Edge if cell.step == Step::Composing => Verdict::Keep(2),
                Before::Edge => Verdict::Delete(2),
                Before::Cell(base) if base.is_base() && base.order == 0 => {
                    // The letter as it is written, and as it is in the output.
                    let written = self.text.get(at - 2..at).and_then(|c| c.chars().next()).unwrap_or('ا');
                    if may_compose(written) || may_compose(base.to) {
                        Verdict::Window
                    } else if cell.step == Step::Composing {
                        Verdict::Keep(2)
                    } else {
                        Verdict::Delete(2)
                    }
                }
                _ => Verdict::Window,
            },
            _ => match self.before(at) {
                Before::Edge => Verdict::Keep(2),
                Before::Cell(base) if base.is_base() => Verdict::Keep(2),
                Before::Cell(mark) if mark.is_mark() => {
                    let sorted = mark.order <= cell.order;
                    match self.before(at - 2) {
                        Before::Cell(first) if first.is_mark() => {
                            if sorted && first.order <= mark.order {
                                Verdict::Keep(2)
                            } else {
                                Verdict::Window
                            }
                        }
                        Before::Cell(base) if !base.is_base() => Verdict::Window,
                        Before::Other => Verdict::Window,
                        _ if sorted => Verdict::Keep(2),
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
