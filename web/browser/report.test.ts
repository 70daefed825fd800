/** The report: parts chosen and put in order, seen beforehand, written as files that open, stopped, and on record. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { faults, picture, Workbench } from "./workbench.ts";

const PYTHON = join(fileURLToPath(import.meta.url), "..", "..", "..", ".venv", "bin", "python");
const READ_WORD = `
import sys, zipfile
from xml.etree import ElementTree as tree
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
body = tree.fromstring(zipfile.ZipFile(sys.argv[1]).read("word/document.xml"))
print(len(list(body.iter(W + "tbl"))))
for paragraph in body.iter(W + "p"):
    print("".join(text.text or "" for text in paragraph.iter(W + "t")))
`;
const LONG = { timeout: 90_000 };
let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  // Somebody does not agree to be quoted: they are named, and their words are nowhere.
  bench.run("consent", bench.study, "set", "ALDPW01", "--verbatim", "no", "--as", "Ines");
  page = await bench.window("/report");
});
after(async () => {
  await bench.close();
});

const said = (words: string) => page.locator(".said", { hasText: words }).waitFor(LONG);
const part = (name: string) => page.getByRole("checkbox", { name, exact: true });
const order = () => page.locator(".report-parts li label").allInnerTexts();
let seen = "";
/** Wait until another page than the last one is shown, whole and alone. */
const settled = async () => {
  const job = await page.waitForFunction((before) => {
    const frames = [...document.querySelectorAll<HTMLIFrameElement>(".frames:not(.old) iframe")];
    const here = frames[0]?.dataset["job"];
    const page = frames[0]?.contentDocument;
    return frames.length === 1 && here !== before && page?.readyState === "complete" && page.querySelector("h1") ? here : undefined;
  }, seen, LONG);
  seen = (await job.jsonValue()) ?? "";
};
const inFrame = () => page.evaluate(() => document.querySelector<HTMLIFrameElement>(".frames iframe")?.contentDocument?.body.innerText ?? "");
const headings = () => page.evaluate(() => [...(document.querySelector<HTMLIFrameElement>(".frames iframe")?.contentDocument?.querySelectorAll("h2") ?? [])].map((one) => one.textContent));
const download = async (name: string) => {
  const link = page.getByRole("link", { name: `Download ${name}` }).first();
  await link.waitFor(LONG);
  const [got] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const path = join(bench.folder, got.suggestedFilename());
  await got.saveAs(path);
  return path;
};

test("the whole report is seen as it will be, with what is not quoted and why", async () => {
  await page.locator(".preview header", { hasText: /step \d+ of \d+/u }).waitFor(LONG);
  await settled();
  const parts = await page.locator(".report-parts input").count();
  assert.ok(parts >= 17);
  assert.equal(await page.locator(".report-parts input:checked").count(), parts);
  const whole = await inFrame();
  for (const words of ["Table 1", "Table 2", "Table 3", "Quotations not printed", "Figure 1"]) assert.match(whole, new RegExp(words, "u"));
  assert.equal((await headings()).filter((one) => one === "The frame").length, 1);
  assert.deepEqual(await faults(page), []);
  await picture(page, "report");
  await page.getByText(/^Not quoted, and why: \d+$/u).click();
  await page.getByRole("row", { name: /ALDPW01 .*does not agree to verbatim quotation/u }).first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "report-not-quoted");
  await page.getByText(/^Not quoted, and why: \d+$/u).click();
});

test("the preview keeps the place where somebody reads, though a part above it has gone", async () => {
  const place = () =>
    page.evaluate(() => {
      const shown = document.querySelector<HTMLIFrameElement>(".frames iframe")?.contentDocument;
      const head = [...(shown?.querySelectorAll("h2") ?? [])].find((one) => one.textContent === "Codebook");
      return Math.round(head?.getBoundingClientRect().top ?? Number.NaN);
    });
  await page.evaluate(() => {
    const shown = document.querySelector<HTMLIFrameElement>(".frames iframe")?.contentDocument;
    const head = [...(shown?.querySelectorAll("h2") ?? [])].find((one) => one.textContent === "Codebook");
    shown?.defaultView?.scrollBy(0, (head?.getBoundingClientRect().top ?? 0) + 300);
  });
  const before = await place();
  assert.ok(Math.abs(before + 300) < 2, `${before}`);
  await part("The sample").uncheck();
  await settled();
  assert.doesNotMatch((await headings()).join(), /The sample/u);
  assert.ok(Math.abs((await place()) - before) < 2, `${before} became ${await place()}`);
});

test("what content notes lie on is in the preview only when it is asked for", async () => {
  for (const name of ["Codebook", "Who said what (matrices)", "Figures", "From categories to themes", "The cases", "Methods facts", "How categories were compared", "Framework matrix", "Cases two by two", "The questionnaire", "Contrasts between groups that hold", "Negative cases", "Saturation", "Configurational analysis (QCA)", "What participants were given back"]) await part(name).uncheck();
  await page.getByLabel("Quotations for each theme, at most").selectOption("12");
  await settled();
  const covered = /content notes? (was|were) left out\. They are printed only when asked for/u;
  assert.match(await inFrame(), covered);
  await page.getByRole("checkbox", { name: "Print passages under content notes too" }).check();
  await settled();
  assert.doesNotMatch(await inFrame(), covered);
  assert.match(await inFrame(), /under content notes were asked for and are printed/u);
  await page.getByRole("checkbox", { name: "Print passages under content notes too" }).uncheck();
  await page.getByLabel("Quotations for each theme, at most").selectOption("4");
  await settled();
});

test("parts are put in order by keys, and the focus stays on the part that moves", async () => {
  const up = page.getByRole("button", { name: "Quotations by theme one up" });
  await up.focus();
  for (let step = (await order()).indexOf("Quotations by theme"); step > 0; step -= 1) await page.keyboard.press("Enter");
  await said(`Quotations by theme is now part 1 of ${(await order()).length}.`);
  assert.equal((await order())[0], "Quotations by theme");
  assert.equal(await up.evaluate((one) => one === document.activeElement), true);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.equal(await part("The study").isChecked(), false);
  await settled();
  assert.match((await headings())[0] ?? "", /Quotations/u);
});

test("parts are put in order by mouse, and what was chosen is there when one comes back", async () => {
  await page.locator(".report-parts li", { hasText: "The frame" }).dragTo(page.locator(".report-parts li", { hasText: "Quotations by theme" }));
  await said(`The frame and the recruitment log is now part 1 of ${(await order()).length}.`);
  await settled();
  assert.match((await headings())[0] ?? "", /The frame/u);
  const before = await order();
  await page.getByRole("link", { name: "History", exact: true }).click();
  await page.getByRole("heading", { name: "History" }).waitFor();
  await page.getByRole("link", { name: "Report", exact: true }).click();
  await settled();
  assert.deepEqual(await order(), before);
  assert.match((await headings())[0] ?? "", /The frame/u);
});

test("a Word file is written beside other work, fetched, opens, and is on record", async () => {
  const quotation = await page.evaluate(() => document.querySelector<HTMLIFrameElement>(".frames iframe")?.contentDocument?.querySelector("blockquote p:not(.quotation-source, .quotation-context)")?.textContent.trim() ?? "");
  assert.ok(quotation.length > 30, quotation);
  await page.getByLabel("Name of the file").fill("peers");
  await page.getByRole("button", { name: "Write the report" }).click();
  await said("peers.docx is being written");
  await page.getByRole("progressbar", { name: "Writing peers.docx" }).waitFor();
  await said("peers.docx is ready to download.");
  const path = await download("peers.docx");
  const words = execFileSync(PYTHON, ["-c", READ_WORD, path], { encoding: "utf8" });
  assert.ok(Number(words.split("\n")[0]) >= 2);
  assert.ok(words.includes(quotation), `${quotation}\n\n${words.slice(0, 2000)}`);
  assert.ok(words.indexOf("The frame") < words.indexOf("Quotations by theme"));
  const planned = /Planned|of planned/u;
  assert.match(words, planned);
  assert.doesNotMatch(words, /From categories to themes/u);
  const record = page.locator("section", { has: page.getByRole("heading", { name: "On record" }) });
  await record.getByText(/peers\.docx.*words of participants: \d+/u).waitFor();
  assert.match(bench.run("products", bench.study), /peers\.docx/u);
  assert.equal(await page.getByRole("button", { name: /The study has changed/u }).count(), 0, "a record is no change");
  assert.deepEqual(await faults(page), []);
  await picture(page, "report-written");
});

test("every other format is written and is what it says", async () => {
  const begins: Record<string, string> = { odt: "PK", html: "<!DOCTYPE html>", pdf: "%PDF-", md: "# Alongside", tex: "% Options" };
  const offered = await page.getByRole("combobox", { name: "Format", exact: true }).locator("option").evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  assert.deepEqual([...offered].sort(), ["docx", ...Object.keys(begins)].sort());
  for (const [form, begin] of Object.entries(begins)) {
    await page.getByRole("combobox", { name: "Format", exact: true }).selectOption(form);
    await page.getByRole("button", { name: "Write the report" }).click();
    const held = readFileSync(await download(`peers.${form}`), "latin1");
    assert.ok(held.startsWith(begin), `${form}: ${held.slice(0, 80)}`);
  }
});

test("codings are written as a table without the words that consent does not cover", async () => {
  await page.getByLabel("Format of the table").selectOption("csv");
  await page.getByRole("button", { name: "Write the table" }).click();
  await page.getByText(/words are withheld, because consent does not cover them: \d+/u).waitFor(LONG);
  assert.match(readFileSync(await download("codings.csv"), "utf8"), /\[withheld: ALDPW01 does not agree to verbatim quotation\]/u);
});

test("the whole study is written for another program, in a form that stays readable", async () => {
  await page.getByLabel("What it is written as").selectOption("page");
  await page.getByRole("checkbox", { name: "Only words of those who agreed" }).check();
  await page.getByRole("button", { name: "Write the study" }).click();
  const written = readFileSync(await download("study.html"), "utf8");
  assert.ok(written.startsWith("<!doctype html>"));
  assert.match(written, /▒{20}/u, "nobody's consent to archiving is on record");
  await page.getByLabel("What it is written as").selectOption("archive");
  await page.getByRole("button", { name: "Write the study" }).click();
  assert.ok(readFileSync(await download("study.zip"), "latin1").startsWith("PK"));
  assert.deepEqual(await faults(page), []);
});

test("a report that is being written is stopped by keys, and nothing of it is there", async () => {
  for (const box of await page.locator(".report-parts input").all()) await box.check();
  await page.getByRole("combobox", { name: "Format", exact: true }).selectOption("pdf");
  await page.getByLabel("Name of the file").fill("stopped");
  await page.getByLabel("Name of the file").press("Enter");
  await page.getByRole("button", { name: "Stop writing stopped.pdf" }).focus();
  await page.keyboard.press("Enter");
  await said("stopped.pdf was stopped; nothing was written.");
  await page.locator(".jobs li", { hasText: "stopped.pdf" }).getByText("Stopped; nothing was written.").waitFor();
  assert.doesNotMatch(bench.run("products", bench.study), /stopped/u);
});

test("a name that no file can have is refused with the reason, and with no part there is nothing to write", async () => {
  await page.getByLabel("Name of the file").fill("a/b");
  await page.getByRole("button", { name: "Write the report" }).click();
  await said("A report needs a name that a file can have.");
  assert.equal(await page.getByLabel("Name of the file").inputValue(), "a/b");
  for (const box of await page.locator(".report-parts input").all()) await box.uncheck();
  await page.getByText("No part is chosen.", { exact: false }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Write the report" }).isDisabled(), true);
  assert.deepEqual(await faults(page), []);
  // What the browser says of a request that was refused is what was tried here.
  assert.match(bench.complaints.splice(0).join(), /^[^,]*422[^,]*$/u);
});

test("when the study changes it is said, and the preview is made anew when it is asked for", async () => {
  await part("Codebook").check();
  await settled();
  bench.run("codebook", bench.study, "add", "while somebody writes", "--as", "Tom");
  await page.getByRole("button", { name: "The study has changed: make the preview anew" }).click(LONG);
  await page.waitForFunction(() => document.querySelector<HTMLIFrameElement>(".frames iframe")?.contentDocument?.body.innerText.includes("while somebody writes"), null, LONG);
});

test("under a narrower scope it says that a report is of the whole study", async () => {
  await page.getByRole("button", { name: "Change the scope" }).click();
  await page.locator(".scope").getByRole("checkbox", { name: /^ALD/u }).check();
  await page.getByText("A report is of the whole study", { exact: false }).waitFor();
  await page.locator(".scope").getByRole("checkbox", { name: /^ALD/u }).uncheck();
  await page.getByText("A report is of the whole study", { exact: false }).waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
});

test("at 320 pixels nothing has to be scrolled sideways, and it is whole in the dark", async () => {
  await page.setViewportSize({ width: 320, height: 720 });
  await page.emulateMedia({ colorScheme: "dark" });
  const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok((wide ?? 0) <= (there ?? 0), `${wide} > ${there}`);
  assert.deepEqual(await faults(page), []);
  await picture(page, "narrow-report");
  await page.locator(".frames").scrollIntoViewIfNeeded();
  await picture(page, "narrow-report-preview");
  await page.setViewportSize({ width: 1360, height: 860 });
  await picture(page, "report-dark");
});

test("the browser had nothing to complain of", () => assert.deepEqual(bench.complaints, []));
