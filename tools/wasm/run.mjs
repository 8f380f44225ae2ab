// `node run.mjs MODULE.wasm FILE…`: the hash of every line, as src/main.rs prints it, from the WebAssembly module.
import { readFileSync } from "node:fs";

const [module, ...files] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(readFileSync(module), {});
const { memory, room, hash_of_room } = instance.exports;
const out = [];
for (const file of files) {
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const bytes = new TextEncoder().encode(line);
    const at = room(bytes.length);
    new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
    out.push(BigInt.asUintN(64, hash_of_room()).toString(16).padStart(16, "0"));
  }
}
process.stdout.write(out.map((hash) => hash + "\n").join(""));
