/** The three solutions, each with all of its equally minimal models, their fit, and the cases in each term. */
import type { Schemas } from "../../api/client";
import { t } from "../../messages";
import type { Shown } from "./Computed";
import { three } from "./shared";

export function Solutions({ found }: Shown) {
  return (
    <>
      {found.untenable > 0 && <p className="note">{t("qca.untenable", { count: found.untenable })}</p>}
      {found.solutions.map((each) => (
        <section key={each.nature} aria-labelledby={each.nature}>
          <h2 id={each.nature}>{t(`qca.solution.${each.nature}`)}</h2>
          <p className="soft small">{t(`qca.solutionMeans.${each.nature}`)}</p>
          {each.models.length === 0 && <p>{t("qca.noModel")}</p>}
          {each.models.length > 1 && <p className="note">{t("qca.models", { count: each.models.length })} {!each.complete && t("qca.moreModels")}</p>}
          {each.models.map((model, at) => <OneModel key={model.written} model={model} number={each.models.length > 1 ? at + 1 : 0} cases={found.cases} />)}
        </section>
      ))}
    </>
  );
}

function OneModel({ model, number, cases }: { model: Schemas["Model"]; number: number; cases: readonly Schemas["CaseHere"][] }) {
  const name = (at: number) => cases[at]?.label ?? "";
  const title = number === 0 ? model.written : t("qca.modelName", { number, written: model.written });
  return (
    <article className="model" aria-label={title}>
      <h3>{title}</h3>
      <p className="small">
        {t("qca.modelFit", { consistency: three(model.fit.consistency), pri: three(model.fit.pri), coverage: three(model.fit.coverage) })} {model.assumed.length === 0 ? t("qca.assumedNone") : t("qca.assumed", { count: model.assumed.length })} {model.uncovered.length > 0 && t("qca.uncovered", { names: model.uncovered.map(name).join(", ") })}
      </p>
      <div className="wide-table" role="region" tabIndex={0} aria-label={title}>
        <table className="lined fits">
          <caption className="apart">{title}</caption>
          <thead><tr><th scope="col">{t("qca.term")}</th><th scope="col">{t("qca.rowConsistency")}</th><th scope="col">{t("qca.rowPri")}</th><th scope="col">{t("qca.coverage")}</th><th scope="col">{t("qca.unique")}</th><th scope="col">{t("qca.termCases")}</th></tr></thead>
          <tbody>
            {model.terms.map((term) => (
              <tr key={term.written}>
                <th scope="row">{term.written}</th><td>{three(term.fit.consistency)}</td><td>{three(term.fit.pri)}</td><td>{three(term.fit.coverage)}</td><td>{three(term.fit.unique)}</td>
                <td>{term.cases.map((at) => (term.without_outcome.includes(at) ? t("qca.against", { name: name(at) }) : name(at))).join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}
