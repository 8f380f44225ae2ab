//! Chunks: how long they are, where they end, and that nothing is lost.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use common::Random;
use warraq::{ArabicText as _, Chunker, Packing, SentenceRules, SentenceSplitter};

fn chunks(chunker: Chunker, text: &str) -> Vec<&str> {
    chunker.chunks(text).map(|chunk| chunk.text()).collect()
}

#[test]
fn sentences_are_put_together() {
    let text = "وصل الوفد. بدأ الاجتماع. انتهى.\n\nفقرة أخرى.";
    assert_eq!(chunks(Chunker::max_chars(100), text), ["وصل الوفد. بدأ الاجتماع. انتهى.", "فقرة أخرى."]);
    assert_eq!(chunks(Chunker::max_chars(25), text), ["وصل الوفد. بدأ الاجتماع.", "انتهى.", "فقرة أخرى."]);
    let alone = Chunker::max_chars(100).packing(Packing::Alone);
    assert_eq!(chunks(alone, text).len(), 4);
}

#[test]
fn the_length_is_counted_in_bytes_or_characters() {
    let text = "وصل الوفد. بدأ الاجتماع.";
    assert_eq!(text.chars().count(), 24);
    assert_eq!(chunks(Chunker::max_chars(24), text).len(), 1);
    assert_eq!(chunks(Chunker::max_bytes(text.len()), text).len(), 1);
    assert_eq!(chunks(Chunker::max_bytes(text.len() - 1), text).len(), 2);
}

#[test]
fn long_sentences_end_at_the_best_place() {
    // A semicolon before a comma, a comma before a conjunction, a conjunction before a space.
    let cut = |text| chunks(Chunker::max_chars(20), text)[0];
    assert_eq!(cut("كتب الولد الدرس؛ قرأ، فهم كل ما كتب"), "كتب الولد الدرس؛");
    assert_eq!(cut("كتب الولد الدرس، قرأ كتابا وفهم كل ما كتب"), "كتب الولد الدرس،");
    assert_eq!(cut("كتب الولد الدرس وقرأ كتابا كل يوم"), "كتب الولد الدرس");
    // وزير has no conjunction.
    assert_eq!(cut("كتب الولد رسالة وزير المال كل يوم"), "كتب الولد رسالة وزير");
    // In the first half of the length no comma is worth it.
    assert_eq!(cut("كتب، ثم جلس الولد الصغير ينظر"), "كتب، ثم جلس الولد");
}

#[test]
fn no_token_is_cut() {
    let url = "https://example.org/a/very/long/address/that/never/ends";
    let text = format!("زوروا {url} اليوم");
    assert_eq!(chunks(Chunker::max_chars(10), &text), ["زوروا", url, "اليوم"]);
    assert_eq!(chunks(Chunker::max_chars(0), "كتب الولد"), ["كتب", "الولد"]);
    assert_eq!(chunks(Chunker::max_bytes(3), "«كتب» 12"), ["«", "كتب", "»", "12"]);
}

/// Between chunks lies white space only; none is longer than allowed, unless it is one token.
#[test]
fn nothing_is_lost_and_nothing_too_long() {
    let mut random = Random::new(17);
    for _ in 0..20_000 {
        let text = random.text(40);
        let most = random.below(60);
        let bytes: fn(&str) -> usize = str::len;
        for (chunker, length) in [
            (Chunker::max_bytes(most), bytes),
            (Chunker::max_chars(most), |text| text.chars().count()),
            (Chunker::max_bytes(most).packing(Packing::Alone), bytes),
        ] {
            let mut end = 0;
            for chunk in chunker.chunks(&text) {
                let gap = &text[end..chunk.span().start];
                assert!(gap.chars().all(|c| warraq::class::class_of(c).is_whitespace()), "{text:?} {gap:?}");
                assert!(!chunk.text().is_empty(), "{text:?}");
                assert_eq!(chunk.span().of(&text), chunk.text());
                let one = chunk.text().arabic_tokens().count() <= 1;
                assert!(one || length(chunk.text()) <= most, "{text:?} {most} {:?}", chunk.text());
                end = chunk.span().end;
            }
            let rest = &text[end..];
            assert!(rest.chars().all(|c| warraq::class::class_of(c).is_whitespace()), "{text:?} {rest:?}");
        }
    }
}

/// One sentence of 1 MiB takes no longer a piece than one of 64 KiB, whatever the length allowed.
#[test]
fn long_sentences_are_cut_in_linear_time() {
    for unit in ["كتب ", "،", "و", "وكتب ", "a.", "\u{64B}"] {
        let text = unit.repeat((1 << 20) / unit.len());
        for most in [1, 100, 10_000, 1 << 30] {
            for chunker in [Chunker::max_bytes(most), Chunker::max_chars(most)] {
                assert!(chunker.chunks(&text).count() > 0);
            }
        }
    }
}

#[test]
fn other_rules_and_line_ends_keep_paragraphs() {
    let uax29 = Chunker::max_chars(99).splitter(SentenceSplitter::new().rules(SentenceRules::Uax29));
    assert_eq!(chunks(uax29, " \n نعم. لا.\n\nثم. قال. "), ["نعم. لا.", "ثم. قال."]);
    for gap in ["\r\r", "\r\n\r\n", "\u{2028}\u{2028}", "\u{85}\u{85}", "\u{2029}"] {
        assert_eq!(chunks(Chunker::max_chars(99), &format!("نعم.{gap}لا.")).len(), 2, "{gap:?}");
    }
    assert_eq!(chunks(Chunker::max_chars(99), "نعم.\r\nلا.").len(), 1);
}
