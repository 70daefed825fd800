/** A question put together by hand and the same as it is written are two faces of one thing. */
import { describe, expect, test } from "vitest";
import { NOTHING, parts, written, type Parts } from "../src/pages/retrieve/language";

const some = (given: Partial<Parts>): Parts => ({ ...NOTHING, ...given });

describe("what the form writes is read back as it was", () => {
  test.each([
    some({}),
    some({ words: 'risk* "peer support"' }),
    some({ words: "NEAR(risk form*, 10)", all: ["Risk / Forms"], role: "service user" }),
    some({ all: ["trust", "risk"], any: ["a b", "c"], none: ["d"], role: "SU", place: "VOL1" }),
    some({ none: ["Hope"], words: "risk" }),
  ])("in words: %j", (one) => expect(parts("words", written("words", one))).toEqual(one));

  test.each([
    some({ all: ["trust"] }),
    some({ all: ["trust", "risk"], any: ["a b", "c"], none: ["d", "e"] }),
    some({ all: ["trust", "risk"], together: "OVERLAPS" }),
    some({ all: ["trust", "risk"], together: "NEAR", near: 20, none: ["d"] }),
  ])("in codings: %j", (one) => expect(parts("codings", written("codings", one))).toEqual(one));
});

test("it writes the languages of the engine", () => {
  expect(written("words", some({ words: "risk", all: ["x"], none: ["y"], place: "STA1" }))).toBe('risk AND code:"x" AND NOT code:"y" AND case:"STA1"');
  expect(written("codings", some({ all: ["x", "y"], together: "BEFORE", near: 5 }))).toBe('"x" BEFORE/5 "y"');
});

test("what says more than the form can show is not shown in it", () => {
  for (const query of ["risk OR trust", 'risk AND (code:"a" OR role:"b")', 'code:"a', "(risk", 'NOT case:"A"', '"sector"=public', "voice:interviewer"]) {
    expect(parts("words", query)).toBeNull();
  }
  for (const query of ["a OVERLAPS b", '("a" OVERLAPS "b") INSIDE "c"', "*"]) expect(parts("codings", query)).toBeNull();
});
