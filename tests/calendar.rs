//! The promises of the calendars: every day has one date in each rule, and the dates are those of the sources.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use warraq::{ArabicText as _, CivilDate, Context, ErrorKind, HijriDate, HijriRule, Weekday, YearPolicy};

const RULES: [HijriRule; 4] =
    [HijriRule::UmmAlQura, HijriRule::Civil, HijriRule::Tabular, HijriRule::UmmAlQuraComputed];

fn civil(text: &str) -> CivilDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is a civil date"))
}

fn hijri(text: &str) -> HijriDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is a Hijri date"))
}

fn first_of(rule: HijriRule, year: i32, month: u8) -> CivilDate {
    HijriDate::new(year, month, 1).unwrap().to_civil(rule).unwrap().day()
}

fn assert_there_and_back(day: CivilDate, rule: HijriRule) {
    let date = HijriDate::from_civil(day, rule).unwrap();
    assert_eq!(date.to_civil(rule).unwrap().day(), day, "{day} is {date} by {rule:?}");
    assert_eq!(HijriDate::new(date.year(), date.month(), date.day()), Ok(date), "{day} by {rule:?}");
    let length = rule.month_length(date.year(), date.month()).unwrap();
    assert!(date.day() <= length, "{day} is {date} by {rule:?}, a month of {length} days");
}

/// A snapshot: the first day and the length of each month, by year and month.
fn months(path: &str) -> BTreeMap<(i32, u8), (CivilDate, u8)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = fs::read_to_string(&path).unwrap();
    let mut months = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        assert_eq!(fields.len(), 14, "{line}");
        let mut start = civil(fields[1]);
        for (month, length) in (1..).zip(&fields[2..]) {
            let length: u8 = length.parse().unwrap();
            months.insert((fields[0].parse().unwrap(), month), (start, length));
            start = start.add_days(length.into()).unwrap();
        }
    }
    months
}

#[test]
fn every_civil_day_is_counted() {
    let weekday = |day: CivilDate| usize::from(day.weekday().number_from_monday());
    let mut day = civil("-9999-01-01");
    let (mut days, mut count) = (day.to_days(), 0);
    // Walks by the calendar (is there a next day, a next month?) beside the count of days.
    loop {
        assert_eq!(day.to_days(), days, "{day}");
        assert_eq!(CivilDate::from_days(days), Some(day));
        count += 1;
        let (y, m, d) = (day.year(), day.month(), day.day());
        let next = CivilDate::new(y, m, d + 1)
            .or_else(|_| CivilDate::new(y, m + 1, 1))
            .or_else(|_| CivilDate::new(y + 1, 1, 1));
        let Ok(next) = next else { break };
        assert!(day < next);
        assert_eq!(weekday(day) % 7 + 1, weekday(next), "{next}");
        (day, days) = (next, days + 1);
    }
    assert_eq!(day, civil("9999-12-31"));
    // 400 years have 146,097 days; 20,000 years without those of -10000, a leap year.
    assert_eq!(count, 50 * 146_097 - 366);
    assert_eq!(CivilDate::from_days(days + 1), None);
    assert_eq!(day.add_days(1), None);
    assert_eq!(civil("-9999-01-01").add_days(-1), None);
    assert_eq!(civil("1970-01-01").weekday(), Weekday::Thursday);
    assert_eq!(civil("0000-02-29").to_days(), -719_469);
}

#[test]
fn civil_dates_refuse_what_does_not_exist() {
    for (y, m, d) in [(2023, 0, 1), (2023, 13, 1), (2023, 1, 0), (2023, 1, 32), (2023, 4, 31), (1900, 2, 29)]
    {
        assert_eq!(CivilDate::new(y, m, d).unwrap_err().kind(), ErrorKind::Invalid, "{y} {m} {d}");
    }
    for y in [-10_000, 10_000, i32::MIN, i32::MAX] {
        assert_eq!(CivilDate::new(y, 1, 1).unwrap_err().kind(), ErrorKind::OutOfRange);
        assert_eq!(HijriDate::new(y, 1, 1).unwrap_err().kind(), ErrorKind::OutOfRange);
        assert_eq!(HijriRule::UmmAlQura.month_length(y, 1), None);
    }
    assert!(CivilDate::new(2000, 2, 29).is_ok());
    for days in [i64::MIN, i64::MAX] {
        assert_eq!(CivilDate::from_days(days), None);
        assert_eq!(civil("2023-01-01").add_days(days), None);
    }
}

#[test]
fn months_are_added_and_clamped() {
    for (from, months, to) in [
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", -48, "2020-02-29"),
        ("2023-12-15", 1, "2024-01-15"),
        ("2023-01-15", -1, "2022-12-15"),
        ("0000-01-01", -1, "-0001-12-01"),
        ("2023-05-31", 0, "2023-05-31"),
    ] {
        assert_eq!(civil(from).add_months(months), Some(civil(to)), "{from} {months:+}");
    }
    assert_eq!(civil("9999-12-31").add_months(1), None);
    assert_eq!(civil("-9999-01-01").add_months(-1), None);
    for months in [i32::MIN, i32::MAX] {
        assert_eq!(civil("2023-01-01").add_months(months), None);
    }
}

#[test]
fn dates_are_read_as_they_are_written() {
    for text in ["0000-01-01", "0622-07-19", "1445-03-12", "9999-12-29", "-0001-12-29", "-9999-01-01"] {
        assert_eq!(civil(text).to_string(), text);
        assert_eq!(hijri(text).to_string(), text);
    }
    for text in [
        "",
        "-",
        "2023",
        "2023-01",
        "2023-1-01",
        "02023-01-01",
        "+2023-01-01",
        "-0000-01-01",
        "--001-01-01",
        " 2023-01-01",
        "2023-01-01\n",
        "2023/01/01",
        "2023-13-01",
        "2023-00-01",
        "2023-01-00",
        "2023-01-32",
        "202a-01-01",
        "٢٠٢٣-٠١-٠١",
        "2023-01-0١",
    ] {
        assert_eq!(text.parse::<CivilDate>().unwrap_err().kind(), ErrorKind::Invalid, "{text:?}");
        assert_eq!(text.parse::<HijriDate>().unwrap_err().kind(), ErrorKind::Invalid, "{text:?}");
    }
    assert_eq!(Weekday::ALL.map(Weekday::as_str), ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]);
}

#[test]
fn hijri_months_have_thirty_days_except_three_that_were_printed_with_more() {
    let mut longer = Vec::new();
    for year in -9999..=9999 {
        for month in 1..=12 {
            assert!(HijriDate::new(year, month, 30).is_ok());
            assert!(HijriDate::new(year, month, 32).is_err());
            if HijriDate::new(year, month, 31).is_ok() {
                longer.push((year, month));
            }
        }
        for (month, day) in [(0, 1), (13, 1), (255, 1), (1, 0), (1, 255)] {
            assert_eq!(HijriDate::new(year, month, day).unwrap_err().kind(), ErrorKind::Invalid);
        }
    }
    assert_eq!(longer, [(1345, 5), (1348, 11), (1349, 11)]);
}

#[test]
fn anchors() {
    for (date, rule, day) in [
        ("1400-01-01", HijriRule::UmmAlQura, "1979-11-20"),
        ("1412-08-27", HijriRule::UmmAlQura, "1992-03-01"),
        ("1445-03-12", HijriRule::UmmAlQura, "2023-09-27"),
        ("1447-08-24", HijriRule::UmmAlQura, "2026-02-12"),
        ("1444-09-01", HijriRule::UmmAlQura, "2023-03-23"),
        ("1447-06-16", HijriRule::UmmAlQura, "2025-12-07"),
        ("0575-07-02", HijriRule::UmmAlQura, "1179-12-10"),
        ("0575-07-02", HijriRule::Civil, "1179-12-10"),
        ("0575-07-02", HijriRule::Tabular, "1179-12-09"),
        ("0001-01-01", HijriRule::Civil, "0622-07-19"),
        ("0001-01-01", HijriRule::Tabular, "0622-07-18"),
    ] {
        let conversion = hijri(date).to_civil(rule).unwrap();
        assert_eq!((conversion.day(), conversion.rule()), (civil(day), rule), "{date} by {rule:?}");
        assert_eq!(HijriDate::from_civil(civil(day), rule), Some(hijri(date)), "{day} by {rule:?}");
    }
    assert_eq!(civil("1179-12-10").weekday(), Weekday::Monday);
    assert_eq!(civil("1179-12-09").weekday(), Weekday::Sunday);
    assert_eq!(civil("0622-07-19").weekday(), Weekday::Friday);
}

#[test]
fn every_day_of_1900_to_2100_goes_there_and_back() {
    let (first, last) = (civil("1900-01-01").to_days(), civil("2100-12-31").to_days());
    assert_eq!(last - first + 1, 73_414);
    for day in (first..=last).filter_map(CivilDate::from_days) {
        for rule in RULES {
            assert_there_and_back(day, rule);
        }
    }
}

/// Each month starts where the one before it ends, over all years; this includes the joints of the tables.
#[test]
fn months_join_without_gap_or_overlap() {
    for rule in RULES {
        let mut next: Option<CivilDate> = None;
        let mut count = 0;
        for year in -9999..=9999 {
            for month in 1..=12 {
                let first = HijriDate::new(year, month, 1).unwrap();
                let Some(start) = first.to_civil(rule).map(|conversion| conversion.day()) else {
                    assert!(!(-9000..=9000).contains(&year), "{first} is in range");
                    continue;
                };
                assert!(next.is_none_or(|next| next == start), "{first} by {rule:?}");
                assert_eq!(HijriDate::from_civil(start, rule), Some(first), "{start} by {rule:?}");
                let length = rule.month_length(year, month).unwrap();
                let last = start.add_days(i64::from(length) - 1);
                if let Some(last) = last {
                    assert_there_and_back(last, rule);
                }
                next = last.and_then(|last| last.add_days(1));
                count += 1;
            }
        }
        assert!(count > 230_000);
    }
    // Where the Hijri years run out before the civil ones.
    assert_eq!(HijriDate::from_civil(civil("-9999-01-01"), HijriRule::Civil), None);
    assert_eq!(hijri("9999-12-30").to_civil(HijriRule::Civil), None);
}

#[test]
fn joints_of_umm_al_qura() {
    let rule = HijriRule::UmmAlQura;
    for (year, month, start, length) in [
        (1299, 12, "1882-10-14", 29),
        (1300, 1, "1882-11-12", 30),
        (1342, 12, "1924-07-04", 28),
        (1343, 1, "1924-08-01", 30),
        (1500, 12, "2077-10-18", 30),
        (1501, 1, "2077-11-17", 30),
        (1600, 12, "2174-10-27", 30),
        (1601, 1, "2174-11-26", 30),
    ] {
        assert_eq!(first_of(rule, year, month), civil(start), "{year}-{month}");
        assert_eq!(rule.month_length(year, month), Some(length), "{year}-{month}");
    }
    // Outside the tables the arithmetic calendar, inside not.
    for year in (1..1300).chain(1601..3000) {
        for month in 1..=12 {
            assert_eq!(
                first_of(rule, year, month),
                first_of(HijriRule::Civil, year, month),
                "{year}-{month}"
            );
        }
    }
}

#[test]
fn a_day_that_the_month_does_not_have_rolls_over() {
    for (date, next, tolerance) in [
        ("1444-09-30", "1444-10-01", 1),
        ("1446-12-30", "1447-01-01", 1),
        ("1342-12-29", "1343-01-01", 1),
        ("1342-12-30", "1343-01-02", 2),
        ("1200-02-30", "1200-03-01", 2),
    ] {
        let conversion = hijri(date).to_civil(HijriRule::UmmAlQura).unwrap();
        assert_eq!(conversion.day(), hijri(next).to_civil(HijriRule::UmmAlQura).unwrap().day(), "{date}");
        assert_eq!(conversion.tolerance_days(), tolerance, "{date}");
    }
}

/// All 3,612 months of 1300–1600 against ICU, as Node has it, and against the printed calendar.
#[test]
fn umm_al_qura_is_the_printed_calendar_and_icu_around_it() {
    let icu = months("tests/data/icu_umm_al_qura.tsv");
    let printed = months("tables/data/umm_al_qura_printed.tsv");
    assert_eq!((icu.len(), printed.len()), (3_612, 1_896));
    let (mut from_icu, mut from_print, mut differ) = (0, 0, 0);
    for (&(year, month), &(start, length)) in &icu {
        let rule = HijriRule::UmmAlQura;
        let ours = (first_of(rule, year, month), rule.month_length(year, month).unwrap());
        if let Some(&expected) = printed.get(&(year, month)) {
            assert_eq!(ours, expected, "{year}-{month}, printed");
            differ += usize::from(expected.0 != start);
            from_print += 1;
        } else {
            let length = if (year, month) == (1342, 12) { 28 } else { length };
            assert_eq!(ours, (start, length), "{year}-{month}, ICU");
            from_icu += 1;
        }
        let computed = HijriRule::UmmAlQuraComputed;
        let by_icu = (first_of(computed, year, month), computed.month_length(year, month).unwrap());
        assert_eq!(by_icu, icu[&(year, month)], "{year}-{month}, computed");
        // What the tolerances promise.
        let apart = |day: CivilDate| (day.to_days() - ours.0.to_days()).abs();
        if (1420..=1450).contains(&year) {
            assert_eq!(ours, (start, length), "{year}-{month}, ICU and printed");
        }
        assert!(apart(first_of(HijriRule::Civil, year, month)) <= 2);
        assert!(apart(first_of(HijriRule::Tabular, year, month)) <= 2);
    }
    assert_eq!((from_icu, from_print, differ), (1_716, 1_896, 740));
}

/// Every seventh year of 1–1600, so every year of the thirty-year cycle, against ICU as Node has it.
#[test]
fn arithmetic_calendars_are_those_of_icu() {
    for (rule, path) in [
        (HijriRule::Civil, "tests/data/icu_islamic_civil.tsv"),
        (HijriRule::Tabular, "tests/data/icu_islamic_tbla.tsv"),
    ] {
        let icu = months(path);
        assert_eq!(icu.len(), 229 * 12);
        for (&(year, month), &expected) in &icu {
            let ours = (first_of(rule, year, month), rule.month_length(year, month).unwrap());
            assert_eq!(ours, expected, "{year}-{month} by {rule:?}");
        }
    }
    for year in -9999..=9998 {
        let lengths = (1..=12).filter_map(|month| HijriRule::Civil.month_length(year, month));
        let leap = [2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29].contains(&year.rem_euclid(30));
        assert_eq!(lengths.map(u32::from).sum::<u32>(), if leap { 355 } else { 354 }, "{year}");
    }
}

/// The shared case files, which are not part of the repository.
#[test]
fn shared_cases() {
    let Some(cases) = std::env::var_os("WARRAQ_CASES") else {
        eprintln!("skipped: WARRAQ_CASES does not name the directory of the case files");
        return;
    };
    let rule = HijriRule::UmmAlQura;
    for (file, rows) in [("hijri_month_starts.jsonl", 948), ("hijri_reference.jsonl", 944)] {
        let text = fs::read_to_string(Path::new(&cases).join("external").join(file)).unwrap();
        let mut count = 0;
        for line in text.lines() {
            let case: serde_json::Value = serde_json::from_str(line).unwrap();
            let (date, day) =
                (hijri(case["input"].as_str().unwrap()), civil(case["expected"].as_str().unwrap()));
            assert_eq!(date.to_civil(rule).unwrap().day(), day, "{line}");
            assert_eq!(HijriDate::from_civil(day, rule), Some(date), "{line}");
            if let Some(length) = case["month_length"].as_u64() {
                assert_eq!(
                    rule.month_length(date.year(), date.month()).map(u64::from),
                    Some(length),
                    "{line}"
                );
            }
            count += 1;
        }
        assert_eq!(count, rows, "{file}");
    }
}

/// The month of the reference day is not over: it is both the last one and the next one.
#[test]
fn the_month_that_has_begun() {
    let context = Context::new().reference(CivilDate::new(2024, 2, 15).unwrap());
    for (policy, february, march) in [
        (YearPolicy::Past, "month:2024-02", "month:2023-03"),
        (YearPolicy::Future, "month:2024-02", "month:2024-03"),
    ] {
        let resolved = |text: &str| {
            let found = text.arabic_dates().next().unwrap();
            found.resolve(&context.years(policy)).unwrap().to_string()
        };
        assert_eq!((resolved("في شهر فبراير"), resolved("في شهر مارس")), (february.into(), march.into()));
    }
}

/// Over the end of a year; a month without that day has none.
#[test]
fn days_of_the_months_around_the_reference() {
    let context = Context::new().reference(CivilDate::new(2023, 12, 15).unwrap());
    let resolved = |text: &str| {
        let found = text.arabic_dates().next().unwrap();
        found.resolve(&context).map_or_else(|error| error.to_string(), |day| day.to_string())
    };
    assert_eq!(resolved("في الخامس من الشهر المقبل"), "day:2024-01-05");
    assert_eq!(resolved("في 20 الجاري"), "day:2023-12-20");
    assert_eq!(resolved("من 25 إلى 30 من الشهر الماضي"), "ival:2023-11-25..2023-11-30");
    assert!(!resolved("في 31 من الشهر الماضي").starts_with("day"));
    assert!(!resolved("في القرنين الثامن والتاسع").contains("years"));
}

/// What one end says and what the reference says of the other can contradict each other.
#[test]
fn intervals_in_the_wrong_order_are_no_days() {
    use warraq::{ArabicText as _, Context, ErrorKind};
    let found = "من 5 مارس 2020 إلى 10 يوليو الجاري".arabic_dates().next().unwrap();
    let resolve = |year| {
        let context = Context::new().reference(CivilDate::new(year, 8, 1).unwrap());
        found.resolve(&context).map(|days| days.to_string()).map_err(|error| error.kind())
    };
    assert_eq!(resolve(2021), Ok("ival:2020-03-05..2021-07-10".to_owned()));
    assert_eq!(resolve(2019), Err(ErrorKind::Invalid));
}

/// The first and last days are those of the official calendar of Saudi Arabia.
#[test]
fn hijri_periods_are_the_days_that_they_cover() {
    let asked = Context::new().hijri_periods(true);
    for (text, days) in [
        ("رمضان 1445هـ", "ival:2024-03-11..2024-04-09"),
        ("عام 1445هـ", "ival:2023-07-19..2024-07-06"),
        ("الربع الأول من عام 1445هـ", "ival:2023-07-19..2023-10-15"),
        ("النصف الثاني من عام 1445هـ", "ival:2024-01-13..2024-07-06"),
        ("ليلة 27 رمضان 1445هـ", "day:2024-04-06"),
        ("بين عامي 1440 و1445هـ", "ival:2018-09-11..2024-07-06"),
    ] {
        let found = text.arabic_dates().next().unwrap();
        assert_eq!(found.resolve(&asked).unwrap().to_string(), days, "{text}");
        assert_eq!(found.resolve(&Context::new()).unwrap_err().kind(), ErrorKind::NotResolvable, "{text}");
    }
}

/// Days that are named together are one stretch, in the order of time.
#[test]
fn weekdays_together_follow_each_other() {
    use warraq::WeekdayPolicy::{Future, Nearest, Past};
    let wednesday = CivilDate::new(2024, 5, 15).unwrap();
    for (text, policy, days) in [
        ("يومي السبت والأحد", Nearest, "days:{2024-05-18,2024-05-19}"),
        ("يومي السبت والأحد", Past, "days:{2024-05-11,2024-05-12}"),
        ("يومي السبت والأحد", Future, "days:{2024-05-18,2024-05-19}"),
        ("يومي الأحد والسبت", Nearest, "days:{2024-05-18,2024-05-19}"),
        ("يومي الأحد والاثنين", Nearest, "days:{2024-05-12,2024-05-13}"),
        ("أيام الاثنين والأربعاء والجمعة", Past, "days:{2024-05-06,2024-05-08,2024-05-10}"),
        ("السبت والأحد الماضيين", Future, "days:{2024-05-11,2024-05-12}"),
        ("السبت والأحد المقبلين", Past, "days:{2024-05-18,2024-05-19}"),
    ] {
        let context = Context::new().reference(wednesday).weekdays(policy);
        let found = text.arabic_dates().next().unwrap();
        assert_eq!(found.resolve(&context).unwrap().to_string(), days, "{text} {policy:?}");
    }
}

/// What was listed from the later to the earlier begins with the earlier.
#[test]
fn sets_begin_with_their_first_day() {
    let found = "في يناير 2024 وفي عامي 2023 و2020".arabic_dates().last().unwrap();
    let resolved = found.resolve(&Context::new()).unwrap();
    assert_eq!(resolved.start().to_string(), "2020-01-01");
    assert_eq!(resolved.end_exclusive().to_string(), "2024-01-01");
}

/// So much time is all of its days where the text says so, and the day at its end elsewhere.
#[test]
fn stretches_of_time_beside_the_reference() {
    let context = Context::new().reference(CivilDate::new(2024, 5, 15).unwrap());
    for (text, days) in [
        ("خلال الأسبوعين المقبلين", "ival:2024-05-16..2024-05-29"),
        ("بعد أسبوعين", "day:2024-05-29"),
        ("الأيام الثلاثة الماضية", "ival:2024-05-12..2024-05-14"),
        ("قبل ثلاثة أيام", "day:2024-05-12"),
        ("السنوات الخمس الماضية", "ival:2019-05-15..2024-05-14"),
        ("قبل 5 سنوات", "year:2019"),
        ("خلال 48 ساعة", "ival:2024-05-15..2024-05-17"),
    ] {
        let found = text.arabic_dates().next().unwrap();
        assert_eq!(found.resolve(&context).unwrap().to_string(), days, "{text}");
    }
}

/// A Hijri month without a year, where the context says which year and asks for its days.
#[test]
fn hijri_months_of_the_nearest_year() {
    let reference = CivilDate::new(2024, 5, 15).unwrap();
    let ramadan = "شهر رمضان المبارك".arabic_dates().next().unwrap();
    let resolve = |context: Context| ramadan.resolve(&context).map(|days| days.to_string());
    let asked = Context::new().reference(reference).hijri_periods(true);
    assert_eq!(resolve(asked.years(YearPolicy::Nearest)).unwrap(), "ival:2024-03-11..2024-04-09");
    assert_eq!(resolve(asked.years(YearPolicy::Future)).unwrap(), "ival:2025-03-01..2025-03-29");
    assert!(resolve(asked).unwrap_err().to_string().contains("Context::years"));
    let unasked = Context::new().reference(reference).years(YearPolicy::Nearest);
    assert!(resolve(unasked).unwrap_err().to_string().contains("Context::hijri_periods"));
}

#[test]
fn errors_say_what_is_missing() {
    let error =
        |text: &str| text.arabic_dates().next().unwrap().resolve(&Context::new()).unwrap_err().to_string();
    assert!(error("في 28 ديسمبر").contains("Context::years"));
    assert!(error("رمضان 1445هـ").contains("Context::hijri_periods"));
    assert!(error("ينزل الراتب يوم 27").contains("month is not stated"));
    assert!(error("الساعة العاشرة صباحا").contains("time of day"));
    assert!(error("كل يوم أحد").contains("recurring"));
    assert!(error("ثلاث ساعات").contains("duration"));
}

#[test]
fn the_end_of_a_day_is_not_its_beginning() {
    let found: Vec<_> =
        "يوم 14 مارس 2024 الساعة 24:00".arabic_dates().map(|f| f.value().to_string()).collect();
    assert_eq!(found, ["day:2024-03-14", "time:00:00"]);
}
