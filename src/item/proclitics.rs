//! The proclitics that can stand before a word of the lexicon. Knows letters, no words.

use crate::class::class_of;
use crate::lexicon::Stem;
use crate::lexicon::stem::{BEH, FEH, KAF, LAM, WAW, role};

/// The proclitics that were taken off a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Clitics(u8);

impl Clitics {
    pub(crate) const WAW: u8 = 1;
    pub(crate) const FEH: u8 = 2;
    pub(crate) const BEH: u8 = 4;
    pub(crate) const LAM: u8 = 8;
    pub(crate) const KAF: u8 = 16;
    pub(crate) const ARTICLE: u8 = 32;

    pub(crate) const fn has(self, any: u8) -> bool {
        self.0 & any != 0
    }

    /// Whether none was taken off.
    pub(crate) const fn is_none(self) -> bool {
        self.0 == 0
    }

    const fn with(self, more: u8) -> Self {
        Self(self.0 | more)
    }
}

/// Whether the stem behind `skip` letters follows لل, whose article is not written.
pub(super) fn is_assimilated(word: Stem<'_>, skip: usize) -> bool {
    skip >= 2 && word.letter(skip - 2) == LAM && word.letter(skip - 1) == LAM
}

/// The ways to take proclitics off a folded word: bit n for n letters. Order: [و ف] [ب ل ك] [ال], and لل for
/// ل + ال. Without a branch: no processor foresees the letters of a word.
#[inline]
#[cfg_attr(warraq_no_panic, no_panic::no_panic)]
pub(super) fn proclitics(word: Stem<'_>) -> u32 {
    let roles = word.roles();
    let conjunction = roles & role::CONJUNCTION;
    let roles = roles >> (8 * conjunction);
    let is = |place: u32, role: u32| roles >> (8 * place + role.trailing_zeros()) & 1;
    let preposition = is(0, role::PREPOSITION);
    let article = is(0, role::ALEF) & is(1, role::LAM);
    let behind = preposition & is(1, role::ALEF) & is(2, role::LAM);
    let assimilated = is(0, role::LAM) & is(1, role::LAM);
    // What is left must be a word.
    let most = (1_u32 << word.len().min(8)) - 1;
    (1 | conjunction << 1 | (preposition << 1 | (article | assimilated) << 2 | behind << 3) << conjunction)
        & most
}

/// What the first `count` letters are, one of the [`proclitics`].
pub(super) fn clitics(word: Stem<'_>, count: usize) -> Clitics {
    let mut at = 0;
    let mut found = Clitics::default();
    let conjunction = match word.letter(0) {
        WAW => Clitics::WAW,
        FEH => Clitics::FEH,
        _ => 0,
    };
    if conjunction != 0 && count > 0 {
        found = found.with(conjunction);
        at = 1;
    }
    let preposition = match word.letter(at) {
        BEH => Clitics::BEH,
        LAM => Clitics::LAM,
        KAF => Clitics::KAF,
        _ => 0,
    };
    if preposition != 0 && count > at {
        found = found.with(preposition);
        at += 1;
    }
    if count > at { found.with(Clitics::ARTICLE) } else { found }
}

/// Bytes of the first `count` letters of `word` with the marks and tatweel on them.
pub(super) fn skip_letters(word: &str, count: usize) -> usize {
    if count == 0 {
        return 0;
    }
    let mut letters = 0;
    for (at, c) in word.char_indices() {
        let class = class_of(c);
        if class.is_letter() {
            if letters == count {
                return at;
            }
            letters += 1;
        }
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    fn ways(word: &str) -> Vec<(usize, u8)> {
        let word = Stem::of(word.as_bytes(), word.len()).unwrap();
        let ways = proclitics(word);
        (0..8).filter(|n| ways >> n & 1 != 0).map(|n| (n, clitics(word, n).0)).collect()
    }

    #[test]
    fn proclitics_come_off_in_order() {
        let (waw, beh, lam, kaf) = (Clitics::WAW, Clitics::BEH, Clitics::LAM, Clitics::KAF);
        let article = Clitics::ARTICLE;
        assert_eq!(ways("كتاب"), [(0, 0), (1, kaf)]);
        assert_eq!(ways("وبالعام"), [(0, 0), (1, waw), (2, waw | beh), (4, waw | beh | article)]);
        assert_eq!(ways("للعام"), [(0, 0), (1, lam), (2, lam | article)]);
        assert_eq!(ways("فالعام"), [(0, 0), (1, Clitics::FEH), (3, Clitics::FEH | article)]);
        assert_eq!(ways("العام"), [(0, 0), (2, article)]);
        assert_eq!(ways("عام"), [(0, 0)]);
        assert_eq!(ways("و"), [(0, 0)]);
        assert_eq!(ways("لل"), [(0, 0), (1, lam)]);
    }
}
