//! The presets one `char` at a time, for `chars().filter_map().collect()`: what a program would write
//! without this crate. Without what needs neighbours (composition, the هـ rule, separators,
//! elongation) and without presentation forms, so it does less.
#![allow(dead_code, unreachable_pub, reason = "each benchmark uses a part")]

/// The preset `clean`.
pub fn naive_clean(c: char) -> Option<char> {
    match c {
        '\u{0640}'
        | '\u{061C}'
        | '\u{200B}'
        | '\u{200D}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => None,
        _ => Some(c),
    }
}

/// The preset `ml`.
pub fn naive_ml(c: char) -> Option<char> {
    match c {
        '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E4}'
        | '\u{06E7}'
        | '\u{06E8}'
        | '\u{06EA}'..='\u{06ED}'
        | '\u{0897}'..='\u{089F}'
        | '\u{08CA}'..='\u{08E1}'
        | '\u{08E3}'..='\u{08FF}' => None,
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
        '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10),
        '٪' => Some('%'),
        _ => naive_clean(c),
    }
}

/// The preset `search`.
pub fn naive_search(c: char) -> Option<char> {
    match c {
        'آ' | 'أ' | 'إ' | 'ٱ' | 'ٲ' | 'ٳ' | 'ٵ' => Some('ا'),
        'ى' | 'ئ' | 'ی' | 'ې' | 'ے' | 'ۓ' | '\u{06E6}' => Some('ي'),
        'ة' | 'ھ' | 'ہ' | 'ە' | 'ۀ' | 'ۂ' | 'ۃ' => Some('ه'),
        'ؤ' | '\u{06E5}' => Some('و'),
        'ک' | 'ڪ' => Some('ك'),
        '\u{200C}' => None,
        _ => naive_ml(c),
    }
}
