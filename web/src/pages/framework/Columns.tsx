/** Which themes and codes are charted, and in which order: put in, taken out, moved, then kept as one act. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read, type RowOf } from "../../api/client";
import { useCodebook } from "../../api/hooks";
import { useDoing } from "../../components/doing";
import { Dialog } from "../../components/parts";
import { useSay } from "../../components/said";
import { matching } from "../../lib/fuzzy";
import { t } from "../../messages";

export interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly kind: "theme" | "code";
}

/** All that can be a column, themes first; what is retired cannot. */
function useChartable(): Chosen[] | null {
  const board = useQuery({ queryKey: ["themes"], queryFn: () => read("/api/themes") }).data;
  const book = useCodebook().data;
  if (board === undefined || book === undefined) return null;
  return [
    ...board.themes.map((line): Chosen => ({ id: line.theme.id, name: line.theme.label, kind: "theme" })),
    ...book.codes.filter((line) => !line.code.retired).map((line): Chosen => ({ id: line.code.id, name: line.path, kind: "code" })),
  ];
}

/** A list that is put together: what is in it in its order, and what can be put in. */
export function Picking({ chosen, onChange }: { chosen: readonly string[]; onChange: (chosen: string[]) => void }) {
  const all = useChartable();
  const [typed, setTyped] = useState("");
  const { say } = useSay();
  if (all === null) return <p className="soft">{t("app.loading")}</p>;
  const byId = new Map(all.map((one) => [one.id, one]));
  const offered = matching(typed.trim(), all.filter((one) => !chosen.includes(one.id)), (one) => one.name);
  const shown = offered.slice(0, MOST);
  const move = (from: number, to: number) => {
    const next = [...chosen];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
    say(t("compare.movedTo", { name: byId.get(chosen[from] ?? "")?.name ?? "", place: to + 1, of: chosen.length }));
  };
  return (
    <>
      <h3>{t("framework.columnsNow")}</h3>
      {chosen.length === 0 && <p className="soft">{t("framework.columnsNone")}</p>}
      <ol className="list arrange picked">
        {chosen.map((id, at) => {
          const name = byId.get(id)?.name ?? "…";
          return (
            <li key={id}>
              <span>{name} {byId.get(id)?.kind === "theme" && <span className="soft small">{t("framework.isTheme")}</span>}</span>
              <span className="row">
                <button type="button" className="button plain" disabled={at === 0} aria-label={t("compare.up", { name })} onClick={() => move(at, at - 1)}>↑</button>
                <button type="button" className="button plain" disabled={at === chosen.length - 1} aria-label={t("compare.down", { name })} onClick={() => move(at, at + 1)}>↓</button>
                <button type="button" className="button" aria-label={t("framework.takeOut", { name })} onClick={() => onChange(chosen.filter((one) => one !== id))}>{t("framework.takeOutShort")}</button>
              </span>
            </li>
          );
        })}
      </ol>
      <label className="field">
        <span>{t("framework.find")}</span>
        <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <ul className="list arrange">
        {shown.map((one) => (
          <li key={one.id}>
            <span>{one.name} {one.kind === "theme" && <span className="soft small">{t("framework.isTheme")}</span>}</span>
            <button type="button" className="button" aria-label={t("framework.putIn", { name: one.name })} onClick={() => onChange([...chosen, one.id])}>{t("framework.putInShort")}</button>
          </li>
        ))}
      </ul>
      {offered.length > shown.length && <p className="soft small">{t("framework.foundMore", { count: offered.length - shown.length })}</p>}
    </>
  );
}
const MOST = 8;

export function Columns({ framework, name, charted, onClose }: { framework: string; name: string; charted: readonly RowOf<"framework_column">[]; onClose: () => void }) {
  const { run } = useDoing();
  const [chosen, setChosen] = useState<readonly string[]>(charted.map((one) => one.of));
  const keep = async () => {
    const done = await run("framework.columns", { framework, columns: [...chosen] }, { sentence: t("framework.columnsKept", { count: chosen.length }), shows: ["rows", "compare"] });
    if (done !== null) onClose();
  };
  return (
    <Dialog title={t("framework.columnsTitle", { name })} onClose={onClose}>
      <p className="soft">{t("framework.columnsHelp")}</p>
      <Picking chosen={chosen} onChange={setChosen} />
      <div className="row">
        <button type="button" className="button primary" disabled={chosen.length === 0} onClick={() => void keep()}>{t("framework.keepColumns")}</button>
        <button type="button" className="button" onClick={onClose}>{t("framework.leave")}</button>
      </div>
    </Dialog>
  );
}
