import { describe, expect, it } from "vitest";
import { Index, trimmed } from "../src/transcript/spans";
import { stretchAt, stretchesOf } from "../src/transcript/stretches";

const TEXT = "MA: I was 🙂 fine.\n\nTOM: Go on.\n\n[door]\n\nMA: She said שלום.";
const turn = (id: string, words: string) => {
  const unit = TEXT.indexOf(words);
  const start = [...TEXT.slice(0, unit)].length;
  return { id, start, end: start + [...words].length, speaker: "s", nature: "speech" };
};
const TURNS = [turn("a", "I was 🙂 fine."), turn("b", "Go on."), turn("c", "She said שלום.")];
const stretches = stretchesOf(TEXT, TURNS, ["MA", "TOM"]);
const words = (start: number, end: number) => [...TEXT].slice(start, end).join("");

describe("stretches", () => {
  it("are turns without labels, and paragraphs between them", () => {
    expect(stretches.map((one) => one.text)).toEqual(["I was 🙂 fine.", "Go on.", "[door]", "She said שלום."]);
    expect(stretches.map((one) => one.turn?.id ?? null)).toEqual(["a", "b", null, "c"]);
    for (const one of stretches) expect(words(one.start, one.end)).toBe(one.text);
  });

  it("are paragraphs where there are no turns", () => {
    expect(stretchesOf("One 🙂\n\n\nTwo\n", [], []).map((one) => [one.start, one.end, one.text])).toEqual([
      [0, 5, "One 🙂"],
      [8, 11, "Two"],
    ]);
  });

  it("show words once where turns overlap, and none for an empty text", () => {
    expect(stretchesOf("abcdef", [{ ...turn("a", ""), start: 0, end: 4 }, { ...turn("b", ""), start: 2, end: 6 }], []).map((one) => one.text)).toEqual(["abcd", "ef"]);
    expect(stretchesOf("", [], [])).toEqual([]);
  });

  it("are found by place", () => {
    stretches.forEach((one, at) => {
      expect(stretchAt(stretches, one.start)).toBe(at);
      expect(stretchAt(stretches, one.end - 1)).toBe(at);
    });
    expect(stretchAt(stretches, 0)).toBe(0);
    expect(stretchAt(stretches, 10_000)).toBe(stretches.length - 1);
  });
});

describe("the index", () => {
  const [first, second] = stretches;
  if (first === undefined || second === undefined) throw new Error("there are stretches");
  const long = { id: "long", start: first.start + 2, end: second.start + 2 };
  const short = { id: "short", start: first.start + 6, end: first.start + 7 };

  it("knows what lies where, in code units, the shortest first", () => {
    const index = new Index(stretches, [long, short]);
    expect(index.of(0).map((part) => [part.what.id, part.from, part.to])).toEqual([["long", 2, 14], ["short", 6, 8]]);
    expect(index.of(1).map((part) => [part.from, part.to])).toEqual([[0, 2]]);
    expect(index.at(0, 6).map((one) => one.id)).toEqual(["short", "long"]);
    expect(index.at(0, 8).map((one) => one.id)).toEqual(["long"]);
    expect(index.at(1, 2)).toEqual([]);
  });

  it("cuts a stretch into segments that are the whole of it", () => {
    const index = new Index(stretches, [long, short]);
    const segments = index.segments(0);
    expect(segments.map((one) => first.text.slice(one.from, one.to)).join("")).toBe(first.text);
    expect(segments.map((one) => one.on.map((on) => on.id))).toEqual([[], ["long"], ["long", "short"], ["long"]]);
  });

  it("is the same after adding and removing as if it had never been there", () => {
    const index = new Index(stretches, [long]);
    expect(index.add(short)).toEqual([0]);
    expect(index.add({ ...short, end: short.end + 1 }).sort()).toEqual([0, 0]);
    expect(index.of(0)).toHaveLength(2);
    expect(index.remove("short")).toEqual([0]);
    expect(index.of(0)).toEqual(new Index(stretches, [long]).of(0));
    expect(index.remove("nothing")).toEqual([]);
  });

  it("leaves out what has no words", () => {
    expect(new Index(stretches, [{ id: "empty", start: 6, end: 6 }]).of(0)).toEqual([]);
  });
});

it("trims white space from the ends of a span, counting code points", () => {
  const text = " \u{1F642} word \n";
  const of = (span: { start: number; end: number }) => [...text].slice(span.start, span.end).join("");
  expect(trimmed(of, { start: 0, end: 9 })).toEqual({ start: 1, end: 7 });
  expect(trimmed(() => "  \n", { start: 3, end: 6 })).toBeNull();
});
