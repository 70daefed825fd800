/** Beginning a framework; its name and note; its versions. A version is a framework of its own that began as a copy. */
import { useState } from "react";
import type { RowOf } from "../../api/client";
import { useDoing } from "../../components/doing";
import { Dialog } from "../../components/parts";
import { go } from "../../lib/router";
import { t } from "../../messages";
import { Picking } from "./Columns";

const SHOWS = ["rows", "compare"];

export function Begin({ onClose }: { onClose: () => void }) {
  const { run } = useDoing();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const begin = async () => {
    const done = await run("framework.add", { name, columns: [...chosen] }, { sentence: t("framework.begun", { name }), shows: SHOWS });
    if (done === null) return;
    onClose();
    go(`/framework?framework=${done.value}`);
  };
  return (
    <Dialog title={t("framework.begin")} onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); void begin(); }}>
        <label className="field">
          <span>{t("framework.name")}</span>
          <input type="text" required value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <Picking chosen={chosen} onChange={setChosen} />
        <div className="row">
          <button type="submit" className="button primary" disabled={name.trim() === ""}>{t("framework.begin")}</button>
          <button type="button" className="button" onClick={onClose}>{t("app.close")}</button>
        </div>
      </form>
    </Dialog>
  );
}

export function About({ framework, all, onClose, onGo }: {
  framework: RowOf<"framework">;
  all: readonly RowOf<"framework">[];
  onClose: () => void;
  onGo: (framework: string) => void;
}) {
  const { run } = useDoing();
  const id = framework.id;
  const label = `${framework.name} ${framework.version}`;
  const [name, setName] = useState(framework.name);
  const [note, setNote] = useState(framework.note);
  const [version, setVersion] = useState("");
  const others = all.filter((one) => one.name === framework.name && one.id !== id);
  const rename = async () => {
    if (await run("framework.change", { framework: id, name, note }, { sentence: t("framework.renamed", { name }), shows: SHOWS })) onClose();
  };
  const begin = async () => {
    const done = await run("framework.add_version", { framework: id, version }, { sentence: t("framework.versionBegun", { version }), shows: SHOWS });
    if (done === null) return;
    onClose();
    onGo(done.value);
  };
  const remove = async () => {
    if (await run("framework.remove", { framework: id }, { sentence: t("framework.removed", { name: label }), shows: SHOWS }) === null) return;
    onClose();
    go("/framework");
  };
  return (
    <Dialog title={t("framework.aboutTitle", { name: label })} onClose={onClose}>
      <section>
        <h3>{t("framework.versions")}</h3>
        {others.length > 0 && (
          <ul className="list">
            {others.map((one) => (
              <li key={one.id}><button type="button" className="button plain" onClick={() => { onClose(); onGo(one.id); }}>{one.name} {one.version}</button></li>
            ))}
          </ul>
        )}
        <form className="row" onSubmit={(event) => { event.preventDefault(); void begin(); }}>
          <label className="field">
            <span>{t("framework.newVersion")}</span>
            <input type="text" required value={version} onChange={(event) => setVersion(event.target.value)} />
          </label>
          <button type="submit" className="button" disabled={version.trim() === ""}>{t("framework.makeVersion")}</button>
        </form>
        <p className="soft small">{t("framework.versionsHelp")}</p>
      </section>
      <form onSubmit={(event) => { event.preventDefault(); void rename(); }}>
        <h3>{t("framework.rename")}</h3>
        <label className="field">
          <span>{t("framework.name")}</span>
          <input type="text" required value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label className="field">
          <span>{t("framework.note")}</span>
          <textarea value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        <button type="submit" className="button" disabled={name.trim() === ""}>{t("framework.keepName")}</button>
      </form>
      <section>
        <h3>{t("framework.remove")}</h3>
        <p className="soft small">{t("framework.removeHelp")}</p>
        <button type="button" className="button danger" onClick={() => void remove()}>{t("framework.remove")}</button>
      </section>
      <p><button type="button" className="button" onClick={onClose}>{t("app.close")}</button></p>
    </Dialog>
  );
}
