/** The question: what is looked for, as it is written; and the form that writes it, kept in step. */
import { useEffect, useId, useRef, useState, type SubmitEvent } from "react";
import { Refused } from "../../api/client";
import { t } from "../../messages";
import { Build } from "./Build";
import { NATURES, type Asking } from "./asking";

export function Ask(props: { asking: Asking; error: unknown; onAsk: (asking: Asking) => void; shift: number }) {
  const { asking, onAsk } = props;
  const [draft, setDraft] = useState(asking);
  const [before, setBefore] = useState(asking);
  // The address changed: another question stands there now.
  if (before !== asking) {
    setBefore(asking);
    setDraft(asking);
  }
  const field = useRef<HTMLInputElement>(null);
  const ids = { help: useId(), wrong: useId() };
  const { error } = props;
  const wrong = error instanceof Refused ? error : null;
  const at = wrong === null ? null : placeOf(wrong, props.shift, asking.text);

  useEffect(() => {
    // The place of the fault is selected in the field, so that it can be typed over.
    if (at !== null && field.current !== null) {
      field.current.focus();
      field.current.setSelectionRange(at, field.current.value.length);
    }
  }, [at, wrong]);

  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    onAsk(draft);
  };
  return (
    <form className="ask" onSubmit={ask} role="search" aria-label={t("find.ask")}>
      <fieldset className="group">
        <legend>{t("find.nature")}</legend>
        {NATURES.map((one) => (
          <button key={one} type="button" className="button" aria-pressed={draft.nature === one} onClick={() => setDraft({ ...draft, nature: one, text: draft.nature === one ? draft.text : "" })}>
            {t(`find.nature.${one}`)}
          </button>
        ))}
      </fieldset>
      <label className="field">
        <span>{t(`find.query.${draft.nature}`)}</span>
        <input
          ref={field}
          type="search"
          value={draft.text}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={wrong === null ? ids.help : `${ids.wrong} ${ids.help}`}
          aria-invalid={wrong !== null}
          onChange={(event) => setDraft({ ...draft, text: event.target.value })}
        />
      </label>
      {wrong !== null && (
        <div className="problem" role="alert" id={ids.wrong}>
          <strong>{wrong.message}</strong>
          {at !== null && at < asking.text.length && <p>{t("find.wrongHere", { what: asking.text.slice(at) })}</p>}
        </div>
      )}
      <p className="soft small" id={ids.help}>
        {t(`find.help.${draft.nature}`)}
      </p>
      {draft.nature !== "context" && (
        <details className="build">
          <summary>{t("find.form")}</summary>
          <Build draft={draft} onChange={setDraft} />
        </details>
      )}
      <button type="submit" className="button primary" disabled={draft.text.trim() === ""}>
        {t("find.search")}
      </button>
    </form>
  );
}

/** Where in what was typed the fault is, in the units of the field; the server counts code points. */
function placeOf(wrong: Refused, shift: number, text: string): number | null {
  const found = /^character (\d+)$/u.exec(wrong.where[0] ?? "");
  return found === null ? null : Array.from(text).slice(0, Math.max(0, Number(found[1]) - shift)).join("").length;
}
