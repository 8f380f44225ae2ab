//! The choices compiled into a table: what to do with each character, as far as that is known
//! without its neighbours. Knows nothing of texts; `walk` reads the table.

use super::letters::{AlefMaqsura, FarsiYeh, SmallLetters};
use super::ops::{
    Composition, Digits, Invisible, Marks, PresentationForms, Punctuation, Switches, Tatweel, Zwnj,
};
use super::wide::Watch;
use crate::class::{CharClass, class_of_low, combining_class_low};
use crate::fold::LetterFolds;
use crate::simd::{Entry, Tables};

/// What to do with a character.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// It stays; nothing to its left or right can change that.
    Keep,
    /// Another character takes its place.
    Replace,
    /// It goes without a trace.
    Delete,
    /// A mark that stays; composition orders it among its neighbours.
    Mark,
    /// A mark that stays and may compose with the letter before it.
    Composing,
    /// A mark that goes, unless it composes with the letter before it.
    ComposingDeleted,
    /// A letter that goes and takes its marks with it.
    Drop,
    /// Tatweel that goes, unless it makes the Hijri mark.
    Tatweel,
    /// Only the passes over the window tell.
    Window,
}

/// A character of U+0600–U+06FF: the step, the letter it is in the output, its combining class.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    pub(super) to: char,
    pub(super) step: Step,
    pub(super) order: u8,
}

impl Cell {
    /// Outside the table.
    pub(super) const OTHER: Self = Self { to: '\0', step: Step::Window, order: 0 };

    /// A character that stands in the output for itself or another and carries marks.
    #[inline]
    pub(super) const fn is_base(self) -> bool {
        matches!(self.step, Step::Keep | Step::Replace)
    }

    /// The same, in two bytes.
    #[inline]
    pub(super) const fn is_letter(self) -> bool {
        self.is_base() && self.to as u32 >= 0x80
    }

    /// A mark that stays.
    #[inline]
    pub(super) const fn is_mark(self) -> bool {
        matches!(self.step, Step::Mark | Step::Composing)
    }
}

/// The compositions of the Arabic script with their first and second character: there are no
/// others, which a test compares with the Unicode data.
const COMPOSITES: [(char, char, char); 8] = [
    ('آ', 'ا', '\u{0653}'),
    ('أ', 'ا', '\u{0654}'),
    ('إ', 'ا', '\u{0655}'),
    ('ؤ', 'و', '\u{0654}'),
    ('ئ', 'ي', '\u{0654}'),
    ('ۀ', 'ە', '\u{0654}'),
    ('ۂ', 'ہ', '\u{0654}'),
    ('ۓ', 'ے', '\u{0654}'),
];

/// Whether a composing mark after this letter, or after a letter that folds to it, may change it.
/// A composite counts too: its mark and the next one may change places.
#[inline]
pub(super) const fn may_compose(c: char) -> bool {
    matches!(c, 'ا' | 'آ' | 'أ' | 'إ' | 'و' | 'ؤ' | 'ي' | 'ئ' | 'ە' | 'ۀ' | 'ہ' | 'ۂ' | 'ے' | 'ۓ')
}

/// The tables of one [`super::Normalizer`].
#[derive(Clone)]
pub(super) struct Plan {
    /// U+0600–U+06FF.
    pub(super) low: [Cell; 256],
    /// All other characters, by the number of their class.
    pub(super) other: [Step; 64],
    /// Whether NFC is asked for, so that characters it may change need the window.
    pub(super) composes: bool,
    /// The digit zero that ASCII digits become; `None` when ASCII stays as it is.
    pub(super) ascii_zero: Option<char>,
    /// Length of the shortest run that is shortened; 0 when none is.
    pub(super) run: usize,
    /// The same for the block kernel.
    pub(super) tables: Tables,
    /// Whether a heh and tatweel may be the Hijri mark.
    pub(super) hijri: bool,
    /// What sets off the rules that read whole words and the signs and blanks between them; `None` when no such rule
    /// is on.
    pub(super) watch: Option<Watch>,
    /// Whether short texts may be done by the table of the kernel alone.
    pub(super) takes_short: bool,
}

impl Plan {
    #[expect(clippy::indexing_slicing, reason = "evaluated at compile time; `get_mut` is not const")]
    pub(super) const fn new(switches: &Switches) -> Self {
        let folds = switches.folds();
        let composes = matches!(switches.composition, Composition::Nfc);
        let same = same_composed(folds) && !switches.contextual();
        let mut low = [Cell::OTHER; 256];
        let mut i = 0;
        while i < 256 {
            if let Some(c) = char::from_u32(0x600 + i as u32) {
                low[i] = cell(switches, folds, composes && !same, c);
            }
            i += 1;
        }
        let other = other(switches);
        let tables = tables(&low, &other, composes, zero(switches.digits));
        Self {
            low,
            other,
            tables,
            composes,
            ascii_zero: match zero(switches.digits) {
                Some('0') | None => None,
                other => other,
            },
            run: match switches.elongation.limits() {
                Some((from, _)) => from,
                None => 0,
            },
            hijri: matches!(switches.tatweel, Tatweel::Delete),
            watch: if switches.wide() { Some(Watch::new(switches, folds)) } else { None },
            takes_short: !switches.wide() && switches.elongation.limits().is_none(),
        }
    }

    /// The cell of the character with these two bytes.
    #[inline]
    pub(super) fn cell(&self, lead: u8, tail: u8) -> Cell {
        self.low.get(usize::from((lead & 3) << 6 | tail & 0x3F)).copied().unwrap_or(Cell::OTHER)
    }
}

/// The zero of the digits that are asked for.
pub(super) const fn zero(digits: Digits) -> Option<char> {
    match digits {
        Digits::Keep => None,
        Digits::Latin | Digits::LatinAll => Some('0'),
        Digits::Arabic => Some('٠'),
        Digits::Extended => Some('۰'),
    }
}

/// The ASCII sign for an Arabic one.
pub(super) const fn ascii_sign(c: char) -> Option<char> {
    match c {
        '،' => Some(','),
        '؛' => Some(';'),
        '؟' => Some('?'),
        '۔' => Some('.'),
        _ => None,
    }
}

/// Whether every composite folds to the same as its first letter, so that a hamza or madda that
/// is deleted need not be composed first.
pub(super) const fn same_composed(folds: LetterFolds) -> bool {
    let mut i = 0;
    while i < COMPOSITES.len() {
        #[expect(clippy::indexing_slicing, reason = "evaluated at compile time; `get` is not const")]
        let (composite, first, _) = COMPOSITES[i];
        match (folds.letter(composite), folds.letter(first)) {
            (Some(a), Some(b)) if a as u32 == b as u32 => {}
            _ => return false,
        }
        i += 1;
    }
    true
}

const fn cell(switches: &Switches, folds: LetterFolds, composes_first: bool, c: char) -> Cell {
    let class = class_of_low(c as u32);
    let order = combining_class_low(c as u32);
    let kept = Cell { to: c, step: Step::Keep, order };
    let step = match class {
        CharClass::Invisible => match switches.invisible {
            Invisible::Keep => Step::Keep,
            Invisible::Delete => Step::Delete,
        },
        CharClass::Tatweel => match switches.tatweel {
            Tatweel::Keep => Step::Keep,
            Tatweel::Delete => Step::Tatweel,
            Tatweel::DeleteAll => Step::Delete,
        },
        CharClass::DigitArabic | CharClass::DigitExtended => {
            let from = if let CharClass::DigitArabic = class { '٠' } else { '۰' };
            return match zero(switches.digits) {
                Some(zero) => replaced(kept, char::from_u32(zero as u32 + c as u32 - from as u32)),
                None => kept,
            };
        }
        CharClass::DecimalSeparator | CharClass::ThousandsSeparator => match switches.digits {
            Digits::Latin => Step::Window,
            _ => Step::Keep,
        },
        CharClass::Percent if c == '٪' => {
            return match switches.digits {
                Digits::Latin => replaced(kept, Some('%')),
                _ => kept,
            };
        }
        CharClass::HamzaMark if switches.marks.has(c, class) && composes_first => Step::ComposingDeleted,
        _ if switches.marks.has(c, class) => Step::Delete,
        CharClass::HamzaMark => Step::Composing,
        _ if class.is_arabic_mark() => Step::Mark,
        _ if matches!(switches.farsi_yeh, FarsiYeh::ByPlace) && c == 'ی' => Step::Window,
        _ if matches!(switches.alef_maqsura, AlefMaqsura::Reverse)
            && matches!(folds.letter(c), Some('ي')) =>
        {
            Step::Window
        }
        _ => {
            return match switches.punctuation {
                Punctuation::Ascii if ascii_sign(c).is_some() => replaced(kept, ascii_sign(c)),
                _ => replaced(kept, folds.letter(c)),
            };
        }
    };
    Cell { to: c, step, order }
}

/// What the cells say, as far as the block kernel may decide it.
#[expect(clippy::indexing_slicing, reason = "evaluated at compile time; `get` is not const")]
const fn tables(low: &[Cell; 256], other: &[Step; 64], composes: bool, zero: Option<char>) -> Tables {
    let mut tables = Tables::new();
    let mut i = 0;
    while i < 256 {
        let cell = low[i];
        let entry = match cell.step {
            Step::Keep | Step::Replace | Step::Mark => Entry::Put(cell.to),
            Step::Delete => Entry::Delete,
            Step::Tatweel => Entry::Tatweel,
            _ => Entry::Stop,
        };
        let order = if composes && cell.is_mark() { cell.order } else { 0 };
        tables.set(i as u8, entry, order);
        i += 1;
    }
    if !matches!(zero, None | Some('0')) {
        tables.switch_off();
    }
    // The kernel passes these without a look at their class.
    let passed = [
        CharClass::Space,
        CharClass::Mark,
        CharClass::LatinLetter,
        CharClass::OtherLetter,
        CharClass::Dash,
        CharClass::Opener,
        CharClass::Closer,
        CharClass::Quote,
        CharClass::Apostrophe,
        CharClass::Ellipsis,
        CharClass::Punctuation,
        CharClass::Percent,
        CharClass::Emoji,
        CharClass::TextEmoji,
        CharClass::EmojiModifier,
        CharClass::RegionalIndicator,
        CharClass::Symbol,
        CharClass::Currency,
        CharClass::MathSymbol,
        CharClass::Fraction,
        CharClass::OtherNumber,
    ];
    let mut i = 0;
    while i < passed.len() {
        if !matches!(other[passed[i] as usize], Step::Keep) {
            tables.switch_off();
        }
        i += 1;
    }
    tables
}

const fn replaced(kept: Cell, to: Option<char>) -> Cell {
    match to {
        None => Cell { to: kept.to, step: Step::Drop, order: 0 },
        Some(to) if to as u32 == kept.to as u32 => kept,
        Some(to) => Cell { to, step: Step::Replace, order: 0 },
    }
}

#[expect(clippy::indexing_slicing, reason = "evaluated at compile time; `get_mut` is not const")]
const fn other(switches: &Switches) -> [Step; 64] {
    let mut other = [Step::Keep; 64];
    if let Invisible::Delete = switches.invisible {
        other[CharClass::Invisible as usize] = Step::Delete;
        other[CharClass::Zwj as usize] = Step::Window;
    }
    other[CharClass::Zwnj as usize] = match switches.zwnj {
        Zwnj::Keep => Step::Keep,
        Zwnj::Delete => Step::Delete,
        Zwnj::Space => Step::Replace,
    };
    if let PresentationForms::Decompose = switches.presentation_forms {
        other[CharClass::ArabicForm as usize] = Step::Window;
        other[CharClass::ArabicFormMark as usize] = Step::Window;
    }
    if let Digits::LatinAll = switches.digits {
        other[CharClass::DigitFullwidth as usize] = Step::Window;
        other[CharClass::DigitMath as usize] = Step::Window;
        other[CharClass::DigitOther as usize] = Step::Window;
    }
    match switches.small_letters {
        SmallLetters::Keep => {}
        _ => other[CharClass::ArabicSmallLetter as usize] = Step::Window,
    }
    let marks = Marks::CLASSES;
    let mut i = 0;
    while i < marks.len() {
        // Ordinary tanwin and the dagger alef are in the table.
        other[marks[i] as usize] =
            if switches.marks.has('\u{10FFFF}', marks[i]) { Step::Delete } else { Step::Mark };
        i += 1;
    }
    other
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::char::{compose, decompose_canonical};

    /// No composition of an Arabic letter is missing, and each of them is flagged.
    #[test]
    fn the_composites_are_all() {
        let arabic = |c: char| crate::class::class_of(c).is_arabic_mark();
        let mut found = alloc::vec::Vec::new();
        for c in char::MIN..=char::MAX {
            let mut parts = alloc::vec::Vec::new();
            decompose_canonical(c, |part| parts.push(part));
            if parts.len() > 1 && parts.iter().any(|&p| arabic(p)) {
                assert_eq!(parts.len(), 2);
                assert_eq!(compose(parts[0], parts[1]), Some(c));
                assert!(may_compose(c) && may_compose(parts[0]));
                found.push((c, parts[0], parts[1]));
            }
        }
        let mut listed = COMPOSITES;
        listed.sort_unstable();
        assert_eq!(found, listed);
    }
}
