/** What goes into a report: kept, brought to what there is today, put in order, asked for. */
import { describe, expect, it } from "vitest";
import { asked, chosenFrom, moved } from "../src/pages/report/chosen";

const PARTS = ["facts", "cases", "themes"];
const keys = (chosen: ReturnType<typeof chosenFrom>) => chosen.parts.map((part) => `${part.key}${part.taken ? "" : "-"}`);

describe("what was kept", () => {
  it("is everything in the program's order where nothing was", () => {
    for (const kept of ["", "no JSON", "null", "[]", '{"parts": 3}']) {
      const chosen = chosenFrom(kept, PARTS, []);
      expect(keys(chosen)).toEqual(PARTS);
      expect(chosen).toMatchObject({ quotations: 4, covered: false, unreviewed: false, analysis: "" });
    }
  });

  it("keeps its order and loses what is no more; what is new comes last and is taken", () => {
    const kept = JSON.stringify({ parts: [{ key: "themes", taken: false }, { key: "gone", taken: true }, { key: "facts", taken: true }, { key: "facts", taken: true }, 7] });
    expect(keys(chosenFrom(kept, PARTS, []))).toEqual(["themes-", "facts", "cases"]);
  });

  it("never uncovers by itself, and names no analysis that is gone", () => {
    const kept = JSON.stringify({ covered: true, quotations: 6, unreviewed: true, analysis: "a" });
    expect(chosenFrom(kept, PARTS, ["a"])).toMatchObject({ covered: false, quotations: 6, unreviewed: true, analysis: "a" });
    expect(chosenFrom(kept, PARTS, ["b"]).analysis).toBe("");
    expect(chosenFrom('{"quotations": 1000}', PARTS, []).quotations).toBe(4);
  });
});

describe("order", () => {
  const chosen = chosenFrom("", PARTS, []);
  it("changes by one part", () => {
    expect(keys(moved(chosen, 2, 0))).toEqual(["themes", "facts", "cases"]);
    expect(keys(moved(chosen, 0, 1))).toEqual(["cases", "facts", "themes"]);
  });
  it("has no place outside", () => {
    expect(moved(chosen, 0, -1)).toBe(chosen);
    expect(moved(chosen, 3, 0)).toBe(chosen);
    expect(moved(chosen, 0, 3)).toBe(chosen);
  });
});

describe("what the server is asked for", () => {
  it("names the parts that are taken in their order; only a preview is not put on record", () => {
    const chosen = { ...chosenFrom("", PARTS, []), parts: [{ key: "themes", taken: true }, { key: "facts", taken: false }, { key: "cases", taken: true }] };
    expect(asked(chosen, "pdf", "peers", false)).toMatchObject({ form: "pdf", name: "peers", parts: ["themes", "cases"], ordered: true, record: true, preview: false });
    expect(asked(chosen, "html", "preview", true)).toMatchObject({ record: false, preview: true });
  });
});
