/** The sheet of keys, and whether single letters are commands at all (WCAG 2.1.4). */
import { t, type Key } from "../messages";
import { Dialog } from "./parts";
import { usePreference } from "./prefs";

const EVERYWHERE: [string, Key][] = [
  ["?", "keys.sheet"],
  ["Ctrl+Z", "keys.undo"],
];
const IN_THE_TEXT: [string, Key][] = [
  ["← → ↑ ↓", "keys.move"],
  ["Home, End", "keys.ends"],
  ["W, S, T", "keys.take"],
  ["C, Enter", "keys.code"],
  ["I", "keys.inVivo"],
  ["R", "keys.repeat"],
  ["1–9", "keys.pinned"],
  ["M", "keys.mark"],
  ["P", "keys.paraphrase"],
  ["H", "keys.content"],
  ["E", "keys.correct"],
  ["K", "keys.memo"],
  ["L", "keys.list"],
  ["N", "keys.next"],
  [".", "keys.nextOf"],
  ["G", "keys.through"],
  ["U", "keys.uncoded"],
  ["B", "keys.resize"],
  ["Delete", "keys.remove"],
  ["Ctrl+F", "keys.find"],
  ["F3", "keys.findNext"],
  ["X", "keys.leave"],
  ["Escape", "keys.escape"],
];
const IN_TABLES: [string, Key][] = [
  ["← → ↑ ↓", "keys.cells"],
  ["Home, End", "keys.row"],
  ["Enter", "keys.openCell"],
  ["Alt+← → ↑ ↓", "keys.line"],
  ["Escape", "keys.closeCell"],
];
const ON_THE_BENCH: [string, Key][] = [
  ["1–6", "keys.decide"],
  ["N", "keys.nextPair"],
  ["Ctrl+Enter", "keys.doDecide"],
];

export function KeySheet({ onClose }: { onClose: () => void }) {
  const [single, setSingle] = usePreference("keys", "on");
  return (
    <Dialog title={t("keys.title")} onClose={onClose}>
      {[
        [t("keys.everywhere"), EVERYWHERE] as const,
        [t("keys.text"), IN_THE_TEXT] as const,
        [t("keys.tables"), IN_TABLES] as const,
        [t("keys.bench"), ON_THE_BENCH] as const,
      ].map(([title, keys]) => (
        <section key={title}>
          <h3>{title}</h3>
          {keys === IN_THE_TEXT && <p className="small">{t("keys.hearing")}</p>}
          <table>
            <tbody>
              {keys.map(([key, what]) => (
                <tr key={key}>
                  <th scope="row">
                    <kbd>{key}</kbd>
                  </th>
                  <td>{t(what)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <p>
        <label className="row">
          <input type="checkbox" checked={single === "on"} onChange={(event) => setSingle(event.target.checked ? "on" : "off")} />
          {t("keys.single")}
        </label>
      </p>
      <button type="button" className="button primary" onClick={onClose}>
        {t("app.close")}
      </button>
    </Dialog>
  );
}
