/** A new study: title, name, place, and if wanted a passphrase. What is wrong is said beside the field it is about. */
import { useState, type SyntheticEvent } from "react";
import { plain, Refused, type Schemas } from "../../api/client";
import { Field } from "../../components/Field";
import { Folders, inFolder } from "../../components/Folders";
import { NewPassphrase, wrongWith } from "../../components/NewPassphrase";
import { Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import { arrived } from "./opening";

type Faults = Partial<Record<"title" | "member" | "place" | "first" | "second", string>>;
const OTHER = "";
const NAMES: Record<string, "start.documents" | "start.desktop" | "start.home"> = { Documents: "start.documents", Desktop: "start.desktop", Home: "start.home" };
/** Codes of refusals that are about where the file is to lie. */
const OF_PLACE = new Set(["cannot-open", "bad-value", "refused", "no-such-place", "not-found", "machine"]);

/** A title as the name of a file: letters and digits of any script, joined by hyphens. */
export function fileName(title: string): string {
  const words = title.normalize("NFC").toLocaleLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.join("-").slice(0, 60) || "study";
}

export function New({ start }: { start: Schemas["StartHere"] }) {
  const { say } = useSay();
  const [title, setTitle] = useState("");
  const [member, setMember] = useState(start.member);
  const [chosen, setChosen] = useState(start.folder);
  const [other, setOther] = useState("");
  const [named, setNamed] = useState<string | null>(null);
  const [encrypted, setEncrypted] = useState(false);
  const [typed, setTyped] = useState({ first: "", second: "" });
  const [faults, setFaults] = useState<Faults>({});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const folder = chosen === OTHER ? other : chosen;
  const name = named ?? fileName(title);
  const path = inFolder(folder, name.endsWith(".crosscase") ? name : `${name}.crosscase`);

  const mend = (field: keyof Faults) => setFaults((before) => Object.fromEntries(Object.entries(before).filter(([name]) => name !== field)));

  const make = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const found: Faults = encrypted ? wrongWith(typed) : {};
    if (title.trim() === "") found.title = t("start.studyTitleMissing");
    if (member.trim() === "") found.member = t("start.meMissing");
    setFaults(found);
    setError(null);
    if (Object.keys(found).length > 0) {
      requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    setBusy(true);
    plain("POST", "/api/start/new", {}, { path, title: title.trim(), member: member.trim(), passphrase: encrypted ? typed.first : "" })
      .then((made) => {
        say(`${t("start.made", { title: title.trim() })} ${t("start.next")}`);
        return arrived(made as Schemas["StudyHere"], "/import");
      })
      .catch((failed: unknown) => {
        setBusy(false);
        if (failed instanceof Refused && OF_PLACE.has(failed.code)) setFaults({ place: failed.message });
        else if (failed instanceof Refused && failed.code === "unfit-passphrase") setFaults({ first: failed.message });
        else setError(failed);
        requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      });
  };

  return (
    <div className={chosen === OTHER ? "sides" : undefined}>
      <form className="narrow" onSubmit={make} noValidate>
        <Field label={t("start.studyTitle")} hint={t("start.studyTitleHint")} error={faults.title}>
          {(tied) => <input {...tied} type="text" value={title} onChange={(event) => { setTitle(event.target.value); mend("title"); }} />}
        </Field>
        <Field label={t("start.me")} hint={t("start.meHint")} error={faults.member}>
          {(tied) => <input {...tied} type="text" autoComplete="name" value={member} onChange={(event) => { setMember(event.target.value); mend("member"); }} />}
        </Field>
        <fieldset className="choices">
          <legend>{t("start.where")}</legend>
          {start.places.map((place) => (
            <label key={place.path} className="row choice">
              <input type="radio" name="place" checked={chosen === place.path} onChange={() => setChosen(place.path)} />
              {t(NAMES[place.name] ?? "start.home")} <span className="soft small path">{place.path}</span>
            </label>
          ))}
          <label className="row choice">
            <input type="radio" name="place" checked={chosen === OTHER} onChange={() => { setChosen(OTHER); setOther(other === "" ? start.folder : other); }} />
            {t("start.otherFolder")}
          </label>
          {start.places.find((place) => place.path === chosen && place.synced !== "") && (
            <p className="note">{t("start.synced", { by: start.places.find((place) => place.path === chosen)?.synced ?? "" })}</p>
          )}
        </fieldset>
        <Field label={t("start.file")} hint={<span className="path">{t("start.fileHint", { path })}</span>} error={faults.place}>
          {(tied) => <input {...tied} type="text" spellCheck={false} value={name} onChange={(event) => { setNamed(event.target.value); mend("place"); }} />}
        </Field>
        <label className="row choice">
          <input type="checkbox" checked={encrypted} onChange={(event) => setEncrypted(event.target.checked)} />
          {t("start.encrypt")}
        </label>
        <p className="soft small">{t("start.encryptHint")}</p>
        {encrypted && <NewPassphrase typed={typed} onType={setTyped} wrong={faults} />}
        {error !== null && <Problem error={error} />}
        <button type="submit" className="button primary" disabled={busy}>{t(busy ? "start.making" : "start.make")}</button>
      </form>
      {chosen === OTHER && (
        <section className="aside">
          <h2>{t("start.otherFolder")}</h2>
          <Folders folder={other} onFolder={(here) => setOther(here.path)} />
        </section>
      )}
    </div>
  );
}
