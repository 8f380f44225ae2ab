//! Rules that read the letters and marks of one word: case endings, the alef of tanwin, the dagger
//! alef, the yeh at the end. Each gets a word and writes what becomes of it; none knows the others.

use alloc::vec::Vec;

use unicode_normalization::char::canonical_combining_class;

use super::item::{Item, Source};
use crate::class::{CharClass, class_of};
use crate::fold::LetterFolds;

const ALEF: char = 'ا';
const DAGGER: char = '\u{670}';
const MADDA: char = '\u{653}';

/// Words written without alef to this day.
static WITHOUT_ALEF: &str = include_str!("dagger_alef.txt");
/// Words whose final alef carries no case.
static ALEF_OF_THE_WORD: &str = include_str!("tanwin_alef.txt");

/// A letter of a word, presentation forms and small letters included.
fn is_letter<S>(item: &Item<S>) -> bool {
    class_of(item.c).is_arabic_letter()
}

/// What a word consists of after its first letter: letters, marks, tatweel, controls.
fn is_part(c: char) -> bool {
    let class = class_of(c);
    class.is_arabic_letter()
        || class.is_mark()
        || class.is_invisible()
        || class == CharClass::Tatweel
        || canonical_combining_class(c) != 0
}

/// Applies the rule to each word and keeps what stands between.
pub(super) fn each<S: Source>(
    mut rest: &[Item<S>],
    to: &mut Vec<Item<S>>,
    rule: impl Fn(&[Item<S>], &mut Vec<Item<S>>),
) {
    while let Some((first, after)) = rest.split_first() {
        if is_letter(first) {
            let len = rest.iter().position(|item| !is_part(item.c)).unwrap_or(rest.len());
            let (word, after) = rest.split_at_checked(len).unwrap_or((rest, &[]));
            rule(word, to);
            rest = after;
        } else {
            to.push(*first);
            rest = after;
        }
    }
}

/// The place of the last letter before `end`.
fn last_letter<S>(word: &[Item<S>], end: usize) -> Option<usize> {
    word.get(..end)?.iter().rposition(is_letter)
}

fn is_fathatan(c: char) -> bool {
    matches!(c, '\u{64B}' | '\u{8F0}' | '\u{8E7}')
}

/// An alef at a word's end before which a fathatan may stand.
fn is_final_alef(c: char) -> bool {
    matches!(c, 'ا' | 'ى' | 'ی')
}

fn is_any_alef(c: char) -> bool {
    LetterFolds::ALEF.letter(c) == Some(ALEF)
}

/// The case ending goes: vowels and tanwin after the last letter, and a fathatan before a final ا or ى.
pub(super) fn final_marks<S: Source>(word: &[Item<S>], to: &mut Vec<Item<S>>) {
    let last = last_letter(word, word.len()).unwrap_or(0);
    let carrier = word.get(last).is_some_and(|item| is_final_alef(item.c));
    let before = if carrier { last_letter(word, last) } else { None };
    to.extend(word.iter().enumerate().filter_map(|(i, &item)| {
        let ending = i > last && matches!(class_of(item.c), CharClass::Harakat | CharClass::Tanwin);
        let tanwin = before.is_some_and(|before| (before..last).contains(&i)) && is_fathatan(item.c);
        (!ending && !tanwin).then_some(item)
    }));
}

/// The final alef of tanwin goes, with its marks and the fathatan before it.
pub(super) fn tanwin_carrier<S: Source>(word: &[Item<S>], to: &mut Vec<Item<S>>) {
    let Some((last, before)) = carrier(word) else { return to.extend(word) };
    to.extend(word.iter().enumerate().filter_map(|(i, &item)| {
        let goes = i == last
            || (i > last && class_of(item.c).is_arabic_mark())
            || (i > before && is_fathatan(item.c));
        (!goes).then_some(item)
    }));
}

/// The places of the alef of tanwin and of the letter before it.
fn carrier<S: Source>(word: &[Item<S>]) -> Option<(usize, usize)> {
    let last = last_letter(word, word.len())?;
    let before = last_letter(word, last)?;
    // A stem has two letters, and none ends in alef.
    last_letter(word, before)?;
    let marks = word.get(before + 1..)?;
    // An alef with a hamza that cannot compose yet is another letter.
    let hamza = word.get(last..)?.iter().any(|item| class_of(item.c) == CharClass::HamzaMark);
    let bare = word.get(last)?.c == ALEF && !hamza && !is_any_alef(word.get(before)?.c);
    let tanwin = marks.iter().any(|item| is_fathatan(item.c));
    (bare && tanwin && !is_listed(word, ALEF_OF_THE_WORD)).then_some((last, before))
}

/// The dagger alef becomes a letter where today's spelling has one.
pub(super) fn dagger_alef<S: Source>(word: &[Item<S>], to: &mut Vec<Item<S>>) {
    if !word.iter().any(|item| item.c == DAGGER) || is_listed(word, WITHOUT_ALEF) {
        return to.extend(word);
    }
    // Whether the letter before ends in a long vowel, so that a و or ى here is a consonant.
    let mut long = false;
    let mut rest = word;
    while let Some((&letter, after)) = rest.split_first() {
        let len = after.iter().position(is_letter).unwrap_or(after.len());
        let (marks, next) = after.split_at_checked(len).unwrap_or((after, &[]));
        rest = next;
        let dagger = marks.iter().find(|mark| mark.c == DAGGER).copied();
        let was_long = core::mem::replace(&mut long, dagger.is_some() || is_any_alef(letter.c));
        let Some(dagger) = dagger.filter(|_| !is_any_alef(letter.c)) else {
            to.push(letter);
            to.extend(marks);
            continue;
        };
        let others = marks.iter().filter(|mark| !matches!(mark.c, DAGGER | MADDA));
        let yeh = matches!(letter.c, 'ى' | 'ی');
        if next.is_empty() {
            to.push(letter);
            if yeh {
                to.extend(others);
            } else {
                to.extend(marks);
            }
            continue;
        }
        let others = others.filter(|mark| class_of(mark.c) != CharClass::Tatweel);
        let vowel = |mark: &Item<S>| {
            mark.c != MADDA
                && matches!(
                    class_of(mark.c),
                    CharClass::Harakat | CharClass::Tanwin | CharClass::Shadda | CharClass::HamzaMark
                )
        };
        if (yeh || letter.c == 'و') && !was_long && !marks.iter().any(vowel) {
            let alef_follows = letter.c == 'و'
                && next.first().is_some_and(|item| item.c == ALEF)
                && !next.iter().skip(1).any(is_letter);
            if !alef_follows {
                to.push(Item { c: ALEF, source: letter.source.join(dagger.source) });
            }
            to.extend(others);
        } else {
            to.push(letter);
            to.extend(others);
            to.push(dagger.with(ALEF));
        }
    }
}

/// ی by its place: ى at the end of the word, ي elsewhere.
pub(super) fn farsi_yeh<S: Source>(word: &[Item<S>], to: &mut Vec<Item<S>>) {
    let last = last_letter(word, word.len());
    to.extend(word.iter().enumerate().map(|(i, &item)| match item.c {
        'ی' if last == Some(i) => item.with('ى'),
        'ی' => item.with('ي'),
        _ => item,
    }));
}

/// A ي at the end of the word is ى.
pub(super) fn final_yeh<S: Source>(word: &[Item<S>], to: &mut Vec<Item<S>>) {
    let last = last_letter(word, word.len());
    to.extend(word.iter().enumerate().map(|(i, &item)| match item.c {
        'ي' if last == Some(i) => item.with('ى'),
        _ => item,
    }));
}

/// Room for the letters of the longest word of a list with particles before and pronouns after it.
const CAPACITY: usize = 16;

/// The folds that no list tells apart.
const FOLDS: LetterFolds = LetterFolds::ALEF.with(LetterFolds::MAQSURA).with(LetterFolds::LOOKALIKES);

fn folded(c: char) -> char {
    FOLDS.letter(c).unwrap_or(c)
}

/// Whether the word, with particles before it, is in the list.
fn is_listed<S>(word: &[Item<S>], list: &str) -> bool {
    let mut letters = ['\0'; CAPACITY];
    let mut len = 0;
    for item in word.iter().filter(|item| class_of(item.c) == CharClass::ArabicLetter) {
        let Some(place) = letters.get_mut(len) else { return false };
        *place = folded(item.c);
        len += 1;
    }
    let letters = letters.get(..len).unwrap_or(&[]);
    let found = |stem: &[char]| list.lines().any(|line| !line.starts_with('#') && is_entry(stem, line));
    // و ف أ, then ب ك ل ت, then the article, which is ل only after another ل.
    let conjunction = |stem| strip(stem, &['و', 'ف', 'ا']);
    let preposition = |stem| strip(stem, &['ب', 'ك', 'ل', 'ت']);
    let bases = [Some(letters), conjunction(letters)];
    bases.into_iter().flatten().any(|base| {
        let after = preposition(base);
        let article = base.strip_prefix(&['ا', 'ل']);
        let both = after.and_then(|stem| stem.strip_prefix(&['ا', 'ل']).or(stem.strip_prefix(&['ل'])));
        [Some(base), after, article, both].into_iter().flatten().any(found)
    })
}

/// The letters after the first, if that is one of these.
fn strip<'w>(word: &'w [char], first: &[char]) -> Option<&'w [char]> {
    word.split_first().filter(|(c, _)| first.contains(c)).map(|(_, rest)| rest)
}

/// Whether the letters are those of a line of a list.
fn is_entry(mut word: &[char], line: &str) -> bool {
    let (entry, pronouns) = line.strip_suffix('+').map_or((line, false), |entry| (entry, true));
    for c in entry.chars() {
        // A hamza may have changed its seat or be gone, by other operations.
        let hamza: &[char] = match c {
            'ؤ' => &['ؤ', 'و', 'ء'],
            'ئ' => &['ئ', 'ي', 'ء'],
            'ء' => &['ء'],
            _ => {
                let Some(rest) = strip(word, &[folded(c)]) else { return false };
                word = rest;
                continue;
            }
        };
        word = strip(word, hamza).unwrap_or(word);
    }
    word.is_empty() || (pronouns && is_pronoun(word))
}

/// The pronouns that may follow a noun or a particle, with the و and ي of a small letter after ه.
fn is_pronoun(letters: &[char]) -> bool {
    let pronouns = ["ه", "ها", "هم", "هما", "هن", "هو", "هي", "ك", "كم", "كما", "كن", "ي", "ني", "نا"];
    pronouns.iter().any(|pronoun| pronoun.chars().eq(letters.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(word: &str, list: &str) -> bool {
        let items: Vec<Item<()>> = word.chars().map(|c| Item { c, source: () }).collect();
        is_listed(&items, list)
    }

    #[test]
    fn words_of_the_lists_with_particles() {
        for word in [
            "هذا",
            "وهذا",
            "فبهذا",
            "لهذا",
            "كذلك",
            "أفذلك",
            "ٱلله",
            "بالله",
            "ولله",
            "فلله",
            "تالله",
            "الرحمن",
            "للرحمن",
            "والرحمن",
            "إلهكم",
            "لإلهنا",
            "ولكنهم",
            "لكني",
            "هولاء",
            "هءلا",
            "اولءك",
            "ھذا",
        ] {
            assert_eq!(listed(word, WITHOUT_ALEF), !matches!(word, "أفذلك"), "{word}");
        }
        for word in ["كتب", "هذاب", "ملئكة", "لكنكتب", "ا", "و"] {
            assert!(!listed(word, WITHOUT_ALEF), "{word}");
        }
        for word in ["إذا", "فإذا", "وعصا", "بالعصا"] {
            assert!(listed(word, ALEF_OF_THE_WORD), "{word}");
        }
    }

    #[test]
    fn the_lists_hold_words_only() {
        for line in WITHOUT_ALEF.lines().chain(ALEF_OF_THE_WORD.lines()).filter(|l| !l.starts_with('#')) {
            let word = line.strip_suffix('+').unwrap_or(line);
            assert!(
                !word.is_empty() && word.chars().all(|c| class_of(c) == CharClass::ArabicLetter),
                "{line}"
            );
        }
    }
}
