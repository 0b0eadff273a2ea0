/* The filter hides rows by style alone (filters.css). With script it also counts what is shown, hides
   headings that have nothing under them, and keeps the choice in the address, so that it can be sent. */
document.querySelectorAll("form[data-oit-filter]").forEach((form) => {
  "use strict";
  const area = form.closest(".oit-filterable");
  const rows = [...area.querySelectorAll("[data-owners]")];
  const groups = [...area.querySelectorAll("[data-oit-group]")];
  const count = form.querySelector("output");
  const isShown = (row) => getComputedStyle(row).display !== "none";

  const said = (shown) =>
    (shown ? count.dataset.oitCount : count.dataset.oitNone).replace("{shown}", shown).replace("{all}", rows.length);
  const tell = () => {
    groups.forEach((group) => { group.hidden = false; });
    groups.forEach((group) => { group.hidden = ![...group.querySelectorAll("[data-owners]")].some(isShown); });
    const shown = rows.filter(isShown).length;
    count.textContent = shown === rows.length ? "" : said(shown);
  };
  const remember = () => {
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    history.replaceState(null, "", (chosen.size ? `?${chosen}` : location.pathname) + location.hash);
  };
  const changed = () => { tell(); remember(); };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const select = form.elements.namedItem(name);
    if (select && [...select.options].some((option) => option.value === value)) select.value = value;
  }
  form.addEventListener("change", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  tell();
});
