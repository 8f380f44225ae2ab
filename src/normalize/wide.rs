//! The walk for operations that need whole words or the ASCII signs between them: stretch by
//! stretch, each from the blanks before it to the next blank, every one that may change through the
//! passes of `window`. The other operations take the fast road of `walk`.

use alloc::string::String;

use super::item::Source;
use super::plan::{Plan, Step};
use super::window::Window;

/// The first stretch that changes: where it starts.
pub(super) fn scan<S: Source>(plan: &Plan, window: &mut Window<'_, S>, text: &str) -> Option<usize> {
    stretches(text, 0).find_map(|(start, stretch)| {
        if !window.space && is_plain(plan, stretch) {
            return None;
        }
        window.run(stretch);
        let same = window.result().iter().map(|item| item.c).eq(stretch.chars());
        (!same).then_some(start)
    })
}

/// Appends the normalized text from byte `start` to `out`.
pub(super) fn write<S: Source>(
    plan: &Plan,
    window: &mut Window<'_, S>,
    text: &str,
    start: usize,
    out: &mut String,
) {
    // What stands before is not white space, or `scan` would have found it.
    window.space = false;
    for (_, stretch) in stretches(text, start) {
        if !window.space && is_plain(plan, stretch) {
            out.push_str(stretch);
        } else {
            window.run(stretch);
            out.extend(window.result().iter().map(|item| item.c));
        }
    }
}

/// The stretches from byte `start` on, with their starts: blanks and what follows them up to the
/// next blank.
pub(super) fn stretches(text: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut at = start;
    core::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let bytes = rest.as_bytes();
        let blanks = bytes.iter().position(|&byte| !is_blank(byte)).unwrap_or(bytes.len());
        let word = bytes.get(blanks..).and_then(|word| word.iter().position(|&byte| is_blank(byte)));
        let end = word.map_or(bytes.len(), |len| blanks + len);
        let start = at;
        at += end;
        Some((start, rest.get(..end).unwrap_or("")))
    })
}

/// What separates stretches: no operation but that on spaces looks across.
fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// Whether nothing in the stretch can change: ASCII without signs that may, and letters that stay.
fn is_plain(plan: &Plan, stretch: &str) -> bool {
    let bytes = stretch.as_bytes();
    let mut at = 0;
    let mut blank = false;
    while let Some(&lead) = bytes.get(at) {
        match lead {
            0..0x80 => {
                let space = plan.collapses && matches!(lead, b' ' | b'\t');
                if plan.ascii & 1 << lead != 0 || (space && (blank || lead == b'\t')) {
                    return false;
                }
                blank = space;
                at += 1;
            }
            0xD8..=0xDB if plan.run == 0 => {
                blank = false;
                let cell = plan.cell(lead, bytes.get(at + 1).copied().unwrap_or(0x80));
                if cell.step != Step::Keep {
                    return false;
                }
                at += 2;
            }
            _ => return false,
        }
    }
    // A space at the end of the text is not followed by another one; one at the start may follow one.
    !(plan.collapses && blank)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn stretches_are_the_text() {
        let text = " \n كتاب 5\tب  ";
        let parts: Vec<_> = stretches(text, 0).collect();
        assert_eq!(parts, [(0, " \n كتاب"), (11, " 5"), (13, "\tب"), (16, "  ")]);
        assert_eq!(stretches("", 0).next(), None);
    }
}
