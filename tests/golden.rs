//! Hard cases of our own: sentences, one rule and one reason each, and posts whose addresses, handles,
//! hashtags and emoji must stay whole.

use std::collections::BTreeMap;

use warraq::{ArabicText as _, TokenKind};

/// The text of a case without its marks, and the sentences between them.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\\') {
        out += before;
        rest = if let Some(behind) = behind.strip_prefix('n') {
            out.push('\n');
            behind
        } else {
            let (code, behind) = behind.strip_prefix("u{").and_then(|b| b.split_once('}')).expect(text);
            out.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect(text));
            behind
        };
    }
    out + rest
}

#[test]
fn sentences_as_a_reader_ends_them() {
    let mut rules: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for line in include_str!("data/sentences/golden.txt").lines().filter(|l| !l.starts_with('#')) {
        let [id, rule, text, reason]: [&str; 4] =
            line.split('\t').collect::<Vec<_>>().try_into().expect(line);
        let marked = unescape(text);
        let expected: Vec<&str> = marked.split('⏐').map(str::trim).collect();
        let plain = marked.replace('⏐', "");
        let found: Vec<&str> = plain.arabic_sentences().map(|s| s.text()).collect();
        let score = rules.entry(rule).or_default();
        score.1 += 1;
        if found == expected {
            score.0 += 1;
        } else {
            wrong.push(format!("{id} ({reason})\n    {}", found.join(" ⏐ ")));
        }
    }
    let (right, all) = rules.values().fold((0, 0), |sum, score| (sum.0 + score.0, sum.1 + score.1));
    println!("sentences: {right}/{all}");
    for (rule, (right, all)) in rules {
        println!("  {rule}: {right}/{all}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The sentences that other splitters expect of themselves; only where `WARRAQ_CASES` says where they are.
#[test]
fn sentences_as_other_splitters_end_them() {
    let Some(folder) = std::env::var_os("WARRAQ_CASES") else { return };
    let path = std::path::Path::new(&folder).join("external/sentence_golden.jsonl");
    let file = std::fs::read_to_string(path).unwrap();
    // How many characters but white space stand before each boundary. A colon or comma ends a sentence there;
    // it does not here, nor in UAX #29 (SContinue).
    let ends = |parts: &[&str]| -> Vec<usize> {
        let mut count = 0;
        let ends = parts.iter().map(|part| {
            count += part.chars().filter(|c| !c.is_whitespace()).count();
            (!part.trim().ends_with([':', '،', ','])).then_some(count)
        });
        ends.collect::<Vec<_>>().into_iter().flatten().collect()
    };
    let (mut both, mut ours, mut theirs) = (0, 0, 0);
    for line in file.lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = case["input"].as_str().unwrap();
        let expected: Vec<&str> =
            case["expected"].as_array().unwrap().iter().filter_map(|s| s.as_str()).collect();
        let found: Vec<&str> = text.arabic_sentences().map(|s| s.text()).collect();
        let (expected_ends, found_ends) = (ends(&expected), ends(&found));
        both += found_ends.iter().filter(|end| expected_ends.contains(end)).count();
        ours += found_ends.len();
        theirs += expected_ends.len();
        if expected_ends != found_ends {
            println!("{text}\n    found    {}\n    expected {}", found.join(" ⏐ "), expected.join(" ⏐ "));
        }
    }
    println!("boundaries: {both} of {theirs} expected, {ours} found");
    assert!(2 * both * 100 >= 96 * (ours + theirs), "F1 below 96 %");
}

#[test]
fn addresses_handles_and_emoji_of_posts_stay_whole() {
    let (mut right, mut all) = (0, 0);
    let mut wrong = Vec::new();
    for line in include_str!("data/tweets/tweets.tsv").lines().filter(|l| !l.starts_with('#')) {
        let (text, items) = line.split_once('\t').expect(line);
        let text = unescape(text);
        let found: Vec<String> = text
            .arabic_tokens()
            .filter(|token| {
                matches!(
                    token.kind(),
                    TokenKind::Url
                        | TokenKind::Email
                        | TokenKind::Mention
                        | TokenKind::Hashtag
                        | TokenKind::Emoji
                )
            })
            .map(|token| format!("{}={}", token.kind().as_str(), token.text()))
            .collect();
        let items = unescape(items);
        let expected: Vec<&str> = items.split(';').filter(|item| !item.is_empty()).collect();
        all += expected.len();
        right += expected.iter().filter(|item| found.iter().any(|found| found == *item)).count();
        if found != expected {
            wrong.push(format!("{text}\n    found    {found:?}\n    expected {expected:?}"));
        }
    }
    println!("posts: {right}/{all} kept whole");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
