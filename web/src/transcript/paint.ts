/**
 * Tints, with the CSS Custom Highlight API: nothing is put around the words, so that a coding costs no layout.
 *
 * Only sections near the window have ranges. Which name has which look is said in `transcript.css`. Where a browser has
 * no such API nothing is tinted; the stripes and the reading view tell the same.
 *
 * What a careful reader would get wrong: `CSS.highlights` belongs to the page. Our names begin with `cc-`, and only
 * those are ever removed.
 */
import type { Places } from "./places";
import type { Laid, Part, Span } from "./spans";
import { partsOf } from "./spans";

export const LOOKS = ["coded", "marked", "current", "found", "hit"] as const;
export type Look = (typeof LOOKS)[number];

export class Painter {
  readonly #places: Places;
  readonly #highlights = new Map<Look, Highlight>();
  readonly #ranges = new Map<string, StaticRange[]>();
  readonly #outlined = { current: [] as number[], hit: [] as number[] };

  constructor(places: Places) {
    this.#places = places;
    if (typeof Highlight === "undefined") return;
    LOOKS.forEach((look, priority) => {
      const highlight = new Highlight();
      highlight.priority = priority;
      this.#highlights.set(look, highlight);
      CSS.highlights.set(`cc-${look}`, highlight);
    });
  }

  /** Paint these parts of a stretch with a look, in the place of what was painted so. */
  paint(look: Look, stretch: number, parts: readonly Part<Laid>[]): void {
    this.clear(look, stretch);
    const text = this.#places.text(stretch);
    const highlight = this.#highlights.get(look);
    if (text === null || highlight === undefined || parts.length === 0) return;
    const ranges = parts.map(
      (part) =>
        new StaticRange({
          startContainer: text,
          startOffset: Math.min(part.from, text.length),
          endContainer: text,
          endOffset: Math.min(part.to, text.length),
        }),
    );
    for (const range of ranges) highlight.add(range);
    this.#ranges.set(`${look} ${stretch}`, ranges);
  }

  clear(look: Look, stretch: number): void {
    const key = `${look} ${stretch}`;
    for (const range of this.#ranges.get(key) ?? []) this.#highlights.get(look)?.delete(range);
    this.#ranges.delete(key);
  }

  /** Paint one span in the place of the one that was painted so before; null paints none. */
  outline(look: "current" | "hit", span: Span | null): void {
    for (const stretch of this.#outlined[look]) this.clear(look, stretch);
    this.#outlined[look] = [];
    if (span === null) return;
    for (const [stretch, part] of partsOf(this.#places.stretches, { id: "", start: span.start, end: span.end })) {
      if (this.#places.element(stretch)?.hidden === true) continue;
      this.paint(look, stretch, [part]);
      this.#outlined[look].push(stretch);
    }
  }

  destroy(): void {
    for (const [look, highlight] of this.#highlights) {
      if (CSS.highlights.get(`cc-${look}`) === highlight) CSS.highlights.delete(`cc-${look}`);
    }
    this.#ranges.clear();
  }
}
