//! Every layer in one pass, in text order. Knows how to merge what the stages find; finds nothing
//! itself.

use alloc::collections::VecDeque;
use core::iter::FusedIterator;

use crate::certainty::{DateOrder, Mode, Profiles};
use crate::entity::{Dates, Entities, Entity, EntityOptions, Guards, Machine, Names, Numbers, item_tokens};
use crate::region::Region;
use crate::sentence::{Sentence, SentenceSplitter, Sentences};
use crate::span::Span;
use crate::token::{Token, TokenKind, Tokens};

/// Which layers an [`Analyzer`] reports: a small set.
///
/// ```
/// use warraq::{Analyzer, Layers};
/// let analyzer = Analyzer::new().layers(Layers::SENTENCES.with(Layers::ENTITIES));
/// assert_eq!(analyzer.analyze("وصل 11 وفدا.").count(), 2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Layers(u8);

impl Layers {
    /// No layer.
    pub const NONE: Self = Self(0);
    /// Sentences.
    pub const SENTENCES: Self = Self(1);
    /// Tokens, without white space.
    pub const TOKENS: Self = Self(2);
    /// Numbers and dates.
    pub const ENTITIES: Self = Self(4);
    /// All of them.
    pub const ALL: Self = Self(7);

    /// Both sets together.
    ///
    /// ```
    /// use warraq::Layers;
    /// assert!(Layers::TOKENS.with(Layers::SENTENCES).contains(Layers::TOKENS));
    /// ```
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of `other` are in the set.
    ///
    /// ```
    /// use warraq::Layers;
    /// assert!(Layers::ALL.contains(Layers::ENTITIES));
    /// ```
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl Default for Layers {
    fn default() -> Self {
        Self::ALL
    }
}

/// Options of the whole analysis, and of the search for numbers and dates alone.
///
/// ```
/// use warraq::{Analyzer, Finding};
///
/// let mut entities = Vec::new();
/// for finding in Analyzer::new().analyze("وصل 11 وفدا. عاد بعضها في 20 يناير 2023.") {
///     if let Finding::Entity(entity) = finding {
///         entities.push(entity.value().to_string());
///     }
/// }
/// assert_eq!(entities, ["card:11", "day:2023-01-20"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[must_use]
pub struct Analyzer {
    pub(crate) layers: Layers,
    pub(crate) entities: EntityOptions,
    pub(crate) splitter: SentenceSplitter,
}

impl Analyzer {
    /// Creates an analyzer with all layers and [`Mode::Balanced`]; dates that are parts of names and what only looks like a number
    /// are left out; days come before months; no profile, no region.
    ///
    /// ```
    /// assert_eq!(warraq::Analyzer::new().analyze("").count(), 0);
    /// ```
    pub const fn new() -> Self {
        Self {
            layers: Layers::ALL,
            entities: EntityOptions {
                mode: Mode::Balanced,
                names: Names::Suppress,
                region: None,
                profiles: Profiles::NONE,
                order: DateOrder::Dmy,
                guards: Guards::Suppress,
                everything: false,
            },
            splitter: SentenceSplitter::new(),
        }
    }

    /// Which layers [`Analyzer::analyze`] reports.
    ///
    /// ```
    /// use warraq::{Analyzer, Layers};
    /// assert_eq!(Analyzer::new().layers(Layers::TOKENS).analyze("وصل 11 وفدا.").count(), 4);
    /// ```
    pub const fn layers(mut self, layers: Layers) -> Self {
        self.layers = layers;
        self
    }

    /// How sure a number or date must be to be reported.
    ///
    /// ```
    /// use warraq::{Analyzer, Mode};
    /// assert_eq!(Analyzer::new().mode(Mode::Strict).entities("منذ 2010").count(), 0);
    /// ```
    pub const fn mode(mut self, mode: Mode) -> Self {
        self.entities.mode = mode;
        self
    }

    /// Whether dates that are part of a name are reported.
    ///
    /// ```
    /// use warraq::{Analyzer, Names};
    /// let text = "كوبري 6 أكتوبر";
    /// assert_eq!(Analyzer::new().entities(text).count(), 0);
    /// assert_eq!(Analyzer::new().names(Names::Report).entities(text).count(), 1);
    /// ```
    pub const fn names(mut self, names: Names) -> Self {
        self.entities.names = names;
        self
    }

    /// The region of the text: in the Maghreb and Lebanon a dot groups digits.
    ///
    /// ```
    /// use warraq::{Analyzer, Region};
    /// let found = Analyzer::new().region("MA".parse().unwrap()).numbers("15.000 درهم").next().unwrap();
    /// assert_eq!(found.value().to_string(), "card:15000");
    /// let kuwait: Region = "KW".parse().unwrap();
    /// let found = Analyzer::new().region(kuwait).numbers("15.000 دينار").next().unwrap();
    /// assert_eq!(found.value().to_string(), "card:15");
    /// ```
    pub const fn region(mut self, region: Region) -> Self {
        self.entities.region = Some(region);
        self
    }

    /// Which ways of writing are read beside Modern Standard Arabic: number words of the dialects, dates of
    /// classical texts.
    ///
    /// ```
    /// use warraq::{Analyzer, Profiles};
    /// let analyzer = Analyzer::new().profiles(Profiles::DIALECT);
    /// assert_eq!(analyzer.numbers("عمره خمسطعش").next().unwrap().value().to_string(), "card:15");
    /// ```
    pub const fn profiles(mut self, profiles: Profiles) -> Self {
        self.entities.profiles = profiles;
        self
    }

    /// Whether telephone numbers, versions and the like are reported for what they are; see [`Guards`].
    ///
    /// ```
    /// use warraq::{Analyzer, Guards};
    /// let analyzer = Analyzer::new().guards(Guards::Report);
    /// assert_eq!(analyzer.entities("فيروس كوفيد-19").next().unwrap().value().to_string(), "guard:model");
    /// ```
    pub const fn guards(mut self, guards: Guards) -> Self {
        self.entities.guards = guards;
        self
    }

    /// How a date of digits alone is read where its order is not plain; see [`DateOrder`].
    ///
    /// ```
    /// use warraq::{Analyzer, DateOrder};
    /// let analyzer = Analyzer::new().date_order(DateOrder::Mdy);
    /// assert_eq!(analyzer.dates("3/4/2023").next().unwrap().value().to_string(), "day:2023-03-04");
    /// ```
    pub const fn date_order(mut self, order: DateOrder) -> Self {
        self.entities.order = order;
        self
    }

    /// How [`Analyzer::analyze`] splits sentences.
    ///
    /// ```
    /// use warraq::{Analyzer, Layers, LineBreaks, SentenceSplitter};
    /// let wrapped = SentenceSplitter::new().line_breaks(LineBreaks::Wrapped);
    /// let analyzer = Analyzer::new().layers(Layers::SENTENCES).splitter(wrapped);
    /// assert_eq!(analyzer.analyze("سطر\nوسطر").count(), 1);
    /// ```
    pub const fn splitter(mut self, splitter: SentenceSplitter) -> Self {
        self.splitter = splitter;
        self
    }

    /// Every layer of `text`, lazily, in the order of where findings start; where several start
    /// together, a sentence comes before an entity and that before a token.
    ///
    /// The tokens are made once and shared with the search for numbers and dates. O(n) time;
    /// memory for a window of a few hundred tokens. Never panics.
    ///
    /// ```
    /// use warraq::{Analyzer, Finding};
    /// let found: Vec<_> = Analyzer::new().analyze("عام 2024.").map(|f| (f.layer(), f.text().to_owned())).collect();
    /// assert_eq!(found[0], ("sentence", "عام 2024.".to_owned()));
    /// assert_eq!(found[1], ("entity", "عام 2024".to_owned()));
    /// assert_eq!(found[2], ("token", "عام".to_owned()));
    /// ```
    pub fn analyze(self, text: &str) -> Analysis<'_> {
        let has = |layer| self.layers.contains(layer);
        let mut sentences = self.splitter.sentences(text);
        Analysis {
            next_sentence: if has(Layers::SENTENCES) { sentences.next() } else { None },
            sentences,
            tokens: item_tokens(text),
            machine: has(Layers::ENTITIES).then(|| Machine::new(text, self.entities)),
            keep_tokens: has(Layers::TOKENS),
            queue: VecDeque::new(),
            read: 0,
            done: !(has(Layers::TOKENS) || has(Layers::ENTITIES)),
        }
    }

    /// The numbers and dates of `text`, lazily, in order; they never overlap. O(n) time, memory
    /// for a window of a few hundred tokens. Never panics.
    ///
    /// ```
    /// let found: Vec<_> =
    ///     warraq::Analyzer::new().entities("١٢٫٥٪ منذ 2010").map(|e| e.value().to_string()).collect();
    /// assert_eq!(found, ["pct:12.5", "year:2010"]);
    /// ```
    pub fn entities(self, text: &str) -> Entities<'_> {
        Entities::new(text, self.entities)
    }

    /// Every reading of every number and date in `text`, weak ones too, also where they overlap: for finding out
    /// why something is found or not. In the order of where they start, the longest first. O(n) time for a
    /// bounded number of readings at each place.
    ///
    /// ```
    /// let all: Vec<_> = warraq::Analyzer::new().candidates("11 أبريل 2023").map(|e| e.value().to_string()).collect();
    /// assert!(all.contains(&"day:2023-04-11".to_owned()));
    /// assert!(all.contains(&"card:11".to_owned()));
    /// ```
    pub fn candidates(self, text: &str) -> Entities<'_> {
        Entities::new(text, EntityOptions { everything: true, ..self.entities })
    }

    /// The numbers among [`Analyzer::entities`].
    ///
    /// ```
    /// assert_eq!(warraq::Analyzer::new().numbers("11 فريقا منذ 2010").count(), 1);
    /// ```
    pub fn numbers(self, text: &str) -> Numbers<'_> {
        Numbers::new(self.entities(text))
    }

    /// The dates, times and durations among [`Analyzer::entities`].
    ///
    /// ```
    /// assert_eq!(warraq::Analyzer::new().dates("11 فريقا منذ 2010").count(), 1);
    /// ```
    pub fn dates(self, text: &str) -> Dates<'_> {
        Dates::new(self.entities(text))
    }
}

/// One finding of an analysis.
///
/// ```
/// use warraq::{Analyzer, Finding};
/// let first = Analyzer::new().analyze("نعم.").next();
/// assert!(matches!(first, Some(Finding::Sentence(_))));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(tag = "layer", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Finding<'t> {
    /// A sentence.
    Sentence(Sentence<'t>),
    /// A number, a date, a time or a duration.
    Entity(Entity<'t>),
    /// A token.
    Token(Token<'t>),
}

impl<'t> Finding<'t> {
    /// Where it stands, in bytes.
    ///
    /// ```
    /// use warraq::{Analyzer, Span};
    /// assert_eq!(Analyzer::new().analyze("نعم.").next().unwrap().span(), Span::new(0, 7));
    /// ```
    pub const fn span(&self) -> Span {
        match self {
            Self::Sentence(sentence) => sentence.span(),
            Self::Entity(entity) => entity.span(),
            Self::Token(token) => token.span(),
        }
    }

    /// Its text in the original.
    ///
    /// ```
    /// use warraq::Analyzer;
    /// assert_eq!(Analyzer::new().analyze("نعم.").last().unwrap().text(), ".");
    /// ```
    pub fn text(&self) -> &'t str {
        match self {
            Self::Sentence(sentence) => sentence.text(),
            Self::Entity(entity) => entity.text(),
            Self::Token(token) => token.text(),
        }
    }

    /// `sentence`, `entity` or `token`.
    ///
    /// ```
    /// use warraq::Analyzer;
    /// assert_eq!(Analyzer::new().analyze("نعم").last().unwrap().layer(), "token");
    /// ```
    pub const fn layer(&self) -> &'static str {
        match self {
            Self::Sentence(_) => "sentence",
            Self::Entity(_) => "entity",
            Self::Token(_) => "token",
        }
    }
}

/// The findings of a text, from [`Analyzer::analyze`].
///
/// ```
/// let mut analysis = warraq::Analyzer::new().analyze("نعم");
/// assert_eq!(analysis.by_ref().count(), 2);
/// assert_eq!(analysis.next(), None);
/// ```
#[derive(Clone, Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Analysis<'t> {
    sentences: Sentences<'t>,
    next_sentence: Option<Sentence<'t>>,
    tokens: Tokens<'t>,
    machine: Option<Machine<'t>>,
    keep_tokens: bool,
    /// Tokens that wait until no entity before them can come.
    queue: VecDeque<Token<'t>>,
    /// The byte behind the last token that was read.
    read: usize,
    /// Whether the tokens have come to their end.
    done: bool,
}

impl Analysis<'_> {
    /// Reads one more token, for every layer that wants it.
    fn feed(&mut self) {
        let Some(token) = self.tokens.next() else {
            self.done = true;
            if let Some(machine) = &mut self.machine {
                machine.finish();
            }
            return;
        };
        self.read = token.span().end;
        if self.keep_tokens && token.kind() != TokenKind::Whitespace {
            self.queue.push_back(token);
        }
        if let Some(machine) = &mut self.machine {
            machine.push(token);
        }
    }
}

impl<'t> Iterator for Analysis<'t> {
    type Item = Finding<'t>;

    fn next(&mut self) -> Option<Finding<'t>> {
        loop {
            let entity = self.machine.as_ref().and_then(|m| m.peek()).map(|e| e.span().start);
            let token = self.queue.front().map(|t| t.span().start);
            // Nothing that starts before this can still come from the tokens.
            let settled = match (&self.machine, self.done) {
                (_, true) => usize::MAX,
                (Some(machine), _) => machine.horizon(),
                (None, _) => self.read,
            };
            let sentence = self.next_sentence.map(|s| s.span().start);
            let Some(start) = sentence.into_iter().chain(entity).chain(token).min() else {
                if self.done {
                    return None;
                }
                self.feed();
                continue;
            };
            if sentence == Some(start) && start <= settled {
                let found = core::mem::replace(&mut self.next_sentence, self.sentences.next());
                return found.map(Finding::Sentence);
            }
            if start >= settled {
                self.feed();
            } else if entity == Some(start) {
                return self.machine.as_mut().and_then(Machine::pop).map(Finding::Entity);
            } else {
                return self.queue.pop_front().map(Finding::Token);
            }
        }
    }
}

impl FusedIterator for Analysis<'_> {}
