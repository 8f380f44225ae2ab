//! Exact values. No floating point anywhere.

use alloc::boxed::Box;
use core::fmt;

/// An exact decimal number: `mantissa` · 10^−`scale`, without trailing zeros.
///
/// ```
/// use warraq::Exact;
///
/// let half = Exact::new(50, 2);
/// assert_eq!((half.mantissa(), half.scale()), (5, 1));
/// assert_eq!(half.to_string(), "0.5");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Exact {
    mantissa: i128,
    scale: u8,
}

impl Exact {
    /// `mantissa` · 10^−`scale`; trailing zeros behind the point are taken off.
    ///
    /// ```
    /// assert_eq!(warraq::Exact::new(1200, 1), warraq::Exact::new(120, 0));
    /// ```
    pub const fn new(mut mantissa: i128, mut scale: u8) -> Self {
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Self { mantissa, scale }
    }

    /// The digits as an integer.
    ///
    /// ```
    /// assert_eq!(warraq::Exact::new(125, 1).mantissa(), 125);
    /// ```
    pub const fn mantissa(self) -> i128 {
        self.mantissa
    }

    /// How many of the digits stand behind the point.
    ///
    /// ```
    /// assert_eq!(warraq::Exact::new(125, 1).scale(), 1);
    /// ```
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// The value as an integer, if it is one.
    ///
    /// ```
    /// use warraq::Exact;
    /// assert_eq!(Exact::new(7, 0).to_integer(), Some(7));
    /// assert_eq!(Exact::new(7, 1).to_integer(), None);
    /// ```
    pub const fn to_integer(self) -> Option<i128> {
        if self.scale == 0 { Some(self.mantissa) } else { None }
    }

    pub(crate) const fn integer(value: i128) -> Self {
        Self { mantissa: value, scale: 0 }
    }

    /// Times ten to the power; `None` on overflow.
    pub(crate) fn shift(self, power: u8) -> Option<Self> {
        let cut = power.min(self.scale);
        let factor = 10_i128.checked_pow(u32::from(power - cut))?;
        Some(Self::new(self.mantissa.checked_mul(factor)?, self.scale - cut))
    }

    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let align = |x: Self| x.mantissa.checked_mul(10_i128.checked_pow(u32::from(scale - x.scale))?);
        Some(Self::new(align(self)?.checked_add(align(other)?)?, scale))
    }

    pub(crate) fn negated(self) -> Self {
        Self { mantissa: -self.mantissa, ..self }
    }

    /// Whether it is smaller than 10^`power`, for values that are not negative.
    pub(crate) fn below(self, power: u8) -> bool {
        10_i128
            .checked_pow(u32::from(power) + u32::from(self.scale))
            .is_none_or(|limit| self.mantissa < limit)
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        if self.scale > other.scale {
            return other.cmp(self).reverse();
        }
        // Both as so many of the smaller unit; what overflows is beyond all that the other can be.
        let factor = 10_i128.checked_pow(u32::from(other.scale - self.scale));
        let aligned = match self.mantissa {
            0 => Some(0),
            mantissa => factor.and_then(|factor| mantissa.checked_mul(factor)),
        };
        aligned.map_or(self.mantissa.cmp(&0), |aligned| aligned.cmp(&other.mantissa))
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let scale = usize::from(self.scale);
        let unit = 10_u128.checked_pow(u32::from(self.scale)).unwrap_or(u128::MAX);
        let digits = self.mantissa.unsigned_abs();
        let sign = if self.mantissa < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:0scale$}", digits / unit, digits % unit)
    }
}

/// The base of a percentage: a hundred, a thousand or ten thousand.
///
/// ```
/// use warraq::{ArabicText as _, Number, PerScale, Value};
/// let found = "٣٫٥٪".arabic_numbers().next().unwrap();
/// assert!(matches!(found.value(), Value::Number(Number::Percent(_, PerScale::Hundred))));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum PerScale {
    /// Per cent.
    Hundred,
    /// Per mille.
    Thousand,
    /// Per ten thousand.
    TenThousand,
}

/// The value of a number in a text.
///
/// What does not fit an `i128` keeps its digits as [`Number::Large`]; nothing is rounded.
///
/// Prints in a fixed notation:
///
/// | notation | text |
/// |---|---|
/// | `card:21` `card:-5` `card:12.5` | how many: 21، −5، ١٢٫٥ |
/// | `ord:25` | which one: الخامسة والعشرين |
/// | `frac:3/4` | ثلاثة أرباع |
/// | `pct:12.5` `pml:3` `pptt:25` | 12.5٪ in a hundred, 3‰ in a thousand, in ten thousand |
/// | `range:11..21` | من 11 إلى 21، both included |
/// | `id:2542` | القرار رقم 2542: digits that name something |
/// | `score:2-1` | فاز 2-1 |
///
/// ```
/// use warraq::ArabicText as _;
/// let found = "الدورة الثامنة والسبعين".arabic_numbers().next().unwrap();
/// assert_eq!(found.value().to_string(), "ord:78");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Number {
    /// How many.
    Cardinal(Exact),
    /// Which one.
    Ordinal(u64),
    /// A ratio, numerator first, as it is written: 6/8 is not 3/4.
    Fraction(i64, u64),
    /// A share of a hundred, a thousand or ten thousand.
    Percent(Exact, PerScale),
    /// From … to …, both included.
    Range(Exact, Exact),
    /// A number that names something; its digits in ASCII with leading zeros.
    Identifier(Box<str>),
    /// The result of a match.
    Score(u32, u32),
    /// An integer or decimal that does not fit an [`Exact`]: its digits in ASCII, without separators of groups.
    Large(Box<str>),
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cardinal(value) => write!(f, "card:{value}"),
            Self::Ordinal(value) => write!(f, "ord:{value}"),
            Self::Fraction(above, below) => write!(f, "frac:{above}/{below}"),
            Self::Percent(value, PerScale::Hundred) => write!(f, "pct:{value}"),
            Self::Percent(value, PerScale::Thousand) => write!(f, "pml:{value}"),
            Self::Percent(value, PerScale::TenThousand) => write!(f, "pptt:{value}"),
            Self::Range(from, to) => write!(f, "range:{from}..{to}"),
            Self::Identifier(digits) => write!(f, "id:{digits}"),
            Self::Score(a, b) => write!(f, "score:{a}-{b}"),
            Self::Large(digits) => write!(f, "card:{digits}"),
        }
    }
}
