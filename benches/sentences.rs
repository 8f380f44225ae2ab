//! Sentences against `unicode_sentences` (UAX #29 without Arabic).

mod corpus;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use unicode_segmentation::UnicodeSegmentation as _;
use warraq::ArabicText as _;

fn sentences(c: &mut Criterion) {
    for name in ["news", "vocalised", "mixed"] {
        let text = corpus::load(name);
        let mut group = c.benchmark_group(format!("sentences/{name}"));
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
        group.bench_function("warraq", |b| b.iter(|| black_box(&text).arabic_sentences().count()));
        group
            .bench_function("unicode_sentences", |b| b.iter(|| black_box(&text).unicode_sentences().count()));
        group.finish();
    }
}

criterion_group!(benches, sentences);
criterion_main!(benches);
