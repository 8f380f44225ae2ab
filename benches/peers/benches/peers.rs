//! warraq and the other crates with criterion: `cargo bench`, one group with `-- search/news`.
//!
//! Each method runs for itself, on a machine that may be busy: to compare them, `ratios` is better.

use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use warraq_peers::{Preset, corpus, methods};

fn peers(c: &mut Criterion) {
    let texts = [
        ("news", corpus::load("news")),
        ("vocalised", corpus::load("vocalised")),
        ("mixed", corpus::load("mixed")),
        ("ascii", corpus::ascii()),
    ];
    for preset in Preset::ALL {
        for (name, text) in &texts {
            let mut group = c.benchmark_group(format!("{}/{name}", preset.name()));
            group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
            group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
            for mut method in methods(preset) {
                group.bench_function(method.name, |b| b.iter(|| (method.job)(text)));
            }
            group.finish();
        }
    }
}

criterion_group!(benches, peers);
criterion_main!(benches);
