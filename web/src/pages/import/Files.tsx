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

/** Sentences about files: what was decided, what could not be carried over. */
export function Sentences({ title, said }: { title: Key; said: readonly { place: string; what: string }[] }) {
  if (said.length === 0) return null;
  return (
    <details>
      <summary>{t(title)} ({said.length})</summary>
      <ul>
        {said.map((one) => (
          <li key={`${one.place} ${one.what}`}>{one.place !== "" && <strong>{one.place}: </strong>}{one.what}</li>
        ))}
      </ul>
    </details>
  );
}
