/* Other values in a YAML text: only the lines of what changed are written again. The same as
   hooks/oit/editing/yaml_text.py, outline.py and yaml_edit.py, where the reasons are;
   tests/browser/test_record_format.py holds the two against each other. */
window.oitYamlEdit = (() => {
  "use strict";
  const { isMap, isScalar, isSeq, parseDocument } = window.oitYaml;
  const INDENT = 2;
  const PLAIN = /^(?![-?:,[\]{}#&*!|>'"%@`=<\s])(?:[^\s:#]|:(?!\s|$)|(?<!\s)#| (?!$))+$/;
  const OTHER_WORD = /^(?:~|null|true|false|yes|no|on|off|y|n|\.nan|[-+]?\.inf)$/i;
  const OTHER_NUMBER = new RegExp(
    "^(?:[-+.]?[0-9][0-9_.,:+-]*(?:[eE][-+]?[0-9]*)?|\\.+|[-+]?0[xob][0-9a-fA-F_]+"
    + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9].*)$");
  const MONTH = /^[0-9]{4}-[0-9]{2}$/;
  const DAY = /^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
  const UNPRINTABLE = new RegExp(
    "[^\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\u{10000}-\\u{10ffff}]", "gu");
  const NULLS = ["", "~", "null", "Null", "NULL"];
  const TRUTHS = new Map([["true", true], ["false", false]]);
  const COMMENT = /(?<!\S)#[^\n]*/g;

  /* The rule. */
  const isDay = (text) => {
    const day = new Date(`${text}T00:00:00Z`);
    return DAY.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  };
  const isPlain = (text) => text.search(UNPRINTABLE) < 0 && PLAIN.test(text)
    && (!(OTHER_WORD.test(text) || OTHER_NUMBER.test(text)) || MONTH.test(text) || isDay(text));
  const escaped = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const scalar = (value) => {
    const text = String(value);
    if (typeof value !== "string" || isPlain(text)) return text;
    return JSON.stringify(text).replace(UNPRINTABLE, escaped);
  };
  const isMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const blanks = (column) => " ".repeat(column);
  const mappingLines = (values, column) => Object.entries(values).flatMap(([name, value]) => {
    const [first, ...others] = valueLines(value, column + INDENT);
    return [`${blanks(column)}${name}:${first}`, ...others];
  });
  const valueLines = (value, column) => {
    if (!Array.isArray(value)) return [` ${scalar(value)}`];
    if (!value.length) return [" []"];
    return ["", ...value.flatMap((entry) => entryLines(entry, column))];
  };
  const entryLines = (value, column) => {
    if (!isMapping(value)) return [`${blanks(column)}- ${scalar(value)}`];
    const [first, ...others] = mappingLines(value, column + INDENT);
    return [`${blanks(column)}- ${first.trimStart()}`, ...others];
  };
  const joined = (lines) => lines.map((line) => `${line}\n`).join("");

  /* The outline. Tags, anchors and aliases are refused, as the strict reader does. */
  const UNREADABLE = "The fields cannot be read.";
  const composed = (text) => {
    const { contents, errors } = parseDocument(text, { schema: "failsafe", prettyErrors: false });
    const isStrict = (node) => (isScalar(node) || isCollection(node)) && !node.tag && !node.anchor;
    if (errors.length || !isMap(contents) || !nodesIn(contents).every(isStrict)) throw new Error(UNREADABLE);
    return contents;
  };
  const children = (node) => (isMap(node)
    ? node.items.map((pair) => [pair.key, pair.value]) : node.items.map((value) => [null, value]));
  const isCollection = (node) => isMap(node) || isSeq(node);
  const commentsIn = (text) => text.match(COMMENT) || [];
  const lineStart = (text, index) => text.lastIndexOf("\n", index - 1) + 1;
  const lineEnd = (text, index) => {
    if (text[index - 1] === "\n") return index;
    const end = text.indexOf("\n", index);
    return end < 0 ? text.length : end + 1;
  };
  const contentEnd = (node) => {
    if (!isCollection(node) || node.flow) return node.range[1];
    return contentEnd(children(node).at(-1)[1]);
  };
  const nodesIn = (node) => (isCollection(node)
    ? [node, ...children(node).flat().filter(Boolean).flatMap(nodesIn)] : [node]);
  const innerComments = (text, node) => {
    let at = node.range[0];
    const found = nodesIn(node).filter(isScalar).flatMap((inner) => {
      const between = commentsIn(text.slice(at, inner.range[0]));
      at = inner.range[1];
      const isBlock = (inner.type || "").startsWith("BLOCK_");
      const heading = isBlock ? commentsIn(text.slice(inner.range[0]).split("\n", 1)[0]) : [];
      return [...between, ...heading];
    });
    return node.flow ? [...found, ...commentsIn(text.slice(at, node.range[1]))] : found;
  };
  const isBlock = (text, node) => {
    if (!isCollection(node) || node.flow) return false;
    let at = node.range[0];
    return children(node).every(([key, value]) => {
      const before = text.slice(at, key ? key.range[0] : at).replace(COMMENT, "");
      at = contentEnd(value);
      return !before.includes("?");
    });
  };
  const afterDeeperComments = (text, index, column) => {
    const between = /( *)(#[^\n]*)?\n/y;
    let end = index;
    between.lastIndex = index;
    for (let line = between.exec(text); line; line = between.exec(text)) {
      if (line[2] && line[1].length <= column) break;
      if (line[2]) end = between.lastIndex;
    }
    return end;
  };
  const outlineOf = (text, node, start) => {
    const comments = innerComments(text, node);
    if (!isBlock(text, node)) return { start: node.range[0], end: contentEnd(node), comments };
    const entries = [];
    const column = node.range[0] - lineStart(text, node.range[0]);
    for (const [key, value] of children(node)) {
      entries.push(entryOf(text, key, value, entries.length ? entries.at(-1).stop : start, column));
    }
    return { column, entries, comments };
  };
  const entryOf = (text, key, value, start, column) => {
    const dash = /^ *-(?!\S)/gm;
    dash.lastIndex = start;
    const sign = key ? key.range[0] : dash.exec(text) && dash.lastIndex - 1;
    const mark = key ? text.indexOf(":", key.range[1]) + 1 : sign + 1;
    const end = lineEnd(text, contentEnd(value));
    const inner = outlineOf(text, value, key ? lineEnd(text, mark) : mark);
    const stop = afterDeeperComments(text, end, column);
    return { name: key ? key.value : "", start, sign, mark, value: inner, lineEnd: end, stop };
  };

  /* Values as the form has them: text, truth values, lists, mappings; nothing is left out. */
  const valueOf = (node) => {
    if (isMap(node)) {
      const pairs = node.items.map((pair) => [pair.key.value, valueOf(pair.value)]);
      return Object.fromEntries(pairs.filter(([, value]) => value !== null));
    }
    if (isSeq(node)) return node.items.map(valueOf);
    if (node.type !== "PLAIN") return node.value;
    if (NULLS.includes(node.value)) return null;
    return TRUTHS.get(node.value) ?? node.value;
  };
  const same = (one, other) => {
    if (Array.isArray(one) && Array.isArray(other)) {
      return one.length === other.length && one.every((value, place) => same(value, other[place]));
    }
    if (!isMapping(one) || !isMapping(other)) return one === other;
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].every((name) => same(one[name], other[name]));
  };
  const mostlySame = (old, now) => {
    if (!isMapping(old) || !isMapping(now)) return false;
    const names = Object.keys(old);
    return 2 * names.filter((name) => same(old[name], now[name])).length >= names.length;
  };
  const sourcesOf = (old, now) => {
    const sources = now.map(() => null);
    for (const isSource of [same, mostlySame]) {
      now.forEach((value, place) => {
        if (sources[place] !== null) return;
        const alike = [...old.keys()]
          .filter((number) => !sources.includes(number) && isSource(old[number], value));
        sources[place] = alike.includes(place) ? place : alike[0] ?? null;
      });
    }
    return sources;
  };

  /* The edit: changes are { start, end, text }. */
  const editorOf = (text, order) => {
    const place = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
    const onOwnLines = (comments, column) => comments.map((comment) => blanks(column) + comment);
    const applied = (start, end, changes) => {
      const sorted = [...changes].sort((one, other) => one.start - other.start || one.end - other.end);
      let at = start;
      const parts = sorted.map((change) => {
        const part = text.slice(at, change.start) + change.text;
        at = change.end;
        return part;
      });
      return parts.join("") + text.slice(at, end);
    };
    const mappingBelow = (leaf, now) => {
      const column = leaf.start - lineStart(text, leaf.start);
      const lines = [...onOwnLines(leaf.comments, column), ...mappingLines(now, column)];
      return [{ start: leaf.start, end: leaf.end, text: lines.join("\n").trimStart() }];
    };
    const removals = (entries, kept) => {
      const [first] = entries;
      const gone = entries.filter((entry) => !kept.includes(entry));
      const cut = (entry) => ({ start: entry.start, end: entry.stop, text: "" });
      if (!gone.includes(first) || first.start === lineStart(text, first.start)) return gone.map(cut);
      const [following] = kept;
      const between = text.slice(following.start, following.sign);
      const moved = between.includes("#") ? between.trimStart() : "";
      return [
        { start: first.sign, end: following.sign, text: moved },
        ...gone.filter((entry) => entry.sign > following.sign).map(cut),
      ];
    };
    const addition = (kept, column, name, value) => {
      const line = joined(mappingLines({ [name]: value }, column));
      const earlier = kept.filter((entry) => place(entry.name) < place(name));
      if (!earlier.length) {
        const { sign } = kept[0];
        return { start: sign, end: sign, text: line.trimStart() + blanks(column) };
      }
      const { stop } = earlier.reduce((best, entry) => (place(entry.name) > place(best.name) ? entry : best));
      return { start: stop, end: stop, text: line };
    };
    const leafChanges = (entry, leaf, column, now) => {
      const [first, ...others] = valueLines(now, column + INDENT);
      const end = text[leaf.end - 1] === "\n" ? leaf.end - 1 : leaf.end;
      const isBeside = !text.slice(entry.mark, leaf.start).replace(/ /g, "");
      const lines = [...onOwnLines(leaf.comments, column + INDENT), ...others];
      return [
        isBeside ? { start: entry.mark, end, text: first } : { start: leaf.start, end, text: first.trimStart() },
        { start: entry.lineEnd, end: entry.lineEnd, text: joined(lines) },
      ];
    };
    const listChange = (block, old, now) => {
      const sources = sourcesOf(old, now);
      const chunks = now.map((value, number) => {
        const source = sources[number];
        if (source === null) return joined(entryLines(value, block.column));
        const entry = block.entries[source];
        return applied(entry.start, entry.stop, mappingChanges(entry.value, old[source], value));
      });
      return { start: block.entries[0].start, end: block.entries.at(-1).stop, text: chunks.join("") };
    };
    const fieldChanges = (entry, column, old, now) => {
      const { value } = entry;
      if (!value.entries) return leafChanges(entry, value, column, now);
      if (now.length) return [listChange(value, old, now)];
      const rest = joined(onOwnLines(value.comments, column + INDENT));
      return [
        { start: entry.mark, end: entry.mark, text: " []" },
        { start: value.entries[0].start, end: value.entries.at(-1).stop, text: rest },
      ];
    };
    const mappingChanges = (value, before, after) => {
      if (same(before, after)) return [];
      if (!value.entries) return mappingBelow(value, after);
      const isIn = (values, name) => Object.hasOwn(values, name);
      /* An empty list says nothing, and the form leaves it out: it stays. */
      const isGone = ({ name }) => isIn(before, name) && !isIn(after, name) && [before[name]].flat().length > 0;
      const kept = value.entries.filter((entry) => !isGone(entry));
      const there = value.entries.map((entry) => entry.name);
      const changed = kept.filter(({ name }) => isIn(after, name) && !same(before[name], after[name]));
      return [
        ...removals(value.entries, kept),
        ...changed.flatMap((entry) => fieldChanges(entry, value.column, before[entry.name], after[entry.name])),
        ...Object.keys(after).filter((name) => !there.includes(name))
          .map((name) => addition(kept, value.column, name, after[name])),
      ];
    };
    return { applied, mappingChanges };
  };

  return {
    /* The text of a mapping in its order, as nothing was there before. */
    written: (values) => joined(mappingLines(values, 0)),
    /* The values of a text; an error where it cannot be read. */
    read: (text) => valueOf(composed(text)),
    /* The text with other values; a new field stands after those that precede it in the order. */
    edited: (text, after, order) => {
      const node = composed(text);
      const editor = editorOf(text, order);
      const changes = editor.mappingChanges(outlineOf(text, node, 0), valueOf(node), after);
      return editor.applied(0, text.length, changes);
    },
    same,
  };
})();
