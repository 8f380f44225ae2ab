//! The letters of one word, as the lists have them and as they are written. Knows no words.

use crate::class::class_of;
use crate::fold::Folded;

/// Letters of the longest word that is looked at.
pub(super) const LONGEST: usize = 24;

/// The letters of a word: folded, and where each stands.
#[derive(Clone, Debug)]
pub(super) struct Letters<'t> {
    pub(super) text: &'t str,
    pub(super) folded: Folded,
    starts: [u32; LONGEST],
    pub(super) len: usize,
    /// The letters that stand inside a ligature, a bit each: no word is cut before them.
    inside: u32,
}

impl<'t> Letters<'t> {
    /// `None` for a word that is too long.
    pub(super) fn new(text: &'t str) -> Option<Self> {
        let folded = Folded::new(text)?;
        let mut starts = [0; LONGEST];
        let (mut len, mut inside) = (0, 0_u32);
        for (at, c) in text.char_indices() {
            if class_of(c).is_arabic_letter() {
                *starts.get_mut(len)? = at as u32;
                len += 1;
                // ﻻ: two letters in one character.
                let behind = at + c.len_utf8();
                let more =
                    if c < '\u{FB50}' { 0 } else { letters_of(text.get(at..behind)?).saturating_sub(1) };
                for _ in 0..more {
                    *starts.get_mut(len)? = at as u32;
                    inside |= 1 << len;
                    len += 1;
                }
            }
        }
        (folded.as_bytes().len() == 2 * len && len > 0).then_some(Self { text, folded, starts, len, inside })
    }

    /// Whether the word can be cut before a letter.
    pub(super) fn parts(&self, letter: usize) -> bool {
        letter >= self.len || self.inside >> letter & 1 == 0
    }

    /// The byte at which a letter starts; the first letter starts with the word, and what is behind the last
    /// with its end.
    pub(super) fn byte(&self, letter: usize) -> usize {
        match letter {
            0 => 0,
            _ if letter >= self.len => self.text.len(),
            _ => self.starts.get(letter).map_or(0, |&at| at as usize),
        }
    }

    pub(super) fn slice(&self, from: usize, to: usize) -> &[u8] {
        self.folded.as_bytes().get(2 * from..2 * to).unwrap_or(&[])
    }

    pub(super) fn rest(&self, from: usize) -> &[u8] {
        self.slice(from, self.len)
    }

    pub(super) fn are(&self, from: usize, letters: &str) -> bool {
        self.folded.as_bytes().get(2 * from..).is_some_and(|rest| rest.starts_with(letters.as_bytes()))
    }

    /// A folded letter; NUL behind the end.
    pub(super) fn letter(&self, at: usize) -> char {
        match *self.slice(at, at + 1) {
            [lead, tail] => {
                char::from_u32(u32::from(lead & 0x1F) << 6 | u32::from(tail & 0x3F)).unwrap_or('\0')
            }
            _ => '\0',
        }
    }

    /// A letter as it is written, with a hamza that stands apart.
    pub(super) fn written(&self, at: usize) -> char {
        let mut chars = self.text.get(self.byte(at)..).unwrap_or("").chars();
        let letter = chars.find(|&c| class_of(c).is_arabic_letter()).unwrap_or('\0');
        match (letter, chars.next()) {
            ('ا', Some('\u{654}')) => 'أ',
            ('ا', Some('\u{655}')) => 'إ',
            ('ا', Some('\u{653}')) => 'آ',
            _ => letter,
        }
    }

    /// Whether the article stands here, with letters enough behind it.
    pub(super) fn article(&self, at: usize) -> bool {
        self.are(at, "ال")
            && matches!(self.written(at), 'ا' | 'ٱ' | '\u{FE8D}' | '\u{FE8E}')
            && self.len >= at + 4
    }
}

/// How many letters a presentation form stands for.
fn letters_of(form: &str) -> usize {
    Folded::new(form).map_or(1, |folded| folded.as_bytes().len() / 2)
}
