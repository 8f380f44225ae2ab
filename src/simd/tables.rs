//! What the kernel reads: for each character of U+0600–U+06FF the bytes that take its place.

/// What a table says of one character.
#[derive(Clone, Copy)]
pub(crate) enum Entry {
    /// This character takes its place: itself, or another of one or two bytes.
    Put(char),
    /// It goes.
    Delete,
    /// It goes, but behind a heh, or what might be one, neighbours decide.
    Tatweel,
    /// Neighbours decide.
    Stop,
}

/// The index of the tables is the low byte of the code point: `(lead & 3) << 6 | tail & 63`.
/// On its own cache lines: the kernel loads 64 bytes at a time.
#[derive(Clone)]
#[repr(align(64))]
#[cfg_attr(not(feature = "simd"), allow(dead_code, reason = "the kernel reads it"))]
pub(crate) struct Tables {
    /// The first byte, 0 for a deleted character, [`STOP`] where neighbours decide, [`LOOK`] for a
    /// tatweel.
    pub(super) lead: [u8; 256],
    /// The second byte, 0 for a deleted character, [`NONE`] where one byte takes the place of two.
    pub(super) tail: [u8; 256],
    /// The canonical combining class of a mark that stays, 0 for all else; all 0 when marks may
    /// stay in any order.
    pub(super) order: [u8; 256],
    /// Bit r: the 16 characters from U+0600 + 16 r hold one that does not stay.
    pub(super) rows: u16,
    /// Bit r: these hold one whose first byte becomes another.
    pub(super) lead_rows: u16,
    /// Bit r of byte c: U+0600 + 16 r + c does not stay; for r below 8, U+0600–U+067F.
    pub(super) changed: [u8; 16],
    /// The same for marks with an order.
    pub(super) marks: [u8; 16],
    /// Bit r: these hold a mark with an order.
    pub(super) order_rows: u16,
    /// The kernel must not be used: something outside U+0600–U+06FF is rewritten that it would pass.
    pub(super) off: bool,
}

/// No UTF-8 holds this byte, nor the next.
pub(super) const STOP: u8 = 0xFF;
pub(super) const LOOK: u8 = 0xFE;
/// No second byte.
pub(super) const NONE: u8 = 1;

impl Tables {
    /// Nothing is rewritten.
    #[expect(clippy::indexing_slicing, reason = "evaluated at compile time; `get_mut` is not const")]
    pub(crate) const fn new() -> Self {
        let mut tables = Self {
            lead: [0; 256],
            tail: [0; 256],
            order: [0; 256],
            rows: 0,
            lead_rows: 0,
            changed: [0; 16],
            marks: [0; 16],
            order_rows: 0,
            off: false,
        };
        let mut i = 0;
        while i < 256 {
            tables.lead[i] = 0xD8 | (i >> 6) as u8;
            tables.tail[i] = 0x80 | (i & 63) as u8;
            i += 1;
        }
        tables
    }

    /// Says what becomes of U+0600 + `low`; `order` is its combining class, if its place among
    /// its neighbours matters.
    #[expect(clippy::indexing_slicing, reason = "evaluated at compile time; `get_mut` is not const")]
    pub(crate) const fn set(&mut self, low: u8, entry: Entry, order: u8) {
        let i = low as usize;
        let (row, column) = (low >> 4, (low & 15) as usize);
        let (lead, tail) = match entry {
            Entry::Delete => (0, 0),
            Entry::Tatweel => (LOOK, 0),
            Entry::Put(c) if (c as u32) < 0x80 => (c as u8, NONE),
            Entry::Put(c) if (c as u32) < 0x800 => {
                (0xC0 | (c as u32 >> 6) as u8, 0x80 | (c as u32 & 63) as u8)
            }
            Entry::Put(_) | Entry::Stop => (STOP, self.tail[i]),
        };
        // Only characters of two bytes can change places.
        let order = if tail == NONE { 0 } else { order };
        let other_lead = self.lead[i] != lead && lead != 0;
        if other_lead {
            self.lead_rows |= 1 << row;
        }
        if self.lead[i] != lead || self.tail[i] != tail {
            self.rows |= 1 << row;
            if row < 8 {
                self.changed[column] |= 1 << row;
            }
        }
        if order != 0 {
            self.order_rows |= 1 << row;
            if row < 8 {
                self.marks[column] |= 1 << row;
            }
        }
        (self.lead[i], self.tail[i], self.order[i]) = (lead, tail, order);
    }

    /// The two bytes that take the place of a character of U+0600–U+06FF.
    #[inline]
    #[cfg_attr(not(feature = "simd"), allow(dead_code, reason = "the kernel reads it"))]
    pub(super) fn entry(&self, lead: u8, tail: u8) -> Option<(u8, u8)> {
        let index = usize::from((lead & 3) << 6 | tail & 0x3F);
        Some((*self.lead.get(index)?, *self.tail.get(index)?))
    }

    /// The kernel is not to be used.
    pub(crate) const fn switch_off(&mut self) {
        self.off = true;
    }

    /// Whether the kernel may be used.
    pub(crate) const fn is_on(&self) -> bool {
        !self.off
    }
}
