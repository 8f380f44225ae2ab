//! Cases of other projects: each operation of theirs by the switches that mean the same here.
//!
//! Reads `external/*.jsonl` in the folder that the environment variable `WARRAQ_CASES` names; without
//! it the tests say that they were skipped. The texts of the cases are not ours to copy, so that
//! exceptions are named by the operation and the place of the case among those of that operation.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::HashMap;
use std::path::PathBuf;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;
use warraq::class::{CharClass, class_of};
use warraq::{
    Alef, AlefMaqsura, Composition, DaggerAlef, Digits, Elongation, HamzaSeats, LookAlikes, Marks,
    Normalizer, Phrases, PresentationForms, Spaces, Tatweel, TehMarbuta,
};

/// What an operation of another project is here.
enum Here {
    Switches(Normalizer),
    /// The same, and their function also trims.
    Trimmed(Normalizer),
    /// The same letters, which are compared as keys for a search: the marks that are left differ.
    SameKey(Normalizer),
    /// Not a part of normalization; why.
    Not(&'static str),
}

use Here::{Not, SameKey, Switches, Trimmed};

const REMOVAL: &str = "takes away letters, digits, punctuation or emoji: not normalization but selection";
const ENTITIES: &str = "takes away addresses, handles or markup, which tokens tell apart";
const STEMS: &str = "stems and stop words";
const WORDS: &str = "writes numbers in words";

fn here(operation: &str, input: &str) -> Here {
    let none = Normalizer::new();
    let forms = none.clone().presentation_forms(PresentationForms::Decompose);
    let charabia = none
        .clone()
        .tatweel(Tatweel::Delete)
        .alef(Alef::Fold)
        .alef_maqsura(AlefMaqsura::Yeh)
        .teh_marbuta(TehMarbuta::Heh);
    match operation {
        "lucene_arabic_normalize" => Switches(Normalizer::lucene()),
        "charabia_arabic" => Switches(charabia),
        "lucene_persian_normalize" => Switches(none.look_alikes(LookAlikes::Fold).marks(Marks::HAMZA)),
        "lucene_light10_stem" | "lucene_arabic_analyzer" => Not(STEMS),

        "maha.normalize alef" => Switches(none.alef(Alef::Fold)),
        "maha.normalize lam_alef" => Switches(forms.alef(Alef::Fold)),
        "maha.normalize_lam_alef" => Switches(forms),
        "maha.normalize waw" => Switches(none.hamza_seats(HamzaSeats::Carrier)),
        "maha.normalize yeh" => {
            Switches(none.hamza_seats(HamzaSeats::Carrier).alef_maqsura(AlefMaqsura::Yeh))
        }
        "maha.normalize teh_marbuta" => Switches(none.teh_marbuta(TehMarbuta::Heh)),
        "maha.arabic_numbers_to_english" => Switches(none.digits(Digits::Latin)),
        "maha.remove harakat" | "maha.remove_harakat" => Trimmed(none.marks(Marks::TASHKEEL)),
        "maha.remove_all_harakat" => Trimmed(none.marks(Marks::ALL)),
        "maha.remove tatweel" | "maha.remove_tatweel" => Trimmed(none.tatweel(Tatweel::Delete)),
        "tnkeeh._remove_diacritics" => Switches(none.marks(Marks::ALL)),

        repeated if repeated.contains("repeated") => {
            if !input.chars().any(|c| class_of(c) == CharClass::ArabicLetter) {
                return Not("shortens runs of Latin letters; here only those of Arabic letters");
            }
            match repeated {
                "maha.reduce_repeated_substring min_repeated=3 reduce_to=2"
                | "tnkeeh._remove_repeated_chars" => Switches(none.elongation(Elongation::SHORTEN)),
                other => panic!("{other} on Arabic letters"),
            }
        }

        // Their limit for a run of spaces is a number; here it is one.
        "maha.remove_extra_spaces 2" | "maha.remove_extra_spaces 5" => Not("leaves several spaces"),
        "maha.remove_extra_spaces"
        | "maha.remove_extra_spaces 1"
        | "tnkeeh._remove_extra_spaces"
        | "maha.normalize spaces" => Switches(none.spaces(Spaces::Collapse)),
        // Their rial sign has an Arabic yeh, that of Unicode a Farsi one.
        "maha.normalize ligatures" => Switches(none.phrases(Phrases::Expand).look_alikes(LookAlikes::Fold)),
        "maha.normalize all" => Switches(
            none.phrases(Phrases::Expand)
                .alef(Alef::Fold)
                .alef_maqsura(AlefMaqsura::Yeh)
                .hamza_seats(HamzaSeats::Carrier)
                .teh_marbuta(TehMarbuta::Heh),
        ),
        small if small.starts_with("maha.normalize_small_alef") => {
            SameKey(none.dagger_alef(DaggerAlef::Promote))
        }

        words if words.starts_with("maha.numbers_to_text") => Not(WORDS),
        "maha.remove emojis" | "maha.remove arabic_ligatures" => Not(REMOVAL),
        connect if connect.starts_with("maha.connect_single_letter_word") => {
            Not("writes a word of one letter together with the next")
        }
        markup
            if ["hashtags", "mentions", "links", "emails", "hash_keep_tag", "html", "twitter"]
                .iter()
                .any(|what| markup.contains(what)) =>
        {
            Not(ENTITIES)
        }
        "tnkeeh._remove_special_chars" => Not(REMOVAL),
        removal if removal.starts_with("maha.remove") || removal.starts_with("maha.keep") => Not(REMOVAL),
        other => panic!("{other}: say what this is here"),
    }
}

/// Cases whose expectation is wrong: operation, number of the case among those of the operation from 0,
/// the reason.
const EXCEPTIONS: [(&str, usize, &str); 5] = [
    ("maha.normalize ligatures", 7, "the ligature says صلعم, by its name and decomposition in Unicode"),
    ("maha.normalize spaces", 2, "a run becomes one space; what has no width is an invisible control"),
    ("maha.normalize all", 1, "its source leaves the yeh out, which the name of the operation does not say"),
    ("maha.normalize_small_alef True False", 1, "إله is written without alef to this day"),
    ("maha.normalize_small_alef True True", 0, "no spelling has ىا for a final ى"),
];

fn cases(file: &str) -> Option<Vec<Value>> {
    let Some(folder) = std::env::var_os("WARRAQ_CASES").map(PathBuf::from) else {
        eprintln!("skipped: WARRAQ_CASES is not set");
        return None;
    };
    let path = folder.join("external").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

#[test]
fn operations_of_other_projects() {
    let Some(cases) = cases("normalization.jsonl") else { return };
    let mut numbers = HashMap::<String, usize>::new();
    let mut left = HashMap::<&str, usize>::new();
    let (mut checked, mut wrong) = (0, Vec::new());
    for case in &cases {
        let operation = case["op"].as_str().unwrap();
        let input = case["input"].as_str().unwrap();
        let number = numbers.entry(operation.to_owned()).or_default();
        let expected = case["expected"].as_str();
        let (result, expected) = match here(operation, input) {
            Switches(normalizer) => (normalizer.normalize(input).into_owned(), expected.unwrap().to_owned()),
            Trimmed(normalizer) => {
                (normalizer.normalize(input).trim().to_owned(), expected.unwrap().to_owned())
            }
            SameKey(normalizer) => {
                let key = |text: &str| Normalizer::search().normalize(text).into_owned();
                (key(&normalizer.normalize(input)), key(expected.unwrap()))
            }
            Not(reason) => {
                *left.entry(reason).or_default() += 1;
                continue;
            }
        };
        let listed = EXCEPTIONS.iter().any(|&(op, at, _)| (op, at) == (operation, *number));
        if (result == expected) == listed {
            wrong.push(format!("{operation} {number}: {input:?} gives {result:?}, not {expected:?}"));
        }
        *number += 1;
        checked += 1;
    }
    for (reason, count) in &left {
        println!("{count} left out: {reason}");
    }
    println!("{checked} checked, {} of them exceptions", EXCEPTIONS.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(EXCEPTIONS.len() * 50 <= checked);
    assert_eq!(checked + left.values().sum::<usize>(), cases.len());
}

/// NFC from the composed, the decomposed and the given form; NFKC of the presentation forms, but for
/// the ones that `PresentationForms` names.
#[test]
fn composition_is_that_of_unicode() {
    let Some(cases) = cases("unicode_normalization_arabic.jsonl") else { return };
    let nfc = Normalizer::new().composition(Composition::Nfc);
    let forms = nfc.clone().presentation_forms(PresentationForms::Decompose);
    let (mut as_nfkc, mut kept) = (0, 0);
    for case in &cases {
        let input = case["input"].as_str().unwrap();
        let expected = |form: &str| case["expected"][form].as_str().unwrap();
        for text in [input, expected("nfc"), expected("nfd")] {
            assert_eq!(nfc.normalize(text), expected("nfc"), "{}", text.escape_unicode());
        }
        // A space with a mark for an isolated mark, phrases, compatibility characters that are no forms.
        let other = |c: char| {
            let text = c.to_string();
            let changes = forms.normalize(&text) != *text;
            let is_form = class_of(c) == CharClass::ArabicForm && changes && c.nfkc().all(|c| c != ' ');
            !is_form && c.nfkc().ne(c.nfc())
        };
        if input.chars().any(other) {
            kept += 1;
        } else {
            assert_eq!(forms.normalize(input), expected("nfkc"), "{}", input.escape_unicode());
            as_nfkc += 1;
        }
    }
    println!("{} cases; {as_nfkc} as NFKC, {kept} with exceptions to it", cases.len());
}
