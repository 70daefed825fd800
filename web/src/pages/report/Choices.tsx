/**
 * Which parts a report has and in which order, by mouse and by keys; and what of the quotations.
 *
 * What a careful reader would get wrong: a button that can do nothing any more keeps the focus, so that whoever moves a
 * part up step by step is not thrown off the list at its top.
 */
import { useState } from "react";
import type { RowOf } from "../../api/client";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import { moved, QUOTATIONS, type Chosen } from "./chosen";
import { partName } from "./jobs";

interface Props {
  chosen: Chosen;
  analyses: readonly RowOf<"analysis">[];
  onChoose: (chosen: Chosen) => void;
}

export function Choices({ chosen, analyses, onChoose }: Props) {
  return (
    <>
      <Parts chosen={chosen} onChoose={onChoose} />
      <section aria-labelledby="report-quotations">
        <h2 id="report-quotations">{t("report.quotations")}</h2>
        <label className="field">
          <span>{t("report.howMany")}</span>
          <select value={chosen.quotations} onChange={(event) => onChoose({ ...chosen, quotations: Number(event.target.value) })}>
            {QUOTATIONS.map((count) => <option key={count} value={count}>{count}</option>)}
          </select>
        </label>
        {analyses.length > 1 && (
          <label className="field">
            <span>{t("report.analysis")}</span>
            <select value={chosen.analysis} onChange={(event) => onChoose({ ...chosen, analysis: event.target.value })}>
              <option value="">{t("report.allAnalyses")}</option>
              {analyses.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
            </select>
          </label>
        )}
        <Tick on={chosen.covered} label={t("report.covered")} onChange={(covered) => onChoose({ ...chosen, covered })} />
        <Tick on={chosen.unreviewed} label={t("report.unreviewed")} onChange={(unreviewed) => onChoose({ ...chosen, unreviewed })} />
      </section>
    </>
  );
}

function Parts({ chosen, onChoose }: Pick<Props, "chosen" | "onChoose">) {
  const { say } = useSay();
  const [dragged, setDragged] = useState<number | null>(null);
  const last = chosen.parts.length - 1;
  const move = (from: number, to: number) => {
    const part = chosen.parts[from];
    if (part === undefined || to < 0 || to > last || to === from) return;
    onChoose(moved(chosen, from, to));
    say(t("report.moved", { part: partName(part.key), place: to + 1, of: last + 1 }));
  };
  return (
    <section aria-labelledby="report-parts">
      <h2 id="report-parts">{t("report.parts")}</h2>
      <p className="soft small">{t("report.partsHow")}</p>
      <ol className="list report-parts">
        {chosen.parts.map((part, place) => (
          // Dragging is the mouse's way; the arrows are everybody's.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={part.key}
            draggable
            className={dragged === place ? "dragged" : undefined}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              event.dataTransfer.setData("text/plain", partName(part.key));
              setDragged(place);
            }}
            onDragOver={(event) => {
              if (dragged !== null) event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) move(dragged, place);
              setDragged(null);
            }}
            onDragEnd={() => setDragged(null)}
          >
            <Tick
              on={part.taken}
              label={partName(part.key)}
              onChange={(taken) => onChoose({ ...chosen, parts: chosen.parts.map((one) => (one.key === part.key ? { ...one, taken } : one)) })}
            />
            <span className="movers">
              <Mover sign="↑" can={place > 0} label={t("report.up", { part: partName(part.key) })} onMove={() => move(place, place - 1)} />
              <Mover sign="↓" can={place < last} label={t("report.down", { part: partName(part.key) })} onMove={() => move(place, place + 1)} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Mover({ sign, can, label, onMove }: { sign: string; can: boolean; label: string; onMove: () => void }) {
  return (
    <button type="button" className="button plain" aria-disabled={can ? undefined : true} aria-label={label} title={label} onClick={onMove}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

function Tick({ on, label, onChange }: { on: boolean; label: string; onChange: (on: boolean) => void }) {
  return (
    <label className="row tick">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
