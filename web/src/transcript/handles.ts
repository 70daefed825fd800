/**
 * Two handles at the ends of the current coding, to be dragged to where it should begin or end.
 *
 * They are for the pointer. With keys the words are selected and the coding is told to cover them, or its ends are moved
 * word by word by the buttons beside it; so these are hidden from assistive technology.
 */
import type { Places } from "./places";
import type { Span } from "./spans";
import { pointed } from "./places";

export interface Dragged {
  preview(span: Span): void;
  done(span: Span): void;
}

export class Handles {
  readonly #host: HTMLElement;
  readonly #places: () => Places;
  readonly #dragged: Dragged;
  readonly #ends: { start: HTMLElement; end: HTMLElement };
  #span: Span | null = null;
  #dragging: "start" | "end" | null = null;

  constructor(host: HTMLElement, places: () => Places, dragged: Dragged) {
    this.#host = host;
    this.#places = places;
    this.#dragged = dragged;
    this.#ends = { start: this.#make("start"), end: this.#make("end") };
  }

  /** Put the handles at the ends of a span; null hides them. */
  place(span: Span | null): void {
    this.measured(span)();
  }

  /** The same in two steps, because each change of measuring and writing costs a layout: this measures, its answer writes. */
  measured(span: Span | null): () => void {
    this.#span = span;
    const boxes = (["start", "end"] as const).map((edge) => [this.#ends[edge], span === null ? null : this.#box(span, edge)] as const);
    return () => {
      for (const [handle, box] of boxes) {
        if (box !== null) Object.assign(handle.style, box);
        handle.hidden = box === null;
      }
    };
  }

  #box(span: Span, edge: "start" | "end"): { top: string; left: string; height: string } | null {
    const places = this.#places();
    const place = places.place(span[edge], edge);
    if (places.element(place.stretch)?.hidden === true) return null;
    const range = places.range(place, place);
    const box = range === null ? undefined : [...range.getClientRects()].at(edge === "start" ? -1 : 0);
    if (box === undefined) return null;
    const host = this.#host.getBoundingClientRect();
    return { top: `${box.top - host.top + this.#host.scrollTop}px`, left: `${box.left - host.left + this.#host.scrollLeft}px`, height: `${box.height}px` };
  }

  destroy(): void {
    this.#ends.start.remove();
    this.#ends.end.remove();
  }

  #make(edge: "start" | "end"): HTMLElement {
    const handle = document.createElement("div");
    handle.className = `cc-handle cc-handle-${edge}`;
    handle.ariaHidden = "true";
    handle.hidden = true;
    handle.addEventListener("pointerdown", (down) => {
      down.preventDefault();
      handle.setPointerCapture(down.pointerId);
      this.#dragging = edge;
    });
    handle.addEventListener("pointermove", (move) => this.#move(move));
    handle.addEventListener("pointerup", () => this.#finish());
    handle.addEventListener("pointercancel", () => {
      // The system took the finger away: the handles can be taken hold of again.
      this.#dragging = null;
      this.#ends.start.classList.remove("cc-through");
      this.#ends.end.classList.remove("cc-through");
    });
    this.#host.append(handle);
    return handle;
  }

  #move(move: PointerEvent): void {
    const span = this.#span;
    if (this.#dragging === null || span === null) return;
    const edge = this.#dragging;
    this.#ends.start.classList.add("cc-through");
    this.#ends.end.classList.add("cc-through");
    const found = pointed(move);
    const place = found === null ? null : this.#places().of(found.node, found.offset, edge);
    if (place === null) return;
    const point = this.#places().point(place, edge);
    const next = edge === "start" ? { start: point, end: span.end } : { start: span.start, end: point };
    if (next.end > next.start) this.#dragged.preview(next);
  }

  #finish(): void {
    this.#ends.start.classList.remove("cc-through");
    this.#ends.end.classList.remove("cc-through");
    const dragging = this.#dragging;
    this.#dragging = null;
    // The click with which a drag ends points at nothing: what is looked at stays.
    const end = (click: Event) => click.stopImmediatePropagation();
    this.#host.addEventListener("click", end, { capture: true, once: true });
    setTimeout(() => this.#host.removeEventListener("click", end, { capture: true }), 50);
    if (dragging !== null && this.#span !== null) this.#dragged.done({ start: this.#span.start, end: this.#span.end });
  }
}
