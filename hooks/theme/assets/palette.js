/* The palette chosen last, before the page is painted; without a choice, the one the system asks for. */
(() => {
  "use strict";
  const buttons = [...document.querySelectorAll("[data-oit-scheme]")];
  const use = (scheme) => {
    document.body.setAttribute("data-md-color-scheme", scheme);
    buttons.forEach((button) => { button.hidden = button.dataset.oitScheme === scheme; });
  };
  const choose = ({ currentTarget }) => {
    use(currentTarget.dataset.oitScheme);
    window.__md_set("scheme", currentTarget.dataset.oitScheme);
    buttons.find((button) => !button.hidden).focus();
  };
  const chosen = window.__md_get("scheme");
  const known = buttons.some((button) => button.dataset.oitScheme === chosen);
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  buttons.forEach((button) => button.addEventListener("click", choose));
  use(known ? chosen : system);
})();
