/* A site that nobody rebuilds must not go on claiming to be current. Status marks carry the deadline
   (`data-oit-due-on`, absent in a closed round); the day after it, each mark says that it has passed,
   what had not to be done has to (`data-oit-once-due`), how many items are in order falls by one
   (`data-oit-full-until`, their deadlines), and the page says that it may be old. Sentences say the
   day they are true on instead. */
(() => {
  "use strict";
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Bangkok" }).format(new Date());
  const passed = [...document.querySelectorAll("[data-oit-due-on]")].filter((mark) => mark.dataset.oitDueOn < today);
  if (passed.length === 0) return;

  const copyOf = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
  const turn = (note) => {
    note.closest("td")?.classList.remove("oit-nothing");
    note.textContent = note.dataset.oitOnceDue;
  };
  const earliest = passed.map((mark) => mark.dataset.oitDueOn).sort()[0];

  for (const mark of passed) {
    const aged = mark.closest("[data-oit-status]");
    aged?.setAttribute("data-oit-aged", "true");
    aged?.querySelectorAll("[data-oit-once-due]").forEach(turn);
    mark.replaceWith(copyOf("oit-aged-badge"));
  }
  for (const count of document.querySelectorAll("[data-oit-full-until]")) {
    const until = count.dataset.oitFullUntil.split(" ").filter(Boolean);
    count.textContent = Number(count.textContent) - until.filter((day) => day < today).length;
    const bar = count.closest("section")?.querySelector("progress");
    if (bar) bar.value = Number(count.textContent);
  }
  const notice = copyOf("oit-aged-notice");
  const locale = document.documentElement.lang === "en" ? "en-GB" : "th-TH-u-ca-buddhist";
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const parts = day.formatToParts(new Date(earliest));
  notice.querySelector("[data-oit-day]").textContent = ["day", "month", "year"]
    .map((type) => parts.find((part) => part.type === type).value).join(" ");
  document.querySelector("h1").after(notice);
})();
