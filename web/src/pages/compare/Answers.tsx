/**
 * Answers: what groups answered to the items of a questionnaire, with tests that say what to beware of, and the same by
 * case. Every number opens to the people behind it.
 *
 * What a careful reader would get wrong: a person without an answer is in one of four kinds, each with a column of its
 * own; none of them is an answer, and none is left out of the denominator in silence.
 */
import { useQuery } from "@tanstack/react-query";
import { ask, type Asked } from "../../api/client";
import { useStudy } from "../../api/hooks";
import { within } from "../../app";
import { Empty, Problem } from "../../components/parts";
import { useScope } from "../../lib/scope";
import { t } from "../../messages";
import { useHere } from "./address";
import { useAttributes, useAxes } from "./axes";
import { Drawn } from "./Drawn";
import { useItems } from "./items";
import { useClose } from "./Number";
import { OneAnswer } from "./OneAnswer";
import { OneItem } from "./OneItem";
import { Choose, Notes, Saving, TableOrFigure } from "./pieces";

const TESTS = ["fitting", "kruskal-wallis", "chi-square", "fisher", "none"] as const;

export function Answers() {
  const here = useHere();
  const scope = useScope();
  const items = useItems();
  const close = useClose(here);
  const attributes = useAttributes().data;
  const settings = useStudy().data?.settings;
  const primary = attributes?.find((one) => one.id === settings?.primary);
  const axes = useAxes().filter((one) => (one.group === "people" && one.key !== "participants") || (one.group === "attribute" && /^(?:case|participant):/u.test(one.key)));
  const item = items?.find((one) => one.value === here.get("item", ""))?.value ?? "";
  const by = here.get("by", primary === undefined ? "roles" : `${primary.subject}:${primary.name}`);
  const test = TESTS.find((one) => one === here.get("test", "fitting")) ?? "fitting";
  const figure = here.get("view", "table") === "figure";
  const options: Asked<"answers"> = { ...scope, items: item === "" ? [] : [item], by: by === "everybody" ? "" : by, test };
  const found = useQuery({
    queryKey: ["compare", "answers", options], queryFn: () => ask("answers", options), placeholderData: (before) => before,
    enabled: attributes !== undefined && settings !== undefined && items !== null && items.length > 0,
  });
  const data = found.data;
  const drawing = { of: "answers", options } as const;
  const open = here.get("open", "").split("~");

  if (items !== null && items.length === 0)
    return (
      <Empty title={t("answers.none")}>
        {t("answers.noneDetail")} <a href="/questions" onClick={within}>{t("answers.toQuestions")}</a>
      </Empty>
    );
  return (
    <>
      <div className="tools" role="group" aria-label={t("compare.what")}>
        <Choose label={t("answers.item")} value={item} options={[{ value: "", label: t("answers.all") }, ...(items ?? [])]} onChange={(one) => here.change({ item: one, open: null })} />
        <Choose
          label={t("contrast.by")} value={by}
          options={[{ value: "everybody", label: t("answers.everybody") }, ...axes.map((one) => ({ value: one.key, label: one.label, ...(one.group === "attribute" ? { group: t("axis.attribute") } : {}) }))]}
          onChange={(one) => here.change({ by: one, open: null })}
        />
        {by !== "everybody" && <Choose label={t("answers.test")} value={test} options={TESTS.map((one) => ({ value: one, label: t(`answers.test.${one}`) }))} onChange={(one) => here.change({ test: one === "fitting" ? null : one })} />}
      </div>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="empty soft">{t("compare.counting")}</p>}
      {data !== undefined && found.error === null && (
        <>
          {data.tested.some((one) => one.tests.length > 0) && <p>{t("answers.notIndependent")}</p>}
          <div className="row under">
            <TableOrFigure figure={figure} change={here.change} />
            <Saving drawing={drawing} title={data.title} />
          </div>
          {figure ? (
            <Drawn drawing={drawing} title={data.title} />
          ) : (
            <>
              <div className="with-beside" aria-busy={found.isPlaceholderData}>
                <div className="answer-items" role="region" tabIndex={0} aria-label={data.title}>
                  {data.items.map((one, at) => <OneItem key={`${one.id} ${data.items.length === 1}`} data={data} at={at} alone={data.items.length === 1} here={here} />)}
                </div>
                <OneAnswer data={data} open={open} onClose={close} />
              </div>
              <Notes notes={data.notes} />
            </>
          )}
        </>
      )}
    </>
  );
}
