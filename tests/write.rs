//! What is written is read back, in every form that the writer knows: each proves the other.
//!
//! Every integer below a million in one form after the other, and in all forms below ten thousand;
//! `WARRAQ_EFFORT=100` takes all forms for all.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use common::Random;
use warraq::class::NumeralSystem;
use warraq::{
    Alef, Analyzer, Case, Exact, Gender, Grouping, Hundreds, Marks, Mode, Normalizer, Number, Tafqit, Value,
};

/// The one number that the text is, if it is one.
fn read(text: &str) -> Option<Number> {
    let mut found = Analyzer::new().mode(Mode::Recall).entities(text);
    let first = found.next()?;
    let whole = first.text() == text && found.next().is_none();
    match first.value() {
        Value::Number(number) if whole => Some(number.clone()),
        _ => None,
    }
}

fn forms() -> Vec<Tafqit> {
    let mut forms = Vec::new();
    for gender in [Gender::Masculine, Gender::Feminine] {
        for case in [Case::Nominative, Case::Oblique] {
            for hundreds in [Hundreds::Fused, Hundreds::FusedAlef, Hundreds::Spaced, Hundreds::SpacedAlef] {
                forms.push(Tafqit::new().gender(gender).case(case).hundreds(hundreds));
            }
        }
    }
    forms
}

/// As people write: without hamza on alef, without marks.
static BARE: Normalizer = Normalizer::new().marks(Marks::ALL).alef(Alef::Fold);

#[track_caller]
fn reads_back(form: Tafqit, number: i128) {
    let words = form.cardinal(number).unwrap();
    for text in [words.clone(), BARE.normalize(&words).into_owned()] {
        let found = read(&text);
        let exact = found
            .as_ref()
            .is_some_and(|n| matches!(n, Number::Cardinal(e) if e.to_integer() == Some(number)));
        assert!(exact, "{number} {form:?}: {text} is read as {found:?}");
    }
}

fn effort() -> bool {
    std::env::var("WARRAQ_EFFORT").is_ok_and(|n| n.parse().is_ok_and(|n: u32| n >= 100))
}

#[test]
fn cardinals_below_a_million() {
    let forms = forms();
    let all = if effort() { 1_000_000 } else { 10_000 };
    std::thread::scope(|scope| {
        for half in 0..2 {
            let forms = &forms;
            scope.spawn(move || {
                for number in (half..1_000_000).step_by(2) {
                    if number < all {
                        for &form in forms {
                            reads_back(form, number);
                        }
                    } else if number % 7 < 2 || effort() {
                        reads_back(forms[number as usize / 2 % forms.len()], number);
                    }
                }
            });
        }
    });
}

#[test]
fn large_cardinals() {
    let forms = forms();
    let mut random = Random::new(17);
    for i in 0..if effort() { 100_000 } else { 10_000 } {
        // Of every length.
        let limit = 10_usize.pow(6 + i % 10);
        let number = random.below(limit) as i128;
        if effort() {
            for &form in &forms {
                reads_back(form, number);
            }
        } else {
            reads_back(forms[i as usize % forms.len()], number);
        }
    }
    for number in [1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 110, 200, 201, 202, 300, 999] {
        for power in [3, 6, 9, 12, 15] {
            for &form in &forms {
                reads_back(form, number * 10_i128.pow(power));
                reads_back(form, -number * 10_i128.pow(power));
            }
        }
    }
}

#[test]
fn ordinals() {
    for form in forms() {
        for number in 1..2000 {
            let words = form.ordinal(number).unwrap();
            for text in [words.clone(), BARE.normalize(&words).into_owned()] {
                assert_eq!(read(&text), Some(Number::Ordinal(number)), "{text}");
            }
        }
        assert_eq!(form.ordinal(0), None);
        assert_eq!(form.ordinal(2000), None);
    }
}

#[test]
fn digits() {
    use NumeralSystem::{Arab, ArabExt, FullWide, Latn, Math};
    let mut random = Random::new(18);
    for i in 0..20_000_u32 {
        let mantissa = random.below(10_usize.pow(1 + i % 15)) as i128;
        let number = Exact::new(if i % 3 == 0 { -mantissa } else { mantissa }, (random.below(5)) as u8);
        for system in [Latn, Arab, ArabExt, FullWide, Math] {
            for grouping in [Grouping::None, Grouping::Thousands] {
                let text = number.in_digits(system, grouping).to_string();
                // One comma and three digits, or a point and three, are told apart by region alone.
                assert_eq!(read(&text), Some(Number::Cardinal(number)), "{text}");
            }
        }
    }
}
