//! Lengths of time: so many of a unit, parts of one, sums of several (C.10).

use super::fields::{self, deictic, mixed, noun, plain, singular};
use super::hours::part_accusative;
use super::lasting::{behind_of_time, is_contract, is_dated, is_of_time, stands_apart};
use super::value::Duration;
use crate::certainty::{Certainty, Flags};
use crate::class::{CharClass, digit_value};
use crate::item::{Clitics, Item, ItemKind, Reading, Starts, Window};
use crate::lexicon::{List, NounForm, Sense, Unit};
use crate::number::{
    Exact, Found, cardinal, end_of, follows, has, is_and_half, is_article, is_definite, is_letters, is_waw,
    ordinal, reading, sense, starts_with_waw,
};

impl Duration {
    /// So many units.
    pub(super) fn count(&mut self, unit: Unit, count: u32) -> Option<()> {
        self.add(unit, count, 1)
    }

    /// Billionths of a second, fewer than a whole one; what becomes a whole second is carried.
    fn add_billionths(&mut self, billionths: u32) -> Option<()> {
        const SECOND: u32 = 1_000_000_000;
        let sum = self.nanoseconds.checked_add(billionths)?;
        self.nanoseconds = sum % SECOND;
        self.seconds = self.seconds.checked_add(sum / SECOND)?;
        Some(())
    }

    /// The field that has whole ones of a unit.
    fn field(&mut self, unit: Unit) -> Option<&mut u32> {
        Some(match unit {
            Unit::Minute => &mut self.minutes,
            Unit::Hour => &mut self.hours,
            Unit::Day => &mut self.days,
            Unit::Month => &mut self.months,
            Unit::Year => &mut self.years,
            _ => return None,
        })
    }

    /// So many halves, quarters, hundredths of a unit: `count` over `of`.
    fn add(&mut self, unit: Unit, count: u32, of: u32) -> Option<()> {
        let exact = |n: u32| n.checked_mul(count).filter(|n| n % of == 0).map(|n| n / of);
        let whole = count.checked_rem(of)? == 0;
        let (field, amount) = match unit {
            Unit::Minute if whole => (&mut self.minutes, exact(1)?),
            // 9.84 ثانية, 2.015 دقيقة
            Unit::Second | Unit::Minute => {
                let seconds = count.checked_mul(if unit == Unit::Minute { 60 } else { 1 })?;
                let billionths = u64::from(seconds % of) * 1_000_000_000;
                let exact = billionths % u64::from(of) == 0;
                self.add_billionths(u32::try_from(billionths / u64::from(of)).ok().filter(|_| exact)?)?;
                (&mut self.seconds, seconds / of)
            }
            Unit::Hour if whole => (&mut self.hours, exact(1)?),
            Unit::Hour => (&mut self.minutes, exact(60)?),
            Unit::Day if whole => (&mut self.days, exact(1)?),
            Unit::Day => (&mut self.hours, exact(24)?),
            Unit::Week if whole => (&mut self.weeks, exact(1)?),
            // أسبوع ونصف: seven days and three and a half.
            Unit::Week => {
                let hours = exact(7 * 24)?;
                self.days = self.days.checked_add(hours / 24)?;
                (&mut self.hours, hours % 24)
            }
            Unit::Month if whole => (&mut self.months, exact(1)?),
            Unit::Month => (&mut self.days, exact(30)?),
            Unit::Year if whole => (&mut self.years, exact(1)?),
            Unit::Year => (&mut self.months, exact(12)?),
            Unit::Decade => (&mut self.years, exact(10)?),
            Unit::Century => (&mut self.years, exact(100)?),
        };
        *field = field.checked_add(amount)?;
        self.nothing = (count == 0).then_some(match unit {
            Unit::Second => "PT0S",
            Unit::Minute => "PT0M",
            Unit::Hour => "PT0H",
            Unit::Day => "P0D",
            Unit::Week => "P0W",
            Unit::Month => "P0M",
            Unit::Year if of == 4 => "P0M",
            Unit::Year | Unit::Decade | Unit::Century => "P0Y",
        });
        Some(())
    }
}

/// `إلا ربعا`, `إلا شهرا` behind so many of a unit.
fn less(w: &Window<'_>, at: usize, unit: Unit, total: &mut Duration) -> Option<usize> {
    if !w.can(at, Starts::EXCEPT) {
        return None;
    }
    if let Some((count, next)) = same_less(w, at, unit) {
        let whole = total.field(unit)?;
        *whole = whole.checked_sub(count).filter(|&left| left > 0)?;
        return Some(next);
    }
    let part = sense(w, at + 1, |s, _| match s {
        Sense::Frac(1, below @ 2..=4) => Some(*below),
        _ => None,
    });
    let part = part.map(|(below, _)| below).or_else(|| part_accusative(w, at + 1));
    let (rest, count, of, next) = if let Some(below) = part {
        (unit, u32::from(below) - 1, u32::from(below), at + 2)
    } else {
        let (rest, left, next) = several_less(w, at + 1, unit).or_else(|| one_less(w, at + 1, unit))?;
        (rest, left, 1, next)
    };
    let whole = total.field(unit)?;
    *whole = whole.checked_sub(1)?;
    total.add(rest, count, of)?;
    Some(next)
}

/// `خمسين عاما`, `سنة` behind إلا and so many of the same unit: how many of them, and the item behind.
fn same_less(w: &Window<'_>, except: usize, unit: Unit) -> Option<(u32, usize)> {
    const REACH: usize = 12;
    let at = except + 1;
    // لم يصم من 30 يوما إلا 3 أيام: only so many; but ما زال منذ 10 سنوات إلا سنة.
    let only = |i: usize| {
        w.spells_behind(w.get(i), &["لم", "ما", "لن", "لا", "ليس", "ليست", "لست"])
            && !w.spells(w.get(i + 1), &["زال", "زالت", "يزال", "تزال"])
    };
    let same = |i: &usize| {
        !w.is_sign(*i, CharClass::Comma) && !w.spells(w.get(*i), &["أن", "أنه", "أنها", "وعاش", "وعاشت"])
    };
    if w.recent(except, REACH).take_while(same).any(only) {
        return None;
    }
    if let Some((of, form, _)) = noun(w, at) {
        let one = matches!(form, NounForm::Singular | NounForm::Accusative);
        return (of == unit && one).then_some((1, at + 1));
    }
    let number = cardinal(w, at)?;
    noun(w, number.next).filter(|&(of, ..)| of == unit)?;
    Some((u32::try_from(number.value.to_integer()?).ok()?, number.next + 1))
}

/// `شهرا`, `ساعة`, `دقيقة` behind إلا: the unit, what is left of one of `unit`, the item behind.
fn one_less(w: &Window<'_>, at: usize, unit: Unit) -> Option<(Unit, u32, usize)> {
    let (rest, left) = match (unit, noun(w, at)?) {
        (Unit::Year, (Unit::Month, NounForm::Accusative, _)) => (Unit::Month, 11),
        (Unit::Day, (Unit::Hour, NounForm::Accusative | NounForm::Singular, _)) => (Unit::Hour, 23),
        (Unit::Hour, (Unit::Minute, NounForm::Accusative | NounForm::Singular, _)) => (Unit::Minute, 59),
        _ => return None,
    };
    Some((rest, left, at + 1))
}

/// The same of `خمس دقائق`, `ساعتين`.
fn several_less(w: &Window<'_>, at: usize, unit: Unit) -> Option<(Unit, u32, usize)> {
    let (smaller, all): (Unit, u32) = match unit {
        Unit::Minute => (Unit::Second, 60),
        Unit::Hour => (Unit::Minute, 60),
        Unit::Day => (Unit::Hour, 24),
        Unit::Month => (Unit::Day, 30),
        Unit::Year => (Unit::Month, 12),
        _ => return None,
    };
    let (count, next) = match noun(w, at) {
        Some((unit, NounForm::Dual, _)) if unit == smaller => (2, at + 1),
        Some(_) => return None,
        None => {
            let number = cardinal(w, at)?;
            noun(w, number.next).filter(|&(unit, ..)| unit == smaller)?;
            (u32::try_from(number.value.to_integer()?).ok()?, number.next + 1)
        }
    };
    (1..all).contains(&count).then(|| (smaller, all - count, next))
}

/// Whether the digits at `at` number a minute, behind which أشهر is a verb: في الدقيقة 71 أشهر الحكم.
fn is_minute_of_match(w: &Window<'_>, at: usize) -> bool {
    let verb = |at: usize| w.spells(w.get(at), &["أشهر", "اشهر"]);
    let closed = usize::from(w.is_sign(at + 1, CharClass::Closer));
    if plain(w, at).is_none() || !w.can(at + 1 + closed, Starts::TIME) || !verb(at + 1 + closed) {
        return false;
    }
    let opened = w.before(at, 1).is_some_and(|i| i.kind == ItemKind::Sign(CharClass::Opener));
    let apart = opened || at.checked_sub(1).is_some_and(|b| is_article(w, b));
    // سعر الدقيقة 3 أشهر: three to ten are counted so.
    let many = plain(w, at).is_some_and(|(value, _)| value > 10);
    at.checked_sub(1 + usize::from(apart)).is_some_and(|b| {
        let minute = singular(w, b, Unit::Minute).is_some_and(|r| r.clitics.has(Clitics::ARTICLE));
        minute && (many || w.follows(b, Starts::PREP))
    })
}

/// `ثلاثة أيام`, `عامين`, `ساعة ونصف`, `ربع قرن`; a lone unit only where `licensed`.
pub(super) fn duration(w: &Window<'_>, at: usize, licensed: bool) -> Option<Found<Duration>> {
    const WHOLE: [&str; 7] = ["كامل", "كاملة", "كاملا", "كاملين", "كاملتين", "كاملان", "كاملتان"];
    if is_minute_of_match(w, at) {
        return None;
    }
    let mut total = Duration::default();
    let Term { start, mut next, unit: mut finest, mut bare } = term(w, at, &mut total)?;
    let mut rest = total;
    if let Some(behind) = less(w, next, finest, &mut rest) {
        total = rest;
        next = behind;
        bare = false;
    }
    // Falling units joined by و: ستة أشهر وعشرين يوما.
    for _ in 0..4 {
        // عام كامل وثلاثة أشهر
        let next_unit = next + usize::from(w.spells(w.get(next), &WHOLE));
        let more_at = next_unit + usize::from(is_waw(w, next_unit));
        if let Some(behind) = joined_part(w, more_at, next_unit, finest, &mut total) {
            next = behind;
            bare = false;
            break;
        }
        let mut sum = total;
        let Some(Term { next: behind, unit, bare: lone, .. }) = term(w, more_at, &mut sum) else { break };
        let joined = is_waw(w, next_unit)
            || starts_with_waw(w, more_at)
            || w.get(more_at).is_some_and(|i| is_and_one(w, i));
        // أحد عشر شهرا ويوما
        let one = lone && w.get(more_at).is_some_and(|i| w.bare(i).as_str().ends_with('ا'));
        if unit >= finest || !joined || lone && !one {
            break;
        }
        total = sum;
        next = behind;
        finest = unit;
        bare = false;
    }
    // أربعة أشهر وعشرا, the days of the Quran's term.
    let ten = |at: usize, word: &str| w.spells(w.get(at), &[word]);
    let nights = || w.spells(w.get(next + 1), &["ليال", "ليالي", "ليالٍ"]);
    let alone = || {
        total.months == 4
            && w.get(next + 1).is_none_or(|i| i.kind != ItemKind::Word || w.bare(i).as_str().starts_with('و'))
    };
    let months = finest == Unit::Month && total.days == 0;
    // شهران وخمس ليال
    let few = if months && starts_with_waw(w, next) && nights() {
        cardinal(w, next)
            .and_then(|few| u32::try_from(few.value.to_integer()?).ok())
            .filter(|few| (3..=10).contains(few))
    } else {
        None
    };
    if let Some(few) = few {
        total.days = few;
        next += 2;
        bare = false;
    } else if months && (ten(next, "وعشرا") || ten(next, "وعشر") && (nights() || alone())) {
        next += 1 + usize::from(ten(next, "وعشر") && nights());
        total.days = 10;
        bare = false;
    }
    let before_deictic = has(w, next, |s| matches!(s, Sense::Deictic(_))) && deictic(w, next).is_some();
    if (bare && !licensed) || before_deictic {
        return None;
    }
    let end = end_of(w, next);
    Some(Found { start, end, next, value: total, certainty: Certainty::Certain, flags: mixed(w, start, end) })
}

/// `24 ساعة` of `الـ24 ساعة الماضية`.
pub(super) fn duration_before_deictic(w: &Window<'_>, at: usize) -> Option<Found<Duration>> {
    let mut total = Duration::default();
    let Term { start, next, bare, .. } = term(w, at, &mut total)?;
    (!bare && deictic(w, next).is_some()).then(|| Found {
        start,
        end: end_of(w, next),
        next,
        value: total,
        certainty: Certainty::Certain,
        flags: Flags::NONE,
    })
}

/// `ونصف`, `وربع الساعة` behind a unit.
fn joined_part(w: &Window<'_>, at: usize, before: usize, unit: Unit, total: &mut Duration) -> Option<usize> {
    // ساعة ونص, but not كتاب وسنة ونص
    let source = || w.before(at, 1).is_some_and(|i| w.text_of(i).starts_with('و'));
    // ساعة ونص مستني, ساعة ونص تقريبا, but not 48 ساعة ونص قرار المجلس على ذلك
    let free = || {
        const LAWS: [&str; 7] = ["قرار", "قانون", "بند", "نظام", "اتفاق", "ملحق", "عقد"];
        let talk = |i: &Item| {
            w.spells(i, &["تقريبا", "هناك", "والله", "بس", "كمان", "هنا", "بالضبط", "من"])
                || w.spells(i, &["على"]) && w.spells(w.get(at + 2), &["الأقل", "الأكثر"])
        };
        let word = |i: &Item| i.is_unknown() && !is_definite(w, i) && !w.spells(i, &LAWS);
        unit == Unit::Hour && w.get(at + 1).is_some_and(|i| talk(i) || word(i))
    };
    if at == before && is_and_half(w, at) && (fields::ends(w, at + 1) || free()) && !source() {
        total.add(unit, 1, 2)?;
        return Some(at + 1);
    }
    if !w.can(at, Starts::NUMBER) {
        return None;
    }
    let ((above, below), r) = sense(w, at, |s, _| match s {
        Sense::Frac(above, below @ (2..=4)) => Some((*above, *below)),
        _ => None,
    })?;
    if !r.clitics.has(Clitics::WAW) && at == before {
        return None;
    }
    // دفعة ثانية ونصف الدفعة الأولى: another one.
    let other = || {
        w.before(at, 2).is_some_and(|i| {
            w.bare(i).as_str().ends_with('ة') && !is_definite(w, i) && !w.spells_behind(i, &["مدة", "فترة"])
        })
    };
    if unit == Unit::Second && at == before && other() {
        return None;
    }
    // ونصف الساعة, ونصف قرن من الزمن
    let again = singular(w, at + 1, unit).is_some_and(|r| !r.clitics.has(!Clitics::ARTICLE));
    // بعد شهرين ونصف مليون دولار
    if has(w, at + 1, |s| matches!(s, Sense::Mult(..))) {
        return None;
    }
    // منذ عامين ونصف السكان بلا كهرباء: half of something else; but ساعة ونصف بالسيارة.
    let article = |i: &Item| w.bare(i).as_str().starts_with("ال");
    if !again && w.get(at + 1).is_some_and(|i| i.is_unknown() && is_definite(w, i) && article(i)) {
        return None;
    }
    // ساعة وثلثا: a third in the accusative, where no noun makes two of it.
    let third = w.spells_behind(w.get(at), &["ثلثا"]) && fields::ends(w, at + 1);
    let above = if third { 1 } else { above };
    total.add(unit, u32::from(above), u32::from(below))?;
    Some(behind_of_time(w, if again { at + 2 } else { at + 1 }))
}

/// Whether the noun begins a date and is not what the number before it counts: الجولة 11 يوم السبت, العدد 612 شهر مارس.
fn names_its_date(w: &Window<'_>, at: usize, unit: Unit, form: NounForm) -> bool {
    // حضر 500 يوم الافتتاح
    let month = |at: usize| fields::month(w, at).is_some();
    let day = || w.can(at + 1, Starts::WEEKDAY) || plain(w, at + 1).is_some() && month(at + 2);
    let named = || w.in_list(w.get(at + 1), List::NamedDay);
    form == NounForm::Singular
        && (unit == Unit::Day && (day() || named()) || unit == Unit::Month && month(at + 1))
}

/// The unit of a length that is written like a time of day, 3:45 دقيقة, and the item behind it.
pub(super) fn minutes_and_seconds(w: &Window<'_>, at: usize) -> Option<(Unit, usize)> {
    w.get(at + 1).filter(|i| i.kind == ItemKind::Sign(CharClass::Colon))?;
    let (_, 1..=2) = plain(w, at)? else { return None };
    let (0..=59, 2) = plain(w, at + 2)? else { return None };
    // أذان المغرب 6:45 دقيقة is a time of day.
    let measured = |i: usize| w.in_list_behind(w.get(i), List::Timed);
    if !w.recent(at, 5).any(measured) {
        return None;
    }
    let (unit, _, r) = noun(w, at + 3)?;
    let told = matches!(unit, Unit::Minute | Unit::Hour) && r.clitics.is_none();
    (told && w.is_glued(at + 1) && w.is_glued(at + 2)).then_some((unit, at + 4))
}

/// Minutes, seconds and their billionths before the noun or letter of minutes: 7:52.11 دقائق, (2:26.48 د).
fn minutes_and_parts(w: &Window<'_>, at: usize) -> Option<(u32, u32, u32)> {
    let (minutes, 1..=2) = plain(w, at)? else { return None };
    let parts = w
        .get(at + 2)
        .filter(|_| w.is_sign(at + 1, CharClass::Colon) && w.is_glued(at + 1) && w.is_glued(at + 2))?;
    let noun = noun(w, at + 3).is_some_and(|(unit, ..)| unit == Unit::Minute);
    if !noun && !w.get(at + 3).is_some_and(|i| is_letters(w.text_of(i), "د")) {
        return None;
    }
    let text = w.text_of(parts);
    let point = text.find(['.', ',', '٫'])?;
    let number = |text: &str| {
        text.chars()
            .try_fold(0_u32, |number, c| number.checked_mul(10)?.checked_add(u32::from(digit_value(c)?)))
    };
    let behind = text.get(point..)?.trim_start_matches(['.', ',', '٫']);
    let (before, digits) = (text.get(..point)?, behind.chars().count());
    let seconds = number(before).filter(|&seconds| seconds < 60 && before.chars().count() == 2)?;
    let scale = u32::try_from(digits).ok().filter(|digits| (1..=3).contains(digits))?;
    Some((u32::try_from(minutes).ok()?, seconds, number(behind)? * 10_u32.pow(9 - scale)))
}

/// Hours, minutes and seconds of a length that is written like a time of day, by what it is said of: مدة الفيلم 1:45:30.
pub(super) fn hours_minutes_seconds(w: &Window<'_>, at: usize) -> Option<[u32; 3]> {
    const STARTS: [&str; 6] = ["الدخول", "الخروج", "البداية", "الإرسال", "التسجيل", "الالتقاط"];
    if !(w.is_sign(at + 1, CharClass::Colon)
        && w.is_sign(at + 3, CharClass::Colon)
        && (at + 1..at + 5).all(|i| w.is_glued(i)))
    {
        return None;
    }
    let field = |i: usize, lens: core::ops::RangeInclusive<usize>| {
        let (value, len) = plain(w, i)?;
        u32::try_from(value).ok().filter(|&value| lens.contains(&len) && value < 60)
    };
    let told = [field(at, 1..=2)?, field(at + 2, 2..=2)?, field(at + 4, 2..=2)?];
    let measured = |i: usize| w.in_list_behind(w.get(i), List::Timed);
    // المدة من 20:00:00 إلى, انتهت المدة الساعة 14:22:10, زمن التسجيل 14:22:10
    let hour = |i: usize| singular(w, i, Unit::Hour).is_some_and(|r| r.clitics.has(Clitics::ARTICLE));
    let leads = w.follows(at, Starts::FROM.with(Starts::TO))
        || w.spells(w.before(at, 1), &["عند"])
        || w.recent(at, 3).any(hour)
        || w.spells(w.before(at, 1), &STARTS) && w.spells_behind(w.before(at, 2), &["زمن"]);
    let behind =
        w.can(at + 5, Starts::TO.with(Starts::DAY_HALF)) || w.spells(w.get(at + 5), &["بتوقيت", "توقيت"]);
    (!leads && !behind && w.recent(at, 3).any(measured)).then_some(told)
}

/// The first or the last half, third or quarter of an hour: how many of them it has, and the first byte.
fn part_of_hour(w: &Window<'_>, at: usize) -> Option<(u8, usize)> {
    const WHICH: [&str; 6] = ["الأول", "الأولى", "الأخير", "الأخيرة", "الاخير", "الاخيرة"];
    let part = |s: &Sense, r: &Reading| match s {
        Sense::Frac(1, below @ 2..=4) if !r.clitics.has(Clitics::ARTICLE) => Some(*below),
        _ => None,
    };
    let (below, r) = sense(w, at, part)?;
    let hour = singular(w, at + 1, Unit::Hour).is_some_and(|r| r.clitics.has(Clitics::ARTICLE));
    (hour && w.spells(w.get(at + 2), &WHICH)).then_some((below, r.start))
}

/// One term of a length, which has been added to it.
struct Term {
    start: usize,
    next: usize,
    unit: Unit,
    /// Whether it is a unit without a number.
    bare: bool,
}

/// The term that starts at `at`: `عامين`, `نصف ساعة`, `3:45 دقيقة`, `ثلاثة أيام`.
fn term(w: &Window<'_>, at: usize, total: &mut Duration) -> Option<Term> {
    if !w.can(at, Starts::TIME.with(Starts::NUMBER).with(Starts::DIGITS).with(Starts::ORDINAL)) {
        return None;
    }
    if let Some(found) = noun(w, at) {
        return unit_alone(w, at, found, total);
    }
    if let Some((part, above, below)) = part_of_unit(w, at) {
        total.add(part.unit, u32::from(above), u32::from(below))?;
        return Some(part);
    }
    if is_inside_number(w, at) {
        return None;
    }
    if let Some(told) = like_a_clock(w, at, total) {
        return Some(told);
    }
    if is_of_arc(w, at) {
        return None;
    }
    // عن عمر يناهز الثامنة والسبعين عاما
    if let Some(age) = ordinal(w, at).filter(|age| (21..=99).contains(&age.value))
        && noun(w, age.next).is_some_and(|(unit, form, r)| {
            unit == Unit::Year && form == NounForm::Accusative && r.clitics.is_none()
        })
    {
        total.add(Unit::Year, u32::try_from(age.value).ok()?, 1)?;
        return Some(Term { start: age.start, next: age.next + 1, unit: Unit::Year, bare: false });
    }
    if w.can(at, Starts::NUMBER.with(Starts::DIGITS)) { counted_units(w, at, total) } else { None }
}

/// `عامين`, `يوم`, `بسنة واحدة`
fn unit_alone(
    w: &Window<'_>,
    at: usize,
    (unit, form, r): (Unit, NounForm, Reading),
    total: &mut Duration,
) -> Option<Term> {
    let start = r.start;
    // تأخر نص ساعة
    if unit == Unit::Hour
        && form == NounForm::Singular
        && r.clitics.is_none()
        && let Some(half) = w.before(at, 1).filter(|&i| w.spells(i, &["نص"]))
    {
        total.add(unit, 1, 2)?;
        return Some(Term { start: half.span.start, next: at + 1, unit, bare: false });
    }
    // قبل موعده بشهرين
    let apart = r.clitics.has(Clitics::BEH) && stands_apart(w, at);
    // حكم عليه بسنة واحدة
    let alone = w.spells(w.get(at + 1), &["واحد", "واحدة"]);
    let beh = r.clitics.has(Clitics::BEH) && form != NounForm::Dual && !apart && !alone && !leads_on(w, at);
    if r.clitics.has(Clitics::ARTICLE | Clitics::KAF) || beh {
        return None;
    }
    match form {
        // وقعت الشركة عقدين, قرنين للكبش
        NounForm::Dual if unit >= Unit::Decade && !is_dated(w, at) => None,
        // مسألتين دقيقتين, مبدأين عامين: an adjective of another dual.
        NounForm::Dual if follows_dual(w, at) => None,
        NounForm::Dual => {
            total.add(unit, 2, 1)?;
            Some(Term { start, next: behind_of_time(w, at + 1), unit, bare: false })
        }
        NounForm::Singular | NounForm::Accusative => {
            total.add(unit, 1, 1)?;
            if is_of_time(w, at + 1) {
                return Some(Term { start, next: at + 3, unit, bare: false });
            }
            let one =
                has(w, at + 1, |s| *s == Sense::Unit(1)) && !w.get(at + 1).is_some_and(|i| is_and_one(w, i));
            Some(Term { start, next: at + 1 + usize::from(one), unit, bare: !one && !apart })
        }
        _ => None,
    }
}

/// `نصف ساعة`, `ربع قرن`, `ثلثي الساعة`, `ربع الساعة الأخير`, and which part of the unit that is.
fn part_of_unit(w: &Window<'_>, at: usize) -> Option<(Term, u8, u8)> {
    let term = |start, next, unit| Term { start, next, unit, bare: false };
    if let Some(((above, below), r)) =
        sense(w, at, |s, _| if let Sense::Frac(a, b) = s { Some((*a, *b)) } else { None })
        && let Some((unit, NounForm::Singular, n)) = noun(w, at + 1)
        && n.clitics.is_none()
        && !r.clitics.has(Clitics::ARTICLE)
        && !(unit >= Unit::Year && has(w, at + 2, |s| matches!(s, Sense::Deictic(_))))
        // A unit without number behind the part: نصف عام 2023 is the half of a year.
        && plain(w, at + 2).is_none()
    {
        // نصف قرن من الزمن
        let tail =
            if is_of_time(w, at + 2) { 2 } else { usize::from(has(w, at + 2, |s| *s == Sense::Unit(1))) };
        return Some((term(r.start, at + 2 + tail, unit), above, below));
    }
    // استغرق الاجتماع ثلثي الساعة
    if let Some((above, r)) =
        sense(w, at, |s, _| if let Sense::Frac(n @ 2.., 3) = s { Some(*n) } else { None })
        && singular(w, at + 1, Unit::Hour).is_some_and(|r| r.clitics.has(Clitics::ARTICLE))
    {
        return Some((term(r.start, at + 2, Unit::Hour), above, 3));
    }
    // في ربع الساعة الأخير, نصف الساعة الأولى
    let (below, start) = part_of_hour(w, at)?;
    Some((term(start, at + 3, Unit::Hour), 1, below))
}

/// Whether the number at `at` goes on with one before it: 13.8 مليار سنة, 4:35 دقائق.
fn is_inside_number(w: &Window<'_>, at: usize) -> bool {
    let number = Starts::DIGITS.with(Starts::NUMBER);
    let multiplier = w.follows(at, number) && has(w, at, |s| matches!(s, Sense::Mult(..)));
    let colon = w.before(at, 1).is_some_and(|i| !i.spaced && i.kind == ItemKind::Sign(CharClass::Colon));
    multiplier || colon && w.is_glued(at) && w.before(at, 2).is_some_and(Item::is_number)
}

/// `بزمن قدره 2:05:48`, `3:45 دقيقة`, `1:45 ساعة`
fn like_a_clock(w: &Window<'_>, at: usize, total: &mut Duration) -> Option<Term> {
    let start = w.get(at)?.span.start;
    if let Some([hours, minutes, seconds]) = hours_minutes_seconds(w, at) {
        total.add(Unit::Hour, hours, 1)?;
        total.add(Unit::Minute, minutes, 1)?;
        total.add(Unit::Second, seconds, 1)?;
        let next = at + 5 + usize::from(singular(w, at + 5, Unit::Hour).is_some());
        return Some(Term { start, next, unit: Unit::Second, bare: false });
    }
    if let Some((minutes, seconds, nanoseconds)) = minutes_and_parts(w, at) {
        total.add(Unit::Minute, minutes, 1)?;
        total.add(Unit::Second, seconds, 1)?;
        total.add_billionths(nanoseconds)?;
        return Some(Term { start, next: at + 4, unit: Unit::Second, bare: false });
    }
    let (unit, next) = minutes_and_seconds(w, at)?;
    let finer = if unit == Unit::Hour { Unit::Minute } else { Unit::Second };
    let ((whole, _), (rest, _)) = (plain(w, at)?, plain(w, at + 2)?);
    total.add(unit, u32::try_from(whole).ok()?, 1)?;
    total.add(finer, u32::try_from(rest).ok()?, 1)?;
    Some(Term { start, next, unit: finer, bare: false })
}

/// Whether the minutes or seconds behind و are those of an arc: 33 درجة و15 دقيقة و20 ثانية.
fn is_of_arc(w: &Window<'_>, at: usize) -> bool {
    let arc = || noun(w, at + 1).is_some_and(|(unit, ..)| matches!(unit, Unit::Minute | Unit::Second));
    let degree = |i: usize| w.can(i, Starts::DEGREE);
    at.checked_sub(1).is_some_and(|waw| is_waw(w, waw)) && arc() && w.recent(at, 6).any(degree)
}

/// `ثلاثة أيام`, `(35) دقيقة`, `ثلاثة أرباع سنة`, `11.6 ساعات`
fn counted_units(w: &Window<'_>, at: usize, total: &mut Duration) -> Option<Term> {
    let mut number = cardinal(w, at)?;
    // الثانية عشرة عاما: the ten of an ordinal, but أول عشرة أيام.
    let first = |i: &Item| w.spells(i, &["أول", "اول"]);
    if follows(w, at, |s| matches!(s, Sense::Ord(..)))
        && !w.before(at, 1).is_some_and(first)
        && reading(w, at, |s, r| matches!(s, Sense::Ten) && !r.clitics.has(Clitics::WAW)).is_some()
    {
        return None;
    }
    // ثلاثة أرباع سنة, 11 ربع سنة.
    let part = sense(w, number.next, |s, r| match s {
        Sense::FracPlural(below) | Sense::Frac(1, below) if r.clitics.is_none() => Some(*below),
        _ => None,
    });
    if let Some((below, _)) = part
        && let Some((unit, NounForm::Singular, n)) = noun(w, number.next + 1)
        && !n.clitics.has(!Clitics::ARTICLE)
        && let Some(count) = number.value.to_integer().and_then(|count| u32::try_from(count).ok())
    {
        total.add(unit, count, u32::from(below))?;
        return Some(Term { start: number.start, next: number.next + 2, unit, bare: false });
    }
    // مدة الحصة (35) دقيقة
    let (unit, form, n) = match noun(w, number.next) {
        Some(counted) => counted,
        None if w.is_enclosed(at, number.next) => {
            number.next += 1;
            noun(w, number.next)?
        }
        None => return None,
    };
    let several = !n.clitics.is_none() || matches!(form, NounForm::ConstructDual | NounForm::Dual);
    if several || is_no_length(w, at, &number, unit, form) {
        return None;
    }
    let value = number.value;
    // 11.6 ساعات, as far as it is a whole number of the next smaller unit; of seconds there are thousandths.
    let of = 10_i128.checked_pow(u32::from(value.scale()))?;
    let (count, of) = match value.to_integer() {
        Some(n) => (n, 1),
        None => (value.mantissa(), u32::try_from(of).ok().filter(|&of| of <= 1000)?),
    };
    total.add(unit, u32::try_from(count).ok()?, of)?;
    Some(Term { start: number.start, next: behind_of_time(w, number.next + 1), unit, bare: false })
}

/// Whether the unit behind a number is not counted by it: it begins a date, names a year, measures a distance or is a
/// contract.
fn is_no_length(w: &Window<'_>, at: usize, number: &Found<Exact>, unit: Unit, form: NounForm) -> bool {
    let behind = number.next + 1;
    let year = unit == Unit::Year;
    let one = form == NounForm::Singular;
    // 2500 سنة قبل الميلاد is a year.
    let before_era = || year && fields::era_mark(w, behind).is_some_and(|(_, before, _)| before);
    // 124 سنة ضوئية is a distance.
    let light = || w.get(behind).is_some_and(|i| w.bare(i).as_str().starts_with("ضوئي"));
    // 132 ساعة معتمدة: so much is taught.
    let credit = || unit == Unit::Hour && w.spells(w.get(behind), &["معتمدة", "معتمده"]);
    // 0.5 ثانية قوسية
    let arc = || unit <= Unit::Minute && w.spells(w.get(behind), &["قوسية"]);
    // سنة ست وثلاثين يوم الجمل: the number is that of the year before it; but كل سنة عشرون يوم إجازة.
    let of_year = || {
        let year = |back: usize| {
            let noun = at.checked_sub(back).and_then(|b| singular(w, b, Unit::Year));
            noun.is_some_and(|r| r.clitics.is_none()) && !w.spells_behind(w.before(at, back + 1), &["كل"])
        };
        let joined = w.get(at).is_some_and(|i| w.text_of(i).starts_with('و'));
        unit == Unit::Day
            && one
            && w.can(at, Starts::NUMBER)
            && (year(1) && !joined || year(2) && joined && w.can(at - 1, Starts::NUMBER))
            && w.get(behind).is_some_and(|i| is_definite(w, i) && !w.bare(i).as_str().starts_with("لل"))
    };
    // القضية رقم 2046 سنة 24: the year of a docket.
    let docket = || {
        let named = |i: &Item| w.spells_behind(i, &["رقم", "طعن", "قضية", "دعوى", "استئناف"]);
        year && one && plain(w, behind).is_some() && w.before(at, 1).is_some_and(named)
    };
    // في 20 عام 2023 does not count years.
    let dated = || year && one && plain(w, behind).is_some_and(|(_, len)| len >= 3);
    // 5 دقيقة, but منذ 5 دقيقة, as sites write it.
    let few = || {
        one && unit <= Unit::Hour
            && number.value.to_integer().is_some_and(|v| (3..=10).contains(&v))
            && !w.follows(at, Starts::SINCE)
    };
    // الباص رقم 14 يوم الحادث
    let numbered = || unit == Unit::Day && one && w.follows(at, Starts::NUMBER_SIGN);
    names_its_date(w, number.next, unit, form)
        || numbered()
        || before_era()
        || unit == Unit::Decade && is_contract(w, at, number.value, number.next)
        || light()
        || credit()
        || arc()
        || of_year()
        || docket()
        || dated()
        || few()
}

/// Whether the word is و and one, which the fold of the look-up makes one alone: سنة وأحد عشر شهرا.
fn is_and_one(w: &Window<'_>, item: &Item) -> bool {
    matches!(w.bare(item).as_str(), "وأحد" | "وإحدى")
}

/// Whether one unit goes on with a smaller one: بدقيقة واحدة و50 ثانية, بساعة و59 دقيقة.
fn leads_on(w: &Window<'_>, at: usize) -> bool {
    let one = has(w, at + 1, |s| *s == Sense::Unit(1));
    let behind = at + 1 + usize::from(one);
    let joint = usize::from(is_waw(w, behind));
    (one || w.can(behind + joint + 1, Starts::TIME))
        && (joint == 1 || starts_with_waw(w, behind))
        && w.can(behind + joint, Starts::DIGITS.with(Starts::NUMBER))
}

/// Whether an unknown word in the dual stands before, so that a dual is its adjective.
fn follows_dual(w: &Window<'_>, at: usize) -> bool {
    w.before(at, 1).is_some_and(|item| {
        let bare = w.bare(item);
        let word = bare.as_str();
        item.kind == ItemKind::Word
            && item.is_unknown()
            // الضمان سنتين: what is definite has a definite adjective.
            && is_definite(w, item) == fields::article(w, at)
            && (word.ends_with("ين") || word.ends_with("ان"))
            && word.chars().nth(4).is_some()
    })
}
