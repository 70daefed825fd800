/**
 * Defining a set: which cases belong to it, where a score comes from, and its anchors with a reason each.
 *
 * What a careful reader would get wrong: a judged set has anchors in words alone; numbers are what measured sets need. The
 * engine refuses what does not fit together, and says why; what was typed is kept until it is taken.
 */
import { useState } from "react";
import { useCodebook, useRows } from "../../api/hooks";
import { useDoing } from "../../components/doing";
import { Field } from "../../components/Field";
import { t } from "../../messages";
import { Choose } from "../compare/pieces";
import { SHOWS, type Configuration, type SetOf } from "./shared";

const ANCHORS = ["full_out", "crossover", "full_in"] as const;
type Anchor = (typeof ANCHORS)[number];
const BARE = { at: "", reason: "" };

export function SetForm({ one, known, onDone }: { one: Configuration; known?: SetOf; onDone: () => void }) {
  const { run } = useDoing();
  const attributes = (useRows("attribute").data ?? []).filter((each) => each.subject === "case");
  const book = useCodebook().data?.codes ?? [];
  const hasOutcome = one.sets.some((each) => each.part === "outcome" && each.id !== known?.id);
  const [name, setName] = useState(known?.name ?? "");
  const [meaning, setMeaning] = useState(known?.meaning ?? "");
  const [part, setPart] = useState<SetOf["part"]>(known?.part ?? (hasOutcome ? "condition" : "outcome"));
  const [nature, setNature] = useState<SetOf["nature"]>(known?.nature ?? "fuzzy");
  const [basis, setBasis] = useState<SetOf["basis"]>(known?.basis ?? "judgement");
  const [of, setOf] = useState(known?.of ?? "");
  const [values, setValues] = useState<readonly string[]>(known?.values ?? []);
  const [anchors, setAnchors] = useState<Record<Anchor, { at: string; reason: string }>>({ full_out: known?.full_out ?? BARE, crossover: known?.crossover ?? BARE, full_in: known?.full_in ?? BARE });
  const [expects, setExpects] = useState<SetOf["expects"]>(known?.expects ?? "either");
  const [expectsWhy, setExpectsWhy] = useState(known?.expects_reason ?? "");
  const attribute = attributes.find((each) => each.id === of);
  const named = basis === "attribute" && attribute !== undefined && attribute.type !== "number";
  const wanted: readonly Anchor[] = named ? [] : nature === "fuzzy" ? ANCHORS : ["crossover"];
  const keep = async () => {
    const fields = {
      name, meaning, part, nature, basis, of: basis === "judgement" ? null : of || null, values: named ? [...values] : [], expects, expects_reason: expectsWhy,
      ...Object.fromEntries(wanted.map((each) => [each, anchors[each]])),
    };
    const done = known === undefined
      ? await run("condition.add", { configuration: one.id, ...fields }, { sentence: t("qca.added", { name }), shows: SHOWS })
      : await run("condition.change", { condition: known.id, ...fields }, { sentence: t("qca.changed", { name }), shows: SHOWS });
    if (done !== null) onDone();
  };
  return (
    <form
      className="aside" aria-label={known === undefined ? t("qca.addSet") : t("qca.changeName", { name: known.name })}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <div className="row fields">
        <label className="field"><span>{t("qca.setName")}</span><input type="text" required spellCheck={false} value={name} onChange={(event) => setName(event.target.value)} /></label>
        <Choose label={t("qca.partOf")} value={part} options={(["condition", "outcome"] as const).map((value) => ({ value, label: t(`qca.partOf.${value}`) }))} onChange={(value) => setPart(value as SetOf["part"])} />
        <Choose label={t("qca.nature")} value={nature} options={(["fuzzy", "crisp"] as const).map((value) => ({ value, label: t(`qca.nature.${value}`) }))} onChange={(value) => setNature(value as SetOf["nature"])} />
        <Choose label={t("qca.basis")} value={basis} options={(["judgement", "attribute", "share"] as const).map((value) => ({ value, label: t(`qca.basis.${value}`) }))} onChange={(value) => { setBasis(value as SetOf["basis"]); setOf(""); setValues([]); }} />
        {basis !== "judgement" && (
          <Choose
            label={t(`qca.of.${basis}`)} value={of} onChange={(value) => { setOf(value); setValues([]); }}
            options={[{ value: "", label: t("qca.choose") }, ...(basis === "attribute" ? attributes.map((each) => ({ value: each.id, label: each.name })) : book.map((line) => ({ value: line.code.id, label: line.path })))]}
          />
        )}
      </div>
      <Field label={t("qca.meaning")}>{(tied) => <input {...tied} type="text" value={meaning} onChange={(event) => setMeaning(event.target.value)} />}</Field>
      {named && (
        <fieldset className="choices">
          <legend>{t("qca.values")}</legend>
          <div className="row">
            {attribute.options.map((each) => (
              <label key={each} className="row choice"><input type="checkbox" checked={values.includes(each)} onChange={(event) => setValues(event.target.checked ? [...values, each] : values.filter((held) => held !== each))} /> {each}</label>
            ))}
          </div>
        </fieldset>
      )}
      <p className="soft small">{t("qca.multi")}</p>
      {wanted.length > 0 && basis !== "judgement" && <p className="soft small">{t("qca.anchors")}</p>}
      {wanted.map((each) => {
        const label = t(nature === "crisp" ? "qca.anchorCrisp" : `qca.anchor.${each}`);
        const set = (change: Partial<typeof BARE>) => setAnchors({ ...anchors, [each]: { ...anchors[each], ...change } });
        return (
          <div key={each} className="row fields anchor" role="group" aria-label={label}>
            {basis !== "judgement" && <label className="field number"><span>{label}</span><input type="text" inputMode="decimal" value={anchors[each].at} onChange={(event) => set({ at: event.target.value })} /></label>}
            <label className="field grow"><span>{basis === "judgement" ? t("qca.anchorWhen", { anchor: t(`qca.anchorWord.${nature === "crisp" ? "crisp" : each}`) }) : t("qca.anchorWhy")}</span><input type="text" value={anchors[each].reason} onChange={(event) => set({ reason: event.target.value })} /></label>
          </div>
        );
      })}
      {part === "condition" && (
        <div className="row fields">
          <Choose label={t("qca.expects")} value={expects} options={(["either", "present", "absent"] as const).map((value) => ({ value, label: t(`qca.expects.${value}`) }))} onChange={(value) => setExpects(value as SetOf["expects"])} />
          {expects !== "either" && <label className="field grow"><span>{t("qca.expectsWhy")}</span><input type="text" required value={expectsWhy} onChange={(event) => setExpectsWhy(event.target.value)} /></label>}
        </div>
      )}
      <div className="row">
        <button type="submit" className="button primary" disabled={name.trim() === ""}>{t(known === undefined ? "qca.save" : "qca.keep")}</button>
        <button type="button" className="button" onClick={onDone}>{t("qca.cancel")}</button>
      </div>
    </form>
  );
}
