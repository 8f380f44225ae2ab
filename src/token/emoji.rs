//! Emoji sequences (UTS #51). Knows nothing else.

use unicode_segmentation::UnicodeSegmentation as _;

use super::TokenKind;
use crate::class::{CharClass, class_at, class_of};
use crate::run::is_letter;
use crate::span::Span;

/// U+FE0F asks for the picture, U+20E3 makes a keycap.
const PICTURE: char = '\u{FE0F}';
const KEYCAP: char = '\u{20E3}';

/// The end of the emoji sequence that starts at `span`, one character with its marks.
/// Extended grapheme clusters (UAX #29, GB11 and GB12) hold ZWJ families and flags together.
pub(super) fn sequence(text: &str, span: Span, class: CharClass) -> Option<usize> {
    let unit = span.of(text);
    let whole = || {
        let rest = text.get(span.start..).unwrap_or("");
        rest.graphemes(true).next().unwrap_or("")
    };
    match class {
        CharClass::Emoji | CharClass::EmojiModifier if stands_alone(text, span) => Some(span.end),
        CharClass::Emoji | CharClass::EmojiModifier => Some(span.start + whole().len()),
        CharClass::TextEmoji => {
            let whole = whole();
            let pictured = whole
                .chars()
                .any(|c| matches!(c, PICTURE | KEYCAP) || class_of(c) == CharClass::EmojiModifier);
            pictured.then_some(span.start + whole.len())
        }
        CharClass::RegionalIndicator => {
            let whole = whole();
            let letters = whole.chars().filter(|&c| class_of(c) == CharClass::RegionalIndicator).count();
            (letters == 2).then_some(span.start + whole.len())
        }
        CharClass::Hash | CharClass::Punctuation if unit.ends_with(KEYCAP) => Some(span.end),
        _ => None,
    }
}

/// Whether ASCII, an Arabic letter or a pictograph that is no skin tone follows one character without marks, so
/// that it is a grapheme cluster.
pub(super) fn stands_alone(text: &str, span: Span) -> bool {
    span.len() == 4
        && match text.as_bytes().get(span.end..) {
            None | Some([] | [0..0x80, ..]) => true,
            Some(&[lead @ 0xD8..=0xDB, tail, ..]) => is_letter(lead, tail),
            Some(&[0xF0, 0x9F, third, fourth, ..]) => {
                // Neither U+1F3FB–U+1F3FF nor the letters of flags.
                !matches!((third, fourth), (0x8F, 0xBB..=0xBF) | (0x87, _))
            }
            _ => false,
        }
}

/// Digits of a run up to a keycap, or the keycap itself when the run starts with one.
pub(super) fn keycap(text: &str, run: Span) -> Option<(usize, TokenKind)> {
    let digits = run.of(text);
    let cap = digits.find(KEYCAP)?;
    let base = digits.get(..cap)?.trim_end_matches(PICTURE);
    let (last, _) = base.char_indices().next_back()?;
    class_at(base, last).filter(|(class, _)| class.is_digit())?;
    if last == 0 {
        let mut end = cap + KEYCAP.len_utf8();
        while let Some((class, len)) = class_at(digits, end) {
            if !class.is_mark() {
                break;
            }
            end += len;
        }
        Some((run.start + end, TokenKind::Emoji))
    } else {
        Some((run.start + last, TokenKind::Number))
    }
}
