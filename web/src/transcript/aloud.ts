/**
 * What is told of the text where the caret went: the words it stands on or has selected, who says them, what lies there.
 *
 * Screen readers do not follow a caret through text that is only read, once keys are passed on to the page. Whoever reads
 * without passing them on finds the same in the page: names of what lies on a turn stand before its words (`rows.ts`).
 */
import type { Places } from "./places";
import type { Step } from "./caret";

export interface Told {
  readonly stretch: number;
  /** The stretch is another one than was told before: who speaks has to be said. */
  readonly another: boolean;
  readonly words: string;
  readonly selected: boolean;
  /** What lies there has changed, or another stretch was reached: what lies at the caret, or what was selected. */
  readonly laid: readonly string[] | null;
}

export class Aloud {
  readonly #tell: (told: Told) => void;
  #stretch = -1;
  #laid = "";

  constructor(tell: (told: Told) => void) {
    this.#tell = tell;
  }

  /** Another text: nothing of it was told. */
  forget(): void {
    this.#stretch = -1;
    this.#laid = "";
  }

  /** `step`: by what the caret was moved; null when words were taken at once. */
  tell(places: Places, step: Step | null, lying: (stretch: number, from: number, to: number) => readonly string[]): void {
    const selection = getSelection();
    if (selection?.focusNode == null) return;
    const place = places.of(selection.focusNode, selection.focusOffset, "start");
    if (place === null) return;
    const selected = !selection.isCollapsed;
    const range = selection.getRangeAt(0);
    const at = (selected ? places.of(range.startContainer, range.startOffset, "start") : null) ?? place;
    const end = selected ? places.of(range.endContainer, range.endOffset, "end") : null;
    const whole = !selected && (step === "turn" || step === "text");
    const to = whole || (end !== null && end.stretch !== at.stretch) ? Infinity : (end?.unit ?? at.unit + 1);
    const covered = places.element(at.stretch)?.hidden === true;
    const laid = covered ? [] : lying(at.stretch, whole ? 0 : at.unit, to);
    const key = laid.join(" ");
    const another = at.stretch !== this.#stretch;
    const changed = another || key !== this.#laid;
    this.#stretch = at.stretch;
    this.#laid = key;
    // In the place of covered words stands the button that shows them.
    const cover = covered ? (places.element(at.stretch)?.nextElementSibling?.textContent ?? "") : null;
    const words = cover ?? (selected ? selection.toString() : next(selection, places.text(at.stretch)?.data ?? "", at.unit, step ?? "turn"));
    this.#tell({ stretch: at.stretch, another, words: words.trim(), selected: selected && !covered, laid: changed ? laid : null });
  }
}

/** The words from the caret on: as many as it steps over. */
function next(selection: Selection, text: string, unit: number, step: Step): string {
  switch (step) {
    case "turn":
    case "text":
      return text;
    case "line":
    case "lineboundary":
      return line(selection);
    case "character":
    case "word":
    case "sentence": {
      const all = new Intl.Segmenter(undefined, { granularity: step === "character" ? "grapheme" : step }).segment(text);
      const found = all.containing(Math.min(unit, text.length - 1));
      // Some systems stop before a word, some after it.
      const after = step === "word" && found?.isWordLike === false && unit > 0;
      return (after ? all.containing(unit - 1) : found)?.segment ?? "";
    }
  }
}

/** What is on the screen in the line of the caret, from the caret on; the selection is put back as it was. */
function line(selection: Selection): string {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  selection.modify("extend", "forward", "lineboundary");
  const words = selection.toString();
  if (anchorNode !== null && focusNode !== null) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  return words;
}
