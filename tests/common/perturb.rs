//! Near misses: a text with one or a few of its pieces taken out, doubled, exchanged, or said otherwise.

use super::Random;

const DIGITS: [&str; 44] = [
    "0",
    "1",
    "2",
    "3",
    "5",
    "7",
    "9",
    "10",
    "11",
    "12",
    "13",
    "19",
    "20",
    "23",
    "24",
    "25",
    "28",
    "29",
    "30",
    "31",
    "32",
    "59",
    "60",
    "61",
    "99",
    "100",
    "101",
    "366",
    "999",
    "1000",
    "1343",
    "1400",
    "1445",
    "1500",
    "1899",
    "1999",
    "2023",
    "2100",
    "3000",
    "12345",
    "00",
    "05",
    "007",
    "123456789012345678901234567890123456789012",
];

const JOINTS: [&str; 28] = [
    " ", "", "  ", "\n", "\n\n", " - ", "-", "–", "/", " / ", ".", ". ", ",", "، ", ": ", ":", " (", ") ",
    " و", " ال", " ب", " ل", " من ", " إلى ", "%", "٪", "\u{A0}", "\u{200F}",
];

const PROCLITICS: [&str; 10] = ["و", "ف", "ب", "ك", "ل", "ال", "وال", "بال", "لل", "ولل"];

/// Words, runs of digits, and what stands between: joined, the text again.
pub fn pieces(text: &str) -> Vec<String> {
    let class = |c: char| {
        if c.is_numeric() {
            0
        } else if c.is_alphabetic() || ('\u{64B}'..='\u{670}').contains(&c) {
            1
        } else {
            2
        }
    };
    let mut pieces: Vec<String> = Vec::new();
    let mut before = None;
    for c in text.chars() {
        match pieces.last_mut() {
            Some(piece) if before == Some(class(c)) => piece.push(c),
            _ => pieces.push(c.into()),
        }
        before = Some(class(c));
    }
    pieces
}

fn digits(random: &mut Random) -> String {
    let latin = *random.pick(&DIGITS);
    match random.below(4) {
        0 => latin.chars().map(|c| char::from_u32(c as u32 - 0x30 + 0x660).unwrap()).collect(),
        _ => latin.into(),
    }
}

/// A text a few changes away; `words` may come in.
pub fn perturbed(random: &mut Random, text: &str, words: &[&str]) -> String {
    let mut pieces = pieces(text);
    for _ in 0..=random.below(3) {
        if pieces.is_empty() {
            break;
        }
        let at = random.below(pieces.len());
        let is = |test: fn(char) -> bool| pieces[at].chars().all(test);
        if is(|c| !c.is_alphanumeric()) {
            match random.below(4) {
                0 => drop(pieces.remove(at)),
                _ => pieces[at] = (*random.pick(&JOINTS)).into(),
            }
        } else if is(char::is_numeric) && random.below(3) > 0 {
            pieces[at] = digits(random);
        } else {
            match random.below(8) {
                0 => drop(pieces.remove(at)),
                1 => {
                    let other = random.below(pieces.len());
                    pieces.swap(at, other);
                }
                2 => {
                    let again = pieces[at].clone();
                    pieces.splice(at..at, [again, " ".into()]);
                }
                3 | 4 => pieces[at].insert_str(0, random.pick::<&str>(&PROCLITICS)),
                5 => {
                    let joint = (*random.pick(&JOINTS)).into();
                    pieces.insert(at, joint);
                }
                _ => pieces[at] = random.pick::<&str>(words).to_string(),
            }
        }
    }
    pieces.concat()
}
