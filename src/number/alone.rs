//! How sure one number word alone is (`numbers-and-dates`, B.9, D.1): many are other words too.

use super::article::{is_indefinite_plural, is_several};
use super::group::{reading_word, word};
use super::value::Exact;
use super::{counted_noun, has, is_definite, is_or, is_owned, is_waw};
use crate::certainty::Certainty;
use crate::item::{Clitics, Item, Window};
use crate::lexicon::{MultForm, Sense};

/// Whether the number says how many the definite noun before it are: الدول الخمس, الشروط الثلاثة. Three to ten alone;
/// larger ones are ordinals there.
pub(super) fn follows_definite(w: &Window<'_>, at: usize, value: Exact) -> bool {
    let few = value.to_integer().is_some_and(|value| (3..=10).contains(&value));
    // ولايات دارفور الخمس
    let several = |i: &Item| is_several(w, i);
    few && w.before(at, 1).is_some_and(|i| {
        (is_definite(w, i) || is_owned(w, i) || w.before(at, 2).is_some_and(several))
            && i.is_unknown()
            && w.get(at).is_some_and(|number| number.spaced)
    })
}

/// How sure one number word alone is (D.1).
pub(super) fn single_word(w: &Window<'_>, at: usize, value: Exact) -> Certainty {
    let Some(value) = value.to_integer() else { return Certainty::Certain };
    let clitics = word(w, at, |s| s.counts().then_some(())).map(|((), r)| r.clitics).unwrap_or_default();
    match value {
        20..=99 => Certainty::Certain,
        // Only the dialects have one word for these.
        11..=19 => Certainty::Likely,
        100 => {
            // The surname element and the phrase aside, a hundred counts something near.
            if neighbour_number(w, at) || counted_noun(w, at + 1) {
                Certainty::Likely
            } else {
                Certainty::Likely.lower()
            }
        }
        1000 => {
            // ألف is also "he wrote": before a definite noun at the start it is the verb (B.9).
            let counted = counted_noun(w, at + 1) && !is_verb(w, at) || neighbour_number(w, at);
            if counted { Certainty::Likely } else { Certainty::Weak }
        }
        101.. => Certainty::Certain.lower(),
        3..=10 => {
            // لست is "I am not", لخمس بقين a day of the month.
            let leads = clitics.has(Clitics::LAM | Clitics::KAF);
            let other = leads
                && (value == 6 && !w.get(at + 1).is_some_and(|i| is_indefinite_plural(w.bare(i).as_str()))
                    || has(w, at + 1, |s| matches!(s, Sense::Passed | Sense::Remaining))
                    || w.get(at + 1).is_some_and(|i| {
                        w.bare(i).as_str().starts_with(['و', 'ف']) || w.bare(i).as_str().starts_with("ليال")
                    }));
            let counted = counted_noun(w, at + 1) && !other;
            if counted || neighbour_number(w, at) { Certainty::Likely } else { Certainty::Weak }
        }
        _ => Certainty::Weak,
    }
}

/// Whether ألف is "he wrote": with its shadda, or by what stands beside it (B.9). A thousand counts no accusative.
fn is_verb(w: &Window<'_>, at: usize) -> bool {
    let shadda = w.get(at).is_some_and(|i| w.text_of(i).contains("ل\u{651}"));
    let before = w.before(at, 1).is_some_and(|i| {
        matches!(w.bare(i).as_str(), "الذي" | "التي" | "قد" | "وقد" | "لقد" | "ولقد" | "كما")
    });
    let behind = w.get(at + 1).is_some_and(|i| {
        let bare = w.bare(i);
        let word = bare.as_str();
        let accusative = word.ends_with('ا') && word.chars().nth(3).is_some();
        accusative
            || matches!(word, "ابن" | "أبو" | "ابو" | "عدة" | "العديد" | "كتابه" | "كتبه" | "فيه" | "فيها")
    });
    shadda || before || behind
}

/// Whether another number word stands beside it, joined by و or أو.
fn neighbour_number(w: &Window<'_>, at: usize) -> bool {
    let number = |s: &Sense| {
        matches!(
            s,
            Sense::Unit(3..=9)
                | Sense::Ten
                | Sense::Tens(_)
                | Sense::Hundred
                | Sense::Hundreds(_)
                | Sense::Mult(_, MultForm::Singular | MultForm::Dual)
        )
    };
    let joined = |i: usize| reading_word(w, i, |s| number(s)).is_some_and(|r| r.clitics.has(Clitics::WAW));
    let own = joined(at) && at.checked_sub(1).is_some_and(|b| reading_word(w, b, |s| number(s)).is_some());
    let next = joined(at + 1)
        || ((is_waw(w, at + 1) || is_or(w, at + 1)) && reading_word(w, at + 2, |s| number(s)).is_some());
    own || next
}
