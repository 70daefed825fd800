/**
 * From categories to themes, drawn: a line from each category to the themes it feeds, heavier where it is taken in
 * whole, dashed where it was dropped. The list beneath says the same in words, for whoever cannot or will not look.
 */
import { useId, useMemo } from "react";
import { within } from "../../app";
import { colourOf } from "../../lib/colours";
import { t } from "../../messages";
import type { CodeLine, Line } from "./flags";
import { HOW } from "./Origins";

const ROW = 30;
const LEFT = 260;
const RIGHT = 460;
const WIDTH = 760;

export default function Lineage({ lines, codes }: { lines: readonly Line[]; codes: readonly CodeLine[] }) {
  const title = useId();
  const drawn = useMemo(() => laid(lines, codes), [lines, codes]);
  if (lines.every((line) => line.lineage.length === 0)) return <p className="soft">{t("themes.noLineage")}</p>;
  return (
    <>
      <h2 id={title}>{t("themes.lineageTitle")}</h2>
      <div className="drawn" role="region" aria-labelledby={title} tabIndex={0}>
        <svg viewBox={`0 0 ${WIDTH} ${drawn.height}`} width={WIDTH} height={drawn.height} aria-hidden="true">
          {drawn.lines.map((one) => (
            <path
              key={one.key}
              d={`M ${LEFT} ${one.from} C ${LEFT + 100} ${one.from}, ${RIGHT - 100} ${one.to}, ${RIGHT} ${one.to}`}
              className={one.how === "dropped" ? "thread dropped" : one.whole ? "thread whole" : "thread"}
              style={{ stroke: one.colour }}
            />
          ))}
          {drawn.left.map((one) => (
            <text key={one.id} x={LEFT - 8} y={one.y} textAnchor="end" dominantBaseline="middle">{clip(one.name)}</text>
          ))}
          {drawn.right.map((one) => (
            <text key={one.id} x={RIGHT + 8 + one.depth * 14} y={one.y} dominantBaseline="middle" className={one.depth === 0 ? "strong" : undefined}>{clip(one.name)}</text>
          ))}
        </svg>
      </div>
      <h2>{t("themes.lineageWords")}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.theme.id}>
            <a href={`/themes/${line.theme.id}`} onClick={within}>{line.theme.label}</a>
            {line.lineage.length === 0 ? (
              <p className="soft">{t("themes.flag.nothing")}</p>
            ) : (
              <ul>
                {line.lineage.map((one) => (
                  <li key={one.id}>
                    {one.name}, {t(`themes.how.${one.how as (typeof HOW)[number]}`)}
                    {one.whole && `, ${t("themes.whole")}`}
                    {one.reason !== "" && `: ${one.reason}`}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function clip(name: string): string {
  const points = Array.from(name);
  return points.length <= 36 ? name : `${points.slice(0, 35).join("")}…`;
}

/** Where everything lies: origins in the order of the themes they feed, so that few lines cross. */
function laid(lines: readonly Line[], codes: readonly CodeLine[]) {
  const known = new Map(codes.map((one) => [one.code.id, one.code]));
  const left: { id: string; name: string; y: number }[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    for (const one of line.lineage) {
      if (one.kind === "theme" || seen.has(one.origin)) continue;
      seen.add(one.origin);
      left.push({ id: one.origin, name: one.name, y: 0 });
    }
  }
  const rows = Math.max(left.length, lines.length, 1);
  const height = rows * ROW + ROW;
  const step = (count: number) => (height - ROW) / Math.max(count, 1);
  left.forEach((one, at) => (one.y = ROW / 2 + (at + 0.5) * step(left.length)));
  const right = lines.map((line, at) => ({ id: line.theme.id, name: line.theme.label, depth: line.depth, y: ROW / 2 + (at + 0.5) * step(lines.length) }));
  const at = new Map([...left, ...right].map((one) => [one.id, one.y]));
  const drawn = lines.flatMap((line) =>
    line.lineage
      .filter((one) => one.kind !== "theme")
      .map((one) => {
        const code = known.get(one.origin);
        return { key: one.id, from: at.get(one.origin) ?? 0, to: at.get(line.theme.id) ?? 0, how: one.how, whole: one.whole, colour: code ? colourOf(code) : "currentColor" };
      }),
  );
  return { left, right, lines: drawn, height };
}
