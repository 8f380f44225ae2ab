//! What a number counts, and in which currency: the unit beside it, or before a part that stands behind it. Asked for one
//! finding at a time.

use super::context::read;
use super::{Entity, Value};
use crate::class::{CharClass, class_of};
use crate::item::{Starts, Window};
use crate::lexicon::{self, Latin, NounForm, Sense};
use crate::number::{self, Number, PerScale};
use crate::span::Span;

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
    /// A unit of measurement by its symbol, for example of length (`mm`, `cm`, `m`, `km`, `mi`), area (`cm²`, `m²`, `km²`, `ha`),
    /// volume (`mL`, `L`, `m³`, `bbl`), weight (`µg`, `mg`, `g`, `kg`, `t`), speed (`km/h`, `m/s`, `mi/h`), power (`W`,
    /// `kW`, `MW`, `GW`), charge (`mAh`), data (`MB`, `GB`), temperature (`°C`, `°F`); `pp` for percentage points. The words are those
    /// of `src/lexicon/units.tsv`. Of a range, which is no percentage and no duration, also `%`, `‰` and `‱`, and the units of
    /// time: `s`, `min`, `h`, `d`, `wk`, `mo`, `yr`, and `decade`, `century`.
    Measure(&'static str),
}

impl<'t> Entity<'t> {
    /// The unit or counted noun next to the number. It lies outside the span, except where a part of it belongs to the number:
    /// 5 أمتار ونصف.
    ///
    /// The text around the finding is read again at each call, at most 96 bytes on either side, and the finding itself.
    /// The unit stands right behind the number, or, as the sign or the code of a currency, right before it. `None` for
    /// what is no number, and where no unit that is known stands there.
    ///
    /// ```
    /// use warraq::{ArabicText as _, UnitKind};
    /// let found = "بلغ السعر ٧٣ دولارا".arabic_numbers().next().unwrap();
    /// assert_eq!(found.unit().unwrap().kind(), UnitKind::CurrencyFamily("dollar"));
    /// let area = "مساحته 500 م²".arabic_numbers().next().unwrap();
    /// assert_eq!(area.unit().unwrap().kind(), UnitKind::Measure("m²"));
    /// assert_eq!("شارك 11 فريقا".arabic_numbers().next().unwrap().unit(), None);
    /// let range = "خبرة من 3 إلى 5 سنوات".arabic_numbers().next().unwrap();
    /// assert_eq!(range.unit().unwrap().kind(), UnitKind::Measure("yr"));
    /// ```
    pub fn unit(&self) -> Option<Unit<'t>> {
        let Value::Number(number) = &self.value else { return None };
        let is_range = matches!(number, Number::Range(..));
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
        // Not over the end of a line.
        let blank =
            |c: char| class_of(c) != CharClass::LineEnd && (c.is_whitespace() || class_of(c).is_invisible());
        let place = |text: &'t str, at: usize, kind| Unit { text, start: at, kind };
        let trimmed = after.trim_start_matches(blank);
        let at = from + after.len() - trimmed.len();
        if let Some(c) = trimmed.chars().next()
            && let Some(kind) = sign(c)
        {
            return Some(place(trimmed.get(..c.len_utf8())?, at, kind));
        }
        // 10-15%
        if is_range
            && let Some(sign) = trimmed.chars().next().and_then(|c| trimmed.get(..c.len_utf8()))
            && let Some(scale) = number::per_scale(sign)
        {
            return Some(place(sign, at, UnitKind::Measure(per_symbol(scale))));
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
            && !lexicon::is_word_too(code)
            && let Some((kind @ UnitKind::Currency(_), 3)) = latin(code)
            && !head.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphanumeric()))
        {
            return Some(place(code, start + at, kind));
        }
        let window = read(after, self.options);
        let (kind, reading) = number::sense(&window, 0, |s, r| {
            let of_range = || is_range.then(|| unit_of_range(s)).flatten();
            let kind = unit_kind(s).or_else(of_range);
            kind.filter(|_| r.start <= after.len() - trimmed.len() && !(is_range && names_day(&window, s)))
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
        text.split_whitespace().nth(1)?;
        let window = read(text, self.options);
        // The part is the last word, or the unit is said again behind it.
        let last = window.len().checked_sub(1)?;
        (0..last).find_map(|at| {
            let (kind, reading) = number::sense(&window, at, |s, _| unit_kind(s))?;
            let end = number::end_of(&window, at + reading.items);
            Some(Unit { text: text.get(reading.start..end)?, start: self.start + reading.start, kind })
        })
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

/// The unit of both numbers of a range: من 3 إلى 5 سنوات, بين 12 و17 في المئة.
fn unit_of_range(sense: &Sense) -> Option<UnitKind> {
    use crate::lexicon::Unit;
    Some(UnitKind::Measure(match sense {
        Sense::Per(per) => per_symbol(if *per == 100 { PerScale::Hundred } else { PerScale::Thousand }),
        Sense::Time(unit, _) => match unit {
            Unit::Second => "s",
            Unit::Minute => "min",
            Unit::Hour => "h",
            Unit::Day => "d",
            Unit::Week => "wk",
            Unit::Month => "mo",
            Unit::Year => "yr",
            Unit::Decade => "decade",
            Unit::Century => "century",
        },
        _ => return None,
    }))
}

fn per_symbol(scale: PerScale) -> &'static str {
    match scale {
        PerScale::Hundred => "%",
        PerScale::Thousand => "‰",
        PerScale::TenThousand => "‱",
    }
}

/// Whether a noun of time begins a date of its own: حضر من 10 إلى 15 يوم الخميس.
fn names_day(window: &Window<'_>, sense: &Sense) -> bool {
    let which = Starts::WEEKDAY.with(Starts::MONTH).with(Starts::DIGITS).with(Starts::DAY_WORD);
    matches!(sense, Sense::Time(_, NounForm::Singular)) && window.can(1, which)
}

/// A unit or code in Latin letters that a text begins with, and its bytes.
fn latin(text: &str) -> Option<(UnitKind, usize)> {
    lexicon::latin(text).map(|(unit, len)| match unit {
        Latin::Measure(symbol) => (UnitKind::Measure(symbol), len),
        Latin::Currency(code) => (UnitKind::Currency(code), len),
    })
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
    let is_letter = |c: char| class_of(c).is_letter();
    let over = OVER.iter().find_map(|(over, words)| {
        let word = words.iter().find(|word| {
            // 20 كم في الساعة الثالثة, في ساعة متأخرة: at that time.
            let time = |rest: &str| {
                let rest = rest.trim_start();
                ["ال", "واحدة", "متأخرة", "مبكرة"].iter().any(|time| rest.starts_with(time))
                    || rest.starts_with(|c| class_of(c).is_digit())
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
    if behind.next().is_some_and(|c| class_of(c).is_digit()) {
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

#[cfg(test)]
mod tests {
    use super::UnitKind::{Currency, CurrencyFamily, Measure};
    use crate::ArabicText as _;

    #[test]
    fn both_numbers_of_a_range_have_their_unit() {
        let unit = |text: &'static str| {
            text.arabic_numbers().next().and_then(|found| found.unit()).map(|unit| (unit.text(), unit.kind()))
        };
        assert_eq!(unit("خبرة من 3 إلى 5 سنوات"), Some(("سنوات", Measure("yr"))));
        assert_eq!(unit("بين 40 و69 عاما"), Some(("عاما", Measure("yr"))));
        assert_eq!(unit("كل 6-8 ساعات"), Some(("ساعات", Measure("h"))));
        assert_eq!(unit("بنسبة 10-15%"), Some(("%", Measure("%"))));
        assert_eq!(unit("خصومات 20-50٪"), Some(("٪", Measure("%"))));
        assert_eq!(unit("بين 12 و17 في المئة"), Some(("في المئة", Measure("%"))));
        assert_eq!(unit("من 10 إلى 15 دولارا"), Some(("دولارا", CurrencyFamily("dollar"))));
        assert_eq!(unit("من 10 إلى 15 €"), Some(("€", Currency("EUR"))));
        // A day of its own, and a percentage that is told by its value.
        assert_eq!(unit("حضر من 10 إلى 15 يوم الخميس"), None);
        assert_eq!(unit("بنسبة 10%"), None);
    }

    #[test]
    fn letters_and_degrees() {
        let unit = |text: &'static str| {
            text.arabic_numbers().next().and_then(|found| found.unit()).map(|u| u.kind())
        };
        assert_eq!(unit("200 غ من السكر"), Some(Measure("g")));
        assert_eq!(unit("250 مغ"), Some(Measure("mg")));
        assert_eq!(unit("5 درجات مئوية تحت الصفر"), Some(Measure("°C")));
        assert_eq!(unit("5 أمتار ونصف"), Some(Measure("m")));
    }
}
