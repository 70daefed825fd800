/** What a person does in the workbench, done in a real browser on the demonstration study. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window();
});
after(async () => {
  await bench.close();
});

/** Press keys one after the other. */
const { press, said, selection } = hands(() => page);

test("the start address lets one browser in, and the token leaves the address", async () => {
  assert.equal(new URL(page.url()).search, "");
  const cookies = await bench.context.cookies();
  assert.deepEqual(cookies.map(({ httpOnly, sameSite }) => [httpOnly, sameSite]), [[true, "Strict"]]);
  assert.equal((await fetch(bench.address)).status, 401);
});

test("the overview says where to go on, and leads there", async () => {
  await page.getByRole("heading", { name: "Sources by progress" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "overview");
  await page.getByRole("link", { name: /Continue where you stopped/u }).click();
  await page.locator(".cc-stripe").first().waitFor();
});

test("words are coded with the mouse: selected, a code picked by typing", async () => {
  await page.locator(".sources a").nth(1).click();
  await page.getByRole("heading", { name: "ALDPW01" }).waitFor();
  await page.locator(".cc-stripe").first().waitFor();
  await page.locator(".cc-words").nth(3).dblclick();
  const words = (await selection()).trim();
  await page.getByRole("button", { name: "Code …" }).click();
  await page.getByRole("combobox", { name: "Code" }).fill("pay");
  assert.deepEqual(await faults(page), []);
  await page.getByRole("option", { name: /Pay and hours/u }).click();
  await said("Coded with Pay and hours.");
  const coding = page.getByRole("article", { name: "Pay and hours, coded by Ines" });
  await coding.waitFor();
  assert.match(await coding.innerText(), new RegExp(words, "u"));
  assert.deepEqual(await faults(page), []);
  await picture(page, "read");
});

test("words are coded with keys alone, and a new code is made on the way", async () => {
  await page.locator(".cc-transcript").focus();
  await press("Control+Home", "Control+ArrowDown", "Control+Shift+ArrowRight", "Control+Shift+ArrowRight");
  assert.match(await selection(), /^Last Thursday/u);
  await press("c");
  await page.getByRole("combobox", { name: "Code" }).waitFor();
  await page.keyboard.type("bus rides");
  await press("Enter");
  await said("Coded with bus rides.");
  await page.getByRole("article", { name: "bus rides, coded by Ines" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.className.includes("cc-transcript")), true);
  await press("t", "r");
  await page.locator("aside article", { hasText: "I don't mean driving it" }).waitFor();
  await press("Delete");
  await said("The coding was removed.");
});

test("undo says what it takes back, and takes it back", async () => {
  await page.locator("main").focus();
  await page.getByRole("button", { name: /took the code/u }).waitFor();
  await press("Control+z");
  await said("Undone:");
  await press("Control+Shift+Z");
  await said("Done again:");
});

test("a mark says in words what strikes somebody, without a code", async () => {
  await page.getByRole("button", { name: "Plain" }).click();
  await page.locator(".cc-words").nth(3).dblclick();
  await page.getByRole("button", { name: "Mark …" }).click();
  await page.getByLabel("What strikes you?").fill("He counts himself out.");
  await page.getByRole("button", { name: "Save" }).click();
  await said("Marked.");
  assert.deepEqual(await faults(page), []);
  await picture(page, "plain");
  await page.getByRole("button", { name: "Code", exact: true }).click();
});

test("the reading view says its codes to assistive technology", async () => {
  await page.getByRole("button", { name: "Reading" }).click();
  await page.locator("mark").first().waitFor();
  assert.match((await page.locator("mark").first().getAttribute("aria-description")) ?? "", /^Codes: .+ \((Ines|Marion|Tom)\)/u);
  assert.deepEqual(await faults(page), []);
  await page.getByRole("button", { name: "Code", exact: true }).click();
});

test("what another window and another program do appears here", async () => {
  await page.locator(".cc-stripe").first().waitFor();
  const before = await page.locator(".cc-stripe", { has: page.locator(":scope[aria-label^='Supervision']") }).count();
  const other = await bench.window(new URL(page.url()).pathname);
  await other.locator(".cc-words").nth(1).dblclick();
  await other.locator(".quick button", { hasText: "Supervision" }).click();
  await other.locator(".said", { hasText: "Coded with Supervision." }).waitFor();
  await page.waitForFunction((count) => document.querySelectorAll(".cc-stripe[aria-label^='Supervision']").length === count + 1, before);
  await page.locator(".said", { hasText: "Something was changed here in another window of yours." }).waitFor();
  await other.close();
  bench.run("codebook", bench.study, "add", "from the terminal", "--as", "Tom");
  await page.goto(new URL("/codebook", bench.address).href);
  // Only rows in view are in the page: the tree is searched, as a person would.
  await page.getByLabel("Find a code").fill("terminal");
  await page.getByRole("row", { name: "from the terminal" }).waitFor();
});

test("a code is moved under another without dragging, and its meaning is written", async () => {
  await page.getByRole("row", { name: "from the terminal" }).click();
  await page.getByLabel("Definition").fill("Made where there is no mouse.");
  await page.getByLabel("Put it on", { exact: true }).focus();
  await said("Saved: Definition.");
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await page.getByRole("combobox", { name: "Under", exact: true }).selectOption({ label: "Support" });
  await said("Moved from the terminal.");
  await page.locator(".meaning", { hasText: "Support / from the terminal" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "codebook");
});

test("history tells what was done, and undoes any act", async () => {
  // An act on which nothing rests that was done later; the newest of all may be one that another rests on.
  bench.run("memo", bench.study, "add", "Taken back soon.", "--as", "Ines");
  await page.getByRole("link", { name: "History" }).click();
  await page.locator("main li a", { hasText: "memo" }).first().click();
  await page.getByRole("button", { name: "Undo this act" }).click();
  await said("Undone:");
  assert.deepEqual(await faults(page), []);
  await picture(page, "history");
});

test("the sheet of keys opens and closes by keys, and it is dark where the machine is", async () => {
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.locator("main").focus();
  await press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "keys-dark");
  await press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.emulateMedia({ colorScheme: "light" });
});

test("at 320 pixels nothing has to be scrolled sideways", async () => {
  await page.setViewportSize({ width: 320, height: 720 });
  for (const path of ["/", "/read", "/codebook", "/history"]) {
    await page.goto(new URL(path, bench.address).href);
    await page.locator("main h1, main h2").first().waitFor();
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok((wide ?? 0) <= (there ?? 0), `${path}: ${wide} > ${there}`);
    await picture(page, `narrow${path.replace("/", "-")}`);
  }
});

test("nothing was asked of anybody else, and the browser had nothing to complain of", () => {
  assert.deepEqual([...bench.asked], [new URL(bench.address).host]);
  assert.deepEqual(bench.complaints, []);
});
