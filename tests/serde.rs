//! What is written is read again, and what is no value is refused.
#![cfg(all(feature = "serde", feature = "std"))]
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::fmt::Debug;

use common::hostile;
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{from_str, json, to_string, to_value};
use warraq::{
    Addresses, Analyzer, ArabicText as _, AyahMarks, Case, Chunker, CivilDate, CliticSegmenter, Context,
    DateOrder, Gender, Guards, HijriDate, HijriRule, Layers, LetterCase, LineBreaks, Mode, Names, OffsetMap,
    Packing, Profiles, SearchTerms, Semicolons, SentenceSplitter, Span, StopWords, Tafqit, TokenKind,
    Tokenizer, Weekday, Whitespace,
};

/// Through a format that describes itself, and through one that does not.
fn round_trip<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) -> String {
    let json = to_string(value).unwrap();
    assert_eq!(&from_str::<T>(&json).unwrap(), value, "{json}");
    let bytes = postcard::to_allocvec(value).unwrap();
    assert_eq!(&postcard::from_bytes::<T>(&bytes).unwrap(), value, "{bytes:?}");
    json
}

fn refused<T: DeserializeOwned + Debug>(json: &str) -> String {
    from_str::<T>(json).unwrap_err().to_string()
}

#[test]
fn options() {
    let analyzer = Analyzer::new()
        .layers(Layers::ENTITIES.with(Layers::SENTENCES))
        .mode(Mode::Strict)
        .names(Names::Report)
        .guards(Guards::Report)
        .region("ma".parse().unwrap())
        .profiles(Profiles::CLASSICAL)
        .date_order(DateOrder::Mdy)
        .splitter(SentenceSplitter::new().semicolons(Semicolons::End));
    round_trip(&Analyzer::new());
    assert_eq!(
        round_trip(&analyzer),
        concat!(
            r#"{"layers":["sentences","entities"],"mode":"strict","names":"report","region":"MA","#,
            r#""profiles":["classical"],"guards":"report","date_order":"mdy","splitter":{"rules":"arabic","#,
            r#""line_breaks":"sentence","semicolons":"end","ellipses":"pause","ayah_marks":"inside"}}"#
        )
    );

    round_trip(&Tokenizer::new().whitespace(Whitespace::Keep).addresses(Addresses::Split));
    round_trip(&SentenceSplitter::new().line_breaks(LineBreaks::Wrapped).ayah_marks(AyahMarks::End));
    round_trip(&Chunker::max_bytes(900));
    let json = round_trip(&Chunker::max_chars(500).packing(Packing::Alone));
    assert!(
        json.starts_with(r#"{"max_bytes":null,"max_chars":500,"packing":"alone","splitter":{"#),
        "{json}"
    );
    round_trip(&SearchTerms::new().letter_case(LetterCase::Lower).stop_words(StopWords::Keep));
    round_trip(&CliticSegmenter::new().mode(Mode::Recall));
    round_trip(&Tafqit::new().gender(Gender::Feminine).case(Case::Oblique));
    let context = Context::new()
        .reference(CivilDate::new(2023, 1, 23).unwrap())
        .week_start(Weekday::Monday)
        .hijri(HijriRule::Civil);
    let json = round_trip(&context);
    assert!(json.contains(r#""reference":"2023-01-23","week_start":"MON""#), "{json}");
}

/// A file of options says what differs, and a name that is none is an error.
#[test]
fn options_of_a_file() {
    assert_eq!(from_str::<Tokenizer>("{}").unwrap(), Tokenizer::new());
    assert_eq!(from_str::<Analyzer>("{}").unwrap(), Analyzer::new());
    assert_eq!(
        from_str::<Context>(r#"{"week_start":"MON"}"#).unwrap(),
        Context::new().week_start(Weekday::Monday)
    );
    assert_eq!(
        from_str::<Analyzer>(r#"{"date_order":"mdy","profiles":["dialect"]}"#).unwrap(),
        Analyzer::new().date_order(DateOrder::Mdy).profiles(Profiles::DIALECT)
    );
    assert_eq!(from_str::<Chunker>(r#"{"max_bytes":900}"#).unwrap(), Chunker::max_bytes(900));
    for neither in ["{}", r#"{"max_bytes":9,"max_chars":9}"#] {
        assert!(refused::<Chunker>(neither).contains("either max_bytes or max_chars"));
    }
    assert!(refused::<Context>(r#"{"weekstart":"MON"}"#).contains("weekstart"));
    assert!(refused::<Context>(r#"{"week_start":"monday"}"#).contains("MON"));
    assert!(refused::<SearchTerms>(r#"{"mode":"loud"}"#).contains("loud"));
    assert!(refused::<Analyzer>(r#"{"everything":true}"#).contains("everything"));
    assert!(refused::<Layers>(r#"["pages"]"#).contains("pages"));
}

#[test]
fn days_and_spans() {
    assert_eq!(round_trip(&CivilDate::new(-12, 3, 1).unwrap()), r#""-0012-03-01""#);
    assert_eq!(round_trip(&HijriDate::new(1445, 3, 12).unwrap()), r#""1445-03-12""#);
    assert_eq!(round_trip(&Span::new(2, 6)), r#"{"start":2,"end":6}"#);
    assert!(!refused::<CivilDate>(r#""2023-02-29""#).is_empty());
    assert!(refused::<Span>(r#"{"start":6,"end":2}"#).contains("before it starts"));
}

/// A kind alone is written as it is inside of a token, a weekday as it prints.
#[test]
fn one_spelling() {
    let token = "مكتبة".arabic_tokens().next().unwrap();
    let (alone, inside) = (to_value(token.kind()).unwrap(), to_value(token).unwrap());
    assert_eq!(alone, json!({"kind": "word", "script": "arabic"}));
    assert_eq!((&alone["kind"], &alone["script"]), (&inside["kind"], &inside["script"]));
    for kind in [token.kind(), TokenKind::Number] {
        assert_eq!(from_str::<TokenKind>(&to_string(&kind).unwrap()).unwrap(), kind);
    }
    for day in Weekday::ALL {
        assert_eq!(round_trip(&day), format!("\"{day}\""));
    }
}

#[test]
fn findings() {
    let text = "وصل ٥٠ وفدا. عاد بعضها في 20 يناير 2023.";
    let findings: Vec<_> = Analyzer::new().analyze(text).collect();
    let written = to_value(&findings).unwrap();
    for (finding, json) in findings.iter().zip(written.as_array().unwrap()) {
        let span: Span = from_str(&json!({"start": json["start"], "end": json["end"]}).to_string()).unwrap();
        assert_eq!(
            (span, json["layer"].as_str(), json["text"].as_str()),
            (finding.span(), Some(finding.layer()), Some(finding.text()))
        );
    }
    let day = written.as_array().unwrap().iter().find(|json| json["value"] == "day:2023-01-20").unwrap();
    assert_eq!(day["certainty"], "certain");
    assert_eq!(day["relation"], "in");
    let resolved = text.arabic_dates().next().unwrap().resolve(&Context::new()).unwrap();
    assert_eq!(to_string(&resolved).unwrap(), r#""day:2023-01-20""#);
}

/// Hand-made maps: each is no map for another reason.
#[test]
fn what_is_no_map() {
    let refused = |input: usize, output: usize, pieces: &[(usize, usize, usize)]| {
        let json = json!({"input_len": input, "output_len": output, "pieces": pieces}).to_string();
        from_str::<OffsetMap>(&json).is_err()
    };
    assert!(!refused(4, 4, &[(0, 4, 0)]));
    assert!(!refused(4, 2, &[(2, 4, 0)]));
    assert!(!refused(4, 4, &[(2, 4, 2), (0, 2, 2)]), "a tangle");
    assert!(refused(4, 4, &[(0, 5, 0)]), "behind the source");
    assert!(refused(4, 3, &[(0, 4, 0)]), "another length");
    assert!(refused(4, 4, &[(2, 4, 0), (0, 2, 0)]), "byte for byte, in another order");
    assert!(refused(4, 4, &[(0, 2, 0), (1, 4, 2)]), "from what is used up");
    assert!(refused(4, 2, &[(3, 3, 2)]), "from nothing");
    assert!(refused(4, usize::MAX, &[(0, 1, usize::MAX)]), "longer than any text");
    assert!(refused(4, 1, &[(0, 1, usize::MAX), (0, 1, 2)]), "an overflow");
    let far = 1 << (usize::BITS - 1);
    let pieces = [1, 3, 5, 7].map(|at| (far + at, far + at + 1, 0));
    assert!(refused(far + 200, 4, &pieces), "farther than any text");
}

proptest! {
    #![proptest_config(hostile::config())]

    #[test]
    fn maps(text in hostile::hostile(), bits: u64) {
        let (_, map) = common::laws::normalizer(bits).normalize_mapped(&text).into_parts();
        round_trip(&map);
    }

    /// Whatever is told: a map that keeps its promises, or an error.
    #[test]
    fn any_numbers(input in 0..40_usize, output in 0..40_usize, pieces in prop::collection::vec((0..40_usize, 0..40_usize, 0..5_usize), 0..8)) {
        let json = json!({"input_len": input, "output_len": output, "pieces": pieces}).to_string();
        if let Ok(map) = from_str::<OffsetMap>(&json) {
            let asked: usize = pieces.iter().map(|&(start, end, len)| if len == 0 { end - start } else { len }).sum();
            prop_assert_eq!((map.input_len(), map.output_len(), asked), (input, output, output));
            let mut out = 0;
            for (start, end, len) in pieces {
                for at in 0..if len == 0 { end - start } else { len } {
                    let source = if len == 0 { Span::new(start + at, start + at + 1) } else { Span::new(start, end) };
                    prop_assert_eq!(map.source(out..out + 1), source);
                    out += 1;
                }
            }
            let inside = map.edits().all(|edit| edit.source.end <= input && edit.target.end <= output);
            prop_assert!(inside);
            round_trip(&map);
        }
    }

    /// Also of texts that have nothing to do with each other.
    #[test]
    fn maps_in_a_row(a in hostile::hostile(), b in hostile::hostile(), bits: [u64; 2]) {
        let map = |text: &str, bits| common::laws::normalizer(bits).normalize_mapped(text).into_parts().1;
        let (first, second) = (map(&a, bits[0]), map(&b, bits[1]));
        let both = first.then(&second);
        prop_assert_eq!(both.input_len(), first.input_len());
        prop_assert!(both.output_len() <= second.output_len());
        round_trip(&both);
    }

    #[test]
    fn normalizers(bits: u64) {
        round_trip(&common::laws::normalizer(bits));
    }
}
