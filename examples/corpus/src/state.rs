//! What is done, so that a run that was killed goes on and neither loses nor repeats a document.
//!
//! A batch is one part of the output. It is written under another name and renamed; then the keys of its documents are
//! appended to `seen.keys`; then `state.json` is replaced, which is the commit. What lies behind the last commit is taken
//! back when the next run starts.

use std::collections::{BTreeMap, HashSet};
use std::error::Error;
use std::fs::{self, File, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::output::{self, Format};
use crate::work::Counts;

/// The sums of a whole run.
#[derive(Default)]
pub struct Summary {
    pub written: u64,
    counts: Counts,
}

fn sum<K: Ord + Clone>(all: &mut BTreeMap<K, u64>, more: &BTreeMap<K, u64>) {
    for (key, count) in more {
        *all.entry(key.clone()).or_default() += count;
    }
}

impl Summary {
    pub fn add(&mut self, counts: &Counts) {
        self.counts.characters += counts.characters;
        self.counts.sentences += counts.sentences;
        self.counts.numbers += counts.numbers;
        sum(&mut self.counts.systems, &counts.systems);
        sum(&mut self.counts.years, &counts.years);
        sum(&mut self.counts.normalized, &counts.normalized);
    }

    pub fn to_json(&self, documents: u64) -> Value {
        json!({
            "documents": documents,
            "written": self.written,
            "duplicates": documents - self.written,
            "characters": self.counts.characters,
            "sentences": self.counts.sentences,
            "other findings": self.counts.numbers,
            "digits": self.counts.systems,
            "dates per year": self.counts.years.iter().map(|(year, n)| (year.to_string(), *n)).collect::<BTreeMap<_, _>>(),
            "normalized": self.counts.normalized,
        })
    }

    fn from_json(value: &Value) -> Self {
        let number = |name: &str| value[name].as_u64().unwrap_or(0);
        let map = |name: &str| {
            let fields = value[name].as_object().into_iter().flatten();
            fields.map(|(key, n)| (key.clone(), n.as_u64().unwrap_or(0))).collect::<BTreeMap<_, _>>()
        };
        let years = map("dates per year").into_iter().filter_map(|(year, n)| Some((year.parse().ok()?, n)));
        Self {
            written: number("written"),
            counts: Counts {
                characters: number("characters"),
                sentences: number("sentences"),
                numbers: number("other findings"),
                systems: map("digits"),
                years: years.collect(),
                normalized: map("normalized"),
            },
        }
    }
}

pub struct Progress {
    /// Documents that were read.
    pub documents: u64,
    pub bytes: u64,
    pub parts: u64,
    pub summary: Summary,
    /// 16 bytes a document: what memory there is bounds how many documents are told apart.
    seen: HashSet<u128>,
    fresh: Vec<u128>,
    keys: File,
    folder: PathBuf,
}

impl Progress {
    pub fn open(folder: &Path, format: Format) -> Result<Self, Box<dyn Error>> {
        let state = match fs::read(folder.join("state.json")) {
            Ok(bytes) => serde_json::from_slice(&bytes)?,
            Err(_) => Value::Null,
        };
        let number = |name: &str| state[name].as_u64().unwrap_or(0);
        let mut keys = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(folder.join("seen.keys"))?;
        keys.set_len(16 * number("keys"))?;
        let mut bytes = Vec::new();
        keys.read_to_end(&mut bytes)?;
        let seen = bytes.as_chunks::<16>().0.iter().map(|key| u128::from_le_bytes(*key)).collect();
        let parts = number("parts");
        output::remove_from(folder, parts, format)?;
        Ok(Self {
            documents: number("documents"),
            bytes: number("bytes"),
            parts,
            summary: Summary::from_json(&state["summary"]),
            seen,
            fresh: Vec::new(),
            keys,
            folder: folder.to_owned(),
        })
    }

    /// Whether no document with this key came before.
    pub fn is_new(&mut self, key: u128) -> bool {
        let new = self.seen.insert(key);
        if new {
            self.fresh.push(key);
        }
        new
    }

    /// A part is written: so many documents were read for it.
    pub fn commit(&mut self, read: u64, bytes: u64) -> Result<(), Box<dyn Error>> {
        self.documents += read;
        self.bytes = bytes;
        self.parts += 1;
        self.keys.seek(SeekFrom::End(0))?;
        let keys: Vec<u8> = self.fresh.drain(..).flat_map(u128::to_le_bytes).collect();
        self.keys.write_all(&keys)?;
        self.keys.sync_data()?;
        let state = json!({
            "documents": self.documents,
            "bytes": self.bytes,
            "parts": self.parts,
            "keys": self.seen.len(),
            "summary": self.summary.to_json(self.documents),
        });
        output::replace(&self.folder.join("state.json"), state.to_string().as_bytes())?;
        Ok(())
    }
}
