/**
 * Answers as the grid takes them: a row for each participant, a column for each item, and what is written into a cell.
 *
 * What a careful reader would get wrong: an empty cell says that nothing is known. That somebody left an item empty, declined
 * or that it does not apply to them is written in brackets, because it was found out.
 */
import { act, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import type { GridColumn, GridRow } from "../../components/grid/Grid";
import { t } from "../../messages";

export type Sheet = Schemas["AnswerSheet"];
export const WHO = "who";
export const OUTCOMES = ["left empty", "declined", "does not apply"] as const;
type Given = { participant: string; question: string; values: string[]; outcome: "answered" | (typeof OUTCOMES)[number] };

const inBrackets = (outcome: string): string => `(${outcome})`;

/** What a cell reads as: options with a semicolon between them, an outcome in brackets, nothing where nothing is known. */
export const written = (one: { values: readonly string[]; outcome: string }): string => (one.outcome === "answered" ? one.values.join("; ") : inBrackets(one.outcome));

/** What was typed in a cell: null takes the answer back. */
export function read(typed: string, nature: string): Omit<Given, "participant" | "question"> | null {
  const text = typed.trim();
  if (text === "") return null;
  const plain = text.replace(/^\((.*)\)$/u, "$1").trim().toLocaleLowerCase();
  const outcome = text.startsWith("(") ? OUTCOMES.find((one) => one === plain) : undefined;
  if (outcome !== undefined) return { values: [], outcome };
  return { values: nature === "many" ? text.split(/[;\n]/u).map((one) => one.trim()).filter((one) => one !== "") : [text], outcome: "answered" };
}

export function gridColumns(sheet: Sheet, may: boolean): GridColumn[] {
  const items = sheet.items.map((item): GridColumn => {
    const heading = `${item.number} ${item.wording}`.trim();
    const outcomes = OUTCOMES.map(inBrackets);
    const listed = item.nature === "likert" || item.nature === "one";
    return {
      key: item.id, heading, editable: may, width: 11,
      type: listed ? "one-of" : item.nature === "many" ? "many-of" : "text", ...(item.nature === "text" ? { prose: true } : {}),
      ...(listed ? { options: [...item.options, ...outcomes] } : { hint: item.nature === "many" ? t("sheet.manyHint", { options: item.options.join("; ") }) : t("sheet.hint") }),
    };
  });
  return [{ key: WHO, heading: t("sheet.participant"), type: "text", editable: false, width: 9 }, ...items];
}

export function gridRows(sheet: Sheet): GridRow[] {
  const held = new Map(sheet.answers.map((one) => [`${one.participant} ${one.question}`, written(one)]));
  return sheet.people.map((one) => ({ id: one.id, cells: [one.identifier, ...sheet.items.map((item) => held.get(`${one.id} ${item.id}`) ?? "")] }));
}

/** Write one cell; throws what the server refuses. `trial` keeps nothing. */
export async function write(participant: string, item: Sheet["items"][number], typed: string, trial = false): Promise<void> {
  const given = read(typed, item.nature);
  if (given === null) await act("answer.take_back", { participant, questions: [item.id] }, { trial });
  else await act("answer.give", { participant, question: item.id, ...given }, { trial });
  if (trial) return;
  await renew();
}

/** Write many answers as one act, or none of them. */
export async function writeMany(given: readonly Given[]): Promise<void> {
  await act("answer.give_many", { answers: given.map((one) => ({ ...one })) });
  await renew();
}

/** Take answers back, each participant's together. */
export async function takeBack(taken: ReadonlyMap<string, readonly string[]>): Promise<void> {
  for (const [participant, questions] of taken) if (questions.length > 0) await act("answer.take_back", { participant, questions: [...questions] });
  await renew();
}

const renew = () => Promise.all(["answer sheet", "guides", "compare"].map((name) => queries.invalidateQueries({ queryKey: [name] })));
