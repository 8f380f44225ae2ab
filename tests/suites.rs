//! Numbers and dates against what other programs wrote and expect: one line a set with the score,
//! and a failure below the score reached.
//!
//! The generated sets (ICU with CLDR, anltk, moment, dayjs; each line names its source and licence) lie in
//! `tests/data/generated`; the sets of other projects are read from the folder that `WARRAQ_CASES` names,
//! and skipped where it is not set. `WARRAQ_SHOW=set` prints the cases of a set that fail.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use serde_json::Value as Json;
use warraq::{Analyzer, CivilDate, Context, Entity, Mode, Number, Profiles, Value, YearPolicy};

/// The cases of a set, in `tests/data` or in the folder of the environment.
fn read(set: &str) -> Option<Vec<Json>> {
    let own = format!("{}/tests/data/generated/{set}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&own).ok().or_else(|| {
        assert!(!set.starts_with("gen_"), "{own} is gone");
        let folder = std::env::var_os("WARRAQ_CASES")?;
        let path = std::path::Path::new(&folder).join("external").join(format!("{set}.jsonl"));
        Some(std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
    });
    let Some(text) = text else {
        println!("{set}: skipped, WARRAQ_CASES is not set");
        return None;
    };
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

/// How a case came out: it agrees, it fails, or it is not counted, with the reason.
enum Outcome {
    Is(bool),
    Left(&'static str),
}
use Outcome::{Is, Left};

/// Runs a set; the least share of agreeing cases in thousandths.
fn run(set: &str, least: usize, judge: impl Fn(&Json, &str) -> Outcome) {
    let Some(cases) = read(set) else { return };
    let show = std::env::var("WARRAQ_SHOW").is_ok_and(|name| name == set || name == "all");
    let (mut agree, mut all) = (0, 0);
    let mut left = std::collections::BTreeMap::<&str, usize>::new();
    for case in &cases {
        let input = case["input"].as_str().unwrap();
        match judge(case, input) {
            Left(reason) => *left.entry(reason).or_default() += 1,
            Is(right) => {
                all += 1;
                agree += usize::from(right);
                if show && !right {
                    let expected = case["expected"].to_string();
                    println!("  {input:?}: {}, not {expected}", shown(input));
                }
            }
        }
    }
    let share = agree * 1000 / all.max(1);
    println!("{set}: {agree} of {all}, {}.{} %", share / 10, share % 10);
    for (reason, count) in left {
        println!("  {count} not counted: {reason}");
    }
    assert!(share >= least, "{set}: {agree} of {all} is below {}.{} %", least / 10, least % 10);
}

/// Everything that is found, in every reading that has a use for a lone phrase.
fn analyzer() -> Analyzer {
    Analyzer::new().mode(Mode::Recall).profiles(Profiles::DIALECT)
}

fn shown(input: &str) -> String {
    let found: Vec<_> = analyzer().entities(input).map(|e| format!("{:?} {}", e.text(), e.value())).collect();
    found.join(", ")
}

/// What is not part of a phrase at its edges.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || "\u{61C}\u{200E}\u{200F}.,!?؟،؛:;@&$()[]\"'".contains(c)
}

/// The one finding, if there is one and nothing else.
fn only(analyzer: Analyzer, input: &str) -> Option<Entity<'_>> {
    let mut found = analyzer.entities(input);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// The same, if it covers all of the text but its edges.
fn whole(analyzer: Analyzer, input: &str) -> Option<Entity<'_>> {
    only(analyzer, input).filter(|e| e.text() == input.trim_matches(is_edge) || e.text() == input.trim())
}

/// A JSON number as digits and how many stand behind the point.
fn decimal(json: &Json) -> (i128, u32) {
    let text = json.to_string();
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((&text, "0"));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let part = part.trim_end_matches('0');
    let digits: i128 = format!("{whole}{part}").parse().unwrap();
    let exponent = exponent.parse::<i32>().unwrap() - i32::try_from(part.len()).unwrap();
    if exponent >= 0 {
        (digits * 10_i128.pow(exponent.unsigned_abs()), 0)
    } else {
        (digits, exponent.unsigned_abs())
    }
}

/// Whether a number says what the JSON number says: cardinals and fractions as they are, percentages as
/// a share or in percent.
fn says(number: &Number, json: &Json) -> bool {
    let (digits, scale) = decimal(json);
    let is = |mantissa: i128, other: u32| {
        let common = scale.max(other);
        digits * 10_i128.pow(common - scale) == mantissa * 10_i128.pow(common - other)
    };
    match number {
        Number::Cardinal(exact) => is(exact.mantissa(), u32::from(exact.scale())),
        Number::Percent(exact, _) => {
            is(exact.mantissa(), u32::from(exact.scale()))
                || is(exact.mantissa(), u32::from(exact.scale()) + 2)
        }
        Number::Ordinal(n) => is(i128::from(*n), 0),
        Number::Fraction(above, below) => {
            let (above, below) = (i128::from(*above), i128::from(*below));
            // As many digits as the other program writes.
            let places = scale.min(17);
            let share = above * 10_i128.pow(places + 1) / below;
            (share - digits * 10 / 10_i128.pow(scale - places)).abs() <= 10
        }
        _ => false,
    }
}

fn is_number(entity: &Entity<'_>, json: &Json) -> bool {
    matches!(entity.value(), Value::Number(number) if says(number, json))
}

fn flagged(case: &Json, with: &str) -> bool {
    case["flags"].as_array().unwrap().iter().any(|f| f.as_str().unwrap().contains(with))
}

#[test]
fn gen_number_words() {
    run("gen_number_words", 970, |case, input| {
        if flagged(case, "ambiguous") || flagged(case, "construct") {
            return Left("flagged as ambiguous, or a construct without its noun");
        }
        let ordinal = case["kind"] == "ordinal";
        Is(whole(analyzer(), input).is_some_and(|e| {
            is_number(&e, &case["expected"])
                && matches!(e.value(), Value::Number(Number::Ordinal(_))) == ordinal
        }))
    });
}

#[test]
fn gen_cldr_numbers() {
    run("gen_cldr_numbers", 950, |case, input| {
        if flagged(case, "rounded") {
            return Left("rounded: the value is not in the text");
        }
        let locale = case["locale"].as_str().unwrap();
        let region =
            locale.split('-').find(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_uppercase()));
        let mut analyzer = analyzer();
        if let Some(region) = region {
            analyzer = analyzer.region(region.parse().unwrap());
        }
        let percent = case["expected"]["kind"] == "percent";
        Is(only(analyzer, input).is_some_and(|e| match e.value() {
            Value::Number(number) => {
                says(number, &case["expected"]["value"]) && matches!(number, Number::Percent(..)) == percent
            }
            Value::Date(_) => false,
            _ => false,
        }))
    });
}

/// `2023-01-20`, `2023-01`, `--01-20` in the notation of this crate.
fn notation(iso: &str) -> String {
    if let Some(day) = iso.strip_prefix("--") {
        return format!("day:XXXX-{day}");
    }
    match (iso.len(), iso.contains('T')) {
        (_, true) => format!("dt:{iso}"),
        (7, _) => format!("month:{iso}"),
        (4, _) => format!("year:{iso}"),
        _ => format!("day:{iso}"),
    }
}

fn date_case(case: &Json, input: &str) -> Outcome {
    let expected = case["expected"]["hijri"]
        .as_str()
        .map_or_else(|| notation(case["expected"]["iso"].as_str().unwrap()), |day| format!("hday:{day}"));
    Is(whole(analyzer(), input).is_some_and(|e| e.value().to_string() == expected))
}

#[test]
fn gen_cldr_dates() {
    run("gen_cldr_dates", 970, date_case);
}

#[test]
fn gen_moment_dates() {
    run("gen_moment_dates", 950, date_case);
}

#[test]
fn gen_cldr_ranges() {
    run("gen_cldr_ranges", 950, |case, input| {
        let [from, to] = ["from", "to"].map(|end| case["expected"][end].as_str().unwrap());
        Is(whole(analyzer(), input).is_some_and(|e| e.value().to_string() == format!("ival:{from}..{to}")))
    });
}

/// `rel:-P5Y`, `rel:day+1` and the like as a count of units.
fn relative_case(case: &Json, input: &str) -> Outcome {
    if flagged(case, "few seconds") {
        return Left("how many seconds a few are cannot be told");
    }
    let count = case["expected"]["value"].as_i64().unwrap();
    let unit = case["expected"]["unit"].as_str().unwrap();
    let sign = if count < 0 { '-' } else { '+' };
    let n = count.unsigned_abs();
    let duration = match unit {
        "second" => format!("PT{n}S"),
        "minute" => format!("PT{n}M"),
        "hour" => format!("PT{n}H"),
        "day" => format!("P{n}D"),
        "week" => format!("P{n}W"),
        "month" => format!("P{n}M"),
        "quarter" if n > 0 && n.is_multiple_of(4) => format!("P{}Y", n / 4),
        "quarter" => format!("P{}M", 3 * n),
        "year" => format!("P{n}Y"),
        other => panic!("{other}"),
    };
    let expected = [
        format!("rel:{sign}{duration}"),
        format!("rel:{unit}{sign}{n}"),
        // Nothing from now, whichever way.
        format!("rel:{}{duration}", if n == 0 { '-' } else { sign }),
    ];
    Is(whole(analyzer(), input).is_some_and(|e| expected.contains(&e.value().to_string())))
}

#[test]
fn gen_cldr_relative() {
    run("gen_cldr_relative", 950, relative_case);
}

#[test]
fn gen_moment_relative() {
    run("gen_moment_relative", 700, |case, input| {
        if input.starts_with("في ") {
            return Left("moment writes في for the future, which is a place or a length in Arabic");
        }
        relative_case(case, input)
    });
}

#[test]
fn duckling_numeral() {
    run("duckling_numeral", 970, |case, input| {
        if flagged(case, "fraction-slash") && input.starts_with('-') {
            return Left("-12/10 is no proper fraction");
        }
        Is(whole_signed(input).is_some_and(|e| is_number(&e, &case["expected"])))
    });
}

/// The finding that covers the text; a point or sign at its start belongs to the number.
fn whole_signed(input: &str) -> Option<Entity<'_>> {
    only(analyzer(), input).filter(|e| e.text() == input)
}

#[test]
fn duckling_ordinal() {
    run("duckling_ordinal", 1000, |case, input| {
        Is(whole(analyzer(), input).is_some_and(|e| {
            is_number(&e, &case["expected"]) && matches!(e.value(), Value::Number(Number::Ordinal(_)))
        }))
    });
}

/// Spans in code points and values of all findings that are numbers.
fn spans(input: &str) -> Vec<(usize, usize, Entity<'_>)> {
    let chars = |at: usize| input[..at].chars().count();
    analyzer().entities(input).map(|e| (chars(e.span().start), chars(e.span().end), e)).collect()
}

#[test]
fn maha_numeral() {
    run("maha_numeral", 900, |case, input| {
        if flagged(case, "fraction reading") {
            return Left("how words behind فاصلة are read: another convention");
        }
        if input.lines().count() > 3 {
            return Left("a page that holds dates, which Maha reads as numbers");
        }
        let expected = case["expected"].as_array().unwrap();
        let found = spans(input);
        Is(found.len() == expected.len()
            && found.iter().zip(expected).all(|((start, end, e), expected)| {
                (*start as u64, *end as u64)
                    == (expected["start"].as_u64().unwrap(), expected["end"].as_u64().unwrap())
                    && is_number(e, &expected["value"])
            }))
    });
}

#[test]
fn maha_ordinal() {
    run("maha_ordinal", 950, |case, input| {
        let expected = case["expected"].as_array().unwrap();
        let found: Vec<_> = spans(input)
            .into_iter()
            .filter(|(.., e)| matches!(e.value(), Value::Number(Number::Ordinal(_))))
            .collect();
        Is(found.len() == expected.len()
            && found.iter().zip(expected).all(|((start, end, e), expected)| {
                (*start as u64, *end as u64)
                    == (expected["start"].as_u64().unwrap(), expected["end"].as_u64().unwrap())
                    && is_number(e, &expected["value"])
            }))
    });
}

/// Each month name that is no ordinary word too, alone.
#[test]
fn month_names() {
    run("month_names", 1000, |case, input| {
        let calendar = if case["calendar"] == "hijri" { "hmonth" } else { "month" };
        let expected = format!("{calendar}:XXXX-{:02}", case["expected"].as_u64().unwrap());
        // Names that are words too want a noun before them.
        let phrase = format!("شهر {input}");
        let is = |e: Option<Entity<'_>>| e.is_some_and(|e| e.value().to_string() == expected);
        Is(is(whole(analyzer(), input)) || is(whole(analyzer(), &phrase)))
    });
}

/// Number to words of other projects, read back.
#[test]
fn number_words_of_others() {
    run("normalization", 950, |case, input| {
        if case["op"].as_str().is_none_or(|op| !op.contains("num")) {
            return Left("normalization: another test");
        }
        let words = case["expected"].as_str().unwrap_or("");
        let number: Json = match serde_json::from_str(input.trim()) {
            Ok(number @ Json::Number(_)) => number,
            _ => return Left("the input is no number"),
        };
        Is(whole(analyzer(), words).is_some_and(|e| is_number(&e, &number)))
    });
}

/// Values of Recognizers that contradict the rules here, by a part of the input.
const CONTRADICTIONS: &[(&str, &str)] = &[
    ("^", "a power is no number of a text"),
    ("e1", "floating point notation"),
    ("e+", "floating point notation"),
    ("١٩٢.١٦٨.١.٢", "an IPv4 address is guarded"),
    ("+1-222-2222", "a telephone number is guarded"),
    ("90 - ", "a difference of products is no number of a text"),
    ("اثني عشر مليار", "twelve milliards are 12·10⁹, not 1.2·10⁹"),
    ("322 مائة", "a hundred counts three to nine"),
];

/// Of the numbers that Recognizers finds, how many have their value found here at the same place.
#[test]
fn recognizers_number() {
    let Some(cases) = read("recognizers_number") else { return };
    let show = std::env::var("WARRAQ_SHOW").is_ok_and(|name| name == "recognizers_number" || name == "all");
    let mut left = std::collections::BTreeMap::<&str, usize>::new();
    let (mut all, mut found) = (0, 0);
    for case in &cases {
        let input = case["input"].as_str().unwrap();
        if case["model"] != "NumberModel" || flagged(case, "BAD-SPAN") {
            continue;
        }
        for expected in case["expected"].as_array().unwrap() {
            let text = expected["value"]["value"].as_str().unwrap();
            let Ok(value) = serde_json::from_str::<Json>(text) else { continue };
            if let Some((_, reason)) = CONTRADICTIONS.iter().find(|(part, _)| input.contains(part)) {
                *left.entry(*reason).or_insert(0) += 1;
                continue;
            }
            all += 1;
            let here = spans(input).into_iter().any(|(_, _, e)| match e.value() {
                Value::Number(number) => says(number, &value),
                Value::Date(_) => true,
                _ => false,
            });
            found += usize::from(here);
            if show && !here {
                println!("  {input:?}: {}, not {text}", shown(input));
            }
        }
    }
    println!("recognizers_number: {found} of {all} values");
    for (reason, count) in left {
        println!("  {count} not counted: {reason}");
    }
    assert!(found * 1000 >= 900 * all, "{found} of {all}");
}

/// Dates of Duckling that stand for one day, month or year whatever the reference is.
#[test]
fn duckling_time() {
    let reference = CivilDate::new(2013, 2, 12).unwrap();
    let context = Context::new().reference(reference).years(YearPolicy::Nearest);
    run("duckling_time", 900, |case, input| {
        if case["depends_on_reference"] == "full" {
            return Left("the value is a matter of the reference");
        }
        if flagged(case, "grain") || flagged(case, "exclusive") || flagged(case, "policy") {
            return Left("flagged");
        }
        let expected = &case["expected"];
        let Some(from) = expected["from"].as_str() else {
            return Is(analyzer().dates(input).next().is_none());
        };
        if expected["holiday"].is_string() {
            return Left("feast days are not computed");
        }
        Is(only(analyzer(), input).is_some_and(|e| {
            let value = e.resolve(&context).map_or_else(|_| e.value().to_string(), |r| r.to_string());
            // A part of a month is the month here.
            let part = e.value().to_string().contains('~') || from.ends_with("01T00:00:00");
            value.contains(&from[..10]) || part && value.contains(&from[..7])
        }))
    });
}
