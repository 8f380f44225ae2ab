//! Years of things without a noun for the year: the model of a car, a term, a medal, a decision, what is held again and again.

use super::{Lone, counts_cases, is_measured};
use crate::class::CharClass;
use crate::date::fields::{counts_measure, ends, plain, singular};
use crate::date::year_rows::is_name;
use crate::item::{Clitics, Item, ItemKind, Starts};
use crate::lexicon::{List, Sense, Unit};
use crate::number::{is_definite, is_ours};

impl Lone<'_, '_> {
    /// In brackets behind an amount: 104 ملايين نسمة (2022), 12 مليونا (2019), 7% (2021).
    pub(super) fn is_of_estimate(&self) -> bool {
        let (w, at) = (self.w, self.at);
        let number = |b: usize| w.can(b, Starts::DIGITS.with(Starts::NUMBER));
        let counted = at.checked_sub(2).is_some_and(|b| is_measured(w, b) || counts_cases(w, b));
        // (تقدير 2018)
        let estimate = || self.is_word(1, &["تقدير"]) && w.is_enclosed(at - 1, at + 1);
        if is_ours(w, at) && estimate() {
            return true;
        }
        is_ours(w, at)
            && self.is_opened()
            && w.is_sign(at + 1, CharClass::Closer)
            && counted
            && at.checked_sub(3).is_some_and(number)
    }

    /// القرار 2401 (2018), القرار رقم 242 (1967)
    pub(super) fn is_of_decision(&self) -> bool {
        let decision = |back: usize| self.w.in_list_behind(self.before(back), List::Decision);
        plain(self.w, self.at - 2).is_some()
            && self.w.is_sign(self.at + 1, CharClass::Closer)
            && (decision(3)
                || self.is(3, |s| matches!(s, Sense::NumberSign)) && decision(4)
                // قرار مجلس الأمن 2719 (2023)
                || self.is_word(3, &["الأمن"]) && decision(5))
    }

    /// تويوتا كامري 2018, طراز 2023
    pub(super) fn is_of_car(&self) -> bool {
        let w = self.w;
        // بي ام دبليو, جي ام سي
        let initials = |back: usize| {
            w.spells(self.before(back), &["دبليو", "سي"])
                && w.spells(self.before(back + 1), &["ام", "إم", "أم"])
        };
        // للبيع نيسان صني 2020, سيارة جيب 2008, but not في نيسان الماضي 2020 and نيسان بسعر 2020
        let sold = |back: usize| {
            let ahead = self.before(back + 1);
            w.spells(self.before(back), &["نيسان", "جيب"])
                && (back > 1 || w.spells(self.before(1), &["جيب"]) && w.spells_behind(ahead, &["سيارة"]))
                && !(1..back).any(|i| self.is_word(i, &["بسعر", "بمبلغ", "بقيمة"]))
                && ahead.is_none_or(|i| {
                    i.kind == ItemKind::Break || w.spells_behind(i, &["للبيع", "سيارة", "مطلوب", "سعر"])
                })
        };
        let maker = |back: usize| {
            (w.in_list_behind(self.before(back), List::CarMaker) || initials(back) || sold(back))
                && (1..back).all(|between| self.before(between).is_some_and(is_name))
        };
        // باعت تويوتا 2018 شاحنة, باعت تويوتا كورولا 2018 سيارة, سعة محرك رينو داستر 2000 سي سي
        let counted = || self.is_counting() || self.counts();
        let cases = || counts_measure(w, self.year.next) || counts_cases(w, self.year.next);
        is_ours(w, self.at)
            && self.is_in(1960..=2050)
            && !self.is_round()
            && ((maker(1) || self.is_word(1, &["طراز"])) && !counted() || (2..=3).any(maker) && !cases())
    }

    /// (2024م: 2.31 ريال), بزيادة 10% (2023: 8%)
    pub(super) fn is_before_amount_in_brackets(&self) -> bool {
        let (w, next) = (self.w, self.year.next);
        self.is_in(1950..=2050)
            && self.is_opened()
            && w.is_sign(next, CharClass::Colon)
            && w.can(next + 1, Starts::DIGITS.with(Starts::NUMBER))
    }

    /// نتائج الفصل الدراسي الثاني 2024, but not رسوم الفصل الثاني 1850
    pub(super) fn is_of_term(&self) -> bool {
        const TERMS: [&str; 7] = ["الأول", "الثاني", "الثالث", "الصيفي", "الدراسي", "الأخير", "الشتوي"];
        let term = |back: usize| {
            self.w.spells_behind(self.before(back), &["الفصل"]) && (1..back).all(|i| self.is_word(i, &TERMS))
        };
        (2..=3).any(term) && self.is_of_report()
    }

    /// بذهبية 2016, ذهبية طوكيو 2020, but not ليرة ذهبية 2024
    pub(super) fn is_of_medal(&self) -> bool {
        const METAL: [&str; 6] = ["ليرة", "سبيكة", "أونصة", "ساعة", "قطعة", "سلسلة"];
        let medal = |back: usize| {
            self.w.spells_behind(self.before(back), &["ذهبية", "فضية", "برونزية"])
                && !self.w.spells_behind(self.before(back + 1), &METAL)
        };
        (medal(1) || self.before(1).is_some_and(Item::is_unknown) && medal(2)) && self.is_of_report()
    }

    /// خرج بطل 2017, بطل العالم 2005
    pub(super) fn is_of_champion(&self) -> bool {
        let w = self.w;
        let title = w.spells_behind(self.before(1), &["بطل", "بطلة", "لقب", "وصيف", "وصيفة"])
            && (ends(w, self.year.next) || !self.is_counting());
        let of_world = || {
            self.is_word(1, &["العالم", "آسيا", "أفريقيا", "أوروبا"])
                && w.spells_behind(self.before(2), &["بطل", "بطلة"])
        };
        (title || of_world()) && self.is_of_report()
    }

    /// المصدر: وزارة المالية، 2024
    pub(super) fn is_of_source(&self) -> bool {
        const REACH: usize = 10;
        let w = self.w;
        let source =
            |i: usize| w.spells(w.get(i), &["المصدر", "المصادر"]) && w.is_sign(i + 1, CharClass::Colon);
        is_ours(w, self.at)
            && self.at.checked_sub(1).is_some_and(|b| w.is_sign(b, CharClass::Comma))
            && ends(w, self.year.next)
            && w.recent(self.at, REACH).any(source)
    }

    /// Whether it is a year that papers report of, and no price, no number of people and nothing that is counted.
    fn is_of_report(&self) -> bool {
        let w = self.w;
        let amount =
            |i: usize| w.in_list_behind(w.get(i), List::Price) || w.spells_behind(w.get(i), &["عدد"]);
        let people =
            w.can(self.year.next, Starts::PERSON) || w.spells(w.get(self.year.next), &["طالب", "طالبة"]);
        self.is_in(1990..=2050)
            && !self.is_round()
            && !people
            && !w.recent(self.at, 6).any(amount)
            && !self.counts()
    }

    /// شقق للبيع استلام 2027, but not تم استلام 2000 من أصل 3000
    pub(super) fn is_of_delivery(&self) -> bool {
        let w = self.w;
        let done = w.spells_behind(self.before(2), &["تم", "يتم", "جرى", "أكد", "بعد", "عند"]);
        self.is_in(2001..=2050)
            && !self.is_round()
            && w.spells_behind(self.before(1), &["استلام", "تسليم"])
            && !done
            && !self.counts()
    }

    /// سنة الصنع 2015, تاريخ النشر 2017
    pub(super) fn is_of_making(&self) -> bool {
        let w = self.w;
        let of = |i: &Item| is_definite(w, i) && i.is_unknown() && !w.text_of(i).starts_with('و');
        self.before(1).is_some_and(of)
            && (singular(w, self.at - 2, Unit::Year).is_some_and(|r| !r.clitics.has(!Clitics::WAW))
                || self.w.spells_behind(self.before(2), &["تاريخ"]) && !self.is_counting())
    }

    /// At the end of what is held or given again and again: معرض الكتاب 2025, جائزة نوبل 2019, مهرجان كان 2024.
    pub(super) fn is_of_series(&self) -> bool {
        let w = self.w;
        let series = |i: &Item| w.in_list(i, List::Series);
        let word =
            |back: usize| self.before(back).is_some_and(|i| i.kind == ItemKind::Word && !i.is_number());
        // الأوسكار 2024, but not الجولة 2018
        let alone = || {
            let named = |i: &Item| {
                is_definite(w, i) && w.in_list_behind(i, List::NamedEvent) || w.spells(i, &["أجندة"])
            };
            self.is_in(1990..=2050) && self.before(1).is_some_and(named) && ends(w, self.year.next)
        };
        let leads = Starts::PREP.with(Starts::FROM).with(Starts::TO).with(Starts::CUE);
        let name = |i: &Item| i.is_unknown() || is_definite(w, i) || !i.starts(leads);
        self.before(1).is_some_and(name)
            && word(1)
            && self.is_spaced()
            && !self.is_counting()
            && (alone()
                || self.before(2).is_some_and(series)
                || word(2) && self.before(3).is_some_and(series))
            && !self.is_numbered(self.at)
    }
}
