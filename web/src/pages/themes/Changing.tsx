/** Splitting a theme off from one, and dropping a theme, each with the reason why. */
import { useState } from "react";
import type { Given, Schemas } from "../../api/client";
import { useDoing } from "../../components/doing";
import { Dialog } from "../../components/parts";
import { go } from "../../lib/router";
import { t } from "../../messages";
import type { Line } from "./flags";

export function Split({ line, evidence, onClose }: { line: Line; evidence: readonly Schemas["Placed"][]; onClose: () => void }) {
  const { run } = useDoing();
  const [name, setName] = useState("");
  const [reason, setReason] = useState("");
  const [origins, setOrigins] = useState<ReadonlySet<string>>(new Set());
  const codings = evidence.filter((one) => origins.has(one.quotation.code)).map((one) => one.quotation.coding.id);
  return (
    <Dialog title={t("themes.splitOff", { name: line.theme.label })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const given = { theme: line.theme.id, name, origins: [...origins], codings, reason } as Given<"theme.split">;
          void run("theme.split", given, { sentence: t("themes.splitDone", { name }), shows: ["themes", "theme"] }).then((done) => {
            if (done !== null) go(`/themes/${done.value}`);
          });
        }}
      >
        <label className="field">
          <span>{t("themes.newLabel")}</span>
          <input type="text" required value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <fieldset className="group">
          <legend>{t("themes.takes")}</legend>
          {line.lineage.map((one) => (
            <p key={one.id}>
              <label className="row">
                <input
                  type="checkbox"
                  checked={origins.has(one.origin)}
                  onChange={() => {
                    const next = new Set(origins);
                    if (!next.delete(one.origin)) next.add(one.origin);
                    setOrigins(next);
                  }}
                />
                {one.name}
              </label>
            </p>
          ))}
          <p className="soft small">{t("themes.takesEvidence", { count: codings.length })}</p>
        </fieldset>
        <label className="field">
          <span>{t("themes.reason")}</span>
          <textarea value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <div className="row">
          <button type="submit" className="button primary" disabled={name.trim() === ""}>{t("themes.splitIt")}</button>
          <button type="button" className="button" onClick={onClose}>{t("book.cancel")}</button>
        </div>
      </form>
    </Dialog>
  );
}

export function Drop({ line, onClose }: { line: Line; onClose: () => void }) {
  const { run } = useDoing();
  const [reason, setReason] = useState("");
  return (
    <Dialog title={t("themes.dropTitle", { name: line.theme.label })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run("theme.remove", { theme: line.theme.id }, { sentence: t("themes.dropped", { name: line.theme.label }), shows: ["themes"], because: reason }).then((done) => {
            if (done !== null) go("/themes");
          });
        }}
      >
        <p>{t("themes.dropWhat", { evidence: line.for + line.against, origins: line.lineage.length })}</p>
        <label className="field">
          <span>{t("themes.reason")}</span>
          <textarea required value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <div className="row">
          <button type="submit" className="button danger">{t("themes.dropIt")}</button>
          <button type="button" className="button" onClick={onClose}>{t("book.cancel")}</button>
        </div>
      </form>
    </Dialog>
  );
}
