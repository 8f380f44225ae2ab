//! All short texts there are: every character alone and between letters, every pair of Arabic ones, every
//! sequence of a few representatives, through every stage, against its laws and their oracles.
//!
//! `WARRAQ_EFFORT=2` (or more) adds the triples of U+0600–U+06FF and takes every pair through every stage.
#![cfg(feature = "std")]
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::{is_long, laws};
use unicode_normalization::UnicodeNormalization as _;
use unicode_properties::{GeneralCategory as Gc, UnicodeGeneralCategory as _};
use unicode_script::{Script, UnicodeScript as _};
use warraq::class::{CharClass, class_of};
use warraq::{ArabicText as _, Composition, Digits, Marks, Normalizer, Operation, PresentationForms};

/// Characters for which an option does something else than the oracle says.
fn differences(normalizer: &Normalizer, oracle: impl Fn(char) -> String) -> Vec<String> {
    let differs = |&c: &char| {
        let mut buffer = [0; 4];
        *normalizer.normalize(c.encode_utf8(&mut buffer)) != oracle(c)
    };
    (char::MIN..=char::MAX).filter(differs).map(|c| format!("{:04X}", c as u32)).collect()
}

/// The digits of Unicode, which stand in runs of ten.
fn decimal(c: char) -> Option<u32> {
    let is_digit = |c: char| c.general_category() == Gc::DecimalNumber;
    if !is_digit(c) {
        return None;
    }
    // Mathematical digits follow each other in five runs from U+1D7CE on.
    let code = u32::from(c);
    let start =
        (0..10).map(|back| code - back).take_while(|&c| char::from_u32(c).is_some_and(is_digit)).last();
    let start = if (0x1D7CE..0x1D800).contains(&code) { code - (code - 0x1D7CE) % 10 } else { start? };
    Some(code - start)
}

#[test]
fn each_option_on_every_scalar_value() {
    let new = Normalizer::new();
    assert_eq!(differences(&new, String::from), [""; 0]);
    let marks = differences(&new.clone().marks(Marks::ALL), |c| {
        let gc = c.general_category();
        let mark = c.script() == Script::Arabic || ('\u{64B}'..='\u{655}').contains(&c) || c == '\u{670}';
        let block = matches!(c, '\u{600}'..='\u{8FF}' | '\u{10EC0}'..='\u{10EFF}') && mark;
        if block && gc == Gc::NonspacingMark { String::new() } else { c.to_string() }
    });
    assert_eq!(marks, [""; 0]);
    let latin = differences(&new.clone().digits(Digits::LatinAll), |c| {
        decimal(c).map_or_else(|| c.to_string(), |value| value.to_string())
    });
    // The systems of scripts that an Arabic text does not hold are kept; ASCII is what it is.
    let kept = |hex: &String| {
        let c = char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap();
        class_of(c) == CharClass::DigitOther || matches!(c, '٪' | '٫' | '٬')
    };
    assert!(latin.iter().all(kept), "{latin:?}");
    let nfc = differences(&new.clone().composition(Composition::Nfc), |c| c.to_string().nfc().collect());
    assert_eq!(nfc, [""; 0]);
    let forms = differences(&new.presentation_forms(PresentationForms::Decompose), |c| {
        let form = matches!(c, '\u{FB50}'..='\u{FDEF}' | '\u{FE70}'..='\u{FEFE}');
        if form { c.to_string().nfkc().collect() } else { c.to_string() }
    });
    // Ligatures of words are another option's, and mathematical letters are symbols. Spacing marks become bare
    // marks, without the space or the tatweel that NFKC puts below them.
    let bare = |hex: &String| {
        let code = u32::from_str_radix(hex, 16).unwrap();
        matches!(code, 0xFC5E..=0xFC63 | 0xFE70..=0xFE7E)
    };
    assert!(forms.iter().all(bare), "{forms:?}");
}

#[test]
fn every_scalar_value_through_every_stage() {
    std::thread::scope(|scope| {
        for half in 0..2 {
            scope.spawn(move || common::scalars().skip(half).step_by(2).for_each(through_every_stage));
        }
    });
}

fn through_every_stage(c: char) {
    for text in [String::from(c), String::from_iter(['ب', c, 'ت', ' ', '1', c, '2'])] {
        for normalizer in [Normalizer::clean(), Normalizer::search(), Normalizer::ml()] {
            let result = normalizer.normalize(&text);
            assert_eq!(normalizer.normalize(&result), result, "{:04X}", c as u32);
        }
        let tokens: String = text.arabic_tokens().map(|t| t.text()).collect();
        let visible: String = text.split_whitespace().collect();
        assert_eq!(tokens, visible, "{:04X}", c as u32);
        let sentences: String = text.arabic_sentences().flat_map(|s| s.text().split_whitespace()).collect();
        assert_eq!(sentences, visible, "{:04X}", c as u32);
        for entity in text.arabic_numbers().chain(text.arabic_dates()) {
            assert!(text.get(entity.span().start..entity.span().end).is_some());
        }
    }
}

fn arabic() -> Vec<char> {
    (char::MIN..=char::MAX)
        .filter(|c| c.script() == Script::Arabic || ('\u{600}'..='\u{6FF}').contains(c))
        .collect()
}

#[test]
fn every_pair_of_arabic_characters() {
    let all = arabic();
    assert!(all.len() > 1_400, "{}", all.len());
    let mut text = String::new();
    let search = Normalizer::search();
    for (i, &a) in all.iter().enumerate() {
        for (j, &b) in all.iter().enumerate() {
            // The gate takes every third pair, the long run all.
            if !is_long() && (i + j) % 3 != 0 {
                continue;
            }
            text.clear();
            text.extend([a, b]);
            let once = search.normalize(&text);
            assert_eq!(search.normalize(&once), once, "{}", text.escape_unicode());
            let tokens: usize = text.arabic_tokens().map(|t| t.text().len()).sum();
            assert_eq!(tokens, text.len(), "{}", text.escape_unicode());
            if is_long() {
                laws::offsets(&search, &text);
                laws::sentences(&text);
                laws::analyze(&text);
            }
        }
    }
}

#[test]
fn every_triple_of_the_arabic_block() {
    if !is_long() {
        return;
    }
    let mut text = String::new();
    let normalizers = [Normalizer::search(), Normalizer::clean()];
    for a in '\u{600}'..='\u{6FF}' {
        for b in '\u{600}'..='\u{6FF}' {
            for c in '\u{600}'..='\u{6FF}' {
                text.clear();
                text.extend([a, b, c]);
                for normalizer in &normalizers {
                    let once = normalizer.normalize(&text);
                    assert_eq!(normalizer.normalize(&once), once, "{}", text.escape_unicode());
                }
            }
        }
    }
}

/// Calls with every sequence of `len` of these.
fn sequences(of: &[char], len: usize, mut call: impl FnMut(&str)) {
    let mut places = vec![0; len];
    loop {
        call(&places.iter().map(|&place| of[place]).collect::<String>());
        let Some(at) = places.iter().rposition(|&place| place + 1 < of.len()) else { return };
        places[at] += 1;
        places[at + 1..].fill(0);
    }
}

#[test]
fn four_of_every_class() {
    let all: Vec<Normalizer> = [Normalizer::clean(), Normalizer::search(), Normalizer::ml()]
        .into_iter()
        .chain([Operation::ALL.iter().copied().collect::<Normalizer>()])
        .collect();
    let mut count = 0;
    let representatives = [
        'ب', 'ا', 'و', 'ه', '\u{64B}', '\u{651}', '\u{640}', '\u{200C}', '\u{200F}', '١', '7', '.', '،', '(',
        ' ', 'a',
    ];
    sequences(&representatives, 4, |text| {
        count += 1;
        let normalizer = &all[count % all.len()];
        let once = normalizer.normalize(text);
        assert_eq!(normalizer.normalize(&once), once, "{}", text.escape_unicode());
        if is_long() || count % 4 == 0 {
            laws::offsets(normalizer, text);
            laws::tokens(text);
            laws::sentences(text);
            laws::analyze(text);
        }
    });
    assert_eq!(count, 65_536);
}

#[test]
fn six_of_letter_mark_digit_stop_space() {
    let mut count = 0;
    sequences(&['ب', '\u{650}', '٢', '.', ' '], 6, |text| {
        count += 1;
        laws::tokens(text);
        laws::sentences(text);
        if is_long() || count % 4 == 0 {
            laws::numbers(text);
            laws::analyze(text);
        }
    });
    assert_eq!(count, 15_625);
}
