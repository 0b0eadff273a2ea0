/* What must be there before the page is painted: values kept in this browser, as the theme's script
   expects them, under the site's own address, so that two sites on one host do not share them; and the
   palette chosen last, or the one the system asks for. */
(() => {
  "use strict";
  document.documentElement.classList.replace("no-js", "js");
  const scope = new URL(document.currentScript.dataset.base, location);
  const keyOf = (name, base) => `${base.pathname}.${name}`;

  window.__md_scope = scope;
  window.__md_hash = (text) => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) | 0, 7);
  window.__md_get = (name, storage = localStorage, base = scope) => {
    try {
      return JSON.parse(storage.getItem(keyOf(name, base)));
    } catch {
      return null;
    }
  };
  window.__md_set = (name, value, storage = localStorage, base = scope) => {
    try {
      storage.setItem(keyOf(name, base), JSON.stringify(value));
    } catch {
      /* A browser that keeps nothing shows the page all the same. */
    }
  };

  const chosen = window.__md_get("scheme");
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  const scheme = ["default", "slate"].includes(chosen) ? chosen : system;
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    document.body.setAttribute("data-md-color-scheme", scheme);
    observer.disconnect();
  }).observe(document.documentElement, { childList: true });
})();
