/** One item of a questionnaire: what each group answered, the tests, and the same by case. */
import { useState } from "react";
import type { Schemas } from "../../api/client";
import { within } from "../../app";
import { t } from "../../messages";
import type { Here } from "./address";
import { NumberCell } from "./Number";

type Data = Schemas["AnswersHere"];
type Row = Schemas["Answered"];

const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
/** What else can come of an item; the engine's words. */
export const MISSING = ["left empty", "declined", "does not apply", "no answer known"] as const;
export const itemName = (item: Schemas["ItemAsked"]): string => (item.number === item.wording ? item.wording : `${item.number} ${item.wording}`);

export function OneItem({ data, at, alone, here }: { data: Data; at: number; alone: boolean; here: Here }) {
  const item = data.items[at] as Schemas["ItemAsked"];
  const name = itemName(item);
  const open = here.get("open", "").split("~");
  const [cases, setCases] = useState(alone || (open[0] === item.id && open[1] === "case"));
  const tested = data.tested.findIndex((one) => one.item === at);
  // As the report prints it: the item, the test of people, that of cases, and what to beware of.
  const [, test = "", byCase = "", beware = ""] = (data.tables[1]?.rows[tested] ?? []).map(String);
  const head = `item-${item.id}`;
  return (
    <section aria-labelledby={head} className="answer-item">
      <h2 id={head}>{name}</h2>
      <Groups data={data} item={item} lines={data.groups} rows={data.rows.filter((row) => row.item === at)} of="group" caption={t("answers.caption", { item: name })} head={data.groups.length > 1 ? t("answers.group") : t("answers.who")} here={here} />
      {tested >= 0 && (
        <dl className="tests">
          <dt>{t("answers.testOfPeople")}</dt>
          <dd>{test}</dd>
          {byCase !== "–" && (
            <>
              <dt>{t("answers.testOfCases")}</dt>
              <dd>{byCase}</dd>
            </>
          )}
          {beware !== "" && (
            <>
              <dt>{t("answers.beware")}</dt>
              <dd>{beware}</dd>
            </>
          )}
        </dl>
      )}
      <div className="row">
        {data.cases.length > 0 && (
          <button type="button" className="button" aria-expanded={cases} onClick={() => setCases(!cases)}>
            {t("answers.byCase")}<span className="apart">: {name}</span>
          </button>
        )}
        <a href={`/compare/joint?item=${item.id}`} onClick={within}>{t("answers.beside")}<span className="apart">: {name}</span></a>
      </div>
      {cases && <Groups data={data} item={item} lines={data.cases} rows={data.by_case.filter((row) => row.item === at)} of="case" caption={t("answers.captionCase", { item: name })} head={t("answers.case")} here={here} />}
    </section>
  );
}

function Groups({ data, item, lines, rows, of, caption, head, here }: {
  data: Data; item: Schemas["ItemAsked"]; lines: readonly Schemas["Line"][]; rows: readonly Row[]; of: "group" | "case"; caption: string; head: string; here: Here;
}) {
  // Both tables of an item have the same columns.
  const both = [...data.rows, ...data.by_case].filter((row) => data.items[row.item] === item);
  const missing = MISSING.filter((what) => both.some((row) => (row.missing[what] ?? 0) > 0));
  const middle = both.some((row) => row.median !== null);
  const inCases = of === "group" && data.cases.length > 0;
  const fixed = 1 + (inCases ? 1 : 0);
  return (
    <div className="grid-scroller" role="region" tabIndex={0} aria-label={caption}>
      <table className="sides answers">
        <caption className="apart">{caption}</caption>
        <thead>
          {item.options.length > 0 && (
            <tr>
              <td colSpan={fixed + 1 + (middle ? 1 : 0)} />
              <th scope="colgroup" colSpan={item.options.length}>{t("answers.counts")}</th>
              {missing.length > 0 && <th scope="colgroup" colSpan={missing.length}>{t("answers.missing")}</th>}
            </tr>
          )}
          <tr>
            <th scope="col">{head}</th>
            {inCases && <th scope="col">{t("answers.cases")}</th>}
            <th scope="col">{t("answers.answered")}</th>
            {middle && <th scope="col">{t("answers.median")}</th>}
            {item.options.map((option) => <th key={option} scope="col">{option}</th>)}
            {missing.map((what) => <th key={what} scope="col">{what}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const line = lines[row.group];
            const label = line === undefined || line.kind === "all" ? t("compare.everybody") : line.label;
            const place = (what: string) => [item.id, of, line?.key ?? "", what].map(encodeURIComponent).join("~");
            return (
              <tr key={row.group}>
                <th scope="row">{label}</th>
                {inCases && <td className="figure">{t("answers.of", { part: row.cases, whole: row.of_cases })}</td>}
                <NumberCell place={place("answered")} none={row.answered === 0} here={here} words={t("answers.answeredOf", { group: label, part: row.answered, whole: row.participants })}>
                  <b>{t("compare.number", { number: row.answered })}</b> {t("compare.of", { whole: row.participants })}
                </NumberCell>
                {middle && <td>{medianOf(item, row)}</td>}
                {item.options.map((option, step) => {
                  const count = row.counts[step] ?? 0;
                  return <NumberCell key={option} place={place(option)} none={count === 0} here={here} heat={row.answered > 0 ? count / row.answered : 0} words={t("answers.count", { group: label, count, what: option })}>{t("compare.number", { number: count })}</NumberCell>;
                })}
                {missing.map((what) => {
                  const count = row.missing[what] ?? 0;
                  return <NumberCell key={what} place={place(what)} none={count === 0} here={here} words={t("answers.count", { group: label, count, what })}>{t("compare.number", { number: count })}</NumberCell>;
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The median: a step by its name, a number with the quarters around it. */
function medianOf(item: Schemas["ItemAsked"], row: Row): string {
  if (row.median === null) return "–";
  if (item.options.length === 0) {
    const [low, high] = row.quartiles ?? [row.median, row.median];
    return t("answers.middle", { median: number.format(row.median), low: number.format(low), high: number.format(high) });
  }
  const step = (at: number) => item.options[at - 1] ?? "";
  if (Number.isInteger(row.median)) return step(row.median);
  return t("answers.between", { low: step(Math.floor(row.median)), high: step(Math.ceil(row.median)) });
}
