/**
 * A real workbench and a real browser: `crosscase open` on a demonstration study of the test's own, Chromium from the
 * system, everything closed afterwards. Tests wait for what a person would see, never for time.
 *
 * Making the demonstration study takes as long as many a test of it: a run of several files makes it once, with
 * `CROSSCASE_BROWSER_DEMO` naming the folder, and each file works on a copy; a file that is run alone makes its own.
 */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const BIN = join(ROOT, ".venv", "bin");
const AXE = readFileSync(join(ROOT, "web", "node_modules", "axe-core", "axe.min.js"), "utf8");
const FLAGS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const CHROMIUM = process.env["CROSSCASE_CHROMIUM"] ?? "";
/** Where pictures are put; nowhere when it is not said. */
const PICTURES = process.env["CROSSCASE_PICTURES"] ?? "";

/** A folder with the demonstration study and what the machine that made it remembers: made once, copied for each file. */
const MADE = process.env["CROSSCASE_BROWSER_DEMO"] ?? "";

export class Workbench {
  readonly folder = mkdtempSync(join(tmpdir(), "crosscase-browser-"));
  readonly study = join(this.folder, "demo.crosscase");
  /** What this machine remembers for its user is kept apart, and no backups lie beside the study. */
  readonly env = { ...process.env, CROSSCASE_STATE_DIR: join(this.folder, "state"), CROSSCASE_BACKUPS: "off" };
  /** What pages complained of, with what they asked of elsewhere: has to stay empty. */
  readonly complaints: string[] = [];
  readonly asked = new Set<string>();
  #server: ChildProcess | undefined;
  #browser: Browser | undefined;
  context!: BrowserContext;
  /** The process that serves. */
  get pid(): number {
    return this.#server?.pid ?? 0;
  }

  address = "";

  /**
   * Everything a person has in front of them. `study`: a Python program that writes the study to the path it is given, in
   * the place of the demonstration. `bare`: no study, the start screen. `member`: who works; "" asks at the screen.
   */
  static async open(options: { member?: string; study?: string; bare?: boolean } = {}): Promise<Workbench> {
    const bench = new Workbench();
    try {
      await bench.#begin(options);
    } catch (error) {
      await bench.close();
      throw error;
    }
    return bench;
  }

  async #begin({ member = "Ines", study, bare = false }: { member?: string; study?: string; bare?: boolean }): Promise<void> {
    if (CHROMIUM === "") throw new Error("CROSSCASE_CHROMIUM names no Chromium.");
    if (study !== undefined) execFileSync(join(BIN, "python"), ["-c", study, this.study], { env: this.env, stdio: "pipe" });
    else if (!bare && MADE !== "") cpSync(MADE, this.folder, { recursive: true });
    else if (!bare) this.run("demo", this.study);
    await this.serve(bare ? "" : member, 0, bare);
    this.#browser = await chromium.launch({ executablePath: CHROMIUM, args: process.getuid?.() === 0 ? ["--no-sandbox", ...FLAGS] : FLAGS });
    this.context = await this.#browser.newContext({ viewport: { width: 1360, height: 860 }, locale: "en-GB" });
  }

  /** Run a command of crosscase. */
  run(...args: string[]): string {
    return execFileSync(join(BIN, "crosscase"), args, { encoding: "utf8", env: this.env, stdio: ["ignore", "pipe", "pipe"] });
  }

  /** Start the server; `port` for the same one again, `bare` without a study. */
  async serve(member: string, port = 0, bare = false): Promise<void> {
    const args = ["open", ...(bare ? [] : [this.study]), "--no-browser", "--port", String(port), ...(member === "" ? [] : ["--as", member])];
    const server = spawn(join(BIN, "crosscase"), args, { env: this.env, stdio: ["ignore", "pipe", "pipe"] });
    this.#server = server;
    const errors: string[] = [];
    server.stderr.on("data", (words: Buffer) => errors.push(words.toString()));
    this.address = await new Promise((found, failed) => {
      createInterface(server.stdout).once("line", found);
      server.once("exit", () => failed(new Error(`The server ended: ${errors.join("")}`)));
    });
  }

  /** A window; the first goes in with the start token. */
  async window(path = "/"): Promise<Page> {
    const page = await this.context.newPage();
    page.on("console", (said) => {
      if (said.type() === "error" || said.type() === "warning") this.complaints.push(said.text());
    });
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("request", (request) => this.asked.add(new URL(request.url()).host));
    if (this.context.pages().length === 1) await page.goto(this.address);
    if (path !== "/" || this.context.pages().length > 1) await page.goto(new URL(path, this.address).href);
    await page.locator("header .title").waitFor();
    return page;
  }

  /** End the server: as Ctrl-C does, or at once and without a word. */
  async end(how: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    const server = this.#server;
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((done) => server.once("exit", done));
    server.kill(how);
    await ended;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a person's hands and eyes do in whichever window `page` names now: press keys, see what is said, what is selected. */
export function hands(page: () => Page) {
  return {
    press: async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page().keyboard.press(key);
    },
    said: (words: string | RegExp): Promise<void> => page().locator(".said", { hasText: words }).waitFor(),
    selection: (): Promise<string> => page().evaluate(() => getSelection()?.toString() ?? ""),
  };
}

/** What assistive technology is given of one thing: its role, name and description, its states, and how deep it lies. */
export interface Given {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly states: Readonly<Record<string, unknown>>;
  readonly depth: number;
}

/** The accessibility tree of a page as Chromium gives it to assistive technology, in the order in which it is read. */
export async function tree(page: Page): Promise<Given[]> {
  interface Node {
    nodeId: string;
    ignored: boolean;
    role?: { value: string };
    name?: { value: string };
    description?: { value: string };
    properties?: { name: string; value: { value?: unknown } }[];
    childIds?: string[];
  }
  const wire = await page.context().newCDPSession(page);
  const { nodes } = (await wire.send("Accessibility.getFullAXTree")) as { nodes: Node[] };
  await wire.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (node: Node | undefined, depth: number): Given[] => {
    if (node === undefined || node.role?.value === "InlineTextBox") return [];
    const states = Object.fromEntries((node.properties ?? []).map((one) => [one.name, one.value.value]));
    const given = { role: node.role?.value ?? "", name: node.name?.value ?? "", description: node.description?.value ?? "", states, depth };
    const below = (node.childIds ?? []).flatMap((id) => read(byId.get(id), node.ignored ? depth : depth + 1));
    return node.ignored ? below : [given, ...below];
  };
  return read(nodes[0], 0);
}

/** Note from now on what the live regions of a page say; `heard` gives it, oldest first, and forgets it. */
export async function listen(page: Page): Promise<{ heard: () => Promise<string[]> }> {
  await page.evaluate(() => {
    const said: string[] = [];
    (globalThis as unknown as { heard: string[] }).heard = said;
    new MutationObserver((changes) => {
      const regions = new Set(changes.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest("[role=status],[role=alert],[role=log],[aria-live]")));
      for (const region of regions) {
        const words = region?.textContent.trim() ?? "";
        // What is out of reach (behind a dialog) is not read out.
        if (region != null && words !== "" && (document.querySelector("dialog:modal")?.contains(region) ?? true)) said.push(words);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  return { heard: () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0)) };
}

/** What axe finds wrong on a page (WCAG 2.2 A and AA), in words. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    interface Found {
      violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[];
    }
    const axe = (globalThis as unknown as { axe: { run: (options: unknown) => Promise<Found> } }).axe;
    const found = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return found.violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => `${node.html} ${node.failureSummary}`).slice(0, 3).join(" | ")}`);
  });
}

/** Keep a picture for whoever asked for pictures. */
export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === "") return;
  if (!existsSync(PICTURES)) mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
