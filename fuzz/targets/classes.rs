//! Classes and runs of characters, spans and maps with numbers from elsewhere.
#![no_main]

mod common;

use common::{laws, text};
use libfuzzer_sys::fuzz_target;
use warraq::class::{NumeralSystems, class_at, class_of};
use warraq::run::Runs;
use warraq::{Normalizer, Span};

fuzz_target!(|data: &[u8]| {
    let (text, options) = text(data);
    let mut end = 0;
    for run in Runs::new(text) {
        assert!(run.span.start == end && run.span.end > end);
        end = run.span.end;
    }
    assert_eq!(end, text.len());
    for (at, c) in text.char_indices() {
        assert_eq!(class_at(text, at), Some((class_of(c), c.len_utf8())));
    }
    let _ = NumeralSystems::of(text);
    let [a, b] = [options as u16, (options >> 16) as u16].map(usize::from);
    let span = Span::new(a, b);
    assert!(text.contains(span.of(text)));
    let _ = (span.to_chars(text), span.to_utf16(text), span.to_graphemes(text));
    let mapped = laws::normalizer(options >> 32).normalize_mapped(text);
    for inside in [mapped.source(a..b), mapped.highlight(a..b)] {
        assert!(text.get(inside.start..inside.end).is_some());
    }
    let target = mapped.target(a..b);
    assert!(mapped.text().get(target.start..target.end).is_some());
    let _ = (mapped.source_chars(a..b), mapped.source_utf16(a..b));
    let again = Normalizer::search().normalize_mapped(mapped.text()).into_parts().1;
    let both = mapped.map().then(&again);
    assert_eq!((both.input_len(), both.output_len()), (text.len(), again.output_len()));
});
