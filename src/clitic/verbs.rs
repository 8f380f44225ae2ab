//! Verbs: whether the lists know a word as a form of an imperfect, or as the perfect that belongs to one.

use super::letters::LONGEST;
use super::lexicon::Lists;
use super::rules::Word;

impl Word<'_, '_> {
    /// Whether the lists know the word from `at` on as a form of the imperfect.
    pub(super) fn imperfect(&self, at: usize) -> bool {
        const PERSONS: [&str; 5] = ["ون", "وا", "ان", "ين", "ن"];
        const OBJECTS: [&str; 8] = ["ها", "هم", "هما", "ه", "نا", "ني", "كم", "ك"];
        // No و of several behind أ and ن: واضعوها is of واضع.
        let several = matches!(self.letters.letter(at), 'ي' | 'ت');
        self.in_third_person(at, |form| {
            let listed = |form: &[u8]| self.lexicon.lists(form).has(Lists::IMPERFECT);
            let ends = |form: &[u8], endings: &[&str], known: &dyn Fn(&[u8]) -> bool| {
                let stems = endings.iter().filter_map(|ending| form.strip_suffix(ending.as_bytes()));
                stems.filter(|stem| stem.len() >= 6).any(known)
            };
            // يراه is of يرى; يبحثانه, يناقشونه, يتركوه.
            let plural = |stem: &[u8]| {
                let verb = stem.strip_suffix("و".as_bytes()).filter(|verb| several && verb.len() >= 6);
                verb.is_some_and(listed) || ends(stem, &PERSONS, &listed)
            };
            let before_object =
                |stem: &[u8]| listed(stem) || ends_in_long_alef(stem, &listed) || plural(stem);
            // ليعودا
            let of_two = || several && ends(form, &["ا"], &listed);
            listed(form) || ends(form, &PERSONS, &listed) || of_two() || ends(form, &OBJECTS, &before_object)
        })
    }

    /// Whether the word from `at` on is the perfect of a verb whose imperfect the lists know: the same letters without
    /// the prefix, with the alef of a derived form before them, or a long alef for the و or ي of the root.
    pub(super) fn perfect(&self, at: usize) -> bool {
        let text = self.letters.rest(at);
        [
            "", "ت", "وا", "نا", "تم", "ه", "ها", "هم", "ته", "تها", "ا", "ن", "وه", "وها", "ناه", "ناها",
            "ناهم",
        ]
        .iter()
        .any(|ending| text.strip_suffix(ending.as_bytes()).is_some_and(|stem| self.is_verb(stem)))
    }

    /// Whether the letters are those of a perfect or an imperative without its ending, of a verb whose imperfect the lists
    /// know.
    pub(super) fn is_verb(&self, stem: &[u8]) -> bool {
        if stem.len() < 6 {
            return false;
        }
        let root = stem.strip_prefix("ا".as_bytes()).filter(|root| root.len() >= 6).unwrap_or(stem);
        // استفاد is of يستفيد, قال of يقول, دعا of يدعو.
        let long = |from_end: usize| {
            let at = root.len() - 2 * from_end;
            let (before, letter) = root.split_at_checked(at).unwrap_or_default();
            let behind = letter.strip_prefix("ا".as_bytes());
            behind.is_some_and(|behind| {
                ["و", "ي"].iter().any(|long| self.is_imperfect([before, long.as_bytes(), behind]))
            })
        };
        self.is_imperfect([root, &[], &[]]) || long(1) || long(2)
    }

    /// Whether the letters behind the prefix, in three pieces, are an imperfect of the list.
    fn is_imperfect(&self, pieces: [&[u8]; 3]) -> bool {
        let mut form = [0; 2 * LONGEST + 2];
        let mut len = 0;
        for piece in core::iter::once("ي".as_bytes()).chain(pieces) {
            let Some(place) = form.get_mut(len..len + piece.len()) else { return false };
            place.copy_from_slice(piece);
            len += piece.len();
        }
        form.get(..len).is_some_and(|form| self.lexicon.lists(form).has(Lists::IMPERFECT))
    }

    /// The same, without an ending.
    pub(super) fn bare_imperfect(&self, at: usize) -> bool {
        self.in_third_person(at, |form| self.lexicon.lists(form).has(Lists::IMPERFECT))
    }

    pub(super) fn in_third_person(&self, at: usize, is: impl Fn(&[u8]) -> bool) -> bool {
        let letters = self.letters;
        let prefix = matches!(letters.letter(at), 'ا' | 'ن' | 'ي' | 'ت');
        if !prefix || letters.len < at + 3 {
            return false;
        }
        // In the third person, as the list has it.
        let mut form = [0; 2 * LONGEST];
        let stem = letters.rest(at + 1);
        let Some(place) = form.get_mut(..stem.len() + 2) else { return false };
        let yeh = "ي".as_bytes();
        for (place, byte) in place.iter_mut().zip(yeh.iter().chain(stem)) {
            *place = *byte;
        }
        is(place)
    }
}

/// Whether the letters with ى, which is folded into ي, for the alef at their end are listed: before a pronoun it is written so.
pub(super) fn ends_in_long_alef(form: &[u8], listed: &impl Fn(&[u8]) -> bool) -> bool {
    let mut long = [0; 2 * LONGEST];
    let Some(stem) = form.strip_suffix("ا".as_bytes()) else { return false };
    let Some(place) = long.get_mut(..form.len()) else { return false };
    for (place, &byte) in place.iter_mut().zip(stem.iter().chain("ي".as_bytes())) {
        *place = byte;
    }
    listed(place)
}
