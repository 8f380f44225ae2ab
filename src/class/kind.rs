//! The list of character classes: plain data, shared with the generator in `tables/`.

/// Declares the classes, and the list of them by number.
macro_rules! classes {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #[repr(u8)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            /// Every class, in the order of its number.
            pub(super) const ALL: &'static [Self] = &[$(Self::$variant,)*];
        }
    };
}

classes! {
    /// What one code point is, as far as Arabic text processing must tell code points apart.
    ///
    /// Every scalar value has exactly one class. The classes follow the Unicode general category
    /// and script, refined where Arabic needs it: the marks are split as in the Unicode code chart,
    /// letters that are written as presentation forms are kept apart from ordinary letters, and
    /// digits carry their system.
    ///
    /// ```
    /// use warraq::class::{CharClass, class_of};
    ///
    /// assert_eq!(class_of('ب'), CharClass::ArabicLetter);
    /// assert_eq!(class_of('\u{0651}'), CharClass::Shadda);
    /// assert_eq!(class_of('٣'), CharClass::DigitArabic);
    /// ```
    CharClass {
        /// Unassigned, private use, surrogate-free rest: nothing is known about it.
        Unassigned,
        /// Control and format characters that are not listed below (Cc, Cf).
        Control,
        /// Invisible direction and layout controls: bidi marks and embeddings, ZERO WIDTH SPACE,
        /// WORD JOINER, the byte order mark.
        Invisible,
        /// U+200C ZERO WIDTH NON-JOINER.
        Zwnj,
        /// U+200D ZERO WIDTH JOINER.
        Zwj,
        /// White space inside a line (`White_Space`, tabs and no-break spaces included).
        Space,
        /// Line and paragraph ends: LF, VT, FF, CR, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
        LineEnd,
        /// A letter of the Arabic script.
        ArabicLetter,
        /// A letter or ligature of the Arabic presentation forms blocks.
        ArabicForm,
        /// An isolated or medial form of a mark (U+FE70 and its like).
        ArabicFormMark,
        /// Small waw, small yeh, small Farsi yeh (U+06E5, U+06E6, U+08C9): letters, not marks.
        ArabicSmallLetter,
        /// U+0640 ARABIC TATWEEL (kashida).
        Tatweel,
        /// Harakat: fatha, damma, kasra, sukun.
        Harakat,
        /// Tanwin: fathatan, dammatan, kasratan, and their open forms.
        Tanwin,
        /// U+0651 ARABIC SHADDA.
        Shadda,
        /// U+0653 madda above, U+0654 and U+0655 hamza above and below.
        HamzaMark,
        /// U+0670 superscript (dagger) alef, U+0656 subscript alef.
        DaggerAlef,
        /// Honorifics and Quranic annotation signs.
        Annotation,
        /// The other vowel marks of the Arabic script (U+0657–U+065F and their like).
        VowelMark,
        /// A combining mark of any other script, variation selectors included.
        Mark,
        /// A letter of the Latin script.
        LatinLetter,
        /// A letter, letter number or ideograph of any other script.
        OtherLetter,
        /// ASCII digits (CLDR `latn`).
        DigitLatin,
        /// Arabic-Indic digits U+0660–U+0669 (CLDR `arab`).
        DigitArabic,
        /// Extended Arabic-Indic digits U+06F0–U+06F9 (CLDR `arabext`).
        DigitExtended,
        /// Fullwidth digits U+FF10–U+FF19 (CLDR `fullwide`).
        DigitFullwidth,
        /// Mathematical digits U+1D7CE–U+1D7FF.
        DigitMath,
        /// A decimal digit of any other script.
        DigitOther,
        /// A vulgar fraction such as ½.
        Fraction,
        /// Other numbers: superscripts, circled digits and their like.
        OtherNumber,
        /// A full stop: `.`, U+06D4, and the other `Sentence_Terminal` characters that are neither
        /// a question nor an exclamation mark.
        FullStop,
        /// A question or exclamation mark in any script, `⁇` and `‼` included.
        Question,
        /// `…` and U+2025.
        Ellipsis,
        /// A comma: `,` `،` and their like.
        Comma,
        /// A semicolon: `;` `؛`.
        Semicolon,
        /// A colon.
        Colon,
        /// An opening bracket or quotation mark (Ps, Pi).
        Opener,
        /// A closing bracket or quotation mark (Pe, Pf).
        Closer,
        /// A quotation mark without direction: `"`.
        Quote,
        /// `'` and U+2019, which join words and close quotations.
        Apostrophe,
        /// A hyphen or dash (Pd).
        Dash,
        /// `/`, U+2044 and U+060D ARABIC DATE SEPARATOR.
        Slash,
        /// `_` and the other connectors (Pc).
        Connector,
        /// U+066B ARABIC DECIMAL SEPARATOR.
        DecimalSeparator,
        /// U+066C ARABIC THOUSANDS SEPARATOR.
        ThousandsSeparator,
        /// `%` `٪` `‰` `؉` `؊` `‱`.
        Percent,
        /// `@` and U+FF20.
        At,
        /// `#` and U+FF03.
        Hash,
        /// Other punctuation.
        Punctuation,
        /// A currency sign (Sc).
        Currency,
        /// A mathematical symbol (Sm).
        MathSymbol,
        /// Other symbols (So, Sk), and the honorific ligatures ﷺ ﷻ, which are letters to Unicode
        /// and symbols to a reader.
        Symbol,
        /// End of ayah ۝, start of rub el hizb ۞, place of sajdah ۩, U+08E2.
        AyahMark,
        /// A pictograph that is an emoji by itself.
        Emoji,
        /// A pictograph that is an emoji only with U+FE0F or inside a sequence (❤, ©).
        TextEmoji,
        /// A skin tone, U+1F3FB–U+1F3FF.
        EmojiModifier,
        /// A regional indicator; two of them are a flag.
        RegionalIndicator,
    }
}
