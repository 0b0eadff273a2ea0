/* The panel of the search: asks the theme's search worker (Material 9.8.1), and shows what it finds.

   The worker's messages have a type: 0 sets the index up, 1 says that it is ready, 2 asks, 3 answers, in
   the order in which it is asked. Index, words and worker are fetched once, when the panel is first used;
   of what was typed before, the last is answered. Hits are built from text alone, never from markup. */
(() => {
  "use strict";
  const SETUP = 0, READY = 1, QUERY = 2;
  const SAMPLE = ["ตัวอย่าง – มิใช่ข้อมูลจริง", "Sample – not real"];
  const MOST = 12, AROUND = 70;
  const { prepareDocument, pagesOf, knownOf, notionsOf, questionOf, answersOf } = window.oitSearch;
  const panel = document.getElementById("search-panel");
  const { root, worker: program, ...say } = panel.dataset;
  const addressOf = (path) => new URL(`../${path}`, new URL(root, location)).href;
  const box = panel.querySelector("input"), said = panel.querySelector(".said"), list = panel.querySelector(".hits");
  const reader = document.documentElement.lang;

  const fetched = async (path) => {
    const answer = await fetch(addressOf(path));
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  };
  const started = async () => {
    const [index, data] = await Promise.all([fetched("search/search_index.json"), fetched("assets/search-words.json")]);
    const worker = new Worker(program), open = [];
    const ready = new Promise((resolve, reject) => {
      worker.addEventListener("error", reject);
      worker.addEventListener("message", ({ data: { type, data: answer } }) =>
        (type === READY ? resolve() : open.shift()(answer.items)));
    });
    // Words are parted and folded before (search-words.js): the worker needs no program for a language.
    const config = { ...index.config, lang: ["en"] };
    worker.postMessage({ type: SETUP, data: { ...index, config, docs: index.docs.map(prepareDocument), options: {} } });
    await ready;
    const ask = (data) => new Promise((resolve) => { open.push(resolve); worker.postMessage({ type: QUERY, data }); });
    const known = knownOf({ alike: [...data.th.alike, ...data.en.alike], ignored: [...data.th.ignored, ...data.en.ignored] });
    return { ask, known, pages: pagesOf(index.docs, SAMPLE) };
  };
  const finder = started();

  /* The words around the first mark of a paragraph or list item; cells of tables are no sentences, and
     what only says again what the page is called, or that it has samples, tells nothing. */
  const parsed = (html) => new DOMParser().parseFromString(html.replace(/\u200b/g, ""), "text/html").body;
  const piecesOf = (element) => [...element.childNodes].flatMap((node) =>
    (node.nodeName === "MARK" ? [{ text: node.textContent, isMark: true }]
      : node.nodeType === Node.TEXT_NODE ? [{ text: node.textContent, isMark: false }] : piecesOf(node)));
  const isTelling = (words, name) => !SAMPLE.includes(words) && !name.includes(words.split(": ").pop());
  const blocksOf = (html, name) =>
    [...parsed(html).querySelectorAll("p, li")].filter(({ textContent }) => isTelling(textContent.trim(), name));
  const marked = (blocks) => blocks.find((block) => block.querySelector("mark"));
  const excerptOf = (block) => {
    if (!block) return [];
    const pieces = piecesOf(block), first = Math.max(0, pieces.findIndex(({ isMark }) => isMark));
    const before = pieces.slice(0, first).map(({ text }) => text).join("");
    const lead = before.length > AROUND ? `…${before.slice(-AROUND)}` : before;
    let room = 2 * AROUND;
    const after = [];
    for (const piece of pieces.slice(first)) {
      if (room <= 0) break;
      after.push({ ...piece, text: piece.text.length > room ? `${piece.text.slice(0, room)}…` : piece.text });
      room -= piece.text.length;
    }
    return [{ text: lead, isMark: false }, ...after];
  };
  const element = (name, children, values = {}) => {
    const made = Object.assign(document.createElement(name), values);
    made.append(...children);
    return made;
  };
  const joined = (pieces) => pieces.reduce((before, piece) => {
    const last = before.at(-1);
    return last && last.isMark === piece.isMark
      ? [...before.slice(0, -1), { ...piece, text: last.text + piece.text }] : [...before, piece];
  }, []);
  const drawn = (pieces) => joined(pieces).map(({ text, isMark }) => (isMark ? element("mark", [text]) : text));

  const hitOf = ({ path, name: short, item, hasSample }) => {
    const page = item.find(({ location }) => !location.includes("#")) ?? item[0];
    const name = parsed(page.title).textContent;
    const best = item.find(({ text }) => marked(blocksOf(text, name))) ?? page;
    const blocks = blocksOf(best.text, name);
    const excerpt = excerptOf(marked(blocks) ?? blocks[0]);
    const title = drawn(piecesOf(parsed(page.title)));
    const parts = [element("a", short ? [short] : title, { href: addressOf(best === page ? path : best.location) })];
    if (hasSample) parts.push(" ", element("small", [say.sample], { className: "smp" }));
    if (short && short !== name) parts.push(element("small", title, { className: "official" }));
    if (best !== page) parts.push(element("b", drawn(piecesOf(parsed(best.title)))));
    if (excerpt.length) parts.push(element("p", drawn(excerpt)));
    return element("li", parts, { lang: path.startsWith("en/") ? "en" : "th" });
  };

  const show = (text, { pages, isLoose }) => {
    const hadFocus = list.contains(document.activeElement);
    list.replaceChildren(...pages.slice(0, MOST).map(hitOf));
    if (hadFocus) box.focus();
    said.textContent = !text.trim() ? "" : pages.length === 0 ? say.none : [
      say.found.replace("#", pages.length),
      ...(pages.length > MOST ? [say.most.replace("#", MOST)] : []), ...(isLoose ? [say.loose] : []),
    ].join(" · ");
    list.dataset.answers = text;
  };
  const NOTHING = { pages: [], isLoose: false };
  const search = async () => {
    const text = box.value;
    if (!text.trim()) return show(text, NOTHING);
    if (list.dataset.answers !== text) said.textContent = say.waits;
    const { ask, known, pages } = await finder;
    if (text !== box.value) return;
    const notions = notionsOf(text, known);
    const items = notions.length ? await ask(questionOf(notions, pages)) : [];
    if (text === box.value) show(text, items.length ? answersOf(items, pages, notions, text, reader) : NOTHING);
  };
  const tried = () => search().catch(() => { said.textContent = say.failed; });

  /* Arrows go through box and links; Enter in the box opens the best hit. */
  const STEPS = { ArrowDown: 1, ArrowUp: -1 };
  panel.addEventListener("keydown", (event) => {
    if (event.isComposing || !(event.key in STEPS)) return;
    event.preventDefault();
    const stops = [box, ...panel.querySelectorAll(".hits a, .shortcuts a")];
    stops[(stops.indexOf(document.activeElement) + STEPS[event.key] + stops.length) % stops.length].focus();
  });
  panel.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (list.dataset.answers === box.value) list.querySelector("a")?.click();
  });
  box.addEventListener("input", tried);
  tried();
})();
