/** A new passphrase, typed twice, with what has to be known about it. It is kept nowhere but in the fields. */
import { Field } from "./Field";
import { t } from "../messages";

export interface Typed {
  first: string;
  second: string;
}

const SHORT = 12;

/** What is wrong with it, in the order in which it is typed; empty: nothing. */
export function wrongWith(typed: Typed): { first?: string; second?: string } {
  if (typed.first.trim() === "") return { first: t("start.passphraseMissing") };
  if (typed.first !== typed.second) return { second: t("start.passphraseDiffers") };
  return {};
}

export function NewPassphrase({ typed, onType, wrong }: {
  typed: Typed;
  onType: (typed: Typed) => void;
  wrong: { first?: string | undefined; second?: string | undefined };
}) {
  const short = typed.first !== "" && Array.from(typed.first).length < SHORT;
  return (
    <>
      <Field label={t("start.passphrase")} hint={t("start.passphraseLost")} error={wrong.first}>
        {(tied) => <input {...tied} type="password" autoComplete="new-password" value={typed.first} onChange={(event) => onType({ ...typed, first: event.target.value })} />}
      </Field>
      {short && <p className="small soft" role="status">{t("start.passphraseShort")}</p>}
      <Field label={t("start.passphraseAgain")} error={wrong.second}>
        {(tied) => <input {...tied} type="password" autoComplete="new-password" value={typed.second} onChange={(event) => onType({ ...typed, second: event.target.value })} />}
      </Field>
    </>
  );
}
