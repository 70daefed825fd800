/** What may go wrong around a person who works: two windows, other programs, a server that dies, a slow line, small screens. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { faults, picture, Workbench } from "./workbench.ts";

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open();
  page = await bench.window();
});
after(async () => {
  await bench.close();
});

const port = () => Number(new URL(bench.address).port);
const to = async (window: Page, path: string) => {
  await window.goto(new URL(path, bench.address).href);
  await window.locator("main h1, main h2").first().waitFor();
};
const screens = async () => {
  const found = await page.locator("header nav a").evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  assert.ok(found.length > 3);
  return found;
};
const definition = (window: Page) => window.getByRole("textbox", { name: "Definition", exact: true });

test("two windows at once: each act of one is in the other, and both go on", async () => {
  await to(page, "/codebook");
  const other = await bench.window("/codebook");
  for (const [here, there, name] of [[page, other, "north"], [other, page, "south"]] as const) {
    await here.getByLabel("Find a code").fill(name);
    await there.getByLabel("Find a code").fill(name);
    bench.run("codebook", bench.study, "add", name, "--as", "Tom");
    for (const window of [here, there]) await window.getByRole("row", { name }).waitFor();
  }
  await page.getByLabel("Find a code").fill("north");
  await page.getByRole("row", { name: "north" }).click();
  await definition(page).fill("Towards the cold.");
  await page.getByRole("heading", { name: "north" }).click();
  await page.locator(".said", { hasText: "saved" }).waitFor();
  await other.getByLabel("Find a code").fill("north");
  await other.getByRole("row", { name: "north" }).click();
  await other.waitForFunction(() => [...document.querySelectorAll("textarea")].some((field) => field.value === "Towards the cold."));
  await other.close();
});

test("what another program writes does not take away what is being typed", async () => {
  await definition(page).fill("Typed while somebody else");
  bench.run("codebook", bench.study, "add", "from elsewhere", "--as", "Tom");
  bench.run("codebook", bench.study, "define", "north", "--definition", "Tom’s own words.", "--as", "Tom");
  await page.locator(".said", { hasText: "Tom" }).waitFor();
  assert.equal(await definition(page).inputValue(), "Typed while somebody else");
  await definition(page).pressSequentially(" worked.");
  await page.getByRole("heading", { name: "north" }).click();
  await page.locator(".said", { hasText: "saved" }).waitFor();
  assert.match(bench.run("codebook", bench.study, "show", "north"), /Typed while somebody else worked\./u);
});

test("the server is killed under the page and started again: nothing typed is lost, and the window goes on", async () => {
  const held = port();
  await bench.end("SIGKILL");
  await page.getByText("The server does not answer.", { exact: false }).first().waitFor();
  await definition(page).fill("Typed while nobody answered.");
  await page.getByRole("heading", { name: "north" }).click();
  await page.locator(".said", { hasText: "It is not known whether this was recorded" }).waitFor();
  assert.equal(await definition(page).inputValue(), "Typed while nobody answered.");
  await bench.serve("Ines");
  assert.equal(port(), held, "a study is served again where its windows look for it");
  await page.getByText("this window was not let in yet", { exact: false }).waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "started-anew");
  const fresh = await bench.context.newPage();
  await fresh.goto(bench.address);
  await fresh.getByRole("heading", { name: "Whose turn it is" }).waitFor();
  await fresh.close();
  await page.locator(".away").waitFor({ state: "detached" });
  assert.equal(await definition(page).inputValue(), "Typed while nobody answered.");
  await definition(page).focus();
  await page.getByRole("heading", { name: "north" }).click();
  await page.locator(".said", { hasText: "saved" }).waitFor();
  assert.match(bench.run("codebook", bench.study, "show", "north"), /Typed while nobody answered\./u);
  // What a browser says of a connection that broke is what was tried here.
  bench.complaints.splice(0);
});

test("on a slow line a screen says that it is reading, and an act says when it is done", async () => {
  const line = await bench.context.newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", { offline: false, latency: 400, downloadThroughput: 400_000, uploadThroughput: 200_000 });
  await page.getByRole("link", { name: "Overview" }).click();
  await page.getByText("Reading …").first().waitFor();
  await page.getByRole("heading", { name: "Whose turn it is" }).waitFor();
  bench.run("codebook", bench.study, "add", "over a slow line", "--as", "Tom");
  await page.locator("main", { hasText: "over a slow line" }).waitFor();
  await line.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await line.detach();
});

test("every screen keeps to its width, is clean, and is whole in the dark, with forced colours and without motion", async () => {
  for (const path of await screens()) {
    await page.setViewportSize({ width: 1360, height: 860 });
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await to(page, path);
    assert.deepEqual(await faults(page), [], `${path} in the dark`);
    await picture(page, `dark${path.replaceAll("/", "-")}`);
    await page.emulateMedia({ forcedColors: "active", colorScheme: "light" });
    await picture(page, `forced${path.replaceAll("/", "-")}`);
    await page.emulateMedia({ forcedColors: "none", reducedMotion: "no-preference" });
    // 320 pixels, which is also what 1280 are at 400 %.
    await page.setViewportSize({ width: 320, height: 640 });
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok((wide ?? 0) <= (there ?? 0), `${path} at 320 px: ${wide} > ${there}`);
    await picture(page, `small${path.replaceAll("/", "-")}`);
  }
  await page.setViewportSize({ width: 1360, height: 860 });
});

test("keys alone walk through every screen, and where the focus is can be seen", async () => {
  for (const path of await screens()) {
    await to(page, path);
    const seen = new Set<string>();
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press("Tab");
      const here = await page.evaluate(() => {
        const on = document.activeElement;
        if (on === null || on === document.body) return null;
        const looks = getComputedStyle(on);
        const visible = looks.outlineStyle !== "none" && Number.parseFloat(looks.outlineWidth) > 0;
        return { what: `${on.tagName} ${on.getAttribute("aria-label") ?? on.textContent.slice(0, 30)} ${on.getAttribute("href") ?? ""}`, visible };
      });
      if (here === null) break;
      assert.ok(here.visible, `${path}: no ring on ${here.what}`);
      seen.add(here.what);
    }
    assert.ok(seen.size > 8, `${path}: ${[...seen].join(" | ")}`);
    assert.ok([...seen].some((one) => one.includes("Skip to the content")), path);
  }
});

test("a transcript is printed without what belongs to the screen alone", async () => {
  await to(page, "/");
  await page.getByRole("link", { name: /Continue where you stopped/u }).click();
  await page.locator(".cc-words").first().waitFor();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("header.top").isVisible(), false);
  assert.equal(await page.locator(".cc-words").first().isVisible(), true);
  await page.emulateMedia({ media: "screen" });
});

test("neither the pages nor the server ask anything of anybody else", () => {
  assert.deepEqual([...bench.asked], [new URL(bench.address).host]);
  const open = connections(bench.pid);
  assert.ok(open.length > 0, "the server's own sockets are seen");
  assert.deepEqual(open.filter((one) => one.local !== port()), []);
  assert.deepEqual(bench.complaints, []);
});

/** The TCP sockets of a process (Linux), by the ports of both ends. */
function connections(pid: number): { local: number; remote: number }[] {
  const held = (fd: string): string => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`);
    } catch {
      return ""; // closed meanwhile
    }
  };
  const inodes = new Set(readdirSync(`/proc/${pid}/fd`).map((fd) => /^socket:\[(\d+)\]$/u.exec(held(fd))?.[1] ?? ""));
  return ["tcp", "tcp6"].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, "utf8").trim().split("\n").slice(1).flatMap((line) => {
      const parts = line.trim().split(/\s+/u);
      const end = (address: string | undefined) => Number.parseInt((address ?? ":0").split(":")[1] ?? "0", 16);
      return inodes.has(parts[9] ?? "") ? [{ local: end(parts[1]), remote: end(parts[2]) }] : [];
    }),
  );
}
