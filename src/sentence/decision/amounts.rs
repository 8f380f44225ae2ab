//! What a sentence goes on with behind the dot of a unit, a half of the day or an era: of what so much is, on which day, in
//! which year.

use super::Decision;
use crate::class::class_of;
use crate::sentence::lexicon;
use crate::sentence::parts::{counts, is_dotted};
use crate::token::{Token, TokenKind};

impl<'t> Decision<'_, 't> {
    /// Whether the word says what so many spoons, cups or doses are of, how often they are taken, or what race is run over the
    /// distance: 2 م.ك. زيت, 5 مل. مرتين يوميا, سباق 1500 م. بزمن.
    pub(super) fn is_measured(&self, word: Token<'t>) -> bool {
        const SPOONS: [&str; 6] = ["م.ك", "م.ص", "ك.ص", "ك.ك", "ك", "ل"];
        const GRAMS: [&str; 4] = ["غ", "غم", "جم", "كغ"];
        let (unit, text) = (self.last.text(), word.text());
        let plain = !text.starts_with("ال") && !text.starts_with('و') && !lexicon::begins_clause(text);
        // 250 غ. طحين
        let food = GRAMS.contains(&unit) && !text.ends_with(['ه', 'ا']) && self.is_last_or_joined(word);
        let verb = lexicon::looks_like_imperfect(text);
        let next = || self.sentences.token_after(word);
        let next_is = |words: &[&str]| next().is_some_and(|next| words.contains(&next.text()));
        let to = || {
            let to = next().and_then(|verb| self.sentences.token_after(verb));
            to.is_some_and(|to| matches!(to.text(), "على" | "عن"))
        };
        let dose = || matches!(unit, "ملغ" | "مجم" | "مغ" | "ملغم" | "مكغ" | "مل" | "غ" | "جم");
        (SPOONS.contains(&unit) || food)
            && self.earlier().is_some_and(counts)
            && plain
            && !verb
            && !self.begins()
            || matches!(text, "مرتين" | "مرات")
            || text == "مرة" && dose() && next_is(&["واحدة", "كل", "يوميا"])
            // شقة من 3 غ. نوم
            || unit == "غ" && text == "نوم"
            || (text == "ثلاث" || matches!(text, "أربع" | "خمس") && dose()) && next_is(&["مرات"])
            || unit == "م"
                && matches!(
                    text,
                    "بزمن" | "حواجز" | "حرة" | "سباحة" | "تتابع" | "عدوا"
                )
            // 1.2 م. مشاهدة, but not 500 م. مشاهدة البحر ممكنة
            || unit == "م"
                && matches!(text, "مشاهدة" | "متابع" | "مشترك")
                && !next().is_some_and(|next| next.text().starts_with("ال"))
            // العظمى 35 م. والصغرى 20 م., خط عرض 33.5 ش. وخط طول 36.3 ق.
            || matches!(text, "والصغرى" | "والعظمى") && next().is_some_and(counts)
            || text == "وخط" && next_is(&["عرض", "طول"])
            // لا يقل عن 100 د.ك. ولا يزيد على 500 د.ك.
            || text == "ولا" && next_is(&["يزيد", "تزيد", "يتجاوز", "تتجاوز"]) && to() && self.has_least()
    }

    /// Whether the least of an amount is told near before: لا يقل عن.
    fn has_least(&self) -> bool {
        /// In bytes.
        const NEAR: usize = 64;
        let (_, head) = self.sentences.near(self.start, self.mark.span().start, NEAR);
        head.split(' ').any(|word| matches!(word, "يقل" | "تقل"))
    }

    /// Whether what a word names ends behind it, or another amount is joined to it: طحين و100 غ., سكر.
    pub(super) fn is_last_or_joined(&self, word: Token<'t>) -> bool {
        let mut tokens = self.sentences.tokens_from(word.span().end);
        let number = |token: Option<Token<'t>>| token.is_some_and(|token| token.kind() == TokenKind::Number);
        match tokens.next() {
            None => true,
            Some(next) if lexicon::is_and(next.text()) => number(tokens.next()),
            Some(next) => matches!(next.text(), "." | "،" | "؛"),
        }
    }

    /// Whether behind the half of a day the word says on which one: الساعة 5 م. أمس, 10 ص. يوم الخميس, 7 م. الخميس الماضي; or behind
    /// the year of a date the hour: 5 يناير 2020 م. الساعة العاشرة.
    pub(super) fn is_day_of_clock(&self, word: Token<'t>, earlier: Option<Token<'t>>) -> bool {
        const DAYS: [&str; 6] = ["يوم", "صباح", "مساء", "يوميا", "عدا", "باستثناء"];
        const WEEKDAYS: [&str; 8] =
            ["السبت", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"];
        let next = || self.sentences.token_after(word);
        let Some(number) = earlier else { return false };
        let year = number.text().chars().filter(|c| class_of(*c).is_digit()).count() >= 4
            && number.text().chars().all(|c| class_of(c).is_digit());
        if year && !self.is_clock(number) {
            const HOURS: [&str; 11] = [
                "الواحدة",
                "الثانية",
                "الثالثة",
                "الرابعة",
                "الخامسة",
                "السادسة",
                "السابعة",
                "الثامنة",
                "التاسعة",
                "العاشرة",
                "الحادية",
            ];
            let told = |next: Token<'t>| next.kind() == TokenKind::Number || HOURS.contains(&next.text());
            return word.text() == "الساعة" && next().is_some_and(told);
        }
        let weekday = || {
            WEEKDAYS.contains(&word.text())
                && next().is_none_or(|next| {
                    !matches!(next.kind(), TokenKind::Word(_))
                        || matches!(next.text(), "الماضي" | "المقبل" | "القادم" | "الجاري")
                })
        };
        // The height of 300 م. is no hour.
        let leads = || {
            let before = self.sentences.word_before(self.start, number.span().start);
            before.is_some_and(|word| matches!(word.text(), "الساعة" | "حتى" | "إلى" | "عند" | "من"))
                && number.text().chars().filter(|c| class_of(*c).is_digit()).count() <= 2
        };
        let clock = self.last.text() == "ص"
            || self.last.text() == "م" && (self.is_clock(number) || number.text().contains('.') || leads());
        // 3 م. اليوم سنغادر
        let ends = || {
            next().is_none_or(|next| {
                !matches!(next.kind(), TokenKind::Word(_)) || WEEKDAYS.contains(&next.text())
            })
        };
        let day = || match word.text() {
            "أمس" | "اليوم" | "غدا" => ends(),
            text => DAYS.contains(&text),
        };
        clock
            && (day() || weekday() || word.text() == "ما" && next().is_some_and(|next| next.text() == "عدا"))
    }

    /// Whether the unit is the era of a year: 1948 م., 703 هـ.
    pub(super) fn is_behind_year(&self) -> bool {
        let least = if self.last.text() == "م" { 3 } else { 1 };
        let digits = |number: Token<'t>| {
            let text = number.text();
            text.chars().all(|c| class_of(c).is_digit()) && text.chars().count() >= least
        };
        matches!(self.last.text(), "م" | "هـ" | "ه" | "ق.م") && self.earlier().is_some_and(digits)
    }

    /// Whether the number is the minutes of a time of day.
    pub(super) fn is_clock(&self, number: Token<'t>) -> bool {
        number.span().start.checked_sub(1).is_some_and(|at| self.sentences.byte(at) == b':')
    }

    /// Whether the era is that of a century in words: القرن الثامن ق.م.
    pub(super) fn is_of_century(&self) -> bool {
        if !is_dotted(self.last.text()) {
            return false;
        }
        let which = self.earlier().filter(|which| which.text().starts_with("ال"));
        which.is_some_and(|which| {
            let noun = self.sentences.word_before(self.start, which.span().start);
            noun.is_some_and(|noun| matches!(noun.text(), "القرن" | "القرنين" | "الألف"))
        })
    }

    /// Whether the number before the unit is the year of a law: لسنة 2016 م.
    pub(super) fn is_year(&self) -> bool {
        self.earlier()
            .and_then(|number| self.sentences.word_before(self.start, number.span().start))
            .is_some_and(|noun| matches!(noun.text(), "سنة" | "لسنة" | "عام" | "لعام"))
    }
}
