/**
 * What is decided about a place, with who decided and why.
 *
 * What a careful reader would get wrong: nothing that either of them did is changed. What was agreed is written beside it,
 * and no coefficient ever counts it.
 */
import { useState } from "react";
import type { Given, Schemas, Told } from "../../api/client";
import { useCodebook } from "../../api/hooks";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import { Choose } from "../compare/pieces";
import { shared } from "./layers";

type Opened = Told<"difference">;
type Outcome = Given<"difference.adjudicate">["outcome"];
const SHOWS = ["agree"];

export function Decide({ data, study }: { data: Opened; study: Schemas["StudyHere"] }) {
  const { run } = useDoing();
  const [writing, setWriting] = useState(false);
  const { decided, difference } = data;
  const may = study.me.may.includes("code");
  return (
    <section className="decision" aria-labelledby="decision">
      <h3 id="decision">{decided === null ? t("agree.decide") : t("agree.decidedSo", { outcome: t(`agree.outcome.${decided.outcome as "one"}`) })}</h3>
      {decided !== null && (
        <>
          <p>{decided.agreed.length > 0 ? t("agree.stands", { codes: decided.agreed.join("; ") }) : t("agree.standsNothing")}</p>
          <p className="told">{decided.reason}</p>
          <p className="soft small">{t("agree.deciders", { names: decided.deciders.join(", ") })}</p>
        </>
      )}
      {may && (decided === null || writing) && <Form key={difference.id} data={data} study={study} onDone={() => setWriting(false)} again={decided !== null} />}
      {may && decided !== null && !writing && (
        <div className="row">
          <button type="button" className="button" onClick={() => setWriting(true)}>{t("agree.decideAgain")}</button>
          <button type="button" className="button plain" onClick={() => void run("adjudication.remove", { adjudication: difference.id }, { sentence: t("agree.takenBack"), shows: SHOWS })}>{t("agree.takeBack")}</button>
        </div>
      )}
    </section>
  );
}

function Form({ data, study, onDone, again }: { data: Opened; study: Schemas["StudyHere"]; onDone: () => void; again: boolean }) {
  const { run } = useDoing();
  const book = useCodebook().data?.codes ?? [];
  const { difference } = data;
  const [outcome, setOutcome] = useState<Outcome>("one");
  const [who, setWho] = useState<readonly string[]>(study.me.member === null ? [] : [study.me.member.id]);
  const [reason, setReason] = useState("");
  const [code, setCode] = useState(difference.code_id);
  const [stretch, setStretch] = useState("whole");
  const omission = difference.kind === "omission";
  const mine = data.sides.flatMap((side) => side.codings).find((one) => one.id === difference.coding);
  const theirs = data.sides.flatMap((side) => side.codings).find((one) => one.id === difference.other_coding);
  const common = shared(mine, theirs);
  const spans = new Map<string, { start: number; end: number }>([
    ["whole", { start: difference.start, end: difference.end }],
    ...(mine === undefined ? [] : [["one", mine] as const]),
    ...(theirs === undefined ? [] : [["other", theirs] as const]),
    ...(common === null ? [] : [["shared", common] as const]),
  ]);
  const outcomes: readonly Outcome[] = omission ? ["one", "other", "another"] : ["one", "other", "both", "neither", "another"];
  const names = { one: difference.one, other: difference.other, code: difference.code, instead: difference.instead };
  const keep = async () => {
    const span = spans.get(stretch) ?? { start: difference.start, end: difference.end };
    const given: Given<"difference.adjudicate"> = {
      difference: { kind: difference.kind, coding: difference.coding, other: difference.other_coding, left_out: difference.left_out },
      outcome, reason, deciders: [...who],
      ...(outcome === "another" ? { another: { source: difference.source, code, span: { start: span.start, end: span.end } } } : {}),
    };
    const done = await run("difference.adjudicate", given, { sentence: t("agree.kept"), shows: SHOWS });
    if (done !== null) onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <fieldset className="choices">
        <legend>{t("agree.what")}</legend>
        {outcomes.map((one) => (
          <label key={one} className="row choice">
            <input type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)} /> {t(one === "other" && omission ? "agree.what.otherNothing" : `agree.what.${one}`, names)}
          </label>
        ))}
      </fieldset>
      {outcome === "another" && (
        <div className="tools">
          <Choose label={t("agree.anotherCode")} value={code} options={book.filter((line) => !line.code.retired).map((line) => ({ value: line.code.id, label: line.path }))} onChange={setCode} />
          <Choose label={t("agree.anotherStretch")} value={stretch} options={[...spans.keys()].map((value) => ({ value, label: t(`agree.stretch.${value as "one"}`, names) }))} onChange={setStretch} />
        </div>
      )}
      <fieldset className="choices">
        <legend>{t("agree.who.decided")}</legend>
        <div className="row">
          {study.members.filter((one) => one.nature === "person").map((one) => (
            <label key={one.id} className="row choice">
              <input type="checkbox" checked={who.includes(one.id)} onChange={(event) => setWho(event.target.checked ? [...who, one.id] : who.filter((id) => id !== one.id))} /> {one.name}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="field"><span>{t("agree.why")}</span><textarea required rows={2} value={reason} onChange={(event) => setReason(event.target.value)} /></label>
      <div className="row">
        <button type="submit" className="button primary" disabled={reason.trim() === "" || who.length === 0}>{t("agree.keep")}</button>
        {again && <button type="button" className="button" onClick={onDone}>{t("agree.notNow")}</button>}
      </div>
    </form>
  );
}
