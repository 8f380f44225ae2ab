//! What stands in brackets or between dashes inside a sentence: it may hold stops, and the sentence goes on behind it.

use super::Sentences;
use super::lexicon;
use super::parts::Stop;
use crate::class::class_of;
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

    /// Whether the question is a mark of an encyclopedia's editors, glued to what it asks about: البعض[من؟], الآونة الأخيرة[متى؟].
    pub(super) fn is_editors_mark(&self, start: usize, mark: Token<'_>) -> bool {
        if mark.text() != "؟" || self.text.as_bytes().get(mark.span().end) != Some(&b']') {
            return false;
        }
        let (_, head) = self.near(start, mark.span().start, INSIDE);
        head.rfind('[').is_some_and(|at| {
            head.get(..at).is_some_and(|before| !before.is_empty() && !before.ends_with(char::is_whitespace))
        })
    }

    /// The end of what belongs to the reference before byte `at`: the page in [1]:45 and [1](ص45), the comma of [1]،[2].
    pub(super) fn behind_reference(&self, at: usize) -> Option<usize> {
        let rest = self.text.get(at..)?;
        let digits = |text: &str| text.len() - text.trim_start_matches(|c| class_of(c).is_digit()).len();
        if let Some(page) = rest.strip_prefix(':').or_else(|| rest.strip_prefix('(')) {
            let number = page.trim_start_matches('ص');
            let first = digits(number);
            let more = number.get(first..)?;
            let range =
                more.strip_prefix(['-', '–']).map_or(0, |last| more.len() - last.len() + digits(last));
            let end = at + 1 + (page.len() - number.len()) + first + range;
            let closed = usize::from(rest.starts_with('('));
            let free = self
                .text
                .get(end + closed..)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
            let bracket = closed == 0 || number.len() < page.len() && self.byte(end) == b')';
            return (first > 0 && free && bracket).then_some(end + closed);
        }
        let more = rest.strip_prefix(['،', ',', '-', '–'])?;
        more.starts_with('[').then(|| at + rest.len() - more.len())
    }

    /// Whether Latin words that a noun of such names stands before end at the mark: أغنية Help!, برنامج Who Wants to Be a
    /// Millionaire?
    pub(super) fn is_named_in_latin(&self, start: usize, mark: Token<'_>) -> bool {
        let (_, head) = self.near(start, mark.span().start, ASIDE);
        let latin =
            |word: &&str| word.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'\'' | b'-' | b'&'));
        let mut before = head.split(' ').rev().skip_while(latin);
        before.next().is_some_and(lexicon::is_work)
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
