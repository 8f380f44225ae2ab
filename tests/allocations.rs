//! What is allocated: nothing by the iterators over tokens and sentences, nothing for a text that is normalized
//! already, once for one that is not, a few times where tables do not decide, and never more than a stated
//! multiple of the text.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use allocation_counter::{AllocationInfo, measure};
use common::Random;
use warraq::{
    Analyzer, ArabicText as _, Chunker, CliticScheme, CliticSegmenter, Normalizer, Phrases, PresentationForms,
};

fn texts() -> Vec<String> {
    let mut random = Random::new(31);
    let mut texts: Vec<String> = (0..120).map(|_| random.text(60)).collect();
    texts.push(include_str!("data/news-page.txt").to_owned());
    texts.push("قَالَ مُحَمَّدٌ ".repeat(3_000));
    texts
}

/// What a call allocates when the patterns and the lexicon are there.
fn counted(mut call: impl FnMut()) -> AllocationInfo {
    call();
    measure(call)
}

#[test]
fn iterators_allocate_nothing() {
    for text in texts() {
        // The regular expressions for hosts and addresses keep their caches.
        if text.contains(['@', ':', '.', '#']) {
            continue;
        }
        let tokens = counted(|| assert!(text.arabic_tokens().count() <= text.len()));
        assert_eq!(tokens.count_total, 0, "tokens of {text:?}");
        let sentences = counted(|| assert!(text.arabic_sentences().count() <= text.len()));
        assert_eq!(sentences.count_total, 0, "sentences of {text:?}");
        let chunks = counted(|| assert!(Chunker::max_chars(100).chunks(&text).count() <= text.len()));
        assert_eq!(chunks.count_total, 0, "chunks of {text:?}");
        let segments = counted(|| {
            assert!(CliticSegmenter::new().segments(&text, CliticScheme::Full).count() <= 2 * text.len());
        });
        assert_eq!(segments.count_current, 0);
    }
}

/// Arabic with marks, digits, signs and ASCII is decided by tables, in one pass.
#[test]
fn normalizing_allocates_once() {
    let mut random = Random::new(32);
    let pieces = [
        "قَالَ ",
        "أَحْمَد",
        "كتـــاب",
        "١٢٫٥٪ ",
        "، ",
        "في",
        " ",
        "1445",
        "إلى",
        "ab ",
        "\n",
        "مُحَمَّدٌ",
        "«ى»",
        "؟ ",
    ];
    for round in 0..800 {
        let most = if round % 20 == 0 { 2_000 } else { 4 };
        let text: String = (0..random.below(most)).map(|_| *random.pick(&pieces)).collect();
        for normalizer in [Normalizer::search(), Normalizer::ml(), Normalizer::lucene()] {
            let result = normalizer.normalize(&text).into_owned();
            let changed = u64::from(result != text);
            let once = counted(|| drop(normalizer.normalize(&text)));
            assert_eq!(once.count_total, changed, "{text:?} under {normalizer:?}");
            assert!(once.bytes_max as usize <= text.len() + 64, "{once:?} for {text:?}");
            let again = counted(|| drop(normalizer.normalize(&result)));
            assert_eq!(again.count_total, 0, "{result:?} under {normalizer:?}");
            let mut out = String::with_capacity(text.len() + 128);
            let into = counted(|| {
                out.clear();
                normalizer.normalize_into(&text, &mut out);
            });
            assert_eq!(into.count_total, 0, "{text:?} under {normalizer:?}");
        }
    }
}

/// What tables cannot decide (forms, composition across scripts, emoji, phrases) passes through three buffers of
/// the length of a word, which are used again: their number does not grow with the text.
#[test]
fn the_slow_way_allocates_no_more_for_longer_texts() {
    let normalizers = [Normalizer::search(), Normalizer::ml(), Normalizer::camel(), expanding()];
    for text in texts().into_iter().filter(|text| text.len() < 2_000) {
        for normalizer in &normalizers {
            let count = |text: &str| counted(|| drop(normalizer.normalize(text))).count_total;
            assert!(count(&text) <= 24, "{} for {text:?} under {normalizer:?}", count(&text));
            let (few, many) =
                (count(&format!("{text}\n").repeat(16)), count(&format!("{text}\n").repeat(64)));
            // The output may have to grow twice more.
            assert!(many <= few + 2, "{few} and {many} for {text:?} under {normalizer:?}");
        }
    }
}

fn expanding() -> Normalizer {
    Normalizer::new().presentation_forms(PresentationForms::Decompose).phrases(Phrases::Expand)
}

/// U+FDFA, three bytes, becomes 33; the longest of the phrases of Unicode 14, U+FD4C, 42.
#[test]
fn the_output_is_at_most_fourteen_times_the_text() {
    let normalizer = expanding();
    for c in char::MIN..=char::MAX {
        let text = c.to_string();
        assert!(normalizer.normalize(&text).len() <= 14 * text.len(), "{:04X}", c as u32);
    }
    for (c, times) in [('ﷺ', 11), ('\u{FD4C}', 14)] {
        let text = String::from(c).repeat(10_000);
        // A space that separates the phrase from the next.
        let expanded = counted(|| assert!(normalizer.normalize(&text).len() <= times * text.len() + 10_000));
        // One stretch without a blank: two buffers of four bytes a letter, grown by doubling.
        assert!(expanded.bytes_max as usize <= 12 * times * text.len(), "{expanded:?}");
        assert!(expanded.count_total <= 40, "{expanded:?}");
    }
}

/// The window of the grammars does not grow with the text.
#[test]
fn findings_take_bounded_memory() {
    for unit in
        ["خمسة وعشرون ألفا ", "20 يناير 2023 ", "و", "من 1 إلى ", "1, ", "يومي 1 و2 ", "كتب الولد الدرس. "]
    {
        let peak = |bytes: usize| {
            let text = unit.repeat(bytes / unit.len());
            counted(|| assert!(Analyzer::new().analyze(&text).count() > 0)).bytes_max
        };
        let (short, long) = (peak(1 << 13), peak(1 << 16));
        assert!(long <= 2 * short + 4096, "{unit}: {short} and {long} bytes");
    }
}
