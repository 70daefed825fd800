/** The items of questionnaires and what they are called, for choosing one. */
import { useRows } from "../../api/hooks";
import type { Option } from "./pieces";

/** Every item; `null` until it is known. Where there are several questionnaires, each item stands under its own. */
export function useItems(): readonly Option[] | null {
  const questions = useRows("question").data;
  const instruments = useRows("instrument").data;
  if (questions === undefined || instruments === undefined) return null;
  const names = new Map(instruments.map((one) => [one.id, `${one.name} ${one.version}`]));
  const items = questions.filter((one) => one.nature !== "open").toSorted((one, two) => (names.get(one.instrument) ?? "").localeCompare(names.get(two.instrument) ?? "") || one.position - two.position);
  const several = new Set(items.map((one) => one.instrument)).size > 1;
  return items.map((one) => ({ value: one.id, label: `${one.number} ${one.wording}`.trim(), ...(several ? { group: names.get(one.instrument) ?? "" } : {}) }));
}
