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
        CharClass::Emoji | CharClass::EmojiModifier => {
            Some(single(text, span).unwrap_or_else(|| span.start + whole().len()))
        }
        CharClass::TextEmoji => {
            let whole = whole();
            let pictured = whole
                .chars()
                .any(|c| matches!(c, PICTURE | KEYCAP) || class_of(c) == CharClass::EmojiModifier);
            pictured.then_some(span.start + whole.len())
        }
        CharClass::RegionalIndicator => {
            if let Some(end) = flag(text, span) {
                return Some(end);
            }
            let whole = whole();
            let letters = whole.chars().filter(|&c| class_of(c) == CharClass::RegionalIndicator).count();
            (letters == 2).then_some(span.start + whole.len())
        }
        CharClass::Hash | CharClass::Punctuation if unit.ends_with(KEYCAP) => Some(span.end),
        _ => None,
    }
}

/// The end of the pictograph at `span`, with its skin tone or the sign that asks for the picture, if the bytes tell
/// that its grapheme cluster ends there.
pub(super) fn single(text: &str, span: Span) -> Option<usize> {
    let rest = text.as_bytes().get(span.start..)?;
    let len = match rest {
        [0xF0, 0x9F, _, _, 0xF0, 0x9F, 0x8F, 0xBB..=0xBF, ..] => 8,
        [0xF0, 0x9F, _, _, 0xEF, 0xB8, 0x8F, ..] => 7,
        [0xF0, 0x9F, ..] => 4,
        [0xE2, _, _, 0xEF, 0xB8, 0x8F, ..] => 6,
        _ => return None,
    };
    begins_cluster(rest.get(len..)?).then_some(span.start + len)
}

/// The end of the two letters of a flag that start at `span`, if the bytes tell that their cluster ends there.
fn flag(text: &str, span: Span) -> Option<usize> {
    match text.as_bytes().get(span.start..)? {
        [0xF0, 0x9F, 0x87, _, 0xF0, 0x9F, 0x87, _, rest @ ..] => {
            begins_cluster(rest).then_some(span.start + 8)
        }
        _ => None,
    }
}

/// Whether the text ends, or ASCII, an Arabic letter or a pictograph that is no skin tone follows: none of them goes on
/// with the grapheme cluster before it.
fn begins_cluster(rest: &[u8]) -> bool {
    match *rest {
        [] | [0..0x80, ..] => true,
        [lead @ 0xD8..=0xDB, tail, ..] => is_letter(lead, tail),
        // Neither U+1F3FB–U+1F3FF nor the letters of flags.
        [0xF0, 0x9F, third, fourth, ..] => !matches!((third, fourth), (0x8F, 0xBB..=0xBF) | (0x87, _)),
        _ => false,
    }
}

/// Digits of a run up to the keycap that ends it, or the keycap itself when the run starts with it.
pub(super) fn keycap(text: &str, run: Span) -> Option<(usize, TokenKind)> {
    let base = run.of(text).strip_suffix(KEYCAP)?.trim_end_matches(PICTURE);
    let (last, _) = base.char_indices().next_back()?;
    class_at(base, last).filter(|(class, _)| class.is_digit())?;
    Some(if last == 0 { (run.end, TokenKind::Emoji) } else { (run.start + last, TokenKind::Number) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the bytes tell is the grapheme cluster of the whole text, for every pictograph and every two letters of flags.
    #[test]
    fn short_ways_are_clusters() {
        let tails = [
            "",
            " ",
            "a",
            "ك",
            "\u{64E}",
            "😀",
            "\u{1F3FD}",
            "\u{1F3FD}ك",
            "\u{1F3FD}\u{1F3FD}",
            "\u{FE0F}",
            "\u{FE0F} ",
            "\u{FE0F}\u{1F3FD}",
            "\u{FE0F}\u{20E3}",
            "\u{FE0F}\u{200D}🔥",
            "\u{200D}😀",
            "🇪",
            "🇪🇬",
            "🇪🇬🇪",
            "🇪\u{FE0F}",
            "\u{E0067}",
            "\u{FE0F}\u{301}",
            "،",
        ];
        let mut told = 0;
        for c in ('\u{2000}'..='\u{3300}').chain('\u{1F000}'..='\u{1FAFF}') {
            let class = class_of(c);
            if !matches!(class, CharClass::Emoji | CharClass::EmojiModifier | CharClass::RegionalIndicator) {
                continue;
            }
            for tail in tails {
                let text = alloc::format!("{c}{tail}");
                let span = Span::new(0, c.len_utf8());
                let is_letter_of_flag = class == CharClass::RegionalIndicator;
                let end = if is_letter_of_flag { flag(&text, span) } else { single(&text, span) };
                if let Some(end) = end {
                    assert_eq!(text.get(..end), text.graphemes(true).next(), "{text:?}");
                    told += 1;
                }
            }
        }
        assert!(told > 10_000, "{told}");
    }
}
