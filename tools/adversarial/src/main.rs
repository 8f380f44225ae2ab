//! Hostile texts through every stage.
//!
//! `table [BYTES]` prints, for each stage and text of `BYTES` (16 MiB), MB/s, how many times slower than
//! ordinary news that is, and the peak of the heap per byte of text. `giants [BYTES]` puts one giant before many
//! short sentences, as a rule that walks back to it from each of them takes quadratic time: it prints the cases that
//! take more than three times as long at twice the length, and fails if there is one. `run STAGE TEXT BYTES` does one
//! of them once, for callgrind. `list` names stages and texts.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use warraq::{
    Analyzer, ArabicText as _, Chunker, CliticScheme, CliticSegmenter, Normalizer, SearchTerms,
    SentenceRules, SentenceSplitter,
};

const NEWS: &str = include_str!("../../../benches/data/news.txt");

/// A stage by its name: something that depends on all it did.
type Stage = fn(&str) -> usize;

const STAGES: &[(&str, Stage)] = &[
    ("clean", |text| Normalizer::clean().normalize(text).len()),
    ("search", |text| Normalizer::search().normalize(text).len()),
    ("mapped", |text| Normalizer::search().normalize_mapped(text).text().len()),
    ("tokens", |text| text.arabic_tokens().map(|token| token.span().end & 1).sum()),
    ("sentences", |text| text.arabic_sentences().count()),
    ("uax29", |text| SentenceSplitter::new().rules(SentenceRules::Uax29).sentences(text).count()),
    ("chunks", |text| Chunker::max_chars(500).chunks(text).count()),
    ("clitics", |text| CliticSegmenter::new().segments(text, CliticScheme::Full).count()),
    ("terms", |text| SearchTerms::new().terms(text).map(|term| term.term().len()).sum()),
    ("entities", |text| Analyzer::new().entities(text).count()),
    ("analyze", |text| Analyzer::new().analyze(text).count()),
];

/// What is written over and over; `0` stands for one that is written once, with a giant in the middle.
const TEXTS: &[(&str, &str)] = &[
    ("marks", "\u{64E}"),
    ("marks of many classes", "\u{64E}\u{651}\u{670}\u{655}"),
    ("tatweel", "ـ"),
    ("one letter", "و"),
    ("one word", "وبالكتابين"),
    ("digits", "7"),
    ("Arabic digits", "٣"),
    ("digits and commas", "1,"),
    ("digits and dots", "1."),
    ("slashed digits", "1/2/"),
    ("number words", "خمسة وعشرون ألفا و"),
    ("thousands", "ألف "),
    ("months", "يناير "),
    ("days of months", "يومي 1 و2 "),
    ("from to", "من 1 إلى "),
    ("dates", "20/01/2023 "),
    ("days words", "قبل "),
    ("other reports", "سنة 480 أو 481 وقيل 482 "),
    ("spans with lam", "من 5 لـ "),
    ("centuries", "القرن الثاني إلى الخامس "),
    ("citations", "انظر 3/45، "),
    ("restated", "1500 ألف "),
    ("letters and slashes", "رقم س/4/"),
    ("letters behind a proclitic", "وم.ت."),
    ("phrases begun", "ربيع "),
    ("nested quotes", "«"),
    ("nested brackets", "(\"["),
    ("closers", ".»"),
    ("dots", "."),
    ("abbreviations", "د. "),
    ("initials", "أ.ب."),
    ("ellipses", "… "),
    ("line ends", "\n"),
    ("line ends and spaces", " \r\n"),
    ("spaces", " "),
    ("no-break spaces", "\u{A0}"),
    ("addresses begun", "https://"),
    ("hosts", "a.b."),
    ("at signs", "a@"),
    ("hashes", "#"),
    ("underscores", "a_"),
    ("joiners", "\u{200D}"),
    ("non-joiners", "ب\u{200C}"),
    ("direction marks", "\u{200F}"),
    ("overrides", "\u{202E}\u{2066}"),
    ("emoji", "👩\u{200D}"),
    ("flags", "🇸"),
    ("lam-alef forms", "\u{FEFB}"),
    ("forms with marks", "\u{FE77}\u{FC60}"),
    ("phrases", "ﷺ"),
    ("heh and joiner", "ه\u{200D}"),
    ("combining Latin", "e\u{301}\u{323}"),
    ("Hangul", "\u{1100}\u{1161}"),
    ("Han", "日本"),
    ("mixed scripts", "aبд日"),
    ("unassigned", "\u{378}\u{E000}"),
    ("nulls", "\0"),
];

/// What a giant is made of.
const GIANTS: &[&str] = &[
    "ا",
    "و",
    "ك ",
    "a",
    "aبд",
    "7",
    "1,",
    "\u{64E}",
    "ب\u{64E}",
    "ـ",
    "a.",
    "#a",
    "a@",
    "a_",
    "(",
    "«",
    "\"",
    "[",
    "\n",
    "- ",
    "ألف ",
    "\u{200F}",
    "👩\u{200D}",
    "日",
];

/// What stands behind it, over and over: each word with each end.
const WORDS: &[&str] = &[
    "ك",
    "قال",
    "قال أحمد: لا",
    "فقال",
    "أن ذلك",
    "أغنية Help",
    "5",
    "20/1",
    "1.5",
    "«ك»",
    "(ك)",
    "\"ك\"",
    "- ك",
    "ق.م",
    "هـ",
    "د",
    "عام",
    "هل ك",
];
const ENDS: &[&str] = &[
    ". ", ".. ", "... ", "… ", "؟ ", "؟! ", "! ", ": ", "؛ ", "، ", " - ", ".» ", ".) ", ".\" ", ")؟ ",
    ".\n", "\n", " ", " 3. ", ". أن ", ".ال", "! ال",
];

fn repeated(unit: &str, bytes: usize) -> String {
    unit.repeat((bytes / unit.len()).max(1))
}

fn find<T: Copy>(all: &[(&str, T)], name: &str) -> T {
    all.iter().find(|(n, _)| *n == name).unwrap_or_else(|| panic!("no {name}")).1
}

fn seconds(stage: Stage, text: &str) -> f64 {
    let start = Instant::now();
    black_box(stage(black_box(text)));
    start.elapsed().as_secs_f64()
}

fn table(bytes: usize) {
    let news = repeated(NEWS, bytes);
    let (mut worst, mut highest) = (0_f64, 0_f64);
    for &(name, stage) in STAGES {
        seconds(stage, NEWS);
        let ordinary = seconds(stage, &news).min(seconds(stage, &news));
        let base = allocation_counter::measure(|| {
            black_box(stage(&news));
        });
        println!(
            "{name}: news {:.0} MB/s, {:.2} bytes of heap a byte",
            news.len() as f64 / ordinary / 1e6,
            base.bytes_max as f64 / news.len() as f64
        );
        let mut rows = Vec::new();
        for &(kind, unit) in TEXTS {
            let text = repeated(unit, bytes);
            let time = seconds(stage, &text).min(seconds(stage, &text));
            let memory = allocation_counter::measure(|| {
                black_box(stage(&text));
            });
            let slower = time / text.len() as f64 * news.len() as f64 / ordinary;
            let heap = memory.bytes_max as f64 / text.len() as f64;
            rows.push((slower, text.len() as f64 / time / 1e6, heap, kind));
            worst = worst.max(slower);
            highest = highest.max(heap);
        }
        rows.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (slower, speed, heap, kind) in rows {
            println!("  {slower:5.2} x  {speed:7.0} MB/s  {heap:6.2} B/B  {kind}");
        }
    }
    println!("worst {worst:.2} x news; at most {highest:.2} bytes of heap a byte");
}

/// Half of the text is one giant, half of it are short sentences.
fn after_giant(giant: &str, unit: &str, bytes: usize) -> String {
    repeated(giant, bytes / 2) + " " + &repeated(unit, bytes / 2)
}

/// Whether every stage takes twice as long at twice the length behind a giant.
fn giants(bytes: usize) -> bool {
    /// Below this nothing is told, in seconds.
    const LEAST: f64 = 0.004;
    let (mut all, mut over) = (0, 0);
    for &(name, stage) in STAGES {
        for giant in GIANTS {
            for (word, end) in WORDS.iter().flat_map(|word| ENDS.iter().map(move |end| (word, end))) {
                let unit = format!("{word}{end}");
                let time = |bytes| {
                    let text = after_giant(giant, &unit, bytes);
                    seconds(stage, &text)
                };
                all += 1;
                let grows = || time(2 * bytes).max(LEAST) / time(bytes).max(LEAST);
                // Three times, as another program may have had the processor.
                if grows() > 3.0 && grows() > 3.0 && grows() > 3.0 {
                    println!("{name}: {giant:?}… {unit:?}…");
                    over += 1;
                }
            }
        }
    }
    println!(
        "{all} cases, {over} that take more than three times as long at {} bytes as at {bytes}",
        2 * bytes
    );
    over == 0
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["giants", ref rest @ ..] => {
            let bytes = rest.first().map_or(1 << 16, |bytes| bytes.parse().expect("a number of bytes"));
            if !giants(bytes) {
                return ExitCode::FAILURE;
            }
        }
        ["table"] => table(16 << 20),
        ["table", bytes] => table(bytes.parse().expect("a number of bytes")),
        ["run", stage, text, bytes] => {
            let text = repeated(find(TEXTS, text), bytes.parse().expect("a number of bytes"));
            println!("{}", find(STAGES, stage)(&text));
        }
        ["list"] => {
            for (name, _) in STAGES {
                println!("stage\t{name}");
            }
            for (name, _) in TEXTS {
                println!("text\t{name}");
            }
        }
        _ => eprintln!("usage: table [BYTES] | giants [BYTES] | run STAGE TEXT BYTES | list"),
    }
    ExitCode::SUCCESS
}
