//! A filter that normalizes Arabic text, line by line, so that a file may be larger than memory.
//!
//! `cargo run --release --example normalize -- [--preset NAME | --ops a,b=c] [FILE…]`, standard
//! input without a file. Operations are named as the methods of `Normalizer`, with a choice after `=`:
//! `--ops composition,marks=harakat+tanwin,digits=arabic,elongation=3:2`.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;

use warraq::{Normalizer, Operation};

const USAGE: &str = "usage: normalize [--preset NAME | --ops a,b=c,d] [FILE…]
presets: clean, search, ml, lucene, lucene-digits, camel";

fn preset(name: &str) -> Result<Normalizer, String> {
    let known = || format!("unknown preset {name:?}; there are {}", Normalizer::PRESETS.join(", "));
    Normalizer::preset(name).ok_or_else(known)
}

/// Operations as strings: `marks,alef=fold`.
fn operations(names: &str) -> Result<Normalizer, String> {
    let one = |name: &str| {
        name.parse::<Operation>().map_err(|_| {
            let all: Vec<String> = Operation::ALL.iter().map(Operation::to_string).collect();
            format!("unknown operation {name:?}; there are, with their usual choice, {}", all.join(", "))
        })
    };
    names.split(',').map(one).collect()
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Option<(Normalizer, Vec<String>)>, String> {
    let mut chosen = None;
    let mut files = Vec::new();
    while let Some(argument) = arguments.next() {
        // `--option value` and `--option=value`.
        let (name, attached) = match argument.split_once('=') {
            Some((name @ ("--preset" | "--ops"), value)) => (name, Some(value.to_owned())),
            _ => (argument.as_str(), None),
        };
        let mut value =
            || attached.clone().or_else(|| arguments.next()).ok_or(format!("{name} needs a value"));
        let normalizer = match name {
            "--help" | "-h" => return Ok(None),
            "--preset" => preset(&value()?)?,
            "--ops" => operations(&value()?)?,
            "--" => {
                files.extend(arguments.by_ref());
                continue;
            }
            file if !file.starts_with('-') || file == "-" => {
                files.push(argument);
                continue;
            }
            _ => return Err(format!("unknown option {argument}")),
        };
        if chosen.replace(normalizer).is_some() {
            return Err("one --preset or one --ops, not both".to_owned());
        }
    }
    if files.is_empty() {
        files.push("-".to_owned());
    }
    Ok(Some((chosen.unwrap_or_else(Normalizer::clean), files)))
}

fn main() -> ExitCode {
    let (normalizer, files) = match options(std::env::args().skip(1)) {
        Ok(Some(options)) => options,
        Ok(None) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(message) => {
            eprintln!("normalize: {message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    for file in &files {
        let done = match file.as_str() {
            "-" => filter(&normalizer, io::stdin().lock(), &mut out),
            path => File::open(path)
                .map_err(Failure::Input)
                .and_then(|file| filter(&normalizer, BufReader::with_capacity(1 << 16, file), &mut out)),
        };
        match done {
            Ok(()) => {}
            // The reader of a pipe may stop early.
            Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return code,
            Err(failure) => {
                let _ = out.flush();
                eprintln!("normalize: {file}: {failure}");
                code = ExitCode::from(2);
            }
        }
    }
    match out.flush() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("normalize: {error}");
            ExitCode::from(2)
        }
        _ => code,
    }
}

/// Why a file was not filtered to its end.
enum Failure {
    Input(io::Error),
    Output(io::Error),
    NotUtf8(u64),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Input(error) | Self::Output(error) => error.fmt(f),
            Self::NotUtf8(at) => write!(f, "not UTF-8 at byte {at}"),
        }
    }
}

/// A line end composes with nothing and belongs to no word: lines can be normalized one by one.
fn filter(normalizer: &Normalizer, mut input: impl BufRead, out: &mut impl Write) -> Result<(), Failure> {
    let (mut line, mut result) = (Vec::new(), String::new());
    let mut offset = 0;
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).map_err(Failure::Input)? == 0 {
            return Ok(());
        }
        let text =
            std::str::from_utf8(&line).map_err(|e| Failure::NotUtf8(offset + e.valid_up_to() as u64))?;
        result.clear();
        normalizer.normalize_into(text, &mut result);
        out.write_all(result.as_bytes()).map_err(Failure::Output)?;
        offset += line.len() as u64;
    }
}
