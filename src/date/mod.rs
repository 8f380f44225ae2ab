//! Dates, times and durations: what they say, and what day that is. Reads numbers through
//! `number`; knows nothing of sentences.
//!
//! What the tags of rules in comments mean, such as (C.6) or (R7), stands in `src/guide/rules.md`. The files, in the
//! order to read them:
//!
//! | file | what it holds |
//! |---|---|
//! | `value` | what a date in a text says |
//! | `read` | a date as far as it has been read |
//! | `fields` | days, months, years, eras, deictics as they are written |
//! | `day` | a day with its month, and what stands before it |
//! | `absolute` | dates that name their day, month or year |
//! | `numeric` | dates in digits alone |
//! | `stamp` | time stamps of machines |
//! | `months` | months without a day |
//! | `nth` | weeks, weekdays and days by their number in a month |
//! | `years` | years behind their noun, or in words |
//! | `lone_year` | digits that are a year without a noun |
//! | `lone_year/things` | years of models, terms, medals, decisions, what is held again and again |
//! | `year_rows` | years one after the other |
//! | `cited` | years of references and of short lives |
//! | `other_report` | the year of another report |
//! | `change` | amounts that change, before which no year stands |
//! | `two_calendars` | the same day in two calendars |
//! | `classical` | days as the chronicles count them |
//! | `sets` | several dates in one |
//! | `interval` | from one date to another |
//! | `partial` | the elements of sets and intervals |
//! | `relative` | dates that count from the reference |
//! | `weekday` | days of the week |
//! | `offset` | so long before or after now |
//! | `duration` | lengths of time |
//! | `lasting` | what tells that a noun of time is a length |
//! | `period` | decades, centuries, quarters; where lengths and times are asked |
//! | `clock` | times of day |
//! | `hours` | hours, minutes and seconds |
//! | `halves` | the halves of the day |
//! | `zone` | time zones |
//! | `calendar` | the civil calendar |
//! | `hijri` | the Hijri calendars |
//! | `umm_al_qura` | the table of Umm al-Qura, generated |
//! | `context` | what a date is resolved against |
//! | `resolve` | from what is said to the days that are meant |
//! | `resolved` | what a date resolves to |

mod absolute;
mod calendar;
mod change;
mod cited;
mod classical;
mod clock;
mod context;
mod day;
mod duration;
mod fields;
mod halves;
mod hijri;
mod hours;
mod interval;
mod lasting;
mod lone_year;
mod months;
mod nth;
mod numeric;
mod offset;
mod other_report;
mod partial;
mod period;
mod read;
mod relative;
mod resolve;
mod resolved;
mod sets;
mod stamp;
mod two_calendars;
mod umm_al_qura;
mod value;
mod weekday;
mod year_rows;
mod years;
mod zone;

pub use calendar::{CivilDate, Weekday};
pub use context::{Context, WeekdayPolicy, YearPolicy};
pub use hijri::{HijriConversion, HijriDate, HijriRule};
pub use resolved::Resolved;
pub use value::{Calendar, Clock, Date, DatePart, Duration, Granularity, Point, TimeUnit, Zone};

use crate::certainty::{Certainty, Flags, Profiles};
use crate::class::CharClass;
use crate::item::{Item, ItemKind, Starts, Window};
use crate::lexicon::{NounForm, Sense, Unit};
use crate::number::{Found, end_of, has, is_and_half, is_waw};

/// Monday is 1, Sunday 7.
fn weekday_from_iso(number: u8) -> Option<Weekday> {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday]
        .get(usize::from(number.checked_sub(1)?))
        .copied()
}

/// A day with its day and month exchanged, if that is a day.
pub(crate) fn exchanged(point: &Point) -> Option<Point> {
    let other = Point { month: point.day, day: point.month, ..*point };
    read::valid(&other).then_some(other)
}

/// Why a candidate is not reported as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Blocked {
    No,
    /// It is part of a name: ميدان 6 أكتوبر.
    Name,
}

/// A possible date; without a value it only keeps its parts from being reported.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) found: Found<Option<Date>>,
    pub(crate) blocked: Blocked,
}

impl Candidate {
    fn new(
        w: &Window<'_>,
        start: usize,
        next: usize,
        date: Date,
        certainty: Certainty,
        flags: Flags,
    ) -> Self {
        let end = end_of(w, next);
        Self { found: Found { start, end, next, value: Some(date), certainty, flags }, blocked: Blocked::No }
    }

    /// One without flags.
    fn unflagged(w: &Window<'_>, start: usize, next: usize, date: Date, certainty: Certainty) -> Self {
        Self::new(w, start, next, date, certainty, Flags::NONE)
    }

    /// A candidate that claims its span and reports nothing.
    fn nothing(w: &Window<'_>, start: usize, next: usize) -> Self {
        Self {
            found: Found {
                start,
                end: end_of(w, next),
                next,
                value: None,
                certainty: Certainty::Certain,
                flags: Flags::NONE,
            },
            blocked: Blocked::No,
        }
    }
}

/// Every date, time and duration that starts at `at`.
pub(crate) fn dates(w: &Window<'_>, at: usize, found: &mut impl FnMut(Candidate)) {
    if !may_start(w, at) {
        return;
    }
    let mut with_time = |candidate: Candidate| {
        if let Some(Date::Point(point)) = candidate.found.value
            && point.granularity() == Granularity::Day
            && candidate.blocked == Blocked::No
            && let Some(timed) = date_time(w, point, &candidate)
        {
            found(timed);
        }
        found(candidate);
    };
    let year = w.get(at).is_some_and(|i| matches!(i.kind, ItemKind::Number(d) if d.plain && d.len == 4));
    if year && let Some(stamp) = stamp::time_stamp(w, at) {
        with_time(stamp);
        return;
    }
    absolute::dates(w, at, &mut with_time);
    sets::sets(w, at, &mut with_time);
    relative::relatives(w, at, &mut with_time);
    if w.can(at, Starts::OFFSET) {
        offset::offset(w, at).into_iter().for_each(&mut with_time);
    }
    period::periods(w, at, &mut with_time);
    if w.options.profiles.contains(Profiles::CLASSICAL)
        && w.get(at).is_some_and(|item| item.starts(Starts::NUMBER))
        && let Some(candidate) = classical::classical(w, at)
    {
        with_time(candidate);
    }
}

/// A glance at what stands behind, which most numbers and nouns of time have nothing to do with.
fn may_start(w: &Window<'_>, at: usize) -> bool {
    let Some(item) = w.get(at) else { return false };
    // What the lexicon does not know ends every date, and so do most signs.
    let goes_on = |at: usize| {
        w.get(at).is_some_and(|next| match next.kind {
            ItemKind::Word => !next.is_unknown() || is_waw(w, at),
            ItemKind::Number(_) => true,
            ItemKind::Sign(class) => !matches!(
                class,
                CharClass::FullStop
                    | CharClass::Quote
                    | CharClass::Percent
                    | CharClass::Currency
                    | CharClass::Semicolon
            ),
            ItemKind::Opaque | ItemKind::Break => false,
        })
    };
    let starts = item.starts;
    let timely = w.goes_on(at).any(Starts::TIMELY.with(Starts::SIGN));
    if let ItemKind::Number(digits) = item.kind {
        // Alone, three or four digits may be a year.
        return !digits.plain
            || matches!(digits.len, 3 | 4)
            || timely && (goes_on(at + 1) || goes_on(w.behind_count(at)))
            // في 23 منه
            || w.get(at + 1).is_some_and(|next| w.text_of(next) == "منه")
            || hours::is_alternative(w, at)
            || hours::is_second_hour(w, at)
            || hours::ends_hours(w, at)
            || hours::span_from(w, at).is_some()
            || lone_year::is_short(w, at);
    }
    if starts.only(Starts::NUMBER) {
        // The chronicles' ليال are no noun of the lexicon.
        let counts = w.options.profiles.contains(Profiles::CLASSICAL);
        // بحلول ألفين وثلاثين
        let year = w
            .counted(at)
            .is_some_and(|counted| counted.scale == 0 && (1900..=2100).contains(&counted.mantissa));
        return counts
            || year
            || timely && goes_on(w.behind_count(at))
            || other_report::may_report(w, at)
            // في العشرين منه
            || w.spells(w.get(at + 1), &["منه"]);
    }
    if starts.only(Starts::ORDINAL) {
        return timely && goes_on(at + 1)
            // في العاشر منه
            || w.spells(w.get(at + 1), &["منه"])
            || period::may_be_second(w, at)
            || hours::is_alternative(w, at)
            || hours::is_second_hour(w, at)
            || hours::is_hour_of_day(w, at)
            || hours::span_from(w, at).is_some()
            || halves::part_of_named_day(w, at + 1).is_some();
    }
    if starts.only(Starts::TIME) {
        // عامين and اليوم say something alone, and a period has its last one: الأسبوع الأخير من.
        let alone = |s: &Sense| {
            matches!(s, Sense::Time(_, NounForm::Dual) | Sense::Time(Unit::Day, NounForm::Singular))
        };
        let last = || w.get(at + 1).is_some_and(|next| w.bare(next).as_str().ends_with("خير"));
        // السنوات المالية 2020 و2021, السنوات المالية (2020، 2021)
        let number = |at: usize| w.get(at).is_some_and(Item::is_number);
        let years = || number(at + 2) || w.is_sign(at + 2, CharClass::Opener) && number(at + 3);
        // ساعة ونص, السنة المالية الحالية
        let half = || is_and_half(w, at + 1) || w.spells(w.before(at, 1), &["نص"]);
        let of_year = || fields::is_kind_of_year(w, at + 1);
        return goes_on(at + 1)
            || has(w, at, alone)
            || last()
            || years()
            || half()
            || of_year()
            || lasting::lasts(w, at);
    }
    true
}

/// A time of day behind a day: `17 أكتوبر 2019 10:07 ص`.
fn date_time(w: &Window<'_>, point: Point, date: &Candidate) -> Option<Candidate> {
    point.year().or(point.deictic().map(i32::from))?;
    let mut at = date.found.next;
    let comma = w.get(at).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Comma));
    if comma
        || w.get(at).is_some_and(|i| matches!(w.text_of(i), "في" | "عند" | "-" | "–" | "|"))
            && !w.can(at, Starts::EVENT)
    {
        at += 1;
    }
    // على الساعة 10:32, في تمام الساعة العاشرة
    let hour = |at: usize| w.can(at, Starts::TIME) && w.spells(w.get(at), &["الساعة"]);
    // اتفقا في 3 مارس 2024 على الساعة 10
    let agreed =
        || w.recent(at, 8).any(|i| w.spells_behind(w.get(i), &["اتفق", "اتفقا", "اتفقوا", "استقر", "صوت"]));
    at += usize::from(w.spells(w.get(at), &["على", "حوالي", "نحو"]) && hour(at + 1) && !agreed());
    at += usize::from(w.spells(w.get(at), &["تمام", "حدود"]) && hour(at + 1));
    let Found { value: clock, next, certainty, .. } = clock::clock(w, at)?;
    // الساعة 24:00 is the end of the day.
    let first = (at..next).find_map(|i| fields::plain(w, i));
    let midnight = first.is_some_and(|(hour, _)| hour == 24);
    if midnight && clock.hour == 0 {
        return None;
    }
    let certainty = certainty.min(date.found.certainty);
    Some(Candidate::new(w, date.found.start, next, Date::DateTime(point, clock), certainty, date.found.flags))
}
