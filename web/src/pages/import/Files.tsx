/** What became of files: those refused and those known already, each with the reason. */
import { t, type Key } from "../../messages";
import type { Schemas } from "../../api/client";

export function Files({ title, what, files, open = true }: { title: string; what?: string; files: readonly Schemas["FileHere"][]; open?: boolean }) {
  if (files.length === 0) return null;
  return (
    <section>
      <details open={open}>
        <summary><h2>{title} ({files.length})</h2></summary>
        {what !== undefined && <p>{what}</p>}
        <div className="scrolled" role="region" tabIndex={0} aria-label={title}>
          <table className="lined">
            <caption className="apart">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t("bring.fileName")}</th>
                <th scope="col">{t("bring.reason")}</th>
              </tr>
            </thead>
            <tbody>
              {files.map((one) => (
                <tr key={one.name}>
                  <th scope="row" className="path">{one.name}</th>
                  <td>{one.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

interface Said {
  place: string;
  what: string;
}

/** Rows of tables that are not taken in, each with the reason. */
export const rowsLeft = (rows: readonly Schemas["Refusal"][]): Said[] => rows.map((one) => ({ place: one.place, what: one.reason }));

/** Sentences about files: what was decided, what could not be carried over. */
export function Sentences({ title, said, open = false }: { title: Key; said: readonly Said[]; open?: boolean }) {
  if (said.length === 0) return null;
  return (
    <details open={open}>
      <summary>{t(title)} ({said.length})</summary>
      <ul>
        {said.map((one) => (
          <li key={`${one.place} ${one.what}`}>{one.place !== "" && <strong>{one.place}: </strong>}{one.what}</li>
        ))}
      </ul>
    </details>
  );
}
