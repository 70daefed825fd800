import { expect, test } from "vitest";
import { find } from "../src/transcript/find";
import { stretchesOf } from "../src/transcript/stretches";

const TEXT = "Was it hard? HARD, yes.\nDer Straße nach; the café. Cafe\u0301!\n🙂 hard 👩‍👩‍👧 hard";
const paragraphs: [number, string][] = [[0, "1"], [24, "2"], [57, "3"]];
const stretches = stretchesOf(TEXT, [], [], paragraphs);
const words = (typed: string) => find(stretches, typed).map((one) => [...TEXT].slice(one.start, one.end).join(""));

test("words are found wherever they stand, case and accents aside", () => {
  expect(words("hard")).toEqual(["hard", "HARD", "hard", "hard"]);
  expect(words("cafe")).toEqual(["café", "Cafe\u0301"]);
  expect(words("CAFÉ")).toEqual(["café", "Cafe\u0301"]);
  expect(words("nowhere")).toEqual([]);
  expect(words("  ")).toEqual([]);
});

test("places are code points, and no character is cut in two", () => {
  const last = find(stretches, "hard").at(-1);
  expect(last?.end).toBe([...TEXT].length);
  expect(words("👩")).toEqual(["👩‍👩‍👧"]);
});

test("paragraphs have the numbers the server gives them", () => {
  expect(stretches.map((one) => one.number)).toEqual(["1", "2", "3"]);
});
