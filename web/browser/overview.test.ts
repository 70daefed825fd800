/** The overview and the history: whose turn it is, what needs attention, settling conflicts, and the study as it was. */
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
  // Ines and Tom part, write the same definition differently, and come together again.
  const copy = join(bench.folder, "tom.crosscase");
  bench.run("copy", bench.study, copy);
  bench.run("codebook", bench.study, "define", "Words for risk", "--definition", "What people call it.", "--as", "Ines");
  bench.run("codebook", copy, "define", "Words for risk", "--definition", "The names it is given.", "--as", "Tom");
  bench.run("merge", bench.study, copy);
  page = await bench.window();
});
after(async () => {
  await bench.close();
});

const { said } = hands(() => page);
const to = (path: string) => page.goto(new URL(path, bench.address).href);

/** Ask the server for something, as a page of the workbench does. */
async function post(window: Page, path: string, body: object): Promise<void> {
  const status = await window.evaluate(
    ([where, given]) => fetch(where as string, { method: "POST", headers: { "x-crosscase": "1", "content-type": "application/json" }, body: JSON.stringify(given) }).then((answer) => answer.status),
    [path, body] as const,
  );
  assert.equal(status, 200, path);
}

test("the overview says whose turn it is, and shows only what is mine to read", async () => {
  const whose = page.getByRole("region", { name: "Whose turn it is" });
  const row = whose.getByRole("row", { name: /Ines \(you\)/u });
  await row.waitFor();
  const [unread, begun, done, again] = (await row.getByRole("cell").allInnerTexts()).map(Number);
  const all = await page.getByRole("region", { name: "Sources by progress" }).locator("tbody tr").count();
  assert.equal((unread ?? 0) + (begun ?? 0) + (done ?? 0) + (again ?? 0), all);
  assert.ok((again ?? 0) > 0, "a definition was changed after sources were read");
  await page.getByRole("combobox", { name: /^Show/u }).selectOption({ label: "those I have to read again" });
  const list = page.getByRole("region", { name: "Sources by progress" });
  assert.equal(await list.locator("tbody tr").count(), again);
  assert.match(await list.locator("tbody tr").first().innerText(), /definitions changed since: 1/u);
  await page.getByRole("combobox", { name: /^Show/u }).selectOption("");
});

test("the sample is a picture, and the same in words", async () => {
  const frame = page.getByRole("table", { name: /Cases by sampling role/u });
  await frame.waitFor();
  const cell = frame.getByRole("row", { name: /^ALD/u }).getByRole("cell").first();
  assert.match(await cell.innerText(), /2 planned, 2 recruited, \d interviewed, \d coded/u);
  assert.equal(await cell.locator(".seat").count(), 2);
  assert.deepEqual(await faults(page), []);
  await picture(page, "overview-whole");
});

test("work that is due is done with one press", async () => {
  await post(page, "/api/acts/task.add", { note: "Ask the board about the photographs." });
  await page.getByRole("button", { name: /^Done ?: Ask the board about the photographs/u }).click();
  await said("The work is done.");
  await page.getByRole("button", { name: /^Done ?: Ask/u }).waitFor({ state: "detached" });
});

test("a conflict is settled: who wrote what and when, keep one, and undo it", async () => {
  await page.getByRole("link", { name: "One conflict waits to be settled" }).click();
  const one = page.getByRole("article");
  await one.getByText("What people call it.").waitFor();
  await one.getByText("The names it is given.").waitFor();
  await one.getByText("shown meanwhile").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "conflicts");
  await one.getByRole("button", { name: "Keep what Tom wrote" }).click();
  await said("Settled.");
  await page.getByText("Nothing stands against each other").waitFor();
  assert.deepEqual(await faults(page), []);
  await page.locator("header button", { hasText: /^Undo/u }).click();
  await page.getByRole("article").getByLabel("Or write something else").fill("What it is called, and by whom.");
  await page.getByRole("button", { name: "Write this instead" }).click();
  await page.getByText("Nothing stands against each other").waitFor();
  assert.match(bench.run("codebook", bench.study, "show", "Words for risk"), /What it is called, and by whom\./u);
});

test("the log is told in words, by member, thing and kind", async () => {
  await page.getByRole("link", { name: "History", exact: true }).click();
  const list = page.locator("main ol li");
  await list.first().waitFor();
  await page.getByLabel("Only by").selectOption("Tom");
  await page.waitForFunction(() => [...document.querySelectorAll("main ol li strong")].every((one) => one.textContent === "Tom"));
  assert.ok((await list.count()) > 0);
  await page.getByLabel("Only by").selectOption("");
  await page.getByLabel(/^Only about/u).fill("code:Words for risk");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => [...document.querySelectorAll("main ol li")].some((one) => one.textContent.includes("Words for risk")) && document.querySelectorAll("main ol li").length < 100);
  await page.getByLabel(/^Only about/u).fill("code:Nothing of that name");
  await page.keyboard.press("Enter");
  await page.locator(".problem", { hasText: "Nothing of that name" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await page.getByRole("button", { name: "Show everything" }).click();
  await page.locator(".problem").waitFor({ state: "detached" });
});

test("an act on which later acts rest is undone with them, once they were shown", async () => {
  bench.run("codebook", bench.study, "add", "upper", "--as", "Ines");
  bench.run("codebook", bench.study, "add", "lower", "--under", "upper", "--as", "Ines");
  await page.locator("main ol li a", { hasText: "lower" }).first().waitFor();
  await page.locator("main ol li a", { hasText: "upper" }).last().click();
  await page.getByRole("button", { name: "Undo this act" }).click();
  const asked = page.locator(".problem", { hasText: "Later acts rest on it" });
  await asked.getByRole("link", { name: /lower/u }).waitFor();
  assert.deepEqual(await faults(page), []);
  await asked.getByRole("button", { name: "Undo these too" }).click();
  await said("Undone:");
  assert.doesNotMatch(bench.run("codebook", bench.study), /upper|lower/u);
});

test("what differs between two points is told by what it is about", async () => {
  await page.getByRole("link", { name: "What differs since then" }).click();
  await page.getByRole("heading", { name: "What differs between two days" }).waitFor();
  await page.getByText("acts in between", { exact: false }).waitFor();
  assert.deepEqual(await faults(page), []);
  await page.getByRole("link", { name: "Back to the log" }).click();
  await page.locator("main ol li a", { hasText: "Words for risk" }).last().click();
  await page.getByRole("link", { name: "What differs since then" }).click();
  const words = page.locator("article", { hasText: "Words for risk" });
  await words.locator("ins").first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "difference");
});

test("the study is looked at as it was: every screen, nothing changed, and back", async () => {
  await to("/history");
  await page.locator("main ol li a", { hasText: "Words for risk" }).last().click();
  const code = bench.run("codebook", bench.study, "add", "made later", "--as", "Ines");
  assert.ok(code);
  await page.getByRole("button", { name: "Look at the study as it was then" }).click();
  await page.getByText("Everything can be looked at, nothing can be changed.", { exact: false }).waitFor();
  await page.getByRole("heading", { name: "Whose turn it is" }).waitFor();
  assert.equal(await page.getByRole("link", { name: /conflict/u }).count(), 0);
  assert.deepEqual(await faults(page), []);
  await picture(page, "as-it-was");
  await page.getByRole("link", { name: "Codebook" }).click();
  await page.getByLabel("Find a code").fill("made later");
  await page.getByRole("row", { name: "made later" }).waitFor({ state: "detached" });
  assert.equal(await page.locator("header button", { hasText: /^Undo/u }).count(), 0);
  await page.reload();
  await page.getByRole("button", { name: "Back to now" }).click();
  await page.getByLabel("Find a code").fill("made later");
  await page.getByRole("row", { name: "made later" }).waitFor();
});

test("how somebody likes to read is kept, also while they look at the study as it was", async () => {
  await to("/history");
  await page.locator("main ol li a", { hasText: "Words for risk" }).last().click();
  await page.getByRole("button", { name: "Look at the study as it was then" }).click();
  await page.getByText("Everything can be looked at", { exact: false }).waitFor();
  await page.getByRole("link", { name: "Read and code" }).click();
  await page.locator(".sources a").first().click();
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/api/likes") && answer.request().method() === "PUT");
  await page.getByRole("button", { name: "Plain" }).click();
  assert.ok((await kept).ok());
  await page.reload();
  await page.getByRole("button", { name: "Plain", pressed: true }).waitFor();
  await page.getByText("Everything can be looked at", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Code", exact: true }).click();
});

test("a moment of one study is not looked for in another; there the first steps wait, and are ticked off", async () => {
  const other = join(bench.folder, "other.crosscase");
  const text = join(bench.folder, "first.txt");
  writeFileSync(text, "INT: How was it?\nANNA: We had tea on the first day, and then the keys.\n");
  bench.run("new", other, "--title", "Another study", "--as", "Ines");
  bench.run("import", other, text, "--as", "Ines");
  await to("/");
  await page.getByText("Everything can be looked at", { exact: false }).waitFor();
  assert.equal(await page.getByRole("region", { name: "Three first steps" }).count(), 0, "Ines has taken them long ago");
  // Opened in another window: this one is told.
  const second = await bench.window("/history");
  await post(second, "/api/start/open", { path: other, passphrase: "" });
  await page.getByText("Everything can be looked at", { exact: false }).waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "Another study" }).waitFor();
  const steps = page.getByRole("region", { name: "Three first steps" });
  assert.equal(await steps.getByRole("listitem").count(), 3);
  const done = (count: number) => page.waitForFunction((wanted) => [...document.querySelectorAll(".steps li")].filter((one) => one.textContent.includes("(done)")).length === wanted, count);
  await done(0);
  assert.deepEqual(await faults(page), []);
  const { sources } = (await second.evaluate(() => fetch("/api/overview").then((answer) => answer.json()))) as { sources: { id: string }[] };
  const source = sources[0]?.id ?? "";
  await post(second, "/api/acts/reading.finish", { sources: [source] });
  await done(1);
  await post(second, "/api/acts/mark.add", { source, span: { start: 0, end: 4 } });
  await done(2);
  await picture(page, "first-steps");
  await post(second, "/api/acts/memo.write", { text: "It surprised me." });
  await steps.waitFor({ state: "detached" });
  await second.close();
});

test("the browser had nothing to complain of but what was asked wrongly on purpose", () => {
  // A thing that is not there is answered with 404, which Chromium writes into its log.
  assert.deepEqual(bench.complaints.filter((one) => !/status of (404|409)/u.test(one)), []);
});
