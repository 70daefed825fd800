/**
 * A labelled field with a hint and, where something is wrong, the reason beside it, tied to it for screen readers.
 *
 * The child is given what ties it: `id`, `aria-describedby`, `aria-invalid`.
 */
import { useId, type ReactNode } from "react";

export interface Tied {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
}

export function Field({ label, hint, error, children }: {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: (tied: Tied) => ReactNode;
}) {
  const id = useId();
  const told = [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`].filter((one) => one !== "").join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <p id={`${id}-hint`} className="soft small hint">{hint}</p>}
      {children({ id, "aria-describedby": told === "" ? undefined : told, "aria-invalid": error === undefined ? undefined : true })}
      {error !== undefined && <p id={`${id}-error`} className="fault" role="alert">{error}</p>}
    </div>
  );
}
