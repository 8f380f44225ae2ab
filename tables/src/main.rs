//! Writes the generated tables. Run from the root of the repository:
//! `cargo run --manifest-path tables/Cargo.toml > src/class/table.rs`
//! `cargo run --manifest-path tables/Cargo.toml -- umm-al-qura > src/date/umm_al_qura.rs`
#[allow(dead_code)]
#[path = "../../src/class/kind.rs"]
mod kind;
mod umm_al_qura;

use std::collections::HashMap;
use std::fmt::Write as _;

use icu_normalizer::properties::CanonicalCombiningClassMap;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_properties::props::{
    EmojiModifier, EmojiPresentation, ExtendedPictographic, GeneralCategory as Gc, RegionalIndicator, Script,
    SentenceTerminal, WhiteSpace,
};
use icu_properties::script::ScriptWithExtensions;
use icu_properties::{CodePointMapData, CodePointSetData};
use kind::CharClass as C;

/// Blocks of 64 code points: the payload of one UTF-8 continuation byte.
const BLOCK: usize = 64;
/// Code points below this have their class at their own index, without the first stage.
const DIRECT: usize = 0x800;
/// The first stage ends here; what lies above is a short list of ranges.
const LIMIT: usize = 0x2_0000;

struct Data {
    gc: icu_properties::CodePointMapDataBorrowed<'static, Gc>,
    script: icu_properties::CodePointMapDataBorrowed<'static, Script>,
    scx: icu_properties::script::ScriptWithExtensionsBorrowed<'static>,
    stop: icu_properties::CodePointSetDataBorrowed<'static>,
    white: icu_properties::CodePointSetDataBorrowed<'static>,
    pict: icu_properties::CodePointSetDataBorrowed<'static>,
    emoji: icu_properties::CodePointSetDataBorrowed<'static>,
    tone: icu_properties::CodePointSetDataBorrowed<'static>,
    flag: icu_properties::CodePointSetDataBorrowed<'static>,
    ccc: icu_normalizer::properties::CanonicalCombiningClassMapBorrowed<'static>,
}

fn class(d: &Data, c: char) -> C {
    let cp = c as u32;
    let gc = d.gc.get(c);
    let arabic = d.script.get(c) == Script::Arabic || d.scx.has_script(c, Script::Arabic);
    let arabic_block = matches!(cp, 0x600..=0x6FF | 0x750..=0x77F | 0x870..=0x8FF | 0x10EC0..=0x10EFF);
    match cp {
        0x200C => return C::Zwnj,
        0x200D => return C::Zwj,
        0x61C | 0x200B | 0x200E | 0x200F | 0x202A..=0x202E | 0x2060 | 0x2066..=0x2069 | 0xFEFF => {
            return C::Invisible;
        }
        0xA..=0xD | 0x85 | 0x2028 | 0x2029 => return C::LineEnd,
        0x640 => return C::Tatweel,
        0x6E5 | 0x6E6 | 0x8C9 => return C::ArabicSmallLetter,
        0x6DD | 0x6DE | 0x6E9 | 0x8E2 => return C::AyahMark,
        0x64E | 0x64F | 0x650 | 0x652 => return C::Harakat,
        0x64B..=0x64D | 0x8F0..=0x8F2 | 0x8E7..=0x8E9 => return C::Tanwin,
        0x651 => return C::Shadda,
        0x653..=0x655 => return C::HamzaMark,
        0x670 | 0x656 => return C::DaggerAlef,
        0x657..=0x65F | 0x8E4..=0x8E6 | 0x8F4..=0x8F6 | 0x8FE => return C::VowelMark,
        0xFDFA | 0xFDFB => return C::Symbol,
        0x30..=0x39 => return C::DigitLatin,
        0x660..=0x669 => return C::DigitArabic,
        0x6F0..=0x6F9 => return C::DigitExtended,
        0xFF10..=0xFF19 => return C::DigitFullwidth,
        0x1D7CE..=0x1D7FF => return C::DigitMath,
        0x27 | 0x2019 => return C::Apostrophe,
        0x22 | 0xFF02 => return C::Quote,
        0x2026 | 0x2025 => return C::Ellipsis,
        0x2C | 0x60C | 0x3001 | 0xFF0C | 0xFF64 | 0x66D => {
            return if cp == 0x66D { C::Punctuation } else { C::Comma };
        }
        0x3B | 0x61B | 0x37E | 0xFF1B => return C::Semicolon,
        0x3A | 0xFF1A => return C::Colon,
        0x2F | 0x2044 | 0x60D => return C::Slash,
        0x66B => return C::DecimalSeparator,
        0x66C => return C::ThousandsSeparator,
        0x25 | 0x66A | 0x2030 | 0x609 | 0x60A | 0x2031 | 0xFF05 => return C::Percent,
        0x40 | 0xFF20 => return C::At,
        0x23 | 0xFF03 => return C::Hash,
        0x21
        | 0x3F
        | 0x61F
        | 0x203C
        | 0x203D
        | 0x2047..=0x2049
        | 0xFF01
        | 0xFF1F
        | 0xFE56
        | 0xFE57
        | 0x55E
        | 0x55C
        | 0x1367
        | 0x2CFA
        | 0x2CFB
        | 0x2E2E
        | 0xA60F
        | 0xA6F7
        | 0x11143
        | 0x1945
        | 0x1944 => return C::Question,
        _ => {}
    }
    // Arabic signs and forms by block, so that unassigned ones become members when assigned.
    if gc == Gc::NonspacingMark && arabic && arabic_block {
        return C::Annotation;
    }
    if matches!(cp, 0xFB50..=0xFDFF | 0xFE70..=0xFEFC) && gc == Gc::OtherLetter {
        return match cp {
            0xFE70..=0xFE72 | 0xFE74 | 0xFE76..=0xFE7F => C::ArabicFormMark,
            _ => C::ArabicForm,
        };
    }
    if d.stop.contains(c) {
        return C::FullStop;
    }
    if d.white.contains(c) {
        return C::Space;
    }
    if d.flag.contains(c) {
        return C::RegionalIndicator;
    }
    if d.tone.contains(c) {
        return C::EmojiModifier;
    }
    if d.pict.contains(c) && gc != Gc::Unassigned {
        return if d.emoji.contains(c) { C::Emoji } else { C::TextEmoji };
    }
    match gc {
        Gc::UppercaseLetter
        | Gc::LowercaseLetter
        | Gc::TitlecaseLetter
        | Gc::ModifierLetter
        | Gc::OtherLetter
        | Gc::LetterNumber => match d.script.get(c) {
            Script::Arabic => C::ArabicLetter,
            Script::Latin => C::LatinLetter,
            _ => C::OtherLetter,
        },
        Gc::NonspacingMark | Gc::SpacingMark | Gc::EnclosingMark => C::Mark,
        Gc::DecimalNumber => C::DigitOther,
        Gc::OtherNumber => {
            if matches!(cp, 0xBC..=0xBE | 0x2150..=0x215E | 0x2189) {
                C::Fraction
            } else {
                C::OtherNumber
            }
        }
        Gc::OpenPunctuation | Gc::InitialPunctuation => C::Opener,
        Gc::ClosePunctuation | Gc::FinalPunctuation => C::Closer,
        Gc::DashPunctuation => C::Dash,
        Gc::ConnectorPunctuation => C::Connector,
        Gc::OtherPunctuation => C::Punctuation,
        Gc::CurrencySymbol => C::Currency,
        Gc::MathSymbol => C::MathSymbol,
        Gc::ModifierSymbol | Gc::OtherSymbol => C::Symbol,
        Gc::Control | Gc::Format => C::Control,
        _ => C::Unassigned,
    }
}

fn table<T: ToString>(out: &mut String, doc: &str, name: &str, kind: &str, data: &[T]) {
    let len = data.len();
    writeln!(out, "\n/// {doc}\n#[rustfmt::skip]\npub(super) static {name}: [{kind}; {len}] = [").unwrap();
    for row in data.chunks(32) {
        let row: Vec<String> = row.iter().map(T::to_string).collect();
        writeln!(out, "{},", row.join(",")).unwrap();
    }
    out.push_str("];\n");
}

fn main() {
    match std::env::args().nth(1).as_deref() {
        None | Some("class") => class_table(),
        Some("umm-al-qura") => umm_al_qura::table(),
        Some(other) => {
            eprintln!("unknown table `{other}`; there are `class` (default) and `umm-al-qura`");
            std::process::exit(2);
        }
    }
}

fn class_table() {
    let d = Data {
        gc: CodePointMapData::<Gc>::new(),
        script: CodePointMapData::<Script>::new(),
        scx: ScriptWithExtensions::new(),
        stop: CodePointSetData::new::<SentenceTerminal>(),
        white: CodePointSetData::new::<WhiteSpace>(),
        pict: CodePointSetData::new::<ExtendedPictographic>(),
        emoji: CodePointSetData::new::<EmojiPresentation>(),
        tone: CodePointSetData::new::<EmojiModifier>(),
        flag: CodePointSetData::new::<RegionalIndicator>(),
        ccc: CanonicalCombiningClassMap::new(),
    };
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let nfd = DecomposingNormalizerBorrowed::new_nfd();
    let chars = || (0..=0x10_FFFF_u32).filter_map(char::from_u32);
    // NFC_Quick_Check = Maybe: what can be the second half of a primary composite.
    let mut second = vec![false; 0x11_0000];
    let mut text = String::new();
    for c in chars() {
        text.clear();
        text.push(c);
        let whole = nfd.normalize(&text).into_owned();
        if nfc.normalize(&text) == text && whole != text {
            // A composite: everything in it but its first character can compose backwards.
            for part in whole.chars().skip(1) {
                second[part as usize] = true;
            }
        }
    }
    let value = |c: char, text: &mut String| {
        text.clear();
        text.push(c);
        let moves = d.ccc.get_u8(c) != 0 || second[c as usize] || nfc.normalize(text) != *text;
        class(&d, c) as u8 | if moves { 0x40 } else { 0 }
    };
    let mut flat = vec![0_u8; LIMIT];
    let mut high: Vec<(u32, u32, u8)> = Vec::new();
    for c in chars() {
        let v = value(c, &mut text);
        if (c as usize) < LIMIT {
            flat[c as usize] = v;
        } else if v != 0 {
            match high.last_mut() {
                Some((_, end, w)) if *w == v && *end + 1 == c as u32 => *end = c as u32,
                _ => high.push((c as u32, c as u32, v)),
            }
        }
    }
    let mut leaf: Vec<u8> = flat[..DIRECT].to_vec();
    let mut seen: HashMap<Vec<u8>, usize> = HashMap::new();
    for (i, block) in leaf.chunks(BLOCK).enumerate() {
        seen.entry(block.to_vec()).or_insert(i);
    }
    let mut index = Vec::new();
    for block in flat.chunks(BLOCK) {
        let next = leaf.len() / BLOCK;
        let at = *seen.entry(block.to_vec()).or_insert(next);
        if at == next {
            leaf.extend_from_slice(block);
        }
        index.push(u16::try_from(at).expect("fewer than 65,536 distinct blocks"));
    }
    let mut out = String::from(
        "//! @generated by `cargo run --manifest-path tables/Cargo.toml > src/class/table.rs`.\n\
         //! Unicode 18.0 (icu_properties 2.4.0, icu_normalizer 2.4.0), Unicode-3.0 licence.\n\
         //! A value is the class in its low six bits; bit 6 says that NFC may change the character\n\
         //! or move it (`NFC_Quick_Check` is not Yes, or the combining class is not 0).\n",
    );
    table(&mut out, "Block of each 64 code points below U+20000.", "INDEX", "u16", &index);
    table(&mut out, "The blocks; the first 32 are U+0000–U+07FF in order.", "LEAF", "u8", &leaf);
    writeln!(
        out,
        "\n/// Ranges from U+20000 up, both ends included.\n#[rustfmt::skip]\npub(super) static HIGH: [(u32, u32, u8); {}] = [",
        high.len()
    )
    .unwrap();
    for (a, b, v) in &high {
        writeln!(out, "(0x{a:X}, 0x{b:X}, {v}),").unwrap();
    }
    out.push_str("];\n");
    print!("{out}");
}
