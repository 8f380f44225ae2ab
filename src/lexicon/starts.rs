//! What can start at a word, or go on with it, by its senses: a set, so that most questions to most
//! words are one comparison.

use super::Sense;

/// Which rules of the grammars can start at an item, and what it can be behind the start of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Starts(u32);

impl Starts {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const DIGITS: Self = Self(1);
    pub(crate) const SIGN: Self = Self(1 << 1);
    /// Number words.
    pub(crate) const NUMBER: Self = Self(1 << 2);
    pub(crate) const ORDINAL: Self = Self(1 << 3);
    pub(crate) const MONTH: Self = Self(1 << 4);
    pub(crate) const WEEKDAY: Self = Self(1 << 5);
    /// Nouns of time: يوم, عام, ساعة.
    pub(crate) const TIME: Self = Self(1 << 6);
    /// ليلة, صبيحة.
    pub(crate) const DAY_NOUN: Self = Self(1 << 7);
    pub(crate) const FIRST: Self = Self(1 << 8);
    pub(crate) const PART: Self = Self(1 << 9);
    pub(crate) const FROM: Self = Self(1 << 10);
    pub(crate) const BETWEEN: Self = Self(1 << 11);
    /// قبل, بعد, منذ.
    pub(crate) const OFFSET: Self = Self(1 << 12);
    /// أمس, هذا, كل.
    pub(crate) const DAY_WORD: Self = Self(1 << 13);
    pub(crate) const DECADE: Self = Self(1 << 14);
    pub(crate) const CLOCK: Self = Self(1 << 15);
    /// الربع, النصف.
    pub(crate) const PART_NOUN: Self = Self(1 << 16);
    pub(crate) const NAME: Self = Self(1 << 17);
    /// هذا, كل: nothing without what they point at.
    pub(crate) const POINTER: Self = Self(1 << 18);
    /// متر, كوبين: what a part can be added to.
    pub(crate) const MEASURE: Self = Self(1 << 19);
    /// الماضي, ق.م, صباحا, بالمئة, فاصلة, إلى: what only goes on with something.
    pub(crate) const DEICTIC: Self = Self(1 << 24);
    pub(crate) const ERA: Self = Self(1 << 25);
    pub(crate) const PERIOD: Self = Self(1 << 26);
    pub(crate) const PER: Self = Self(1 << 27);
    pub(crate) const DECIMAL: Self = Self(1 << 28);
    /// مئات, أرباع
    pub(crate) const PLURAL: Self = Self(1 << 29);
    /// رقم, هاتف, إصدار, فوز, نحو: what digits near them name, or how exact they are.
    pub(crate) const CUE: Self = Self(1 << 30);
    /// بضع
    pub(crate) const VAGUE: Self = Self(1 << 31);
    /// All of those from DEICTIC on.
    const BEHIND: Self = Self(0xFF << 24);
    /// What says something by itself, so that من, بعد or هذا before it may say more.
    pub(crate) const STRONG: Self = Self(
        Self::DIGITS.0
            | Self::NUMBER.0
            | Self::ORDINAL.0
            | Self::MONTH.0
            | Self::WEEKDAY.0
            | Self::TIME.0
            | Self::DAY_NOUN.0
            | Self::FIRST.0
            | Self::DAY_WORD.0
            | Self::DECADE.0
            | Self::CLOCK.0
            | Self::PART_NOUN.0
            | Self::NAME.0,
    );
    /// What says which one a unit of time before it is: عام 2020, شهر رمضان, يوم الأحد.
    pub(crate) const WHICH: Self = Self(
        Self::DIGITS.0
            | Self::NUMBER.0
            | Self::ORDINAL.0
            | Self::MONTH.0
            | Self::WEEKDAY.0
            | Self::DAY_WORD.0
            | Self::TIME.0,
    );
    /// من, بين, قبل, مطلع, هذا: nothing without what follows.
    const LEANING: Self =
        Self(Self::FROM.0 | Self::BETWEEN.0 | Self::OFFSET.0 | Self::PART.0 | Self::POINTER.0);

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether nothing can start here.
    pub(crate) const fn is_none(self) -> bool {
        self.only(Self::NONE)
    }

    /// Whether nothing but these can start here.
    pub(crate) const fn only(self, rules: Self) -> bool {
        self.0 & !(rules.0 | Self::BEHIND.0) == 0
    }

    /// Whether only what follows can make something of it.
    pub(crate) const fn leans(self) -> bool {
        self.only(Self::LEANING)
    }

    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn of(senses: &[Sense]) -> Self {
        senses.iter().fold(Self::NONE, |all, sense| {
            all.with(match sense {
                Sense::Zero
                | Sense::Unit(_)
                | Sense::A1
                | Sense::P12
                | Sense::Ten
                | Sense::Teen(_)
                | Sense::Tens(_)
                | Sense::Hundred
                | Sense::Hundreds(_)
                | Sense::Thousands(_)
                | Sense::Mult(..)
                | Sense::Frac(..)
                | Sense::Minus => Self::NUMBER,
                Sense::Ord(..) => Self::ORDINAL,
                Sense::Month(..) | Sense::MonthHead(_) | Sense::MonthLetter(_) | Sense::HijriMonth(..) => {
                    Self::MONTH
                }
                Sense::Weekday(_) => Self::WEEKDAY,
                Sense::Time(..) => Self::TIME,
                Sense::Night | Sense::DayNoun => Self::DAY_NOUN,
                Sense::First => Self::FIRST,
                Sense::Part(_) => Self::PART,
                Sense::From => Self::FROM,
                Sense::Between => Self::BETWEEN,
                Sense::Before | Sense::After | Sense::Since | Sense::Within => Self::OFFSET,
                Sense::DayWord(_) | Sense::ThisDay | Sense::Now => Self::DAY_WORD,
                Sense::This | Sense::Every => Self::POINTER,
                Sense::Decade(_) => Self::DECADE,
                Sense::Clock(_) => Self::CLOCK,
                Sense::PartQuarter | Sense::PartHalf => Self::PART_NOUN,
                Sense::Name => Self::NAME,
                Sense::Whole(_) => Self::MEASURE,
                Sense::Deictic(_) => Self::DEICTIC,
                Sense::Era(_) => Self::ERA,
                Sense::Period(_) => Self::PERIOD,
                Sense::Per(_) => Self::PER,
                Sense::DecimalWord => Self::DECIMAL,
                Sense::HundredPlural | Sense::FracPlural(_) => Self::PLURAL,
                Sense::PhoneWord | Sense::VersionWord | Sense::NumberSign | Sense::ScoreWord => Self::CUE,
                Sense::Bound(_) | Sense::Approx => Self::CUE,
                Sense::Vague => Self::VAGUE,
                _ => Self::NONE,
            })
        })
    }
}
