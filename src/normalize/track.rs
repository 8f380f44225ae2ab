//! What a walk tells of the places that its output comes from: nothing, or all for a map.

use core::ops::Range;

use super::item::{Item, Place, Source};
use super::offsets::Recorder;
use crate::simd::Log;

/// Takes the changes of a walk, in the order of the text. What is not told stands one to one.
/// Positions are bytes of the whole text and of the whole output.
pub(super) trait Track: Log {
    /// What the characters of a window carry.
    type Source: Source;

    /// A range of the source has no output.
    fn deleted(&mut self, range: Range<usize>, out: usize);

    /// A character became one of another length.
    fn replaced(&mut self, src: usize, len: usize, out: usize, out_len: usize);

    /// A form became several letters of two bytes.
    fn spelled_out(&mut self, src: usize, len: usize, out: usize, letters: usize);

    /// A window of `len` bytes was rewritten; what was told of it and what follows is void.
    fn rewritten(&mut self, src: usize, len: usize, out: usize, items: &[Item<Self::Source>]);
}

impl Track for () {
    type Source = ();

    #[inline]
    fn deleted(&mut self, _: Range<usize>, _: usize) {}

    #[inline]
    fn replaced(&mut self, _: usize, _: usize, _: usize, _: usize) {}

    #[inline]
    fn spelled_out(&mut self, _: usize, _: usize, _: usize, _: usize) {}

    #[inline]
    fn rewritten(&mut self, _: usize, _: usize, _: usize, _: &[Item<()>]) {}
}

impl Track for Recorder {
    type Source = Place;

    fn deleted(&mut self, range: Range<usize>, out: usize) {
        Self::deleted(self, range, out);
    }

    fn replaced(&mut self, src: usize, len: usize, out: usize, out_len: usize) {
        if out_len < len {
            self.shrunk(src, len, out, out_len);
        } else {
            Self::rewritten(self, src, out, [(0..len, out_len)], len);
        }
    }

    fn spelled_out(&mut self, src: usize, len: usize, out: usize, letters: usize) {
        Self::rewritten(self, src, out, core::iter::repeat_n((0..len, 2), letters), len);
    }

    fn rewritten(&mut self, src: usize, len: usize, out: usize, items: &[Item<Place>]) {
        self.rewind(src);
        let items = items.iter().map(|item| (item.source.start..item.source.end, item.c.len_utf8()));
        Self::rewritten(self, src, out, items, len);
    }
}

impl Log for () {
    const ON: bool = false;

    #[inline]
    fn block(&mut self, _: usize, _: usize, _: u64, _: u64) {}

    #[inline]
    fn swapped(&mut self, _: usize, _: usize) {}
}

impl Log for Recorder {
    const ON: bool = true;

    #[inline]
    fn block(&mut self, src: usize, out: usize, keep: u64, tail: u64) {
        if tail & 1 == 0 {
            Self::block(self, src, out, keep, tail);
        } else {
            // A character that began in the block before.
            self.shrunk(src - 1, 2, out - 1, 1);
            Self::block(self, src + 1, out, keep >> 1 | 1 << 63, tail >> 1);
        }
    }

    fn swapped(&mut self, src: usize, out: usize) {
        Self::rewritten(self, src, out, [(2..4, 2), (0..2, 2)], 4);
    }
}
