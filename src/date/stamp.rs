//! Time stamps as machines write them: `2023-09-17T09:52:00+03:00` (ISO 8601, RFC 3339).

use super::Candidate;
use super::read::valid;
use super::value::{Calendar, Clock, Date, Granularity, Point, Zone};
use crate::certainty::Certainty;
use crate::class::CharClass;
use crate::item::{AHEAD, Window};

/// What is left to read, byte by byte.
struct Rest<'t>(&'t str);

impl Rest<'_> {
    fn digits(&mut self, count: usize) -> Option<u32> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        let value = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())??;
        self.0 = rest;
        Some(value)
    }

    fn sign(&mut self, signs: &[char]) -> Option<char> {
        let sign = self.0.chars().next().filter(|c| signs.contains(c))?;
        self.0 = self.0.get(sign.len_utf8()..)?;
        Some(sign)
    }

    /// `Z`, `+03:00`, `-0330`.
    fn zone(&mut self) -> Option<Zone> {
        let sign = self.sign(&['Z', '+', '-'])?;
        if sign == 'Z' {
            return Some(Zone::Utc);
        }
        let hours = self.digits(2).filter(|hours| *hours <= 14)?;
        self.sign(&[':']);
        let minutes = self.digits(2).filter(|minutes| *minutes < 60)?;
        let east = i16::try_from(hours * 60 + minutes).ok()?;
        Some(Zone::Offset(if sign == '-' { -east } else { east }))
    }
}

/// A day, T and a time of day with minutes, at a year of four digits. Seconds and a zone may be there, and decimals of
/// seconds, which are not kept; none with 24:00 or a leap second.
#[inline(never)]
pub(super) fn time_stamp(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let start = w.get(at).filter(|_| w.is_sign(at + 1, CharClass::Dash))?.span.start;
    let text = w.text.get(start..)?;
    let mut rest = Rest(text);
    let mut point = Point::new(Calendar::Gregorian, Granularity::Day);
    point.year = i32::try_from(rest.digits(4)?).ok();
    rest.sign(&['-'])?;
    point.month = u8::try_from(rest.digits(2)?).ok();
    rest.sign(&['-'])?;
    point.day = u8::try_from(rest.digits(2)?).ok();
    rest.sign(&['T'])?;
    let hour = u8::try_from(rest.digits(2)?).ok().filter(|hour| *hour < 24)?;
    rest.sign(&[':'])?;
    let minute = u8::try_from(rest.digits(2)?).ok().filter(|minute| *minute < 60)?;
    let mut second = None;
    if rest.sign(&[':']).is_some() {
        second = Some(u8::try_from(rest.digits(2)?).ok().filter(|second| *second < 60)?);
        let stop = rest.0;
        if rest.sign(&['.', ',']).is_some() && rest.digits(1).is_none() {
            rest.0 = stop;
        }
        while rest.digits(1).is_some() {}
    }
    let mut ahead = Rest(rest.0);
    let zone = ahead.zone();
    if zone.is_some() {
        rest = ahead;
    }
    let end = start + text.len() - rest.0.len();
    let next = (at..at + AHEAD).find(|&i| w.get(i).is_none_or(|item| item.span.start >= end))?;
    let whole = w.before(next, 1).is_some_and(|last| last.span.end == end);
    let clock = Clock { hour, minute, second, half_unknown: false, zone };
    (valid(&point) && whole)
        .then(|| Candidate::unflagged(w, start, next, Date::DateTime(point, clock), Certainty::Certain))
}
