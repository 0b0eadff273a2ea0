/* Opens the panel of the search; what searches is loaded at the first sign that somebody will. A click
   into a box, or a letter typed there, opens the panel; the focus alone does not (WCAG 3.2.1). No single
   letter or sign is a shortcut, for people who speak to their machine (WCAG 2.1.4): Ctrl and / are. */
(() => {
  "use strict";
  const panel = document.getElementById("search-panel");
  const box = panel.querySelector("input");
  const address = new URLSearchParams(location.search).get("q");
  const outside = [...document.querySelectorAll("form.seek")].filter((form) => !panel.contains(form));

  const elementOf = (source) => source.endsWith(".css")
    ? Object.assign(document.createElement("link"), { rel: "stylesheet", href: source })
    : Object.assign(document.createElement("script"), { src: source, async: false });
  let isLoaded = false;
  const load = () => {
    if (!isLoaded) document.head.append(...panel.dataset.loads.split(" ").map(elementOf));
    isLoaded = true;
  };
  const open = (text) => {
    load();
    if (text) box.value = text;
    if (!panel.open) panel.showModal();
    box.focus();
    box.dispatchEvent(new Event("input"));
  };

  const taken = (input) => {
    const text = input.value;
    input.value = "";
    open(text);
  };
  for (const form of outside) {
    const input = form.querySelector("input");
    form.addEventListener("focusin", load);
    form.addEventListener("submit", (event) => { event.preventDefault(); taken(input); });
    input.addEventListener("click", () => taken(input));
    input.addEventListener("input", (event) => event.isComposing || taken(input));
    input.addEventListener("compositionend", () => taken(input));
  }
  for (const tool of document.querySelectorAll("a.find")) {
    tool.addEventListener("pointerdown", load);  // a tenth of a second before the click
    tool.addEventListener("click", (event) => { event.preventDefault(); open(); });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    open();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();  // browsers only empty a box for searching that has words
    panel.close();
  });
  panel.querySelector(".shut").addEventListener("click", () => panel.close());
  panel.addEventListener("click", ({ target }) => {
    if (target === panel || target.closest("a")) panel.close();
  });
  if (address) open(address);
})();
