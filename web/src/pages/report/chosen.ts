/**
 * What goes into a report: kept for this member on this machine, and put into the words in which the server is asked.
 *
 * What a careful reader would get wrong: what was kept may be of an older program. Parts that it does not name come at
 * the end and are taken; parts that are no more are left out.
 */
import type { Schemas } from "../../api/client";

export interface Chosen {
  readonly parts: readonly { readonly key: string; readonly taken: boolean }[];
  readonly quotations: number;
  readonly covered: boolean;
  readonly unreviewed: boolean;
  readonly analysis: string;
}

export const QUOTATIONS = [0, 1, 2, 3, 4, 6, 8, 12] as const;

/** What was kept, as far as it fits what there is today. */
export function chosenFrom(kept: string, parts: readonly string[], analyses: readonly string[]): Chosen {
  const held = objectFrom(kept);
  const named = Array.isArray(held["parts"]) ? (held["parts"] as unknown[]).map(partFrom).filter((one) => one !== null && parts.includes(one.key)) : [];
  const known = [...new Map(named.flatMap((one) => (one === null ? [] : [[one.key, one] as const]))).values()];
  const added = parts.filter((key) => !known.some((one) => one.key === key)).map((key) => ({ key, taken: true }));
  const analysis = typeof held["analysis"] === "string" && analyses.includes(held["analysis"]) ? held["analysis"] : "";
  return {
    parts: [...known, ...added],
    quotations: QUOTATIONS.find((one) => one === held["quotations"]) ?? 4,
    // What content notes lie on is asked for anew each time that somebody comes.
    covered: false,
    unreviewed: held["unreviewed"] === true,
    analysis,
  };
}

function objectFrom(kept: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(kept);
    return typeof found === "object" && found !== null ? (found as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function partFrom(held: unknown): { key: string; taken: boolean } | null {
  if (typeof held !== "object" || held === null || !("key" in held) || typeof held.key !== "string") return null;
  return { key: held.key, taken: "taken" in held && held.taken === true };
}

/** Put a part in another place. */
export function moved(chosen: Chosen, from: number, to: number): Chosen {
  const parts = [...chosen.parts];
  const [part] = parts.splice(from, 1);
  if (part === undefined || to < 0 || to > parts.length) return chosen;
  parts.splice(to, 0, part);
  return { ...chosen, parts };
}

/** A report as the server is asked for it. */
export function asked(chosen: Chosen, form: string, name: string, preview: boolean): Schemas["ReportAsked"] {
  return {
    form, name, preview, ordered: true, record: !preview,
    parts: chosen.parts.filter((part) => part.taken).map((part) => part.key),
    quotations: chosen.quotations, covered: chosen.covered, include_unreviewed: chosen.unreviewed, analysis: chosen.analysis,
  };
}
