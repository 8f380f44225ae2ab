//! How sure one number word alone is (B.9, D.1): many are other words too.

use super::article::{is_age, is_indefinite_plural, is_plural, is_several, leads_to_amount};
use super::group::{reading_word, word};
use super::ordinal::counts_owned;
use super::value::Exact;
use super::{counted_noun, follows_bound, has, is_and_half, is_definite, is_or, is_owned, is_waw, reading};
use crate::certainty::Certainty;
use crate::item::{Clitics, Item, ItemKind, Starts, Window};
use crate::lexicon::{List, MultForm, Sense, behind_proclitics, is_listed};

/// Whether the number says how many the definite noun before it are: الدول الخمس, الشروط الثلاثة, الأسئلة العشرون. Larger ones
/// than ten are ordinals there, but behind a plural.
pub(super) fn follows_definite(w: &Window<'_>, at: usize, value: Exact) -> bool {
    let money = |i: &Item| i.starts(Starts::MONEY) && w.bare(i).as_str().ends_with("ات");
    let plural =
        |i: &Item| (i.is_unknown() || money(i)) && is_plural(w.bare(i).as_str()) || counts_owned(w, at, i);
    if value >= Exact::integer(20) && w.before(at, 1).is_some_and(plural) {
        return true;
    }
    let few = value.to_integer().is_some_and(|value| (3..=10).contains(&value));
    // ولايات دارفور الخمس
    let several = |i: &Item| is_several(w, i);
    // جزر الكناري السبع
    let parts = || w.spells_behind(w.before(at, 2), &["جزر", "دول", "مدن", "فصول"]);
    // أيام الأسبوع السبعة
    let time = |i: &Item| {
        w.spells(i, &["الأسبوع", "السنة", "العام"])
            && w.spells_behind(w.before(at, 2), &["أيام", "فصول", "أشهر"])
    };
    few && w.before(at, 1).is_some_and(|i| {
        // فرصنا الست, رحلاتنا الخمس, but not عندنا الست أم محمد
        let bare = w.bare(i);
        let ours = bare.as_str().strip_suffix("نا").is_some_and(|noun| {
            noun.ends_with("ات") || ["فرص", "كتب", "مدن", "قصص", "أهداف"].contains(&noun)
        });
        (is_definite(w, i) || is_owned(w, i) || ours || w.before(at, 2).is_some_and(several) || parts())
            // القوى الخمس
            && (i.is_unknown() || w.spells_behind(i, &["القوى", "قوى"]) || time(i))
            && w.get(at).is_some_and(|number| number.spaced)
    })
}

/// Whether those that the number at `at` counts are named behind it: خمسة منهم, ثلاثة من الركاب.
fn is_of_many(w: &Window<'_>, at: usize) -> bool {
    let them = |i: &Item| w.spells(i, &["منهم", "منها", "منهن", "منهما", "منا", "منكم"]);
    let many = |i: &Item| i.is_unknown() && (is_definite(w, i) || is_owned(w, i));
    // سبعا من كل عشر, ستا من شوال
    let accusative = || w.get(at).is_some_and(|i| w.bare(i).as_str().ends_with('ا'));
    let each = |i: &Item| {
        w.spells(i, &["كل", "شوال"]) && !w.spells(w.get(at), &["اثنين"])
            || i.starts(Starts::MONTH) && accusative()
    };
    w.get(at + 1).is_some_and(them)
        || w.can(at + 1, Starts::FROM) && w.get(at + 2).is_some_and(|i| many(i) || each(i))
}

/// Whether what stands before the number says that it is one: أكثر من مئة, عددهم عشرة, العدد سبع.
fn is_told(w: &Window<'_>, at: usize) -> bool {
    // سبع نقاط من أصل تسع, ثلاث قطع بدلا من أربع
    let word = |back: usize, word: &str| w.spells(w.before(at, back), &[word]);
    let other = || word(1, "أصل") && word(2, "من") || word(1, "من") && word(2, "بدلا");
    // هؤلاء الثلاثة, وهو ابن سبع
    let these = || word(1, "هؤلاء") || word(1, "أولئك");
    let old = || {
        w.spells(w.before(at, 1), &["ابن", "بنت", "ابنة"])
            && w.spells_behind(w.before(at, 2), &["هو", "هي", "وهو", "وهي", "أنا", "وأنا"])
    };
    // تقلص من مئة إلى خمسين
    let from_to = || {
        w.follows(at, Starts::FROM)
            && w.can(at + 1, Starts::TO)
            && w.can(at + 2, Starts::NUMBER.with(Starts::DIGITS).with(Starts::ZERO))
    };
    // خمس فرص من ست
    let out_of = || {
        let number = |b: usize| w.can(b, Starts::NUMBER.with(Starts::DIGITS));
        let ends = w.get(at + 1).is_none_or(|i| !matches!(i.kind, ItemKind::Word | ItemKind::Number(_)));
        ends && w.before(at, 2).is_some_and(Item::is_unknown) && at.checked_sub(3).is_some_and(number)
    };
    // 17 كرة منها خمس على المرمى, سبعة من عشرة
    let of_them = || {
        const THEM: [&str; 6] = ["منها", "منهم", "منهن", "بينها", "بينهم", "بينهن"];
        let apart = !w.get(at + 1).is_some_and(|i| is_definite(w, i) || is_owned(w, i));
        w.spells_behind(w.before(at, 1), &THEM) && apart
            || w.follows(at, Starts::FROM)
                && (at.checked_sub(2).is_some_and(|b| w.can(b, Starts::NUMBER) || is_and_half(w, b))
                    || out_of())
    };
    // مرتين أو ثلاثا
    let or_three = || {
        let dual = |i: &Item| ["ين", "تان"].iter().any(|end| w.bare(i).as_str().ends_with(end));
        let three = |i: &Item| w.bare(i).as_str().starts_with("ثلاث");
        at.checked_sub(1).is_some_and(|or| is_or(w, or))
            && w.before(at, 2).is_some_and(dual)
            && w.get(at).is_some_and(three)
    };
    // عشرة أو أكثر
    let or_more = || is_or(w, at + 1) && w.spells(w.get(at + 2), &["أكثر", "اكثر", "أقل"]);
    follows_bound(w, at)
        || or_three()
        || or_more()
        || of_them()
        || from_to()
        || w.spells_behind(w.before(at, 1), &["العدد"])
        || is_quantity(w, at)
        || other()
        || these()
        || old()
}

/// Whether so many or so much are said of the word before `at`: عددهم, سعره; but not في عددها الخمسين, of a magazine.
pub(super) fn is_quantity(w: &Window<'_>, at: usize) -> bool {
    const OWNERS: [&str; 6] = ["ه", "ها", "هم", "هن", "هما", "نا"];
    let noun = |word: &str| {
        OWNERS
            .iter()
            .any(|owner| word.strip_suffix(owner).is_some_and(|noun| is_listed(List::Quantity, noun)))
    };
    let inside = at.checked_sub(1).is_some_and(|noun| w.follows(noun, Starts::PREP));
    !inside && w.before(at, 1).is_some_and(|i| behind_proclitics(w.bare(i).as_str(), noun))
}

/// Whether people are counted by what stands before the number without them: مقتل اثنين, أصيب عشرة, نجا منهم عشرة, من كل مئة.
fn counts_people(w: &Window<'_>, at: usize) -> bool {
    let people = |i: &Item| w.in_list_behind(i, List::People);
    // ارتفعت الحصيلة إلى عشرة
    let risen = || {
        w.follows(at, Starts::TO)
            && w.spells(w.before(at, 2), &["الحصيلة", "حصيلة", "العدد", "عددهم", "عددها"])
    };
    w.before(at, 1).is_some_and(people) || risen()
}

/// Whether the definite number at `at` says how many or how much: before what it counts (الخمسة جنيهات, الألف ريال),
/// behind what leads to it (نحو المليون, سن الستين), or as an age (السبعين من عمره).
pub(super) fn is_definite_amount(w: &Window<'_>, at: usize) -> bool {
    let counted = || {
        w.get(at + 1).is_some_and(|i| i.is_unknown() && is_indefinite_plural(w.bare(i).as_str()))
            || reading(w, at + 1, |s, r| s.measures() && r.clitics.is_none()).is_some()
    };
    // حوالي الألف السادس: which one it is.
    if has(w, at + 1, |s| matches!(s, Sense::Ord(..))) {
        return false;
    }
    let several = !has(w, at, |s| matches!(s, Sense::Unit(1 | 2)));
    // العشرة الأوائل, الثلاثة الكبار
    let best = || w.spells(w.get(at + 1), &["الأوائل", "الاوائل", "الكبار"]);
    several && (counted() || best())
        || is_told(w, at)
        || at.checked_sub(1).is_some_and(|b| leads_to_amount(w, b))
        || is_age(w, at + 1)
}

/// How sure one number word alone is: as D.1 says, and likely too if what it is of stands behind it or what leads to a number
/// before it. Three to nine in the form with teh marbuta are no other word.
pub(super) fn single_word(w: &Window<'_>, at: usize, value: Exact) -> Certainty {
    let Some(value) = value.to_integer() else { return Certainty::Certain };
    let clitics = word(w, at, |s| s.counts().then_some(())).map(|((), r)| r.clitics).unwrap_or_default();
    let licensed = || is_of_many(w, at) || is_told(w, at) || counts_people(w, at);
    match value {
        20..=99 => Certainty::Certain,
        // Only the dialects have one word for these.
        11..=19 => Certainty::Likely,
        100 => {
            // The surname element and the phrase aside, a hundred counts something near.
            if neighbour_number(w, at) || counted_noun(w, at + 1) || licensed() {
                Certainty::Likely
            } else {
                Certainty::Likely.lower()
            }
        }
        1000 => {
            // ألف is also "he wrote": before a definite noun at the start it is the verb (B.9).
            let counted = (counted_noun(w, at + 1) || licensed()) && !is_verb(w, at);
            if counted || neighbour_number(w, at) { Certainty::Likely } else { Certainty::Weak }
        }
        101.. => Certainty::Certain.lower(),
        10 if w.follows(at, Starts::NUMBER_SIGN) && clitics.is_none() => Certainty::Likely,
        3..=10 => {
            // لست is "I am not", لخمس بقين a day of the month.
            let leads = clitics.has(Clitics::LAM | Clitics::KAF);
            let other = leads
                && (value == 6 && !w.get(at + 1).is_some_and(|i| is_indefinite_plural(w.bare(i).as_str()))
                    || has(w, at + 1, |s| matches!(s, Sense::Passed | Sense::Remaining))
                    || w.get(at + 1).is_some_and(|i| {
                        w.bare(i).as_str().starts_with(['و', 'ف']) || w.bare(i).as_str().starts_with("ليال")
                    }));
            // دي ست كبيرة: the lady; six of a feminine plural have no teh marbuta.
            let lady = value == 6
                && w.get(at).is_some_and(|i| w.bare(i).as_str().ends_with("ست"))
                && w.get(at + 1).is_some_and(|i| {
                    i.is_unknown() && w.bare(i).as_str().ends_with('ة') || w.spells(i, &["عجوز"])
                });
            let counted = counted_noun(w, at + 1) && !other && !lady;
            let form = w.get(at).map(|i| w.bare(i));
            // عشرة is company too, ست a lady.
            let feminine = form.is_some_and(|form| form.as_str().ends_with('ة'));
            // بعد عشرة دامت, عشرة طويلة
            let company = value == 10
                && feminine
                && w.spells(w.get(at + 1), &["دامت", "استمرت", "طويلة", "زوجية", "العمر", "عمر"])
                && !w.can(at + 2, Starts::FROM);
            let counted = counted && !company;
            // ستا من شوال, خمس فرص من ست
            let six = || {
                let shawwal = w.can(at + 1, Starts::FROM) && w.spells(w.get(at + 2), &["شوال"]);
                shawwal
                    || w.follows(at, Starts::FROM)
                    || w.get(at).is_some_and(|i| w.bare(i).as_str().ends_with('ا'))
            };
            let sure = feminine && value < 10 || (feminine || value != 6 || six()) && licensed();
            if counted || sure && !other || neighbour_number(w, at) {
                Certainty::Likely
            } else {
                Certainty::Weak
            }
        }
        // رقم واحد
        1 | 2 if w.follows(at, Starts::NUMBER_SIGN) && clitics.is_none() => Certainty::Likely,
        // قبض على اثنين آخرين
        2 if w.spells(w.get(at + 1), &["آخرين", "آخران", "اخرين"]) => Certainty::Likely,
        // بستة أهداف مقابل اثنين
        2 if w.spells(w.before(at, 1), &["مقابل"]) && clitics.is_none() => Certainty::Likely,
        // كل اثنين is every Monday.
        2 if is_of_many(w, at)
            || counts_people(w, at)
                && !clitics.has(Clitics::ARTICLE)
                && !w.spells_behind(w.before(at, 1), &["كل"]) =>
        {
            Certainty::Likely
        }
        _ => Certainty::Weak,
    }
}

/// Whether a unit that only the dialects write so stands before و and its tens: تلاتة وخمسين is no fifty, whatever the
/// profile.
pub(super) fn follows_dialect_unit(w: &Window<'_>, at: usize) -> bool {
    const UNITS: [&str; 19] = [
        "تلاتة",
        "تلاته",
        "تمانية",
        "تمانيه",
        "تمنية",
        "اتنين",
        "تنين",
        "إتنين",
        "مية",
        "ميه",
        "بمية",
        "ميتين",
        "بميتين",
        "تلتمية",
        "تلاتمية",
        "ربعمية",
        "تمنمية",
        "تمانمية",
        "بتلتمية",
    ];
    w.get(at).is_some_and(|i| w.text_of(i).starts_with('و'))
        && w.before(at, 1).is_some_and(|i| i.is_unknown() && UNITS.contains(&w.bare(i).as_str()))
        && word(w, at, |s| matches!(s, Sense::Tens(_)).then_some(()))
            .is_some_and(|((), r)| r.clitics.has(Clitics::WAW))
}

/// Whether ألف is "he wrote": with its shadda, or by what stands beside it (B.9). A thousand counts no accusative.
fn is_verb(w: &Window<'_>, at: usize) -> bool {
    let shadda = w.get(at).is_some_and(|i| w.text_of(i).contains("ل\u{651}"));
    let before = w.spells_behind(w.before(at, 1), &["الذي", "التي", "قد", "كما"]);
    let behind = w.get(at + 1).is_some_and(|i| {
        let bare = w.bare(i);
        let word = bare.as_str();
        let accusative = word.ends_with('ا') && word.chars().nth(3).is_some();
        accusative
            || matches!(word, "ابن" | "أبو" | "ابو" | "عدة" | "العديد" | "كتابه" | "كتبه" | "فيه" | "فيها")
    });
    shadda || before || behind || is_author(w, at)
}

/// Whether what stands behind ألف is what somebody wrote, as no thousand has it: ألف أكثر من 200 كتاب, ألف ثلاثة كتب, ألف كتابين.
fn is_author(w: &Window<'_>, at: usize) -> bool {
    const BOOKS: [&str; 6] = ["كتابين", "ديوانين", "روايتين", "رسالتين", "مسرحيتين", "مجلدين"];
    const OF: [&str; 6] = ["كل", "أصل", "سعره", "سعرها", "ثمنه", "ثمنها"];
    // قتل ألف أكثر من 200 منهم أطفال, من كل ألف خمسة
    let of_them = |i: usize| w.spells(w.get(i), &["منهم", "نصفهم"]);
    if follows_bound(w, at) || w.spells_behind(w.before(at, 1), &OF) || (at + 1..at + 6).any(of_them) {
        return false;
    }
    let number = |s: &Sense| matches!(s, Sense::Unit(3..=9) | Sense::Ten | Sense::Tens(_));
    // ألف ثمان مئة is a sum without و.
    let more = || has(w, at + 2, |s| matches!(s, Sense::Hundred | Sense::Mult(..)));
    let several = || {
        reading_word(w, at + 1, number).is_some_and(|r| r.clitics.is_none())
            && !more()
            && counted_noun(w, at + 2)
    };
    let bound = || {
        reading(w, at + 1, |s, _| matches!(s, Sense::Approx | Sense::Bound(_)))
            .is_some_and(|r| w.can(at + 1 + r.items, Starts::NUMBER.with(Starts::DIGITS)))
    };
    let bare = w.spells_behind(w.get(at), &["ألف", "الف"]);
    bare && (w.spells(w.get(at + 1), &BOOKS) || several() || bound())
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
