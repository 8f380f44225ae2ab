//! Ways of writing beside Modern Standard Arabic, each read with its profile and not without.
#![allow(clippy::unwrap_used, missing_docs)]

use warraq::{Analyzer, Flags, Profiles};

fn values(profiles: Profiles, text: &str) -> Vec<String> {
    Analyzer::new().profiles(profiles).entities(text).map(|e| e.value().to_string()).collect()
}

/// Days of the chronicles (Lane, Lexicon, under خلو and بقي, tells how they are counted).
#[test]
fn classical_days() {
    for (text, value) in [
        ("توفي لسبع خلون من رجب سنة 575", "hday:575-07-07"),
        ("وذلك لعشر ليال مضين من شوال سنة خمس وسبعين وخمس مئة", "hday:575-10-10"),
        ("لثلاث عشرة ليلة خلت من ربيع الأول", "hday:XXXX-03-13"),
        ("لخمس بقين من ذي الحجة", "hday:XXXX-12-26"),
        ("لليلة بقيت من صفر 600 هـ", ""),
        ("في العشر الأواخر من رمضان", "ival:hday:XXXX-09-21..hday:XXXX-09-30"),
        ("في العشر الأوسط من شهر رمضان 1444", "ival:hday:1444-09-11..hday:1444-09-20"),
        ("توفي سنة ست وسبعين", "hyear:76"),
        ("ثم دخلت سنة سبع وثلاثين", "hyear:37"),
        ("توفي سنة 85", "hyear:85"),
        ("مات سنة (85) في خلافة عبد الملك", "hyear:85"),
    ] {
        let found = values(Profiles::CLASSICAL, text);
        let value = value.replace("575-", "0575-");
        if value.is_empty() {
            assert!(found.iter().all(|v| !v.starts_with("hday")), "{text}: {found:?}");
        } else {
            assert_eq!(found, [value.as_str()], "{text}");
            assert!(!values(Profiles::NONE, text).contains(&value), "{text}");
        }
    }
    let found = Analyzer::new().profiles(Profiles::CLASSICAL).dates("لخمس بقين من ذي الحجة").next().unwrap();
    assert!(found.flags().contains(Flags::APPROXIMATE));
}

#[test]
fn a_preposition_begins_another_number() {
    assert_eq!(values(Profiles::DIALECT, "الميت بأربعة آلاف"), ["card:4000"]);
    assert_eq!(values(Profiles::DIALECT, "مية خمسين جنيه"), ["card:150"]);
    // What is written in an article of a law is no half of it.
    assert!(values(Profiles::DIALECT, "فجاء نص المادة كالآتي").is_empty());
    assert_eq!(values(Profiles::DIALECT, "نص كيلو لحم"), ["frac:1/2"]);
}

#[test]
fn numbers_of_the_dialects() {
    for (text, value) in [
        ("دفع اتنين مليون جنيه", "card:2000000"),
        ("عندي خمستاشر كتاب", "card:15"),
        ("حضر متين تلاتة وستين نفر", "card:263"),
        ("بسعر تلتلاف ليرة", "card:3000"),
        ("اشترى أربعطعش كتاب", "card:14"),
        ("ثمنمية وخمسين دينار", "card:850"),
        ("سبعطاش درهم", "card:17"),
        ("الشهر الجاي", "rel:month+1"),
        ("مارس اللي فات", "month:XXXX-03@prev"),
        ("مبارح رحت", "rel:day-1"),
        ("خمس تيام", "dur:P5D"),
    ] {
        assert_eq!(values(Profiles::DIALECT, text), [value], "{text}");
        assert!(!values(Profiles::NONE, text).contains(&value.to_owned()), "{text}");
    }
}
