//! A normalizer and a pre-tokenizer for Hugging Face's `tokenizers`, and a byte pair encoding trained on top of
//! them, whose tokens lead back to the text as it was written.

use std::error::Error;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use tokenizers::models::bpe::{BPE, BpeTrainerBuilder};
use tokenizers::pre_tokenizers::metaspace::{Metaspace, PrependScheme};
use tokenizers::processors::template::TemplateProcessing;
use tokenizers::tokenizer::normalizer::Range as Place;
use tokenizers::{
    AddedToken, NormalizedString, Normalizer, PreTokenizedString, PreTokenizer, Result, TokenizerBuilder,
    TokenizerImpl,
};
use warraq::{CliticScheme, CliticSegmenter, Mapped, Span, Tokenizer};

/// warraq's normalizer as a step of the pipeline, with the alignments of its map. Of several characters that became
/// one, and where marks changed places, the pipeline's interface takes the place of one of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArabicNormalizer {
    r#type: NormalizerType,
    operations: warraq::Normalizer,
}

/// The name of the step in `tokenizer.json`; another is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum NormalizerType {
    ArabicNormalizer,
}

impl ArabicNormalizer {
    pub fn new(operations: warraq::Normalizer) -> Self {
        Self { r#type: NormalizerType::ArabicNormalizer, operations }
    }
}

impl Normalizer for ArabicNormalizer {
    fn normalize(&self, text: &mut NormalizedString) -> Result<()> {
        let before = text.get().to_owned();
        let mapped = self.operations.normalize_mapped(&before);
        if mapped.text() != before {
            let (initial, kept, all) = steps(&mapped);
            text.transform(kept, initial);
            text.transform(all, 0);
        }
        Ok(())
    }
}

/// A character and what happens at its place: 1 is a new one, 0 one that stands for the next of the text before,
/// and -n one that does so in front of n that go.
type Step = (char, isize);

/// The changes in the terms of `NormalizedString::transform`, in two turns: first the characters go that nothing
/// comes from, then those come that share their origin with another. In one turn, a letter that comes from the
/// second half of a ligature would get the place of the marks that were deleted behind the ligature.
fn steps(mapped: &Mapped<'_>) -> (usize, Vec<Step>, Vec<Step>) {
    let (mut initial, mut kept, mut all): (_, Vec<Step>, Vec<Step>) = (0, Vec::new(), Vec::new());
    let original = mapped.original();
    // Bytes of the original that have found their character.
    let mut used = 0;
    let mut go = |range: Range<usize>, kept: &mut Vec<Step>| {
        let gone = original[range].chars().count();
        match kept.last_mut() {
            Some((_, change)) => *change -= gone as isize,
            None => initial += gone,
        }
    };
    for (at, c) in mapped.text().char_indices() {
        let source = mapped.source(at..at + c.len_utf8());
        let start = source.start.max(used);
        let free = original[start..source.end.max(start)].chars().next();
        all.push((c, isize::from(free.is_none())));
        if let Some(letter) = free {
            go(used..start, &mut kept);
            kept.push((c, 0));
            used = start + letter.len_utf8();
        }
    }
    go(used..original.len(), &mut kept);
    (initial, kept, all)
}

/// What the model sees as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cut {
    /// Words, numbers, punctuation, addresses, emoji.
    Tokens,
    /// And, to, the, its… too, as in the Penn Arabic Treebank.
    Clitics,
}

/// How a text comes apart before the model sees it. As in SentencePiece, `▁` stands for the blank in front of a piece;
/// one without it stands right behind the piece before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArabicPreTokenizer {
    r#type: PreTokenizerType,
    cut: Cut,
}

/// The name of the step in `tokenizer.json`; another is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum PreTokenizerType {
    ArabicPreTokenizer,
}

const BLANK: char = '▁';

impl ArabicPreTokenizer {
    pub fn new(cut: Cut) -> Self {
        Self { r#type: PreTokenizerType::ArabicPreTokenizer, cut }
    }

    /// The pieces of a text, without white space.
    fn spans(self, text: &str) -> Vec<Span> {
        match self.cut {
            Cut::Tokens => Tokenizer::new().tokens(text).map(|token| token.span()).collect(),
            Cut::Clitics => {
                CliticSegmenter::new().segments(text, CliticScheme::Atb).map(|piece| piece.span()).collect()
            }
        }
    }
}

impl PreTokenizer for ArabicPreTokenizer {
    fn pre_tokenize(&self, text: &mut PreTokenizedString) -> Result<()> {
        text.split(|_, text| {
            // As it was written: a text without ة and hamza tells less about its words.
            let pieces = pieces(&text, &self.spans(text.get_original()));
            Ok(pieces.into_iter().filter_map(move |Cutting { range, blank, .. }| {
                let mut piece = text.slice(Place::Normalized(range))?;
                if blank {
                    let letters: Vec<_> = piece.get().chars().map(|c| (c, 0)).collect();
                    piece.transform([(BLANK, 1)].into_iter().chain(letters), 0);
                }
                Some(piece)
            }))
        })
    }
}

/// A piece of the normalized text.
struct Cutting {
    range: Range<usize>,
    /// Which of the pieces of the original it comes from.
    of: usize,
    blank: bool,
}

/// The pieces of the normalized text in one walk. It may have blanks that the original has not: ﷺ is four words.
fn pieces(text: &NormalizedString, spans: &[Span]) -> Vec<Cutting> {
    let mut pieces: Vec<Cutting> = Vec::new();
    let (mut of, mut blank) = (0, true);
    for (at, c) in text.get().char_indices() {
        let end = at + c.len_utf8();
        let source = text.convert_offsets(Place::Normalized(at..end)).map_or(0, |source| source.start);
        while spans.get(of).is_some_and(|span| span.end <= source) {
            of += 1;
        }
        match pieces.last_mut() {
            _ if c.is_whitespace() => {}
            Some(open) if open.of == of && !blank => open.range.end = end,
            _ => pieces.push(Cutting { range: at..end, of, blank }),
        }
        blank = c.is_whitespace();
    }
    pieces
}

/// A tokenizer of these parts; as JSON it can be saved and read again by programs that know them.
pub type ArabicTokenizer =
    TokenizerImpl<BPE, ArabicNormalizer, ArabicPreTokenizer, TemplateProcessing, Metaspace>;

/// Trains a byte pair encoding on the texts, of `size` pieces, or as many as there are characters.
pub fn train<'t>(
    normalizer: warraq::Normalizer,
    pre_tokenizer: ArabicPreTokenizer,
    texts: impl Iterator<Item = &'t str> + Send,
    size: usize,
) -> Result<ArabicTokenizer> {
    let unknown = "[UNK]";
    let model = BPE::builder().unk_token(unknown.into()).build()?;
    let mut tokenizer: ArabicTokenizer = TokenizerBuilder::new()
        .with_model(model)
        .with_normalizer(Some(ArabicNormalizer::new(normalizer)))
        .with_pre_tokenizer(Some(pre_tokenizer))
        .with_post_processor(None)
        .with_decoder(Some(Metaspace::new(BLANK, PrependScheme::Always, false)))
        .build()?;
    let mut trainer = BpeTrainerBuilder::new()
        .vocab_size(size)
        .min_frequency(2)
        .show_progress(false)
        .special_tokens(vec![AddedToken::from(unknown, true)])
        .build();
    tokenizer.train(&mut trainer, texts)?;
    Ok(tokenizer)
}

/// A piece of the model with the text it stands for.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// The piece as the model knows it, with `▁` for a blank in front of it.
    pub token: String,
    /// Bytes of the text that was given.
    pub span: Span,
    /// The same with the marks on its last letter, which the normalizer may have deleted: what to show.
    pub written: &'t str,
}

/// The pieces of a text.
pub fn encode<'t>(
    tokenizer: &ArabicTokenizer,
    text: &'t str,
) -> std::result::Result<Vec<Piece<'t>>, Box<dyn Error>> {
    // Offsets in bytes; `encode_char_offsets` counts characters.
    let encoding = tokenizer.encode(text, false).map_err(|error| error.to_string())?;
    let pieces = encoding.get_tokens().iter().zip(encoding.get_offsets());
    Ok(pieces
        .map(|(token, &(start, end))| {
            let span = Span::new(start, end);
            Piece { token: token.clone(), span, written: span.to_graphemes(text).of(text) }
        })
        .collect())
}
