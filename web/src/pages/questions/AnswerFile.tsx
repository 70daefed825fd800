/**
 * Taking in a file of answers: which rows are whose, which columns are which items, what would change and what is refused,
 * before anything is written; then all of it as one act, or nothing.
 */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { plain, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { within } from "../../app";
import { Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { go } from "../../lib/router";
import { t } from "../../messages";
import { bringOne } from "../import/files";
import { asked, look, NOTHING_SAID, take, type Brought, type Said } from "./answerFile";
import { Changes, Columns, Rows } from "./AnswerFileParts";
import { OUTCOMES } from "./answers";
import { titleOf, type Instrument } from "./guides";

const ENDINGS = ".csv,.tsv,.tab,.xlsx,.ods,.sav";
const SHEET = "/questions/answers";

export default function AnswerFile({ parts }: { parts: readonly Instrument[] }) {
  const [upload, setUpload] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const held = useRef("");
  const drop = (name: string) => void plain("DELETE", "/api/imports/{upload}", { path: { upload: name } }).catch(() => undefined);
  // What was brought and not taken in does not stay with the server when the page is left.
  useEffect(() => () => { if (held.current !== "") drop(held.current); }, []);
  const bring = async (file: File) => {
    setBusy(true);
    setError(null);
    if (held.current !== "") drop(held.current);
    held.current = "";
    setUpload("");
    try {
      const { id } = (await plain("POST", "/api/imports")) as Schemas["Upload"];
      await bringOne(id, { name: file.name, file }, new AbortController().signal);
      held.current = id;
      setUpload(id);
    } catch (failed) {
      setError(failed);
    }
    setBusy(false);
  };
  return (
    <section className="page answer-file" aria-labelledby="file-head">
      <p><a href={SHEET} onClick={within}>{t("file.back")}</a></p>
      <h1 id="file-head">{t("file.title")}</h1>
      <p className="soft">{t("file.lead")}</p>
      <label className="field">
        <span>{t("file.choose")}</span>
        <input type="file" accept={ENDINGS} onChange={(event) => { const file = event.target.files?.[0]; if (file !== undefined) void bring(file); }} />
      </label>
      <div role="status">{busy && <p className="soft">{t("file.reading")}</p>}</div>
      {error !== null && <Problem error={error} />}
      {upload !== "" && <Look key={upload} upload={upload} parts={parts} onTaken={() => { held.current = ""; }} />}
    </section>
  );
}

function Look({ upload, parts, onTaken }: { upload: string; parts: readonly Instrument[]; onTaken: () => void }) {
  const { say } = useSay();
  const [said, setSaid] = useState<Said>(NOTHING_SAID);
  const [instrument, setInstrument] = useState("");
  const [because, setBecause] = useState("");
  const [taking, setTaking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const given = asked(said, instrument);
  const found = useQuery({ queryKey: ["answer file", upload, given], queryFn: () => look(upload, given), gcTime: 0, retry: false, placeholderData: (before) => before });
  const change = (part: Partial<Said>) => setSaid((now) => ({ ...now, ...part }));
  const seen = found.data;
  const settled = seen !== undefined && !found.isPlaceholderData && found.error === null;
  const takeIn = async () => {
    setTaking(true);
    setError(null);
    try {
      const done = await take(upload, given, because);
      onTaken();
      await Promise.all(["answer sheet", "guides", "compare"].map((name) => queries.invalidateQueries({ queryKey: [name] })));
      say(t("file.took", { count: done.written, file: done.file }));
      go(SHEET);
    } catch (failed) {
      setError(failed);
      setTaking(false);
    }
  };
  return (
    <>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {seen !== undefined && <Verdict seen={seen} settled={settled} />}
      {seen !== undefined && (
        <>
          {(seen.unknown.length > 0 || said.leaveUnknown) && (
            <label className="row"><input type="checkbox" checked={said.leaveUnknown} onChange={(event) => change({ leaveUnknown: event.target.checked })} /> {t("file.leaveUnknown", { count: seen.unknown.length })}</label>
          )}
          <Columns seen={seen} said={said} onSaid={change} />
          <How parts={parts} instrument={instrument} onInstrument={setInstrument} seen={seen} said={said} onSaid={change} />
          <Rows seen={seen} />
          <Changes seen={seen} />
          {error !== null && <Problem error={error} />}
          <label className="field">
            <span>{t("file.because")}</span>
            <input type="text" value={because} onChange={(event) => setBecause(event.target.value)} />
          </label>
          <p><button type="button" className="button primary" disabled={!settled || taking || seen.written === 0} onClick={() => void takeIn()}>{t("file.take", { count: seen.written })}</button></p>
        </>
      )}
    </>
  );
}

/** What would become of it, in two sentences and a list of reasons. */
function Verdict({ seen, settled }: { seen: Brought; settled: boolean }) {
  const matched = seen.rows.filter((one) => one.participant !== null).length;
  const items = new Set(seen.columns.map((one) => one.item)).size;
  const fresh = seen.rows.reduce((sum, one) => sum + one.new, 0);
  return (
    <div role="status" className="verdict">
      <p>{t("file.matched", { matched, rows: seen.rows.length, columns: seen.columns.length, items })}</p>
      {settled && (seen.reasons.length > 0 ? (
        <div className="problem">
          <strong>{t("file.refused", { count: seen.reasons.length })}</strong>
          <ul>{seen.reasons.map((one) => <li key={one}>{one}</li>)}</ul>
        </div>
      ) : (
        <p><strong>{seen.written === 0 ? t("file.nothingNew") : t("file.would", { count: seen.written, fresh: Math.min(fresh, seen.written), changed: seen.changes.length })}</strong></p>
      ))}
      {seen.choices.length > 0 && (
        <details>
          <summary>{t("file.decided", { count: seen.choices.length })}</summary>
          <ul>{seen.choices.map((one) => <li key={one}>{one}</li>)}</ul>
        </details>
      )}
    </div>
  );
}

/** How the file is to be read, where it does not tell by itself. */
function How({ parts, instrument, onInstrument, seen, said, onSaid }: {
  parts: readonly Instrument[]; instrument: string; onInstrument: (of: string) => void; seen: Brought; said: Said; onSaid: (part: Partial<Said>) => void;
}) {
  const ticked = seen.columns.some((one) => one.option !== "");
  const book = /\.(?:xlsx|ods)$/iu.test(seen.file);
  const text = (label: string, value: string, on: (typed: string) => void) => (
    <label className="field"><span>{label}</span><input type="text" value={value} onChange={(event) => on(event.target.value)} /></label>
  );
  return (
    <details className="how-read" open={seen.who === "" || undefined}>
      <summary><h2>{t("file.how")}</h2></summary>
      <div className="fields">
        <label className="field"><span>{t("file.who")}</span>
          <select value={said.who === "" ? seen.who : said.who} onChange={(event) => onSaid({ who: event.target.value })}>
            {seen.who === "" && said.who === "" && <option value="">{t("file.whoNobody")}</option>}
            {seen.names.map((one) => <option key={one} value={one}>{one}</option>)}
          </select>
        </label>
        {parts.length > 1 && (
          <label className="field"><span>{t("sheet.of")}</span>
            <select value={instrument} onChange={(event) => onInstrument(event.target.value)}>
              <option value="">{t("file.anyOf")}</option>
              {parts.map((one) => <option key={one.instrument.id} value={one.instrument.id}>{titleOf(one)}</option>)}
            </select>
          </label>
        )}
        {OUTCOMES.map((one) => <div key={one}>{text(t("file.codesFor", { outcome: one }), said.missing[one] ?? "", (typed) => onSaid({ missing: { ...said.missing, [one]: typed } }))}</div>)}
        {text(t("file.first"), said.first, (typed) => onSaid({ first: typed }))}
        {ticked && text(t("file.yes"), said.yes, (typed) => onSaid({ yes: typed }))}
        {ticked && text(t("file.no"), said.no, (typed) => onSaid({ no: typed }))}
        {book && text(t("file.sheet"), said.sheet, (typed) => onSaid({ sheet: typed }))}
      </div>
      <p className="soft small">{t("file.howMeans")}</p>
    </details>
  );
}
