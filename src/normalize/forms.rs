//! Presentation forms: one character to the letters it stands for. Knows nothing of neighbours.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use unicode_normalization::UnicodeNormalization as _;

use super::ops::Phrases;
use crate::class::{CharClass, class_of, is_phrase};

/// The words of the ligatures that have no decomposition.
static PHRASES: &str = include_str!("phrases.tsv");

/// HEH INITIAL FORM, with which the Hijri mark is written where tatweel is not at hand.
pub(super) const HEH_INITIAL: char = '\u{FEEB}';
/// The tail of a seen: half a letter, which has no decomposition.
const TAIL: char = '\u{FE73}';

/// Whether the `presentation_forms` operation rewrites the character.
pub(super) fn is_form(c: char) -> bool {
    matches!(class_of(c), CharClass::ArabicForm | CharClass::ArabicFormMark) && !is_phrase(c) && c != TAIL
}

/// The letters of the form with these bytes behind EF, two bytes each; `None` for what is no form, and
/// for one with more than three letters or with characters outside of U+0600–U+06FF.
pub(super) fn spelling(second: u8, third: u8) -> Option<&'static [u8]> {
    /// The bytes of six at most, and their number.
    type Entry = ([u8; 6], u8);
    static TABLE: once_cell::race::OnceBox<[Entry; LEN]> = once_cell::race::OnceBox::new();
    const FIRST: usize = 0x2C << 6;
    const LEN: usize = 0x400;
    let table = TABLE.get_or_init(|| {
        let mut table = alloc::boxed::Box::new([([0; 6], 0); LEN]);
        for (i, (bytes, len)) in table.iter_mut().enumerate() {
            let form = char::from_u32((0xF000 + FIRST + i) as u32).filter(|&c| is_form(c));
            let mut at = 0;
            for letter in form.into_iter().flat_map(decomposed) {
                let place = bytes.get_mut(at..at + 2).filter(|_| matches!(letter, '\u{600}'..='\u{6FF}'));
                let Some(place) = place else {
                    at = 0;
                    break;
                };
                letter.encode_utf8(place);
                at += 2;
            }
            *len = at as u8;
        }
        table
    });
    let i = (usize::from(second & 0x3F) << 6 | usize::from(third & 0x3F)).checked_sub(FIRST)?;
    let (bytes, len) = table.get(i)?;
    bytes.get(..usize::from(*len)).filter(|letters| !letters.is_empty())
}

/// The letters and marks of a form, in order, composed.
///
/// The compatibility decomposition of Unicode (chapter 9.2 and the code charts of Arabic
/// Presentation Forms A and B), without the space that carries an isolated mark there: it would
/// tear a word of a PDF apart.
pub(super) fn letters(form: char) -> impl Iterator<Item = char> {
    let mut bytes = [0; 4];
    form.encode_utf8(&mut bytes);
    let [lead, second, third, _] = bytes;
    let spelled = if lead == 0xEF { spelling(second, third) } else { None };
    let others = spelled.is_none().then(|| decomposed(form));
    let pairs = spelled.unwrap_or(&[]).as_chunks::<2>().0.iter();
    let letter = move |&[lead, tail]: &[u8; 2]| {
        char::from_u32(u32::from(lead & 0x1F) << 6 | u32::from(tail & 0x3F)).unwrap_or(form)
    };
    pairs.map(letter).chain(others.into_iter().flatten())
}

/// The same from the data of Unicode, which takes longer.
fn decomposed(form: char) -> impl Iterator<Item = char> {
    core::iter::once(form).nfkc().filter(|&c| c != ' ')
}

/// Whether the `phrases` operation rewrites the character.
pub(super) fn is_expanded(c: char, phrases: Phrases) -> bool {
    match phrases {
        Phrases::Keep => false,
        Phrases::Allah => c == 'ﷲ',
        Phrases::Expand => is_phrase(c),
    }
}

/// The words of a ligature, with a space between each two.
pub(super) fn words(ligature: char) -> impl Iterator<Item = char> + Clone {
    static WORDS: once_cell::race::OnceBox<Vec<(char, String)>> = once_cell::race::OnceBox::new();
    let all = WORDS.get_or_init(|| {
        let listed = PHRASES.lines().filter_map(|line| line.split_once('\t'));
        let listed = listed.filter_map(|(code, words)| {
            Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, String::from(words)))
        });
        let mut all: Vec<_> = listed.collect();
        let decomposed =
            ('\u{FD40}'..='\u{FDFF}').filter(|c| is_phrase(*c) && all.iter().all(|(l, _)| l != c));
        let decomposed: Vec<_> = decomposed.map(|c| (c, core::iter::once(c).nfkc().collect())).collect();
        all.extend(decomposed);
        all.sort_by_key(|&(ligature, _)| ligature);
        Box::new(all)
    });
    let at = all.binary_search_by_key(&ligature, |&(c, _)| c).ok();
    let words = at.and_then(|at| all.get(at)).map_or("", |(_, words)| words);
    words.chars()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_has_words() {
        for c in (char::MIN..=char::MAX).filter(|&c| is_phrase(c)) {
            let text: String = words(c).collect();
            assert_ne!(text, String::from(c));
            assert!(text.split(' ').all(|word| !word.is_empty()), "{text}");
            let letters = |c| c == ' ' || class_of(c) == CharClass::ArabicLetter;
            assert!(text.chars().all(letters), "{text}");
        }
        assert_eq!(PHRASES.lines().filter(|line| !line.starts_with('#')).count(), 20);
        assert_eq!(words('ﷺ').collect::<String>(), "صلى الله عليه وسلم");
        assert_eq!(words('\u{FDFF}').collect::<String>(), "عز وجل");
    }

    fn of(form: char) -> String {
        letters(form).collect()
    }

    #[test]
    fn forms_become_letters() {
        assert_eq!(of('ﻻ'), "لا");
        assert_eq!(of('\u{FBDD}'), "\u{06C7}\u{0674}");
        assert_eq!(of('\u{FE8B}'), "ئ");
        let isolated = "\u{FE70}\u{FE72}\u{FE74}\u{FE76}\u{FE78}\u{FE7A}\u{FE7C}\u{FE7E}";
        assert!(isolated.chars().flat_map(letters).eq('\u{064B}'..='\u{0652}'));
        assert_eq!(of('\u{FE77}'), "\u{0640}\u{064E}");
        assert_eq!(of('\u{FC60}'), "\u{064E}\u{0651}");
    }

    #[test]
    fn signs_and_phrases_are_no_forms() {
        for c in [
            '\u{FBB2}', '\u{FBC2}', '\u{FD3E}', '\u{FD3F}', TAIL, 'ﷲ', 'ﷺ', '\u{FDCF}', '\u{FD40}',
            '\u{FEFF}',
        ] {
            assert!(!is_form(c), "{:X}", c as u32);
        }
    }

    /// The words of a form never hold a space, and every form is gone after one step.
    #[test]
    fn one_step_is_enough() {
        for c in (char::MIN..=char::MAX).filter(|&c| is_form(c)) {
            assert!(letters(c).all(|l| !is_form(l) && class_of(l) != CharClass::Space), "{:X}", c as u32);
            assert!(letters(c).next().is_some());
        }
    }
}
