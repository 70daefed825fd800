/** What screens ask for, under the names by which the live feed says that it has changed (see `live.ts`). */
import { QueryClient, useQuery } from "@tanstack/react-query";
import { getThen, setThen, type Moment } from "../lib/then";
import { read, rows, type RowKind, type Schemas } from "./client";

export const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, retry: 1, refetchOnWindowFocus: false } },
});

/** Entries that this window made; it has their answers already. */
export const own = new Set<string>();

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
  const member = queries.getQueryData<Schemas["StudyHere"]>(["study"])?.me.member ?? null;
  setThen(moment && { member, ...moment });
  await queries.resetQueries();
}
export const useSources = () => useQuery({ queryKey: ["sources"], queryFn: () => read("/api/sources") });
export const useCodebook = () => useQuery({ queryKey: ["codebook"], queryFn: () => read("/api/codebook") });

/** All things of a kind as the model has them (`useRows("case")`); asked for only while `wanted`. */
export const useRows = <K extends RowKind>(kind: K, wanted = true) =>
  useQuery({ queryKey: ["rows", kind], queryFn: () => rows(kind), enabled: wanted });

export const useSource = (source: string) =>
  useQuery({ queryKey: ["source", source], queryFn: () => read("/api/sources/{source}", { path: { source } }) });

export const useLayers = (source: string) =>
  useQuery({ queryKey: ["layers", source], queryFn: () => read("/api/sources/{source}/layers", { path: { source } }) });

/** Change what is shown of a source at once, with what an act has answered. */
export function changeLayers(source: string, change: (layers: Schemas["Layers"]) => Schemas["Layers"]): void {
  queries.setQueryData<Schemas["Layers"]>(["layers", source], (before) => (before === undefined ? before : change(before)));
}
