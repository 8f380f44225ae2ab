//! A table of words for the lists of the crate: filled once, asked often. Knows bytes, no letters.

use alloc::boxed::Box;
use alloc::vec::Vec;

/// Values by folded words, in an open-addressed table that is at most half full.
#[derive(Clone, Debug)]
pub(crate) struct WordTable<V> {
    /// One more than the index of a word, at its hash or the next free place, 0 where it is free; and the upper half of
    /// the hash, so that the words themselves are seldom looked at in vain.
    slots: Vec<(u32, u32)>,
    words: Vec<(Box<[u8]>, V)>,
}

/// Eight bytes at a time, multiplied and folded. 2⁶⁴ over the golden ratio is next to an odd number.
fn hash(word: &[u8]) -> u64 {
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    let (parts, rest) = word.as_chunks::<8>();
    let tail = rest.iter().fold(0, |tail, &byte| tail << 8 | u64::from(byte));
    let mix = |hash: u64, part: u64| {
        let mixed = (hash ^ part).wrapping_mul(GOLDEN);
        mixed ^ mixed >> 32
    };
    let sum = parts.iter().fold(word.len() as u64, |hash, part| mix(hash, u64::from_le_bytes(*part)));
    mix(sum, tail)
}

/// The half of a hash that is kept beside a word.
const fn upper(hash: u64) -> u32 {
    (hash >> 32) as u32
}

impl<V: Default> WordTable<V> {
    /// Room for so many words; it grows by itself.
    pub(crate) fn with_capacity(words: usize) -> Self {
        let slots = (2 * words).next_power_of_two().max(16);
        Self { slots: alloc::vec![(0, 0); slots], words: Vec::with_capacity(words) }
    }

    /// The value of a word, made if there is none.
    pub(crate) fn entry(&mut self, word: &[u8]) -> &mut V {
        if 2 * (self.words.len() + 1) > self.slots.len() {
            self.slots = alloc::vec![(0, 0); 2 * self.slots.len()];
            for index in 0..self.words.len() {
                let Some((word, _)) = self.words.get(index) else { continue };
                let hash = hash(word);
                let place = self.place(word, hash);
                if let Some(slot) = self.slots.get_mut(place) {
                    *slot = (index as u32 + 1, upper(hash));
                }
            }
        }
        let hash = hash(word);
        let place = self.place(word, hash);
        let known = self.slots.get(place).and_then(|&(index, _)| (index as usize).checked_sub(1));
        let index = known.unwrap_or(self.words.len());
        if known.is_none() {
            if let Some(slot) = self.slots.get_mut(place) {
                *slot = (index as u32 + 1, upper(hash));
            }
            self.words.push((word.into(), V::default()));
        }
        #[expect(clippy::indexing_slicing, reason = "the word is there, or was put there")]
        &mut self.words[index].1
    }
}

impl<V> WordTable<V> {
    /// The slot where the word of this hash is, or would be.
    fn place(&self, word: &[u8], hash: u64) -> usize {
        let most = self.slots.len() - 1;
        let is = |index: u32| self.words.get(index as usize - 1).is_some_and(|(other, _)| **other == *word);
        let mut place = hash as usize & most;
        // Half of the slots are free, so this ends.
        while let Some(&(index @ 1.., other)) = self.slots.get(place)
            && !(other == upper(hash) && is(index))
        {
            place = (place + 1) & most;
        }
        place
    }

    /// The value of a word. O(length).
    pub(crate) fn get(&self, word: &[u8]) -> Option<&V> {
        let &(index, _) = self.slots.get(self.place(word, hash(word)))?;
        self.words.get((index as usize).checked_sub(1)?).map(|(_, value)| value)
    }

    /// How many words.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn words_have_their_values() {
        let mut table = WordTable::with_capacity(1);
        for i in 0..5000_u32 {
            *table.entry(format!("word {i}").as_bytes()) += i;
        }
        *table.entry(b"word 7") += 1000;
        assert_eq!(table.len(), 5000);
        assert_eq!(table.get(b"word 7"), Some(&1007));
        assert!((8..5000).all(|i| table.get(format!("word {i}").as_bytes()) == Some(&i)));
        assert_eq!(table.get(b"word"), None);
        assert_eq!(table.get(b""), None);
    }
}
