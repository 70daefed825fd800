/**
 * A text that is saved when its field is left. When that is refused, the words stay as typed, and the reason stands beside
 * them.
 */
import { useState } from "react";
import { Field } from "../../components/Field";

export function Saved({ label, hint, words, disabled = false, lines = false, bare = false, onSave }: {
  label: string;
  hint?: string;
  words: string;
  disabled?: boolean;
  lines?: boolean;
  /** In a table: the label is not shown. */
  bare?: boolean;
  onSave: (words: string) => Promise<unknown>;
}) {
  const [typed, setTyped] = useState(words);
  const [before, setBefore] = useState(words);
  const [error, setError] = useState<string>();
  if (before !== words) {
    setBefore(words);
    if (typed === before) setTyped(words);
  }
  const save = () => {
    if (typed === words) return;
    setError(undefined);
    onSave(typed).catch((failed: unknown) => setError(failed instanceof Error ? failed.message : String(failed)));
  };
  const change = { value: typed, disabled, onBlur: save, onChange: (event: { target: { value: string } }) => setTyped(event.target.value) };
  if (bare)
    return (
      <>
        <input type="text" aria-label={label} aria-invalid={error === undefined ? undefined : true} {...change} />
        {error !== undefined && <p className="fault" role="alert">{error}</p>}
      </>
    );
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} error={error}>
      {(tied) => (lines ? <textarea {...tied} {...change} /> : <input type="text" {...tied} {...change} />)}
    </Field>
  );
}
