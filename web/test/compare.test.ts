/** The order of lines, what is in the page of a large table, and the contrast of what stands on a tint. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast, over } from "../src/lib/colours";
import { arranged, listed, moved, short, unlisted, type Line } from "../src/pages/compare/order";
import { inWords, own, people, SIGNS } from "../src/pages/compare/signs";
import { once, pieces } from "../src/pages/compare/windowed";

const line = (id: string, label: string, more: Partial<Line> = {}): Line => ({ key: id, id: more.kind === "all" ? "" : id, label, kind: "code", depth: 0, below: false, ...more });
const LINES = [line("aaaaaaaa1", "Ten 10"), line("aaaaaaaa2", "Ten 9"), line("aaaaaaaa3", "apple"), line("all", "All", { kind: "all" })];
const HOW = { order: "given", hand: [], hidden: [] };
const labels = (places: number[]) => places.map((at) => LINES[at]?.label);

test("everybody stands last, whatever the order", () => {
  const counts = [1, 5, 3, 99];
  const sort = (order: string, value: (one: Line) => string = () => "") => labels(arranged(LINES, { ...HOW, order }, (at) => counts[at] ?? 0, value));
  expect(sort("given")).toEqual(["Ten 10", "Ten 9", "apple", "All"]);
  expect(sort("name")).toEqual(["apple", "Ten 9", "Ten 10", "All"]);
  expect(sort("count")).toEqual(["Ten 9", "apple", "Ten 10", "All"]);
  expect(sort("by:x", (one) => (one.label === "apple" ? "" : one.label === "Ten 9" ? "1" : "2"))).toEqual(["Ten 9", "Ten 10", "apple", "All"]);
});

test("an order by hand and what is hidden are found again by short keys; new lines stand behind", () => {
  const hand = [short(LINES[2] as Line), short(LINES[0] as Line)];
  expect(labels(arranged(LINES, { order: "hand", hand, hidden: [] }, () => 0, () => ""))).toEqual(["apple", "Ten 10", "Ten 9", "All"]);
  expect(labels(arranged(LINES, { ...HOW, hidden: [short(LINES[1] as Line)] }, () => 0, () => ""))).toEqual(["Ten 10", "apple", "All"]);
  expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  const awkward = ["v.a~b", "v.50 %", "v.ä&="];
  expect(unlisted(listed(awkward))).toEqual(awkward);
  expect(unlisted("%")).toEqual(["%"]);
});

test("a gap and the lines around it are as many as the table has, and the line in focus is never in a gap", () => {
  for (const [range, also] of [[[0, 10], 199], [[50, 60], 0], [[-5, 4], 2], [[190, 230], -1]] as const) {
    const found = pieces(200, range, also);
    expect(found.reduce((sum, one) => sum + ("at" in one ? 1 : one.gap), 0)).toBe(200);
    if (also >= 0) expect(found.some((one) => "at" in one && one.at === also)).toBe(true);
  }
});

test("an empty cell says what its column does not say already, and never nothing", () => {
  const mixture = { "not interviewed": 4, "read, nothing coded": 3 };
  expect(own(mixture, true)).toEqual([["read, nothing coded", 3]]);
  expect(own(mixture, false).length).toBe(2);
  expect(own({ "not recruited": 0 }, true)).toEqual([["not recruited", 0]]);
  expect(inWords([["not recruited", 0], ["not asked", 2]])).toBe("not recruited, 2 not asked");
  expect(people("4 of 9 with text; 1 not recruited; 4 not interviewed").shown).toBe("4 of 9 with text · ×1 –4");
  expect(people("not recruited").shown).toBe("×");
});

test("no two kinds of nothing have the same sign, and the engine has no other words", () => {
  expect(new Set(Object.values(SIGNS)).size).toBe(Object.keys(SIGNS).length);
  const engine = readFileSync(new URL("../../src/crosscase/analyses/states.py", import.meta.url), "utf8");
  const words = /^WORDS = \(([^]*?)^\)/mu.exec(engine)?.[1]?.match(/"[^"]+"/gu)?.map((one) => one.slice(1, -1));
  expect(words).toEqual(Object.keys(SIGNS));
});

test("words can be read on the deepest tint, in the light and in the dark", () => {
  const css = readFileSync(new URL("../src/styles/tokens.css", import.meta.url), "utf8");
  const share = Number(/--heat, 0\) \* (\d+)%/u.exec(readFileSync(new URL("../src/pages/compare/compare.css", import.meta.url), "utf8"))?.[1]) / 100;
  expect(share).toBeGreaterThan(0);
  const token = (name: string, at: number) => new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`, "u").exec(css)?.[at] ?? "";
  for (const scheme of [1, 2]) {
    expect(contrast(token("ink", scheme), over(token("accent", scheme), share, token("paper-raised", scheme)))).toBeGreaterThan(4.5);
  }
});

test("a cell of a table is made once, however often it is asked for", () => {
  let made = 0;
  const cell = once((row, column) => {
    made += 1;
    return `${row} ${column}`;
  }, 3);
  expect([cell(0, 2), cell(1, 0), cell(0, 2)]).toEqual(["0 2", "1 0", "0 2"]);
  expect(made).toBe(2);
});
