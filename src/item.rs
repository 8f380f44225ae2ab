//! The tokens of a text with what they can mean, in a sliding window. Knows words, phrases and
//! plain digits; what they add up to is decided by the grammars of `number` and `date`.

mod ahead;
mod counts;
mod proclitics;

use alloc::vec::Vec;
use core::ops::Range;

use crate::certainty::{DateOrder, Profiles};
use crate::class::{CharClass, class_of, digit_value};
use crate::fold::Folded;
use crate::lexicon::{
    Entry, Lexicon, List, Place, Sense, Stem, behind_proclitics, digits_beside_unit, is_listed,
    is_listed_behind, lexicon,
};

pub(crate) use crate::lexicon::Starts;
use crate::span::Span;
use crate::token::{Script, Token, TokenKind};
use counts::Count;
pub(crate) use counts::Counted;
pub(crate) use proclitics::Clitics;
use proclitics::{clitics, is_assimilated, proclitics, skip_letters};

/// Items kept behind the one that is being read, for what licenses or blocks it. No rule may look farther back, by a
/// `REACH`, `NEAR` or `FAR` of its own or step by step: what it found would depend on where the window was cut. The
/// farthest look for the last date in the line, 32 items back.
const BEHIND: usize = 32;
/// Items read ahead of it: no rule looks farther.
pub(crate) const AHEAD: usize = 48;

/// Items that are kept at once in a text without end.
const MOST: usize = 640;

/// What the grammars may be told: the region decides what a lone dot before three digits is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Options {
    pub(crate) region: Option<[u8; 2]>,
    pub(crate) profiles: Profiles,
    pub(crate) order: DateOrder,
    /// Whether weak readings are asked for.
    pub(crate) recall: bool,
}

impl Options {
    /// Whether `1.500` is fifteen hundred: CLDR's symbols for these regions.
    pub(crate) fn dot_groups(self) -> bool {
        self.region.is_some_and(|r| matches!(&r, b"DZ" | b"LB" | b"LY" | b"MA" | b"MR" | b"TN"))
    }
}

/// One way to read a word: what was taken off, and what the rest can mean.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    /// First byte of the stem, article included.
    pub(crate) start: usize,
    pub(crate) clitics: Clitics,
    /// Items that the reading covers: more than one for a phrase.
    pub(crate) items: usize,
    senses: &'static [Sense],
}

/// A reading as it is kept in the window, its start counted from that of the word.
#[derive(Clone, Copy, Debug)]
struct Kept {
    senses: &'static [Sense],
    skip: u8,
    clitics: Clitics,
    items: u8,
}

impl Kept {
    #[inline]
    fn reading(self, start: usize) -> Reading {
        let Self { senses, skip, clitics, items } = self;
        Reading { start: start + usize::from(skip), clitics, items: usize::from(items), senses }
    }
}

impl Reading {
    #[inline]
    pub(crate) fn senses(&self) -> &'static [Sense] {
        self.senses
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

/// The letters of a word: itself, or a copy.
#[derive(Debug)]
pub(crate) enum Bare<'t> {
    Text(&'t str),
    Made(Folded),
}

impl Bare<'_> {
    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Made(folded) => folded.as_str(),
        }
    }
}

/// How many readings of one word are kept.
const READINGS: u8 = 3;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub(crate) span: Span,
    pub(crate) kind: ItemKind,
    /// Whether white space stands before it.
    pub(crate) spaced: bool,
    /// Where its readings stand in the window, the phrase that starts here first, and how many there are.
    first: u32,
    known: u8,
    /// Whether the word is letters of U+0600–U+06FF alone.
    letters: bool,
    /// Which number was read here.
    count: Count,
    /// What can start here, by all readings.
    pub(crate) starts: Starts,
}

impl Item {
    #[inline]
    const fn new(span: Span, kind: ItemKind, spaced: bool, starts: Starts) -> Self {
        Self { span, kind, spaced, first: 0, known: 0, letters: false, count: Count::UNREAD, starts }
    }

    /// Whether one of `rules` can start here.
    pub(crate) fn starts(&self, rules: Starts) -> bool {
        self.starts.any(rules)
    }

    /// Whether the word is letters of U+0600–U+06FF alone.
    pub(crate) fn is_letters(&self) -> bool {
        self.letters
    }

    /// Whether it is digits.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self.kind, ItemKind::Number(_))
    }

    /// Whether no word of the lexicon stands here.
    pub(crate) fn is_unknown(&self) -> bool {
        self.known == 0
    }
}

/// The item that is being read, with a few before it and enough behind it.
#[derive(Clone, Debug)]
pub(crate) struct Window<'t> {
    pub(crate) text: &'t str,
    items: Vec<Item>,
    /// The readings of the items.
    kept: Vec<Kept>,
    /// How many readings were dropped with their items.
    dropped: u32,
    /// The item to read next.
    pub(crate) at: usize,
    spaced: bool,
    /// The byte behind the last token.
    end: usize,
    /// What the grammars may be told.
    pub(crate) options: Options,
    lexicon: &'static Lexicon,
    /// The numbers that have been read, so that each is read once.
    counts: Vec<Counted>,
    /// What goes on behind a place.
    ahead: (usize, Starts),
    /// Phrases that may go on with the next word: their first item and how far they are.
    open: Vec<(usize, Kept, Place)>,
    closed: bool,
}

impl<'t> Window<'t> {
    pub(crate) fn new(text: &'t str, options: Options) -> Self {
        Self {
            text,
            // Most words have eight bytes and more, with their blank.
            items: Vec::with_capacity((text.len() / 8).min(MOST)),
            kept: Vec::new(),
            dropped: 0,
            at: 0,
            spaced: true,
            end: 0,
            options,
            lexicon: lexicon(),
            counts: Vec::new(),
            ahead: (usize::MAX, Starts::NONE),
            open: Vec::new(),
            closed: false,
        }
    }

    /// How many items there are.
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// How many items have been read but not looked at.
    pub(crate) fn ahead(&self) -> usize {
        self.items.len().saturating_sub(self.at)
    }

    /// Goes on to the next item at which something can start, but leaves the last `ahead`: its first byte.
    #[inline]
    pub(crate) fn next_start(&mut self, ahead: usize) -> Option<usize> {
        let end = self.items.len().saturating_sub(ahead);
        let rest = self.items.get(self.at..end).unwrap_or(&[]);
        let Some(skip) = rest.iter().position(|item| !item.starts.is_none()) else {
            self.at = self.at.max(end);
            return None;
        };
        self.at += skip;
        rest.get(skip).map(|item| item.span.start)
    }

    /// Drops what lies too far behind.
    pub(crate) fn forget(&mut self) {
        if self.at >= 8 * AHEAD {
            let drop = self.at - BEHIND;
            self.items.drain(..drop);
            self.at -= drop;
            // What was told of places that are others now.
            self.ahead = (usize::MAX, Starts::NONE);
            self.counts.clear();
            for item in &mut self.items {
                item.count = Count::UNREAD;
            }
            // A phrase puts the readings of its first word behind those of its last. The count of what was dropped wraps
            // in a text of many gigabytes, what is kept is never so much.
            let first = |item: &Item| (item.known > 0).then_some(item.first.wrapping_sub(self.dropped));
            let unread = self.items.iter().filter_map(first).min().unwrap_or(self.kept.len() as u32);
            self.kept.drain(..unread as usize);
            self.dropped = self.dropped.wrapping_add(unread);
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

    /// Whether the item at `at` can be one of these: one comparison, and true wherever a reading has such a sense
    /// (`has`). It can be true where none has: a phrase that takes the place of a shorter one leaves the bits of that,
    /// and most bits stand for several senses. So the two may not be exchanged without a look at the rule.
    #[inline]
    pub(crate) fn can(&self, at: usize, rules: Starts) -> bool {
        self.items.get(at).is_some_and(|item| item.starts.any(rules))
    }

    /// Whether the item before `at` can be one of these.
    #[inline]
    pub(crate) fn follows(&self, at: usize, rules: Starts) -> bool {
        at.checked_sub(1).is_some_and(|before| self.can(before, rules))
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Item> {
        self.items.get(at)
    }

    /// Whether a sign of this class stands at `at`.
    #[inline]
    pub(crate) fn is_sign(&self, at: usize, class: CharClass) -> bool {
        self.get(at).is_some_and(|item| item.kind == ItemKind::Sign(class))
    }

    /// Whether an item stands at `at` with no blank before it.
    #[inline]
    pub(crate) fn is_glued(&self, at: usize) -> bool {
        self.get(at).is_some_and(|item| !item.spaced)
    }

    /// Whether what stands from `at` to `next` stands alone in brackets, or between slashes as the press of Syria writes its
    /// figures: (83), /83/.
    pub(crate) fn is_enclosed(&self, at: usize, next: usize) -> bool {
        let Some(before) = self.before(at, 1) else { return false };
        let closes = |class| self.is_sign(next, class);
        match before.kind {
            ItemKind::Sign(CharClass::Opener) => closes(CharClass::Closer),
            ItemKind::Sign(CharClass::Slash) => {
                let apart = |i: usize| {
                    self.get(i).is_none_or(|item| item.spaced || matches!(item.kind, ItemKind::Sign(_)))
                };
                before.spaced
                    && closes(CharClass::Slash)
                    && self.is_glued(at)
                    && self.is_glued(next)
                    && apart(next + 1)
            }
            _ => false,
        }
    }

    /// The item `back` places before `at`.
    pub(crate) fn before(&self, at: usize, back: usize) -> Option<&Item> {
        self.items.get(at.checked_sub(back)?)
    }

    /// The places before `at` in the same line, at most `count`, the nearest first.
    pub(crate) fn recent(&self, at: usize, count: usize) -> impl Iterator<Item = usize> {
        (1..=count)
            .map_while(move |back| at.checked_sub(back))
            .take_while(|&i| self.get(i).is_some_and(|item| item.kind != ItemKind::Break))
    }

    /// Every reading of an item, the phrase first.
    #[inline]
    pub(crate) fn readings(&self, item: &Item) -> impl Iterator<Item = Reading> {
        let first = item.first.wrapping_sub(self.dropped) as usize;
        let kept = self.kept.get(first..first + usize::from(item.known)).unwrap_or(&[]);
        let start = item.span.start;
        kept.iter().map(move |kept| kept.reading(start))
    }

    /// The letters of a word without marks, tatweel and controls; what is no word as it stands.
    #[inline]
    pub(crate) fn bare(&self, item: &Item) -> Bare<'t> {
        let text = self.text_of(item);
        if item.letters || item.kind != ItemKind::Word {
            Bare::Text(text)
        } else {
            Bare::Made(Folded::bare(text))
        }
    }

    /// Whether the item is one of these words, without marks but with its letters as they are.
    pub(crate) fn spells<'i>(&self, item: impl Into<Option<&'i Item>>, words: &[&str]) -> bool {
        let word = item.into().filter(|item| item.kind == ItemKind::Word);
        word.is_some_and(|item| words.contains(&self.bare(item).as_str()))
    }

    /// The same of the word, or of what stands behind its proclitics.
    pub(crate) fn spells_behind<'i>(&self, item: impl Into<Option<&'i Item>>, words: &[&str]) -> bool {
        let word = item.into().filter(|item| item.kind == ItemKind::Word);
        word.is_some_and(|item| behind_proclitics(self.bare(item).as_str(), |stem| words.contains(&stem)))
    }

    /// Whether the word stands in the list, without marks but with its letters as they are.
    pub(crate) fn in_list<'i>(&self, item: impl Into<Option<&'i Item>>, list: List) -> bool {
        item.into().is_some_and(|item| is_listed(list, self.bare(item).as_str()))
    }

    /// The same of the word, or of what stands behind its proclitics.
    pub(crate) fn in_list_behind<'i>(&self, item: impl Into<Option<&'i Item>>, list: List) -> bool {
        item.into().is_some_and(|item| is_listed_behind(list, self.bare(item).as_str()))
    }

    pub(crate) fn text_of(&self, item: &Item) -> &'t str {
        item.span.of(self.text)
    }

    /// Whether the words of the dialects are known.
    pub(crate) fn is_dialect(&self) -> bool {
        self.options.profiles.contains(Profiles::DIALECT)
    }

    /// Adds what a token is to the grammar. White space is what lies between two tokens; controls are
    /// nothing.
    #[inline]
    pub(crate) fn push(&mut self, token: Token<'t>) {
        let span = token.span();
        if span.start > self.end {
            if span.start == self.end + 1 && self.text.as_bytes().get(self.end) == Some(&b' ') {
                self.spaced = true;
            } else {
                self.space(Span::new(self.end, span.start));
            }
        }
        self.end = span.end;
        if token.kind() == TokenKind::Word(Script::Arabic) {
            self.word(span, token.is_letters());
        } else {
            self.other(token);
        }
    }

    #[inline]
    fn word(&mut self, span: Span, letters: bool) {
        let spaced = core::mem::replace(&mut self.spaced, false);
        let kind = ItemKind::Word;
        self.items.push(Item { letters, ..Item::new(span, kind, spaced, Starts::NONE) });
        self.read_word(span, letters);
    }

    /// What is no Arabic word.
    #[inline(never)]
    fn other(&mut self, token: Token<'t>) {
        let mut span = token.span();
        if let Some(digits) = digits_beside_unit(token.text()) {
            return self.amount(token, digits);
        }
        let kind = match token.kind() {
            TokenKind::Number => match read_digits(token.text()) {
                Some(digits) => ItemKind::Number(digits),
                None => ItemKind::Opaque,
            },
            // 10_15
            TokenKind::Punctuation
                if token.text() == "_"
                    && !self.spaced
                    && matches!(self.items.last().map(|item| item.kind), Some(ItemKind::Number(_))) =>
            {
                ItemKind::Sign(CharClass::Dash)
            }
            TokenKind::Punctuation | TokenKind::Symbol => {
                ItemKind::Sign(token.text().chars().next().map_or(CharClass::Unassigned, class_of))
            }
            // 10 ـ 15: the tatweel for a dash.
            TokenKind::Other
                if token.text().starts_with('\u{640}')
                    && matches!(self.items.last().map(|item| item.kind), Some(ItemKind::Number(_))) =>
            {
                ItemKind::Sign(CharClass::Dash)
            }
            // Invisible controls and lone marks are transparent to the grammar.
            TokenKind::Other | TokenKind::Whitespace => return,
            TokenKind::Mention if self.options.recall && token.text().chars().skip(1).all(is_arabic) => {
                span.start += token.text().chars().next().map_or(0, char::len_utf8);
                return self.word(span, false);
            }
            _ => ItemKind::Opaque,
        };
        let starts = match kind {
            ItemKind::Number(_) => Starts::DIGITS,
            ItemKind::Sign(_) => Starts::SIGN,
            _ => Starts::NONE,
        };
        let spaced = core::mem::replace(&mut self.spaced, false);
        self.items.push(Item::new(span, kind, spaced, starts));
        self.open.clear();
    }

    /// Digits and the Latin letters of their unit: 20kg, USD100.
    fn amount(&mut self, token: Token<'t>, digits: Range<usize>) {
        let start = token.span().start;
        for part in [0..digits.start, digits.clone(), digits.end..token.text().len()] {
            let Some(text) = token.text().get(part.clone()).filter(|text| !text.is_empty()) else { continue };
            let (kind, starts) = match read_digits(text).filter(|_| part == digits) {
                Some(digits) => (ItemKind::Number(digits), Starts::DIGITS),
                None => (ItemKind::Opaque, Starts::NONE),
            };
            let spaced = core::mem::replace(&mut self.spaced, false);
            self.items.push(Item::new(Span::new(start + part.start, start + part.end), kind, spaced, starts));
        }
        self.open.clear();
    }

    /// White space: a line end in it is an item.
    fn space(&mut self, span: Span) {
        let spaced = core::mem::replace(&mut self.spaced, true);
        let gap = span.of(self.text);
        if gap.chars().any(|c| class_of(c) == CharClass::LineEnd) {
            let kind = ItemKind::Break;
            let starts = Starts::NONE;
            self.items.push(Item::new(span, kind, spaced, starts));
            self.open.clear();
        }
    }

    /// Looks the word up, whole and without proclitics, and goes on with open phrases.
    #[inline]
    fn read_word(&mut self, span: Span, letters: bool) {
        let rest = self.text.get(span.start..).unwrap_or("");
        if letters && let Some(word) = Stem::of(rest.as_bytes(), span.len()) {
            self.look_up(word);
        } else {
            self.read_folded(span);
        }
    }

    /// The same for a word with marks, tatweel or presentation forms.
    #[inline(never)]
    fn read_folded(&mut self, span: Span) {
        let Some(folded) = Folded::new(span.of(self.text)) else {
            self.open.clear();
            return;
        };
        self.look_up(Stem::of_folded(folded.as_bytes()));
    }

    #[inline]
    fn look_up(&mut self, word: Stem<'_>) {
        if !self.open.is_empty() {
            self.go_on(word);
        }
        let (dialect, lexicon) = (self.is_dialect(), self.lexicon);
        // Most words are none with whatever taken off.
        let mut ways = proclitics(word) & lexicon.may_hold(word);
        while ways != 0 {
            let skip = ways.trailing_zeros();
            ways &= ways - 1;
            if let Some(entry) = lexicon.find(word.without(skip as usize), dialect) {
                self.keep(word, skip as usize, clitics(word, skip as usize), entry);
            }
        }
    }

    /// Goes on with the phrases that may, with the word that was read last.
    #[inline(never)]
    fn go_on(&mut self, word: Stem<'_>) {
        let dialect = self.is_dialect();
        let (lexicon, last) = (self.lexicon, self.items.len() - 1);
        let (items, pool, dropped) = (&mut self.items, &mut self.kept, self.dropped);
        self.open.retain_mut(|(first, kept, place)| {
            let Some(entry) = lexicon.find_behind(*place, word, dialect) else { return false };
            *place = entry.place;
            let senses = lexicon.senses(entry);
            if !senses.is_empty()
                && let Some(head) = items.get_mut(*first)
            {
                let kept = Kept { senses, items: (last + 1 - *first) as u8, ..*kept };
                keep_phrase(head, pool, dropped, kept);
                head.starts = head.starts.with(entry.starts);
            }
            entry.starts_phrase
        });
    }

    /// Keeps what the last word can mean without its first `skip` letters.
    #[inline(never)]
    fn keep(&mut self, word: Stem<'_>, skip: usize, clitics: Clitics, entry: Entry) {
        let Some(at) = self.items.len().checked_sub(1) else { return };
        let Some(item) = self.items.get_mut(at) else { return };
        // The article stays inside the span.
        let outside =
            if clitics.has(Clitics::ARTICLE) && !is_assimilated(word, skip) { skip - 2 } else { skip };
        let before = if item.letters { 2 * outside } else { skip_letters(item.span.of(self.text), outside) };
        let Ok(skipped) = u8::try_from(before) else { return };
        let senses = self.lexicon.senses(entry);
        let kept = Kept { senses, skip: skipped, clitics, items: 1 };
        if entry.starts_phrase && self.open.len() < 8 {
            self.open.push((at, kept, entry.place));
        }
        if !senses.is_empty() && item.known < READINGS {
            if item.known == 0 {
                item.first = self.dropped.wrapping_add(self.kept.len() as u32);
            }
            item.known += 1;
            item.starts = item.starts.with(entry.starts);
            self.kept.push(kept);
        }
    }
}

/// Puts the longest phrase so far before the words: their readings move behind all others.
fn keep_phrase(head: &mut Item, pool: &mut Vec<Kept>, dropped: u32, phrase: Kept) {
    let first = head.first.wrapping_sub(dropped) as usize;
    let old = first..first + usize::from(head.known);
    match pool.get_mut(old.clone()).and_then(<[Kept]>::first_mut) {
        Some(kept) if kept.items > 1 => *kept = phrase,
        _ => {
            head.first = dropped.wrapping_add(pool.len() as u32);
            pool.push(phrase);
            if head.known > 0 {
                pool.extend_from_within(old);
            }
            head.known += 1;
        }
    }
}

fn is_arabic(c: char) -> bool {
    class_of(c).is_arabic_letter() || class_of(c).is_mark()
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

    #[test]
    fn phrases_are_found() {
        let mut window = Window::new("في ربيعٍ الأوّل", Options::default());
        for token in Tokenizer::new().tokens("في ربيعٍ الأوّل") {
            window.push(token);
        }
        let item = window.get(1).unwrap();
        assert_eq!(window.readings(item).next().unwrap().items, 2);
    }
}
