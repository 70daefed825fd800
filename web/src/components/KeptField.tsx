/**
 * A field that keeps itself: words are saved after a pause, when the field is left, and when it goes away.
 *
 * What a careful reader would get wrong: one save at a time and the last words last; a refused save keeps the words here
 * and says so. What comes from elsewhere replaces words only where nothing is being typed.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { t } from "../messages";

const PAUSE = 1500;

export function KeptField({ label, words, describedBy, onSave }: { label: string; words: string; describedBy?: string; onSave: (words: string) => Promise<boolean> }) {
  const [typed, setTyped] = useState(words);
  const [state, setState] = useState<"still" | "keeping" | "kept" | "refused">("still");
  const saved = useRef(words);
  const latest = useRef(words);
  const busy = useRef(false);
  const save = useRef(onSave);
  const keep = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    while (latest.current !== saved.current) {
      const next = latest.current;
      setState("keeping");
      if (!(await save.current(next))) {
        setState("refused");
        break;
      }
      saved.current = next;
      setState("kept");
    }
    busy.current = false;
  }, []);
  useEffect(() => {
    save.current = onSave;
    latest.current = typed;
    if (typed === saved.current) return undefined;
    const timer = setTimeout(() => void keep(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, onSave, keep]);
  useEffect(() => () => void keep(), [keep]);
  return (
    <>
      <label className="field">
        <span>{label}</span>
        <textarea aria-describedby={describedBy} value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={() => void keep()} />
      </label>
      <p role="status" className={state === "refused" ? "flag small" : "soft small"}>{state === "still" ? "" : t(state === "kept" ? "discuss.kept" : state === "keeping" ? "discuss.keeping" : "discuss.notKept")}</p>
    </>
  );
}
