/** Speakers whose voice nobody has named: each with their first words, and whose they are, said in one act. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act, plain, read, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { within } from "../../app";
import { Empty, Problem } from "../../components/parts";
import { Quotation } from "../../components/Quotation";
import { useSay } from "../../components/said";
import { t } from "../../messages";

type Line = Schemas["VoiceLine"];

export default function Voices({ may }: { may: boolean }) {
  const [every, setEvery] = useState(false);
  const voices = useQuery({ queryKey: ["voices", every], queryFn: async () => (await plain("POST", "/api/ask/voices", {}, { every })) as Line[] });
  const people = useQuery({ queryKey: ["things", "participant"], queryFn: () => read("/api/rows/participant") });
  const { say, refuse } = useSay();
  if (voices.error !== null) return <Problem error={voices.error} again={() => void voices.refetch()} />;
  if (voices.data === undefined || people.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const living = people.data.filter((one) => !one.merged_into).sort((one, other) => one.identifier.localeCompare(other.identifier));
  const named = (line: Line) => living.filter((one) => one.id === line.participant).map((one) => one.identifier);
  const map = (line: Line, said: string) => {
    const person = living.find((one) => one.id === said);
    const voice = person === undefined ? (said as Schemas["Speaker"]["voice"]) : "participant";
    act("speaker.map", { source: line.source, label: line.label, voice, participant: person?.id ?? null }).then(() => {
      for (const key of ["voices", "person", "sheet", "sample", "sources", "source", "history"]) void queries.invalidateQueries({ queryKey: [key] });
      say(t("voices.said", { label: line.label, who: person?.identifier ?? t(`voices.${voice}`) }));
    }, refuse);
  };
  return (
    <section className="page">
      <h1>{t("people.voices")}</h1>
      <p className="soft">{t("voices.what")}</p>
      <label className="row">
        <input type="checkbox" checked={every} onChange={(event) => setEvery(event.target.checked)} />
        {t("voices.every")}
      </label>
      {voices.data.length === 0 ? (
        <Empty title={t("voices.none")}>{t("voices.noneDetail")}</Empty>
      ) : (
        <div className="scroll" role="region" tabIndex={0} aria-label={t("people.voices")}>
          <table>
            <caption className="apart">{t("people.voices")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("voices.label")}</th>
                <th scope="col">{t("voices.source")}</th>
                <th scope="col" className="num">{t("voices.turns")}</th>
                <th scope="col">{t("voices.words")}</th>
                <th scope="col">{t("voices.whose")}</th>
              </tr>
            </thead>
            <tbody>
              {voices.data.map((line) => (
                <tr key={line.speaker}>
                  <th scope="row">{line.label}</th>
                  <td><a href={`/read/${line.source}`} onClick={within}>{line.name}</a></td>
                  <td className="num">{line.turns}</td>
                  <td className="said-first">
                    {line.words === "" ? (
                      <span className="soft">{t("voices.silent")}</span>
                    ) : (
                      <Quotation quoted={{ source: line.source, name: line.name, start: line.start, end: line.end, words: line.words, participants: named(line), cases: [], covered: line.covered }} />
                    )}
                  </td>
                  <td>
                    <select disabled={!may} aria-label={t("voices.whoseIs", { label: line.label, source: line.name })} value={line.participant ?? line.voice} onChange={(event) => map(line, event.target.value)}>
                      <option value="unassigned">{t("voices.unassigned")}</option>
                      {line.voice === "participant" && line.participant === null && <option value="participant">{t("voices.participant")}</option>}
                      <option value="interviewer">{t("voices.interviewer")}</option>
                      <option value="other">{t("voices.other")}</option>
                      {living.map((one) => <option key={one.id} value={one.id}>{one.identifier}</option>)}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
