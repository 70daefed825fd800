/**
 * The report: its parts and their order, how much is quoted, seen as it will be, and written as a file.
 *
 * What a careful reader would get wrong: the preview is the report, made by the same program, and not put on record; what
 * is exported is. What consent does not cover is in neither, and is named beside the preview. The scope that stands above
 * all screens is no part of it: a report is of the whole study, and says so where the scope is narrower.
 */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { read, type Schemas } from "../../api/client";
import { useRows } from "../../api/hooks";
import { Problem } from "../../components/parts";
import { usePreference } from "../../components/prefs";
import { useSay } from "../../components/said";
import { isEverything, useWholeScope } from "../../lib/scope";
import { t } from "../../messages";
import { Choices } from "./Choices";
import { chosenFrom, type Chosen } from "./chosen";
import { Exports } from "./Exports";
import { Preview } from "./Preview";
import { lookAtJobs, Written } from "./Written";
import "./report.css";

const SETTLED_AFTER = 700;

export default function Report() {
  const offered = useQuery({ queryKey: ["reports"], queryFn: () => read("/api/reports") });
  const analyses = useRows("analysis");
  const problem = offered.error ?? analyses.error;
  if (problem !== null) return <div className="page"><Problem error={problem} again={() => void Promise.all([offered.refetch(), analyses.refetch()])} /></div>;
  if (offered.data === undefined || analyses.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  return <Made offered={offered.data} analyses={analyses.data} />;
}

function Made({ offered, analyses }: { offered: Schemas["ReportChoices"]; analyses: readonly Schemas["Analysis"][] }) {
  const { say, refuse } = useSay();
  const [scope] = useWholeScope();
  const [kept, keep] = usePreference("report", "", "here");
  const [covered, setCovered] = useState(false);
  const parts = offered.parts;
  const chosen = useMemo<Chosen>(() => ({ ...chosenFrom(kept, parts, analyses.map((one) => one.id)), covered }), [kept, covered, parts, analyses]);
  const [settled, setSettled] = useState(chosen);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(chosen), SETTLED_AFTER);
    return () => clearTimeout(timer);
  }, [chosen]);
  const begun = (beginning: Promise<{ file: string }>) => {
    beginning.then((job) => {
      say(t("report.begun", { file: job.file }));
      return lookAtJobs();
    }, refuse);
  };
  return (
    <div className="report">
      <div className="side">
        <h1>{t("screen.report")}</h1>
        {!isEverything(scope) && <p className="note small">{t("report.wholeStudy")}</p>}
        <Choices
          chosen={chosen}
          analyses={analyses}
          onChoose={(next) => {
            setCovered(next.covered);
            keep(JSON.stringify({ parts: next.parts, quotations: next.quotations, unreviewed: next.unreviewed, analysis: next.analysis }));
          }}
        />
        <Exports chosen={chosen} forms={offered.forms} formats={offered.formats} onBegin={begun} />
        <Written />
      </div>
      <Preview chosen={settled} version={offered.version} waiting={chosen !== settled} />
    </div>
  );
}
