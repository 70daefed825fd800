/** Saturation: the curve beside its table, every number opened, groups of which there are too few said to be so, off for reflexive analyses. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/compare/saturation");
  page.setDefaultTimeout(15_000);
});
after(async () => {
  await bench.close();
});

const { press } = hands(() => page);
const row = (name: string) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
const opened = () => page.getByRole("complementary");

test("the curve stands beside its table, and says where saturation is reached, in this order and in others", async () => {
  await page.getByText("In the order held it is reached after 6 interviews; the 2 after them confirm it (6+2). The base had 14.").waitFor();
  await page.getByRole("status").filter({ hasText: "In 1,000 of 1,000 random orders it is reached, after 4 interviews; in nine of ten of these, after 4 to 7." }).waitFor();
  await page.locator("[data-drawn] svg").waitFor();
  assert.match(await row("ELMST02").innerText(), /2025-02-19\s+11\s+6\s+13\s+14 \(11 to 17\)/u);
  assert.deepEqual(await faults(page), []);
  await picture(page, "saturation");
});

test("a number opens to the codes and the words behind it, and the focus comes back", async () => {
  await page.getByRole("button", { name: "ELMST02: 6 new" }).click();
  await opened().getByText(/^New: Supervision, Company of other peers/u).waitFor();
  const fresh = await opened().locator("blockquote, .covered").count();
  assert.ok(fresh > 0);
  assert.deepEqual(await faults(page), []);
  await picture(page, "saturation-opened");
  await press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "ELMST02: 6 new");
  await page.getByRole("button", { name: "ELMST02: 11 in it" }).click();
  await opened().getByRole("heading", { name: "What was said in ELMST02" }).waitFor();
  await opened().locator("blockquote, .covered").nth(fresh).waitFor();
  await press("Escape");
  await page.getByRole("button", { name: "13 so far, up to ELMST02" }).click();
  await opened().getByText("First in IVYST01:").waitFor();
  await press("Escape");
});

test("base, run and threshold are asked in plain numbers, and the answer follows", async () => {
  await page.getByLabel("Threshold, percent").fill("10");
  await page.getByText(/confirm it \(5\+2\)/u).waitFor();
  await page.getByRole("button", { name: "Runs" }).click();
  await row("5 to 6").getByRole("button", { name: "Interviews 5 to 6: 2 new" }).click();
  await opened().getByText("First in DUNPW01:").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "saturation-runs");
  await page.getByLabel("Threshold, percent").fill("5");
  await page.getByText(/\(6\+2\)/u).first().waitFor();
});

test("a group of which there are too few interviews is said to be so", async () => {
  await page.getByRole("button", { name: "Groups" }).click();
  assert.match(await row("service user").innerText(), /10\s+17\s+reached at 4\+2\s+979 of 1,000/u);
  await page.getByRole("combobox", { name: "Groups" }).selectOption("cases");
  await row("ALD").getByText("too few to say").waitFor();
  await row("ALD").getByRole("button").first().click();
  await opened().getByText(/^ALDSU01: \d+ new to this group$/u).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "saturation-groups");
});

test("meaning has a curve of its own, and nothing is said where no nuance is written down", async () => {
  await page.getByRole("button", { name: "Meaning" }).click();
  await page.locator("[data-drawn] svg").waitFor();
  await row("Supervision").getByText("nothing written down").waitFor();
  await page.getByRole("button", { name: "Telling one's own story: 4 nuances" }).click();
  await opened().getByRole("heading", { name: "how many are told: one person, once" }).waitFor();
  await opened().locator("blockquote, .covered").nth(3).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "saturation-meaning");
});

test("in the dark and on a narrow screen nothing is lost", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(new URL("/compare/saturation", bench.address).href);
  await page.locator("[data-drawn] svg").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "saturation-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 320, height: 800 });
  for (const part of ["", "?part=groups"]) {
    await page.goto(new URL(`/compare/saturation${part}`, bench.address).href);
    await page.getByRole("table").first().waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, part);
    assert.deepEqual(await faults(page), []);
    await picture(page, `saturation-narrow${part.replace("?part=", "-")}`);
  }
  await page.setViewportSize({ width: 1360, height: 860 });
});

test("it is off for a reflexive analysis, with the reason", async () => {
  await page.evaluate(() => fetch("/api/acts/analysis.add", { method: "POST", headers: { "x-crosscase": "1", "content-type": "application/json" }, body: JSON.stringify({ name: "Reading on", family: "reflexive TA" }) }));
  await page.goto(new URL("/compare/saturation", bench.address).href);
  await page.getByRole("combobox", { name: "For the analysis" }).selectOption({ label: "Reading on" });
  await page.getByRole("heading", { name: "Saturation is off here" }).waitFor();
  await page.getByText(/There, meaning is made by the researcher in reading/u).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "saturation-off");
});
