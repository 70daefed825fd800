/** What is compared, by which rule, as the address says it; and what is asked of the server for that. Pure, for tests. */
import type { Asked, Schemas } from "../../api/client";

export const OF = ["segments", "passages", "categories", "cases"] as const;
export type Of = (typeof OF)[number];
type Rule = NonNullable<Asked<"pairs">["rule"]>;

const SEGMENTS = ["newest with oldest", "most different cases", "same role, other group", "least similar words", "uncoded neighbour", "at random"] as const;

/** The rules of each kind: as they are called and recorded, and the one by which the engine knows them. */
export const RULES: Record<Of, readonly { readonly called: Called; readonly rule: Rule }[]> = {
  segments: SEGMENTS.map((rule) => ({ called: rule, rule })),
  passages: [{ called: "coded last", rule: "newest with oldest" }, { called: "at random", rule: "at random" }],
  categories: [{ called: "found in the same people", rule: "most different cases" }, { called: "at random", rule: "at random" }],
  cases: [{ called: "most different cases", rule: "most different cases" }, { called: "at random", rule: "at random" }],
};
export type Called = (typeof SEGMENTS)[number] | "coded last" | "found in the same people";

export const ruleOf = (of: Of, called: string): { called: Called; rule: Rule } => {
  const [first] = RULES[of];
  return RULES[of].find((one) => one.called === called) ?? first ?? { called: "at random", rule: "at random" };
};

type ComparedSide = Schemas["ComparedSide"];
const KINDS = ["coding", "turn", "code", "case", "theme"] as const;

/** A side that was chosen by hand, as the address has it: `case:ID`. */
export function sideFrom(written: string | null): ComparedSide | null {
  const [kind, id] = (written ?? "").split(":");
  const known = KINDS.find((one) => one === kind);
  return known === undefined || id === undefined || !/^[0-9a-f]{32}$/u.test(id) ? null : { kind: known, id };
}

export const written = (side: ComparedSide): string => `${side.kind}:${side.id}`;
