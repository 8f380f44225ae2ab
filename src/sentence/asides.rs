//! What stands in brackets or between dashes inside a sentence: it may hold stops, and the sentence goes on behind it.

use super::Sentences;
use super::parts::Stop;
use crate::token::Token;

/// How far the beginning of an aside is searched for, in bytes.
const ASIDE: usize = 128;

/// The same from a stop inside of it, which is asked at every stop.
const INSIDE: usize = 64;

/// How far its end is.
const REST: usize = 160;

impl Sentences<'_> {
    /// The text between the start of the sentence and `end`, of at most `reach` bytes, and where it begins. O(`reach`).
    pub(super) fn near(&self, start: usize, end: usize, reach: usize) -> (usize, &str) {
        let from = (start.max(end.saturating_sub(reach))..=end).find(|&at| self.text.is_char_boundary(at));
        let from = from.unwrap_or(end);
        (from, self.text.get(from..end).unwrap_or(""))
    }

    /// Whether the stop is part of what stands in brackets in the middle of the sentence: ولد سنة 1890 (أو 1891؟) بالقاهرة.
    pub(super) fn is_aside(&self, start: usize, mark: Token<'_>, stop: &Stop, next: usize) -> bool {
        if !stop.aside && stop.closed.is_some() {
            return false;
        }
        let reach = if stop.aside { ASIDE } else { INSIDE };
        let (from, head) = self.near(start, mark.span().start, reach);
        // Most have none: all bytes asked at once, not one after the other from the end.
        if head.bytes().fold(0, |any, byte| any | u8::from(byte == b'(')) == 0 {
            return false;
        }
        let Some(at) = head.rfind('(') else { return false };
        if head.get(at..).is_some_and(|inside| inside.contains(')')) || self.is_blank(start, from + at) {
            return false;
        }
        // قال: (أتدري ما هذا؟) in old print is a quotation.
        if head.get(..at).is_some_and(|before| before.trim_end_matches(' ').ends_with(':')) {
            return false;
        }
        // The bracket ends in the same line, before another begins.
        let rest = self.text.as_bytes().get(next..).unwrap_or(&[]);
        let end = || rest.iter().take(REST).find(|byte| matches!(byte, b'(' | b')' | b'\n'));
        stop.aside || end() == Some(&b')')
    }

    /// Whether the dash behind the mark ends what another began: قالت - هل تصدقون؟ - إنها ستسافر.
    pub(super) fn is_between_dashes(&self, start: usize, mark: Token<'_>) -> bool {
        let (from, head) = self.near(start, mark.span().start, ASIDE);
        // A dash at the start, or behind a colon, is that of a dialogue.
        let mut speech = from == start;
        let mut dashes = 0;
        for word in head.split(' ').filter(|word| !word.is_empty()) {
            let dash = word.chars().all(|c| matches!(c, '-' | '–' | '—' | 'ـ'));
            dashes += usize::from(dash && !speech);
            speech = word.ends_with(':');
        }
        dashes % 2 == 1
    }
}
