/**
 * What lies on a text, and where: spans, the index of what touches which stretch, and the segments between cut points.
 *
 * Spans are half-open, `[start, end)`, in code points of the source. `Laid` is whatever lies on one: a coding, a mark.
 * Nothing here knows the DOM.
 */
import type { Stretch } from "./stretches";
import { stretchAt } from "./stretches";
import { countPoints, toUnits } from "./points";

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Laid extends Span {
  readonly id: string;
}

/** A part of a stretch on which the same things lie from end to end; places are code units of the stretch's text. */
export interface Segment<T extends Laid> {
  readonly from: number;
  readonly to: number;
  readonly on: readonly T[];
}

/** Where something lies within one stretch, in code units of its text. */
export interface Part<T extends Laid> {
  readonly what: T;
  readonly from: number;
  readonly to: number;
}

/** By stretch: what touches it. Changing one thing changes the index for the stretches it touches, and no others. */
export class Index<T extends Laid> {
  readonly #stretches: readonly Stretch[];
  readonly #by = new Map<number, Part<T>[]>();
  readonly #all = new Map<string, T>();

  constructor(stretches: readonly Stretch[], laid: readonly T[] = []) {
    this.#stretches = stretches;
    for (const one of laid) this.add(one);
  }

  /** Add something, or put it where it lies now. Gives the numbers of the stretches that changed. */
  add(what: T): number[] {
    const touched = this.remove(what.id);
    this.#all.set(what.id, what);
    for (const [at, part] of partsOf(this.#stretches, what)) {
      const parts = this.#by.get(at);
      if (parts === undefined) this.#by.set(at, [part]);
      else parts.splice(after(parts, part), 0, part);
      touched.push(at);
    }
    return touched;
  }

  remove(id: string): number[] {
    const what = this.#all.get(id);
    if (what === undefined) return [];
    this.#all.delete(id);
    const touched: number[] = [];
    for (const [at] of partsOf(this.#stretches, what)) {
      const parts = this.#by.get(at)?.filter((part) => part.what.id !== id) ?? [];
      if (parts.length > 0) this.#by.set(at, parts);
      else this.#by.delete(at);
      touched.push(at);
    }
    return touched;
  }

  get(id: string): T | undefined {
    return this.#all.get(id);
  }

  all(): IterableIterator<T> {
    return this.#all.values();
  }

  /** What touches a stretch, by where it begins there. */
  of(stretch: number): readonly Part<T>[] {
    return this.#by.get(stretch) ?? [];
  }

  /** What lies at a code unit of a stretch: the shortest first, because it is the one that is hard to reach. */
  at(stretch: number, unit: number): T[] {
    return this.of(stretch)
      .filter((part) => part.from <= unit && unit < part.to)
      .sort((one, two) => length(one.what) - length(two.what))
      .map((part) => part.what);
  }

  /** A stretch cut wherever something begins or ends. Together they are the whole of it. */
  segments(stretch: number): Segment<T>[] {
    const text = this.#stretches[stretch]?.text ?? "";
    const parts = this.of(stretch);
    const cuts = [...new Set([0, text.length, ...parts.flatMap((part) => [part.from, part.to])])].sort(
      (one, two) => one - two,
    );
    return cuts.slice(1).map((to, at) => {
      const from = cuts[at] ?? 0;
      return { from, to, on: parts.filter((part) => part.from < to && from < part.to).map((part) => part.what) };
    });
  }
}

/** The stretches that a span touches, with the part of each. An empty span touches none. */
export function* partsOf<T extends Laid>(stretches: readonly Stretch[], what: T): Generator<[number, Part<T>]> {
  if (what.end <= what.start) return;
  for (let at = stretchAt(stretches, what.start); at < stretches.length; at += 1) {
    const stretch = stretches[at];
    if (stretch === undefined || stretch.start >= what.end) return;
    const from = unitAt(stretch, Math.max(what.start - stretch.start, 0));
    const to = unitAt(stretch, Math.min(what.end, stretch.end) - stretch.start);
    if (to > from) yield [at, { what, from, to }];
  }
}

/** The code unit of a stretch at which a code point of it begins. Where no pair is in it the two are the same. */
export function unitAt(stretch: Stretch, points: number): number {
  return stretch.text.length === stretch.end - stretch.start ? points : toUnits(stretch.text, points);
}

/** The words of a span, as they are shown: a new line where a new stretch begins. */
export function wordsOf(stretches: readonly Stretch[], span: Span): string {
  const parts: string[] = [];
  for (const [at, part] of partsOf(stretches, { id: "", start: span.start, end: span.end })) {
    parts.push(stretches[at]?.text.slice(part.from, part.to) ?? "");
  }
  return parts.join("\n");
}

/** A span without the white space at its ends; null when nothing is left. */
export function trimmed(text: (span: Span) => string, span: Span): Span | null {
  const words = text(span);
  const lead = /^\s*/u.exec(words)?.[0] ?? "";
  const trail = /\s*$/u.exec(words.slice(lead.length))?.[0] ?? "";
  if (lead.length === words.length) return null;
  return { start: span.start + countPoints(lead), end: span.end - countPoints(trail) };
}

function after<T extends Laid>(parts: readonly Part<T>[], part: Part<T>): number {
  const found = parts.findIndex((other) => other.from > part.from);
  return found < 0 ? parts.length : found;
}

function length(span: Span): number {
  return span.end - span.start;
}
