//! The presets that promise the output of another program, held to what that program gave: on every
//! scalar value and on texts. How the vectors are made is told in `tools/README.md`.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;

use common::Random;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};
use warraq::Normalizer;

/// The texts that the peers were run on.
const TEXTS: &str = include_str!("data/peers/texts.txt");

/// What one program made of the code points and of [`TEXTS`].
struct Peer {
    unchanged: usize,
    changed: BTreeMap<char, String>,
    texts: Vec<String>,
}

impl Peer {
    fn read(file: &str) -> Self {
        let head = file.lines().find_map(|line| line.split_once("unchanged: ")).unwrap();
        assert!(head.0.ends_with("alone and between two letters: 0000-D7FF E000-10FFFF; "), "{}", head.0);
        let unchanged = head.1.parse().unwrap();
        let mut peer = Self { unchanged, changed: BTreeMap::new(), texts: Vec::new() };
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some(text) = line.strip_prefix("t\t") {
                peer.texts.push(unescaped(text));
            } else {
                let (from, to) = line.strip_prefix("c\t").unwrap().split_once('\t').unwrap();
                let to = to.split_whitespace().map(scalar).collect();
                assert_eq!(peer.changed.insert(scalar(from), to), None, "{line}");
            }
        }
        peer
    }

    fn lucene() -> Self {
        Self::read(include_str!("data/peers/lucene.tsv"))
    }

    fn lucene_digits() -> Self {
        Self::read(include_str!("data/peers/lucene-digits.tsv"))
    }

    fn camel() -> Self {
        Self::read(include_str!("data/peers/camel.tsv"))
    }

    /// What the program makes of any text, by what it makes of each code point.
    fn run(&self, text: &str) -> String {
        let mut out = String::new();
        for c in text.chars() {
            match self.changed.get(&c) {
                Some(to) => out.push_str(to),
                None => out.push(c),
            }
        }
        out
    }
}

fn scalar(hexadecimal: &str) -> char {
    char::from_u32(u32::from_str_radix(hexadecimal, 16).unwrap()).unwrap()
}

fn unescaped(line: &str) -> String {
    let mut pieces = line.split("\\u{");
    let mut text = String::from(pieces.next().unwrap());
    for piece in pieces {
        let (hexadecimal, rest) = piece.split_once('}').unwrap();
        text.push(scalar(hexadecimal));
        text.push_str(rest);
    }
    text
}

fn texts() -> Vec<String> {
    TEXTS.lines().map(unescaped).collect()
}

/// The files say all there is to know: no code point is left out, and the programs look at no
/// neighbours, so that `Peer::run` may stand for them on texts that they were not run on.
#[test]
fn the_vectors_are_whole() {
    for peer in [Peer::lucene(), Peer::lucene_digits(), Peer::camel()] {
        assert_eq!(peer.unchanged + peer.changed.len(), (char::MIN..=char::MAX).count());
        assert_eq!(peer.texts.len(), texts().len());
        for (text, output) in texts().iter().zip(&peer.texts) {
            assert_eq!(&peer.run(text), output, "{text}");
        }
    }
    assert!(texts().len() > 150);
}

/// The preset gives what the program gave, on every scalar value alone and between letters, on the
/// texts, and what it would give on random ones.
#[track_caller]
fn same(preset: &Normalizer, peer: &Peer, left_out: impl Fn(char) -> bool) {
    let check = |text: &str, expected: &str| {
        let result = preset.normalize(text);
        let (text, given) = (text.escape_unicode(), result.escape_unicode());
        assert!(result == expected, "{text}: {given}, not {}", expected.escape_unicode());
    };
    for c in (char::MIN..=char::MAX).filter(|&c| !left_out(c)) {
        for text in [String::from(c), format!("ب{c}ت"), format!("هـ{c} 1{c}2")] {
            check(&text, &peer.run(&text));
        }
    }
    for (text, expected) in texts().iter().zip(&peer.texts) {
        check(text, expected);
    }
    let mut random = Random::new(11);
    for _ in 0..10_000 {
        let text = random.text(30);
        check(&text, &peer.run(&text));
    }
}

#[test]
fn lucene() {
    same(&Normalizer::lucene(), &Peer::lucene(), |_| false);
}

/// Which digits Lucene knows is decided by the Java that it runs on. The digits that later versions of
/// Unicode brought are known here; a later Java knows them too.
#[test]
fn lucene_digits() {
    let peer = Peer::lucene_digits();
    let digit = |c: char| c.general_category() == GeneralCategory::DecimalNumber && !c.is_ascii();
    let later = |c: char| digit(c) && !peer.changed.contains_key(&c);
    same(&Normalizer::lucene_digits(), &peer, later);
    let later: Vec<_> = (char::MIN..=char::MAX).filter(|&c| later(c)).collect();
    assert!(later.iter().all(|&c| c >= '\u{10D40}'), "older digits are left out: {later:X?}");
    for (place, c) in later.iter().enumerate() {
        let result = Normalizer::lucene_digits().normalize(c.encode_utf8(&mut [0; 4])).into_owned();
        assert_eq!(result, (place % 10).to_string(), "{:X}", *c as u32);
    }
}

#[test]
fn camel() {
    same(&Normalizer::camel(), &Peer::camel(), |_| false);
}
