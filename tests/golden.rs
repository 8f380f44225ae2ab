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
