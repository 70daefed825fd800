/**
 * Which rows and columns of a large table are in the page: those in view and a few around them, and always the cell that
 * has the focus, or it would be lost as soon as somebody scrolls.
 *
 * What a careful reader would get wrong: heights and widths are fixed only in a table that is large enough for this; a
 * small one is whole in the page, and its rows grow with their text.
 */
import { useEffect, useState, type RefObject } from "react";

/** From this many cells on only a part of the table is in the page. */
export const LARGE = 2000;
/** In rem. */
export interface Sizes {
  readonly row: number;
  readonly column: number;
  readonly head: number;
}
export const USUAL: Sizes = { row: 2.75, column: 6.5, head: 15 };
const AROUND = 4;

/** A line that is in the page, or a gap of so many that are not. */
export type Piece = { readonly at: number } | { readonly gap: number; readonly before: number };

export interface Seen {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

/** Lines `from` to `to` and `also`, with the gaps between them. */
export function pieces(count: number, [from, to]: readonly [number, number], also: number): Piece[] {
  const shown = new Set<number>();
  for (let at = Math.max(0, from); at < Math.min(count, to); at += 1) shown.add(at);
  if (also >= 0 && also < count) shown.add(also);
  const found: Piece[] = [];
  let next = 0;
  for (const at of [...shown].sort((one, two) => one - two)) {
    if (at > next) found.push({ gap: at - next, before: at });
    found.push({ at });
    next = at + 1;
  }
  if (next < count) found.push({ gap: count - next, before: count });
  return found;
}

/** Cells by row and column, each made the first time it is asked for. */
export function once<T>(make: (row: number, column: number) => T, columns: number): (row: number, column: number) => T {
  const made = new Map<number, T>();
  return (row, column) => {
    const place = row * columns + column;
    const found = made.get(place) ?? make(row, column);
    made.set(place, found);
    return found;
  };
}

/** What is in view of a table of fixed sizes (in rem), followed as it is scrolled; all of it when it is small. */
export function useSeen(scroller: RefObject<HTMLElement | null>, rows: number, columns: number, large: boolean, sizes: Sizes): Seen {
  // Before anything is laid out: no more than the window can hold, because each cell costs.
  const [seen, setSeen] = useState<Seen>(() => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    return { rows: [0, Math.ceil(innerHeight / (sizes.row * rem)) + AROUND], columns: [0, Math.ceil(innerWidth / (sizes.column * rem)) + AROUND] };
  });
  useEffect(() => {
    const here = scroller.current;
    if (here === null || !large) return undefined;
    const look = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      // A table that is not in a scroller of its own height (on a narrow screen) is looked at through the window.
      const height = Math.min(here.clientHeight, innerHeight);
      const first = Math.floor(here.scrollTop / (sizes.row * rem)) - AROUND;
      const left = Math.floor(here.scrollLeft / (sizes.column * rem)) - AROUND;
      const next: Seen = {
        rows: [first, first + Math.ceil(height / (sizes.row * rem)) + 2 * AROUND],
        columns: [left, left + Math.ceil(here.clientWidth / (sizes.column * rem)) + 2 * AROUND],
      };
      setSeen((before) => (String(before.rows) === String(next.rows) && String(before.columns) === String(next.columns) ? before : next));
    };
    const watching = new ResizeObserver(look);
    watching.observe(here);
    here.addEventListener("scroll", look, { passive: true });
    return () => {
      watching.disconnect();
      here.removeEventListener("scroll", look);
    };
  }, [scroller, large, sizes]);
  return large ? seen : { rows: [0, rows], columns: [0, columns] };
}
