/** The matrix: who said what, of how many; what an empty cell means; and every cell opens. */
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { ask } from "../../api/client";
import { Empty, Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import { arrangedHere, arrangement, unarranged, useHere, type Side } from "./address";
import { Arrange, labelOf } from "./Arrange";
import { axisLabel, isSaid, useAxes, useValues } from "./axes";
import { cellAt, leading, Legend, SHOWS } from "./cells";
import type { Drawing } from "./files";
import { Drawn } from "./Drawn";
import { Grid, type Head } from "./Grid";
import { OneCell } from "./OneCell";
import { arranged, moved, short, type Line } from "./order";
import { Choose, Notes, Saving, TableOrFigure } from "./pieces";
import { kindsIn, own, people, type Mixture } from "./signs";

export function Matrix() {
  const here = useHere();
  const scope = useScope();
  const codes = useScopeCodes();
  const axes = useAxes();
  const { say } = useSay();
  const [arranging, setArranging] = useState<Side | null>(null);
  const named = { row: here.get("rows", "codes"), column: here.get("columns", "cases") };
  const show = SHOWS.find((one) => one === here.get("show", "participants")) ?? "participants";
  const options = { ...scope, codes: [...codes], rows: named.row, columns: named.column, words: show === "words" };
  // While another table is counted the one before stands, and says so: its caption would be of the other.
  const found = useQuery({ queryKey: ["compare", "matrix", options], queryFn: () => ask("matrix", options), placeholderData: (before) => before });
  const values = { row: useValues(named.row), column: useValues(named.column) };
  const figure = here.get("view", "table") === "figure";

  const data = found.data;
  const how = { row: arrangedHere(here.query, "row"), column: arrangedHere(here.query, "column") };
  const nothing = useMemo(() => new Map<number, Mixture>(data?.nothing.map(([row, column, mixture]) => [row * 100_000 + column, mixture])), [data]);
  const lines = { row: (data?.rows ?? []) as readonly Line[], column: (data?.columns ?? []) as readonly Line[] };
  const number = (row: number, column: number) => (name: string) => data?.numbers[name]?.[row]?.[column] ?? 0;
  const part = (row: number, column: number) => {
    const { part: some, whole } = leading(show, number(row, column));
    return show === "percent" && whole !== null && whole > 0 ? some / whole : some;
  };
  const places = (side: Side, hidden: boolean) => {
    const [mine, other] = side === "row" ? [lines.row, lines.column] : [lines.column, lines.row];
    const at = (line: number, beside: number) => (side === "row" ? part(line, beside) : part(beside, line));
    const order = how[side].order;
    const by = order.startsWith("line:") ? other.findIndex((line) => short(line) === order.slice(5)) : other.findIndex((line) => line.kind === "all");
    const counted = (line: number) => (by >= 0 ? at(line, by) : other.reduce((sum, each, beside) => sum + (each.below ? 0 : at(line, beside)), 0));
    return arranged(mine, hidden ? { ...how[side], hidden: [] } : how[side], counted, (line) => values[side].value(order.slice(3), line));
  };
  const order = { row: places("row", false), column: places("column", false) };
  const most = useMemo(() => Math.max(0, ...(data?.numbers["codings"] ?? []).flat()), [data]);
  const peopleAcross = data !== undefined && data.people.length === data.columns.length && isSaid(named.row);
  const heads = (side: Side): Head[] =>
    order[side].map((at) => {
      const line = lines[side][at] as Line;
      const value = how[side].order.startsWith("by:") ? values[side].value(how[side].order.slice(3), line) : "";
      const there = data !== undefined && data.people.length > 0 && (side === "column") === peopleAcross ? (data.people[at] ?? "") : "";
      const nested = how[side].order === "given" && how[side].hidden.length === 0;
      return { key: line.key, label: labelOf(line), depth: nested ? line.depth : 0, note: [value, people(there).shown].filter((one) => one !== "").join(" · "), noteWords: [value, there].filter((one) => one !== "").join("; "), fixed: line.kind === "all" };
    });

  const set = (side: Side, axis: string) => {
    const other: Side = side === "row" ? "column" : "row";
    const clash = axis === named[other] || (isSaid(axis) && isSaid(named[other]));
    // Two axes of what was said cannot be crossed: what stands on the other side gives way.
    const instead = clash ? (isSaid(axis) ? "cases" : axis === named[other] ? named[side] : named[other]) : named[other];
    here.change({ [`${side}s`]: axis, [`${other}s`]: instead, ...unarranged(side), ...(clash ? unarranged(other) : {}) });
  };
  const arrangeBy = (side: Side, next: string) => here.change(arrangement(side, { ...how[side], order: next, hand: next === "hand" ? order[side].map((at) => short(lines[side][at] as Line)) : [] }));
  const move = (side: Side, from: number, to: number) => {
    const keys = order[side].map((at) => short(lines[side][at] as Line));
    here.change(arrangement(side, { ...how[side], order: "hand", hand: moved(keys, from, to) }), true);
    const line = lines[side][order[side][from] ?? -1];
    if (line !== undefined) say(t("compare.movedTo", { name: labelOf(line), place: to + 1, of: keys.length }));
  };
  const sortBy = (side: Side, at: number) => {
    // The head of a column orders the rows, and the other way round.
    const [ordered, line]: [Side, Line | undefined] = side === "column" ? ["row", lines.column[order.column[at] ?? -1]] : ["column", lines.row[order.row[at] ?? -1]];
    if (line === undefined) return;
    const next = `line:${short(line)}`;
    const off = how[ordered].order === next;
    here.change(arrangement(ordered, { ...how[ordered], order: off ? "given" : next, hand: [] }));
    say(t(off ? "compare.orderedBack" : ordered === "row" ? "compare.rowsOrdered" : "compare.columnsOrdered", { name: labelOf(line) }));
  };
  const sortedAt = (side: Side) => {
    const wanted = how[side === "row" ? "column" : "row"].order;
    return wanted.startsWith("line:") ? order[side].findIndex((at) => short(lines[side][at] as Line) === wanted.slice(5)) : -1;
  };
  const orders = (side: Side) => [
    { value: "given", label: t(isSaid(named[side]) ? "order.book" : "order.given") },
    { value: "name", label: t("order.name") },
    { value: "count", label: t("order.count") },
    { value: "hand", label: t("order.hand") },
    ...values[side].attributes.map((one) => ({ value: `by:${one.id}`, label: one.name, group: t("order.by") })),
    ...(how[side].order.startsWith("line:") ? [{ value: how[side].order, label: t("order.line") }] : []),
  ];
  const open = here.get("open", "").split("~");
  const opened = open.length === 2 ? ([lines.row.findIndex((one) => short(one) === open[0]), lines.column.findIndex((one) => short(one) === open[1])] as const) : null;
  const openedAt = opened !== null && opened[0] >= 0 && opened[1] >= 0 ? opened : null;
  const close = () => {
    here.change({ open: null }, true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.matrix [tabindex="0"]')?.focus());
  };
  const keys = (side: Side) => order[side].map((at) => lines[side][at]?.key ?? "");
  const drawing: Drawing = { of: "matrix", options: { ...options, words: true }, show, rows: keys("row"), columns: keys("column") };
  const caption = t("compare.caption", { rows: axisLabel(axes, named.row), columns: axisLabel(axes, named.column), show: t(`show.${show}`) });
  const groups = { said: t("axis.said"), people: t("axis.people"), attribute: t("axis.attribute"), coders: t("axis.coders") };
  const choices = axes.map((one) => ({ value: one.key, label: one.label, group: groups[one.group] }));
  const kinds = [...nothing.values()].map((mixture) => own(mixture, data !== undefined && data.people.length > 0)).concat((data?.people ?? []).map((there) => people(there).kinds));
  const some = (name: string) => data?.numbers[name]?.some((row) => row.some((one) => one > 0)) ?? false;

  return (
    <>
      <div className="tools" role="group" aria-label={t("compare.what")}>
        <Choose label={t("compare.rows")} value={named.row} options={choices} onChange={(axis) => set("row", axis)} />
        <Choose label={t("compare.columns")} value={named.column} options={choices} onChange={(axis) => set("column", axis)} />
        <Choose label={t("compare.show")} value={show} options={SHOWS.map((one) => ({ value: one, label: t(`show.${one}`) }))} onChange={(one) => here.change({ show: one === "participants" ? null : one })} />
        <Choose label={t("compare.rowOrder")} value={how.row.order} options={orders("row")} onChange={(one) => arrangeBy("row", one)} />
        <Choose label={t("compare.columnOrder")} value={how.column.order} options={orders("column")} onChange={(one) => arrangeBy("column", one)} />
      </div>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="empty soft">{t("compare.counting")}</p>}
      {data !== undefined && found.error === null && (
        <>
          <div className="row under">
            <TableOrFigure figure={figure} change={here.change} />
            <div className="row arranging">
              <button type="button" className="button" onClick={() => setArranging("row")}>{t("compare.arrangeRows")}</button>
              <button type="button" className="button" onClick={() => setArranging("column")}>{t("compare.arrangeColumns")}</button>
            </div>
            <Saving drawing={drawing} title={data.title} />
          </div>
          {figure ? (
            <Drawn drawing={drawing} title={data.title} />
          ) : lines.row.length === 0 || lines.column.length === 0 ? (
            <Empty title={t("compare.empty")}>{t("compare.emptyDetail")}</Empty>
          ) : (
            <>
              <Legend
                kinds={kindsIn(kinds)}
                also={[...(some("unreviewed") ? [["+1", t("legend.unreviewed")] as const] : []), ...(some("unfinished") ? [["*", t("legend.unfinished")] as const] : [])]}
              />
              <div className="with-beside" aria-busy={found.isPlaceholderData}>
                <Grid
                  caption={found.isPlaceholderData ? t("compare.counting") : caption}
                  corner={t("compare.corner", { rows: axisLabel(axes, named.row), columns: axisLabel(axes, named.column) })}
                  rows={heads("row")}
                  columns={heads("column")}
                  cell={(row, column) => cellAt(show, number, nothing, data.people.length > 0, most, order.row[row] ?? 0, order.column[column] ?? 0)}
                  opened={openedAt === null ? null : [order.row.indexOf(openedAt[0]), order.column.indexOf(openedAt[1])]}
                  onOpen={(row, column) =>
                    here.change({ open: `${short(lines.row[order.row[row] ?? 0] as Line)}~${short(lines.column[order.column[column] ?? 0] as Line)}` }, openedAt !== null)
                  }
                  sorted={{ row: sortedAt("row"), column: sortedAt("column") }}
                  onHead={sortBy}
                  onMove={move}
                />
                {openedAt !== null && (
                  <OneCell
                    of="matrix"
                    options={options}
                    row={lines.row[openedAt[0]]?.key ?? ""}
                    column={lines.column[openedAt[1]]?.key ?? ""}
                    title={t("compare.cellTitle", { row: labelOf(lines.row[openedAt[0]] as Line), column: labelOf(lines.column[openedAt[1]] as Line) })}
                    onClose={close}
                  />
                )}
              </div>
              <Notes notes={data.notes} />
            </>
          )}
        </>
      )}
      {arranging !== null && (
        <Arrange
          title={t(arranging === "row" ? "compare.arrangeRows" : "compare.arrangeColumns")}
          lines={lines[arranging]}
          order={places(arranging, true)}
          how={how[arranging]}
          onChange={(next) => here.change(arrangement(arranging, next), true)}
          onClose={() => setArranging(null)}
        />
      )}
    </>
  );
}
