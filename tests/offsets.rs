//! Maps through the public interface: what a searcher does with them, on text in all scripts.

mod common;

use common::Random;
use unicode_segmentation::UnicodeSegmentation as _;
use warraq::{Digits, Elongation, Marks, Normalizer, OffsetMap, PresentationForms, Span};

fn normalizers() -> [Normalizer; 5] {
    [
        Normalizer::new(),
        Normalizer::clean(),
        Normalizer::search(),
        Normalizer::ml(),
        Normalizer::new()
            .marks(Marks::ALL)
            .digits(Digits::Extended)
            .presentation_forms(PresentationForms::Decompose)
            .elongation(Elongation::SHORTEN),
    ]
}

#[test]
fn every_character_leads_back() {
    let mut random = Random::new(5);
    for _ in 0..1500 {
        let text = random.text(12);
        for normalizer in normalizers() {
            let mapped = normalizer.normalize_mapped(&text);
            let result = mapped.text();
            assert_eq!(result, normalizer.normalize(&text));
            for (at, c) in result.char_indices() {
                let source = mapped.source(at..at + c.len_utf8());
                assert!(!source.is_empty() && !source.of(&text).is_empty(), "{mapped:?}");
                let target = mapped.target(source);
                assert!(target.start <= at && at + c.len_utf8() <= target.end, "{mapped:?}");
            }
            // Normalizing again changes nothing, and so does following two maps.
            let (again, still) = normalizer.normalize_mapped(result).into_parts();
            assert_eq!((&*again, &still), (result, &OffsetMap::identity(result.len())));
            assert_eq!(&mapped.map().then(&still), mapped.map());
        }
    }
}

/// A word found in the normalized text, shown in the original: whole letters with all their marks.
#[test]
fn highlights_take_the_marks_along() {
    let text = "في البَدءِ كانَ النَّصُّ، ثمّ ﻻحَ ﷺ، و👩\u{200D}👧 e\u{301} كتـــابٌ\u{200F}.";
    let mapped = Normalizer::search().normalize_mapped(text);
    let show = |word: &str| {
        let at = mapped.text().find(word).unwrap();
        mapped.highlight(at..at + word.len()).of(text)
    };
    assert_eq!(show("البدء"), "البَدءِ");
    assert_eq!(show("النص"), "النَّصُّ");
    assert_eq!(show("نص"), "نَّصُّ");
    assert_eq!(show("ا"), "ا");
    assert_eq!(show("لاح"), "ﻻحَ");
    assert_eq!(show("كتاب"), "كتـــابٌ");
    assert_eq!(show("👩"), "👩\u{200D}👧");
    assert_eq!(show("é"), "e\u{301}");
    for (at, grapheme) in text.grapheme_indices(true) {
        let inside = Span::new(at, at + grapheme.chars().next().unwrap().len_utf8());
        assert_eq!(inside.to_graphemes(text).of(text), grapheme);
    }
}

#[test]
fn spans_of_graphemes_at_the_edges() {
    let text = "بِِِ\r\nب";
    assert_eq!(Span::new(0, 0).to_graphemes(text), Span::new(0, 0));
    assert_eq!(Span::new(4, 4).to_graphemes(text), Span::new(0, 8));
    assert_eq!(Span::new(8, 9).to_graphemes(text), Span::new(8, 10));
    assert_eq!(Span::new(3, 99).to_graphemes(text), Span::new(0, text.len()));
    assert_eq!(Span::new(99, 99).to_graphemes(text), Span::new(text.len(), text.len()));
    assert_eq!(Span::new(0, 5).to_graphemes(""), Span::new(0, 0));
}

/// Ranges from elsewhere are cut off, never a panic.
#[test]
fn ranges_from_elsewhere() {
    let mut random = Random::new(6);
    for _ in 0..300 {
        let text = random.text(8);
        let mapped = Normalizer::search().normalize_mapped(&text);
        for _ in 0..50 {
            let (a, b) = (random.below(text.len() + 9), random.below(text.len() + 9));
            let inside = |span: Span, of: &str| of.get(span.start..span.end).is_some();
            assert!(inside(mapped.source(a..b), &text), "{mapped:?}");
            assert!(inside(mapped.target(a..b), mapped.text()), "{mapped:?}");
            assert!(inside(mapped.highlight(a..b), &text), "{mapped:?}");
            let chars = mapped.source_chars(a..b);
            assert!(chars.start <= chars.end && chars.end <= text.chars().count());
            let utf16 = mapped.source_utf16(a..b);
            assert!(utf16.start <= utf16.end && utf16.end <= text.encode_utf16().count());
        }
    }
    let mapped = Normalizer::search().normalize_mapped("قَلَم");
    assert_eq!(mapped.source(usize::MAX..usize::MAX), Span::new(10, 10));
    assert_eq!(mapped.target(Span::new(usize::MAX, 0)), Span::new(6, 6));
}

#[test]
fn memory_of_maps() {
    let vocalised = "قَالَ مُحَمَّدٌ ".repeat(40_000);
    let map = Normalizer::search().normalize_mapped(&vocalised).into_parts().1;
    assert!(map.size() <= vocalised.len() / 2 + 1024, "{} of {}", map.size(), vocalised.len());
    let plain = "قال محمد إن أحمد قرأ الكتاب ".repeat(20_000);
    assert_eq!(Normalizer::search().normalize_mapped(&plain).map().size(), 0);
}
