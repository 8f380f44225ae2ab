//! Text in pieces, normalized as if it were one: decides where a text may be cut. Knows nothing of
//! bytes or files.
//!
//! # Where
//!
//! `f(a + b) == f(a) + f(b)` holds at two sorts of places.
//!
//! **Before an ASCII blank or line end** whose preceding character is [settled](is_settled):
//!
//! - No rule looks over an ASCII blank: this is what a window of `window` ends at. To what stands
//!   before it, a blank is what the end of the text is.
//! - What stands behind looks back as far as the blank. A rule that joins a run of blanks would look
//!   further; hence the settled character, of which something other than a blank is left in the
//!   output, whatever is switched on. The run is whole, then, on the right side of the cut. A mark, a
//!   tatweel, a control, a hamza between two blanks may vanish, so these settle nothing.
//!
//! **Before a letter of another script** that composes with nothing before it ([`is_anchor`]), if
//! the left side is normalized with that letter, whose output is then taken off again:
//!
//! - Looking ahead, the rules pass over marks (canonical order, the case ending, a hamza that falls
//!   on a letter), over invisible controls and tatweels (the هـ rule), and else see one character (a
//!   digit behind ٫, a pictograph behind a joiner, a letter behind a yeh). Each of these looks ends
//!   at the first letter. A rule that judges a word sees the letter, and that the word of Arabic
//!   letters ends there.
//! - Looking back, they end at a letter likewise; `walk` starts its windows at ASCII characters for
//!   the same reason. Elongation compares Arabic letters that stand side by side.
//! - The letter itself is not touched by any operation but composition with what follows, which is
//!   on its side of the cut, and leaves it a letter.
//!
//! The second sort serves long text without blanks, Chinese for example; the first is preferred
//! since it needs no context. One rule looks over letters, in search of an address: that of punctuation to
//! Arabic. With it there are places of the first sort only.

use alloc::string::String;

use crate::class::{CharClass, class_of, is_nfc_inert};

use super::super::Normalizer;
use super::super::forms;
use super::super::ops::Punctuation;

/// Stretches up to this length in bytes are cut at blanks only.
const STRETCH: usize = if cfg!(test) { 12 } else { 1 << 12 };
/// How many marks and tatweels are looked over for the letter before them.
const MARKS: usize = 4;

/// Normalizes a text that comes in pieces.
#[derive(Debug)]
pub(super) struct Pieces<'n> {
    normalizer: &'n Normalizer,
    /// Stretches up to this length are cut at blanks only.
    stretch: usize,
    /// The end of the text so far, behind the last place at which it was cut.
    carry: String,
}

impl<'n> Pieces<'n> {
    pub(super) const fn new(normalizer: &'n Normalizer) -> Self {
        let stretch = match normalizer.switches.punctuation {
            Punctuation::Arabic | Punctuation::Urdu => usize::MAX,
            _ => STRETCH,
        };
        Self { normalizer, stretch, carry: String::new() }
    }

    /// Takes the next piece and appends to `out` what is certain by now. O(length of the piece) over
    /// all calls; looks at no character twice in search of a place.
    pub(super) fn push(&mut self, piece: &str, out: &mut String) {
        let mut rest = piece;
        if !self.carry.is_empty() {
            // As little of the piece as possible is copied behind the carry.
            let cut = self.first_blank(piece).or_else(|| {
                if self.carry.len() + piece.len() < self.stretch { None } else { last_anchor(piece, 0) }
            });
            let Some((at, context)) = cut.and_then(|cut| Some((cut, piece.get(..cut.with_context())?)))
            else {
                self.carry.push_str(piece);
                return;
            };
            self.carry.push_str(context);
            at.normalize(self.normalizer, &self.carry, out);
            self.carry.clear();
            rest = piece.get(at.at..).unwrap_or("");
        }
        let cut =
            last_blank(rest).or_else(|| if rest.len() < self.stretch { None } else { last_anchor(rest, 1) });
        if let Some((cut, context)) = cut.and_then(|cut| Some((cut, rest.get(..cut.with_context())?))) {
            cut.normalize(self.normalizer, context, out);
            rest = rest.get(cut.at..).unwrap_or("");
        }
        self.carry.push_str(rest);
    }

    /// The text ends here; the next piece starts another.
    pub(super) fn finish(&mut self, out: &mut String) {
        self.normalizer.normalize_into(&self.carry, out);
        self.carry.clear();
    }

    /// The first place before a blank of the piece.
    fn first_blank(&self, piece: &str) -> Option<Cut> {
        let mut start = 0;
        loop {
            let at = start + piece.as_bytes().get(start..)?.iter().position(|&byte| is_blank(byte))?;
            let before = piece.get(..at)?.chars().rev();
            if is_settled(before.chain(self.carry.chars().rev())) {
                return Some(Cut::blank(at));
            }
            start = at + 1;
        }
    }
}

/// A place at which a text may be cut, and how many bytes behind it the left side must see.
#[derive(Clone, Copy)]
struct Cut {
    at: usize,
    context: usize,
}

impl Cut {
    const fn blank(at: usize) -> Self {
        Self { at, context: 0 }
    }

    const fn with_context(self) -> usize {
        self.at + self.context
    }

    /// Normalizes the left side, which `text` holds with its context.
    fn normalize(self, normalizer: &Normalizer, text: &str, out: &mut String) {
        normalizer.normalize_into(text, out);
        if self.context > 0 {
            // The one letter of context.
            out.pop();
        }
    }
}

/// The last place before a blank.
fn last_blank(text: &str) -> Option<Cut> {
    let mut end = text.len();
    loop {
        let at = text.as_bytes().get(..end)?.iter().rposition(|&byte| is_blank(byte))?;
        if is_settled(text.get(..at)?.chars().rev()) {
            return Some(Cut::blank(at));
        }
        end = at;
    }
}

/// The last place before a letter of another script, at byte `from` or behind.
fn last_anchor(text: &str, from: usize) -> Option<Cut> {
    let found = text.char_indices().rev().find(|&(_, c)| is_anchor(c));
    let (at, c) = found.filter(|&(at, _)| at >= from)?;
    Some(Cut { at, context: c.len_utf8() })
}

/// What ends a window of `window`.
const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// A letter that no operation touches and that composes with nothing before it.
pub(super) fn is_anchor(c: char) -> bool {
    matches!(class_of(c), CharClass::LatinLetter | CharClass::OtherLetter) && is_nfc_inert(c)
}

/// Whether the character before a place, the first of `before`, leaves something other than a blank
/// in the output under every set of switches. Where that is not plain at once, the answer is no: one
/// of the next words will do.
pub(super) fn is_settled(before: impl Iterator<Item = char>) -> bool {
    // What stands on the letter that is asked for, or hangs on it. A hamza may change it into a letter
    // that goes; U+200C may become a space.
    let hangs = |&c: &char| match class_of(c) {
        CharClass::Tatweel | CharClass::Invisible | CharClass::Zwj => true,
        class => class.is_arabic_mark() && class != CharClass::HamzaMark,
    };
    let Some(c) = before.take(MARKS + 1).find(|c| !hangs(c)) else { return false };
    match class_of(c) {
        CharClass::ArabicLetter => is_lasting(c),
        CharClass::ArabicForm if forms::is_form(c) => {
            forms::letters(c).last().is_some_and(|c| class_of(c) == CharClass::ArabicLetter && is_lasting(c))
        }
        _ if c.is_ascii() => c.is_ascii_graphic(),
        CharClass::LatinLetter | CharClass::OtherLetter => true,
        CharClass::DigitArabic | CharClass::DigitExtended => true,
        CharClass::Comma | CharClass::Semicolon | CharClass::Question | CharClass::FullStop => true,
        _ => false,
    }
}

/// Arabic letters but the hamza and what may become one, and the alefs, which a rule of tanwin takes
/// away.
const fn is_lasting(c: char) -> bool {
    !matches!(c, 'ء' | 'آ' | 'أ' | 'ؤ' | 'إ' | 'ئ' | 'ا' | 'ى' | 'ٱ'..='ٵ' | 'ٶ' | 'ٷ' | 'ٸ')
}
