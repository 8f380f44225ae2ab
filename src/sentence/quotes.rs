//! Quotations that end in a question or an exclamation inside their sentence: before the verb that tells who spoke,
//! and as the title of a work.

use super::Sentences;
use super::lexicon;
use super::units::is_purpose;
use crate::class::{CharClass, class_of};
use crate::token::{Token, TokenKind};

/// How far the mark that opens a quotation is searched for, in bytes.
const QUOTATION: usize = 256;

impl<'t> Sentences<'t> {
    /// Where the quotation opens that the mark at `mark` stands in; `None` if not near, or not in this sentence.
    pub(super) fn opener_before(&self, start: usize, mark: Token<'_>) -> Option<usize> {
        let (from, head) = self.near(start, mark.span().start, QUOTATION);
        let (at, c) = head.char_indices().rev().find(|&(_, c)| {
            let quotes = matches!(class_of(c), CharClass::Opener | CharClass::Closer | CharClass::Quote);
            quotes && !matches!(c, '(' | ')' | '[' | ']' | '{' | '}')
        })?;
        (class_of(c) != CharClass::Closer).then_some(from + at)
    }

    /// Whether `verb` tells who spoke the quotation before it: «إلى أين؟» سأله أخوه. Not if a colon says who did, nor
    /// if one follows, and with it the answer.
    pub(super) fn is_tag(&self, start: usize, opener: Option<usize>, verb: Token<'t>) -> bool {
        // كان الصغير يردد, هكذا سألني, عادت تسأل
        let helps = matches!(
            verb.text(),
            "كان"
                | "كانت"
                | "هكذا"
                | "ظل"
                | "ظلت"
                | "عاد"
                | "عادت"
                | "أخذ"
                | "أخذت"
                | "راح"
                | "راحت"
                | "سمعته"
                | "سمعتها"
        );
        let next = self.token_after(verb).filter(|_| helps);
        let second = next.and_then(|next| self.token_after(next));
        let tag = |token: &Token<'t>| lexicon::is_tag(token.text());
        let verb = next.into_iter().chain(second).find(tag).unwrap_or(verb);
        self.is_first_quotation(start, opener, verb)
            && lexicon::is_tag(verb.text())
            && !self.colon_follows(verb)
            && !self.leads_to_quotation(verb)
    }

    /// Whether a colon and another quotation stand behind the verb, some words away in the same sentence: رد الرجل وهو
    /// يضحك: «أنا ابنك».
    fn leads_to_quotation(&self, verb: Token<'t>) -> bool {
        const WORDS: usize = 9;
        let mut tokens = self.tokens_from(verb.span().end);
        let colon = tokens.by_ref().take(WORDS).find(|token| !matches!(token.kind(), TokenKind::Word(_)));
        let quotes = |token: Token<'_>| {
            matches!(
                class_of(token.text().chars().next().unwrap_or(' ')),
                CharClass::Opener | CharClass::Quote | CharClass::Dash
            )
        };
        colon.is_some_and(|colon| colon.text() == ":") && tokens.next().is_some_and(quotes)
    }

    /// Whether nothing stands before the quotation, as far as it is in this sentence.
    fn is_first_quotation(&self, start: usize, opener: Option<usize>, behind: Token<'t>) -> bool {
        opener.map_or(behind.span().start - start <= QUOTATION, |at| self.is_blank(start, at))
    }

    /// Whether the sentence goes on with `word` behind a quotation that ends in a question or an exclamation: with what
    /// says how, when or why (قال «اخرج!» بصوت عال), with another quotation («ارحل!» و«كفى!»), or with what it is
    /// («من أنا؟» هو السؤال).
    pub(super) fn goes_on_behind_quotation(
        &self,
        start: usize,
        opener: Option<usize>,
        word: Token<'t>,
    ) -> bool {
        let quoted = |class| matches!(class, CharClass::Opener | CharClass::Quote);
        lexicon::is_adjunct(word.text())
            || lexicon::is_sequel(word.text()) && self.is_mention(start, opener)
            // فيلم «من القاتل؟» ومسرحية «المال»
            || word.text().starts_with('و') && lexicon::is_work(word.text()) && self.is_title(start, opener)
            || lexicon::is_and(word.text()) && self.class(word.span().end).is_some_and(quoted)
            || lexicon::is_predicate(word.text()) && self.is_first_quotation(start, opener, word)
            || self.is_told_of_quotation(start, opener, word)
            || self.is_argument(start, opener)
                && !lexicon::says(word.text())
                && (word.text().starts_with(['و', 'ف'])
                    // وصل, فازت
                    && word.text().chars().nth(4).is_some()
                    && !lexicon::opens(word.text())
                    || lexicon::is_oblique(word.text()))
    }

    /// Whether the quotation is what a preposition or a noun of words before it says: بأنها "غبية!" وغادر, بـ"الفاشلة!!", بعبارة
    /// "لا تعليق!" ومضى.
    fn is_argument(&self, start: usize, opener: Option<usize>) -> bool {
        const NOUNS: [&str; 14] = [
            "بـ",
            "ب",
            "بأنه",
            "بأنها",
            "بأنهم",
            "بعبارة",
            "عبارة",
            "بعنوان",
            "عنوان",
            "بكلمة",
            "كلمة",
            "شعار",
            "بشعار",
            "بالقول",
        ];
        let before = opener.and_then(|opener| self.word_before(start, opener));
        before.is_some_and(|word| NOUNS.contains(&word.text()))
    }

    /// Whether the word says whose words the quotation is, behind the noun of it: عبارة «أنا أفكر إذن أنا موجود.» لديكارت.
    pub(super) fn is_by_whom(&self, start: usize, opener: Option<usize>, word: Token<'t>) -> bool {
        const NOUNS: [&str; 10] =
            ["عبارة", "العبارة", "جملة", "الجملة", "كلمة", "مقولة", "المقولة", "شعار", "بعبارة", "بمقولة"];
        let before = opener.and_then(|opener| self.word_before(start, opener));
        let text = word.text();
        // لديكارت, but not لديه شعور
        let name = is_purpose(text) && !text.starts_with("ليت") && text != "للحظة"
            || text.starts_with("لدي") && text.chars().nth(5).is_some();
        // من الدولار, but not من الواضح and من هنا
        let from = || {
            text == "من"
                && self
                    .token_after(word)
                    .is_some_and(|next| next.text().starts_with("ال") && !lexicon::is_leader(next.text()))
        };
        before.is_some_and(|noun| NOUNS.contains(&noun.text())) && (name || from())
    }

    /// Whether the quotation is what its sentence tells of: «لن نستسلم.» بهذه الكلمات ختم, «لا للحرب!» كان شعار المسيرة.
    pub(super) fn is_told_of_quotation(&self, start: usize, opener: Option<usize>, word: Token<'t>) -> bool {
        let next = || self.token_after(word);
        let told = match word.text() {
            "بهذه" | "بهذا" | "عبارة" | "جملة" | "هتاف" => true,
            "هذا" => next().is_some_and(|next| next.text() == "ما"),
            "كان" | "كانت" => {
                let said = |word: Token<'_>| {
                    lexicon::is_work(word.text())
                        || lexicon::is_predicate(word.text())
                        || matches!(word.text(), "جواب" | "جوابه" | "جوابها" | "رد" | "رده" | "ردها" | "ما")
                };
                // كان هذا سؤال أمي, كانت آخر كلمة
                let pointed = |word: Token<'_>| matches!(word.text(), "هذه" | "هذا" | "أول" | "آخر");
                next().is_some_and(|word| {
                    !pointed(word) && said(word) || pointed(word) && self.token_after(word).is_some_and(said)
                })
            }
            _ => false,
        };
        told && self.is_first_quotation(start, opener, word)
    }

    /// Whether the quotation is mentioned in its sentence rather than said there: a word leads to it, no colon does, and
    /// it is not all that stands there: اضغط على زر «تم!» ثم أغلق النافذة.
    fn is_mention(&self, start: usize, opener: Option<usize>) -> bool {
        let Some(opener) = opener.filter(|&opener| !self.is_blank(start, opener)) else { return false };
        self.word_before(start, opener).is_some_and(|word| word.text() != ":")
    }

    /// Whether the sentence goes on behind a quotation and the dash at `dash`: with who spoke («هيا!» — صاح القائد), or with
    /// what وهو or ثم joins («ما اسمك؟» — وهو سؤال بسيط). A line that a dash begins is a dialogue.
    pub(super) fn goes_on_behind_dash(&self, start: usize, opener: Option<usize>, dash: usize) -> bool {
        if self.class(start) == Some(CharClass::Dash) {
            return false;
        }
        let joined = |word: Token<'t>| lexicon::is_adjunct(word.text()) || lexicon::is_sequel(word.text());
        self.token_at(dash)
            .and_then(|dash| self.token_after(dash))
            .is_some_and(|word| joined(word) || self.is_tag(start, opener, word))
    }

    /// Whether the question at `mark` is a part of what leads to a clause that is still to come: وردا على سؤال: هل
    /// يترشح؟ قال. What was asked stands behind a colon, or in quotation marks: عندما سئل «هل تندم؟» أجاب.
    pub(super) fn is_framed(&self, start: usize, mark: Token<'_>, quoted: bool) -> bool {
        if mark.span().start - start > QUOTATION {
            return false;
        }
        let mut tokens = self.tokens_from(start).take_while(|token| token.span().end <= mark.span().start);
        let (Some(first), second) = (tokens.next(), tokens.next()) else { return false };
        let two = second.is_some_and(|second| lexicon::is_frame_of_two(first.text(), second.text()));
        if !two && !lexicon::is_frame(first.text()) {
            return false;
        }
        // With a verb of its own the clause is there: ردا على سؤال، قال: هل أستقيل؟ So it is without the colon of what was
        // asked: إذا قلت له الحقيقة فهل يسامحني؟
        let noun = |word: &str| ["سؤال", "السؤال", "رد", "جواب"].iter().any(|noun| word.starts_with(noun));
        let mut colon = quoted || !two || second.is_some_and(|second| noun(second.text()));
        for token in tokens {
            if lexicon::is_speech(token.text()) {
                return false;
            }
            colon |= token.text() == ":";
        }
        colon
    }

    /// The same behind a dash: - إلى أين؟ - سأل السائق.
    pub(super) fn is_tag_of_speech(&self, start: usize, dash: usize) -> bool {
        let verb = self.token_at(dash).and_then(|dash| self.token_after(dash));
        self.class(start) == Some(CharClass::Dash)
            && verb.is_some_and(|verb| {
                lexicon::is_tag(verb.text()) && !self.colon_follows(verb) && self.names_speaker(start, verb)
            })
    }

    /// Whether behind a verb of speech nothing is said but who spoke and how: سأل السائق, قالت أمي بصوت خافت; but قال إنه
    /// سيأتي, سألني أمس and رد على اتصالي answer.
    fn names_speaker(&self, start: usize, verb: Token<'t>) -> bool {
        /// Words of who spoke, and how.
        const SPEAKER: usize = 5;
        const SAID: [&str; 18] = [
            "إن",
            "إنه",
            "إنها",
            "إنهم",
            "إنني",
            "أن",
            "أنه",
            "بأن",
            "بأنه",
            "بأنني",
            "لا",
            "لم",
            "لن",
            "على",
            "علي",
            "عليه",
            "عليها",
            "عن",
        ];
        let heard = |text: &str| text.ends_with("ني") && text.chars().nth(4).is_some();
        let next = self.token_after(verb);
        // سألني الضابط, سألتني أمي, but not سألني أمس, nor من سألك؟ - سألني الضابط.
        let asked = self.tokens_from(start).nth(1);
        let whom = asked.is_some_and(|asked| matches!(asked.text(), "من" | "ومن"));
        let who = || {
            !whom
                && next.is_some_and(|next| {
                    next.text().starts_with("ال") && next.text() != "اليوم"
                        || matches!(next.text(), "أمي" | "أبي")
                })
        };
        // هيا بنا! - قلت له.
        let to_whom = || {
            let called = self.text.get(start..verb.span().start).is_some_and(|said| said.contains('!'));
            let next = next.filter(|_| called);
            let whom = next.filter(|next| matches!(next.text(), "له" | "لها" | "لهم"));
            whom.is_some_and(|whom| self.token_after(whom).is_none_or(|stop| stop.text() == "."))
        };
        if heard(verb.text()) && !who()
            || matches!(verb.text(), "قاله" | "قالها" | "أجبت")
            || matches!(verb.text(), "قلت" | "قلنا") && !to_whom()
        {
            return false;
        }
        let mut words = 0;
        for token in self.tokens_from(verb.span().end) {
            let text = token.text();
            match token.kind() {
                TokenKind::Word(_) => {
                    words += 1;
                    let first = words == 1 && matches!(text, "في" | "أمس" | "اليوم" | "عنك");
                    // صرخ الولد فهربنا
                    let then = text.starts_with('ف') && text.chars().nth(4).is_some() && words > 1;
                    if words > SPEAKER || first || then || SAID.contains(&text) {
                        return false;
                    }
                }
                _ => return words > 0,
            }
        }
        words > 0
    }

    /// Whether who spoke is all that stands behind the question at the beginning of a dialogue's line, - أين أنت؟ قالت أمي, or who
    /// asked whom behind any: إلى أين؟ سأله السائق.
    pub(super) fn is_told_behind(&self, start: usize, verb: Token<'t>) -> bool {
        /// Words of who spoke.
        const SPEAKER: usize = 2;
        // إلى أين؟ سأله السائق.
        const ASKED: [&str; 7] = ["سأله", "سألها", "سألته", "سألتها", "سألني", "سألتني", "سألهم"];
        // «أهلا وسهلا!» رحب بنا المدير.
        const GREETS: [&str; 15] = [
            "رحب",
            "رحبت",
            "هنأ",
            "هنأت",
            "هنأه",
            "هنأها",
            "هنأني",
            "هنأتني",
            "شهق",
            "شهقت",
            "استغاث",
            "استغاثت",
            "تعجب",
            "تعجبت",
            "هنأهم",
        ];
        const VERBS: [&str; 14] = [
            "قال",
            "قالت",
            "سأل",
            "سألت",
            "صاح",
            "صاحت",
            "همس",
            "همست",
            "رد",
            "ردت",
            "أجاب",
            "أجابت",
            "صرخ",
            "صرخت",
        ];
        let ends = |token: Token<'_>| {
            matches!(
                class_of(token.text().chars().next().unwrap_or(' ')),
                CharClass::FullStop | CharClass::LineEnd
            )
        };
        let dialogue = self.class(start) == Some(CharClass::Dash) && VERBS.contains(&verb.text());
        let next = self.token_after(verb);
        let to = next.is_some_and(|next| matches!(next.text(), "بنا" | "به" | "بها" | "بهم" | "بي"));
        // قالها ساخرا, but not قالها نابليون
        let how = || {
            matches!(verb.text(), "قالها" | "قالتها") && next.is_some_and(|next| next.text().ends_with('ا'))
        };
        let greets = GREETS.contains(&verb.text()) && self.class(start) != Some(CharClass::Dash);
        let words = if greets && !to { SPEAKER - 1 } else { SPEAKER };
        (dialogue || greets || how() || ASKED.contains(&verb.text()) && !self.colon_follows(verb))
            && self.tokens_from(verb.span().end).take(words + 1).any(ends)
    }

    /// Whether a colon stands behind the word or the one after it.
    pub(super) fn colon_follows(&self, word: Token<'t>) -> bool {
        self.tokens_from(word.span().end).take(3).any(|token| token.text() == ":")
    }

    /// Whether the quotation is the title of a work that is named before it: مسلسل «من القاتل؟» حقق نجاحا.
    pub(super) fn is_title(&self, start: usize, opener: Option<usize>) -> bool {
        let before = opener.and_then(|opener| self.word_before(start, opener));
        before.is_some_and(|word| lexicon::is_work(word.text()))
    }
}
