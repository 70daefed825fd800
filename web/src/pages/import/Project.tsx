/**
 * A project of another program, looked at before it is taken in: what is in it, what becomes of it, what was put right.
 *
 * What a careful reader would get wrong: nothing can be corrected here but what its cases are, and whether what is gone on
 * one side goes on the other too. A project comes whole; what has no place here is carried and leaves again with the study.
 */
import { useRef, useState } from "react";
import { plain, type Schemas } from "../../api/client";
import { Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { t, type Key } from "../../messages";
import { en } from "../../messages/en/index";
import type { Given } from "./files";

export type Brought = Schemas["ProjectBrought"];
export type ProjectAsked = Schemas["ProjectAsked"];

const ENDINGS = [".qdpx", ".qdc", ".qde"];
const SHOWN = 20;

/** Whether what was given is a project, which comes by itself. */
export const isProject = (given: readonly Given[]): boolean =>
  given.length === 1 && ENDINGS.some((ending) => given[0]?.name.toLowerCase().endsWith(ending) === true);

export async function lookAt(upload: string, asked: ProjectAsked): Promise<Brought> {
  const done = await plain("POST", "/api/imports/{upload}/project", { path: { upload }, query: { trial: "true" } }, asked);
  return (done as Schemas["DoneProjectBrought"]).value;
}

async function takeIn(upload: string, asked: ProjectAsked): Promise<Brought> {
  const done = await plain("POST", "/api/imports/{upload}/project", { path: { upload } }, asked);
  return (done as Schemas["DoneProjectBrought"]).value;
}

const elementName = (name: string): string => (`bring.element.${name}` in en ? t(`bring.element.${name}` as Key) : name);

interface Shown {
  upload: string;
  first: Brought;
  onTaken: (found: Brought) => void;
  onCancel: () => void;
}

export function Project({ upload, first, onTaken, onCancel }: Shown) {
  const [found, setFound] = useState(first);
  const [asked, setAsked] = useState<ProjectAsked>({});
  const [busy, setBusy] = useState<"" | "looking" | "taking">("");
  const [error, setError] = useState<unknown>(null);
  const { say } = useSay();
  const latest = useRef(0);
  const run = (what: "looking" | "taking", work: Promise<Brought>, then: (found: Brought) => void) => {
    const turn = (latest.current += 1);
    // Only what was asked last is shown.
    const last = (does: () => void) => {
      if (turn === latest.current) does();
    };
    setBusy(what);
    setError(null);
    work
      .then((anew) => last(() => then(anew)), (failed: unknown) => last(() => setError(failed)))
      .finally(() => last(() => setBusy("")));
  };
  const askAnew = (more: ProjectAsked) => {
    const wanted = { ...asked, ...more };
    setAsked(wanted);
    run("looking", lookAt(upload, wanted), (anew) => {
      setFound(anew);
      say(t("bring.lookedAnew"));
    });
  };
  const taking = busy === "taking";
  // What they are about is what was found before anything was chosen.
  const gone = [["take_again", first.left], ["follow_removals", first.gone]] as const;
  return (
    <div className="narrow">
      <Report found={found} />
      {found.inside["Case"] !== undefined && (
        <label className="field">
          <span>{t("bring.casesAre")}</span>
          <select
            value={asked.cases_are ?? "cases"}
            disabled={taking}
            onChange={(event) => askAnew({ cases_are: event.target.value === "participants" ? "participants" : "cases" })}
          >
            <option value="cases">{t("bring.casesAre.cases")}</option>
            <option value="participants">{t("bring.casesAre.participants")}</option>
          </select>
        </label>
      )}
      {gone.some(([, what]) => what.length > 0) && (
        <fieldset disabled={taking}>
          <legend>{t("bring.oneSide")}</legend>
          {gone.map(([name, what]) => what.length > 0 && (
            <div key={name}>
              <p>{t(`bring.${name}.what`, { what: what.join(", ") })}</p>
              <label className="row">
                <input type="checkbox" checked={asked[name] === true} onChange={(event) => askAnew({ [name]: event.target.checked })} />
                <span>{t(`bring.${name}`)}</span>
              </label>
            </div>
          ))}
        </fieldset>
      )}
      {error !== null && <Problem error={error} />}
      <div className="row going">
        <button type="button" className="button primary" disabled={busy !== "" || !found.changes} onClick={() => run("taking", takeIn(upload, asked), onTaken)}>
          {taking ? t("bring.taking") : found.changes ? t("bring.projectDo") : t("bring.doNothing")}
        </button>
        <button type="button" className="button" disabled={taking} onClick={onCancel}>{t("bring.cancel")}</button>
      </div>
    </div>
  );
}

/** What a project holds and what becomes, or became, of it. */
export function Report({ found }: { found: Brought }) {
  const inside = Object.entries(found.inside).map(([name, count]) => t("bring.howMany", { what: elementName(name), count }));
  const carried = Object.entries(found.carried).map(([name, count]) => t("bring.howMany", { what: elementName(name), count }));
  return (
    <>
      <p role="status">
        {t(found.codebook ? "bring.aCodebook" : "bring.aProject", { file: found.file, origin: found.origin === "" ? t("bring.someProgram") : found.origin })}
      </p>
      <Listed title="bring.inside" sentences={inside} open />
      <Listed title="bring.became" sentences={found.said} open />
      <Listed title="bring.carried" sentences={carried} />
      <Listed title="bring.differs" sentences={found.differs} open />
      <Listed title="bring.countedSo" sentences={found.counted} />
      <Listed title="bring.repaired" sentences={found.repairs.map(placed)} />
      <Listed title="bring.doubtful" sentences={found.doubts.map(placed)} open />
      <Listed title="bring.losses" sentences={found.losses.map(placed)} open />
      <Listed title="bring.choices" sentences={found.notes} open />
    </>
  );
}

const placed = (one: Schemas["Loss"]): string => (one.place === "" ? one.what : `${one.place}: ${one.what}`);

function Listed({ title, sentences, open = false }: { title: Key; sentences: readonly string[]; open?: boolean }) {
  if (sentences.length === 0) return null;
  const more = sentences.length - SHOWN;
  return (
    <details open={open}>
      <summary>{t(title)} ({sentences.length})</summary>
      <ul>
        {sentences.slice(0, SHOWN).map((one, n) => <li key={n}>{one}</li>)}
        {more > 0 && <li className="soft">{t("bring.andMore", { count: more })}</li>}
      </ul>
    </details>
  );
}
