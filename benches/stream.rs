//! The readers and writers against normalizing the whole text at once.
//!
//! `cargo bench --bench stream`. In each group, by preset and corpus:
//!
//! - `into`: [`Normalizer::normalize_into`] a buffer that is reused;
//! - `reader`: [`Normalizer::reader`] over the bytes, taken from its buffer, no more than counted;
//! - `copied`: the same, copied to a buffer of 64 KiB with [`Read::read`];
//! - `writer`: [`Normalizer::writer`], written to in chunks of 64 KiB.
#![allow(missing_docs, reason = "the functions that criterion makes")]

mod corpus;

use std::hint::black_box;
use std::io::{self, BufRead as _, Read as _, Write as _};
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use warraq::Normalizer;

const CHUNK: usize = 1 << 16;

fn texts(c: &mut Criterion) {
    let texts = [
        ("news", corpus::load("news")),
        ("vocalised", corpus::load("vocalised")),
        ("mixed", corpus::load("mixed")),
        ("ascii", corpus::ascii()),
    ];
    for (preset, normalizer) in [("clean", Normalizer::clean()), ("search", Normalizer::search())] {
        for (name, text) in &texts {
            let mut group = c.benchmark_group(format!("stream/{preset}/{name}"));
            group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
            group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
            let mut out = String::with_capacity(2 * text.len());
            group.bench_function("into", |b| {
                b.iter(|| {
                    out.clear();
                    normalizer.normalize_into(black_box(text), &mut out);
                });
            });
            group.bench_function("reader", |b| {
                b.iter(|| {
                    let mut reader = normalizer.reader(black_box(text.as_bytes()));
                    let mut sum = 0;
                    while let Ok(len @ 1..) = reader.fill_buf().map(<[u8]>::len) {
                        sum += len;
                        reader.consume(len);
                    }
                    sum
                });
            });
            let mut buffer = vec![0; CHUNK];
            group.bench_function("copied", |b| {
                b.iter(|| {
                    let mut reader = normalizer.reader(black_box(text.as_bytes()));
                    let mut sum = 0;
                    while let Ok(len @ 1..) = reader.read(&mut buffer) {
                        sum += len;
                    }
                    sum
                });
            });
            group.bench_function("writer", |b| {
                b.iter(|| {
                    let mut writer = normalizer.writer(io::sink());
                    for chunk in black_box(text.as_bytes()).chunks(CHUNK) {
                        writer.write_all(chunk).unwrap_or_default();
                    }
                    writer.finish().is_ok()
                });
            });
            group.finish();
        }
    }
}

criterion_group!(benches, texts);
criterion_main!(benches);
