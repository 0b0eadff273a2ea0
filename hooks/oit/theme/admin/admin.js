/* Opens the form where it may work, keeps the order of what it writes, and looks into a file before
   it leaves the machine. The form itself is Decap CMS, beside this file. */
(() => {
  "use strict";
  const isTraining = "training" in document.currentScript.dataset;
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
  if (isTraining && !isHere) return;

  const FOUND = "ไฟล์นี้อาจมีเลขประจำตัวประชาชน จึงยังไม่ได้แนบไฟล์ โปรดลบเลขออกจากไฟล์แล้วเลือกใหม่\n\n"
    + "[EN] The file seems to hold a national ID number. It was not attached.";
  const UNREAD = "ระบบตรวจข้อความในไฟล์นี้ได้ไม่ครบถ้วน ท่านได้ตรวจแล้วใช่หรือไม่ว่าไม่มีเลขประจำตัวประชาชนหรือข้อมูลส่วนบุคคลอื่น\n\n"
    + "[EN] This file could not be judged here. Have you seen that it holds no personal data?";
  const HIDDEN = (what) => `ไฟล์นี้มีสิ่งที่ผู้อ่านมองไม่เห็น ได้แก่\n${what.join("\n")}\n\n`
    + "กด “ตกลง” เพื่อให้ระบบลบออกแล้วแนบไฟล์ หรือกด “ยกเลิก” เพื่อกลับไปแก้ไขไฟล์เอง ไฟล์เดิมในเครื่องของท่านคงเดิม\n\n"
    + "[EN] The file carries what its readers do not see. Remove it and attach the file?";
  const INNER = (what) => `ไฟล์นี้มี${what.join(" ")} ซึ่งอาจมีข้อมูลมากกว่าที่เอกสารแสดง จึงยังไม่ได้แนบไฟล์\n\n`
    + "โปรดคลิกขวาที่ตารางหรือแผนภูมิที่ฝังไว้ คัดลอก แล้ววางเป็น “รูปภาพ” แทน ลบของเดิม บันทึก แล้วเลือกไฟล์ใหม่\n\n"
    + "[EN] Another file is embedded in this one. Put a picture in its place. It was not attached.";
  const FAILED = "เปิดแบบฟอร์มไม่ได้ โปรดลองใหม่ หากยังเปิดไม่ได้ โปรดแจ้งผู้ดูแลเว็บไซต์ (The form could not be opened.)";
  const EMPTY = [undefined, null, ""];

  /* A website takes lower-case a–z, digits, dots and hyphens; the Thai name goes into the title. */
  const named = (name) => {
    const [stem, ending] = name.toLowerCase().split(/\.(?=[^.]*$)/);
    const plain = stem.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    const now = new Date().toISOString().replace(/[-:T]/g, "").slice(0, 14);
    return `${/[a-z]/.test(plain) ? plain : `document-${now}`}.${ending || "bin"}`;
  };
  const renamed = (file) => new File([file], named(file.name), { type: file.type });

  const mayLeave = async (file) => {
    const seen = await window.oitIdNumbers(file);
    if (seen === "found") alert(FOUND);
    return seen === "clear" || (seen === "unread" && confirm(UNREAD));
  };
  const withoutHidden = (file, hidden) => {
    if (hidden.refused.length) alert(INNER(hidden.refused));
    else if (!hidden.removable.length) return file;
    else if (confirm(HIDDEN(hidden.removable))) return hidden.clean();
    return null;
  };
  /* The file as it may be sent; `null` where it may not. */
  const prepared = async (file) => {
    const hidden = await window.oitHiddenContent(file);
    const shown = hidden ? withoutHidden(file, hidden) : file;
    return shown && await mayLeave(shown) ? shown : null;
  };
  const passOn = (input, files) => {
    const chosen = new DataTransfer();
    files.forEach((file) => chosen.items.add(renamed(file)));
    input.files = chosen.files;
    input.dataset.oitSeen = "";
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const onChosen = async (event) => {
    const input = event.target;
    if (input.type !== "file") return;
    if ("oitSeen" in input.dataset) { delete input.dataset.oitSeen; return; }
    event.stopImmediatePropagation();
    const files = [];
    for (const file of input.files) files.push(await prepared(await window.oitWithoutMetadata(file)));
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
    return entry.filterNot((value) => EMPTY.includes(value) || value.size === 0)
      .sortBy((_, name) => place(name));
  };
  const tidied = (order) => ({ entry }) => {
    const tidy = inOrder(order);
    const lists = ["reviews", "evidence"];
    const data = lists.reduce(
      (all, name) => (all.get(name) ? all.update(name, (list) => list.map(tidy)) : all),
      entry.get("data"));
    return data.filterNot((value, name) => name !== "body" && EMPTY.includes(value));
  };

  /* The one question of the form that has no Thai words to replace. */
  const asked = window.confirm.bind(window);
  window.confirm = (question) => {
    const replaced = /^(\S+) already exists\. Do you want to replace it\?$/.exec(question);
    return asked(replaced ? `มีไฟล์ชื่อ ${replaced[1]} อยู่แล้ว ต้องการใช้ไฟล์ใหม่แทนหรือไม่\n\n[EN] ${question}` : question);
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
    [...new Set([...Object.keys(base), ...Object.keys(ours)])].map((key) => [key, worded(base[key], ours[key])]));
  const worded = (base, ours) => (typeof ours === "object" ? over(base || {}, ours) : ours ?? base);

  const open = async () => {
    const [config, order, written] = await Promise.all(["config.json", "order.json", "written-words.json"].map(read));
    window.CMS_MANUAL_INIT = true;
    await load("decap-cms.js");
    document.getElementById("oit-notice").remove();
    window.CMS.registerLocale("th", worded(window.CMS.getLocale("th"), window.oitWords));
    window.CMS.registerEventListener({ name: "preSave", handler: tidied(order) });
    window.CMS.registerCustomFormat("oit-record", "md", window.oitRecordFormat(order));
    window.oitCorrections(window.CMS, window.oitReadings(written));
    window.CMS.init({ config });
  };

  addEventListener("change", onChosen, true);
  ["dragover", "drop"].forEach((kind) => addEventListener(kind, onDropped, true));
  open().catch(() => { document.querySelector("#oit-notice p + p").textContent = FAILED; });
})();
