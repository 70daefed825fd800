/** The truth table: contradictory rows are said to be so, and every row opens its cases side by side with the words behind them. */
import { useQuery } from "@tanstack/react-query";
import { ask } from "../../api/client";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { useClose } from "../compare/Number";
import { Beside, Quotations } from "../compare/pieces";
import type { Shown } from "./Computed";
import { three, two, type Options } from "./shared";

export function Truth({ here, found, options }: Shown) {
  const close = useClose(here);
  const open = here.get("open", "");
  const opened = found.rows.find((each) => each.written === open);
  const names = (places: readonly number[]) => places.map((at) => found.cases[at]?.label ?? "").join(", ");
  return (
    <>
      <p>{t("qca.diversity", { seen: found.size - found.remainders, size: found.size, unseen: found.remainders })} {found.nowhere.length > 0 && t("qca.nowhere", { names: names(found.nowhere) })}</p>
      {found.rows.some((each) => each.contradictory) && <p className="note">{t("qca.contradictoryMeans")}</p>}
      <div className="grid-scroller low" role="region" tabIndex={0} aria-label={t("qca.truthCaption")}>
        <table className="sides contrasts">
          <caption className="apart">{t("qca.truthCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("qca.row")}</th>{found.conditions.map((each) => <th key={each} scope="col">{each}</th>)}
              <th scope="col">{found.outcome}</th><th scope="col">{t("qca.rowCases")}</th><th scope="col">{t("qca.rowConsistency")}</th><th scope="col">{t("qca.rowPri")}</th><th scope="col">{t("qca.with")}</th><th scope="col">{t("qca.without")}</th>
            </tr>
          </thead>
          <tbody>
            {found.rows.map((each) => (
              <tr key={each.number} data-open={each === opened || undefined}>
                <th scope="row"><button type="button" className="button plain" data-place={each.written} aria-expanded={each === opened} aria-label={t("qca.openRow", { row: each.written, count: each.cases.length })} onClick={() => here.change({ open: each.written }, open !== "")}>{each.written}</button></th>
                {each.values.map((value, at) => <td key={at} className="figure">{value}</td>)}
                <td>{each.outcome === "?" ? <em>{t("qca.noOutcome")}</em> : each.outcome}{each.contradictory && <span className="flag block small">{t("qca.contradictory")}</span>}</td>
                <td className="figure">{each.cases.length}</td>
                <td className="figure">{three(each.fit.consistency)}</td>
                <td className="figure">{three(each.fit.pri)}</td>
                <td>{names(each.with_outcome)}</td>
                <td>{names(each.cases.filter((at) => !each.with_outcome.includes(at)))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {opened !== undefined && <OneRow options={options} row={opened.written} onClose={close} />}
    </>
  );
}

function OneRow({ options, row, onClose }: { options: Options; row: string; onClose: () => void }) {
  const asked = { options: { ...options, sensitivity: false }, row };
  const found = useQuery({ queryKey: ["configurations", "row", asked], queryFn: () => ask("qca_row", asked) });
  const data = found.data;
  return (
    <Beside title={t("qca.rowTitle", { row })} onClose={onClose}>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {data !== undefined && (
        <>
          <div className="wide-table" role="region" tabIndex={0} aria-label={t("qca.sideBySide")}>
            <table className="lined beside-cases">
              <caption className="apart">{t("qca.sideBySide")}</caption>
              <thead><tr><th scope="col">{t("qca.set")}</th>{data.cases.map((each) => <th key={each.id} scope="col">{each.label}</th>)}</tr></thead>
              <tbody>
                {data.sets.map((name, at) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {(data.scores[at] ?? []).map((score) => <td key={score.case}><strong>{two(score.value)}</strong>{score.measured !== "" && <span className="soft small"> {score.measured}</span>}{score.reason !== "" && <span className="told block small">{score.reason}</span>}</td>)}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <h3>{t("qca.passages")}</h3>
          {data.quotations.length === 0 ? (
            <p className="soft">{t("qca.noPassages")}</p>
          ) : (
            <div className="by-case">
              {data.cases.map((each) => {
                const own = data.quotations.filter((one) => one.coding.case === each.label);
                return <section key={each.id} aria-label={each.label}><h4>{each.label}</h4>{own.length === 0 ? <p className="soft small">{t("qca.noPassages")}</p> : <Quotations all={own} />}</section>;
              })}
            </div>
          )}
        </>
      )}
    </Beside>
  );
}
