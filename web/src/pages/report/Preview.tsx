/** The report as it will be, made anew when something else is chosen; and what is not quoted in it, with the reason. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "../../api/client";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { asked, type Chosen } from "./chosen";
import { Frame } from "./Frame";
import { begin, doing, ended } from "./jobs";

/** `version`: of the study now; `waiting`: something else was chosen just now. */
export function Preview({ chosen, version, waiting }: { chosen: Chosen; version: string; waiting: boolean }) {
  const [step, setStep] = useState("");
  const given = asked(chosen, "html", "preview", true);
  const none = given.parts?.length === 0;
  const preview = useQuery({
    queryKey: ["preview", given],
    queryFn: async ({ signal }) => ended(await begin(given), signal, (job) => setStep(doing(job))),
    placeholderData: (before) => before,
    enabled: !none,
    retry: false,
    gcTime: 0,
  });
  const job = preview.data;
  const made = job?.made;
  const busy = waiting || preview.isFetching;
  const sum = made ? t("report.sum", { tables: made.tables, figures: made.figures, quotations: made.quotations }) : "";
  return (
    <section className="preview" aria-labelledby="report-preview">
      <header className="row">
        <h2 id="report-preview">{t("report.preview")}</h2>
        {!none && <span className="soft small">{busy ? t("report.making", { step }) : sum}</span>}
        {/* Steps come quickly; a screen reader is told when it is there, and how much it is. */}
        <span className="apart" role="status">{!none && !busy && made ? `${t("report.shown")} ${sum}` : ""}</span>
        {!none && !busy && made && made.version !== version && (
          <button type="button" className="button" onClick={() => void preview.refetch()}>{t("report.renew")}</button>
        )}
      </header>
      {none && <p className="empty">{t("report.noParts")}</p>}
      {!none && preview.error !== null && !preview.isFetching && <Problem error={preview.error} again={() => void preview.refetch()} />}
      {!none && job && made && (
        <>
          {made.note !== "" && <p>{made.note}</p>}
          <Unprinted lines={made.unprinted} />
          <Frame job={job.id} old={busy} />
        </>
      )}
    </section>
  );
}

function Unprinted({ lines }: { lines: readonly Schemas["Unwritten"][] }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{t("report.unprinted", { count: lines.length })}</summary>
      <div className="scroll" role="region" tabIndex={0} aria-label={t("report.notQuoted")}>
        <table className="lined">
          <caption className="apart">{t("report.notQuoted")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("report.whose")}</th>
              <th scope="col">{t("report.where")}</th>
              <th scope="col">{t("report.why")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={`${at} ${line.where}`}>
                <th scope="row">{line.whose}</th>
                <td>{line.where}</td>
                <td>{line.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
