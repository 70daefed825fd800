/** What findings stand against: rivals, replication by case, and what participants were given back. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;
const { said } = hands(() => page);

before(async () => {
  bench = await Workbench.open();
  bench.run("consent", bench.study, "set", "ALDPW01", "--verbatim", "no", "--as", "Ines");
  page = await bench.window("/themes/standing");
});
after(async () => {
  await bench.close();
  assert.deepEqual(bench.complaints.filter((one) => !one.includes("ERR_FAILED")), []);
});

test("a rival is written down, and what became of it with the reason", async () => {
  await page.getByText("It is the size of a service and not its sector").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "standing");
  await page.getByLabel("Another explanation of it").fill("Slow services have fewer people to see.");
  await page.getByRole("button", { name: "Write it down" }).first().click();
  await said("The rival explanation is written down.");
  const rival = page.locator(".rival", { hasText: "Slow services have fewer people to see." });
  await rival.locator("summary").click();
  await rival.getByRole("combobox", { name: "What became of it" }).selectOption("ruled out");
  await rival.getByRole("textbox", { name: "Why" }).fill("The slowest sees most people.");
  await rival.getByRole("button", { name: "Keep this" }).click();
  await said("It is now: ruled out.");
  await rival.getByText("The slowest sees most people.").first().waitFor();
});

test("what a theme lets expect of a case is written in its row, and outlives a refused save", async () => {
  await page.getByRole("combobox", { name: "Theme" }).selectOption({ label: "The cost of being the bridge" });
  const gap = page.locator(".standing-table").first().locator("tbody tr", { hasText: "nothing written" }).first();
  const code = ((await gap.locator("th").innerText()).split("\n")[0] ?? "").trim();
  const expected = page.getByRole("textbox", { name: `Expected, ${code}` });
  await page.route("**/api/acts/replication.set*", (route) => route.abort());
  await expected.fill("The same, for the same reason.");
  await page.getByRole("textbox", { name: `Note, ${code}` }).focus();
  await page.getByText("Not saved: your words are kept here.").waitFor();
  assert.equal(await expected.inputValue(), "The same, for the same reason.");
  await page.unroute("**/api/acts/replication.set*");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Not saved: your words are kept here.").waitFor({ state: "detached" });
  await page.getByLabel(`Found, ${code}`).selectOption("as expected");
  await said(`${code}: kept.`);
});

test("what was given back is written down, and what may not be printed says so", async () => {
  await page.getByText("Not printed: ALDPW01 does not agree").waitFor();
  const form = page.locator("form", { hasText: "Somebody was given something to read" });
  await form.getByLabel("Participant").selectOption({ label: "ALDST02" });
  await form.getByLabel("When").fill("2025-09-02");
  await form.getByLabel("What they said").fill("Fine.");
  await form.getByRole("button", { name: "Write it down" }).click();
  await said("Written down for ALDST02.");
  await page.getByRole("rowheader", { name: /^ALDST02/u }).waitFor();
  const given = page.getByRole("region", { name: "Given back to participants" });
  const [download] = await Promise.all([page.waitForEvent("download"), given.getByRole("button", { name: "Save as csv" }).click()]);
  const kept = readFileSync(await download.path(), "utf8");
  assert.match(kept, /ALDST02,.*Fine\./u);
  assert.match(kept, /ALDPW01,.*\[withheld/u);
  assert.deepEqual(await faults(page), []);
  await form.scrollIntoViewIfNeeded();
  await picture(page, "standing-given");
});

test("it holds in the dark and on 320 pixels", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 320, height: 700 });
  assert.deepEqual(await faults(page), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await picture(page, "standing-narrow");
});
