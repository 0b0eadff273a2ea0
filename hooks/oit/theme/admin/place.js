/* Opens the form where an address says, as `#/collections/oit-2568/entries/o15?entry=3&field=published`:
   `entry` is the place of an entry in its list, from 1, and `list` the name of that list, which is
   `evidence` if it is not given. Addresses come from hooks/oit/contract/addresses.py. */
(() => {
  "use strict";
  const ENTRY = "[class*=\"SortableListItem\"]";
  const NAME = /^[a-z][a-z0-9_]*$/;
  const HANDS = ["pointerdown", "keydown", "wheel"];

  const asked = () => {
    const given = new URLSearchParams(location.hash.split("?")[1] || "");
    const [entry, field, list] = ["entry", "field", "list"].map((name) => given.get(name));
    const isPlace = (!field || NAME.test(field)) && NAME.test(list || "evidence") && (entry || field);
    return isPlace ? { entry: Number(entry), field, list: list || "evidence" } : null;
  };
  const entryAt = ({ entry, list }) => {
    const whole = document.querySelector(`div[id^="${list}-field-"]`);
    const entries = whole ? [...whole.querySelectorAll(ENTRY)] : [];
    /* Entries have lists of their own: only those that are in no other entry count. */
    return entries.filter((inner) => !inner.parentElement.closest(ENTRY))[entry - 1];
  };
  /* The label of a field; the first one where the form has no such field. */
  const labelIn = (area, field) => (field && area.querySelector(`label[for^="${field}-field-"]`))
    || area.querySelector(":scope [class*=\"ControlContainer\"] label");

  const point = (label) => {
    label.scrollIntoView({ block: "center" });
    const input = document.getElementById(label.getAttribute("for"));
    if (input) input.focus({ preventScroll: true });
  };
  /* Whether the place is there and open; a folded entry is opened, and there the next time. */
  const shown = (place) => {
    const area = place.entry ? entryAt(place) : document.getElementById("nc-root");
    const label = area && labelIn(area, place.field);
    const isFolded = label && label.offsetParent === null;
    if (isFolded) area.querySelector("button").click();
    else if (label) point(label);
    return Boolean(label) && !isFolded;
  };

  let place = null;
  const look = () => { if (place && shown(place)) place = null; };
  const begin = () => { place = asked(); look(); };
  /* Whoever has begun to work is not moved any more. */
  const leave = () => { if (place && entryAt(place)) place = null; };

  addEventListener("hashchange", begin);
  HANDS.forEach((kind) => addEventListener(kind, leave, { capture: true, passive: true }));
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["class", "style"] });
  begin();
})();
