//! Words that UAX #29 delimits: of other scripts than Arabic, and of letters and digits together.

use unicode_segmentation::UnicodeSegmentation as _;

use super::shape;
use super::{Addresses, Script, Token, TokenKind, Tokens};
use crate::class::CharClass;

/// The sign of a millionth, a letter of no script, which joins the unit behind it: µg, 5µm.
const MICRO: char = '\u{B5}';

impl<'t> Tokens<'t> {
    /// A word that UAX #29 delimits: it starts with a letter that is not Arabic, with `_`, or
    /// with digits that letters follow.
    pub(super) fn western(&mut self, start: usize, first: usize) -> Token<'t> {
        let whole = self.options.addresses == Addresses::Whole;
        if whole && let Some((end, kind)) = shape::address(self.text, start) {
            return self.token(start, end, kind);
        }
        let ascii = ascii_word(self.text.as_bytes(), start);
        if whole && let Some(end) = shape::file_name(self.text, start, ascii) {
            return self.token(start, end, TokenKind::Word(Script::Latin));
        }
        // What lies beyond ASCII, also behind an apostrophe or a dot, is left to UAX #29.
        let joint = usize::from(matches!(self.byte(ascii), b'\'' | b'.' | b':' | b',' | b';'));
        let beyond = self.byte(ascii + joint) >= 0x80
            && self.class(ascii + joint).is_some_and(|(class, _)| joins_western(class));
        let plain = ascii > start && !beyond;
        let mut end = if plain && ascii >= first {
            ascii
        } else {
            let end = if plain { ascii } else { self.uax29(start) };
            self.script_border(start, end.max(first))
        };
        let word = self.text.get(start..end).unwrap_or("");
        // Most words are short, and hold neither: no search of long texts is begun for them.
        let may_be_address = whole && word.bytes().any(|byte| matches!(byte, b'.' | b':'));
        // A label before an address: Email:info@example.com.
        if may_be_address
            && let Some(colon) = word.rfind(':')
            && shape::address(self.text, start + colon + 1).is_some()
        {
            end = start + colon;
        }
        let script =
            self.text.get(start..end).unwrap_or("").chars().find_map(|c| match crate::class::class_of(c) {
                _ if c == MICRO => None,
                CharClass::LatinLetter => Some(Script::Latin),
                CharClass::OtherLetter => Some(Script::Other),
                _ => None,
            });
        let kind = match script {
            Some(script) => TokenKind::Word(script),
            None if word.contains(MICRO)
                || self.class(start).is_some_and(|(c, _)| c == CharClass::Connector) =>
            {
                TokenKind::Word(Script::Other)
            }
            None => TokenKind::Number,
        };
        let domain = if may_be_address { shape::domain(self.text, start, end) } else { None };
        let (end, kind) = domain.unwrap_or((end, kind));
        self.token(start, end, kind)
    }

    /// The first UAX #29 segment from `start`, inside the stretch without white space or Arabic.
    fn uax29(&mut self, start: usize) -> usize {
        if self.foreign <= start {
            let mut end = start;
            while let Some((class, len)) = self.class(end) {
                if class.is_whitespace() || class.is_arabic_letter() || class == CharClass::Tatweel {
                    break;
                }
                end += len;
            }
            self.foreign = end;
        }
        let stretch = self.text.get(start..self.foreign).unwrap_or("");
        // Inside a word that was cut between two scripts there is no other boundary.
        if self.word <= start {
            self.word = start + stretch.split_word_bounds().next().map_or(0, str::len);
        }
        let len = self.word - start;
        // Invisible controls at the edge stand alone.
        let word = stretch.get(..len).unwrap_or("");
        start + word.trim_end_matches(|c| crate::class::class_of(c).is_invisible()).len()
    }

    /// Cuts a word where Latin and another script meet.
    fn script_border(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        let mut script = None;
        while at < end {
            let Some((class, len)) = self.class(at) else { break };
            let micro = self.text.get(at..).is_some_and(|rest| rest.starts_with(MICRO));
            if matches!(class, CharClass::LatinLetter | CharClass::OtherLetter) && !micro {
                if script.is_some_and(|s| s != class) {
                    // What joined them stands alone: google.рф.
                    let word = self.text.get(start..at).unwrap_or("");
                    let joint = |c| {
                        let class = crate::class::class_of(c);
                        !(class.is_letter()
                            || class.is_digit()
                            || class.is_mark()
                            || class == CharClass::DigitOther)
                    };
                    let len = word.trim_end_matches(joint).len();
                    return if len > 0 { start + len } else { at };
                }
                script = Some(class);
            }
            at += len;
        }
        end
    }
}

/// Whether a character may continue a word of ASCII letters by UAX #29.
fn joins_western(class: CharClass) -> bool {
    class.is_mark()
        || class.is_digit()
        || class.is_invisible()
        || matches!(
            class,
            CharClass::LatinLetter
                | CharClass::OtherLetter
                | CharClass::DigitOther
                | CharClass::Apostrophe
                | CharClass::Opener
                | CharClass::Closer
                | CharClass::Punctuation
                | CharClass::Connector
                | CharClass::FullStop
                | CharClass::Colon
                | CharClass::Comma
                | CharClass::Semicolon
                | CharClass::Control
        )
}

/// The end of the UAX #29 word of ASCII characters that starts at `start`.
fn ascii_word(bytes: &[u8], start: usize) -> usize {
    let at = |i: usize| bytes.get(i).copied().unwrap_or(0);
    let mut end = start;
    loop {
        let c = at(end);
        if c.is_ascii_alphanumeric() || c == b'_' {
            end += 1;
        } else if end > start
            && ((matches!(c, b'\'' | b'.' | b':')
                && at(end - 1).is_ascii_alphabetic()
                && at(end + 1).is_ascii_alphabetic())
                || (matches!(c, b'\'' | b'.' | b',' | b';')
                    && at(end - 1).is_ascii_digit()
                    && at(end + 1).is_ascii_digit()))
        {
            end += 2;
        } else {
            return end;
        }
    }
}
