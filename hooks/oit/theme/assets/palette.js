/* The palette that somebody chooses is kept; start.js puts it on before the page is painted, and the
   style shows the button that leads to the other. */
(() => {
  "use strict";
  const buttons = [...document.querySelectorAll("[data-oit-scheme]")];
  const choose = ({ currentTarget }) => {
    const scheme = currentTarget.dataset.oitScheme;
    document.body.setAttribute("data-md-color-scheme", scheme);
    window.__md_set("scheme", scheme);
    buttons.find((button) => button !== currentTarget).focus();
  };
  buttons.forEach((button) => button.addEventListener("click", choose));
})();
