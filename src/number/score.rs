//! Scores of matches: two numbers with a word of sport near (A.8).

use super::article::is_indefinite_plural;
use super::range::is_dash;
use super::value::Number;
use super::{Found, has, is_counted, is_definite, is_owned, is_waw, starts_with_waw};
use crate::certainty::{Certainty, Flags};
use crate::class::CharClass;
use crate::item::{Item, ItemKind, Starts, Window};
use crate::lexicon::{List, Sense, Unit, is_listed_behind};

/// Whether the pair at `at` is one of the sets of a match: several pairs of at most seven games or of the points of a set in
/// a row, one of which falls, as no range does: 6-4 و3-6 و7-5, (25 - 17) و(25 - 20).
fn is_set(w: &Window<'_>, at: usize) -> bool {
    let number = |at: usize| match w.get(at).map(|i| i.kind) {
        Some(ItemKind::Number(d)) if d.plain && d.len <= 2 => Some(d.value),
        _ => None,
    };
    let joined =
        |at: usize| w.get(at + 1).is_some_and(|i| is_dash(w, i) && (!i.spaced || w.is_enclosed(at, at + 3)));
    let pair = |at: usize| {
        let (a, b) = (number(at)?, number(at + 2)?);
        let (more, less) = (a.max(b), a.min(b));
        // Volleyball: 15 or 25 points, and two more than the other.
        let set = matches!(more, 6 | 7)
            || more >= less + 2
                && (matches!(more, 11 | 15 | 21 | 25) || more > 25 && more <= 40 && more == less + 2);
        (joined(at) && set).then_some(a > b)
    };
    let bracket = |at: usize| {
        w.get(at).is_some_and(|i| matches!(i.kind, ItemKind::Sign(CharClass::Opener | CharClass::Closer)))
    };
    let comma = |at: usize| w.get(at).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Comma));
    let joint = |at: usize| is_waw(w, at) || comma(at);
    let ahead = |at: usize| {
        let at = at + 3 + usize::from(bracket(at + 3));
        // 6-4، و6-1
        let at = at + usize::from(comma(at) && is_waw(w, at + 1));
        joint(at).then(|| at + 1 + usize::from(bracket(at + 1)))
    };
    let behind = |at: usize| {
        let at = at.checked_sub(1)?;
        let at = if bracket(at) { at.checked_sub(1)? } else { at };
        let at = Some(at).filter(|&at| joint(at))?.checked_sub(1)?;
        let at = if comma(at) { at.checked_sub(1)? } else { at };
        if bracket(at) { at.checked_sub(3) } else { at.checked_sub(2) }
    };
    let Some(falls) = pair(at) else { return false };
    let (mut count, mut falls) = (1, falls);
    let walks: [&dyn Fn(usize) -> Option<usize>; 2] = [&ahead, &behind];
    for walk in walks {
        let mut here = at;
        for _ in 0..4 {
            let Some((next, down)) = walk(here).and_then(|next| Some((next, pair(next)?))) else { break };
            (here, count, falls) = (next, count + 1, falls || down);
        }
    }
    count > 1 && falls
}

/// Whether the pair falls, as no range does, and stands between two names, as a result does in a list: الأهلي 2-0 الزمالك.
fn is_between_names(w: &Window<'_>, at: usize) -> bool {
    let goals = |i: usize| match w.get(i).map(|i| i.kind) {
        Some(ItemKind::Number(d)) if d.plain && d.len <= 2 => Some(d.value),
        _ => None,
    };
    let name = |i: &Item| {
        let bare = w.bare(i);
        let word = bare.as_str();
        let label = |list| is_listed_behind(list, word);
        i.spaced
            && i.is_unknown()
            && word.chars().nth(2).is_some()
            && !label(List::Amount)
            && !label(List::Label)
    };
    let spaced = |at: usize| w.get(at).is_some_and(|i| i.spaced);
    // الدوري الإسباني: برشلونة 4 - 0 فالنسيا, الأهلي 2 - 0 الزمالك; but not بغداد 15 - 12 غائم
    let alone = || {
        const REACH: usize = 8;
        let ends = |i: &Item| !matches!(i.kind, ItemKind::Word | ItemKind::Number(_));
        let sport =
            |i: usize| is_score_word(w, i) || w.spells_behind(w.get(i), &["دوري", "كأس", "نتائج", "بطولة"]);
        let team = |i: Option<&Item>| w.in_list(i, List::Team);
        // شارع فلسطين 7 - 5
        let street = || w.can(at.saturating_sub(2), Starts::NAME_HEAD);
        let teams = || (team(w.before(at, 1)) || team(w.get(at + 3))) && !street();
        spaced(at + 1)
            && spaced(at + 2)
            && w.get(at + 4).is_none_or(ends)
            && goals(at).is_some_and(|goals| goals <= 9)
            && (teams() || w.recent(at, REACH).any(sport))
    };
    let glued = (at + 1..at + 3).all(|i| !spaced(i)) || alone();
    let falls = goals(at).zip(goals(at + 2)).is_some_and(|(a, b)| b <= a && a <= 15);
    let behind = w.get(at + 3).is_some_and(|i| name(i) && i.kind == ItemKind::Word);
    glued
        && falls
        && behind
        && (spaced(at + 1) || !w.get(at + 3).is_some_and(|i| w.bare(i).as_str().ends_with('ا')))
        // زلزال قوته 6-1
        && w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Word && name(i) && !is_owned(w, i))
        && w.is_sign(at + 1, CharClass::Dash)
}

fn is_score_word(w: &Window<'_>, at: usize) -> bool {
    // رغم تقدمهم 2-1
    let theirs = |i: &Item| {
        i.is_unknown()
            && ["هم", "ها", "ه"].iter().any(|owner| {
                w.bare(i).as_str().strip_suffix(owner).is_some_and(|noun| {
                    [
                        "تقدم",
                        "تأخر",
                        "بتقدم",
                        "لتقدم",
                        "تعادل",
                        "فوز",
                        "بفوز",
                        "خسارت",
                        "هزيمت",
                        "تغلب",
                        "بتغلب",
                        "سقوط",
                        "انتصار",
                    ]
                    .contains(&noun)
                })
            })
    };
    w.can(at, Starts::SCORE) || w.get(at).is_some_and(theirs)
}

/// Whether a pair with a slash is a score, which a date or a fraction is else: بنتيجة (39 / 36), فوز كبير 3/1, 4/2 لصالح
/// الهلال. A vote has a result too, and a match its day.
fn tells_score(w: &Window<'_>, at: usize) -> bool {
    let other = |i: usize| {
        w.get(i).is_some_and(|i| {
            let bare = w.bare(i);
            ["نتيجة", "مبارا", "هدف", "مقابل"].iter().any(|word| bare.as_str().starts_with(word))
        })
    };
    let for_whom = |i: &Item| w.spells(i, &["لصالح", "لمصلحة"]);
    let word = |i: usize| is_score_word(w, i) && !other(i);
    // فوز كبير 3/1, خسر الفريق 2/1, but not فاز بنسبة 2/3 and الفوز في 12/5.
    let between = |i: &Item| {
        i.kind == ItemKind::Sign(CharClass::Opener) || i.is_unknown() && !w.bare(i).as_str().starts_with('ب')
    };
    let won = |at: usize| {
        let verb = |i: usize| w.spells(w.get(i), &["فاز", "فازت", "خسر", "خسرت", "تغلب", "تغلبت"]);
        at.checked_sub(1).is_some_and(word)
            || at.checked_sub(2).is_some_and(word) && w.before(at, 1).is_some_and(between)
            // فازت أنس جابر 6/3
            || at.checked_sub(3).is_some_and(verb)
                && (1..=2).all(|back| w.before(at, back).is_some_and(|i| between(i) && !is_definite(w, i)))
    };
    // فاز 6/4 و6/2
    let again = || {
        let first = at
            .checked_sub(4)
            .filter(|_| is_waw(w, at - 1) && w.get(at - 3).is_some_and(|i| w.text_of(i) == "/"));
        first.is_some_and(won)
    };
    let told = won(at) || again();
    // خسر الفريق 2/3 نقاطه, فاز الحزب 3/4 المقاعد
    let part = w.get(at + 3).is_some_and(|i| is_definite(w, i) && !for_whom(i) || is_owned(w, i))
        || w.can(at + 3, Starts::FROM);
    told && !part || w.get(at + 3).is_some_and(for_whom)
}

/// Whether the pair is a score as the one before it in the sentence was: فازت مصر على تونس 34-23، والجزائر على المغرب 30-24.
fn is_score_of_another(w: &Window<'_>, at: usize) -> bool {
    const NEAR: usize = 8;
    const FAR: usize = 24;
    let over = |i: usize| w.spells(w.get(i), &["على"]);
    let pair = |i: usize| {
        let number = |i: Option<&Item>| i.is_some_and(Item::is_number);
        w.get(i).is_some_and(|sign| is_dash(w, sign)) && number(w.before(i, 1)) && number(w.get(i + 1))
    };
    w.recent(at, NEAR).any(over)
        && w.recent(at, 2 * NEAR).any(pair)
        && w.recent(at, FAR).any(|i| is_score_word(w, i))
}

/// Whether the two numbers that start at `at` are a score.
pub(crate) fn is_score(w: &Window<'_>, at: usize) -> bool {
    score(w, at).is_some()
}

/// `2-1` with a word of sport near (A.8).
pub(super) fn score(w: &Window<'_>, at: usize) -> Option<Found<Number>> {
    let item = w.get(at)?;
    let small = |i: &Item| match i.kind {
        ItemKind::Number(d) if d.plain && d.value < 200 => Some(d.value as u32),
        _ => None,
    };
    let zero = |at: usize| w.can(at, Starts::ZERO).then_some(0);
    let a = small(item).or_else(|| zero(at))?;
    // بنتيجة 71 مقابل 58, but not by so many votes.
    let against = w.get(at + 1).is_some_and(|i| w.text_of(i) == "مقابل");
    let vote = || {
        let of_votes = |i: &Item| {
            let bare = w.bare(i);
            ["صوت", "أصوات", "تصويت", "استفتاء", "أغلبية"].iter().any(|vote| bare.as_str().contains(vote))
        };
        w.recent(at, 4).chain(at + 3..at + 5).filter_map(|i| w.get(i)).any(of_votes)
    };
    if against && (!w.recent(at, 3).any(|i| is_score_word(w, i)) || is_counted(w, at + 3) || vote()) {
        return None;
    }
    // بنتيجة 3:1
    let result = |i: &Item| ["نتيجة", "تعادل"].iter().any(|word| w.bare(i).as_str().contains(word));
    let colon = w.is_sign(at + 1, CharClass::Colon) && w.before(at, 1).is_some_and(result);
    let dash = w.get(at + 1).filter(|i| against || colon || is_dash(w, i) || w.text_of(i) == "/")?;
    let last = w.get(at + 2)?;
    // 3-صفر
    let b = small(last).or_else(|| zero(at + 2))?;
    // Of basketball: 125-108, 89 / 85.
    let points = a.min(b) >= 50 && a.max(b) < 2 * a.min(b);
    // 2/صفر
    let nil = zero(at).or_else(|| zero(at + 2)).is_some();
    if (w.text_of(dash) == "/" && !nil && !tells_score(w, at) || a.max(b) >= 100) && !points {
        return None;
    }
    // تغلب برشلونة على ضيفه ريال مدريد 3-2
    let again = w.before(at, 2).is_some_and(Item::is_number)
        && w.before(at, 3).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Dash));
    let reach = match (dash.spaced || last.spaced, again) {
        (true, _) => 4,
        // فاز 6-4 و3-6 و7-5
        (false, true) => 16,
        (false, false) => 8,
    };
    // (2-1 ذهابا و0-0 إيابا)
    // السعر 20-25 ذهابا وإيابا
    let both = || w.spells(w.get(at + 4), &["وإيابا", "وايابا"]);
    // ذهابا 3-1 وإيابا 0-1, but not السفر ذهابا 3-4: one of the two falls, as no range does.
    let falls = || {
        let goals = |back: usize| w.before(at, back).and_then(small);
        a >= b || goals(4).zip(goals(2)).is_some_and(|(a, b)| a >= b)
    };
    let leg = || {
        const LEGS: [&str; 5] = ["ذهابا", "إيابا", "ايابا", "وإيابا", "وايابا"];
        a.max(b) <= 15
            && (w.spells(w.get(at + 3), &["ذهابا", "إيابا", "ايابا"]) && !both()
                // التذكرة ذهابا وإيابا 10-15
                || w.spells(w.before(at, 1), &LEGS) && !w.spells(w.before(at, 2), &["ذهابا"]) && falls())
    };
    // فرنسا تقهر إسبانيا 2-1, but not تسحق 2-3 فصوص
    let headline =
        || a > b && a <= 15 && w.recent(at, reach).any(|i| w.in_list_behind(w.get(i), List::Headline));
    // لينتهي لصالح الأحمر 66-58
    let in_favour =
        || points && w.recent(at, reach).any(|i| w.spells_behind(w.get(i), &["صالح", "مصلحة", "سلة"]));
    // ربع النهائي على حساب فلسطين 2-1
    let at_expense = || {
        const ROUNDS: [&str; 20] = [
            "نهائي",
            "دور",
            "تأهل",
            "تأهلت",
            "فاز",
            "فازت",
            "بلغ",
            "بلغت",
            "توج",
            "توجت",
            "أحرز",
            "أحرزت",
            "حصد",
            "خطف",
            "لقب",
            "كأس",
            "السوبر",
            "نقاط",
            "بطاقة",
            "أقصى",
        ];
        a > b
            && a <= 15
            && w.recent(at, 12).any(|i| w.spells_behind(w.get(i), &ROUNDS))
            && w.recent(at, reach)
                .any(|i| w.spells(w.get(i), &["حساب"]) && w.spells_behind(w.before(i, 1), &["على"]))
    };
    // 7-6 (10-8)
    let tie_break = || {
        let games = |back: usize| w.before(at, back).and_then(small);
        let set = games(4).zip(games(2)).is_some_and(|set| matches!(set, (7, 6) | (6, 7)));
        w.recent(at, 20).any(|i| is_score_word(w, i))
            && set
            && w.before(at, 3).is_some_and(|i| is_dash(w, i))
            && w.is_enclosed(at, at + 3)
    };
    // 5-4 في مجموع المباراتين
    let in_sum = || {
        w.spells(w.get(at + 3), &["في"])
            && w.spells(w.get(at + 4), &["مجموع"])
            && w.spells(
                w.get(at + 5),
                &["المباراتين", "اللقاءين", "المواجهتين", "مباراتي", "لقاءي", "الذهاب"],
            )
    };
    let cue = in_favour()
        || in_sum()
        || at_expense()
        || tie_break()
        || leg()
        || headline()
        || w.recent(at, reach).any(|i| is_score_word(w, i))
        || is_score_of_another(w, at);
    // 2-1 يوم السبت: the day begins what follows.
    let day = || w.can(at + 4, Starts::WEEKDAY.with(Starts::DAY_WORD));
    let time = |s: &Sense| matches!(s, Sense::Time(unit, _) if *unit != Unit::Day || !day());
    // 2-1 للمرة الثانية, 2-1 وقدم الفريق, but not 2-3 للكيلو
    let joined = || w.spells(w.get(at + 3), &["للمرة", "لمرة"]) || starts_with_waw(w, at + 3);
    let counted = has(w, at + 3, |s| {
        matches!(s, Sense::Per(_))
            || (matches!(s, Sense::Measure | Sense::Degree | Sense::Mult(..)) || time(s)) && !joined()
    }) || w
        .get(at + 3)
        .is_some_and(|i| matches!(i.kind, ItemKind::Sign(CharClass::Percent | CharClass::Currency)));
    // بتقدمه 3-4 خطوات, سقوطهم 20-30 قتيلا
    let plural = |i: &Item| i.is_unknown() && i.spaced && is_indefinite_plural(w.bare(i).as_str());
    let steps = || a < b && !leg() && (a >= 10 && is_counted(w, at + 3) || w.get(at + 3).is_some_and(plural));
    let counted = counted || steps();
    let set = || is_set(w, at) || is_between_names(w, at);
    ((cue || set()) && !counted).then_some(Found {
        start: item.span.start,
        end: last.span.end,
        next: at + 3,
        value: Number::Score(a, b),
        certainty: Certainty::Likely,
        flags: Flags::NONE,
    })
}
