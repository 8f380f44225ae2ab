//! The shapes of addresses and handles as people write them. Patterns run only where a byte
//! prefilter points, on a window that starts there.

use alloc::boxed::Box;

use once_cell::race::OnceBox;
use regex::Regex;

use super::TokenKind;
use crate::class::{CharClass, class_at, class_of};
use crate::span::Span;

/// A local part has at most 64 bytes and a domain 255 (RFC 5321, section 4.5.3.1).
const LOCAL: usize = 64;
const DOMAIN: usize = 255;

struct Patterns {
    email: Regex,
    domain: Regex,
}

/// Compiled at the first candidate. `None` cannot happen: the patterns are constants, and a test
/// compiles them.
fn patterns() -> Option<&'static Patterns> {
    static PATTERNS: OnceBox<Option<Patterns>> = OnceBox::new();
    const HOST: &str = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+";
    PATTERNS
        .get_or_init(|| {
            let compile = |pattern: &str| Regex::new(pattern).ok();
            Box::new((|| {
                Some(Patterns {
                    email: compile(&alloc::format!(
                        r"^[A-Za-z0-9._%+-]{{1,{LOCAL}}}@{HOST}[A-Za-z]{{2,24}}"
                    ))?,
                    domain: compile(&alloc::format!(r"^{HOST}[A-Za-z]{{2,24}}(?::[0-9]{{1,5}})?"))?,
                })
            })())
        })
        .as_ref()
}

/// An e-mail address or a URL with a scheme or `www.` that starts at `start`.
pub(super) fn address(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let rest = text.get(start..)?;
    let bytes = rest.as_bytes();
    let word = bytes.iter().take(LOCAL).take_while(|b| b.is_ascii_alphanumeric()).count();
    let next = |i: usize| bytes.get(word + i).copied().unwrap_or(0);
    // The prefilter: most words end in a byte that starts no address.
    match next(0) {
        b':' if next(1) == b'/' && next(2) == b'/' => {}
        b'+' | b'-' | b'.' | b'@' | b'_' | b'%' => {}
        _ => return None,
    }
    let local = bytes
        .iter()
        .take(LOCAL + 1)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'%' | b'+' | b'-'))
        .count();
    if bytes.get(local) == Some(&b'@') {
        // No longer than need be: the matcher clears a table of the length of its window.
        let host = host(bytes.get(local + 1..).unwrap_or(&[]));
        let window = rest.get(..local + 1 + host).unwrap_or("");
        // Before the matcher is asked, which takes long: a@a@a@.
        if window.contains('.')
            && let Some(found) = patterns()?.email.find(window)
        {
            return Some((start + found.end(), TokenKind::Email));
        }
    }
    let scheme = bytes.get(local..).is_some_and(|b| b.starts_with(b"://"));
    let www = word == 3 && bytes.get(..4).is_some_and(|b| b.eq_ignore_ascii_case(b"www."));
    if scheme || www {
        // RFC 3986, section 3.1: a letter, then letters, digits, `+` `-` `.`.
        let name = bytes.get(..local).unwrap_or(&[]);
        let named = name.first()?.is_ascii_alphabetic() && !name.iter().any(|b| matches!(b, b'_' | b'%'));
        if scheme && !named {
            return None;
        }
        let from = if scheme { local + 3 } else { 4 };
        let end = trim(rest.get(..rest_of_address(rest, from, true))?);
        // A scheme and nothing behind it is no address.
        if end > local + 3 || (www && end > 4) {
            return Some((start + end, TokenKind::Url));
        }
    }
    None
}

/// Where an address that goes on at `at` ends, in its host or behind: before white space, controls, emoji, and the signs
/// that quote or separate in running text; and before Arabic that is glued to it.
fn rest_of_address(text: &str, at: usize, mut host: bool) -> usize {
    let ends = |c: char| {
        matches!(
            c,
            '\0'..=' '
                | '\u{7F}'..='\u{A0}'
                | '<' | '>' | '"' | '«' | '»' | '“' | '”' | '‘' | '’' | '،' | '؛' | '؟' | '…'
                | '\u{61C}'
                | '\u{2000}'..='\u{200B}'
                | '\u{200E}' | '\u{200F}'
                | '\u{2028}'..='\u{202F}'
                | '\u{2066}'..='\u{2069}'
                | '\u{3000}' | '\u{FEFF}'
        ) || !c.is_ascii() && matches!(class_of(c), CharClass::Emoji | CharClass::RegionalIndicator)
    };
    let arabic = |c: char| !c.is_ascii() && class_of(c).is_arabic_letter();
    let rest = text.get(at..).unwrap_or("");
    // Whether a host is whole that ends here: in www.example.شبكة it is not before its last dot.
    let mut whole = false;
    let mut open = 0_usize;
    let mut before = '\0';
    let mut i = 0;
    loop {
        // Most of an address is letters and digits, which end nothing.
        let plain = rest.as_bytes().get(i..).unwrap_or(&[]).iter().take_while(|&&byte| goes_on(byte)).count();
        if plain > 0 {
            i += plain;
            before = rest.as_bytes().get(i - 1).copied().map_or('\0', char::from);
        }
        let mut chars = rest.get(i..).unwrap_or("").chars();
        let Some(c) = chars.next() else { return text.len() };
        let next = || chars.clone().next();
        let ascii_before = before.is_ascii_alphanumeric() || before == '/';
        let glued = match c {
            // A bracket that the address did not open, and a stop.
            ')' | ']' | '}' if open > 0 => {
                open -= 1;
                false
            }
            ')' | ']' | '}' => next().is_some_and(arabic),
            '.' | '!' if ascii_before && (whole || !host) => next().is_some_and(arabic),
            _ => host && before.is_ascii_alphanumeric() && arabic(c),
        };
        if glued || ends(c) {
            return at + i;
        }
        match c {
            '(' | '[' | '{' => open += 1,
            '/' | '?' | '#' => host = false,
            '.' => whole |= i > 3 || !rest.get(..i).is_some_and(|name| name.eq_ignore_ascii_case("www")),
            _ => {}
        }
        before = c;
        i += c.len_utf8();
    }
}

/// Whether a byte of an address is of no sign that ends it, opens or closes something in it, or ends its host.
fn goes_on(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'-' | b'_' | b'~' | b'=' | b'&' | b'%' | b'+' | b':' | b'@' | b',' | b';')
}

/// The length of the letters, digits, dots, hyphens and colons that a host and its port may be made of.
fn host(bytes: &[u8]) -> usize {
    let belongs = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':');
    bytes.iter().take(DOMAIN + 6).take_while(|&byte| belongs(byte)).count()
}

/// A domain without a scheme: the dotted word `start..end` with a path behind it, or with a
/// top-level domain that is not also a file name's ending or a word.
pub(super) fn domain(text: &str, start: usize, end: usize) -> Option<(usize, TokenKind)> {
    const TOP: [&str; 24] = [
        "com", "net", "org", "gov", "edu", "info", "mil", "int", "io", "co", "app", "dev", "tv", "me", "ly",
        "eg", "sa", "ae", "iq", "jo", "lb", "ma", "qa", "uk",
    ];
    let word = text.get(start..end)?;
    if !word.contains('.') || !word.is_ascii() {
        return None;
    }
    let rest = text.get(start..)?;
    let path = matches!(rest.as_bytes().get(word.len()), Some(b'/'));
    let known = word.rsplit('.').next().is_some_and(|top| TOP.iter().any(|t| top.eq_ignore_ascii_case(t)));
    if !known && !path {
        return None;
    }
    let mut found = patterns()?.domain.find(rest.get(..host(rest.as_bytes()))?)?.end();
    if matches!(rest.as_bytes().get(found), Some(b'/' | b'?')) {
        found = rest_of_address(rest, found, false);
    }
    let len = trim(rest.get(..found)?);
    (len >= word.len()).then_some((start + len, TokenKind::Url))
}

/// The end of a file name whose stem `start..end` ends in a digit, before which UAX #29 (WB6, WB7) joins no dot, though it does
/// behind a letter (`report.pdf`): `report_v2.pdf`, `IMG_2034.JPG`.
pub(super) fn file_name(text: &str, start: usize, end: usize) -> Option<usize> {
    const ENDINGS: [&str; 32] = [
        "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "tsv", "zip", "rar", "gz", "jpg",
        "jpeg", "png", "gif", "svg", "webp", "mp3", "mp4", "wav", "avi", "mov", "mkv", "apk", "exe", "html",
        "htm", "json", "xml", "epub",
    ];
    let bytes = text.as_bytes();
    let digit = bytes.get(start..end)?.last()?.is_ascii_digit();
    if !digit || bytes.get(end) != Some(&b'.') {
        return None;
    }
    let rest = bytes.get(end + 1..)?;
    let len = rest.iter().take(5).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let ending = text.get(end + 1..end + 1 + len)?;
    let known = ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known));
    known.then_some(end + 1 + len)
}

/// `@name` or `#word` at `sign`, unless a Latin letter or digit stands right before it.
pub(super) fn handle(text: &str, sign: Span, class: CharClass) -> Option<(usize, TokenKind)> {
    let before = text.get(..sign.start)?.as_bytes().last().copied().unwrap_or(b' ');
    if before.is_ascii_alphanumeric() || before == b'_' || sign.len() > 3 {
        return None;
    }
    let mut at = sign.end;
    let mut end = at;
    let mut letters = false;
    while let Some((c, len)) = class_at(text, at) {
        let inner = c.is_mark() || c == CharClass::Zwnj || c == CharClass::Tatweel;
        let dot = class == CharClass::At
            && matches!(text.as_bytes().get(at), Some(b'.' | b'-'))
            && end == at
            && at > sign.end
            && text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
        // @userوشكرا: a name of ASCII letters ends there.
        let glued = class == CharClass::At
            && c.is_arabic_letter()
            && text.as_bytes().get(at - 1).is_some_and(u8::is_ascii_alphanumeric)
            && text.get(sign.end..at).is_some_and(str::is_ascii);
        if glued {
            break;
        }
        if !(c.is_letter()
            || c.is_digit()
            || c == CharClass::DigitOther
            || c == CharClass::Connector
            || inner
            || dot)
        {
            break;
        }
        at += len;
        letters |= c.is_letter() || c == CharClass::Connector || (class == CharClass::At && c.is_digit());
        if !matches!(c, CharClass::Zwnj) && !dot {
            end = at;
        }
    }
    let kind = if class == CharClass::At { TokenKind::Mention } else { TokenKind::Hashtag };
    (letters && end > sign.end).then_some((end, kind))
}

/// The length of an address without the punctuation of the sentence around it: stops, commas,
/// quotes, and closing brackets that it did not open.
fn trim(found: &str) -> usize {
    if found.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '/') {
        return found.len();
    }
    let count =
        |open: char, close: char| found.matches(close).count().saturating_sub(found.matches(open).count());
    let mut unopened = [count('(', ')'), count('[', ']'), count('{', '}')];
    let mut end = found.len();
    for (at, c) in found.char_indices().rev() {
        let bracket = match c {
            ')' => Some(0_usize),
            ']' => Some(1),
            '}' => Some(2),
            _ => None,
        };
        match bracket.and_then(|i| unopened.get_mut(i)) {
            Some(0) => break,
            Some(left) => *left -= 1,
            None => match class_of(c) {
                CharClass::FullStop
                | CharClass::Question
                | CharClass::Ellipsis
                | CharClass::Comma
                | CharClass::Semicolon
                | CharClass::Colon
                | CharClass::Quote
                | CharClass::Apostrophe => {}
                _ if c == '*' => {}
                _ => break,
            },
        }
        end = at;
    }
    end
}

#[cfg(test)]
mod tests {
    #[test]
    fn patterns_compile() {
        assert!(super::patterns().is_some());
    }
}
