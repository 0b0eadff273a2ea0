/* Thai has no spaces between words, so the theme's search finds nothing inside a phrase. Both the
   index and the query are cut here by the browser's own word segmenter before they reach the
   theme's search worker: message type 0 sets the index up, type 2 asks it (Material 9.8.1). */
(() => {
  "use strict";
  const SETUP = 0, QUERY = 2, BREAK = "\u200b";
  const THAI = /[\u0e00-\u0e7f]+/g, THAI_DIGITS = /[\u0e50-\u0e59]/g;
  const segmenter = window.Intl && Intl.Segmenter && new Intl.Segmenter("th", { granularity: "word" });

  const words = (text) => (segmenter ? [...segmenter.segment(text)].map((part) => part.segment) : [text]);
  const cut = (text) => text.replace(THAI, (run) => words(run).join(BREAK));
  const arabic = (text) => text.replace(THAI_DIGITS, (digit) => digit.charCodeAt(0) - 0x0e50);

  const prepareDocument = (entry) => ({ ...entry, title: cut(entry.title), text: cut(entry.text) });

  /* "15", "o 15" and "๑๕" mean the item O15; each Thai word must be there, as part of one at least. */
  const prepareQuery = (text) =>
    arabic(text)
      .replace(/^\s*(\d{1,2})\s*$/, "o$1")
      .replace(/\bo\s+(\d{1,2})\b/gi, "o$1")
      .replace(THAI, (run) => ` ${words(run).map((word) => `+*${word}*`).join(" ")} `);

  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message && message.type === SETUP && message.data && message.data.docs) {
      message = { ...message, data: { ...message.data, docs: message.data.docs.map(prepareDocument) } };
    } else if (message && message.type === QUERY && typeof message.data === "string") {
      message = { ...message, data: prepareQuery(message.data) };
    }
    return post.call(this, message, ...rest);
  };

  /* The theme listens to keys alone; pasting and input methods have none. */
  document.addEventListener("input", (event) => {
    if (event.target.matches(".md-search__input")) {
      event.target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    }
  });
})();
