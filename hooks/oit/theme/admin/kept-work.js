/* Work that was typed and not sent is kept in the browser, and offered again once the record is shown.
   Decap CMS asks as soon as it has read what is kept: a record that arrives after the answer would take its
   place, so that whoever says yes loses the work. What is kept is handed over only once fields are there. */
(() => {
  "use strict";
  const KEPT = /^backup\./;
  const FIELD = "[id*=\"-field-\"]";
  const shown = () => new Promise((done) => {
    if (document.querySelector(FIELD)) { done(); return; }
    const watch = new MutationObserver(() => {
      if (document.querySelector(FIELD)) { watch.disconnect(); done(); }
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  const answeredLater = (request) => Object.defineProperty(request, "onsuccess", {
    set: (handler) => request.addEventListener("success", () => shown().then(() => handler.call(request))),
  });

  const get = IDBObjectStore.prototype.get;
  IDBObjectStore.prototype.get = function later(key) {
    const request = get.call(this, key);
    return KEPT.test(String(key)) ? answeredLater(request) : request;
  };
})();
