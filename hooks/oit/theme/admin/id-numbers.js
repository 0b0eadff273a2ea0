/* Whether a file that somebody chose holds a Thai national ID number, found on their own machine.
   The same rule as hooks/oit/evidence/personal.py: thirteen digits, together or in groups, whose
   last one agrees with the others. */
(() => {
  "use strict";
  const INVISIBLE = new RegExp("[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
    + "\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0"
    + "\\u{e0000}-\\u{e0fff}]", "gu");
  const GAP = "(?:\\s?[-\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d]\\s?|[^\\S\\r\\n])";
  const NUMBER = new RegExp(
    `(?<!\\d)\\d(?=(${GAP}\\d{4}${GAP}\\d{5}${GAP}\\d{2}${GAP}\\d|(?<!\\d\\.\\d)\\d{12}(?!\\.\\d))(?!\\d))`, "g");
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
  const hasIdNumber = (text) => {
    const seen = text.replace(INVISIBLE, "")
      .replace(/(?![0-9])\p{Nd}/gu, value).replace(HASH, "#");
    return [...seen.matchAll(NUMBER)]
      .some((match) => agrees([...(match[0] + match[1]).matchAll(/\d/g)].map(Number)));
  };

  /* Marks inside a paragraph are nothing; those around one keep numbers apart. */
  const words = (xml) => xml
    .replace(/<\/?(?:w:(?:r|t|rPr|b|i|lang|proofErr)|text:span|t|r|rPr)\b[^>]*>/g, "").replace(/<[^>]*>/g, "\n");
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
    return texts.some(hasIdNumber) ? "found" : "clear";
  };
})();
