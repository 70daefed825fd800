import { describe, expect, test } from "vitest";
import { excerptOf, quoted } from "../src/lib/memos";
import { difference } from "../src/lib/words";

const told = (before: string, after: string) => difference(before, after).map(({ kind, words }) => `${{ same: "=", out: "-", in: "+" }[kind]}${words}`);

describe("what changed between two texts", () => {
  test("words that went and words that came stand beside each other", () => {
    expect(told("a risk here", "some danger here")).toEqual(["-a", "+some", "= ", "-risk", "+danger", "= here"]);
    expect(told("who asks first", "who asks")).toEqual(["=who asks", "- first"]);
    expect(told("", "new words")).toEqual(["+new words"]);
    expect(told("the same", "the same")).toEqual(["=the same"]);
  });

  test("both texts can be made again from the pieces, whatever they hold", () => {
    const texts = ["", "हिन्दी and 👩‍👩‍👧 words\n\nmore", "and words more 👩‍👩‍👧", "a b a b a", "b a b", "  spaced   out "];
    for (const before of texts) {
      for (const after of texts) {
        const pieces = difference(before, after);
        expect(pieces.filter(({ kind }) => kind !== "in").map(({ words }) => words).join("")).toBe(before);
        expect(pieces.filter(({ kind }) => kind !== "out").map(({ words }) => words).join("")).toBe(after);
      }
    }
  });
});

describe("memos in a list", () => {
  test("the beginning is told without the signs of Markdown", () => {
    expect(excerptOf("# Risk\n\n* see *[ALD](coding:00)* and `this`")).toBe("Risk see ALD and this");
    expect(excerptOf("👩‍👩‍👧 ".repeat(200)).endsWith("…")).toBe(true);
  });
  test("a link to a quotation holds no brackets of its own", () => {
    expect(quoted({ id: "0f", name: "a [b]" })).toBe("[a b](coding:0f)");
  });
});
