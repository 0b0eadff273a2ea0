/* The palette chosen last, before the page is painted; without a choice, the one the system asks for. */
(() => {
  "use strict";
  const media = (name) => `(prefers-color-scheme: ${name})`;
  const chosen = window.__md_get("__palette");
  const wanted = matchMedia(media("dark")).matches ? media("dark") : media("light");
  const option = document.querySelector(`[data-md-color-media="${wanted}"]`);
  const colors = chosen?.color ?? { scheme: option.getAttribute("data-md-color-scheme") };
  for (const [name, value] of Object.entries(colors)) document.body.setAttribute(`data-md-color-${name}`, value);
})();
