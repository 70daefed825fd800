/**
 * One map: things of the study and free notes on a plane, moved by pointer or with the arrow keys, joined by arrows.
 *
 * What a careful reader would get wrong: while something is dragged it moves on the screen only; one act records where
 * it came to lie. Steps of the arrow keys are recorded together after a short rest. The list beneath holds everything
 * that is drawn, in words, and does everything that the drawing does.
 */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { read, type Schemas } from "../../api/client";
import { useDoing } from "../../components/doing";
import { Dialog, Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { go } from "../../lib/router";
import { t } from "../../messages";
import { AddItem, Connect } from "./DrawingForms";
import type { CodeLine, Line } from "./flags";
import { saved } from "./saveDrawing";

type Item = Schemas["ItemHere"];
type At = ReadonlyMap<string, { readonly x: number; readonly y: number }>;
const WIDE = 170;
const TALL = 56;
const STEP = 10;
const REST = 700;

export const wordsOf = (one: Item): string => (one.name !== "" ? one.name : one.item.note);

export function Drawing({ id, codes, themes, may }: { id: string; codes: readonly CodeLine[]; themes: readonly Line[]; may: boolean }) {
  const found = useQuery({ queryKey: ["map", id], queryFn: () => read("/api/maps/{name}", { path: { name: id } }) });
  const { run } = useDoing();
  const { say, refuse } = useSay();
  const [moved, setMoved] = useState<At>(new Map());
  const [current, setCurrent] = useState<string | null>(null);
  const [removing, setRemoving] = useState(false);
  const picture = useRef<SVGSVGElement>(null);
  const grip = useRef<{ id: string; dx: number; dy: number } | null>(null);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; at: At }>({ timer: undefined, at: new Map() });

  const record = useRef<(at: At) => void>(() => undefined);
  useEffect(() => {
    record.current = (at: At) => {
      waiting.current.at = new Map();
      if (at.size === 0) return;
      void run("map.move", { items: [...at].map(([item, place]) => ({ item, ...place })) }, { sentence: t("maps.moved"), shows: ["map"] }).then(() => setMoved(new Map()));
    };
  });
  // What was moved with keys and waits for its rest is kept when the screen is left.
  useEffect(() => {
    const held = waiting.current;
    return () => {
      clearTimeout(held.timer);
      record.current(held.at);
    };
  }, []);

  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  const { map, items, arrows } = found.data;
  const place = (one: Item) => moved.get(one.item.id) ?? { x: one.item.x, y: one.item.y };
  const at = new Map(items.map((one) => [one.item.id, place(one)]));
  const called = new Map(items.map((one) => [one.item.id, wordsOf(one)]));
  const xs = items.map((one) => place(one).x);
  const ys = items.map((one) => place(one).y);
  const box = { x: Math.min(0, ...xs) - WIDE, y: Math.min(0, ...ys) - TALL * 2, right: Math.max(600, ...xs) + WIDE, bottom: Math.max(360, ...ys) + TALL * 2 };

  const pointed = (event: PointerEvent): { x: number; y: number } => {
    const matrix = picture.current?.getScreenCTM();
    if (!matrix) return { x: 0, y: 0 };
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    return { x: Math.round(point.x), y: Math.round(point.y) };
  };
  const pressed = (event: KeyboardEvent, one: Item) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (step === undefined || !may) return;
    event.preventDefault();
    const far = event.shiftKey ? STEP * 5 : STEP;
    const from = place(one);
    const next = new Map(moved).set(one.item.id, { x: from.x + (step[0] ?? 0) * far, y: from.y + (step[1] ?? 0) * far });
    setMoved(next);
    clearTimeout(waiting.current.timer);
    waiting.current = { at: next, timer: setTimeout(() => record.current(next), REST) };
  };
  const remove = (one: Item) => void run("map.take_off", { items: [one.item.id] }, { sentence: t("maps.takenOff", { name: wordsOf(one) }), shows: ["map", "maps"] });

  return (
    <>
      <h2>{map.name}</h2>
      {items.length === 0 && <p className="soft">{t("maps.empty")}</p>}
      <div className="drawn" role="region" aria-label={t("maps.scroll")} tabIndex={0}>
        <svg
          ref={picture}
          className="map"
          role="application"
          aria-label={t("maps.plane", { name: map.name })}
          viewBox={`${box.x} ${box.y} ${box.right - box.x} ${box.bottom - box.y}`}
          width={box.right - box.x}
          height={box.bottom - box.y}
          onPointerMove={(event) => {
            const held = grip.current;
            if (held === null) return;
            const point = pointed(event);
            setMoved(new Map(moved).set(held.id, { x: point.x - held.dx, y: point.y - held.dy }));
          }}
          onPointerUp={() => {
            if (grip.current !== null) record.current(moved);
            grip.current = null;
          }}
        >
          <defs>
            <marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse">
              <path d="M 0 0 L 10 5 L 0 10 z" className="head" />
            </marker>
          </defs>
          {arrows.map((one) => {
            const [from, to] = [at.get(one.from_item), at.get(one.to_item)];
            if (from === undefined || to === undefined) return null;
            const [start, end] = [edge(from, to), edge(to, from)];
            return (
              <g key={one.id} aria-hidden="true">
                <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} className="arrow" markerEnd={one.heads === "none" ? undefined : "url(#head)"} markerStart={one.heads === "both" ? "url(#head)" : undefined} />
                {one.relation !== "" && <text x={(start.x + end.x) / 2} y={(start.y + end.y) / 2 - 6} textAnchor="middle" className="relation">{one.relation}</text>}
              </g>
            );
          })}
          {items.map((one) => {
            const { x, y } = place(one);
            return (
              <g
                key={one.item.id}
                role="img"
                tabIndex={0}
                aria-label={t(may ? "maps.item" : "maps.itemRead", { kind: kindOf(one), name: wordsOf(one) })}
                transform={`translate(${x} ${y})`}
                className={current === one.item.id ? "item current" : "item"}
                onFocus={() => setCurrent(one.item.id)}
                onKeyDown={(event) => pressed(event, one)}
                onPointerDown={(event) => {
                  if (!may || event.button !== 0) return;
                  const point = pointed(event);
                  grip.current = { id: one.item.id, dx: point.x - x, dy: point.y - y };
                  event.currentTarget.setPointerCapture(event.pointerId);
                }}
              >
                <rect x={-WIDE / 2} y={-TALL / 2} width={WIDE} height={TALL} rx={one.item.of === null ? 0 : 8} className={one.item.of === null ? "note" : "thing"} />
                <text textAnchor="middle" y={one.item.of === null ? 0 : -9} dominantBaseline="middle">
                  {broken(wordsOf(one)).map((words, row, all) => (
                    <tspan key={row} x={0} y={(one.item.of === null ? 0 : 8) + (row - (all.length - 1) / 2) * 15}>{words}</tspan>
                  ))}
                </text>
                {one.item.of !== null && <text textAnchor="middle" y={-TALL / 2 + 11} className="kind">{kindOf(one)}</text>}
              </g>
            );
          })}
        </svg>
      </div>
      {may && <p className="soft small">{t("maps.help")}</p>}
      {may && <AddItem map={id} items={items} codes={codes} themes={themes} />}
      {may && items.length > 1 && <Connect items={items} />}
      <h3>{t("maps.things")}</h3>
      {items.length === 0 ? <p className="soft">{t("maps.nothing")}</p> : (
        <ul>
          {items.map((one) => (
            <li key={one.item.id}>
              {t("maps.itemRead", { kind: kindOf(one), name: wordsOf(one) })}
              {one.item.of !== null && one.item.note !== "" && `: ${one.item.note}`}{" "}
              {may && <button type="button" className="button plain" aria-label={t("maps.takeOffName", { name: wordsOf(one) })} onClick={() => remove(one)}>{t("maps.takeOff")}</button>}
            </li>
          ))}
        </ul>
      )}
      <h3>{t("maps.arrows")}</h3>
      {arrows.length === 0 ? <p className="soft">{t("maps.noArrows")}</p> : (
        <ul>
          {arrows.map((one) => {
            const words = t(`maps.arrow.${one.heads}`, { from: called.get(one.from_item) ?? "", relation: one.relation === "" ? "→" : one.relation, to: called.get(one.to_item) ?? "" });
            return (
              <li key={one.id}>
                {words}{" "}
                {may && (
                  <button type="button" className="button plain" aria-label={t("maps.removeArrowName", { words })} onClick={() => void run("map.remove_arrow", { arrow: one.id }, { sentence: t("maps.arrowRemoved"), shows: ["map", "maps"] })}>
                    {t("maps.removeArrow")}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <div className="row">
        {(["svg", "png"] as const).map((form) => (
          <button key={form} type="button" className="button" disabled={items.length === 0} onClick={() => void saved(picture.current, map.name, form).then((name) => say(t("themes.saved", { name })), refuse)}>
            {t("themes.saveAs", { form })}
          </button>
        ))}
        {may && <button type="button" className="button danger" onClick={() => setRemoving(true)}>{t("maps.remove")}</button>}
      </div>
      {removing && (
        <Dialog title={t("maps.remove")} onClose={() => setRemoving(false)}>
          <p>{t("maps.removeWhat", { name: map.name })}</p>
          <div className="row">
            <button type="button" className="button danger" onClick={() => void run("map.remove", { map_: id }, { sentence: t("maps.removed", { name: map.name }), shows: ["maps"] }).then((done) => done && go("/themes/map"))}>{t("maps.removeIt")}</button>
            <button type="button" className="button" onClick={() => setRemoving(false)}>{t("book.cancel")}</button>
          </div>
        </Dialog>
      )}
    </>
  );
}

const KINDS = ["code", "theme", "case", "participant", "source", "memo"] as const;

function kindOf(one: Item): string {
  const kind = KINDS.find((each) => each === one.item.of_kind);
  return kind === undefined ? t("maps.kind.note") : t(`maps.kind.${kind}`);
}

/** Where a line from the middle of one box to another leaves it. */
function edge(from: { x: number; y: number }, to: { x: number; y: number }): { x: number; y: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const scale = Math.min(dx === 0 ? 1 : WIDE / 2 / Math.abs(dx), dy === 0 ? 1 : TALL / 2 / Math.abs(dy), 1);
  return { x: from.x + dx * scale, y: from.y + dy * scale };
}

/** Words in at most two lines of a box; the whole is in the list. */
function broken(words: string): string[] {
  const lines = [""];
  for (const word of words.split(/\s+/u)) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length > 22) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  const shown = lines.slice(0, 2).map((line) => (Array.from(line).length > 24 ? `${Array.from(line).slice(0, 23).join("")}…` : line));
  if (lines.length > 2) shown[1] = `${shown[1] ?? ""} …`;
  return shown;
}
