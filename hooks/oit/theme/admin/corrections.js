/* Below a field whose value has a certain correction: what was most likely meant, and a button that
   writes it. Wraps the fields of Decap CMS by its own extension points. */
window.oitCorrections = (cms, readings) => {
  "use strict";
  const { label, said } = window.oitWords;

  const long = new Intl.DateTimeFormat("th-TH-u-ca-buddhist", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const isText = (value) => typeof value === "string" && value.trim() !== "";

  const named = (value, found, meant, code) => (
    { value, said: said("means", { found, meant, code }), name: `${meant} (${code})` });

  /* What to write in place of a value, what is said, and its name on the button; `null` where nothing
     is certain. */
  const ofDay = (value) => {
    const day = isText(value) ? readings.date(value) : null;
    if (!day || day === value) return null;
    const words = { found: value, meant: long.format(new Date(`${day}T00:00:00Z`)), code: day };
    return { value: day, said: said("means-day", words), name: day };
  };
  const ofTruth = (value) => {
    const truth = isText(value) ? readings.truth(value) : null;
    return truth === null ? null : named(truth, value, label(truth), truth);
  };
  /* Of choices only those that are offered, so that a click leaves nothing to correct. */
  const ofChoices = (value, field) => {
    const options = field.get("options").toJS().filter((option) => option.label);
    const labels = new Map(options.map((option) => [option.value, option.label]));
    const byLabel = new Map(options.map((option) => [option.label, option.value]));
    const read = (text) => (labels.has(text) || !isText(text) ? text : byLabel.get(text) || readings.period(text));
    const isWrong = (text) => read(text) !== text && labels.has(read(text));
    const values = value && value.map ? [...value] : [value];
    const wrong = values.filter(isWrong);
    if (!wrong.length) return null;
    const fixed = values.map((text) => (isWrong(text) ? read(text) : text));
    const [meant, code] = [wrong.map((text) => labels.get(read(text))), wrong.map(read)].map((words) => words.join(" "));
    return named(value.map ? value.clear().push(...fixed) : fixed[0], wrong.join(" "), meant, code);
  };

  const hint = (correction, write) => window.h("div", { className: "oit-correction", role: "status" },
    window.h("p", {}, correction.said),
    window.h("button", { type: "button", onClick: write }, label("write", { value: correction.name })));
  const withCorrection = (control, correctionOf) => window.createClass({
    keep(inner) { this.inner = inner; },
    isValid() { return this.inner && this.inner.isValid ? this.inner.isValid() : true; },
    render() {
      const { value, field, onChange } = this.props;
      const correction = correctionOf(value, field);
      return window.h("div", {},
        window.h(control, { ...this.props, ref: this.keep }),
        correction && hint(correction, () => onChange(correction.value)));
    },
  });

  Object.entries({ datetime: ofDay, boolean: ofTruth, select: ofChoices }).forEach(([name, correctionOf]) => {
    const { control, preview, schema } = cms.getWidget(name);
    cms.registerWidget(name, withCorrection(control, correctionOf), preview, schema);
  });
};
