//! The pronoun behind a stem, and how sure that is one. What stands before the stem is not looked at.

use super::lexicon::Lists;
use super::rules::{Member, Word};
use super::verbs::ends_in_long_alef;
use crate::certainty::Certainty;

/// The pronouns that are attached, longest first where one ends in another.
const PRONOUNS: [&str; 12] = ["هما", "كما", "هم", "هن", "كم", "كن", "نا", "ني", "ها", "ه", "ك", "ي"];

impl Word<'_, '_> {
    /// Whether a tanwin stands on the letter or behind it, with which no pronoun ends.
    pub(super) fn has_tanwin(&self, letter: usize) -> bool {
        let text = self.letters.text.get(self.letters.byte(letter)..).unwrap_or("");
        text.contains(['\u{64B}', '\u{64C}', '\u{64D}'])
    }

    /// Whether a noun of the list and its pronoun stand from `at` on: طريقته.
    pub(super) fn is_owned(&self, at: usize) -> bool {
        const OWNERS: [&str; 6] = ["هما", "ها", "هم", "هن", "نا", "ه"];
        let text = self.letters.rest(at);
        let owner = OWNERS.iter().find(|owner| text.ends_with(owner.as_bytes()));
        owner.is_some_and(|owner| {
            let end = self.letters.len - owner.len() / 2;
            end > at
                && (self.lexicon.lists(self.letters.slice(at, end)).has(Lists::OWNED)
                    || self.letters.letter(end - 1) == 'ت' && self.with_last(at, end, Lists::OWNED))
        })
    }

    /// Whether a frequent noun in ى and its pronoun stand from `at` on: معناها, مبناه.
    pub(super) fn is_owned_in_maqsura(&self, at: usize) -> bool {
        let text = self.letters.rest(at);
        let noun = ["ها", "هم", "ه"].iter().find_map(|owner| text.strip_suffix(owner.as_bytes()));
        noun.is_some_and(|noun| ends_in_long_alef(noun, &|noun: &[u8]| self.is_noun(noun)))
    }

    /// Whether the lists know what stands before the alef at the end as an imperfect in ن, of two, and no word before نا: يعلنا, but
    /// not يضمنا and يدينا.
    fn is_subjunctive_of_two(&self, at: usize) -> bool {
        let before_pronoun = self.letters.slice(at, self.letters.len - 2);
        matches!(self.letters.letter(at), 'ي' | 'ت')
            && !self.lexicon.knows(before_pronoun)
            && !self.lexicon.lists(before_pronoun).has(Lists::IMPERFECT)
            && self.in_third_person(at, |form| {
                let one = form.strip_suffix("ا".as_bytes());
                one.is_some_and(|one| self.lexicon.lists(one).has(Lists::IMPERFECT))
            })
    }

    /// The letters of the pronoun at the end, and how sure that is one.
    pub(super) fn pronoun(&self, at: usize) -> Option<(usize, Certainty)> {
        let letters = self.letters;
        let text = letters.rest(at);
        let &pronoun = PRONOUNS.iter().find(|&&pronoun| text.ends_with(pronoun.as_bytes()))?;
        let count = pronoun.chars().count();
        let left = (letters.len - at).checked_sub(count)?;
        // متهكماً
        if self.has_tanwin(at + left) {
            return None;
        }
        // Not a form of the list: وجه is one, وجهه its own. Nor is the ending of a verb: يساهم, تتهم.
        if self.lexicon.lists(letters.rest(at)).has(Lists::ENDING) || self.bare_imperfect(at) {
            return None;
        }
        let recall = Some(Certainty::Weak).filter(|_| left >= 3);
        let certainty = match pronoun {
            // عبدالله in one word.
            "ه" if text.ends_with("الله".as_bytes()) => None,
            "ه" if letters.written(letters.len - 1) != 'ه' => None,
            // هههه
            "ه" if letters.rest(at).chunks(2).all(|letter| letter == "ه".as_bytes()) => None,
            // حكومته: teh marbuta has become teh.
            "ه" if left >= 4 && text.ends_with("ته".as_bytes()) => Some(Certainty::Certain),
            "ه" | "كم" | "هن" => Some(Certainty::Likely).filter(|_| left >= 3),
            "ها" | "هم" | "هما" | "كما" => Some(Certainty::Certain).filter(|_| left >= 2),
            // Nearly all in ـانا are accusatives; قضايانا and يرانا are not.
            "نا" if text.ends_with("انا".as_bytes())
                && !text.ends_with("ايانا".as_bytes())
                && !self.imperfect(at) =>
            {
                recall
            }
            // Accusatives in the shapes of مفعول and تفعيل: مدفونا, تكوينا; but تعطينا.
            "نا" if letters.len - at == 6
                && (text.starts_with("م".as_bytes()) && text.ends_with("ونا".as_bytes())
                    || text.starts_with("ت".as_bytes())
                        && text.ends_with("ينا".as_bytes())
                        && !self.imperfect(at)) =>
            {
                recall
            }
            // ليعلنا, of two who announce
            "نا" if self.is_subjunctive_of_two(at) => recall,
            "نا" if letters.is_derived_perfect(at, letters.len - 2) => recall,
            "نا" => Some(Certainty::Likely).filter(|_| left >= 3),
            // سألتني, يحبونني: of a verb only.
            "ني" if left >= 4 && ["تني", "ونني"].iter().any(|ending| text.ends_with(ending.as_bytes())) => {
                Some(Certainty::Likely)
            }
            "ني" if self.imperfect(at) => Some(Certainty::Likely),
            // رشحني: of a verb that the lists know; فناني and إعلاني are of فنان and إعلان.
            "ني" if left > 0
                && letters.written(letters.len - 1) == 'ي'
                && !matches!(letters.letter(letters.len - 3), 'ا' | 'و' | 'ي')
                && self.is_verb(letters.slice(at, letters.len - 2)) =>
            {
                Some(Certainty::Likely)
            }
            // أنقذوني, سامحيني, أخبرتموني
            "ني" if ["وني", "يني", "تموني"].iter().any(|ending| {
                text.strip_suffix(ending.as_bytes()).is_some_and(|verb| self.is_verb(verb))
            }) =>
            {
                Some(Certainty::Likely)
            }
            // حياتك, يكفيك, شعبك, يسألونك
            "ك" if left >= 3 && text.ends_with("تك".as_bytes())
                || self.imperfect(at)
                || letters.is_noun_shape(at, letters.len - 1)
                || text.strip_suffix("ك".as_bytes()).is_some_and(|noun| self.is_noun(noun))
                || self.belongs(at, Lists::NOUN) == Some(Member::WithPronoun)
                || left >= 3
                    && self.lexicon.lists(letters.slice(at, letters.len - 1)).has(Lists::LETTERS)
                    && !matches!(letters.letter(letters.len - 2), 'ي' | 'و')
                    && !self.lexicon.knows(text)
                || left >= 4 && text.ends_with("ونك".as_bytes()) && self.letters.is_verb_shape(at) =>
            {
                Some(Certainty::Likely)
            }
            "ي" if letters.written(letters.len - 1) == 'ى' => None,
            _ => recall,
        };
        certainty.map(|certainty| (count, certainty))
    }
}
