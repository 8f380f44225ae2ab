//! All methods in turn, round by round, in one process: `cargo run --release --bin ratios`.
//!
//! Prints markdown tables of the throughput and of the ratios to the naive method and to memcpy:
//! medians over the rounds, each ratio taken within a round, in processor time of the thread. A number
//! behind the command is the number of rounds, 9 without; a name keeps the tables whose title has it.

use std::time::Duration;

use warraq_peers::{
    Method, Preset, corpus, cow, in_forms, into, machine, mapped, median, memcpy, methods, naive, naive_nfkc,
    normal, reader, time,
};

/// A table.
struct Table {
    title: String,
    /// Makes what it compares, when it is its turn: the texts are large.
    make: Box<dyn Fn() -> Contest>,
}

/// The methods run on each of the texts, one after the other.
struct Contest {
    methods: Vec<Method>,
    texts: Vec<String>,
    /// The names of the methods that the others are divided by.
    by: [&'static str; 2],
}

fn main() {
    let mut rounds = 9;
    let mut only = String::new();
    for argument in std::env::args().skip(1) {
        match argument.parse() {
            Ok(number) => rounds = number,
            Err(_) => only = argument,
        }
    }
    println!("{}; medians of {rounds} rounds, processor time of the thread", machine());
    for table in Preset::ALL.into_iter().flat_map(tables).filter(|table| table.title.contains(&only)) {
        report(&table.title, (table.make)(), rounds);
    }
}

fn tables(preset: Preset) -> Vec<Table> {
    let table = |title: &str, make: Box<dyn Fn() -> Contest>| Table {
        title: format!("{}, {title}", preset.name()),
        make,
    };
    let long =
        move |text: String| Contest { methods: methods(preset), texts: vec![text], by: ["naive", "memcpy"] };
    let short = move |texts: Vec<String>| Contest {
        methods: vec![memcpy(), naive(preset), string(preset), cow(preset), into(preset)],
        texts,
        by: ["naive", "memcpy"],
    };
    vec![
        table("news", Box::new(move || long(corpus::load("news")))),
        table("vocalised", Box::new(move || long(corpus::load("vocalised")))),
        table("mixed", Box::new(move || long(corpus::load("mixed")))),
        table("ascii", Box::new(move || long(corpus::ascii()))),
        table("already normal", Box::new(move || long(normal(preset, &corpus::load("news"))))),
        table("short strings", Box::new(move || short(corpus::words()))),
        table(
            "short strings, already normal",
            Box::new(move || short(corpus::words().iter().map(|word| normal(preset, word)).collect())),
        ),
        table(
            "presentation forms only",
            Box::new(move || Contest {
                methods: vec![memcpy(), naive_nfkc(), into(preset), cow(preset)],
                texts: vec![in_forms(&normal(Preset::Search, &corpus::load("news")))],
                by: ["naive NFKC", "memcpy"],
            }),
        ),
        table(
            "streaming",
            Box::new(move || Contest {
                methods: vec![memcpy(), into(preset), reader(preset)],
                texts: vec![corpus::load("news")],
                by: ["warraq, reused buffer", "memcpy"],
            }),
        ),
        table(
            "with the offset map",
            Box::new(move || Contest {
                methods: vec![memcpy(), cow(preset), mapped(preset)],
                texts: vec![corpus::load("news")],
                by: ["warraq, Cow", "memcpy"],
            }),
        ),
    ]
}

/// [`warraq::Normalizer::normalize`] to a `String` of its own.
fn string(preset: Preset) -> Method {
    let normalizer = preset.normalizer();
    Method {
        name: "warraq, String",
        job: Box::new(move |text| normalizer.normalize(text).into_owned().len()),
    }
}

fn report(title: &str, mut table: Contest, rounds: usize) {
    let bytes: usize = table.texts.iter().map(String::len).sum();
    // The first round warms up.
    let mut times: Vec<Vec<Duration>> = Vec::new();
    for round in 0..=rounds {
        let texts = &table.texts;
        let row =
            table.methods.iter_mut().map(|method| time(|| texts.iter().map(|text| (method.job)(text)).sum()));
        let row = row.collect();
        if round > 0 {
            times.push(row);
        }
    }
    let base = table.by.map(|by| table.methods.iter().position(|method| method.name == by));
    println!(
        "\n| {title} | GB/s | ns a text | ÷ {} | ÷ {} |\n|---|---|---|---|---|",
        table.by[0], table.by[1]
    );
    for (i, method) in table.methods.iter().enumerate() {
        let seconds = median(times.iter().map(|row| row[i].as_secs_f64()).collect());
        let ratio = |base: Option<usize>| {
            base.map_or(f64::NAN, |base| {
                median(times.iter().map(|row| row[base].as_secs_f64() / row[i].as_secs_f64()).collect())
            })
        };
        println!(
            "| {} | {:.3} | {:.0} | {:.2} | {:.2} |",
            method.name,
            bytes as f64 / seconds / 1e9,
            seconds * 1e9 / table.texts.len() as f64,
            ratio(base[0]),
            ratio(base[1]),
        );
    }
}
