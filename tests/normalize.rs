//! Normalization: each operation by itself, the order of operations, the laws, bad input.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use std::borrow::Cow;
use std::time::{Duration, Instant};

use unicode_normalization::UnicodeNormalization as _;
use warraq::class::{CharClass, class_of};
use warraq::{
    Alef, AlefMaqsura, Composition, Digits, Elongation, ForeignLetters, Hamza, HamzaSeats, Invisible,
    LookAlikes, Marks, NoonGhunna, Normalizer, Operation, PresentationForms, SmallLetters, Tatweel,
    TehMarbuta, Zwnj,
};

const NEW: Normalizer = Normalizer::new();
static PRESETS: [Normalizer; 3] = [Normalizer::clean(), Normalizer::search(), Normalizer::ml()];

#[track_caller]
fn check(normalizer: &Normalizer, cases: &[(&str, &str)]) {
    for (input, output) in cases {
        let result = normalizer.normalize(input);
        assert_eq!(result.escape_unicode().to_string(), output.escape_unicode().to_string(), "{input}");
        assert_eq!(matches!(result, Cow::Borrowed(_)), input == output, "{input}");
        assert_eq!(normalizer.is_normalized(input), input == output, "{input}");
        assert_eq!(normalizer.normalize(output), *output, "{input}: not idempotent");
    }
}

#[test]
fn nothing_is_on_at_first() {
    let all: String = (char::MIN..=char::MAX).collect();
    check(&NEW, &[(&all, &all), ("", ""), ("ا\u{654}ـ٣", "ا\u{654}ـ٣")]);
}

#[test]
fn marks_by_class() {
    let classes = [
        (Marks::HARAKAT, CharClass::Harakat, "\u{64E}\u{64F}\u{650}\u{652}"),
        (Marks::TANWIN, CharClass::Tanwin, "\u{64B}\u{64C}\u{64D}\u{8F0}\u{8F1}\u{8F2}"),
        (Marks::SHADDA, CharClass::Shadda, "\u{651}"),
        (Marks::HAMZA, CharClass::HamzaMark, "\u{653}\u{654}\u{655}"),
        (Marks::DAGGER_ALEF, CharClass::DaggerAlef, "\u{670}\u{656}"),
        (
            Marks::ANNOTATION,
            CharClass::Annotation,
            "\u{610}\u{61A}\u{6D6}\u{6DC}\u{6DF}\u{6E4}\u{6ED}\u{8D3}\u{898}",
        ),
        (Marks::VOWELS, CharClass::VowelMark, "\u{657}\u{65E}\u{65F}\u{8E4}"),
    ];
    for (marks, class, members) in classes {
        let only = NEW.marks(marks);
        for c in char::MIN..=char::MAX {
            let text = format!("ب{c}ب");
            let expected = if class_of(c) == class { "بب" } else { &text };
            assert_eq!(only.normalize(&text), expected, "{marks:?} {:X}", c as u32);
        }
        assert_eq!(only.normalize(&format!("ب{members}")), "ب");
        assert_eq!(NEW.marks(Marks::ALL).normalize(members), "");
        assert_eq!(NEW.marks(Marks::ALL.without(marks)).normalize(members), members);
    }
    // Letters and signs are no marks.
    let signs = "\u{6E5}\u{6E6}\u{8C9}\u{6DD}\u{8E2}\u{6DE}\u{6E9}\u{301}\u{102E0}";
    assert_eq!(NEW.marks(Marks::ALL).normalize(signs), signs);
}

#[test]
fn letters() {
    check(&NEW.alef(Alef::Fold), &[("آأإٱٲٳٵءؤئىٶ", "اااااااءؤئىٶ")]);
    check(&NEW.alef_maqsura(AlefMaqsura::Yeh), &[("على هدىً ی", "علي هديً ی")]);
    check(&NEW.teh_marbuta(TehMarbuta::Heh), &[("مدرسة ۃ", "مدرسه ۃ")]);
    check(&NEW.teh_marbuta(TehMarbuta::Teh), &[("مدرسة", "مدرست")]);
    check(&NEW.hamza_seats(HamzaSeats::Carrier), &[("مؤمن بئر جزء", "مومن بير جزء")]);
    check(&NEW.hamza_seats(HamzaSeats::Hamza), &[("مؤمن بئر جزء", "مءمن بءر جزء")]);
    check(&NEW.hamza(Hamza::Delete), &[("مؤمن سماء سماءً ءَب", "مؤمن سما سما ب"), ("جزء", "جز")]);
    check(&NEW.hamza(Hamza::Delete).hamza_seats(HamzaSeats::Hamza), &[("مؤمن", "ممن")]);
    check(&NEW.look_alikes(LookAlikes::Fold), &[("کڪ یېےۓ ھہەۀۂ ۃ پ", "كك يييي ههههه ة پ")]);
    // To closure: ۃ → ة → ه.
    check(&NEW.look_alikes(LookAlikes::Fold).teh_marbuta(TehMarbuta::Heh), &[("ۃ", "ه")]);
    check(&NEW.foreign_letters(ForeignLetters::Fold), &[("پچژڤگک", "بجزفكک")]);
    check(&NEW.small_letters(SmallLetters::Letter), &[("\u{6E5}\u{6E6}\u{8C9}", "ويي")]);
    check(
        &NEW.small_letters(SmallLetters::Delete),
        &[("ه\u{6E5}\u{653} ه\u{8C9}\u{64E}", "ه ه"), ("\u{6E6}", "")],
    );
    check(&NEW.noon_ghunna(NoonGhunna::Fold), &[("ں", "ن")]);
}

#[test]
fn tatweel_and_the_hijri_mark() {
    let tatweel = NEW.tatweel(Tatweel::Delete);
    check(
        &tatweel,
        &[
            ("كتـــاب", "كتاب"),
            ("ـ", ""),
            ("1445هـ", "1445هـ"),
            ("١٤٤٥ هـ.", "١٤٤٥ هـ."),
            ("هـ", "هـ"),
            ("(هـ)", "(هـ)"),
            ("۱۴۰۲هــــ", "۱۴۰۲هـ"),
            ("ـ1445ـهـ", "1445هـ"),
            ("1445هـالموافق", "1445هـالموافق"),
            ("هـذا", "هذا"),
            ("هـ \u{64B}", "هـ \u{64B}"),
            ("هـ\u{64E}ـذا", "ه\u{64E}ذا"),
            ("بهـ", "به"),
            ("b هـ", "b هـ"),
            ("bهـ", "bه"),
            ("هـMay", "هMay"),
            // A mark that stays on the digit is looked over.
            ("5\u{64B}هـالموافق", "5\u{64B}هـالموافق"),
            ("ب\u{64E}هـ", "ب\u{64E}ه"),
        ],
    );
    let clean = &PRESETS[0];
    check(
        clean,
        &[
            ("1445\u{FEEB}", "1445هـ"),
            ("\u{FEEB}", "هـ"),
            ("\u{FEEB}\u{FEAC}\u{FE8D}", "هذا"),
            ("1445ه\u{200D}", "1445هـ"),
            ("سنة ه\u{200D}.", "سنة هـ."),
            ("ه\u{200D}ذا", "هذا"),
            ("1445هـ\u{200F}الموافق", "1445هـالموافق"),
            ("فه\u{200D}ـ", "فه"),
        ],
    );
    // The heh of other keyboards, folded.
    check(&PRESETS[1], &[("۱۴۴۵ھـ", "1445هـ"), ("1445هَـ", "1445هـ")]);
}

#[test]
fn presentation_forms() {
    let forms = NEW.presentation_forms(PresentationForms::Decompose);
    check(&forms, &[("ﻻﻷﻹﻵ ﺔ", "لالألإلآ ة"), ("\u{FBDD}", "\u{6C7}\u{674}"), ("\u{FE77}", "\u{640}\u{64E}")]);
    check(&forms, &[("\u{FC60}\u{FEEB}", "\u{64E}\u{651}ه"), ("ب\u{FE70}\u{FE7E}", "ب\u{64B}\u{652}")]);
    for kept in [
        "ﷲ ﷺ ﷻ ﷼ ﷽",
        "\u{FDCF}\u{FD40}\u{FD4F}\u{FDFE}\u{FDFF}",
        "\u{FBB2}\u{FBC2}\u{FD3E}\u{FD3F}\u{FE73}\u{FEFF}",
    ] {
        assert_eq!(forms.normalize(kept), kept);
    }
    // All others are what NFKC makes of them, without the space that carries a mark.
    for c in ('\u{FB50}'..='\u{FDEF}').chain('\u{FE70}'..='\u{FEFC}') {
        let nfkc: String = [c].into_iter().nfkc().collect();
        let result = forms.normalize(c.encode_utf8(&mut [0; 4])).into_owned();
        assert!(result == nfkc.trim_start() || result == String::from(c), "{:X}", c as u32);
        let phrase = matches!(c, '\u{FD40}'..='\u{FD4F}' | '\u{FDCF}');
        assert_eq!(result == String::from(c), nfkc == String::from(c) || phrase, "{:X}", c as u32);
    }
}

#[test]
fn invisible_controls_and_joiners() {
    let invisible = NEW.invisible(Invisible::Delete);
    for c in char::MIN..=char::MAX {
        let deleted = matches!(c, '\u{61C}' | '\u{200B}' | '\u{200D}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
        let text = format!("ب{c}ب");
        assert_eq!(invisible.normalize(&text), if deleted { "بب" } else { &text }, "{:X}", c as u32);
    }
    for emoji in
        ["👨\u{200D}👩\u{200D}👧\u{200D}👦", "❤\u{FE0F}\u{200D}🔥", "👩🏽\u{200D}🚀", "🏴\u{200D}☠\u{FE0F}"]
    {
        check(&invisible, &[(emoji, emoji), (&format!("\u{200F}{emoji}\u{200D}"), emoji)]);
    }
    check(
        &invisible,
        &[("👨\u{200D}ب", "👨ب"), ("👨\u{200D}\u{200F}👩", "👨\u{200D}👩"), ("ب\u{200D}👩", "ب👩")],
    );
    check(&invisible, &[("می\u{200C}شود", "می\u{200C}شود")]);
    check(&NEW.zwnj(Zwnj::Delete), &[("می\u{200C}شود\u{200D}", "میشود\u{200D}")]);
    check(&NEW.zwnj(Zwnj::Space), &[("می\u{200C}شود", "می شود")]);
}

#[test]
fn digits_and_separators() {
    let latin = NEW.digits(Digits::Latin);
    check(
        &latin,
        &[
            ("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 0123456789 ７", "0123456789 0123456789 0123456789 ７"),
            ("١٢٫٥ ١٬٢٣٤٬٥٦٧", "12.5 1,234,567"),
            ("١٢٫ ٫٥ ب٬٣ ٫", "12٫ ٫5 ب٬3 ٫"),
            ("٥٪ ٪ ؉", "5% % ؉"),
            ("1٫5", "1.5"),
            // A mark between keeps them apart.
            ("1\u{64B}٫5", "1\u{64B}٫5"),
        ],
    );
    check(&NEW.digits(Digits::Arabic), &[("2024 ۱۲ ٥ 1.5%", "٢٠٢٤ ١٢ ٥ ١.٥%"), ("١٫٥٪", "١٫٥٪")]);
    check(&NEW.digits(Digits::Extended), &[("2024 ۱۲ ٥", "۲۰۲۴ ۱۲ ۵")]);
}

#[test]
fn composition_is_nfc() {
    let nfc = NEW.composition(Composition::Nfc);
    check(
        &nfc,
        &[("ا\u{653}ا\u{654}ا\u{655}و\u{654}ي\u{654}", "آأإؤئ"), ("e\u{301}", "é"), ("\u{212B}", "Å")],
    );
    check(
        &nfc,
        &[("ب\u{651}\u{64E}", "ب\u{64E}\u{651}"), ("أ\u{655}", "إ\u{654}"), ("ا\u{64E}\u{654}", "أ\u{64E}")],
    );
    for c in char::MIN..=char::MAX {
        for text in [format!("ا{c}ب"), format!("ب{c}\u{64E}"), format!("\u{651}{c}\u{654}")] {
            assert_eq!(nfc.normalize(&text), text.nfc().collect::<String>(), "{:X}", c as u32);
        }
    }
}

#[test]
fn elongation() {
    let shorten = NEW.elongation(Elongation::SHORTEN);
    check(
        &shorten,
        &[
            ("جميييييل", "جمييل"),
            ("تتتبع", "تتبع"),
            ("تتبع", "تتبع"),
            ("١١١١ aaaa ....", "١١١١ aaaa ...."),
            ("هه ههه", "هه هه"),
            ("ييي\u{64B}", "يي\u{64B}"),
            ("ڀڀڀ ݐݐݐ", "ڀڀ ݐݐ"),
        ],
    );
    check(&NEW.elongation(Elongation::SHORTEN.to(1)), &[("جميييل الله", "جميل الله")]);
    check(&NEW.elongation(Elongation::SHORTEN.from(2).to(5)), &[("جميييل الله", "جميل اله")]);
    check(&NEW.elongation(Elongation::SHORTEN.from(4).to(3)), &[("ييي يييي", "ييي ييي")]);
    check(&shorten.clone().alef(Alef::Fold), &[("ياأإ", "ياا")]);
    check(&shorten.marks(Marks::ALL).tatweel(Tatweel::Delete), &[("يَيـيِي", "يي")]);
}

/// The strings of the table in the specification of the order, on which operations that run one
/// after the other are not idempotent.
#[test]
fn the_order_of_operations() {
    check(
        &PRESETS[0],
        &[
            ("\u{628}\u{651}\u{640}\u{64E}", "\u{628}\u{64E}\u{651}"),
            ("\u{627}\u{640}\u{654}", "\u{623}"),
            ("\u{FE8D}\u{200F}\u{654}", "\u{623}"),
            ("\u{628}\u{651}\u{FE77}", "\u{628}\u{64E}\u{651}"),
            ("1445\u{647}\u{640}\u{200F}\u{627}\u{644}", "1445\u{647}\u{640}\u{627}\u{644}"),
            ("\u{641}\u{200F}\u{647}\u{640}", "\u{641}\u{647}"),
        ],
    );
    let folds = NEW
        .composition(Composition::Nfc)
        .alef(Alef::Fold)
        .alef_maqsura(AlefMaqsura::Yeh)
        .look_alikes(LookAlikes::Fold);
    check(
        &folds,
        &[
            ("\u{671}\u{654}", "\u{627}"),
            ("\u{622}\u{654}", "\u{627}"),
            ("\u{649}\u{654}", "\u{626}"),
            ("\u{6CC}\u{654}", "\u{626}"),
            ("\u{627}\u{654}\u{64E}\u{654}\u{653}\u{628}", "\u{627}\u{64E}\u{628}"),
        ],
    );
    check(&NEW.digits(Digits::Latin).marks(Marks::ALL), &[("٥\u{64B}\u{66B}\u{64B}٦", "5.6")]);
    check(&NEW.alef(Alef::Fold).elongation(Elongation::SHORTEN), &[("اأإ", "اا")]);
    // Deleting letters brings others together too.
    let drop = NEW.composition(Composition::Nfc).hamza(Hamza::Delete).hamza_seats(HamzaSeats::Hamza);
    check(&drop, &[("ا\u{621}\u{654}", "ا"), ("\u{1100}و\u{640}\u{1161}", "\u{1100}و\u{640}\u{1161}")]);
    check(&drop.tatweel(Tatweel::Delete), &[("\u{1100}و\u{640}\u{654}\u{1161}", "\u{AC00}")]);
}

#[test]
fn presets() {
    let text = "\u{FEFF}قَالَ: «إنَّ الـمُؤتمَرَ فِي ١٢٫٥٪ مِن رؤىً» ﷺ ہے جداااا";
    check(&PRESETS[0], &[(text, "قَالَ: «إن\u{64E}\u{651} المُؤتمَرَ فِي ١٢٫٥٪ مِن رؤىً» ﷺ ہے جداااا")]);
    check(&PRESETS[1], &[(text, "قال: «ان الموتمر في 12.5% من روي» ﷺ هي جداااا")]);
    check(&PRESETS[2], &[(text, "قال: «إن المؤتمر في 12.5% من رؤى» ﷺ ہے جداا")]);
    check(&PRESETS[1], &[("می\u{200C}شود \u{6E5}\u{6E6} ڤيديو", "ميشود وي ڤيديو")]);
}

#[test]
fn operations_by_name() {
    let mut all = NEW;
    for &operation in Operation::ALL {
        assert_eq!(operation.to_string().parse(), Ok(operation));
        assert_ne!(NEW.operation(operation), NEW, "{operation}");
        all = all.operation(operation);
    }
    assert_eq!(all.normalize("ٱلسَّمـــاءِ پ ں ٣"), "السما ب ن 3");
    assert!("".parse::<Operation>().is_err());
}

#[test]
fn every_scalar_value_keeps_the_laws() {
    for normalizer in &PRESETS {
        let mut text = String::new();
        for c in char::MIN..=char::MAX {
            text.clear();
            text.extend(['ا', c, 'ب']);
            laws(normalizer, &text);
        }
    }
}

#[test]
fn every_arabic_pair_keeps_the_laws() {
    for normalizer in &PRESETS {
        let mut text = String::new();
        for a in '\u{600}'..='\u{6FF}' {
            for b in '\u{600}'..='\u{6FF}' {
                text.clear();
                text.extend(['ي', a, b, 'ا']);
                laws(normalizer, &text);
            }
        }
    }
}

fn laws(normalizer: &Normalizer, text: &str) {
    let once = normalizer.normalize(text);
    let say = || text.escape_unicode().to_string();
    assert!(normalizer.is_normalized(&once), "{}", say());
    assert_eq!(matches!(once, Cow::Borrowed(_)), once == text, "{}", say());
    assert_eq!(normalizer.normalize(&text.nfc().collect::<String>()), once, "{}", say());
    assert_eq!(normalizer.normalize(&text.nfd().collect::<String>()), once, "{}", say());
}

#[test]
fn outside_arabic_only_nfc() {
    let text = "Crème brûlée — naïve \u{1F1F8}\u{1F1E6} 漢字 שָׁלוֹם Ελλάδα हिन्दी ไทย 한국어 1,234.5 ½ ①";
    let nfc: String = text.nfc().collect();
    for normalizer in &PRESETS {
        assert_eq!(normalizer.normalize(text), nfc);
    }
}

#[test]
fn into_appends() {
    let mut out = String::from("ا");
    // Nothing composes across the seam.
    PRESETS[0].normalize_into("\u{654}بـ", &mut out);
    assert_eq!(out, "ا\u{654}ب");
    PRESETS[1].normalize_into("", &mut out);
    assert_eq!(out, "ا\u{654}ب");
}

/// Whatever a mebibyte holds, it is done soon: linear time.
#[test]
fn bad_input() {
    // Unoptimized code gets less, but never so little that a quadratic pass could hide.
    const MIB: usize = if cfg!(debug_assertions) { 1 << 17 } else { 1 << 20 };
    let units = [
        "\u{64B}",
        "\u{651}\u{64E}",
        "\u{202E}",
        "\u{654}",
        "ا\u{654}",
        "ا",
        "ه",
        "هـ",
        "هـ\u{64E}",
        "ـ",
        "\u{200D}",
        "👩\u{200D}",
        "٫",
        "٥٫",
        "1",
        " ",
        "\u{FEEB}",
        "ﻻ",
        "\u{FC60}",
        "e\u{301}",
        "\u{301}",
        "\u{1100}\u{1161}",
        "و\u{654}\u{651}",
        "ء\u{64E}",
        "aـ\u{654}",
    ];
    let all = Operation::ALL.iter().fold(NEW, |normalizer, &operation| normalizer.operation(operation));
    let drop = NEW.composition(Composition::Nfc).hamza(Hamza::Delete).hamza_seats(HamzaSeats::Hamza);
    let fold = NEW.composition(Composition::Nfc).alef(Alef::Fold);
    for unit in units {
        for first in ["", "ا"] {
            let text = format!("{first}{}", unit.repeat(MIB / unit.len()));
            for normalizer in PRESETS.iter().chain([&all, &drop, &fold]) {
                let start = Instant::now();
                let once = normalizer.normalize(&text);
                let took = start.elapsed();
                assert!(
                    took < Duration::from_secs(5),
                    "{}: {took:?}",
                    text.chars().take(9).collect::<String>().escape_unicode()
                );
                assert!(
                    normalizer.is_normalized(&once),
                    "{}",
                    text.chars().take(9).collect::<String>().escape_unicode()
                );
            }
        }
    }
    assert_eq!(PRESETS[1].normalize(&"\u{64B}".repeat(MIB)), "");
    assert_eq!(PRESETS[0].normalize(&"\u{202E}\u{2067}".repeat(MIB)), "");
    assert_eq!(fold.normalize(&format!("ا{}", "\u{654}".repeat(MIB))), "ا");
}
