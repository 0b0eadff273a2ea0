/* What a Word or Excel file that somebody chose hides: found, and on a yes removed, on their own
   machine. The gate looks further (hooks/oit/evidence); these are the kinds that happen most. */
(() => {
  "use strict";
  const NO = ["0", "false", "off"];
  const TRACKED = ["del", "ins", "moveFrom", "moveTo"];
  const CHANGES = ["rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange"];
  const COMMENT_MARKS = ["commentRangeStart", "commentRangeEnd", "commentReference"];
  const PEOPLE = ["creator", "lastModifiedBy", "Company", "Manager"];

  const all = (root, ...names) =>
    [...root.getElementsByTagName("*")].filter((element) => names.includes(element.localName));
  const value = (element, name) =>
    [...element.attributes].find((attribute) => attribute.localName === name)?.value;
  const isOn = (element) => !NO.includes(value(element, "val"));
  const parsed = (bytes) => {
    const root = new DOMParser().parseFromString(fflate.strFromU8(bytes), "application/xml");
    if (root.getElementsByTagName("parsererror").length) throw new Error("not XML");
    return root;
  };
  const written = (root) => fflate.strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${new XMLSerializer().serializeToString(root.documentElement)}`);
  const unwrap = (element) => element.replaceWith(...element.childNodes);

  /* Parts of a package as documents, read when asked for; those that were changed are written. */
  class Package {
    constructor(bytes) {
      this.files = fflate.unzipSync(bytes);
      this.roots = new Map();
    }
    names(pattern) { return Object.keys(this.files).filter((name) => pattern.test(name)); }
    root(name) {
      if (!this.roots.has(name)) this.roots.set(name, parsed(this.files[name]));
      return this.roots.get(name);
    }
    drop(pattern) {
      this.names(pattern).forEach((name) => {
        delete this.files[name];
        this.roots.delete(name);
        this.unlink(name);
      });
    }
    /* A part that is gone may be named by nothing that is left. */
    unlink(name) {
      const last = name.split("/").pop();
      this.names(/\.rels$/).forEach((rels) => all(this.root(rels), "Relationship")
        .filter((link) => value(link, "Target").endsWith(last)).forEach((link) => link.remove()));
      all(this.root("[Content_Types].xml"), "Override")
        .filter((type) => value(type, "PartName") === `/${name}`).forEach((type) => type.remove());
    }
    packed() {
      const changed = [...this.roots].map(([name, root]) => [name, written(root)]);
      return fflate.zipSync({ ...this.files, ...Object.fromEntries(changed) }, { mtime: "1980-01-01" });
    }
  }

  /* Word (ECMA-376, part 1, 17.13 and 17.3.2.41) */
  const STORY = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
  const COMMENTS = /^word\/(comments\w*|people)\.xml$/;
  const hiddenRuns = (root) => all(root, "vanish", "webHidden").filter(isOn)
    .map((mark) => mark.parentElement.parentElement).filter((run) => run.localName === "r");
  const inLetter = (parts) => {
    const stories = parts.names(STORY).map((name) => parts.root(name));
    return {
      tracked: stories.flatMap((root) => all(root, ...TRACKED)).length,
      hidden: stories.flatMap(hiddenRuns).length,
      comments: parts.names(/^word\/comments\.xml$/).flatMap((name) => all(parts.root(name), "comment")).length,
      inner: parts.names(/^word\/embeddings\//).length,
    };
  };
  const accept = (root) => {
    all(root, "del", "moveFrom").forEach((gone) => {
      const isRow = gone.parentElement?.localName === "trPr";
      (isRow ? gone.parentElement.parentElement : gone).remove();
    });
    all(root, "ins", "moveTo").forEach(unwrap);
    all(root, ...CHANGES).forEach((change) => change.remove());
    all(root, "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
      .forEach((mark) => mark.remove());
  };
  const cleanLetter = (parts) => {
    parts.names(STORY).forEach((name) => {
      const root = parts.root(name);
      accept(root);
      hiddenRuns(root).forEach((run) => run.remove());
      all(root, ...COMMENT_MARKS).forEach((mark) => mark.remove());
    });
    parts.drop(COMMENTS);
  };

  /* Excel (18.3.1, 18.2.19) */
  const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
  const column = (address) => [...address.replace(/\d/g, "")]
    .reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
  const isYes = (text) => text !== undefined && !NO.includes(text);
  const hiddenSheets = (parts) => {
    const links = all(parts.root("xl/_rels/workbook.xml.rels"), "Relationship");
    return all(parts.root("xl/workbook.xml"), "sheet")
      .filter((sheet) => (value(sheet, "state") ?? "visible") !== "visible")
      .map((sheet) => links.find((link) => value(link, "Id") === value(sheet, "id")))
      .map((link) => `xl/${value(link, "Target").replace(/^\/?(xl\/)?/, "")}`);
  };
  const hiddenCells = (root, isHidden) => {
    const columns = all(root, "col").filter((col) => isYes(value(col, "hidden")) || value(col, "width") === "0")
      .map((col) => [Number(value(col, "min")), Number(value(col, "max"))]);
    const isOut = (cell) => columns.some(([first, last]) => {
      const at = column(value(cell, "r") ?? "");
      return at >= first && at <= last;
    });
    return all(root, "c").filter((cell) => cell.childElementCount
      && (isHidden || isYes(value(cell.parentElement, "hidden")) || isOut(cell)));
  };
  const cellsOf = (parts) => {
    const hidden = hiddenSheets(parts);
    return parts.names(SHEET).flatMap((name) => hiddenCells(parts.root(name), hidden.includes(name)));
  };
  const inWorkbook = (parts) => ({
    cells: cellsOf(parts).length,
    comments: parts.names(/^xl\/(comments|threadedComments\/)[^/]*\.xml$/)
      .flatMap((name) => all(parts.root(name), "comment", "threadedComment")).length,
    inner: parts.names(/^xl\/embeddings\//).length,
  });
  const forgetUnused = (parts) => parts.names(/^xl\/sharedStrings\.xml$/).forEach((name) => {
    const used = new Set(parts.names(SHEET).flatMap((sheet) => all(parts.root(sheet), "c"))
      .filter((cell) => value(cell, "t") === "s").map((cell) => Number(all(cell, "v")[0]?.textContent)));
    all(parts.root(name), "si").forEach((string, index) => { if (!used.has(index)) string.replaceChildren(); });
  });
  /* Formulas become the values that they show: they might use a cell that is gone. */
  const cleanWorkbook = (parts) => {
    cellsOf(parts).forEach((cell) => { cell.replaceChildren(); cell.removeAttribute("t"); });
    parts.names(SHEET).forEach((name) => all(parts.root(name), "f").forEach((formula) => formula.remove()));
    parts.drop(/^xl\/calcChain\.xml$/);
    forgetUnused(parts);
  };

  const KINDS = [
    { name: /\.docx$/i, look: inLetter, clean: cleanLetter, left: ["inner"] },
    { name: /\.xlsx$/i, look: inWorkbook, clean: cleanWorkbook, left: ["inner", "comments"] },
  ];
  const forgetPeople = (parts) => {
    parts.names(/^docProps\/(core|app)\.xml$/)
      .forEach((name) => all(parts.root(name), ...PEOPLE).forEach((person) => { person.textContent = ""; }));
    parts.drop(/^docProps\/thumbnail\./);
  };
  const told = (found, keys) => keys.filter((key) => found[key]).map((key) => window.oitWords.hides(key, found[key]));

  const look = async (file) => {
    const kind = KINDS.find((one) => one.name.test(file.name));
    if (!kind) return null;
    const parts = new Package(new Uint8Array(await file.arrayBuffer()));
    const found = kind.look(parts);
    const clean = () => {
      kind.clean(parts);
      forgetPeople(parts);
      return new File([parts.packed()], file.name, { type: file.type });
    };
    const removable = Object.keys(found).filter((key) => !kind.left.includes(key));
    return { removable: told(found, removable), refused: told(found, ["inner"]), clean };
  };
  /* What a file hides: `removable`, and what keeps it from being sent, `refused`, both in words; and
     `clean`, which gives the file without it. `null` for files that are not looked into here. */
  window.oitHiddenContent = (file) => look(file).catch(() => null);
})();
