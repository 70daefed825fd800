/** The backups of a study: what each holds, what is lost by going back to it, and going back once that was seen. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { plain, read, Refused, type Schemas } from "../api/client";
import { bytes, moment, t, type Key } from "../messages";
import { Field } from "./Field";
import { Problem } from "./parts";

type Backup = Schemas["BackupHere"];
type Plan = Schemas["RestorePlan"];

export function Backups({ path, name, onRestored }: {
  path: string;
  name: string;
  onRestored: (made: number, passphrase: string) => void;
}) {
  const found = useQuery({ queryKey: ["backups", path], queryFn: () => read("/api/start/backups", { query: { path } }) });
  const [chosen, setChosen] = useState<Backup | null>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const ask = (backup: Backup, trial: boolean) => {
    setBusy(true);
    setError(null);
    plain("POST", "/api/start/restore", {}, { path, number: backup.number, trial, passphrase })
      .then((answer) => {
        setAsking(false);
        if (trial) setPlan(answer as Plan);
        else onRestored(backup.made, passphrase);
      })
      .catch((failed: unknown) => {
        if (failed instanceof Refused && failed.code === "encrypted") setAsking(true);
        else setError(failed);
      })
      .finally(() => setBusy(false));
  };
  const look = (backup: Backup) => {
    setChosen(backup);
    setPlan(null);
    ask(backup, true);
  };

  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  if (found.data.length === 0) return <p>{t("start.backupsNone")}</p>;
  const wrong = error instanceof Refused && error.code === "wrong-passphrase";
  return (
    <>
      <div className="scrolled" role="region" tabIndex={0} aria-label={t("start.backups", { name })}>
        <table className="lined">
          <caption className="apart">{t("start.backups", { name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("start.backupMade")}</th>
              <th scope="col" className="num">{t("start.backupEntries")}</th>
              <th scope="col" className="num">{t("start.backupSize")}</th>
              <th scope="col">{t("start.backupReason")}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {found.data.map((one) => (
              <tr key={one.number}>
                <th scope="row">{moment(one.made)}</th>
                <td className="num">{one.entries ?? "?"}</td>
                <td className="num">{bytes(one.size)}</td>
                <td>{t(`start.reason.${one.reason}` as Key)}</td>
                <td>
                  <button type="button" className="button" aria-label={t("start.backupLook", { when: moment(one.made) })} aria-current={chosen?.number === one.number} disabled={busy} onClick={() => look(one)}>
                    {t("start.backupChoose")}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen !== null && asking && (
        <form className="narrow" onSubmit={(event) => { event.preventDefault(); ask(chosen, true); }}>
          <Field label={t("start.encrypted", { name })} error={wrong ? t("start.wrongPassphrase") : undefined}>
            {(tied) => <input {...tied} type="password" autoComplete="current-password" value={passphrase} onChange={(event) => setPassphrase(event.target.value)} />}
          </Field>
          <button type="submit" className="button">{t("start.backupChoose")}</button>
        </form>
      )}
      {error !== null && !(wrong && asking) && <Problem error={error} />}
      {chosen !== null && plan !== null && (
        <section className="narrow aside" aria-live="polite">
          <h3>{t("start.plan", { when: moment(plan.made) })}</h3>
          {plan.present === "damaged" && <p>{t("start.planDamaged")}</p>}
          {plan.present === "missing" && <p>{t("start.planMissing")}</p>}
          {plan.lost.length === 0 && plan.present === "whole" && <p>{t("start.planNothing")}</p>}
          {plan.lost.length > 0 && (
            <>
              <p>{t("start.planLost")}</p>
              <ul>
                {plan.lost.map((one) => (
                  <li key={one.member}>{t("start.planWho", { member: one.member, entries: one.entries, first: moment(one.first), last: moment(one.last) })}</li>
                ))}
              </ul>
            </>
          )}
          {plan.erasures > 0 && <p>{t("start.planErasures", { count: plan.erasures })}</p>}
          {plan.present === "whole" && <p>{t("start.planSaved")}</p>}
          <div className="row">
            <button type="button" className="button danger" disabled={busy} onClick={() => ask(chosen, false)}>{t("start.restoreIt")}</button>
            <button type="button" className="button" onClick={() => { setChosen(null); setPlan(null); }}>{t("start.cancel")}</button>
          </div>
        </section>
      )}
    </>
  );
}
