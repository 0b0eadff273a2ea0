/* The theme opens its menu and search by labels of hidden check boxes, which no keyboard reaches.
   With script, buttons take their place. */
document.querySelectorAll("[data-oit-opens]").forEach((button) => {
  "use strict";
  const toggle = document.getElementById(button.dataset.oitOpens);
  const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
  toggle.addEventListener("change", tell);
  button.addEventListener("click", () => {
    toggle.click();
    tell();
    if (toggle.checked) document.getElementById(button.dataset.oitFocuses)?.focus();
  });
  tell();
});
