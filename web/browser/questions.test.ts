/** What was asked: guides and questionnaires, topics with their codes, and turns mapped to the questions they ask, all by keyboard. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/");
  page.setDefaultTimeout(12_000);
});
after(async () => {
  await bench.close();
});

const { press, said } = hands(() => page);
const go = (path: string) => page.goto(new URL(path, bench.address).href);

test("guides and questionnaires stand with their questions, topics, turns and answers", async () => {
  await page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: "Questions", exact: true }).click();
  const guide = page.getByRole("table", { name: "Questions of Interview guide 1" });
  assert.match(await guide.getByRole("row", { name: /^T8/u }).innerText(), /T8\s+How are pay, hours and contracts arranged\?\s+pay, hours, contracts\s+10/u);
  assert.match(await page.getByRole("table", { name: "Questions of Part A 1" }).getByRole("row", { name: /^A7/u }).innerText(), /several of several\s+my manager · a supervisor/u);
  assert.deepEqual(await faults(page), []);
  await picture(page, "questions-guides");
});

test("a new version begins with the same questions; one is reworded, moved and removed, and an answered one is not", async () => {
  await page.getByRole("button", { name: "New version of Interview guide 1" }).click();
  await page.getByRole("dialog").getByLabel("Version").fill("2");
  await press("Enter");
  await said("Saved Interview guide 2.");
  const table = page.getByRole("table", { name: "Questions of Interview guide 2" });
  await table.getByRole("row", { name: /^T8/u }).waitFor();
  await table.getByRole("button", { name: /^Change T1 /u }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Question", exact: true }).fill("What did yesterday look like for you here?");
  await dialog.getByRole("combobox", { name: "Topic" }).selectOption({ label: "a new topic …" });
  await dialog.getByRole("textbox", { name: "Topic" }).fill("yesterday");
  assert.deepEqual(await faults(page), []);
  await picture(page, "questions-form");
  await dialog.getByRole("button", { name: "Save" }).click();
  await table.getByRole("row", { name: /T1 What did yesterday look like for you here\? yesterday/u }).waitFor();
  await table.getByRole("button", { name: /^Move T1 .* down$/u }).click();
  await said(/is now 2 of 8\.$/u);
  await page.waitForFunction(() => document.querySelectorAll("table")[1]?.querySelector("tbody td")?.textContent === "T2");
  await table.getByRole("button", { name: /^Remove T1 /u }).click();
  await said(/^Removed T1/u);
  await page.getByRole("button", { name: /^Remove A1 /u }).click();
  await said(/Take the answers back first.*Nothing was changed/u);
  await page.getByRole("button", { name: "Remove Interview guide 2" }).click();
  await table.waitFor({ state: "detached" });
});

test("an item with options is added to a questionnaire", async () => {
  await page.getByRole("button", { name: "Add an item to Part A 1" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Number" }).fill("A9");
  await dialog.getByRole("textbox", { name: "Question", exact: true }).fill("I would do this work again.");
  assert.ok(await dialog.getByRole("button", { name: "Save" }).isDisabled());
  await dialog.getByLabel(/^Steps, one a line/u).fill("no\nperhaps\nyes");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("row", { name: /A9 I would do this work again\. no topic on a scale\s*no · perhaps · yes/u }).waitFor();
});

test("a topic is linked to a code, which tells what was asked from what emerged, and unlinked", async () => {
  await page.getByRole("link", { name: "Topics", exact: true }).click();
  const row = page.getByRole("row", { name: /^what risk means and who decides/u });
  await row.getByRole("button", { name: /^Link a code/u }).click();
  await page.getByRole("dialog").getByRole("combobox").fill("Words for risk");
  await press("Enter");
  await said(/Words for risk is asked under what risk means/u);
  await row.getByText("Words for risk").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "questions-topics");
  await go("/compare/emerged");
  await page.getByText(/^4 of 18 are linked to a topic/u).waitFor();
  await go("/questions/topics");
  await row.getByRole("button", { name: /^Unlink .*Words for risk/u }).click();
  await said(/is no longer linked/u);
  await page.getByRole("button", { name: "Remove what risk means and who decides" }).click();
  await page.getByRole("dialog").getByText(/^Something is about this topic/u).waitFor();
  assert.ok(await page.getByRole("dialog").getByRole("button", { name: "Save" }).isDisabled());
  await press("Escape");
});

test("turns stand beside the questions they seem to ask; by keys one is accepted, one corrected, one taken away", async () => {
  await page.getByRole("link", { name: "Turns and their questions" }).click();
  const sources = page.getByRole("table", { name: "Sources, and how far their turns are mapped" });
  await sources.getByRole("row", { name: /^ALDMA01.* 6 of \d+$/u }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "questions-sources");
  await sources.getByRole("link", { name: "BRKPW01" }).click();
  const gone = page.getByText(/turns that can ask something are mapped\./u);
  const before = Number(/^(\d+) of/u.exec(await gone.innerText())?.[1]);
  await page.getByRole("combobox", { name: "Show", exact: true }).selectOption("proposed");
  const turns = page.locator(".one-turn");
  await turns.first().getByText("score 0.50, says 4 of its 7 words").waitFor();
  assert.equal(await turns.count(), 2);
  assert.deepEqual(await faults(page), []);
  await picture(page, "questions-turns");
  await turns.first().focus();
  await press("ArrowDown");
  await page.waitForFunction(() => document.activeElement?.textContent.includes("Did you want to do it"));
  await press("Enter");
  await said(/^“Did you want to do it.*asks T6/u);
  await page.getByText(`${before + 1} of`, { exact: false }).first().waitFor();
  // What was accepted left the list; the focus is on what is left of it.
  await page.waitForFunction(() => document.activeElement?.matches(".one-turn") === true && document.activeElement.textContent.includes("What are you supposed to do"));
  await press("ArrowRight");
  await page.waitForFunction(() => document.activeElement?.matches(".by-hand"));
  await page.locator(".by-hand").first().selectOption({ label: "T1 What does a usual day look like for you here?" });
  await press("Enter");
  await said(/^“What are you supposed to do\?” asks T1/u);
  await page.getByText("There are no proposals left here from this score on.").waitFor();
  await page.getByRole("combobox", { name: "Show", exact: true }).selectOption("all");
  const corrected = turns.filter({ hasText: "What are you supposed to do?" });
  await corrected.focus();
  await press("Delete");
  await said(/asks no question any more/u);
  await corrected.getByRole("button", { name: /^Accept T6/u }).waitFor();
  assert.deepEqual(await faults(page), []);
});

test("the guide of one meeting is said beside its source, and of many from the guide, as one act", async () => {
  await go("/questions/turns");
  const select = page.getByRole("combobox", { name: "The guide that BRKPW01 was held with" });
  await select.focus();
  await select.selectOption("Interview guide 1");
  await press("Enter");
  await said("BRKPW01 was held with Interview guide 1.");
  assert.deepEqual(await faults(page), []);
  await go("/questions/guides");
  await page.getByRole("button", { name: "Say which interviews were held with Interview guide 1" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Find a meeting, by name, case or date").fill("BRKPW01");
  assert.ok(await dialog.getByRole("checkbox", { name: /^BRKPW01/u }).first().isChecked());
  await dialog.getByLabel("Find a meeting, by name, case or date").fill("BRK");
  await dialog.getByRole("button", { name: "Tick those without a guide" }).click();
  assert.deepEqual(await faults(page), []);
  await picture(page, "questions-held");
  await dialog.getByRole("button", { name: "Save" }).click();
  await said(/^Held with Interview guide 1: \d+ interviews changed\.$/u);
  await go("/questions/turns/");
  await page.waitForFunction(() => [...document.querySelectorAll("select")].filter((one) => one.getAttribute("aria-label")?.includes("BRK")).every((one) => one.selectedOptions[0]?.textContent === "Interview guide 1"));
  await page.getByRole("link", { name: "BRKPW01" }).click();
  await page.getByRole("combobox", { name: "Show", exact: true }).selectOption("all");
  await page.locator(".one-turn").first().waitFor();
});

test("where somebody declined is said beside the question", async () => {
  const box = page.getByRole("checkbox", { name: /declined to answer$/u }).first();
  await box.click();
  await said(/was asked and declined\.$/u);
  await box.click();
  await said(/did not decline\.$/u);
});

test("answers are written in like a sheet: a step, an outcome, what does not fit is said, and a cell is taken back", async () => {
  await page.getByRole("link", { name: "Answers", exact: true }).click();
  const grid = page.getByRole("grid", { name: "Answers" });
  const row = grid.getByRole("row", { name: /^ALDCO01/u });
  await row.waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "questions-answers");
  const cell = row.getByRole("gridcell").nth(0);
  await cell.click();
  await press("F2");
  await page.getByRole("combobox", { name: /^A1 /u }).fill("certainly");
  await page.getByText(/does not fit; it takes/u).first().waitFor();
  await page.getByRole("combobox", { name: /^A1 /u }).fill("(declined)");
  assert.deepEqual(await faults(page), []);
  await press("Enter");
  await said("ALDCO01, A1: (declined).");
  await grid.getByRole("row", { name: /^ALDCO01 \(declined\)/u }).waitFor();
  await cell.click();
  await press("Delete");
  await said("Answers taken back: 1.");
  await grid.getByRole("row", { name: /^ALDCO01 [^(]/u }).waitFor();
});

test("a file of answers is looked at, corrected and taken in as one act; what would be refused says why", async () => {
  const file = join(bench.folder, "part-a.csv");
  writeFileSync(file, "participant,A1,told_boss,A7_2,shoes\nALDCO01,agree,1,2,44\nNOBODY1,agree,2,2,40\nBRKPW01,certainly,2,1,\n");
  await page.getByRole("link", { name: "Take answers in from a file" }).click();
  await page.getByLabel("The file with the answers").waitFor({ state: "attached" });
  assert.deepEqual(await faults(page), []);
  await page.getByLabel("The file with the answers").setInputFiles(file);
  await page.getByText("row 3: there is no participant 'NOBODY1' in this study").waitFor();
  await page.getByText(/row 4, column 'A1': BRKPW01: 'certainly' does not fit/u).waitFor();
  await page.getByText(/column 'A7_2': '2' does not fit; it takes yes or no/u).first().waitFor();
  assert.ok(await page.getByRole("button", { name: /^Take in/u }).isDisabled());
  assert.deepEqual(await faults(page), []);
  await picture(page, "questions-answer-file");
  await page.getByLabel("What the column told_boss is").selectOption({ label: "A7, only the option: my manager" });
  await page.getByRole("heading", { name: "How the file is read" }).click();
  await page.getByLabel(/^What says that it was not/u).fill("2");
  await page.getByLabel("Codes that mean: declined").fill("certainly");
  await page.getByRole("checkbox", { name: /^Leave out the rows/u }).check();
  await page.getByText(/^Would write \d+ answers/u).waitFor();
  await page.getByRole("heading", { name: /^Rows and whose they are/u }).click();
  await page.getByRole("row", { name: /NOBODY1.*nobody of this name/u }).waitFor();
  await page.getByRole("heading", { name: /^Answers that would take the place/u }).click();
  await page.getByRole("row", { name: /^BRKPW01 A1 .* \(declined\)$/u }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "questions-answer-file-ready");
  await page.setViewportSize({ width: 320, height: 720 });
  const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok((wide ?? 0) <= (there ?? 0), `${wide} > ${there}`);
  await picture(page, "questions-answer-file-narrow");
  await page.setViewportSize({ width: 1360, height: 860 });
  await page.getByLabel(/^Reason/u).fill("part A came back");
  await page.getByRole("button", { name: /^Take in \d+ answers$/u }).click();
  await said(/^Answers written from part-a\.csv/u);
  await page.getByRole("row", { name: /^ALDCO01 agree .*my manager/u }).waitFor();
});

test("at 320 pixels, and in the dark, nothing is lost", async () => {
  await page.setViewportSize({ width: 320, height: 720 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  for (const path of ["questions/guides", "questions/topics", "questions/turns", "questions/answers"]) {
    await go(`/${path}`);
    await page.locator(path.endsWith("answers") ? "[role=grid] [role=rowheader]" : "table tbody th").first().waitFor();
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok((wide ?? 0) <= (there ?? 0), `${path}: ${wide} > ${there}`);
    assert.deepEqual(await faults(page), []);
    await picture(page, `${path.replace("/", "-")}-narrow`);
  }
  await go("/questions/turns");
  await page.getByRole("link", { name: "BRKPW01" }).click();
  await page.locator(".one-turn").first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "questions-turns-narrow");
  await page.locator(".one-turn").nth(2).scrollIntoViewIfNeeded();
  await picture(page, "questions-turns-narrow-list");
  await page.setViewportSize({ width: 1360, height: 860 });
  await picture(page, "questions-turns-dark");
  await page.emulateMedia({ colorScheme: "light" });
});

test("nothing was asked of anybody else, and the browser had nothing to complain of", () => {
  assert.deepEqual([...bench.asked].filter((host) => host !== ""), [new URL(bench.address).host]);
  // That an answered item cannot be removed, and that an answer does not fit, was asked for and answered with words.
  assert.deepEqual(bench.complaints.filter((one) => !/ 4(?:09|22) /u.test(one)), []);
});
