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

/// The first column of a data file of the crate.
fn keys(file: &'static str) -> Vec<&'static str> {
    let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.filter_map(|line| line.split('\t').next()).collect()
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
    .flat_map(|file| keys(file))
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

/// What may stand in the slot of a template.
fn slot(name: char) -> &'static [&'static str] {
    match name {
        'D' => &[
            "1",
            "3",
            "15",
            "29",
            "30",
            "31",
            "32",
            "٢٠",
            "0",
            "08",
            "الأول",
            "الثالث",
            "العشرين",
            "الحادي والعشرين",
            "أول",
            "غرة",
            "سلخ",
        ],
        'O' => &[
            "الأول",
            "الأولى",
            "الثاني",
            "الثالث",
            "الرابعة",
            "الأخير",
            "الحادي عشر",
            "الخامسة والعشرين",
            "العاشر",
            "3",
            "12",
        ],
        'M' => &[
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "آب",
            "كانون الثاني",
            "تشرين الأول",
            "ت2",
            "دجنبر",
            "يونيو/حزيران",
            "حزيران",
            "مايو",
        ],
        'H' => &["محرم", "رمضان", "ذي الحجة", "ربيع الأول", "جمادى الآخرة", "شعبان المعظم", "رجب الفرد", "صفر"],
        'Y' => &[
            "2023",
            "٢٠٢٤",
            "1999",
            "1445",
            "1445هـ",
            "1445 هـ",
            "23",
            "622م",
            "323 ق.م",
            "ألفين وثلاثة وعشرين",
            "1402 هـ.ش",
            "3000",
            "800",
        ],
        'W' => &["الجمعة", "الأحد", "السبت", "الإثنين", "الثلاثاء", "الخميس", "اثنين", "أحد"],
        'U' => &[
            "يوم",
            "اليوم",
            "يوما",
            "يومين",
            "أيام",
            "الأسبوع",
            "أسبوعين",
            "شهر",
            "الشهر",
            "أشهر",
            "عام",
            "العام",
            "عامين",
            "سنة",
            "سنوات",
            "القرن",
            "العقد",
            "ساعة",
            "ساعات",
            "دقيقة",
            "ثوان",
            "قرون",
        ],
        'P' => &[
            "مطلع",
            "أوائل",
            "منتصف",
            "أواخر",
            "نهاية",
            "بداية",
            "مساء",
            "صباح",
            "ليلة",
            "صبيحة",
            "عشية",
            "فجر",
        ],
        'N' => &[
            "1",
            "2",
            "3",
            "10",
            "11",
            "24",
            "100",
            "٧",
            "ثلاثة",
            "خمس",
            "عشرة",
            "أحد عشر",
            "اثنتي عشرة",
            "عشرين",
            "مئة",
            "ألف",
            "نصف",
            "ربع",
            "2.5",
            "بضعة",
            "صفر",
        ],
        'X' => &[
            "الماضي",
            "الماضية",
            "المقبل",
            "القادمة",
            "الجاري",
            "الحالي",
            "قبل الماضي",
            "بعد المقبل",
            "المنصرم",
            "نفسه",
            "الذي يليه",
        ],
        'T' => &[
            "10:30",
            "9:05",
            "18:00",
            "12:00",
            "24:00",
            "7.15",
            "العاشرة",
            "الثانية عشرة والنصف",
            "الخامسة إلا ربعا",
            "الثالثة وعشر دقائق",
            "25:00",
            "6:61",
        ],
        'A' => &[
            "صباحا",
            "مساء",
            "ص",
            "م",
            "ظهرا",
            "فجرا",
            "ليلا",
            "بعد الظهر",
            "بتوقيت القاهرة",
            "بتوقيت غرينتش",
            "GMT+3",
            "بالتوقيت المحلي",
        ],
        'C' => &[
            "دولار",
            "مليون",
            "ألف",
            "مليار دولار",
            "في المئة",
            "بالمئة",
            "%",
            "كلم",
            "كيلوغراما",
            "درجة مئوية",
            "جنيها",
            "شخصا",
            "كتب",
        ],
        _ => &[
            "في",
            "من",
            "خلال",
            "منذ",
            "قبل",
            "بعد",
            "حتى",
            "بين",
            "يوم",
            "بتاريخ",
            "لمدة",
            "نحو",
            "أكثر من",
            "كل",
            "عام",
            "شهر",
            "كتب",
            "وفي",
            "رقم",
            "الموافق",
        ],
    }
}

/// A capital letter is a slot.
const TEMPLATES: &str = "Z D M Y|Z D M|Z D من M Y|Z W D M Y|Z W، D M Y|يوم W الموافق D M Y|W D H Y الموافق D M Y|D H Y (D M Y)\
|Z M Y|Z شهر M X|Z M X|Z D M X|Z P M Y|Z P عام Y|Z P U X|Z عام Y|Z U Y|Z سنة Y E|Z U X|Z W X|يومي D وD M Y|أيام D وD وD M\
|يومي W وW X|عامي Y وY|أعوام Y وY وY|شهري M وM Y|بين عامي Y وY|بين D وD M Y|من D M إلى D M Y|من D إلى D M Y|من D M Y حتى D M Y\
|D-D M Y|D M - D M Y|M-M Y|Y-Y|Y/Y|موسم Y/Y|الفترة من Y إلى Y|من M إلى M|Z N U|Z N U وN U|Z N U X|منذ N U|بعد N U من|خلال الـN U X\
|قبل U|بعد U|U وU|نصف U|ربع U|N U ونصف|N U إلا ربعا|الساعة T A|الساعة T|Z T A|T A يوم W|D M Y الساعة T A|W الساعة T A|Z W الساعة T A\
|الأسبوع O من شهر M Y|الأسبوع O من M|U O من U X|الربع O من عام Y|النصف O من Y|الربع الأخير من Y|القرن O الميلادي|القرن O الهجري|القرن O قبل الميلاد\
|ثمانينيات القرن X|ستينيات القرن O|التسعينات|عشرينيات Y|O W من M Y|أول W من H|آخر W في M Y|كل W|كل N U|كل يوم W|D/D/Y|Y/D/D|D.D.Y|Y-D-D|D/D|D-D-Y هـ\
|العشر الأواخر من H|منتصف H Y|ليلة D من H|ليلة W|مساء W D M|Z D من الشهر X|D منه|N C|Z N C|N C وN C|N,N C|من N إلى N C|N-N C|بين N وN C|N/N|N من N|N فاصلة N\
|سالب N|ناقص N C|N بالمئة|المركز O|الدورة O|الـN|رقم N|المادة N|N × N|N+N|+N|-N|N.|(N)|N - N|فاز N-N|أكثر من N C|لا يقل عن N C|N ألف وN C|N مليون وN ألف C\
|N وN C|ثلث C|ثلاثة أرباع U|خمسا C|N N C|الN عشر|N عشرة|مئة وN C|ألف وN مئة وN|هاتف N N N|الآية N|اليوم W|أمس W|غدا W|أول أمس|بعد غد|اليوم D M|هذا U|هذه U|ذلك U";

/// Lines after the templates, each several times.
fn template_lines(random: &mut Random) -> Vec<String> {
    let mut lines = Vec::new();
    for template in TEMPLATES.split('|') {
        for _ in 0..10 {
            let mut line = String::new();
            for c in template.chars() {
                if c.is_ascii_uppercase() {
                    line.push_str(one_of(random, slot(c)));
                } else {
                    line.push(c);
                }
            }
            lines.push(line);
        }
    }
    lines
}

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
    let abbreviations = keys(include_str!("../src/sentence/abbreviations.txt"));
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
