/** The codebook, worked on in a real browser: moved by drag and by keys, defined, exemplified, merged, split, retired. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/codebook");
  await row("Supervision").waitFor();
});
after(async () => {
  await bench.close();
});

const { said } = hands(() => page);
const row = (name: string) => page.getByRole("row", { name, exact: true });
const path = (words: string) => page.locator(".meaning > p", { hasText: words }).waitFor();
/** The codes as they stand below each other. */
const shown = () => page.locator(".code-row .code-name").allInnerTexts();

/** Drag a code by its handle to a place in the row of another: 0 is its upper edge, 1 its lower. */
async function drag(name: string, onto: string, where: number): Promise<void> {
  const from = await row(name).getByRole("button", { name: `Move ${name}` }).boundingBox();
  assert.ok(from);
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 6, from.y + from.height / 2 + 6, { steps: 3 });
  const to = await row(onto).boundingBox();
  assert.ok(to);
  await page.mouse.move(to.x + 120, to.y + to.height * where - 1, { steps: 6 });
  await page.mouse.move(to.x + 121, to.y + to.height * where, { steps: 2 });
  await page.mouse.up();
}

test("a code is moved among its siblings, in and out, by Alt and an arrow", async () => {
  const before = await shown();
  const at = before.indexOf("Passing it up");
  await row("Passing it up").click();
  await path("Risk practice / Passing it up");
  await page.keyboard.press("Alt+ArrowUp");
  await said("Passing it up is in place 1 now: Risk practice.");
  await page.waitForFunction(([name, place]) => [...document.querySelectorAll(".code-row .code-name")].findIndex((one) => one.textContent === name) === Number(place) - 1, ["Passing it up", at] as const);
  await page.keyboard.press("Alt+ArrowUp");
  await said("It cannot go further that way.");
  await page.keyboard.press("Alt+ArrowDown");
  await page.waitForFunction((wanted) => JSON.stringify([...document.querySelectorAll(".code-row .code-name")].map((one) => one.textContent)) === wanted, JSON.stringify(before));
  await page.keyboard.press("Alt+ArrowLeft");
  await page.locator(".meaning > p", { hasText: " / " }).waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement?.closest(".codes") !== null), true);
  await page.getByRole("button", { name: /^Undo/u }).click();
  await path("Risk practice / Passing it up");
});

test("a code is opened by a click right after the page came and the list was scrolled", async () => {
  await page.setViewportSize({ width: 1360, height: 560 });
  await page.goto(new URL("/codebook", bench.address).href);
  const place = await row("Supervision").boundingBox();
  assert.ok(place);
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.wheel(0, 68);
  await page.waitForFunction(() => (document.querySelector(".codes")?.scrollTop ?? 0) >= 68);
  // Pressed at once, with no looking whether the row can be pressed: that is what a hand does.
  await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
  await page.locator(".code-row[data-selected]").waitFor();
  await page.locator(".meaning h1").waitFor();
  await page.setViewportSize({ width: 1360, height: 860 });
});

test("a code is dragged between two others, and on another", async () => {
  await drag("Words for risk", "Risk practice", 0.02);
  await said(/^Words for risk is in place \d+ now: \(at the top\)/u);
  await page.waitForFunction(() => {
    const names = [...document.querySelectorAll(".code-row .code-name")].map((each) => each.textContent);
    return names.indexOf("Words for risk") + 1 === names.indexOf("Risk practice");
  });
  await drag("Words for risk", "Risk practice", 0.5);
  await said(/^Words for risk is in place \d+ now: Risk practice/u);
  await row("Words for risk").click();
  await path("Risk practice / Words for risk");
});

test("a code is dragged with keys alone", async () => {
  await row("Supervision").click();
  await page.keyboard.press("ArrowRight");
  await row("Supervision").getByRole("button", { name: "Move Supervision" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await said(/^Supervision is in place/u);
});

test("a definition is written, and its history shows the words that came and went", async () => {
  await row("Pay and hours").click();
  const field = page.locator(".meaning .field", { hasText: /^Definition/u }).locator("textarea");
  const before = await field.inputValue();
  await field.fill(`${before} Also unpaid hours.`);
  await page.locator(".meaning .field", { hasText: /^Put it on/u }).locator("textarea").focus();
  await said("Saved: Definition.");
  await page.locator("ins", { hasText: "Also unpaid hours" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "codebook");
});

test("codings are chosen as examples, and lead to where they were said", async () => {
  await page.getByRole("button", { name: "Choose examples …" }).click();
  await page.getByRole("dialog").getByRole("checkbox").first().click();
  await said("Chosen as an example.");
  assert.deepEqual(await faults(page), []);
  await picture(page, "examples");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  const example = page.getByRole("region", { name: "Examples from the transcripts" }).locator("li");
  assert.equal(await example.count(), 1);
  const quote = (await example.locator("blockquote").innerText()).trim().slice(0, 20);
  await example.getByRole("link").click();
  await page.waitForFunction((words) => getSelection()?.toString().startsWith(words), quote);
  await page.goBack();
  await example.waitFor();
});

test("the topics that a code is asked under are chosen on its page, and taken away", async () => {
  const under = page.locator(".asked-under");
  await under.getByRole("button", { name: /^Unlink .*pay, hours, contracts/u }).click();
  await said(/Pay and hours .*no longer linked/u);
  await under.getByText(/^Linked to no topic/u).waitFor();
  await under.getByRole("combobox", { name: "Asked under the topic" }).selectOption("pay, hours, contracts");
  await under.getByRole("button", { name: "Link", exact: true }).click();
  await said(/Pay and hours is asked under pay, hours, contracts/u);
  await under.getByRole("listitem").getByText("pay, hours, contracts").waitFor();
  assert.deepEqual(await faults(page), []);
  await under.scrollIntoViewIfNeeded();
  await picture(page, "codebook-asked-under");
});

test("a colour is chosen by name and shape", async () => {
  await page.getByRole("button", { name: "Colour: indigo, drop" }).click();
  await said("Saved.");
  await page.locator('.meaning h1 .patch[data-shape="7"]').waitFor();
});

test("some codings are split off, and merging says how many it touches", async () => {
  const counted = page.locator(".meaning > p").first();
  const codings = Number(/(\d+) codings/u.exec(await counted.innerText())?.[1]);
  await page.getByRole("button", { name: "Split …" }).click();
  await page.getByRole("dialog").getByRole("checkbox").nth(0).check();
  await page.getByRole("dialog").getByRole("checkbox").nth(1).check();
  await page.getByLabel("They go to (a new name, or the path of a code there is)").fill("Unpaid hours");
  await page.getByText("Makes the code “Unpaid hours”.").waitFor();
  assert.deepEqual(await faults(page), []);
  await page.getByRole("button", { name: "Move 2 codings" }).click();
  await said("2 codings went to Unpaid hours.");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.locator(".meaning > p", { hasText: `${codings - 2} codings` }).waitFor();
  await page.getByLabel("Find a code").fill("unpaid");
  await page.locator(".code-row", { hasText: "Unpaid hours" }).click();
  await page.getByRole("button", { name: "Merge into …" }).click();
  await page.getByRole("combobox", { name: "Code" }).fill("pay and hours");
  await page.keyboard.press("Enter");
  await page.getByText("2 codings will be read under “Pay and hours”. It can be undone.").waitFor();
  await page.getByRole("button", { name: "Do it" }).click();
  await said("Merged Unpaid hours into Pay and hours.");
  await page.locator(".meaning > p", { hasText: `${codings} codings` }).waitFor();
});

test("a code is retired and offered again, and says how many codings it keeps", async () => {
  await page.getByRole("button", { name: "Retire" }).click();
  await page.getByText(/keeps its \d+ codings and its history/u).waitFor();
  await page.getByRole("button", { name: "Do it" }).click();
  await said("Pay and hours is no longer offered.");
  await page.getByRole("button", { name: "Offer it again" }).click();
  await said("Pay and hours is offered again.");
});

test("it can be used in the dark and on a narrow screen", async () => {
  await page.getByLabel("Find a code").fill("");
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  assert.deepEqual(await faults(page), []);
  await picture(page, "codebook-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 320, height: 720 });
  const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok((wide ?? 0) <= (there ?? 0), `${wide} > ${there}`);
  await picture(page, "codebook-narrow");
  assert.deepEqual(bench.complaints, []);
});
