/**
 * Configurational analysis: only after switching it on, by beginning one with a reason.
 *
 * What a careful reader would get wrong: what is computed leaves out every case that lacks a score in one set, and says
 * which; cuts that are tried in the address are not the study's until somebody keeps them with a reason.
 */
import { useQuery } from "@tanstack/react-query";
import { ask } from "../../api/client";
import { useStudy } from "../../api/hooks";
import { Empty, Problem } from "../../components/parts";
import { useScope } from "../../lib/scope";
import { t } from "../../messages";
import { useHere } from "../compare/address";
import { Choose } from "../compare/pieces";
import { Begin } from "./Begin";
import { Computed } from "./Computed";
import { Sets } from "./Sets";
import type { Options } from "./shared";
import "./qca.css";

const PARTS = ["sets", "truth", "necessity", "solutions", "sensitivity"] as const;

export default function Configurations() {
  const here = useHere();
  const scope = useScope();
  const study = useStudy().data;
  const found = useQuery({ queryKey: ["configurations", scope], queryFn: () => ask("configurations", scope), placeholderData: (before) => before });
  const data = found.data;
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (data === undefined || study === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const may = study.me.may.includes("edit");
  if (data.off !== "") {
    return (
      <div className="qca">
        <Empty title={t("qca.off")}>{t("qca.offDetail")} {!may && t("qca.offMay")}</Empty>
        {may && <Begin first />}
      </div>
    );
  }
  const one = data.configurations.find((each) => each.id === here.get("of", "")) ?? data.configurations[0];
  if (one === undefined) return null;
  const part = PARTS.find((each) => each === here.get("part", "")) ?? "sets";
  const cut = (name: string) => {
    const said = Number(here.get(name, "0"));
    return Number.isFinite(said) && said > 0 ? said : 0;
  };
  const options: Options = { ...scope, configuration: one.id, absent: here.get("absent", "") === "yes", consistency: cut("consistency"), in_a_row: Math.floor(cut("row")), pri: cut("pri"), solution: "intermediate" };
  const given = { here, cases: data.cases, one, options, study };
  return (
    <div className="qca">
      {data.configurations.length > 1 && (
        <div className="tools"><Choose label={t("qca.which")} value={one.id} options={data.configurations.map((each) => ({ value: each.id, label: each.name }))} onChange={(value) => here.change({ of: value, open: null })} /></div>
      )}
      <section aria-labelledby="configuration">
        <h2 id="configuration">{one.name}</h2>
        {one.question !== "" && <p>{one.question}</p>}
        <p className="soft small">{t("qca.whyHere", { why: one.why })}</p>
      </section>
      {study.me.member?.permission === "independent coder" && <p className="note">{t("qca.alone")}</p>}
      <div className="row" role="group" aria-label={t("qca.parts")}>
        {PARTS.map((each) => <button key={each} type="button" className="button" aria-pressed={each === part} onClick={() => here.change({ part: each === "sets" ? null : each, open: null })}>{t(`qca.part.${each}`)}</button>)}
      </div>
      {part === "sets" ? <Sets {...given} /> : <Computed {...given} part={part} />}
      {part === "sets" && may && <Begin />}
    </div>
  );
}
