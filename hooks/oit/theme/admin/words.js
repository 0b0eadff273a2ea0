/* The words of the form, which its page brings from the catalogue (`oit.outputs.form.words`). */
(() => {
  "use strict";
  const { said, labels, hides, cms } = JSON.parse(document.getElementById("oit-words").textContent);
  const filled = (words, values) => words.replace(/%\{(\w+)\}/g, (_, name) => values[name]);
  window.oitWords = {
    cms,
    said: (name, values = {}) => filled(said[`form.${name}`], values),
    label: (name, values = {}) => filled(labels[name], values),
    hides: (kind, count) => filled(hides[kind], { count }),
  };
})();
