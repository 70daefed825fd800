/**
 * Contrast: what one group says more than another, and whether that holds. The largest differences stand first.
 *
 * What a careful reader would get wrong: a difference is left minus right, of those who were read; where nobody was read
 * on one side there is none, which is not a difference of nought. And what holds was not tested: it survived the leaving out
 * of each case, coder and person.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Asked, type Schemas } from "../../api/client";
import { useStudy } from "../../api/hooks";
import { Empty, Problem } from "../../components/parts";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import { useHere } from "./address";
import { SAID, useAttributes, useAxes } from "./axes";
import { Holds, Interval, pointsOf, ratesOf, Side } from "./contrasted";
import { Drawn } from "./Drawn";
import { OneSide } from "./OneSide";
import { Assumed, QueryRow } from "./ContrastAsked";
import { Choose, Notes, Saving, TableOrFigure } from "./pieces";

const COUNTS = ["participants", "cases", "words", "turns"] as const;
const MOST = 100;
type One = Schemas["Contrast"];
const keyOf = (one: One, side: "left" | "right"): string => `${one.key}~${one[side]}~${one[side === "left" ? "right" : "left"]}`;

export function Contrast() {
  const here = useHere();
  const scope = useScope();
  const codes = useScopeCodes();
  const attributes = useAttributes().data;
  const settings = useStudy().data?.settings;
  const [most, setMost] = useState(MOST);
  const primary = attributes?.find((one) => one.id === settings?.primary);
  const axes = useAxes().filter((one) => (one.group === "people" && one.key !== "participants") || (one.group === "attribute" && /^(?:case|participant):/u.test(one.key)));
  // A query over codings is a row of its own, in the place of codes or themes.
  const queried = here.get("of", "codes") === "query";
  const query = queried ? here.get("query", "") : "";
  const assumption = here.get("assume", "");
  const of = SAID.find((one) => one === here.get("of", "codes")) ?? "codes";
  const by = here.get("by", primary === undefined ? "roles" : `${primary.subject}:${primary.name}`);
  const count = COUNTS.find((one) => one === here.get("count", "participants")) ?? "participants";
  const [left, right] = [here.get("left", ""), here.get("right", "")];
  const figure = here.get("view", "table") === "figure";
  const only = here.get("only", "") === "holds";
  const order = here.get("order", "size");
  const options: Asked<"contrasts"> = { ...scope, codes: [...codes], of, by, count, left, right, query, assumption };
  const found = useQuery({ queryKey: ["compare", "contrasts", options], queryFn: () => ask("contrasts", options), enabled: attributes !== undefined && settings !== undefined && (!queried || query !== ""), placeholderData: (before) => before });
  const data = queried && query === "" ? undefined : found.data;
  const groups = data?.groups.map((one) => one.label) ?? [];
  const pairs = new Set(data?.contrasts.map((one) => `${one.left}~${one.right}`)).size;
  const held = (data?.contrasts ?? []).filter((one) => !only || one.robust);
  const all = order === "size" ? held.toSorted((one, two) => Math.abs(two.difference ?? -1) - Math.abs(one.difference ?? -1)) : held;
  const open = here.get("open", "");
  const opened = data?.contrasts.flatMap((one) => (["left", "right"] as const).map((side) => ({ one, side }))).find(({ one, side }) => keyOf(one, side) === open);
  const others = (name: string) => groups.filter((one) => one !== name);
  const choose = (side: "left" | "right", name: string) => {
    const other = side === "left" ? right : left;
    const next = name === "" ? "" : other === "" || other === name ? (others(name)[0] ?? "") : other;
    here.change({ [side]: name, [side === "left" ? "right" : "left"]: next, open: null });
  };
  const drawing = { of: "contrasts", options, order: order === "size" ? "size" : "given", holding: only } as const;
  const close = () => {
    here.change({ open: null }, true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-side="${CSS.escape(open)}"]`)?.focus());
  };

  return (
    <>
      <div className="tools" role="group" aria-label={t("compare.what")}>
        <Choose label={t("compare.rows")} value={queried ? "query" : of} options={[...SAID.map((one) => ({ value: one, label: t(`axis.${one}`) })), { value: "query", label: t("contrast.query") }]} onChange={(one) => here.change({ of: one === "codes" ? null : one, open: null })} />
        <Choose
          label={t("contrast.by")} value={by}
          options={axes.map((one) => ({ value: one.key, label: one.label, ...(one.group === "attribute" ? { group: t("axis.attribute") } : {}) }))}
          onChange={(one) => here.change({ by: one, left: null, right: null, open: null })}
        />
        <Choose label={t("contrast.left")} value={left} options={[{ value: "", label: t("contrast.every") }, ...groups.map((one) => ({ value: one, label: one }))]} onChange={(one) => choose("left", one)} />
        {left !== "" && <Choose label={t("contrast.right")} value={right} options={others(left).map((one) => ({ value: one, label: one }))} onChange={(one) => choose("right", one)} />}
        <Choose label={t("contrast.count")} value={count} options={COUNTS.map((one) => ({ value: one, label: t(`contrast.count.${one}`) }))} onChange={(one) => here.change({ count: one === "participants" ? null : one })} />
        <Choose label={t("compare.rowOrder")} value={order} options={(["size", "given"] as const).map((one) => ({ value: one, label: t(one === "size" ? "contrast.size" : "order.given") }))} onChange={(one) => here.change({ order: one === "size" ? null : one })} />
        <label className="row check">
          <input type="checkbox" checked={only} onChange={(event) => here.change({ only: event.target.checked ? "holds" : null, open: null })} />
          {t("contrast.only")}
        </label>
      </div>
      {queried && <QueryRow key={query} query={query} onAsk={(one) => here.change({ query: one, open: null })} />}
      <Assumed key={assumption === "" ? "none" : "some"} assumption={assumption} counted={count === "participants"} onChange={(one) => here.change({ assume: one })} />
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isFetching && found.isPending && <p className="empty soft">{t("compare.counting")}</p>}
      {data !== undefined && found.error === null && data.contrasts.length === 0 && <Empty title={t("compare.empty")}>{t("compare.emptyDetail")}</Empty>}
      {data !== undefined && found.error === null && data.contrasts.length > 0 && (
        <>
          <p>{t("contrast.noTest")}</p>
          <div className="row under">
            <TableOrFigure figure={figure} change={here.change} />
            <Saving drawing={drawing} title={data.title} />
          </div>
          {figure ? (
            <Drawn drawing={drawing} title={data.title} />
          ) : (
            <>
              <div className="with-beside" aria-busy={found.isPlaceholderData}>
                <div className="grid-scroller" role="region" tabIndex={0} aria-label={data.title}>
                  <table className="sides contrasts">
                    <caption className="apart">{t(order === "size" ? "contrast.caption" : "contrast.captionGiven", { title: data.title })}</caption>
                    <thead>
                      <tr>
                        <th scope="col">{t("sides.row")}</th>
                        <th scope="col">{pairs === 1 ? all[0]?.left : t("sides.left")}</th>
                        <th scope="col">{pairs === 1 ? all[0]?.right : t("sides.right")}</th>
                        <th scope="col">{t("contrast.difference")}</th>
                        <th scope="col">{t("contrast.holds")}</th>
                        <th scope="col">{t("contrast.words")}</th>
                        <th scope="col">{t("contrast.asked")}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {all.slice(0, most).map((one) => (
                        <tr key={`${one.key}~${one.left}~${one.right}`} data-open={opened?.one === one || undefined}>
                          <th scope="row">{one.label}</th>
                          {(["left", "right"] as const).map((side) => (
                            <Side
                              key={side} label={one.label} name={one[side]} beside={one[side === "left" ? "right" : "left"]} side={side === "left" ? one.left_side : one.right_side} named={pairs > 1}
                              place={keyOf(one, side)} open={open} onOpen={() => here.change({ open: keyOf(one, side) }, opened !== undefined)}
                            />
                          ))}
                          <td className="figure">{pointsOf(one)}{one.interval !== null && <Interval of={one.interval} />}</td>
                          <td><Holds one={one} /></td>
                          <td className="figure">{ratesOf(one)}</td>
                          <td className="figure">{[one.left_side.asked, one.right_side.asked].map((asked) => asked ?? "–").join(" : ")}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                  {all.length === 0 && <p className="soft none">{t("contrast.noneHold")}</p>}
                  {all.length > most && <button type="button" className="button" onClick={() => setMost(most + MOST)}>{t("compare.more", { count: all.length - most })}</button>}
                </div>
                {opened !== undefined && <OneSide options={options} one={opened.one} which={opened.side} onClose={close} />}
              </div>
              <Notes notes={data.notes} />
            </>
          )}
        </>
      )}
    </>
  );
}
