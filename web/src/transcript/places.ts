/**
 * Between the reader's selection in the page and spans of the source.
 *
 * A selection can end anywhere: in words, in a speaker's label, in an element (a triple click ends in the next one).
 * `Pages` finds the stretch and the code unit that such an end means, and the other way round gives ranges for spans.
 * Every end is snapped to what a reader calls a character, so that no emoji is cut in two.
 */
import type { Span } from "./spans";
import type { Stretch } from "./stretches";
import { trimmed, unitAt, wordsOf } from "./spans";
import { stretchAt } from "./stretches";
import { snap, toPoints } from "./points";

/** A place in a stretch: its number, and the code unit in its text. */
export interface Place {
  readonly stretch: number;
  readonly unit: number;
}

/** The elements that hold the words, one for each stretch, each with exactly one text node. */
export class Places {
  readonly stretches: readonly Stretch[];
  readonly #words: (stretch: number) => HTMLElement | undefined;

  constructor(stretches: readonly Stretch[], words: (stretch: number) => HTMLElement | undefined) {
    this.stretches = stretches;
    this.#words = words;
  }

  text(stretch: number): Text | null {
    const node = this.#words(stretch)?.firstChild;
    return node instanceof Text ? node : null;
  }

  element(stretch: number): HTMLElement | undefined {
    return this.#words(stretch);
  }

  /** The place that one end of a selection means. */
  of(node: Node, offset: number, edge: "start" | "end"): Place | null {
    const within = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-stretch]");
    if (within) {
      const stretch = Number(within.dataset["stretch"]);
      const length = this.stretches[stretch]?.text.length ?? 0;
      if (node instanceof Text) return { stretch, unit: Math.min(offset, length) };
      return { stretch, unit: offset === 0 ? 0 : length };
    }
    const next = this.#firstFrom(node, offset);
    if (edge === "start") return next < this.stretches.length ? { stretch: next, unit: 0 } : null;
    if (next === 0) return null;
    return { stretch: next - 1, unit: this.stretches[next - 1]?.text.length ?? 0 };
  }

  /** What a selection means as a span: without white space at its ends; null when it holds no words. */
  span(selection: Selection | null, host: Node): Span | null {
    if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(host)) return null;
    const start = this.of(range.startContainer, range.startOffset, "start");
    const end = this.of(range.endContainer, range.endOffset, "end");
    if (start === null || end === null) return null;
    const span = { start: this.point(start, "start"), end: this.point(end, "end") };
    return span.end > span.start ? trimmed((one) => wordsOf(this.stretches, one), span) : null;
  }

  /** The code point of a place, moved out of whatever a reader calls one character. */
  point(place: Place, edge: "start" | "end"): number {
    const stretch = this.stretches[place.stretch];
    if (stretch === undefined) return 0;
    return stretch.start + toPoints(stretch.text, snap(stretch.text, place.unit, edge));
  }

  /** The place of a code point. Between two stretches: the beginning of the next, or as an end the end of the one before. */
  place(point: number, edge: "start" | "end"): Place {
    let at = stretchAt(this.stretches, point);
    const found = this.stretches[at];
    if (edge === "end" && at > 0 && found !== undefined && point <= found.start) at -= 1;
    const stretch = this.stretches[at];
    if (stretch === undefined) return { stretch: 0, unit: 0 };
    return { stretch: at, unit: unitAt(stretch, Math.min(Math.max(point - stretch.start, 0), stretch.end - stretch.start)) };
  }

  /** A range for a place, to be measured or selected. */
  range(from: Place, to: Place): Range | null {
    const start = this.text(from.stretch);
    const end = this.text(to.stretch);
    if (start === null || end === null) return null;
    const range = document.createRange();
    range.setStart(start, Math.min(from.unit, start.length));
    range.setEnd(end, Math.min(to.unit, end.length));
    return range;
  }

  #firstFrom(node: Node, offset: number): number {
    const here = document.createRange();
    here.setStart(node, offset);
    let low = 0;
    let high = this.stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const element = this.#words(middle);
      if (element !== undefined && here.comparePoint(element, 0) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The place under the pointer, unless the nearest words are far from it. */
export function pointed(at: { clientX: number; clientY: number }): { node: Node; offset: number } | null {
  const found = "caretPositionFromPoint" in document ? document.caretPositionFromPoint(at.clientX, at.clientY) : null;
  if (found === null) return null;
  const box = found.getClientRect();
  if (box !== null && (Math.abs(box.left - at.clientX) > 40 || at.clientY < box.top - 8 || at.clientY > box.bottom + 8)) return null;
  return { node: found.offsetNode, offset: found.offset };
}
