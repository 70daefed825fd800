/**
 * What each participant answered, item by item: looked at and written in like a sheet.
 *
 * What a careful reader would get wrong: clearing a cell takes the answer back, as if nothing were known. That somebody left
 * it empty is an answer of a kind, and is written as such.
 */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { ask } from "../../api/client";
import { within } from "../../app";
import { Grid, type Chosen, type GridColumn } from "../../components/grid/Grid";
import { readBlock } from "../../components/grid/block";
import type { Cell } from "../../components/grid/place";
import { Empty, Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { later } from "../../components/later";
import { t } from "../../messages";
import { gridColumns, gridRows, read, takeBack, WHO, write, writeMany } from "./answers";
import { titleOf, useGuides } from "./guides";

const AnswerFile = later(() => import("./AnswerFile"));

/** `bringing`: a file of answers is looked at, in the place of the sheet. */
export default function AnswersPage({ may, bringing }: { may: boolean; bringing: boolean }) {
  const guides = useGuides();
  const { say, refuse } = useSay();
  const [chosen, setChosen] = useState("");
  const [filter, setFilter] = useState("");
  const parts = guides.data?.instruments.filter((one) => one.questions.some(({ question }) => question.nature !== "open")) ?? [];
  const instrument = parts.find((one) => one.instrument.id === chosen)?.instrument.id ?? parts[0]?.instrument.id ?? "";
  const found = useQuery({ queryKey: ["answer sheet", { instrument }], queryFn: () => ask("answer_sheet", { instrument }), enabled: instrument !== "" });
  const sheet = found.data;
  const columns = useMemo(() => (sheet === undefined ? [] : gridColumns(sheet, may)), [sheet, may]);
  const rows = useMemo(() => {
    const typed = filter.trim().toLocaleLowerCase();
    return sheet === undefined ? [] : gridRows(sheet).filter((row) => typed === "" || row.cells.some((cell) => cell.toLocaleLowerCase().includes(typed)));
  }, [sheet, filter]);
  const item = useCallback((key: string) => sheet?.items.find((one) => one.id === key), [sheet]);
  const onLook = useCallback(
    async (row: string, column: GridColumn, text: string) => {
      const of = item(column.key);
      if (of === undefined) return "";
      try {
        await write(row, of, text, true);
        return "";
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    [item],
  );
  const error = guides.error ?? found.error;
  if (error !== null) return <Problem error={error} again={() => void Promise.all([guides.refetch(), found.refetch()])} />;
  if (guides.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  if (parts.length === 0)
    return (
      <section className="page">
        <Empty title={t("sheet.none")} whole>{t("sheet.noneDetail")} <a href="/questions/guides" onClick={within}>{t("sheet.toGuides")}</a></Empty>
      </section>
    );
  if (bringing && may) return <AnswerFile parts={parts} />;
  const save = async (row: string, column: GridColumn, text: string) => {
    const of = item(column.key);
    if (of === undefined) return;
    await write(row, of, text);
    const who = rows.find((one) => one.id === row)?.cells[0] ?? "";
    say(t(text.trim() === "" ? "sheet.takenBack" : "sheet.saved", { who, item: of.number === "" ? of.wording : of.number, answer: text.trim() }));
  };
  const clear = (where: Chosen) => {
    const taken = new Map(
      where.rows.map((row) => [row.id, where.columns.filter((one) => one.key !== WHO && (row.cells[columns.indexOf(one)] ?? "") !== "").map((one) => one.key)]),
    );
    const count = [...taken.values()].reduce((sum, keys) => sum + keys.length, 0);
    if (may && count > 0) takeBack(taken).then(() => say(t("sheet.takenBackMany", { count })), refuse);
  };
  const paste = (text: string, at: Cell) => {
    const given = readBlock(text).flatMap((line, down) => line.flatMap((cell, across) => {
      const [row, of] = [rows[at.row + down], item(columns[at.column + across]?.key ?? "")];
      const one = row === undefined || of === undefined ? null : read(cell, of.nature);
      return row === undefined || of === undefined || one === null ? [] : [{ participant: row.id, question: of.id, ...one }];
    }));
    if (may && given.length > 0) writeMany(given).then(() => say(t("sheet.savedMany", { count: given.length })), refuse);
  };
  return (
    <section className="answer-sheet" aria-labelledby="answers-head">
      <header className="row">
        <h1 id="answers-head">{t("questions.answers")}</h1>
        {parts.length > 1 && (
          <label className="row">
            <span>{t("sheet.of")}</span>
            <select value={instrument} onChange={(event) => setChosen(event.target.value)}>
              {parts.map((one) => <option key={one.instrument.id} value={one.instrument.id}>{titleOf(one)}</option>)}
            </select>
          </label>
        )}
        <a href="/compare/answers" onClick={within}>{t("sheet.compare")}</a>
        {may && <a href="/questions/answers/file" onClick={within}>{t("sheet.fromFile")}</a>}
        <label className="row search"><span>{t("sheet.find")}</span><input type="search" value={filter} onChange={(event) => setFilter(event.target.value)} /></label>
      </header>
      <p className="soft">{t("sheet.lead")} {may && t("sheet.how")}</p>
      {sheet === undefined ? <p className="soft">{t("app.loading")}</p> : (
        <Grid
          label={t("questions.answers")} columns={columns} rows={rows} onLook={onLook} onSave={save} onClear={clear} onPaste={paste}
          show={(row, column, text) => (column.key === WHO ? <a href={`/people/participants/${row.id}`} tabIndex={-1} onClick={within}>{text}</a> : <span className={text.startsWith("(") ? "grid-words soft" : "grid-words"}>{text}</span>)}
        />
      )}
    </section>
  );
}
