//! Readers and writers: the same output for every way of cutting the input, bounded memory, linear
//! time, errors that lose nothing.
#![cfg(feature = "std")]
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::cell::RefCell;
use std::io::{self, BufRead as _, ErrorKind, Read, Write};
use std::rc::Rc;

use common::Random;
use warraq::{
    Alef, AlefMaqsura, Composition, Digits, Elongation, FinalMarks, Hamza, HamzaSeats, InvalidBytes,
    InvalidUtf8, Invisible, LookAlikes, Marks, Normalizer, Phrases, PresentationForms, Punctuation,
    SmallLetters, Spaces, TanwinCarrier, Tatweel, TehMarbuta, Zwnj,
};

/// Gives as many bytes as the sizes say, over and over.
struct Cut<'t> {
    bytes: &'t [u8],
    random: Random,
    most: usize,
}

impl Read for Cut<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.random.below(10) == 0 {
            return Err(ErrorKind::Interrupted.into());
        }
        let size = to.len().min(1 + self.random.below(self.most)).min(self.bytes.len());
        let (now, later) = self.bytes.split_at(size);
        to[..size].copy_from_slice(now);
        self.bytes = later;
        Ok(size)
    }
}

fn some_normalizer(r: &mut Random) -> Normalizer {
    match r.below(8) {
        0 => return Normalizer::clean(),
        1 => return Normalizer::search(),
        2 => return Normalizer::ml(),
        3 => return Normalizer::lucene(),
        4 => return Normalizer::camel(),
        _ => {}
    }
    Normalizer::new()
        .marks(*r.pick(&[Marks::NONE, Marks::ALL, Marks::HARAKAT, Marks::ALL.without(Marks::SHADDA)]))
        .alef(*r.pick(&[Alef::Keep, Alef::Fold]))
        .alef_maqsura(*r.pick(&[AlefMaqsura::Keep, AlefMaqsura::Yeh]))
        .teh_marbuta(*r.pick(&[TehMarbuta::Keep, TehMarbuta::Heh, TehMarbuta::Teh]))
        .hamza_seats(*r.pick(&[HamzaSeats::Keep, HamzaSeats::Carrier, HamzaSeats::Hamza]))
        .hamza(*r.pick(&[Hamza::Keep, Hamza::Delete]))
        .look_alikes(*r.pick(&[LookAlikes::Keep, LookAlikes::Fold]))
        .small_letters(*r.pick(&[SmallLetters::Keep, SmallLetters::Letter, SmallLetters::Delete]))
        .tatweel(*r.pick(&[Tatweel::Keep, Tatweel::Delete]))
        .presentation_forms(*r.pick(&[PresentationForms::Keep, PresentationForms::Decompose]))
        .invisible(*r.pick(&[Invisible::Keep, Invisible::Delete]))
        .zwnj(*r.pick(&[Zwnj::Keep, Zwnj::Delete, Zwnj::Space]))
        .digits(*r.pick(&[Digits::Keep, Digits::Latin, Digits::Arabic, Digits::Extended]))
        .composition(*r.pick(&[Composition::Keep, Composition::Nfc]))
        .elongation(*r.pick(&[Elongation::KEEP, Elongation::SHORTEN, Elongation::SHORTEN.to(1)]))
        .final_marks(*r.pick(&[FinalMarks::Keep, FinalMarks::Delete]))
        .tanwin_carrier(*r.pick(&[TanwinCarrier::Keep, TanwinCarrier::Delete]))
        .phrases(*r.pick(&[Phrases::Keep, Phrases::Expand]))
        .punctuation(*r.pick(&[Punctuation::Keep, Punctuation::Ascii, Punctuation::Arabic]))
        .spaces(*r.pick(&[Spaces::Keep, Spaces::Collapse]))
}

fn written(normalizer: &Normalizer, bytes: &[u8], r: &mut Random, most: usize) -> Vec<u8> {
    let mut writer = normalizer.writer(Vec::new());
    let mut rest = bytes;
    while !rest.is_empty() {
        let (chunk, after) = rest.split_at(rest.len().min(1 + r.below(most)));
        writer.write_all(chunk).unwrap();
        if r.below(5) == 0 {
            writer.flush().unwrap();
        }
        rest = after;
    }
    writer.finish().unwrap()
}

#[test]
fn every_way_of_cutting_gives_the_same() {
    let mut r = Random::new(21);
    for round in 0..3_000 {
        let normalizer = some_normalizer(&mut r);
        let pieces = if round % 50 == 0 { 4_000 } else { 30 };
        let text = r.text(pieces);
        let expected = normalizer.normalize(&text);
        let most = *r.pick(&[1, 2, 7, 100, 5_000]);
        let say = || format!("{} {most} under {normalizer:?}", text.escape_unicode());

        let source = Cut { bytes: text.as_bytes(), random: Random::new(round), most };
        let mut read = String::from("before");
        normalizer.reader(source).read_to_string(&mut read).unwrap();
        assert_eq!(read.strip_prefix("before"), Some(&*expected), "{}", say());

        assert_eq!(written(&normalizer, text.as_bytes(), &mut r, most), expected.as_bytes(), "{}", say());
    }
}

/// Text as it is written and as it is not: nearly all of it comes out before the rest goes in.
#[test]
fn little_is_held_back() {
    let lines = include_str!("data/news-page.txt");
    let cases = [
        ("news", lines, 512),
        ("words with every mark", "قَالَ رَجُلٌ مِنْهُمْ لِصَاحِبِهِ ", 512),
        ("forms, as a PDF has them", "ﻣﺮﺣﺒﺎ ﺑﺎﻟﻌﺎﻟﻢ ", 512),
        ("Persian", "می‌خواهم کتابی بخرم ", 512),
        ("Chinese", "今天天气很好", 5_000),
        ("English without a space", "lorem,ipsum;", 5_000),
        ("lines", "1445هـ\r\n", 512),
        ("emoji", "👩\u{200D}👧 👍🏽 ok ", 512),
    ];
    for normalizer in [Normalizer::clean(), Normalizer::search(), Normalizer::ml()] {
        for (name, unit, most) in cases {
            let text = unit.repeat(100_000 / unit.len());
            let out = Shared::default();
            let mut writer = normalizer.writer(out.clone());
            let (mut at, mut worst) = (0, 0);
            for chunk in text.as_bytes().chunks(100) {
                at += chunk.len();
                writer.write_all(chunk).unwrap();
                let whole = text.get(..at).map_or(0, |text| normalizer.normalize(text).len());
                worst = worst.max(whole.saturating_sub(out.0.borrow().len()));
                if at > 20_000 {
                    break;
                }
            }
            assert!(worst < most, "{name}: {worst}");
        }
    }
}

/// What was written, seen from outside.
#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A quadratic step would take minutes here, also byte by byte.
#[test]
fn long_stretches_are_read_in_linear_time() {
    let normalizer = Normalizer::search();
    for unit in ["\u{64E}", "ا", " ", "\u{200F} ", "ء ", "中", "ب\u{654}", "x", "😀", "ـ", "\n", "\u{FDFA}"]
    {
        let text = unit.repeat((1 << 18) / unit.len());
        let expected = normalizer.normalize(&text);
        for most in [1, 1 << 12, 1 << 20] {
            let source = Cut { bytes: text.as_bytes(), random: Random::new(3), most };
            let mut read = String::new();
            normalizer.reader(source).read_to_string(&mut read).unwrap();
            assert!(read == expected, "{unit:?} {most}");
        }
    }
}

fn offset(error: &io::Error) -> Option<u64> {
    assert_eq!(error.kind(), ErrorKind::InvalidData);
    error.get_ref()?.downcast_ref::<InvalidUtf8>().map(InvalidUtf8::valid_up_to)
}

#[test]
fn invalid_bytes_are_an_error_with_their_offset() {
    let clean = Normalizer::clean();
    for (bytes, at) in [
        (b"\xFF".as_slice(), 0),
        (b"ab \xD8", 3),
        ("كتـــاب \u{200F}".as_bytes(), 0),
        (b"a\xE2\x80", 1),
        (b"a\xE2\x80 ", 1),
    ] {
        let expected = core::str::from_utf8(bytes).err().map(|error| error.valid_up_to());
        for most in [1, 100] {
            let mut reader = clean.reader(Cut { bytes, random: Random::new(1), most });
            let mut out = Vec::new();
            let read = reader.read_to_end(&mut out);
            match expected {
                None => assert!(read.is_ok()),
                Some(valid) => {
                    assert_eq!(valid, at);
                    assert_eq!(offset(&read.unwrap_err()), Some(at as u64));
                    assert_eq!(out, &bytes[..at]);
                    // And again.
                    assert_eq!(offset(&reader.fill_buf().unwrap_err()), Some(at as u64));
                }
            }
        }
    }
    // Far behind, and behind what normalizing made shorter.
    let mut long = "كتـــاب ".repeat(100_000).into_bytes();
    let at = long.len() as u64;
    long.extend(b"\xC3( more");
    let mut out = String::new();
    let error = clean.reader(&*long).read_to_string(&mut out).unwrap_err();
    assert_eq!((offset(&error), error.to_string()), (Some(at), format!("not UTF-8 at byte {at}")));
    assert_eq!(out, "كتاب ".repeat(100_000));

    let mut file = Vec::new();
    let mut writer = clean.writer(&mut file);
    assert_eq!(offset(&writer.write_all(&long).unwrap_err()), Some(at));
    assert_eq!(offset(&writer.write_all(b"x").unwrap_err()), Some(at));
    assert_eq!(offset(&writer.finish().unwrap_err()), Some(at));
    assert_eq!(file, out.as_bytes());
}

#[test]
fn invalid_bytes_are_replaced_as_std_does() {
    let clean = Normalizer::clean();
    let pieces: [&[u8]; 9] =
        [b"\xD8", b"\xA7", b"\xD9\x94", b"\xE2\x80", b"\xF0\x9F\x98", b"\x80", b" ", b"a", b"\xD9\x80"];
    let mut r = Random::new(8);
    for round in 0..5_000 {
        let bytes: Vec<u8> = (0..r.below(30)).flat_map(|_| *r.pick(&pieces)).copied().collect();
        let source = Cut { bytes: &bytes, random: Random::new(round), most: 1 + r.below(9) };
        let mut out = String::new();
        clean.reader(source).invalid_bytes(InvalidBytes::Replace).read_to_string(&mut out).unwrap();
        assert_eq!(out, clean.normalize(&String::from_utf8_lossy(&bytes)), "{bytes:X?}");
    }
}

/// Takes little, and often nothing.
struct Moody(Vec<u8>, Random);

impl Write for Moody {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.1.below(4) {
            0 => Err(ErrorKind::WouldBlock.into()),
            1 => Err(ErrorKind::Interrupted.into()),
            _ => self.0.write(&bytes[..bytes.len().min(3)]),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn errors_of_the_writer_below_lose_nothing() {
    let clean = Normalizer::clean();
    let mut r = Random::new(2);
    for seed in 0..200 {
        let text = r.text(40);
        let mut moody = Moody(Vec::new(), Random::new(seed));
        let mut writer = clean.writer(&mut moody);
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            match writer.write(rest) {
                Ok(len) => rest = &rest[len..],
                Err(error) => assert_eq!(error.kind(), ErrorKind::WouldBlock),
            }
        }
        while writer.flush().is_err() {}
        // What comes last may meet a bad mood, too: it is dropped in good order.
        let _ = writer.finish();
        let expected = clean.normalize(&text);
        assert!(expected.as_bytes().starts_with(&moody.0), "{text:?}");
    }
}

#[test]
fn dropping_the_writer_finishes_the_text() {
    let clean = Normalizer::clean();
    let mut file = Vec::new();
    clean.writer(&mut file).write_all("آخر كلمـــة".as_bytes()).unwrap();
    assert_eq!(file, "آخر كلمة".as_bytes());
}

#[test]
fn a_line_is_there_before_the_next_one() {
    let clean = Normalizer::clean();
    let out = Shared::default();
    let mut writer = clean.writer(out.clone());
    writer.write_all("السطـــر الأوّل\n".as_bytes()).unwrap();
    assert_eq!(*out.0.borrow(), "السطر الأوّل".as_bytes());
}

#[test]
fn a_character_read_in_part_goes_on() {
    let clean = Normalizer::clean();
    let mut reader = clean.reader("كتاب".as_bytes());
    let mut one = [0];
    assert_eq!(reader.read(&mut []).unwrap(), 0);
    reader.read_exact(&mut one).unwrap();
    assert_eq!(reader.read_to_string(&mut String::new()).unwrap_err().kind(), ErrorKind::InvalidData);
    let mut rest = Vec::new();
    reader.read_to_end(&mut rest).unwrap();
    assert_eq!([&one, &*rest].concat(), "كتاب".as_bytes());
}

#[test]
fn bytes_that_are_not_utf_8_are_told_again() {
    let clean = Normalizer::clean();
    let mut writer = clean.writer(Vec::new());
    assert_eq!(writer.write(b"ab\xFFc").unwrap_err().kind(), ErrorKind::InvalidData);
    assert_eq!(writer.write(b"d").unwrap_err().kind(), ErrorKind::InvalidData);
    assert_eq!(writer.flush().unwrap_err().kind(), ErrorKind::InvalidData);
    assert_eq!(writer.finish().unwrap_err().kind(), ErrorKind::InvalidData);
}
