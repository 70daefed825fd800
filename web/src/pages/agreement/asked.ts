/**
 * What the address asks of agreement, and who is compared with whom.
 *
 * What a careful reader would get wrong: with a group, only groups are compared; a coder in none of them is then left out,
 * as the engine has it. Without groups, leaving somebody out names all the others.
 */
import type { Asked, Schemas } from "../../api/client";

export type Options = Schemas["AgreementOptions"];
export const UNITS = ["characters", "words", "sentences", "turns", "segments"] as const;
export const UNIVERSES = ["all", "coded"] as const;
export const BYS = ["all", "pairs", "perspectives"] as const;
export const LABELS = ["each", "sets", "steps"] as const;
export const SCALES = ["ordinal", "interval"] as const;
export const READS = ["done", "coded"] as const;
export const KINDS = ["confusion", "parent or child", "borders", "stance", "omission"] as const;
export const SETTLED = ["with", "without", "only"] as const;
export const ORDERS = ["kind", "place", "code", "coders", "decided"] as const;
export const SLACKS = ["0", "5", "25", "100"] as const;
export const GROUPS = ["A", "B", "C", "D"] as const;
export const LEVELS = { all: ["codes", "domains", "overall"], codes: ["codes"], domains: ["domains", "overall"], overall: ["overall"] } as const;
export type Level = keyof typeof LEVELS;
const RESAMPLES = 1000;

/** One of some words, or the first of them. */
export const oneOf = <W extends string>(words: readonly [W, ...W[]], said: string | null): W => words.find((one) => one === said) ?? words[0];

/** How each coder is compared: "" by themselves, "out", or the letter of a group. As `id:A,id:out` in the address. */
export type Coders = ReadonlyMap<string, string>;

export function codersFrom(written: string | null): Coders {
  const pairs = (written ?? "").split(",").map((one) => one.split(":"));
  return new Map(pairs.flatMap(([id, how]) => (id !== undefined && how !== undefined && (how === "out" || GROUPS.some((one) => one === how)) ? [[id, how] as const] : [])));
}

export const codersWritten = (coders: Coders): string => [...coders].filter(([, how]) => how !== "").map(([id, how]) => `${id}:${how}`).join(",");

/** Whom the engine is asked to compare: members, or groups as `A=id,id`. */
export function compared(coders: Coders, members: readonly string[], named: (letter: string) => string): { members?: string[]; groups?: string[] } {
  const groups = GROUPS.map((letter) => ({ letter, ids: members.filter((id) => coders.get(id) === letter) })).filter((one) => one.ids.length > 0);
  if (groups.length > 0) return { groups: groups.map((one) => `${named(one.letter)}=${one.ids.join(",")}`) };
  const kept = members.filter((id) => coders.get(id) !== "out");
  return kept.length === members.length ? {} : { members: kept };
}

export function optionsOf(query: URLSearchParams, scope: Schemas["ScopeAsked"], codes: readonly string[], who: { members?: string[]; groups?: string[] }): Options {
  const units = oneOf(UNITS, query.get("units"));
  const level = (Object.keys(LEVELS) as Level[]).find((one) => one === query.get("levels")) ?? "all";
  return {
    ...scope,
    ...who,
    codes: [...codes],
    units,
    segments: units === "segments" ? (query.get("segments") ?? "") : "",
    universe: oneOf(UNIVERSES, query.get("universe")),
    by: oneOf(BYS, query.get("by")),
    labels: oneOf(LABELS, query.get("labels")),
    scale: oneOf(SCALES, query.get("scale")),
    levels: [...LEVELS[level]],
    read: oneOf(READS, query.get("read")),
    resamples: query.get("intervals") === "off" ? 0 : RESAMPLES,
    analysis: query.get("analysis") ?? "",
  };
}

/** What is asked for places: the same comparison, narrowed and in an order. Numbers alone need the rest of the options. */
export function placesOf(query: URLSearchParams, options: Options, limit: number): Asked<"differences"> {
  const kind = KINDS.find((one) => one === query.get("kind"));
  const between = query.get("between");
  const about = query.get("about");
  return {
    options: { ...options, levels: [...LEVELS.all], resamples: 0, kinds: kind === undefined ? [] : [kind], settled: oneOf(SETTLED, query.get("settled")), slack: Number(oneOf(SLACKS, query.get("slack"))) },
    order: oneOf(ORDERS, query.get("order")),
    about: about === null || about === "" ? [] : about.split(","),
    between: between === null || between === "" ? [] : between.split("~"),
    limit,
  };
}
