/* Which entry of evidence a file is being chosen for, and which files the site publishes already: what is
   asked about a file before it is attached. Wraps the field of files of Decap CMS by its own extension
   points; entries are known by its class names, as in place.js. */
window.oitChosenFile = (cms) => {
  "use strict";
  const ENTRY = "[class*=\"SortableListItem\"]";
  const ROUND = /^#\/collections\/oit-(\d{4})\/entries\/(o\d+)/;
  const NO_ENTRY = {};

  let chosen = null;
  /* The place of the entry in its list that an element is in; -1 outside of any. */
  const placeOf = (element) => {
    const whole = element.closest("div[id^=\"evidence-field-\"]");
    const entries = whole ? [...whole.querySelectorAll(ENTRY)] : [];
    return entries.filter((inner) => !inner.parentElement.closest(ENTRY)).findIndex((entry) => entry.contains(element));
  };
  const evidenceOf = (entry) => {
    const list = entry && entry.getIn(["data", "evidence"]);
    return list && list.toJS ? list.toJS() : [];
  };
  const remembering = (control) => window.createClass({
    keep(inner) { this.inner = inner; },
    isValid() { return this.inner && this.inner.isValid ? this.inner.isValid() : true; },
    /* A file that was chosen comes by another property than the value, and would not be seen. */
    shouldComponentUpdate() { return true; },
    remember(event) {
      const [evidence, place] = [evidenceOf(this.props.getEntry()), placeOf(event.currentTarget)];
      chosen = { entry: evidence[place] || NO_ENTRY, others: evidence.filter((_, index) => index !== place) };
    },
    render() {
      return window.h("div", { onClickCapture: this.remember },
        window.h(control, { ...this.props, ref: this.keep }));
    },
  });
  addEventListener("hashchange", () => { chosen = null; });
  const { control, preview, schema } = cms.getWidget("file");
  cms.registerWidget("file", remembering(control), preview, schema);

  const read = async () => {
    const answer = await fetch("../api/v1/index.json");
    if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
    return answer.json();
  };
  let index = null;
  const filesOf = ({ item, requirements }) => requirements.flatMap(({ cells }) => cells)
    .flatMap(({ evidence }) => evidence).filter(({ kind }) => kind === "file")
    .map(({ title, url, sha256 }) => ({ item, title, sha256, name: decodeURIComponent(url.split("/").pop()) }));
  /* The files of the round that is open in the form; none where the index cannot be read, as the gate
     looks again. */
  const published = async () => {
    const [, year] = ROUND.exec(location.hash) || [];
    index ??= read().catch(() => ({ rounds: [] }));
    const { rounds } = await index;
    return rounds.filter((round) => String(round.fiscal_year) === year).flatMap(({ items }) => items).flatMap(filesOf);
  };
  const ofItem = async () => {
    const [, , item] = ROUND.exec(location.hash) || [];
    return (await published()).filter((file) => file.item.toLowerCase() === item);
  };
  /* Browsers hash only on pages that came over a safe connection, or from this machine. */
  const sha256 = async (file) => {
    const sum = crypto.subtle ? await crypto.subtle.digest("SHA-256", await file.arrayBuffer()) : new ArrayBuffer(0);
    return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  return {
    sha256,
    /* The entry of evidence that an element is in. */
    entryAt: (element, entry) => evidenceOf(entry)[placeOf(element)],
    /* The entry, and the others of its list; `null` where none is open. */
    forEntry: () => chosen,
    /* What the site publishes under the same item. */
    namesThere: async () => (await ofItem()).map(({ name }) => name),
    /* Whether it publishes these very bytes by a name there. */
    isPublished: async (name, file) => {
      const sum = await sha256(file);
      return (await ofItem()).some((there) => there.name === name && there.sha256 === sum);
    },
    /* A published file of the round with the same bytes as one of these. */
    sameAs: async (files) => {
      const sums = await Promise.all(files.map(sha256));
      return (await published()).find((file) => sums.includes(file.sha256));
    },
  };
};
