/** Switching it on: a configurational analysis is begun with the reason why this design. */
import { useState } from "react";
import { useDoing } from "../../components/doing";
import { Field } from "../../components/Field";
import { t } from "../../messages";
import { SHOWS } from "./shared";

export function Begin({ first = false }: { first?: boolean }) {
  const { run } = useDoing();
  const [open, setOpen] = useState(first);
  const [name, setName] = useState("");
  const [why, setWhy] = useState("");
  const [question, setQuestion] = useState("");
  if (!open) return <p><button type="button" className="button" onClick={() => setOpen(true)}>{t("qca.another")}</button></p>;
  const begin = async () => {
    const done = await run("configuration.begin", { name, why, question }, { sentence: t("qca.begun", { name }), shows: SHOWS });
    if (done !== null) setOpen(false);
  };
  return (
    <form
      className="aside narrow" aria-label={t("qca.begin")}
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <h2>{t(first ? "qca.begin" : "qca.another")}</h2>
      <Field label={t("qca.name")}>{(tied) => <input {...tied} type="text" required value={name} onChange={(event) => setName(event.target.value)} />}</Field>
      <Field label={t("qca.question")}>{(tied) => <input {...tied} type="text" value={question} onChange={(event) => setQuestion(event.target.value)} />}</Field>
      <Field label={t("qca.why")}>{(tied) => <textarea {...tied} required rows={3} value={why} onChange={(event) => setWhy(event.target.value)} />}</Field>
      <div className="row">
        <button type="submit" className="button primary" disabled={name.trim() === "" || why.trim() === ""}>{t("qca.begin")}</button>
        {!first && <button type="button" className="button" onClick={() => setOpen(false)}>{t("qca.cancel")}</button>}
      </div>
    </form>
  );
}
