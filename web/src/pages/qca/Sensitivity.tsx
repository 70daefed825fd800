/** What a solution depends on: how far each anchor and cut can move, and every case left out. */
import { t } from "../../messages";
import { Choose } from "../compare/pieces";
import type { Shown } from "./Computed";
import { two } from "./shared";

const NATURES = ["conservative", "intermediate", "parsimonious"] as const;

export function Sensitivity({ here, found, options }: Shown) {
  const data = found.sensitivity;
  if (data === null) return null;
  const read = (words: string) => (words === "" ? t("qca.dependsNone") : words);
  return (
    <>
      <div className="tools"><Choose label={t("qca.depends")} value={options.solution ?? "intermediate"} options={NATURES.map((value) => ({ value, label: t(`qca.solution.${value}`) }))} onChange={(value) => here.change({ solution: value === "intermediate" ? null : value })} /></div>
      <p><strong>{t("qca.dependsOn", { nature: t(`qca.solution.${data.nature}`).toLocaleLowerCase(), written: read(data.written) })}</strong></p>
      <p className="soft small">{t("qca.robustMeans")}</p>
      <div className="wide-table" role="region" tabIndex={0} aria-label={t("qca.reaches")}>
        <table className="lined fits">
          <caption>{t("qca.reaches")}</caption>
          <thead><tr><th scope="col">{t("qca.what")}</th><th scope="col">{t("qca.stands")}</th><th scope="col">{t("qca.holds")}</th><th scope="col">{t("qca.holdsTo")}</th><th scope="col">{t("qca.below")}</th><th scope="col">{t("qca.above")}</th></tr></thead>
          <tbody>
            {data.reaches.map((each) => (
              <tr key={each.what}>
                <th scope="row">{each.what}</th><td>{two(each.at)}</td><td>{two(each.low)}</td><td>{two(each.high)}</td>
                <td>{each.below === null ? <span className="soft">{t("qca.never")}</span> : read(each.below)}</td><td>{each.above === null ? <span className="soft">{t("qca.never")}</span> : read(each.above)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="wide-table" role="region" tabIndex={0} aria-label={t("qca.withoutCases")}>
        <table className="lined fits">
          <caption>{t("qca.withoutCases")}</caption>
          <thead><tr><th scope="col">{t("qca.leaving")}</th><th scope="col">{t("qca.reads")}</th></tr></thead>
          <tbody>
            {data.without.map((each) => <tr key={each.case}><th scope="row">{found.cases[each.case]?.label ?? ""}</th><td>{each.same ? <span className="soft">{t("qca.same")}</span> : read(each.written)}</td></tr>)}
          </tbody>
        </table>
      </div>
    </>
  );
}
