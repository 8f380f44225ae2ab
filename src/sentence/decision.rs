//! The decision at one stop: what stands before it and behind it, asked in the order of the rules. A stop that ends
//! whatever stands before it (؟, !), a pause, a dot behind a number, a dot behind a word.

mod amounts;

use core::cell::OnceCell;
use core::ops::RangeInclusive;

use super::abbreviations::Said;
use super::lexicon::{self, Classes};
use super::parts::{
    Before, Closed, DOT, Stop, counts, is_company_form, is_dotted, is_item, is_joined, is_letter_name,
    is_letter_of, is_one_letter, is_opener_before, is_roman, is_section, is_spelled_letter,
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

    /// The same of letters or an abbreviation of the list, by what it is of and what follows.
    fn ends_behind_letters(&self, classes: Classes, letters: bool, earlier: Option<Token<'t>>) -> bool {
        let Self { sentences, start, last, class, .. } = *self;
        // انتهى كلامه ا.هـ. ومنه يعلم
        if is_dotted(last.text()) && lexicon::closes(last.text()) {
            return !self.continues();
        }
        // الطعن رقم 123 لسنة 45 ق. مرفوض, but not أقيم الطعن رقم 123 لسنة 45 ق.
        if last.text() == "ق" && earlier.is_some_and(counts) && self.is_year() {
            let open = sentences
                .tokens_from(start)
                .next()
                .is_some_and(|first| first.text().starts_with("ال") || matches!(first.text(), "في" | "وفي"));
            if open && !self.follows(|word| word.text() == "م") {
                return self.begins();
            }
        }
        // يسكن في 12 ش. طلعت حرب
        if last.text() == "ش" && earlier.is_some_and(|number| sentences.is_house(start, number)) {
            return self.begins();
        }
        let after = |test: fn(Token<'t>) -> bool| earlier.is_some_and(test);
        let one = letters && !is_dotted(last.text());
        // The last name of السي.إن.إن.
        let glued = last.span().start.checked_sub(1).is_some_and(|at| sentences.byte(at) == DOT);
        let leads = || {
            (sentences.is_time_before(start, last) || sentences.is_quantity_before(start, last))
                && !self.says()
                && !self.begins_clause()
        };
        // شركة النور ذ.م.م. الموضوع: مطالبة
        // أوجد قيمة س. الحل: س = 5, مدة الفيلم 120 د. اللغة: العربية
        let labelled = is_company_form(last.text())
            || one && !classes.has(Classes::TITLE) && !self.is_first(last) && self.after_arabic()
            || classes.has(Classes::UNIT) && after(counts);
        if labelled && self.leads_to_label()
            // القاهرة - أ.ش.أ. استقبل
            || !classes.has(Classes::TITLE) && self.is_dateline(earlier)
            // «الغريب»، 1960م. «العائد»، 1970م.
            || classes.has(Classes::UNIT) && after(counts) && self.is_next_work()
        {
            return true;
        }
        if one && self.stop.closed.is_none() && self.is_first(last) {
            // A letter alone labels what follows: س. كيف ترى المشهد؟
            return false;
        }
        // الملك جورج V. تولى العرش, القواعد A وG. وترتبط, but not ألفه J. سميث.
        let number = |earlier: Token<'t>| {
            let roman = matches!(last.text(), "I" | "V" | "X");
            let anew = |word: Token<'t>| is_verb_behind_and(word) || roman && is_joined(word);
            earlier.kind() == TokenKind::Word(Script::Arabic)
                && last.kind() == TokenKind::Word(Script::Latin)
                && self.before_arabic()
                && (self.begins() || self.says() || self.follows(anew))
        };
        let names = |earlier| {
            is_letter_of(earlier, last) || sentences.is_in_formula(start, earlier) || number(earlier)
        };
        if one && (self.ends_name(earlier) || earlier.is_some_and(names))
            || self.after_arabic()
                && letters
                && (sentences.is_unit_by_place(classes, earlier, last) || self.is_of_century())
        {
            // فيتامين C. وهو ضروري and 5 m. والعرض: no initial of a name. p. 45 is a page.
            return !(self.continues()
                || self.answers_topic()
                || class.is_digit()
                || class == CharClass::Opener && earlier.is_some_and(counts)
                || self.is_of_century()
                    && (sentences.is_time_before(start, last)
                        || self.follows(|word| word.text() == "والقرن"))
                || self.follows(|word| {
                    lexicon::is_oblique(word.text())
                        || lexicon::is_and(word.text())
                            && sentences.goes_on_with_unit(word, self.is_behind_year())
                        || self.is_measured(word)
                }));
        }
        if classes.has(Classes::UNIT)
            && (after(counts)
                || sentences.is_second_of_unit(start, last)
                || self.is_of_century()
                || sentences.is_quantity_before(start, last))
            // 25 د. ويقدم are minutes, but الغرفة 12 د. سامي is no room of them.
            && (!classes.has(Classes::TITLE)
                || self.begins()
                || self.says()
                || last.text() != "د"
                || self.follows(is_verb_behind_and))
        {
            // م. (732 هـ.), هـ. - 204 هـ. and هـ. و150 هـ. are of one date, ق. م. of one era.
            let goes_on = match class {
                CharClass::Opener | CharClass::Dash | CharClass::Slash => true,
                // 1 د.أ. = 0.708 د.أ.
                CharClass::MathSymbol => self.sentences.byte(self.next) == b'=',
                // ج. 2 ص. 45
                _ if class.is_digit() => classes.has(Classes::LOCUS),
                _ => self.follows(|word| {
                    sentences.goes_on_with_unit(word, self.is_behind_year())
                        || sentences.is_told_of_money(last, word)
                        || lexicon::is_of_law(word.text()) && self.is_year()
                        || self.is_measured(word)
                        || self.is_day_of_clock(word, earlier)
                }),
            };
            return !(self.continues() || goes_on || self.answers_topic() || leads());
        }
        if one && earlier.is_some_and(|earlier| lexicon::may_have_letter(earlier.text())) {
            // في المجموعة أ. ويستهل مشواره, but القسم د. يزيد الراجحي
            let title = classes.has(Classes::TITLE);
            let verb = |word: Token<'t>| !title && lexicon::looks_like_imperfect(word.text());
            return self.begins()
                || self.says()
                || self.follows(|word| verb(word) || is_verb_behind_and(word));
        }
        match () {
            // فيتامين د. وأوضح الطبيب: no name begins like that.
            () if classes.has(Classes::TITLE) && letters => self.begins_clause() || self.says(),
            () if classes.has(Classes::TITLE) || classes.has(Classes::WITHIN) => false,
            () if classes.has(Classes::NUMBER) => !class.is_digit(),
            // شركة Google Inc. أطلقت: the name stands inside.
            () if classes.has(Classes::COMPANY) && self.before_arabic() => {
                let copula = |word: Token<'t>| is_pronoun(word) || is_negation(word);
                self.begins() && !self.follows(copula)
                    || self.follows(|word| is_joined(word) || word.text() == "جميع")
            }
            () if classes.has(Classes::MAY_END) || classes.has(Classes::COMPANY) => !self.continues(),
            () if classes.has(Classes::LETTER) && after(is_letter_name) && !glued => true,
            () if self.is_no_initial(classes, earlier) => true,
            // فيتامين سي. البرتقال غني به
            () if classes.has(Classes::LETTER) && after(|earlier| lexicon::is_lettered(earlier.text())) => {
                !self.continues()
            }
            () if classes.has(Classes::LETTER) || letters => {
                self.ends_behind_initials(classes, one || glued) && !(classes.has(Classes::UNIT) && leads())
            }
            () => true,
        }
    }

    /// Whether a noun with the article and a colon follow: الموضوع: مطالبة.
    fn leads_to_label(&self) -> bool {
        self.before_arabic()
            && self
                .follows(|word| word.text().starts_with("ال") && self.sentences.byte(word.span().end) == b':')
    }

    /// Whether an agency in dotted letters ends the dateline of the news: القاهرة - أ.ش.أ. استقبل.
    fn is_dateline(&self, earlier: Option<Token<'t>>) -> bool {
        /// The longest place and its dash, in bytes.
        const PLACE: usize = 48;
        const AGENCIES: [&str; 10] =
            ["أ.ش.أ", "ا.ش.ا", "أ.ف.ب", "ا.ف.ب", "د.ب.أ", "د.ب.ا", "أ.ب", "ا.ب", "ق.ن.أ", "و.أ.ف"];
        AGENCIES.contains(&self.last.text())
            && self.before_arabic()
            && earlier.is_some_and(|dash| {
                let place = self.sentences.text.get(self.start..dash.span().start).unwrap_or("");
                matches!(dash.text(), "-" | "–" | "—")
                    && place.len() <= PLACE
                    && place.ends_with(' ')
                    && place.trim_end_matches(' ').split(' ').take(3).count() <= 2
                    && place.chars().all(|c| c == ' ' || crate::class::class_of(c).is_arabic_letter())
            })
    }

    /// Whether another title in quotes follows the year of one before it.
    fn is_next_work(&self) -> bool {
        let Self { sentences, start, last, next, .. } = *self;
        let title = sentences.text.get(start..last.span().start).unwrap_or("");
        let opens = sentences.text.get(next..).is_some_and(|rest| rest.starts_with('«'));
        opens && title.contains('»')
    }

    /// Whether a Latin letter is the end of a name and no initial: USB-C. الكابل قصير, Ctrl+V. واحفظ, iPhone X. السعر, but
    /// not George W. بوش.
    fn ends_name(&self, earlier: Option<Token<'t>>) -> bool {
        let latin = |token: Token<'t>| token.kind() == TokenKind::Word(Script::Latin);
        let anew = |word: Token<'t>| word.text().starts_with("ال");
        // USB-C, Ctrl+V
        let joined = self
            .last
            .span()
            .start
            .checked_sub(1)
            .is_some_and(|at| matches!(self.sentences.byte(at), b'-' | b'+'));
        let word = earlier.is_some_and(|earlier| latin(earlier) && !is_one_letter(earlier.text()));
        latin(self.last) && self.before_arabic() && (joined || word && (self.begins() || self.follows(anew)))
    }

    /// The same of initials and acronyms, by what follows alone.
    fn ends_behind_initials(&self, classes: Classes, one: bool) -> bool {
        let said = || self.follows(|word| self.sentences.is_said(self.start, word)) || self.answers_topic();
        // Of what is no single letter, the clause may be the predicate: ممثل م.ت.ف. لا يزال.
        let unit = one || classes.has(Classes::UNIT) || is_company_form(self.last.text());
        let copula = || self.follows(|word| is_pronoun(word) || !unit && is_negation(word));
        // القرن الخامس ق.م. ثم, عاش في D.C. ثم عاد, وكالة أ.ف.ب. هذا
        let alone = unit
            || classes.has(Classes::ACRONYM)
            || self.last.kind() == TokenKind::Word(Script::Latin) && self.before_arabic();
        (self.opens() || alone && self.begins_clause() && !copula()) && !said()
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
