/**
 * How far coders coincide, line by line; a number opens to all coefficients of its line.
 *
 * What a careful reader would get wrong: undefined is no number and no failure; why there is none stands where the line is
 * opened. And how many texts and codings a number rests on stands before it, because it is to be read first.
 */
import { useQuery } from "@tanstack/react-query";
import { ask, type Schemas } from "../../api/client";
import { Empty } from "../../components/parts";
import { t } from "../../messages";
import { useHere, type Here } from "../compare/address";
import { Drawn } from "../compare/Drawn";
import { NumberCell, useClose } from "../compare/Number";
import { Notes, Saving, TableOrFigure } from "../compare/pieces";
import { Choices, useOptions } from "./Choices";
import { betweenOf, intervalOf, inWords, LEADING, nameOf, shortOf, used, written, type Row } from "./figures";
import { Gamma } from "./Gamma";
import { OneLine } from "./OneLine";
import { Off, Wrong } from "./Standing";

export function Numbers({ study }: { study: Schemas["StudyHere"] }) {
  const here = useHere();
  const close = useClose(here);
  const options = useOptions(here, study);
  const found = useQuery({ queryKey: ["agree", "numbers", options], queryFn: () => ask("agreement", options), placeholderData: (before) => before });
  const data = found.data;
  const rows = data?.rows.filter(used) ?? [];
  const several = new Set(rows.map((row) => betweenOf(row))).size > 1;
  const [key = "", what = ""] = here.get("open", "").split("~");
  const opened = rows.find((row) => row.key === key);
  const figure = here.get("view", "table") === "figure";
  const drawing = { of: "agreement", options } as const;
  if (data !== undefined && data.off !== "") return <>{study.me.member?.permission !== "independent coder" && <Choices here={here} study={study} />}<Off why={data.off} study={study} /></>;
  return (
    <>
      <Choices here={here} study={study} />
      {found.error !== null && <Wrong error={found.error} by={options.by ?? "all"} again={() => void found.refetch()} />}
      {found.isPending && <p className="empty soft" role="status">{t("agree.working")}</p>}
      {data !== undefined && found.error === null && (
        <>
          <p>{t("agree.whoNow", { names: data.voices.map((one) => (one.recognisable ? `${one.label} ${t("agree.recognisable")}` : one.label)).join(", ") })} {t("agree.readOn")}</p>
          {rows.length === 0 ? (
            <Empty title={t("compare.empty")}>{t("agree.noRows")}</Empty>
          ) : (
            <>
              <div className="row under">
                <TableOrFigure figure={figure} change={here.change} />
                <Saving drawing={drawing} title={data.title} />
              </div>
              {figure ? (
                <Drawn drawing={drawing} title={data.title} />
              ) : (
                <div className="with-beside" aria-busy={found.isPlaceholderData}>
                  <div className="grid-scroller" role="region" tabIndex={0} aria-label={data.title}>
                    <table className="sides contrasts coincide">
                      <caption className="apart">{t("agree.caption", { title: data.title })}</caption>
                      <thead>
                        <tr>
                          <th scope="col">{t("agree.code")}</th>
                          {several && <th scope="col">{t("agree.between")}</th>}
                          <th scope="col">{t("agree.texts")}</th>
                          <th scope="col">{t("agree.codings")}</th>
                          <th scope="col">{t("agree.positive")}</th>
                          {LEADING.map((name) => <th key={name} scope="col">{shortOf(name, rows[0]?.kind)}</th>)}
                          <th scope="col">{t("agree.look")}</th>
                        </tr>
                      </thead>
                      <tbody>
                        {rows.map((row) => <Line key={row.key} row={row} several={several} here={here} open={opened === row} />)}
                      </tbody>
                    </table>
                  </div>
                  {opened !== undefined && <OneLine row={opened} first={what} units={options.units ?? "characters"} onClose={close} />}
                </div>
              )}
              <Notes notes={data.notes} />
            </>
          )}
          <Gamma options={options} />
          <p className="soft small">{t("agree.about")}</p>
        </>
      )}
    </>
  );
}

function Line({ row, several, here, open }: { row: Row; several: boolean; here: Here; open: boolean }) {
  const positive = row.balance?.positive ?? null;
  const share = positive === null ? "–" : t("agree.percent", { percent: Math.round(100 * positive) });
  const words = (coefficient: string, value: string) => (several ? t("agree.numberOf", { coefficient, label: row.label, between: row.between.join(", "), value }) : t("agree.number", { coefficient, label: row.label, value }));
  return (
    <tr data-open={open || undefined}>
      <th scope="row" style={{ paddingInlineStart: `${row.depth + 0.5}rem` }}>{row.label}</th>
      {several && <td>{betweenOf(row)}</td>}
      <td className="figure">{t("compare.number", { number: row.sources })}</td>
      <td className="codings small">{row.between.map((name, at) => <span key={name}>{t("agree.codingsOf", { name, count: row.codings[at] ?? 0 })}</span>)}</td>
      <NumberCell place={`${row.key}~positive`} none={positive === null} words={words(t("agree.positive"), share)} here={here}>{share}</NumberCell>
      {LEADING.map((name) => {
        const one = row.coefficients.find((each) => each.name === name);
        if (one === undefined) return <td key={name} className="soft">–</td>;
        return (
          <NumberCell key={name} place={`${row.key}~${name}`} words={words(nameOf(name, row.kind), inWords(one))} under={intervalOf(one)} here={here}>
            {one.value === null ? t("agree.undefined") : <b>{written(name, one.value)}</b>}
          </NumberCell>
        );
      })}
      <td className="small">{row.told.map((one) => one.word).join(", ")}</td>
    </tr>
  );
}
