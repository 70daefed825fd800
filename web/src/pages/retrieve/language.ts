/**
 * Between a question put together by hand and the same as it is written.
 *
 * `written` writes what the form holds; `parts` reads it back, and answers null for whatever says more than the form can
 * show. The languages are the engine's (docs/reference/query-language.md); the server alone decides what is valid.
 *
 * What a careful reader would get wrong: a bare word is a word in “what was said” and a code in “where codes lie”.
 */
export type Nature = "words" | "codings" | "context";
export type Together = "AND" | "OVERLAPS" | "INSIDE" | "NEAR" | "BEFORE";

export interface Parts {
  /** Words as they are written: phrases in quotes, NEAR(…), beginnings. */
  readonly words: string;
  readonly all: readonly string[];
  readonly any: readonly string[];
  readonly none: readonly string[];
  readonly role: string;
  readonly place: string;
  /** How two codes of `all` stand to each other, and how many words may lie between. */
  readonly together: Together;
  readonly near: number;
}

export const NOTHING: Parts = { words: "", all: [], any: [], none: [], role: "", place: "", together: "AND", near: 10 };

const quoted = (name: string): string => `"${name}"`;

export function written(nature: Nature, parts: Parts): string {
  if (nature === "context") return parts.words;
  if (nature === "words") {
    const code = (name: string) => `code:${quoted(name)}`;
    return [
      parts.words.trim(),
      ...parts.all.map(code),
      either(parts.any.map(code)),
      ...parts.none.map((name) => `NOT ${code(name)}`),
      parts.role === "" ? "" : `role:${quoted(parts.role)}`,
      parts.place === "" ? "" : `case:${quoted(parts.place)}`,
    ].filter((one) => one !== "").join(" AND ");
  }
  const paired = parts.all.length === 2 && parts.together !== "AND";
  const number = parts.together === "NEAR" || parts.together === "BEFORE" ? `/${parts.near}` : "";
  const all = paired ? [parts.all.map(quoted).join(` ${parts.together}${number} `)] : parts.all.map(quoted);
  return [...all, either(parts.any.map(quoted)), ...parts.none.map((name) => `NOT ${quoted(name)}`)].filter((one) => one !== "").join(" AND ");
}

function either(names: readonly string[]): string {
  return names.length > 1 ? `(${names.join(" OR ")})` : (names[0] ?? "");
}

/** What the form shows of a question; null when it says more. */
export function parts(nature: Nature, text: string): Parts | null {
  const query = text.trim();
  if (query === "") return NOTHING;
  if (nature === "context") return { ...NOTHING, words: query };
  const clauses = split(query, " AND ");
  if (clauses === null) return null;
  let found = NOTHING;
  const words: string[] = [];
  for (const clause of clauses) {
    const next = nature === "words" ? wordClause(clause, found, words) : codeClause(clause, found);
    if (next === null) return null;
    found = next;
  }
  const read = { ...found, words: words.join(" ") };
  // Only what would be written the same way again is shown in the form.
  return plain(written(nature, read)) === plain(query) ? read : null;
}

const plain = (query: string): string => query.replace(/\s+/gu, " ").trim();
const NAME = '"([^"]+)"|([^\\s()":]+)';

function wordClause(clause: string, found: Parts, words: string[]): Parts | null {
  const limit = new RegExp(`^(NOT )?(code|role|case):(?:${NAME})$`, "u").exec(clause);
  if (limit !== null) {
    const [, not, field, inQuotes, bare] = limit;
    const name = inQuotes ?? bare ?? "";
    if (field === "code") return not === undefined ? { ...found, all: [...found.all, name] } : { ...found, none: [...found.none, name] };
    if (not !== undefined) return null;
    if (field === "role") return found.role === "" ? { ...found, role: name } : null;
    return found.place === "" ? { ...found, place: name } : null;
  }
  const any = choice(clause, `code:(?:${NAME})`);
  if (any !== null) return found.any.length === 0 ? { ...found, any } : null;
  if (/\b(?:OR|NOT)\b|^\(|:"|\w:\w|=/u.test(clause) || words.length > 0) return null;
  words.push(clause);
  return found;
}

function codeClause(clause: string, found: Parts): Parts | null {
  const not = new RegExp(`^NOT (?:${NAME})$`, "u").exec(clause);
  if (not !== null) return { ...found, none: [...found.none, not[1] ?? not[2] ?? ""] };
  const pair = new RegExp(`^"([^"]+)" (OVERLAPS|INSIDE|NEAR|BEFORE)(?:/(\\d+))? "([^"]+)"$`, "u").exec(clause);
  if (pair !== null) {
    if (found.all.length > 0) return null;
    return { ...found, all: [pair[1] ?? "", pair[4] ?? ""], together: pair[2] as Together, near: Number(pair[3] ?? found.near) };
  }
  const any = choice(clause, `(?:${NAME})`);
  if (any !== null) return found.any.length === 0 ? { ...found, any } : null;
  const one = new RegExp(`^"([^"]+)"$`, "u").exec(clause);
  return one === null ? null : { ...found, all: [...found.all, one[1] ?? ""] };
}

/** The names of `(a OR b)`; null for anything else. */
function choice(clause: string, name: string): string[] | null {
  if (!clause.startsWith("(") || !clause.endsWith(")")) return null;
  const parts = split(clause.slice(1, -1), " OR ");
  if (parts === null || parts.length < 2) return null;
  const names = parts.map((part) => new RegExp(`^${name}$`, "u").exec(part));
  return names.every((one) => one !== null) ? names.map((one) => one[1] ?? one[2] ?? "") : null;
}

/** A query cut at an operator, outside quotes and brackets; null where these do not close. */
function split(query: string, operator: string): string[] | null {
  const cut: string[] = [];
  let depth = 0;
  let open = false;
  let from = 0;
  for (let at = 0; at < query.length; at += 1) {
    const letter = query[at];
    if (letter === '"') open = !open;
    else if (!open && letter === "(") depth += 1;
    else if (!open && letter === ")") depth -= 1;
    else if (!open && depth === 0 && query.startsWith(operator, at)) {
      cut.push(query.slice(from, at).trim());
      at += operator.length - 1;
      from = at + 1;
    }
  }
  if (open || depth !== 0) return null;
  return [...cut, query.slice(from).trim()];
}
