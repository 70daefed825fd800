/** Everything that is done in the page is undone from the page, back to the study as it was, and done again. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;
let at = "";

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/read");
});
after(async () => {
  await bench.close();
});

const said = (words: string) => page.locator(".said", { hasText: words }).waitFor();
const undo = () => page.locator("header button", { hasText: /^Undo/u });
const redo = () => page.locator("header button", { hasText: /^Redo/u });

/** Every thing of every kind, as the model has it. */
const everything = () =>
  page.evaluate(async () => {
    const paths = Object.keys(((await (await fetch("/api/openapi.json")).json()) as { paths: object }).paths).filter((path) => path.startsWith("/api/rows/"));
    const found: Record<string, unknown> = {};
    for (const path of paths) found[path] = await (await fetch(path)).json();
    return found;
  });
/** The act that undo would take back. */
const next = () => page.evaluate(async () => ((await (await fetch("/api/history/next")).json()) as { undo: { id: string } | null }).undo?.id ?? "");
/** Do something, and wait until it is recorded. */
const doing = async (path: string, what: () => Promise<unknown>) => {
  const recorded = page.waitForResponse((answer) => answer.url().includes(path) && answer.request().method() === "POST");
  await what();
  assert.equal((await recorded).status(), 200, path);
};

let was: Awaited<ReturnType<typeof everything>>;
let first = "";
let done = 0;

test("one works on many screens: codes, marks, defines, moves, writes", async () => {
  await page.locator(".sources a").nth(1).click();
  await page.getByRole("heading", { name: "ALDPW01" }).waitFor();
  await page.locator(".cc-stripe").first().waitFor();
  // Coming here may have begun a reading; the study as it is now is the beginning.
  [was, first] = [await everything(), await next()];
  await page.locator(".cc-words").nth(3).dblclick();
  await page.getByRole("button", { name: "Code …" }).click();
  await page.getByRole("combobox", { name: "Code" }).fill("pay");
  await doing("/api/acts/", () => page.getByRole("option", { name: /Pay and hours/u }).click());
  await said("Coded with Pay and hours.");
  await page.locator(".cc-words").nth(5).dblclick();
  await page.keyboard.press("c");
  await page.getByRole("combobox", { name: "Code" }).fill("made on the way");
  await doing("/api/acts/", () => page.keyboard.press("Enter"));
  await said("Coded with made on the way.");
  await page.goto(new URL("/codebook", bench.address).href);
  await page.getByLabel("Find a code").fill("made on the way");
  await page.getByRole("row", { name: "made on the way" }).click();
  await page.getByRole("heading", { name: "made on the way" }).waitFor();
  at = page.url();
  // Each field is left with Tab right after it was filled: nothing typed may be lost on the way.
  for (const [field, words] of [["Definition", "Towards the sun."], ["Put it on", "Swallows."], ["Do not put it on", "Penguins."]] as const) {
    await doing("/api/acts/code.define", async () => {
      await page.getByRole("textbox", { name: field, exact: true }).fill(words);
      await page.keyboard.press("Tab");
    });
  }
  assert.match(bench.run("codebook", bench.study, "show", "made on the way"), /Towards the sun\.[\s\S]*Swallows\.[\s\S]*Penguins\./u);
  await doing("/api/acts/code.", async () => {
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await page.getByRole("combobox", { name: "Under", exact: true }).selectOption({ label: "Support" });
  });
  await said("Moved made on the way.");
});

test("all of it is undone from the page, until the study is as it was", async () => {
  while ((await next()) !== first) {
    assert.ok(done < 20, "it does not come to an end");
    const turned = page.waitForResponse((answer) => answer.url().includes("/api/undo"));
    await undo().click();
    assert.equal((await turned).status(), 200);
    await said("Undone:");
    done += 1;
  }
  assert.ok(done >= 6, `${done}`);
  assert.deepEqual(await everything(), was);
  bench.run("verify", bench.study);
  await page.getByLabel("Find a code").fill("made on the way");
  await page.getByRole("row", { name: "made on the way" }).waitFor({ state: "detached" });
  // What was asked of the code that has gone meanwhile is answered so, and nothing else was complained of.
  assert.deepEqual(bench.complaints.splice(0).filter((one) => !one.includes("404")), []);
});

test("and all of it is done again", async () => {
  for (let act = 0; act < done; act += 1) {
    const turned = page.waitForResponse((answer) => answer.url().includes("/api/redo"));
    await redo().click();
    assert.equal((await turned).status(), 200);
    await said("Done again:");
  }
  assert.match(bench.run("codebook", bench.study, "show", "made on the way"), /Penguins/u);
  await page.goto(at);
  await page.getByRole("heading", { name: "made on the way" }).waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Do not put it on", exact: true }).inputValue(), "Penguins.");
  assert.deepEqual(bench.complaints, []);
});
