/** Themes: the board where categories become themes, what one theme says and rests on, what may speak against it, Table 3, and maps drawn by hand. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read, type Schemas } from "../../api/client";
import { useCodebook } from "../../api/hooks";
import { within } from "../../app";
import { useDoing } from "../../components/doing";
import { later } from "../../components/later";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { Board } from "./Board";
import "./themes.css";

const OneTheme = later(() => import("./OneTheme"));
const Lineage = later(() => import("./Lineage"));
const Flow = later(() => import("./Flow"));
const Standing = later(() => import("./Standing"));
const Against = later(() => import("./Against"));
const Discussions = later(() => import("./Discussions"));
const Analyses = later(() => import("./Analyses"));
const Table3 = later(() => import("./Table3"));
const Maps = later(() => import("./Maps"));

const VIEWS = [["", "themes.board"], ["lineage", "themes.lineage"], ["flow", "themes.flow"], ["table", "themes.table"], ["against", "themes.against"], ["standing", "themes.standing"], ["discussions", "themes.discussions"], ["map", "themes.maps"], ["analyses", "themes.analyses"]] as const;

export default function Themes({ rest, study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const board = useQuery({ queryKey: ["themes"], queryFn: () => read("/api/themes") });
  const book = useCodebook();
  const [chosen, setChosen] = useState("");
  const failed = board.error ?? book.error;
  if (failed !== null) return <Problem error={failed} again={() => void Promise.all([board.refetch(), book.refetch()])} />;
  if (board.data === undefined || book.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const may = study.me.may.includes("edit");
  const here = rest[0] ?? "";
  const codes = book.data.codes;
  const theme = board.data.themes.find((line) => line.theme.id === here);
  const analysis = theme?.theme.analysis ?? (board.data.analyses.some((one) => one.id === chosen) ? chosen : board.data.analyses[0]?.id);
  const lines = board.data.themes.filter((line) => line.theme.analysis === analysis);
  const view = () => {
    if (here === "map") return <Maps chosen={rest[1]} codes={codes} themes={board.data.themes} may={may} />;
    if (here === "discussions") return <Discussions lines={board.data.themes} codes={codes} study={study} chosen={rest[1] ?? ""} />;
    if (analysis === undefined) return may ? <NewAnalysis /> : <p>{t("themes.noAnalysis")}</p>;
    if (here === "analyses") return <Analyses />;
    if (here === "lineage") return <Lineage lines={lines} codes={codes} />;
    if (here === "flow") return <Flow key={analysis} analysis={analysis} lines={lines} codes={codes} />;
    if (here === "standing") return <Standing key={analysis} lines={lines} may={may} />;
    if (here === "against") return <Against analysis={analysis} may={may} />;
    if (here === "table") return <Table3 analysis={analysis} />;
    if (theme !== undefined) return <OneTheme key={theme.theme.id} line={theme} lines={lines} codes={codes} study={study} may={may} />;
    if (here !== "") return <p>{t("themes.gone")}</p>;
    return <Board analysis={analysis} lines={lines} codes={codes} may={may} />;
  };
  return (
    <div className="page themes">
      <div className="row heading">
        <h1>{t("screen.themes")}</h1>
        <nav aria-label={t("themes.views")}>
          <ul className="row list">
            {VIEWS.map(([path, name]) => (
              <li key={path}>
                <a className="button" href={path === "" ? "/themes" : `/themes/${path}`} aria-current={here === path ? "true" : undefined} onClick={within}>
                  {t(name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {board.data.analyses.length > 1 && theme === undefined && here !== "map" && here !== "discussions" && (
          <label className="row">
            {t("themes.analysis")}
            <select value={analysis} onChange={(event) => setChosen(event.target.value)}>
              {board.data.analyses.map((one) => (
                <option key={one.id} value={one.id}>{one.name}</option>
              ))}
            </select>
          </label>
        )}
      </div>
      {view()}
    </div>
  );
}

/** Themes belong to an analysis: the first one is begun here, with the question it asks. */
function NewAnalysis() {
  const { run } = useDoing();
  const [name, setName] = useState(t("themes.firstAnalysis"));
  const [question, setQuestion] = useState("");
  return (
    <form
      className="narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void run("analysis.add", { name, question }, { sentence: t("themes.analysisBegun", { name }), shows: ["themes"] });
      }}
    >
      <h2>{t("themes.beginAnalysis")}</h2>
      <p>{t("themes.beginAnalysisDetail")}</p>
      <label className="field">
        <span>{t("themes.analysisName")}</span>
        <input type="text" required value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("themes.analysisQuestion")}</span>
        <textarea value={question} onChange={(event) => setQuestion(event.target.value)} />
      </label>
      <button type="submit" className="button primary" disabled={name.trim() === ""}>{t("themes.begin")}</button>
    </form>
  );
}
