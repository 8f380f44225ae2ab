//! What every stage of warraq says of a text, as one hash: for a host that can run tests, and for one that can only
//! call functions, which is what `wasm32-unknown-unknown` is.

use std::cell::RefCell;
use std::fmt::{self, Debug, Write as _};

use warraq::{
    Analyzer, ArabicText as _, Chunker, CivilDate, CliticScheme, CliticSegmenter, Context, Mode, Normalizer,
    Profiles, SearchTerms, SentenceRules, SentenceSplitter,
};

/// FNV-1a of all that is written to it.
struct Hash(u64);

impl fmt::Write for Hash {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
        Ok(())
    }
}

impl Hash {
    fn add(&mut self, said: impl Debug) {
        // A hash takes everything.
        let _ = writeln!(self, "{said:?}");
    }
}

/// What normalization, tokens, clitics, search terms, sentences, chunks and entities make of `text`.
pub fn hash(text: &str) -> u64 {
    let mut hash = Hash(0xcbf2_9ce4_8422_2325);
    let presets = [Normalizer::clean(), Normalizer::search()];
    for normalizer in presets {
        hash.add(normalizer.normalize(text));
        let mapped = normalizer.normalize_mapped(text);
        hash.add(mapped.text());
        for (at, _) in mapped.text().char_indices() {
            hash.add(mapped.source(at..at));
        }
    }
    for token in text.arabic_tokens() {
        hash.add(token);
    }
    for segment in CliticSegmenter::new().segments(text, CliticScheme::Full) {
        hash.add(segment);
    }
    for term in SearchTerms::new().terms(text) {
        hash.add(term.term());
    }
    for rules in [SentenceRules::Arabic, SentenceRules::Uax29] {
        for sentence in SentenceSplitter::new().rules(rules).sentences(text) {
            hash.add(sentence);
        }
    }
    for chunk in Chunker::max_chars(40).chunks(text) {
        hash.add(chunk);
    }
    let profiles = Profiles::CLASSICAL.with(Profiles::DIALECT);
    let context = CivilDate::new(2024, 3, 1).map(|day| Context::new().reference(day)).unwrap_or_default();
    for mode in [Mode::Strict, Mode::Balanced, Mode::Recall] {
        for entity in Analyzer::new().mode(mode).profiles(profiles).entities(text) {
            hash.add(&entity);
            hash.add(entity.resolve(&context));
        }
    }
    hash.0
}

thread_local! {
    /// The text that the host writes before it calls.
    static TEXT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for a text of `bytes` bytes and says where the host may write it.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    TEXT.with_borrow_mut(|text| {
        text.clear();
        text.resize(bytes, 0);
        text.as_mut_ptr()
    })
}

/// The hash of the text that stands in the room; of no text if it is not UTF-8.
#[unsafe(no_mangle)]
pub extern "C" fn hash_of_room() -> u64 {
    TEXT.with_borrow(|text| hash(str::from_utf8(text).unwrap_or_default()))
}
