/**
 * Every two cases: in how many rows they are alike, and which pairs are written up. A pair opens to its sheet.
 *
 * What a careful reader would get wrong: pairs must not be added up. Of ten cases every one stands in nine of them.
 */
import { useQuery } from "@tanstack/react-query";
import { ask, type Asked, type Schemas } from "../../api/client";
import { useStudy } from "../../api/hooks";
import { Empty, Problem } from "../../components/parts";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import { useHere } from "./address";
import { SAID } from "./axes";
import { PairSheet } from "./PairSheet";
import { Choose, Notes, Saving } from "./pieces";

type Pair = Schemas["PairLine"];
const COUNTS = ["shared", "only_left", "only_right", "neither", "cannot_say"] as const;
const HEADS = { shared: "pairs.shared", only_left: "pairs.onlyFirst", only_right: "pairs.onlySecond", neither: "pairs.neither", cannot_say: "pairs.cannotSay" } as const;

const keyOf = (pair: Pair): string => `${pair.left.slice(-8)}~${pair.right.slice(-8)}`;
const stateOf = (pair: Pair) => (pair.done ? "yes" : pair.words === "" ? "no" : "begun");

export function Pairs() {
  const here = useHere();
  const scope = useScope();
  const codes = useScopeCodes();
  const may = useStudy().data?.me.may.includes("edit") ?? false;
  const of = SAID.find((one) => one === here.get("of", "codes")) ?? "codes";
  const onlyOpen = here.get("only", "") === "open";
  const options: Asked<"case_pairs"> = { ...scope, codes: [...codes], of };
  const found = useQuery({ queryKey: ["compare", "case_pairs", options], queryFn: () => ask("case_pairs", options), placeholderData: (before) => before });
  const data = found.data;
  const open = here.get("open", "");
  const opened = data?.rows.find((one) => keyOf(one) === open);
  // The pair that is open stays in the list, also when it was written up just now.
  const shown = (data?.rows ?? []).filter((one) => !onlyOpen || !one.done || one === opened);
  const next = data?.rows.filter((one) => !one.done && one !== opened);
  const following = next?.find((one) => opened !== undefined && data !== undefined && data.rows.indexOf(one) > data.rows.indexOf(opened)) ?? next?.[0];
  const close = () => {
    here.change({ open: null, row: null }, true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-pair="${CSS.escape(open)}"]`)?.focus());
  };
  return (
    <>
      <div className="tools" role="group" aria-label={t("compare.what")}>
        <Choose label={t("compare.rows")} value={of} options={SAID.map((one) => ({ value: one, label: t(`axis.${one}`) }))} onChange={(one) => here.change({ of: one === "codes" ? null : one, row: null })} />
        <label className="row check">
          <input type="checkbox" checked={onlyOpen} onChange={(event) => here.change({ only: event.target.checked ? "open" : null })} />
          {t("pairs.onlyOpen")}
        </label>
      </div>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="empty soft">{t("compare.counting")}</p>}
      {data !== undefined && found.error === null && data.rows.length === 0 && <Empty title={t("pairs.none")}>{t("pairs.noneDetail")}</Empty>}
      {data !== undefined && found.error === null && data.rows.length > 0 && (
        <>
          <div className="row under">
            <p>{t("pairs.done", { done: data.rows.filter((one) => one.done).length, all: data.rows.length })}</p>
            <Saving drawing={{ of: "pairs", options }} title={data.title} />
          </div>
          <div className={opened === undefined ? "with-beside" : "with-beside half"} aria-busy={found.isPlaceholderData}>
            <div className="grid-scroller" role="region" tabIndex={0} aria-label={data.title}>
              <table className="sides pairs">
                <caption className="apart">{t("pairs.caption", { title: data.title })}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t("pairs.pair")}</th>
                    {COUNTS.map((one) => <th key={one} scope="col">{t(HEADS[one])}</th>)}
                    <th scope="col">{t("pairs.writtenUp")}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((one) => (
                    <tr key={keyOf(one)} data-open={one === opened || undefined}>
                      <th scope="row">
                        <button type="button" className="button plain" data-pair={keyOf(one)} aria-expanded={one === opened} onClick={() => here.change({ open: keyOf(one), row: null }, opened !== undefined)}>
                          {t("pairs.name", { left: one.left_label, right: one.right_label })}
                        </button>
                      </th>
                      {COUNTS.map((name) => (
                        <td key={name} className="figure"><b>{t("compare.number", { number: one[name] })}</b>{name !== "cannot_say" && ` ${t("compare.of", { whole: one.of })}`}</td>
                      ))}
                      <td>{stateOf(one) === "yes" && <span aria-hidden="true">✓ </span>}{t(`pairs.state.${stateOf(one)}`)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {shown.length === 0 && <p className="soft none">{t("pairs.noneOpen")}</p>}
            </div>
            {opened !== undefined && (
              <PairSheet
                key={keyOf(opened)} pair={opened} options={options} may={may} onClose={close}
                onNext={following === undefined ? undefined : () => here.change({ open: keyOf(following), row: null }, true)}
              />
            )}
          </div>
          <Notes notes={data.notes} />
        </>
      )}
    </>
  );
}
