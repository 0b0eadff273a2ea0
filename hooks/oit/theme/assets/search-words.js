/* The words of a search, and which pages answer it: pure functions, which `search.js` calls.

   Thai has no spaces between words: index and question are cut by the browser's own segmenter. A
   question becomes notions, each with all words that may say it (search-words.json). Pages are ordered
   by how well they cover the notions: in a name, a heading or the text. */
window.oitSearch = (() => {
  "use strict";
  const BREAK = "\u200b";
  const THAI = /[\u0e00-\u0e7f]+/g, THAI_DIGITS = /[\u0e50-\u0e59]/g, SEPARATOR = /[\s\u200b\-,:=[\]()"/+*~^?!“”]+/;
  const segmenter = window.Intl && Intl.Segmenter && new Intl.Segmenter("th", { granularity: "word" });

  /* Two ways of typing the same letter are one: เ twice for แ, and the ring and า apart for ำ. */
  const normal = (text) => text.toLowerCase()
    .replace(/\u0e40\u0e40/g, "\u0e41").replace(/\u0e4d\u0e32/g, "\u0e33")
    .replace(THAI_DIGITS, (digit) => digit.charCodeAt(0) - 0x0e50);
  const words = (text) => (segmenter ? [...segmenter.segment(text)].map((part) => part.segment) : [text]);
  const cut = (text) => text.replace(THAI, (run) => words(run).join(BREAK));
  const prepareDocument = (entry) => ({ ...entry, title: cut(entry.title), text: cut(entry.text) });
  const plain = (html) => normal(html.replace(/<[^>]*>/g, " ").replace(/\u200b/g, ""));

  /* What stands in the index of each page, by its address: names, headings, all text. */
  const pagesOf = (docs, sampleWords) => {
    const pages = new Map();
    for (const { location, title, name = "", text, tags = [], boost = 1 } of docs) {
      const path = location.split("#")[0];
      if (!pages.has(path)) {
        const names = [title, ...tags, ...(name ? [name] : [])].map(plain);
        pages.set(path, { path, name, names, headings: "", text: "", isForStaff: boost < 1 || /(^|\/)guide\//.test(path), hasSample: false });
      }
      const page = pages.get(path);
      page.headings += ` ${plain(title)}`;
      page.text += ` ${plain(text)}`;
      page.hasSample ||= sampleWords.some((word) => `${title} ${text}`.includes(word));
    }
    return [...pages.values()];
  };

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
    const cutRest = cut(rest).split(SEPARATOR).filter((word) => /[\p{L}\p{N}]/u.test(word));
    const telling = cutRest.filter((word) => !known.ignored.has(word) && word.length > 1);
    const left = telling.length || notions.length ? telling : cutRest;
    return [...notions, ...[...new Set(left)].map((word) => ({ words: [word] }))];
  };

  /* The data as they are asked: every word with the others of its group, long ones first. */
  const knownOf = ({ alike, ignored }) => ({
    ignored: new Set(ignored),
    words: alike.flatMap((group) => group.map(normal).map((word, place, all) =>
      ({ word, alike: all.filter((other) => other !== word) }))).sort((a, b) => b.word.length - a.word.length),
  });

  /* What the worker is asked: any of the words; a long one that stands nowhere also with one letter
     otherwise. A word that stands somewhere is spelled right: ร้องเรียน is no misspelt โรงเรียน. */
  const isLong = (word) => word.length > 4;
  const questionOf = (notions, pages) => {
    const isKnown = (word) => pages.some(({ names, text }) => text.includes(word) || names.some((name) => name.includes(word)));
    const asked = (word) => (isLong(word) && !isKnown(word) ? `*${word}* ${word}~1` : `*${word}*`);
    return [...new Set(notions.flatMap(({ item, words: all }) =>
      item ? [item] : all.flatMap((word) => cut(word).split(SEPARATOR)).filter(Boolean).map(asked)))].join(" ");
  };

  const IN_NAME = 5, IN_HEADING = 2.5, IN_TEXT = 1, ALIKE = 0.8, LIKE_A_NAME = 3, IS_NAME = 9, WHOLE = 1.6, OLDER = 0.5, OWNER = 0.5;
  const isNear = (mark, word) => isLong(word) && mark[0] === word[0] && Math.abs(mark.length - word.length) < 2;
  const isLatin = (word) => /^[a-z0-9]/.test(word);
  const has = (text, word) => (isLatin(word) ? ` ${text.replace(/[^a-z0-9.]+/g, " ")}`.includes(` ${word}`) : text.includes(word));
  const weightOf = (page, word) => {
    if (page.names.includes(word)) return IS_NAME;
    if (page.names.some((name) => has(name, word))) return IN_NAME;
    if (has(page.headings, word)) return IN_HEADING;
    return has(page.text, word) ? IN_TEXT : 0;
  };
  const nearness = (page, word) => {
    if (page.markedNames.some((mark) => isNear(mark, word))) return LIKE_A_NAME;
    return page.marked.some((mark) => isNear(mark, word)) ? ALIKE : 0;
  };
  const coverage = (page, { item, words: all }) => {
    if (item) return page.path.endsWith(`/${item}/`) ? IS_NAME * 2 : 0;
    const weights = all.map((word, place) => weightOf(page, word) * (place ? ALIKE : 1));
    return Math.max(...weights) || nearness(page, all[0]);
  };

  const marksIn = (texts) => [...JSON.stringify(texts).toLowerCase().matchAll(/<mark[^>]*>([^<]*)/g)].map(([, mark]) => mark);

  /* The worker marks whole words of which it knows a piece: of these, only what was asked for is kept. */
  const isMeant = (mark, notions) => notions.some(({ item, words: all }) => mark && (item ? item === mark
    : all.some((word) => word.includes(mark) || mark.includes(word) || isNear(mark, word))));
  const withMarks = (page, found, notions) => {
    const meant = (html) => html.replace(/<mark[^>]*>([^<]*)<\/mark>/g, (all, mark) => (isMeant(plain(mark).trim(), notions) ? all : mark));
    const item = found.map((entry) => ({ ...entry, title: meant(entry.title), text: meant(entry.text), tags: (entry.tags ?? []).map(meant) }));
    return { ...page, item, marked: marksIn(item), markedNames: marksIn(item.map(({ title, tags }) => [title, tags])) };
  };

  /* The language that is asked for: the letters tell, unless a page of the reader's is known by that name. */
  const isEnglish = (path) => path.startsWith("en/");
  const languageOf = (name, candidates, reader) => {
    if (/[\u0e00-\u0e7f]/.test(name)) return "th";
    const isKnown = candidates.some(({ path, names }) => isEnglish(path) === (reader === "en") && names.some((other) => other.includes(name)));
    return isKnown || !/[a-z]{3}/.test(name) ? reader : "en";
  };

  /* The pages that answer, best first: those that cover every notion, or enough of them, in names
     above all; none where all say too little. A word that few pages have tells more than one of many. */
  const answersOf = (items, pages, notions, question, reader) => {
    const byPath = new Map(pages.map((page) => [page.path, page]));
    const candidates = items.map((item) => withMarks(byPath.get(item[0].location.split("#")[0]), item, notions));
    const name = normal(question).trim();
    const covered = candidates.map((page) => notions.map((notion) => coverage(page, notion)));
    const rarity = notions.map((_, place) =>
      Math.log(1 + pages.length / (1 + covered.filter((weights) => weights[place]).length)));
    const isWhole = (weights) => weights.every(Boolean);
    const closenessOf = (weights) => weights.reduce((sum, weight) => sum + (weight >= LIKE_A_NAME ? 2 : weight ? 1 : 0), 0);
    const language = languageOf(name, candidates, reader);
    const newest = Math.max(...pages.map(({ path }) => parseInt(path.replace("en/", ""), 10) || 0));
    const scoreOf = (page, weights) => {
      const year = parseInt(page.path.replace("en/", ""), 10) || newest;
      const known = page.names.some((other) => other.includes(name)) ? 20 : 0;
      const within = page.names.some((other) => other.length > 3 && name.includes(other)) ? 8 : 0;
      const isOwner = /(^|\/)divisions\/./.test(page.path) && !name.includes(page.names[0]);
      const sum = weights.reduce((before, weight, place) => before + weight * rarity[place], known + within);
      return sum * (isWhole(weights) ? WHOLE : 1) * (year < newest ? OLDER : 1) * (isOwner ? OWNER : 1);
    };
    const shown = candidates.map((page, place) => ({ page, weights: covered[place] }))
      .filter(({ weights }) => isWhole(weights) || closenessOf(weights) >= notions.length)
      .map(({ page, weights }) => ({ page, weights, keys: [
        page.isForStaff ? 0 : 1, isEnglish(page.path) === (language === "en") ? 1 : 0, scoreOf(page, weights),
      ] }));
    shown.sort((a, b) => b.keys[0] - a.keys[0] || b.keys[1] - a.keys[1] || b.keys[2] - a.keys[2]);
    const isLoose = shown.length > 0 && !covered.some((weights) => isWhole(weights) && Math.min(...weights) >= IN_TEXT);
    return { isLoose, pages: shown.map(({ page }) => page) };
  };

  return { prepareDocument, pagesOf, knownOf, notionsOf, questionOf, answersOf };
})();
