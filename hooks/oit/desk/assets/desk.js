// The desk: dropping, pasting, progress, copying. Whatever is sent is one of the page's own forms, and
// the answer is the page again, whose parts take the place of those that are shown.
"use strict";

const PARTS = ["told", "arrived", "due", "foot"];
const WATCHED_EVERY = 3000;
const OF_SYSTEMS = /^(\.|~\$|thumbs\.db$|desktop\.ini$)/i; // what programs leave in a folder
const drop = document.getElementById("drop");

document.documentElement.classList.add("js");

// One page after another

const shown = (name) => document.getElementById(name);

function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const open = new Set([...document.querySelectorAll(".card details[open]")].map(placeOf));
  for (const name of PARTS) {
    const part = page.getElementById(name);
    if (part) shown(name).replaceWith(document.adoptNode(part));
  }
  for (const fold of document.querySelectorAll(".card details")) {
    if (open.has(placeOf(fold))) fold.open = true;
  }
}

const placeOf = (fold) => `${fold.closest(".card").id} ${fold.className}`;

async function asked(address, body) {
  const answer = await fetch(address, body ? { method: "POST", body } : {});
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

// One after the other, in the order of the clicks: who answers one question goes on to the next
let last = Promise.resolve();
let waiting = 0;

function working(task) {
  waiting += 1;
  document.body.setAttribute("aria-busy", "true");
  last = last.then(task).catch(() => tell(drop.dataset.failed)).finally(() => {
    waiting -= 1;
    if (!waiting) document.body.removeAttribute("aria-busy");
  });
}

const tell = (text) => { shown("progress").textContent = text; };

// Files, one after the other: each is read before the next one is sent

async function send(files) {
  const { progress, finished, tooLarge, mostBytes } = drop.dataset;
  const bar = shown("bar");
  const taken = files.filter((file) => file.size <= Number(mostBytes));
  const left = files.length - taken.length;
  bar.max = taken.length;
  bar.hidden = false;
  try {
    for (const [index, file] of taken.entries()) {
      tell(progress.replace("#", index + 1).replace("*", taken.length));
      bar.value = index;
      const form = new FormData();
      form.append("file", file, file.name);
      show(await asked("/files", form));
    }
    tell(finished.replace("*", taken.length) + (left ? ` · ${tooLarge.replace("*", left)}` : ""));
  } finally {
    bar.hidden = true;
  }
}

async function filesOf(entry) {
  if (entry.isFile) return [await new Promise((done, fail) => entry.file(done, fail))];
  const reader = entry.createReader();
  const inside = [];
  // A reader gives some at a time, and none at the end.
  for (let some = [null]; some.length;) {
    some = await new Promise((done, fail) => reader.readEntries(done, fail));
    inside.push(...some);
  }
  return (await Promise.all(inside.map(filesOf))).flat();
}

async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files];
  const files = (await Promise.all(entries.map(filesOf))).flat();
  return files.filter((file) => !OF_SYSTEMS.test(file.name));
}

if (drop) {
  const isOfFiles = (event) => event.dataTransfer?.types.includes("Files");
  const mark = (isOver) => document.body.classList.toggle("over", isOver);
  document.addEventListener("dragover", (event) => { if (isOfFiles(event)) { event.preventDefault(); mark(true); } });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) mark(false); });
  document.addEventListener("drop", (event) => {
    mark(false);
    if (!isOfFiles(event)) return;
    event.preventDefault();
    const files = dropped(event.dataTransfer); // before the event ends, or there are no items any more
    working(async () => send(await files));
  });
  shown("files").addEventListener("change", ({ target }) => {
    const files = [...target.files];
    target.value = ""; // so that the same file can be chosen again
    working(() => send(files));
  });
  document.addEventListener("paste", (event) => {
    const files = [...event.clipboardData.files];
    if (files.length) {
      event.preventDefault();
      working(() => send(files));
    } else if (!event.target.closest("input, textarea")) {
      event.preventDefault(); // or the browser pastes it into the field, too
      begin(event.clipboardData.getData("text/plain").trim());
    }
  });
}

// What is pasted as words goes into the form of one entry

function begin(text) {
  if (!text) return;
  const [kind, name] = /^https?:\/\/\S+$/.test(text) ? ["link", "address"] : ["text", "words"];
  document.querySelector(`[data-entry] [value=${kind}]`).checked = true;
  shown(`f-${name}`).value = text;
  shown(`f-${name}`).focus();
}

// Answers

let isLeaving = false;

document.addEventListener("submit", (event) => {
  const form = event.target;
  const body = new FormData(form, event.submitter);
  if (form.closest("#arrived")) {
    event.preventDefault();
    working(async () => {
      tell(drop.dataset.busy);
      show(await asked(form.action, body));
      tell("");
      shown("arrived").focus({ preventScroll: true });
    });
  } else if (waiting || isLeaving) {
    event.preventDefault(); // nothing is sent twice, nor in the midst of something else
    if (waiting) last.then(() => form.requestSubmit());
  } else {
    isLeaving = true;
    const said = shown("progress");
    said.textContent = said.dataset.busy ?? drop.dataset.busy;
  }
});
window.addEventListener("pageshow", () => { isLeaving = false; });

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const text = shown(button.dataset.copy);
  text.select();
  await navigator.clipboard.writeText(text.value).catch(() => document.execCommand("copy"));
  button.textContent = drop.dataset.copied;
});

// A folder that is watched: the desk is looked at again once something is new there

if (drop && "watched" in drop.dataset) {
  setInterval(() => {
    if (document.hidden || waiting || isLeaving || document.activeElement.closest("#arrived select, #arrived input")) return;
    working(async () => {
      if (await asked("/version") !== shown("arrived").dataset.version) show(await asked("/"));
    });
  }, WATCHED_EVERY);
}
