/* The words of a search, and of what is searched.

   Thai has no spaces between words, so the theme's search finds nothing inside a phrase: both the
   index and the query are cut here by the browser's own word segmenter. Where no page has all words of
   a query, pages are asked for that have most of them. `search.js` passes all of it on. */
window.oitSearch = (() => {
  "use strict";
  const BREAK = "\u200b";
  const THAI = /[\u0e00-\u0e7f]+/g, THAI_DIGITS = /[\u0e50-\u0e59]/g;
  const segmenter = window.Intl && Intl.Segmenter && new Intl.Segmenter("th", { granularity: "word" });

  /* Two ways of typing the same letter are one: เ twice for แ, and the ring and า apart for ำ. */
  const normal = (text) => text.replace(/\u0e40\u0e40/g, "\u0e41").replace(/\u0e4d\u0e32/g, "\u0e33");
  const words = (text) => (segmenter ? [...segmenter.segment(text)].map((part) => part.segment) : [text]);
  const cut = (text) => normal(text).replace(THAI, (run) => words(run).join(BREAK));
  const arabic = (text) => text.replace(THAI_DIGITS, (digit) => digit.charCodeAt(0) - 0x0e50);

  const prepareDocument = (entry) => ({ ...entry, title: cut(entry.title), text: cut(entry.text) });

  /* "15", "o 15", "ข้อ ๑๕" mean the item O15; each Thai word must be there, as part of one at least. */
  const prepareQuery = (text) =>
    arabic(normal(text))
      .replace(/^\s*(?:ข้อ(?:ที่)?)?\s*o?\s*(\d{1,2})\s*$/i, "+o$1")
      .replace(/(?:ข้อ(?:ที่)?\s*)?\bo\s*(\d{1,2})\b/gi, "o$1")
      .replace(THAI, (run) => ` ${words(run).map((word) => `+*${word}*`).join(" ")} `);

  /* Some of the words, those that say something, and what differs from them by one letter. */
  const TELLING = /^(?!(?:กับ|การ|ของ|จาก|ต้อง|ที่|ทั้ง|ทำไม|เป็น|เพื่อ|และ|หรือ|ให้|ได้|อย่าง|ไหน|the|and|for)$)[\p{L}\p{M}]{3,}$/iu;
  const isLong = (word) => word.length > 4;
  const tellingOf = (text) =>
    [...new Set(cut(text).toLowerCase().split(/[^\p{L}\p{M}]+/u))].filter((word) => TELLING.test(word));
  const loosely = (text) =>
    tellingOf(text).map((word) => (isLong(word) ? `*${word}* ${word}~1` : `*${word}*`)).join(" ");

  /* The pages that are closest to these words, none if even they are far: a word in a title or among
     those a page is known by counts twice. An item is a page, then its sections; what was found is marked. */
  const marksIn = (texts) =>
    [...JSON.stringify(texts).toLowerCase().matchAll(/<mark[^>]*>([^<]*)/g)].map(([, mark]) => mark);
  const isAlike = (mark, word) => mark.includes(word)
    || (isLong(word) && mark[0] === word[0] && Math.abs(mark.length - word.length) < 2);
  const closest = (items, text) => {
    const telling = tellingOf(text);
    const closenessOf = (item) => {
      const names = marksIn(item.map(({ title, tags }) => [title, tags])), all = marksIn(item);
      const countIn = (marks) => telling.filter((word) => marks.some((mark) => isAlike(mark, word))).length;
      return countIn(names) + countIn(all);
    };
    const closeness = items.map(closenessOf), most = Math.max(...closeness);
    return most >= telling.length ? items.filter((_, place) => closeness[place] === most) : [];
  };

  /* Some pages before others, by their scores too, which say where Enter leads. */
  const first = (isFirst, items) => {
    const best = Math.max(...items.map(([page]) => page.score));
    const raised = items.filter(isFirst).map(([page, ...sections]) =>
      [{ ...page, score: page.score + best }, ...sections]);
    return [...raised, ...items.filter((item) => !isFirst(item))];
  };

  /* Pages that people know by the whole of what was asked (their tags) come first, and those in the
     reader's language before others. */
  const ordered = (items, text) => {
    const name = normal(text).trim().toLowerCase();
    const isKnown = ([page]) => page.tags?.some((tag) => tag.replace(/<[^>]*>/g, "").toLowerCase().includes(name));
    const isReadable = ([page]) => page.location.startsWith("en/") === (document.documentElement.lang === "en");
    return first(isReadable, first(isKnown, items));
  };

  return { prepareDocument, prepareQuery, loosely, closest, ordered };
})();
