//! Text in, a corpus out: see README.md.

mod input;
mod output;
mod state;
mod work;

use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use warraq::Normalizer;

use input::{Documents, Unit};
use output::Format;
use state::Progress;

const USAGE: &str = "usage: corpus [OPTIONS] OUT INPUT…
  INPUT            files and folders: .txt, .jsonl, .ndjson, each also .gz or .zst
  --format FORMAT  jsonl (default) or parquet
  --unit UNIT      what is a document of a .txt file: paragraph (default), line, file
  --field NAME     the field of a JSON line that holds the text: text
  --preset NAME    how the text is cleaned: clean (default), ml, search, …
  --batch BYTES    text that is held in memory, and in one part of the output: 33554432
Started again with the same arguments, it goes on where it was killed.";

struct Options {
    format: Format,
    unit: Unit,
    field: String,
    normalizer: Normalizer,
    batch: usize,
    out: PathBuf,
    inputs: Vec<PathBuf>,
}

fn options() -> Result<Options, Box<dyn Error>> {
    let mut options = Options {
        format: Format::JsonLines,
        unit: Unit::Paragraph,
        field: "text".to_owned(),
        normalizer: Normalizer::clean(),
        batch: 32 << 20,
        out: PathBuf::new(),
        inputs: Vec::new(),
    };
    let mut paths = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(USAGE);
        match &*argument {
            "--format" => options.format = Format::named(&value()?).ok_or(USAGE)?,
            "--unit" => options.unit = Unit::named(&value()?).ok_or(USAGE)?,
            "--field" => options.field = value()?,
            "--preset" => options.normalizer = Normalizer::preset(&value()?).ok_or(USAGE)?,
            "--batch" => options.batch = value()?.parse()?,
            "--help" | "-h" => return Err(USAGE.into()),
            _ => paths.push(PathBuf::from(argument)),
        }
    }
    if paths.len() < 2 {
        return Err(USAGE.into());
    }
    options.out = paths.remove(0);
    options.inputs = input::files(paths)?;
    Ok(options)
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    std::fs::create_dir_all(&options.out)?;
    let mut progress = Progress::open(&options.out, options.format)?;
    let bar = ProgressBar::new(input::total(&options.inputs)?);
    bar.set_style(ProgressStyle::with_template(
        "{bar:30} {bytes}/{total_bytes} {bytes_per_sec}, {eta} left, {msg}",
    )?);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar.set_position(progress.bytes);
    bar.reset_eta();

    let mut documents = Documents::new(&options.inputs, options.unit, &options.field);
    documents.skip(progress.documents)?;
    loop {
        let batch = documents.batch(options.batch)?;
        if batch.is_empty() {
            break;
        }
        let read = batch.len() as u64;
        let cleaned: Vec<work::Document> =
            batch.into_par_iter().map(|document| work::clean(document, &options.normalizer)).collect();
        // In the order of the input, so that the first of two equal ones stays.
        let fresh: Vec<&work::Document> =
            cleaned.iter().filter(|document| progress.is_new(document.key)).collect();
        output::write(&options.out, progress.parts, options.format, &fresh)?;
        for document in &cleaned {
            progress.summary.add(&document.counts);
        }
        progress.summary.written += fresh.len() as u64;
        progress.commit(read, documents.bytes())?;
        bar.set_position(documents.bytes());
        bar.set_message(format!("{} documents", progress.documents));
    }
    bar.finish_and_clear();
    println!("{}", progress.summary.to_json(progress.documents));
    Ok(())
}
