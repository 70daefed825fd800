/**
 * What was decided of a pair, while it is being written down, and what is asked of the engine for it. Pure, for tests.
 *
 * What a careful reader would get wrong: the engine refuses what does not belong to a decision, so only that is sent.
 * What was typed for another decision stays in the draft, in case somebody comes back to it.
 */
import type { Given, Schemas } from "../../api/client";

export const DECISIONS = ["same", "extends", "split", "new", "negative", "undecided"] as const;
export type Decision = (typeof DECISIONS)[number];
export type End = "keep" | "none" | "one" | "other";
type Side = Schemas["SideWords"];

export interface Draft {
  readonly decision: Decision | null;
  readonly reason: string;
  /** Empty: a new one. */
  readonly property: string;
  readonly name: string;
  readonly low: string;
  readonly high: string;
  readonly atLow: End;
  readonly atHigh: End;
  readonly parts: readonly string[];
  /** To which part a coding goes; those that are not named stay. */
  readonly goes: Readonly<Record<string, number>>;
  readonly under: boolean;
  readonly newName: string;
  readonly newSide: "one" | "other";
  readonly newUnder: string;
  readonly negative: "one" | "other";
}

export const SEGMENTS: readonly string[] = ["coding", "turn"];

/** A draft for a pair: what is offered first is what stands at the other side, because that is what is new. */
export function begin(other: Side, category: string): Draft {
  const against = other.kind === "code" && other.id === category ? "one" : "other";
  return {
    decision: null, reason: "", property: "", name: "", low: "", high: "", atLow: "none", atHigh: "none",
    parts: [""], goes: other.kind === "coding" && other.code === category ? { [other.id]: 0 } : {}, under: false,
    newName: "", newSide: SEGMENTS.includes(other.kind) ? "other" : "one", newUnder: "", negative: against,
  };
}

/** Which decisions there can be: a new code begins with a segment, and what says something of a category needs one. */
export function possible(one: Side, other: Side, category: string): Decision[] {
  const segments = SEGMENTS.includes(one.kind) || SEGMENTS.includes(other.kind);
  return DECISIONS.filter((each) => each === "same" || each === "undecided" || (category !== "" && (each !== "new" || segments)));
}

const counted = (draft: Draft, part: number): string[] => Object.entries(draft.goes).filter(([, to]) => to === part).map(([coding]) => coding);

/** How many passages go somewhere. */
export const going = (draft: Draft): number => Object.values(draft.goes).filter((to) => to < draft.parts.length).length;

/** Whether all is said that the decision needs. */
export function complete(draft: Draft): boolean {
  switch (draft.decision) {
    case null:
      return false;
    case "extends":
      return draft.property !== "" || draft.name.trim() !== "";
    case "split":
      return draft.parts.every((name, part) => name.trim() !== "" && counted(draft, part).length > 0);
    case "new":
      return draft.newName.trim() !== "";
    default:
      return true;
  }
}

type Arguments = Given<"comparison.decide">;

/** What the engine is asked to do; `category` empty for none. */
export function argumentsOf(draft: Draft, one: Side, other: Side, how: { category: string; rule: string; seed: number }): Arguments {
  const end = (which: End): string | null => (which === "keep" ? null : which === "none" ? "" : which === "one" ? one.id : other.id);
  const decision = draft.decision ?? "undecided";
  const given = {
    one: { kind: one.kind, id: one.id }, other: { kind: other.kind, id: other.id }, decision, reason: draft.reason,
    rule: how.rule, seed: how.seed, ...(how.category === "" ? {} : { category: how.category }),
  } as Arguments;
  if (decision === "extends") {
    // Words that are left empty say nothing of a property that is there.
    const words = (typed: string) => (draft.property !== "" && typed.trim() === "" ? null : typed);
    given.extends = {
      property: draft.property, name: draft.property === "" ? draft.name : "", low: words(draft.low), high: words(draft.high), at_low: end(draft.atLow), at_high: end(draft.atHigh),
    };
  }
  if (decision === "split") given.split = draft.parts.map((name, part) => ({ name, codings: counted(draft, part), definition: "", under: draft.under }));
  if (decision === "new") given.new = { name: draft.newName, side: draft.newSide, definition: "", parent: draft.newUnder === "" ? null : draft.newUnder };
  if (decision === "negative") given.negative = draft.negative;
  return given;
}

/** Take a part away: what went there stays, and later parts move up. */
export function without(draft: Draft, part: number): Draft {
  const goes = Object.fromEntries(Object.entries(draft.goes).filter(([, to]) => to !== part).map(([coding, to]) => [coding, to > part ? to - 1 : to]));
  return { ...draft, parts: draft.parts.filter((_, at) => at !== part), goes };
}
