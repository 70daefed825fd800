import { describe, expect, test } from "vitest";
import type { Schemas } from "../src/api/client";
import { withUses } from "../src/api/hooks";
import { beside, grown, parents, stepped } from "../src/pages/codebook/places";

type Line = Schemas["CodeLine"];
const line = (id: string, depth: number): Line =>
  ({ code: { id, name: id }, path: id, depth, codings: 0, unreviewed: 0, sources: 0 }) as unknown as Line;
/** trust ( low, high ( very ) ), pay, rest */
const BOOK = [line("trust", 0), line("low", 1), line("high", 1), line("very", 2), line("pay", 0), line("rest", 0)];

describe("where a code goes", () => {
  test("the tree is that of the lines", () => {
    expect(grown(BOOK).map((node) => [node.id, node.children.map((child) => child.id)])).toEqual([["trust", ["low", "high"]], ["pay", []], ["rest", []]]);
    expect(parents(BOOK).get("very")).toBe("high");
  });

  test("a branch in which nothing changed is the same object", () => {
    const before = grown(BOOK);
    expect(grown([...BOOK])).toEqual(before);
    const after = grown(BOOK.map((one) => (one.path === "very" ? { ...one, codings: 1 } : one)));
    expect(after.map((node, at) => node === before[at])).toEqual([false, true, true]);
    expect(after[0]?.children[0]).toBe(before[0]?.children[0]);
    expect(after[0]?.children[1]?.children[0]?.line.codings).toBe(1);
    expect(grown([...BOOK])[0]?.children[1]?.children[0]?.line.codings).toBe(0);
  });

  test("how often codes were used is put into the lines it changes, and into no others", () => {
    const book = { version: "", codes: BOOK, merged: {} };
    expect(withUses(book, {})).toBe(book);
    const used = withUses(book, { low: { codings: 2, unreviewed: 1, sources: 1 } });
    expect(used.codes[1]).toMatchObject({ path: "low", codings: 2, unreviewed: 1, sources: 1 });
    expect(used.codes.filter((one, at) => one === BOOK[at])).toHaveLength(5);
    expect(withUses(used, {}).codes[1]).toMatchObject({ codings: 0, unreviewed: 0, sources: 0 });
  });

  test("between two others, wherever it came from", () => {
    expect(beside(BOOK, ["rest"], "trust", "after")).toEqual({ parent: null, order: ["trust", "rest", "pay"] });
    expect(beside(BOOK, ["pay"], "high", "before")).toEqual({ parent: "trust", order: ["low", "pay", "high"] });
  });

  test("a step by keys, and none where there is none", () => {
    expect(stepped(BOOK, "pay", "ArrowUp")).toEqual({ parent: null, order: ["pay", "trust", "rest"] });
    expect(stepped(BOOK, "pay", "ArrowDown")).toEqual({ parent: null, order: ["trust", "rest", "pay"] });
    expect(stepped(BOOK, "pay", "ArrowRight")).toEqual({ parent: "trust", order: ["low", "high", "pay"] });
    expect(stepped(BOOK, "very", "ArrowLeft")).toEqual({ parent: "trust", order: ["low", "high", "very"] });
    expect(stepped(BOOK, "trust", "ArrowUp")).toBeNull();
    expect(stepped(BOOK, "trust", "ArrowRight")).toBeNull();
    expect(stepped(BOOK, "trust", "ArrowLeft")).toBeNull();
  });
});
