/** Which command a key is while the text has the focus. Single letters can be switched off (WCAG 2.1.4). */
import { composing } from "../../lib/composing";

export type Command =
  | "word" | "sentence" | "turn" | "code" | "in vivo" | "repeat" | "mark" | "list" | "next" | "before" | "uncoded"
  | "resize" | "remove" | "leave" | "let go" | "correct" | "paraphrase" | "content note" | "memo" | "next of code" | "before of code" | "through code"
  | `pinned ${number}`;

const LETTERS: Record<string, Command> = {
  w: "word",
  s: "sentence",
  t: "turn",
  c: "code",
  i: "in vivo",
  r: "repeat",
  m: "mark",
  l: "list",
  n: "next",
  u: "uncoded",
  b: "resize",
  e: "correct",
  p: "paraphrase",
  h: "content note",
  k: "memo",
  ".": "next of code",
  ",": "before of code",
  g: "through code",
  x: "leave",
};

export function commandOf(key: { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean; isComposing?: boolean; keyCode?: number }, letters: boolean): Command | null {
  if (composing(key)) return null;
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  if (key.key === "Enter") return "code";
  if (key.key === "Delete") return "remove";
  if (key.key === "Escape") return "let go";
  if (!letters) return null;
  if (/^[1-9]$/u.test(key.key)) return `pinned ${Number(key.key)}`;
  const found = LETTERS[key.key.toLowerCase()] ?? null;
  if (found === "next" && key.shiftKey) return "before";
  return key.shiftKey ? null : found;
}
