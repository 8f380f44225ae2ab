//! The texts that the benchmarks run on: the small files of `benches/data`, shuffled sentence by
//! sentence with a fixed seed to at least 16 MiB, so that no branch predictor learns them by heart.
//!
//! `WARRAQ_CORPUS=FILE cargo bench` takes a file of yours instead of the files of news, vocalised
//! and mixed text.
#![allow(dead_code, unreachable_pub, reason = "each benchmark uses a part")]

/// Least length of a corpus in bytes.
pub const SIZE: usize = 16 << 20;

/// A corpus by the name of its file in `benches/data`, without `.txt`.
///
/// # Panics
///
/// When there is no such file.
pub fn load(name: &str) -> String {
    if let Some(path) = std::env::var_os("WARRAQ_CORPUS") {
        return match std::fs::read_to_string(&path) {
            Ok(text) => shuffled(&text),
            Err(error) => panic!("{}: {error}", path.display()),
        };
    }
    // Compiled in, so that a program of another package finds them.
    shuffled(match name {
        "news" => include_str!("../data/news.txt"),
        "vocalised" => include_str!("../data/vocalised.txt"),
        "mixed" => include_str!("../data/mixed.txt"),
        "dates" => include_str!("../data/dates.txt"),
        "numbers" => include_str!("../data/numbers.txt"),
        _ => panic!("there is no corpus {name}"),
    })
}

/// ASCII of about the length of words and sentences that English has.
pub fn ascii() -> String {
    shuffled(
        "The delegation arrived on Tuesday, 14 May, and left two days later.\n\
         Prices rose by 3.5% in the first quarter, the bank said. \"We expected that.\"\n\
         let total = items.iter().map(|item| item.price * item.count).sum::<u64>();\n\
         See https://example.org/reports/2024?page=2 for the full text (in French).\n\
         He paused. Nobody answered; the rain had stopped an hour before.\n\
         Contact: press@example.org, +1 555 0100, room 12-B.\n",
    )
}

/// Words of the news and the vocalised corpus, as a tokenizer hands them out.
pub fn words() -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for name in ["news", "vocalised"] {
        words.extend(load(name).split_whitespace().take(50_000).map(str::to_owned));
    }
    shuffle(&mut words, &mut 0xD1B5_4A32_D192_ED03);
    words
}

/// The sentences of the text in ever new order.
fn shuffled(text: &str) -> String {
    // With the space or line end behind each, so that numbers, addresses and lines stay whole.
    let mut sentences: Vec<&str> =
        text.split_inclusive('\n').flat_map(|line| line.split_inclusive(". ")).collect();
    let mut out = String::with_capacity(SIZE + text.len() + 1);
    let mut state = 0x2545_F491_4F6C_DD1D;
    while out.len() < SIZE {
        shuffle(&mut sentences, &mut state);
        out.extend(sentences.iter().copied());
        out.push('\n');
    }
    out
}

fn shuffle<T>(items: &mut [T], state: &mut u64) {
    for i in (1..items.len()).rev() {
        // Xorshift.
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        items.swap(i, (*state % (i as u64 + 1)) as usize);
    }
}
