/** A person asks the texts: by hand and written, in a scope; reads, codes, keeps and copies what was found. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  await bench.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await bench.window();
});
after(async () => {
  await bench.close();
});

const { said } = hands(() => page);
const heading = (words: RegExp) => page.locator("#found", { hasText: words }).waitFor();
const total = async () => Number(((await page.locator("#found").textContent()) ?? "").replace(/\D/gu, ""));
const field = () => page.getByRole("search").getByRole("searchbox");

test("the scope is told in a line, changed by keys, and its panel blocks nothing", async () => {
  await page.getByText("10 cases, 91 participants").waitFor();
  await page.getByRole("button", { name: "Change the scope" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: /^ALD/u }).focus();
  await page.keyboard.press("Space");
  await page.getByText("sector (of cases)").click();
  await page.getByText("ALD (cases: 1 of 10").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "scope");
  await page.getByRole("checkbox", { name: /^BRK/u }).focus();
  await page.keyboard.press("Space");
  await page.getByText("ALD, BRK (cases: 2 of 10").waitFor();
  await page.getByLabel(/as a set called/u).fill("first two");
  await page.getByRole("button", { name: "Keep the set" }).click();
  await said("as the set first two");
  await page.getByRole("checkbox", { name: /^BRK/u }).focus();
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Change the scope");
  await page.getByRole("button", { name: "Look at everything" }).click();
  await page.getByText("10 cases, 91 participants").waitFor();
});

test("words are looked for, and the scope narrows what is found", async () => {
  await page.getByRole("link", { name: "Retrieve" }).click();
  await page.getByRole("heading", { name: "Ask your texts something" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await field().fill("risk*");
  await field().press("Enter");
  await heading(/turns/u);
  await page.locator(".hit mark").first().waitFor();
  await page.getByText(/Said by \d+ of \d+ participants with a text; cases: \d+ of 10/u).waitFor();
  const everywhere = await total();
  await page.getByRole("button", { name: "Change the scope" }).click();
  await page.getByRole("checkbox", { name: /^ALD/u }).click();
  await page.getByText(/cases: \d+ of 1\./u).waitFor();
  assert.ok((await total()) < everywhere);
  await page.getByRole("button", { name: "Close the scope" }).click();
  await page.getByRole("button", { name: "Look at everything" }).click();
  await page.getByText(/cases: \d+ of 10\./u).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "retrieve-words");
});

test("what a content note lies on is covered until it is asked for", async () => {
  await field().fill('"pinned face down" OR "minding my slipper"');
  await field().press("Enter");
  const covered = page.locator(".quotation .covered").first();
  await covered.waitFor();
  await picture(page, "retrieve-covered");
  const before = await page.locator(".quotation .covered").count();
  await covered.getByRole("button", { name: /Show it/u }).click();
  await page.getByRole("button", { name: "Cover it again" }).waitFor();
  assert.equal(await page.locator(".quotation .covered").count(), before - 1);
  await page.getByRole("button", { name: "A word in its contexts" }).click();
  await field().fill("slipper");
  await field().press("Enter");
  await page.getByRole("table", { name: /in its contexts/u }).getByRole("button", { name: /Show it/u }).first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "retrieve-context");
});

test("a question put together by hand is the one that is written", async () => {
  await page.goto(new URL("/retrieve?look=words", bench.address).href);
  await page.getByText("Put it together by hand").click();
  await page.getByLabel("These words are said").fill("risk");
  await page.getByRole("button", { name: "Add a code … With all of these codes" }).click();
  await page.getByRole("combobox", { name: "Code" }).fill("passing");
  await page.keyboard.press("Enter");
  await page.getByLabel("Said by").selectOption("peer worker");
  assert.match(await field().inputValue(), /^risk AND code:"[^"]*Passing it up" AND role:"peer worker"$/u);
  await field().fill('trust AND case:"ALD"');
  assert.equal(await page.getByLabel("These words are said").inputValue(), "trust");
  assert.equal(await page.getByLabel("In the case").inputValue(), "ALD");
  assert.deepEqual(await faults(page), []);
  await picture(page, "retrieve-form");
  await field().fill("risk OR (trust");
  await page.getByText("more than this form can show").waitFor();
  await field().press("Enter");
  await page.getByRole("alert").getByText(/^The query/u).waitFor();
  assert.deepEqual(await faults(page), []);
});

test("passages are chosen, coded in one act, and uncoded by undo; all that was found waits to be reviewed", async () => {
  await page.getByRole("button", { name: "Where codes lie" }).click();
  await field().fill('"Passing it up"');
  await field().press("Enter");
  await heading(/passages/u);
  const found = await total();
  await page.getByLabel("Group by").selectOption("case");
  await page.getByRole("heading", { name: /^ALD/u }).waitFor();
  await page.getByRole("checkbox", { name: /^Choose:/u }).nth(0).click();
  await page.getByRole("checkbox", { name: /^Choose:/u }).nth(1).click();
  assert.deepEqual(await faults(page), []);
  await picture(page, "retrieve-codings");
  await page.getByRole("button", { name: "Put a code on them …" }).click();
  await page.getByRole("combobox", { name: "Code" }).fill("supervision");
  await page.keyboard.press("Enter");
  await said("2 passages coded with Supervision.");
  await page.getByRole("button", { name: /^Undo/u }).click();
  await said("Undone:");
  await page.getByRole("button", { name: "Code all as unreviewed …" }).click();
  await page.getByRole("combobox", { name: "Code" }).fill("to look at again");
  await page.keyboard.press("Enter");
  await said(`${found} codings with to look at again wait to be reviewed.`);
});

test("a quotation is copied with its identifier, unless consent forbids it, and opens in its place", async () => {
  await page.getByLabel("Group by").selectOption("nothing");
  const first = page.locator(".quotation").filter({ has: page.getByRole("button", { name: /^Copy with identifier/u }) }).first();
  const who = ((await first.locator(".who").textContent()) ?? "").split(",")[0] ?? "";
  await first.getByRole("button", { name: /^Copy with identifier/u }).click();
  await said("Copied.");
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), new RegExp(`^“.+” \\(${who}\\)`, "u"));
  bench.run("consent", bench.study, "set", who, "--verbatim", "no", "--as", "Ines");
  await first.getByRole("button", { name: /^Copy with identifier/u }).click();
  await said("Not copied:");
  await first.getByRole("button", { name: /^Codes on it/u }).click();
  await first.getByText(/Passing it up \(/u).first().waitFor();
  await first.getByRole("button", { name: /^More around it/u }).click();
  await first.locator(".around").first().waitFor();
  assert.deepEqual(await faults(page), []);
  await first.getByRole("link", { name: /^Open in the text/u }).click();
  await page.locator(".cc-transcript").waitFor();
  const { from, to } = Object.fromEntries(new URL(page.url()).searchParams);
  await page.waitForFunction((length) => Math.abs((getSelection()?.toString().length ?? 0) - length) < 12, Number(to) - Number(from));
  await page.goBack();
  await heading(/passages/u);
});

test("a question is kept under a name with its scope, and asked again", async () => {
  await page.getByLabel("Keep it under the name").fill("what goes up");
  await page.getByRole("button", { name: "Keep the question" }).click();
  await said("Kept as what goes up.");
  await page.goto(new URL("/retrieve", bench.address).href);
  await page.getByRole("link", { name: "what goes up" }).click();
  await heading(/passages/u);
  // What “together” means comes back with it.
  await page.getByText("Put it together by hand").click();
  await page.getByLabel("Together means within one").selectOption("participant");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByLabel("Keep it under the name").fill("what goes up");
  await page.getByRole("button", { name: "Keep the question" }).click();
  await page.locator(".kept", { hasText: "together within one participant" }).waitFor();
  await page.goto(new URL("/retrieve", bench.address).href);
  await page.getByRole("link", { name: "what goes up" }).click();
  await heading(/passages/u);
  await page.getByText("Put it together by hand").click();
  assert.equal(await page.getByLabel("Together means within one").inputValue(), "participant");
  await page.getByRole("button", { name: "Forget what goes up" }).click();
  await said("is forgotten");
});

test("dark, and at 320 pixels, nothing has to be scrolled sideways", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  assert.deepEqual(await faults(page), []);
  await picture(page, "retrieve-dark");
  await page.setViewportSize({ width: 320, height: 720 });
  await page.getByText("Put it together by hand").click();
  const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok((wide ?? 0) <= (there ?? 0), `${wide} > ${there}`);
  await picture(page, "retrieve-narrow");
});

test("the browser had nothing to complain of", () => {
  assert.deepEqual(bench.complaints.filter((one) => !/status of 422/u.test(one)), []);
});
