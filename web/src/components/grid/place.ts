/**
 * Where somebody stands in a grid and what they have chosen, as plain numbers: -1 is the line of headings, and the number
 * after the last row is the line for a new one, where there is one.
 */
export interface Cell {
  readonly row: number;
  readonly column: number;
}
export interface Size {
  readonly rows: number;
  readonly columns: number;
  /** There is a line of headings that can be gone to. */
  readonly page: number;
}

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(most, least));

/** Where a key leads; null when it leads nowhere. `whole`: with Control or Command. */
export function led(key: string, whole: boolean, from: Cell, size: Size): Cell | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const to = (row: number, column: number) => ({ row: within(row, -1, last.row), column: within(column, 0, last.column) });
  switch (key) {
    case "ArrowUp":
      return whole ? to(0, from.column) : to(from.row - 1, from.column);
    case "ArrowDown":
      return whole ? to(last.row, from.column) : to(from.row + 1, from.column);
    case "ArrowLeft":
      return whole ? to(from.row, 0) : to(from.row, from.column - 1);
    case "ArrowRight":
      return whole ? to(from.row, last.column) : to(from.row, from.column + 1);
    case "Home":
      return whole ? to(0, 0) : to(from.row, 0);
    case "End":
      return whole ? to(last.row, last.column) : to(from.row, last.column);
    case "PageUp":
      return to(Math.max(0, from.row - size.page), from.column);
    case "PageDown":
      return to(from.row + size.page, from.column);
    default:
      return null;
  }
}

/** The cells between two corners, as ranges of numbers that hold both ends. */
export function spanned(one: Cell, other: Cell): { top: number; bottom: number; left: number; right: number } {
  return {
    top: Math.max(0, Math.min(one.row, other.row)),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  };
}
