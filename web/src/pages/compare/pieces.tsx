/** Small pieces of this screen: a choice with its name, what a cell opens to, quotations by the dozen, saving. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Schemas } from "../../api/client";
import { fromCoding, Quotation } from "../../components/Quotation";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import type { Here } from "./address";
import { copied, fileName, keep, savedAs, type Drawing } from "./files";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

/** A select with its name above it; options that say a group stand under it. */
export function Choose({ label, value, options, onChange }: { label: string; value: string; options: readonly Option[]; onChange: (value: string) => void }) {
  const groups = [...new Set(options.map((one) => one.group ?? ""))];
  const items = (group: string) =>
    options.filter((one) => (one.group ?? "") === group).map((one) => <option key={one.value} value={one.value}>{one.label}</option>);
  return (
    <label className="field choose">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {groups.map((group) => (group === "" ? items(group) : <optgroup key={group} label={group}>{items(group)}</optgroup>))}
      </select>
    </label>
  );
}

/** Whether a table or a figure of it is looked at; a figure has no cell that could be open. */
export function TableOrFigure({ figure, change }: { figure: boolean; change: Here["change"] }) {
  return (
    <div className="row" role="group" aria-label={t("compare.view")}>
      <button type="button" className="button" aria-pressed={!figure} onClick={() => change({ view: null })}>{t("compare.table")}</button>
      <button type="button" className="button" aria-pressed={figure} onClick={() => change({ view: "figure", open: null })}>{t("compare.figure")}</button>
    </div>
  );
}

/** What was opened, beside the table: read from its heading, closed with Escape, which leads back to the cell. */
export function Beside({ title, onClose, wide = false, quiet = false, children }: {
  title: string;
  onClose: () => void;
  wide?: boolean;
  /** The focus stays where it is: something is written there. */
  quiet?: boolean;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!quiet) heading.current?.focus();
  }, [title, quiet]);
  return (
    // Escape is listened for here and not on the page: it closes what one is in.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className={wide ? "beside wide" : "beside"}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="row beside-head">
        <h2 ref={heading} tabIndex={-1}>{title}</h2>
        <button type="button" className="button plain" onClick={onClose}>{t("app.close")}</button>
      </div>
      {children}
    </aside>
  );
}

const MANY = 25;

/** Quotations, the first of them; more when asked for. */
export function Quotations({ all, code = true }: { all: readonly Schemas["Quotation"][]; code?: boolean }) {
  const [most, setMost] = useState(MANY);
  return (
    <>
      <ul className="list quotes">
        {all.slice(0, most).map((one) => (
          <li key={one.coding.id}>
            <Quotation quoted={fromCoding(one)}>
              <p className="soft small">{code ? t("compare.codedWith", { code: one.coding.code, member: one.coding.member }) : t("compare.codedBy", { member: one.coding.member })}</p>
            </Quotation>
          </li>
        ))}
      </ul>
      {all.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + MANY)}>{t("compare.more", { count: all.length - most })}</button>
      )}
    </>
  );
}

/** Saving as a file and copying, of whatever is shown. */
export function Saving({ drawing, title }: { drawing: Drawing; title: string }) {
  const { say, refuse } = useSay();
  const save = (form: "csv" | "xlsx") => {
    savedAs(form, drawing).then((data) => {
      keep(data, fileName(title, form));
      say(t("compare.saved", { name: fileName(title, form) }));
    }, refuse);
  };
  return (
    <div className="row" role="group" aria-label={t("compare.keep")}>
      <button type="button" className="button" onClick={() => save("xlsx")}>{t("compare.saveXlsx")}</button>
      <button type="button" className="button" onClick={() => save("csv")}>{t("compare.saveCsv")}</button>
      <button type="button" className="button" onClick={() => void copied(drawing).then((rows) => say(t("compare.copied", { rows })), refuse)}>{t("compare.copy")}</button>
    </div>
  );
}

/** What a reader has to know of a table. */
export function Notes({ notes }: { notes: readonly string[] }) {
  return notes.length === 0 ? null : (
    <ul className="notes small soft">
      {notes.map((note) => <li key={note}>{note}</li>)}
    </ul>
  );
}
