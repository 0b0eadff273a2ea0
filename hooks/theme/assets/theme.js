/* The theme's own script is large and no page needs it to be read: it is loaded with the search at
   the first sign that somebody uses the page, and then sees what they did. */
(() => {
  "use strict";
  const { oitSearch, oitTheme } = document.currentScript.dataset;
  const load = (address) => new Promise((loaded) => {
    const script = Object.assign(document.createElement("script"), { src: address, async: false });
    script.addEventListener("load", loaded);
    document.head.append(script);
  });
  const loadAll = () => Promise.all([load(oitSearch), load(oitTheme)]);

  const signs = ["change", "focusin", "keydown", "onscrollend" in window ? "scrollend" : "scroll"];
  const begin = async (event) => {
    signs.forEach((sign) => removeEventListener(sign, begin, true));
    await loadAll();
    if (event.type === "keydown") event.target.dispatchEvent(new KeyboardEvent("keydown", event));
  };
  if (new URLSearchParams(location.search).has("q")) loadAll();
  else signs.forEach((sign) => addEventListener(sign, begin, true));
})();
