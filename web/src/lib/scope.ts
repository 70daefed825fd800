/**
 * The one scope that stands above all screens: whose words are looked at, and whose codings count.
 *
 * It is kept for this window and this study by ids (`sessionStorage`). `useScope()` gives it in the shape in which every
 * question of `/api/ask` takes it, so that a screen writes `{ ...scope, rows: "codes" }`. Participants and sources may
 * be named as sets, `set:ID`; attributes are `ID=value`.
 *
 * What a careful reader would get wrong: an empty list means everything, never nothing. And codes are no filter of the
 * engine: `useScopeCodes()` gives them to the questions that take `codes`.
 */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { ask, type Schemas } from "../api/client";
import { useStudy } from "../api/hooks";

export interface Filters {
  readonly cases: readonly string[];
  readonly roles: readonly string[];
  readonly participants: readonly string[];
  readonly sources: readonly string[];
  readonly members: readonly string[];
  readonly where: readonly string[];
  readonly include_unreviewed: boolean;
}

export interface Scope extends Filters {
  readonly codes: readonly string[];
}

/** The parts of a scope that are lists of ids. */
export type Part = Exclude<keyof Scope, "include_unreviewed">;

export const EVERYTHING: Scope = {
  cases: [], roles: [], participants: [], sources: [], members: [], where: [], codes: [], include_unreviewed: false,
};

const listeners = new Set<() => void>();
const key = (study: string) => `crosscase.scope.${study}`;

/** A scope as it was written down; what is not there or not a scope is everything. */
export function scopeFrom(written: string | null): Scope {
  if (written === null || written === "") return EVERYTHING;
  let found: unknown;
  try {
    found = JSON.parse(written);
  } catch {
    return EVERYTHING;
  }
  if (typeof found !== "object" || found === null) return EVERYTHING;
  const held = found as Record<string, unknown>;
  const list = (part: Part) => {
    const value = held[part];
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
  };
  return {
    cases: list("cases"), roles: list("roles"), participants: list("participants"), sources: list("sources"),
    members: list("members"), where: list("where"), codes: list("codes"), include_unreviewed: held["include_unreviewed"] === true,
  };
}

export function isEverything(scope: Scope): boolean {
  return !scope.include_unreviewed && PARTS.every((part) => scope[part].length === 0);
}

export const PARTS: readonly Part[] = ["cases", "roles", "where", "participants", "sources", "codes", "members"];

/** The scope with one thing put in or taken out. */
export function toggled(scope: Scope, part: Part, id: string): Scope {
  const held = scope[part];
  return { ...scope, [part]: held.includes(id) ? held.filter((one) => one !== id) : [...held, id] };
}

/** The whole scope, and how to change it: what the bar and its panel use. */
export function useWholeScope(): [Scope, (scope: Scope) => void] {
  const study = useStudy().data?.id ?? "";
  const written = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => sessionStorage.getItem(key(study)),
  );
  const scope = useMemo(() => scopeFrom(written), [written]);
  const change = useCallback(
    (next: Scope) => {
      if (isEverything(next)) sessionStorage.removeItem(key(study));
      else sessionStorage.setItem(key(study), JSON.stringify(next));
      listeners.forEach((tell) => tell());
    },
    [study],
  );
  return [scope, change];
}

/** What every question takes. The same object as long as the scope is the same. */
export function useScope(): Schemas["ScopeAsked"] {
  const [scope] = useWholeScope();
  return useMemo(() => filtersOf(scope), [scope]);
}

/** The codes that are looked at, with what lies under them; none means all. */
export function useScopeCodes(): readonly string[] {
  return useWholeScope()[0].codes;
}

export function filtersOf(scope: Scope): Schemas["ScopeAsked"] {
  return {
    cases: [...scope.cases], roles: [...scope.roles], participants: [...scope.participants], sources: [...scope.sources],
    members: [...scope.members], where: [...scope.where], include_unreviewed: scope.include_unreviewed,
  };
}

/** How many cases, participants and sources are in the scope; not asked for while it is everything. */
export function useInScope() {
  const [scope] = useWholeScope();
  const filters = filtersOf(scope);
  return useQuery({
    queryKey: ["scope", filters],
    queryFn: () => ask("scope", filters),
    enabled: !isEverything(scope),
  });
}
