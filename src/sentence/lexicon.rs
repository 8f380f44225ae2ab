//! What the words around a sentence's end are, read from `abbreviations.txt` and `words.txt`. Knows words, not
//! their surroundings.

use alloc::boxed::Box;

use once_cell::race::OnceBox;

use crate::class::class_of;
use crate::fold::Folded;
use crate::words::WordTable;

/// What a word of the list is; several at once for `م` (title, unit). The classes are explained
/// in the files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes(u64);

impl Classes {
    pub(super) const NONE: Self = Self(0);
    pub(super) const TITLE: Self = Self(1);
    pub(super) const NUMBER: Self = Self(1 << 1);
    pub(super) const UNIT: Self = Self(1 << 2);
    pub(super) const MAY_END: Self = Self(1 << 3);
    pub(super) const LETTER: Self = Self(1 << 4);
    pub(super) const WITHIN: Self = Self(1 << 5);
    pub(super) const OPENER: Self = Self(1 << 6);
    pub(super) const SAYING: Self = Self(1 << 7);
    pub(super) const CONTINUER: Self = Self(1 << 8);
    pub(super) const LABEL: Self = Self(1 << 9);
    pub(super) const BEFORE_NOUN: Self = Self(1 << 10);
    pub(super) const POINTER: Self = Self(1 << 11);
    pub(super) const SCALE: Self = Self(1 << 12);
    pub(super) const TAG: Self = Self(1 << 13);
    pub(super) const TIME: Self = Self(1 << 14);
    pub(super) const CLAUSE: Self = Self(1 << 15);
    pub(super) const LETTERED: Self = Self(1 << 16);
    pub(super) const LOCUS: Self = Self(1 << 17);
    pub(super) const WORK: Self = Self(1 << 18);
    pub(super) const COMPANY: Self = Self(1 << 19);
    pub(super) const CLOSE: Self = Self(1 << 20);
    pub(super) const CONNECTIVE: Self = Self(1 << 21);
    pub(super) const COUNTRY: Self = Self(1 << 22);
    pub(super) const ADJUNCT: Self = Self(1 << 23);
    pub(super) const PREDICATE: Self = Self(1 << 24);
    pub(super) const FRAME: Self = Self(1 << 25);
    pub(super) const WHEN: Self = Self(1 << 26);
    pub(super) const ASKED: Self = Self(1 << 27);
    pub(super) const DOMAIN: Self = Self(1 << 28);
    pub(super) const LEADER: Self = Self(1 << 29);
    pub(super) const ENUMERATOR: Self = Self(1 << 30);
    pub(super) const GIVEN: Self = Self(1 << 31);
    pub(super) const SETTING: Self = Self(1 << 32);
    pub(super) const SUBORDINATOR: Self = Self(1 << 33);
    pub(super) const VOCATIVE: Self = Self(1 << 34);
    pub(super) const MANNER: Self = Self(1 << 35);
    pub(super) const VERB: Self = Self(1 << 36);
    pub(super) const QUESTION: Self = Self(1 << 37);
    pub(super) const ASKING: Self = Self(1 << 38);
    pub(super) const CONDITION: Self = Self(1 << 39);
    pub(super) const SEQUEL: Self = Self(1 << 40);
    pub(super) const SECTION: Self = Self(1 << 41);
    pub(super) const ADDRESS: Self = Self(1 << 42);
    pub(super) const NO_SPEAKER: Self = Self(1 << 43);
    pub(super) const ACRONYM: Self = Self(1 << 44);
    pub(super) const LIMIT: Self = Self(1 << 45);
    pub(super) const TIME_PART: Self = Self(1 << 46);
    pub(super) const OF_LAW: Self = Self(1 << 47);
    pub(super) const WAITS: Self = Self(1 << 48);
    pub(super) const TAIL: Self = Self(1 << 49);

    /// What a word with a dot can be, as against the words around one.
    pub(super) const ABBREVIATION: Self = Self(
        Self::TITLE.0
            | Self::NUMBER.0
            | Self::UNIT.0
            | Self::MAY_END.0
            | Self::COMPANY.0
            | Self::LETTER.0
            | Self::WITHIN.0,
    );

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "title" => Self::TITLE,
            "number" => Self::NUMBER,
            "unit" => Self::UNIT,
            "may-end" => Self::MAY_END,
            "letter" => Self::LETTER,
            "within" => Self::WITHIN,
            "opener" => Self::OPENER,
            "saying" => Self::SAYING,
            "continuer" => Self::CONTINUER,
            "label" => Self::LABEL,
            "before-noun" => Self::BEFORE_NOUN,
            "pointer" => Self::POINTER,
            "scale" => Self::SCALE,
            "tag" => Self::TAG,
            "time" => Self::TIME,
            "clause" => Self::CLAUSE,
            "lettered" => Self::LETTERED,
            "locus" => Self::LOCUS,
            "work" => Self::WORK,
            "company" => Self::COMPANY,
            "close" => Self::CLOSE,
            "connective" => Self::CONNECTIVE,
            "country" => Self::COUNTRY,
            "adjunct" => Self::ADJUNCT,
            "predicate" => Self::PREDICATE,
            "frame" => Self::FRAME,
            "when" => Self::WHEN,
            "asked" => Self::ASKED,
            "domain" => Self::DOMAIN,
            "leader" => Self::LEADER,
            "enumerator" => Self::ENUMERATOR,
            "given" => Self::GIVEN,
            "setting" => Self::SETTING,
            "subordinator" => Self::SUBORDINATOR,
            "vocative" => Self::VOCATIVE,
            "manner" => Self::MANNER,
            "verb" => Self::VERB,
            "question" => Self::QUESTION,
            "asking" => Self::ASKING,
            "condition" => Self::CONDITION,
            "sequel" => Self::SEQUEL,
            "section" => Self::SECTION,
            "address" => Self::ADDRESS,
            "no-speaker" => Self::NO_SPEAKER,
            "acronym" => Self::ACRONYM,
            "limit" => Self::LIMIT,
            "time-part" => Self::TIME_PART,
            "of-law" => Self::OF_LAW,
            "waits" => Self::WAITS,
            "tail" => Self::TAIL,
            _ => return None,
        })
    }
}

/// The conjunctions that are written as part of the next word. Before an abbreviation only the
/// first is looked for: فم is a mouth.
const AND: &str = "و";
const SO: &str = "ف";

/// What is written as part of the noun behind it.
const PROCLITICS: [&str; 5] = [AND, SO, "ب", "ل", "ك"];

/// No word of the list is longer, with all its marks: the look-up ends here for most words.
pub(super) const LONGEST: usize = 32;

/// The abbreviations, and the words around a stop.
const FILES: [&str; 2] = [include_str!("abbreviations.txt"), include_str!("words.txt")];

fn parse(files: &[&str]) -> WordTable<Classes> {
    let mut words: WordTable<Classes> = WordTable::with_capacity(1024);
    for (word, classes) in files.iter().flat_map(|file| file.lines()).filter_map(entry) {
        words.entry(word.as_bytes()).0 |= classes.0;
    }
    words
}

fn classes(word: &[u8]) -> Classes {
    lexicon().get(word).copied().unwrap_or_default()
}

fn entry(line: &str) -> Option<(Folded, Classes)> {
    let (word, class) = line.split_once('\t')?;
    Some((Folded::new(word)?, Classes::named(class)?))
}

fn lexicon() -> &'static WordTable<Classes> {
    static LEXICON: OnceBox<WordTable<Classes>> = OnceBox::new();
    LEXICON.get_or_init(|| Box::new(parse(&FILES)))
}

/// The classes of a word that stands before a stop.
pub(super) fn before_stop(word: &Folded) -> Classes {
    let whole = classes(word.as_bytes());
    match without_and(word) {
        // Behind a number and و stands no unit: 5 وص. 12.
        Some(rest) if whole == Classes::NONE => Classes(classes(rest.as_bytes()).0 & !Classes::UNIT.0),
        _ => whole,
    }
}

/// Whether a word plainly opens a sentence.
pub(super) fn opens(word: &str) -> bool {
    folded(word).is_some_and(|folded| classes(folded.as_bytes()).has(Classes::OPENER) && !is_that(word))
        || says(word)
}

/// Whether a word is a verb of news or an opener behind و or ف, which no name is.
pub(super) fn says(word: &str) -> bool {
    folded(word).is_some_and(|folded| {
        without_and(&folded).or_else(|| without(&folded, SO)).is_some_and(|rest| {
            let rest = classes(rest.as_bytes());
            rest.has(Classes::OPENER) && !is_that(word) || rest.has(Classes::SAYING)
        })
    })
}

/// Whether a word is أن or إن, with a pronoun or without.
pub(super) fn is_that_or_indeed(word: &str) -> bool {
    is_that(word) || is_indeed(word)
}

/// Whether a word with و before it tells when what follows happens, or against what: وعندما, وبعد, ومع, ورغم, ووفقا.
pub(super) fn is_time_of_clause(word: &str) -> bool {
    const OTHERS: [&str; 6] = ["ومع", "ورغم", "وبرغم", "ووفقا", "وبحلول", "ومنذ"];
    let bare = Folded::bare(word);
    let Some(rest) = bare.as_str().strip_prefix(AND) else { return false };
    let classes = of(rest);
    let preposition = classes.has(Classes::CONTINUER);
    OTHERS.contains(&bare.as_str())
        || classes.has(Classes::BEFORE_NOUN)
        || classes.has(Classes::WHEN) && !preposition && rest != "إن"
}

/// Whether a word that could be و before a title is a word itself: born, a child; a string; a valley; friendship, where what stands
/// before leads to a noun (بينهما ود).
pub(super) fn is_word_too<'t>(word: &str, before: impl Fn() -> Option<&'t str>) -> bool {
    let leads = |before: &str| {
        before.starts_with("بين") || matches!(before, "من" | "في" | "كل" | "بكل" | "ذات" | "عن")
    };
    word.starts_with(AND)
        && match Folded::bare(word).as_str() {
            "ولد" | "وتر" | "وأد" | "واد" => true,
            "ود" => before().is_some_and(leads),
            _ => false,
        }
}

/// أن, أنه, وأنها, which go on where إن, إنه, وإنها open: the fold of the look-up makes them one.
fn is_that(word: &str) -> bool {
    let bare = Folded::bare(word);
    let bare = bare.as_str();
    let word = bare.strip_prefix(['و', 'ف']).unwrap_or(bare);
    matches!(word, "أن" | "أنه" | "أنها" | "أنهم" | "أنهما" | "أننا" | "أنني" | "أنك")
}

/// Whether a word goes on with what stands before it; `next` is the word behind it.
///
/// من القاهرة goes on, من الواضح and في المقابل begin.
pub(super) fn continues<'t>(word: &str, next: impl Fn() -> Option<&'t str>) -> bool {
    let classes = of(word);
    let leads = || next().is_some_and(|next| of(next).has(Classes::LEADER));
    classes.has(Classes::CONTINUER) && !leads()
        || classes.has(Classes::BEFORE_NOUN)
            && next().is_some_and(|next| !points(next) && !of(next).has(Classes::LEADER))
        || is_that(word)
}

/// Whether من before the word begins what is said: من الواضح.
pub(super) fn is_leader(word: &str) -> bool {
    of(word).has(Classes::LEADER)
}

/// Whether a word multiplies the number before it: مليون.
pub(super) fn is_scale(word: &str) -> bool {
    of(word).has(Classes::SCALE)
}

/// Whether a word says how, when or why behind a quotation, and begins no sentence: وهو, قبل, بصوت, مبتسما.
pub(super) fn is_adjunct(word: &str) -> bool {
    of(word).has(Classes::ADJUNCT) || is_oblique(word)
}

/// Whether a word goes on with its clause behind a quotation that is a part of it: ثم, لكي.
pub(super) fn is_sequel(word: &str) -> bool {
    of(word).has(Classes::SEQUEL)
}

/// Whether a word says what the quotation before it is: هو السؤال, عنوان روايته.
pub(super) fn is_predicate(word: &str) -> bool {
    of(word).has(Classes::PREDICATE)
}

/// Whether a word waits for what it leads to: إلى, أن.
pub(super) fn waits(word: &str) -> bool {
    of(word).has(Classes::WAITS)
}

/// Whether a word says what a law is about, or of which kind it is, behind its year: بشأن, الخاص.
pub(super) fn is_of_law(word: &str) -> bool {
    of(word).has(Classes::OF_LAW)
}

/// Whether a word begins what only leads to a clause that is still to come: ردا على سؤال.
pub(super) fn is_frame(word: &str) -> bool {
    behind_proclitics(word, &[AND, SO], |classes| classes.has(Classes::FRAME))
}

/// The same of two words: عندما سئل, ولدى سؤاله, فإن قيل.
pub(super) fn is_frame_of_two(first: &str, second: &str) -> bool {
    behind_proclitics(first, &[AND, SO], |classes| classes.has(Classes::WHEN))
        && of(second).has(Classes::ASKED)
}

/// Whether a word is the top level of an Arabic site's name, glued to the dot: العربية.نت.
pub(super) fn is_domain(word: &str) -> bool {
    of(word).has(Classes::DOMAIN)
}

/// Whether a word is a verb of speech, alone or behind و or ف.
pub(super) fn is_speech(word: &str) -> bool {
    behind_proclitics(word, &[AND, SO], |classes| classes.has(Classes::SAYING) || classes.has(Classes::TAG))
}

/// Whether a word is إن, with a pronoun or without: it opens a sentence, or says what was said.
pub(super) fn is_indeed(word: &str) -> bool {
    const FORMS: [&str; 8] = ["إن", "إنه", "إنها", "إنهم", "إننا", "إنني", "ان", "انه"];
    // Asked at most stops.
    word.starts_with(['إ', 'ا']) && FORMS.contains(&Folded::bare(word).as_str())
}

/// Whether a word is a unit or an era behind a number.
pub(super) fn is_unit(word: &str) -> bool {
    of(word).has(Classes::UNIT)
}

/// Whether a word points at what was said: بعد ذلك opens a sentence, بعد حصار goes on.
pub(super) fn points(word: &str) -> bool {
    of(word).has(Classes::POINTER)
}

/// Whether a word names the part of a text that the number behind it has.
pub(super) fn is_label(word: &str) -> bool {
    of(word).has(Classes::LABEL)
}

/// Whether a bare verb of speech says whose the quotation before it was: سأله أخوه.
pub(super) fn is_tag(word: &str) -> bool {
    before_object(word, Classes::TAG)
}

/// Whether a verb asks or knows what follows, alone or behind و or ف: وسألته.
pub(super) fn leads_to_question(word: &str) -> bool {
    before_object(word.strip_prefix(['و', 'ف']).unwrap_or(word), Classes::ASKING)
}

/// Whether a verb is of the class, alone or with its object.
fn before_object(word: &str, class: Classes) -> bool {
    const OBJECTS: [&str; 7] = ["هما", "ها", "هم", "ني", "نا", "ه", "ك"];
    folded(word).is_some_and(|folded| {
        let bytes = folded.as_bytes();
        let is = |form: &[u8]| classes(form).has(class);
        is(bytes) || OBJECTS.iter().any(|object| bytes.strip_suffix(object.as_bytes()).is_some_and(is))
    })
}

/// Whether a word asks: لماذا.
pub(super) fn is_question(word: &str) -> bool {
    of(word).has(Classes::QUESTION)
}

/// Whether a clause has the word for its verb: كانت.
pub(super) fn is_verb(word: &str) -> bool {
    of(word).has(Classes::VERB)
}

/// Whether a word begins what a clause behind ف answers, alone or behind و or ف: إذا, وإن.
pub(super) fn is_condition(word: &str) -> bool {
    behind_proclitics(word, &[AND, SO], |classes| classes.has(Classes::CONDITION))
}

/// What stands before a clause and is none.
#[derive(Clone, Copy)]
pub(super) struct Front {
    /// Words behind the first, at most.
    pub(super) most: usize,
    /// Whether a verb of its own stands right behind the first word.
    pub(super) verb: bool,
}

/// What the word begins, alone or behind و or ف, if that is no clause.
pub(super) fn front(word: &str) -> Option<Front> {
    let begins = |class: Classes| behind_proclitics(word, &[AND, SO], |classes| classes.has(class));
    let front = |most, verb| Some(Front { most, verb });
    match () {
        () if begins(Classes::SUBORDINATOR) => front(4, true),
        () if begins(Classes::VOCATIVE) => front(3, false),
        () if begins(Classes::SETTING) => front(2, false),
        () if begins(Classes::MANNER) => front(1, false),
        () => None,
    }
}

/// Whether a word calls who is spoken to, without يا.
pub(super) fn is_address(word: &str) -> bool {
    behind_proclitics(word, &[], |classes| classes.has(Classes::ADDRESS))
}

/// Whether a word before a colon names something else than who speaks.
pub(super) fn is_no_speaker(word: &str) -> bool {
    behind_proclitics(word, &[AND, SO], |classes| {
        classes.has(Classes::NO_SPEAKER) || classes.has(Classes::ADJUNCT) || classes.has(Classes::BEFORE_NOUN)
    })
}

/// Whether a word says before or after what, alone or behind و or ف.
pub(super) fn is_before_noun(word: &str) -> bool {
    behind_proclitics(word, &[AND, SO], |classes| classes.has(Classes::BEFORE_NOUN))
}

/// Whether a word leads to a time, and to other things too, alone or behind و or ف: من, مع.
pub(super) fn is_limit(word: &str) -> bool {
    behind_proclitics(word, &[AND, SO], |classes| classes.has(Classes::LIMIT))
}

/// Whether a word belongs to a time behind its first word: الأول, رمضان.
pub(super) fn is_time_part(word: &str) -> bool {
    behind_proclitics(word, &[], |classes| classes.has(Classes::TIME_PART))
}

/// Whether a word belongs to a time that stands before its clause, alone or behind و or ف: وفي, ففي, عام.
pub(super) fn is_time(word: &str) -> bool {
    behind_proclitics(word, &[AND, SO], |classes| classes.has(Classes::TIME))
}

/// Whether a word begins a clause, as no name does.
pub(super) fn begins_clause(word: &str) -> bool {
    behind_proclitics(word, &[AND, SO], |classes| classes.has(Classes::CLAUSE)) && !is_that(word)
}

/// Whether what the word names is told from others by a letter: فيتامين.
pub(super) fn is_lettered(word: &str) -> bool {
    behind_proclitics(word, &PROCLITICS, |classes| classes.has(Classes::LETTERED))
}

/// Whether what the word names may be told from others by a letter, though a title stands behind it too: القاعة أ, القاعة د.
/// سمير.
pub(super) fn may_have_letter(word: &str) -> bool {
    behind_proclitics(word, &PROCLITICS, |classes| classes.has(Classes::SECTION))
}

/// Whether a word looks like an imperfect, and is no given name: يرجى, سيحضره, تبدأ. A noun of that look ends in teh
/// marbuta more often than not (تجارة).
pub(super) fn looks_like_imperfect(word: &str) -> bool {
    let future = ["سي", "ست", "سن"].iter().any(|beginning| word.starts_with(beginning));
    let prefix = word.starts_with(['ي', 'ت']) && !word.ends_with('ة');
    word.chars().nth(3).is_some() && (future || prefix) && !is_given_name(word)
}

/// The same of the parts of a text.
pub(super) fn is_labelled(word: &str) -> bool {
    behind_proclitics(word, &PROCLITICS, |classes| classes.has(Classes::LABEL))
}

/// Whether a work stands behind the word with its title: كتابه.
pub(super) fn is_work(word: &str) -> bool {
    const OWNERS: [&str; 3] = ["ها", "هم", "ه"];
    let Some(folded) = folded(word) else { return false };
    let text = core::str::from_utf8(folded.as_bytes()).unwrap_or("");
    let has_title = |noun: &str| behind_proclitics(noun, &PROCLITICS, |classes| classes.has(Classes::WORK));
    has_title(text) || OWNERS.iter().filter_map(|owner| text.strip_suffix(owner)).any(has_title)
}

/// Whether a word is so written as the name of a letter is, and says something: with me, this, a mother, yes. That name
/// is an initial only beside another, or behind a given name.
pub(super) fn is_word_as_letter(word: &str) -> bool {
    const WORDS: [&str; 23] = [
        "إيه", "أيه", "ايه", "إي", "أي", "اي", "آي", "دي", "دى", "بي", "بى", "أم", "ام", "وأم", "إن", "ان",
        "أن", "إكس", "اكس", "وجيه", "واد", "واس", "وام",
    ];
    WORDS.contains(&Folded::bare(word).as_str())
}

/// Whether a word is a given name that initials stand behind: جورج دبليو. بوش.
pub(super) fn is_given_name(word: &str) -> bool {
    of(word).has(Classes::GIVEN)
}

/// Whether a word that [`closes`] is also the yes of a dialogue.
pub(super) fn is_yes(word: &str) -> bool {
    matches!(Folded::bare(word).as_str(), "اه" | "أه") && !word.contains('ـ')
}

/// Whether a word marks the end of a quotation behind its stop: اهـ.
pub(super) fn closes(word: &str) -> bool {
    of(word).has(Classes::CLOSE)
}

/// Whether a word joins what follows and is nothing alone: ولكن.
pub(super) fn is_connective(word: &str) -> bool {
    behind_proclitics(word, &[AND, SO], |classes| classes.has(Classes::CONNECTIVE))
}

/// Whether the word says of an amount for what, with what or for how long, and begins no sentence.
pub(super) fn is_tail(word: &str) -> bool {
    of(word).has(Classes::TAIL)
}

/// Whether the form of a word shows that it stands in no nominative: an indefinite accusative (شهريا), or behind
/// a preposition with the article (بالكوفة, للجمعية).
pub(super) fn is_oblique(word: &str) -> bool {
    let bare = Folded::bare(word);
    let bare = bare.as_str();
    let letters = bare.chars().count();
    if word.len() > LONGEST || letters < 4 || of(word).has(Classes::COUNTRY) || begins_clause(word) {
        return false;
    }
    // A verb ends in وا and نا, a particle in ذا, a short one in ما; ها is a pronoun.
    let particle = bare.ends_with("ما") && letters < 6;
    let accusative = bare.ends_with('ا')
        && !particle
        && !["وا", "نا", "ذا", "ها"].iter().any(|ending| bare.ends_with(ending))
        && !["و", "ف", "ال"].iter().any(|beginning| bare.starts_with(beginning));
    accusative || letters > 4 && ["بال", "كال", "لل"].iter().any(|beginning| bare.starts_with(beginning))
}

/// Whether the classes of a word are such, as it stands or behind one of the proclitics.
fn behind_proclitics(word: &str, proclitics: &[&str], are: impl Fn(Classes) -> bool) -> bool {
    folded(word).is_some_and(|folded| {
        let text = core::str::from_utf8(folded.as_bytes()).unwrap_or("");
        are(classes(text.as_bytes()))
            || proclitics.iter().any(|proclitic| {
                text.strip_prefix(proclitic).is_some_and(|rest| are(classes(rest.as_bytes())))
            })
    })
}

fn of(word: &str) -> Classes {
    folded(word).map_or(Classes::NONE, |word| classes(word.as_bytes()))
}

/// The form that is looked up; `None` for a word longer than any of the list.
pub(super) fn folded(word: &str) -> Option<Folded> {
    if word.len() <= LONGEST { Folded::new(word) } else { None }
}

/// The conjunction alone, as it stands before digits.
pub(super) fn is_and(word: &str) -> bool {
    word == AND
}

/// One letter, alone or behind `و`.
pub(super) fn is_one_letter(word: &Folded) -> bool {
    let one = |word: &str| word.chars().nth(1).is_none() && word.chars().all(|c| class_of(c).is_letter());
    if word.as_bytes().len() > 8 {
        return false;
    }
    let word_text = core::str::from_utf8(word.as_bytes()).unwrap_or("");
    !word_text.is_empty() && (one(word_text) || without_and(word).is_some_and(one))
}

/// The word behind `و`.
pub(super) fn without_and(word: &Folded) -> Option<&str> {
    without(word, AND)
}

fn without<'w>(word: &'w Folded, conjunction: &str) -> Option<&'w str> {
    let rest = word.as_bytes().strip_prefix(conjunction.as_bytes())?;
    let rest = core::str::from_utf8(rest).ok()?;
    (!rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        for file in FILES {
            let mut lines = 0;
            for line in file.lines().filter(|line| !line.starts_with('#')) {
                assert!(entry(line).is_some(), "{line:?}");
                let (word, _) = line.split_once('\t').unwrap();
                // A vowel mark on every letter still fits.
                assert!(word.len() * 2 <= LONGEST, "{word}");
                lines += 1;
            }
            assert!(lines > 100);
            assert!(
                file.lines()
                    .take(2)
                    .all(|line| line.starts_with("# Source") || line.starts_with("# Licence"))
            );
        }
    }

    #[test]
    fn a_bad_line_is_left_out() {
        let lexicon = parse(&["# c\nد\ttitle\n\nكلمة\nم\tnothing\nم\tunit\nم\ttitle"]);
        assert_eq!(lexicon.len(), 2);
        let m = lexicon.get("م".as_bytes()).copied().unwrap_or_default();
        assert!(m.has(Classes::UNIT) && m.has(Classes::TITLE));
    }

    #[test]
    fn words_are_found_however_they_are_written() {
        for word in ["وأضاف", "فقال", "وَأَوْضَحَ", "هل", "ولقد"] {
            assert!(opens(word), "{word}");
        }
        for word in ["أضاف", "ثم", "و", "كتاب"] {
            assert!(!opens(word), "{word}");
        }
        assert!(before_stop(&folded("وأ").unwrap()).has(Classes::TITLE));
        assert_eq!(before_stop(&folded("فم").unwrap()), Classes::NONE);
        assert!(before_stop(&folded("هـ").unwrap()).has(Classes::UNIT));
        assert!(continues("الموافق", || None));
        assert!(continues("بعد", || Some("حصار")) && !continues("بعد", || Some("ذلك")));
        assert!(continues("من", || Some("القاهرة")) && !continues("من", || Some("الواضح")));
        assert!(is_label("الجدول") && !is_label("جدولان"));
    }
}
