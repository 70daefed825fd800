/** One draft: its text with the margin, what is put in, what was proposed, and how it is printed. */
import { useRef, useState } from "react";
import { act, Refused, type Schemas } from "../../../api/client";
import { queries } from "../../../api/hooks";
import { useDoing } from "../../../components/doing";
import { KeptField } from "../../../components/KeptField";
import { Dialog, Problem } from "../../../components/parts";
import { useSay } from "../../../components/said";
import { go } from "../../../lib/router";
import { t } from "../../../messages";
import { Insert } from "./Insert";
import type { Mark } from "./marks";
import { Paper } from "./Paper";
import { Print, TakeIn } from "./Print";
import { Proposals } from "./Proposals";
import { useDraft, useReading } from "./useDraft";

const SHOWS = ["drafts", "draft"];

export function Editor({ here, may }: { here: Schemas["DraftHere"]; may: boolean }) {
  const { run } = useDoing();
  const { say } = useSay();
  const draft = here.draft;
  const id = draft.id;
  const { text, type, state, keep, follow } = useDraft(draft);
  const reading = useReading(id, draft.looked, text);
  const field = useRef<HTMLTextAreaElement>(null);
  const [putting, setPutting] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [only, setOnly] = useState(false);
  const shown = only ? reading.marks.filter((one) => one.look !== "well") : reading.marks;
  const movedOn = state.error instanceof Refused && state.error.code === "draft-moved-on";

  const put = (written: string) => {
    const area = field.current;
    const at = area?.selectionEnd ?? text.length;
    type(`${text.slice(0, at)}${written}${text.slice(at)}`);
    setPutting(false);
    say(t("draft.wasPut", { written }));
    // After the dialog has given the focus back.
    setTimeout(() => {
      area?.focus();
      area?.setSelectionRange(at + written.length, at + written.length);
    });
  };
  return (
    <div className="draft">
      <div className="row tools">
        <h2>{draft.name}</h2>
        <p role="status" className="soft small">{t(`kept.${state.is}`)}</p>
      </div>
      {reading.read === undefined ? <p className="soft">{t("draft.reading")}</p> : <Counts marks={reading.marks} />}
      <div className="row tools">
        {may && <button type="button" className="button primary" onClick={() => setPutting(true)}>{t("draft.put")}</button>}
        {may && (
          <button type="button" className="button" onClick={() => void run("draft.look", { draft: id }, { sentence: t("draft.looked"), shows: SHOWS })}>{t("draft.look")}</button>
        )}
        <label className="row tick">
          <input type="checkbox" checked={only} onChange={(event) => setOnly(event.target.checked)} />
          <span>{t("draft.only")}</span>
        </label>
      </div>
      {state.error !== null && (
        <>
          <Problem error={state.error} again={movedOn ? undefined : () => void keep()} />
          {movedOn && (
            <details className="theirs">
              <summary>{t("draft.theirs")}</summary>
              <pre dir="auto">{draft.text}</pre>
              <button type="button" className="button" onClick={follow}>{t("draft.follow")}</button>
            </details>
          )}
        </>
      )}
      {reading.error !== null && <Problem error={reading.error} again={reading.again} />}
      <p id="draft-help" className="soft small">{t("draft.help")}</p>
      <Paper text={text} marks={shown} field={field} readOnly={!may} onType={type} onLeave={() => void keep()} />
      <Proposals lines={here.proposals} may={may} before={keep} />
      {may && <TakeIn draft={id} />}
      <Print draft={draft} keep={keep} />
      {may && (
        <details>
          <summary><h2>{t("draft.literature")}</h2></summary>
          <KeptField label={t("draft.bibliography")} words={draft.bibliography} onSave={(words) => saved(id, { bibliography: words })} />
          <KeptField label={t("draft.style")} words={draft.style} onSave={(words) => saved(id, { style: words })} />
          <button type="button" className="button danger" onClick={() => setRemoving(true)}>{t("draft.remove")}</button>
        </details>
      )}
      {putting && <Insert bibliography={draft.bibliography} onPut={put} onClose={() => setPutting(false)} />}
      {removing && (
        <Dialog title={t("draft.remove")} onClose={() => setRemoving(false)}>
          <p>{t("draft.removeWhat", { name: draft.name })}</p>
          <div className="row">
            <button type="button" className="button danger" onClick={() => void run("draft.remove", { draft: id }, { sentence: t("draft.removed", { name: draft.name }), shows: ["drafts"] }).then((done) => done && go("/findings/draft"))}>
              {t("draft.removeIt")}
            </button>
            <button type="button" className="button" onClick={() => setRemoving(false)}>{t("memos.keepIt")}</button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function Counts({ marks }: { marks: readonly Mark[] }) {
  const count = (look: Mark["look"]) => marks.filter((one) => one.look === look).length;
  return <p><strong>{t("draft.counts", { count: marks.filter((one) => "reference" in one.what).length, look: count("look"), unbound: count("unbound") })}</strong></p>;
}

async function saved(draft: string, fields: { bibliography?: string; style?: string }): Promise<boolean> {
  try {
    await act("draft.change", { draft, ...fields });
    for (const name of ["draft", "draft read"]) void queries.invalidateQueries({ queryKey: [name] });
    return true;
  } catch {
    return false;
  }
}
