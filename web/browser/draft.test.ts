/** Findings › Draft: read with its margin, written and kept, referred to the data, proposals decided, printed and looked at. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/findings/draft");
  page.setDefaultTimeout(15_000);
});
after(async () => {
  await bench.close();
});

const { said } = hands(() => page);
const field = () => page.getByRole("textbox", { name: "Text of the draft" });
const margin = () => page.getByRole("list", { name: "Beside the text" });
const beside = (title: RegExp) => margin().getByRole("listitem").filter({ hasText: title });
const kept = () => page.getByRole("status").filter({ hasText: /^Saved\.$/u }).first().waitFor();

test("beside each line stands what it refers to, and what has become of that", async () => {
  await page.getByText(/^References: 9\. To look at: 3\. Sentences that say how many and are bound to nothing: 2\.$/u).waitFor();
  await beside(/Claim: contradicted/u).getByText(/10 of 10 cases\. What “Slowness as safety” says was changed since it was signed off\./u).waitFor();
  await beside(/Since you looked:/u).getByText(/“bothered” became “troubled”/u).waitFor();
  await beside(/Typed quotation: altered/u).getByText(/“team manager” became “the Director”/u).waitFor();
  await beside(/Bound to nothing: Most peer workers/u).waitFor();
  assert.equal(await beside(/Quotation: exact/u).count(), 2);
  assert.deepEqual(await faults(page), []);
  await picture(page, "draft");
});

test("what stands beside leads to its place, shows what it prints, and opens where it was said", async () => {
  const one = beside(/Quotation: as declared/u);
  await one.getByRole("button", { name: /^What it prints/u }).click();
  await one.getByText(/She's got it in an envelope, with my number on/u).waitFor();
  await one.getByRole("button", { name: /Go to it in the text$/u }).click();
  const chosen = await field().evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  assert.match(chosen, /^\{quote:[0-9a-f]{12}\}$/u);
  assert.match((await one.getByRole("link", { name: /where it was said/u }).getAttribute("href")) ?? "", /^\/read\/[0-9a-f]{32}\?from=/u);
});

test("what is written is kept by itself, and read while it is written", async () => {
  await field().press("ControlOrMeta+End");
  await field().pressSequentially("\nMost service users said so. {quotes:12}\n");
  await beside(/Bound to nothing: Most service users/u).waitFor();
  await beside(/Cannot be read/u).getByText(/Write \{quote:12\}\./u).waitFor();
  await kept();
  assert.deepEqual(await faults(page), []);
  await page.reload();
  await field().waitFor();
  assert.match(await field().inputValue(), /Most service users said so\. \{quotes:12\}\n$/u);
});

test("somebody else writes at the same time, and nothing of either is lost", async () => {
  const other = await bench.window("/findings/draft");
  const theirs = other.getByRole("textbox", { name: "Text of the draft" });
  await theirs.waitFor();
  const put = (area: HTMLTextAreaElement) => area.setSelectionRange(area.value.indexOf("## Findings") + 11, area.value.indexOf("## Findings") + 11);
  await theirs.evaluate(put);
  await theirs.pressSequentially(" here");
  await field().press("ControlOrMeta+End");
  await field().pressSequentially("\nA last line.\n");
  await theirs.blur();
  await kept();
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>(".sheet textarea")?.value.includes("## Findings here"));
  await other.waitForFunction(() => document.querySelector<HTMLTextAreaElement>(".sheet textarea")?.value.includes("A last line."));
  await other.close();
});

test("a reference is put in from a list where the text is written", async () => {
  await field().press("ControlOrMeta+End");
  await page.getByRole("button", { name: "Put a reference in" }).click();
  const dialog = page.getByRole("dialog", { name: "Put a reference in" });
  await dialog.getByRole("button", { name: /^Put in:/u }).first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "draft-put-in");
  await dialog.getByRole("combobox", { name: "What" }).selectOption("claim");
  await dialog.getByLabel("Search").fill("pay before");
  await dialog.getByRole("button", { name: "Put in: Many speak of pay before anybody asks." }).click();
  await said(/^Put in: \{claim:[0-9a-f]{12}\}$/u);
  assert.match(await field().inputValue(), /\{claim:[0-9a-f]{12}\}$/u);
  await beside(/Claim: no verdict/u).waitFor();
  await kept();
});

test("a proposal is taken with its references, another declined with the reason", async () => {
  const proposals = page.getByRole("region", { name: /^What co-authors propose/u });
  await proposals.getByRole("heading", { name: "What co-authors propose: 3 to decide" }).waitFor();
  const first = proposals.getByRole("article", { name: "Nell Abara changes a paragraph" }).first();
  assert.equal(await first.locator("ins").innerText(), "several ");
  assert.deepEqual(await faults(page), []);
  await picture(page, "draft-proposals");
  await first.getByRole("button", { name: /^Take/u }).click();
  await said("Taken: Nell Abara changes a paragraph.");
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>(".sheet textarea")?.value.includes("several people told more"));
  const comment = proposals.getByRole("article", { name: "Nell Abara comments" });
  await comment.getByText("On: “the Director”").waitFor();
  await comment.getByLabel("Why").fill("Heard again, she is right.");
  await comment.getByRole("button", { name: /^Heeded/u }).click();
  await proposals.getByRole("heading", { name: "What co-authors propose: 1 to decide" }).waitFor();
  await proposals.getByRole("button", { name: /^Decline/u }).click();
  await proposals.getByRole("heading", { name: "What co-authors propose: 0 to decide" }).waitFor();
  await proposals.getByLabel(/^Show those that were decided/u).check();
  await proposals.getByText("Taken by Ines. Heard again, she is right.").waitFor();
});

test("it is looked over, looked at as it will be printed, and printed", async () => {
  await page.getByRole("button", { name: "I have looked it over" }).click();
  await said("Looked over. What changes from here on is told as change.");
  await beside(/Since you looked:/u).waitFor({ state: "detached" });
  const print = page.getByRole("region", { name: "Print it" });
  await print.getByRole("button", { name: "Look at it here" }).click();
  const shown = page.frameLocator(".frames iframe");
  await shown.getByText(/people told more/u).waitFor({ timeout: 40_000 });
  await shown.getByText(/Every organisation lives with forms and paperwork \(10 of 10 cases\)\./u).waitFor();
  await print.getByRole("button", { name: "Print", exact: true }).click();
  const link = print.getByRole("link", { name: /\.docx$/u });
  await link.waitFor({ timeout: 40_000 });
  assert.deepEqual(await faults(page), []);
  const file = await page.request.get(new URL((await link.getAttribute("href")) ?? "", page.url()).href);
  await page.getByLabel("Take in a Word file that came back").setInputFiles({ name: "back.docx", mimeType: "application/octet-stream", buffer: await file.body() });
  await said("Nothing was changed or commented in this file.");
});

test("it is read on a narrow screen, in the dark, and by keys alone", async () => {
  await page.setViewportSize({ width: 320, height: 720 });
  await page.emulateMedia({ colorScheme: "dark" });
  assert.equal(await page.evaluate(() => document.querySelector(".page")?.scrollWidth === document.querySelector(".page")?.clientWidth), true);
  assert.deepEqual(await faults(page), []);
  await picture(page, "draft-narrow-dark");
  await page.setViewportSize({ width: 1280, height: 800 });
  await field().focus();
  await page.keyboard.press("Tab");
  assert.match((await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))) ?? "", /Go to it in the text$/u);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "TEXTAREA");
  await page.emulateMedia({ colorScheme: "light" });
});

test("a draft is begun and removed", async () => {
  await page.getByLabel("Name of a new draft").fill("Second");
  await page.getByRole("button", { name: "Begin a draft" }).click();
  await said("Begun: Second.");
  await page.getByRole("heading", { name: "Second" }).waitFor();
  assert.equal(await field().inputValue(), "");
  await page.getByText("Literature and style").click();
  await page.getByRole("button", { name: "Remove the draft" }).click();
  await page.getByRole("button", { name: "Remove it", exact: true }).click();
  await said("Removed: Second.");
});
