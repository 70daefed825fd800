/**
 * Whose turn it is: how many sources each member has still to read, is reading, has read, and has to read again.
 *
 * A source is to be read again when codes were made since, or defined anew; both are said, because the second asks a reader
 * to look at codings that are there already.
 */
import { useState, type ReactNode } from "react";
import type { Schemas } from "../../api/client";
import { within } from "../../app";
import { t } from "../../messages";
import { stateOf, STATES, type State } from "./standing";

type Line = Schemas["SourceLine"];
type Reading = Schemas["ReadingHere"];

const reading = (source: Line, member: string) => source.readings.find((one) => one.member === member);

export function Whose({ sources, study, children }: { sources: readonly Line[]; study: Schemas["StudyHere"]; children: ReactNode }) {
  const [shown, setShown] = useState<"" | State>("");
  const me = study.me.member?.id ?? "";
  const readers = study.members.filter((one) => one.id === me || sources.some((source) => reading(source, one.id)));
  const list = shown === "" ? sources : sources.filter((source) => stateOf(reading(source, me)) === shown);
  return (
    <>
      <section>
        <h2>{t("over.whose")}</h2>
        <div className="scrolled" role="region" tabIndex={0} aria-label={t("over.whose")}>
          <table>
            <caption className="apart">{t("over.whoseCaption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("over.member")}</th>
                {STATES.map((state) => (
                  <th key={state} scope="col" className="num">{t(`over.state.${state}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {readers.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.id === me ? <strong>{t("over.you", { name: one.name })}</strong> : one.name}</th>
                  {STATES.map((state) => (
                    <td key={state} className="num">{sources.filter((source) => stateOf(reading(source, one.id)) === state).length}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      {children}
      <section>
        <h2>{t("over.sources")}</h2>
        <label className="row show">
          <span>{t("over.show")}</span>
          <select value={shown} onChange={(event) => setShown(event.target.value as "" | State)}>
            <option value="">{t("over.all")}</option>
            {STATES.map((state) => (
              <option key={state} value={state}>{t(`over.mine.${state}`)}</option>
            ))}
          </select>
        </label>
        {list.length === 0 && <p className="soft">{t("over.noneSo")}</p>}
        {list.length > 0 && (
          <div className="scrolled tall" role="region" tabIndex={0} aria-label={t("over.sources")}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t("over.source")}</th>
                  {readers.map((one) => (
                    <th key={one.id} scope="col">{one.name}</th>
                  ))}
                  <th scope="col" className="num">{t("over.codings")}</th>
                  <th scope="col" className="num">{t("over.marks")}</th>
                </tr>
              </thead>
              <tbody>
                {list.map((source) => (
                  <tr key={source.id}>
                    <th scope="row">
                      <a href={`/read/${source.id}`} onClick={within}>{source.name}</a>
                    </th>
                    {readers.map((one) => (
                      <td key={one.id}>
                        <Progress reading={reading(source, one.id)} />
                      </td>
                    ))}
                    <td className="num">{source.codings}</td>
                    <td className="num">{source.marks}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </>
  );
}

function Progress({ reading }: { reading: Reading | undefined }) {
  if (reading === undefined) return <span className="soft">{t("over.notAssigned")}</span>;
  const again = [
    ...(reading.redefined.length > 0 ? [t("over.redefined", { count: reading.redefined.length })] : []),
    ...(reading.progress === "done" && reading.unread > 0 ? [t("over.again", { count: reading.unread })] : []),
  ];
  return (
    <span className="progress" data-progress={reading.progress}>
      {t(`read.progress.${reading.progress}`)}
      {again.length > 0 && <span className="small again"> · {again.join(", ")}</span>}
    </span>
  );
}
