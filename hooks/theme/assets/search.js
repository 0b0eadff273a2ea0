/* The theme's search, made to find Thai, and to cost nothing until somebody searches.

   Thai has no spaces between words, so the theme finds nothing inside a phrase. Both the index and
   the query are cut here by the browser's own word segmenter before they reach the theme's search
   worker, whose messages have a type: 0 sets the index up, 1 says that it is ready, 2 asks, 3 answers
   (Material 9.8.1). Where no page has all words of a query, it is asked once more for pages that have
   some of them, and the list says so. This runs before the theme's own script. */
(() => {
  "use strict";
  const SETUP = 0, READY = 1, QUERY = 2, ANSWER = 3, LOOSE_HITS = 8, BREAK = "\u200b";
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

  const prepareIndex = (message) =>
    ({ ...message, data: { ...message.data, docs: message.data.docs.map(prepareDocument) } });

  /* Some of the words, those that say something, and what differs from them by one letter. */
  const TELLING = /^(?!(?:กับ|การ|ของ|จาก|ต้อง|ที่|ทั้ง|ทำไม|เป็น|เพื่อ|และ|หรือ|ให้|ได้|อย่าง|ไหน|the|and|for)$)[\p{L}\p{M}]{3,}$/iu;
  const loosely = (text) =>
    cut(text).split(/[^\p{L}\p{M}]+/u).filter((word) => TELLING.test(word))
      .map((word) => (word.length > 4 ? `*${word}* ${word}~1` : `*${word}*`)).join(" ");

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

  /* A page that people know by the whole of what was asked (its tags) comes first, by its score too,
     which says where Enter leads. An item is a page, then its sections. */
  const knownFirst = (items, name) => {
    const isKnown = ([page]) => page.tags?.some((tag) => tag.replace(/<[^>]*>/g, "").toLowerCase().includes(name));
    const known = items.filter(isKnown).map(([page, ...sections]) =>
      [{ ...page, score: page.score + items[0][0].score }, ...sections]);
    return [...known, ...items.filter((item) => !isKnown(item))];
  };

  const search = document.querySelector(".md-search");

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
      const data = loosely(message.data);
      if (!isLoose && data && items.length === 0 && message === this.asked) {
        return void this.ask({ message, data, isLoose: true });
      }
      search.toggleAttribute("data-oit-loose", Boolean(isLoose) && items.length > 0);
      const shown = isLoose ? items.slice(0, LOOSE_HITS) : knownFirst(items, normal(message.data).trim().toLowerCase());
      return { ...answer, data: { ...answer.data, items: shown } };
    }
  };

  /* The theme listens to keys alone; pasting and input methods have none. */
  document.addEventListener("input", (event) => {
    if (event.target.matches(".md-search__input")) {
      event.target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    }
  });
})();
