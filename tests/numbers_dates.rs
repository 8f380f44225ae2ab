//! Every case of `tests/data/numbers-dates.tsv`, spans and values.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use serde_json::Value as Json;
use warraq::{Analyzer, CivilDate, Context};

/// The cases that do not pass yet, by identifier. The numerals and dates issue empties this list.
const EXCEPTIONS: &[&str] = &[
    // The dialect profile comes with that issue.
    "B-34", "B-35", "B-37",
];

#[test]
fn cases() {
    let table = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/numbers-dates.tsv"))
        .unwrap();
    let context = Context::new().reference(CivilDate::new(2023, 1, 23).unwrap());
    let mut failed = Vec::new();
    let mut passed_exceptions = Vec::new();
    let (mut p0, mut p0_passed, mut all, mut all_passed) = (0, 0, 0, 0);
    for line in table.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let (id, priority, options, text, expected) = (fields[0], fields[1], fields[2], fields[3], fields[4]);
        let mut analyzer = Analyzer::new();
        if let Some(region) = options.strip_prefix("{r:") {
            analyzer = analyzer.region(region.trim_end_matches('}').parse().unwrap());
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
        match (agrees, EXCEPTIONS.contains(&id)) {
            (true, true) => passed_exceptions.push(id),
            (false, false) => {
                failed.push(format!("{id} {text}\n   found    {found:?}\n   expected {expected:?}"));
            }
            _ => {}
        }
    }
    println!("numbers-dates: {all_passed} of {all}, P0 {p0_passed} of {p0}");
    assert!(failed.is_empty(), "{} of {all} fail:\n{}", failed.len(), failed.join("\n"));
    assert!(passed_exceptions.is_empty(), "these pass and are still listed: {passed_exceptions:?}");
}
