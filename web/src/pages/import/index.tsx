/**
 * Import: files are brought, looked at, corrected, and taken in as one act.
 *
 * What lies here before that is kept while one looks at other screens. Nothing is in the study until `take` has answered;
 * cancelling takes the files away from the server.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { plain, read, Refused, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { within } from "../../app";
import { wrongWith } from "../../components/NewPassphrase";
import { Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { t, type Key } from "../../messages";
import { Choose } from "./Choose";
import { rowsLeft, Sentences } from "./Files";
import { bringOne, type Given } from "./files";
import { Looking, type Laid } from "./Looking";
import { isProject, lookAt, Project, Report, type Brought } from "./Project";
import { asked as askedOf, placed, replaced, UNDECIDED, type Found } from "./review";
import "./import.css";

interface Step {
  at: "choose" | "bringing" | "reading" | "looking" | "project" | "taking" | "done";
  done: number;
  total: number;
  file: string;
}

const BEGIN: Step = { at: "choose", done: 0, total: 0, file: "" };
const EVERY_MS = 300;

/** What lies here while other screens are looked at: of one study, in this window. */
let lying: { study: string; laid: Laid } | null = null;

export default function Import({ study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const before = lying?.study === study.id ? lying.laid : null;
  const [step, setStep] = useState<Step>(before === null ? BEGIN : { ...BEGIN, at: "looking" });
  const [laid, setLaid] = useState<Laid | null>(before);
  const [taken, setTaken] = useState<Found | null>(null);
  const [project, setProject] = useState<{ upload: string; found: Brought } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { say } = useSay();
  const stop = useRef(new AbortController());
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    lying = laid === null ? null : { study: study.id, laid };
  }, [laid, study.id]);

  const drop = useCallback((upload: string) => plain("DELETE", "/api/imports/{upload}", { path: { upload } }).catch(() => undefined), []);

  const bring = async (given: Given[]) => {
    if (given.length === 0) {
      say(t("bring.nothing"));
      return;
    }
    stop.current = new AbortController();
    const { signal } = stop.current;
    setError(null);
    setTaken(null);
    setProject(null);
    let upload = "";
    try {
      ({ id: upload } = (await plain("POST", "/api/imports")) as Schemas["Upload"]);
      const refused: Laid["refused"] = [];
      for (const [at, one] of given.entries()) {
        setStep({ at: "bringing", done: at + 1, total: given.length, file: one.name });
        try {
          await bringOne(upload, one, signal);
        } catch (failed) {
          if (!(failed instanceof Refused) || failed.code === "no-answer") throw failed;
          refused.push({ name: one.name, became: "refused", reason: failed.message });
        }
      }
      setStep({ at: "reading", done: 0, total: given.length, file: "" });
      if (isProject(given) && refused.length === 0) {
        const found = await lookAt(upload, {});
        signal.throwIfAborted();
        setProject({ upload, found });
        setStep({ ...BEGIN, at: "project" });
        requestAnimationFrame(() => heading.current?.focus());
        return;
      }
      const telling = setInterval(() => {
        read("/api/imports/{upload}", { path: { upload } })
          .then(({ reading }) => setStep((now) => (now.at === "reading" && reading.total > 0 ? { at: "reading", done: reading.done + 1, total: reading.total, file: reading.file } : now)))
          .catch(() => undefined);
      }, EVERY_MS);
      try {
        const found = (await plain("POST", "/api/imports/{upload}/preview", { path: { upload } }, {})) as Found;
        signal.throwIfAborted();
        const names = (await plain("POST", "/api/imports/{upload}/names", { path: { upload } }, { asked: {} })) as Schemas["NamesHere"];
        signal.throwIfAborted();
        setLaid({ upload, refused, first: found, found, names, review: UNDECIDED, kept: { none: false, path: "", typed: { first: "", second: "" } } });
      } finally {
        clearInterval(telling);
      }
      setStep({ ...BEGIN, at: "looking" });
      requestAnimationFrame(() => heading.current?.focus());
    } catch (failed) {
      if (upload !== "") void drop(upload);
      setStep(BEGIN);
      if (!signal.aborted) setError(failed);
    }
  };

  const cancel = () => {
    stop.current.abort();
    for (const one of [laid, project]) if (one !== null) void drop(one.upload);
    setLaid(null);
    setProject(null);
    setStep(BEGIN);
    setError(null);
    say(t("bring.cancelled"));
    requestAnimationFrame(() => heading.current?.focus());
  };

  const take = () => {
    if (laid === null) return;
    const choices = replaced(laid.review);
    const keeping = choices.length > 0 && !laid.kept.none;
    const wrong = keeping ? wrongWith(laid.kept.typed) : {};
    if (Object.keys(wrong).length > 0) {
      setLaid({ ...laid, wrong });
      requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    setStep({ ...BEGIN, at: "taking" });
    setError(null);
    const body = { ...askedOf(laid.first.documents, laid.review), places: placed(laid.found, laid.review), register: keeping ? { path: laid.kept.path, passphrase: laid.kept.typed.first } : null };
    plain("POST", "/api/imports/{upload}/take", { path: { upload: laid.upload } }, body)
      .then((answer) => {
        const { value } = answer as Schemas["DoneImportHere"];
        setLaid(null);
        setTaken(value);
        setStep({ ...BEGIN, at: "done" });
        say(t("bring.doneSaid", { count: value.counts["source"]?.added ?? 0 }));
        void queries.invalidateQueries();
        requestAnimationFrame(() => heading.current?.focus());
      })
      .catch((failed: unknown) => {
        setStep({ ...BEGIN, at: "looking" });
        if (failed instanceof Refused && failed.code === "wrong-passphrase") {
          setLaid({ ...laid, wrong: { first: t("bring.registerWrong") } });
          requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid]")?.focus());
        } else setError(failed);
      });
  };

  const busy = step.at === "bringing" || step.at === "reading";
  const may = study.me.may.includes("edit");
  return (
    <div className="page bring" role="region" tabIndex={0} aria-label={t("screen.import")}>
      <h1 ref={heading} tabIndex={-1}>{t(step.at === "looking" || step.at === "project" || step.at === "taking" ? "bring.found" : step.at === "done" ? "bring.done" : "bring.title")}</h1>
      {error !== null && <Problem error={error} />}
      {!may && <p>{t("bring.cannot")}</p>}
      {may && step.at === "choose" && <Choose onGiven={(given) => void bring(given)} />}
      {busy && <Going step={step} onCancel={cancel} />}
      {laid !== null && (step.at === "looking" || step.at === "taking") && (
        <Looking study={study} laid={laid} taking={step.at === "taking"} onLaid={setLaid} onTake={take} onCancel={cancel} />
      )}
      {project !== null && step.at === "project" && (
        <Project
          upload={project.upload}
          first={project.found}
          onCancel={cancel}
          onTaken={(found) => {
            setProject({ upload: "", found });
            setStep({ ...BEGIN, at: "done" });
            say(t("bring.doneSaid", { count: found.counts["source"]?.added ?? 0 }));
            void queries.invalidateQueries();
            requestAnimationFrame(() => heading.current?.focus());
          }}
        />
      )}
      {project !== null && step.at === "done" && (
        <div className="narrow">
          <Report found={project.found} />
          <p>{t("bring.undoHint")}</p>
          <button type="button" className="button" onClick={() => { setProject(null); setStep(BEGIN); }}>{t("bring.again")}</button>
        </div>
      )}
      {taken !== null && step.at === "done" && <Done taken={taken} onAgain={() => { setTaken(null); setStep(BEGIN); }} />}
    </div>
  );
}

function Going({ step, onCancel }: { step: Step; onCancel: () => void }) {
  const words = step.at === "reading" && step.file === "" ? t("bring.looking") : t(step.at === "bringing" ? "bring.bringing" : "bring.reading", { done: step.done, total: step.total, file: step.file });
  // Screen readers are told a few times, not ninety-one.
  const tenth = Math.max(1, Math.round(step.total / 5));
  const spoken = step.done % tenth === 0 || step.done === step.total || step.done <= 1;
  const [told, setTold] = useState("");
  if (spoken && told !== words) setTold(words);
  return (
    <div className="narrow">
      <p aria-hidden="true" className="path">{words}</p>
      <p className="apart" role="status">{told}</p>
      <progress max={Math.max(1, step.total)} value={step.done} aria-label={words} />
      <p><button type="button" className="button" onClick={onCancel}>{t("bring.cancel")}</button></p>
    </div>
  );
}

const COUNTED: readonly string[] = ["source", "case", "participant", "speaker", "turn", "code", "coding", "mark", "memo"];

function Done({ taken, onAgain }: { taken: Found; onAgain: () => void }) {
  const first = taken.documents.find((one) => one.source !== "");
  const added = COUNTED.flatMap((kind) => {
    const count = taken.counts[kind]?.added ?? 0;
    return count === 0 ? [] : [t(`bring.count.${kind}` as Key, { count })];
  });
  return (
    <>
      <p>{added.length === 0 ? t("bring.doneNothing") : t("bring.doneCounts", { what: added.join(", ") })} {added.length > 0 && t("bring.undoHint")}</p>
      {taken.notes.map((note) => <p key={note}>{note}</p>)}
      <Sentences title="bring.placesLeft" said={taken.open.map((one) => ({ place: one.row, what: one.quote }))} open />
      <Sentences title="bring.rows" said={rowsLeft(taken.rows)} open />
      <p className="row">
        {first !== undefined && <a className="button primary" href={`/read/${first.source}`} onClick={within}>{t("bring.readFirst", { name: first.name })}</a>}
        <button type="button" className="button" onClick={onAgain}>{t("bring.again")}</button>
      </p>
    </>
  );
}
