/** A number of answers, opened: who they are, and what they wrote where that is more than the option. */
import { useQuery } from "@tanstack/react-query";
import { ask, type Schemas } from "../../api/client";
import { within } from "../../app";
import { t } from "../../messages";
import { itemName } from "./OneItem";
import { People } from "./Number";
import { Beside } from "./pieces";

/** `open`: item, `group` or `case`, the line's key, and what. Nothing where there is no such number. */
export function OneAnswer({ data, open, onClose }: { data: Schemas["AnswersHere"]; open: readonly string[]; onClose: () => void }) {
  const [itemId = "", of = "", key = "", what = ""] = open.map(decodeURIComponent);
  const at = data.items.findIndex((one) => one.id === itemId);
  const item = data.items[at];
  const [lines, rows, behind] = of === "case" ? [data.cases, data.by_case, data.case_people] : [data.groups, data.rows, data.people];
  const group = lines.findIndex((one) => one.key === key);
  const row = rows.findIndex((one) => one.item === at && one.group === group);
  // Values are asked for only where an option does not say them already.
  const written = what === "answered" && item !== undefined;
  const sheet = useQuery({ queryKey: ["answer sheet", { questions: [itemId] }], queryFn: () => ask("answer_sheet", { questions: [itemId] }), enabled: written });
  if (item === undefined || row < 0) return null;
  const line = lines[group];
  const label = line === undefined || line.kind === "all" ? t("compare.everybody") : line.label;
  const ids = behind[row]?.[what] ?? [];
  const said = new Map(written ? sheet.data?.answers.map((one) => [one.participant, one.values.join(", ")]) : []);
  return (
    <Beside title={t("answers.openTitle", { group: label, item: item.number, what })} onClose={onClose}>
      <p>{itemName(item)}</p>
      <p><strong>{t("answers.openCount", { part: ids.length, whole: rows[row]?.participants ?? 0 })}</strong></p>
      <People ids={ids} said={(id) => said.get(id) ?? ""} />
      <p><a href={`/compare/joint?item=${item.id}`} onClick={within}>{t("answers.beside")}</a></p>
    </Beside>
  );
}
