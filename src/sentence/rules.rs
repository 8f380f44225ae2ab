//! The rules: whether a sentence ends at a stop, and what behind the stop still belongs to it.
//! They read tokens and classes; words are looked up only where a dot leaves a doubt.

use core::cell::LazyCell;

use super::abbreviations::Said;
use super::lexicon::{self, Classes};
use super::parts::{
    Before, Closed, DOT, Gap, Quotes, Stop, counts, ends_ayah, is_company_form, is_dotted, is_item,
    is_joined, is_letter_name, is_letter_of, is_one_letter, is_opener_before, is_roman, is_section,
    item_number, reference,
};
use super::scan;
use super::tail::Tail;
use super::{AyahMarks, Ellipses, LineBreaks, Semicolons, Sentences};
use crate::class::{CharClass, class_at, class_of};
use crate::fold::Folded;
use crate::token::{Script, Token, TokenKind, Tokenizer, Tokens};

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
    fn list_marker_at(&self, at: usize) -> bool {
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
            } else if !(referred && class == CharClass::FullStop) {
                stop.add(token);
            }
            end = token.span().end;
        };
        let ends = self.ends(start, mark, &before, &stop, next, spaced);
        ends.then_some(end)
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

    /// The decision: `mark` and all that belongs to it have been read, `next` is what follows,
    /// behind white space or not.
    fn ends(
        &mut self,
        start: usize,
        mark: Token<'t>,
        before: &Before<'t>,
        stop: &Stop,
        next: usize,
        spaced: bool,
    ) -> bool {
        // A sentence is more than its stop, and than a quotation mark before it.
        let Some(last) = before.last else { return false };
        let free = spaced && last.kind() == TokenKind::Punctuation && self.may_have_closed(start, last);
        if !stop.behind && is_opener_before(last, mark, stop, free) {
            return false;
        }
        let Some(class) = self.class(next) else { return false };
        let is_dot = self.byte(mark.span().start) == DOT && !stop.plain;
        match class {
            // SContinue of UAX #29 (SB8a).
            CharClass::Comma | CharClass::Semicolon | CharClass::Colon => return false,
            _ if spaced => {}
            CharClass::Opener | CharClass::Quote | CharClass::Hash | CharClass::At => {}
            CharClass::LatinLetter | CharClass::OtherLetter if is_dot => {
                // A file name, a domain; UAX #29 (SB7) lets letters follow in any script.
                return false;
            }
            _ if class.is_letter() => {}
            _ => return false,
        }
        // Yahoo! الموقع: the mark is one of the name.
        if class.is_arabic_letter() && matches!(last.text(), "ياهو" | "Yahoo") && mark.text() == "!" {
            return false;
        }
        let following = LazyCell::new(|| self.token_at(next));
        let word = || *following;
        // إن شاء الله
        let willing = |token: Token<'t>| {
            lexicon::is_indeed(token.text())
                && self.token_after(token).is_some_and(|next| next.text() == "شاء")
        };
        let continues = || {
            word().is_some_and(|token| {
                willing(token)
                    || lexicon::continues(token.text(), || self.token_after(token).map(|next| next.text()))
            })
        };
        let arabic = class.is_arabic_letter() || class == CharClass::Tatweel;
        let after_arabic = last.kind() == TokenKind::Word(Script::Arabic);
        if !arabic && !after_arabic && self.lower_case_follows(next, spaced) {
            return false;
        }
        // العربية.نت
        if !spaced && is_dot && word().is_some_and(|word| lexicon::is_domain(word.text())) {
            return false;
        }
        let says = || word().is_some_and(|word| lexicon::says(word.text()));
        let clause = || word().is_some_and(|word| lexicon::begins_clause(word.text()));
        let opens = || {
            word().is_some_and(|token| match token.kind() {
                TokenKind::Word(Script::Arabic) if willing(token) => false,
                TokenKind::Word(Script::Arabic) => {
                    lexicon::opens(token.text())
                        // غير أن, إلا أن
                        || matches!(token.text(), "غير" | "إلا" | "الا")
                            && self.token_after(token).is_some_and(|next| lexicon::is_that_or_indeed(next.text()))
                }
                TokenKind::Word(_) => {
                    lexicon::opens(token.text())
                        || stop.dots > 1
                            && !after_arabic
                            && token.text().chars().next().is_some_and(char::is_uppercase)
                }
                _ => false,
            })
        };
        if self.is_aside(start, mark, stop, next) {
            // (بسبب المطر.) وسيقام غدا and (بسبب المطر.) لم يحضر begin anew; (شاعر فلسطيني.) ولد does not, nor (732 هـ.) ثم,
            // nor (أخيرا!) فقد behind أما.
            let joined = |word: Token<'t>| is_joined(word) && word.text().chars().nth(3).is_some();
            let short = || {
                is_dotted(last.text())
                    || is_one_letter(last.text())
                    || lexicon::folded(last.text())
                        .is_some_and(|word| lexicon::before_stop(&word).has(Classes::ABBREVIATION))
            };
            let begins = || word().is_some_and(joined) || (opens() || clause()) && !short();
            let anew = || says() || !stop.plain && begins();
            if !stop.aside || !anew() || word().is_some_and(|word| self.answers_topic(start, word)) {
                return false;
            }
        }
        if stop.plain {
            // A title or a question as a part of the sentence: «ما الأدب؟» من أشهر كتبه.
            let asked = stop.dots == 0 && stop.closed == Some(Closed::Quote);
            let goes_on = |token: Token<'t>| {
                let opener = self.opener_before(start, mark);
                self.is_tag(start, opener, token)
                    || self.goes_on_behind_quotation(start, opener, token)
                    || self.is_title(start, opener) && !opens() && !is_joined(token)
            };
            let dash = matches!(class, CharClass::Dash | CharClass::Tatweel);
            let tag = dash
                && stop.dots == 0
                && (self.is_tag_of_speech(start, next)
                    || self.is_between_dashes(start, mark)
                    || asked && self.goes_on_behind_dash(start, self.opener_before(start, mark), next));
            let quoted = stop.closed == Some(Closed::Quote);
            let led =
                |token: Token<'t>| !token.text().starts_with('و') && self.is_framed(start, mark, quoted);
            let framed = stop.dots == 0 && arabic && word().is_some_and(led);
            let told =
                stop.dots == 0 && arabic && word().is_some_and(|verb| self.is_told_behind(start, verb));
            return !(spaced
                && (tag || framed || told || asked && (continues() || word().is_some_and(goes_on))));
        }
        // «سأعود.» قال الجندي.
        if spaced && stop.dots == 1 && stop.closed == Some(Closed::Quote) {
            let tag = |token| self.is_tag(start, self.opener_before(start, mark), token);
            if word().is_some_and(tag) {
                return false;
            }
        }
        if stop.dots > 1 {
            // A connective alone is no sentence: ولكن... هل ينفع؟
            let alone = lexicon::is_connective(last.text()) && self.is_first(start, last);
            // «لا تعد...» وأغلق الباب.
            let quoted = stop.closed == Some(Closed::Quote) && spaced && word().is_some_and(is_joined);
            let anew = || word().is_some_and(|word| self.opens_behind_pause(word));
            // إلخ.. with a dot of its own and one of the sentence.
            let folded = || lexicon::folded(last.text());
            let rest = || {
                stop.dots == 2
                    && folded().is_some_and(|word| lexicon::before_stop(&word).has(Classes::MAY_END))
            };
            let answers = || {
                word().is_some_and(|word| {
                    self.answers_condition(start, word) || self.asks_indirectly(start, mark, word)
                })
            };
            let opens = || opens() || quoted || anew() || rest() && !continues();
            let reply = || spaced && self.is_reply(start, next);
            // ماذا لو..., وما إن دخلت حتى...
            let open = matches!(last.text(), "لو" | "حتى");
            // But وقال joins nothing to القاهرة...
            // يا ناس.. وين الضمير؟
            let joins = |word: Token<'t>| is_joined(word) && !lexicon::is_question(word.text());
            let led = || open || !word().is_some_and(joins) && self.is_front(start, mark);
            return self.options.ellipses == Ellipses::End
                || reply()
                || !alone && opens() && !answers() && !led();
        }
        match last.kind() {
            TokenKind::Number if !is_item(last) => true,
            TokenKind::Number if self.is_first(start, last) => false,
            TokenKind::Number => {
                let earlier = before.earlier.or_else(|| self.word_before(start, last.span().start));
                // الجدول رقم 4.
                let earlier = match earlier {
                    Some(sign) if sign.text() == "رقم" => self.word_before(start, sign.span().start),
                    earlier => earlier,
                };
                let label = earlier.filter(|token| lexicon::is_label(token.text()));
                if let Some(label) = label {
                    // المادة 1. يسمى هذا القانون and الجدول 2.1. عدد السكان are one line; القسم 3.2. من التقرير as well.
                    if self.is_first(start, label) || is_section(last) && continues() {
                        return false;
                    }
                }
                !self.is_inner_item(start, earlier, last)
            }
            TokenKind::Word(_) if is_roman(last.text()) && self.is_first(start, last) => false,
            // Other full stops than the dot stand in no abbreviation but those of Urdu.
            TokenKind::Word(_) if is_dot || after_arabic => {
                let folded = match self.abbreviations {
                    Some(_) => Folded::new(last.text()),
                    None => lexicon::folded(last.text()),
                };
                let Some(folded) = folded else { return true };
                let classes = match self.abbreviations.map_or(Said::Nothing, |own| own.before_stop(&folded)) {
                    Said::NoAbbreviation => return true,
                    Said::Is(classes) => classes,
                    Said::Nothing => lexicon::before_stop(&folded),
                };
                // لم يكن له ولد. is no title behind و, if no other abbreviation stands before it.
                let dotless = || !self.has_dot(start, last.span().start);
                let earlier = || before.earlier.or_else(|| self.word_before(start, last.span().start));
                if lexicon::is_word_too(last.text(), || earlier().map(|token| token.text())) && dotless() {
                    return true;
                }
                let letters = is_dotted(last.text()) || lexicon::is_one_letter(&folded);
                if classes == Classes::NONE && !letters {
                    return true;
                }
                // أولا. تسري, المادة الأولى. يسمى
                if classes.has(Classes::ENUMERATOR) && self.is_numbering(start, last) {
                    return false;
                }
                // The dot of (732 هـ.) is the abbreviation's: the sentence would end behind the bracket.
                let abbreviation = letters || classes.has(Classes::ABBREVIATION);
                let earlier = before.earlier.or_else(|| self.word_before(start, last.span().start));
                let no_initial =
                    || classes.has(Classes::LETTER) && self.is_no_initial(start, earlier, last, word());
                if abbreviation && stop.closed == Some(Closed::Bracket) && !no_initial() {
                    return false;
                }
                let after = |class: fn(Token<'t>) -> bool| earlier.is_some_and(class);
                let begins =
                    || opens() || clause() || word().is_some_and(|word| lexicon::is_question(word.text()));
                let one = letters && !is_dotted(last.text());
                // أما في عام 586 ق.م. فقد سقطت
                let answers = || word().is_some_and(|word| self.answers_topic(start, word));
                let leads = || self.is_time_before(start, last) && !says() && !clause();
                // USB-C. الكابل قصير, iPhone X. السعر, but not George W. بوش.
                let latin = |token: Token<'t>| {
                    token.kind() == TokenKind::Word(Script::Latin) && !is_one_letter(token.text())
                };
                let begins_anew = |word: Token<'t>| {
                    word.text().starts_with("ال")
                        || is_joined(word)
                        || lexicon::looks_like_imperfect(word.text())
                };
                let hyphen = last.span().start.checked_sub(1).is_some_and(|at| self.byte(at) == b'-');
                let ends_name = one
                    && arabic
                    && last.kind() == TokenKind::Word(Script::Latin)
                    && (hyphen || after(latin) && (begins() || word().is_some_and(begins_anew)));
                if one && stop.closed.is_none() && self.is_first(start, last) {
                    // A letter alone labels what follows: س. كيف ترى المشهد؟
                    false
                } else if ends_name
                    || one
                        && earlier.is_some_and(|earlier| {
                            is_letter_of(earlier, last) || self.is_in_formula(start, earlier)
                        })
                    || after_arabic && letters && self.is_unit_by_place(classes, earlier, last)
                {
                    // فيتامين C. وهو ضروري and 5 m. والعرض: no initial of a name. p. 45 is a page.
                    !(continues()
                        || class.is_digit()
                        || word().is_some_and(|word| lexicon::is_oblique(word.text())))
                } else if classes.has(Classes::UNIT)
                    && (after(counts) || self.is_second_of_unit(start, last))
                    // 25 د. ويقدم are minutes, but الغرفة 12 د. سامي is no room of them.
                    && (!classes.has(Classes::TITLE)
                        || begins()
                        || says()
                        || last.text() != "د"
                        || word().is_some_and(is_verb_behind_and))
                {
                    // م. (732 هـ.), هـ. - 204 هـ. and هـ. و150 هـ. are of one date, ق. م. of one era.
                    let goes_on = match class {
                        CharClass::Opener | CharClass::Dash | CharClass::Slash => true,
                        // ج. 2 ص. 45
                        _ if class.is_digit() => classes.has(Classes::LOCUS),
                        _ => word().is_some_and(|word| self.goes_on_with_unit(word)),
                    };
                    !(continues() || goes_on || answers() || leads())
                } else if one && earlier.is_some_and(|earlier| lexicon::may_have_letter(earlier.text())) {
                    // في المجموعة أ. ويستهل مشواره, but القسم د. يزيد الراجحي
                    let title = classes.has(Classes::TITLE);
                    let verb = |word: Token<'t>| !title && lexicon::looks_like_imperfect(word.text());
                    begins() || says() || word().is_some_and(|word| verb(word) || is_verb_behind_and(word))
                } else if classes.has(Classes::TITLE) && letters {
                    // فيتامين د. وأوضح الطبيب: no name begins like that.
                    clause() || says()
                } else if classes.has(Classes::TITLE) || classes.has(Classes::WITHIN) {
                    false
                } else if classes.has(Classes::NUMBER) {
                    !class.is_digit()
                } else if classes.has(Classes::COMPANY) && arabic {
                    // شركة Google Inc. أطلقت: the name stands inside.
                    begins() || word().is_some_and(|word| is_joined(word) || word.text() == "جميع")
                } else if classes.has(Classes::MAY_END) || classes.has(Classes::COMPANY) {
                    !continues()
                } else if classes.has(Classes::LETTER) && after(is_letter_name) || no_initial() {
                    true
                } else if classes.has(Classes::LETTER)
                    && after(|earlier| lexicon::is_lettered(earlier.text()))
                {
                    // فيتامين سي. البرتقال غني به
                    !continues()
                } else if classes.has(Classes::LETTER) || letters {
                    let said = || {
                        word()
                            .is_some_and(|word| self.is_said(start, word) || self.answers_topic(start, word))
                    };
                    let copula = || word().is_some_and(|word| matches!(word.text(), "هو" | "هي" | "هم"));
                    // القرن الخامس ق.م. ثم, عاش في D.C. ثم عاد, وكالة أ.ف.ب. هذا
                    let alone = one
                        || classes.has(Classes::UNIT)
                        || classes.has(Classes::ACRONYM)
                        || last.kind() == TokenKind::Word(Script::Latin) && arabic
                        || is_company_form(last.text());
                    (opens() || alone && clause() && !copula())
                        && !said()
                        && !(classes.has(Classes::UNIT) && leads())
                } else {
                    true
                }
            }
            _ => true,
        }
    }

    /// Whether a mark that opens by its form can have closed: a quotation mark behind a word, a bracket if one of the same
    /// kind that closes by its form stands before it.
    fn may_have_closed(&self, start: usize, opener: Token<'_>) -> bool {
        let (_, head) = self.near(start, opener.span().start, ITEM);
        match opener.text() {
            "(" => head.contains(')'),
            "[" => head.contains(']'),
            "{" => head.contains('}'),
            _ => !self.is_first(start, opener),
        }
    }

    /// Whether a dot stands before `end`, not far away and in the same sentence.
    fn has_dot(&self, start: usize, end: usize) -> bool {
        self.near(start, end, ITEM).1.contains(char::from(DOT))
    }

    /// Whether the sign before a letter is one of mathematics, with a letter or a number on its other side: ن = م × ج.
    fn is_in_formula(&self, start: usize, sign: Token<'t>) -> bool {
        matches!(sign.text(), "=" | "×" | "÷" | "−")
            && self
                .word_before(start, sign.span().start)
                .is_some_and(|operand| operand.kind() == TokenKind::Number || is_one_letter(operand.text()))
    }

    /// Whether the name of a letter is the word that is written so, with me, this, a mother, a valley: no letter with a dot
    /// stands beside it, and no given name before it.
    fn is_no_initial(
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

    /// Whether the word is what a verb of speech at the start of the sentence leads to: قال كريم ب. إن العائلة بخير.
    fn is_said(&self, start: usize, word: Token<'t>) -> bool {
        let mut tokens = self.tokens_from(start);
        let first = tokens.next();
        let mut says =
            || first.into_iter().chain(tokens.next()).any(|token| lexicon::is_speech(token.text()));
        lexicon::is_indeed(word.text()) && says()
    }

    /// Whether the word answers أما at the start of the sentence: أما كريم ب. فقال.
    fn answers_topic(&self, start: usize, word: Token<'t>) -> bool {
        let mut tokens = self.tokens_from(start);
        let topic = |first: Token<'_>| matches!(first.text(), "أما" | "اما" | "وأما" | "واما");
        word.text().starts_with('ف') && tokens.next().is_some_and(topic)
    }

    /// Whether the word with its dot numbers what follows: first in its sentence, or behind a label that is.
    fn is_numbering(&self, start: usize, last: Token<'t>) -> bool {
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
        rest.starts_with(['ا', 'أ', 'إ'])
            && short()
            && self.token_at(at).is_some_and(|token| {
                lexicon::closes(token.text()) && !(lexicon::is_yes(token.text()) && self.is_said_yes(token))
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

    /// Whether the first letter from `at` on is lower case, behind opening marks (UAX #29, SB8).
    fn lower_case_follows(&self, at: usize, spaced: bool) -> bool {
        let mut tokens = self.tokens.clone();
        if spaced {
            tokens.next();
        }
        debug_assert_eq!(tokens.position(), at);
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
    fn is_inner_item(&self, start: usize, earlier: Option<Token<'t>>, number: Token<'_>) -> bool {
        let Some(value) = item_number(number) else { return false };
        let Some(earlier) = earlier else { return false };
        match class_at(earlier.text(), 0).map(|(class, _)| class) {
            Some(CharClass::Colon | CharClass::Opener) => value == 1,
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

    /// The token behind `token`, white space left out.
    pub(super) fn token_after(&self, token: Token<'t>) -> Option<Token<'t>> {
        self.tokens_from(token.span().end).next()
    }

    /// The last token before `end` and the white space there, in the same sentence.
    pub(super) fn word_before(&self, start: usize, end: usize) -> Option<Token<'t>> {
        let head = self.text.get(start..end)?;
        let head = head.trim_end_matches(|c| class_of(c).is_whitespace() || class_of(c).is_invisible());
        let word = head.bytes().rev().take(WORD_BEFORE + 1).take_while(|b| !b.is_ascii_whitespace()).count();
        if word == 0 || word > WORD_BEFORE {
            return None;
        }
        let end = start + head.len();
        self.tokens_from(end - word).take_while(|token| token.span().end <= end).last()
    }
}

/// Whether the word is a conjunction and an imperfect, as far as its letters tell: ويستهل.
fn is_verb_behind_and(word: Token<'_>) -> bool {
    word.text().strip_prefix(['و', 'ف']).is_some_and(lexicon::looks_like_imperfect)
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
