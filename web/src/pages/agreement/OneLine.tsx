/** A line, opened: what to know first, every coefficient with the sentence that explains it, and the way to the places. */
import { within } from "../../app";
import { t } from "../../messages";
import { Beside } from "../compare/pieces";
import { askedBy, betweenOf, intervalOf, nameOf, written, type Coefficient, type Row } from "./figures";

const UNITIZING = ["u-alpha", "|u|-alpha", "cu-alpha"];
const percent = (share: number): string => (share > 0 && share < 0.001 ? "< 0.1" : (100 * share).toFixed(share < 0.1 ? 1 : 0));

export function OneLine({ row, first, units, onClose }: { row: Row; first: string; units: NonNullable<import("./asked").Options["units"]>; onClose: () => void }) {
  const listed = [...row.coefficients].sort((one, two) => Number(two.name === first) - Number(one.name === first));
  const places = new URLSearchParams(location.search);
  places.delete("open");
  places.set("about", row.codes.join(","));
  if (row.between.length === 2) places.set("between", row.between.join("~"));
  const positive = row.balance?.positive ?? null;
  const coded = (row.balance?.coded ?? []).flatMap((share, at) => (share === null ? [] : [t("agree.codedPart", { name: row.between[at] ?? "", percent: percent(share) })]));
  return (
    <Beside title={row.between.length === 2 ? t("agree.lineOf", { label: row.label, between: betweenOf(row) }) : row.label} onClose={onClose}>
      <p className="small">
        {t("agree.judged", { units: row.units, unit: t(`agree.units.${units}`), sources: row.sources, categories: row.categories })} {coded.length > 0 && t("agree.coded", { parts: coded.join(", ") })}
      </p>
      {row.told.length > 0 && (
        <>
          <h3>{t("agree.lookAt")}</h3>
          {row.told.map((one) => <p key={one.word} className="note">{one.sentence}</p>)}
        </>
      )}
      {positive !== null && <p><strong>{t("agree.positive")}: {t("agree.percent", { percent: percent(positive) })}.</strong> {t("agree.says.positive")}</p>}
      <p><a className="button" href={`/agreement/places?${places.toString()}`} onClick={within}>{t("agree.differOn")}</a></p>
      <h3>{t("agree.every")}</h3>
      <dl className="coefficients">
        {listed.map((one) => <One key={one.name} one={one} kind={row.kind} whole={UNITIZING.includes(one.name) && row.whole < row.sources ? row.whole : null} />)}
      </dl>
      {row.values.length > 0 && (
        <>
          <h3>{t("agree.byCode")}</h3>
          <p className="soft small">{t("agree.says.ku")}</p>
          <div className="wide-table" role="region" tabIndex={0} aria-label={t("agree.byCode")}>
            <table className="lined">
              <caption className="apart">{t("agree.byCode")}</caption>
              <thead><tr><th scope="col">{t("agree.code")}</th><th scope="col">{t("agree.value")}</th><th scope="col">{t("agree.met")}</th></tr></thead>
              <tbody>
                {row.values.map(([label, one, met]) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{one.value === null ? t("agree.undefinedWhy", { why: one.undefined }) : written(one.name, one.value)}</td>
                    <td>{met === null ? "–" : t("agree.percent", { percent: percent(met) })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Beside>
  );
}

function One({ one, kind, whole }: { one: Coefficient; kind: string; whole: number | null }) {
  const interval = intervalOf(one);
  return (
    <div>
      <dt>{nameOf(one.name, kind)}</dt>
      <dd>
        {one.value === null ? (
          <p><strong>{t("agree.undefinedWhy", { why: one.undefined })}</strong></p>
        ) : (
          <p><strong>{written(one.name, one.value)}</strong>{interval !== "" && <span className="soft"> {interval}</span>}</p>
        )}
        <p className="small">{askedBy(one.name)}{one.name !== "percent" && one.observed !== null && one.expected !== null && <> {t("agree.chance", { observed: one.observed.toFixed(3), expected: one.expected.toFixed(3) })}</>}{whole !== null && <> {t("agree.whole", { whole })}</>}</p>
      </dd>
    </div>
  );
}
