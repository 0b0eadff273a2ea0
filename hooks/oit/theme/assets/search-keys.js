/* The search by keyboard. The theme closes the search at Tab, so that arrows alone reach what is found.
   Here Tab goes through the hits as through any list, and arrows too. Of the keys pressed within the
   search the theme hears Enter alone, which in the box opens the best hit; `openers.js` closes it. Of
   others it hears none while the search is closed: single letters are no shortcuts for people who speak
   to their machine (WCAG 2.1.4). The words an item is known by are no navigation, as which the theme
   marks them. */
(() => {
  "use strict";
  const search = document.querySelector(".md-search");
  const box = search.querySelector(".md-search__input");
  const output = search.querySelector(".md-search__output");
  const list = search.querySelector(".md-search-result__list");
  const toggle = document.getElementById("__search");
  const STEPS = { ArrowDown: 1, ArrowUp: -1 };

  const open = () => toggle.checked || toggle.click();
  const move = (step) => {
    const stops = [box, ...output.querySelectorAll(":not(details) > a, summary, details[open] > a")]
      .filter((one) => one.offsetParent !== null);
    stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus();
  };

  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") event.stopPropagation();
    if (event.isComposing || !(event.key in STEPS)) return;
    event.preventDefault();
    open();
    move(STEPS[event.key]);
  });
  search.addEventListener("input", open);
  box.addEventListener("click", open);

  /* The theme holds the page still under the search of a phone, and a moment after puts it back to where
     it was, though a hit may lead to a place on it. */
  const AFTER_THEME = 200;
  search.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || link.pathname !== location.pathname) return;
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    setTimeout(() => target?.scrollIntoView(), AFTER_THEME);
  });
  document.addEventListener("keydown", (event) => toggle.checked || event.stopPropagation());

  let wasInOutput = false;
  search.addEventListener("focusin", ({ target }) => { wasInOutput = output.contains(target); });
  const keepFocus = () => {
    if (wasInOutput && toggle.checked && document.activeElement === document.body) box.focus();
  };
  new MutationObserver(() => {
    requestAnimationFrame(() => setTimeout(keepFocus));
    for (const hit of list.querySelectorAll("[tabindex]")) hit.removeAttribute("tabindex");
    for (const known of list.querySelectorAll("nav:not([role])")) known.setAttribute("role", "presentation");
  }).observe(list, { childList: true, subtree: true });
})();
