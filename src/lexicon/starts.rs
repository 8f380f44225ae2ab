//! What can start at a word, or go on with it, by its senses: a set, so that most questions to most
//! words are one comparison.

use super::Sense;

/// Which rules of the grammars can start at an item, and what it can be behind the start of one.
/// `can(at, Starts::MONTH)` reads "what stands at `at` can be a month".
///
/// The bits below 23 are what a rule can start at; those from 23 up start nothing and only go on with something, which
/// `BEHIND` tells by the bit alone. Bits 20 to 22 are free.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Starts(u64);

impl Starts {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const ALL: Self = Self(u64::MAX);
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
    pub(crate) const WHOLE: Self = Self(1 << 19);
    /// الماضي, ق.م, صباحا, بالمئة, فاصلة: what only goes on with something.
    pub(crate) const DEICTIC: Self = Self(1 << 24);
    pub(crate) const ERA: Self = Self(1 << 25);
    pub(crate) const DAY_HALF: Self = Self(1 << 26);
    pub(crate) const PER: Self = Self(1 << 27);
    pub(crate) const DECIMAL: Self = Self(1 << 28);
    /// مئات, أرباع
    pub(crate) const PLURAL: Self = Self(1 << 29);
    /// رقم, هاتف, إصدار, فوز, نحو: what digits near them name, or how exact they are.
    pub(crate) const CUE: Self = Self(1 << 30);
    /// بضع
    pub(crate) const VAGUE: Self = Self(1 << 31);
    /// توقيت, إلا: what goes on with an hour or a length alone.
    pub(crate) const LINK: Self = Self(1 << 32);
    /// في, كأس: what is none of the others, but not the end of what is said.
    pub(crate) const JOINT: Self = Self(1 << 33);
    // One sense each, of those above or beside them.
    pub(crate) const TO: Self = Self(1 << 34);
    pub(crate) const PREP: Self = Self(1 << 35);
    pub(crate) const BEFORE: Self = Self(1 << 36);
    pub(crate) const AFTER: Self = Self(1 << 37);
    pub(crate) const SINCE: Self = Self(1 << 38);
    pub(crate) const WITHIN: Self = Self(1 << 39);
    pub(crate) const EXCEPT: Self = Self(1 << 40);
    pub(crate) const THIS: Self = Self(1 << 41);
    pub(crate) const THAT: Self = Self(1 << 42);
    pub(crate) const EVERY: Self = Self(1 << 43);
    pub(crate) const NOW: Self = Self(1 << 44);
    pub(crate) const AGREES: Self = Self(1 << 45);
    pub(crate) const NIGHT: Self = Self(1 << 46);
    pub(crate) const DATE_NOUN: Self = Self(1 << 47);
    pub(crate) const EVENT: Self = Self(1 << 48);
    pub(crate) const FUNCTION: Self = Self(1 << 49);
    pub(crate) const PARTICLE: Self = Self(1 << 50);
    pub(crate) const NUMBER_SIGN: Self = Self(1 << 51);
    pub(crate) const PHONE: Self = Self(1 << 52);
    pub(crate) const SCORE: Self = Self(1 << 53);
    /// نحو, أكثر من
    pub(crate) const BOUND: Self = Self(1 << 54);
    pub(crate) const ZERO: Self = Self(1 << 55);
    pub(crate) const MINUS: Self = Self(1 << 56);
    pub(crate) const TEN: Self = Self(1 << 57);
    pub(crate) const TENS: Self = Self(1 << 58);
    pub(crate) const MULT: Self = Self(1 << 59);
    pub(crate) const DEGREE: Self = Self(1 << 60);
    pub(crate) const MEASURE: Self = Self(1 << 61);
    pub(crate) const MONEY: Self = Self(1 << 62);
    pub(crate) const PERSON: Self = Self(1 << 63);
    pub(crate) const NAME_HEAD: Self = Self(1 << 23);
    /// What can be counted, and ends most numbers.
    const COUNTED: Self = Self(Self::MEASURE.0 | Self::MONEY.0 | Self::PERSON.0 | Self::NAME_HEAD.0);
    /// All that starts nothing.
    const BEHIND: Self = Self(!((1 << 23) - 1));
    /// Words of dates and times that say something by themselves.
    const OF_TIME: Self = Self(
        Self::MONTH.0
            | Self::WEEKDAY.0
            | Self::TIME.0
            | Self::DAY_NOUN.0
            | Self::FIRST.0
            | Self::DAY_WORD.0
            | Self::DECADE.0
            | Self::CLOCK.0
            | Self::PART_NOUN.0,
    );
    /// What says something by itself, so that من, بعد or هذا before it may say more.
    pub(crate) const STRONG: Self =
        Self(Self::OF_TIME.0 | Self::DIGITS.0 | Self::NUMBER.0 | Self::ORDINAL.0 | Self::NAME.0);
    /// Words of dates and times, and what goes on with them.
    pub(crate) const TIMELY: Self =
        Self(Self::OF_TIME.0 | Self::LINK.0 | Self::DEICTIC.0 | Self::ERA.0 | Self::DAY_HALF.0);
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

    /// Whether nothing can start here, and no number or date goes on here.
    pub(crate) const fn ends(self) -> bool {
        self.0 & !Self::COUNTED.0 == 0
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
        senses.iter().fold(Self::NONE, |all, &sense| all.with(Self::of_sense(sense)))
    }

    fn of_sense(sense: Sense) -> Self {
        match sense {
            Sense::Zero => Self::NUMBER.with(Self::ZERO),
            Sense::Minus => Self::NUMBER.with(Self::MINUS),
            Sense::Ten => Self::NUMBER.with(Self::TEN),
            Sense::Tens(_) => Self::NUMBER.with(Self::TENS),
            Sense::Mult(..) => Self::NUMBER.with(Self::MULT),
            Sense::Unit(_)
            | Sense::A1
            | Sense::P12
            | Sense::Teen(_)
            | Sense::Hundred
            | Sense::Hundreds(_)
            | Sense::Thousands(_)
            | Sense::Frac(..) => Self::NUMBER,
            Sense::Ord(..) => Self::ORDINAL,
            Sense::Month(..) | Sense::MonthHead(_) | Sense::MonthLetter(_) | Sense::HijriMonth(..) => {
                Self::MONTH
            }
            Sense::Weekday(_) => Self::WEEKDAY,
            Sense::Time(..) => Self::TIME,
            Sense::Night => Self::DAY_NOUN.with(Self::NIGHT),
            Sense::DayNoun => Self::DAY_NOUN,
            Sense::First => Self::FIRST,
            Sense::Part(_) => Self::PART,
            Sense::From => Self::FROM,
            Sense::To => Self::JOINT.with(Self::TO),
            Sense::Between => Self::BETWEEN,
            Sense::Before => Self::OFFSET.with(Self::BEFORE),
            Sense::After => Self::OFFSET.with(Self::AFTER),
            Sense::Since => Self::OFFSET.with(Self::SINCE),
            Sense::Within => Self::OFFSET.with(Self::WITHIN),
            Sense::DayWord(_) | Sense::ThisDay => Self::DAY_WORD,
            Sense::Now => Self::DAY_WORD.with(Self::NOW),
            Sense::This => Self::POINTER.with(Self::THIS),
            Sense::Every => Self::POINTER.with(Self::EVERY),
            Sense::Decade(_) => Self::DECADE,
            Sense::Clock(_) => Self::CLOCK,
            Sense::PartQuarter | Sense::PartHalf => Self::PART_NOUN,
            Sense::Name => Self::NAME,
            Sense::Whole(_) => Self::WHOLE,
            Sense::Zone(_) => Self::LINK,
            Sense::Except => Self::LINK.with(Self::EXCEPT),
            Sense::Deictic(_) => Self::DEICTIC,
            Sense::Era(_) => Self::ERA,
            Sense::DayHalf(_) => Self::DAY_HALF,
            Sense::Per(_) => Self::PER,
            Sense::DecimalWord => Self::DECIMAL,
            Sense::HundredPlural | Sense::FracPlural(_) => Self::PLURAL,
            Sense::PhoneWord => Self::CUE.with(Self::PHONE),
            Sense::VersionWord => Self::CUE,
            Sense::NumberSign => Self::CUE.with(Self::NUMBER_SIGN),
            Sense::ScoreWord => Self::CUE.with(Self::SCORE),
            Sense::Bound(_) | Sense::Approx => Self::CUE.with(Self::BOUND),
            Sense::Vague => Self::VAGUE,
            Sense::Prep => Self::JOINT.with(Self::PREP),
            Sense::That => Self::JOINT.with(Self::THAT),
            Sense::Agrees => Self::JOINT.with(Self::AGREES),
            Sense::DateNoun => Self::JOINT.with(Self::DATE_NOUN),
            Sense::Event => Self::JOINT.with(Self::EVENT),
            Sense::Function => Self::JOINT.with(Self::FUNCTION),
            Sense::Particle => Self::JOINT.with(Self::PARTICLE),
            Sense::Degree => Self::JOINT.with(Self::DEGREE),
            Sense::Passed | Sense::Remaining => Self::JOINT,
            Sense::Person => Self::PERSON,
            Sense::NameHead => Self::NAME_HEAD,
            Sense::Measure => Self::MEASURE,
            Sense::Money(_) | Sense::MoneyFamily(_) => Self::MONEY,
            Sense::General | Sense::Contract | Sense::Symbol(_) => Self::NONE,
        }
    }
}
