/**
 * A stretch of a transcript cut where codings of one side begin and end.
 *
 * Offsets are Unicode code points of the whole text; `from` is where the stretch begins in it.
 */
import type { Schemas } from "../../api/client";

type Put = Schemas["PutThere"];

export interface Piece {
  readonly words: string;
  /** What lies on it, in the order of places. */
  readonly on: readonly Put[];
}

export function pieces(text: string, from: number, put: readonly Put[]): Piece[] {
  const points = Array.from(text);
  const to = from + points.length;
  const cuts = new Set([from, to]);
  for (const one of put) for (const at of [one.start, one.end]) if (at > from && at < to) cuts.add(at);
  const sorted = [...cuts].sort((one, two) => one - two);
  return sorted.slice(0, -1).map((start, at) => {
    const end = sorted[at + 1] ?? to;
    return { words: points.slice(start - from, end - from).join(""), on: put.filter((one) => one.start < end && start < one.end) };
  });
}

/** What two stretches share, and what they span; null where they share nothing. */
export function shared(one: Put | undefined, other: Put | undefined): { start: number; end: number } | null {
  if (one === undefined || other === undefined) return null;
  const [start, end] = [Math.max(one.start, other.start), Math.min(one.end, other.end)];
  return start < end ? { start, end } : null;
}
