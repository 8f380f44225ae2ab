//! The meaning of all operations: passes over one stretch of text in the order of the list below,
//! each plain and linear. `walk` calls this where neighbours matter, and must give its result
//! everywhere.
//!
//! A window starts at an ASCII character or at the start of the text, and ends before an ASCII
//! blank or at the end: no operation looks across these.

use alloc::vec::Vec;
use core::mem;

use unicode_normalization::char::{canonical_combining_class, compose};

use super::classes::Classes;
use super::forms;
use super::item::{Item, Source, nfc};
use super::letters::{AlefMaqsura, DaggerAlef, FarsiYeh, FinalMarks, TanwinCarrier};
use super::ops::{
    Composition, Digits, Invisible, Phrases, PresentationForms, Punctuation, Spaces, Switches, Tatweel, Zwnj,
};
use super::plan::{ascii_sign, same_composed, zero};
use super::{signs, words};
use crate::class::{CharClass, class_of, decimal_value, is_nfc_inert};
use crate::fold::LetterFolds;

const TATWEEL: char = '\u{0640}';
const ZWJ: char = '\u{200D}';

/// A heh of any keyboard, also with a hamza that the folds take away, which with a tatweel is the
/// Hijri mark. Not what folds to one: a teh marbuta is none. Asked of the text before the folds, so
/// that `clean` and `search` agree.
pub(super) const fn is_heh(c: char) -> bool {
    matches!(c, 'ه' | 'ھ' | 'ہ' | 'ە' | 'ۀ' | 'ۂ')
}
/// How often the passes may run over their own result; see [`Window::run`].
const ROUNDS: usize = 8;

/// Two buffers, reused from window to window; each pass reads one and writes the other. Every
/// character carries its source along: `()` where only the text is wanted, or the place it came from.
pub(super) struct Window<'s, S> {
    switches: &'s Switches,
    folds: LetterFolds,
    from: Vec<Item<S>>,
    to: Vec<Item<S>>,
    /// The text before the passes, where they may have to run again.
    before: Vec<char>,
    /// Marks of hamza go at once: what they compose with folds to the same without them. `None` before
    /// it was asked.
    same_composed: Option<bool>,
    /// Whether the output ends in white space, if runs of it become one: the next window knows.
    pub(super) space: bool,
}

impl<'s, S: Source> Window<'s, S> {
    /// Allocates nothing before the first window.
    pub(super) fn new(switches: &'s Switches) -> Self {
        Self {
            switches,
            folds: switches.folds(),
            same_composed: None,
            from: Vec::new(),
            to: Vec::new(),
            before: Vec::new(),
            space: false,
        }
    }

    /// Normalizes one window. O(length).
    ///
    /// The rules that read words and signs may apply again to what later passes made of the text: a
    /// deleted hamza leaves another last letter. So with these on, the passes run until nothing
    /// changes. Each rule only ever takes away what it reads, so that few rounds do.
    pub(super) fn run(&mut self, text: &str) {
        self.from.clear();
        self.from.extend(text.char_indices().map(|(at, c)| Item { c, source: S::at(at, at + c.len_utf8()) }));
        if self.switches.contextual() {
            for _ in 0..ROUNDS {
                self.before.clear();
                self.before.extend(self.from.iter().map(|item| item.c));
                self.passes();
                if self.from.iter().map(|item| item.c).eq(self.before.iter().copied()) {
                    break;
                }
            }
        } else {
            self.passes();
        }
        if self.switches.spaces != Spaces::Keep {
            self.pass(Self::spaces);
        }
    }

    /// The passes in their order.
    fn passes(&mut self) {
        let switches = self.switches;
        let mut classes = Classes::of(self.from.iter().map(|item| item.c));
        let forms =
            switches.presentation_forms != PresentationForms::Keep || switches.phrases != Phrases::Keep;
        if forms && classes.any(Classes::FORMS) {
            self.pass(Self::forms);
            classes = Classes::of(self.from.iter().map(|item| item.c));
        }
        if classes.any(Classes::CONTROLS) {
            self.pass(Self::controls);
        }
        let folds = self.folds;
        let same = *self.same_composed.get_or_insert_with(|| {
            !switches.contextual() && switches.composition != Composition::Keep && same_composed(folds)
        });
        if same && classes.any(Classes::HAMZA) {
            self.pass(Self::hamza_marks);
        }
        if self.compose() {
            classes = Classes::of(self.from.iter().map(|item| item.c));
        }
        if switches.invisible != Invisible::Keep && classes.any(Classes::JOINER) {
            self.pass(Self::joiners);
            self.compose();
            classes = Classes::of(self.from.iter().map(|item| item.c));
        }
        let composed = self.from.len();
        if switches.dagger_alef != DaggerAlef::Keep {
            self.pass(|window| words::each(&window.from, &mut window.to, words::dagger_alef));
        }
        if switches.tanwin_carrier != TanwinCarrier::Keep {
            self.pass(|window| words::each(&window.from, &mut window.to, words::tanwin_carrier));
        }
        if switches.final_marks != FinalMarks::Keep {
            self.pass(|window| words::each(&window.from, &mut window.to, words::final_marks));
        }
        if classes.any(Classes::MARKS) || folds.drops() {
            self.pass(Self::deletions);
        }
        if switches.tatweel != Tatweel::Keep && classes.any(Classes::TATWEEL) {
            self.pass(Self::tatweel);
        }
        if switches.farsi_yeh != FarsiYeh::Keep {
            self.pass(|window| words::each(&window.from, &mut window.to, words::farsi_yeh));
        }
        let mut changed = switches.contextual() || self.from.len() != composed;
        self.pass(|window| changed |= window.letters());
        if changed && self.compose() {
            self.settle();
        }
        if switches.alef_maqsura == AlefMaqsura::Reverse {
            self.pass(|window| words::each(&window.from, &mut window.to, words::final_yeh));
        }
        match switches.digits {
            Digits::Latin => self.pass(|window| signs::separators_to_latin(&window.from, &mut window.to)),
            Digits::Arabic | Digits::Extended => {
                self.pass(|window| signs::separators_to_arabic(&window.from, &mut window.to));
            }
            Digits::Keep | Digits::LatinAll => {}
        }
        if let Punctuation::Arabic | Punctuation::Urdu = switches.punctuation {
            self.pass(|window| {
                signs::punctuation_to_arabic(&window.from, &mut window.to, switches.punctuation);
            });
        }
        if let Some((shortest, left)) = self.switches.elongation.limits() {
            self.pass(|window| window.elongation(shortest, left));
        }
    }

    /// The last window, normalized.
    pub(super) fn result(&self) -> &[Item<S>] {
        &self.from
    }

    fn pass(&mut self, pass: impl FnOnce(&mut Self)) {
        self.to.clear();
        pass(self);
        mem::swap(&mut self.from, &mut self.to);
    }

    /// 1. Presentation forms become letters, and ligatures words. The initial heh keeps the stretch in
    ///    which the Hijri mark consists, until [`Self::tatweel`] judges it.
    fn forms(&mut self) {
        let forms = self.switches.presentation_forms != PresentationForms::Keep;
        // Whether a letter or digit stands before, looking over marks and controls.
        let mut joined = false;
        for (i, &item) in self.from.iter().enumerate() {
            if forms::is_expanded(item.c, self.switches.phrases) {
                let phrase = forms::words(item.c).any(|c| c == ' ');
                let next = self.from.get(i + 1..).and_then(|rest| rest.iter().find_map(|item| joins(item.c)));
                let blank = |joined: bool| (phrase && joined).then(|| item.with(' '));
                self.to.extend(blank(joined));
                self.to.extend(forms::words(item.c).map(|letter| item.with(letter)));
                self.to.extend(blank(next == Some(true)));
                joined = true;
                continue;
            }
            joined = joins(item.c).unwrap_or(joined);
            if forms && forms::is_form(item.c) {
                self.to.extend(forms::letters(item.c).map(|letter| item.with(letter)));
                if item.c == forms::HEH_INITIAL && self.switches.tatweel == Tatweel::Delete {
                    self.to.push(item.with(TATWEEL));
                }
            } else {
                self.to.push(item);
            }
        }
    }

    /// 2. Invisible controls, without the joiner.
    fn controls(&mut self) {
        for &item in &self.from {
            match class_of(item.c) {
                CharClass::Invisible if self.switches.invisible != Invisible::Keep => {}
                CharClass::Zwnj => match self.switches.zwnj {
                    Zwnj::Keep => self.to.push(item),
                    Zwnj::Delete => {}
                    Zwnj::Space => self.to.push(item.with(' ')),
                },
                _ => self.to.push(item),
            }
        }
    }

    /// Before 3. The marks of hamza that are deleted and would change nothing, as the table does it.
    fn hamza_marks(&mut self) {
        for &item in &self.from {
            let class = class_of(item.c);
            if !(class == CharClass::HamzaMark && self.switches.marks.has(item.c, class)) {
                self.to.push(item);
            }
        }
    }

    /// 2 continued. The joiner, which stays between emoji: `ExtPict Extend* ZWJ × ExtPict` (GB11 of
    /// UAX #29, every mark taken for Extend). After a heh it is another way to write tatweel.
    /// Judged on composed text, since ↔ with U+0338 is no pictograph any more.
    fn joiners(&mut self) {
        let pictograph = |c: char| matches!(class_of(c), CharClass::Emoji | CharClass::TextEmoji);
        // What stands before, looking over marks.
        let mut base = '\0';
        for (i, &item) in self.from.iter().enumerate() {
            if item.c == ZWJ {
                let emoji = pictograph(base) && self.from.get(i + 1).is_some_and(|next| pictograph(next.c));
                if emoji {
                    self.to.push(item);
                } else if is_heh(base) && self.switches.tatweel == Tatweel::Delete {
                    self.to.push(item.with(TATWEEL));
                }
                base = '\0';
            } else {
                self.to.push(item);
                let class = class_of(item.c);
                if !(class.is_mark() || class == CharClass::EmojiModifier) {
                    base = item.c;
                }
            }
        }
    }

    /// 3. Canonical composition. Tells whether anything here could compose or move.
    fn compose(&mut self) -> bool {
        let needed = self.switches.composition != Composition::Keep
            && !self.from.iter().all(|item| is_nfc_inert(item.c));
        if needed {
            nfc(&mut self.from, &mut self.to);
            mem::swap(&mut self.from, &mut self.to);
        }
        needed
    }

    /// 5. Marks; letters that are deleted, with the marks that stand on them.
    fn deletions(&mut self) {
        let mut dropped = false;
        for &item in &self.from {
            let class = class_of(item.c);
            if class.is_arabic_letter() {
                dropped = self.folds.letter(item.c).is_none();
            } else if dropped {
                dropped = class.is_mark() || canonical_combining_class(item.c) != 0;
            }
            if !(dropped || self.switches.marks.has(item.c, class)) {
                self.to.push(item);
            }
        }
    }

    /// 5 continued. Tatweel, but for the Hijri mark: a heh with tatweel that is a word of its own or
    /// stands right after digits. Judged on what is left after the other deletions.
    fn tatweel(&mut self) {
        // What stands before, looking over marks, controls and tatweels that went.
        let mut before = CharClass::Space;
        let mut rest = self.from.as_slice();
        while let Some((&item, after)) = rest.split_first() {
            rest = after;
            if item.c == TATWEEL {
                continue;
            }
            self.to.push(item);
            if is_heh(item.c)
                && let Some(&tatweel) = rest.first().filter(|next| next.c == TATWEEL)
            {
                let next = rest
                    .iter()
                    .map(|item| class_of(item.c))
                    .find(|&class| !(class.is_mark() || class.is_invisible() || class == CharClass::Tatweel));
                let hijri = self.switches.tatweel == Tatweel::Delete;
                let alone = !before.is_letter() && !next.is_some_and(CharClass::is_letter);
                if hijri && (alone || before.is_digit()) {
                    self.to.push(tatweel);
                }
            }
            let class = class_of(item.c);
            if !(class.is_mark() || class.is_invisible()) {
                before = class;
            }
        }
    }

    /// 6. Folds of letters, to closure, digits, and punctuation to ASCII. Whether anything changed.
    fn letters(&mut self) -> bool {
        let digits = self.switches.digits;
        let zero = zero(digits);
        let mut changed = false;
        for &item in &self.from {
            let c = item.c;
            let to = match class_of(c) {
                CharClass::DigitFullwidth | CharClass::DigitMath | CharClass::DigitOther
                    if digits != Digits::LatinAll =>
                {
                    c
                }
                CharClass::DigitLatin
                | CharClass::DigitArabic
                | CharClass::DigitExtended
                | CharClass::DigitFullwidth
                | CharClass::DigitMath
                | CharClass::DigitOther => zero
                    .zip(decimal_value(c))
                    .and_then(|(zero, value)| char::from_u32(zero as u32 + u32::from(value)))
                    .unwrap_or(c),
                CharClass::Percent if c == '٪' && digits == Digits::Latin => '%',
                _ if self.switches.punctuation == Punctuation::Ascii => {
                    ascii_sign(c).or(self.folds.letter(c)).unwrap_or(c)
                }
                _ => self.folds.letter(c).unwrap_or(c),
            };
            changed |= to != c;
            self.to.push(item.with(to));
        }
        changed
    }

    /// 7. Compositions that the deletions and folds made possible, and the folds of what they give,
    ///    until nothing changes: ا with two U+0654 is أ with one, is (folded) ا with one, and so on.
    ///
    /// The text is composed already; each letter then takes its marks one by one. A letter that a
    /// fold deletes takes the rest of its marks with it.
    fn settle(&mut self) {
        let mut deleted = false;
        self.to.clear();
        let mut rest = self.from.iter().copied().peekable();
        while let Some(first) = rest.next() {
            if !class_of(first.c).is_arabic_letter() {
                self.to.push(first);
                continue;
            }
            let at = self.to.len();
            let mut letter = self.folds.letter(first.c);
            let mut source = first.source;
            self.to.push(first);
            // The class of the last mark that stayed: one of the same class is blocked by it.
            let mut last = 0;
            while let Some(mark) = rest.next_if(|item| canonical_combining_class(item.c) != 0) {
                let order = canonical_combining_class(mark.c);
                let Some(base) = letter else { continue };
                match compose(base, mark.c) {
                    Some(composite) if last < order => {
                        letter = self.folds.letter(composite);
                        source = source.join(mark.source);
                    }
                    _ => {
                        last = order;
                        self.to.push(mark);
                    }
                }
            }
            if let (Some(c), Some(place)) = (letter, self.to.get_mut(at)) {
                *place = Item { c, source };
            } else {
                self.to.truncate(at);
                deleted = true;
            }
        }
        mem::swap(&mut self.from, &mut self.to);
        if deleted {
            self.compose();
        }
    }

    /// 9. Runs of at least `shortest` equal letters, to `left` letters.
    fn elongation(&mut self, shortest: usize, left: usize) {
        for run in self.from.chunk_by(|a, b| a.c == b.c) {
            let letters = run.first().is_some_and(|first| class_of(first.c) == CharClass::ArabicLetter);
            let len = if letters && run.len() >= shortest { left } else { run.len() };
            self.to.extend(run.iter().take(len));
        }
    }

    /// 10. A run of white space inside a line becomes one space.
    fn spaces(&mut self) {
        for &item in &self.from {
            if class_of(item.c) != CharClass::Space {
                self.space = false;
                self.to.push(item);
            } else if !mem::replace(&mut self.space, true) {
                self.to.push(item.with(' '));
            }
        }
    }
}

/// Whether a phrase beside this character must be kept apart from it; `None` for what is looked over.
fn joins(c: char) -> Option<bool> {
    let class = class_of(c);
    if class.is_mark() || class.is_invisible() || canonical_combining_class(c) != 0 {
        return None;
    }
    Some(class.is_letter() || class.is_digit() || class == CharClass::Tatweel)
}
