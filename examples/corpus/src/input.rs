//! Documents one after the other out of files that may be compressed.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A text and where it is from.
pub struct Raw {
    pub source: Arc<str>,
    pub text: String,
}

/// What is one document of a plain text.
#[derive(Clone, Copy, PartialEq)]
pub enum Unit {
    Paragraph,
    Line,
    File,
}

impl Unit {
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "paragraph" => Self::Paragraph,
            "line" => Self::Line,
            "file" => Self::File,
            _ => return None,
        })
    }
}

/// The name of a file without `.gz` and `.zst`.
fn plain_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.trim_end_matches(".gz").trim_end_matches(".zst").to_owned()
}

fn is_text(path: &Path) -> bool {
    let name = plain_name(path);
    [".txt", ".jsonl", ".ndjson"].iter().any(|ending| name.ends_with(ending))
}

/// All files below the paths, in an order that is the same each time.
pub fn files(paths: Vec<PathBuf>) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = Vec::new();
    for path in paths {
        if path.is_dir() {
            folders.push(path);
        } else {
            files.push(path);
        }
    }
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if is_text(&path) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Bytes of all files, as they lie on the disk.
pub fn total(files: &[PathBuf]) -> io::Result<u64> {
    files.iter().map(|file| Ok(fs::metadata(file)?.len())).sum()
}

/// Counts what is read of a file, for the progress bar.
struct Counted {
    file: File,
    bytes: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let len = self.file.read(to)?;
        self.bytes.fetch_add(len as u64, Ordering::Relaxed);
        Ok(len)
    }
}

/// The documents of all files.
pub struct Documents<'a> {
    files: std::slice::Iter<'a, PathBuf>,
    open: Option<Opened>,
    bytes: Arc<AtomicU64>,
    unit: Unit,
    field: &'a str,
}

struct Opened {
    source: Arc<str>,
    json: bool,
    reader: Box<dyn BufRead>,
}

impl<'a> Documents<'a> {
    pub fn new(files: &'a [PathBuf], unit: Unit, field: &'a str) -> Self {
        Self { files: files.iter(), open: None, bytes: Arc::default(), unit, field }
    }

    /// Bytes that were read of the files.
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// Passes documents that an earlier run has read.
    pub fn skip(&mut self, documents: u64) -> io::Result<()> {
        for _ in 0..documents {
            self.next()?;
        }
        Ok(())
    }

    /// Documents of about so many bytes, at least one, or none at the end.
    pub fn batch(&mut self, bytes: usize) -> io::Result<Vec<Raw>> {
        let (mut batch, mut held) = (Vec::new(), 0);
        while held < bytes {
            let Some(document) = self.next()? else { break };
            held += document.text.len();
            batch.push(document);
        }
        Ok(batch)
    }

    fn open(&mut self) -> io::Result<Option<&mut Opened>> {
        if self.open.is_none() {
            let Some(path) = self.files.next() else { return Ok(None) };
            let file = Counted { file: File::open(path)?, bytes: Arc::clone(&self.bytes) };
            let reader: Box<dyn BufRead> = match path.extension().and_then(|e| e.to_str()) {
                Some("gz") => Box::new(BufReader::new(flate2::read::MultiGzDecoder::new(file))),
                Some("zst") => Box::new(BufReader::new(zstd::Decoder::new(file)?)),
                _ => Box::new(BufReader::new(file)),
            };
            let json = !plain_name(path).ends_with(".txt");
            self.open = Some(Opened { source: path.display().to_string().into(), json, reader });
        }
        Ok(self.open.as_mut())
    }

    fn next(&mut self) -> io::Result<Option<Raw>> {
        loop {
            let (unit, field) = (self.unit, self.field);
            let Some(open) = self.open()? else { return Ok(None) };
            let text =
                if open.json { json(&mut open.reader, field)? } else { plain(&mut open.reader, unit)? };
            if let Some(text) = text {
                return Ok(Some(Raw { source: Arc::clone(&open.source), text }));
            }
            self.open = None;
        }
    }
}

/// A line without its end; bytes that are no UTF-8 are replaced.
fn line(reader: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if reader.read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned()))
}

/// The next text of JSON Lines. A line without one is an error: silence would lose documents.
fn json(reader: &mut dyn BufRead, field: &str) -> io::Result<Option<String>> {
    loop {
        let Some(line) = line(reader)? else { return Ok(None) };
        if line.trim().is_empty() {
            continue;
        }
        let value: serde_json::Value = serde_json::from_str(&line)?;
        let text = value.get(field).and_then(|text| text.as_str());
        let text = text.ok_or_else(|| io::Error::other(format!("no string {field:?} in {line}")))?;
        return Ok(Some(text.to_owned()));
    }
}

fn plain(reader: &mut dyn BufRead, unit: Unit) -> io::Result<Option<String>> {
    let mut text = String::new();
    while let Some(line) = line(reader)? {
        match unit {
            Unit::Line if line.trim().is_empty() => {}
            Unit::Line => return Ok(Some(line)),
            Unit::Paragraph if line.trim().is_empty() => {
                if !text.is_empty() {
                    return Ok(Some(text));
                }
            }
            Unit::Paragraph | Unit::File => {
                if !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(&line);
            }
        }
    }
    Ok((!text.trim().is_empty()).then_some(text))
}
