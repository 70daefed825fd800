/** Findings: claims are read, opened to their words, written with the answer while one writes, and told since one looked; guidelines are answered once for all. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/findings");
  page.setDefaultTimeout(12_000);
});
after(async () => {
  await bench.close();
});

const { said } = hands(() => page);
const claim = (sentence: string) => page.getByRole("article", { name: sentence });

test("the ledger says how every claim stands, in words and not by colour alone", async () => {
  await page.getByText(/^Claims: 9\. Shown: 1\. Contradicted: 2\.$/u).waitFor();
  assert.match(await claim("Every organisation lives with forms and paperwork.").innerText(), /Shown\s+10 of 10 cases\./u);
  assert.match(await claim("All organisations tell of force, seen or remembered.").innerText(), /Not shown\s+9 of 9 cases\. 1 not known yet/u);
  assert.match(await claim("Team managers seemed relieved to be asked.").innerText(), /No verdict\s+This claim rests on judgement\./u);
  assert.deepEqual(await faults(page), []);
  await picture(page, "findings");
});

test("what became of a claim since one looked is told with the acts behind it", async () => {
  const many = claim("Many speak of pay before anybody asks.");
  await many.getByText("40 of 43 → 40 of 40 participants, not known 48 → 51").waitFor();
  await many.getByText("Behind it").click();
  await many.getByRole("link", { name: /drew a link/u }).first().waitFor();
  await page.getByRole("button", { name: "I have looked at all of them" }).click();
  await said("Looked at. What changes from here on is told as change.");
  await page.getByText("All claims stand as they did when you looked at them.").waitFor();
});

test("a claim opens to whom it counts and to the words it rests on", async () => {
  const risk = claim("Only peer workers are read as a risk.");
  await risk.getByRole("button", { name: /^Who and which words/u }).click();
  await risk.getByRole("table", { name: "Whom it counts" }).waitFor();
  await risk.locator("blockquote, .covered").first().waitFor();
  assert.equal(await risk.getByRole("row").filter({ hasText: "not known yet" }).count(), 48);
  assert.deepEqual(await faults(page), []);
  await picture(page, "findings-opened");
  await risk.getByRole("button", { name: /^Who and which words/u }).click();
});

test("one sees how a finding would stand before it is written down, and what is wrong with it", async () => {
  const form = page.getByRole("form", { name: "Write a finding down" });
  await form.getByLabel("The sentence").fill("Worries are passed up everywhere.");
  await form.getByLabel("What is asked of each").fill("Passing it upp");
  await form.getByText(/There is no code 'Passing it upp'/u).waitFor();
  await form.getByLabel("What is asked of each").fill("\"Passing it up\"");
  await form.getByText(/It would stand so:.*Shown/u).waitFor();
  await form.getByLabel("It says of how many").selectOption("more in");
  await form.getByRole("combobox", { name: "Groups by" }).selectOption({ label: "sector" });
  await form.getByRole("combobox", { name: "Group", exact: true }).selectOption("public");
  await form.getByRole("combobox", { name: "Against group" }).selectOption("independent");
  await form.getByText(/public: \d+ of \d+; independent: \d+ of \d+/u).waitFor();
  assert.deepEqual(await faults(page), []);
  await form.getByLabel("It says of how many").selectOption("all");
  await form.getByRole("button", { name: "Write it down" }).click();
  await said("Written down: Worries are passed up everywhere.");
  await claim("Worries are passed up everywhere.").waitFor();
});

test("a claim is changed and taken out, and both are undone", async () => {
  const one = claim("Worries are passed up everywhere.");
  await one.getByRole("button", { name: /^Change/u }).click();
  const form = page.getByRole("form", { name: "Change the finding" });
  await form.getByLabel("It says of how many").selectOption("none");
  await form.getByRole("button", { name: "Keep the change" }).click();
  await one.getByText("Contradicted").first().waitFor();
  await one.getByRole("button", { name: /^Take out/u }).click();
  await said("Taken out of the findings: Worries are passed up everywhere.");
  await one.waitFor({ state: "detached" });
  await page.getByRole("button", { name: /^Undo/u }).click();
  await one.getByText("Contradicted").first().waitFor();
});

test("a vague word gets a meaning, and its claims a verdict", async () => {
  const many = claim("Many speak of pay before anybody asks.");
  const means = page.getByRole("region", { name: "What vague words mean here" });
  await means.getByLabel("Word").selectOption("many");
  await means.getByLabel("From percent").fill("30");
  await means.getByRole("button", { name: "Set" }).click();
  await said("“many” means 30 to 100 percent here.");
  await many.getByText(/^. Shown$/u).waitFor();
});

test("guidelines are answered once for every item that asks the same", async () => {
  await page.getByRole("link", { name: "Guidelines", exact: true }).click();
  await page.getByRole("heading", { name: "While setting up" }).waitFor();
  await page.getByLabel("Guideline").selectOption("SRQR");
  await page.getByLabel("Only what is missing").check();
  await page.getByRole("button", { name: "Answer: Credentials" }).click();
  await page.getByRole("textbox", { name: /^Which degrees/u }).fill("All three have degrees in social work.");
  await page.getByRole("button", { name: "Keep" }).click();
  await said("Answered: Credentials.");
  await page.getByLabel("Only what is missing").uncheck();
  const topic = page.getByRole("listitem").filter({ hasText: "For COREQ 2, SRQR 6" });
  await topic.getByText("All three have degrees in social work.").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "guidelines");
});

test("what nobody has answered yet stands on the overview, and in the settings what belongs to setting up", async () => {
  await page.goto(new URL("/", bench.address).href);
  const gaps = () => page.locator("section").filter({ has: page.getByRole("heading", { name: "For reporting guidelines" }) });
  await gaps().getByText("While setting up:").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "guidelines-overview");
  await page.goto(new URL("/study", bench.address).href);
  await gaps().getByText("What journals will ask about how the study was set up.", { exact: false }).waitFor();
  assert.equal(await gaps().getByText("Credentials").count(), 0);
  assert.deepEqual(await faults(page), []);
  await gaps().getByRole("link", { name: "Answer what is missing" }).click();
  await page.getByLabel("Only what is missing").waitFor();
  assert.ok(await page.getByLabel("Only what is missing").isChecked());
});

test("on a narrow screen nothing has to be scrolled sideways", async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(new URL("/findings", bench.address).href);
  await claim("Every organisation lives with forms and paperwork.").waitFor();
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  assert.deepEqual(await faults(page), []);
  await picture(page, "findings-narrow");
});
