/**
 * The board: what feeds no theme yet on one side, themes as piles on the other.
 *
 * A category is put into a theme by dragging it there, or with "Put into …", which also asks how and why. Dragging does
 * not ask: the card then shows that its reason is missing, and a press on it says why.
 */
import { useState, type DragEvent } from "react";
import { within } from "../../app";
import { useDoing } from "../../components/doing";
import { Patch } from "../../components/parts";
import { t } from "../../messages";
import { flags, unplaced, type CodeLine, type Line } from "./flags";
import { Head } from "./Head";
import { Origins } from "./Origins";
import { PutInto } from "./PutInto";

const TYPE = "application/x-crosscase-origin";

/** What is dragged: a category, and the theme that it is dragged out of. */
interface Dragged {
  readonly origin: string;
  readonly from: string | null;
}

export function drag(event: DragEvent, dragged: Dragged): void {
  event.dataTransfer.setData(TYPE, JSON.stringify(dragged));
  event.dataTransfer.effectAllowed = "move";
}

export function Board({ analysis, lines, codes, may }: { analysis: string; lines: readonly Line[]; codes: readonly CodeLine[]; may: boolean }) {
  const [putting, setPutting] = useState<readonly CodeLine[] | null>(null);
  const top = lines.filter((line) => line.depth === 0);
  return (
    <div className="board">
      <Pool lines={lines} codes={codes} may={may} onPut={setPutting} />
      <section aria-label={t("themes.piles")}>
        {may && (
          <p>
            <button type="button" className="button" onClick={() => setPutting([])}>{t("themes.new")}</button>
          </p>
        )}
        {top.length === 0 && <p className="soft">{t("themes.none")}</p>}
        <ul className="piles list">
          {top.map((line) => (
            <Pile key={line.theme.id} line={line} lines={lines} codes={codes} may={may} />
          ))}
        </ul>
      </section>
      {putting !== null && <PutInto origins={putting} analysis={analysis} lines={lines} onClose={() => setPutting(null)} />}
    </div>
  );
}

function Pool({ lines, codes, may, onPut }: { lines: readonly Line[]; codes: readonly CodeLine[]; may: boolean; onPut: (codes: readonly CodeLine[]) => void }) {
  const [typed, setTyped] = useState("");
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const free = unplaced(codes, lines);
  const some = free.some((line) => line.code.category) || codes.some((line) => line.code.category);
  const offered = all ? codes.filter((line) => !line.code.retired) : some ? free.filter((line) => line.code.category) : free;
  const words = typed.trim().toLocaleLowerCase();
  const here = offered.filter((line) => words === "" || line.path.toLocaleLowerCase().includes(words));
  const picked = codes.filter((line) => chosen.has(line.code.id));
  return (
    <section className="pool" aria-labelledby="pool">
      <h2 id="pool">{t(all ? "themes.allCodes" : "themes.unplaced")}</h2>
      <label className="field">
        <span>{t("book.filter")}</span>
        <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <label className="row">
        <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
        {t("themes.showAll")}
      </label>
      {may && picked.length > 0 && (
        <p>
          <button
            type="button"
            className="button primary"
            onClick={() => {
              onPut(picked);
              setChosen(new Set());
            }}
          >
            {t("themes.putChosen", { count: picked.length })}
          </button>
        </p>
      )}
      {here.length === 0 && <p className="soft">{t(words !== "" ? "picker.none" : "themes.allPlaced")}</p>}
      <div className="cards" role="region" aria-label={t("themes.codes")} tabIndex={0}>
      <ul className="list">
        {here.map((line) => (
          // Dragging is the mouse's way; “Put into …” is everybody's.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li key={line.code.id} className="card" draggable={may} onDragStart={(event) => drag(event, { origin: line.code.id, from: null })}>
            <div className="row">
              {may && (
                <input
                  type="checkbox"
                  aria-label={t("themes.choose", { name: line.code.name })}
                  checked={chosen.has(line.code.id)}
                  onChange={() => {
                    const next = new Set(chosen);
                    if (!next.delete(line.code.id)) next.add(line.code.id);
                    setChosen(next);
                  }}
                />
              )}
              <Patch code={line.code} />
              <a href={`/codebook/${line.code.id}`} onClick={within}>{line.path}</a>
            </div>
            <div className="row">
              <span className="soft small">{t("themes.codings", { count: line.codings })}</span>
              {may && (
                <button type="button" className="button plain" aria-label={t("themes.putName", { name: line.code.name })} onClick={() => onPut([line])}>
                  {t("themes.put")}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      </div>
    </section>
  );
}

function Pile({ line, lines, codes, may }: { line: Line; lines: readonly Line[]; codes: readonly CodeLine[]; may: boolean }) {
  const { run } = useDoing();
  const [over, setOver] = useState(false);
  const { theme } = line;
  const below = lines.filter((one) => one.theme.parent === theme.id);
  const drop = (event: DragEvent) => {
    const words = event.dataTransfer.getData(TYPE);
    setOver(false);
    if (words === "") return;
    event.preventDefault();
    event.stopPropagation();
    const { origin, from } = JSON.parse(words) as Dragged;
    const name = codes.find((one) => one.code.id === origin)?.code.name ?? lines.find((one) => one.theme.id === origin)?.theme.label ?? "";
    const how = { sentence: t("themes.did", { name, theme: theme.label }), shows: ["themes", "theme"] };
    if (from === null) void run("lineage.develop", { theme: theme.id, origins: [origin], how: "grouped", whole: false, reason: "" }, how);
    else if (from !== theme.id) void run("lineage.move", { theme: from, origin, to: theme.id }, how);
  };
  return (
    // What is dropped here can also be put in with “Put into …”.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={over ? "pile over" : "pile"}
      onDragOver={(event) => {
        if (!may || !event.dataTransfer.types.includes(TYPE)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Head line={line} lines={lines} may={may} />
      <p className="soft small">
        {t(`themes.status.${theme.status}`)} · {t("themes.evidence", { for: line.for, against: line.against })}
      </p>
      {theme.meaning !== "" && <p className="small">{theme.meaning}</p>}
      {flags(line, lines).map((flag) => (
        <p key={flag} className="flag small">{t(`themes.flag.${flag}`)}</p>
      ))}
      <Origins line={line} lines={lines} may={may} />
      {below.length > 0 && (
        <ul className="list">
          {below.map((one) => (
            <Pile key={one.theme.id} line={one} lines={lines} codes={codes} may={may} />
          ))}
        </ul>
      )}
    </li>
  );
}
