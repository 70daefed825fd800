/** Replication by case: what a theme lets expect, and what was found; what is not written is a gap and says so. */
import { useState } from "react";
import { act, type Given, type Schemas } from "../../api/client";
import { useRows } from "../../api/hooks";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import { Saving } from "../compare/pieces";
import type { Line } from "./flags";
import { WordsIn } from "./WordsIn";

type Set = Given<"replication.set">;
type Nature = NonNullable<Set["nature"]>;
type Found = NonNullable<Set["found"]>;
const NATURES = ["literal", "theoretical"] as const;
const FOUND = ["open", "as expected", "not as expected", "cannot say"] as const;

export function Replication({ all, lines, may }: { all: readonly Schemas["ReplicationLine"][]; lines: readonly Line[]; may: boolean }) {
  const { run } = useDoing();
  const cases = useRows("case").data?.filter((one) => one.merged_into === null).sort((one, two) => one.position - two.position || one.code.localeCompare(two.code));
  const [chosen, setChosen] = useState(all[0]?.theme ?? "");
  const theme = lines.find((one) => one.theme.id === chosen) ?? lines[0];
  if (theme === undefined || cases === undefined) return null;
  const id = theme.theme.id;
  const there = new Map(all.filter((one) => one.theme === id && !one.gap).map((one) => [one.case, one]));
  const set = (code: string, fields: Omit<Set, "theme">) => void run("replication.set", { theme: id, ...fields }, { sentence: t("replication.kept", { case: code }), shows: ["compare"] });
  return (
    <section aria-labelledby="replication">
      <h2 id="replication">{t("replication.title")}</h2>
      <p className="soft">{t("replication.lead")}</p>
      <div className="tools">
        <label className="field choose">
          <span>{t("replication.theme")}</span>
          <select value={id} onChange={(event) => setChosen(event.target.value)}>
            {lines.map((one) => <option key={one.theme.id} value={one.theme.id}>{one.theme.label}</option>)}
          </select>
        </label>
      </div>
      <div className="grid-scroller standing-table" role="region" tabIndex={0} aria-label={t("replication.caption", { theme: theme.theme.label })}>
        <table className="sides">
          <caption className="apart">{t("replication.caption", { theme: theme.theme.label })}</caption>
          <thead>
            <tr>{(["case", "nature", "expected", "found", "note"] as const).map((one) => <th key={one} scope="col">{t(`replication.${one}`)}</th>)}</tr>
          </thead>
          <tbody>
            {cases.map((one) => {
              const line = there.get(one.id);
              const name = (field: "nature" | "expected" | "found" | "note") => t("replication.field", { field: t(`replication.${field}`), case: one.code });
              const words = (field: "expected" | "note") =>
                may ? (
                  <WordsIn key={`${id} ${one.id}`} place={`replication ${id} ${one.id} ${field}`} label={name(field)} stored={line?.[field] ?? ""} save={(next) => act("replication.set", { theme: id, case: one.id, [field]: next })} />
                ) : <span dir="auto">{line?.[field]}</span>;
              return (
                <tr key={one.id}>
                  <th scope="row">{one.code}{line === undefined && <span className="soft small gap-said">{t("replication.gap")}</span>}</th>
                  <td>
                    {may ? (
                      <select aria-label={name("nature")} value={line?.nature ?? ""} onChange={(event) => set(one.code, { case: one.id, nature: event.target.value as Nature })}>
                        {line === undefined && <option value="" disabled>–</option>}
                        {NATURES.map((each) => <option key={each} value={each}>{t(`replication.is.${each}`)}</option>)}
                      </select>
                    ) : line !== undefined && t(`replication.is.${line.nature as Nature}`)}
                  </td>
                  <td>{words("expected")}</td>
                  <td>
                    {may ? (
                      <select aria-label={name("found")} value={line?.found ?? ""} onChange={(event) => set(one.code, { case: one.id, found: event.target.value as Found })}>
                        {line === undefined && <option value="" disabled>–</option>}
                        {FOUND.map((each) => <option key={each} value={each}>{t(`replication.found.${each}`)}</option>)}
                      </select>
                    ) : line !== undefined && t(`replication.found.${line.found as Found}`)}
                  </td>
                  <td>{words("note")}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {all.length > 0 && <Saving drawing={{ of: "standing", options: { table: "replication", theme: id } }} title={t("replication.caption", { theme: theme.theme.label })} />}
    </section>
  );
}
