/** Whose turn it is, and the squares of the frame. */
import { expect, test } from "vitest";
import { squares, stateOf } from "../src/pages/overview/standing";

test.each([
  [undefined, "unread"],
  [{ progress: "to do", unread: 3, redefined: [] }, "unread"],
  [{ progress: "begun", unread: 3, redefined: [] }, "begun"],
  [{ progress: "done", unread: 0, redefined: [] }, "done"],
  [{ progress: "done", unread: 1, redefined: [] }, "again"],
  [{ progress: "done", unread: 0, redefined: ["code"] }, "again"],
] as const)("%o is %s", (reading, state) => {
  expect(stateOf(reading === undefined ? undefined : { ...reading, redefined: [...reading.redefined] })).toBe(state);
});

test.each([
  [{ planned: 2, recruited: 2, interviewed: 1, coded: 1 }, ["coded", "recruited"]],
  [{ planned: 3, recruited: 1, interviewed: 1, coded: 0 }, ["interviewed", "missing", "missing"]],
  [{ planned: null, recruited: 1, interviewed: 1, coded: 1 }, ["coded"]],
  [{ planned: 1, recruited: 2, interviewed: 0, coded: 0 }, ["recruited", "recruited"]],
  [{ planned: 0, recruited: 0, interviewed: 0, coded: 0 }, []],
])("%o is drawn as %o", (place, drawn) => {
  expect(squares(place)).toEqual(drawn);
});
