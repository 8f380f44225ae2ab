//! The decision at one stop: what stands before it and behind it, asked in the order of the rules. A stop that ends
//! whatever stands before it (؟, !), a pause, a dot behind a number, a dot behind a word.

mod amounts;
mod letters;

use core::cell::OnceCell;
use core::ops::RangeInclusive;

use super::abbreviations::Said;
use super::lexicon::{self, Classes};
use super::parts::{
    Before, Closed, DOT, Stop, counts, is_dotted, is_item, is_joined, is_letter_name, is_one_letter,
    is_opener_before, is_roman, is_section, is_spelled_letter,
};
use super::{Ellipses, Sentences};
use crate::class::{CharClass, class_of};
use crate::fold::Folded;
use crate::token::{Script, Token, TokenKind};

/// A stop with all that belongs to it, and its surroundings.
pub(super) struct Decision<'s, 't> {
    sentences: &'s Sentences<'t>,
    /// Where the sentence starts.
    start: usize,
    mark: Token<'t>,
    stop: &'s Stop,
    /// The token before the mark, and the one before that, if it has been read.
    last: Token<'t>,
    earlier: Option<Token<'t>>,
    /// What follows, behind white space or not.
    next: usize,
    spaced: bool,
    class: CharClass,
    following: OnceCell<Option<Token<'t>>>,
}

impl<'s, 't> Decision<'s, 't> {
    /// `None` where no sentence ends whatever follows: at the end of the text, behind nothing.
    pub(super) fn new(
        sentences: &'s Sentences<'t>,
        start: usize,
        mark: Token<'t>,
        before: &Before<'t>,
        stop: &'s Stop,
        next: usize,
        spaced: bool,
    ) -> Option<Self> {
        // A sentence is more than its stop, and than a quotation mark before it.
        let last = before.last?;
        let free = spaced && last.kind() == TokenKind::Punctuation && sentences.may_have_closed(start, last);
        if !stop.behind && is_opener_before(last, mark, stop, free) {
            return None;
        }
        let class = sentences.class(next)?;
        let (earlier, following) = (before.earlier, OnceCell::new());
        Some(Self { sentences, start, mark, stop, last, earlier, next, spaced, class, following })
    }

    /// Whether the sentence ends.
    pub(super) fn ends(&self) -> bool {
        let Self { class, last, .. } = *self;
        match class {
            // SContinue of UAX #29 (SB8a).
            CharClass::Comma | CharClass::Semicolon | CharClass::Colon => return false,
            _ if self.spaced => {}
            CharClass::Opener | CharClass::Quote | CharClass::Hash | CharClass::At => {}
            // A file name, a domain; UAX #29 (SB7) lets letters follow in any script. But اقرأ الشروط.Click here.
            CharClass::LatinLetter | CharClass::OtherLetter if self.is_dot() => {
                if !(self.after_arabic() && self.follows(is_capitalized)) {
                    return false;
                }
            }
            _ if class.is_letter() => {}
            _ => return false,
        }
        // Yahoo! الموقع: the mark is one of the name, and so it is in مسابقة Jeopardy! الشهيرة.
        if class.is_arabic_letter()
            && last.kind() == TokenKind::Word(Script::Latin)
            && matches!(self.mark.text(), "!" | "?")
            && self.stop.closed.is_none()
            && self.sentences.is_named_in_latin(self.start, self.mark)
            && self.follows(|word| {
                word.text().starts_with("ال")
                    || matches!(word.text(), "سنة" | "عام" | "من" | "في" | "هو" | "هي")
            })
            && !self.sentences.asks_from(self.start)
        {
            return false;
        }
        if class.is_arabic_letter() && matches!(last.text(), "ياهو" | "Yahoo") && self.mark.text() == "!"
        {
            return false;
        }
        if !self.before_arabic() && !self.after_arabic() && self.sentences.lower_case_follows(self.spaced) {
            return false;
        }
        // العربية.نت
        if !self.spaced && self.is_dot() && self.follows(|word| lexicon::is_domain(word.text())) {
            return false;
        }
        if self.sentences.is_aside(self.start, self.mark, self.stop, self.next) && !self.ends_aside() {
            return false;
        }
        // يعتبره البعض[من؟] مؤسس العلم
        if !self.stop.behind && self.sentences.is_editors_mark(self.start, self.mark) {
            return false;
        }
        // السي.إن.إن, Phys. Rev. Lett.
        if self.is_dot() && (self.is_spelled() || self.is_among_short_names()) {
            return false;
        }
        if self.stop.plain {
            return self.ends_plainly();
        }
        // «سأعود.» قال الجندي.
        if self.spaced
            && self.stop.dots == 1
            && self.stop.closed == Some(Closed::Quote)
            && self.follows(|word| {
                let opener = self.opener();
                self.sentences.is_tag(self.start, opener, word)
                    || self.sentences.is_told_of_quotation(self.start, opener, word)
                    || self.sentences.is_by_whom(self.start, opener, word)
            })
        {
            return false;
        }
        if self.stop.dots > 1 {
            return self.ends_with_pause();
        }
        match last.kind() {
            TokenKind::Number => self.ends_behind_number(),
            TokenKind::Word(_) if is_roman(last.text()) && self.is_first(last) => false,
            // Other full stops than the dot stand in no abbreviation but those of Urdu.
            TokenKind::Word(_) if self.is_dot() || self.after_arabic() => self.ends_behind_word(),
            _ => true,
        }
    }

    /// Whether the dot stands right between two names of letters: السي.إن.إن.
    fn is_spelled(&self) -> bool {
        !self.spaced && is_spelled_letter(self.last.text()) && self.follows(is_letter_name)
    }

    /// Whether the dot is one of those behind the short Latin words of a journal's name: في Phys. Rev. Lett. سنة.
    fn is_among_short_names(&self) -> bool {
        /// Words of the longest name.
        const MOST: usize = 6;
        let short = |word: Token<'t>| {
            let text = word.text();
            word.kind() == TokenKind::Word(Script::Latin)
                && (3..=5).contains(&text.len())
                && text.starts_with(|c: char| c.is_ascii_uppercase())
                && text.bytes().skip(1).all(|b| b.is_ascii_lowercase())
                && !text.ends_with(['a', 'e', 'o', 'u', 'y'])
                && self.sentences.byte(word.span().end) == DOT
        };
        if self.stop.dots != 1 || self.stop.closed.is_some() || !short(self.last) {
            return false;
        }
        // The first of them, and what stands before.
        let before = |word: Token<'t>| self.sentences.word_before(self.start, word.span().start);
        let mut first = self.last;
        let mut count = 1;
        while count < MOST
            && let Some(dot) = before(first).filter(|dot| dot.text() == ".")
            && let Some(word) = before(dot).filter(|&word| short(word))
        {
            (first, count) = (word, count + 1);
        }
        let published = before(first)
            .is_some_and(|word| matches!(word.text(), "في" | "فى") || lexicon::is_work(word.text()));
        published
            && (self.follows(short) || count > 1 && self.before_arabic() && !self.begins() && !self.says())
    }

    fn is_dot(&self) -> bool {
        self.sentences.byte(self.mark.span().start) == DOT && !self.stop.plain
    }

    fn before_arabic(&self) -> bool {
        self.class.is_arabic_letter() || self.class == CharClass::Tatweel
    }

    fn after_arabic(&self) -> bool {
        self.last.kind() == TokenKind::Word(Script::Arabic)
    }

    /// Whether the token is the first of the sentence.
    fn is_first(&self, token: Token<'t>) -> bool {
        self.sentences.is_first(self.start, token)
    }

    /// The token before the last one.
    fn earlier(&self) -> Option<Token<'t>> {
        self.earlier.or_else(|| self.sentences.word_before(self.start, self.last.span().start))
    }

    /// What follows, read when it is first asked for: most stops are told without it.
    fn word(&self) -> Option<Token<'t>> {
        *self.following.get_or_init(|| self.sentences.token_at(self.next))
    }

    /// Whether such a token follows.
    fn follows(&self, test: impl FnOnce(Token<'t>) -> bool) -> bool {
        self.word().is_some_and(test)
    }

    /// Where the quotation opens that the mark stands in.
    fn opener(&self) -> Option<usize> {
        self.sentences.opener_before(self.start, self.mark)
    }

    /// إن شاء الله
    fn is_willing(&self, word: Token<'t>) -> bool {
        lexicon::is_indeed(word.text())
            && self.sentences.token_after(word).is_some_and(|next| next.text() == "شاء")
    }

    /// Whether what follows goes on with the sentence.
    fn continues(&self) -> bool {
        self.follows(|word| {
            let next = || self.sentences.token_after(word).map(|next| next.text());
            // من كتبه: المسند is a label of its own.
            let label = || {
                word.text() == "من"
                    && self
                        .sentences
                        .token_after(word)
                        .is_some_and(|next| self.sentences.byte(next.span().end) == b':')
            };
            self.is_willing(word) || lexicon::continues(word.text(), next) && !label()
        })
    }

    /// Whether a verb of news or an opener follows behind و or ف, which no name is.
    fn says(&self) -> bool {
        self.follows(|word| lexicon::says(word.text()))
    }

    /// Whether what follows begins a clause, as no name does.
    fn begins_clause(&self) -> bool {
        self.follows(|word| lexicon::begins_clause(word.text()))
    }

    /// Whether what follows plainly opens a sentence.
    fn opens(&self) -> bool {
        self.follows(|word| match word.kind() {
            TokenKind::Word(Script::Arabic) if self.is_willing(word) => false,
            TokenKind::Word(Script::Arabic) => {
                let that = || {
                    self.sentences
                        .token_after(word)
                        .is_some_and(|next| lexicon::is_that_or_indeed(next.text()))
                };
                // ومن المتوقع
                let leads =
                    || self.sentences.token_after(word).is_some_and(|next| lexicon::is_leader(next.text()));
                // غير أن, إلا أن
                lexicon::opens(word.text())
                    || word.text() == "ومن" && leads()
                    || matches!(word.text(), "غير" | "إلا" | "الا") && that()
            }
            TokenKind::Word(_) => {
                let upper = |word: Token<'_>| word.text().chars().next().is_some_and(char::is_uppercase);
                lexicon::opens(word.text()) || self.stop.dots > 1 && !self.after_arabic() && upper(word)
            }
            _ => false,
        })
    }

    /// Whether what follows opens a sentence, begins a clause or asks.
    fn begins(&self) -> bool {
        self.opens() || self.begins_clause() || self.follows(|word| lexicon::is_question(word.text()))
    }

    /// Whether what follows answers أما at the start: أما في عام 586 ق.م. فقد سقطت.
    fn answers_topic(&self) -> bool {
        self.follows(|word| self.sentences.answers_topic(self.start, word))
    }

    /// Whether the sentence ends at a stop inside brackets: (بسبب المطر.) وسيقام غدا and (بسبب المطر.) لم يحضر begin anew;
    /// (شاعر فلسطيني.) ولد does not, nor (732 هـ.) ثم, nor (أخيرا!) فقد behind أما.
    fn ends_aside(&self) -> bool {
        let last = self.last.text();
        let joined = |word: Token<'t>| is_joined(word) && word.text().chars().nth(3).is_some();
        let short = || {
            is_dotted(last)
                || is_one_letter(last)
                || lexicon::folded(last)
                    .is_some_and(|word| lexicon::before_stop(&word).has(Classes::ABBREVIATION))
        };
        // النتيجة (انظر الجدول.) هي الأفضل: of what stands before.
        let predicate = |word: Token<'t>| match word.text() {
            _ if is_pronoun(word) => true,
            "كان" | "كانت" => self.is_subject_alone(),
            _ => is_negation(word) && self.is_subject_alone(),
        };
        let begins = || {
            self.follows(joined)
                || (self.opens() || self.begins_clause()) && !short() && !self.follows(predicate)
        };
        self.stop.aside && (self.says() || !self.stop.plain && begins()) && !self.answers_topic()
    }

    /// Whether one word alone stands before the bracket that the mark stands in: والدي (رحمه الله.).
    fn is_subject_alone(&self) -> bool {
        let mut tokens = self.sentences.tokens_from(self.start);
        tokens.next();
        tokens.next().is_some_and(|token| token.text() == "(")
    }

    /// Whether the sentence ends at a question or an exclamation, which may be a part of it: «ما الأدب؟» من أشهر كتبه.
    fn ends_plainly(&self) -> bool {
        let Self { sentences, start, mark, next, .. } = *self;
        if !self.spaced {
            return true;
        }
        let alone = self.stop.dots == 0;
        let quoted = self.stop.closed == Some(Closed::Quote);
        let asked = alone && quoted;
        let goes_on = |word: Token<'t>| {
            let opener = self.opener();
            sentences.is_tag(start, opener, word)
                || sentences.goes_on_behind_quotation(start, opener, word)
                || sentences.is_title(start, opener) && !self.opens() && !is_joined(word)
        };
        let dash = matches!(self.class, CharClass::Dash | CharClass::Tatweel);
        let tag = dash
            && alone
            && (sentences.is_tag_of_speech(start, next)
                || sentences.is_between_dashes(start, mark)
                || asked && sentences.goes_on_behind_dash(start, self.opener(), next));
        let framed = |word: Token<'t>| {
            !word.text().starts_with('و') && sentences.is_framed(start, mark, quoted)
                || sentences.is_told_behind(start, word)
        };
        // أما كيف بدأت القصة؟ فهذا حديث آخر
        let topic = || {
            let mut tokens = sentences.tokens_from(start);
            let first = tokens.next();
            let second = tokens.next();
            alone
                && first.is_some_and(|first| matches!(first.text(), "أما" | "وأما"))
                && second.is_some_and(|second| {
                    matches!(second.text(), "كيف" | "لماذا" | "متى" | "أين" | "ماذا" | "هل" | "كم")
                })
                && self.follows(|word| word.text().starts_with('ف') && word.text().chars().nth(2).is_some())
        };
        !(tag
            || topic()
            || alone && self.before_arabic() && self.follows(framed)
            || asked && (self.continues() || self.follows(goes_on)))
    }

    /// Whether the sentence ends at an ellipsis or several dots.
    fn ends_with_pause(&self) -> bool {
        let Self { sentences, start, mark, last, .. } = *self;
        // A connective alone is no sentence: ولكن... هل ينفع؟
        let alone = lexicon::is_connective(last.text()) && self.is_first(last)
            // نحن بحاجة إلى... كيف أقولها؟
            || lexicon::waits(last.text());
        // «لا تعد...» وأغلق الباب.
        let quoted = self.stop.closed == Some(Closed::Quote) && self.spaced && self.follows(is_joined);
        let anew = || self.follows(|word| sentences.opens_behind_pause(word));
        // إلخ.. with a dot of its own and one of the sentence.
        let rest = || {
            self.stop.dots == 2
                && lexicon::folded(last.text())
                    .is_some_and(|word| lexicon::before_stop(&word).has(Classes::MAY_END))
        };
        let answers = || {
            self.follows(|word| {
                sentences.answers_condition(start, word) || sentences.asks_indirectly(start, mark, word)
            })
        };
        let opens = || self.opens() || quoted || anew() || rest() && !self.continues();
        // والملح... ٤- نتركه على نار هادئة
        let item = || {
            // 3- 4 أشخاص
            let label = sentences.token_at(self.next).and_then(|number| sentences.token_after(number));
            let word = label.and_then(|label| sentences.token_after(label));
            self.spaced
                && self.class.is_digit()
                && sentences.list_marker_at(self.next)
                && word.is_some_and(|word| matches!(word.kind(), TokenKind::Word(_)))
        };
        let reply = || self.spaced && sentences.is_reply(start, self.next) || item();
        // طبعا..لكن: two dots without a blank are a pause.
        let but = |word: Token<'t>| {
            let text = word.text();
            text == "بل" || text.starts_with("لكن") || text.starts_with("ولكن")
        };
        // هل... هل تسمعني؟
        let stutters = || self.follows(|word| word.text() == last.text());
        if stutters() || sentences.opens_with(start, mark, self.next) {
            return false;
        }
        if self.stop.dots == 2 && !self.spaced && (self.follows(but) || lexicon::is_connective(last.text())) {
            return false;
        }
        // ماذا لو..., وما إن دخلت حتى...
        let open = matches!(last.text(), "لو" | "حتى");
        // But وقال joins nothing to القاهرة...
        // يا ناس.. وين الضمير؟
        let joins = |word: Token<'t>| is_joined(word) && !lexicon::is_question(word.text());
        let led = || open || !self.follows(joins) && sentences.is_front(start, mark);
        sentences.options.ellipses == Ellipses::End || reply() || !alone && opens() && !answers() && !led()
    }

    /// Whether the sentence ends at a dot behind a number, which may be the number of an item.
    fn ends_behind_number(&self) -> bool {
        let Self { sentences, start, last, .. } = *self;
        if !is_item(last) {
            return true;
        }
        if self.is_first(last) {
            return false;
        }
        // الجدول رقم 4.
        let earlier = match self.earlier() {
            Some(sign) if sign.text() == "رقم" => sentences.word_before(start, sign.span().start),
            earlier => earlier,
        };
        if let Some(label) = earlier.filter(|token| lexicon::is_label(token.text()))
            // المادة 1. يسمى هذا القانون and الجدول 2.1. عدد السكان are one line; القسم 3.2. من التقرير as well.
            && (self.is_first(label)
                || is_section(last) && self.continues()
                // المادة 7. من القانون
                || self.follows(|word| {
                    let of_law = sentences.token_after(word).is_some_and(|next| next.text().starts_with("ال"));
                    word.text() == "من" && of_law
                }))
        {
            return false;
        }
        if self.is_in_spaced_date() {
            return false;
        }
        !sentences.is_inner_item(start, earlier, last)
    }

    /// Whether the dot is one of a date that is written with blanks: 15. 3. 2020.
    fn is_in_spaced_date(&self) -> bool {
        let is = |token: Option<Token<'t>>, digits: RangeInclusive<usize>| {
            let digit = |c: char| class_of(c).is_digit();
            token.is_some_and(|token| {
                token.text().chars().all(digit) && digits.contains(&token.text().chars().count())
            })
        };
        let mut behind = self.sentences.tokens_from(self.next);
        let next = behind.next();
        if is(next, 4..=4) {
            let head = self.sentences.text.get(self.start..self.last.span().start).unwrap_or("");
            let day = head.trim_end_matches(' ').strip_suffix('.').unwrap_or("");
            return day.trim_end_matches(' ').ends_with(|c| class_of(c).is_digit());
        }
        is(next, 1..=2) && behind.next().is_some_and(|dot| dot.text() == ".") && is(behind.next(), 4..=4)
    }

    /// Whether the sentence ends at a dot behind a word, which may be an abbreviation.
    fn ends_behind_word(&self) -> bool {
        let Self { sentences, start, last, .. } = *self;
        let folded = match sentences.abbreviations {
            Some(_) => Folded::new(last.text()),
            None => lexicon::folded(last.text()),
        };
        let Some(folded) = folded else { return true };
        // بلا والٍ. is no abbreviation: none is written with its case.
        if last.text().ends_with(['\u{64B}', '\u{64C}', '\u{64D}']) {
            return true;
        }
        let classes = match sentences.abbreviations.map_or(Said::Nothing, |own| own.before_stop(&folded)) {
            Said::NoAbbreviation => return true,
            Said::Is(classes) => classes,
            Said::Nothing => lexicon::before_stop(&folded),
        };
        // لم يكن له ولد. is no title behind و, if no other abbreviation stands before it.
        let dotless = || !sentences.has_dot(start, last.span().start);
        if lexicon::is_word_too(last.text(), || self.earlier().map(|token| token.text())) && dotless() {
            return true;
        }
        let letters = is_dotted(last.text()) || lexicon::is_one_letter(&folded);
        if classes == Classes::NONE && !letters {
            return true;
        }
        // أولا. تسري, المادة الأولى. يسمى
        if classes.has(Classes::ENUMERATOR) && sentences.is_numbering(start, last) {
            return false;
        }
        // The dot of (732 هـ.) is the abbreviation's: the sentence would end behind the bracket.
        let abbreviation = letters || classes.has(Classes::ABBREVIATION);
        let earlier = self.earlier();
        // - الوزن 5 كغ. - هذا كثير
        let unit = !classes.has(Classes::TITLE) || earlier.is_some_and(counts);
        let dash = matches!(self.class, CharClass::Dash | CharClass::Connector | CharClass::Tatweel);
        // - من الساعة 5 م. - 8 م.
        let words = || {
            let next = sentences.token_at(self.next).and_then(|dash| sentences.token_after(dash));
            next.is_some_and(|next| matches!(next.kind(), TokenKind::Word(_)))
        };
        if dash && self.spaced && unit && words() && sentences.is_reply(start, self.next) {
            return true;
        }
        if abbreviation && self.stop.closed == Some(Closed::Bracket) && !self.is_no_initial(classes, earlier)
        {
            return false;
        }
        self.ends_behind_letters(classes, letters, earlier)
    }

    /// Whether the name of a letter is a word that is written so.
    fn is_no_initial(&self, classes: Classes, earlier: Option<Token<'t>>) -> bool {
        classes.has(Classes::LETTER)
            && self.sentences.is_no_initial(self.start, earlier, self.last, self.word())
    }
}

/// Whether the word stands for the subject before it: النتيجة هي.
fn is_pronoun(word: Token<'_>) -> bool {
    matches!(word.text(), "هو" | "هي" | "هم")
}

/// Whether the word denies the verb behind it.
fn is_negation(word: Token<'_>) -> bool {
    matches!(word.text(), "لا" | "لم" | "لن")
}

/// Whether the word is a conjunction and an imperfect, as far as its letters tell: ويستهل.
fn is_verb_behind_and(word: Token<'_>) -> bool {
    const SHORT: [&str; 12] =
        ["يضم", "تضم", "يقع", "تقع", "يصل", "تصل", "يعد", "تعد", "يمر", "تمر", "يحل", "تحل"];
    let verb = |word: &str| lexicon::looks_like_imperfect(word) || SHORT.contains(&word);
    word.text().strip_prefix(['و', 'ف']).is_some_and(verb)
}

/// Whether a word of four letters and more begins with its only capital, as no name of a file or a domain behind a dot does.
fn is_capitalized(word: Token<'_>) -> bool {
    let mut letters = word.text().chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().count() >= 3
        && letters.all(|c| c.is_alphabetic() && c.is_lowercase())
}
