/** The comparison bench in a real browser: pairs decided with keys alone, codes split, how far it has gone, what a category is made of. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;
const STORY = "Telling one's own story";

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/bench");
  page.setDefaultTimeout(12_000);
});
after(async () => {
  await bench.close();
});

const { press, said } = hands(() => page);
const choice = (name: string | RegExp) => page.getByRole("combobox", { name, exact: true });
const why = () => page.locator(".bench-top").innerText();
/** Do something, and wait until another pair stands there with the focus on it. */
const another = async (doing: () => Promise<void>) => {
  const words = await page.locator(".bench-pair").first().innerText();
  await doing();
  await page.waitForFunction((before) => document.querySelector<HTMLElement>(".bench-pair")?.innerText !== before && document.activeElement?.classList.contains("bench-top"), words);
};

test("a category and a rule put two passages before one, with who said them, of which case and role, and what stands around", async () => {
  await page.getByText("Choose a category above.").waitFor();
  assert.deepEqual(await faults(page), []);
  await choice("Category").selectOption({ label: STORY });
  await page.locator(".bench-side").nth(1).waitFor();
  await choice("Chosen by").selectOption({ label: "most different cases" });
  await page.getByText("Passages from cases that differ in most", { exact: false }).waitFor();
  await page.getByText(/of cases that differ most/u).first().waitFor();
  for (const side of await page.locator(".bench-side").all()) {
    assert.match(await side.locator("figcaption .who").innerText(), /^[A-Z]{3}.*, [A-Z]{3}$/u);
    assert.match(await side.innerText(), /Coded “Telling one's own story” by/u);
    await side.locator(".around").first().waitFor();
  }
  assert.match(page.url(), /category=[0-9a-f]{32}&rule=most/u);
  assert.deepEqual(await faults(page), []);
  await picture(page, "bench-pairs");
});

test("one key decides, the reason is written, the next pair stands there: without a mouse", async () => {
  const before = /(\d+) compared/u.exec(await page.getByText(/of this kind left/u).innerText())?.[1];
  await page.locator("main").focus();
  await press("1");
  await page.getByText("Both say the same.").waitFor();
  await page.keyboard.type("Both told on the stairs.");
  assert.equal(await page.getByRole("textbox", { name: "Why", exact: true }).inputValue(), "Both told on the stairs.");
  await another(() => press("Control+Enter"));
  await said("Decided: the same.");
  await page.getByText(`${Number(before) + 1} compared`, { exact: false }).waitFor();
  const first = await why();
  await another(() => press("n"));
  assert.notEqual(await why(), first);
});

test("a memo is written on what was decided", async () => {
  const last = page.locator(".bench-last");
  await last.getByText("Write a memo on it").click();
  await last.getByRole("textbox").fill("Stairs again. Is it the place?");
  await last.getByRole("button", { name: "Save memo", exact: true }).click();
  await last.getByRole("link", { name: /./u }).first().waitFor();
  assert.deepEqual(await faults(page), []);
});

test("a property is extended with a passage at an end, and is there for the next pair", async () => {
  await page.locator("main").focus();
  await press("2");
  await choice("Property").waitFor();
  await choice("Property").locator("option").nth(1).waitFor({ state: "attached" });
  assert.deepEqual(await choice("Property").locator("option").allInnerTexts(), ["a new one", "how many are told", "who it is for"]);
  await page.getByLabel("What it is called").fill("how loud");
  await page.getByLabel("One end is called").fill("under one's breath");
  await choice("At this end stands").selectOption({ index: 1 });
  await page.getByRole("textbox", { name: "Why", exact: true }).fill("One whispers it.");
  assert.deepEqual(await faults(page), []);
  await picture(page, "bench-extends");
  await another(() => press("Control+Enter"));
  await said("Decided: extends a property, which is written.");
  await press("2");
  await choice("Property").selectOption({ label: "how loud" });
  assert.equal(await page.getByLabel("One end is called").inputValue(), "under one's breath");
});

test("splitting makes the codes and moves the passages, as one act that is undone as one", async () => {
  await page.getByRole("button", { name: /^Split/u }).click();
  await page.getByLabel("Name of new code 1").fill("Told to a stranger");
  await page.getByRole("button", { name: "One more new code" }).click();
  await page.getByLabel("Name of new code 2").fill("Told to a friend");
  await choice(/^Where A: .* goes$/u).selectOption({ label: "goes to Told to a friend" });
  await page.getByRole("button", { name: "Go through the other passages of the category" }).click();
  await page.locator(".bench-form .quotation").nth(3).waitFor();
  await page.locator(".bench-form .quotation").filter({ has: page.locator(".goes") }).first().locator("select").selectOption({ label: "goes to Told to a stranger" });
  await page.getByText("3 passages go.").waitFor();
  await page.getByLabel("New codes lie under the category, not beside it").check();
  assert.deepEqual(await faults(page), []);
  await picture(page, "bench-split");
  await page.getByRole("button", { name: /^Decide/u }).click();
  await said("Decided: split. The new codes are made.");
  const book = () => page.evaluate(async () => ((await (await fetch("/api/codebook")).json()) as { codes: { path: string; codings: number }[] }).codes.filter((one) => one.path.includes("Told to")));
  assert.deepEqual((await book()).map((one) => [one.path.split(" / ").at(-1), one.codings]), [["Told to a stranger", 2], ["Told to a friend", 1]]);
  await page.locator("main").focus();
  const answered = page.waitForResponse((response) => response.url().includes("/api/undo"));
  await press("Control+z");
  assert.equal((await answered).status(), 200);
  assert.deepEqual(await book(), []);
});

test("a passage is set beside all of the category, and speaks against it", async () => {
  await choice("Compare").selectOption({ label: "a passage with all of it" });
  await page.getByRole("heading", { name: /^B: all of/u }).waitFor();
  await page.locator(".bench-side").nth(1).locator(".quotation").nth(2).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "bench-all");
  await page.locator("main").focus();
  await press("5");
  assert.equal(await page.getByRole("radio").count(), 1);
  await page.getByRole("textbox", { name: "Why", exact: true }).fill("Told by somebody else about her.");
  await another(() => press("Control+Enter"));
  await said("It is noted as a negative case.");
});

test("how far it has gone is a table whose numbers open, and says which cases were not compared; those can be, by hand", async () => {
  await page.getByRole("link", { name: "How far it has gone" }).click();
  const row = page.locator("table.far tr", { has: page.getByRole("link", { name: STORY, exact: true }) });
  await row.waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "bench-far");
  await row.getByRole("button", { name: /^2 Same for/u }).click();
  await page.getByText("Both told on the stairs.").waitFor();
  await page.getByText("Chosen by: most different cases, seed 1.").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), `${STORY}: Same`);
  assert.deepEqual(await faults(page), []);
  await press("Escape");
  assert.match((await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))) ?? "", /^2 Same for/u);
  await row.getByRole("button", { name: /pairs of cases compared for/u }).click();
  const which = page.locator("table.which");
  await which.waitFor();
  assert.ok((await which.getByText("compared", { exact: true }).count()) >= 4);
  assert.deepEqual(await faults(page), []);
  await picture(page, "bench-which");
  const link = which.getByRole("link").first();
  const [, one = "", other = ""] = /^(\w+) and (\w+):/u.exec((await link.getAttribute("aria-label")) ?? "") ?? [];
  await link.click();
  await page.getByRole("heading", { name: `A: ${one}` }).waitFor();
  await page.getByRole("heading", { name: `B: ${other}` }).waitFor();
  await page.getByText(/What was coded|Nothing was coded/u).first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "bench-cases");
  await page.locator("main").focus();
  await press("6");
  await page.keyboard.type("Too little at the second.");
  await press("Control+Enter");
  await said("Kept as undecided, with your reason.");
  await page.getByText("These two were compared before.", { exact: false }).waitFor();
});

test("what a category is made of: a passage at each end, a relation that rests on a passage", async () => {
  await page.getByRole("link", { name: "Properties and relations" }).click();
  await choice("Category").selectOption({ label: STORY });
  const loud = page.locator("article", { has: page.getByRole("heading", { name: /^how loud/u }) });
  await loud.getByText("No passage stands here yet", { exact: false }).waitFor();
  await loud.getByRole("button", { name: /^Choose the passage … at the end “the other end”/u }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^Take this one/u }).first().click();
  await said("The passage stands there now.");
  await loud.getByText("No passage stands here yet", { exact: false }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Another relation" }).click();
  await choice("Other category").selectOption({ label: "Carrying it home" });
  await choice(/^Of .*, this is$/u).selectOption({ label: "a consequence" });
  await page.getByRole("button", { name: "Choose the passage it rests on …" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^Take this one/u }).first().waitFor();
  assert.deepEqual(await faults(page), []);
  await page.getByRole("dialog").getByRole("button", { name: /^Take this one/u }).first().click();
  await said("Carrying it home is a consequence of Telling one's own story.");
  await page.getByRole("heading", { name: "Carrying it home is a consequence of Telling one's own story" }).waitFor();
  await page.getByRole("button", { name: /^Make it the core category/u }).click();
  await page.getByText(/^It is the core category of/u).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "bench-made");
  await page.getByRole("link", { name: "How far it has gone" }).click();
  await page.getByText(/is the core category of .*related to 1 of/u).waitFor();
});

test("at 320 pixels and in the dark nothing has to be scrolled sideways", async () => {
  const category = await page.getByRole("link", { name: STORY, exact: true }).getAttribute("href");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 320, height: 720 });
  for (const [name, path, there] of [["pairs", category ?? "", ".bench-side"], ["far", "/bench/far", "table"], ["made", (category ?? "").replace("/bench?", "/bench/made?"), "article"]] as const) {
    await page.goto(new URL(path, bench.address).href);
    await page.locator(there).first().waitFor();
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok((wide ?? 0) <= (room ?? 0), `${path}: ${wide} > ${room}`);
    assert.deepEqual(await faults(page), []);
    await picture(page, `bench-narrow-${name}`);
  }
});

test("nothing was asked of anybody else, and the browser had nothing to complain of", () => {
  assert.deepEqual([...bench.asked], [new URL(bench.address).host]);
  assert.deepEqual(bench.complaints, []);
});
