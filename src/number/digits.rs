//! Digit clusters: which separator means what between which digits
//! (A.3 and A.5). Of words it knows only what tells the separator: multipliers, units, and nouns that are
//! counted in whole numbers.

use super::article::is_plural;
use super::value::Exact;
use super::{Options, Quantity, counted_noun, has, is_counted, is_definite, is_waw};
use crate::certainty::Flags;
use crate::class::{CharClass, NumeralSystems, class_of, digit_value};
use crate::item::{Item, ItemKind, Starts, Window};
use crate::lexicon::{List, Sense, is_listed_behind};

/// What stands between two digit runs, as far as the rules tell separators apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Decimal,
    Thousands,
    Dot,
    Comma,
    ArabicComma,
    Space,
}

/// At most this many runs are one number; 10^38 has 13 groups.
const RUNS: usize = 16;

/// Digit runs and the separators between them.
#[derive(Clone, Copy)]
struct Cluster {
    /// Value and number of digits of each run.
    runs: [(u64, u8); RUNS],
    separators: [Separator; RUNS],
    len: usize,
}

impl Cluster {
    fn new() -> Self {
        Self { runs: [(0, 0); RUNS], separators: [Separator::Dot; RUNS], len: 0 }
    }

    /// Adds the runs of a number token, `before` standing between it and what there is.
    fn push(&mut self, text: &str, before: Separator) -> Option<()> {
        let mut separator = before;
        let mut open = false;
        for c in text.chars() {
            if let Some(value) = digit_value(c) {
                if !open {
                    *self.separators.get_mut(self.len)? = separator;
                    *self.runs.get_mut(self.len)? = (0, 0);
                    self.len += 1;
                    open = true;
                }
                let (total, digits) = self.runs.get_mut(self.len - 1)?;
                *total = total.checked_mul(10)?.checked_add(u64::from(value))?;
                *digits = digits.checked_add(1)?;
            } else {
                separator = match class_of(c) {
                    CharClass::DecimalSeparator => Separator::Decimal,
                    CharClass::ThousandsSeparator => Separator::Thousands,
                    CharClass::FullStop => Separator::Dot,
                    CharClass::Comma => Separator::Comma,
                    _ => continue,
                };
                open = false;
            }
        }
        Some(())
    }

    fn run(&self, at: usize) -> (u64, u8) {
        self.runs.get(at).copied().unwrap_or_default()
    }

    /// Whether runs `from..to` continue groups of three.
    fn grouped(&self, to: usize) -> bool {
        (1..=3).contains(&self.run(0).1) && (1..to).all(|i| self.run(i).1 == 3)
    }

    /// The value of the first `to` runs read as one integer, the next one as decimals if there is one.
    fn value(&self, to: usize) -> Option<Exact> {
        let mut whole = 0_i128;
        for i in 0..to {
            let (value, digits) = self.run(i);
            whole =
                whole.checked_mul(10_i128.checked_pow(u32::from(digits))?)?.checked_add(i128::from(value))?;
        }
        if to == self.len {
            return Some(Exact::integer(whole));
        }
        let (value, digits) = self.run(to);
        let mantissa =
            whole.checked_mul(10_i128.checked_pow(u32::from(digits))?)?.checked_add(i128::from(value))?;
        Some(Exact::new(mantissa, digits))
    }

    /// Rules 2 to 6 of A.3; `None` where the cluster is not one number.
    fn evaluate(&self, options: Options) -> Option<(Exact, Flags)> {
        let plain = Flags::NONE;
        let separator = |at: usize| self.separators.get(at).copied();
        match self.len {
            0 => None,
            1 => Some((self.value(1)?, plain)),
            2 => {
                let three = self.run(1).1 == 3 && self.grouped(2);
                let grouping = three && self.run(0).0 != 0 && !self.leading_zero();
                match separator(1)? {
                    Separator::Decimal => Some((self.value(1)?, plain)),
                    Separator::Thousands if three => Some((self.value(2)?, plain)),
                    Separator::Thousands => Some((self.value(1)?, Flags::LENIENT)),
                    Separator::Comma if grouping => Some((self.value(2)?, plain)),
                    Separator::Dot if three && options.dot_groups() => Some((self.value(2)?, plain)),
                    Separator::Comma | Separator::Dot => Some((self.value(1)?, plain)),
                    Separator::ArabicComma if grouping => Some((self.value(2)?, plain)),
                    Separator::ArabicComma => Some((self.value(1)?, Flags::LENIENT)),
                    Separator::Space => Some((self.value(2)?, plain)),
                }
            }
            n => {
                let group = separator(1)?;
                let same = (2..n - 1).all(|i| separator(i) == Some(group));
                if group == Separator::Decimal || !same {
                    return None;
                }
                if separator(n - 1) == Some(group) && self.grouped(n) {
                    return Some((self.value(n)?, plain));
                }
                let last = separator(n - 1)?;
                let decimal = last != group && !matches!(last, Separator::Thousands | Separator::Space);
                if decimal && self.grouped(n - 1) { Some((self.value(n - 1)?, plain)) } else { None }
            }
        }
    }

    /// The value of `5.000` and `2.229` before what comes in whole numbers: three zeros are no decimals but of a dinar,
    /// which has a thousand parts, and no case or person has any.
    fn grouped_by_noun(&self, w: &Window<'_>, at: usize) -> Option<Exact> {
        let behind = at + 1;
        let dot = self.len == 2 && self.separators.get(1) == Some(&Separator::Dot);
        if !dot || !self.grouped(2) || self.run(0).0 == 0 || self.leading_zero() {
            return None;
        }
        let dinar = |s: &Sense| {
            matches!(
                s,
                Sense::MoneyFamily("dinar")
                    | Sense::Money("KWD" | "BHD" | "OMR" | "JOD" | "IQD" | "TND" | "LYD")
                    | Sense::Mult(..)
                    | Sense::Per(_)
            )
        };
        let sign = |i: &Item| matches!(i.kind, ItemKind::Sign(CharClass::Percent | CharClass::Currency));
        let zeros = self.run(1).0 == 0 && !has(w, behind, dinar) && !w.get(behind).is_some_and(sign);
        // 37.174 شمالا is a place on the globe.
        let side = |word: &str| matches!(word, "شمالا" | "جنوبا" | "شرقا" | "غربا");
        // 12.500 درهم: nobody writes two zeros behind a decimal, but for a price: سعر اللتر 2.100 درهم, الدولار 47.500 جنيه.
        let hundreds = || {
            let money =
                |s: &Sense| matches!(s, Sense::Money("MAD" | "DZD" | "AED") | Sense::MoneyFamily("dirham"));
            let priced = |i: &Item| w.bare(i).as_str().contains("سعر");
            self.run(0).1 >= 2
                && self.run(1).0.is_multiple_of(100)
                && has(w, behind, money)
                && !w.recent(at, 4).filter_map(|i| w.get(i)).any(priced)
        };
        let whole = |i: &Item| {
            i.spaced
                && !side(w.bare(i).as_str())
                && i.is_unknown()
                && w.bare(i).as_str().ends_with(['ا', 'ة'])
        };
        let measured = |s: &Sense| matches!(s, Sense::Measure | Sense::Money(_) | Sense::MoneyFamily(_));
        // (775.878) نسمة
        let noun = behind + usize::from(w.is_enclosed(at, behind));
        let counted = w.get(noun).is_some_and(whole) && counted_noun(w, noun)
            || w.in_list(w.get(noun), List::Whole)
            || is_part_of_several(w, noun)
            || !has(w, noun, |s| measured(s) || dinar(s)) && is_number_of(w, at);
        if zeros || counted || hundreds() { self.value(2) } else { None }
    }

    fn leading_zero(&self) -> bool {
        let (value, digits) = self.run(0);
        value.checked_ilog10().map_or(1, |d| d + 1) < u32::from(digits)
    }
}

/// Whether what comes in whole numbers stands behind من at `at`: 154.918 من الإناث.
fn is_part_of_several(w: &Window<'_>, at: usize) -> bool {
    w.can(at, Starts::FROM)
        && w.get(at + 1).is_some_and(|i| {
            let bare = w.bare(i);
            i.is_unknown() && is_plural(bare.as_str()) && bare.as_str() != "النقاط"
        })
}

/// Whether the digits at `at` are a number of things, as what stands before them says: عددهم 105.976, عدد المصابين 105.976.
fn is_number_of(w: &Window<'_>, at: usize) -> bool {
    let of = |back: usize, words: &[&str]| {
        w.before(at, back).is_some_and(|i| {
            let bare = w.bare(i);
            let word = bare.as_str();
            words
                .iter()
                .any(|known| word.strip_suffix(known).is_some_and(|rest| rest.chars().nth(1).is_none()))
        })
    };
    let opened = usize::from(w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Opener)));
    let noun = |i: &Item| i.is_unknown() && is_definite(w, i);
    let mean = || of(3 + opened, &["متوسط", "معدل", "نسبة", "مؤشر"]) || of(2 + opened, &["متوسط", "معدل"]);
    (of(1 + opened, &["عددهم", "عددها", "عددهن", "عدده"])
        || of(2 + opened, &["عدد"]) && w.before(at, 1 + opened).is_some_and(noun))
        && !mean()
}

/// The number that starts with the digits at `at`, separators and following groups included.
pub(super) fn quantity(w: &Window<'_>, at: usize) -> Option<Quantity> {
    let item = w.get(at)?;
    let ItemKind::Number(digits) = item.kind else { return None };
    let text = w.text_of(item);
    let mixed = Flags::MIXED_DIGITS.when(!text.is_ascii() && NumeralSystems::of(text).is_mixed());
    let found = |value: Exact, next: usize, flags: Flags| {
        let end = w.get(next - 1)?.span.end;
        let mixed =
            Flags::MIXED_DIGITS.when(NumeralSystems::of(w.text.get(item.span.start..end)?).is_mixed());
        Some(Quantity { start: item.span.start, end, next, value, flags: flags.with(mixed) })
    };
    // What may make it longer touches it, or is digits too.
    let longer = w.get(at + 1).is_some_and(|next| match next.kind {
        ItemKind::Number(_) => true,
        ItemKind::Word | ItemKind::Sign(CharClass::Comma) => !next.spaced,
        _ => false,
    });
    if digits.plain
        && longer
        && let Some(longer) = reh(w, at).or_else(|| arabic_commas(w, at)).or_else(|| spaces(w, at))
    {
        let (cluster, next, flags) = longer;
        if let Some((value, more)) = cluster.evaluate(w.options) {
            return found(value, next, flags.with(more));
        }
    }
    if digits.plain {
        let value = Exact::integer(i128::from(digits.value));
        return Some(Quantity {
            start: item.span.start,
            end: item.span.end,
            next: at + 1,
            value,
            flags: mixed,
        });
    }
    let mut cluster = Cluster::new();
    if cluster.push(text, Separator::Dot).is_none() {
        return long_run(text).and_then(|value| found(value, at + 1, Flags::NONE));
    }
    let (value, flags) = match cluster.grouped_by_noun(w, at) {
        Some(value) => (value, Flags::NONE),
        None => cluster.evaluate(w.options)?,
    };
    found(value, at + 1, flags)
}

/// One run of more than 18 digits, as far as an `i128` holds it.
fn long_run(text: &str) -> Option<Exact> {
    let mut total = 0_i128;
    for c in text.chars() {
        match digit_value(c) {
            Some(value) => total = total.checked_mul(10)?.checked_add(i128::from(value))?,
            None if class_of(c).is_mark() || class_of(c).is_invisible() => {}
            None => return None,
        }
    }
    Some(Exact::integer(total))
}

/// The digits at `at` if they are one plain run: their value, and how many they are.
pub(crate) fn plain_at(w: &Window<'_>, at: usize) -> Option<(u64, usize)> {
    match w.get(at)?.kind {
        ItemKind::Number(d) if d.plain => Some((d.value, d.len)),
        _ => None,
    }
}

/// `5ر27` is 27.5: the agencies of Kuwait and Jordan write the fraction first (A.3 rule 8).
fn reh(w: &Window<'_>, at: usize) -> Option<(Cluster, usize, Flags)> {
    let letter = w.get(at + 1).filter(|i| !i.spaced && crate::number::is_letters(w.text_of(i), "ر"))?;
    w.get(at + 2).filter(|i| !i.spaced && i.span.start == letter.span.end)?;
    let ((fraction, digits), (whole, length)) = (plain_at(w, at)?, plain_at(w, at + 2)?);
    let mut cluster = Cluster::new();
    *cluster.runs.get_mut(0)? = (whole, u8::try_from(length).ok()?);
    *cluster.runs.get_mut(1)? = (fraction, u8::try_from(digits).ok()?);
    *cluster.separators.get_mut(1)? = Separator::Decimal;
    cluster.len = 2;
    Some((cluster, at + 3, Flags::REVERSED))
}

/// `١،٥٠٠` and `2،3 مليار` (A.3 rule 7); a list otherwise.
fn arabic_commas(w: &Window<'_>, at: usize) -> Option<(Cluster, usize, Flags)> {
    let mut cluster = Cluster::new();
    cluster.push(w.text_of(w.get(at)?), Separator::Dot)?;
    let mut next = at + 1;
    while let (Some(sign), Some(item)) = (w.get(next), w.get(next + 1)) {
        let joined = !sign.spaced && !item.spaced && sign.kind == ItemKind::Sign(CharClass::Comma);
        if !joined || plain_at(w, next + 1).is_none() || cluster.len + 1 == RUNS {
            break;
        }
        cluster.push(w.text_of(item), Separator::ArabicComma)?;
        next += 2;
    }
    match cluster.len {
        0 | 1 => None,
        2 if cluster.run(1).1 == 3 && cluster.grouped(2) => Some((cluster, next, Flags::NONE)),
        2 => {
            let counted = has(w, next, |s| matches!(s, Sense::Mult(..) | Sense::Measure | Sense::Per(_)))
                || w.get(next).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Percent));
            counted.then_some((cluster, next, Flags::NONE))
        }
        n => cluster.grouped(n).then_some((cluster, next, Flags::NONE)),
    }
}

/// Whether the text is three digits, a point or comma, and digits.
fn group_with_decimals(text: &str) -> bool {
    let mut runs = text.split(|c| {
        matches!(class_of(c), CharClass::FullStop | CharClass::Comma | CharClass::DecimalSeparator)
    });
    let digits = |run: &str| run.chars().filter(|&c| digit_value(c).is_some()).count();
    runs.next().is_some_and(|run| digits(run) == 3)
        && runs.next().is_some_and(|run| digits(run) > 0)
        && runs.next().is_none()
}

/// Whether what stands before the digits at `at` leads to an amount: بلغ, نحو, بمبلغ, بين … و.
fn leads_to_amount(w: &Window<'_>, at: usize) -> bool {
    let Some(before) = w.before(at, 1 + usize::from(at.checked_sub(1).is_some_and(|b| is_waw(w, b)))) else {
        return true;
    };
    let listed = |i: &Item| {
        let bare = w.bare(i);
        [List::BeforeAmount, List::Sum, List::People, List::Registering]
            .iter()
            .any(|&list| is_listed_behind(list, bare.as_str()))
    };
    match before.kind {
        ItemKind::Word => {
            let leads = |s: &Sense| {
                matches!(s, Sense::Approx | Sense::Bound(_) | Sense::Between | Sense::To | Sense::From)
            };
            listed(before) || w.readings(before).any(|r| r.senses().iter().any(leads))
        }
        ItemKind::Break => true,
        // القيمة بين 10 000 و20 000
        ItemKind::Number(d) => d.plain && d.value == 0 && d.len == 3,
        ItemKind::Sign(class) => matches!(class, CharClass::Colon | CharClass::Opener),
        ItemKind::Opaque => false,
    }
}

/// Groups of three with spaces between: no-break and thin spaces always, ordinary ones from two
/// groups up (A.3).
fn spaces(w: &Window<'_>, at: usize) -> Option<(Cluster, usize, Flags)> {
    let mut cluster = Cluster::new();
    cluster.push(w.text_of(w.get(at)?), Separator::Dot)?;
    let mut end = w.get(at)?.span.end;
    let mut next = at + 1;
    let mut narrow = true;
    let mut decimals = false;
    while let Some(item) = w.get(next).filter(|_| !decimals) {
        let gap = w.text.get(end..item.span.start).unwrap_or("");
        let mut chars = gap.chars().filter(|&c| !class_of(c).is_invisible());
        let (Some(one), None) = (chars.next(), chars.next()) else { break };
        // The last group may go on with decimals: 1 234 567.89.
        let ends =
            matches!(item.kind, ItemKind::Number(d) if !d.plain) && group_with_decimals(w.text_of(item));
        let group = plain_at(w, next).is_some_and(|(_, len)| len == 3) || ends;
        if !item.spaced || !group || cluster.len + 1 >= RUNS {
            break;
        }
        if !matches!(one, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}') {
            break;
        }
        narrow &= one != ' ';
        decimals = ends;
        cluster.push(w.text_of(item), Separator::Space)?;
        end = item.span.end;
        next += 1;
    }
    let groups = cluster.len - usize::from(decimals);
    // 250 000 درهم: three zeros are no number of their own.
    let zeros = || {
        next.checked_sub(1).and_then(|last| plain_at(w, last)) == Some((0, 3))
            && (w.get(next).is_some_and(|i| i.kind == ItemKind::Word) || leads_to_amount(w, at))
    };
    // بمبلغ 12 500 درهم, بلغ 4 512 شخصا, but not بالطابق 3 150 مترا.
    let counted = || {
        cluster.run(0).0 != 0
            && !cluster.leading_zero()
            && leads_to_amount(w, at)
            && (is_counted(w, next) && w.get(next).is_some_and(|i| w.bare(i).as_str().ends_with(['ا', 'ة']))
                // 300 400 دولار may be two.
                || has(w, next, |s| matches!(s, Sense::Money(_) | Sense::MoneyFamily(_)))
                    && (cluster.run(0).1 < 3 || w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Word))
                || w.in_list(w.get(next), List::Whole))
    };
    let enough = groups > 2 || (groups == 2 && (narrow || zeros() || counted()));
    (enough && cluster.grouped(groups)).then_some((cluster, next, Flags::NONE))
}
