//! Days as the chronicles and old deeds count them (C.14): from the beginning of the
//! month and towards its end, and by tens. A profile: in ordinary prose these words say other things.

use super::Candidate;
use super::fields::{mixed, month, noun, singular};
use super::months::{Before, with_year};
use super::read::valid;
use super::value::{Calendar, Date, Granularity, Point};
use crate::certainty::{Certainty, Flags};
use crate::item::{Clitics, Window};
use crate::lexicon::{Sense, Unit};
use crate::number::{cardinal, end_of, has, is_letters, reading};

/// `لسبع خلون من رجب سنة 575`, `لثلاث عشرة ليلة بقيت من صفر`, `العشر الأواخر من رمضان`.
pub(super) fn classical(w: &Window<'_>, at: usize) -> Option<Candidate> {
    counted_nights(w, at).or_else(|| ten_days(w, at))
}

fn counted_nights(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let count = cardinal(w, at)?;
    // The number carries ل, which stands outside of it.
    let first = w.get(at)?.span.start;
    let lam = w.text.get(first..count.start)?;
    if !is_letters(lam, "ل") && !is_letters(lam, "ول") {
        return None;
    }
    let nights = reading(w, count.next, |s, r| matches!(s, Sense::Night) && r.clitics.is_none()).is_some()
        || w.get(count.next).is_some_and(|i| ["ليال", "ليالي"].iter().any(|n| is_letters(w.text_of(i), n)));
    let verb = count.next + usize::from(nights);
    let passed = has(w, verb, |s| matches!(s, Sense::Passed));
    if !passed && !has(w, verb, |s| matches!(s, Sense::Remaining)) {
        return None;
    }
    let from = reading(w, verb + 1, |s, _| matches!(s, Sense::From))?;
    let number = u8::try_from(count.value.to_integer()?).ok().filter(|n| (1..=29).contains(n))?;
    // Whether the month will have 29 or 30 days is not known before its end.
    let day = if passed { number } else { 31 - number };
    let mut read = lunar(w, verb + 1 + from.items)?;
    read.point.day = Some(day);
    read.point.granularity = Granularity::Day;
    let flags = read.flags.with(Flags::APPROXIMATE.when(!passed));
    valid(&read.point).then(|| {
        Candidate::new(w, count.start, read.next, Date::Point(read.point), Certainty::Certain, flags)
    })
}

fn ten_days(w: &Window<'_>, at: usize) -> Option<Candidate> {
    let r = reading(w, at, |s, r| matches!(s, Sense::Ten) && r.clitics.has(Clitics::ARTICLE))?;
    let word = w.get(at + 1).map(|i| w.bare(i))?;
    let first = match word.as_str() {
        "الأول" | "الأوائل" | "الاول" | "الاوائل" | "الأولى" | "الأُوَل" => {
            1
        }
        "الأوسط" | "الأواسط" | "الاوسط" | "الاواسط" | "الوسطى" => 11,
        "الأواخر" | "الاواخر" | "الأخير" | "الأخيرة" => 21,
        _ => return None,
    };
    let from = reading(w, at + 2, |s, _| matches!(s, Sense::From))?;
    let read = lunar(w, at + 2 + from.items)?;
    let day = |day: u8| Point { day: Some(day), granularity: Granularity::Day, ..read.point };
    let flags = read.flags.with(mixed(w, r.start, end_of(w, read.next)));
    let date = Date::Interval { from: day(first), to: day(first + 9) };
    Some(Candidate::new(w, r.start, read.next, date, Certainty::Certain, flags))
}

/// A Hijri month, behind شهر or not, and its year.
fn lunar(w: &Window<'_>, at: usize) -> Option<super::read::Read> {
    let noun = noun(w, at).filter(|(unit, ..)| *unit == Unit::Month);
    let place = at + usize::from(noun.is_some() && singular(w, at, Unit::Month).is_some());
    let month = month(w, place).filter(|m| m.calendar == Calendar::Hijri)?;
    Some(with_year(w, month, Before::Nothing))
}
