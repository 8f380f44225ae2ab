//! Many texts with one and with two threads: `cargo bench --features rayon --bench batch`.
//!
//! `documents` are of some kilobytes each, `words` as a tokenizer hands them out. The time is that of
//! the clock on the wall, so the machine must be idle.
#![allow(missing_docs, reason = "the functions that criterion makes")]

mod corpus;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rayon::ThreadPoolBuilder;
use warraq::Normalizer;

/// Lines of one document.
const LINES: usize = 16;

fn batch(c: &mut Criterion) {
    let news = corpus::load("news");
    let lines: Vec<&str> = news.split_inclusive('\n').collect();
    let documents: Vec<String> = lines.chunks(LINES).map(<[&str]>::concat).collect();
    let search = Normalizer::search();
    for (name, texts) in [("documents", documents), ("words", corpus::words())] {
        let mut group = c.benchmark_group(format!("batch/{name}"));
        let bytes: usize = texts.iter().map(String::len).sum();
        group.throughput(Throughput::Bytes(bytes as u64)).sample_size(10);
        group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
        for threads in [1, 2] {
            let pool = ThreadPoolBuilder::new().num_threads(threads).build();
            let pool = pool.expect("threads can be started");
            group.bench_function(format!("{threads} threads"), |b| {
                b.iter(|| pool.install(|| search.normalize_batch(black_box(&texts)).len()));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, batch);
criterion_main!(benches);
