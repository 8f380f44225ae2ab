//! What is done with one document.

use std::collections::BTreeMap;
use std::sync::Arc;

use siphasher::sip128::{Hasher128 as _, SipHasher24};
use std::hash::Hasher as _;
use warraq::class::{CharClass, NumeralSystem, class_of};
use warraq::{Analyzer, ArabicText as _, Context, Normalizer};

use crate::input::Raw;

/// A cleaned document.
pub struct Document {
    pub source: Arc<str>,
    pub sentences: Vec<String>,
    /// Of its normalized form: equal for documents that differ in marks, digits and spaces only.
    pub key: u128,
    pub counts: Counts,
}

/// What there was, for the summary.
#[derive(Clone, Default)]
pub struct Counts {
    pub characters: u64,
    pub sentences: u64,
    pub numbers: u64,
    pub systems: BTreeMap<String, u64>,
    pub years: BTreeMap<i32, u64>,
    pub normalized: BTreeMap<String, u64>,
}

pub fn clean(raw: Raw, normalizer: &Normalizer) -> Document {
    let mut counts = Counts { characters: raw.text.chars().count() as u64, ..Counts::default() };
    let mapped = normalizer.normalize_mapped(&raw.text);
    for change in mapped.changes() {
        let class = change.original.chars().next().map_or(CharClass::Unassigned, class_of);
        *counts.normalized.entry(name(class).to_owned()).or_default() += 1;
    }
    let text = mapped.text();
    let sentences: Vec<String> = text.arabic_sentences().map(|sentence| sentence.text().to_owned()).collect();
    counts.sentences = sentences.len() as u64;
    for c in text.chars() {
        if let Some(system) = class_of(c).numeral_system() {
            *counts.systems.entry(system_name(system)).or_default() += 1;
        }
    }
    for entity in Analyzer::new().entities(text) {
        match entity.resolve(&Context::new()) {
            Ok(resolved) => *counts.years.entry(resolved.start().year()).or_default() += 1,
            Err(_) => counts.numbers += 1,
        }
    }
    let key = Normalizer::search().normalize(text);
    let mut hasher = SipHasher24::new();
    for word in key.split_whitespace() {
        hasher.write(word.as_bytes());
        hasher.write_u8(b' ');
    }
    Document { source: raw.source, sentences, key: hasher.finish128().as_u128(), counts }
}

fn system_name(system: NumeralSystem) -> String {
    system.as_str().to_owned()
}

/// What a change was made of.
fn name(class: CharClass) -> &'static str {
    match class {
        CharClass::Tatweel => "tatweel",
        CharClass::ArabicForm | CharClass::ArabicFormMark => "presentation forms",
        class if class.is_invisible() => "invisible characters",
        CharClass::Zwnj | CharClass::Zwj => "joiners",
        class if class.is_mark() => "marks",
        class if class.is_whitespace() => "spaces",
        class if class.is_digit() => "digits",
        class if class.is_letter() => "letters",
        _ => "others",
    }
}
