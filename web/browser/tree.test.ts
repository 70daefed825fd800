/**
 * What a screen reader is given while a person works with keys only: reads a coded turn, puts a code, moves a code in the
 * tree, reads a cell of the matrix. Roles, names, states and their order as Chromium gives them, and what is announced.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, listen, tree, Workbench, type Given } from "./workbench.ts";

let bench: Workbench;
let page: Page;
const { press, said, selection } = hands(() => page);
const focused = (given: readonly Given[]) => given.filter((one) => one.states["focused"] === true).at(-1);

before(async () => {
  bench = await Workbench.open();
  page = await bench.window();
});
after(async () => {
  await bench.close();
});

/** Tab until something is focused. */
async function tabTo(selector: string): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

/** Wait for something that is announced, and answer with all that was. */
async function told(heard: () => Promise<string[]>, wanted: RegExp): Promise<string[]> {
  const all: string[] = [];
  for (let time = 0; time < 100; time += 1) {
    all.push(...(await heard()));
    if (all.some((one) => wanted.test(one))) return all;
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
  }
  assert.fail(`${wanted} was not said, but: ${JSON.stringify(all)}`);
}

test("a coded turn is read: who speaks, what lies there, the words, in this order", async () => {
  await page.getByRole("link", { name: "Read and code" }).focus();
  await press("Enter");
  await page.getByRole("navigation", { name: "Sources" }).waitFor();
  await tabTo(".sources li:nth-child(2) a");
  await press("Enter");
  await page.locator(".cc-stripe").first().waitFor();
  const given = await tree(page);
  const text = given.find((one) => one.role === "document");
  assert.match(text?.name ?? "", /^Transcript of \w+$/u);
  assert.match(text?.description ?? "", /^Arrow keys move the caret.*question mark lists all keys\.$/u);
  // A region is there before it says anything; one that comes with its words is not heard everywhere.
  assert.ok(given.filter((one) => one.role === "status").length >= 2);
  const inside = given.slice(given.indexOf(text as Given));
  const codes = inside.findIndex((one) => /^Here: .*Supervision \((Ines|Marion|Tom)\)/u.test(one.name));
  assert.ok(codes > 2, "what lies on a turn stands in the tree");
  assert.deepEqual(inside.slice(codes - 2, codes + 2).map((one) => one.role), ["StaticText", "StaticText", "StaticText", "paragraph"]);
  assert.match(inside[codes - 2]?.name ?? "", /^\d+$/u);
  assert.match(inside[codes - 1]?.name ?? "", /^[A-Z]+$/u);
  assert.ok((inside[codes + 2]?.name.length ?? 0) > 40, "the words come after it");
  assert.ok(inside.some((one) => one.role === "button" && one.name.startsWith("Supervision (")), "a coding can be reached in the margin");
});

test("with a caret: where it goes is announced, and what lies there is reached", async () => {
  const { heard } = await listen(page);
  await tabTo(".cc-transcript");
  assert.equal(focused(await tree(page))?.role, "document");
  await press("Control+Home");
  assert.match((await told(heard, /./u)).join(), /^1, INES\. .*It's running now/u);
  await press("Control+ArrowRight");
  assert.deepEqual(await told(heard, /./u), ["It's"]);
  await press("n");
  const next = (await told(heard, /Selected: /u)).join(" ");
  const words = (await selection()).trim();
  assert.match(next, /Here: [^.]+ \((Ines|Marion|Tom)\)/u);
  assert.ok(next.includes(`Selected: ${words}`), `${next}: ${words}`);
  await press("l");
  const here = focused(await tree(page));
  assert.deepEqual([here?.role, here?.name], ["heading", "What lies here"]);
  const after = (await tree(page)).slice((await tree(page)).findIndex((one) => one.name === "What lies here" && one.role === "heading"));
  assert.match(after.find((one) => one.role === "article")?.name ?? "", /, coded by (Ines|Marion|Tom)$/u);
});

test("a code is put: the dialog, the field, its answers and what was done are told", async () => {
  await page.locator(".cc-transcript").focus();
  await press("Control+Home", "Control+ArrowDown");
  const { heard } = await listen(page);
  await press("s");
  await told(heard, /Selected: /u);
  const words = (await selection()).trim();
  await press("c");
  await page.getByRole("combobox", { name: "Code" }).waitFor();
  await page.keyboard.type("superv");
  const given = await tree(page);
  const dialog = given.find((one) => one.role === "dialog");
  assert.equal(dialog?.name, `Put codes on “${words}”`);
  assert.equal(dialog?.states["modal"], true);
  const field = focused(given);
  assert.deepEqual([field?.role, field?.name, field?.states["expanded"], field?.states["autocomplete"]], ["combobox", "Code", true, "list"]);
  assert.match(field?.description ?? "", /Ctrl\+Enter/u);
  const options = given.filter((one) => one.role === "option");
  assert.deepEqual([options[0]?.name, options[0]?.states["selected"]], ["Support / Supervision", true]);
  assert.ok(given.some((one) => one.role === "status"), "what is done in a dialog can be told in it");
  // Put, and stay for another: said although the page is out of reach behind the dialog.
  await press("Control+Enter");
  await told(heard, /^Coded with Supervision\.$/u);
  await page.keyboard.type("pay and");
  await press("Enter");
  await told(heard, /^Coded with Pay and hours\.$/u);
  assert.equal(focused(await tree(page))?.role, "document", "the focus is back in the text");
  assert.equal((await selection()).trim(), words);
  const turn = (await tree(page)).find((one) => one.name.startsWith("Here: ") && one.name.includes("Pay and hours (Ines)"));
  assert.match(turn?.name ?? "", /Supervision \(Ines\)/u);
  assert.deepEqual(await faults(page), []);
});

test("a code is moved in the tree: level, place and what happened are told", async () => {
  await page.getByRole("link", { name: "Codebook" }).focus();
  await press("Enter");
  await page.getByRole("row", { name: "Supervision", exact: true }).waitFor();
  await tabTo("[role=row]");
  const { heard } = await listen(page);
  const around = await tree(page);
  assert.equal(around.find((one) => one.role === "treegrid")?.name, "Codes");
  assert.match(around.find((one) => one.role === "group" && one.name === "Codes")?.description ?? "", /Alt with an arrow/u);
  await press("ArrowDown");
  const row = focused(await tree(page));
  assert.deepEqual([row?.role, row?.name, row?.states["level"], row?.states["selected"]], ["row", "Supervision", 2, true]);
  const all = await tree(page);
  const inRow = all.slice(all.findIndex((one) => one.role === "row" && one.name === "Supervision")).slice(0, 12);
  assert.ok(inRow.some((one) => /^\d+ codings$/u.test(one.name)), "the number says what it counts");
  assert.ok(!all.some((one) => one.role === "button" && /(Support).*\1/u.test(one.name)), "no name is said twice");
  await press("Alt+ArrowDown");
  await told(heard, /^Supervision is in place 2 now: Support\.$/u);
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Supervision" && document.activeElement.getAttribute("aria-posinset") === "2");
  await press("Alt+ArrowLeft");
  await told(heard, /^Supervision is in place \d+ now: \(at the top\)\.$/u);
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-level") === "1");
  const moved = focused(await tree(page));
  assert.deepEqual([moved?.role, moved?.name, moved?.states["level"]], ["row", "Supervision", 1]);
  await press("Alt+ArrowUp");
  await told(heard, /^Supervision is in place 1 now: \(at the top\)\.$/u);
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-posinset") === "1");
  await press("Alt+ArrowUp");
  await told(heard, /^It cannot go further that way\.$/u);
  await press("Control+z");
  await said(/^Undone: /u);
});

test("a cell of the matrix is read: its heads, what it says in words, and the words behind it", async () => {
  await page.getByRole("link", { name: "Compare" }).focus();
  await press("Enter");
  const grid = page.getByRole("grid", { name: "Codes by Cases; cells show participants" });
  await grid.waitFor();
  await tabTo("[role=grid] [tabindex='0']");
  const given = await tree(page);
  const cells = given.filter((one) => one.role === "gridcell");
  assert.ok(cells.every((one) => one.name.trim() !== ""), "a cell says nothing");
  assert.ok(cells.some((one) => /^\d+ of \d+ participants/u.test(one.name)));
  assert.ok(cells.some((one) => /read, nothing coded/u.test(one.name)), "an empty cell says which kind of nothing it is");
  const table = given.find((one) => one.role === "grid");
  assert.match(table?.description ?? "", /^Arrows move among the cells; Enter opens one\./u);
  const heads = given.filter((one) => one.role === "columnheader").map((one) => one.name);
  assert.match(heads[1] ?? "", /^ALD \d+ of \d+ with text/u);
  const start = focused(given);
  assert.equal(start?.role, "gridcell");
  // Its row is headed by what is read before it.
  const before = given.slice(0, given.indexOf(start as Given));
  assert.equal(before.findLast((one) => one.role === "rowheader")?.name, await page.locator(".matrix tbody tr .head-label").first().innerText());
  await press("ArrowDown");
  await page.waitForFunction(() => document.activeElement?.getAttribute("data-at") === "1,0");
  const cell = focused(await tree(page));
  assert.equal(cell?.role, "gridcell");
  assert.match((await tree(page)).findLast((one, at, all) => one.role === "rowheader" && at < all.findIndex((each) => each.states["focused"] === true && each.role === "gridcell"))?.name ?? "", /^Support \(with below\)/u);
  assert.match(cell?.name ?? "", /^[1-9]\d* of \d+ participants/u);
  await press("Enter");
  await page.getByRole("complementary").locator("blockquote, .covered").first().waitFor();
  const opened = await tree(page);
  const heading = focused(opened);
  assert.equal(heading?.role, "heading");
  const beside = opened.find((one) => one.role === "complementary");
  assert.equal(beside?.name, heading?.name, "the words stand in a part of the page with the name of the cell");
  assert.match(heading?.name ?? "", /Support.*ALD/u);
  assert.ok(opened.slice(opened.indexOf(heading as Given)).some((one) => one.role === "blockquote"));
  await press("Escape");
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "gridcell" || document.activeElement?.tagName === "TD");
  assert.equal(focused(await tree(page))?.name, cell?.name, "back where it was opened");
});

test("the browser had nothing to complain of", () => {
  assert.deepEqual(bench.complaints, []);
});
