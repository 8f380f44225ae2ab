//! The decision at a dot behind letters or an abbreviation of the list: an initial, a unit, an era, a title.

use super::{Decision, is_negation, is_pronoun, is_verb_behind_and};
use crate::class::CharClass;
use crate::sentence::lexicon::{self, Classes};
use crate::sentence::parts::{
    DOT, counts, is_company_form, is_dotted, is_joined, is_letter_name, is_letter_of, is_one_letter,
};
use crate::token::{Script, Token, TokenKind};

impl<'t> Decision<'_, 't> {
    /// The same of letters or an abbreviation of the list, by what it is of and what follows.
    pub(super) fn ends_behind_letters(
        &self,
        classes: Classes,
        letters: bool,
        earlier: Option<Token<'t>>,
    ) -> bool {
        let one = letters && !is_dotted(self.last.text());
        self.ends_at_once(classes, one, earlier)
            .or_else(|| self.ends_behind_name(classes, letters, earlier))
            .or_else(|| self.ends_behind_unit(classes, earlier))
            .or_else(|| self.ends_behind_section(classes, one, earlier))
            .unwrap_or_else(|| self.ends_by_class(classes, letters, earlier))
    }

    /// The kinds that little has to be asked of: the end of a quotation, a docket, a street, what a label or another title
    /// follows, a letter that labels.
    fn ends_at_once(&self, classes: Classes, one: bool, earlier: Option<Token<'t>>) -> Option<bool> {
        const ANSWERS: [&str; 8] =
            ["الحل", "المطلوب", "البرهان", "الجواب", "الإجابة", "الشرح", "الإثبات", "المعطيات"];
        let Self { sentences, start, last, .. } = *self;
        // انتهى كلامه ا.هـ. ومنه يعلم, but not زار أ.هـ. محمود المدينة
        let anew = || self.begins() || self.says() || self.follows(is_joined);
        if is_dotted(last.text()) && lexicon::closes(last.text()) && anew() {
            return Some(!self.continues());
        }
        // الطعن رقم 123 لسنة 45 ق. مرفوض, but not أقيم الطعن رقم 123 لسنة 45 ق.
        if last.text() == "ق" && earlier.is_some_and(counts) && self.is_year() {
            let open = sentences
                .tokens_from(start)
                .next()
                .is_some_and(|first| first.text().starts_with("ال") || matches!(first.text(), "في" | "وفي"));
            if open && !self.follows(|word| word.text() == "م") {
                return Some(self.begins());
            }
        }
        // يسكن في 12 ش. طلعت حرب
        if last.text() == "ش" && earlier.is_some_and(|number| sentences.is_house(start, number)) {
            return Some(self.begins());
        }
        let unit = classes.has(Classes::UNIT) && earlier.is_some_and(counts);
        // شركة النور ذ.م.م. الموضوع: مطالبة, أوجد قيمة س. الحل: س = 5, مدة الفيلم 120 د. اللغة: العربية
        let labelled = is_company_form(last.text())
            || one && !classes.has(Classes::TITLE) && !self.is_first(last) && self.after_arabic()
            || unit;
        let label = labelled
            && self.leads_to_label()
            // ع. س. الأردن: is where who asks lives.
            && (!one || unit || self.follows(|word| ANSWERS.contains(&word.text())));
        if label
            // القاهرة - أ.ش.أ. استقبل
            || !classes.has(Classes::TITLE) && self.is_dateline(earlier)
            // «الغريب»، 1960م. «العائد»، 1970م.
            || unit && self.is_next_work()
        {
            return Some(true);
        }
        // A letter alone labels what follows: س. كيف ترى المشهد؟
        (one && self.stop.closed.is_none() && self.is_first(last)).then_some(false)
    }

    /// A letter that is no initial but the last part of a name, a sign of a formula, or a unit by its place: فيتامين C. وهو ضروري,
    /// 5 m. والعرض. p. 45 is a page.
    fn ends_behind_name(&self, classes: Classes, letters: bool, earlier: Option<Token<'t>>) -> Option<bool> {
        let Self { sentences, start, last, class, .. } = *self;
        let one = letters && !is_dotted(last.text());
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
        let no_initial = one && (self.ends_name(earlier) || earlier.is_some_and(names))
            || self.after_arabic()
                && letters
                && (sentences.is_unit_by_place(classes, earlier, last) || self.is_of_century());
        let goes_on = |word: Token<'t>| {
            lexicon::is_oblique(word.text())
                || lexicon::is_and(word.text()) && sentences.goes_on_with_unit(word, self.is_behind_year())
                || self.is_measured(word)
        };
        let of_century = || {
            self.is_of_century()
                && (sentences.is_time_before(start, last) || self.follows(|word| word.text() == "والقرن"))
        };
        no_initial.then(|| {
            !(self.continues()
                || self.answers_topic()
                || class.is_digit()
                || class == CharClass::Opener && earlier.is_some_and(counts)
                || of_century()
                || self.follows(goes_on))
        })
    }

    /// A unit behind its number, an era behind its year: م. (732 هـ.), هـ. - 204 هـ. and هـ. و150 هـ. are of one date, ق. م. of one era.
    fn ends_behind_unit(&self, classes: Classes, earlier: Option<Token<'t>>) -> Option<bool> {
        let Self { sentences, start, last, class, .. } = *self;
        let counted = || {
            earlier.is_some_and(counts)
                || sentences.is_second_of_unit(start, last)
                || self.is_of_century()
                || sentences.is_quantity_before(start, last)
        };
        // 25 د. ويقدم are minutes, but الغرفة 12 د. سامي is no room of them.
        let no_title = || {
            !classes.has(Classes::TITLE)
                || self.begins()
                || self.says()
                || last.text() != "د"
                || self.follows(is_verb_behind_and)
        };
        if !(classes.has(Classes::UNIT) && counted() && no_title()) {
            return None;
        }
        let goes_on = match class {
            CharClass::Opener | CharClass::Dash | CharClass::Slash => true,
            // 1 د.أ. = 0.708 د.أ.
            CharClass::MathSymbol => sentences.byte(self.next) == b'=',
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
        Some(!(self.continues() || goes_on || self.answers_topic() || self.leads_on()))
    }

    /// Whether nothing but a time or a quantity stands before the unit, and no clause begins behind it.
    fn leads_on(&self) -> bool {
        let Self { sentences, start, last, .. } = *self;
        (sentences.is_time_before(start, last) || sentences.is_quantity_before(start, last))
            && !self.says()
            && !self.begins_clause()
    }

    /// A letter that tells a group from others: في المجموعة أ. ويستهل مشواره, but القسم د. يزيد الراجحي.
    fn ends_behind_section(&self, classes: Classes, one: bool, earlier: Option<Token<'t>>) -> Option<bool> {
        let title = classes.has(Classes::TITLE);
        let verb = |word: Token<'t>| !title && lexicon::looks_like_imperfect(word.text());
        let section = one && earlier.is_some_and(|earlier| lexicon::may_have_letter(earlier.text()));
        section.then(|| {
            self.begins() || self.says() || self.follows(|word| verb(word) || is_verb_behind_and(word))
        })
    }

    /// Every other one, by the class of the list.
    fn ends_by_class(&self, classes: Classes, letters: bool, earlier: Option<Token<'t>>) -> bool {
        let Self { sentences, last, class, .. } = *self;
        let after = |test: fn(Token<'t>) -> bool| earlier.is_some_and(test);
        let one = letters && !is_dotted(last.text());
        // The last name of السي.إن.إن.
        let glued = last.span().start.checked_sub(1).is_some_and(|at| sentences.byte(at) == DOT);
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
                self.ends_behind_initials(classes, one || glued)
                    && !(classes.has(Classes::UNIT) && self.leads_on())
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
