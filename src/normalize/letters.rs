//! The operations on letters, each with its choices: what it does, what it loses, where the rule is
//! from. Plain data; which letter stands for which is told in `fold`.

/// The alefs with a hamza, a madda or a wasla: آ أ إ ٱ, and ٲ ٳ ٵ of other orthographies.
///
/// Loses the place of the hamza, in a few pairs the meaning: أن and إن become one. All search
/// engines and toolkits fold أ إ آ; ٱ is the alef of Quranic print, in whose place ordinary
/// spelling has a bare alef.
///
/// ```
/// use warraq::{Alef, Normalizer};
///
/// let fold = Normalizer::new().alef(Alef::Fold);
/// assert_eq!(fold.normalize("أحمد آمن إلى"), "احمد امن الى");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Alef {
    /// They stay.
    #[default]
    Keep,
    /// They become a bare alef, ا.
    Fold,
    /// Only آ أ إ become one, as in Lucene's `ArabicNormalizer`.
    Hamza,
    /// Only آ أ إ ٱ become one, as in `normalize_alef_ar` of CAMeL Tools.
    HamzaAndWasla,
}

/// The alef maqsura ى.
///
/// Loses the difference of final ى and ي: على (on) and علي (Ali) become one. In Egypt both are
/// commonly written ى, so that a search must fold them; Lucene and CAMeL Tools fold to ي too, CoreNLP
/// the other way.
///
/// ```
/// use warraq::{AlefMaqsura, Normalizer};
///
/// assert_eq!(Normalizer::new().alef_maqsura(AlefMaqsura::Yeh).normalize("مستشفى"), "مستشفي");
/// assert_eq!(Normalizer::new().alef_maqsura(AlefMaqsura::Reverse).normalize("في علي"), "فى على");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum AlefMaqsura {
    /// It stays.
    #[default]
    Keep,
    /// It becomes ي.
    Yeh,
    /// It stays, and a ي at the end of a word becomes ى, as it is printed in Egypt.
    Reverse,
}

/// The teh marbuta ة.
///
/// Loses the difference of ة and final ه (كتابة, a writing; كتابه, his book), which careless spelling
/// does not keep either. To ه as in Lucene and CAMeL Tools; to ت as it is pronounced in construct.
///
/// ```
/// use warraq::{Normalizer, TehMarbuta};
///
/// assert_eq!(Normalizer::new().teh_marbuta(TehMarbuta::Heh).normalize("مدرسة"), "مدرسه");
/// assert_eq!(Normalizer::new().teh_marbuta(TehMarbuta::Teh).normalize("مدرسة"), "مدرست");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum TehMarbuta {
    /// It stays.
    #[default]
    Keep,
    /// It becomes ه.
    Heh,
    /// It becomes ت.
    Teh,
}

/// The hamza on its seat: ؤ and ئ.
///
/// Loses the hamza, or its seat: سئل (was asked) and سيل (torrent) become one. Lucene and CAMeL
/// Tools keep them; texts that are typed in haste often lack the hamza.
///
/// ```
/// use warraq::{HamzaSeats, Normalizer};
///
/// let text = "مسؤول مسئول";
/// assert_eq!(Normalizer::new().hamza_seats(HamzaSeats::Carrier).normalize(text), "مسوول مسيول");
/// assert_eq!(Normalizer::new().hamza_seats(HamzaSeats::Hamza).normalize(text), "مسءول مسءول");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum HamzaSeats {
    /// They stay.
    #[default]
    Keep,
    /// ؤ becomes و, ئ becomes ي.
    Carrier,
    /// Both become ء.
    Hamza,
}

/// The lone hamza ء, and with [`HamzaSeats::Hamza`] all that become one.
///
/// Loses a consonant: جزء (part) and جز (he sheared) become one. Marks that stand on a deleted letter
/// go with it. Dialect spelling drops it (سما for سماء).
///
/// ```
/// use warraq::{Hamza, Normalizer};
///
/// assert_eq!(Normalizer::new().hamza(Hamza::Delete).normalize("سماء"), "سما");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Hamza {
    /// It stays.
    #[default]
    Keep,
    /// It is deleted.
    Delete,
}

/// Letters of Persian, Urdu and Kurdish keyboards that look like an Arabic letter: ک ڪ → ك, ی ې ے
/// ۓ → ي, ھ ہ ە ۀ ۂ → ه, ۃ → ة (and further, if teh marbuta is folded).
///
/// Loses nothing in Arabic text; in Persian, Urdu, Kurdish or Uyghur text it loses the letters of
/// those languages.
///
/// ```
/// use warraq::{LookAlikes, Normalizer};
///
/// let fold = Normalizer::new().look_alikes(LookAlikes::Fold);
/// assert_eq!(fold.normalize("کتاب کریم"), "كتاب كريم");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum LookAlikes {
    /// They stay.
    #[default]
    Keep,
    /// They become the Arabic letter.
    Fold,
}

/// Letters for sounds that Arabic lacks: پ چ ژ ڤ گ.
///
/// Loses the sound: ڤيديو and فيديو become one. In no preset.
///
/// ```
/// use warraq::{ForeignLetters, Normalizer};
///
/// let fold = Normalizer::new().foreign_letters(ForeignLetters::Fold);
/// assert_eq!(fold.normalize("ڤيديو چاد"), "فيديو جاد");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum ForeignLetters {
    /// They stay.
    #[default]
    Keep,
    /// They become the letter without the additional dots or stroke: ب ج ز ف ك.
    Fold,
}

/// The small waw U+06E5, the small yeh U+06E6 and the small Farsi yeh U+08C9 of Quranic print: letters
/// (category Lm) that print writes small because the old consonant text lacks them.
///
/// Loses, as letters, the difference from the full letter; deleted, a long vowel. Marks that stand on
/// a deleted letter go with it.
///
/// ```
/// use warraq::{Normalizer, SmallLetters};
///
/// let text = "دَاوُ\u{6E5}دُ";
/// assert_eq!(Normalizer::new().small_letters(SmallLetters::Letter).normalize(text), "دَاوُودُ");
/// assert_eq!(Normalizer::new().small_letters(SmallLetters::Delete).normalize(text), "دَاوُدُ");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum SmallLetters {
    /// They stay.
    #[default]
    Keep,
    /// They become و and ي.
    Letter,
    /// They are deleted.
    Delete,
}

/// The noon ghunna ں of Urdu, a nasal at the end of a word.
///
/// Loses nothing in Arabic text, where it is a slip of the keyboard; in Urdu the nasal.
///
/// ```
/// use warraq::{NoonGhunna, Normalizer};
///
/// assert_eq!(Normalizer::new().noon_ghunna(NoonGhunna::Fold).normalize("میں"), "مین");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum NoonGhunna {
    /// It stays.
    #[default]
    Keep,
    /// It becomes ن.
    Fold,
}

/// The Farsi yeh ی (U+06CC), which has two dots inside a word and none at its end: read by its
/// shape, ي inside and ى at the end.
///
/// Loses nothing in Arabic text that was typed on a Persian or Urdu keyboard, where a final ی may
/// mean ي as well as ى; in Persian or Urdu text it loses the letter. The end of a word is judged
/// after all deletions. Stronger than [`LookAlikes::Fold`], which makes every ی a ي.
///
/// ```
/// use warraq::{FarsiYeh, Normalizer};
///
/// let by_place = Normalizer::new().farsi_yeh(FarsiYeh::ByPlace);
/// assert_eq!(by_place.normalize("مستشفی المدینة"), "مستشفى المدينة");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum FarsiYeh {
    /// It stays, unless it is folded as a look-alike.
    #[default]
    Keep,
    /// It becomes ى at the end of a word and ي elsewhere.
    ByPlace,
}

/// The marks of the case ending: the vowel, sukun or tanwin after the last letter of a word, and
/// the fathatan before a final ا or ى. Shadda and the other marks stay.
///
/// Loses the syntax that the endings show (who did it to whom), not the word. A vowel before a
/// silent alef, as in قَالُوا, is on no last letter and stays. Letters joined to the word (his,
/// ours) are part of it: the ending before them stays. So do the signs of Quranic print, its sukun
/// U+06E1 among them.
///
/// ```
/// use warraq::{FinalMarks, Normalizer};
///
/// let pause = Normalizer::new().final_marks(FinalMarks::Delete);
/// assert_eq!(pause.normalize("قَرَأَ الطَّالِبُ كِتَابًا مُهِمًّا"), "قَرَأ الطَّالِب كِتَابا مُهِمّا");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum FinalMarks {
    /// They stay.
    #[default]
    Keep,
    /// They are deleted.
    Delete,
}

/// The alef that carries the tanwin of the accusative: كتابًا, or كتاباً as it is often typed.
///
/// Deleted with its tanwin, so that the noun is the same in all cases; but for a hamza, whose seat may
/// change with the case: شيئًا becomes شيئ, which [`HamzaSeats::Hamza`](super::HamzaSeats::Hamza)
/// brings together with شيء. Told by the fathatan before
/// or after a final bare alef; without the mark nothing is deleted. A word needs two letters before
/// that alef, the second not an alef itself; words whose alef belongs to the root or is always
/// written (إذًا, عصًا, رضًا …), or which is another word without it (معًا), are in a closed list and stay.
///
/// Loses the case, and whether an adverb was meant (أبدًا, never; أبد, eternity).
///
/// ```
/// use warraq::{Normalizer, TanwinCarrier};
///
/// let bare = Normalizer::new().tanwin_carrier(TanwinCarrier::Delete);
/// assert_eq!(bare.normalize("كتابًا كتاباً إذًا كتابا"), "كتاب كتاب إذًا كتابا");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum TanwinCarrier {
    /// It stays.
    #[default]
    Keep,
    /// It is deleted, with the tanwin.
    Delete,
}

/// The dagger alef U+0670 of Quranic (Uthmani) print, where today's spelling has a full alef.
///
/// - Inside a word it becomes ا (العٰلمين → العالمين); a tatweel that carries it and a madda over it go.
/// - On a و or ى without a vowel of its own, inside a word, both become ا (الصلوٰة → الصلاة,
///   التورىٰة → التوراة); before a final ا, the و goes (الربوٰا → الربا).
/// - On a final ى it goes (علىٰ → على).
/// - On an alef, and after the last letter of a word, it stays.
/// - In the closed list of words that are written without alef to this day it stays: هذا, ذلك, لكن,
///   الرحمن, الله, إله, أولئك and so on, with و ف ب ك ل before them and pronouns after them.
///
/// Where it stays, [`Marks`](super::Marks) may delete it. Loses the Quranic spelling. Rules and
/// list written from the standard spelling of the words.
///
/// ```
/// use warraq::{DaggerAlef, Marks, Normalizer};
///
/// let today = Normalizer::new().dagger_alef(DaggerAlef::Promote).marks(Marks::ALL);
/// assert_eq!(today.normalize("كِتَٰب عَلَىٰ الصَّلَوٰة هَٰذَا"), "كتاب على الصلاة هذا");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum DaggerAlef {
    /// It stays.
    #[default]
    Keep,
    /// It becomes an alef where today's spelling has one.
    Promote,
}
