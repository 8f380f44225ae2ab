//! Numbers written out: in digits of any system with its separators, and in words (tafqit). What is
//! written here is read back by the grammar beside it, which the tests hold for every form.

use alloc::string::String;
use core::fmt::{self, Write as _};

use super::value::Exact;
use crate::class::NumeralSystem;

/// The gender of what is counted.
///
/// ```
/// use warraq::{Gender, Tafqit};
/// assert_eq!(Tafqit::new().gender(Gender::Feminine).cardinal(13).unwrap(), "ثلاث عشرة");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Gender {
    /// طالب
    #[default]
    Masculine,
    /// طالبة
    Feminine,
}

/// The case of a number.
///
/// ```
/// use warraq::{Case, Tafqit};
/// assert_eq!(Tafqit::new().case(Case::Oblique).cardinal(22).unwrap(), "اثنين وعشرين");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Case {
    /// مرفوع: عشرون, ألفان.
    #[default]
    Nominative,
    /// منصوب أو مجرور: عشرين, ألفين.
    Oblique,
}

/// How the hundreds are spelled.
///
/// ```
/// use warraq::{Hundreds, Tafqit};
/// let spelled = |hundreds| Tafqit::new().hundreds(hundreds).cardinal(300).unwrap();
/// assert_eq!(spelled(Hundreds::Fused), "ثلاثمئة");
/// assert_eq!(spelled(Hundreds::FusedAlef), "ثلاثمائة");
/// assert_eq!(spelled(Hundreds::Spaced), "ثلاث مئة");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Hundreds {
    /// ثلاثمئة, مئة.
    #[default]
    Fused,
    /// ثلاثمائة, مائة: with the alef of the old spelling.
    FusedAlef,
    /// ثلاث مئة.
    Spaced,
    /// ثلاث مائة.
    SpacedAlef,
}

/// Writes integers and ordinals in words (tafqit), after the rules of agreement of Modern Standard
/// Arabic: three to ten disagree in gender with what is counted, one and two agree, the noun of a
/// thousand or million is plural after three to ten, singular accusative after eleven to ninety-nine and
/// singular genitive after hundreds.
///
/// ```
/// use warraq::{Case, Gender, Tafqit};
///
/// let words = Tafqit::new();
/// assert_eq!(words.cardinal(1973).unwrap(), "ألف وتسعمئة وثلاثة وسبعون");
/// assert_eq!(words.cardinal(12_000).unwrap(), "اثنا عشر ألفًا");
/// assert_eq!(words.cardinal(-5).unwrap(), "سالب خمسة");
/// assert_eq!(words.gender(Gender::Feminine).cardinal(25).unwrap(), "خمس وعشرون");
/// assert_eq!(words.gender(Gender::Feminine).case(Case::Oblique).ordinal(78).unwrap(), "الثامنة والسبعين");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
#[must_use]
pub struct Tafqit {
    gender: Gender,
    case: Case,
    hundreds: Hundreds,
}

/// The first power of a thousand that has no name here.
const LIMIT: u128 = 10_u128.pow(18);

/// A power of a thousand: singular, accusative, plural, dual without its ending.
struct Power {
    singular: &'static str,
    accusative: &'static str,
    plural: &'static str,
    dual: &'static str,
}

const POWERS: [Power; 5] = [
    Power { singular: "ألف", accusative: "ألفًا", plural: "آلاف", dual: "ألف" },
    Power {
        singular: "مليون", accusative: "مليونًا", plural: "ملايين", dual: "مليون"
    },
    Power {
        singular: "مليار", accusative: "مليارًا", plural: "مليارات", dual: "مليار"
    },
    Power {
        singular: "تريليون", accusative: "تريليونًا", plural: "تريليونات", dual: "تريليون"
    },
    Power {
        singular: "كوادريليون", accusative: "كوادريليونًا", plural: "كوادريليونات", dual: "كوادريليون"
    },
];

/// Three to ten, before what is masculine and before what is feminine.
const UNITS: [(&str, &str); 8] = [
    ("ثلاثة", "ثلاث"),
    ("أربعة", "أربع"),
    ("خمسة", "خمس"),
    ("ستة", "ست"),
    ("سبعة", "سبع"),
    ("ثمانية", "ثمانٍ"),
    ("تسعة", "تسع"),
    ("عشرة", "عشر"),
];

/// Twenty to ninety without their ending.
const TENS: [&str; 8] = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];

/// The ordinals from one to ten, masculine.
const ORDINALS: [&str; 10] = ["أول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"];

impl Tafqit {
    /// For a masculine noun, in the nominative, with hundreds as ثلاثمئة.
    ///
    /// ```
    /// assert_eq!(warraq::Tafqit::new().cardinal(3).unwrap(), "ثلاثة");
    /// ```
    pub const fn new() -> Self {
        Self { gender: Gender::Masculine, case: Case::Nominative, hundreds: Hundreds::Fused }
    }

    /// The gender of what is counted.
    ///
    /// ```
    /// use warraq::{Gender, Tafqit};
    /// assert_eq!(Tafqit::new().gender(Gender::Feminine).cardinal(5).unwrap(), "خمس");
    /// ```
    pub const fn gender(mut self, gender: Gender) -> Self {
        self.gender = gender;
        self
    }

    /// The case of the number.
    ///
    /// ```
    /// use warraq::{Case, Tafqit};
    /// assert_eq!(Tafqit::new().case(Case::Oblique).cardinal(200).unwrap(), "مئتين");
    /// ```
    pub const fn case(mut self, case: Case) -> Self {
        self.case = case;
        self
    }

    /// The spelling of the hundreds.
    ///
    /// ```
    /// use warraq::{Hundreds, Tafqit};
    /// assert_eq!(Tafqit::new().hundreds(Hundreds::FusedAlef).cardinal(100).unwrap(), "مائة");
    /// ```
    pub const fn hundreds(mut self, hundreds: Hundreds) -> Self {
        self.hundreds = hundreds;
        self
    }

    /// The number in words; `None` from 10¹⁸ on, either way. O(digits).
    ///
    /// ```
    /// use warraq::Tafqit;
    /// assert_eq!(Tafqit::new().cardinal(101_000).unwrap(), "مئة ألف وألف");
    /// assert_eq!(Tafqit::new().cardinal(2_003_300).unwrap(), "مليونان وثلاثة آلاف وثلاثمئة");
    /// assert_eq!(Tafqit::new().cardinal(i128::MAX), None);
    /// ```
    pub fn cardinal(self, number: i128) -> Option<String> {
        let magnitude = number.unsigned_abs();
        if magnitude >= LIMIT {
            return None;
        }
        let mut words = Words(String::new());
        if magnitude == 0 {
            words.join("صفر");
        }
        let mut rest = magnitude;
        for (i, power) in POWERS.iter().enumerate().rev() {
            let unit = 1000_u128.pow(i as u32 + 1);
            self.group((rest / unit) as u16, power, &mut words);
            rest %= unit;
        }
        self.below_thousand(rest as u16, self.gender, false, &mut words);
        if number < 0 {
            words.0.insert_str(0, "سالب ");
        }
        Some(words.0)
    }

    /// The ordinal with its article; `None` for 0 and from 2000 on, for which there is no usual form.
    ///
    /// ```
    /// use warraq::{Gender, Tafqit};
    /// let words = Tafqit::new();
    /// assert_eq!(words.ordinal(1).unwrap(), "الأول");
    /// assert_eq!(words.ordinal(21).unwrap(), "الحادي والعشرون");
    /// assert_eq!(words.ordinal(115).unwrap(), "الخامس عشر بعد المئة");
    /// assert_eq!(words.gender(Gender::Feminine).ordinal(1001).unwrap(), "الأولى بعد الألف");
    /// ```
    pub fn ordinal(self, number: u64) -> Option<String> {
        let number = u16::try_from(number).ok().filter(|n| (1..2000).contains(n))?;
        let (round, small) = (number / 100, number % 100);
        let mut words = String::new();
        if small > 0 {
            self.small_ordinal(small, &mut words);
        }
        if round > 0 {
            // What stands behind بعد is in the genitive.
            let base = if small > 0 { Self { case: Case::Oblique, ..self } } else { self };
            if small > 0 {
                words.push_str(" بعد ");
            }
            if round >= 10 {
                words.push_str("الألف");
            }
            if round % 10 > 0 {
                words.push_str(if round >= 10 { " وال" } else { "ال" });
                let mut hundreds = Words(String::new());
                base.below_thousand(round % 10 * 100, Gender::Masculine, false, &mut hundreds);
                words.push_str(&hundreds.0);
            }
        }
        Some(words)
    }

    /// So many of a power of a thousand.
    fn group(self, count: u16, power: &Power, words: &mut Words) {
        let (hundreds, small) = (count / 100 * 100, count % 100);
        match (hundreds, small) {
            (0, 0) => {}
            // مئة ألف وألف, مئة ألف وألفان.
            (100.., 1 | 2) => {
                self.group(hundreds, power, words);
                self.group(small, power, words);
            }
            (_, 1) => words.join(power.singular),
            (_, 2) => words.join_ended(power.dual, self.dual()),
            _ => {
                self.below_thousand(count, Gender::Masculine, small == 0, words);
                words.0.push(' ');
                words.0.push_str(match small {
                    3..=10 => power.plural,
                    11.. => power.accusative,
                    _ => power.singular,
                });
            }
        }
    }

    /// Up to 999; `construct` before the noun of a power.
    fn below_thousand(self, number: u16, gender: Gender, construct: bool, words: &mut Words) {
        let alef = matches!(self.hundreds, Hundreds::FusedAlef | Hundreds::SpacedAlef);
        let hundred = if alef { "مائة" } else { "مئة" };
        match number / 100 {
            0 => {}
            1 => words.join(hundred),
            2 => {
                let stem = if alef { "مائت" } else { "مئت" };
                words.join_ended(
                    stem,
                    match (construct, self.case) {
                        (false, _) => self.dual(),
                        (true, Case::Nominative) => "ا",
                        (true, Case::Oblique) => "ي",
                    },
                );
            }
            n => {
                // ثمانمئة, but ثماني مئة.
                let spaced = matches!(self.hundreds, Hundreds::Spaced | Hundreds::SpacedAlef);
                let (_, unit) = unit(n);
                words.join(match (n, spaced) {
                    (8, true) => "ثماني",
                    (8, false) => "ثمان",
                    _ => unit,
                });
                words.0.push_str(if spaced { " " } else { "" });
                words.0.push_str(hundred);
            }
        }
        self.below_hundred(number % 100, gender, words);
    }

    fn below_hundred(self, number: u16, gender: Gender, words: &mut Words) {
        let feminine = gender == Gender::Feminine;
        let (ones, tens) = (number % 10, number / 10);
        match (tens, ones) {
            (0, 0) => {}
            (0, 1) => words.join(if feminine { "واحدة" } else { "واحد" }),
            (0, 2) => words.join_ended(if feminine { "اثنت" } else { "اثن" }, self.dual()),
            (0, _) => words.join(counted(ones, feminine)),
            (1, 0) => words.join(counted(10, feminine)),
            (1, _) => {
                let two = match (self.case, feminine) {
                    (Case::Nominative, false) => "اثنا",
                    (Case::Nominative, true) => "اثنتا",
                    (Case::Oblique, false) => "اثني",
                    (Case::Oblique, true) => "اثنتي",
                };
                words.join(match ones {
                    1 if feminine => "إحدى",
                    1 => "أحد",
                    2 => two,
                    8 if feminine => "ثماني",
                    _ => counted(ones, feminine),
                });
                words.0.push_str(if feminine { " عشرة" } else { " عشر" });
            }
            _ => {
                match ones {
                    0 => {}
                    1 if feminine => words.join("إحدى"),
                    _ => self.below_hundred(ones, gender, words),
                }
                words.join_ended(tens_stem(tens), self.plural());
            }
        }
    }

    fn small_ordinal(self, number: u16, words: &mut String) {
        let feminine = self.gender == Gender::Feminine;
        let (ones, tens) = (number % 10, number / 10);
        let mut one = |n: u16, compound: bool| {
            words.push_str("ال");
            match (n, compound, feminine) {
                (1, true, _) => words.push_str("حادي"),
                (1, false, true) => return words.push_str("أولى"),
                _ => words.push_str(ORDINALS.get(usize::from(n) - 1).copied().unwrap_or("")),
            }
            if feminine {
                words.push('ة');
            }
        };
        match (tens, ones) {
            (0, _) => one(ones, false),
            (1, 0) => one(10, false),
            (1, _) => {
                one(ones, true);
                words.push_str(if feminine { " عشرة" } else { " عشر" });
            }
            _ => {
                if ones > 0 {
                    one(ones, true);
                    words.push_str(" و");
                }
                words.push_str("ال");
                words.push_str(tens_stem(tens));
                words.push_str(self.plural());
            }
        }
    }

    const fn dual(self) -> &'static str {
        match self.case {
            Case::Nominative => "ان",
            Case::Oblique => "ين",
        }
    }

    const fn plural(self) -> &'static str {
        match self.case {
            Case::Nominative => "ون",
            Case::Oblique => "ين",
        }
    }
}

/// Three to ten before what is feminine or not.
fn counted(number: u16, feminine: bool) -> &'static str {
    let (masculine, other) = unit(number);
    if feminine { other } else { masculine }
}

fn unit(number: u16) -> (&'static str, &'static str) {
    UNITS.get(usize::from(number).wrapping_sub(3)).copied().unwrap_or(("", ""))
}

fn tens_stem(tens: u16) -> &'static str {
    TENS.get(usize::from(tens).wrapping_sub(2)).copied().unwrap_or("")
}

/// Words joined by و.
struct Words(String);

impl Words {
    fn join(&mut self, word: &str) {
        if !self.0.is_empty() {
            self.0.push_str(" و");
        }
        self.0.push_str(word);
    }

    fn join_ended(&mut self, stem: &str, ending: &str) {
        self.join(stem);
        self.0.push_str(ending);
    }
}

/// Whether the digits before the point stand in groups of three.
///
/// ```
/// use warraq::{Exact, Grouping};
/// use warraq::class::NumeralSystem;
/// let number = Exact::new(123_456_75, 2);
/// assert_eq!(number.in_digits(NumeralSystem::Arab, Grouping::Thousands).to_string(), "١٢٣٬٤٥٦٫٧٥");
/// assert_eq!(number.in_digits(NumeralSystem::Latn, Grouping::None).to_string(), "123456.75");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Grouping {
    /// One run of digits.
    #[default]
    None,
    /// Groups of three, with the separator of the digits.
    Thousands,
}

/// A number that prints in the digits of a system, from [`Exact::in_digits`].
///
/// ```
/// use warraq::{Exact, Grouping};
/// use warraq::class::NumeralSystem;
/// assert_eq!(format!("{}", Exact::new(-45, 1).in_digits(NumeralSystem::ArabExt, Grouping::None)), "-۴٫۵");
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct InDigits {
    number: Exact,
    system: NumeralSystem,
    grouping: Grouping,
}

impl Exact {
    /// The number in the digits of a system, with the separators that go with them: `٫` and `٬` with
    /// the digits of the Arabic script, `.` and `,` with all others (CLDR `numbers/ar`).
    ///
    /// ```
    /// use warraq::{Exact, Grouping};
    /// use warraq::class::NumeralSystem;
    /// let number = Exact::new(1_250_000, 0);
    /// assert_eq!(number.in_digits(NumeralSystem::Latn, Grouping::Thousands).to_string(), "1,250,000");
    /// ```
    pub const fn in_digits(self, system: NumeralSystem, grouping: Grouping) -> InDigits {
        InDigits { number: self, system, grouping }
    }
}

impl fmt::Display for InDigits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let arabic = matches!(self.system, NumeralSystem::Arab | NumeralSystem::ArabExt);
        let (point, comma) = if arabic { ('٫', '٬') } else { ('.', ',') };
        let mut plain = String::new();
        write!(plain, "{}", self.number)?;
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let digits = whole.trim_start_matches('-');
        if whole.len() > digits.len() {
            f.write_char('-')?;
        }
        for (i, c) in digits.chars().enumerate() {
            let behind = digits.len() - i;
            if self.grouping == Grouping::Thousands && i > 0 && behind.is_multiple_of(3) {
                f.write_char(comma)?;
            }
            f.write_char(self.system.digit(c))?;
        }
        if !decimals.is_empty() {
            f.write_char(point)?;
        }
        decimals.chars().try_for_each(|c| f.write_char(self.system.digit(c)))
    }
}
