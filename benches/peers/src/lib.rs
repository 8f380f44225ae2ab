//! What is compared: each crate at the nearest job it can do, and how a thread's time is taken.
//! The table in the README says what each method does and leaves undone.

use std::borrow::Cow;
use std::hint::black_box;
use std::io::BufRead as _;
use std::time::Duration;

use aho_corasick::AhoCorasick;
use charabia::Normalize as _;
use charabia::normalizer::NormalizerOption;
use cpu_time::ThreadTime;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use regex::Regex;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use warraq::{Normalizer, Tier};

#[path = "../../corpus/mod.rs"]
pub mod corpus;
#[path = "../../naive/mod.rs"]
pub mod naive;

/// Normalizes a text and tells the length of the result.
pub type Job = Box<dyn FnMut(&str) -> usize>;

/// A method with its name in the tables.
pub struct Method {
    pub name: &'static str,
    pub job: Job,
}

fn method(name: &'static str, job: impl FnMut(&str) -> usize + 'static) -> Method {
    Method { name, job: Box::new(job) }
}

/// The presets that are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    Clean,
    Search,
}

impl Preset {
    pub const ALL: [Self; 2] = [Self::Clean, Self::Search];

    pub fn name(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Search => "search",
        }
    }

    pub fn normalizer(self) -> Normalizer {
        let normalizer = match self {
            Self::Clean => Normalizer::clean(),
            Self::Search => Normalizer::search(),
        };
        normalizer.tier(tier())
    }

    /// One `char` at a time.
    pub fn naive(self) -> fn(char) -> Option<char> {
        match self {
            Self::Clean => naive::naive_clean,
            Self::Search => naive::naive_search,
        }
    }
}

/// Copies to a buffer that is reused.
pub fn memcpy() -> Method {
    let mut out = String::new();
    method("memcpy", move |text| {
        out.clear();
        out.push_str(black_box(text));
        out.len()
    })
}

/// `chars().filter_map().collect()`.
pub fn naive(preset: Preset) -> Method {
    let naive = preset.naive();
    method("naive", move |text| black_box(text).chars().filter_map(naive).collect::<String>().len())
}

/// [`Normalizer::normalize_into`] a buffer that is reused.
pub fn into(preset: Preset) -> Method {
    let normalizer = preset.normalizer();
    let mut out = String::new();
    method("warraq, reused buffer", move |text| {
        out.clear();
        normalizer.normalize_into(black_box(text), &mut out);
        out.len()
    })
}

/// [`Normalizer::normalize`].
pub fn cow(preset: Preset) -> Method {
    let normalizer = preset.normalizer();
    method("warraq, Cow", move |text| normalizer.normalize(black_box(text)).len())
}

/// [`Normalizer::reader`] in chunks of 64 KiB.
pub fn reader(preset: Preset) -> Method {
    let normalizer = preset.normalizer();
    method("warraq, reader", move |text| {
        let mut reader = normalizer.reader(black_box(text.as_bytes()));
        let mut sum = 0;
        while let Ok(len @ 1..) = reader.fill_buf().map(<[u8]>::len) {
            sum += len;
            reader.consume(len);
        }
        sum
    })
}

/// [`Normalizer::normalize_mapped`].
pub fn mapped(preset: Preset) -> Method {
    let normalizer = preset.normalizer();
    method("warraq, mapped", move |text| normalizer.normalize_mapped(black_box(text)).text().len())
}

/// NFKC alone, which presentation forms need.
pub fn naive_nfkc() -> Method {
    method("naive NFKC", |text| black_box(text).nfkc().collect::<String>().len())
}

/// warraq, the baselines and the other crates.
pub fn methods(preset: Preset) -> Vec<Method> {
    let mut all = vec![memcpy(), naive(preset), into(preset), cow(preset), reader(preset)];
    all.extend(peers(preset));
    all
}

/// The other crates.
fn peers(preset: Preset) -> Vec<Method> {
    let validate =
        method("simdutf8", |text| simdutf8::basic::from_utf8(black_box(text.as_bytes())).map_or(0, str::len));
    let options = NormalizerOption { lossy: true, ..NormalizerOption::default() };
    let charabia = method("charabia", move |text| black_box(text).normalize(&options).len());
    let (patterns, replacements) = fold_table(preset.naive());
    let automaton = AhoCorasick::new(&patterns).expect("the table is small");
    let automaton =
        method("aho-corasick", move |text| automaton.replace_all(black_box(text), &replacements).len());
    let mut all = vec![validate, automaton];
    match preset {
        Preset::Clean => {
            all.push(method("unicode-normalization", |text| black_box(text).nfc().collect::<String>().len()));
            let icu = ComposingNormalizerBorrowed::new_nfc();
            all.push(method("icu_normalizer", move |text| icu.normalize(black_box(text)).len()));
        }
        Preset::Search => {
            all.push(method("unicode-normalization", |text| {
                black_box(text).nfkd().filter(|&c| !is_combining_mark(c)).collect::<String>().len()
            }));
            let icu = DecomposingNormalizerBorrowed::new_nfkd();
            all.push(method("icu_normalizer", move |text| icu.normalize(black_box(text)).len()));
            let marks =
                Regex::new(r"[\u{610}-\u{61A}\u{64B}-\u{65F}\u{670}\u{6D6}-\u{6DC}]+").expect("valid");
            all.push(method("regex", move |text| marks.replace_all(black_box(text), "").len()));
        }
    }
    all.push(charabia);
    all
}

/// The characters that the naive function changes, and what each becomes.
fn fold_table(naive: fn(char) -> Option<char>) -> (Vec<String>, Vec<String>) {
    let changed = (char::MIN..=char::MAX).filter(|&c| naive(c) != Some(c));
    changed.map(|c| (c.to_string(), naive(c).map_or(String::new(), String::from))).unzip()
}

/// The text in presentation forms, as old PDF files have it: each letter in one of its forms.
pub fn in_forms(text: &str) -> String {
    let mut forms = std::collections::HashMap::<char, Vec<char>>::new();
    for form in '\u{FE80}'..='\u{FEFC}' {
        let mut letters = std::iter::once(form).nfkc();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            forms.entry(letter).or_default().push(form);
        }
    }
    let form = |(i, c)| forms.get(&c).map_or(c, |forms| forms[i % forms.len()]);
    text.chars().enumerate().map(form).collect()
}

/// What normalizing leaves as it is.
pub fn normal(preset: Preset, text: &str) -> String {
    let result = preset.normalizer().normalize(text).into_owned();
    assert!(matches!(preset.normalizer().normalize(&result), Cow::Borrowed(_)));
    result
}

/// Processor time of this thread.
pub fn time(mut job: impl FnMut() -> usize) -> Duration {
    let start = ThreadTime::now();
    black_box(job());
    start.elapsed()
}

pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The machine, for the head of a table.
pub fn machine() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let cpu = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    format!("{}, {:?}", cpu.map_or("unknown processor", |(_, name)| name), tier())
}

/// The best tier here, or the one that the environment variable `WARRAQ_TIER` names.
///
/// # Panics
///
/// When it names none that is to be had.
pub fn tier() -> Tier {
    let Ok(name) = std::env::var("WARRAQ_TIER") else { return Tier::best() };
    let mut tiers = Tier::ALL.into_iter().filter(|tier| tier.is_available());
    let found = tiers.find(|tier| format!("{tier:?}").eq_ignore_ascii_case(&name));
    found.unwrap_or_else(|| panic!("WARRAQ_TIER={name}: not one of {:?}, or not on this machine", Tier::ALL))
}
