/**
 * The grid: rows by columns of summaries, written in their place, with what they rest on beside.
 *
 * What a careful reader would get wrong: other rows are other summaries. Nothing is gone when they are switched, and the
 * note under the table says how many lie aside.
 */
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { ask, type Asked, type RowOf, type Schemas } from "../../api/client";
import { useUnsaved } from "../../components/kept";
import { Empty, Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { go } from "../../lib/router";
import { useScope } from "../../lib/scope";
import { t } from "../../messages";
import { useHere } from "../compare/address";
import { labelOf } from "../compare/Arrange";
import { Legend } from "../compare/cells";
import { Grid as Table } from "../compare/Grid";
import { short, type Line } from "../compare/order";
import { Choose, Notes } from "../compare/pieces";
import { About, Begin } from "./About";
import { placeOf, shownCell, signsIn } from "./cells";
import { Columns } from "./Columns";
import { OneCell } from "./OneCell";
import { Sheet } from "./Sheet";
import { Words } from "./Words";
import type { Place } from "./writing";

export const ROWS = ["participants", "cases", "sets"] as const;
const TO_DO = ["stale", "new material", "to write"] as const;
const COUNTED = ["written", ...TO_DO, "nothing to write"] as const;
const SIZES = { row: 7, column: 15, head: 10 };

export function Grid({ framework, all, charted, may, shape }: {
  framework: RowOf<"framework">;
  all: readonly RowOf<"framework">[];
  charted: readonly RowOf<"framework_column">[];
  may: boolean;
  shape: boolean;
}) {
  const here = useHere();
  const scope = useScope();
  const unsaved = useUnsaved();
  const [open, setOpen] = useState<"columns" | "about" | "begin" | "sheet" | null>(null);
  const rows = ROWS.find((one) => one === here.get("rows", "participants")) ?? "participants";
  const options = useMemo<Asked<"framework">>(() => ({ ...scope, framework: framework.id, rows }), [scope, framework.id, rows]);
  const found = useQuery({ queryKey: ["compare", "framework", options], queryFn: () => ask("framework", options), enabled: charted.length > 0, placeholderData: (before) => before });
  const name = `${framework.name} ${framework.version}`;
  const data = found.data;

  return (
    <div className="page compare framework" role="region" tabIndex={0} aria-label={t("screen.framework")}>
      <h1>{t("screen.framework")}</h1>
      <p className="soft lead">{t("framework.lead")}</p>
      <div className="tools" role="group" aria-label={t("framework.what")}>
        <Choose label={t("framework.which")} value={framework.id} options={all.map((one) => ({ value: one.id, label: `${one.name} ${one.version}` }))} onChange={(id) => here.change({ framework: id, open: null })} />
        <Choose label={t("framework.rows")} value={rows} options={ROWS.map((one) => ({ value: one, label: t(`framework.rows.${one}`) }))} onChange={(one) => here.change({ rows: one === "participants" ? null : one, open: null })} />
        <div className="row">
          {shape && <button type="button" className="button" onClick={() => setOpen("columns")}>{t("framework.columns")}</button>}
          {shape && <button type="button" className="button" onClick={() => setOpen("about")}>{t("framework.about")}</button>}
          <button type="button" className="button" disabled={charted.length === 0} onClick={() => setOpen("sheet")}>{t("framework.sheet")}</button>
          {shape && <button type="button" className="button" onClick={() => setOpen("begin")}>{t("framework.beginAnother")}</button>}
        </div>
      </div>
      {framework.note !== "" && <p className="soft">{framework.note}</p>}
      {charted.length === 0 && (
        <Empty title={t("framework.noColumns")}>{t("framework.noColumnsDetail")}</Empty>
      )}
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {charted.length > 0 && found.isPending && <p className="empty soft">{t("app.loading")}</p>}
      {charted.length > 0 && data !== undefined && found.error === null && (
        <Cells key={`${framework.id} ${rows}`} data={data} name={name} rows={rows} options={options} may={may} unsaved={unsaved} />
      )}
      {open === "columns" && <Columns framework={framework.id} name={name} charted={charted} onClose={() => setOpen(null)} />}
      {open === "about" && <About framework={framework} all={all} onClose={() => setOpen(null)} onGo={(id) => here.change({ framework: id, open: null })} />}
      {open === "begin" && <Begin onClose={() => setOpen(null)} />}
      {open === "sheet" && <Sheet framework={framework.id} name={name} rows={rows} options={options} may={may} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Cells({ data, name, rows, options, may, unsaved }: {
  data: Schemas["FrameworkHere"];
  name: string;
  rows: (typeof ROWS)[number];
  options: Asked<"framework">;
  may: boolean;
  unsaved: readonly string[];
}) {
  const here = useHere();
  const { say } = useSay();
  const lines = data.rows as Line[];
  const columns = data.columns as Line[];
  const kept = useMemo(() => new Set(unsaved), [unsaved]);
  const signs = useMemo(() => signsIn(data.cells), [data.cells]);
  const [rowKey, columnKey] = here.get("open", "").split("~");
  const at = [lines.findIndex((one) => short(one) === rowKey), columns.findIndex((one) => short(one) === columnKey)] as const;
  const opened = at[0] >= 0 && at[1] >= 0 ? at : null;
  const openAt = (row: number, column: number) => here.change({ open: `${short(lines[row] as Line)}~${short(columns[column] as Line)}` }, opened !== null);
  const close = () => {
    here.change({ open: null }, true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.matrix [tabindex="0"]')?.focus());
  };
  const placeAt = (row: number, column: number): Place => ({
    framework: data.framework, row: lines[row]?.id ?? "", column: columns[column]?.id ?? "", cell: data.cells[row]?.[column] as Place["cell"],
  });
  const next = (state: string) => {
    const places = data.cells.flatMap((cells, row) => cells.flatMap((cell, column) => (cell.state === state ? [[row, column] as const] : [])));
    const from = opened ?? [-1, -1];
    const after = places.find(([row, column]) => row > from[0] || (row === from[0] && column > from[1])) ?? places[0];
    if (after === undefined || String(after) === String(from)) say(t("framework.noNext"));
    else openAt(...after);
  };
  const place = opened === null ? null : placeAt(...opened);
  const cell = (row: number, column: number) => {
    const of = placeAt(row, column);
    const shown = shownCell(of.cell, kept.has(placeOf(of.framework, of.row, of.column)));
    if (!may || opened?.[0] !== row || opened[1] !== column) return shown;
    const label = t("framework.write", { row: lines[row]?.label ?? "", column: labelOf(columns[column] as Line) });
    return { ...shown, editor: <Words key={placeOf(of.framework, of.row, of.column)} place={of} label={label} onLeave={close} /> };
  };
  return (
    <>
      <ul className="row list counts" aria-label={t("framework.counts")}>
        {COUNTED.map((state) => {
          const count = data.counts[state] ?? 0;
          const words = t(`framework.count.${state}`, { count });
          const todo = TO_DO.find((one) => one === state);
          return (count > 0 || state === "written") && (
            <li key={state}>
              {todo === undefined ? <span className="soft">{words}</span> : <button type="button" className="button" aria-label={t("framework.next", { what: words })} onClick={() => next(state)}>{words} <span aria-hidden="true">→</span></button>}
            </li>
          );
        })}
      </ul>
      <Legend kinds={signs.kinds} also={signs.also} />
      <div className="with-beside">
        <Table
          caption={t("framework.caption", { name, rows: t(`framework.rows.${rows}`).toLocaleLowerCase() })}
          corner={t(`framework.rows.${rows}`)}
          rows={lines.map((line, row) => ({
            key: line.key, label: line.label,
            note: t("framework.rowDone", { done: data.cells[row]?.filter((one) => one.own.length > 0).length ?? 0, all: columns.length }),
          }))}
          columns={columns.map((line) => ({ key: line.key, label: labelOf(line) }))}
          cell={cell}
          opened={opened}
          onOpen={openAt}
          {...(rows === "participants" ? { onHead: (side: string, row: number) => { if (side === "row") go(`/framework/chart?framework=${data.framework}&row=${lines[row]?.id ?? ""}`); } } : {})}
          sizes={SIZES}
          keys={t(may ? "framework.keys" : "framework.keysRead")}
        />
        {place !== null && opened !== null && (
          <OneCell
            place={place}
            row={lines[opened[0]] as Line}
            column={columns[opened[1]] as Line}
            options={options}
            may={may}
            onClose={close}
            onGo={(participant) => here.change({ rows: null, open: `${participant.slice(-8)}~${short(columns[opened[1]] as Line)}` })}
          />
        )}
      </div>
      <Notes notes={data.notes} />
    </>
  );
}
