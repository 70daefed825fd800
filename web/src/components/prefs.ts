/**
 * How somebody likes to work: the view they read in, the codes they keep at hand, what they wish to be spared.
 *
 * This machine remembers it beside the study, never in it (`/api/likes`); a browser could not, because the workbench has
 * another port each time. Until the answer is there, what was asked for as a fallback holds: so covered stays covered.
 */
import { useCallback, useSyncExternalStore } from "react";
import { plain, read } from "../api/client";

type Whose = "everywhere" | "here";
const known: Record<Whose, Map<string, string>> = { everywhere: new Map(), here: new Map() };
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((one) => one());

/** Ask what is remembered for who sits here. What was changed meanwhile in this window stays. */
export async function bringPreferences(): Promise<void> {
  const found = await read("/api/likes");
  known.everywhere = new Map([...Object.entries(found.everywhere)]);
  known.here = new Map([...Object.entries(found.here)]);
  tell();
}

export function getPreference(name: string, fallback: string, whose: Whose = "everywhere"): string {
  return known[whose].get(name) ?? fallback;
}

export function setPreference(name: string, value: string, whose: Whose = "everywhere"): void {
  known[whose].set(name, value);
  tell();
  // Where it could not be kept it holds for this window; nobody's work hangs on it.
  void plain("PUT", "/api/likes", {}, { name, value, here: whose === "here" }).catch(() => undefined);
}

/** A like of whoever uses this machine, or with `here` of this member in this study. */
export function usePreference(name: string, fallback: string, whose: Whose = "everywhere"): [string, (value: string) => void] {
  const value = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => getPreference(name, fallback, whose),
  );
  const set = useCallback((next: string) => setPreference(name, next, whose), [name, whose]);
  return [value, set];
}
