/* The panel of the search: asks its worker (search-worker.js), and shows what that finds.

   Worker, index and words are fetched once, when the panel is first used; of what was typed before, the
   last is answered. Hits are built from text alone, never from markup. */
(() => {
  "use strict";
  const panel = document.getElementById("search-panel");
  const { root, worker: program, ...say } = panel.dataset;
  const addressOf = (path) => new URL(`../${path}`, new URL(root, location)).href;
  const box = panel.querySelector("input"), said = panel.querySelector(".said"), list = panel.querySelector(".hits");
  const past = panel.querySelector(".earlier"), saidOfPast = past.querySelector(".said");
  const reader = document.documentElement.lang;
  const fail = () => { said.textContent = say.failed; };
  const started = () => {
    try {
      return new Worker(program);
    } catch {  // a page that was opened from a disk
      return { addEventListener() {}, postMessage: fail };
    }
  };
  const worker = started();
  let isEarlierWanted = false;

  const element = (name, children, values = {}) => {
    const made = Object.assign(document.createElement(name), values);
    made.append(...children);
    return made;
  };
  const drawn = (pieces) => pieces.map(({ text, isMark }) => (isMark ? element("mark", [text]) : text));
  const hitOf = ({ path, language, name, official, of, hasSample, heading, excerpt }) => {
    const parts = [element("a", drawn(name), { href: addressOf(path) })];
    if (hasSample) parts.push(" ", element("small", [say.sample], { className: "smp" }));
    if (of) parts.push(element("small", [of], { className: "year" }));
    if (official.length) parts.push(element("small", drawn(official), { className: "official" }));
    if (heading.length) parts.push(element("b", drawn(heading)));
    if (excerpt.length) parts.push(element("p", drawn(excerpt)));
    return element("li", parts, { lang: language });
  };
  const counted = (words, number) => words.replace("#", number);

  /* Earlier rounds stand below, when they are wanted: until then a button asks. */
  const askEarlier = () => {
    isEarlierWanted = true;
    box.focus();
    saidOfPast.textContent = say.waits;
    search();
  };
  const sentenceOfPast = ({ hasFailed, count, hits, most }) => {
    if (hasFailed) return say.earlierFailed;
    if (!count) return say.earlierNone;
    return [counted(say.earlierFound, count), ...(count > hits.length ? [counted(say.earlierMost, most)] : [])].join(" · ");
  };
  const showPast = (earlier, isOffered) => {
    const button = element("button", [say.earlier], { type: "button", onclick: askEarlier });
    const rest = earlier?.hits?.length ? [element("ol", earlier.hits.map(hitOf), { className: "hits" })]
      : isOffered ? [button] : [];
    saidOfPast.textContent = earlier ? sentenceOfPast(earlier) : "";
    past.replaceChildren(saidOfPast, ...rest);
  };

  const sentence = ({ count, hits, isLoose, most }) => (count === 0 ? say.none : [
    counted(say.found, count), ...(count > hits.length ? [counted(say.most, most)] : []), ...(isLoose ? [say.loose] : []),
  ].join(" · "));
  const show = ({ text, shown, earlier }) => {
    const hadFocus = panel.querySelector(".hits a:focus, .earlier :focus");
    list.replaceChildren(...shown.hits.map(hitOf));
    said.textContent = text.trim() ? sentence(shown) : "";
    showPast(earlier, text.trim() && shown.hasEarlier && (!isEarlierWanted || earlier?.hasFailed));
    if (hadFocus) box.focus();
    list.dataset.answers = text;
  };
  const search = () => {
    const text = box.value;
    if (!text.trim()) return show({ text, shown: { hits: [] }, earlier: null });
    if (list.dataset.answers !== text) said.textContent = say.waits;
    worker.postMessage({ text, reader, isEarlierWanted });
  };
  worker.addEventListener("error", fail);
  worker.addEventListener("message", ({ data: answer }) => {
    if (answer.text !== box.value) return;
    if (answer.hasFailed) fail();
    else show(answer);
  });

  /* Arrows go through box, links and button; Enter in the box opens the best hit. */
  const STEPS = { ArrowDown: 1, ArrowUp: -1 };
  panel.addEventListener("keydown", (event) => {
    if (event.isComposing || !(event.key in STEPS)) return;
    event.preventDefault();
    const stops = [box, ...panel.querySelectorAll(".hits a, .earlier button, .shortcuts a")];
    stops[(stops.indexOf(document.activeElement) + STEPS[event.key] + stops.length) % stops.length].focus();
  });
  panel.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (list.dataset.answers === box.value) list.querySelector("a")?.click();
  });
  box.addEventListener("input", search);
  search();
})();
