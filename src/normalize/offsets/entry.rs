//! The 32 bytes of one entry, and what they mean. Entries are plain numbers, so that a kernel can
//! write a block with two stores and a query can search them in halves by either text.

/// Marks a span or a member of a tangle, in `src`; a foot, with a member, in `out`. No position in a
/// `str` reaches so high.
const FLAG: u64 = 1 << 63;

/// One entry. Kinds, by the two flags:
///
/// | `src` | `out` | kind | `a` | `b` |
/// |---|---|---|---|---|
/// | 0 | 0 | block | `keep` | `tail` |
/// | 1 | 0 | span | source length | output length |
/// | 1 | 1 | member | start of its source behind `src` | source length |
/// | 0 | 1 | foot | source length of the tangle | how many members stand before |
///
/// All entries of a tangle have the start of the whole tangle in `src`, and the foot has its end in
/// `out`; so both fields never fall from entry to entry. A member ends in the output where the next
/// entry begins.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    src: u64,
    out: u64,
    a: u64,
    b: u64,
}

/// An entry taken apart.
#[derive(Clone, Copy)]
pub(super) enum View {
    Block(Block),
    /// Source and output length.
    Span(usize, usize),
    /// The source range of one piece of a tangle.
    Member(usize, usize),
    /// Source length and number of members.
    Foot(usize, usize),
}

impl Entry {
    pub(super) const fn block(src: usize, out: usize, keep: u64, tail: u64) -> Self {
        Self { src: src as u64, out: out as u64, a: keep, b: tail }
    }

    pub(super) const fn span(src: usize, out: usize, src_len: usize, out_len: usize) -> Self {
        Self { src: src as u64 | FLAG, out: out as u64, a: src_len as u64, b: out_len as u64 }
    }

    /// `start` counts from `tangle`, where the whole tangle starts.
    pub(super) const fn member(tangle: usize, out: usize, start: usize, src_len: usize) -> Self {
        Self { src: tangle as u64 | FLAG, out: out as u64 | FLAG, a: start as u64, b: src_len as u64 }
    }

    pub(super) const fn foot(tangle: usize, out_end: usize, src_len: usize, members: usize) -> Self {
        Self { src: tangle as u64, out: out_end as u64 | FLAG, a: src_len as u64, b: members as u64 }
    }

    /// Where it starts in the source; for a part of a tangle, where the tangle starts.
    #[inline]
    pub(super) const fn src(self) -> usize {
        (self.src & !FLAG) as usize
    }

    /// Where it starts in the output; for a foot, where its tangle ends.
    #[inline]
    pub(super) const fn out(self) -> usize {
        (self.out & !FLAG) as usize
    }

    pub(super) const fn view(self) -> View {
        match (self.src & FLAG != 0, self.out & FLAG != 0) {
            (false, false) => View::Block(Block { keep: self.a, tail: self.b }),
            (true, false) => View::Span(self.a as usize, self.b as usize),
            (true, true) => {
                let start = self.src() + self.a as usize;
                View::Member(start, start + self.b as usize)
            }
            (false, true) => View::Foot(self.a as usize, self.b as usize),
        }
    }

    /// Where it ends in the source and in the output: the bytes behind correspond one to one up to
    /// the next entry. Of a member, nothing that is of use.
    pub(super) const fn ends(self) -> (usize, usize) {
        let (src, out) = (self.src(), self.out());
        match self.view() {
            View::Block(block) => (src + block.len(), out + block.kept()),
            View::Span(src_len, out_len) => (src + src_len, out + out_len),
            View::Member(_, end) => (end, out),
            View::Foot(src_len, _) => (src + src_len, out),
        }
    }
}

/// 64 bytes of the source, a bit for each.
///
/// A bit of `tail` ties a byte to the one before it: bytes tied together are a *group*, all of whose
/// source bytes correspond to all the output bytes that its `keep` bits count. A byte alone is
/// kept as it is, or deleted. Behind the last deleted or tied byte the block is over.
#[derive(Clone, Copy)]
pub(super) struct Block {
    pub(super) keep: u64,
    pub(super) tail: u64,
}

/// The low `n` bits.
const fn low(n: usize) -> u64 {
    if n >= 64 { !0 } else { (1 << n) - 1 }
}

impl Block {
    /// Source bytes.
    #[inline]
    pub(super) const fn len(self) -> usize {
        64 - (!self.keep | self.tail).leading_zeros() as usize
    }

    /// Output bytes.
    #[inline]
    pub(super) const fn kept(self) -> usize {
        self.rank(self.len())
    }

    /// Output bytes of the first `i` source bytes.
    #[inline]
    pub(super) const fn rank(self, i: usize) -> usize {
        (self.keep & low(i)).count_ones() as usize
    }

    /// The source byte of output byte `j`: the place of the bit `j` bits are set before.
    pub(super) const fn select(self, j: usize) -> usize {
        let mut keep = self.keep;
        let mut left = j;
        while left > 0 {
            keep &= keep.wrapping_sub(1);
            left -= 1;
        }
        keep.trailing_zeros() as usize
    }

    /// The group that byte `i` belongs to.
    #[inline]
    pub(super) const fn group(self, i: usize) -> (usize, usize) {
        let heads = !self.tail;
        let start = 63_u32.saturating_sub((heads & low(i + 1)).leading_zeros()) as usize;
        let after = if i >= 63 { 64 } else { (heads & !low(i + 1)).trailing_zeros() as usize };
        (start, after)
    }

    /// How many bytes from byte `i` are kept one by one.
    #[inline]
    pub(super) const fn run(self, i: usize) -> usize {
        let single = self.keep & !self.tail & !(self.tail >> 1);
        let run = (single >> i).trailing_ones() as usize;
        let rest = self.len().saturating_sub(i);
        if run < rest { run } else { rest }
    }

    /// Forgets bytes `from` and after: they are kept as they are.
    pub(super) const fn cut(self, from: usize) -> Self {
        Self { keep: self.keep | !low(from), tail: self.tail & low(from) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_32_bytes() {
        assert_eq!(size_of::<Entry>(), 32);
    }

    /// Every pattern of up to four bytes at every place of a block, against reading bit by bit.
    #[test]
    fn blocks_are_read_as_they_are_defined() {
        for at in 0..=60 {
            for pattern in 0..256_u64 {
                let keep = !(0xF << at) | (pattern & 0xF) << at;
                let tail = (pattern >> 4) << at & !1;
                let block = Block { keep, tail };
                let bit = |of: u64, i: usize| of >> i & 1 == 1;
                let len = (0..64).rev().find(|&i| !bit(keep, i) || bit(tail, i)).map_or(0, |i| i + 1);
                assert_eq!(block.len(), len);
                assert_eq!(block.kept(), (0..len).filter(|&i| bit(keep, i)).count());
                for i in 0..len {
                    let start = (0..=i).rev().find(|&k| !bit(tail, k)).unwrap();
                    let end = (i + 1..64).find(|&k| !bit(tail, k)).unwrap_or(64);
                    assert_eq!(block.group(i), (start, end), "{keep:x} {tail:x} {i}");
                    let rank = (0..i).filter(|&k| bit(keep, k)).count();
                    assert_eq!(block.rank(i), rank);
                    if bit(keep, i) {
                        assert_eq!(block.select(rank), i);
                    }
                    let single = |i: usize| bit(keep, i) && !bit(tail, i) && !(i < 63 && bit(tail, i + 1));
                    assert_eq!(block.run(i), (i..len).take_while(|&k| single(k)).count());
                }
            }
        }
    }
}
