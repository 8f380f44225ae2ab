//! The texts that the benchmarks run on: small samples of the repository, shuffled sentence by
//! sentence to 16 MiB with a fixed seed, so that branch predictors cannot learn them.

use std::fs;
use std::path::Path;

const SIZE: usize = 16 << 20;

/// The corpus `name` (`news`, `vocalised`, `mixed`), or the file that `WARRAQ_CORPUS` names.
#[allow(unreachable_pub)]
pub fn load(name: &str) -> String {
    if let Ok(path) = std::env::var("WARRAQ_CORPUS") {
        return fs::read_to_string(path).expect("WARRAQ_CORPUS is a UTF-8 file");
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/data").join(name).with_extension("txt");
    let sample = fs::read_to_string(path).expect("the sample is in benches/data");
    // With what follows each sentence, so that lines and paragraphs keep their frequency.
    let sentences: Vec<&str> =
        sample.split_inclusive(['\n']).flat_map(|line| line.split_inclusive(". ")).collect();
    let mut text = String::with_capacity(SIZE + sample.len());
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    while text.len() < SIZE {
        // xorshift64
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        text.push_str(sentences[(state % sentences.len() as u64) as usize]);
    }
    text
}
