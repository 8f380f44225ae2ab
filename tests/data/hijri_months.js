// Month starts of a Hijri calendar of CLDR as Node's ICU has them: the independent side of tests/calendar.rs.
//
//     node tests/data/hijri_months.js islamic-umalqura 1300 1600 1 > tests/data/icu_umm_al_qura.tsv
//     node tests/data/hijri_months.js islamic-civil 1 1600 7 > tests/data/icu_islamic_civil.tsv
//     node tests/data/hijri_months.js islamic-tbla 1 1600 7 > tests/data/icu_islamic_tbla.tsv
//
// Walks every day and writes what `Intl` calls the first of a month; it knows no calendar arithmetic.
const [calendar, first, last, step] = process.argv.slice(2);
const DAY = 86_400_000;
const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
  timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric', era: 'short',
});
const hijri = (ms) => {
  const part = Object.fromEntries(format.formatToParts(new Date(ms)).map((p) => [p.type, p.value]));
  return { year: part.era === 'AH' ? +part.year : 1 - part.year, month: +part.month, day: +part.day };
};
// A mean year has 354.367 days; ten days earlier is in the year before or at the end of it.
const near = (year) => Date.UTC(1970, 0, 1) + (-492148 + Math.floor((year - 1) * 354.367) - 10) * DAY;
console.log(`# node tests/data/hijri_months.js ${[calendar, first, last, step].join(' ')}`);
console.log(`# Node ${process.version}, ICU ${process.versions.icu}, CLDR ${process.versions.cldr} (Unicode-3.0)`);
console.log('# year, first day of Muharram (proleptic Gregorian), lengths of the twelve months');
for (let year = +first; year <= +last; year += +step) {
  let ms = near(year);
  for (let at = hijri(ms); !(at.year === year && at.month === 1 && at.day === 1); at = hijri(ms)) ms += DAY;
  const start = new Date(ms).toISOString().slice(0, 10);
  const lengths = [];
  for (let month = 1; month <= 12; month++) {
    let length = 0;
    do { ms += DAY; length++; } while (hijri(ms).day !== 1);
    lengths.push(length);
  }
  console.log([year, start, ...lengths].join('\t'));
}
