//! Digits that are a year without a noun of one, by their era or by what stands around them
//! (C.6): منذ 2010, حرب 1967, في 2019 و2020, مواليد 1985.

mod things;

use core::cmp::Ordering;
use core::ops::RangeInclusive;

use super::change::{falls_from, follows_change};
use super::cited::{
    ends_in_alef, is_of_author, is_of_degree, is_of_imprint, is_of_life, is_of_rights, is_of_title,
};
use super::fields::{self, Year, counts_measure, counts_noun, ends, mixed, plain, singular, year};
use super::other_report::{is_told_too, other_report};
use super::read::Read;
use super::value::Calendar;
use super::year_rows::{Row, first_of_list, is_name, is_year_before, year_joined_to, year_of_next_name};
use crate::certainty::Certainty;
use crate::class::CharClass;
use crate::item::{Clitics, Item, ItemKind, Starts, Window};
use crate::lexicon::{List, Sense, Unit, behind_proclitics, is_listed, is_listed_with};
use crate::number::{
    self, OURS, counted_noun, end_of, has, is_definite, is_or, is_ours, is_particle, is_waw,
};

/// A year without a noun at `at`.
pub(super) fn lone_year(w: &Window<'_>, at: usize) -> Option<(Read, Certainty)> {
    year_by(w, at, true)
}

/// The same; with `chained`, also by a year before it that is licensed.
fn year_by(w: &Window<'_>, at: usize, chained: bool) -> Option<(Read, Certainty)> {
    if is_short(w, at) {
        let mut short = Read::of_year(year(w, at, true)?);
        short.point.year = short.point.year.map(|year| 1900 + year % 100);
        return Some((short, Certainty::Likely));
    }
    let lone = Lone { w, at, year: year(w, at, false)?, chained };
    let found = lone.year;
    // What neither its size nor its era makes a year is none.
    let framed = found.digits == 4 && lone.is_in(1000..=2100);
    if let Some(calendar) = other_report(w, at, &found) {
        let mut read = Read::of_year(found);
        if found.calendar.is_none() {
            read.point.calendar = calendar;
        }
        return Some((read, Certainty::Likely));
    }
    if !framed && found.calendar.is_none() || lone.is_distance() {
        return None;
    }
    // موديل 2018 ماشية: of nothing else.
    let model = lone.is_in(1960..=2050)
        && framed
        && (lone.is_word(1, &["موديل"]) && !counts_measure(w, found.next) || lone.is_of_car());
    let licensed = framed && (model || lone.is_licensed());
    if !lone.is_marked(licensed) && (!licensed || lone.is_amount() && !model) {
        return None;
    }
    let mut read = Read::of_year(found);
    read.flags = read.flags.with(mixed(w, read.start, end_of(w, read.next)));
    Some((read, Certainty::Likely))
}

/// Digits that may be a year, and where they stand.
struct Lone<'w, 't> {
    w: &'w Window<'t>,
    at: usize,
    year: Year,
    /// Whether the years before it are asked as well: by each of them only once, or the time doubles with every year.
    chained: bool,
}

impl Lone<'_, '_> {
    fn is_in(&self, years: RangeInclusive<i32>) -> bool {
        years.contains(&self.year.value)
    }

    fn is_round(&self) -> bool {
        self.year.value % 100 == 0
    }

    fn before(&self, back: usize) -> Option<&Item> {
        self.w.before(self.at, back)
    }

    /// Whether one of the words stands so many items before.
    fn is_word(&self, back: usize, words: &[&str]) -> bool {
        self.before(back).is_some_and(|i| words.contains(&self.w.bare(i).as_str()))
    }

    /// Whether what stands so many items before has such a sense.
    fn is(&self, back: usize, test: impl Fn(&Sense) -> bool) -> bool {
        self.at.checked_sub(back).is_some_and(|b| has(self.w, b, test))
    }

    fn is_spaced(&self) -> bool {
        self.w.get(self.at).is_some_and(|i| i.spaced)
    }

    /// Whether what stands right before, with a blank between, has such a sense.
    fn follows(&self, test: impl Fn(&Sense) -> bool) -> bool {
        (self.is_spaced() || is_particle(self.w, self.at)) && self.is(1, test)
    }

    /// Whether a noun stands behind that a number could count.
    fn is_counting(&self) -> bool {
        counted_noun(self.w, self.year.next)
    }

    /// Whether what stands behind is counted by its form.
    fn counts(&self) -> bool {
        counts_noun(self.w, self.year.next)
    }

    /// على بعد 2000 م
    fn is_distance(&self) -> bool {
        self.is_word(1, &["بعد"]) && self.is_word(2, &["على"])
    }

    /// Whether a multiplier behind is not that of the year: أنفق في 2019 مليار دولار.
    fn is_beside_amount(&self) -> bool {
        has(self.w, self.year.next, |s| matches!(s, Sense::Mult(..)))
            && number::is_named_year(self.w, self.at)
    }

    /// Whether so odd a number counts a measure at most, and none stands behind: عين في 2015 مديرا.
    fn is_odd(&self) -> bool {
        !self.is_round()
            && self.is_in(OURS)
            && (!is_measured(self.w, self.year.next) || self.is_beside_amount())
    }

    /// Whether it stands behind what has a year and counts nothing: أحدثت حرب 1967 تطورا, صيف 1912 وكنا.
    fn counts_nothing(&self) -> bool {
        self.is_odd() && self.w.in_list(self.before(1), List::WarOrSeason)
    }

    /// Whether a noun behind a round number, or إلى before it, makes a count of it: إلى 1500 قتيل.
    fn is_genitive(&self) -> bool {
        self.is_round() && (self.is_counting() || self.follows(|s| matches!(s, Sense::To)))
    }

    fn is_licensed(&self) -> bool {
        self.is_firm()
            || self.is_of_event()
            || self.is_behind_preposition()
            || self.is_from_year()
            || self.is_listed()
            || self.is_dated()
            || self.is_odd() && self.is_compared()
            || self.is_heading()
            || self.is_behind_adjective()
            || self.is_behind_name()
            || self.is_labelled()
            || self.is_behind_length()
            || self.is_said_again()
            || self.is_of_delivery()
            || self.is_of_term()
            || self.is_of_medal()
            || self.is_of_champion()
            || self.is_of_source()
            || self.is_before_amount_in_brackets()
            || is_of_imprint(self.w, self.at, self.year.next)
            || is_of_author(self.w, self.at)
            || is_of_rights(self.w, self.at)
            || is_of_life(self.w, self.at)
            || is_told_too(self.w, self.at, self.year.value) && !self.is_counting()
            || is_ours(self.w, self.at)
                && (self.is_of_series()
                    || self.is_of_month()
                    || self.is_in_row()
                    || self.is_beside_name()
                    || is_of_degree(self.w, self.at, self.year.next)
                    || self.is_until_now())
    }

    /// منذ and the like say that a time follows; في and إلى do not, so that a round number behind
    /// them is rather a count: إلى 1500 قتيل.
    fn is_firm(&self) -> bool {
        self.follows(|s| matches!(s, Sense::Since | Sense::Part(_))) || self.is_word(1, &["بحلول"])
    }

    /// حرب 1967, كأس آسيا 2023, but not دفعة 2000 جندي and يورو 1500.
    fn is_of_event(&self) -> bool {
        let listed_behind_article = |i: &Item| {
            let bare = self.w.bare(i);
            bare.as_str().split_once("ال").is_some_and(|(_, word)| is_listed(List::BareEvent, word))
        };
        self.is_spaced()
            && (1..=3).any(|words| ends_event(self.w, self.at, words))
            && !self.before(1).is_some_and(listed_behind_article)
            && (!self.counts() || self.counts_nothing() || self.is_beside_amount())
            && !(self.is_round() && (self.year.value < 1800 || self.is_counting()))
    }

    /// في 2019, خلال 1945
    fn is_behind_preposition(&self) -> bool {
        // 2244 في 1080 بيكسل
        let times = || self.before(2).is_some_and(Item::is_number);
        let old = || self.is_in(1000..=1799) && self.year.value % 100 > 10 && !times() && !self.counts();
        // ارتفع عدد القتلى إلى 1653: an amount, if what goes there is one.
        let change = || self.is(1, |s| matches!(s, Sense::To)) && follows_change(self.w, self.at);
        self.follows(|s| matches!(s, Sense::Prep))
            && (self.is_in(1800..=2100) || old())
            // ما بين 1518 و1600
            && !self.is(1, |s| matches!(s, Sense::Between))
            && !self.is_genitive()
            && !change()
    }

    /// بالفترة نفسها من 2022, but not أكثر من 2000 and من 1990 شخصا.
    fn is_from_year(&self) -> bool {
        let compared = || {
            self.before(2).is_some_and(|i| self.w.readings(i).any(|r| r.items > 1))
                || self.is_word(2, &["أعلى", "أدنى", "أكبر", "أصغر", "بدلا"])
        };
        // حكم من 1512 حتى وفاته
        let until = || {
            self.w.can(self.year.next, Starts::TO)
                && self.w.in_list(self.w.get(self.year.next + 1), List::LifeEnd)
        };
        if self.follows(|s| matches!(s, Sense::From)) && until() {
            return true;
        }
        self.follows(|s| matches!(s, Sense::From))
            && self.is_in(1900..=2100)
            && !self.is_round()
            && !compared()
            && (self.is_of_same_period() && !self.counts()
                || !falls_from(self.w, self.at) && !self.is_counting())
    }

    /// الفترة نفسها من 2022 بنمو, نفس الفترة من 2022 بحسب
    fn is_of_same_period(&self) -> bool {
        const ITSELF: [&str; 4] = ["نفسها", "ذاتها", "نفسه", "ذاته"];
        self.is_word(2, &ITSELF) || self.is_word(2, &["الفترة"]) && self.is_word(3, &["نفس", "ذات"])
    }

    /// The next of years that و joins: في 2019 و2020.
    fn is_listed(&self) -> bool {
        let w = self.w;
        let leads = |b: usize| {
            // كأس العالم 1998 و2002 و2006, مواليد 2014 و2016
            (1..=3).any(|words| ends_event(w, b + 1, words))
                // 31 ديسمبر 2022 و2021, حربي 1967 و1973
                || w.can(b, Starts::MONTH)
                || has(w, b, |s| matches!(s, Sense::Prep | Sense::DateNoun | Sense::Time(Unit::Year, _)))
        };
        self.at.checked_sub(1).is_some_and(|b| is_waw(w, b) || is_or(w, b))
            && self.is_in(1900..=2100)
            && is_year_before(w, self.at, 2)
            && first_of_list(w, self.at).checked_sub(1).is_some_and(leads)
            && !self.is_genitive()
    }

    /// تأسس 1907, مواليد 1985, مواليد 1991 لفت الأنظار, مواليد بغداد 1988, توفي (1975)
    fn is_dated(&self) -> bool {
        let dated = |s: &Sense| matches!(s, Sense::DateNoun);
        let named = || self.before(1).is_some_and(is_name) && self.is(2, dated) && !self.is_counting();
        let enclosed = || self.w.is_enclosed(self.at, self.year.next) && self.is(2, dated);
        if is_ours(self.w, self.at) && (named() || enclosed()) {
            return true;
        }
        self.follows(|s| matches!(s, Sense::DateNoun))
            && self.is_in(1800..=2100)
            && (!self.is_counting() || self.is_odd() && !self.counts())
    }

    /// Whether another year stands before that is compared with it, and no amount does: في 2018 مقارنة مع 2017.
    fn is_compared(&self) -> bool {
        const REACH: usize = 8;
        let (w, next) = (self.w, self.year.next);
        if !self.is_word(1, &["مع", "ب"]) || !self.is_word(2, &["مقارنة", "بالمقارنة", "قياسا"])
        {
            return false;
        }
        // مقارنة مع 1935 في الربع السابق, مقارنة بـ1937 أمس
        let period = w.can(next, Starts::PREP) && w.can(next + 1, Starts::TIME.with(Starts::PART_NOUN));
        let amount = period || w.can(next, Starts::DAY_WORD);
        let year = |i: usize| {
            let leads = |s: &Sense| matches!(s, Sense::Prep | Sense::Time(Unit::Year, _));
            is_ours(w, i) && i.checked_sub(1).is_some_and(|b| w.can(b, Starts::MONTH) || has(w, b, leads))
        };
        // باع 2040 جهازا مقارنة مع 1970: so many.
        let alone = || {
            ends(w, next)
                && !w.recent(self.at - 2, REACH).any(|i| w.can(i, Starts::DIGITS.with(Starts::NUMBER)))
        };
        !amount && (w.recent(self.at - 2, REACH).any(year) || alone())
    }

    /// Whether it begins its line, as in a time-line: `1914: اندلاع الحرب`.
    fn is_heading(&self) -> bool {
        let (w, next) = (self.w, self.year.next);
        let text = |i: &Item| i.spaced && i.kind == ItemKind::Word && !i.starts(Starts::NUMBER);
        self.before(1).is_none_or(|i| i.kind == ItemKind::Break)
            && self.is_in(1800..=2050)
            && w.is_sign(next, CharClass::Colon)
            && w.get(next + 1).is_some_and(text)
    }

    /// Behind an event and its adjective, or للسنة المالية 2026.
    fn is_behind_adjective(&self) -> bool {
        let of_year =
            |b: usize| singular(self.w, b, Unit::Year).is_some_and(|r| r.clitics.has(Clitics::ARTICLE));
        self.before(1).is_some_and(|i| is_definite(self.w, i))
            && self
                .at
                .checked_sub(2)
                .is_some_and(|b| has(self.w, b, |s| matches!(s, Sense::Event)) || of_year(b))
    }

    /// 2015 – حتى الآن, 2010 - اليوم, at the head of a line or a bracket
    fn is_until_now(&self) -> bool {
        let (w, next) = (self.w, self.year.next);
        let to = next + 1 + usize::from(w.can(next + 1, Starts::TO));
        let now = |i: &Item| w.spells(i, &["الآن", "اليوم", "الان"]);
        self.before(1).is_none_or(|i| {
            matches!(i.kind, ItemKind::Break | ItemKind::Sign(CharClass::Opener | CharClass::Symbol))
        }) && w.is_sign(next, CharClass::Dash)
            && w.get(to).is_some_and(now)
    }

    /// كأس العالم قطر 2022, مونديال قطر 2022 شهد
    fn is_behind_name(&self) -> bool {
        let w = self.w;
        let event = |b: usize| {
            w.get(b).is_some_and(|i| {
                let items = w.readings(i).find(|r| r.senses().iter().any(|s| matches!(s, Sense::Event)));
                items.is_some_and(|r| b + r.items + 1 == self.at || b + r.items + 2 == self.at)
            })
        };
        // حرب تشرين 1973
        let name = |i: &Item| i.kind == ItemKind::Word && (i.is_unknown() || i.starts(Starts::MONTH));
        // معركة بدر 1000, معركة خاضها 1500: so many.
        let odd = self.is_in(OURS) || !self.is_round();
        odd && self.before(1).is_some_and(name)
            && (2..=4).any(|back| self.at.checked_sub(back).is_some_and(event))
            && (!self.is_counting() || self.is_odd() && !ends_in_alef(w, self.year.next) && !self.counts())
    }

    /// Behind what names the year of something, a title above all.
    fn is_labelled(&self) -> bool {
        if self.at < 2 {
            return false;
        }
        let (w, at) = (self.w, self.at);
        // المواليد: 1975, سنة الإنتاج: 2024
        let noun_of_year = |b: usize| {
            singular(w, b, Unit::Year).is_some_and(|r| !r.clitics.has(Clitics::ARTICLE))
                || w.can(b, Starts::DATE_NOUN)
        };
        let label = || {
            w.is_sign(at - 1, CharClass::Colon)
                && (self.is(2, |s| matches!(s, Sense::DateNoun))
                    || at.checked_sub(3).is_some_and(noun_of_year))
        };
        // بلغ 34 سنة (2016)
        let aside =
            || self.is_opened() && (singular(w, at - 2, Unit::Year).is_some() || self.is_of_decision());
        self.is_in(1300..=1500) && label()
            || self.is_in(1900..=2100)
                && (label()
                    || aside()
                    || self.is_of_estimate()
                    || self.is_of_making()
                    || is_of_title(self.w, self.at))
    }

    /// في العام نفسه، أي 1936، وقعت المعاهدة, but not وزع هذا العام نصف النسخ، أي 2000
    fn is_said_again(&self) -> bool {
        let (w, at) = (self.w, self.at);
        let comma = usize::from(at.checked_sub(2).is_some_and(|b| w.is_sign(b, CharClass::Comma)));
        let which = w.in_list(self.before(2 + comma), List::WhichYear);
        let year = at.checked_sub(3 + comma).is_some_and(|b| singular(w, b, Unit::Year).is_some());
        is_ours(w, at) && self.is_word(1, &["أي", "اي"]) && ends(w, self.year.next) && which && year
    }

    /// الأشهر التسعة الأولى 2023, تحت 23 عاما 2026
    fn is_behind_length(&self) -> bool {
        let unit = |back: usize| {
            self.at.checked_sub(back).and_then(|b| fields::noun(self.w, b)).map(|(unit, ..)| unit)
        };
        let first = |i: &Item| self.w.bare(i).as_str().ends_with("لأولى");
        self.is_in(1900..=2100)
            && (self.before(1).is_some_and(first)
                && (unit(2) == Some(Unit::Month) || unit(3) == Some(Unit::Month))
                || self.is_word(1, &["عاما"])
                    && self.at.checked_sub(2).is_some_and(|b| plain(self.w, b).is_some()))
    }

    /// One of at least three years one after the other, or of two in brackets: سبع مرات: 1990 و1995 و2001.
    fn is_in_row(&self) -> bool {
        let w = self.w;
        let [rising, falling] =
            [Ordering::Less, Ordering::Greater].map(|order| Row::around(w, self.at, year_joined_to, order));
        let row = if rising.len > 1 { rising } else { falling };
        let enclosed = || {
            row.first.checked_sub(1).is_some_and(|b| w.is_sign(b, CharClass::Opener))
                && w.is_sign(row.last + 1, CharClass::Closer)
        };
        (row.len >= 3 || row.len == 2 && enclosed())
            && !counts_noun(w, row.last + 1)
            && !is_measured(w, row.last + 1)
            && !self.is_numbered(row.first)
    }

    /// Whether what stands before says that numbers or amounts follow: المواد 1990 و1995, القتلى: بغداد 1920.
    fn is_numbered(&self, first: usize) -> bool {
        const REACH: usize = 4;
        let w = self.w;
        w.recent(first, REACH).filter_map(|i| w.get(i)).any(|i| number::leads_to_number(w, i))
    }

    /// One of at least three years of names one after the other, or behind a year of its own: أولمبياد أثينا 2004 وبكين 2008.
    fn is_beside_name(&self) -> bool {
        /// Two years at a step, as far as the window keeps what was read.
        const STEPS: usize = 4;
        let around = |at: usize| Row::around(self.w, at, year_of_next_name, Ordering::Less);
        let row = around(self.at);
        let named = || self.w.before(row.first, 1).is_some_and(is_name);
        let step = |&at: &usize| Some(around(at).first).filter(|&first| first < at);
        let licensed = || {
            let mut heads = core::iter::successors(step(&self.at), step).take(STEPS);
            self.chained && heads.any(|head| year_by(self.w, head, false).is_some())
        };
        (row.len >= 3 && named() && !self.is_numbered(row.first) || licensed())
            && !is_measured(self.w, row.last + 1)
            && !counts_cases(self.w, row.last + 1)
    }

    /// The Gregorian year of a Hijri month: مسلسلات رمضان 2026.
    fn is_of_month(&self) -> bool {
        let month = |b: usize| fields::month(self.w, b).is_some_and(|m| m.calendar == Calendar::Hijri);
        self.is_spaced()
            && (!self.is_counting() || self.is_of_led_month())
            && self.at.checked_sub(1).is_some_and(|b| self.w.can(b, Starts::MONTH) && month(b))
    }

    /// في رمضان 2023 بلغت المبيعات ذروتها, but not في رمضان 2023 وجبة.
    fn is_of_led_month(&self) -> bool {
        let w = self.w;
        let led = || w.spells_behind(self.before(2), &["في", "فى", "خلال", "منذ", "قبل", "بعد", "شهر"]);
        // No noun, with its tanwin or without: في رمضان 2024 مستفيد.
        let noun = |i: &Item| {
            let bare = w.bare(i);
            bare.as_str().ends_with(['ا', 'ة'])
                || bare.as_str().starts_with('م')
                || i.starts(Starts::PERSON.with(Starts::MEASURE).with(Starts::MONEY))
                || w.spells(i, &["كرتون", "حادث", "صائم", "زائر", "طالب", "طن", "طرد", "أسرة"])
        };
        let named = |b: usize| w.can(b, Starts::MONTH);
        self.is_odd()
            && self.at.checked_sub(1).is_some_and(named)
            && led()
            && !w.get(self.year.next).is_some_and(noun)
            && !counts_cases(w, self.year.next)
    }

    /// Whether its era makes it a year.
    fn is_marked(&self, licensed: bool) -> bool {
        let Some(calendar) = self.year.calendar else { return false };
        let bracketed = self.w.is_sign(self.year.next, CharClass::Closer);
        // 748هـ/1948م: behind a year no metre.
        let second = || {
            let joint = |i: &Item| matches!(i.kind, ItemKind::Sign(CharClass::Slash | CharClass::Dash));
            self.before(1).is_some_and(joint) && self.is(2, |s| matches!(s, Sense::Era(_)))
        };
        // صلح الحديبية (6هـ)
        (self.year.digits >= 3 || self.year.before_era || bracketed && self.is_opened())
            && (calendar != Calendar::Gregorian || self.year.before_era || self.year.value <= 2100)
            && (!self.is_metre() || licensed || bracketed || second() || self.is_no_length())
    }

    /// Whether what stands behind makes a number of it, for all that stands before.
    fn is_amount(&self) -> bool {
        let (w, next) = (self.w, self.year.next);
        if followed_by_number(w, next) {
            return true;
        }
        if self.is_beside_amount() {
            return false;
        }
        let odd = || {
            self.is_odd()
                && (self.counts_nothing()
                    || self.is_beside_name()
                    || self.is_of_led_month()
                    || self.is_behind_preposition() && self.is_when() && !counts_cases(w, next))
        };
        has(w, next, |s| matches!(s, Sense::Mult(..) | Sense::Per(_)))
            || self.counts() && !self.is_firm() && (is_measured(w, next) || !odd())
    }

    /// Whether what says when stands before: في, خلال, قبل.
    fn is_when(&self) -> bool {
        self.w.spells_behind(self.before(1), &["في", "فى", "خلال", "قبل", "بعد", "حتى"])
    }

    /// Whether a bracket opens right before.
    fn is_opened(&self) -> bool {
        self.at.checked_sub(1).is_some_and(|b| self.w.is_sign(b, CharClass::Opener))
    }

    /// Whether the mark is م alone, which behind digits that nothing licenses as a year is a metre.
    fn is_metre(&self) -> bool {
        let mark = self.year.next.checked_sub(1).and_then(|i| self.w.get(i));
        mark.is_some_and(|i| number::is_letters(self.w.text_of(i), "م"))
    }

    /// Whether digits before م are those of a year and no length: of the last two centuries behind a word, a comma or a
    /// colon (تعداد 2015م, القاهرة، 2003م), older behind a word (معركة حطين 1187م); nothing near them is long, high or wide
    /// (على ارتفاع 1974م), and they are not round: no whole fifty (2000م), of older ones no whole ten.
    fn is_no_length(&self) -> bool {
        const OWNED: [&str; 5] = ["", "ه", "ها", "ا", "ات"];
        let w = self.w;
        let is_length = |i: &Item| {
            behind_proclitics(w.bare(i).as_str(), |stem| is_listed_with(List::Length, stem, &OWNED))
        };
        // بلغ عمقه 1187م, نحو 1935م
        let amount = |i: &Item| w.in_list(i, List::BeforeAmount);
        let sold = || w.spells(w.get(self.year.next), &["للبيع"]);
        // الوفاة: 632م, ولد 980م في بخارى
        let colon = usize::from(self.at.checked_sub(1).is_some_and(|b| w.is_sign(b, CharClass::Colon)));
        if self.is_in(100..=2100) && w.in_list_behind(self.before(1 + colon), List::LifeDate) {
            return true;
        }
        let ours = || self.is_in(1800..=2100) && self.year.value % 50 != 0;
        let older = || self.is_in(1000..=1799) && self.year.value % 10 != 0;
        self.before(1).is_some_and(|i| match i.kind {
            ItemKind::Word => (ours() || older()) && !amount(i) && !sold(),
            ItemKind::Sign(CharClass::Comma | CharClass::Colon) => ours(),
            // ت. 1328م
            ItemKind::Sign(CharClass::FullStop) => self.is_word(2, &["ت"]) && (ours() || older()),
            _ => false,
        }) && !w.recent(self.at, 5).filter_map(|i| w.get(i)).any(is_length)
    }
}

/// Whether two digits at `at` are a year of the last century by the word before them: مواليد 61, حرب 73, حدود 67.
pub(super) fn is_short(w: &Window<'_>, at: usize) -> bool {
    const WARS: [u64; 4] = [48, 56, 67, 73];
    let Some((value @ 32.., 2)) = plain(w, at) else { return false };
    let Some(before) = w.before(at, 1) else { return false };
    let war = w.in_list_behind(before, List::War) && !is_definite(w, before);
    // في حدود 48 is about so many.
    let border = w.spells(before, &["حدود"]) && !w.spells(w.before(at, 2), &["في"]);
    // مونديال 98, كأس العالم 94, موديل 98
    let event = || {
        let world = w.spells(before, &["العالم"]) && w.spells_behind(w.before(at, 2), &["كأس"]);
        world
            || w.spells_behind(before, &["مونديال", "أولمبياد"])
            || value >= 70 && w.spells_behind(before, &["موديل"])
    };
    // صيف 82
    let season = || value >= 50 && ends(w, at + 1) && w.spells(before, &["صيف", "شتاء", "خريف", "ربيع"]);
    (w.spells_behind(before, &["مواليد"]) || season() || event() || (war || border) && WARS.contains(&value))
        && !followed_by_number(w, at + 1)
        && !counts_noun(w, at + 1)
        && (war || !counted_noun(w, at + 1))
}

/// Whether what is counted by the thousand stands at `at`, with nothing that makes it definite: في 2015 حالة, but أصدر في 2015
/// رواية.
pub(super) fn counts_cases(w: &Window<'_>, at: usize) -> bool {
    w.in_list(w.get(at), List::Case) && !w.get(at + 1).is_some_and(|i| is_definite(w, i))
}

/// Whether a measure, an amount or a percentage is counted at `at`, and no noun of another kind.
fn is_measured(w: &Window<'_>, at: usize) -> bool {
    counts_measure(w, at)
        || has(w, at, |s| matches!(s, Sense::Money(_) | Sense::MoneyFamily(_) | Sense::Time(..)))
}

/// Whether a word for an event, or a phrase of so many words, ends before `at`.
fn ends_event(w: &Window<'_>, at: usize, words: usize) -> bool {
    let at_words = |i: &Item| {
        w.readings(i).any(|r| r.items == words && r.senses().iter().any(|s| matches!(s, Sense::Event)))
    };
    w.before(at, words).is_some_and(at_words)
}

/// A hyphen, slash or colon with digits behind it: no lone year.
fn followed_by_number(w: &Window<'_>, at: usize) -> bool {
    w.get(at).is_some_and(|i| {
        matches!(
            i.kind,
            ItemKind::Sign(CharClass::Dash | CharClass::Slash | CharClass::Colon | CharClass::Comma)
        ) && !i.spaced
    }) && w.get(at + 1).is_some_and(|i| !i.spaced && i.is_number())
}
