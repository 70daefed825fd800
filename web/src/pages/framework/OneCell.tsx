/** A cell of the grid, opened beside it: what it rests on, what is not used, and of a case what is written of its people. */
import { useQuery } from "@tanstack/react-query";
import { ask, type Asked, type Schemas } from "../../api/client";
import { within } from "../../app";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { Beside } from "../compare/pieces";
import { inWords, SIGNS } from "../compare/signs";
import type { Line } from "../compare/order";
import { Segments } from "./Segments";
import { useResting, type Place } from "./writing";

export function OneCell({ place, row, column, options, may, onClose, onGo }: {
  place: Place;
  row: Line;
  column: Line;
  options: Asked<"framework">;
  may: boolean;
  onClose: () => void;
  /** To the row of somebody among its people. */
  onGo: (participant: string) => void;
}) {
  const found = useQuery({ queryKey: ["compare", "charting", options, row.key], queryFn: () => ask("charting", { options, row: row.key }) });
  const quotations = new Map((found.data?.quotations ?? []).map((one): [string, Schemas["Quotation"]] => [one.coding.id, one]));
  const { own, empty, emptyThem } = useResting(place);
  const { cell } = place;
  const others = cell.own.filter((one) => one !== own);
  const group = row.kind !== "participant";
  const title = t("framework.cell", { row: row.label, column: column.label });
  return (
    <Beside title={title} onClose={onClose} quiet={may}>
      {!may && own !== undefined && <p className="summary-whole" dir="auto">{own.words}</p>}
      {own !== undefined && <p className="soft small">{t("framework.by", { who: own.member })}</p>}
      {others.length > 0 && (
        <>
          <p className="soft small">{t("framework.also")}</p>
          <ul>{others.map((one) => <li key={one.id} dir="auto">{one.words}</li>)}</ul>
        </>
      )}
      <div className="row">
        {!group && <a className="button" href={`/framework/chart?framework=${place.framework}&row=${row.id}`} onClick={within}>{t("framework.chartRow", { row: row.label })}</a>}
        {may && own !== undefined && <button type="button" className="button danger" onClick={empty}>{t("framework.empty")}</button>}
      </div>
      {group && (
        <>
          <h3>{t("framework.ofMembers", { count: cell.members.length })}</h3>
          {cell.members.length === 0 && <p className="soft">{t("framework.noMembers")}</p>}
          <ul className="list quotes">
            {cell.members.map((one) => (
              <li key={one.id}>
                <p dir="auto"><b>{one.whose}</b> {one.words}</p>
                <button type="button" className="button plain" onClick={() => onGo(one.row)}>{t("framework.goTo", { who: one.whose })}</button>
              </li>
            ))}
          </ul>
          {may && cell.members.length > 0 && <button type="button" className="button danger" onClick={emptyThem}>{t("framework.emptyThem", { count: cell.members.length })}</button>}
        </>
      )}
      {!group && <p className="soft">{inWords(Object.keys(cell.exposure).map((word) => [word, 0]))}</p>}
      {group && Object.keys(cell.exposure).length > 0 && (
        <>
          <h3>{t("framework.exposure")}</h3>
          <ul className="list kinds">
            {Object.entries(cell.exposure).map(([word, count]) => (
              <li key={word}><span className="sign" aria-hidden="true">{SIGNS[word]}</span> {count > 0 ? t("cell.kind", { count, word }) : word}</li>
            ))}
          </ul>
        </>
      )}
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending ? <p className="soft">{t("app.loading")}</p> : <Segments place={place} quotations={quotations} may={may} level={3} />}
    </Beside>
  );
}
