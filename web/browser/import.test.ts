/** Import: refusals with reasons, corrections, names replaced before anything is taken in, nothing after cancelling. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

const EMPTY = "import sys\nfrom crosscase.study import Study\nStudy.new(sys.argv[1], title='Doors', member='Ada').close()";
const TALKS: Record<string, string> = {
  "north/Dora.txt": "Marta Kern: How did you come here?\n\nDora: By bus from Birkenfeld. I told Mrs Lund that nobody in Birkenfeld knew.\n\nMarta Kern: And then?\n\nDora: Then Lund rang me, and I asked Dr Lund to wait.\n",
  "south/second.txt": "Marta Kern: Who came first?\n\nUlrike: A man from Birkenfeld, and then Mrs Lund herself.\n\nMarta Kern: Why?\n\nUlrike: Nobody said.\n",
};
const TWICE = "Ann: It was slow.\n\nBen: Why was it slow?\n\nAnn: So slow.\n";
const PASSPHRASE = "kept apart from the study";

let bench: Workbench;
let page: Page;
let folder: string;

before(async () => {
  bench = await Workbench.open({ study: EMPTY, member: "Ada" });
  folder = join(bench.folder, "talks");
  for (const [name, words] of Object.entries(TALKS)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), words);
  }
  writeFileSync(join(folder, "photo.png"), Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
  page = await bench.window("/import");
});
after(async () => {
  await bench.close();
});

const { said } = hands(() => page);
const bring = async () => {
  await page.locator("input[type=file]:not([multiple])").setInputFiles(folder);
  await page.getByRole("heading", { name: "What was found" }).waitFor();
};

test("what is brought is shown with its refusals and reasons, and nothing is in the study when it is cancelled", async () => {
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "import");
  await bring();
  const refused = page.getByRole("row", { name: /photo\.png/u });
  assert.match(await refused.innerText(), /This is a picture \(PNG\)/u);
  await page.getByText("New sources: 2. In the study already: 0. Tables: 0. Refused: 1.", { exact: false }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "import-found");
  await page.getByRole("button", { name: "Cancel" }).click();
  await said("Cancelled. Nothing was taken in.");
  assert.deepEqual(JSON.parse(bench.run("sources", bench.study, "--json")).sources, []);
});

test("a speaker, cases and participants are corrected, and what was typed is there after looking elsewhere", async () => {
  await bring();
  await page.getByLabel("Whose voice is Marta Kern").selectOption({ label: "The interviewer’s" });
  await page.getByLabel("Whose voice is Dora").selectOption({ label: "The participant’s" });
  await page.getByLabel("Whose voice is Ulrike").selectOption({ label: "The participant’s" });
  await page.getByRole("button", { name: "Use folders as cases" }).click();
  await page.getByLabel("Participants of talks/north/Dora.txt, with commas between them").fill("N1");
  await page.getByLabel("Participants of talks/south/second.txt, with commas between them").fill("S1");
  await page.getByText("Cases: 2. Participants: 2.", { exact: false }).waitFor();
  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("link", { name: "Import" }).click();
  assert.equal(await page.getByLabel("Case of talks/south/second.txt").inputValue(), "south");
});

test("names are confirmed one by one, by keyboard, and replaced before anybody codes", async () => {
  const lund = page.getByRole("checkbox", { name: "Replace Lund" });
  await lund.focus();
  await page.keyboard.press("Space");
  await page.getByLabel("What stands for Birkenfeld").fill("[a town]");
  for (const name of ["Marta Kern", "Dora", "Ulrike"]) await page.getByRole("checkbox", { name: `Replace ${name}`, exact: true }).check();
  await page.getByText("Names that are replaced: 5.", { exact: false }).waitFor();
  await page.getByText("By bus from [a town]", { exact: false }).first().waitFor();
  await page.getByRole("button", { name: "Take them in (2)" }).click();
  await page.getByText("Type a passphrase.").waitFor();
  await page.locator("input[type=password]:focus").waitFor();
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await page.getByLabel("The passphrase once more").fill(PASSPHRASE);
  assert.deepEqual(await faults(page), []);
  await picture(page, "import-names");
  await page.getByRole("button", { name: "Take them in (2)" }).click();
  await said("Taken in. New sources: 2.");
  await picture(page, "import-done");
  assert.deepEqual(await faults(page), []);
  await page.getByRole("link", { name: /Read the first/u }).click();
  await page.getByText("By bus from [a town]", { exact: false }).waitFor();
  const file = readFileSync(bench.study);
  for (const name of ["Birkenfeld", "Lund", "Ulrike"]) assert.equal(file.includes(name), false, name);
  assert.equal(readFileSync(bench.study.replace(/\.crosscase$/u, ".names")).includes("Lund"), false);
});

test("the same files again are known once the register is open; a wrong passphrase is refused beside its field", async () => {
  await page.getByRole("link", { name: "Import" }).click();
  await bring();
  await page.getByLabel("Passphrase", { exact: true }).fill("not this");
  await page.getByRole("button", { name: "Open the register" }).click();
  await page.getByText("That is not its passphrase.", { exact: false }).waitFor();
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await page.getByRole("button", { name: "Open the register" }).click();
  await said("The register is open. Names in it: 5.");
  await page.getByText("New sources: 0. In the study already: 2.", { exact: false }).waitFor();
  await page.getByRole("button", { name: "There is nothing new to take in." }).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
});

test("a table of participants comes in by the same door", async () => {
  const table = join(bench.folder, "participants.csv");
  writeFileSync(table, "identifier,case,age\nN2,north,41\nN3,north,52\n");
  await page.locator("input[type=file][multiple]").setInputFiles(table);
  await page.getByLabel("Type: age").selectOption("text");
  await page.getByRole("button", { name: "Take them in (1)" }).click();
  await page.getByText("Added: participants 2", { exact: false }).waitFor();
});

test("a quotation that stands at several places is asked about, and the one that is chosen, by keyboard, is coded", async () => {
  const given = ["slow.txt", "coded.csv"].map((name) => join(bench.folder, name));
  writeFileSync(given[0] ?? "", TWICE);
  writeFileSync(given[1] ?? "", "document,quotation,code\nslow,slow,waiting\nslow,slow,late\nslow,quick,waiting\nslow,Why was it,asking\n");
  await page.getByRole("button", { name: "Take in more" }).click();
  await page.locator("input[type=file][multiple]").setInputFiles(given);
  await page.getByText("coded.csv, row 4, waiting", { exact: false }).waitFor();
  const first = page.getByRole("group", { name: "coded.csv, row 2 (waiting), in slow" });
  const second = page.getByRole("group", { name: "coded.csv, row 3 (late), in slow" });
  assert.equal(await second.getByRole("radio", { name: "Leave it open" }).isChecked(), true);
  await first.getByRole("radio", { name: "Leave it open" }).focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assert.equal(await first.getByRole("radio", { name: /Why was it \[slow\]/u }).isChecked(), true);
  await page.getByText("Chosen: 1. Left open: 1.").waitFor();
  assert.deepEqual(await faults(page), []);
  await first.scrollIntoViewIfNeeded();
  await picture(page, "import-places");
  await page.getByRole("button", { name: "Take them in (2)" }).click();
  await page.getByText("codings 2", { exact: false }).waitFor();
  await page.getByText("coded.csv, row 3: slow").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "import-places-done");
  const { codings } = JSON.parse(bench.run("code", bench.study, "--list", "--of", "waiting", "--json")) as { codings: { quote: string; start: number }[] };
  assert.deepEqual(codings.map((one) => [one.quote, one.start]), [["slow", TWICE.indexOf("slow?")]]);
});

test("a project of another program is looked at, taken in as one act, and undone", async () => {
  const other = join(bench.folder, "other.crosscase");
  const project = join(bench.folder, "from-elsewhere.qdpx");
  bench.run("demo", other);
  bench.run("export", other, project, "--profile", "strict", "--as", "Ines", "--no-record");
  await page.getByRole("button", { name: "Take in more" }).click();
  await page.locator("input[type=file][multiple]").setInputFiles(project);
  await page.getByText(/from-elsewhere\.qdpx is a project from crosscase/u).waitFor();
  await page.getByText("Texts: 42").waitFor();
  await page.getByLabel("What are its cases here?").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "import-project");
  const before = JSON.parse(bench.run("sources", bench.study, "--json")).sources.length as number;
  await page.getByRole("button", { name: "Take the project in" }).click();
  await said("Taken in. New sources: 42.");
  assert.equal(JSON.parse(bench.run("sources", bench.study, "--json")).sources.length, before + 42);
  assert.deepEqual(await faults(page), []);
});

test("what is gone on one side is shown with a newer export of the project, and goes on the other only when that is chosen", async () => {
  const codes = () => bench.run("codebook", bench.study);
  const newer = join(bench.folder, "newer.qdpx");
  bench.run("codebook", bench.study, "remove", "Words for risk", "--as", "Ada");
  bench.run("codebook", join(bench.folder, "other.crosscase"), "remove", "Carrying it home", "--as", "Ines");
  bench.run("export", join(bench.folder, "other.crosscase"), newer, "--profile", "strict", "--as", "Ines", "--no-record");
  await page.getByRole("button", { name: "Take in more" }).click();
  await page.locator("input[type=file][multiple]").setInputFiles(newer);
  const group = page.getByRole("group", { name: "What is gone on one side" });
  await group.getByText(/Removed here, and in the project still: .*1 code \('Words for risk'\)/u).waitFor();
  await group.getByText(/Here, and in the project no more: .*1 code \('Carrying it home'\)/u).waitFor();
  await group.getByRole("checkbox", { name: "Bring it back" }).focus();
  await page.keyboard.press("Space");
  await said("Looked at anew. Nothing is taken in yet.");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("type")), "checkbox");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.getByText(/Removed, because this file has it no more: .*1 code \('Carrying it home'\)/u).waitFor({ state: "attached" });
  await group.scrollIntoViewIfNeeded();
  assert.deepEqual(await faults(page), []);
  await picture(page, "import-gone");
  assert.doesNotMatch(codes(), /Words for risk/u);
  await page.getByRole("button", { name: "Take the project in" }).click();
  await page.getByRole("heading", { name: "Taken in" }).waitFor();
  assert.match(codes(), /Words for risk/u);
  assert.doesNotMatch(codes(), /Carrying it home/u);
});

test("at 320 pixels the page is not scrolled sideways, and it is dark where the machine is", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 320, height: 720 });
  await page.getByRole("button", { name: "Take in more" }).click();
  await bring();
  const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok((wide ?? 0) <= (there ?? 0), `${wide} > ${there}`);
  assert.deepEqual(await faults(page), []);
  await picture(page, "import-narrow-dark");
});

test("nothing was asked of anybody else, and the browser had nothing to complain of", () => {
  assert.deepEqual([...bench.asked], [new URL(bench.address).host]);
  assert.deepEqual(bench.complaints.filter((one) => !/status of 4\d\d/u.test(one)), []);
});
