/** The sheet of cases or participants: written in cell by cell, pasted into, sorted, with columns of the study's own. */
import { useCallback, useMemo, useState } from "react";
import type { Schemas } from "../../api/client";
import { within } from "../../app";
import { Grid, type Chosen, type GridColumn } from "../../components/grid/Grid";
import { readBlock, type Block } from "../../components/grid/block";
import type { Cell } from "../../components/grid/place";
import { Dialog, Empty, Problem } from "../../components/parts";
import { usePreference } from "../../components/prefs";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import { AddLines } from "./AddLines";
import { ColumnDialog, NewColumn } from "./ColumnDialog";
import { PastePreview } from "./PastePreview";
import { PutIntoSet } from "./PutIntoSet";
import { Remove } from "./Remove";
import { fill, fits, gridColumns, gridRows, OPEN, patch, useSheet, type Line, type Of } from "./sheet";

type Asking =
  | { what: "paste"; block: Block; at: Cell }
  | { what: "column"; key: string }
  | { what: "new column" | "add" | "set" | "columns" }
  | { what: "remove"; ids: readonly string[] }
  | null;

export default function SheetPage({ of, may, study }: { of: Of; may: boolean; study: Schemas["StudyHere"] }) {
  const sheet = useSheet(of);
  const { say, refuse } = useSay();
  const [filter, setFilter] = useState("");
  const [sorted, setSorted] = useState<{ key: string; down: boolean } | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [hiding, setHiding] = usePreference(`${of}.hidden`, of === "participant" ? "consent.paraphrase consent.archive consent.machine consent.recontact consent.until" : "");
  const hidden = useMemo(() => new Set(hiding.split(" ")), [hiding]);
  const columns = useMemo(() => (sheet.data === undefined ? [] : gridColumns(sheet.data, may, hidden)), [sheet.data, may, hidden]);
  const rows = useMemo(() => (sheet.data === undefined ? [] : gridRows(sheet.data, columns, filter, sorted)), [sheet.data, columns, filter, sorted]);
  const onChoose = useCallback((ids: readonly string[]) => setChosen((before) => (before.join() === ids.join() ? before : ids)), []);

  const onLook = useCallback(
    async (row: string, column: GridColumn, text: string) => {
      const found = await fits(of, [{ row, cells: { [column.key]: text } }]);
      // An option that is not listed yet can be added on the spot, so it is no mistake while it is typed.
      return found.cells.find((cell) => cell.why !== "" && !(cell.option && column.open === true))?.why ?? "";
    },
    [of],
  );
  if (sheet.error !== null) return <Problem error={sheet.error} again={() => void sheet.refetch()} />;
  if (sheet.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;

  const save = async (row: string, column: GridColumn, text: string, extend: boolean) => {
    const lines: Line[] = [{ row, cells: { [column.key]: text } }];
    const found = await fits(of, lines, extend);
    const wrong = found.cells.find((cell) => cell.why !== "");
    if (wrong !== undefined) throw new Error(wrong.why);
    await fill(of, lines, extend);
    patch(of, lines, found.cells);
    const becomes = found.cells.find((cell) => cell.column === column.key)?.after ?? "";
    say(row === "" ? t("people.added", { what: becomes }) : t(becomes === "" ? "people.cleared" : "people.saved", { column: column.heading, value: becomes }));
  };
  const clear = (where: Chosen) => {
    const keys = where.columns.filter((column) => column.editable);
    const lines = where.rows.map((row) => ({ row: row.id, cells: Object.fromEntries(keys.filter((key) => (row.cells[columns.indexOf(key)] ?? "") !== "").map((key) => [key.key, ""])) }));
    const full = lines.filter((line) => Object.keys(line.cells).length > 0);
    if (full.length === 0) return;
    fill(of, full).then((done) => say(t("people.clearedMany", { count: done.cells })), refuse);
  };
  const paste = (text: string, at: Cell, where: Chosen) => {
    const block = readBlock(text);
    const single = block.length === 1 && block[0]?.length === 1;
    // One cell pasted on a block fills it.
    const filled = single ? Array.from({ length: Math.max(1, where.rows.length) }, () => where.columns.map(() => block[0]?.[0] ?? "")) : block;
    setAsking({ what: "paste", block: filled, at });
  };
  const shownRow = (row: { id: string; cells: readonly string[] }, column: GridColumn) =>
    column.key === OPEN && row.id !== "" ? (
      <a href={`/people/participants/${row.id}`} tabIndex={-1} onClick={within} aria-label={t("people.openPage", { name: row.cells[0] ?? "" })}>{t("people.open")}</a>
    ) : undefined;
  const empty = sheet.data.rows.length === 0;
  const close = () => setAsking(null);

  return (
    <section className="sheet">
      <header className="row">
        <h1>{t(of === "case" ? "people.cases" : "people.participants")}</h1>
        <label className="row find">
          <span className="small">{t("people.find")}</span>
          <input type="search" value={filter} onChange={(event) => setFilter(event.target.value)} />
        </label>
        {may && (
          <>
            <button type="button" className="button primary" onClick={() => setAsking({ what: "add" })}>{t(of === "case" ? "people.addCases" : "people.addParticipants")}</button>
            <button type="button" className="button" onClick={() => setAsking({ what: "new column" })}>{t("people.newColumn")}</button>
          </>
        )}
        <button type="button" className="button" onClick={() => setAsking({ what: "columns" })}>{t("people.columns")}</button>
      </header>
      <p className="soft small" aria-live="polite">
        {t("people.shown", { shown: rows.length, all: sheet.data.rows.length })} {may && t("people.how")}
      </p>
      {empty && <Empty title={t(of === "case" ? "people.noCases" : "people.noParticipants")}>{t(of === "case" ? "people.noCasesDetail" : "people.noParticipantsDetail")}</Empty>}
      {!(empty && !may) && (
        <Grid
          label={t(of === "case" ? "people.cases" : "people.participants")}
          columns={columns}
          rows={rows}
          fresh={may && filter === "" ? t(of === "case" ? "people.newCase" : "people.newParticipant") : undefined}
          sorted={sorted}
          onLook={onLook}
          onSave={save}
          onClear={clear}
          onPaste={paste}
          onHeading={(column) => column.key !== OPEN && setAsking({ what: "column", key: column.key })}
          onChoose={onChoose}
          show={shownRow}
        />
      )}
      {may && chosen.length > 0 && (
        <div className="row chosen">
          <span className="small">{t("people.chosen", { count: chosen.length })}</span>
          {of === "participant" && <button type="button" className="button" onClick={() => setAsking({ what: "set" })}>{t("people.putIntoSet")}</button>}
          <button type="button" className="button danger" onClick={() => setAsking({ what: "remove", ids: chosen })}>{t("people.remove")}</button>
        </div>
      )}
      {asking?.what === "paste" && (
        <PastePreview of={of} block={asking.block} at={asking.at} columns={columns} rows={rows} onClose={close} />
      )}
      {asking?.what === "add" && <AddLines of={of} sheet={sheet.data} columns={columns} onBlock={(block) => setAsking({ what: "paste", block, at: { row: rows.length, column: 0 } })} onClose={close} />}
      {asking?.what === "new column" && <NewColumn of={of} onClose={close} />}
      {asking?.what === "column" && (
        <ColumnDialog
          sheet={sheet.data}
          column={asking.key}
          may={may}
          primary={study.settings.primary}
          sorted={sorted}
          onSort={setSorted}
          onHide={() => setHiding([...hidden, asking.key].join(" "))}
          onClose={close}
        />
      )}
      {asking?.what === "columns" && (
        <Dialog title={t("people.columns")} onClose={close}>
          <fieldset className="group">
            <legend className="small soft">{t("people.columnsWhich")}</legend>
            {sheet.data.columns.slice(1).map((column) => (
              <label key={column.key} className="row">
                <input
                  type="checkbox"
                  checked={!hidden.has(column.key)}
                  onChange={(event) => setHiding((event.target.checked ? [...hidden].filter((one) => one !== column.key) : [...hidden, column.key]).join(" "))}
                />
                {column.heading}
              </label>
            ))}
          </fieldset>
          <p><button type="button" className="button" onClick={close}>{t("app.close")}</button></p>
        </Dialog>
      )}
      {asking?.what === "set" && <PutIntoSet participants={chosen} onClose={close} />}
      {asking?.what === "remove" && (
        <Remove of={of} ids={asking.ids} names={asking.ids.map((id) => rows.find((row) => row.id === id)?.cells[0] ?? "")} onClose={close} />
      )}
    </section>
  );
}
