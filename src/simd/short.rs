//! The same work on the words of an index, which are too short for a vector: the table alone, without a
//! branch on what it says. On words in random order each such branch is mispredicted every third time,
//! which costs more than all the rest.
//!
//! ```text
//! for each character of two bytes:
//!     look both of its bytes up, write them, advance by the number that stays
//!     remember whether a byte changed, and whether one could not be told
//! ```

#![allow(clippy::needless_bitwise_bool, reason = "no branch is the point here")]

use super::tables::{LOOK, NONE, Tables};

/// Texts up to this length in bytes are short.
pub(crate) const SHORT: usize = 64;
/// Room for a short text and the byte that is written behind its end.
pub(crate) type Buffer = [u8; SHORT + 2];

/// Rewrites a short text: the length of what is in `out` then, and whether it differs from the text.
/// `None` where neighbours decide or a character stands outside of the tables, and for longer texts.
/// O(length).
#[inline]
#[cfg_attr(warraq_no_panic, no_panic::no_panic)]
pub(crate) fn rewrite(tables: &Tables, text: &[u8], out: &mut Buffer) -> Option<(usize, bool)> {
    if text.len() > SHORT || tables.off {
        return None;
    }
    if tables.order_rows == 0 { run::<false>(tables, text, out) } else { run::<true>(tables, text, out) }
}

#[inline]
fn run<const ORDERED: bool>(tables: &Tables, text: &[u8], out: &mut Buffer) -> Option<(usize, bool)> {
    let (mut at, mut len) = (0, 0);
    let mut changed = false;
    let mut special = false;
    // Whether a mark may stand here, the class of the mark before, and how many there are.
    let (mut bearer, mut last, mut marks) = (true, 0, 0);
    while let Some(&lead) = text.get(at) {
        if lead < 0x80 {
            *out.get_mut(len)? = lead;
            len += 1;
            at += 1;
            (bearer, last, marks) = (true, 0, 0);
            continue;
        }
        let tail = *text.get(at + 1)?;
        at += 2;
        let place = out.get_mut(len..len + 2)?;
        // Latin letters and signs such as guillemets stay.
        if let 0xC2..=0xCB = lead {
            place.copy_from_slice(&[lead, tail]);
            len += 2;
            (bearer, last, marks) = (false, 0, 0);
            continue;
        }
        if lead & 0xFC != 0xD8 {
            return None;
        }
        let index = usize::from((lead & 3) << 6 | tail & 0x3F);
        let (new_lead, new_tail) = (*tables.lead.get(index)?, *tables.tail.get(index)?);
        place.copy_from_slice(&[new_lead, new_tail]);
        let stays = usize::from(new_lead != 0) + usize::from(new_tail > NONE);
        special |= new_lead >= LOOK;
        changed |= (new_lead != lead) | (new_tail != tail);
        if ORDERED {
            let order = *tables.order.get(index)?;
            let mark = order != 0;
            special |= mark & !bearer;
            if mark & (order < last) {
                // Two marks change places; with a third one it takes more.
                if marks > 1 {
                    return None;
                }
                changed = true;
                let pair = out.get_mut(len - 2..len + 2)?;
                pair.rotate_left(2);
                // A third one may not go between them.
                (marks, last) = (2, u8::MAX);
            } else {
                marks = if mark { marks + 1 } else { 0 };
                last = order;
            }
            bearer = stays != 0;
        }
        len += stays;
    }
    (!special).then_some((len, changed))
}
