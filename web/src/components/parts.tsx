/** Small pieces that every screen uses: what went wrong, what is not there yet, a dialog, a patch of a code's colour. */
import { useEffect, useRef, type ReactNode } from "react";
import { Refused } from "../api/client";
import { colourOf, inkOn, shapeOf } from "../lib/colours";
import { t } from "../messages";
import { SaidHere } from "./said";

/** What went wrong, and what that means for the data. */
export function Problem({ error, again }: { error: unknown; again?: (() => void) | undefined }) {
  const known = error instanceof Refused;
  return (
    <div className="problem" role="alert">
      <strong>{known ? error.title : t("error.unexpected")}</strong>
      <p>{known ? error.message : String(error)}</p>
      {again && (
        <button type="button" className="button" onClick={again}>
          {t("error.again")}
        </button>
      )}
    </div>
  );
}

/** `whole`: it is all there is on the screen, and its title is the screen's. */
export function Empty({ title, whole = false, children }: { title: string; whole?: boolean; children: ReactNode }) {
  const Title = whole ? "h1" : "h2";
  return (
    <div className="empty">
      <Title>{title}</Title>
      <p>{children}</p>
    </div>
  );
}

/** A dialog over the page; Escape and its button close it, and the focus goes back where it was. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element?.open === false) element.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2>{title}</h2>
      {children}
      <SaidHere />
    </dialog>
  );
}

/** A code's colour with a shape and the letter it begins with, so that no colour stands alone. */
export function Patch({ code }: { code: { colour: string; id: string; name: string } }) {
  const colour = colourOf(code);
  return (
    <span className="patch" data-shape={shapeOf(code)} style={{ background: colour, color: inkOn(colour) }} aria-hidden="true">
      {String.fromCodePoint(code.name.codePointAt(0) ?? 32).toLocaleUpperCase()}
    </span>
  );
}
