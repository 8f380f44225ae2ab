//! A text in, one page of HTML out: its sentences, tokens, numbers and dates in colour, their values on hover, the
//! normalized form beside the original with the changes marked, and a chart of what was found. The page holds all
//! it needs and asks no network.
//!
//! `cargo run --release --example report -- [--reference YYYY-MM-DD] [--preset NAME] [FILE] > report.html`
#![allow(clippy::format_push_string, reason = "a page is not a hot path")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write as _};

use warraq::{
    Analyzer, CivilDate, Context, Date, Entity, Finding, Normalizer, Sentence, Token, TokenKind, Value,
};

const USAGE: &str = "usage: report [--reference YYYY-MM-DD] [--preset NAME] [FILE] > report.html";
const STYLE: &str = include_str!("data/report.css");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut context = Context::new();
    let mut preset = String::from("search");
    let mut file = None;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--reference" => {
                context = context.reference(arguments.next().ok_or(USAGE)?.parse::<CivilDate>()?);
            }
            "--preset" => preset = arguments.next().ok_or(USAGE)?,
            "--help" | "-h" => {
                println!("{USAGE}");
                return Ok(());
            }
            _ => file = Some(argument),
        }
    }
    let normalizer = Normalizer::preset(&preset).ok_or_else(|| format!("no preset {preset:?}\n{USAGE}"))?;
    let text = if let Some(file) = &file {
        std::fs::read_to_string(file)?
    } else {
        io::read_to_string(io::stdin())?
    };
    let title = file.as_deref().map_or("نص", |file| file.rsplit(['/', '\\']).next().unwrap_or(file));
    io::stdout().write_all(page(title, &text, &preset, &normalizer, &context).as_bytes())?;
    Ok(())
}

/// Text as HTML.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // What must not appear in a page, and what would turn the rest of it around.
            '\0'..='\u{8}'
            | '\u{B}'..='\u{1F}'
            | '\u{7F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' => {}
            c => out.push(c),
        }
    }
    out
}

/// The colour of a finding, and its name.
fn kind(value: &Value) -> (&'static str, &'static str) {
    match value {
        Value::Date(Date::Time(_)) => ("time", "أوقات"),
        Value::Date(Date::Duration(_)) => ("duration", "مدد"),
        Value::Date(_) => ("date", "تواريخ"),
        _ => ("number", "أعداد"),
    }
}

/// What a finding says, and which day that is.
fn says(entity: &Entity<'_>, context: &Context) -> String {
    let value = entity.value().to_string();
    match entity.resolve(context) {
        Ok(resolved) if resolved.to_string() != value => format!("{value} → {resolved}"),
        _ => value,
    }
}

fn page(title: &str, text: &str, preset: &str, normalizer: &Normalizer, context: &Context) -> String {
    let (mut sentences, mut tokens, mut entities) = (Vec::new(), Vec::new(), Vec::new());
    for finding in Analyzer::new().analyze(text) {
        match finding {
            Finding::Sentence(sentence) => sentences.push(sentence),
            Finding::Token(token) => tokens.push(token),
            Finding::Entity(entity) => entities.push(entity),
            _ => {}
        }
    }
    let words = tokens.iter().filter(|token| matches!(token.kind(), TokenKind::Word(_))).count();
    let figures = [
        ("جمل · sentences", sentences.len()),
        ("كلمات · words", words),
        ("أحرف · characters", text.chars().count()),
        ("أعداد وتواريخ · findings", entities.len()),
    ];
    let mut out = String::new();
    write!(
        out,
        "<!doctype html><html lang=\"ar\" dir=\"rtl\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{0}</title><style>{STYLE}</style><h1>{0}</h1><small>warraq · {preset}</small><section><dl class=\"figures\">",
        escaped(title)
    )
    .expect("a string grows");
    for (name, figure) in figures {
        out += &format!("<div><dt>{name}</dt><dd>{figure}</dd></div>");
    }
    out += "</dl></section>";
    out += &chart(&entities, &tokens);
    out += &marked(text, &sentences, &tokens, &entities, context);
    out += &beside(text, &sentences, normalizer);
    out += &table(&entities, context);
    out += "</html>\n";
    out
}

/// Bars: how many of what.
fn chart(entities: &[Entity<'_>], tokens: &[Token<'_>]) -> String {
    let mut counts: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for entity in entities {
        let (class, name) = kind(entity.value());
        counts.entry(name).or_insert((class, 0)).1 += 1;
    }
    for token in tokens {
        let name = match token.kind() {
            TokenKind::Url | TokenKind::Email => "عناوين",
            TokenKind::Mention | TokenKind::Hashtag => "وسوم وإشارات",
            TokenKind::Emoji => "رموز تعبيرية",
            _ => continue,
        };
        counts.entry(name).or_insert(("soft", 0)).1 += 1;
    }
    let Some(most) = counts.values().map(|(_, count)| *count).max() else { return String::new() };
    let mut rows: Vec<_> = counts.into_iter().collect();
    rows.sort_by_key(|(_, (_, count))| std::cmp::Reverse(*count));
    let mut out = String::from("<section><h2>ما وُجد · what was found</h2><div class=\"chart\">");
    for (name, (class, count)) in rows {
        let width = 100 * count / most;
        out += &format!(
            "<span>{name}</span><span class=\"{class}\"><i style=\"inline-size:{width}%\"></i></span><span>{count}</span>"
        );
    }
    out + "</div></section>"
}

/// The text, a paragraph for each sentence, with what was found in colour.
fn marked(
    text: &str,
    sentences: &[Sentence<'_>],
    tokens: &[Token<'_>],
    entities: &[Entity<'_>],
    context: &Context,
) -> String {
    let mut out = String::from("<section><h2>النص · text</h2><ul class=\"legend\">");
    for (class, name) in [("number", "أعداد"), ("date", "تواريخ"), ("time", "أوقات"), ("duration", "مدد")]
    {
        out += &format!("<li class=\"{class}\">■ {name}</li>");
    }
    out += "</ul>";
    let (mut entities, mut tokens) = (entities.iter().peekable(), tokens.iter().peekable());
    let mut end = 0;
    for sentence in sentences {
        let span = sentence.span();
        // A blank line between.
        let gap = text[end..span.start].matches('\n').count() > 1;
        out += if gap { "<p class=\"sentence gap\">" } else { "<p class=\"sentence\">" };
        let mut at = span.start;
        while at < span.end {
            while tokens.next_if(|token| token.span().start < at).is_some() {}
            if let Some(entity) = entities.next_if(|entity| entity.span().start == at) {
                let (class, _) = kind(entity.value());
                let value = escaped(&says(entity, context));
                out += &format!(
                    "<mark class=\"{class}\" tabindex=\"0\" data-value=\"{value}\">{}</mark>",
                    escaped(entity.text())
                );
                at = entity.span().end;
                continue;
            }
            let next = entities.peek().map_or(span.end, |entity| entity.span().start.min(span.end));
            let token = tokens.next_if(|token| token.span().start < next);
            let Some(token) = token.filter(|token| token.span().end <= next) else {
                out += &escaped(&text[at..next]);
                at = next;
                continue;
            };
            out += &escaped(&text[at..token.span().start]);
            let shape = matches!(
                token.kind(),
                TokenKind::Url
                    | TokenKind::Email
                    | TokenKind::Mention
                    | TokenKind::Hashtag
                    | TokenKind::Emoji
            );
            if shape {
                out += &format!(
                    "<span class=\"token\" title=\"{}\"><bdi>{}</bdi></span>",
                    token.kind().as_str(),
                    escaped(token.text())
                );
            } else {
                out += &escaped(token.text());
            }
            at = token.span().end;
        }
        out += "</p>";
        end = span.end;
    }
    out + "</section>"
}

/// Each sentence as it is and as it is normalized, with what changed.
fn beside(text: &str, sentences: &[Sentence<'_>], normalizer: &Normalizer) -> String {
    let mut out = String::from("<section><h2>بعد التطبيع · normalized</h2><div class=\"sides\">");
    for sentence in sentences {
        let original = &text[sentence.span()];
        let mapped = normalizer.normalize_mapped(original);
        let (mut before, mut after) = (String::new(), String::new());
        let (mut source, mut target) = (0, 0);
        let change = |name: &str, text: &str| {
            let class = if text.is_empty() { " class=\"empty\"" } else { "" };
            // A lone mark needs something to stand on.
            let lone = text.chars().next().is_some_and(|c| warraq::class::class_of(c).is_mark());
            format!("<{name}{class}>{}{}</{name}>", if lone { "\u{25CC}" } else { "" }, escaped(text))
        };
        for edit in mapped.changes() {
            before += &escaped(&original[source..edit.source.start]);
            after += &escaped(&mapped.text()[target..edit.target.start]);
            before += &change("del", edit.original);
            if !edit.normalized.is_empty() {
                after += &change("ins", edit.normalized);
            }
            (source, target) = (edit.source.end, edit.target.end);
        }
        before += &escaped(&original[source..]);
        after += &escaped(&mapped.text()[target..]);
        out += &format!("<p>{before}</p><p>{after}</p>");
    }
    out + "</div></section>"
}

/// Everything that was found, with its value.
fn table(entities: &[Entity<'_>], context: &Context) -> String {
    if entities.is_empty() {
        return String::new();
    }
    let mut out = String::from(
        "<section><h2>القيم · values</h2><table><tr><th>النص</th><th>القيمة</th><th>اليقين</th><th>الموضع</th></tr>",
    );
    for entity in entities {
        let span = entity.span();
        out += &format!(
            "<tr><td class=\"{}\">{}</td><td><code>{}</code></td><td><small>{}</small></td><td><small>{}–{}</small></td></tr>",
            kind(entity.value()).0,
            escaped(entity.text()),
            escaped(&says(entity, context)),
            format!("{:?}", entity.certainty()).to_lowercase(),
            span.start,
            span.end
        );
    }
    out + "</table></section>"
}
