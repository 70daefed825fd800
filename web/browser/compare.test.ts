/** Comparing: the matrix read and walked through with keys, ordered, opened, saved; two side by side; codes together; figures. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { WIDE } from "./big.ts";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window();
});
after(async () => {
  await bench.close();
});

const { press, said } = hands(() => page);
const grid = () => page.getByRole("grid");
const heads = (role: "columnheader" | "rowheader") => grid().getByRole(role).locator(".head-label").allInnerTexts();
const go = (path: string) => page.goto(new URL(path, bench.address).href);
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
async function fileOf(button: Locator): Promise<{ name: string; data: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), data: readFileSync(await download.path()) };
}

test("a matrix has its caption, heads, and words for every cell, empty ones too", async () => {
  await page.getByRole("link", { name: "Compare" }).click();
  await page.getByRole("grid", { name: "Codes by Cases; cells show participants" }).waitFor();
  assert.deepEqual((await heads("columnheader")).slice(0, 3), ["ALD", "BRK", "CIN"]);
  const cells = await grid().getByRole("gridcell").evaluateAll((all) => all.map((one) => one.querySelector(".apart")?.textContent ?? ""));
  assert.ok(cells.some((words) => /^\d+ of \d+ participants/u.test(words)));
  assert.ok(cells.some((words) => /read, nothing coded/u.test(words)));
  assert.deepEqual(await page.getByLabel("What the signs mean").locator("dt").allInnerTexts().then((all) => all.includes("○")), true);
  assert.deepEqual(await faults(page), []);
  await picture(page, "compare-matrix");
});

test("arrows walk through the table, Enter opens a cell with its words beside it, Escape leads back", async () => {
  const cell = grid().getByRole("gridcell", { name: /^[1-9]\d* of \d+ participants/u }).first();
  const words = await cell.locator(".apart").innerText();
  await cell.click();
  const beside = page.getByRole("complementary");
  await beside.locator("blockquote, .covered").first().waitFor();
  assert.match(await beside.innerText(), new RegExp(`Participants: ${words.replace(" participants", "").split(",")[0]} read for it`, "u"));
  assert.match(page.url(), /open=/u);
  assert.deepEqual(await faults(page), []);
  await picture(page, "compare-cell");
  await press("Escape");
  await beside.waitFor({ state: "detached" });
  await page.waitForFunction((label) => document.activeElement?.querySelector(".apart")?.textContent === label, words);
  await press("Control+Home");
  const first = await focused();
  await press("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp");
  assert.equal(await focused(), first);
  await press("ArrowLeft");
  assert.match(await focused(), /Support/u);
  await press("ArrowRight", "Enter");
  await page.getByRole("complementary").waitFor();
  await press("Escape");
  await page.getByRole("complementary").waitFor({ state: "detached" });
});

test("columns are moved by keys, rows ordered by a column and by an attribute; back and forward lead through it", async () => {
  await press("Control+Home", "ArrowUp");
  assert.match(await focused(), /^ALD/u);
  await press("Alt+ArrowRight");
  await said("ALD is now 2 of");
  assert.deepEqual((await heads("columnheader")).slice(0, 3), ["BRK", "ALD", "CIN"]);
  assert.match(await focused(), /^ALD/u);
  const before = await heads("rowheader");
  await press("Enter");
  await said("Rows are ordered by ALD.");
  assert.notDeepEqual(await heads("rowheader"), before);
  assert.equal(await grid().getByRole("columnheader", { name: /^ALD/u }).getAttribute("aria-sort"), "descending");
  await page.goBack();
  await page.waitForFunction((wanted) => document.querySelector(".matrix tbody .head-label")?.textContent === wanted, before[0]);
  await page.getByLabel("Order of the columns").selectOption({ label: "sector" });
  await page.locator(".head-note", { hasText: "independent" }).first().waitFor();
  const notes = await grid().getByRole("columnheader").locator(".head-note").allInnerTexts();
  const sectors = notes.map((note) => /^(independent|joint|public)/u.exec(note)?.[1] ?? "").filter((one) => one !== "");
  assert.deepEqual(sectors, [...sectors].sort());
  await page.reload();
  await page.locator(".head-note", { hasText: "independent" }).first().waitFor();
});

test("lines are chosen and ordered without dragging", async () => {
  await page.getByRole("button", { name: "Arrange rows" }).click();
  const dialog = page.getByRole("dialog", { name: "Arrange rows" });
  await dialog.getByRole("checkbox", { name: "Supervision", exact: true }).uncheck();
  await dialog.getByRole("button", { name: "Move Support down", exact: true }).click();
  await said("Support is now 2 of");
  assert.deepEqual(await faults(page), []);
  await dialog.getByRole("button", { name: "Close" }).click();
  const rows = await heads("rowheader");
  assert.ok(!rows.includes("Supervision"));
  assert.deepEqual(rows.slice(0, 2), ["Support (with below)", "Support"]);
});

test("the table is saved and copied as it stands", async () => {
  const csv = await fileOf(page.getByRole("button", { name: "Save as csv" }));
  assert.match(csv.name, /\.csv$/u);
  const lines = csv.data.toString("utf8").split("\n");
  assert.match(lines[0] ?? "", /^row,row_label,column,column_label,cases,of_cases,participants,of_participants/u);
  assert.match(lines[1] ?? "", /Support \(with below\)/u);
  const xlsx = await fileOf(page.getByRole("button", { name: "Save for Excel" }));
  assert.equal(xlsx.data.subarray(0, 2).toString(), "PK");
  await bench.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy as a table" }).click();
  await said(/^Copied: \d+ rows\.$/u);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^Codes\t/u);
  assert.match(text, /\nSupport \(with below\)\t/u);
});

test("the figure is drawn without running code, and saved as svg, png and data", async () => {
  await go("/compare/matrix?rows=themes&columns=case:sector&view=figure");
  await page.locator("[data-drawn] svg").waitFor();
  assert.match((await page.locator("[data-drawn]").getAttribute("aria-label")) ?? "", /^Figure: /u);
  assert.deepEqual(await faults(page), []);
  await picture(page, "compare-figure");
  const svg = (await fileOf(page.getByRole("button", { name: "Save as svg" }))).data.toString("utf8");
  assert.match(svg, /^<svg/u);
  assert.match(svg, /independent/u);
  const png = (await fileOf(page.getByRole("button", { name: "Save as png" }))).data;
  assert.equal(png.subarray(1, 4).toString(), "PNG");
  assert.ok(png.readUInt32BE(16) > 300);
  const data = (await fileOf(page.getByRole("button", { name: "Save its data (csv)" }))).data.toString("utf8");
  const table = await page.getByRole("region", { name: /the data of the figure/u }).getByRole("table").innerText();
  assert.match(data, /column_label/u);
  assert.match(table, /independent/u);
});

test("two cases stand side by side, and a row opens the words of both", async () => {
  await page.getByRole("link", { name: "Side by side" }).click();
  await page.getByRole("rowheader", { name: /^Both/u }).or(page.locator(".group th", { hasText: "Both" })).first().waitFor();
  const left = await page.getByLabel("Left").inputValue();
  await page.getByLabel("Right").selectOption({ index: 2 });
  await page.locator(".group th", { hasText: "Both" }).waitFor();
  assert.notEqual(await page.getByLabel("Right").inputValue(), left);
  await page.locator(".sides tbody button").first().click();
  const beside = page.getByRole("complementary");
  await beside.locator("blockquote, .covered").nth(1).waitFor();
  assert.equal(await beside.getByRole("region").count(), 2);
  assert.deepEqual(await faults(page), []);
  await picture(page, "compare-side");
  await press("Escape");
  await beside.waitFor({ state: "detached" });
  await page.getByLabel("Two of which kind").selectOption({ label: "sector (of cases)" });
  await page.getByRole("columnheader", { name: "public" }).or(page.getByRole("columnheader", { name: "joint" })).first().waitFor();
});

test("codes that come together open to their places", async () => {
  await page.getByRole("link", { name: "Together", exact: true }).click();
  const pair = grid().getByRole("gridcell", { name: /^together for/u }).first();
  await pair.waitFor();
  assert.deepEqual(await faults(page), []);
  await pair.click();
  const beside = page.getByRole("complementary");
  await beside.locator(".pair").first().waitFor();
  assert.match(await beside.innerText(), /Together: participants \d+, cases \d+/u);
  await picture(page, "compare-together");
  await press("Escape");
  await page.getByLabel("Together means").selectOption({ label: "near each other" });
  await page.getByRole("grid", { name: "Codes within 20 words of each other" }).waitFor();
});

test("who was asked is told for everybody, with the places where they were asked", async () => {
  await page.getByRole("link", { name: "Who was asked" }).click();
  const cell = grid().getByRole("gridcell", { name: /^(said when asked|volunteered)/u }).first();
  await cell.waitFor();
  assert.deepEqual(await faults(page), []);
  await cell.click();
  await page.getByRole("complementary").locator("li").first().waitFor();
  await picture(page, "compare-exposure");
  await press("Escape");
});

test("at 320 pixels, and in the dark, nothing is lost", async () => {
  await page.setViewportSize({ width: 320, height: 720 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  for (const path of ["matrix", "side", "together", "exposure"]) {
    await go(`/compare/${path}`);
    await page.locator(".matrix, .sides").first().waitFor();
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok((wide ?? 0) <= (there ?? 0), `${path}: ${wide} > ${there}`);
    await picture(page, `compare-narrow-${path}`);
  }
  assert.deepEqual(await faults(page), []);
  await page.setViewportSize({ width: 1360, height: 860 });
  await go("/compare/matrix?columns=case:sector");
  await grid().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "compare-dark");
  await page.emulateMedia({ colorScheme: "light" });
});

test("nothing was asked of anybody else, and the browser had nothing to complain of", () => {
  assert.deepEqual([...bench.asked].filter((host) => host !== ""), [new URL(bench.address).host]);
  assert.deepEqual(bench.complaints, []);
});

/** What the server of a test has worked so far, in milliseconds of a processor; other programs of the machine do not count. */
function served(study: string): number {
  const mine = readdirSync("/proc").filter((name) => /^\d+$/u.test(name)).find((name) => {
    try {
      return readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1]?.split(" ")[1] === String(process.pid) && readFileSync(`/proc/${name}/cmdline`, "utf8").includes(study);
    } catch {
      return false; // it has ended meanwhile
    }
  });
  const numbers = readFileSync(`/proc/${mine}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(numbers[11]) + Number(numbers[12])) * 10;
}

test("a matrix of 200 codes by 100 cases is there with half a second of work, and walked through to its end", async () => {
  const wide = await Workbench.open({ study: WIDE, member: "member 0" });
  try {
    const work: number[] = [];
    for (let time = 0; time < 2; time += 1) {
      const window = await wide.window();
      await window.getByRole("heading", { name: "Sources by progress" }).waitFor();
      // The chunk of the screen is loaded, as it is for whoever compared something before.
      await window.getByRole("link", { name: "Compare" }).click();
      await window.getByRole("grid").waitFor();
      const client = await wide.context.newCDPSession(window);
      await client.send("Performance.enable", { timeDomain: "threadTicks" });
      const done = async () => (await client.send("Performance.getMetrics")).metrics.find((one) => one.name === "TaskDuration")?.value ?? 0;
      const [began, drew, answered] = [performance.now(), await done(), served(wide.study)];
      await window.getByRole("combobox", { name: "Rows", exact: true }).selectOption({ label: "Categories" });
      await window.getByRole("grid", { name: /^Categories by Cases/u }).waitFor();
      work.push((await done() - drew) * 1000 + served(wide.study) - answered);
      console.log(`matrix 200 x 100: ${Math.round(work.at(-1) ?? 0)} ms of work, ${Math.round(performance.now() - began)} ms until it was there`);
      if (time < 1) await window.close();
    }
    const window = wide.context.pages().at(-1) as Page;
    const table = window.getByRole("grid");
    assert.equal(await table.getAttribute("aria-rowcount"), "201");
    assert.equal(await table.getAttribute("aria-colcount"), "102");
    assert.ok((await table.getByRole("gridcell").count()) < 2000);
    await table.getByRole("gridcell").first().focus();
    await window.keyboard.press("Control+End");
    await window.waitForFunction(() => document.activeElement?.getAttribute("data-at") === "199,100");
    await picture(window, "compare-wide");
    assert.ok(Math.min(...work) < 500, `${work.map(Math.round).join(", ")} ms`);
  } finally {
    await wide.close();
  }
});
