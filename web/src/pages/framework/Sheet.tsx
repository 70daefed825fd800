/**
 * A framework in a spreadsheet: the workbook out, looked at when it comes back, then taken cell by cell.
 *
 * What a careful reader would get wrong: nothing is written by looking. The file is sent again to be taken, so that what
 * was changed in the study meanwhile is compared once more.
 */
import { useState } from "react";
import { Refused, type Asked, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { Dialog, Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import { fileName, keep } from "../compare/files";
import { Saving } from "../compare/pieces";

type Brought = Schemas["BookBrought"];

async function asked(address: string, file?: File): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(address, file === undefined ? { headers: { "x-crosscase": "1" } } : { method: "POST", headers: { "x-crosscase": "1", "content-type": "application/octet-stream" }, body: file });
  } catch {
    throw new Refused({ type: "no-answer", title: t("error.noAnswer"), detail: t(file === undefined ? "error.noAnswerRead" : "error.noAnswerAct") });
  }
  if (answer.ok) return answer;
  throw new Refused((await answer.json()) as { type: string; title: string; detail: string });
}

async function brought(framework: string, file: File, how: { trial: boolean; because?: string }): Promise<Brought> {
  const query = new URLSearchParams({ trial: String(how.trial), because: how.because ?? "" });
  const answer = await asked(`/api/frameworks/${framework}/workbook?${query.toString()}`, file);
  return ((await answer.json()) as { value: Brought }).value;
}

export function Sheet({ framework, name, rows, options, may, onClose }: {
  framework: string;
  name: string;
  rows: "participants" | "cases" | "sets";
  options: Asked<"framework">;
  may: boolean;
  onClose: () => void;
}) {
  const { say, refuse } = useSay();
  const [file, setFile] = useState<File | null>(null);
  const [look, setLook] = useState<Brought | "looking" | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [because, setBecause] = useState("");
  const out = async () => {
    const answer = await asked(`/api/frameworks/${framework}/workbook?rows=${rows}`);
    const called = fileName(name, "xlsx");
    keep(await answer.blob(), called);
    say(t("framework.outSaved", { name: called }));
  };
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setError(null);
    setLook(chosen === null ? null : "looking");
    if (chosen !== null) brought(framework, chosen, { trial: true }).then(setLook, (why: unknown) => { setError(why); setLook(null); });
  };
  const take = async () => {
    if (file === null) return;
    const done = await brought(framework, file, { trial: false, because });
    await queries.invalidateQueries({ queryKey: ["compare"] });
    say(t("framework.took", { count: done.merge.changes.length }));
    onClose();
  };
  const merge = look === null || look === "looking" ? null : look.merge;
  return (
    <Dialog title={t("framework.sheetTitle", { name })} onClose={onClose}>
      <section>
        <h3>{t("framework.out")}</h3>
        <p className="soft">{t("framework.outHelp")}</p>
        <button type="button" className="button" onClick={() => void out().catch(refuse)}>{t("framework.outSave", { rows: t(`framework.rows.${rows}`).toLocaleLowerCase() })}</button>
      </section>
      {may && (
        <section className="brought">
          <h3>{t("framework.back")}</h3>
          <p className="soft">{t("framework.backHelp")}</p>
          <label className="field">
            <span>{t("framework.backFile")}</span>
            <input type="file" accept=".xlsx" onChange={(event) => choose(event.target.files?.[0] ?? null)} />
          </label>
          <div role="status">{look === "looking" && <p className="soft">{t("framework.looking")}</p>}</div>
          {error !== null && <Problem error={error} />}
          {merge !== null && look !== null && look !== "looking" && (
            <>
              {!look.same && <p className="note">{t("framework.otherBook", { label: look.label })}</p>}
              <Merged merge={merge} />
              {merge.changes.length > 0 && (
                <>
                  <label className="field">
                    <span>{t("framework.reason")}</span>
                    <input type="text" value={because} onChange={(event) => setBecause(event.target.value)} />
                  </label>
                  <button type="button" className="button primary" onClick={() => void take().catch(setError)}>{t("framework.take")}</button>
                </>
              )}
            </>
          )}
        </section>
      )}
      <section>
        <h3>{t("framework.onlyRead")}</h3>
        <Saving drawing={{ of: "framework", options }} title={name} />
      </section>
      <p><button type="button" className="button" onClick={onClose}>{t("app.close")}</button></p>
    </Dialog>
  );
}

function Merged({ merge }: { merge: Schemas["BookMerge"] }) {
  const names = (all: readonly string[]) => all.join("; ");
  return (
    <div role="status">
      <p><strong>{merge.changes.length === 0 && merge.conflicts.length === 0 ? t("framework.wouldNothing") : t("framework.wouldWrite", { count: merge.changes.length })}</strong></p>
      <dl className="coming">
        {merge.changes.map((one) => (
          <div key={`${one.row} ${one.of}`}>
            <dt>{t("framework.becomes", { row: one.whose, column: one.column })}</dt>
            <dd dir="auto">{one.there === "" ? t("framework.becomesEmpty") : one.there}</dd>
          </div>
        ))}
      </dl>
      {merge.conflicts.length > 0 && (
        <>
          <h4>{t("framework.conflicts", { count: merge.conflicts.length })}</h4>
          <dl className="coming">
            {merge.conflicts.map((one) => (
              <div key={`${one.row} ${one.of}`}>
                <dt>{t("framework.becomes", { row: one.whose, column: one.column })}</dt>
                <dd dir="auto"><span className="soft small">{t("framework.inStudy")}</span> {one.here === "" ? t("framework.wasEmpty") : one.here}</dd>
                <dd dir="auto"><span className="soft small">{t("framework.inFile")}</span> {one.there === "" ? t("framework.wasEmpty") : one.there}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {merge.unknown_rows.length > 0 && <p>{t("framework.unknownRows", { names: names(merge.unknown_rows) })}</p>}
      {merge.unknown_columns.length > 0 && <p>{t("framework.unknownColumns", { names: names(merge.unknown_columns) })}</p>}
      {merge.twice.length > 0 && <p>{t("framework.twice", { names: names(merge.twice) })}</p>}
    </div>
  );
}
