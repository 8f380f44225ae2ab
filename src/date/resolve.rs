//! From what is said to the days that are meant, by a reference date that the caller gives
//! (C.9). No clock is read.

use alloc::vec::Vec;

use super::calendar::{CivilDate, MAX_YEAR, Weekday};
use super::context::{Context, WeekdayPolicy, YearPolicy};
use super::hijri::HijriDate;
use super::resolved::{Period, Resolved, Shape};
use super::value::{Calendar, Date, Duration, Granularity, Point, TimeUnit};
use crate::error::{Error, Reason};

impl Date {
    /// The Gregorian day, month, year or interval that is meant, as [`Entity::resolve`](crate::Entity::resolve) has it. What
    /// is said of a part of a period, as in `أواخر 2019`, is resolved to the whole of it: [`Point::part`] tells which.
    ///
    /// # Errors
    ///
    /// Those of [`Entity::resolve`](crate::Entity::resolve).
    ///
    /// ```
    /// use warraq::{ArabicText as _, Context, Value};
    /// let found = "عام 2024".arabic_dates().next().unwrap();
    /// let Value::Date(date) = found.value() else { panic!() };
    /// assert_eq!(date.resolve(&Context::new())?.to_string(), "year:2024");
    /// # Ok::<(), warraq::Error>(())
    /// ```
    pub fn resolve(&self, context: &Context) -> Result<Resolved, Error> {
        resolve(self, context)
    }
}

fn resolve(date: &Date, context: &Context) -> Result<Resolved, Error> {
    let exact = |shape: Shape| Ok(Resolved { shape, tolerance: 0 });
    let out_of_range = || Error::new(Reason::OutOfRange);
    match date {
        Date::Point(p) => point(p, context),
        Date::Dual { gregorian, .. } => point(gregorian, context),
        Date::DateTime(p, clock) => {
            let day = point(p, context)?;
            match day.shape {
                Shape::One(p) => Ok(Resolved { shape: Shape::DateTime(p, *clock), tolerance: day.tolerance }),
                _ => Err(Error::new(Reason::NoPeriod)),
            }
        }
        Date::Set(points) => {
            let (first, others) = points.split_first().ok_or(Error::new(Reason::NoPeriod))?;
            let first = point(first, context)?;
            let mut tolerance = first.tolerance;
            let mut all = Vec::with_capacity(others.len());
            // Centuries are no points.
            let is_point = |one: &Resolved| matches!(one.shape, Shape::One(_));
            is_point(&first).then_some(()).ok_or(Error::new(Reason::NoPeriod))?;
            for p in others {
                let one = point(p, context)?;
                tolerance = tolerance.max(one.tolerance);
                all.push(one.ends().0);
            }
            Ok(Resolved { shape: Shape::Set(first.ends().0, all), tolerance })
        }
        Date::Interval { from, to } => {
            let (mut first, last) = (point(from, context)?, point(to, context)?);
            // من ديسمبر إلى يناير الماضي: the end decides, the beginning lies before it.
            if from.year.is_none() && first.start() > last.start() {
                first =
                    point(&Point { year: Some(first.start().year() - 1), deictic: None, ..*from }, context)?;
            }
            // من 5 مارس 2020 إلى 10 يوليو الجاري, said in 2019: none of the two days is to be guessed.
            if first.start() > last.ends().1.start {
                return Err(Error::new(Reason::Reversed));
            }
            let (from, to) = (first, last);
            let tolerance = from.tolerance.max(to.tolerance);
            Ok(Resolved { shape: Shape::Interval(from.ends().0, to.ends().1), tolerance })
        }
        Date::Relative { unit, count, .. } => {
            exact(relative(context.need()?, *unit, *count, context).ok_or_else(out_of_range)?)
        }
        Date::Offset { before, duration, throughout } => {
            let reference = context.need()?;
            let found = if *throughout {
                stretch(reference, *before, *duration)
            } else {
                offset(reference, *before, *duration)
            };
            exact(found.ok_or_else(out_of_range)?)
        }
        Date::Weekday { weekday: day, deictic } => {
            let start =
                weekday(context.need()?, *day, *deictic, context.weekdays).ok_or_else(out_of_range)?;
            exact(Shape::One(Period { start, granularity: Granularity::Day }))
        }
        Date::Weekdays { weekdays, deictic } => {
            let days = weekdays_together(context.need()?, weekdays, *deictic, context.weekdays);
            let days = days.ok_or_else(out_of_range)?;
            let (&first, others) = days.split_first().ok_or(Error::new(Reason::NoPeriod))?;
            exact(Shape::Set(first, others.to_vec()))
        }
        Date::Time(_) => Err(Error::new(Reason::Time)),
        Date::Duration(_) => Err(Error::new(Reason::Duration)),
        Date::Recurrence(_) => Err(Error::new(Reason::Recurrence)),
    }
}

fn first_of_month(year: i32, month: i32) -> Option<CivilDate> {
    let months = year.checked_mul(12)?.checked_add(month.checked_sub(1)?)?;
    CivilDate::new(months.div_euclid(12), (months.rem_euclid(12) + 1) as u8, 1).ok()
}

fn relative(r: CivilDate, unit: TimeUnit, count: i32, context: &Context) -> Option<Shape> {
    let one = |start: Option<CivilDate>, granularity| Some(Shape::One(Period { start: start?, granularity }));
    let years = |span: i32, first: i32| {
        let from = count.checked_mul(span)?.checked_add(r.year().div_euclid(span) * span + first)?;
        let year =
            |y: i32| Some(Period { start: CivilDate::new(y, 1, 1).ok()?, granularity: Granularity::Year });
        Some(Shape::Interval(year(from)?, year(from.checked_add(span - 1)?)?))
    };
    match unit {
        TimeUnit::Day => one(r.add_days(i64::from(count)), Granularity::Day),
        TimeUnit::Week => {
            let into = (7 + r.weekday().number_from_monday() - context.week_start.number_from_monday()) % 7;
            let start = r.add_days(i64::from(count) * 7 - i64::from(into))?;
            let day = |start| Period { start, granularity: Granularity::Day };
            Some(Shape::Interval(day(start), day(start.add_days(6)?)))
        }
        TimeUnit::Month => {
            let month = i32::from(r.month()).checked_add(count)?;
            one(first_of_month(r.year(), month), Granularity::Month)
        }
        TimeUnit::Quarter => {
            let first = count.checked_mul(3)?.checked_add((i32::from(r.month()) - 1) / 3 * 3 + 1)?;
            let month = |month| {
                Some(Period { start: first_of_month(r.year(), month)?, granularity: Granularity::Month })
            };
            Some(Shape::Interval(month(first)?, month(first.checked_add(2)?)?))
        }
        TimeUnit::Year => one(CivilDate::new(r.year().checked_add(count)?, 1, 1).ok(), Granularity::Year),
        TimeUnit::Decade => years(10, 0),
        TimeUnit::Century => years(100, 1),
    }
}

/// The day so long before or after the reference.
fn moved(r: CivilDate, before: bool, d: Duration) -> Option<CivilDate> {
    let sign = if before { -1 } else { 1 };
    let months = i32::try_from(d.years).ok()?.checked_mul(12)?.checked_add(i32::try_from(d.months).ok()?)?;
    let days = i64::from(d.weeks) * 7 + i64::from(d.days) + i64::from(d.hours) / 24;
    r.add_months(sign * months)?.add_days(i64::from(sign) * days)
}

/// Whether the length has hours or what is shorter.
const fn has_time(d: Duration) -> bool {
    d.hours > 0 || d.minutes > 0 || d.seconds > 0 || d.nanoseconds > 0
}

/// All the days up to the one before the reference, or from the one behind it: الأسبوعين المقبلين. Hours and less begin or end
/// on the day itself.
fn stretch(r: CivilDate, before: bool, d: Duration) -> Option<Shape> {
    let other = moved(r, before, d)?;
    let next = match (has_time(d), before) {
        (true, _) => r,
        (false, true) => r.add_days(-1)?,
        (false, false) => r.add_days(1)?,
    };
    let day = |start| Period { start, granularity: Granularity::Day };
    Some(if before { Shape::Interval(day(other), day(next)) } else { Shape::Interval(day(next), day(other)) })
}

fn offset(r: CivilDate, before: bool, d: Duration) -> Option<Shape> {
    let moved = moved(r, before, d)?;
    let fine = d.weeks > 0 || d.days > 0 || has_time(d);
    let (start, granularity) = if fine {
        (moved, Granularity::Day)
    } else if d.months > 0 {
        (first_of_month(moved.year(), i32::from(moved.month()))?, Granularity::Month)
    } else {
        (CivilDate::new(moved.year(), 1, 1).ok()?, Granularity::Year)
    };
    Some(Shape::One(Period { start, granularity }))
}

/// R4 and R5: strictly before or after the reference with a deictic, by the policy without.
fn weekday(r: CivilDate, day: Weekday, deictic: Option<i8>, policy: WeekdayPolicy) -> Option<CivilDate> {
    let ahead = i64::from((7 + day.number_from_monday() - r.weekday().number_from_monday()) % 7);
    let strictly_after = if ahead == 0 { 7 } else { ahead };
    let shift = match deictic {
        Some(n @ 1..) => strictly_after + i64::from(n - 1) * 7,
        Some(n @ ..=-1) => ahead - 7 + i64::from(n + 1) * 7,
        Some(0) => ahead,
        None => match policy {
            WeekdayPolicy::Past => {
                if ahead == 0 {
                    0
                } else {
                    ahead - 7
                }
            }
            WeekdayPolicy::Future => ahead,
            WeekdayPolicy::Nearest => {
                if ahead > 3 {
                    ahead - 7
                } else {
                    ahead
                }
            }
        },
    };
    r.add_days(shift)
}

/// The days of one stretch, in the order of time: يومي السبت والأحد are two days in a row, whichever of them is the nearest.
fn weekdays_together(
    r: CivilDate,
    weekdays: &[Weekday],
    deictic: Option<i8>,
    policy: WeekdayPolicy,
) -> Option<Vec<Period>> {
    let ahead = |from: Weekday, day: Weekday| (7 + day.number_from_monday() - from.number_from_monday()) % 7;
    let span = |first: Weekday| weekdays.iter().map(|&day| ahead(first, day)).max().unwrap_or(0);
    let first = weekdays.iter().copied().min_by_key(|&first| span(first))?;
    let span = span(first);
    let last = weekdays.iter().copied().find(|&day| ahead(first, day) == span)?;
    let from_first = weekday(r, first, deictic, policy)?;
    let from_last = weekday(r, last, deictic, policy)?.add_days(-i64::from(span))?;
    let distance = |start: CivilDate| {
        let (start, r) = (start.to_days(), r.to_days());
        (start - r).abs() + (start + i64::from(span) - r).abs()
    };
    let start = match (deictic, policy) {
        (Some(..=-1), _) | (None, WeekdayPolicy::Past) => from_last,
        (Some(_), _) | (None, WeekdayPolicy::Future) => from_first,
        (None, WeekdayPolicy::Nearest) if distance(from_last) < distance(from_first) => from_last,
        (None, WeekdayPolicy::Nearest) => from_first,
    };
    let mut shifts: Vec<u8> = weekdays.iter().map(|&day| ahead(first, day)).collect();
    shifts.sort_unstable();
    let day =
        |shift: u8| Some(Period { start: start.add_days(i64::from(shift))?, granularity: Granularity::Day });
    shifts.into_iter().map(day).collect()
}

fn point(p: &Point, context: &Context) -> Result<Resolved, Error> {
    let out_of_range = || Error::new(Reason::OutOfRange);
    if let (None, Some(day), Some(n)) = (p.month, p.day, p.deictic) {
        let r = context.need()?;
        let month = first_of_month(r.year(), i32::from(r.month()) + i32::from(n)).ok_or_else(out_of_range)?;
        let start = CivilDate::new(month.year(), month.month(), day)?;
        return Ok(Resolved {
            shape: Shape::One(Period { start, granularity: Granularity::Day }),
            tolerance: 0,
        });
    }
    let year = match p.year {
        Some(year) => year,
        None => implied_year(p, context)?,
    };
    // The years of either calendar that days can be held of; a century has its number here.
    if !(-MAX_YEAR..=MAX_YEAR).contains(&year) {
        return Err(out_of_range());
    }
    match p.calendar {
        Calendar::Gregorian => {
            let shape = gregorian(p, year).ok_or_else(out_of_range)?;
            Ok(Resolved { shape, tolerance: 0 })
        }
        Calendar::Hijri => {
            if p.before_era {
                return Err(Error::new(Reason::BeforeHijra));
            }
            let (Some(month), Some(day), None) = (p.month, p.day, p.part) else {
                return hijri_period(p, year, context);
            };
            let converted =
                HijriDate::new(year, month, day)?.to_civil(context.hijri).ok_or_else(out_of_range)?;
            let start = converted.day();
            Ok(Resolved {
                shape: Shape::One(Period { start, granularity: Granularity::Day }),
                tolerance: converted.tolerance_days(),
            })
        }
        Calendar::SolarHijri => Err(Error::new(Reason::SolarHijri)),
    }
}

/// The days of a Hijri month, year or larger period, if they are asked for (H6).
fn hijri_period(p: &Point, year: i32, context: &Context) -> Result<Resolved, Error> {
    if !context.hijri_periods {
        return Err(Error::new(Reason::Hijri));
    }
    let month = i32::from(p.month.unwrap_or(1));
    // Months from the beginning of the first year.
    let of_year = |year: i32| year.checked_sub(1).and_then(|years| years.checked_mul(12));
    let (first, months) = match p.granularity {
        Granularity::Day | Granularity::Week | Granularity::Month => {
            (of_year(year).map(|m| m + month - 1), 1)
        }
        Granularity::Quarter => (of_year(year).map(|m| m + 3 * (month - 1)), 3),
        Granularity::Half => (of_year(year).map(|m| m + 6 * (month - 1)), 6),
        Granularity::Year => (of_year(year), 12),
        Granularity::Decade => (of_year(year), 120),
        Granularity::Century => (year.checked_mul(100).and_then(|last| of_year(last - 99)), 1200),
    };
    let out_of_range = || Error::new(Reason::OutOfRange);
    let convert = |months: i32, day: u8| {
        let date = HijriDate::new(months.div_euclid(12) + 1, (months.rem_euclid(12) + 1) as u8, day)?;
        date.to_civil(context.hijri).ok_or_else(out_of_range)
    };
    let first = first.ok_or_else(out_of_range)?;
    let granularity = Granularity::Day;
    // The eve of a day is told of the day: nothing is shifted (H5).
    if let (Granularity::Day, Some(day)) = (p.granularity, p.day) {
        let converted = convert(first, day)?;
        let day = Period { start: converted.day(), granularity };
        return Ok(Resolved { shape: Shape::One(day), tolerance: converted.tolerance_days() });
    }
    let (from, behind) = (convert(first, 1)?, convert(first + months, 1)?);
    let last = behind.day().add_days(-1).ok_or_else(out_of_range)?;
    Ok(Resolved {
        shape: Shape::Interval(
            Period { start: from.day(), granularity },
            Period { start: last, granularity },
        ),
        tolerance: from.tolerance_days().max(behind.tolerance_days()),
    })
}

fn gregorian(p: &Point, year: i32) -> Option<Shape> {
    // There is no year 0: 1 BCE is the year before 1 CE.
    let astronomical = if p.before_era { 1 - year } else { year };
    let month = p.month.map_or(1, i32::from);
    let span = |first: Option<CivilDate>, last: Option<CivilDate>, granularity| {
        Some(Shape::Interval(Period { start: first?, granularity }, Period { start: last?, granularity }))
    };
    let january = |y: i32| CivilDate::new(y, 1, 1).ok();
    match p.granularity {
        Granularity::Day | Granularity::Week => {
            let start = CivilDate::new(astronomical, p.month?, p.day?).ok()?;
            Some(Shape::One(Period { start, granularity: Granularity::Day }))
        }
        Granularity::Month => Some(Shape::One(Period {
            start: first_of_month(astronomical, month)?,
            granularity: Granularity::Month,
        })),
        Granularity::Quarter | Granularity::Half => {
            let months = if p.granularity == Granularity::Half { 6 } else { 3 };
            let first = (month - 1) * months + 1;
            span(
                first_of_month(astronomical, first),
                first_of_month(astronomical, first + months - 1),
                Granularity::Month,
            )
        }
        Granularity::Year => {
            Some(Shape::One(Period { start: january(astronomical)?, granularity: Granularity::Year }))
        }
        Granularity::Decade => span(january(astronomical), january(astronomical + 9), Granularity::Year),
        Granularity::Century => {
            let last = if p.before_era { 1 - (year - 1) * 100 - 1 } else { year * 100 };
            span(january(last - 99), january(last), Granularity::Year)
        }
    }
}

/// The year that a deictic or a weekday gives to a date without one (R2, R3, R7, R8).
fn implied_year(p: &Point, context: &Context) -> Result<i32, Error> {
    let none = || Error::new(Reason::NeedsYear);
    if p.month.is_none() && p.day.is_some() {
        return Err(Error::new(Reason::NeedsMonth));
    }
    if p.calendar == Calendar::Hijri && p.granularity == Granularity::Month && !context.hijri_periods {
        return Err(Error::new(Reason::Hijri));
    }
    if p.deictic.is_none() && p.weekday.is_none() && context.years == YearPolicy::Unknown {
        return Err(none());
    }
    let r = context.need()?;
    let (year, month, into) = match p.calendar {
        Calendar::Gregorian => (r.year(), r.month(), r.day()),
        Calendar::Hijri => {
            let hijri = HijriDate::from_civil(r, context.hijri).ok_or(Error::new(Reason::OutOfRange))?;
            (hijri.year(), hijri.month(), hijri.day())
        }
        Calendar::SolarHijri => {
            return Err(Error::new(Reason::SolarHijri));
        }
    };
    if let Some(n) = p.deictic {
        let Some(of) = p.month().or(match p.granularity {
            Granularity::Quarter | Granularity::Half => Some(month),
            _ => None,
        }) else {
            return Ok(year + i32::from(n));
        };
        if matches!(p.granularity, Granularity::Quarter | Granularity::Half) {
            return Ok(year + i32::from(n));
        }
        return Ok(match n {
            0 => year,
            ..=-1 => year + i32::from(n) + i32::from(of < month),
            _ => year + i32::from(n) - i32::from(of > month),
        });
    }
    // R7: the nearest year within five whose weekday agrees. R6: the year by the policy.
    let (Some(month), Some(day)) = (p.month(), p.day.or(Some(1))) else { return Err(none()) };
    let reach = if p.weekday.is_some() { 5 } else { 4 };
    // The month of the reference day is not over: it counts as a whole.
    let from = match p.granularity {
        Granularity::Month => r.add_days(1 - i64::from(into)).unwrap_or(r),
        _ => r,
    };
    let mut best: Option<(i64, i32)> = None;
    for candidate in year - reach..=year + reach {
        let civil = match p.calendar {
            Calendar::Gregorian => CivilDate::new(candidate, month, day).ok(),
            _ => HijriDate::new(candidate, month, day)
                .ok()
                .and_then(|h| h.to_civil(context.hijri))
                .map(|c| c.day()),
        };
        let Some(civil) = civil.filter(|c| p.weekday.is_none_or(|weekday| c.weekday() == weekday)) else {
            continue;
        };
        let ahead = civil.to_days() - from.to_days();
        let allowed = p.weekday.is_some()
            || match context.years {
                YearPolicy::Unknown | YearPolicy::Nearest => true,
                YearPolicy::Past => ahead <= 0,
                YearPolicy::Future => ahead >= 0,
            };
        let distance = ahead.abs();
        if allowed && best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, year)| year).ok_or_else(none)
}
