/**
 * How far comparison has gone: for each category the pairs of cases compared, what was decided, and what was not done.
 *
 * What a careful reader would get wrong: the last number counts what was done since something new came. It is not
 * saturation, and the screen does not call it so.
 */
import { useQuery } from "@tanstack/react-query";
import { ask, type Schemas } from "../../api/client";
import { useRows } from "../../api/hooks";
import { within } from "../../app";
import { Problem, Empty } from "../../components/parts";
import { t } from "../../messages";
import { useHere } from "../compare/address";
import { Beside, Notes } from "../compare/pieces";
import type { Line } from "./Categories";
import { Comparisons } from "./Comparisons";
import { DECISIONS } from "./decision";

type Row = Schemas["CategoryRow"];

export function HowFar({ study }: { codes: readonly Line[]; study: Schemas["StudyHere"] }) {
  const here = useHere();
  const found = useQuery({ queryKey: ["bench", "compared"], queryFn: () => ask("compared", {}) });
  // Without categories there is no table, and the engine says so.
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  const { rows, core, notes } = found.data;
  if (rows.length === 0) return <Empty title={t("bench.farTitle")}>{t("bench.noneCategories")}</Empty>;
  const [category = "", what = ""] = here.get("open", "").split(" ");
  const row = rows.find((one) => one.id === category);
  const decision = DECISIONS.find((one) => one === what);
  const close = () => {
    document.querySelector<HTMLElement>(".far [aria-expanded=true]")?.focus();
    here.change({ open: null }, true);
  };
  const open = (one: Row, which: string) => here.change({ open: category === one.id && what === which ? null : `${one.id} ${which}` }, true);
  const count = (one: Row, number: number, which: string, name: string) =>
    number === 0 ? (
      <span className="soft">0</span>
    ) : (
      <button type="button" className="button plain" aria-expanded={category === one.id && what === which} aria-label={t("bench.countName", { count: number, what: name, category: one.label })} onClick={() => open(one, which)}>
        {number}
      </button>
    );
  return (
    <>
      {core.map((one) => (
        <p key={one.analysis} className="aside">
          {t("bench.core", {
            category: one.label, analysis: one.analysis_label, cases: one.cases, ofCases: one.of_cases, participants: one.participants, ofParticipants: one.of_participants, related: one.related, others: one.others,
          })}{" "}
          {one.apart.length > 0 && t("bench.apart", { names: one.apart.join("; ") })}
        </p>
      ))}
      <div className="wide-table" role="region" tabIndex={0} aria-label={t("bench.farTitle")}>
        <table className="lined far">
          <caption>{t("bench.farTitle")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("bench.category")}</th>
              <th scope="col">{t("bench.col.compared")}</th>
              <th scope="col" className="num">{t("bench.col.segments")}</th>
              <th scope="col" className="num">{t("bench.col.comparisons")}</th>
              {DECISIONS.map((decision) => <th key={decision} scope="col" className="num">{t(`bench.is.${decision}`)}</th>)}
              <th scope="col" className="num">{t("bench.col.since")}</th>
              <th scope="col">{t("bench.col.properties")}</th>
              <th scope="col" className="num">{t("bench.col.relations")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.id}>
                <th scope="row"><a href={`/bench?category=${one.id}`} onClick={within}>{one.label}</a></th>
                <td>
                  <button type="button" className="button plain" aria-expanded={category === one.id && what === "pairs"} aria-label={t("bench.ofPairsName", { compared: one.compared, pairs: one.pairs, category: one.label })} onClick={() => open(one, "pairs")}>
                    {t("bench.ofPairs", { compared: one.compared, pairs: one.pairs })}
                  </button>
                </td>
                <td className="num">{one.segments}</td>
                <td className="num">{count(one, one.comparisons, "all", t("bench.col.comparisons"))}</td>
                {DECISIONS.map((decision) => <td key={decision} className="num">{count(one, one.decisions[decision] ?? 0, decision, t(`bench.is.${decision}`))}</td>)}
                <td className="num">{one.since ?? <span className="soft">{t("bench.sinceNone")}</span>}</td>
                <td><Properties row={one} /></td>
                <td className="num">{one.relations}{one.ungrounded > 0 && ` (${t("bench.bare", { count: one.ungrounded })})`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {row !== undefined && what !== "" && (
        <Beside title={what === "pairs" ? t("bench.which", { category: row.label }) : t("bench.listTitle", { category: row.label, what: what === "all" ? t("bench.listAll") : t(`bench.is.${decision ?? "same"}`) })} onClose={close}>
          {what === "pairs" ? <Which row={row} /> : <Comparisons ids={row.comparison_ids} decision={decision ?? ""} study={study} />}
        </Beside>
      )}
      <Notes notes={notes} />
    </>
  );
}

function Properties({ row }: { row: Row }) {
  const words = row.properties === 0 ? "0" : t("bench.bothEnds", { count: row.properties, both: row.with_both_ends });
  return <a href={`/bench/made?category=${row.id}`} aria-label={t("bench.propertiesName", { words, category: row.label })} onClick={within}>{words}</a>;
}

/** Which pairs of cases were compared for a category, and which were not: half of a table of cases by cases. */
function Which({ row }: { row: Row }) {
  const cases = useRows("case").data ?? [];
  const here = row.case_ids.flatMap((id) => cases.filter((one) => one.id === id));
  const done = new Set(row.done.map(([one, other]) => [one, other].sort().join(" ")));
  if (here.length < 2) return <p className="soft">{t("bench.oneCase")}</p>;
  return (
    <>
      <p>{t("bench.whichLead")}</p>
      <div className="wide-table" role="region" tabIndex={0} aria-label={t("bench.whichTable")}>
        <table className="lined which">
          <caption className="apart">{t("bench.whichTable")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("bench.case")}</th>
              {here.slice(0, -1).map((one) => <th key={one.id} scope="col">{one.code}</th>)}
            </tr>
          </thead>
          <tbody>
            {here.slice(1).map((one, at) => (
              <tr key={one.id}>
                <th scope="row">{one.code}</th>
                {here.slice(0, -1).map((other, across) =>
                  across > at ? (
                    <td key={other.id} />
                  ) : (
                    <td key={other.id} className={done.has([one.code, other.code].sort().join(" ")) ? "done" : undefined}>
                      {done.has([one.code, other.code].sort().join(" ")) ? (
                        <span>{t("bench.yes")}</span>
                      ) : (
                        <a href={`/bench?category=${row.id}&of=cases&one=case:${other.id}&other=case:${one.id}`} aria-label={t("bench.notYetName", { one: other.code, other: one.code })} onClick={within}>
                          {t("bench.notYet")}
                        </a>
                      )}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
