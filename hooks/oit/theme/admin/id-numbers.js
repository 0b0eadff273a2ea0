/* Whether a file that somebody chose holds a Thai national ID number, found on their own machine.
   The same rule as hooks/oit/evidence/id_numbers.py: thirteen digits, together, in groups, or each by
   itself, whose last one agrees with the others. What the words before a number say of it is left to
   people here: "unread" asks them. */
(() => {
  "use strict";
  const INVISIBLE = new RegExp("[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
    + "\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0"
    + "\\u{e0000}-\\u{e0fff}]", "gu");
  const MARKS = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d./_\\\\\u00b7\uff0e\uff0f\uff3f";
  const GAP = `[\\s${MARKS}]{1,4}`;
  const NUMBER = new RegExp(
    `(?<!\\d)\\d(?=(${GAP}\\d{4}${GAP}\\d{5}${GAP}\\d{2}${GAP}\\d|(?<!\\d\\.\\d)\\d{12}(?!\\.\\d))(?!\\d))`, "g");
  const SPACED = new RegExp(`(?<!\\d)\\d(?!\\d)(?:[\\s${MARKS}|]{1,4}\\d(?!\\d))*`, "g");
  const OF_THINGS = /(?:เลข|รหัส)[^\d\n]{0,20}(?:โครงการ|สัญญา|ใบสั่ง|ใบแจ้งหนี้|ใบเสร็จ|ครุภัณฑ์|พัสดุ|สินค้า)|(?:โครงการ|สัญญา)\s?เลขที่|บาร์โค้ด/;
  const HASH = new RegExp([32, 40, 56, 64, 96, 128]
    .map((length) => `(?<![0-9A-Za-z])[0-9A-Fa-f]{${length}}(?![0-9A-Za-z])`).join("|"), "g");
  const PLAIN = /\.(csv|txt|json|geojson)$/i;
  const PACKED = /\.(xlsx|docx|ods|odt)$/i;

  const agrees = (digits) => {
    const sum = digits.slice(0, 12).reduce((all, digit, place) => all + digit * (13 - place), 0);
    return digits[0] >= 1 && digits[0] <= 8 && digits[12] === (11 - (sum % 11)) % 10;
  };
  /* Decimal digits of a script follow each other from zero, so a digit is how many are before it. */
  const value = (digit) => {
    let before = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(digit.codePointAt(0) - before - 1))) before += 1;
    return String(before % 10);
  };
  const digitsOf = (text) => [...text.matchAll(/\d/g)].map(Number);
  /* Tabs, ends of lines, and blanks between decimal numbers are those of a table. */
  const isOfColumns = (gaps) => {
    const blank = gaps.filter((gap) => !gap.trim());
    return gaps.some((gap) => gap.includes("\t")) || blank.filter((gap) => gap.includes("\n")).length > 1
      || (gaps.includes(".") && blank.length > 0);
  };
  const isBarCode = (digits) => digits.slice(0, 3).join("") === "885"
    && digits.slice(0, 12).reduce((all, digit, place) => all + digit * (1 + 2 * (place % 2)), digits[12]) % 10 === 0;
  const isNumber = (match) => {
    const digits = digitsOf(match[0] + match[1]);
    const gaps = match[1].match(/\D+/g);
    return agrees(digits) && !(gaps ? isOfColumns(gaps) : isBarCode(digits));
  };
  const mostAgree = (groups) => groups.filter(agrees).length * 2 > groups.length;
  const seenIn = (text) => {
    const shown = text.replace(INVISIBLE, "").replace(/(?![0-9])\p{Nd}/gu, value);
    const spaced = [...shown.matchAll(SPACED)].map((match) => digitsOf(match[0]));
    if (mostAgree(spaced.filter((digits) => digits.length === 13))) return "found";
    if (![...shown.replace(HASH, "#").matchAll(NUMBER)].some(isNumber)) return "clear";
    return OF_THINGS.test(shown) ? "unread" : "found";
  };

  /* Marks inside a paragraph are nothing; those around one keep numbers apart. A cell with a shared
     text holds only its index. */
  const words = (xml) => xml
    .replace(/<c\b[^>]*\bt="s"[^>]*><v>\d+<\/v>/g, "\n")
    .replace(/<\/?(?:w:(?:r|t|rPr|b|i|lang|proofErr)|text:span|t|r|rPr)\b[^>]*>/g, "").replace(/(?:<[^>]*>)+/g, "\n");
  const packedTexts = async (file) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const parts = fflate.unzipSync(bytes, { filter: (part) => part.name.endsWith(".xml") });
    return Object.values(parts).map((part) => words(fflate.strFromU8(part)));
  };
  /* Texts of a file; `null` where a browser cannot read it, as a PDF or a picture. */
  const textsOf = async (file) => {
    if (PLAIN.test(file.name)) return [await file.text()];
    if (!PACKED.test(file.name)) return null;
    try { return await packedTexts(file); } catch { return null; }
  };

  /* "found", "clear", or "unread" where people must look themselves. */
  window.oitIdNumbers = async (file) => {
    const texts = await textsOf(file);
    if (texts === null) return "unread";
    const seen = texts.map(seenIn);
    return ["found", "unread"].find((answer) => seen.includes(answer)) ?? "clear";
  };
})();
