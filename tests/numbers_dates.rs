//! Every case of `tests/data/numbers-dates.tsv`, spans and values.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use serde_json::Value as Json;
use warraq::{Analyzer, CivilDate, Context, Profiles};

#[test]
fn cases() {
    let table = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/numbers-dates.tsv"))
        .unwrap();
    let context = Context::new().reference(CivilDate::new(2023, 1, 23).unwrap());
    let mut failed = Vec::new();
    let (mut p0, mut p0_passed, mut all, mut all_passed) = (0, 0, 0, 0);
    for line in table.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let (id, priority, options, text, expected) = (fields[0], fields[1], fields[2], fields[3], fields[4]);
        let mut analyzer = Analyzer::new();
        match options.trim_matches(['{', '}']) {
            "" => {}
            "dialect" => analyzer = analyzer.profiles(Profiles::DIALECT),
            "classical" => analyzer = analyzer.profiles(Profiles::CLASSICAL),
            region => analyzer = analyzer.region(region.strip_prefix("r:").unwrap().parse().unwrap()),
        }
        let found: Vec<(usize, usize, String)> = analyzer
            .entities(text)
            .map(|e| {
                let resolved = e.resolve(&context).map(|r| format!(" => {r}")).unwrap_or_default();
                (e.span().start, e.span().end, format!("{}{resolved}", e.value()))
            })
            .collect();
        let expected: Vec<(usize, usize, String)> = serde_json::from_str::<Json>(expected)
            .unwrap()
            .as_array()
            .unwrap()
            .iter()
            .map(|e| {
                let at = |key: &str| usize::try_from(e[key].as_u64().unwrap()).unwrap();
                (at("start"), at("end"), e["value"].as_str().unwrap().to_owned())
            })
            .collect();
        // A value that is given without its resolution may have one.
        let agrees = found.len() == expected.len()
            && found.iter().zip(&expected).all(|(f, e)| {
                let value =
                    if e.2.contains(" => ") { f.2.as_str() } else { f.2.split(" => ").next().unwrap() };
                f.0 == e.0 && f.1 == e.1 && value == e.2
            });
        all += 1;
        all_passed += usize::from(agrees);
        if priority == "P0" {
            p0 += 1;
            p0_passed += usize::from(agrees);
        }
        if !agrees {
            failed.push(format!("{id} {text}\n   found    {found:?}\n   expected {expected:?}"));
        }
    }
    println!("numbers-dates: {all_passed} of {all}, P0 {p0_passed} of {p0}");
    assert!(failed.is_empty(), "{} of {all} fail:\n{}", failed.len(), failed.join("\n"));
}

/// The values of one text, or `-`.
fn values(text: &str) -> String {
    let found: Vec<String> = Analyzer::new().entities(text).map(|e| e.value().to_string()).collect();
    if found.is_empty() { "-".to_owned() } else { found.join(" ; ") }
}

fn value_cases() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("data/values.tsv").lines().filter(|l| !l.starts_with('#')).map(|line| {
        let mut fields = line.split('\t');
        (fields.next().unwrap(), fields.next().unwrap())
    })
}

/// Traps of ordinary prose, each with its reason in the file.
#[test]
fn value_cases_hold() {
    let wrong: Vec<String> = value_cases()
        .filter(|&(text, expected)| values(text) != expected)
        .map(|(text, expected)| format!("{text}\n   found    {}\n   expected {expected}", values(text)))
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Canonically equivalent texts say the same.
#[test]
fn decomposed_texts_have_the_same_values() {
    use unicode_normalization::UnicodeNormalization as _;
    let table = include_str!("data/numbers-dates.tsv").lines().skip(1).map(|l| l.split('\t').nth(3).unwrap());
    for text in table.chain(value_cases().map(|c| c.0)) {
        let decomposed: String = text.nfd().collect();
        assert_eq!(values(&decomposed), values(text), "{text}");
    }
}

/// A chain of years, each licensed by the one before, is asked for each year once: with two questions for each, these would
/// take longer than anybody waits.
#[test]
fn chained_years_end() {
    let links: Vec<_> = (1901..2045).map(|year| format!("ودقة {year}")).collect();
    let text = format!("منذ 1900 {}", links.join(" "));
    let years = Analyzer::new().entities(&text).count();
    assert_eq!(years, 145);
}

/// What stands far before changes nothing, wherever the window of items is cut: the values behind so many words in a line of
/// their own are those of the text alone, also of long lines, in which rules look back far.
#[test]
fn what_was_read_long_before_changes_nothing() {
    /// The window is cut every so many items.
    const ITEMS: usize = 384;
    let rows: Vec<&str> = value_cases().map(|(text, _)| text).collect();
    let lines = rows.chunks(6).map(|rows| rows.join(" ، "));
    let years = |joint: &str| format!("في {}", vec!["2001"; 60].join(joint));
    for (row, text) in lines.chain([years(" أو "), years(" و")]).enumerate() {
        let expected = values(&text);
        let items = text.split_whitespace().count() + 2;
        // Cuts inside the text, and right before and behind it; every text at a few of these places.
        for step in 0..8 {
            let words = ITEMS.saturating_sub((row + step * items.div_ceil(8)) % items);
            let filler = "كلمة ".repeat(words);
            assert_eq!(values(&format!("{filler}\n{text}")), expected, "{words} words before {text}");
        }
    }
}

/// A line end stands between a number and what is no unit of it.
#[test]
fn units_do_not_stand_on_another_line() {
    use warraq::ArabicText as _;
    let unit = |text: &str| text.arabic_numbers().next().unwrap().unit().map(|unit| unit.text().to_owned());
    assert_eq!(unit("بلغ العدد 100\n$50 كانت الكلفة"), None);
    assert_eq!(unit("بلغ العدد 100\nkm"), None);
    assert_eq!(unit("السعر بالـ USD\n100 قطعة"), None);
    assert_eq!(unit("بلغ العدد 100 km").as_deref(), Some("km"));
    assert_eq!(unit("حمولته 20kg").as_deref(), Some("kg"));
    assert_eq!(unit("بسعر USD1,500").as_deref(), Some("USD"));
}
