/** Framework: the grid of summaries, charting one participant beside the transcript, and beginning one where there is none. */
import { useState } from "react";
import type { Schemas } from "../../api/client";
import { useRows } from "../../api/hooks";
import { later } from "../../components/later";
import { Empty, Problem } from "../../components/parts";
import { useUnsaved } from "../../components/kept";
import { t } from "../../messages";
import { useHere } from "../compare/address";
import { Begin } from "./About";
import { Grid } from "./GridPage";
import "../compare/compare.css";
import "./framework.css";

const Charting = later(() => import("./Charting"));

export default function Frameworks({ rest, study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const known = useRows("framework");
  const columns = useRows("framework_column");
  const here = useHere();
  const unsaved = useUnsaved().filter((one) => one.startsWith("summary ")).length;
  const [beginning, setBeginning] = useState(false);
  const failed = known.error ?? columns.error;
  if (failed !== null) return <Problem error={failed} again={() => void Promise.all([known.refetch(), columns.refetch()])} />;
  if (known.data === undefined || columns.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const may = study.me.may.includes("code");
  const shape = study.me.may.includes("edit");
  const framework = known.data.find((one) => one.id === here.get("framework", "")) ?? known.data.at(-1);
  if (framework === undefined) {
    return (
      <div className="page">
        <Empty whole title={t("framework.none")}>{shape ? t("framework.noneDetail") : t("framework.noneRead")}</Empty>
        {shape && <div className="empty"><button type="button" className="button primary" onClick={() => setBeginning(true)}>{t("framework.begin")}</button></div>}
        {beginning && <Begin onClose={() => setBeginning(false)} />}
      </div>
    );
  }
  const charted = columns.data.filter((one) => one.framework === framework.id).sort((one, two) => one.position - two.position);
  return (
    <>
      {unsaved > 0 && <p className="away" role="status">{t("framework.unsaved", { count: unsaved })}</p>}
      {rest[0] === "chart" ? (
        <Charting framework={framework} study={study} may={may} />
      ) : (
        <Grid framework={framework} all={known.data} charted={charted} may={may} shape={shape} />
      )}
    </>
  );
}
