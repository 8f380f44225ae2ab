//! What the rules look at: white space, the marks of a stop, the tokens before it, and what single
//! tokens are by their looks. Decides nothing about sentences.

use super::lexicon::{self, Classes};
use crate::class::{CharClass, class_at, class_of, digit_value};
use crate::token::{Script, Token, TokenKind, Tokens};

/// The one stop that is ambiguous in UAX #29 too (ATerm).
pub(super) const DOT: u8 = b'.';

/// The longest integer that is a list marker at the start of a sentence, in digits: a year is not.
pub(super) const MARKER: usize = 3;

/// The longest reference mark in brackets, in tokens with white space.
const REFERENCE: usize = 12;

/// The ASCII quotes of a paragraph counted so far; the count starts anew with each paragraph, so
/// that one missing quote spoils no more than that.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quotes {
    pub(super) at: usize,
    pub(super) open: bool,
}

impl Quotes {
    pub(super) const fn new() -> Self {
        Self { at: 0, open: false }
    }
}

/// White space from a place on.
pub(super) struct Gap {
    pub(super) end: usize,
    pub(super) lines: usize,
    pub(super) blank: bool,
}

impl Gap {
    #[inline]
    pub(super) fn at(text: &str, start: usize) -> Self {
        // Most are one space or line end before a sign or an Arabic letter.
        if let Some(&[white @ (b' ' | b'\n'), b'!'..=b'~' | 0xD8..=0xDB]) =
            text.as_bytes().get(start..start + 2)
        {
            return Self { end: start + 1, lines: usize::from(white == b'\n'), blank: false };
        }
        Self::long(text, start)
    }

    #[inline(never)]
    fn long(text: &str, start: usize) -> Self {
        let mut gap = Self { end: start, lines: 0, blank: false };
        while let Some((class, len)) = class_at(text, gap.end).filter(|(class, _)| class.is_whitespace()) {
            if class == CharClass::LineEnd {
                let rest = text.get(gap.end..).unwrap_or("");
                gap.blank |= rest.starts_with('\u{2029}');
                gap.lines += usize::from(!rest.starts_with("\r\n"));
            }
            gap.end += len;
        }
        gap.blank |= gap.lines > 1;
        gap
    }
}

/// The marks at the end of a sentence.
#[derive(Default)]
pub(super) struct Stop {
    /// Dots, an ellipsis counting as three.
    pub(super) dots: usize,
    /// A mark that ends a sentence wherever it stands.
    pub(super) plain: bool,
    /// What closes behind the marks.
    pub(super) closed: Option<Closed>,
    /// Whether the last of all is the end of a bracket.
    pub(super) aside: bool,
    /// Whether a mark stands behind what closes.
    pub(super) behind: bool,
    /// Dots with a blank before them.
    apart: usize,
    /// Where the last of them ends.
    end: usize,
}

/// What closes behind the marks of a stop, or between them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Closed {
    Bracket,
    Quote,
}

impl Stop {
    pub(super) fn add(&mut self, token: Token<'_>) {
        // اهـ ends what is quoted, with a dot of its own or without.
        if matches!(token.kind(), TokenKind::Word(_)) {
            (self.plain, self.dots) = (true, 0);
            return;
        }
        let apart = self.dots > 0 && self.closed.is_none() && token.span().start > self.end;
        self.end = token.span().end;
        if apart && token.text() == "." {
            self.apart += 1;
            match (self.apart, self.dots) {
                // نظيف. . is a stop, and no pause.
                (1, 1) => {}
                // ........ .
                (1, _) => self.plain = true,
                // انتظر. . . is one, typed apart.
                _ => self.dots = 3,
            }
            return;
        }
        for c in token.text().chars() {
            let class = class_of(c);
            let bracket = class == CharClass::Closer && matches!(c, ')' | ']' | '}');
            // (هل تذكر؟!) but not (هل تذكر؟).
            self.aside = bracket || self.aside && !ends_alone(class);
            self.behind |= self.closed.is_some() && ends_alone(class);
            match class {
                CharClass::FullStop => {
                    self.dots += 1;
                    // (دمشق، حلب...). is no pause, and (732 هـ.). no abbreviation.
                    self.plain |= self.closed.is_some();
                }
                CharClass::Ellipsis => self.dots += 3,
                CharClass::Question | CharClass::Semicolon => self.plain = true,
                CharClass::Closer if bracket => self.closed = Some(Closed::Bracket),
                CharClass::Closer | CharClass::Opener | CharClass::Quote => self.closed = Some(Closed::Quote),
                _ => {}
            }
        }
    }
}

/// Whether a mark ends what stands before it, brackets and all.
const fn ends_alone(class: CharClass) -> bool {
    matches!(class, CharClass::FullStop | CharClass::Ellipsis | CharClass::Question)
}

/// The tokens before a stop, white space and controls left out.
#[derive(Default)]
pub(super) struct Before<'t> {
    pub(super) last: Option<Token<'t>>,
    pub(super) earlier: Option<Token<'t>>,
}

/// How many tokens behind `opener`, which has been read, are a reference mark with it: `[12]`, `[بحاجة لمصدر]`, `(3)`
/// and white space behind it.
pub(super) fn reference(tokens: &Tokens<'_>, opener: Token<'_>) -> Option<usize> {
    let closer = match opener.text() {
        "[" => ']',
        "(" => ')',
        _ => return None,
    };
    let mut inside = tokens.clone();
    let mut marks = 0;
    // (رواه مسلم), (الأعراف: 200)
    let source = closer == ')' && (is_source(tokens) || is_remark(tokens));
    for count in 1..=REFERENCE {
        let token = inside.next()?;
        if count > 1 && token.text().starts_with(closer) {
            let mut rest = inside.clone();
            // (رواه مسلم).
            let free = rest
                .next()
                .is_none_or(|token| token.kind() == TokenKind::Whitespace || source && token.text() == ".");
            return (closer == ']' || (source || count == 2 + marks) && free).then_some(count);
        }
        // ([3]), (¬3)
        if closer == ')' && matches!(token.text(), "[" | "]" | "¬") {
            marks += 1;
            continue;
        }
        let within = match token.kind() {
            TokenKind::Number => true,
            TokenKind::Word(_) => closer == ']' || source,
            TokenKind::Whitespace => (closer == ']' || source) && !token.has_line_end(),
            // [12-14], [البقرة: 183]
            TokenKind::Punctuation => {
                (closer == ']' || source) && matches!(token.text(), "-" | ":")
                    // [1–3], [1، 2], [من؟]
                    || closer == ']' && matches!(token.text(), "–" | "،" | "," | "؟")
                    || source && matches!(token.text(), "/" | "،")
            }
            _ => false,
        };
        if !within {
            return None;
        }
    }
    None
}

/// Whether a few words alone stand in the bracket, or nothing, and the line ends behind it: أجب عن سؤال واحد. (10 درجات),
/// الشمس نجم. ( ).
fn is_remark(tokens: &Tokens<'_>) -> bool {
    /// Words of the longest.
    const MOST: usize = 3;
    let mut tokens = tokens.clone();
    let (mut words, mut numbers) = (0, 0);
    loop {
        let Some(token) = tokens.next() else { return false };
        match token.kind() {
            TokenKind::Word(_) if words < MOST => words += 1,
            TokenKind::Number if numbers == 0 => numbers += 1,
            TokenKind::Whitespace if !token.has_line_end() => {}
            _ if token.text() == ")" => break,
            _ => return false,
        }
    }
    (words > 0 || numbers == 0) && tokens.next().is_none_or(|token| token.has_line_end())
}

/// Whether what stands in the bracket names a source: who transmitted a saying, or a chapter and a verse.
fn is_source(inside: &Tokens<'_>) -> bool {
    // (رويترز), (ضحك)
    const ALONE: [&str; 10] =
        ["رويترز", "الأناضول", "وكالات", "سبوتنيك", "ضحك", "يضحك", "تضحك", "ضاحكا", "تصفيق", "صمت"];
    let mut tokens = inside.clone().take(REFERENCE).filter(|token| token.kind() != TokenKind::Whitespace);
    let Some(first) = tokens.next().filter(|first| first.kind() == TokenKind::Word(Script::Arabic)) else {
        return false;
    };
    let second = tokens.clone().next();
    // آل عمران: 7
    let mut rest = tokens.skip_while(|token| token.kind() == TokenKind::Word(Script::Arabic));
    let alone = ALONE.contains(&first.text()) && second.is_some_and(|closer| closer.text() == ")");
    let scholar = matches!(first.text(), "البخاري" | "مسلم" | "الترمذي" | "النسائي");
    alone
        || matches!(first.text(), "رواه" | "أخرجه" | "متفق" | "سورة")
        || scholar && second.is_some_and(|number| number.kind() == TokenKind::Number)
        || rest.next().is_some_and(|colon| matches!(colon.text(), ":" | "/"))
            && rest.next().is_some_and(|verse| verse.kind() == TokenKind::Number)
}

/// Whether the letters are the legal form of a company, which its dot ends: ش.م.ل, ذ.م.م.
pub(super) fn is_company_form(word: &str) -> bool {
    [".ل", ".م.م", ".م.ك", ".م.ع", ".م.ب"].iter().any(|end| word.ends_with(end))
}

/// Digits that are written above the line.
pub(super) const fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '\u{2070}'..='\u{2079}')
}

pub(super) fn ends_ayah(mark: Token<'_>) -> bool {
    mark.text().starts_with(['\u{06DD}', '\u{08E2}'])
}

/// A bracket or quotation mark that opens right before the stop.
///
/// ” and “, and the brackets of text that was set from left to right, are often the wrong way round: one with a blank
/// behind its stop has closed, ”الأيام“؟ نعم.
pub(super) fn is_opener_before(last: Token<'_>, mark: Token<'_>, stop: &Stop, spaced: bool) -> bool {
    let closed = spaced && stop.closed.is_none() && stop.dots < 2;
    !closed
        && last.kind() == TokenKind::Punctuation
        && last.span().end == mark.span().start
        && class_at(last.text(), 0).is_some_and(|(class, _)| class == CharClass::Opener)
}

/// A number that may label an item of a list: a few digits, or a section number with inner dots.
pub(super) fn is_item(token: Token<'_>) -> bool {
    let digits = token.text().chars().filter(|&c| class_of(c).is_digit()).take(MARKER + 1).count();
    digits <= MARKER || token.text().chars().any(|c| !class_of(c).is_digit())
}

/// A number with inner dots, in the digits of any system.
pub(super) fn is_section(token: Token<'_>) -> bool {
    token.text().chars().any(|c| !class_of(c).is_digit())
}

/// What a unit stands behind: a number, with مليون or ° behind it or without.
pub(super) fn counts(token: Token<'_>) -> bool {
    token.kind() == TokenKind::Number || token.text() == "°" || lexicon::is_scale(token.text())
}

/// The value of a number of one or two digits.
pub(super) fn item_number(token: Token<'_>) -> Option<u32> {
    let mut value = 0;
    for (i, c) in token.text().chars().enumerate() {
        value = value * 10 + u32::from(digit_value(c).filter(|_| i < 2)?);
    }
    Some(value)
}

/// One letter, with marks and tatweel or without.
pub(super) fn is_one_letter(word: &str) -> bool {
    word.len() <= lexicon::LONGEST && letters(word) == 1
}

/// Whether the letter names one of what the word before it stands for, or is the unit of a number. An Arabic letter
/// behind a part of a text or a number is a title as well: رئيس القسم د. سامي.
pub(super) fn is_letter_of(before: Token<'_>, letter: Token<'_>) -> bool {
    let latin = letter.kind() == TokenKind::Word(Script::Latin);
    lexicon::is_lettered(before.text())
        // 180 °C, على X
        || latin
            && (before.kind() == TokenKind::Number
                || before.text() == "°"
                || letter.text() == "X" && before.text() == "عبر"
                // كتلته m, قائم في B: no given name begins so, none stands there.
                || letter.text().chars().all(char::is_lowercase)
                || matches!(before.text(), "ب" | "من" | "في" | "إلى" | "على" | "هي" | "هو")
                || lexicon::is_labelled(before.text())
                || lexicon::may_have_letter(before.text()))
}

/// A word that is long enough to have و or ف before it.
pub(super) fn is_joined(word: Token<'_>) -> bool {
    word.text().starts_with(['و', 'ف']) && letters(word.text()) > 2
}

/// The number of a chapter in Roman digits, or in small ones of an item of a list.
pub(super) fn is_roman(word: &str) -> bool {
    let small = || word.len() > 1 && word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    word.len() <= 6 && (word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) || small())
}

/// Single letters joined by dots: ق.م, U.S.
pub(super) fn is_dotted(word: &str) -> bool {
    if !word.as_bytes().contains(&DOT) {
        return false;
    }
    let mut parts = word.split(char::from(DOT));
    // وم.ت.ف has a proclitic.
    let first = parts.next().map_or(0, letters);
    let joined = || word.starts_with(['و', 'ف', 'ب', 'ل', 'ك']);
    (first == 1 || first == 2 && joined()) && parts.all(|part| letters(part) == 1)
}

fn letters(word: &str) -> usize {
    word.chars().filter(|&c| class_of(c).is_letter() || class_of(c).is_digit()).count()
}

/// Whether a word is the name of a letter (see [`is_letter_name`]), with what is written as part of it: السي, للسي.
pub(super) fn is_spelled_letter(word: &str) -> bool {
    const BEFORE: [&str; 9] = ["", "و", "ال", "وال", "لل", "ل", "ب", "بال", "ف"];
    let is_name = |name: &str| {
        lexicon::folded(name).is_some_and(|name| lexicon::before_stop(&name).has(Classes::LETTER))
    };
    BEFORE.iter().any(|before| word.strip_prefix(before).is_some_and(is_name))
}

/// بي in بي بي سي: an acronym spelled in the names of its letters.
pub(super) fn is_letter_name(token: Token<'_>) -> bool {
    lexicon::folded(token.text()).is_some_and(|word| lexicon::before_stop(&word).has(Classes::LETTER))
}
