// SPDX-License-Identifier: GPL-3.0-or-later
// Reads WARC files with the npm package warcio and compares every digest with what it read:
//   node checkwarc.mjs FILE... (from a folder in which `npm install warcio` was run)
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { WARCParser } from "warcio";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function digest(hash) {
  let bits = "";
  for (const byte of hash) bits += byte.toString(2).padStart(8, "0");
  while (bits.length % 5) bits += "0";
  let text = bits.match(/.{5}/g).map((five) => alphabet[parseInt(five, 2)]).join("");
  while (text.length % 8) text += "=";
  return "sha256:" + text;
}

let records = 0;
let wrong = 0;
for (const path of process.argv.slice(2)) {
  const parser = new WARCParser(createReadStream(path), { parseHttp: true });
  for await (const record of parser) {
    ++records;
    const payload = createHash("sha256");
    for await (const chunk of record.reader) payload.update(chunk);
    const stated = record.warcHeader("WARC-Payload-Digest");
    const isThere = record.warcType === "response" || record.warcType === "resource";
    if (isThere && stated && digest(payload.digest()) !== stated) {
      console.error(`${path}: ${record.warcTargetURI}: another payload than stated`);
      ++wrong;
    }
    if (record.warcType === "response" && !(record.httpHeaders?.statusCode >= 200)) {
      console.error(`${path}: ${record.warcTargetURI}: no HTTP head`);
      ++wrong;
    }
  }
}
console.log(`${records} records, ${wrong} wrong`);
process.exit(wrong ? 1 : 0);
