//! The pieces of the model stand on the text as it was written.

use tokenizers::tokenizer::normalizer::Range;
use tokenizers::{NormalizedString, Normalizer as _};
use warraq::{FarsiYeh, Normalizer, Phrases, Punctuation, Span};
use warraq_tokenizers::{ArabicNormalizer, ArabicPreTokenizer, ArabicTokenizer, Cut, encode, train};

const TEXTS: [&str; 3] = [
    include_str!("../../../benches/data/news.txt"),
    include_str!("../../../benches/data/mixed.txt"),
    include_str!("../../../benches/data/vocalised.txt"),
];

fn trained(cut: Cut) -> ArabicTokenizer {
    let lines = TEXTS.iter().flat_map(|text| text.lines());
    train(Normalizer::search(), ArabicPreTokenizer::new(cut), lines, 2000).unwrap()
}

fn written<'t>(tokenizer: &ArabicTokenizer, text: &'t str) -> Vec<&'t str> {
    encode(tokenizer, text).unwrap().iter().map(|piece| piece.written).collect()
}

/// The text is warraq's, and each character has the place of the map, or of the first of several it comes from.
/// Where marks change places, as NFC asks for, the pipeline's alignments cannot: there the stretch of them counts.
fn aligned(normalizer: &Normalizer, text: &str) {
    let mapped = normalizer.normalize_mapped(text);
    let mut theirs = NormalizedString::from(text);
    ArabicNormalizer::new(normalizer.clone()).normalize(&mut theirs).unwrap();
    assert_eq!(theirs.get(), mapped.text(), "{text:?}");
    let ranges: Vec<_> = mapped.text().char_indices().map(|(at, c)| at..at + c.len_utf8()).collect();
    let sources: Vec<Span> = ranges.iter().map(|range| mapped.source(range.clone())).collect();
    let ordered = |at: usize| {
        let behind = sources[at..].iter().map(|source| source.start).min();
        sources[..at].iter().all(|source| Some(source.start) <= behind)
    };
    let mut stretch = 0;
    for end in 1..=sources.len() {
        if !ordered(end) && end < sources.len() {
            continue;
        }
        let source = sources[stretch..end].iter().copied().reduce(Span::join).unwrap_or_default();
        for range in &ranges[stretch..end] {
            let place = theirs.convert_offsets(Range::Normalized(range.clone())).unwrap();
            assert!(
                source.start <= place.start && place.end <= source.end && !place.is_empty(),
                "{range:?} of {text:?}: {place:?}, the map says {source:?}"
            );
        }
        stretch = end;
    }
}

fn normalizers() -> Vec<Normalizer> {
    let wide = Normalizer::clean().phrases(Phrases::Expand).punctuation(Punctuation::Ascii);
    vec![
        Normalizer::search(),
        Normalizer::clean(),
        Normalizer::ml(),
        wide.farsi_yeh(FarsiYeh::ByPlace),
        Normalizer::new(),
    ]
}

#[test]
fn alignments_are_those_of_the_map() {
    for normalizer in normalizers() {
        for text in TEXTS.iter().flat_map(|text| text.lines()) {
            aligned(&normalizer, text);
        }
        for text in
            ["", "\u{64B}", "\u{64B}\u{640}", "\u{FEFB}\u{64E}م", "ا\u{653}", "ﷺ\u{64E}", "\u{200F}س", "ﷲ ﷺ"]
        {
            aligned(&normalizer, text);
        }
    }
}

/// Marks in any order, ligatures, letters in two characters, controls, other scripts.
#[test]
fn alignments_of_hostile_text() {
    let alphabet: Vec<char> =
        "ابهةىی ء\u{654}\u{653}\u{64E}\u{651}\u{64B}\u{670}ﻻﷺﷲﺑ٣۳3،,a\u{301}é\u{200C}\u{200F}\u{640}\u{1EE00}中\n"
            .chars()
            .collect();
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..5_000 {
        let text: String = (0..12)
            .map(|_| {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                alphabet[random as usize % alphabet.len()]
            })
            .collect();
        for normalizer in normalizers() {
            aligned(&normalizer, &text);
        }
    }
}

#[test]
fn pieces_carry_their_marks() {
    let tokenizer = trained(Cut::Tokens);
    let text = "فِي الْكِتَابِ ١٢، ﻻَ";
    assert_eq!(written(&tokenizer, text), ["فِي", "الْكِتَابِ", "١٢", "،", "ﻻَ"]);
    let pieces = encode(&tokenizer, text).unwrap();
    assert_eq!(pieces[2].token, "▁12");
    assert_eq!(pieces[2].span.of(text), "١٢");
}

#[test]
fn clitics_are_pieces() {
    let pieces = written(&trained(Cut::Clitics), "وَالْكِتَابُ");
    assert_eq!(pieces, ["وَ", "الْكِتَابُ"]);
    assert_eq!(written(&trained(Cut::Tokens), "وَالْكِتَابُ").concat(), "وَالْكِتَابُ");
}

/// Every letter of the text is in one piece, in order: nothing is lost between the steps.
#[test]
fn pieces_cover_the_text() {
    let tokenizer = trained(Cut::Clitics);
    for line in TEXTS.iter().flat_map(|text| text.lines()) {
        let pieces = encode(&tokenizer, line).unwrap();
        assert!(pieces.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{line}");
        let mut between = String::new();
        let mut at = 0;
        for piece in &pieces {
            between.push_str(&line[at..piece.span.start]);
            at = piece.span.end;
        }
        between.push_str(&line[at..]);
        let left = Normalizer::search().normalize(&between).into_owned();
        assert!(left.chars().all(char::is_whitespace), "{left:?} of {line}");
    }
}

/// Decoded, a text is the normalized one: with the blanks that were there, and none before a stop or behind a clitic.
#[test]
fn the_normalized_text_comes_back() {
    let normalizer = Normalizer::search();
    for cut in [Cut::Tokens, Cut::Clitics] {
        let tokenizer = trained(cut);
        let lines = TEXTS.iter().flat_map(|text| text.lines());
        for text in lines.chain(["", " (وَالْكِتَابُ)،  نعم! "]) {
            let encoding = tokenizer.encode(text, false).unwrap();
            let words: Vec<String> =
                normalizer.normalize(text).split_whitespace().map(str::to_owned).collect();
            assert_eq!(tokenizer.decode(encoding.get_ids(), true).unwrap(), words.join(" "), "{text}");
        }
    }
}

/// One text of half a megabyte: quadratic time would be minutes.
#[test]
fn a_long_text() {
    let text = TEXTS[0].repeat((512 << 10) / TEXTS[0].len() + 1);
    let tokenizer = trained(Cut::Clitics);
    let pieces = encode(&tokenizer, &text).unwrap();
    assert!(pieces.len() > 50_000);
}

#[test]
fn saved_and_read_again() {
    let tokenizer = trained(Cut::Clitics);
    let json = tokenizer.to_string(false).unwrap();
    let again: ArabicTokenizer = json.parse().unwrap();
    assert!(json.contains(r#""type":"ArabicNormalizer""#) && json.contains(r#""cut":"clitics""#), "{json}");
    for (step, other) in [("ArabicNormalizer", "Lowercase"), ("ArabicPreTokenizer", "Whitespace")] {
        assert!(json.replace(step, other).parse::<ArabicTokenizer>().is_err());
    }
    let text = TEXTS[2];
    assert_eq!(encode(&again, text).unwrap(), encode(&tokenizer, text).unwrap());
}
