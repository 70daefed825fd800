/**
 * Joint display: what people answered to one item, beside what the same people said. A matrix whose columns are answers.
 *
 * What a careful reader would get wrong: columns in brackets are people who did not answer. They said something too, and
 * drop out of nothing.
 */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ask, type Asked } from "../../api/client";
import { within } from "../../app";
import { Empty, Problem } from "../../components/parts";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import { useHere } from "./address";
import { SAID } from "./axes";
import { cellAt, Legend, SHOWS } from "./cells";
import { Drawn } from "./Drawn";
import { Grid } from "./Grid";
import { useItems } from "./items";
import { labelOf } from "./Arrange";
import { OneCell } from "./OneCell";
import { short, type Line } from "./order";
import { Choose, Notes, Saving, TableOrFigure } from "./pieces";
import { kindsIn, own, people, type Mixture } from "./signs";

export function Joint() {
  const here = useHere();
  const scope = useScope();
  const codes = useScopeCodes();
  const items = useItems();
  const item = items?.find((one) => one.value === here.get("item", ""))?.value ?? items?.[0]?.value ?? "";
  const of = SAID.find((one) => one === here.get("of", "categories")) ?? "categories";
  const show = SHOWS.find((one) => one === here.get("show", "participants")) ?? "participants";
  const steps = here.get("steps", "") === "apart";
  const figure = here.get("view", "table") === "figure";
  const options: Asked<"joint"> = { ...scope, codes: [...codes], item, rows: of, steps };
  const found = useQuery({ queryKey: ["compare", "joint", options], queryFn: () => ask("joint", options), enabled: item !== "", placeholderData: (before) => before });
  const data = found.data;
  const rows = (data?.rows ?? []) as readonly Line[];
  const columns = (data?.columns ?? []) as readonly Line[];
  const nothing = useMemo(() => new Map<number, Mixture>(data?.nothing.map(([row, column, mixture]) => [row * 100_000 + column, mixture])), [data]);
  const most = useMemo(() => Math.max(0, ...(data?.numbers["codings"] ?? []).flat()), [data]);
  const number = (row: number, column: number) => (name: string) => data?.numbers[name]?.[row]?.[column] ?? 0;
  const open = here.get("open", "").split("~");
  const [row, column] = [rows.findIndex((one) => short(one) === open[0]), columns.findIndex((one) => short(one) === open[1])];
  const opened = row >= 0 && column >= 0;
  const close = () => {
    here.change({ open: null }, true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.matrix [tabindex="0"]')?.focus());
  };
  const kinds = [...nothing.values()].map((mixture) => own(mixture, true)).concat((data?.people ?? []).map((there) => people(there).kinds));
  const drawing = { of: "joint", options, show } as const;

  if (items !== null && items.length === 0)
    return (
      <Empty title={t("answers.none")}>
        {t("answers.noneDetail")} <a href="/questions" onClick={within}>{t("answers.toQuestions")}</a>
      </Empty>
    );
  return (
    <>
      <div className="tools" role="group" aria-label={t("compare.what")}>
        <Choose label={t("joint.item")} value={item} options={items ?? []} onChange={(one) => here.change({ item: one, open: null })} />
        <Choose label={t("joint.of")} value={of} options={SAID.map((one) => ({ value: one, label: t(`axis.${one}`) }))} onChange={(one) => here.change({ of: one === "categories" ? null : one, open: null })} />
        <Choose label={t("compare.show")} value={show} options={SHOWS.map((one) => ({ value: one, label: t(`show.${one}`) }))} onChange={(one) => here.change({ show: one === "participants" ? null : one })} />
        <label className="row check">
          <input type="checkbox" checked={steps} onChange={(event) => here.change({ steps: event.target.checked ? "apart" : null, open: null })} />
          {t("joint.steps")}
        </label>
      </div>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="empty soft">{t("compare.counting")}</p>}
      {data !== undefined && found.error === null && rows.length * columns.length === 0 && <Empty title={t("compare.empty")}>{t("compare.emptyDetail")}</Empty>}
      {data !== undefined && found.error === null && rows.length * columns.length > 0 && (
        <>
          <div className="row under">
            <TableOrFigure figure={figure} change={here.change} />
            <a href={`/compare/answers?item=${item}`} onClick={within}>{t("joint.toAnswers")}</a>
            <Saving drawing={drawing} title={data.title} />
          </div>
          {figure ? (
            <Drawn drawing={drawing} title={data.title} />
          ) : (
            <>
              <Legend kinds={kindsIn(kinds)} also={(data.numbers["unreviewed"] ?? []).flat().some((one) => one > 0) ? [["+1", t("legend.unreviewed")]] : []} />
              <div className="with-beside" aria-busy={found.isPlaceholderData}>
                <Grid
                  caption={found.isPlaceholderData ? t("compare.counting") : data.title}
                  corner={t("joint.corner", { rows: t(`axis.${of}`) })}
                  rows={rows.map((one) => ({ key: one.key, label: labelOf(one), depth: one.depth }))}
                  columns={columns.map((one, at) => ({ key: one.key, label: labelOf(one), note: people(data.people[at] ?? "").shown, noteWords: data.people[at] ?? "", fixed: true }))}
                  cell={(at, beside) => cellAt(show, number, nothing, true, most, at, beside)}
                  opened={opened ? [row, column] : null}
                  onOpen={(at, beside) => here.change({ open: `${short(rows[at] as Line)}~${short(columns[beside] as Line)}` }, opened)}
                />
                {opened && (
                  <OneCell of="matrix" options={data.options} row={rows[row]?.key ?? ""} column={columns[column]?.key ?? ""} title={t("compare.cellTitle", { row: labelOf(rows[row] as Line), column: labelOf(columns[column] as Line) })} onClose={close} />
                )}
              </div>
              <Notes notes={data.notes} />
            </>
          )}
        </>
      )}
    </>
  );
}
