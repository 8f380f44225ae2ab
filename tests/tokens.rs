//! Tokens: what each kind covers, and where the boundaries differ from UAX #29.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use common::Random;
use warraq::{Addresses, ArabicText as _, Boundaries, Letters, Script, TokenKind, Tokenizer, Whitespace};

/// Tokens as `text/kind`, put together for comparison.
fn tokens(text: &str) -> Vec<String> {
    text.arabic_tokens()
        .map(|t| match t.kind() {
            TokenKind::Word(Script::Arabic) => t.text().to_owned(),
            kind => format!("{}/{}", t.text(), kind.as_str()),
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(tokens(text), expected, "{text}");
}

#[test]
fn words_keep_their_marks_tatweel_and_joiners() {
    check("قَالُوٓا\u{06DF} مُحَمَّدٌ", &["قَالُوٓا\u{06DF}", "مُحَمَّدٌ"]);
    check("كتـــاب", &["كتـــاب"]);
    check("می\u{200C}خواهم", &["می\u{200C}خواهم"]);
    check("ﺍﻟﻌﺮﺑﻴﺔ", &["ﺍﻟﻌﺮﺑﻴﺔ"]);
}

#[test]
fn scripts_are_told_apart() {
    let kinds: Vec<_> = "كتاب book книга".arabic_tokens().map(|t| t.kind()).collect();
    let word = TokenKind::Word;
    assert_eq!(kinds, [word(Script::Arabic), word(Script::Latin), word(Script::Other)]);
    check("الـiPhone", &["الـ", "iPhone/word"]);
    check("bookкнига", &["book/word", "книга/word"]);
}

#[test]
fn latin_words_follow_uax_29() {
    check(
        "don't l’Iraq MP3 covid19 G20 café",
        &["don't/word", "l’Iraq/word", "MP3/word", "covid19/word", "G20/word", "café/word"],
    );
    check("well-known", &["well/word", "-/punctuation", "known/word"]);
    check("snake_case", &["snake_case/word"]);
}

#[test]
fn letters_and_digits_split_in_arabic() {
    check("و21", &["و", "21/number"]);
    check("٢٠٢٤م", &["٢٠٢٤/number", "م"]);
    check("بـ50%", &["بـ", "50/number", "%/punctuation"]);
}

#[test]
fn numbers_keep_four_separators() {
    check("1,234.5 ١٬٢٣٤٫٥", &["1,234.5/number", "١٬٢٣٤٫٥/number"]);
    check("12:30", &["12/number", ":/punctuation", "30/number"]);
    check("11/2023", &["11/number", "//punctuation", "2023/number"]);
    check("1،5", &["1/number", "،/punctuation", "5/number"]);
    check("1;5", &["1/number", ";/punctuation", "5/number"]);
    check("2022_2023", &["2022/number", "_/punctuation", "2023/number"]);
    // One separator between two digits; a stop behind is the sentence's.
    check("5. 6,,7", &["5/number", "./punctuation", "6/number", ",,/punctuation", "7/number"]);
    check("١2", &["١2/number"]);
}

#[test]
fn a_dot_joins_single_letters_only() {
    check("ق.م.", &["ق.م", "./punctuation"]);
    check("ص.ب أ.د. هـ.ش", &["ص.ب", "أ.د", "./punctuation", "هـ.ش"]);
    check("انتهى.وبدأ", &["انتهى", "./punctuation", "وبدأ"]);
    check("د.محمد", &["د", "./punctuation", "محمد"]);
    // With a proclitic before them; of two letters only those that are known.
    check("وم.ت.ف. لـأ.ف.ب", &["وم.ت.ف", "./punctuation", "لـأ.ف.ب"]);
    check("وأ.د. بص.ب فق.هـ", &["وأ.د", "./punctuation", "بص.ب", "فق.هـ"]);
    check(
        "لم.ن له.و كم.يكن",
        &["لم", "./punctuation", "ن", "له", "./punctuation", "و", "كم", "./punctuation", "يكن"],
    );
}

#[test]
fn file_names_are_whole() {
    check(
        "report.pdf report_v2.pdf IMG_2034.JPG",
        &["report.pdf/word", "report_v2.pdf/word", "IMG_2034.JPG/word"],
    );
    check("افتح v2.zip.", &["افتح", "v2.zip/word", "./punctuation"]);
    check("a1.b v2.pdfx", &["a1/word", "./punctuation", "b/word", "v2/word", "./punctuation", "pdfx/word"]);
}

#[test]
fn addresses_are_whole() {
    check(
        "(https://x.y/z?a=b).",
        &["(/punctuation", "https://x.y/z?a=b/url", ")/punctuation", "./punctuation"],
    );
    check(
        "https://ar.wikipedia.org/wiki/العربية_(لغة)",
        &["https://ar.wikipedia.org/wiki/العربية_(لغة)/url"],
    );
    check(
        "زوروا www.example.com، أو t.co/abc!",
        &["زوروا", "www.example.com/url", "،/punctuation", "أو", "t.co/abc/url", "!/punctuation"],
    );
    check(
        "name.surname+tag@mail.example.org.",
        &["name.surname+tag@mail.example.org/email", "./punctuation"],
    );
    check("example.com v1.2", &["example.com/url", "v1.2/word"]);
    check("http:// x", &["http/word", ":/punctuation", "///punctuation", "x/word"]);
}

#[test]
fn handles_are_whole() {
    check("#وسم_عربي @user_1 @حساب", &["#وسم_عربي/hashtag", "@user_1/mention", "@حساب/mention"]);
    check("#يَوْمٌ!", &["#يَوْمٌ/hashtag", "!/punctuation"]);
    check("# @ #1", &["#/punctuation", "@/punctuation", "#/punctuation", "1/number"]);
    // A name of ASCII letters ends before an Arabic letter.
    check("@userوشكرا @محمد_علي", &["@user/mention", "وشكرا", "@محمد_علي/mention"]);
    check("@user_محمد", &["@user_محمد/mention"]);
    check("C#x a@b", &["C/word", "#/punctuation", "x/word", "a/word", "@/punctuation", "b/word"]);
}

#[test]
fn emoji_are_whole() {
    for emoji in
        ["👨\u{200D}👩\u{200D}👧", "🇪🇬", "👍🏽", "1\u{FE0F}\u{20E3}", "#\u{FE0F}\u{20E3}", "❤\u{FE0F}", "😀"]
    {
        check(emoji, &[&format!("{emoji}/emoji")]);
        check(&format!("أحب{emoji}ك"), &["أحب", &format!("{emoji}/emoji"), "ك"]);
    }
    check("🇪🇬🇸🇦", &["🇪🇬/emoji", "🇸🇦/emoji"]);
    check("©❤", &["©/symbol", "❤/symbol"]);
    check("12\u{FE0F}\u{20E3}", &["1/number", "2\u{FE0F}\u{20E3}/emoji"]);
}

#[test]
fn punctuation_runs_and_symbols() {
    check("... … ؟!؟ ((", &[".../punctuation", "…/punctuation", "؟!؟/punctuation", "((/punctuation"]);
    check(
        "ﷺ ۝ ۞ ۩ $ + ½",
        &["ﷺ/symbol", "۝/symbol", "۞/symbol", "۩/symbol", "$/symbol", "+/symbol", "½/symbol"],
    );
}

#[test]
fn controls_at_an_edge_stand_alone() {
    check("\u{200F}كتاب\u{200F}", &["\u{200F}/other", "كتاب", "\u{200F}/other"]);
    check("كت\u{200F}اب", &["كت\u{200F}اب"]);
    check("20\u{200F}/1", &["20/number", "\u{200F}/other", "//punctuation", "1/number"]);
    check(" \u{064B}", &["\u{064B}/other"]);
    check("ــ", &["ــ/other"]);
    check("ـكتاب", &["ـكتاب"]);
    check("\u{0}\u{E000}", &["\u{0}/other", "\u{E000}/other"]);
}

#[test]
fn white_space_only_when_asked_for() {
    let all = Tokenizer::new().whitespace(Whitespace::Keep);
    let kinds: Vec<_> = all.tokens("أ \u{A0}\r\n\u{2028}ب").map(|t| t.kind().as_str()).collect();
    assert_eq!(kinds, ["word", "whitespace", "word"]);
}

/// Every set of options that changes boundaries.
const TOKENIZERS: [Tokenizer; 6] = {
    let new = Tokenizer::new().whitespace(Whitespace::Keep);
    [
        new,
        new.boundaries(Boundaries::Uax29),
        new.boundaries(Boundaries::Whitespace),
        new.letters(Letters::JoinDigits),
        new.addresses(Addresses::Split),
        new.letters(Letters::JoinDigits).addresses(Addresses::Split),
    ]
};

fn lossless(text: &str) {
    for tokenizer in TOKENIZERS {
        lossless_with(tokenizer, text);
    }
}

#[track_caller]
fn lossless_with(tokenizer: Tokenizer, text: &str) {
    let mut end = 0;
    for token in tokenizer.tokens(text) {
        assert_eq!(token.span().start, end, "{text:?}");
        assert!(!token.text().is_empty(), "{text:?}");
        assert_eq!(token.text(), &text[token.span()]);
        end = token.span().end;
    }
    assert_eq!(end, text.len(), "{text:?}");
}

#[test]
fn lossless_for_every_scalar_value() {
    for c in common::scalars() {
        lossless(&c.to_string());
        lossless(&format!("ب{c}ت"));
        lossless(&format!("a{c}1"));
    }
}

#[test]
fn lossless_for_hostile_strings() {
    let mut random = Random::new(1);
    for _ in 0..20_000 {
        lossless(&random.text(24));
    }
}

/// On text without Arabic, addresses and handles, the boundaries are those of UAX #29, except
/// where the documentation of the module says otherwise: letters of two scripts, digits joined by
/// other separators, runs of one punctuation mark, controls and marks at edges.
#[test]
fn latin_boundaries_are_those_of_uax_29() {
    use unicode_segmentation::UnicodeSegmentation as _;
    let pieces = [
        "a", "Zb", "é", "e\u{301}", "ß", " ", "  ", ",", "!", "'", "’", "x", "\"", "-", "2", "15", "(", ")",
        "…", "·",
    ];
    let mut random = Random::new(2);
    for _ in 0..20_000 {
        let text: String = (0..12).map(|_| *random.pick(&pieces)).collect();
        // The apostrophe between digits is no separator of a number; a mark twice is one token.
        let chars: Vec<char> = text.chars().collect();
        let digits_joined = chars
            .windows(3)
            .any(|w| w[0].is_ascii_digit() && matches!(w[1], '\'' | '’') && w[2].is_ascii_digit());
        let mut previous = None;
        let repeated = text.chars().any(|c| {
            let twice = previous == Some(c) && !c.is_alphanumeric() && !c.is_whitespace();
            previous = Some(c);
            twice
        });
        if digits_joined || repeated {
            continue;
        }
        let ours: Vec<&str> =
            Tokenizer::new().whitespace(Whitespace::Keep).tokens(&text).map(|t| t.text()).collect();
        let theirs: Vec<&str> = text.split_word_bounds().collect();
        assert_eq!(ours, theirs, "{text:?}");
    }
}

fn with(tokenizer: Tokenizer, text: &str) -> Vec<&str> {
    tokenizer.tokens(text).map(|t| t.text()).collect()
}

#[test]
fn digits_join_letters_when_asked_for() {
    let joined = Tokenizer::new().letters(Letters::JoinDigits);
    assert_eq!(with(joined, "و21 ٢٠٢٤م بـ50% م2ب3.5ت"), ["و21", "٢٠٢٤م", "بـ50", "%", "م2ب3.5ت"]);
    assert_eq!(with(joined, "ق.م2 1\u{FE0F}\u{20E3}ب"), ["ق.م2", "1\u{FE0F}\u{20E3}", "ب"]);
    let kinds: Vec<_> = joined.tokens("20م 21").map(|t| t.kind()).collect();
    assert_eq!(kinds, [TokenKind::Word(Script::Arabic), TokenKind::Number]);
}

#[test]
fn addresses_are_split_when_asked_for() {
    let split = Tokenizer::new().addresses(Addresses::Split);
    assert_eq!(with(split, "#وسم_عربي @user_1"), ["#", "وسم_عربي", "@", "user_1"]);
    assert_eq!(with(split, "a@b.co 12@b.co"), ["a", "@", "b.co", "12", "@", "b.co"]);
    assert_eq!(with(split, "https://x.y/z"), ["https", ":", "//", "x.y", "/", "z"]);
}

#[test]
fn white_space_alone_when_asked_for() {
    let apart = Tokenizer::new().boundaries(Boundaries::Whitespace);
    assert_eq!(with(apart, "«قال:» 20م،\u{A0}نعم!\n "), ["«قال:»", "20م،", "نعم!"]);
    let kinds: Vec<_> = apart.tokens("«قال» (20 ...").map(|t| t.kind()).collect();
    assert_eq!(kinds, [TokenKind::Word(Script::Arabic), TokenKind::Number, TokenKind::Punctuation]);
}

/// That mode stands on unicode-segmentation; what is held is that a walk segment by segment, with
/// whatever went before forgotten, is the walk over the whole.
#[test]
fn uax_29_to_the_letter() {
    use unicode_segmentation::UnicodeSegmentation as _;
    let uax29 = Tokenizer::new().boundaries(Boundaries::Uax29).whitespace(Whitespace::Keep);
    let mut random = Random::new(7);
    for _ in 0..20_000 {
        let text = random.text(24);
        assert_eq!(with(uax29, &text), text.split_word_bounds().collect::<Vec<_>>(), "{text:?}");
    }
    let kinds: Vec<_> = uax29.tokens("في 20م،😀\u{60C}").map(|t| t.kind().as_str()).collect();
    assert_eq!(kinds, ["word", "whitespace", "number", "punctuation", "emoji", "punctuation"]);
}

/// All of Unicode's WordBreakTest, from the folder `WARRAQ_CASES`.
#[test]
fn word_break_test() {
    let Some(folder) = std::env::var_os("WARRAQ_CASES") else {
        eprintln!("skipped: WARRAQ_CASES is not set");
        return;
    };
    let path = std::path::Path::new(&folder).join("external/unicode_word_break.jsonl");
    let uax29 = Tokenizer::new().boundaries(Boundaries::Uax29).whitespace(Whitespace::Keep);
    let mut count = 0;
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let input = case["input"].as_str().unwrap();
        let expected: Vec<_> =
            case["expected"].as_array().unwrap().iter().map(|s| s.as_str().unwrap()).collect();
        assert_eq!(with(uax29, input), expected, "{input:?}");
        count += 1;
    }
    println!("unicode_word_break: {count}");
    assert_eq!(count, 1944);
}

/// What makes a word, a run or a cluster longer than a token: 1 MiB of it in seconds, not in hours.
#[test]
fn long_words_take_linear_time() {
    for unit in [
        "дa",
        "g.д",
        "日",
        "あ",
        "1\u{20E3}",
        "1\u{FE0F}\u{20E3}",
        "a:Ω",
        "a\u{200F}",
        "ب٠",
        "@a",
        "a_",
        "www.",
    ] {
        let text = unit.repeat((1 << 20) / unit.len());
        for tokenizer in TOKENIZERS {
            assert!(tokenizer.tokens(&text).count() > 0);
        }
    }
}

#[test]
fn what_joins_two_scripts_stands_alone() {
    check("google.рф", &["google/word", "./punctuation", "рф/word"]);
    check("x:Ω", &["x/word", ":/punctuation", "Ω/word"]);
    check("дaд", &["д/word", "a/word", "д/word"]);
}

#[test]
fn labels_are_no_part_of_an_address() {
    check("Email:info@example.com", &["Email/word", ":/punctuation", "info@example.com/email"]);
    check("mailto:ali@mail.com", &["mailto/word", ":/punctuation", "ali@mail.com/email"]);
    check("E-mail:a.b@c.org", &["E/word", "-/punctuation", "mail/word", ":/punctuation", "a.b@c.org/email"]);
    check("Web:www.example.com", &["Web/word", ":/punctuation", "www.example.com/url"]);
    check("x:y a:b@c", &["x:y/word", "a:b/word", "@/punctuation", "c/word"]);
}

#[test]
fn addresses_end_before_what_is_glued_to_them() {
    check("https://t.co/abc👇", &["https://t.co/abc/url", "👇/emoji"]);
    check("https://t.co/abc🇪🇬", &["https://t.co/abc/url", "🇪🇬/emoji"]);
    check("(www.moe.gov.sa)و", &["(/punctuation", "www.moe.gov.sa/url", ")/punctuation", "و"]);
    check("https://site.com.ثم انتقل", &["https://site.com/url", "./punctuation", "ثم", "انتقل"]);
    check("https://site.com/a.html.ثم", &["https://site.com/a.html/url", "./punctuation", "ثم"]);
    check("www.site.comالمصدر", &["www.site.com/url", "المصدر"]);
    // Arabic inside an address stays there.
    check("https://www.example.شبكة/صفحة", &["https://www.example.شبكة/صفحة/url"]);
    check("www.مثال.com/أ", &["www.مثال.com/أ/url"]);
    check("https://x.y/د.محمد_(لغة)و", &["https://x.y/د.محمد_(لغة)و/url"]);
}

#[test]
fn blanks_of_a_form_are_no_word() {
    check("الاسم: ______", &["الاسم", ":/punctuation", "______/punctuation"]);
    check("____ 5", &["____/punctuation", "5/number"]);
    check("__init__ _a", &["__init__/word", "_a/word"]);
}

#[test]
fn the_sign_of_a_millionth_joins_its_unit() {
    check("µg 5µm", &["µg/word", "5µm/word"]);
    let kinds: Vec<_> = "µg 5µm µ".arabic_tokens().map(|t| t.kind()).collect();
    let word = TokenKind::Word;
    assert_eq!(kinds, [word(Script::Latin), word(Script::Latin), word(Script::Other)]);
}
