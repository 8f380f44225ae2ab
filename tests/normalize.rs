//! Normalization: each operation by itself, the order of operations, the laws, bad input.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;
use warraq::class::{CharClass, class_of};
use warraq::{
    Alef, AlefMaqsura, Composition, DaggerAlef, Digits, Elongation, ErrorKind, FarsiYeh, FinalMarks,
    ForeignLetters, Hamza, HamzaSeats, Invisible, LookAlikes, Loss, Marks, NoonGhunna, Normalizer, Operation,
    Phrases, PresentationForms, Punctuation, SmallLetters, Spaces, TanwinCarrier, Tatweel, TehMarbuta, Zwnj,
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
    check(&NEW.digits(Digits::LatinAll), &[("٣٫٥٪ ۷ ７ ७ \u{1D7D9} ② 1٬000", "3٫5٪ 7 7 7 1 ② 1٬000")]);
}

#[test]
fn digits_to_arabic_with_their_separators() {
    let arabic = NEW.digits(Digits::Arabic);
    check(
        &arabic,
        &[
            ("2024 ۱۲ ٥ 1.5%", "٢٠٢٤ ١٢ ٥ ١٫٥٪"),
            ("١٫٥٪", "١٫٥٪"),
            ("1,234,567.89", "١٬٢٣٤٬٥٦٧٫٨٩"),
            ("12,345 123,456", "١٢٬٣٤٥ ١٢٣٬٤٥٦"),
            ("-1.5 (2.5) 3.5، 4.5:", "-١٫٥ (٢٫٥) ٣٫٥، ٤٫٥:"),
            // A sign at the end belongs to the sentence.
            ("كان 3.14. ثم 1,000, ثم", "كان ٣٫١٤. ثم ١٬٠٠٠, ثم"),
            // Dates, addresses, versions, lists, groups that are none.
            ("1.2.2024 192.168.0.1", "١.٢.٢٠٢٤ ١٩٢.١٦٨.٠.١"),
            ("1,2,3 1,23 1234,567 1,234,56 1.234,5", "١,٢,٣ ١,٢٣ ١٢٣٤,٥٦٧ ١,٢٣٤,٥٦ ١.٢٣٤,٥"),
            (".5 5. 1..5 1.,5 ,500", ".٥ ٥. ١..٥ ١.,٥ ,٥٠٠"),
            ("v1.5 1.5x a/1.5 1.5/b _1.5 1.5@c ?q=1.5", "v١.٥ ١.٥x a/١.٥ ١.٥/b _١.٥ ١.٥@c ?q=١.٥"),
            ("1.5.x", "١.٥.x"),
            ("1\u{64B}.5", "١\u{64B}.٥"),
            // What is mixed is still one number.
            ("1٬234.5 1,234٫5", "١٬٢٣٤٫٥ ١٬٢٣٤٫٥"),
            ("50% 50%20 5%D8 % %5 50%من", "٥٠٪ ٥٠%٢٠ ٥%D٨ % %٥ ٥٠٪من"),
        ],
    );
    check(&NEW.digits(Digits::Extended), &[("2024 ۱۲ ٥ 1.5", "۲۰۲۴ ۱۲ ۵ ۱٫۵")]);
    check(&arabic.clone().marks(Marks::ALL), &[("1\u{64B}.5", "١٫٥")]);
    // Arabic commas made ASCII are separators then.
    check(&arabic.punctuation(Punctuation::Ascii), &[("1،500 و، 2", "١٬٥٠٠ و, ٢")]);
}

#[test]
fn punctuation_to_ascii() {
    check(&NEW.punctuation(Punctuation::Ascii), &[("نعم، لا؛ متى؟ ہاں۔ 1،5", "نعم, لا; متى? ہاں. 1,5")]);
}

#[test]
fn punctuation_to_arabic_behind_arabic_only() {
    let arabic = NEW.punctuation(Punctuation::Arabic);
    check(
        &arabic,
        &[
            ("نعم, لا; متى? كان.", "نعم، لا؛ متى؟ كان."),
            ("كِتَابٌ, (كتاب), \"كتاب\"? كتاب؟?", "كِتَابٌ، (كتاب)، \"كتاب\"؟ كتاب؟؟"),
            ("كتاب,قلم كتاب,(قلم)", "كتاب،قلم كتاب،(قلم)"),
            ("٢٠٢٤, ۱۲;", "٢٠٢٤، ۱۲؛"),
            ("ﷺ, كتـ, نعم\u{200F},", "ﷺ، كتـ، نعم\u{200F}،"),
            // Behind Latin, digits, blanks and other signs they stay.
            ("yes, 2024, 1,5 ٣,٤ , -? !,", "yes, 2024, 1,5 ٣,٤ , -? !,"),
            // Before Latin, digits and the signs of addresses too.
            ("كتاب,a كتاب,5 كتاب?x=1 كتاب;= كتاب,\u{64E}", "كتاب,a كتاب,5 كتاب?x=1 كتاب;= كتاب,\u{64E}"),
            (
                "https://e.org/كتاب,قلم www.كتاب,قلم كتاب@قلم,",
                "https://e.org/كتاب,قلم www.كتاب,قلم كتاب@قلم,",
            ),
            ("a@b.c كتاب,\u{A0}كتاب,", "a@b.c كتاب،\u{A0}كتاب،"),
        ],
    );
    let urdu = NEW.punctuation(Punctuation::Urdu);
    check(
        &urdu,
        &[
            ("ہاں. ہاں.) \"ہاں.\" ہاں, ۱۲.", "ہاں۔ ہاں۔) \"ہاں۔\" ہاں، ۱۲۔"),
            ("ق.م ہاں... yes. 5. ہاں.a", "ق.م ہاں... yes. 5. ہاں.a"),
        ],
    );
    // Numbers are not punctuated.
    check(&urdu.digits(Digits::Arabic), &[("١,٥٠٠ 1.5. 2,3", "١٬٥٠٠ ١٫٥۔ ٢,٣")]);
}

#[test]
fn spaces() {
    let spaces = NEW.spaces(Spaces::Collapse);
    for c in char::MIN..=char::MAX {
        let text = format!("ب{c}ب");
        let blank = class_of(c) == CharClass::Space;
        assert_eq!(spaces.normalize(&text), if blank { "ب ب" } else { &text }, "{:X}", c as u32);
    }
    check(
        &spaces,
        &[
            ("ا\u{A0}\u{202F}\u{2009}\u{3000}ب", "ا ب"),
            ("a  b\t\tc \t d", "a b c d"),
            ("a \u{A0} b", "a b"),
            ("a\u{A0} b\u{A0}\tc", "a b c"),
            (" \n\n  \r\n \u{2028} ", " \n\n \r\n \u{2028} "),
            ("  ", " "),
            ("   كتاب   ", " كتاب "),
        ],
    );
    // Blanks that meet because something between them goes, and blanks that come into being.
    check(&spaces.clone().invisible(Invisible::Delete), &[("ا \u{200F} ب", "ا ب")]);
    check(&spaces.clone().zwnj(Zwnj::Space), &[("می\u{200C} \u{200C}شود", "می شود")]);
    assert_eq!(spaces.normalize(&" ".repeat(100_000)), " ");
}

#[test]
fn phrases() {
    check(
        &NEW.phrases(Phrases::Expand),
        &[
            ("ﷺ", "صلى الله عليه وسلم"),
            ("محمدﷺ.", "محمد صلى الله عليه وسلم."),
            ("محمد ﷺ وآله", "محمد صلى الله عليه وسلم وآله"),
            ("محمدٌ\u{200F}ﷺ\u{200F}وآله", "محمدٌ\u{200F} صلى الله عليه وسلم \u{200F}وآله"),
            ("\u{FDFF}ﷻ", "عز وجل جل جلاله"),
            ("5\u{FD47}5", "5 عليه السلام 5"),
            ("وﷲ ﷴ﷽ ۵۰﷼", "والله محمد بسم الله الرحمن الرحيم ۵۰ریال"),
            ("✓ ﻻ", "✓ ﻻ"),
        ],
    );
    check(&NEW.phrases(Phrases::Allah), &[("وﷲ ﷺ ﷴ", "والله ﷺ ﷴ")]);
    check(&PRESETS[0].clone().phrases(Phrases::Expand), &[("\u{FEED}ﷲ", "والله")]);
}

#[test]
fn case_endings() {
    check(
        &NEW.final_marks(FinalMarks::Delete),
        &[
            ("كِتَابٌ كِتَابٍ كِتَابُ كُنْ", "كِتَاب كِتَاب كِتَاب كُن"),
            ("مُهِمٌّ مُهِم\u{651}\u{64C}", "مُهِم\u{651} مُهِم\u{651}"),
            ("كِتَابًا كِتَاباً هُدًى هُدىً", "كِتَابا كِتَابا هُدى هُدى"),
            ("قَالُوا رَمَى دَعَا", "قَالُوا رَمَى دَعَا"),
            // Only a fathatan stands before the alef.
            ("بٍا بَى", "بٍا بَى"),
            ("كتابـُ، كتابُ\u{200F}", "كتابـ، كتاب\u{200F}"),
            ("ب\u{8F0}ا ب\u{8F1} ب\u{670} ب\u{6D6}", "با ب ب\u{670} ب\u{6D6}"),
            ("\u{64E} 5\u{64E} بُ5", "\u{64E} 5\u{64E} ب5"),
        ],
    );
}

#[test]
fn alef_of_tanwin() {
    let carrier = NEW.tanwin_carrier(TanwinCarrier::Delete);
    check(
        &carrier,
        &[
            ("كتابًا كتاباً كتابًا، (شكرًا)", "كتاب كتاب كتاب، (شكر)"),
            ("مُهِمًّا مُهِم\u{651}\u{64B}ا", "مُهِم\u{651} مُهِم\u{651}"),
            ("جزءًا أبًا ب\u{64B}ا", "جزء أب ب\u{64B}ا"),
            ("كتابا كتابًاً", "كتابا كتاب"),
            ("هدًى سماءً مدرسةً", "هدًى سماءً مدرسةً"),
            ("إذًا إذاً فإذًا عصًا والعصاً رضًا", "إذًا إذاً فإذًا عصًا والعصاً رضًا"),
            ("بيانًات بااً", "بيانًات بااً"),
            ("كتاب\u{8F0}ا كتابـًا", "كتاب كتابـ"),
            ("كتابا\u{64B}\u{654}", "كتابا\u{64B}\u{654}"),
        ],
    );
    // The alef goes, and no ending is left.
    check(&carrier.clone().final_marks(FinalMarks::Delete), &[("كِتَابًا بِنتًا", "كِتَاب بِنت")]);
    check(&carrier.marks(Marks::ALL), &[("شُكْرًا إِذًا", "شكر إذا")]);
}

#[test]
fn dagger_alef_becomes_a_letter() {
    let promote = NEW.dagger_alef(DaggerAlef::Promote);
    check(
        &promote,
        &[
            ("كِتَ\u{670}ب", "كِتَاب"),
            ("العَ\u{640}\u{670}لَمين", "العَالَمين"),
            ("كت\u{670}\u{64E}ب", "كت\u{64E}اب"),
            ("مل\u{670}\u{653}ئكة", "ملائكة"),
            ("الصَّلَو\u{670}ةَ الزكو\u{670}ة التَّورَى\u{670}ة", "الصَّلَاةَ الزكاة التَّورَاة"),
            ("السَّمَ\u{640}\u{670}وَ\u{670}ت سم\u{670}و\u{670}ت", "السَّمَاوَات سماوات"),
            ("الرِّبَو\u{670}ا", "الرِّبَا"),
            ("عَلَى\u{670} حتی\u{670} موسى\u{670}\u{653}", "عَلَى حتی موسى"),
            // It stays on an alef and behind the last letter.
            ("ا\u{670}من ب\u{670} ٱ\u{670}ب", "ا\u{670}من ب\u{670} ٱ\u{670}ب"),
            // The closed list.
            ("هَ\u{670}ذا وهَ\u{640}\u{670}ذه ذ\u{670}لك", "هَ\u{670}ذا وهَ\u{640}\u{670}ذه ذ\u{670}لك"),
            ("لك\u{670}ن ول\u{670}كنهم إل\u{670}هكم", "لك\u{670}ن ول\u{670}كنهم إل\u{670}هكم"),
            (
                "الرحم\u{670}ن للرحم\u{670}ن الل\u{670}ه أول\u{670}ئك",
                "الرحم\u{670}ن للرحم\u{670}ن الل\u{670}ه أول\u{670}ئك",
            ),
        ],
    );
    check(
        &promote.composition(Composition::Nfc).marks(Marks::ALL).tatweel(Tatweel::Delete).alef(Alef::Fold),
        &[("بِسْمِ ٱللَّهِ ٱلرَّحْمَـٰنِ ذَٰلِكَ ٱلْكِتَـٰبُ أُو۟لَـٰٓئِكَ ٱلصَّلَوٰةَ", "بسم الله الرحمن ذلك الكتاب اولئك الصلاة")],
    );
}

#[test]
fn yeh_by_its_place() {
    check(
        &NEW.farsi_yeh(FarsiYeh::ByPlace),
        &[("علی یوم بیتی، هدیً (ی) ی\u{200C}ب", "على يوم بيتى، هدىً (ى) ي\u{200C}ب")],
    );
    // Stronger than the look-alikes, and folded further.
    let both = NEW.farsi_yeh(FarsiYeh::ByPlace).look_alikes(LookAlikes::Fold);
    check(&both, &[("کتابی", "كتابى")]);
    check(&both.alef_maqsura(AlefMaqsura::Yeh), &[("کتابی", "كتابي")]);
    let reverse = NEW.alef_maqsura(AlefMaqsura::Reverse);
    check(&reverse, &[("في بيت عليٌّ، ياي ي", "فى بيت علىٌّ، ياى ى"), ("شيء", "شيء")]);
    check(&reverse.clone().hamza(Hamza::Delete), &[("شيء", "شى")]);
    check(&reverse.hamza_seats(HamzaSeats::Carrier).look_alikes(LookAlikes::Fold), &[("شئ بے", "شى بى")]);
}

#[test]
fn presets_of_other_programs() {
    let text = "ٱلأُمَّةُ آلَتْ إلى هـدًى ؤئء 1445هـ ٣٫٥ ۷ ا\u{654}\u{670}\u{8F0}\u{6D6} ﻻ ک";
    let lucene = "ٱلامه الت الي هدي ؤئء 1445ه ٣٫٥ ۷ ا\u{654}\u{670}\u{8F0}\u{6D6} ﻻ ک";
    assert_eq!(Normalizer::lucene().normalize(text), lucene);
    assert_eq!(Normalizer::lucene_digits().normalize(text), lucene.replace("٣٫٥ ۷", "3٫5 7"));
    assert_eq!(
        Normalizer::camel().normalize(text),
        "الامه الت الي هـدي ؤئء 1445هـ ٣٫٥ ۷ ا\u{654}\u{8F0}\u{6D6} ﻻ ک"
    );
    // The sets that these need can be had singly.
    check(&NEW.alef(Alef::Hamza), &[("آأإٱٲ", "اااٱٲ")]);
    check(&NEW.alef(Alef::HamzaAndWasla), &[("آأإٱٲ", "ااااٲ")]);
    check(&NEW.tatweel(Tatweel::DeleteAll), &[("هـ 1445هـ كتـاب", "ه 1445ه كتاب")]);
    check(
        &NEW.marks(Marks::TASHKEEL),
        &[("ب\u{64B}\u{64E}\u{651}\u{652}\u{653}\u{656}\u{670}\u{8F0}", "ب\u{653}\u{656}\u{670}\u{8F0}")],
    );
    check(&NEW.marks(Marks::SUPERSCRIPT_ALEF), &[("ب\u{656}\u{670}", "ب\u{656}")]);
    check(&NEW.marks(Marks::OPEN_TANWIN), &[("ب\u{64B}\u{8F0}\u{8E7}", "ب\u{64B}")]);
    check(
        &NEW.marks(Marks::ALL.without(Marks::TASHKEEL)),
        &[("ب\u{64B}\u{651}\u{654}\u{670}\u{8F0}", "ب\u{64B}\u{651}")],
    );
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
    let final_yeh = NEW.hamza(Hamza::Delete).farsi_yeh(FarsiYeh::ByPlace);
    check(&final_yeh, &[("\u{6CC}\u{621}", "\u{649}"), ("\u{6CC}\u{621}\u{628}", "\u{64A}\u{628}")]);
    check(
        &NEW.hamza(Hamza::Delete).tanwin_carrier(TanwinCarrier::Delete),
        &[("سم\u{64B}اءء \u{628}\u{645}\u{64B}\u{621}\u{627}", "سم \u{628}\u{645}")],
    );
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
    for &operation in Operation::ALL {
        assert_eq!(operation.to_string().parse(), Ok(operation));
        assert_eq!(operation.name().parse(), Ok(operation));
        let one = NEW.operation(operation);
        assert_ne!(one, NEW, "{operation}");
        assert_eq!(one.operations().collect::<Vec<_>>(), [operation]);
        let off =
            format!("{}={}", operation.name(), if operation.name() == "marks" { "none" } else { "keep" });
        assert_eq!(one.operation(off.parse().unwrap()), NEW, "{off}");
        assert_eq!(off.parse::<Operation>().unwrap().loss(), Loss::Nothing);
    }
    let mut all: Normalizer = Operation::ALL.iter().copied().collect();
    assert_eq!(all.normalize("ٱلسَّمـــاءِ پ ں ٣"), "السما ب ن 3");
    assert_eq!(all.operations().collect::<Vec<_>>(), Operation::ALL);
    all.extend([Operation::Digits(Digits::Keep)]);
    assert_eq!(all.normalize("٣"), "٣");

    for (text, operation) in [
        ("alef=fold", Operation::Alef(Alef::Fold)),
        ("marks=harakat+tanwin", Operation::Marks(Marks::HARAKAT.with(Marks::TANWIN))),
        ("marks=tashkeel", Operation::Marks(Marks::TASHKEEL)),
        (
            "marks=shadda+open_tanwin+superscript_alef",
            Operation::Marks(Marks::SHADDA.with(Marks::OPEN_TANWIN).with(Marks::SUPERSCRIPT_ALEF)),
        ),
        ("elongation=3:2", Operation::Elongation(Elongation::SHORTEN)),
        ("elongation=2:1", Operation::Elongation(Elongation::SHORTEN.from(2))),
        ("elongation=255:254", Operation::Elongation(Elongation::SHORTEN.from(255).to(254))),
        ("digits=latin_all", Operation::Digits(Digits::LatinAll)),
    ] {
        assert_eq!(operation.to_string(), text);
        assert_eq!(text.parse(), Ok(operation));
    }
    for wrong in [
        "",
        "=",
        "alef=",
        "alef=yeh",
        "alef=fold=fold",
        "Alef",
        "alef ",
        "marks=",
        "marks=harakat+",
        "marks=some",
        "elongation=",
        "elongation=3",
        "elongation=3:3",
        "elongation=+3:2",
        "elongation=1:1",
        "elongation=3:0",
        "elongation=300:2",
    ] {
        assert_eq!(wrong.parse::<Operation>().unwrap_err().kind(), ErrorKind::UnknownOperation, "{wrong}");
    }
}

#[test]
fn presets_by_name_and_as_lists() {
    for name in Normalizer::PRESETS {
        let preset = Normalizer::preset(name).unwrap();
        assert_eq!(preset.operations().collect::<Normalizer>(), preset, "{name}");
    }
    assert_eq!(Normalizer::preset("search"), Some(Normalizer::search()));
    assert_eq!(Normalizer::preset("Search"), None);
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
fn the_missing_half_of_elongation_is_filled_up() {
    let from = Normalizer::new().elongation(Elongation::KEEP.from(5));
    assert_eq!(from.normalize("بببب ببببب"), "بببب بب");
    let to = Normalizer::new().elongation(Elongation::KEEP.to(1));
    assert_eq!(to.normalize("بب ببب"), "بب ب");
}

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
        "ب٫",
        "ب٬ت",
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
        "ب\u{64B}ا",
        "ب\u{64B}اء",
        "ب\u{670}",
        "و\u{670}",
        "هذ\u{670}ا ",
        "ﷺ",
        "1,",
        "1.",
        "5%",
        "ب,",
        "ب, ",
        "ب\u{A0}",
        "  \t",
        "\n ",
        "ی",
    ];
    let all: Normalizer = Operation::ALL.iter().copied().collect();
    let back = all
        .clone()
        .digits(Digits::Arabic)
        .punctuation(Punctuation::Urdu)
        .alef_maqsura(AlefMaqsura::Reverse)
        .marks(Marks::NONE)
        .hamza_seats(HamzaSeats::Hamza);
    let drop = NEW.composition(Composition::Nfc).hamza(Hamza::Delete).hamza_seats(HamzaSeats::Hamza);
    let fold = NEW.composition(Composition::Nfc).alef(Alef::Fold);
    let check = |unit: &str| {
        for first in ["", "ا"] {
            let text = format!("{first}{}", unit.repeat(MIB / unit.len()));
            for normalizer in PRESETS.iter().chain([&all, &back, &drop, &fold]) {
                // A quadratic step would take minutes here.
                let once = normalizer.normalize(&text);
                assert!(normalizer.is_normalized(&once), "{first} {}", unit.escape_unicode());
            }
        }
    };
    std::thread::scope(|scope| {
        for half in 0..2 {
            scope.spawn(move || units.iter().skip(half).step_by(2).for_each(|unit| check(unit)));
        }
    });
    assert_eq!(PRESETS[1].normalize(&"\u{64B}".repeat(MIB)), "");
    assert_eq!(PRESETS[0].normalize(&"\u{202E}\u{2067}".repeat(MIB)), "");
    assert_eq!(fold.normalize(&format!("ا{}", "\u{654}".repeat(MIB))), "ا");
}
