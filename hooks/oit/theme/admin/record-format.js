/* Records as Decap CMS reads and saves them, by its custom format: only what was changed in the form
   changes in the file, as with the commands (hooks/oit/editing/front_matter.py). The text that was read
   goes with the values as one of them, to be edited at the end. */
window.oitRecordFormat = (order) => {
  "use strict";
  const { edited, read, same, written } = window.oitYamlEdit;
  const SOURCE = "oit_source";
  const unreadable = (cause) => new Error(window.oitWords.said("unreadable"), { cause });
  const DASHES = /^\ufeff?-{3,}\s*$/;
  const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/g;

  const withLineFeeds = (text) => text.replace(/\r\n?/g, "\n");
  const lineEndOf = (text) => (/\r\n|\r|\n/.exec(text) || ["\n"])[0];
  const parts = (text) => {
    const found = [...text.matchAll(LINE)].filter((line) => DASHES.test(line[0])).slice(0, 2);
    if (found.length < 2) throw unreadable();
    const [start, end, body] = [found[0].index + found[0][0].length, found[1].index, found[1].index + found[1][0].length];
    return {
      opening: text.slice(0, start), fields: withLineFeeds(text.slice(start, end)),
      closing: text.slice(end, body), body: text.slice(body),
    };
  };
  const isEmpty = (value) => value === undefined || value === null || value === "";
  const filled = (value) => {
    if (Array.isArray(value)) return value.map(filled);
    if (typeof value !== "object") return value;
    const pairs = Object.entries(value).filter(([, inner]) => !isEmpty(inner));
    return Object.fromEntries(pairs.map(([name, inner]) => [name, filled(inner)]));
  };
  const withoutEmptyLists = (value) => {
    if (Array.isArray(value)) return value.map(withoutEmptyLists);
    if (typeof value !== "object") return value;
    const pairs = Object.entries(value).filter(([, inner]) => !Array.isArray(inner) || inner.length);
    return Object.fromEntries(pairs.map(([name, inner]) => [name, withoutEmptyLists(inner)]));
  };
  const alike = (one, other) => same(withoutEmptyLists(filled(one)), withoutEmptyLists(filled(other)));

  /* A text that was changed ends with its line, and stands apart from the fields, as `oit add --text` leaves it. */
  const bodyOf = (source, given) => {
    const words = withLineFeeds(given);
    if (withLineFeeds(source.body).trim() === words.trim()) return source.body;
    const isFirst = !source.body.trim() && !words.startsWith("\n");
    const apart = `${isFirst ? "\n" : ""}${words.trimEnd()}\n`;
    return words.trim() ? apart.replace(/\n/g, lineEndOf(source.opening)) : "";
  };
  const changed = (text, values, body) => {
    const source = parts(text);
    const fields = edited(source.fields, values, order);
    if (!alike(read(fields), values)) throw new Error("The fields would not read back as they were written.");
    const written = fields.replace(/\n/g, lineEndOf(source.opening));
    return source.opening + written + source.closing + bodyOf(source, body);
  };

  return {
    /* Of a file that cannot be read only its text, so that a save cannot destroy it. */
    fromFile: (text) => {
      try {
        const { fields, body } = parts(text);
        const words = withLineFeeds(body);
        return { ...read(fields), ...(words.trim() && { body: words }), [SOURCE]: text };
      } catch (error) {
        console.warn(error);
        return { [SOURCE]: text };
      }
    },
    toFile: (data) => {
      const { [SOURCE]: text, body = "", ...given } = data;
      const values = filled(given);
      if (text === undefined) return `---\n${written(values)}---\n${body}`;
      try {
        return changed(text, values, body);
      } catch (error) {
        throw unreadable(error);
      }
    },
  };
};
