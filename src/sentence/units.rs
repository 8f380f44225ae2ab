//! Units and eras with a dot, behind which a sentence may end: where they stand, and what goes on with them.

use super::Sentences;
use super::lexicon::{self, Classes};
use super::parts::{DOT, is_one_letter};
use crate::class::class_of;
use crate::token::{Script, Token, TokenKind, Tokenizer};

/// The longest time before its clause, in bytes: وفي حوالي عام 800.
const TIME: usize = 64;

impl<'t> Sentences<'t> {
    /// Whether letters with a dot are a unit by where they stand: 30 كم/س. and 12.4 م.ب.
    pub(super) fn is_unit_by_place(
        &self,
        classes: Classes,
        earlier: Option<Token<'t>>,
        last: Token<'t>,
    ) -> bool {
        // أ.م/د. زينب
        let behind_slash = !classes.has(Classes::TITLE)
            && last.span().start.checked_sub(1).is_some_and(|at| self.byte(at) == b'/');
        let number = |token: Token<'t>| token.kind() == TokenKind::Number;
        let behind_number = classes == Classes::NONE && earlier.is_some_and(number);
        behind_slash || behind_number
    }

    /// Whether behind a unit and its dot another follows: و150, or م. behind ق; or what goes on with an amount, behind what is
    /// no era of a `year`.
    pub(super) fn goes_on_with_unit(&self, word: Token<'t>, year: bool) -> bool {
        let end = word.span().end;
        if lexicon::is_and(word.text()) {
            let rest = self.text.get(end..).unwrap_or("");
            return rest.trim_start_matches(' ').starts_with(|c| class_of(c).is_digit());
        }
        // من 8 ص. حتى 4 م. ومن 6 م.
        let from = matches!(word.text(), "ومن" | "وحتى")
            && self.token_after(word).is_some_and(|next| next.kind() == TokenKind::Number);
        // 10 م. يورو
        let money = matches!(word.text(), "يورو" | "دولار" | "ريال" | "درهم" | "جنيه" | "دينار" | "ليرة");
        // بعد أن أخذ
        let after = matches!(word.text(), "بعدما")
            || word.text() == "بعد"
                && self.token_after(word).is_some_and(|next| matches!(next.text(), "أن" | "ان"));
        // سنة 350 هـ. وقيل 351 هـ., القانون 47 لسنة 1978 م. وتعديلاته
        let other = || {
            let next = self.token_after(word);
            let era =
                |number| self.token_after(number).is_some_and(|era| matches!(era.text(), "هـ" | "ه" | "م"));
            matches!(word.text(), "وتعديلاته" | "وتعديلاتها") && next.is_some_and(|next| next.text() == "،")
                || word.text() == "وقيل"
                    && next.is_some_and(|next| next.kind() == TokenKind::Number && era(next))
        };
        // وطول 4.2 م., والعرض 10 سم.
        let measure = || {
            const MEASURES: [&str; 12] =
                ["طول", "عرض", "ارتفاع", "عمق", "سمك", "وزن", "قطر", "محيط", "علو", "تيار", "جهد", "مساحة"];
            let noun = word.text().strip_prefix('و').map(|noun| noun.strip_prefix("ال").unwrap_or(noun));
            // وعرضه 2 م.
            let owned = |noun: &str| {
                let stem = noun.strip_suffix("ها").or_else(|| noun.strip_suffix('ه'));
                !year && stem.is_some_and(|stem| MEASURES.contains(&stem))
            };
            noun.is_some_and(|noun| MEASURES.contains(&noun) || owned(noun))
                && self.token_after(word).is_some_and(|next| next.kind() == TokenKind::Number)
        };
        word.kind() == TokenKind::Word(Script::Arabic)
            && (from
                || measure()
                || other()
                || !year && self.is_tail(word)
                || after
                || money
                || self.is_next_of_series(word)
                || is_one_letter(word.text()) && (self.byte(end) == DOT || word.text() == "م")
                || lexicon::is_oblique(word.text()))
    }

    /// Whether the word says of an amount for what or with what it is: 500 ر.س. مقابل الخدمة, 20 د.م. مع التوصيل; but not مع ذلك and مقابل
    /// ذلك, nor مع الوقت.
    fn is_tail(&self, word: Token<'t>) -> bool {
        const TIMES: [&str; 6] = ["الأيام", "الوقت", "الزمن", "الأسف", "التقدم", "العلم"];
        let next = self.token_after(word);
        let next_is = |words: &[&str]| next.is_some_and(|next| words.contains(&next.text()));
        // لا غير, بما في ذلك الضريبة, وذلك عن شهر مايو
        match word.text() {
            "لا" if next_is(&["غير"]) => return true,
            "بما" if next_is(&["في", "فيها", "فيه"]) => return true,
            "وذلك" if next_is(&["عن", "بعد", "خلال", "لمدة", "مقابل", "حسب", "وفق"]) =>
            {
                return true;
            }
            _ => {}
        }
        let other = next.is_some_and(|next| matches!(next.text(), "ذلك" | "هذا" | "هذه" | "تلك" | "شك"));
        let with = || {
            word.text() == "مع"
                && next.is_some_and(|next| next.text().starts_with("ال") && !TIMES.contains(&next.text()))
        };
        !other && (lexicon::is_tail(word.text()) || with())
    }

    /// Whether the word says by whose word, for what or beside what an amount of money is: 12 مليون ر.س. لدعم الفلاحين, وفق البيان;
    /// but not بحسب السكان، لا يوجد, which begins anew.
    pub(super) fn is_told_of_money(&self, unit: Token<'_>, word: Token<'t>) -> bool {
        const MONEY: [&str; 18] = [
            "د.إ", "د.ا", "ر.س", "ج.م", "د.ك", "ل.ل", "د.م", "ر.ق", "ر.ع", "د.ت", "د.ج", "د.ل", "ل.س", "د.ب",
            "د.ع", "د.أ", "ر.ي", "ج.س",
        ];
        const BESIDE: [&str; 6] = ["وفق", "وفقا", "بحسب", "مقارنة", "رغم", "لقاء"];
        /// Words up to the comma that would begin a clause.
        const REACH: usize = 8;
        let opens = || {
            let mut rest = self.tokens_from(word.span().end).take(REACH);
            rest.find(|token| matches!(token.text(), "." | "،")).is_some_and(|sign| sign.text() == "،")
        };
        MONEY.contains(&unit.text())
            && (BESIDE.contains(&word.text()) && !opens() || is_purpose(word.text()) && !opens())
    }

    /// Whether the word joins another with its year and era, and no clause follows: فتحت بغداد سنة 656 هـ. ودمشق سنة 658 هـ. ثم
    /// هزموا, but not وفي سنة 658 هـ. توفي ابنه.
    fn is_next_of_series(&self, word: Token<'t>) -> bool {
        if !word.text().starts_with('و') || word.text() == "وفي" || lexicon::says(word.text()) {
            return false;
        }
        let mut tokens = self.tokens_from(word.span().end);
        let mut next = tokens.next();
        if next.is_some_and(|token| matches!(token.text(), "سنة" | "عام" | "القرن")) {
            next = tokens.next();
        } else if !matches!(word.text(), "وسنة" | "وعام") {
            return false;
        }
        let number = next.is_some_and(|token| token.kind() == TokenKind::Number);
        let Some(era) = tokens.next().filter(|era| number && matches!(era.text(), "هـ" | "ه" | "م" | "ق.م"))
        else {
            return false;
        };
        let rest = self.text.get(era.span().end..).and_then(|rest| rest.strip_prefix('.'));
        rest.is_some_and(|rest| {
            let rest = rest.trim_start_matches(' ');
            rest.is_empty() || rest.starts_with(['و', 'ف', '\n', '\r']) || rest.starts_with("ثم ")
        })
    }

    /// Whether the number is that of a house: في 12 ش., عمارة 12 ش., عنواننا: 15 ش.; but not خط العرض 30 ش.
    pub(super) fn is_house(&self, start: usize, number: Token<'t>) -> bool {
        number.kind() == TokenKind::Number
            && self
                .word_before(start, number.span().start)
                .is_some_and(|word| matches!(word.text(), "في" | "عمارة" | "رقم" | ":" | "،"))
    }

    /// Whether nothing but a time stands before the unit at its end: وفي عام 656 هـ. سقطت بغداد.
    pub(super) fn is_time_before(&self, start: usize, unit: Token<'_>) -> bool {
        let Some(head) = self.text.get(start..unit.span().start).filter(|head| head.len() <= TIME) else {
            return false;
        };
        let mut words = 0;
        // وبعد سقوطها عام 612 ق.م.: the two words behind بعد tell of what.
        let mut of_event = false;
        // من سنة 500 ق.م. حكم الفرس, but not مع 5 كغ. السعر أقل: behind من and the like a year or a century is named, and a
        // verb follows.
        let (mut limit, mut named) = (false, false);
        let time = Tokenizer::new().tokens(head).all(|token| match token.kind() {
            TokenKind::Number => words > 0,
            TokenKind::Word(Script::Arabic) => {
                words += 1;
                // بين عامي 1096 م. و1291 م.
                let text = token.text();
                // في القرن الـ5 ق.م.
                let joins = lexicon::is_and(text) || lexicon::is_unit(text) || matches!(text, "ال" | "الـ");
                let (time, leads) = (lexicon::is_time(text), lexicon::is_limit(text));
                of_event |= words == 1 && lexicon::is_before_noun(text);
                limit |= words == 1 && leads;
                named |= time && !leads;
                time || leads || words > 1 && (joins || lexicon::is_time_part(text)) || of_event && words <= 3
            }
            _ => token.text() == ".",
        });
        // A number alone may be a heading, or an answer.
        let noun = || {
            self.token_after(unit)
                .and_then(|dot| self.token_after(dot))
                .is_some_and(|next| next.text().starts_with("ال"))
        };
        time && words > 0 && (!limit || named && !noun())
    }

    /// Whether nothing but how much stands in the line before a unit of the kitchen, whose thing follows: 250 غ. طحين,
    /// نصف كغ. من اللحم. Behind a question it may be the answer.
    pub(super) fn is_quantity_before(&self, start: usize, unit: Token<'_>) -> bool {
        const UNITS: [&str; 12] =
            ["غ", "غم", "غرام", "جم", "كغ", "كلغ", "كجم", "كيلو", "مل", "ل", "م.ك", "م.ص"];
        const PARTS: [&str; 3] = ["نصف", "ربع", "ثلث"];
        let head = self.text.get(start..unit.span().start).unwrap_or("").trim_end_matches(' ');
        let number = head.strip_prefix(['-', '*', '•']).unwrap_or(head).trim_start_matches(' ');
        let digits = |c: char| class_of(c).is_digit() || matches!(c, '/' | '.' | ',');
        let before = self.text.get(..start).unwrap_or("").trim_end_matches(' ');
        UNITS.contains(&unit.text())
            && (before.is_empty() || before.ends_with('\n'))
            && (PARTS.contains(&number) || !number.is_empty() && number.chars().all(digits))
    }

    /// Whether a letter and a dot behind a number stand before the token: `500 ق. م`.
    pub(super) fn is_second_of_unit(&self, start: usize, token: Token<'_>) -> bool {
        let head = self.text.get(start..token.span().start).unwrap_or("").trim_end_matches(' ');
        let Some(letter) = head.strip_suffix('.').map(|head| head.trim_end_matches(' ')) else {
            return false;
        };
        let number = letter.trim_end_matches(|c| class_of(c).is_arabic_letter());
        letter.len() - number.len() == 2 && number.trim_end_matches(' ').ends_with(|c| class_of(c).is_digit())
    }
}

/// Whether the word begins with ل, for what an amount is: لدعم الفلاحين; but not with a particle or a verb, لقيت, which begins
/// anew.
pub(super) fn is_purpose(word: &str) -> bool {
    const VERBS: [&str; 10] = ["لجأ", "لعب", "لقي", "لفت", "لحق", "لمس", "لاحظ", "لاقى", "لوح", "لبى"];
    word.starts_with('ل')
        && word.chars().nth(3).is_some()
        && !VERBS.iter().any(|verb| word.starts_with(verb))
        && !lexicon::opens(word)
        && !lexicon::begins_clause(word)
        && !["لكن", "لدي", "لعل"].iter().any(|particle| word.starts_with(particle))
}
