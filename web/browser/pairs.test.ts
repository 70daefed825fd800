/** Every two cases: the table of pairs, one opened row by row to its words, written about and marked as written up. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;
const { press, said } = hands(() => page);
const pair = (name: string) => page.getByRole("button", { name, exact: true });

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/compare/pairs");
});
after(async () => {
  await bench.close();
  assert.deepEqual(bench.complaints.filter((one) => !one.includes("ERR_FAILED")), []);
});

test("all pairs of ten cases stand in a table, with what is written up", async () => {
  await pair("ALD and BRK").waitFor();
  assert.equal(await page.locator(".pairs tbody tr").count(), 45);
  await page.getByText("Written up: 1 of 45 pairs.").waitFor();
  await page.getByLabel("Only pairs that are not written up").check();
  await pair("ALD and GOR").waitFor({ state: "detached" });
  await page.getByLabel("Only pairs that are not written up").uncheck();
  assert.deepEqual(await faults(page), []);
  await picture(page, "pairs");
});

test("a pair opens row by row to the words of both sides", async () => {
  await pair("ALD and CIN").focus();
  await press("Enter");
  await page.locator("aside").getByRole("heading", { name: "ALD and CIN" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H2");
  const row = page.locator("aside .sides tbody button").first();
  await row.focus();
  await press("Enter");
  await page.locator("aside .row-open figure.quotation").first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "pairs-sheet");
});

test("what is written about a pair outlives a refused save, and another pair; then it is written up", async () => {
  await page.route("**/api/acts/pair.write*", (route) => route.abort());
  const words = page.getByLabel("What is alike, what differs, and why");
  await words.fill("Both write forms; only one reads them.");
  await press("Tab");
  await page.getByText("Not saved: your words are kept here.").waitFor();
  assert.deepEqual(await faults(page), []);
  await pair("ALD and BRK").click();
  await page.locator("aside").getByRole("heading", { name: "ALD and BRK" }).waitFor();
  assert.equal(await words.inputValue(), "");
  await page.unroute("**/api/acts/pair.write*");
  await pair("ALD and CIN").click();
  await page.locator("aside").getByRole("heading", { name: "ALD and CIN" }).waitFor();
  assert.equal(await words.inputValue(), "Both write forms; only one reads them.");
  await words.focus();
  await press("Tab");
  await page.getByText("Saved.", { exact: true }).waitFor();
  await page.getByLabel("This pair is written up").click();
  await said("ALD and CIN is written up.");
  await page.getByText("Written up: 2 of 45 pairs.").waitFor();
  await page.getByRole("button", { name: "Next pair that is not written up" }).click();
  await page.locator("aside").getByRole("heading", { name: "ALD and DUN" }).waitFor();
  await press("Escape");
  await page.waitForFunction(() => document.activeElement?.textContent === "ALD and DUN");
});

test("it holds in the dark and on 320 pixels", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await pair("ALD and CIN").click();
  await page.locator("aside .sides tbody button").first().waitFor();
  await picture(page, "pairs-dark");
  await page.setViewportSize({ width: 320, height: 700 });
  assert.deepEqual(await faults(page), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await page.locator("aside").getByRole("heading", { name: "ALD and CIN" }).scrollIntoViewIfNeeded();
  await picture(page, "pairs-narrow");
});
