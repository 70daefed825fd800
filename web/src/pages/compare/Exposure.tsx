/** Who was asked about what, and what came of it: one word for each person, and for a group the mixture of its people. */
import { useQuery } from "@tanstack/react-query";
import { ask, type Asked } from "../../api/client";
import { within as follow } from "../../app";
import { Empty, Problem } from "../../components/parts";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import { arrangedHere, arrangement, unarranged, useHere } from "./address";
import { labelOf } from "./Arrange";
import { axisLabel, useAxes, useValues } from "./axes";
import { Legend, Signs } from "./cells";
import { Drawn } from "./Drawn";
import { Grid } from "./Grid";
import { arranged, moved, short, type Line } from "./order";
import { Beside, Choose, Notes, Quotations, Saving, TableOrFigure } from "./pieces";
import { inWords, kindsIn, SIGNS } from "./signs";

const OF = ["topics", "codes", "categories", "themes"] as const;
const SAID = ["said", "said when asked", "volunteered"];

export function Exposure() {
  const here = useHere();
  const scope = useScope();
  const codes = useScopeCodes();
  const axes = useAxes().filter((one) => one.group === "people" || one.group === "attribute");
  const of = OF.find((one) => one === here.get("of", "topics")) ?? "topics";
  const by = here.get("by", "participants");
  const figure = here.get("view", "table") === "figure";
  const options: Asked<"exposure"> = { ...scope, codes: of === "topics" ? [] : [...codes], of, by };
  const found = useQuery({ queryKey: ["compare", "exposure", options], queryFn: () => ask("exposure", options), placeholderData: (before) => before });
  const values = useValues(by);
  const data = found.data;
  const lines = { row: (data?.rows ?? []) as readonly Line[], column: (data?.columns ?? []) as readonly Line[] };
  const how = { row: arrangedHere(here.query, "row"), column: arrangedHere(here.query, "column") };
  const said = (row: number, column: number) => SAID.reduce((sum, word) => sum + (data?.cells[row]?.[column]?.[word] ?? 0), 0);
  const rows = arranged(lines.row, how.row, (row) => lines.column.reduce((sum, _, column) => sum + said(row, column), 0), (line) => values.value(how.row.order.slice(3), line));
  const columns = arranged(lines.column, how.column, (column) => lines.row.reduce((sum, _, row) => sum + said(row, column), 0), () => "");
  const mixture = (row: number, column: number) => Object.entries(data?.cells[rows[row] ?? -1]?.[columns[column] ?? -1] ?? {});
  const open = here.get("open", "").split("~");
  const [row, column] = [lines.row.findIndex((one) => short(one) === open[0]), lines.column.findIndex((one) => short(one) === open[1])];
  const opened = row >= 0 && column >= 0;
  const close = () => {
    here.change({ open: null }, true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.matrix [tabindex="0"]')?.focus());
  };
  const drawing = { of: "exposure", options, rows: rows.map((at) => lines.row[at]?.key ?? ""), columns: columns.map((at) => lines.column[at]?.key ?? "") } as const;
  const note = (at: number) => (how.row.order.startsWith("by:") ? values.value(how.row.order.slice(3), lines.row[at] as Line) : "");

  return (
    <>
      <div className="tools" role="group" aria-label={t("compare.what")}>
        <Choose label={t("exposure.of")} value={of} options={OF.map((one) => ({ value: one, label: t(`exposure.of.${one}`) }))} onChange={(one) => here.change({ of: one === "topics" ? null : one, ...unarranged("column") })} />
        <Choose label={t("exposure.by")} value={by} options={axes.map((one) => ({ value: one.key, label: one.label }))} onChange={(one) => here.change({ by: one === "participants" ? null : one, ...unarranged("row") })} />
        <Choose
          label={t("compare.rowOrder")}
          value={how.row.order}
          options={[
            ...(["given", "name", "count", "hand"] as const).map((one) => ({ value: one, label: t(`order.${one}`) })),
            ...values.attributes.map((one) => ({ value: `by:${one.id}`, label: one.name, group: t("order.by") })),
          ]}
          onChange={(one) => here.change(arrangement("row", { ...how.row, order: one, hand: rows.map((at) => short(lines.row[at] as Line)) }))}
        />
        <Choose
          label={t("compare.columnOrder")}
          value={how.column.order}
          options={(["given", "name", "count", "hand"] as const).map((one) => ({ value: one, label: t(`order.${one}`) }))}
          onChange={(one) => here.change(arrangement("column", { ...how.column, order: one, hand: columns.map((at) => short(lines.column[at] as Line)) }))}
        />
      </div>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="empty soft">{t("compare.counting")}</p>}
      {data !== undefined && found.error === null && rows.length === 0 && <Empty title={t("compare.empty")}>{t("compare.emptyDetail")}</Empty>}
      {data !== undefined && found.error === null && rows.length > 0 && (
        <>
          <div className="row under">
            <TableOrFigure figure={figure} change={here.change} />
            <Saving drawing={drawing} title={data.title} />
          </div>
          {figure ? (
            <Drawn drawing={drawing} title={data.title} />
          ) : (
            <>
              <Legend kinds={kindsIn(data.cells.flat().map((one) => Object.entries(one)))} also={[]} />
              <div className="with-beside" aria-busy={found.isPlaceholderData}>
                <Grid
                  caption={found.isPlaceholderData ? t("compare.counting") : t("exposure.caption", { of: t(`exposure.of.${of}`), by: axisLabel(axes, by) })}
                  corner={axisLabel(axes, by)}
                  rows={rows.map((at) => ({ key: lines.row[at]?.key ?? "", label: labelOf(lines.row[at] as Line), note: note(at) }))}
                  columns={columns.map((at) => ({ key: lines.column[at]?.key ?? "", label: labelOf(lines.column[at] as Line) }))}
                  cell={(at, beside) => {
                    const kinds = mixture(at, beside);
                    const all = kinds.reduce((sum, [, count]) => sum + count, 0);
                    const shown = kinds.map(([word, count]) => [word, by === "participants" ? 0 : count] as const);
                    return { content: <Signs kinds={shown} />, words: inWords(shown), heat: all > 0 ? said(rows[at] ?? 0, columns[beside] ?? 0) / all : 0 };
                  }}
                  opened={opened ? [rows.indexOf(row), columns.indexOf(column)] : null}
                  onOpen={(at, beside) => here.change({ open: `${short(lines.row[rows[at] ?? 0] as Line)}~${short(lines.column[columns[beside] ?? 0] as Line)}` }, opened)}
                  onMove={(side, from, to) => {
                    const [mine, order] = side === "row" ? [lines.row, rows] : [lines.column, columns];
                    here.change(arrangement(side, { ...how[side], order: "hand", hand: moved(order.map((at) => short(mine[at] as Line)), from, to) }), true);
                  }}
                />
                {opened && <OneExposure options={options} row={lines.row[row] as Line} column={lines.column[column] as Line} onClose={close} />}
              </div>
              <Notes notes={data.notes} />
            </>
          )}
        </>
      )}
    </>
  );
}

function OneExposure({ options, row, column, onClose }: { options: Asked<"exposure">; row: Line; column: Line; onClose: () => void }) {
  const asked = { options, row: row.key, column: column.key };
  const found = useQuery({ queryKey: ["compare", "exposed", asked], queryFn: () => ask("exposed", asked) });
  const places = found.data?.exposure["not recruited"];
  const words = [...new Set(found.data?.people.map((one) => one.word))];
  return (
    <Beside title={t("compare.cellTitle", { row: labelOf(row), column: labelOf(column) })} onClose={onClose}>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="soft">{t("app.loading")}</p>}
      {places !== undefined && <p><span className="sign" aria-hidden="true">{SIGNS["not recruited"]}</span> {t(places > 0 ? "exposure.places" : "exposure.noPlaces", { count: places })}</p>}
      {words.map((word) => (
        <section key={word}>
          <h3><span className="sign" aria-hidden="true">{SIGNS[word]}</span> {word}</h3>
          <ul className="list">
            {found.data?.people.filter((one) => one.word === word).map((one) => (
              <li key={one.participant}>
                {one.identifier}
                {one.asked.map((place) => (
                  <span key={place.source}> · <a href={`/read/${place.source}?from=${place.start}&to=${place.start}`} onClick={follow}>{t("exposure.askedIn", { name: place.name })}</a></span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {found.data !== undefined && found.data.quotations.length > 0 && (
        <>
          <h3>{t("cell.quotations", { count: found.data.quotations.length })}</h3>
          <Quotations all={found.data.quotations} />
        </>
      )}
    </Beside>
  );
}
