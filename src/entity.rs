//! Findings: the candidates of both grammars, of which those are kept that together explain the
//! text best (`numbers-and-dates`, D.2). Knows no grammar.

use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::fmt;
use core::iter::FusedIterator;
use core::str::FromStr;

use crate::certainty::{Certainty, Flags, Mode};
use crate::class::NumeralSystems;
use crate::date::{self, Blocked, Context, Date, Resolved};
use crate::error::{Error, ErrorKind};
use crate::item::{AHEAD, Starts, Window};
use crate::number::{self, Number};
use crate::span::Span;
use crate::token::Token;

/// What was found: a number or a date. Prints in the notation of its side.
///
/// ```
/// use warraq::{ArabicText as _, Value};
/// let found = "عام 2024".arabic_dates().next().unwrap();
/// assert!(matches!(found.value(), Value::Date(_)));
/// assert_eq!(found.value().to_string(), "year:2024");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value {
    /// A number.
    Number(Number),
    /// A date, a time or a duration.
    Date(Date),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Date(date) => date.fmt(f),
        }
    }
}

/// A number or a date in a text: where it stands, what it says, how sure that is.
///
/// ```
/// use warraq::{ArabicText as _, Certainty};
///
/// let text = "في يومي 11 و21 أبريل 2023";
/// let found = text.arabic_dates().next().unwrap();
/// assert_eq!(found.text(), "يومي 11 و21 أبريل 2023");
/// assert_eq!(found.value().to_string(), "days:{2023-04-11,2023-04-21}");
/// assert_eq!(found.certainty(), Certainty::Certain);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity<'t> {
    text: &'t str,
    start: usize,
    value: Value,
    certainty: Certainty,
    flags: Flags,
}

impl<'t> Entity<'t> {
    /// The text of the finding, as it stands in the original.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// assert_eq!("فريق و21 لاعبا".arabic_numbers().next().unwrap().text(), "21");
    /// ```
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Where it stands in the original, in bytes.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Span};
    /// assert_eq!("فريق و21".arabic_numbers().next().unwrap().span(), Span::new(11, 13));
    /// ```
    pub const fn span(&self) -> Span {
        Span { start: self.start, end: self.start + self.text.len() }
    }

    /// What it says, exactly.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// assert_eq!("١٢٫٥٪".arabic_numbers().next().unwrap().value().to_string(), "pct:12.5");
    /// ```
    pub const fn value(&self) -> &Value {
        &self.value
    }

    /// How sure the reading is.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Certainty};
    /// assert_eq!("عام 2024".arabic_dates().next().unwrap().certainty(), Certainty::Certain);
    /// ```
    pub const fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// What is remarkable about it.
    ///
    /// ```
    /// use warraq::{ArabicText as _, Flags};
    /// let found = "بتاريخ 3/4/2023".arabic_dates().next().unwrap();
    /// assert!(found.flags().contains(Flags::AMBIGUOUS_ORDER));
    /// ```
    pub const fn flags(&self) -> Flags {
        self.flags
    }

    /// The numeral systems of its digits; empty for words. O(length).
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// use warraq::class::NumeralSystem;
    /// let found = "27 سبتمبر ٢٠٢٣".arabic_dates().next().unwrap();
    /// assert!(found.systems().contains(NumeralSystem::Latn));
    /// assert!(found.systems().contains(NumeralSystem::Arab));
    /// ```
    pub fn systems(&self) -> NumeralSystems {
        NumeralSystems::of(self.text)
    }

    /// The Gregorian day, month, year or interval that is meant.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NeedsReference`] for a relative date without a reference in the context,
    /// [`ErrorKind::NotResolvable`] for a number, a duration, a date without a year, a Hijri month,
    /// [`ErrorKind::OutOfRange`] outside the years that a [`CivilDate`](crate::CivilDate) holds.
    ///
    /// ```
    /// use warraq::{ArabicText as _, CivilDate, Context};
    /// let context = Context::new().reference(CivilDate::new(2023, 1, 23)?);
    /// let found = "يوم الثلاثاء الماضي".arabic_dates().next().unwrap();
    /// assert_eq!(found.resolve(&context)?.to_string(), "day:2023-01-17");
    /// # Ok::<(), warraq::Error>(())
    /// ```
    pub fn resolve(&self, context: &Context) -> Result<Resolved, Error> {
        match &self.value {
            Value::Date(date) => date::resolve(date, context),
            Value::Number(_) => Err(Error::new(ErrorKind::NotResolvable)),
        }
    }
}

/// Whether a date that is part of a name is reported: a street, a party, a battle.
///
/// ```
/// use warraq::{Analyzer, Flags, Names};
/// let found = Analyzer::new().names(Names::Report).dates("ثورة 25 يناير").next().unwrap();
/// assert!(found.flags().contains(Flags::IN_NAME));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Names {
    /// It is not reported, and neither are the numbers in it.
    #[default]
    Suppress,
    /// It is reported with [`Flags::IN_NAME`].
    Report,
}

/// A region by its ISO 3166-1 code of two letters.
///
/// ```
/// use warraq::Region;
/// assert_eq!("ma".parse::<Region>().unwrap().to_string(), "MA");
/// assert!("Morocco".parse::<Region>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Region([u8; 2]);

impl FromStr for Region {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Error> {
        match <[u8; 2]>::try_from(code.as_bytes()) {
            Ok(letters) if code.bytes().all(|b| b.is_ascii_alphabetic()) => {
                Ok(Self(letters.map(|b| b.to_ascii_uppercase())))
            }
            _ => Err(Error::new(ErrorKind::Invalid)),
        }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|&b| write!(f, "{}", char::from(b)))
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Region({self})")
    }
}

/// What the search for numbers and dates may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct EntityOptions {
    pub(crate) mode: Mode,
    pub(crate) names: Names,
    pub(crate) region: Option<Region>,
}

/// A candidate of either grammar.
#[derive(Clone, Debug)]
struct Candidate {
    span: Span,
    /// Tokens that it covers.
    tokens: usize,
    /// `None` claims the span and reports nothing.
    value: Option<Value>,
    certainty: Certainty,
    flags: Flags,
    guard: bool,
}

/// So many candidates are weighed against each other at once, at most.
const CLUSTER: usize = 96;

impl Candidate {
    fn overlaps(&self, other: &Self) -> bool {
        self.span.start < other.span.end && other.span.start < self.span.end
    }

    fn contains(&self, other: &Self) -> bool {
        self.span != other.span && self.span.start <= other.span.start && other.span.end <= self.span.end
    }

    /// Whether this is a likely date of which the other is a part, or which the other number is.
    fn explains(&self, other: &Self) -> bool {
        let number = matches!(other.value, Some(Value::Number(_)));
        matches!(self.value, Some(Value::Date(_)))
            && self.certainty >= Certainty::Likely
            && (self.contains(other) || (self.span == other.span && number))
    }

    /// Certainty times tokens, the kind breaking ties (D.2, step 4), then fewer flags.
    fn weight(&self) -> u64 {
        let sure = match self.certainty {
            Certainty::Certain => 4,
            Certainty::Likely => 2,
            Certainty::Weak => 1,
        };
        let kind = match &self.value {
            None => 11,
            Some(Value::Date(date)) => match date {
                Date::Dual { .. } => 10,
                Date::DateTime(..) => 9,
                Date::Time(_) => 6,
                Date::Duration(_) => 5,
                _ => 8,
            },
            Some(Value::Number(number)) => match number {
                Number::Range(..) | Number::Score(..) => 4,
                Number::Percent(..) => 3,
                Number::Ordinal(_) | Number::Fraction(..) => 2,
                _ => 1,
            },
        };
        (sure * self.tokens as u64 * 16 + kind) * 2 + u64::from(self.flags.is_empty())
    }
}

/// The numbers and dates of a text in their order, from
/// [`Analyzer::entities`](crate::Analyzer::entities).
///
/// ```
/// use warraq::Analyzer;
/// let mut found = Analyzer::new().entities("شارك 11 فريقا في 27 سبتمبر 2023");
/// assert_eq!(found.next().unwrap().value().to_string(), "card:11");
/// assert_eq!(found.next().unwrap().value().to_string(), "day:2023-09-27");
/// ```
#[derive(Clone, Debug)]
pub struct Entities<'t> {
    machine: Machine<'t>,
    /// The byte behind the last entity that was yielded.
    at: usize,
    tokens: crate::token::Tokens<'t>,
}

impl<'t> Entities<'t> {
    pub(crate) fn new(text: &'t str, options: EntityOptions) -> Self {
        Self { machine: Machine::new(text, options), at: 0, tokens: item_tokens(text) }
    }

    /// What has not been searched yet: everything behind the last finding.
    ///
    /// ```
    /// use warraq::Analyzer;
    /// let mut found = Analyzer::new().entities("عام 2024 وعام 2025");
    /// found.next();
    /// assert_eq!(found.rest(), " وعام 2025");
    /// ```
    pub fn rest(&self) -> &'t str {
        self.machine.window.text.get(self.at..).unwrap_or("")
    }
}

/// The tokens that a [`Machine`] is fed with.
pub(crate) fn item_tokens(text: &str) -> crate::token::Tokens<'_> {
    crate::token::Tokenizer::new().whitespace(crate::token::Whitespace::Keep).tokens(text)
}

impl<'t> Iterator for Entities<'t> {
    type Item = Entity<'t>;

    fn next(&mut self) -> Option<Entity<'t>> {
        loop {
            if let Some(entity) = self.machine.pop() {
                self.at = entity.span().end;
                return Some(entity);
            }
            match self.tokens.next() {
                Some(token) => self.machine.push(token),
                None if self.machine.finished() => return None,
                None => self.machine.finish(),
            }
        }
    }
}

impl FusedIterator for Entities<'_> {}

/// Defines an iterator over the entities of one sort.
macro_rules! only {
    ($(#[$doc:meta])* $name:ident, $sort:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name<'t>(Entities<'t>);

        impl<'t> $name<'t> {
            pub(crate) fn new(entities: Entities<'t>) -> Self {
                Self(entities)
            }

            /// What has not been searched yet.
            pub fn rest(&self) -> &'t str {
                self.0.rest()
            }
        }

        impl<'t> Iterator for $name<'t> {
            type Item = Entity<'t>;

            fn next(&mut self) -> Option<Entity<'t>> {
                self.0.find(|entity| matches!(entity.value, Value::$sort(_)))
            }
        }

        impl FusedIterator for $name<'_> {}
    };
}

only! {
    /// The numbers of a text, from [`ArabicText::arabic_numbers`](crate::ArabicText::arabic_numbers):
    /// its entities without the dates, so a number inside a date is not among them.
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// assert_eq!("11 فريقا في 27 سبتمبر 2023".arabic_numbers().count(), 1);
    /// ```
    Numbers, Number
}

only! {
    /// The dates, times and durations of a text, from
    /// [`ArabicText::arabic_dates`](crate::ArabicText::arabic_dates).
    ///
    /// ```
    /// use warraq::ArabicText as _;
    /// assert_eq!("11 فريقا في 27 سبتمبر 2023".arabic_dates().count(), 1);
    /// ```
    Dates, Date
}

/// The search itself, fed token by token, so that every layer can share one walk over the text.
#[derive(Clone, Debug)]
pub(crate) struct Machine<'t> {
    window: Window<'t>,
    options: EntityOptions,
    candidates: Vec<Candidate>,
    /// Where the candidates that are being gathered end.
    extent: usize,
    /// The byte behind the last token that was taken.
    read: usize,
    /// Nothing before this byte is looked at again.
    resume: usize,
    ready: VecDeque<Entity<'t>>,
}

impl<'t> Machine<'t> {
    pub(crate) fn new(text: &'t str, options: EntityOptions) -> Self {
        Self {
            window: Window::new(text),
            options,
            candidates: Vec::new(),
            extent: 0,
            read: 0,
            resume: 0,
            ready: VecDeque::new(),
        }
    }

    /// Takes the next token, white space included, and reads as far as the look-ahead allows.
    pub(crate) fn push(&mut self, token: Token<'t>) {
        self.read = token.span().end;
        self.window.push(token);
        while self.window.ahead() > AHEAD {
            self.step();
        }
    }

    /// The end of the text: reads the rest.
    pub(crate) fn finish(&mut self) {
        while self.window.ahead() > 0 {
            self.step();
        }
        self.settle();
        self.window.close();
    }

    fn finished(&self) -> bool {
        self.window.is_closed()
    }

    /// The next finding, if it is ready.
    pub(crate) fn peek(&self) -> Option<&Entity<'t>> {
        self.ready.front()
    }

    pub(crate) fn pop(&mut self) -> Option<Entity<'t>> {
        self.ready.pop_front()
    }

    /// No finding that is still to come starts before this byte.
    pub(crate) fn horizon(&self) -> usize {
        if self.window.is_closed() {
            return usize::MAX;
        }
        let open = self.candidates.iter().map(|c| c.span.start).min();
        let next = self.window.get(self.window.at).map_or(self.read, |i| i.span.start);
        open.unwrap_or(next).min(next)
    }

    /// Reads what starts at the next item.
    fn step(&mut self) {
        let at = self.window.at;
        if let Some(item) = self.window.get(at).copied() {
            let start = item.span.start;
            if start >= self.extent || self.candidates.len() >= CLUSTER {
                self.settle();
            }
            if item.starts != Starts::NONE && start >= self.resume {
                self.gather(at);
            }
        }
        self.window.advance();
    }

    fn gather(&mut self, at: usize) {
        let Self { window, candidates, options, extent, resume, .. } = self;
        let w = &*window;
        let names = options.names;
        let options = number::Options { region: options.region.map(|r| r.0) };
        let mut add = |start: usize, end: usize, next: usize, value, certainty, flags, guard| {
            if end <= start || start < *resume {
                return;
            }
            *extent = (*extent).max(end);
            let tokens = next.saturating_sub(at).max(1);
            candidates.push(Candidate {
                span: Span::new(start, end),
                tokens,
                value,
                certainty,
                flags,
                guard,
            });
        };
        let phrase = w.get(at).is_some_and(|i| i.starts(Starts::NAME));
        let mut dated = false;
        if !phrase {
            date::dates(w, at, options, &mut |c: date::Candidate| {
                let f = c.found;
                dated |= f.certainty >= Certainty::Likely;
                let (value, flags, certainty) = match c.blocked {
                    Blocked::No => (f.value, f.flags, f.certainty),
                    Blocked::Name if names == Names::Report => {
                        (f.value, f.flags.with(Flags::IN_NAME), Certainty::Certain)
                    }
                    Blocked::Name => (None, f.flags, Certainty::Certain),
                };
                add(f.start, f.end, f.next, value.map(Value::Date), certainty, flags, false);
            });
        }
        if !dated && let Some((start, end, next)) = number::guard(w, at, options) {
            add(start, end, next, None, Certainty::Certain, Flags::NONE, true);
            return;
        }
        number::numbers(w, at, options, &mut |f| {
            add(f.start, f.end, f.next, Some(Value::Number(f.value)), f.certainty, f.flags, false);
        });
    }

    /// Decides among the candidates that overlap, and reports what is sure enough.
    fn settle(&mut self) {
        let all = core::mem::take(&mut self.candidates);
        if all.is_empty() {
            return;
        }
        let guards: Vec<Candidate> = all.iter().filter(|c| c.guard).cloned().collect();
        let free: Vec<Candidate> =
            all.into_iter().filter(|c| c.guard || !guards.iter().any(|g| g.overlaps(c))).collect();
        // Inside another of equal or higher certainty, or a number of a date: a part of it.
        let mut kept: Vec<Candidate> = free
            .iter()
            .filter(|c| !free.iter().any(|o| o.contains(c) && o.certainty >= c.certainty || o.explains(c)))
            .cloned()
            .collect();
        kept.sort_by_key(|c| (c.span.end, c.span.start));
        let chosen = schedule(&kept);
        let least = self.options.mode.least();
        let text = self.window.text;
        for candidate in chosen {
            self.resume = self.resume.max(candidate.span.end);
            if let Some(value) = candidate.value.filter(|_| candidate.certainty >= least) {
                self.ready.push_back(Entity {
                    text: candidate.span.of(text),
                    start: candidate.span.start,
                    value,
                    certainty: candidate.certainty,
                    flags: candidate.flags,
                });
            }
        }
    }
}

/// Weighted interval scheduling: disjoint candidates of the greatest total weight, in order.
fn schedule(sorted: &[Candidate]) -> Vec<Candidate> {
    // best[i]: total weight of the first i candidates, and whether the last of them is taken.
    let mut best: Vec<(u64, bool)> = Vec::with_capacity(sorted.len() + 1);
    best.push((0, false));
    let before = |i: usize| {
        let start = sorted.get(i).map_or(0, |c| c.span.start);
        sorted.partition_point(|c| c.span.end <= start).min(i)
    };
    for (i, candidate) in sorted.iter().enumerate() {
        let weight_at = |n: usize| best.get(n).map_or(0, |b| b.0);
        let with = weight_at(before(i)) + candidate.weight();
        let without = weight_at(i);
        best.push(if with > without { (with, true) } else { (without, false) });
    }
    let mut chosen = Vec::new();
    let mut i = sorted.len();
    while i > 0 {
        if best.get(i).is_some_and(|b| b.1) {
            chosen.extend(sorted.get(i - 1).cloned());
            i = before(i - 1);
        } else {
            i -= 1;
        }
    }
    chosen.reverse();
    chosen
}
