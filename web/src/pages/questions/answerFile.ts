/**
 * A file of answers: brought to the server of this machine, looked at, corrected, taken in.
 *
 * What a careful reader would get wrong: nothing is written by looking. The file lies with the server until it is taken in
 * or the page is left, and is read anew with every correction.
 */
import { plain, type Schemas } from "../../api/client";
import { t } from "../../messages";
import { OUTCOMES } from "./answers";

export type Brought = Schemas["AnswersBrought"];

/** What is said about a file besides what stands in it; words are as they were typed. */
export interface Said {
  /** By column the item it is, `item: option` for an option, "" where it is left out; what is not here is as found. */
  columns: Readonly<Record<string, string>>;
  who: string;
  /** By outcome the codes that mean it. */
  missing: Readonly<Record<string, string>>;
  first: string;
  sheet: string;
  yes: string;
  no: string;
  leaveUnknown: boolean;
}

export const NOTHING_SAID: Said = { columns: {}, who: "", missing: {}, first: "1", sheet: "", yes: "", no: "", leaveUnknown: false };

const words = (typed: string): string[] => typed.split(/[,;]/u).map((one) => one.trim()).filter((one) => one !== "");

/** What is sent of it. */
export function asked(said: Said, instrument: string) {
  const missing: Record<string, string> = {};
  for (const outcome of OUTCOMES) for (const code of words(said.missing[outcome] ?? "")) missing[code] = outcome;
  const first = /^-?\d+$/u.test(said.first.trim()) ? Number(said.first) : 1;
  return { instrument, columns: said.columns, who: said.who, missing, first, sheet: said.sheet.trim(), yes: words(said.yes), no: words(said.no), leave_unknown: said.leaveUnknown };
}

export async function look(upload: string, given: ReturnType<typeof asked>): Promise<Brought> {
  return ((await plain("POST", "/api/imports/{upload}/answers", { path: { upload }, query: { trial: "true" } }, given)) as Schemas["DoneAnswersBrought"]).value;
}

export async function take(upload: string, given: ReturnType<typeof asked>, because: string): Promise<Brought> {
  return ((await plain("POST", "/api/imports/{upload}/answers", { path: { upload }, query: { because } }, given)) as Schemas["DoneAnswersBrought"]).value;
}

type Item = Brought["items"][number];
const nameOf = (item: Item): string => (item.number === "" ? item.wording : item.number);

/** What a column can be: each item, and each option of an item that takes several. */
export function choices(items: readonly Item[]): { value: string; label: string }[] {
  return items.flatMap((item) => [
    { value: nameOf(item), label: `${item.number} ${item.wording}`.trim() },
    ...(item.nature === "many" ? item.options.map((option) => ({ value: `${nameOf(item)}: ${option}`, label: t("file.oneOption", { item: nameOf(item), option }) })) : []),
  ]);
}

/** What a column is taken for now, as `choices` names it; "" where it is not taken. */
export function takenFor(found: Brought, column: string): string {
  const one = found.columns.find((each) => each.column === column);
  const item = found.items.find((each) => each.id === one?.item);
  if (one === undefined || item === undefined) return "";
  return one.option === "" ? nameOf(item) : `${nameOf(item)}: ${one.option}`;
}
