/**
 * Places in a draft while it is being written: what was read a moment ago, where it stands now, and what stands beside it.
 *
 * The server counts code points of the text it read; an editor counts UTF-16 units of the text as it is. What a careful
 * reader would get wrong: between two readings the text goes on. A mark before the change stays, one behind it moves
 * along, and one that was changed itself is left out until it is read again.
 */
import type { Schemas } from "../../../api/client";
import { toUnits } from "../../../transcript/points";

export type Shown = Schemas["Shown"];
export type Look = "well" | "look" | "unbound";

export interface Mark {
  /** Of the same thing in each reading, so that what stands beside it stays where it is. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly look: Look;
  readonly what: { readonly reference: Shown } | { readonly mistake: Schemas["Mistake"] } | { readonly unbound: Schemas["Unbound"] };
}

/** What a reading found, in UTF-16 units of the text that was read, in its order. */
export function marksOf(text: string, read: Schemas["DraftRead"]): Mark[] {
  const at = (points: number) => toUnits(text, points);
  const found: Omit<Mark, "key">[] = [
    ...read.references.map((reference): Omit<Mark, "key"> => ({
      start: at(reference.start), end: at(reference.end), line: reference.line,
      look: reference.well && reference.stale === "" ? "well" : "look", what: { reference },
    })),
    ...read.mistakes.map((mistake): Omit<Mark, "key"> => ({ start: at(mistake.start), end: at(mistake.end), line: mistake.line, look: "look", what: { mistake } })),
    ...read.unbound.map((unbound): Omit<Mark, "key"> => ({ start: at(unbound.start), end: at(unbound.end), line: unbound.line, look: unbound.about === "" ? "look" : "unbound", what: { unbound } })),
  ];
  found.sort((one, other) => one.start - other.start || one.end - other.end);
  const seen = new Map<string, number>();
  return found.map((one) => {
    const words = "reference" in one.what ? one.what.reference.written : "mistake" in one.what ? one.what.mistake.written : one.what.unbound.what;
    const count = seen.get(words) ?? 0;
    seen.set(words, count + 1);
    return { ...one, key: `${words} ${count}` };
  });
}

/** The same marks in a text that was changed since: by one stretch, which is what typing does. */
export function moved(marks: readonly Mark[], before: string, now: string): Mark[] {
  if (before === now) return [...marks];
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const by = now.length - before.length;
  return marks.flatMap((one) => {
    if (one.end <= head) return [one];
    if (one.start >= before.length - tail) return [{ ...one, start: one.start + by, end: one.end + by }];
    return [];
  });
}

export interface Piece {
  readonly text: string;
  readonly mark: Mark | null;
}

/** The text cut where marks begin and end; of marks that lie over each other the first one counts, a reference before a sentence. */
export function pieces(text: string, marks: readonly Mark[]): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const order = [...marks].sort((one, other) => one.start - other.start || ("unbound" in one.what ? 1 : 0) - ("unbound" in other.what ? 1 : 0));
  for (const mark of order) {
    if (mark.end <= at || mark.start >= text.length) continue;
    const start = Math.max(at, mark.start);
    if (start > at) found.push({ text: text.slice(at, start), mark: null });
    found.push({ text: text.slice(start, mark.end), mark });
    at = mark.end;
  }
  if (at < text.length) found.push({ text: text.slice(at), mark: null });
  return found;
}

/** Where things stand that want to stand at `tops` and are so high, in order, none over another. */
export function stacked(wanted: readonly { readonly top: number; readonly height: number }[], gap: number): number[] {
  let free = 0;
  return wanted.map(({ top, height }) => {
    const here = Math.max(free, top);
    free = here + height + gap;
    return here;
  });
}

/** The keys of a bibliography in BibTeX, in their order. */
export const keysOf = (bibliography: string): string[] => [...new Set(Array.from(bibliography.matchAll(/@\w+\s*[{(]\s*([^\s,{}()]+)\s*,/gu), (one) => one[1] ?? ""))];

/** How an id is written in a draft. */
export const short = (id: string): string => id.slice(-12);
