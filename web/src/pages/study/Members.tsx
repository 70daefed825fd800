/** Who works on the study, what they may do, and as whom one works here. */
import { useState } from "react";
import { act, plain, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import { Saved } from "./Saved";

type Member = Schemas["Member"];
const PERMISSIONS = ["owner", "editor", "coder", "independent coder", "reader"] as const;

const again = () => queries.invalidateQueries({ queryKey: ["study"] });

export function Members({ study }: { study: Schemas["StudyHere"] }) {
  const { say, refuse } = useSay();
  const [name, setName] = useState("");
  const [permission, setPermission] = useState<Member["permission"]>("editor");
  const me = study.me.member;
  const owns = study.me.may.includes("own");
  const be = (member: Member) => {
    plain("PUT", "/api/me", {}, { member: member.id, always: false })
      .then(() => {
        say(t("set.now", { name: member.name }));
        return queries.invalidateQueries();
      })
      .catch(refuse);
  };
  return (
    <section>
      <h2 id="members">{t("set.members")}</h2>
      <p>{t("set.membersWhat")}</p>
      <div className="scrolled" role="region" tabIndex={0} aria-labelledby="members">
        <table className="lined">
          <caption className="apart">{t("set.members")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("set.member")}</th>
              <th scope="col">{t("set.permission")}</th>
            </tr>
          </thead>
          <tbody>
            {study.members.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  {owns || one.id === me?.id ? (
                    <Saved bare label={t("set.memberOf", { name: one.name })} words={one.name} onSave={(to) => act("member.rename", { member: one.id, name: to }).then(() => { say(t("set.renamed", { name: one.name, to })); return again(); })} />
                  ) : (
                    one.name
                  )}
                  {one.id === me?.id && <span className="soft small"> {t("set.you")}</span>}
                  {one.nature === "machine" && <span className="soft small"> {t("set.machine")}</span>}
                </th>
                <td>
                  {owns ? (
                    <select
                      aria-label={t("set.permissionOf", { name: one.name })}
                      value={one.permission}
                      onChange={(event) => {
                        const chosen = PERMISSIONS.find((each) => each === event.target.value) ?? one.permission;
                        act("member.permit", { member: one.id, permission: chosen }).then(() => { say(t("set.permitted", { name: one.name })); return again(); }).catch(refuse);
                      }}
                    >
                      {PERMISSIONS.map((each) => <option key={each} value={each}>{t(`set.may.${each}`)}</option>)}
                    </select>
                  ) : (
                    t(`set.may.${one.permission}`)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {owns && (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            act("member.add", { name, permission }).then(() => { say(t("set.added", { name })); setName(""); return again(); }).catch(refuse);
          }}
        >
          <label className="field">
            <span>{t("set.addMember")}</span>
            <input type="text" value={name} onChange={(event) => setName(event.target.value)} />
          </label>
          <label className="field">
            <span>{t("set.permission")}</span>
            <select value={permission} onChange={(event) => setPermission(PERMISSIONS.find((each) => each === event.target.value) ?? "editor")}>
              {PERMISSIONS.map((each) => <option key={each} value={each}>{t(`set.may.${each}`)}</option>)}
            </select>
          </label>
          <button type="submit" className="button" disabled={name.trim() === ""}>{t("set.add")}</button>
        </form>
      )}
      {study.members.length > 1 && (
        <details>
          <summary>{t("set.beSomebody")}</summary>
          <p>{t("set.beWhat")}</p>
          <div className="row">
            {study.members.filter((one) => one.id !== me?.id).map((one) => (
              <button key={one.id} type="button" className="button" onClick={() => be(one)}>{t("set.be", { name: one.name })}</button>
            ))}
          </div>
        </details>
      )}
    </section>
  );
}
