/** A cell of a matrix or a meta-matrix, opened: its numbers, who they are, what an empty one means, and the words behind it. */
import { useQuery } from "@tanstack/react-query";
import { ask, rows, type Asked } from "../../api/client";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { Beside, Quotations } from "./pieces";
import { SIGNS } from "./signs";

type Where = { row: string; column: string } & ({ of: "matrix"; options: Asked<"matrix"> } | { of: "meta"; options: Asked<"meta"> });

export function OneCell({ title, onClose, ...where }: Where & { title: string; onClose: () => void }) {
  const { row, column } = where;
  const found = useQuery({
    queryKey: ["compare", "cell", where],
    queryFn: () => (where.of === "meta" ? ask("meta_cell", { options: where.options, row, column }) : ask("cell", { options: where.options, row, column })),
  });
  const people = useQuery({ queryKey: ["rows", "participant"], queryFn: () => rows("participant") });
  const names = (ids: readonly string[]) => ids.map((id) => people.data?.find((one) => one.id === id)?.identifier ?? "…").sort().join(", ");
  const cell = found.data?.cell;
  const quotations = found.data?.quotations ?? [];
  const of = (ids: readonly string[]) => {
    const wanted = new Set(ids);
    return quotations.filter((one) => wanted.has(one.coding.id));
  };
  const apart = cell === undefined ? [] : of(cell.unreviewed_ids);
  const nowhere = cell === undefined ? [] : of(cell.nowhere_ids);
  const counted = cell === undefined ? [] : of(cell.coding_ids);
  return (
    <Beside title={title} onClose={onClose}>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="soft">{t("app.loading")}</p>}
      {cell !== undefined && (
        <>
          <ul className="list facts">
            <li>{t("cell.participants", { part: cell.participants, whole: cell.of_participants })}{cell.unfinished > 0 && ` ${t("cell.unfinished", { count: cell.unfinished })}`}</li>
            <li>{t("cell.cases", { part: cell.cases, whole: cell.of_cases })}</li>
            {cell.words !== null && cell.of_words !== null && <li>{t("cell.words", { part: cell.words, whole: cell.of_words })}</li>}
            <li>{t("cell.codings", { count: cell.codings })}{cell.unreviewed > 0 && ` ${t("cell.unreviewed", { count: cell.unreviewed, people: cell.unreviewed_participants })}`}</li>
            {cell.not_so > 0 && <li>{t("cell.notSo", { count: cell.not_so })}</li>}
          </ul>
          {cell.participant_ids.length > 0 && <p>{t("cell.who", { who: names(cell.participant_ids) })}</p>}
          {Object.keys(cell.exposure).length > 0 && (
            <>
              <h3>{t("cell.everybody")}</h3>
              <ul className="list kinds">
                {Object.entries(cell.exposure).map(([word, count]) => (
                  <li key={word}><span className="sign" aria-hidden="true">{SIGNS[word]}</span> {count > 0 ? t("cell.kind", { count, word }) : word}</li>
                ))}
              </ul>
            </>
          )}
          <h3>{t("cell.quotations", { count: counted.length })}</h3>
          {counted.length === 0 ? <p className="soft">{t("cell.none")}</p> : <Quotations all={counted} />}
          {apart.length > 0 && (
            <section className="unreviewed">
              <h3>{t("cell.unreviewedHead", { count: apart.length })}</h3>
              <p className="soft small">{t("cell.unreviewedMeans")}</p>
              <Quotations all={apart} />
            </section>
          )}
          {nowhere.length > 0 && (
            <section className="unreviewed">
              <h3>{t("cell.nowhereHead", { count: nowhere.length })}</h3>
              <p className="soft small">{t("cell.nowhereMeans")}</p>
              <Quotations all={nowhere} />
            </section>
          )}
        </>
      )}
    </Beside>
  );
}
