/** Answers to a questionnaire by group and by case, beside what the same people said; and what emerged though nobody asked. */
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
const beside = () => page.getByRole("complementary");

test("answers stand item by item with their tests, what to beware of, and every kind of no answer", async () => {
  await page.getByRole("link", { name: "Answers", exact: true }).click();
  const item = page.getByRole("region", { name: "A1 A worry can be talked through here before it goes up.", exact: true });
  await item.getByRole("button", { name: "public: answered by 25 of 28 participants" }).waitFor();
  assert.match(await item.getByRole("row", { name: /^public/u }).innerText(), /3 of 3\s+25\s+of 28\s+disagree\s+9\s+7\s+8\s+1\s+public: 0 strongly agree\s+0\s+1\s+2/u);
  assert.match(await item.locator(".tests").innerText(), /Test of people\s+Kruskal–Wallis: H\(2\) = [\d.]+, p < \.001.*\s+One number for each case\s+Kruskal–Wallis: H\(2\) = [\d.]+.*n = 10 in 3 groups/u);
  await page.getByText(/^People in the same case are not independent/u).waitFor();
  await page.getByText(/expected counts are below 5.*rely on Fisher/u).waitFor();
  await page.getByText("No test. Several options can be chosen").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "answers");
});

test("a number opens to who they are, Escape leads back, and a number that was written down is shown", async () => {
  await page.getByRole("combobox", { name: "Item", exact: true }).selectOption({ label: "A5 Years in or with this service" });
  const number = page.getByRole("button", { name: "joint: answered by 24 of 27 participants" });
  await number.click();
  const people = beside().getByRole("listitem");
  await beside().getByText("24 of 27 participants").waitFor();
  await people.filter({ hasText: /: \d+$/u }).first().waitFor();
  assert.equal(await people.count(), 24);
  assert.deepEqual(await faults(page), []);
  await picture(page, "answers-open");
  await page.reload();
  await beside().getByText("24 of 27 participants").waitFor();
  await press("Escape");
  await beside().waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("joint: answered by"));
  // One item alone shows its cases at once; theirs open too.
  await page.getByRole("table", { name: /what each case answered$/u }).getByRole("button", { name: /^ALD: answered by/u }).click();
  await people.first().waitFor();
  assert.ok((await people.allInnerTexts()).every((words) => words.startsWith("ALD")));
  await press("Escape");
});

test("scales are drawn to both sides of their middle, and the answers are saved", async () => {
  await page.getByRole("combobox", { name: "Item", exact: true }).selectOption("");
  await page.getByRole("button", { name: "Figure" }).click();
  await page.locator("[data-drawn] svg").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "answers-figure");
  await page.getByRole("button", { name: "Table", exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as csv" }).click()]);
  assert.match(readFileSync(await download.path(), "utf8").split("\n")[0] ?? "", /item.*group.*what.*count/u);
  await said(/^Saved /u);
});

test("beside what the same people said, a cell opens to their words", async () => {
  await page.getByRole("region", { name: /^A1 A worry/u }).getByRole("link", { name: /^Beside what they said/u }).first().click();
  const grid = page.getByRole("grid", { name: /^Categories by what the same people answered to A1/u });
  await grid.waitFor();
  assert.equal(await page.getByRole("combobox", { name: "Beside the answers to" }).locator("option:checked").innerText(), "A1 A worry can be talked through here before it goes up.");
  const heads = await grid.getByRole("columnheader").locator(".head-label").allInnerTexts();
  assert.equal(heads[0], "low (strongly disagree – disagree)");
  assert.ok(heads.includes("(no answer known)"));
  const row = grid.getByRole("row", { name: /^Passing it up/u });
  await row.getByRole("gridcell", { name: "18 of 19 participants" }).click();
  await beside().locator("blockquote, .covered").first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "joint");
  await press("Escape");
  await page.getByLabel("Each step of a scale apart").check();
  await grid.getByRole("columnheader", { name: /^strongly disagree/u }).waitFor();
  await page.getByRole("button", { name: "Figure" }).click();
  await page.locator("[data-drawn]").waitFor();
  await picture(page, "joint-figure");
});

test("what emerged stands with of how many, and opens to the words and what was said before them", async () => {
  await page.getByRole("link", { name: "Emerged", exact: true }).click();
  const table = page.getByRole("table", { name: "Emerged though nobody asked" });
  await table.waitFor();
  await page.getByText(/^3 of 18 are linked to a topic/u).waitFor();
  assert.equal(await table.locator("tbody th").first().innerText(), "Pay and hours");
  await table.getByRole("button", { name: /^Telling one's own story: said unprompted by 9 of 42 participants/u }).click();
  await beside().getByText("9 of 42 participants").waitFor();
  await beside().locator("blockquote, .covered").first().waitFor();
  await beside().getByText(/^Before:/u).first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "emerged");
  await press("Escape");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("Telling one's own story: said unprompted"));
  await table.getByRole("button", { name: /^Pay and hours: said by 10 of 10 who were asked/u }).click();
  await beside().getByRole("heading", { name: "Asked, and said it (10)" }).waitFor();
  await press("Escape");
  await table.getByRole("button", { name: /^Supervision: said while talking of topics: 4/u }).click();
  await beside().getByRole("heading", { name: "preparation, training, supervision (15)" }).waitFor();
  assert.equal(await beside().locator("section").first().getByRole("listitem").count(), 15);
  await press("Escape");
});

test("at 320 pixels, and in the dark, nothing is lost", async () => {
  await page.setViewportSize({ width: 320, height: 720 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  for (const path of ["compare/answers", "compare/joint", "compare/emerged"]) {
    await go(`/${path}`);
    await page.locator("table tbody th").first().waitFor();
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok((wide ?? 0) <= (there ?? 0), `${path}: ${wide} > ${there}`);
    assert.deepEqual(await faults(page), []);
    await picture(page, `${path.replace("/", "-")}-narrow`);
    await page.locator("table").first().scrollIntoViewIfNeeded();
    await picture(page, `${path.replace("/", "-")}-narrow-table`);
  }
  await page.setViewportSize({ width: 1360, height: 860 });
  await go("/compare/answers");
  await page.locator("table tbody th").first().waitFor();
  await picture(page, "answers-dark");
  await page.emulateMedia({ colorScheme: "light" });
});

test("nothing was asked of anybody else, and the browser had nothing to complain of", () => {
  assert.deepEqual([...bench.asked].filter((host) => host !== ""), [new URL(bench.address).host]);
  assert.deepEqual(bench.complaints, []);
});
