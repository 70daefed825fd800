/**
 * The sheet of cases or of participants as the grid takes it, and what is written into it.
 *
 * One act for whatever was filled in, pasted or cleared together: one step of undo. What has changed stands in the sheet at
 * once, with what the server said would become of every cell; then it is read again.
 */
import { useQuery } from "@tanstack/react-query";
import { act, plain, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import type { GridColumn, GridRow } from "../../components/grid/Grid";
import { t } from "../../messages";

export type Of = "case" | "participant";
export type Sheet = Schemas["Sheet"];
export type Line = { row: string; cells: Record<string, string> };
export type Fits = Schemas["Fits"];

export const OPEN = "open";

export const useSheet = (of: Of) =>
  useQuery({ queryKey: ["sheet", of], queryFn: async () => (await plain("POST", "/api/ask/sheet", {}, { of })) as Sheet });

export async function fits(of: Of, lines: readonly Line[], extend = false): Promise<Fits> {
  return (await plain("POST", "/api/ask/fits", {}, { of, lines, extend })) as Fits;
}

/** Fill in; throws what the server refuses. */
export async function fill(of: Of, lines: readonly Line[], extend = false): Promise<Schemas["Filled"]> {
  const done = await act("sheet.fill", { of, lines: lines.map((line) => ({ ...line })), extend });
  for (const key of ["sheet", "person", "sample", "things", "voices"]) void queries.invalidateQueries({ queryKey: [key] });
  if (extend) void queries.invalidateQueries({ queryKey: ["study"] });
  void queries.invalidateQueries({ queryKey: ["history"] });
  return done.value;
}

/** Put what would become of cells into the sheet that is shown. */
export function patch(of: Of, lines: readonly Line[], cells: Fits["cells"]): void {
  queries.setQueryData<Sheet>(["sheet", of], (before) => {
    if (before === undefined) return before;
    const place = new Map(before.columns.map((column, number) => [column.key, number]));
    const becomes = new Map<string, [number, string][]>();
    for (const cell of cells) {
      const row = lines[cell.line]?.row ?? "";
      const at = place.get(cell.column);
      if (at !== undefined) becomes.set(row, [...(becomes.get(row) ?? []), [at, cell.after]]);
    }
    return {
      ...before,
      rows: before.rows.map((row) => {
        const changed = becomes.get(row.id);
        if (changed === undefined) return row;
        const written = new Map(changed);
        return { ...row, cells: row.cells.map((cell, number) => written.get(number) ?? cell) };
      }),
    };
  });
}

const WIDTHS: Record<GridColumn["type"], number> = { text: 12, number: 6.5, date: 8, boolean: 6.5, "one-of": 10, "many-of": 12 };
const PROSE = new Set(["description", "note"]);

/** Columns as the grid takes them; the second one leads to the page of the line. */
export function gridColumns(sheet: Sheet, may: boolean, hidden: ReadonlySet<string>): GridColumn[] {
  const columns = sheet.columns
    .filter((column) => !hidden.has(column.key))
    .map((column): GridColumn => {
      const options = column.type === "boolean" ? ["yes", "no"] : column.type === "one-of" || column.type === "many-of" ? column.options : null;
      return {
        key: column.key,
        heading: column.heading,
        type: column.type,
        editable: may && column.part !== "count",
        prose: PROSE.has(column.key),
        open: column.part === "attribute" && column.type === "one-of",
        width: Math.min(16, Math.max(PROSE.has(column.key) ? 16 : WIDTHS[column.type], column.heading.length * 0.55 + 2)),
        ...(options === null ? {} : { options }),
        ...(column.type === "date" ? { hint: t("grid.dateHint") } : column.type === "many-of" ? { hint: t("grid.manyHint") } : {}),
      };
    });
  if (sheet.of === "participant") columns.splice(1, 0, { key: OPEN, heading: t("people.page"), type: "text", editable: false, width: 4.5 });
  return columns;
}

/** Rows as the grid takes them, sorted and filtered. */
export function gridRows(sheet: Sheet, columns: readonly GridColumn[], filter: string, sorted: { key: string; down: boolean } | null): GridRow[] {
  const place = new Map(sheet.columns.map((column, number) => [column.key, number]));
  const typed = filter.trim().toLocaleLowerCase();
  const rows = sheet.rows
    .filter((row) => typed === "" || row.cells.some((cell) => cell.toLocaleLowerCase().includes(typed)))
    .map((row) => ({ id: row.id, cells: columns.map((column) => row.cells[place.get(column.key) ?? -1] ?? "") }));
  const by = columns.findIndex((column) => column.key === sorted?.key);
  if (sorted === null || by < 0) return rows;
  const compare = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" }).compare;
  const turn = sorted.down ? -1 : 1;
  // Empty cells come last, whichever way it is sorted.
  return rows.sort((one, other) => {
    const [a, b] = [one.cells[by] ?? "", other.cells[by] ?? ""];
    return a === "" || b === "" ? Number(a === "") - Number(b === "") : turn * compare(a, b);
  });
}
