/** What is compared, in plain words: units, text, coders and groups, how codes are put together. All of it in the address. */
import { useMemo } from "react";
import type { Schemas } from "../../api/client";
import { useCodebook, useRows } from "../../api/hooks";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import type { Here } from "../compare/address";
import { Choose } from "../compare/pieces";
import { BYS, codersFrom, codersWritten, compared, GROUPS, LABELS, LEVELS, oneOf, optionsOf, READS, SCALES, UNITS, UNIVERSES, type Level, type Options } from "./asked";

type Member = Schemas["Member"];

/** People who can be compared: machines cannot. */
const people = (study: Schemas["StudyHere"]): Member[] => study.members.filter((one) => one.nature === "person");

/** What is asked of the engine, as the address and the scope say. */
export function useOptions(here: Here, study: Schemas["StudyHere"]): Options {
  const scope = useScope();
  const codes = useScopeCodes();
  const query = here.query.toString();
  return useMemo(() => {
    const asked = new URLSearchParams(query);
    const who = compared(codersFrom(asked.get("coders")), people(study).map((one) => one.id), (letter) => t("agree.group", { letter }));
    return optionsOf(asked, scope, codes, who);
  }, [query, scope, codes, study]);
}

/** `places`: only what bears on where they differ. */
export function Choices({ here, study, places = false }: { here: Here; study: Schemas["StudyHere"]; places?: boolean }) {
  const analyses = useRows("analysis").data ?? [];
  const book = useCodebook().data?.codes ?? [];
  const units = oneOf(UNITS, here.get("units", ""));
  const set = (name: string, first: string) => (value: string) => here.change({ [name]: value === first ? null : value, open: null });
  const level = (Object.keys(LEVELS) as Level[]).find((one) => one === here.get("levels", "")) ?? "all";
  return (
    <>
      <div className="tools" role="group" aria-label={t("agree.choices")}>
        {!places && (
          <>
            <Choose label={t("agree.units")} value={units} options={UNITS.map((value) => ({ value, label: t(`agree.units.${value}`) }))} onChange={set("units", "characters")} />
            {units === "segments" && (
              <Choose label={t("agree.segments")} value={here.get("segments", "")} options={[{ value: "", label: t("agree.segments.any") }, ...book.map((line) => ({ value: line.code.id, label: line.path }))]} onChange={set("segments", "")} />
            )}
            <Choose label={t("agree.universe")} value={oneOf(UNIVERSES, here.get("universe", ""))} options={UNIVERSES.map((value) => ({ value, label: t(`agree.universe.${value}`) }))} onChange={set("universe", "all")} />
          </>
        )}
        <Choose label={t("agree.by")} value={places && here.get("by", "") !== "perspectives" ? "all" : oneOf(BYS, here.get("by", ""))} options={BYS.filter((value) => !places || value !== "pairs").map((value) => ({ value, label: t(places && value === "all" ? "agree.by.coders" : `agree.by.${value}`) }))} onChange={set("by", "all")} />
        {!places && (
          <>
            <Choose label={t("agree.levels")} value={level} options={(Object.keys(LEVELS) as Level[]).map((value) => ({ value, label: t(`agree.levels.${value}`) }))} onChange={set("levels", "all")} />
            <Choose label={t("agree.labels")} value={oneOf(LABELS, here.get("labels", ""))} options={LABELS.map((value) => ({ value, label: t(`agree.labels.${value}`) }))} onChange={set("labels", "each")} />
            {here.get("labels", "") === "steps" && (
              <Choose label={t("agree.scale")} value={oneOf(SCALES, here.get("scale", ""))} options={SCALES.map((value) => ({ value, label: t(`agree.scale.${value}`) }))} onChange={set("scale", "ordinal")} />
            )}
            <Choose label={t("agree.intervals")} value={here.get("intervals", "on")} options={(["on", "off"] as const).map((value) => ({ value, label: t(`agree.intervals.${value}`) }))} onChange={set("intervals", "on")} />
          </>
        )}
        <Choose label={t("agree.read")} value={oneOf(READS, here.get("read", ""))} options={READS.map((value) => ({ value, label: t(`agree.read.${value}`) }))} onChange={set("read", "done")} />
        {!places && analyses.length > 0 && (
          <Choose label={t("agree.analysis")} value={here.get("analysis", "")} options={[{ value: "", label: t("agree.analysis.none") }, ...analyses.map((one) => ({ value: one.id, label: one.name }))]} onChange={set("analysis", "")} />
        )}
      </div>
      <Coders here={here} study={study} />
      {!places && here.get("labels", "") === "steps" && <p className="soft small">{t("agree.stepsHow")}</p>}
      {!places && <p className="soft small">{t(`agree.means.${units}`)} {t("agree.smaller")}</p>}
    </>
  );
}

function Coders({ here, study }: { here: Here; study: Schemas["StudyHere"] }) {
  const coders = codersFrom(here.get("coders", ""));
  const set = (id: string, how: string) => here.change({ coders: codersWritten(new Map([...coders, [id, how]])), open: null });
  return (
    <details className="coders" open={coders.size > 0}>
      <summary>{t("agree.who")}</summary>
      <p className="soft small">{t("agree.whoHint")}</p>
      <ul className="list">
        {people(study).map((one) => (
          <li key={one.id} className="row">
            <span className="coder">{one.name}</span>
            <select aria-label={t("agree.coderOf", { name: one.name })} value={coders.get(one.id) ?? ""} onChange={(event) => set(one.id, event.target.value)}>
              <option value="">{t("agree.coder")}</option>
              {GROUPS.map((letter) => <option key={letter} value={letter}>{t("agree.group", { letter })}</option>)}
              <option value="out">{t("agree.out")}</option>
            </select>
          </li>
        ))}
      </ul>
    </details>
  );
}
