/**
 * How a category hangs together with others: condition, context, action, consequence, each resting on passages.
 *
 * What a careful reader would get wrong: a relation is shown from both its ends, always in the words of the one that has
 * it, and is never without a passage when it is made: the engine refuses a guess that looks like a finding.
 */
import { useState } from "react";
import type { Schemas } from "../../api/client";
import { CodingFinder } from "../../components/CodingFinder";
import { useDoing } from "../../components/doing";
import { Dialog } from "../../components/parts";
import { fromCoding, fromSide, Quotation, saidBy } from "../../components/Quotation";
import { t } from "../../messages";
import { Categories, withUnder, type Line } from "./Categories";

type Related = Schemas["RelatedHere"];
const NATURES = ["condition", "context", "action", "consequence"] as const;
type Nature = (typeof NATURES)[number];
const SHOWS = ["bench"];

const natureOf = (word: string): Nature => NATURES.find((one) => one === word) ?? "condition";

/** In words: “Trust is a condition of Disclosure”. */
const sentence = (nature: Nature, category: string, to: string): string => t(nature === "action" ? "bench.relation.action" : "bench.relation", { category, to, nature: t(`bench.nature.${nature}`) });

export function Relations({ line, codes, relations, may }: { line: Line; codes: readonly Line[]; relations: readonly Related[]; may: boolean }) {
  const nameOf = (id: string) => codes.find((one) => one.code.id === id)?.path ?? t("bench.gone");
  return (
    <section aria-labelledby="bench-relations">
      <h2 id="bench-relations">{t("bench.relations", { name: line.code.name })}</h2>
      {relations.length === 0 && <p className="soft">{t("bench.noRelations")}</p>}
      <ul className="list">
        {relations.map((one) => (
          <li key={one.id} className="laid bench-one">
            <OneRelation related={one} words={sentence(natureOf(one.nature), nameOf(one.category), nameOf(one.to))} codes={[...withUnder(codes, one.category), ...withUnder(codes, one.to)]} may={may} />
          </li>
        ))}
      </ul>
      {may && <Another line={line} codes={codes} />}
    </section>
  );
}

function OneRelation({ related, words, codes, may }: { related: Related; words: string; codes: readonly string[]; may: boolean }) {
  const { run } = useDoing();
  const [finding, setFinding] = useState(false);
  const held = new Set(related.grounds.map((one) => one.id));
  return (
    <article>
      <h3>{words}</h3>
      {related.note !== "" && <p className="told">{related.note}</p>}
      {related.grounds.length === 0 ? <p className="flag small">{t("bench.bareRelation")}</p> : <p className="soft small">{t("bench.ground")}</p>}
      <ul className="list">
        {related.grounds.map((side) => (
          <li key={side.id}>
            <Quotation quoted={fromSide(side)}>
              {may && related.grounds.length > 1 && (
                <button type="button" className="button plain" aria-label={t("bench.releaseName", { who: saidBy(fromSide(side)) })} onClick={() => void run("relation.release", { relation: related.id, codings: [side.id] }, { sentence: t("bench.released"), shows: SHOWS })}>
                  {t("bench.release")}
                </button>
              )}
            </Quotation>
          </li>
        ))}
      </ul>
      {may && (
        <div className="row">
          <button type="button" className="button" aria-label={t("bench.groundMoreName", { relation: words })} onClick={() => setFinding(true)}>{t("bench.groundMore")}</button>
          <button type="button" className="button" aria-label={t("bench.removeRelationName", { relation: words })} onClick={() => void run("relation.remove", { relation: related.id }, { sentence: t("bench.relationRemoved"), shows: SHOWS })}>{t("bench.removeRelation")}</button>
        </div>
      )}
      {finding && (
        <Finder
          codes={codes} but={held} onClose={() => setFinding(false)}
          onTake={(coding) => void run("relation.ground", { relation: related.id, codings: [coding] }, { sentence: t("bench.grounded"), shows: SHOWS }).then((done) => done !== null && setFinding(false))}
        />
      )}
    </article>
  );
}

function Finder({ codes, but, onTake, onClose }: { codes: readonly string[]; but?: ReadonlySet<string>; onTake: (coding: string) => void; onClose: () => void }) {
  return (
    <Dialog title={t("bench.relationTitle")} onClose={onClose}>
      <CodingFinder codes={codes} {...(but === undefined ? {} : { but })}>
        {(one) => <button type="button" className="button" aria-label={t("bench.handThisName", { who: saidBy(fromCoding(one)) })} onClick={() => onTake(one.coding.id)}>{t("bench.handThis")}</button>}
      </CodingFinder>
      <button type="button" className="button" onClick={onClose}>{t("app.close")}</button>
    </Dialog>
  );
}

function Another({ line, codes }: { line: Line; codes: readonly Line[] }) {
  const { run } = useDoing();
  const [open, setOpen] = useState(false);
  const [nature, setNature] = useState<Nature>("condition");
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const [finding, setFinding] = useState(false);
  const category = line.code.id;
  const name = codes.find((one) => one.code.id === to)?.path ?? "";
  const save = (coding: string) => {
    const relation = sentence(nature, line.path, name);
    void run("relation.add", { category, to, nature, codings: [coding], note }, { sentence: t("bench.relationSaved", { relation }), shows: SHOWS }).then((done) => {
      if (done === null) return;
      setFinding(false);
      setOpen(false);
      setTo("");
      setNote("");
    });
  };
  return (
    <>
      <p><button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>{t("bench.addRelation")}</button></p>
      {open && (
        <div className="bench-form">
          <div className="row fields">
            <Categories label={t("bench.relationTo")} codes={codes} value={to} but={category} onChange={setTo} />
            <label className="field">
              <span>{t("bench.relationOf", { name: line.code.name })}</span>
              <select value={nature} onChange={(event) => setNature(natureOf(event.target.value))}>
                {NATURES.map((one) => <option key={one} value={one}>{t(`bench.aNature.${one}`)}</option>)}
              </select>
            </label>
          </div>
          <label className="field">
            <span>{t("bench.relationNote")}</span>
            <textarea value={note} onChange={(event) => setNote(event.target.value)} />
          </label>
          <button type="button" className="button primary" disabled={to === ""} onClick={() => setFinding(true)}>{t("bench.relationChoose")}</button>
          {finding && <Finder codes={[...withUnder(codes, category), ...withUnder(codes, to)]} onTake={save} onClose={() => setFinding(false)} />}
        </div>
      )}
    </>
  );
}
