/** How necessary each condition, or its absence, is for what is explained. */
import { t } from "../../messages";
import type { Shown } from "./Computed";
import { three } from "./shared";

const HIGH = 0.9;

export function Necessity({ found }: Shown) {
  const caption = t("qca.necessityCaption", { outcome: found.outcome });
  return (
    <>
      <p>{t("qca.necessityMeans")}</p>
      <div className="wide-table" role="region" tabIndex={0} aria-label={caption}>
        <table className="lined fits">
          <caption>{caption}</caption>
          <thead><tr><th scope="col">{t("qca.condition")}</th><th scope="col">{t("qca.rowConsistency")}</th><th scope="col">{t("qca.coverage")}</th><th scope="col">{t("qca.relevance")}</th><td /></tr></thead>
          <tbody>
            {found.necessity.map((each) => (
              <tr key={each.written}>
                <th scope="row">{each.written}</th><td>{three(each.fit.consistency)}</td><td>{three(each.fit.coverage)}</td><td>{three(each.fit.relevance)}</td>
                <td>{(each.fit.consistency ?? 0) >= HIGH && <span className="flag">{t("qca.mayBe")}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
