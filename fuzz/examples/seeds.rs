//! Writes the seeds of every target into `corpus/`: the texts of the project's cases, each with the
//! options of a preset behind it.

use std::fs;
use std::path::Path;

const TARGETS: [&str; 14] = [
    "normalize",
    "tiers",
    "offsets",
    "stream",
    "tokens",
    "sentences",
    "chunks",
    "clitics",
    "search",
    "numbers",
    "dates",
    "analyze",
    "write",
    "classes",
];

fn main() -> std::io::Result<()> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data");
    let read = |name: &str| fs::read_to_string(data.join(name));
    let mut texts: Vec<String> = Vec::new();
    let column = |text: String, at: usize| {
        text.lines()
            .skip(1)
            .filter_map(|line| line.split('\t').nth(at).map(str::to_owned))
            .collect::<Vec<_>>()
    };
    texts.extend(column(read("numbers-dates.tsv")?, 3));
    texts.extend(column(read("values.tsv")?, 0));
    texts.extend(column(read("tweets/tweets.tsv")?, 0));
    texts.extend(read("peers/texts.txt")?.lines().map(str::to_owned));
    texts.extend(read("sentences/golden.txt")?.lines().map(str::to_owned));
    texts.extend(read("news-page.txt")?.lines().filter(|line| !line.is_empty()).map(str::to_owned));
    texts.sort();
    texts.dedup();
    for target in TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
        fs::create_dir_all(&folder)?;
        for (i, text) in texts.iter().enumerate() {
            let mut bytes = text.clone().into_bytes();
            bytes.extend([0, 0, 0, 0, 0, 0, 0, (i % 8) as u8]);
            fs::write(folder.join(format!("seed-{i:04}")), bytes)?;
        }
    }
    println!("{} seeds for each of {} targets", texts.len(), TARGETS.len());
    Ok(())
}
