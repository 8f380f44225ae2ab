//! Laws of normalization under random switches on random hostile texts, shrunk to the shortest
//! counterexample (proptest).
//!
//! 1,000 cases a law, the same in every run. `WARRAQ_EFFORT=100` runs a hundred times as many, others
//! in every run.
#![allow(missing_docs, clippy::unwrap_used)]

use std::borrow::Cow;

use proptest::char::range;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::RngSeed;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};
use warraq::class::{CharClass, class_of};
use warraq::{
    Alef, AlefMaqsura, ArabicText as _, Composition, DaggerAlef, Digits, Elongation, FarsiYeh, FinalMarks,
    ForeignLetters, Hamza, HamzaSeats, Invisible, LookAlikes, Marks, NoonGhunna, Normalizer, Operation,
    Phrases, PresentationForms, Punctuation, SmallLetters, Spaces, TanwinCarrier, Tatweel, TehMarbuta,
    TokenKind, Zwnj,
};

fn config() -> ProptestConfig {
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

/// Folds of letters that leave words words.
const FOLDS: &[Operation] = &[
    Operation::Alef(Alef::Fold),
    Operation::Alef(Alef::Hamza),
    Operation::Alef(Alef::HamzaAndWasla),
    Operation::AlefMaqsura(AlefMaqsura::Yeh),
    Operation::TehMarbuta(TehMarbuta::Heh),
    Operation::TehMarbuta(TehMarbuta::Teh),
    Operation::HamzaSeats(HamzaSeats::Carrier),
    Operation::HamzaSeats(HamzaSeats::Hamza),
    Operation::LookAlikes(LookAlikes::Fold),
];

const MARKS: &[Operation] = &[
    Operation::Marks(Marks::ALL),
    Operation::Marks(Marks::TASHKEEL),
    Operation::Marks(Marks::HARAKAT.with(Marks::TANWIN)),
    Operation::Marks(Marks::ALL.without(Marks::SHADDA)),
    Operation::Marks(Marks::ALL.without(Marks::HAMZA)),
    Operation::Marks(Marks::HAMZA.with(Marks::SUPERSCRIPT_ALEF)),
    Operation::Marks(Marks::ANNOTATION.with(Marks::VOWELS).with(Marks::OPEN_TANWIN)),
];

/// Letters that go, and the marks on them, of whatever script, with them.
const LETTERS_GO: &[Operation] = &[
    Operation::Hamza(Hamza::Delete),
    Operation::SmallLetters(SmallLetters::Letter),
    Operation::SmallLetters(SmallLetters::Delete),
    Operation::TanwinCarrier(TanwinCarrier::Delete),
];

/// Rules that read a word or what stands beside it.
const CONTEXTUAL: &[Operation] = &[
    Operation::AlefMaqsura(AlefMaqsura::Reverse),
    Operation::FarsiYeh(FarsiYeh::ByPlace),
    Operation::FinalMarks(FinalMarks::Delete),
    Operation::DaggerAlef(DaggerAlef::Promote),
    Operation::Digits(Digits::Arabic),
    Operation::Digits(Digits::Extended),
    Operation::Punctuation(Punctuation::Arabic),
    Operation::Punctuation(Punctuation::Urdu),
    Operation::Phrases(Phrases::Allah),
    Operation::Phrases(Phrases::Expand),
    Operation::Spaces(Spaces::Collapse),
];

/// All others but composition, which decides what laws hold.
const OTHERS: &[Operation] = &[
    Operation::ForeignLetters(ForeignLetters::Fold),
    Operation::NoonGhunna(NoonGhunna::Fold),
    Operation::Tatweel(Tatweel::Delete),
    Operation::Tatweel(Tatweel::DeleteAll),
    Operation::PresentationForms(PresentationForms::Decompose),
    Operation::Invisible(Invisible::Delete),
    Operation::Zwnj(Zwnj::Delete),
    Operation::Zwnj(Zwnj::Space),
    Operation::Digits(Digits::Latin),
    Operation::Digits(Digits::LatinAll),
    Operation::Punctuation(Punctuation::Ascii),
    Operation::Elongation(Elongation::SHORTEN),
    Operation::Elongation(Elongation::SHORTEN.to(1)),
    Operation::Elongation(Elongation::SHORTEN.from(2)),
];

const NFC: Operation = Operation::Composition(Composition::Nfc);

/// The calls of the builder in order, and what they build. Of two choices of one operation the later
/// counts.
#[derive(Clone)]
struct Built {
    calls: Vec<Operation>,
    normalizer: Normalizer,
}

impl Built {
    fn new(calls: Vec<Operation>) -> Self {
        let normalizer = calls.iter().fold(Normalizer::new(), |normalizer, &call| normalizer.operation(call));
        Self { calls, normalizer }
    }

    fn with(mut self, call: Operation) -> Self {
        self.calls.push(call);
        Self::new(self.calls)
    }

    fn run<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.normalizer.normalize(text)
    }
}

impl std::fmt::Debug for Built {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.calls.iter().map(Operation::to_string)).finish()
    }
}

fn built(of: &[&[Operation]]) -> impl Strategy<Value = Built> + use<> {
    let all = of.concat();
    let count = all.len();
    subsequence(all, 0..=count).prop_shuffle().prop_map(Built::new)
}

/// Any set of operations.
fn any_normalizer() -> impl Strategy<Value = Built> {
    prop_oneof![
        built(&[FOLDS, MARKS, LETTERS_GO, OTHERS, &[NFC]]),
        built(&[FOLDS, MARKS, LETTERS_GO, OTHERS, CONTEXTUAL, &[NFC]]),
    ]
}

/// Any set of operations with composition.
fn composing() -> impl Strategy<Value = Built> {
    any_normalizer().prop_map(|built| built.with(NFC))
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
const CORE: &str = "اابوويىلهتنسأإآٱٲٵؤئءةۀۂۓەہھکیپںے\
    \u{640}\u{640}\u{64B}\u{64D}\u{64E}\u{64E}\u{650}\u{651}\u{651}\u{652}\u{653}\u{654}\u{654}\u{655}\u{656}\u{670}\
    \u{6E5}\u{6E6}\u{8C9}\u{6DD}\u{6D6}\u{FEEB}\u{FEFB}\u{FE77}\u{FC60}0٣۴٫٬،؟,;?%/.'-_ \u{A0}\n\
    \u{FDF2}\u{FDFA}\u{FD47}";

/// What composes or moves in other scripts, and blocks.
const OTHER_SCRIPTS: &str = "ae\u{301}\u{308}\u{323}\u{338}↔=\u{1100}\u{1161}\u{11A8}\u{AC00}\u{5D0}\u{5B8}\u{5BC}\u{915}\
    \u{93C}\u{94D}\u{9C7}\u{9BE}\u{34F}\u{1DC0}\u{20DD}\u{710}\u{730}\u{7D3}\u{212B}\u{FB2C}漢ア\u{3099}";

const CONTROLS: &str = "\u{61C}\u{200B}\u{200C}\u{200C}\u{200D}\u{200D}\u{200D}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\
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

fn char_of(from: &str) -> impl Strategy<Value = char> + use<> {
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

fn all_of(wanted: impl Fn(char) -> bool) -> Vec<char> {
    (char::MIN..=char::MAX).filter(|&c| wanted(c)).collect()
}

fn hostile() -> impl Strategy<Value = String> {
    let marks = all_of(|c| class_of(c).is_mark());
    let digits = all_of(|c| c.general_category() == GeneralCategory::DecimalNumber);
    let one = prop_oneof![
        12 => char_of(CORE),
        4 => arabic(),
        2 => char_of(CONTROLS),
        2 => char_of(OTHER_SCRIPTS),
        2 => select(marks),
        2 => select(digits),
        1 => any::<char>(),
    ];
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
}

/// Shows what cannot be seen.
fn shown(text: &str) -> String {
    text.escape_unicode().to_string()
}

macro_rules! same {
    ($left:expr, $right:expr) => {
        prop_assert_eq!(shown(&$left), shown(&$right))
    };
}

/// The words of a text.
fn words(text: &str) -> Vec<&str> {
    let word = |kind| matches!(kind, TokenKind::Word(_));
    let tokens = text.arabic_tokens().filter(|token| word(token.kind()));
    // In other scripts a word may end in a control.
    tokens.map(|token| token.text().trim_end_matches(is_control)).collect()
}

/// Whether the text holds an address or a handle. Their ends are judged by shape, in which a mark that
/// is to go may count.
fn has_shapes(text: &str) -> bool {
    let shape =
        |kind| matches!(kind, TokenKind::Url | TokenKind::Email | TokenKind::Mention | TokenKind::Hashtag);
    text.arabic_tokens().any(|token| shape(token.kind()))
}

fn is_control(c: char) -> bool {
    class_of(c).is_invisible() || class_of(c) == CharClass::Zwnj
}

/// The words of a text, each normalized by itself, without those that have nothing left. What comes to
/// stand at the edge of a word when others are gone belongs to it no more: a control, a mark before
/// the first letter.
fn each_word(normalizer: &Built, text: &str) -> Vec<String> {
    let word = |word| {
        let word = normalizer.run(word);
        let word = word.trim_start_matches(|c| is_control(c) || class_of(c).is_mark());
        String::from(word.trim_end_matches(is_control))
    };
    words(text).into_iter().map(word).filter(|word| !word.is_empty()).collect()
}

/// The text without marks and tatweels that stand on no Arabic letter, and without controls before those
/// that do: both end a word, and end it no more when they are gone.
fn tame(text: &str) -> String {
    let carrier = |c| class_of(c).is_arabic_letter() || class_of(c).is_mark() || c == '\u{640}';
    let mut out = String::new();
    for c in text.chars() {
        if class_of(c).is_mark() || c == '\u{640}' {
            out.truncate(out.trim_end_matches(is_control).len());
            if !out.ends_with(carrier) {
                continue;
            }
        }
        out.push(if c == '.' { ' ' } else { c });
    }
    out
}

/// What is or becomes a heh.
const HEHS: [char; 8] = ['ه', 'ة', 'ھ', 'ہ', 'ە', 'ۀ', 'ۂ', 'ۃ'];

/// What no operation but composition may touch.
fn foreign(text: &str) -> String {
    let touched = |c| {
        let class = class_of(c);
        let letter = class.is_arabic_letter() || class.is_arabic_mark() || class.is_invisible();
        let form = matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
        let digit = class.is_digit() || class == CharClass::DigitOther;
        letter
            || form
            || digit
            || class == CharClass::Space
            || "\u{640}\u{200C}\u{200D}٪%٫٬.,;?،؛؟۔".contains(c)
    };
    text.chars().filter(|&c| !touched(c)).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn once_is_enough(normalizer in any_normalizer(), text in hostile()) {
        let once = normalizer.run(&text);
        same!(normalizer.run(&once), once);
        prop_assert!(normalizer.normalizer.is_normalized(&once));
    }

    #[test]
    fn the_ways_of_calling_agree(normalizer in any_normalizer(), text in hostile(), before in hostile()) {
        let result = normalizer.run(&text);
        prop_assert_eq!(matches!(result, Cow::Borrowed(_)), result == text);
        prop_assert_eq!(normalizer.normalizer.is_normalized(&text), result == text);
        let mut out = before.clone();
        normalizer.normalizer.normalize_into(&text, &mut out);
        same!(out, before + &result);
    }

    #[test]
    fn equivalent_texts_become_one(normalizer in composing(), text in hostile()) {
        let result = normalizer.run(&text);
        same!(normalizer.run(&text.nfc().collect::<String>()), result);
        same!(normalizer.run(&text.nfd().collect::<String>()), result);
        prop_assert!(is_nfc(&result), "{}", shown(&result));
    }

    /// Nothing looks across a line end, so that texts may be cut there.
    #[test]
    fn lines_are_alone(normalizer in any_normalizer(), lines in vec(hostile(), 1..4)) {
        let text = lines.join("\n");
        let alone: Vec<_> = text.split('\n').map(|line| normalizer.run(line)).collect();
        same!(normalizer.run(&text), alone.join("\n"));
    }

    /// What is to go is gone; the tatweel of the Hijri mark and the joiner of emoji are all that stays.
    #[test]
    fn nothing_is_left(text in hostile()) {
        let search = Normalizer::search();
        let result = search.normalize(&text);
        let mut before = ' ';
        for c in result.chars() {
            let class = class_of(c);
            let gone = class.is_arabic_mark()
                || class == CharClass::Zwnj
                || matches!(class, CharClass::DigitArabic | CharClass::DigitExtended)
                || class.is_invisible() && c != '\u{200D}'
                || c == '\u{640}' && before != 'ه'
                || "أإآٱٲٳٵىةؤئکڪیېےۓھہەۀۂۃ\u{6E5}\u{6E6}\u{8C9}".contains(c);
            prop_assert!(!gone, "{:X} in {}", c as u32, shown(&result));
            before = c;
        }
    }

    /// What was stored clean gives the same key and the same input of a model as the text itself.
    ///
    /// Without tatweel: whether a heh of another keyboard is the Hijri mark is judged after the folds.
    #[test]
    fn presets_compose(text in hostile()) {
        let stretched = |c: char| c == '\u{FEEB}' || c == '\u{200D}' || c.nfkd().any(|c| c == '\u{640}');
        let text = text.replace(stretched, "");
        let clean = Normalizer::clean().normalize(&text).into_owned();
        for preset in [Normalizer::clean(), Normalizer::search(), Normalizer::ml()] {
            same!(preset.normalize(&clean), preset.normalize(&text));
        }
    }

    /// Without composition, what is not Arabic passes.
    #[test]
    fn only_arabic_is_touched(normalizer in built(&[FOLDS, MARKS, OTHERS, CONTEXTUAL]), text in hostile()) {
        same!(foreign(&normalizer.run(&text)), foreign(&text));
    }

    /// What is reported of a normalizer builds it again, also through its strings.
    #[test]
    fn operations_tell_all(normalizer in any_normalizer()) {
        let operations = || normalizer.normalizer.operations();
        let again = operations().fold(Normalizer::new(), Normalizer::operation);
        prop_assert_eq!(&again, &normalizer.normalizer);
        for operation in operations() {
            prop_assert_eq!(operation.to_string().parse::<Operation>(), Ok(operation));
        }
    }

    /// The words of a normalized text are the words of the text, normalized.
    #[test]
    fn words_stay_words(normalizer in built(&[FOLDS, MARKS]), text in hostile()) {
        let text = tame(&text);
        let result = normalizer.run(&text);
        prop_assume!(!has_shapes(&text) && !has_shapes(&result));
        prop_assert_eq!(words(&result), each_word(&normalizer, &text), "{}", shown(&text));
    }

    /// Tatweel too, but for the Hijri mark, which is told by what stands beside the word.
    #[test]
    fn words_stay_words_without_tatweel(normalizer in built(&[FOLDS, MARKS]), text in hostile()) {
        let normalizer = normalizer.with(Operation::Tatweel(Tatweel::Delete));
        let text = tame(&text).replace(HEHS, "ب");
        let result = normalizer.run(&text);
        prop_assume!(!has_shapes(&text) && !has_shapes(&result));
        prop_assert_eq!(words(&result), each_word(&normalizer, &text), "{}", shown(&text));
    }
}
