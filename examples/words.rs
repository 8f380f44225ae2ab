//! What a search engine or a model is fed with: each sentence of a text with its words in their pieces, and
//! the terms of an index; or the text in chunks.
//!
//! ```text
//! cargo run --release --example words -- [--atb] [--strict | --recall] [--chunks CHARS] [FILE]
//! ```
//!
//! Reads standard input without a file.

use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use warraq::{ArabicText as _, Chunker, CliticScheme, CliticSegmenter, Mode, Role, SearchTerms, Term};

struct Arguments {
    scheme: CliticScheme,
    mode: Mode,
    chunks: Option<usize>,
    file: Option<String>,
}

fn arguments() -> Result<Arguments, String> {
    let mut found = Arguments { scheme: CliticScheme::Full, mode: Mode::Balanced, chunks: None, file: None };
    let mut all = std::env::args().skip(1);
    while let Some(argument) = all.next() {
        match argument.as_str() {
            "--atb" => found.scheme = CliticScheme::Atb,
            "--strict" => found.mode = Mode::Strict,
            "--recall" => found.mode = Mode::Recall,
            "--chunks" => {
                let number = all.next().and_then(|number| number.parse().ok());
                found.chunks = Some(number.ok_or("--chunks wants a number of characters")?);
            }
            option if option.starts_with("--") => return Err(format!("there is no option {option}")),
            _ => found.file = Some(argument),
        }
    }
    Ok(found)
}

/// The pieces of a sentence: `+` behind a proclitic and before a pronoun, spaces between words.
fn pieces(sentence: &str, arguments: &Arguments) -> String {
    let segmenter = CliticSegmenter::new().mode(arguments.mode);
    let mut line = String::new();
    let mut behind = None;
    for piece in segmenter.segments(sentence, arguments.scheme) {
        let joined = piece.role() == Role::Pronoun || behind.is_some_and(Role::is_proclitic);
        if !line.is_empty() {
            line.push(if joined { '+' } else { ' ' });
        }
        line.push_str(piece.text());
        behind = Some(piece.role());
    }
    line
}

fn run() -> Result<(), String> {
    let arguments = arguments()?;
    let text = if let Some(file) = &arguments.file {
        std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?
    } else {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(|error| error.to_string())?;
        text
    };
    let mut out = std::io::stdout().lock();
    let mut write = |line: String| writeln!(out, "{line}").map_err(|error| error.to_string());
    if let Some(most) = arguments.chunks {
        for chunk in Chunker::max_chars(most).chunks(&text) {
            write(format!("{:?} {}\n", chunk.span(), chunk.text()))?;
        }
        return Ok(());
    }
    let terms = SearchTerms::new().clitics(arguments.mode);
    for (number, sentence) in text.arabic_sentences().enumerate() {
        let sentence = sentence.text();
        write(format!("{:3}  {}", number + 1, pieces(sentence, &arguments)))?;
        let terms: Vec<_> = terms.terms(sentence).map(Term::into_term).collect();
        write(format!("     terms: {}", terms.join(" ")))?;
    }
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}
