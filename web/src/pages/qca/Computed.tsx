/** What is computed: where the truth table is cut, and the part that is looked at. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, Refused } from "../../api/client";
import { useDoing } from "../../components/doing";
import { Empty, Problem } from "../../components/parts";
import { t } from "../../messages";
import { Notes, Saving } from "../compare/pieces";
import { Necessity } from "./Necessity";
import { Sensitivity } from "./Sensitivity";
import { SHOWS, type Computed as Found, type Given } from "./shared";
import { Solutions } from "./Solutions";
import { Truth } from "./Truth";

const PARTS = { truth: Truth, necessity: Necessity, solutions: Solutions, sensitivity: Sensitivity } as const;
const TABLES = { truth: "rows", necessity: "necessity", solutions: "solutions", sensitivity: "sensitivity" } as const;
export interface Shown extends Given {
  readonly found: Found;
}

export function Computed(given: Given & { part: keyof typeof PARTS }) {
  const { here, part } = given;
  const nature = here.get("solution", "intermediate");
  const options = { ...given.options, sensitivity: part === "sensitivity", solution: nature === "conservative" || nature === "parsimonious" ? nature : "intermediate" } as const;
  const found = useQuery({ queryKey: ["configurations", "computed", options], queryFn: () => ask("qca", options), placeholderData: (before) => (before?.sensitivity === null) === !options.sensitivity ? before : undefined });
  const Part = PARTS[part];
  const refused = found.error instanceof Refused && found.error.code !== "no-answer" && found.error.code !== "unexpected" ? found.error : null;
  return (
    <>
      <Cuts {...given} />
      {refused !== null ? <Empty title={t("qca.notYet")}>{refused.message}</Empty> : found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="empty soft" role="status">{t("qca.working")}</p>}
      {found.data !== undefined && found.error === null && (
        <div className="computed" aria-busy={found.isPlaceholderData}>
          <div className="row under">
            <p><strong>{t("qca.cases", { count: found.data.cases.length })}</strong> {found.data.left_out.length > 0 && t("qca.leftOut", { names: found.data.left_out.map((each) => `${each.label} (${each.nothing})`).join("; ") })}</p>
            <Saving drawing={{ of: "qca", options, show: TABLES[part] }} title={found.data.title} />
          </div>
          <Part {...given} options={options} found={found.data} />
          <Notes notes={found.data.notes} />
        </div>
      )}
    </>
  );
}

function Cuts({ here, one, study }: Given) {
  const { run } = useDoing();
  const [why, setWhy] = useState("");
  const own = { consistency: one.consistency, cases: one.cases, reason: one.cuts_reason === "" ? t("qca.noCutsReason") : one.cuts_reason };
  const consistency = here.get("consistency", "");
  const row = here.get("row", "");
  const tried = consistency !== "" || row !== "";
  const field = (name: "consistency" | "row" | "pri", label: string, least: number, most: number, step: number, standing: string) => (
    <label className="field choose"><span>{label}</span><input type="number" min={least} max={most} step={step} value={here.get(name, standing)} onChange={(event) => here.change({ [name]: event.target.value === standing ? null : event.target.value, open: null }, true)} /></label>
  );
  return (
    <div>
      <div className="tools" role="group" aria-label={t("qca.cuts")}>
        {field("consistency", t("qca.consistency"), 0.5, 1, 0.01, one.consistency)}
        {field("row", t("qca.inARow"), 1, 50, 1, String(one.cases))}
        {field("pri", t("qca.pri"), 0, 1, 0.05, "0")}
        <label className="row check"><input type="checkbox" checked={here.get("absent", "") === "yes"} onChange={(event) => here.change({ absent: event.target.checked ? "yes" : null, open: null })} /> {t("qca.absent")}</label>
      </div>
      <p className="soft small">{t(tried ? "qca.tried" : "qca.ownCuts", own)}</p>
      {tried && study.me.may.includes("edit") && (
        <form
          className="row fields"
          onSubmit={(event) => {
            event.preventDefault();
            const given = { ...(consistency === "" ? {} : { consistency }), ...(row === "" ? {} : { cases: Number(row) }) };
            void run("configuration.change", { configuration: one.id, ...given, cuts_reason: why }, { sentence: t("qca.cutsKept"), shows: SHOWS }).then((done) => done !== null && here.change({ consistency: null, row: null }, true));
          }}
        >
          <label className="field grow"><span>{t("qca.cutsReason")}</span><input type="text" required value={why} onChange={(event) => setWhy(event.target.value)} /></label>
          <button type="submit" className="button" disabled={why.trim() === ""}>{t("qca.keepCuts")}</button>
        </form>
      )}
    </div>
  );
}
