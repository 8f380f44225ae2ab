//! Numbers and dates together, and every layer at once, beside the regular expressions that people
//! use instead: one for digits, one for month names. The regexes find far less; they set the scale.
#![allow(missing_docs, clippy::unwrap_used)]

mod corpus;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use regex::Regex;
use warraq::Analyzer;

const CORPORA: [&str; 5] = ["news", "vocalised", "mixed", "numbers", "dates"];

fn entities(c: &mut Criterion) {
    let digits = Regex::new(r"[0-9٠-٩۰-۹]+").unwrap();
    let months =
        Regex::new("يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر").unwrap();
    for name in CORPORA {
        let text = corpus::load(name);
        let mut group = c.benchmark_group(format!("entities/{name}"));
        group
            .throughput(Throughput::Bytes(text.len() as u64))
            .sample_size(10)
            .measurement_time(Duration::from_secs(3));
        group.bench_function("regex digits", |b| b.iter(|| digits.find_iter(black_box(&text)).count()));
        group.bench_function("regex months", |b| b.iter(|| months.find_iter(black_box(&text)).count()));
        group.bench_function("entities", |b| b.iter(|| Analyzer::new().entities(black_box(&text)).count()));
        group.bench_function("analyze", |b| b.iter(|| Analyzer::new().analyze(black_box(&text)).count()));
        group.finish();
    }
}

criterion_group!(benches, entities);
criterion_main!(benches);
