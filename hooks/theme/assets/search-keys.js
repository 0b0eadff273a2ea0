/* The search by keyboard. The theme closes the search at Tab, so that arrows alone reach what is found,
   and lets go of the focus. Here Tab goes through the hits as through any list, arrows too, Escape goes
   back to where the search began, and leaving it closes it. Of the keys pressed within the search the
   theme hears Enter alone, which in the box opens the best hit. The words an item is known by are no
   navigation, as which the theme marks them. */
(() => {
  "use strict";
  const search = document.querySelector(".md-search");
  const box = search.querySelector(".md-search__input");
  const list = search.querySelector(".md-search-result__list");
  const toggle = document.getElementById("__search");
  const opener = document.querySelector("[data-oit-opens=__search]");
  const STEPS = { ArrowDown: 1, ArrowUp: -1 };

  const setOpen = (open) => toggle.checked !== open && toggle.click();
  const move = (step) => {
    const stops = [box, ...list.querySelectorAll(":not(details) > a, summary, details[open] > a")];
    stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus();
  };
  const leave = () => {
    (opener.checkVisibility() ? opener : box).focus();
    setOpen(false);
  };

  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Escape") leave();
    if (!(event.key in STEPS)) return;
    event.preventDefault();
    setOpen(true);
    move(STEPS[event.key]);
  });
  search.addEventListener("input", () => setOpen(true));
  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !search.contains(relatedTarget)) setOpen(false);
  });
  new MutationObserver(() => {
    for (const hit of list.querySelectorAll("[tabindex]")) hit.removeAttribute("tabindex");
    for (const known of list.querySelectorAll("nav:not([role])")) known.setAttribute("role", "presentation");
  }).observe(list, { childList: true, subtree: true });
})();
