//! What can be told of a word by the shape of its letters alone: its ending, the long letters of its stem, the alef of a
//! derived verb. Knows letters, endings and the few words that begin with an alef of their own; no lists.

use super::letters::Letters;

/// Inflections that a listed stem may carry, by their last letter, longest first, and the letters that the stem must
/// have: verbs of three letters are many, and ملوك behind ك is none of كمل.
pub(super) const fn endings(last: char) -> &'static [(&'static str, usize)] {
    match last {
        'ا' => &[
            ("تموها", 3),
            ("ناها", 3),
            ("وهما", 3),
            ("وها", 3),
            ("ونا", 3),
            ("تهما", 3),
            ("تها", 3),
            ("تنا", 3),
            ("وا", 3),
            ("هما", 3),
            ("كما", 3),
            ("ها", 3),
            ("نا", 3),
            ("ا", 4),
        ],
        'ت' => &[("يات", 3), ("ات", 3), ("ت", 4)],
        'ك' => &[("وك", 4), ("تك", 3), ("ك", 3)],
        'م' => &[("وهم", 3), ("وكم", 3), ("ناهم", 3), ("تهم", 3), ("تم", 3), ("هم", 3), ("كم", 3)],
        'ن' => &[
            ("تان", 3),
            ("تين", 3),
            ("ان", 3),
            ("يين", 4),
            ("ين", 3),
            ("يون", 4),
            ("ون", 4),
            ("هن", 3),
            ("كن", 3),
        ],
        'ه' => &[("تموه", 3), ("ناه", 3), ("وه", 3), ("ته", 3), ("يه", 3), ("ه", 4)],
        'و' => &[("و", 4)],
        'ي' => &[("تموني", 3), ("وني", 3), ("تني", 3), ("ني", 3), ("ي", 4)],
        _ => &[],
    }
}

/// What a verb of two has behind the letters of a listed stem, with a pronoun and without: بلغا, بكتا, سألتاها.
pub(super) const fn duals(last: char) -> &'static [&'static str] {
    match last {
        'ا' => &["تاها", "اها", "تا", "ا"],
        'م' => &["تاهم", "اهم"],
        'ه' => &["تاه", "اه"],
        _ => &[],
    }
}

impl Letters<'_> {
    /// Whether the letters are a noun of five and more by their shape: تعليق, إمكان, انتظار, استفسار, رسائل, مفتاح. No word of
    /// these shapes ends in ك that has one letter more.
    pub(super) fn is_noun_shape(&self, from: usize, to: usize) -> bool {
        let at = |place: usize| if from + place < to { self.written(from + place) } else { '\0' };
        let alef = matches!(at(0), 'ا' | 'أ' | 'إ') && at(1) != 'ل';
        match to - from {
            5 => {
                at(0) == 'ت' && at(3) == 'ي'
                    || alef && at(3) == 'ا'
                    || at(2) == 'ا' && at(3) == 'ئ'
                    || at(0) == 'م' && at(3) == 'ا' && !matches!(at(1), 'ا' | 'ت')
            }
            6 => alef && (at(2) == 'ت' || at(1) == 'ن' || at(2) == 'ط') && at(4) == 'ا',
            7 => alef && at(1) == 'س' && at(2) == 'ت' && at(5) == 'ا',
            _ => false,
        }
    }

    /// Whether a letter is written that may be long: no seat of hamza.
    fn is_long(&self, letter: usize) -> bool {
        matches!(self.written(letter), 'ا' | 'و' | 'ي' | 'ى')
    }

    /// The ت of the eighth form, or what it becomes.
    fn is_infix(&self, letter: usize) -> bool {
        matches!(self.letter(letter), 'ت' | 'ط' | 'د')
    }

    /// Where the letters of the word from `at` on end without the inflection that they may carry.
    pub(super) fn stem_end(&self, at: usize) -> usize {
        let text = self.rest(at);
        let letters = |ending: &str| ending.len() / 2;
        let ending = endings(self.letter(self.len - 1))
            .iter()
            .find(|&&(ending, _)| text.ends_with(ending.as_bytes()) && self.len >= at + 3 + letters(ending));
        self.len - ending.map_or(0, |&(ending, _)| letters(ending))
    }

    /// Whether the word from `at` on begins with an alef without hamza that is no alef of a derived verb or its noun
    /// (انتقال, اجتماع, استخدام) nor of ابن, اسم, امرأة, اثنان: what stands before it is the first letter of the stem,
    /// as in بارود and باترسون. `bare_nouns`: the hamza of many a noun is left out (باجراء, لاصحاب). `perfects`: a verb may
    /// stand there too (فاستقر).
    pub(super) fn is_bare_alef(&self, at: usize, bare_nouns: bool, perfects: bool) -> bool {
        let begins = |words: &[&str]| words.iter().any(|word| self.are(at, word));
        let alef = |i: usize| self.letter(at + i) == 'ا';
        let infix = |i: usize| self.is_infix(at + i);
        let sought = self.are(at + 1, "ست");
        let noun = (self.letter(at + 1) == 'ن' || infix(2)) && alef(4)
            || sought && (alef(4) || alef(5))
            || infix(1) && alef(3);
        let verb = || {
            let end = self.stem_end(at);
            let long = (at + 1..end).any(|letter| self.is_long(letter));
            // فاتقوا, فاستولوا, فاقتاد
            let plural = self.rest(at).ends_with("وا".as_bytes());
            let weak = plural || sought || infix(2) && alef(3);
            perfects
                && end >= at + 3
                && (weak || !long && end >= at + 4)
                && (sought || self.letter(at + 1) == 'ن' || infix(1) || infix(2))
        };
        let bare_noun = || {
            let of_four = (alef(2) || alef(3)) && (5..=7).contains(&(self.len - at));
            of_four || begins(&["اول", "اخر", "احد", "اهل", "ايران", "اسرائيل", "اسلوب"])
        };
        let word = noun && self.len >= at + 5
            || verb()
            || begins(&["ابن", "اسم", "امر", "اثن"])
            || bare_nouns && bare_noun();
        self.written(at) == 'ا' && !word
    }

    /// Whether the letters from `at` on, the first a prefix of the imperfect, have the shape of a verb: no letter of
    /// the root is long but the one in the midst of a hollow root, the last, or the alef of يفاعل and يتفاعل.
    pub(super) fn is_verb_shape(&self, at: usize) -> bool {
        let long = |letter: usize| self.is_long(letter);
        let mut end = self.stem_end(at);
        // يسألونك
        if self.slice(at, end).ends_with("ون".as_bytes()) && end >= at + 5 {
            end -= 2;
        }
        let from = match () {
            () if self.are(at + 1, "ست") => at + 3,
            () if matches!(self.letter(at + 1), 'ت' | 'ن') && end >= at + 5 => at + 2,
            () => at + 1,
        };
        let root = end.saturating_sub(from);
        (2..=4).contains(&root)
            && self.letter(self.len - 1) != 'و'
            // يوافي
            && (!long(from) || self.letter(from) == 'و')
            && (from + 1..end).all(|letter| match letter - from {
                1 if root == 2 => true,
                1 if self.letter(letter) == 'ا' => root == 3 || root == 4,
                1 if long(letter) => root == 3,
                // يهرول, يتهاوى
                2 if self.letter(letter) == 'و' => root >= 3,
                i => !long(letter) || i + 1 == root && root >= 3,
            })
            && !(long(from + 1) && long(from + 2) && self.letter(from + 1) != 'ا')
    }

    /// Whether no Arabic noun has the shape of the letters from `at` on, so that the letter before them is the first
    /// of a foreign word: ب|ريجنيف, ف|يليكس. Of an Arabic stem of four or five letters the second or the third is
    /// long, and no two long letters stand together but in a few places. `strict`, behind ك and ف,
    /// asks for one of the common shapes: fewer nouns stand there than foreign words begin so.
    pub(super) fn is_foreign(&self, at: usize, strict: bool) -> bool {
        let end = self.stem_end(at);
        let count = end - at;
        let letter = |i: usize| if i < count { self.written(at + i) } else { '\0' };
        let long = |i: usize| i < count && self.is_long(at + i);
        let feminine = self.written(self.len - 1) == 'ة';
        match letter(0) {
            'أ' | 'إ' | 'آ' | 'ا' => return false,
            // A verb that the lists do not know: not a hollow one, nor one of the third form.
            'ي' => {
                let long = (at + 2..end).any(|letter| self.is_long(letter));
                return long || !self.is_verb_shape(at);
            }
            'م' | 'ت' if self.len >= at + 4 => return false,
            // Another proclitic: فليذهب, فسيتم, فبالرغم.
            'س' | 'ل'
                if strict && matches!(letter(1), 'ي' | 'ت' | 'ن' | 'أ') && self.is_verb_shape(at + 1) =>
            {
                return false;
            }
            'ب' | 'ك' if self.article(at + 1) => return false,
            'ل' if letter(1) == 'ل' => return false,
            _ if feminine => return false,
            _ => {}
        }
        if self.len >= at + 4 && self.letter(self.len - 1) == 'و' {
            return true;
        }
        match count {
            // كلير, فرات: no Arabic stem of three begins so as often as a foreign name does.
            0..=3 => strict && self.len <= at + 4 && matches!(letter(0), 'ر' | 'ل') && long(1),
            4 => {
                let shape = match letter(1) {
                    'ي' => matches!(letter(2), 'ا' | 'و'),
                    'ا' => !long(2),
                    'و' => true,
                    _ => long(2) || letter(3) == 'ا' || !strict,
                };
                !shape || long(2) && long(3) && (letter(2), letter(3)) != ('ا', 'و')
            }
            _ => {
                // صواريخ, حوار, تعاون, خلايا
                let is_pair = |i: usize| match (i, letter(i), letter(i + 1)) {
                    // عناوين, عشوائي, داوود
                    (1, 'و' | 'ي', 'ا') | (2, 'ا', 'و') | (2, 'و', 'ا' | 'و') => false,
                    (3, 'و', 'ي') => letter(2) != 'ا',
                    (2, 'ا', 'ي') => letter(4) != 'ا' && self.letter(at + 4) != 'ا',
                    (3, 'ي', 'ا') => letter(2) != 'ا',
                    _ => long(i) && long(i + 1),
                };
                let second = match letter(1) {
                    'ي' => !(letter(2) == 'ا' || letter(3) == 'ا' && count == 5),
                    // ضوضاء
                    'و' => letter(2) != 'ا' && letter(3) != 'ا',
                    'ا' => !(letter(3) == 'و' || letter(2) == 'و') || count > 5,
                    // عنكبوت, زنجبيل
                    _ => !(long(2) || long(3) || long(4)),
                };
                (1..count - 1).any(is_pair) || second
            }
        }
    }

    /// Whether the letters `from..to` are the perfect of a derived form with its alef, behind which نا is the subject:
    /// انطلقنا, اجتمعنا, اتفقنا, استخدمنا. Its verbal noun has an alef before the last letter.
    pub(super) fn is_derived_perfect(&self, from: usize, to: usize) -> bool {
        let count = to.saturating_sub(from);
        let infix = |at: usize| self.is_infix(at);
        let derived = self.are(from + 1, "ست") && count >= 5
            || self.letter(from + 1) == 'ن' && count == 5
            || (infix(from + 1) || infix(from + 2)) && (4..=5).contains(&count);
        derived
            && self.written(from) == 'ا'
            && !matches!(self.letter(to - 1), 'ت' | 'ا')
            && self.letter(to - 2) != 'ا'
    }
}
