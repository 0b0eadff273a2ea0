/* Which pages answer a question, and what a hit shows: pure functions, which search-worker.js calls.

   Pages are ordered by how well they cover the notions of the question (search-words.js): in a name, a
   heading or the text. A page is an entry of the index (outputs/search_index.py). */
self.oitAnswers = (() => {
  "use strict";
  const { folded, normal, escaped } = self.oitWords;
  const AROUND = 70;

  /* A page of the index as it is asked: names, headings and all text, as words are compared. */
  const prepared = (page) => {
    const { title, name = "", words = [], parts = [] } = page;
    const names = [title, ...words, ...(name ? [name] : [])].map(normal);
    const headings = normal([title, ...parts.map(({ heading = "" }) => heading)].join(" "));
    const text = normal(parts.flatMap(({ prose = [], other = "" }) => [...prose, other]).join(" "));
    return { ...page, parts, names, headings, text };
  };
  const textOf = (pages) => pages.flatMap(({ names, headings, text }) => [...names, headings, text]).join("\n");

  const IN_NAME = 5, IN_HEADING = 2.5, IN_TEXT = 1, ALIKE = 0.8, LIKE_A_NAME = 3, IS_NAME = 9, WHOLE = 1.6, OWNER = 0.5;
  const isLatin = (word) => /^[a-z0-9]/.test(word);
  const has = (text, word) => text.includes(word)
    && (!isLatin(word) || new RegExp(`(?<![a-z0-9.])${escaped(word)}`).test(text));
  const weightOf = (page, word) => {
    if (page.names.includes(word)) return IS_NAME;
    const share = Math.max(0, ...page.names.filter((name) => has(name, word)).map((name) => word.length / name.length));
    if (share) return IN_NAME + share;
    if (has(page.headings, word)) return IN_HEADING;
    return has(page.text, word) ? IN_TEXT : 0;
  };
  const nearness = (page, near) => {
    if (near.some((word) => page.names.some((name) => has(name, word)))) return LIKE_A_NAME;
    return near.some((word) => has(page.headings, word) || has(page.text, word)) ? ALIKE : 0;
  };
  /* Of pages alike in that, the one that is about it says it oftener: below 1, and less in a long text. */
  const frequency = ({ text }, words) => {
    const times = Math.max(...words.map((word) => text.split(word).length - 1));
    return times / (times + 1 + text.length / 2000);
  };
  const coverage = (page, { item, words, near }) => {
    if (item) return page.path.endsWith(`/${item}/`) ? IS_NAME * 2 : 0;
    const weights = words.map((word, place) => weightOf(page, word) * (place ? ALIKE : 1));
    const weight = Math.max(...weights) || nearness(page, near);
    return weight && weight + frequency(page, [...words, ...near]);
  };

  /* The language that is asked for: the letters tell, unless a page of the reader's is known by that name. */
  const isEnglish = ({ path }) => path.startsWith("en/");
  const languageOf = (name, candidates, reader) => {
    if (/[\u0e00-\u0e7f]/.test(name)) return "th";
    const isKnown = candidates.some(({ page }) => isEnglish(page) === (reader === "en") && page.names.some((other) => other.includes(name)));
    return isKnown || !/[a-z]{3}/.test(name) ? reader : "en";
  };

  /* The pages that answer, best first: those that cover every notion, or enough of them, in names
     above all; none where all say too little. A word that few pages have tells more than one of many. */
  const isWhole = ({ weights }) => weights.every(Boolean);
  const closenessOf = ({ weights }) => weights.reduce((sum, weight) => sum + (weight >= LIKE_A_NAME ? 2 : weight ? 1 : 0), 0);
  const answersOf = (pages, notions, question, reader) => {
    const candidates = pages.map((page) => ({ page, weights: notions.map((notion) => coverage(page, notion)) }))
      .filter(({ weights }) => weights.some(Boolean));
    const name = normal(question).trim();
    const rarity = notions.map((_, place) =>
      Math.log(1 + pages.length / (1 + candidates.filter(({ weights }) => weights[place]).length)));
    const language = languageOf(name, candidates, reader);
    const scoreOf = ({ page, weights }) => {
      const known = page.names.some((other) => other.includes(name)) ? 20 : 0;
      const within = page.names.some((other) => other.length > 3 && name.includes(other)) ? 8 : 0;
      const isOwner = /(^|\/)divisions\/./.test(page.path) && !name.includes(page.names[0]);
      const sum = weights.reduce((before, weight, place) => before + weight * rarity[place], known + within);
      return sum * (isWhole({ weights }) ? WHOLE : 1) * (isOwner ? OWNER : 1);
    };
    const keysOf = (found) =>
      [found.page.isLast ? 0 : 1, isEnglish(found.page) === (language === "en") ? 1 : 0, scoreOf(found)];
    const shown = candidates.filter((found) => isWhole(found) || closenessOf(found) >= notions.length)
      .map((found) => ({ page: found.page, keys: keysOf(found) }));
    shown.sort((a, b) => b.keys[0] - a.keys[0] || b.keys[1] - a.keys[1] || b.keys[2] - a.keys[2]);
    const isLoose = shown.length > 0 && !candidates.some((found) => isWhole(found) && Math.min(...found.weights) >= IN_TEXT);
    return { isLoose, pages: shown.map(({ page }) => page) };
  };

  /* A text in pieces, of which some are marked: what was asked for, or what resembles it. */
  const patternOf = (words) => words.map((word) =>
    (isLatin(word) ? `(?<![a-z0-9])${escaped(word)}[a-z0-9]*` : escaped(word))).join("|");
  const wordsOf = ({ item, words, near }) => (item ? [item] : [...words, ...near]);
  const markerOf = (notions) => {
    const patterns = notions.map((notion) => new RegExp(patternOf(wordsOf(notion))));
    const every = new RegExp(patterns.map(({ source }) => source).join("|"), "g");
    const pieces = (text) => {
      const shown = folded(text), marked = [];
      let from = 0;
      for (const { index, 0: { length } } of normal(shown).matchAll(every)) {
        marked.push({ text: shown.slice(from, index) }, { text: shown.slice(index, index + length), isMark: true });
        from = index + length;
      }
      return [...marked, { text: shown.slice(from) }].filter((piece) => piece.text);
    };
    const countIn = (text) => patterns.filter((pattern) => pattern.test(normal(text))).length;
    return { pieces, countIn };
  };

  /* The words around the first mark of a line, some seventy letters before it and twice as many after. */
  const excerptOf = (pieces) => {
    const first = Math.max(0, pieces.findIndex(({ isMark }) => isMark));
    const before = pieces.slice(0, first).map(({ text }) => text).join("");
    const excerpt = before ? [{ text: before.length > AROUND ? `…${before.slice(-AROUND)}` : before }] : [];
    let room = 2 * AROUND;
    for (const piece of pieces.slice(first)) {
      if (room <= 0) break;
      excerpt.push({ ...piece, text: piece.text.length > room ? `${piece.text.slice(0, room)}…` : piece.text });
      room -= piece.text.length;
    }
    return excerpt;
  };

  /* What is shown of a page: of its part that covers most, the first line with a mark. What only says
     again what the page is called tells nothing. */
  const hitOf = (page, { pieces, countIn }) => {
    const linesOf = ({ prose = [] }) => prose.filter((line) => !page.title.includes(line.split(": ").pop()));
    const counts = page.parts.map((part) => countIn([part.heading ?? "", ...linesOf(part)].join("\n")));
    const best = page.parts[Math.max(0, counts.indexOf(Math.max(...counts)))] ?? {};
    const lines = linesOf(best);
    const { path, title, name, of, hasSample } = page;
    return {
      path: best.at ? `${path}#${best.at}` : path, of, hasSample,
      language: isEnglish(page) ? "en" : "th",
      name: name ? [{ text: name }] : pieces(title),
      official: name && name !== title ? pieces(title) : [],
      heading: pieces(best.heading ?? ""),
      excerpt: lines.length ? excerptOf(pieces(lines.find((line) => countIn(line)) ?? lines[0])) : [],
    };
  };

  return { prepared, textOf, answersOf, markerOf, hitOf };
})();
