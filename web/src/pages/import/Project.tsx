/**
 * A project of another program, looked at before it is taken in: what is in it, what becomes of it, what was put right.
 *
 * What a careful reader would get wrong: nothing can be corrected here but what its cases are. A project comes whole; what
 * has no place here is carried and leaves again with the study.
 */
import { useState } from "react";
import { plain, type Schemas } from "../../api/client";
import { Problem } from "../../components/parts";
import { t, type Key } from "../../messages";
import { en } from "../../messages/en/index";
import type { Given } from "./files";

export type Brought = Schemas["ProjectBrought"];
export type CasesAre = NonNullable<Schemas["ProjectAsked"]["cases_are"]>;

const ENDINGS = [".qdpx", ".qdc", ".qde"];
const SHOWN = 20;

/** Whether what was given is a project, which comes by itself. */
export const isProject = (given: readonly Given[]): boolean =>
  given.length === 1 && ENDINGS.some((ending) => given[0]?.name.toLowerCase().endsWith(ending) === true);

export async function lookAt(upload: string, cases: CasesAre): Promise<Brought> {
  const done = await plain("POST", "/api/imports/{upload}/project", { path: { upload }, query: { trial: "true" } }, { cases_are: cases });
  return (done as Schemas["DoneProjectBrought"]).value;
}

export async function takeIn(upload: string, cases: CasesAre): Promise<Brought> {
  const done = await plain("POST", "/api/imports/{upload}/project", { path: { upload } }, { cases_are: cases });
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
  const [cases, setCases] = useState<CasesAre>("cases");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = (work: Promise<Brought>, then: (found: Brought) => void) => {
    setBusy(true);
    setError(null);
    work.then(then, setError).finally(() => setBusy(false));
  };
  return (
    <div className="narrow">
      <Report found={found} />
      {found.inside["Case"] !== undefined && (
        <label className="field">
          <span>{t("bring.casesAre")}</span>
          <select
            value={cases}
            disabled={busy}
            onChange={(event) => {
              const wanted = event.target.value === "participants" ? "participants" : "cases";
              setCases(wanted);
              run(lookAt(upload, wanted), setFound);
            }}
          >
            <option value="cases">{t("bring.casesAre.cases")}</option>
            <option value="participants">{t("bring.casesAre.participants")}</option>
          </select>
        </label>
      )}
      {error !== null && <Problem error={error} />}
      <div className="row going">
        <button type="button" className="button primary" disabled={busy || !found.changes} onClick={() => run(takeIn(upload, cases), onTaken)}>
          {busy ? t("bring.taking") : found.changes ? t("bring.projectDo") : t("bring.doNothing")}
        </button>
        <button type="button" className="button" disabled={busy} onClick={onCancel}>{t("bring.cancel")}</button>
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
      <Listed title="bring.choices" sentences={found.notes} />
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
