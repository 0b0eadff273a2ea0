/* Every page reads and prints without this file: it opens folded parts that a link leads into, and all
   of them on paper. */
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  /* A table whose rows are shown as cards stays a table for screen readers: browsers forget it with
     the display of its parts. In the page itself these roles would only repeat what its parts are. */
  const roles = {
    "": "table", "> :is(thead, tbody, tfoot)": "rowgroup", "tr": "row", "td": "cell",
    "thead th": "columnheader", ":is(tbody, tfoot) th": "rowheader",
  };
  addEventListener("DOMContentLoaded", () => {
    for (const [part, role] of Object.entries(roles)) {
      document.querySelectorAll(`table.cards ${part}`).forEach((element) => element.setAttribute("role", role));
    }
  });

  /* A table that is scrolled can be scrolled by keyboard. */
  const reachRegions = () => document.querySelectorAll(".region").forEach((region) => {
    if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
    else region.removeAttribute("tabindex");
  });
  addEventListener("load", reachRegions);
  addEventListener("resize", reachRegions);

  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  addEventListener("DOMContentLoaded", open);

  let shut = [];
  addEventListener("beforeprint", () => {
    shut = [...document.querySelectorAll("main .fold:not([open]), main table details:not([open])")];
    shut.forEach((part) => { part.open = true; });
  });
  addEventListener("afterprint", () => shut.forEach((part) => { part.open = false; }));

  // A command is copied by a button, where the browser lets a page copy at all.
  const offerCopy = (block, words) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.querySelector("code").textContent.trimEnd());
      button.textContent = words.copied;
    });
    block.append(button);
    block.querySelector("code").tabIndex = 0; // a long line is scrolled by keyboard
  };
  addEventListener("DOMContentLoaded", () => {
    const text = navigator.clipboard && document.querySelector("[data-copy]");
    if (text) text.querySelectorAll("pre:has(> code)").forEach((block) => offerCopy(block, text.dataset));
  });
})();
