/** The comparison bench: two things side by side and what is decided of them, how far comparison has gone, what a category is made of. */
import type { Schemas } from "../../api/client";
import { useCodebook } from "../../api/hooks";
import { within } from "../../app";
import { Empty, Problem } from "../../components/parts";
import { t } from "../../messages";
import { HowFar } from "./HowFar";
import { MadeOf } from "./MadeOf";
import { Pairs } from "./Pairs";
import "./bench.css";

const VIEWS = [
  { path: "", view: "pairs", View: Pairs },
  { path: "far", view: "far", View: HowFar },
  { path: "made", view: "made", View: MadeOf },
] as const;

export default function Bench({ rest, study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const book = useCodebook();
  const here = VIEWS.find((one) => one.path === (rest[0] ?? "")) ?? VIEWS[0];
  if (book.error !== null) return <Problem error={book.error} again={() => void book.refetch()} />;
  if (book.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const { codes } = book.data;
  if (codes.every((line) => line.codings === 0)) return <Empty whole title={t("bench.noCodesTitle")}>{t("bench.noCodes")}</Empty>;
  return (
    <div className="page bench" role="region" tabIndex={0} aria-label={t("screen.bench")}>
      <div className="row heading">
        <h1>{t("screen.bench")}</h1>
        <nav aria-label={t("bench.views")}>
          <ul className="row list">
            {VIEWS.map(({ path, view }) => (
              <li key={view}>
                <a className="button" href={path === "" ? "/bench" : `/bench/${path}`} aria-current={here.view === view ? "true" : undefined} onClick={within}>
                  {t(`bench.${view}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <p className="soft lead">{t(`bench.lead.${here.view}`)}</p>
      <here.View codes={codes} study={study} />
    </div>
  );
}
