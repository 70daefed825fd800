/**
 * The sections of a text in the page: some forty stretches each, and beside them the column of their stripes.
 *
 * Of a long text only those that are near are filled at once; the others stand there empty, as high as they will be
 * about, and are filled while nothing else is to be done, or when somebody asks for one of their stretches. After a
 * second or so all words are in the page, so that the browser finds and copies them.
 *
 * What a careful reader would get wrong: a section that is not filled has no elements, yet `words` gives them: it fills
 * the section first. Whoever only wants to know whether they are there asks `filled`.
 */
import type { Label } from "./rows";
import type { Stretch } from "./stretches";
import { row } from "./rows";

const IN_A_SECTION = 40;
/** About how many characters there are in a line, and how high one is, in pixels. */
const LINE = { long: 80, high: 29 };
const BETWEEN = 8;
const AT_ONCE = 3;

const whenIdle: (work: (left: () => number) => void) => void =
  "requestIdleCallback" in globalThis
    ? (work) => requestIdleCallback((idle) => work(() => idle.timeRemaining()))
    : (work) => setTimeout(() => work(() => 0), 20);

export class Sections {
  readonly #stretches: readonly Stretch[];
  readonly #label: (stretch: Stretch) => Label;
  readonly #all: HTMLElement[] = [];
  readonly #columns: HTMLElement[] = [];
  readonly #words: (HTMLElement | undefined)[];
  readonly #filled: (at: number) => void;
  #next = 0;
  #gone = false;

  /** Put them into `host`, all filled unless the text is `long`; `filled` is told of each that is filled later. */
  constructor(host: HTMLElement, stretches: readonly Stretch[], label: (stretch: Stretch) => Label, long: boolean, filled: (section: number) => void) {
    this.#stretches = stretches;
    this.#label = label;
    this.#words = Array.from({ length: stretches.length });
    this.#filled = () => undefined;
    const all = document.createDocumentFragment();
    for (let first = 0; first < stretches.length; first += IN_A_SECTION) {
      const section = document.createElement("section");
      section.className = "cc-section cc-bare";
      section.dataset["section"] = String(this.#all.length);
      if (long) section.style.setProperty("--about", `${high(stretches.slice(first, first + IN_A_SECTION))}px`);
      const column = document.createElement("div");
      column.className = "cc-stripes";
      section.append(column);
      this.#all.push(section);
      this.#columns.push(column);
      if (!long || this.#all.length <= AT_ONCE) this.fill(this.#all.length - 1);
      all.append(section);
    }
    host.append(all);
    this.#filled = filled;
    if (long) this.#goOn();
  }

  get elements(): readonly HTMLElement[] {
    return this.#all;
  }

  column(section: number): HTMLElement | undefined {
    return this.#columns[section];
  }

  of(stretch: number): number {
    return Math.floor(stretch / IN_A_SECTION);
  }

  /** The stretches of a section. */
  in(section: number): number[] {
    const first = section * IN_A_SECTION;
    return Array.from({ length: Math.max(Math.min(IN_A_SECTION, this.#stretches.length - first), 0) }, (_, at) => first + at);
  }

  /** The element with the words of a stretch. */
  words(stretch: number): HTMLElement | undefined {
    if (this.#words[stretch] === undefined) this.fill(this.of(stretch));
    return this.#words[stretch];
  }

  filled(stretch: number): boolean {
    return this.#words[stretch] !== undefined;
  }

  fill(section: number): void {
    const element = this.#all[section];
    if (element?.classList.contains("cc-bare") !== true) return;
    element.classList.remove("cc-bare");
    const rows = document.createDocumentFragment();
    for (const at of this.in(section)) {
      const stretch = this.#stretches[at];
      if (stretch === undefined) continue;
      const made = row(stretch, at, this.#label(stretch));
      this.#words[at] = made.words;
      rows.append(made.row);
    }
    element.prepend(rows);
    this.#filled(section);
  }

  fillBetween(first: number, last: number): void {
    for (let section = this.of(first); section <= this.of(last); section += 1) this.fill(section);
  }

  remove(): void {
    this.#gone = true;
    for (const section of this.#all) section.remove();
  }

  #goOn(): void {
    whenIdle((left) => {
      if (this.#gone) return;
      do this.fill(this.#next++);
      while (left() > 4 && this.#next < this.#all.length);
      if (this.#next < this.#all.length) this.#goOn();
    });
  }
}

function high(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, one) => sum + Math.ceil(one.text.length / LINE.long) * LINE.high + BETWEEN, 0);
}
