//! The fast road against the passes, over the whole text as one window: every pair of U+0600–U+06FF
//! and random strings, under the presets and random switches. The laws are checked on the way.

use alloc::string::String;
use alloc::vec::Vec;

use super::item::Place;
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
        alef: r.pick(&[Alef::Keep, Alef::Fold, Alef::Hamza, Alef::HamzaAndWasla]),
        alef_maqsura: r.pick(&[AlefMaqsura::Keep, AlefMaqsura::Yeh]),
        teh_marbuta: r.pick(&[TehMarbuta::Keep, TehMarbuta::Heh, TehMarbuta::Teh]),
        hamza_seats: r.pick(&[HamzaSeats::Keep, HamzaSeats::Carrier, HamzaSeats::Hamza]),
        hamza: r.pick(&[Hamza::Keep, Hamza::Delete]),
        look_alikes: r.pick(&[LookAlikes::Keep, LookAlikes::Fold]),
        foreign_letters: r.pick(&[ForeignLetters::Keep, ForeignLetters::Fold]),
        small_letters: r.pick(&[SmallLetters::Keep, SmallLetters::Letter, SmallLetters::Delete]),
        noon_ghunna: r.pick(&[NoonGhunna::Keep, NoonGhunna::Fold]),
        tatweel: r.pick(&[Tatweel::Keep, Tatweel::Delete, Tatweel::DeleteAll]),
        presentation_forms: r.pick(&[PresentationForms::Keep, PresentationForms::Decompose]),
        invisible: r.pick(&[Invisible::Keep, Invisible::Delete]),
        zwnj: r.pick(&[Zwnj::Keep, Zwnj::Delete, Zwnj::Space]),
        digits: r.pick(&[Digits::Keep, Digits::Latin, Digits::LatinAll]),
        composition: r.pick(&[Composition::Keep, Composition::Nfc, Composition::Nfc]),
        elongation: r.pick(&long),
        punctuation: r.pick(&[Punctuation::Keep, Punctuation::Ascii]),
        ..Switches::NONE
    }
}

/// With the rules that read words and signs, about one in three of them.
fn random_wide_switches(r: &mut Random) -> Switches {
    let mut switches = random_switches(r);
    let mut some = |n| r.below(n) == 0;
    if some(3) {
        switches.final_marks = FinalMarks::Delete;
    }
    if some(3) {
        switches.tanwin_carrier = TanwinCarrier::Delete;
    }
    if some(3) {
        switches.dagger_alef = DaggerAlef::Promote;
    }
    if some(3) {
        switches.farsi_yeh = FarsiYeh::ByPlace;
    }
    if some(3) {
        switches.alef_maqsura = AlefMaqsura::Reverse;
    }
    if some(3) {
        switches.spaces = Spaces::Collapse;
    }
    if some(2) {
        switches.digits = if some(2) { Digits::Arabic } else { Digits::Extended };
    }
    if some(2) {
        switches.punctuation = if some(2) { Punctuation::Arabic } else { Punctuation::Urdu };
    }
    if some(3) {
        switches.phrases = if some(2) { Phrases::Allah } else { Phrases::Expand };
    }
    switches
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
    let mut window = Window::<Place>::new(&normalizer.switches);
    window.run(text);
    window.result().iter().map(|item| item.c).collect()
}

/// A text in the message of a test: shows what cannot be seen.
#[derive(PartialEq)]
pub(super) struct Shown<'a>(pub(super) &'a str);

impl core::fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Display::fmt(&self.0.escape_unicode(), f)
    }
}

fn check(normalizer: &Normalizer, text: &str) {
    let expected = slow(normalizer, text);
    let result = normalizer.normalize(text);
    let say = || alloc::format!("{} under {:?}", text.escape_unicode(), normalizer);
    assert_eq!(Shown(&result), Shown(&expected), "{}", say());
    assert_eq!(matches!(result, Cow::Borrowed(_)), text == expected, "{}", say());
    let mut out = String::from("ه");
    normalizer.normalize_into(text, &mut out);
    assert_eq!(Shown(out.strip_prefix('ه').unwrap()), Shown(&expected), "{}", say());
    // The walk over a text that the table alone is enough for, too.
    for tier in Tier::ALL.into_iter().filter(|tier| tier.is_available()) {
        let normalizer = normalizer.clone().tier(tier);
        let mut walked = String::new();
        normalizer.walk(text, ()).write(0, &mut walked);
        assert_eq!(Shown(&walked), Shown(&expected), "{tier:?} {}", say());
        assert_eq!(normalizer.walked(text), expected, "{tier:?} {}", say());
        if text.len() < 64 {
            // No kernel is asked.
            break;
        }
    }
    let again = normalizer.normalize(&expected);
    assert_eq!(Shown(&again), Shown(&expected), "not idempotent: {}", say());
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
    all.extend([Normalizer::lucene(), Normalizer::lucene_digits(), Normalizer::camel()]);
    all.extend((0..random).map(|_| Normalizer::with(random_switches(&mut r))));
    all
}

pub(super) fn wide_normalizers(random: usize) -> Vec<Normalizer> {
    let mut r = Random(0x2545_F491_4F6C_DD1D);
    (0..random).map(|_| Normalizer::with(random_wide_switches(&mut r))).collect()
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

/// Characters of every kind, one at a time at every place of texts of every length up to three
/// blocks and a half, between letters that stay, letters that change, and ASCII.
#[test]
fn every_tier_at_every_place_and_length() {
    let kinds = "بأى\u{64E}\u{651}\u{640}ه٣٫a5 \u{200F}\u{654}«é—\u{301}م漢😀\u{FEFB}\u{6DD}\u{8F0}ۃ\0";
    let kinds: Vec<char> = kinds.chars().collect();
    for normalizer in normalizers(if cfg!(debug_assertions) { 2 } else { 12 }) {
        for around in ["ب", "أ", "a", "\u{64E}", "ه"] {
            for len in 0..230 / around.len() {
                for (i, &kind) in kinds.iter().enumerate() {
                    let other = kinds[(i + len) % kinds.len()];
                    let at = (len * 7 + i) % (len + 1);
                    let text =
                        around.repeat(at) + &String::from_iter([kind, other]) + &around.repeat(len - at);
                    agree(&normalizer, &text);
                }
            }
        }
    }
}

/// A character that the end of a block cuts, behind letters with which it composes and others.
#[test]
fn every_tier_where_a_block_cuts_a_character() {
    for normalizer in normalizers(12) {
        for c in '\u{600}'..='\u{6FF}' {
            for before in ["", "ه", "ا", "ۀ", "\u{651}"] {
                let head = "a".repeat(63 - before.len()) + before;
                agree(&normalizer, &(head.clone() + &String::from(c)));
                agree(&normalizer, &(head + &String::from_iter([c, 'ب', 'a'])));
            }
        }
    }
}

/// Every character between letters, in long texts, so that the kernel meets it: what it passes
/// unseen has to stay. Of the planes that hold nothing but unassigned and private characters, which say the same
/// over and over, the first and the last ones.
#[test]
fn every_tier_on_every_character() {
    let empty = |first: &u32| matches!(first, 0x41..=0xDF | 0xF1..=0x10E);
    for normalizer in normalizers(0) {
        for first in (0..0x110_u32).filter(|first| effort() > 1 || !empty(first)) {
            let mut text = String::new();
            for c in (first << 12..(first + 1) << 12).filter_map(char::from_u32) {
                text.extend(['ب', c, 'أ', ' ']);
            }
            agree(&normalizer, &text);
        }
    }
}

/// Random long texts, mostly of one kind, so that the kernel gets far.
#[test]
fn every_tier_on_long_texts() {
    let mut r = Random(11);
    let pools = ["باأةى \u{64E}\u{650}", "بس\u{651}\u{64E}\u{64F} ", "aب٣٫5هـ ", "ـهم\u{64E} ", "بa—«é 😀"];
    for normalizer in normalizers(60 * effort()) {
        for pool in pools {
            let pool: Vec<char> = pool.chars().collect();
            for _ in 0..20 {
                let mut text: String = (0..r.below(400)).map(|_| r.pick(&pool)).collect();
                text += &random_text(&mut r, &CORE.chars().collect::<Vec<_>>(), 3);
                text.extend((0..r.below(200)).map(|_| r.pick(&pool)));
                agree(&normalizer, &text);
            }
        }
    }
}

/// What the rules on words and signs read: words of the lists, numbers, addresses, blanks.
pub(super) const PARTS: &[&str] = &[
    "ا",
    "ى",
    "ي",
    "ی",
    "و",
    "ه",
    "ذ",
    "ل",
    "ك",
    "ن",
    "ء",
    "ئ",
    "ؤ",
    "أ",
    "ت",
    "ـ",
    "هذا",
    "ذلك",
    "لك\u{670}ن",
    "الر\u{650}ح",
    "إذا",
    "عصا",
    "\u{64B}",
    "\u{64B}",
    "\u{64E}",
    "\u{651}",
    "\u{670}",
    "\u{670}",
    "\u{653}",
    "\u{654}",
    "\u{655}",
    "\u{6D6}",
    "\u{8F0}",
    "\u{6E5}",
    "\u{6E6}",
    "1",
    "23",
    "456",
    "٧",
    "۸",
    ".",
    ".",
    ",",
    ",",
    "٫",
    "٬",
    "%",
    "٪",
    ";",
    "?",
    "،",
    "؟",
    "۔",
    ")",
    "\"",
    "(",
    "a",
    "/",
    "@",
    "www.",
    "://",
    " ",
    " ",
    "\n",
    "\t",
    "\u{A0}",
    "\u{3000}",
    "\u{200C}",
    "\u{200F}",
    "\u{200D}",
    "ﷺ",
    "ﷲ",
    "﷽",
    "\u{FD47}",
    "\u{FEEB}",
    "\u{FE8D}",
    "\u{FE70}",
    "e",
    "\u{301}",
    "\u{37E}",
    "👩",
];

#[test]
fn random_words_and_signs_keep_the_laws() {
    let mut r = Random(11);
    for normalizer in wide_normalizers(800 * effort()).iter().chain(&normalizers(20)) {
        for i in 0..250 {
            let mut text = String::new();
            for _ in 0..=r.below(if i % 50 == 0 { 100 } else { 9 }) {
                text.push_str(r.pick(PARTS));
            }
            check(normalizer, &text);
        }
    }
}

/// All tiers give what the scalar tier gives.
fn agree(normalizer: &Normalizer, text: &str) {
    let scalar = normalizer.clone().tier(Tier::Scalar);
    let expected = scalar.walked(text);
    for tier in Tier::ALL.into_iter().filter(|tier| tier.is_available()) {
        let forced = normalizer.clone().tier(tier);
        let mut out = String::new();
        forced.normalize_into(text, &mut out);
        let same = |way: &str, result: &str| {
            let (text, got, want) =
                (text.escape_unicode(), result.escape_unicode(), expected.escape_unicode());
            assert!(
                result == expected,
                "{way} {tier:?}: {text}\ngives {got}\nnot {want}\nunder {normalizer:?}"
            );
        };
        same("into", &out);
        for cow in [forced.normalize(text), forced.walked(text)] {
            same("cow", &cow);
            let borrowed = matches!(cow, Cow::Borrowed(_));
            assert!(
                borrowed == (text == expected),
                "{tier:?} {} under {normalizer:?}",
                text.escape_unicode()
            );
        }
    }
}

#[test]
fn random_texts_keep_the_laws_of_words_and_signs() {
    let core: Vec<char> = CORE.chars().collect();
    let mut r = Random(13);
    for normalizer in wide_normalizers(400 * effort()) {
        for _ in 0..200 {
            check(&normalizer, &random_text(&mut r, &core, 10));
        }
        for _ in 0..4 {
            check(&normalizer, &random_text(&mut r, &core, 200));
        }
    }
}

/// Texts of presentation forms with marks on them.
pub(super) fn forms_with_marks(r: &mut Random) -> String {
    let core: Vec<char> = "ﺍﻟﻌﺮﺑﻴﺔﻻﯽﷲ\u{FEEB}\u{FE77}\u{FE70}\u{64E}\u{64E}\u{651}\u{651}\u{650}\u{64B}\u{6D6}\u{654}\u{670}\u{640}ب -5"
        .chars()
        .collect();
    (0..=r.below(30)).map(|_| r.pick(&core)).collect()
}

/// Texts in which nearly every word is ordinary.
pub(super) fn quiet_text(r: &mut Random) -> String {
    const RARE: &[&str] = &[
        " ",
        "\t",
        "\n",
        "\u{A0}",
        "\u{2003}",
        "\u{64E}",
        "\u{670}",
        "\u{64B}ا",
        "ـ",
        "\u{200F}",
        "\u{200C}",
        "ﷲ",
        "ﷺ",
        "ی",
        "5",
        "1,5",
        ",",
        "?",
        ".",
        "\u{FE70}",
        "ء",
        "و\u{654}",
        "\u{6E5}",
        "\u{8C9}",
        "ﻱ",
        "ى\u{670}",
        "\u{37E}",
    ];
    const WORDS: &[&str] = &["كتاب", "الولد", "من", "أحمد", "مدرسة", "كِتَابٌ", "abc", "«قال»", "(في)", "–"];
    let mut text = String::new();
    for _ in 0..=r.below(60) {
        text.push_str(r.pick(WORDS));
        if r.below(12) == 0 {
            text.push_str(r.pick(RARE));
        }
        text.push(' ');
        if r.below(16) == 0 {
            text.push_str(r.pick(RARE));
        }
    }
    text
}

#[test]
fn quiet_texts_and_forms_go_the_same_way_fast_and_slow() {
    let mut r = Random(17);
    for normalizer in wide_normalizers(200 * effort()).iter().chain(&normalizers(60)) {
        for _ in 0..40 {
            check(normalizer, &forms_with_marks(&mut r));
            check(normalizer, &quiet_text(&mut r));
        }
    }
}

/// A rule of words changes a letter, and with its mark it composes.
#[test]
fn letters_of_a_rule_compose() {
    let by_place = Normalizer::new().farsi_yeh(FarsiYeh::ByPlace).composition(Composition::Nfc);
    check(&by_place, "ش\u{6CC}\u{654}ب");
    assert_eq!(by_place.normalize("ش\u{6CC}\u{654}ب"), "شئب");
}

#[test]
fn a_forced_tier_stays() {
    let mut normalizer = Normalizer::clean().tier(Tier::Scalar).operation(Operation::Alef(Alef::Fold));
    assert_eq!(normalizer.tier, Some(Tier::Scalar));
    normalizer.extend([Operation::Hamza(Hamza::Delete)]);
    assert_eq!(normalizer.tier, Some(Tier::Scalar));
}

/// Each operation as a string is itself again, and so is the list of them.
#[test]
fn switches_to_strings_and_back() {
    let mut r = Random(17);
    for _ in 0..2000 {
        let normalizer = Normalizer::with(random_wide_switches(&mut r));
        let names: Vec<String> =
            normalizer.operations().map(|operation| alloc::format!("{operation}")).collect();
        let back: Normalizer = names.iter().map(|name| name.parse::<Operation>().unwrap()).collect();
        assert_eq!(back, normalizer, "{names:?}");
        #[cfg(feature = "serde")]
        {
            let json = serde_json::to_string(&normalizer).unwrap();
            assert_eq!(json, serde_json::to_string(&names).unwrap());
            assert_eq!(serde_json::from_str::<Normalizer>(&json).unwrap(), normalizer);
        }
    }
}

/// Every character of the result says where it is from.
#[test]
fn places_through_all_passes() {
    let places = |normalizer: &Normalizer, text: &'static str| -> Vec<(char, &str)> {
        let mut window = Window::<Place>::new(&normalizer.switches);
        window.run(text);
        window
            .result()
            .iter()
            .map(|item| (item.c, text.get(item.source.start..item.source.end).unwrap()))
            .collect()
    };
    let search = Normalizer::search();
    assert_eq!(places(&search, "ﻻٱ\u{64E}"), [('ل', "ﻻ"), ('ا', "ﻻ"), ('ا', "ٱ")]);
    let fold = Normalizer::new().composition(Composition::Nfc).alef(Alef::Fold);
    assert_eq!(places(&fold, "ٱ\u{64E}\u{654}"), [('ا', "ٱ\u{64E}\u{654}"), ('\u{64E}', "\u{64E}")]);
    assert_eq!(places(&search, "٥٫\u{64B}٦"), [('5', "٥"), ('.', "٫"), ('6', "٦")]);
    assert_eq!(places(&Normalizer::clean(), "1هــ"), [('1', "1"), ('ه', "ه"), ('ـ', "ـ")]);
    assert_eq!(places(&Normalizer::clean(), "1\u{FEEB}"), [('1', "1"), ('ه', "\u{FEEB}"), ('ـ', "\u{FEEB}")]);
    assert_eq!(places(&Normalizer::clean(), "اـ\u{654}"), [('أ', "اـ\u{654}")]);
    assert_eq!(places(&Normalizer::ml(), "يييب"), [('ي', "ي"), ('ي', "ي"), ('ب', "ب")]);
    let carrier = Normalizer::new().tanwin_carrier(TanwinCarrier::Delete);
    assert_eq!(places(&carrier, "أب\u{64B}ا"), [('أ', "أ"), ('ب', "ب")]);
    let promote = Normalizer::new().dagger_alef(DaggerAlef::Promote);
    assert_eq!(places(&promote, "بـ\u{670}ت"), [('ب', "ب"), ('ا', "\u{670}"), ('ت', "ت")]);
    assert_eq!(places(&promote, "لو\u{670}ة"), [('ل', "ل"), ('ا', "و\u{670}"), ('ة', "ة")]);
    let expand = Normalizer::new().phrases(Phrases::Expand);
    assert!(places(&expand, "بﷻ").iter().skip(1).all(|&(_, source)| source == "ﷻ"));
    let spaces = Normalizer::new().spaces(Spaces::Collapse);
    assert_eq!(places(&spaces, "\u{A0} ب"), [(' ', "\u{A0}"), ('ب', "ب")]);
}
