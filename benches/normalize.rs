//! Normalization by preset and corpus, against the same operations one `char` at a time.
//!
//! `cargo bench --bench normalize`, one group with `-- search/news`. In each group:
//!
//! - `naive`: `chars().filter_map().collect()`, without what needs neighbours (composition, the هـ
//!   rule, separators, elongation), so that it does less than the others;
//! - `into`: [`Normalizer::normalize_into`] a buffer that is reused;
//! - `cow`: [`Normalizer::normalize`].
#![allow(missing_docs, reason = "the functions that criterion makes")]

mod corpus;
mod naive;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use naive::{naive_clean, naive_ml, naive_search};
use warraq::{Normalizer, Spaces};

/// A preset and its naive twin.
type Preset = (&'static str, Normalizer, fn(char) -> Option<char>);

const PRESETS: [Preset; 4] = [
    ("clean", Normalizer::clean(), naive_clean),
    ("search", Normalizer::search(), naive_search),
    ("ml", Normalizer::ml(), naive_ml),
    // A rule that reads more than one character; the naive twin leaves the blanks alone.
    ("search and spaces", Normalizer::search().spaces(Spaces::Collapse), naive_search),
];

fn texts(c: &mut Criterion) {
    let texts = [
        ("news", corpus::load("news")),
        ("vocalised", corpus::load("vocalised")),
        ("mixed", corpus::load("mixed")),
        ("ascii", corpus::ascii()),
    ];
    for (preset, normalizer, naive) in &PRESETS {
        let normal = ("normal", normalizer.normalize(&texts[0].1).into_owned());
        for (name, text) in texts.iter().chain([&normal]) {
            let mut group = c.benchmark_group(format!("{preset}/{name}"));
            group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
            group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
            group.bench_function("naive", |b| {
                b.iter(|| black_box(text.as_str()).chars().filter_map(naive).collect::<String>());
            });
            let mut out = String::with_capacity(2 * text.len());
            group.bench_function("into", |b| {
                b.iter(|| {
                    out.clear();
                    normalizer.normalize_into(black_box(text), &mut out);
                });
            });
            group.bench_function("cow", |b| b.iter(|| normalizer.normalize(black_box(text)).len()));
            group.finish();
        }
    }
}

/// Words one by one; the time is that of all of them.
fn short(c: &mut Criterion) {
    let words = corpus::words();
    let bytes: usize = words.iter().map(String::len).sum();
    for (preset, normalizer, naive) in &PRESETS {
        let mut group = c.benchmark_group(format!("{preset}/short"));
        group.throughput(Throughput::Bytes(bytes as u64)).sample_size(10);
        group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
        group.bench_function("naive", |b| {
            b.iter(|| {
                for word in &words {
                    black_box(word.chars().filter_map(naive).collect::<String>());
                }
            });
        });
        let mut out = String::new();
        group.bench_function("into", |b| {
            b.iter(|| {
                for word in &words {
                    out.clear();
                    normalizer.normalize_into(word, &mut out);
                    black_box(out.as_str());
                }
            });
        });
        group.bench_function("cow", |b| {
            b.iter(|| {
                for word in &words {
                    black_box(normalizer.normalize(word));
                }
            });
        });
        group.finish();
    }
}

criterion_group!(benches, texts, short);
criterion_main!(benches);
