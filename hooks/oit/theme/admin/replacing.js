/* A corrected file in the place of a published one, as `oit replace` records it
   (hooks/oit/entry/replacement.py): each entry about the file gets a word with the hash of the old one and
   the day, and a person writes why. Decap CMS would first take the old file off the main branch, past those
   who look before anything is published; here it stays, and the request puts the new one in its place. */
window.oitReplacing = (cms, chosenFile) => {
  "use strict";
  const REPLACED = "oit-replaced";
  const told = new Set();

  /* The word in the list of an entry, once; the field has its day by itself. */
  const withWords = (control) => class extends control {
    componentDidMount() {
      super.componentDidMount();
      addEventListener(REPLACED, this.hear);
    }
    componentWillUnmount() { removeEventListener(REPLACED, this.hear); }
    hear = ({ detail: { name, sha256 } }) => {
      const { field, forID, getEntry, value } = this.props;
      if (field.get("name") !== "replaces") return;
      const entry = chosenFile.entryAt(document.getElementById(forID), getEntry());
      const isTold = value && [...value].some((word) => word.get("sha256") === sha256);
      if (!entry || entry.file !== name || isTold) return;
      told.add(sha256);
      this.addItem(field.clear().merge(this.multipleDefault(field.get("fields"))).set("sha256", sha256));
    };
  };
  const tell = async (backend, path) => {
    const name = path.split("/").pop();
    try {
      const { file } = await backend.getMediaFile(path);
      dispatchEvent(new CustomEvent(REPLACED, { detail: { name, sha256: await chosenFile.sha256(file) } }));
    } catch (error) {
      console.warn(error);
      alert(window.oitWords.said("old-unread", { file: name }));
    }
  };
  const keeping = (backend) => Object.assign(backend, {
    deleteFiles: (paths) => Promise.all(paths.map((path) => tell(backend, path))),
  });
  const { control, preview, schema } = cms.getWidget("list");
  cms.registerWidget("list", withWords(control), preview, schema);

  return {
    /* Nothing is taken off the main branch by this backend. */
    keepPublished: (name) => {
      const backend = cms.getBackend(name);
      const init = backend.init.bind(backend);
      backend.init = (...given) => keeping(init(...given));
    },
    /* The days of the words that were written here about an entry. */
    days: (entry) => [...(entry.get("replaces") || [])]
      .filter((word) => told.has(word.get("sha256"))).map((word) => String(word.get("date"))),
  };
};
