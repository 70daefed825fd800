/**
 * Where the cells of a pasted block go: from the cell on which somebody stands, or, when its first line names columns, by
 * those names and by what identifies each line. Says also what has no place; nothing is written here.
 */
import type { Block } from "./block";

export interface PasteColumn {
  readonly key: string;
  readonly heading: string;
  readonly editable: boolean;
}
export interface PasteRow {
  readonly id: string;
  readonly cells: readonly string[];
}
export interface PastedLine {
  /** Empty: a new line. */
  readonly row: string;
  readonly cells: Record<string, string>;
}
export interface Placed {
  readonly lines: readonly PastedLine[];
  /** Columns of the block that lie beyond the last column. */
  readonly beyond: number;
  /** Headings that are no column here. */
  readonly unknown: readonly string[];
  /** Columns that cannot be written and would become others. */
  readonly fixed: readonly string[];
}

const plain = (text: string) => text.trim().replace(/\s+/gu, " ").toLocaleLowerCase();

/** Whether the first line of a block names columns: the one that identifies lines, and no cell that could be a value. */
export function hasHeadings(block: Block, columns: readonly PasteColumn[]): boolean {
  const known = new Set(columns.map((column) => plain(column.heading)));
  const first = (block[0] ?? []).map(plain);
  return block.length > 1 && first.filter((one) => known.has(one)).length >= 2;
}

export function placeAt(block: Block, columns: readonly PasteColumn[], rows: readonly PasteRow[], at: { row: number; column: number }): Placed {
  const wide = block[0]?.length ?? 0;
  const across = columns.slice(at.column, at.column + wide);
  return placed(
    block.map((cells, number) => ({ row: rows[at.row + number], cells: across.map((column, place) => [column, cells[place] ?? ""] as const) })),
    columns,
    { beyond: Math.max(0, wide - across.length), unknown: [] },
  );
}

export function placeByHeadings(block: Block, columns: readonly PasteColumn[], rows: readonly PasteRow[]): Placed {
  const headings = block[0] ?? [];
  const found = headings.map((heading) => columns.find((column) => plain(column.heading) === plain(heading)));
  const naming = found.findIndex((column) => column !== undefined && column.key === columns[0]?.key);
  const known = new Map(rows.map((row) => [plain(row.cells[0] ?? ""), row]));
  return placed(
    block.slice(1).map((cells) => ({
      row: naming < 0 ? undefined : known.get(plain(cells[naming] ?? "")),
      cells: found.flatMap((column, place) => (column === undefined ? [] : [[column, cells[place] ?? ""] as const])),
    })),
    columns,
    { beyond: 0, unknown: headings.filter((heading, place) => found[place] === undefined && heading.trim() !== "") },
  );
}

function placed(
  lines: readonly { row: PasteRow | undefined; cells: readonly (readonly [PasteColumn, string])[] }[],
  columns: readonly PasteColumn[],
  rest: { beyond: number; unknown: readonly string[] },
): Placed {
  const fixed = new Set<string>();
  const place = new Map(columns.map((column, number) => [column.key, number]));
  const kept = lines
    .filter(({ row, cells }) => row !== undefined || cells.some(([, text]) => text.trim() !== ""))
    .map(({ row, cells }) => {
      const written: Record<string, string> = {};
      for (const [column, text] of cells) {
        const now = row?.cells[place.get(column.key) ?? -1] ?? "";
        if (column.editable) {
          if (row !== undefined || text.trim() !== "") written[column.key] = text;
        } else if (text.trim() !== "" && text.trim() !== now) fixed.add(column.heading);
      }
      return { row: row?.id ?? "", cells: written };
    })
    .filter((line) => Object.keys(line.cells).length > 0);
  return { lines: kept, ...rest, fixed: [...fixed] };
}
