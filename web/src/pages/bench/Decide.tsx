/**
 * What is decided of a pair: one key for each decision, then what that needs, and why. It is carried out as one act.
 *
 * What a careful reader would get wrong: keys are listened for on the page, so that nobody has to go anywhere first; not
 * while somebody writes, and not where single letters are switched off.
 */
import { useEffect, useRef, useState } from "react";
import type { Schemas } from "../../api/client";
import { useDoing } from "../../components/doing";
import { usePreference } from "../../components/prefs";
import { composing } from "../../lib/composing";
import { t } from "../../messages";
import type { Line } from "./Categories";
import { Against, Begins, Extends } from "./deciding";
import { argumentsOf, begin, complete, DECISIONS, possible, type Decision, type Draft } from "./decision";
import { SplitInto } from "./SplitInto";
import type { Side } from "./SideOf";

const EDITS: readonly Decision[] = ["extends", "split"];
const SHOWS = ["bench", "codebook", "negatives"];

export function Decide({ one, other, category, rule, seed, codes, study, onDone, onNext }: {
  one: Side;
  other: Side;
  category: string;
  rule: string;
  seed: number;
  codes: readonly Line[];
  study: Schemas["StudyHere"];
  onDone: (comparison: string, decision: Decision) => void;
  onNext: (() => void) | null;
}) {
  const { run } = useDoing();
  const [draft, setDraft] = useState<Draft>(() => begin(other, category));
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const follow = useRef(false);
  const [keys] = usePreference("keys", "on");
  const may = study.me.may.includes("code");
  const mayEdit = study.me.may.includes("edit");
  const offered = possible(one, other, category);
  const barred = draft.decision !== null && EDITS.includes(draft.decision) && !mayEdit;
  const ready = complete(draft) && !barred && !busy;
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));

  const choose = (decision: Decision) => {
    follow.current = true;
    change({ decision });
  };
  const decide = () => {
    if (!ready || draft.decision === null) return;
    const { decision } = draft;
    setBusy(true);
    void run("comparison.decide", argumentsOf(draft, one, other, { category, rule, seed }), { sentence: t(`bench.done.${decision}`), shows: SHOWS }).then((done) => {
      setBusy(false);
      if (done !== null) onDone(done.value, decision);
    });
  };
  const pressed = useRef<(key: KeyboardEvent) => void>(() => undefined);
  useEffect(() => {
    pressed.current = (key) => {
      const target = key.target as HTMLElement;
      if (composing(key) || key.ctrlKey || key.metaKey || key.altKey || keys !== "on" || target.matches("input, textarea, select, [contenteditable]")) return;
      if (document.querySelector("dialog[open]") !== null) return;
      const decision = DECISIONS[Number(key.key) - 1];
      if (decision !== undefined && offered.includes(decision)) {
        key.preventDefault();
        choose(decision);
      } else if (key.key.toLowerCase() === "n" && onNext !== null) {
        key.preventDefault();
        onNext();
      }
    };
    if (!follow.current) return;
    follow.current = false;
    form.current?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  });
  useEffect(() => {
    const told = (key: KeyboardEvent) => pressed.current(key);
    addEventListener("keydown", told);
    return () => removeEventListener("keydown", told);
  }, []);

  if (!may) return <p className="soft">{t("bench.reading")}</p>;
  return (
    <section className="bench-decide" aria-labelledby="bench-decide">
      <h3 id="bench-decide">{t("bench.decide")}</h3>
      <div className="row" role="group" aria-labelledby="bench-decide">
        {offered.map((decision) => (
          <button key={decision} type="button" className="button" aria-pressed={draft.decision === decision} onClick={() => choose(decision)}>
            {t(`bench.is.${decision}`)} {keys === "on" && <kbd aria-hidden="true">{DECISIONS.indexOf(decision) + 1}</kbd>}
          </button>
        ))}
        {onNext !== null && (
          <button type="button" className="button plain" onClick={onNext}>
            {t("bench.next")} {keys === "on" && <kbd aria-hidden="true">N</kbd>}
          </button>
        )}
      </div>
      {keys === "on" && <p className="apart">{t("bench.keys", { keys: offered.map((one) => `${DECISIONS.indexOf(one) + 1} ${t(`bench.is.${one}`)}`).join(", ") })}</p>}
      {category === "" && <p className="soft small">{t("bench.needsCategory")}</p>}
      {draft.decision !== null && (
        // Ctrl+Enter decides from wherever in the form somebody is.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <form
          ref={form}
          className="bench-form"
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !composing(event.nativeEvent)) {
              event.preventDefault();
              decide();
            }
          }}
          onSubmit={(event) => {
            event.preventDefault();
            decide();
          }}
        >
          <p>{t(`bench.means.${draft.decision}`)}</p>
          {barred ? <p className="flag">{t("bench.mayNot")}</p> : <Needs draft={draft} change={change} setDraft={setDraft} one={one} other={other} category={category} codes={codes} />}
          <label className="field">
            <span>{t("bench.reason")}</span>
            <textarea aria-describedby="bench-reason" value={draft.reason} onChange={(event) => change({ reason: event.target.value })} />
          </label>
          <p id="bench-reason" className="soft small under">{t("bench.reasonHelp")}</p>
          <button type="submit" className="button primary" disabled={!ready}>{t("bench.do")} <kbd aria-hidden="true">Ctrl+Enter</kbd></button>
        </form>
      )}
    </section>
  );
}

export interface Part {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly setDraft: (draft: Draft) => void;
  readonly one: Side;
  readonly other: Side;
  readonly category: string;
  readonly codes: readonly Line[];
}

function Needs(props: Part) {
  switch (props.draft.decision) {
    case "extends":
      return <Extends {...props} />;
    case "split":
      return <SplitInto {...props} />;
    case "new":
      return <Begins {...props} />;
    case "negative":
      return <Against {...props} />;
    default:
      return null;
  }
}
