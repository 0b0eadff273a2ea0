/* The words of a search: pure functions, which the worker of the search calls (search-worker.js).

   Thai has no spaces between words: a question is cut by the browser's own segmenter. It becomes
   notions, each with all words that may say it (search-words.json). Pages are not cut: a word is
   looked for wherever it stands, and only one that stands nowhere is compared with theirs. */
self.oitWords = (() => {
  "use strict";
  const BREAK = "\u200b";
  const THAI = /[\u0e00-\u0e7f]+/g, THAI_DIGITS = /[\u0e50-\u0e59]/g, SEPARATOR = /[\s\u200b\-,:=[\]()"/+*~^?!“”]+/;
  const segmenter = self.Intl && Intl.Segmenter && new Intl.Segmenter("th", { granularity: "word" });

  /* Two ways of typing the same letter are one: เ twice for แ, and the ring and า apart for ำ. What is
     found in the second of these is as long as the first, so that it can be marked there. */
  const folded = (text) => text.replace(/\u0e40\u0e40/g, "\u0e41").replace(/\u0e4d\u0e32/g, "\u0e33");
  const normal = (text) => folded(text).toLowerCase()
    .replace(THAI_DIGITS, (digit) => digit.charCodeAt(0) - 0x0e50);
  const words = (text) => (segmenter ? [...segmenter.segment(text)].map((part) => part.segment) : [text]);
  const cut = (text) => text.replace(THAI, (run) => words(run).join(BREAK)).split(SEPARATOR);

  /* The notions of a question: "15", "o 15", "ข้อ ๑๕" are the item O15; known words, the longest first;
     then what the segmenter finds (a known word may stand alone: ร้องเรียน is one word, not two). Words
     that only ask (ใคร, เท่าไร) are left out where others remain. */
  const NUMBER = /^\s*(?:ข้อ(?:ที่)?)?\s*o?\s*0?(\d{1,2})\s*$|(?:ข้อ(?:ที่)?\s*)?\bo\s*0?(\d{1,2})\b/;
  const notionsOf = (question, known) => {
    let rest = normal(question).trim();
    const notions = [], number = NUMBER.exec(rest);
    if (number) {
      notions.push({ item: `o${Number(number[1] ?? number[2])}` });
      rest = rest.replace(number[0], " ");
    }
    for (const { word, alike } of known.words) {
      if (!(/^[a-z]/.test(word) ? new RegExp(`\\b${word}\\b`).test(rest) : rest.includes(word))) continue;
      notions.push({ words: [word, ...alike] });
      rest = rest.replace(word, " ");
    }
    const cutRest = cut(rest).filter((word) => /[\p{L}\p{N}]/u.test(word));
    const telling = cutRest.filter((word) => !known.ignored.has(word) && word.length > 1);
    const left = telling.length || notions.length ? telling : cutRest;
    return [...notions, ...[...new Set(left)].map((word) => ({ words: [word] }))];
  };

  /* The data as they are asked: every word with the others of its group, long ones first. */
  const knownOf = ({ th, en }) => ({
    ignored: new Set([...th.ignored, ...en.ignored]),
    words: [...th.alike, ...en.alike].flatMap((group) => group.map(normal).map((word, place, all) =>
      ({ word, alike: all.filter((other) => other !== word) }))).sort((a, b) => b.word.length - a.word.length),
  });

  /* A long word with one letter put in, left out, changed, or in the place of its neighbour; the first
     letter is right. */
  const escaped = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const resembling = (word) => new RegExp([...word].slice(1).flatMap((letter, place) => {
    const before = escaped(word.slice(0, place + 1)), after = word.slice(place + 2), [next = ""] = after;
    return [`${before}.${escaped(letter + after)}`, `${before}.?${escaped(after)}`,
      ...(next ? [before + escaped(next + letter + after.slice(1))] : [])];
  }).join("|"), "g");

  /* Whether a whole word stands at a place of a text, of which only the surroundings are cut. */
  const AROUND = 40;
  const isWord = (text, place, length) => {
    if (!segmenter) return true;
    const from = Math.max(0, place - AROUND);
    const found = segmenter.segment(text.slice(from, place + length + AROUND)).containing(place - from);
    return found.index === place - from && found.segment.length === length;
  };

  /* The notions with the words of `text`, all that pages say, which resemble theirs. A word that stands
     somewhere is spelled right: ร้องเรียน is no misspelt โรงเรียน. */
  const LONG = 5;
  const nearOf = (word, text) => {
    if (word.length < LONG || text.includes(word)) return [];
    const found = [...text.matchAll(resembling(word))].filter(({ 0: other, index }) => isWord(text, index, other.length));
    return [...new Set(found.map(([other]) => other))];
  };
  const compared = (notions, text) => notions.map((notion) =>
    (notion.item ? notion : { ...notion, near: nearOf(notion.words[0], text) }));

  return { folded, normal, notionsOf, knownOf, compared, escaped };
})();
