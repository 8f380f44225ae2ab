//! What must hold of every text, a function for each stage. The property tests, the exhaustive tests
//! and the fuzz targets ask the same ones.
//!
//! Beside each law stands an oracle where there is one, which knows nothing of this crate: the text
//! filtered by its Unicode categories, std's parser of numbers, unicode-segmentation. A stage that
//! returned nothing, or the same for every text, would break the oracle and not the law.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::missing_panics_doc)]

use std::borrow::Cow;
use std::fmt;
use std::io::{Read, Write as _};

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};
use unicode_segmentation::UnicodeSegmentation as _;
use warraq::{
    Addresses, Analyzer, ArabicText as _, Boundaries, Case, Chunker, CivilDate, CliticScheme,
    CliticSegmenter, Context, Date, DateOrder, Entity, Finding, Gender, Guards, HijriRule, Hundreds, Letters,
    Marks, Mode, Names, Normalizer, Number, Operation, Packing, Profiles, SearchTerms, Segment,
    SentenceRules, SentenceSplitter, Span, Tafqit, Tier, TokenKind, Tokenizer, Value, WeekdayPolicy,
    Whitespace, YearPolicy,
};

/// Other choices than those of [`Operation::ALL`].
const CHOICES: &[&str] = &[
    "marks=tashkeel",
    "marks=harakat+tanwin",
    "marks=hamza",
    "alef=hamza",
    "alef_maqsura=reverse",
    "teh_marbuta=teh",
    "hamza_seats=hamza",
    "zwnj=space",
    "digits=arabic",
    "digits=extended",
    "digits=latin_all",
    "punctuation=arabic",
    "punctuation=urdu",
    "tatweel=delete_all",
    "elongation=2:1",
    "small_letters=delete",
    "alef=hamza_and_wasla",
    "phrases=allah",
];

pub fn choices() -> impl Iterator<Item = Operation> {
    Operation::ALL.iter().copied().chain(CHOICES.iter().map(|name| name.parse().expect(name)))
}

/// Any normalizer, told by a number: a preset, or a set of operations.
pub fn normalizer(bits: u64) -> Normalizer {
    match bits % 8 {
        0 => Normalizer::clean(),
        1 => Normalizer::search(),
        2 => Normalizer::ml(),
        3 => Normalizer::lucene(),
        4 => Normalizer::camel(),
        _ => {
            let chosen = choices().enumerate().filter(|(i, _)| bits >> (8 + i) & 1 == 1);
            chosen.fold(Normalizer::new(), |normalizer, (_, choice)| normalizer.operation(choice))
        }
    }
}

/// A text in the message of a test: shows what cannot be seen.
#[derive(PartialEq)]
pub struct Shown<'a>(&'a str);

pub fn shown(text: &str) -> Shown<'_> {
    Shown(text)
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.escape_unicode().fmt(f)
    }
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.escape_unicode().fmt(f)
    }
}

/// Once is enough; borrowed means unchanged; the ways of calling agree; lines are alone.
///
/// Oracle: without the Arabic marks, by their general category and block.
pub fn normalize(normalizer: &Normalizer, text: &str) {
    let once = normalizer.normalize(text);
    assert_eq!(matches!(once, Cow::Borrowed(_)), once == text, "{}", shown(text));
    assert_eq!(normalizer.is_normalized(text), once == text, "{}", shown(text));
    let again = normalizer.normalize(&once);
    assert_eq!(shown(&again), shown(&once), "not once for all: {} under {normalizer:?}", shown(text));
    let mut out = String::from("ب");
    normalizer.normalize_into(text, &mut out);
    assert_eq!(out.strip_prefix('ب'), Some(&*once), "{}", shown(text));
    let lines: Vec<_> = text.split('\n').map(|line| normalizer.normalize(line)).collect();
    assert_eq!(shown(&lines.join("\n")), shown(&once), "lines of {} under {normalizer:?}", shown(text));

    let bare = Normalizer::new().marks(Marks::ALL).normalize(text);
    let expected: String = text.chars().filter(|&c| !is_arabic_mark(c)).collect();
    assert_eq!(shown(&bare), shown(&expected), "{}", shown(text));
}

/// A mark of an Arabic block, by Unicode's data and not by this crate's.
fn is_arabic_mark(c: char) -> bool {
    let arabic = matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{870}'..='\u{8FF}' | '\u{10EC0}'..='\u{10EFF}');
    arabic && matches!(c.general_category(), GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark)
}

/// Every instruction set gives the same.
pub fn tiers(normalizer: &Normalizer, text: &str) {
    let scalar = normalizer.clone().tier(Tier::Scalar).normalize(text);
    for tier in Tier::ALL.into_iter().filter(|tier| tier.is_available()) {
        let other = normalizer.clone().tier(tier);
        assert_eq!(shown(&other.normalize(text)), shown(&scalar), "{tier:?} {} {normalizer:?}", shown(text));
        assert_eq!(other.is_normalized(text), scalar == text, "{tier:?} {}", shown(text));
        assert_eq!(other.normalize_mapped(text).text(), scalar, "{tier:?} {}", shown(text));
    }
}

/// Where each byte of the output is from: on boundaries, in order, and there and back.
///
/// Oracle: of a text whose marks were deleted, the places of the characters that were not.
pub fn offsets(normalizer: &Normalizer, text: &str) {
    let mapped = normalizer.normalize_mapped(text);
    let result = mapped.text();
    let map = mapped.map();
    assert_eq!(result, normalizer.normalize(text), "{}", shown(text));
    assert_eq!((map.input_len(), map.output_len()), (text.len(), result.len()));
    assert!(map.is_identity() || result != text, "{}", shown(text));
    for (at, c) in result.char_indices() {
        let source = mapped.source(at..at + c.len_utf8());
        assert!(!source.is_empty() && text.get(source.start..source.end).is_some(), "{}", shown(text));
        let target = mapped.target(source);
        assert!(target.start <= at && at + c.len_utf8() <= target.end, "{} {at}", shown(text));
        let wide = mapped.highlight(at..at + c.len_utf8());
        assert!(wide.start <= source.start && source.end <= wide.end, "{}", shown(text));
    }
    // The changes and what lies between them are the whole of both texts.
    let (mut source, mut target) = (0, 0);
    for change in mapped.changes() {
        let (from, to) = (change.source, change.target);
        assert_eq!(text.get(source..from.start), result.get(target..to.start), "{}", shown(text));
        (source, target) = (from.end, to.end);
    }
    assert_eq!(text.get(source..), result.get(target..), "{}", shown(text));

    let bare = Normalizer::new().marks(Marks::ALL).normalize_mapped(text);
    let mut at = 0;
    for (from, c) in text.char_indices().filter(|&(_, c)| !is_arabic_mark(c)) {
        let place = bare.source(at..at + c.len_utf8());
        assert_eq!(place, Span::new(from, from + c.len_utf8()), "{} at {at}", shown(text));
        at += c.len_utf8();
    }
    assert_eq!(at, bare.text().len());
}

/// Gives what it is read from in pieces of one to `most` bytes.
struct Cut<'b>(&'b [u8], usize);

impl Read for Cut<'_> {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        let len = self.0.len().min(to.len()).min(1 + self.0.len() % self.1.max(1));
        let (now, rest) = self.0.split_at(len);
        to[..len].copy_from_slice(now);
        self.0 = rest;
        Ok(len)
    }
}

/// Read or written in pieces, a text becomes what it becomes as a whole.
///
/// Oracle: bytes that are no UTF-8 are replaced as std does it.
pub fn stream(normalizer: &Normalizer, bytes: &[u8], most: usize) {
    use warraq::InvalidBytes;
    let lossy = String::from_utf8_lossy(bytes);
    let expected = normalizer.normalize(&lossy);
    let mut read = Vec::new();
    let mut reader = normalizer.reader(Cut(bytes, most)).invalid_bytes(InvalidBytes::Replace);
    reader.read_to_end(&mut read).unwrap();
    assert_eq!(read, expected.as_bytes(), "{bytes:?} by {most} under {normalizer:?}");
    let mut writer = normalizer.writer(Vec::new()).invalid_bytes(InvalidBytes::Replace);
    for (i, piece) in bytes.chunks(most.max(1)).enumerate() {
        writer.write_all(piece).unwrap();
        if i % 5 == 4 {
            writer.flush().unwrap();
        }
    }
    assert_eq!(writer.finish().unwrap(), expected.as_bytes(), "{bytes:?} by {most} under {normalizer:?}");
    let strict = normalizer.reader(Cut(bytes, most)).read_to_end(&mut Vec::new());
    assert_eq!(strict.is_ok(), std::str::from_utf8(bytes).is_ok(), "{bytes:?}");
}

/// Every set of options.
pub fn tokenizers() -> [Tokenizer; 6] {
    let new = Tokenizer::new().whitespace(Whitespace::Keep);
    [
        new,
        new.letters(Letters::JoinDigits),
        new.addresses(Addresses::Split),
        new.letters(Letters::JoinDigits).addresses(Addresses::Split),
        new.boundaries(Boundaries::Whitespace),
        new.boundaries(Boundaries::Uax29),
    ]
}

/// The tokens put end to end are the text; without white space they are the others.
///
/// Oracles: `split_word_bounds` and `split_whitespace` in the modes of those names; digits are numbers.
pub fn tokens(text: &str) {
    for tokenizer in tokenizers() {
        let mut end = 0;
        for token in tokenizer.tokens(text) {
            let span = token.span();
            assert!(span.start == end && !span.is_empty(), "{}", shown(text));
            assert_eq!(text.get(span.start..span.end), Some(token.text()));
            end = span.end;
        }
        assert_eq!(end, text.len(), "{}", shown(text));
        let dropped: Vec<_> = tokenizer.whitespace(Whitespace::Skip).tokens(text).collect();
        let kept: Vec<_> = tokenizer.tokens(text).filter(|t| t.kind() != TokenKind::Whitespace).collect();
        assert_eq!(dropped, kept, "{}", shown(text));
    }
    let [.., white, uax] = tokenizers();
    assert!(uax.tokens(text).map(|t| t.text()).eq(text.split_word_bounds()), "{}", shown(text));
    let white = white.whitespace(Whitespace::Skip);
    assert!(white.tokens(text).map(|t| t.text()).eq(text.split_whitespace()), "{}", shown(text));
    for token in text.arabic_tokens() {
        match token.kind() {
            TokenKind::Number => {
                let digit =
                    |c: char| c.general_category() == GeneralCategory::DecimalNumber || c.is_numeric();
                assert!(token.text().contains(digit), "{:?} in {}", token.text(), shown(text));
            }
            TokenKind::Whitespace => assert!(token.text().trim().is_empty()),
            _ if token.text().bytes().all(|b| b.is_ascii_digit()) => {
                panic!("{:?} is a number in {}", token.text(), shown(text))
            }
            _ => {}
        }
    }
}

/// Between two sentences lies white space, and around none.
///
/// Oracle: `split_sentence_bounds` in the mode of UAX #29, whose sentences keep the space behind them.
pub fn sentences(text: &str) {
    let new = SentenceSplitter::new();
    for splitter in [new, new.line_breaks(warraq::LineBreaks::Wrapped), new.rules(SentenceRules::Uax29)] {
        let mut at = 0;
        for sentence in splitter.sentences(text) {
            let span = sentence.span();
            assert!(at <= span.start && span.start < span.end, "{}", shown(text));
            assert_eq!(text.get(span.start..span.end), Some(sentence.text()));
            let trimmed = sentence.text().trim() == sentence.text();
            assert!(trimmed || splitter == new.rules(SentenceRules::Uax29), "{}", shown(text));
            assert!(text[at..span.start].trim().is_empty(), "lost of {}", shown(text));
            at = span.end;
        }
        assert!(text[at..].trim().is_empty(), "lost of {}", shown(text));
    }
    let ours = new.rules(SentenceRules::Uax29).sentences(text);
    assert!(ours.map(|s| s.text()).eq(text.split_sentence_bounds()), "{}", shown(text));
}

/// Chunks are made of whole tokens, no longer than asked for unless they are one, and lose nothing.
pub fn chunks(text: &str, most: usize) {
    for chunker in [Chunker::max_chars(most), Chunker::max_bytes(most)] {
        for chunker in [chunker, chunker.packing(Packing::Alone)] {
            let mut at = 0;
            for chunk in chunker.chunks(text) {
                let span = chunk.span();
                assert!(at <= span.start && span.start < span.end, "{}", shown(text));
                assert_eq!(text.get(span.start..span.end), Some(chunk.text()));
                assert!(text[at..span.start].trim().is_empty(), "lost of {}", shown(text));
                at = span.end;
            }
            assert!(text[at..].trim().is_empty(), "lost of {}", shown(text));
        }
    }
    let bytes: fn(&str) -> usize = str::len;
    for (chunker, length) in
        [(Chunker::max_bytes(most), bytes), (Chunker::max_chars(most), |text| text.chars().count())]
    {
        for chunk in chunker.chunks(text) {
            let long = length(chunk.text()) > most;
            assert!(!long || chunk.text().arabic_tokens().count() <= 1, "{most} {}", shown(text));
        }
    }
}

/// The segments of a word are the word; those of a text lie inside its tokens, in order.
pub fn clitics(text: &str) {
    for mode in [Mode::Strict, Mode::Balanced, Mode::Recall] {
        let segmenter = CliticSegmenter::new().mode(mode);
        for token in text.arabic_tokens() {
            let found = segmenter.token(&token);
            let whole: String = found.segments().map(|s| s.text()).collect();
            assert_eq!(whole, token.text(), "{}", shown(text));
            assert!(!found.stem().text().is_empty());
        }
        for scheme in [CliticScheme::Full, CliticScheme::Atb] {
            let mut end = 0;
            for segment in segmenter.segments(text, scheme) {
                let span = Segment::span(&segment);
                assert!(span.start >= end && text.get(span.start..span.end) == Some(segment.text()));
                end = span.end;
            }
        }
    }
}

/// Terms lie in order, each of a word of the text, and a word alone gives the same term.
pub fn search(text: &str) {
    let mut end = 0;
    for term in SearchTerms::new().terms(text) {
        let span = term.span();
        assert!(span.start >= end && text.get(span.start..span.end) == Some(term.text()), "{}", shown(text));
        assert!(!term.term().is_empty(), "{}", shown(text));
        assert_eq!(SearchTerms::new().term(term.text()), term.term(), "{} of {}", term.text(), shown(text));
        end = span.end;
    }
}

/// Every way of asking for numbers and dates.
pub fn analyzers() -> [Analyzer; 4] {
    let new = Analyzer::new();
    let profiles = Profiles::DIALECT.with(Profiles::CLASSICAL);
    [
        new,
        new.mode(Mode::Strict),
        new.mode(Mode::Recall).names(Names::Report).guards(Guards::Report).profiles(profiles),
        new.date_order(DateOrder::Mdy).profiles(profiles),
    ]
}

fn in_order<'t>(text: &'t str, entities: impl Iterator<Item = Entity<'t>>) {
    let mut end = 0;
    for entity in entities {
        let span = entity.span();
        assert!(span.start >= end && !span.is_empty(), "{} {entity:?}", shown(text));
        assert_eq!(text.get(span.start..span.end), Some(entity.text()), "{}", shown(text));
        end = span.end;
        context(text, &entity);
    }
}

/// What is told about a finding lies in the text.
fn context(text: &str, entity: &Entity<'_>) {
    if let Some(unit) = entity.unit() {
        assert_eq!(text.get(unit.span().start..unit.span().end), Some(unit.text()), "{}", shown(text));
    }
    for part in entity.parts() {
        assert!(entity.span().start <= part.span().start && part.span().end <= entity.span().end);
        assert_eq!(text.get(part.span().start..part.span().end), Some(part.text()), "{}", shown(text));
    }
    let _ = (entity.bound(), entity.relation(), entity.alternatives(), entity.systems());
    assert!(!entity.value().to_string().is_empty());
}

/// Numbers lie in order inside the text; in digits and in words they read back as themselves.
///
/// Oracle: a number of nothing but ASCII digits is what std reads there, times the multiplier that it shares with the
/// number behind أو: 200 أو 300 ألف.
pub fn numbers(text: &str) {
    for analyzer in analyzers() {
        in_order(text, analyzer.numbers(text));
        for entity in analyzer.candidates(text) {
            assert_eq!(text.get(entity.span().start..entity.span().end), Some(entity.text()));
        }
    }
    for entity in text.arabic_numbers() {
        let Value::Number(Number::Cardinal(exact)) = entity.value() else { continue };
        let Some(value) = exact.to_integer() else { continue };
        if entity.text().bytes().all(|b| b.is_ascii_digit()) {
            let read = entity.text().parse::<i128>();
            let behind = text.get(entity.span().end..).unwrap_or("").trim_start();
            let multiplied = |&power: &u32| {
                let unit = 10_i128.pow(power);
                value % unit == 0 && read == Ok(value / unit)
            };
            let by_or = (behind.starts_with("أو") || behind.starts_with("او"))
                && [3, 6, 9, 12].iter().any(multiplied);
            assert!(read == Ok(value) || by_or, "{}: {value}", shown(text));
        }
        read_back(value);
    }
}

/// A number that was written in words is read as itself.
pub fn read_back(value: i128) {
    for gender in [Gender::Masculine, Gender::Feminine] {
        for case in [Case::Nominative, Case::Oblique] {
            for hundreds in [Hundreds::Fused, Hundreds::FusedAlef, Hundreds::Spaced, Hundreds::SpacedAlef] {
                let form = Tafqit::new().gender(gender).case(case).hundreds(hundreds);
                let Some(words) = form.cardinal(value) else { continue };
                let read = Analyzer::new().mode(Mode::Recall).numbers(&words).next();
                let read = read.map(|e| (e.span(), e.value().to_string()));
                let expected = (Span::new(0, words.len()), format!("card:{value}"));
                assert_eq!(read, Some(expected), "{words}");
            }
        }
    }
}

/// Dates lie in order inside the text; resolved, they are days in order, or an error.
///
/// Oracle: a date of four, two and two ASCII digits says those numbers.
pub fn dates(text: &str) {
    let contexts = [
        Context::new(),
        Context::new().reference(CivilDate::new(2023, 1, 23).unwrap()),
        Context::new().reference(CivilDate::new(-9999, 1, 1).unwrap()).hijri(HijriRule::Civil),
        Context::new().reference(CivilDate::new(9999, 12, 31).unwrap()),
        // A Wednesday, nearest days and years, and a Saturday that looks back.
        Context::new()
            .reference(CivilDate::new(2024, 5, 15).unwrap())
            .years(YearPolicy::Nearest)
            .hijri_periods(true),
        Context::new()
            .reference(CivilDate::new(2024, 5, 18).unwrap())
            .years(YearPolicy::Past)
            .weekdays(WeekdayPolicy::Past),
    ];
    for analyzer in analyzers() {
        in_order(text, analyzer.dates(text));
        for entity in analyzer.dates(text) {
            for context in &contexts {
                if let Ok(resolved) = entity.resolve(context) {
                    let (start, end) = (resolved.start(), resolved.end_exclusive());
                    assert!(start < end || end == CivilDate::MAX, "{} {entity:?}", shown(text));
                    assert!(!resolved.to_string().is_empty());
                }
            }
        }
    }
    for entity in text.arabic_dates() {
        let Value::Date(Date::Point(point)) = entity.value() else { continue };
        let fields: Vec<_> = entity.text().split('-').collect();
        if let [y, m, d] = *fields
            && (y.len(), m.len(), d.len()) == (4, 2, 2)
            && let (Ok(y), Ok(m), Ok(d)) = (y.parse(), m.parse(), d.parse())
        {
            assert_eq!((point.year(), point.month(), point.day()), (Some(y), Some(m), Some(d)));
        }
    }
}

/// All layers in one pass are the layers one by one.
pub fn analyze(text: &str) {
    for analyzer in analyzers() {
        let (mut sentences, mut tokens, mut entities) = (Vec::new(), Vec::new(), Vec::new());
        let mut start = 0;
        for finding in analyzer.analyze(text) {
            assert!(finding.span().start >= start, "{}", shown(text));
            start = finding.span().start;
            match finding {
                Finding::Sentence(s) => sentences.push(s),
                Finding::Token(t) => tokens.push(t),
                Finding::Entity(e) => entities.push(e),
                _ => panic!("a layer that no one knows"),
            }
        }
        assert!(text.arabic_sentences().eq(sentences), "{}", shown(text));
        assert!(text.arabic_tokens().eq(tokens), "{}", shown(text));
        assert!(analyzer.entities(text).eq(entities), "{}", shown(text));
    }
}
