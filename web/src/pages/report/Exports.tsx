/** What is written to be taken away: the report in a format, or data as a table. */
import { useState } from "react";
import type { Schemas } from "../../api/client";
import { t, type Key } from "../../messages";
import { en } from "../../messages/en/index";
import { asked, type Chosen } from "./chosen";
import { begin, beginExport, beginTable, type Job } from "./jobs";

const TABLES = ["codings", "codebook", "matrix", "frame", "participants", "cases"] as const;
const TABLE_FORMS = ["xlsx", "csv", "tsv", "html"] as const;

const formName = (form: string): string => (`report.form.${form}` in en ? t(`report.form.${form}` as Key) : form);

interface Given {
  chosen: Chosen;
  forms: readonly string[];
  formats: readonly Schemas["FormatChoice"][];
  onBegin: (beginning: Promise<Job>) => void;
}

/** `onBegin` is given what began, or why it did not. */
export function Exports({ chosen, forms, formats, onBegin }: Given) {
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
      {formats.length > 0 && <ToPrograms formats={formats} onBegin={onBegin} />}
    </>
  );
}

/** The whole study for another program. */
function ToPrograms({ formats, onBegin }: Pick<Given, "formats" | "onBegin">) {
  const [which, setWhich] = useState(formats[0]?.name ?? "");
  const [profile, setProfile] = useState("");
  const [consented, setConsented] = useState(false);
  const [nameless, setNameless] = useState(false);
  const format = formats.find((one) => one.name === which) ?? formats[0];
  if (format === undefined) return null;
  return (
    <section aria-labelledby="report-programs">
      <h2 id="report-programs">{t("report.programs")}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onBegin(
            beginExport({
              format: format.name,
              profile: format.profiles.includes(profile) ? profile : "",
              consented: format.consented && consented,
              names: !(format.names && nameless),
            }),
          );
        }}
      >
        <label className="field">
          <span>{t("report.program")}</span>
          <select value={format.name} onChange={(event) => setWhich(event.target.value)}>
            {formats.map((one) => <option key={one.name} value={one.name}>{t("report.formatIs", { title: one.title, ending: one.ending })}</option>)}
          </select>
        </label>
        {format.profiles.length > 0 && (
          <label className="field">
            <span>{t("report.profile")}</span>
            <select value={profile} onChange={(event) => setProfile(event.target.value)}>
              <option value="">{t("report.anyProgram")}</option>
              {format.profiles.map((one) => <option key={one} value={one}>{one}</option>)}
            </select>
          </label>
        )}
        {format.consented && (
          <label className="row tick">
            <input type="checkbox" checked={consented} onChange={(event) => setConsented(event.target.checked)} />
            <span>{t("report.consented")}</span>
          </label>
        )}
        {format.names && (
          <label className="row tick">
            <input type="checkbox" checked={nameless} onChange={(event) => setNameless(event.target.checked)} />
            <span>{t("report.nameless")}</span>
          </label>
        )}
        <button type="submit" className="button">{t("report.makeExport")}</button>
      </form>
      <p className="soft small">{t("report.programsWhat")}</p>
    </section>
  );
}
