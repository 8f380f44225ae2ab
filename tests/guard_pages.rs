//! No byte beside a text is read: texts of every length lie flush against pages that end the process when
//! they are touched, before and behind, under every instruction set, and give what the scalar code gives of
//! a copy elsewhere.
#![cfg(unix)]
#![allow(missing_docs, clippy::unwrap_used)]
#![allow(unsafe_code, reason = "the pages are the kernel's")]

use std::ptr;

use warraq::{ArabicText as _, Normalizer, Tier};

/// Two pages between two that cannot be touched.
struct Guarded {
    map: *mut u8,
    page: usize,
}

impl Guarded {
    fn new() -> Self {
        // SAFETY: a fresh anonymous map of four pages, of which the outer two lose their permissions.
        unsafe {
            let page = usize::try_from(libc::sysconf(libc::_SC_PAGESIZE)).unwrap();
            let protection = libc::PROT_READ | libc::PROT_WRITE;
            let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
            let map = libc::mmap(ptr::null_mut(), 4 * page, protection, flags, -1, 0);
            assert_ne!(map, libc::MAP_FAILED);
            assert_eq!(libc::mprotect(map, page, libc::PROT_NONE), 0);
            assert_eq!(libc::mprotect(map.cast::<u8>().add(3 * page).cast(), page, libc::PROT_NONE), 0);
            Self { map: map.cast(), page }
        }
    }

    /// A copy of the text that starts, or ends, so many bytes from a guard.
    fn place(&mut self, text: &str, from_end: bool, distance: usize) -> &str {
        assert!(text.len() + distance <= 2 * self.page);
        let at = if from_end { 3 * self.page - distance - text.len() } else { self.page + distance };
        // SAFETY: inside the two middle pages, which nothing else refers to while `self` is borrowed.
        unsafe {
            let to = self.map.add(at);
            ptr::copy_nonoverlapping(text.as_ptr(), to, text.len());
            std::str::from_utf8(std::slice::from_raw_parts(to, text.len())).unwrap()
        }
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        // SAFETY: the map of `new`, to which no reference is left.
        unsafe { libc::munmap(self.map.cast(), 4 * self.page) };
    }
}

/// One of every kind that the kernel treats in its own way: what goes, changes, binds, stops, or passes.
const HITS: [&str; 14] =
    ["\u{64E}", "\u{651}\u{650}", "ـ", "أ", "ى", "ة", "٣", "،", " ", "a", "\u{200C}", "\u{FEFB}", "😀", "\n"];

fn is_long() -> bool {
    std::env::var("WARRAQ_EFFORT").is_ok_and(|effort| effort != "1")
}

/// Every length up to 300 bytes, with a hit at every place; alignments follow from the lengths, and in the long
/// run from 64 distances to the guard too.
fn texts(mut call: impl FnMut(&str)) -> usize {
    let mut count = 0;
    // The gate takes every seventh length above those of the short way; blocks of every size end inside.
    for length in (0..=300).filter(|&n| is_long() || n <= 66 || n % 7 == 0) {
        for (i, hit) in HITS.iter().enumerate().filter(|(_, hit)| hit.len() <= length) {
            for at in 0..=length - hit.len() {
                if !is_long() && (at + i) % 3 != 0 {
                    continue;
                }
                let fill = |n: usize| {
                    if n.is_multiple_of(2) { "ب".repeat(n / 2) } else { format!("{}x", "ب".repeat(n / 2)) }
                };
                call(&format!("{}{hit}{}", fill(at), fill(length - hit.len() - at)));
                count += 1;
            }
        }
    }
    count
}

#[test]
fn normalization_reads_nothing_beside_the_text() {
    let mut guarded = Guarded::new();
    let tiers: Vec<Tier> = Tier::ALL.into_iter().filter(|tier| tier.is_available()).collect();
    let presets = [Normalizer::search(), Normalizer::clean()];
    let mut out = String::new();
    let count = texts(|text| {
        for preset in &presets {
            let expected = preset.clone().tier(Tier::Scalar).normalize(text).into_owned();
            for &tier in &tiers {
                let normalizer = preset.clone().tier(tier);
                for distance in 0..if is_long() { 64 } else { 1 } {
                    for from_end in [true, false] {
                        let placed = guarded.place(text, from_end, distance);
                        assert_eq!(normalizer.normalize(placed), expected, "{tier:?} {text}");
                        out.clear();
                        normalizer.normalize_into(placed, &mut out);
                        assert_eq!(out, expected, "{tier:?} {text}");
                        assert_eq!(normalizer.is_normalized(placed), expected == text, "{tier:?} {text}");
                    }
                }
            }
        }
    });
    println!("{count} texts x {} tiers x 2 ends", tiers.len());
}

#[test]
fn tokens_and_sentences_read_nothing_beside_the_text() {
    let mut guarded = Guarded::new();
    texts(|text| {
        let tokens: Vec<_> = text.arabic_tokens().map(|t| t.span()).collect();
        let sentences: Vec<_> = text.arabic_sentences().map(|s| s.span()).collect();
        for from_end in [true, false] {
            let placed = guarded.place(text, from_end, 0);
            assert!(placed.arabic_tokens().map(|t| t.span()).eq(tokens.iter().copied()), "{text}");
            assert!(placed.arabic_sentences().map(|s| s.span()).eq(sentences.iter().copied()), "{text}");
        }
    });
}
