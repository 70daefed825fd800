/** What other parts of the themes ask of what may speak against them: counts for one theme, and who can be named by hand. */
import { useQuery } from "@tanstack/react-query";
import { ask, rows, type Asked } from "../../api/client";

/** How many may speak against one theme, and how many of them are open; for the page of the theme. */
export function useAgainst(theme: string): { count: number; open: number } | undefined {
  const options: Asked<"negatives"> = { of: "themes", rows: [theme] };
  const found = useQuery({ queryKey: ["negatives", options], queryFn: () => ask("negatives", options) });
  return found.data === undefined ? undefined : { count: found.data.candidates.length, open: found.data.candidates.filter((one) => one.found.disposition === "open").length };
}

/** Cases and participants, in order. */
export function usePeople() {
  const cases = useQuery({ queryKey: ["rows", "case"], queryFn: () => rows("case") });
  const people = useQuery({ queryKey: ["rows", "participant"], queryFn: () => rows("participant") });
  return { cases: cases.data?.filter((one) => one.merged_into === null) ?? [], people: people.data?.toSorted((one, two) => one.identifier.localeCompare(two.identifier)) ?? [] };
}
