//! The only walk over UTF-8 outside `normalize`: maximal runs of one kind, lazily. It knows
//! characters, not words: what a run means is decided by the tokens that are built on it.

use crate::class::{CharClass, class_at, class_of_low};
use crate::simd::{Block, Set, Sets};
use crate::span::Span;

/// What a [`Run`] is made of.
///
/// ```
/// use warraq::run::{RunKind, Runs};
/// let kinds: Vec<_> = Runs::new("و21 MP").map(|run| run.kind).collect();
/// assert_eq!(kinds, [RunKind::Arabic, RunKind::Digits, RunKind::Space, RunKind::Latin]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RunKind {
    /// Letters of the Arabic script with their marks, tatweel and inner joiners.
    Arabic,
    /// Letters of the Latin script with their marks.
    Latin,
    /// Letters of any other script with their marks.
    OtherLetters,
    /// Decimal digits of the systems of an Arabic text, mixed or not, up to one with a keycap.
    Digits,
    /// White space inside a line.
    Space,
    /// One line end; CR LF is one.
    LineEnd,
    /// Tatweel without a letter, as in a drawn line.
    Tatweel,
    /// Marks that stand on nothing.
    Marks,
    /// Invisible controls between words.
    Invisible,
    /// One character of any other class, with the marks on it.
    Single(CharClass),
}

/// A maximal stretch of one [`RunKind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Run {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: RunKind,
}

/// The lazy walk: yields the runs of a text one after the other, without gaps.
///
/// O(n) in all, no allocation. Invisible controls belong to a run of letters or digits when both
/// sides do, and stand alone otherwise.
///
/// ```
/// use warraq::run::Runs;
///
/// let text = "سَلام، 12";
/// assert_eq!(Runs::new(text).map(|run| run.span.of(text)).collect::<String>(), text);
/// ```
#[derive(Clone, Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Runs<'t> {
    text: &'t str,
    at: usize,
    block: Block,
}

impl<'t> Runs<'t> {
    /// Walks over `text` from its start.
    ///
    /// ```
    /// assert_eq!(warraq::run::Runs::new("").next(), None);
    /// ```
    #[inline]
    pub const fn new(text: &'t str) -> Self {
        Self { text, at: 0, block: Block::NONE }
    }

    /// What has not been walked over yet.
    ///
    /// ```
    /// let mut runs = warraq::run::Runs::new("عام 73");
    /// runs.next();
    /// assert_eq!(runs.rest(), " 73");
    /// ```
    #[inline]
    pub fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Goes on at byte `at`, a character boundary that a longer token ended at.
    #[inline]
    pub(crate) fn jump(&mut self, at: usize) {
        self.at = at;
    }

    /// The end of the run of Arabic letters, marks and tatweel of U+0600–U+06FF that starts here with a letter,
    /// where an ASCII character, one of ، ؛ ؟ » or the end of the text follows it: no more has to be looked at.
    /// And whether it is short and letters alone.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "on the way of every word")]
    pub(crate) fn plain_arabic(&mut self) -> Option<(usize, bool)> {
        let bytes = self.text.as_bytes();
        let &[lead, low] = bytes.get(self.at..)?.first_chunk::<2>()?;
        if !is_letter(lead, low) {
            return None;
        }
        let (end, letters) = self.block.members(&ARABIC, bytes, self.at);
        let ends = match bytes.get(end) {
            None | Some(0..0x80) => true,
            Some(0xD8) => matches!(bytes.get(end + 1), Some(0x8C | 0x9B | 0x9F)),
            Some(0xC2) => bytes.get(end + 1) == Some(&0xBB),
            _ => false,
        };
        ends.then_some((end, letters))
    }

    /// The end of the run of ASCII letters and digits that starts here.
    #[inline]
    pub(crate) fn alphanumeric(&mut self) -> usize {
        self.block.alphanumeric(&ARABIC, self.text.as_bytes(), self.at)
    }

    /// The byte at the place and the one behind it; 0 behind the end.
    #[inline]
    pub(crate) fn two_bytes(&self) -> (u8, u8) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
        match *rest {
            [first, second, ..] => (first, second),
            [first] => (first, 0),
            [] => (0, 0),
        }
    }

    /// The byte at which the next run starts.
    #[inline]
    pub(crate) fn position(&self) -> usize {
        self.at
    }
}

/// U+20E3 in UTF-8.
const KEYCAP: &[u8] = "\u{20E3}".as_bytes();

/// What continues a run of letters or digits.
#[inline]
fn continues(kind: RunKind, class: CharClass) -> bool {
    match kind {
        RunKind::Arabic => {
            class.is_arabic_letter() || matches!(class, CharClass::Tatweel | CharClass::ArabicFormMark)
        }
        RunKind::Latin => class == CharClass::LatinLetter,
        RunKind::OtherLetters => class == CharClass::OtherLetter || class == CharClass::DigitOther,
        RunKind::Digits => class.is_digit(),
        _ => false,
    }
}

/// Which of U+0600–U+06FF continue an Arabic word, whatever stands around them; and the letters among them:
/// a run starts with one.
static ARABIC: Sets = Sets { wide: Set::new(table(false)), narrow: Set::new(table(true)) };

#[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
const fn table(letters: bool) -> [bool; 256] {
    let mut table = [false; 256];
    let mut i = 0;
    while i < 256 {
        let class = class_of_low(0x600 + i as u32);
        table[i] = class.is_arabic_letter()
            || (!letters && (class.is_arabic_mark() || matches!(class, CharClass::Tatweel)));
        i += 1;
    }
    table
}

/// Whether the two bytes are a letter of U+0600–U+06FF.
#[inline]
pub(crate) fn is_letter(lead: u8, tail: u8) -> bool {
    ARABIC.narrow.contains(lead, tail)
}

/// Skips what [`ARABIC`] holds, two bytes at a time.
#[inline]
fn skip_arabic(bytes: &[u8], at: usize) -> usize {
    let (pairs, _) = bytes.get(at..).unwrap_or(&[]).as_chunks::<2>();
    at + 2 * pairs.iter().take_while(|&&[lead, tail]| ARABIC.wide.contains(lead, tail)).count()
}

/// The first byte of the word of letters, marks and tatweel of U+0600–U+06FF that ends at `end` and starts with a letter
/// right behind a space or line feed, itself not before `from`; and whether it is letters alone. Of a short word.
#[inline]
pub(crate) fn arabic_before(bytes: &[u8], from: usize, end: usize) -> Option<(usize, bool)> {
    /// In characters: half a block of bytes.
    const SHORT: usize = 31;
    let (_, pairs) = bytes.get(from..end)?.as_rchunks::<2>();
    let word =
        pairs.iter().rev().take(SHORT + 1).take_while(|&&[lead, tail]| ARABIC.wide.contains(lead, tail));
    let (count, letters) = word.fold((0, true), |(count, letters), &[lead, tail]| {
        (count + 1, letters && ARABIC.narrow.contains(lead, tail))
    });
    let start = end - 2 * count;
    let &[blank, lead, tail] =
        bytes.get(start.checked_sub(1).filter(|&at| at >= from)?..)?.first_chunk::<3>()?;
    let word = (1..=SHORT).contains(&count) && is_letter(lead, tail);
    (word && matches!(blank, b' ' | b'\n')).then_some((start, letters))
}

/// The end of the run of `kind` that has reached `at`.
fn run_end(text: &str, mut at: usize, kind: RunKind) -> usize {
    loop {
        if kind == RunKind::Arabic {
            at = skip_arabic(text.as_bytes(), at);
        }
        let Some((class, len)) = class_at(text, at) else { return at };
        if class.is_mark() || continues(kind, class) {
            at += len;
            // A keycap ends what it stands on.
            if kind == RunKind::Digits && text.as_bytes().get(at - len..at) == Some(KEYCAP) {
                return at;
            }
        } else if class.is_invisible() {
            // Inside only if the run goes on behind the controls.
            let mut ahead = at + len;
            let next = loop {
                match class_at(text, ahead) {
                    Some((c, len)) if c.is_invisible() => ahead += len,
                    other => break other,
                }
            };
            match next {
                Some((c, len)) if continues(kind, c) => at = ahead + len,
                _ => return at,
            }
        } else {
            return at;
        }
    }
}

/// The end of a stretch from `at` whose characters all satisfy `belongs`.
fn stretch(text: &str, mut at: usize, belongs: impl Fn(CharClass) -> bool) -> usize {
    while let Some((class, len)) = class_at(text, at) {
        if !belongs(class) {
            break;
        }
        at += len;
    }
    at
}

impl Iterator for Runs<'_> {
    type Item = Run;

    #[inline]
    fn next(&mut self) -> Option<Run> {
        let start = self.at;
        let (class, len) = class_at(self.text, start)?;
        let mut end = start + len;
        let kind = match class {
            CharClass::ArabicLetter | CharClass::ArabicForm | CharClass::ArabicSmallLetter => RunKind::Arabic,
            CharClass::LatinLetter => RunKind::Latin,
            CharClass::OtherLetter | CharClass::DigitOther => RunKind::OtherLetters,
            CharClass::Space => RunKind::Space,
            CharClass::LineEnd => RunKind::LineEnd,
            CharClass::Tatweel => RunKind::Tatweel,
            CharClass::Invisible | CharClass::Zwnj | CharClass::Zwj => RunKind::Invisible,
            c if c.is_digit() => RunKind::Digits,
            c if c.is_mark() || c == CharClass::ArabicFormMark => RunKind::Marks,
            c => RunKind::Single(c),
        };
        end = match kind {
            RunKind::Space => stretch(self.text, end, |c| c == CharClass::Space),
            RunKind::Invisible => stretch(self.text, end, CharClass::is_invisible),
            RunKind::LineEnd => {
                if self.text.as_bytes().get(start..start + 2) == Some(b"\r\n") {
                    start + 2
                } else {
                    end
                }
            }
            RunKind::Tatweel => {
                // Tatweel before a letter is part of the word.
                let ahead = stretch(self.text, end, |c| c == CharClass::Tatweel || c.is_mark());
                match class_at(self.text, ahead) {
                    Some((c, len)) if c.is_arabic_letter() => {
                        let span = Span::new(start, run_end(self.text, ahead + len, RunKind::Arabic));
                        self.at = span.end;
                        return Some(Run { span, kind: RunKind::Arabic });
                    }
                    _ => ahead,
                }
            }
            RunKind::Marks => stretch(self.text, end, |c| c.is_mark() || c == CharClass::ArabicFormMark),
            RunKind::Single(_) => stretch(self.text, end, CharClass::is_mark),
            _ => run_end(self.text, end, kind),
        };
        self.at = end;
        Some(Run { span: Span::new(start, end), kind })
    }
}

impl core::iter::FusedIterator for Runs<'_> {}
