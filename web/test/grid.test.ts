import { expect, test } from "vitest";
import { readBlock, writeBlock } from "../src/components/grid/block";
import { hasHeadings, placeAt, placeByHeadings } from "../src/components/grid/paste";
import { led, spanned } from "../src/components/grid/place";

test("blocks are read as Excel and LibreOffice write them", () => {
  expect(readBlock("a\tb\r\nc\td\r\n")).toEqual([["a", "b"], ["c", "d"]]);
  expect(readBlock('"a\nb"\t"say ""no"""\tc')).toEqual([["a\nb", 'say "no"', "c"]]);
  expect(readBlock('5" pipe\t"half')).toEqual([['5" pipe', '"half']]);
  expect(readBlock("a\tb\nc")).toEqual([["a", "b"], ["c", ""]]);
  expect(readBlock("a")).toEqual([["a"]]);
  expect(readBlock("\t\n\n")).toEqual([["", ""]]);
});

test("what is written is read again as it was", () => {
  const block = [["a\tb", "", 'q"'], ["नमस्ते", "👩‍👩‍👧\nx", "-1,5"]];
  expect(readBlock(writeBlock(block))).toEqual(block);
});

const columns = [
  { key: "identifier", heading: "Identifier", editable: true },
  { key: "age", heading: "Age", editable: true },
  { key: "sources", heading: "Sources", editable: false },
];
const rows = [
  { id: "1", cells: ["P1", "40", "2"] },
  { id: "2", cells: ["P2", "", "0"] },
];

test("a block goes from the cell on which somebody stands; below the last row are new ones", () => {
  const placed = placeAt([["41"], ["42"], ["43"]], columns, rows, { row: 1, column: 1 });
  expect(placed.lines).toEqual([{ row: "2", cells: { age: "41" } }, { row: "", cells: { age: "42" } }, { row: "", cells: { age: "43" } }]);
  expect(placeAt([["41", "2", "x"]], columns, rows, { row: 0, column: 1 })).toEqual({ lines: [{ row: "1", cells: { age: "41" } }], beyond: 1, unknown: [], fixed: [] });
  expect(placeAt([["41", "7"]], columns, rows, { row: 0, column: 1 }).fixed).toEqual(["Sources"]);
});

test("a block with headings goes where its names are, and unknown ones are told", () => {
  const block = [["AGE", "Phone", "identifier"], ["50", "1", "p2"], ["51", "2", "P9"], ["", "", ""]];
  expect(hasHeadings(block, columns)).toBe(true);
  expect(hasHeadings([["Age", "Identifier"]], columns)).toBe(false);
  const placed = placeByHeadings(block, columns, rows);
  expect(placed.unknown).toEqual(["Phone"]);
  expect(placed.lines).toEqual([{ row: "2", cells: { age: "50", identifier: "p2" } }, { row: "", cells: { age: "51", identifier: "P9" } }]);
});

test("keys lead within the grid and up to its headings", () => {
  const size = { rows: 10, columns: 3, page: 4 };
  expect(led("ArrowUp", false, { row: 0, column: 1 }, size)).toEqual({ row: -1, column: 1 });
  expect(led("ArrowDown", true, { row: 2, column: 1 }, size)).toEqual({ row: 9, column: 1 });
  expect(led("PageDown", false, { row: 8, column: 2 }, size)).toEqual({ row: 9, column: 2 });
  expect(led("End", true, { row: 0, column: 0 }, size)).toEqual({ row: 9, column: 2 });
  expect(led("x", false, { row: 0, column: 0 }, size)).toBeNull();
  expect(spanned({ row: 4, column: 2 }, { row: -1, column: 0 })).toEqual({ top: 0, bottom: 4, left: 0, right: 2 });
});
