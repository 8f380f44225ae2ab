//! Units and codes of currencies in Latin letters, as Arabic texts write them. Knows their letters, no grammar.

use core::ops::Range;

/// What Latin letters beside a number can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Latin {
    /// A unit of measurement, by its symbol.
    Measure(&'static str),
    /// A currency, by its code of ISO 4217.
    Currency(&'static str),
}

/// The units that Arabic texts use.
const UNITS: [&str; 30] = [
    "km/h", "km²", "km", "kg", "cm²", "cm", "mm", "mg", "m²", "m³", "m/s", "mL", "ml", "mAh", "kWh", "kW",
    "MW", "GW", "GHz", "MHz", "GB", "MB", "TB", "kB", "°C", "°F", "m", "g", "L", "t",
];

/// The codes of the currencies that they write of most.
const CODES: [&str; 34] = [
    "USD", "EUR", "GBP", "JPY", "CHF", "CNY", "INR", "RUB", "TRY", "CAD", "AUD", "ILS", "IRR", "SAR", "AED",
    "KWD", "QAR", "BHD", "OMR", "JOD", "IQD", "EGP", "SDG", "LBP", "SYP", "YER", "MAD", "DZD", "TND", "LYD",
    "MRU", "SOS", "DJF", "KMF",
];

/// The unit or code that a text begins with, and its bytes. O(1).
pub(crate) fn latin(text: &str) -> Option<(Latin, usize)> {
    let whole = |word: &str| {
        text.strip_prefix(word).is_some_and(|rest| {
            !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '²' | '³'))
        })
    };
    let unit = UNITS
        .iter()
        .find(|unit| whole(unit))
        .map(|&unit| (Latin::Measure(if unit == "ml" { "mL" } else { unit }), unit.len()));
    unit.or_else(|| CODES.iter().find(|code| whole(code)).map(|&code| (Latin::Currency(code), code.len())))
}

/// Whether a code before a number is rather a word: TRY 5 times, SOS 112, CAD 2018.
pub(crate) fn is_word_too(code: &str) -> bool {
    matches!(code, "TRY" | "SOS" | "MAD" | "CAD")
}

/// The bytes of the digits in a token that is an amount with its unit: 20kg, 100SAR, USD100. One letter is no unit here:
/// 5G, 4L. O(length).
pub(crate) fn digits_beside_unit(token: &str) -> Option<Range<usize>> {
    let digit = |c: char| c.is_ascii_digit();
    let is_unit = |text: &str| text.len() > 1 && latin(text).is_some_and(|(_, len)| len == text.len());
    let is_code = |text: &str| {
        !is_word_too(text) && matches!(latin(text), Some((Latin::Currency(_), len)) if len == text.len())
    };
    let amount = if token.starts_with(digit) {
        0..token.find(|c: char| c.is_ascii_alphabetic() || c == '°')?
    } else if token.ends_with(digit) {
        token.find(digit)?..token.len()
    } else {
        return None;
    };
    let (before, behind) = (token.get(..amount.start)?, token.get(amount.end..)?);
    let number = token.get(amount.clone())?;
    // SDG4, EUR1, SAR21 are names.
    let told = if before.is_empty() { is_unit(behind) } else { number.len() > 2 && is_code(before) };
    (told && number.ends_with(digit) && !number.contains(|c: char| c.is_alphabetic())).then_some(amount)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_with_their_unit() {
        for (token, digits) in [
            ("20kg", Some(0..2)),
            ("5.3GB", Some(0..3)),
            ("100SAR", Some(0..3)),
            ("USD1,500", Some(3..8)),
            ("SOS112", None),
            ("5G", None),
            ("4L", None),
            ("kg20", None),
            ("20kgs", None),
            ("USD", None),
            ("20", None),
        ] {
            assert_eq!(digits_beside_unit(token), digits, "{token}");
        }
    }
}
