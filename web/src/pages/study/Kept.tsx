/** Where the study lies, what opens it, its backups, and the paragraph for an ethics form. */
import { useQuery } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { plain, read, Refused, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { Backups } from "../../components/Backups";
import { Field } from "../../components/Field";
import { NewPassphrase, wrongWith } from "../../components/NewPassphrase";
import { Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { bytes, moment, t } from "../../messages";
import { leaveStudy } from "../start/opening";
import { paragraph } from "./paragraph";

export function Kept({ study }: { study: Schemas["StudyHere"] }) {
  const found = useQuery({ queryKey: ["keeping"], queryFn: () => read("/api/keeping") });
  const { refuse } = useSay();
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  const kept = found.data;
  return (
    <>
      <section>
        <h2>{t("set.where")}</h2>
        {kept.place === "file" ? (
          <dl className="facts">
            <div><dt>{t("set.file")}</dt><dd className="path">{kept.path}</dd></div>
            <div><dt>{t("set.size")}</dt><dd>{bytes(kept.size)}</dd></div>
            <div><dt>{t("set.encryption")}</dt><dd>{t(kept.encrypted ? "set.encrypted" : "set.plain")}</dd></div>
            <div><dt>{t("set.register")}</dt><dd className="path">{kept.register.there ? t("set.registerThere", { path: kept.register.path }) : t("set.registerNone")}</dd></div>
          </dl>
        ) : (
          <p>{t("set.database")}</p>
        )}
        {kept.synced !== "" && <p className="note">{t("start.synced", { by: kept.synced })}</p>}
        {study.notes.map((note) => <p key={note} className="note">{note}</p>)}
        {kept.place === "file" && study.me.may.includes("own") && <Encrypting kept={kept} />}
        <div className="row">
          <button type="button" className="button" onClick={() => void leaveStudy().catch(refuse)}>{t("set.leave")}</button>
          <span className="soft small">{t("set.leaveWhat")}</span>
        </div>
      </section>
      {kept.place === "file" && <BackedUp kept={kept} />}
      <Ethics kept={kept} />
    </>
  );
}

function Encrypting({ kept }: { kept: Schemas["Keeping"] }) {
  const { say } = useSay();
  const [typed, setTyped] = useState({ first: "", second: "" });
  const [old, setOld] = useState("");
  const [wrong, setWrong] = useState<{ old?: string; first?: string; second?: string }>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const seal = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const missing = wrongWith(typed);
    setWrong(missing);
    setError(null);
    const show = () => requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
    if (Object.keys(missing).length > 0) {
      show();
      return;
    }
    setBusy(true);
    plain("POST", "/api/keeping/encrypt", {}, { passphrase: typed.first, old })
      .then(() => {
        say(t(kept.encrypted ? "set.changeDone" : "set.encryptDone"));
        setTyped({ first: "", second: "" });
        setOld("");
        return queries.invalidateQueries();
      })
      .catch((failed: unknown) => {
        if (failed instanceof Refused && failed.code === "wrong-passphrase") setWrong({ old: t("set.oldWrong") });
        else if (failed instanceof Refused && failed.code === "unfit-passphrase") setWrong({ first: failed.message });
        else setError(failed);
        show();
      })
      .finally(() => setBusy(false));
  };
  return (
    <details className="narrow">
      <summary>{t(kept.encrypted ? "set.change" : "set.encrypt")}</summary>
      <form onSubmit={seal} noValidate>
        {kept.encrypted && (
          <Field label={t("set.old")} error={wrong.old}>
            {(tied) => <input {...tied} type="password" autoComplete="current-password" value={old} onChange={(event) => setOld(event.target.value)} />}
          </Field>
        )}
        <NewPassphrase typed={typed} onType={setTyped} wrong={wrong} />
        <p className="soft small">{t("set.encryptElse")}</p>
        {error !== null && <Problem error={error} />}
        <button type="submit" className="button primary" disabled={busy}>{t(busy ? "set.encrypting" : kept.encrypted ? "set.changeDo" : "set.encryptDo")}</button>
      </form>
    </details>
  );
}

function BackedUp({ kept }: { kept: Schemas["Keeping"] }) {
  const { say, refuse } = useSay();
  const [open, setOpen] = useState(false);
  const last = kept.backups[0];
  const name = kept.path.split(/[/\\]/u).at(-1) ?? kept.path;
  return (
    <section>
      <h2>{t("set.backups")}</h2>
      {kept.backups_in === "" ? (
        <p>{t("set.backupsOff")}</p>
      ) : (
        <>
          <p className="path">
            {t("set.backupsIn", { folder: kept.backups_in })} {last === undefined ? t("set.backupNone") : t("set.backupLast", { when: moment(last.made) })}
          </p>
          <button
            type="button"
            className="button"
            onClick={() => {
              plain("POST", "/api/keeping/backup")
                .then(() => {
                  say(t("set.backupMade"));
                  void queries.invalidateQueries({ queryKey: ["keeping"] });
                  void queries.invalidateQueries({ queryKey: ["backups"] });
                })
                .catch(refuse);
            }}
          >
            {t("set.backupNow")}
          </button>
        </>
      )}
      {kept.backups.length > 0 && (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t("set.backupsAll")}</summary>
          {open && (
            <Backups
              path={kept.path}
              name={name}
              onRestored={(made) => {
                say(t("start.restored", { when: moment(made) }));
                void queries.invalidateQueries();
              }}
            />
          )}
        </details>
      )}
    </section>
  );
}

function Ethics({ kept }: { kept: Schemas["Keeping"] }) {
  const { say } = useSay();
  const words = paragraph(kept);
  return (
    <section className="narrow">
      <h2>{t("set.paragraph")}</h2>
      <p>{t("set.paragraphWhat")}</p>
      <blockquote className="aside">{words}</blockquote>
      <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(words).then(() => say(t("set.copied")), () => say(t("set.copyFailed")))}>
        {t("set.copy")}
      </button>
    </section>
  );
}
