/**
 * Takes addresses out of package-lock.json: where packages come from is npm's business on the machine that installs
 * them, and whom to fund is told by their own pages. Versions and digests stay; they are what `npm ci` checks.
 */
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
for (const part of Object.values(lock.packages)) {
  delete part.funding;
  delete part.resolved;
  delete part.deprecated;
}
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
