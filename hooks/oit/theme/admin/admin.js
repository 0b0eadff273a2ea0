/* Opens the form where it may work, keeps the order of what it writes, and looks into a file before
   it leaves the machine. The form itself is Decap CMS, beside this file. */
(() => {
  "use strict";
  const isTraining = "training" in document.currentScript.dataset;
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
  if (isTraining && !isHere) return;

  const { said } = window.oitWords;
  let chosenFile = null;
  let replacing = null;
  const EMPTY = [undefined, null, ""];

  const mayLeave = async (file) => {
    const seen = await window.oitIdNumbers(file);
    if (seen === "found") alert(said("id-number"));
    return seen === "clear" || (seen === "unread" && confirm(said("unread")));
  };
  const withoutHidden = (file, hidden) => {
    if (hidden.refused.length) alert(said("inner", { list: hidden.refused.join(" ") }));
    else if (!hidden.removable.length) return file;
    else if (confirm(said("hidden", { list: hidden.removable.join("\n") }))) return hidden.clean();
    return null;
  };
  /* The file as it may be sent; `null` where it may not. */
  const prepared = async (file) => {
    const hidden = await window.oitHiddenContent(file);
    const shown = hidden ? withoutHidden(file, hidden) : file;
    return shown && await mayLeave(shown) ? shown : null;
  };
  const monthWords = new Intl.DateTimeFormat("th-TH-u-ca-buddhist", { month: "long", timeZone: "UTC" });
  const yearWords = new Intl.DateTimeFormat("th-TH-u-ca-buddhist", { month: "long", year: "numeric", timeZone: "UTC" });
  const worded = (month) => (month.length === 2
    ? monthWords.format(Date.UTC(2025, month - 1)) : yearWords.format(new Date(`${month}-01T00:00:00Z`)));
  const ending = (name) => name.toLowerCase().split(".").pop();
  /* As `oit replace` refuses: another kind of file would need another name, and the same bytes no reason. */
  const mayReplace = async (file, sent, entry) => {
    if (!entry.file || !(await chosenFile.namesThere()).includes(entry.file)) return true;
    const words = { file: file.name, old: entry.file, ending: ending(entry.file) };
    const isOther = ending(file.name) !== words.ending;
    if (isOther) alert(said("other-type", words));
    else if (await chosenFile.isPublished(entry.file, sent)) alert(said("no-change", words));
    else return true;
    return false;
  };
  /* Asks where the old name says another month, or the site has the same bytes; a yes is the person's own. */
  const isMeant = async (file, sent, entry) => {
    const month = window.oitEvidenceNames.otherMonth(file.name, [...(entry.periods || [])]);
    if (month && !confirm(said("other-month", { file: file.name, named: worded(month) }))) return false;
    const same = await chosenFile.sameAs([file, sent]);
    return !same || confirm(said("same-bytes", { title: same.title, item: same.item }));
  };
  /* As `oit add` names it; a file that takes the place of another of its kind has its name. */
  const nameFor = async (file, { entry, others }) => {
    if (entry.file && ending(entry.file) === ending(file.name)) return entry.file;
    const periods = entry.periods || [];
    const taken = [...await chosenFile.namesThere(), ...others.map((other) => other.file).filter(Boolean)];
    return window.oitEvidenceNames.named({
      source: file.name, requirement: entry.for, period: periods.length === 1 ? periods[0] : null, known: others, taken,
    });
  };
  const attached = async (file) => {
    const chosen = chosenFile.forEntry();
    if (!chosen || !chosen.entry.for) { alert(said("choose-first")); return null; }
    const sent = await prepared(await window.oitWithoutMetadata(file));
    if (!sent || !await mayReplace(file, sent, chosen.entry) || !await isMeant(file, sent, chosen.entry)) return null;
    /* Its bytes as they were looked at: a file that is saved again meanwhile could not be read any more. */
    return new File([await sent.arrayBuffer()], await nameFor(file, chosen), { type: sent.type });
  };
  const passOn = (input, files) => {
    const given = new DataTransfer();
    files.forEach((file) => given.items.add(file));
    input.files = given.files;
    input.dataset.oitSeen = "";
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const onChosen = async (event) => {
    const input = event.target;
    if (input.type !== "file") return;
    if ("oitSeen" in input.dataset) { delete input.dataset.oitSeen; return; }
    event.stopImmediatePropagation();
    const files = [];
    for (const file of input.files) files.push(await attached(file));
    if (files.length && files.every(Boolean)) passOn(input, files);
    else input.value = "";
  };
  /* A file that is dropped would pass by the check: it is to be chosen by the button. */
  const onDropped = (event) => {
    if ([...(event.dataTransfer?.types || [])].includes("Files")) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };

  const inOrder = (order) => (entry) => {
    const place = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
    const words = entry.get("replaces");
    return (words ? entry.set("replaces", words.map(inOrder(order))) : entry)
      .filterNot((value) => EMPTY.includes(value) || value.size === 0)
      .sortBy((_, name) => place(name));
  };
  /* As `oit add` and `oit replace` leave it: a record is as new as the newest evidence that it names. */
  const updated = (data) => {
    const entries = [...(data.get("evidence") || [])];
    const days = entries.flatMap((entry) => [String(entry.get("published")), ...replacing.days(entry)]);
    const newest = days.filter((day) => /^20\d\d-\d\d-\d\d$/.test(day)).sort().at(-1);
    return newest > String(data.get("updated") || "") ? data.set("updated", newest) : data;
  };
  const tidied = (order) => ({ entry }) => {
    const tidy = inOrder(order);
    const lists = ["reviews", "evidence"];
    const data = lists.reduce(
      (all, name) => (all.get(name) ? all.update(name, (list) => list.map(tidy)) : all),
      entry.get("data"));
    return updated(data).filterNot((value, name) => name !== "body" && EMPTY.includes(value));
  };

  /* The one question of the form that has no Thai words to replace. */
  const asked = window.confirm.bind(window);
  window.confirm = (question) => {
    const replaced = /^(\S+) already exists\. Do you want to replace it\?$/.exec(question);
    return asked(replaced ? said("there-already", { file: replaced[1] }) : question);
  };

  const read = async (name) => {
    const answer = await fetch(name);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  };
  const load = (address) => new Promise((loaded, failed) => {
    const script = Object.assign(document.createElement("script"), { src: address });
    script.addEventListener("load", loaded);
    script.addEventListener("error", failed);
    document.head.append(script);
  });
  const over = (base, ours) => Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(ours)])].map((key) => [key, inOurs(base[key], ours[key])]));
  const inOurs = (base, ours) => (typeof ours === "object" ? over(base || {}, ours) : ours ?? base);

  const open = async () => {
    const [config, order, written] = await Promise.all(["config.json", "order.json", "written-words.json"].map(read));
    window.CMS_MANUAL_INIT = true;
    await load("decap-cms.js");
    document.getElementById("oit-notice").remove();
    window.CMS.registerLocale("th", inOurs(window.CMS.getLocale("th"), window.oitWords.cms));
    window.CMS.registerEventListener({ name: "preSave", handler: tidied(order) });
    window.CMS.registerCustomFormat("oit-record", "md", window.oitRecordFormat(order));
    chosenFile = window.oitChosenFile(window.CMS);
    replacing = window.oitReplacing(window.CMS, chosenFile);
    replacing.keepPublished(config.backend.name);
    window.oitCorrections(window.CMS, window.oitReadings(written));
    window.CMS.init({ config });
  };

  addEventListener("change", onChosen, true);
  ["dragover", "drop"].forEach((kind) => addEventListener(kind, onDropped, true));
  open().catch(() => { document.querySelector("#oit-notice p + p").textContent = said("failed"); });
})();
