/**
 * The transcript: words that are never touched after they are shown, and what lies on them.
 *
 * Plain DOM, no framework. Sections of stretches; each stretch is one element with exactly one text node, its label and
 * number beside it. Sections near the window have their tints and stripes, far ones have not. Whoever
 * shows it calls `load`, then `setLaid`, `add`, `remove`; it tells what was selected and what was pointed at, as code
 * points and ids.
 *
 * What a careful reader would get wrong: above a megabyte the sections that are far away are not laid out at all
 * (`content-visibility`). That is for sections only: for every turn it makes scrolling six times slower.
 */
import type { Look } from "./stripes";
import type { Laid, Span } from "./spans";
import type { Stretch } from "./stretches";
import type { Label } from "./rows";
import { Aloud, type Told } from "./aloud";
import { Caret, moveOf, type Step } from "./caret";
import { Handles } from "./handles";
import { Painter } from "./paint";
import { Places, pointed } from "./places";
import { Index } from "./spans";
import { nextWord } from "./points";
import { Sections } from "./sections";
import { cover, lying } from "./rows";
import { alongStripes, draw, measure } from "./stripes";

const NEAR = "400px";
const SKIP_FROM = 1_000_000;

export interface Shown extends Laid {
  /** A coding has a stripe and a tint; a mark an underline and a stripe. */
  readonly kind: "coding" | "mark";
}

export interface Options {
  /** How a stripe looks and is called; null when it is not to be shown (a layer that is off). */
  look(id: string): Look | null;
  /** The words are selected, or none are. */
  onSelect(span: Span | null): void;
  /** These lie where the reader pointed, the shortest first. */
  onHit(ids: string[]): void;
  /** The current coding was given another place by its handles. */
  onResize(id: string, span: Span): void;
  /** What stands in the place of covered words, to be shown when it is asked for. */
  coverText(about: string): string;
  onUncover(stretch: number): void;
  /** What lies on a turn, in words for whoever hears it. */
  laidText(ids: readonly string[]): string;
  /** Where the caret went by a key, and what is there. */
  onTold(told: Told): void;
}

export class TranscriptView {
  readonly host: HTMLElement;
  readonly #options: Options;
  #places = new Places([], () => undefined);
  #codings = new Index<Shown>([]);
  #marks = new Index<Shown>([]);
  #found = new Index<Laid>([]);
  #painter: Painter | null = null;
  #sections: Sections | null = null;
  #covered: ReadonlyMap<number, string> = new Map();
  readonly #near = new Set<number>();
  readonly #caret: Caret;
  readonly #handles: Handles;
  readonly #aloud: Aloud;
  #watching: IntersectionObserver | null = null;
  readonly #sizes: ResizeObserver;
  readonly #stop = new AbortController();
  #current: Shown | null = null;
  #width = 0;

  constructor(host: HTMLElement, options: Options) {
    this.host = host;
    this.#options = options;
    host.classList.add("cc-transcript");
    this.#caret = new Caret(host, () => this.#places);
    this.#aloud = new Aloud((told) => options.onTold(told));
    this.#handles = new Handles(host, () => this.#places, {
      preview: (span) => this.#paintCurrent(span),
      done: (span) => {
        if (this.#current !== null) options.onResize(this.#current.id, span);
      },
    });
    const { signal } = this.#stop;
    document.addEventListener("selectionchange", () => this.#selected(), { signal });
    host.addEventListener("click", (click) => this.#clicked(click), { signal });
    host.addEventListener("keydown", (key) => this.#pressed(key), { signal });
    host.addEventListener("focus", () => this.#caret.draw(), { signal });
    host.addEventListener("blur", () => this.#caret.draw(), { signal });
    this.#sizes = new ResizeObserver(() => {
      if (host.clientWidth === this.#width) return;
      this.#width = host.clientWidth;
      this.#drawStripes([...this.#near]);
      this.#caret.draw();
    });
    this.#sizes.observe(host);
  }

  /** Show a text. What lay on another one is gone. */
  load(stretches: readonly Stretch[], label: (stretch: Stretch) => Label): void {
    this.#watching?.disconnect();
    this.#painter?.destroy();
    this.#sections?.remove();
    this.#near.clear();
    this.#current = null;
    this.#covered = new Map();
    const size = stretches.reduce((sum, stretch) => sum + stretch.text.length, 0);
    this.host.classList.toggle("cc-skipping", size > SKIP_FROM);
    // Words that are covered are covered from the moment they are in the page.
    const sections = new Sections(this.host, stretches, label, size > SKIP_FROM, (section) => sections.in(section).forEach((at) => this.#cover(at)));
    this.#sections = sections;
    this.#places = new Places(stretches, (stretch) => sections.words(stretch));
    this.#codings = new Index<Shown>(stretches);
    this.#marks = new Index<Shown>(stretches);
    this.#found = new Index<Laid>(stretches);
    this.#painter = new Painter(this.#places);
    this.#aloud.forget();
    this.#watching = new IntersectionObserver((seen) => this.#moved(seen), { root: this.host, rootMargin: `${NEAR} 0px` });
    for (const section of sections.elements) this.#watching.observe(section);
  }

  /** Everything that lies on the text. */
  setLaid(laid: readonly Shown[]): void {
    this.#codings = new Index(this.#places.stretches, laid.filter((one) => one.kind === "coding"));
    this.#marks = new Index(this.#places.stretches, laid.filter((one) => one.kind === "mark"));
    if (this.#current !== null) this.#current = this.get(this.#current.id) ?? null;
    this.#renew([...this.#near]);
  }

  add(one: Shown): void {
    const touched = this.#index(one).add(one);
    if (this.#current?.id === one.id) this.#current = one;
    this.#renew(this.#sectionsOf(touched));
  }

  remove(id: string): void {
    const touched = [...this.#codings.remove(id), ...this.#marks.remove(id)];
    if (this.#current?.id === id) this.setCurrent(null);
    this.#renew(this.#sectionsOf(touched));
  }

  get(id: string): Shown | undefined {
    return this.#codings.get(id) ?? this.#marks.get(id);
  }

  /** Layers were switched: what `look` answers has changed. */
  refresh(): void {
    this.#renew([...this.#near]);
  }

  /** The coding that is being looked at: it is outlined, and has handles. */
  setCurrent(id: string | null): void {
    this.#current = id === null ? null : (this.get(id) ?? null);
    this.#paintCurrent(this.#current);
    for (const stripe of this.host.querySelectorAll<HTMLElement>(".cc-stripe, .cc-name")) {
      stripe.classList.toggle("cc-current", stripe.dataset["laid"] === id);
    }
  }

  /** Words that were looked for, and the one of them that is looked at. */
  setFound(found: readonly Laid[], at: Span | null): void {
    this.#found = new Index(this.#places.stretches, found);
    for (const section of this.#near) for (const stretch of this.#stretchesOf(section)) this.#paintFound(stretch);
    this.#painter?.outline("hit", at);
    if (at !== null) this.scrollTo(at);
  }

  /** Cover stretches whose words a reader may wish to be spared: what each is covered for. */
  setCovered(covered: ReadonlyMap<number, string>): void {
    const before = this.#covered;
    this.#covered = covered;
    const changed = [...new Set([...before.keys(), ...covered.keys()])].filter((at) => this.#sections?.filled(at) === true && this.#cover(at));
    this.#renew(this.#sectionsOf(changed));
  }

  #cover(stretch: number): boolean {
    const element = this.#places.element(stretch);
    const about = this.#covered.get(stretch);
    return element !== undefined && cover(element, about === undefined ? null : this.#options.coverText(about), () => this.#options.onUncover(stretch));
  }

  scrollTo(span: Span): void {
    const element = this.#places.element(this.#places.place(span.start, "start").stretch);
    element?.closest(".cc-row")?.scrollIntoView({ block: "center" });
  }

  /** Select words, as the reader could have, and bring them into view; `aloud` tells them. Covered words stay covered. */
  select(span: Span, aloud = false): void {
    const first = this.#places.element(this.#places.place(span.start, "start").stretch);
    if (first?.hidden === true) {
      this.scrollTo(span);
      return;
    }
    const range = this.#places.range(this.#places.place(span.start, "start"), this.#places.place(span.end, "end"));
    const selection = getSelection();
    if (range === null || selection === null) return;
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    this.#caret.draw(true);
    if (aloud) this.#tell(null);
  }

  selected(): Span | null {
    return this.#places.span(getSelection(), this.host);
  }

  take(what: "word" | "sentence" | "turn"): void {
    this.#caret.take(what);
    this.#tell(null);
  }

  /** The code point at the caret; null when the selection is elsewhere. */
  here(): number | null {
    const selection = getSelection();
    if (selection?.focusNode == null || !this.host.contains(selection.focusNode)) return null;
    const place = this.#places.of(selection.focusNode, selection.focusOffset, "start");
    return place === null ? null : this.#places.point(place, "start");
  }

  /** What lies at a code point, or anywhere in the stretch of it. */
  at(point: number, wholeStretch = false): string[] {
    const place = this.#places.place(point, "start");
    const here = [...this.#codings.at(place.stretch, place.unit), ...this.#marks.at(place.stretch, place.unit)];
    return here.length > 0 || !wholeStretch ? this.#visible(here) : this.#lying(place.stretch);
  }

  /** A span with one of its ends moved by a word; null when no words would be left, or there are no more. */
  nudged(span: Span, edge: "start" | "end", by: "forward" | "backward"): Span | null {
    const place = this.#places.place(span[edge], edge);
    const text = this.#places.stretches[place.stretch]?.text ?? "";
    const unit = nextWord(text, place.unit, edge, by);
    if (unit === null) return null;
    const point = this.#places.point({ stretch: place.stretch, unit }, edge);
    const moved = edge === "start" ? { start: point, end: span.end } : { start: span.start, end: point };
    return moved.end > moved.start ? moved : null;
  }

  get stretches(): readonly Stretch[] {
    return this.#places.stretches;
  }

  get index(): Index<Shown> {
    return this.#codings;
  }

  destroy(): void {
    this.#stop.abort();
    this.#watching?.disconnect();
    this.#sections?.remove();
    this.#sizes.disconnect();
    this.#painter?.destroy();
    this.#handles.destroy();
    this.host.replaceChildren();
  }

  #index(one: Shown): Index<Shown> {
    return one.kind === "coding" ? this.#codings : this.#marks;
  }

  #visible(laid: readonly Shown[]): string[] {
    return [...new Set(laid.filter((one) => this.#options.look(one.id) !== null).map((one) => one.id))];
  }

  #sectionsOf(stretches: readonly number[]): number[] {
    return [...new Set(stretches.map((one) => this.#sections?.of(one) ?? 0))].filter((one) => this.#near.has(one));
  }

  #stretchesOf(section: number): number[] {
    return this.#sections?.in(section) ?? [];
  }

  #renew(sections: readonly number[]): void {
    for (const section of sections) {
      for (const stretch of this.#stretchesOf(section)) this.#paint(stretch);
    }
    this.#painter?.outline("current", this.#current);
    const place = this.#handles.measured(this.#current);
    this.#drawStripes(sections);
    place();
  }

  #paint(stretch: number): void {
    this.#name(stretch);
    if (this.#places.element(stretch)?.hidden === true) {
      this.#clear(stretch);
      return;
    }
    const seen = (part: { what: Shown }): boolean => this.#options.look(part.what.id) !== null;
    this.#painter?.paint("coded", stretch, this.#codings.of(stretch).filter(seen));
    this.#painter?.paint("marked", stretch, this.#marks.of(stretch).filter(seen));
    this.#paintFound(stretch);
  }

  /** Say in the page what lies on a stretch, to whoever hears it. */
  #name(stretch: number): void {
    const element = this.#places.element(stretch);
    const laid = element?.hidden === true ? [] : this.#lying(stretch);
    if (element !== undefined) lying(element, laid.length === 0 ? "" : this.#options.laidText(laid));
  }

  #lying(stretch: number, from = 0, to = Infinity): string[] {
    const parts = [...this.#codings.of(stretch), ...this.#marks.of(stretch)];
    return this.#visible(parts.filter((part) => part.from < to && from < part.to).map((part) => part.what));
  }

  #tell(step: Step | null): void {
    this.#aloud.tell(this.#places, step, (...where) => this.#lying(...where));
  }

  #paintFound(stretch: number): void {
    if (this.#places.element(stretch)?.hidden !== true) this.#painter?.paint("found", stretch, this.#found.of(stretch));
  }

  #clear(stretch: number): void {
    for (const look of ["coded", "marked", "found"] as const) this.#painter?.clear(look, stretch);
  }

  #drawStripes(sections: readonly number[]): void {
    const measured = sections.map((section) => {
      const element = this.#sections?.elements[section];
      if (element === undefined) return { section, stripes: [], height: 0 };
      const parts = (stretch: number) =>
        [...this.#codings.of(stretch), ...this.#marks.of(stretch)].filter((part) => this.#options.look(part.what.id) !== null);
      return { section, stripes: measure(this.#places, element, this.#stretchesOf(section), parts), height: element.clientHeight };
    });
    for (const { section, stripes, height } of measured) {
      const column = this.#sections?.column(section);
      if (column === undefined) continue;
      draw(column, stripes, height, (id) => this.#options.look(id));
    }
    const first = this.host.querySelector<HTMLElement>(".cc-stripe");
    if (first !== null && this.host.querySelector('.cc-stripe[tabindex="0"]') === null) first.tabIndex = 0;
  }

  #paintCurrent(span: Span | null): void {
    this.#painter?.outline("current", span);
    this.#handles.place(span);
  }

  #moved(seen: readonly IntersectionObserverEntry[]): void {
    const came: number[] = [];
    for (const entry of seen) {
      const section = Number((entry.target as HTMLElement).dataset["section"]);
      if (entry.isIntersecting && !this.#near.has(section)) {
        this.#near.add(section);
        came.push(section);
      } else if (!entry.isIntersecting && this.#near.delete(section)) {
        for (const stretch of this.#stretchesOf(section)) this.#clear(stretch);
        const column = this.#sections?.column(section);
        if (column !== undefined) draw(column, [], 0, () => null);
      }
    }
    this.#renew(came);
  }

  #selected(): void {
    const selection = getSelection();
    if (selection?.anchorNode == null || !this.host.contains(selection.anchorNode)) return;
    this.#caret.draw();
    const span = this.selected();
    // What is selected can be copied: all of it is in the page.
    if (span !== null) this.#sections?.fillBetween(this.#places.place(span.start, "start").stretch, this.#places.place(span.end, "end").stretch);
    this.#options.onSelect(span);
  }

  #clicked(click: MouseEvent): void {
    const laid = (click.target as Element).closest<HTMLElement>("[data-laid]")?.dataset["laid"];
    if (laid !== undefined) {
      this.#options.onHit([laid]);
      return;
    }
    if (getSelection()?.isCollapsed === false) return;
    const point = pointed(click);
    if (point === null) return;
    const place = this.#places.of(point.node, point.offset, "start");
    if (place === null) return;
    this.#options.onHit(this.#visible([...this.#codings.at(place.stretch, place.unit), ...this.#marks.at(place.stretch, place.unit)]));
  }

  #pressed(key: KeyboardEvent): void {
    const target = key.target as HTMLElement;
    if (target.classList.contains("cc-stripe")) {
      alongStripes(this.host, key, target);
      return;
    }
    if (target !== this.host) return;
    const move = moveOf(key);
    if (move === null) return;
    key.preventDefault();
    this.#caret.move(move.direction, move.step, move.extend);
    this.#tell(move.step);
  }
}
