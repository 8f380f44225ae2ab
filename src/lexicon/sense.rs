//! What words can mean in a number or a date. Knows neither the words nor the grammar.

/// One meaning of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    Zero,
    /// One to nine.
    Unit(u8),
    /// أحد, إحدى: one, before ten or tens only.
    A1,
    /// اثنا and its forms: two, before ten only.
    P12,
    Ten,
    /// Eleven to nineteen in one word, as in the dialects.
    Teen(u8),
    Tens(u8),
    Hundred,
    /// مئات behind a unit: أربع مئات.
    HundredPlural,
    /// Fused and dual hundreds: 200 to 900.
    Hundreds(u16),
    Mult(u8, MultForm),
    /// تلتلاف: so many thousands in one word.
    Thousands(u8),
    /// An ordinal from one to ten.
    Ord(u8, OrdForm),
    /// A fraction that stands alone: 1/3, 2/3.
    Frac(u8, u8),
    /// The plural of a part, after a unit: أرباع.
    FracPlural(u8),
    Minus,
    DecimalWord,
    /// `في المئة`, `في الألف`.
    Per(u16),
    NumberSign,
    PhoneWord,
    VersionWord,
    ScoreWord,
    Measure,
    /// One or two of a measure, a part of which may be joined: متر ونصف.
    Whole(u8),
    Degree,
    /// A currency by its code.
    Money(&'static str),
    /// A currency whose nation is not said.
    MoneyFamily(&'static str),
    /// A unit of measurement by its symbol.
    Symbol(&'static str),
    /// أكثر من and its like.
    Bound(Bound),
    /// A fixed phrase in which nothing is a number or a date.
    Name,
    Month(u8, MonthClass),
    /// كانون (1), تشرين (2), which the next word or digit completes.
    MonthHead(u8),
    /// ك (1), ت (2) before a digit.
    MonthLetter(u8),
    HijriMonth(u8, MonthClass),
    /// ISO number, Monday is 1.
    Weekday(u8),
    Time(Unit, NounForm),
    Night,
    DayNoun,
    Event,
    /// A word of contracts: وقع, إيجار.
    Contract,
    DateNoun,
    /// الموافق between the halves of a dual date.
    Agrees,
    Prep,
    Since,
    Within,
    Before,
    After,
    To,
    From,
    Between,
    Approx,
    Part(Part),
    First,
    Deictic(i8),
    This,
    That,
    ThisDay,
    DayWord(i8),
    Every,
    /// الآن
    Now,
    Era(Era),
    Decade(u8),
    DayHalf(DayHalf),
    Clock(u8),
    /// The name of a zone in the IANA database, `local`, or `?`.
    Zone(&'static str),
    Except,
    /// خلون, مضت of the nights of a month.
    Passed,
    /// بقين, بقيت of its nights.
    Remaining,
    PartQuarter,
    PartHalf,
    NameHead,
    /// No noun: أو, ثم, عندما.
    Function,
    /// Before عام that is an adjective.
    General,
    /// بضع: no number follows.
    Vague,
    Person,
    Particle,
}

impl Sense {
    /// Whether the word measures: a unit, a currency, or another measure such as كوب.
    pub(crate) const fn measures(self) -> bool {
        matches!(
            self,
            Self::Measure | Self::Whole(_) | Self::Money(_) | Self::MoneyFamily(_) | Self::Symbol(_)
        )
    }

    /// Whether the word counts: a part of a cardinal with a value of its own.
    pub(crate) const fn counts(self) -> bool {
        matches!(
            self,
            Self::Unit(_)
                | Self::Ten
                | Self::Teen(_)
                | Self::Tens(_)
                | Self::Hundred
                | Self::Hundreds(_)
                | Self::Thousands(_)
                | Self::Mult(..)
        )
    }
}

/// The forms of a multiplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MultForm {
    Singular,
    /// ألفا: after a coefficient, or "two thousand of".
    Accusative,
    Plural,
    Dual,
    /// ألفي: "two thousand of".
    ConstructDual,
}

/// How an ordinal can stand in a compound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OrdForm {
    Masculine,
    Feminine,
    /// حادي, only in a compound.
    CompoundOnly,
    /// ثالثا, the place that somebody takes, behind its verb alone.
    Rank,
}

/// What a month name needs to be read as one (C.16).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MonthClass {
    /// Nothing.
    Unambiguous,
    /// A licenser: a day, a year, a month noun, a preposition.
    Licensed,
    /// A day or a year or a month noun.
    DayOrYear,
    /// A day, a year, a month noun or a twin, but no preposition.
    NoPreposition,
    /// As `Licensed`, but blocked beside a person's name.
    Person,
    /// آب with its madda as `Licensed`; without it a day and a year; أب never.
    Ab,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

/// The forms of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NounForm {
    Singular,
    Accusative,
    Dual,
    ConstructDual,
    Plural,
}

/// A part of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Start,
    Middle,
    End,
}

/// How exact a number is said to be.
///
/// ```
/// use warraq::{ArabicText as _, Bound};
/// assert_eq!("أكثر من 50 شخصا".arabic_numbers().next().unwrap().bound(), Some(Bound::MoreThan));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Bound {
    /// نحو, حوالي, تقريبا
    About,
    /// أكثر من
    MoreThan,
    /// أقل من
    LessThan,
    /// لا يقل عن
    AtLeast,
    /// لا يتجاوز
    AtMost,
}

/// An era mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Era {
    Ce,
    Bce,
    Ah,
    Bh,
    SolarHijri,
}

/// A half of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayHalf {
    Am,
    Pm,
    Noon,
    Night,
}
