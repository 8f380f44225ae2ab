//! Every spelling finds the text, and what is marked is the text as it was written.

use std::path::Path;

use warraq_search::{Paragraphs, marked};

fn found(query: &str) -> Vec<String> {
    let paragraphs = Paragraphs::new(None).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("texts");
    assert_eq!(paragraphs.add_folder(&folder).unwrap(), 5);
    let hits = paragraphs.search(query, 10).unwrap();
    hits.iter().map(|hit| marked(&hit.snippet, "[", "]")).collect()
}

fn finds(query: &str, marked: &str) {
    let hits = found(query);
    assert!(hits.iter().any(|hit| hit.contains(marked)), "{query}: {hits:?}");
}

#[test]
fn marks_and_seats_of_hamza_do_not_matter() {
    finds("العربيه", "إِنَّ [الْعَرَبِيَّةَ] بَحْرٌ");
    finds("الاسبوع", "[الأسبوع] الماضي");
    finds("الوزيره", "[الوزيرة]");
}

#[test]
fn clitics_do_not_matter() {
    finds("كتاب", "[وَالْكِتَابِ]");
    finds("كتاب", "معرض [الكتاب]");
    finds("للكتاب", "معرض [الكتاب]");
}

#[test]
fn digits_do_not_matter() {
    finds("123", "[١٢٣]");
    finds("٤٥", "[45]");
}

/// tantivy's own pipeline drops words of more than 40 bytes.
#[test]
fn long_words_are_found() {
    let word = "أَفَاسْتَسْقَيْنَاكُمُوهَا";
    assert!(word.len() > 40, "{}", word.len());
    finds("أفاستسقيناكموها", &format!("[{word}]"));
}

#[test]
fn phrases_and_capitals() {
    finds("\"معرض الكتاب\"", "[معرض] [الكتاب]");
    assert!(found("\"الكتاب معرض\"").is_empty());
    finds("cairo", "[Cairo]");
    assert!(found("غائب").is_empty());
}

#[test]
fn an_index_on_disk_is_opened_again() {
    let folder = std::env::temp_dir().join(format!("warraq-search-{}", std::process::id()));
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("texts");
    Paragraphs::new(Some(&folder)).unwrap().add_folder(&texts).unwrap();
    let hits = Paragraphs::new(Some(&folder)).unwrap().search("العربية", 10).unwrap();
    assert_eq!(hits.len(), 1);
    std::fs::remove_dir_all(folder).unwrap();
}
