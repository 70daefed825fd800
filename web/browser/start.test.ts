/** The start screen: a person with a folder of transcripts begins; others open, are refused, go back to a backup. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

const TALK = "Interviewer: How did you come here?\n\nDora: By bus, on the first morning. Nobody had told me which door.\n\nInterviewer: And then?\n\nDora: Then I rang, and a dog barked.\n";
const SECRET = "four words and a bus";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open({ bare: true });
  mkdirSync(join(bench.folder, "mine"));
  page = await bench.window();
});
after(async () => {
  await bench.close();
});

const { said } = hands(() => page);

async function where(name: string): Promise<void> {
  await page.getByRole("radio", { name: "Another folder" }).check();
  await page.getByRole("textbox", { name: "Folder" }).fill(join(bench.folder, "mine"));
  await page.getByRole("button", { name: "Go there" }).click();
  await page.getByText(join(bench.folder, "mine", name)).waitFor();
}

test("without a study the start screen says what can be done", async () => {
  await page.getByRole("heading", { name: "Begin, or go on" }).waitFor();
  await page.getByText("None yet.", { exact: false }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "start");
});

test("a new study is refused with the reason beside the field, then made", async () => {
  await page.getByRole("link", { name: /Begin a new study/u }).click();
  await page.getByRole("button", { name: "Make the study" }).click();
  await page.getByText("Give the study a title").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-invalid")), "true");
  await page.getByLabel("Title of the study").fill("Doors and buses");
  await page.getByLabel("Your name").fill("Ada");
  await where("doors-and-buses.crosscase");
  assert.deepEqual(await faults(page), []);
  await picture(page, "start-new");
  await page.getByRole("button", { name: "Make the study" }).click();
  await said("Made the study Doors and buses.");
  await page.getByRole("heading", { name: "Take in transcripts and documents" }).waitFor();
});

test("transcripts are taken in and the first one is read", async () => {
  const file = join(bench.folder, "first.txt");
  writeFileSync(file, TALK);
  await page.locator("input[type=file][multiple]").setInputFiles(file);
  await page.getByRole("heading", { name: "What was found" }).waitFor();
  await page.getByText("New sources: 1.", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Take them in (1)" }).click();
  await said("Taken in. New sources: 1.");
  await page.getByRole("link", { name: "Read the first: first" }).click();
  await page.getByText("By bus, on the first morning", { exact: false }).waitFor();
});

test("settings say where it lies, and write a paragraph for an ethics form that is true", async () => {
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByText(join(bench.folder, "mine", "doors-and-buses.crosscase"), { exact: true }).waitFor();
  const words = await page.locator("blockquote").innerText();
  assert.match(words, /one file \(doors-and-buses\.crosscase\)/u);
  assert.match(words, /not encrypted/u);
  assert.match(words, /makes no backups/u);
  assert.deepEqual(await faults(page), []);
  await picture(page, "settings");
  await page.getByLabel("Reference of the ethics approval").fill("EK 12/26");
  await page.getByLabel("Aims").focus();
  await said("Saved.");
  await page.getByLabel("Add somebody").fill("Tom");
  await page.getByRole("button", { name: "Add", exact: true }).first().click();
  await said("Tom is a member now.");
  await page.getByLabel("What Tom may do").selectOption("reader");
  await said("What Tom may do was changed.");
});

test("it is encrypted while it is open; a wrong passphrase is refused beside its field, the right one opens it", async () => {
  await page.getByText("Encrypt it", { exact: true }).click();
  await page.getByLabel("Passphrase", { exact: true }).fill(SECRET);
  await page.getByLabel("The passphrase once more").fill("something else");
  await page.getByRole("button", { name: "Encrypt the study" }).click();
  await page.getByText("The two are not the same.", { exact: false }).waitFor();
  await page.getByLabel("The passphrase once more").fill(SECRET);
  await page.getByRole("button", { name: "Encrypt the study" }).click();
  await said("The study is encrypted.");
  await page.getByText("Encrypted: without the passphrase", { exact: false }).waitFor();
  assert.match(await page.locator("blockquote").innerText(), /encrypted as a whole/u);
  await page.getByRole("button", { name: "Close this study" }).click();
  await page.getByRole("heading", { name: "Begin, or go on" }).waitFor();
  await page.getByRole("button", { name: "doors-and-buses.crosscase", exact: true }).click();
  const field = page.getByLabel("doors-and-buses.crosscase is encrypted. Type its passphrase.");
  await field.fill("not this one");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByText("That is not its passphrase.", { exact: false }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "start-passphrase");
  await field.fill(SECRET);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  // Two members now: who is working is asked where the machine does not know it.
  await page.getByRole("heading", { name: "Who is working?" }).waitFor();
  await page.getByRole("button", { name: "Ada" }).click();
  await page.getByRole("link", { name: "Settings" }).waitFor();
});

test("a backup is gone back to after it was said what is lost", async () => {
  await page.close();
  await bench.end();
  bench.env.CROSSCASE_BACKUPS = "on";
  await bench.serve("", 0, true);
  await bench.context.clearCookies();
  page = await bench.window("/start/new");
  await page.getByLabel("Title of the study").fill("Kept");
  await page.getByLabel("Your name").fill("Ada");
  await where("kept.crosscase");
  await page.getByRole("button", { name: "Make the study" }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Back up now" }).click();
  await said("A backup was made");
  await page.getByLabel("Add somebody").fill("Vera");
  await page.getByRole("button", { name: "Add", exact: true }).first().click();
  await said("Vera is a member now.");
  await page.getByRole("button", { name: "Close this study" }).click();
  await page.getByRole("link", { name: /Go back to a backup/u }).click();
  await page.getByRole("button", { name: "kept.crosscase", exact: true }).first().click();
  await page.getByRole("row", { name: /by hand/u }).getByRole("button").click();
  await page.getByText("Ada: acts 1,", { exact: false }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "start-restore");
  await page.getByRole("button", { name: "Go back to this backup" }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByLabel("Name of Ada").waitFor();
  assert.equal(await page.getByLabel("Name of Vera").count(), 0);
});

test("it holds at 320 pixels and in the dark", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 320, height: 720 });
  for (const path of ["/study", "/import"]) {
    await page.goto(new URL(path, bench.address).href);
    await page.locator("main h1").waitFor();
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok((wide ?? 0) <= (there ?? 0), `${path}: ${wide} > ${there}`);
    assert.deepEqual(await faults(page), []);
    await picture(page, `narrow-dark${path.replace("/", "-")}`);
  }
});

test("nothing was asked of anybody else, and the browser had nothing to complain of", () => {
  assert.ok([...bench.asked].every((host) => host.startsWith("127.0.0.1:")), [...bench.asked].join(" "));
  // A refused passphrase is an answer (403), and Chromium notes it.
  assert.deepEqual(bench.complaints.filter((one) => !/status of 4\d\d/u.test(one)), []);
});
