//! Amounts with a part of their unit behind it, so that the unit stands inside: 5 كيلو ونصف, متر ونصف المتر. Knows which
//! nouns can be halved by the lexicon.

use super::group::{past_waw, word};
use super::value::{Exact, Number};
use super::{
    Found, cardinal, counted_noun, end_of, glued_before, has, is_and_half, is_definite, is_owned, joins,
    sense,
};
use crate::certainty::{Certainty, Flags};
use crate::class::CharClass;
use crate::item::{Clitics, Item, ItemKind, Starts, Window};
use crate::lexicon::Sense;

/// `cardinal noun +part` or `measure +part`, and the noun again behind the part: متران ونصف المتر, نقطة ونصف نقطة.
pub(super) fn measured(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    let item = w.get(at)?;
    let count = if item.starts(Starts::WHOLE) { whole(w, at) } else { None };
    let (count, noun) = if let Some(count) = count {
        (count, at)
    } else {
        // The noun and its part, or the noun, its adjective and its part.
        cardinal_may_go_on(w, at).then_some(())?;
        let count = cardinal(w, at).filter(|q| q.value.to_integer().is_some())?;
        if item.is_number() {
            glued_before(w, at)?;
        }
        let noun = count.next;
        (count, noun)
    };
    let (known, items) = noun_at(w, noun, noun == at)?;
    // ملعقة كبيرة ونصف
    let adjective = usize::from(known && is_adjective_of(w, noun + items - 1, noun + items));
    // 12 مادة ونص على الغرامة: it stipulates.
    let half = noun + items;
    if !known && is_and_half(w, half) && w.spells(w.get(half + 1), &["على"]) {
        return None;
    }
    let (part, behind) = part(w, noun + items + adjective)
        .or_else(|| less(w, noun + items).filter(|_| known && item.starts(Starts::WHOLE)))?;
    // A half of something else: 5 كيلومترات ونصف الطريق, 3 أكواب ونصف لتر, كيلو ونصف ساعة.
    let again = is_same_noun(w, noun, behind);
    let next = behind + usize::from(again);
    if !again && !(if known { is_other(w, behind) } else { ends(w, behind) }) {
        return None;
    }
    Some(Found {
        start: count.start,
        end: end_of(w, next),
        next,
        value: Number::Cardinal(count.value.plus(part)?),
        certainty: if known { Certainty::Certain } else { Certainty::Likely },
        flags: count.flags,
    })
}

/// One or two of a measure by its form alone: متر, مترين.
fn whole(w: &Window<'_>, at: usize) -> Option<Found<Exact>> {
    let (count, r) = sense(w, at, |s, r| match s {
        Sense::Whole(count) if !r.clitics.has(Clitics::ARTICLE) => Some(*count),
        _ => None,
    })?;
    let counted = at.checked_sub(1).is_some_and(|b| w.can(b, Starts::DIGITS.with(Starts::NUMBER)));
    (!counted).then(|| Found {
        start: r.start,
        end: end_of(w, at + 1),
        next: at + 1,
        value: Exact::integer(i128::from(count)),
        certainty: Certainty::Certain,
        flags: Flags::NONE,
    })
}

/// Whether a part stands where the noun of a number that starts at `at` could have one: most numbers are done here.
fn cardinal_may_go_on(w: &Window<'_>, at: usize) -> bool {
    let part = |i: usize| w.can(i, Starts::NUMBER) || is_and_half(w, i);
    w.counted(at).is_some_and(|counted| (counted.next + 1..counted.next + 4).any(part))
}

/// Whether the word at `at` is a feminine adjective of the noun before it.
fn is_adjective_of(w: &Window<'_>, noun: usize, at: usize) -> bool {
    let feminine = |i: &Item| w.bare(i).as_str().ends_with('ة');
    w.get(noun).is_some_and(feminine) && w.get(at).is_some_and(|i| i.is_unknown() && feminine(i))
}

/// The noun at `at`, whether it is a measure, and how many items it has; alone, و may join it: ولترا ونصف.
fn noun_at(w: &Window<'_>, at: usize, alone: bool) -> Option<(bool, usize)> {
    let outside = if alone { Clitics::ARTICLE } else { Clitics::WAW | Clitics::FEH | Clitics::ARTICLE };
    let measure = sense(w, at, |s, r| (s.measures() && !r.clitics.has(outside)).then_some(r.items));
    if let Some((items, _)) = measure {
        return Some((true, items));
    }
    // أهداف are known as what scores are of.
    let told = w.get(at).is_some_and(Item::is_unknown) || w.can(at, Starts::SCORE);
    let noun = told && counted_noun(w, at);
    noun.then_some((false, 1))
}

/// ونصف, وربع at `at`, of nobody's (ونصفهم): the part and the item behind it.
fn part(w: &Window<'_>, at: usize) -> Option<(Exact, usize)> {
    let at = past_waw(w, at);
    if is_and_half(w, at) {
        return Some((Exact::new(500, 3), at + 1));
    }
    let bare = w.bare(w.get(at)?);
    if !["نصف", "نصفا", "ربع", "ربعا"].iter().any(|part| bare.as_str().ends_with(part)) {
        return None;
    }
    let (below, r) = word(w, at, |s| match s {
        Sense::Frac(1, below @ (2 | 4)) => Some(*below),
        _ => None,
    })?;
    let part = joins(w, at, r.clitics) && !r.clitics.has(Clitics::ARTICLE | Clitics::BEH | Clitics::LAM);
    part.then(|| (Exact::new(1000 / i128::from(below), 3), at + 1))
}

/// `إلا ربع` behind one or two of a measure: what is to be added, and the item behind it.
fn less(w: &Window<'_>, at: usize) -> Option<(Exact, usize)> {
    let part = w.can(at, Starts::EXCEPT) && w.spells(w.get(at + 1), &["ربع", "ربعا"]);
    part.then(|| (Exact::new(-250, 3), at + 2))
}

/// Whether the noun at `at` stands at `restated` once more, with the article or in the singular.
pub(super) fn is_same_noun(w: &Window<'_>, at: usize, again: usize) -> bool {
    let unit = |at: usize| {
        sense(w, at, |s, _| match s {
            Sense::Money(name) | Sense::MoneyFamily(name) | Sense::Symbol(name) => Some(*name),
            _ => None,
        })
        .map(|(name, _)| name)
    };
    if let (Some(name), Some(again)) = (unit(at), unit(again)) {
        return name == again;
    }
    let (Some(noun), Some(other)) = (w.get(at), w.get(again)) else { return false };
    let (noun, other) = (w.bare(noun), w.bare(other));
    let (noun, other) = (noun.as_str(), other.as_str());
    let bare = noun.strip_prefix(['ب', 'ل', 'ك']).unwrap_or(noun);
    is_same_stem(noun, other) || is_same_stem(bare, other)
}

/// Whether two nouns are forms of one: without article, endings and the alef of broken plurals they have the same letters
/// (أمتار and متر, ملاعق and ملعقة, نقاط and نقطة).
fn is_same_stem(noun: &str, other: &str) -> bool {
    fn letters(word: &str) -> impl Iterator<Item = char> + '_ {
        let word = word.strip_prefix("ال").unwrap_or(word);
        let word = word.strip_prefix(['أ', 'ا']).filter(|rest| rest.chars().nth(1).is_some()).unwrap_or(word);
        let ending = ["ات", "تان", "تين", "ان", "ين", "ة", "ه", "ا"]
            .iter()
            .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.chars().nth(1).is_some()));
        ending.unwrap_or(word).chars().filter(|&c| c != 'ا')
    }
    letters(noun).eq(letters(other))
}

/// Whether what stands behind a part is nothing that it could be a part of: no noun that is definite, by its article, its
/// possessor or what it is annexed to, no other measure, no time.
fn is_other(w: &Window<'_>, at: usize) -> bool {
    let Some(item) = w.get(at) else { return true };
    let whole = |s: &Sense| s.measures() || matches!(s, Sense::Time(..) | Sense::Mult(..) | Sense::Per(_));
    let annexed =
        item.is_unknown() && w.get(at + 1).is_some_and(|i| i.kind == ItemKind::Word && is_definite(w, i));
    let degree = w.can(at, Starts::DEGREE);
    !is_definite(w, item)
        && !is_owned(w, item)
        && !annexed
        && (degree || !has(w, at, whole))
        && !w.can(at, Starts::NAME)
}

/// Whether nothing that could be counted stands at `at`: the end, a sign, a preposition.
fn ends(w: &Window<'_>, at: usize) -> bool {
    let Some(item) = w.get(at) else { return true };
    match item.kind {
        ItemKind::Break => true,
        ItemKind::Sign(class) => class != CharClass::Opener,
        // ثلاثة مواسم ونصف مقابل مليون
        ItemKind::Word => {
            w.spells(item, &["مقابل", "فقط", "تقريبا"])
                || w.can(
                    at,
                    Starts::PREP
                        .with(Starts::FROM)
                        .with(Starts::TO)
                        .with(Starts::FUNCTION)
                        .with(Starts::PARTICLE),
                )
        }
        ItemKind::Number(_) | ItemKind::Opaque => false,
    }
}
