/* The worker of the search: reads the index, and answers questions, so that no page waits for it.

   It is asked { text, reader, isEarlierWanted } and answers { text, shown, earlier }, or { text,
   hasFailed }, in the order of the questions; of several that wait, the last alone. The index of the
   newest round is read at once, that of earlier ones only when somebody wants it. */
"use strict";
const MOST = 12, MOST_OF_A_YEAR = 3;

const fetched = async (path) => {
  const answer = await fetch(new URL(`../${path}`, self.location));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};
const indexOf = async (path) => {
  const { pages, hasEarlier } = await fetched(path);
  const all = pages.map(prepared);
  return { pages: all, hasEarlier, text: textOf(all) };
};

/* Read once; again only after it could not be read. */
const once = (read) => {
  let kept = null;
  return () => (kept ??= read().catch((error) => { kept = null; throw error; }));
};
const known = once(async () => knownOf(await fetched("assets/search-words.json")));
const newest = once(() => indexOf("search/search_index.json"));
const earlier = once(() => indexOf("search/earlier.json"));

/* Asked for before the programs, so that a phone waits for all of them at once; what fails is told
   with the first question. */
Promise.allSettled([newest(), known()]);
importScripts("search-words.js", "search-answers.js");
const { notionsOf, knownOf, compared } = self.oitWords;
const { prepared, textOf, answersOf, markerOf, hitOf } = self.oitAnswers;

const answered = (index, { text, reader }, words, choose) => {
  const notions = compared(notionsOf(text, words), index.text);
  if (!notions.length) return { count: 0, isLoose: false, hits: [] };
  const found = answersOf(index.pages, notions, text, reader), marker = markerOf(notions);
  const hits = choose(found.pages).map((page) => hitOf(page, marker));
  return { count: found.pages.length, isLoose: found.isLoose, hits };
};
const best = (pages) => pages.slice(0, MOST);

/* The newest year first, and of each only what answers best: the reader knows which year is meant. */
const bestOfYears = (pages) => {
  const years = [...new Set(pages.map(({ year }) => year))].sort((a, b) => b - a);
  return years.flatMap((year) => pages.filter((page) => page.year === year).slice(0, MOST_OF_A_YEAR));
};

/* Earlier rounds may fail alone: what was found of the newest is shown. */
const ofEarlier = async (question, words) => {
  try {
    return { ...answered(await earlier(), question, words, bestOfYears), most: MOST_OF_A_YEAR };
  } catch {
    return { hasFailed: true };
  }
};
const answerTo = async (question) => {
  const [index, words] = await Promise.all([newest(), known()]);
  const shown = { ...answered(index, question, words, best), most: MOST, hasEarlier: index.hasEarlier };
  const isWanted = question.isEarlierWanted && index.hasEarlier;
  return { shown, earlier: isWanted ? await ofEarlier(question, words) : null };
};

let last = null;
self.addEventListener("message", async ({ data: question }) => {
  last = question;
  await Promise.allSettled([newest(), known()]);
  if (last !== question) return;
  const { text } = question;
  self.postMessage(await answerTo(question).then((answer) => ({ text, ...answer }), () => ({ text, hasFailed: true })));
});
