//! The class of every scalar value against sources that had no part in making the table:
//! `unicode-properties` and `unicode-script` (both from the Unicode Character Database by their own
//! generators), the tables of `regex`, and `std`. The table itself comes from ICU4X.
#![allow(clippy::unwrap_used, missing_docs)]

use regex::Regex;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};
use unicode_properties::{GeneralCategory as Gc, UnicodeEmoji as _, UnicodeGeneralCategory as _};
use unicode_script::{Script, UnicodeScript as _};
use warraq::class::{CharClass, NumeralSystem, UNICODE_VERSION, class_at, class_of, digit_value};

fn scalars() -> impl Iterator<Item = char> {
    (0..=0x10_FFFF).filter_map(char::from_u32)
}

/// Every scalar value for which `ours` and `theirs` differ.
fn differences(ours: impl Fn(char) -> bool, theirs: impl Fn(char) -> bool) -> Vec<String> {
    scalars().filter(|&c| ours(c) != theirs(c)).map(|c| format!("{:04X}", u32::from(c))).collect()
}

fn property(pattern: &str) -> impl Fn(char) -> bool + use<> {
    let regex = Regex::new(&format!("^{pattern}$")).unwrap();
    move |c| regex.is_match(c.encode_utf8(&mut [0; 4]))
}

fn is_mark(c: char) -> bool {
    matches!(c.general_category(), Gc::NonspacingMark | Gc::SpacingMark | Gc::EnclosingMark)
}

fn is_arabic(c: char) -> bool {
    c.script() == Script::Arabic || c.script_extension().contains_script(Script::Arabic)
}

#[test]
fn all_sources_are_of_one_version() {
    let (major, minor, update) = UNICODE_VERSION;
    let ours = (u64::from(major), u64::from(minor), u64::from(update));
    assert_eq!(unicode_properties::UNICODE_VERSION, ours);
    assert_eq!(unicode_script::UNICODE_VERSION, ours);
}

#[test]
fn every_scalar_value_is_walked() {
    assert_eq!(scalars().count(), 1_112_064);
    let mut text = String::new();
    for c in scalars() {
        text.clear();
        text.push(c);
        assert_eq!(class_at(&text, 0), Some((class_of(c), c.len_utf8())), "{c:?}");
    }
}

/// The union of the mark classes is "Mn in the Arabic blocks with Script or Script_Extensions
/// Arabic" (the Coptic U+102E0 lies in no Arabic block).
#[test]
fn arabic_marks() {
    let theirs = |c: char| {
        let block = matches!(u32::from(c), 0x600..=0x6FF | 0x750..=0x77F | 0x870..=0x8FF | 0x10EC0..=0x10EFF);
        block && c.general_category() == Gc::NonspacingMark && is_arabic(c)
    };
    assert_eq!(differences(|c| class_of(c).is_arabic_mark(), theirs), [""; 0]);
    assert_eq!(differences(|c| class_of(c).is_mark(), is_mark), [""; 0]);
}

#[test]
fn the_classes_of_marks_are_those_of_the_specification() {
    let set = |class: CharClass| -> Vec<u32> {
        scalars().filter(|&c| class_of(c) == class).map(u32::from).collect()
    };
    assert_eq!(set(CharClass::Harakat), [0x64E, 0x64F, 0x650, 0x652]);
    assert_eq!(set(CharClass::Tanwin), [0x64B, 0x64C, 0x64D, 0x8E7, 0x8E8, 0x8E9, 0x8F0, 0x8F1, 0x8F2]);
    assert_eq!(set(CharClass::Shadda), [0x651]);
    assert_eq!(set(CharClass::HamzaMark), [0x653, 0x654, 0x655]);
    assert_eq!(set(CharClass::DaggerAlef), [0x656, 0x670]);
    assert_eq!(set(CharClass::Tatweel), [0x640]);
    assert_eq!(set(CharClass::ArabicSmallLetter), [0x6E5, 0x6E6, 0x8C9]);
    assert_eq!(set(CharClass::AyahMark), [0x6DD, 0x6DE, 0x6E9, 0x8E2]);
}

#[test]
fn letters() {
    let letter = |c: char| {
        let gc = c.general_category();
        matches!(
            gc,
            Gc::UppercaseLetter
                | Gc::LowercaseLetter
                | Gc::TitlecaseLetter
                | Gc::ModifierLetter
                | Gc::OtherLetter
                | Gc::LetterNumber
        )
    };
    // Tatweel is a letter to Unicode; ﷺ and ﷻ are; the forms of marks are; the information sign is.
    let not_ours = |c: char| {
        matches!(c, '\u{0640}' | '\u{FDFA}' | '\u{FDFB}' | '\u{2139}')
            || class_of(c) == CharClass::ArabicFormMark
    };
    assert_eq!(differences(|c| class_of(c).is_letter(), |c| letter(c) && !not_ours(c)), [""; 0]);
    let arabic = |c: char| letter(c) && c.script() == Script::Arabic && !not_ours(c);
    // The presentation forms of Common script are letters of the Arabic forms all the same.
    let forms =
        |c: char| matches!(u32::from(c), 0xFB50..=0xFDFF | 0xFE70..=0xFEFC) && letter(c) && !not_ours(c);
    assert_eq!(differences(|c| class_of(c).is_arabic_letter(), |c| arabic(c) || forms(c)), [""; 0]);
    let latin = |c: char| letter(c) && c.script() == Script::Latin;
    assert_eq!(differences(|c| class_of(c) == CharClass::LatinLetter, latin), [""; 0]);
}

#[test]
fn presentation_forms_of_marks() {
    // Those whose compatibility decomposition holds no letter, and the tail fragment.
    let theirs = |c: char| {
        matches!(u32::from(c), 0xFE70..=0xFE7F)
            && c.general_category() == Gc::OtherLetter
            && core::iter::once(c).nfkd().all(|d| d == ' ' || d == '\u{0640}' || is_mark(d))
    };
    assert_eq!(differences(|c| class_of(c) == CharClass::ArabicFormMark, theirs), [""; 0]);
}

#[test]
fn digits() {
    let any = |c: char| {
        let class = class_of(c);
        class.is_digit() || class == CharClass::DigitOther
    };
    assert_eq!(differences(any, |c| c.general_category() == Gc::DecimalNumber), [""; 0]);
    // The values by std (ASCII), by the position in the block, and by NFKC.
    for c in scalars() {
        let expected = match u32::from(c) {
            cp @ (0x660..=0x669 | 0x6F0..=0x6F9) => Some((cp & 0xF) as u8),
            0xFF10..=0xFF19 | 0x1D7CE..=0x1D7FF => {
                core::iter::once(c).nfkc().next().unwrap().to_digit(10).map(|d| d as u8)
            }
            0..=0x7F => c.to_digit(10).map(|d| d as u8),
            _ => None,
        };
        assert_eq!(digit_value(c), expected, "{c:?}");
    }
    assert_eq!(class_of('５').numeral_system(), Some(NumeralSystem::FullWide));
}

#[test]
fn white_space() {
    assert_eq!(differences(|c| class_of(c).is_whitespace(), char::is_whitespace), [""; 0]);
    let ends: Vec<char> = scalars().filter(|&c| class_of(c) == CharClass::LineEnd).collect();
    assert_eq!(ends, ['\n', '\u{B}', '\u{C}', '\r', '\u{85}', '\u{2028}', '\u{2029}']);
}

#[test]
fn sentence_terminals() {
    // `regex` has the data of an earlier version: these two came with Unicode 18.
    let new = ['\u{2E60}', '\u{2E61}'];
    let theirs = property(r"\p{Sentence_Terminal}");
    let ours =
        |c: char| matches!(class_of(c), CharClass::FullStop | CharClass::Question) && !new.contains(&c);
    // Marks of a question that Unicode does not call sentence terminals, and the leaders.
    let extra: Vec<String> = differences(ours, theirs);
    assert!(
        extra.iter().all(|cp| ["2024", "2025", "2026", "055C", "055E"].contains(&cp.as_str())),
        "{extra:?}"
    );
    for c in ['?', '!', '؟', '\u{203C}', '\u{2047}', '\u{2048}', '\u{2049}'] {
        assert_eq!(class_of(c), CharClass::Question);
    }
    for c in ['.', '\u{06D4}', '。'] {
        assert_eq!(class_of(c), CharClass::FullStop);
    }
}

#[test]
fn invisible_controls() {
    let listed: Vec<u32> =
        scalars().filter(|&c| class_of(c) == CharClass::Invisible).map(u32::from).collect();
    assert_eq!(
        listed,
        [
            0x61C, 0x200B, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067,
            0x2068, 0x2069, 0xFEFF
        ]
    );
    let controls = |c: char| {
        matches!(class_of(c), CharClass::Control | CharClass::Invisible | CharClass::Zwj | CharClass::Zwnj)
    };
    let theirs = |c: char| {
        matches!(c.general_category(), Gc::Control | Gc::Format)
            && !c.is_whitespace()
            && class_of(c) != CharClass::AyahMark
    };
    assert_eq!(differences(controls, theirs), [""; 0]);
}

#[test]
fn brackets_and_punctuation() {
    let gc = |c: char| c.general_category();
    let ours = |class: CharClass| move |c: char| class_of(c) == class;
    let open = |c: char| matches!(gc(c), Gc::OpenPunctuation | Gc::InitialPunctuation);
    assert_eq!(differences(ours(CharClass::Opener), open), [""; 0]);
    let close = |c: char| matches!(gc(c), Gc::ClosePunctuation | Gc::FinalPunctuation) && c != '\u{2019}';
    assert_eq!(differences(ours(CharClass::Closer), close), [""; 0]);
    // The wavy dash is a pictograph.
    let dash = |c: char| gc(c) == Gc::DashPunctuation && c != '\u{3030}';
    assert_eq!(differences(ours(CharClass::Dash), dash), [""; 0]);
    assert_eq!(differences(ours(CharClass::Connector), |c| gc(c) == Gc::ConnectorPunctuation), [""; 0]);
    assert_eq!(differences(ours(CharClass::Currency), |c| gc(c) == Gc::CurrencySymbol), [""; 0]);
}

#[test]
fn emoji() {
    let ours = |c: char| matches!(class_of(c), CharClass::Emoji | CharClass::TextEmoji);
    // What has a class of its own: digits and signs of keycaps, tones, flags, two question marks.
    let own = |c: char| {
        c.is_ascii()
            || matches!(c, '\u{203C}' | '\u{2049}')
            || matches!(class_of(c), CharClass::EmojiModifier | CharClass::RegionalIndicator)
    };
    assert_eq!(differences(ours, |c| c.is_emoji_char() && !own(c)), [""; 0]);
    let tone = property(r"\p{Emoji_Modifier}");
    assert_eq!(differences(|c| class_of(c) == CharClass::EmojiModifier, tone), [""; 0]);
    let flag = property(r"\p{Regional_Indicator}");
    assert_eq!(differences(|c| class_of(c) == CharClass::RegionalIndicator, flag), [""; 0]);
}

#[test]
fn unassigned() {
    let theirs = |c: char| matches!(c.general_category(), Gc::Unassigned | Gc::PrivateUse | Gc::Surrogate);
    assert_eq!(differences(|c| class_of(c) == CharClass::Unassigned, theirs), [""; 0]);
}

/// What the fast paths of normalization rest on, seen from outside: a character that NFC may
/// change or move is one that `unicode-normalization` has a combining class or no quick Yes for.
#[test]
fn composition_quick_check_has_no_surprise() {
    let mut movers = 0;
    for c in scalars() {
        let quick =
            is_nfc_quick(core::iter::once(c)) == IsNormalized::Yes && canonical_combining_class(c) == 0;
        movers += usize::from(!quick);
    }
    assert!(movers > 2000, "{movers}");
}
