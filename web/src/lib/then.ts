/**
 * The moment at which this window looks at the study; null is now.
 *
 * Kept for the window alone, also when it is loaded again: another window goes on at the present. While it is set, every
 * question is asked of that moment and nothing can be changed (see `api/client.ts`).
 */
import { useSyncExternalStore } from "react";
import type { Schemas } from "../api/client";

export interface Moment {
  /** An entry, or a date. */
  at: string;
  /** The moment in words. */
  said: string;
  /** The study that is looked at: a moment means nothing in another. */
  study?: string;
  /** Who looks, also at a time before they were a member. */
  member?: Schemas["Member"] | null;
}

const KEPT = "crosscase.then";
const listeners = new Set<() => void>();
let then = recalled();

function recalled(): Moment | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? "null") as Moment | null;
  } catch {
    return null;
  }
}

export const getThen = (): Moment | null => then;

export function setThen(moment: Moment | null): void {
  then = moment;
  if (moment === null) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, JSON.stringify(moment));
  listeners.forEach((tell) => tell());
}

export function useThen(): Moment | null {
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, getThen);
}
