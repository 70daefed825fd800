/** Analyses side by side: each with its question, its way of working, what it rests on, and what it shares with others. */
import { useQuery } from "@tanstack/react-query";
import { ask } from "../../api/client";
import { Problem } from "../../components/parts";
import { t } from "../../messages";

export default function Analyses() {
  const found = useQuery({ queryKey: ["analyses"], queryFn: () => ask("analyses", {}) });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  const { analyses } = found.data;
  const name = (id: string) => analyses.find((one) => one.id === id)?.name ?? "";
  return (
    <>
      <p>{t("analyses.lead")}</p>
      <div className="wide-table" role="region" tabIndex={0} aria-label={t("analyses.table")}>
        <table className="lined">
          <caption className="apart">{t("analyses.table")}</caption>
          <thead>
            <tr>
              {(["name", "question", "family", "themes", "rests", "shared"] as const).map((column) => <th key={column} scope="col">{t(`analyses.${column}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {analyses.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.name}</th>
                <td>{one.question}</td>
                <td>{one.family}</td>
                <td>{one.themes.join("; ")} <span className="soft">({t("analyses.final", { count: one.final })})</span></td>
                <td>{t("analyses.restsOn", { codes: one.code_ids.length, codings: one.coding_ids.length })}</td>
                <td>
                  {one.shared.length === 0
                    ? t("analyses.alone")
                    : one.shared.map((other) => t("analyses.sharedWith", { name: name(other.analysis), codes: other.code_ids.length, codings: other.coding_ids.length })).join("; ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
