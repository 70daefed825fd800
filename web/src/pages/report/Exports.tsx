/** What is written to be taken away: the report in a format, or data as a table. */
import { useState } from "react";
import { t, type Key } from "../../messages";
import { en } from "../../messages/en/index";
import { asked, type Chosen } from "./chosen";
import { begin, beginTable, type Job } from "./jobs";

const TABLES = ["codings", "codebook", "matrix", "frame", "participants", "cases"] as const;
const TABLE_FORMS = ["xlsx", "csv", "tsv", "html"] as const;

const formName = (form: string): string => (`report.form.${form}` in en ? t(`report.form.${form}` as Key) : form);

/** `onBegin` is given what began, or why it did not. */
export function Exports({ chosen, forms, onBegin }: { chosen: Chosen; forms: readonly string[]; onBegin: (beginning: Promise<Job>) => void }) {
  const [form, setForm] = useState("docx");
  const [name, setName] = useState("report");
  const [what, setWhat] = useState<(typeof TABLES)[number]>("codings");
  const [as, setAs] = useState<(typeof TABLE_FORMS)[number]>("xlsx");
  const none = !chosen.parts.some((part) => part.taken);
  return (
    <>
      <section aria-labelledby="report-file">
        <h2 id="report-file">{t("report.file")}</h2>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onBegin(begin(asked(chosen, form, name.trim(), false)));
          }}
        >
          <label className="field">
            <span>{t("report.form")}</span>
            <select value={form} onChange={(event) => setForm(event.target.value)}>
              {forms.map((one) => <option key={one} value={one}>{formName(one)}</option>)}
            </select>
          </label>
          <label className="field">
            <span>{t("report.name")}</span>
            <input type="text" value={name} required maxLength={120} onChange={(event) => setName(event.target.value)} />
          </label>
          <button type="submit" className="button primary" disabled={none || name.trim() === ""}>{t("report.make")}</button>
          {none && <p className="soft small">{t("report.noneChosen")}</p>}
        </form>
      </section>
      <section aria-labelledby="report-tables">
        <h2 id="report-tables">{t("report.tables")}</h2>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onBegin(beginTable({ what, form: as }));
          }}
        >
          <label className="field">
            <span>{t("report.which")}</span>
            <select value={what} onChange={(event) => setWhat(TABLES.find((one) => one === event.target.value) ?? what)}>
              {TABLES.map((one) => <option key={one} value={one}>{t(`report.table.${one}`)}</option>)}
            </select>
          </label>
          <label className="field">
            <span>{t("report.tableForm")}</span>
            <select value={as} onChange={(event) => setAs(TABLE_FORMS.find((one) => one === event.target.value) ?? as)}>
              {TABLE_FORMS.map((one) => <option key={one} value={one}>{formName(one)}</option>)}
            </select>
          </label>
          <button type="submit" className="button">{t("report.makeTable")}</button>
        </form>
        <p className="soft small">{t("report.tablesWhat")}</p>
      </section>
    </>
  );
}
