/**
 * Finding words in what is shown: every place where they stand, case and accents aside.
 *
 * A text is folded letter by letter, and where it was not plain ASCII each folded letter remembers which it came from,
 * because folding changes how long a text is. Hits never reach over the end of a turn.
 */
import type { Laid } from "./spans";
import type { Stretch } from "./stretches";
import { snap, toPoints } from "./points";

const MOST = 20_000;
const PLAIN = /^[\u0000-\u007f]*$/u;

/** Where the words stand, in the order of the text; at most twenty thousand places. */
export function find(stretches: readonly Stretch[], wanted: string): Laid[] {
  const needle = fold(wanted).folded;
  if (needle.trim() === "") return [];
  const found: Laid[] = [];
  for (const stretch of stretches) {
    const { folded, from } = fold(stretch.text);
    let at = folded.indexOf(needle);
    let past = 0;
    while (at >= 0 && found.length < MOST) {
      const start = snap(stretch.text, from?.[at] ?? at, "start");
      const after = at + needle.length;
      const end = snap(stretch.text, from === null ? after : (from[after] ?? stretch.text.length), "end");
      // Several hits within what a reader calls one character are one.
      if (start >= past) {
        found.push({ id: `found ${found.length}`, start: stretch.start + toPoints(stretch.text, start), end: stretch.start + toPoints(stretch.text, end) });
        past = end;
      }
      at = folded.indexOf(needle, after);
    }
  }
  return found;
}

function fold(text: string): { folded: string; from: readonly number[] | null } {
  if (PLAIN.test(text)) return { folded: text.toLowerCase(), from: null };
  const parts: string[] = [];
  const from: number[] = [];
  let unit = 0;
  for (const letter of text) {
    const plain = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’‘]/gu, "'");
    parts.push(plain);
    for (let at = 0; at < plain.length; at += 1) from.push(unit);
    unit += letter.length;
  }
  return { folded: parts.join(""), from };
}
