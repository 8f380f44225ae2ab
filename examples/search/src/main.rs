//! `search FOLDER QUERY… [--index FOLDER]`: indexes the text files of a folder in memory, or in a folder of its
//! own, and prints what the query finds, with the words that were found in bold.

use std::error::Error;
use std::path::PathBuf;

use warraq_search::{Paragraphs, marked};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: search FOLDER QUERY… [--index FOLDER]";
    let folder = PathBuf::from(arguments.next().ok_or(usage)?);
    let (mut query, mut index) = (Vec::new(), None);
    while let Some(argument) = arguments.next() {
        match &*argument {
            "--index" => index = Some(PathBuf::from(arguments.next().ok_or(usage)?)),
            _ => query.push(argument),
        }
    }
    if query.is_empty() {
        return Err(usage.into());
    }
    let paragraphs = Paragraphs::new(index.as_deref())?;
    println!("{} paragraphs", paragraphs.add_folder(&folder)?);
    for hit in paragraphs.search(&query.join(" "), 10)? {
        println!(
            "{:.2}  {}\n      {}",
            hit.score,
            hit.path,
            marked(&hit.snippet, "\x1b[1m", "\x1b[0m").replace('\n', " ")
        );
    }
    Ok(())
}
