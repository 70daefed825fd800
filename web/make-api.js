/**
 * Makes src/api/schema.ts from openapi.json. Its first line keeps the digest of what it was made from, so that a test
 * can say that it is stale without Node.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const source = new URL("openapi.json", import.meta.url);
const digest = createHash("sha256").update(readFileSync(source)).digest("hex");
const types = astToString(await openapiTS(source, { defaultNonNullable: false, silent: true }));
const head = `// Made by \`make api\` from the server's description, sha256 ${digest}. Do not edit.\n\n`;
writeFileSync(new URL("src/api/schema.ts", import.meta.url), head + types);
