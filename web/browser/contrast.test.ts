/** Cases in an order and how alike they are; contrasts, whether they hold and whose words stand behind them; what may speak against a theme, and what became of it. */
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

test("what is saved and drawn follows the order and only what holds, as it is shown", async () => {
  await page.getByLabel("Only what holds").check();
  const shown = await page.locator(".contrasts tbody tr").count();
  const lines = (await saved("Save as csv")).toString("utf8").trim().split("\n");
  assert.equal(lines.length, shown + 1);
  const at = (lines[0] ?? "").split(",").indexOf("label");
  assert.deepEqual(lines.slice(1).map((one) => one.split(",")[at]), await page.locator(".contrasts tbody th").allInnerTexts());
  await page.getByLabel("Only what holds").uncheck();
});

test("a query over codings is a row of its own", async () => {
  await page.getByLabel("Counted in").selectOption("participants");
  await page.getByRole("combobox", { name: "Rows", exact: true }).selectOption("a query over codings");
  await page.getByLabel("The query").fill('"Passing it up" AND');
  await press("Enter");
  await page.getByRole("alert").first().waitFor();
  assert.deepEqual(await faults(page), []);
  await page.getByLabel("The query").fill('"Passing it up" AND "Pay and hours"');
  await press("Enter");
  await page.getByRole("rowheader", { name: '"Passing it up" AND "Pay and hours"' }).first().waitFor();
  assert.equal(await page.locator(".contrasts tbody tr").count(), 1);
  await page.getByRole("button", { name: /Pay and hours.*: [1-9]\d* of \d+ participants/u }).first().click();
  await page.getByRole("complementary").locator("blockquote, .covered").first().waitFor();
  await press("Escape");
  assert.deepEqual(await faults(page), []);
  await picture(page, "contrast-query");
});

test("an interval is given only with the reason why the sample may be taken for a random one, which is printed", async () => {
  await page.getByRole("combobox", { name: "Rows", exact: true }).selectOption("codes");
  await page.getByRole("checkbox", { name: /^Give intervals/u }).check();
  assert.equal(await page.locator(".contrasts .interval").count(), 0);
  await page.getByLabel("Why it may be taken for a random one").fill("drawn from the staff list by lot");
  await press("Enter");
  await page.locator(".contrasts .interval").first().waitFor();
  await page.getByText(/assume: drawn from the staff list by lot\. They take people for independent/u).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "contrast-interval");
  assert.match((await saved("Save as csv")).toString("utf8").split("\n")[0] ?? "", /interval_low,interval_high/u);
  await page.getByRole("checkbox", { name: /^Give intervals/u }).uncheck();
  await page.waitForFunction(() => document.querySelector(".contrasts .interval") === null);
});

/** How many stand against the theme that is looked at, and how many of them are open. */
const pileCounts = async (): Promise<[number, number]> => {
  const words = await page.getByRole("region", { name: /^The cost of being the bridge/u }).getByRole("heading").innerText();
  const found = /\((\d+), (\d+) open\)/u.exec(words);
  return [Number(found?.[1]), Number(found?.[2])];
};

test("what may speak against a theme is found, settled with a reason, and counted as settled", async () => {
  await page.getByRole("link", { name: "Themes", exact: true }).click();
  await page.getByRole("link", { name: "What speaks against" }).click();
  await page.getByText(/^\d+ to look at, \d+ open\.$/u).first().waitFor();
  const pile = page.getByRole("region", { name: /^The cost of being the bridge/u });
  await pile.getByRole("button", { name: /The cost of being the bridge/u }).click();
  const [count, open] = await pileCounts();
  const id = await pile.locator("[data-candidate]").filter({ has: page.getByRole("button", { name: /^Say what became of it/u }) }).filter({ has: page.locator("blockquote, .covered") }).first().getAttribute("data-candidate");
  const one = page.locator(`[data-candidate="${id}"]`);
  await one.getByText("Says that it is not so").waitFor();
  await pile.getByText("The case BRK").waitFor();
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
  await pile.getByText(`(${count}, ${open - 1} open)`).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("Change what became of"));
  await one.getByRole("button", { name: /^Open again/u }).click();
  await pile.getByText(`(${count}, ${open} open)`).waitFor();
});

test("somebody puts a case on the list by hand and takes it off; silence stands apart; the theme's page counts both", async () => {
  const pile = page.getByRole("region", { name: /^The cost of being the bridge/u });
  const [count, open] = await pileCounts();
  await pile.getByLabel(/^A case or participant that you noticed yourself/u).selectOption({ label: "ALDMA01" });
  await pile.getByRole("button", { name: "Put on the list" }).click();
  await pile.getByText(`(${count + 1}, ${open + 1} open)`).waitFor();
  await pile.getByText("The participant ALDMA01").waitFor();
  await pile.getByRole("button", { name: "Take off the list: ALDMA01" }).click();
  await pile.getByText(`(${count}, ${open} open)`).waitFor();
  await page.getByText("Silence is no evidence against anything.").first().waitFor();
  await page.getByRole("table", { name: "Who did not say it" }).getByRole("rowheader", { name: "The cost of being the bridge" }).waitFor();
  await pile.getByRole("link", { name: "To the theme" }).click();
  await page.getByRole("link", { name: `${count} to look at, ${open} open` }).waitFor();
  assert.deepEqual(await faults(page), []);
});

test("a meta-matrix is ordered by an attribute and by hand, which takes a reason; its cells open", async () => {
  await go("/compare/meta");
  const grid = page.getByRole("grid", { name: /^Cases × categories/u });
  await grid.waitFor();
  const heads = () => grid.getByRole("rowheader").locator(".head-label").allInnerTexts();
  await page.getByText(/^Attributes as columns/u).click();
  await page.getByRole("checkbox", { name: "sector" }).check();
  await grid.getByRole("columnheader", { name: /^sector/u }).click();
  await page.getByRole("grid", { name: /ordered by sector, ascending/u }).waitFor();
  assert.equal(await grid.getByRole("columnheader", { name: /^sector/u }).getAttribute("aria-sort"), "ascending");
  assert.deepEqual(await faults(page), []);
  await picture(page, "meta");
  await grid.getByRole("gridcell", { name: /^[1-9]\d* of \d+ participants$/u }).first().click();
  await page.getByRole("complementary").locator("blockquote, .covered").first().waitFor();
  await picture(page, "meta-cell");
  await press("Escape");
  await grid.getByRole("gridcell", { name: "public", exact: true }).first().click();
  await page.getByRole("complementary").getByText(/^The same in /u).waitFor();
  await press("Escape");
  await page.getByLabel("Order of the rows").selectOption({ label: "by hand" });
  await page.getByRole("button", { name: "Arrange rows" }).click();
  const second = (await heads())[1] ?? "";
  await page.getByRole("dialog").getByRole("button", { name: `Move ${second} up`, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  assert.equal((await heads())[0], second);
  assert.equal(await page.getByRole("button", { name: "Save as csv" }).count(), 0);
  await page.getByLabel("Why in this order").fill("As the services were founded.");
  await press("Enter");
  await page.getByText("Rows are in an order made by hand. Reason: As the services were founded.").waitFor();
  assert.equal((await heads())[0], second);
  assert.deepEqual(await faults(page), []);
  await picture(page, "meta-hand");
});

test("how alike cases are stands in the order of the tree; a pair opens to what both have, and the map is drawn", async () => {
  await page.getByRole("link", { name: "Alike", exact: true }).click();
  const grid = page.getByRole("grid", { name: /^How alike cases are in codes, the most alike/u });
  await grid.waitFor();
  const heads = grid.getByRole("columnheader").locator(".head-label");
  assert.deepEqual(await heads.allInnerTexts(), await grid.getByRole("rowheader").locator(".head-label").allInnerTexts());
  await page.getByLabel("Cut into groups").selectOption("3");
  await grid.getByText("group 3").first().waitFor();
  await grid.getByRole("gridcell", { name: /^0\.75 alike, resting on/u }).first().click();
  const beside = page.getByRole("complementary");
  await beside.getByRole("heading", { name: /^Both \(\d+\)/u }).waitFor();
  await beside.getByRole("heading", { name: /^Only FEN|^Only BRK|^Only DUN/u }).first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "alike");
  await press("Escape");
  await page.getByRole("button", { name: "Figure" }).click();
  await page.locator("[data-drawn] svg").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "alike-map");
});

test("at 320 pixels, and in the dark, nothing is lost", async () => {
  await page.setViewportSize({ width: 320, height: 720 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  for (const path of ["compare/contrast", "compare/meta", "compare/alike", "themes/against"]) {
    await go(`/${path}`);
    await page.locator("table tbody th").first().waitFor();
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok((wide ?? 0) <= (there ?? 0), `${path}: ${wide} > ${there}`);
    assert.deepEqual(await faults(page), []);
    await picture(page, `${path.replace("/", "-")}-narrow`);
    await page.locator("table, .against-one").first().scrollIntoViewIfNeeded();
    await picture(page, `${path.replace("/", "-")}-narrow-table`);
  }
  await page.setViewportSize({ width: 1360, height: 860 });
  await picture(page, "contrast-dark");
  await go("/compare/meta");
  await page.getByRole("grid").waitFor();
  await page.locator(".grid-scroller").scrollIntoViewIfNeeded();
  await picture(page, "meta-dark");
  await page.emulateMedia({ colorScheme: "light" });
});

test("nothing was asked of anybody else, and the browser had nothing to complain of", () => {
  assert.deepEqual([...bench.asked].filter((host) => host !== ""), [new URL(bench.address).host]);
  // That a query is not finished was asked for, and answered with words.
  assert.deepEqual(bench.complaints.filter((one) => !/ 4(?:00|22) /u.test(one)), []);
});
