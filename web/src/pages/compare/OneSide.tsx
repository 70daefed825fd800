/** One group in one row of contrasts, opened: its numbers, who they are, and the words behind it. */
import { useQuery } from "@tanstack/react-query";
import { ask, rows, type Asked, type Schemas } from "../../api/client";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { Beside, Quotations } from "./pieces";
import { SIGNS } from "./signs";

export function OneSide({ options, one, which, onClose }: { options: Asked<"contrasts">; one: Schemas["Contrast"]; which: "left" | "right"; onClose: () => void }) {
  const group = one[which];
  const side = which === "left" ? one.left_side : one.right_side;
  const asked = { options, row: one.key, group };
  const found = useQuery({ queryKey: ["compare", "contrast side", asked], queryFn: () => ask("contrast_side", asked) });
  const people = useQuery({ queryKey: ["rows", "participant"], queryFn: () => rows("participant") });
  const who = found.data?.side.participant_ids.map((id) => people.data?.find((each) => each.id === id)?.identifier ?? "…").sort().join(", ") ?? "";
  const of = (ids: readonly string[]) => {
    const wanted = new Set(ids);
    return (found.data?.quotations ?? []).filter((quoted) => wanted.has(quoted.coding.id));
  };
  const counted = of(found.data?.side.coding_ids ?? []);
  const apart = of(found.data?.side.unreviewed_ids ?? []);
  return (
    <Beside title={t("compare.cellTitle", { row: one.label, column: group })} onClose={onClose}>
      <ul className="list facts">
        <li>{t("cell.participants", { part: side.participants, whole: side.of_participants })}{side.unfinished > 0 && ` ${t("cell.unfinished", { count: side.unfinished })}`}</li>
        <li>{t("cell.cases", { part: side.cases, whole: side.of_cases })}</li>
        <li>{t("cell.words", { part: side.words, whole: side.of_words })}</li>
        {side.asked !== null && <li>{t("contrast.askedOf", { count: side.asked })}</li>}
      </ul>
      {who !== "" && <p>{t("cell.who", { who })}</p>}
      {Object.keys(side.exposure).length > 0 && (
        <>
          <h3>{t("cell.everybody")}</h3>
          <ul className="list kinds">
            {Object.entries(side.exposure).map(([word, count]) => (
              <li key={word}><span className="sign" aria-hidden="true">{SIGNS[word]}</span> {count > 0 ? t("cell.kind", { count, word }) : word}</li>
            ))}
          </ul>
        </>
      )}
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="soft">{t("app.loading")}</p>}
      {found.data !== undefined && (
        <>
          <h3>{t("cell.quotations", { count: counted.length })}</h3>
          {counted.length === 0 ? <p className="soft">{t("cell.none")}</p> : <Quotations all={counted} />}
          {apart.length > 0 && (
            <section className="unreviewed">
              <h3>{t("cell.unreviewedHead", { count: apart.length })}</h3>
              <p className="soft small">{t("cell.unreviewedMeans")}</p>
              <Quotations all={apart} />
            </section>
          )}
        </>
      )}
    </Beside>
  );
}
