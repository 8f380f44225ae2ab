//! What holds for every text, whatever it says.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use common::Random;
use warraq::class::{NumeralSystem, NumeralSystems, digit_value};
use warraq::{
    Analyzer, ArabicText as _, CivilDate, Context, ErrorKind, Finding, Mode, Names, Tokenizer, Value,
    Whitespace,
};

fn hostile(seed: u64, count: usize, pieces: usize) -> impl Iterator<Item = String> {
    let mut random = Random::new(seed);
    (0..count).map(move |_| random.text(pieces))
}

fn values(text: &str) -> Vec<String> {
    Analyzer::new().entities(text).map(|e| e.value().to_string()).collect()
}

fn case_texts() -> Vec<String> {
    let table = include_str!("data/numbers-dates.tsv");
    table.lines().skip(1).map(|l| l.split('\t').nth(3).unwrap().to_owned()).collect()
}

#[test]
fn entities_are_disjoint_and_in_order() {
    for text in hostile(3, 20_000, 30).chain(case_texts()) {
        for analyzer in [Analyzer::new(), Analyzer::new().mode(Mode::Recall).names(Names::Report)] {
            let mut end = 0;
            for entity in analyzer.entities(&text) {
                let span = entity.span();
                assert!(span.start >= end && !span.is_empty(), "{text:?} {entity:?}");
                assert_eq!(&text[span.start..span.end], entity.text());
                end = span.end;
            }
        }
    }
}

#[test]
fn analyze_is_the_separate_iterators() {
    for text in hostile(4, 10_000, 40).chain(case_texts()) {
        let (mut sentences, mut tokens, mut entities) = (Vec::new(), Vec::new(), Vec::new());
        let mut start = 0;
        for finding in Analyzer::new().analyze(&text) {
            assert!(finding.span().start >= start, "{text:?}");
            start = finding.span().start;
            match finding {
                Finding::Sentence(s) => sentences.push(s),
                Finding::Token(t) => tokens.push(t),
                Finding::Entity(e) => entities.push(e),
                _ => unreachable!(),
            }
        }
        assert_eq!(sentences, text.arabic_sentences().collect::<Vec<_>>(), "{text:?}");
        assert_eq!(tokens, text.arabic_tokens().collect::<Vec<_>>(), "{text:?}");
        assert_eq!(entities, Analyzer::new().entities(&text).collect::<Vec<_>>(), "{text:?}");
        let parts = text.arabic_numbers().count() + text.arabic_dates().count();
        assert_eq!(parts, entities.len());
    }
}

#[test]
fn a_blank_line_gives_the_union() {
    let texts = case_texts();
    for pair in texts.windows(2) {
        let mut expected = values(&pair[0]);
        expected.extend(values(&pair[1]));
        assert_eq!(values(&format!("{}\n\n{}", pair[0], pair[1])), expected);
    }
    let mut random = Random::new(5);
    for _ in 0..5_000 {
        let (a, b) = (random.text(12), random.text(12));
        let mut expected = values(&a);
        expected.extend(values(&b));
        assert_eq!(values(&format!("{a}\n\n{b}")), expected, "{a:?} {b:?}");
    }
}

/// Writes every ASCII digit in another system.
fn in_digits(text: &str, zero: char) -> String {
    let shift = |c: char| match c {
        '0'..='9' => char::from_u32(u32::from(zero) + u32::from(c) - u32::from('0')).unwrap(),
        c => c,
    };
    text.chars().map(shift).collect()
}

#[test]
fn the_digit_system_changes_no_value() {
    for text in case_texts().iter().filter(|t| !t.contains("://")) {
        // Only where all digits are ASCII is the whole text of one system; telephone numbers and
        // addresses are ASCII shapes.
        if NumeralSystems::of(text).iter().any(|s| s != NumeralSystem::Latn) {
            continue;
        }
        for zero in ['٠', '۰', '\u{FF10}'] {
            assert_eq!(values(&in_digits(text, zero)), values(text), "{text}");
        }
    }
}

#[test]
fn marks_and_tatweel_change_no_value() {
    // Letters that the lexicon looks at in their written form are left alone: tanwin and madda.
    for text in case_texts() {
        let mut voiced = String::new();
        let mut stretched = String::new();
        let mut letters = 0;
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            voiced.push(c);
            stretched.push(c);
            let letter = ('\u{0628}'..='\u{064A}').contains(&c) && c != 'ـ';
            let inside =
                letter && chars.peek().is_some_and(|n| ('\u{0627}'..='\u{064A}').contains(n) && *n != 'ـ');
            if inside {
                letters += 1;
                voiced.push(if letters % 2 == 0 { '\u{064E}' } else { '\u{0652}' });
                if !"اأإآدذرزوؤة".contains(c) {
                    stretched.push('ـ');
                }
            }
        }
        assert_eq!(values(&voiced), values(&text), "{voiced}");
        assert_eq!(values(&stretched), values(&text), "{stretched}");
    }
}

/// Direction marks at the edges of words, as editors and CLDR put them.
#[test]
fn bidi_marks_change_no_value() {
    for text in case_texts().iter().filter(|t| !t.contains("://") && !t.contains(['\u{200F}', '\u{61C}'])) {
        for mark in ['\u{200F}', '\u{200E}', '\u{61C}', '\u{2067}', '\u{FEFF}'] {
            let before = text.replace(' ', &format!(" {mark}"));
            let behind = text.replace(' ', &format!("{mark} "));
            let around = format!("{mark}{text}{mark}");
            for marked in [before, behind, around] {
                assert_eq!(values(&marked), values(text), "{}", marked.escape_debug());
            }
        }
    }
}

#[test]
fn systems_are_told_apart() {
    use NumeralSystem::{Arab, ArabExt, Latn};
    let systems = |text: &str| {
        let found: Vec<_> = Analyzer::new().entities(text).collect();
        assert_eq!(found.len(), 1, "{text}");
        found[0].systems().iter().collect::<Vec<_>>()
    };
    for (digits, expected) in
        [("١٢", vec![Arab]), ("12", vec![Latn]), ("۱۲", vec![ArabExt]), ("١2", vec![Latn, Arab])]
    {
        assert_eq!(systems(&format!("شارك {digits} فريقا")), expected);
        assert_eq!(systems(&format!("في {digits} يناير الجاري")), expected);
        assert_eq!(systems(&format!("في {digits}/5/1990")), {
            let mut with_latin = expected.clone();
            with_latin.push(Latn);
            with_latin.sort_unstable();
            with_latin.dedup();
            with_latin
        });
        let token = digits.arabic_tokens().next().unwrap();
        assert_eq!(token.systems().iter().collect::<Vec<_>>(), expected);
    }
}

#[test]
fn nothing_is_resolved_without_a_reference() {
    for text in [
        "اليوم",
        "أمس الأحد",
        "العام الماضي",
        "20 يناير الجاري",
        "يوم الثلاثاء",
        "قبل 5 سنوات",
        "الأسبوع المقبل",
    ] {
        let found = text.arabic_dates().next().unwrap();
        assert_eq!(found.resolve(&Context::new()).unwrap_err().kind(), ErrorKind::NeedsReference, "{text}");
        let context = Context::new().reference(CivilDate::new(2023, 1, 23).unwrap());
        assert!(found.resolve(&context).is_ok(), "{text}");
    }
}

#[test]
fn resolving_never_panics() {
    let references = [(-9999, 1, 1), (1, 1, 1), (2023, 1, 23), (9999, 12, 31)];
    for text in hostile(6, 5_000, 30).chain(case_texts()) {
        for entity in Analyzer::new().mode(Mode::Recall).entities(&text) {
            for (year, month, day) in references {
                let context = Context::new().reference(CivilDate::new(year, month, day).unwrap());
                if let Ok(resolved) = entity.resolve(&context) {
                    assert!(resolved.start() <= resolved.end_exclusive(), "{entity:?}");
                }
            }
        }
    }
}

#[test]
fn bad_input_gives_empty_results() {
    let marks = "\u{064B}".repeat(1 << 20);
    let controls = "\u{200F}\u{202A}\u{061C}".repeat(1000);
    for text in ["", " \n\u{2029}", "plain English text", &marks, &controls, "\u{0651}\u{064E} \u{0670}"] {
        assert_eq!(Analyzer::new().entities(text).count(), 0);
        let all = Tokenizer::new().whitespace(Whitespace::Keep);
        assert_eq!(all.tokens(text).map(|t| t.text().len()).sum::<usize>(), text.len());
        let lost = text.arabic_sentences().map(|s| s.text().len()).sum::<usize>();
        assert_eq!(lost, text.trim().len().max(lost));
    }
}

#[test]
fn values_hold_exact_digits() {
    let long = "9".repeat(38);
    assert_eq!(values(&format!("بلغ {long}")), [format!("card:{long}")]);
    assert_eq!(values("بلغ 0.1000000000000000055"), ["card:0.1000000000000000055"]);
    // More than an i128 holds: the digits are kept.
    let longer = "9".repeat(60);
    assert_eq!(values(&format!("بلغ {longer}")), [format!("card:{longer}")]);
    assert_eq!(values(&format!("بلغ ٠٠{longer}٫٥٠ درهم")), [format!("card:{longer}.5")]);
}

#[test]
fn long_lines_are_read_in_linear_time() {
    // A quadratic step would take minutes here.
    for unit in [
        "1",
        "و",
        "خمسة ",
        "وخمسة ",
        "ألف ",
        "من 1 إلى ",
        "2023/",
        "1،",
        "يناير/",
        "يومي 1 و2 ",
        "في ",
        "، ",
        "ﷺ",
        "(",
        "\"",
        "د. ",
    ] {
        let text = unit.repeat((1 << 17) / unit.len());
        let count = Analyzer::new().analyze(&text).count();
        assert!(count > 0, "{unit}");
    }
}

#[test]
fn digits_have_their_values_in_every_system() {
    for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
        let Some(value) = digit_value(c) else { continue };
        let text = format!("شارك {c}{c} فريقا");
        let found = text.arabic_numbers().next().unwrap();
        let Value::Number(number) = found.value() else { panic!("{text}") };
        assert_eq!(number.to_string(), format!("card:{}", u32::from(value) * 11), "{text}");
    }
}

/// Zeros never grow a value, so that their count may overflow: found by fuzzing.
#[test]
fn zeros_however_many() {
    for zeros in [17, 18, 19, 37, 38, 39, 254, 255, 256, 257, 511, 512, 70_000] {
        for digit in ["0", "٠", "۰"] {
            for (before, behind) in
                [("", ""), ("", "5"), ("3", ""), ("1.", ""), ("1,", "/2"), ("", " و5"), ("رقم ", "")]
            {
                let text = format!("{before}{}{behind}", digit.repeat(zeros));
                for analyzer in [Analyzer::new(), Analyzer::new().mode(Mode::Recall)] {
                    for entity in analyzer.entities(&text) {
                        assert!(!entity.value().to_string().is_empty(), "{before} {zeros} {behind}");
                    }
                }
            }
        }
    }
}
