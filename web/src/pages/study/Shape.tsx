/** What the study is about, and the shape it takes when it is time: method family, sampling roles, identifiers. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act, read, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import { Saved } from "./Saved";

const FAMILIES = ["reflexive TA", "codebook TA", "framework", "grounded theory", "content analysis", "mixed"] as const;
const listed = (typed: string, by: RegExp) => typed.split(by).map((one) => one.trim()).filter((one) => one !== "");
const again = () => queries.invalidateQueries({ queryKey: ["study"] });

export function About({ study }: { study: Schemas["StudyHere"] }) {
  const { say } = useSay();
  const may = study.me.may.includes("edit");
  const { settings } = study;
  const save = (given: Parameters<typeof act<"study.change">>[1]) => act("study.change", given).then(() => { say(t("set.saved")); return again(); });
  return (
    <section className="narrow">
      <h2>{t("set.what")}</h2>
      {!may && <p>{t("set.reader")}</p>}
      <Saved label={t("set.name")} words={settings.title} disabled={!may} onSave={(title) => save({ title })} />
      <Saved label={t("set.questions")} lines words={settings.questions.join("\n")} disabled={!may} onSave={(typed) => save({ questions: listed(typed, /\n/u) })} />
      <Saved label={t("set.aims")} lines words={settings.aims} disabled={!may} onSave={(aims) => save({ aims })} />
      <Saved label={t("set.ethics")} words={settings.ethics} disabled={!may} onSave={(ethics) => save({ ethics })} />
    </section>
  );
}

export function Shape({ study }: { study: Schemas["StudyHere"] }) {
  const { say, refuse } = useSay();
  const [misfits, setMisfits] = useState<readonly string[]>([]);
  const may = study.me.may.includes("edit");
  return (
    <section>
      <h2>{t("set.shape")}</h2>
      <p>{t("set.shapeWhat")}</p>
      <Families may={may} />
      <h3 id="roles">{t("set.roles")}</h3>
      <p>{t("set.rolesWhat")}</p>
      {study.roles.length > 0 && (
        <div className="scrolled" role="region" tabIndex={0} aria-labelledby="roles">
          <table className="lined">
            <caption className="apart">{t("set.roles")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("set.role")}</th>
                <th scope="col">{t("set.codes")}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {study.roles.map((role) => (
                <tr key={role.id}>
                  <th scope="row">
                    <Saved bare label={t("set.roleOf", { name: role.name })} words={role.name} disabled={!may} onSave={(name) => act("role.change", { role: role.id, name }).then(() => { say(t("set.saved")); return again(); })} />
                  </th>
                  <td>
                    <Saved bare label={t("set.codesOf", { name: role.name })} words={role.codes.join(", ")} disabled={!may} onSave={(typed) => act("role.change", { role: role.id, codes: listed(typed, /,/u) }).then(() => { say(t("set.saved")); return again(); })} />
                  </td>
                  <td>
                    {may && (
                      <button type="button" className="button" aria-label={t("set.removeRole", { name: role.name })} onClick={() => { act("role.remove", { role: role.id }).then(() => { say(t("set.removed", { name: role.name })); return again(); }).catch(refuse); }}>
                        {t("set.remove")}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {may && <AddOne label={t("set.addRole")} onAdd={(name) => act("role.add", { name }).then(again)} />}
      <div className="narrow">
        <Saved
          label={t("set.grammar")}
          hint={t("set.grammarHint", { example: "{case}{role}{number:02}" })}
          words={study.settings.grammar}
          disabled={!may}
          onSave={(grammar) => act("study.change", { grammar }).then((done) => { setMisfits(done.value); say(t("set.saved")); return again(); })}
        />
        {misfits.length > 0 && <p className="note">{t("set.misfits", { names: misfits.join(", ") })}</p>}
      </div>
    </section>
  );
}

function Families({ may }: { may: boolean }) {
  const { say, refuse } = useSay();
  const found = useQuery({ queryKey: ["things", "analysis"], queryFn: () => read("/api/rows/analysis") });
  const refresh = () => queries.invalidateQueries({ queryKey: ["things", "analysis"] });
  return (
    <>
      <h3>{t("set.family")}</h3>
      <p>{t("set.familyWhat")}</p>
      {found.data?.length === 0 && <p className="soft">{t("set.familyNone")}</p>}
      {found.data?.map((one) => (
        <label key={one.id} className="field narrow">
          <span>{t("set.familyOf", { name: one.name })}</span>
          <select
            value={one.family}
            disabled={!may}
            onChange={(event) => {
              const family = FAMILIES.find((each) => each === event.target.value) ?? "mixed";
              act("analysis.change", { analysis: one.id, family }).then(() => { say(t("set.saved")); return refresh(); }).catch(refuse);
            }}
          >
            {FAMILIES.map((each) => <option key={each} value={each}>{t(`set.family.${each}`)}</option>)}
          </select>
        </label>
      ))}
      {may && <AddOne label={t("set.addAnalysis")} onAdd={(name) => act("analysis.add", { name }).then(refresh)} />}
    </>
  );
}

function AddOne({ label, onAdd }: { label: string; onAdd: (name: string) => Promise<unknown> }) {
  const { say, refuse } = useSay();
  const [name, setName] = useState("");
  return (
    <form className="row" onSubmit={(event) => { event.preventDefault(); onAdd(name).then(() => { say(t("set.saved")); setName(""); }).catch(refuse); }}>
      <label className="field">
        <span>{label}</span>
        <input type="text" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={name.trim() === ""}>{t("set.add")}</button>
    </form>
  );
}
