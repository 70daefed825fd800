/** Categories flowing into themes: drawn, told in a table whose numbers open, with what stands alone. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;
const { press } = hands(() => page);

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/themes/flow");
});
after(async () => {
  await bench.close();
  assert.deepEqual(bench.complaints, []);
});

test("the diagram is drawn, the table says the same, and what stands alone is named", async () => {
  await page.locator("[data-drawn]").waitFor();
  const bands = page.locator(".flow table tbody tr");
  assert.ok((await bands.count()) > 2);
  await page.getByRole("heading", { name: /^Categories that feed no theme \(\d+\)/u }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "flow");
});

test("a number opens to the words behind it, and Escape leads back", async () => {
  const number = page.locator("[data-band]").first();
  await number.focus();
  await press("Enter");
  await page.locator("aside figure.quotation").first().waitFor();
  assert.deepEqual(await faults(page), []);
  await number.scrollIntoViewIfNeeded();
  await picture(page, "flow-open");
  await page.locator("aside h2").focus();
  await press("Escape");
  await page.waitForFunction(() => document.activeElement?.hasAttribute("data-band"));
});

test("it holds in the dark and on 320 pixels", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 320, height: 700 });
  assert.deepEqual(await faults(page), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await picture(page, "flow-narrow");
});
