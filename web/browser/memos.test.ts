/** Memos in a real browser: written, kept by themselves also when a save is refused, with quotations that stay live. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, hands, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window("/memos");
  page.setDefaultTimeout(12_000);
});
after(async () => {
  await bench.close();
});

const { said } = hands(() => page);
const kept = () => page.getByText("Saved.", { exact: true }).waitFor();

test("memos are listed with who wrote them, and found by their words and type", async () => {
  await page.getByRole("link", { name: /Paper is not the opposite of trust/u }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "memos");
  const lines = page.locator(".memo-line");
  const all = await lines.count();
  await page.getByLabel("Find a memo").fill("chair with the plant");
  await page.waitForFunction((count) => document.querySelectorAll(".memo-line").length < count, all);
  assert.equal(await lines.count(), 1);
  await page.getByLabel("Find a memo").fill("");
  // Another member's reflexive memo is nowhere.
  assert.equal(await page.getByText("After Bracken").count(), 0);
});

test("a memo is written with keys, holds a quotation, and shows its words as they read", async () => {
  await page.getByRole("link", { name: "New memo" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Title").focus();
  await page.keyboard.type("Who is asked");
  await page.keyboard.press("Tab");
  await kept();
  await page.waitForURL(/\/memos\/[0-9a-f]{32}$/u);
  await page.getByRole("textbox", { name: "Text", exact: true }).focus();
  await page.keyboard.type("Look at **this** and at <b>that</b>:");
  await page.getByRole("button", { name: "Put in a quotation …" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.getByLabel("Words in the quotation").fill("paper");
  const put = page.getByRole("button", { name: /^Put in: the words of/u });
  await put.first().waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "memos-quotation");
  await put.first().focus();
  await page.keyboard.press("Enter");
  await said("The quotation is put in.");
  assert.match(await page.getByRole("textbox", { name: "Text", exact: true }).inputValue(), /\]\(coding:[0-9a-f]{32}\)/u);
  await page.getByRole("button", { name: "As it reads" }).click();
  await page.locator(".writing figure.quotation blockquote").waitFor();
  assert.equal(await page.locator(".writing strong").innerText(), "this");
  // What stands in angle brackets is words, never HTML.
  assert.equal(await page.locator(".writing b").count(), 0);
  await page.locator(".writing").getByText("<b>that</b>").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "memos-read");
});

test("the quotation follows a correction of the transcript", async () => {
  const link = page.locator(".writing figure.quotation figcaption a").first();
  const address = new URL((await link.getAttribute("href")) ?? "", bench.address);
  const source = address.pathname.split("/")[2] ?? "";
  const start = Number(address.searchParams.get("from"));
  const status = await page.evaluate(
    async ([source, start]) => {
      const answer = await fetch("/api/acts/source.correct", {
        method: "POST",
        headers: { "x-crosscase": "1", "content-type": "application/json" },
        body: JSON.stringify({ source, edits: [[{ start, end: Number(start) + 1 }, "»"]] }),
      });
      return answer.status;
    },
    [source, start] as const,
  );
  assert.equal(status, 200);
  await page.locator(".writing figure.quotation blockquote", { hasText: "»" }).waitFor();
});

test("words survive a refused save, and are saved when it is answered again", async () => {
  await page.getByRole("button", { name: "Write", exact: true }).click();
  await page.route("**/api/acts/memo.change*", (route) => route.abort());
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" And who is not?");
  await page.getByLabel("Title").focus();
  await page.getByText("Not saved: your words are kept here.").waitFor();
  assert.match(await text.inputValue(), /And who is not\?$/u);
  assert.deepEqual(await faults(page), []);
  await picture(page, "memos-refused");
  await page.unroute("**/api/acts/memo.change*");
  await page.getByRole("button", { name: "Try again" }).click();
  await kept();
  await page.reload();
  await page.getByText(/And who is not\?/u).first().waitFor();
  await page.getByText(/How “Text” came to say this/u).click();
  await page.locator(".versions ins").first().waitFor();
  assert.deepEqual(await faults(page), []);
});

test("at 320 pixels and in the dark memos are read without scrolling sideways", async () => {
  await page.setViewportSize({ width: 320, height: 720 });
  await page.emulateMedia({ colorScheme: "dark" });
  for (const path of ["/memos", new URL(page.url()).pathname]) {
    await page.goto(new URL(path, bench.address).href);
    await page.locator(".memo-line").first().waitFor();
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok((wide ?? 0) <= (there ?? 0), `${path}: ${wide} > ${there}`);
    assert.deepEqual(await faults(page), []);
    await picture(page, path === "/memos" ? "memos-narrow" : "memo-narrow");
  }
});

test("nothing was asked of anybody else", () => {
  assert.deepEqual([...bench.asked], [new URL(bench.address).host]);
  assert.deepEqual(bench.complaints.filter((one) => !one.includes("ERR_FAILED")), []);
});
