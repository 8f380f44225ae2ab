//! Many texts on several threads give what each gives alone, in order.
#![cfg(feature = "rayon")]
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::borrow::Cow;

use common::Random;
use warraq::Normalizer;

#[test]
fn a_batch_is_its_texts() {
    let mut r = Random::new(4);
    let texts: Vec<String> = (0..5_000).map(|i| r.text(if i % 500 == 0 { 2_000 } else { 20 })).collect();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(4).build().unwrap();
    for normalizer in [Normalizer::new(), Normalizer::clean(), Normalizer::search(), Normalizer::ml()] {
        let batch = pool.install(|| normalizer.normalize_batch(&texts));
        assert_eq!(batch.len(), texts.len());
        for (result, text) in batch.iter().zip(&texts) {
            assert_eq!(result, &normalizer.normalize(text));
            assert_eq!(matches!(result, Cow::Borrowed(_)), normalizer.is_normalized(text));
        }
    }
    assert!(Normalizer::clean().normalize_batch::<&str>(&[]).is_empty());
}
