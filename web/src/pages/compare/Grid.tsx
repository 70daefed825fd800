/**
 * A table that is walked through with arrows: a grid (ARIA) made of a real table, with heads that stay.
 *
 * Arrows, Home, End, Page Up and Down (with Control: the corners) move the focus; Enter opens a cell, and on a head
 * orders the other axis by that line. Alt with arrows moves the line of a head; so does dragging it.
 *
 * What a careful reader would get wrong: there is one tab stop. Rows and columns are -1 for the heads, and which rows are
 * in the page has nothing to do with where the focus can go.
 */
import { useEffect, useMemo, useRef, useState, type CSSProperties, type DragEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { t } from "../../messages";
import type { Side } from "./address";
import { LARGE, once, pieces, USUAL, useSeen, type Piece, type Sizes } from "./windowed";

export interface Head {
  readonly key: string;
  readonly label: string;
  readonly depth?: number;
  /** Under the label: who there is, the value of an attribute; `noteWords` where signs stand in it. */
  readonly note?: string;
  readonly noteWords?: string;
  readonly fixed?: boolean;
}

export interface Shown {
  readonly content: ReactNode;
  /** The whole cell in words. */
  readonly words: string;
  /** How deep the tint is, 0 to 1. */
  readonly heat: number;
  /** What stands in the place of the content while the cell is written in; keys and clicks in it are its own. */
  readonly editor?: ReactNode;
}

export interface GridOf {
  caption: string;
  corner: string;
  rows: readonly Head[];
  columns: readonly Head[];
  cell: (row: number, column: number) => Shown;
  opened: readonly [number, number] | null;
  onOpen: (row: number, column: number) => void;
  /** By which row the columns, or by which column the rows, are ordered; -1 for none. */
  sorted?: { readonly row: number; readonly column: number; readonly ascending?: boolean };
  onHead?: (side: Side, at: number) => void;
  onMove?: (side: Side, from: number, to: number) => void;
  /** How large lines are where only a part of the table is in the page. */
  sizes?: Sizes;
  /** Which keys there are, where they are others. */
  keys?: string;
}

type Place = readonly [row: number, column: number];
const STEP = 10;

export function Grid(props: GridOf) {
  const { caption, corner, rows, columns, cell, opened, onOpen, sorted, onHead, onMove } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Place>(opened ?? [0, 0]);
  const [known, setKnown] = useState(opened);
  const follow = useRef(false);
  const [over, setOver] = useState<string>("");
  const large = rows.length * columns.length > LARGE;
  const sizes = props.sizes ?? USUAL;
  const seen = useSeen(scroller, rows.length, columns.length, large, sizes);
  if (String(known) !== String(opened)) {
    // Whatever opened a cell: from there the arrows go on.
    setKnown(opened);
    if (opened !== null) setAt(opened);
  }
  // Lines may have become fewer since.
  const here: Place = [Math.min(at[0], rows.length - 1), Math.min(at[1], columns.length - 1)];
  const down = pieces(rows.length, seen.rows, here[0]);
  const across = pieces(columns.length, seen.columns, here[1]);
  // While a table is scrolled its cells stay as they are; what was made of one is not made, nor compared, again.
  const shownAt = useMemo(() => once(cell, columns.length), [cell, columns.length]);

  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    const next = table.current?.querySelector<HTMLElement>('[tabindex="0"]');
    (next?.querySelector("textarea") ?? next)?.focus();
  });
  const walk = (row: number, column: number) => {
    follow.current = true;
    setAt([Math.max(-1, Math.min(rows.length - 1, row)), Math.max(-1, Math.min(columns.length - 1, column))]);
  };
  const open = ([row, column]: Place) => {
    if (row >= 0 && column >= 0) onOpen(row, column);
    else if (row < 0 && column >= 0) onHead?.("column", column);
    else if (row >= 0) onHead?.("row", row);
  };
  const shift = ([row, column]: Place, by: number, side: Side) => {
    const [from, heads] = side === "column" ? [column, columns] : [row, rows];
    const to = from + by;
    if (onMove === undefined || from < 0 || to < 0 || to >= heads.length || heads[from]?.fixed === true || heads[to]?.fixed === true) return;
    onMove(side, from, to);
    if (side === "column") walk(row, to);
    else walk(to, column);
  };

  const pressed = (event: KeyboardEvent) => {
    if (isOwn(event.target)) return;
    const [row, column] = here;
    const corners = event.ctrlKey || event.metaKey;
    const keys: Record<string, () => void> = {
      ArrowUp: () => walk(column < 0 ? Math.max(0, row - 1) : row - 1, column),
      ArrowDown: () => walk(row + 1, column),
      ArrowLeft: () => walk(row, row < 0 ? Math.max(0, column - 1) : column - 1),
      ArrowRight: () => walk(row, column + 1),
      Home: () => walk(corners ? 0 : row, 0),
      End: () => walk(corners ? rows.length - 1 : row, columns.length - 1),
      PageUp: () => walk(Math.max(0, row - STEP), column),
      PageDown: () => walk(row + STEP, column),
      Enter: () => open(here),
      " ": () => open(here),
    };
    const turned: Record<string, () => void> = {
      ArrowUp: () => shift(here, -1, "row"),
      ArrowDown: () => shift(here, 1, "row"),
      ArrowLeft: () => shift(here, -1, "column"),
      ArrowRight: () => shift(here, 1, "column"),
    };
    const meant = event.altKey ? turned[event.key] : keys[event.key];
    if (meant === undefined) return;
    event.preventDefault();
    // In the heads of rows only up and down move a line, in those of columns only left and right.
    const vertical = event.key === "ArrowUp" || event.key === "ArrowDown";
    if (event.altKey && (vertical ? column >= 0 : row >= 0)) return;
    meant();
  };
  const place = (target: EventTarget): Place | null => {
    const found = (target as HTMLElement).closest<HTMLElement>("[data-at]")?.dataset["at"]?.split(",").map(Number);
    return found === undefined ? null : [found[0] ?? -1, found[1] ?? -1];
  };
  const clicked = (event: MouseEvent) => {
    if (isOwn(event.target)) return;
    const found = place(event.target);
    if (found === null) return;
    walk(...found);
    open(found);
  };
  const dragged = useRef<Place | null>(null);
  const drop = (event: DragEvent, end: boolean) => {
    const from = dragged.current;
    const to = place(event.target);
    if (from === null || to === null) return;
    const side: Side = from[0] < 0 ? "column" : "row";
    const target: Place = side === "column" ? [-1, to[1]] : [to[0], -1];
    const fixed = (side === "column" ? columns[target[1]] : rows[target[0]])?.fixed;
    if (fixed !== false && fixed !== undefined) return;
    if (target[0] < 0 && target[1] < 0) return;
    event.preventDefault();
    setOver(end ? "" : String(target));
    if (end) onMove?.(side, side === "column" ? from[1] : from[0], side === "column" ? target[1] : target[0]);
  };

  const head = (one: Head, row: number, column: number) => {
    const side: Side = row < 0 ? "column" : "row";
    const by = side === "column" ? sorted?.column === column : sorted?.row === row;
    return {
      "data-at": `${row},${column}`,
      "data-over": over === `${row},${column}` ? true : undefined,
      scope: side === "column" ? "col" : "row",
      role: side === "column" ? "columnheader" : "rowheader",
      tabIndex: here[0] === row && here[1] === column ? 0 : -1,
      "aria-sort": by ? (sorted?.ascending === true ? ("ascending" as const) : ("descending" as const)) : undefined,
      draggable: onMove !== undefined && one.fixed !== true,
      title: large ? one.label : undefined,
      children: (
        <>
          <span className="head-label" style={side === "row" ? { paddingInlineStart: `${one.depth ?? 0}rem` } : undefined}>
            {one.label}
            {by && <span aria-hidden="true"> {sorted?.ascending === true ? "↑" : "↓"}</span>}
          </span>
          {one.note !== undefined && one.note !== "" && (
            <span className="head-note">
              <span aria-hidden={one.noteWords === undefined ? undefined : true} title={one.noteWords}>{one.note}</span>
              {one.noteWords !== undefined && <span className="apart">{one.noteWords}</span>}
            </span>
          )}
        </>
      ),
    };
  };
  const width = large ? `${sizes.head + sizes.column * columns.length}rem` : undefined;
  return (
    <div ref={scroller} className="grid-scroller" data-large={large || undefined}>
      <table
        ref={table}
        role="grid"
        aria-describedby="grid-keys"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        className="matrix"
        style={{ width }}
        onKeyDown={pressed}
        onClick={clicked}
        onDragStart={(event) => {
          dragged.current = place(event.target);
          event.dataTransfer.effectAllowed = "move";
        }}
        onDragOver={(event) => drop(event, false)}
        onDrop={(event) => drop(event, true)}
        onDragEnd={() => {
          dragged.current = null;
          setOver("");
        }}
      >
        <caption className="apart">{caption}</caption>
        {large && (
          <colgroup>
            <col style={{ width: `${sizes.head}rem` }} />
            {across.map((piece) => (
              <col key={"at" in piece ? piece.at : `gap ${piece.before}`} style={{ width: `${sizes.column * ("at" in piece ? 1 : piece.gap)}rem` }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr aria-rowindex={1}>
            <th className="corner" scope="col" aria-colindex={1}>{corner}</th>
            {across.map((piece) => (
              <Across key={keyOf(piece)} piece={piece}>
                {(column) => <th aria-colindex={column + 2} {...head(columns[column] as Head, -1, column)} />}
              </Across>
            ))}
          </tr>
        </thead>
        <tbody>
          {down.map((piece) =>
            "gap" in piece ? (
              <tr key={keyOf(piece)} aria-hidden="true" style={{ height: `${sizes.row * piece.gap}rem` }} />
            ) : (
              <tr key={rows[piece.at]?.key} aria-rowindex={piece.at + 2}>
                <th aria-colindex={1} {...head(rows[piece.at] as Head, piece.at, -1)} />
                {across.map((beside) => (
                  <Across key={keyOf(beside)} piece={beside}>
                    {(column) => {
                      const shown = shownAt(piece.at, column);
                      return (
                        <td
                          role="gridcell"
                          data-at={`${piece.at},${column}`}
                          aria-colindex={column + 2}
                          aria-selected={opened?.[0] === piece.at && opened[1] === column}
                          tabIndex={here[0] === piece.at && here[1] === column ? 0 : -1}
                          style={{ "--heat": shown.heat.toFixed(2) } as CSSProperties}
                        >
                          {shown.editor ?? (
                            <>
                              <span className="apart">{shown.words}</span>
                              <span className="shown" aria-hidden="true">{shown.content}</span>
                            </>
                          )}
                        </td>
                      );
                    }}
                  </Across>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
      <p className="apart" id="grid-keys">{props.keys ?? t("compare.gridKeys")}</p>
    </div>
  );
}

/** Whether it happened in what a cell is written with. */
const isOwn = (target: EventTarget): boolean => (target as HTMLElement).closest("[data-own]") !== null;

const keyOf = (piece: Piece): string => ("at" in piece ? String(piece.at) : `gap ${piece.before}`);

function Across({ piece, children }: { piece: Piece; children: (column: number) => ReactNode }) {
  return "at" in piece ? children(piece.at) : <td aria-hidden="true" className="gap" />;
}
