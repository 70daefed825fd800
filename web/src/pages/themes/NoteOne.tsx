/** A case or a participant that a person noticed, put on the list by hand: no rule found it. */
import { useState } from "react";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import { usePeople } from "./againstIt";

export function NoteOne({ kind, about, label }: { kind: "theme" | "code"; about: string; label: string }) {
  const { run } = useDoing();
  const { cases, people } = usePeople();
  const [chosen, setChosen] = useState("");
  const [thing_kind, thing] = chosen.split(":") as ["case" | "participant", string | undefined];
  const name = cases.find((one) => one.id === thing)?.code ?? people.find((one) => one.id === thing)?.identifier ?? "";
  return (
    <form
      className="row fields narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (thing === undefined) return;
        const candidates = [{ about_kind: kind, about, thing_kind, thing, rule: "by hand" }];
        void run("negative.note", { candidates }, { sentence: t("against.noted", { name, label }), shows: ["negatives", "themes"] }).then((done) => done !== null && setChosen(""));
      }}
    >
      <label className="field">
        <span>{t("against.note", { label })}</span>
        <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{t("themes.pick")}</option>
          <optgroup label={t("axis.cases")}>
            {cases.map((one) => <option key={one.id} value={`case:${one.id}`}>{one.name === "" ? one.code : `${one.code} · ${one.name}`}</option>)}
          </optgroup>
          <optgroup label={t("axis.participants")}>
            {people.map((one) => <option key={one.id} value={`participant:${one.id}`}>{one.identifier}</option>)}
          </optgroup>
        </select>
      </label>
      <button type="submit" className="button" disabled={thing === undefined}>{t("against.noteIt")}</button>
    </form>
  );
}
