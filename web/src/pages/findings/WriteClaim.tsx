/**
 * Writing a finding down, or changing it: what it says is asked only as far as its quantifier needs, and how it would
 * stand is told while one writes.
 *
 * What a careful reader would get wrong: a refusal while one is still typing is no alarm. It stands under the query in
 * plain words; only a refused save is announced.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, Refused, type Schemas } from "../../api/client";
import { useRows } from "../../api/hooks";
import { Field } from "../../components/Field";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import { Choose } from "../compare/pieces";

type Claim = Schemas["Claim"];
type Quantifier = (typeof QUANTIFIERS)[number];
type Unit = (typeof UNITS)[number];

const QUANTIFIERS = ["all", "most", "many", "some", "few", "one", "none", "n of N", "only in", "more in", "often but not only"] as const;
const UNITS = ["participants", "cases", "groups", "sources"] as const;
const TWO_SIDED: readonly string[] = ["only in", "more in", "often but not only"];

export function WriteClaim({ claim, query: written = "", onDone }: { claim?: Claim; query?: string; onDone?: () => void }) {
  const { run } = useDoing();
  const [sentence, setSentence] = useState(claim?.sentence ?? "");
  const [quantifier, setQuantifier] = useState<Quantifier>(claim?.quantifier ?? "all");
  const [unit, setUnit] = useState<Unit>(claim?.unit ?? "cases");
  const [query, setQuery] = useState(written);
  const [by, setBy] = useState(claim?.by ?? "");
  const [one, setOne] = useState(claim?.one ?? "");
  const [other, setOther] = useState(claim?.other ?? "");
  const [numbers, setNumbers] = useState([String(claim?.number ?? 0), String(claim?.of ?? 0)]);
  const [silence, setSilence] = useState(claim?.silence === "open");
  const [judgement, setJudgement] = useState(claim?.rests_on === "judgement");
  const [reason, setReason] = useState(claim?.reason ?? "");
  const axes = useAxes();
  const two = TWO_SIDED.includes(quantifier);
  const groups = axes.find((axis) => axis.value === by)?.groups ?? [];
  const asked = {
    quantifier, unit: two && unit === "groups" ? ("participants" as const) : unit, query: judgement ? "" : query, by: two || unit === "groups" ? by : "",
    one: two ? one : "", other: quantifier === "more in" ? other : "", number: Number(numbers[0]) || 0, of: Number(numbers[1]) || 0,
    silence: silence ? ("open" as const) : ("not said" as const), rests_on: judgement ? ("judgement" as const) : claim?.rests_on === "documents" ? ("documents" as const) : ("codings" as const),
    reason: judgement ? reason : "", scope: claim?.scope ?? "",
  };
  const ready = !judgement && query.trim() !== "" && (!two || (by !== "" && one !== "" && (quantifier !== "more in" || other !== "")));
  const tried = useQuery({ queryKey: ["claims", "tried", asked], queryFn: () => ask("claim_tried", asked), enabled: ready, retry: false });
  const wrong = ready && tried.error instanceof Refused ? tried.error.message : undefined;
  const save = () => {
    const given = { ...asked, sentence };
    const shows = ["claims"];
    const done = claim === undefined
      ? run("claim.write", given, { sentence: t("claim.saved", { sentence }), shows })
      : run("claim.change", { claim: claim.id, ...given }, { sentence: t("claim.changed", { sentence }), shows });
    void done.then((kept) => {
      if (kept === null) return;
      setSentence("");
      setQuery("");
      onDone?.();
    });
  };
  return (
    <form
      className="write-claim laid"
      aria-label={t(claim === undefined ? "claim.new" : "claim.edit")}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{t(claim === undefined ? "claim.new" : "claim.edit")}</h2>
      <Field label={t("claim.sentence")}>{(tied) => <textarea {...tied} required rows={2} value={sentence} onChange={(event) => setSentence(event.target.value)} />}</Field>
      <div className="row fields">
        <Choose label={t("claim.quantifier")} value={quantifier} options={QUANTIFIERS.map((value) => ({ value, label: t(`claim.quantifier.${value}`) }))} onChange={(value) => setQuantifier(value as Quantifier)} />
        <Choose label={t("claim.unit")} value={asked.unit} options={UNITS.filter((value) => !two || value !== "groups").map((value) => ({ value, label: t(`claim.unit.${value}`) }))} onChange={(value) => setUnit(value as Unit)} />
        {quantifier === "n of N" && (
          <>
            <label className="field"><span>{t("claim.number")}</span><input type="number" min={0} value={numbers[0]} onChange={(event) => setNumbers([event.target.value, numbers[1] ?? "0"])} /></label>
            <label className="field"><span>{t("claim.of")}</span><input type="number" min={0} value={numbers[1]} onChange={(event) => setNumbers([numbers[0] ?? "0", event.target.value])} /></label>
          </>
        )}
        {(two || unit === "groups") && <Choose label={t("claim.by")} value={by} options={[{ value: "", label: "" }, ...axes]} onChange={(value) => { setBy(value); setOne(""); setOther(""); }} />}
        {two && <Choose label={t("claim.one")} value={one} options={[{ value: "", label: "" }, ...groups]} onChange={setOne} />}
        {quantifier === "more in" && <Choose label={t("claim.other")} value={other} options={[{ value: "", label: "" }, ...groups]} onChange={setOther} />}
      </div>
      <label className="row check"><input type="checkbox" checked={judgement} onChange={(event) => setJudgement(event.target.checked)} /> {t("claim.judgement")}</label>
      {judgement ? (
        <Field label={t("claim.reason")}>{(tied) => <textarea {...tied} required rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
      ) : (
        <>
          <Field label={t("claim.query")} hint={t("claim.queryHint")}>{(tied) => <input {...tied} type="text" spellCheck={false} value={query} onChange={(event) => setQuery(event.target.value)} />}</Field>
          <label className="row check"><input type="checkbox" checked={silence} onChange={(event) => setSilence(event.target.checked)} /> {t("claim.silence")}</label>
          {wrong !== undefined && <p className="fault">{wrong}</p>}
          {ready && tried.data !== undefined && wrong === undefined && (
            <p className="tried"><strong>{t("claim.stands")}:</strong> {t(`ledger.status.${tried.data.status}`)}. {tried.data.problem === "" ? tried.data.why : tried.data.problem}</p>
          )}
        </>
      )}
      <div className="row">
        <button type="submit" className="button primary" disabled={sentence.trim() === ""}>{t(claim === undefined ? "claim.save" : "claim.keep")}</button>
        {onDone !== undefined && <button type="button" className="button" onClick={onDone}>{t("claim.cancel")}</button>}
      </div>
    </form>
  );
}

/** Where groups can come from, each with its groups by key. */
function useAxes() {
  const cases = useRows("case").data ?? [];
  const roles = useRows("role").data ?? [];
  const attributes = useRows("attribute").data ?? [];
  return [
    { value: "cases", label: t("axis.cases"), groups: cases.filter((one) => one.merged_into === null).map((one) => ({ value: one.id, label: one.code })) },
    { value: "roles", label: t("axis.roles"), groups: roles.map((one) => ({ value: one.id, label: one.name })) },
    ...attributes
      .filter((one) => one.options.length > 0 && (one.subject === "case" || one.subject === "participant"))
      .map((one) => ({ value: one.id, label: one.name, groups: one.options.map((option) => ({ value: `${one.id}=${option}`, label: option })) })),
  ];
}
