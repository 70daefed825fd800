/** What memos are: their types, and a first look at their text without the signs of Markdown. */
export const NATURES = ["note", "theoretical", "methodological", "case", "code", "descriptive", "reflexive"] as const;

const MOST = 160;

/** The beginning of a memo in one line; links are told by what they are called, headings and stars left out. */
export function excerptOf(text: string): string {
  const plain = text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replace(/^[#>\s*-]+/gmu, "")
    .replace(/[*_`]+/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  const points = Array.from(plain);
  return points.length <= MOST ? plain : `${points.slice(0, MOST - 1).join("").trimEnd()}…`;
}

/** The link that holds a quotation in a memo: what it is called, and the coding whose words are shown. */
export function quoted(coding: { id: string; name: string }): string {
  return `[${coding.name.replace(/[[\]]/gu, "")}](coding:${coding.id})`;
}
