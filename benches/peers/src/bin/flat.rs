//! Whether the time is linear in the input, on inputs made to be hard: `cargo run --release --bin flat`.
//!
//! Prints MB/s by length; a row in which a byte of a longer text takes more than twice as long as one of a
//! shorter text is marked, and the exit status is 1 then. Memory is not counted: what memcpy loses on
//! the way, where a text and its copy no longer fit a cache, is taken off, and what is read at more than
//! half the speed of memcpy waits for it.

use std::process::ExitCode;
use std::time::Duration;

use warraq::{
    DaggerAlef, Digits, FarsiYeh, FinalMarks, Normalizer, Phrases, Punctuation, Spaces, TanwinCarrier,
};
use warraq_peers::{machine, tier, time};

const SIZES: [(usize, &str); 4] =
    [(1 << 10, "1 KiB"), (1 << 15, "32 KiB"), (1 << 20, "1 MiB"), (1 << 24, "16 MiB")];

const RUNS: usize = 3;
const LONG: Duration = Duration::from_secs(2);

/// A name, what stands at the start, and what follows over and over.
const INPUTS: [(&str, &str, &str); 26] = [
    ("one mark", "", "\u{64E}"),
    ("shadda, fatha", "", "\u{651}\u{64E}"),
    ("a letter with shadda, fatha", "ب", "\u{651}\u{64E}"),
    ("letters with shadda, fatha", "", "ب\u{651}\u{64E}"),
    ("hamzas above on one alef", "ا", "\u{654}"),
    ("alefs with hamza above", "", "ا\u{654}"),
    ("alef, fathas, in the end nothing to compose", "ا", "\u{64E}"),
    ("U+FDFA", "", "\u{FDFA}"),
    ("lam-alef forms", "", "\u{FEF7}"),
    ("tatweels", "", "ـ"),
    ("heh, tatweels", "ه", "ـ"),
    ("heh-tatweel", "", "هـ"),
    ("digit, heh, joiner", "", "5ه\u{200D}"),
    ("decimal separators", "", "٫"),
    ("letters and decimal separators", "أ", "ب٫"),
    ("digits and decimal separators", "", "5٫"),
    ("Arabic digits and separators", "", "٥٫٬"),
    ("e, acute", "", "e\u{301}"),
    ("acutes on one e", "e", "\u{301}\u{316}"),
    ("right-to-left marks", "", "\u{200F}"),
    ("one letter", "", "ي"),
    ("spaces", "", " "),
    ("letter with dagger alef", "", "ب\u{670}"),
    ("alef, fathatan", "", "ا\u{64B}"),
    ("digits and commas", "", "1,"),
    ("almost an address", "", "www"),
];

fn main() -> ExitCode {
    println!("{}; MB/s in processor time of the thread", machine());
    let sizes = SIZES.map(|(_, name)| name).join(" | ");
    println!("\n| preset | input | {sizes} | |\n|---|---|---|---|---|---|---|");
    let copy = SIZES.map(|(size, _)| {
        let text = " ".repeat(size);
        rate(size, &mut |out| out.push_str(std::hint::black_box(&text)))
    });
    println!("| | memcpy | {} | |", figures(copy));
    let mut bent = 0;
    for (preset, normalizer) in [
        ("clean", Normalizer::clean()),
        ("search", Normalizer::search()),
        ("ml", Normalizer::ml()),
        ("words", words()),
    ] {
        for (name, start, unit) in INPUTS {
            let normalizer = normalizer.clone().tier(tier());
            let speeds = SIZES.map(|(size, _)| speed(&normalizer, start, unit, size));
            // A text of 1 KiB may win by the first cache, or lose by what is done once.
            let flat = [(0, 1), (1, 2), (2, 3), (1, 3)].into_iter().all(|(short, long)| {
                let memory = (1.0 / copy[long] - 1.0 / copy[short]).max(0.0);
                let held_up = speeds[long] > 0.5 * copy[long];
                1.0 / speeds[long] - memory < 2.0 / speeds[short] || held_up
            });
            bent += usize::from(!flat);
            let mark = if flat { "" } else { "not flat" };
            println!("| {preset} | {name} | {} | {mark} |", figures(speeds));
        }
    }
    println!("\n{bent} rows are not flat");
    ExitCode::from(u8::from(bent > 0))
}

/// The operations that need whole words or the signs between them.
fn words() -> Normalizer {
    Normalizer::clean()
        .final_marks(FinalMarks::Delete)
        .tanwin_carrier(TanwinCarrier::Delete)
        .dagger_alef(DaggerAlef::Promote)
        .farsi_yeh(FarsiYeh::ByPlace)
        .phrases(Phrases::Expand)
        .digits(Digits::Arabic)
        .punctuation(Punctuation::Arabic)
        .spaces(Spaces::Collapse)
}

/// MB/s on a text of that length.
fn speed(normalizer: &Normalizer, start: &str, unit: &str, size: usize) -> f64 {
    let text = start.to_owned() + &unit.repeat(size / unit.len());
    rate(text.len(), &mut |out| normalizer.normalize_into(std::hint::black_box(&text), out))
}

/// MB/s of a job that reads so many bytes and writes to a buffer: the best of a few runs.
fn rate(size: usize, job: &mut dyn FnMut(&mut String)) -> f64 {
    let mut out = String::new();
    // Enough for the clock.
    let times = (1 << 20_u32).max(size) / size;
    let mut run = || {
        time(|| {
            for _ in 0..times {
                out.clear();
                job(&mut out);
            }
            out.len()
        })
    };
    let mut best = run();
    // What takes long is measured well enough.
    for _ in 1..RUNS {
        if best < LONG {
            best = best.min(run());
        }
    }
    (size * times) as f64 / best.as_secs_f64() / 1e6
}

fn figures(speeds: [f64; SIZES.len()]) -> String {
    speeds.map(|speed| format!("{speed:.0}")).join(" | ")
}
