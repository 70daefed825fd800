/** What pasting would change and what does not fit, before anything is written; then all of it as one act, or nothing. */
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Block } from "../../components/grid/block";
import type { GridColumn, GridRow } from "../../components/grid/Grid";
import { hasHeadings, placeAt, placeByHeadings } from "../../components/grid/paste";
import type { Cell } from "../../components/grid/place";
import { Dialog, Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import { fill, fits, OPEN, patch, type Line, type Of } from "./sheet";

const MOST = 200;

export function PastePreview(props: {
  of: Of;
  block: Block;
  at: Cell;
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
  onClose: () => void;
}) {
  const { of, block, at, onClose } = props;
  const { say } = useSay();
  // The link to a participant's page is no cell of a spreadsheet.
  const columns = useMemo(() => props.columns.filter((column) => column.key !== OPEN), [props.columns]);
  const rows = useMemo(() => {
    const link = props.columns.findIndex((column) => column.key === OPEN);
    return link < 0 ? props.rows : props.rows.map((row) => ({ id: row.id, cells: row.cells.filter((_, place) => place !== link) }));
  }, [props.columns, props.rows]);
  const named = hasHeadings(block, columns);
  const [byName, setByName] = useState(named);
  const [extend, setExtend] = useState(false);
  const [without, setWithout] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const placed = useMemo(() => {
    const before = props.columns.slice(0, at.column).filter((column) => column.key === OPEN).length;
    return byName ? placeByHeadings(block, columns, rows) : placeAt(block, columns, rows, { row: at.row, column: at.column - before });
  }, [byName, block, columns, rows, at, props.columns]);
  const lines = placed.lines as readonly Line[];
  const found = useQuery({
    queryKey: ["fits", of, lines, extend],
    queryFn: () => fits(of, lines, extend),
    gcTime: 0,
    enabled: lines.length > 0,
    placeholderData: (before) => before,
  });
  const cells = found.data?.cells ?? [];
  const wrong = cells.filter((cell) => cell.why !== "");
  const changes = cells.filter((cell) => cell.why === "" && cell.before !== cell.after);
  const fresh = lines.filter((line) => line.row === "").length;
  const options = cells.some((cell) => cell.option);
  const homeless = placed.beyond > 0 || placed.fixed.length > 0 || (placed.unknown.length > 0 && !without);
  const ready = found.data !== undefined && !found.isPlaceholderData && wrong.length === 0 && !homeless && changes.length > 0 && !busy;
  const heading = new Map(columns.map((column) => [column.key, column.heading]));
  const called = (line: number) => {
    const row = lines[line]?.row ?? "";
    return row === "" ? t("paste.newLine", { number: line + 1 }) : (rows.find((one) => one.id === row)?.cells[0] ?? "");
  };
  const paste = () => {
    setBusy(true);
    fill(of, lines, extend).then(
      (done) => {
        patch(of, lines, cells);
        say(t("paste.done", { count: done.cells, fresh: done.added.length }));
        onClose();
      },
      (refused: unknown) => {
        setBusy(false);
        setError(refused);
      },
    );
  };
  return (
    <Dialog title={t("paste.title", { rows: block.length, columns: block[0]?.length ?? 0 })} onClose={onClose}>
      {named && (
        <fieldset className="group">
          <legend className="apart">{t("paste.where")}</legend>
          <label className="row"><input type="radio" name="where" checked={byName} onChange={() => setByName(true)} /> {t("paste.byName")}</label>
          <label className="row"><input type="radio" name="where" checked={!byName} onChange={() => setByName(false)} /> {t("paste.here")}</label>
        </fieldset>
      )}
      <p role="status">
        {found.data === undefined && lines.length > 0 ? t("paste.looking") : t("paste.sum", { changes: changes.length, fresh, same: cells.length - changes.length - wrong.length, wrong: wrong.length })}
      </p>
      {placed.beyond > 0 && <p className="grid-why">{t("paste.beyond", { count: placed.beyond })}</p>}
      {placed.fixed.length > 0 && <p className="grid-why">{t("paste.fixed", { columns: placed.fixed.join(", ") })}</p>}
      {placed.unknown.length > 0 && (
        <label className="row">
          <input type="checkbox" checked={without} onChange={(event) => setWithout(event.target.checked)} />
          {t("paste.without", { columns: placed.unknown.join(", ") })}
        </label>
      )}
      {options && (
        <label className="row">
          <input type="checkbox" checked={extend} onChange={(event) => setExtend(event.target.checked)} />
          {t("paste.extend")}
        </label>
      )}
      {(error ?? found.error) !== null && <Problem error={error ?? found.error} />}
      {wrong.length + changes.length > 0 && (
        <div className="scroll" role="region" tabIndex={0} aria-label={t("paste.changes")}>
          <table>
            <caption className="apart">{t("paste.changes")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("paste.line")}</th>
                <th scope="col">{t("paste.column")}</th>
                <th scope="col">{t("paste.now")}</th>
                <th scope="col">{t("paste.becomes")}</th>
              </tr>
            </thead>
            <tbody>
              {[...wrong, ...changes].slice(0, MOST).map((cell) => (
                <tr key={`${cell.line} ${cell.column}`}>
                  <th scope="row">{called(cell.line)}</th>
                  <td>{heading.get(cell.column) ?? cell.column}</td>
                  <td className="soft">{cell.before}</td>
                  <td>
                    {cell.after === "" ? <em className="soft">{t("paste.empty")}</em> : cell.after}
                    {cell.why !== "" && <span className="grid-why small"> {t("paste.not", { why: cell.why })}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {wrong.length + changes.length > MOST && <p className="soft small">{t("paste.more", { count: wrong.length + changes.length - MOST })}</p>}
        </div>
      )}
      <p className="soft small">{t("paste.whole")}</p>
      <div className="row">
        <button type="button" className="button primary" disabled={!ready} onClick={paste}>{t("paste.do", { count: changes.length })}</button>
        <button type="button" className="button" onClick={onClose}>{t("book.cancel")}</button>
      </div>
    </Dialog>
  );
}
