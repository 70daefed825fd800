/**
 * Asking the server on this machine, with the types it gives itself.
 *
 * Whatever goes wrong becomes a `Refused`: a title, sentences for the reader, and whether anything was kept. An answer
 * that never came says so plainly, because then nobody knows whether the act was recorded; the feed tells when the
 * server is back.
 */
import type { components, paths } from "./schema";
import { getThen } from "../lib/then";
import { t } from "../messages";

export type Schemas = components["schemas"];

export class Refused extends Error {
  readonly code: string;
  readonly title: string;
  /** Which parts of what was sent are meant, or which later acts are in the way. */
  readonly where: readonly string[];

  constructor(problem: { type: string; title: string; detail: string; where?: readonly string[] }) {
    super(problem.detail);
    this.code = problem.type;
    this.title = problem.title;
    this.where = problem.where ?? [];
  }
}

type Path = keyof paths;
type Reads = { [P in Path]: paths[P] extends { get: { responses: { 200: unknown } } } ? P : never }[Path];
type ActPath = Extract<Path, `/api/acts/${string}`>;
export type Verb = ActPath extends `/api/acts/${infer V}` ? V : never;
type Post<V extends Verb> = paths[`/api/acts/${V}`]["post"];
export type Given<V extends Verb> = Post<V> extends { requestBody: { content: { "application/json": infer B } } } ? B : never;
export type Done<V extends Verb> = Post<V> extends { responses: { 200: { content: { "application/json": infer D } } } } ? D : never;

/** Ask for something; `params` as the path names them. */
export async function read<P extends Reads>(
  path: P,
  params: { path?: Record<string, string>; query?: Record<string, string> } = {},
): Promise<Answer<P>> {
  return (await plain("GET", path, params)) as Answer<P>;
}
type Answer<P extends Reads> = paths[P] extends {
  get: { responses: { 200: { content: { "application/json": infer A } } } };
}
  ? A
  : never;

/** Do something; it is recorded as one act or refused whole. `trial`: say what it would give back, keep nothing. */
export async function act<V extends Verb>(
  verb: V,
  given: Given<V>,
  options: { because?: string; trial?: boolean } = {},
): Promise<Done<V>> {
  const query: Record<string, string> = {};
  if (options.because !== undefined && options.because !== "") query["because"] = options.because;
  if (options.trial === true) query["trial"] = "true";
  return (await plain("POST", `/api/acts/${verb}`, { query }, given)) as Done<V>;
}

/** What this window asked to be written and has no answer to yet; entries that it was told it made. */
const underWay = new Set<Promise<unknown>>();
const made = new Set<string>();

/** Whether this window made an entry. It waits for answers that are under way: the feed may be quicker than they. */
export async function madeHere(entry: string): Promise<boolean> {
  await Promise.allSettled(underWay);
  // Whoever asked has its answer before anybody else.
  await new Promise((done) => setTimeout(done));
  return made.has(entry);
}

type AskPath = Extract<Path, `/api/ask/${string}`>;
export type Question = AskPath extends `/api/ask/${infer Q}` ? Q : never;
type Asking<Q extends Question> = paths[`/api/ask/${Q}`]["post"];
export type Asked<Q extends Question> = Asking<Q> extends { requestBody: { content: { "application/json": infer B } } } ? B : never;
export type Told<Q extends Question> = Asking<Q> extends { responses: { 200: { content: { "application/json": infer D } } } } ? D : never;

/** Ask a question of the study: `ask("matrix", { rows: "codes", ...scope })`. */
export async function ask<Q extends Question>(question: Q, asked: Asked<Q>): Promise<Told<Q>> {
  return (await plain("POST", `/api/ask/${question}`, {}, asked)) as Told<Q>;
}

type RowPath = Extract<Path, `/api/rows/${string}`>;
export type RowKind = RowPath extends `/api/rows/${infer K}` ? K : never;
/** A thing of a kind; every field is answered, also where a request may leave it out. */
export type RowOf<K extends RowKind> = paths[`/api/rows/${K}`] extends {
  get: { responses: { 200: { content: { "application/json": (infer R)[] } } } };
}
  ? Required<R>
  : never;

/** All things of a kind as the model has them. */
export async function rows<K extends RowKind>(kind: K): Promise<RowOf<K>[]> {
  return (await plain("GET", `/api/rows/${kind}`)) as RowOf<K>[];
}

/** What is no part of a study and has no earlier state: which one lies open, who sits here and how they like to work. */
const BESIDE = ["/api/start", "/api/me", "/api/likes"];

/** Any request, for routes that are neither. */
export async function plain(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  params: { path?: Record<string, string>; query?: Record<string, string> } = {},
  body?: unknown,
): Promise<unknown> {
  // While the study is looked at as it was, everything is asked of that moment, and nothing is changed.
  const then = getThen();
  if (BESIDE.some((one) => path.startsWith(one))) return send(method, path, params, body);
  // A report changes nothing of the study; of a moment that is past it is made like any answer.
  const asking = method === "GET" || /^\/api\/(?:ask|reports|jobs)\b/u.test(path);
  if (then !== null && !asking) throw new Refused({ type: "then", title: t("error.then"), detail: t("error.thenDetail") });
  const asked = send(method, path, then === null ? params : { ...params, query: { at: then.at, ...params.query } }, body);
  if (asking) return asked;
  underWay.add(asked);
  try {
    const found = await asked;
    for (const one of Array.isArray(found) ? (found as unknown[]) : [found]) {
      if (typeof one === "object" && one !== null && "entry" in one && typeof one.entry === "string") made.add(one.entry);
    }
    return found;
  } finally {
    underWay.delete(asked);
  }
}

async function send(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  params: { path?: Record<string, string>; query?: Record<string, string> },
  body: unknown,
): Promise<unknown> {
  const named = path.replace(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(params.path?.[name] ?? ""));
  const query = new URLSearchParams(params.query).toString();
  // The header says that it is the workbench which asks: no form and no page elsewhere can send it.
  const headers = { "x-crosscase": "1", ...(body === undefined ? {} : { "content-type": "application/json" }) };
  let response: Response;
  try {
    response = await fetch(query === "" ? named : `${named}?${query}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    const detail = t(method === "GET" ? "error.noAnswerRead" : "error.noAnswerAct");
    throw new Refused({ type: "no-answer", title: t("error.noAnswer"), detail });
  }
  const found: unknown = await response.json().catch(() => null);
  if (response.ok) return found;
  if (isProblem(found)) throw new Refused(found);
  const detail = t("error.unexpectedDetail", { status: response.status });
  throw new Refused({ type: "unexpected", title: t("error.unexpected"), detail });
}

function isProblem(found: unknown): found is { type: string; title: string; detail: string } {
  return typeof found === "object" && found !== null && "type" in found && "detail" in found && "title" in found;
}
