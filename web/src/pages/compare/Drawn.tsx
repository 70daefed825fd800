/** A figure with the same data beside it as a table; what draws is loaded when the first figure is asked for. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { ask } from "../../api/client";
import { Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import { fileName, keep, savedAs, type Drawing } from "./files";
import { Notes } from "./pieces";

type Vega = typeof import("./vega");

/** `children`: the table beside it, where it can do more than be read. */
export function Drawn({ drawing, title, children }: { drawing: Drawing; title: string; children?: ReactNode }) {
  const { say, refuse } = useSay();
  const place = useRef<HTMLDivElement>(null);
  const [wrong, setWrong] = useState<unknown>(null);
  const [drawn, setDrawn] = useState<Awaited<ReturnType<Vega["draw"]>> | null>(null);
  const figure = useQuery({ queryKey: ["compare", "figure", drawing], queryFn: () => ask("figure", drawing) });
  const table = useQuery({ queryKey: ["compare", "table", drawing], queryFn: () => ask("table", drawing), enabled: children === undefined });

  useEffect(() => {
    const here = place.current;
    if (here === null || figure.data === undefined) return undefined;
    let gone = false;
    let end: (() => void) | undefined;
    void import("./vega")
      .then((vega) => vega.draw(figure.data.specification, here))
      .then((made) => {
        if (gone) {
          made.end();
          return;
        }
        end = made.end;
        setWrong(null);
        setDrawn(made);
      })
      .catch(setWrong);
    return () => {
      gone = true;
      setDrawn(null);
      end?.();
    };
  }, [figure.data]);

  // What is saved is drawn anew, from what may leave the study.
  const save = async (form: "svg" | "png") => {
    const [{ picture }, { specification }] = await Promise.all([import("./vega"), ask("figure", { ...drawing, leaving: true })]);
    keep(await picture(specification, form), fileName(title, form));
    say(t("compare.saved", { name: fileName(title, form) }));
  };
  const data = async () => {
    keep(await savedAs("csv", drawing), fileName(title, "csv"));
    say(t("compare.saved", { name: fileName(title, "csv") }));
  };
  const error = figure.error ?? table.error ?? wrong;
  if (error !== null) return <Problem error={error} again={() => void Promise.all([figure.refetch(), table.refetch()])} />;
  return (
    <div className="figured">
      <div className="row" role="group" aria-label={t("figure.save")}>
        <button type="button" className="button" disabled={drawn === null} onClick={() => void save("svg").catch(refuse)}>{t("figure.svg")}</button>
        <button type="button" className="button" disabled={drawn === null} onClick={() => void save("png").catch(refuse)}>{t("figure.png")}</button>
        <button type="button" className="button" onClick={() => void data().catch(refuse)}>{t("figure.csv")}</button>
      </div>
      <div className="figure-scroller" role="region" tabIndex={0} aria-label={t("figure.region", { title })} aria-busy={drawn === null}>
        <div role="img" aria-label={t("figure.name", { title })} data-drawn={drawn !== null || undefined}>
          <div ref={place} aria-hidden="true" />
        </div>
        {drawn === null && <p className="soft">{t("figure.drawing")}</p>}
      </div>
      <h2>{t("figure.data")}</h2>
      {children}
      {table.data !== undefined && (
        <>
          <div className="grid-scroller low" role="region" tabIndex={0} aria-label={t("figure.table", { title })}>
            <table className="sides">
              <caption className="apart">{t("figure.table", { title })}</caption>
              <thead>
                <tr>{table.data.columns.map((column) => <th key={column.key} scope="col">{column.heading}</th>)}</tr>
              </thead>
              <tbody>
                {table.data.rows.slice(0, MOST).map((row, at) => (
                  <tr key={at}>
                    {row.map((cell, column) => (column === 0 ? <th key={column} scope="row">{cell}</th> : <td key={column}>{cell}</td>))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {table.data.rows.length > MOST && <p className="soft">{t("figure.most", { count: MOST, of: table.data.rows.length })}</p>}
          <Notes notes={table.data.notes} />
        </>
      )}
    </div>
  );
}

const MOST = 200;
