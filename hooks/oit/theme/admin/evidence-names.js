/* The name of a file in its item's folder, as `oit add` gives it (hooks/oit/records/evidence_names.py), and
   the month that the name says which it came with (hooks/oit/evidence/period_labels.py reads more of them). */
window.oitEvidenceNames = (() => {
  "use strict";
  const FREQUENCY = /^(?:monthly|quarterly|semiannual|annual)-/;
  const OFFSET = 543;
  const MONTHS = [...Array(12).keys()];

  const partsOf = (name) => {
    const end = name.lastIndexOf(".");
    return end < 0 ? ["", ""] : [name.slice(0, end), name.slice(end + 1).toLowerCase()];
  };
  const token = (period) => period.replace(/^FY/, "").toLowerCase();
  const newestFirst = (one, other) => (
    one.published === other.published ? 0 : one.published < other.published ? 1 : -1);
  /* The names of earlier files with their period replaced, where it stands in them once. */
  const earlierStem = (known, requirement, period) => [...known].sort(newestFirst)
    .filter((entry) => period && entry.file && entry.for === requirement && (entry.periods || []).length === 1)
    .map((entry) => partsOf(entry.file)[0].split(token(entry.periods[0])))
    .filter((around) => around.length === 2)
    .map((around) => around.join(token(period)))[0];
  const ownStem = (requirement, period) => [requirement.replace(FREQUENCY, ""), ...(period ? [token(period)] : [])].join("-");

  const named = ({ source, requirement, period, known, taken }) => {
    const stem = earlierStem(known, requirement, period) || ownStem(requirement, period);
    const ending = partsOf(source)[1] && `.${partsOf(source)[1]}`;
    const lower = new Set(taken.map((name) => name.toLowerCase()));
    const name = (number) => `${stem}${number > 1 ? `-${number}` : ""}${ending}`;
    let number = 1;
    while (lower.has(name(number))) number += 1;
    return name(number);
  };

  /* Names of months, the longest first: Thai ones also without their full stops. */
  const formatted = (language, month) => MONTHS.map((index) => (
    new Intl.DateTimeFormat(language, { month, timeZone: "UTC" }).format(Date.UTC(2025, index))));
  const [thaiLong, thaiShort, englishLong] = [["th", "long"], ["th", "short"], ["en", "long"]]
    .map(([language, month]) => formatted(language, month));
  const english = [englishLong, englishLong.map((name) => name.slice(0, 3))].flatMap((names) => [names, names.map((name) => name.toUpperCase())]);
  const numbers = new Map([thaiLong, thaiShort, thaiShort.map((name) => name.replaceAll(".", "")), ...english]
    .flatMap((names) => names.map((name, index) => [name, index + 1])));
  const names = [...numbers.keys()].sort((one, other) => other.length - one.length)
    .map((name) => name.replaceAll(".", "\\.")).join("|");

  const NUMBERING = /(?:(?<![ก-์])สขร\.? ?1(?!\d)|\bO\d{1,2}(?!\d)|^\s*\d{1,2}(?=[ .)_-]+\p{L}))[ .)_-]*/gu;
  const NAMED = new RegExp(`(?<![\\p{L}\\p{M}\\d.])(\\d{1,2}[ -]?)?(?:เดือน|ประจำเดือน)?(${names})(?![\\p{L}\\p{M}])[ ._-]{0,2}(?:พ\\.? ?ศ\\.? ?)?([12]\\d{3}|[5-9]\\d)?(?![\\d])`, "gu");
  const FIGURES = /(?<![\d/.-])([12]\d{3})[-_](\d{1,2})(?![\d/_-])/g;
  const two = (number) => String(number).padStart(2, "0");
  const yearOf = (digits) => {
    const year = Number(digits) + (digits.length === 2 ? 2500 : 0);
    return year > 2400 ? year - OFFSET : year;
  };
  const key = (digits, month) => (digits ? `${yearOf(digits)}-${two(month)}` : two(month));
  /* The one month that the name of a file says, `2025-03` or `03`; `null` where it says none, a day of
     one, or several. */
  const monthNamed = (name) => {
    const text = (partsOf(name)[0] || name).replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0x0e50)
      .replace(NUMBERING, "").replace(/(?<=[\p{L}_])-(?=\d)/gu, " ");
    const words = [...text.matchAll(NAMED)];
    const figures = [...text.matchAll(FIGURES)].filter(([, , month]) => month >= 1 && month <= 12);
    if (words.length + figures.length !== 1 || words.some(([, day]) => day)) return null;
    const [month] = [...words.map(([, , word, year]) => key(year, numbers.get(word))), ...figures.map(([, year, number]) => key(year, Number(number)))];
    return month;
  };

  const LENGTHS = { Q: 3, H: 6 };
  const monthsOf = (period) => {
    const [, year, kind, part] = /^FY(\d{4})(?:-([QH])(\d))?$/.exec(period) || [];
    if (!year) return [period];
    const length = LENGTHS[kind] || 12;
    const first = 9 + length * ((part || 1) - 1);
    return [...Array(length).keys()].map((index) => new Date(Date.UTC(year - OFFSET - 1, first + index)).toISOString().slice(0, 7));
  };
  /* The month that a name says, where none of the periods of its entry has it; else `null`. */
  const otherMonth = (name, periods) => {
    const month = monthNamed(name);
    const months = periods.flatMap(monthsOf);
    return month && months.length && !months.some((one) => one.endsWith(month)) ? month : null;
  };

  return { named, monthNamed, otherMonth };
})();
