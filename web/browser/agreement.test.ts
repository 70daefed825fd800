/** Agreement: numbers open to a sentence each, places to both codings side by side, and what is decided leaves what each did as it is. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/agreement");
  page.setDefaultTimeout(15_000);
});
after(async () => {
  await bench.close();
});

const { said, press } = hands(() => page);
const chosen = (name: string) => page.getByRole("combobox", { name, exact: true });
const table = () => page.getByRole("table");
const line = (code: string) => table().getByRole("row").filter({ has: page.getByRole("rowheader", { name: code, exact: true }) });

test("a line leads with texts and codings, and a number opens to every coefficient with its sentence", async () => {
  await page.getByText(/^Compared: Ines, Marion, Tom\./u).waitFor();
  const force = line("Forms and paperwork");
  assert.match(await force.innerText(), /35.*Ines \d+.*Tom \d+.*%.*0\.\d\d.*rare/su);
  assert.deepEqual(await faults(page), []);
  await picture(page, "agreement");
  await force.getByRole("button", { name: /^Krippendorff’s alpha of Forms/u }).click();
  const opened = page.getByRole("complementary", { name: "Forms and paperwork" });
  await opened.getByText(/a paradox of prevalence/u).waitFor();
  for (const name of ["Krippendorff’s alpha", "Gwet’s AC1", "Fleiss’ kappa", "cu-alpha"]) await opened.getByText(name, { exact: true }).waitFor();
  await opened.getByText(/How much better than chance, with any number of coders/u).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "agreement-opened");
  await press("Escape");
  await opened.waitFor({ state: "detached" });
  assert.match(await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? ""), /^Krippendorff’s alpha of Forms/u);
});

test("what is undefined says why, in words", async () => {
  await chosen("Judged are").selectOption("segments");
  await page.getByText("Only stretches that were coded are questions, each of them one.", { exact: false }).waitFor();
  await chosen("Judged are").selectOption("characters");
  await line("Force witnessed or remembered").getByRole("button", { name: /^Krippendorff’s alpha/u }).click();
  await page.getByRole("complementary").getByText("Undefined: all that was marked has one value, and then agreeing on it cannot be told from chance.").waitFor();
  await press("Escape");
});

test("codes are steps of a scale only where somebody names whose, and it is said how", async () => {
  await chosen("Branches and all codes").selectOption("steps");
  await page.getByText(/^Name the code whose codes are the steps of a scale/u).waitFor();
  await page.getByText(/^Choose in the scope above the code whose codes are the steps/u).waitFor();
  assert.deepEqual(await faults(page), []);
  await page.getByRole("button", { name: "Change the scope" }).click();
  await page.locator(".scope summary", { hasText: /^Codes/u }).click();
  await page.locator(".scope").getByRole("checkbox", { name: "Support", exact: true }).check();
  await line("Support (steps)").waitFor();
  await table().getByRole("columnheader", { name: "AC2" }).waitFor();
  await chosen("Steps").selectOption("interval");
  await page.getByText(/by the square of the steps between them/u).first().waitFor();
  assert.deepEqual(await faults(page), []);
  await page.getByRole("button", { name: "Close the scope" }).click();
  await picture(page, "agreement-steps");
  await page.getByRole("button", { name: "Look at everything" }).click();
  await chosen("Branches and all codes").selectOption("each");
  await line("Forms and paperwork").waitFor();
});

test("two coders, groups and perspectives are compared; what differs is then called difference", async () => {
  await chosen("Compared").selectOption("pairs");
  await table().getByRole("columnheader", { name: "Between" }).waitFor();
  await page.getByRole("button", { name: /^Cohen|^Percent of .* between Ines, Tom/u }).first().waitFor();
  await chosen("Compared").selectOption("all");
  await page.getByText("Who is compared").click();
  await page.getByLabel("How Ines is compared").selectOption("A");
  await page.getByLabel("How Tom is compared").selectOption("A");
  await page.getByLabel("How Marion is compared").selectOption("B");
  await page.getByText(/^Compared: Group A, Group B\./u).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "agreement-groups");
  for (const name of ["Ines", "Tom", "Marion"]) await page.getByLabel(`How ${name} is compared`).selectOption("");
  await page.getByText(/^Compared: Ines, Marion, Tom\./u).waitFor();
  await chosen("Compared").selectOption("perspectives");
  await page.getByText("There are not two perspectives to set side by side").waitFor();
  await chosen("Compared").selectOption("all");
});

test("gamma is worked out when asked for, and says that it is drawn by chance", async () => {
  await page.getByRole("button", { name: "Work out gamma" }).click();
  await page.getByText(/^Gamma 0\.\d\d, between/u).waitFor({ timeout: 40_000 });
});

test("a line leads to the places where they differ on it, with both codings side by side", async () => {
  await line("Forms and paperwork").getByRole("button", { name: /^Of coded/u }).click();
  await page.getByRole("link", { name: "Where they differ" }).last().click();
  await page.getByText(/^\d+ places$/u).waitFor();
  await chosen("Kind").selectOption("confusion");
  await page.getByText("Another code on the same words: a sign of two definitions that overlap.").waitFor();
  const first = page.getByRole("button", { name: /^Confusion in /u }).first();
  await first.click();
  const opened = page.getByRole("complementary");
  await opened.getByRole("heading", { name: /^Confusion in / }).waitFor();
  const sides = opened.getByRole("group", { name: "What each put there" }).getByRole("region");
  assert.equal(await sides.count(), 2);
  for (const at of [0, 1]) await sides.nth(at).getByText("differs", { exact: true }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "agreement-place");
});

test("what is decided has deciders and a reason, stands beside what each did, and is taken back", async () => {
  const opened = page.getByRole("complementary");
  const keep = opened.getByRole("button", { name: "Keep the decision" });
  assert.ok(await keep.isDisabled());
  await opened.getByRole("radio", { name: "both", exact: true }).check();
  await opened.getByRole("checkbox", { name: "Tom" }).check();
  await opened.getByRole("textbox", { name: "Why" }).fill("It is a form, and it is the plan.");
  await keep.click();
  await said("Decided. What each of them did stays as it is; the decision stands beside it.");
  await opened.getByRole("heading", { name: "Decided: both" }).waitFor();
  await opened.getByText("Decided by Ines, Tom").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "agreement-decided");
  await opened.getByRole("button", { name: "Take the decision back" }).click();
  await said("Taken back. The place is open again.");
  await keep.waitFor();
  await opened.getByRole("button", { name: "Next place" }).click();
  await page.getByRole("link", { name: "Decided", exact: true }).click();
  await page.getByRole("row").filter({ hasText: "BRKST01" }).filter({ hasText: "Omission" }).getByText("Marion, Ines").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "agreement-decisions");
});

test("words under a content note stay covered until they are asked for", async () => {
  await page.goto(new URL("/agreement/places?kind=confusion&order=place", bench.address).href);
  await chosen("On the code").selectOption({ label: "Being read as a risk" });
  const covered = page.getByRole("complementary").getByRole("button", { name: "Show it" });
  const places = page.getByRole("button", { name: /^Confusion in BRKST01/u });
  await places.first().waitFor();
  for (const place of await places.all()) {
    await place.click();
    await page.getByRole("complementary").getByRole("group", { name: "What each put there" }).waitFor();
    if ((await covered.count()) > 0) break;
  }
  assert.equal(await page.getByRole("complementary").locator("blockquote").count(), 0);
  assert.deepEqual(await faults(page), []);
  await picture(page, "agreement-covered");
  await covered.click();
  assert.equal(await page.getByRole("complementary").locator("blockquote").count(), 2);
});

test("in the dark and on a narrow screen nothing is lost", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(new URL("/agreement/places?kind=confusion", bench.address).href);
  await page.getByRole("button", { name: /^Confusion in /u }).first().click();
  await page.getByRole("complementary").locator("mark").first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "agreement-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 320, height: 800 });
  for (const [path, name] of [["/agreement", "numbers"], ["/agreement/places?kind=confusion", "places"], ["/agreement/decided", "decided"]] as const) {
    await page.goto(new URL(path, bench.address).href);
    await table().first().waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, path);
    assert.deepEqual(await faults(page), []);
    await picture(page, `agreement-narrow-${name}`);
  }
  await page.setViewportSize({ width: 1360, height: 860 });
});

test("under a reflexive analysis the screen explains why it is off, and where they differ is still listed", async () => {
  await page.evaluate(() => fetch("/api/acts/analysis.add", { method: "POST", headers: { "x-crosscase": "1", "content-type": "application/json" }, body: JSON.stringify({ name: "Reading on", family: "reflexive TA" }) }));
  await page.goto(new URL("/agreement", bench.address).href);
  await chosen("For the analysis").selectOption({ label: "Reading on" });
  await page.getByRole("heading", { name: "Agreement is off here" }).waitFor();
  await page.getByText(/follows reflexive thematic analysis, in which a code is one reader's way of seeing/u).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "agreement-off");
  await page.getByRole("main").getByRole("link", { name: "Where you differ" }).click();
  await page.getByText(/^\d+ places$/u).waitFor();
  // That there are not two perspectives is a refusal, which browsers complain of.
  assert.deepEqual(bench.complaints.filter((one) => !one.includes("422")), []);
});
