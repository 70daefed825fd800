/**
 * The frame: for every case and sampling role how many were planned, recruited and interviewed, and whether that is enough.
 *
 * What is written in a cell is the number planned; an empty cell has no target, which is not a target of none.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act, plain, read, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { readBlock } from "../../components/grid/block";
import { Grid, type Chosen, type GridColumn, type GridRow } from "../../components/grid/Grid";
import type { Cell } from "../../components/grid/place";
import { Dialog, Empty, Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { t } from "../../messages";

type Place = Schemas["SamplePlace"];
interface Target {
  readonly case: string;
  readonly role: string;
  readonly planned: number | null;
}

export const useSample = () =>
  useQuery({ queryKey: ["sample"], queryFn: async () => (await plain("POST", "/api/ask/sample", {}, {})) as Schemas["SampleHere"] });
export const useCases = () => useQuery({ queryKey: ["things", "case"], queryFn: () => read("/api/rows/case") });

const planned = (text: string): number | null | undefined => (text.trim() === "" ? null : /^\d{1,6}$/u.test(text.trim()) ? Number(text) : undefined);
const STATUS = { "on target": "frame.onTarget", under: "frame.under", over: "frame.over", "no target": "frame.noTarget" } as const;

export default function Frame({ may, study }: { may: boolean; study: Schemas["StudyHere"] }) {
  const sample = useSample();
  const cases = useCases();
  const { say, refuse } = useSay();
  const [role, setRole] = useState<Schemas["Role"] | "new" | null>(null);
  if (sample.error !== null) return <Problem error={sample.error} again={() => void sample.refetch()} />;
  if (sample.data === undefined || cases.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const roles = study.roles;
  const there = [...new Set(sample.data.places.map((one) => one.place.case))];
  const code = new Map(cases.data.map((one) => [one.id, one.code]));
  const at = new Map(sample.data.places.map((one) => [`${one.place.case} ${one.place.role}`, one]));
  const place = (row: string, column: string): Place | undefined => at.get(`${row} ${column}`);
  const columns: GridColumn[] = [
    { key: "case", heading: t("frame.case"), type: "text", editable: false, width: 9 },
    ...roles.map((one): GridColumn => ({ key: one.id, heading: one.name, type: "text", editable: may, width: 13, hint: t("frame.hint") })),
  ];
  const rows: GridRow[] = there.map((one) => ({
    id: one,
    cells: [code.get(one) ?? "", ...roles.map((column) => String(place(one, column.id)?.place.planned ?? ""))],
  }));
  const set = async (targets: readonly Target[]) => {
    const done = (await plain("POST", "/api/frame/targets", {}, { targets })) as Schemas["DoneInt"];
    for (const key of ["sample", "overview", "history"]) void queries.invalidateQueries({ queryKey: [key] });
    return done.value;
  };
  const clear = (chosen: Chosen) => {
    const targets = chosen.rows.flatMap((row) => chosen.columns.filter((one) => one.editable).map((one) => ({ case: row.id, role: one.key, planned: null })));
    if (targets.length > 0) set(targets).then((count) => say(t("frame.changed", { count })), refuse);
  };
  const paste = (text: string, from: Cell) => {
    const targets: Target[] = [];
    const wrong: string[] = [];
    readBlock(text).forEach((line, down) =>
      line.forEach((cell, across) => {
        const [row, column] = [rows[from.row + down], columns[from.column + across]];
        const number = planned(cell);
        if (row === undefined || column?.editable !== true || number === undefined) wrong.push(cell === "" ? "–" : cell);
        else targets.push({ case: row.id, role: column.key, planned: number });
      }),
    );
    if (wrong.length > 0) refuse(new Error(t("frame.pasteWrong", { cells: wrong.slice(0, 4).join(", ") })));
    else set(targets).then((count) => say(t("frame.changed", { count })), refuse);
  };
  const shown = (row: GridRow, column: GridColumn) => {
    const found = place(row.id, column.key);
    if (found === undefined) return undefined;
    const { recruited, status } = found.place;
    const of = found.place.planned;
    return (
      <span className={`grid-words frame-cell ${status === "under" ? "under" : ""}`}>
        <strong>{of === null ? recruited : t("frame.of", { recruited, planned: of })}</strong>
        <span className="small soft">
          {" "}
          {t(STATUS[status])}
          {recruited > 0 && `, ${t("frame.interviewed", { count: found.interviewed })}`}
        </span>
      </span>
    );
  };
  const sum = (take: (one: Place) => number) => sample.data.places.reduce((all, one) => all + take(one), 0);
  return (
    <section className="sheet">
      <header className="row">
        <h1>{t("people.frame")}</h1>
        {may && <button type="button" className="button" onClick={() => setRole("new")}>{t("frame.newRole")}</button>}
      </header>
      {may && roles.length > 0 && (
        <details>
          <summary>{t("frame.roles")}</summary>
          <div className="row">
            {roles.map((one) => (
              <button key={one.id} type="button" className="button" onClick={() => setRole(one)}>{t("frame.changeRole", { name: one.name })}</button>
            ))}
          </div>
        </details>
      )}
      {there.length === 0 || roles.length === 0 ? (
        <Empty title={t("frame.none")}>{t("frame.noneDetail")}</Empty>
      ) : (
        <>
          <p className="soft small">{t("frame.how")}</p>
          <Grid
            label={t("people.frame")}
            columns={columns}
            rows={rows}
            onLook={(_, __, text) => Promise.resolve(planned(text) === undefined ? t("frame.wrong") : "")}
            onSave={async (row, column, text) => {
              const number = planned(text);
              if (number === undefined) throw new Error(t("frame.wrong"));
              await set([{ case: row, role: column.key, planned: number }]);
              say(number === null ? t("frame.cleared") : t("frame.set", { case: code.get(row) ?? "", role: column.heading, count: number }));
            }}
            onClear={clear}
            onPaste={paste}
            onHeading={(column) => setRole(may ? (roles.find((one) => one.id === column.key) ?? null) : null)}
            show={shown}
          />
          <p role="note">
            {t("frame.sum", { planned: sum((one) => one.place.planned ?? 0), recruited: sum((one) => one.place.recruited), interviewed: sum((one) => one.interviewed) })}
            {sample.data.outside.length > 0 && ` ${t("frame.outside", { names: sample.data.outside.join(", ") })}`}
          </p>
        </>
      )}
      {role !== null && <RoleDialog role={role === "new" ? null : role} onClose={() => setRole(null)} />}
    </section>
  );
}

function RoleDialog({ role, onClose }: { role: Schemas["Role"] | null; onClose: () => void }) {
  const { say, refuse } = useSay();
  const [name, setName] = useState(role?.name ?? "");
  const [codes, setCodes] = useState((role?.codes ?? []).join(", "));
  const listed = codes.split(/[,;\s]+/u).filter((one) => one !== "");
  const done = (sentence: string) => {
    for (const key of ["study", "sample", "sheet", "history"]) void queries.invalidateQueries({ queryKey: [key] });
    say(sentence);
    onClose();
  };
  return (
    <Dialog title={role === null ? t("frame.newRole") : t("frame.changeRole", { name: role.name })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const asked = role === null ? act("role.add", { name, codes: listed }) : act("role.change", { role: role.id, name, codes: listed });
          asked.then(() => done(t("did.saved")), refuse);
        }}
      >
        <label className="field">
          <span>{t("frame.roleName")}</span>
          <input type="text" required value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label className="field">
          <span>{t("frame.roleCodes")}</span>
          <input type="text" value={codes} onChange={(event) => setCodes(event.target.value)} />
        </label>
        <div className="row">
          <button type="submit" className="button primary" disabled={name.trim() === ""}>{t("column.save")}</button>
          {role !== null && (
            <button type="button" className="button danger" onClick={() => void act("role.remove", { role: role.id }).then(() => done(t("frame.roleRemoved", { name: role.name })), refuse)}>
              {t("frame.removeRole")}
            </button>
          )}
          <button type="button" className="button" onClick={onClose}>{t("book.cancel")}</button>
        </div>
      </form>
    </Dialog>
  );
}
