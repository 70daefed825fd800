/** How far a reading and a place of the frame are, as words to count and to draw. */
import type { Schemas } from "../../api/client";

export const STATES = ["unread", "begun", "done", "again"] as const;
export type State = (typeof STATES)[number];
type Reading = Pick<Schemas["ReadingHere"], "progress" | "unread" | "redefined">;

/** A source that is done is to be read again when codes were made since, or defined anew. */
export function stateOf(reading: Reading | undefined): State {
  if (reading === undefined || reading.progress === "to do") return "unread";
  if (reading.progress === "begun") return "begun";
  return reading.unread > 0 || reading.redefined.length > 0 ? "again" : "done";
}

export const STEPS = ["coded", "interviewed", "recruited", "missing"] as const;
export type Step = (typeof STEPS)[number];
type Seats = Pick<Schemas["Seats"], "planned" | "recruited" | "interviewed" | "coded">;

/** One word for everybody in a place: who is coded, only interviewed, only recruited, and who was planned and is missing. */
export function squares({ planned, recruited, interviewed, coded }: Seats): Step[] {
  const counts: Record<Step, number> = {
    coded,
    interviewed: interviewed - coded,
    recruited: recruited - interviewed,
    missing: (planned ?? 0) - recruited,
  };
  return STEPS.flatMap((step) => Array<Step>(Math.max(0, counts[step])).fill(step));
}
