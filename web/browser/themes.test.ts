/** Themes in a real browser: built with keys alone, evidence against placed, a map drawn, and all of it undone. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/themes");
  page.setDefaultTimeout(12_000);
});
after(async () => {
  await bench.close();
});

const { said } = hands(() => page);
const enter = async (name: string | RegExp) => {
  await page.getByRole("button", { name }).first().focus();
  await page.keyboard.press("Enter");
};

test("the board shows what feeds no theme, and themes with what feeds them", async () => {
  await page.locator(".pile").first().waitFor();
  assert.ok((await page.locator(".pile .card").count()) > 0);
  assert.deepEqual(await faults(page), []);
  await picture(page, "themes");
});

test("a theme is built with keys alone: a category put into a new one, with the reason why", async () => {
  await page.getByLabel("Also show codes").focus();
  await page.keyboard.press("Space");
  await page.getByLabel("Find a code").fill("pay");
  await enter("Put into …: Pay and hours");
  await page.getByRole("dialog").waitFor();
  await page.getByRole("combobox", { name: "Theme", exact: true }).selectOption({ label: "a new theme" });
  await page.getByLabel("Label", { exact: true }).fill("What it costs");
  await page.getByLabel("Why", { exact: true }).fill("Pay stands for what nobody counts.");
  assert.deepEqual(await faults(page), []);
  await picture(page, "themes-put");
  await page.getByRole("button", { name: "Begin", exact: true }).focus();
  await page.keyboard.press("Enter");
  await said("Began the theme What it costs.");
  await page.locator(".pile", { hasText: "What it costs" }).getByText("Pay stands for what nobody counts.").waitFor();
});

test("a card is dragged into another theme, and says that its reason is missing until it is given", async () => {
  const card = page.locator(".pool .card", { hasText: "Pay and hours" });
  const pile = page.locator(".piles > .pile").first();
  const name = await pile.locator("h2").innerText();
  await card.dragTo(pile.locator("h2"));
  await said(`Pay and hours feeds ${name} now.`);
  await pile.getByText("Something feeds it without a reason.").first().waitFor();
  await enter(new RegExp(`how .*Pay and hours feeds ${name}`, "u"));
  await page.getByLabel("Why", { exact: true }).fill("Both, on second thought.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await said("Saved how and why.");
  await pile.getByText("Both, on second thought.").first().waitFor();
});

test("themes are put in order by a button and by keys, and what was moved keeps the focus", async () => {
  const names = () => page.locator(".piles > .pile > .pile-head > h2").allInnerTexts();
  const before = await names();
  const last = before.at(-1) ?? "";
  await enter(`Move up: ${last}`);
  await said(`${last} is number ${before.length - 1} of ${before.length} now.`);
  const moved = await names();
  assert.deepEqual(moved, [...before.slice(0, -2), last, before.at(-2)]);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), `Move up: ${last}`);
  await page.getByRole("heading", { level: 2 }).getByRole("link", { name: last, exact: true }).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await said(`${last} is number ${before.length} of ${before.length} now.`);
  assert.deepEqual(await names(), before);
  await page.waitForFunction((name) => document.activeElement?.textContent === name, last);
  await page.keyboard.press("Alt+ArrowDown");
  await said(`${last} is the last already.`);
});

test("label, content and meaning are written apart, each with its own history", async () => {
  await page.getByRole("link", { name: "What it costs" }).click();
  await page.getByRole("heading", { name: "What it costs" }).waitFor();
  await page.getByLabel("Central concept").fill("Being there is work that is not counted.");
  await page.getByLabel("Why this change").fill("after the second reading");
  await page.getByLabel("Boundary").focus();
  await said("Saved.");
  await page.getByText(/How “Central concept” came to say this/u).click();
  await page.getByText("after the second reading").waitFor();
  await page.locator(".versions ins", { hasText: "Being there" }).waitFor();
});

test("evidence against is found and placed by hand, with keys", async () => {
  await enter("Find evidence");
  await page.getByRole("button", { name: /^Against it:/u }).first().waitFor();
  await enter(/^Against it:/u);
  await said("Placed against the theme.");
  await page.getByRole("heading", { name: "Against it: 1" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "theme");
});

test("lineage is drawn and told, and Table 3 is a table that can be saved", async () => {
  await page.getByRole("link", { name: "Lineage" }).click();
  await page.locator("path.thread").first().waitFor();
  await page.getByText(/Pay stands for what nobody counts/u).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "lineage");
  await page.getByRole("link", { name: "Table 3" }).click();
  const row = page.getByRole("row", { name: /What it costs/u });
  await row.waitFor();
  assert.equal(await row.getByRole("cell").nth(4).innerText(), "1");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as csv" }).click()]);
  assert.equal(file.suggestedFilename(), "table-3.csv");
  assert.deepEqual(await faults(page), []);
  await picture(page, "table3");
});

test("a map is drawn: things and notes placed, moved with keys and the pointer, joined by an arrow", async () => {
  await page.getByRole("link", { name: "Maps" }).click();
  await page.getByLabel("Name of a new map").fill("What leads to what");
  await page.keyboard.press("Enter");
  await said("Began the map What leads to what.");
  await page.getByLabel("Words", { exact: true }).fill("who pays?");
  await page.keyboard.press("Enter");
  await said("Placed on the map.");
  await page.getByRole("combobox", { name: "Place", exact: true }).selectOption({ label: "Theme" });
  await page.getByRole("combobox", { name: "Which", exact: true }).selectOption({ label: "What it costs" });
  await page.getByRole("button", { name: "Place it" }).click();
  const theme = page.getByRole("img", { name: "Theme What it costs. Arrow keys move it." });
  await theme.waitFor();
  const before = await theme.getAttribute("transform");
  await theme.focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("ArrowDown");
  await said("Moved.");
  assert.notEqual(await theme.getAttribute("transform"), before);
  const note = page.getByRole("img", { name: "Note who pays?. Arrow keys move it." });
  const at = await note.boundingBox();
  assert.ok(at);
  await page.mouse.move(at.x + 20, at.y + 20);
  await page.mouse.down();
  await page.mouse.move(at.x + 60, at.y + 120, { steps: 4 });
  const moving = await note.getAttribute("transform");
  await page.mouse.up();
  await page.waitForFunction((place) => document.querySelector("g.item")?.getAttribute("transform") === place, moving);
  await page.getByRole("combobox", { name: "From", exact: true }).selectOption({ label: "who pays?" });
  await page.getByRole("combobox", { name: "which", exact: true }).fill("leads to");
  await page.getByRole("combobox", { name: "To", exact: true }).selectOption({ label: "What it costs" });
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await page.getByText("who pays? leads to What it costs").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "map");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as png" }).click()]);
  assert.equal(file.suggestedFilename(), "What leads to what.png");
});

test("at 320 pixels and in the dark nothing has to be scrolled sideways", async () => {
  const map = new URL(page.url()).pathname;
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 320, height: 720 });
  for (const path of ["/themes", "/themes/lineage", "/themes/table", map]) {
    await page.goto(new URL(path, bench.address).href);
    await page.locator("main h2, main table").first().waitFor();
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok((wide ?? 0) <= (there ?? 0), `${path}: ${wide} > ${there}`);
    assert.deepEqual(await faults(page), []);
    await picture(page, `narrow${path === map ? "-map" : path.replaceAll("/", "-")}`);
  }
  await page.setViewportSize({ width: 1360, height: 860 });
  await page.emulateMedia({ colorScheme: "light" });
});

test("all of it is undone, the last first", async () => {
  await page.goto(new URL("/themes", bench.address).href);
  await page.locator(".pile", { hasText: "What it costs" }).waitFor();
  for (let undone = 0; undone < 20 && (await page.locator(".pile", { hasText: "What it costs" }).count()) > 0; undone += 1) {
    await page.locator(".said").evaluate((element) => element.replaceChildren());
    await page.locator("main").focus();
    const answered = page.waitForResponse((response) => response.url().includes("/api/undo"));
    await page.keyboard.press("Control+z");
    const answer = await answered;
    // What is shown comes a moment after what was undone: one more than there was is refused, and the pile is gone below.
    if (answer.status() === 409) break;
    assert.equal(answer.status(), 200, await answer.text());
    await page.waitForResponse((response) => response.url().includes("/api/themes"), { timeout: 1500 }).catch(() => null);
  }
  await page.locator(".pile", { hasText: "What it costs" }).waitFor({ state: "detached" });
  await page.goto(new URL("/themes/map", bench.address).href);
  await page.getByText("There is no map yet.").waitFor();
});

test("nothing was asked of anybody else, and the browser had nothing to complain of", () => {
  assert.deepEqual([...bench.asked], [new URL(bench.address).host]);
  assert.deepEqual(bench.complaints, []);
});
