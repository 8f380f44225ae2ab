//! The fast road against the passes, over the whole text as one window: every pair of U+0600–U+06FF
//! and random strings, under the presets and random switches. The laws are checked on the way.

use alloc::string::String;
use alloc::vec::Vec;

use super::window::Window;
use super::*;
use unicode_normalization::UnicodeNormalization as _;

/// Xorshift with a fixed seed.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }

    pub(super) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

fn random_switches(r: &mut Random) -> Switches {
    let classes = [
        Marks::HARAKAT,
        Marks::TANWIN,
        Marks::SHADDA,
        Marks::HAMZA,
        Marks::DAGGER_ALEF,
        Marks::ANNOTATION,
        Marks::VOWELS,
    ];
    let some = classes.into_iter().filter(|_| r.below(2) == 0).fold(Marks::NONE, Marks::with);
    let marks = [Marks::NONE, Marks::ALL, Marks::ALL.without(Marks::HAMZA), some];
    let long =
        [Elongation::KEEP, Elongation::SHORTEN, Elongation::SHORTEN.to(1), Elongation::SHORTEN.from(2)];
    Switches {
        marks: r.pick(&marks),
        alef: r.pick(&[Alef::Keep, Alef::Fold]),
        alef_maqsura: r.pick(&[AlefMaqsura::Keep, AlefMaqsura::Yeh]),
        teh_marbuta: r.pick(&[TehMarbuta::Keep, TehMarbuta::Heh, TehMarbuta::Teh]),
        hamza_seats: r.pick(&[HamzaSeats::Keep, HamzaSeats::Carrier, HamzaSeats::Hamza]),
        hamza: r.pick(&[Hamza::Keep, Hamza::Delete]),
        look_alikes: r.pick(&[LookAlikes::Keep, LookAlikes::Fold]),
        foreign_letters: r.pick(&[ForeignLetters::Keep, ForeignLetters::Fold]),
        small_letters: r.pick(&[SmallLetters::Keep, SmallLetters::Letter, SmallLetters::Delete]),
        noon_ghunna: r.pick(&[NoonGhunna::Keep, NoonGhunna::Fold]),
        tatweel: r.pick(&[Tatweel::Keep, Tatweel::Delete]),
        presentation_forms: r.pick(&[PresentationForms::Keep, PresentationForms::Decompose]),
        invisible: r.pick(&[Invisible::Keep, Invisible::Delete]),
        zwnj: r.pick(&[Zwnj::Keep, Zwnj::Delete, Zwnj::Space]),
        digits: r.pick(&[Digits::Keep, Digits::Latin, Digits::Arabic, Digits::Extended]),
        composition: r.pick(&[Composition::Keep, Composition::Nfc, Composition::Nfc]),
        elongation: r.pick(&long),
    }
}

/// What matters most: letters that fold and compose, marks, controls, neighbours of each kind.
pub(super) const CORE: &str = "ااأإآٱٵووؤييئىىءةههہەۀےۓیکپںبب\u{64B}\u{64E}\u{64F}\u{650}\u{651}\u{651}\u{652}\u{653}\u{654}\u{654}\
    \u{654}\u{655}\u{656}\u{657}\u{670}\u{6D6}\u{6E3}\u{610}\u{6E5}\u{6E6}\u{6DD}\u{640}\u{640}\u{640}\u{640}٥۵5٫٬٪،\
    \u{200F}\u{200D}\u{200D}\u{200C}\u{61C}\u{FEFF} \n.-aé\u{301}e\u{338}↔👩👦❤\u{FE0F}🏽";

pub(super) fn random_text(r: &mut Random, core: &[char], len: usize) -> String {
    let len = 1 + r.below(len);
    let mut text = String::new();
    for _ in 0..len {
        let c = match r.below(12) {
            0 => char::from_u32(0x600 + r.below(0x100) as u32),
            1 => char::from_u32(0x8A0 + r.below(0x60) as u32),
            2 => char::from_u32(0xFB50 + r.below(0x2B0) as u32),
            3 => char::from_u32(0xFE70 + r.below(0x90) as u32),
            4 => Some(r.pick(&[
                '\u{FEEB}',
                '\u{FE77}',
                '\u{FE8D}',
                '\u{1100}',
                '\u{1161}',
                '\u{11A8}',
                '\u{10EFC}',
            ])),
            _ => Some(r.pick(core)),
        };
        // Runs, so that elongation and heaps of marks occur.
        let times = if r.below(8) == 0 { 1 + r.below(4) } else { 1 };
        for c in core::iter::repeat_n(c.unwrap_or('ب'), times) {
            text.push(c);
        }
    }
    text
}

fn slow(normalizer: &Normalizer, text: &str) -> String {
    let mut window = Window::new(&normalizer.switches);
    window.run(text);
    window.result().iter().collect()
}

fn check(normalizer: &Normalizer, text: &str) {
    let expected = slow(normalizer, text);
    let result = normalizer.normalize(text);
    let say = || alloc::format!("{} under {:?}", text.escape_unicode(), normalizer);
    assert_eq!(
        result.escape_unicode().collect::<String>(),
        expected.escape_unicode().collect::<String>(),
        "{}",
        say()
    );
    assert_eq!(matches!(result, Cow::Borrowed(_)), text == expected, "{}", say());
    let mut out = String::from("ه");
    normalizer.normalize_into(text, &mut out);
    assert_eq!(out.strip_prefix('ه'), Some(&*expected), "{}", say());
    let again = normalizer.normalize(&expected);
    assert_eq!(
        again.escape_unicode().collect::<String>(),
        expected.escape_unicode().collect::<String>(),
        "not idempotent: {}",
        say()
    );
    if normalizer.switches.composition == Composition::Nfc {
        let nfc = normalizer.normalize(&text.nfc().collect::<String>()).into_owned();
        let nfd = normalizer.normalize(&text.nfd().collect::<String>()).into_owned();
        assert_eq!(nfc, expected, "NFC: {}", say());
        assert_eq!(nfd, expected, "NFD: {}", say());
        assert!(unicode_normalization::is_nfc(&expected), "not in NFC: {}", say());
    }
}

pub(super) fn normalizers(random: usize) -> Vec<Normalizer> {
    let mut r = Random(0x9E37_79B9_7F4A_7C15);
    let mut all = Vec::from([Normalizer::new(), Normalizer::clean(), Normalizer::search(), Normalizer::ml()]);
    all.extend((0..random).map(|_| Normalizer::with(random_switches(&mut r))));
    all
}

/// How many times as many random cases as usual: `WARRAQ_EFFORT`, 1 when not set.
pub(super) fn effort() -> usize {
    option_env!("WARRAQ_EFFORT").and_then(|n| n.parse().ok()).unwrap_or(1)
}

#[test]
fn every_pair_goes_the_same_way_fast_and_slow() {
    for normalizer in normalizers(0) {
        for a in '\u{0600}'..='\u{06FF}' {
            for b in '\u{0600}'..='\u{06FF}' {
                check(&normalizer, &String::from_iter(['ا', a, b, 'ب']));
                check(&normalizer, &String::from_iter([a, b]));
            }
        }
    }
}

#[test]
pub(super) fn random_texts_go_the_same_way_fast_and_slow() {
    let core: Vec<char> = CORE.chars().collect();
    let mut r = Random(7);
    for normalizer in normalizers(400 * effort()) {
        for _ in 0..400 {
            check(&normalizer, &random_text(&mut r, &core, 10));
        }
        for _ in 0..4 {
            check(&normalizer, &random_text(&mut r, &core, 200));
        }
    }
}
