/**
 * A caret in text that is only read: moved by keys, extended with Shift, by character, word, line, sentence and turn.
 *
 * Nothing is editable (an input method would change the words). The browser's own selection is moved, so that copying
 * works and screen readers follow it; the caret is a line of our own.
 */
import type { Places } from "./places";

type Direction = "forward" | "backward";
export type Step = "character" | "word" | "line" | "lineboundary" | "sentence" | "turn" | "text";

/** What a key does to the caret; null for keys that are not its business. */
export function moveOf(key: KeyboardEvent): { direction: Direction; step: Step; extend: boolean } | null {
  if (key.metaKey || (key.altKey && key.ctrlKey)) return null;
  const forward = key.key === "ArrowRight" || key.key === "ArrowDown" || key.key === "End";
  const direction: Direction = forward ? "forward" : "backward";
  const extend = key.shiftKey;
  switch (key.key) {
    case "ArrowLeft":
    case "ArrowRight":
      if (key.altKey) return extend ? { direction, step: "sentence", extend } : null;
      return { direction, step: key.ctrlKey ? "word" : "character", extend };
    case "ArrowUp":
    case "ArrowDown":
      if (key.altKey) return null;
      return { direction, step: key.ctrlKey ? "turn" : "line", extend };
    case "Home":
    case "End":
      return { direction, step: key.ctrlKey ? "text" : "lineboundary", extend };
    default:
      return null;
  }
}

export class Caret {
  readonly #host: HTMLElement;
  readonly #places: () => Places;
  readonly #line: HTMLElement;

  constructor(host: HTMLElement, places: () => Places) {
    this.#host = host;
    this.#places = places;
    this.#line = document.createElement("div");
    this.#line.className = "cc-caret";
    this.#line.ariaHidden = "true";
    this.#line.hidden = true;
    host.append(this.#line);
  }

  /** Move, or with `extend` let the selection grow or shrink. */
  move(direction: Direction, step: Step, extend: boolean): void {
    const selection = getSelection();
    if (selection === null) return;
    if (!this.#isHere(selection)) this.#begin(selection);
    const before = this.#focus(selection);
    if (before === null) return;
    if (step === "turn" || step === "text") this.#leap(selection, before.stretch, direction, step, extend);
    else {
      selection.modify(extend ? "extend" : "move", direction, step);
      const after = this.#focus(selection);
      const inWords = selection.focusNode instanceof Text && selection.focusNode.parentElement?.closest("[data-stretch]");
      if (after === null || !inWords) this.#leap(selection, before.stretch, direction, "turn", extend);
    }
    this.draw(true);
  }

  /** Select the word, sentence or turn at the caret. */
  take(what: "word" | "sentence" | "turn"): void {
    const selection = getSelection();
    if (selection === null) return;
    if (!this.#isHere(selection)) this.#begin(selection);
    const places = this.#places();
    const here = this.#focus(selection);
    const node = here === null ? null : places.text(here.stretch);
    if (here === null || node === null) return;
    let from = 0;
    let to = node.length;
    if (what !== "turn") {
      const segmenter = new Intl.Segmenter(undefined, { granularity: what });
      const found = segmenter.segment(node.data).containing(Math.min(here.unit, Math.max(node.length - 1, 0)));
      if (found === undefined) return;
      from = found.index;
      to = found.index + found.segment.length;
    }
    selection.setBaseAndExtent(node, from, node, to);
    this.draw(true);
  }

  /** Draw the caret where the selection's moving end is; hidden while the text does not have the focus. */
  draw(follow = false): void {
    const selection = getSelection();
    const focused = document.activeElement === this.#host;
    if (selection === null || !focused || !this.#isHere(selection) || selection.focusNode === null) {
      this.#line.hidden = true;
      return;
    }
    const range = document.createRange();
    range.setStart(selection.focusNode, selection.focusOffset);
    const box = [...range.getClientRects()].at(-1) ?? selection.focusNode.parentElement?.getBoundingClientRect();
    if (box === undefined) return;
    const host = this.#host.getBoundingClientRect();
    this.#line.hidden = false;
    this.#line.style.top = `${box.top - host.top + this.#host.scrollTop}px`;
    this.#line.style.insetInlineStart = "auto";
    this.#line.style.left = `${box.left - host.left + this.#host.scrollLeft}px`;
    this.#line.style.height = `${Math.min(box.height, 40)}px`;
    if (!follow) return;
    const margin = 48;
    if (box.top < host.top + margin) this.#host.scrollTop -= host.top + margin - box.top;
    else if (box.bottom > host.bottom - margin) this.#host.scrollTop += box.bottom - host.bottom + margin;
  }

  #isHere(selection: Selection): boolean {
    return selection.focusNode !== null && this.#host.contains(selection.focusNode);
  }

  #focus(selection: Selection): { stretch: number; unit: number } | null {
    if (selection.focusNode === null) return null;
    return this.#places().of(selection.focusNode, selection.focusOffset, "start");
  }

  /** The first words that are in view. */
  #begin(selection: Selection): void {
    const places = this.#places();
    const top = this.#host.getBoundingClientRect().top;
    const first = places.stretches.findIndex((_, at) => (places.element(at)?.getBoundingClientRect().bottom ?? 0) > top + 4);
    const node = places.text(Math.max(first, 0));
    if (node !== null) selection.collapse(node, 0);
  }

  #leap(selection: Selection, from: number, direction: Direction, step: "turn" | "text", extend: boolean): void {
    const places = this.#places();
    const last = places.stretches.length - 1;
    let to = step === "text" ? (direction === "forward" ? last : 0) : direction === "forward" ? from + 1 : from - 1;
    const past = to > last;
    to = Math.min(Math.max(to, 0), last);
    const node = places.text(to);
    if (node === null) return;
    const unit = past || (step === "text" && direction === "forward") || (extend && direction === "forward") ? node.length : 0;
    if (extend) selection.extend(node, unit);
    else selection.collapse(node, unit);
  }
}
