import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countPoints, cutAtPoints, outsidePair, snap, toPoints, toUnits } from "../src/transcript/points";

interface Vector {
  name: string;
  text: string;
  points: number;
  units: number[];
}
const vectors = (JSON.parse(readFileSync("../tests/data/code-points.json", "utf8")) as { strings: Vector[] }).strings;

describe.each(vectors)("counting as the study does: $name", ({ text, points, units }) => {
  it("counts as many code points", () => expect(countPoints(text)).toBe(points));

  it("finds each code point's code unit, and back", () => {
    units.forEach((unit, point) => {
      expect(toUnits(text, point)).toBe(unit);
      expect(toPoints(text, unit)).toBe(point);
    });
  });

  it("never cuts a pair", () => {
    for (let unit = 0; unit <= text.length; unit += 1) expect(units).toContain(outsidePair(text, unit));
  });

  it("snaps to places that are code points, outwards", () => {
    for (const unit of units) {
      expect(units).toContain(snap(text, unit, "start"));
      expect(units).toContain(snap(text, unit, "end"));
      expect(snap(text, unit, "start")).toBeLessThanOrEqual(unit);
      expect(snap(text, unit, "end")).toBeGreaterThanOrEqual(unit);
    }
  });

  it("cuts into pieces that together are the text", () => {
    const places = Array.from({ length: points + 1 }, (_, at) => at);
    const pieces = cutAtPoints(text, places);
    expect(pieces).toHaveLength(points);
    expect(pieces.join("")).toBe(text);
  });
});

it("keeps a family, a flag and an accent whole", () => {
  const family = "👨‍👩‍👧‍👦";
  expect(snap(`${family}!`, 5, "start")).toBe(0);
  expect(snap(`${family}!`, 5, "end")).toBe(family.length);
  expect(snap("🇮🇪🇳🇱", 2, "end")).toBe(4);
  expect(snap("e\u0301a", 1, "start")).toBe(0);
});
