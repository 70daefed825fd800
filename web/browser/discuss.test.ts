/** Discussions in a real browser: positions written apart, shown together, an outcome and a minority reading; and a theme that is called final for a reason. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;
const QUESTION = "Is waiting a theme of its own?";

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/themes/discussions");
  page.setDefaultTimeout(12_000);
});
after(async () => {
  await bench.close();
});

const { said } = hands(() => page);
const here = () => page.locator(".discussion", { has: page.getByRole("heading", { name: QUESTION }) });

test("a discussion that is closed is read with its outcome and the minority reading", async () => {
  await page.getByRole("heading", { name: "Minority reading: Tom disagrees" }).waitFor();
  await page.getByRole("heading", { name: "Outcome" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "discussions");
});

test("a question is put to members about a theme", async () => {
  await page.getByRole("button", { name: "Begin a discussion" }).click();
  await page.getByRole("textbox", { name: "Question" }).fill(QUESTION);
  await page.getByRole("combobox", { name: "About" }).selectOption({ label: "a theme" });
  await page.getByRole("combobox", { name: "Which" }).selectOption({ label: "Waiting as work" });
  await page.getByRole("checkbox", { name: "Marion" }).uncheck();
  assert.deepEqual(await faults(page), []);
  await page.getByRole("button", { name: "Ask them" }).click();
  await said("The discussion is begun.");
  await here().getByText("About: Waiting as work · positions are being written").waitFor();
  await here().getByText("Nobody has handed in yet. Not yet:", { exact: false }).waitFor();
});

test("who is asked is changed while positions are being written, and the overview says whose position is asked for", async () => {
  await here().getByText("Who is asked").click();
  await here().getByRole("combobox", { name: "Ask somebody else too" }).selectOption({ label: "Marion" });
  await here().getByRole("button", { name: "Ask", exact: true }).click();
  await said("Marion is asked for a position.");
  await here().getByRole("button", { name: "Ask no more: Marion" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "discussion-asked");
  await here().getByRole("button", { name: "Ask no more: Marion" }).click();
  await said("Marion is asked no more.");
  await page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: "Overview" }).click();
  const item = page.getByRole("listitem").filter({ hasText: "Your position is asked for:" });
  await item.getByRole("link", { name: QUESTION }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "discussion-overview");
  await item.getByRole("link", { name: QUESTION }).click();
  await page.waitForFunction((question) => document.activeElement?.textContent === question, QUESTION);
});

test("a position is kept as it is written, and what others hold is not told before all are shown", async () => {
  const mine = here().getByRole("textbox", { name: "Your position" });
  await mine.fill("It is work, and nobody counts it.");
  await here().getByText("Kept.", { exact: true }).waitFor();
  await page.reload();
  await mine.waitFor();
  assert.equal(await mine.inputValue(), "It is work, and nobody counts it.");
  bench.run("discuss", bench.study, "write", QUESTION, "Waiting is what was done to us.", "--hand-in", "--as", "Tom");
  await here().getByText("Handed in: Tom. Not yet: Ines.").waitFor();
  const told = await page.evaluate(async () => {
    const answer = await fetch("/api/ask/discussions", { method: "POST", headers: { "x-crosscase": "1", "content-type": "application/json" }, body: "{}" });
    return answer.text();
  });
  assert.ok(told.includes("It is work") && !told.includes("what was done to us"));
  assert.deepEqual(await faults(page), []);
  await picture(page, "discussion-writing");
});

test("shown together, with an outcome, and dissent beside it", async () => {
  await here().getByLabel("Not handed in yet: Ines.", { exact: false }).waitFor();
  await here().getByRole("button", { name: "Hand in", exact: true }).click();
  await said("Handed in. It is shown with the others’.");
  await here().getByRole("button", { name: "Show all positions together" }).click();
  await said("The positions are shown to everybody.");
  await here().getByText("Waiting is what was done to us.").waitFor();
  await here().getByRole("textbox", { name: "What came of it" }).fill("It stays a subtheme.");
  await here().getByRole("button", { name: "Close with this outcome" }).click();
  await said("The discussion is closed with its outcome.");
  await here().getByRole("textbox", { name: /^If you disagree/u }).fill("It should stand alone.");
  await here().getByRole("button", { name: "Keep it as a minority reading" }).click();
  await here().getByRole("heading", { name: "Minority reading: Ines disagrees" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "discussion-closed");
});

test("at 320 pixels and in the dark nothing has to be scrolled sideways", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 320, height: 720 });
  await here().scrollIntoViewIfNeeded();
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok((wide ?? 0) <= (room ?? 0), `${wide} > ${room}`);
  assert.deepEqual(await faults(page), []);
  await picture(page, "discussions-narrow");
  await page.setViewportSize({ width: 1360, height: 860 });
  await page.emulateMedia({ colorScheme: "light" });
});

test("a discussion is begun from a theme, a code and a comparison, about that thing", async () => {
  await page.goto(new URL("/themes", bench.address).href);
  await page.getByRole("link", { name: "Waiting as work" }).click();
  const about = page.locator(".discussing");
  await about.getByRole("link", { name: QUESTION }).waitFor();
  assert.deepEqual(await faults(page), []);
  await about.getByRole("link", { name: "Begin a discussion about this" }).click();
  await page.getByRole("textbox", { name: "Question" }).fill("Is it waiting, or being kept waiting?");
  assert.equal(await page.getByRole("combobox", { name: "Which" }).evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.textContent), "Waiting as work");
  await page.getByRole("button", { name: "Ask them" }).click();
  await said("The discussion is begun.");
  await page.waitForFunction(() => document.activeElement?.textContent === "Is it waiting, or being kept waiting?");
  await page.goto(new URL("/codebook", bench.address).href);
  await page.getByRole("row", { name: "Supervision", exact: true }).click();
  await page.locator(".discussing").getByRole("link", { name: "Begin a discussion about this" }).click();
  assert.match(await page.getByRole("combobox", { name: "Which" }).evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.textContent ?? ""), /Supervision$/u);
  await page.goto(new URL("/bench/far", bench.address).href);
  await page.locator("table.far").getByRole("button", { name: /^[1-9]\d* (?:Same|Extends|Split|New|Negative|Undecided) for/u }).first().click();
  await page.locator(".bench-one .discussing").first().getByRole("link", { name: "Begin a discussion about this" }).click();
  await page.getByRole("textbox", { name: "Question" }).fill("Are these the same?");
  assert.deepEqual(await faults(page), []);
  await page.getByRole("button", { name: "Ask them" }).click();
  await page.getByText("About: a comparison on the bench · positions are being written").waitFor();
});

test("a theme with open negative cases is called final only for a reason", async () => {
  await page.getByRole("link", { name: "Board" }).click();
  await page.getByRole("link", { name: "Slowness as safety" }).click();
  await page.getByText(/to look at, [1-9]\d* open/u).waitFor();
  await page.getByRole("button", { name: "Call it final" }).click();
  await page.getByText("Open negative cases:", { exact: false }).waitFor();
  const final = page.locator("form.settle").getByRole("button", { name: "Call it final" });
  assert.equal(await final.isDisabled(), true);
  await page.getByRole("textbox", { name: "Why it is final" }).fill("They are in the boundary now.");
  assert.deepEqual(await faults(page), []);
  await picture(page, "theme-final");
  await final.click();
  await said("Slowness as safety is final now.");
  await page.getByRole("button", { name: "Make it a candidate again" }).waitFor();
});

test("nothing was asked of anybody else, and the browser had nothing to complain of", () => {
  assert.deepEqual([...bench.asked], [new URL(bench.address).host]);
  assert.deepEqual(bench.complaints, []);
});
