/** How often a code was used, by case and by member. */
import { useQuery } from "@tanstack/react-query";
import { read, type Schemas } from "../../api/client";
import { Problem } from "../../components/parts";
import { t } from "../../messages";

export function Counts({ code, study }: { code: string; study: Schemas["StudyHere"] }) {
  const counts = useQuery({ queryKey: ["counts", code], queryFn: () => read("/api/codebook/{code}/counts", { path: { code } }) });
  const cases = useQuery({ queryKey: ["things", "case"], queryFn: () => read("/api/rows/case") });
  if (counts.error !== null) return <Problem error={counts.error} again={() => void counts.refetch()} />;
  if (counts.data === undefined) return null;
  const called = (id: string) => cases.data?.find((one) => one.id === id)?.code ?? "…";
  const members = (id: string) => study.members.find((one) => one.id === id)?.name ?? "?";
  const byCase = Object.entries(counts.data.by_case).map(([id, count]) => [called(id), count] as const);
  if (counts.data.without_case > 0) byCase.push([t("book.noCase"), counts.data.without_case]);
  return (
    <section className="counts">
      <Table title={t("book.byCase")} what={t("book.case")} rows={byCase.sort((one, two) => one[0].localeCompare(two[0]))} />
      <Table title={t("book.byMember")} what={t("book.member")} rows={Object.entries(counts.data.by_member).map(([id, count]) => [members(id), count] as const)} />
    </section>
  );
}

function Table({ title, what, rows }: { title: string; what: string; rows: readonly (readonly [string, number])[] }) {
  return (
    <div>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="soft">{t("book.nothing")}</p>
      ) : (
        <table>
          <caption className="apart">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{what}</th>
              <th scope="col" className="num">{t("book.codings")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, count]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="num">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
