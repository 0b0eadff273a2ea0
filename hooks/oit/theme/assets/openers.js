/* The theme opens its menu and search by labels of hidden check boxes, which no keyboard reaches.
   With script, buttons take their place. Who opens a panel is taken into it; Escape goes back to the
   button, or to the box where a wide screen shows that instead; leaving a panel closes it. */
document.querySelectorAll("[data-oit-opens]").forEach((button) => {
  "use strict";
  /* The theme opens the search a millisecond after the focus came to its box. */
  const AFTER_THEME = 20;
  const toggle = document.getElementById(button.dataset.oitOpens);
  const panel = document.getElementById(button.getAttribute("aria-controls"));
  const first = () => panel.querySelector("a, input");
  const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
  const close = () => toggle.checked && toggle.click();

  toggle.addEventListener("change", tell);
  button.addEventListener("click", () => {
    toggle.click();
    tell();
    if (toggle.checked) first().focus();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    if (button.offsetParent !== null) {
      button.focus();
      return;
    }
    first().focus();
    setTimeout(close, AFTER_THEME);
  });
  panel.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !panel.contains(relatedTarget)) close();
  });
  tell();
});
