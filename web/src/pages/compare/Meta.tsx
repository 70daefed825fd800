/**
 * Meta-matrices: cases in an order that means something, what they are and what was said there side by side.
 *
 * What a careful reader would get wrong: an order by hand is nobody's until it has a reason. Rows stand as they were put
 * at once, but what is saved or drawn waits for the reason, which is printed with it.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Asked } from "../../api/client";
import { Empty, Problem } from "../../components/parts";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import { useHere } from "./address";
import { Arrange } from "./Arrange";
import { SAID, useAttributes, useAxes } from "./axes";
import { Legend, Signs } from "./cells";
import { Drawn } from "./Drawn";
import { Grid } from "./Grid";
import { OneCell } from "./OneCell";
import { arranged, listed, moved, short, unlisted, type Line } from "./order";
import { Beside, Choose, Notes, Saving, TableOrFigure } from "./pieces";
import { kindsIn, people } from "./signs";

export function Meta() {
  const here = useHere();
  const scope = useScope();
  const codes = useScopeCodes();
  const [arranging, setArranging] = useState(false);
  const axes = useAxes().filter((one) => one.group === "people" || (one.group === "attribute" && /^(?:case|participant):/u.test(one.key)));
  const rowsOf = here.get("rows", "cases");
  const ofCases = rowsOf === "cases";
  const attributes = (useAttributes().data ?? []).filter((one) => ofCases && one.subject === "case");
  const of = SAID.find((one) => one === here.get("of", "categories")) ?? "categories";
  const chosen = unlisted(here.query.get("attributes")).filter((id) => attributes.some((one) => one.id === id));
  const order = here.get("order", "given");
  const reason = here.get("reason", "");
  const hand = order === "hand" ? unlisted(here.query.get("hand")) : [];
  const outcome = here.get("outcome", "");
  const figure = here.get("view", "table") === "figure";
  const options: Asked<"meta"> = {
    ...scope, codes: [...codes], rows: rowsOf, of, attributes: chosen, outcome, cluster: here.get("cluster", "") === "yes",
    order_by: order.startsWith("by:") ? order.slice(3) : "", descending: here.get("descending", "") === "yes",
    by_hand: reason === "" ? [] : hand, reason: order === "hand" ? reason : "",
  };
  const found = useQuery({ queryKey: ["compare", "meta", options], queryFn: () => ask("meta", options), placeholderData: (before) => before });
  const data = found.data;
  const lines = (data?.rows ?? []) as readonly Line[];
  const columns = data?.columns ?? [];
  const keys = new Map(lines.map((one) => [one.label, short(one)]));
  const how = { order: order === "hand" ? "hand" : "given", hand: hand.map((name) => keys.get(name) ?? ""), hidden: [] };
  const rows = arranged(lines, how, () => 0, () => "");
  const text = (row: number, column: number) => data?.texts[rows[row] ?? -1]?.[column] ?? "";
  const byHand = (places: readonly string[]) => {
    const names = places.map((key) => lines.find((one) => short(one) === key)?.label ?? "");
    here.change({ order: "hand", hand: listed(names) }, order === "hand");
  };
  const sorted = order.startsWith("by:") ? columns.findIndex((one) => one.key === order.slice(3)) : order === "given" && outcome !== "" ? columns.length - 1 : -1;
  const [openRow, openColumn] = here.get("open", "").split("~").map(decodeURIComponent);
  const row = lines.findIndex((one) => one.label === openRow);
  const column = columns.findIndex((one) => one.key === openColumn);
  const opened = row >= 0 && column >= 0;
  const waits = order === "hand" && reason === "";
  const drawing = { of: "meta", options } as const;
  const said = columns.filter((one) => one.line >= 0).map((one) => ({ value: one.key, label: one.label, group: t("axis.said") }));
  const ofThem = attributes.map((one) => ({ value: one.id, label: one.name, group: t("axis.attribute") }));
  const close = () => {
    here.change({ open: null }, true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.matrix [tabindex="0"]')?.focus());
  };
  const kinds = kindsIn((data?.texts ?? []).flatMap((all) => all.map((one, at) => ((columns[at]?.line ?? -1) < 0 ? [] : people(one).kinds))));

  return (
    <>
      <div className="tools" role="group" aria-label={t("compare.what")}>
        <Choose
          label={t("compare.rows")} value={rowsOf}
          options={[
            ...axes.filter((one) => one.group === "people").map((one) => ({ value: one.key, label: one.label })),
            ...(["years", "months"] as const).map((one) => ({ value: one, label: t(`meta.${one}`) })),
            ...axes.filter((one) => one.group === "attribute").map((one) => ({ value: one.key, label: one.label, group: t("axis.attribute") })),
          ]}
          onChange={(one) => here.change({ rows: one === "cases" ? null : one, attributes: null, outcome: null, order: null, hand: null, reason: null, open: null })}
        />
        <Choose label={t("meta.of")} value={of} options={SAID.map((one) => ({ value: one, label: t(`axis.${one}`) }))} onChange={(one) => here.change({ of: one === "categories" ? null : one, outcome: null, order: null, open: null })} />
        <Choose
          label={t("compare.rowOrder")} value={order}
          options={[{ value: "given", label: t("order.given") }, { value: "hand", label: t("order.hand") }, ...ofThem.map((one) => ({ ...one, value: `by:${one.value}` })), ...said.map((one) => ({ ...one, value: `by:${one.value}` }))]}
          onChange={(one) => (one === "hand" ? byHand(rows.map((at) => short(lines[at] as Line))) : here.change({ order: one === "given" ? null : one, hand: null }))}
        />
        <Choose label={t("meta.outcome")} value={outcome} options={[{ value: "", label: t("meta.noOutcome") }, ...ofThem, ...said]} onChange={(one) => here.change({ outcome: one })} />
        <label className="row check"><input type="checkbox" checked={options.descending === true} onChange={(event) => here.change({ descending: event.target.checked ? "yes" : null })} />{t("meta.descending")}</label>
        <label className="row check"><input type="checkbox" checked={options.cluster === true} onChange={(event) => here.change({ cluster: event.target.checked ? "yes" : null })} />{t("meta.cluster")}</label>
        {attributes.length > 0 && (
          <details className="as-columns">
            <summary>{t("meta.attributes", { count: chosen.length })}</summary>
            <div role="group" aria-label={t("meta.attributesOf")}>
              {attributes.map((one) => (
                <label key={one.id} className="row check">
                  <input type="checkbox" checked={chosen.includes(one.id)} onChange={(event) => here.change({ attributes: listed(event.target.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id)), open: null }, true)} />
                  {one.name}
                </label>
              ))}
            </div>
          </details>
        )}
      </div>
      {order === "hand" && (
        <div className="tools">
          <button type="button" className="button" onClick={() => setArranging(true)}>{t("meta.arrange")}</button>
          <Reason reason={reason} onReason={(words) => here.change({ reason: words }, true)} />
        </div>
      )}
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="empty soft">{t("compare.counting")}</p>}
      {data !== undefined && found.error === null && rows.length * columns.length === 0 && <Empty title={t("compare.empty")}>{t("compare.emptyDetail")}</Empty>}
      {data !== undefined && found.error === null && rows.length * columns.length > 0 && (
        <>
          <div className="row under">
            <TableOrFigure figure={figure && !waits} change={here.change} />
            {!waits && <Saving drawing={drawing} title={data.title} />}
          </div>
          {figure && !waits ? (
            <Drawn drawing={drawing} title={data.title} />
          ) : (
            <>
              <Legend kinds={kinds} also={[]} />
              <div className="with-beside" aria-busy={found.isPlaceholderData}>
                <Grid
                  caption={data.title}
                  corner={axes.find((one) => one.key === rowsOf)?.label ?? t(rowsOf === "months" ? "meta.months" : "meta.years")}
                  rows={rows.map((at) => ({ key: lines[at]?.key ?? "", label: lines[at]?.label ?? "" }))}
                  columns={columns.map((one) => ({ key: one.key, label: one.label, note: one.line < 0 ? t("meta.attribute") : one.theme, fixed: true }))}
                  cell={(at, beside) => cellOf(text(at, beside), (columns[beside]?.line ?? -1) < 0)}
                  opened={opened ? [rows.indexOf(row), column] : null}
                  onOpen={(at, beside) => here.change({ open: [lines[rows[at] ?? 0]?.label ?? "", columns[beside]?.key ?? ""].map(encodeURIComponent).join("~") }, opened)}
                  sorted={{ row: -1, column: sorted, ascending: options.descending !== true }}
                  onHead={(side, at) => {
                    if (side === "column") here.change({ order: `by:${columns[at]?.key ?? ""}`, hand: null, descending: sorted === at && options.descending !== true ? "yes" : null });
                  }}
                  onMove={(side, from, to) => {
                    if (side === "row") byHand(moved(rows.map((at) => short(lines[at] as Line)), from, to));
                  }}
                />
                {opened && (columns[column]?.line ?? -1) >= 0 && (
                  <OneCell of="meta" options={options} row={lines[row]?.key ?? ""} column={columns[column]?.key ?? ""} title={t("compare.cellTitle", { row: lines[row]?.label ?? "", column: columns[column]?.label ?? "" })} onClose={close} />
                )}
                {opened && (columns[column]?.line ?? -1) < 0 && (
                  <OneValue
                    row={lines[row]?.label ?? ""} attribute={columns[column]?.label ?? ""} value={data.texts[row]?.[column] ?? ""} onClose={close}
                    others={lines.filter((_, at) => at !== row && data.texts[at]?.[column] === data.texts[row]?.[column]).map((one) => one.label)}
                  />
                )}
              </div>
              <Notes notes={data.notes} />
            </>
          )}
        </>
      )}
      {arranging && <Arrange title={t("meta.arrange")} lines={lines} order={rows} how={how} hiding={false} onChange={(next) => (next.order === "hand" ? byHand(next.hand) : here.change({ order: null, hand: null }))} onClose={() => setArranging(false)} />}
    </>
  );
}

function cellOf(text: string, attribute: boolean) {
  if (attribute) return { content: text === "" ? "–" : text, words: text === "" ? t("meta.noValue") : text, heat: 0 };
  const counted = /^(\d+)\/(\d+)$/u.exec(text);
  if (counted === null) {
    const { kinds } = people(text);
    return { content: kinds.length === 0 ? text : <Signs kinds={kinds} />, words: text, heat: 0 };
  }
  const [part, whole] = [Number(counted[1]), Number(counted[2])];
  return {
    content: <span className="figure"><b>{part}</b> {t("compare.of", { whole })}</span>,
    words: t("meta.said", { part, whole }),
    heat: whole > 0 ? part / whole : 0,
  };
}

/** The reason of an order by hand; it is kept when the field is left. */
function Reason({ reason, onReason }: { reason: string; onReason: (words: string) => void }) {
  const [typed, setTyped] = useState(reason);
  return (
    <>
      <label className="field reason">
        <span>{t("meta.reason")}</span>
        <input
          type="text" value={typed} aria-describedby="meta-reason" onChange={(event) => setTyped(event.target.value)} onBlur={() => onReason(typed.trim())}
          onKeyDown={(event) => {
            if (event.key === "Enter") onReason(typed.trim());
          }}
        />
      </label>
      <p id="meta-reason" className="soft small">{t("meta.reasonHelp")}</p>
    </>
  );
}

/** What is known of a case: no words stand behind it, so it opens to who else is the same. */
function OneValue({ row, attribute, value, others, onClose }: { row: string; attribute: string; value: string; others: readonly string[]; onClose: () => void }) {
  return (
    <Beside title={t("compare.cellTitle", { row, column: attribute })} onClose={onClose}>
      <p><strong>{t("meta.value", { attribute, value: value === "" ? t("meta.noValue") : value })}</strong></p>
      <p>{others.length === 0 ? t("meta.valueNone") : t("meta.valueOthers", { names: others.join(", ") })}</p>
      <p className="soft">{t("meta.valueMeans")}</p>
    </Beside>
  );
}
