/* Pictures without what cameras and programs write into them: place, names, small pictures of what
   was cut away. The picture itself stays, byte for byte (hooks/oit/evidence/clean_pictures.py). */
(() => {
  "use strict";
  const joined = (pieces, file) => new File(pieces, file.name, { type: file.type });

  /* JPEG, ITU-T T.81, annex B: a segment is 0xFF, marker, length, data; from SOS on the picture. */
  const [SOS, COM, APP0, APP1, APP2, APP14, APP15] = [0xda, 0xfe, 0xe0, 0xe1, 0xe2, 0xee, 0xef];
  const isMetadata = (marker, view, at) => {
    if (marker === APP2) return view.getUint32(at + 4) !== 0x4943435f;  // "ICC_": colours
    return marker === COM || (marker > APP0 && marker <= APP15 && marker !== APP14);
  };
  /* How the picture is to be turned (EXIF 2.32, 4.6.4): 1 where nothing says so. */
  const orientation = (view, at) => {
    if (view.getUint32(at + 4) !== 0x45786966) return 1;
    const tiff = at + 10;
    const little = view.getUint16(tiff) === 0x4949;
    const first = tiff + view.getUint32(tiff + 4, little);
    for (let entry = first + 2, left = view.getUint16(first, little); left > 0; left -= 1, entry += 12) {
      if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little);
    }
    return 1;
  };
  const turned = (value) => Uint8Array.of(0xff, APP1, 0, 34, 69, 120, 105, 102, 0, 0,
    77, 77, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0);
  const jpeg = (bytes, file) => {
    const view = new DataView(bytes.buffer);
    const kept = [bytes.subarray(0, 2)];
    let [at, turn] = [2, 1];
    while (bytes[at + 1] !== SOS) {
      if (bytes[at] !== 0xff) throw new Error("no JPEG");
      const end = at + 2 + view.getUint16(at + 2);
      if (bytes[at + 1] === APP1) turn = Math.max(turn, orientation(view, at));
      if (!isMetadata(bytes[at + 1], view, at)) kept.push(bytes.subarray(at, end));
      at = end;
    }
    const isFirst = kept[1]?.[1] === APP0 ? 2 : 1;
    if (turn > 1 && turn < 9) kept.splice(isFirst, 0, turned(turn));
    return joined([...kept, bytes.subarray(at)], file);
  };

  /* PNG, third edition, 5.3: a chunk is length, type, data, checksum. */
  const TEXTS = ["eXIf", "tEXt", "zTXt", "iTXt", "tIME"];
  const png = (bytes, file) => {
    const view = new DataView(bytes.buffer);
    const kept = [bytes.subarray(0, 8)];
    let [at, kind] = [8, ""];
    while (kind !== "IEND") {
      const end = at + 12 + view.getUint32(at);
      kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
      if (!TEXTS.includes(kind)) kept.push(bytes.subarray(at, end));
      at = end;
    }
    return joined(kept, file);
  };

  const STARTS = [[[0xff, 0xd8], jpeg], [[0x89, 0x50, 0x4e, 0x47], png]];
  const cleaned = async (file) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const [, clean] = STARTS.find(([start]) => start.every((one, index) => bytes[index] === one)) ?? [];
    return clean ? clean(bytes, file) : file;
  };
  /* The picture without them; a file that is no picture, or cannot be read, as it is. */
  window.oitWithoutMetadata = (file) => cleaned(file).catch(() => file);
})();
