//! Prose in which no date, time or length of time is meant, in twelve genres: names that are months or
//! weekdays, streets and parties called after days, verbs such as مارس, codes, scores, scripture. No date
//! may be found in it.
#![allow(clippy::unwrap_used, missing_docs)]

use warraq::{Analyzer, Value};

fn texts() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/no_dates");
    let mut texts: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read_to_string(&path).unwrap(),
            )
        })
        .collect();
    texts.sort();
    texts
}

#[test]
fn prose_without_dates_has_none() {
    let texts = texts();
    let words: usize = texts.iter().map(|(_, text)| text.split_whitespace().count()).sum();
    assert!(texts.len() >= 10 && words >= 2000, "{} texts of {words} words", texts.len());
    let mut wrong = Vec::new();
    for (name, text) in &texts {
        for found in Analyzer::new().dates(text) {
            assert!(matches!(found.value(), Value::Date(_)));
            let start = found.span().start;
            let line = text[..start].lines().count();
            wrong.push(format!("{name}:{line}: {} {}", found.text(), found.value()));
        }
    }
    assert!(wrong.is_empty(), "{} of {words} words:\n{}", wrong.len(), wrong.join("\n"));
}
