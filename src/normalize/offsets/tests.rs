//! Maps against what they mean: for each byte of the output a range of the source, asked and
//! composed the plain way.

use alloc::vec::Vec;
use core::ops::Range;

use super::*;

/// Xorshift with a fixed seed.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

/// The meaning of a map.
#[derive(Clone, Debug, PartialEq)]
struct Oracle {
    input_len: usize,
    of: Vec<Range<usize>>,
}

impl Oracle {
    fn source(&self, range: Range<usize>) -> Span {
        if range.is_empty() {
            let end = self.of[..range.start].iter().map(|of| of.end).max().unwrap_or(0);
            return Span::new(end, end);
        }
        let of = &self.of[range];
        Span::new(of.iter().map(|of| of.start).min().unwrap(), of.iter().map(|of| of.end).max().unwrap())
    }

    fn target(&self, range: Range<usize>) -> Span {
        let hit = |t: &usize| self.of[*t].start < range.end && range.start < self.of[*t].end;
        let mut hits = (0..self.of.len()).filter(hit);
        if let (false, Some(first)) = (range.is_empty(), hits.next()) {
            return Span::new(first, hits.next_back().unwrap_or(first) + 1);
        }
        let behind =
            (0..self.of.len()).filter(|&t| self.of[t].start < range.start).max().map_or(0, |t| t + 1);
        Span::new(behind, behind)
    }

    fn then(&self, next: &Self) -> Self {
        let of = next.of.iter().map(|of| self.source(of.clone()).into()).collect();
        Self { input_len: self.input_len, of }
    }

    /// Changed stretches: those between two cuts. A cut may stand where all before comes from before
    /// and all behind from behind; a byte is as it was if it comes from one byte and is cut off on
    /// both sides.
    fn edits(&self) -> Vec<Edit> {
        let same: Vec<bool> = (0..self.of.len())
            .map(|t| {
                let of = &self.of[t];
                of.len() == 1
                    && self.of[..t].iter().all(|b| b.end <= of.start)
                    && self.of[t + 1..].iter().all(|b| b.start >= of.end)
            })
            .collect();
        let mut edits = Vec::new();
        let (mut src, mut out) = (0, 0);
        let mut add = |src: usize, out: usize, src_end: usize, out_end: usize| {
            if (src, out) != (src_end, out_end) {
                edits.push(Edit { source: Span::new(src, src_end), target: Span::new(out, out_end) });
            }
        };
        for (t, of) in self.of.iter().enumerate().filter(|&(t, _)| same[t]) {
            add(src, out, of.start, t);
            (src, out) = (of.end, t + 1);
        }
        add(src, out, self.input_len, self.of.len());
        edits
    }
}

/// What a recorder is told.
#[derive(Clone, Debug)]
enum Told {
    Same(usize),
    Deleted(usize),
    Shrunk(usize, usize),
    Rewritten(Vec<(Range<usize>, usize)>, usize),
}

fn random_items(r: &mut Random) -> (Vec<(Range<usize>, usize)>, usize) {
    let src_len = 1 + r.below(12);
    let count = r.below(7);
    let mut at = 0;
    let items = (0..count)
        .map(|_| {
            let start = if r.below(3) == 0 { r.below(src_len) } else { at.min(src_len - 1) };
            let end = (start + 1 + r.below(3)).min(src_len);
            at = end;
            (start..end, r.below(4))
        })
        .collect();
    (items, src_len)
}

fn random_script(r: &mut Random, steps: usize, far: usize) -> Vec<Told> {
    (0..r.below(steps + 1))
        .map(|_| match r.below(8) {
            0 | 1 => Told::Same(1 + r.below(4)),
            2 => Told::Same(1 + r.below(far)),
            3 | 4 => Told::Deleted(1 + r.below(4)),
            5 if r.below(6) == 0 => Told::Deleted(1 + r.below(2 * far)),
            5 if r.below(6) == 0 => Told::Shrunk(far + r.below(far), 1 + r.below(4)),
            5 | 6 => {
                let to = 1 + r.below(3);
                Told::Shrunk(to + 1 + r.below(2), to)
            }
            _ => {
                let (items, src_len) = random_items(r);
                Told::Rewritten(items, src_len)
            }
        })
        .collect()
}

fn tell(recorder: &mut Recorder, oracle: &mut Oracle, script: &[Told]) {
    for told in script {
        let (src, out) = (oracle.input_len, oracle.of.len());
        match told {
            &Told::Same(len) => {
                oracle.of.extend((src..src + len).map(|s| s..s + 1));
                oracle.input_len += len;
            }
            &Told::Deleted(len) => {
                recorder.deleted(src..src + len, out);
                oracle.input_len += len;
            }
            &Told::Shrunk(len, to) => {
                recorder.shrunk(src, len, out, to);
                oracle.of.extend(core::iter::repeat_n(src..src + len, to));
                oracle.input_len += len;
            }
            Told::Rewritten(items, len) => {
                recorder.rewritten(src, out, items.iter().cloned(), *len);
                let mut items: Vec<_> = items.iter().filter(|item| item.1 > 0).cloned().collect();
                items.dedup_by(|b, a| {
                    let same = a.0 == b.0;
                    if same {
                        a.1 += b.1;
                        // Not one to one, whatever the length.
                        a.1 |= 1 << 20;
                    }
                    same
                });
                for (i, (from, to)) in items.iter().enumerate() {
                    let shared = items.iter().enumerate().any(|(k, (other, _))| {
                        (k < i && other.end > from.start) || (k > i && other.start < from.end)
                    });
                    let merged = to >> 20 != 0;
                    let to = to & ((1 << 20) - 1);
                    for t in 0..to {
                        oracle.of.push(if to == from.len() && !shared && !merged {
                            src + from.start + t..src + from.start + t + 1
                        } else {
                            src + from.start..src + from.end
                        });
                    }
                }
                oracle.input_len += len;
            }
        }
    }
}

fn build(script: &[Told]) -> (OffsetMap, Oracle) {
    let mut recorder = Recorder::new();
    let mut oracle = Oracle { input_len: 0, of: Vec::new() };
    tell(&mut recorder, &mut oracle, script);
    (recorder.finish(oracle.input_len, oracle.of.len()), oracle)
}

fn assert_means(map: &OffsetMap, oracle: &Oracle, say: &dyn fmt::Debug) {
    assert_eq!((map.input_len(), map.output_len()), (oracle.input_len, oracle.of.len()));
    for t in 0..oracle.of.len() {
        assert_eq!(map.source(t..t + 1), Span::from(oracle.of[t].clone()), "byte {t} of {say:?}");
    }
    assert_eq!(map.edits().collect::<Vec<_>>(), oracle.edits(), "{say:?}");
}

fn assert_answers(map: &OffsetMap, oracle: &Oracle, say: &dyn fmt::Debug) {
    assert_means(map, oracle, say);
    for start in 0..=oracle.of.len() {
        for end in start..=oracle.of.len() {
            assert_eq!(map.source(start..end), oracle.source(start..end), "source {start}..{end} of {say:?}");
        }
    }
    for start in 0..=oracle.input_len {
        for end in start..=oracle.input_len {
            assert_eq!(map.target(start..end), oracle.target(start..end), "target {start}..{end} of {say:?}");
        }
    }
}

#[test]
fn answers_are_those_of_the_meaning() {
    let mut r = Random(11);
    for _ in 0..6000 {
        let script = random_script(&mut r, 8, 6);
        let (map, oracle) = build(&script);
        assert_answers(&map, &oracle, &script);
    }
    for _ in 0..150 {
        let script = random_script(&mut r, 20, 80);
        let (map, oracle) = build(&script);
        assert_answers(&map, &oracle, &script);
    }
}

#[test]
fn two_in_a_row_are_the_composition() {
    let mut r = Random(12);
    let mut cases = 0;
    while cases < 8000 {
        let first = random_script(&mut r, 8, 6);
        let (a, of_a) = build(&first);
        // The second script as long as the first output.
        let mut second = random_script(&mut r, 8, 6);
        let (b, _) = build(&second);
        let Some(rest) = of_a.of.len().checked_sub(b.input_len()) else { continue };
        second.push(Told::Same(rest));
        let (b, of_b) = build(&second);
        let both = a.then(&b);
        let expected = of_a.then(&of_b);
        assert_answers(&both, &expected, &(&first, &second));
        assert_eq!(OffsetMap::identity(a.input_len()).then(&a), a);
        assert_eq!(a.then(&OffsetMap::identity(a.output_len())), a);
        cases += 1;
    }
}

/// Of what does not fit, what there is: the bytes whose source is an output, in their order.
#[test]
fn maps_that_do_not_fit() {
    let mut r = Random(14);
    for _ in 0..4000 {
        let (first, second) = (random_script(&mut r, 8, 6), random_script(&mut r, 8, 6));
        let ((a, of_a), (b, mut of_b)) = (build(&first), build(&second));
        let len = of_a.of.len();
        of_b.of.iter_mut().for_each(|of| *of = of.start.min(len)..of.end.min(len));
        of_b.of.retain(|of| !of.is_empty());
        assert_answers(&a.then(&b), &of_a.then(&of_b), &(&first, &second));
    }
    assert_eq!(OffsetMap::identity(4).then(&OffsetMap::identity(10)), OffsetMap::identity(4));
}

/// Without tangles: in one, the range that covers two sources may cover a third.
#[test]
fn three_in_a_row_any_way() {
    let mut r = Random(13);
    for _ in 0..3000 {
        let mut maps: Vec<OffsetMap> = Vec::new();
        for _ in 0..3 {
            let mut script = random_script(&mut r, 6, 6);
            script.retain(|told| !matches!(told, Told::Rewritten(..)));
            script.push(Told::Rewritten(Vec::from([(0..2, 5)]), 3));
            let len = build(&script).0.input_len();
            let before = maps.last().map_or(len, OffsetMap::output_len);
            if len > before {
                script = Vec::from([Told::Same(before)]);
            } else {
                script.push(Told::Same(before - len));
            }
            maps.push(build(&script).0);
        }
        let [a, b, c] = [&maps[0], &maps[1], &maps[2]];
        assert_eq!(a.then(b).then(c), a.then(&b.then(c)));
    }
}

#[test]
fn rewinding_forgets_what_is_behind() {
    let mut r = Random(14);
    for _ in 0..4000 {
        let (head, tail, other) =
            (random_script(&mut r, 6, 40), random_script(&mut r, 6, 40), random_script(&mut r, 6, 40));
        let mut recorder = Recorder::new();
        let mut oracle = Oracle { input_len: 0, of: Vec::new() };
        tell(&mut recorder, &mut oracle, &head);
        let kept = oracle.clone();
        tell(&mut recorder, &mut oracle, &tail);
        recorder.rewind(kept.input_len);
        let mut oracle = kept;
        tell(&mut recorder, &mut oracle, &other);
        let map = recorder.finish(oracle.input_len, oracle.of.len());
        assert_means(&map, &oracle, &(&head, &tail, &other));
        assert_eq!(map, build(&[head, other].concat()).0);
    }
}

/// A block of any pattern at any place, against the same told piece by piece.
#[test]
fn blocks_mean_what_the_scalar_loop_says() {
    let mut r = Random(15);
    for round in 0..3000 {
        let src = r.below(70);
        let (keep, tail) = match round % 3 {
            0 => (random_bits(&mut r), random_bits(&mut r)),
            1 => (random_bits(&mut r) | random_bits(&mut r), random_bits(&mut r) & random_bits(&mut r)),
            _ => (!0 >> r.below(64) << r.below(64), 0),
        };
        let tail = tail & !1;
        let mut groups: Vec<(usize, usize)> = Vec::new();
        for i in 0..64 {
            let kept = (keep >> i & 1) as usize;
            match groups.last_mut() {
                Some(group) if tail >> i & 1 == 1 => *group = (group.0 + 1, group.1 + kept),
                _ => groups.push((1, kept)),
            }
        }
        let script: Vec<Told> = [Told::Same(src)]
            .into_iter()
            .chain(groups.iter().map(|&group| match group {
                (len, 0) => Told::Deleted(len),
                (1, 1) => Told::Same(1),
                // As many kept as there are, and yet tied.
                (len, to) if len == to => Told::Rewritten((0..to).map(|_| (0..len, 1)).collect(), len),
                (len, to) => Told::Shrunk(len, to),
            }))
            .chain([Told::Same(3)])
            .collect();
        let (map, oracle) = build(&script);
        let mut recorder = Recorder::new();
        recorder.block(src, src, keep, tail);
        let block = recorder.finish(oracle.input_len, oracle.of.len());
        assert_means(&block, &oracle, &(keep, tail));
        assert_eq!(block, map);
        if round % 50 == 0 {
            assert_answers(&block, &oracle, &(keep, tail));
        }
    }
}

fn random_bits(r: &mut Random) -> u64 {
    (0..4).fold(0, |bits, _| bits << 16 | r.below(1 << 16) as u64)
}

/// The same changes around the border of a block, from every start.
#[test]
fn borders_of_blocks_do_not_show() {
    for start in 0..4 {
        for at in 55..70 {
            let script = [
                Told::Same(start),
                Told::Deleted(1),
                Told::Same(at),
                Told::Shrunk(2, 1),
                Told::Deleted(2),
                Told::Shrunk(3, 2),
                Told::Same(1),
                Told::Deleted(130),
                Told::Shrunk(4, 1),
                Told::Same(2),
            ];
            let (map, oracle) = build(&script);
            assert_answers(&map, &oracle, &script);
            // The same in one window.
            let items: Vec<_> = oracle.of.iter().map(|of| (of.clone(), 1)).collect();
            let (other, _) = build(&[Told::Rewritten(items, oracle.input_len)]);
            assert_eq!(map, other);
            let (less, _) = build(&[&script[..8], &[Told::Shrunk(4, 2), Told::Same(1)]].concat());
            assert_eq!(less.output_len(), map.output_len());
            assert_ne!(map, less);
        }
    }
}

#[test]
fn alef_fatha_hamza() {
    // ا 0..2, fatha 2..4, hamza 4..6 → أ from all of it, fatha from the middle.
    let script = [Told::Same(3), Told::Rewritten(Vec::from([(0..6, 2), (2..4, 2)]), 6), Told::Same(2)];
    let (map, oracle) = build(&script);
    assert_answers(&map, &oracle, &script);
    assert_eq!(map.source(3..5), Span::new(3, 9));
    assert_eq!(map.source(5..7), Span::new(5, 7));
    assert_eq!(map.target(3..5), Span::new(3, 5));
    assert_eq!(map.target(5..7), Span::new(3, 7));
    assert_eq!(map.edits().collect::<Vec<_>>(), [Edit { source: Span::new(3, 9), target: Span::new(3, 7) }]);
}

/// Never at a border of the walk, and yet no lie is left.
#[test]
fn rewinding_into_a_character_takes_it_back() {
    for (src, changed) in [(5, false), (6, false), (7, true)] {
        let mut recorder = Recorder::new();
        recorder.deleted(2..3, 2);
        recorder.shrunk(4, 3, 3, 1);
        recorder.rewind(src);
        let map = recorder.finish(12, if changed { 9 } else { 11 });
        assert_eq!(map.edits().count(), 1 + usize::from(changed), "{src}");
    }
    let mut recorder = Recorder::new();
    recorder.rewritten(0, 0, [(0..6, 2), (2..4, 2)], 6);
    recorder.rewind(4);
    assert!(recorder.finish(6, 6).is_identity());
}

#[test]
fn a_character_from_nowhere_belongs_to_its_neighbour() {
    let mut recorder = Recorder::new();
    recorder.rewritten(0, 0, [(0..2, 2), (2..2, 1), (2..4, 2), (4..4, 1), (9..9, 1)], 4);
    let map = recorder.finish(4, 7);
    assert_eq!(map.source(2..3), Span::new(2, 3));
    assert_eq!(map.source(5..6), Span::new(3, 4));
    assert_eq!(map.source(6..7), Span::new(3, 4));
    assert_eq!(map.target(0..2), Span::new(0, 2));
}

#[test]
fn equal_only_when_each_byte_comes_from_the_same() {
    let two = |first: Range<usize>, second: Range<usize>| {
        let mut recorder = Recorder::new();
        recorder.rewritten(0, 0, [(first, 1), (second, 1)], 2);
        recorder.finish(2, 2)
    };
    assert_eq!(two(0..1, 1..2), OffsetMap::identity(2));
    assert_ne!(two(0..2, 0..2), OffsetMap::identity(2));
    assert_ne!(two(1..2, 0..1), OffsetMap::identity(2));
    assert_ne!(OffsetMap::identity(2), OffsetMap::identity(3));
    // Doubled, and one of both deleted.
    let mut doubled = Recorder::new();
    doubled.rewritten(0, 0, [(0..1, 2)], 1);
    let mut deleted = Recorder::new();
    deleted.deleted(0..1, 0);
    assert!(doubled.finish(1, 2).then(&deleted.finish(2, 1)).is_identity());
}

#[test]
fn nothing_told_is_the_identity() {
    let map = Recorder::new().finish(7, 7);
    assert!(map.is_identity() && map == OffsetMap::identity(7) && map.size() == 0);
    assert_eq!((map.source(2..9), map.target(3..3)), (Span::new(2, 7), Span::new(3, 3)));
    assert_eq!(OffsetMap::identity(0).source(0..5), Span::new(0, 0));
    // Letters that keep their length cost nothing.
    let mut recorder = Recorder::new();
    recorder.rewritten(0, 0, [(0..2, 2), (2..5, 3)], 5);
    assert!(recorder.finish(5, 5).is_identity());
}

/// A mark after every letter, digits of two bytes that become one: half a byte for a byte.
#[test]
fn memory_is_half_a_byte_for_a_byte() {
    let megabyte = 1 << 20;
    for script in [
        Vec::from([Told::Same(2), Told::Deleted(2)]),
        Vec::from([Told::Shrunk(2, 1)]),
        Vec::from([Told::Deleted(2)]),
        Vec::from([Told::Shrunk(3, 2), Told::Same(2), Told::Deleted(2)]),
    ] {
        let mut recorder = Recorder::new();
        let (mut src, mut out) = (0, 0);
        while src < megabyte {
            for told in &script {
                match *told {
                    Told::Same(len) => (src, out) = (src + len, out + len),
                    Told::Deleted(len) => {
                        recorder.deleted(src..src + len, out);
                        src += len;
                    }
                    Told::Shrunk(len, to) => {
                        recorder.shrunk(src, len, out, to);
                        (src, out) = (src + len, out + to);
                    }
                    Told::Rewritten(..) => unreachable!(),
                }
            }
        }
        let map = recorder.finish(src, out);
        assert!(map.size() * 2 <= src + src / 16, "{} for {script:?}", map.size());
    }
    let mut recorder = Recorder::new();
    for i in 0..megabyte {
        recorder.deleted(2 * i..2 * i + 2, 0);
    }
    assert!(recorder.finish(2 * megabyte, 0).size() <= 32);
}

#[test]
fn maps_can_be_sent_and_shared() {
    fn check<T: Send + Sync + Clone + Eq + fmt::Debug>() {}
    check::<OffsetMap>();
}
