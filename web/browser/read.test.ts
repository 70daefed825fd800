/** Reading and coding, done in a real browser on the demonstration study: with the mouse, with a finger, with keys. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { CDPSession, Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;
let wire: CDPSession;
/** The word that two codes are dragged on. */
let chosen = "";

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/read");
  await page.locator(".sources a").nth(1).click();
  await page.locator(".cc-stripe").first().waitFor();
  wire = await bench.context.newCDPSession(page);
});
after(async () => {
  await bench.close();
});

const { press, said, selection } = hands(() => page);
const words = (at: number) => page.locator(".cc-words").nth(at);
const text = () => page.locator(".cc-transcript");

/** The middle of some words of a turn, as they are on the screen. */
async function boxOf(turn: number, of: string): Promise<{ x: number; y: number; width: number; height: number }> {
  return page.evaluate(
    ([at, wanted]) => {
      const node = document.querySelectorAll(".cc-words")[at as number]?.firstChild as Text;
      const range = document.createRange();
      const start = node.data.indexOf(wanted as string);
      range.setStart(node, start);
      range.setEnd(node, start + (wanted as string).length);
      node.parentElement?.scrollIntoView({ block: "nearest" });
      const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
      return { x: box.x, y: box.y, width: box.width, height: box.height };
    },
    [turn, of] as const,
  );
}

test("the text is walked by character, word, sentence and turn, and selected on the way", async () => {
  await text().focus();
  await press("Control+Home", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight");
  assert.equal([...(await selection())].length, 3);
  await press("Control+Home", "Control+ArrowDown", "Shift+Alt+ArrowRight");
  const sentence = await selection();
  await press("Control+Home", "Control+ArrowDown", "s");
  assert.equal((await selection()).trim(), sentence.trim());
  await press("Control+Home", "Control+ArrowDown", "t");
  const turn = await selection();
  assert.equal(turn.trim(), (await words(1).innerText()).trim());
  assert.ok(turn.length >= sentence.length);
});

test("an input method writes nothing into the text", async () => {
  await words(3).click();
  await text().focus();
  const whole = () => page.evaluate(() => [...document.querySelectorAll(".cc-words")].map((one) => one.textContent).join("\n"));
  const before = await whole();
  await wire.send("Input.imeSetComposition", { text: "かな", selectionStart: 2, selectionEnd: 2 });
  await wire.send("Input.insertText", { text: "仮名" });
  assert.equal(await whole(), before);
});

test("words are found, counted and gone through, and the browser's own search is one key away", async () => {
  await text().focus();
  await press("Control+Home", "Control+f");
  await page.getByLabel("Find in this text").fill("the");
  await page.locator(".find [role=status]", { hasText: /^1 of \d+$/u }).waitFor();
  await press("Enter", "F3");
  await page.locator(".find [role=status]", { hasText: /^3 of/u }).waitFor();
  await press("Shift+Enter");
  await page.locator(".find [role=status]", { hasText: /^2 of/u }).waitFor();
  assert.ok(await page.evaluate(() => (CSS.highlights.get("cc-found")?.size ?? 0) > 0 && CSS.highlights.get("cc-hit")?.size === 1));
  // In its own field the key is left to the browser.
  await page.evaluate(() => addEventListener("keydown", (key) => document.body.setAttribute("data-taken", String(key.defaultPrevented)), { once: true }));
  await press("Control+f");
  assert.equal(await page.locator("body").getAttribute("data-taken"), "false");
  assert.deepEqual(await faults(page), []);
  await picture(page, "find");
  await press("Escape");
  assert.equal((await selection()).toLowerCase(), "the");
  assert.equal(await page.locator(".find").count(), 0);
});

test("a code is dragged on the selection, and the selection on a code", async () => {
  await words(3).dblclick();
  chosen = (await selection()).trim();
  await page.locator(".quick .code", { hasText: "Supervision" }).hover();
  const box = await boxOf(3, chosen);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  await said("Coded with Supervision.");
  const other = page.locator(".quick .code").nth(5);
  await other.scrollIntoViewIfNeeded();
  const name = (await other.locator("span").nth(1).innerText()).trim();
  const again = await boxOf(3, chosen);
  await page.mouse.move(again.x + again.width / 2, again.y + again.height / 2);
  await page.mouse.down();
  const goal = await other.boundingBox();
  assert.ok(goal);
  await page.mouse.move(goal.x + 40, goal.y + 10, { steps: 8 });
  await page.mouse.up();
  await said(`Coded with ${name}.`);
  await page.getByRole("article", { name: `${name}, coded by Ines` }).locator("p", { hasText: `“${chosen}”` }).waitFor();
});

test("what overlaps is listed where it lies, to pick from", async () => {
  await text().focus();
  await press("Escape");
  const box = await boxOf(3, chosen);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const articles = page.locator("aside article");
  await articles.nth(1).waitFor();
  await articles.nth(1).locator("h3 button").click();
  await page.locator("aside article [aria-current=true]").waitFor();
});

test("an end is dragged by its handle, and nudged by words", async () => {
  const handle = page.locator(".cc-handle-end");
  await handle.waitFor();
  const from = await handle.boundingBox();
  assert.ok(from);
  await page.mouse.move(from.x + from.width / 2, from.y + from.height - 6);
  await page.mouse.down();
  await page.mouse.move(from.x + 150, from.y + from.height / 2, { steps: 6 });
  await page.mouse.up();
  await said("The coding covers");
  await page.getByRole("button", { name: "End a word earlier" }).click();
  await said("The coding covers");
});

test("codes that are kept at hand have keys, and are kept when the workbench is opened anew", async () => {
  const line = page.locator(".quick li", { hasText: "Pay and hours" });
  await line.getByRole("button", { name: "Keep Pay and hours at hand" }).click();
  await page.locator(".quick kbd", { hasText: "1" }).waitFor();
  await words(5).dblclick();
  await text().focus();
  await press("1");
  await said("Coded with Pay and hours.");
  await page.waitForFunction(() => fetch("/api/likes").then((answer) => answer.json()).then((likes: { here: object }) => "pinned" in likes.here));
  await page.reload();
  await page.locator(".quick kbd", { hasText: "1" }).waitFor();
});

test("several codes are put on the same words, one after the other, and the last is repeated", async () => {
  await text().focus();
  await press("Control+Home", "Control+ArrowDown", "Control+ArrowDown", "s", "c");
  const field = page.getByRole("combobox", { name: "Code" });
  await field.fill("supervision");
  await press("Control+Enter");
  await said("Coded with Supervision.");
  await field.fill("pay and");
  await press("Enter");
  await said("Coded with Pay and hours.");
  await field.waitFor({ state: "detached" });
  await press("Control+ArrowDown", "Control+ArrowDown", "s", "r");
  await said("Coded with Pay and hours.");
});

test("the next coding of one code is reached, also in the next source", async () => {
  await page.getByRole("article", { name: /^Pay and hours/u }).getByRole("button", { name: "Next “Pay and hours”" }).first().click();
  await said("Pay and hours:");
  const source = await page.locator(".desk h1").innerText();
  for (let at = 0; at < 40 && (await page.locator(".desk h1").innerText()) === source; at += 1) {
    await press(".");
    await page.locator(".said", { hasText: /^Pay and hours: \d+ of \d+$/u }).waitFor();
    await page.locator("aside article [aria-current=true]").waitFor();
  }
  assert.notEqual(await page.locator(".desk h1").innerText(), source);
  await page.waitForFunction(() => (getSelection()?.toString() ?? "") !== ""); // The words come after the heading.
  await page.goBack();
  await page.getByRole("heading", { name: source }).waitFor();
});

test("a code is chosen, and what is coded with it is gone through from here on, with keys", async () => {
  await page.waitForFunction(() => document.querySelector(".said")?.textContent === ""); // What the last step said is of the same words.
  await text().focus();
  await press("Control+Home", "g");
  await page.getByRole("dialog", { name: "Go through what is coded with one code" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await page.getByRole("combobox", { name: "Code" }).fill("pay");
  await press("Enter");
  await said(/^Pay and hours: \d+ of \d+$/u);
  const first = Number(/: (\d+) of/u.exec(await page.locator(".said").innerText())?.[1]);
  await page.waitForFunction(() => (getSelection()?.toString() ?? "") !== "");
  await page.locator("aside article [aria-current=true]", { hasText: "Pay and hours" }).waitFor();
  await press(".");
  await said(`Pay and hours: ${first + 1} of`);
});

test("a passage is said in other words, which stay with it", async () => {
  await page.locator(".cc-stripe").first().waitFor();
  await text().focus();
  await press("Control+Home", "Control+ArrowDown", "s", "p");
  await page.getByLabel("The same in other words").fill("She drives on the bus.");
  await press("Control+Enter");
  await said("Saved.");
  await page.getByRole("article", { name: "In other words, by Ines" }).waitFor();
});

test("words are corrected in place: codings follow, what moved is shown, and it is taken back", async () => {
  const numbers = () => page.locator(".cc-number").allInnerTexts();
  const before = await numbers();
  const was = await words(1).innerText();
  await text().focus();
  await press("Control+Home", "Control+ArrowDown", "t", "e");
  const field = page.getByLabel("What was said");
  assert.equal((await field.inputValue()).trim(), was.trim());
  await field.fill(was.replace(/\w+/u, "Corrected"));
  assert.deepEqual(await faults(page), []);
  await page.getByRole("button", { name: "Correct", exact: true }).click();
  await said("Corrected.");
  await page.getByRole("heading", { name: "What the correction did" }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".cc-words")[1]?.textContent?.startsWith("Corrected"));
  assert.deepEqual(await numbers(), before);
  await picture(page, "corrected");
  await page.getByRole("button", { name: "Take the correction back" }).click();
  await said("The correction was taken back.");
  await page.waitForFunction((old) => (document.querySelectorAll(".cc-words")[1] as HTMLElement).innerText === old, was);
});

test("what lost all its words is listed, and placed anew", async () => {
  await page.locator(".cc-stripe").first().waitFor();
  await text().focus();
  await press("Control+Home", "Control+ArrowDown", "Control+ArrowDown", "s", "e");
  const field = page.getByLabel("What was said");
  await field.fill("");
  await page.getByRole("button", { name: "Correct", exact: true }).click();
  await page.getByText("has no words left").first().waitFor();
  await page.getByRole("button", { name: /^Without words: \d/u }).click();
  await text().focus();
  await press("Control+Home", "Control+ArrowDown", "s");
  await page.locator(".moved .laid", { hasText: "Supervision" }).getByRole("button", { name: "Cover the selection" }).click();
  await said("The coding covers");
  assert.deepEqual(await faults(page), []);
});

test("a content note covers words until somebody asks, and each member says what they are spared", async () => {
  await text().focus();
  await press("Control+Home", "Control+ArrowDown", "Control+ArrowDown", "Control+ArrowDown", "s", "h");
  await page.getByLabel("About", { exact: true }).fill("money worries");
  assert.deepEqual(await faults(page), []);
  await page.getByRole("button", { name: "Cover it" }).click();
  await said("Covered: money worries.");
  const cover = page.getByRole("button", { name: "Covered: money worries. Show it" });
  await cover.waitFor();
  await picture(page, "covered");
  await cover.click();
  await cover.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Cover again" }).click();
  await cover.waitFor();
  await page.getByRole("button", { name: "Covered for me …" }).click();
  await page.getByRole("checkbox", { name: "money worries" }).uncheck();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await cover.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Covered for me …" }).click();
  await page.getByRole("checkbox", { name: "money worries" }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await cover.waitFor();
});

test("layers: everyone's, mine, one member's, none", async () => {
  const stripes = () => page.locator(".cc-stripe").count();
  const all = await stripes();
  await page.locator(".desk > header select").selectOption({ label: "Mine" });
  await page.waitForFunction((count) => document.querySelectorAll(".cc-stripe").length < count, all);
  assert.ok(await page.evaluate(() => [...document.querySelectorAll(".cc-stripe")].every((one) => one.getAttribute("aria-label")?.endsWith("(Ines)"))));
  await page.locator(".desk > header select").selectOption({ label: "None" });
  await page.waitForFunction(() => document.querySelectorAll(".cc-stripe").length === 0);
  await page.locator(".desk > header select").selectOption({ label: "Everyone’s" });
  await page.waitForFunction((count) => document.querySelectorAll(".cc-stripe").length === count, all);
});

test("the plain view has large words, no codes, and asks for words", async () => {
  await page.getByRole("button", { name: "Plain" }).click();
  assert.equal(await page.locator(".quick").count(), 0);
  assert.equal(await page.getByRole("button", { name: "Code …" }).count(), 0);
  assert.ok(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector(".cc-words") as Element).fontSize) > 20));
  assert.deepEqual(await faults(page), []);
  await picture(page, "plain");
  await page.getByRole("button", { name: "Code", exact: true }).click();
});

test("the reading view and print have the codes in the margin", async () => {
  await page.getByRole("button", { name: "Reading" }).click();
  await page.locator(".margin li").first().waitFor();
  assert.match((await page.locator("mark").first().getAttribute("aria-description")) ?? "", /^Codes: .+ \((Ines|Marion|Tom)\)/u);
  assert.deepEqual(await faults(page), []);
  await picture(page, "reading");
  await page.getByRole("button", { name: "Code", exact: true }).click();
  await page.locator(".cc-stripe").first().waitFor();
  // From the coding view: what is printed is the reading view all the same.
  const pdf = await page.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } });
  const folder = process.env["CROSSCASE_PICTURES"];
  if (folder !== undefined && folder !== "") writeFileSync(join(folder, "print.pdf"), pdf);
  assert.ok(pdf.byteLength > 20_000);
  await page.locator(".cc-stripe").first().waitFor();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.locator(".marked .margin li").first().waitFor();
  assert.equal(await page.getByRole("button", { name: "Code …" }).count(), 0);
  assert.ok(await page.locator(".marked", { hasText: "Covered: money worries" }).isVisible());
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await page.locator(".cc-stripe").first().waitFor();
});

test("words that a finger selected are coded with a finger", async () => {
  const context = await bench.context.browser()?.newContext({ hasTouch: true, viewport: { width: 820, height: 1100 }, storageState: await bench.context.storageState() });
  assert.ok(context);
  const touch = await context.newPage();
  await touch.goto(new URL(new URL(page.url()).pathname, bench.address).href);
  await touch.locator(".cc-stripe").first().waitFor();
  // A long press selects by the system; what a page gets of it is the selection.
  await touch.evaluate(() => {
    const node = document.querySelectorAll(".cc-words")[6]?.firstChild as Text;
    getSelection()?.setBaseAndExtent(node, 0, node, 12);
  });
  await touch.locator(".desk footer .primary:enabled").tap();
  await touch.getByRole("option", { name: /Supervision/u }).first().tap();
  await touch.locator(".said", { hasText: "Coded with Supervision." }).waitFor();
  const small = await touch.evaluate(() => [...document.querySelectorAll("button")].map((one) => ({ name: one.innerText, box: one.getBoundingClientRect(), stripe: one.className })).filter(({ box, stripe }) => box.width > 0 && !stripe.includes("cc-stripe") && (box.width < 24 || box.height < 24)).map(({ name }) => name));
  assert.deepEqual(small, []);
  await context.close();
});

test("a colleague's link leads to the words, selected", async () => {
  const id = new URL(page.url()).pathname;
  await page.goto(new URL(`${id}?from=40&to=60`, bench.address).href);
  await page.waitForFunction(() => (getSelection()?.toString().length ?? 0) > 0);
});

test("everything is there in the dark and on a narrow screen", async () => {
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.locator(".cc-stripe").first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "read-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 320, height: 720 });
  await page.getByText("How it is shown").click();
  for (const view of ["Plain", "Reading", "Code"]) {
    await page.getByRole("button", { name: view, exact: true }).click();
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok((wide ?? 0) <= (there ?? 0), `${view}: ${wide} > ${there}`);
    await picture(page, `narrow-${view.toLowerCase()}`);
  }
});

test("nothing was asked of anybody else, and the browser had nothing to complain of", () => {
  assert.deepEqual([...bench.asked], [new URL(bench.address).host]);
  assert.deepEqual(bench.complaints, []);
});
