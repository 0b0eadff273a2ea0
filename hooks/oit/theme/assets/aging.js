/* A site that nobody rebuilds must not go on claiming to be current. Status marks carry the deadline
   (`data-oit-due-on`, absent in a closed round); the day after it, each mark says that it has passed,
   what had not to be done has to (`data-oit-once-due`), how many items are in order falls by one
   (`data-oit-full-until`, their deadlines), and the page says that it may be old. Once the round has
   closed (`data-oit-closes`), what it said is of the day it was built on (`data-oit-once-closed`). How
   far off a day is, is reckoned when it is read (`data-oit-days`). Sentences say the day they are true
   on instead. */
(() => {
  "use strict";
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Bangkok" }).format(new Date());
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const copyOf = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

  for (const note of all("[data-oit-days]")) {
    const days = (new Date(note.parentElement.querySelector("time").dateTime) - new Date(today)) / 86400000;
    if (days >= 0) note.textContent = days ? note.dataset.oitDays.replace("{days}", days) : note.dataset.oitToday;
  }
  const passed = all("[data-oit-due-on]").filter((mark) => mark.dataset.oitDueOn < today);
  const outdated = all("[data-oit-once-closed]").filter((words) => words.dataset.oitCloses < today);
  if (passed.length + outdated.length === 0) return;

  const turn = (note) => {
    note.closest("td")?.classList.remove("oit-nothing");
    note.textContent = note.dataset.oitOnceDue;
  };
  for (const mark of passed) {
    const aged = mark.closest("[data-oit-status]");
    aged?.setAttribute("data-oit-aged", "true");
    if (aged?.dataset.status) aged.dataset.status = "stale";
    if (aged) all("[data-oit-once-due]", aged).forEach(turn);
    mark.replaceWith(copyOf("oit-aged-badge"));
  }
  for (const count of all("[data-oit-full-until]")) {
    const until = count.dataset.oitFullUntil.split(" ").filter(Boolean);
    count.textContent = Number(count.textContent) - until.filter((day) => day < today).length;
    const bar = count.closest("section")?.querySelector("progress");
    if (bar) bar.value = Number(count.textContent);
  }
  for (const words of outdated) {
    words.textContent = words.dataset.oitOnceClosed;
    for (const around of [words.closest(".oit-badge"), words.closest("[data-oit-status]")]) {
      around?.setAttribute("data-oit-outdated", "true");
    }
  }

  const inWords = (iso) => {
    const locale = document.documentElement.lang === "en" ? "en-GB" : "th-TH-u-ca-buddhist";
    const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    const parts = day.formatToParts(new Date(iso));
    return ["day", "month", "year"].map((type) => parts.find((part) => part.type === type).value).join(" ");
  };
  const notice = copyOf(outdated.length ? "oit-closed-notice" : "oit-aged-notice");
  const since = outdated.length
    ? outdated[0].dataset.oitCloses
    : passed.map((mark) => mark.dataset.oitDueOn).sort()[0];
  notice.querySelector("[data-oit-day]").textContent = inWords(since);
  document.querySelector("h1").after(notice);
})();
