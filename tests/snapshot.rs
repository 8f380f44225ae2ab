//! Readings of some thousands of lines, made of every word of the lexicon, numbers, signs and each other: what
//! they were when somebody last looked at them. A change here is a change of behaviour: see what it is, then
//! write it down with `WARRAQ_BLESS=1 cargo test --test snapshot`, and let the diff be reviewed.
//!
//! The lines are the same on every platform and with every instruction set, so that this is also the run
//! that platforms are compared by.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use std::fmt::Write as _;
use std::path::Path;

use common::Random;
use warraq::{
    Analyzer, CivilDate, Context, DateOrder, Guards, Mode, Names, Normalizer, Operation, Profiles,
    SentenceSplitter,
};

/// Keys of a data file of the crate.
fn keys(file: &'static str, at: usize) -> Vec<&'static str> {
    let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .filter_map(|line| line.split(['\t', ' ']).nth(at).filter(|_| at > 0).or(line.split('\t').next()))
        .collect()
}

fn one_of<'a>(random: &mut Random, from: &[&'a str]) -> &'a str {
    random.pick::<&str>(from)
}

fn lexicon() -> Vec<&'static str> {
    [
        include_str!("../src/lexicon/numbers.tsv"),
        include_str!("../src/lexicon/units.tsv"),
        include_str!("../src/lexicon/dates.tsv"),
        include_str!("../src/lexicon/names.tsv"),
        include_str!("../src/lexicon/dialect.tsv"),
    ]
    .into_iter()
    .flat_map(|file| keys(file, 0))
    .collect()
}

const NUMBERS: [&str; 30] = [
    "3",
    "11",
    "٢١",
    "30",
    "2023",
    "١٤٤٥",
    "1,250",
    "12.5",
    "99",
    "7",
    "1999",
    "0",
    "31",
    "10:30",
    "5/3",
    "3/4/2023",
    "2023-05-01",
    "٪15",
    "15%",
    "خمسة",
    "ثلاثة وعشرين",
    "ألف ومئتين",
    "الثالث",
    "الخامس عشر",
    "مئة",
    "نصف",
    "-4",
    "1/2",
    "13",
    "8.30",
];

const JOINTS: [&str; 24] = [
    " ", " ", " ", " ", " ", " ", " ", " ", " و", " و", " ال", " بال", " لل", " من ", " إلى ", " - ", "-",
    "/", "، ", ": ", " (", ") ", "\n", ". ",
];

const FILLERS: [&str; 12] =
    ["كتب", "في", "الرئيس", "شخصا", "كتابا", "قال", "دينار", "متر", "رقم", "خلال", "منذ", "ميدان"];

/// Lines in which every word of the lexicon meets numbers, fillers and other words of it.
fn entity_lines() -> Vec<String> {
    let words = lexicon();
    assert!(words.len() > 800);
    let mut random = Random::new(41);
    let mut lines = Vec::new();
    for word in &words {
        let (n, m) = (*random.pick(&NUMBERS), *random.pick(&NUMBERS));
        let other = *random.pick(&words);
        lines.push(format!("{} {word} {n} {other}", random.pick(&FILLERS)));
        lines.push(format!("{n} {word}{}{other}{}{m}", random.pick(&JOINTS), random.pick(&JOINTS)));
    }
    for _ in 0..2_000 {
        let mut line = String::new();
        for i in 0..3 + random.below(5) {
            if i > 0 {
                line.push_str(one_of(&mut random, &JOINTS));
            }
            line.push_str(if random.below(2) == 0 {
                one_of(&mut random, &words)
            } else {
                one_of(&mut random, &NUMBERS)
            });
        }
        lines.push(line);
    }
    let cases = include_str!("data/numbers-dates.tsv").lines().skip(1);
    lines.extend(cases.map(|line| line.split('\t').nth(3).unwrap().to_owned()));
    lines
}

fn shown(analyzer: Analyzer, text: &str) -> String {
    let context = Context::new().reference(CivilDate::new(2023, 1, 23).unwrap());
    let mut shown = String::new();
    for entity in analyzer.entities(text) {
        let span = entity.span();
        write!(shown, " {}-{}:{}", span.start, span.end, entity.value()).unwrap();
        match entity.certainty() {
            warraq::Certainty::Certain => {}
            other => write!(shown, "~{other:?}").unwrap(),
        }
        if !entity.flags().is_empty() {
            write!(shown, "{:?}", entity.flags()).unwrap();
        }
        if let Ok(resolved) = entity.resolve(&context) {
            write!(shown, "=>{resolved}").unwrap();
        }
        if let Some(unit) = entity.unit() {
            write!(shown, " unit={}", unit.text()).unwrap();
        }
        if let Some(bound) = entity.bound() {
            write!(shown, " {bound:?}").unwrap();
        }
        if let Some(relation) = entity.relation() {
            write!(shown, " {relation:?}").unwrap();
        }
        for other in entity.alternatives() {
            write!(shown, " or={other}").unwrap();
        }
    }
    shown
}

fn entities() -> String {
    let profiles = Profiles::DIALECT.with(Profiles::CLASSICAL);
    let new = Analyzer::new();
    let others = [
        new.mode(Mode::Recall).names(Names::Report).guards(Guards::Report).profiles(profiles),
        new.date_order(DateOrder::Mdy).mode(Mode::Strict),
    ];
    let mut all = String::new();
    for line in entity_lines() {
        let found = shown(new, &line);
        writeln!(all, "{}\t{}", line.escape_debug(), found.trim_start()).unwrap();
        for (name, other) in ["recall", "strict"].iter().zip(others) {
            let other = shown(other, &line);
            if other != found {
                writeln!(all, "\t{name}:{other}").unwrap();
            }
        }
    }
    all
}

fn sentences() -> String {
    let abbreviations = keys(include_str!("../src/sentence/abbreviations.txt"), 0);
    let abbreviations: Vec<&str> =
        abbreviations.iter().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(abbreviations.len() > 80);
    let words = [
        "كتب", "وقال", "أحمد", "ثم", "The", "end", "2023", "١٢", "أ", "و", "ق", "إلخ", "U.S", "a@b.co", "بعد",
    ];
    let signs = [
        ". ",
        ".",
        "؟ ",
        "! ",
        "... ",
        "… ",
        "؛ ",
        "، ",
        ": ",
        " - ",
        "\n",
        "\n\n",
        " \"",
        "\" ",
        "» ",
        " «",
        ") ",
        " (",
        ".» ",
        ".) ",
        " ",
        " ",
        " ",
        " ",
        "۔ ",
        " \u{06DD} ",
        ".\" ",
        "؟! ",
        " 1. ",
        "\n1- ",
        "\nأ) ",
        ".\u{200F} ",
        " ﴾",
        "﴿ ",
    ];
    let mut random = Random::new(43);
    let mut all = String::new();
    let splitters = [
        SentenceSplitter::new(),
        SentenceSplitter::new()
            .line_breaks(warraq::LineBreaks::Wrapped)
            .semicolons(warraq::Semicolons::End)
            .ellipses(warraq::Ellipses::End)
            .ayah_marks(warraq::AyahMarks::End),
    ];
    for i in 0..3_000 {
        let mut line = String::new();
        for _ in 0..3 + random.below(6) {
            let word = if random.below(3) == 0 {
                abbreviations[i % abbreviations.len()]
            } else {
                random.pick(&words)
            };
            line.push_str(word);
            line.push_str(one_of(&mut random, &signs));
        }
        let ends = |splitter: SentenceSplitter| {
            splitter
                .sentences(&line)
                .map(|s| format!("{}-{}", s.span().start, s.span().end))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let [first, second] = splitters.map(ends);
        write!(all, "{}\t{}", line.escape_debug(), first).unwrap();
        writeln!(all, "{}", if first == second { String::new() } else { format!("\twrapped: {second}") })
            .unwrap();
    }
    all
}

/// Every operation alone and every preset on lines of everything.
fn normalized() -> String {
    let mut random = Random::new(47);
    let mut all = String::new();
    let mut normalizers: Vec<(String, Normalizer)> = Vec::new();
    for name in Normalizer::PRESETS {
        normalizers.push((String::from(*name), Normalizer::preset(name).unwrap()));
    }
    for &operation in Operation::ALL {
        normalizers.push((operation.to_string(), Normalizer::new().operation(operation)));
    }
    let letters: Vec<char> =
        ('\u{600}'..='\u{6FF}').chain('\u{FE70}'..='\u{FEFC}').chain("\u{FDF2}\u{FDFA}".chars()).collect();
    for i in 0..1_500 {
        let (name, normalizer) = &normalizers[i % normalizers.len()];
        let mut line = random.text(12);
        for _ in 0..6 {
            line.push(*random.pick(&letters));
            line.push_str(one_of(&mut random, &["", "", " ", "ا", "ه", "\u{651}"]));
        }
        let result = normalizer.normalize(&line).into_owned();
        writeln!(
            all,
            "{name}\t{}\t{}",
            line.escape_unicode(),
            if result == line { "=".into() } else { result.escape_unicode().to_string() }
        )
        .unwrap();
    }
    all
}

fn check(name: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/snapshot").join(name);
    if std::env::var_os("WARRAQ_BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, now).unwrap();
    }
    let before = std::fs::read_to_string(&path).unwrap();
    let changed: Vec<_> =
        before.lines().zip(now.lines()).filter(|(before, now)| before != now).take(10).collect();
    let shown: String = changed.iter().flat_map(|(before, now)| ["- ", before, "\n+ ", now, "\n"]).collect();
    assert!(before == now, "{name} is not what it was; WARRAQ_BLESS=1 writes it down\n{shown}");
}

#[test]
fn entities_are_what_they_were() {
    check("entities.tsv", &entities());
}

#[test]
fn sentences_are_what_they_were() {
    check("sentences.tsv", &sentences());
}

#[test]
fn normal_forms_are_what_they_were() {
    check("normalized.tsv", &normalized());
}
