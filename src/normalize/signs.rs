//! Rules that read the signs beside each other: separators of numbers and punctuation, from ASCII to
//! Arabic and back. None looks across white space.

use alloc::vec::Vec;

use super::item::{Item, Source};
use super::ops::Punctuation;
use crate::class::{CharClass, class_of, is_phrase};

fn is_digit(c: char) -> bool {
    matches!(class_of(c), CharClass::DigitLatin | CharClass::DigitArabic | CharClass::DigitExtended)
}

/// ٫ and ٬ between ASCII digits, to ASCII.
pub(super) fn separators_to_latin<S: Source>(from: &[Item<S>], to: &mut Vec<Item<S>>) {
    for (i, &item) in from.iter().enumerate() {
        let digit = |item: Option<&Item<S>>| item.is_some_and(|item| item.c.is_ascii_digit());
        let between = || digit(to.last()) && digit(from.get(i + 1));
        let c = match item.c {
            '٫' if between() => '.',
            '٬' if between() => ',',
            c => c,
        };
        to.push(item.with(c));
    }
}

/// What shows that a number beside it is part of a version, a path or an address.
fn is_machine(c: char) -> bool {
    matches!(c, '/' | '\\' | '_' | '@' | '=' | '&' | '#') || class_of(c) == CharClass::LatinLetter
}

/// `.` and `,` of numbers to ٫ and ٬, and `%` after a digit to ٪.
pub(super) fn separators_to_arabic<S: Source>(from: &[Item<S>], to: &mut Vec<Item<S>>) {
    let numeric = |item: &Item<S>| is_digit(item.c) || matches!(item.c, '.' | ',' | '٫' | '٬');
    let mut rest = from;
    while let Some((&first, after)) = rest.split_first() {
        let before = to.last().map(|item| item.c);
        if first.c == '%' {
            let ends = after.first().is_none_or(|next| {
                let class = class_of(next.c);
                !(class.is_digit() || matches!(class, CharClass::LatinLetter | CharClass::OtherLetter))
            });
            to.push(first.with(if before.is_some_and(is_digit) && ends { '٪' } else { '%' }));
            rest = after;
            continue;
        }
        let len = rest.iter().position(|item| !numeric(item)).unwrap_or(rest.len());
        if len == 0 {
            to.push(first);
            rest = after;
            continue;
        }
        let (run, after) = rest.split_at_checked(len).unwrap_or((rest, &[]));
        rest = after;
        let number = run.iter().rposition(|item| is_digit(item.c)).and_then(|last| run.get(..=last));
        let apart = !before.is_some_and(is_machine) && !after.first().is_some_and(|next| is_machine(next.c));
        let len = number.filter(|number| apart && is_number(number)).map_or(0, <[_]>::len);
        to.extend(run.iter().enumerate().map(|(i, &item)| match item.c {
            '.' if i < len => item.with('٫'),
            ',' if i < len => item.with('٬'),
            _ => item,
        }));
    }
}

/// Whether digits and separators have the shape of one number: groups of three behind each comma, one
/// point at most, as the last of the separators, and digits on both sides of each.
fn is_number<S>(run: &[Item<S>]) -> bool {
    let comma = |item: &Item<S>| matches!(item.c, ',' | '٬');
    let mut halves = run.split(|item| matches!(item.c, '.' | '٫'));
    let (Some(whole), fraction, None) = (halves.next(), halves.next(), halves.next()) else { return false };
    let fraction = fraction.is_none_or(|digits| !digits.is_empty() && !digits.iter().any(comma));
    let grouped = whole.iter().any(comma);
    let groups = whole.split(comma).enumerate().all(|(i, group)| match (grouped, i) {
        (false, _) => !group.is_empty(),
        (true, 0) => (1..=3).contains(&group.len()),
        (true, _) => group.len() == 3,
    });
    fraction && groups
}

/// `, ; ?` after Arabic to ، ؛ ؟, and for Urdu `.` to ۔.
pub(super) fn punctuation_to_arabic<S: Source>(
    from: &[Item<S>],
    to: &mut Vec<Item<S>>,
    punctuation: Punctuation,
) {
    for part in from.split_inclusive(|item| class_of(item.c).is_whitespace()) {
        if is_address(part) {
            to.extend(part);
            continue;
        }
        // Whether an Arabic word or number ends here.
        let mut behind = false;
        for (i, &item) in part.iter().enumerate() {
            let next = part.get(i + 1).map(|next| next.c);
            let arabic = match item.c {
                ',' => '،',
                ';' => '؛',
                '?' => '؟',
                '.' if punctuation == Punctuation::Urdu => '۔',
                c => c,
            };
            let free =
                if item.c == '.' { next.is_none_or(may_follow_stop) } else { next.is_none_or(may_follow) };
            to.push(item.with(if behind && free { arabic } else { item.c }));
            let class = class_of(item.c);
            behind = match class {
                CharClass::DigitArabic | CharClass::DigitExtended | CharClass::Tatweel => true,
                CharClass::Closer | CharClass::Quote | CharClass::Apostrophe | CharClass::Question => behind,
                _ if class.is_mark() || class.is_invisible() => behind,
                _ => class.is_arabic_letter() || is_phrase(item.c),
            };
        }
    }
}

/// Whether the text between two blanks holds an address, or may be one.
fn is_address<S>(part: &[Item<S>]) -> bool {
    let holds = |text: &str| {
        let len = text.len();
        part.windows(len).any(|window| window.iter().map(|item| item.c).eq(text.chars()))
    };
    holds("@") || holds("://") || holds("www.")
}

/// What may follow an Arabic comma, semicolon or question mark.
fn may_follow(c: char) -> bool {
    let class = class_of(c);
    let other = class.is_digit()
        || class.is_mark()
        || matches!(class, CharClass::DigitOther | CharClass::LatinLetter | CharClass::OtherLetter);
    !(other || matches!(c, '/' | '\\' | '_' | '@' | '=' | '&' | '#' | '%' | '+' | '~'))
}

/// What may follow a full stop, right behind it.
fn may_follow_stop(c: char) -> bool {
    let class = class_of(c);
    class.is_whitespace() || matches!(class, CharClass::Closer | CharClass::Quote | CharClass::Apostrophe)
}
