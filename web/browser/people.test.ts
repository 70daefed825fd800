/** Cases and participants: written in by keys alone, pasted into from a spreadsheet, refused as typed, undone in one step. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  await (await bench.window()).close();
  await bench.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await bench.window("/people");
  await cell("ALDCO01", "Identifier").waitFor();
});
after(async () => {
  await bench.close();
});

const { press, said } = hands(() => page);
/** A cell by the name of its row and the heading of its column. */
function cell(row: string, heading: string) {
  return page.locator(`[role=row]:has([role=rowheader] .grid-words:text-is("${row}")) >> [data-cell$=" ${HEADINGS.indexOf(heading)}"]`);
}
const HEADINGS = ["Identifier", "Page", "Case", "Sampling role", "Note", "age", "gender", "May be quoted", "Sources"];
const copied = (text: string) => page.evaluate((words) => navigator.clipboard.writeText(words), text);
const undone = async () => {
  await page.locator("main").focus();
  await press("Control+z");
  await said("Undone:");
};

test("the sheet has its headings and is clean for assistive technology", async () => {
  assert.deepEqual(await page.locator("[role=columnheader]").allInnerTexts(), HEADINGS);
  assert.equal(await page.getByRole("grid").getAttribute("aria-rowcount"), "93");
  assert.deepEqual(await faults(page), []);
  await picture(page, "participants");
});

test("a cell is written by keys alone; Escape leaves it, Tab goes on to the next", async () => {
  await cell("ALDCO01", "Identifier").focus();
  await press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
  await page.keyboard.type("rang back?");
  await press("Escape");
  assert.equal(await cell("ALDCO01", "Note").innerText(), "");
  await page.keyboard.type("rang back");
  await press("Tab");
  await said("Note: rang back. Saved.");
  await page.waitForFunction(() => document.activeElement?.getAttribute("data-cell") === "0 5");
  await press("F2");
  const list = page.getByRole("listbox", { name: "age" });
  await list.waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "cell");
  await page.getByRole("combobox", { name: "age of ALDCO01" }).fill("26");
  await press("ArrowDown", "Enter");
  await said("age: 26-35. Saved.");
  await page.waitForFunction(() => document.activeElement?.getAttribute("data-cell") === "1 5");
  assert.equal(await cell("ALDCO01", "age").innerText(), "26-35");
});

test("a wrong identifier is refused while it is typed, with the reason, and its words stay", async () => {
  await cell("ALDMA01", "Identifier").focus();
  await press("F2");
  const field = page.getByRole("textbox", { name: "Identifier of ALDMA01" });
  await field.fill("ALDXX01");
  const why = page.locator(".grid-why", { hasText: "does not follow this study's grammar" });
  await why.waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "refused");
  await press("Enter");
  assert.equal(await field.inputValue(), "ALDXX01");
  await field.fill("ALDCO01");
  await page.locator(".grid-why", { hasText: "There is a participant 'ALDCO01' already" }).waitFor();
  await press("Escape");
  await field.waitFor({ state: "detached" });
  assert.equal(await cell("ALDMA01", "Identifier").innerText(), "ALDMA01");
});

test("a block from a spreadsheet shows what changes and what does not fit; nothing goes in until all fits", async () => {
  await cell("ALDCO01", "age").focus();
  await copied("46-55\tman\tyes\r\nancient\twoman\tperhaps\r\n");
  await press("Control+v");
  const dialog = page.getByRole("dialog", { name: "Paste 2 rows and 3 columns" });
  await dialog.getByText("do not fit.").filter({ hasText: "2 do not fit" }).waitFor();
  await dialog.getByText("'perhaps' is no answer").waitFor();
  assert.equal(await dialog.getByRole("button", { name: /^Paste/u }).isDisabled(), true);
  assert.deepEqual(await faults(page), []);
  await picture(page, "paste-refused");
  await press("Escape");
  await dialog.waitFor({ state: "detached" });
});

test("a block that fits goes in as one act, and one undo takes all of it back", async () => {
  const before = await page.locator("[role=gridcell]").allInnerTexts();
  await copied("age\tIdentifier\tMay be quoted\n36-45\tALDMA01\tyes\n56-65\tALDPW01\tno\n26-35\tALDPW09\tyes\n");
  await cell("ALDCO01", "Identifier").focus();
  await press("Control+v");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("1 lines are new").waitFor();
  await picture(page, "paste");
  await dialog.getByRole("button", { name: /^Paste/u }).click();
  await said("Pasted:");
  await cell("ALDPW09", "Case").waitFor();
  assert.equal(await cell("ALDPW09", "Case").innerText(), "ALD");
  assert.equal(await cell("ALDMA01", "May be quoted").innerText(), "yes");
  await undone();
  await cell("ALDPW09", "Case").waitFor({ state: "detached" });
  assert.deepEqual(await page.locator("[role=gridcell]").allInnerTexts(), before);
});

test("a block is copied as spreadsheets take it", async () => {
  await cell("ALDCO01", "Case").focus();
  await press("Shift+ArrowRight", "Shift+ArrowDown", "Control+c");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "ALD\tstrategic manager\nALD\tteam manager");
});

test("a participant is added under the next free identifier", async () => {
  await page.getByRole("button", { name: "Add a participant …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Case").selectOption("FEN");
  await dialog.getByLabel("Sampling role").selectOption("peer worker");
  await dialog.getByText("It will be FENPW").waitFor();
  assert.deepEqual(await faults(page), []);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await said("Added FENPW");
  await undone();
});

test("several participants are removed in one act, and what goes with them is said first", async () => {
  const shown = () => page.locator(".sheet p[aria-live]").innerText();
  const before = await shown();
  await page.locator('[data-cell="0 0"]').click();
  await press("Shift+ArrowDown");
  await page.getByText("Chosen: 2").waitFor();
  await page.getByRole("button", { name: "Remove …" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove …" });
  // Whoever speaks in a source stays: it is said who, and nothing can be pressed.
  await dialog.getByRole("alert").getByText(/is still named by/u).waitFor();
  assert.equal(await dialog.getByRole("button", { name: "Remove", exact: true }).isDisabled(), true);
  assert.deepEqual(await faults(page), []);
  // The browser notes every refusal.
  assert.deepEqual(bench.complaints.splice(0).filter((one) => !one.includes("409")), []);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.evaluate(async () => {
    for (const identifier of ["FENPW97", "FENPW98"]) {
      await fetch("/api/acts/participant.add", { method: "POST", headers: { "x-crosscase": "1", "content-type": "application/json" }, body: JSON.stringify({ identifier }) });
    }
  });
  await page.getByLabel("Find", { exact: true }).fill("FENPW9");
  await cell("FENPW98", "Identifier").waitFor();
  await page.locator('[data-cell="0 0"]').click();
  await press("Shift+ArrowDown");
  await page.getByRole("button", { name: "Remove …" }).click();
  await dialog.getByText("Remove FENPW97, FENPW98?").waitFor();
  await dialog.getByText(/goes: values in the table \(\d+\)|Nothing else goes/u).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "participants-remove");
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await said("Removed: 2.");
  await cell("FENPW98", "Identifier").waitFor({ state: "detached" });
  await undone();
  await cell("FENPW97", "Identifier").waitFor();
  await cell("FENPW98", "Identifier").waitFor();
  await page.getByLabel("Find", { exact: true }).fill("");
  assert.notEqual(await shown(), before);
});

test("the frame takes targets, and says what they mean", async () => {
  await page.getByRole("link", { name: "Frame", exact: true }).click();
  const place = page.locator('[data-cell="1 1"]');
  await place.waitFor();
  await page.locator('[data-cell="0 1"]').focus();
  await press("ArrowDown");
  await page.keyboard.type("9");
  await press("Enter");
  await place.filter({ hasText: "of 9" }).filter({ hasText: "under" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "frame");
  await undone();
  await place.filter({ hasText: "of 2" }).waitFor();
});

test("the other parts are clean, and say what to do next", async () => {
  for (const [name, next] of [["Cases", "Arrows move"], ["Recruitment log", "never names"], ["Sets", "under a name"], ["Voices", "Whose voice"]] as const) {
    await page.getByRole("navigation", { name: "Cases and participants" }).getByRole("link", { name }).click();
    await page.locator("main p", { hasText: next }).first().waitFor();
    assert.deepEqual(await faults(page), [], name);
    await picture(page, `people-${name.split(" ")[0]}`.toLowerCase());
  }
});

test("withdrawing shows everything it touches, asks who and why, and takes the words out", async () => {
  await page.goto(new URL("/people/participants", bench.address).href);
  await cell("ALDPW01", "Page").getByRole("link").click();
  await page.getByRole("heading", { name: "ALDPW01" }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "participant");
  await page.getByRole("button", { name: "Withdraw ALDPW01 …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Sources that go with all the words in them").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "withdraw");
  const erase = dialog.getByRole("button", { name: "Erase for good" });
  assert.equal(await erase.isDisabled(), true);
  await dialog.getByLabel(/Who asked for this/u).fill("asked by letter of 3 May");
  await dialog.getByLabel(/Type ALDPW01/u).fill("ALDPW01");
  await erase.click();
  await said("The words of ALDPW01 are erased.");
  await cell("ALDPW02", "Identifier").waitFor();
  await cell("ALDPW01", "Identifier").waitFor({ state: "detached" });
});

test("at 320 pixels only the table scrolls sideways, and it is dark where the machine is", async () => {
  await page.setViewportSize({ width: 320, height: 720 });
  await page.emulateMedia({ colorScheme: "dark" });
  for (const path of ["/people", "/people/frame", "/people/voices"]) {
    await page.goto(new URL(path, bench.address).href);
    await page.locator("main h1").waitFor();
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok((wide ?? 0) <= (there ?? 0), `${path}: ${wide} > ${there}`);
    assert.deepEqual(await faults(page), []);
    await picture(page, `narrow${path.replaceAll("/", "-")}`);
  }
});

test("the browser had nothing to complain of", () => assert.deepEqual(bench.complaints, []));
