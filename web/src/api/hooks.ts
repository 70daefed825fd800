/** What screens ask for, under the names by which the live feed says that it has changed (see `live.ts`). */
import { QueryClient, useQuery } from "@tanstack/react-query";
import { read, rows, type RowKind, type Schemas } from "./client";

export const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, retry: 1, refetchOnWindowFocus: false } },
});

/** Entries that this window made; it has their answers already. */
export const own = new Set<string>();

export const useStudy = () => useQuery({ queryKey: ["study"], queryFn: () => read("/api/study") });
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
