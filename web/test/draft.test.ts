import { describe, expect, test } from "vitest";
import type { Schemas } from "../src/api/client";
import { keysOf, marksOf, moved, pieces, stacked } from "../src/pages/findings/draft/marks";

const reference = (over: Partial<Schemas["Shown"]>): Schemas["Shown"] => ({
  kind: "quote", name: "a", written: "{quote:a}", start: 0, end: 9, line: 1, column: 1, status: "exact", well: true, sentence: "", printed: "", thing: "", source: "",
  source_start: 0, source_end: 0, identifiers: [], covered: [], stale: "", ...over,
});
const read = (references: Schemas["Shown"][], unbound: Schemas["Unbound"][] = []): Schemas["DraftRead"] => ({
  draft: "", name: "", version: "", looked: "", references, mistakes: [], unbound,
});

describe("marks of a draft", () => {
  test("places of the server, in code points, are places of the editor", () => {
    const text = "👍🏽 {quote:a}";
    const [mark] = marksOf(text, read([reference({ start: 3, end: 12 })]));
    expect(text.slice(mark?.start, mark?.end)).toBe("{quote:a}");
  });

  test("what is stale or not well is to be looked at, and the same words twice have two keys", () => {
    const marks = marksOf("x".repeat(60), read([reference({}), reference({ start: 20, end: 29, stale: "changed" }), reference({ start: 40, end: 49, well: false })]));
    expect(marks.map((one) => one.look)).toEqual(["well", "look", "look"]);
    expect(new Set(marks.map((one) => one.key)).size).toBe(3);
  });

  test("typing before a mark moves it, typing behind it does not, and typing in it leaves it out", () => {
    const before = "ab {quote:a} cd";
    const marks = marksOf(before, read([reference({ start: 3, end: 12 })]));
    const after = (now: string) => moved(marks, before, now).map((one) => now.slice(one.start, one.end));
    expect(after("abba {quote:a} cd")).toEqual(["{quote:a}"]);
    expect(after("ab {quote:a} cde")).toEqual(["{quote:a}"]);
    expect(after("ab {quote:ab} cd")).toEqual([]);
    expect(after(before)).toEqual(["{quote:a}"]);
  });

  test("pieces give the whole text back, whatever lies over what", () => {
    const text = "All people said {quote:a} so.";
    const marks = marksOf(text, read([reference({ start: 16, end: 25 })], [{ start: 0, end: 29, line: 1, about: "All people", what: "", do: "" }]));
    expect(pieces(text, marks).map((one) => one.text).join("")).toBe(text);
  });

  test("what stands beside never lies over another", () => {
    expect(stacked([{ top: 10, height: 30 }, { top: 12, height: 20 }, { top: 100, height: 5 }], 5)).toEqual([10, 45, 100]);
  });

  test("the keys of a bibliography", () => {
    expect(keysOf("@book{harrow2011,\n title={x}}\n@misc{b, title={y}}")).toEqual(["harrow2011", "b"]);
  });
});
