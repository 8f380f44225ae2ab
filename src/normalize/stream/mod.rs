//! Files and pipes: a reader and a writer that normalize what passes through them. `utf8` makes text
//! of bytes, `cut` decides where it may be cut; here is only the traffic.

mod cut;
#[cfg(test)]
mod tests;
mod utf8;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use std::io::{self, BufRead, ErrorKind, Read, Write};

pub use utf8::{InvalidBytes, InvalidUtf8};

use super::Normalizer;
use utf8::Stream;

/// How many bytes are normalized at once. Larger ones leave the second cache of most machines.
const CHUNK: usize = 1 << 16;

/// Files and pipes, with the feature `std`.
impl Normalizer {
    /// A reader that normalizes what it reads; see [`NormalizeReader`].
    ///
    /// ```
    /// use std::io::Read as _;
    /// use warraq::Normalizer;
    ///
    /// let mut text = String::new();
    /// Normalizer::search().reader("الْعَرَبِيَّةُ".as_bytes()).read_to_string(&mut text)?;
    /// assert_eq!(text, "العربيه");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn reader<R: Read>(&self, inner: R) -> NormalizeReader<'_, R> {
        NormalizeReader::new(self, inner)
    }

    /// A writer that normalizes what is written; see [`NormalizeWriter`].
    ///
    /// ```
    /// use std::io::Write as _;
    /// use warraq::Normalizer;
    ///
    /// let search = Normalizer::search();
    /// let mut writer = search.writer(Vec::new());
    /// writer.write_all("الْعَرَبِيَّةُ".as_bytes())?;
    /// assert_eq!(writer.finish()?, "العربيه".as_bytes());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn writer<W: Write>(&self, inner: W) -> NormalizeWriter<'_, W> {
        NormalizeWriter::new(self, inner)
    }
}

/// Reads UTF-8 from `R` and gives it normalized, for input that may be larger than memory.
///
/// The output is that of [`Normalizer::normalize`] on the whole input, however the input comes in:
/// a character, a letter and its marks, a number or the Hijri mark may lie across the border of two
/// reads.
///
/// ```
/// use std::io::{BufRead as _, BufReader};
/// use warraq::Normalizer;
///
/// static CLEAN: Normalizer = Normalizer::clean();
///
/// let file = "سطر أوّل\nسطـــر ثان\n".as_bytes();
/// // A tiny buffer, which cuts within characters.
/// let reader = CLEAN.reader(BufReader::with_capacity(3, file));
/// let lines: Result<Vec<_>, _> = reader.lines().collect();
/// assert_eq!(lines?, ["سطر أوّل", "سطر ثان"]);
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Memory
///
/// 64 KiB to read into, their output, and the longest stretch of the input in which there is no
/// place to cut. There is such a place before nearly every space or line end: where the character
/// before it is a letter, a digit or punctuation (an alef or a hamza does not count, for there are
/// rules that delete them). In stretches above 4 KiB there is one before each letter of another
/// script, too (but not with [`Punctuation`](crate::Punctuation) to Arabic or Urdu). So words, lines and Chinese need a few bytes; a megabyte of marks, of spaces, or of
/// Arabic letters without any space needs a megabyte.
///
/// # Time
///
/// O(length of the input), for any sizes of reads. What can be given is given before more is read:
/// in a conversation over a pipe, a line is there when its line end has come, only the line end
/// itself and, rarely, the last word wait for what follows.
///
/// # Errors
///
/// Those of `R`; reading can go on after them as it could in `R`. For bytes that are not UTF-8
/// ([`InvalidBytes::Error`], the default) one of the kind [`ErrorKind::InvalidData`] with an
/// [`InvalidUtf8`] inside, after all that stands before these bytes has been read, and again on each
/// further read.
pub struct NormalizeReader<'n, R> {
    stream: Stream<'n>,
    inner: R,
    buffer: Box<[u8]>,
    out: String,
    /// How much of `out` was given.
    given: usize,
    ended: bool,
    failed: Option<InvalidUtf8>,
}

impl<'n, R: Read> NormalizeReader<'n, R> {
    /// Reads from `inner`, in chunks of 64 KiB where it gives so much: it needs no buffer of its own.
    ///
    /// ```
    /// use std::io::Read as _;
    /// use warraq::{NormalizeReader, Normalizer};
    ///
    /// let clean = Normalizer::clean();
    /// let mut text = String::new();
    /// NormalizeReader::new(&clean, "كتـــاب".as_bytes()).read_to_string(&mut text)?;
    /// assert_eq!(text, "كتاب");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn new(normalizer: &'n Normalizer, inner: R) -> Self {
        Self {
            stream: Stream::new(normalizer, InvalidBytes::Error),
            inner,
            buffer: alloc::vec![0; CHUNK].into_boxed_slice(),
            out: String::new(),
            given: 0,
            ended: false,
            failed: None,
        }
    }

    /// What becomes of bytes that are not UTF-8; see [`InvalidBytes`]. To be chosen before reading.
    ///
    /// ```
    /// use std::io::Read as _;
    /// use warraq::{InvalidBytes, Normalizer};
    ///
    /// let clean = Normalizer::clean();
    /// let mut text = String::new();
    /// clean.reader(b"a\xFFb".as_slice()).invalid_bytes(InvalidBytes::Replace).read_to_string(&mut text)?;
    /// assert_eq!(text, "a\u{FFFD}b");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub const fn invalid_bytes(mut self, invalid: InvalidBytes) -> Self {
        self.stream.set_invalid(invalid);
        self
    }

    /// The reader below. It has been read further than what was given here. O(1).
    ///
    /// ```
    /// let clean = warraq::Normalizer::clean();
    /// assert_eq!(clean.reader("نص".as_bytes()).get_ref().len(), 4);
    /// ```
    pub const fn get_ref(&self) -> &R {
        &self.inner
    }

    /// Reads until there is something to give; whether there is.
    fn fill(&mut self) -> io::Result<bool> {
        while self.given == self.out.len() {
            if let Some(error) = self.failed {
                return Err(error.into());
            }
            if self.ended {
                return Ok(false);
            }
            self.out.clear();
            self.given = 0;
            let len = self.inner.read(&mut self.buffer)?;
            self.ended = len == 0;
            let done = if self.ended {
                self.stream.finish(&mut self.out)
            } else {
                self.stream.push(self.buffer.get(..len).unwrap_or_default(), &mut self.out)
            };
            self.failed = done.err();
        }
        Ok(true)
    }
}

impl<R: Read> Read for NormalizeReader<'_, R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if to.is_empty() {
            return Ok(0);
        }
        let mut from = self.fill_buf()?;
        let len = from.read(to)?;
        self.consume(len);
        Ok(len)
    }

    fn read_to_end(&mut self, to: &mut Vec<u8>) -> io::Result<usize> {
        let start = to.len();
        while more(self)? {
            to.extend_from_slice(self.out.as_bytes().get(self.given..).unwrap_or_default());
            self.given = self.out.len();
        }
        Ok(to.len() - start)
    }

    /// The text is known to be UTF-8 and not validated again, unless a character was read in part.
    fn read_to_string(&mut self, to: &mut String) -> io::Result<usize> {
        let start = to.len();
        while more(self)? {
            let cut = || io::Error::new(ErrorKind::InvalidData, "reading started within a character");
            to.push_str(self.out.get(self.given..).ok_or_else(cut)?);
            self.given = self.out.len();
        }
        Ok(to.len() - start)
    }
}

/// [`NormalizeReader::fill`], again after an interruption.
fn more<R: Read>(reader: &mut NormalizeReader<'_, R>) -> io::Result<bool> {
    loop {
        match reader.fill() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

/// Without a copy.
impl<R: Read> BufRead for NormalizeReader<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.fill()?;
        Ok(self.out.as_bytes().get(self.given..).unwrap_or_default())
    }

    fn consume(&mut self, len: usize) {
        self.given = self.out.len().min(self.given + len);
    }
}

impl<R: fmt::Debug> fmt::Debug for NormalizeReader<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NormalizeReader").field("inner", &self.inner).finish_non_exhaustive()
    }
}

/// Takes UTF-8 and writes it normalized to `W`: the counterpart of [`NormalizeReader`], with the
/// same promises on output, memory and time.
///
/// [`finish`](Self::finish) says that the text has ended and gives `W` back. Dropping the writer
/// does the same, but loses the error if there is one.
///
/// ```
/// use std::io::Write as _;
/// use warraq::Normalizer;
///
/// let clean = Normalizer::clean();
/// let mut writer = clean.writer(Vec::new());
/// // An alef, and its hamza in the next write.
/// write!(writer, "قال ا")?;
/// write!(writer, "\u{654}حمد: {}", 12)?;
/// assert_eq!(writer.finish()?, "قال أحمد: 12".as_bytes());
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// [`flush`](Write::flush) writes what is certain, which is all but the last word or line end, and
/// flushes `W`. To the rest the next write may bring a mark.
///
/// # Errors
///
/// Those of `W`: nothing is lost or written twice, the next write, flush or finish tries again. For
/// bytes that are not UTF-8 ([`InvalidBytes::Error`], the default) one of the kind
/// [`ErrorKind::InvalidData`] with an [`InvalidUtf8`] inside, after the text before these bytes has
/// been written, and again on each further call.
pub struct NormalizeWriter<'n, W: Write> {
    stream: Stream<'n>,
    /// `None` after `finish`.
    inner: Option<W>,
    out: String,
    /// How much of `out` was written.
    written: usize,
}

impl<'n, W: Write> NormalizeWriter<'n, W> {
    /// Writes to `inner`, in the sizes in which it is written to: pieces of 64 KiB at most, so `inner`
    /// needs a buffer only where small pieces are written.
    ///
    /// ```
    /// use std::io::Write as _;
    /// use warraq::{NormalizeWriter, Normalizer};
    ///
    /// let clean = Normalizer::clean();
    /// let mut writer = NormalizeWriter::new(&clean, Vec::new());
    /// writer.write_all("كتـــاب".as_bytes())?;
    /// assert_eq!(writer.finish()?, "كتاب".as_bytes());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub const fn new(normalizer: &'n Normalizer, inner: W) -> Self {
        let stream = Stream::new(normalizer, InvalidBytes::Error);
        Self { stream, inner: Some(inner), out: String::new(), written: 0 }
    }

    /// What becomes of bytes that are not UTF-8; see [`InvalidBytes`]. To be chosen before writing.
    ///
    /// ```
    /// use std::io::Write as _;
    /// use warraq::{InvalidBytes, Normalizer};
    ///
    /// let clean = Normalizer::clean();
    /// let mut writer = clean.writer(Vec::new()).invalid_bytes(InvalidBytes::Replace);
    /// writer.write_all(b"a\xFFb")?;
    /// assert_eq!(writer.finish()?, "a\u{FFFD}b".as_bytes());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub const fn invalid_bytes(mut self, invalid: InvalidBytes) -> Self {
        self.stream.set_invalid(invalid);
        self
    }

    /// Writes the rest, flushes, and gives `W` back: the text ends here. A `W` that is only lent
    /// (`&mut W`) is still at hand after an error.
    ///
    /// # Errors
    ///
    /// Those of `W`; bytes that are not UTF-8, a cut character at the end included.
    ///
    /// ```
    /// use std::io::Write as _;
    ///
    /// let clean = warraq::Normalizer::clean();
    /// let mut file = Vec::new();
    /// let mut writer = clean.writer(&mut file);
    /// writer.write_all(b"half a character: \xD8")?;
    /// assert!(writer.finish().is_err());
    /// assert_eq!(file, b"half a character: ");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn finish(mut self) -> io::Result<W> {
        let done = self.end();
        let inner = self.inner.take();
        done?;
        inner.ok_or_else(|| ErrorKind::BrokenPipe.into())
    }

    fn end(&mut self) -> io::Result<()> {
        self.drain()?;
        let done = self.stream.finish(&mut self.out);
        self.drain()?;
        done?;
        self.inner.as_mut().map_or(Ok(()), Write::flush)
    }

    /// Writes all of `out`. After an error it goes on where it stopped.
    fn drain(&mut self) -> io::Result<()> {
        let Some(inner) = &mut self.inner else { return Ok(()) };
        while let Some(rest @ [_, ..]) = self.out.as_bytes().get(self.written..) {
            match inner.write(rest) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(len) => self.written += len,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.out.clear();
        self.written = 0;
        Ok(())
    }
}

impl<W: Write> Write for NormalizeWriter<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.drain()?;
        let chunk = bytes.get(..CHUNK).unwrap_or(bytes);
        let pushed = self.stream.push(chunk, &mut self.out);
        let drained = self.drain();
        pushed?;
        // The bytes are taken, so an error of `W` belongs to the next call, which meets it again.
        drop(drained);
        Ok(chunk.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.drain()?;
        // Bytes that were not UTF-8 are told again.
        self.stream.push(&[], &mut self.out)?;
        self.inner.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl<W: Write> Drop for NormalizeWriter<'_, W> {
    fn drop(&mut self) {
        // A panic may have come from `W`, or have cut the text short.
        if self.inner.is_some() && !std::thread::panicking() {
            drop(self.end());
        }
    }
}

impl<W: Write + fmt::Debug> fmt::Debug for NormalizeWriter<'_, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NormalizeWriter").field("inner", &self.inner).finish_non_exhaustive()
    }
}

impl From<InvalidUtf8> for io::Error {
    fn from(error: InvalidUtf8) -> Self {
        Self::new(ErrorKind::InvalidData, error)
    }
}
