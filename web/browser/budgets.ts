/**
 * How fast it is: the budgets of the workbench, measured in a real browser, and printed.
 *
 * What is slow on a machine that does five other things is not slow: each figure is the best of several, and a budget is
 * stretched by how much longer a fixed piece of work takes here than on the machine the budgets are for. `make budgets`.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { BIG, CHARTED, WIDE } from "./big.ts";
import { Workbench } from "./workbench.ts";

/** What the fixed piece of work takes on a quiet machine of the kind the budgets are for, in ms. */
const QUIET = 45;
const ROUNDS = 4;

let bench: Workbench;
let page: Page;

before(async () => {
  bench = await Workbench.open({ study: BIG });
  page = await bench.window("/read");
  await page.locator(".sources a").first().waitFor();
});
after(async () => {
  await bench.close();
});

/** How much slower than a quiet machine this one is just now: sorting and laying out, as a page does. At least 1. */
async function slowness(on: Page): Promise<number> {
  const took = await on.evaluate(() => {
    let best = Infinity;
    for (let round = 0; round < 3; round += 1) {
      const start = performance.now();
      const numbers = Array.from({ length: 60_000 }, (_, at) => (at * 7919) % 60_013);
      numbers.sort((one, two) => one - two);
      const box = document.createElement("div");
      box.style.cssText = "position:absolute;visibility:hidden;width:30rem";
      for (let at = 0; at < 150; at += 1) box.append(Object.assign(document.createElement("p"), { textContent: "words ".repeat(40) }));
      document.body.append(box);
      void box.offsetHeight;
      box.remove();
      best = Math.min(best, performance.now() - start);
    }
    return best;
  });
  return Math.max(1, took / QUIET);
}

async function within(what: string, budget: number, measure: () => Promise<number>, rounds = ROUNDS): Promise<void> {
  let best = Infinity;
  let factor = 1;
  for (let round = 0; round < rounds; round += 1) {
    factor = Math.max(factor, await slowness(page));
    best = Math.min(best, await measure());
    if (best < budget) break;
  }
  console.log(`${what}: ${best.toFixed(0)} ms (budget ${budget} ms, this machine × ${factor.toFixed(1)})`);
  assert.ok(best < budget * factor, `${what}: ${best.toFixed(0)} ms, and the budget is ${budget} × ${factor.toFixed(1)}`);
}

/** From a click on a link to what it leads to, painted. */
const opening = (link: string, there: string) => () =>
  page.evaluate(
    ([address, wanted]) =>
      new Promise<number>((done) => {
        const start = performance.now();
        (document.querySelector(`a[href="${address ?? ""}"]`) as HTMLElement).click();
        const look = () => {
          if (document.querySelector(wanted ?? "") === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
        };
        requestAnimationFrame(look);
      }),
    [link, there],
  );

/** The longest frame while something is scrolled down for so many frames; at its end it begins at the top again. */
const scrolling = (what: string, frames: number) => () =>
  page.evaluate(
    ([wanted, count]) =>
      new Promise<number>((done) => {
        const box = document.querySelector(wanted) as HTMLElement;
        let [at, longest, before] = [0, 0, performance.now()];
        const frame = (now: number) => {
          if (at > 1) longest = Math.max(longest, now - before);
          before = now;
          at += 1;
          const last = box.scrollTop;
          box.scrollTop += 300;
          if (box.scrollTop === last) box.scrollTop = 0;
          if (at < count) requestAnimationFrame(frame);
          else done(longest);
        };
        requestAnimationFrame(frame);
      }),
    [what, frames] as const,
  );

async function source(name: string): Promise<string> {
  return (await page.locator(".sources a", { hasText: name }).getAttribute("href")) ?? "";
}
/** Elsewhere, with nothing kept of what was asked for before. */
async function afresh(path: string): Promise<void> {
  await page.goto(new URL(path, bench.address).href);
  await page.locator("header nav").waitFor();
}

test("a transcript of 100 kB with 1,000 codings is painted in 300 ms", async () => {
  const link = await source("usual");
  await within("100 kB, 1,000 codings, first highlighted paint", 300, async () => {
    await afresh("/read");
    await page.locator(".sources a").first().waitFor();
    return opening(link, ".cc-stripe")();
  });
});

test("a coding appears 50 ms after the key, and is durable after 100 ms", async () => {
  await page.locator(".cc-stripe").first().waitFor();
  const both = async (): Promise<{ shown: number; kept: number }> => {
    await page.locator(".cc-transcript").focus();
    return page.evaluate(
      () =>
        new Promise<{ shown: number; kept: number }>((done) => {
          const text = document.querySelector(".cc-transcript") as HTMLElement;
          const places = [...document.querySelectorAll(".cc-words")].filter((one) => (one.textContent?.length ?? 0) > 200);
          const node = places[Math.floor(Math.random() * 20)]?.firstChild as Text;
          const from = Math.floor(Math.random() * 100);
          getSelection()?.setBaseAndExtent(node, from, node, from + 37);
          const count = document.querySelectorAll("aside article").length;
          const label = document.querySelector("aside article [aria-current=true]")?.closest("article");
          const start = performance.now();
          let kept = 0;
          const seen = new PerformanceObserver((list) => {
            const act = list.getEntries().find((one) => one.name.includes("/api/acts/coding.apply"));
            if (act !== undefined) kept = (act as PerformanceResourceTiming).responseEnd - start;
          });
          seen.observe({ type: "resource" });
          text.dispatchEvent(new KeyboardEvent("keydown", { key: "1", bubbles: true }));
          const look = () => {
            const now = document.querySelector("aside article [aria-current=true]")?.closest("article");
            if (now === null || now === undefined || (now === label && document.querySelectorAll("aside article").length === count)) requestAnimationFrame(look);
            else {
              const shown = performance.now() - start;
              setTimeout(() => { seen.disconnect(); done({ shown, kept }); }, 50);
            }
          };
          requestAnimationFrame(look);
        }),
    );
  };
  await page.locator(".quick .pin").first().click();
  await page.locator(".quick kbd").first().waitFor();
  let kept = Infinity;
  await within("a coding on the screen after its key", 50, async () => {
    const found = await both();
    kept = Math.min(kept, found.kept);
    return found.shown;
  }, 8);
  await within("the same, durable", 100, () => Promise.resolve(kept), 1);
});

test("5 MB with 20,000 codings are painted in a second, and scroll without a frame over 100 ms", async () => {
  await afresh("/read");
  await page.locator(".sources a").first().waitFor();
  const link = await source("large");
  await within("5 MB, 20,000 codings, first highlighted paint", 1000, async () => {
    await afresh("/read");
    await page.locator(".sources a").first().waitFor();
    return opening(link, ".cc-stripe")();
  });
  await within("5 MB, the longest frame of 120 while scrolling", 100, scrolling(".cc-transcript", 120));
});

test("a tree of 5,000 codes is there in 500 ms", async () => {
  await within("5,000 codes in the tree", 500, async () => {
    await afresh("/read");
    await page.locator(".sources a").first().waitFor();
    return opening("/codebook", ".code-row")();
  });
});

test("the first load is less than 120 kB, compressed", () => {
  const assets = join(import.meta.dirname, "..", "..", "src", "crosscase", "static", "assets");
  const index = readFileSync(join(assets, "..", "index.html"), "utf8");
  const named = readdirSync(assets).filter((name) => index.includes(name));
  const sum = named.reduce((whole, name) => whole + gzipSync(readFileSync(join(assets, name))).byteLength, 0);
  console.log(`First load: ${(sum / 1000).toFixed(1)} kB (budget 120 kB): ${named.join(", ")}`);
  assert.ok(named.length > 0 && sum < 120_000);
});

test("a matrix of 200 codes by 100 cases is there in 500 ms", async () => {
  await bench.close();
  bench = await Workbench.open({ study: WIDE, member: "member 0" });
  page = await bench.window("/compare");
  await within("the matrix, 200 × 100", 500, async () => {
    await afresh("/compare");
    await page.getByRole("grid").waitFor();
    return page.evaluate(
      () =>
        new Promise<number>((done) => {
          const rows = [...document.querySelectorAll("select")].find((one) => one.labels[0]?.textContent.trim().startsWith("Rows")) as HTMLSelectElement;
          const wanted = [...rows.options].find((one) => one.text === "Categories") as HTMLOptionElement;
          const start = performance.now();
          rows.value = wanted.value;
          rows.dispatchEvent(new Event("change", { bubbles: true }));
          const look = () => {
            if (document.querySelector('[role="grid"][aria-rowcount="201"]') === null) requestAnimationFrame(look);
            else requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
          };
          requestAnimationFrame(look);
        }),
    );
  });
});

test("a framework of 91 participants by 30 codes is there in 500 ms, and scrolls without a frame over 100 ms", async () => {
  await bench.close();
  bench = await Workbench.open({ study: CHARTED });
  page = await bench.window("/framework");
  const grid = '[role="grid"][aria-colcount="31"]';
  const large = await page.getByRole("option", { name: "Large 1" }).getAttribute("value");
  await within("the framework, 91 × 30, first painted", 500, async () => {
    await afresh("/");
    await page.locator("main h1, main h2").first().waitFor();
    return page.evaluate(
      ([address, wanted]) =>
        new Promise<number>((done) => {
          const start = performance.now();
          history.pushState(null, "", address);
          dispatchEvent(new PopStateEvent("popstate"));
          const look = () => {
            if (document.querySelector(wanted) === null) requestAnimationFrame(look);
            else requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
          };
          requestAnimationFrame(look);
        }),
      [`/framework?framework=${large ?? ""}`, grid] as const,
    );
  });
  await within("the framework, the longest frame of 60 while scrolling", 100, scrolling(".grid-scroller", 60));
});

test("every screen of the demonstration study is there in 300 ms", async () => {
  await bench.close();
  bench = await Workbench.open();
  page = await bench.window("/");
  await page.locator("main h1, main h2").first().waitFor();
  for (const screen of await page.locator("header nav a").evaluateAll((links) => links.map((one) => one.getAttribute("href") ?? ""))) {
    // The first time its program is fetched; people go there again and again.
    await within(`the screen ${screen}`, 300, async () => {
      await afresh(screen === "/" ? "/history" : "/");
      await page.locator("main h1, main h2, main a").first().waitFor();
      return opening(screen, `header nav a[href="${screen}"][aria-current="page"]`)().then(async (clicked) => {
        const start = performance.now();
        await page.locator("main").locator("h1, h2, table, .sources a, .code-row").first().waitFor();
        return clicked + performance.now() - start;
      });
    });
  }
});
