/* The whole table stands on its page. With script its rows can be sorted and narrowed; what is shown is
   counted aloud, and a total of all rows is not shown beside fewer. */
document.querySelectorAll("form[data-table]").forEach((form) => {
  "use strict";
  const table = document.getElementById(form.dataset.table);
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const count = form.querySelector("output");
  const words = rows.map((row) => row.textContent.toLocaleLowerCase("th"));
  const thai = new Intl.Collator("th", { numeric: true });

  const keyOf = (row, index) => row.cells[index].dataset.sort ?? "";
  const compare = { figure: (one, other) => Number(one) - Number(other), text: thai.compare, day: thai.compare };
  const sorted = (index, direction, kind) => {
    const filled = rows.filter((row) => keyOf(row, index));
    filled.sort((one, other) => compare[kind](keyOf(one, index), keyOf(other, index)));
    if (direction === "down") filled.reverse();
    return [...filled, ...rows.filter((row) => !keyOf(row, index))];
  };
  const sort = () => {
    const [index, direction, kind] = form.elements.order.value.split(" ");
    body.append(...(index ? sorted(Number(index), direction, kind) : rows));
    [...table.tHead.rows[0].cells].forEach((heading, at) => {
      if (index && at === Number(index)) heading.ariaSort = direction === "up" ? "ascending" : "descending";
      else heading.removeAttribute("aria-sort");
    });
  };
  const narrow = () => {
    const wanted = form.elements.find.value.trim().toLocaleLowerCase("th");
    rows.forEach((row, at) => { row.hidden = !words[at].includes(wanted); });
    const shown = rows.filter((row) => !row.hidden).length;
    if (table.tFoot) table.tFoot.hidden = shown < rows.length;
    const said = shown ? count.dataset.shown : count.dataset.none;
    count.textContent = shown < rows.length ? said.replace("{shown}", shown).replace("{all}", rows.length) : "";
  };

  form.elements.order.addEventListener("change", sort);
  form.elements.find.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
});
