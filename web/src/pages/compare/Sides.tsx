/**
 * Two things side by side: what both have, what only one of them has, each side with its own numbers.
 *
 * What a careful reader would get wrong: “only” says that nobody on the other side was coded. Where not everybody there
 * was read, the signs beside the zero say so.
 */
import { useQuery } from "@tanstack/react-query";
import { ask, type Asked, type Schemas } from "../../api/client";
import { Empty, Problem } from "../../components/parts";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import { useHere } from "./address";
import { isSaid, useAxes } from "./axes";
import { Legend } from "./cells";
import { Drawn } from "./Drawn";
import { Half, nothingOf, SideCell } from "./halves";
import { Beside, Choose, Notes, Saving, TableOrFigure } from "./pieces";
import { useSides } from "./sides";
import { kindsIn } from "./signs";

const KINDS = ["shared", "only left", "only right", "neither"] as const;
type Row = Schemas["Compared"];

export function Sides() {
  const here = useHere();
  const scope = useScope();
  const codes = useScopeCodes();
  const kind = here.get("kind", "cases");
  const { kinds, things, said } = useSides(kind);
  const axes = useAxes();
  const left = here.get("left", things?.[0]?.value ?? "");
  const right = here.get("right", things?.find((one) => one.value !== left)?.value ?? "");
  const ready = left !== "" && right !== "" && left !== right;
  const by = here.get("by", said ? "cases" : "codes");
  const figure = here.get("view", "table") === "figure";
  const options: Asked<"compare"> = { ...scope, codes: isSaid(by) ? [...codes] : [], left, right, by, neither: here.get("neither", "") === "yes" };
  const found = useQuery({ queryKey: ["compare", "sides", options], queryFn: () => ask("compare", options), enabled: ready, placeholderData: (before) => before });
  const data = ready ? found.data : undefined;
  const title = data === undefined ? "" : t("sides.title", { left: data.left.label, right: data.right.label });
  const row = data?.rows.find((one) => one.key === here.get("open", ""));
  const drawing = { of: "compare", options } as const;
  const called = (which: (typeof KINDS)[number]) =>
    t(which === "shared" ? "sides.both" : which === "neither" ? "sides.neither" : "sides.only", { name: (which === "only left" ? data?.left.label : data?.right.label) ?? "" });
  const bys = axes.filter((one) => (said ? one.group === "people" || one.group === "attribute" : one.group === "said"));

  return (
    <>
      <div className="tools" role="group" aria-label={t("compare.what")}>
        <Choose label={t("sides.kind")} value={kind} options={kinds} onChange={(one) => here.change({ kind: one === "cases" ? null : one, left: null, right: null, by: null, open: null })} />
        <Choose label={t("sides.left")} value={left} options={things ?? []} onChange={(one) => here.change({ left: one, right: one === right ? left : right, open: null })} />
        <Choose label={t("sides.right")} value={right} options={things ?? []} onChange={(one) => here.change({ right: one, left: one === left ? right : left, open: null })} />
        <Choose label={t("sides.by")} value={by} options={bys.map((one) => ({ value: one.key, label: one.label }))} onChange={(one) => here.change({ by: one, open: null })} />
        <label className="row check">
          <input type="checkbox" checked={options.neither === true} onChange={(event) => here.change({ neither: event.target.checked ? "yes" : null })} />
          {t("sides.showNeither")}
        </label>
      </div>
      {!ready && things !== undefined && <Empty title={t("sides.two")}>{t("sides.twoDetail")}</Empty>}
      {ready && found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {ready && found.isPending && <p className="empty soft">{t("compare.counting")}</p>}
      {data !== undefined && found.error === null && (
        <>
          <div className="row under">
            <TableOrFigure figure={figure} change={here.change} />
            <Saving drawing={drawing} title={title} />
          </div>
          {figure ? (
            <Drawn drawing={drawing} title={title} />
          ) : (
            <>
              <Legend kinds={kindsIn(data.rows.flatMap((one) => [nothingOf(one.left), nothingOf(one.right)]))} also={data.rows.some((one) => one.left.unreviewed + one.right.unreviewed > 0) ? [["+1", t("legend.unreviewed")]] : []} />
              <div className={row === undefined ? "with-beside" : "with-beside half"} aria-busy={found.isPlaceholderData}>
                <div className="grid-scroller" role="region" tabIndex={0} aria-label={title}>
                  <table className="sides">
                    <caption className="apart">{title}</caption>
                    <thead>
                      <tr>
                        <th scope="col">{t("sides.row")}</th>
                        <th scope="col">{data.left.label}</th>
                        <th scope="col">{data.right.label}</th>
                      </tr>
                    </thead>
                    {KINDS.map((which) => {
                      const rows = data.rows.filter((one) => one.kind === which);
                      return rows.length === 0 ? null : (
                        <tbody key={which}>
                          <tr className="group">
                            <th scope="rowgroup" colSpan={3}>{called(which)} <span className="num">({rows.length})</span></th>
                          </tr>
                          {rows.map((one) => (
                            <tr key={one.key} data-open={one === row || undefined}>
                              <th scope="row">
                                <button type="button" className="button plain" data-row={one.key} aria-expanded={one === row} onClick={() => here.change({ open: one.key }, row !== undefined)}>{one.label}</button>
                              </th>
                              <SideCell side={one.left} />
                              <SideCell side={one.right} />
                            </tr>
                          ))}
                        </tbody>
                      );
                    })}
                  </table>
                  {data.rows.length === 0 && <p className="soft">{t("sides.none")}</p>}
                </div>
                {row !== undefined && (
                  <OpenRow
                    row={row} left={data.left.label} right={data.right.label}
                    onClose={() => {
                      here.change({ open: null }, true);
                      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.key)}"]`)?.focus());
                    }}
                  />
                )}
              </div>
              <Notes notes={data.neither > 0 && options.neither !== true ? [...data.notes, t("sides.neitherCount", { count: data.neither })] : data.notes} />
            </>
          )}
        </>
      )}
    </>
  );
}

/** The words of both sides beside each other. */
function OpenRow({ row, left, right, onClose }: { row: Row; left: string; right: string; onClose: () => void }) {
  return (
    <Beside title={t("sides.rowTitle", { row: row.label })} onClose={onClose} wide>
      {row.both > 0 && <p>{t("sides.bothPeople", { count: row.both })}</p>}
      <div className="two">
        <Half label={left} side={row.left} />
        <Half label={right} side={row.right} />
      </div>
    </Beside>
  );
}
