//! Laws of normalization under random switches on random hostile texts, shrunk to the shortest
//! counterexample (proptest).
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use std::borrow::Cow;

use common::hostile::{config, hostile};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::subsequence;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};
use warraq::class::{CharClass, class_of};
use warraq::{
    Alef, AlefMaqsura, ArabicText as _, Composition, DaggerAlef, Digits, Elongation, FarsiYeh, FinalMarks,
    ForeignLetters, Hamza, HamzaSeats, Invisible, LookAlikes, Marks, NoonGhunna, Normalizer, Operation,
    Phrases, PresentationForms, Punctuation, SmallLetters, Spaces, TanwinCarrier, Tatweel, TehMarbuta,
    TokenKind, Zwnj,
};

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
fn any_normalizer() -> BoxedStrategy<Built> {
    prop_oneof![
        built(&[FOLDS, MARKS, LETTERS_GO, OTHERS, &[NFC]]),
        built(&[FOLDS, MARKS, LETTERS_GO, OTHERS, CONTEXTUAL, &[NFC]]),
    ]
    .boxed()
}

/// Any set of operations with composition.
fn composing() -> BoxedStrategy<Built> {
    any_normalizer().prop_map(|built| built.with(NFC)).boxed()
}

macro_rules! same {
    ($left:expr, $right:expr) => {
        match (&$left, &$right) {
            (left, right) => {
                prop_assert!(left == right, "{} is not {}", left.escape_unicode(), right.escape_unicode())
            }
        }
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
        prop_assert!(is_nfc(&result), "{}", result.escape_unicode());
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
            prop_assert!(!gone, "{:X} in {}", c as u32, result.escape_unicode());
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
        prop_assert_eq!(words(&result), each_word(&normalizer, &text), "{}", text.escape_unicode());
    }

    /// Tatweel too, but for the Hijri mark, which is told by what stands beside the word.
    #[test]
    fn words_stay_words_without_tatweel(normalizer in built(&[FOLDS, MARKS]), text in hostile()) {
        let normalizer = normalizer.with(Operation::Tatweel(Tatweel::Delete));
        let text = tame(&text).replace(HEHS, "ب");
        let result = normalizer.run(&text);
        prop_assume!(!has_shapes(&text) && !has_shapes(&result));
        prop_assert_eq!(words(&result), each_word(&normalizer, &text), "{}", text.escape_unicode());
    }
}
