/** A button that opens a study; where it is encrypted, its passphrase is asked for in place. */
import { useState } from "react";
import { Refused } from "../../api/client";
import { Field } from "../../components/Field";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { openStudy } from "./opening";

export function OpenOne({ path, name, primary = false }: { path: string; name: string; primary?: boolean }) {
  const [asking, setAsking] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const open = () => {
    setBusy(true);
    setError(null);
    openStudy(path, passphrase).catch((failed: unknown) => {
      setBusy(false);
      if (failed instanceof Refused && failed.code === "encrypted") setAsking(true);
      else setError(failed);
    });
  };
  const wrong = error instanceof Refused && error.code === "wrong-passphrase";
  return (
    <form onSubmit={(event) => { event.preventDefault(); open(); }}>
      {asking && (
        <Field label={t("start.encrypted", { name })} error={wrong ? t("start.wrongPassphrase") : undefined}>
          {/* The field appears because its own button was pressed: there is where one goes on. */}
          {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
          {(tied) => <input {...tied} autoFocus type="password" autoComplete="current-password" value={passphrase} onChange={(event) => setPassphrase(event.target.value)} />}
        </Field>
      )}
      {error !== null && !wrong && <Problem error={error} />}
      <button type="submit" className={primary ? "button primary" : "button"} disabled={busy}>
        {busy ? t("start.opening") : asking ? t("start.openIt") : name}
      </button>
    </form>
  );
}
