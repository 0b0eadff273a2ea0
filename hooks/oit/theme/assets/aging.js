/* A site that nobody rebuilds must not go on claiming to be current. A page carries the day of its
   build, the deadlines that what it says depends on, and the day the round closes. Once one of them
   has passed, the whole page ages at once: its state is replaced by a notice, and what judges the
   present is gone (`.aged` in blocks.css). What lasts stays: evidence that came in time, and what was late
   on the day of the build, with that day. Once the round has closed, it has no next deadline
   (`.aged-closed [data-ahead]`). */
(() => {
  "use strict";
  const page = document.documentElement;
  const { asOf, deadlines = "", closes } = page.dataset;
  if (!asOf) return;
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Bangkok" }).format(new Date());
  const daysBetween = (from, to) => Math.round((new Date(to) - new Date(from)) / 86400000);

  /* How far off a day is, is told on the day it is read. */
  for (const note of document.querySelectorAll("[data-in-days]")) {
    const days = daysBetween(today, note.dataset.inDays);
    if (days >= 0) note.textContent = days ? note.dataset.words.replace("{days}", days) : note.dataset.today;
  }

  /* How late something is, was counted on the day of the build. */
  if (asOf < today) {
    const mark = document.getElementById("aged-mark").content;
    document.querySelectorAll("main .tag.late:not(.legend *)").forEach((tag) => tag.lastElementChild.append(mark.cloneNode(true)));
  }

  const passed = deadlines.split(" ").find((day) => day && day < today);
  const isClosed = closes < today;
  if (!passed && !isClosed) return;
  page.classList.add("aged");
  page.classList.toggle("aged-closed", isClosed);

  const inWords = (iso) => {
    const locale = page.lang === "en" ? "en-GB" : "th-TH-u-ca-buddhist";
    const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    const parts = day.formatToParts(new Date(iso));
    return ["day", "month", "year"].map((type) => parts.find((part) => part.type === type).value).join(" ");
  };
  const notice = document.getElementById(isClosed ? "aged-closed" : "aged-deadline").content.firstElementChild.cloneNode(true);
  notice.querySelector("[data-day]").textContent = inWords(isClosed ? closes : passed);
  const age = notice.querySelector("[data-days]");
  if (age) age.textContent = daysBetween(asOf, today);
  const state = document.querySelector("[data-state]");
  if (state) state.replaceWith(notice);
  else document.querySelector("h1").after(notice);
})();
