/** Colours that can be told apart, and words that can be read on every tint they may stand on. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast, inkOn, over, PALETTE, shapeOf } from "../src/lib/colours";

/** How colours look without one kind of cone (Machado, Oliveira and Fernandes, 2009, severity 1). */
const SEEN = {
  everybody: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};
/** CIE 1976: 2.3 is just noticeable side by side. */
const APART = 15;

function lab(colour: string, seen: readonly number[]): [number, number, number] {
  const light = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = [0, 3, 6].map((row) => {
    const sum = light.reduce((whole, one, at) => whole + one * (seen[row + at] ?? 0), 0);
    return Math.min(Math.max(sum, 0), 1);
  });
  const bend = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = bend((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = bend(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = bend((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe("the colours of codes", () => {
  for (const [who, seen] of Object.entries(SEEN)) {
    test(`are told apart by ${who}`, () => {
      PALETTE.forEach((one, at) => {
        for (const other of PALETTE.slice(at + 1)) {
          const [first, second] = [lab(one, seen), lab(other, seen)];
          const apart = Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
          expect(apart, `${one} and ${other}`).toBeGreaterThan(APART);
        }
      });
    });
  }

  test("have a shape each, and a letter that can be read", () => {
    expect(new Set(PALETTE.map((colour) => shapeOf({ colour, id: "0000" }))).size).toBe(PALETTE.length);
    for (const colour of PALETTE) expect(contrast(colour, inkOn(colour))).toBeGreaterThan(4.5);
  });

  test("are those that the engine gives", () => {
    const engine = readFileSync(new URL("../../src/crosscase/verbs/codes.py", import.meta.url), "utf8");
    const given = /COLOURS = \(([^)]*)\)/u.exec(engine)?.[1]?.match(/#[0-9a-f]{6}/gu);
    expect(given).toEqual([...PALETTE]);
  });
});

describe("words on tints", () => {
  const css = readFileSync(new URL("../src/styles/tokens.css", import.meta.url), "utf8");
  const token = (name: string, dark: boolean) => {
    const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`, "u").exec(css);
    return (dark ? found?.[2] : found?.[1]) ?? "";
  };
  for (const dark of [false, true]) {
    test(`can be read in every stack, ${dark ? "dark" : "light"}`, () => {
      // Tints are opaque, and the one of the highest priority is what is seen; a stack of translucent ones is tried too.
      const inks = ["ink", "ink-soft"].map((name) => token(name, dark));
      const tints = ["paper", "tint-coded", "tint-current", "tint-found"].map((name) => token(name, dark));
      for (const ink of inks) for (const tint of tints) expect(contrast(ink, tint), `${ink} on ${tint}`).toBeGreaterThan(4.5);
      for (const one of tints) for (const two of tints) expect(contrast(token("ink", dark), over(one, 0.5, two))).toBeGreaterThan(4.5);
      expect(contrast(token("on-accent", dark), token("accent", dark))).toBeGreaterThan(4.5);
      for (const ground of ["paper", "paper-raised"]) expect(contrast(token("line-strong", dark), token(ground, dark))).toBeGreaterThan(3);
    });
  }
});
