/** The bench: which pair comes next, what an address asks for, and what the engine is told of a decision. */
import { describe, expect, test } from "vitest";
import type { Schemas } from "../src/api/client";
import { OF, RULES, ruleOf, sideFrom } from "../src/pages/bench/asked";
import { argumentsOf, begin, complete, going, possible, without } from "../src/pages/bench/decision";
import { keyOf, nextOf, toAsk } from "../src/pages/bench/queue";

type Side = Schemas["SideWords"];
const CATEGORY = "c".repeat(32);
const side = (id: string, kind = "coding", code = CATEGORY): Side => ({
  id, kind, code, name: id, member: "", participants: [], cases: [], roles: [], words: "", covered: [], source: "", start: 0, end: 0,
});
const pair = (one: string, other: string) => ({ one: side(one), other: side(other), why: "" });

describe("which pair comes next", () => {
  const pairs = [pair("a", "b"), pair("c", "d")];
  test("the first that was not passed over, whichever way round it was", () => {
    expect(nextOf(pairs, new Set())).toBe(pairs[0]);
    expect(nextOf(pairs, new Set([keyOf(pair("b", "a"))]))).toBe(pairs[1]);
    expect(nextOf(pairs, new Set(pairs.map(keyOf)))).toBeUndefined();
  });
  test("more are asked for than were passed over", () => {
    for (const over of [0, 1, 9, 10, 11, 40]) expect(toAsk(over)).toBeGreaterThan(over);
  });
});

describe("what an address asks for", () => {
  test("every kind has a rule by chance, and an unknown rule is its first", () => {
    for (const of of OF) {
      expect(RULES[of].map((one) => one.called)).toContain("at random");
      expect(ruleOf(of, "by the stars")).toEqual(RULES[of][0]);
    }
    expect(ruleOf("passages", "coded last").rule).toBe("newest with oldest");
  });
  test("a side by hand has a kind that can be compared and an id", () => {
    expect(sideFrom(`case:${CATEGORY}`)).toEqual({ kind: "case", id: CATEGORY });
    for (const wrong of [null, "", "case", `member:${CATEGORY}`, "case:x"]) expect(sideFrom(wrong)).toBeNull();
  });
});

describe("what is told of a decision", () => {
  const one = side("1");
  const other = side("2");
  const how = { category: CATEGORY, rule: "at random", seed: 4 };
  const draft = { ...begin(other, CATEGORY), reason: "why" };

  test("only what belongs to it is sent, with how the pair was chosen", () => {
    const typed = { ...draft, name: "how soon", newName: "another", parts: ["apart"] };
    const same = argumentsOf({ ...typed, decision: "same" }, one, other, how);
    expect(same).toEqual({ one: { kind: "coding", id: "1" }, other: { kind: "coding", id: "2" }, decision: "same", reason: "why", ...how });
    expect(argumentsOf({ ...typed, decision: "split" }, one, other, how)).toEqual({
      ...same, decision: "split", split: [{ name: "apart", codings: ["2"], definition: "", under: false }],
    });
    expect(argumentsOf({ ...typed, decision: "negative" }, one, other, how)).toEqual({ ...same, decision: "negative", negative: "other" });
    expect(argumentsOf({ ...typed, decision: "new" }, one, other, { ...how, category: "" })).not.toHaveProperty("category");
  });
  test("a new property gets what was typed; of a known one only what was changed", () => {
    const fresh = argumentsOf({ ...draft, decision: "extends", name: "how soon", low: "never", atHigh: "one" }, one, other, how);
    expect(fresh.extends).toEqual({ property: "", name: "how soon", low: "never", high: "", at_low: "", at_high: "1" });
    const known = argumentsOf({ ...draft, decision: "extends", property: "p", atLow: "keep", atHigh: "other" }, one, other, how);
    expect(known.extends).toEqual({ property: "p", name: "", low: null, high: null, at_low: null, at_high: "2" });
  });
  test("nothing is decided before all is said that it needs", () => {
    expect(complete(draft)).toBe(false);
    expect(complete({ ...draft, decision: "undecided" })).toBe(true);
    expect(complete({ ...draft, decision: "extends" })).toBe(false);
    expect(complete({ ...draft, decision: "extends", name: "how soon" })).toBe(true);
    expect(complete({ ...draft, decision: "split", parts: ["a", "b"] })).toBe(false);
    expect(complete({ ...draft, decision: "split", parts: ["a", "b"], goes: { 1: 0, 2: 1 } })).toBe(true);
    expect(complete({ ...draft, decision: "new" })).toBe(false);
  });
  test("what went to a part that is taken away stays where it was", () => {
    const three = { ...draft, parts: ["a", "b", "c"], goes: { x: 0, y: 1, z: 2 } };
    expect(without(three, 1)).toMatchObject({ parts: ["a", "c"], goes: { x: 0, z: 1 } });
    expect(going(without(three, 1))).toBe(2);
  });
  test("a new code needs a segment, and what changes a category needs one", () => {
    expect(possible(one, side("3", "code"), CATEGORY)).toContain("new");
    expect(possible(side("4", "case"), side("5", "case"), CATEGORY)).not.toContain("new");
    expect(possible(side("4", "case"), side("5", "case"), "")).toEqual(["same", "undecided"]);
  });
  test("all of a category does not speak against itself", () => {
    expect(begin(side(CATEGORY, "code", ""), CATEGORY)).toMatchObject({ negative: "one", newSide: "one", goes: {} });
  });
});
