//! Tokens and sentences, all methods in turn, round by round, in one process: `cargo run --release --bin
//! boundaries`.
//!
//! Prints the throughput and the ratio to unicode-segmentation: medians over the rounds, each ratio taken
//! within a round, in processor time of the thread; then whether the speed is the same from 1 KiB to 16 MiB.
//! A number behind the command is the number of rounds, 7 without.

use std::hint::black_box;

use charabia::Tokenize as _;
use icu_segmenter::{SentenceSegmenter, WordSegmenter};
use regex::Regex;
use unicode_segmentation::UnicodeSegmentation as _;
use warraq::{ArabicText as _, Chunker, CliticScheme, CliticSegmenter, SearchTerms};
use warraq_peers::{corpus, machine, median, time};

/// Texts of this length: the slowest method reads 3 MB/s.
const SIZE: usize = 1 << 20;

/// A name and a job that counts what it finds.
type Row = (&'static str, Box<dyn Fn(&str) -> usize>);

fn row(name: &'static str, job: impl Fn(&str) -> usize + 'static) -> Row {
    (name, Box::new(job))
}

fn tokens() -> Vec<Row> {
    let words = WordSegmenter::new_for_non_complex_scripts(Default::default());
    let regex = Regex::new(r"\w+").expect("a constant pattern");
    vec![
        row("unicode_words", |text| text.unicode_words().count()),
        row("warraq, tokens", |text| text.arabic_tokens().count()),
        row("icu_segmenter, words", move |text| words.segment_str(text).count()),
        row("charabia", |text| text.tokenize().count()),
        row(r"regex \w+", move |text| regex.find_iter(text).count()),
        row("warraq, clitics", |text| CliticSegmenter::new().segments(text, CliticScheme::Full).count()),
        row("warraq, search terms", |text| SearchTerms::new().terms(text).count()),
    ]
}

fn sentences() -> Vec<Row> {
    let segmenter = SentenceSegmenter::new(Default::default());
    vec![
        row("unicode_sentences", |text| text.unicode_sentences().count()),
        row("warraq, sentences", |text| text.arabic_sentences().count()),
        row("icu_segmenter, sentences", move |text| segmenter.segment_str(text).count()),
        row("sentencex", |text| sentencex::segment("ar", text).len()),
        row("warraq, chunks of 1,000 characters", |text| Chunker::max_chars(1000).chunks(text).count()),
    ]
}

fn main() {
    let rounds = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(7);
    println!("{}; medians of {rounds} rounds, processor time of the thread", machine());
    for (title, rows) in [("tokens", tokens()), ("sentences", sentences())] {
        for name in ["news", "vocalised", "mixed"] {
            report(&format!("{title}, {name}"), &rows, &start(&corpus::load(name), SIZE), rounds);
        }
    }
    println!(
        "\n### MB/s by length\n\n| | text | 1 KiB | 32 KiB | 1 MiB | 16 MiB |\n|---|---|---|---|---|---|"
    );
    for (title, rows) in [("tokens", tokens()), ("sentences", sentences())] {
        for name in ["news", "vocalised", "mixed"] {
            let text = corpus::load(name);
            let job = &rows[1].1;
            let speeds = [1 << 10, 1 << 15, 1 << 20, 1 << 24].map(|size| {
                let text = start(&text, size);
                let times = (1 << 22) / text.len() + 1;
                let run = || time(|| (0..times).map(|_| job(black_box(&text))).sum());
                let best = (0..5).map(|_| run()).min().unwrap_or_default();
                format!("{:.0}", (text.len() * times) as f64 / best.as_secs_f64() / 1e6)
            });
            println!("| {title} | {name} | {} |", speeds.join(" | "));
        }
    }
}

/// The first so many bytes of a text.
fn start(text: &str, size: usize) -> String {
    text[..text.floor_char_boundary(size)].to_owned()
}

fn report(title: &str, rows: &[Row], text: &str, rounds: usize) {
    let mut times = vec![Vec::new(); rows.len()];
    for _ in 0..rounds {
        for ((_, job), times) in rows.iter().zip(&mut times) {
            times.push(time(|| job(black_box(text))).as_secs_f64());
        }
    }
    println!("\n### {title}\n\n| | MB/s | × {} | found |\n|---|---|---|---|", rows[0].0);
    for ((name, job), taken) in rows.iter().zip(&times) {
        let speed = text.len() as f64 / median(taken.clone()) / 1e6;
        let ratio = median(times[0].iter().zip(taken).map(|(base, taken)| base / taken).collect());
        println!("| {name} | {speed:.1} | {ratio:.1} | {} |", job(text));
    }
}
