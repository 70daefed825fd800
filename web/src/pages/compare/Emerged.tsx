/**
 * Emerged though nobody asked: who said something before anybody asked about it, with what was said just before.
 *
 * What a careful reader would get wrong: of a code that is linked to no topic nobody knows whether it was asked about. It
 * has no such number, which is not nought; where it was said is where a link can be found.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Asked, type Schemas } from "../../api/client";
import { within } from "../../app";
import { Empty, Problem } from "../../components/parts";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import { useHere, type Here } from "./address";
import { labelOf } from "./Arrange";
import { Drawn } from "./Drawn";
import { NumberCell, useClose } from "./Number";
import { OneEmerged } from "./OneEmerged";
import { short } from "./order";
import { Choose, Notes, Saving, TableOrFigure } from "./pieces";

const OF = ["categories", "codes"] as const;
const MOST = 100;
type Row = Schemas["EmergedRow"];

export function Emerged() {
  const here = useHere();
  const scope = useScope();
  const codes = useScopeCodes();
  const close = useClose(here);
  const [most, setMost] = useState(MOST);
  const of = OF.find((one) => one === here.get("of", "categories")) ?? "categories";
  const order = here.get("order", "most");
  const figure = here.get("view", "table") === "figure";
  const options: Asked<"emerged"> = { ...scope, codes: [...codes], of };
  const found = useQuery({ queryKey: ["compare", "emerged", options], queryFn: () => ask("emerged", options), placeholderData: (before) => before });
  const data = found.data;
  const linked = data?.rows.filter((row) => row.topics.length > 0).length ?? 0;
  // What is linked stands first: of the others there is nothing to tell yet.
  const weight = (row: Row) => (row.topics.length > 0 ? 1000 + row.unprompted : row.not_known / 1000);
  const rows = order === "most" ? (data?.rows.toSorted((one, two) => weight(two) - weight(one)) ?? []) : (data?.rows ?? []);
  const [key = "", what = ""] = here.get("open", "").split("~");
  const opened = data?.rows.find((row) => short(row.line) === key);
  const drawing = { of: "emerged", options } as const;

  return (
    <>
      <div className="tools" role="group" aria-label={t("compare.what")}>
        <Choose label={t("compare.rows")} value={of} options={OF.map((one) => ({ value: one, label: t(`axis.${one}`) }))} onChange={(one) => here.change({ of: one === "categories" ? null : one, open: null })} />
        <Choose label={t("compare.rowOrder")} value={order} options={[{ value: "most", label: t("emerged.most") }, { value: "given", label: t("order.book") }]} onChange={(one) => here.change({ order: one === "most" ? null : one })} />
      </div>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="empty soft">{t("compare.counting")}</p>}
      {data !== undefined && found.error === null && rows.length === 0 && <Empty title={t("compare.empty")}>{t("emerged.none")}</Empty>}
      {data !== undefined && found.error === null && rows.length > 0 && (
        <>
          <p>{t(linked === 0 ? "emerged.noLinks" : "emerged.links", { part: linked, whole: data.rows.length })} <a href="/questions/topics" onClick={within}>{t("emerged.toTopics")}</a></p>
          <div className="row under">
            <TableOrFigure figure={figure && linked > 0} change={here.change} />
            <Saving drawing={drawing} title={data.title} />
          </div>
          {figure && linked > 0 ? (
            <Drawn drawing={drawing} title={data.title} />
          ) : (
            <>
              <div className="with-beside" aria-busy={found.isPlaceholderData}>
                <div className="grid-scroller" role="region" tabIndex={0} aria-label={data.title}>
                  <table className="sides contrasts emerged">
                    <caption className="apart">{data.title}</caption>
                    <thead>
                      <tr>
                        <th scope="col">{t("emerged.code")}</th>
                        <th scope="col">{t("emerged.topics")}</th>
                        <th scope="col">{t("emerged.unprompted")}</th>
                        <th scope="col">{t("emerged.asked")}</th>
                        <th scope="col">{t("emerged.prompted")}</th>
                        <th scope="col">{t("emerged.notKnown")}</th>
                        <th scope="col">{t("emerged.under")}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {rows.slice(0, most).map((row) => <Numbers key={row.line.key} row={row} deep={order !== "most"} here={here} open={opened === row} />)}
                    </tbody>
                  </table>
                  {rows.length > most && <button type="button" className="button" onClick={() => setMost(most + MOST)}>{t("compare.more", { count: rows.length - most })}</button>}
                </div>
                {opened !== undefined && <OneEmerged options={options} row={opened} what={what} onClose={close} />}
              </div>
              <Notes notes={data.notes} />
            </>
          )}
        </>
      )}
    </>
  );
}

function Numbers({ row, deep, here, open }: { row: Row; deep: boolean; here: Here; open: boolean }) {
  const label = labelOf(row.line);
  const known = row.topics.length > 0;
  const place = (what: string) => `${short(row.line)}~${what}`;
  const count = (what: "prompted" | "not_known") => (
    <NumberCell place={place(what)} none={row[what] === 0} here={here} words={t(`emerged.words.${what}`, { code: label, count: row[what] })}>{t("compare.number", { number: row[what] })}</NumberCell>
  );
  const unknown = <td className="soft"><span aria-hidden="true">–</span><span className="apart">{t("emerged.cannotTell")}</span></td>;
  const talked = Object.values(row.under).length;
  return (
    <tr data-open={open || undefined}>
      <th scope="row" style={deep ? { paddingInlineStart: `${row.line.depth + 0.5}rem` } : undefined}>{label}</th>
      <td>{known ? row.topics.join("; ") : <span className="soft">{t("emerged.noTopic")}</span>}</td>
      {known ? (
        <NumberCell
          place={place("unprompted")} none={row.unprompted === 0} here={here} under={t("contrast.cases", { part: row.cases, whole: row.of_cases })} heat={row.of_participants > 0 ? row.unprompted / row.of_participants : 0}
          words={t("emerged.words.unprompted", { code: label, part: row.unprompted, whole: row.of_participants, cases: row.cases, of: row.of_cases })}
        >
          <b>{t("compare.number", { number: row.unprompted })}</b> {t("compare.of", { whole: row.of_participants })}
        </NumberCell>
      ) : unknown}
      {known ? (
        <NumberCell place={place("asked")} none={row.asked === 0} here={here} words={t("emerged.words.asked", { code: label, part: row.asked_said, whole: row.asked })}>
          <b>{t("compare.number", { number: row.asked_said })}</b> {t("compare.of", { whole: row.asked })}
        </NumberCell>
      ) : unknown}
      {known ? count("prompted") : unknown}
      {count("not_known")}
      {talked === 0 ? <td className="soft">–</td> : (
        <NumberCell place={place("under")} here={here} words={t("emerged.words.under", { code: label, count: talked })}>{t("emerged.topicCount", { count: talked })}</NumberCell>
      )}
    </tr>
  );
}
