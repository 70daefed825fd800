/** Agreement: how far coders coincide, where they differ, and what was decided about it. */
import type { Schemas } from "../../api/client";
import { within } from "../../app";
import { t } from "../../messages";
import { Decisions } from "./Decisions";
import { Numbers } from "./Numbers";
import { Places } from "./Places";
import "../compare/compare.css";
import "./agreement.css";

const VIEWS = [
  { path: "", view: "numbers", View: Numbers },
  { path: "places", view: "places", View: Places },
  { path: "decided", view: "decided", View: Decisions },
] as const;

export default function Agreement({ rest, study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const here = VIEWS.find((one) => one.path === (rest[0] ?? "")) ?? VIEWS[0];
  return (
    <div className="page compare agreement" role="region" tabIndex={0} aria-label={t("screen.agreement")}>
      <div className="row compare-head">
        <h1>{t("screen.agreement")}</h1>
        <nav aria-label={t("agree.views")}>
          <ul className="row ways">
            {VIEWS.map(({ path, view }) => (
              <li key={view}>
                <a className="button" href={`/agreement${path === "" ? "" : `/${path}`}${location.search}`} aria-current={here.view === view ? "page" : undefined} onClick={within}>
                  {t(`agree.view.${view}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <p className="soft lead">{t(`agree.lead.${here.view}`)}</p>
      <here.View study={study} />
    </div>
  );
}
