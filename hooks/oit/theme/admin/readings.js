/* Days, periods and answers as offices write them, read as the values that a record has. The same
   readings as those of the gate (hooks/oit/model/written_dates.py), whose words it is given: what is read
   here is read so there, and what could mean two things is `null` in both. */
window.oitReadings = (words) => {
  "use strict";
  const OFFSET = 543;
  const FIRST_DAY = "1997-01-01";
  const LAST_DAY = "2096-12-31";
  const FIGURES = /^(\d{4}|\d{2})([-/.–])(\d{1,2})\2(\d{1,2})$|^(\d{1,2})([-/.–])(\d{1,2})\6(\d{4}|\d{2})$/;
  const TIME = /^(\S*\d)[tT ]\s*\d{1,2}:\d{2}(?::\d{2})?$/;

  const normalised = (text) => Object.entries(words.letters).reduce(
    (plain, [apart, whole]) => plain.replaceAll(apart, whole),
    text.toLowerCase().replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0x0e50).replace(/\s/g, ""));
  const withoutStops = (text) => normalised(text).replaceAll(".", "");
  const escaped = (word) => word.replace(/[/\\^$*+?.()|[\]{}]/g, "\\$&");
  const either = (...names) => names.flatMap((name) => words[name])
    .sort((one, other) => other.length - one.length).map(escaped).join("|");
  const eras = Object.values(words.eras).flat().join("|");
  const one = (found) => (new Set(found).size === 1 ? found[0] : null);

  const months = Object.fromEntries(["th", "en"].flatMap((language) => ["long", "short"].flatMap((month) => {
    const names = new Intl.DateTimeFormat(language, { month, timeZone: "UTC" });
    return [...Array(12).keys()].map((index) => [withoutStops(names.format(Date.UTC(2025, index))), index + 1]);
  })));
  Object.entries(words.months).forEach(([number, names]) => names.forEach((name) => { months[name] = Number(number); }));

  const two = (number) => String(number).padStart(2, "0");
  /* The year of the Common Era; `null` where the era beside it, or two digits, leave it open. */
  const yearOf = (digits, era = "") => {
    const year = Number(digits);
    const isBuddhist = !words.eras.common.includes(era);
    if (digits.length === 2) return year >= 40 && isBuddhist ? 2500 + year - OFFSET : null;
    if (year > 2400 && year <= 2900) return isBuddhist ? year - OFFSET : null;
    return year >= 1900 && year <= 2400 && !words.eras.buddhist.includes(era) ? year : null;
  };
  const dayOf = (year, month, day) => {
    if (!year || !month) return null;
    const iso = `${year}-${two(month)}-${two(day)}`;
    const real = new Date(`${iso}T00:00:00Z`);
    const isReal = !Number.isNaN(real.valueOf()) && real.toISOString().slice(0, 10) === iso;
    return isReal && iso >= FIRST_DAY && iso <= LAST_DAY ? iso : null;
  };

  const DAY = new RegExp(`^(?:${either("date")})?(\\d{1,2})(?:${either("month")})?(\\D+?)(?:${either("year")})?(${eras})?(\\d{4}|\\d{2})$`);
  const MONTH = new RegExp(`^(?:${either("month")})?(\\D+?)(?:${either("year")})?(${eras})?(\\d{4}|\\d{2})$`);
  const FISCAL = `(?:${either("fiscal_year", "year")})?(${eras})?(\\d{4})$`;
  const QUARTER = new RegExp(`^(?:${either("quarter")})([1-4])(?:${either("of")})?${FISCAL}`);
  const HALF = new RegExp(`^(?:${either("half_year")})?(${either("first_half", "second_half")})(?:${either("of")})?${FISCAL}`);
  const YEAR = new RegExp(`^(?:${either("fiscal_year")})(${eras})?(\\d{4})$`);

  /* Two digits of a year stand beside a Thai name alone. */
  const namedYear = (name, era, digits) => (
    digits.length === 2 && /^[a-z]/.test(name) ? null : yearOf(digits, era));
  const dayInFigures = (text) => {
    const found = FIGURES.exec(text);
    if (!found) return [];
    const [, first, , month, last, day, , middle, year] = found;
    const ways = [
      first && dayOf(yearOf(first), month, last),
      year && (dayOf(yearOf(year), middle, day) || dayOf(yearOf(year), day, middle)),
    ];
    return ways.filter(Boolean);
  };
  const dayInWords = (text) => {
    const found = DAY.exec(text.replace(/[,\-/–]/g, ""));
    const [, day, name, era, year] = found || [];
    const iso = found && dayOf(namedYear(name, era, year), months[name], day);
    return iso ? [iso] : [];
  };
  const month = (text) => {
    const figures = normalised(text).replace(new RegExp(`^(?:${either("month")})`), "");
    const [, year, number] = /^(\d{4}|\d{2})[-/.](\d{1,2})$/.exec(figures) || [];
    const [, before, after] = /^(\d{1,2})[-/.](\d{4}|\d{2})$/.exec(figures) || [];
    const [, name, era, beside] = MONTH.exec(withoutStops(text)) || [];
    const ways = [
      year && [yearOf(year), Number(number)],
      after && [yearOf(after), Number(before)],
      name && [namedYear(name, era, beside), months[name]],
    ];
    const known = ways.filter((way) => way && way[0] && way[1] >= 1 && way[1] <= 12);
    return one(known.map(([common, index]) => `${common}-${two(index)}`));
  };
  const fiscal = (era, digits, part = "") => {
    const year = yearOf(digits, era);
    return year && `FY${year + OFFSET}${part}`;
  };

  return {
    date: (text) => {
      const day = (TIME.exec(text.trim()) || [text, text])[1];
      return one([...dayInFigures(normalised(day)), ...dayInWords(withoutStops(day))]);
    },
    period: (text) => {
      const plain = withoutStops(text);
      const [quarter, half, year] = [QUARTER, HALF, YEAR].map((form) => form.exec(plain));
      if (quarter) return fiscal(quarter[2], quarter[3], `-Q${quarter[1]}`);
      if (half) return fiscal(half[2], half[3], words.first_half.includes(half[1]) ? "-H1" : "-H2");
      return month(text) || (year && fiscal(year[1], year[2]));
    },
    truth: (text) => {
      const meant = Object.keys(words.truths).filter((truth) => [truth, ...words.truths[truth]].includes(withoutStops(text)));
      return meant.length === 1 ? meant[0] === "true" : null;
    },
  };
};
