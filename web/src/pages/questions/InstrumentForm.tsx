/** Making or changing an instrument, and beginning a version of it. What was typed stays when it is refused. */
import { useState, type SyntheticEvent, type ReactNode } from "react";
import { Dialog } from "../../components/parts";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import { SHOWS, titleOf, type Instrument } from "./guides";

export function InstrumentForm({ of, onClose }: { of: Instrument | null; onClose: () => void }) {
  const { run } = useDoing();
  const [name, setName] = useState(of?.instrument.name ?? "");
  const [version, setVersion] = useState(of?.instrument.version ?? "1");
  const [nature, setNature] = useState<"guide" | "questionnaire">(of?.instrument.nature ?? "guide");
  const [description, setDescription] = useState(of?.instrument.description ?? "");
  const save = async () => {
    const given = { name, version, nature, description };
    const how = { sentence: t("guides.saved", { name: `${name} ${version}` }), shows: SHOWS };
    const done = of === null ? await run("instrument.add", given, how) : await run("instrument.change", { instrument: of.instrument.id, ...given }, how);
    if (done !== null) onClose();
  };
  return (
    <Form title={of === null ? t("guides.add") : t("guides.changeWhat", { name: titleOf(of) })} ready={name.trim() !== "" && version.trim() !== ""} onSave={() => void save()} onClose={onClose}>
      <label className="field"><span>{t("guides.name")}</span><input type="text" value={name} onChange={(event) => setName(event.target.value)} /></label>
      <label className="field"><span>{t("guides.versionName")}</span><input type="text" value={version} onChange={(event) => setVersion(event.target.value)} /></label>
      <fieldset className="group">
        <legend>{t("guides.kind")}</legend>
        {(["guide", "questionnaire"] as const).map((one) => (
          <label key={one} className="row"><input type="radio" name="nature" checked={nature === one} onChange={() => setNature(one)} /> {t(`guides.kind.${one}`)}</label>
        ))}
      </fieldset>
      <label className="field"><span>{t("guides.description")}</span><textarea rows={3} value={description} onChange={(event) => setDescription(event.target.value)} /></label>
    </Form>
  );
}

export function VersionForm({ of, onClose }: { of: Instrument; onClose: () => void }) {
  const { run } = useDoing();
  const [version, setVersion] = useState("");
  const save = async () => {
    const done = await run("instrument.add_version", { instrument: of.instrument.id, version }, { sentence: t("guides.saved", { name: `${of.instrument.name} ${version}` }), shows: SHOWS });
    if (done !== null) onClose();
  };
  return (
    <Form title={t("guides.versionOf", { name: titleOf(of) })} ready={version.trim() !== ""} onSave={() => void save()} onClose={onClose}>
      <p>{t("guides.versionMeans")}</p>
      <label className="field"><span>{t("guides.versionName")}</span><input type="text" value={version} onChange={(event) => setVersion(event.target.value)} /></label>
    </Form>
  );
}

/** A dialog that saves; nothing in it is lost by a refusal. */
export function Form({ title, ready, onSave, onClose, children }: { title: string; ready: boolean; onSave: () => void; onClose: () => void; children: ReactNode }) {
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          if (ready) onSave();
        }}
      >
        {children}
        <div className="row">
          <button type="submit" className="button primary" disabled={!ready}>{t("guides.save")}</button>
          <button type="button" className="button" onClick={onClose}>{t("guides.cancel")}</button>
        </div>
      </form>
    </Dialog>
  );
}
