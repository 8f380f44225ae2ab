//! Many texts on all cores.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use ::rayon::prelude::*;

use crate::Normalizer;

/// Many texts at once, with the feature `rayon`.
impl Normalizer {
    /// Normalizes each text, on all threads of the current rayon pool; the results stand in the order
    /// of the texts, and borrow from those that stay as they are.
    ///
    /// O(length of all), shared among the threads; texts of very different lengths are shared out
    /// evenly, but a single text is not divided. For results that are consumed one by one, map a
    /// parallel iterator of your own with [`normalize`](Self::normalize): a `Normalizer` is `Sync`.
    ///
    /// ```
    /// use warraq::Normalizer;
    ///
    /// let documents = ["كِتابٌ", "كتاب", "ٱلْكُتُب"];
    /// assert_eq!(Normalizer::search().normalize_batch(&documents), ["كتاب", "كتاب", "الكتب"]);
    /// ```
    pub fn normalize_batch<'t, T>(&self, texts: &'t [T]) -> Vec<Cow<'t, str>>
    where
        T: AsRef<str> + Sync,
    {
        texts.par_iter().map(|text| self.normalize(text.as_ref())).collect()
    }
}
