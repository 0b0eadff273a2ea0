/* The theme's own script is large and no page needs it to be read: it is loaded with the search at
   the first sign that somebody uses the page, and then sees what they did. The key that opens the
   search puts the cursor there at once, so that what is typed while the script comes is not lost.
   The first key is told to the theme unless it moved the focus: a Tab said again, when the reader
   has come to the search box meanwhile, would throw them out of it. */
(() => {
  "use strict";
  const { oitSearch, oitKeys, oitTheme } = document.currentScript.dataset;
  const load = (address) => new Promise((loaded) => {
    const script = Object.assign(document.createElement("script"), { src: address, async: false });
    script.addEventListener("load", loaded);
    document.head.append(script);
  });
  const loadAll = () => Promise.all([oitSearch, oitKeys, oitTheme].map(load));

  const signs = ["change", "focusin", "keydown", "onscrollend" in window ? "scrollend" : "scroll"];
  const opensSearch = (event) => event.key === "/" && event.target === document.body;
  const begin = async (event) => {
    const focused = document.activeElement;
    signs.forEach((sign) => removeEventListener(sign, begin, true));
    if (opensSearch(event)) {
      event.preventDefault();
      document.querySelector("[data-oit-focuses]").click();
    }
    await loadAll();
    if (event.type !== "keydown" || document.activeElement !== focused) return;
    event.target.dispatchEvent(new KeyboardEvent("keydown", event));
  };
  if (new URLSearchParams(location.search).has("q")) loadAll();
  else signs.forEach((sign) => addEventListener(sign, begin, true));
})();
