//! The laws of every stage on random hostile text, shrunk to the shortest counterexample (proptest).
#![cfg(feature = "std")]
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::hostile::{config, entities, hostile};
use common::laws;
use proptest::collection::vec;
use proptest::prelude::*;
use warraq::{ArabicText as _, CivilDate, HijriDate, HijriRule, Span};

/// Text for the stages behind normalization: any, or made of what numbers and dates are made of.
fn text() -> BoxedStrategy<String> {
    prop_oneof![1 => hostile(), 2 => entities()].boxed()
}

#[test]
fn every_operation_can_be_chosen() {
    // The last bit of the choices is among those that decide.
    let all = laws::normalizer(5 | u64::MAX << 8);
    assert_eq!(all.operations().count(), warraq::Operation::ALL.len());
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn normalize(bits: u64, text in text()) {
        laws::normalize(&laws::normalizer(bits), &text);
    }

    /// Long enough for the blocks of every instruction set.
    #[test]
    fn tiers(bits: u64, text in text(), times in 1_usize..30) {
        laws::tiers(&laws::normalizer(bits), &text.repeat(times));
    }

    #[test]
    fn offsets(bits: u64, text in text()) {
        laws::offsets(&laws::normalizer(bits), &text);
    }

    #[test]
    fn stream(bits: u64, text in text(), noise in vec(any::<u8>(), 0..4), at: prop::sample::Index, most in 1_usize..80) {
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len() + 1);
        bytes.splice(at..at, noise);
        laws::stream(&laws::normalizer(bits), &bytes, most);
    }

    #[test]
    fn tokens(text in text()) {
        laws::tokens(&text);
    }

    #[test]
    fn sentences(text in text()) {
        laws::sentences(&text);
    }

    #[test]
    fn chunks(text in text(), most in 0_usize..200) {
        laws::chunks(&text, most);
    }

    #[test]
    fn clitics(text in text()) {
        laws::clitics(&text);
    }

    #[test]
    fn search(text in text()) {
        laws::search(&text);
    }

    #[test]
    fn numbers(text in text()) {
        laws::numbers(&text);
    }

    #[test]
    fn dates(text in text()) {
        laws::dates(&text);
    }

    #[test]
    fn analyze(text in text()) {
        laws::analyze(&text);
    }

    /// A blank line ends everything.
    #[test]
    fn paragraphs_are_alone(a in text(), b in text()) {
        let whole = format!("{a}\n\n{b}");
        let found = |text: &str| text.arabic_numbers().chain(text.arabic_dates()).map(|e| e.value().to_string()).collect::<Vec<_>>();
        let (mut alone, mut together) = (found(&a), found(&whole));
        alone.extend(found(&b));
        alone.sort();
        together.sort();
        prop_assert_eq!(together, alone);
        let sentences = |text: &str| text.arabic_sentences().count();
        prop_assert_eq!(sentences(&whole), sentences(&a) + sentences(&b));
    }

    #[test]
    fn numbers_read_back(value: i128, shift in 68_u32..128) {
        laws::read_back(value >> shift);
    }

    /// The same day from either side, and the days in order.
    #[test]
    fn hijri_days(days in -2_000_000_i64..2_000_000) {
        let Some(day) = CivilDate::from_days(days) else { return Ok(()) };
        prop_assert_eq!(day.to_days(), days);
        for rule in [HijriRule::UmmAlQura, HijriRule::UmmAlQuraComputed, HijriRule::Civil, HijriRule::Tabular] {
            if let Some(hijri) = HijriDate::from_civil(day, rule) {
                prop_assert_eq!(hijri.to_civil(rule).map(|c| c.day()), Some(day));
            }
        }
    }

    /// Spans of any two numbers stay inside the text.
    #[test]
    fn spans_are_held_to_the_text(text in hostile(), start: prop::sample::Index, end: prop::sample::Index) {
        let (start, end) = (start.index(text.len() + 9), end.index(text.len() + 9));
        let span = Span::new(start, end);
        prop_assert!(text.contains(span.of(&text)));
        let wide = span.to_graphemes(&text);
        prop_assert!(text.get(wide.start..wide.end).is_some());
        let chars = span.to_chars(&text);
        prop_assert!(chars.start <= chars.end && chars.end <= text.chars().count());
    }
}
