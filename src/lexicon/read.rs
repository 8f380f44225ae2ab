//! The lines of the data files: a word or phrase, and its senses.

use alloc::vec::Vec;

use super::sense::{Bound, DayHalf, Era, MonthClass, MultForm, NounForm, OrdForm, Part, Sense, Unit};
use crate::fold::Folded;

/// Key and senses of a data line; `None` for comments, empty lines and what cannot be read.
pub(super) fn read_line(line: &'static str) -> Option<(Vec<u8>, Vec<Sense>)> {
    let (words, list) = line.split_once('\t').filter(|_| !line.starts_with('#'))?;
    let mut key = Vec::new();
    for word in words.split(' ') {
        if !key.is_empty() {
            key.push(b' ');
        }
        key.extend_from_slice(Folded::new(word)?.as_bytes());
    }
    let mut senses = Vec::new();
    for item in list.split(' ') {
        senses.push(read_sense(item)?);
    }
    Some((key, senses))
}

fn read_sense(item: &'static str) -> Option<Sense> {
    let mut fields = item.split(':');
    let name = fields.next()?;
    let mut next = || fields.next();
    let number = |field: Option<&'static str>| field?.parse::<u8>().ok();
    Some(match name {
        "zero" => Sense::Zero,
        "unit" if item.as_bytes().get(5).is_some_and(u8::is_ascii_digit) => Sense::Unit(number(next())?),
        "unit" => Sense::Symbol(next()?),
        "a1" => Sense::A1,
        "p12" => Sense::P12,
        "ten" => Sense::Ten,
        "teen" => Sense::Teen(number(next())?),
        "thousands" => Sense::Thousands(number(next())?),
        "tens" => Sense::Tens(number(next())?),
        "hundred" => Sense::Hundred,
        "hundredp" => Sense::HundredPlural,
        "hundreds" => Sense::Hundreds(next()?.parse().ok()?),
        "mult" => Sense::Mult(number(next())?, MultForm::Singular),
        "multa" => Sense::Mult(number(next())?, MultForm::Accusative),
        "multp" => Sense::Mult(number(next())?, MultForm::Plural),
        "multd" => Sense::Mult(number(next())?, MultForm::Dual),
        "multc" => Sense::Mult(number(next())?, MultForm::ConstructDual),
        "ord" => Sense::Ord(number(next())?, OrdForm::Masculine),
        "ordf" => Sense::Ord(number(next())?, OrdForm::Feminine),
        "ordr" => Sense::Ord(number(next())?, OrdForm::Rank),
        "ord1" => Sense::Ord(number(next())?, OrdForm::CompoundOnly),
        "frac" => {
            let (above, below) = next()?.split_once('/')?;
            Sense::Frac(above.parse().ok()?, below.parse().ok()?)
        }
        "fracp" => Sense::FracPlural(number(next())?),
        "minus" => Sense::Minus,
        "point" => Sense::DecimalWord,
        "per" => Sense::Per(next()?.parse().ok()?),
        "number-sign" => Sense::NumberSign,
        "phone" => Sense::PhoneWord,
        "version" => Sense::VersionWord,
        "score" => Sense::ScoreWord,
        "measure" => Sense::Measure,
        "whole" => Sense::Whole(number(next())?),
        "degree" => Sense::Degree,
        "money" => Sense::Money(next()?),
        "family" => Sense::MoneyFamily(next()?),
        "bound" => Sense::Bound(match next()? {
            "about" => Bound::About,
            "more" => Bound::MoreThan,
            "less" => Bound::LessThan,
            "least" => Bound::AtLeast,
            "most" => Bound::AtMost,
            _ => return None,
        }),
        "name" => Sense::Name,
        "month" => Sense::Month(number(next())?, month_class(next()?)?),
        "hmonth" => Sense::HijriMonth(number(next())?, month_class(next()?)?),
        "month-head" => Sense::MonthHead(number(next())?),
        "month-letter" => Sense::MonthLetter(number(next())?),
        "wday" => Sense::Weekday(number(next())?),
        "time" => {
            let unit = match next()? {
                "second" => Unit::Second,
                "minute" => Unit::Minute,
                "hour" => Unit::Hour,
                "day" => Unit::Day,
                "week" => Unit::Week,
                "month" => Unit::Month,
                "year" => Unit::Year,
                "decade" => Unit::Decade,
                "century" => Unit::Century,
                _ => return None,
            };
            let form = match next()? {
                "sg" => NounForm::Singular,
                "acc" => NounForm::Accusative,
                "du" => NounForm::Dual,
                "duc" => NounForm::ConstructDual,
                "pl" => NounForm::Plural,
                _ => return None,
            };
            Sense::Time(unit, form)
        }
        "night" => Sense::Night,
        "day-noun" => Sense::DayNoun,
        "event" => Sense::Event,
        "contract" => Sense::Contract,
        "date-noun" => Sense::DateNoun,
        "agrees" => Sense::Agrees,
        "prep" => Sense::Prep,
        "since" => Sense::Since,
        "within" => Sense::Within,
        "before" => Sense::Before,
        "after" => Sense::After,
        "to" => Sense::To,
        "from" => Sense::From,
        "between" => Sense::Between,
        "approx" => Sense::Approx,
        "part" => match next()? {
            "start" => Sense::Part(Part::Start),
            "mid" => Sense::Part(Part::Middle),
            "end" => Sense::Part(Part::End),
            _ => return None,
        },
        "part-noun" => match next()? {
            "quarter" => Sense::PartQuarter,
            "half" => Sense::PartHalf,
            _ => return None,
        },
        "first" => Sense::First,
        "deictic" => Sense::Deictic(next()?.parse().ok()?),
        "this" => Sense::This,
        "that" => Sense::That,
        "this-day" => Sense::ThisDay,
        "dayword" => Sense::DayWord(next()?.parse().ok()?),
        "every" => Sense::Every,
        "now" => Sense::Now,
        "era" => Sense::Era(match next()? {
            "ce" => Era::Ce,
            "bce" => Era::Bce,
            "ah" => Era::Ah,
            "bh" => Era::Bh,
            "sh" => Era::SolarHijri,
            _ => return None,
        }),
        "decade" => Sense::Decade(number(next())?),
        "period" => Sense::DayHalf(match next()? {
            "am" => DayHalf::Am,
            "pm" => DayHalf::Pm,
            "noon" => DayHalf::Noon,
            "night" => DayHalf::Night,
            _ => return None,
        }),
        "clock" => Sense::Clock(number(next())?),
        "zone" => Sense::Zone(next()?),
        "except" => Sense::Except,
        "passed" => Sense::Passed,
        "remaining" => Sense::Remaining,
        "head" => Sense::NameHead,
        "person" => Sense::Person,
        "particle" => Sense::Particle,
        "function" => Sense::Function,
        "general" => Sense::General,
        "vague" => Sense::Vague,
        _ => return None,
    })
}

fn month_class(name: &str) -> Option<MonthClass> {
    Some(match name {
        "u" => MonthClass::Unambiguous,
        "m" => MonthClass::Licensed,
        "n" => MonthClass::DayOrYear,
        "w" => MonthClass::NoPreposition,
        "p" => MonthClass::Person,
        "ab" => MonthClass::Ab,
        _ => return None,
    })
}
