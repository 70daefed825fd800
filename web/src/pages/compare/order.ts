/**
 * In which order the lines of a table stand, and which are shown: as in the codebook, by name, by what is counted, by an
 * attribute, by one other line, or by hand.
 *
 * What a careful reader would get wrong: the line of everybody always stands last. It is the sum of the others, not one
 * of them.
 */
import type { Schemas } from "../../api/client";

export type Line = Required<Schemas["Line"]>;
/** `given`, `name`, `count`, `hand`, `by:ATTRIBUTE` (an id), or `line:KEY` (short) of the other axis. */
export type Order = string;

export interface Arranged {
  readonly order: Order;
  /** Short keys, in the order of somebody's hand; lines that are not named stand behind them. */
  readonly hand: readonly string[];
  /** Short keys of lines that are not shown. */
  readonly hidden: readonly string[];
}

/** A line's key, short enough for an address; ids end in what tells them apart. */
export function short(line: Line): string {
  if (line.kind === "value") return `v.${line.label}`;
  return line.id === "" ? line.key : line.id.slice(-8) + (line.below ? "+" : "");
}

const plain = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/**
 * The places of the lines that are shown, in order.
 *
 * `counted` is what each line counts for (the order "count") or in the line it is ordered by; `values` are those of the
 * attribute, lines without one stand last.
 */
export function arranged(lines: readonly Line[], how: Arranged, counted: (line: number) => number, values: (line: Line) => string): number[] {
  const hidden = new Set(how.hidden);
  const all = lines.map((_, at) => at).filter((at) => !hidden.has(short(lines[at] as Line)));
  const of = (at: number) => lines[at] as Line;
  const total = all.filter((at) => of(at).kind === "all");
  const rest = all.filter((at) => of(at).kind !== "all");
  if (how.order === "name") rest.sort((one, two) => plain.compare(of(one).label, of(two).label) || one - two);
  else if (how.order === "count" || how.order.startsWith("line:")) rest.sort((one, two) => counted(two) - counted(one) || one - two);
  else if (how.order === "hand") {
    const place = new Map(how.hand.map((key, at) => [key, at]));
    const at = (one: number) => place.get(short(of(one))) ?? how.hand.length + one;
    rest.sort((one, two) => at(one) - at(two));
  } else if (how.order.startsWith("by:")) {
    const value = new Map(rest.map((one) => [one, values(of(one))]));
    rest.sort((one, two) => {
      const [left, right] = [value.get(one) ?? "", value.get(two) ?? ""];
      if ((left === "") !== (right === "")) return left === "" ? 1 : -1;
      return plain.compare(left, right) || one - two;
    });
  }
  return [...rest, ...total];
}

/** The keys in the order they have when one of them is put in the place of another. */
export function moved(keys: readonly string[], from: number, to: number): string[] {
  const rest = [...keys];
  const [one] = rest.splice(from, 1);
  if (one !== undefined) rest.splice(to, 0, one);
  return rest;
}

/** A list in an address. */
export const listed = (keys: readonly string[]): string => keys.map((key) => encodeURIComponent(key).replaceAll("~", "%7E")).join("~");
export const unlisted = (written: string | null): string[] => (written === null || written === "" ? [] : written.split("~").map(decoded));

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
