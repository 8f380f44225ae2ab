//! The search: gathers the candidates of both grammars where they overlap, and keeps those that
//! together explain the text best.

use alloc::collections::VecDeque;
use alloc::vec::Vec;

use super::{Entity, EntityOptions, Guards, Names, Value};
use crate::certainty::{Certainty, Flags};
use crate::class::CharClass;
use crate::date::{self, Blocked, Date};
use crate::item::{AHEAD, Item, ItemKind, Starts, Window};
use crate::lexicon::Sense;
use crate::number::{self, Found, Number};
use crate::span::Span;
use crate::token::Token;

/// A candidate of either grammar.
#[derive(Clone, Debug)]
struct Candidate {
    span: Span,
    /// Tokens that it covers.
    tokens: usize,
    /// The item behind it.
    next: usize,
    /// `None` claims the span and reports nothing.
    value: Option<Value>,
    certainty: Certainty,
    flags: Flags,
    guard: bool,
}

/// Items that are read before the grammars are asked about them: while one is asked, its code drives that of the other out of
/// the nearest cache.
const BATCH: usize = 240;

/// So many candidates are weighed against each other at once, at most.
const CLUSTER: usize = 96;

impl Candidate {
    fn overlaps(&self, other: Span) -> bool {
        self.span.start < other.end && other.start < self.span.end
    }

    fn contains(&self, other: &Self) -> bool {
        self.span != other.span && self.span.start <= other.span.start && other.span.end <= self.span.end
    }

    /// Whether the other may lose to this, and give back what it holds.
    fn disputes(&self, other: &Self) -> bool {
        self.guard && !other.guard && self.overlaps(other.span)
            || self.overlaps(other.span)
                && self.span != other.span
                && !self.contains(other)
                && !other.contains(self)
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
            None | Some(Value::Guard(_)) => 11,
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
    /// Whether no short way is taken.
    #[cfg(test)]
    thorough: bool,
}

impl<'t> Machine<'t> {
    pub(crate) fn new(text: &'t str, options: EntityOptions) -> Self {
        Self {
            window: Window::new(text, options.reading()),
            options,
            candidates: Vec::new(),
            extent: 0,
            read: 0,
            resume: 0,
            ready: VecDeque::new(),
            #[cfg(test)]
            thorough: false,
        }
    }

    /// Takes the next token, white space included, and reads, many items at a time, as far as the look-ahead
    /// allows.
    #[inline]
    pub(crate) fn push(&mut self, token: Token<'t>) {
        self.read = token.span().end;
        self.window.push(token);
        if self.window.ahead() > BATCH + AHEAD {
            self.advance(AHEAD);
        }
    }

    /// The end of the text: reads the rest.
    pub(crate) fn finish(&mut self) {
        self.advance(0);
        self.settle();
        self.window.close();
    }

    /// The whole text.
    pub(super) fn text(&self) -> &'t str {
        self.window.text
    }

    pub(super) fn finished(&self) -> bool {
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

    /// Reads what starts at the next items, but for the last `ahead`.
    #[inline(never)]
    fn advance(&mut self, ahead: usize) {
        number::remember(&mut self.window, ahead);
        while let Some(start) = self.window.next_start(ahead) {
            if !self.candidates.is_empty() && (start >= self.extent || self.candidates.len() >= CLUSTER) {
                self.settle();
            }
            let at = self.window.at;
            if start >= self.resume
                && self.may_start(at)
                && !self.is_settled(at, start)
                && self.gather(at)
                && !self.is_settled(at, start + 1)
            {
                self.gather_numbers(at);
            }
            self.window.at += 1;
        }
        self.window.forget();
    }

    /// A glance at what follows, which most signs and particles have nothing to do with.
    fn may_start(&self, at: usize) -> bool {
        let w = &self.window;
        let Some(item) = w.get(at) else { return false };
        let next = w.get(at + 1);
        match item.kind {
            ItemKind::Sign(
                CharClass::Dash | CharClass::MathSymbol | CharClass::FullStop | CharClass::DecimalSeparator,
            ) => next.is_some_and(|next| {
                !next.spaced
                    && match next.kind {
                        ItemKind::Number(_) | ItemKind::Sign(CharClass::Percent | CharClass::Opener) => true,
                        // -.5
                        ItemKind::Sign(CharClass::FullStop | CharClass::DecimalSeparator) => {
                            w.get(at + 2).is_some_and(Item::is_number)
                        }
                        _ => false,
                    }
            }),
            ItemKind::Sign(CharClass::Percent) => {
                next.is_some_and(|next| matches!(next.kind, ItemKind::Number(_) | ItemKind::Sign(_)))
            }
            ItemKind::Sign(class) => class == CharClass::Fraction,
            // متر ونصف, متر مربع ونصف
            _ if item.starts.only(Starts::WHOLE) => (at + 1..at + 3).any(|i| {
                // كيلو ونص
                w.can(i, Starts::NUMBER.with(Starts::EXCEPT)) || number::is_and_half(w, i)
            }),
            _ if item.starts.leans() => {
                // Behind a phrase such as ما يقرب من, or a word such as نحو.
                (at + 1..at + 5).any(|i| w.get(i).is_some_and(|next| next.starts(Starts::STRONG)))
            }
            _ => true,
        }
    }

    /// Whether whatever starts at `at` is a part of a candidate that is certain and starts before byte `before`, and
    /// cannot reach beyond it.
    fn is_settled(&self, at: usize, before: usize) -> bool {
        #[cfg(test)]
        if self.thorough {
            return false;
        }
        let Some(start) = self.window.get(at).map(|item| item.span.start) else { return false };
        !self.options.everything
            && self.candidates.iter().any(|c| {
                c.certainty == Certainty::Certain
                    && c.span.start < before
                    && start < c.span.end
                    && (c.span.start < start || c.next > at + 1)
                    && !self.candidates.iter().any(|other| other.disputes(c))
                    && self.ends_all(at, c)
            })
    }

    /// Whether neither grammar can read from `at` over the end of the candidate: a word that no rule reads or a line end
    /// stands there, or a sign or particle or two before one, and no phrase reaches over it. And whether no guard can start before it,
    /// which would take the candidate away.
    fn ends_all(&self, at: usize, candidate: &Candidate) -> bool {
        let (w, next) = (&self.window, candidate.next);
        let unknown = |at| w.get(at).is_none_or(|item| item.kind == ItemKind::Break || w.is_only_a_word(at));
        // Both grammars read over these, but only to something: 2024، في, 2024 من.
        let particle = |sense: &Sense| {
            matches!(sense, Sense::Prep | Sense::From | Sense::Within | Sense::Function | Sense::Particle)
        };
        let joins = |at| {
            w.get(at).is_some_and(|item| match item.kind {
                ItemKind::Sign(class) => matches!(class, CharClass::FullStop | CharClass::Comma),
                ItemKind::Word => {
                    !item.is_unknown() && w.readings(item).all(|r| r.senses().iter().all(particle))
                }
                _ => false,
            })
        };
        let ends = (next..next + 3).find(|&i| !joins(i)).is_some_and(unknown);
        let guarded = candidate.guard || matches!(candidate.value, Some(Value::Date(_)));
        let ends_inside = |i: usize| {
            w.get(i).is_some_and(|item| {
                // The phrase is the first reading.
                let reaches = w.readings(item).next().is_some_and(|r| i + r.items > next);
                let guards = item.starts(Starts::NAME) || !guarded && item.is_number();
                !reaches && !guards
            })
        };
        ends && (at..next).all(ends_inside)
    }

    /// Gathers the dates and guards that start at `at`; whether numbers are wanted too.
    fn gather(&mut self, at: usize) -> bool {
        let glances = self.window.can(at, Starts::DIGITS.with(Starts::NUMBER).with(Starts::ORDINAL));
        #[cfg(test)]
        let glances = glances && !self.thorough;
        if glances {
            self.window.look_ahead(at);
        }
        let Self { window, candidates, options, extent, resume, .. } = self;
        let w = &*window;
        let (names, guards) = (options.names, options.guards);
        let guarded = |kind| (guards == Guards::Report).then_some(Value::Guard(kind));
        // What a date that started before has read is no label and no model's number.
        let covered = w.get(at).is_some_and(|i| {
            candidates.iter().any(|c| {
                matches!(c.value, Some(Value::Date(_)))
                    && c.certainty >= Certainty::Likely
                    && c.span.start < i.span.start
                    && i.span.start < c.span.end
            })
        });
        let mut add = adder(candidates, extent, *resume, at);
        // A fixed phrase is a name, unless a date reaches beyond it: اليوم السابع من أكتوبر.
        if w.get(at).is_some_and(|i| i.starts(Starts::NAME))
            && let Some(Found { value: kind, start, end, next, .. }) = number::guard(w, at)
        {
            let mut beyond = false;
            date::dates(w, at, &mut |c| beyond |= c.found.end > end);
            if !beyond {
                add(start, end, next, guarded(kind), Certainty::Certain, Flags::NONE, true);
                return false;
            }
        }
        if let Some((said_again, next)) = number::repetition(w, at) {
            add(said_again.start, said_again.end, next, None, Certainty::Certain, Flags::NONE, false);
        }
        let mut dated = false;
        date::dates(w, at, &mut |c: date::Candidate| {
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
        if !dated
            && !covered
            && let Some(Found { value: kind, start, end, next, .. }) = number::guard(w, at)
        {
            add(start, end, next, guarded(kind), Certainty::Certain, Flags::NONE, true);
            return false;
        }
        true
    }

    /// Gathers the numbers that start at `at`.
    fn gather_numbers(&mut self, at: usize) {
        let Self { window, candidates, extent, resume, .. } = self;
        let mut add = adder(candidates, extent, *resume, at);
        number::numbers(window, at, &mut |f| {
            add(f.start, f.end, f.next, Some(Value::Number(f.value)), f.certainty, f.flags, false);
        });
    }

    /// Decides among the candidates that overlap, and reports what is sure enough.
    fn settle(&mut self) {
        if self.candidates.is_empty() {
            return;
        }
        if self.options.everything {
            self.candidates.sort_by_key(|c| (c.span.start, core::cmp::Reverse(c.span.end)));
        } else if self.candidates.len() > 1 {
            weigh(&mut self.candidates);
        }
        let least = if self.options.everything { Certainty::Weak } else { self.options.mode.least() };
        let everything = self.options.everything;
        let text = self.window.text;
        for candidate in self.candidates.drain(..) {
            if !everything {
                self.resume = self.resume.max(candidate.span.end);
            }
            if let Some(value) = candidate.value.filter(|_| candidate.certainty >= least) {
                self.ready.push_back(Entity {
                    source: text,
                    start: candidate.span.start,
                    len: candidate.span.len(),
                    value,
                    certainty: candidate.certainty,
                    flags: candidate.flags,
                    options: self.window.options,
                });
            }
        }
    }
}

/// Keeps of the candidates those that together explain the text best, in order.
fn weigh(all: &mut Vec<Candidate>) {
    if all.iter().any(|c| c.guard) {
        let guards: Vec<Span> = all.iter().filter(|c| c.guard).map(|c| c.span).collect();
        all.retain(|c| c.guard || !guards.iter().any(|&guard| c.overlaps(guard)));
    }
    // Inside another of equal or higher certainty, or a number of a date: a part of it.
    let part =
        |c: &Candidate| all.iter().any(|o| o.contains(c) && o.certainty >= c.certainty || o.explains(c));
    let mut parts = all.iter().map(part).collect::<Vec<bool>>().into_iter();
    let mut held: Vec<Candidate> = all.extract_if(.., |_| parts.next().unwrap_or(false)).collect();
    if all.len() > 1 {
        all.sort_by_key(|c| (c.span.end, c.span.start));
        schedule(all);
    }
    // What held them has lost: هذا العام takes العام 52 its noun, and 52 كتابا are counted.
    held.retain(|c| !all.iter().any(|o| c.overlaps(o.span)));
    if !held.is_empty() && held.len() < CLUSTER {
        weigh(&mut held);
        all.append(&mut held);
        all.sort_by_key(|c| c.span.start);
    }
}

/// What adds a candidate that starts at the item `at`: its bytes, the item behind it, what it says, whether it is a guard.
fn adder(
    candidates: &mut Vec<Candidate>,
    extent: &mut usize,
    resume: usize,
    at: usize,
) -> impl FnMut(usize, usize, usize, Option<Value>, Certainty, Flags, bool) {
    move |start, end, next, value, certainty, flags, guard| {
        if end <= start || start < resume {
            return;
        }
        *extent = (*extent).max(end);
        let (span, tokens) = (Span::new(start, end), next.saturating_sub(at).max(1));
        candidates.push(Candidate { span, tokens, next, value, certainty, flags, guard });
    }
}

/// Weighted interval scheduling: keeps disjoint candidates of the greatest total weight, in order.
fn schedule(sorted: &mut Vec<Candidate>) {
    // best[i]: total weight of the first i candidates, and whether the last of them is taken.
    let mut best: Vec<(u64, bool)> = Vec::with_capacity(sorted.len() + 1);
    best.push((0, false));
    let before = |sorted: &[Candidate], i: usize| {
        let start = sorted.get(i).map_or(0, |c| c.span.start);
        sorted.partition_point(|c| c.span.end <= start).min(i)
    };
    for (i, candidate) in sorted.iter().enumerate() {
        let weight_at = |n: usize| best.get(n).map_or(0, |b| b.0);
        let with = weight_at(before(sorted, i)) + candidate.weight();
        let without = weight_at(i);
        best.push(if with > without { (with, true) } else { (without, false) });
    }
    let mut i = sorted.len();
    while i > 0 {
        if best.get(i).is_some_and(|b| b.1) {
            let from = before(sorted, i - 1);
            // Between the two nothing is taken.
            sorted.drain(from..i - 1);
            i = from;
        } else {
            sorted.remove(i - 1);
            i -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::*;
    use crate::certainty::{Mode, Profiles};

    fn words() -> Vec<&'static str> {
        const FILES: [&str; 4] = [
            include_str!("../lexicon/units.tsv"),
            include_str!("../lexicon/numbers.tsv"),
            include_str!("../lexicon/dates.tsv"),
            include_str!("../lexicon/names.tsv"),
        ];
        let lines = FILES.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#'));
        lines.filter_map(|line| line.split('\t').next()).collect()
    }

    /// What a certain date or number settles is settled: where everything is gathered, the findings are the same.
    #[test]
    fn the_thorough_way_finds_the_same() {
        const COMMON: [&str; 58] = [
            "الـ",
            "بـ",
            "الـ14/5/2024",
            "الأخير",
            "الأخيرة",
            "أو",
            "نقطة",
            "الزمن",
            "أجزاء",
            "على",
            "GMT",
            "ضوئية",
            "نفسه",
            "ل",
            "5",
            "12",
            "14/5/2024",
            "2023",
            "1445",
            "3.5",
            "20-30",
            "007",
            "٧",
            "10:30",
            "كتاب",
            "شخصا",
            "الجديدة",
            "يوم",
            "الأحد",
            "مايو",
            "كانون الأول",
            "رمضان",
            "عام",
            "سنة",
            "هـ",
            "م",
            "الماضي",
            "من",
            "إلى",
            "حتى",
            "و",
            "الخامس",
            "الثانية",
            "والنصف",
            "ثلاثة",
            "وعشرين",
            "ألف",
            "وخمسمئة",
            "مليون",
            "الساعة",
            "صباحا",
            "نحو",
            "في",
            "في المئة",
            "بعد",
            "أيام",
            "الموافق",
            "الربع",
        ];
        const JOINTS: [&str; 12] = [" ", " ", " ", " ", " ", "، ", ". ", "\n", "-", "/", " (", ") "];
        let words = words();
        let mut state = 0x2545_F491_4F6C_DD1D_u64;
        let mut below = |n: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 11) as usize % n
        };
        let mut found = 0_usize;
        for round in 0..20_000 {
            let mut text = String::new();
            for _ in 0..3 + below(8) {
                let word = if below(3) == 0 {
                    words.get(below(words.len()))
                } else {
                    COMMON.get(below(COMMON.len()))
                };
                text.push_str(word.copied().unwrap_or(""));
                text.push_str(JOINTS.get(below(JOINTS.len())).copied().unwrap_or(" "));
            }
            let options = EntityOptions {
                mode: if round % 3 == 0 { Mode::Recall } else { Mode::default() },
                guards: if round % 2 == 0 { Guards::Report } else { Guards::default() },
                names: if round % 5 == 0 { Names::Report } else { Names::default() },
                profiles: if round % 7 == 0 {
                    Profiles::DIALECT.with(Profiles::CLASSICAL)
                } else {
                    Profiles::default()
                },
                ..EntityOptions::default()
            };
            let read = |thorough| {
                let mut machine = Machine::new(&text, options);
                machine.thorough = thorough;
                crate::entity::item_tokens(&text).for_each(|token| machine.push(token));
                machine.finish();
                core::iter::from_fn(move || machine.pop()).collect::<Vec<_>>()
            };
            let short = read(false);
            found += short.len();
            assert_eq!(short, read(true), "{text:?}");
        }
        assert!(found > 20_000);
    }
}
