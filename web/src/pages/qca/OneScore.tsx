/**
 * One case in one set: what was measured, what the anchors give, the reason, the passages; and saying it oneself.
 *
 * What a careful reader would get wrong: emptying the number of a measured set brings back what the anchors give; a judged
 * set has none to come back, and its score is taken away instead.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Schemas } from "../../api/client";
import { CodingFinder } from "../../components/CodingFinder";
import { useDoing } from "../../components/doing";
import { Field } from "../../components/Field";
import { Problem } from "../../components/parts";
import { fromCoding, Quotation } from "../../components/Quotation";
import { t } from "../../messages";
import { Beside, Quotations } from "../compare/pieces";
import { SHOWS, two, type Score, type SetOf } from "./shared";

export function OneScore({ set, score, label, study, onClose }: { set: SetOf; score: Score; label: string; study: Schemas["StudyHere"]; onClose: () => void }) {
  const { run } = useDoing();
  const [value, setValue] = useState(score.value !== null && (score.calibrated === null || score.value !== score.calibrated) ? String(score.value) : "");
  const [reason, setReason] = useState(score.reason);
  const [finding, setFinding] = useState(false);
  const may = study.me.may.includes("code");
  const names = { case: label, name: set.name };
  const stale = Object.entries(score.stale);
  const byHand = score.calibrated !== null && score.value !== score.calibrated;
  const say = (segments?: readonly string[]) =>
    run("score.set", { condition: set.id, case: score.case, ...(segments === undefined ? { value, reason } : { segments: [...segments] }) }, { sentence: t("qca.scoreKept", names), shows: SHOWS });
  return (
    <Beside title={t("qca.scoreTitle", names)} onClose={onClose}>
      <p><strong>{score.value === null ? score.nothing : two(score.value)}</strong> {set.meaning}</p>
      <p className="small">
        {score.measured !== "" && t("qca.measured", { measured: score.measured })} {score.calibrated !== null && t("qca.calibrated", { value: two(score.calibrated) })} {byHand && t("qca.byHand")} {score.member !== "" && t("qca.scoredBy", { name: score.member })}
      </p>
      {score.id !== "" && <p className="told">{score.reason === "" ? t("qca.noReason") : score.reason}</p>}
      {stale.length > 0 && (
        <p className="note">
          {t("qca.stale", { what: stale.map(([what, count]) => `${String(count)} ${what}`).join(", ") })}{" "}
          {may && <button type="button" className="button" onClick={() => void run("score.look_again", { score: score.id }, { sentence: t("qca.looked"), shows: SHOWS })}>{t("qca.look")}</button>}
        </p>
      )}
      <h3>{t("qca.restsOn")}</h3>
      {score.segments.length === 0 ? <p className="soft small">{t("qca.restsOnNone")}</p> : <Rests ids={score.segments} {...(may ? { onTake: (id: string) => void say(score.segments.filter((each) => each !== id)) } : {})} />}
      {score.behind.length > 0 && (
        <>
          <h3>{t("qca.countedFrom")}</h3>
          <Rests ids={score.behind} />
        </>
      )}
      {may && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void say();
          }}
        >
          <Field label={t("qca.value")} {...(set.basis === "judgement" ? {} : { hint: t("qca.valueEmpty") })}>{(tied) => <input {...tied} type="text" inputMode="decimal" value={value} onChange={(event) => setValue(event.target.value)} />}</Field>
          <Field label={t("qca.reason")}>{(tied) => <textarea {...tied} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
          <div className="row">
            <button type="submit" className="button primary">{t("qca.keepScore")}</button>
            {score.id !== "" && <button type="button" className="button plain" onClick={() => void run("score.remove", { condition: set.id, case: score.case }, { sentence: t("qca.scoreTaken", names), shows: SHOWS })}>{t("qca.takeScore")}</button>}
          </div>
        </form>
      )}
      {may && score.id !== "" && (
        <details onToggle={(event) => setFinding(event.currentTarget.open)}>
          <summary>{t("qca.find")}</summary>
          {finding && (
            <CodingFinder codes={set.basis === "share" && set.of !== null ? [set.of] : []} but={new Set(score.segments)}>
              {(found) => <button type="button" className="button" onClick={() => void say([...score.segments, found.coding.id])}>{t("qca.rest")}</button>}
            </CodingFinder>
          )}
        </details>
      )}
    </Beside>
  );
}

function Rests({ ids, onTake }: { ids: readonly string[]; onTake?: (id: string) => void }) {
  const found = useQuery({ queryKey: ["configurations", "codings", ids], queryFn: () => ask("codings", { codings: [...ids], limit: 500 }) });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  if (onTake === undefined) return <Quotations all={found.data.quotations} />;
  return (
    <ul className="list quotes">
      {found.data.quotations.map((each) => (
        <li key={each.coding.id}>
          <Quotation quoted={fromCoding(each)}>
            <p className="soft small">{t("compare.codedWith", { code: each.coding.code, member: each.coding.member })} <button type="button" className="button plain" onClick={() => onTake(each.coding.id)}>{t("qca.unrest")}</button></p>
          </Quotation>
        </li>
      ))}
    </ul>
  );
}
