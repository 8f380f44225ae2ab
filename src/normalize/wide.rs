//! Which stretches of a text need the passes of `window` whole: those with what may set off a rule
//! that reads words, the ASCII signs between them, or the blanks. All others take the fast road of `walk`.
//!
//! A stretch is blanks and what follows them up to the next blank; no operation but that on spaces
//! looks across its ends.

use super::classes::Classes;
use super::letters::{AlefMaqsura, DaggerAlef, FarsiYeh, FinalMarks, SmallLetters, TanwinCarrier};
use super::ops::{Digits, Phrases, Punctuation, Spaces, Switches, Zwnj};
use super::plan::{Plan, Step};
use crate::class::{CharClass, class_at, class_of_low};
use crate::fold::LetterFolds;
use crate::span::Span;

/// The characters that may set off a rule. A stretch without one comes out of the passes as it comes out
/// of the walk.
#[derive(Clone, Copy)]
pub(super) struct Watch {
    ascii: u128,
    /// U+0600–U+06FF, a word for each lead byte.
    low: [u64; 4],
    /// All others, by their class.
    other: Classes,
    /// Whether runs of blanks become one space.
    collapses: bool,
}

impl Watch {
    #[expect(clippy::indexing_slicing, reason = "evaluated at compile time; `get_mut` is not const")]
    pub(super) const fn new(switches: &Switches, folds: LetterFolds) -> Self {
        let mut low = [0; 4];
        let mut i = 0;
        while i < 256 {
            if let Some(c) = char::from_u32(0x600 + i as u32) {
                low[i / 64] |= (sets_off(switches, folds, c) as u64) << (i % 64);
            }
            i += 1;
        }
        let collapses = matches!(switches.spaces, Spaces::Collapse);
        let mut other = Classes::NONE;
        if switches.contextual() {
            // Forms and small letters become any letter and mark.
            other = Classes::with(&[
                CharClass::ArabicForm,
                CharClass::ArabicFormMark,
                CharClass::ArabicLetter,
                CharClass::ArabicSmallLetter,
                CharClass::Harakat,
                CharClass::Tanwin,
            ]);
        }
        if let Punctuation::Arabic | Punctuation::Urdu = switches.punctuation {
            // U+037E composes to `;`.
            other = other.and(CharClass::Semicolon).and(CharClass::Question);
        }
        if !matches!(switches.phrases, Phrases::Keep) {
            other = other.or(Classes::FORMS);
        }
        if collapses {
            other = other.and(CharClass::Space);
            if let Zwnj::Space = switches.zwnj {
                other = other.and(CharClass::Zwnj);
            }
            if folds.drops() {
                // With a letter it may make one that goes, so that two blanks meet.
                let mut i = 0;
                while i < 256 {
                    let hamza = matches!(class_of_low(0x600 + i as u32), CharClass::HamzaMark);
                    low[i / 64] |= (hamza as u64) << (i % 64);
                    i += 1;
                }
            }
            if !matches!(switches.small_letters, SmallLetters::Keep) {
                other = other.and(CharClass::ArabicSmallLetter);
            }
        }
        Self { ascii: ascii(switches), low, other, collapses }
    }

    /// The next stretch from byte `from` on, the start of one, that needs the passes. O(bytes up to its end).
    pub(super) fn next(&self, plan: &Plan, text: &str, from: usize) -> Option<Span> {
        let bytes = text.as_bytes();
        let (mut start, mut at) = (from, from);
        // Whether what was read of the stretch is blanks alone.
        let mut blank = true;
        loop {
            let rest = bytes.get(at..)?;
            let (pairs, _) = rest.as_chunks::<2>();
            let quiet = |&&[lead, tail]: &&[u8; 2]| lead & 0xFC == 0xD8 && !self.has_low(lead, tail);
            let len = 2 * pairs.iter().take_while(quiet).count();
            if len > 0 {
                (at, blank) = (at + len, false);
                continue;
            }
            let (sets_off, len) = match *rest.first()? {
                ascii @ 0..0x80 => {
                    if is_blank(ascii) && !blank {
                        start = at;
                    }
                    blank = is_blank(ascii);
                    let meets = self.collapses && ascii == b' ' && !stays(plan, text, at + 1);
                    (meets || self.ascii >> ascii & 1 != 0, 1)
                }
                0xD8..=0xDB => (true, 2),
                _ => {
                    blank = false;
                    let (class, len) = class_at(text, at)?;
                    (self.other.has(class), len)
                }
            };
            if sets_off {
                return Some(stretch(text, start));
            }
            at += len;
        }
    }

    /// Whether the character of U+0600–U+06FF with these two bytes is among them.
    #[inline]
    fn has_low(&self, lead: u8, tail: u8) -> bool {
        self.low.get(usize::from(lead & 3)).is_some_and(|word| word >> (tail & 0x3F) & 1 != 0)
    }
}

/// The stretch that starts at byte `start`.
pub(super) fn stretch(text: &str, start: usize) -> Span {
    let rest = text.as_bytes().get(start..).unwrap_or(&[]);
    let blanks = rest.iter().position(|&byte| !is_blank(byte)).unwrap_or(rest.len());
    let word = rest.iter().skip(blanks).position(|&byte| is_blank(byte));
    Span::new(start, word.map_or(text.len(), |len| start + blanks + len))
}

/// Where the stretch starts that the character at byte `at` belongs to.
pub(super) fn stretch_around(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let before = |end: usize, blank: bool| {
        let part = bytes.get(..end).unwrap_or(&[]);
        part.iter().rposition(|&byte| is_blank(byte) != blank).map_or(0, |last| last + 1)
    };
    let word = if bytes.get(at).is_some_and(|&byte| is_blank(byte)) { at } else { before(at, false) };
    before(word, true)
}

/// What separates stretches.
const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// Whether a space and what stands at byte `at` behind it stay, whatever follows, and are no two blanks.
fn stays(plan: &Plan, text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let step = match bytes.get(at) {
        None => return true,
        Some(&ascii @ 0..0x80) => return ascii != b' ',
        Some(&lead @ 0xD8..=0xDB) => plan.cell(lead, bytes.get(at + 1).copied().unwrap_or(0x80)).step,
        Some(_) => match class_at(text, at).and_then(|(class, _)| plan.other.get(class as usize)) {
            Some(&step) => step,
            None => return true,
        },
    };
    matches!(step, Step::Keep | Step::Replace | Step::Mark | Step::Composing)
}

/// Whether a character of U+0600–U+06FF may set off a rule.
const fn sets_off(switches: &Switches, folds: LetterFolds, c: char) -> bool {
    let class = class_of_low(c as u32);
    let folded = match folds.letter(c) {
        Some(letter) => letter,
        None => '\0',
    };
    (!matches!(switches.final_marks, FinalMarks::Keep)
        && matches!(class, CharClass::Harakat | CharClass::Tanwin))
        || (!matches!(switches.tanwin_carrier, TanwinCarrier::Keep) && matches!(class, CharClass::Tanwin))
        || (!matches!(switches.dagger_alef, DaggerAlef::Keep) && matches!(class, CharClass::DaggerAlef))
        || (!matches!(switches.farsi_yeh, FarsiYeh::Keep) && (c == 'ی' || folded == 'ی'))
        || (matches!(switches.alef_maqsura, AlefMaqsura::Reverse) && (c == 'ي' || folded == 'ي'))
        || (matches!(switches.digits, Digits::Arabic | Digits::Extended) && class.is_digit())
}

/// The ASCII characters that a rule may change, or read beside those that it changes.
const fn ascii(switches: &Switches) -> u128 {
    let mut set = 0;
    if let Digits::Arabic | Digits::Extended = switches.digits {
        set |= 0x3FF << b'0';
    }
    if let Punctuation::Arabic | Punctuation::Urdu = switches.punctuation {
        set |= 1 << b',' | 1 << b';' | 1 << b'?';
    }
    if let Punctuation::Urdu = switches.punctuation {
        set |= 1 << b'.';
    }
    if let Spaces::Collapse = switches.spaces {
        set |= 1 << b'\t';
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::is_phrase;
    use alloc::vec::Vec;

    #[test]
    fn every_phrase_sets_off_its_rule() {
        let switches = Switches { phrases: Phrases::Expand, ..Switches::NONE };
        let watch = Watch::new(&switches, switches.folds());
        let plan = Plan::new(&switches);
        for c in (char::MIN..=char::MAX).filter(|&c| is_phrase(c)) {
            assert!(watch.next(&plan, c.encode_utf8(&mut [0; 4]), 0).is_some(), "{:X}", c as u32);
        }
        assert!(watch.next(&plan, "كتاب، 5 :-) «é»", 0).is_none());
    }

    #[test]
    fn stretches_are_the_text() {
        let text = " \n كتاب 5\tب  ";
        let mut parts = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let stretch = stretch(text, at);
            parts.push((at, stretch.of(text)));
            at = stretch.end;
        }
        assert_eq!(parts, [(0, " \n كتاب"), (11, " 5"), (13, "\tب"), (16, "  ")]);
    }
}
