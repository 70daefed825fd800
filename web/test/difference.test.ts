import { describe, expect, test } from "vitest";
import { difference } from "../src/lib/difference";
import { editsOf } from "../src/transcript/edits";

const told = (before: string, after: string) => difference(before, after).map((part) => ({ same: "=", gone: "-", new: "+" })[part.kind] + part.text);

describe("the difference of two texts", () => {
  test("is told in words, not letters", () => {
    expect(told("Relying on somebody.", "Relying on another person.")).toEqual(["=Relying on ", "-somebody", "+another person", "=."]);
    expect(told("", "New.")).toEqual(["+New."]);
    expect(told("Gone.", "")).toEqual(["-Gone."]);
    expect(told("as it was", "as it was")).toEqual(["=as it was"]);
  });

  test("gives both texts back, whatever they are", () => {
    const samples = ["", "a b c", "c b a", "one two two three", "two  two\nthree 👩‍👩‍👧 e\u0301h", "שלום עולם", "a a a b", "b a a"];
    for (const before of samples) {
      for (const after of samples) {
        const parts = difference(before, after);
        expect(parts.filter((part) => part.kind !== "new").map((part) => part.text).join("")).toBe(before);
        expect(parts.filter((part) => part.kind !== "gone").map((part) => part.text).join("")).toBe(after);
      }
    }
  });

  test("of very long texts is one change, and still right", () => {
    const before = Array.from({ length: 3000 }, (_, at) => `a${at}`).join(" ");
    const after = Array.from({ length: 3000 }, (_, at) => `b${at}`).join(" ");
    expect(difference(before, after).map((part) => part.kind)).toEqual(["gone", "new"]);
  });
});

describe("corrections", () => {
  test("touch only the words that differ, in code points", () => {
    expect(editsOf(100, "my 🙂 workee said so", "my 🙂 worker said so twice")).toEqual([
      { span: { start: 105, end: 111 }, words: "worker" },
      { span: { start: 119, end: 119 }, words: " twice" },
    ]);
    expect(editsOf(7, "the same", "the same")).toEqual([]);
  });
});
