/* The theme's own script is large and no page needs it to be read: it is loaded with the search at
   the first sign that somebody uses the page, and then sees what they did. */
(() => {
  "use strict";
  const scripts = document.currentScript.dataset.oitScripts.trim().split(" ");
  const load = (address) =>
    document.head.append(Object.assign(document.createElement("script"), { src: address, async: false }));
  const signs = ["change", "focusin", "keydown", "onscrollend" in window ? "scrollend" : "scroll"];
  const begin = () => {
    signs.forEach((sign) => removeEventListener(sign, begin, true));
    scripts.forEach(load);
  };
  if (new URLSearchParams(location.search).has("q")) begin();
  else signs.forEach((sign) => addEventListener(sign, begin, true));
})();
