/* Below a field whose value has a certain correction: what was most likely meant, and a button that
   writes it. Wraps the fields of Decap CMS by its own extension points. */
window.oitCorrections = (cms, readings) => {
  "use strict";
  const MEANT = (found, meant) => `ช่องนี้ระบุ “${found}” น่าจะหมายถึง${meant}`;
  const WRITE = (value) => `แก้เป็น ${value}`;
  const ENGLISH = (value) => `This probably means ${value}.`;
  const DAY = (day) => `วันที่ ${day} ระบบบันทึกปีเป็น ค.ศ.`;
  const PERIOD = (period) => ` ${period}`;
  const TRUTHS = { true: "ใช่", false: "ไม่ใช่" };

  const long = new Intl.DateTimeFormat("th-TH-u-ca-buddhist", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const isText = (value) => typeof value === "string" && value.trim() !== "";

  /* What to write in place of a value, its words and its name; `null` where nothing is certain. */
  const ofDay = (value) => {
    const day = isText(value) ? readings.date(value) : null;
    return day && day !== value
      ? { value: day, found: value, meant: DAY(long.format(new Date(`${day}T00:00:00Z`))), name: day, code: day } : null;
  };
  const ofTruth = (value) => {
    const truth = isText(value) ? readings.truth(value) : null;
    return truth === null
      ? null : { value: truth, found: value, meant: PERIOD(TRUTHS[truth]), name: `${TRUTHS[truth]} (${truth})`, code: truth };
  };
  /* Of a choice of several only what is offered, so that a click leaves nothing to correct. */
  const ofChoices = (value, field) => {
    if (!value || !value.map || !field.get("multiple")) return null;
    const options = field.get("options").toJS().filter((option) => option.label);
    const labels = new Map(options.map((option) => [option.value, option.label]));
    const read = (text) => (labels.has(text) || !isText(text) ? text : readings.period(text));
    const wrong = [...value].filter((text) => read(text) !== text && labels.has(read(text)));
    if (!wrong.length) return null;
    const meant = wrong.map((text) => labels.get(read(text))).join(" ");
    const [fixed, code] = [value.map((text) => (wrong.includes(text) ? read(text) : text)), wrong.map(read).join(" ")];
    return { value: fixed, found: wrong.join(" "), meant: PERIOD(meant), name: `${meant} (${code})`, code };
  };

  const hint = (correction, write) => window.h("p", { className: "oit-correction", role: "status" },
    `${MEANT(correction.found, correction.meant)} `,
    window.h("button", { type: "button", onClick: write }, WRITE(correction.name)),
    window.h("span", { lang: "en" }, ENGLISH(correction.code)));
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
