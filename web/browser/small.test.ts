/** Small windows, forced colours, input methods and fingers: the same work by other eyes and other hands. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/read");
});
after(async () => {
  await bench.close();
});

const { press, said } = hands(() => page);
const text = (on = page) => on.locator(".cc-transcript");
const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function opened(): Promise<void> {
  await page.goto(new URL("/read", bench.address).href);
  await page.locator(".sources a").nth(1).click();
  await page.locator(".cc-words").first().waitFor();
}

test("in a narrow window the list folds once a source is open, and the text comes first", async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await opened();
  const first = await page.locator(".cc-words").first().boundingBox();
  assert.ok((first?.y ?? 1e4) + 24 < 640, `the first words lie at ${first?.y}`);
  assert.equal(await page.locator(".sources").isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Sources");
  const ys: number[] = [];
  for (let step = 0; step < 6; step += 1) {
    ys.push(await page.evaluate(() => (document.activeElement?.getBoundingClientRect().top ?? 0) + scrollY));
    if (await text().evaluate((host) => host === document.activeElement)) break;
    await press("Tab");
  }
  assert.equal(await text().evaluate((host) => host === document.activeElement), true, "reached in six Tabs");
  assert.deepEqual([...ys].sort((one, two) => one - two), ys, "keys go down the page as eyes do");
  assert.equal(await sideways(), 0);
  assert.deepEqual(await faults(page), []);
  await picture(page, "narrow-first");
  await page.getByText("Sources", { exact: true }).click();
  await page.locator(".sources a").nth(2).click();
  await page.locator(".sources").waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Sources");
});

test("at 400 % nothing moves sideways, and the picker fits with its buttons in reach", async () => {
  await page.setViewportSize({ width: 320, height: 256 });
  await opened();
  assert.equal(await sideways(), 0, "read");
  await text().focus();
  await press("Control+Home", "t", "c");
  const field = page.locator("dialog [role=combobox]");
  await field.waitFor();
  const box = await page.locator("dialog").boundingBox();
  assert.ok(box !== null && box.x >= 0 && box.x + box.width <= 320 && box.y >= 0 && box.y + box.height <= 256, JSON.stringify(box));
  assert.equal(await page.locator("dialog").evaluate((one) => one.scrollWidth - one.clientWidth), 0);
  const close = page.getByRole("dialog").getByRole("button", { name: "Close" });
  for (let step = 0; step < 4 && !(await close.evaluate((one) => one === document.activeElement)); step += 1) await press("Tab");
  assert.equal(await close.evaluate((one) => one === document.activeElement), true);
  const there = await close.boundingBox();
  assert.ok(there !== null && there.y >= 0 && there.y + there.height <= 256, JSON.stringify(there));
  await picture(page, "zoom-picker");
  await press("Enter");
  await page.goto(new URL("/compare", bench.address).href);
  await page.locator("main h1, main h2").first().waitFor();
  await page.locator("main table, main [role=grid]").first().waitFor();
  assert.equal(await sideways(), 0, "compare");
  await picture(page, "zoom-compare");
  await page.setViewportSize({ width: 1360, height: 860 });
});

test("at 400 % the list of screens folds into a button, which opens it and leads on", async () => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(new URL("/codebook", bench.address).href);
  const button = page.getByRole("button", { name: "Screens: Codebook" });
  await button.waitFor();
  await page.getByRole("heading", { level: 1 }).waitFor();
  const head = await page.locator("header.top").boundingBox();
  assert.ok(head !== null && head.height < 128, `the content begins in the upper half of the window: ${head?.height}`);
  assert.equal(await page.getByRole("navigation", { name: "Screens" }).getByRole("link").count(), 0, "folded, also for a screen reader");
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  assert.deepEqual(await faults(page), []);
  await picture(page, "zoom-folded");
  await button.focus();
  await press("Enter");
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  assert.deepEqual(await faults(page), []);
  await picture(page, "zoom-screens");
  await press("Tab", "Escape");
  assert.equal(await button.evaluate((one) => one === document.activeElement), true, "Escape leads back to the button");
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  await press("Enter", "Tab", "Enter");
  await page.getByRole("button", { name: "Screens: Overview" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "content", "the new screen is read from its beginning");
  assert.equal(await page.getByRole("navigation", { name: "Screens" }).getByRole("link").count(), 0, "closed behind whoever went");
  await page.setViewportSize({ width: 1360, height: 860 });
  await page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: "Codebook" }).waitFor();
});

test("with forced colours what is pressed, chosen, here or focused does not look like the rest", async () => {
  await opened();
  await page.emulateMedia({ forcedColors: "active" });
  const looks = (what: string) =>
    page.locator(what).first().evaluate((one) => {
      const { backgroundColor, borderColor, outlineStyle, outlineWidth } = getComputedStyle(one);
      return { backgroundColor, borderColor, ring: outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth) };
    });
  const pairs = [
    ["header nav a[aria-current=page]", "header nav a:not([aria-current])"],
    [".sources a[aria-current=page]", ".sources a:not([aria-current])"],
    [".desk button[aria-pressed=true]", ".desk button[aria-pressed=false]"],
  ] as const;
  for (const [on, off] of pairs) assert.notEqual((await looks(on)).backgroundColor, (await looks(off)).backgroundColor, on);
  await text().focus();
  await press("Control+Home", "t", "c");
  await page.locator("dialog [role=option]").nth(1).waitFor();
  assert.notEqual((await looks("[role=option][aria-selected=true]")).backgroundColor, (await looks("[role=option][aria-selected=false]")).backgroundColor, "option");
  assert.ok((await looks("[role=combobox]")).ring > 0, "the field has its ring");
  await picture(page, "forced-picker");
  await press("Escape");
  await page.emulateMedia({ forcedColors: "none" });
});

test("what an input method composes is no command and no early Enter, and is kept as composed", async () => {
  await opened();
  const wire = await bench.context.newCDPSession(page);
  /** Keys as they come while words are composed: the letter and the Enter that ends it have the code 229. */
  const compose = async (raw: string, words: string) => {
    const key = (type: "rawKeyDown" | "keyUp", name: string) => wire.send("Input.dispatchKeyEvent", { type, key: name, windowsVirtualKeyCode: 229 });
    for (let size = 1; size <= raw.length; size += 1) {
      await key("rawKeyDown", "Process");
      await wire.send("Input.imeSetComposition", { text: raw.slice(0, size), selectionStart: size, selectionEnd: size });
    }
    await key("rawKeyDown", "Enter");
    await wire.send("Input.insertText", { text: words });
    await key("keyUp", "Enter");
  };
  await text().focus();
  await press("Control+Home", "t", "c");
  await page.locator("dialog [role=combobox]").waitFor();
  await compose("かんじ", "感じ");
  assert.equal(await page.locator("dialog [role=combobox]").inputValue(), "感じ", "the picker is still open");
  await press("Enter");
  await said("感じ");
  assert.match(bench.run("codebook", bench.study, "show", "感じ"), /感じ/u);
  await text().focus();
  await press("Control+Home", "t", "m");
  const note = page.getByRole("dialog").getByRole("textbox");
  await note.waitFor();
  await compose("ほん", "本");
  assert.equal(await note.inputValue(), "本");
  await press("Control+Enter");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.locator("aside").getByText("本").first().waitFor();
  await text().focus();
  await press("Control+Home", "w", "e");
  const becomes = page.getByRole("dialog").getByRole("textbox");
  await becomes.waitFor();
  await press("Control+a");
  await compose("ことば", "言葉");
  assert.equal(await becomes.inputValue(), "言葉");
  await press("Control+Enter");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.locator(".cc-words", { hasText: "言葉" }).first().waitFor();
  // In the text itself nothing is composed, and the keys of a composition are no commands.
  await text().focus();
  await wire.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "c", code: "KeyC", windowsVirtualKeyCode: 229 });
  assert.equal(await page.getByRole("dialog").count(), 0);
});

test("a finger selects, codes, and draws the end of a coding", async () => {
  const here = new URL(page.url()).pathname;
  const context = await bench.context.browser()?.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 }, storageState: await bench.context.storageState() });
  assert.ok(context);
  const touch = await context.newPage();
  await touch.goto(new URL(here, bench.address).href);
  await touch.locator(".cc-words").nth(2).waitFor();
  await touch.locator(".cc-words").nth(2).scrollIntoViewIfNeeded();
  // A long press selects by the system; what a page gets of it is the selection.
  await touch.evaluate(() => {
    const node = document.querySelectorAll(".cc-words")[2]?.firstChild as Text;
    getSelection()?.setBaseAndExtent(node, 0, node, 6);
  });
  const way = touch.locator(".desk footer .primary:enabled");
  await way.waitFor();
  const seen = await way.boundingBox();
  assert.ok(seen !== null && seen.y >= 0 && seen.y + seen.height <= 844, `the way to code lies at ${JSON.stringify(seen)}`);
  await picture(touch, "touch-selected");
  await way.tap();
  await touch.getByRole("option", { name: /Supervision/u }).first().tap();
  await touch.locator(".said", { hasText: "Coded with Supervision." }).waitFor();
  const handle = touch.locator(".cc-handle-end");
  await handle.waitFor();
  const box = await handle.boundingBox();
  assert.ok(box);
  const wire = await context.newCDPSession(touch);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await wire.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  for (const by of [20, 60, 100]) await wire.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: x + by, y }] });
  await wire.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await touch.locator(".said", { hasText: /^The coding covers/u }).waitFor();
  await picture(touch, "touch-drawn");
  await context.close();
});
