/** The tables of a file of answers: what each column is taken for, whose each row is, and which answers would be replaced. */
import { t } from "../../messages";
import { choices, takenFor, type Brought, type Said } from "./answerFile";
import { OUTCOMES, written } from "./answers";

export function Columns({ seen, said, onSaid }: { seen: Brought; said: Said; onSaid: (part: Partial<Said>) => void }) {
  const all = choices(seen.items);
  const names = seen.names.filter((one) => one !== seen.who);
  return (
    <section>
      <h2 id="file-columns">{t("file.columns")}</h2>
      <div className="wide-table" role="region" tabIndex={0} aria-labelledby="file-columns">
        <table className="plain-table">
          <caption className="apart">{t("file.columns")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("file.column")}</th>
              <th scope="col">{t("file.takenFor")}</th>
              <th scope="col">{t("file.by")}</th>
              <th scope="col">{t("file.answered")}</th>
              {OUTCOMES.map((one) => <th key={one} scope="col">{one}</th>)}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => {
              const one = seen.columns.find((each) => each.column === name);
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>
                    <select aria-label={t("file.columnIs", { column: name })} value={said.columns[name] ?? takenFor(seen, name)} onChange={(event) => onSaid({ columns: { ...said.columns, [name]: event.target.value } })}>
                      <option value="">{t("file.notTaken")}</option>
                      {all.map((each) => <option key={each.value} value={each.value}>{each.label}</option>)}
                    </select>
                  </td>
                  <td>{one === undefined ? "" : t(`file.by.${one.by as "number" | "wording" | "said"}`)}</td>
                  <td className="figure">{one === undefined ? "" : one.option === "" ? one.answered : t("file.ticked", { count: one.answered })}</td>
                  {OUTCOMES.map((outcome) => <td key={outcome} className="figure">{one === undefined || one.option !== "" ? "" : (one.others[outcome] ?? 0)}</td>)}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function Rows({ seen }: { seen: Brought }) {
  if (seen.rows.length === 0) return null;
  // Whoever is not in the study comes first: that is what there is to decide.
  const rows = [...seen.rows].sort((one, other) => Number(one.participant !== null) - Number(other.participant !== null));
  return (
    <details>
      <summary><h2>{t("file.rows", { count: rows.length })}</h2></summary>
      <div className="wide-table" role="region" tabIndex={0} aria-label={t("file.rows", { count: rows.length })}>
        <table className="plain-table">
          <caption className="apart">{t("file.rows", { count: rows.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("file.participant")}</th>
              <th scope="col">{t("file.row")}</th>
              <th scope="col">{t("file.inStudy")}</th>
              <th scope="col">{t("file.new")}</th>
              <th scope="col">{t("file.changed")}</th>
              <th scope="col">{t("file.same")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.place}>
                <th scope="row">{one.identifier}</th>
                <td>{one.place}</td>
                <td>{one.participant === null ? <strong>{t("file.nobody")}</strong> : t("file.found")}</td>
                <td className="figure">{one.new}</td>
                <td className="figure">{one.changed}</td>
                <td className="figure">{one.same}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

export function Changes({ seen }: { seen: Brought }) {
  if (seen.changes.length === 0) return null;
  const items = new Map(seen.items.map((one) => [one.id, one.number === "" ? one.wording : one.number]));
  const read = (values: readonly string[], outcome: string) => <span dir="auto">{written({ values, outcome })}</span>;
  return (
    <details>
      <summary><h2>{t("file.changes", { count: seen.changes.length })}</h2></summary>
      <div className="wide-table" role="region" tabIndex={0} aria-label={t("file.changes", { count: seen.changes.length })}>
        <table className="plain-table">
          <caption className="apart">{t("file.changes", { count: seen.changes.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("file.participant")}</th>
              <th scope="col">{t("file.item")}</th>
              <th scope="col">{t("file.stands")}</th>
              <th scope="col">{t("file.becomes")}</th>
            </tr>
          </thead>
          <tbody>
            {seen.changes.map((one) => (
              <tr key={`${one.participant} ${one.question}`}>
                <th scope="row">{one.identifier}</th>
                <td>{items.get(one.question)}</td>
                <td>{read(one.before ?? [], one.outcome_before)}</td>
                <td>{read(one.values, one.outcome)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
