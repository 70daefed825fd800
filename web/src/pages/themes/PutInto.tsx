/** Putting categories into a theme, one that is there or a new one, with how and why: the way that needs no mouse. */
import { useState } from "react";
import type { Given } from "../../api/client";
import { useDoing } from "../../components/doing";
import { Dialog } from "../../components/parts";
import { t } from "../../messages";
import type { CodeLine, Line } from "./flags";
import { How } from "./Origins";

const NEW = "new";

export function PutInto({ origins, analysis, lines, onClose }: { origins: readonly CodeLine[]; analysis: string; lines: readonly Line[]; onClose: () => void }) {
  const { run } = useDoing();
  const [theme, setTheme] = useState(origins.length === 0 ? NEW : (lines[0]?.theme.id ?? NEW));
  const one = origins.length === 1 ? origins[0] : undefined;
  const [name, setName] = useState(one?.code.name ?? "");
  const [how, setHow] = useState("grouped");
  const [whole, setWhole] = useState(false);
  const [reason, setReason] = useState("");
  const names = origins.map((each) => each.code.name).join(", ");
  const save = () => {
    const shows = ["themes", "theme"];
    const ids = origins.map((each) => each.code.id);
    const doing =
      theme === NEW
        ? run("theme.begin", { analysis, name, origins: ids, how, reason } as Given<"theme.begin">, { sentence: t("themes.begun", { name }), shows })
        : run("lineage.develop", { theme, origins: ids, how, whole, reason } as Given<"lineage.develop">, {
            sentence: t("themes.did", { name: names, theme: lines.find((each) => each.theme.id === theme)?.theme.label ?? "" }),
            shows,
          });
    void doing.then((done) => done && onClose());
  };
  return (
    <Dialog title={origins.length === 0 ? t("themes.new") : t("themes.putTitle", { names })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {origins.length > 0 && (
          <label className="field">
            <span>{t("themes.inTheme")}</span>
            <select
              value={theme}
              onChange={(event) => {
                setTheme(event.target.value);
                if (event.target.value === NEW && origins.length === 1) setHow("promoted");
              }}
            >
              {lines.map((each) => (
                <option key={each.theme.id} value={each.theme.id}>{`${"– ".repeat(each.depth)}${each.theme.label}`}</option>
              ))}
              <option value={NEW}>{t("themes.aNew")}</option>
            </select>
          </label>
        )}
        {theme === NEW && (
          <label className="field">
            <span>{t("themes.label")}</span>
            <input type="text" required value={name} onChange={(event) => setName(event.target.value)} />
          </label>
        )}
        <label className="field">
          <span>{t("themes.reason")}</span>
          <textarea value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        {origins.length > 0 && <How how={how} onHow={setHow} whole={whole} onWhole={theme === NEW ? null : setWhole} />}
        <div className="row">
          <button type="submit" className="button primary">{t(theme === NEW ? "themes.begin" : "themes.putIt")}</button>
          <button type="button" className="button" onClick={onClose}>{t("book.cancel")}</button>
        </div>
      </form>
    </Dialog>
  );
}
