//! Cardinals in words, in digits, and in both (B.4). The rules N1 to N13 are
//! named where they act.

use super::group::{
    Piece, a1, below_hundred, below_thousand, hundreds, is_free, is_numeric, past_waw, piece, reading_word,
    unit, word,
};
use super::lone_word::{follows_definite, follows_dialect_unit, is_definite_amount, single_word};
use super::value::Exact;
use super::{
    Found, counted_noun, digits, end_of, ends_in_pronoun, has, is_and_half, is_named_year, is_waw, joins,
    reading,
};
use crate::certainty::{Certainty, Flags};
use crate::class::class_of;
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{List, MultForm, Sense};

/// A coefficient: words below a thousand, or digits.
fn coefficient(w: &Window<'_>, at: usize) -> Option<Piece> {
    if let Some(q) = digits::quantity(w, at) {
        let joined = at.checked_sub(1).is_some_and(|b| is_waw(w, b));
        return Some(Piece { value: q.value, next: q.next, start: q.start, joined, digits: true });
    }
    below_thousand(w, at)
}

pub(super) fn multiplier(w: &Window<'_>, at: usize) -> Option<(u8, MultForm, Reading)> {
    if !w.can(at, Starts::NUMBER) {
        return None;
    }
    word(w, at, |s| if let Sense::Mult(p, f) = s { Some((*p, *f)) } else { None })
        .map(|((p, f), r)| (p, f, r))
}

/// Half, third or quarter joined by و, of a unit of 10^`power` (N9); only what stays exact.
fn joined_part(w: &Window<'_>, at: usize, power: u8) -> Option<Piece> {
    let at = past_waw(w, at);
    // 3 مليون ونص
    if power > 0 && is_and_half(w, at) {
        let start = w.get(at)?.span.start;
        return Some(Piece {
            value: part_of(1, 2, power)?,
            next: at + 1,
            start,
            joined: true,
            digits: false,
        });
    }
    let ((above, below), r) = word(w, at, |s| match s {
        Sense::Frac(1, below @ (2..=4)) => Some((1, *below)),
        _ => None,
    })?;
    // عشرون ونصفهم من الأطفال: half of them, not of one.
    if !joins(w, at, r.clitics)
        || r.clitics.has(Clitics::ARTICLE)
        || ends_in_pronoun(w.bare(w.get(at)?).as_str())
    {
        return None;
    }
    let value = part_of(above, below, power)?;
    let mut next = at + 1;
    // مليون ونصف المليون, مليون ونصف مليون
    if let Some((p, form, m)) = multiplier(w, next)
        && p == power
        && (m.clitics.has(Clitics::ARTICLE) || form == MultForm::Singular && m.clitics.is_none())
        && !joins(w, next, m.clitics)
    {
        next += 1;
    } else if power > 0 && multiplier(w, next).is_some_and(|(.., m)| !joins(w, next, m.clitics)) {
        return None;
    }
    Some(Piece { value, next, start: r.start, joined: true, digits: false })
}

/// Whether صفر is nought and no month by what stands beside it: صفر درجة, يساوي صفر, ثلاثة مقابل صفر, انخفض إلى صفر.
fn is_no_month(w: &Window<'_>, at: usize) -> bool {
    let measured =
        reading(w, at + 1, |s, r| (s.measures() || matches!(s, Sense::Degree)) && r.clitics.is_none())
            .is_some()
            || w.spells(w.get(at + 1), &["مئوية", "مئويه", "مئوي"]);
    let before = |words: &[&str]| w.spells(w.before(at, 1), words);
    let number =
        |back: usize| at.checked_sub(back).is_some_and(|b| w.can(b, Starts::NUMBER.with(Starts::DIGITS)));
    // من محرم إلى صفر
    // انخفض إلى صفر, من عشرة إلى صفر
    let changes = |i: usize| w.in_list_behind(w.get(i), List::Change);
    let risen = || {
        w.follows(at, Starts::TO)
            && (number(2) || w.recent(at, 6).any(changes))
            && !w.recent(at, 4).any(|i| w.can(i, Starts::MONTH.with(Starts::TIME)))
            && !w.can(at + 1, Starts::DEICTIC)
    };
    let year = || w.can(at + 1, Starts::DIGITS.with(Starts::TIME).with(Starts::FROM));
    measured || (before(&["يساوي", "تساوي"]) || before(&["مقابل"]) && number(2) || risen()) && !year()
}

fn part_of(above: u8, below: u8, power: u8) -> Option<Exact> {
    let thousandths = Exact::integer(1).shift(power.max(3))?.mantissa() * i128::from(above);
    let below = i128::from(below);
    (thousandths % below == 0).then(|| Exact::new(thousandths / below, 3_u8.saturating_sub(power)))
}

/// A sum in words and digits, what it was made of.
struct Sum {
    piece: Piece,
    /// Items that carry a value.
    parts: usize,
    /// Whether a multiplier has multiplied a coefficient.
    multiplied: bool,
}

/// `desc := group (+group)* [+sub1000] [+FRACTION]`, strictly decreasing.
fn descending(w: &Window<'_>, at: usize) -> Option<Sum> {
    let mut total: Option<Piece> = None;
    let mut last = u8::MAX;
    let mut parts = 0;
    let mut multiplied = false;
    // Whether the last part is in digits: مليون و5 آلاف 689 صوتا.
    let mut in_digits = false;
    loop {
        let here = total.as_ref().map_or(at, |t| past_waw(w, t.next));
        let Some((term, power)) = term(w, here, last, total.is_none(), &mut multiplied) else {
            break;
        };
        if let Some(sum) = &mut total {
            // N3: smaller than the multiplier before it. N5: digits add only under a multiplier.
            // 4 ملايين 820 ألفا, 14 ألف 982 حالة
            let three = || {
                matches!(w.get(here).map(|i| i.kind), Some(ItemKind::Number(d)) if d.plain && d.len == 3)
                    && term.next == here + 1
                    && w.get(term.next).is_some_and(|i| i.spaced && i.is_unknown())
                    && counted_noun(w, term.next)
            };
            let beside =
                term.digits && in_digits && power.map_or_else(|| last == 3 && three(), |power| power < last);
            let adds = (term.joined || beside || w.is_dialect() && !term.digits && is_free(w, here))
                && term.value.below(last)
                && last != u8::MAX
                // 10 آلاف و743.85 نقطة
                && (!term.digits
                    || term.value.to_integer().is_some()
                    || last == 3 && term.joined && !term.value.below(1));
            if !adds {
                break;
            }
            sum.value = sum.value.plus(term.value)?;
            sum.next = term.next;
            sum.digits &= term.digits;
            in_digits = term.digits;
        } else {
            in_digits = term.digits;
            total = Some(term);
        }
        parts += 1;
        // 13 ألفا و786 مليار: the multiplier behind both is that of both.
        if power == Some(3)
            && parts == 1
            && let Some(sum) = &mut total
            && let Some((more, larger)) = joined_under_larger(w, sum.next)
            && !w.follows(at, Starts::BETWEEN)
        {
            sum.value = sum.value.plus(more.value)?.shift(larger)?;
            sum.next = more.next;
            last = larger;
            continue;
        }
        if let Some(power) = power {
            last = power;
        } else {
            last = 0;
            break;
        }
        if last > 0
            && let Some(sum) = &mut total
            && let Some(part) = joined_part(w, sum.next, last)
        {
            sum.value = sum.value.plus(part.value)?;
            sum.next = part.next;
            last = 0;
            break;
        }
    }
    let mut piece = total?;
    if last == 0
        && let Some(part) = joined_part(w, piece.next, 0)
            .filter(|_| parts == 1 && !multiplied && !(piece.digits && is_named_year(w, at)))
    {
        piece.value = piece.value.plus(part.value)?;
        piece.next = part.next;
        // ثلاثة ونصف مليون
        if let Some((power, MultForm::Singular | MultForm::Accusative, r)) = multiplier(w, piece.next)
            && r.clitics.is_none()
        {
            piece.value = piece.value.shift(power)?;
            piece.next += 1;
            multiplied = true;
        }
    }
    Some(Sum { piece, parts, multiplied })
}

/// `و786 مليار` behind thousands: what is joined, below a thousand, and the larger power of the multiplier behind it.
fn joined_under_larger(w: &Window<'_>, at: usize) -> Option<(Piece, u8)> {
    let more = coefficient(w, past_waw(w, at)).filter(|more| more.joined && more.value.below(3))?;
    let (power, form, r) = multiplier(w, more.next)?;
    let larger = power > 3
        && !joins(w, more.next, r.clitics)
        && r.clitics.is_none()
        && matches!(form, MultForm::Singular | MultForm::Accusative);
    larger.then_some((Piece { next: more.next + 1, ..more }, power))
}

/// One term: a group with its power, or a last number below a thousand.
fn term(
    w: &Window<'_>,
    at: usize,
    last: u8,
    first: bool,
    multiplied: &mut bool,
) -> Option<(Piece, Option<u8>)> {
    if !w.can(at, Starts::NUMBER.with(Starts::DIGITS)) {
        return None;
    }
    let every = |b: usize| w.spells(w.get(b), &["كل"]);
    if let Some(coefficient) = coefficient(w, at) {
        // كل واحد ألف دينار
        if coefficient.value == Exact::integer(1)
            && !coefficient.digits
            && at.checked_sub(1).is_some_and(every)
            && multiplier(w, coefficient.next).is_some()
        {
            return None;
        }
        // N2: a multiplier multiplies only without و.
        let group = multiplier(w, coefficient.next).filter(|&(_, form, r)| {
            let year = coefficient.digits && is_named_year(w, at);
            let apart = year
                || joins(w, coefficient.next, r.clitics)
                || r.clitics.has(Clitics::BEH | Clitics::LAM | Clitics::KAF | Clitics::ARTICLE);
            !(apart || matches!(form, MultForm::Dual | MultForm::ConstructDual))
        });
        let Some((power, ..)) = group else { return Some((coefficient, None)) };
        // N7: not added, if the multiplier behind it could not be.
        if power >= last {
            return first.then_some((coefficient, None));
        }
        *multiplied = true;
        let mut value = coefficient.value.shift(power)?;
        let mut next = coefficient.next + 1;
        // N10: مئة ألف وألفين, and likewise مئة مليون ومليون.
        let hundreds = coefficient.value.to_integer().is_some_and(|v| v % 100 == 0 && v > 0);
        let more_at = past_waw(w, next);
        if hundreds
            && !coefficient.digits
            && let Some((again, form, r)) = multiplier(w, more_at)
            && again == power
            && joins(w, more_at, r.clitics)
            && form != MultForm::Plural
        {
            let times = if matches!(form, MultForm::Dual | MultForm::ConstructDual) { 2 } else { 1 };
            value = value.plus(Exact::integer(times).shift(power)?)?;
            next = more_at + 1;
        }
        let (value, next, power) = chained(w, value, next, power)?;
        return Some((Piece { value, next, ..coefficient }, Some(power)));
    }
    // نصف مليون
    if first
        && let Some(((above, below), r)) =
            word(
                w,
                at,
                |s| if let Sense::Frac(a, b @ (2 | 4 | 5 | 8 | 10)) = s { Some((*a, *b)) } else { None },
            )
        && let Some((power, MultForm::Singular, m)) = multiplier(w, at + 1)
        && m.clitics.is_none()
        && !joins(w, at + 1, m.clitics)
    {
        *multiplied = true;
        let piece = Piece {
            value: part_of(above, below, power)?,
            next: at + 2,
            start: r.start,
            joined: false,
            digits: false,
        };
        return Some((piece, Some(power)));
    }
    if let Some((n, r)) = word(w, at, |s| if let Sense::Thousands(n) = s { Some(*n) } else { None })
        && last > 3
    {
        return Some((piece(w, at, r, i128::from(n) * 1000, at + 1), Some(3)));
    }
    let (power, form, r) = multiplier(w, at).filter(|_| !has(w, at, |s| matches!(s, Sense::Per(_))))?;
    if power >= last {
        return None;
    }
    // N8: ألفا and ألفي as construct duals before a noun.
    let times = match form {
        MultForm::Plural => return None,
        MultForm::Singular => 1,
        MultForm::Dual => 2,
        MultForm::ConstructDual => {
            let next = w.get(at + 1)?;
            // مليوني و300 ألف, the nūn left out
            let more = |i: &Item| match i.kind {
                ItemKind::Number(d) => d.plain && (d.len == 3 || multiplier(w, at + 3).is_some()),
                _ => false,
            };
            let sum = is_waw(w, at + 1) && w.get(at + 2).is_some_and(more);
            let noun = matches!(next.kind, ItemKind::Word) && counted_noun(w, at + 1) || sum;
            let feminine = w
                .before(at, 1)
                .is_some_and(|i| i.kind == ItemKind::Word && w.bare(i).as_str().ends_with('ة'));
            // مهلة مليونية counts nothing; بقيمة مليوني دولار does.
            let money = w.can(at + 1, Starts::MONEY.with(Starts::MEASURE).with(Starts::PERSON));
            if !noun || (feminine && power == 6 && !money) {
                return None;
            }
            2
        }
        MultForm::Accusative => {
            let tanwin = w.get(at).is_some_and(|i| w.text_of(i).contains('\u{064B}'));
            // دفع ألفا فقط
            let only = || w.spells(w.get(at + 1), &["فقط", "تقريبا", "كاملا", "كاملة"]);
            if !tanwin && counted_noun(w, at + 1) && !is_numeric(w, at + 1) && !only() { 2 } else { 1 }
        }
    };
    let (value, next, power) = chained(w, Exact::integer(times).shift(power)?, at + 1, power)?;
    Some((Piece { value, next, start: r.start, joined: joins(w, at, r.clitics), digits: false }, Some(power)))
}

/// ألف مليون, مئة ألف مليون: a multiplier right behind one that is not larger multiplies it again. `None` on
/// overflow.
pub(super) fn chained(
    w: &Window<'_>,
    mut value: Exact,
    mut next: usize,
    mut power: u8,
) -> Option<(Exact, usize, u8)> {
    let mut last = power;
    while let Some((more, MultForm::Singular | MultForm::Accusative, r)) = multiplier(w, next)
        && more >= last
        && r.clitics.is_none()
        && !joins(w, next, r.clitics)
        && !has(w, next, |s| matches!(s, Sense::Per(_)))
    {
        value = value.shift(more)?;
        power = power.saturating_add(more);
        last = more;
        next += 1;
    }
    Some((value, next, power))
}

/// `asc := sub100 +HUND [+thousand] | sub100 +thousand | HUND +thousand`, below 10,000 (N11).
fn ascending(w: &Window<'_>, at: usize) -> Option<Quantity> {
    // إحدى وسبعمائة
    let one = || {
        a1(w, at)
            .map(|r| piece(w, at, r, 1, at + 1))
            .filter(|one| hundreds(w, past_waw(w, one.next)).is_some_and(|p| p.joined))
    };
    let mut sum = below_hundred(w, at).or_else(|| hundreds(w, at)).or_else(one)?;
    let mut parts = 1;
    if sum.value.below(2)
        && let Some(more) = hundreds(w, past_waw(w, sum.next)).filter(|p| p.joined)
    {
        sum = Piece { value: sum.value.plus(more.value)?, next: more.next, ..sum };
        parts += 1;
    }
    let thousand_at = past_waw(w, sum.next);
    if let Some((3, form, r)) = multiplier(w, thousand_at)
        && joins(w, thousand_at, r.clitics)
        && form != MultForm::Plural
    {
        let thousands = if matches!(form, MultForm::Dual | MultForm::ConstructDual) { 2000 } else { 1000 };
        sum = Piece { value: sum.value.plus(Exact::integer(thousands))?, next: thousand_at + 1, ..sum };
        parts += 1;
    } else if let Some((n, r)) = unit(w, thousand_at).filter(|&(n, r)| n >= 3 && joins(w, thousand_at, r.clitics))
        && let Some((3, MultForm::Plural, _)) = multiplier(w, thousand_at + 1)
        && sum.value.below(3)
        && r.items == 1
        // مئة وثلاثة آلاف is 103,000 (N12).
        && sum.value.to_integer().is_none_or(|v| v % 100 != 0)
    {
        sum = Piece {
            value: sum.value.plus(Exact::integer(i128::from(n) * 1000))?,
            next: thousand_at + 2,
            ..sum
        };
        parts += 1;
    }
    (parts > 1).then_some(Quantity { start: sum.start, next: sum.next, value: sum.value })
}

/// What [`ascending`] has read.
#[derive(Clone, Copy)]
struct Quantity {
    start: usize,
    next: usize,
    value: Exact,
}

/// Whether the word is a tenth by its damma, which ten has not: عُشر.
pub(super) fn is_tenth(w: &Window<'_>, item: &Item) -> bool {
    item.starts(Starts::TEN)
        && w.text_of(item).contains("ع\u{64F}ش")
        && w.bare(item).as_str().ends_with("عشر")
}

/// The number at `at`, as it is said once.
#[inline]
pub(super) fn read_once(w: &Window<'_>, at: usize) -> Option<Found<Exact>> {
    let item = w.get(at)?;
    // بضع عشرة سنة is no number of years.
    if w.follows(at, Starts::VAGUE) || follows_dialect_unit(w, at) || is_tenth(w, item) {
        return None;
    }
    // نيف وثلاثين ومئتين
    let tens = |s: &Sense| matches!(s, Sense::Tens(_));
    let joined = w.get(at).is_some_and(|i| w.text_of(i).starts_with('و'));
    if joined && at.checked_sub(1).is_some_and(|b| has(w, b, tens) && w.follows(b, Starts::VAGUE)) {
        return None;
    }
    // مثنى وثلاث ورباع
    if w.spells(w.before(at, 1), &["مثنى"]) {
        return None;
    }
    if let ItemKind::Number(_) = item.kind
        && let Some(q) = digits::quantity(w, at)
        && !w.can(q.next, Starts::NUMBER.with(Starts::DIGITS))
        && !is_waw(w, q.next)
    {
        // Digits alone, as most are: nothing multiplies them, nothing is added.
        let mixed = q.flags.contains(Flags::MIXED_DIGITS);
        let certainty = if mixed { Certainty::Certain.lower() } else { Certainty::Certain };
        let super::Quantity { start, mut end, mut next, mut value, flags, .. } = q;
        // 3 فاصلة 5 مليون
        if let Some((decimal, behind)) = decimal_words(w, next, value) {
            (value, next) = (decimal, behind);
            end = end_of(w, next);
        }
        // حرارته 38 ونص., 8 ونص من عشرة
        let free = |i: &Item| {
            matches!(i.kind, ItemKind::Break | ItemKind::Sign(_))
                || w.spells(i, &["من"]) && w.can(next + 2, Starts::NUMBER.with(Starts::DIGITS))
        };
        if is_and_half(w, next)
            && w.get(next + 1).is_none_or(free)
            && let Some(sum) = value.plus(Exact::new(500, 3))
        {
            (value, next) = (sum, next + 1);
            end = end_of(w, next);
        }
        return Some(Found { start, end, next, value, certainty, flags });
    }
    if let Some(r) = reading_word(w, at, |s| matches!(s, Sense::Zero)) {
        let decimal = decimal_words(w, at + 1, Exact::integer(0));
        let (value, next) = decimal.unwrap_or((Exact::integer(0), at + 1));
        let certainty = match decimal {
            Some(_) => Certainty::Certain,
            None if r.clitics.is_none() && is_no_month(w, at) => Certainty::Likely,
            None => Certainty::Weak,
        };
        return Some(Found {
            start: r.start,
            end: end_of(w, next),
            next,
            value,
            certainty,
            flags: Flags::NONE,
        });
    }
    let sum = descending(w, at);
    if sum.is_none() && a1(w, at).is_none() {
        return None;
    }
    let plain_digits = item.is_number();
    let flags = if plain_digits { digits::quantity(w, at)?.flags } else { Flags::NONE };
    let longer = |q: &Quantity| sum.as_ref().is_none_or(|sum| q.next > sum.piece.next);
    // بين ثلاثة وأربعة آلاف, بين ثلاث وأربع مئة: two limits, not one number.
    let limits = w.follows(at, Starts::BETWEEN);
    if !plain_digits
        && !limits
        && let Some(q) = ascending(w, at).filter(longer)
    {
        let Quantity { start, mut next, mut value } = q;
        // خمسون ومائة ألف
        if let Some((power, MultForm::Singular, r)) = multiplier(w, next)
            && value.below(3)
            && r.clitics.is_none()
            && !joins(w, next, r.clitics)
        {
            value = value.shift(power)?;
            next += 1;
        }
        return Some(Found {
            start,
            end: end_of(w, next),
            next,
            value,
            certainty: Certainty::Certain,
            flags,
        });
    }
    let sum = sum?;
    let Piece { mut value, mut next, start, .. } = sum.piece;
    if !plain_digits && let Some((with_decimals, behind)) = decimal_words(w, next, value) {
        value = with_decimals;
        next = behind;
    }
    let certainty = if plain_digits || next > at + 1 || sum.multiplied || sum.parts > 1 {
        Certainty::Certain
    } else {
        single_word(w, at, value)
    };
    let article = article_of(w, at);
    let certainty = match certainty {
        // مجموعة العشرين and الثلاثاء-like names: a lone definite number is rarely a count (O3).
        _ if article && next == at + 1 && (follows_definite(w, at, value) || is_definite_amount(w, at)) => {
            Certainty::Likely
        }
        _ if article && next == at + 1 && !counted_noun(w, next) => Certainty::Weak,
        // حاجز المائتي مباراة
        c if article && next == at + 1 && w.bare(item).as_str().ends_with("تي") => c,
        // المليون ونصف المليون says more than its half.
        c if article && next <= at + 2 => c.lower(),
        c => c,
    };
    let certainty = if flags.contains(Flags::MIXED_DIGITS) { certainty.lower() } else { certainty };
    Some(Found { start, end: end_of(w, next), next, value, certainty, flags })
}

fn article_of(w: &Window<'_>, at: usize) -> bool {
    let counts = |s: &Sense| s.counts() || matches!(s, Sense::A1 | Sense::P12);
    reading_word(w, at, counts).is_some_and(|r| r.clitics.has(Clitics::ARTICLE))
}

/// The exponent of 10, 100, 1000 …
fn power_of_ten(value: i128) -> Option<u8> {
    let exponent = value.checked_ilog10().filter(|&e| e > 0)?;
    (10_i128.checked_pow(exponent)? == value).then_some(exponent as u8)
}

/// `صفر فاصلة خمسة`: the digits behind the point in words.
fn decimal_words(w: &Window<'_>, at: usize, whole: Exact) -> Option<(Exact, usize)> {
    if !w.can(at, Starts::DECIMAL) {
        return None;
    }
    let r = reading_word(w, at, |s| matches!(s, Sense::DecimalWord))?;
    if !r.clitics.is_none() || w.get(at).is_some_and(|i| w.text_of(i).chars().any(|c| class_of(c).is_digit()))
    {
        return None;
    }
    let point = w.spells(w.get(at), &["نقطة"]);
    let mut next = at + 1;
    let mut zeros = 0_u8;
    while reading_word(w, next, |s| matches!(s, Sense::Zero)).is_some() && zeros < 20 {
        zeros += 1;
        next += 1;
    }
    let rest = descending(w, next)?;
    let digits = rest.piece.value.to_integer()?;
    // ثلاثون نقطة خمسة منها: points of a score; a decimal after zero, or before what it is of.
    let behind = rest.piece.next;
    if point
        && whole != Exact::integer(0)
        && !has(w, behind, |s| matches!(s, Sense::Per(_) | Sense::Mult(..)))
    {
        return None;
    }
    // واحد من ألف says how many places it has.
    if w.can(behind, Starts::FROM)
        && let Some(parts) = descending(w, behind + 1)
        && let Some(parts_of) = parts.piece.value.to_integer()
        && let Some(width) = power_of_ten(parts_of)
        && digits < parts_of
    {
        return Some((whole.plus(Exact::new(digits, width))?, parts.piece.next));
    }
    // أربعة فاصلة اثنين مليون: the multiplier is that of the whole.
    let power =
        behind.checked_sub(1).filter(|_| rest.multiplied && rest.parts == 1).and_then(|i| multiplier(w, i));
    let (digits, power) = match power {
        Some((power, MultForm::Singular | MultForm::Accusative | MultForm::Plural, _)) => {
            let scale = 10_i128.checked_pow(u32::from(power))?;
            if digits % scale != 0 { (digits, 0) } else { (digits / scale, power) }
        }
        _ => (digits, 0),
    };
    let width = zeros + digits.checked_ilog10().map_or(1, |d| d as u8 + 1);
    Some((whole.plus(Exact::new(digits, width))?.shift(power)?, behind))
}
