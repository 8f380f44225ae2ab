//! What a code point is, decided once for the whole crate. Knows nothing of words or values.
//!
//! One table, generated from the Unicode data (version [`UNICODE_VERSION`]), answers every such
//! question; no other file of this crate holds a range of Arabic code points. The table has two
//! stages in blocks of 64 code points, the payload of one UTF-8 continuation byte; everything
//! below U+0800 (ASCII, Latin, Arabic) stands at its own index and needs one load.
//!
//! | | bytes |
//! |---|---|
//! | first stage, 2,048 × `u16` | 4,096 |
//! | blocks, 432 × 64 | 27,648 |
//! | ranges from U+20000 up | 144 |

mod kind;
mod table;

pub use kind::CharClass;

/// The version of the Unicode data behind the table.
///
/// ```
/// assert!(warraq::class::UNICODE_VERSION.0 >= 18);
/// ```
pub const UNICODE_VERSION: (u8, u8, u8) = (18, 0, 0);

/// Bit of a table value: NFC may change or move the character.
const MOVES: u8 = 0x40;

/// Every class in the order of its number, to read one back from the table.
#[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
const CLASSES: [CharClass; 64] = {
    let mut all = [CharClass::Unassigned; 64];
    let mut i = 0;
    while i < CharClass::ALL.len() {
        all[i] = CharClass::ALL[i];
        i += 1;
    }
    all
};

/// The class of a character. O(1), one or two loads.
///
/// ```
/// use warraq::class::{CharClass, class_of};
///
/// assert_eq!(class_of('\u{0640}'), CharClass::Tatweel);
/// assert_eq!(class_of('؟'), CharClass::Question);
/// assert_eq!(class_of('ﷺ'), CharClass::Symbol);
/// ```
#[inline]
#[cfg_attr(warraq_no_panic, no_panic::no_panic)]
pub fn class_of(c: char) -> CharClass {
    unpack(value_of(c as u32))
}

/// The class of the character that starts at byte `at` of `text`, and its length in bytes.
/// `None` at the end of the text and inside a character. O(1), without decoding.
///
/// ```
/// use warraq::class::{CharClass, class_at};
///
/// assert_eq!(class_at("سنة ٥", 7), Some((CharClass::DigitArabic, 2)));
/// assert_eq!(class_at("سنة", 1), None);
/// ```
#[inline]
#[cfg_attr(warraq_no_panic, no_panic::no_panic)]
pub fn class_at(text: &str, at: usize) -> Option<(CharClass, usize)> {
    let (value, len) = value_at(text, at)?;
    Some((unpack(value), len))
}

#[inline]
fn value_at(text: &str, at: usize) -> Option<(u8, usize)> {
    let rest = text.as_bytes().get(at..)?;
    let lead = *rest.first()?;
    let tail = |i: usize| u32::from(rest.get(i).copied().unwrap_or(0) & 0x3F);
    Some(match lead {
        0..0x80 => (leaf(usize::from(lead)), 1),
        0x80..0xC0 => return None,
        0xC0..0xE0 => (leaf(usize::from(lead & 0x1F) << 6 | tail(1) as usize), 2),
        0xE0..0xF0 => (value_of(u32::from(lead & 0xF) << 12 | tail(1) << 6 | tail(2)), 3),
        _ => (value_of(u32::from(lead & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)), 4),
    })
}

/// Whether NFC leaves this character alone wherever it stands: its quick check is Yes and its
/// combining class 0.
#[inline]
pub(crate) fn is_nfc_inert(c: char) -> bool {
    value_of(c as u32) & MOVES == 0
}

/// [`class_at`], and whether the character is [NFC-inert](is_nfc_inert), in the same look-up.
#[inline]
pub(crate) fn class_and_inert_at(text: &str, at: usize) -> Option<(CharClass, bool, usize)> {
    let (value, len) = value_at(text, at)?;
    Some((unpack(value), value & MOVES == 0, len))
}

/// Whether the character is a ligature that stands for a phrase or for a word of worship: ﷲ ﷺ ﷽
/// and their like, U+FDF0–U+FDFF with U+FDCF and U+FD40–U+FD4F.
pub(crate) const fn is_phrase(c: char) -> bool {
    matches!(c, '\u{FD40}'..='\u{FD4F}' | '\u{FDCF}' | '\u{FDF0}'..='\u{FDFF}')
}

/// The canonical combining class of a mark of U+0600–U+06FF, 0 for everything else, in a `const`
/// context, where the plans of the normalizer are made.
pub(crate) const fn combining_class_low(cp: u32) -> u8 {
    match cp {
        0x64B => 27,
        0x64C => 28,
        0x64D => 29,
        0x618 | 0x64E => 30,
        0x619 | 0x64F => 31,
        0x61A | 0x650 => 32,
        0x651 => 33,
        0x652 => 34,
        0x670 => 35,
        0x655 | 0x656 | 0x65C | 0x65F | 0x6E3 | 0x6EA | 0x6ED => 220,
        0x610..=0x65E | 0x6D6..=0x6EC if class_of_low(cp).is_arabic_mark() => 230,
        _ => 0,
    }
}

#[inline]
fn unpack(value: u8) -> CharClass {
    CLASSES.get(usize::from(value & 0x3F)).copied().unwrap_or(CharClass::Unassigned)
}

#[inline]
fn leaf(i: usize) -> u8 {
    table::LEAF.get(i).copied().unwrap_or(0)
}

#[inline]
fn value_of(cp: u32) -> u8 {
    match cp {
        0..0x800 => leaf(cp as usize),
        0x800..0x2_0000 => {
            let block = table::INDEX.get((cp >> 6) as usize).copied().unwrap_or(0);
            leaf(usize::from(block) << 6 | (cp & 0x3F) as usize)
        }
        _ => table::HIGH
            .iter()
            .find(|&&(first, last, _)| (first..=last).contains(&cp))
            .map_or(0, |&(_, _, value)| value),
    }
}

/// The class of a code point below U+0800 in a `const` context, where the plans of the folds are
/// made; above, [`CharClass::Unassigned`].
#[expect(clippy::indexing_slicing, reason = "guarded by the comparison; `get` is not const")]
pub(crate) const fn class_of_low(cp: u32) -> CharClass {
    if cp < 0x800 { CLASSES[(table::LEAF[cp as usize] & 0x3F) as usize] } else { CharClass::Unassigned }
}

impl CharClass {
    /// A mark of the Arabic script that is written over or under a letter.
    ///
    /// ```
    /// assert!(warraq::class::class_of('\u{064B}').is_arabic_mark());
    /// assert!(!warraq::class::class_of('\u{0301}').is_arabic_mark());
    /// ```
    #[inline]
    pub const fn is_arabic_mark(self) -> bool {
        matches!(
            self,
            Self::Harakat
                | Self::Tanwin
                | Self::Shadda
                | Self::HamzaMark
                | Self::DaggerAlef
                | Self::Annotation
                | Self::VowelMark
        )
    }

    /// A combining mark of any script.
    ///
    /// ```
    /// assert!(warraq::class::class_of('\u{0301}').is_mark());
    /// ```
    #[inline]
    pub const fn is_mark(self) -> bool {
        self.is_arabic_mark() || matches!(self, Self::Mark)
    }

    /// A letter of the Arabic script in any form; tatweel is not a letter.
    ///
    /// ```
    /// assert!(warraq::class::class_of('ﻻ').is_arabic_letter());
    /// ```
    #[inline]
    pub const fn is_arabic_letter(self) -> bool {
        matches!(self, Self::ArabicLetter | Self::ArabicForm | Self::ArabicSmallLetter)
    }

    /// A letter of any script.
    ///
    /// ```
    /// assert!(warraq::class::class_of('ж').is_letter());
    /// ```
    #[inline]
    pub const fn is_letter(self) -> bool {
        self.is_arabic_letter() || matches!(self, Self::LatinLetter | Self::OtherLetter)
    }

    /// A control that is not seen: direction marks, joiners, the byte order mark.
    ///
    /// ```
    /// assert!(warraq::class::class_of('\u{200F}').is_invisible());
    /// ```
    #[inline]
    pub const fn is_invisible(self) -> bool {
        matches!(self, Self::Invisible | Self::Zwnj | Self::Zwj)
    }

    /// White space, line ends included.
    ///
    /// ```
    /// assert!(warraq::class::class_of('\u{00A0}').is_whitespace());
    /// ```
    #[inline]
    pub const fn is_whitespace(self) -> bool {
        matches!(self, Self::Space | Self::LineEnd)
    }

    /// The system of a decimal digit that can stand in an Arabic text, or `None`.
    ///
    /// ```
    /// use warraq::class::{NumeralSystem, class_of};
    /// assert_eq!(class_of('۷').numeral_system(), Some(NumeralSystem::ArabExt));
    /// assert_eq!(class_of('x').numeral_system(), None);
    /// ```
    #[inline]
    pub const fn numeral_system(self) -> Option<NumeralSystem> {
        Some(match self {
            Self::DigitLatin => NumeralSystem::Latn,
            Self::DigitArabic => NumeralSystem::Arab,
            Self::DigitExtended => NumeralSystem::ArabExt,
            Self::DigitFullwidth => NumeralSystem::FullWide,
            Self::DigitMath => NumeralSystem::Math,
            _ => return None,
        })
    }

    /// A decimal digit of one of the five systems of [`NumeralSystem`].
    ///
    /// ```
    /// assert!(warraq::class::class_of('٣').is_digit());
    /// assert!(!warraq::class::class_of('②').is_digit());
    /// ```
    #[inline]
    pub const fn is_digit(self) -> bool {
        self.numeral_system().is_some()
    }
}

/// A system of decimal digits, by its CLDR identifier.
///
/// ```
/// use warraq::class::NumeralSystem;
/// assert_eq!(NumeralSystem::Arab.to_string(), "arab");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NumeralSystem {
    /// ASCII digits 0–9.
    Latn,
    /// Arabic-Indic digits ٠–٩.
    Arab,
    /// Extended Arabic-Indic digits ۰–۹ (Persian, Urdu).
    ArabExt,
    /// Fullwidth digits.
    FullWide,
    /// Mathematical bold, double-struck, sans-serif and monospace digits.
    Math,
}

impl NumeralSystem {
    /// Every system.
    ///
    /// ```
    /// use warraq::class::NumeralSystem;
    /// assert!(NumeralSystem::ALL.contains(&NumeralSystem::ArabExt));
    /// ```
    pub const ALL: [Self; 5] = [Self::Latn, Self::Arab, Self::ArabExt, Self::FullWide, Self::Math];

    /// The identifier: `latn`, `arab`, `arabext`, `fullwide`, `math`.
    ///
    /// ```
    /// assert_eq!(warraq::class::NumeralSystem::ArabExt.as_str(), "arabext");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Latn => "latn",
            Self::Arab => "arab",
            Self::ArabExt => "arabext",
            Self::FullWide => "fullwide",
            Self::Math => "math",
        }
    }

    /// The digit of this system for an ASCII digit; any other character comes back as it is.
    ///
    /// ```
    /// use warraq::class::NumeralSystem;
    /// assert_eq!(NumeralSystem::Arab.digit('7'), '٧');
    /// assert_eq!(NumeralSystem::Arab.digit('x'), 'x');
    /// ```
    pub const fn digit(self, ascii: char) -> char {
        let zero = match self {
            Self::Latn => '0',
            Self::Arab => '٠',
            Self::ArabExt => '۰',
            Self::FullWide => '\u{FF10}',
            Self::Math => '\u{1D7CE}',
        };
        match ascii {
            '0'..='9' => match char::from_u32(zero as u32 + (ascii as u32 - '0' as u32)) {
                Some(digit) => digit,
                None => ascii,
            },
            other => other,
        }
    }
}

impl core::fmt::Display for NumeralSystem {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The set of numeral systems that a number or a date is written in; `١2` has two.
///
/// ```
/// use warraq::class::{NumeralSystem, NumeralSystems};
///
/// let systems = NumeralSystems::of("١2");
/// assert!(systems.contains(NumeralSystem::Arab) && systems.is_mixed());
/// assert_eq!(systems.iter().count(), 2);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct NumeralSystems(u8);

impl NumeralSystems {
    /// The systems of all digits in `text`. O(n).
    ///
    /// ```
    /// assert!(warraq::class::NumeralSystems::of("سبعة").is_empty());
    /// ```
    pub fn of(text: &str) -> Self {
        if text.is_ascii() {
            let digits = text.bytes().any(|byte| byte.is_ascii_digit());
            return digits.then_some(NumeralSystem::Latn).into_iter().collect();
        }
        text.chars().filter_map(|c| class_of(c).numeral_system()).collect()
    }

    /// Whether the system is in the set.
    ///
    /// ```
    /// use warraq::class::{NumeralSystem, NumeralSystems};
    /// assert!(NumeralSystems::of("12").contains(NumeralSystem::Latn));
    /// ```
    pub const fn contains(self, system: NumeralSystem) -> bool {
        self.0 & 1 << system as u8 != 0
    }

    /// Whether there is no digit at all.
    ///
    /// ```
    /// assert!(warraq::class::NumeralSystems::default().is_empty());
    /// ```
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether digits of more than one system are mixed.
    ///
    /// ```
    /// assert!(!warraq::class::NumeralSystems::of("١٢").is_mixed());
    /// ```
    pub const fn is_mixed(self) -> bool {
        self.0.count_ones() > 1
    }

    /// The systems, in the order of [`NumeralSystem`].
    ///
    /// ```
    /// use warraq::class::NumeralSystems;
    /// let names: Vec<_> = NumeralSystems::of("١2").iter().map(|s| s.as_str()).collect();
    /// assert_eq!(names, ["latn", "arab"]);
    /// ```
    pub fn iter(self) -> impl Iterator<Item = NumeralSystem> + Clone {
        NumeralSystem::ALL.into_iter().filter(move |&s| self.contains(s))
    }
}

impl FromIterator<NumeralSystem> for NumeralSystems {
    fn from_iter<I: IntoIterator<Item = NumeralSystem>>(systems: I) -> Self {
        Self(systems.into_iter().fold(0, |set, s| set | 1 << s as u8))
    }
}

impl core::fmt::Debug for NumeralSystems {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// The value of a decimal digit of any [`NumeralSystem`], 0 to 9.
///
/// ```
/// use warraq::class::digit_value;
/// assert_eq!(digit_value('٧'), Some(7));
/// assert_eq!(digit_value('𝟕'), Some(7));
/// assert_eq!(digit_value('七'), None);
/// ```
#[inline]
#[cfg_attr(warraq_no_panic, no_panic::no_panic)]
pub fn digit_value(c: char) -> Option<u8> {
    let zero = match class_of(c) {
        CharClass::DigitLatin => '0',
        CharClass::DigitArabic => '٠',
        CharClass::DigitExtended => '۰',
        CharClass::DigitFullwidth => '\u{FF10}',
        CharClass::DigitMath => '\u{1D7CE}',
        _ => return None,
    };
    Some(((c as u32 - zero as u32) % 10) as u8)
}

/// The value of a decimal digit of any script. The digits of a script stand in order, those of two
/// systems side by side without a gap, so that the place in the stretch tells the value.
pub(crate) fn decimal_value(c: char) -> Option<u8> {
    if class_of(c) != CharClass::DigitOther {
        return digit_value(c);
    }
    let before = (0..c as u32).rev().map_while(char::from_u32);
    let place = before.take_while(|&c| class_of(c) == CharClass::DigitOther).count();
    Some((place % 10) as u8)
}

#[cfg(test)]
mod tests {
    use super::{CharClass, class_of, decimal_value};
    use unicode_normalization::char::canonical_combining_class;

    #[test]
    fn digits_of_other_scripts_come_in_tens() {
        let digits = (char::MIN..=char::MAX).filter(|&c| class_of(c) == CharClass::DigitOther);
        let digits: alloc::vec::Vec<char> = digits.collect();
        for run in digits.chunk_by(|&a, &b| a as u32 + 1 == b as u32) {
            assert_eq!(run.len() % 10, 0, "{:X}", run[0] as u32);
        }
        assert_eq!(decimal_value('७'), Some(7));
        assert_eq!(decimal_value('\u{1A93}'), Some(3));
        assert_eq!(decimal_value('\u{116E3}'), Some(9));
        assert_eq!(decimal_value('７'), Some(7));
        assert_eq!(decimal_value('七'), None);
    }

    #[test]
    fn tables_are_small() {
        let table = size_of_val(&super::table::INDEX)
            + size_of_val(&super::table::LEAF)
            + size_of_val(&super::table::HIGH);
        assert!(table <= 32_768, "{table} bytes");
    }

    #[test]
    fn combining_classes_are_those_of_unicode() {
        for c in '\u{0600}'..='\u{06FF}' {
            assert_eq!(super::combining_class_low(c as u32), canonical_combining_class(c), "{:X}", c as u32);
        }
    }
}
