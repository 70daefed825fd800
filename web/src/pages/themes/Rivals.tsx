/** Rival explanations of findings: written down, and what became of each with the reason. */
import { useState } from "react";
import type { Given, Schemas } from "../../api/client";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import { Saving } from "../compare/pieces";
import type { Line } from "./flags";

const IS = ["open", "ruled out", "supported", "part of it", "cannot say"] as const;
type Is = NonNullable<Given<"rival.change">["disposition"]>;
const SHOWS = ["compare"];

export function Rivals({ rivals, lines, may }: { rivals: readonly Schemas["RivalLine"][]; lines: readonly Line[]; may: boolean }) {
  const findings = [...new Set(rivals.map((one) => one.finding))];
  return (
    <section aria-labelledby="rivals">
      <h2 id="rivals">{t("rivals.title")}</h2>
      <p className="soft">{t("rivals.lead")}</p>
      {rivals.length === 0 && <p className="soft">{t("rivals.none")}</p>}
      {findings.map((finding) => (
        <section key={finding} aria-label={finding}>
          <h3>{finding}</h3>
          <ul className="list">
            {rivals.filter((one) => one.finding === finding).map((one) => (
              <li key={one.id} className="rival">
                <p dir="auto">{one.explanation}</p>
                <p className="small"><b>{t(`rivals.is.${one.disposition as Is}`)}</b>{one.reason !== "" && <>: <span dir="auto">{one.reason}</span></>}</p>
                {may && <Settle key={`${one.disposition} ${one.reason}`} rival={one} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {rivals.length > 0 && <Saving drawing={{ of: "standing", options: { table: "rivals" } }} title={t("rivals.title")} />}
      {may && lines.length > 0 && <Add lines={lines} />}
    </section>
  );
}

function Settle({ rival }: { rival: Schemas["RivalLine"] }) {
  const { run } = useDoing();
  const [is, setIs] = useState(rival.disposition as Is);
  const [reason, setReason] = useState(rival.reason);
  return (
    <details>
      <summary aria-label={t("rivals.of", { what: rival.explanation })}>{t("rivals.disposition")}</summary>
      <form
        className="tools"
        onSubmit={(event) => {
          event.preventDefault();
          void run("rival.change", { rival: rival.id, disposition: is, reason }, { sentence: t("rivals.kept", { what: t(`rivals.is.${is}`) }), shows: SHOWS });
        }}
      >
        <label className="field choose">
          <span>{t("rivals.disposition")}</span>
          <select value={is} onChange={(event) => setIs(event.target.value as Is)}>
            {IS.map((one) => <option key={one} value={one}>{t(`rivals.is.${one}`)}</option>)}
          </select>
        </label>
        <label className="field reason">
          <span>{t("rivals.reason")}</span>
          <textarea required={is !== "open"} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <button type="submit" className="button">{t("rivals.keep")}</button>
        <button type="button" className="button danger" aria-label={t("rivals.removeWhat", { what: rival.explanation })} onClick={() => void run("rival.remove", { rival: rival.id }, { sentence: t("rivals.removed"), shows: SHOWS })}>{t("rivals.remove")}</button>
      </form>
    </details>
  );
}

function Add({ lines }: { lines: readonly Line[] }) {
  const { run } = useDoing();
  const [about, setAbout] = useState(lines[0]?.theme.id ?? "");
  const [explanation, setExplanation] = useState("");
  const add = async () => {
    if (await run("rival.add", { about_kind: "theme", about, explanation }, { sentence: t("rivals.added"), shows: SHOWS })) setExplanation("");
  };
  return (
    <form className="tools" onSubmit={(event) => { event.preventDefault(); void add(); }}>
      <label className="field choose">
        <span>{t("rivals.finding")}</span>
        <select value={about} onChange={(event) => setAbout(event.target.value)}>
          {lines.map((one) => <option key={one.theme.id} value={one.theme.id}>{one.theme.label}</option>)}
        </select>
      </label>
      <label className="field reason">
        <span>{t("rivals.explanation")}</span>
        <textarea required value={explanation} onChange={(event) => setExplanation(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={explanation.trim() === ""}>{t("rivals.add")}</button>
    </form>
  );
}
