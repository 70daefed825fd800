/** The sets with their anchors, and how far each case belongs to each; a score opens to its reason and its passages. */
import { useState } from "react";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import { useClose } from "../compare/Number";
import { OneScore } from "./OneScore";
import { SetForm } from "./SetForm";
import { inOrder, SHOWS, two, type Given, type SetOf } from "./shared";

const ANCHORS = ["full_out", "crossover", "full_in"] as const;

export function Sets({ here, cases, one, study }: Given) {
  const close = useClose(here);
  const [adding, setAdding] = useState(false);
  const may = study.me.may.includes("edit");
  const sets = inOrder(one.sets);
  const [set = "", id = ""] = here.get("open", "").split("~");
  const opened = sets.find((each) => each.id === set);
  const score = opened?.scores.find((each) => each.case === id);
  return (
    <>
      <section>
        <h2>{t("qca.sets")}</h2>
        {sets.length === 0 && <p>{t("qca.noSets")}</p>}
        <ul className="list set-list">{sets.map((each) => <OneSet key={each.id} set={each} one={one} may={may} />)}</ul>
        {may && (adding ? <SetForm one={one} onDone={() => setAdding(false)} /> : <button type="button" className="button" onClick={() => setAdding(true)}>{t("qca.addSet")}</button>)}
      </section>
      {sets.length > 0 && (
        <section>
          <h2>{t("qca.scores")}</h2>
          <p className="soft small">{t("qca.half")}</p>
          <div className="with-beside half">
            <div className="grid-scroller low" role="region" tabIndex={0} aria-label={t("qca.scores")}>
              <table className="sides contrasts">
                <caption className="apart">{t("qca.scores")}</caption>
                <thead>
                  <tr><th scope="col">{t("qca.case")}</th>{sets.map((each) => <th key={each.id} scope="col">{each.name}{each.part === "outcome" && <span className="small soft block">{t("qca.outcomeMark")}</span>}</th>)}</tr>
                </thead>
                <tbody>
                  {cases.map((which, at) => (
                    <tr key={which.id} data-open={id === which.id || undefined}>
                      <th scope="row">{which.label}</th>
                      {sets.map((each) => {
                        const held = each.scores[at];
                        const place = `${each.id}~${which.id}`;
                        if (held === undefined) return <td key={each.id}>–</td>;
                        const words = held.value === null ? t("qca.scoreNone", { case: which.label, name: each.name, why: held.nothing }) : t("qca.score", { case: which.label, name: each.name, value: two(held.value) });
                        return (
                          <td key={each.id} className="figure">
                            <button type="button" className="button plain" data-place={place} aria-expanded={here.get("open", "") === place} aria-label={words} onClick={() => here.change({ open: place }, here.get("open", "") !== "")}>{two(held.value)}</button>
                            <span className="small soft block" aria-hidden="true">{held.value === null ? held.nothing : held.measured}</span>
                          </td>
                        );
                      })}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {opened !== undefined && score !== undefined && <OneScore key={`${set} ${id}`} set={opened} score={score} label={cases.find((each) => each.id === id)?.label ?? ""} study={study} onClose={close} />}
          </div>
        </section>
      )}
    </>
  );
}

function OneSet({ set, one, may }: { set: SetOf; one: Given["one"]; may: boolean }) {
  const { run } = useDoing();
  const [changing, setChanging] = useState(false);
  if (changing) return <li><SetForm one={one} known={set} onDone={() => setChanging(false)} /></li>;
  const basis = set.of_label === "" ? t(`qca.basis.${set.basis}`) : t("qca.fromOf", { basis: t(`qca.basis.${set.basis}`), of: set.of_label });
  const anchors = ANCHORS.filter((each) => set[each].at !== "" || set[each].reason !== "");
  return (
    <li className="laid">
      <h3>{set.name}</h3>
      <p>{set.meaning} <span className="soft small">{t("qca.setAbout", { part: t(`qca.partOf.${set.part}`), nature: t(`qca.nature.${set.nature}`), basis })}</span></p>
      {set.values.length > 0 && <p className="small">{t("qca.valuesAre", { values: set.values.join(", ") })}</p>}
      {anchors.length > 0 && <ul className="small">{anchors.map((each) => <li key={each}>{anchorOf(set, each)}</li>)}</ul>}
      {set.expects !== "either" && <p className="small">{t("qca.expected", { what: t(`qca.expects.${set.expects}`), why: set.expects_reason })}</p>}
      {may && (
        <div className="row">
          <button type="button" className="button" aria-label={t("qca.changeName", { name: set.name })} onClick={() => setChanging(true)}>{t("qca.change")}</button>
          <button type="button" className="button plain" aria-label={t("qca.removeName", { name: set.name })} onClick={() => void run("condition.remove", { condition: set.id }, { sentence: t("qca.removed", { name: set.name }), shows: SHOWS })}>{t("qca.remove")}</button>
        </div>
      )}
    </li>
  );
}

function anchorOf(set: SetOf, which: (typeof ANCHORS)[number]): string {
  const { at, reason } = set[which];
  const crisp = set.nature === "crisp";
  return at === "" ? t("qca.anchorWords", { anchor: t(`qca.anchorWord.${crisp ? "crisp" : which}`), reason }) : t("qca.anchorAt", { anchor: t(crisp ? "qca.anchorCrisp" : `qca.anchor.${which}`), at, reason });
}
