//! Random hostile text for the laws under proptest, which shrinks it to the shortest counterexample.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use proptest::char::range;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};
use warraq::class::class_of;

/// 1,000 cases a law, the same in every run. `WARRAQ_EFFORT=100` runs a hundred times as many, others in
/// every run.
pub fn config() -> ProptestConfig {
    let effort = std::env::var("WARRAQ_EFFORT").ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    // The gate must not fail by chance; who looks for more finds more in every run.
    let rng_seed = if effort == 1 { RngSeed::Fixed(0x0627) } else { RngSeed::Random };
    // What is found becomes a test of its own, not a file of seeds.
    let cases = 1_000 * effort;
    ProptestConfig {
        cases,
        max_global_rejects: cases,
        rng_seed,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

const WORDS: &[&str] = &[
    "كتاب",
    "العَرَبِيَّةُ",
    "مَدْرَسَةٌ",
    "إِلَى",
    "عَلَىٰ",
    "كتابًا",
    "كتاباً",
    "هُدًى",
    "قَالُوا",
    "الصلوٰة",
    "هٰذا",
    "مسؤول",
    "شيئاً",
    "جزء",
    "رأيٌ",
    "هـ",
    "1445هـ",
    "١٤٤٥ هـ",
    "جمييييل",
    "کتابی",
    "ہے",
    "گفت",
    "نمی\u{200C}شود",
    "ق.م",
    "أ.د.",
    "ﷺ",
    "ﻻ",
    "#وسم_عربي",
    "@ليان",
    "info@example.org",
    "https://example.org/ا?ب=ة",
    "covid19",
    "l’Iraq",
    "Bağdat",
    "١٢٬٥٠٠٫٧٥",
    "1,234.5",
    "٪",
    "12%",
    // Rules that read a word: dagger alef, case endings, the alef of tanwin.
    "التَّوْرَىٰةَ",
    "مِشْكَوٰةٍ",
    "ٱلرِّبَوٰا",
    "ٱلْعَٰلَمِينَ",
    "مُوسَىٰ",
    "أُو۟لَٰٓئِكَ",
    "لَٰكِنَّ",
    "ٱللَّهِ",
    "بِٱلرَّحْمَٰن",
    "إذًا",
    "عصاً",
    "مساءً",
    "جُزْءًا",
    "رَحِیم",
    "علی",
    "بنتًاء",
    "اً",
    "ىٰ",
    // Rules that read signs.
    "1,234,567.89%",
    "1,2,3",
    "1.2.2024",
    "12.5",
    "٫٥",
    "50%",
    "محمدﷺ",
    "نعم, لا?",
    "(لا)?!",
    "جی ہاں.",
    "v1,234.5",
];

/// Letters that fold, compose, bind or lie at the edge of a rule, and what meddles with them.
pub const CORE: &str = "اابوويىلهتنسأإآٱٲٵؤئءةۀۂۓەہھکیپںے\
    \u{640}\u{640}\u{64B}\u{64D}\u{64E}\u{64E}\u{650}\u{651}\u{651}\u{652}\u{653}\u{654}\u{654}\u{655}\u{656}\u{670}\
    \u{6E5}\u{6E6}\u{8C9}\u{6DD}\u{6D6}\u{FEEB}\u{FEFB}\u{FE77}\u{FC60}0٣۴٫٬،؟,;?%/.'-_ \u{A0}\n\
    \u{FDF2}\u{FDFA}\u{FD47}";

/// What composes or moves in other scripts, and blocks.
const OTHER_SCRIPTS: &str = "ae\u{301}\u{308}\u{323}\u{338}↔=\u{1100}\u{1161}\u{11A8}\u{AC00}\u{5D0}\u{5B8}\u{5BC}\u{915}\
    \u{93C}\u{94D}\u{9C7}\u{9BE}\u{34F}\u{1DC0}\u{20DD}\u{710}\u{730}\u{7D3}\u{212B}\u{FB2C}漢ア\u{3099}";

pub const CONTROLS: &str = "\u{61C}\u{200B}\u{200C}\u{200C}\u{200D}\u{200D}\u{200D}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\
    \u{202E}\u{2060}\u{2066}\u{2067}\u{2068}\u{2069}\u{FEFF}\u{AD}\u{0}\u{85}\u{180E}\u{E0001}";

const EMOJI: &[&str] = &[
    "👩\u{200D}👧",
    "❤\u{FE0F}\u{200D}🔥",
    "🏽",
    "🇸🇦",
    "1\u{FE0F}\u{20E3}",
    "☔",
    "👩",
    "\u{200D}",
    "↔",
    "®",
];

pub fn char_of(from: &str) -> impl Strategy<Value = char> + use<> {
    select(from.chars().collect::<Vec<_>>())
}

/// Every code point of the Arabic blocks, assigned or not.
fn arabic() -> impl Strategy<Value = char> {
    prop_oneof![
        6 => range('\u{600}', '\u{6FF}'),
        2 => range('\u{750}', '\u{77F}'),
        2 => range('\u{870}', '\u{8FF}'),
        2 => range('\u{FB50}', '\u{FDFF}'),
        2 => range('\u{FE70}', '\u{FEFF}'),
        1 => range('\u{10E60}', '\u{10E7F}'),
        1 => range('\u{10EC0}', '\u{10EFF}'),
        1 => range('\u{1EE00}', '\u{1EEFF}'),
    ]
}

pub fn all_of(wanted: impl Fn(char) -> bool) -> Vec<char> {
    (char::MIN..=char::MAX).filter(|&c| wanted(c)).collect()
}

fn one_char() -> BoxedStrategy<char> {
    let marks = all_of(|c| class_of(c).is_mark());
    let digits = all_of(|c| c.general_category() == GeneralCategory::DecimalNumber);
    prop_oneof![
        12 => char_of(CORE),
        4 => arabic(),
        2 => char_of(CONTROLS),
        2 => char_of(OTHER_SCRIPTS),
        2 => select(marks),
        2 => select(digits),
        1 => any::<char>(),
    ]
    .boxed()
}

pub fn hostile() -> BoxedStrategy<String> {
    let one = one_char();
    let piece = prop_oneof![
        16 => one.clone().prop_map(String::from),
        4 => select(WORDS).prop_map(String::from),
        1 => select(EMOJI).prop_map(String::from),
        1 => (one.clone(), 1..9_usize).prop_map(|(c, times)| String::from_iter(vec![c; times])),
    ];
    let giant = (vec(one, 1..4), 1..700_usize)
        .prop_map(|(unit, times)| unit.iter().collect::<String>().repeat(times));
    // A few giants only: they cost as much as a hundred others.
    prop_oneof![
        40 => vec(piece.clone(), 0..16).prop_map(|pieces| pieces.concat()),
        1 => (vec(piece.clone(), 0..4), giant, vec(piece, 0..4))
            .prop_map(|(before, giant, after)| [before.concat(), giant, after.concat()].concat()),
    ]
    .boxed()
}

/// What numbers and dates are made of, whole and broken.
pub fn entities() -> BoxedStrategy<String> {
    let digits = (select(&['0', '٠', '۰', '\u{FF10}', '\u{1D7CE}'][..]), any::<u128>(), 1_usize..40);
    let digits = digits.prop_map(|(zero, value, most)| {
        let shift = |c: char| char::from_u32(u32::from(zero) + u32::from(c) - u32::from('0'));
        value.to_string().chars().take(most).filter_map(shift).collect::<String>()
    });
    let date = (-5_i32..3000, 0_u8..15, 0_u8..35, select(&["-", "/", ".", " ", "\\", " / "][..]));
    let date = date.prop_flat_map(|(y, m, d, joint)| {
        select(vec![
            format!("{y}{joint}{m:02}{joint}{d:02}"),
            format!("{d}{joint}{m}{joint}{y}"),
            format!("{d}{joint}{m}"),
            format!("{m}:{d:02}"),
            format!("{d} يناير {y}"),
            format!("{d} رمضان {y}هـ"),
        ])
    });
    let piece = prop_oneof![
        12 => select(&super::PIECES[..]).prop_map(String::from),
        3 => digits,
        3 => date,
        1 => one_char().prop_map(String::from),
    ];
    let spaced = (piece, any::<bool>()).prop_map(|(piece, spaced)| if spaced { piece + " " } else { piece });
    vec(spaced, 0..24).prop_map(|pieces| pieces.concat()).boxed()
}
