//! Numbers with what stands around their digits or words: a sign, a percent mark, a leading point; and digits that no integer
//! holds (A.4, A.5).

use alloc::string::String;

use super::article::{self, is_amount, ordinal_by_place};
use super::cardinal::multiplier;
use super::fraction::{fraction, vulgar};
use super::value::{Exact, Number, PerScale};
use super::{
    Found, cardinal, counted_noun, digits, end_of, glued_before, has, is_alternative, is_counted,
    is_definite, is_point, is_proclitic, is_waw, last_alternative, reading, sense,
};
use crate::certainty::{Certainty, Flags};
use crate::class::{CharClass, NumeralSystems, class_of, digit_value};
use crate::item::{Clitics, Item, ItemKind, Starts, Window};
use crate::lexicon::{MultForm, Sense};

/// Digits that are more than an `i128` holds, one run or with one separator of decimals; with their minus.
pub(super) fn large(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    // Few numbers are so long.
    if matches!(w.get(at)?.kind, ItemKind::Number(digits) if digits.len <= 38) {
        return None;
    }
    let word = reading(w, at, |s, _| matches!(s, Sense::Minus));
    let sign = w.get(at).is_some_and(|i| matches!(i.kind, ItemKind::Sign(_))) && is_minus(w, at);
    let start = word.map_or(item_start(w, at), |r| r.start);
    let negative = word.is_some() || sign;
    let at = at + usize::from(negative);
    let item = w.get(at)?;
    let ItemKind::Number(digits) = item.kind else { return None };
    if digits.len <= 38 || digits::quantity(w, at).is_some() {
        return None;
    }
    if !negative {
        glued_before(w, at)?;
    }
    // Behind a point of its own: no integer.
    if !item.spaced && w.before(at, 1).is_some_and(is_point) {
        return None;
    }
    let mut text = String::new();
    for c in w.text_of(item).chars() {
        match digit_value(c) {
            Some(value) => text.push(char::from(b'0' + value)),
            None if matches!(class_of(c), CharClass::FullStop | CharClass::DecimalSeparator) => {
                text.push('.');
            }
            None => {}
        }
    }
    let decimals = text.split('.').nth(1).is_some_and(|part| part.ends_with('0'));
    let text = if decimals { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    let text = text.trim_start_matches('0');
    if text.matches('.').count() > 1 {
        return None;
    }
    // One digit stays before the point.
    let text = alloc::format!(
        "{}{}{text}",
        if negative { "-" } else { "" },
        if text.starts_with('.') { "0" } else { "" }
    );
    // The least of all has no positive counterpart.
    let value = match text.parse::<i128>() {
        Ok(value) => Number::Cardinal(Exact::integer(value)),
        Err(_) => Number::Large(text.into_boxed_str()),
    };
    Some(Found {
        start,
        end: item.span.end,
        next: at + 1,
        value,
        certainty: Certainty::Certain,
        flags: Flags::MIXED_DIGITS.when(NumeralSystems::of(w.text_of(item)).is_mixed()),
    })
}

/// A cardinal or percentage with sign and percent mark.
pub(super) fn signed(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    let signs = Signs::before(w, at)?;
    if let Some(part) = negative_part(w, &signs) {
        return Some(part);
    }
    let body = signs.body;
    let q = leading_point(w, body).or_else(|| cardinal(w, body)).or_else(|| part_of_hundred(w, body))?;
    // The article before digits, seen from the digits themselves: بـ and الـ stand outside.
    let digits = matches!(w.get(body)?.kind, ItemKind::Number(_));
    let article = if digits && body == at { glued_before(w, at)? } else { false };
    let mut amount = Signed {
        value: if signs.negative { q.value.negated() } else { q.value },
        end: q.end,
        next: q.next,
        signs,
    };
    amount.take_mark_behind(w, at);
    amount.take_below_zero(w, at);
    amount.take_part(w)?;
    let Signed { value, end, next, signs } = amount;
    let start = signs.start.unwrap_or(q.start);
    let found = |value, certainty, flags| Some(Found { start, end, next, value, certainty, flags });
    if let Some(scale) = signs.percent {
        return found(Number::Percent(value, scale), Certainty::Certain, q.flags);
    }
    // نصف بالمئة is a number only with its percent.
    if q.certainty == Certainty::Weak
        && part_of_hundred(w, body).is_some_and(|p| p.next == q.next)
        && cardinal(w, body).is_none()
    {
        return None;
    }
    if digits
        && article
        && next == body + 1
        && let Some(n) = ordinal_by_place(w, at, next, value)
    {
        return found(Number::Ordinal(n), Certainty::Likely, q.flags);
    }
    let year_like = matches!(w.get(body)?.kind, ItemKind::Number(d) if d.plain && d.len == 4 && (1000..=2100).contains(&d.value));
    let glued = digits
        && next == body + 1
        && w.get(next).is_some_and(|i| i.kind == ItemKind::Word && !i.spaced && i.is_unknown());
    let flags =
        q.flags.with(Flags::MAYBE_YEAR.when(year_like && next == body + 1)).with(Flags::GLUED.when(glued));
    let rated = || is_rating(w, at) || at.checked_sub(2).is_some_and(|b| is_rating(w, b));
    let ratio = digits
        && (touches_ratio_sign(w, next) || at.checked_sub(2).is_some_and(|b| touches_ratio_sign(w, b + 1)))
        && !rated();
    let certainty = match q.certainty {
        // 22/4 and 1:4 that are no fraction and no time say nothing on their own (A.8).
        _ if ratio => Certainty::Weak,
        _ if signs.negative => Certainty::Certain,
        _ if article && next == body + 1 && !is_counted(w, next) => behind_article(w, at, next),
        c => c,
    };
    found(Number::Cardinal(value), certainty, flags)
}

/// Whether points with decimals out of ten, five or a hundred start at `at`: 8.4/10.
fn is_rating(w: &Window<'_>, at: usize) -> bool {
    let number = |at: usize| match w.get(at).map(|i| i.kind) {
        Some(ItemKind::Number(digits)) => Some(digits),
        _ => None,
    };
    number(at).is_some_and(|points| !points.plain)
        && w.is_glued(at + 1)
        && w.is_sign(at + 1, CharClass::Slash)
        && w.is_glued(at + 2)
        && number(at + 2).is_some_and(|most| most.plain && matches!(most.value, 4 | 5 | 10 | 20 | 100))
        && !w.is_sign(at + 3, CharClass::Slash)
}

/// How sure digits behind the article are a count: مجموعة الـ20, دول الـ77 are rather a name (A.6).
fn behind_article(w: &Window<'_>, at: usize, next: usize) -> Certainty {
    // الدول الـ27 اتفقت, تحت سن الـ18
    let definite = w.before(at, 2).is_some_and(|i| i.is_unknown() && is_definite(w, i));
    if definite && w.get(next).is_some_and(|i| i.kind == ItemKind::Word) || is_amount(w, at) {
        Certainty::Likely
    } else {
        Certainty::Weak
    }
}

/// The signs before a number, and the word for a minus: `%50`, `-5`, `ناقص خمسة`.
#[derive(Clone, Copy)]
struct Signs {
    /// Where they begin, if there are any.
    start: Option<usize>,
    /// The item that the number begins with.
    body: usize,
    negative: bool,
    percent: Option<PerScale>,
}

impl Signs {
    /// The signs that begin at `at`; `None` where they are of no number.
    fn before(w: &Window<'_>, at: usize) -> Option<Self> {
        let mut signs = Self { start: None, body: at, negative: false, percent: None };
        loop {
            let sign = w.get(signs.body)?;
            match sign.kind {
                ItemKind::Sign(CharClass::Percent) if signs.percent.is_none() => {
                    signs.percent = Some(per_scale(w.text_of(sign))?);
                }
                ItemKind::Sign(CharClass::Dash | CharClass::MathSymbol)
                    if !signs.negative && is_minus(w, signs.body) =>
                {
                    signs.negative = true;
                }
                _ => break,
            }
            signs.start.get_or_insert(sign.span.start);
            signs.body += 1;
            if w.get(signs.body).is_none_or(|i| i.spaced && signs.percent.is_none()) {
                return None;
            }
        }
        if let Some(minus) = reading(w, signs.body, |s, _| matches!(s, Sense::Minus)) {
            if is_no_minus(w, signs.body) {
                return None;
            }
            signs.negative = true;
            signs.start.get_or_insert(minus.start);
            signs.body += 1;
        }
        Some(signs)
    }
}

/// Whether the word for a minus is none of the number behind it: سبعة ناقص ثلاثة is less so many, زائد أو ناقص 3 نقاط either
/// way.
fn is_no_minus(w: &Window<'_>, at: usize) -> bool {
    // The other of two temperatures is below nought: 12 ناقص 4.
    let words = || w.follows(at, Starts::NUMBER) && w.can(at + 1, Starts::NUMBER);
    let equals = || (at..at + 5).any(|i| w.spells(w.get(i), &["يساوي", "تساوي"]));
    let behind = w.follows(at, Starts::DIGITS.with(Starts::NUMBER));
    w.spells(w.get(at), &["ناقص"]) && behind && (words() || equals())
        || w.spells(w.before(at, 1), &["أو", "او"]) && w.spells(w.before(at, 2), &["زائد"])
}

/// `-4/5`
fn negative_part(w: &Window<'_>, signs: &Signs) -> Option<Found<Number>> {
    if !signs.negative || signs.percent.is_some() {
        return None;
    }
    let found = fraction(w, signs.body)?;
    let Number::Fraction(above, below) = found.value else { return None };
    let start = signs.start.unwrap_or(item_start(w, signs.body));
    Some(Found { start, value: Number::Fraction(-above, below), certainty: Certainty::Certain, ..found })
}

/// A number with what has been taken to it so far.
struct Signed {
    signs: Signs,
    value: Exact,
    end: usize,
    next: usize,
}

impl Signed {
    /// A percent sign or its words behind the number, or behind another that أو joins; a minus typed by eye: 5- درجات (A.5,
    /// V4).
    fn take_mark_behind(&mut self, w: &Window<'_>, at: usize) {
        if self.signs.percent.is_some() {
            return;
        }
        let behind = behind_closer(w, at, self.next);
        if let Some((scale, after)) = percent_at(w, behind) {
            let outside = w.before(at, 1).filter(|_| behind > self.next).map(|i| i.span.start);
            self.signs.percent = scale;
            self.signs.start = outside.or(self.signs.start);
            (self.next, self.end) = (after, end_of(w, after));
        } else if is_alternative(w, at, self.next)
            && let Some(scale) = percent_of_last(w, self.next + 1)
        {
            self.signs.percent = Some(scale);
        } else if let Some(dash) = w.get(self.next)
            && !self.signs.negative
            && matches!(dash.kind, ItemKind::Sign(CharClass::Dash))
            && !dash.spaced
            && w.can(self.next + 1, Starts::DEGREE)
        {
            self.value = self.value.negated();
            self.end = dash.span.end;
            self.next += 1;
        }
    }

    /// `خمس درجات تحت الصفر`
    fn take_below_zero(&mut self, w: &Window<'_>, at: usize) {
        if self.signs.percent.is_none()
            && !self.signs.negative
            && (!ends_range(w, at) || w.follows(at, Starts::BETWEEN))
            && let Some(behind) = behind_below_zero(w, self.next)
        {
            self.value = self.value.negated();
            (self.next, self.end) = (behind, end_of(w, behind));
            self.signs.negative = true;
        }
    }

    /// `2½`, `2 1/2 كوب`, `1 و1/2 كوب`; `None` where the sum is too large.
    fn take_part(&mut self, w: &Window<'_>) -> Option<()> {
        let body = self.signs.body;
        if digits_then_fraction(w, body, self.next)
            && let Some((above, below @ (2 | 4 | 5 | 8))) =
                w.get(self.next).and_then(|i| vulgar(w.text_of(i)))
        {
            let part = Exact::new(i128::from(above) * 1000 / i128::from(below), 3);
            self.value = self.value.plus(if self.signs.negative { part.negated() } else { part })?;
            self.next += 1;
            self.end = end_of(w, self.next);
        }
        let part_at = self.next + usize::from(is_waw(w, self.next));
        if self.next == body + 1
            && w.get(self.next).is_some_and(|i| i.spaced)
            && w.can(part_at, Starts::DIGITS)
            && let Some(Found {
                value: Number::Fraction(above, below @ (2 | 4 | 5 | 8)), next: behind, ..
            }) = fraction(w, part_at)
            && w.can(behind, Starts::MEASURE)
            && matches!(w.get(body).map(|i| i.kind), Some(ItemKind::Number(d)) if d.plain)
        {
            self.value = self.value.plus(Exact::new(i128::from(above) * 1000 / i128::from(below), 3))?;
            (self.next, self.end) = (behind, end_of(w, behind));
        }
        Some(())
    }
}

/// The percent mark behind the last number that أو joins from `at` on, which is that of those before it too: 5 أو 6%.
fn percent_of_last(w: &Window<'_>, at: usize) -> Option<PerScale> {
    let (_, last) = last_alternative(w, at, |at| cardinal(w, at))?;
    percent_at(w, last.next)?.0
}

/// `%` or `في المئة` at `at`, and the item behind it; a sign with marks on it has no scale.
fn percent_at(w: &Window<'_>, at: usize) -> Option<(Option<PerScale>, usize)> {
    let sign = w.get(at)?;
    if sign.kind == ItemKind::Sign(CharClass::Percent) {
        return Some((per_scale(w.text_of(sign)), at + 1));
    }
    let (per, r) = sense(w, at, |s, r| match s {
        Sense::Per(per) if !r.clitics.has(Clitics::WAW) => Some(*per),
        _ => None,
    })?;
    Some((Some(if per == 100 { PerScale::Hundred } else { PerScale::Thousand }), at + r.items))
}

/// Whether the number is the second of a range: 10-15 درجة تحت الصفر, بين خمس وعشر درجات.
fn ends_range(w: &Window<'_>, at: usize) -> bool {
    let joint = |i: usize| w.can(i, Starts::TO) || w.is_sign(i, CharClass::Dash);
    let number = |i: usize| w.can(i, Starts::DIGITS.with(Starts::NUMBER));
    w.recent(at, 4).any(|i| w.can(i, Starts::BETWEEN))
        || at.checked_sub(1).is_some_and(joint) && at.checked_sub(2).is_some_and(number)
}

/// The item behind what says that the degrees before `at` are below zero: خمس درجات مئوية تحت الصفر.
pub(super) fn behind_below_zero(w: &Window<'_>, mut at: usize) -> Option<usize> {
    at += usize::from(w.get(at).is_some_and(|i| w.text_of(i) == "°"));
    let word = |at: usize, words: &[&str]| w.get(at).is_some_and(|i| words.contains(&w.bare(i).as_str()));
    if w.can(at, Starts::DEGREE) {
        at += 1;
        at += usize::from(word(at, &["مئوية", "مئويتين", "سيلزية", "سيليزية", "فهرنهايت"]));
    }
    (word(at, &["تحت", "دون"]) && word(at + 1, &["الصفر"])).then_some(at + 2)
}

/// `next`, or the item behind the bracket that closes there if the number at `at` stands in it alone: (15) بالمئة.
fn behind_closer(w: &Window<'_>, at: usize, next: usize) -> usize {
    next + usize::from(w.is_enclosed(at, next))
}

fn item_start(w: &Window<'_>, at: usize) -> usize {
    w.get(at).map_or(0, |item| item.span.start)
}

/// `.77`, `٫٥`: nothing before the point.
fn leading_point(w: &Window<'_>, at: usize) -> Option<Found<Exact>> {
    let sign = w.get(at)?;
    let free = sign.spaced
        || w.before(at, 1).is_none_or(|i| {
            matches!(i.kind, ItemKind::Break | ItemKind::Sign(CharClass::Opener | CharClass::Dash))
        });
    let digits = w.get(at + 1).filter(|i| !i.spaced)?;
    let ItemKind::Number(number) = digits.kind else { return None };
    if !(is_point(sign) && free && number.plain && sign.span.len() <= 2) || number.len > 18 {
        return None;
    }
    let mut value = Exact::new(i128::from(number.value), number.len as u8);
    let mut next = at + 2;
    // .5 مليون
    if let Some((power, MultForm::Singular | MultForm::Accusative, r)) = multiplier(w, next)
        && r.clitics.is_none()
    {
        value = value.shift(power)?;
        next += 1;
    }
    Some(Found {
        start: sign.span.start,
        end: end_of(w, next),
        next,
        value,
        certainty: Certainty::Certain,
        flags: Flags::LENIENT,
    })
}

/// Whether a vulgar fraction stands right behind plain digits.
fn digits_then_fraction(w: &Window<'_>, body: usize, next: usize) -> bool {
    next == body + 1
        && matches!(w.get(body).map(|i| i.kind), Some(ItemKind::Number(d)) if d.plain)
        && w.get(next).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Fraction))
}

/// Whether a slash or colon at `at` touches digits on both sides.
fn touches_ratio_sign(w: &Window<'_>, at: usize) -> bool {
    let number = |i: Option<&Item>| i.is_some_and(Item::is_number);
    w.get(at)
        .is_some_and(|i| !i.spaced && matches!(i.kind, ItemKind::Sign(CharClass::Slash | CharClass::Colon)))
        && number(w.get(at + 1).filter(|i| !i.spaced))
        && number(w.before(at, 1))
}

/// The scale of a percent sign.
pub(crate) fn per_scale(sign: &str) -> Option<PerScale> {
    Some(match sign {
        "%" | "٪" | "\u{FF05}" => PerScale::Hundred,
        "‰" | "\u{0609}" => PerScale::Thousand,
        "‱" | "\u{060A}" => PerScale::TenThousand,
        _ => return None,
    })
}

/// Whether the sign is written like a minus: the hyphen of the keyboard, U+2212 or U+2011 (A.4).
pub(crate) fn is_minus_sign(w: &Window<'_>, sign: &Item) -> bool {
    matches!(w.text_of(sign), "-" | "\u{2212}" | "\u{2011}")
}

/// A minus sign stands directly before the digits and behind a space, a bracket or the start (A.4).
fn is_minus(w: &Window<'_>, at: usize) -> bool {
    let Some(sign) = w.get(at) else { return false };
    let dash = is_minus_sign(w, sign);
    // 20 -50 is a span, and 10%-15%.
    let number = w.before(at, 1).is_some_and(Item::is_number);
    let percents = w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Percent))
        && w.before(at, 2).is_some_and(Item::is_number);
    // بـ-3%
    let glued = w.before(at, 1).is_some_and(|i| is_proclitic(w, i));
    let free = (sign.spaced || glued) && !number
        || !percents
            && w.before(at, 1).is_none_or(|i| {
                matches!(i.kind, ItemKind::Break | ItemKind::Sign(CharClass::Opener | CharClass::Percent))
            });
    let point =
        || w.get(at + 1).is_some_and(is_point) && w.get(at + 2).is_some_and(|i| !i.spaced && i.is_number());
    dash && free
        && w.get(at + 1).is_some_and(|i| {
            !i.spaced
                && (matches!(i.kind, ItemKind::Number(_) | ItemKind::Sign(CharClass::Percent)) || point())
        })
        && !counts_things(w, at)
}

/// Whether the number behind the sign at `at` counts people or things, of which there are never less than none: -720 من
/// أبناء, -3 أشخاص.
fn counts_things(w: &Window<'_>, at: usize) -> bool {
    let behind = at + 2;
    let from = w.can(behind, Starts::FROM);
    let several = from && w.get(behind + 1).is_some_and(Item::is_unknown);
    let few = matches!(w.get(at + 1).map(|i| i.kind), Some(ItemKind::Number(d)) if d.plain && d.value <= 10);
    let noun =
        few && w.get(behind).is_some_and(|i| i.is_unknown() && article::is_plural_stem(w.bare(i).as_str()));
    let people = w.spells(w.get(behind), &["شخصا", "أشخاص", "قتلى", "جرحى"]);
    several || people || noun && counted_noun(w, behind)
}

/// نصف, ربع before a percent word.
fn part_of_hundred(w: &Window<'_>, at: usize) -> Option<Found<Exact>> {
    let ((above, below), reading) = sense(w, at, |s, _| match s {
        Sense::Frac(above, below @ (2 | 4 | 5 | 8 | 10)) => Some((*above, *below)),
        _ => None,
    })?;
    has(w, at + 1, |s| matches!(s, Sense::Per(_))).then_some(())?;
    let value = Exact::new(i128::from(above) * 1000 / i128::from(below), 3);
    let end = w.get(at)?.span.end;
    Some(Found {
        start: reading.start,
        end,
        next: at + 1,
        value,
        certainty: Certainty::Weak,
        flags: Flags::NONE,
    })
}
