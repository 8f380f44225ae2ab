//! Random switches on random hostile text: what the map says against what the texts are.

use alloc::string::String;
use alloc::vec::Vec;

use unicode_segmentation::UnicodeSegmentation as _;

use super::*;
use crate::normalize::ops::{Composition, Digits, Elongation, Marks, PresentationForms, Tatweel};
use crate::normalize::tests::{
    CORE, Random, effort, forms_with_marks, normalizers, quiet_text, random_text, wide_normalizers,
};
use crate::simd::Tier;

/// All that must hold for every text under every set of switches.
fn check(normalizer: &Normalizer, text: &str) {
    let say = || alloc::format!("{} under {normalizer:?}", text.escape_unicode());
    let mapped = normalizer.normalize_mapped(text);
    let (result, map) = (mapped.text(), mapped.map());
    assert_eq!(result, normalizer.normalize(text), "{}", say());
    assert_eq!((map.input_len(), map.output_len()), (text.len(), result.len()));
    assert_eq!(matches!(mapped.text, Cow::Borrowed(_)), result == text, "{}", say());

    let by_passes = normalizer.mapped_by_passes(text);
    assert_eq!(mapped, by_passes, "{}", say());
    for tier in Tier::ALL.into_iter().filter(|tier| tier.is_available()) {
        assert_eq!(normalizer.clone().tier(tier).normalize_mapped(text), by_passes, "{tier:?} {}", say());
    }

    // As one window, so that cutting changes nothing.
    let mut window = Window::<Place>::new(&normalizer.switches);
    window.run(text);
    let mut recorder = Recorder::new();
    let items = window.result().iter().map(|item| (item.source.start..item.source.end, item.c.len_utf8()));
    recorder.rewritten(0, 0, items, text.len());
    assert_eq!(map, &recorder.finish(text.len(), result.len()), "{}", say());

    // Every character knows its own place, which is whole characters.
    let mut at = 0;
    for item in window.result() {
        let span = Span::new(item.source.start, item.source.end);
        assert!(!span.is_empty(), "{}", say());
        assert_eq!(map.source(at..at + item.c.len_utf8()), span, "{}", say());
        assert_eq!(mapped.source(at..at + 1), span, "{}", say());
        assert!(map.target(span).start <= at && map.target(span).end >= at + item.c.len_utf8(), "{}", say());
        at += item.c.len_utf8();
    }
    // What no character comes from is deleted.
    let mut used = alloc::vec![false; text.len()];
    for item in window.result() {
        used[item.source.start..item.source.end].fill(true);
    }
    for (at, used) in used.iter().enumerate() {
        assert_eq!(map.target(at..at + 1).is_empty(), !used, "{}", say());
    }
    let all = map.source(0..result.len());
    if !result.is_empty() {
        assert_eq!(Some(all.start), used.iter().position(|&used| used));
        assert_eq!(Some(all.end - 1), used.iter().rposition(|&used| used));
        assert_eq!(map.target(all), Span::new(0, result.len()));
    }

    changes(normalizer, &mapped);
    highlights(&mapped);
    units(&mapped);
}

/// The changes put into the original give the text, and one alone becomes what it became there.
fn changes(normalizer: &Normalizer, mapped: &Mapped<'_>) {
    let say = || alloc::format!("{} under {normalizer:?}", mapped.original.escape_unicode());
    let switches = &normalizer.switches;
    // Operations that look at neighbours which stay as they are. Some forms spell out to a tatweel.
    let has = |what: fn(char) -> bool| mapped.original.contains(what);
    let neighbours = switches.wide()
        || switches.elongation != Elongation::KEEP
        || (switches.tatweel != Tatweel::Keep && has(|c| matches!(c, 'ـ' | '\u{FB50}'..='\u{FEFC}')))
        || (switches.digits == Digits::Latin && has(|c| matches!(c, '٫' | '٬')))
        || has(|c| c == '\u{200D}');
    let mut rebuilt = String::new();
    let mut at = 0;
    for change in mapped.changes() {
        assert!(change.source.start > at || at == 0, "{}", say());
        rebuilt.push_str(Span::new(at, change.source.start).of(mapped.original));
        assert_eq!(rebuilt.len(), change.target.start, "{}", say());
        assert_eq!(change.original, change.source.of(mapped.original), "{}", say());
        assert_eq!(change.normalized, change.target.of(&mapped.text), "{}", say());
        assert_ne!(change.original, "", "{}", say());
        rebuilt.push_str(change.normalized);
        at = change.source.end;
        if !neighbours {
            assert_eq!(normalizer.normalize(change.original), change.normalized, "{change:?} in {}", say());
        }
    }
    rebuilt.push_str(Span::new(at, mapped.original.len()).of(mapped.original));
    assert_eq!(rebuilt, mapped.text(), "{}", say());
    // Each edit lies in one change.
    for edit in mapped.map.edits() {
        assert!(
            mapped.changes().any(|change| change.source.join(edit.source) == change.source),
            "{edit:?} in {}",
            say()
        );
    }
}

fn highlights(mapped: &Mapped<'_>) {
    let borders: Vec<usize> =
        mapped.original.grapheme_indices(true).map(|(at, _)| at).chain([mapped.original.len()]).collect();
    let chars: Vec<usize> = mapped.text.char_indices().map(|(at, _)| at).chain([mapped.text.len()]).collect();
    for (i, &start) in chars.iter().enumerate() {
        for &end in chars.iter().skip(i).take(4) {
            let (source, marked) = (mapped.source(start..end), mapped.highlight(start..end));
            assert!(borders.binary_search(&marked.start).is_ok(), "{mapped:?}");
            assert!(borders.binary_search(&marked.end).is_ok(), "{mapped:?}");
            assert_eq!(source.join(marked), marked, "{mapped:?}");
            // And no wider.
            assert!(borders.iter().rfind(|&&at| at <= source.start) == Some(&marked.start), "{mapped:?}");
            assert!(borders.iter().find(|&&at| at >= source.end) == Some(&marked.end), "{mapped:?}");
        }
    }
}

/// Characters and UTF-16 units, counted from the start.
fn units(mapped: &Mapped<'_>) {
    let chars: Vec<usize> = mapped.text.char_indices().map(|(at, _)| at).chain([mapped.text.len()]).collect();
    for (i, &start) in chars.iter().enumerate() {
        for (k, &end) in chars.iter().enumerate().skip(i).take(3) {
            let span = mapped.source(start..end);
            assert_eq!(mapped.source_chars(i..k), span.to_chars(mapped.original), "{mapped:?}");
            let utf16 = Span::new(start, end).to_utf16(&mapped.text);
            assert_eq!(mapped.source_utf16(utf16), span.to_utf16(mapped.original), "{mapped:?}");
        }
    }
}

#[test]
fn random_texts_and_what_their_maps_say() {
    let core: Vec<char> = CORE.chars().collect();
    let mut r = Random(21);
    for normalizer in normalizers(150 * effort()) {
        for _ in 0..150 {
            check(&normalizer, &random_text(&mut r, &core, 10));
        }
        for _ in 0..2 {
            check(&normalizer, &random_text(&mut r, &core, 120));
        }
    }
}

#[test]
fn quiet_texts_and_forms_and_what_their_maps_say() {
    // A mark that goes stands between two that change places.
    let letters = Normalizer::new()
        .presentation_forms(PresentationForms::Decompose)
        .composition(Composition::Nfc)
        .marks(Marks::ANNOTATION);
    check(&letters, "ﺍﻟ\u{651}\u{6D6}\u{64E}ﻌ");
    check(&letters, "ﺍﻟ\u{651}\u{64E}ﻌ");
    let mut r = Random(23);
    for normalizer in wide_normalizers(60 * effort()).iter().chain(&normalizers(60)) {
        for _ in 0..25 {
            check(normalizer, &forms_with_marks(&mut r));
            check(normalizer, &quiet_text(&mut r));
        }
    }
}

#[test]
fn positions_far_into_a_text() {
    let text = "قَلَمٌ a😀 ".repeat(400);
    let mapped = Normalizer::search().normalize_mapped(&text);
    let chars: Vec<usize> = mapped.text.char_indices().map(|(at, _)| at).collect();
    for i in (0..chars.len() - 2).step_by(7) {
        let span = mapped.source(chars[i]..chars[i + 2]);
        assert_eq!(mapped.source_chars(i..i + 2), span.to_chars(&text));
        let utf16 = Span::new(chars[i], chars[i + 2]).to_utf16(mapped.text());
        assert_eq!(mapped.source_utf16(utf16), span.to_utf16(&text));
    }
    // Half of a surrogate pair, and behind the end.
    let mapped = Normalizer::new().normalize_mapped("😀");
    assert_eq!((mapped.source_utf16(1..2), mapped.source_utf16(0..1)), (0..2, 0..2));
    assert_eq!(mapped.source_utf16(1..1), 0..0);
    assert_eq!((mapped.source_utf16(0..9), mapped.source_chars(5..9)), (0..2, 1..1));
}

#[test]
fn two_normalizers_in_a_row() {
    let core: Vec<char> = CORE.chars().collect();
    let mut r = Random(22);
    let all = normalizers(40);
    for _ in 0..4000 {
        let (first, second) = (&all[r.below(all.len())], &all[r.below(all.len())]);
        let text = random_text(&mut r, &core, 12);
        let a = first.normalize_mapped(&text);
        let b = second.normalize_mapped(a.text());
        let both = a.map().then(b.map());
        for (at, c) in b.text().char_indices() {
            let through = a.source(b.source(at..at + c.len_utf8()));
            assert_eq!(both.source(at..at + c.len_utf8()), through, "{a:?} {b:?}");
        }
    }
}

/// One grapheme of half a megabyte, tangled from end to end: no question may cost its square.
#[test]
fn a_heap_of_marks_is_no_trap() {
    let text = alloc::format!("ا{}", "\u{651}\u{64E}".repeat(100_000));
    let mapped = Normalizer::clean().normalize_mapped(&text);
    assert_eq!(mapped.map().size(), 200_001 * 32);
    assert_eq!(mapped.highlight(2..4), Span::new(0, text.len()));
    assert_eq!(mapped.changes().count(), 1);
    assert_eq!(mapped.map().then(&OffsetMap::identity(mapped.text().len())), *mapped.map());
}

#[test]
fn mapped_texts_can_be_sent_and_shared() {
    fn check<T: Send + Sync + Clone + Eq + fmt::Debug>() {}
    check::<Mapped<'_>>();
    check::<Change<'_>>();
}
