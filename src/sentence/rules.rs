//! The way from stop to stop: what stands before each, what behind it still belongs to it, and the questions about
//! both that a decision asks. They read tokens and classes; words are looked up only where a dot leaves a doubt.

use super::decision::Decision;
use super::lexicon;
use super::parts::{
    Before, DOT, Gap, Quotes, Stop, ends_ayah, is_item, is_letter_name, is_one_letter, item_number, reference,
};
use super::scan;
use super::tail::Tail;
use super::{AyahMarks, LineBreaks, Semicolons, Sentences};
use crate::class::{CharClass, class_at, class_of};
use crate::token::{Token, TokenKind, Tokenizer, Tokens};

/// How far the word before a white space is searched for, in bytes; a number is shorter.
const WORD_BEFORE: usize = 64;

/// How far what may stand before in a sentence is searched for, in bytes: an item, an abbreviation, a bracket. A sentence
/// may be as long as the text, and has many stops.
const ITEM: usize = 256;

/// The longest word for the end of a quotation with the signs at it, in bytes: اهـ».
const CLOSE: usize = 16;

impl<'t> Sentences<'t> {
    /// The end of the sentence that starts at `start`.
    pub(super) fn sentence_end(&mut self, start: usize) -> usize {
        let mut sets = scan::STOPS;
        if self.options.semicolons == Semicolons::End {
            sets |= scan::SEMICOLONS;
        }
        if self.options.ayah_marks == AyahMarks::End {
            sets |= scan::AYAH_MARKS;
        }
        let mut at = start;
        loop {
            let Some((hit, class, len)) = scan::next(self.text, at, sets) else {
                return self.trimmed(start, self.text.len());
            };
            if class == CharClass::LineEnd {
                let gap = Gap::at(self.text, hit);
                if self.line_ends(&gap) {
                    self.quotes = Quotes { at: gap.end, open: false };
                    return self.trimmed(start, hit);
                }
                at = gap.end;
            } else if self.is_inner_dot(start, hit) {
                at = hit + len;
            } else if let Some(end) = self.stop(start, hit) {
                return end;
            } else {
                at = self.tokens.position().max(hit + len);
            }
        }
    }

    /// Whether a dot stands right between two letters or digits of ASCII: example.org, 3.5. No rule ends a sentence there,
    /// so that nobody has to know what is written around it.
    fn is_inner_dot(&self, start: usize, hit: usize) -> bool {
        let beside = self.text.as_bytes().get(start.max(hit.saturating_sub(1))..hit + 2);
        matches!(beside, Some([a, DOT, b]) if a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric())
    }

    /// `end` without the white space before it.
    fn trimmed(&self, start: usize, end: usize) -> usize {
        let sentence = self.text.get(start..end).unwrap_or("");
        start + sentence.trim_end_matches(|c| class_of(c).is_whitespace()).len()
    }

    pub(super) fn class(&self, at: usize) -> Option<CharClass> {
        class_at(self.text, at).map(|(class, _)| class)
    }

    pub(super) fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The next token, without going on to it.
    pub(super) fn peek(&self) -> Option<Token<'t>> {
        self.tokens.clone().next()
    }

    /// The token that starts at `at`, on the near side of white space.
    pub(super) fn token_at(&self, at: usize) -> Option<Token<'t>> {
        let mut tokens = self.tokens.clone();
        if tokens.position() != at {
            tokens.next();
        }
        tokens.next()
    }

    /// Whether a sentence ends at this white space, whatever stands before it.
    pub(super) fn line_ends(&self, gap: &Gap) -> bool {
        gap.blank
            || gap.lines > 0
                && (self.options.line_breaks == LineBreaks::Sentence || self.list_marker_at(gap.end))
    }

    /// `1.` `1)` `١-` `أ)` `أ-` and white space at the start of a wrapped line. A letter with a dot
    /// is left out: it is a title more often.
    pub(super) fn list_marker_at(&self, at: usize) -> bool {
        let mut tokens = self.tokens_from(at);
        let Some(label) = tokens.next() else { return false };
        let marks: &[u8] = match label.kind() {
            TokenKind::Number if is_item(label) => b".)-",
            TokenKind::Word(_) if is_one_letter(label.text()) => b")-",
            _ => return false,
        };
        let end = label.span().end;
        marks.contains(&self.byte(end)) && self.class(end + 1).is_some_and(CharClass::is_whitespace)
    }

    /// Reads the tokens up to the mark at `hit`: from the start of the word before it where
    /// nothing between matters.
    fn approach(&mut self, from: usize, hit: usize) -> (Before<'t>, Option<Token<'t>>) {
        if let Some((last, mark)) = self.tokens.plain_stop(from, hit) {
            return (Before { last: Some(last), earlier: None }, Some(mark));
        }
        let between = self.text.as_bytes().get(from..hit).unwrap_or(&[]);
        let is_space = |b: &u8| b.is_ascii_whitespace();
        let chunk = |bytes: &[u8]| bytes.iter().rposition(is_space).map_or(0, |at| at + 1);
        let mut near = chunk(between);
        if near == between.len() {
            // White space before the mark: the word before that.
            let word = between.iter().rposition(|b| !is_space(b)).map_or(0, |at| at + 1);
            near = chunk(between.get(..word).unwrap_or(&[]));
        }
        let found = self.walk(from + near, hit);
        if found.0.last.is_none() && near > 0 { self.walk(from, hit) } else { found }
    }

    fn walk(&mut self, from: usize, hit: usize) -> (Before<'t>, Option<Token<'t>>) {
        if from != self.tokens.position() {
            self.tokens.skip_to(from);
        }
        let mut before = Before { last: self.held.filter(|token| token.span().end == from), earlier: None };
        for token in self.tokens.by_ref() {
            if token.span().end > hit {
                return (before, Some(token));
            }
            if !matches!(token.kind(), TokenKind::Whitespace | TokenKind::Other) {
                before = Before { last: Some(token), earlier: before.last };
            }
        }
        (before, None)
    }

    /// The end of the sentence if it ends at the mark at `hit`. The tokens are read up to the last
    /// one that belongs to the mark.
    fn stop(&mut self, start: usize, hit: usize) -> Option<usize> {
        let (before, mark) = self.approach(self.tokens.position().max(start), hit);
        let mark = mark?;
        let mut stop = Stop::default();
        match (mark.kind(), self.class(hit)?) {
            (TokenKind::Symbol, CharClass::AyahMark) if ends_ayah(mark) => {
                stop.plain = true;
                if self.token_at_next_word()?.kind() == TokenKind::Number {
                    self.take_next_word();
                }
            }
            (TokenKind::Punctuation, _) => stop.add(mark),
            _ => {
                // The mark is inside an address or a number, which the next one may follow.
                self.held = Some(mark);
                return None;
            }
        }
        let mut end = self.tokens.position();
        // Whether a source in brackets stands behind the stop, which may have one of its own.
        let mut referred = false;
        let (next, spaced) = loop {
            let class = self.class(end)?;
            if let Some(behind) = self.smiley(end) {
                self.tokens.skip_to(behind);
                end = behind;
                continue;
            }
            if class.is_whitespace() {
                let gap = Gap::at(self.text, end);
                if self.line_ends(&gap) {
                    return None;
                }
                if self.smiley(gap.end).is_some() {
                    self.tokens.skip_to(gap.end);
                    end = gap.end;
                    continue;
                }
                match self.tail(start, gap.end) {
                    Tail::Token => {
                        self.tokens.next();
                    }
                    Tail::Mark => {
                        self.tokens.next();
                        end = gap.end;
                        continue;
                    }
                    Tail::Line => return None,
                    Tail::Start => break (gap.end, true),
                }
            } else if !self.belongs(end, class) {
                break (end, false);
            }
            let mut token = self.tokens.next()?;
            let reference = if class == CharClass::Opener { reference(&self.tokens, token) } else { None };
            if let Some(count) = reference {
                token = self.tokens.nth(count - 1)?;
                referred = true;
                if let Some(behind) = self.behind_reference(token.span().end) {
                    self.tokens.skip_to(behind);
                    end = behind;
                    continue;
                }
            } else if !(referred && class == CharClass::FullStop) {
                stop.add(token);
            }
            end = token.span().end;
        };
        let decision = Decision::new(self, start, mark, &before, &stop, next, spaced);
        decision.is_some_and(|decision| decision.ends()).then_some(end)
    }

    /// The next token that is not white space inside a line.
    fn token_at_next_word(&self) -> Option<Token<'t>> {
        let mut tokens = self.tokens.clone();
        let token = tokens.next()?;
        if token.kind() == TokenKind::Whitespace && !token.has_line_end() {
            tokens.next()
        } else {
            Some(token)
        }
    }

    fn take_next_word(&mut self) {
        if self.tokens.next().is_some_and(|token| token.kind() == TokenKind::Whitespace) {
            self.tokens.next();
        }
    }

    /// Whether a mark that opens by its form can have closed: a quotation mark behind a word, a bracket if one of the same
    /// kind that closes by its form stands before it.
    pub(super) fn may_have_closed(&self, start: usize, opener: Token<'_>) -> bool {
        let (_, head) = self.near(start, opener.span().start, ITEM);
        match opener.text() {
            "(" => head.contains(')'),
            "[" => head.contains(']'),
            "{" => head.contains('}'),
            _ => !self.is_first(start, opener),
        }
    }

    /// Whether a dot stands before `end`, not far away and in the same sentence.
    pub(super) fn has_dot(&self, start: usize, end: usize) -> bool {
        self.near(start, end, ITEM).1.contains(char::from(DOT))
    }

    /// Whether the sign before a letter is one of mathematics, with a letter or a number on its other side: ن = م × ج.
    pub(super) fn is_in_formula(&self, start: usize, sign: Token<'t>) -> bool {
        matches!(sign.text(), "=" | "×" | "÷" | "−")
            && self
                .word_before(start, sign.span().start)
                .is_some_and(|operand| operand.kind() == TokenKind::Number || is_one_letter(operand.text()))
    }

    /// Whether the name of a letter is the word that is written so, with me, this, a mother, a valley: no letter with a dot
    /// stands beside it, and no given name before it.
    pub(super) fn is_no_initial(
        &self,
        start: usize,
        earlier: Option<Token<'t>>,
        last: Token<'t>,
        next: Option<Token<'t>>,
    ) -> bool {
        lexicon::is_word_as_letter(last.text())
            && !earlier.is_some_and(|earlier| lexicon::is_given_name(earlier.text()))
            && !self.has_dot(start, last.span().start)
            && !next.is_some_and(|next| is_letter_name(next) && self.byte(next.span().end) == DOT)
    }

    /// Whether the sentence begins with a word that asks: هل قرأت رواية Dune?
    pub(super) fn asks_from(&self, start: usize) -> bool {
        self.opening(start).next().is_some_and(|first| lexicon::is_question(first.text()))
    }

    /// Whether the word is what a verb of speech at the start of the sentence leads to: قال كريم ب. إن العائلة بخير.
    pub(super) fn is_said(&self, start: usize, word: Token<'t>) -> bool {
        lexicon::is_indeed(word.text())
            && self.opening(start).take(2).any(|token| lexicon::is_speech(token.text()))
    }

    /// Whether the word answers أما or whom it goes by at the start of the sentence: أما كريم ب. فقال, وبحسب أ.ف.ب. فقد قتل.
    pub(super) fn answers_topic(&self, start: usize, word: Token<'t>) -> bool {
        const SOURCES: [&str; 10] =
            ["بناء", "بحسب", "حسب", "وفق", "وفقا", "طبقا", "عملا", "استنادا", "بموجب", "تطبيقا"];
        let known = |word: &str| SOURCES.contains(&word);
        let source = |word: &str| known(word) || word.strip_prefix('و').is_some_and(known);
        let (first, text) = (self.opening(start).next(), word.text());
        // أما فرنسا is any word behind ف, but not بحسب … فرنسا
        let answers = || text == "فقد" || text.starts_with("فإن") || text.starts_with("فان");
        text.starts_with('ف')
            && first.is_some_and(|first| {
                matches!(first.text(), "أما" | "اما" | "وأما" | "واما") || source(first.text()) && answers()
            })
    }

    /// Whether the word with its dot numbers what follows: first in its sentence, or behind a label that is.
    pub(super) fn is_numbering(&self, start: usize, last: Token<'t>) -> bool {
        self.is_first(start, last)
            || self
                .word_before(start, last.span().start)
                .is_some_and(|label| lexicon::is_label(label.text()) && self.is_first(start, label))
    }

    /// Whether اهـ stands at `at`, behind the last stop of what is quoted. Asked at every stop: the word is cut out only
    /// where it can be that.
    pub(super) fn is_close_at(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or("");
        let short =
            || rest.bytes().take(CLOSE + 1).take_while(|byte| !byte.is_ascii_whitespace()).count() <= CLOSE;
        // اهـ ملخصا
        let how = || {
            ["ملخصا", "مختصرا", "بتصرف", "باختصار", "بمعناه"].iter().any(|word| rest.starts_with(word))
                && self.text.get(..at).is_some_and(|before| before.trim_end_matches(' ').ends_with("اهـ"))
        };
        rest.starts_with(['م', 'ب']) && how()
            || rest.starts_with(['ا', 'أ', 'إ'])
                && short()
                && self.token_at(at).is_some_and(|token| {
                    lexicon::closes(token.text())
                        && !(lexicon::is_yes(token.text()) && self.is_said_yes(token))
                })
    }

    /// Whether اه is the Egyptian yes and no end of a quotation: behind a question, or neither at a line end nor before who
    /// speaks next.
    fn is_said_yes(&self, token: Token<'t>) -> bool {
        let before = self.text.get(..token.span().start).unwrap_or("").trim_end_matches(' ');
        let end = token.span().end;
        let line = self.class(end).is_none_or(|class| class == CharClass::LineEnd);
        let next = || self.tokens_from(end).next();
        let speaks = || {
            next().is_some_and(|next| {
                lexicon::is_speech(next.text()) || matches!(next.text(), "قلت" | "وقلت" | "فقلت")
            })
        };
        before.ends_with(['؟', '?', '!']) || !line && !speaks()
    }

    /// Whether the first letter that follows is lower case, behind opening marks (UAX #29, SB8).
    pub(super) fn lower_case_follows(&self, spaced: bool) -> bool {
        let mut tokens = self.tokens.clone();
        if spaced {
            tokens.next();
        }
        for token in tokens.take(4) {
            match token.kind() {
                TokenKind::Word(_) | TokenKind::Url => {
                    return token.text().chars().next().is_some_and(char::is_lowercase);
                }
                TokenKind::Punctuation => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether nothing but controls stands between the start of the sentence and the token.
    pub(super) fn is_first(&self, start: usize, token: Token<'_>) -> bool {
        self.is_blank(start, token.span().start)
    }

    pub(super) fn is_blank(&self, start: usize, end: usize) -> bool {
        let before = self.text.get(start..end).unwrap_or("");
        before.len() <= WORD_BEFORE && before.chars().all(|c| class_of(c).is_invisible())
    }

    /// Whether the number marks an item inside the sentence: `: 1.` or `(1.` and what follows it, `، 2.`.
    pub(super) fn is_inner_item(&self, start: usize, earlier: Option<Token<'t>>, number: Token<'_>) -> bool {
        let Some(value) = item_number(number) else { return false };
        let Some(earlier) = earlier else { return false };
        match class_at(earlier.text(), 0).map(|(class, _)| class) {
            // فاز 2:1. وسجل and 2 : 1. are scores, المادة 12: 1. begins a list.
            Some(CharClass::Colon | CharClass::Opener) => {
                let before = self.text.get(start..earlier.span().start).unwrap_or("");
                let number_before = before.strip_suffix(' ').unwrap_or(before);
                let glued = earlier.span().end == number.span().start;
                let score = glued == (number_before.len() == before.len())
                    && number_before.ends_with(|c| class_of(c).is_digit());
                value == 1 && !score
            }
            Some(CharClass::Comma | CharClass::Semicolon | CharClass::ArabicLetter) => {
                // The item before it stands not far away.
                let end = earlier.span().start;
                let (from, _) = self.near(start, end, ITEM);
                self.tokens_from(from).take_while(|token| token.span().end <= end).any(|token| {
                    token.kind() == TokenKind::Number
                        && self.byte(token.span().end) == DOT
                        && item_number(token).is_some_and(|before| before + 1 == value)
                })
            }
            _ => false,
        }
    }

    /// The tokens from `at` on, white space left out.
    pub(super) fn tokens_from(&self, at: usize) -> Tokens<'t> {
        let mut tokens = Tokenizer::new().tokens(self.text);
        tokens.skip_to(at);
        tokens
    }

    /// The tokens that the sentence begins with, of its first bytes only: this is asked at every stop, and its first word may
    /// be as long as the text.
    pub(super) fn opening(&self, start: usize) -> Tokens<'t> {
        const OPENING: usize = 96;
        let most = self.text.len().min(start + OPENING);
        let end = (start..=most).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(start);
        Tokenizer::new().tokens(self.text.get(start..end).unwrap_or(""))
    }

    /// The token behind `token`, white space left out.
    pub(super) fn token_after(&self, token: Token<'t>) -> Option<Token<'t>> {
        self.tokens_from(token.span().end).next()
    }

    /// The last token before `end` and the white space there, in the same sentence.
    pub(super) fn word_before(&self, start: usize, end: usize) -> Option<Token<'t>> {
        let head = self.text.get(start..end)?;
        let head = head.trim_end_matches(|c| class_of(c).is_whitespace() || class_of(c).is_invisible());
        let end = start + head.len();
        if self.class(end).is_some_and(CharClass::is_whitespace)
            && let Some(word) = self.tokens.plain_before(start.max(end.saturating_sub(WORD_BEFORE + 1)), end)
        {
            return Some(word);
        }
        let word = head.bytes().rev().take(WORD_BEFORE + 1).take_while(|b| !b.is_ascii_whitespace()).count();
        if word == 0 || word > WORD_BEFORE {
            return None;
        }
        self.tokens_from(end - word).take_while(|token| token.span().end <= end).last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::Whitespace;
    use alloc::string::String;
    use alloc::vec::Vec;

    /// What lets the rules read tokens around a stop only: behind ASCII white space the tokens are
    /// those of the whole text.
    #[test]
    fn tokens_start_anew_behind_white_space() {
        const PIECES: [&str; 32] = [
            " ", " ", "\n", "\u{A0}", ".", "،", "\"", "كتاب", "ق.م", "5", "1.5", "a", "a_b", "don't",
            "https://", "x.y", "/", "@", "#", "_", "🌹", "\u{200D}", "\u{FE0F}", "\u{20E3}", "\u{064B}",
            "\u{0640}", "\u{200F}", "字", "é", "\u{0301}", "🇪", "-",
        ];
        let tokenizer = Tokenizer::new().whitespace(Whitespace::Keep);
        let mut state = 0x2545_F491_4F6C_DD1D_u64;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..12 {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                text.push_str(PIECES[(state >> 20) as usize % PIECES.len()]);
            }
            let all: Vec<_> = tokenizer.tokens(&text).collect();
            for (at, _) in text.char_indices().skip(1) {
                let space_before = text.as_bytes()[at - 1].is_ascii_whitespace();
                if space_before && class_at(&text, at).is_some_and(|(class, _)| !class.is_whitespace()) {
                    let mut tokens = tokenizer.tokens(&text);
                    tokens.skip_to(at);
                    let first = all.iter().position(|token| token.span().start == at);
                    assert_eq!(tokens.collect::<Vec<_>>(), all[first.unwrap()..], "{text:?} from {at}");
                }
            }
        }
    }
}
