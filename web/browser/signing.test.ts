/** Standing behind a theme in a real browser: signed, lapsed because of a change, a change of wording that keeps it, contested; and analyses side by side. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/themes");
  page.setDefaultTimeout(12_000);
});
after(async () => {
  await bench.close();
});

const { said } = hands(() => page);
const signing = () => page.locator("section.signing");

test("one signs a theme off, and a change makes the sign-off lapse", async () => {
  await page.getByRole("link", { name: "The cost of being the bridge" }).first().click();
  await signing().getByRole("button", { name: "I stand behind it" }).click();
  await said("You stand behind “The cost of being the bridge” as it reads now.");
  await signing().getByText("Ines stands behind it").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "signing");
  const boundary = page.getByRole("textbox", { name: "Boundary" });
  await boundary.fill(`${await boundary.inputValue()} And not where nobody asks.`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await signing().getByText("Ines signed, and the theme was changed since").waitFor();
});

test("a change of wording keeps sign-offs and is shown to who signed", async () => {
  await signing().getByRole("button", { name: "I stand behind it" }).click();
  await signing().getByText("Ines stands behind it").waitFor();
  const boundary = page.getByRole("textbox", { name: "Boundary" });
  await boundary.fill(`${await boundary.inputValue()} (So it is.)`);
  await page.getByRole("checkbox", { name: "Wording only: sign-offs stay" }).check();
  assert.deepEqual(await faults(page), []);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await signing().getByText("By Ines, as a change of wording").waitFor();
  await signing().getByText("Ines stands behind it").waitFor();
});

test("analyses stand side by side", async () => {
  await page.goto(new URL("/themes/analyses", bench.address).href);
  const row = page.getByRole("row", { name: /^Alongside/u });
  await row.waitFor();
  assert.match(await row.innerText(), /codebook TA/u);
  assert.deepEqual(await faults(page), []);
});
