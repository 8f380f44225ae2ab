//! `tokenizers TEXT FILE…`: trains a byte pair encoding on the files, once on words and once on words without their
//! clitics, and prints the pieces of the text, each with the bytes and the letters of the original it stands for.
//! `--size N` pieces (2000), `--save FILE` writes the second one as JSON, `--load FILE` reads it instead of training.

use std::error::Error;
use std::fs;
use std::io::{self, Write as _};

use warraq::Normalizer;
use warraq_tokenizers::{ArabicPreTokenizer, ArabicTokenizer, Cut, encode, train};

fn main() -> Result<(), Box<dyn Error>> {
    match run() {
        // The reader of a pipe may stop early.
        Err(error)
            if error.downcast_ref().is_some_and(|e: &io::Error| e.kind() == io::ErrorKind::BrokenPipe) =>
        {
            Ok(())
        }
        result => result,
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let usage = "usage: tokenizers TEXT FILE… [--size N] [--save FILE] | TEXT --load FILE";
    let (mut size, mut save, mut load, mut words) = (2000, None, None, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match &*argument {
            "--size" => size = arguments.next().ok_or(usage)?.parse()?,
            "--save" => save = Some(arguments.next().ok_or(usage)?),
            "--load" => load = Some(arguments.next().ok_or(usage)?),
            _ => words.push(argument),
        }
    }
    let (text, files) = words.split_first().ok_or(usage)?;
    if let Some(file) = load {
        let tokenizer: ArabicTokenizer = fs::read_to_string(file)?.parse().map_err(message)?;
        return show("loaded", &tokenizer, text);
    }
    if files.is_empty() {
        return Err(usage.into());
    }
    let texts = files.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    for (name, cut) in [("words", Cut::Tokens), ("without clitics", Cut::Clitics)] {
        let lines = texts.iter().flat_map(|text| text.lines());
        let tokenizer =
            train(Normalizer::search(), ArabicPreTokenizer::new(cut), lines, size).map_err(message)?;
        show(name, &tokenizer, text)?;
        if let (Cut::Clitics, Some(file)) = (cut, &save) {
            tokenizer.save(file, true).map_err(message)?;
        }
    }
    Ok(())
}

fn show(name: &str, tokenizer: &ArabicTokenizer, text: &str) -> Result<(), Box<dyn Error>> {
    let pieces = encode(tokenizer, text)?;
    let mut out = io::stdout().lock();
    writeln!(out, "{name}: {} pieces of {}", pieces.len(), tokenizer.get_vocab_size(true))?;
    for piece in pieces {
        writeln!(out, "  {:>4}..{:<4} {}\t{}", piece.span.start, piece.span.end, piece.token, piece.written)?;
    }
    Ok(())
}

fn message(error: Box<dyn Error + Send + Sync>) -> String {
    error.to_string()
}
