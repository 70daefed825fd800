/**
 * Framework: a grid of summaries that is walked with keys and written in; what a summary rests on; other rows; a workbook
 * out and back; charting one participant beside the transcript.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;
const { press, said } = hands(() => page);
const OPEN = "/framework";
const cell = (row: number, column: number) => page.locator(`[data-at="${row},${column}"]`);
const heading = (name: string | RegExp) => page.locator("aside").getByRole("heading", { name }).first().waitFor();

before(async () => {
  bench = await Workbench.open();
  page = await bench.window(OPEN);
});
after(async () => {
  await bench.close();
  assert.deepEqual(bench.complaints.filter((one) => !one.includes("503") && !one.includes("ERR_FAILED")), []);
});

test("the grid says of each cell what is written there, or which nothing it is", async () => {
  await page.getByRole("heading", { level: 1, name: "Framework" }).waitFor();
  await cell(2, 1).waitFor();
  assert.equal(await page.locator(".matrix tbody tr[aria-rowindex]").count(), 91);
  const written = page.locator(".matrix td", { hasText: "What he says at handover" }).first();
  await written.waitFor();
  await page.locator(".matrix .mark", { hasText: "stale" }).first().waitFor();
  await page.locator(".matrix .mark", { hasText: "to write up" }).first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "framework-grid");
});

test("a cell is opened with keys, written in its place, and its words outlive a refused save", async () => {
  await cell(0, 0).focus();
  await press("ArrowDown", "ArrowRight", "Enter");
  const field = page.getByRole("textbox", { name: /^What ALDSU02 says on Passing it up/u });
  await field.waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
  await heading(/^ALDSU02 × Passing it up/u);
  await page.route("**/api/acts/summary.write*", (route) => route.abort());
  await page.keyboard.type("He was told on the first day.");
  assert.deepEqual(await faults(page), []);
  await press("Escape");
  await page.getByText("Summaries that are not saved yet: 1").waitFor();
  await cell(1, 1).getByText("not saved").first().waitFor();
  await picture(page, "framework-refused");
  await page.unroute("**/api/acts/summary.write*");
  await press("Enter");
  assert.equal(await field.inputValue(), "He was told on the first day.");
  await page.keyboard.type(" Nobody asked.");
  await press("Escape");
  await page.locator(".away").waitFor({ state: "detached" });
  await cell(1, 1).getByText("He was told on the first day. Nobody asked.").last().waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-at")), "1,1");
});

test("what a summary rests on is linked, taken away, and looked at again when it changed", async () => {
  await page.getByRole("button", { name: /^Go to the next: 2 stale/u }).click();
  await page.locator("aside .note", { hasText: "moved or corrected" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "framework-stale");
  await page.getByRole("button", { name: "Looked at again: it still holds" }).click();
  await said("It still holds");
  await page.getByRole("button", { name: /^Go to the next: 1 stale/u }).waitFor();
  await page.getByRole("button", { name: /^Go to the next: \d+ to write/u }).click();
  const link = page.locator("aside").getByRole("button", { name: /^Link the words of/u });
  await link.first().waitFor();
  await link.first().click();
  await said("Linked: 1.");
  await page.locator("aside").getByRole("heading", { name: "It rests on (1)" }).waitFor();
  await page.locator("aside").getByRole("button", { name: /^Take away from under/u }).click();
  await said("The cell is empty.");
});

test("with other rows all summaries are still there, apart from those of a row's people", async () => {
  await page.getByLabel("Rows").selectOption({ label: "Cases" });
  await page.locator(".matrix th", { hasText: /^GOR\d of/u }).waitFor();
  const gor = page.locator(".matrix td", { hasText: "There is no up." }).first();
  await gor.click();
  await heading(/^GOR × /u);
  await page.locator("aside").getByText("GORPW01").first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "framework-cases");
  const emptying = page.locator("aside").getByRole("button", { name: /^Empty what is written of these people/u });
  const many = /\d+/u.exec(await emptying.innerText())?.[0] ?? "";
  await emptying.click();
  await said(`What was written of these people is gone (${many}). One undo brings it back`);
  await emptying.waitFor({ state: "detached" });
  await page.getByRole("button", { name: /^Undo/u }).click();
  await page.locator("aside").getByRole("button", { name: `Empty what is written of these people (${many})` }).waitFor();
  await page.locator("aside").getByRole("button", { name: /^Go to the row of GORPW01/u }).first().click();
  await heading(/^GORPW01 × /u);
  await page.locator(".matrix td", { hasText: "He was told on the first day." }).first().waitFor({ state: "attached" });
});

test("columns are chosen, a version keeps what was", async () => {
  await page.getByRole("button", { name: "Columns …" }).click();
  await page.getByLabel("Find a theme or code to put in").fill("training");
  await page.getByRole("button", { name: /^Put in .*training/iu }).first().click();
  assert.deepEqual(await faults(page), []);
  await picture(page, "framework-columns");
  await page.getByRole("button", { name: "Keep these columns" }).click();
  await said("Columns that are charted: 4.");
  await page.locator(".matrix thead th").nth(4).waitFor();
  await page.getByRole("button", { name: "Versions and name …" }).click();
  await page.getByLabel("New version").fill("2");
  await page.getByRole("button", { name: "Begin this version" }).click();
  await said("Version 2 is begun");
  await page.waitForURL(/framework=/u);
  await page.locator(".matrix td", { hasText: "He was told on the first day." }).first().waitFor({ state: "attached" });
  assert.equal(await page.getByRole("combobox", { name: "Framework" }).locator("option").count(), 2);
});

test("a workbook is saved, written in elsewhere, looked at, and taken", async () => {
  await page.getByRole("button", { name: "In a spreadsheet …" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Save the workbook/u }).click();
  const file = join(bench.folder, "out.xlsx");
  await (await coming).saveAs(file);
  const program = "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2]); from tests.cli.test_framework import typed; typed(Path(sys.argv[1]), {'C3': 'Written on the train.'})";
  const root = join(import.meta.dirname, "..", "..");
  execFileSync(join(root, ".venv", "bin", "python"), ["-c", program, file, root]);
  await page.getByLabel("The workbook").setInputFiles(file);
  await page.getByText("Cells that would be written: 1").waitFor();
  await page.getByText("Written on the train.").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "framework-workbook");
  await page.getByRole("button", { name: "Write these cells" }).click();
  await said("Written from the file: 1.");
  await page.locator(".matrix td", { hasText: "Written on the train." }).first().waitFor();
});

test("one participant is charted beside the transcript", async () => {
  await page.locator(".matrix th", { hasText: /^ALDPW01/u }).first().click();
  await page.getByRole("heading", { level: 1, name: "ALDPW01, charted" }).waitFor();
  await page.locator(".charting-text .cc-transcript p[data-turn], .charting-text .cc-words").first().waitFor();
  const section = page.locator(".charting-cells section", { has: page.getByRole("heading", { name: /^Passing it up/u }) });
  await section.getByText(/^Segments \(/u).click();
  await section.getByRole("button", { name: /^Show in the transcript/u }).first().click();
  assert.deepEqual(await faults(page), []);
  await picture(page, "framework-charting");
  const words = section.getByRole("textbox");
  const before = await words.inputValue();
  await words.focus();
  await press("Control+End");
  await page.keyboard.type(" And the hand.");
  await press("Tab");
  await section.getByText("Saved.").waitFor();
  await page.getByRole("button", { name: "Next participant" }).click();
  await page.getByRole("heading", { level: 1, name: "ALDPW02, charted" }).waitFor();
  await page.getByRole("button", { name: "Participant before" }).click();
  await page.getByRole("heading", { level: 1, name: "ALDPW01, charted" }).waitFor();
  // What was known of the cell is shown until what it holds now has come.
  await page.waitForFunction((wanted) => [...document.querySelectorAll("textarea")].some((one) => one.value === wanted), `${before} And the hand.`);
  await page.getByRole("link", { name: "To the grid" }).click();
  await page.getByRole("heading", { level: 1, name: "Framework" }).waitFor();
});

test("it holds in the dark, on 320 pixels, and as it was", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await cell(0, 0).click();
  await heading(/×/u);
  assert.deepEqual(await faults(page), []);
  await picture(page, "framework-dark");
  await page.setViewportSize({ width: 320, height: 700 });
  assert.deepEqual(await faults(page), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await picture(page, "framework-narrow");
  await page.goto(new URL("/framework/chart", bench.address).href);
  await page.getByRole("heading", { level: 1, name: /, charted$/u }).waitFor();
  assert.deepEqual(await faults(page), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await picture(page, "framework-charting-narrow");
});
