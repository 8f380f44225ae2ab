//! However a text is cut, the output is that of the whole: random switches, hostile characters, every
//! cut and random ones, with stretches so short that every sort of place is used.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::super::ops::Switches;
use super::super::tests::{CORE, PARTS, Random, Shown, effort, normalizers, random_text, wide_normalizers};
use super::super::{Hamza, HamzaSeats, Marks, SmallLetters, Spaces, TanwinCarrier, Zwnj};
use super::cut::{Pieces, is_anchor, is_settled};
use super::utf8::Stream;
use super::*;

fn in_pieces<'t>(normalizer: &Normalizer, pieces: impl IntoIterator<Item = &'t str>) -> String {
    let mut cut = Pieces::new(normalizer);
    let mut out = String::new();
    for piece in pieces {
        cut.push(piece, &mut out);
    }
    cut.finish(&mut out);
    out
}

fn in_chunks(
    normalizer: &Normalizer,
    invalid: InvalidBytes,
    chunks: &[&[u8]],
) -> (String, Result<(), InvalidUtf8>) {
    let mut stream = Stream::new(normalizer, invalid);
    let mut out = String::new();
    for chunk in chunks {
        if let Err(error) = stream.push(chunk, &mut out) {
            return (out, Err(error));
        }
    }
    let done = stream.finish(&mut out);
    (out, done)
}

fn assert_same(result: &str, expected: &str, text: &str, normalizer: &Normalizer) {
    assert_eq!(Shown(result), Shown(expected), "{} under {normalizer:?}", text.escape_unicode());
}

/// Places, what may stand before and behind them, and rules that look from one side to the other.
const MORE: &str =
    "    \n\t\u{A0}\u{2003}abcxyzزنمهيوك中文가\u{1100}Жéа5٥٫٬،.\u{FEEB}\u{FE80}\u{FE8E}\u{FEE6}ﷺ";

/// Text of hostile characters, or of words and signs.
fn some_text(r: &mut Random, core: &[char], len: usize) -> String {
    if r.below(2) == 0 {
        return random_text(r, core, len);
    }
    let mut text = String::new();
    for _ in 0..=r.below(len) {
        if r.below(3) == 0 {
            text.push(r.pick(core));
        } else {
            text.push_str(r.pick(PARTS));
        }
    }
    text
}

#[test]
fn every_cut_gives_the_same() {
    let core: Vec<char> = CORE.chars().chain(MORE.chars()).chain(MORE.chars()).collect();
    let mut r = Random(11);
    let wide = wide_normalizers(150 * effort());
    for normalizer in normalizers(100 * effort()).into_iter().chain(wide) {
        for _ in 0..40 {
            let text = some_text(&mut r, &core, 24);
            let expected = normalizer.normalize(&text);
            for (at, _) in text.char_indices() {
                let (left, right) = text.split_at(at);
                assert_same(&in_pieces(&normalizer, [left, right]), &expected, &text, &normalizer);
            }
            let chars = text.split_inclusive(|_| true);
            assert_same(&in_pieces(&normalizer, chars), &expected, &text, &normalizer);
        }
        for _ in 0..20 {
            let text = some_text(&mut r, &core, 300);
            let expected = normalizer.normalize(&text);
            let mut chunks = Vec::new();
            let mut rest = text.as_bytes();
            while !rest.is_empty() {
                let (chunk, after) = rest.split_at(rest.len().min(r.below(40)));
                chunks.push(chunk);
                rest = after;
            }
            let (out, done) = in_chunks(&normalizer, InvalidBytes::Error, &chunks);
            assert!(done.is_ok());
            assert_same(&out, &expected, &text, &normalizer);
        }
    }
}

/// Words of which nothing is left between two spaces, which then are one.
#[test]
fn words_that_vanish_settle_nothing() {
    let mut normalizer = Normalizer::with(Switches {
        hamza_seats: HamzaSeats::Hamza,
        hamza: Hamza::Delete,
        tanwin_carrier: TanwinCarrier::Delete,
        small_letters: SmallLetters::Delete,
        spaces: Spaces::Collapse,
        zwnj: Zwnj::Space,
        marks: Marks::ALL,
        ..super::super::CLEAN
    });
    for zwnj in [Zwnj::Space, Zwnj::Delete] {
        normalizer = normalizer.zwnj(zwnj);
        for word in [
            "ءء\u{64B}ا",
            "ي\u{654}",
            "ي\u{64E}\u{654}",
            "و\u{654}\u{64E}",
            "ئ\u{64E}ـ",
            "ـ",
            "\u{200C}",
            "\u{64E}",
            "\u{200F}",
            "\u{FE80}",
            "\u{FE8B}",
            "\u{6E5}",
            "\u{200D}",
            "\u{A0}",
            "\u{FE7F}",
            "\u{3000}",
        ] {
            let text = alloc::format!("كتب {word} {word} كتب");
            let expected = normalizer.normalize(&text);
            assert_eq!(expected, "كتب كتب", "{}", text.escape_unicode());
            let chars = text.split_inclusive(|_| true);
            assert_same(&in_pieces(&normalizer, chars), &expected, &text, &normalizer);
        }
    }
}

/// Bytes of all sorts, cut everywhere: U+FFFD as std puts it, or the error where std sees it.
#[test]
fn invalid_bytes_are_those_of_std() {
    let clean = Normalizer::clean();
    let pieces: [&[u8]; 17] = [
        b"\xD8",
        b"\xA7",
        b"\xD8\xA7",
        b"\xE2",
        b"\x80",
        b"\x8F",
        b"\xE2\x80\x8F",
        b"\xF0",
        b"\x9F",
        b"\x98",
        b"\x80",
        b"\xFF",
        b"\xC0",
        b"\xED\xA0",
        b"\xF4\x90",
        b" ",
        b"ab",
    ];
    let mut r = Random(5);
    for _ in 0..20_000 {
        let bytes: Vec<u8> = (0..=r.below(9)).flat_map(|_| r.pick(&pieces)).copied().collect();
        let cut = r.below(bytes.len());
        let (left, right) = bytes.split_at(cut);
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        for chunks in [&[&*bytes] as &[&[u8]], &[left, right], &single] {
            let (out, done) = in_chunks(&clean, InvalidBytes::Replace, chunks);
            assert!(done.is_ok());
            assert_eq!(out, clean.normalize(&String::from_utf8_lossy(&bytes)), "{bytes:X?} {cut}");
            let (out, done) = in_chunks(&clean, InvalidBytes::Error, chunks);
            let (valid, error) = match core::str::from_utf8(&bytes) {
                Ok(text) => (text, None),
                Err(error) => {
                    (core::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap(), Some(error.valid_up_to()))
                }
            };
            assert_eq!(out, clean.normalize(valid), "{bytes:X?} {cut}");
            assert_eq!(done.err().map(|error| error.valid_up_to()), error.map(|at| at as u64), "{bytes:X?}");
        }
    }
}

/// What settles a place before a blank leaves something, and what is context for the left side is
/// one character that nothing touches, under every set of switches.
#[test]
fn places_are_what_they_are_taken_for() {
    let mut normalizers = normalizers(60);
    normalizers.extend(wide_normalizers(60));
    for c in char::MIN..=char::MAX {
        if is_settled([c].into_iter()) && (c as u32) < 0x1_0000 {
            for normalizer in &normalizers {
                let text = c.to_string();
                let out = normalizer.normalize(&text);
                assert!(out.chars().any(|c| !c.is_whitespace()), "{:X} {normalizer:?}", c as u32);
            }
        }
        if is_anchor(c) {
            let text = c.to_string();
            for normalizer in normalizers.iter().take(8) {
                assert_eq!(normalizer.normalize(&text), text, "{:X}", c as u32);
            }
        }
    }
}
