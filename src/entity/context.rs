//! What stands beside a finding: how exact it is said to be, how it is related to the sentence; and what it is made of. Asked
//! for one finding at a time, so that a search that does not ask pays nothing.

use alloc::vec::Vec;

use super::{Entity, Value};
use crate::certainty::{Certainty, Flags};
use crate::date::{Date, exchanged};
use crate::item::{Options, Window};
use crate::lexicon::{Bound, Sense};
use crate::number::{self, Exact, Number};
use crate::span::Span;

/// So many bytes on either side are looked at.
const REACH: usize = 96;

/// What a preposition before a date says of it.
///
/// ```
/// use warraq::{ArabicText as _, Relation};
/// assert_eq!("منذ عام 2010".arabic_dates().next().unwrap().relation(), Some(Relation::Since));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Relation {
    /// في
    In,
    /// خلال, طوال
    During,
    /// منذ, اعتبارا من, بدءا من
    Since,
    /// حتى, إلى, لغاية
    Until,
    /// بحلول
    By,
    /// قبل
    Before,
    /// بعد
    After,
}

impl<'t> Entity<'t> {
    /// The text behind it and before it, and where they start.
    pub(super) fn sides(&self) -> ((&'t str, usize), (&'t str, usize)) {
        let Span { start, end } = self.span();
        let from = (start.saturating_sub(REACH)..=start).find(|&at| self.source.is_char_boundary(at));
        let to =
            (end..=(end + REACH).min(self.source.len())).rev().find(|&at| self.source.is_char_boundary(at));
        let (from, to) = (from.unwrap_or(start), to.unwrap_or(end));
        ((self.source.get(end..to).unwrap_or(""), end), (self.source.get(from..start).unwrap_or(""), from))
    }

    /// How exact the number is said to be, by what stands before or behind it; outside of the span.
    ///
    /// The text around the finding is read again at each call, at most 96 bytes on either side, so that the cost does
    /// not depend on the length of the text. A phrase of up to four words that ends right before the finding is looked
    /// for, أكثر من, then one right behind it, على الأقل. `None` if neither stands there.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Bound};
    /// let bound = |text: &str| text.arabic_numbers().next().unwrap().bound();
    /// assert_eq!(bound("قتل نحو 20 شخصا"), Some(Bound::About));
    /// assert_eq!(bound("ما لا يقل عن ثلاثين شخصا"), Some(Bound::AtLeast));
    /// assert_eq!(bound("حضر 20 شخصا"), None);
    /// ```
    pub fn bound(&self) -> Option<Bound> {
        let ((after, _), (before, _)) = self.sides();
        let pick = |s: &Sense| match s {
            Sense::Bound(bound) => Some(*bound),
            Sense::Approx => Some(Bound::About),
            _ => None,
        };
        let window = read(before, self.options);
        let last = window.len();
        // The phrase that ends right before the number.
        for at in (last.saturating_sub(4)..last).rev() {
            let ends = number::sense(&window, at, |s, r| pick(s).filter(|_| at + r.items == last));
            if let Some((bound, _)) = ends {
                return Some(bound);
            }
        }
        let window = read(after, self.options);
        (0..2)
            .find_map(|at| number::sense(&window, at, |s, r| pick(s).filter(|_| r.items > 1 || at == 0)))
            .map(|(bound, _)| bound)
            .filter(|bound| !matches!(bound, Bound::MoreThan | Bound::LessThan))
    }

    /// What the preposition before a date says of it; outside of the span.
    ///
    /// The text before the finding is read again at each call, at most 96 bytes, and of it the last word, or the last
    /// two, are looked at. `None` for what is no date, and behind every other word.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Relation};
    /// let relation = |text: &str| text.arabic_dates().next().unwrap().relation();
    /// assert_eq!(relation("اعتبارا من 1 يناير 2024"), Some(Relation::Since));
    /// assert_eq!(relation("وحتى نهاية مارس"), Some(Relation::Until));
    /// ```
    pub fn relation(&self) -> Option<Relation> {
        let Value::Date(_) = self.value else { return None };
        let (_, (before, _)) = self.sides();
        let window = read(before, self.options);
        let end = window.len();
        let is = |back: usize, words: &[&str]| window.spells_behind(window.before(end, back), words);
        let starts = is(1, &["من"]) && is(2, &["اعتبارا", "بدءا", "ابتداء", "انطلاقا"]);
        Some(match () {
            () if starts || is(1, &["منذ", "مذ"]) => Relation::Since,
            () if is(1, &["حتى", "لغاية", "إلى", "الى"]) => Relation::Until,
            () if is(1, &["بحلول"]) => Relation::By,
            () if is(1, &["خلال", "طوال", "طيلة", "أثناء"]) => Relation::During,
            () if is(1, &["قبل"]) => Relation::Before,
            () if is(1, &["بعد", "عقب"]) => Relation::After,
            () if is(1, &["في", "فى"]) => Relation::In,
            () => return None,
        })
    }

    /// Other values that the same characters can have: day and month exchanged, a comma or a point that groups
    /// digits in one region and begins decimals in another. Read again at each call; allocates the result.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// let date = "بتاريخ 3/4/2023".arabic_dates().next().unwrap();
    /// assert_eq!(date.alternatives()[0].to_string(), "day:2023-03-04");
    /// let amount = "بمبلغ 1.500 دينار".arabic_numbers().next().unwrap();
    /// assert_eq!(amount.alternatives()[0].to_string(), "card:1500");
    /// ```
    pub fn alternatives(&self) -> Vec<Value> {
        let mut all = Vec::new();
        match &self.value {
            Value::Date(Date::Point(point)) if self.flags.contains(Flags::AMBIGUOUS_ORDER) => {
                all.extend(exchanged(point).map(|point| Value::Date(Date::Point(point))));
            }
            Value::Number(Number::Cardinal(value)) => {
                all.extend(
                    regrouped(self.text(), *value).map(|value| Value::Number(Number::Cardinal(value))),
                );
            }
            _ => {}
        }
        all
    }

    /// The numbers that the finding is made of, such as the day of a date; weak readings are left out. Read again at each call,
    /// O(length of the finding); allocates the result.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// let date = "في 27 سبتمبر 2023".arabic_dates().next().unwrap();
    /// let parts: Vec<_> = date.parts().iter().map(|part| part.text()).collect();
    /// assert_eq!(parts, ["27", "2023"]);
    /// ```
    pub fn parts(&self) -> Vec<Self> {
        let window = read(self.text(), self.options);
        let mut parts: Vec<Self> = Vec::new();
        for at in 0..window.len() {
            number::numbers(&window, at, &mut |found| {
                let (start, end) = (self.start + found.start, self.start + found.end);
                let behind = parts.last().is_none_or(|last| last.span().end <= start);
                if behind
                    && (start, end) != (self.start, self.start + self.len)
                    && found.certainty > Certainty::Weak
                {
                    parts.push(Self {
                        source: self.source,
                        start,
                        len: end - start,
                        value: Value::Number(found.value),
                        certainty: found.certainty,
                        flags: found.flags,
                        options: self.options,
                    });
                }
            });
        }
        parts
    }
}

/// A text as a window on its own, read as the finding was.
pub(super) fn read(text: &str, options: Options) -> Window<'_> {
    let mut window = Window::new(text, options);
    super::item_tokens(text).for_each(|token| window.push(token));
    window.close();
    window
}

/// `1.500` and `1,500` read the other way: as decimals or as a group of three.
fn regrouped(text: &str, value: Exact) -> Option<Exact> {
    let (whole, group) = text.split_once(['.', ','])?;
    let digits = |part: &str| part.chars().all(|c| crate::class::digit_value(c).is_some());
    let lone = digits(whole) && digits(group) && (1..=3).contains(&whole.chars().count());
    if !lone
        || group.chars().count() != 3
        || whole.chars().next().and_then(crate::class::digit_value) == Some(0)
    {
        return None;
    }
    let read = |text: &str| {
        text.chars().filter_map(crate::class::digit_value).fold(0, |n, d| 10 * n + i128::from(d))
    };
    let grouped = Exact::new(read(whole) * 1000 + read(group), 0);
    let decimal = Exact::new(read(whole) * 1000 + read(group), 3);
    Some(if value == grouped { decimal } else { grouped })
}
