//! What the tests share: a small generator with a fixed seed, and the pieces that hostile text is
//! made of.
#![allow(dead_code, unreachable_pub)]

pub mod hostile;
#[cfg(feature = "std")]
pub mod laws;
pub mod perturb;
pub mod templates;

use unicode_properties::{GeneralCategory as Gc, UnicodeGeneralCategory as _};

/// Whether `WARRAQ_EFFORT` asks for more than the gate has time for.
pub fn is_long() -> bool {
    std::env::var("WARRAQ_EFFORT").is_ok_and(|effort| effort != "1")
}

/// Every scalar value. Of those that are unassigned or private, which say the same over and over, the first and the
/// last of each 64 are enough for the gate.
pub fn scalars() -> impl Iterator<Item = char> {
    let all = is_long();
    (char::MIN..=char::MAX).filter(move |c| {
        let empty = matches!(c.general_category(), Gc::Unassigned | Gc::PrivateUse);
        all || !empty || matches!(u32::from(*c) % 64, 0 | 63)
    })
}

/// xorshift64, seeded.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(0x9E37_79B9_7F4A_7C15 ^ (seed << 32 | seed))
    }

    /// 53 bits, the same on every platform.
    pub fn bits(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 11
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.bits() % limit as u64) as usize
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// A string of up to `pieces` hostile pieces.
    pub fn text(&mut self, pieces: usize) -> String {
        let count = self.below(pieces + 1);
        (0..count).map(|_| *self.pick(&PIECES)).collect()
    }
}

/// Words, marks, digits of all systems, separators, controls, broken dates, unbalanced quotes.
pub const PIECES: [&str; 92] = [
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    "\u{A0}",
    "\u{202F}",
    "\t",
    "كتاب",
    "والكتاب",
    "قَالَ",
    "و",
    "في",
    "من",
    "إلى",
    "بين",
    "عام",
    "يومي",
    "يوم",
    "مارس",
    "يناير",
    "رمضان",
    "هـ",
    "م",
    "ق.م",
    "الجاري",
    "الماضي",
    "اليوم",
    "أمس",
    "خمسة",
    "وعشرون",
    "مئة",
    "ألف",
    "ألفي",
    "مليون",
    "ونصف",
    "الثامنة",
    "والسبعين",
    "عشر",
    "رقم",
    "د",
    "1",
    "12",
    "2023",
    "20/01/2023",
    "٣",
    "١٢",
    "۴",
    "𝟏",
    "１",
    "1,234",
    "٫",
    "٬",
    ".",
    ",",
    "،",
    "؛",
    ":",
    "/",
    "-",
    "–",
    "%",
    "٪",
    "(",
    ")",
    "\"",
    "«",
    "»",
    "'",
    "؟",
    "!",
    "...",
    "…",
    "\u{064B}",
    "\u{0651}",
    "\u{0654}",
    "\u{0670}",
    "ـ",
    "\u{200C}",
    "\u{200D}",
    "\u{200F}",
    "\u{FEFF}",
    "ﷺ",
    "\u{FEFB}",
    "👩\u{200D}👧",
    "🇪",
    "@",
    "#",
    "https://x.y",
    "\u{E000}",
];
