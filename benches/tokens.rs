//! Tokens, beside the words of UAX #29 by `unicode-segmentation`.
#![allow(missing_docs)]

mod corpus;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use unicode_segmentation::UnicodeSegmentation as _;
use warraq::ArabicText as _;

fn tokens(c: &mut Criterion) {
    for name in ["news", "vocalised", "mixed"] {
        let text = corpus::load(name);
        let mut group = c.benchmark_group(format!("tokens/{name}"));
        group
            .throughput(Throughput::Bytes(text.len() as u64))
            .sample_size(10)
            .measurement_time(Duration::from_secs(3));
        group.bench_function("unicode_words", |b| b.iter(|| black_box(&*text).unicode_words().count()));
        group.bench_function("tokens", |b| b.iter(|| black_box(&*text).arabic_tokens().count()));
        group.finish();
    }
}

criterion_group!(benches, tokens);
criterion_main!(benches);
