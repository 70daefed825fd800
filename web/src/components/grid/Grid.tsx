/**
 * A table that is worked in like a spreadsheet (ARIA grid): arrows go from cell to cell, Enter or F2 or typing writes in one,
 * Escape leaves it as it was, Tab saves and goes on to the next, Shift chooses a block, which is copied and pasted as
 * spreadsheets do. Outside a cell that is being written in, Tab leaves the table, as everywhere else on the page.
 *
 * Only the rows in view are in the page above `WHOLE` rows; the row in which somebody stands always is, so that the
 * focus is never lost by scrolling. What is written goes to `onSave`, which refuses by throwing.
 */
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { t } from "../../messages";
import { writeBlock } from "./block";
import { Editor } from "./Editor";
import { led, spanned, type Cell } from "./place";
import "./grid.css";

export type Move = "stay" | "down" | "left" | "right";
export interface GridColumn {
  readonly key: string;
  readonly heading: string;
  readonly type: "text" | "number" | "date" | "boolean" | "one-of" | "many-of";
  readonly editable: boolean;
  readonly options?: readonly string[];
  /** More options may be added. */
  readonly open?: boolean;
  readonly prose?: boolean;
  readonly hint?: string;
  /** In rem. */
  readonly width: number;
}
export interface GridRow {
  readonly id: string;
  readonly cells: readonly string[];
}
export interface Chosen {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
}
export interface GridProps {
  label: string;
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
  /** What the line for a new row is called; none where nothing can be added. */
  fresh?: string | undefined;
  /** By column: how rows are sorted. */
  sorted?: { key: string; down: boolean } | null;
  /** Why a cell cannot be so; empty where it can. */
  onLook: (row: string, column: GridColumn, text: string) => Promise<string>;
  onSave: (row: string, column: GridColumn, text: string, extend: boolean) => Promise<void>;
  onClear: (chosen: Chosen) => void;
  onPaste: (text: string, at: Cell, chosen: Chosen) => void;
  onHeading?: (column: GridColumn) => void;
  onChoose?: (rows: readonly string[]) => void;
  show?: (row: GridRow, column: GridColumn, text: string) => ReactNode;
}
interface Editing {
  readonly row: string;
  readonly column: string;
  readonly before: string;
  readonly draft: string;
  readonly why: string;
  readonly saving: boolean;
}

const WHOLE = 300;
const AROUND = 12;
const NEW = "";

export function Grid(props: GridProps) {
  const { columns, rows, fresh, onSave, onLook, onChoose } = props;
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const [from, setFrom] = useState<Cell | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [seen, setSeen] = useState({ top: 0, height: 800 });
  const region = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  const dragging = useRef(false);
  const looked = useRef(0);
  const rem = useMemo(() => parseFloat(getComputedStyle(document.documentElement).fontSize), []);
  const tall = 2.25 * rem;
  const every = useMemo(() => (fresh === undefined ? rows : [...rows, { id: NEW, cells: [] }]), [rows, fresh]);
  const hereRow = Math.min(at.row, every.length - 1);
  const hereColumn = Math.min(at.column, columns.length - 1);
  const here: Cell = { row: hereRow, column: hereColumn };
  const block = spanned(from ?? here, here);
  const template = columns.map((column) => `${column.width}rem`).join(" ");

  const stand = useCallback(
    (to: Cell, keep = false) => {
      wanted.current = true;
      setAt(to);
      setFrom((before) => (keep ? (before ?? { row: hereRow, column: hereColumn }) : null));
    },
    [hereRow, hereColumn],
  );
  useLayoutEffect(() => {
    if (!wanted.current || editing !== null) return;
    wanted.current = false;
    const cell = region.current?.querySelector<HTMLElement>("[data-here]");
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  const chosen = (): Chosen => ({ rows: every.slice(block.top, block.bottom + 1).filter((row) => row.id !== NEW), columns: columns.slice(block.left, block.right + 1) });
  useLayoutEffect(() => {
    onChoose?.(every.slice(block.top, block.bottom + 1).flatMap((row) => (row.id === NEW ? [] : [row.id])));
  }, [onChoose, every, block.top, block.bottom]);

  const write = (to: Cell, draft?: string) => {
    const row = every[to.row];
    const column = columns[to.column];
    if (row === undefined || column === undefined || !column.editable) return;
    if (editing !== null) return;
    const before = row.cells[to.column] ?? "";
    setAt(to);
    setFrom(null);
    setEditing({ row: row.id, column: column.key, before, draft: draft ?? before, why: "", saving: false });
  };
  const end = (move: Move) => {
    looked.current += 1;
    setEditing(null);
    const step = { stay: [0, 0], down: [1, 0], left: [0, -1], right: [0, 1] }[move] as [number, number];
    if (move !== "stay" || region.current?.contains(document.activeElement) === true) {
      stand({ row: Math.min(here.row + step[0], every.length - 1), column: Math.min(Math.max(here.column + step[1], 0), columns.length - 1) });
    }
  };
  const commit = (draft: string, move: Move, extend: boolean) => {
    if (editing === null || editing.saving) return;
    const column = columns.find((one) => one.key === editing.column);
    if (column === undefined || (draft === editing.before && !(editing.row === NEW && draft !== ""))) {
      end(move);
      return;
    }
    setEditing({ ...editing, draft, saving: true });
    onSave(editing.row, column, draft, extend).then(
      () => end(move),
      (error: unknown) => setEditing({ ...editing, draft, saving: false, why: error instanceof Error ? error.message : String(error) }),
    );
  };
  const writing = editing === null ? null : `${editing.row} ${editing.column}`;
  const look = useCallback(
    (draft: string) => {
      const [row, key] = writing?.split(" ") ?? [];
      const column = columns.find((one) => one.key === key);
      if (row === undefined || column === undefined || draft === "") return;
      const mine = (looked.current += 1);
      void onLook(row, column, draft).then(
        (why) => {
          if (mine === looked.current) setEditing((now) => (now === null || now.saving || now.draft !== draft ? now : { ...now, why }));
        },
        () => undefined,
      );
    },
    [writing, columns, onLook],
  );

  const pressed = (event: KeyboardEvent) => {
    if (editing !== null || event.altKey) return;
    const whole = event.ctrlKey || event.metaKey;
    const to = led(event.key, whole, here, { rows: every.length, columns: columns.length, page: Math.max(1, Math.floor(seen.height / tall) - 2) });
    const column = columns[here.column];
    if (to !== null) {
      event.preventDefault();
      stand(to, event.shiftKey && to.row >= 0);
    } else if (here.row < 0) {
      if ((event.key === "Enter" || event.key === " ") && column !== undefined && props.onHeading) {
        event.preventDefault();
        props.onHeading(column);
      }
    } else if (event.key === "Enter" || event.key === "F2") {
      const link = region.current?.querySelector<HTMLElement>("[data-here] a");
      event.preventDefault();
      if (column?.editable === true) write(here);
      else link?.click();
    } else if (event.key === "Escape") setFrom(null);
    else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      props.onClear(chosen());
    } else if (whole && event.key.toLowerCase() === "a") {
      event.preventDefault();
      setFrom({ row: 0, column: 0 });
      setAt({ row: Math.max(0, rows.length - 1), column: columns.length - 1 });
      wanted.current = true;
    } else if (!whole && Array.from(event.key).length === 1 && column?.editable === true) {
      event.preventDefault();
      // A question mark is a letter here, and no key of the workbench.
      event.stopPropagation();
      write(here, event.key);
    }
  };
  const under = (event: { target: EventTarget }): Cell | null => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-cell]");
    const [row, column] = cell?.dataset["cell"]?.split(" ").map(Number) ?? [];
    return row === undefined || column === undefined ? null : { row, column };
  };
  const pressedOn = (event: MouseEvent) => {
    const to = under(event);
    if (to === null || event.button !== 0 || (event.target as HTMLElement).closest(".grid-editor, a, button") !== null) return;
    event.preventDefault();
    dragging.current = true;
    if (editing !== null) commit(editing.draft, "stay", false);
    stand(to, event.shiftKey);
  };
  const copied = (event: ClipboardEvent) => {
    if (editing !== null || here.row < 0) return;
    event.preventDefault();
    const cells = every.slice(block.top, block.bottom + 1).map((row) => columns.slice(block.left, block.right + 1).map((_, place) => row.cells[block.left + place] ?? ""));
    event.clipboardData.setData("text/plain", writeBlock(cells));
  };
  const pasted = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    const several = /\t|\n./u.test(text.replace(/\r?\n$/u, ""));
    const prose = columns.find((one) => one.key === editing?.column)?.prose === true;
    if (text === "" || here.row < 0 || (editing !== null && (!several || prose))) return;
    event.preventDefault();
    setEditing(null);
    props.onPaste(text, { row: block.top, column: block.left }, chosen());
  };

  const whole = every.length <= WHOLE;
  const first = whole ? 0 : Math.max(0, Math.floor(seen.top / tall) - AROUND);
  const last = whole ? every.length - 1 : Math.min(every.length - 1, Math.ceil((seen.top + seen.height) / tall) + AROUND);
  const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
  if (here.row >= 0 && here.row < first) numbers.unshift(here.row);
  if (here.row > last) numbers.push(here.row);
  return (
    <div
      ref={region}
      className="grid-region"
      onScroll={(event) => {
        const { scrollTop, clientHeight } = event.currentTarget;
        if (!whole) setSeen({ top: scrollTop, height: clientHeight });
      }}
    >
      <div
        role="grid"
        tabIndex={-1}
        className="grid"
        aria-label={props.label}
        aria-rowcount={every.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        onKeyDown={pressed}
        onFocus={(event) => {
          // Whoever focuses a cell stands on it, also assistive technology.
          const to = under(event);
          if (to !== null && editing === null && (to.row !== here.row || to.column !== here.column)) {
            setAt(to);
            setFrom(null);
          }
        }}
        onMouseDown={pressedOn}
        onMouseMove={(event) => {
          const to = dragging.current && event.buttons === 1 ? under(event) : null;
          if (to !== null && to.row >= 0 && (to.row !== here.row || to.column !== here.column)) stand(to, true);
        }}
        onMouseUp={() => (dragging.current = false)}
        onDoubleClick={(event) => {
          const to = under(event);
          if (to !== null && to.row >= 0) write(to);
        }}
        onPointerUp={(event) => {
          const to = event.pointerType === "touch" ? under(event) : null;
          if (to !== null && to.row === here.row && to.column === here.column && to.row >= 0) write(to);
        }}
        onCopy={copied}
        onPaste={pasted}
      >
        <div role="row" aria-rowindex={1} className="grid-row grid-head" style={{ gridTemplateColumns: template }}>
          {columns.map((column, place) => (
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={place + 1}
              aria-sort={props.sorted?.key === column.key ? (props.sorted.down ? "descending" : "ascending") : undefined}
              tabIndex={here.row < 0 && here.column === place ? 0 : -1}
              data-cell={`-1 ${place}`}
              data-here={here.row < 0 && here.column === place ? "" : undefined}
              className={column.type === "number" ? "grid-cell num" : "grid-cell"}
              onDoubleClick={() => props.onHeading?.(column)}
            >
              <span className="grid-words">{column.heading}</span>
              {props.sorted?.key === column.key && <span aria-hidden="true">{props.sorted.down ? "▾" : "▴"}</span>}
            </div>
          ))}
        </div>
        <div role="rowgroup" className="grid-body" style={{ height: `${every.length * tall}px` }}>
          {numbers.map((number) => {
            const row = every[number];
            if (row === undefined) return null;
            return (
              <div key={row.id} role="row" aria-rowindex={number + 2} className={row.id === NEW ? "grid-row fresh" : "grid-row"} style={{ gridTemplateColumns: template, top: `${number * tall}px` }}>
                {columns.map((column, place) => {
                  const text = row.cells[place] ?? "";
                  const mine = here.row === number && here.column === place;
                  const open = editing !== null && editing.row === row.id && editing.column === column.key;
                  return (
                    <div
                      key={column.key}
                      role={place === 0 ? "rowheader" : "gridcell"}
                      aria-colindex={place + 1}
                      aria-readonly={!column.editable}
                      aria-selected={number >= block.top && number <= block.bottom && place >= block.left && place <= block.right && here.row >= 0}
                      tabIndex={mine && !open ? 0 : -1}
                      data-cell={`${number} ${place}`}
                      data-here={mine ? "" : undefined}
                      className={`grid-cell${column.type === "number" ? " num" : ""}${column.editable ? "" : " fixed"}${open ? " open" : ""}`}
                    >
                      {open ? (
                        <Editor
                          column={column}
                          label={t("grid.writing", { column: column.heading, row: row.id === NEW ? (fresh ?? "") : (row.cells[0] ?? "") })}
                          draft={editing.draft}
                          why={editing.why}
                          saving={editing.saving}
                          onDraft={(draft) => setEditing({ ...editing, draft, why: "" })}
                          onLook={look}
                          onCommit={commit}
                          onCancel={() => {
                            wanted.current = true;
                            looked.current += 1;
                            setEditing(null);
                          }}
                        />
                      ) : row.id === NEW && place === 0 ? (
                        <span className="grid-words soft">{fresh}</span>
                      ) : (
                        (props.show?.(row, column, text) ?? <span className="grid-words">{text}</span>)
                      )}
                    </div>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
