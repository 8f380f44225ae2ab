//! A filter that normalizes Arabic text as it passes, so that a file may be larger than memory, with
//! line ends or without.
//!
//! `cargo run --release --example normalize -- [--preset NAME | --ops a,b=c] [--map] [FILE…]`, standard
//! input without a file. Operations are named as the methods of `Normalizer`, with a choice after `=`:
//! `--ops composition,marks=harakat+tanwin,digits=arabic,elongation=3:2`.
//!
//! With `--map`, not the text is written but where it changed, as JSON Lines:
//! `{"out":[start,end],"in":[start,end]}`, bytes of the whole output and of the whole file. What stands
//! between two changes is the same in both. A line is held in memory at a time.
//!
//! Where bytes are not UTF-8, the text before them is written, their offset is told on standard error,
//! the next file is read, and the exit status is 2.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::process::ExitCode;

use warraq::{Normalizer, Operation};

const USAGE: &str = "usage: normalize [--preset NAME | --ops a,b=c,d] [--map] [FILE…]
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

/// What is asked for.
struct Options {
    normalizer: Normalizer,
    map: bool,
    files: Vec<String>,
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let mut chosen = None;
    let mut map = false;
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
            "--map" => {
                map = true;
                continue;
            }
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
    Ok(Some(Options { normalizer: chosen.unwrap_or_else(Normalizer::clean), map, files }))
}

fn main() -> ExitCode {
    let Options { normalizer, map, files } = match options(std::env::args().skip(1)) {
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
    // What is written comes in large pieces: no buffer in between.
    let mut out = io::stdout().lock();
    let mut code = ExitCode::SUCCESS;
    for file in &files {
        let write = if map { changes } else { filter };
        let done = match file.as_str() {
            "-" => write(&normalizer, &mut io::stdin().lock(), &mut out),
            path => File::open(path)
                .map_err(Failure::Input)
                .and_then(|mut file| write(&normalizer, &mut file, &mut out)),
        };
        match done {
            Ok(()) => {}
            // The reader of a pipe may stop early.
            Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return code,
            Err(failure) => {
                eprintln!("normalize: {file}: {failure}");
                code = ExitCode::from(2);
            }
        }
    }
    code
}

/// Why a file was not filtered to its end.
enum Failure {
    /// Bytes that are not UTF-8, too.
    Input(io::Error),
    /// At this byte.
    NotUtf8(usize),
    Output(io::Error),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Input(error) => error.fmt(f),
            Self::NotUtf8(at) => write!(f, "not UTF-8 at byte {at}"),
            Self::Output(error) => write!(f, "writing: {error}"),
        }
    }
}

/// Where the text changes. A line end takes part in no change, so that lines are mapped one by one.
fn changes(normalizer: &Normalizer, input: &mut dyn Read, out: &mut dyn Write) -> Result<(), Failure> {
    let (mut input, mut out) = (BufReader::new(input), BufWriter::new(out));
    let (mut read, mut written) = (0, 0);
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).map_err(Failure::Input)? == 0 {
            return out.flush().map_err(Failure::Output);
        }
        let text = std::str::from_utf8(&line).map_err(|e| Failure::NotUtf8(read + e.valid_up_to()))?;
        let mapped = normalizer.normalize_mapped(text);
        for change in mapped.changes() {
            let (to, from) = (change.target, change.source);
            let (to, from) = ([written + to.start, written + to.end], [read + from.start, read + from.end]);
            writeln!(out, r#"{{"out":[{},{}],"in":[{},{}]}}"#, to[0], to[1], from[0], from[1])
                .map_err(Failure::Output)?;
        }
        read += text.len();
        written += mapped.text().len();
    }
}

fn filter(normalizer: &Normalizer, input: &mut dyn Read, out: &mut dyn Write) -> Result<(), Failure> {
    let mut reader = normalizer.reader(input);
    loop {
        let text = match reader.fill_buf() {
            Ok([]) => return Ok(()),
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(Failure::Input(error)),
        };
        // Flushed, for someone may be waiting at the other end of a pipe.
        out.write_all(text).and_then(|()| out.flush()).map_err(Failure::Output)?;
        let len = text.len();
        reader.consume(len);
    }
}
