//! What stands beside a finding: its unit, its bound, how it is related to the sentence; and what it is made
//! of. Asked for one finding at a time, so that a search that does not ask pays nothing.

use alloc::vec::Vec;

use super::{Entity, Value};
use crate::certainty::{Certainty, Flags};
use crate::date::{Date, exchanged};
use crate::item::{Options, Window};
use crate::lexicon::{Bound, Sense};
use crate::number::{self, Exact, Number, is_letters};
use crate::span::Span;

/// So many bytes on either side are looked at.
const REACH: usize = 96;

/// What a number counts, or the currency of an amount.
///
/// ```
/// use warraq::{ArabicText as _, UnitKind};
/// let unit = |text: &'static str| text.arabic_numbers().next().unwrap().unit().unwrap();
/// assert_eq!(unit("بقيمة 3.5 مليون دينار كويتي").kind(), UnitKind::Currency("KWD"));
/// assert_eq!(unit("بقيمة 20 دينارا").kind(), UnitKind::CurrencyFamily("dinar"));
/// assert_eq!(unit("على بعد 20 كم").text(), "كم");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit<'t> {
    text: &'t str,
    start: usize,
    kind: UnitKind,
}

impl<'t> Unit<'t> {
    /// The unit as it is written.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// assert_eq!("100 دولار".arabic_numbers().next().unwrap().unit().unwrap().text(), "دولار");
    /// ```
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Where it stands in the original, in bytes.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Span};
    /// assert_eq!("100 $".arabic_numbers().next().unwrap().unit().unwrap().span(), Span::new(4, 5));
    /// ```
    pub const fn span(&self) -> Span {
        Span { start: self.start, end: self.start + self.text.len() }
    }

    /// Which unit it is.
    ///
    /// ```
    /// use warraq::{ArabicText as _, UnitKind};
    /// assert_eq!("5 كغم".arabic_numbers().next().unwrap().unit().unwrap().kind(), UnitKind::Measure("kg"));
    /// ```
    pub const fn kind(&self) -> UnitKind {
        self.kind
    }
}

/// Which unit a number has.
///
/// ```
/// use warraq::{ArabicText as _, UnitKind};
/// assert_eq!("٥ ر.س".arabic_numbers().next().unwrap().unit().unwrap().kind(), UnitKind::Currency("SAR"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnitKind {
    /// A currency by its code of ISO 4217.
    Currency(&'static str),
    /// A currency of several nations, of which none is named: `dollar`, `dinar`. Never guessed.
    CurrencyFamily(&'static str),
    /// A unit of measurement by its symbol: of length (`mm`, `cm`, `m`, `km`, `mi`), area (`cm²`, `m²`, `km²`, `ha`), volume
    /// (`mL`, `L`, `m³`, `bbl`), weight (`µg`, `mg`, `g`, `kg`, `t`), speed (`km/h`, `m/s`, `mi/h`), power (`W`, `kW`, `MW`, `GW`), data (`MB`,
    /// `GB`), temperature (`°C`, `°F`); `pp` for percentage points. The words are those of `src/lexicon/units.tsv`.
    Measure(&'static str),
}

/// What a preposition before a date says of it.
///
/// ```
/// use warraq::{ArabicText as _, Relation};
/// assert_eq!("منذ عام 2010".arabic_dates().next().unwrap().relation(), Some(Relation::Since));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Relation {
    /// في
    In,
    /// خلال, طوال
    During,
    /// منذ, اعتبارا من, بدءا من
    Since,
    /// حتى, إلى, لغاية
    Until,
    /// بحلول
    By,
    /// قبل
    Before,
    /// بعد
    After,
}

impl<'t> Entity<'t> {
    /// The text behind it and before it, and where they start.
    fn sides(&self) -> ((&'t str, usize), (&'t str, usize)) {
        let Span { start, end } = self.span();
        let from = (start.saturating_sub(REACH)..=start).find(|&at| self.source.is_char_boundary(at));
        let to =
            (end..=(end + REACH).min(self.source.len())).rev().find(|&at| self.source.is_char_boundary(at));
        let (from, to) = (from.unwrap_or(start), to.unwrap_or(end));
        ((self.source.get(end..to).unwrap_or(""), end), (self.source.get(from..start).unwrap_or(""), from))
    }

    /// What the number counts, where it stands right beside it; outside of the span, but for a part that stands behind
    /// it: 5 أمتار ونصف.
    ///
    /// ```
    /// use warraq::{ArabicText as _, UnitKind};
    /// let found = "بلغ السعر ٧٣ دولارا".arabic_numbers().next().unwrap();
    /// assert_eq!(found.unit().unwrap().kind(), UnitKind::CurrencyFamily("dollar"));
    /// let area = "مساحته 500 م²".arabic_numbers().next().unwrap();
    /// assert_eq!(area.unit().unwrap().kind(), UnitKind::Measure("m²"));
    /// assert_eq!("شارك 11 فريقا".arabic_numbers().next().unwrap().unit(), None);
    /// ```
    pub fn unit(&self) -> Option<Unit<'t>> {
        let Value::Number(_) = self.value else { return None };
        let ((after, from), (before, start)) = self.sides();
        let sign = |c: char| {
            Some(UnitKind::Currency(match c {
                '$' => "USD",
                '€' => "EUR",
                '£' => "GBP",
                '¥' => "JPY",
                '₪' => "ILS",
                '₺' => "TRY",
                '₽' => "RUB",
                '﷼' => return Some(UnitKind::CurrencyFamily("rial")),
                _ => return None,
            }))
        };
        let blank = |c: char| c.is_whitespace() || crate::class::class_of(c).is_invisible();
        let place = |text: &'t str, at: usize, kind| Unit { text, start: at, kind };
        let trimmed = after.trim_start_matches(blank);
        let at = from + after.len() - trimmed.len();
        if let Some(c) = trimmed.chars().next()
            && let Some(kind) = sign(c)
        {
            return Some(place(trimmed.get(..c.len_utf8())?, at, kind));
        }
        let head = before.trim_end_matches(blank);
        if let Some(c) = head.chars().next_back()
            && let Some(kind) = sign(c)
        {
            let at = start + head.len() - c.len_utf8();
            return Some(place(head.get(head.len() - c.len_utf8()..)?, at, kind));
        }
        // 5 أمتار ونصف, متر ونصف
        if let Some(unit) = self.unit_inside() {
            return Some(unit);
        }
        // 120 كم/ساعة, 5 م/ث: neither kilometres nor metres.
        if let Some((symbol, len)) = rate(trimmed) {
            return Some(place(trimmed.get(..len)?, at, UnitKind::Measure(symbol)));
        }
        // 500 م², 20 م3: م alone is a year as well.
        if let Some((symbol, len)) = squared("م", trimmed) {
            return Some(place(trimmed.get(..len)?, at, UnitKind::Measure(symbol)));
        }
        // 5 km, 50 USD, SAR 500
        if let Some((kind, len)) = latin(trimmed) {
            return Some(place(trimmed.get(..len)?, at, kind));
        }
        let code = head.len().checked_sub(3).and_then(|at| Some((at, head.get(at..)?)));
        if let Some((at, code)) = code
            // TRY 5 times, SOS 112
            && !matches!(code, "TRY" | "SOS" | "MAD")
            && let Some((kind @ UnitKind::Currency(_), 3)) = latin(code)
            && !head.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphanumeric()))
        {
            return Some(place(code, start + at, kind));
        }
        let window = read(after);
        let (kind, reading) = number::sense(&window, 0, |s, r| {
            unit_kind(s).filter(|_| r.start <= after.len() - trimmed.len())
        })?;
        let end = number::end_of(&window, reading.items);
        let text = after.get(reading.start..end)?;
        let UnitKind::Measure(symbol) = kind else { return Some(place(text, from + reading.start, kind)) };
        if let Some((symbol, len)) = squared(text, after.get(reading.start..)?) {
            let text = after.get(reading.start..reading.start + len)?;
            return Some(place(text, from + reading.start, UnitKind::Measure(symbol)));
        }
        let (symbol, len) = per(symbol, after.get(end..)?)?;
        Some(place(after.get(reading.start..end + len)?, from + reading.start, UnitKind::Measure(symbol)))
    }

    /// The unit before the part that is joined to it.
    fn unit_inside(&self) -> Option<Unit<'t>> {
        let text = self.text();
        let window = read(text);
        // The part is the last word, or the unit is said again behind it.
        let last = window.len().checked_sub(1)?;
        (0..last).find_map(|at| {
            let (kind, reading) = number::sense(&window, at, |s, _| unit_kind(s))?;
            let end = number::end_of(&window, at + reading.items);
            Some(Unit { text: text.get(reading.start..end)?, start: self.start + reading.start, kind })
        })
    }

    /// How exact the number is said to be, by what stands before or behind it; outside of the span.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Bound};
    /// let bound = |text: &str| text.arabic_numbers().next().unwrap().bound();
    /// assert_eq!(bound("قتل نحو 20 شخصا"), Some(Bound::About));
    /// assert_eq!(bound("ما لا يقل عن ثلاثين شخصا"), Some(Bound::AtLeast));
    /// assert_eq!(bound("حضر 20 شخصا"), None);
    /// ```
    pub fn bound(&self) -> Option<Bound> {
        let ((after, _), (before, _)) = self.sides();
        let pick = |s: &Sense| match s {
            Sense::Bound(bound) => Some(*bound),
            Sense::Approx => Some(Bound::About),
            _ => None,
        };
        let window = read(before);
        let last = window.len();
        // The phrase that ends right before the number.
        for at in (last.saturating_sub(4)..last).rev() {
            let ends = number::sense(&window, at, |s, r| pick(s).filter(|_| at + r.items == last));
            if let Some((bound, _)) = ends {
                return Some(bound);
            }
        }
        let window = read(after);
        (0..2)
            .find_map(|at| number::sense(&window, at, |s, r| pick(s).filter(|_| r.items > 1 || at == 0)))
            .map(|(bound, _)| bound)
            .filter(|bound| !matches!(bound, Bound::MoreThan | Bound::LessThan))
    }

    /// What the preposition before a date says of it; outside of the span.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Relation};
    /// let relation = |text: &str| text.arabic_dates().next().unwrap().relation();
    /// assert_eq!(relation("اعتبارا من 1 يناير 2024"), Some(Relation::Since));
    /// assert_eq!(relation("حتى نهاية مارس"), Some(Relation::Until));
    /// ```
    pub fn relation(&self) -> Option<Relation> {
        let Value::Date(_) = self.value else { return None };
        let (_, (before, _)) = self.sides();
        let mut words = before.split_whitespace().rev();
        let (last, second) = (words.next()?, words.next().unwrap_or(""));
        let is = |word: &str, letters: &[&str]| letters.iter().any(|&l| is_letters(word, l));
        let starts = is(last, &["من"])
            && is(second, &["اعتبارا", "بدءا", "ابتداء", "اعتبارًا", "بدءًا", "ابتداءً", "انطلاقا"]);
        Some(match () {
            () if starts || is(last, &["منذ", "مذ"]) => Relation::Since,
            () if is(last, &["حتى", "لغاية", "إلى", "الى"]) => Relation::Until,
            () if is(last, &["بحلول"]) => Relation::By,
            () if is(last, &["خلال", "طوال", "طيلة", "أثناء"]) => Relation::During,
            () if is(last, &["قبل"]) => Relation::Before,
            () if is(last, &["بعد", "عقب"]) => Relation::After,
            () if is(last, &["في", "فى"]) => Relation::In,
            () => return None,
        })
    }

    /// Other values that the same characters can have: day and month exchanged, a comma or a point that groups
    /// digits in one region and begins decimals in another.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// let date = "بتاريخ 3/4/2023".arabic_dates().next().unwrap();
    /// assert_eq!(date.alternatives()[0].to_string(), "day:2023-03-04");
    /// let amount = "بمبلغ 1.500 دينار".arabic_numbers().next().unwrap();
    /// assert_eq!(amount.alternatives()[0].to_string(), "card:1500");
    /// ```
    pub fn alternatives(&self) -> Vec<Value> {
        let mut all = Vec::new();
        match &self.value {
            Value::Date(Date::Point(point)) if self.flags.contains(Flags::AMBIGUOUS_ORDER) => {
                all.extend(exchanged(point).map(|point| Value::Date(Date::Point(point))));
            }
            Value::Number(Number::Cardinal(value)) => {
                all.extend(
                    regrouped(self.text(), *value).map(|value| Value::Number(Number::Cardinal(value))),
                );
            }
            _ => {}
        }
        all
    }

    /// The numbers that the finding is made of, such as the day of a date.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// let date = "في 27 سبتمبر 2023".arabic_dates().next().unwrap();
    /// let parts: Vec<_> = date.parts().iter().map(|part| part.text()).collect();
    /// assert_eq!(parts, ["27", "2023"]);
    /// ```
    pub fn parts(&self) -> Vec<Self> {
        let window = read(self.text());
        let mut parts: Vec<Self> = Vec::new();
        for at in 0..window.len() {
            number::numbers(&window, at, Options::default(), &mut |found| {
                let (start, end) = (self.start + found.start, self.start + found.end);
                let behind = parts.last().is_none_or(|last| last.span().end <= start);
                if behind
                    && (start, end) != (self.start, self.start + self.len)
                    && found.certainty > Certainty::Weak
                {
                    parts.push(Self {
                        source: self.source,
                        start,
                        len: end - start,
                        value: Value::Number(found.value),
                        certainty: found.certainty,
                        flags: found.flags,
                    });
                }
            });
        }
        parts
    }
}

fn unit_kind(sense: &Sense) -> Option<UnitKind> {
    match sense {
        Sense::Money(code) => Some(UnitKind::Currency(code)),
        Sense::MoneyFamily(name) => Some(UnitKind::CurrencyFamily(name)),
        Sense::Symbol(symbol) => Some(UnitKind::Measure(symbol)),
        _ => None,
    }
}

/// The units in Latin letters that Arabic texts use, as far as they are units of [`UnitKind::Measure`], and the codes of
/// ISO 4217 of the currencies that they write of most.
const LATIN: [&str; 29] = [
    "km/h", "km²", "km", "kg", "cm²", "cm", "mm", "mg", "m²", "m³", "m/s", "mL", "ml", "kWh", "kW", "MW",
    "GW", "GHz", "MHz", "GB", "MB", "TB", "kB", "°C", "°F", "m", "g", "L", "t",
];
const CODES: [&str; 34] = [
    "USD", "EUR", "GBP", "JPY", "CHF", "CNY", "INR", "RUB", "TRY", "CAD", "AUD", "ILS", "IRR", "SAR", "AED",
    "KWD", "QAR", "BHD", "OMR", "JOD", "IQD", "EGP", "SDG", "LBP", "SYP", "YER", "MAD", "DZD", "TND", "LYD",
    "MRU", "SOS", "DJF", "KMF",
];

/// A unit or code in Latin letters that a text begins with, and its bytes.
fn latin(text: &str) -> Option<(UnitKind, usize)> {
    let whole = |word: &str| {
        text.strip_prefix(word).is_some_and(|rest| {
            !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '²' | '³'))
        })
    };
    let unit = LATIN
        .iter()
        .find(|unit| whole(unit))
        .map(|&unit| (UnitKind::Measure(if unit == "ml" { "mL" } else { unit }), unit.len()));
    unit.or_else(|| CODES.iter().find(|code| whole(code)).map(|&code| (UnitKind::Currency(code), code.len())))
}

/// م/ث and its like at the start of a text, whose first letter alone is a year as well.
fn rate(text: &str) -> Option<(&'static str, usize)> {
    let rest = text.strip_prefix('م')?;
    let (symbol, len) = per("m", rest).filter(|&(_, len)| len > 0)?;
    Some((symbol, 'م'.len_utf8() + len))
}

/// The symbol of a unit and of what it is divided by, and the bytes of that: كم/ساعة, كيلومترا في الساعة. Nothing where a slash
/// leads to another: 3 كغ/سم is no weight.
fn per(symbol: &'static str, behind: &str) -> Option<(&'static str, usize)> {
    const OVER: [(&str, &[&str]); 3] = [
        ("h", &["/ساعة", "/الساعة", "/س", " في الساعة", " بالساعة", " في ساعة"]),
        ("s", &["/ثانية", "/الثانية", "/ث", " في الثانية", " بالثانية"]),
        ("m³", &["/م³", "/م3", "/م٣", "/متر مكعب", " للمتر المكعب"]),
    ];
    const RATES: [(&str, &str, &str); 9] = [
        ("km", "h", "km/h"),
        ("m", "h", "m/h"),
        ("mi", "h", "mi/h"),
        ("km", "s", "km/s"),
        ("m", "s", "m/s"),
        ("L", "s", "L/s"),
        ("L", "h", "L/h"),
        ("kg", "m³", "kg/m³"),
        ("m³", "s", "m³/s"),
    ];
    let is_letter = |c: char| crate::class::class_of(c).is_letter();
    let over = OVER.iter().find_map(|(over, words)| {
        let word = words.iter().find(|word| {
            // 20 كم في الساعة الثالثة, في ساعة متأخرة: at that time.
            let time = |rest: &str| {
                let rest = rest.trim_start();
                ["ال", "واحدة", "متأخرة", "مبكرة"].iter().any(|time| rest.starts_with(time))
                    || rest.starts_with(|c| crate::class::class_of(c).is_digit())
            };
            behind
                .strip_prefix(**word)
                .is_some_and(|rest| !(rest.starts_with(is_letter) || word.starts_with(' ') && time(rest)))
        })?;
        Some((*over, word.len()))
    });
    match over {
        Some((over, len)) => {
            let rate = RATES.iter().find(|(unit, below, _)| *unit == symbol && *below == over);
            rate.map(|(.., rate)| (*rate, len))
        }
        None if behind.strip_prefix('/').is_some_and(|below| below.starts_with(is_letter)) => None,
        None => Some((symbol, 0)),
    }
}

/// The symbol of the square or cube of a unit of length, and its bytes, if a small 2 or 3 touches the unit: كم², م3.
fn squared(unit: &str, text: &str) -> Option<(&'static str, usize)> {
    let rest = text.strip_prefix(unit)?;
    let mut behind = rest.chars();
    let power = behind.next()?;
    if behind.next().is_some_and(|c| crate::class::class_of(c).is_digit()) {
        return None;
    }
    let symbol = match (unit, power) {
        ("م" | "متر", '²' | '2' | '٢') => "m²",
        ("م" | "متر", '³' | '3' | '٣') => "m³",
        ("كم" | "كلم", '²' | '2' | '٢') => "km²",
        ("كم" | "كلم", '³' | '3' | '٣') => "km³",
        ("سم", '²' | '2' | '٢') => "cm²",
        ("سم", '³' | '3' | '٣') => "cm³",
        _ => return None,
    };
    Some((symbol, unit.len() + power.len_utf8()))
}

/// A text as a window on its own.
fn read(text: &str) -> Window<'_> {
    let mut window = Window::new(text, Options::default());
    super::item_tokens(text).for_each(|token| window.push(token));
    window.close();
    window
}

/// `1.500` and `1,500` read the other way: as decimals or as a group of three.
fn regrouped(text: &str, value: Exact) -> Option<Exact> {
    let (whole, group) = text.split_once(['.', ','])?;
    let digits = |part: &str| part.chars().all(|c| crate::class::digit_value(c).is_some());
    let lone = digits(whole) && digits(group) && (1..=3).contains(&whole.chars().count());
    if !lone
        || group.chars().count() != 3
        || whole.chars().next().and_then(crate::class::digit_value) == Some(0)
    {
        return None;
    }
    let read = |text: &str| {
        text.chars().filter_map(crate::class::digit_value).fold(0, |n, d| 10 * n + i128::from(d))
    };
    let grouped = Exact::new(read(whole) * 1000 + read(group), 0);
    let decimal = Exact::new(read(whole) * 1000 + read(group), 3);
    Some(if value == grouped { decimal } else { grouped })
}
