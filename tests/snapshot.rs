//! Readings of some thousands of lines, made of every word of the lexicon, numbers, signs and each other: what
//! they were when somebody last looked at them. A change here is a change of behaviour: see what it is, then
//! write it down with `WARRAQ_BLESS=1 cargo test --test snapshot`, and let the diff be reviewed. Of a hundred thousand
//! near misses only a number is kept for each text that they are near to.
//!
//! The lines are the same on every platform and with every instruction set, so that this is also the run
//! that platforms are compared by.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use std::fmt::Write as _;
use std::path::Path;

use common::Random;
use common::perturb::perturbed;
use common::templates::{FILLERS, JOINTS, NUMBERS, TEMPLATES, filled, one_of, template_lines};
use warraq::class::NumeralSystem;
use warraq::{
    Analyzer, Case, CivilDate, Context, Date, DateOrder, Entity, Exact, Gender, Grouping, Guards, HijriRule,
    Hundreds, Mode, Names, Normalizer, Operation, Profiles, SentenceSplitter, Tafqit, Value, Weekday,
    WeekdayPolicy, YearPolicy,
};

/// The first column of a data file of the crate.
fn keys(file: &'static str) -> Vec<&'static str> {
    let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.filter_map(|line| line.split('\t').next()).collect()
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
    .flat_map(|file| keys(file))
    .collect()
}

/// Words that come in by chance: those of the lexicon when this list was made, so that a new one there changes no
/// other line.
fn chance() -> Vec<&'static str> {
    include_str!("data/snapshot/words.txt").lines().collect()
}

/// Lines in which every word of the lexicon meets numbers, fillers and other words of it.
fn entity_lines() -> Vec<String> {
    let words = chance();
    assert!(words.len() > 800);
    let mut lines = Vec::new();
    for word in lexicon() {
        let mut random = of_text(word);
        let (n, m) = (*random.pick(&NUMBERS), *random.pick(&NUMBERS));
        let other = *random.pick(&words);
        lines.push(format!("{} {word} {n} {other}", random.pick(&FILLERS)));
        lines.push(format!("{n} {word}{}{other}{}{m}", random.pick(&JOINTS), random.pick(&JOINTS)));
    }
    let mut random = Random::new(41);
    for _ in 0..1_000 {
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
    lines.extend(template_lines(&mut random));
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
    let abbreviations: Vec<&str> = include_str!("data/snapshot/abbreviations.txt").lines().collect();
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

/// Everything that a finding says, in every way it can be asked.
fn told(entity: &Entity<'_>, all: &mut String) {
    let (span, value) = (entity.span(), entity.value());
    write!(all, " {}-{}:{value}{value:?}{:?}", span.start, span.end, entity.flags()).unwrap();
    write!(all, "{:?}{:?}{:?}{:?}", entity.certainty(), entity.unit(), entity.bound(), entity.relation())
        .unwrap();
    entity.alternatives().iter().for_each(|other| write!(all, " or={other}").unwrap());
    if let Value::Date(Date::Point(point)) = value {
        let (year, month, day) = (point.year(), point.month(), point.day());
        write!(all, "{:?}{:?}{year:?}{month:?}{day:?}", point.calendar(), point.granularity()).unwrap();
        write!(all, "{}{:?}{:?}{:?}", point.is_before_era(), point.deictic(), point.weekday(), point.part())
            .unwrap();
    }
    let day = |year, month, day| CivilDate::new(year, month, day).unwrap();
    let contexts = [
        Context::new(),
        Context::new().reference(day(2023, 1, 23)),
        Context::new()
            .reference(day(2024, 2, 29))
            .week_start(Weekday::Monday)
            .hijri(HijriRule::Civil)
            .weekdays(WeekdayPolicy::Future)
            .years(YearPolicy::Future),
        Context::new().reference(day(2021, 12, 31)).week_start(Weekday::Sunday).weekdays(WeekdayPolicy::Past),
    ];
    for context in contexts {
        match entity.resolve(&context) {
            Ok(resolved) => {
                write!(all, "=>{resolved}{:?}{:?}", resolved.start(), resolved.end_exclusive()).unwrap();
                write!(all, "{:?}{}", resolved.granularity(), resolved.tolerance_days()).unwrap();
            }
            Err(error) => write!(all, "=>{:?}", error.kind()).unwrap(),
        }
    }
}

/// What is found in a line, by analyzers of all kinds.
fn read(line: &str, all: &mut String) {
    let profiles = Profiles::DIALECT.with(Profiles::CLASSICAL);
    let new = Analyzer::new();
    let analyzers = [
        new,
        new.mode(Mode::Recall).names(Names::Report).guards(Guards::Report).profiles(profiles),
        new.date_order(DateOrder::Mdy).mode(Mode::Strict).region("MA".parse().unwrap()),
    ];
    all.push_str(line);
    for (name, analyzer) in "123".chars().zip(analyzers) {
        write!(all, "\n {name}").unwrap();
        analyzer.entities(line).for_each(|entity| told(&entity, all));
    }
    all.push_str("\n all");
    for entity in new.date_order(DateOrder::Ymd).candidates(line) {
        write!(all, " {}-{}:{}", entity.span().start, entity.span().end, entity.value()).unwrap();
    }
    all.push('\n');
}

/// A name and what is known about the lines under it.
type Group = (String, String);

/// Near misses of the cases, of the templates and of written numbers.
fn near_misses() -> Vec<Group> {
    let words = chance();
    let mut random = Random::new(53);
    let cases = include_str!("data/numbers-dates.tsv").lines().skip(1);
    let mut texts: Vec<(String, usize)> =
        cases.map(|line| (line.split('\t').nth(3).unwrap().to_owned(), 200)).collect();
    texts.extend(keys(include_str!("data/values.tsv")).into_iter().map(|text| (text.to_owned(), 200)));
    for template in TEMPLATES.split('|') {
        texts.extend((0..8).map(|_| (filled(&mut random, template), 40)));
    }
    for i in 0..100 {
        let number = i128::from(10_u32.pow(i % 9)) * (random.below(2_000) as i128 + 1) / 7;
        let tafqit = Tafqit::new().gender([Gender::Masculine, Gender::Feminine][i as usize % 2]);
        texts.push((tafqit.cardinal(number).unwrap(), 80));
        texts.push((tafqit.ordinal(number.unsigned_abs() as u64 % 10_000).unwrap_or_default(), 40));
    }
    let group = |(text, count): &(String, usize)| {
        let mut all = String::new();
        let mut random = of_text(text);
        read(text, &mut all);
        (0..*count).for_each(|_| read(&perturbed(&mut random, text, &words), &mut all));
        (format!("near {}", text.escape_debug()), all)
    };
    let (first, second) = texts.split_at(texts.len() / 2);
    std::thread::scope(|scope| {
        let first = scope.spawn(|| first.iter().map(group).collect::<Vec<_>>());
        let second: Vec<_> = second.iter().map(group).collect();
        [first.join().unwrap(), second].concat()
    })
}

/// Numbers in words and digits, with every option.
fn numbers_written() -> Vec<Group> {
    use NumeralSystem::{Arab, ArabExt, FullWide, Latn, Math};
    let systems = [Latn, Arab, ArabExt, FullWide, Math];
    let mut random = Random::new(59);
    let mut groups = Vec::new();
    for size in 1..=18 {
        let mut all = String::new();
        for _ in 0..20 {
            let number = i128::from(random.bits()) * 7 % 10_i128.pow(size) - i128::from(size % 3 == 0) * 500;
            for gender in [Gender::Masculine, Gender::Feminine] {
                for case in [Case::Nominative, Case::Oblique] {
                    for hundreds in
                        [Hundreds::Fused, Hundreds::FusedAlef, Hundreds::Spaced, Hundreds::SpacedAlef]
                    {
                        let tafqit = Tafqit::new().gender(gender).case(case).hundreds(hundreds);
                        let ordinal = tafqit.ordinal(number.unsigned_abs() as u64);
                        writeln!(all, "{:?} {ordinal:?}", tafqit.cardinal(number)).unwrap();
                    }
                }
            }
            for grouping in [Grouping::None, Grouping::Thousands] {
                for system in systems {
                    let exact = Exact::new(number, random.below(4) as u8);
                    let integer = exact.to_integer();
                    writeln!(all, "{} {integer:?}", exact.in_digits(system, grouping)).unwrap();
                }
            }
        }
        groups.push((format!("written, {size} digits"), all));
    }
    groups
}

/// Sentences of near misses of the golden ones.
fn sentences_near() -> Vec<Group> {
    let words: Vec<&str> = include_str!("data/snapshot/abbreviations.txt").lines().collect();
    let splitters = [
        SentenceSplitter::new(),
        SentenceSplitter::new()
            .line_breaks(warraq::LineBreaks::Wrapped)
            .semicolons(warraq::Semicolons::End)
            .ellipses(warraq::Ellipses::End)
            .ayah_marks(warraq::AyahMarks::End),
    ];
    let mut groups = Vec::new();
    let golden = include_str!("data/sentences/golden.txt").lines().filter(|line| !line.starts_with('#'));
    for text in golden.filter_map(|line| line.split('\t').nth(2)) {
        let text = text.replace("\\n", "\n").replace('⏐', "");
        let mut random = of_text(&text);
        let mut all = String::new();
        for _ in 0..150 {
            let line = perturbed(&mut random, &text, &words);
            for splitter in splitters {
                let spans = splitter.sentences(&line).map(|sentence| sentence.span());
                writeln!(all, "{line} {:?}", spans.collect::<Vec<_>>()).unwrap();
            }
        }
        groups.push((format!("sentences {}", text.escape_debug()), all));
    }
    groups
}

/// Every choice alone, every preset and some of all, with the map, on lines of everything.
#[cfg(feature = "std")]
fn normalized_mapped() -> Vec<Group> {
    let mut random = Random::new(67);
    let mut normalizers: Vec<(String, Normalizer)> = Vec::new();
    for name in Normalizer::PRESETS {
        normalizers.push((String::from(*name), Normalizer::preset(name).unwrap()));
    }
    for choice in common::laws::choices() {
        normalizers.push((choice.to_string(), Normalizer::new().operation(choice)));
    }
    for _ in 0..60 {
        let bits = random.bits();
        normalizers.push((bits.to_string(), common::laws::normalizer(bits)));
    }
    let letters: Vec<char> = ('\u{600}'..='\u{6FF}')
        .chain('\u{750}'..='\u{77F}')
        .chain('\u{FB50}'..='\u{FDFF}')
        .chain('\u{FE70}'..='\u{FEFF}')
        .chain('\u{2000}'..='\u{206F}')
        .chain("aZé١۱१1 \n\u{10EFF}\u{1EE01}𝟏".chars())
        .collect();
    let words: Vec<&str> = keys(include_str!("../src/normalize/phrases.tsv"))
        .into_iter()
        .chain(include_str!("../src/normalize/tanwin_alef.txt").lines())
        .chain(include_str!("../src/normalize/dagger_alef.txt").lines())
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.trim_end_matches('+'))
        .collect();
    let mut groups = Vec::new();
    for (name, normalizer) in normalizers {
        let mut all = String::new();
        for _ in 0..1_000 {
            let mut line = random.text(8);
            for _ in 0..random.below(12) {
                match random.below(8) {
                    0 => line.push_str(one_of(&mut random, &words)),
                    1 => {
                        line.push_str(one_of(&mut random, &[" ", "\u{651}", "\u{64B}", "\u{670}", "ا", "ـ"]));
                    }
                    _ => line.push(*random.pick(&letters)),
                }
            }
            let mapped = normalizer.normalize_mapped(&line);
            writeln!(all, "{line} {}", mapped.text()).unwrap();
            mapped
                .changes()
                .for_each(|change| writeln!(all, " {:?}{:?}", change.source, change.target).unwrap());
            mapped.map().edits().for_each(|edit| writeln!(all, " {edit:?}").unwrap());
        }
        groups.push((format!("normalized {name}"), all));
    }
    groups
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3))
}

/// The choices for one text, so that another one in the file before it changes nothing.
fn of_text(text: &str) -> Random {
    Random::new(hash(text) & 0xFFFF)
}

/// Too much to keep: a number for each group. `WARRAQ_SHOW=DIR` writes down what it is of, to be compared with what
/// the same command writes on another commit.
fn check_prints(name: &str, groups: &[Group]) {
    let mut prints = String::new();
    for (group, all) in groups {
        writeln!(prints, "{:016x}\t{group}", hash(all)).unwrap();
    }
    if let Some(dir) = std::env::var_os("WARRAQ_SHOW") {
        std::fs::create_dir_all(&dir).unwrap();
        let all: Vec<&str> = groups.iter().map(|(_, all)| &**all).collect();
        std::fs::write(Path::new(&dir).join(name), all.concat()).unwrap();
    }
    check(name, &prints);
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

#[test]
fn near_misses_are_what_they_were() {
    check_prints("near.tsv", &near_misses());
}

#[test]
fn written_numbers_are_what_they_were() {
    check_prints("written.tsv", &numbers_written());
}

#[test]
fn near_sentences_are_what_they_were() {
    check_prints("near-sentences.tsv", &sentences_near());
}

#[cfg(feature = "std")]
#[test]
fn maps_are_what_they_were() {
    check_prints("maps.tsv", &normalized_mapped());
}
