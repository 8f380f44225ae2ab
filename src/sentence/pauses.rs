//! Ellipses and runs of dots: a pause inside a sentence, or its end, by what stands on both sides.

use super::Sentences;
use super::lexicon::{self, Front};
use crate::class::{CharClass, class_of};
use crate::token::{Token, TokenKind, Tokens};

/// The longest question behind an ellipsis that is looked through, in characters.
const QUESTION: usize = 128;

/// The longest stretch before an ellipsis that may be no clause, in bytes.
const FRONT: usize = 96;

/// Whether a word looks like a perfect in ت, or an imperfect with the future before it.
fn looks_like_verb(word: &str) -> bool {
    let future = ["سي", "سأ", "ست", "سن"].iter().any(|beginning| word.starts_with(beginning));
    let perfect = word.ends_with('ت') && !word.ends_with("ات") && !word.starts_with("ال");
    word.chars().nth(3).is_some() && (future || perfect)
}

/// Whether a word may be the name of who speaks: no preposition, no word with a pronoun.
fn is_speaker(word: &str) -> bool {
    let owned =
        ["ها", "هم", "ه"].iter().any(|pronoun| word.ends_with(pronoun)) && word.chars().nth(3).is_some();
    // عبده is a name.
    !(lexicon::is_no_speaker(word) || lexicon::is_tag(word) || owned && word != "عبده")
}

impl<'t> Sentences<'t> {
    /// Whether the sentence from `start` to the ellipsis at `mark` is no clause, so that the one behind it is its own: في
    /// الصباح... كان الجو باردا, يا صديقي.. هل نسيت؟, القاهرة.. كانت مدينة.
    pub(super) fn is_front(&self, start: usize, mark: Token<'t>) -> bool {
        if mark.span().start - start > FRONT {
            return false;
        }
        let mut words = self.tokens_from(start).take_while(|token| token.span().end <= mark.span().start);
        let Some(first) = words.next().filter(|first| matches!(first.kind(), TokenKind::Word(_))) else {
            return false;
        };
        let front = lexicon::front(first.text());
        let (most, verb) = match front {
            Some(Front { most, verb }) => (most, verb),
            // القاهرة, السؤال الآن
            None if first.text().starts_with("ال") => (1, false),
            // سيدي الرئيس.., أمي...
            None if lexicon::is_address(first.text()) => (1, false),
            None => return false,
        };
        let mut count = 0;
        words.all(|word| {
            count += 1;
            let fits = match word.kind() {
                TokenKind::Word(_) if lexicon::is_verb(word.text()) => verb && count == 1,
                // عندما رأيت الحادث صرخت, إذا سافرت سأبكي: the clause is there.
                TokenKind::Word(_) if count > 1 && looks_like_verb(word.text()) => false,
                TokenKind::Word(_) => front.is_some() || word.text().starts_with("ال"),
                TokenKind::Number => front.is_some(),
                _ => false,
            };
            fits && count <= most
        })
    }

    /// Whether what is said begins with the ellipsis at `mark`: يقول: "... وكان ما كان".
    pub(super) fn opens_with(&self, start: usize, mark: Token<'t>, next: usize) -> bool {
        let head = self.text.get(start..mark.span().start).unwrap_or("");
        let before = head.trim_end();
        let Some(last) = before.chars().next_back() else { return false };
        let quote = matches!(class_of(last), CharClass::Quote)
            && before.strip_suffix(last).is_some_and(|head| head.is_empty() || head.ends_with([' ', ':']));
        // أحمد: ... سعاد: ما بك؟
        last == ':' && !self.is_next_speaker(start, next) || class_of(last) == CharClass::Opener || quote
    }

    /// Whether the word asks, but no question mark stands at its end (لا أعرف... لماذا جئت), or what stands before leads to
    /// the question: سألته... لماذا لم يحضر؟ ويبقى السؤال... هل ننجح؟
    pub(super) fn asks_indirectly(&self, start: usize, mark: Token<'t>, word: Token<'t>) -> bool {
        let asks = || self.asks(word.span().end);
        let question = lexicon::is_question(word.text()) || word.text() == "ما" && asks();
        // قال.. إني أراك, فقلت له... ألا تخاف؟
        question && (!asks() || self.leads_to_question(start, mark))
            || matches!(word.text(), "إني" | "إنا" | "إننا" | "ألا" | "ألم") && self.speaks(start, mark)
    }

    /// Whether a verb of speech stands among the few words before the ellipsis.
    fn speaks(&self, start: usize, mark: Token<'t>) -> bool {
        mark.span().start - start <= FRONT && {
            let words = self.tokens_from(start).take_while(|token| token.span().end <= mark.span().start);
            words.take(4).any(|token| {
                let text = token.text();
                lexicon::is_tag(text.strip_prefix(['و', 'ف']).unwrap_or(text))
            })
        }
    }

    /// Whether the few words before the ellipsis ask or know what follows.
    fn leads_to_question(&self, start: usize, mark: Token<'t>) -> bool {
        if mark.span().start - start > FRONT {
            return false;
        }
        let words = || self.tokens_from(start).take_while(|token| token.span().end <= mark.span().start);
        // والسؤال الآن
        let question = |token: Token<'_>| token.text().ends_with("السؤال");
        let count = words().count();
        count <= 3 && words().any(|token| lexicon::leads_to_question(token.text()))
            || count <= 4 && words().any(question)
            || words().last().is_some_and(question)
    }

    /// Whether what stands at `next` begins what another says: a dash in a line that one begins (- لا تضحكي.. - دعك من
    /// هذا), or a name in one that a name begins.
    pub(super) fn is_reply(&self, start: usize, next: usize) -> bool {
        let sign = self.class(next);
        let dash = matches!(sign, Some(CharClass::Dash | CharClass::Connector | CharClass::Tatweel));
        // - قلت is what one says who was asked.
        let said = || {
            let verb = self.token_at(next).and_then(|dash| self.token_after(dash));
            verb.is_some_and(|verb| matches!(verb.text(), "قلت" | "قلنا"))
        };
        dash && (sign == self.class(start) || self.is_last_dash(start, next))
            && (said() || !self.is_tag_of_speech(start, next))
            || self.is_next_speaker(start, next)
    }

    /// Whether no other dash stands in the line of the one at `dash`, so that it begins a speech: لم أقصد... - اصمت!
    fn is_last_dash(&self, start: usize, dash: usize) -> bool {
        let other = |text: &str| text.contains(" - ") || text.contains(" – ") || text.contains(" — ");
        let (_, head) = self.near(start, dash, FRONT);
        let rest = self.text.get(dash..).unwrap_or("");
        // No longer than need be: a line may go on for megabytes.
        let reach = (QUESTION..QUESTION + 4).find(|&at| rest.is_char_boundary(at));
        let line = reach.and_then(|reach| rest.get(..reach)).unwrap_or(rest);
        let line = line.split('\n').next().unwrap_or(line);
        let word = self.token_at(dash).and_then(|dash| self.token_after(dash));
        // الطقس بارد... - حتى في الصيف!, ما أريد... - المال والجاه!
        let goes_on = |text: &str| {
            text.starts_with(['و', 'ف'])
                || ["ال", "لكن"].iter().any(|beginning| text.starts_with(beginning))
                || matches!(text, "حتى" | "إلا" | "كما" | "بل" | "ثم" | "أي" | "مثل")
        };
        !word.is_some_and(|word| goes_on(word.text()))
            && !other(head.trim_end())
            && !other(line.trim_start_matches(['-', '–', '—']))
            && line.ends_with(['!', '؟', '.'])
    }

    /// Whether the name of who speaks next stands at `next`, in a sentence that begins with one: أحمد: لا أدري... سارة: كيف؟
    fn is_next_speaker(&self, start: usize, next: usize) -> bool {
        /// Words of a name, with how he speaks.
        const NAME: usize = 3;
        let name = |tokens: Tokens<'_>| {
            let mut words = 0;
            for token in tokens.take(NAME + 1) {
                match token.kind() {
                    TokenKind::Word(_) if words == 0 && !is_speaker(token.text()) => return false,
                    TokenKind::Word(_) => words += 1,
                    _ => return words > 0 && token.text() == ":",
                }
            }
            false
        };
        name(self.opening(start)) && name(self.opening(next))
    }

    /// Whether the word opens a sentence behind an ellipsis or two dots: with its time (وعندما, وبعد), or as the verb of
    /// who speaks next (قالت ليلى:).
    pub(super) fn opens_behind_pause(&self, word: Token<'t>) -> bool {
        let text = word.text();
        let next = || self.token_after(word).map(|next| next.text());
        lexicon::is_time_of_clause(text)
            || lexicon::is_tag(text.strip_prefix('ف').unwrap_or(text)) && self.colon_follows(word)
            // والسبب أن, المهم أن
            || (text.starts_with("وال") || text.starts_with("ال"))
                && next().is_some_and(lexicon::is_that_or_indeed)
            // حسبي الله ونعم الوكيل
            || text == "حسبي"
            // إنا لله: with the hamza below, or it is "I".
            || matches!(text, "إنا" | "إني" | "إننا")
            // ما اسمك؟ كم الساعة؟ أهذا عدل؟ إلى متى؟
            || matches!(
                text,
                "ما" | "كم" | "أليس" | "أليست" | "أهذا" | "أهذه" | "أيعقل" | "ألا" | "ألم" | "أهكذا"
            ) && self.asks(word.span().end)
            || matches!(text, "إلى" | "الى" | "حتى" | "فإلى") && next() == Some("متى") && self.asks(word.span().end)
    }

    /// Whether the first stop behind `at`, near to it, is a question mark, and not that of another question behind a comma:
    /// كيف كنا نلعب، هل تذكرين؟
    pub(super) fn asks(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or("");
        let stop = rest.char_indices().take(QUESTION).find(|&(_, c)| {
            matches!(
                class_of(c),
                CharClass::FullStop | CharClass::Ellipsis | CharClass::Question | CharClass::LineEnd
            )
        });
        stop.is_some_and(|(end, c)| {
            let last =
                rest.get(..end).and_then(|asked| asked.rsplit_once('،')).map(|(_, last)| last.trim_start());
            let first = last.and_then(|last| last.split(' ').next()).unwrap_or("");
            let other = lexicon::is_question(first.strip_prefix('ف').unwrap_or(first))
                || matches!(first, "أليس" | "فمن");
            matches!(c, '؟' | '?') && !other
        })
    }

    /// Whether the word with its ف answers what the sentence begins with: إذا لم تحضر... فإن المدير سيغضب.
    pub(super) fn answers_condition(&self, start: usize, word: Token<'t>) -> bool {
        word.text().starts_with('ف')
            && self.opening(start).next().is_some_and(|first| lexicon::is_condition(first.text()))
    }
}
