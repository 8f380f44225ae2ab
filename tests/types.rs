//! What the public types are: how large, and that they can be sent, shared, cloned and printed.
#![allow(missing_docs)]

use std::fmt::Debug;
use std::iter::FusedIterator;
use std::panic::{RefUnwindSafe, UnwindSafe};

use warraq::run::Runs;
use warraq::{
    Abbreviations, Analysis, Analyzer, Change, Changes, Chunk, Chunker, Chunks, CivilDate, CliticSegmenter,
    Clock, Context, Date, Dates, Duration, Edit, Edits, Entities, Entity, Error, Exact, Finding, HijriDate,
    Mapped, Normalizer, Number, Numbers, OffsetMap, Operation, Point, Resolved, SearchTerms, Segment,
    Segmentation, SegmentedTokens, Sentence, SentenceSplitter, Sentences, Span, Tafqit, Term, Terms,
    TimeUnit, Token, Tokenizer, Tokens, Unit, Value,
};

fn plain<T: Clone + Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
fn copy<T: Copy + Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
fn iterator<T: FusedIterator + Clone + Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
fn error<T: std::error::Error + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + 'static>() {}

#[test]
fn auto_traits() {
    copy::<Span>();
    copy::<Token<'_>>();
    copy::<Sentence<'_>>();
    copy::<Chunk<'_>>();
    copy::<Segment<'_>>();
    copy::<Change<'_>>();
    copy::<Edit>();
    copy::<Unit<'_>>();
    copy::<(Exact, Point, Duration, Clock, CivilDate, HijriDate)>();
    copy::<(Operation, Tokenizer, SentenceSplitter, Analyzer, Chunker, CliticSegmenter, SearchTerms, Tafqit)>(
    );
    plain::<(Normalizer, Mapped<'_>, OffsetMap, Abbreviations, Context)>();
    plain::<(Entity<'_>, Value, Number, Date, Resolved, Finding<'_>, Term<'_>, Segmentation<'_>)>();
    iterator::<Tokens<'_>>();
    iterator::<Sentences<'_>>();
    iterator::<Chunks<'_>>();
    iterator::<SegmentedTokens<'_>>();
    iterator::<Terms<'_>>();
    iterator::<Entities<'_>>();
    iterator::<Numbers<'_>>();
    iterator::<Dates<'_>>();
    iterator::<Analysis<'_>>();
    iterator::<Changes<'_>>();
    iterator::<Edits<'_>>();
    iterator::<Runs<'_>>();
    error::<Error>();
    #[cfg(feature = "std")]
    error::<warraq::InvalidUtf8>();
}

/// Values that a caller makes, not only those that are found.
#[test]
fn values_made_by_hand_do_not_overflow() {
    // Ordered as they are equal, with more digits behind the point than an `i128` has.
    let (small, smaller) = (Exact::new(5, 39), Exact::new(5, 50));
    assert!(smaller < small && small != smaller && Exact::new(-5, 39) < Exact::new(-5, 50));
    assert!(
        Exact::new(i128::MAX, 0) > Exact::new(i128::MAX, 255)
            && Exact::new(0, 7) > Exact::new(i128::MIN, 200)
    );
    assert!(Exact::new(15, 1) < Exact::new(16, 1) && Exact::new(15, 1) > Exact::new(1499, 3));
    let mut turned = Span::new(3, 9);
    turned.end = 1;
    assert_eq!((turned.len(), turned.is_empty(), turned.of("text")), (0, true, ""));
    let context = Context::new().reference(CivilDate::new(2024, 1, 15).unwrap());
    for unit in [
        TimeUnit::Day,
        TimeUnit::Week,
        TimeUnit::Month,
        TimeUnit::Quarter,
        TimeUnit::Year,
        TimeUnit::Decade,
        TimeUnit::Century,
    ] {
        for count in [i32::MIN, i32::MAX, i32::MAX / 3, i32::MIN / 10, i32::MAX / 100] {
            assert!(
                Date::Relative { unit, count, part: None }.resolve(&context).is_err(),
                "{unit:?} {count}"
            );
        }
    }
}

/// What a million of them cost.
#[cfg(target_pointer_width = "64")]
#[test]
fn sizes() {
    let at_most = |size: usize, most: usize, name: &str| assert!(size <= most, "{name}: {size} bytes");
    at_most(size_of::<Span>(), 16, "Span");
    at_most(size_of::<Token<'_>>(), 32, "Token");
    at_most(size_of::<Sentence<'_>>(), 32, "Sentence");
    at_most(size_of::<Segment<'_>>(), 40, "Segment");
    at_most(size_of::<Exact>(), 32, "Exact");
    at_most(size_of::<Point>(), 24, "Point");
    at_most(size_of::<CivilDate>(), 8, "CivilDate");
    at_most(size_of::<Entity<'_>>(), 144, "Entity");
    at_most(size_of::<Error>(), 1, "Error");
    at_most(size_of::<Tokens<'_>>(), 400, "Tokens");
    at_most(size_of::<Sentences<'_>>(), 700, "Sentences");
    at_most(size_of::<Entities<'_>>(), 1024, "Entities");
    at_most(size_of::<Analyzer>(), 32, "Analyzer");
}

/// A text that is owned is indexed as a borrowed one is.
#[test]
fn strings_are_indexed_by_spans() {
    use warraq::ArabicText as _;
    let text = String::from("في 2024");
    let span = text.arabic_dates().next().unwrap().span();
    assert_eq!((&text[span], &text.as_str()[span]), ("2024", "2024"));
    assert_eq!(&text[warraq::Span::new(1, 900)], "");
}
