/** What screens ask for, under the names by which the live feed says that it has changed (see `live.ts`). */
import { QueryClient, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { getThen, setThen, type Moment } from "../lib/then";
import { read, rows, type RowKind, type Schemas } from "./client";

export const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, retry: 1, refetchOnWindowFocus: false } },
});

/** Entries of this window after which it has changed by itself what lies on the text: that is not asked for again. */
export const laid = new Set<string>();

export const useStudy = () => useQuery({ queryKey: ["study"], queryFn: studyHere });

/** The study, and who sits here; whoever looks at it as it was may read. */
async function studyHere(): Promise<Schemas["StudyHere"]> {
  const found = await read("/api/study");
  const then = getThen();
  return then === null ? found : { ...found, me: { member: found.me.member ?? then.member ?? null, may: ["read"] } };
}

/** Look at the study as it was, or (null) as it is: every screen is read anew. */
export async function lookAt(moment: Moment | null): Promise<void> {
  if (moment !== null) await read("/api/study", { query: { at: moment.at } });
  const here = queries.getQueryData<Schemas["StudyHere"]>(["study"]);
  setThen(moment && { member: here?.me.member ?? null, study: here?.id ?? "", ...moment });
  // Not waited for: whoever goes on to a screen meanwhile is not called back from there.
  void queries.resetQueries();
}
export const useSources = () => useQuery({ queryKey: ["sources"], queryFn: () => read("/api/sources") });
const ofCodebook = { queryKey: ["codebook"], queryFn: () => read("/api/codebook") };
export const useCodebook = () => useQuery(ofCodebook);

/** The codes by their ids. The same as long as they are: that one was used once more does not change it. */
export function useCodes(): ReadonlyMap<string, Code> {
  const codes = useQuery({ ...ofCodebook, select: codesOf }).data;
  return useMemo(() => new Map(codes?.map((code) => [code.id, code])), [codes]);
}
type Code = Schemas["CodeLine"]["code"];
const codesOf = (book: Schemas["Codes"]): Code[] => book.codes.map((line) => line.code);

/**
 * How often codes were used has changed, and nothing else of them: only that is asked for, thousands of definitions are
 * not. Lines that are as they were stay the same objects, so that nothing is drawn anew for them.
 */
export async function renewUses(): Promise<void> {
  const whole = { queryKey: ["codebook"] };
  // What is asked for anew, or will be when it is shown next, must not be taken for new because of this.
  const settled = () => queries.isFetching(whole) === 0 && queries.getQueryState(whole.queryKey)?.isInvalidated === false;
  if (queries.getQueryData(whole.queryKey) === undefined) return;
  const found = settled() ? await read("/api/codebook/uses").catch(() => null) : null;
  // An answer that is under way may be older than the coding: it is asked for again.
  if (found === null || !settled()) return queries.invalidateQueries(whole);
  queries.setQueryData<Schemas["Codes"]>(whole.queryKey, (before) => before && withUses(before, found.uses));
}

const NEVER: Schemas["Use"] = { codings: 0, unreviewed: 0, sources: 0 };

export function withUses(book: Schemas["Codes"], uses: Readonly<Record<string, Schemas["Use"]>>): Schemas["Codes"] {
  const codes = book.codes.map((line) => {
    const now = uses[line.code.id] ?? NEVER;
    if (line.codings === now.codings && line.unreviewed === now.unreviewed && line.sources === now.sources) return line;
    return { ...line, ...now };
  });
  return codes.some((line, at) => line !== book.codes[at]) ? { ...book, codes } : book;
}

/** Ask for what reading a source needs, all at once: somebody is about to open it. */
export function readAhead(source: string): void {
  for (const one of [ofSource(source), ofLayers(source)]) queries.query<unknown>(one).catch(() => undefined);
}

/** All things of a kind as the model has them (`useRows("case")`); asked for only while `wanted`. */
export const useRows = <K extends RowKind>(kind: K, wanted = true) =>
  useQuery({ queryKey: ["rows", kind], queryFn: () => rows(kind), enabled: wanted });

const ofSource = (source: string) => ({ queryKey: ["source", source], queryFn: () => read("/api/sources/{source}", { path: { source } }) });
const ofLayers = (source: string) => ({ queryKey: ["layers", source], queryFn: () => read("/api/sources/{source}/layers", { path: { source } }) });
export const useSource = (source: string) => useQuery(ofSource(source));
export const useLayers = (source: string) => useQuery(ofLayers(source));

/** Change what is shown of a source at once, with what an act has answered. */
export function changeLayers(source: string, change: (layers: Schemas["Layers"]) => Schemas["Layers"]): void {
  queries.setQueryData<Schemas["Layers"]>(["layers", source], (before) => (before === undefined ? before : change(before)));
}
