/** Configurational analysis: switched on with a reason, scores with reasons and words, contradictory rows with their cases side by side, all solutions. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/compare/configurations");
  page.setDefaultTimeout(15_000);
});
after(async () => {
  await bench.close();
});

const { said, press } = hands(() => page);
const part = (name: string) => page.getByRole("group", { name: "What of it" }).getByRole("button", { name });
const opened = () => page.getByRole("complementary");

test("sets are told with their anchors and why there, and a score opens to its reason and its words", async () => {
  await page.getByRole("heading", { name: "Held where it arose" }).waitFor();
  await page.getByText(/^Why this design: The themes tell how a worry is held/u).waitFor();
  const posts = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "POSTS" }) });
  assert.match(await posts.innerText(), /Fully in at \d+/u);
  assert.deepEqual(await faults(page), []);
  await picture(page, "qca");
  await page.getByRole("button", { name: /^BRK in HELD: 0\.30/u }).click();
  await opened().getByText("Written by Tom.").waitFor();
  await opened().locator("blockquote, .covered").nth(1).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "qca-score");
});

test("a score needs its reason, is kept with it, and is taken away again", async () => {
  await opened().getByRole("textbox", { name: "Score, 0 to 1" }).fill("1.4");
  await opened().getByRole("button", { name: "Keep the score" }).click();
  await said(/is no membership/u);
  await opened().getByRole("textbox", { name: "Score, 0 to 1" }).fill("0.4");
  await opened().getByRole("textbox", { name: "Why" }).fill("Half of it now, half at the bed.");
  await opened().getByRole("button", { name: "Keep the score" }).click();
  await said("Kept: BRK in HELD.");
  await page.getByRole("button", { name: /^BRK in HELD: 0\.40/u }).waitFor();
  await page.getByRole("button", { name: /^Undo/u }).click();
  await page.getByRole("button", { name: /^BRK in HELD: 0\.30/u }).waitFor();
  await press("Escape");
});

test("a contradictory row says so and opens its cases side by side", async () => {
  await part("Truth table").click();
  await page.getByText(/^Contradictory: some of its cases have the outcome/u).waitFor();
  const row = page.getByRole("row").filter({ has: page.getByText("contradictory", { exact: true }) });
  assert.match(await row.innerText(), /~LED\*POSTS\*SUPERVISED.*DUN, ELM.*HAZ/su);
  await row.getByRole("button", { name: /^Open ~LED/u }).click();
  const beside = opened().getByRole("table", { name: "Scores and reasons of these cases, side by side" });
  await beside.waitFor();
  assert.deepEqual((await beside.getByRole("columnheader").allInnerTexts()).slice(1), ["DUN", "ELM", "HAZ"]);
  await opened().locator("blockquote, .covered").first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "qca-truth");
});

test("necessity, the three solutions with all models, and what they depend on", async () => {
  await part("Necessity").click();
  assert.match(await page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "POSTS", exact: true }) }).innerText(), /0\.911\s+0\.815\s+0\.803\s+may be called necessary/u);
  assert.deepEqual(await faults(page), []);
  await part("Solutions").click();
  for (const nature of ["Conservative", "Intermediate", "Parsimonious"]) await page.getByRole("heading", { name: nature }).waitFor();
  await page.getByRole("article", { name: "LED*POSTS*~SUPERVISED + ~LED*POSTS*SUPERVISED" }).first().waitFor();
  await page.getByText("HAZ (without the outcome)").first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "qca-solutions");
  await part("What it depends on").click();
  await page.getByRole("rowheader", { name: "consistency cut" }).waitFor();
  await page.getByRole("table", { name: "The solution without each case" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "qca-sensitivity");
});

test("cuts are tried, and become the study's with a reason", async () => {
  await part("Truth table").click();
  await page.getByLabel("From consistency").fill("0.9");
  await page.getByText(/^These cuts are tried here only/u).waitFor();
  await page.getByRole("row").filter({ hasText: "~LED*POSTS*SUPERVISED" }).getByRole("cell", { name: /^0/u }).first().waitFor();
  const keep = page.getByRole("button", { name: "Make these cuts the study’s" });
  assert.ok(await keep.isDisabled());
  await page.getByLabel("Why there").fill("A stricter cut leaves HAZ out.");
  await keep.click();
  await said("Kept. The reason is printed with the table.");
  await page.getByText("Cut at consistency 0.9; a row needs so many cases: 1. Why there: A stricter cut leaves HAZ out.").waitFor();
  await page.getByRole("button", { name: /^Undo/u }).click();
});

test("in the dark and on a narrow screen nothing is lost", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(new URL("/compare/configurations?part=truth", bench.address).href);
  await page.getByRole("table").first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "qca-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 320, height: 800 });
  for (const name of ["", "truth", "solutions", "sensitivity"]) {
    await page.goto(new URL(`/compare/configurations?part=${name}`, bench.address).href);
    await page.getByRole("table").first().waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, name);
    assert.deepEqual(await faults(page), []);
    await picture(page, `qca-narrow-${name}`);
  }
  await page.setViewportSize({ width: 1360, height: 860 });
});

test("it is offered only after switching it on with a reason; then sets are defined, and what does not fit is refused", async () => {
  await page.evaluate(async () => {
    const headers = { "x-crosscase": "1", "content-type": "application/json" };
    const ask = (path: string, body: unknown) => fetch(path, { method: "POST", headers, body: JSON.stringify(body) }).then((answer) => answer.json() as Promise<{ configurations: { id: string }[] }>);
    const found = await ask("/api/ask/configurations", {});
    for (const one of found.configurations) await ask("/api/acts/configuration.remove", { configuration: one.id });
  });
  await page.goto(new URL("/compare/configurations", bench.address).href);
  await page.getByRole("heading", { name: "Configurational analysis is not switched on in this study" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "qca-off");
  const begin = page.getByRole("button", { name: "Begin a configurational analysis" });
  assert.ok(await begin.isDisabled());
  await page.getByLabel("Its name").fill("Staying");
  await page.getByLabel("Why this design answers your question").fill("We ask which conditions together keep peers in post.");
  await begin.click();
  await said(/^Begun: Staying\./u);
  await page.getByRole("button", { name: "Add a set" }).click();
  const form = page.getByRole("form", { name: "Add a set" });
  await form.getByLabel("Its name, as solutions write it").fill("LED");
  await form.getByRole("combobox", { name: "It is" }).selectOption("condition");
  await form.getByRole("combobox", { name: "A score comes from" }).selectOption("attribute");
  await form.getByRole("combobox", { name: "Attribute" }).selectOption({ label: "peer-led" });
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await said(/holds no numbers: make the set crisp and name the values that are in/u);
  await form.getByRole("combobox", { name: "Cases belong" }).selectOption("crisp");
  await form.getByRole("checkbox", { name: "yes", exact: true }).check();
  assert.deepEqual(await faults(page), []);
  await picture(page, "qca-set");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await said("Added: LED.");
  await page.getByRole("button", { name: "GOR in LED: 1.00" }).waitFor();
  await part("Truth table").click();
  await page.getByRole("heading", { name: "It cannot be computed yet" }).waitFor();
  assert.deepEqual(await faults(page), []);
});
