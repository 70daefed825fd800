/** What participants were given to read: to whom, when, what they said, what was changed; and of whom nothing is written. */
import { useState } from "react";
import { act, type Given, type Schemas } from "../../api/client";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import { Notes, Saving } from "../compare/pieces";
import { WordsIn } from "./WordsIn";

type Nature = NonNullable<Given<"given.add">["nature"]>;
const NATURES = ["transcript", "summary", "findings"] as const;
const SHOWS = ["compare"];

export function GivenBack({ all, refused, notes, may }: { all: readonly Schemas["GivenLine"][]; refused: Readonly<Record<string, string>>; notes: readonly string[]; may: boolean }) {
  const { run } = useDoing();
  const given = all.filter((one) => one.nature !== "");
  const without = all.filter((one) => one.nature === "");
  return (
    <section aria-labelledby="given">
      <h2 id="given">{t("given.title")}</h2>
      <p className="soft">{t("given.lead")}</p>
      {given.length === 0 ? <p className="soft">{t("given.none")}</p> : (
        <div className="grid-scroller standing-table" role="region" tabIndex={0} aria-label={t("given.caption")}>
          <table className="sides">
            <caption className="apart">{t("given.caption")}</caption>
            <thead>
              <tr>
                {(["participant", "what", "when", "said", "changed"] as const).map((one) => <th key={one} scope="col">{t(`given.${one}`)}</th>)}
                {may && <th scope="col">{t("given.remove")}</th>}
              </tr>
            </thead>
            <tbody>
              {given.map((one) => {
                const who = one.identifier;
                const words = (field: "said" | "changed") =>
                  may ? (
                    <WordsIn key={one.id} place={`given ${one.id} ${field}`} label={t("given.field", { field: t(`given.${field}`), who })} stored={one[field]} save={(next) => act("given.change", { given_back: one.id, [field]: next })} />
                  ) : <span dir="auto">{one[field]}</span>;
                return (
                  <tr key={one.id}>
                    <th scope="row">{who}{one.case !== "" && <span className="soft small gap-said">{one.case}</span>}</th>
                    <td>{t(`given.is.${one.nature as Nature}`)}{one.source !== "" && ` (${one.source})`}</td>
                    <td>{one.date}</td>
                    <td>
                      {words("said")}
                      {one.said !== "" && refused[one.participant] !== undefined && <p className="soft small">{t("given.refused", { why: refused[one.participant] ?? "" })}</p>}
                    </td>
                    <td>{words("changed")}</td>
                    {may && <td><button type="button" className="button" aria-label={t("given.removeWhat", { who })} onClick={() => void run("given.remove", { given_back: one.id }, { sentence: t("given.removed"), shows: SHOWS })}>{t("given.remove")}</button></td>}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {given.length > 0 && <Saving drawing={{ of: "standing", options: { table: "given" } }} title={t("given.title")} />}
      <Notes notes={notes} />
      {without.length > 0 && (
        <details>
          <summary>{t("given.without", { count: without.length })}</summary>
          <p>{without.map((one) => one.identifier).join(", ")}</p>
        </details>
      )}
      {may && <Add all={all} />}
    </section>
  );
}

function Add({ all }: { all: readonly Schemas["GivenLine"][] }) {
  const { run } = useDoing();
  const people = [...new Map(all.map((one) => [one.participant, one.identifier]))];
  const [who, setWho] = useState(people[0]?.[0] ?? "");
  const [nature, setNature] = useState<Nature>("transcript");
  const [fields, setFields] = useState({ date: "", said: "", changed: "" });
  const add = async () => {
    const name = people.find(([id]) => id === who)?.[1] ?? "";
    if (await run("given.add", { participants: [who], nature, ...fields }, { sentence: t("given.added", { who: name }), shows: SHOWS })) setFields({ date: "", said: "", changed: "" });
  };
  if (people.length === 0) return null;
  return (
    <form className="aside" onSubmit={(event) => { event.preventDefault(); void add(); }}>
      <h3>{t("given.addTitle")}</h3>
      <div className="tools">
        <label className="field choose">
          <span>{t("given.participant")}</span>
          <select value={who} onChange={(event) => setWho(event.target.value)}>
            {people.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
          </select>
        </label>
        <label className="field choose">
          <span>{t("given.what")}</span>
          <select value={nature} onChange={(event) => setNature(event.target.value as Nature)}>
            {NATURES.map((one) => <option key={one} value={one}>{t(`given.is.${one}`)}</option>)}
          </select>
        </label>
        <label className="field choose">
          <span>{t("given.when")}</span>
          <input type="text" aria-describedby="given-when" value={fields.date} onChange={(event) => setFields({ ...fields, date: event.target.value })} />
        </label>
      </div>
      <p id="given-when" className="soft small">{t("given.whenHelp")}</p>
      {(["said", "changed"] as const).map((field) => (
        <label key={field} className="field">
          <span>{t(`given.${field}`)}</span>
          <textarea value={fields[field]} onChange={(event) => setFields({ ...fields, [field]: event.target.value })} />
        </label>
      ))}
      <button type="submit" className="button">{t("given.add")}</button>
    </form>
  );
}
