/**
 * The field in which one cell is written, by the type of its column: with a list to choose from where there are options.
 *
 * What was typed is looked at while it is typed; why it does not fit stands under it and is told. It is never thrown away:
 * a refused cell stays open with its words until it fits or Escape is pressed.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { composing } from "../../lib/composing";
import { t } from "../../messages";
import type { GridColumn, Move } from "./Grid";

const LOOK_AFTER = 220;

export function Editor(props: {
  column: GridColumn;
  label: string;
  draft: string;
  why: string;
  saving: boolean;
  onDraft: (draft: string) => void;
  onLook: (draft: string) => void;
  onCommit: (draft: string, move: Move, extend: boolean) => void;
  onCancel: () => void;
}) {
  const { column, draft, why, saving, onDraft, onLook, onCommit, onCancel } = props;
  const [at, setAt] = useState(-1);
  const [typed, setTyped] = useState(draft !== "" && !column.options?.includes(draft));
  const list = useId();
  const reason = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const listed = column.options !== undefined && column.type !== "many-of";
  const options = (column.options ?? []).filter((one) => !typed || one.toLocaleLowerCase().includes(draft.trim().toLocaleLowerCase()));
  const fresh = listed && column.open === true && draft.trim() !== "" && !column.options.some((one) => one.toLocaleLowerCase() === draft.trim().toLocaleLowerCase());
  const shown = fresh ? options.length + 1 : options.length;

  useEffect(() => {
    field.current?.focus();
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
    popup.current?.scrollIntoView({ block: "nearest" });
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => onLook(draft), LOOK_AFTER);
    return () => clearTimeout(timer);
  }, [draft, onLook]);

  const chosen = (place: number, move: Move) => {
    const option = options[place];
    if (option !== undefined) onCommit(option, move, false);
    else onCommit(draft, move, fresh && place === options.length);
  };
  const pressed = (event: KeyboardEvent) => {
    // The grid's own keys do not count in here.
    event.stopPropagation();
    if (composing(event.nativeEvent)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    } else if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      chosen(at >= 0 ? at : typed && draft.trim() !== "" && options.length === 1 ? 0 : -1, "down");
    } else if (event.key === "Tab") {
      event.preventDefault();
      chosen(at, event.shiftKey ? "left" : "right");
    } else if (listed && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setAt(Math.min(Math.max(at + (event.key === "ArrowDown" ? 1 : -1), 0), shown - 1));
    }
  };
  const common = {
    ref: field,
    value: draft,
    readOnly: saving,
    "aria-label": props.label,
    "aria-invalid": why !== "",
    "aria-describedby": reason,
    onKeyDown: pressed,
    onBlur: () => onCommit(draft, "stay", false),
  };
  return (
    <div className="grid-editor">
      {column.prose === true ? (
        <textarea {...common} rows={4} onChange={(event) => onDraft(event.target.value)} />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={column.type === "number" ? "decimal" : undefined}
          autoComplete="off"
          {...(listed
            ? { role: "combobox", "aria-expanded": shown > 0, "aria-controls": list, "aria-autocomplete": "list" as const, ...(at >= 0 ? { "aria-activedescendant": `${list}-${at}` } : {}) }
            : {})}
          onChange={(event) => {
            setTyped(true);
            setAt(-1);
            onDraft(event.target.value);
          }}
        />
      )}
      <div ref={popup} className="grid-popup">
        <span id={reason} role="status" className={why === "" ? "soft small" : "grid-why small"}>
          {why === "" ? (column.hint ?? "") : why}
        </span>
        {listed && shown > 0 && (
          <div id={list} role="listbox" aria-label={column.heading} className="grid-options">
            {[...options, ...(fresh ? [draft] : [])].map((option, place) => (
              <div
                key={`${place} ${option}`}
                id={`${list}-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === at}
                className="option"
                onMouseDown={(event) => {
                  event.preventDefault();
                  chosen(place, "stay");
                }}
              >
                {place === options.length ? t("grid.addOption", { option: draft.trim() }) : option}
              </div>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
