//! A real news page: exactly its sentences, its numbers and its dates, and nothing else.
#![allow(clippy::unwrap_used, missing_docs)]

use warraq::{Analyzer, CivilDate, Context, Finding, Layers};

#[test]
fn the_page_is_read_as_a_person_reads_it() {
    let page = include_str!("data/news-page.txt");
    let context = Context::new().reference(CivilDate::new(2023, 1, 23).unwrap());
    let mut expected = Vec::new();
    for line in include_str!("data/news-page.expected.tsv").lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let (start, end): (usize, usize) = (fields[1].parse().unwrap(), fields[2].parse().unwrap());
        assert_eq!(&page[start..end], fields[4]);
        expected.push((fields[0], start, end, fields[3].to_owned()));
    }
    expected.sort_by_key(|f| (f.1, f.0 == "entity"));
    let layers = Layers::SENTENCES.with(Layers::ENTITIES);
    let found: Vec<_> = Analyzer::new()
        .layers(layers)
        .analyze(page)
        .zip(&expected)
        .map(|(finding, (.., value))| {
            let span = finding.span();
            let mut ours = String::new();
            if let Finding::Entity(entity) = &finding {
                ours = entity.value().to_string();
                // An absolute value is listed without what it resolves to.
                if value.contains(" => ") {
                    ours = format!("{ours} => {}", entity.resolve(&context).unwrap());
                }
            }
            (finding.layer(), span.start, span.end, ours)
        })
        .collect();
    assert_eq!(found, expected);
    assert_eq!(Analyzer::new().layers(layers).analyze(page).count(), 25);
    assert_eq!(found.iter().filter(|f| f.0 == "sentence").count(), 18);
}
