//! Parts of the output, each there whole or not at all.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parquet::basic::{Compression, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType, Int32Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use crate::work::Document;

/// Of the parts.
#[derive(Clone, Copy, PartialEq)]
pub enum Format {
    JsonLines,
    Parquet,
}

impl Format {
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "jsonl" => Self::JsonLines,
            "parquet" => Self::Parquet,
            _ => return None,
        })
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::JsonLines => "jsonl",
            Self::Parquet => "parquet",
        }
    }
}

fn path(folder: &Path, part: u64, format: Format) -> PathBuf {
    folder.join(format!("part-{part:06}.{}", format.ending()))
}

/// Removes parts from this one on: they were not committed.
pub fn remove_from(folder: &Path, mut part: u64, format: Format) -> io::Result<()> {
    while fs::exists(path(folder, part, format))? {
        fs::remove_file(path(folder, part, format))?;
        part += 1;
    }
    Ok(())
}

/// Replaces a file at once.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = path.with_extension("new");
    let mut file = File::create(&new)?;
    file.write_all(bytes)?;
    file.sync_data()?;
    fs::rename(new, path)
}

pub fn write(
    folder: &Path,
    part: u64,
    format: Format,
    documents: &[&Document],
) -> Result<(), Box<dyn Error>> {
    let path = path(folder, part, format);
    let new = path.with_extension("new");
    let file = match format {
        Format::JsonLines => json_lines(BufWriter::new(File::create(&new)?), documents)?,
        Format::Parquet => columns(File::create(&new)?, documents)?,
    };
    file.sync_data()?;
    fs::rename(new, path)?;
    Ok(())
}

fn json_lines(mut file: BufWriter<File>, documents: &[&Document]) -> Result<File, Box<dyn Error>> {
    for document in documents {
        let line = serde_json::json!({ "source": &*document.source, "sentences": document.sentences });
        serde_json::to_writer(&mut file, &line)?;
        file.write_all(b"\n")?;
    }
    Ok(file.into_inner()?)
}

/// A row a sentence: `source`, `document` (its number in the part), `sentence`.
fn columns(file: File, documents: &[&Document]) -> Result<File, Box<dyn Error>> {
    let schema = parse_message_type(
        "message corpus { REQUIRED BYTE_ARRAY source (UTF8); REQUIRED INT32 document; REQUIRED BYTE_ARRAY sentence (UTF8); }",
    )?;
    let properties =
        WriterProperties::builder().set_compression(Compression::ZSTD(ZstdLevel::default())).build();
    let mut writer = SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties))?;
    let rows = || documents.iter().enumerate().flat_map(|(i, d)| d.sentences.iter().map(move |s| (i, d, s)));
    let mut group = writer.next_row_group()?;
    let strings = |text: &str| ByteArray::from(text);
    let mut column = group.next_column()?.ok_or("a column")?;
    let sources: Vec<ByteArray> = rows().map(|(_, document, _)| strings(&document.source)).collect();
    column.typed::<ByteArrayType>().write_batch(&sources, None, None)?;
    column.close()?;
    let mut column = group.next_column()?.ok_or("a column")?;
    let numbers: Vec<i32> = rows().map(|(i, ..)| i32::try_from(i)).collect::<Result<_, _>>()?;
    column.typed::<Int32Type>().write_batch(&numbers, None, None)?;
    column.close()?;
    let mut column = group.next_column()?.ok_or("a column")?;
    let sentences: Vec<ByteArray> = rows().map(|(.., sentence)| strings(sentence)).collect();
    column.typed::<ByteArrayType>().write_batch(&sentences, None, None)?;
    column.close()?;
    group.close()?;
    Ok(writer.into_inner()?)
}
