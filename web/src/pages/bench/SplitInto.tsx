/**
 * A category is split: new codes, and for every passage where it goes. What is not named stays where it is.
 *
 * What a careful reader would get wrong: only passages that have the category itself can go; those of codes under it
 * have a code of their own already.
 */
import { useState } from "react";
import { CodingsOf } from "../../components/CodingsOf";
import { fromCoding, Quotation, saidBy } from "../../components/Quotation";
import { t } from "../../messages";
import type { Part } from "./Decide";
import { going, without } from "./decision";
import { called, LETTERS } from "./SideOf";

const A_PAGE = 10;

export function SplitInto({ draft, change, setDraft, one, other, category, codes }: Part) {
  const [through, setThrough] = useState(false);
  const here = ([["one", one], ["other", other]] as const).filter(([, side]) => side.kind === "coding" && side.code === category);
  const shown = new Set<string>(here.map(([, side]) => side.id));
  const name = codes.find((line) => line.code.id === category)?.code.name ?? "";
  const count = going(draft);
  const where = (coding: string, what: string) => (
    <label className="field goes">
      <span>{t("bench.goes", { what })}</span>
      <select
        value={draft.goes[coding] ?? ""}
        onChange={(event) => {
          const goes = Object.fromEntries(Object.entries(draft.goes).filter(([id]) => id !== coding));
          change({ goes: event.target.value === "" ? goes : { ...goes, [coding]: Number(event.target.value) } });
        }}
      >
        <option value="">{t("bench.stays", { category: name })}</option>
        {draft.parts.map((part, at) => (
          <option key={at} value={at}>{t("bench.goesTo", { name: part.trim() === "" ? t("bench.part", { number: at + 1 }) : part })}</option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      {draft.parts.map((part, at) => (
        <div key={at} className="row fields">
          <label className="field">
            <span>{t("bench.partName", { number: at + 1 })}</span>
            <input type="text" required value={part} onChange={(event) => change({ parts: draft.parts.map((before, each) => (each === at ? event.target.value : before)) })} />
          </label>
          {draft.parts.length > 1 && (
            <button type="button" className="button" onClick={() => setDraft(without(draft, at))}>{t("bench.takePart", { number: at + 1 })}</button>
          )}
        </div>
      ))}
      <p><button type="button" className="button" onClick={() => change({ parts: [...draft.parts, ""] })}>{t("bench.addPart")}</button></p>
      <label className="row choice">
        <input type="checkbox" checked={draft.under} onChange={(event) => change({ under: event.target.checked })} />
        {t("bench.under")}
      </label>
      {here.map(([which, side]) => <div key={side.id}>{where(side.id, t("bench.side", { letter: LETTERS[which], name: called(side) }))}</div>)}
      <p role="status" className="soft small">{count === 0 ? t("bench.splitNothing") : t("bench.splitCount", { count })}</p>
      <p>
        <button type="button" className="button" aria-expanded={through} onClick={() => setThrough(!through)}>{t("bench.goThrough")}</button>
      </p>
      {through && (
        <CodingsOf codes={[category]} page={A_PAGE}>
          {(quotation) => (
            <Quotation quoted={fromCoding(quotation)}>
              {shown.has(quotation.coding.id) ? <p className="soft small">{t("bench.above")}</p> : where(quotation.coding.id, saidBy(fromCoding(quotation)))}
            </Quotation>
          )}
        </CodingsOf>
      )}
    </>
  );
}
