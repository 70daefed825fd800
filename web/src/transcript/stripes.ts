/**
 * Stripes in the margin: which code lies where, and whose.
 *
 * A section's stripes are worked out together: everything is measured first, then everything is written, because each
 * change of the two costs a layout. Stripes that lie beside each other take lanes; names stand beside them and are
 * moved down where they would cover each other, or left out when the section ends.
 */
import type { Places } from "./places";
import type { Laid, Part } from "./spans";

export interface Look {
  readonly name: string;
  readonly colour: string;
  readonly who: string;
  readonly faint: boolean;
}

export interface Measured {
  readonly id: string;
  top: number;
  bottom: number;
}

const NAME_HEIGHT = 18;
const MOST_LANES = 5;

/** Where the things on these stretches begin and end, in pixels from the top of the section. */
export function measure(
  places: Places,
  section: HTMLElement,
  stretches: readonly number[],
  partsOf: (stretch: number) => readonly Part<Laid>[],
): Measured[] {
  const found = new Map<string, Measured>();
  const above = section.getBoundingClientRect().top;
  const range = document.createRange();
  for (const stretch of stretches) {
    const text = places.text(stretch);
    if (text === null || places.element(stretch)?.hidden === true) continue;
    for (const part of partsOf(stretch)) {
      range.setStart(text, Math.min(part.from, text.length));
      range.setEnd(text, Math.min(part.to, text.length));
      const box = range.getBoundingClientRect();
      const known = found.get(part.what.id);
      const top = box.top - above;
      const bottom = box.bottom - above;
      if (known === undefined) found.set(part.what.id, { id: part.what.id, top, bottom });
      else known.bottom = Math.max(known.bottom, bottom);
    }
  }
  return [...found.values()].sort((one, two) => one.top - two.top || two.bottom - one.bottom);
}

/** The lane of each stripe: the first that is free from its top on. */
export function lanes(measured: readonly Measured[]): number[] {
  const ends: number[] = [];
  return measured.map((one) => {
    const free = ends.findIndex((end) => end <= one.top);
    const lane = free >= 0 ? free : ends.length;
    ends[lane] = one.bottom + 2;
    return lane % MOST_LANES;
  });
}

interface Drawn {
  readonly stripe: HTMLElement;
  readonly name: HTMLElement | null;
  /** All that it was drawn from: what is drawn from the same again is left as it is, with the focus if it has it. */
  readonly from: string;
}

const drawn = new WeakMap<HTMLElement, Map<string, Drawn>>();

/** Write the stripes of a section; the elements that were there are put to use again. */
export function draw(
  column: HTMLElement,
  measured: readonly Measured[],
  height: number,
  look: (id: string) => Look | null,
): void {
  const lane = lanes(measured);
  const before = drawn.get(column) ?? new Map<string, Drawn>();
  const now = new Map<string, Drawn>();
  const wanted: HTMLElement[] = [];
  let free = 0;
  measured.forEach((one, at) => {
    const seen = look(one.id);
    if (seen === null) return;
    const top = Math.max(one.top, free);
    const named = top + NAME_HEIGHT <= height + NAME_HEIGHT / 2;
    if (named) free = top + NAME_HEIGHT;
    const from = [one.top, one.bottom, lane[at], named ? top : "", seen.name, seen.who, seen.colour, seen.faint].join("\n");
    const known = before.get(one.id);
    const made = known?.from === from ? known : drawnAs(one, lane[at] ?? 0, named ? top : null, seen, from);
    now.set(one.id, made);
    wanted.push(made.stripe);
    if (made.name !== null) wanted.push(made.name);
  });
  drawn.set(column, now);
  inOrder(column, wanted);
}

function drawnAs(one: Measured, lane: number, nameTop: number | null, seen: Look, from: string): Drawn {
  const stripe = document.createElement("button");
  stripe.type = "button";
  stripe.tabIndex = -1;
  stripe.className = seen.faint ? "cc-stripe cc-faint" : "cc-stripe";
  stripe.dataset["laid"] = one.id;
  stripe.setAttribute("aria-label", `${seen.name} (${seen.who})`);
  stripe.title = `${seen.name} (${seen.who})`;
  stripe.style.top = `${one.top}px`;
  stripe.style.height = `${Math.max(one.bottom - one.top, 8)}px`;
  stripe.style.setProperty("--lane", String(lane));
  stripe.style.setProperty("--code", seen.colour);
  if (nameTop === null) return { stripe, name: null, from };
  const name = document.createElement("span");
  name.className = "cc-name";
  name.dataset["laid"] = one.id;
  name.ariaHidden = "true";
  name.textContent = `${seen.name} · ${seen.who}`;
  name.style.top = `${nameTop}px`;
  name.style.setProperty("--code", seen.colour);
  return { stripe, name, from };
}

/** Have these children, in this order, moving none that stands right: what is moved is laid out anew. */
function inOrder(column: HTMLElement, wanted: readonly HTMLElement[]): void {
  const keep = new Set(wanted);
  for (const child of [...column.children]) if (!keep.has(child as HTMLElement)) child.remove();
  let next = column.firstElementChild;
  for (const one of wanted) {
    if (one === next) next = next.nextElementSibling;
    else column.insertBefore(one, next);
  }
}

/** One stop for Tab, arrows between the stripes. */
export function alongStripes(host: HTMLElement, key: KeyboardEvent, stripe: HTMLElement): void {
  if (key.key !== "ArrowDown" && key.key !== "ArrowUp") return;
  key.preventDefault();
  const all = [...host.querySelectorAll<HTMLElement>(".cc-stripe")];
  const next = all[all.indexOf(stripe) + (key.key === "ArrowDown" ? 1 : -1)];
  if (next === undefined) return;
  for (const one of all) one.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
