//! Search terms: which forms of a word meet, and which words stay apart.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use common::Random;
use warraq::{LetterCase, SearchTerms, Stemming, StopWords};

fn term(word: &str) -> String {
    SearchTerms::new().term(word).into_owned()
}

#[test]
fn forms_of_a_word_meet() {
    for forms in [
        &["كتاب", "الكتاب", "والكتاب", "بكتابها", "لِكِتَابِهِمْ", "كتابي", "كـتـاب"][..],
        &["حكومة", "الحكومة", "حكومته", "وللحكومة", "حكومات", "حكوماتهم"],
        &["وزراء", "الوزراء", "وزرائهم", "وزراؤهم", "وزراءهم"],
        &["حياة", "حياته", "والحياة"],
        &["إجراء", "إجراءات", "الإجراءات", "إجراءاتهم"],
        &["مدينة", "مدينتين", "المدينتان", "مدينتنا"],
        &["مدرسة", "مدرستي"],
        &["معنى", "معناه", "المعنى"],
        &["لقاء", "للقائه", "وللقاء"],
        &["كتاب", "ﺍﻟﻜﺘﺎﺏ", "ﻟﻠﻜﺘﺎﺏ"],
        &["اقتصاد", "اﻻقتصاد"],
        &["الله", "لله", "والله", "ولله", "بالله"],
        &["لقاء", "لقائه", "واللقاء"],
        &["لغة", "لغات", "باللغة", "لغته", "بلغتهم", "لغتنا"],
        &["جهة", "جهتهم", "جهات"],
        &["بيت", "بيته", "بيتنا"],
        &["معلم", "معلمون", "المعلمين", "معلمة", "معلمات"],
        &["مصري", "المصرية", "مصريون"],
        &["طالب", "طالبًا", "طالباً", "للطالبات"],
    ] {
        for form in forms {
            assert_eq!(term(form), term(forms[0]), "{form}");
        }
    }
}

#[test]
fn what_only_looks_alike_stays_apart() {
    assert_eq!(term("ألمانيا"), "المانيا");
    assert_eq!(term("وردة"), "ورد");
    assert_eq!(term("كرسي"), "كرس");
    assert_ne!(term("ألف"), term("ف"));
    assert_ne!(term("والد"), term("لد"));
    assert_eq!(term("بيان"), "بيان");
    assert_eq!(term("دين"), "دين");
}

/// What is no one token is normalized only.
#[test]
fn terms_of_more_than_one_word() {
    assert_eq!(term("عبد الله"), "عبد الله");
    assert_eq!(term("المدرسةِ الكبيرة"), "المدرسه الكبيره");
}

#[test]
fn what_is_indexed() {
    let terms =
        |text: &str| SearchTerms::new().terms(text).map(|t| t.into_term().into_owned()).collect::<Vec<_>>();
    assert_eq!(terms("في MP3 ٢٠٢٤م، #وسم_عربي 😀 a@b.co!"), ["MP3", "2024", "م", "#وسم_عربي", "a@b.co"]);
    assert_eq!(terms("وهذا إليهم منذ وكان للذين"), Vec::<String>::new());
    assert_eq!(terms("الحمد لله على محمد علي"), ["حمد", "الله", "محمد", "علي"]);
    let lower = SearchTerms::new().letter_case(LetterCase::Lower);
    let found: Vec<_> = lower.terms("CAFE\u{301} Café １٢").map(warraq::Term::into_term).collect();
    assert_eq!(found, ["café", "café", "12"]);
    assert_eq!(terms("١٬٢٣٤٫٥"), ["1,234.5"]);
    assert_eq!(terms("أحد منهم جاء يوم الأحد"), ["جاء", "يوم", "احد"]);
    assert_eq!(terms("\u{FC60}"), Vec::<String>::new());
    assert_eq!((lower.term("Cairo").as_ref(), term("Cairo").as_str()), ("cairo", "Cairo"));
    let keep = SearchTerms::new().stop_words(StopWords::Keep).stemming(Stemming::None);
    let kept: Vec<_> = keep.terms("وهذا كتاب").map(|t| (t.is_stop_word(), t.term().to_owned())).collect();
    assert_eq!(kept, [(true, "وهذا".to_owned()), (false, "كتاب".to_owned())]);
}

/// Spans are those of the tokens, whatever the options; no term is longer than what it was made of, but for
/// case.
#[test]
fn spans_are_those_of_the_text() {
    let mut random = Random::new(13);
    for _ in 0..20_000 {
        let text = random.text(16);
        for stemming in [Stemming::None, Stemming::Clitics, Stemming::Light] {
            let mut end = 0;
            for term in SearchTerms::new().stemming(stemming).terms(&text) {
                assert!(term.span().start >= end, "{text:?}");
                assert_eq!(term.text(), term.span().of(&text), "{text:?}");
                end = term.span().end;
            }
        }
    }
}

/// The light10 stems of Lucene and Bleve, from the folder `WARRAQ_CASES`.
#[test]
fn light10_stems_of_other_projects() {
    let Some(folder) = std::env::var_os("WARRAQ_CASES") else {
        eprintln!("skipped: WARRAQ_CASES is not set");
        return;
    };
    let path = std::path::Path::new(&folder).join("external/normalization.jsonl");
    let (mut right, mut all) = (0, 0);
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        if case["op"] == "lucene_light10_stem" {
            let (input, expected) = (case["input"].as_str().unwrap(), case["expected"].as_str().unwrap());
            all += 1;
            if term(input) == expected {
                right += 1;
            } else {
                println!("{input} {} for {expected}", term(input));
            }
        }
    }
    println!("light10: {right} of {all}");
    assert_eq!((right, all), (49, 49));
}

#[test]
fn the_ligature_of_allah_is_the_word() {
    let terms = SearchTerms::new();
    assert_eq!(terms.term("ﷲ"), terms.term("الله"));
    assert_eq!(terms.terms("بسم ﷲ").last().unwrap().term(), terms.terms("بسم الله").last().unwrap().term());
}
