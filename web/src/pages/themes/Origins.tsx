/** What a theme was developed from, each with how and why; a press changes that, moves it, or takes it out. */
import { useState } from "react";
import { type Given } from "../../api/client";
import { useDoing } from "../../components/doing";
import { Dialog } from "../../components/parts";
import { t } from "../../messages";
import { drag } from "./Board";
import type { Line } from "./flags";

type Origin = Line["lineage"][number];
export const HOW = ["grouped", "promoted", "split", "dropped"] as const;

export function Origins({ line, lines, may }: { line: Line; lines: readonly Line[]; may: boolean }) {
  const [open, setOpen] = useState<Origin | null>(null);
  return (
    <>
      <ul className="list">
        {line.lineage.map((one) => (
          // Dragging is the mouse's way; “Change …” is everybody's.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li key={one.id} className={one.how === "dropped" ? "card dropped" : "card"} draggable={may} onDragStart={(event) => drag(event, { origin: one.origin, from: line.theme.id })}>
            <div className="row">
              <strong className="small">{one.name}</strong>
              <span className="soft small">
                {t(`themes.how.${one.how as (typeof HOW)[number]}`)}
                {one.whole && ` · ${t("themes.whole")}`}
                {one.kind === "theme" && ` · ${t("themes.aTheme")}`}
              </span>
            </div>
            <p className={one.reason === "" ? "soft small" : "small"}>{one.reason === "" ? t("themes.noReason") : one.reason}</p>
            {may && (
              <button type="button" className="button plain" aria-label={t("themes.changeName", { name: one.name, theme: line.theme.label })} onClick={() => setOpen(one)}>
                {t("themes.change")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {open !== null && <Change origin={open} line={line} lines={lines} onClose={() => setOpen(null)} />}
    </>
  );
}

function Change({ origin, line, lines, onClose }: { origin: Origin; line: Line; lines: readonly Line[]; onClose: () => void }) {
  const { run } = useDoing();
  const [theme, setTheme] = useState(line.theme.id);
  const [how, setHow] = useState(origin.how);
  const [whole, setWhole] = useState(origin.whole);
  const [reason, setReason] = useState(origin.reason);
  const shows = ["themes", "theme"];
  const save = async () => {
    const to = lines.find((one) => one.theme.id === theme)?.theme.label ?? "";
    if (theme !== line.theme.id) {
      const moved = await run("lineage.move", { theme: line.theme.id, origin: origin.origin, to: theme, reason }, { sentence: t("themes.did", { name: origin.name, theme: to }), shows });
      if (moved === null) return;
    }
    if (how !== origin.how || whole !== origin.whole || (reason !== origin.reason && theme === line.theme.id)) {
      const given = { theme, origins: [origin.origin], how, whole, reason } as Given<"lineage.develop">;
      if ((await run("lineage.develop", given, { sentence: t("themes.saidWhy"), shows })) === null) return;
    }
    onClose();
  };
  return (
    <Dialog title={t("themes.originOf", { name: origin.name, theme: line.theme.label })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label className="field">
          <span>{t("themes.reason")}</span>
          <textarea value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <How how={how} onHow={setHow} whole={whole} onWhole={origin.kind === "code" ? setWhole : null} />
        <label className="field">
          <span>{t("themes.inTheme")}</span>
          <select value={theme} onChange={(event) => setTheme(event.target.value)}>
            {lines.filter((one) => one.theme.id !== origin.origin).map((one) => (
              <option key={one.theme.id} value={one.theme.id}>{`${"– ".repeat(one.depth)}${one.theme.label}`}</option>
            ))}
          </select>
        </label>
        <div className="row">
          <button type="submit" className="button primary">{t("themes.save")}</button>
          <button
            type="button"
            className="button danger"
            onClick={() =>
              void run("lineage.forget", { theme: line.theme.id, origins: [origin.origin] }, { sentence: t("themes.takenOut", { name: origin.name, theme: line.theme.label }), shows, because: reason === origin.reason ? "" : reason }).then((done) => done && onClose())
            }
          >
            {t("themes.takeOut")}
          </button>
          <button type="button" className="button" onClick={onClose}>{t("book.cancel")}</button>
        </div>
      </form>
    </Dialog>
  );
}

export function How({ how, onHow, whole, onWhole }: { how: string; onHow: (how: string) => void; whole: boolean; onWhole: ((whole: boolean) => void) | null }) {
  return (
    <>
      <label className="field">
        <span>{t("themes.how")}</span>
        <select value={how} onChange={(event) => onHow(event.target.value)}>
          {HOW.map((one) => (
            <option key={one} value={one}>{t(`themes.how.${one}`)}</option>
          ))}
        </select>
      </label>
      {onWhole !== null && (
        <p>
          <label className="row">
            <input type="checkbox" checked={whole} onChange={(event) => onWhole(event.target.checked)} />
            {t("themes.wholeHelp")}
          </label>
        </p>
      )}
    </>
  );
}
