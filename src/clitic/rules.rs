//! Where a word comes apart. The order of the segments is fixed:
//!
//! ```text
//! [أ] [و | ف] [س | ب ل ك] [ال] stem [pronoun]
//! ```
//!
//! A letter is cut off unless the lists say that it belongs to the stem; a stem keeps letters enough to be
//! one; س stands before an imperfect only; no pronoun follows the article. Knows letters and lists.

use super::Role;
use super::cuts::Cuts;
use super::letters::{LONGEST, Letters};
use super::lexicon::{Lexicon, Lists, Whole, lexicon};
use super::shapes::{duals, endings};
use crate::certainty::{Certainty, Mode};

/// The place of a proclitic in a word.
fn rank(role: Role) -> u8 {
    match role {
        Role::Interrogative => 0,
        Role::Conjunction => 1,
        Role::Future | Role::Preposition => 2,
        Role::Article => 3,
        Role::Stem | Role::Pronoun => 4,
    }
}

/// How a word belongs to a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Member {
    /// It stands there.
    Itself,
    /// A word that stands there, with a pronoun.
    WithPronoun,
    /// An inflection of one.
    Inflected,
}

/// One word on its way.
pub(super) struct Word<'w, 't> {
    pub(super) letters: &'w Letters<'t>,
    pub(super) lexicon: &'static Lexicon,
    mode: Mode,
    cuts: Cuts,
}

/// Letters of Persian and Urdu, which no Arabic word has: its clitics are not theirs.
const FOREIGN: [char; 15] = ['ی', 'ک', 'گ', 'پ', 'چ', 'ژ', 'ٹ', 'ڈ', 'ڑ', 'ں', 'ہ', 'ھ', 'ے', 'ۀ', 'ە'];

pub(super) fn analyze(letters: &Letters<'_>, mode: Mode) -> Cuts {
    // All of them stand behind the letters and marks of Arabic.
    if letters.text.chars().any(|c| c > '\u{670}' && FOREIGN.contains(&c)) {
        return Cuts::whole(letters.len);
    }
    let mut word = Word { letters, lexicon: lexicon(), mode, cuts: Cuts::new() };
    if !word.closed() {
        word.proclitics();
        word.stem();
    }
    word.cuts
}

impl Word<'_, '_> {
    /// The letter that is looked at.
    fn at(&self) -> usize {
        self.cuts.at()
    }

    /// How many letters are left.
    fn left(&self) -> usize {
        self.letters.len - self.at()
    }

    fn cut(&mut self, role: Role, letters: usize, certainty: Certainty) {
        self.cuts.push(role, self.at() + letters);
        self.cuts.certainty = self.cuts.certainty.min(certainty);
    }

    /// How the lists take the word from `at` on apart, if they know it, as it is written.
    fn whole(&self, at: usize) -> Option<&'static Whole> {
        let rest = self.letters.rest(at);
        let whole = self.lexicon.whole(rest)?;
        let (lists, len) = (self.lexicon.lists(rest), self.letters.len);
        // وصفه is وصف and its pronoun, no وصفة; but many write ه for ة.
        let pronoun = || {
            let teh = lists.has(Lists::TEH_MARBUTA) && !lists.has(Lists::HEH);
            let heh = teh && self.letters.written(len - 1) == 'ه';
            heh && whole.ambiguous && self.lexicon.knows(self.letters.slice(at, len - 1))
        };
        (self.is_written(at, len, lists) && !pronoun()).then_some(whole)
    }

    /// Takes what is left apart as the lists say, if they know it whole.
    fn closed(&mut self) -> bool {
        let at = self.at();
        let Some(whole) = self.whole(at) else { return false };
        // وَهْنٌ: no pronoun but هو and هي stands without its vowel.
        let pronoun = self.letters.are(at + 1, "هو") || self.letters.are(at + 1, "هي");
        if whole.lengths.len() > 1 && (self.denied(at) && !pronoun || self.has_tanwin(self.letters.len - 1)) {
            return false;
        }
        // فعلي is no form of فعلى, which is ف and على.
        let lists = self.lexicon.lists(self.letters.rest(at));
        let both = lists.has(Lists::FEH) && lists.has(Lists::YEH) && lists.has(Lists::MAQSURA);
        if both && self.letters.written(self.letters.len - 1) == 'ي' && whole.lengths.len() > 1 {
            return false;
        }
        if whole.ambiguous && (at > 0 || self.mode == Mode::Strict && whole.lengths.len() > 1) {
            // Sure of nothing, strict cuts nothing.
            if at == 0 {
                self.cuts = Cuts::whole(self.letters.len);
                self.cuts.certainty = Certainty::Weak;
            }
            return at == 0;
        }
        let Some(parts) = self.roles(at, whole) else { return false };
        for &(role, end) in parts.segments() {
            self.cuts.push(role, usize::from(end));
        }
        if whole.ambiguous {
            self.cuts.certainty = Certainty::Weak;
        }
        true
    }

    /// The roles of the segments of a closed word at `at`; `None` where the letters as they are written deny
    /// it.
    fn roles(&self, at: usize, whole: &Whole) -> Option<Cuts> {
        let letters = self.letters;
        let mut cuts = Cuts::new();
        let last = whole.lengths.len().checked_sub(1)?;
        let mut from = at;
        let mut stem = false;
        for (i, &len) in whole.lengths.iter().enumerate() {
            let to = from + usize::from(len);
            let proclitic = match (letters.letter(from), len) {
                _ if stem || i == last => None,
                // الدول الست, but ألست
                ('ا', 1) if letters.written(from) == 'ا' && letters.rest(from) == "الست".as_bytes() => {
                    return None;
                }
                ('ا', 1) => Some(Role::Interrogative),
                ('و' | 'ف', 1) => Some(Role::Conjunction),
                // ساري is no سأرى.
                ('س', 1) if letters.written(from + 1) == 'ا' && self.belongs(from, Lists::SEEN).is_some() =>
                {
                    return None;
                }
                ('س', 1) => Some(Role::Future),
                ('ب' | 'ل' | 'ك', 1) => Some(Role::Preposition),
                ('ا', 2) if letters.are(from, "ال") && letters.written(from) == 'ا' => {
                    Some(Role::Article)
                }
                ('ا', 2) if letters.are(from, "ال") => return None,
                _ => None,
            };
            // In their order, each once.
            if proclitic.is_some_and(|role| {
                self.cuts.segments().iter().any(|&(before, _)| rank(before) >= rank(role))
            }) {
                return None;
            }
            let role = proclitic.unwrap_or(if stem { Role::Pronoun } else { Role::Stem });
            stem |= proclitic.is_none();
            // ة is no pronoun, nor is ى.
            let written = letters.written(to.checked_sub(1)?);
            if role == Role::Pronoun && matches!(written, 'ة' | 'ى')
                || i == last && last > 0 && written == 'ة' && len == 1
            {
                return None;
            }
            cuts.push(role, to);
            from = to;
        }
        Some(cuts)
    }

    /// Whether a list holds the letters, as they are written too: أحد behind و is no form of واحد, على behind ف
    /// none of فعلي.
    fn holds(&self, from: usize, to: usize, list: Lists) -> bool {
        let lists = self.lexicon.lists(self.letters.slice(from, to));
        lists.has(list) && self.is_written(from, to, lists)
    }

    /// Whether the letters may be written so in a word of these lists.
    fn is_written(&self, from: usize, to: usize, lists: Lists) -> bool {
        let hamza = matches!(self.letters.written(from + 1), 'أ' | 'إ' | 'آ') && !lists.has(Lists::HAMZA);
        // The press of Egypt writes فرنسى, but على behind ف is none of its words, nor أدى behind و.
        let maqsura = || {
            let yeh = lists.has(Lists::YEH) && !lists.has(Lists::MAQSURA);
            yeh && self.letters.written(to - 1) == 'ى' && self.ends_in_maqsura(from + 1, to)
        };
        !(hamza || maqsura())
    }

    /// Whether the letters are a word of a closed class, or one that the lists write with ى: أدى, سعى.
    fn ends_in_maqsura(&self, from: usize, to: usize) -> bool {
        let word = self.letters.slice(from.min(to), to);
        self.lexicon.whole(word).is_some() || self.lexicon.lists(word).has(Lists::MAQSURA)
    }

    /// Whether the lists say of the word from `at` on, or of a word that it inflects, that its beginning or its
    /// ending belongs to it.
    pub(super) fn belongs(&self, at: usize, list: Lists) -> Option<Member> {
        let letters = self.letters;
        let len = letters.len;
        if self.holds(at, len, list) {
            return Some(Member::Itself);
        }
        let text = letters.rest(at);
        let heh = letters.written(len - 1) == 'ه';
        endings(letters.letter(len - 1))
            .iter()
            .find_map(|&(ending, least)| {
                if !text.ends_with(ending.as_bytes()) {
                    return None;
                }
                // Two bytes a letter.
                let to = len - ending.len() / 2;
                let pronoun = match ending {
                    "ه" => heh,
                    "ها" | "هم" | "هن" | "هما" | "كم" | "كن" | "كما" | "نا" | "ناه" | "ناها" | "ناهم" => {
                        true
                    }
                    _ => false,
                };
                let least = match list {
                    Lists::ARTICLE => 6,
                    // وطنه, سألت
                    _ if pronoun || list == Lists::SEEN => 3,
                    _ => least,
                };
                // ولاية is no form of ولا, nor قوات of لقوا.
                let alef = !pronoun && to > at && letters.letter(to - 1) == 'ا';
                if to < at + least || alef {
                    return None;
                }
                // كليته: of كلية, not of كلي
                let teh = matches!(ending, "ته" | "تها" | "تهم" | "تهما" | "تنا" | "تك")
                    && letters.letter(to) == 'ت';
                if teh && self.with_last(at, to, list) {
                    return Some(Member::WithPronoun);
                }
                // سنترك is of نترك
                let kaf = ending == "ك" && list == Lists::SEEN && self.imperfect(at + 1);
                let found = !kaf && (self.holds(at, to, list) || self.with_last(at, to, list));
                found.then_some(if pronoun { Member::WithPronoun } else { Member::Inflected })
            })
            .or_else(|| {
                // Not وغدا and ونشأ, which are no duals.
                let list_of_verbs = matches!(list, Lists::BEH | Lists::FEH | Lists::LAM | Lists::KAF);
                (list_of_verbs && self.is_dual(at, list)).then_some(Member::Inflected)
            })
    }

    /// Whether the lists say so of a verb of three letters and more whose dual the word from `at` on is.
    fn is_dual(&self, at: usize, list: Lists) -> bool {
        let (text, len) = (self.letters.rest(at), self.letters.len);
        duals(self.letters.letter(len - 1))
            .iter()
            .filter(|dual| text.ends_with(dual.as_bytes()))
            .map(|dual| len - dual.len() / 2)
            .any(|to| to >= at + 3 && self.holds(at, to, list) && self.is_verb(self.letters.slice(at, to)))
    }

    /// The same of the word with its last letter as it is written without an ending: مدرست, لقائ.
    pub(super) fn with_last(&self, at: usize, end: usize, list: Lists) -> bool {
        let mut word = [0; 2 * LONGEST + 2];
        let stem = self.letters.slice(at, end);
        let (before, behind): (&[u8], &str) = match self.letters.letter(end - 1) {
            'ت' => (stem.get(..stem.len() - 2).unwrap_or(&[]), "ه"),
            'ئ' | 'و' => (stem.get(..stem.len() - 2).unwrap_or(&[]), "ء"),
            _ => (stem, "ه"),
        };
        let len = before.len() + behind.len();
        let Some(place) = word.get_mut(..len) else { return false };
        for (place, byte) in place.iter_mut().zip(before.iter().chain(behind.as_bytes())) {
            *place = *byte;
        }
        let lists = self.lexicon.lists(place);
        lists.has(list) && self.is_written(at, at + 2, lists)
    }

    /// How sure it is that the letter at `at` is a proclitic, as far as what follows tells; `None` if it is not
    /// one.
    fn proclitic(&self, at: usize, list: Lists, least: usize) -> Option<Certainty> {
        let (letters, lexicon) = (self.letters, self.lexicon);
        let rest = letters.rest(at + 1);
        // No word begins with these seats of hamza.
        if matches!(letters.written(at + 1), 'ئ' | 'ؤ') {
            return None;
        }
        // Before the article, only a word of the list itself: بالغ, not an inflection of one.
        let article = letters.article(at + 1);
        // بطريقته is no form of بطريق.
        let owned = matches!(list, Lists::BEH | Lists::LAM | Lists::KAF) && self.is_owned(at + 1)
            || self.is_owned_in_maqsura(at + 1);
        // وأيهم, وفينا: a particle with its pronoun outweighs a noun that begins so, with one.
        let particle = || {
            matches!(list, Lists::WAW | Lists::FEH)
                && self.whole(at + 1).is_some_and(|whole| !whole.ambiguous && whole.lengths.len() > 1)
        };
        let listed = match self.belongs(at, list) {
            Some(Member::Itself) => true,
            Some(_) if particle() => false,
            Some(Member::WithPronoun) => !article && !owned,
            // A word that the lists know behind the letter outweighs an inflection: ووردة is no form of وورد.
            Some(Member::Inflected) => {
                // وترك is no form of وتر.
                let verb = rest.ends_with("ك".as_bytes()) && self.perfect(at + 1);
                !article && !lexicon.knows(rest) && !self.imperfect(at + 1) && !verb && !owned
            }
            None => false,
        };
        let left = letters.len - at - 1;
        // لا with its verb in one word: لاتزال.
        let negation = || {
            // لانشاء is of انشاء, whose hamza is left out.
            let noun = letters.letter(letters.len - 1) == 'ء';
            list == Lists::LAM && letters.written(at + 1) == 'ا' && self.imperfect(at + 2) && !noun
        };
        if listed || self.denied(at) || negation() {
            // One of two readings at the least.
            let recall = self.mode == Mode::Recall && left >= 3 && lexicon.knows(rest);
            return recall.then_some(Certainty::Weak);
        }
        if article && self.belongs(at + 1, Lists::ARTICLE).is_none() {
            return Some(Certainty::Certain);
        }
        if self.whole(at + 1).is_some_and(|whole| !whole.ambiguous) {
            return Some(Certainty::Certain);
        }
        if left < least {
            return None;
        }
        let known = lexicon.knows(rest)
            || self.imperfect(at + 1)
            || self.belongs(at + 1, Lists::NOUN).is_some()
            || owned
            || list == Lists::FEH && self.perfect(at + 1)
            // فبسبب
            || matches!(list, Lists::WAW | Lists::FEH)
                && matches!(letters.letter(at + 1), 'ب' | 'ل' | 'ك')
                && (self.is_noun(letters.rest(at + 2)) || self.belongs(at + 2, Lists::NOUN).is_some());
        let no_yeh_word = || self.belongs(at + 1, Lists::YEH_WORD).is_none();
        // Whether it looks like the first letter of a foreign name.
        let foreign = match list {
            _ if known => false,
            // و is a conjunction too often for more than that; يوسف and يافا stand behind one.
            Lists::WAW => {
                let yeh = letters.letter(at + 1) == 'ي' && !matches!(letters.letter(at + 2), 'ا' | 'و');
                left >= 4 && yeh && !letters.is_verb_shape(at + 1) && no_yeh_word()
            }
            _ => {
                let bare_nouns = matches!(list, Lists::BEH | Lists::LAM);
                letters.is_bare_alef(at + 1, bare_nouns, list == Lists::FEH)
                    || self.is_name(at + 1, list)
                    || letters.is_foreign(at + 1, !bare_nouns) && no_yeh_word()
            }
        };
        if foreign && !self.stands_before_name(at, list) {
            return Some(Certainty::Weak);
        }
        let sure = known || list == Lists::WAW && left >= 3;
        Some(if sure { Certainty::Certain } else { Certainty::Likely })
    }

    /// Whether ب or ل stands before a foreign name rather than begins it: few begin with it and another consonant that a long
    /// vowel follows (لبولسونارو, ببانغكوك, بسيريلانكا), but for ر and ل behind ب (بريجنيف, بلير).
    fn stands_before_name(&self, at: usize, list: Lists) -> bool {
        let letters = self.letters;
        let vowel = |i: usize| matches!(letters.letter(i), 'ا' | 'و' | 'ي');
        let consonant = |i: usize| {
            let letter = letters.letter(i);
            !(vowel(i) || list == Lists::BEH && matches!(letter, 'ر' | 'ل'))
        };
        matches!(list, Lists::BEH | Lists::LAM) && letters.len >= at + 6 && consonant(at + 1) && vowel(at + 2)
    }

    /// Whether what stands behind a first letter, and is in no list, looks like the rest of a name: و begins few words
    /// that the lists lack (بوبيان, فوندر), ي behind ب and ك as few (بيكنباور), and no preposition stands
    /// before one word of two (فضلالله).
    fn is_name(&self, at: usize, list: Lists) -> bool {
        let letters = self.letters;
        match letters.letter(at) {
            'و' => letters.letter(at + 1) != 'ا' && self.belongs(at, Lists::WAW).is_none(),
            'ي' => {
                let word = || self.belongs(at, Lists::YEH_WORD).is_some();
                matches!(list, Lists::BEH | Lists::KAF) && !word()
            }
            _ => letters.len > at + 4 && letters.rest(at).ends_with("الله".as_bytes()),
        }
    }

    /// Whether the vowels that are written deny that the letter at `at` is a proclitic: its own, or a sukun on the
    /// letter behind it, with which no stem begins.
    fn denied(&self, at: usize) -> bool {
        let marks = |letter: usize| {
            let from = self.letters.byte(letter);
            self.letters.text.get(from..self.letters.byte(letter + 1)).unwrap_or("").chars().skip(1)
        };
        let vowels: &[char] = match self.letters.letter(at) {
            // fatha alone: damma, kasra, shadda and sukun deny it.
            'و' | 'ف' | 'س' | 'ك' => &['\u{64F}', '\u{650}', '\u{651}', '\u{652}'],
            'ب' => &['\u{64E}', '\u{64F}', '\u{651}', '\u{652}'],
            // ل with fatha stresses; with sukun, behind و and ف, it commands.
            _ => &['\u{64F}', '\u{651}'],
        };
        let sukun = self.letters.letter(at + 1) != 'ل' && marks(at + 1).any(|c| c == '\u{652}');
        sukun || marks(at).any(|c| vowels.contains(&c))
    }

    /// Cuts the letter off if the mode asks no more.
    fn try_cut(&mut self, role: Role, list: Lists, least: usize) -> bool {
        let Some(certainty) = self.proclitic(self.at(), list, least) else { return false };
        let enough = certainty >= self.mode.least();
        if enough {
            self.cut(role, 1, certainty);
        }
        enough
    }

    fn proclitics(&mut self) {
        let conjunction = match self.letters.letter(self.at()) {
            'و' if self.left() >= 3 => self.try_cut(Role::Conjunction, Lists::WAW, 2),
            'ف' if self.left() >= 3 => self.try_cut(Role::Conjunction, Lists::FEH, 3),
            _ => false,
        };
        if conjunction && self.closed() {
            return;
        }
        if self.future() {
            return;
        }
        let at = self.at();
        let letter = self.letters.letter(at);
        let preposition = match letter {
            'ل' if self.letters.are(at, "لل") && self.left() >= 4 => return self.lam_lam(),
            'ل' if self.left() >= 3 => self.try_cut(Role::Preposition, Lists::LAM, 3),
            'ب' if self.left() >= 3 => self.try_cut(Role::Preposition, Lists::BEH, 3),
            'ك' if self.left() >= 3 => self.try_cut(Role::Preposition, Lists::KAF, 3),
            _ => false,
        };
        if preposition && self.closed() {
            return;
        }
        let at = self.at();
        if self.letters.article(at) && self.belongs(at, Lists::ARTICLE).is_none() {
            // Two letters behind it are few.
            let certainty = if self.left() >= 5 { Certainty::Certain } else { Certainty::Likely };
            self.cut(Role::Article, 2, certainty);
        }
    }

    /// س before an imperfect: أ ن ي ت and two letters of the verb.
    fn future(&mut self) -> bool {
        let at = self.at();
        let prefix = match self.letters.letter(at + 1) {
            // سازور, as agencies write it, of a verb of the list: ساحر and سابق are none.
            'ا' if self.letters.written(at + 1) == 'ا' => self.left() >= 5 && self.bare_imperfect(at + 1),
            'ا' => matches!(self.letters.written(at + 1), 'أ' | 'آ'),
            'ن' | 'ي' | 'ت' => true,
            _ => false,
        };
        if self.letters.letter(at) != 'س' || !prefix || self.left() < 4 || self.denied(at) {
            return false;
        }
        // سيرى is of يرى and no form of سير; but سيفي may be my sword, and سألتهم is of سأل.
        let long = self.left() > 4 || self.letters.written(self.letters.len - 1) == 'ى';
        let verb = || long && self.letters.letter(at + 1) != 'ا' && self.bare_imperfect(at + 1);
        match self.belongs(at, Lists::SEEN) {
            Some(Member::Itself) => return false,
            Some(_) if !verb() => return false,
            _ => {}
        }
        let certainty = match () {
            () if self.imperfect(at + 1) => Certainty::Certain,
            () if self.letters.is_verb_shape(at + 1) => Certainty::Likely,
            () => Certainty::Weak,
        };
        if certainty >= self.mode.least() {
            self.cut(Role::Future, 1, certainty);
        }
        true
    }

    /// لل is ل and the article, whose alef is not written: للطلاب. Before a stem in lam its own lam is not
    /// written twice, so that the article has no letter: للجنة is ل+ال+لجنة; names have none: للندن.
    fn lam_lam(&mut self) {
        let at = self.at();
        if self.lexicon.lists(self.letters.rest(at)).has(Lists::LAM) {
            return;
        }
        self.cut(Role::Preposition, 1, Certainty::Certain);
        let lam = match self.belongs(at + 1, Lists::LAM) {
            // للقمة, للحق
            Some(_) if self.is_noun(self.letters.rest(at + 2)) => false,
            Some(Member::Itself) => true,
            Some(_) => !self.lexicon.knows(self.letters.rest(at + 2)),
            None => false,
        };
        if lam {
            // No pronoun stands behind the article: للقائهم.
            let pronoun = self.pronoun(at + 1).is_some_and(|(_, certainty)| certainty >= Certainty::Likely);
            if !pronoun && self.belongs(at + 1, Lists::NAME).is_none() {
                self.cut(Role::Article, 0, Certainty::Likely);
            }
        } else {
            self.cut(Role::Article, 1, Certainty::Certain);
        }
    }

    /// The stem, and the pronoun behind it.
    fn stem(&mut self) {
        let (at, len) = (self.at(), self.letters.len);
        if at >= len {
            return;
        }
        let pronoun = if self.cuts.has(Role::Article) { None } else { self.pronoun(at) };
        match pronoun {
            Some((letters, certainty)) if certainty >= self.mode.least() => {
                self.cuts.push(Role::Stem, len - letters);
                self.cut(Role::Pronoun, letters, certainty);
            }
            _ => self.cuts.push(Role::Stem, len),
        }
    }

    /// Whether the letters are a frequent noun.
    pub(super) fn is_noun(&self, letters: &[u8]) -> bool {
        self.lexicon.lists(letters).has(Lists::NOUN)
    }
}
