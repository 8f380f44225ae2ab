//! The tokens of a text with what they can mean, in a sliding window. Knows words, phrases and
//! plain digits; what they add up to is decided by the grammars of `number` and `date`.

use alloc::vec::Vec;

use crate::class::{CharClass, class_of, digit_value};
use crate::fold::Folded;
use crate::lexicon::{self, Entry, Sense};
use crate::span::Span;
use crate::token::{Script, Token, TokenKind};

/// Items kept behind the one that is being read, for what licenses or blocks it.
const BEHIND: usize = 8;
/// Items read ahead of it: no rule looks farther.
pub(crate) const AHEAD: usize = 48;

/// The proclitics that were taken off a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Clitics(u8);

impl Clitics {
    pub(crate) const WAW: u8 = 1;
    pub(crate) const FEH: u8 = 2;
    pub(crate) const BEH: u8 = 4;
    pub(crate) const LAM: u8 = 8;
    pub(crate) const KAF: u8 = 16;
    pub(crate) const ARTICLE: u8 = 32;

    pub(crate) const fn has(self, any: u8) -> bool {
        self.0 & any != 0
    }

    const fn with(self, more: u8) -> Self {
        Self(self.0 | more)
    }
}

/// One way to read a word: what was taken off, and the entry of the rest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    /// First byte of the stem, article included.
    pub(crate) start: usize,
    pub(crate) clitics: Clitics,
    entry: Entry,
    /// Items that the reading covers: more than one for a phrase.
    pub(crate) items: usize,
}

impl Reading {
    pub(crate) fn senses(&self) -> &'static [Sense] {
        lexicon::senses(self.entry)
    }
}

/// The digits of a number token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Digits {
    /// Whether the token is one digit run without separators, of at most 18 digits.
    pub(crate) plain: bool,
    /// Its value, if plain.
    pub(crate) value: u64,
    /// How many digits it has in all.
    pub(crate) len: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ItemKind {
    Word,
    Number(Digits),
    /// Punctuation or a symbol, by its class.
    Sign(CharClass),
    /// A word of another script, an address, a handle, an emoji.
    Opaque,
    /// A line end: no number and no date reaches across it.
    Break,
}

/// How many readings of one word are kept.
const READINGS: usize = 3;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub(crate) span: Span,
    pub(crate) kind: ItemKind,
    /// Whether white space stands before it.
    pub(crate) spaced: bool,
    words: [Option<Reading>; READINGS],
    phrase: Option<Reading>,
}

impl Item {
    /// Every reading, the phrase first.
    pub(crate) fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.phrase.iter().chain(self.words.iter().flatten())
    }

    /// Whether nothing can start here.
    pub(crate) fn is_cold(&self) -> bool {
        match self.kind {
            ItemKind::Word => self.phrase.is_none() && self.words.iter().all(Option::is_none),
            ItemKind::Opaque | ItemKind::Break => true,
            ItemKind::Number(_) | ItemKind::Sign(_) => false,
        }
    }
}

/// The item that is being read, with a few before it and enough behind it.
#[derive(Clone, Debug)]
pub(crate) struct Window<'t> {
    pub(crate) text: &'t str,
    items: Vec<Item>,
    /// The item to read next.
    pub(crate) at: usize,
    spaced: bool,
    /// Phrases that may go on with the next word: their first item and the key so far.
    open: Vec<(usize, Reading, Vec<u8>)>,
    closed: bool,
}

impl<'t> Window<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, items: Vec::new(), at: 0, spaced: true, open: Vec::new(), closed: false }
    }

    /// How many items have been read but not looked at.
    pub(crate) fn ahead(&self) -> usize {
        self.items.len().saturating_sub(self.at)
    }

    /// Goes to the next item, and drops what lies too far behind.
    pub(crate) fn advance(&mut self) {
        self.at += 1;
        if self.at >= 4 * AHEAD {
            let drop = self.at - BEHIND;
            self.items.drain(..drop);
            self.at -= drop;
            self.open.retain_mut(|(first, ..)| {
                let kept = *first >= drop;
                *first = first.saturating_sub(drop);
                kept
            });
        }
    }

    /// Marks the end of the text.
    pub(crate) fn close(&mut self) {
        self.closed = true;
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Item> {
        self.items.get(at)
    }

    /// The item `back` places before `at`.
    pub(crate) fn before(&self, at: usize, back: usize) -> Option<&Item> {
        self.items.get(at.checked_sub(back)?)
    }

    pub(crate) fn text_of(&self, item: &Item) -> &'t str {
        item.span.of(self.text)
    }

    /// Adds what a token is to the grammar; white space and controls are nothing.
    pub(crate) fn push(&mut self, token: Token<'t>) {
        let spaced = self.spaced;
        let kind = match token.kind() {
            TokenKind::Whitespace => {
                self.spaced = true;
                if !token.has_line_end() {
                    return;
                }
                ItemKind::Break
            }
            // Invisible controls and lone marks are transparent to the grammar.
            TokenKind::Other => return,
            TokenKind::Word(Script::Arabic) => ItemKind::Word,
            TokenKind::Number => match read_digits(token.text()) {
                Some(digits) => ItemKind::Number(digits),
                None => ItemKind::Opaque,
            },
            TokenKind::Punctuation | TokenKind::Symbol => {
                ItemKind::Sign(token.text().chars().next().map_or(CharClass::Unassigned, class_of))
            }
            _ => ItemKind::Opaque,
        };
        self.spaced = kind == ItemKind::Break;
        let mut item = Item { span: token.span(), kind, spaced, words: [None; READINGS], phrase: None };
        if kind == ItemKind::Word {
            self.read_word(&mut item, token);
        } else {
            self.open.clear();
        }
        self.items.push(item);
    }

    /// Looks the word up, whole and without proclitics, and goes on with open phrases.
    fn read_word(&mut self, item: &mut Item, token: Token<'t>) {
        let at = self.items.len();
        let Some(folded) = Folded::new(token.text()) else {
            self.open.clear();
            return;
        };
        if !self.open.is_empty() {
            let mut open = core::mem::take(&mut self.open);
            open.retain_mut(|(first, reading, key)| {
                key.push(b' ');
                key.extend_from_slice(folded.as_bytes());
                let Some(entry) = lexicon::find(key) else { return false };
                let phrase = Reading { entry, items: at + 1 - *first, ..*reading };
                if !phrase.senses().is_empty()
                    && let Some(head) = self.items.get_mut(*first)
                {
                    head.phrase = Some(phrase);
                }
                entry.starts_phrase
            });
            self.open = open;
        }
        let mut readings = item.words.iter_mut();
        for (skip, clitics) in proclitics(folded.as_bytes()) {
            let stem = folded.as_bytes().get(skip..).unwrap_or(&[]);
            let Some(entry) = lexicon::find(stem) else { continue };
            // The article stays inside the span.
            let outside = if clitics.has(Clitics::ARTICLE) && !is_assimilated(folded.as_bytes(), skip) {
                skip / 2 - 2
            } else {
                skip / 2
            };
            let start = token.span().start + skip_letters(token.text(), outside);
            let reading = Reading { start, clitics, entry, items: 1 };
            if entry.starts_phrase && self.open.len() < 8 {
                self.open.push((at, reading, stem.to_vec()));
            }
            if !reading.senses().is_empty() {
                let Some(place) = readings.next() else { break };
                *place = Some(reading);
            }
        }
    }
}

/// Whether the stem at `skip` follows لل, whose article is not written.
fn is_assimilated(folded: &[u8], skip: usize) -> bool {
    let lam = "ل".as_bytes();
    skip >= 4 && folded.get(skip - 4..skip - 2) == Some(lam) && folded.get(skip - 2..skip) == Some(lam)
}

/// The ways to take proclitics off a folded word, fewest first: bytes to skip, and what they were.
/// Order: [و ف] [ب ل ك] [ال], and لل for ل + ال.
fn proclitics(word: &[u8]) -> impl Iterator<Item = (usize, Clitics)> {
    let letter = |at: usize| word.get(at..at + 2).and_then(|b| core::str::from_utf8(b).ok()).unwrap_or("");
    let none = Clitics::default();
    let mut ways = [None; 8];
    let mut count = 0;
    let mut add = |way| {
        if let Some(place) = ways.get_mut(count) {
            *place = Some(way);
            count += 1;
        }
    };
    let conjunction = match letter(0) {
        "و" => Some((2, none.with(Clitics::WAW))),
        "ف" => Some((2, none.with(Clitics::FEH))),
        _ => None,
    };
    let mut bases = [Some((0, none)), conjunction];
    for (at, before) in bases.iter().flatten().copied() {
        add((at, before));
    }
    for base in &mut bases {
        let Some((at, before)) = *base else { continue };
        let preposition = match letter(at) {
            "ب" => Some(Clitics::BEH),
            "ل" => Some(Clitics::LAM),
            "ك" => Some(Clitics::KAF),
            _ => None,
        };
        if letter(at) == "ا" && letter(at + 2) == "ل" {
            add((at + 4, before.with(Clitics::ARTICLE)));
        }
        if let Some(p) = preposition {
            add((at + 2, before.with(p)));
            if letter(at + 2) == "ا" && letter(at + 4) == "ل" {
                add((at + 6, before.with(p).with(Clitics::ARTICLE)));
            }
            if p == Clitics::LAM && letter(at + 2) == "ل" {
                add((at + 4, before.with(p).with(Clitics::ARTICLE)));
            }
        }
    }
    let len = word.len();
    ways.into_iter().flatten().filter(move |&(skip, _)| skip < len)
}

/// Bytes of the first `count` letters of `word` with the marks and tatweel on them.
fn skip_letters(word: &str, count: usize) -> usize {
    if count == 0 {
        return 0;
    }
    let mut letters = 0;
    for (at, c) in word.char_indices() {
        let class = class_of(c);
        if class.is_letter() {
            if letters == count {
                return at;
            }
            letters += 1;
        }
    }
    word.len()
}

/// The digits of a number token; `None` where a digit is of no system of an Arabic text.
fn read_digits(text: &str) -> Option<Digits> {
    let mut digits = Digits { plain: true, value: 0, len: 0 };
    for c in text.chars() {
        if let Some(value) = digit_value(c) {
            digits.len += 1;
            digits.value = digits.value.saturating_mul(10).saturating_add(u64::from(value));
        } else if !class_of(c).is_mark() && !class_of(c).is_invisible() {
            digits.plain = false;
        }
    }
    digits.plain &= digits.len <= 18;
    (digits.len > 0).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::Tokenizer;

    fn ways(word: &str) -> Vec<usize> {
        proclitics(word.as_bytes()).map(|(skip, _)| skip / 2).collect()
    }

    #[test]
    fn proclitics_come_off_in_order() {
        assert_eq!(ways("كتاب"), [0, 1]);
        assert_eq!(ways("وبالعام"), [0, 1, 2, 4]);
        assert_eq!(ways("للعام"), [0, 1, 2]);
        assert_eq!(ways("و"), [0]);
    }

    #[test]
    fn phrases_are_found() {
        let mut window = Window::new("في ربيعٍ الأوّل");
        for token in Tokenizer::new().tokens("في ربيعٍ الأوّل") {
            window.push(token);
        }
        let item = window.get(1).unwrap();
        assert_eq!(item.readings().next().unwrap().items, 2);
    }
}
