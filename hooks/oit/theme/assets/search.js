/* The theme's search, made to find Thai, and to cost nothing until somebody searches.

   It stands between the theme and its search worker, whose messages have a type: 0 sets the index up,
   1 says that it is ready, 2 asks, 3 answers (Material 9.8.1). What both say is prepared by
   `search-words.js`. This runs before the theme's own script. */
(() => {
  "use strict";
  const SETUP = 0, READY = 1, QUERY = 2, ANSWER = 3;
  const { prepareDocument, prepareQuery, loosely, closest, ordered } = window.oitSearch;
  const prepareIndex = (message) =>
    ({ ...message, data: { ...message.data, docs: message.data.docs.map(prepareDocument) } });

  /* The first sign that somebody wants to search; an address may bring a query with it. */
  const isSearching = () => new URLSearchParams(location.search).has("q")
    || document.getElementById("__search").checked
    || document.activeElement.matches(".md-search__input");
  const wanted = new Promise((resolve) => {
    if (isSearching()) resolve();
    document.addEventListener("focusin", (event) => event.target.matches(".md-search__input") && resolve());
    document.addEventListener("change", (event) => event.target.id === "__search" && resolve());
  });

  const { open, send } = XMLHttpRequest.prototype;
  const indexes = new WeakSet();
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (String(address).endsWith("/search/search_index.json")) indexes.add(this);
    return open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (indexes.has(this)) wanted.then(() => send.apply(this, body));
    else send.apply(this, body);
  };

  const search = document.querySelector(".md-search");
  const meta = search.querySelector(".md-search-result__meta");
  let isReady = false;

  /* In the place of the theme's worker: starts when it is wanted, and asks only what was typed last
     before the index was ready. It answers in the order in which it is asked. */
  const Started = window.Worker;
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.open = [];
      this.worker = wanted.then(() => this.start(address));
      this.ready = new Promise((resolve) => {
        this.addEventListener("message", (event) => event.data.type === READY && resolve());
      });
      this.ready.then(() => { isReady = true; });
    }
    start(address) {
      const worker = new Started(address);
      worker.addEventListener("message", ({ data }) => {
        const answer = data.type === ANSWER ? this.answered(data) : data;
        if (answer) this.dispatchEvent(new MessageEvent("message", { data: answer }));
      });
      return worker;
    }
    async postMessage(message) {
      if (message.type !== QUERY) {
        (await this.worker).postMessage(message.type === SETUP ? prepareIndex(message) : message);
        return;
      }
      this.asked = message;
      await this.ready;
      if (this.asked === message) this.ask({ message, data: prepareQuery(message.data) });
    }
    async ask(question) {
      this.open.push(question);
      (await this.worker).postMessage({ type: QUERY, data: question.data });
    }
    answered(answer) {
      const { message, isLoose } = this.open.shift(), { items } = answer.data;
      if (!isLoose && items.length === 0 && message === this.asked) {
        const data = loosely(message.data);
        if (data) return void this.ask({ message, data, isLoose: true });
      }
      const shown = ordered(isLoose ? closest(items, message.data) : items, message.data);
      search.toggleAttribute("data-oit-loose", Boolean(isLoose) && shown.length > 0);
      return { ...answer, data: { ...answer.data, items: shown } };
    }
  };

  /* The theme listens to keys alone; pasting, input methods and the button that empties the box have
     none. Until the index is there it says nothing. */
  const box = search.querySelector(".md-search__input");
  const tellTheme = () => {
    if (!isReady && box.value) meta.textContent = meta.dataset.oitWaits;
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  };
  search.addEventListener("input", tellTheme);
  search.addEventListener("reset", () => setTimeout(tellTheme));
  if (box.value) tellTheme();
})();
