/**
 * Charting: one participant at a time, the transcript on the left, what they say in each column on the right.
 *
 * What a careful reader would get wrong: it shows what lies in the columns, not all that was coded. The transcript has
 * every coding of the team on it; to code there, open it in Read and code.
 */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { ask, type Asked, type RowOf, type Schemas } from "../../api/client";
import { useSources } from "../../api/hooks";
import { within } from "../../app";
import { Empty, Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { useScope } from "../../lib/scope";
import { t } from "../../messages";
import { useHere } from "../compare/address";
import { labelOf } from "../compare/Arrange";
import { inWords } from "../compare/signs";
import { short, type Line } from "../compare/order";
import { Choose } from "../compare/pieces";
import { ItsTranscript, type Jump } from "./ItsTranscript";
import { Segments } from "./Segments";
import { Words } from "./Words";
import { placeOf } from "./cells";
import type { Place } from "./writing";

export default function Charting({ framework, study, may }: { framework: RowOf<"framework">; study: Schemas["StudyHere"]; may: boolean }) {
  const here = useHere();
  const scope = useScope();
  const options = useMemo<Asked<"framework">>(() => ({ ...scope, framework: framework.id, rows: "participants" }), [scope, framework.id]);
  const grid = useQuery({ queryKey: ["compare", "framework", options], queryFn: () => ask("framework", options), placeholderData: (before) => before });
  if (grid.error !== null) return <div className="page"><Problem error={grid.error} again={() => void grid.refetch()} /></div>;
  if (grid.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const lines = grid.data.rows as Line[];
  const at = lines.findIndex((one) => one.id === here.get("row", lines[0]?.id ?? ""));
  const line = lines[at];
  const back = `/framework?framework=${framework.id}`;
  if (line === undefined) {
    return (
      <div className="page">
        <Empty whole title={t("charting.gone")}><a href={back} onClick={within}>{t("charting.back")}</a></Empty>
      </div>
    );
  }
  const waiting = (row: number) => grid.data.cells[row]?.some((cell) => ["stale", "new material", "to write"].includes(cell.state)) ?? false;
  const todo = [...lines.keys()].map((step) => (at + 1 + step) % lines.length).find((row) => row !== at && waiting(row));
  const step = (row: number | undefined, name: "charting.before" | "charting.next" | "charting.nextToWrite") => {
    const other = row === undefined ? undefined : lines[row];
    return (
      <button type="button" className="button" disabled={other === undefined} onClick={() => other && here.change({ row: other.id }, true)}>{t(name)}</button>
    );
  };
  return (
    <div className="charting">
      <header className="row">
        <h1>{t("charting.title", { row: line.label })}</h1>
        <span className="soft">{t("charting.place", { place: at + 1, all: lines.length })}</span>
        <Choose label={t("charting.choose")} value={line.id} options={lines.map((one) => ({ value: one.id, label: one.label }))} onChange={(row) => here.change({ row }, true)} />
        {step(at > 0 ? at - 1 : undefined, "charting.before")}
        {step(at + 1 < lines.length ? at + 1 : undefined, "charting.next")}
        {step(todo, "charting.nextToWrite")}
        <a className="button" href={back} onClick={within}>{t("charting.back")}</a>
      </header>
      <One key={`${framework.id} ${line.id}`} line={line} options={options} study={study} may={may} />
    </div>
  );
}

function One({ line, options, study, may }: { line: Line; options: Asked<"framework">; study: Schemas["StudyHere"]; may: boolean }) {
  const found = useQuery({ queryKey: ["compare", "charting", options, line.key], queryFn: () => ask("charting", { options, row: line.key }), placeholderData: (before) => before });
  const sources = useSources();
  const { say } = useSay();
  const [chosen, setChosen] = useState("");
  const [jump, setJump] = useState<Jump | null>(null);
  const column = useRef<HTMLDivElement>(null);
  const data = found.data;
  const quotations = useMemo(() => new Map((data?.quotations ?? []).map((one) => [one.coding.id, one])), [data]);
  const columnsOf = useMemo(() => {
    const all = new Map<string, string[]>();
    for (const [at, cell] of (data?.cells ?? []).entries()) {
      for (const coding of new Set([...cell.codings, ...cell.own.flatMap((one) => one.segments)])) all.set(coding, [...(all.get(coding) ?? []), data?.columns[at]?.key ?? ""]);
    }
    return all;
  }, [data]);
  const names = useMemo(() => new Map((data?.columns as Line[] | undefined)?.map((one) => [one.key, labelOf(one)])), [data]);
  const hit = useCallback(
    (codings: readonly string[]) => {
      const keys = [...new Set(codings.flatMap((one) => columnsOf.get(one) ?? []))];
      if (codings.length === 0) return;
      if (keys.length === 0) {
        say(t("charting.inNoColumn"));
        return;
      }
      column.current?.querySelector(`[data-column="${CSS.escape(keys[0] ?? "")}"]`)?.scrollIntoView({ block: "start" });
      say(t("charting.inColumns", { columns: keys.map((one) => names.get(one) ?? "").join("; ") }));
    },
    [columnsOf, names, say],
  );
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (sources.error !== null) return <Problem error={sources.error} again={() => void sources.refetch()} />;
  if (data === undefined || sources.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const said = new Set(data.quotations.map((one) => one.source));
  const texts = sources.data.filter((one) => one.participant === line.id || said.has(one.id));
  const source = texts.find((one) => one.id === chosen) ?? texts[0];
  const show = (one: Schemas["Quotation"]) => {
    setChosen(one.source);
    setJump((before) => ({ source: one.source, start: one.coding.start, end: one.coding.end, id: one.coding.id, number: (before?.number ?? 0) + 1 }));
  };
  return (
    <div className="charting-two">
      <div className="charting-text">
        {source === undefined ? (
          <Empty title={t("charting.noSource", { row: line.label })}>{t("charting.noSourceDetail")}</Empty>
        ) : (
          <>
            <div className="row charting-source">
              {texts.length > 1 ? (
                <Choose label={t("charting.source")} value={source.id} options={texts.map((one) => ({ value: one.id, label: one.name }))} onChange={setChosen} />
              ) : <h2>{source.name}</h2>}
              <a className="button plain" href={`/read/${source.id}`} onClick={within}>{t("charting.codeMore")}</a>
            </div>
            <ItsTranscript key={source.id} source={source.id} study={study} jump={jump?.source === source.id ? jump : null} onHit={hit} />
          </>
        )}
      </div>
      <div className="charting-cells" ref={column} role="region" aria-label={t("charting.columns", { row: line.label })} tabIndex={0}>
        {data.cells.map((cell, at) => {
          const of = data.columns[at] as Line;
          const place: Place = { framework: data.framework, row: line.id, column: of.id, cell };
          return (
            <section key={of.key} data-column={of.key} aria-labelledby={`column-${short(of)}`}>
              <h2 id={`column-${short(of)}`}>{labelOf(of)}</h2>
              <p className="soft small">{inWords(Object.keys(cell.exposure).map((word) => [word, 0]))}</p>
              {may ? (
                <Words key={placeOf(place.framework, place.row, place.column)} place={place} label={t("framework.write", { row: line.label, column: of.label })} />
              ) : (
                cell.own.map((one) => <p key={one.id} className="summary-whole" dir="auto">{one.words}</p>)
              )}
              <details>
                <summary>{t("charting.segments", { count: new Set([...cell.codings, ...cell.own.flatMap((one) => one.segments)]).size })}{cell.state === "stale" && ` · ${t("framework.mark.stale")}`}</summary>
                <Segments place={place} quotations={quotations} may={may} level={3} onShow={show} />
              </details>
            </section>
          );
        })}
      </div>
    </div>
  );
}
