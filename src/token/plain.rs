//! The short ways: most tokens are told by their first bytes and the one behind them.

use super::emoji;
use super::{Script, Token, TokenKind, Tokens};
use crate::class::CharClass;
use crate::run::{arabic_before, is_letter};
use crate::span::Span;

impl<'t> Tokens<'t> {
    /// The end of the Arabic word that starts here, if the byte behind it tells that no rule about its
    /// neighbours can apply.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "the two calls stand on the way of every word")]
    pub(super) fn plain_word(&mut self, start: usize) -> Option<Token<'t>> {
        #[cfg(test)]
        if self.long {
            return None;
        }
        let (end, letters) = self.runs.plain_arabic()?;
        let plain = match self.byte(end) {
            b'\'' | b'_' => false,
            // Single letters may be an abbreviation, if another letter follows; also behind a proclitic: وم.ت.ف.
            b'.' => {
                self.byte(end + 1).is_ascii()
                    || end > start + 6 && is_letter(self.byte(start + 2), self.byte(start + 3))
            }
            _ => true,
        };
        plain.then(|| Token { letters, ..self.token(start, end, TokenKind::Word(Script::Arabic)) })
    }

    /// The word or number and the stop at byte `stop` right behind it, if a space or line feed stands before the word, not
    /// before byte `from`, and another or the end of the text behind the stop: read backwards, without the tokens before.
    /// Goes on behind the stop.
    #[inline]
    pub(crate) fn plain_stop(&mut self, from: usize, stop: usize) -> Option<(Token<'t>, Token<'t>)> {
        #[cfg(test)]
        if self.long {
            return None;
        }
        let len = match self.byte(stop) {
            b'.' | b'!' | b'?' => 1,
            // ؟
            0xD8 if self.byte(stop + 1) == 0x9F => 2,
            _ => return None,
        };
        let end = stop + len;
        if !self.ends_at(end) {
            return None;
        }
        let word = self.plain_before(from, stop)?;
        self.skip_to(end);
        Some((word, self.token(stop, end, TokenKind::Punctuation)))
    }

    /// The word or number that ends at byte `end`, before white space or a sign, right behind a space or line feed that
    /// stands not before byte `from`: read backwards.
    #[inline]
    pub(crate) fn plain_before(&self, from: usize, end: usize) -> Option<Token<'t>> {
        let bytes = self.text.as_bytes();
        let (start, kind, letters) = if bytes.get(end.checked_sub(1)?)?.is_ascii() {
            let (start, kind) = ascii_before(bytes, from, end)?;
            (start, kind, false)
        } else {
            let (start, letters) = arabic_before(bytes, from, end)?;
            (start, TokenKind::Word(Script::Arabic), letters)
        };
        Some(Token { text: self.text.get(start..end)?, start, kind, letters })
    }

    /// The end of a word, number or sign of another kind, where the bytes tell it.
    #[inline]
    pub(super) fn plain(&mut self, start: usize) -> Option<(usize, TokenKind)> {
        #[cfg(test)]
        if self.long {
            return None;
        }
        let (first, second) = self.runs.two_bytes();
        match first {
            b' ' | b'\n' => {
                let ends = match second {
                    b'!'..=b'~' | 0xD8..=0xDB | 0xF0 => true,
                    0xC2 => matches!(self.byte(start + 2), 0xAB | 0xBB),
                    _ => false,
                };
                ends.then_some((start + 1, TokenKind::Whitespace))
            }
            b'a'..=b'z' | b'A'..=b'Z' => {
                let end = self.runs.alphanumeric();
                let digit = self.byte(end - 1).is_ascii_digit();
                let plain = match self.byte(end) {
                    b' ' | b'\n' | b')' | b']' | b'"' | b'!' | b'?' | b'/' => true,
                    b',' | b';' => !digit,
                    b'.' | b':' => self.ends_at(end + 1),
                    _ => end == self.text.len() || !digit && self.arabic_sign(end),
                };
                plain.then_some((end, TokenKind::Word(Script::Latin)))
            }
            b'0'..=b'9' => {
                let digits = |at: usize| {
                    let rest = self.text.as_bytes().get(at..).unwrap_or(&[]);
                    at + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
                };
                let mut end = digits(start);
                while matches!(self.byte(end), b'.' | b',') && self.byte(end + 1).is_ascii_digit() {
                    end = digits(end + 1);
                }
                self.plain_number(end)
            }
            b'.' | b',' | b':' | b';' | b'(' | b')' | b'[' | b']' | b'"' | b'\'' | b'/' | b'-' => {
                self.lone_sign(start, 1)
            }
            b'!' | b'?' if !matches!(second, b'!' | b'?') => self.lone_sign(start, 1),
            // ، ؛ ؟ « »
            0xD8 if matches!(second, 0x8C | 0x9B) => self.lone_sign(start, 2),
            0xD8 if second == 0x9F && !matches!(self.byte(start + 2), b'!' | b'?') => {
                self.lone_sign(start, 2)
            }
            0xC2 if matches!(second, 0xAB | 0xBB) => self.lone_sign(start, 2),
            // ٠ to ٩
            0xD9 if matches!(second, 0xA0..=0xA9) => {
                let digits = self.text.as_bytes().get(start..).unwrap_or(&[]).as_chunks::<2>().0;
                let count = digits.iter().take_while(|pair| matches!(pair, [0xD9, 0xA0..=0xA9])).count();
                let end = start + 2 * count;
                self.plain_number(end)
            }
            0xF0 if second == 0x9F => {
                let (class, len) = self.class(start)?;
                let span = Span::new(start, start + len);
                let end = if class == CharClass::Emoji { emoji::single(self.text, span) } else { None };
                end.map(|end| (end, TokenKind::Emoji))
            }
            _ => None,
        }
    }

    /// A number of digits of one system that ends at `end`, if what stands there neither goes on with it nor makes
    /// an address of it.
    #[inline]
    fn plain_number(&self, end: usize) -> Option<(usize, TokenKind)> {
        let plain = match self.byte(end) {
            b' ' | b'\n' | b')' | b']' | b'"' | b'!' | b'?' | b'/' | b':' | b'%' => true,
            b'.' | b',' => self.ends_at(end + 1),
            lead => end == self.text.len() || is_letter(lead, self.byte(end + 1)) || self.arabic_sign(end),
        };
        plain.then_some((end, TokenKind::Number))
    }

    /// Whether one of ، ؛ ؟ » stands at `at`.
    #[inline]
    fn arabic_sign(&self, at: usize) -> bool {
        matches!((self.byte(at), self.byte(at + 1)), (0xD8, 0x8C | 0x9B | 0x9F) | (0xC2, 0xBB))
    }

    /// A punctuation mark of `len` bytes, if an Arabic letter or another sign stands behind it: no mark on it, no
    /// second of its kind.
    #[inline]
    fn lone_sign(&self, start: usize, len: usize) -> Option<(usize, TokenKind)> {
        let end = start + len;
        let behind = self.byte(end);
        let next = self.byte(end + 1);
        let alone = match behind {
            b' '..=b'~' | b'\n' => behind != self.byte(start),
            0xD8 if matches!(next, 0x8C | 0x9B) => behind != self.byte(start),
            0xC2 => matches!(next, 0xAB | 0xBB) && behind != self.byte(start),
            _ => is_letter(behind, next),
        };
        alone.then_some((end, TokenKind::Punctuation))
    }

    /// Whether a space or line end stands at `at`, or the text ends.
    #[inline]
    fn ends_at(&self, at: usize) -> bool {
        matches!(self.byte(at), b' ' | b'\n') || at >= self.text.len()
    }
}

/// The first byte and the kind of the word of ASCII letters and digits, or the number of ASCII digits, that ends at
/// `end` right behind a space or line feed, itself not before `from`. O(length).
fn ascii_before(bytes: &[u8], from: usize, end: usize) -> Option<(usize, TokenKind)> {
    let before = bytes.get(from..end)?;
    let at = before.iter().rposition(|byte| !byte.is_ascii_alphanumeric())?;
    let (blank, word) = (before.get(at)?, before.get(at + 1..)?);
    let kind = match word {
        [b'a'..=b'z' | b'A'..=b'Z', ..] => TokenKind::Word(Script::Latin),
        [_, ..] if word.iter().all(u8::is_ascii_digit) => TokenKind::Number,
        _ => return None,
    };
    matches!(blank, b' ' | b'\n').then_some((from + at + 1, kind))
}

#[cfg(test)]
mod tests {
    use crate::token::{Addresses, Letters, Tokenizer, Whitespace};
    use alloc::string::String;
    use alloc::vec::Vec;

    const PIECES: [&str; 96] = [
        " ",
        " ",
        " ",
        "\n",
        "\t",
        "\u{A0}",
        "\u{2003}",
        ".",
        ",",
        ":",
        ";",
        "(",
        ")",
        "\"",
        "'",
        "/",
        "-",
        "!",
        "?",
        "_",
        "@",
        "#",
        "%",
        "$",
        "+",
        "*",
        "،",
        "؛",
        "؟",
        "٪",
        "«",
        "»",
        "…",
        "’",
        "“",
        "۔",
        "ـ",
        "٫",
        "٬",
        "كتاب",
        "و",
        "ب",
        "ق",
        "م",
        "هـ",
        "قَالَ",
        "\u{64E}",
        "\u{651}",
        "\u{654}",
        "\u{670}",
        "پ",
        "ی",
        "\u{6DD}",
        "ﺍﻟ",
        "ﻻ",
        "1",
        "12",
        "٣",
        "٤٥",
        "۶",
        "７",
        "𝟕",
        "७",
        "a",
        "Bc",
        "MP3",
        "é",
        "e\u{301}",
        "д",
        "日",
        "ج.",
        "www.",
        "https://",
        "x.co",
        "a@b.co",
        "😀",
        "👍",
        "\u{1F3FD}",
        "🇪",
        "🇬",
        "❤",
        "\u{FE0F}",
        "\u{200D}",
        "\u{20E3}",
        "\u{200C}",
        "\u{200F}",
        "\u{61C}",
        "\u{FEFF}",
        "\u{0}",
        "\u{378}",
        "©",
        "½",
        "€",
        "ﷺ",
        "۞",
        "\u{2028}",
    ];

    /// Numbers below one that is given.
    fn random() -> impl FnMut(usize) -> usize {
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        move |n| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 11) as usize % n
        }
    }

    /// Read backwards from a stop, the tokens are those that the whole text has there.
    #[test]
    fn words_before_stops_are_tokens() {
        let mut below = random();
        let tokenizer = Tokenizer::new().whitespace(Whitespace::Keep);
        let mut found = 0;
        for _ in 0..60_000 {
            let mut text: String = (0..below(6)).map(|_| PIECES[below(PIECES.len())]).collect();
            text.push_str([" ", "\n", "", " ", "\u{A0}"][below(5)]);
            for _ in 0..=below(3) {
                text.push_str(
                    ["كتاب", "قَالَ", "ق", "\u{64E}", "ـ", "word", "MP3", "12", "1", "ی", "پ"][below(11)],
                );
            }
            let stop = text.len();
            text.push_str([".", "؟", "!", "?", "…", ".."][below(6)]);
            text.push_str([" ", "\n", "", "ا", ")"][below(5)]);
            let all: Vec<_> = tokenizer.tokens(&text).collect();
            let mut tokens = tokenizer.tokens(&text);
            // From wherever a token starts: the word is the same, or out of reach.
            let from = all.get(below(2 * all.len())).map_or(0, |token| token.span().start.min(stop));
            if let Some((word, mark)) = tokens.plain_stop(from, stop) {
                let at = all.iter().position(|token| token.span().start == word.span().start).unwrap();
                let same =
                    |a: crate::Token<'_>, b: crate::Token<'_>| a == b && a.is_letters() == b.is_letters();
                assert!(same(all[at], word) && same(all[at + 1], mark), "{text:?}");
                assert_eq!(tokens.collect::<Vec<_>>(), all[at + 2..], "{text:?}");
                found += 1;
            }
        }
        assert!(found > 5_000, "{found}");
    }

    /// The short ways are short cuts only: without them the tokens are the same.
    #[test]
    fn the_long_way_gives_the_same_tokens() {
        let mut below = random();
        let tokenizers = [
            Tokenizer::new(),
            Tokenizer::new().whitespace(Whitespace::Keep),
            Tokenizer::new().letters(Letters::JoinDigits),
            Tokenizer::new().addresses(Addresses::Split).whitespace(Whitespace::Keep),
        ];
        for round in 0..60_000 {
            // Short ones, and some that are longer than a block of bytes.
            let count = if round % 10 == 0 { 60 } else { 8 };
            let text: String = (0..=below(count)).map(|_| PIECES[below(PIECES.len())]).collect();
            for tokenizer in tokenizers {
                let short: Vec<_> = tokenizer.tokens(&text).collect();
                let mut long = tokenizer.tokens(&text);
                long.long = true;
                assert_eq!(short, long.collect::<Vec<_>>(), "{text:?}");
            }
        }
    }
}
