/**
 * What is asked, as the address has it (`/retrieve?look=codings&q=…&within=source`), and its answers page by page.
 *
 * Answers of the three kinds come as one shape, so that what can be done with them is written once. A page is as many as
 * a person reads; `everyPlace` asks for all of them when all are to be coded.
 */
import { useInfiniteQuery } from "@tanstack/react-query";
import { ask, type Schemas } from "../../api/client";
import type { Quoted } from "../../components/Quotation";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import type { Nature } from "./language";

export const PAGE = 50;
const ALL = 1000;
/** As many words of a turn are shown, and coded when a code is put on it. */
const WORDS = 120;

export interface Asking {
  readonly nature: Nature;
  readonly text: string;
  readonly within: Schemas["RetrieveAsked"]["within"];
}

export interface Hit {
  readonly key: string;
  readonly quoted: Quoted;
  readonly codes: readonly string[];
  readonly members: readonly string[];
  readonly codings: readonly string[];
  readonly bits: readonly Schemas["Bit"][] | null;
  readonly interviewer: boolean;
}

export interface Page {
  readonly total: number;
  readonly hits: readonly Hit[];
  /** Where the engine counts people: of how many. */
  readonly counts: { participants: number; ofParticipants: number; cases: number; ofCases: number } | null;
  readonly notes: readonly string[];
}

export const NATURES: readonly Nature[] = ["words", "codings", "context"];

/** What an address asks. */
export function askingIn(query: URLSearchParams): Asking {
  const within = query.get("within");
  return {
    nature: NATURES.find((one) => one === query.get("look")) ?? "words",
    text: query.get("q") ?? "",
    within: within === "source" || within === "participant" ? within : "turn",
  };
}

export function addressOf(asking: Asking): string {
  const query = new URLSearchParams({ look: asking.nature, q: asking.text });
  if (asking.nature === "codings" && asking.within !== undefined && asking.within !== "turn") query.set("within", asking.within);
  return `/retrieve?${query.toString()}`;
}

/** The question with the codes of the scope in it. One bracket more stands before what was typed. */
export function narrowed(asking: Asking, codes: readonly string[]): string {
  if (codes.length === 0 || asking.nature === "context" || asking.text.trim() === "") return asking.text;
  const names = codes.map((id) => (asking.nature === "words" ? `code:"${id}"` : `"${id}"`));
  return `(${asking.text}) AND (${names.join(" OR ")})`;
}

async function page(asking: Asking, scope: Schemas["ScopeAsked"], codes: readonly string[], offset: number, size: number): Promise<Page> {
  const query = narrowed(asking, codes);
  if (asking.nature === "words") {
    const found = await ask("find", { ...scope, query, offset, limit: size, words: WORDS });
    return {
      total: found.total,
      counts: { participants: found.participants, ofParticipants: found.of_participants, cases: found.cases, ofCases: found.of_cases },
      notes: [],
      hits: found.hits.map((one) => ({
        key: `${one.source}-${one.from}-${one.to}`,
        quoted: {
          source: one.source, name: one.name, start: one.from, end: one.to, words: one.bits.map((bit) => bit.words).join(""),
          participants: one.participant === "" ? [] : [one.participant], cases: one.case === "" ? [] : [one.case], covered: one.covered,
        },
        codes: [], members: [], codings: [], bits: one.bits, interviewer: one.voice === "interviewer",
      })),
    };
  }
  if (asking.nature === "codings") {
    const within = asking.within ?? "turn";
    const found = await ask("retrieve", { ...scope, query, within, offset, top: size });
    return {
      total: found.total,
      counts: { participants: found.participant_ids.length, ofParticipants: found.of_participants, cases: found.case_ids.length, ofCases: found.of_cases },
      notes: [
        found.unreviewed > 0 ? t("find.left.unreviewed", { count: found.unreviewed }) : "",
        found.not_so > 0 ? t("find.left.notSo", { count: found.not_so }) : "",
        found.wordless > 0 ? t("find.left.wordless", { count: found.wordless }) : "",
      ].filter((one) => one !== ""),
      hits: found.passages.map((one) => ({
        key: `${one.source}-${one.start}-${one.end}`,
        quoted: {
          source: one.source, name: one.name, start: one.start, end: one.end, words: one.words, participants: one.participants,
          cases: one.cases, covered: one.covered, left: one.left, right: one.right,
        },
        codes: one.codes, members: one.members, codings: one.coding_ids, bits: null, interviewer: false,
      })),
    };
  }
  const found = await ask("kwic", { ...scope, term: query, offset, top: size });
  return {
    total: found.total,
    counts: null,
    notes: [t("find.context.stops")],
    hits: found.lines.map((one) => ({
      key: `${one.source}-${one.start}`,
      quoted: {
        source: one.source, name: one.name, start: one.start, end: one.end, words: one.keyword,
        participants: one.participant === "" ? [] : [one.participant], cases: one.case === "" ? [] : [one.case], covered: one.covered,
        left: one.left, right: one.right,
      },
      codes: [], members: [], codings: [], bits: null, interviewer: one.interviewer,
    })),
  };
}

/** The answers so far; `fetchNextPage` brings more. */
export function useFound(asking: Asking) {
  const scope = useScope();
  const codes = useScopeCodes();
  return useInfiniteQuery({
    queryKey: ["found", asking, scope, codes],
    queryFn: ({ pageParam }) => page(asking, scope, codes, pageParam, PAGE),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, one) => sum + one.hits.length, 0);
      return shown < last.total && last.hits.length > 0 ? shown : undefined;
    },
    enabled: asking.text.trim() !== "",
    retry: false,
  });
}

/** All places that answer, also those that are not shown. */
export async function everyPlace(asking: Asking, scope: Schemas["ScopeAsked"], codes: readonly string[]): Promise<Hit[]> {
  const all: Hit[] = [];
  for (;;) {
    const next = await page(asking, scope, codes, all.length, ALL);
    all.push(...next.hits);
    if (next.hits.length === 0 || all.length >= next.total) return all;
  }
}
