/** A draft printed: looked at here, or as a file; and a Word file taken in again. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { plain, read, type Schemas } from "../../../api/client";
import { queries } from "../../../api/hooks";
import { Problem } from "../../../components/parts";
import { useSay } from "../../../components/said";
import { t, type Key } from "../../../messages";
import { en } from "../../../messages/en/index";
import { bringOne } from "../../import/files";
import { Frame } from "../../report/Frame";
import { begin, doing, ended, type Job } from "../../report/jobs";

const formName = (form: string): string => (`report.form.${form}` in en ? t(`report.form.${form}` as Key) : form);

/** `keep` saves what is typed: what is printed is what is kept. */
export function Print({ draft, keep }: { draft: Schemas["Draft"]; keep: () => Promise<boolean> }) {
  const { say, refuse } = useSay();
  const choices = useQuery({ queryKey: ["reports"], queryFn: () => read("/api/reports") });
  const [form, setForm] = useState("docx");
  const [clean, setClean] = useState(false);
  const [step, setStep] = useState("");
  const [made, setMade] = useState<Job | null>(null);
  const [shown, setShown] = useState<Job | null>(null);
  const left = useRef<AbortController>(null);
  // A preview is stopped when nobody is here to look at it; a file that was asked for is made all the same.
  useEffect(() => () => left.current?.abort(), []);
  const make = async (preview: boolean) => {
    if (!(await keep())) return;
    setStep(t("report.waiting"));
    try {
      const given = { form: preview ? "html" : form, name: nameOf(draft.name), draft: draft.id, clean, preview, record: !preview };
      const leaving = new AbortController();
      if (preview) left.current = leaving;
      const job = await ended(await begin(given), leaving.signal, (one) => setStep(doing(one)));
      if (preview) setShown(job);
      else setMade(job);
      say(preview ? t("draft.previewThere") : t("report.ready", { file: job.file }));
    } catch (error) {
      if (left.current?.signal.aborted !== true) refuse(error);
    }
    setStep("");
  };
  const missing = (made ?? shown)?.made?.unprinted ?? [];
  return (
    <section aria-labelledby="draft-print" className="print">
      <h2 id="draft-print">{t("draft.print")}</h2>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          void make(false);
        }}
      >
        <label className="field">
          <span>{t("report.form")}</span>
          <select value={form} onChange={(event) => setForm(event.target.value)}>
            {(choices.data?.forms ?? ["docx"]).map((one) => <option key={one} value={one}>{formName(one)}</option>)}
          </select>
        </label>
        <label className="row tick">
          <input type="checkbox" checked={clean} onChange={(event) => setClean(event.target.checked)} />
          <span>{t("draft.clean")}</span>
        </label>
        <button type="submit" className="button primary" disabled={step !== ""}>{t("draft.printIt")}</button>
        <button type="button" className="button" disabled={step !== ""} onClick={() => void make(true)}>{t("draft.preview")}</button>
        {made !== null && step === "" && <a className="button" href={`/api/jobs/${made.id}/file`} download>{t("report.fetch", { file: made.file })}</a>}
        <span className="soft small" role="status">{step}</span>
      </form>
      {missing.length > 0 && (
        <details>
          <summary>{t("draft.missing", { count: missing.length })}</summary>
          <ul>{missing.map((one) => <li key={`${one.where} ${one.why}`}>{one.where}: {one.why}</li>)}</ul>
        </details>
      )}
      {shown !== null && <Frame job={shown.id} old={step !== ""} />}
    </section>
  );
}

const nameOf = (name: string): string => name.replaceAll(/[/\\:*?"<>|]/gu, " ").trim().slice(0, 100);

/** A Word file that was printed from a draft, brought back. */
export function TakeIn({ draft }: { draft: string }) {
  const { say } = useSay();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const bring = async (file: File) => {
    setBusy(true);
    setError(null);
    try {
      const upload = ((await plain("POST", "/api/imports")) as { id: string }).id;
      await bringOne(upload, { name: file.name, file }, new AbortController().signal);
      const found = (await plain("POST", "/api/imports/{upload}/draft", { path: { upload } }, { draft })) as Schemas["BroughtIn"];
      await Promise.all(["drafts", "draft"].map((name) => queries.invalidateQueries({ queryKey: [name] })));
      const again = found.again > 0 ? ` ${t("draft.again", { count: found.again })}` : "";
      const unknown = found.known ? "" : ` ${t("draft.unknownState")}`;
      say(`${t(found.proposals.length === 0 && found.again === 0 ? "draft.nothingBack" : "draft.broughtIn", { count: found.proposals.length })}${again}${unknown}`);
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  return (
    <div className="take-in">
      <label className="field">
        <span>{t("draft.takeIn")}</span>
        <input
          type="file"
          accept=".docx"
          disabled={busy}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = "";
            if (file !== undefined) void bring(file);
          }}
        />
      </label>
      <p className="soft small">{busy ? t("draft.bringing") : t("draft.takeInHelp")}</p>
      {error !== null && <Problem error={error} />}
    </div>
  );
}
