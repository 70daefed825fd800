/** Table 3 as it stands: each theme, what it was developed from, who it rests on; in the scope, and to be saved. */
import { useQuery } from "@tanstack/react-query";
import { ask } from "../../api/client";
import { within } from "../../app";
import { Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { useScope } from "../../lib/scope";
import { t } from "../../messages";

const FORMS = ["xlsx", "csv", "html"] as const;

export default function Table3({ analysis }: { analysis: string }) {
  const scope = useScope();
  const { say, refuse } = useSay();
  const found = useQuery({ queryKey: ["themes", "table", analysis, scope], queryFn: () => ask("lineage", { ...scope, analysis }) });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  const { table, rows, unplaced, notes } = found.data;
  if (table === null) return <p className="soft">{t("themes.none")}</p>;
  const save = async (form: string) => {
    const answer = await fetch(`/api/save/${form}`, {
      method: "POST",
      headers: { "x-crosscase": "1", "content-type": "application/json" },
      body: JSON.stringify({ of: "lineage", options: { ...scope, analysis } }),
    });
    if (!answer.ok) throw new Error(((await answer.json()) as { detail: string }).detail);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = `table-3.${form}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    say(t("themes.saved", { name: link.download }));
  };
  return (
    <>
      <div className="wide-table" role="region" aria-label={t("themes.tableTitle")} tabIndex={0}>
        <table className="lined">
          <caption>{t("themes.tableTitle")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("themes.theme")}</th>
              <th scope="col">{t("themes.from")}</th>
              <th scope="col" className="num">{t("themes.cases")}</th>
              <th scope="col" className="num">{t("themes.participants")}</th>
              <th scope="col" className="num">{t("themes.forIt")}</th>
              <th scope="col" className="num">{t("themes.againstIt")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" style={{ paddingInlineStart: `${row.depth * 1.25}rem` }}>
                  <a href={`/themes/${row.id}`} onClick={within}>{row.label}</a> <span className="soft">{t(row.status === "final" ? "themes.status.final" : "themes.status.candidate")}</span>
                </th>
                <td>
                  {row.origins.length === 0 && <span className="flag">{t("themes.flag.nothing")}</span>}
                  <ul>
                    {row.origins.map((one) => (
                      <li key={one.id}>
                        {one.label}
                        {one.whole && ` (${t("themes.whole")})`}
                        {one.suggested > 0 && <span className="soft"> {t("themes.suggested", { count: one.suggested })}</span>}
                      </li>
                    ))}
                  </ul>
                </td>
                <td className="num">{row.cases}</td>
                <td className="num">{row.participants}</td>
                <td className="num">{row.evidence_for}</td>
                <td className="num">{row.evidence_against}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {unplaced.length > 0 && <p className="flag">{t("themes.feedNothing", { names: unplaced.join("; ") })}</p>}
      {notes.map((note) => <p key={note} className="soft small">{note}</p>)}
      <div className="row">
        {FORMS.map((form) => (
          <button key={form} type="button" className="button" onClick={() => void save(form).catch(refuse)}>{t("themes.saveAs", { form })}</button>
        ))}
      </div>
    </>
  );
}
