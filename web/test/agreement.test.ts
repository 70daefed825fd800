/** Agreement: what an address asks of the engine, and where a stretch is cut by codings. */
import { describe, expect, test } from "vitest";
import { codersFrom, codersWritten, compared, optionsOf, placesOf } from "../src/pages/agreement/asked";
import { pieces, shared } from "../src/pages/agreement/layers";

const SCOPE = { cases: [], roles: [], participants: [], sources: [], members: [], where: [], include_unreviewed: false };
const put = (id: string, start: number, end: number) => ({ id, start, end, code: id, member: "", denied: false });

describe("who is compared", () => {
  const members = ["i", "t", "m"];
  const named = (letter: string) => `Group ${letter}`;
  test("everybody by themselves, unless it is said otherwise", () => {
    expect(compared(codersFrom(null), members, named)).toEqual({});
    expect(compared(codersFrom("t:out"), members, named)).toEqual({ members: ["i", "m"] });
  });
  test("with a group, groups alone", () => {
    expect(compared(codersFrom("i:A,m:A,t:B"), members, named)).toEqual({ groups: ["Group A=i,m", "Group B=t"] });
    expect(compared(codersFrom("i:A"), members, named)).toEqual({ groups: ["Group A=i"] });
  });
  test("what an address cannot mean is left out, and it is written as it was read", () => {
    expect([...codersFrom("i:Z,t,:A,m:out")]).toEqual([["", "A"], ["m", "out"]]);
    expect(codersWritten(codersFrom("i:A,m:out"))).toBe("i:A,m:out");
  });
});

describe("what an address asks", () => {
  test("unknown words are the first of their list", () => {
    const asked = optionsOf(new URLSearchParams("units=syllables&by=moons&levels=none"), SCOPE, [], {});
    expect(asked).toMatchObject({ units: "characters", by: "all", levels: ["codes", "domains", "overall"], resamples: 1000, segments: "" });
    expect(optionsOf(new URLSearchParams("units=words&segments=x&intervals=off"), SCOPE, [], {})).toMatchObject({ units: "words", segments: "", resamples: 0 });
  });
  test("places take kind, codes, coders and borders from it, and no intervals", () => {
    const options = optionsOf(new URLSearchParams(), SCOPE, [], {});
    const asked = placesOf(new URLSearchParams("kind=borders&about=a,b&between=Ines~Tom&slack=25&settled=without&order=code"), options, 50);
    expect(asked).toMatchObject({ order: "code", about: ["a", "b"], between: ["Ines", "Tom"], limit: 50 });
    expect(asked.options).toMatchObject({ kinds: ["borders"], slack: 25, settled: "without", resamples: 0 });
  });
});

describe("a stretch with what lies on it", () => {
  test("is cut where codings begin and end, in code points", () => {
    const found = pieces("a🙂bcd", 10, [put("x", 11, 13), put("y", 12, 99)]);
    expect(found.map((one) => [one.words, one.on.map((each) => each.id)])).toEqual([["a", []], ["🙂", ["x"]], ["b", ["x", "y"]], ["cd", ["y"]]]);
    expect(found.map((one) => one.words).join("")).toBe("a🙂bcd");
  });
  test("what two share is what lies in both", () => {
    expect(shared(put("x", 0, 5), put("y", 3, 9))).toEqual({ start: 3, end: 5 });
    expect(shared(put("x", 0, 3), put("y", 3, 9))).toBeNull();
    expect(shared(put("x", 0, 3), undefined)).toBeNull();
  });
});
