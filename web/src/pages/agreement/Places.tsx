/**
 * Where coders differ, by kind and place, and one of these opened to the words with both codings side by side.
 *
 * What a careful reader would get wrong: this is listed under a reflexive analysis too, because it measures nobody; by
 * perspective it is difference, and never error.
 */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Schemas, type Told } from "../../api/client";
import { useCodebook } from "../../api/hooks";
import { Empty } from "../../components/parts";
import { t } from "../../messages";
import { useHere } from "../compare/address";
import { useClose } from "../compare/Number";
import { Choose, Notes, Saving } from "../compare/pieces";
import { KINDS, oneOf, ORDERS, placesOf, SETTLED, SLACKS } from "./asked";
import { Choices, useOptions } from "./Choices";
import { OnePlace } from "./OnePlace";
import { Off, Wrong } from "./Standing";

export type Difference = Told<"differences">["differences"][number];
const PAGE = 50;
const MOST_NAMED = 6;

export function Places({ study }: { study: Schemas["StudyHere"] }) {
  const here = useHere();
  const close = useClose(here);
  const book = useCodebook().data?.codes ?? [];
  const options = useOptions(here, study);
  const [limit, setLimit] = useState(PAGE);
  const asked = placesOf(here.query, options, limit);
  const found = useQuery({ queryKey: ["agree", "places", asked], queryFn: () => ask("differences", asked), placeholderData: keepPreviousData });
  const data = found.data;
  const open = here.get("open", "");
  const listed = data?.differences ?? [];
  const at = listed.findIndex((one) => one.id === open);
  const kind = KINDS.find((one) => one === here.get("kind", ""));
  const voices = [...new Set(listed.flatMap((one) => [one.one, one.other]))];
  const between = here.get("between", "");
  const pairs = new Map(voices.flatMap((one, place) => voices.slice(place + 1).map((other) => [`${one}~${other}`, `${one} · ${other}`] as [string, string])));
  if (between !== "") pairs.set(between, between.replace("~", " · "));
  const set = (name: string, first: string) => (value: string) => here.change({ [name]: value === first ? null : value, open: null });
  const about = here.get("about", "");
  if (data !== undefined && data.off !== "") return <Off why={data.off} study={study} />;
  const step = (to: number) => {
    const next = listed[at + to];
    return next === undefined ? undefined : () => here.change({ open: next.id }, true);
  };
  return (
    <>
      <Choices here={here} study={study} places />
      <div className="tools" role="group" aria-label={t("agree.view.places")}>
        <Choose label={t("agree.kind")} value={kind ?? ""} options={[{ value: "", label: t("agree.kind.any") }, ...KINDS.map((value) => ({ value, label: t(`agree.kind.${value}`) }))]} onChange={set("kind", "")} />
        <Choose
          label={t("agree.aboutCode")} value={about}
          options={[{ value: "", label: t("agree.about.any") }, ...(about.includes(",") ? [{ value: about, label: about.split(",").map((id) => book.find((line) => line.code.id === id)?.code.name ?? "").join(", ") }] : []), ...book.map((line) => ({ value: line.code.id, label: line.path }))]}
          onChange={set("about", "")}
        />
        <Choose label={t("agree.betweenTwo")} value={between} options={[{ value: "", label: t("agree.between.any") }, ...[...pairs].map(([value, label]) => ({ value, label }))]} onChange={set("between", "")} />
        <Choose label={t("agree.settled")} value={oneOf(SETTLED, here.get("settled", ""))} options={SETTLED.map((value) => ({ value, label: t(`agree.settled.${value}`) }))} onChange={set("settled", "with")} />
        <Choose label={t("agree.slack")} value={oneOf(SLACKS, here.get("slack", ""))} options={SLACKS.map((value) => ({ value, label: t(`agree.slack.${value}`) }))} onChange={set("slack", "0")} />
        <Choose label={t("agree.order")} value={oneOf(ORDERS, here.get("order", ""))} options={ORDERS.map((value) => ({ value, label: t(`agree.order.${value}`) }))} onChange={set("order", "kind")} />
      </div>
      {found.error !== null && <Wrong error={found.error} by={options.by ?? "all"} again={() => void found.refetch()} />}
      {found.isPending && <p className="empty soft" role="status">{t("agree.working")}</p>}
      {data !== undefined && found.error === null && data.total === 0 && <Empty title={t("compare.empty")}>{t("agree.totalNone")}</Empty>}
      {data !== undefined && found.error === null && data.total > 0 && (
        <>
          <div className="row under">
            <p><strong>{data.total === 1 ? t("agree.totalOne") : t("agree.total", { total: data.total })}</strong> {kind !== undefined && t(`agree.kindSays.${kind}`)}</p>
            {about === "" && between === "" && <Saving drawing={{ of: "differences", options: asked.options ?? {} }} title={data.title} />}
          </div>
          <Often counts={data.counts} />
          <div className="with-beside half" aria-busy={found.isPlaceholderData}>
            <div className="grid-scroller" role="region" tabIndex={0} aria-label={t("agree.placesTable")}>
              <table className="sides contrasts places">
                <caption className="apart">{t("agree.placesTable")}</caption>
                <thead>
                  <tr><th scope="col">{t("agree.kind")}</th><th scope="col">{t("agree.one")}</th><th scope="col">{t("agree.other")}</th><th scope="col">{t("agree.at")}</th><th scope="col">{t("agree.state")}</th></tr>
                </thead>
                <tbody>
                  {listed.map((one) => <Row key={one.id} one={one} open={one.id === open} onOpen={() => here.change({ open: one.id }, open !== "")} />)}
                </tbody>
              </table>
              {listed.length < data.total && <button type="button" className="button" onClick={() => setLimit(limit + PAGE)}>{t("agree.showMore", { count: data.total - listed.length })}</button>}
            </div>
            {open !== "" && <OnePlace key={open} id={open} options={asked.options ?? {}} study={study} onClose={close} next={step(1)} previous={at > 0 ? step(-1) : undefined} />}
          </div>
          <Notes notes={data.notes} />
        </>
      )}
    </>
  );
}

/** Which codes are taken for each other most often. */
function Often({ counts }: { counts: readonly Schemas["Places"][] }) {
  const most = counts.toSorted((one, two) => two.places - one.places).slice(0, MOST_NAMED);
  return (
    <details>
      <summary>{t("agree.most")}</summary>
      <ul className="small">
        {most.map((one) => (
          <li key={`${one.kind} ${one.code} ${one.instead}`}>
            {t(`agree.kind.${oneOf(KINDS, one.kind)}`)}: {one.instead === "" || one.instead === one.code ? t("agree.oneCount", { code: one.code, count: one.places }) : t("agree.pairCount", { code: one.code, instead: one.instead, count: one.places })}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Row({ one, open, onOpen }: { one: Difference; open: boolean; onOpen: () => void }) {
  const instead = one.instead === "" ? t("agree.nothing") : one.instead;
  const kind = t(`agree.kind.${one.kind}`);
  return (
    <tr data-open={open || undefined}>
      <th scope="row">
        <button type="button" className="button plain" data-place={one.id} aria-expanded={open} aria-label={t("agree.openPlace", { kind, source: one.source_name, one: one.one, code: one.code, other: one.other, instead })} onClick={onOpen}>{kind}</button>
      </th>
      <td><span className="small soft">{one.one}</span> {one.code}</td>
      <td><span className="small soft">{one.other}</span> {instead}</td>
      <td>{one.source_name}</td>
      <td>{one.outcome === "" ? <span className="soft">{t("agree.open")}</span> : t(`agree.outcome.${one.outcome as "one"}`)}</td>
    </tr>
  );
}
