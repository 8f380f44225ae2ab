//! The elements of sets and intervals: what is stated of a date, and what its neighbour lends it (C.8).

use super::day::core;
use super::fields::{self, deictic, month, noun, of_unit, plain, singular, year};
use super::months::{Before, month_alone, with_year};
use super::read::Read;
use super::value::{Calendar, Granularity, Point};
use crate::certainty::Flags;
use crate::class::CharClass;
use crate::item::{Clitics, Item, ItemKind, Window};
use crate::lexicon::{NounForm, Sense, Unit};
use crate::number::{is_article, is_waw, joins, sense};

/// A part of a set or an interval: what is stated, the rest missing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Partial {
    pub(super) day: Option<u8>,
    pub(super) month: Option<(Calendar, u8)>,
    pub(super) year: Option<(i32, Calendar, bool)>,
    pub(super) deictic: Option<i8>,
    pub(super) start: usize,
    pub(super) next: usize,
    pub(super) flags: Flags,
    /// Whether an era stands behind the year.
    pub(super) era: bool,
}

impl Partial {
    pub(super) fn of(read: &Read) -> Self {
        let p = read.point;
        Self {
            day: p.day,
            month: p.month().map(|m| (p.calendar, m)),
            year: p.year.map(|y| (y, p.calendar, p.before_era)),
            deictic: p.deictic,
            start: read.start,
            next: read.next,
            flags: read.flags,
            era: read.era,
        }
    }

    /// The right element lends what the left one lacks (C.8).
    pub(super) fn lend(&self, to: &mut Self) {
        if to.month.is_none() && to.day.is_some() {
            to.month = self.month;
        }
        if to.year.is_none() {
            to.year = self.year.filter(|_| to.month.is_some() || to.day.is_none());
            // من 28 ديسمبر إلى 3 يناير 2023 begins in the year before.
            let later = (to.month.map(|m| m.1), to.day) > (self.month.map(|m| m.1), self.day);
            if let Some((year, _, false)) = &mut to.year
                && later
                && to.month.is_some()
                && to.month != self.month
            {
                *year -= 1;
            }
        }
        if let (Some(year), Some((_, calendar, before))) = (&mut to.year, self.year)
            && self.era
            && !to.era
            && to.month.is_none()
        {
            (year.1, year.2) = (calendar, before);
            // من سنة 41 إلى سنة 132 هـ: as it stands.
            if calendar != Calendar::Gregorian && to.flags.contains(Flags::SHORT_YEAR) {
                year.0 %= 100;
            }
        }
        // من 5 مارس 2020 إلى 10 يوليو الجاري
        if to.year.is_none() {
            to.deictic = to.deictic.or(self.deictic);
        }
    }

    /// Whether the month is stated, by its name or from the reference: 20 من الشهر الجاري.
    pub(super) fn has_month(&self) -> bool {
        self.month.is_some() || self.day.is_some() && self.deictic.is_some()
    }

    /// Whether the year is round, as an amount is.
    pub(super) fn is_round(&self) -> bool {
        self.year.is_some_and(|(year, ..)| year % 10 == 0)
    }

    /// Whether the era of the year is told, and another than ours.
    pub(super) fn is_of_other_era(&self) -> bool {
        self.year.is_some_and(|(_, calendar, before)| before || calendar != Calendar::Gregorian)
    }

    pub(super) fn point(&self) -> Option<Point> {
        let granularity = match self.day {
            Some(_) if self.has_month() => Granularity::Day,
            Some(_) => return None,
            None if self.has_month() => Granularity::Month,
            None => Granularity::Year,
        };
        let calendar = match (self.month, self.year) {
            (Some((calendar, _)), _) | (None, Some((_, calendar, _))) => calendar,
            (None, None) if granularity == Granularity::Day => Calendar::Gregorian,
            (None, None) => return None,
        };
        let mut point = Point::new(calendar, granularity);
        point.day = self.day;
        point.month = self.month.map(|(_, m)| m);
        if let Some((year, year_calendar, before)) = self.year {
            // A year of the other calendar cannot be lent.
            (year_calendar == calendar).then_some(())?;
            point.year = Some(year);
            point.before_era = before;
        }
        point.deictic = self.deictic;
        Some(point)
    }
}

/// One element at `at`, from a full date down to a bare day (only where `bare_day`) or year (only
/// where `bare_year`).
pub(super) fn element(w: &Window<'_>, at: usize, bare_day: bool, bare_year: bool) -> Option<Partial> {
    // بين عامي (2010) و(2015), من عام (2010) إلى عام (2015)
    let told = usize::from(singular(w, at, Unit::Year).is_some());
    if w.is_sign(at + told, CharClass::Opener) && w.is_sign(at + told + 2, CharClass::Closer) {
        if let Some(day) = day_in_brackets(w, at, bare_day) {
            return Some(day);
        }
        let year = year(w, at + told + 1, false).filter(|_| bare_year || told > 0)?;
        let start = w.get(at)?.span.start;
        return Some(Partial { start, next: at + told + 3, ..Partial::of(&Read::of_year(year)) });
    }
    let at = if sense(w, at, |s, r| {
        (matches!(s, Sense::DateNoun | Sense::Time(Unit::Day, NounForm::Singular))
            && !r.clitics.has(Clitics::ARTICLE))
        .then_some(())
    })
    .is_some()
    {
        at + 1
    } else {
        at
    };
    // بين الـ18 والـ25 من مايو
    let at = at + usize::from(is_article(w, at));
    if let Some(mut read) = core(w, at) {
        trailing(w, &mut read);
        return Some(Partial::of(&read));
    }
    if let Some(read) = month_element(w, at) {
        return Some(Partial::of(&read));
    }
    let noun_year = noun(w, at).filter(|&(u, form, _)| u == Unit::Year && form == NounForm::Singular);
    if let Some((.., r)) = noun_year {
        let found = year(w, at + 1, true)?;
        let mut read = Read::of_year(found);
        read.start = r.start;
        return Some(Partial::of(&read));
    }
    if bare_day && let Some((day, start, next)) = fields::day(w, at) {
        let digits = matches!(w.get(at)?.kind, ItemKind::Number(_));
        if digits || w.get(at)?.kind == ItemKind::Word {
            return Some(Partial { day: Some(day), start, next, ..Partial::default() });
        }
    }
    if bare_year {
        let found = year(w, at, false)?;
        let framed = (500..=2200).contains(&found.value) || found.calendar.is_some();
        (framed || lent_era(w, found.next)).then_some(())?;
        return Some(Partial::of(&Read::of_year(found)));
    }
    None
}

/// A day in brackets, with the month behind it or alone: من (5) إلى (7) مايو.
fn day_in_brackets(w: &Window<'_>, at: usize, bare: bool) -> Option<Partial> {
    let (day @ 1..=31, 1..=2) = plain(w, at + 1)? else { return None };
    let (day, start, next) = (Some(day as u8), w.get(at)?.span.start, at + 3);
    match month(w, next).filter(|name| name.clitics.is_none()) {
        Some(name) => Some(Partial { day, start, ..Partial::of(&with_year(w, name, Before::Day)) }),
        None => bare.then(|| Partial { day, start, next, ..Partial::default() }),
    }
}

/// Whether behind a year and what joins it stands one with its era: 356–323 ق.م, 150 - 204 هـ.
pub(super) fn lent_era(w: &Window<'_>, joint: usize) -> bool {
    let number = w.get(joint + 1).is_some_and(Item::is_number);
    let era = |(calendar, before, _)| before || calendar != Calendar::Gregorian;
    number && fields::era_mark(w, joint + 2).is_some_and(era)
}

pub(super) fn trailing(w: &Window<'_>, read: &mut Read) {
    if read.point.year.is_none()
        && let Some((n, behind)) = deictic(w, read.next).or_else(|| of_unit(w, read.next, Unit::Year))
    {
        read.point.deictic = Some(n);
        read.next = behind;
    }
}

/// A month in a list or range is licensed by its neighbours (L6).
pub(super) fn month_element(w: &Window<'_>, at: usize) -> Option<Read> {
    if let Some((read, _)) = month_alone(w, at, true) {
        return Some(read);
    }
    let found = month(w, at).filter(|m| !m.clitics.has(Clitics::ARTICLE))?;
    let mut read = with_year(w, found, Before::Nothing);
    trailing(w, &mut read);
    Some(read)
}

/// Whether the element that starts at `at` is joined by و, and where it starts.
pub(super) fn joined_at(w: &Window<'_>, at: usize) -> Option<usize> {
    if is_waw(w, at) {
        return Some(at + 1);
    }
    let clitics = sense(w, at, |s, r| {
        matches!(
            s,
            Sense::Month(..)
                | Sense::HijriMonth(..)
                | Sense::Ord(..)
                | Sense::Unit(_)
                | Sense::Tens(_)
                | Sense::Weekday(_)
                | Sense::Time(Unit::Year, NounForm::Singular)
        )
        .then_some(r.clitics)
    })
    .map(|(c, _)| c)?;
    joins(w, at, clitics).then_some(at)
}
