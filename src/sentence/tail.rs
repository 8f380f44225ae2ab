//! What behind a stop still belongs to its sentence: marks, closing quotation marks, references, emoji.

use super::Sentences;
use super::lexicon;
use super::parts::{DOT, Gap, Quotes, is_superscript, reference};
use super::{AyahMarks, Semicolons};
use crate::class::{CharClass, class_of};
use crate::token::{Token, TokenKind};

/// What makes a key of a digit.
const KEYCAP: char = '\u{20E3}';

/// The longest tail of emoji that is looked through, in tokens with white space.
const TAIL: usize = 16;

/// What stands behind the white space after a stop.
#[derive(PartialEq, Eq)]
pub(super) enum Tail {
    /// One more token of the sentence.
    Token,
    /// An emoji or a reference, of as many tokens as it has.
    Mark,
    /// Nothing but such tokens up to the line end.
    Line,
    /// A new sentence, perhaps.
    Start,
}

impl Sentences<'_> {
    /// Whether the token right behind the stop belongs to the sentence (UAX #29, SB8a and SB9).
    pub(super) fn belongs(&mut self, at: usize, class: CharClass) -> bool {
        match class {
            CharClass::FullStop | CharClass::Question | CharClass::Ellipsis | CharClass::Closer => true,
            CharClass::Semicolon => self.options.semicolons == Semicolons::End,
            CharClass::AyahMark => self.options.ayah_marks == AyahMarks::End && self.is_sajdah(at),
            CharClass::Quote | CharClass::Apostrophe | CharClass::Opener => {
                self.closes(at, class)
                    || matches!(self.byte(at), b'[' | b'(') && {
                        let mut tokens = self.tokens.clone();
                        tokens.next().is_some_and(|opener| reference(&tokens, opener).is_some())
                    }
            }
            _ if class.is_invisible() || class.is_mark() => true,
            _ if class.is_letter() => self.is_close_at(at),
            _ if class.is_digit() => self.is_note_number(at),
            _ => {
                self.text.get(at..).is_some_and(|rest| rest.starts_with(is_superscript))
                    || self.may_be_emoji(at, class) && self.peek().is_some_and(is_picture)
                    || self.closes_emphasis(at)
            }
        }
    }

    /// Whether the signs right behind the stop end what was emphasized (**انتهى.**), or mark a note (لا أعلم.*).
    fn closes_emphasis(&self, at: usize) -> bool {
        const REACH: usize = 256;
        /// No run is longer.
        const RUN: usize = 8;
        let Some(sign @ ('*' | '_' | '~' | '`' | '†' | '‡')) =
            self.text.get(at..).and_then(|rest| rest.chars().next())
        else {
            return false;
        };
        let apart = || {
            let mut behind = self.text.get(at..).unwrap_or("").chars().take(RUN).skip_while(|&c| c == sign);
            behind.next().is_none_or(char::is_whitespace)
        };
        let opened = || {
            let (_, before) = self.near(0, at, REACH);
            before.rsplit('\n').next().is_some_and(|line| line.contains(sign))
        };
        apart() && (matches!(sign, '*' | '†' | '‡') || opened())
    }

    /// The end of a smiley in signs that stands at `at` with a blank behind it: `:)` `:-(` `;)` `:D`.
    #[inline]
    pub(super) fn smiley(&self, at: usize) -> Option<usize> {
        const SMILEYS: [&str; 12] =
            [":)", ":-)", ":(", ":-(", ":D", ":-D", ":p", ":P", ";)", ";-)", ":'(", "^_^"];
        // Asked behind every stop.
        if !matches!(self.byte(at), b':' | b';' | b'^') {
            return None;
        }
        let rest = self.text.get(at..)?;
        let smiley = SMILEYS.iter().find(|smiley| rest.starts_with(**smiley))?;
        let end = at + smiley.len();
        self.class(end).is_none_or(CharClass::is_whitespace).then_some(end)
    }

    /// Whether one or two digits right behind the stop number a note: جنوب بغداد.2 مرت. A word stands before the stop, and
    /// one behind the blank.
    fn is_note_number(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or("");
        let word = before.trim_end_matches(['.', '؟', '!']).trim_end_matches(['»', '"', '”', ')', ' ']);
        let letters =
            word.chars().rev().take(3).all(|c| class_of(c).is_arabic_letter() || class_of(c).is_mark());
        let rest = self.text.get(at..).unwrap_or("");
        let number = rest.trim_start_matches(|c| class_of(c).is_digit());
        let digits = rest.get(..rest.len() - number.len()).unwrap_or("").chars().count();
        let mut behind = number.chars().map(class_of);
        letters
            && (1..=2).contains(&digits)
            && behind.next().is_some_and(CharClass::is_whitespace)
            && behind.next().is_some_and(CharClass::is_arabic_letter)
    }

    /// Whether the quotation mark right behind the stop closes: by what follows it, and where
    /// that leaves a doubt by the number of quotes before it in the paragraph.
    pub(super) fn closes(&mut self, at: usize, class: CharClass) -> bool {
        let Some(token) = self.peek() else { return false };
        let next = self.class(token.span().end);
        let at_edge = next.is_none_or(CharClass::is_whitespace);
        match class {
            // ” and “ are often typed the wrong way round; brackets are left alone.
            CharClass::Opener => at_edge && !token.text().is_ascii(),
            CharClass::Apostrophe => !next.is_some_and(|c| c.is_letter() || c.is_digit()),
            _ => {
                at_edge
                    || next.is_some_and(|c| {
                        matches!(
                            c,
                            CharClass::Comma
                                | CharClass::Semicolon
                                | CharClass::Colon
                                | CharClass::FullStop
                                | CharClass::Question
                                | CharClass::Ellipsis
                                | CharClass::Closer
                                | CharClass::Dash
                        )
                    })
                    || self.is_open_quote(at)
            }
        }
    }

    /// Whether an odd number of ASCII quotes stands before `at` in the paragraph. Each is counted
    /// once.
    pub(super) fn is_open_quote(&mut self, at: usize) -> bool {
        let between = self.text.get(self.quotes.at..at).unwrap_or("");
        let odd = between.chars().filter(|&c| class_of(c) == CharClass::Quote).count() % 2 == 1;
        self.quotes = Quotes { at, open: self.quotes.open ^ odd };
        self.quotes.open
    }

    /// What stands at `at`, behind white space inside the line after a stop.
    pub(super) fn tail(&mut self, start: usize, at: usize) -> Tail {
        let Some(class) = self.class(at) else { return Tail::Line };
        let letters = |c: CharClass| c.is_letter() || c.is_digit();
        let follows = |this: &Self| this.token_at(at).and_then(|token| this.class(token.span().end));
        let belongs = match class {
            _ if class.is_letter() => return if self.is_close_at(at) { Tail::Mark } else { Tail::Start },
            // Spaced marks; but .NET and .5 start a sentence.
            CharClass::FullStop | CharClass::Question | CharClass::Ellipsis => {
                !(self.byte(at) == DOT && follows(self).is_some_and(letters))
            }
            CharClass::Closer => !follows(self).is_some_and(letters),
            CharClass::Quote => {
                let next = follows(self);
                next.is_none() || next.is_some_and(CharClass::is_whitespace) && self.is_open_quote(at)
            }
            CharClass::AyahMark => self.options.ayah_marks == AyahMarks::End && self.is_sajdah(at),
            _ => {
                let invisible = class.is_invisible();
                let emoji = || self.may_be_emoji(at, class) && self.token_at(at).is_some_and(is_picture);
                let whole = (invisible || emoji()) && self.is_tail_of_line(at);
                return match class {
                    _ if whole => Tail::Line,
                    CharClass::Opener if self.is_reference_at(start, at) => Tail::Mark,
                    _ if !invisible && emoji() && self.comments(start, at) => Tail::Mark,
                    _ => Tail::Start,
                };
            }
        };
        if belongs { Tail::Token } else { Tail::Start }
    }

    /// Whether the character at `at` can begin an emoji: a pictograph, half a flag, or what a keycap stands on.
    pub(super) fn may_be_emoji(&self, at: usize, class: CharClass) -> bool {
        matches!(
            class,
            CharClass::Emoji | CharClass::TextEmoji | CharClass::EmojiModifier | CharClass::RegionalIndicator
        ) || self.text.get(at..).is_some_and(|rest| {
            let mut marks = rest.chars().skip(1).take_while(|&c| class_of(c).is_mark());
            marks.any(|c| c == KEYCAP)
        })
    }

    /// Whether a reference mark of digits stands at `at`, or the place of a verse: [3], [البقرة: 183].
    pub(super) fn is_reference_at(&self, start: usize, at: usize) -> bool {
        let mut tokens = self.tokens.clone();
        let number = |token: Token<'_>| token.kind() == TokenKind::Number;
        let word = |token: Token<'_>| matches!(token.kind(), TokenKind::Word(_));
        let bracket = self.byte(at) == b'[';
        // [1] … [2] …: the items of a list.
        if bracket && self.byte(start) == b'[' {
            return false;
        }
        (bracket || self.byte(at) == b'(')
            && tokens
                .by_ref()
                .take(2)
                .find(|token| token.span().start == at)
                .and_then(|opener| reference(&tokens, opener))
                // (3) may begin an item, but (3) وقال is behind a note.
                .is_some_and(|count| {
                    let joined = || {
                        let next =
                            tokens.clone().filter(|token| token.kind() != TokenKind::Whitespace).nth(count);
                        next.is_some_and(|next| lexicon::says(next.text()))
                    };
                    let note = || self.byte(start) != b'(' && joined();
                    let mut inside = tokens.clone().take(count);
                    // ( ) for what is to be filled in
                    let blank = || {
                        count == 2
                            && tokens.clone().take(1).all(|token| token.kind() == TokenKind::Whitespace)
                    };
                    bracket && self.is_template(at)
                        || inside.any(|token| if bracket { number(token) } else { word(token) })
                        || !bracket && (note() || blank())
                })
    }

    /// Whether the bracket holds what editors of Wikipedia ask of the sentence before it: [بحاجة لمصدر].
    fn is_template(&self, at: usize) -> bool {
        const ASKS: [&str; 3] = ["بحاجة", "محل", "مصدر"];
        let first = self.token_at(at).and_then(|bracket| self.token_after(bracket));
        first.is_some_and(|word| ASKS.contains(&word.text()))
    }

    /// Whether the emoji at `at` says something of the sentence before it: with a blank behind it, and not where emoji
    /// are the bullets of a list.
    pub(super) fn comments(&self, start: usize, at: usize) -> bool {
        let bullets = self.text.get(start..).and_then(|rest| rest.chars().next()).map(class_of);
        let emoji = self.token_at(at).filter(|&token| is_picture(token));
        let apart = |end| {
            self.class(end).is_none_or(|class| {
                class.is_whitespace()
                    || matches!(class, CharClass::Quote | CharClass::Closer)
                    || self.may_be_emoji(end, class)
            })
        };
        bullets != self.class(at) && emoji.is_some_and(|emoji| apart(emoji.span().end))
    }

    /// Whether only emoji and controls stand from `at` to the end of the line.
    pub(super) fn is_tail_of_line(&self, at: usize) -> bool {
        let mut tokens = self.tokens.clone();
        for _ in 0..TAIL {
            let Some(token) = tokens.next() else { return true };
            match token.kind() {
                TokenKind::Whitespace if token.span().start < at => {}
                TokenKind::Whitespace if token.has_line_end() => {
                    return self.line_ends(&Gap::at(self.text, token.span().start));
                }
                TokenKind::Whitespace | TokenKind::Emoji | TokenKind::Other => {}
                _ => return false,
            }
        }
        false
    }

    pub(super) fn is_sajdah(&self, at: usize) -> bool {
        self.text.get(at..).is_some_and(|rest| rest.starts_with('۩'))
    }
}

/// A token that is a picture: an emoji, or a sign that is typed for one.
fn is_picture(token: Token<'_>) -> bool {
    token.kind() == TokenKind::Emoji
        || token.kind() == TokenKind::Symbol
            && token.text().starts_with(['\u{2764}', '\u{2665}', '\u{263A}', '\u{270C}'])
}
