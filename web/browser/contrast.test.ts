/** Contrasts, whether they hold and whose words stand behind them; what may speak against a theme, and what became of it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/compare/matrix");
  page.setDefaultTimeout(12_000);
});
after(async () => {
  await bench.close();
});

const { press, said } = hands(() => page);
const go = (path: string) => page.goto(new URL(path, bench.address).href);
const saved = async (name: string) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return readFileSync(await download.path());
};

test("contrasts stand with the largest difference first, and say that they are no test", async () => {
  await page.getByRole("link", { name: "Contrast", exact: true }).click();
  await page.getByRole("table", { name: /^Contrasts of codes by .*, the largest difference first$/u }).waitFor();
  await page.getByText("This is no test.").first().waitFor();
  await page.getByRole("combobox", { name: "Contrast", exact: true }).selectOption("public");
  await page.getByRole("combobox", { name: "With", exact: true }).selectOption("independent");
  await page.getByRole("columnheader", { name: "independent" }).waitFor();
  const points = await page.locator(".contrasts tbody tr td:nth-of-type(3)").allInnerTexts();
  const sizes = points.map((words) => Math.abs(Number(words.replace("−", "-").split(" ")[0]))).filter((one) => !Number.isNaN(one));
  assert.ok(sizes.length > 5 && (sizes[0] ?? 0) > 0);
  assert.deepEqual(sizes, [...sizes].sort((one, two) => two - one));
  assert.deepEqual(await faults(page), []);
  await picture(page, "contrast");
});

test("whether one holds opens to the checks in words", async () => {
  const row = page.getByRole("row", { name: /^Passing it up/u });
  await row.locator("summary").click();
  await row.getByText(/^The same way without each case: 7 of 7\./u).waitFor();
  await row.getByText(/^The same way when counted otherwise: \d of 3\. Not by cases/u).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "contrast-checks");
  await page.getByLabel("Only what holds").check();
  await page.waitForFunction(() => [...document.querySelectorAll(".contrasts summary")].every((one) => one.textContent.includes("holds.")));
  await page.getByLabel("Only what holds").uncheck();
});

test("a side's number opens its words beside the table, and Escape leads back to it", async () => {
  const number = page.getByRole("button", { name: /^Passing it up, public: 11 of 12 participants, 3 of 3 cases$/u });
  await number.click();
  const beside = page.getByRole("complementary", { name: "Passing it up × public" });
  await beside.locator("blockquote, .covered").first().waitFor();
  assert.match(await beside.innerText(), /Participants: 11 of 12 read for it/u);
  assert.deepEqual(await faults(page), []);
  await picture(page, "contrast-side");
  await page.reload();
  await beside.locator("blockquote, .covered").first().waitFor();
  await press("Escape");
  await beside.waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("Passing it up, public"));
});

test("it is counted otherwise, drawn, and saved as consent allows", async () => {
  await page.getByLabel("Counted in").selectOption("words");
  await page.getByText("Differences are of words").waitFor();
  await page.getByRole("button", { name: "Figure" }).click();
  await page.locator("[data-drawn] svg").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "contrast-figure");
  await page.getByRole("button", { name: "Table", exact: true }).click();
  assert.match((await saved("Save as csv")).toString("utf8").split("\n")[0] ?? "", /left_participants.*difference/u);
  await said(/^Saved /u);
});

test("what may speak against a theme is found, settled with a reason, and counted as settled", async () => {
  await page.getByRole("link", { name: "Themes", exact: true }).click();
  await page.getByRole("link", { name: "What speaks against" }).click();
  await page.getByText(/^\d+ to look at, \d+ open\.$/u).first().waitFor();
  const pile = page.getByRole("region", { name: /^The cost of being the bridge/u });
  await pile.getByRole("button", { name: /The cost of being the bridge/u }).click();
  const one = pile.locator("[data-candidate]").filter({ has: page.locator("blockquote, .covered") }).first();
  await one.getByText("Says that it is not so").waitFor();
  await pile.getByText("The case BRK").waitFor();
  assert.match(await pile.getByRole("heading").innerText(), /\(7, 7 open\)/u);
  assert.deepEqual(await faults(page), []);
  await picture(page, "against");
  const settle = one.getByRole("button", { name: /^Say what became of it/u });
  await settle.focus();
  await press("Enter");
  const save = one.getByRole("button", { name: "Save what became of it" });
  assert.ok(await save.isDisabled());
  await one.getByRole("radio", { name: "It is an exception, within a bound" }).check();
  await one.getByLabel("Under which condition is it an exception?").fill("Where two peers share one post.");
  assert.deepEqual(await faults(page), []);
  await picture(page, "against-settle");
  await save.click();
  await said(/^Saved what became of /u);
  await one.getByText("Where two peers share one post.").waitFor();
  await pile.getByText("(7, 6 open)").waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("Change what became of"));
  await one.getByRole("button", { name: /^Open again/u }).click();
  await pile.getByText("(7, 7 open)").waitFor();
});

test("somebody puts a case on the list by hand and takes it off; silence stands apart; the theme's page counts both", async () => {
  const pile = page.getByRole("region", { name: /^The cost of being the bridge/u });
  await pile.getByLabel(/^A case or participant that you noticed yourself/u).selectOption({ label: "ALDMA01" });
  await pile.getByRole("button", { name: "Put on the list" }).click();
  await pile.getByText("(8, 8 open)").waitFor();
  await pile.getByText("The participant ALDMA01").waitFor();
  await pile.getByRole("button", { name: "Take off the list: ALDMA01" }).click();
  await pile.getByText("(7, 7 open)").waitFor();
  await page.getByText("Silence is no evidence against anything.").first().waitFor();
  await page.getByRole("table", { name: "Who did not say it" }).getByRole("rowheader", { name: "The cost of being the bridge" }).waitFor();
  await pile.getByRole("link", { name: "To the theme" }).click();
  await page.getByRole("link", { name: "7 to look at, 7 open" }).waitFor();
  assert.deepEqual(await faults(page), []);
});

test("at 320 pixels, and in the dark, nothing is lost", async () => {
  await page.setViewportSize({ width: 320, height: 720 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  for (const path of ["compare/contrast", "themes/against"]) {
    await go(`/${path}`);
    await page.locator("table tbody th").first().waitFor();
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok((wide ?? 0) <= (there ?? 0), `${path}: ${wide} > ${there}`);
    assert.deepEqual(await faults(page), []);
    await picture(page, `${path.replace("/", "-")}-narrow`);
  }
  await page.setViewportSize({ width: 1360, height: 860 });
  await picture(page, "contrast-dark");
  await page.emulateMedia({ colorScheme: "light" });
});

test("nothing was asked of anybody else, and the browser had nothing to complain of", () => {
  assert.deepEqual([...bench.asked].filter((host) => host !== ""), [new URL(bench.address).host]);
  assert.deepEqual(bench.complaints, []);
});
